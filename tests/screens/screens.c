/* SPDX-License-Identifier: MIT
 * Runs key scripts and compares what they snap with NAME.fi.txt, NAME.sv.txt and NAME.en.txt beside
 * them; UPDATE=1 writes these anew. Usage: screens DIRECTORY NAME... */
#include <stdlib.h>
#include <string.h>

#include "tests/sanitized.h"
#include "tests/screens/script.h"
#include "tests/screens/tap.h"

static char *read_all(const char *path)
{
	FILE *in = fopen(path, "r");
	struct buffer text = { 0 };
	char bytes[4096];
	size_t n;

	buffer_text(&text, "");
	while (in != NULL && (n = fread(bytes, 1, sizeof(bytes), in)) > 0)
		buffer_add(&text, bytes, n);
	if (in != NULL)
		fclose(in);
	return text.text;
}

static bool write_all(const char *path, const char *text)
{
	FILE *out = fopen(path, "w");

	return out != NULL && fputs(text, out) >= 0 && fclose(out) == 0;
}

/* Lines that differ, as a diff would show them where the two have the same lines elsewhere. */
static void note_differences(const char *wanted, const char *got)
{
	int shown = 0;

	for (int line = 1; (*wanted != '\0' || *got != '\0') && shown < 30; line++) {
		size_t w = strcspn(wanted, "\n"), g = strcspn(got, "\n");

		if (w != g || memcmp(wanted, got, w) != 0) {
			printf("# %d: - %.*s\n# %d: + %.*s\n", line, (int)w, wanted, line, (int)g,
				got);
			shown++;
		}
		wanted += wanted[w] == '\n' ? w + 1 : w;
		got += got[g] == '\n' ? g + 1 : g;
	}
}

static bool compare(const char *directory, const char *name, const char *lang, const char *snaps)
{
	const char *update = getenv("UPDATE");
	char path[400];

	if (snaps == NULL)
		return true;
	snprintf(path, sizeof(path), "%s/%s.%s.txt", directory, name, lang);
	if (update != NULL && strcmp(update, "1") == 0)
		return write_all(path, snaps);
	char *wanted = read_all(path);
	bool same = strcmp(wanted, snaps) == 0;
	if (!same)
		note_differences(wanted, snaps);
	free(wanted);
	return same;
}

/* What is read of the hidden cursor while a script runs. */
struct rest {
	struct script_run *run;
	size_t screens;
	struct buffer fault; /* the first */
};

enum { LEAST_ROWS = 8, LEAST_COLUMNS = 30 };

/* What the keys go to: the box of a dialog, else what is between the frame's lines. */
static struct rect part_of(const struct image *image, const struct ui *ui)
{
	const struct screen *top = ui->stack[ui->depth - 1];
	struct rect part = top->body; /* of boxes in one another it is the last */

	if (!top->ops->overlay)
		return part;
	for (int y = 0; y < image->rows; y++)
		for (int x = 0; x < image->columns; x++) {
			struct rect box = { y, x, 1, 1 };

			if (strcmp(image->cells[y][x].text, term_glyph(GLYPH_TOP_LEFT)) != 0)
				continue;
			while (y + box.h < image->rows && strcmp(image->cells[y + box.h][x].text,
								  term_glyph(GLYPH_VERTICAL)) == 0)
				box.h++;
			while (x + box.w < image->columns && strcmp(image->cells[y][x + box.w].text,
								     term_glyph(GLYPH_RULE)) == 0)
				box.w++;
			if (box.h > 1 && box.w > 1)
				part = box;
		}
	return part;
}

static bool has_selection(const struct image *image, struct rect part)
{
	for (int y = part.y; y < part.y + part.h; y++)
		for (int x = part.x; x < part.x + part.w; x++)
			if (image->cells[y][x].look.reversed)
				return true;
	return false;
}

/* A line of braille and speech follow the cursor, hidden or not: it stands at the selected row, the
 * marked button or the field, and where there is none in the text, never in a corner. */
static void check_rest(const struct image *image, void *arg)
{
	struct rest *rest = arg;
	bool small = image->rows < LEAST_ROWS || image->columns < LEAST_COLUMNS;
	const struct ui *ui = &rest->run->driver.ui;
	int y = image->cursor_y, x = image->cursor_x;

	rest->screens++;
	if (small || image->cursor_shown || rest->fault.length > 0 || ui->depth == 0)
		return;
	struct rect part = part_of(image, ui);
	bool inside = y >= part.y && y < part.y + part.h && x >= part.x && x < part.x + part.w;
	if (inside && image->cells[y][x].look.reversed == has_selection(image, part))
		return;
	buffer_printf(&rest->fault, "line %zu: the hidden cursor is at %d,%d\n", rest->run->line,
		image->cursor_y, image->cursor_x);
	image_print(image, &rest->fault);
}

static void tell_rest(struct tap *tap, struct rest *rest, const char *what)
{
	char name[300];

	tap_note(rest->fault.length > 0 ? rest->fault.text : "");
	snprintf(name, sizeof(name), "the hidden cursor is at the selection in %s", what);
	tap_test(tap, rest->fault.length == 0 && rest->screens > 0, name);
	buffer_clear(&rest->fault);
}

static void play(
	struct tap *tap, const char *directory, const struct script *script, const char *lang)
{
	struct script_run run;
	struct rest rest = { .run = &run };
	char name[200];

	script_play(&run, script, lang, check_rest, &rest);
	bool good = run.fault.length == 0;
	if (!good)
		tap_note(run.fault.text);
	else
		good = compare(directory, script->name, lang, run.snaps.text);
	snprintf(name, sizeof(name), "%s in %s", script->name, lang);
	tap_test(tap, good, name);
	tell_rest(tap, &rest, name);
	script_run_clear(&run);
}

int main(int argc, char **argv)
{
	static const char *const langs[] = { "fi", "sv", "en" };
	size_t n = sanitized() ? 1 : LEN(langs);
	struct tap tap = { 0 };

	for (int i = 2; i < argc; i++) {
		struct script script;

		if (!script_read(argv[1], argv[i], &script))
			tap_test(&tap, false, argv[i]);
		for (size_t l = 0; l < n; l++)
			if (script.n > 0 && script_in(&script, langs[l]))
				play(&tap, argv[1], &script, langs[l]);
		script_clear(&script);
	}
	return tap_end(&tap);
}
