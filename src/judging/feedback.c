/* SPDX-License-Identifier: MIT */
#include "src/judging/feedback.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/sides.h"
#include "src/judging/traces.h"

struct error feedback_ids(struct context *ctx, int64_t round_id, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_ranked_item_ids(ctx->db, round_id, ids);
}

const char *feedback_blocked(const struct round *round)
{
	return round_state_of(round->state) == ROUND_STATE_CLOSED ?
		       NULL :
		       N_("What the jurors wrote to the senders is read once the round is closed.");
}

/* As it stands in the file, but for what a blind round covers. */
static struct error read_item(
	struct context *ctx, struct arena *arena, int64_t item_id, struct feedback_item *out)
{
	TRY(item_get(ctx, arena, item_id, &out->item));
	TRY(round_get(ctx, arena, out->item.round_id, &out->round));
	out->said = (struct feedback_said_list){ 0 };
	if (feedback_blocked(&out->round) == NULL)
		TRY(store_feedback_said(ctx->db, arena, item_id, &out->said));
	return store_feedback_get(ctx->db, arena, item_id, &out->feedback);
}

struct error feedback_get(
	struct context *ctx, struct arena *arena, int64_t item_id, struct feedback_item *item)
{
	TRY(require(ctx, ACT_READ));
	return read_item(ctx, arena, item_id, item);
}

struct error feedback_progress(
	struct context *ctx, int64_t round_id, struct feedback_progress *progress)
{
	struct arena arena = { 0 };

	TRY(require(ctx, ACT_READ));
	struct error e = store_feedback_progress(ctx->db, &arena, round_id, progress);
	arena_clear(&arena);
	return e;
}

static struct error find_uncleared(
	struct context *ctx, const struct id_list *ids, int64_t after, int64_t *next)
{
	size_t from = 0;

	while (from < ids->n && ids->ids[from] != after)
		from++;
	for (size_t step = 1; step < ids->n && *next == 0; step++) {
		int64_t id = ids->ids[(from + step) % ids->n];
		struct arena arena = { 0 };
		struct feedback feedback;
		struct error e = store_feedback_get(ctx->db, &arena, id, &feedback);

		if (e.code == E_OK && feedback.cleared == 0)
			*next = id;
		arena_clear(&arena);
		TRY(e);
	}
	return ok();
}

struct error feedback_next(struct context *ctx, int64_t round_id, int64_t item_id, int64_t *next)
{
	struct id_list ids = { 0 };
	struct error e = feedback_ids(ctx, round_id, &ids);

	*next = 0;
	if (e.code == E_OK)
		e = find_uncleared(ctx, &ids, item_id, next);
	id_list_clear(&ids);
	return e;
}

static const char **text_of(struct feedback *feedback, const char *lang)
{
	switch (language_of(lang)) {
	case LANGUAGE_SV:
		return &feedback->text_sv;
	case LANGUAGE_EN:
		return &feedback->text_en;
	case LANGUAGE_FI:
	case LANGUAGE_UNKNOWN:
		break;
	}
	return &feedback->text_fi;
}

const char *feedback_text(const struct feedback *feedback, const char *lang)
{
	struct feedback copy = *feedback;

	return *text_of(&copy, lang);
}

bool feedback_is_written(const struct feedback *feedback)
{
	return *feedback->text_fi != '\0' || *feedback->text_sv != '\0' ||
	       *feedback->text_en != '\0';
}

/* What the criteria are called in every language, and the highest score of any. */
static struct error scale_of(
	struct context *ctx, struct arena *arena, int64_t round_id, struct scale *scale)
{
	struct criteria criteria;

	TRY(round_criteria(ctx, arena, round_id, &criteria));
	const char **names = arena_alloc(arena, (criteria.n * 3 + 1) * sizeof(*names));
	*scale = (struct scale){ .names = names };
	for (size_t i = 0; i < criteria.n; i++) {
		const struct criterion *c = &criteria.rows[i];

		names[scale->n++] = c->name_fi;
		names[scale->n++] = c->name_sv;
		names[scale->n++] = c->name_en;
		if (c->high / 1000 > scale->most)
			scale->most = c->high / 1000;
	}
	return ok();
}

struct error feedback_findings(struct context *ctx, struct arena *arena,
	const struct feedback_item *from, const char *text, struct findings *findings)
{
	struct item item = {
		.id = from->item.id, .code = from->item.code, .title = "", .body = text
	};
	struct names names;
	struct scale scale;

	*findings = (struct findings){ 0 };
	if (*text == '\0')
		return ok();
	/* Whoever does not see whose it is would learn it from whose people are looked for. */
	bool sealed = sides_sealed(ctx, from->round.id);
	TRY(store_feedback_names(
		ctx->db, arena, from->round.id, sealed ? 0 : from->item.id, &names));
	TRY(scale_of(ctx, arena, from->round.id, &scale));
	traces_find(arena, &item, &names, findings);
	traces_find_scores(arena, &item, &scale, findings);
	return ok();
}

/* One change of an item's feedback, read inside of its transaction. */
struct changing {
	struct arena arena;
	struct feedback_item item;
	struct feedback *feedback; /* of the item */
	/* What the caller gave. */
	const char *lang, *text;
	int64_t number, v;
};

typedef struct error (*feedback_change)(struct context *ctx, struct changing *c);

static struct error change_one(
	struct context *ctx, int64_t item_id, struct changing *c, feedback_change change)
{
	TRY(read_item(ctx, &c->arena, item_id, &c->item));
	c->feedback = &c->item.feedback;
	if (feedback_blocked(&c->item.round) != NULL)
		return rule(feedback_blocked(&c->item.round));
	if (c->v != FEEDBACK_ANY_VERSION && c->v != c->feedback->v)
		return fail(E_STALE, NULL);
	return change(ctx, c);
}

static struct error change_feedback(struct context *ctx, int64_t item_id, const char *verb,
	struct changing *c, feedback_change change)
{
	struct reference object = { "" };

	TRY(require(ctx, ACT_FEEDBACK));
	TRY(context_begin(ctx));
	struct error e = change_one(ctx, item_id, c, change);
	if (e.code == E_OK)
		object = reference_part(KIND_ROUND, c->item.round.key, c->item.item.code);
	e = context_end(ctx, e, verb, object.text);
	arena_clear(&c->arena);
	return e;
}

/* What a text in that language is called. */
static const char *field_in(const char *lang)
{
	switch (language_of(lang)) {
	case LANGUAGE_SV:
		return "feedback_sv";
	case LANGUAGE_EN:
		return "feedback_en";
	case LANGUAGE_FI:
	case LANGUAGE_UNKNOWN:
		break;
	}
	return "feedback_fi";
}

static struct error put_text(struct context *ctx, struct changing *c, const char *text)
{
	const char **place = text_of(c->feedback, c->lang);

	TRY(input_code("language", WORDS_LANGUAGE, c->lang));
	TRY(input_lines(&c->arena, field_in(c->lang), text, BODY_MAX, false, &text));
	/* What says the same stays cleared. */
	if (strcmp(*place, text) == 0)
		return ok();
	*place = text;
	return store_feedback_put(ctx->db, c->feedback);
}

static struct error set_text(struct context *ctx, struct changing *c)
{
	return put_text(ctx, c, c->text);
}

struct error feedback_set(
	struct context *ctx, int64_t item_id, const char *lang, const char *text, int64_t v)
{
	struct changing c = { .lang = lang, .text = text, .v = v };

	return change_feedback(ctx, item_id, "feedback.set", &c, set_text);
}

/* Is it one of the paragraphs already? */
static bool has_part(const char *text, const char *part)
{
	return *part != '\0' && strstr(text, part) != NULL;
}

static struct error take_over(struct context *ctx, struct changing *c)
{
	const char *text = *text_of(c->feedback, c->lang);
	int64_t all = (int64_t)c->item.said.n;

	if (all == 0)
		return rule(N_("No juror has written anything to the sender."));
	if (c->number < 1 || c->number > all)
		return (struct error){ .code = E_RANGE, .field = "juror", .low = 1, .high = all };
	const char *said = c->item.said.rows[c->number - 1].text;
	if (has_part(text, said))
		return rule(N_("The text has been taken over already."));
	return put_text(
		ctx, c, *text == '\0' ? said : arena_printf(&c->arena, "%s\n\n%s", text, said));
}

struct error feedback_take(
	struct context *ctx, int64_t item_id, int64_t number, const char *lang, int64_t v)
{
	struct changing c = { .lang = lang, .number = number, .v = v };

	return change_feedback(ctx, item_id, "feedback.set", &c, take_over);
}

static struct error clear_one(struct context *ctx, struct changing *c)
{
	if (!feedback_is_written(c->feedback))
		return rule(N_("There is no feedback yet to be cleared: write it first."));
	if (c->feedback->cleared != 0)
		return rule(N_("The feedback has been cleared already."));
	return store_feedback_set_cleared(ctx->db, c->feedback, context_now(ctx), ctx->account.id);
}

struct error feedback_clear(struct context *ctx, int64_t item_id, int64_t v)
{
	struct changing c = { .v = v };

	return change_feedback(ctx, item_id, "feedback.clear", &c, clear_one);
}

static struct error unclear_one(struct context *ctx, struct changing *c)
{
	if (c->feedback->cleared == 0)
		return rule(N_("The feedback has not been cleared."));
	return store_feedback_set_cleared(ctx->db, c->feedback, 0, 0);
}

struct error feedback_unclear(struct context *ctx, int64_t item_id, int64_t v)
{
	struct changing c = { .v = v };

	return change_feedback(ctx, item_id, "feedback.unclear", &c, unclear_one);
}
