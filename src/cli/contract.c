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

static json_t *json_vat(int64_t tenths)
{
	char text[20];

	vat_plain(tenths, text, sizeof(text));
	return json_string(text);
}

static json_t *json_gross(int64_t net, int64_t vat)
{
	int64_t gross = 0;

	return money_gross(net, vat, &gross).code == E_OK ? json_money(gross) : json_null();
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

static json_t *contract_json(const struct contract *c)
{
	json_t *json = json_pack("{s:s, s:s, s:s, s:o, s:o, s:o, s:o, s:s, s:o, s:o}", "code",
		c->code, "team", c->team_code, "name", c->team_name, "net", json_money(c->net),
		"vat", json_vat(c->vat), "gross", json_gross(c->net, c->vat), "date",
		json_day(c->day), "state", c->state, "paid", json_money(c->paid), "left",
		json_money(strcmp(c->state, "active") == 0 ? contract_left(c) : 0));

	json_object_update_new(json,
		json_pack("{s:o, s:o, s:s, s:s, s:o, s:s}", "planned", json_money(c->planned),
			"approved", json_money(c->approved), "case_number", c->case_number,
			"licence", c->licence, "closed", json_day(c->closed), "reason", c->reason));
	json_object_update_new(json, json_pack("{s:s, s:s}", "exception", c->exception,
					     "exception_reason", c->exception_reason));
	return json;
}

static const struct column contract_columns[] = {
	{ "code", N_("Code"), SHOW_TEXT, 0 },
	{ "team", N_("Team"), SHOW_TEXT, 0 },
	{ "name", N_("Name"), SHOW_TEXT, 0 },
	{ "net", N_("Net"), SHOW_MONEY, 0 },
	{ "vat", N_("VAT %"), SHOW_NUMBER, 0 },
	{ "gross", N_("Gross"), SHOW_MONEY, 0 },
	{ "paid", N_("Paid"), SHOW_MONEY, 0 },
	{ "date", N_("Date"), SHOW_DATE, 0 },
	{ "state", N_("State"), SHOW_WORD, WORDS_CONTRACT_STATE },
	{ "left", N_("Left for payments"), SHOW_MONEY, 0 },
	{ "case_number", N_("Case number"), SHOW_TEXT, 0 },
	{ "licence", N_("Licence and costs"), SHOW_TEXT, 0 },
	{ "closed", N_("Closed"), SHOW_DATE, 0 },
	{ "reason", N_("Reason"), SHOW_TEXT, 0 },
	{ "exception", N_("Exception"), SHOW_TEXT, 0 },
	{ "exception_reason", N_("Why the exception applies"), SHOW_TEXT, 0 },
};
enum { CONTRACT_LISTED = 9 };

static struct error run_contract_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	json_auto_t *rows = json_array();
	struct error e = contract_ids(&cli->ctx, 0, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct contract c;

		e = contract_get(&cli->ctx, &cli->arena, ids.ids[i], &c);
		if (e.code == E_OK)
			json_array_append_new(rows, contract_json(&c));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, json_take(&rows), contract_columns, CONTRACT_LISTED);
}

static struct error run_contract_show(struct cli *cli)
{
	struct contract c;

	TRY(find_contract(cli, &c));
	return print_record(cli, contract_json(&c), contract_columns, LEN(contract_columns));
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

static json_t *payment_json(const struct payment *p)
{
	return json_pack("{s:s, s:s, s:s, s:o, s:o, s:o, s:s, s:o, s:o, s:s, s:o, s:s, s:s}",
		"code", p->code, "contract", p->contract_code, "team", p->team_code, "net",
		json_money(p->net), "vat", json_vat(p->vat), "gross", json_gross(p->net, p->vat),
		"state", p->state, "due", json_day(p->due), "approved", json_time(p->approved),
		"approved_by", p->approved_by, "paid", json_day(p->paid), "text", p->text, "reason",
		p->reason);
}

static const struct column payment_columns[] = {
	{ "code", N_("Code"), SHOW_TEXT, 0 },
	{ "contract", N_("Contract"), SHOW_TEXT, 0 },
	{ "team", N_("Team"), SHOW_TEXT, 0 },
	{ "net", N_("Net"), SHOW_MONEY, 0 },
	{ "vat", N_("VAT %"), SHOW_NUMBER, 0 },
	{ "gross", N_("Gross"), SHOW_MONEY, 0 },
	{ "state", N_("State"), SHOW_WORD, WORDS_PAYMENT_STATE },
	{ "due", N_("Due"), SHOW_DATE, 0 },
	{ "approved_by", N_("Approved by"), SHOW_TEXT, 0 },
	{ "paid", N_("Paid"), SHOW_DATE, 0 },
	{ "text", N_("Text"), SHOW_TEXT, 0 },
	{ "approved", N_("Approved"), SHOW_TIME, 0 },
	{ "reason", N_("Reason"), SHOW_TEXT, 0 },
};
enum { PAYMENT_LISTED = 11 };

static struct error run_payment_list(struct cli *cli)
{
	struct contract c = { .id = 0 };
	struct id_list ids = { 0 };
	json_auto_t *rows = json_array();
	struct error e = cli->argc > 0 ? find_contract(cli, &c) : ok();

	if (e.code == E_OK)
		e = payment_ids(&cli->ctx, c.id, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct payment p;

		e = payment_get(&cli->ctx, &cli->arena, ids.ids[i], &p);
		if (e.code == E_OK)
			json_array_append_new(rows, payment_json(&p));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, json_take(&rows), payment_columns, PAYMENT_LISTED);
}

static struct error run_payment_show(struct cli *cli)
{
	struct payment p;

	TRY(find_payment(cli, &p));
	return print_record(cli, payment_json(&p), payment_columns, LEN(payment_columns));
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
