/* SPDX-License-Identifier: MIT
 * The situation sheet: one page for the board, as of now: phases, counts beside what was planned
 * and published, challenges with their teams and winner, the budget, and what waits. */
#include "src/documents/situation.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/ground/competition.h"
#include "src/desk/desk.h"
#include "src/documents/document.h"
#include "src/documents/writer.h"
#include "src/ground/kind.h"
#include "src/phases/challenge.h"
#include "src/phases/figure.h"
#include "src/phases/phase.h"
#include "src/phases/procurement.h"
#include "src/phases/range.h"
#include "src/phases/team.h"

struct sheet {
	struct context *ctx;
	struct arena *arena;
	struct document *page;
	struct fact rows[40]; /* of the chapter that is being written */
	size_t n;
};

/* A label and what stands beside it. */
static void line(struct sheet *sheet, const char *label, const char *text)
{
	if (sheet->n < LEN(sheet->rows))
		sheet->rows[sheet->n++] = (struct fact){ .label = arena_text(sheet->arena, label),
			.value = arena_text(sheet->arena, text) };
}

/* The lines so far, under their heading. */
static void chapter(struct sheet *sheet, const char *heading)
{
	document_heading(sheet->page, heading);
	document_facts(sheet->page, sheet->rows, sheet->n);
	sheet->n = 0;
}

static struct error write_phases(struct sheet *sheet)
{
	struct phases phases;

	TRY(phase_list(sheet->ctx, sheet->arena, &phases));
	for (size_t i = 0; i < phases.n; i++) {
		const struct phase *p = &phases.rows[i];
		char closes[80] = "";

		if (p->closes != 0)
			text_moment(p->closes, precision_of_code(p->closes_precision), closes,
				sizeof(closes));
		line(sheet, text_word(WORDS_PHASE, p->key),
			arena_printf(sheet->arena, "%s%s%s", text_word(WORDS_PHASE_STATE, p->state),
				p->closes != 0 ? " · " : "", closes));
	}
	chapter(sheet, C_("sheet", "Phases"));
	return ok();
}

/* Which planned range a figure is held against. */
static const struct {
	const char *figure, *range;
} planned[] = { { "challenges", "challenges" }, { "teams", "teams" } };

static void add_range(const struct ranges *ranges, const char *figure, char *text, size_t size)
{
	size_t used = strlen(text);

	for (size_t p = 0; p < LEN(planned); p++)
		for (size_t i = 0; i < ranges->n; i++)
			if (strcmp(planned[p].figure, figure) == 0 &&
				strcmp(planned[p].range, ranges->rows[i].key) == 0)
				/* TRANSLATORS: a planned range after the number that came of it. */
				snprintf(text + used, size - used, _(" (planned %lld–%lld)"),
					(long long)ranges->rows[i].low,
					(long long)ranges->rows[i].high);
}

static void add_published(
	const struct figures *figures, const char *key, int64_t n, char *text, size_t size)
{
	for (size_t i = 0; i < figures->n; i++) {
		size_t used = strlen(text);

		if (strcmp(figures->rows[i].key, key) == 0 && figures->rows[i].value != n)
			/* TRANSLATORS: another number than the computed one was published; and
			 * where. */
			snprintf(text + used, size - used, _("; published %lld (%s)"),
				(long long)figures->rows[i].value, figures->rows[i].source);
	}
}

static struct error write_figures(struct sheet *sheet)
{
	struct ranges ranges;
	struct figures figures;
	const char *key;

	TRY(range_list(sheet->ctx, sheet->arena, &ranges));
	TRY(figure_list(sheet->ctx, sheet->arena, &figures));
	for (size_t i = 0; (key = text_code(WORDS_FIGURE, i)) != NULL; i++) {
		char text[400];
		int64_t n;

		TRY(figure_count(sheet->ctx, key, &n));
		snprintf(text, sizeof(text), "%lld", (long long)n);
		add_range(&ranges, key, text, sizeof(text));
		add_published(&figures, key, n, text, sizeof(text));
		line(sheet, text_word(WORDS_FIGURE, key), text);
	}
	chapter(sheet, C_("sheet", "Figures"));
	return ok();
}

static struct error write_challenge(struct sheet *sheet, int64_t id)
{
	struct challenge c;
	struct id_list winners = { 0 };
	struct team t;
	int64_t teams = 0;
	const char *winner = "–";

	TRY(challenge_get(sheet->ctx, sheet->arena, id, &c));
	TRY(team_count(sheet->ctx, id, "going_on", &teams));
	struct error e = team_ids(sheet->ctx, id, "winner", &winners);
	if (e.code == E_OK && winners.n > 0 &&
		team_get(sheet->ctx, sheet->arena, winners.ids[0], &t).code == E_OK)
		winner = t.name;
	id_list_clear(&winners);
	line(sheet, arena_printf(sheet->arena, "%s %s", c.code, challenge_title(&c, NULL)),
		/* TRANSLATORS: how many teams a challenge has, and who won it ("–" if nobody has).
		 */
		arena_printf(sheet->arena,
			ngettext("%lu team · winner: %s", "%lu teams · winner: %s",
				(unsigned long)teams),
			(unsigned long)teams, winner));
	return e;
}

static struct error write_challenges(struct sheet *sheet)
{
	struct id_list ids = { 0 };
	struct error e = challenge_ids(sheet->ctx, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = write_challenge(sheet, ids.ids[i]);
	if (ids.n > 0)
		chapter(sheet, C_("sheet", "Challenges"));
	id_list_clear(&ids);
	return e;
}

static void money_line(struct sheet *sheet, const char *label, int64_t cents)
{
	char text[60];

	money_text(cents, text, sizeof(text));
	line(sheet, label, text);
}

static struct error write_budget(struct sheet *sheet)
{
	struct budget budget;

	TRY(budget_get(sheet->ctx, &budget));
	money_line(sheet, C_("sheet", "At most"), budget.ceiling);
	money_line(sheet, C_("sheet", "Committed"), budget.committed);
	money_line(sheet, C_("sheet", "Paid"), budget.paid);
	chapter(sheet, C_("sheet", "Budget, without VAT"));
	return ok();
}

static struct error write_todos(struct sheet *sheet)
{
	struct todos todos;

	TRY(desk_todos(sheet->ctx, sheet->arena, &todos));
	document_heading(sheet->page, C_("sheet", "What waits"));
	for (size_t i = 0; i < todos.n; i++)
		document_add(sheet->page, &(struct block){ .kind = BLOCK_PARAGRAPH,
						  .text = todos.rows[i].text,
						  .depth = 2,
						  .close = i > 0 });
	if (todos.n == 0)
		document_paragraph(sheet->page, _("Nothing waits."));
	return ok();
}

static struct error write_sheet(struct sheet *sheet, struct documents *out)
{
	struct competition c;
	char now[80];

	TRY(competition_get(sheet->ctx, sheet->arena, &c));
	text_time(context_now(sheet->ctx), now, sizeof(now));
	sheet->page = document_new(out, sheet->arena, i18n_lang(),
		/* TRANSLATORS: the situation sheet; a day with its time. */
		arena_printf(sheet->arena, _("The situation %s"), now));
	sheet->page->head = document_words(sheet->page, competition_name(&c));
	if (sheet->ctx->demo)
		sheet->page->notice = document_words(
			sheet->page, _("This is a demo: everything in it is invented."));
	out->about = kind_rows[KIND_COMPETITION].noun;
	TRY(write_phases(sheet));
	TRY(write_figures(sheet));
	TRY(write_challenges(sheet));
	TRY(write_budget(sheet));
	return write_todos(sheet);
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	struct sheet sheet = { .ctx = ctx, .arena = arena };
	const char *before = i18n_lang();

	TRY(require(ctx, ACT_READ));
	i18n_use(ask->lang != NULL ? ask->lang : before);
	struct error e = write_sheet(&sheet, out);
	i18n_use(before);
	return e;
}

/* There is one competition in a file. */
static struct error find(struct context *ctx, const char *code, int64_t *id)
{
	(void)ctx;
	*id = 0;
	return strcmp(code, kind_rows[KIND_COMPETITION].noun) == 0 ? ok() :
								     fail(E_NOT_FOUND, "record");
}

const struct document_kind situation_kind = {
	.noun = "situation",
	.word = NC_("document", "Situation sheet"),
	.of = "competition",
	.find = find,
	.make = make,
};

struct error situation_blocks(
	struct context *ctx, struct arena *arena, const struct document **sheet)
{
	struct documents documents = { 0 };

	TRY(make(ctx, arena, &(struct document_ask){ 0 }, &documents));
	*sheet = &documents.rows[0];
	return ok();
}

struct error situation_text(struct context *ctx, struct arena *arena, const char **text)
{
	struct documents documents = { 0 };
	struct buffer out = { 0 };

	TRY(make(ctx, arena, &(struct document_ask){ 0 }, &documents));
	document_write_text(&documents, &out);
	*text = arena_text(arena, out.text);
	buffer_clear(&out);
	return ok();
}
