/* SPDX-License-Identifier: MIT
 * Accounts: who may act in the file. A login is a Unix user's name, or a juror's own. */
#pragma once

#include "db/store/account.h"
#include "src/ground/context.h"

struct new_account {
	const char *login, *name, *email, *role, *lang;
};

/* Makes the account, and the person unless one has that e-mail address. */
struct error account_add(struct context *ctx, const struct new_account *account, int64_t *id);
/* The same inside a transaction, without a right: the first administrator of a new file. */
struct error account_insert(struct db *db, const struct new_account *account, int64_t *id);
/* E_REQUIRED, E_INVALID (field "login") unless it looks like a Unix user's name. */
struct error account_check_login(const char *login);
/* Gives the account of that user name, or else the one of admin->login, which then gets that user
 * name, the administrator's role, active; makes one of `admin` if there is neither. Asks for no
 * rights: for who restores a backup, holds the file and could have no way in. */
struct error account_appoint(
	struct context *ctx, const struct new_account *admin, const char *login);
struct error account_get(
	struct context *ctx, struct arena *arena, int64_t id, struct account *account);
struct error account_ids(struct context *ctx, struct id_list *ids);
struct error account_find(
	struct context *ctx, struct arena *arena, const char *login, struct account *account);
/* By login, or by a person's name or e-mail address if that is one account's alone. */
struct error account_recognize(
	struct context *ctx, struct arena *arena, const char *who, struct account *account);
/* Role, language and state; the last active administrator stays one. */
struct error account_update(struct context *ctx, const struct account *account);
/* Everybody may choose their own language. */
struct error account_set_language(struct context *ctx, const char *lang);
