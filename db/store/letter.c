/* SPDX-License-Identifier: MIT */
#include "db/store/letter.h"

static const struct field letter_fields[] = {
	{ COLUMN(struct letter, id) },
	{ COLUMN(struct letter, number) },
	{ COLUMN(struct letter, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct letter, kind), .name = "kind", .code = "letter_kind",
		.word = NC_("field", "Kind of letter"), .brief = NC_("column", "Letter"),
		.meaning = MEANS_CODE, .words = WORDS_LETTER_KIND, .in = IN_TOLD },
	{ COLUMN(struct letter, object), .name = "of", .code = "record",
		.word = NC_("field", "Record"), .brief = NC_("column", "About"),
		.meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct letter, round_id), .name = "round", .word = NC_("field", "Round"),
		.meaning = MEANS_REF, .of = "round", .in = IN_TOLD },
	{ COLUMN(struct letter, round), .shows = "round" },
	{ COLUMN_OR_NONE(struct letter, submission_id), .name = "submission",
		.word = NC_("field", "Submission"), .meaning = MEANS_REF, .of = "submission" },
	{ COLUMN_OR_NONE(struct letter, decision_id), .name = "decision",
		.word = NC_("field", "Decision"), .meaning = MEANS_REF, .of = "decision",
		.in = IN_TOLD },
	{ COLUMN(struct letter, decision), .shows = "decision" },
	{ COLUMN(struct letter, whom) },
	{ COLUMN(struct letter, to_name), .name = "to", .code = "recipient",
		.word = NC_("field", "To"), .brief = NC_("column", "To"), .meaning = MEANS_LINE,
		.in = IN_EDIT | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter, to_address), .name = "address", .word = NC_("field", "Address"),
		.meaning = MEANS_LINES, .max = FIELD_MAX, .in = IN_EDIT,
		.seen_by = SEEN_BY_CONTACT },
	{ COLUMN(struct letter, copy_address), .name = "copy", .code = "copy_address",
		.word = NC_("field", "Copy to"), .meaning = MEANS_EMAIL, .in = IN_EDIT,
		.seen_by = SEEN_BY_CONTACT },
	{ COLUMN(struct letter, channel), .name = "channel", .code = "letter_channel",
		.word = NC_("field", "Channel"), .brief = NC_("column", "Channel"),
		.meaning = MEANS_CODE, .words = WORDS_LETTER_CHANNEL,
		.in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct letter, language), .name = "language", .word = NC_("field", "Language"),
		.brief = NC_("column", "Language"), .meaning = MEANS_CODE,
		.words = WORDS_LETTER_LANGUAGE, .in = IN_TOLD },
	{ COLUMN(struct letter, leading) },
	{ COLUMN(struct letter, rule), .name = "language_rule",
		.word = NC_("field", "Language chosen by"), .meaning = MEANS_CODE,
		.words = WORDS_LETTER_RULE },
	{ COLUMN(struct letter, subject_fi), .name = "subject_fi", .lang = "fi",
		.word = NC_("field", "Subject in Finnish"), .meaning = MEANS_LINE, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter, subject_sv), .name = "subject_sv", .lang = "sv",
		.word = NC_("field", "Subject in Swedish"), .meaning = MEANS_LINE, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter, subject_en), .name = "subject_en", .lang = "en",
		.word = NC_("field", "Subject in English"), .meaning = MEANS_LINE, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter, body_fi), .name = "text_fi", .lang = "fi",
		.word = NC_("field", "Text in Finnish"), .meaning = MEANS_LINES, .max = BODY_MAX,
		.in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter, body_sv), .name = "text_sv", .lang = "sv",
		.word = NC_("field", "Text in Swedish"), .meaning = MEANS_LINES, .max = BODY_MAX,
		.in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter, body_en), .name = "text_en", .lang = "en",
		.word = NC_("field", "Text in English"), .meaning = MEANS_LINES, .max = BODY_MAX,
		.in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter, case_number), .name = "case_number",
		.word = NC_("field", "Case number"), .meaning = MEANS_LINE,
		.in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct letter, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_LETTER_STATE, .in = IN_TOLD },
	{ COLUMN(struct letter, edited), .name = "edited", .word = NC_("field", "Edited by hand"),
		.meaning = MEANS_FLAG },
	{ COLUMN(struct letter, feedback) },
	{ COLUMN(struct letter, made), .name = "made", .word = NC_("field", "Made"),
		.meaning = MEANS_TIME },
	{ COLUMN_OR_NONE(struct letter, made_by) },
	{ COLUMN_OR_NONE(struct letter, seen), .name = "seen", .word = NC_("field", "Read"),
		.meaning = MEANS_TIME },
	{ COLUMN_OR_NONE(struct letter, cleared), .name = "cleared",
		.word = NC_("field", "Cleared"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct letter, cleared_by) },
	{ COLUMN_OR_NONE(struct letter, written), .name = "written",
		.word = NC_("field", "Written"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct letter, written_by) },
	{ COLUMN(struct letter, message_id), .name = "message_id",
		.word = NC_("field", "Message-ID"), .meaning = MEANS_LINE },
	{ COLUMN_OR_NONE(struct letter, sent), .name = "sent", .word = NC_("field", "Sent"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct letter, sent_by) },
	{ COLUMN_OR_NONE(struct letter, sent_day), .name = "day", .code = "sent_day",
		.word = NC_("field", "Day of sending"), .meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN(struct letter, sent_channel), .name = "sent_channel",
		.word = NC_("field", "Went by"), .meaning = MEANS_CODE,
		.words = WORDS_LETTER_CHANNEL, .in = IN_TOLD },
	{ COLUMN(struct letter, fault), .name = "fault", .word = NC_("field", "Fault"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct letter, bounced), .name = "bounced",
		.word = NC_("field", "Came back"), .meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN(struct letter, bounce), .name = "bounce", .code = "bounce_text",
		.word = NC_("field", "What came back"), .meaning = MEANS_LINES,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter, v) },
};
const struct record record_of_letter = RECORD_OF(letter, "letter");

struct error store_letter_add(struct db *db, const struct letter *letter, int64_t *id)
{
	return db_put(db, Q_LETTER_ADD, letter, NO_ARGS, id);
}

static struct error one_changed(struct db *db)
{
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_letter_rewrite(struct db *db, const struct letter *letter)
{
	TRY(db_put(db, Q_LETTER_REWRITE, letter, NO_ARGS, NULL));
	return one_changed(db);
}

struct error store_letter_move(struct db *db, const struct letter *letter)
{
	TRY(db_put(db, Q_LETTER_MOVE, letter, NO_ARGS, NULL));
	return one_changed(db);
}

struct error store_letter_remove(struct db *db, int64_t id, int64_t v)
{
	TRY(db_run(db, Q_LETTER_REMOVE, ARGS(I64("id", id), I64("v", v))));
	return one_changed(db);
}

struct error store_letter_detach(struct db *db, int64_t id)
{
	TRY(db_run(db, Q_LETTER_CONTENTS_REMOVE, ARGS(I64("id", id))));
	return db_run(db, Q_LETTER_ATTACHMENTS_REMOVE, ARGS(I64("id", id)));
}

struct error store_letter_get(struct db *db, struct arena *arena, int64_t id, struct letter *letter)
{
	return db_row(db, Q_LETTER_GET, ARGS(I64("id", id)), arena, letter);
}

struct error store_letter_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_LETTER_FIND, ARGS(TXT("code", code)), id);
}

struct error store_letter_ids(
	struct db *db, const struct letter_filter *filter, struct id_list *ids)
{
	return db_ids(db, Q_LETTER_IDS,
		ARGS(TXT("state", filter->state), TXT("kind", filter->kind),
			REF("round_id", filter->round_id), TXT("object", filter->object)),
		ids);
}

struct error store_letter_last(struct db *db, const struct letter *letter, int64_t *id)
{
	return db_number(db, Q_LETTER_LAST,
		ARGS(TXT("object", letter->object), TXT("kind", letter->kind),
			TXT("whom", letter->whom), REF("round_id", letter->round_id),
			REF("decision_id", letter->decision_id)),
		id);
}

static const struct field letter_likeness_fields[] = {
	{ COLUMN(struct letter_likeness, alike) },
	{ COLUMN(struct letter_likeness, written_in) },
};
const struct record record_of_letter_likeness = RECORD(letter_likeness);

struct error store_letter_likeness(
	struct db *db, struct arena *arena, int64_t id, struct letter_likeness *likeness)
{
	return db_row(db, Q_LETTER_LIKENESS, ARGS(I64("id", id)), arena, likeness);
}

static const struct field letter_counts_fields[] = {
	{ COLUMN(struct letter_counts, made) },
	{ COLUMN(struct letter_counts, cleared) },
	{ COLUMN(struct letter_counts, written) },
	{ COLUMN(struct letter_counts, sending) },
	{ COLUMN(struct letter_counts, sent) },
	{ COLUMN(struct letter_counts, unknown) },
	{ COLUMN(struct letter_counts, failed) },
	{ COLUMN(struct letter_counts, failed_last) },
};
const struct record record_of_letter_counts = RECORD(letter_counts);

struct error store_letter_counts(struct db *db, struct letter_counts *counts)
{
	return db_row(db, Q_LETTER_COUNTS, NO_ARGS, NULL, counts);
}

struct error store_letter_guarded_names(struct db *db, struct arena *arena, struct names *names)
{
	return db_rows(db, Q_LETTER_GUARDED_NAMES, NO_ARGS, arena, &names->rows, &names->n);
}

static const struct field letter_template_fields[] = {
	{ COLUMN(struct letter_template, id) },
	{ COLUMN(struct letter_template, kind), .name = "kind", .code = "letter_kind",
		.word = NC_("field", "Kind of letter"), .meaning = MEANS_CODE,
		.words = WORDS_LETTER_KIND, .in = IN_TOLD },
	{ COLUMN(struct letter_template, lang), .name = "language",
		.word = NC_("field", "Language"), .meaning = MEANS_CODE, .words = WORDS_LANGUAGE,
		.in = IN_TOLD },
	{ COLUMN(struct letter_template, subject), .name = "subject",
		.word = NC_("field", "Subject"), .meaning = MEANS_LINE, .in = IN_EDIT | IN_REQUIRED,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter_template, body), .name = "text", .word = NC_("field", "Text"),
		.meaning = MEANS_LINES, .max = BODY_MAX, .in = IN_EDIT | IN_REQUIRED,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter_template, v) },
};
const struct record record_of_letter_template = RECORD_OF(letter_template, "letter_template");

struct error store_letter_template_put(struct db *db, const struct letter_template *t)
{
	if (t->id == 0)
		return db_put(db, Q_LETTER_TEMPLATE_PUT, t, NO_ARGS, NULL);
	TRY(db_put(db, Q_LETTER_TEMPLATE_UPDATE, t, NO_ARGS, NULL));
	return one_changed(db);
}

struct error store_letter_template_remove(struct db *db, int64_t id)
{
	return db_run(db, Q_LETTER_TEMPLATE_REMOVE, ARGS(I64("id", id)));
}

struct error store_letter_template_get(struct db *db, struct arena *arena, const char *kind,
	const char *lang, struct letter_template *t)
{
	return db_row(
		db, Q_LETTER_TEMPLATE_GET, ARGS(TXT("kind", kind), TXT("lang", lang)), arena, t);
}
