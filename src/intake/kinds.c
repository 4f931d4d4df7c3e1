/* SPDX-License-Identifier: MIT */
#include "src/intake/kinds.h"

#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/record.h"
#include "src/phases/member_text.h"

enum { MUNICIPALITY_DIGITS = 3 }; /* of its code (Statistics Finland) */

#define TEAM_HEADINGS \
	"tiimi|tiimin nimi|joukkue|team|teamets namn|teamnamn|lag|lagets namn|team name"
#define CHALLENGE_HEADINGS "haaste|haasteen tunnus|utmaning|utmaningens kod|challenge"
/* Fields without headings here have those of the record's field with that name. */
#define COMMON_FIELDS \
	[FIELD_EMAIL] = { "contact_email" }, [FIELD_RECEIVED] = { "received" }, \
	[FIELD_LANGUAGE] = { "language" }, \
	[FIELD_SOURCE] = { "form_row", \
		"id|vastaajan numero|vastaajanumero|vastaajan id|vastaustunnus|vastauksen tunnus|" \
		"vastausnumero|vastaus-id|osallistujan id|ilmoittautumisen tunnus|svarets nummer|" \
		"svarsnummer|svars-id|svarandens nummer|deltagar-id|respondent|respondent id|" \
		"respondent number|response id|response number|participant id|submission id" }

static const struct table_field problem_fields[FIELD_COUNT] = {
	[FIELD_MUNICIPALITY] = { "municipality",
		"kunta|kommun|municipality|kunnan nimi|kommunens namn|hakijakunta|sökande kommun",
		.required = true, .digits = MUNICIPALITY_DIGITS },
	[FIELD_MUNICIPALITY_CODE] = { "municipality_code",
		"kuntanumero|kuntakoodi|kunnan numero|kunnan koodi|kommunnummer|kommunkod|"
		"kommunens nummer|municipality number|municipality code",
		.digits = MUNICIPALITY_DIGITS },
	[FIELD_TITLE] = { "title", .required = true },
	[FIELD_DESCRIPTION] = { "description", .expected = true },
	[FIELD_THEME] = { "theme" },
	COMMON_FIELDS,
};

static const struct table_field application_fields[FIELD_COUNT] = {
	[FIELD_TEAM] = { "team", TEAM_HEADINGS, .required = true },
	[FIELD_CHALLENGE] = { "challenge",
		CHALLENGE_HEADINGS "|mihin haasteeseen haette|vilken utmaning söker ni till",
		.required = true },
	[FIELD_KIND] = { "kind", "tyyppi|tiimin tyyppi|typ|typ av team|type|kind" },
	[FIELD_ORGANIZATION] = { "organization",
		"organisaatio|yritys|taustaorganisaatio|organisation|företag|organization|company" },
	[FIELD_MEMBER] = { "member",
		"jäsen|jäsenet|tiimin jäsenet|jäsen nimi|jäsenen nimi|medlem|medlemmar|teamets medlemmar|"
		"medlem namn|medlemmens namn|members|team members|member name",
		.many = true, .max = REASON_MAX },
	[FIELD_MEMBER_EMAIL] = { "member_email",
		"jäsen sähköposti|jäsenen sähköposti|jäsenten sähköpostit|medlem e-post|"
		"medlemmens e-post|medlemmarnas e-post|member e-mail|member email|members' e-mail",
		.many = true, .max = REASON_MAX },
	[FIELD_TITLE] = { "title", .expected = true },
	[FIELD_DESCRIPTION] = { "description", .many = true, .expected = true },
	COMMON_FIELDS,
};

static const struct table_field solution_fields[FIELD_COUNT] = {
	[FIELD_TEAM] = { "team", TEAM_HEADINGS "|tiimin tunnus|teamets kod|team code",
		.required = true },
	[FIELD_CHALLENGE] = { "challenge", CHALLENGE_HEADINGS },
	[FIELD_TITLE] = { "title", .required = true },
	[FIELD_DESCRIPTION] = { "description", .many = true, .expected = true },
	COMMON_FIELDS,
};

/* The headings of a record's field in a file of that kind; NULL if it has no such column. */
static const char *headings_of(
	struct arena *arena, const struct import_kind *kind, const struct field *field)
{
	const char *also = kind->letter == 'P' ? field->also.problem :
			   kind->letter == 'A' ? field->also.application :
						 field->also.solution;

	if (field->headings == NULL || also == NULL)
		return field->headings == NULL ? also : field->headings;
	return arena_printf(arena, "%s|%s", field->headings, also);
}

static bool has_rules(const struct import_kind *kind, const struct field *field)
{
	for (size_t f = 0; f < FIELD_COUNT; f++)
		if (kind->fields[f].code != NULL && strcmp(kind->fields[f].code, field->name) == 0)
			return true;
	return false;
}

/* What the record says of a column: its headings, and how much text it takes. */
static struct table_field column_of(
	struct arena *arena, const struct import_kind *kind, struct table_field column)
{
	const struct field *field = record_named(&record_of_submission, column.code);

	if (column.max == 0)
		column.max = field == NULL || field->max == 0 ? FIELD_MAX : field->max;
	if (field == NULL)
		return column;
	column.lines = field->meaning == MEANS_LINES;
	if (column.headings == NULL)
		column.headings = headings_of(arena, kind, field);
	return column;
}

/* What Klash itself calls a field, in every language, is a heading too: what it gives out comes
 * back. */
static void add_own_words(struct arena *arena, struct table_field *fields, size_t n)
{
	static const char *const langs[] = { "fi", "sv", "en" };
	const char *before = i18n_lang();

	for (size_t l = 0; l < LEN(langs); l++) {
		i18n_use(langs[l]);
		for (size_t f = 0; f < n; f++)
			if (fields[f].code != NULL)
				fields[f].headings = arena_printf(arena, "%s|%s",
					fields[f].headings,
					utf8_fold(arena, text_word(WORDS_FIELD, fields[f].code)));
	}
	i18n_use(before);
}

const struct table_field *import_columns(
	struct arena *arena, const struct import_kind *kind, size_t *n)
{
	const struct record *record = &record_of_submission;

	if (kind->of_register != NULL) {
		size_t size = kind->of_register->fields * sizeof(*kind->fields);
		struct table_field *own = arena_alloc(arena, size);

		*n = kind->of_register->fields;
		memcpy(own, kind->fields, size);
		add_own_words(arena, own, *n);
		return own;
	}
	struct table_field *all = arena_alloc(arena, (FIELD_COUNT + record->n) * sizeof(*all));

	*n = FIELD_COUNT;
	for (size_t f = 0; f < FIELD_COUNT; f++) {
		all[f] = kind->fields[f];
		if (all[f].code != NULL)
			all[f] = column_of(arena, kind, all[f]);
	}
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];

		if ((field->in & IN_IMPORT) != 0 && !has_rules(kind, field) &&
			headings_of(arena, kind, field) != NULL)
			all[(*n)++] =
				column_of(arena, kind, (struct table_field){ .code = field->name });
	}
	add_own_words(arena, all, *n);
	return all;
}

/* Where a column stands among the others when a person chooses. */
static size_t place_of(const struct table *table, size_t f)
{
	const struct field *field = record_named(&record_of_submission, table->fields[f].code);

	if (field != NULL)
		return FIELD_COUNT + (size_t)(field - record_of_submission.fields);
	return f < FIELD_TITLE ? f : FIELD_COUNT + record_of_submission.n + f;
}

size_t import_choices(const struct import_kind *kind, const struct table *table, size_t *choices)
{
	size_t n = 0;

	for (; kind->of_register != NULL && n < table->field_count; n++)
		choices[n] = n;
	if (n > 0)
		return n;

	for (size_t f = 0; f < table->field_count; f++) {
		size_t at = n;

		if (table->fields[f].code == NULL)
			continue;
		for (; at > 0 && place_of(table, choices[at - 1]) > place_of(table, f); at--)
			choices[at] = choices[at - 1];
		choices[at] = f;
		n++;
	}
	return n;
}

const struct import_kind import_kind_problem = { "problem", 'P', "import.problems", problem_fields,
	NULL };
const struct import_kind import_kind_application = { "application", 'A', "import.applications",
	application_fields, NULL };
const struct import_kind import_kind_solution = { "solution", 'S', "import.solutions",
	solution_fields, NULL };

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

/* A code that a workbook made a number of has lost its zeros: 5 is 005. */
static const char *with_zeros(struct arena *arena, const struct csv_cell *cell, int digits)
{
	return arena_printf(arena, "%0*ld", digits, strtol(cell->text, NULL, 10));
}

static const char *cell_text(struct table *table, const struct csv_cell *cell,
	const struct table_field *field, bool lines, bool visible)
{
	enum text_kind kind = lines ? TEXT_LINES : TEXT_LINE;

	if (cell->number && field->digits > 0 && strspn(cell->text, "0123456789") == cell->n)
		return with_zeros(&table->arena, cell, field->digits);

	return visible ? utf8_visible(&table->arena, cell->text, cell->n, TEXT_LINES) :
			 utf8_clean(&table->arena, cell->text, kind);
}

const char *import_text(struct table *table, const struct csv_row *row, size_t field, bool visible)
{
	bool people = field == FIELD_MEMBER || field == FIELD_MEMBER_EMAIL, first = true;
	bool lines = people || table->fields[field].lines;
	size_t columns = table_columns(table, field);
	struct buffer all = { 0 };

	buffer_text(&all, "");
	for (size_t c = 0; c < table->columns && c < row->n; c++) {
		if (table->field_of[c] != field)
			continue;
		const char *text =
			cell_text(table, &row->cells[c], &table->fields[field], lines, visible);
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
