/* SPDX-License-Identifier: MIT
 * The criteria of a round: set until the rules are locked, after that only worded better. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/judging/change.h"
#include "src/judging/lot.h"
#include "src/judging/review_columns.h"

enum { CRITERIA_MAX = 20, BANDS_MAX = 40, POINTS_MAX = 1000000 };

static const struct band default_bands[] = {
	{ 0, "vähäinen", "liten", "slight" },
	{ 4000, "kohtalainen", "måttlig", "moderate" },
	{ 7000, "merkittävä", "betydande", "considerable" },
};
static const struct bands three_bands = { (struct band *)default_bands, LEN(default_bands) };

struct criterion_change {
	struct criterion criterion;
	const struct bands *bands; /* NULL: as they are */
	const char *reason;
};

static struct error clean_texts(struct arena *arena, struct criterion *c)
{
	TRY(check_key(c->key));
	if (review_word_taken(arena, c->key))
		return rule(N_("That key is the heading of another column in files of reviews. "
			       "Choose another."));
	return record_clean(arena, &record_of_criterion, c, IN_EDIT);
}

static struct error check_numbers(const struct criterion *c)
{
	if (c->weight < 1 || c->weight > POINTS_MAX)
		return (struct error){
			.code = E_RANGE_POINTS, .field = "weight", .low = 1, .high = POINTS_MAX
		};
	if (c->low < 0 || c->high > POINTS_MAX)
		return (struct error){
			.code = E_RANGE_POINTS, .field = "scale", .high = POINTS_MAX
		};
	if (c->high <= c->low || c->step < 1 || (c->high - c->low) % c->step != 0)
		return fail(E_INVALID, "scale");
	return ok();
}

/* A cleaned copy; a wording must be there in Finnish or Swedish. */
static struct error clean_bands(struct arena *arena, const struct bands *in, struct bands *out)
{
	if (in->n > BANDS_MAX)
		return (struct error){
			.code = E_RANGE, .field = "bands", .low = 1, .high = BANDS_MAX
		};
	out->n = in->n;
	out->rows = arena_alloc(arena, (in->n + 1) * sizeof(*out->rows));
	for (size_t i = 0; i < in->n; i++) {
		struct band *band = &out->rows[i];

		*band = in->rows[i];
		TRY(input_line(arena, "bands", band->text_fi, FIELD_MAX, false, &band->text_fi));
		TRY(input_line(arena, "bands", band->text_sv, FIELD_MAX, false, &band->text_sv));
		TRY(input_line(arena, "bands", band->text_en, FIELD_MAX, false, &band->text_en));
		if (*band->text_fi == '\0' && *band->text_sv == '\0')
			return fail(E_REQUIRED, "bands");
	}
	return ok();
}

static struct error check_bands(const struct criterion *c, const struct bands *bands)
{
	for (size_t i = 0; i < bands->n; i++) {
		bool first = i == 0 && bands->rows[0].low != c->low;

		if (first || bands->rows[i].low > c->high ||
			(i > 0 && bands->rows[i].low <= bands->rows[i - 1].low))
			return rule(N_(
				"Bands begin at the lowest score and follow each other upwards."));
	}
	return ok();
}

/* The words of another scale say nothing true about this one. */
static struct error drop_bands_off_scale(
	struct context *ctx, struct arena *arena, const struct criterion *c)
{
	struct bands bands;

	TRY(store_bands(ctx->db, arena, c->id, &bands));
	if (check_bands(c, &bands).code == E_OK)
		return ok();
	return store_bands_set(ctx->db, c->id, NULL, 0);
}

static struct error insert(
	struct context *ctx, struct arena *arena, const struct round *round, struct criterion *c)
{
	struct criteria all;

	TRY(store_criteria(ctx->db, arena, round->id, &all));
	TRY(check_count("criterion", (int64_t)all.n + 1, 1, CRITERIA_MAX));
	return store_criterion_add(ctx->db, round->id, c, &c->id);
}

static struct error set_criterion(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	const struct criterion_change *change = arg;
	struct criterion c = change->criterion;
	const struct bands *bands = change->bands;
	struct bands clean;

	TRY(refuse_locked(round));
	TRY(clean_texts(arena, &c));
	if (strcasecmp(c.key, lot_key) == 0)
		return rule(
			N_("The key \"lot\" means drawing lots in the tie rule: choose another."));
	TRY(check_numbers(&c));
	struct error e = store_criterion_find(ctx->db, round->id, c.key, &c.id);
	if (e.code == E_NOT_FOUND) {
		e = insert(ctx, arena, round, &c);
		if (bands == NULL && c.low == 0 && c.high == 10000)
			bands = &three_bands;
	} else if (e.code == E_OK) {
		e = store_criterion_update(ctx->db, &c);
	}
	TRY(e);
	if (bands == NULL)
		return drop_bands_off_scale(ctx, arena, &c);
	TRY(clean_bands(arena, bands, &clean));
	TRY(check_bands(&c, &clean));
	return store_bands_set(ctx->db, c.id, clean.rows, clean.n);
}

struct error round_set_criterion(struct context *ctx, int64_t round_id,
	const struct criterion *criterion, const struct bands *bands)
{
	struct criterion_change change = { *criterion, bands, NULL };

	return change_round(ctx, round_id, "round.criterion", set_criterion, &change);
}

static struct error remove_criterion(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	int64_t id;

	(void)arena;
	TRY(refuse_locked(round));
	struct error e = store_criterion_find(ctx->db, round->id, arg, &id);
	if (e.code == E_NOT_FOUND)
		return fail(E_NOT_FOUND, "criterion");
	TRY(e);
	TRY(store_criterion_delete(ctx->db, id));
	return check_ties(ctx, round).code == E_OK ? ok() : fail(E_IN_USE, "ties");
}

struct error round_remove_criterion(struct context *ctx, int64_t round_id, const char *key)
{
	struct arena arena = { 0 };
	struct error e = change_round(
		ctx, round_id, "round.criterion_remove", remove_criterion, arena_text(&arena, key));

	arena_clear(&arena);
	return e;
}

/* Texts may change, where a band begins may not. */
static struct error correct_bands(
	struct context *ctx, struct arena *arena, int64_t criterion_id, const struct bands *bands)
{
	struct bands before, clean;

	TRY(store_bands(ctx->db, arena, criterion_id, &before));
	TRY(clean_bands(arena, bands, &clean));
	bool same = before.n == clean.n;
	for (size_t i = 0; same && i < clean.n; i++)
		same = before.rows[i].low == clean.rows[i].low;
	if (!same)
		return rule(N_("Only the words of a band can be corrected, not where it begins."));
	return store_bands_set(ctx->db, criterion_id, clean.rows, clean.n);
}

static struct error correct_wording(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	const struct criterion_change *change = arg;
	struct criterion c = change->criterion;
	struct criteria all;
	const char *reason;

	if (round->locked == 0)
		return rule(N_("The rules are not locked yet: change the criterion itself."));
	TRY(clean_texts(arena, &c));
	TRY(input_lines(arena, "reason", change->reason, REASON_MAX, true, &reason));
	TRY(store_criteria(ctx->db, arena, round->id, &all));
	for (size_t i = 0; i < all.n && c.id == 0; i++) {
		const struct criterion *before = &all.rows[i];

		if (strcmp(before->key, c.key) != 0)
			continue;
		c.id = before->id;
		c.weight = before->weight;
		c.low = before->low;
		c.high = before->high;
		c.step = before->step;
	}
	if (c.id == 0)
		return fail(E_NOT_FOUND, "criterion");
	TRY(store_criterion_update(ctx->db, &c));
	if (change->bands != NULL)
		TRY(correct_bands(ctx, arena, c.id, change->bands));
	return rules_keep(ctx, round->id, round->notice, reason);
}

struct error round_correct_wording(struct context *ctx, int64_t round_id,
	const struct criterion *criterion, const struct bands *bands, const char *reason)
{
	struct criterion_change change = { *criterion, bands, reason };

	change.criterion.id = 0;
	return change_round(ctx, round_id, "round.wording", correct_wording, &change);
}

static struct error remove_all(struct context *ctx, struct arena *arena, const struct round *round)
{
	struct criteria all;

	TRY(store_criteria(ctx->db, arena, round->id, &all));
	for (size_t i = 0; i < all.n; i++)
		TRY(store_criterion_delete(ctx->db, all.rows[i].id));
	return ok();
}

static struct error define(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	struct rules_definition rules = { .round = *round };

	TRY(refuse_locked(round));
	TRY(rules_parse(arena, arg, &rules));
	TRY(check_rules(&rules.round));
	TRY(remove_all(ctx, arena, round));
	for (size_t i = 0; i < rules.n; i++) {
		const struct defined_criterion *c = &rules.criteria[i];
		struct criterion_change change = { c->criterion, c->has_bands ? &c->bands : NULL,
			NULL };

		TRY(set_criterion(ctx, arena, round, &change));
	}
	return update_round(ctx, round, &rules.round);
}

struct error rules_define(struct context *ctx, int64_t round_id, const char *json)
{
	struct arena arena = { 0 };
	struct error e =
		change_round(ctx, round_id, "round.define", define, arena_text(&arena, json));

	arena_clear(&arena);
	return e;
}
