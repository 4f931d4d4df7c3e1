/* SPDX-License-Identifier: MIT */
#include "db/store/adoption.h"

struct error store_adoption_add(struct db *db, const struct adoption *a, int64_t *id)
{
	return db_put(db, Q_ADOPTION_ADD, a, NO_ARGS, id);
}

struct error store_adoption_ids(struct db *db, enum adoption_sort sort, int64_t team_id,
	const char *lang, struct id_list *ids)
{
	switch (sort) {
	case ADOPTION_BY_TEAM:
		return db_ids(db, Q_ADOPTION_IDS_BY_TEAM,
			ARGS(TXT("lang", lang), REF("team_id", team_id)), ids);
	case ADOPTION_BY_MUNICIPALITY:
		return db_ids(db, Q_ADOPTION_IDS_BY_MUNICIPALITY,
			ARGS(TXT("lang", lang), REF("team_id", team_id)), ids);
	case ADOPTION_BY_STATE:
		return db_ids(db, Q_ADOPTION_IDS_BY_STATE,
			ARGS(TXT("lang", lang), REF("team_id", team_id)), ids);
	case ADOPTION_BY_DAY:
		return db_ids(db, Q_ADOPTION_IDS_BY_DAY, ARGS(REF("team_id", team_id)), ids);
	}
	return ok();
}

struct error store_adoption_of_municipality(
	struct db *db, int64_t municipality_id, struct id_list *ids)
{
	return db_ids(
		db, Q_ADOPTION_OF_MUNICIPALITY, ARGS(I64("municipality_id", municipality_id)), ids);
}

struct error store_adoption_steps_of_team(struct db *db, int64_t team_id, int64_t *n)
{
	return db_number(db, Q_ADOPTION_STEPS_OF_TEAM, ARGS(I64("team_id", team_id)), n);
}

static const struct field adoption_fields[] = {
	{ COLUMN(struct adoption, id) },
	{ COLUMN(struct adoption, municipality_id), .name = "municipality",
		.word = NC_("field", "Municipality"), .meaning = MEANS_REF, .of = "municipality",
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct adoption, team_id), .name = "team", .word = NC_("field", "Team"),
		.meaning = MEANS_REF, .of = "team", .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct adoption, team_code), .shows = "team" },
	{ COLUMN(struct adoption, team_name), .name = "team_name",
		.word = NC_("field", "Solution of"), .meaning = MEANS_LINE },
	{ COLUMN(struct adoption, challenge_code), .name = "challenge",
		.word = NC_("field", "Challenge"), .brief = NC_("column", "Chall."),
		.meaning = MEANS_LINE },
	{ COLUMN(struct adoption, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_ADOPTION_STATE,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct adoption, day), .name = "date", .word = NC_("field", "Date"),
		.brief = NC_("column", "Since"), .meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct adoption, source), .name = "source", .word = NC_("field", "Source"),
		.meaning = MEANS_LINE, .in = IN_ADD, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct adoption, steps), .name = "steps", .word = NC_("field", "Steps"),
		.meaning = MEANS_NUMBER },
};
const struct record record_of_adoption = RECORD_OF(adoption, "adoption");

struct error store_adoption_get(
	struct db *db, struct arena *arena, int64_t id, struct adoption *adoption)
{
	return db_row(db, Q_ADOPTION_GET, ARGS(I64("id", id)), arena, adoption);
}

struct error store_adoption_find(
	struct db *db, int64_t municipality_id, int64_t team_id, int64_t *id)
{
	return db_number(db, Q_ADOPTION_FIND,
		ARGS(I64("municipality_id", municipality_id), I64("team_id", team_id)), id);
}

static const struct field adoption_step_fields[] = {
	{ COLUMN(struct adoption_step, state) },
	{ COLUMN(struct adoption_step, day) },
	{ COLUMN(struct adoption_step, source) },
};
const struct record record_of_adoption_step = RECORD(adoption_step);

struct error store_adoption_steps(
	struct db *db, struct arena *arena, int64_t id, struct adoption_steps *steps)
{
	return db_rows(db, Q_ADOPTION_STEPS, ARGS(I64("id", id)), arena, &steps->rows, &steps->n);
}

static const struct field adoption_count_fields[] = {
	{ COLUMN(struct adoption_count, state) },
	{ COLUMN(struct adoption_count, n) },
};
const struct record record_of_adoption_count = RECORD(adoption_count);

struct error store_adoption_counts(
	struct db *db, struct arena *arena, struct adoption_counts *counts)
{
	return db_rows(db, Q_ADOPTION_COUNTS, NO_ARGS, arena, &counts->rows, &counts->n);
}

struct error store_adoption_municipalities(struct db *db, int64_t *n)
{
	return db_number(db, Q_ADOPTION_MUNICIPALITIES, NO_ARGS, n);
}

struct error store_adoption_teams(struct db *db, struct id_list *team_ids)
{
	return db_ids(db, Q_ADOPTION_TEAMS, NO_ARGS, team_ids);
}
