/* SPDX-License-Identifier: MIT
 * Three files to try the import of problems with, as they come to an office: a workbook from an
 * online form, a CSV file that Excel in Finland saved, and the same exported again after it had
 * been corrected. What is wrong in the second one is meant: a municipality that there is not, and a
 * problem that the form brought already. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "src/base/csv.h"
#include "src/base/daytime.h"
#include "src/demo/demo.h"
#include "src/demo/story.h"
#include "src/export/writer.h"
#include "src/ground/save.h"

extern const char data_municipalities[];

enum { MUNICIPALITY_COLUMNS = 10 };

/* Of data/problems.csv. */
enum { RECEIVED, MUNICIPALITY, LANGUAGE, THEME, TITLE, BODY, CONTACT, EMAIL, ALSO, COLUMNS };
/* The form has these rows, the office's file the next ones, and one of the form's again. */
static const char form_name[] = "ongelmat-lomake.xlsx", excel_name[] = "ongelmat-excel.csv",
		  corrected_name[] = "ongelmat-korjattu.csv";
enum { FORM_ROWS = 30, FILE_ROWS = 20, TWICE = 3, MISSPELT = 34, REWRITTEN = 37 };

struct told {
	const char *cells[COLUMNS];
	const char *municipality; /* its name */
};

struct telling {
	struct arena arena;
	struct told rows[FORM_ROWS + FILE_ROWS];
	size_t n;
	const char *code, *name; /* that is looked for, and found */
	const char *directory;
};

static struct error keep_name(void *arg, const struct csv_row *row)
{
	struct telling *t = arg;

	if (strcmp(row->cells[0].text, t->code) == 0)
		t->name = arena_text(&t->arena, row->cells[1].text);
	return ok();
}

static struct error keep(void *arg, const struct csv_row *row)
{
	struct telling *t = arg;

	if (t->n == LEN(t->rows))
		return ok();
	struct told *told = &t->rows[t->n++];
	for (size_t i = 0; i < COLUMNS; i++)
		told->cells[i] = arena_text(&t->arena, row->cells[i].text);
	t->code = told->cells[MUNICIPALITY];
	t->name = t->code;
	TRY(csv_each_row(data_municipalities, MUNICIPALITY_COLUMNS, keep_name, t));
	told->municipality = t->name;
	return ok();
}

/* As the form calls it. */
static const char *theme_word(const char *key)
{
	static const char *const words[][2] = { { "wellbeing", "Hyvinvointi" },
		{ "economy", "Talous" }, { "environment", "Ympäristö" } };

	for (size_t i = 0; i < LEN(words); i++)
		if (strcmp(words[i][0], key) == 0)
			return words[i][1];
	return key;
}

static const char *path_of(struct telling *t, const char *name)
{
	return arena_printf(&t->arena, "%s/%s", t->directory, name);
}

static struct error fill_form(struct telling *t, struct writing *w)
{
	for (size_t i = 0; i < FORM_ROWS; i++, w->rows++) {
		const struct told *r = &t->rows[i];
		struct moment at;

		TRY(moment_parse(r->cells[RECEIVED], EDGE_START, &at));
		const struct cell cells[] = { cell_number((int64_t)i + 1), cell_time(at.time - 480),
			cell_time(at.time), cell_text(r->cells[EMAIL]),
			cell_text(r->cells[CONTACT]), cell_text(r->municipality),
			cell_text(r->cells[TITLE]), cell_text(r->cells[BODY]),
			cell_text(theme_word(r->cells[THEME])) };
		xlsx_writer.row(w, cells);
	}
	return ok();
}

/* As an online form exports it. */
static struct error write_form(struct telling *t, const char *path)
{
	static const struct heading headings[] = {
		{ "id", "ID", CELL_NUMBER },
		{ "start", "Aloitusaika", CELL_MOMENT },
		{ "end", "Valmistumisaika", CELL_MOMENT },
		{ "email", "Sähköposti", CELL_TEXT },
		{ "name", "Yhteyshenkilö", CELL_TEXT },
		{ "municipality", "Kunta", CELL_TEXT },
		{ "title", "Ongelman otsikko", CELL_TEXT },
		{ "body", "Kuvaus", CELL_TEXT },
		{ "theme", "Teema", CELL_TEXT },
	};
	struct saving saving;

	TRY(save_begin(&saving, path));
	struct writing w = { .out = saving.out, .headings = headings, .n = LEN(headings) };
	xlsx_writer.begin(&w);
	struct error e = xlsx_writer.end(&w, w.fault.code == E_OK ? fill_form(t, &w) : w.fault);
	arena_clear(&w.kept);
	return save_end(&saving, e);
}

/* Windows-1252, as far as Finnish and Swedish texts need it. */
static void put_windows(FILE *out, const char *text)
{
	static const struct {
		uint32_t code;
		unsigned char byte;
	} others[] = { { 0x20ac, 0x80 }, { 0x2026, 0x85 }, { 0x2018, 0x91 }, { 0x2019, 0x92 },
		{ 0x201d, 0x94 }, { 0x2013, 0x96 }, { 0x2014, 0x97 } };

	while (*text != '\0') {
		uint32_t code;
		int byte = '?';

		text += utf8_decode(text, &code);
		if (code < 0x80 || (code >= 0xa0 && code <= 0xff))
			byte = (int)code;
		for (size_t i = 0; i < LEN(others); i++)
			byte = others[i].code == code ? others[i].byte : byte;
		putc(byte, out);
	}
}

static const char *quoted(struct arena *arena, const char *text)
{
	struct buffer out = { 0 };

	if (strpbrk(text, ";\"\n") == NULL)
		return text;
	buffer_text(&out, "\"");
	for (; *text != '\0'; text++)
		buffer_printf(&out, "%s%c", *text == '"' ? "\"" : "", *text);
	buffer_text(&out, "\"");
	const char *kept = arena_text(arena, out.text);
	buffer_clear(&out);
	return kept;
}

static int two_digits(const char *text)
{
	return (text[0] - '0') * 10 + text[1] - '0';
}

static void put_row(struct telling *t, FILE *out, size_t i, bool corrected)
{
	const struct told *r = &t->rows[i];
	const char *at = r->cells[RECEIVED]; /* 2018-10-01T08:42:54 */
	const char *body = r->cells[BODY];
	if (corrected && i == REWRITTEN)
		body = arena_printf(&t->arena,
			"%s Lisätty kunnan oma osuus: kokeilulle on nimetty "
			"vastuuhenkilö.",
			body);
	const char *fields[] = {
		!corrected && i == MISSPELT ? "Kuvitelmala" : r->municipality,
		r->cells[TITLE],
		body,
		theme_word(r->cells[THEME]),
		r->cells[CONTACT],
		r->cells[EMAIL],
		arena_printf(&t->arena, "%d.%d.%.4s %d.%.2s", two_digits(at + 8),
			two_digits(at + 5), at, two_digits(at + 11), at + 14),
	};
	for (size_t f = 0; f < LEN(fields); f++) {
		put_windows(out, quoted(&t->arena, fields[f]));
		fputs(f + 1 < LEN(fields) ? ";" : "\r\n", out);
	}
}

/* As Excel in Finland saves it. */
static struct error write_csv(struct telling *t, const char *path, bool corrected)
{
	struct saving saving;

	TRY(save_begin(&saving, path));
	put_windows(saving.out, "Kunta;Ongelman otsikko;Kuvaus;Teema;Yhteyshenkilö;Sähköposti;"
				"Lähetetty\r\n");
	for (size_t i = FORM_ROWS; i < t->n; i++)
		put_row(t, saving.out, i, corrected);
	if (!corrected)
		put_row(t, saving.out, TWICE, false);
	return save_end(&saving, ok());
}

static struct error write_all(struct telling *t)
{
	TRY(write_csv(t, path_of(t, excel_name), false));
	TRY(write_csv(t, path_of(t, corrected_name), true));
	return write_form(t, path_of(t, form_name));
}

static struct error make(struct telling *t)
{
	if (mkdir(t->directory, 0700) != 0)
		return errno == EEXIST ? fail(E_EXISTS, "file") :
		       errno == ENOENT ? fail(E_NOT_FOUND, "directory") :
		       errno == EACCES ? fail(E_ACCESS, NULL) :
					 (struct error){ .code = E_IO, .low = errno };
	struct error e = write_all(t);
	if (e.code != E_OK) {
		unlink(path_of(t, excel_name));
		unlink(path_of(t, corrected_name));
		rmdir(t->directory);
	}
	return e;
}

struct error demo_files(const char *directory)
{
	struct telling t = { .directory = directory };
	struct error e = csv_each_row(data_demo_problems, COLUMNS, keep, &t);

	if (e.code == E_OK)
		e = make(&t);
	arena_clear(&t.arena);
	return e;
}
