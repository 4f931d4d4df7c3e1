/* SPDX-License-Identifier: MIT
 * What waits for a second person, and the questions around it: one key confirms, another turns
 * down. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/roof/lookup.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/phases/standstill.h"
#include "src/phases/submission.h"
#include "ui/office/ask.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("number", 4, 0, -1) },
	{ NC_("column", "What"), 30, 2, ALIGN_LEFT, -1 },
	{ LIST_FIELD("proposed_by", 16, 1, -1) },
	{ LIST_FIELD("state", 11, 0, -1) },
	{ LIST_FIELD("reason", 8, 2, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return second_ids(ctx, NULL, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct second_act a;

	(void)screen;
	TRY(second_get(ctx, arena, id, &a));
	cells[0] = cell_number(a.number);
	cells[1] = cell_text(second_sentence(arena, &a));
	cells[2] = cell_text(a.proposed_by);
	cells[3] = cell_code(WORDS_SECOND_STATE, a.state);
	cells[4] = cell_text(a.reason);
	look->style =
		second_state_of(a.state) == SECOND_STATE_WAITING ? STYLE_HEADING : STYLE_QUIET;
	return ok();
}

static const char *ground_words(struct arena *arena, const struct second_act *a)
{
	struct exception exception;

	if (*a->ground == '\0')
		return "";
	if (strcmp(a->kind, "admit") == 0)
		return text_word(WORDS_LATE_GROUND, a->ground);
	return exception_find(arena, a->ground, &exception).code == E_OK ? exception.name :
									   a->ground;
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct second_act a;
	char when[80];

	TRY(second_get(ctx, arena, id, &a));
	snprintf(name, size, "%s", a.object);
	page_styled(page, a.object, STYLE_TITLE, second_sentence(arena, &a));
	page_value(page, ctx, &record_of_second_act, &a, "state");
	text_time(a.proposed, when, sizeof(when));
	page_printf(page, C_("label", "Proposed"), "%s, %s", a.proposed_by, when);
	page_field(page, C_("label", "Ground"), ground_words(arena, &a));
	page_value(page, ctx, &record_of_second_act, &a, "reason");
	if (a.decided == 0)
		return ok();
	text_time(a.decided, when, sizeof(when));
	page_printf(page, C_("label", "Decided"), "%s, %s", a.decided_by, when);
	page_value(page, ctx, &record_of_second_act, &a, "answer");
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	char name[40];

	(void)screen;
	return fill_page(ctx, arena, id, page, name, sizeof(name));
}

/* The record itself, which one wants to see before one confirms. */
static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	struct arena arena = { 0 };
	struct second_act a;
	struct found found;
	struct error e = second_get(ui->ctx, &arena, id, &a);

	(void)screen;
	if (e.code == E_OK)
		e = lookup_code(ui->ctx, &arena, a.object, &found);
	if (e.code == E_OK)
		record_open(ui, found.kind, found.id);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_second_act,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("Nothing waits for a second person."),
	.file = "second-person",
};

static int64_t number_of(struct ui *ui, int64_t id)
{
	struct arena arena = { 0 };
	struct second_act a = { .number = 0 };
	struct error e = second_get(ui->ctx, &arena, id, &a);
	int64_t number = a.number;

	arena_clear(&arena);
	ui_complain(ui, e);
	return e.code == E_OK ? number : 0;
}

static const char *cannot_confirm(const struct screen *screen, const struct context *ctx)
{
	struct context *reader = screen->ui->ctx;
	struct arena arena = { 0 };
	struct second_act a;
	int64_t id = screen_selected(screen);
	const char *why = id == 0 ? N_("There is nothing to act on: the list is empty.") : NULL;

	if (id != 0 && second_get(reader, &arena, id, &a).code == E_OK)
		why = second_blocked(ctx, &a);
	arena_clear(&arena);
	return why;
}

static const char *cannot_refuse(const struct screen *screen, const struct context *ctx)
{
	struct context *reader = screen->ui->ctx;
	struct arena arena = { 0 };
	struct second_act a;
	int64_t id = screen_selected(screen);
	const char *why = id == 0 ? N_("There is nothing to act on: the list is empty.") : NULL;

	(void)ctx;
	if (id != 0 && second_get(reader, &arena, id, &a).code == E_OK &&
		second_state_of(a.state) != SECOND_STATE_WAITING)
		why = N_("It waits no longer: somebody has confirmed it or turned it down.");
	arena_clear(&arena);
	return why;
}

static void on_confirm(struct ui *ui, struct screen *screen)
{
	int64_t number = number_of(ui, screen_selected(screen));

	if (number != 0)
		ui_report(ui, second_confirm(ui->ctx, number), _("Confirmed and done."));
}

static void on_refuse(struct ui *ui, struct screen *screen)
{
	int64_t number = number_of(ui, screen_selected(screen));
	char *why = number == 0 ? NULL :
				  ask_reason(ui, _("Turn it down"),
					  _("Why? Whoever proposed it reads this reason."));

	if (why != NULL)
		ui_report(ui, second_refuse(ui->ctx, number, why), _("Turned down."));
	free(why);
}

/* By hand: the limit in force is no record that is read as a whole, only an amount. */
enum { LIMIT_CENTS, LIMIT_REASON };

static const struct form_field limit_fields[] = {
	[LIMIT_CENTS] = { .name = "limit",
		.kind = FORM_LINE,
		.max = 40,
		.required = true,
		.hint = N_("A payment above it, without VAT, needs a second person.") },
	[LIMIT_REASON] = { .name = "reason",
		.kind = FORM_LINES,
		.lines = 3,
		.max = 4000,
		.required = true },
};

static struct error fill_limit(struct context *ctx, struct form *form, void *arg)
{
	int64_t cents;
	char text[60];

	(void)arg;
	TRY(second_limit(ctx, &cents));
	money_field(cents, text, sizeof(text));
	form_set(form, LIMIT_CENTS, text);
	return ok();
}

static struct error save_limit(struct ui *ui, struct form *form, void *arg)
{
	int64_t cents;

	(void)arg;
	TRY(money_parse("limit", form_get(form, LIMIT_CENTS), &cents));
	return second_limit_set(ui->ctx, cents, form_get(form, LIMIT_REASON));
}

static const struct form_def limit_def = { .title = NC_("title", "Limit of payments"),
	.help = N_("From which sum on nobody approves alone a payment that they planned."),
	.fields = limit_fields,
	.n = LEN(limit_fields),
	.fill = fill_limit,
	.save = save_limit };

static void on_limit(struct ui *ui, struct screen *screen)
{
	(void)screen;
	if (form_run(ui, form_new(ui, &limit_def, NULL)))
		ui_say(ui, "%s", _("Saved."));
}

static const struct command commands[] = {
	{ .keys = { 'y' },
		.action = ACT_READ,
		.label = NC_("command", "confirm"),
		.help = N_("Confirm it in your own name; then it is done"),
		.blocked = cannot_confirm,
		.run = on_confirm },
	{ .keys = { K_CALL_OFF },
		.action = ACT_READ,
		.label = NC_("command", "turn down"),
		.help = N_("Turn it down, with a reason"),
		.blocked = cannot_refuse,
		.run = on_refuse },
	{ .keys = { K_RESTRICT },
		.action = ACT_ACCOUNT,
		.label = NC_("command", "limit"),
		.help = N_("Set above which sum a payment needs a second person"),
		.run = on_limit },
};

const struct place_row confirms_place = {
	.title = NC_("title", "Waiting for a second person"),
	.help = N_(
		"Acts that nobody settles alone: a late application or solution that one recorded "
		"oneself, a contract before its time, a large payment. Another account of the "
		"office confirms them."),
	.go = true,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_SECOND | CHANGED_MONEY | CHANGED_SUBMISSIONS,
	.list = &source,
};
