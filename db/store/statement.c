/* SPDX-License-Identifier: MIT */
#include "db/store/statement.h"

static const struct field frozen_statement_fields[] = {
	{ COLUMN(struct frozen_statement, decision_id), .name = "statement",
		.word = NC_("field", "Statement"), .meaning = MEANS_REF, .of = "decision",
		.in = IN_TOLD },
	{ COLUMN(struct frozen_statement, text), .name = "text", .code = "statement_text",
		.word = NC_("field", "Frozen text"), .meaning = MEANS_LINES,
		.seen_by = SEEN_BY_JURY },
	{ COLUMN(struct frozen_statement, hash), .name = "hash", .code = "statement_hash",
		.word = NC_("field", "Hash of the frozen text"), .meaning = MEANS_LINE,
		.in = IN_TOLD },
	{ COLUMN(struct frozen_statement, frozen), .name = "frozen", .code = "statement_frozen",
		.word = NC_("field", "Text frozen"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct frozen_statement, frozen_by) },
};
const struct record record_of_frozen_statement = RECORD_OF(frozen_statement, "statement");

struct error store_statement_freeze(
	struct db *db, const struct frozen_statement *frozen, int64_t account_id)
{
	TRY(db_put(db, Q_STATEMENT_FREEZE, frozen, ARGS(REF("account_id", account_id)), NULL));
	return db_run(db, Q_DECISION_SET_FROZEN, ARGS(I64("id", frozen->decision_id)));
}

struct error store_statement_frozen(
	struct db *db, struct arena *arena, int64_t decision_id, struct frozen_statement *frozen)
{
	return db_row(db, Q_STATEMENT_FROZEN, ARGS(I64("decision_id", decision_id)), arena, frozen);
}

struct error store_signature_add(
	struct db *db, int64_t decision_id, const struct jury_signature *s, int64_t account_id)
{
	return db_put(db, Q_SIGNATURE_ADD, s,
		ARGS(I64("decision_id", decision_id), I64("panel_member_id", s->member_id),
			REF("account_id", account_id)),
		NULL);
}

static const struct field jury_signature_fields[] = {
	{ COLUMN(struct jury_signature, member_id) },
	{ COLUMN(struct jury_signature, name), .name = "member", .code = "signed_by",
		.word = NC_("field", "Signed by"), .meaning = MEANS_LINE },
	{ COLUMN(struct jury_signature, chair) },
	{ COLUMN(struct jury_signature, how), .name = "how", .word = NC_("field", "How"),
		.meaning = MEANS_CODE, .words = WORDS_SIGNING, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct jury_signature, place), .name = "where", .code = "paper",
		.word = NC_("field", "Where the paper is kept"), .meaning = MEANS_LINE,
		.in = IN_ADD, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct jury_signature, service), .name = "service", .code = "signing_service",
		.word = NC_("field", "Signing service"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct jury_signature, level), .name = "level", .code = "signing_level",
		.word = NC_("field", "Level of the signature"), .meaning = MEANS_CODE,
		.words = WORDS_SIGNING_LEVEL, .in = IN_ADD | IN_TOLD },
	{ COLUMN_OR_NONE(struct jury_signature, at), .name = "time", .code = "signed_at",
		.word = NC_("field", "Signed in the service"), .meaning = MEANS_TIME,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN_OR_NONE(struct jury_signature, attachment_id) },
	{ COLUMN(struct jury_signature, file) },
	{ COLUMN(struct jury_signature, reason), .name = "reason", .code = "unsigned_reason",
		.word = NC_("field", "Why not signed"), .meaning = MEANS_LINES, .max = REASON_MAX,
		.in = IN_ADD, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct jury_signature, day), .name = "date", .word = NC_("field", "Date"),
		.meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct jury_signature, recorded_by) },
	{ NOWHERE("decision_id"), .name = "decision", .word = NC_("field", "Decision"),
		.meaning = MEANS_REF, .of = "decision", .in = IN_TOLD },
	{ NOWHERE("panel_member_id"), .name = "juror", .word = NC_("field", "Juror"),
		.meaning = MEANS_REF, .of = "panel_member", .in = IN_TOLD },
};
const struct record record_of_jury_signature = RECORD_OF(jury_signature, "signature");

struct error store_signatures(
	struct db *db, struct arena *arena, int64_t decision_id, struct jury_signatures *signatures)
{
	return db_rows(db, Q_SIGNATURES, ARGS(I64("decision_id", decision_id)), arena,
		&signatures->rows, &signatures->n);
}

static const struct field opening_fields[] = {
	{ COLUMN(struct opening, id) },
	{ COLUMN(struct opening, round_id), .name = "round", .word = NC_("field", "Round"),
		.meaning = MEANS_REF, .of = "round", .in = IN_TOLD },
	{ COLUMN(struct opening, round_key), .shows = "round" },
	{ COLUMN(struct opening, decision_id), .name = "statement",
		.word = NC_("field", "Statement"), .meaning = MEANS_REF, .of = "decision",
		.in = IN_TOLD },
	{ COLUMN(struct opening, statement), .shows = "statement" },
	{ COLUMN(struct opening, hash), .name = "hash", .code = "statement_hash",
		.word = NC_("field", "Hash of the frozen text"), .meaning = MEANS_LINE,
		.in = IN_TOLD },
	{ COLUMN(struct opening, at), .name = "opened", .code = "names_opened",
		.word = NC_("field", "Names opened"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct opening, place), .name = "place", .word = NC_("field", "Place"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct opening, custodian), .name = "custodian",
		.word = NC_("field", "Custodian of the codes"), .meaning = MEANS_LINE },
};
const struct record record_of_opening = RECORD_OF(opening, "opening");

static const struct field opening_witness_fields[] = {
	{ COLUMN_OR_NONE(struct opening_witness, account_id) },
	{ COLUMN(struct opening_witness, name), .name = "witness", .word = NC_("field", "Witness"),
		.meaning = MEANS_LINE, .seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_opening_witness = RECORD_OF(opening_witness, "opening_witness");

static const struct field opening_name_fields[] = {
	{ COLUMN_AS(struct opening_name, item_id, "round_item_id") },
	{ COLUMN(struct opening_name, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE, .seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN(struct opening_name, title) },
	{ COLUMN(struct opening_name, submission), .name = "submission",
		.word = NC_("field", "Submission"), .meaning = MEANS_LINE,
		.seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN(struct opening_name, team), .name = "team", .word = NC_("field", "Team"),
		.meaning = MEANS_LINE, .seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN(struct opening_name, organization), .name = "organization",
		.word = NC_("field", "Organization"), .meaning = MEANS_LINE,
		.seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN(struct opening_name, members), .name = "members", .code = "public_members",
		.word = NC_("field", "Members who may be named"), .meaning = MEANS_LINES,
		.seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN(struct opening_name, other_members), .name = "other_members",
		.word = NC_("field", "Members who may not be named"), .meaning = MEANS_LINES,
		.seen_by = SEEN_BY_CUSTODIAN },
};
const struct record record_of_opening_name = RECORD_OF(opening_name, "opening_name");

struct error store_opening_add(
	struct db *db, const struct opening *opening, int64_t account_id, int64_t *id)
{
	return db_put(db, Q_OPENING_ADD, opening, ARGS(REF("account_id", account_id)), id);
}

struct error store_opening_witness_add(
	struct db *db, int64_t id, const struct opening_witness *witness)
{
	return db_put(db, Q_OPENING_WITNESS_ADD, witness, ARGS(I64("opening_id", id)), NULL);
}

struct error store_opening_names_add(struct db *db, int64_t id)
{
	return db_run(db, Q_OPENING_NAMES_ADD, ARGS(I64("opening_id", id)));
}

struct error store_opening_get(
	struct db *db, struct arena *arena, int64_t round_id, struct opening *opening)
{
	return db_row(db, Q_OPENING_GET, ARGS(I64("round_id", round_id)), arena, opening);
}

struct error store_opening_witnesses(
	struct db *db, struct arena *arena, int64_t id, struct opening_witnesses *witnesses)
{
	return db_rows(db, Q_OPENING_WITNESSES, ARGS(I64("opening_id", id)), arena,
		&witnesses->rows, &witnesses->n);
}

struct error store_opening_names(
	struct db *db, struct arena *arena, int64_t id, struct opening_names *names)
{
	return db_rows(
		db, Q_OPENING_NAMES, ARGS(I64("opening_id", id)), arena, &names->rows, &names->n);
}

static const struct field blind_release_fields[] = {
	{ COLUMN(struct blind_release, at) },
	{ COLUMN(struct blind_release, who) },
	{ COLUMN(struct blind_release, reason) },
};
const struct record record_of_blind_release = RECORD(blind_release);

static const struct field received_count_fields[] = {
	{ COLUMN(struct received_count, n) },
	{ COLUMN(struct received_count, late) },
	{ COLUMN(struct received_count, rejected) },
	{ COLUMN(struct received_count, withdrawn) },
};
const struct record record_of_received_count = RECORD(received_count);

struct error store_blind_releases(
	struct db *db, struct arena *arena, int64_t round_id, struct blind_releases *releases)
{
	return db_rows(db, Q_BLIND_RELEASES, ARGS(I64("round_id", round_id)), arena,
		&releases->rows, &releases->n);
}

struct error store_round_received(
	struct db *db, struct arena *arena, int64_t round_id, struct received_count *count)
{
	return db_row(db, Q_ROUND_RECEIVED, ARGS(I64("round_id", round_id)), arena, count);
}
