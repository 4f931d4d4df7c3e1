/* SPDX-License-Identifier: MIT */
#include "src/registers/account.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "db/fence.h"
#include "db/store/juror.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/registers/person.h"

/* As Unix user names: a letter, then letters, digits, '.', '_' and '-'. */
struct error account_check_login(const char *login)
{
	if (login == NULL || *login == '\0')
		return fail(E_REQUIRED, "login");
	if (strlen(login) > LOGIN_MAX || (!isalpha((unsigned char)*login) && *login != '_'))
		return fail(E_INVALID, "login");
	for (const char *c = login; *c != '\0'; c++)
		if (!isalnum((unsigned char)*c) && strchr("._-", *c) == NULL)
			return fail(E_INVALID, "login");
	return ok();
}

static struct error person_of(struct db *db, const struct new_account *account, int64_t *id)
{
	struct arena arena = { 0 };
	struct person person = {
		.name = account->name, .email = account->email, .lang = account->lang
	};
	struct id_list same = { 0 };
	struct error e = person_clean(&arena, &person);

	if (e.code == E_OK && *person.email != '\0')
		e = store_person_find(db, person.email, &same);
	if (e.code == E_OK && same.n > 0)
		*id = same.ids[0];
	else if (e.code == E_OK)
		e = person_insert(db, &person, id);
	id_list_clear(&same);
	arena_clear(&arena);
	return e;
}

struct error account_insert(struct db *db, const struct new_account *account, int64_t *id)
{
	struct arena arena = { 0 };
	struct account row = { .login = account->login,
		.role = account->role,
		.lang = account->lang },
		       twin;

	TRY(account_check_login(account->login));
	if (role_of_code(account->role == NULL ? "" : account->role) == ROLE_COUNT)
		return fail(E_INVALID, "role");
	struct error e = store_account_find(db, &arena, account->login, &twin);
	arena_clear(&arena);
	if (e.code == E_OK)
		return fail(E_EXISTS, "login");
	TRY(person_of(db, account, &row.person_id));
	return store_account_add(db, &row, id);
}

struct error account_add(struct context *ctx, const struct new_account *account, int64_t *id)
{
	struct reference object;

	TRY(require(ctx, ACT_ACCOUNT));
	TRY(context_begin(ctx));
	struct error e = account_insert(ctx->db, account, id);
	object = reference_number(KIND_ACCOUNT, *id);
	return context_end(ctx, e, "account.add", object.text);
}

/* The account of that user name, or else the one that gets it. */
static struct error find_appointed(struct context *ctx, struct arena *arena,
	const struct new_account *admin, const char *login, struct account *account)
{
	struct error e = store_account_find(ctx->db, arena, login, account);

	if (e.code == E_NOT_FOUND)
		e = store_account_find(ctx->db, arena, admin->login, account);
	return e;
}

static struct error insert_or_raise(struct context *ctx, struct arena *arena,
	const struct new_account *admin, const char *login, int64_t *id)
{
	struct account account;
	struct error e = find_appointed(ctx, arena, admin, login, &account);

	if (e.code == E_NOT_FOUND) {
		struct new_account fresh = *admin;

		fresh.login = login;
		return account_insert(ctx->db, &fresh, id);
	}
	TRY(e);
	*id = account.id;
	account.role = "admin";
	account.state = "active";
	TRY(store_account_update(ctx->db, &account));
	return strcmp(account.login, login) == 0 ?
		       ok() :
		       store_account_set_login(ctx->db, account.id, login);
}

struct error account_appoint(
	struct context *ctx, const struct new_account *admin, const char *login)
{
	struct arena arena = { 0 };
	struct reference object = { "" };
	int64_t id = 0;

	TRY(account_check_login(login));
	TRY(context_begin(ctx));
	struct error e = insert_or_raise(ctx, &arena, admin, login, &id);
	object = reference_number(KIND_ACCOUNT, id);
	e = context_end(ctx, e, "account.appoint", object.text);
	arena_clear(&arena);
	return e;
}

struct error account_get(
	struct context *ctx, struct arena *arena, int64_t id, struct account *account)
{
	struct error e = store_account_get(ctx->db, arena, id, account);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "account") : e;
}

struct error account_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_account_ids(ctx->db, ids);
}

struct error account_find(
	struct context *ctx, struct arena *arena, const char *login, struct account *account)
{
	struct error e = store_account_find(ctx->db, arena, login, account);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "account") : e;
}

struct error account_recognize(
	struct context *ctx, struct arena *arena, const char *who, struct account *account)
{
	struct id_list ids = { 0 };
	size_t found = 0;
	struct account candidate;
	struct error e = store_account_find(ctx->db, arena, who, account);

	if (e.code != E_NOT_FOUND)
		return e;
	e = store_account_ids(ctx->db, &ids);
	const char *wanted = utf8_fold(arena, who);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		e = store_account_get(ctx->db, arena, ids.ids[i], &candidate);
		if (e.code == E_OK &&
			(strcmp(utf8_fold(arena, candidate.name), wanted) == 0 ||
				(*wanted != '\0' &&
					strcmp(utf8_fold(arena, candidate.email), wanted) == 0))) {
			*account = candidate;
			found++;
		}
	}
	id_list_clear(&ids);
	TRY(e);
	return found == 1 ? ok() : fail(E_NOT_FOUND, "account");
}

static struct error keep_an_admin(
	struct context *ctx, const struct account *before, const struct account *after)
{
	int64_t admins = 0;
	bool was = role_of_code(before->role) == ROLE_ADMIN &&
		   account_state_of(before->state) == ACCOUNT_STATE_ACTIVE;
	bool stays = role_of_code(after->role) == ROLE_ADMIN &&
		     account_state_of(after->state) == ACCOUNT_STATE_ACTIVE;

	if (!was || stays)
		return ok();
	TRY(store_account_admins(ctx->db, &admins));
	return admins > 1 ?
		       ok() :
		       rule(N_("This is the last administrator. Make another account one first."));
}

static struct error update(struct context *ctx, const struct account *account)
{
	struct arena arena = { 0 };
	struct account before;
	struct error e = account_get(ctx, &arena, account->id, &before);

	if (e.code == E_OK)
		e = keep_an_admin(ctx, &before, account);
	if (e.code == E_OK)
		e = store_account_update(ctx->db, account);
	arena_clear(&arena);
	return e;
}

struct error account_update(struct context *ctx, const struct account *account)
{
	struct arena arena = { 0 };
	struct account a = *account;

	TRY(require(ctx, ACT_ACCOUNT));
	struct error e = record_clean(&arena, &record_of_account, &a, IN_EDIT);
	arena_clear(&arena);
	TRY(e);
	struct reference object = reference_number(KIND_ACCOUNT, account->id);

	TRY(context_begin(ctx));
	return context_end(ctx, update(ctx, account), "account.edit", object.text);
}

struct error account_set_language(struct context *ctx, const char *lang)
{
	struct arena arena = { 0 };
	struct account account;
	struct reference object;

	TRY(input_code("language", WORDS_LANGUAGE, lang));
	TRY(context_begin(ctx));
	struct error e = ok();
	if (db_is_fenced(ctx->db)) {
		e = store_juror_set_language(ctx->db, lang);
	} else if ((e = account_get(ctx, &arena, ctx->account.id, &account)).code == E_OK) {
		account.lang = lang;
		e = store_account_update(ctx->db, &account);
	}
	arena_clear(&arena);
	object = reference_number(KIND_ACCOUNT, ctx->account.id);
	e = context_end(ctx, e, "account.language", object.text);
	if (e.code == E_OK)
		ctx->account.lang = i18n_known(lang);
	return e;
}
