/* SPDX-License-Identifier: MIT
 * Acts that wait for a second person. */
#include "src/cli/confirm.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"

struct error cli_tell_waiting(struct cli *cli, enum second_kind kind, int64_t id)
{
	int64_t number;

	TRY(second_waiting(&cli->ctx, kind, id, &number));
	if (number == 0)
		return ok();
	/* TRANSLATORS: the number of a waiting act, twice. */
	fprintf(stderr, _("Waits for a second person as number %lld: klash confirm %lld"),
		(long long)number, (long long)number);
	fputc('\n', stderr);
	return ok();
}

static const struct column second_columns[] = {
	{ "number", N_("Number"), CELL_NUMBER },
	{ "kind", N_("Kind"), CELL_TEXT },
	{ "code", N_("Code"), CELL_TEXT },
	{ "act", N_("What"), CELL_TEXT },
	{ "ground", N_("Ground"), CELL_TEXT },
	{ "reason", N_("Reason"), CELL_TEXT },
	{ "proposed_by", N_("Proposed by"), CELL_TEXT },
	{ "proposed", N_("Proposed"), CELL_MOMENT },
	{ "state", N_("State"), CELL_CODE, WORDS_SECOND_STATE },
	{ "decided", N_("Decided"), CELL_MOMENT },
	{ "decided_by", N_("Decided by"), CELL_TEXT },
	{ "answer", N_("Answer"), CELL_TEXT },
};

static struct error waiting_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct second_act act;

	(void)arg;
	TRY(second_get(&cli->ctx, &row->arena, id, &act));
	row_put(row, "number", cell_number(act.number));
	row_put(row, "kind", cell_text(act.kind));
	row_put(row, "code", cell_text(act.object));
	row_put(row, "act", cell_text(second_sentence(&row->arena, &act)));
	row_put(row, "ground", cell_text(act.ground));
	row_put(row, "reason", cell_text(act.reason));
	row_put(row, "proposed_by", cell_text(act.proposed_by));
	row_put(row, "proposed", cell_time(act.proposed));
	row_code(row, "state", act.state);
	row_put(row, "decided", cell_time(act.decided));
	row_put(row, "decided_by", cell_text(act.decided_by));
	row_put(row, "answer", cell_text(act.answer));
	return ok();
}

static const struct listing second_listing = { second_columns, LEN(second_columns),
	"number,code,act,proposed_by,proposed,reason,state", waiting_row };

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	const char *state = option(cli, "all") != NULL ? NULL : "waiting";
	struct error e = second_ids(&cli->ctx, state, &ids);

	return print_listing(cli, &second_listing, NULL, e, &ids);
}

static struct error run_confirm(struct cli *cli)
{
	int64_t number;

	TRY(cli_number(cli, 0, "number", &number));
	TRY(second_confirm(&cli->ctx, number));
	print_done(cli, "%s", _("Confirmed and done."));
	return ok();
}

static struct error run_refuse(struct cli *cli)
{
	int64_t number;

	TRY(cli_number(cli, 0, "number", &number));
	TRY(second_refuse(&cli->ctx, number, option_text(cli, "reason")));
	print_done(cli, "%s", _("Turned down."));
	return ok();
}

static const struct column limit_columns[] = {
	{ "limit", N_("Without VAT at most"), CELL_MONEY },
};

static struct error limit_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	(void)cli, (void)arg;
	row_put(row, "limit", cell_money(id));
	return ok();
}

static const struct listing limit_listing = { limit_columns, LEN(limit_columns), NULL, limit_row };

static struct error run_limit(struct cli *cli)
{
	int64_t limit;
	char text[60];

	if (cli->argc > 0) {
		TRY(money_parse("limit", cli->argv[0], &limit));
		TRY(second_limit_set(&cli->ctx, limit, option_text(cli, "reason")));
		return print_simply(cli);
	}
	TRY(require(&cli->ctx, ACT_READ));
	TRY(second_limit(&cli->ctx, &limit));
	if (cli_reader(cli) != READ_SHOWN)
		return print_one(cli, &limit_listing, NULL, limit);
	money_text(limit, text, sizeof(text));
	/* TRANSLATORS: %s is an amount of money. */
	print_done(cli, _("A payment above %s without VAT needs a second person."), text);
	return ok();
}

static const struct option_spec list_options[] = {
	{ "all", NULL, N_("also what was confirmed or turned down") },
};
static const struct option_spec reason_options[] = {
	{ "reason", "TEXT", N_("why; needed") },
};
static const struct verb verbs[] = {
	{ .name = "list",
		.options = list_options,
		.option_count = LEN(list_options),
		.run = run_list,
		.help = N_("Lists what waits for a second person.") },
	{ .name = "refuse",
		.operands = "N",
		.least = 1,
		.most = 1,
		.options = reason_options,
		.option_count = LEN(reason_options),
		.run = run_refuse,
		.help = N_("Turns it down, with a reason.") },
	{ .name = "limit",
		.operands = "[AMOUNT]",
		.least = 0,
		.most = 1,
		.options = reason_options,
		.option_count = LEN(reason_options),
		.run = run_limit,
		.help = N_("Shows or sets above which sum a payment needs a second person.") },
	{ .operands = "N",
		.least = 1,
		.most = 1,
		.run = run_confirm,
		.help = N_("Confirms it in your own name; then it is done.") },
};
const struct noun noun_confirm = { "confirm", N_("acts that wait for a second person"), verbs,
	LEN(verbs) };
