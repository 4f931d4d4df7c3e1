/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "documents/fonts.h"
#include "documents/memory.h"
#include "documents/press.h"

/* Composed, and without what readers of the structure stop at: a soft hyphen, joiners. */
static char *plain(const char *text)
{
	char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_NFC), *to = composed;

	for (char *from = composed; *from != '\0';) {
		gunichar letter = g_utf8_get_char(from);
		size_t n = (size_t)(g_utf8_next_char(from) - from);

		if (letter != 0xad && letter != 0x2060 && letter != 0x200d && letter != 0x200b) {
			memmove(to, from, n);
			to += n;
		}
		from += n;
	}
	*to = '\0';
	char *copy = copy_text(composed);
	g_free(composed);
	return copy;
}

static void set_text(
	struct press *press, const struct style *style, const char *text, int n, double width)
{
	PangoFontDescription *font = press->fonts[style->face][style->bold ? 1 : 0];

	pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
	pango_layout_set_font_description(press->layout, font);
	pango_layout_set_width(press->layout, width < 0 ? -1 : (int)(width * PANGO_SCALE));
	pango_layout_set_text(press->layout, text, n);
}

static double width_of(PangoLayoutLine *line)
{
	PangoRectangle extent;

	pango_layout_line_get_extents(line, NULL, &extent);
	return (double)extent.width / PANGO_SCALE;
}

/* Blanks that no line ends at have done their work: readers of the structure stop at them. */
static void free_blanks(struct wrapped *wrapped, struct line *line)
{
	char *begin = wrapped->text + (line->text - wrapped->text), *to = begin;
	const char *end = begin + line->n;

	for (const char *from = begin; from < end;) {
		bool narrow = end - from >= 3 && memcmp(from, "\u202f", 3) == 0;
		bool fixed = end - from >= 2 && memcmp(from, "\u00a0", 2) == 0;

		*to++ = narrow || fixed ? ' ' : *from;
		from += narrow ? 3 : fixed ? 2 : 1;
	}
	line->n = (int)(to - begin);
}

/* A line that somebody ended is no part of the next one's first word. */
static void end_with_blank(struct wrapped *wrapped, struct line *line)
{
	char *end = wrapped->text + (line->text - wrapped->text) + line->n;

	if (*end != '\n')
		return;
	*end = ' ';
	line->n++;
}

struct kept_lines {
	PangoFontMap *fonts;
	GHashTable *table; /* by "0 1 9.00 120.00 text" */
	bool lack;
};

static void wrap(struct press *press, const struct style *style, const char *text, double width,
	struct wrapped *wrapped)
{
	*wrapped = (struct wrapped){ .text = plain(text), .longest = -1 };
	set_text(press, style, wrapped->text, -1, width);
	wrapped->n = (size_t)pango_layout_get_line_count(press->layout);
	press->kept->lack =
		press->kept->lack || pango_layout_get_unknown_glyphs_count(press->layout) > 0;
	wrapped->rows = grow(NULL, wrapped->n * sizeof(*wrapped->rows));
	for (size_t i = 0; i < wrapped->n; i++) {
		PangoLayoutLine *line = pango_layout_get_line_readonly(press->layout, (int)i);

		wrapped->rows[i] = (struct line){ wrapped->text + line->start_index, line->length,
			width_of(line) };
	}
	for (size_t i = 0; i + 1 < wrapped->n; i++)
		end_with_blank(wrapped, &wrapped->rows[i]);
	for (size_t i = 0; i < wrapped->n; i++)
		free_blanks(wrapped, &wrapped->rows[i]);
}

/* --- What is kept */

static void forget(void *arg)
{
	struct wrapped *wrapped = arg;

	free(wrapped->text);
	free(wrapped->rows);
	free(wrapped);
}

struct kept_lines *kept_lines_new(bool every_font)
{
	struct kept_lines *kept = grow(NULL, sizeof(*kept));

	kept->lack = false;
	kept->fonts = fonts_new(every_font);
	kept->table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, forget);
	return kept;
}

void kept_lines_free(struct kept_lines *kept)
{
	g_hash_table_destroy(kept->table);
	g_object_unref(kept->fonts);
	free(kept);
}

bool kept_lack(const struct kept_lines *kept)
{
	return kept->lack;
}

PangoFontMap *kept_fonts(const struct kept_lines *kept)
{
	return kept->fonts;
}

static struct wrapped *keep(
	struct press *press, const struct style *style, const char *text, double width)
{
	char *key = g_strdup_printf("%d %d %.2f %.2f %s", (int)style->face, style->bold ? 1 : 0,
		style->size, width < 0 ? -1 : width, text);
	struct wrapped *wrapped = g_hash_table_lookup(press->kept->table, key);

	if (wrapped != NULL) {
		g_free(key);
		return wrapped;
	}
	wrapped = grow(NULL, sizeof(*wrapped));
	wrap(press, style, text, width, wrapped);
	g_hash_table_insert(press->kept->table, key, wrapped);
	return wrapped;
}

const struct wrapped *press_wrap(
	struct press *press, const struct style *style, const char *text, double width)
{
	return keep(press, style, text, width);
}

void press_set(struct press *press, const struct style *style, const char *text)
{
	set_text(press, style, text, -1, -1);
}

double press_measure(struct press *press, const struct style *style, const char *text)
{
	const struct wrapped *wrapped = keep(press, style, text, -1);
	double widest = 0;

	for (size_t i = 0; i < wrapped->n; i++)
		widest = wrapped->rows[i].width > widest ? wrapped->rows[i].width : widest;
	return widest;
}

double press_longest_word(struct press *press, const struct style *style, const char *text)
{
	struct wrapped *wrapped = keep(press, style, text, -1);

	if (wrapped->longest >= 0)
		return wrapped->longest;
	wrapped->longest = 0;
	while (*text != '\0') {
		size_t n = strcspn(text, " \n");

		set_text(press, style, text, (int)n, -1);
		double width = width_of(pango_layout_get_line_readonly(press->layout, 0));
		wrapped->longest = width > wrapped->longest ? width : wrapped->longest;
		text += n + strspn(text + n, " \n");
	}
	return wrapped->longest;
}

void press_line(
	struct press *press, const struct style *style, const struct line *line, double x, double y)
{
	int n = line->n;

	if (n == 0 || press->dry)
		return;
	set_text(press, style, line->text, n, -1);
	double height = (double)pango_layout_get_baseline(press->layout) / PANGO_SCALE;
	int whole;
	pango_layout_get_size(press->layout, NULL, &whole);
	press_ink(press, style->ink);
	/* In the middle of its lead. */
	double above = (style->lead - (double)whole / PANGO_SCALE) / 2;
	cairo_move_to(press->cr, x, y + above + height);
	pango_cairo_show_layout_line(press->cr, pango_layout_get_line_readonly(press->layout, 0));
}

void press_word(
	struct press *press, const struct style *style, const char *text, double x, double y)
{
	const struct wrapped *wrapped = press_wrap(press, style, text, -1);

	if (wrapped->n > 0)
		press_line(press, style, &wrapped->rows[0], x, y);
}
