/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"

struct account_key {
	int64_t id, account_id;
	const char *login, *name, *account_state;
	const char *fingerprint, *type, *blob; /* blob: base64; "" once it was erased */
	const char *comment;
	int64_t added, revoked; /* revoked 0: it is live if its account is */
};

struct error store_key_add(struct db *db, const struct account_key *key, int64_t *id);
struct error store_key_get(struct db *db, struct arena *arena, int64_t id, struct account_key *key);
/* E_NOT_FOUND if no account ever had it. */
struct error store_key_find(struct db *db, const char *fingerprint, int64_t *id);
/* Of one account, or with 0 of all. */
struct error store_key_ids(struct db *db, int64_t account_id, struct id_list *ids);
struct error store_key_live_count(struct db *db, int64_t account_id, int64_t *n);
struct error store_key_revoke(struct db *db, int64_t id, int64_t now);
/* Neither revoked nor of a disabled account; NULL fingerprint: all of them. */
struct error store_key_live(struct db *db, const char *fingerprint, struct id_list *ids);
/* Is the account still active in that role, and the key (may be NULL) still its own? */
struct error store_account_standing(
	struct db *db, int64_t account_id, const char *role, const char *fingerprint, bool *stands);

/* What invitations say about the way in. */
struct front_door {
	const char *host;
	int64_t port;
	const char *user; /* whom one logs in as */
	const char *contact;
	/* For the privacy notice, "" where not known: the controller's address, the data protection
	 * officer, for how long what is kept. */
	const char *address, *officer, *retention;
	int64_t v; /* 0: not filled in yet */
};

struct error store_front_door_get(struct db *db, struct arena *arena, struct front_door *door);
/* E_STALE if its version is no longer door->v. */
struct error store_front_door_put(struct db *db, const struct front_door *door);
