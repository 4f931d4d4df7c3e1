/* SPDX-License-Identifier: MIT
 * What a juror reads. */
#include "src/judging/juror.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"

enum juror_stop juror_stop(const struct juror_round *round)
{
	switch (member_state_of(round->seat)) {
	case MEMBER_STATE_EXCUSED:
		return JUROR_EXCUSED;
	case MEMBER_STATE_REPLACED:
		return JUROR_REPLACED;
	case MEMBER_STATE_ACTIVE:
	case MEMBER_STATE_UNKNOWN:
		break;
	}
	/* What is dealt is dealt without conflicts: they are declared before. */
	if (round_state_of(round->state) == ROUND_STATE_PLANNED)
		return round->dealt && round->declared == 0 ? JUROR_UNDECLARED : JUROR_PLANNED;
	if (round->barred)
		return JUROR_BARRED;
	if (round_state_of(round->state) == ROUND_STATE_CLOSED)
		return JUROR_CLOSED;
	if (round->declared == 0)
		return JUROR_UNDECLARED;
	return round->released ? JUROR_MAY : JUROR_UNRELEASED;
}

const char *juror_stop_words(enum juror_stop stop)
{
	switch (stop) {
	case JUROR_MAY:
		return NULL;
	case JUROR_EXCUSED:
		return N_("You have been excused from this round. What you submitted stays.");
	case JUROR_REPLACED:
		return N_("Somebody else has taken your place in this round. What you submitted "
			  "stays.");
	case JUROR_PLANNED:
		return N_("The round has not been opened yet.");
	case JUROR_BARRED:
		return N_("A conflict of interest bars you from this round.");
	case JUROR_UNDECLARED:
		return N_("Declare your interests first: then the reviews open.");
	case JUROR_UNRELEASED:
		return N_("The texts have not been released to the jury yet.");
	case JUROR_CLOSED:
		return N_("The round is closed.");
	}
	return NULL;
}

const char *juror_office(const struct context *ctx)
{
	return ctx->office == NULL ? "" : ctx->office;
}

struct error juror_rounds(struct context *ctx, struct arena *arena, struct juror_round_list *rounds)
{
	TRY(require(ctx, ACT_REVIEW_OWN));
	return store_juror_rounds(ctx->db, arena, 0, rounds);
}

struct error juror_round(
	struct context *ctx, struct arena *arena, int64_t id, struct juror_round *round)
{
	struct juror_round_list rounds;

	TRY(require(ctx, ACT_REVIEW_OWN));
	TRY(store_juror_rounds(ctx->db, arena, id, &rounds));
	if (id == 0 || rounds.n == 0)
		return fail(E_NOT_FOUND, "round");
	*round = rounds.rows[0];
	return ok();
}

const char *juror_round_challenge(struct arena *arena, const struct juror_round *round)
{
	if (*round->challenge == '\0')
		return "";
	return arena_printf(arena, "%s %s", round->challenge,
		i18n_pick(round->title_fi, round->title_sv, round->title_en, NULL));
}

struct error juror_bars(
	struct context *ctx, struct arena *arena, int64_t round_id, struct juror_recusals *bars)
{
	TRY(require(ctx, ACT_REVIEW_OWN));
	return store_juror_bars(ctx->db, arena, round_id, bars);
}

struct error juror_dialogues(struct context *ctx, struct arena *arena, int64_t assignment_id,
	struct juror_dialogues *dialogues)
{
	TRY(require(ctx, ACT_REVIEW_OWN));
	return store_juror_dialogues(ctx->db, arena, assignment_id, dialogues);
}

/* All that belongs to the papers of a round, or to one of them. */
struct bundle {
	struct juror_drafts drafts;
	struct juror_reviews reviews;
	struct juror_scores scores;
	struct juror_recusals recusals;
	struct juror_recognitions recognitions;
	struct juror_abstentions abstentions;
};

static struct error read_bundle(struct context *ctx, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct bundle *bundle)
{
	TRY(store_juror_drafts(ctx->db, arena, round_id, assignment_id, &bundle->drafts));
	TRY(store_juror_reviews(ctx->db, arena, round_id, assignment_id, &bundle->reviews));
	TRY(store_juror_scores(ctx->db, arena, round_id, assignment_id, &bundle->scores));
	TRY(store_juror_recusals(ctx->db, arena, round_id, assignment_id, &bundle->recusals));
	TRY(store_juror_recognitions(
		ctx->db, arena, round_id, assignment_id, &bundle->recognitions));
	return store_juror_abstentions(
		ctx->db, arena, round_id, assignment_id, &bundle->abstentions);
}

static void take_scores(const struct juror_scores *scores, int64_t review_id,
	const struct criteria *criteria, int64_t *values)
{
	for (size_t i = 0; i < scores->n; i++)
		for (size_t c = 0; c < criteria->n; c++)
			if (scores->rows[i].review_id == review_id &&
				scores->rows[i].criterion_id == criteria->rows[c].id)
				values[c] = scores->rows[i].value;
}

static void take_review(
	const struct bundle *bundle, const struct criteria *criteria, struct juror_item *item)
{
	for (size_t i = 0; i < bundle->reviews.n; i++) {
		const struct juror_review *v = &bundle->reviews.rows[i];

		if (v->assignment_id != item->paper.id || v->revision <= item->version.revision)
			continue;
		item->version.revision = v->revision;
		if (review_state_of(v->state) != REVIEW_STATE_SUBMITTED)
			continue;
		item->state = JUROR_SUBMITTED;
		item->submitted = v->submitted;
		item->entered = v->entered;
		item->confirmed = v->confirmed;
		item->notes = v->notes;
		item->feedback = v->feedback;
		take_scores(&bundle->scores, v->id, criteria, item->scores);
	}
}

static void take_draft(
	const struct bundle *bundle, const struct criteria *criteria, struct juror_item *item)
{
	for (size_t i = 0; i < bundle->drafts.n; i++) {
		const struct juror_draft *d = &bundle->drafts.rows[i];

		if (d->assignment_id != item->paper.id)
			continue;
		item->version.draft = d->v;
		if (item->state == JUROR_SUBMITTED)
			continue;
		item->state = JUROR_DRAFT;
		item->entered = d->entered;
		item->notes = d->notes;
		item->feedback = d->feedback;
		scores_from_json(d->scores, criteria, item->scores);
	}
}

static void fill_item(struct arena *arena, const struct bundle *bundle,
	const struct juror_round *round, const struct criteria *criteria,
	const struct juror_paper *paper, struct juror_item *item)
{
	*item = (struct juror_item){ .paper = *paper, .notes = "", .feedback = "", .files = "" };
	item->scores = arena_alloc(arena, (criteria->n + 1) * sizeof(*item->scores));
	for (size_t c = 0; c < criteria->n; c++)
		item->scores[c] = -1;
	take_review(bundle, criteria, item);
	take_draft(bundle, criteria, item);
	item->late = round->closes != 0 && item->submitted > round->closes;
	for (size_t i = 0; i < bundle->recusals.n; i++)
		if (bundle->recusals.rows[i].assignment_id == paper->id)
			item->recusal = &bundle->recusals.rows[i];
	for (size_t i = 0; i < bundle->recognitions.n; i++)
		if (bundle->recognitions.rows[i].assignment_id == paper->id)
			item->recognized = bundle->recognitions.rows[i].text;
	for (size_t i = 0; i < bundle->abstentions.n; i++)
		if (bundle->abstentions.rows[i].assignment_id == paper->id) {
			item->abstained = bundle->abstentions.rows[i].reason;
			item->state = JUROR_ABSTAINED;
		}
	if (paper->gone)
		item->state = JUROR_GONE;
	if (paper->barred)
		item->state = JUROR_RECUSED;
}

/* A place in the juror's own order: from what this juror may know anyway, so that it tells nothing.
 */
struct place_in_order {
	unsigned char hash[crypto_generichash_BYTES];
	size_t index;
};

static int compare_places(const void *a, const void *b)
{
	const struct place_in_order *x = a, *y = b;

	return memcmp(x->hash, y->hash, sizeof(x->hash));
}

static void shuffle(struct context *ctx, struct arena *arena, const struct juror_round *round,
	struct juror_papers *papers)
{
	struct place_in_order *order = arena_alloc(arena, (papers->n + 1) * sizeof(*order));
	struct juror_paper *sorted = arena_alloc(arena, (papers->n + 1) * sizeof(*sorted));

	for (size_t i = 0; i < papers->n; i++) {
		const char *text = arena_printf(
			arena, "%s\n%s\n%s", ctx->account.login, round->key, papers->rows[i].code);

		order[i].index = i;
		crypto_generichash(order[i].hash, sizeof(order[i].hash),
			(const unsigned char *)text, strlen(text), NULL, 0);
	}
	qsort(order, papers->n, sizeof(*order), compare_places);
	for (size_t i = 0; i < papers->n; i++)
		sorted[i] = papers->rows[order[i].index];
	papers->rows = sorted;
}

struct error juror_items(
	struct context *ctx, struct arena *arena, int64_t round_id, struct juror_items *items)
{
	struct juror_round round;
	struct juror_papers papers;
	struct bundle bundle;

	*items = (struct juror_items){ 0 };
	TRY(juror_round(ctx, arena, round_id, &round));
	TRY(round_criteria(ctx, arena, round_id, &items->criteria));
	TRY(store_juror_papers(ctx->db, arena, round_id, &papers));
	TRY(read_bundle(ctx, arena, round_id, 0, &bundle));
	if (round.blind)
		shuffle(ctx, arena, &round, &papers);
	items->rows = arena_alloc(arena, (papers.n + 1) * sizeof(*items->rows));
	items->n = papers.n;
	for (size_t i = 0; i < papers.n; i++)
		fill_item(
			arena, &bundle, &round, &items->criteria, &papers.rows[i], &items->rows[i]);
	for (size_t i = 0; i < items->n; i++)
		items->uncounted = items->uncounted ||
				   (items->rows[i].state == JUROR_ABSTAINED &&
					   conflict_scope_of(round.scope) == SCOPE_CHALLENGE);
	return ok();
}

static struct error read_files(struct context *ctx, struct arena *arena, struct juror_item *item)
{
	struct text_rows names;
	struct buffer all = { 0 };

	TRY(store_juror_files(ctx->db, arena, item->paper.id, &names));
	buffer_text(&all, "");
	for (size_t i = 0; i < names.n; i++)
		buffer_printf(&all, "%s%s", i > 0 ? ", " : "", names.rows[i].text);
	item->files = arena_text(arena, all.text);
	buffer_clear(&all);
	return ok();
}

struct error juror_item(struct context *ctx, struct arena *arena, int64_t assignment_id,
	struct criteria *criteria, struct juror_item *item)
{
	struct juror_paper paper;
	struct juror_round round;
	struct bundle bundle;

	TRY(require(ctx, ACT_REVIEW_OWN));
	struct error e = store_juror_paper(ctx->db, arena, assignment_id, &paper);
	if (e.code == E_NOT_FOUND)
		return fail(E_NOT_FOUND, "submission");
	TRY(e);
	TRY(juror_round(ctx, arena, paper.round_id, &round));
	TRY(round_criteria(ctx, arena, paper.round_id, criteria));
	TRY(read_bundle(ctx, arena, paper.round_id, assignment_id, &bundle));
	fill_item(arena, &bundle, &round, criteria, &paper, item);
	return read_files(ctx, arena, item);
}

struct error juror_search(
	struct context *ctx, int64_t round_id, const char *words, struct id_list *ids)
{
	TRY(require(ctx, ACT_REVIEW_OWN));
	return store_juror_search(ctx->db, round_id, words, ids);
}

bool juror_is_past(const struct juror_round *round, int64_t now)
{
	return round_state_of(round->state) == ROUND_STATE_OPEN && round->closes != 0 &&
	       now > round->closes;
}

bool juror_is_complete(const int64_t *scores, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (scores[i] < 0)
			return false;
	return n > 0;
}

bool juror_is_unconfirmed(const struct juror_item *item)
{
	return item->state == JUROR_SUBMITTED && item->entered && item->confirmed == 0;
}

bool juror_mean(const struct criteria *criteria, const int64_t *scores, struct ratio *mean)
{
	int64_t sum = 0, weights = 0;

	if (!juror_is_complete(scores, criteria->n))
		return false;
	for (size_t i = 0; i < criteria->n; i++) {
		sum += criteria->rows[i].weight * scores[i];
		weights += criteria->rows[i].weight;
	}
	*mean = (struct ratio){ sum, weights * 1000 };
	return true;
}

const char *juror_receipt(struct context *ctx, struct arena *arena, const struct juror_round *round,
	const struct criteria *criteria, const struct juror_item *item)
{
	struct receipt_facts facts = { round->key, item->paper.code, ctx->account.login,
		item->submitted, item->notes, item->feedback, item->scores };

	return item->state == JUROR_SUBMITTED ? receipt_make(arena, criteria, &facts) : "";
}

struct error juror_place(
	struct context *ctx, struct arena *arena, int64_t round_id, struct juror_place *place)
{
	struct juror_places places;

	TRY(require(ctx, ACT_REVIEW_OWN));
	TRY(store_juror_places(ctx->db, arena, round_id, &places));
	if (places.n == 0)
		return fail(E_NOT_FOUND, "record");
	*place = places.rows[0];
	return ok();
}
