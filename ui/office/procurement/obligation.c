/* SPDX-License-Identifier: MIT
 * One contract or payment: its page, and what can be done with it. */
#include "ui/office/procurement/obligation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/phases/contract_terms.h"
#include "ui/office/act_keys.h"
#include "ui/office/ask.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/desk/second.h"
#include "ui/office/place.h"
#include "ui/office/procurement/money_forms.h"
#include "ui/office/record.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

/* Either a contract or a payment of one. */
struct entry {
	int64_t contract_id, payment_id; /* payment 0: the contract itself */
	int64_t team_id, net, vat, left; /* left: of the contract */
	int64_t first;                   /* the contract that it changes; 0: none */
	const char *code, *state, *contract_state;
};

static struct error read_entry(
	struct context *ctx, struct arena *arena, int64_t id, struct entry *entry)
{
	struct contract c;
	struct payment p = { .contract_id = -id };

	*entry = (struct entry){ .payment_id = id > 0 ? id : 0 };
	if (id > 0)
		TRY(payment_get(ctx, arena, id, &p));
	TRY(contract_get(ctx, arena, p.contract_id, &c));
	entry->contract_id = c.id;
	entry->team_id = c.team_id;
	entry->first = c.changes;
	entry->contract_state = c.state;
	entry->left = contract_left(&c);
	entry->code = id > 0 ? p.code : c.code;
	entry->state = id > 0 ? p.state : c.state;
	entry->net = id > 0 ? p.net : c.net;
	entry->vat = id > 0 ? p.vat : c.vat;
	return ok();
}

static void add_day(struct page *page, const char *label, int64_t day)
{
	char text[40];

	if (day == 0)
		return;
	text_day(day, text, sizeof(text));
	page_field(page, label, text);
}

static void add_money(struct page *page, const char *label, int64_t cents)
{
	char text[60];

	money_text(cents, text, sizeof(text));
	page_field(page, label, text);
}

static void add_sums(struct page *page, int64_t net, int64_t vat)
{
	char percent[24], tax[60];
	int64_t gross = 0;

	if (money_gross(net, vat, &gross).code != E_OK)
		return;
	vat_text(vat, percent, sizeof(percent));
	money_text(gross - net, tax, sizeof(tax));
	add_money(page, text_word(WORDS_FIELD, "net"), net);
	page_printf(page, C_("label", "VAT"), "%s, %s", percent, tax);
	add_money(page, text_word(WORDS_FIELD, "gross"), gross);
}

static void add_payments_sums(struct page *page, const struct contract *c)
{
	page_gap(page);
	add_money(page, C_("payments", "Paid"), c->paid);
	if (c->approved > 0)
		add_money(page, C_("payments", "Approved"), c->approved);
	if (c->planned > 0)
		add_money(page, C_("payments", "Planned"), c->planned);
	if (contract_state_of(c->state) == CONTRACT_STATE_ACTIVE)
		add_money(page, C_("payments", "Not planned yet"), contract_left(c));
}

static struct error add_party(
	struct context *ctx, struct arena *arena, const struct contract *c, struct page *page)
{
	if (c->organization_id != 0)
		page_link(page, text_word(WORDS_FIELD, "party"), KIND_ORGANIZATION,
			c->organization_id, contract_party(arena, c));
	page_value(page, ctx, &record_of_contract, c, "persons");
	page_value(page, ctx, &record_of_contract, c, "signatories");
	if (c->changes != 0)
		page_link(page, text_word(WORDS_FIELD, "changes"), KIND_CONTRACT, c->changes,
			c->changes_code);
	page_value(page, ctx, &record_of_contract, c, "change_ground");
	page_value(page, ctx, &record_of_contract, c, "change_reason");
	page_value(page, ctx, &record_of_contract, c, "unchecked");
	return ok();
}

static struct error add_terms(
	struct context *ctx, struct arena *arena, const struct contract *c, struct page *page)
{
	struct contract_milestones milestones;

	page_value(page, ctx, &record_of_contract, c, "term_from");
	page_value(page, ctx, &record_of_contract, c, "term_until");
	page_value(page, ctx, &record_of_contract, c, "options");
	page_value(page, ctx, &record_of_contract, c, "licence_kind");
	page_value(page, ctx, &record_of_contract, c, "licence");
	page_value(page, ctx, &record_of_contract, c, "rights");
	page_value(page, ctx, &record_of_contract, c, "liability");
	page_value(page, ctx, &record_of_contract, c, "price_basis");
	page_value(page, ctx, &record_of_contract, c, "subcontracting");
	TRY(contract_milestones(ctx, arena, c->id, &milestones));
	if (milestones.n > 0)
		page_heading(page, text_word(WORDS_FIELD, "milestones"));
	for (size_t i = 0; i < milestones.n; i++) {
		char day[40], net[60];

		text_day(milestones.rows[i].due, day, sizeof(day));
		money_text(milestones.rows[i].net, net, sizeof(net));
		page_printf(page, day, "%s  %s", net, milestones.rows[i].text);
	}
	return ok();
}

static struct error add_change(
	struct context *ctx, struct arena *arena, const struct contract *c, struct page *page)
{
	struct contract_change change;

	TRY(contract_change_get(ctx, arena, c, &change));
	const char *words = contract_change_words(arena, &change);
	if (*words != '\0')
		page_text(page, words);
	return ok();
}

static struct error contract_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *title, size_t size)
{
	struct contract c;

	TRY(contract_get(ctx, arena, id, &c));
	snprintf(title, size, "%s", c.code);
	page_styled(
		page, c.code, STYLE_TITLE, arena_printf(arena, "%s %s", c.team_code, c.team_name));
	page_leads_to(page, KIND_TEAM, c.team_id);
	page_value(page, ctx, &record_of_contract, &c, "state");
	page_value(page, ctx, &record_of_contract, &c, "date");
	TRY(add_party(ctx, arena, &c, page));
	add_sums(page, c.net, c.vat);
	page_value(page, ctx, &record_of_contract, &c, "case_number");
	add_day(page, C_("label", "Closed"), c.closed);
	page_value(page, ctx, &record_of_contract, &c, "reason");
	add_payments_sums(page, &c);
	TRY(add_change(ctx, arena, &c, page));
	TRY(add_terms(ctx, arena, &c, page));
	return page_notes(ctx, arena, c.code, page);
}

static struct error payment_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *title, size_t size)
{
	struct payment p;
	char due[80] = "", approved[80];

	TRY(payment_get(ctx, arena, id, &p));
	bool open = payment_state_of(p.state) == PAYMENT_STATE_PLANNED ||
		    payment_state_of(p.state) == PAYMENT_STATE_APPROVED;
	snprintf(title, size, "%s", p.code);
	page_styled(page, p.code, STYLE_TITLE,
		*p.text != '\0' ? p.text : text_word(WORDS_FIELD, "payment"));
	page_printf(
		page, text_word(WORDS_FIELD, "contract"), "%s (%s)", p.contract_code, p.team_code);
	page_leads_to(page, KIND_CONTRACT, p.contract_id);
	page_value(page, ctx, &record_of_payment, &p, "state");
	add_sums(page, p.net, p.vat);
	if (p.due != 0 && open)
		text_due(p.due, day_of_time(context_now(ctx)), due, sizeof(due));
	else if (p.due != 0)
		text_day(p.due, due, sizeof(due));
	page_field(page, text_word(WORDS_FIELD, "due_day"), due);
	if (p.approved != 0) {
		text_time(p.approved, approved, sizeof(approved));
		page_printf(page, C_("label", "Approved"), "%s, %s", approved, p.approved_by);
	}
	page_value(page, ctx, &record_of_payment, &p, "paid");
	add_day(page, C_("label", "Cancelled"), p.cancelled);
	page_value(page, ctx, &record_of_payment, &p, "reason");
	return page_notes(ctx, arena, p.code, page);
}

struct error entry_page(struct context *ctx, struct arena *arena, int64_t entry, struct page *page,
	char *title, size_t size)
{
	return entry < 0 ? contract_page(ctx, arena, -entry, page, title, size) :
			   payment_page(ctx, arena, entry, page, title, size);
}

static const char empty[] = N_("There is nothing to act on: the list is empty.");

/* What stands in the way of an act on the selected entry. */
typedef const char *(*entry_obstacle)(const struct entry *entry);

static const char *obstacle(const struct screen *screen, entry_obstacle what)
{
	struct arena arena = { 0 };
	struct entry entry;
	int64_t id = screen_selected(screen);
	const char *why = id == 0 || read_entry(screen->ui->ctx, &arena, id, &entry).code != E_OK ?
				  empty :
				  what(&entry);

	arena_clear(&arena);
	return why;
}

static const char *no_payment(const struct entry *e)
{
	if (contract_state_of(e->contract_state) != CONTRACT_STATE_ACTIVE)
		return N_("The contract is no longer in force.");
	return e->left > 0 ? NULL : N_("The payments already come to the contract's whole sum.");
}

static const char *no_change(const struct entry *e)
{
	bool contract = e->payment_id == 0;

	return strcmp(e->state, contract ? "active" : "planned") == 0 ?
		       NULL :
		       N_("Only a contract in force or a planned payment can be changed; what "
			  "was approved stays.");
}

static const char *cannot_pay_more(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return obstacle(screen, no_payment);
}

static const char *cannot_change(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return obstacle(screen, no_change);
}

/* Reads the selected entry for an act; false, with the error shown, if that fails. */
static bool selected_entry(
	struct ui *ui, struct screen *screen, struct arena *arena, struct entry *entry)
{
	struct error e = read_entry(ui->ctx, arena, screen_selected(screen), entry);

	ui_complain(ui, e);
	return e.code == E_OK;
}

static void on_payment(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct entry entry;
	int64_t id = 0;

	/* On an entry's own page there is nothing to select. */
	if (selected_entry(ui, screen, &arena, &entry) &&
		payment_form(ui, entry.contract_id, &id) && screen->ops->shared != NULL)
		list_expect(screen, id);
	arena_clear(&arena);
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct entry entry;

	if (selected_entry(ui, screen, &arena, &entry)) {
		if (entry.payment_id == 0)
			contract_form(ui, entry.team_id, 0, &entry.contract_id);
		else
			payment_form(ui, entry.contract_id, &entry.payment_id);
	}
	arena_clear(&arena);
}

void entry_tell_findings(struct ui *ui, int64_t contract_id)
{
	struct arena arena = { 0 };
	struct contract_change change;
	struct contract c;
	const char *uninvited = "", *found = "";
	struct error e = contract_get(ui->ctx, &arena, contract_id, &c);

	if (e.code == E_OK && c.changes != 0 &&
		(e = contract_change_get(ui->ctx, &arena, &c, &change)).code == E_OK)
		found = contract_change_words(&arena, &change);
	if (e.code == E_OK)
		e = contract_uninvited(ui->ctx, &arena, c.team_id, &uninvited);
	ui_complain(ui, e);
	if (*found != '\0')
		ui_tell(ui, C_("title", "What the change comes to"), found);
	if (*uninvited != '\0')
		ui_tell(ui, C_("title", "All winners are invited"), uninvited);
	arena_clear(&arena);
}

static const char *no_first(const struct entry *e)
{
	return contract_state_of(e->contract_state) == CONTRACT_STATE_ACTIVE ?
		       NULL :
		       N_("Only a contract in force is changed.");
}

static const char *cannot_amend(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return obstacle(screen, no_first);
}

static void on_amend(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct entry entry;
	int64_t id = 0;

	if (selected_entry(ui, screen, &arena, &entry) &&
		contract_form(ui, entry.team_id, entry.first == 0 ? entry.contract_id : entry.first,
			&id)) {
		if (screen->ops->shared != NULL)
			list_expect(screen, -id);
		entry_tell_findings(ui, id);
	}
	arena_clear(&arena);
}

static int64_t payment_of(const struct screen *screen, int64_t entry)
{
	(void)screen;
	return entry > 0 ? entry : 0;
}

static int64_t contract_of(const struct screen *screen, int64_t entry)
{
	(void)screen;
	return entry < 0 ? -entry : 0;
}

static const struct act *cancelling(int64_t entry)
{
	return entry < 0 ? &contract_act_rows[CONTRACT_CANCEL] : &payment_act_rows[PAYMENT_CANCEL];
}

static const char *cannot_cancel(const struct screen *screen, const struct context *ctx)
{
	int64_t entry = screen_selected(screen);
	const char *why = empty;

	(void)ctx;
	if (entry != 0)
		ui_complain(screen->ui, act_blocked(screen->ui->ctx, cancelling(entry),
						entry < 0 ? -entry : entry, &why));
	return why;
}

static void on_cancel(struct ui *ui, struct screen *screen)
{
	int64_t entry = screen_selected(screen);

	do_act(ui, cancelling(entry), entry < 0 ? -entry : entry);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct entry entry;

	if (selected_entry(ui, screen, &arena, &entry))
		note_form(ui, entry.code);
	arena_clear(&arena);
}

static void on_log(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct entry entry;

	if (selected_entry(ui, screen, &arena, &entry))
		place_open_at(ui, PLACE_LOG, &(struct target){ .text = entry.code });
	arena_clear(&arena);
}

const struct command entry_commands[ENTRY_COMMANDS] = {
	{ .keys = { 'r' },
		.action = ACT_MONEY,
		.label = NC_("command", "new payment"),
		.help = N_("Plan a payment of the selected contract"),
		.blocked = cannot_pay_more,
		.run = on_payment },
	OBLIGATION_ACTS(payment_of),
	{ .keys = { K_EDIT },
		.action = ACT_MONEY,
		.label = NC_("command", "edit"),
		.help = N_("Correct the selected contract's terms, or a planned payment"),
		.blocked = cannot_change,
		.run = on_edit },
	{ .keys = { K_CORRECT },
		.action = ACT_MONEY,
		.label = NC_("command", "change it"),
		.help = N_(
			"Change the selected contract by another one with the same party, and see "
			"what both come to"),
		.blocked = cannot_amend,
		.run = on_amend },
	{ .keys = { K_CALL_OFF },
		.action = ACT_MONEY,
		.label = NC_("command", "cancel it"),
		.help = N_("Cancel the selected contract or payment, with a reason"),
		.blocked = cannot_cancel,
		.run = on_cancel },
	OBLIGATION_ENDING(contract_of),
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact about the selected contract or payment"),
		.blocked = needs_record,
		.run = on_note },
	{ .keys = { 'l' },
		.action = ACT_READ_LOG,
		.label = NC_("command", "log"),
		.help = N_("What was done with it, by whom and when"),
		.blocked = needs_record,
		.run = on_log },
};
