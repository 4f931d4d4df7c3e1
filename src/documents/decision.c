/* SPDX-License-Identifier: MIT
 * The decision as those read it whom it is about: whose it is and on what ground, the matter and
 * its parties, how they were compared, what was decided and why of each, the provisions, who took
 * no part, and how one can complain (Administrative Procedure Act 434/2003, 44 and 45 §;
 * procurement act 1397/2016, 123 §). In one language; what is missing in it is said, and nothing is
 * printed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/decision_paper.h"
#include "src/documents/instruction.h"
#include "src/ground/competition.h"
#include "src/judging/blind.h"
#include "src/judging/reasons.h"
#include "src/judging/round_name.h"
#include "src/phases/applicant.h"
#include "src/phases/submission.h"

void paper_fact(struct facts *facts, const char *label, const char *value)
{
	if (*value != '\0' && facts->n < FACTS_MAX)
		facts->rows[facts->n++] = (struct fact){ .label = label, .value = value };
}

void paper_facts(const struct paper *paper, const char *heading, const struct facts *facts)
{
	if (facts->n == 0)
		return;
	document_heading(paper->page, heading);
	document_facts(paper->page, facts->rows, facts->n);
}

const char *paper_entrant(const struct paper *paper, const struct decision_item *item)
{
	struct submission s;

	if (blind_hides(paper->ctx, paper->round.id) ||
		submission_get(paper->ctx, paper->arena, item->submission_id, &s).code != E_OK)
		return item->code;
	return submission_applicant(paper->ctx, paper->arena, &s);
}

const char *paper_written(const struct paper *paper, const char *part)
{
	for (size_t i = 0; i < paper->texts.n; i++)
		if (strcmp(paper->texts.rows[i].part, part) == 0)
			return contents_text_in(&paper->texts.rows[i], i18n_lang());
	return "";
}

void paper_text(const struct paper *paper, const char *part)
{
	const char *text = paper_written(paper, part);

	if (*text == '\0')
		return;
	document_heading(paper->page, text_word(WORDS_DECISION_PART, part));
	document_paragraph(paper->page, text);
}

const char *paper_day(const struct paper *paper, int64_t day)
{
	char text[60];

	text_day(day, text, sizeof(text));
	return arena_text(paper->arena, text);
}

/* 1: whose it is, who decided and by what right. */
static void put_decider(const struct paper *paper)
{
	const struct decision_content *c = &paper->content;
	struct facts facts = { .n = 0 };

	paper_fact(&facts, text_word(WORDS_FIELD, "entity"), c->entity);
	paper_fact(&facts, text_word(WORDS_FIELD, "decider"), paper->d.decider);
	paper_fact(&facts, text_word(WORDS_DECISION_PART, "authority"),
		paper_written(paper, "authority"));
	paper_fact(&facts, text_word(WORDS_FIELD, "presenter"), c->presenter);
	paper_fact(&facts, text_word(WORDS_FIELD, "preparer"), c->preparer);
	paper_fact(&facts, text_word(WORDS_FIELD, "date"), paper_day(paper, paper->d.day));
	paper_facts(paper, C_("document", "The decision"), &facts);
}

/* What it takes the place of. */
static struct error put_corrected(const struct paper *paper)
{
	struct decision before;

	if (paper->d.corrects == 0)
		return ok();
	TRY(decision_get(paper->ctx, paper->arena, paper->d.corrects, &before));
	document_paragraph(paper->page,
		/* TRANSLATORS: the code and number of the decision that is corrected, and why. */
		arena_printf(paper->arena, _("This decision corrects decision %s (%s): %s"),
			before.code, before.case_number, paper->d.correction_reason));
	return ok();
}

/* 2: what it is about, and whom. */
static struct error put_matter(const struct paper *paper)
{
	const char **parties = arena_alloc(paper->arena, (paper->items.n + 1) * sizeof(*parties));
	const char *name;
	size_t n = 0;

	TRY(round_name(paper->ctx, paper->arena, &paper->round, &name));
	document_heading(paper->page, C_("document", "Matter and parties"));
	document_paragraph(paper->page, name);
	if (*paper_written(paper, "matter") != '\0')
		document_paragraph(paper->page, paper_written(paper, "matter"));
	for (size_t i = 0; i < paper->items.n; i++)
		if (paper->items.rows[i].id != 0)
			parties[n++] =
				arena_printf(paper->arena, "%s %s", paper->items.rows[i].code,
					paper_entrant(paper, &paper->items.rows[i]));
	document_add(paper->page, &(struct block){ .kind = BLOCK_LIST, .cells = parties, .n = n });
	return ok();
}

/* 4: what was not compared, and why. */
static struct error put_left_out(const struct paper *paper)
{
	const char **lines = arena_alloc(paper->arena, (paper->items.n + 1) * sizeof(*lines));
	size_t n = 0;

	for (size_t i = 0; i < paper->items.n; i++) {
		const struct decision_item *item = &paper->items.rows[i];
		struct submission_acts acts;
		struct submission s;

		if (item->id != 0 || !item->gone || blind_hides(paper->ctx, paper->round.id))
			continue;
		TRY(submission_get(paper->ctx, paper->arena, item->submission_id, &s));
		TRY(submission_acts(paper->ctx, paper->arena, s.id, &acts));
		lines[n++] = arena_printf(paper->arena, "%s %s: %s%s%s", item->code,
			paper_entrant(paper, item), text_word(WORDS_ENTRY_STATE, s.state),
			acts.n == 0 ? "" : ". ", acts.n == 0 ? "" : acts.rows[acts.n - 1].reason);
	}
	if (n == 0)
		return ok();
	document_heading(paper->page, C_("document", "Not compared"));
	document_add(paper->page, &(struct block){ .kind = BLOCK_LIST, .cells = lines, .n = n });
	return ok();
}

/* 5: on which statement it rests. */
static struct error put_statement(const struct paper *paper)
{
	struct decision statement;

	if (paper->d.statement_id == 0)
		return ok();
	TRY(decision_get(paper->ctx, paper->arena, paper->d.statement_id, &statement));
	document_paragraph(paper->page,
		/* TRANSLATORS: the code of the jury's statement, and its day. */
		arena_printf(paper->arena,
			_("The jury has given its statement %s on %s; its words stand in the "
			  "reasons below."),
			statement.code, paper_day(paper, statement.day)));
	return ok();
}

/* 6: what becomes of each. */
static void put_outcomes(const struct paper *paper)
{
	const char **cells = arena_alloc(paper->arena, (paper->items.n + 1) * 3 * sizeof(*cells));
	const struct table_column columns[] = { { C_("column", "Code"), false },
		{ C_("document", "Entrant"), false }, { C_("document", "Outcome"), false } };
	size_t n = 0;

	document_add(paper->page, &(struct block){ .kind = BLOCK_HEADING,
					  .level = 1,
					  .boxed = true,
					  .text = C_("document", "Outcomes") });
	for (size_t i = 0; i < paper->items.n; i++) {
		const struct decision_item *item = &paper->items.rows[i];

		if (item->id == 0)
			continue;
		cells[n * 3] = item->code;
		cells[n * 3 + 1] = paper_entrant(paper, item);
		cells[n * 3 + 2] = text_word(WORDS_OUTCOME, item->outcome);
		n++;
	}
	document_add(paper->page, &(struct block){ .kind = BLOCK_TABLE,
					  .boxed = true,
					  .columns = columns,
					  .n = LEN(columns),
					  .cells = cells,
					  .row_count = n });
	if (*paper->d.range_reason != '\0')
		document_paragraph(paper->page, paper->d.range_reason);
	if (*paper->d.tie_reason != '\0')
		document_paragraph(paper->page, paper->d.tie_reason);
}

/* 7: of each by itself. */
static void put_reasons(const struct paper *paper)
{
	document_heading(paper->page, C_("document", "Reasons"));
	for (size_t i = 0; i < paper->items.n; i++) {
		const struct decision_item *item = &paper->items.rows[i];

		if (item->id == 0)
			continue;
		document_add(
			paper->page, &(struct block){ .kind = BLOCK_HEADING,
					     .level = 2,
					     .text = arena_printf(paper->arena, "%s %s", item->code,
						     paper_entrant(paper, item)) });
		document_paragraph(paper->page, contents_reason_in(item, i18n_lang()));
		if (*item->deviation_reason != '\0')
			document_paragraph(paper->page, item->deviation_reason);
	}
}

/* 9: who took no part. */
static struct error put_barred(const struct paper *paper)
{
	struct conflicts conflicts;
	const char **lines;
	size_t n = 0;

	TRY(conflict_list(paper->ctx, paper->arena, paper->round.id, &conflicts));
	lines = arena_alloc(paper->arena, (conflicts.n + 1) * sizeof(*lines));
	for (size_t i = 0; i < conflicts.n; i++) {
		const struct conflict *c = &conflicts.rows[i];

		if (conflict_bars(c) && !c->by_code)
			lines[n++] = arena_printf(paper->arena, "%s: %s", c->name,
				*c->code == '\0' ? C_("document", "all") : c->code);
	}
	if (n == 0)
		return ok();
	document_heading(paper->page, C_("document", "Disqualified members who took no part"));
	document_add(paper->page, &(struct block){ .kind = BLOCK_LIST, .cells = lines, .n = n });
	return ok();
}

/* 12: who tells more. */
static void put_contact(const struct paper *paper)
{
	const struct decision_content *c = &paper->content;
	struct facts facts = { .n = 0 };

	paper_fact(&facts, text_word(WORDS_FIELD, "contact"), c->contact_name);
	paper_fact(&facts, text_word(WORDS_FIELD, "contact_title"), c->contact_title);
	paper_fact(&facts, text_word(WORDS_FIELD, "contact_phone"), c->contact_phone);
	paper_fact(&facts, text_word(WORDS_FIELD, "contact_email"), c->contact_email);
	paper_facts(paper, C_("document", "Further information"), &facts);
}

/* 14: by whom, and the mark of what was approved. */
static void put_approval(const struct paper *paper)
{
	struct facts facts = { .n = 0 };
	char when[60];

	if (decision_state_of(paper->d.state) != DECISION_STATE_SIGNED)
		return;
	text_time(paper->d.signed_at, when, sizeof(when));
	paper_fact(&facts, text_word(WORDS_FIELD, "signed"), arena_text(paper->arena, when));
	paper_fact(&facts, text_word(WORDS_FIELD, "signed_by"), paper->d.signed_by);
	paper_fact(&facts, text_word(WORDS_FIELD, "frozen"), paper->content.frozen);
	paper_facts(paper, C_("document", "Approval"), &facts);
}

static struct error write_paper(const struct paper *paper)
{
	put_decider(paper);
	TRY(put_corrected(paper));
	TRY(put_matter(paper));
	TRY(paper_account(paper));
	TRY(put_left_out(paper));
	paper_comparison(paper);
	TRY(put_statement(paper));
	put_outcomes(paper);
	paper_text(paper, "follows");
	put_reasons(paper);
	paper_text(paper, "provisions");
	TRY(put_barred(paper));
	TRY(paper_standstill(paper));
	paper_text(paper, "secrecy");
	put_contact(paper);
	TRY(paper_service(paper));
	put_approval(paper);
	TRY(paper_annexes(paper));
	return instruction_add(paper->ctx, paper->page,
		&(struct instruction_ask){ .decision_id = paper->d.id, .lang = i18n_lang() });
}

static const char *title_of(const struct paper *paper)
{
	const char *number = paper->d.case_number;

	/* TRANSLATORS: the title of a decision; %s is its number, or its code without one. */
	return arena_printf(paper->arena, C_("document", "Decision %s"),
		*number == '\0' ? paper->d.code : number);
}

static struct error begin_page(struct paper *paper, struct documents *out)
{
	struct competition c;

	TRY(competition_get(paper->ctx, paper->arena, &c));
	paper->page = document_new(out, paper->arena, i18n_lang(), title_of(paper));
	paper->page->head = document_words(paper->page, competition_name(&c));
	paper->page->name = document_words(paper->page, C_("document", "Decision"));
	paper->page->number = *paper->d.case_number == '\0' ?
				      document_words(paper->page, paper->d.code) :
				      document_words(paper->page, paper->d.case_number);
	paper->page->day = document_words(paper->page, paper_day(paper, paper->d.day));
	out->made = paper->d.day;
	if (paper->ctx->demo)
		paper->page->notice = document_words(
			paper->page, _("This is a demo: everything in it is invented."));
	else if (decision_state_of(paper->d.state) != DECISION_STATE_SIGNED)
		paper->page->notice = document_words(
			paper->page, _("This is a draft: nothing has been decided yet."));
	out->about = paper->d.code;
	return write_paper(paper);
}

struct placed {
	size_t place, index;
};

static int compare_placed(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	return x->place != y->place ? (x->place < y->place ? -1 : 1) :
	       x->index != y->index ? (x->index < y->index ? -1 : 1) :
				      0;
}

/* By outcome, then by rank; what has neither comes last. */
static size_t place_of(const struct paper *paper, const struct decision_item *item)
{
	const struct standing_row *row = standing_row_of(&paper->standing, item->item_id);
	size_t rank = row == NULL ? paper->standing.n : (size_t)(row - paper->standing.rows);
	enum item_outcome outcome = item_outcome_of(item->outcome);

	return (outcome == OUTCOME_UNKNOWN ? OUTCOME_NOT_SELECTED + 1 : (size_t)outcome) *
		       (paper->standing.n + 1) +
	       rank;
}

/* Whoever opens a decision looks for who won. */
static void put_winners_first(struct paper *paper)
{
	struct decision_items *items = &paper->items;
	struct placed *order = arena_alloc(paper->arena, (items->n + 1) * sizeof(*order));
	struct decision_item *sorted = arena_alloc(paper->arena, (items->n + 1) * sizeof(*sorted));

	for (size_t i = 0; i < items->n; i++)
		order[i] = (struct placed){ place_of(paper, &items->rows[i]), i };
	qsort(order, items->n, sizeof(*order), compare_placed);
	for (size_t i = 0; i < items->n; i++)
		sorted[i] = items->rows[order[i].index];
	items->rows = sorted;
}

static struct error read_paper(struct paper *paper, int64_t id)
{
	struct context *ctx = paper->ctx;

	TRY(decision_get(ctx, paper->arena, id, &paper->d));
	TRY(contents_get(ctx, paper->arena, id, &paper->content));
	TRY(contents_texts(ctx, paper->arena, id, &paper->texts));
	TRY(decision_items(ctx, paper->arena, id, &paper->items));
	TRY(round_get(ctx, paper->arena, paper->d.round_id, &paper->round));
	TRY(standing_make(ctx, paper->arena, paper->d.round_id, NULL, &paper->standing));
	put_winners_first(paper);
	points_make(paper->arena, &paper->standing, &paper->items, &paper->points);
	return ok();
}

/* A part that is written in another language and not in this one. */
static const char *untranslated_part(const struct paper *paper, const char *lang)
{
	for (size_t i = 0; i < paper->texts.n; i++) {
		const struct decision_text *t = &paper->texts.rows[i];

		if (*contents_text_in(t, lang) == '\0' &&
			(*t->text_fi != '\0' || *t->text_sv != '\0' || *t->text_en != '\0'))
			return t->part;
	}
	return NULL;
}

/* Nobody is given a decision of which a part is missing in its language (Language Act 423/2003,
 * 19 §). What is missing is said by name: the sentence lives as long as the arena. */
static struct error check_language(const struct paper *paper, const char *lang)
{
	const char *codes, *part = untranslated_part(paper, lang);

	TRY(reasons_missing(paper->ctx, paper->arena, paper->d.id, lang, &codes));
	if (*codes != '\0')
		return rule(arena_printf(paper->arena,
			/* TRANSLATORS: "fi" or "sv", and codes of submissions. */
			_("The decision cannot be printed in this language (%s) before the "
			  "reasons of these are written in it: %s."),
			lang, codes));
	if (part == NULL)
		return ok();
	return rule(arena_printf(paper->arena,
		/* TRANSLATORS: "fi" or "sv", and a part of a decision, such as "Applied
		 * provisions".
		 */
		_("The decision cannot be printed in this language (%s) before this text of it is "
		  "written in it: %s."),
		lang, text_word(WORDS_DECISION_PART, part)));
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	struct paper paper = { .ctx = ctx, .arena = arena };
	const char *before = i18n_lang();

	TRY(require(ctx, ACT_READ));
	TRY(read_paper(&paper, ask->id));
	const char *lang = ask->lang == NULL ? paper.d.lang : ask->lang;
	TRY(check_language(&paper, lang));
	i18n_use(lang);
	struct error e = begin_page(&paper, out);
	i18n_use(before);
	return e;
}

static struct error find(struct context *ctx, const char *code, int64_t *id)
{
	return decision_find(ctx, code, id);
}

static struct error is_final(struct context *ctx, int64_t id)
{
	return decision_must_be_signed(ctx, id, N_("The decision has not been approved."));
}

const struct document_kind decision_document_kind = {
	.noun = "decision",
	.word = NC_("document", "Decision"),
	.of = "decision",
	.final = is_final,
	.find = find,
	.make = make,
};
