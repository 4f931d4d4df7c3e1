/* SPDX-License-Identifier: MIT */
#include "db/store/adoption.h"

struct error store_adoption_add(struct db *db, const struct adoption *a, int64_t *id)
{
	return db_insert(db, Q_ADOPTION_ADD,
		ARGS(I64(a->municipality_id), I64(a->team_id), TXT(a->state), I64(a->day),
			TXT(a->source)),
		id);
}

struct error store_adoption_ids(struct db *db, enum adoption_sort sort, int64_t team_id,
	const char *lang, struct id_list *ids)
{
	switch (sort) {
	case ADOPTION_BY_TEAM:
		return db_ids(db, Q_ADOPTION_IDS_BY_TEAM, ARGS(TXT(lang), value_ref(team_id)), ids);
	case ADOPTION_BY_MUNICIPALITY:
		return db_ids(db, Q_ADOPTION_IDS_BY_MUNICIPALITY,
			ARGS(TXT(lang), value_ref(team_id)), ids);
	case ADOPTION_BY_STATE:
		return db_ids(
			db, Q_ADOPTION_IDS_BY_STATE, ARGS(TXT(lang), value_ref(team_id)), ids);
	case ADOPTION_BY_DAY:
		return db_ids(db, Q_ADOPTION_IDS_BY_DAY, ARGS(value_ref(team_id)), ids);
	}
	return ok();
}

struct error store_adoption_of_municipality(
	struct db *db, int64_t municipality_id, struct id_list *ids)
{
	return db_ids(db, Q_ADOPTION_OF_MUNICIPALITY, ARGS(I64(municipality_id)), ids);
}

struct error store_adoption_get(
	struct db *db, struct arena *arena, int64_t id, struct adoption *adoption)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct adoption, id) },
		{ FIELD_INT, offsetof(struct adoption, municipality_id) },
		{ FIELD_INT, offsetof(struct adoption, team_id) },
		{ FIELD_TEXT, offsetof(struct adoption, team_code) },
		{ FIELD_TEXT, offsetof(struct adoption, team_name) },
		{ FIELD_TEXT, offsetof(struct adoption, challenge_code) },
		{ FIELD_TEXT, offsetof(struct adoption, state) },
		{ FIELD_INT, offsetof(struct adoption, day) },
		{ FIELD_TEXT, offsetof(struct adoption, source) },
		{ FIELD_INT, offsetof(struct adoption, steps) },
	};
	static const struct shape shape = { sizeof(struct adoption), fields, LEN(fields) };

	return db_row(db, Q_ADOPTION_GET, ARGS(I64(id)), &shape, arena, adoption);
}

struct error store_adoption_find(
	struct db *db, int64_t municipality_id, int64_t team_id, int64_t *id)
{
	return db_number(db, Q_ADOPTION_FIND, ARGS(I64(municipality_id), I64(team_id)), id);
}

struct error store_adoption_steps(
	struct db *db, struct arena *arena, int64_t id, struct adoption_steps *steps)
{
	static const struct row_field fields[] = {
		{ FIELD_TEXT, offsetof(struct adoption_step, state) },
		{ FIELD_INT, offsetof(struct adoption_step, day) },
		{ FIELD_TEXT, offsetof(struct adoption_step, source) },
	};
	static const struct shape shape = { sizeof(struct adoption_step), fields, LEN(fields) };

	return db_rows(db, Q_ADOPTION_STEPS, ARGS(I64(id)), &shape, arena, &steps->rows, &steps->n);
}

struct error store_adoption_counts(
	struct db *db, struct arena *arena, struct adoption_counts *counts)
{
	static const struct row_field fields[] = {
		{ FIELD_TEXT, offsetof(struct adoption_count, state) },
		{ FIELD_INT, offsetof(struct adoption_count, n) },
	};
	static const struct shape shape = { sizeof(struct adoption_count), fields, LEN(fields) };

	return db_rows(db, Q_ADOPTION_COUNTS, NO_ARGS, &shape, arena, &counts->rows, &counts->n);
}

struct error store_adoption_municipalities(struct db *db, int64_t *n)
{
	return db_number(db, Q_ADOPTION_MUNICIPALITIES, NO_ARGS, n);
}

struct error store_adoption_teams(struct db *db, struct id_list *team_ids)
{
	return db_ids(db, Q_ADOPTION_TEAMS, NO_ARGS, team_ids);
}
