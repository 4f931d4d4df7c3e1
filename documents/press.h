/* SPDX-License-Identifier: MIT
 * The press: pages of A4 on which lines of text are put from above, with the tags that say in which
 * order and as what they are read. Lengths in points, 1/72 inch, from the page's upper left corner.
 *
 * Measured with cairo 1.16 and 1.18: a paragraph that pango wraps has an empty span at every line's
 * end, where readers of its structure stop; so each line is drawn as a text of its own, with the
 * blank it ends with. What is no part of the text (heads of pages, rules, headings of a table said
 * again) has no tag in 1.16 and the tag Artifact from 1.18 on; the pass over the finished file
 * (finish.h) marks what has none. A tag with text in it would take the next page's head into it: it
 * is closed at a page's end, opened again, and the pass makes one of the two. */
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "documents/paper.h"

enum face { FACE_SERIF, FACE_SANS, FACE_MONO, FACE_COUNT };
enum ink { INK_BLACK, INK_GREY, INK_BLUE, INK_PALE, INK_MARK };

struct style {
	enum face face;
	bool bold;
	double size, lead; /* of a letter; of a line */
	enum ink ink;
};

/* A text in lines that fit a width. */
struct line {
	const char *text;
	int n;
	double width;
};

struct wrapped {
	char *text; /* what the lines are of */
	struct line *rows;
	size_t n;
	double longest; /* word alone in a line; below 0: nobody has asked */
};

/* What the pass over the file must know of a tag. */
struct passage {
	size_t element;   /* counted from 0, as the tags were opened */
	const char *lang; /* where it is not the document's; NULL: the same */
	bool goes_on;     /* it is the one before, on another page */
};

/* What both runs share: the fonts, and texts in their lines by style, width and text. Each is asked
 * for often, for how much room there must be, and breaking lines is most of the work. */
struct kept_lines;
struct kept_lines *kept_lines_new(bool every_font);
void kept_lines_free(struct kept_lines *kept);
/* Was a letter asked for that no font has? */
bool kept_lack(const struct kept_lines *kept);
PangoFontMap *kept_fonts(const struct kept_lines *kept);

struct press {
	struct kept_lines *kept;
	bool dry; /* pages are only counted: nothing is drawn */
	cairo_t *cr;
	PangoContext *context;
	PangoLayout *layout;
	PangoFontDescription *fonts[FACE_COUNT][2];
	const struct paper *paper;
	int page, pages; /* of this document; all of it, once that is known */
	double y;        /* where the next line begins */
	double left, width, top, bottom;
	bool fresh; /* nothing stands on this page yet */
	bool boxed; /* a rule stands at the left, from box_top */
	double box_top;
	void (*again)(struct press *press, void *arg); /* draws what every page begins with; NULL */
	void *again_arg;
	void (*ends)(struct press *press, void *arg); /* and what it ends with */
	const char *leaf;                             /* the open tag with text in it; NULL */
	size_t elements;
	struct passage *passages;
	size_t passage_n;
};

extern const double PAGE_WIDTH, PAGE_HEIGHT, PAGE_MARGIN;

/* FAULT_FONT: one of the three families is not installed. To be cleared in any case. */
enum line_fault press_init(struct press *press, cairo_t *cr, struct kept_lines *kept, bool dry);
void press_clear(struct press *press);

/* --- Text (press_text.c) */

/* Into lines of that width; below 0: as they are. It stays with the kept ones. */
const struct wrapped *press_wrap(
	struct press *press, const struct style *style, const char *text, double width);
/* Into press->layout, in one line. */
void press_set(struct press *press, const struct style *style, const char *text);
/* The width of a text in one line; of its longest word. */
double press_measure(struct press *press, const struct style *style, const char *text);
double press_longest_word(struct press *press, const struct style *style, const char *text);
/* One line with its upper edge there. */
void press_line(struct press *press, const struct style *style, const struct line *line, double x,
	double y);
/* The same of a text that fits a line. */
void press_word(
	struct press *press, const struct style *style, const char *text, double x, double y);

/* --- Tags and what is none */

/* Opens a tag of the standard structure; lang: "" or NULL where it is the document's. */
void press_open(struct press *press, const char *tag, const char *lang);
void press_close(struct press *press, const char *tag);
/* Closes the tag with text in it, if one is open; opens what that gave again. */
const char *press_pause(struct press *press);
void press_go_on(struct press *press, const char *leaf);
/* What is drawn between is no part of the text. */
void press_aside(struct press *press);
void press_aside_end(struct press *press);
/* A rule, aside. */
void press_rule(struct press *press, double x, double y, double width, double thick, enum ink ink);
void press_frame(struct press *press, double x, double y, double width, double height);
void press_ink(struct press *press, enum ink ink);

/* --- Pages (press_page.c) */

/* The first page of a document, and the end of its last. */
void press_begin(struct press *press, const struct paper *paper, int pages);
void press_finish(struct press *press);
/* How much of the last page the document's hash takes; 0: it has none. */
double press_hash_height(struct press *press);
/* Goes on on a new page. */
void press_break(struct press *press);
/* The same where less than that is left below, but for an empty page. */
void press_need(struct press *press, double height);
/* Room between blocks, but at the top of a page. */
void press_gap(struct press *press, double height);
/* The rule of a box at the left, from here; to here. */
void press_box(struct press *press);
void press_box_end(struct press *press);

/* --- Blocks (press_block.c, press_table.c) */

void press_blocks(struct press *press);
/* A text of lines, broken over pages as it must: its first two lines and its last two together,
 * the last with `after` points of what follows. */
void press_lines(struct press *press, const struct style *style, const struct wrapped *wrapped,
	double x, double after);
void press_table(struct press *press, const struct paper_block *block);
/* How much must stand together at its beginning. */
double press_table_least(struct press *press, const struct paper_block *block);

extern const struct style STYLE_TEXT, STYLE_SMALL, STYLE_SMALL_BOLD, STYLE_LABEL;
