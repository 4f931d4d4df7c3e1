/* SPDX-License-Identifier: MIT */
#include "src/phases/eligibility.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/phases/phase.h"
#include "src/phases/submission.h"

const char *eligibility_fixed(struct context *ctx, const char *kind)
{
	struct arena arena = { 0 };
	struct phase phase = { .state = "" };
	struct error e = phase_get(ctx, &arena, phase_of_kind(kind), &phase);
	bool decided = e.code == E_OK && phase_state_of(phase.state) == PHASE_STATE_DECIDED;

	arena_clear(&arena);
	return decided ? N_("The phase has been decided: its eligibility questions no longer "
			    "change.") :
			 NULL;
}

static struct error may_change(struct context *ctx, const char *kind)
{
	const char *fixed = eligibility_fixed(ctx, kind);

	return fixed == NULL ? ok() : rule(fixed);
}

static struct error insert(struct context *ctx, struct eligibility_question *q, int64_t *id)
{
	TRY(may_change(ctx, q->kind));
	TRY(store_eligibility_question_next(ctx->db, q->kind, &q->number));
	if (q->number == 0)
		return rule(N_("There are eight questions already, which is the most."));
	return store_eligibility_question_add(ctx->db, q, id);
}

struct error eligibility_question_add(
	struct context *ctx, const struct eligibility_question *question, int64_t *id)
{
	struct arena arena = { 0 };
	struct eligibility_question q = *question;

	TRY(require(ctx, ACT_PLAN));
	TRY(input_code("submission_kind", WORDS_SUBMISSION_KIND, q.kind));
	struct error e = record_clean(&arena, &record_of_eligibility_question, &q, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, insert(ctx, &q, id), "eligibility.add", q.kind);
	arena_clear(&arena);
	return e;
}

static struct error update(
	struct context *ctx, struct arena *arena, const struct eligibility_question *q)
{
	struct eligibility_question before;

	TRY(eligibility_question_get(ctx, arena, q->id, &before));
	TRY(may_change(ctx, before.kind));
	return store_eligibility_question_update(ctx->db, q);
}

struct error eligibility_question_update(
	struct context *ctx, const struct eligibility_question *question)
{
	struct arena arena = { 0 };
	struct eligibility_question q = *question;

	TRY(require(ctx, ACT_PLAN));
	struct error e = record_clean(&arena, &record_of_eligibility_question, &q, IN_EDIT);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, update(ctx, &arena, &q), "eligibility.edit", q.kind);
	arena_clear(&arena);
	return e;
}

static struct error take_out(
	struct context *ctx, struct arena *arena, int64_t id, struct eligibility_question *q)
{
	TRY(eligibility_question_get(ctx, arena, id, q));
	TRY(may_change(ctx, q->kind));
	if (q->answers > 0)
		return rule(N_("Submissions have been judged by it already. Change its words, or "
			       "take back what was judged first."));
	return store_eligibility_question_remove(ctx->db, id);
}

/* A request that was made of it stands, and refers to it: the file itself refuses. */
static struct error asked_for(struct error e)
{
	return e.code == E_IN_USE ?
		       rule(N_("A request for completion was made of it: change its words "
			       "instead.")) :
		       e;
}

struct error eligibility_question_remove(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	struct eligibility_question q = { .kind = "" };

	TRY(require(ctx, ACT_PLAN));
	TRY(context_begin(ctx));
	struct error e = take_out(ctx, &arena, id, &q);
	e = context_end(ctx, asked_for(e), "eligibility.remove", q.kind == NULL ? "" : q.kind);
	arena_clear(&arena);
	return e;
}

struct error eligibility_question_get(
	struct context *ctx, struct arena *arena, int64_t id, struct eligibility_question *question)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_eligibility_question_get(ctx->db, arena, id, question);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "eligibility_question") : e;
}

struct error eligibility_question_find(
	struct context *ctx, const char *kind, int64_t number, int64_t *id)
{
	TRY(require(ctx, ACT_READ));
	TRY(input_code("submission_kind", WORDS_SUBMISSION_KIND, kind));
	struct error e = store_eligibility_question_find(ctx->db, kind, number, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "eligibility_question") : e;
}

struct error eligibility_question_ids(struct context *ctx, const char *kind, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	if (kind != NULL)
		TRY(input_code("submission_kind", WORDS_SUBMISSION_KIND, kind));
	return store_eligibility_question_ids(ctx->db, kind, ids);
}

enum { QUESTIONS_MIN = 3 };

const char *eligibility_too_few(const struct eligibility_tally *tally)
{
	return tally->all >= QUESTIONS_MIN ?
		       NULL :
		       N_("There are fewer than three eligibility questions for it. Write them "
			  "first, so that all are judged by the same ones (klash eligibility "
			  "question add).");
}

static struct error check_enough(struct context *ctx, int64_t submission_id)
{
	struct eligibility_tally tally;

	TRY(store_eligibility_tally(ctx->db, submission_id, &tally));
	const char *too_few = eligibility_too_few(&tally);
	return too_few == NULL ? ok() : rule(too_few);
}

/* What was found ineligible may be judged anew: that is how one learns that it was a mistake. */
static bool is_open(const struct submission *s)
{
	enum submission_state state = submission_state_of(s->state);

	return state == SUBMISSION_STATE_RECEIVED || state == SUBMISSION_STATE_ADMITTED ||
	       state == SUBMISSION_STATE_INELIGIBLE;
}

static struct error set(struct context *ctx, struct arena *arena, int64_t submission_id,
	int64_t number, struct eligibility_line *line, const char **code)
{
	struct submission s;

	TRY(submission_get(ctx, arena, submission_id, &s));
	*code = s.code;
	if (!is_open(&s))
		return rule(N_("It has been decided on, withdrawn or joined to another: its "
			       "eligibility is no longer judged."));
	TRY(eligibility_question_find(ctx, s.kind, number, &line->question_id));
	if (*line->outcome == '\0')
		return store_eligibility_answer_remove(ctx->db, s.id, line->question_id);
	TRY(check_enough(ctx, s.id));
	return store_eligibility_answer_put(ctx->db, s.id, line, ctx->account.id);
}

struct error eligibility_set(struct context *ctx, int64_t submission_id, int64_t number,
	const char *outcome, const char *note)
{
	struct arena arena = { 0 };
	struct eligibility_line line = { .outcome = outcome, .note = note };
	const char *code = "";

	TRY(require(ctx, ACT_SUBMISSION));
	if (*outcome != '\0')
		TRY(input_code("eligibility", WORDS_ELIGIBILITY, outcome));
	line.at = context_now(ctx);
	struct error e = record_clean(&arena, &record_of_eligibility_line, &line, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = set(ctx, &arena, submission_id, number, &line, &code);
		e = context_end(ctx, e, "eligibility.set", code);
	}
	arena_clear(&arena);
	return e;
}

struct error eligibility_lines(struct context *ctx, struct arena *arena, int64_t submission_id,
	struct eligibility_lines *lines)
{
	TRY(require(ctx, ACT_READ));
	return store_eligibility_lines(ctx->db, arena, submission_id, lines);
}

struct error eligibility_tally(
	struct context *ctx, int64_t submission_id, struct eligibility_tally *tally)
{
	TRY(require(ctx, ACT_READ));
	return store_eligibility_tally(ctx->db, submission_id, tally);
}

const char *eligibility_count(struct context *ctx, struct arena *arena, int64_t submission_id)
{
	struct eligibility_tally t = { 0 };

	if (eligibility_tally(ctx, submission_id, &t).code != E_OK || t.all == 0)
		return "";
	return arena_printf(arena, "%lld/%lld%s", (long long)t.answered, (long long)t.all,
		t.no > 0  ? " !" :
		t.ask > 0 ? " ?" :
			    "");
}

const char *eligibility_brief(struct context *ctx, struct arena *arena, int64_t submission_id)
{
	const char *count = eligibility_count(ctx, arena, submission_id);

	/* TRANSLATORS: at most 12 columns with the number; how many of the eligibility questions
	 * have been answered: "3/5". */
	return *count == '\0' ? "" : arena_printf(arena, C_("short state", "rules %s"), count);
}

const char *eligibility_words(const struct eligibility_line *line, const char *lang)
{
	if (lang == NULL)
		return i18n_pick(line->text_fi, line->text_sv, line->text_en, NULL);
	if (strcmp(lang, "en") == 0 && *line->text_en != '\0')
		return line->text_en;
	return strcmp(lang, "sv") == 0 ? line->text_sv : line->text_fi;
}

struct error eligibility_named(struct context *ctx, struct arena *arena, int64_t submission_id,
	enum eligibility_outcome outcome, const char *lang, const char **lines)
{
	struct eligibility_lines all;
	struct buffer text = { 0 };

	TRY(eligibility_lines(ctx, arena, submission_id, &all));
	buffer_text(&text, "");
	for (size_t i = 0; i < all.n; i++) {
		const struct eligibility_line *line = &all.rows[i];

		if (eligibility_outcome_of(line->outcome) != outcome)
			continue;
		buffer_printf(&text, "%s%s%s%s", *text.text != '\0' ? "\n" : "",
			eligibility_words(line, lang), *line->note != '\0' ? " " : "", line->note);
	}
	*lines = arena_text(arena, text.text);
	buffer_clear(&text);
	return ok();
}
