/* SPDX-License-Identifier: MIT
 * The head of a decision's or statement's screen: its state, by whom and when it became final, the
 * meeting or the decider, how many of each outcome, and what still stands in the way. */
#include "ui/office/judging/decision_head.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"

enum { TEXT_AT = 14, ROW_SIGNERS = 3 };

static bool is_statement(const struct decision_head *head)
{
	return decision_kind_of(head->decision->kind) == DECISION_KIND_STATEMENT;
}

static bool is_final(const struct decision_head *head)
{
	return decision_state_of(head->decision->state) == DECISION_STATE_SIGNED ||
	       decision_state_of(head->decision->state) == DECISION_STATE_FROZEN;
}

static void meeting_line(const struct decision_head *head, char *out, size_t size)
{
	char day[60];

	text_day(head->decision->day, day, sizeof(day));
	/* TRANSLATORS: a meeting: date, place, how it is held, its language. */
	snprintf(out, size, _("%s, %s (%s), in %s"), day,
		*head->decision->place == '\0' ? "–" : head->decision->place,
		text_word(WORDS_MEETING_FORM, head->decision->form),
		text_word(WORDS_LANGUAGE, head->decision->lang));
}

/* Who decides for the contracting entity, and under which number. */
static void entity_line(const struct decision_head *head, char *out, size_t size)
{
	const struct decision *d = head->decision;
	char day[60];

	text_day(d->day, day, sizeof(day));
	snprintf(out, size, "%s%s%s%s%s", d->case_number, *d->case_number == '\0' ? "" : ", ",
		d->decider, *d->decider == '\0' ? "" : ", ", day);
}

static void counts_line(const struct decision_head *head, char *out, size_t size)
{
	const struct review_of_decision *r = head->review;
	int used = 0;

	/* TRANSLATORS: counts of outcomes. */
	used = snprintf(out, size,
		_("%lld selected · %lld in reserve · %lld not selected · %lld open"),
		(long long)r->selected, (long long)r->reserve, (long long)r->not_selected,
		(long long)r->undecided);
	if (head->range_low >= 0 && head->range_low == head->range_high)
		/* TRANSLATORS: how many are planned to be selected. */
		snprintf(out + used, size - (size_t)used, _(" (plan %lld)"),
			(long long)head->range_low);
	else if (head->range_low >= 0)
		/* TRANSLATORS: the planned range of selections, such as 4–6. */
		snprintf(out + used, size - (size_t)used, _(" (plan %lld–%lld)"),
			(long long)head->range_low, (long long)head->range_high);
}

static void paint_label(const struct canvas *body, int row, const char *label)
{
	canvas_text(body, row, 1, TEXT_AT - 2, STYLE_LABEL, ALIGN_LEFT, label);
}

/* "approved 20.11.2018 klo 15.00, Olli Esimerkki"; who signed a statement stands below. */
static void paint_state(const struct decision_head *head, const struct canvas *body)
{
	const struct decision *d = head->decision;
	char when[60], line[200];

	paint_label(body, 0, text_word(WORDS_FIELD, "state"));
	int used = canvas_put(body, 0, TEXT_AT, STYLE_HEADING,
		text_word(is_statement(head) ? WORDS_STATEMENT_STATE : WORDS_DECISION_STATE,
			d->state));
	if (decision_state_of(d->state) != DECISION_STATE_SIGNED)
		return;
	text_time(d->signed_at, when, sizeof(when));
	snprintf(line, sizeof(line), is_statement(head) ? "%s" : "%s, %s", when, d->signed_by);
	int at = TEXT_AT + used + 1;
	canvas_text(body, 0, at, body->area.w - at - 1, STYLE_PLAIN, ALIGN_LEFT, line);
}

/* The names of those who signed, the chair's first; NULL if nobody did. In which way, the
 * signatures show. */
static const char *names(struct arena *arena, const struct jury_signatures *list)
{
	struct buffer text = { 0 };
	const char *copy = NULL;

	for (size_t i = 0; i < list->n; i++)
		if (signing_way_of(list->rows[i].how) != SIGNING_NONE)
			buffer_printf(
				&text, "%s%s", text.length == 0 ? "" : ", ", list->rows[i].name);
	if (text.length > 0)
		copy = arena_text(arena, text.text);
	buffer_clear(&text);
	return copy;
}

/* From that row on, as far as the head has room; returns the row below. */
static int paint_wrapped(const struct canvas *body, int row, enum style style, const char *text)
{
	for (const char *next; text != NULL && row < DECISION_HEAD_ROWS; text = next, row++) {
		size_t n = text_wrap(text, body->area.w - 2, &next);
		char line[400];

		snprintf(line, sizeof(line), "%.*s",
			row == DECISION_HEAD_ROWS - 1 ? (int)strlen(text) : (int)n, text);
		canvas_text(body, row, 1, body->area.w - 2, style, ALIGN_LEFT, line);
	}
	return row;
}

static void paint_signers(const struct decision_head *head, const struct canvas *body)
{
	struct arena arena = { 0 };
	const char *who = names(&arena, head->signatures);

	if (who != NULL)
		/* TRANSLATORS: %s: names. */
		paint_wrapped(body, ROW_SIGNERS, STYLE_PLAIN,
			arena_printf(&arena, _("Signed by: %s"), who));
	else if (is_statement(head))
		canvas_text(body, ROW_SIGNERS, 1, body->area.w - 2, STYLE_HEADING, ALIGN_LEFT,
			_("Nobody has signed it yet: H shows the signatures."));
	arena_clear(&arena);
}

/* What a draft still lacks; the reasons of a final one cannot be translated any more. The row below
 * what was said. */
static int paint_lacks(const struct decision_head *head, const struct canvas *body)
{
	const char *blocker = head->review->blocker;
	char line[200];
	int row = paint_wrapped(body, ROW_SIGNERS, blocker == NULL ? STYLE_GOOD : STYLE_HEADING,
		blocker != NULL    ? _(blocker) :
		is_statement(head) ? _("Ready to be frozen for the signatures: H.") :
				     _("Ready to be approved."));

	if (head->review->untranslated == 0 || row == DECISION_HEAD_ROWS)
		return row;
	snprintf(line, sizeof(line),
		ngettext("%lld reason is missing in Finnish or Swedish",
			"%lld reasons are missing in Finnish or Swedish",
			(unsigned long)head->review->untranslated),
		(long long)head->review->untranslated);
	canvas_text(body, row, 1, body->area.w - 2, STYLE_QUIET, ALIGN_LEFT, line);
	return row + 1;
}

/* What it corrects and how it is corrected and appealed against itself, where there is room. */
static void paint_remedies(const struct decision_head *head, const struct canvas *body, int row)
{
	if (is_statement(head))
		return;
	if (*head->corrects != '\0' && row < DECISION_HEAD_ROWS)
		canvas_text(
			body, row++, 1, body->area.w - 2, STYLE_PLAIN, ALIGN_LEFT, head->corrects);
	if (row < DECISION_HEAD_ROWS)
		canvas_text(body, row, 1, body->area.w - 2, STYLE_QUIET, ALIGN_LEFT, head->regime);
}

void decision_head_paint(const struct decision_head *head, const struct canvas *body)
{
	bool entity = head->decision->statement_id != 0;
	char line[200];

	paint_state(head, body);
	paint_label(body, 1, entity ? C_("label", "Decision") : C_("label", "Meeting"));
	(entity ? entity_line : meeting_line)(head, line, sizeof(line));
	canvas_text(body, 1, TEXT_AT, body->area.w - TEXT_AT - 1, STYLE_PLAIN, ALIGN_LEFT, line);
	paint_label(body, 2, C_("label", "Outcomes"));
	counts_line(head, line, sizeof(line));
	canvas_text(body, 2, TEXT_AT, body->area.w - TEXT_AT - 1, STYLE_PLAIN, ALIGN_LEFT, line);
	int row = ROW_SIGNERS;
	if (is_final(head))
		paint_signers(head, body);
	else if (decision_state_of(head->decision->state) == DECISION_STATE_DRAFT)
		row = paint_lacks(head, body);
	paint_remedies(head, body, row);
}
