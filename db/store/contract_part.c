/* SPDX-License-Identifier: MIT */
#include "db/store/contract_part.h"

static const struct field contract_person_fields[] = {
	{ COLUMN(struct contract_person, contract_id), .name = "contract",
		.word = NC_("field", "Contract"), .meaning = MEANS_REF, .of = "contract",
		.in = IN_TOLD },
	{ COLUMN(struct contract_person, part), .name = "part",
		.word = NC_("field", "Part in the contract"), .meaning = MEANS_CODE,
		.words = WORDS_CONTRACT_PART, .in = IN_TOLD },
	{ COLUMN(struct contract_person, position) },
	{ COLUMN(struct contract_person, name), .name = "name", .code = "signer_name",
		.word = NC_("field", "Name in the contract"), .meaning = MEANS_LINE,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct contract_person, title), .name = "title", .code = "signer_title",
		.word = NC_("field", "Title in the contract"), .meaning = MEANS_LINE,
		.seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_contract_person = RECORD_OF(contract_person, "contract_person");

static const struct field contract_milestone_fields[] = {
	{ COLUMN(struct contract_milestone, contract_id), .name = "contract",
		.word = NC_("field", "Contract"), .meaning = MEANS_REF, .of = "contract",
		.in = IN_TOLD },
	{ COLUMN(struct contract_milestone, position) },
	{ COLUMN(struct contract_milestone, due), .name = "due_day", .word = NC_("field", "Due"),
		.meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN(struct contract_milestone, net), .name = "net", .word = NC_("field", "Net"),
		.meaning = MEANS_MONEY, .in = IN_TOLD },
	{ COLUMN(struct contract_milestone, text), .name = "milestone_text",
		.word = NC_("field", "Milestone"), .meaning = MEANS_LINE,
		.seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_contract_milestone =
	RECORD_OF(contract_milestone, "contract_milestone");

struct error store_contract_person_add(struct db *db, const struct contract_person *person)
{
	return db_put(db, Q_CONTRACT_PERSON_ADD, person, NO_ARGS, NULL);
}

struct error store_contract_persons_clear(struct db *db, int64_t contract_id, const char *part)
{
	return db_run(db, Q_CONTRACT_PERSON_CLEAR,
		ARGS(I64("contract_id", contract_id), TXT("part", part)));
}

struct error store_contract_milestone_add(struct db *db, const struct contract_milestone *milestone)
{
	return db_put(db, Q_CONTRACT_MILESTONE_ADD, milestone, NO_ARGS, NULL);
}

struct error store_contract_milestones_clear(struct db *db, int64_t contract_id)
{
	return db_run(db, Q_CONTRACT_MILESTONE_CLEAR, ARGS(I64("contract_id", contract_id)));
}

struct error store_contract_milestones(struct db *db, struct arena *arena, int64_t contract_id,
	struct contract_milestones *milestones)
{
	return db_rows(db, Q_CONTRACT_MILESTONES, ARGS(I64("contract_id", contract_id)), arena,
		&milestones->rows, &milestones->n);
}

struct error store_contract_changes_sum(struct db *db, int64_t id, int64_t *sum)
{
	return db_number(db, Q_CONTRACT_CHANGES_SUM, ARGS(I64("id", id)), sum);
}

struct error store_winner_uninvited(struct db *db, int64_t team_id, int64_t *id)
{
	return db_number(db, Q_WINNER_UNINVITED, ARGS(I64("team_id", team_id)), id);
}
