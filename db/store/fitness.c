/* SPDX-License-Identifier: MIT */
#include "db/store/fitness.h"

static const struct field round_qualification_fields[] = {
	{ COLUMN(struct round_qualification, round_id), .name = "round",
		.word = NC_("field", "Round"), .meaning = MEANS_REF, .of = "round", .in = IN_TOLD },
	{ COLUMN(struct round_qualification, qualification), .name = "qualification",
		.word = NC_("field", "Qualification asked of the entrants"), .meaning = MEANS_LINE,
		.in = IN_EDIT | IN_TOLD },
};
const struct record record_of_round_qualification =
	RECORD_OF(round_qualification, "round_qualification");

static const struct field juror_fitness_fields[] = {
	{ COLUMN(struct juror_fitness, panel_member_id), .name = "juror",
		.word = NC_("field", "Juror"), .meaning = MEANS_REF, .of = "panel_member",
		.in = IN_TOLD },
	{ COLUMN(struct juror_fitness, independent), .name = "independent",
		.word = NC_("field", "Independent of entrants"), .meaning = MEANS_CODE,
		.words = WORDS_KNOWN, .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct juror_fitness, qualified), .name = "qualified",
		.word = NC_("field", "Has the qualification"), .meaning = MEANS_CODE,
		.words = WORDS_KNOWN, .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct juror_fitness, note), .name = "note", .code = "fitness_note",
		.word = NC_("field", "Which, and how it is known"), .meaning = MEANS_LINE,
		.in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_juror_fitness = RECORD_OF(juror_fitness, "juror_fitness");

struct error store_round_qualification_put(
	struct db *db, int64_t round_id, const char *qualification)
{
	return db_run(db, Q_ROUND_QUALIFICATION_PUT,
		ARGS(I64("round_id", round_id), TXT("qualification", qualification)));
}

struct error store_round_qualification_get(struct db *db, struct arena *arena, int64_t round_id,
	struct round_qualification *qualification)
{
	return db_row(db, Q_ROUND_QUALIFICATION_GET, ARGS(I64("round_id", round_id)), arena,
		qualification);
}

struct error store_juror_fitness_put(struct db *db, const struct juror_fitness *fitness)
{
	return db_put(db, Q_JUROR_FITNESS_PUT, fitness, NO_ARGS, NULL);
}

struct error store_juror_fitness_get(
	struct db *db, struct arena *arena, int64_t panel_member_id, struct juror_fitness *fitness)
{
	return db_row(db, Q_JUROR_FITNESS_GET, ARGS(I64("id", panel_member_id)), arena, fitness);
}
