/* SPDX-License-Identifier: MIT */
#include "db/store/meeting.h"

struct error store_meeting_add(struct db *db, const struct meeting *m, int64_t *id)
{
	return db_put(db, Q_MEETING_ADD, m, NO_ARGS, id);
}

struct error store_meeting_update(struct db *db, const struct meeting *m)
{
	TRY(db_put(db, Q_MEETING_UPDATE, m, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_meeting_end(struct db *db, int64_t id, int64_t ends)
{
	return db_run(db, Q_MEETING_END, ARGS(REF("ends", ends), I64("id", id)));
}

struct error store_meeting_number(struct db *db, int64_t from, int64_t until, int64_t *number)
{
	return db_number(
		db, Q_MEETING_NUMBER, ARGS(I64("from", from), I64("until", until)), number);
}

static const struct field meeting_fields[] = {
	{ COLUMN(struct meeting, id) },
	{ COLUMN(struct meeting, decision_id), .name = "decision", .word = NC_("field", "Decision"),
		.meaning = MEANS_REF, .of = "decision", .in = IN_TOLD },
	{ COLUMN(struct meeting, decision_code), .shows = "decision" },
	{ COLUMN(struct meeting, decision_state) },
	{ COLUMN(struct meeting, round_id) },
	{ COLUMN(struct meeting, round_key) },
	{ COLUMN(struct meeting, quorum), .name = "quorum", .word = NC_("field", "Quorum"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct meeting, number), .name = "number", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct meeting, starts), .name = "starts", .code = "meeting_starts",
		.word = NC_("field", "Opened"), .meaning = MEANS_TIME,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_OR_NONE(struct meeting, ends), .name = "ends", .code = "meeting_ends",
		.word = NC_("field", "Ended"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct meeting, chair_id), .name = "chair", .word = NC_("field", "Chair"),
		.meaning = MEANS_REF, .of = "panel_member", .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct meeting, chair), .shows = "chair" },
	{ COLUMN(struct meeting, chair_name) },
	{ COLUMN(struct meeting, place), .name = "place", .word = NC_("field", "Place"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT },
	{ COLUMN(struct meeting, form), .name = "form", .code = "meeting_form",
		.word = NC_("field", "How it is held"), .meaning = MEANS_CODE,
		.words = WORDS_MEETING_FORM, .in = IN_ADD | IN_EDIT },
	{ COLUMN(struct meeting, lang), .name = "language", .word = NC_("field", "Language"),
		.meaning = MEANS_CODE, .words = WORDS_LANGUAGE, .in = IN_ADD | IN_EDIT },
	{ COLUMN(struct meeting, secretary), .name = "secretary", .word = NC_("field", "Secretary"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct meeting, examiners), .name = "examiners",
		.word = NC_("field", "Examiners of the minutes"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct meeting, call_sent), .name = "call_sent",
		.word = NC_("field", "Call sent"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct meeting, agenda), .name = "agenda", .word = NC_("field", "Agenda"),
		.meaning = MEANS_LINES, .in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct meeting, v) },
};
const struct record record_of_meeting = RECORD_OF(meeting, "meeting");

struct error store_meeting_get(
	struct db *db, struct arena *arena, int64_t id, struct meeting *meeting)
{
	return db_row(db, Q_MEETING_GET, ARGS(I64("id", id)), arena, meeting);
}

struct error store_meeting_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_MEETING_IDS, NO_ARGS, ids);
}

struct error store_meeting_of_round(struct db *db, int64_t round_id, int64_t *id)
{
	return db_number(db, Q_MEETING_OF_ROUND, ARGS(I64("round_id", round_id)), id);
}

struct error store_meeting_of_decision(struct db *db, int64_t decision_id, int64_t *id)
{
	return db_number(db, Q_MEETING_OF_DECISION, ARGS(I64("decision_id", decision_id)), id);
}

static const struct field meeting_bar_fields[] = {
	{ COLUMN(struct meeting_bar, member_id) },
	{ COLUMN(struct meeting_bar, item_id) },
	{ COLUMN(struct meeting_bar, ground) },
	{ COLUMN(struct meeting_bar, decided_by) },
};
const struct record record_of_meeting_bar = RECORD(meeting_bar);

struct error store_meeting_bars(struct db *db, struct arena *arena, int64_t round_id, bool sealed,
	struct meeting_bars *bars)
{
	return db_rows(db, Q_MEETING_BARS, ARGS(I64("round_id", round_id), I64("sealed", sealed)),
		arena, &bars->rows, &bars->n);
}

struct error store_meeting_item_put(struct db *db, int64_t id, int64_t item_id, int64_t decided)
{
	return db_run(db, Q_MEETING_ITEM_PUT,
		ARGS(I64("meeting_id", id), I64("round_item_id", item_id),
			I64("decided", decided)));
}

#define OF_ITEM(type_) \
	{ \
		COLUMN_AS_OR_NONE(struct type_, item_id, "round_item_id"), \
			.name = "submission", .word = NC_("field", "Submission"), \
			.meaning = MEANS_REF, .of = "round_item", .in = IN_TOLD \
	}
#define OF_MEMBER(type_) \
	{ \
		COLUMN_AS(struct type_, member_id, "panel_member_id"), \
			.name = "juror", .word = NC_("field", "Juror"), .meaning = MEANS_REF, \
			.of = "panel_member", .in = IN_TOLD \
	}

static const struct field meeting_item_fields[] = {
	OF_ITEM(meeting_item),
	{ COLUMN(struct meeting_item, decided), .name = "decided", .word = NC_("field", "Decided"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
};
const struct record record_of_meeting_item = RECORD_OF(meeting_item, "meeting_item");

struct error store_meeting_items(
	struct db *db, struct arena *arena, int64_t id, struct meeting_items *items)
{
	return db_rows(
		db, Q_MEETING_ITEMS, ARGS(I64("meeting_id", id)), arena, &items->rows, &items->n);
}

struct error store_meeting_absence_add(struct db *db, int64_t id, const struct meeting_absence *a)
{
	return db_put(db, Q_MEETING_ABSENCE_ADD, a, ARGS(I64("meeting_id", id)), NULL);
}

struct error store_meeting_absence_end(struct db *db, int64_t absence_id, int64_t returned)
{
	return db_run(
		db, Q_MEETING_ABSENCE_END, ARGS(I64("returned", returned), I64("id", absence_id)));
}

static const struct field meeting_absence_fields[] = {
	{ COLUMN(struct meeting_absence, id) },
	OF_MEMBER(meeting_absence),
	{ COLUMN(struct meeting_absence, login), .shows = "juror" },
	{ COLUMN(struct meeting_absence, name) },
	OF_ITEM(meeting_absence),
	{ COLUMN(struct meeting_absence, item_code), .shows = "submission" },
	{ COLUMN(struct meeting_absence, since), .name = "left", .code = "went_out",
		.word = NC_("field", "Went out"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct meeting_absence, returned), .name = "returned",
		.word = NC_("field", "Back in the room"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct meeting_absence, ground), .name = "ground",
		.word = NC_("field", "Ground"), .meaning = MEANS_CODE, .words = WORDS_GROUND,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct meeting_absence, decided_by), .name = "decider",
		.word = NC_("field", "Decided by"), .meaning = MEANS_CODE,
		.words = WORDS_CONFLICT_DECIDER, .in = IN_TOLD },
	{ COLUMN(struct meeting_absence, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_meeting_absence = RECORD_OF(meeting_absence, "meeting_absence");

struct error store_meeting_absences(
	struct db *db, struct arena *arena, int64_t id, struct meeting_absences *absences)
{
	return db_rows(db, Q_MEETING_ABSENCES, ARGS(I64("meeting_id", id)), arena, &absences->rows,
		&absences->n);
}

struct error store_meeting_vote_add(
	struct db *db, int64_t id, const struct meeting_vote *vote, int64_t *vote_id)
{
	return db_put(db, Q_MEETING_VOTE_ADD, vote, ARGS(I64("meeting_id", id)), vote_id);
}

static const struct field meeting_vote_fields[] = {
	{ COLUMN(struct meeting_vote, id) },
	OF_ITEM(meeting_vote),
	{ COLUMN(struct meeting_vote, item_code), .shows = "submission" },
	{ COLUMN(struct meeting_vote, question), .name = "question", .code = "vote_question",
		.word = NC_("field", "Voted on"), .meaning = MEANS_LINE, .max = FIELD_MAX,
		.in = IN_ADD | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct meeting_vote, at) },
	{ COLUMN(struct meeting_vote, passed), .name = "passed", .code = "vote_passed",
		.word = NC_("field", "Carried"), .meaning = MEANS_FLAG, .in = IN_TOLD },
	{ COLUMN(struct meeting_vote, casting), .name = "casting",
		.word = NC_("field", "By the chair's vote"), .meaning = MEANS_FLAG, .in = IN_TOLD },
	{ COLUMN(struct meeting_vote, ayes) },
	{ COLUMN(struct meeting_vote, noes) },
	{ COLUMN(struct meeting_vote, blanks) },
};
const struct record record_of_meeting_vote = RECORD_OF(meeting_vote, "meeting_vote");

struct error store_meeting_votes(
	struct db *db, struct arena *arena, int64_t id, struct meeting_votes *votes)
{
	return db_rows(
		db, Q_MEETING_VOTES, ARGS(I64("meeting_id", id)), arena, &votes->rows, &votes->n);
}

struct error store_meeting_ballot_add(
	struct db *db, int64_t vote_id, int64_t member_id, const char *choice)
{
	return db_run(db, Q_MEETING_BALLOT_ADD,
		ARGS(I64("vote_id", vote_id), I64("panel_member_id", member_id),
			TXT("choice", choice)));
}

static const struct field meeting_ballot_fields[] = {
	{ COLUMN(struct meeting_ballot, vote_id) },
	OF_MEMBER(meeting_ballot),
	{ COLUMN(struct meeting_ballot, login), .shows = "juror" },
	{ COLUMN(struct meeting_ballot, name) },
	{ COLUMN(struct meeting_ballot, choice), .name = "choice", .word = NC_("field", "Vote"),
		.meaning = MEANS_CODE, .words = WORDS_VOTE, .in = IN_TOLD },
};
const struct record record_of_meeting_ballot = RECORD_OF(meeting_ballot, "meeting_ballot");

struct error store_meeting_ballots(
	struct db *db, struct arena *arena, int64_t id, struct meeting_ballots *ballots)
{
	return db_rows(db, Q_MEETING_BALLOTS, ARGS(I64("meeting_id", id)), arena, &ballots->rows,
		&ballots->n);
}

struct error store_meeting_dissent_add(struct db *db, int64_t id, const struct meeting_dissent *d)
{
	return db_put(db, Q_MEETING_DISSENT_ADD, d, ARGS(I64("meeting_id", id)), NULL);
}

static const struct field meeting_dissent_fields[] = {
	{ COLUMN(struct meeting_dissent, id) },
	OF_ITEM(meeting_dissent),
	{ COLUMN(struct meeting_dissent, item_code), .shows = "submission" },
	OF_MEMBER(meeting_dissent),
	{ COLUMN(struct meeting_dissent, login), .shows = "juror" },
	{ COLUMN(struct meeting_dissent, name) },
	{ COLUMN(struct meeting_dissent, text), .name = "text", .code = "dissent",
		.word = NC_("field", "Dissenting opinion"), .meaning = MEANS_LINES,
		.max = REASON_MAX, .in = IN_ADD | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct meeting_dissent, at) },
};
const struct record record_of_meeting_dissent = RECORD_OF(meeting_dissent, "meeting_dissent");

struct error store_meeting_dissents(
	struct db *db, struct arena *arena, int64_t id, struct meeting_dissents *dissents)
{
	return db_rows(db, Q_MEETING_DISSENTS, ARGS(I64("meeting_id", id)), arena, &dissents->rows,
		&dissents->n);
}

struct error store_meeting_remark_add(struct db *db, int64_t id, const struct meeting_remark *r)
{
	return db_put(db, Q_MEETING_REMARK_ADD, r, ARGS(I64("meeting_id", id)), NULL);
}

static const struct field meeting_remark_fields[] = {
	{ COLUMN(struct meeting_remark, id) },
	OF_ITEM(meeting_remark),
	{ COLUMN(struct meeting_remark, item_code), .shows = "submission" },
	{ COLUMN(struct meeting_remark, kind), .name = "kind", .code = "remark_kind",
		.word = NC_("field", "Kind of remark"), .meaning = MEANS_CODE,
		.words = WORDS_REMARK, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct meeting_remark, text), .name = "text", .word = NC_("field", "Text"),
		.meaning = MEANS_LINES, .max = REASON_MAX, .in = IN_ADD | IN_REQUIRED,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct meeting_remark, at) },
};
const struct record record_of_meeting_remark = RECORD_OF(meeting_remark, "meeting_remark");

struct error store_meeting_remarks(
	struct db *db, struct arena *arena, int64_t id, struct meeting_remarks *remarks)
{
	return db_rows(db, Q_MEETING_REMARKS, ARGS(I64("meeting_id", id)), arena, &remarks->rows,
		&remarks->n);
}

struct error store_meeting_person_add(struct db *db, int64_t id, const struct meeting_person *p)
{
	return db_put(db, Q_MEETING_PERSON_ADD, p, ARGS(I64("meeting_id", id)), NULL);
}

static const struct field meeting_person_fields[] = {
	{ COLUMN(struct meeting_person, id) },
	{ COLUMN(struct meeting_person, role), .name = "role", .code = "heard_as",
		.word = NC_("field", "In what role"), .meaning = MEANS_CODE, .words = WORDS_HEARD,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct meeting_person, name), .name = "name", .word = NC_("field", "Name"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	OF_ITEM(meeting_person),
	{ COLUMN(struct meeting_person, item_code), .shows = "submission" },
};
const struct record record_of_meeting_person = RECORD_OF(meeting_person, "meeting_person");

struct error store_meeting_persons(
	struct db *db, struct arena *arena, int64_t id, struct meeting_persons *persons)
{
	return db_rows(db, Q_MEETING_PERSONS, ARGS(I64("meeting_id", id)), arena, &persons->rows,
		&persons->n);
}

static const struct field meeting_comment_fields[] = {
	{ COLUMN(struct meeting_comment, name) },
	{ COLUMN(struct meeting_comment, notes) },
	{ COLUMN(struct meeting_comment, feedback) },
};
const struct record record_of_meeting_comment = RECORD(meeting_comment);

struct error store_meeting_comments(
	struct db *db, struct arena *arena, int64_t item_id, struct meeting_comments *comments)
{
	return db_rows(db, Q_MEETING_COMMENTS, ARGS(I64("round_item_id", item_id)), arena,
		&comments->rows, &comments->n);
}
