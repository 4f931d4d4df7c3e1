/* SPDX-License-Identifier: MIT */
#include "documents/press.h"

#include <string.h>

#include "documents/memory.h"

/* A4 (ISO 216), and its margins at the sides: 20 mm. */
const double PAGE_WIDTH = 595.276, PAGE_HEIGHT = 841.89, PAGE_MARGIN = 56.693;

/* From this one on, what is no part of the text has a tag that says so. */
static bool has_artifacts(void)
{
	return cairo_version() >= CAIRO_VERSION_ENCODE(1, 18, 0);
}

static const char *const families[FACE_COUNT] = {
	[FACE_SERIF] = "Liberation Serif",
	[FACE_SANS] = "Liberation Sans",
	[FACE_MONO] = "Liberation Mono",
};

/* Does asking for the family find it, and not what stands in for it? */
static bool is_installed(struct press *press, const PangoFontDescription *wanted)
{
	PangoFont *font = pango_context_load_font(press->context, wanted);

	if (font == NULL)
		return false;
	PangoFontDescription *found = pango_font_describe(font);
	bool same = strcmp(pango_font_description_get_family(found),
			    pango_font_description_get_family(wanted)) == 0;
	pango_font_description_free(found);
	g_object_unref(font);
	return same;
}

static bool load_fonts(struct press *press)
{
	bool all = true;

	for (size_t f = 0; f < FACE_COUNT; f++)
		for (size_t bold = 0; bold < 2; bold++) {
			PangoFontDescription *font = pango_font_description_new();

			pango_font_description_set_family_static(font, families[f]);
			pango_font_description_set_weight(
				font, bold == 1 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
			pango_font_description_set_absolute_size(font, 10 * PANGO_SCALE);
			press->fonts[f][bold] = font;
			all = all && (bold == 1 || is_installed(press, font));
		}
	return all;
}

/* No ligatures: readers of the structure stop at them. No hyphens: names are never divided. */
static void set_up_layout(struct press *press)
{
	PangoAttrList *attributes = pango_attr_list_new();

	pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0,clig=0"));
	pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
	press->layout = pango_layout_new(press->context);
	pango_layout_set_attributes(press->layout, attributes);
	pango_layout_set_wrap(press->layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_auto_dir(press->layout, FALSE);
	pango_attr_list_unref(attributes);
}

enum line_fault press_init(struct press *press, cairo_t *cr, struct kept_lines *kept, bool dry)
{
	cairo_font_options_t *options = cairo_font_options_create();

	*press = (struct press){ .kept = kept,
		.dry = dry,
		.cr = cr,
		.context = pango_font_map_create_context(kept_fonts(kept)) };
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_update_context(cr, press->context);
	pango_cairo_context_set_font_options(press->context, options);
	pango_cairo_context_set_resolution(press->context, 72);
	pango_context_set_round_glyph_positions(press->context, FALSE);
	cairo_font_options_destroy(options);
	if (!load_fonts(press))
		return FAULT_FONT;
	set_up_layout(press);
	return FAULT_NONE;
}

void press_clear(struct press *press)
{
	for (size_t f = 0; f < FACE_COUNT; f++)
		for (size_t bold = 0; bold < 2; bold++)
			if (press->fonts[f][bold] != NULL)
				pango_font_description_free(press->fonts[f][bold]);
	if (press->layout != NULL)
		g_object_unref(press->layout);
	g_object_unref(press->context);
}

/* The tags whose content is text, not other tags. */
static bool has_text(const char *tag)
{
	static const char *const leaves[] = { "P", "H1", "H2", "H3", "Lbl", "LBody", "Caption",
		"TH", "TD" };

	for (size_t i = 0; i < sizeof(leaves) / sizeof(*leaves); i++)
		if (strcmp(leaves[i], tag) == 0)
			return true;
	return false;
}

static void note(struct press *press, const char *lang, bool goes_on)
{
	press->passages = grow(press->passages, (press->passage_n + 1) * sizeof(*press->passages));
	press->passages[press->passage_n++] = (struct passage){ press->elements, lang, goes_on };
}

void press_open(struct press *press, const char *tag, const char *lang)
{
	if (!press->dry)
		cairo_tag_begin(press->cr, tag, NULL);
	if (lang != NULL && *lang != '\0')
		note(press, lang, false);
	press->elements++;
	press->leaf = has_text(tag) ? tag : press->leaf;
}

void press_close(struct press *press, const char *tag)
{
	if (!press->dry)
		cairo_tag_end(press->cr, tag);
	press->leaf = has_text(tag) ? NULL : press->leaf;
}

const char *press_pause(struct press *press)
{
	const char *leaf = press->leaf;

	if (leaf != NULL)
		press_close(press, leaf);
	return leaf;
}

void press_go_on(struct press *press, const char *leaf)
{
	if (leaf == NULL)
		return;
	note(press, NULL, true);
	press_open(press, leaf, NULL);
}

void press_aside(struct press *press)
{
	if (!press->dry && has_artifacts())
		cairo_tag_begin(press->cr, "Artifact", NULL);
}

void press_aside_end(struct press *press)
{
	if (!press->dry && has_artifacts())
		cairo_tag_end(press->cr, "Artifact");
}

void press_ink(struct press *press, enum ink ink)
{
	static const double inks[][3] = {
		[INK_BLACK] = { 0x11 / 255., 0x11 / 255., 0x11 / 255. },
		[INK_GREY] = { 0x55 / 255., 0x55 / 255., 0x55 / 255. },
		[INK_BLUE] = { 0x17 / 255., 0x40 / 255., 0x6d / 255. },
		[INK_PALE] = { 0.75, 0.75, 0.75 },
		[INK_MARK] = { 0.93, 0.93, 0.93 },
	};

	cairo_set_source_rgb(press->cr, inks[ink][0], inks[ink][1], inks[ink][2]);
}

void press_rule(struct press *press, double x, double y, double width, double thick, enum ink ink)
{
	if (press->dry)
		return;
	press_aside(press);
	press_ink(press, ink);
	cairo_rectangle(press->cr, x, y, width, thick);
	cairo_fill(press->cr);
	press_aside_end(press);
}

void press_frame(struct press *press, double x, double y, double width, double height)
{
	if (press->dry)
		return;
	press_aside(press);
	press_ink(press, INK_BLACK);
	cairo_set_line_width(press->cr, 0.7);
	cairo_rectangle(press->cr, x, y, width, height);
	cairo_stroke(press->cr);
	press_aside_end(press);
}
