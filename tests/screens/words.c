/* SPDX-License-Identifier: MIT
 * Walks every screen that the key scripts reach, as they were written (mostly 80x24 in colour), in
 * a window of 160x50 and on a vt100, and looks at its words: none is English in Finnish and
 * Swedish, and no label of a frame, list, form or dialog is cut. Usage: words SCRIPTS PO NAME... */
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/set.h"
#include "tests/sanitized.h"
#include "tests/screens/catalog.h"
#include "tests/screens/script.h"
#include "tests/screens/tap.h"

enum { CYAN = 6, LEAST = 3 /* columns: shorter words are the same in too many languages */ };

/* What the scripts are walked on. */
struct stage {
	const char *name;
	int rows, columns; /* 0: the script's own */
	const char *term;  /* NULL: the script's own */
};

struct words {
	const struct stage *stage;
	struct catalog catalog;
	struct set sources, translations; /* folded as they stand */
	const char *lang;
	bool english;
	struct buffer faults;
	struct arena arena;
	struct set known; /* faults already told; texts in the arena */
};

static void tell(struct words *words, const char *what, const char *text)
{
	const char *line = arena_printf(&words->arena, "%s: %s\n", what, text);

	if (set_add(&words->known, line, 0))
		buffer_text(&words->faults, line);
}

static bool is_foreign(const struct words *words, const char *text)
{
	int64_t ignored;

	/* In the choice of languages each stands under its own name. */
	return !words->english && strcmp(text, "English") != 0 && utf8_columns(text) >= LEAST &&
	       set_find(&words->sources, text, &ignored) &&
	       !set_find(&words->translations, text, &ignored);
}

/* The label without what stands around it: key, mark, brackets, star, colon. */
static const char *bare(struct arena *arena, const char *text, bool is_hint)
{
	static const char *const before[] = { "▸", "! ", "< ", "[ ", "✓", "●", "◐", "○" };
	static const char *const after[] = { " *", " >", " ]", ":", "↓", "↑", " v", " ^" };
	char *copy = arena_text(arena, text);

	for (size_t i = 0; i < LEN(before); i++)
		if (strncmp(copy, before[i], strlen(before[i])) == 0)
			copy += strlen(before[i]);
	for (size_t i = 0; i < LEN(after); i++) {
		size_t n = strlen(copy), m = strlen(after[i]);

		if (n > m && strcmp(copy + n - m, after[i]) == 0)
			copy[n - m] = '\0';
	}
	copy += strspn(copy, " ");
	const char *space = strchr(copy, ' ');
	if (space != NULL && (is_hint || (copy[0] >= '0' && copy[0] <= '6' && space == copy + 1)))
		return space + 1;
	return copy;
}

static void check_label(struct words *words, const char *text, bool is_hint)
{
	struct arena arena = { 0 };

	if (is_foreign(words, bare(&arena, text, is_hint)) || is_foreign(words, text))
		tell(words, "English", text);
	arena_clear(&arena);
}

/* Labels are divided by two blanks, lines of boxes, and in the title line by its arrows. */
static void check_row(struct words *words, const struct image *image, int y)
{
	struct buffer row = { 0 }, label = { 0 };

	image_text(image, y, 0, image->columns, &row);
	for (const char *at = row.text; at != NULL;) {
		const char *ends[] = { strstr(at, "  "), strstr(at, "│"), strstr(at, " › "),
			strstr(at, " · ") };
		const char *end = at + strlen(at);

		for (size_t i = 0; i < LEN(ends); i++)
			end = ends[i] != NULL && ends[i] < end ? ends[i] : end;
		buffer_clear(&label);
		buffer_add(&label, at, (size_t)(end - at));
		const char *text = label.text == NULL ? "" : label.text + strspn(label.text, " ");
		if (*text != '\0')
			check_label(words, text, y == image->rows - 1);
		at = *end == '\0' ? NULL : *end == ' ' ? end + 2 : end + strlen("│");
	}
	buffer_clear(&row);
	buffer_clear(&label);
}

static bool is_label(const struct cell_look *look)
{
	return !look->reversed && ((look->bold && look->color == 0) || look->color == CYAN);
}

/* What a juror reviews has its title in the title line, behind its code: as long as it came. */
static bool begins_with_code(const char *row)
{
	return row[0] == ' ' && row[1] >= 'A' && row[1] <= 'Z' && row[2] == '-';
}

/* An ellipsis in what is styled as a label, title or heading; a vt100 shows ~ and has no style that
 * only labels have. In the title line the way to a place may lose its beginning, but not the place.
 */
static void check_ellipsis(struct words *words, const struct image *image, int y)
{
	struct buffer row = { 0 };

	image_text(image, y, 0, image->columns, &row);
	if (y == 0 && begins_with_code(row.text)) {
		buffer_clear(&row);
		return;
	}
	for (int x = y == 0 ? 2 : 0; x < image->columns; x++) {
		const struct image_cell *cell = &image->cells[y][x];

		if (y == 0 && strcmp(cell->text, "~") == 0)
			tell(words, "cut", row.text);
		if (strcmp(cell->text, "…") == 0 &&
			(y == 0 || (words->stage->term == NULL && is_label(&cell->look))))
			tell(words, "cut", row.text);
	}
	buffer_clear(&row);
}

/* Everything keeps the last column free but rules, boxes, the bars beside records and the hint
 * line, which takes what fits: other text that reaches it may have been clipped without a sign. */
static void check_edge(struct words *words, const struct image *image, int y)
{
	static const char *const allowed[] = { " ", "─", "│", "┌", "┐", "└", "┘", "█", "░", "…",
		"-", "#", ".", "~" };
	const char *last = image->cells[y][image->columns - 1].text;
	struct buffer row = { 0 };

	if (y == image->rows - 1)
		return;
	for (size_t i = 0; i < LEN(allowed); i++)
		if (strcmp(last, allowed[i]) == 0)
			return;
	image_text(image, y, 0, image->columns, &row);
	tell(words, "clipped", row.text);
	buffer_clear(&row);
}

static void look(const struct image *image, void *arg)
{
	struct words *words = arg;

	if (strcmp(i18n_lang(), words->lang) != 0)
		return; /* the script has changed it */
	for (int y = 0; y < image->rows; y++) {
		check_row(words, image, y);
		if (image->rows < 24 || image->columns < 80)
			continue;
		check_ellipsis(words, image, y);
		check_edge(words, image, y);
	}
}

static bool load(struct words *words, const char *directory, const char *lang)
{
	char path[400];

	*words = (struct words){ .lang = lang, .english = strcmp(lang, "en") == 0 };
	snprintf(path, sizeof(path), "%s/%s.po", directory, words->english ? "fi" : lang);
	if (!catalog_read(path, &words->catalog))
		return false;
	for (size_t i = 0; i < words->catalog.n; i++) {
		const struct catalog_entry *entry = &words->catalog.entries[i];

		if (strcmp(entry->source, entry->translation) != 0)
			(void)set_add(&words->sources, entry->source, 0);
		(void)set_add(&words->translations,
			words->english ? entry->source : entry->translation, 0);
	}
	return words->catalog.n > 100;
}

static void unload(struct words *words)
{
	catalog_clear(&words->catalog);
	set_clear(&words->sources);
	set_clear(&words->translations);
	set_clear(&words->known);
	buffer_clear(&words->faults);
	arena_clear(&words->arena);
}

static void walk(
	struct tap *tap, struct words *words, const struct script *script, const char *where)
{
	struct script_run run;
	char name[200];

	words->faults.length = 0;
	buffer_text(&words->faults, "");
	script_play(&run, script, words->lang, look, words);
	if (run.fault.length > 0)
		tap_note(run.fault.text);
	tap_note(words->faults.text);
	snprintf(name, sizeof(name), "the words of %s in %s%s", script->name, words->lang, where);
	tap_test(tap, words->faults.length == 0 && run.fault.length == 0, name);
	script_run_clear(&run);
}

/* A script with a size or terminal of its own is about that one. */
static bool plays_on(const struct script *script, const struct stage *stage)
{
	return stage->rows == 0 || (script->setup.rows == 24 && script->setup.columns == 80 &&
					   script->setup.term == NULL);
}

static void walk_stages(
	struct tap *tap, struct words *words, const char *directory, const char *name)
{
	static const struct stage stages[] = {
		{ "", 0, 0, NULL },
		{ " at 160x50", 50, 160, NULL },
		{ " on a vt100", 24, 80, "vt100" },
	};

	/* `screens` plays the first under the sanitizers too; what a vt100 lacks no language has,
	 * and what has room in 80 columns has it in 160. */
	bool everywhere = strcmp(words->lang, "fi") == 0;
	size_t from = sanitized() ? 1 : 0, to = !everywhere ? 1 : sanitized() ? 2 : LEN(stages);

	for (size_t i = from; i < to; i++) {
		const struct stage *stage = &stages[i];
		struct script script;

		if (script_read(directory, name, &script) && script_in(&script, words->lang) &&
			plays_on(&script, stage)) {
			script.walks = stage->rows != 0;
			script.setup.rows = script.walks ? stage->rows : script.setup.rows;
			script.setup.columns = script.walks ? stage->columns : script.setup.columns;
			script.setup.term = script.walks ? stage->term : script.setup.term;
			words->stage = stage;
			walk(tap, words, &script, stage->name);
		}
		script_clear(&script);
	}
}

int main(int argc, char **argv)
{
	static const char *const langs[] = { "fi", "sv", "en" };
	struct tap tap = { 0 };
	size_t n = sanitized() ? 1 : LEN(langs);

	for (size_t l = 0; argc > 2 && l < n; l++) {
		struct words words;

		tap_test(&tap, load(&words, argv[2], langs[l]), "the catalog can be read");
		for (int i = 3; i < argc; i += sanitized() ? 6 : 1)
			walk_stages(&tap, &words, argv[1], argv[i]);
		unload(&words);
	}
	return tap_end(&tap);
}
