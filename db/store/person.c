/* SPDX-License-Identifier: MIT */
#include "db/store/person.h"

#include "db/base/sortkey.h"

static const struct field person_name_fields[] = {
	{ NOWHERE("person_id"), .name = "person", .word = NC_("field", "Person"),
		.meaning = MEANS_REF, .of = "person", .in = IN_TOLD },
	{ NOWHERE("name"), .name = "name", .word = NC_("field", "Name"), .meaning = MEANS_LINE,
		.seen_by = SEEN_BY_OFFICE },
	{ NOWHERE("until"), .name = "valid_to", .word = NC_("field", "Valid to"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
};
extern const struct record record_of_person_name;
const struct record record_of_person_name = RECORD_WITHOUT(person_name, "person_name");

/* "" is none. */
static struct value optional(const char *name, const char *text)
{
	return TXT(name, text == NULL || *text == '\0' ? NULL : text);
}

struct error store_person_add(struct db *db, const struct person *person, int64_t *id)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, person->name);
	struct error e = db_insert(db, Q_PERSON_ADD,
		ARGS(TXT("name", person->name), BLOB("name_key", key.bytes, key.n),
			optional("email", person->email), optional("phone", person->phone),
			TXT("lang", person->lang)),
		id);

	arena_clear(&arena);
	return e;
}

struct error store_person_update(struct db *db, const struct person *person)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, person->name);
	struct error e = db_put(db, Q_PERSON_UPDATE, person,
		ARGS(BLOB("name_key", key.bytes, key.n), optional("email", person->email),
			optional("phone", person->phone)),
		NULL);

	arena_clear(&arena);
	TRY(e);
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_person_delete(struct db *db, int64_t id)
{
	return db_run(db, Q_PERSON_DELETE, ARGS(I64("id", id)));
}

static const struct field person_fields[] = {
	{ COLUMN(struct person, id), .name = "id", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct person, name), .name = "name", .word = NC_("field", "Name"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT | IN_REQUIRED,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct person, email), .name = "email", .word = NC_("field", "E-mail address"),
		.brief = NC_("column", "E-mail"), .meaning = MEANS_EMAIL,
		.in = IN_ADD | IN_EDIT | IN_PAGE, .seen_by = SEEN_BY_CONTACT },
	{ COLUMN(struct person, phone), .name = "phone", .word = NC_("field", "Telephone"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT | IN_PAGE,
		.seen_by = SEEN_BY_CONTACT },
	{ COLUMN(struct person, lang), .name = "language", .word = NC_("field", "Language"),
		.meaning = MEANS_CODE, .words = WORDS_OWN_LANGUAGE,
		.in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED | IN_PAGE },
	{ COLUMN(struct person, v) },
};
const struct record record_of_person = RECORD_OF(person, "person");

struct error store_person_get(struct db *db, struct arena *arena, int64_t id, struct person *person)
{
	return db_row(db, Q_PERSON_GET, ARGS(I64("id", id)), arena, person);
}

struct error store_person_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_PERSON_IDS, NO_ARGS, ids);
}

struct error store_person_find(struct db *db, const char *name, struct id_list *ids)
{
	return db_ids(db, Q_PERSON_FIND, ARGS(TXT("name", name)), ids);
}

struct error store_person_by_email(struct db *db, const char *email, int64_t *id)
{
	return db_number(db, Q_PERSON_BY_EMAIL, ARGS(TXT("email", email)), id);
}

struct error store_person_name_add(struct db *db, int64_t id, const char *name, int64_t until)
{
	return db_run(db, Q_PERSON_NAME_ADD,
		ARGS(I64("person_id", id), TXT("name", name), REF("until", until)));
}

struct error store_person_newest(struct db *db, int64_t *id)
{
	return db_number(db, Q_PERSON_NEWEST, NO_ARGS, id);
}

static const struct field namesake_fields[] = {
	{ COLUMN(struct namesake, id) },
	{ COLUMN(struct namesake, name) },
	{ COLUMN(struct namesake, known_id) },
};
const struct record record_of_namesake = RECORD(namesake);

struct error store_person_namesakes(
	struct db *db, struct arena *arena, int64_t newest, struct namesakes *namesakes)
{
	return db_rows(db, Q_PERSON_NAMESAKES, ARGS(I64("newest", newest)), arena, &namesakes->rows,
		&namesakes->n);
}

struct error store_person_names(
	struct db *db, struct arena *arena, int64_t id, struct text_rows *names)
{
	return db_rows(db, Q_PERSON_NAMES, ARGS(I64("id", id)), arena, &names->rows, &names->n);
}

struct error store_role_add(struct db *db, const struct person_role *role, int64_t *id)
{
	return db_put(db, Q_ROLE_ADD, role, NO_ARGS, id);
}

struct error store_role_end(struct db *db, int64_t id, int64_t day)
{
	TRY(db_run(db, Q_ROLE_END, ARGS(I64("valid_to", day), I64("id", id))));
	return db_changes(db) == 1 ? ok() : fail(E_NOT_FOUND, "role");
}

static const struct field person_role_fields[] = {
	{ COLUMN(struct person_role, id) },
	{ COLUMN(struct person_role, person_id), .name = "person", .word = NC_("field", "Person"),
		.meaning = MEANS_REF, .of = "person", .in = IN_TOLD },
	{ COLUMN(struct person_role, person_name) },
	{ COLUMN_OR_NONE(struct person_role, organization_id), .name = "organization",
		.word = NC_("field", "Organization"), .meaning = MEANS_REF, .of = "organization",
		.in = IN_ADD | IN_TOLD },
	{ COLUMN_OR_NONE(struct person_role, municipality_id), .name = "municipality",
		.word = NC_("field", "Municipality"), .meaning = MEANS_REF, .of = "municipality",
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct person_role, kind), .name = "kind", .code = "role",
		.word = NC_("field", "Role"), .meaning = MEANS_CODE, .words = WORDS_PERSON_ROLE,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct person_role, title), .name = "title", .code = "job_title",
		.word = NC_("field", "Job title"), .meaning = MEANS_LINE, .in = IN_ADD,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct person_role, valid_from), .name = "from", .code = "valid_from",
		.word = NC_("field", "Valid from"), .meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
	{ COLUMN_OR_NONE(struct person_role, valid_to), .name = "to", .code = "valid_to",
		.word = NC_("field", "Valid to"), .meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
};
const struct record record_of_person_role = RECORD_OF(person_role, "role");

struct error store_roles(struct db *db, struct arena *arena, enum role_owner owner, int64_t id,
	struct person_roles *roles)
{
	static const enum query queries[] = {
		[ROLES_OF_PERSON] = Q_ROLES_OF_PERSON,
		[ROLES_OF_ORGANIZATION] = Q_ROLES_OF_ORGANIZATION,
		[ROLES_OF_MUNICIPALITY] = Q_ROLES_OF_MUNICIPALITY,
	};

	return db_rows(db, queries[owner], ARGS(I64("id", id)), arena, &roles->rows, &roles->n);
}
