/* SPDX-License-Identifier: MIT
 * The rules of a round: criteria with their bands, defining them as JSON, locking them with their
 * hash, and correcting a wording afterwards. */
#define TEST_NAME "rules"
#include "tests/unit/judging_fixture.h"

#include <sodium.h>

static struct error set(struct judging *j, struct criterion c)
{
	return round_set_criterion(j->ctx, j->round, &c, NULL);
}

static struct criterion get_criterion(struct judging *j, const char *key)
{
	struct criteria all;

	assert_ok(round_criteria(j->ctx, j->arena, j->round, &all));
	for (size_t i = 0; i < all.n; i++)
		if (strcmp(all.rows[i].key, key) == 0)
			return all.rows[i];
	stop_test("no criterion %s", key);
	return (struct criterion){ 0 };
}

static struct bands get_bands(struct judging *j, const char *key)
{
	struct bands bands;

	assert_ok(criterion_bands(j->ctx, j->arena, get_criterion(j, key).id, &bands));
	return bands;
}

static const char *get_text(struct judging *j)
{
	char *text;

	assert_ok(rules_text(j->ctx, j->arena, j->round, &text));
	return text;
}

static void texts_are_cleaned(void **state)
{
	struct judging *j = *state;
	struct criterion c = criterion_of("new");

	c.name_fi = "  Uutuus\t arvo ";
	c.name_sv = "Nya\xCC\x8A"; /* a decomposed å */
	c.guidance_fi = "\r\nEnsin.\r\n\r\nSitten.  ";
	assert_ok(set(j, c));
	c = get_criterion(j, "new");
	assert_string_equal(c.name_fi, "Uutuus arvo");
	assert_string_equal(c.name_sv, "Ny\xC3\xA5");
	assert_string_equal(c.guidance_fi, "Ensin.\n\nSitten.");
	c.name_fi = "Uutuus\x1B[2J";
	assert_refused(E_RULE, "control characters", set(j, c));
	c.name_fi = "Uutuus\xE2\x80\xAE";
	assert_refused(E_RULE, "mislead", set(j, c));
	c.name_fi = "Uutuus\xFF";
	assert_refused(E_INVALID, "name_fi", set(j, c));
	assert_string_equal(get_criterion(j, "new").name_fi, "Uutuus arvo");
}

static void both_languages_are_needed(void **state)
{
	struct judging *j = *state;
	struct criterion c = criterion_of("new");

	c.name_sv = " ";
	assert_refused(E_REQUIRED, "name_sv", set(j, c));
	c = criterion_of("new");
	c.name_fi = NULL;
	assert_refused(E_REQUIRED, "name_fi", set(j, c));
	c = criterion_of("");
	assert_refused(E_REQUIRED, "key", set(j, c));
	c = criterion_of("uusi arvo");
	assert_refused(E_INVALID, "key", set(j, c));
	c = criterion_of("new");
	c.name_en = NULL;
	assert_ok(set(j, c));
}

static void weights_and_scales_have_limits(void **state)
{
	static const struct {
		int64_t weight, low, high, step;
		enum errcode code;
		const char *field;
	} cases[] = {
		{ 0, 0, 10000, 1000, E_RANGE_POINTS, "weight" },
		{ 1000001, 0, 10000, 1000, E_RANGE_POINTS, "weight" },
		{ 1, 0, 10000, 1000, E_OK, "" },
		{ 1000000, 0, 1000000, 1, E_OK, "" },
		{ 1000, 0, 1000001, 1, E_RANGE_POINTS, "scale" },
		{ 1000, -1000, 10000, 1000, E_RANGE_POINTS, "scale" },
		{ 1000, 5000, 5000, 1000, E_INVALID, "scale" },
		{ 1000, 10000, 0, 1000, E_INVALID, "scale" },
		{ 1000, 0, 10000, 0, E_INVALID, "scale" },
		{ 1000, 0, 10000, 3000, E_INVALID, "scale" },
		{ 1000, 0, 10000, 20000, E_INVALID, "scale" },
		{ 1000, 1000, 5000, 250, E_OK, "" },
	};
	struct judging *j = *state;

	for (size_t i = 0; i < LEN(cases); i++) {
		struct criterion c = criterion_of("new");

		c.weight = cases[i].weight;
		c.low = cases[i].low;
		c.high = cases[i].high;
		c.step = cases[i].step;
		assert_refused(cases[i].code, cases[i].field, set(j, c));
	}
}

static void twenty_criteria_and_no_more(void **state)
{
	struct judging *j = *state;
	char key[8];

	for (int i = 3; i <= 20; i++) {
		snprintf(key, sizeof(key), "c%d", i);
		assert_ok(set(j, criterion_of(key)));
	}
	assert_refused(E_RANGE, "criterion", set(j, criterion_of("c21")));
	assert_ok(set(j, criterion_of("c20")));
	assert_ok(round_remove_criterion(j->ctx, j->round, "c3"));
	assert_refused(E_NOT_FOUND, "criterion", round_remove_criterion(j->ctx, j->round, "c3"));
	assert_ok(set(j, criterion_of("c21")));
}

static void bands_come_with_ten_points(void **state)
{
	struct judging *j = *state;
	struct criterion five = criterion_of("five");
	struct bands bands = get_bands(j, "a");

	assert_int_equal(bands.n, 3);
	assert_int_equal(bands.rows[1].low, 4000);
	assert_string_equal(bands.rows[2].text_fi, "merkittävä");
	assert_string_equal(bands.rows[2].text_sv, "betydande");
	five.high = 5000;
	assert_ok(set(j, five));
	assert_int_equal(get_bands(j, "five").n, 0);
}

static struct error set_bands(struct judging *j, struct band *rows, size_t n)
{
	struct criterion c = criterion_of("a");

	return round_set_criterion(j->ctx, j->round, &c, &(struct bands){ rows, n });
}

static void bands_follow_each_other(void **state)
{
	struct judging *j = *state;
	struct band good[] = { { 0, " alin ", "", "" }, { 2500, "", "mellan", "" } };
	struct band late[] = { { 1000, "x", "x", "" } };
	struct band falling[] = { { 0, "x", "x", "" }, { 50, "x", "x", "" }, { 50, "x", "x", "" } };
	struct band above[] = { { 0, "x", "x", "" }, { 10001, "x", "x", "" } };
	struct band silent[] = { { 0, "x", "x", "" }, { 5000, " ", "", "only" } };
	struct band many[41] = { { 0 } };

	assert_refused(E_RULE, "begin at the lowest", set_bands(j, late, LEN(late)));
	assert_refused(E_RULE, "begin at the lowest", set_bands(j, falling, LEN(falling)));
	assert_refused(E_RULE, "begin at the lowest", set_bands(j, above, LEN(above)));
	assert_refused(E_REQUIRED, "bands", set_bands(j, silent, LEN(silent)));
	assert_refused(E_RANGE, "bands", set_bands(j, many, LEN(many)));
	assert_int_equal(get_bands(j, "a").n, 3);
	assert_ok(set_bands(j, good, LEN(good)));
	assert_int_equal(get_bands(j, "a").n, 2);
	assert_string_equal(get_bands(j, "a").rows[0].text_fi, "alin");
	assert_string_equal(get_bands(j, "a").rows[1].text_sv, "mellan");
}

/* Bands of a scale that is no more say nothing true about the new one. */
static void another_scale_leaves_no_band_behind(void **state)
{
	struct judging *j = *state;
	struct criterion c = get_criterion(j, "a");

	c.step = 500;
	assert_ok(set(j, c));
	assert_int_equal(get_bands(j, "a").n, 3);
	c.high = 5000;
	assert_ok(set(j, c));
	assert_int_equal(get_bands(j, "a").n, 0);
}

static void ties_name_criteria_of_the_round(void **state)
{
	struct judging *j = *state;
	struct round r = get_round(j);

	r.ties = "b,c";
	assert_refused(E_INVALID, "ties", round_update(j->ctx, &r));
	r.ties = "b,a";
	assert_ok(round_update(j->ctx, &r));
	assert_string_equal(get_round(j).ties, "b,a");
	assert_refused(E_IN_USE, "ties", round_remove_criterion(j->ctx, j->round, "b"));
	assert_int_equal(get_criterion(j, "b").weight, 2000);
}

static void defining_as_json_is_all_or_nothing(void **state)
{
	static const char *const wrong[] = { "", "[]", "{}", "{\"criteria\":3}",
		"{\"criteria\":[{]}", "{\"criteria\":[],\"criteria\":[]}",
		"{\"criteria\":[{\"key\":\"x\",\"weight\":\"heavy\"}]}",
		"{\"criteria\":[{\"key\":\"x\",\"weight\":0.0005}]}",
		"{\"criteria\":[],\"quorum\":\"2\"}" };
	struct judging *j = *state;
	const char *before = get_text(j);

	for (size_t i = 0; i < LEN(wrong); i++)
		assert_refused(E_INVALID, "json", rules_define(j->ctx, j->round, wrong[i]));
	assert_refused(E_REQUIRED, "name_sv",
		rules_define(j->ctx, j->round,
			"{\"criteria\":[{\"key\":\"x\",\"name\":{\"fi\":\"X\",\"sv\":\"X\"}},"
			"{\"key\":\"y\",\"name\":{\"fi\":\"Y\"}}]}"));
	assert_refused(E_RANGE, "quorum",
		rules_define(j->ctx, j->round, "{\"criteria\":[],\"quorum\":0}"));
	assert_refused(E_INVALID, "select",
		rules_define(j->ctx, j->round, "{\"criteria\":[],\"select\":[6,4]}"));
	assert_refused(E_INVALID, "select",
		rules_define(j->ctx, j->round, "{\"criteria\":[],\"select\":[-5,4]}"));
	assert_refused(E_INVALID, "select",
		rules_define(j->ctx, j->round, "{\"criteria\":[],\"select\":4}"));
	assert_refused(E_INVALID, "ties",
		rules_define(j->ctx, j->round, "{\"criteria\":[],\"ties\":\"a\"}"));
	assert_string_equal(get_text(j), before);
}

/* What one round prints, another takes, and prints the same: no range, the criteria in order. */
static void rules_come_back_as_they_were(void **state)
{
	struct judging *j = *state;
	struct round other = { .key = "problems-2", .kind = "problem", .select_max = 5 };
	struct round r = get_round(j);
	struct criterion b = criterion_of("b"), c = criterion_of("c");
	char *before, *after;
	int64_t id;

	r.method = "trimmed";
	r.ties = "b";
	r.min_reviews = 3;
	assert_ok(round_update(j->ctx, &r));
	assert_ok(round_add(j->ctx, &other, &id));
	assert_ok(round_set_criterion(j->ctx, id, &c, NULL));
	assert_ok(round_set_criterion(j->ctx, id, &b, NULL));
	assert_ok(rules_text(j->ctx, j->arena, j->round, &before));
	assert_ok(rules_define(j->ctx, id, before));
	assert_ok(rules_text(j->ctx, j->arena, id, &after));
	char *key = strstr(after, "\"round\":\"problems-2\"");
	assert_non_null(key);
	memmove(key + strlen("\"round\":\"problems"), key + strlen("\"round\":\"problems-2"),
		strlen(key + strlen("\"round\":\"problems-2")) + 1);
	assert_string_equal(after, before);
}

static const char *sha256(struct judging *j, const char *text)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char *hex = arena_alloc(j->arena, sizeof(digest) * 2 + 1);

	crypto_hash_sha256(digest, (const unsigned char *)text, strlen(text));
	return sodium_bin2hex(hex, sizeof(digest) * 2 + 1, digest, sizeof(digest));
}

static void locking_keeps_text_and_hash(void **state)
{
	struct judging *j = *state;
	struct rules_versions versions;
	struct round empty = {
		.key = "none", .kind = "problem", .select_min = -1, .select_max = -1
	};
	int64_t id;

	assert_ok(round_add(j->ctx, &empty, &id));
	assert_refused(E_RULE, "no criteria", round_lock(j->ctx, id, ""));
	assert_int_equal(get_round(j).locked, 0);
	assert_ok(round_lock(j->ctx, j->round, "Ilmoitus 16.8.2018, nro 7"));
	struct round r = get_round(j);
	assert_int_equal(r.locked, fixture_now);
	assert_string_equal(r.notice, "Ilmoitus 16.8.2018, nro 7");
	assert_string_equal(r.rules_hash, sha256(j, get_text(j)));
	assert_ok(round_rules_versions(j->ctx, j->arena, j->round, &versions));
	assert_int_equal(versions.n, 1);
	assert_string_equal(versions.rows[0].text, get_text(j));
	assert_refused(E_RULE, "locked", round_lock(j->ctx, j->round, ""));
}

static const char *locked_hash(struct judging *j)
{
	assert_ok(round_lock(j->ctx, j->round, ""));
	return get_round(j).rules_hash;
}

/* Two offices that announce the same get the same hash, whatever came before. */
static void same_rules_have_the_same_hash(void **state)
{
	struct judging *j = *state, *other;
	void *second;

	assert_int_equal(judging_setup(&second), 0);
	other = second;
	assert_ok(set(other, criterion_of("c")));
	assert_ok(round_remove_criterion(other->ctx, other->round, "c"));
	add_problems(other, 2);
	seat_jurors(other, 2);
	fixture_now += 5000;
	assert_string_equal(locked_hash(j), locked_hash(other));
	assert_int_equal(judging_teardown(&second), 0);
}

struct change {
	const char *what;
	void (*make)(struct round *r, struct criterion *a, struct band *bands);
};

#define CHANGE(name, statement) \
	static void change_##name(struct round *r, struct criterion *a, struct band *bands) \
	{ \
		(void)r, (void)a, (void)bands; \
		statement; \
	}
CHANGE(method, r->method = "median")
CHANGE(ties, r->ties = "a")
CHANGE(least, r->min_reviews = 2)
CHANGE(dealing, r->per_submission = 2)
CHANGE(quorum, r->quorum = 2)
CHANGE(range, r->select_min = r->select_max = 4)
CHANGE(range_end, (r->select_min = 4, r->select_max = 6))
CHANGE(scope, r->conflict_scope = "challenge")
CHANGE(weight, a->weight = 1001)
CHANGE(low, (a->low = bands[0].low = 1000))
CHANGE(high, a->high = 20000)
CHANGE(step, a->step = 500)
CHANGE(name_fi, a->name_fi = "Vaikutus")
CHANGE(name_sv, a->name_sv = "Effekt")
CHANGE(name_en, a->name_en = "Impact")
CHANGE(guidance_fi, a->guidance_fi = "Ohje")
CHANGE(guidance_sv, a->guidance_sv = "Råd")
CHANGE(guidance_en, a->guidance_en = "Advice")
CHANGE(band_low, bands[1].low = 5000)
CHANGE(band_fi, bands[1].text_fi = "x")
CHANGE(band_sv, bands[1].text_sv = "x")
CHANGE(band_en, bands[1].text_en = "x")
CHANGE(added, a->key = "c")

static const struct change changes[] = {
	{ "method", change_method },
	{ "tie rule", change_ties },
	{ "least reviews", change_least },
	{ "dealing", change_dealing },
	{ "quorum", change_quorum },
	{ "range", change_range },
	{ "range's end", change_range_end },
	{ "conflict scope", change_scope },
	{ "weight", change_weight },
	{ "lowest score", change_low },
	{ "highest", change_high },
	{ "step", change_step },
	{ "Finnish name", change_name_fi },
	{ "Swedish", change_name_sv },
	{ "English", change_name_en },
	{ "Finnish guidance", change_guidance_fi },
	{ "Swedish", change_guidance_sv },
	{ "English", change_guidance_en },
	{ "band's start", change_band_low },
	{ "band in Finnish", change_band_fi },
	{ "in Swedish", change_band_sv },
	{ "in English", change_band_en },
	{ "one more criterion", change_added },
};

static void any_change_is_another_hash(void **state)
{
	struct judging *j = *state;
	const char *seen[LEN(changes) + 1] = { sha256(j, get_text(j)) };

	for (size_t i = 0; i < LEN(changes); i++) {
		struct round r = get_round(j);
		struct criterion a = get_criterion(j, "a");
		struct bands bands = get_bands(j, "a");
		struct round plain = r;
		struct criterion before = a;
		struct bands as_was = get_bands(j, "a");

		changes[i].make(&r, &a, bands.rows);
		assert_ok(round_set_criterion(j->ctx, j->round, &a, &bands));
		r.v = get_round(j).v;
		assert_ok(round_update(j->ctx, &r));
		seen[i + 1] = sha256(j, get_text(j));
		for (size_t k = 0; k <= i; k++)
			if (strcmp(seen[k], seen[i + 1]) == 0)
				stop_test("%s leaves the hash of %zu", changes[i].what, k);
		plain.v = get_round(j).v;
		assert_ok(round_update(j->ctx, &plain));
		assert_ok(round_set_criterion(j->ctx, j->round, &before, &as_was));
		if (strcmp(a.key, "a") != 0)
			assert_ok(round_remove_criterion(j->ctx, j->round, a.key));
		assert_string_equal(sha256(j, get_text(j)), seen[0]);
	}
}

static void locked_rules_do_not_change(void **state)
{
	struct judging *j = *state;

	assert_ok(round_lock(j->ctx, j->round, ""));
	const char *before = get_text(j);
	int64_t head = log_head(j);
	struct criterion a = get_criterion(j, "a");
	a.name_fi = "Vaikutus";
	assert_refused(E_RULE, "locked", set(j, a));
	assert_refused(E_RULE, "locked", set(j, criterion_of("c")));
	assert_refused(E_RULE, "locked", round_remove_criterion(j->ctx, j->round, "a"));
	assert_refused(E_RULE, "locked", rules_define(j->ctx, j->round, "{\"criteria\":[]}"));
	assert_refused(E_RULE, "locked rules", round_assign(j->ctx, j->round, 1, 1));
	for (size_t i = 0; i < 8; i++) { /* those of the round itself */
		struct round r = get_round(j);
		struct bands bands = get_bands(j, "a");

		changes[i].make(&r, &a, bands.rows);
		assert_refused(E_RULE, "locked", round_update(j->ctx, &r));
	}
	assert_string_equal(get_text(j), before);
	assert_int_equal(log_head(j), head);
	struct round r = get_round(j);
	r.closes = at("2018-11-15");
	assert_ok(round_update(j->ctx, &r));
	assert_int_equal(get_round(j).closes, at("2018-11-15"));
	assert_string_equal(get_round(j).rules_hash, sha256(j, get_text(j)));
}

static void a_wording_is_corrected_with_its_reason(void **state)
{
	struct judging *j = *state;
	struct criterion a = get_criterion(j, "a");
	struct bands bands = get_bands(j, "a");
	struct rules_versions versions;
	struct wordings words;

	a.name_sv = "Verkningsgrad ";
	a.weight = 5000;
	bands.rows[1].text_fi = "keskinkertainen";
	assert_refused(E_RULE, "not locked yet",
		round_correct_wording(j->ctx, j->round, &a, NULL, "Kirjoitusvirhe"));
	assert_ok(round_lock(j->ctx, j->round, "Ilmoitus 7"));
	assert_refused(
		E_REQUIRED, "reason", round_correct_wording(j->ctx, j->round, &a, NULL, " "));
	assert_ok(round_correct_wording(j->ctx, j->round, &a, &bands, "Kirjoitusvirhe"));
	assert_int_equal(get_criterion(j, "a").weight, 1000);
	assert_string_equal(get_criterion(j, "a").name_sv, "Verkningsgrad");
	assert_ok(round_rules_versions(j->ctx, j->arena, j->round, &versions));
	assert_int_equal(versions.n, 2);
	assert_string_equal(versions.rows[1].reason, "Kirjoitusvirhe");
	assert_string_equal(versions.rows[1].notice, "Ilmoitus 7");
	assert_string_equal(versions.rows[1].hash, sha256(j, get_text(j)));
	rules_compare(j->arena, versions.rows[0].text, versions.rows[1].text, &words);
	assert_int_equal(words.n, 2);
	assert_string_equal(words.rows[0].before, "Verkan");
	assert_string_equal(words.rows[0].after, "Verkningsgrad");
	assert_string_equal(words.rows[1].before, "kohtalainen");
	assert_string_equal(words.rows[1].after, "keskinkertainen");
	assert_int_equal(get_round(j).rules_version, 2);
}

static void only_words_can_be_corrected(void **state)
{
	struct judging *j = *state;
	struct criterion a = get_criterion(j, "a"), c = criterion_of("c");
	struct bands bands = get_bands(j, "a");

	assert_ok(round_lock(j->ctx, j->round, ""));
	const char *before = get_text(j);
	bands.rows[1].low = 5000;
	assert_refused(E_RULE, "Only the words",
		round_correct_wording(j->ctx, j->round, &a, &bands, "Virhe"));
	bands.n = 2;
	assert_refused(E_RULE, "Only the words",
		round_correct_wording(j->ctx, j->round, &a, &bands, "Virhe"));
	assert_refused(E_NOT_FOUND, "criterion",
		round_correct_wording(j->ctx, j->round, &c, NULL, "Virhe"));
	assert_string_equal(get_text(j), before);
	assert_int_equal(get_round(j).rules_version, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_JUDGING(texts_are_cleaned),
		TEST_JUDGING(both_languages_are_needed),
		TEST_JUDGING(weights_and_scales_have_limits),
		TEST_JUDGING(twenty_criteria_and_no_more),
		TEST_JUDGING(bands_come_with_ten_points),
		TEST_JUDGING(bands_follow_each_other),
		TEST_JUDGING(another_scale_leaves_no_band_behind),
		TEST_JUDGING(ties_name_criteria_of_the_round),
		TEST_JUDGING(defining_as_json_is_all_or_nothing),
		TEST_JUDGING(rules_come_back_as_they_were),
		TEST_JUDGING(locking_keeps_text_and_hash),
		TEST_JUDGING(same_rules_have_the_same_hash),
		TEST_JUDGING(any_change_is_another_hash),
		TEST_JUDGING(locked_rules_do_not_change),
		TEST_JUDGING(a_wording_is_corrected_with_its_reason),
		TEST_JUDGING(only_words_can_be_corrected),
	};
	return RUN(tests);
}
