/* SPDX-License-Identifier: MIT
 * What in a text may tell who wrote it: municipalities in their cases, and words that only begin
 * like one. */
#define TEST_NAME "traces"
#include "tests/unit/fixture.h"

#include "src/judging/traces.h"

/* The words that are found in the text where that is a name, with blanks between. */
static const char *found_in(struct fixture *f, const char *text, const char *name, const char *kind)
{
	struct name row = { .text = name, .kind = kind };
	struct names names = { &row, 1 };
	struct item item = { .id = 1, .code = "S-001", .title = "", .body = text };
	struct findings findings = { 0 };
	struct buffer all = { 0 };

	traces_find(&f->arena, &item, &names, &findings);
	buffer_text(&all, "");
	for (size_t i = 0; i < findings.n; i++)
		buffer_printf(&all, "%s%s", i > 0 ? " " : "", findings.rows[i].text);
	const char *found = arena_text(&f->arena, all.text);
	buffer_clear(&all);
	return found;
}

/* Each form of its name is found. */
static void municipalities_are_found_in_every_case(void **state)
{
	static const char *const forms[][2] = {
		{ "Helsinki", "Helsingin Helsingissä Helsinkiin Helsinkiä" },
		{ "Turku", "Turku Turun Turussa Turkuun" },
		{ "Lahti", "Lahden Lahteen Lahdessa Lahtelaiset" },
		{ "Hanko", "Hangon Hangossa Hankoon" },
		{ "Vesanto", "Vesannon Vesannolla" },
		{ "Outokumpu", "Outokummun Outokumpuun" },
		{ "Toholampi", "Toholammin Toholammilla Toholammen" },
		{ "Loppi", "Lopen Lopella Loppia" },
		{ "Iitti", "Iitin Iittiin" },
		{ "Pomarkku", "Pomarkun Pomarkkuun" },
		{ "Juuka", "Juuan Juuassa Juukaan" },
		{ "Orivesi", "Oriveden Orivedellä Orivettä" },
		{ "Kokemäki", "Kokemäen Kokemäellä Kokemäkeä" },
		{ "Harjavalta", "Harjavallan Harjavaltaan" },
		{ "Leppävirta", "Leppävirran Leppävirralla" },
		{ "Alavus", "Alavuden Alavudella Alavutta" },
		{ "Kannus", "Kannuksen Kannuksessa" },
		{ "Nurmes", "Nurmeksen Nurmeksessa" },
		{ "Muhos", "Muhoksen Muhoksella" },
		{ "Virrat", "Virroilla Virroille" },
		{ "Kauniainen", "Kauniainen Kauniaisten Kauniaisissa" },
		{ "Kaskinen", "Kaskisten Kaskisissa Kaskisiin" },
		{ "Tampere", "Tampereen Tampereella Tamperelainen" },
		{ "Espoo", "Espoon Espoossa Espoolaiset" },
		{ "Rauma", "Rauman Raumalla" },
		{ "Oulu", "Oulun Oulussa" },
		{ "Salo", "Salon Salossa" },
		{ "Ii", "Iin Iissä" },
		{ "Malax", "Malax" },
		{ "Kristinestad", "Kristinestads" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < LEN(forms); i++)
		assert_string_equal(
			found_in(f, forms[i][1], forms[i][0], "municipality"), forms[i][1]);
}

static void other_words_that_begin_so_are_not(void **state)
{
	static const char *const words[][2] = {
		{ "Turku", "Turvallisuus Turve Turha" },
		{ "Malax", "Malli Mallit Malja" },
		{ "Salo", "Sali" },
		{ "Pori", "Porkkana Portti" },
		{ "Kotka", "Koti Kotihoito" },
		{ "Lahti", "Lahjat" },
		{ "Vaasa", "Vaali Vaara" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < LEN(words); i++)
		assert_string_equal(found_in(f, words[i][1], words[i][0], "municipality"), "");
	/* A person of that name is one. */
	assert_string_equal(found_in(f, "Malli kertoi Mallin ideasta.", "Aino Malli", "member"),
		"Malli Mallin");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(municipalities_are_found_in_every_case),
		TEST_FILE(other_words_that_begin_so_are_not),
	};
	return RUN(tests);
}
