/* SPDX-License-Identifier: MIT */
#include "db/store/account.h"

static const struct field account_fields[] = {
	{ COLUMN(struct account, id) },
	{ COLUMN(struct account, login), .name = "login", .word = NC_("field", "User name"),
		.meaning = MEANS_LINE, .max = LOGIN_MAX, .in = IN_ADD | IN_REQUIRED | IN_PAGE,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct account, person_id), .name = "person", .word = NC_("field", "Person"),
		.meaning = MEANS_REF, .of = "person", .in = IN_TOLD },
	{ COLUMN(struct account, name), .name = "name", .word = NC_("field", "Name"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_REQUIRED },
	{ COLUMN(struct account, email), .name = "email", .word = NC_("field", "E-mail address"),
		.meaning = MEANS_EMAIL, .in = IN_ADD | IN_PAGE, .seen_by = SEEN_BY_CONTACT },
	{ COLUMN(struct account, role), .name = "role", .word = NC_("field", "Role"),
		.meaning = MEANS_CODE, .words = WORDS_ROLE,
		.in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED | IN_PAGE },
	{ COLUMN(struct account, lang), .name = "language", .word = NC_("field", "Language"),
		.meaning = MEANS_CODE, .words = WORDS_LANGUAGE,
		.in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED | IN_PAGE },
	{ COLUMN(struct account, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_ACCOUNT_STATE,
		.in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct account, v) },
};
const struct record record_of_account = RECORD_OF(account, "account");

struct error store_account_get(
	struct db *db, struct arena *arena, int64_t id, struct account *account)
{
	return db_row(db, Q_ACCOUNT_GET, ARGS(I64("id", id)), arena, account);
}

struct error store_account_find(
	struct db *db, struct arena *arena, const char *login, struct account *account)
{
	return db_row(db, Q_ACCOUNT_FIND, ARGS(TXT("login", login)), arena, account);
}

struct error store_account_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_ACCOUNT_IDS, NO_ARGS, ids);
}

struct error store_account_add(struct db *db, const struct account *account, int64_t *id)
{
	return db_put(db, Q_ACCOUNT_ADD, account, NO_ARGS, id);
}

struct error store_account_set_login(struct db *db, int64_t id, const char *login)
{
	return db_run(db, Q_ACCOUNT_SET_LOGIN, ARGS(TXT("login", login), I64("id", id)));
}

struct error store_account_update(struct db *db, const struct account *account)
{
	TRY(db_put(db, Q_ACCOUNT_UPDATE, account, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_account_office(struct db *db, struct arena *arena, char **contact)
{
	struct error e = db_text(db, Q_ACCOUNT_OFFICE, NO_ARGS, arena, contact);

	if (e.code != E_NOT_FOUND)
		return e;
	*contact = arena_text(arena, "");
	return ok();
}

struct error store_account_admins(struct db *db, int64_t *n)
{
	return db_number(db, Q_ACCOUNT_ADMINS, NO_ARGS, n);
}
