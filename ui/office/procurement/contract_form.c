/* SPDX-License-Identifier: MIT
 * The forms of a contract: a first one, a change of one, and the terms of one that is made. */
#include "ui/office/procurement/money_forms.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/phases/contract.h"
#include "src/phases/procurement.h"
#include "src/phases/standstill.h"
#include "src/phases/team.h"
#include "src/registers/organization.h"
#include "ui/office/pick.h"
#include "ui/office/pick_code.h"
#include "ui/toolkit/dialog.h"

/* The same places in both forms of a new one. */
enum { CONTRACT_DAY = SUM_OWN, CONTRACT_EXCEPTION, CONTRACT_WHY, CONTRACT_PARTY };
/* Where the kind of licence stands in those, and where in the form of the terms alone. */
enum { NEW_LICENCE = CONTRACT_PARTY + 7, TERMS_LICENCE = 5 };

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

static void pick_licence(struct ui *ui, struct form *form, size_t field)
{
	pick_code(ui, form, field, WORDS_LICENCE_KIND);
}

/* clang-format off */
#define SUM_FIELDS \
	[SUM_NET] = { .name = "net", .hint = N_("Without VAT, such as 250 000 or 250 000,50.") }, \
	[SUM_VAT] = { .name = "vat", .required = true }, \
	[SUM_GROSS] = { .name = "gross", .kind = FORM_OUTPUT, .output = money_show_gross }, \
	[SUM_LEFT] = { .name = "left", .label = N_("The budget has left"), .kind = FORM_OUTPUT, \
		.output = money_show_left }, \
	[CONTRACT_DAY] = { .name = "date", .hint = N_("The day it was made.") }, \
	[CONTRACT_EXCEPTION] = { .name = "exception", .kind = FORM_PICK, .pick = pick_exception, \
		.hint = N_("Only for a contract before its time; somebody else then approves it.") }, \
	[CONTRACT_WHY] = { .name = "exception_reason", .label = N_("Why the exception"), .lines = 1 }
#define TERM_FIELDS \
	{ .name = "signatories", .lines = 2, .hint = N_("A line each: name, title.") }, \
	{ .name = "milestones", .lines = 3, \
		.hint = N_("A line each: 13.2.2020; 60 000; what for. Together the price.") }, \
	{ .name = "term_from" }, \
	{ .name = "term_until" }, \
	{ .name = "contract_options", .lines = 1, \
		.hint = N_("Work or time that may be added without a new contract.") }, \
	{ .name = "licence_kind", .kind = FORM_PICK, .pick = pick_licence, .hint = N_("Which municipalities may use the solution.") }, \
	{ .name = "licence", .lines = 2, \
		.hint = N_("Who may use the solution, and at what cost.") }, \
	{ .name = "rights", .lines = 1, .hint = N_("Whose the results and their rights are.") }, \
	{ .name = "liability", .lines = 1 }, \
	{ .name = "price_basis", .lines = 1, \
		.hint = N_("Fixed or by the hour, and to which index it is tied.") }, \
	{ .name = "subcontracting", .lines = 1, \
		.hint = N_("Such as 20 %, and to whom; empty: not known.") }, \
	{ .name = "case_number" }
#define UNCHECKED_FIELD \
	{ .name = "unchecked", .lines = 1, \
		.hint = N_("Only if a check of the supplier is missing (y on the list of winners).") }

static const struct form_field contract_fields[] = {
	SUM_FIELDS,
	[CONTRACT_PARTY] = { .name = "party", .kind = FORM_PICK, .pick = pick_organization,
		.hint = N_("An organization with a business ID; a team is no legal person.") },
	{ .name = "party_persons", .lines = 2,
		.hint = N_("Instead of an organization; a line each: name, title.") },
	TERM_FIELDS,
	UNCHECKED_FIELD,
};

static const struct form_field change_fields[] = {
	SUM_FIELDS,
	{ .name = "change_ground", .required = true,
		.hint = N_("Why it needs no new procedure; what it comes to is told afterwards.") },
	{ .name = "change_reason", .lines = 2 },
	TERM_FIELDS,
	UNCHECKED_FIELD,
};

/* The sum of a contract stands; only these can be put right. */
static const struct form_field terms_fields[] = {
	TERM_FIELDS,
};
/* clang-format on */

/* The organization behind the team, as long as nobody chooses another. */
static struct error fill_party(
	struct context *ctx, struct arena *arena, struct form *form, int64_t team_id)
{
	struct organization o;
	struct team team;

	TRY(team_get(ctx, arena, team_id, &team));
	if (team.organization_id == 0)
		return ok();
	TRY(organization_get(ctx, arena, team.organization_id, &o));
	form_set_id(form, CONTRACT_PARTY, o.id, organization_name(&o));
	return ok();
}

static struct error fill_contract(struct context *ctx, struct form *form, void *arg)
{
	struct money_edit *edit = arg;
	struct arena arena = { 0 };
	struct budget budget;
	int64_t today = day_of_time(context_now(ctx)), vat = 0;

	TRY(budget_get(ctx, &budget));
	TRY(vat_general(today, &vat));
	edit->left = budget_left(&budget);
	form_fill_row(
		form, &(struct contract){ .vat = vat, .day = today, .change_ground = "clause" });
	struct error e = edit->changes != 0 ? ok() : fill_party(ctx, &arena, form, edit->team_id);
	arena_clear(&arena);
	return e;
}

static struct error save_contract(struct ui *ui, struct form *form, void *arg)
{
	struct money_edit *edit = arg;
	struct contract c = { .team_id = edit->team_id, .changes = edit->changes };
	struct arena arena = { 0 };

	TRY(form_read_row(form, &c));
	c.licence_kind = picked_code(form, NEW_LICENCE, WORDS_LICENCE_KIND);
	struct error e = read_exception(&arena, form, &c);
	if (e.code == E_OK)
		e = contract_add(ui->ctx, &c, &edit->id);
	arena_clear(&arena);
	return e;
}

static const struct form_def contract_def = { .title = NC_("title", "Contract"),
	.help = N_("A contract with a winner. Its sum does not change afterwards; more money is "
		   "another contract, which changes this one (M)."),
	.fields = contract_fields,
	.n = LEN(contract_fields),
	.fill = fill_contract,
	.save = save_contract,
	.record = &record_of_contract };

static const struct form_def change_def = { .title = NC_("title", "Change of a contract"),
	.help = N_("What is added to a contract is one of its own, with the same party, that leads "
		   "to the first. What both come to is held against the thresholds."),
	.fields = change_fields,
	.n = LEN(change_fields),
	.fill = fill_contract,
	.save = save_contract,
	.record = &record_of_contract };

static struct error fill_terms(struct context *ctx, struct form *form, void *arg)
{
	struct money_edit *edit = arg;
	struct arena arena = { 0 };
	struct contract c;
	struct error e = contract_get(ctx, &arena, edit->id, &c);

	if (e.code == E_OK) {
		edit->v = c.v;
		form_fill_row(form, &c);
		show_picked_code(form, TERMS_LICENCE, WORDS_LICENCE_KIND, c.licence_kind);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_terms(struct ui *ui, struct form *form, void *arg)
{
	const struct money_edit *edit = arg;
	struct contract c = { .id = edit->id, .v = edit->v };

	TRY(form_read_row(form, &c));
	c.licence_kind = picked_code(form, TERMS_LICENCE, WORDS_LICENCE_KIND);
	return contract_update(ui->ctx, &c);
}

static const struct form_def terms_def = { .title = NC_("title", "Contract"),
	.help = N_("The sum and the party of a contract do not change; its terms can be "
		   "corrected."),
	.fields = terms_fields,
	.n = LEN(terms_fields),
	.fill = fill_terms,
	.save = save_terms,
	.record = &record_of_contract };

bool contract_form(struct ui *ui, int64_t team_id, int64_t changes, int64_t *id)
{
	struct money_edit edit = { .team_id = team_id, .id = *id, .changes = changes };
	const struct form_def *def = *id != 0     ? &terms_def :
				     changes != 0 ? &change_def :
						    &contract_def;
	bool saved = form_run(ui, form_new(ui, def, &edit));

	if (saved)
		ui_say(ui, "%s", _("Saved."));
	*id = edit.id;
	return saved;
}
