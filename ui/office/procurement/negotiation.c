/* SPDX-License-Identifier: MIT
 * One winner: the negotiation on top, its contracts and their payments below. */
#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/phases/challenge.h"
#include "src/phases/contract_terms.h"
#include "src/phases/standstill.h"
#include "src/phases/supplier.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/desk/second.h"
#include "ui/office/place.h"
#include "ui/office/procurement/money_forms.h"
#include "ui/office/procurement/negotiation_acts.h"
#include "ui/office/procurement/negotiation_page.h"
#include "ui/office/procurement/obligation.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

enum { LABEL = 17, VALUE = 19, HEAD_ROWS = 8, BAR = 24 };

/* Its commands are its own and those of the selected contract or payment. */
enum { OWN_COMMANDS = 7, FIRST_OF_ENTRY = 3 };

struct talks {
	struct list_screen list;
	struct screen_ops ops;
	struct command commands[OWN_COMMANDS + ENTRY_COMMANDS];
	int64_t team_id;
	struct arena arena;
	struct negotiation n;
	const char *challenge, *threshold, *standstill, *checks, *uninvited;
};

static struct talks *talks_of(const struct screen *screen)
{
	return (struct talks *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct talks *self = talks_of(screen);

	snprintf(out, size, "%s", self->n.team_code == NULL ? "" : self->n.team_code);
}

static const struct list_column columns[] = {
	{ NC_("column", "Code"), 6, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "What for"), 11, 3, ALIGN_LEFT, -1 },
	{ NC_("column", "Date"), 10, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "State"), 11, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Net"), 14, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Gross"), 14, 0, ALIGN_RIGHT, -1 },
};

static struct error add_entries(struct context *ctx, int64_t contract, struct id_list *list)
{
	struct id_list payments = { 0 };
	struct error e = payment_ids(ctx, contract, &payments);

	id_list_add(list, -contract);
	for (size_t i = 0; e.code == E_OK && i < payments.n; i++)
		id_list_add(list, payments.ids[i]);
	id_list_clear(&payments);
	return e;
}

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	struct id_list contracts = { 0 };
	struct error e = contract_ids(ctx, talks_of(screen)->team_id, &contracts);

	(void)sort;
	for (size_t i = 0; e.code == E_OK && i < contracts.n; i++)
		e = add_entries(ctx, contracts.ids[i], list);
	id_list_clear(&contracts);
	return e;
}

static void put_sums(int64_t net, int64_t vat, struct cell *cells)
{
	int64_t gross = 0;

	cells[4] = cell_money(net);
	if (money_gross(net, vat, &gross).code == E_OK)
		cells[5] = cell_money(gross);
}

static struct error contract_row(struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct contract c;

	TRY(contract_get(ctx, arena, id, &c));
	cells[0] = cell_text(c.code);
	cells[1] = *c.case_number != '\0' ? cell_text(c.case_number) :
					    cell_code(WORDS_FIELD, "contract");
	cells[2] = cell_day(c.day);
	cells[3] = cell_code(WORDS_CONTRACT_STATE, c.state);
	put_sums(c.net, c.vat, cells);
	look->style =
		contract_state_of(c.state) == CONTRACT_STATE_ACTIVE ? STYLE_HEADING : STYLE_QUIET;
	return ok();
}

static struct error payment_row(struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct payment p;

	TRY(payment_get(ctx, arena, id, &p));
	bool open = payment_state_of(p.state) == PAYMENT_STATE_PLANNED ||
		    payment_state_of(p.state) == PAYMENT_STATE_APPROVED;
	cells[0] = cell_shown(cell_text(p.code), arena_printf(arena, " %s", p.code));
	cells[1] = *p.text != '\0' ? cell_text(p.text) : cell_code(WORDS_FIELD, "payment");
	cells[2] = cell_day(p.paid != 0 ? p.paid : p.cancelled != 0 ? p.cancelled : p.due);
	cells[3] = cell_code(WORDS_PAYMENT_STATE, p.state);
	put_sums(p.net, p.vat, cells);
	if (payment_state_of(p.state) == PAYMENT_STATE_PAID)
		look->style = STYLE_GOOD;
	else if (payment_state_of(p.state) == PAYMENT_STATE_CANCELLED)
		look->style = STYLE_QUIET;
	else if (open && p.due != 0 && p.due < day_of_time(context_now(ctx)))
		look->style = STYLE_ALERT;
	return ok();
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	(void)screen;
	return id < 0 ? contract_row(ctx, -id, arena, cells, look) :
			payment_row(ctx, id, arena, cells, look);
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	char name[80];

	(void)screen;
	return entry_page(ctx, arena, id, page, name, sizeof(name));
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	place_open(ui, PLACE_ENTRY, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("No contract yet. When the talks have begun (n), h records one; its payments "
		    "follow with "
		    "r."),
	.file = "payments",
};

static struct error load_checks(struct talks *self, struct context *ctx)
{
	struct supplier_standing standing;

	TRY(supplier_standing(
		ctx, &self->arena, self->team_id, day_of_time(context_now(ctx)), &standing));
	/* TRANSLATORS: how many of so many checks of a supplier hold today. */
	self->checks = arena_printf(&self->arena, _("checks %lu/%lu"),
		(unsigned long)standing.valid, (unsigned long)SUPPLIER_CHECKS);
	return ok();
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct talks *self = talks_of(screen);
	struct standstill standstill;
	struct challenge challenge;

	arena_clear(&self->arena);
	TRY(negotiation_get(ctx, &self->arena, self->team_id, &self->n));
	TRY(challenge_get(ctx, &self->arena, self->n.challenge_id, &challenge));
	self->challenge = challenge_title(&challenge, NULL);
	self->threshold = threshold_words(ctx, &self->arena, &self->n);
	TRY(standstill_get(ctx, &self->arena, self->team_id, &standstill));
	self->standstill = standstill_words(ctx, &self->arena, &standstill);
	TRY(contract_uninvited(ctx, &self->arena, self->team_id, &self->uninvited));
	TRY(load_checks(self, ctx));
	return list_load(screen, ctx);
}

static void paint_field(
	const struct canvas *body, int y, const char *label, enum style style, const char *text)
{
	canvas_text(body, y, 1, LABEL, STYLE_LABEL, ALIGN_LEFT, label);
	canvas_text(body, y, VALUE, body->area.w - VALUE - 1, style, ALIGN_LEFT, text);
}

static void paint_state(const struct talks *self, const struct canvas *body)
{
	char text[160], day[40];
	const char *state = text_word(WORDS_NEGOTIATION_STATE, self->n.state);

	snprintf(text, sizeof(text), "%s", state);
	if (self->n.started != 0) {
		text_day(self->n.started, day, sizeof(day));
		/* TRANSLATORS: the state of a negotiation, and the day it began. */
		snprintf(text, sizeof(text), _("%s, begun %s"), state, day);
	}
	paint_field(body, 1, C_("label", "Negotiation"), STYLE_HEADING, text);
}

static void paint_step(const struct talks *self, const struct canvas *body, int64_t today)
{
	const struct negotiation *n = &self->n;
	struct arena arena = { 0 };
	char due[80] = "";

	if (n->due != 0)
		text_due(n->due, today, due, sizeof(due));
	bool late = n->due != 0 && n->due < today &&
		    (negotiation_state_of(n->state) == NEGOTIATION_STATE_NEGOTIATING ||
			    negotiation_state_of(n->state) == NEGOTIATION_STATE_NOT_STARTED);
	const char *text =
		n->due == 0 ? n->next_step :
			      /* TRANSLATORS: what is to be done, and the day with how far it is. */
			      arena_printf(&arena, _("%s · by %s"), n->next_step, due);
	paint_field(body, 2, text_word(WORDS_FIELD, "next_step"), late ? STYLE_ALERT : STYLE_PLAIN,
		*text == '\0' ? "–" : text);
	arena_clear(&arena);
}

static void paint_money(const struct talks *self, const struct canvas *body)
{
	char committed[60], paid[60], text[200];

	money_text(self->n.committed, committed, sizeof(committed));
	money_text(self->n.paid, paid, sizeof(paid));
	/* TRANSLATORS: amounts of money: by contracts with the team, and paid of it. */
	snprintf(text, sizeof(text), _("%s, paid %s"), committed, paid);
	paint_field(body, 5, text_word(WORDS_FIELD, "committed"), STYLE_PLAIN, text);
	int x = VALUE + utf8_columns(text) + 2;
	if (self->n.committed > 0 && x + BAR < body->area.w)
		canvas_bar(body, 5, x, BAR, self->n.paid, self->n.committed);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct talks *self = talks_of(screen);
	const struct negotiation *n = &self->n;
	struct arena arena = { 0 };
	char estimate[60] = "–";

	if (n->state == NULL)
		return;
	int used = canvas_put(body, 0, 1, STYLE_TITLE, n->team_name);
	canvas_text(body, 0, used + 3, body->area.w - used - 4, STYLE_QUIET, ALIGN_LEFT,
		arena_printf(&arena, "%s %s", n->challenge_code, self->challenge));
	paint_state(self, body);
	paint_step(self, body, day_of_time(context_now(screen->ui->ctx)));
	if (n->estimate >= 0)
		money_text(n->estimate, estimate, sizeof(estimate));
	paint_field(body, 3, text_word(WORDS_FIELD, "estimate"),
		*self->threshold != '\0' ? STYLE_HEADING : STYLE_PLAIN,
		arena_printf(&arena, "%s%s%s", estimate, *self->threshold != '\0' ? ", " : "",
			self->threshold));
	paint_field(body, 4, C_("label", "Procedure"), STYLE_PLAIN,
		*n->procedure == '\0' ? "–" : n->procedure);
	paint_money(self, body);
	canvas_text(body, 6, 1, body->area.w - 2, STYLE_HEADING, ALIGN_LEFT,
		*self->uninvited != '\0' ?
			self->uninvited :
			arena_printf(&arena, "%s · %s", self->standstill, self->checks));
	canvas_rule(body, HEAD_ROWS - 1);
	list_paint(screen, body);
	arena_clear(&arena);
}

static const char *cannot_start(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return negotiation_cannot_start(screen->ui, talks_of(screen)->team_id);
}

static const char *cannot_end(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return negotiation_cannot_end(screen->ui, talks_of(screen)->team_id);
}

static const char *cannot_contract(const struct screen *screen, const struct context *ctx)
{
	const struct negotiation *n = &talks_of(screen)->n;

	(void)ctx;
	return n->state != NULL && negotiation_state_of(n->state) == NEGOTIATION_STATE_NEGOTIATING ?
		       NULL :
		       N_("A contract needs a negotiation in progress: start it first.");
}

static void on_start(struct ui *ui, struct screen *screen)
{
	negotiation_ask_start(ui, talks_of(screen)->team_id);
}

static void on_end(struct ui *ui, struct screen *screen)
{
	negotiation_ask_end(ui, talks_of(screen)->team_id);
}

static void on_step(struct ui *ui, struct screen *screen)
{
	negotiation_form(ui, talks_of(screen)->team_id);
}

static void on_contract(struct ui *ui, struct screen *screen)
{
	int64_t team = talks_of(screen)->team_id, id = 0;

	if (!contract_form(ui, team, 0, &id))
		return;
	list_expect(screen, -id);
	entry_tell_findings(ui, id);
	if (say_if_waiting(ui, SECOND_CONTRACT, id))
		return;
	if (ui_confirm(ui, _("The contract is recorded. Does the negotiation end with it?"),
		    C_("button", "It ends")))
		ui_report(ui, negotiation_end(ui->ctx, team, "contract", 0, ""),
			_("The negotiation has ended."));
}

static void on_checks(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_CHECKS, talks_of(screen)->team_id);
}

static void on_team_note(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	const char *code = arena_text(&arena, talks_of(screen)->n.team_code);

	note_form(ui, code);
	arena_clear(&arena);
}

static void on_notes(struct ui *ui, struct screen *screen)
{
	place_open_at(ui, PLACE_NOTES, &(struct target){ .text = talks_of(screen)->n.team_code });
}

/* The entry's own commands come from entry.c, so that its page has the same. */
static const struct command own_commands[OWN_COMMANDS] = {
	{ .keys = { K_NEW },
		.action = ACT_MONEY,
		.label = NC_("command", "begin talks"),
		.help = N_("Begin the negotiation"),
		.blocked = cannot_start,
		.run = on_start },
	{ .keys = { 'h' },
		.action = ACT_MONEY,
		.label = NC_("command", "contract"),
		.help = N_("Record a contract with the team"),
		.blocked = cannot_contract,
		.run = on_contract },
	{ .keys = { 'v' },
		.action = ACT_MONEY,
		.label = NC_("command", "next step"),
		.help = N_("Next step, estimated value and procedure of the negotiation"),
		.run = on_step },
	{ .keys = { 'd' },
		.action = ACT_MONEY,
		.label = NC_("command", "conclude"),
		.help = N_("End the negotiation, with a contract or without"),
		.blocked = cannot_end,
		.run = on_end },
	{ .keys = { 'y' },
		.action = ACT_COUNT,
		.label = NC_("command", "checks"),
		.help = N_("What has been looked into of the winner: a contract asks for it"),
		.run = on_checks },
	{ .keys = { 't' },
		.action = ACT_NOTE,
		.label = NC_("command", "team note"),
		.help = N_("Write down a contact with the team"),
		.run = on_team_note },
	{ .keys = { K_CONTACTS },
		.action = ACT_COUNT,
		.label = NC_("command", "contacts"),
		.help = N_("The contacts with the team"),
		.run = on_notes,
		.quiet = true },
};

static void on_close(struct screen *screen)
{
	arena_clear(&talks_of(screen)->arena);
	list_close(screen);
}

static const struct screen_ops ops = {
	.size = sizeof(struct talks),
	.title = title,
	.help = N_("The negotiation with a winner. It ends with a contract or without; a "
		   "contract's sum "
		   "never changes and never passes the budget. Payments are planned, approved in "
		   "one's own "
		   "name, and then marked as paid."),
	.shared = &marking_commands,
	.watches = CHANGED_MONEY | CHANGED_TEAMS | CHANGED_CHALLENGES | CHANGED_NOTES |
		   CHANGED_DECISIONS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = on_close,
	.phase = 6,
};

/* The most common first: those of payments, then the talks', then the rest. */
static void join_commands(struct talks *self)
{
	struct command *to = self->commands;

	memcpy(to, entry_commands, FIRST_OF_ENTRY * sizeof(*to));
	memcpy(to + FIRST_OF_ENTRY, own_commands, sizeof(own_commands));
	memcpy(to + FIRST_OF_ENTRY + OWN_COMMANDS, entry_commands + FIRST_OF_ENTRY,
		(ENTRY_COMMANDS - FIRST_OF_ENTRY) * sizeof(*to));
	self->ops = ops;
	self->ops.commands = (struct commands){ self->commands, LEN(self->commands) };
	self->list.base.ops = &self->ops;
}

static struct screen *open_negotiation(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);
	struct talks *self = talks_of(screen);

	self->team_id = to->id;
	list_init(&self->list, &source);
	self->list.list.top_rows = HEAD_ROWS;
	join_commands(self);
	return screen;
}

const struct place_row negotiation_place = {
	.shows = KIND_NEGOTIATION,
	.open = open_negotiation,
};
