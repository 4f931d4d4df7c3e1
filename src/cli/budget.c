/* SPDX-License-Identifier: MIT
 * The budget, and the negotiations with the winners. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"
#include "src/cli/cli.h"
#include "src/phases/procurement.h"
#include "src/phases/standstill.h"
#include "src/phases/team.h"

static const struct column budget_columns[] = {
	{ "ceiling", N_("Ceiling"), CELL_MONEY },
	{ "committed", N_("Committed"), CELL_MONEY },
	{ "paid", N_("Paid"), CELL_MONEY },
	{ "left", N_("Left"), CELL_MONEY },
};

static struct error run_budget_show(struct cli *cli)
{
	struct budget b;

	TRY(budget_get(&cli->ctx, &b));
	return print_record(cli,
		json_pack("{s:o, s:o, s:o, s:o}", "ceiling", json_money(b.ceiling), "committed",
			json_money(b.committed), "paid", json_money(b.paid), "left",
			json_money(budget_left(&b))),
		budget_columns, LEN(budget_columns));
}

static struct error run_budget_decide(struct cli *cli)
{
	struct budget_decision d = { .reason = option_text(cli, "reason") };
	char text[60];
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(money_parse("ceiling", cli->argv[0], &d.ceiling));
	cli->subject = NULL;
	TRY(input_day("date", option_text(cli, "date"), &d.day));
	TRY(budget_decide(&cli->ctx, &d, &id));
	money_text(d.ceiling, text, sizeof(text));
	/* TRANSLATORS: %s is an amount of money. */
	print_done(cli, _("The ceiling is now %s."), text);
	return ok();
}

static struct error run_budget_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "date", N_("Date"), CELL_DAY },
		{ "ceiling", N_("Ceiling"), CELL_MONEY },
		{ "reason", N_("Reason"), CELL_TEXT },
		{ "by", N_("Recorded by"), CELL_TEXT },
	};
	struct id_list ids = { 0 };
	json_auto_t *rows = json_array();
	struct error e = budget_decision_ids(&cli->ctx, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct budget_decision d;

		e = budget_decision_get(&cli->ctx, &cli->arena, ids.ids[i], &d);
		if (e.code == E_OK)
			json_array_append_new(
				rows, json_pack("{s:o, s:o, s:s, s:s}", "date", json_day(d.day),
					      "ceiling", json_money(d.ceiling), "reason", d.reason,
					      "by", d.by));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
}

static const struct option_spec decide_options[] = {
	{ "reason", "TEXT", N_("why, or by which decision; needed") },
	{ "date", "DATE", N_("the day of the decision; today unless given") },
};
static const struct verb budget_verbs[] = {
	{ .name = "show",
		.run = run_budget_show,
		.help = N_("Shows the ceiling, what is committed and paid, and what is left.") },
	{ .name = "decide",
		.operands = "AMOUNT",
		.least = 1,
		.most = 1,
		.options = decide_options,
		.option_count = LEN(decide_options),
		.run = run_budget_decide,
		.help = N_("Records a decision on the ceiling; never below what is committed.") },
	{ .name = "list",
		.run = run_budget_list,
		.help = N_("Lists the decisions on the budget, newest first.") },
};
const struct noun noun_budget = { "budget", N_("the ceiling of what may be committed"),
	budget_verbs, LEN(budget_verbs) };

static struct error find_negotiation(struct cli *cli, struct negotiation *n)
{
	int64_t team;

	cli->subject = cli->argv[0];
	TRY(team_find(&cli->ctx, cli->argv[0], &team));
	TRY(negotiation_get(&cli->ctx, &cli->arena, team, n));
	cli->subject = NULL;
	return ok();
}

static json_t *negotiation_json(const struct negotiation *n)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:o, s:s, s:o, s:o, s:s, s:I, s:o, s:o}", "team",
		n->team_code, "name", n->team_name, "challenge", n->challenge_code, "state",
		n->state, "started", json_day(n->started), "next_step", n->next_step, "due",
		json_day(n->due), "estimate",
		n->estimate < 0 ? json_null() : json_money(n->estimate), "procedure", n->procedure,
		"contracts", (json_int_t)n->contracts, "committed", json_money(n->committed),
		"paid", json_money(n->paid));
}

static const struct column negotiation_columns[] = {
	{ "team", N_("Code"), CELL_TEXT },
	{ "name", N_("Team"), CELL_TEXT },
	{ "challenge", N_("Challenge"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_NEGOTIATION_STATE },
	{ "committed", N_("Committed"), CELL_MONEY },
	{ "paid", N_("Paid"), CELL_MONEY },
	{ "next_step", N_("Next step"), CELL_TEXT },
	{ "due", N_("Due"), CELL_DAY },
	{ "started", N_("Begun"), CELL_DAY },
	{ "estimate", N_("Estimated value"), CELL_MONEY },
	{ "procedure", N_("Procedure and its ground"), CELL_TEXT },
	{ "standstill", N_("Standstill"), CELL_TEXT },
};
enum { NEGOTIATION_LISTED = 8 };

static struct error run_negotiation_list(struct cli *cli)
{
	struct id_list teams = { 0 };
	json_auto_t *rows = json_array();
	const char *state = option(cli, "state");
	struct error e = state == NULL ? ok() : input_code("state", WORDS_NEGOTIATION_STATE, state);

	if (e.code == E_OK)
		e = negotiation_teams(&cli->ctx, state, &teams);
	for (size_t i = 0; e.code == E_OK && i < teams.n; i++) {
		struct negotiation n;

		e = negotiation_get(&cli->ctx, &cli->arena, teams.ids[i], &n);
		if (e.code == E_OK)
			json_array_append_new(rows, negotiation_json(&n));
	}
	id_list_clear(&teams);
	TRY(e);
	return print_rows(cli, json_take(&rows), negotiation_columns, NEGOTIATION_LISTED);
}

static json_t *thresholds_json(const struct thresholds *list)
{
	json_t *rows = json_array();

	for (size_t i = 0; i < list->n; i++)
		json_array_append_new(
			rows, json_pack("{s:s, s:o, s:b, s:b, s:s}", "kind", list->rows[i].kind,
				      "limit", json_money(list->rows[i].limit), "past",
				      list->rows[i].past, "together", list->rows[i].together,
				      "source", list->rows[i].source));
	return rows;
}

/* From which day on a contract may be made, and what stands in the way today. */
static struct error add_standstill(struct cli *cli, int64_t team_id, json_t *record)
{
	struct standstill s;
	int64_t now = day_of_time(context_now(&cli->ctx));

	TRY(standstill_get(&cli->ctx, &cli->arena, team_id, &s));
	const char *code = standstill_code(&cli->ctx, &s, now);
	return json_object_update_new(record,
		       json_pack("{s:o, s:o, s:s}", "contract_earliest",
			       s.unserved > 0 ? json_null() : json_day(s.earliest),
			       "contract_blocked_by",
			       *code == '\0' ? json_null() : json_string(code), "standstill",
			       standstill_words(&cli->ctx, &cli->arena, &s))) == 0 ?
		       ok() :
		       fail(E_IO, NULL);
}

static struct error run_negotiation_show(struct cli *cli)
{
	struct negotiation n;
	struct negotiation_acts acts;
	struct thresholds thresholds;
	json_auto_t *history = json_array();

	TRY(find_negotiation(cli, &n));
	TRY(negotiation_acts(&cli->ctx, &cli->arena, n.id, &acts));
	TRY(negotiation_thresholds(&cli->ctx, &cli->arena, &n, &thresholds));
	json_auto_t *record = negotiation_json(&n);
	for (size_t i = 0; i < acts.n; i++)
		json_array_append_new(
			history, json_pack("{s:s, s:o, s:s, s:s}", "act", acts.rows[i].act, "date",
					 json_day(acts.rows[i].day), "reason", acts.rows[i].reason,
					 "by", acts.rows[i].by));
	TRY(add_standstill(cli, n.team_id, record));
	json_object_set(record, "acts", history);
	json_object_set_new(record, "thresholds", thresholds_json(&thresholds));
	return print_record(cli, json_take(&record), negotiation_columns, LEN(negotiation_columns));
}

static struct error run_negotiation_start(struct cli *cli)
{
	struct negotiation n;
	int64_t day;

	TRY(find_negotiation(cli, &n));
	TRY(input_day("date", option_text(cli, "date"), &day));
	TRY(negotiation_start(&cli->ctx, n.team_id, day, option_text(cli, "reason")));
	return print_simply(cli);
}

static struct error run_negotiation_edit(struct cli *cli)
{
	struct negotiation n;

	TRY(find_negotiation(cli, &n));
	if (option(cli, "next-step") != NULL)
		n.next_step = option(cli, "next-step");
	if (option(cli, "procedure") != NULL)
		n.procedure = option(cli, "procedure");
	if (option(cli, "due") != NULL)
		TRY(input_day("due", option(cli, "due"), &n.due));
	if (option(cli, "estimate") != NULL && *option(cli, "estimate") == '\0')
		n.estimate = -1;
	else
		TRY(option_money(cli, "estimate", "estimate", &n.estimate));
	TRY(negotiation_edit(&cli->ctx, &n));
	return print_simply(cli);
}

static struct error run_negotiation_end(struct cli *cli)
{
	struct negotiation n;
	int64_t day;

	TRY(find_negotiation(cli, &n));
	TRY(input_day("date", option_text(cli, "date"), &day));
	cli->subject = cli->argv[1];
	TRY(negotiation_end(&cli->ctx, n.team_id, cli->argv[1], day, option_text(cli, "reason")));
	return print_simply(cli);
}

static const struct option_spec list_options[] = {
	{ "state", "STATE", N_("only not_started, negotiating, contract or no_contract") },
};
static const struct option_spec start_options[] = {
	{ "date", "DATE", N_("the day; today unless given") },
	{ "reason", "TEXT", N_("why; needed where it begins again or ends without a contract") },
};
static const struct option_spec edit_options[] = {
	{ "next-step", "TEXT", N_("what is to happen next") },
	{ "due", "DATE", N_("until when; it comes to the desk then") },
	{ "estimate", "AMOUNT", N_("estimated value without VAT, with options and all phases") },
	{ "procedure", "TEXT", N_("the procedure of procurement and its ground") },
};
static const struct verb negotiation_verbs[] = {
	{ .name = "list",
		.options = list_options,
		.option_count = LEN(list_options),
		.run = run_negotiation_list,
		.help = N_("Lists the winners and how far the talks are.") },
	{ .name = "show",
		.operands = "TEAM",
		.least = 1,
		.most = 1,
		.run = run_negotiation_show,
		.help = N_("Shows one.") },
	{ .name = "start",
		.operands = "TEAM",
		.least = 1,
		.most = 1,
		.options = start_options,
		.option_count = LEN(start_options),
		.run = run_negotiation_start,
		.help = N_("Begins the negotiation with a winner.") },
	{ .name = "edit",
		.operands = "TEAM",
		.least = 1,
		.most = 1,
		.options = edit_options,
		.option_count = LEN(edit_options),
		.run = run_negotiation_edit,
		.help = N_("Sets the next step, the estimate and the procedure.") },
	{ .name = "end",
		.operands = "TEAM contract|no_contract",
		.least = 2,
		.most = 2,
		.options = start_options,
		.option_count = LEN(start_options),
		.run = run_negotiation_end,
		.help = N_("Ends it, with a contract or without.") },
};
const struct noun noun_negotiation = { "negotiation", N_("talks with the winners"),
	negotiation_verbs, LEN(negotiation_verbs) };
