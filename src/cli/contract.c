/* SPDX-License-Identifier: MIT
 * Contracts and their payments. */
#include "src/phases/contract.h"

#include <string.h>

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"
#include "src/cli/cli.h"
#include "src/cli/confirm.h"
#include "src/phases/procurement.h"
#include "src/phases/team.h"

/* Tenths of a percent. */
static struct cell cell_vat(int64_t tenths)
{
	return cell_decimal(tenths * 100);
}

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

static struct error run_contract_add(struct cli *cli)
{
	struct contract c = { .case_number = option_text(cli, "case-number"),
		.licence = option_text(cli, "licence"),
		.exception = option_text(cli, "exception"),
		.exception_reason = option_text(cli, "reason") };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(team_find(&cli->ctx, cli->argv[0], &c.team_id));
	cli->subject = NULL;
	TRY(input_day("date", option_text(cli, "date"), &c.day));
	if (c.day == 0)
		c.day = day_of_time(context_now(&cli->ctx));
	TRY(vat_general(c.day, &c.vat));
	TRY(option_vat(cli, "vat", &c.vat));
	TRY(option_money(cli, "net", "net", &c.net));
	TRY(contract_add_outright(&cli->ctx, &c, &id));
	TRY(contract_get(&cli->ctx, &cli->arena, id, &c));
	print_done(cli, "%s", c.code);
	return cli_tell_waiting(cli, SECOND_CONTRACT, id);
}

static const struct column contract_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "team", N_("Team"), CELL_TEXT },
	{ "name", N_("Name"), CELL_TEXT },
	{ "net", N_("Net"), CELL_MONEY },
	{ "vat", N_("VAT %"), CELL_DECIMAL },
	{ "gross", N_("Gross"), CELL_MONEY },
	{ "date", N_("Date"), CELL_DAY },
	{ "state", N_("State"), CELL_CODE, WORDS_CONTRACT_STATE },
	{ "paid", N_("Paid"), CELL_MONEY },
	{ "left", N_("Left for payments"), CELL_MONEY },
	{ "planned", N_("Planned"), CELL_MONEY },
	{ "approved", N_("Approved"), CELL_MONEY },
	{ "case_number", N_("Case number"), CELL_TEXT },
	{ "licence", N_("Licence and costs"), CELL_TEXT },
	{ "closed", N_("Closed"), CELL_DAY },
	{ "reason", N_("Reason"), CELL_TEXT },
	{ "exception", N_("Exception"), CELL_TEXT },
	{ "exception_reason", N_("Why the exception applies"), CELL_TEXT },
};

static struct error contract_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct contract c;

	(void)arg;
	TRY(contract_get(&cli->ctx, &row->arena, id, &c));
	row_put(row, "code", cell_text(c.code));
	row_put(row, "team", cell_text(c.team_code));
	row_put(row, "name", cell_text(c.team_name));
	row_put(row, "net", cell_money(c.net));
	row_put(row, "vat", cell_vat(c.vat));
	row_put(row, "gross", cell_gross(c.net, c.vat));
	row_put(row, "date", cell_day(c.day));
	row_code(row, "state", c.state);
	row_put(row, "paid", cell_money(c.paid));
	row_put(row, "left",
		cell_money(contract_state_of(c.state) == CONTRACT_STATE_ACTIVE ? contract_left(&c) :
										 0));
	row_put(row, "planned", cell_money(c.planned));
	row_put(row, "approved", cell_money(c.approved));
	row_put(row, "case_number", cell_text(c.case_number));
	row_put(row, "licence", cell_text(c.licence));
	row_put(row, "closed", cell_day(c.closed));
	row_put(row, "reason", cell_text(c.reason));
	row_put(row, "exception", cell_text(c.exception));
	row_put(row, "exception_reason", cell_text(c.exception_reason));
	return ok();
}

static const struct listing contract_listing = { contract_columns, LEN(contract_columns),
	"code,team,name,net,vat,gross,paid,date,state", contract_row };
static const struct listing contract_record = { contract_columns, LEN(contract_columns),
	"code,team,name,net,vat,gross,paid,date,state,left,case_number,licence,closed,reason,exception,exception_reason",
	contract_row };

static struct error run_contract_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = contract_ids(&cli->ctx, 0, &ids);

	return print_listing(cli, &contract_listing, NULL, e, &ids);
}

static struct error run_contract_show(struct cli *cli)
{
	struct contract c;

	TRY(find_contract(cli, &c));
	return print_one(cli, &contract_record, NULL, c.id);
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
	if (option(cli, "case-number") != NULL)
		c.case_number = option(cli, "case-number");
	if (option(cli, "licence") != NULL)
		c.licence = option(cli, "licence");
	TRY(contract_update(&cli->ctx, &c));
	return print_simply(cli);
}

static const struct option_spec contract_options[] = {
	{ "case-number", "TEXT", N_("the case number of the register") },
	{ "licence", "TEXT", N_("who may use the solution, and at what cost") },
	{ "net", "AMOUNT", N_("the sum without VAT; needed") },
	{ "vat", "PERCENT", N_("VAT; the general rate of the day unless given") },
	{ "date", "DATE", N_("the day it is made; today unless given") },
	{ "exception", "GROUND",
		N_("before its time: sole_entrant, framework, dynamic, below_eu or other; somebody "
		   "else then approves it") },
	{ "reason", "TEXT", N_("why the exception applies; needed with it") },
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
		.options = contract_options,
		.option_count = 2,
		.run = run_contract_edit,
		.help = N_("Changes case number or licence; the sum never changes.") },
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

static struct error read_payment(struct cli *cli, struct payment *p)
{
	TRY(option_vat(cli, "vat", &p->vat));
	TRY(option_money(cli, "net", "net", &p->net));
	if (option(cli, "text") != NULL)
		p->text = option(cli, "text");
	return option(cli, "due") == NULL ? ok() : input_day("due", option(cli, "due"), &p->due);
}

static struct error run_payment_add(struct cli *cli)
{
	struct contract c;
	struct payment p = { .text = "" };
	int64_t id;

	TRY(find_contract(cli, &c));
	p.contract_id = c.id;
	p.vat = c.vat;
	TRY(read_payment(cli, &p));
	TRY(payment_add(&cli->ctx, &p, &id));
	TRY(payment_get(&cli->ctx, &cli->arena, id, &p));
	print_done(cli, "%s", p.code);
	return ok();
}

static struct error run_payment_edit(struct cli *cli)
{
	struct payment p;

	TRY(find_payment(cli, &p));
	TRY(read_payment(cli, &p));
	TRY(payment_update(&cli->ctx, &p));
	return print_simply(cli);
}

static const struct column payment_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "contract", N_("Contract"), CELL_TEXT },
	{ "team", N_("Team"), CELL_TEXT },
	{ "net", N_("Net"), CELL_MONEY },
	{ "vat", N_("VAT %"), CELL_DECIMAL },
	{ "gross", N_("Gross"), CELL_MONEY },
	{ "state", N_("State"), CELL_CODE, WORDS_PAYMENT_STATE },
	{ "due", N_("Due"), CELL_DAY },
	{ "approved", N_("Approved"), CELL_MOMENT },
	{ "approved_by", N_("Approved by"), CELL_TEXT },
	{ "paid", N_("Paid"), CELL_DAY },
	{ "text", N_("Text"), CELL_TEXT },
	{ "reason", N_("Reason"), CELL_TEXT },
};

static struct error payment_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct payment p;

	(void)arg;
	TRY(payment_get(&cli->ctx, &row->arena, id, &p));
	row_put(row, "code", cell_text(p.code));
	row_put(row, "contract", cell_text(p.contract_code));
	row_put(row, "team", cell_text(p.team_code));
	row_put(row, "net", cell_money(p.net));
	row_put(row, "vat", cell_vat(p.vat));
	row_put(row, "gross", cell_gross(p.net, p.vat));
	row_code(row, "state", p.state);
	row_put(row, "due", cell_day(p.due));
	row_put(row, "approved", cell_time(p.approved));
	row_put(row, "approved_by", cell_text(p.approved_by));
	row_put(row, "paid", cell_day(p.paid));
	row_put(row, "text", cell_text(p.text));
	row_put(row, "reason", cell_text(p.reason));
	return ok();
}

static const struct listing payment_listing = { payment_columns, LEN(payment_columns),
	"code,contract,team,net,vat,gross,state,due,approved_by,paid,text", payment_row };
static const struct listing payment_record = { payment_columns, LEN(payment_columns),
	"code,contract,team,net,vat,gross,state,due,approved_by,paid,text,approved,reason",
	payment_row };

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
		.run = run_payment_add,
		.help = N_("Plans a payment and prints its code; never past the contract.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = payment_options,
		.option_count = LEN(payment_options),
		.run = run_payment_edit,
		.help = N_("Changes a planned one.") },
};
const struct noun noun_payment = { "payment", N_("payments of contracts"), payment_verbs,
	LEN(payment_verbs) };
