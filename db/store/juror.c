/* SPDX-License-Identifier: MIT */
#include "db/store/juror.h"

#include "db/log.h"

struct error store_juror_set_language(struct db *db, const char *lang)
{
	return db_run(db, Q_JUROR_SET_LANGUAGE, ARGS(TXT("lang", lang)));
}

static const struct field juror_round_fields[] = {
	{ COLUMN(struct juror_round, id) },
	{ COLUMN(struct juror_round, key) },
	{ COLUMN(struct juror_round, kind) },
	{ COLUMN(struct juror_round, blind) },
	{ COLUMN(struct juror_round, state) },
	{ COLUMN(struct juror_round, scope) },
	{ COLUMN(struct juror_round, opened) },
	{ COLUMN(struct juror_round, closes) },
	{ COLUMN(struct juror_round, closed) },
	{ COLUMN(struct juror_round, seat) },
	{ COLUMN(struct juror_round, chair) },
	{ COLUMN(struct juror_round, reason) },
	{ COLUMN(struct juror_round, declared) },
	{ COLUMN(struct juror_round, barred) },
	{ COLUMN(struct juror_round, released) },
	{ COLUMN(struct juror_round, dealt) },
	{ COLUMN(struct juror_round, challenge) },
	{ COLUMN(struct juror_round, title_fi) },
	{ COLUMN(struct juror_round, title_sv) },
	{ COLUMN(struct juror_round, title_en) },
};
const struct record record_of_juror_round = RECORD(juror_round);

struct error store_juror_rounds(
	struct db *db, struct arena *arena, int64_t id, struct juror_round_list *rounds)
{
	return db_rows(db, Q_JUROR_ROUNDS, ARGS(REF("id", id)), arena, &rounds->rows, &rounds->n);
}

static const struct field juror_statement_fields[] = {
	{ COLUMN(struct juror_statement, id) },
	{ COLUMN(struct juror_statement, code) },
	{ COLUMN(struct juror_statement, round_id) },
	{ COLUMN(struct juror_statement, seat) },
	{ COLUMN(struct juror_statement, barred) },
	{ COLUMN(struct juror_statement, corrected) },
	{ COLUMN(struct juror_statement, opened) },
	{ COLUMN(struct juror_statement, frozen) },
	{ COLUMN(struct juror_statement, hash) },
	{ COLUMN(struct juror_statement, text) },
	{ COLUMN(struct juror_statement, signed_on) },
};
const struct record record_of_juror_statement = RECORD(juror_statement);

struct error store_juror_statements(
	struct db *db, struct arena *arena, struct juror_statement_list *statements)
{
	return db_rows(db, Q_JUROR_STATEMENTS, NO_ARGS, arena, &statements->rows, &statements->n);
}

struct error store_juror_statement(
	struct db *db, struct arena *arena, int64_t id, struct juror_statement *statement)
{
	return db_row(db, Q_JUROR_STATEMENT, ARGS(I64("id", id)), arena, statement);
}

static const struct field juror_recusal_fields[] = {
	{ COLUMN(struct juror_recusal, id) },
	{ COLUMN(struct juror_recusal, ground) },
	{ COLUMN(struct juror_recusal, state) },
	{ COLUMN(struct juror_recusal, decided_by) },
	{ COLUMN(struct juror_recusal, found_in) },
	{ COLUMN(struct juror_recusal, made) },
	{ COLUMN(struct juror_recusal, assignment_id) },
	{ COLUMN(struct juror_recusal, reason) },
};
const struct record record_of_juror_recusal = RECORD(juror_recusal);

/* Why is nobody's business here: it may name whom it concerns. */
struct error store_juror_bars(
	struct db *db, struct arena *arena, int64_t round_id, struct juror_recusals *bars)
{
	return db_rows(
		db, Q_JUROR_BARS, ARGS(I64("round_id", round_id)), arena, &bars->rows, &bars->n);
}

struct error store_juror_round_of(struct db *db, int64_t assignment_id, int64_t *round_id)
{
	return db_number(db, Q_JUROR_ROUND_OF, ARGS(I64("id", assignment_id)), round_id);
}

static const struct field juror_paper_fields[] = {
	{ COLUMN(struct juror_paper, id) },
	{ COLUMN(struct juror_paper, round_id) },
	{ COLUMN(struct juror_paper, code) },
	{ COLUMN(struct juror_paper, position) },
	{ COLUMN(struct juror_paper, lang) },
	{ COLUMN(struct juror_paper, title) },
	{ COLUMN(struct juror_paper, body) },
	{ COLUMN(struct juror_paper, applicant_fi) },
	{ COLUMN(struct juror_paper, applicant_sv) },
	{ COLUMN(struct juror_paper, barred) },
	{ COLUMN(struct juror_paper, gone) },
	{ COLUMN(struct juror_paper, writable) },
	{ COLUMN(struct juror_paper, files) },
};
const struct record record_of_juror_paper = RECORD(juror_paper);

struct error store_juror_papers(
	struct db *db, struct arena *arena, int64_t round_id, struct juror_papers *papers)
{
	return db_rows(db, Q_JUROR_ITEMS, ARGS(I64("round_id", round_id)), arena, &papers->rows,
		&papers->n);
}

struct error store_juror_paper(
	struct db *db, struct arena *arena, int64_t assignment_id, struct juror_paper *paper)
{
	return db_row(db, Q_JUROR_ITEM, ARGS(I64("id", assignment_id)), arena, paper);
}

struct error store_juror_files(
	struct db *db, struct arena *arena, int64_t assignment_id, struct text_rows *names)
{
	return db_rows(db, Q_JUROR_FILES, ARGS(I64("assignment_id", assignment_id)), arena,
		&names->rows, &names->n);
}

struct error store_juror_search(
	struct db *db, int64_t round_id, const char *words, struct id_list *ids)
{
	return db_ids(
		db, Q_JUROR_SEARCH, ARGS(I64("round_id", round_id), TXT("words", words)), ids);
}

/* All papers of a round, or one of them: as a range of ids, which an index finds, while "this one,
 * or all" is looked for in all that the juror has. */
#define ITEMS(round, one) \
	ARGS(I64("round_id", round), I64("first", (one) == 0 ? INT64_MIN : (one)), \
		I64("last", (one) == 0 ? INT64_MAX : (one)))

static const struct field juror_draft_fields[] = {
	{ COLUMN(struct juror_draft, id) },
	{ COLUMN(struct juror_draft, assignment_id) },
	{ COLUMN(struct juror_draft, scores) },
	{ COLUMN(struct juror_draft, notes) },
	{ COLUMN(struct juror_draft, feedback) },
	{ COLUMN(struct juror_draft, saved) },
	{ COLUMN(struct juror_draft, entered) },
	{ COLUMN(struct juror_draft, v) },
};
const struct record record_of_juror_draft = RECORD(juror_draft);

struct error store_juror_drafts(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_drafts *drafts)
{
	return db_rows(db, Q_JUROR_DRAFTS, ITEMS(round_id, assignment_id), arena, &drafts->rows,
		&drafts->n);
}

struct error store_juror_draft_put(struct db *db, const struct juror_draft *d, bool is_new)
{
	int64_t id;

	if (is_new)
		TRY(db_put(db, Q_JUROR_DRAFT_ADD, d, NO_ARGS, NULL));
	else
		TRY(db_put(db, Q_JUROR_DRAFT_UPDATE, d, NO_ARGS, NULL));
	TRY(db_number(db, Q_JUROR_DRAFT_ID, ARGS(I64("assignment_id", d->assignment_id)), &id));
	return log_seal(db, "draft", id);
}

struct error store_juror_draft_delete(struct db *db, int64_t assignment_id)
{
	return db_run(db, Q_JUROR_DRAFT_DELETE, ARGS(I64("assignment_id", assignment_id)));
}

static const struct field juror_review_fields[] = {
	{ COLUMN(struct juror_review, id) },
	{ COLUMN(struct juror_review, assignment_id) },
	{ COLUMN(struct juror_review, revision) },
	{ COLUMN(struct juror_review, state) },
	{ COLUMN(struct juror_review, submitted) },
	{ COLUMN(struct juror_review, taken_back) },
	{ COLUMN(struct juror_review, notes) },
	{ COLUMN(struct juror_review, feedback) },
	{ COLUMN(struct juror_review, entered) },
	{ COLUMN(struct juror_review, confirmed) },
};
const struct record record_of_juror_review = RECORD(juror_review);

struct error store_juror_reviews(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_reviews *reviews)
{
	return db_rows(db, Q_JUROR_REVIEWS, ITEMS(round_id, assignment_id), arena, &reviews->rows,
		&reviews->n);
}

static const struct field juror_score_fields[] = {
	{ COLUMN(struct juror_score, review_id) },
	{ COLUMN(struct juror_score, criterion_id) },
	{ COLUMN(struct juror_score, value) },
};
const struct record record_of_juror_score = RECORD(juror_score);

struct error store_juror_scores(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_scores *scores)
{
	return db_rows(db, Q_JUROR_SCORES, ITEMS(round_id, assignment_id), arena, &scores->rows,
		&scores->n);
}

/* The id is read back: what a trigger inserts leaves none. */
struct error store_juror_review_add(struct db *db, const struct juror_review *review, int64_t *id)
{
	TRY(db_put(db, Q_JUROR_REVIEW_ADD, review, NO_ARGS, NULL));
	return db_number(db, Q_JUROR_REVIEW_SUBMITTED,
		ARGS(I64("assignment_id", review->assignment_id)), id);
}

struct error store_juror_review_confirm(struct db *db, int64_t assignment_id, int64_t now)
{
	return db_run(db, Q_JUROR_REVIEW_CONFIRM,
		ARGS(I64("confirmed", now), I64("assignment_id", assignment_id)));
}

struct error store_juror_review_take_back(struct db *db, int64_t assignment_id, int64_t now)
{
	return db_run(db, Q_JUROR_REVIEW_TAKE_BACK,
		ARGS(I64("taken_back", now), I64("assignment_id", assignment_id)));
}

struct error store_juror_score_add(
	struct db *db, int64_t review_id, int64_t criterion_id, int64_t value)
{
	return db_run(db, Q_JUROR_SCORE_ADD,
		ARGS(I64("review_id", review_id), I64("criterion_id", criterion_id),
			I64("value", value)));
}

struct error store_juror_recusals(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_recusals *recusals)
{
	return db_rows(db, Q_JUROR_RECUSALS, ITEMS(round_id, assignment_id), arena, &recusals->rows,
		&recusals->n);
}

struct error store_juror_recuse(
	struct db *db, int64_t assignment_id, int64_t ground, const char *reason, int64_t now)
{
	return db_run(db, Q_JUROR_RECUSE,
		ARGS(I64("assignment_id", assignment_id), I64("ground", ground), I64("made", now),
			TXT("reason", reason)));
}

struct error store_juror_return(struct db *db, int64_t assignment_id)
{
	return db_run(db, Q_JUROR_RETURN, ARGS(I64("assignment_id", assignment_id)));
}

struct error store_juror_return_whole(struct db *db, int64_t round_id)
{
	return db_run(db, Q_JUROR_RETURN_WHOLE, ARGS(I64("round_id", round_id)));
}

static const struct field juror_recognition_fields[] = {
	{ COLUMN(struct juror_recognition, id) },
	{ COLUMN(struct juror_recognition, assignment_id) },
	{ COLUMN(struct juror_recognition, at) },
	{ COLUMN(struct juror_recognition, text) },
};
const struct record record_of_juror_recognition = RECORD(juror_recognition);

struct error store_juror_recognitions(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_recognitions *recognitions)
{
	return db_rows(db, Q_JUROR_RECOGNITIONS, ITEMS(round_id, assignment_id), arena,
		&recognitions->rows, &recognitions->n);
}

struct error store_juror_recognize(
	struct db *db, int64_t assignment_id, const char *text, int64_t now)
{
	return db_run(db, Q_JUROR_RECOGNIZE,
		ARGS(I64("assignment_id", assignment_id), I64("at", now), TXT("text", text)));
}

struct error store_juror_unrecognize(struct db *db, int64_t assignment_id, int64_t now)
{
	return db_run(db, Q_JUROR_UNRECOGNIZE,
		ARGS(I64("withdrawn", now), I64("assignment_id", assignment_id)));
}

static const struct field juror_dialogue_fields[] = {
	{ COLUMN(struct juror_dialogue, number) },
	{ COLUMN(struct juror_dialogue, text) },
	{ COLUMN(struct juror_dialogue, asked) },
	{ COLUMN(struct juror_dialogue, passed) },
	{ COLUMN(struct juror_dialogue, answer) },
	{ COLUMN(struct juror_dialogue, answered) },
	{ COLUMN(struct juror_dialogue, own) },
};
const struct record record_of_juror_dialogue = RECORD(juror_dialogue);

struct error store_juror_dialogues(struct db *db, struct arena *arena, int64_t assignment_id,
	struct juror_dialogues *dialogues)
{
	return db_rows(db, Q_JUROR_DIALOGUES, ARGS(I64("assignment_id", assignment_id)), arena,
		&dialogues->rows, &dialogues->n);
}

struct error store_juror_ask(struct db *db, int64_t assignment_id, const char *text, int64_t now)
{
	return db_run(db, Q_JUROR_ASK,
		ARGS(I64("assignment_id", assignment_id), TXT("text", text), I64("asked", now)));
}

static const struct field juror_abstention_fields[] = {
	{ COLUMN(struct juror_abstention, id) },
	{ COLUMN(struct juror_abstention, assignment_id) },
	{ COLUMN(struct juror_abstention, at) },
	{ COLUMN(struct juror_abstention, reason) },
	{ COLUMN(struct juror_abstention, entered) },
};
const struct record record_of_juror_abstention = RECORD(juror_abstention);

struct error store_juror_abstentions(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_abstentions *abstentions)
{
	return db_rows(db, Q_JUROR_ABSTENTIONS, ITEMS(round_id, assignment_id), arena,
		&abstentions->rows, &abstentions->n);
}

struct error store_juror_abstain(
	struct db *db, int64_t assignment_id, const char *reason, int64_t now)
{
	return db_run(db, Q_JUROR_ABSTAIN,
		ARGS(I64("assignment_id", assignment_id), I64("at", now), TXT("reason", reason)));
}

struct error store_juror_unabstain(struct db *db, int64_t assignment_id, int64_t now)
{
	return db_run(db, Q_JUROR_UNABSTAIN,
		ARGS(I64("withdrawn", now), I64("assignment_id", assignment_id)));
}

static const struct field juror_place_fields[] = {
	{ COLUMN(struct juror_place, id) },
	{ COLUMN(struct juror_place, round_id) },
	{ COLUMN_OR_NONE(struct juror_place, assignment_id) },
	{ COLUMN(struct juror_place, field) },
	{ COLUMN(struct juror_place, offset) },
	{ COLUMN(struct juror_place, at) },
};
const struct record record_of_juror_place = RECORD(juror_place);

struct error store_juror_places(
	struct db *db, struct arena *arena, int64_t round_id, struct juror_places *places)
{
	return db_rows(db, Q_JUROR_PLACES, ARGS(REF("round_id", round_id)), arena, &places->rows,
		&places->n);
}

struct error store_juror_place_put(struct db *db, const struct juror_place *p, bool is_new)
{
	int64_t id;

	if (is_new)
		TRY(db_put(db, Q_JUROR_PLACE_ADD, p, NO_ARGS, NULL));
	else
		TRY(db_put(db, Q_JUROR_PLACE_UPDATE, p, NO_ARGS, NULL));
	TRY(db_number(db, Q_JUROR_PLACE_ID, ARGS(I64("round_id", p->round_id)), &id));
	return log_seal(db, "place", id);
}

static const struct field juror_act_fields[] = {
	{ COLUMN(struct juror_act, at) },
	{ COLUMN(struct juror_act, via) },
};
const struct record record_of_juror_act = RECORD(juror_act);

struct error store_juror_acts(struct db *db, struct arena *arena, struct juror_acts *acts)
{
	return db_rows(db, Q_JUROR_ACTS, NO_ARGS, arena, &acts->rows, &acts->n);
}
