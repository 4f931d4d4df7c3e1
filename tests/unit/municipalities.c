/* SPDX-License-Identifier: MIT
 * The register of municipalities 2018-2026, and recognizing them in what offices write. */
#define TEST_NAME "municipalities"
#include "tests/unit/fixture.h"

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/roof/lookup.h"
#include "src/phases/submission.h"
#include "src/registers/municipality.h"

static struct municipality get(struct fixture *f, const char *name)
{
	struct municipality m = { 0 };

	assert_ok(municipality_get(&f->ctx, &f->arena, municipality_of(f, name), &m));
	return m;
}

static const char *shown(struct fixture *f, const char *name)
{
	struct municipality m = get(f, name);

	return municipality_shown(&f->ctx, &f->arena, &m);
}

/* The last day of one that merges is its own. */
static void as_many_as_there_were(void **state)
{
	static const struct {
		int year, month, day;
		size_t n;
	} days[] = { { 2018, 1, 1, 311 }, { 2019, 12, 31, 311 }, { 2020, 1, 1, 310 },
		{ 2020, 12, 31, 310 }, { 2021, 1, 1, 309 }, { 2024, 12, 31, 309 },
		{ 2025, 1, 1, 308 }, { 2026, 1, 1, 308 } };
	struct fixture *f = *state;

	for (size_t i = 0; i < LEN(days); i++)
		for (int sort = MUNICIPALITY_BY_NAME; sort <= MUNICIPALITY_BY_CODE; sort++) {
			struct id_list ids = { 0 };

			assert_ok(municipality_ids(&f->ctx, (enum municipality_sort)sort,
				day_of_civil(days[i].year, days[i].month, days[i].day), &ids));
			assert_int_equal(days[i].n, ids.n);
			id_list_clear(&ids);
		}
}

static void lists_sort_by_the_name_shown(void **state)
{
	static const struct {
		const char *lang, *first, *second, *last;
	} cases[] = { { "fi", "Akaa", "Alajärvi", "Äänekoski" },
		{ "sv", "Ackas", "Alajärvi", "Övertorneå" },
		{ "en", "Akaa", "Alajärvi", "Äänekoski" } };
	struct fixture *f = *state;

	for (size_t i = 0; i < LEN(cases); i++) {
		struct id_list ids = { 0 };
		struct municipality first, second, last;

		i18n_use(cases[i].lang);
		assert_ok(municipality_ids(
			&f->ctx, MUNICIPALITY_BY_NAME, day_of_civil(2018, 10, 1), &ids));
		assert_ok(municipality_get(&f->ctx, &f->arena, ids.ids[0], &first));
		assert_ok(municipality_get(&f->ctx, &f->arena, ids.ids[1], &second));
		assert_ok(municipality_get(&f->ctx, &f->arena, ids.ids[ids.n - 1], &last));
		id_list_clear(&ids);
		assert_string_equal(cases[i].first, municipality_name(&first));
		assert_string_equal(cases[i].second, municipality_name(&second));
		assert_string_equal(cases[i].last, municipality_name(&last));
	}
}

static void letters_after_z_have_their_order(void **state)
{
	static const char *const names[] = { "Ypäjä", "Åbo", "Ätsäri", "Äänekoski", "Östermark" };
	struct fixture *f = *state;
	struct id_list ids = { 0 };
	size_t before = 0;

	assert_ok(municipality_rename(&f->ctx, municipality_of(f, "Etseri"), "sv", "Ätsäri"));
	i18n_use("sv");
	assert_ok(municipality_ids(&f->ctx, MUNICIPALITY_BY_NAME, day_of_civil(2018, 10, 1), &ids));
	for (size_t i = 0; i < LEN(names); i++) {
		size_t here = id_list_find(&ids, municipality_of(f, names[i]));

		assert_true(here > before);
		before = here;
	}
	id_list_clear(&ids);
	i18n_use("en");
}

static void regions_follow_the_calendar(void **state)
{
	static const struct {
		const char *name, *before, *after;
	} moved[] = { { "Iitti", "Kymenlaakso", "Päijät-Häme" },
		{ "Heinävesi", "Etelä-Savo", "Pohjois-Karjala" },
		{ "Joroinen", "Etelä-Savo", "Pohjois-Savo" },
		{ "Isokyrö", "Pohjanmaa", "Etelä-Pohjanmaa" },
		{ "Kuhmoinen", "Keski-Suomi", "Pirkanmaa" },
		{ "Turku", "Varsinais-Suomi", "Varsinais-Suomi" } };
	struct fixture *f = *state;
	struct municipality_regions regions;

	for (size_t i = 0; i < LEN(moved); i++) {
		fixture_now = at("2020-12-31T23:59:59");
		assert_string_equal(moved[i].before, get(f, moved[i].name).region_fi);
		fixture_now = at("2021-01-01T00:00:00");
		assert_string_equal(moved[i].after, get(f, moved[i].name).region_fi);
	}
	assert_ok(municipality_regions(&f->ctx, &f->arena, municipality_of(f, "142"), &regions));
	assert_int_equal(2, regions.n);
	assert_string_equal("Kymmenedalen", regions.rows[0].name_sv);
	assert_int_equal(day_of_civil(2021, 1, 1), regions.rows[1].valid_from);
}

static void a_merged_one_says_what_it_is_now(void **state)
{
	struct fixture *f = *state;

	fixture_now = at("2019-12-31T23:59:59");
	assert_string_equal("Valtimo", shown(f, "Valtimo"));
	fixture_now = at("2020-01-01T00:00:00");
	i18n_use("fi");
	assert_string_equal("Valtimo (nyk. Nurmes)", shown(f, "Valtimo"));
	i18n_use("sv");
	assert_string_equal("Valtimo (numera Nurmes)", shown(f, "Valtimo"));
	assert_string_equal("Åbo", shown(f, "Turku"));
	i18n_use("en");
	assert_string_equal("Turku", shown(f, "Åbo"));
}

static const struct {
	const char *text;
	enum match match;
	const char *code; /* NULL: none */
} written[] = {
	/* clang-format off */
	{ "Nurmes", MATCH_SURE, "541" }, { "nurmes ", MATCH_SURE, "541" },
	{ "NURMES", MATCH_SURE, "541" },
	{ "Åbo", MATCH_SURE, "853" }, { "A\u030Abo", MATCH_SURE, "853" },
	{ "åBO", MATCH_SURE, "853" },
	{ "853", MATCH_SURE, "853" }, { "049", MATCH_SURE, "049" },
	{ "Helsingfors", MATCH_SURE, "091" },
	{ "Ii", MATCH_SURE, "139" }, { "Eura", MATCH_SURE, "050" },
	{ "Villmanstrand", MATCH_SURE, "405" },
	{ "S:t Karins", MATCH_SURE, "202" }, { "St Karins", MATCH_SURE, "202" },
	{ "Sankt Karins", MATCH_SURE, "202" }, { "KOSKI\u00A0TL", MATCH_SURE, "284" },
	{ "Koski", MATCH_SURE, "284" }, { "Pedersöre kommun", MATCH_SURE, "599" },
	{ "Maarianhamina  -  Mariehamn", MATCH_SURE, "478" },
	{ "Mänttä-Vilppula", MATCH_SURE, "508" },
	{ "Valtimo", MATCH_SURE, "911" }, { "Honkajoki", MATCH_SURE, "099" },
	{ "Jalasjärvi", MATCH_ENDED, "164" }, { "Juankoski", MATCH_ENDED, "174" },
	{ "Hämeenlinnan kaupunki", MATCH_UNCERTAIN, "109" },
	{ "Vanda stad", MATCH_UNCERTAIN, "092" },
	{ "Vihdin kunta", MATCH_UNCERTAIN, "927" },
	{ "Helsinki/Helsingfors", MATCH_UNCERTAIN, "091" },
	{ "Vasa, Vaasa", MATCH_UNCERTAIN, "905" }, { "49", MATCH_UNCERTAIN, "049" },
	{ "5", MATCH_UNCERTAIN, "005" }, { "Helsnki", MATCH_UNCERTAIN, "091" },
	{ "Jyväksylä", MATCH_UNCERTAIN, "179" }, { "Vantaa\u200B", MATCH_UNCERTAIN, "092" },
	{ "Helsinki/Espoo", MATCH_NONE, NULL },
	{ "Happajärvi", MATCH_NONE, NULL }, /* Haapa- or Lappa-? */
	{ "999", MATCH_NONE, NULL }, { "1 49", MATCH_NONE, NULL }, { "0", MATCH_NONE, NULL },
	{ "", MATCH_NONE, NULL },
	{ "Eru", MATCH_NONE, NULL }, { "Suomi", MATCH_NONE, NULL }, { "Lohjaan", MATCH_NONE, NULL },
	{ "kaupunki", MATCH_NONE, NULL }, { "Tukholma", MATCH_NONE, NULL },
	{ "/", MATCH_NONE, NULL },
	{ "Pohjois-Pohjanmaan ELY-keskus, liikenne ja infrastruktuuri", MATCH_NONE, NULL },
	/* clang-format on */
};

/* Certain only of a name or code; anything else is offered to a person or left alone. */
static void names_as_offices_write_them(void **state)
{
	struct fixture *f = *state;
	struct municipality_index *index;
	int64_t day = day_of_civil(2018, 10, 31), id;

	assert_ok(municipality_index_new(&f->ctx, &index));
	for (size_t i = 0; i < LEN(written); i++) {
		enum match match = municipality_match(index, written[i].text, day, &id);
		int64_t wanted = written[i].code == NULL ? 0 : municipality_of(f, written[i].code);

		if (match != written[i].match || id != wanted)
			stop_test("\"%s\": %d, %lld", written[i].text, (int)match, (long long)id);
	}
	assert_int_equal(
		MATCH_SURE, municipality_match(index, "Valtimo", day_of_civil(2019, 12, 31), &id));
	assert_int_equal(
		MATCH_ENDED, municipality_match(index, "Valtimo", day_of_civil(2020, 1, 1), &id));
	assert_int_equal(municipality_of(f, "911"), id);
	municipality_index_free(index);
	assert_fails(E_NOT_FOUND, municipality_find(&f->ctx, "Vihdin kunta", &id));
	assert_ok(municipality_find(&f->ctx, "Jalasjärvi", &id));
}

static bool finds(struct fixture *f, const char *words, enum kind kind, int64_t id)
{
	struct founds founds;

	assert_ok(lookup(&f->ctx, &f->arena, words, 100, &founds));
	for (size_t i = 0; i < founds.n; i++)
		if (founds.rows[i].kind == kind && founds.rows[i].id == id)
			return true;
	return false;
}

/* What was sent before is found by the new name too, and the search index stays true. */
static void a_new_name_keeps_the_old_one(void **state)
{
	struct fixture *f = *state;
	int64_t id = municipality_of(f, "Vöyri"),
		problem = problem_from(f, "Vöyri", "Joukkoliikenne");
	struct municipality_names names;
	size_t former = 0;

	assert_ok(municipality_rename(&f->ctx, id, "fi", "  Uusi-Vöyri "));
	assert_string_equal("Uusi-Vöyri", shown(f, "Uusi-Vöyri"));
	assert_int_equal(id, municipality_of(f, "Vöyri"));
	assert_ok(municipality_names(&f->ctx, &f->arena, id, &names));
	for (size_t i = 0; i < names.n; i++)
		former += strcmp(names.rows[i].kind, "former") == 0 ? 1 : 0;
	assert_int_equal(1, former);
	assert_ok(municipality_add_alias(&f->ctx, id, "sv", "Vörå kommun"));
	assert_int_equal(id, municipality_of(f, "VÖRÅ KOMMUN"));
	assert_true(finds(f, "uusi-vöyri", KIND_MUNICIPALITY, id));
	assert_true(finds(f, "uusi-vöyri", KIND_PROBLEM, problem));
	assert_true(finds(f, "vöyri", KIND_PROBLEM, problem));
	assert_verifies(f);
	assert_fails(E_REQUIRED, municipality_rename(&f->ctx, id, "fi", " "));
	assert_fails(E_INVALID, municipality_rename(&f->ctx, id, "en", "Voyri"));
	assert_fails(E_RULE, municipality_add_alias(&f->ctx, id, "fi", "V\u202Eöyri"));
}

static void a_merger_of_later_years(void **state)
{
	struct fixture *f = *state;
	int64_t small = municipality_of(f, "Luhanka"), large = municipality_of(f, "Jyväskylä");
	int64_t valtimo = municipality_of(f, "Valtimo"), last = day_of_civil(2026, 12, 31);

	assert_fails(E_INVALID, municipality_merge(&f->ctx, small, last, small));
	assert_fails(
		E_INVALID, municipality_merge(&f->ctx, small, day_of_civil(2017, 12, 31), large));
	assert_fails(E_RULE, municipality_merge(&f->ctx, small, last, valtimo));
	assert_fails(E_NOT_FOUND, municipality_merge(&f->ctx, small, last, 99999));
	assert_fails(E_NOT_FOUND, municipality_merge(&f->ctx, 99999, last, large));
	assert_int_equal(0, get(f, "Luhanka").valid_to);
	assert_ok(municipality_merge(&f->ctx, small, last, large));
	assert_string_equal("Luhanka", shown(f, "Luhanka"));
	fixture_now = at("2027-01-01T00:00:00");
	assert_string_equal("Luhanka (now Jyväskylä)", shown(f, "Luhanka"));
	assert_verifies(f);
}

static void only_those_who_keep_the_register_change_it(void **state)
{
	static const struct {
		const char *role;
		bool may;
	} roles[] = { { "office", true }, { "custodian", true }, { "juror", false },
		{ "auditor", false } };
	struct fixture *f = *state;

	for (size_t i = 0; i < LEN(roles); i++) {
		struct context ctx;
		struct id_list ids = { 0 };
		int64_t id = municipality_of(f, "Vaasa");

		char login[20];

		snprintf(login, sizeof(login), "a-%s", roles[i].role);
		fixture_enter(f, login, roles[i].role, &ctx);
		enum errcode wanted = roles[i].may ? E_OK : E_DENIED;
		assert_fails(wanted, municipality_add_alias(&ctx, id, "fi", "Waasa"));
		assert_fails(wanted, municipality_rename(&ctx, id, "fi", "Vaasa"));
		assert_fails(wanted, municipality_merge(&ctx, municipality_of(f, "Luhanka"),
					     day_of_civil(2026, 12, 31), id));
		assert_fails(strcmp(roles[i].role, "juror") == 0 ? E_DENIED : E_OK,
			municipality_ids(&ctx, MUNICIPALITY_BY_NAME, 0, &ids));
		id_list_clear(&ids);
		context_close(&ctx);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(as_many_as_there_were),
		TEST_FILE(lists_sort_by_the_name_shown),
		TEST_FILE(letters_after_z_have_their_order),
		TEST_FILE(regions_follow_the_calendar),
		TEST_FILE(a_merged_one_says_what_it_is_now),
		TEST_FILE(names_as_offices_write_them),
		TEST_FILE(a_new_name_keeps_the_old_one),
		TEST_FILE(a_merger_of_later_years),
		TEST_FILE(only_those_who_keep_the_register_change_it),
	};
	return RUN(tests);
}
