/* SPDX-License-Identifier: MIT
 * The head of a round's screen: state and chair, criteria, rules, how far the reviews are, who is
 * waited for. */
#include "ui/office/judging/round_head.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"

enum { OTHER_ROWS = 6 /* than those of the criteria */ };

/* "Soveltuvuus 25 % · Vaikuttavuus 25 % ..." */
static const char *criteria_line(const struct round_head *head, struct arena *arena)
{
	struct buffer text = { 0 };
	int64_t total = 0;

	for (size_t i = 0; i < head->criteria->n; i++)
		total += head->criteria->rows[i].weight;
	for (size_t i = 0; i < head->criteria->n; i++) {
		const struct criterion *c = &head->criteria->rows[i];
		char share[32];

		text_ratio((struct ratio){ c->weight * 100, total }, 0, share, sizeof(share));
		buffer_printf(
			&text, "%s%s %s\302\240%%", i > 0 ? " · " : "", criterion_name(c), share);
	}
	const char *line =
		text.length == 0 ? _("No criteria yet: press k.") : arena_text(arena, text.text);
	buffer_clear(&text);
	return line;
}

static const char *rules_line(const struct round *r, struct arena *arena)
{
	char locked[60];

	if (r->locked == 0)
		return arena_printf(
			arena, _("%s; not locked yet"), text_word(WORDS_METHOD, r->method));
	text_day(day_of_time(r->locked), locked, sizeof(locked));
	/* TRANSLATORS: a ranking method, a date, the beginning of a hash. */
	return arena_printf(arena, _("%s, locked %s (hash %.4s…%s)"),
		text_word(WORDS_METHOD, r->method), locked, r->rules_hash,
		r->rules_hash + strlen(r->rules_hash) - 2);
}

/* "not begun 2 · unfinished 1": how many are waited for, and for what. */
static const char *waits_line(const struct round_head *head, struct arena *arena)
{
	struct buffer text = { 0 };
	const char *code;

	buffer_text(&text, "");
	for (size_t w = 0; (code = text_code(WORDS_WAITS, w)) != NULL; w++) {
		long n = 0;

		for (size_t i = 0; i < head->members->n; i++)
			n += strcmp(member_waits(head->round, &head->members->rows[i]), code) == 0;
		if (n > 0)
			buffer_printf(&text, "%s%s %ld", text.length > 0 ? " · " : "",
				text_word(WORDS_WAITS, code), n);
	}
	const char *line = text.length == 0 ? "–" : arena_text(arena, text.text);
	buffer_clear(&text);
	return line;
}

static void paint_chair(
	const struct round_head *head, const struct canvas *body, struct arena *arena)
{
	for (size_t i = 0; i < head->members->n; i++)
		if (head->members->rows[i].chair)
			canvas_text(body, 0, 40, body->area.w - 41, STYLE_PLAIN, ALIGN_RIGHT,
				arena_printf(arena, "%s: %s", C_("label", "Chair"),
					head->members->rows[i].name));
}

/* As many lines as they need; the list begins below. */
static int paint_criteria(
	const struct round_head *head, struct arena *arena, const struct canvas *body)
{
	const char *text = criteria_line(head, arena);
	int y = 0;

	for (const char *next; text != NULL; text = next, y++) {
		size_t n = text_wrap(text, body->area.w - 17, &next);

		canvas_put(body, 1 + y, 16, STYLE_PLAIN, arena_bytes(arena, text, n));
	}
	return y;
}

int round_head_rows(const struct round_head *head, int width)
{
	struct arena arena = { 0 };
	int lines = text_wrap_count(criteria_line(head, &arena), width - 17);

	arena_clear(&arena);
	return OTHER_ROWS - 1 + (lines > 1 ? lines : 1);
}

void round_head_paint(const struct round_head *head, const struct canvas *body)
{
	struct arena arena = { 0 };
	char figures[80];

	canvas_text(body, 0, 1, 14, STYLE_LABEL, ALIGN_LEFT, text_word(WORDS_FIELD, "state"));
	canvas_put(body, 0, 16, STYLE_HEADING, text_word(WORDS_ROUND_STATE, head->round->state));
	canvas_text(body, 1, 1, 14, STYLE_LABEL, ALIGN_LEFT, C_("label", "Criteria"));
	int y = 1 + paint_criteria(head, &arena, body);
	canvas_text(body, y, 1, 14, STYLE_LABEL, ALIGN_LEFT, C_("label", "Rules"));
	canvas_text(body, y, 16, body->area.w - 17, STYLE_PLAIN, ALIGN_LEFT,
		rules_line(head->round, &arena));
	canvas_text(body, y + 1, 1, 14, STYLE_LABEL, ALIGN_LEFT, C_("label", "Reviews"));
	snprintf(figures, sizeof(figures), _("%lld/%lld submitted"),
		(long long)head->progress->submitted, (long long)head->progress->all);
	canvas_bar(body, y + 1, 16, 32, head->progress->submitted, head->progress->all);
	canvas_put(body, y + 1, 50, STYLE_PLAIN, figures);
	canvas_text(body, y + 2, 1, 14, STYLE_LABEL, ALIGN_LEFT, C_("label", "Jurors"));
	canvas_text(body, y + 2, 16, body->area.w - 17, STYLE_PLAIN, ALIGN_LEFT,
		waits_line(head, &arena));
	paint_chair(head, body, &arena);
	canvas_rule(body, y + 3);
	arena_clear(&arena);
}
