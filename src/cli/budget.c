/* SPDX-License-Identifier: MIT
 * The budget, and the negotiations with the winners. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"
#include "src/cli/fields.h"
#include "src/phases/procurement.h"
#include "src/phases/standstill.h"
#include "src/phases/team.h"

static const struct column budget_columns[] = {
	{ "ceiling" },
	{ "committed" },
	{ "paid" },
	{ "left", N_("Left"), CELL_MONEY },
};

static struct error budget_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct budget b;

	(void)arg;
	(void)id;
	TRY(budget_get(&cli->ctx, &b));
	row_record(row, &b);
	row_put(row, "left", cell_money(budget_left(&b)));
	return ok();
}

static struct error run_budget_show(struct cli *cli)
{
	static const struct listing budget = { budget_columns, LEN(budget_columns), NULL,
		budget_row, &record_of_budget };

	return print_one(cli, &budget, NULL, 0);
}

static struct error run_budget_decide(struct cli *cli)
{
	struct budget_decision d = { .reason = "" };
	char text[60];
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(money_parse("ceiling", cli->argv[0], &d.ceiling));
	cli->subject = NULL;
	TRY(cli_record_fields(cli, NULL, &d));
	TRY(budget_decide(&cli->ctx, &d, &id));
	money_text(d.ceiling, text, sizeof(text));
	/* TRANSLATORS: %s is an amount of money. */
	print_done(cli, _("The ceiling is now %s."), text);
	return ok();
}

static const struct column decision_columns[] = {
	{ "date" },
	{ "ceiling" },
	{ "reason", N_("Reason") },
	{ "by" },
};

static struct error decision_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct budget_decision d;

	(void)arg;
	TRY(budget_decision_get(&cli->ctx, &row->arena, id, &d));
	row_record(row, &d);
	return ok();
}

static const struct listing decision_listing = { decision_columns, LEN(decision_columns),
	"date,ceiling,reason,by", decision_row, &record_of_budget_decision };

static struct error run_budget_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = budget_decision_ids(&cli->ctx, &ids);

	return print_listing(cli, &decision_listing, NULL, e, &ids);
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
		.record = &record_of_budget_decision,
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

static const struct column negotiation_columns[] = {
	{ "team", N_("Code") },
	{ "name" },
	{ "challenge" },
	{ "state" },
	{ "started" },
	{ "next_step" },
	{ "due", N_("Due") },
	{ "estimate", N_("Estimated value"), CELL_MONEY },
	{ "procedure", N_("Procedure and its ground") },
	{ "contracts" },
	{ "committed" },
	{ "paid" },
	{ "contract_earliest", N_("Contract at the earliest"), CELL_DAY },
	{ "contract_blocked_by", N_("What is in a contract\'s way"), CELL_TEXT },
	{ "standstill", N_("Standstill"), CELL_TEXT },
	{ "acts", N_("Acts"), CELL_ROWS },
	{ "thresholds", N_("Thresholds"), CELL_ROWS },
};

static const struct column threshold_columns[] = {
	{ "kind", N_("Kind"), CELL_TEXT },
	{ "limit", N_("Limit"), CELL_MONEY },
	{ "past", N_("Past it"), CELL_FLAG },
	{ "together", N_("Past it together"), CELL_FLAG },
	{ "source", N_("Source"), CELL_TEXT },
};

static struct error threshold_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct threshold *t = &((const struct thresholds *)arg)->rows[id];

	(void)cli;
	row_put(row, "kind", cell_text(t->kind));
	row_put(row, "limit", cell_money(t->limit));
	row_put(row, "past", cell_flag(t->past));
	row_put(row, "together", cell_flag(t->together));
	row_put(row, "source", cell_text(t->source));
	return ok();
}

static const struct listing threshold_listing = { threshold_columns, LEN(threshold_columns), NULL,
	threshold_row };

static const struct column act_columns[] = {
	{ "act", N_("Act"), CELL_TEXT },
	{ "date", N_("Date"), CELL_DAY },
	{ "reason", N_("Reason"), CELL_TEXT },
	{ "by", N_("Recorded by"), CELL_TEXT },
};

static struct error act_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct negotiation_act *a = &((const struct negotiation_acts *)arg)->rows[id];

	(void)cli;
	row_put(row, "act", cell_text(a->act));
	row_put(row, "date", cell_day(a->day));
	row_put(row, "reason", cell_text(a->reason));
	row_put(row, "by", cell_text(a->by));
	return ok();
}

static const struct listing act_listing = { act_columns, LEN(act_columns), NULL, act_row };

/* From which day on a contract may be made, and what stands in the way today. */
static struct error put_standstill(struct cli *cli, int64_t team_id, struct row *row)
{
	struct standstill s;
	int64_t now = day_of_time(context_now(&cli->ctx));

	TRY(standstill_get(&cli->ctx, &row->arena, team_id, &s));
	const char *code = standstill_code(&cli->ctx, &s, now);
	row_put(row, "contract_earliest", s.unserved > 0 ? cell_null() : cell_day(s.earliest));
	row_put(row, "contract_blocked_by", *code == '\0' ? cell_null() : cell_text(code));
	row_put(row, "standstill", cell_text(standstill_words(&cli->ctx, &row->arena, &s)));
	return ok();
}

static struct error put_details(struct cli *cli, const struct negotiation *n, struct row *row)
{
	struct arena *arena = &row->arena;
	struct negotiation_acts acts;
	struct thresholds thresholds;
	struct cell cell;

	TRY(put_standstill(cli, n->team_id, row));
	TRY(negotiation_acts(&cli->ctx, arena, n->id, &acts));
	TRY(nest_rows(cli, arena, &act_listing, &acts, acts.n, &cell));
	row_put(row, "acts", cell);
	TRY(negotiation_thresholds(&cli->ctx, arena, n, &thresholds));
	TRY(nest_rows(cli, arena, &threshold_listing, &thresholds, thresholds.n, &cell));
	row_put(row, "thresholds", cell);
	return ok();
}

/* With an `arg` the record is shown by itself, with all there is to it. */
static struct error negotiation_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct negotiation n;

	TRY(negotiation_get(&cli->ctx, &row->arena, id, &n));
	row_record(row, &n);
	row_put(row, "estimate", n.estimate < 0 ? cell_null() : cell_money(n.estimate));
	return arg == NULL ? ok() : put_details(cli, &n, row);
}

static const struct listing negotiation_listing = { negotiation_columns, LEN(negotiation_columns),
	"team,name,challenge,state,committed,paid,next_step,due", negotiation_row,
	&record_of_negotiation };
static const struct listing negotiation_record = { negotiation_columns, LEN(negotiation_columns),
	"team,name,challenge,state,committed,paid,next_step,due,started,estimate,procedure,"
	"standstill",
	negotiation_row, &record_of_negotiation };

static struct error run_negotiation_list(struct cli *cli)
{
	struct id_list teams = { 0 };
	const char *state = option(cli, "state");
	struct error e = state == NULL ? ok() : input_code("state", WORDS_NEGOTIATION_STATE, state);

	if (e.code == E_OK)
		e = negotiation_teams(&cli->ctx, state, &teams);
	return print_listing(cli, &negotiation_listing, NULL, e, &teams);
}

static struct error run_negotiation_show(struct cli *cli)
{
	struct negotiation n;

	TRY(find_negotiation(cli, &n));
	return print_one(cli, &negotiation_record, "", n.team_id);
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
	TRY(cli_record_fields(cli, NULL, &n));
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
	{ "estimate", "AMOUNT", N_("estimated value without VAT, with options and all phases"),
		.field = "" },
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
		.record = &record_of_negotiation,
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
