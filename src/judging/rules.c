/* SPDX-License-Identifier: MIT
 * The rules of a round as JSON: sorted keys, no white space, so that the same rules always have the
 * same bytes and the same SHA-256. */
#include <inttypes.h>
#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/round.h"

static json_t *texts(const char *fi, const char *sv, const char *en)
{
	return json_pack("{s:s, s:s, s:s}", "fi", fi, "sv", sv, "en", en);
}

static json_t *number(int64_t thousandths)
{
	char text[32];

	thousandths_format(thousandths, text, sizeof(text));
	return json_string(text);
}

static struct error bands_json(struct context *ctx, int64_t criterion_id, json_t *list)
{
	struct arena arena = { 0 };
	struct bands bands;
	struct error e = store_bands(ctx->db, &arena, criterion_id, &bands);

	for (size_t i = 0; e.code == E_OK && i < bands.n; i++)
		json_array_append_new(
			list, json_pack("{s:o, s:o}", "from", number(bands.rows[i].low), "text",
				      texts(bands.rows[i].text_fi, bands.rows[i].text_sv,
					      bands.rows[i].text_en)));
	arena_clear(&arena);
	return e;
}

static struct error criteria_json(struct context *ctx, int64_t round_id, json_t *list)
{
	struct arena arena = { 0 };
	struct criteria criteria;
	struct error e = store_criteria(ctx->db, &arena, round_id, &criteria);

	for (size_t i = 0; e.code == E_OK && i < criteria.n; i++) {
		const struct criterion *c = &criteria.rows[i];
		json_t *bands = json_array();

		e = bands_json(ctx, c->id, bands);
		json_array_append_new(
			list, json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "key", c->key,
				      "weight", number(c->weight), "min", number(c->low), "max",
				      number(c->high), "step", number(c->step), "name",
				      texts(c->name_fi, c->name_sv, c->name_en), "guidance",
				      texts(c->guidance_fi, c->guidance_sv, c->guidance_en),
				      "bands", bands));
	}
	arena_clear(&arena);
	return e;
}

struct error rules_text(struct context *ctx, struct arena *arena, int64_t round_id, char **text)
{
	struct round r;

	TRY(round_get(ctx, arena, round_id, &r));
	json_t *criteria = json_array();
	struct error e = criteria_json(ctx, round_id, criteria);
	json_t *select = r.select_min < 0 ? json_null() :
					    json_pack("[I, I]", (json_int_t)r.select_min,
						    (json_int_t)r.select_max);
	json_t *rules = json_pack("{s:s, s:s, s:b, s:s, s:s, s:I, s:I, s:I, s:o, s:s, s:o}",
		"round", r.key, "kind", r.kind, "blind", r.blind, "method", r.method, "ties",
		r.ties, "min_reviews", (json_int_t)r.min_reviews, "per_submission",
		(json_int_t)r.per_submission, "quorum", (json_int_t)r.quorum, "select", select,
		"conflict_scope", r.conflict_scope, "criteria", criteria);
	char *dumped = json_dumps(rules, JSON_COMPACT | JSON_SORT_KEYS);
	*text = arena_text(arena, dumped);
	free(dumped);
	json_decref(rules);
	return e;
}

struct error rules_keep(
	struct context *ctx, int64_t round_id, const char *notice, const char *reason)
{
	struct arena arena = { 0 };
	char *text = NULL, hex[crypto_hash_sha256_BYTES * 2 + 1];
	unsigned char digest[crypto_hash_sha256_BYTES];
	struct error e = rules_text(ctx, &arena, round_id, &text);

	if (e.code == E_OK) {
		crypto_hash_sha256(digest, (const unsigned char *)text, strlen(text));
		sodium_bin2hex(hex, sizeof(hex), digest, sizeof(digest));
		e = store_rules_version_add(ctx->db, round_id,
			&(struct rules_version){ 0, context_now(ctx), notice, reason, text, hex });
	}
	if (e.code == E_OK)
		e = store_round_bump(ctx->db, round_id);
	arena_clear(&arena);
	return e;
}

static const char *string_of(
	struct arena *arena, const json_t *object, const char *key, const char *otherwise)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text == NULL ? otherwise : arena_text(arena, text);
}

/* Numbers may be JSON numbers or strings such as "0.25". */
static struct error thousandths_of(
	const json_t *object, const char *key, int64_t otherwise, int64_t *value)
{
	const json_t *member = json_object_get(object, key);
	char text[40];

	*value = otherwise;
	if (member == NULL)
		return ok();
	if (json_is_string(member))
		snprintf(text, sizeof(text), "%s", json_string_value(member));
	else if (json_is_integer(member))
		snprintf(text, sizeof(text), "%" JSON_INTEGER_FORMAT, json_integer_value(member));
	else
		snprintf(text, sizeof(text), "%.12g", json_number_value(member));
	return thousandths_parse(text, value) == 0 ? ok() : fail(E_INVALID, "json");
}

/* What is not there stays as it is. */
static struct error integer_of(const json_t *object, const char *key, int64_t *value)
{
	const json_t *member = json_object_get(object, key);

	if (member == NULL)
		return ok();
	*value = json_integer_value(member);
	return json_is_integer(member) ? ok() : fail(E_INVALID, "json");
}

/* [4, 6], or null for no range. */
static struct error range_of(const json_t *rules, struct round *r)
{
	const json_t *select = json_object_get(rules, "select");

	if (select == NULL)
		return ok();
	r->select_min = r->select_max = -1;
	if (json_is_null(select))
		return ok();
	TRY(json_array_size(select) == 2 ? ok() : fail(E_INVALID, "select"));
	r->select_min = json_integer_value(json_array_get(select, 0));
	r->select_max = json_integer_value(json_array_get(select, 1));
	return r->select_min >= 0 ? ok() : fail(E_INVALID, "select");
}

static struct error band_of(struct arena *arena, const json_t *object, struct band *band)
{
	const json_t *text = json_object_get(object, "text");

	band->text_fi = string_of(arena, text, "fi", "");
	band->text_sv = string_of(arena, text, "sv", "");
	band->text_en = string_of(arena, text, "en", "");
	return thousandths_of(object, "from", 0, &band->low);
}

static struct error criterion_of(struct arena *arena, const json_t *object, struct criterion *c)
{
	const json_t *name = json_object_get(object, "name");
	const json_t *guidance = json_object_get(object, "guidance");

	*c = (struct criterion){ .key = string_of(arena, object, "key", "") };
	c->name_fi = string_of(arena, name, "fi", "");
	c->name_sv = string_of(arena, name, "sv", "");
	c->name_en = string_of(arena, name, "en", "");
	c->guidance_fi = string_of(arena, guidance, "fi", "");
	c->guidance_sv = string_of(arena, guidance, "sv", "");
	c->guidance_en = string_of(arena, guidance, "en", "");
	TRY(thousandths_of(object, "weight", 1000, &c->weight));
	TRY(thousandths_of(object, "min", 0, &c->low));
	TRY(thousandths_of(object, "max", 10000, &c->high));
	return thousandths_of(object, "step", 1000, &c->step);
}

static struct error bands_of(struct arena *arena, const json_t *list, struct defined_criterion *c)
{
	c->has_bands = list != NULL;
	c->bands.n = json_array_size(list);
	c->bands.rows = arena_alloc(arena, (c->bands.n + 1) * sizeof(*c->bands.rows));
	for (size_t i = 0; i < c->bands.n; i++)
		TRY(band_of(arena, json_array_get(list, i), &c->bands.rows[i]));
	return ok();
}

static struct error numbers_of(struct arena *arena, const json_t *rules, struct round *r)
{
	r->method = string_of(arena, rules, "method", r->method);
	r->ties = string_of(arena, rules, "ties", r->ties);
	r->conflict_scope = string_of(arena, rules, "conflict_scope", r->conflict_scope);
	TRY(integer_of(rules, "min_reviews", &r->min_reviews));
	TRY(integer_of(rules, "per_submission", &r->per_submission));
	TRY(integer_of(rules, "quorum", &r->quorum));
	return range_of(rules, r);
}

static struct error parse(struct arena *arena, const json_t *json, struct rules_definition *rules)
{
	const json_t *criteria = json_object_get(json, "criteria");

	if (!json_is_object(json) || !json_is_array(criteria))
		return fail(E_INVALID, "json");
	rules->n = json_array_size(criteria);
	rules->criteria = arena_alloc(arena, (rules->n + 1) * sizeof(*rules->criteria));
	for (size_t i = 0; i < rules->n; i++) {
		const json_t *object = json_array_get(criteria, i);

		TRY(criterion_of(arena, object, &rules->criteria[i].criterion));
		TRY(bands_of(arena, json_object_get(object, "bands"), &rules->criteria[i]));
	}
	return numbers_of(arena, json, &rules->round);
}

struct error rules_parse(struct arena *arena, const char *text, struct rules_definition *rules)
{
	json_error_t fault;
	json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, &fault);
	struct error e = json == NULL ? fail(E_INVALID, "json") : parse(arena, json, rules);

	json_decref(json);
	return e;
}

static void compare_texts(struct arena *arena, const json_t *before, const json_t *after,
	const char *name, struct wordings *out)
{
	static const char *const langs[] = { "fi", "sv", "en" };

	for (size_t i = 0; i < LEN(langs); i++) {
		const char *a = string_of(arena, before, langs[i], "");
		const char *b = string_of(arena, after, langs[i], "");

		if (strcmp(a, b) == 0 || out->n >= WORDINGS_MAX)
			continue;
		out->rows[out->n++] =
			(struct wording){ arena_printf(arena, "%s (%s)", name, langs[i]), a, b };
	}
}

static void compare_criteria(
	struct arena *arena, const json_t *before, const json_t *after, struct wordings *out)
{
	const char *name = string_of(arena, after, "key", "");
	const json_t *a = json_object_get(before, "bands"), *b = json_object_get(after, "bands");

	compare_texts(
		arena, json_object_get(before, "name"), json_object_get(after, "name"), name, out);
	compare_texts(arena, json_object_get(before, "guidance"),
		json_object_get(after, "guidance"), name, out);
	for (size_t i = 0; i < json_array_size(a) && i < json_array_size(b); i++)
		compare_texts(arena, json_object_get(json_array_get(a, i), "text"),
			json_object_get(json_array_get(b, i), "text"), name, out);
}

void rules_compare(struct arena *arena, const char *before, const char *after, struct wordings *out)
{
	json_t *a = json_loads(before, 0, NULL), *b = json_loads(after, 0, NULL);
	const json_t *old = json_object_get(a, "criteria"), *new = json_object_get(b, "criteria");

	*out = (struct wordings){ 0 };
	for (size_t i = 0; i < json_array_size(old) && i < json_array_size(new); i++)
		compare_criteria(arena, json_array_get(old, i), json_array_get(new, i), out);
	json_decref(a);
	json_decref(b);
}
