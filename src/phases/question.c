/* SPDX-License-Identifier: MIT */
#include "src/phases/question.h"

#include <stdio.h>
#include <string.h>

#include "db/search.h"
#include "db/store/code.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/record.h"
#include "src/phases/challenge.h"

static struct error clean(struct context *ctx, struct arena *arena, struct question *q)
{
	struct challenge challenge;

	TRY(record_clean(arena, &record_of_question, q, IN_EDIT));
	if (*q->text_fi == '\0' && *q->text_sv == '\0')
		return fail(E_REQUIRED, "question_fi");
	return q->challenge_id == 0 ? ok() : challenge_get(ctx, arena, q->challenge_id, &challenge);
}

static bool has_answer(const struct question *q)
{
	return *q->answer_fi != '\0' || *q->answer_sv != '\0';
}

/* A team that is not there shows as a broken reference. */
static struct error known_team(struct error e)
{
	return e.code == E_IN_USE ? fail(E_NOT_FOUND, "team") : e;
}

static struct error insert(struct context *ctx, struct question *q, char code[16], int64_t *id)
{
	TRY(store_code_next(ctx->db, "question", &q->number));
	snprintf(code, 16, "Q-%d", (int)q->number);
	q->code = code;
	TRY(known_team(store_question_add(ctx->db, q, id)));
	return search_index(ctx->db, SEARCH_QUESTION, *id);
}

struct error question_add(struct context *ctx, const struct question *question, int64_t *id)
{
	struct arena arena = { 0 };
	struct question q = *question;
	char code[16] = "";

	TRY(require(ctx, ACT_MENTORING));
	struct error e = clean(ctx, &arena, &q);
	if (q.asked == 0)
		q.asked = context_now(ctx);
	if (e.code == E_OK)
		q.answered = has_answer(&q) ? context_now(ctx) : 0;
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = insert(ctx, &q, code, id);
		e = context_end(ctx, e, "question.add", code);
	}
	arena_clear(&arena);
	return e;
}

static bool is_changed(const char *published, const char *now)
{
	return *published != '\0' && strcmp(published, now) != 0;
}

static struct error check_published(const struct question *before, const struct question *q)
{
	bool texts = is_changed(before->text_fi, q->text_fi) ||
		     is_changed(before->text_sv, q->text_sv) ||
		     is_changed(before->answer_fi, q->answer_fi) ||
		     is_changed(before->answer_sv, q->answer_sv);

	if (before->published == 0)
		return ok();
	if (texts || before->challenge_id != q->challenge_id)
		return rule(N_(
			"It has been published as it is. Correct it by another question and answer, "
			"published to all; here only a missing language can be added."));
	return ok();
}

static bool same_answer(const struct question *a, const struct question *b)
{
	return strcmp(a->answer_fi, b->answer_fi) == 0 && strcmp(a->answer_sv, b->answer_sv) == 0;
}

static struct error update(
	struct context *ctx, const struct question *before, struct question *q, const char **verb)
{
	TRY(check_published(before, q));
	if (q->asked == 0)
		q->asked = before->asked;
	q->answered = before->answered;
	if (!same_answer(before, q)) {
		*verb = "question.answer";
		if (before->published == 0)
			q->answered = has_answer(q) ? context_now(ctx) : 0;
	}
	TRY(known_team(store_question_update(ctx->db, q)));
	return search_index(ctx->db, SEARCH_QUESTION, q->id);
}

struct error question_update(struct context *ctx, const struct question *question)
{
	struct arena arena = { 0 };
	struct question q = *question, before = { .code = "" };
	const char *verb = "question.edit";

	TRY(require(ctx, ACT_MENTORING));
	struct error e = clean(ctx, &arena, &q);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = question_get(ctx, &arena, q.id, &before);
		if (e.code == E_OK)
			e = update(ctx, &before, &q, &verb);
		e = context_end(ctx, e, verb, before.code);
	}
	arena_clear(&arena);
	return e;
}

const char *question_edit_blocked(const struct question *q)
{
	return q->published != 0 && question_missing(q) == NULL ?
		       N_("It has been published; its text no longer changes.") :
		       NULL;
}

static const char *question_publish_blocked(const struct question *q)
{
	bool fi = *q->text_fi != '\0' && *q->answer_fi != '\0';
	bool sv = *q->text_sv != '\0' && *q->answer_sv != '\0';

	if (q->published != 0)
		return N_("It has been published already.");
	return fi || sv ? NULL :
			  N_("First write the answer, in the language of the question at least.");
}

struct error question_publish(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	struct question q = { .code = "" };

	TRY(require(ctx, ACT_MENTORING));
	TRY(context_begin(ctx));
	struct error e = question_get(ctx, &arena, id, &q);
	const char *blocked = e.code == E_OK ? question_publish_blocked(&q) : NULL;
	if (blocked != NULL)
		e = rule(blocked);
	if (e.code == E_OK)
		e = store_question_publish(ctx->db, id, context_now(ctx));
	e = context_end(ctx, e, question_publication.log, q.code);
	arena_clear(&arena);
	return e;
}

struct error question_get(
	struct context *ctx, struct arena *arena, int64_t id, struct question *question)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_question_get(ctx->db, arena, id, question);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "question") : e;
}

struct error question_find(struct context *ctx, const char *code, int64_t *id)
{
	struct error e = store_question_find(ctx->db, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "question") : e;
}

struct error question_ids(struct context *ctx, enum question_sort sort,
	const struct question_filter *filter, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_question_ids(ctx->db, sort, filter, ids);
}

struct error questions_published(struct context *ctx, struct arena *arena, int64_t since,
	int64_t challenge_id, struct published_questions *questions)
{
	TRY(require(ctx, ACT_READ));
	return store_questions_published(ctx->db, arena, since, challenge_id, questions);
}

struct error question_counts(struct context *ctx, struct question_counts *counts)
{
	return store_question_counts(ctx->db, counts);
}

const char *question_missing(const struct question *q)
{
	bool answered = has_answer(q);

	if (*q->text_fi == '\0' || (answered && *q->answer_fi == '\0'))
		return "fi";
	return *q->text_sv == '\0' || (answered && *q->answer_sv == '\0') ? "sv" : NULL;
}

const char *question_state(const struct question *q)
{
	return q->published != 0 ? "published" : q->answered != 0 ? "answered" : "open";
}

const char *question_text(const struct question *q)
{
	return i18n_pick(q->text_fi, q->text_sv, "", NULL);
}

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct question q;

	(void)act;
	TRY(question_get(ctx, arena, id, &q));
	*why = question_publish_blocked(&q);
	return ok();
}

/* That a language is missing can be mended later: it stands in nobody's way, but is said. */
static struct error word(
	struct context *ctx, struct arena *arena, int64_t id, const char **question)
{
	struct question q;

	TRY(question_get(ctx, arena, id, &q));
	const char *missing = question_missing(&q);
	if (missing != NULL)
		/* TRANSLATORS: %s is a language. */
		*question = arena_printf(arena,
			_("Missing: %s. It can be added later; what is published does not change. "
			  "Publish nevertheless?"),
			text_word(WORDS_LANGUAGE, missing));
	else
		*question = _("Publish to all alike? The text does not change after that.");
	return ok();
}

/* Which language it still lacks. */
static const char *note(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	struct question q;
	const char *missing =
		question_get(ctx, &arena, id, &q).code == E_OK ? question_missing(&q) : NULL;
	const char *sentence = missing == NULL ?
				       NULL :
			       strcmp(missing, "sv") == 0 ?
				       N_("It is not in Swedish yet. That can still be added.") :
				       N_("It is not in Finnish yet. That can still be added.");

	arena_clear(&arena);
	return sentence;
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	(void)act;
	(void)answers;
	return question_publish(ctx, id);
}

const struct act question_publication = { .verb = "publish",
	.log = "question.publish",
	.told = N_("%s published a question and its answer: %s."),
	.action = ACT_MENTORING,
	.help = N_("Publishes question and answer, the same to all; then they do not change."),
	.title = NC_("title", "Publish"),
	.question = N_("Publish to all alike? The text does not change after that."),
	.button = NC_("button", "Publish"),
	.done = N_("Published to all."),
	.many = N_("Publish %lu questions to all alike? The texts do not change after that."),
	.blocked = blocked,
	.word = word,
	.note = note,
	.run = run };
