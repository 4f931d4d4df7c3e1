/* SPDX-License-Identifier: MIT
 * SSH keys of accounts, what sshd is told about them, and what invitations say about the way in. */
#pragma once

#include "db/store/key.h"
#include "src/ground/context.h"
#include "src/registers/pubkey.h"

/* Gives the account with that login the one key in n bytes of text, as pubkey_parse reads it; `key`
 * tells which it was. E_RULE also if it is somebody's already, or was revoked: it never comes back.
 */
struct error key_add(
	struct context *ctx, const char *login, const char *text, size_t n, struct pubkey *key);
/* Of one account, or with 0 of all, by their owners' names. */
struct error key_ids(struct context *ctx, int64_t account_id, struct id_list *ids);
struct error key_get(struct context *ctx, struct arena *arena, int64_t id, struct account_key *key);
/* From now on nobody gets in with it, and who is in by it writes nothing more. E_NOT_FOUND (field
 * "ssh_key"). Once revoked it stays so: E_RULE. */
struct error key_revoke(struct context *ctx, const char *fingerprint);
/* How many keys of the account are not revoked. */
struct error key_live_count(struct context *ctx, int64_t account_id, int64_t *n);

/* The lines of sshd's AuthorizedKeysCommand for the Unix user `user`, into the arena: of every live
 * key, or of the one with that fingerprint (may be NULL); the key of a proof counts as live. ""
 * unless `user` is the owner of the file and not root: a file speaks for its own front door only.
 * Needs no account and takes no lock. E_RULE if the paths of program or file hold what a shell
 * would not leave alone. */
struct error key_authorized(struct context *ctx, struct arena *arena, const char *user,
	const char *fingerprint, const char **lines);
/* Can the path stand in a command line and in sshd's configuration as it is? */
bool path_is_plain(const char *path);

/* The way in as invitations tell it; v 0 and no host as long as nobody said it. */
struct error front_door_get(struct context *ctx, struct arena *arena, struct front_door *door);
/* E_REQUIRED, E_INVALID (fields "host", "port", "ssh_user"), E_STALE. */
struct error front_door_set(struct context *ctx, const struct front_door *door);
