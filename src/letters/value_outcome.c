/* SPDX-License-Identifier: MIT
 * What a letter says of the outcome: rank, points, reasons, the jury's feedback. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/instruction.h"
#include "src/judging/round.h"
#include "src/letters/value.h"

static struct arena *arena_of(const struct letter_matter *m)
{
	return m->batch->arena;
}

static const char *number(const struct letter_matter *m, int64_t n)
{
	char text[40];

	text_count(n, text, sizeof(text));
	return arena_text(arena_of(m), text);
}

static const char *day(const struct letter_matter *m, int64_t at)
{
	char text[40];

	if (at == 0)
		return "";
	text_day(at, text, sizeof(text));
	return arena_text(arena_of(m), text);
}

static enum item_outcome outcome_of(const struct letter_matter *m)
{
	return m->item == NULL ? OUTCOME_UNKNOWN : item_outcome_of(m->item->outcome);
}

static const char *flag(bool is)
{
	return is ? "1" : "";
}

const char *value_outcome(const struct letter_matter *m)
{
	return m->item == NULL ? "" : text_word(WORDS_OUTCOME, m->item->outcome);
}

const char *value_selected(const struct letter_matter *m)
{
	return flag(outcome_of(m) == OUTCOME_SELECTED);
}

const char *value_reserve(const struct letter_matter *m)
{
	return flag(outcome_of(m) == OUTCOME_RESERVE);
}

const char *value_not_selected(const struct letter_matter *m)
{
	return flag(outcome_of(m) == OUTCOME_NOT_SELECTED);
}

const char *value_rank(const struct letter_matter *m)
{
	return m->row == NULL || m->row->ranked.rank == 0 ? "" : number(m, m->row->ranked.rank);
}

const char *value_ranked(const struct letter_matter *m)
{
	int64_t n = 0;

	for (size_t i = 0; i < m->batch->standing.n; i++)
		n += m->batch->standing.rows[i].ranked.rank != 0 ? 1 : 0;
	return n == 0 ? "" : number(m, n);
}

/* Two decimals are enough to see who had more, and no more than the minutes have. */
static const char *points_text(const struct letter_matter *m, struct ratio points)
{
	char text[40];

	text_ratio(points, 2, text, sizeof(text));
	return arena_text(arena_of(m), text);
}

static const char *points_line(const struct letter_matter *m, size_t criterion)
{
	const struct letter_batch *b = m->batch;
	const char *name =
		notation_words(b->arena, criterion_name(&b->standing.criteria.rows[criterion]));
	const char *own = points_text(m, points_of(&b->points, m->row, criterion));

	if (b->points.lowest[criterion].den == 0)
		/* TRANSLATORS: a line of a letter: a criterion, and the points in it. */
		return arena_printf(b->arena, _("%s: %s points"), name, own);
	/* TRANSLATORS: a line of a letter: a criterion, the points in it, and the least that one of
	 * those selected has in it. */
	return arena_printf(b->arena, _("%s: %s points; those selected had at least %s"), name, own,
		points_text(m, b->points.lowest[criterion]));
}

/* A reason that was composed of the figures has them all already (src/judging/reasons.h). */
static bool reason_has_points(const struct letter_matter *m)
{
	const struct letter_batch *b = m->batch;
	const char *reason = value_reasons(m);
	size_t said = 0;

	for (size_t c = 0; c < b->points.criteria; c++) {
		struct ratio own = points_of(&b->points, m->row, c);

		if (own.den == 0)
			continue;
		if (strstr(reason, arena_printf(b->arena, "%s: %s",
					   criterion_name(&b->standing.criteria.rows[c]),
					   points_text(m, own))) == NULL)
			return false;
		said++;
	}
	return said > 0;
}

const char *value_points(const struct letter_matter *m)
{
	const struct letter_batch *b = m->batch;
	const char *text = "";

	if (m->row == NULL || !m->row->ranked.enough || !b->points.judged || reason_has_points(m))
		return "";
	for (size_t c = 0; c < b->points.criteria; c++)
		if (points_of(&b->points, m->row, c).den != 0)
			text = arena_printf(b->arena, "%s%s- %s",
				*text == '\0' ? NOTATION_READY : text, *text == '\0' ? "" : "\n",
				points_line(m, c));
	return text;
}

/* Only in the letter's own language: nobody is given reasons in another. */
static const char *in_language(const char *fi, const char *sv, const char *en)
{
	const char *lang = i18n_lang();

	return strcmp(lang, "fi") == 0 ? fi : strcmp(lang, "sv") == 0 ? sv : en;
}

const char *value_reasons(const struct letter_matter *m)
{
	return m->item == NULL ?
		       "" :
		       in_language(m->item->reason_fi, m->item->reason_sv, m->item->reason_en);
}

const char *value_feedback(const struct letter_matter *m)
{
	const struct feedback *f = &m->feedback;
	const char *text = in_language(f->text_fi, f->text_sv, f->text_en);

	return f->cleared == 0 || strstr(value_reasons(m), text) != NULL ? "" : text;
}

/* --- The decision */

const char *value_decision(const struct letter_matter *m)
{
	return m->batch->decision.id == 0 ? "" : m->batch->decision.code;
}

const char *value_decision_number(const struct letter_matter *m)
{
	return m->batch->decision.id == 0 ? "" : m->batch->decision.case_number;
}

/* Name, title, telephone and e-mail, as far as they are known. */
const char *value_decision_contact(const struct letter_matter *m)
{
	const struct decision_content *c = &m->batch->content;
	const char *parts[] = { c->contact_name, c->contact_title, c->contact_phone,
		c->contact_email };
	const char *text = "";

	for (size_t i = 0; i < LEN(parts) && m->batch->decision.id != 0; i++)
		if (*parts[i] != '\0')
			text = *text == '\0' ? parts[i] :
					       arena_printf(arena_of(m), "%s, %s", text, parts[i]);
	return text;
}

const char *value_decision_day(const struct letter_matter *m)
{
	return day(m, m->batch->decision.day);
}

const char *value_decider(const struct letter_matter *m)
{
	return m->batch->decision.id == 0 ? "" : m->batch->decision.decider;
}

const char *value_correction(const struct letter_matter *m)
{
	return m->batch->decision.id == 0 ? "" : regime_correction(&m->batch->regime, NULL);
}

const char *value_correction_days(const struct letter_matter *m)
{
	return *value_correction(m) == '\0' ? "" : number(m, m->batch->regime.correction_days);
}

const char *value_appeal(const struct letter_matter *m)
{
	return m->batch->decision.id == 0 ? "" : regime_appeal(&m->batch->regime, NULL);
}

const char *value_appeal_days(const struct letter_matter *m)
{
	return *value_appeal(m) == '\0' ? "" : number(m, m->batch->regime.appeal_days);
}

const char *value_no_appeal(const struct letter_matter *m)
{
	return flag(m->batch->decision.id != 0 && *value_correction(m) == '\0' &&
		    *value_appeal(m) == '\0');
}

/* The whole instruction of the regime, as it stands in this notation already. */
const char *value_instruction(const struct letter_matter *m)
{
	struct instruction_ask ask = { .decision_id = m->batch->decision.id, .lang = i18n_lang() };
	const char *text = "";

	if (ask.decision_id == 0 || *value_no_appeal(m) != '\0' ||
		instruction_text(m->batch->ctx, m->batch->arena, &ask, &text).code != E_OK)
		return "";
	return arena_printf(m->batch->arena, "%s%s", NOTATION_READY, text);
}
