/* SPDX-License-Identifier: MIT
 * The forms of phase 6: a negotiation's next step, a contract, a payment. Net, VAT and gross stand
 * together, and what the budget or the contract still has. */
#include "ui/office/procurement/money_forms.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/phases/contract.h"
#include "src/phases/procurement.h"
#include "src/phases/standstill.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"

/* What a form is about, and what its outputs show. */
struct money_edit {
	int64_t team_id, contract_id, id, v;
	int64_t left; /* of the budget or of the contract, with the record's own sum */
};

enum { SUM_NET, SUM_VAT, SUM_GROSS, SUM_LEFT, SUM_OWN }; /* the first fields of both forms */

/* "–" until net and VAT can be read. */
static void show_gross(const struct form *form, char *out, size_t size)
{
	int64_t net, vat, gross;

	if (money_parse("net", form_get(form, SUM_NET), &net).code == E_OK &&
		vat_parse("vat", form_get(form, SUM_VAT), &vat).code == E_OK &&
		money_gross(net, vat, &gross).code == E_OK)
		money_text(gross, out, size);
	else
		snprintf(out, size, "–");
}

static void show_left(const struct form *form, char *out, size_t size)
{
	const struct money_edit *edit = form_arg(form);
	int64_t net = 0;
	char left[60], after[60];

	money_text(edit->left, left, sizeof(left));
	if (money_parse("net", form_get(form, SUM_NET), &net).code != E_OK) {
		snprintf(out, size, "%s", left);
		return;
	}
	money_text(edit->left - net, after, sizeof(after));
	/* TRANSLATORS: amounts of money: what is left now, and after this. */
	snprintf(out, size, _("%s, after this %s"), left, after);
}

static const struct form_field step_fields[] = {
	{ .name = "next_step" },
	{ .name = "due",
		.label = N_("Due"),
		.hint = N_("The day it is to be done by; it comes to the desk a week before.") },
	{ .name = "estimate",
		.hint = N_("Without VAT, with options and all phases; compared with the "
			   "thresholds.") },
	{ .name = "procedure",
		.label = N_("Procedure and ground"),
		.lines = 4,
		.hint = N_("Such as a direct award after the design contest, and why.") },
};

static struct error fill_step(struct context *ctx, struct form *form, void *arg)
{
	struct money_edit *edit = arg;
	struct arena arena = { 0 };
	struct negotiation n;
	struct error e = negotiation_get(ctx, &arena, edit->team_id, &n);

	if (e.code == E_OK) {
		edit->v = n.v;
		form_fill_row(form, &n);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_step(struct ui *ui, struct form *form, void *arg)
{
	const struct money_edit *edit = arg;
	struct negotiation n = { .team_id = edit->team_id, .v = edit->v, .estimate = -1 };

	TRY(form_read_row(form, &n));
	return negotiation_edit(ui->ctx, &n);
}

static const struct form_def step_def = { .title = NC_("title", "Negotiation"),
	.help = N_("What is to happen next in the talks, and what they are about."),
	.fields = step_fields,
	.n = LEN(step_fields),
	.fill = fill_step,
	.save = save_step,
	.record = &record_of_negotiation };

static bool run(struct ui *ui, const struct form_def *def, struct money_edit *edit)
{
	bool saved = form_run(ui, form_new(ui, def, edit));

	if (saved)
		ui_say(ui, "%s", _("Saved."));
	return saved;
}

bool negotiation_form(struct ui *ui, int64_t team_id)
{
	struct money_edit edit = { .team_id = team_id };

	return run(ui, &step_def, &edit);
}

enum {
	CONTRACT_DAY = SUM_OWN,
	CONTRACT_CASE,
	CONTRACT_LICENCE,
	CONTRACT_EXCEPTION,
	CONTRACT_WHY,
};

/* Kept in the form as its place in the list, from 1; 0 is none. */
static void pick_exception(struct ui *ui, struct form *form, size_t field)
{
	struct arena arena = { 0 };
	struct exceptions list;

	if (exception_list(&arena, &list).code == E_OK) {
		const char **names = arena_alloc(&arena, (list.n + 1) * sizeof(*names));

		names[0] = C_("exception", "none");
		for (size_t i = 0; i < list.n; i++)
			names[i + 1] = *list.rows[i].source == '\0' ?
					       list.rows[i].name :
					       arena_printf(&arena, "%s (%s)", list.rows[i].name,
						       list.rows[i].source);
		int chosen = ui_choose(ui, _("By which exception before its time?"), names,
			(int)list.n + 1, (int)form_id(form, field));
		if (chosen >= 0)
			form_set_id(
				form, field, chosen, chosen == 0 ? "" : list.rows[chosen - 1].name);
	}
	arena_clear(&arena);
}

static struct error read_exception(struct arena *arena, const struct form *form, struct contract *c)
{
	int64_t chosen = form_id(form, CONTRACT_EXCEPTION);
	struct exceptions list;

	TRY(exception_list(arena, &list));
	c->exception = chosen > 0 && (size_t)chosen <= list.n ? list.rows[chosen - 1].code : "";
	return ok();
}

static const struct form_field contract_fields[] = {
	[SUM_NET] = { .name = "net", .hint = N_("Without VAT, such as 250 000 or 250 000,50.") },
	[SUM_VAT] = { .name = "vat", .required = true },
	[SUM_GROSS] = { .name = "gross", .kind = FORM_OUTPUT, .output = show_gross },
	[SUM_LEFT] = { .name = "left",
		.label = N_("The budget has left"),
		.kind = FORM_OUTPUT,
		.output = show_left },
	[CONTRACT_DAY] = { .name = "date", .hint = N_("The day it was made.") },
	[CONTRACT_CASE] = { .name = "case_number" },
	[CONTRACT_LICENCE] = { .name = "licence",
		.lines = 4,
		.hint = N_("Who may use the solution, and at what cost.") },
	[CONTRACT_EXCEPTION] = { .name = "exception",
		.kind = FORM_PICK,
		.pick = pick_exception,
		.hint = N_(
			"Only for a contract before its time; somebody else then approves it.") },
	[CONTRACT_WHY] = { .name = "exception_reason",
		.label = N_("Why the exception"),
		.lines = 1 },
};

static struct error fill_contract(struct context *ctx, struct form *form, void *arg)
{
	struct money_edit *edit = arg;
	struct budget budget;
	int64_t today = day_of_time(context_now(ctx)), vat = 0;

	TRY(budget_get(ctx, &budget));
	TRY(vat_general(today, &vat));
	edit->left = budget_left(&budget);
	form_fill_row(form, &(struct contract){ .vat = vat, .day = today });
	return ok();
}

static struct error save_contract(struct ui *ui, struct form *form, void *arg)
{
	struct money_edit *edit = arg;
	struct contract c = { .team_id = edit->team_id };
	struct arena arena = { 0 };

	TRY(form_read_row(form, &c));
	struct error e = read_exception(&arena, form, &c);
	if (e.code == E_OK)
		e = contract_add(ui->ctx, &c, &edit->id);
	arena_clear(&arena);
	return e;
}

static const struct form_def contract_def = { .title = NC_("title", "Contract"),
	.help = N_("A contract with a winner. Its sum does not change afterwards; more money is "
		   "another "
		   "contract."),
	.fields = contract_fields,
	.n = LEN(contract_fields),
	.fill = fill_contract,
	.save = save_contract,
	.record = &record_of_contract };

/* The sum of a contract stands; only these can be put right. */
static const struct form_field terms_fields[] = {
	{ .name = "case_number" },
	{ .name = "licence",
		.lines = 6,
		.hint = N_("Who may use the solution, and at what cost.") },
};

static struct error fill_terms(struct context *ctx, struct form *form, void *arg)
{
	struct money_edit *edit = arg;
	struct arena arena = { 0 };
	struct contract c;
	struct error e = contract_get(ctx, &arena, edit->id, &c);

	if (e.code == E_OK) {
		edit->v = c.v;
		form_fill_row(form, &c);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_terms(struct ui *ui, struct form *form, void *arg)
{
	const struct money_edit *edit = arg;
	struct contract c = { .id = edit->id, .v = edit->v };

	TRY(form_read_row(form, &c));
	return contract_update(ui->ctx, &c);
}

static const struct form_def terms_def = { .title = NC_("title", "Contract"),
	.help = N_("The sum of a contract does not change; its case number and licence can be "
		   "corrected."),
	.fields = terms_fields,
	.n = LEN(terms_fields),
	.fill = fill_terms,
	.save = save_terms,
	.record = &record_of_contract };

bool contract_form(struct ui *ui, int64_t team_id, int64_t *id)
{
	struct money_edit edit = { .team_id = team_id, .id = *id };
	bool saved = run(ui, *id == 0 ? &contract_def : &terms_def, &edit);

	*id = edit.id;
	return saved;
}

static const struct form_field payment_fields[] = {
	[SUM_NET] = { .name = "net", .hint = N_("Without VAT, such as 250 000 or 250 000,50.") },
	[SUM_VAT] = { .name = "vat", .required = true },
	[SUM_GROSS] = { .name = "gross", .kind = FORM_OUTPUT, .output = show_gross },
	[SUM_LEFT] = { .name = "left",
		.label = N_("The contract has left"),
		.kind = FORM_OUTPUT,
		.output = show_left },
	{ .name = "due_day",
		.hint = N_("The day it is to be paid; it comes to the desk two weeks before.") },
	{ .name = "text", .label = N_("What for") },
};

static struct error read_payment(
	struct context *ctx, struct arena *arena, struct money_edit *edit, struct payment *p)
{
	struct contract c;

	TRY(contract_get(ctx, arena, edit->contract_id, &c));
	*p = (struct payment){ .vat = c.vat };
	if (edit->id != 0)
		TRY(payment_get(ctx, arena, edit->id, p));
	edit->v = p->v;
	edit->left = contract_left(&c) + p->net;
	return ok();
}

static struct error fill_payment(struct context *ctx, struct form *form, void *arg)
{
	struct arena arena = { 0 };
	struct payment p;
	struct error e = read_payment(ctx, &arena, arg, &p);

	if (e.code == E_OK) {
		form_fill_row(form, &p);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_payment(struct ui *ui, struct form *form, void *arg)
{
	struct money_edit *edit = arg;
	struct payment p = { .id = edit->id, .v = edit->v, .contract_id = edit->contract_id };

	TRY(form_read_row(form, &p));
	return edit->id == 0 ? payment_add(ui->ctx, &p, &edit->id) : payment_update(ui->ctx, &p);
}

static const struct form_def payment_def = { .title = NC_("title", "Payment"),
	.help = N_("A payment of a contract. It can be changed until it is approved."),
	.fields = payment_fields,
	.n = LEN(payment_fields),
	.fill = fill_payment,
	.save = save_payment,
	.record = &record_of_payment };

bool payment_form(struct ui *ui, int64_t contract_id, int64_t *id)
{
	struct money_edit edit = { .contract_id = contract_id, .id = *id };
	bool saved = run(ui, &payment_def, &edit);

	*id = edit.id;
	return saved;
}
