/* SPDX-License-Identifier: MIT */
#include "src/intake/kinds.h"

#include <string.h>

#include "db/base/utf8.h"
#include "src/phases/member_text.h"

#define TITLE_HEADINGS "otsikko|rubrik|title"
#define TEXT_HEADINGS "kuvaus|beskrivning|description"
#define TEAM_HEADINGS \
	"tiimi|tiimin nimi|joukkue|team|teamets namn|teamnamn|lag|lagets namn|team name"
#define CHALLENGE_HEADINGS "haaste|haasteen tunnus|utmaning|utmaningens kod|challenge"
/* clang-format off */
/* Whom to ask, and when and how it came: of every kind. */
#define COMMON_FIELDS \
	[FIELD_EMAIL] = { "contact_email", \
		"sähköposti|sähköpostiosoite|yhteyshenkilön sähköposti|e-post|e-postadress|epost|" \
		"kontaktpersonens e-post|email|e-mail|e-mail address|contact e-mail", false }, \
	[FIELD_PHONE] = { "contact_phone", \
		"puhelin|puhelinnumero|telefon|telefonnummer|tfn|phone|telephone", false }, \
	[FIELD_RECEIVED] = { "received", \
		"lähetetty|aikaleima|saapunut|saapumisaika|vastaanotettu|inlämnad|tidsstämpel|mottagen|" \
		"received|submitted|timestamp|completion time|valmistumisaika|slutförandetid", \
		false }, \
	[FIELD_LANGUAGE] = { "language", "kieli|språk|language", false }, \
	[FIELD_CASE] = { "case_number", "diaarinumero|diarienummer|case number|dnro|dnr", false }, \
	[FIELD_SOURCE] = { "form_row", \
		"id|vastaajan numero|vastaajanumero|vastaajan id|vastaustunnus|vastauksen tunnus|" \
		"vastausnumero|vastaus-id|osallistujan id|ilmoittautumisen tunnus|svarets nummer|" \
		"svarsnummer|svars-id|svarandens nummer|deltagar-id|respondent|respondent id|" \
		"respondent number|response id|response number|participant id|submission id", \
		false }
/* clang-format on */

static const struct table_field problem_fields[FIELD_COUNT] = {
	[FIELD_MUNICIPALITY] = { "municipality",
		"kunta|kommun|municipality|kunnan nimi|kommunens namn|hakijakunta|sökande kommun",
		true },
	[FIELD_MUNICIPALITY_CODE] = { "municipality_code",
		"kuntanumero|kuntakoodi|kunnan numero|kunnan koodi|kommunnummer|kommunkod|"
		"kommunens nummer|municipality number|municipality code",
		false },
	[FIELD_TITLE] = { "title",
		"otsikko|ongelman otsikko|ongelma|rubrik|problemets rubrik|problem|title|problem title",
		true },
	[FIELD_DESCRIPTION] = { "description",
		TEXT_HEADINGS "|ongelman kuvaus|problemets beskrivning", .expected = true },
	[FIELD_THEME] = { "theme", "teema|tema|theme|aihe|ämne", false },
	[FIELD_CONTACT] = { "contact",
		"yhteyshenkilö|kontaktperson|contact|contact person|nimi|namn|name", false },
	COMMON_FIELDS,
};

static const struct table_field application_fields[FIELD_COUNT] = {
	[FIELD_TEAM] = { "team", TEAM_HEADINGS, true },
	[FIELD_CHALLENGE] = { "challenge",
		CHALLENGE_HEADINGS "|mihin haasteeseen haette|vilken utmaning söker ni till",
		true },
	[FIELD_KIND] = { "kind", "tyyppi|tiimin tyyppi|typ|typ av team|type|kind", false },
	[FIELD_ORGANIZATION] = { "organization",
		"organisaatio|yritys|taustaorganisaatio|organisation|företag|organization|company",
		false },
	[FIELD_MEMBER] = { "member",
		"jäsen|jäsenet|tiimin jäsenet|jäsen nimi|jäsenen nimi|medlem|medlemmar|teamets medlemmar|"
		"medlem namn|medlemmens namn|members|team members|member name",
		false, true },
	[FIELD_MEMBER_EMAIL] = { "member_email",
		"jäsen sähköposti|jäsenen sähköposti|jäsenten sähköpostit|medlem e-post|"
		"medlemmens e-post|medlemmarnas e-post|member e-mail|member email|members' e-mail",
		false, true },
	[FIELD_TITLE] = { "title",
		"otsikko|hakemuksen otsikko|ratkaisun nimi|ratkaisun otsikko|rubrik|ansökans rubrik|"
		"lösningens namn|title|application title",
		.expected = true },
	[FIELD_DESCRIPTION] = { "description",
		TEXT_HEADINGS "|hakemus|hakemuksen teksti|ratkaisuidea|ratkaisun kuvaus|ansökan|"
			      "ansökans text|lösningsidé|application",
		.many = true, .expected = true },
	[FIELD_CONTACT] = { "contact", "yhteyshenkilö|kontaktperson|contact|contact person",
		false },
	COMMON_FIELDS,
};

static const struct table_field solution_fields[FIELD_COUNT] = {
	[FIELD_TEAM] = { "team", TEAM_HEADINGS "|tiimin tunnus|teamets kod|team code", true },
	[FIELD_CHALLENGE] = { "challenge", CHALLENGE_HEADINGS, false },
	[FIELD_TITLE] = { "title",
		TITLE_HEADINGS
		"|ratkaisun otsikko|ratkaisun nimi|lösningens rubrik|lösningens namn|"
		"solution title",
		true },
	[FIELD_DESCRIPTION] = { "description",
		TEXT_HEADINGS "|ratkaisu|ratkaisuehdotus|ratkaisun kuvaus|lösning|lösningsförslag|"
			      "lösningens beskrivning|solution",
		.many = true, .expected = true },
	[FIELD_CONTACT] = { "contact", "yhteyshenkilö|kontaktperson|contact|contact person",
		false },
	COMMON_FIELDS,
};

const struct import_kind *import_kind(const char *kind)
{
	static const struct import_kind kinds[] = {
		{ "problem", 'P', "import.problems", problem_fields },
		{ "application", 'A', "import.applications", application_fields },
		{ "solution", 'S', "import.solutions", solution_fields },
	};

	for (size_t i = 0; i < LEN(kinds); i++)
		if (strcmp(kinds[i].kind, kind) == 0)
			return &kinds[i];
	return NULL;
}

const char *import_team_kind(struct arena *arena, const char *text)
{
	static const struct {
		const char *code, *words;
	} kinds[] = {
		{ "company", "company|yritys|företag|bolag|oy|ab" },
		{ "startup",
			"startup|start-up|startup-yritys|kasvuyritys|startup-företag|tillväxtföretag" },
		{ "association", "association|yhdistys|järjestö|förening|organisation" },
		{ "students",
			"students|opiskelijat|opiskelijatiimi|opiskelijaryhmä|studenter|studentteam|"
			"studerande" },
		{ "other", "other|muu|annan|annat|övrig" },
	};
	const char *folded = utf8_fold(arena, text);

	for (size_t i = 0; i < LEN(kinds); i++) {
		char *rest = arena_text(arena, kinds[i].words);

		for (char *word; (word = strsep(&rest, "|")) != NULL;)
			if (strcmp(word, folded) == 0)
				return kinds[i].code;
	}
	return NULL;
}

/* One a line, without empty ones; "" for an empty cell keeps the places of the others. */
static void add_people(struct buffer *out, struct arena *arena, const char *lines, bool first)
{
	char *rest = arena_text(arena, lines);
	bool any = false;

	if (!first)
		buffer_text(out, "\n");
	for (char *part; (part = strsep(&rest, "\n")) != NULL;) {
		const char *clean = utf8_clean(arena, part, TEXT_LINE);

		if (*clean != '\0')
			buffer_printf(out, "%s%s", any ? "\n" : "", clean);
		any = any || *clean != '\0';
	}
}

/* An answer below its question, where a form has asked several. */
static void add_answer(struct buffer *out, const char *heading, const char *text)
{
	if (*text != '\0')
		buffer_printf(out, "%s%s\n%s", out->length > 0 ? "\n\n" : "", heading, text);
}

static const char *cell_text(
	struct table *table, const struct csv_cell *cell, bool lines, bool visible)
{
	enum text_kind kind = lines ? TEXT_LINES : TEXT_LINE;

	return visible ? utf8_visible(&table->arena, cell->text, cell->n, TEXT_LINES) :
			 utf8_clean(&table->arena, cell->text, kind);
}

const char *import_text(
	struct table *table, const struct csv_row *row, enum import_field field, bool visible)
{
	bool people = field == FIELD_MEMBER || field == FIELD_MEMBER_EMAIL;
	bool lines = people || field == FIELD_DESCRIPTION, first = true;
	size_t columns = table_columns(table, field);
	struct buffer all = { 0 };

	buffer_text(&all, "");
	for (size_t c = 0; c < table->columns && c < row->n; c++) {
		if (table->field_of[c] != (size_t)field)
			continue;
		const char *text = cell_text(table, &row->cells[c], lines, visible);
		if (people)
			add_people(&all, &table->arena,
				field == FIELD_MEMBER ? members_lines(&table->arena, text) :
							addresses_lines(&table->arena, text),
				first);
		else if (columns > 1)
			add_answer(&all, table->headings[c], text);
		else
			buffer_text(&all, text);
		first = false;
	}
	const char *kept = arena_text(&table->arena, all.text);
	buffer_clear(&all);
	return kept;
}
