/* SPDX-License-Identifier: MIT */
#include "src/documents/intake_kit.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "documents/lines.h"
#include "src/base/documents.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/writer.h"
#include "src/ground/save.h"
#include "src/intake/kinds.h"

enum { LANGUAGES = 2, FIELDS_MAX = 40, FILES_MAX = 16, COLUMNS = 4 };

static const char *const langs[LANGUAGES] = { "fi", "sv" };

/* What one is asked for, in the order of the form. */
struct kit_question {
	const char *code;              /* of the import's columns */
	const char *problem, *of_team; /* N_(); NULL: not asked for */
};

static const struct kit_question questions[] = {
	{ "municipality", N_("Which municipality sends this? Its name, or its number."), NULL },
	{ "challenge", NULL,
		N_("Which challenge is it for? Its code, such as C-1, or its title.") },
	{ "team", NULL, N_("What is the team called?") },
	{ "kind", NULL,
		N_("What kind of team is it: company, start-up, association, students or other?") },
	{ "organization", NULL, N_("Which organization stands behind the team, if one does?") },
	{ "member", NULL, N_("Who is in the team? One name a line.") },
	{ "member_email", NULL, N_("Their e-mail addresses in the same order, one a line.") },
	{ "title", N_("The problem in one sentence."), N_("What is the idea called?") },
	{ "description", N_("What is the problem, whom does it concern, and what has been tried?"),
		N_("What is the idea, whom does it help, and how is it tried out?") },
	{ "theme", N_("Which theme does it belong to?"), NULL },
	{ "contact", N_("Who answers questions about this?"),
		N_("Who answers questions about this?") },
	{ "contact_email", N_("That person's e-mail address."),
		N_("That person's e-mail address.") },
	{ "contact_phone", N_("That person's telephone number."),
		N_("That person's telephone number.") },
};

struct kit_column {
	const struct table_field *field;
	const char *question_words; /* not yet translated */
	const char *heading;        /* "Kunta / Kommun" */
};

struct kit {
	struct context *ctx;
	struct arena arena;
	const char *directory;
	const struct import_kind *kind;
	struct kit_column columns[FIELDS_MAX];
	size_t n;
	const char *written[FILES_MAX];
	size_t files;
};

static const struct table_field *field_of(
	const struct table_field *fields, size_t n, const char *code)
{
	for (size_t f = 0; f < n; f++)
		if (fields[f].code != NULL && strcmp(fields[f].code, code) == 0)
			return &fields[f];
	return NULL;
}

/* In both languages: one part of a bilingual heading is enough for the import. */
static const char *heading_of(struct kit *kit, const char *code)
{
	const char *before = i18n_lang(), *words[LANGUAGES];

	for (size_t l = 0; l < LANGUAGES; l++) {
		i18n_use(langs[l]);
		words[l] = arena_text(&kit->arena, text_word(WORDS_FIELD, code));
	}
	i18n_use(before);
	return strcmp(words[0], words[1]) == 0 ?
		       words[0] :
		       arena_printf(&kit->arena, "%s / %s", words[0], words[1]);
}

static void find_columns(struct kit *kit)
{
	size_t n;
	const struct table_field *fields = import_columns(&kit->arena, kit->kind, &n);

	kit->n = 0;
	for (size_t i = 0; i < LEN(questions); i++) {
		const char *words =
			kit->kind->letter == 'P' ? questions[i].problem : questions[i].of_team;
		const struct table_field *field = field_of(fields, n, questions[i].code);

		if (words != NULL && field != NULL)
			kit->columns[kit->n++] = (struct kit_column){ field, words,
				heading_of(kit, questions[i].code) };
	}
}

static bool is_needed(const struct table_field *field)
{
	return field->required || field->expected;
}

/* What is said beside a cell, in both languages. */
static const char *beside(struct kit *kit, const struct kit_column *column)
{
	const char *before = i18n_lang(), *all = "";

	for (size_t l = 0; l < LANGUAGES; l++) {
		i18n_use(langs[l]);
		/* TRANSLATORS: a question, then the most characters of the answer. */
		const char *words = arena_printf(&kit->arena, _("%s At most %zu characters."),
			_(column->question_words), column->field->max);

		all = *all == '\0' ? words : arena_printf(&kit->arena, "%s\n%s", all, words);
	}
	i18n_use(before);
	return all;
}

/* Of a team's kind one of its words in either language; the import understands both. */
static void put_kinds(FILE *feed)
{
	const char *before = i18n_lang(), *code;

	for (size_t l = 0; l < LANGUAGES; l++) {
		i18n_use(langs[l]);
		for (size_t i = 0; (code = text_code(WORDS_TEAM_KIND, i)) != NULL; i++)
			line_field(feed, '\0', text_word(WORDS_TEAM_KIND, code));
	}
	i18n_use(before);
}

static void put_rule(struct kit *kit, FILE *feed, size_t c)
{
	const struct kit_column *column = &kit->columns[c];
	bool chosen = strcmp(column->field->code, "kind") == 0;

	if (chosen)
		fprintf(feed, "V\t%zu", c);
	else
		fprintf(feed, "L\t%zu\t%zu", c, column->field->max);
	line_field(feed, '\0', column->heading);
	line_field(feed, '\0', beside(kit, column));
	if (chosen)
		put_kinds(feed);
	fputs("\n", feed);
}

static void put_sheet(struct kit *kit, FILE *feed)
{
	fputs("W", feed);
	line_field(feed, '\0', "Klash");
	fputs("\nH", feed);
	for (size_t c = 0; c < kit->n; c++)
		line_field(feed, '\0', kit->columns[c].heading);
	fputs("\n", feed);
	for (size_t c = 0; c < kit->n; c++)
		put_rule(kit, feed, c);
}

/* A sheet of its own, that is no list the import could take. */
static void put_help(struct kit *kit, FILE *feed)
{
	const char *before = i18n_lang();

	fputs("W\tOhje - Hjälp\nH", feed);
	for (size_t l = 0; l < LANGUAGES; l++) {
		i18n_use(langs[l]);
		line_field(feed, '\0', C_("title", "What is asked"));
	}
	fputs("\n", feed);
	for (size_t c = 0; c < kit->n; c++) {
		putc('R', feed);
		for (size_t l = 0; l < LANGUAGES; l++) {
			const struct kit_column *column = &kit->columns[c];

			i18n_use(langs[l]);
			line_field(feed, 't',
				arena_printf(&kit->arena,
					is_needed(column->field) ?
						/* TRANSLATORS: a heading, a question, the most
						 * characters. */
						_("%s: %s Needed. At most %zu characters.") :
						/* TRANSLATORS: as above. */
						_("%s: %s At most %zu characters."),
					text_word(WORDS_FIELD, column->field->code),
					_(column->question_words), column->field->max));
		}
		fputs("\n", feed);
	}
	i18n_use(before);
}

static const char *path_of(struct kit *kit, const char *name)
{
	const char *path = arena_printf(&kit->arena, "%s/%s", kit->directory, name);

	kit->written[kit->files++] = path;
	return path;
}

static struct error write_workbook(struct kit *kit)
{
	const char *name = arena_printf(&kit->arena, "%s.xlsx", kit->kind->kind);
	struct feeding feeding;
	struct saving saving;

	TRY(save_begin(&saving, path_of(kit, name)));
	struct error e = documents_start("write-xlsx", fileno(saving.out), &feeding);
	if (e.code == E_OK) {
		put_sheet(kit, feeding.feed);
		put_help(kit, feeding.feed);
		fputs(".\n", feeding.feed);
		e = documents_end(&feeding);
	}
	return save_end(&saving, e);
}

static const char *title_of(const struct kit *kit)
{
	return kit->kind->letter == 'P' ? _("Questions for those who send in a problem") :
	       kit->kind->letter == 'A' ? _("Questions for teams that apply") :
					  _("Questions for teams that hand in a solution");
}

static void add_table(struct kit *kit, struct document *page)
{
	static const char *const titles[COLUMNS] = { NC_("column", "Heading"),
		NC_("column", "Question"), NC_("column", "Needed"),
		NC_("column", "At most, characters") };
	struct table_column *columns = arena_alloc(&kit->arena, COLUMNS * sizeof(*columns));
	const char **cells = arena_alloc(&kit->arena, (kit->n + 1) * COLUMNS * sizeof(*cells));

	for (size_t c = 0; c < COLUMNS; c++)
		columns[c] = (struct table_column){ i18n_lookup("column", titles[c]), c == 3 };
	for (size_t i = 0; i < kit->n; i++) {
		const struct kit_column *column = &kit->columns[i];
		const char **row = cells + i * COLUMNS;

		row[0] = text_word(WORDS_FIELD, column->field->code);
		row[1] = _(column->question_words);
		row[2] = is_needed(column->field) ? C_("answer", "yes") : "";
		row[3] = arena_printf(&kit->arena, "%zu", column->field->max);
	}
	document_add(page, &(struct block){ .kind = BLOCK_TABLE,
				   .text = title_of(kit),
				   .columns = columns,
				   .n = COLUMNS,
				   .cells = cells,
				   .row_count = kit->n });
}

/* In the language in use. */
static struct error write_questions(struct kit *kit, const char *lang, const char *format)
{
	const struct document_writer *writer = document_writer(format);
	struct documents all = { .about = "" };
	struct document *page = document_new(&all, &kit->arena, lang, title_of(kit));
	struct buffer out = { 0 };

	document_paragraph(page,
		_("For whoever makes the web form. Ask these questions under these headings: what "
		  "the form gives as a workbook (XLSX) or CSV file then comes into Klash without a "
		  "question. Set the limits in the form too, for nothing is cut: what is longer "
		  "has to be corrected by hand."));
	add_table(kit, page);
	document_paragraph(page,
		_("The form's own columns for the time of the answer and for its number can stay: "
		  "they are understood. Other columns are left out, and are named when the file "
		  "comes in."));
	const char *name =
		arena_printf(&kit->arena, "%s.%s%s", kit->kind->kind, lang, writer->ending);
	struct error e = writer->write(&all, &out);
	if (e.code == E_OK)
		e = save_file(path_of(kit, name), out.text, out.length, 0);
	buffer_clear(&out);
	return e;
}

static struct error write_kind(struct kit *kit, const char *kind)
{
	const char *before = i18n_lang();
	struct error e;

	kit->kind = import_kind(kind);
	find_columns(kit);
	e = write_workbook(kit);
	for (size_t l = 0; e.code == E_OK && l < LANGUAGES; l++) {
		i18n_use(langs[l]);
		e = write_questions(kit, langs[l], "html");
		if (e.code == E_OK)
			e = write_questions(kit, langs[l], "text");
	}
	i18n_use(before);
	return e;
}

static struct error write_all(struct kit *kit)
{
	static const char *const kinds[] = { "problem", "application", "solution" };

	for (size_t i = 0; i < LEN(kinds); i++)
		TRY(write_kind(kit, kinds[i]));
	return ok();
}

struct error intake_kit_write(struct context *ctx, const char *directory)
{
	struct kit kit = { .ctx = ctx, .directory = directory };

	TRY(require(ctx, ACT_SUBMISSION));
	TRY(context_may_open(ctx, directory));
	if (mkdir(directory, 0755) != 0)
		return errno == EEXIST ? fail(E_EXISTS, "file") :
		       errno == ENOENT ? fail(E_NOT_FOUND, "directory") :
		       errno == EACCES ? fail(E_ACCESS, NULL) :
					 (struct error){ .code = E_IO, .low = errno };
	struct error e = write_all(&kit);
	for (size_t i = 0; e.code != E_OK && i < kit.files; i++)
		unlink(kit.written[i]);
	if (e.code != E_OK)
		rmdir(directory);
	arena_clear(&kit.arena);
	return e;
}
