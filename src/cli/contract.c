/* SPDX-License-Identifier: MIT
 * Contracts and their payments. */
#include "src/phases/contract_terms.h"

#include <string.h>

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/cli/confirm.h"
#include "src/cli/fields.h"
#include "src/ground/record.h"
#include "src/phases/procurement.h"
#include "src/phases/team.h"

/* Tenths of a percent. */
static struct cell cell_gross(int64_t net, int64_t vat)
{
	int64_t gross = 0;

	return money_gross(net, vat, &gross).code == E_OK ? cell_money(gross) : cell_null();
}

static struct error find_contract(struct cli *cli, struct contract *c)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(contract_find(&cli->ctx, cli->argv[0], &id));
	TRY(contract_get(&cli->ctx, &cli->arena, id, c));
	cli->subject = NULL;
	return ok();
}

/* Whom it is made with, and what it changes. */
static struct error find_party(struct cli *cli, struct contract *c)
{
	cli->subject = option(cli, "party");
	TRY(contract_party_find(
		&cli->ctx, c->team_id, option_text(cli, "party"), &c->organization_id));
	cli->subject = option(cli, "changes");
	if (cli->subject != NULL)
		TRY(contract_find(&cli->ctx, cli->subject, &c->changes));
	cli->subject = NULL;
	return ok();
}

/* On standard error, beside what was done: what the office ought to know of it. */
static struct error tell_findings(struct cli *cli, const struct contract *c)
{
	struct contract_change change;
	const char *uninvited;

	TRY(contract_change_get(&cli->ctx, &cli->arena, c, &change));
	if (c->changes != 0)
		fprintf(stderr, "%s: %s\n", c->code, contract_change_words(&cli->arena, &change));
	TRY(contract_uninvited(&cli->ctx, &cli->arena, c->team_id, &uninvited));
	if (*uninvited != '\0')
		fprintf(stderr, "%s: %s\n", c->code, uninvited);
	return ok();
}

static struct error run_contract_add(struct cli *cli)
{
	struct contract c = { .id = 0 };
	int64_t id, general;

	cli->subject = cli->argv[0];
	TRY(team_find(&cli->ctx, cli->argv[0], &c.team_id));
	cli->subject = NULL;
	record_blank(&record_of_contract, &c);
	TRY(cli_record_fields(cli, NULL, &c));
	TRY(find_party(cli, &c));
	if (c.day == 0)
		c.day = day_of_time(context_now(&cli->ctx));
	TRY(vat_general(c.day, &general));
	c.vat = option(cli, "vat") == NULL ? general : c.vat;
	TRY(contract_add_outright(&cli->ctx, &c, &id));
	TRY(contract_get(&cli->ctx, &cli->arena, id, &c));
	print_done(cli, "%s", c.code);
	TRY(tell_findings(cli, &c));
	return cli_tell_waiting(cli, SECOND_CONTRACT, id);
}

static const struct column contract_columns[] = {
	{ "code" },
	{ "team" },
	{ "name" },
	{ "net" },
	{ "vat" },
	{ "gross", N_("Gross"), CELL_MONEY },
	{ "date" },
	{ "state" },
	{ "paid" },
	{ "left", N_("Left for payments"), CELL_MONEY },
	{ "planned" },
	{ "approved" },
	{ "case_number" },
	{ "licence", N_("Licence and costs") },
	{ "closed", N_("Closed") },
	{ "reason", N_("Reason") },
	{ "exception" },
	{ "exception_reason" },
	{ "party", N_("Party"), CELL_TEXT },
	{ "business_id" },
	{ "persons" },
	{ "signatories" },
	{ "milestones", N_("Milestones"), CELL_ROWS },
	{ "term_from" },
	{ "term_until" },
	{ "options" },
	{ "licence_kind" },
	{ "rights" },
	{ "liability" },
	{ "price_basis" },
	{ "subcontracting" },
	{ "unchecked" },
	{ "changes" },
	{ "change_ground" },
	{ "change_reason" },
	{ "change_found", N_("What the change comes to"), CELL_TEXT },
};

static const struct column milestone_columns[] = {
	{ "due", N_("Due"), CELL_DAY },
	{ "net", N_("Net"), CELL_MONEY },
	{ "text", N_("Milestone"), CELL_TEXT, .seen_by = SEEN_BY_OFFICE },
};

static struct error milestone_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct contract_milestone *m = &((const struct contract_milestones *)arg)->rows[id];

	(void)cli;
	row_put(row, "due", cell_day(m->due));
	row_put(row, "net", cell_money(m->net));
	row_put(row, "text", cell_text(m->text));
	return ok();
}

static const struct listing milestone_listing = { milestone_columns, LEN(milestone_columns), NULL,
	milestone_row };

static struct error put_terms(struct cli *cli, const struct contract *c, struct row *row)
{
	struct contract_milestones milestones;
	struct contract_change change;
	struct cell cell;

	row_put(row, "party", cell_text(contract_party(&row->arena, c)));
	TRY(contract_milestones(&cli->ctx, &row->arena, c->id, &milestones));
	TRY(nest_rows(cli, &row->arena, &milestone_listing, &milestones, milestones.n, &cell));
	row_put(row, "milestones", cell);
	TRY(contract_change_get(&cli->ctx, &row->arena, c, &change));
	row_put(row, "change_found", cell_text(contract_change_words(&row->arena, &change)));
	return ok();
}

static struct error contract_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct contract c;

	(void)arg;
	TRY(contract_get(&cli->ctx, &row->arena, id, &c));
	row_record(row, &c);
	row_put(row, "gross", cell_gross(c.net, c.vat));
	row_put(row, "left",
		cell_money(contract_state_of(c.state) == CONTRACT_STATE_ACTIVE ? contract_left(&c) :
										 0));
	return put_terms(cli, &c, row);
}

static const struct listing contract_listing = { contract_columns, LEN(contract_columns),
	"code,team,name,net,vat,gross,paid,date,state", contract_row, &record_of_contract };
static const struct listing contract_record = { contract_columns, LEN(contract_columns),
	"code,team,name,party,persons,signatories,net,vat,gross,paid,date,state,left,term_from,term_until,"
	"options,case_number,licence_kind,licence,rights,liability,price_basis,subcontracting,closed,reason,exception,"
	"exception_reason,unchecked,changes,change_ground,change_reason,change_found",
	contract_row, &record_of_contract };

static struct error run_contract_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = contract_ids(&cli->ctx, 0, &ids);

	return print_listing(cli, &contract_listing, NULL, e, &ids);
}

static struct error run_contract_show(struct cli *cli)
{
	struct contract c;

	struct contract_milestones milestones;

	TRY(find_contract(cli, &c));
	TRY(print_one(cli, &contract_record, NULL, c.id));
	TRY(contract_milestones(&cli->ctx, &cli->arena, c.id, &milestones));
	return milestones.n == 0 ? ok() :
				   print_below(cli, N_("Milestones"), &milestone_listing,
					   &milestones, milestones.n);
}

static struct error run_contract_approve(struct cli *cli)
{
	struct contract c;

	TRY(find_contract(cli, &c));
	TRY(contract_approve(&cli->ctx, c.id));
	return print_simply(cli);
}

static struct error run_contract_edit(struct cli *cli)
{
	struct contract c;

	TRY(find_contract(cli, &c));
	TRY(cli_record_fields(cli, NULL, &c));
	TRY(contract_update(&cli->ctx, &c));
	return print_simply(cli);
}

static const struct option_spec contract_options[] = {
	{ "net", "AMOUNT", N_("the sum without VAT; needed") },
	{ "vat", "PERCENT", N_("VAT; the general rate of the day unless given") },
	{ "date", "DATE", N_("the day it is made; today unless given") },
	{ "exception", "GROUND",
		N_("before its time: sole_entrant, framework, dynamic, below_eu or other; somebody "
		   "else then approves it") },
	{ "reason", "TEXT", N_("why the exception applies; needed with it"),
		.field = "exception_reason" },
	{ "party", "NAME|ID",
		N_("the organization it is made with; the one behind the team unless given"),
		.field = "" },
	{ "persons", "LINES", N_("the persons it is made with instead, a line each: name, title") },
	{ "unchecked", "TEXT", N_("why it is made although a check of the supplier is missing") },
	{ "changes", "CODE", N_("the contract that it changes"), .field = "" },
	{ "change-ground", "", N_("on what ground"), .codes = WORDS_CHANGE_GROUND },
	{ "change-reason", "TEXT", N_("why it is changed") },
};
static const struct verb contract_verbs[] = {
	{ .name = "list", .run = run_contract_list, .help = N_("Lists the contracts.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_contract_show,
		.help = N_("Shows one.") },
	{ .name = "add",
		.operands = "TEAM",
		.least = 1,
		.most = 1,
		.options = contract_options,
		.option_count = LEN(contract_options),
		.record = &record_of_contract,
		.in = IN_EDIT,
		.run = run_contract_add,
		.help = N_("Records a contract with a winner and prints its code; never past the "
			   "ceiling. Begins the negotiation if none has been recorded.") },
	{ .name = "approve",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_contract_approve,
		.help = N_(
			"As the second person, approves one that was proposed by an exception.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.record = &record_of_contract,
		.in = IN_EDIT,
		.run = run_contract_edit,
		.help = N_("Changes its terms; sum and party never change.") },
};
const struct noun noun_contract = { "contract", N_("contracts with winners"), contract_verbs,
	LEN(contract_verbs) };

static struct error find_payment(struct cli *cli, struct payment *p)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(payment_find(&cli->ctx, cli->argv[0], &id));
	TRY(payment_get(&cli->ctx, &cli->arena, id, p));
	cli->subject = NULL;
	return ok();
}

static struct error run_payment_add(struct cli *cli)
{
	struct contract c;
	struct payment p = { .text = "" };
	int64_t id;

	TRY(find_contract(cli, &c));
	p.contract_id = c.id;
	p.vat = c.vat;
	TRY(cli_record_fields(cli, NULL, &p));
	TRY(payment_add(&cli->ctx, &p, &id));
	TRY(payment_get(&cli->ctx, &cli->arena, id, &p));
	print_done(cli, "%s", p.code);
	return ok();
}

static struct error run_payment_edit(struct cli *cli)
{
	struct payment p;

	TRY(find_payment(cli, &p));
	TRY(cli_record_fields(cli, NULL, &p));
	TRY(payment_update(&cli->ctx, &p));
	return print_simply(cli);
}

static const struct column payment_columns[] = {
	{ "code" },
	{ "contract" },
	{ "team" },
	{ "net" },
	{ "vat" },
	{ "gross", N_("Gross"), CELL_MONEY },
	{ "state" },
	{ "due", N_("Due") },
	{ "approved" },
	{ "approved_by" },
	{ "paid" },
	{ "text" },
	{ "reason", N_("Reason") },
};

static struct error payment_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct payment p;

	(void)arg;
	TRY(payment_get(&cli->ctx, &row->arena, id, &p));
	row_record(row, &p);
	row_put(row, "gross", cell_gross(p.net, p.vat));
	return ok();
}

static const struct listing payment_listing = { payment_columns, LEN(payment_columns),
	"code,contract,team,net,vat,gross,state,due,approved_by,paid,text", payment_row,
	&record_of_payment };
static const struct listing payment_record = { payment_columns, LEN(payment_columns),
	"code,contract,team,net,vat,gross,state,due,approved_by,paid,text,approved,reason",
	payment_row, &record_of_payment };

static struct error run_payment_list(struct cli *cli)
{
	struct contract c = { .id = 0 };
	struct id_list ids = { 0 };
	struct error e = cli->argc > 0 ? find_contract(cli, &c) : ok();

	if (e.code == E_OK)
		e = payment_ids(&cli->ctx, c.id, &ids);
	return print_listing(cli, &payment_listing, NULL, e, &ids);
}

static struct error run_payment_show(struct cli *cli)
{
	struct payment p;

	TRY(find_payment(cli, &p));
	return print_one(cli, &payment_record, NULL, p.id);
}

static const struct option_spec payment_options[] = {
	{ "net", "AMOUNT", N_("the sum without VAT; needed") },
	{ "vat", "PERCENT", N_("VAT; the contract's unless given") },
	{ "due", "DATE", N_("the day it is to be paid") },
	{ "text", "TEXT", N_("what it is for") },
};
static const struct verb payment_verbs[] = {
	{ .name = "list",
		.operands = "[CONTRACT]",
		.least = 0,
		.most = 1,
		.run = run_payment_list,
		.help = N_("Lists the payments.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_payment_show,
		.help = N_("Shows one.") },
	{ .name = "add",
		.operands = "CONTRACT",
		.least = 1,
		.most = 1,
		.options = payment_options,
		.option_count = LEN(payment_options),
		.record = &record_of_payment,
		.run = run_payment_add,
		.help = N_("Plans a payment and prints its code; never past the contract.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = payment_options,
		.option_count = LEN(payment_options),
		.record = &record_of_payment,
		.run = run_payment_edit,
		.help = N_("Changes a planned one.") },
};
const struct noun noun_payment = { "payment", N_("payments of contracts"), payment_verbs,
	LEN(payment_verbs) };
