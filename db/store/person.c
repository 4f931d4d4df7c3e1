/* SPDX-License-Identifier: MIT */
#include "db/store/person.h"

#include "db/base/sortkey.h"

/* "" is none. */
static struct value optional(const char *text)
{
	return TXT(text == NULL || *text == '\0' ? NULL : text);
}

struct error store_person_add(struct db *db, const struct person *person, int64_t *id)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, person->name);
	struct error e = db_insert(db, Q_PERSON_ADD,
		ARGS(TXT(person->name), value_blob(key.bytes, key.n), optional(person->email),
			optional(person->phone), TXT(person->lang)),
		id);

	arena_clear(&arena);
	return e;
}

struct error store_person_update(struct db *db, const struct person *person)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, person->name);
	struct error e = db_run(db, Q_PERSON_UPDATE,
		ARGS(TXT(person->name), value_blob(key.bytes, key.n), optional(person->email),
			optional(person->phone), TXT(person->lang), I64(person->id),
			I64(person->v)));

	arena_clear(&arena);
	TRY(e);
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_person_delete(struct db *db, int64_t id)
{
	return db_run(db, Q_PERSON_DELETE, ARGS(I64(id)));
}

struct error store_person_get(struct db *db, struct arena *arena, int64_t id, struct person *person)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct person, id) },
		{ FIELD_TEXT, offsetof(struct person, name) },
		{ FIELD_TEXT, offsetof(struct person, email) },
		{ FIELD_TEXT, offsetof(struct person, phone) },
		{ FIELD_TEXT, offsetof(struct person, lang) },
		{ FIELD_INT, offsetof(struct person, v) },
	};
	static const struct shape shape = { sizeof(struct person), fields, LEN(fields) };

	return db_row(db, Q_PERSON_GET, ARGS(I64(id)), &shape, arena, person);
}

struct error store_person_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_PERSON_IDS, NO_ARGS, ids);
}

struct error store_person_find(struct db *db, const char *name, struct id_list *ids)
{
	return db_ids(db, Q_PERSON_FIND, ARGS(TXT(name)), ids);
}

struct error store_person_by_email(struct db *db, const char *email, int64_t *id)
{
	return db_number(db, Q_PERSON_BY_EMAIL, ARGS(TXT(email)), id);
}

struct error store_person_name_add(struct db *db, int64_t id, const char *name, int64_t until)
{
	return db_run(db, Q_PERSON_NAME_ADD, ARGS(I64(id), TXT(name), value_ref(until)));
}

struct error store_person_newest(struct db *db, int64_t *id)
{
	return db_number(db, Q_PERSON_NEWEST, NO_ARGS, id);
}

struct error store_person_namesakes(
	struct db *db, struct arena *arena, int64_t newest, struct namesakes *namesakes)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct namesake, id) },
		{ FIELD_TEXT, offsetof(struct namesake, name) },
		{ FIELD_INT, offsetof(struct namesake, known_id) },
	};
	static const struct shape shape = { sizeof(struct namesake), fields, LEN(fields) };

	return db_rows(db, Q_PERSON_NAMESAKES, ARGS(I64(newest)), &shape, arena, &namesakes->rows,
		&namesakes->n);
}

struct error store_person_names(
	struct db *db, struct arena *arena, int64_t id, struct text_rows *names)
{
	static const struct row_field fields[] = { { FIELD_TEXT,
		offsetof(struct text_row, text) } };
	static const struct shape shape = { sizeof(struct text_row), fields, LEN(fields) };

	return db_rows(db, Q_PERSON_NAMES, ARGS(I64(id)), &shape, arena, &names->rows, &names->n);
}

struct error store_role_add(struct db *db, const struct person_role *role, int64_t *id)
{
	return db_insert(db, Q_ROLE_ADD,
		ARGS(I64(role->person_id), value_ref(role->organization_id),
			value_ref(role->municipality_id), TXT(role->kind), TXT(role->title),
			value_ref(role->valid_from), value_ref(role->valid_to)),
		id);
}

struct error store_role_end(struct db *db, int64_t id, int64_t day)
{
	TRY(db_run(db, Q_ROLE_END, ARGS(I64(day), I64(id))));
	return db_changes(db) == 1 ? ok() : fail(E_NOT_FOUND, "role");
}

struct error store_roles(struct db *db, struct arena *arena, enum role_owner owner, int64_t id,
	struct person_roles *roles)
{
	static const enum query queries[] = {
		[ROLES_OF_PERSON] = Q_ROLES_OF_PERSON,
		[ROLES_OF_ORGANIZATION] = Q_ROLES_OF_ORGANIZATION,
		[ROLES_OF_MUNICIPALITY] = Q_ROLES_OF_MUNICIPALITY,
	};
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct person_role, id) },
		{ FIELD_INT, offsetof(struct person_role, person_id) },
		{ FIELD_TEXT, offsetof(struct person_role, person_name) },
		{ FIELD_INT, offsetof(struct person_role, organization_id) },
		{ FIELD_INT, offsetof(struct person_role, municipality_id) },
		{ FIELD_TEXT, offsetof(struct person_role, kind) },
		{ FIELD_TEXT, offsetof(struct person_role, title) },
		{ FIELD_INT, offsetof(struct person_role, valid_from) },
		{ FIELD_INT, offsetof(struct person_role, valid_to) },
	};
	static const struct shape shape = { sizeof(struct person_role), fields, LEN(fields) };

	return db_rows(db, queries[owner], ARGS(I64(id)), &shape, arena, &roles->rows, &roles->n);
}
