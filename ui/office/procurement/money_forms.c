/* SPDX-License-Identifier: MIT
 * The forms of phase 6: a negotiation's next step, a payment. Net, VAT and gross stand
 * together, and what the budget or the contract still has. */
#include "ui/office/procurement/money_forms.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/phases/contract.h"
#include "src/phases/procurement.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"

/* "–" until net and VAT can be read. */
void money_show_gross(const struct form *form, char *out, size_t size)
{
	int64_t net, vat, gross;

	if (money_parse("net", form_get(form, SUM_NET), &net).code == E_OK &&
		vat_parse("vat", form_get(form, SUM_VAT), &vat).code == E_OK &&
		money_gross(net, vat, &gross).code == E_OK)
		money_text(gross, out, size);
	else
		snprintf(out, size, "–");
}

void money_show_left(const struct form *form, char *out, size_t size)
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

static const struct form_field payment_fields[] = {
	[SUM_NET] = { .name = "net", .hint = N_("Without VAT, such as 250 000 or 250 000,50.") },
	[SUM_VAT] = { .name = "vat", .required = true },
	[SUM_GROSS] = { .name = "gross", .kind = FORM_OUTPUT, .output = money_show_gross },
	[SUM_LEFT] = { .name = "left",
		.label = N_("The contract has left"),
		.kind = FORM_OUTPUT,
		.output = money_show_left },
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
