/* SPDX-License-Identifier: MIT
 * Blocks on pages. A heading stands with what follows it; of a text never one line alone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents/memory.h"
#include "documents/press.h"

const struct style STYLE_TEXT = { FACE_SERIF, false, 11, 15, INK_BLACK };
const struct style STYLE_SMALL = { FACE_SANS, false, 9, 11.25, INK_BLACK };
const struct style STYLE_SMALL_BOLD = { FACE_SANS, true, 9, 11.25, INK_BLACK };
const struct style STYLE_LABEL = { FACE_SANS, false, 9, 11.25, INK_GREY };
static const struct style TITLE = { FACE_SERIF, true, 16, 20, INK_BLUE };
static const struct style CHAPTER = { FACE_SERIF, true, 12, 16, INK_BLACK };
static const struct style SECTION = { FACE_SERIF, true, 11, 15, INK_BLACK };
static const struct style NOTICE = { FACE_SANS, true, 9, 12, INK_BLACK };
static const struct style LITERAL = { FACE_MONO, false, 9, 12, INK_BLACK };

static const double STEP = 12, GAP = 7, HANGING = 36;
static const double LABEL = 119.06, BETWEEN = 8;              /* 42 mm */
static const double ADDRESS_AT = 141.73, ADDRESS_END = 246.6; /* 50 and 87 mm */
static const double LINE_TO_WRITE = 22, BOX_WIDTH = 60, BOX_HEIGHT = 15;

static double indent(const struct paper_block *block)
{
	return block->depth * STEP;
}

void press_lines(struct press *press, const struct style *style, const struct wrapped *wrapped,
	double x, double after)
{
	for (size_t i = 0; i < wrapped->n; i++) {
		size_t left = wrapped->n - i;

		if (left <= 3 && i == 0)
			press_need(press, (double)left * style->lead + after);
		else if (i == 0)
			press_need(press, 2 * style->lead);
		else if (left == 2)
			press_need(press, 2 * style->lead + after);
		else if (left > 1)
			press_need(press, style->lead);
		press_line(press, style, &wrapped->rows[i], x, press->y);
		press->y += style->lead;
		press->fresh = false;
	}
}

static void put_text(struct press *press, const struct style *style, const char *tag,
	const char *lang, const char *text, double in, double after)
{
	const struct wrapped *wrapped = press_wrap(press, style, text, press->width - in);

	press_open(press, tag, lang);
	press_lines(press, style, wrapped, press->left + in, after);
	press_close(press, tag);
}

/* --- How much of a block must stand together at its beginning */

static double first_lines(
	struct press *press, const struct style *style, const char *text, double width)
{
	const struct wrapped *wrapped = press_wrap(press, style, text, width);
	size_t n = wrapped->n;

	return (double)(n <= 3 ? n : 2) * style->lead;
}

static const struct style *heading_style(const struct paper_block *block)
{
	return block->level > 1 ? &SECTION : &CHAPTER;
}

static double signature_height(struct press *press, const struct paper_signature *s)
{
	double height = 12;

	height += *s->done != '\0' ? first_lines(press, &STYLE_SMALL, s->done, press->width) :
				     LINE_TO_WRITE;
	height += *s->name != '\0' ? STYLE_TEXT.lead : 0;
	return height + (*s->role != '\0' ? STYLE_SMALL.lead : 0);
}

/* Nothing is alone on the last page but what stands with the end of the text. */
static double hash_behind(struct press *press, const struct paper_block *block)
{
	return block + 1 == press->paper->blocks + press->paper->n ? press_hash_height(press) : 0;
}

/* All of them, and the hash with them, unless they take nearly a page: then each for itself. */
static double signatures_least(struct press *press, const struct paper_block *block)
{
	double height = hash_behind(press, block);

	for (size_t i = 0; i < block->signature_n; i++)
		height += signature_height(press, &block->signatures[i]);
	return block->signature_n == 0 || height < (press->bottom - press->top) * 0.8 ?
		       height :
		       signature_height(press, &block->signatures[0]);
}

static size_t fact_lines(
	struct press *press, const struct paper_block *block, const struct paper_fact *fact)
{
	double width = press->width - indent(block) - LABEL - BETWEEN;
	const struct wrapped *label = press_wrap(press, &STYLE_LABEL, fact->label, LABEL);
	const struct wrapped *value = press_wrap(press, &STYLE_SMALL, fact->value, width);

	return label->n > value->n ? label->n : value->n;
}

/* A long value goes on on the next page. */
static double least_fact(size_t lines)
{
	return (double)(lines < 6 ? lines : 6) * STYLE_SMALL.lead;
}

/* Few facts are one picture: whole on a page. Of many it is the first. */
static double facts_least(struct press *press, const struct paper_block *block)
{
	double all = 0;

	for (size_t i = 0; i < block->fact_n; i++)
		all += (double)fact_lines(press, block, &block->facts[i]) * STYLE_SMALL.lead + 1.5;
	if (block->fact_n == 0 || all < (press->bottom - press->top) / 4)
		return all;
	return least_fact(fact_lines(press, block, &block->facts[0]));
}

static double least_of(struct press *press, const struct paper_block *block)
{
	double width = press->width - indent(block);

	switch (block->kind) {
	case PAPER_HEADING:
		return 16 + first_lines(press, heading_style(block), block->text, width);
	case PAPER_PARAGRAPH:
		return first_lines(press, &STYLE_TEXT, block->text, width) +
		       (block->lines > 0 ? LINE_TO_WRITE : hash_behind(press, block));
	case PAPER_LITERAL:
		return 2 * LITERAL.lead;
	case PAPER_LIST:
		return block->item_n == 0 ?
			       0 :
			       first_lines(press, &STYLE_TEXT, block->items[0], width - STEP);
	case PAPER_FACTS:
		return facts_least(press, block);
	case PAPER_BOXES:
		return 2 * BOX_HEIGHT;
	case PAPER_TABLE:
		return press_table_least(press, block);
	case PAPER_TICK:
		return first_lines(press, &STYLE_TEXT, block->text, width - STEP) +
		       (*block->below != '\0' ? STYLE_SMALL.lead : 0);
	case PAPER_SIGNATURES:
		return signatures_least(press, block);
	}
	return 0;
}

/* Of what follows a heading: further headings and the first block that is none. */
static double least_behind(struct press *press, size_t i)
{
	const struct paper *paper = press->paper;
	double least = 0;

	for (i++; i < paper->n; i++) {
		least += GAP + least_of(press, &paper->blocks[i]);
		if (paper->blocks[i].kind != PAPER_HEADING)
			break;
	}
	double most = (press->bottom - press->top) * 0.9;
	return least < most ? least : most;
}

/* Signatures have two lines of text with them. */
static double signed_below(struct press *press, size_t i)
{
	const struct paper_block *next = &press->paper->blocks[i + 1];

	if (i + 1 >= press->paper->n)
		return hash_behind(press, next - 1);
	return next->kind == PAPER_SIGNATURES ? signatures_least(press, next) : 0;
}

/* --- Blocks */

static void put_heading(struct press *press, size_t i)
{
	const struct paper_block *block = &press->paper->blocks[i];
	const struct style *style = heading_style(block);
	const char *tag = block->level > 1 ? "H3" : "H2";
	const struct wrapped *wrapped =
		press_wrap(press, style, block->text, press->width - indent(block));

	press_gap(press, block->close ? 0 : block->level > 1 ? 4 : 9);
	press_need(press, (double)wrapped->n * style->lead + least_behind(press, i));
	press_open(press, tag, block->lang);
	if (*block->number != '\0') {
		size_t n = strlen(block->number) + 2;
		char *number = grow(NULL, n);

		snprintf(number, n, "%s ", block->number);
		press_word(press, style, number, press->left - HANGING, press->y);
		free(number);
	}
	press_lines(press, style, wrapped, press->left + indent(block), 0);
	press_close(press, tag);
}

static void put_lines_to_write(struct press *press, const struct paper_block *block)
{
	for (int i = 0; i < block->lines; i++) {
		press_need(press, LINE_TO_WRITE);
		press->y += LINE_TO_WRITE;
		press->fresh = false;
		press_rule(press, press->left + indent(block), press->y - 1,
			press->width - indent(block), 0.5, INK_BLACK);
	}
}

/* "It must say:" stands with what follows. */
static bool leads_in(const struct press *press, size_t i)
{
	const char *text = press->paper->blocks[i].text;
	size_t n = strlen(text);

	return i + 1 < press->paper->n && n > 0 && text[n - 1] == ':';
}

/* An empty line in what somebody wrote begins a paragraph. */
static void put_paragraph(struct press *press, size_t i)
{
	const struct paper_block *block = &press->paper->blocks[i];
	char *text = copy_text(block->text), *part = text;
	double after = block->lines > 0   ? LINE_TO_WRITE :
		       leads_in(press, i) ? GAP + least_of(press, block + 1) :
					    signed_below(press, i);

	while (part != NULL) {
		char *end = strstr(part, "\n\n"), *next = NULL;

		if (end != NULL) {
			*end = '\0';
			next = end + 2 + strspn(end + 2, "\n");
		}
		if (*part != '\0')
			put_text(press, &STYLE_TEXT, "P", block->lang, part, indent(block),
				next == NULL ? after : 0);
		part = next == NULL || *next == '\0' ? NULL : next;
		if (part != NULL)
			press_gap(press, GAP);
	}
	put_lines_to_write(press, block);
	free(text);
}

static void put_literal(struct press *press, const struct paper_block *block)
{
	const struct wrapped *wrapped =
		press_wrap(press, &LITERAL, block->text, press->width - indent(block) - 10);

	press_open(press, "P", block->lang);
	for (size_t i = 0; i < wrapped->n; i++) {
		press_need(press, (i == 0 && wrapped->n > 1 ? 2 : 1) * LITERAL.lead);
		press_rule(
			press, press->left + indent(block), press->y, 1.5, LITERAL.lead, INK_BLUE);
		press_line(press, &LITERAL, &wrapped->rows[i], press->left + indent(block) + 10,
			press->y);
		press->y += LITERAL.lead;
		press->fresh = false;
	}
	press_close(press, "P");
}

static void put_dot(struct press *press, double x, double y)
{
	if (press->dry)
		return;
	press_aside(press);
	press_ink(press, INK_BLACK);
	cairo_new_path(press->cr);
	cairo_arc(press->cr, x, y, 1.6, 0, 6.28318530717958648);
	cairo_fill(press->cr);
	press_aside_end(press);
}

static void put_list(struct press *press, const struct paper_block *block)
{
	press_open(press, "L", block->lang);
	for (size_t i = 0; i < block->item_n; i++) {
		double in = indent(block) + STEP;
		const struct wrapped *wrapped =
			press_wrap(press, &STYLE_TEXT, block->items[i], press->width - in);

		press_need(press, (double)(wrapped->n <= 3 ? wrapped->n : 2) * STYLE_TEXT.lead);
		put_dot(press, press->left + indent(block) + 4, press->y + STYLE_TEXT.lead / 2 + 1);
		press_open(press, "LI", NULL);
		press_open(press, "LBody", NULL);
		press_lines(press, &STYLE_TEXT, wrapped, press->left + in, 0);
		press_close(press, "LBody");
		press_close(press, "LI");
	}
	press_close(press, "L");
}

/* The label's lines and the value's beside each other; a long value goes on on the next page. */
static void put_fact(
	struct press *press, const struct paper_block *block, const struct paper_fact *fact)
{
	double x = press->left + indent(block), value_x = x + LABEL + BETWEEN;
	const struct wrapped *label = press_wrap(press, &STYLE_LABEL, fact->label, LABEL);
	const struct wrapped *value =
		press_wrap(press, &STYLE_SMALL, fact->value, press->left + press->width - value_x);

	press_need(press, least_fact(fact_lines(press, block, fact)));
	double y = press->y, lead = STYLE_SMALL.lead;
	int page = press->page;
	press_open(press, "LI", NULL);
	press_open(press, "Lbl", fact->lang);
	for (size_t i = 0; i < label->n; i++)
		press_line(press, &STYLE_LABEL, &label->rows[i], x, y + (double)i * lead);
	press_close(press, "Lbl");
	press_open(press, "LBody", NULL);
	press->fresh = false;
	press_lines(press, &STYLE_SMALL, value, value_x, 0);
	press_close(press, "LBody");
	press_close(press, "LI");
	double least = y + (double)label->n * lead;
	if (page == press->page && press->y < least)
		press->y = least;
	press->y += 1.5;
}

static void put_facts(struct press *press, const struct paper_block *block)
{
	press_need(press, facts_least(press, block));
	press_open(press, "L", block->lang);
	for (size_t i = 0; i < block->fact_n; i++)
		put_fact(press, block, &block->facts[i]);
	press_close(press, "L");
}

static void put_boxes(struct press *press, const struct paper_block *block)
{
	double x = press->left + indent(block), width = 2 * LABEL;

	press_open(press, "L", block->lang);
	for (size_t i = 0; i < block->fact_n; i++) {
		const struct wrapped *label =
			press_wrap(press, &STYLE_SMALL, block->facts[i].label, width);
		double height = (double)label->n * STYLE_SMALL.lead;

		height = height > BOX_HEIGHT ? height : BOX_HEIGHT;
		press_need(press, height + 4);
		press_frame(press, x + width + BETWEEN, press->y, BOX_WIDTH, BOX_HEIGHT);
		press_open(press, "LI", NULL);
		press_open(press, "LBody", block->facts[i].lang);
		double y = press->y;
		press_lines(press, &STYLE_SMALL, label, x, 0);
		press_close(press, "LBody");
		press_close(press, "LI");
		press->y = y + height + 4;
	}
	press_close(press, "L");
}

static void put_tick(struct press *press, const struct paper_block *block)
{
	double in = indent(block) + 18, x = press->left + indent(block);

	press_need(press, least_of(press, block));
	press_frame(press, x, press->y + 3, 9, 9);
	if (block->numbered) {
		press_rule(press, x + 18, press->y + 12, 36, 0.5, INK_BLACK);
		in += 42;
	}
	put_text(press, &STYLE_TEXT, "P", block->lang, block->text, in, 0);
	if (*block->below != '\0')
		put_text(press, &STYLE_LABEL, "P", block->lang, block->below, in, 0);
	put_lines_to_write(press, block);
}

/* "Päiväys ________ Allekirjoitus ______________", the words read without their lines. */
static void put_lines_to_sign(
	struct press *press, const struct paper_block *block, const struct paper_signature *s)
{
	const char *const words[] = { s->day, s->hand };
	const double lines[] = { 80, 200 };
	double x = press->left + indent(block);

	press->y += LINE_TO_WRITE - STYLE_SMALL.lead;
	press_open(press, "P", block->lang);
	for (size_t i = 0; i < 2; i++) {
		size_t n = strlen(words[i]) + 2;
		char *word = grow(NULL, n);

		snprintf(word, n, "%s ", words[i]);
		press_word(press, &STYLE_LABEL, word, x, press->y);
		x += press_measure(press, &STYLE_LABEL, word) + 2;
		press_rule(press, x, press->y + STYLE_SMALL.lead - 2, lines[i], 0.5, INK_BLACK);
		x += lines[i] + 14;
		free(word);
	}
	press_close(press, "P");
	press->y += STYLE_SMALL.lead;
	press->fresh = false;
}

static void put_signature(
	struct press *press, const struct paper_block *block, const struct paper_signature *s)
{
	press_need(press, signature_height(press, s));
	press_gap(press, 12);
	if (*s->done == '\0')
		put_lines_to_sign(press, block, s);
	else
		put_text(press, &STYLE_SMALL, "P", block->lang, s->done, indent(block), 0);
	if (*s->name != '\0')
		put_text(press, &STYLE_TEXT, "P", block->lang, s->name, indent(block), 0);
	if (*s->role != '\0')
		put_text(press, &STYLE_LABEL, "P", block->lang, s->role, indent(block), 0);
}

static void put_signatures(struct press *press, const struct paper_block *block)
{
	press_need(press, signatures_least(press, block));
	for (size_t i = 0; i < block->signature_n; i++)
		put_signature(press, block, &block->signatures[i]);
}

static void put_block(struct press *press, size_t i)
{
	const struct paper_block *block = &press->paper->blocks[i];

	if (block->kind != PAPER_HEADING && i > 0)
		press_gap(press, block->close                                      ? 0 :
				 press->paper->blocks[i - 1].kind == PAPER_HEADING ? 2 :
										     GAP);
	switch (block->kind) {
	case PAPER_HEADING:
		put_heading(press, i);
		break;
	case PAPER_PARAGRAPH:
		put_paragraph(press, i);
		break;
	case PAPER_LITERAL:
		put_literal(press, block);
		break;
	case PAPER_LIST:
		put_list(press, block);
		break;
	case PAPER_FACTS:
		put_facts(press, block);
		break;
	case PAPER_BOXES:
		put_boxes(press, block);
		break;
	case PAPER_TABLE:
		press_table(press, block);
		break;
	case PAPER_TICK:
		put_tick(press, block);
		break;
	case PAPER_SIGNATURES:
		put_signatures(press, block);
		break;
	}
}

/* Where the window of an envelope is: 50 mm from the top. */
static void put_address(struct press *press)
{
	const char *address = press->paper->around[AROUND_ADDRESS];

	if (address == NULL || *address == '\0')
		return;
	press->y = ADDRESS_AT;
	put_text(press, &STYLE_TEXT, "P", NULL, address, 0, 0);
	press->y = press->y > ADDRESS_END ? press->y + GAP : ADDRESS_END;
}

static void put_notice(struct press *press)
{
	const char *notice = press->paper->around[AROUND_NOTICE];

	if (notice == NULL || *notice == '\0')
		return;
	press_box(press);
	put_text(press, &NOTICE, "P", NULL, notice, 0, 0);
	press_box_end(press);
	press->y += GAP;
}

void press_blocks(struct press *press)
{
	const struct paper *paper = press->paper;

	if (paper->around[AROUND_ADDRESS] == NULL)
		put_notice(press);
	put_address(press);
	if (paper->around[AROUND_ADDRESS] != NULL)
		put_notice(press);
	put_text(press, &TITLE, "H1", NULL, paper->title, 0, 0);
	press->y += 4;
	for (size_t i = 0; i < paper->n; i++) {
		bool boxed = paper->blocks[i].boxed;

		if (boxed && !press->boxed) {
			press_gap(press, GAP);
			press_need(
				press, least_of(press, &paper->blocks[i]) + least_behind(press, i));
			press_box(press);
		}
		put_block(press, i);
		if (press->boxed && (i + 1 == paper->n || !paper->blocks[i + 1].boxed))
			press_box_end(press);
	}
}
