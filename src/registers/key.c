/* SPDX-License-Identifier: MIT */
#include "src/registers/key.h"

#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/i18n.h"
#include "src/ground/record.h"
#include "src/registers/account.h"
#include "src/registers/proof_key.h"

/* Whose it is already says who acted by it. */
static struct error refuse_known(struct context *ctx, struct arena *arena, const char *fingerprint)
{
	struct account_key known;
	int64_t id;
	struct error e = store_key_find(ctx->db, fingerprint, &id);

	if (e.code == E_NOT_FOUND)
		return ok();
	TRY(e);
	TRY(store_key_get(ctx->db, arena, id, &known));
	if (known.revoked != 0)
		return rule(N_(
			"This key was revoked here, and a revoked key never comes back. Ask for a "
			"new one."));
	return rule(N_(
		"An account has this key already (`klash key list`). Each account needs one of its "
		"own."));
}

static struct error insert(
	struct context *ctx, struct arena *arena, int64_t account_id, const struct pubkey *key)
{
	struct account_key row = { .account_id = account_id,
		.fingerprint = key->fingerprint,
		.type = key->type,
		.blob = key->base64,
		.comment = key->comment,
		.added = context_now(ctx) };
	int64_t id;

	TRY(refuse_known(ctx, arena, key->fingerprint));
	return store_key_add(ctx->db, &row, &id);
}

static struct error add(struct context *ctx, struct arena *arena, const char *login,
	const char *text, size_t n, struct pubkey *key)
{
	struct account account;
	struct reference object;

	TRY(account_find(ctx, arena, login, &account));
	TRY(pubkey_parse(arena, text, n, key));
	object = reference_number(KIND_ACCOUNT, account.id);
	TRY(context_begin(ctx));
	return context_end(ctx, insert(ctx, arena, account.id, key), "key.add", object.text);
}

struct error key_add(
	struct context *ctx, const char *login, const char *text, size_t n, struct pubkey *key)
{
	struct arena arena = { 0 };

	TRY(require(ctx, ACT_ACCOUNT));
	struct error e = add(ctx, &arena, login, text, n, key);
	arena_clear(&arena);
	key->base64 = key->comment = "";
	return e;
}

struct error key_ids(struct context *ctx, int64_t account_id, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_key_ids(ctx->db, account_id, ids);
}

struct error key_get(struct context *ctx, struct arena *arena, int64_t id, struct account_key *key)
{
	struct error e = store_key_get(ctx->db, arena, id, key);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "ssh_key") : e;
}

struct error key_live_count(struct context *ctx, int64_t account_id, int64_t *n)
{
	return store_key_live_count(ctx->db, account_id, n);
}

static struct error take_back(struct context *ctx, struct arena *arena, const char *fingerprint)
{
	struct account_key key;
	struct reference object;
	int64_t id;
	struct error e = store_key_find(ctx->db, fingerprint, &id);

	if (e.code == E_NOT_FOUND)
		return fail(E_NOT_FOUND, "ssh_key");
	TRY(e);
	TRY(key_get(ctx, arena, id, &key));
	if (key.revoked != 0)
		return rule(N_("This key has been revoked already."));
	object = reference_number(KIND_ACCOUNT, key.account_id);
	TRY(context_begin(ctx));
	e = store_key_revoke(ctx->db, id, context_now(ctx));
	return context_end(ctx, e, "key.revoke", object.text);
}

struct error key_revoke(struct context *ctx, const char *fingerprint)
{
	struct arena arena = { 0 };

	TRY(require(ctx, ACT_ACCOUNT));
	struct error e = take_back(ctx, &arena, fingerprint);
	arena_clear(&arena);
	return e;
}

bool path_is_plain(const char *path)
{
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._+-";

	return *path == '/' && strspn(path, plain) == strlen(path);
}

static bool owns(const char *user, const char *path)
{
	const struct passwd *entry = getpwnam(user);
	struct stat status;

	return entry != NULL && entry->pw_uid != 0 && stat(path, &status) == 0 &&
	       status.st_uid == entry->pw_uid;
}

static struct error command_paths(struct context *ctx, char program[PATH_MAX], char file[PATH_MAX])
{
	ssize_t n = readlink("/proc/self/exe", program, PATH_MAX - 1);

	if (n <= 0 || realpath(db_path(ctx->db), file) == NULL)
		return fail(E_ACCESS, NULL);
	program[n] = '\0';
	if (path_is_plain(program) && path_is_plain(file))
		return ok();
	return rule(N_(
		"The paths of Klash and of the competition's file may have only letters a to z, "
		"digits and . _ + - in them, because sshd and a shell read them. Move the file."));
}

static void add_line(struct buffer *text, const char *program, const char *file,
	const char *fingerprint, const char *type, const char *base64)
{
	buffer_printf(text, "restrict,pty,command=\"exec %s --db %s --key %s\" %s %s\n", program,
		file, fingerprint, type, base64);
}

struct error key_authorized(struct context *ctx, struct arena *arena, const char *user,
	const char *fingerprint, const char **lines)
{
	char program[PATH_MAX], file[PATH_MAX];
	struct id_list ids = { 0 };
	struct buffer text = { 0 };
	struct pubkey proof;

	*lines = "";
	if (!owns(user, db_path(ctx->db)))
		return ok();
	TRY(command_paths(ctx, program, file));
	if (proof_key_read(arena, file, &proof) &&
		(fingerprint == NULL || strcmp(fingerprint, proof.fingerprint) == 0))
		add_line(&text, program, file, proof.fingerprint, proof.type, proof.base64);
	struct error e = store_key_live(ctx->db, fingerprint, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct account_key key;

		e = store_key_get(ctx->db, arena, ids.ids[i], &key);
		if (e.code == E_OK)
			add_line(&text, program, file, key.fingerprint, key.type, key.blob);
	}
	if (e.code == E_OK && text.length > 0)
		*lines = arena_text(arena, text.text);
	buffer_clear(&text);
	id_list_clear(&ids);
	return e;
}

struct error front_door_get(struct context *ctx, struct arena *arena, struct front_door *door)
{
	TRY(require(ctx, ACT_READ));
	return store_front_door_get(ctx->db, arena, door);
}

/* It goes into command lines people copy, and into a file that Windows reads. */
static struct error check_host(const char *host)
{
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.:-";

	if (host == NULL || *host == '\0')
		return fail(E_REQUIRED, "host");
	if (strspn(host, plain) != strlen(host) || *host == '-' || strlen(host) > 253)
		return fail(E_INVALID, "host");
	return ok();
}

static struct error check_user(const char *user)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";

	if (user == NULL || *user == '\0')
		return fail(E_REQUIRED, "ssh_user");
	if (strspn(user, plain) != strlen(user) || strlen(user) > LOGIN_MAX || *user == '-')
		return fail(E_INVALID, "ssh_user");
	return ok();
}

struct error front_door_set(struct context *ctx, const struct front_door *in)
{
	struct arena arena = { 0 };
	struct front_door door = *in;

	TRY(require(ctx, ACT_ACCOUNT));
	TRY(check_host(in->host));
	TRY(check_user(in->user));
	if (in->port < 1 || in->port > 65535)
		return (struct error){ .code = E_RANGE, .field = "port", .low = 1, .high = 65535 };
	struct error e = record_clean(&arena, &record_of_front_door, &door, IN_EDIT);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, store_front_door_put(ctx->db, &door), "front_door.edit", "");
	arena_clear(&arena);
	return e;
}
