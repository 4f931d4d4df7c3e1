/* SPDX-License-Identifier: MIT
 * Acts that wait for a second person. */
#include "src/cli/confirm.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"

struct error cli_done_or_waiting(struct cli *cli, enum second_kind kind, int64_t id)
{
	int64_t number;

	TRY(second_waiting(&cli->ctx, kind, id, &number));
	if (number == 0)
		return print_simply(cli);
	/* TRANSLATORS: the number of a waiting act, twice. */
	print_done(cli, _("Waits for a second person as number %lld: klash confirm %lld"),
		(long long)number, (long long)number);
	return ok();
}

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

static const struct column columns[] = {
	{ "number", N_("Number"), CELL_NUMBER },
	{ "code", N_("Code"), CELL_TEXT },
	{ "act", N_("What"), CELL_TEXT },
	{ "proposed_by", N_("Proposed by"), CELL_TEXT },
	{ "proposed", N_("Proposed"), CELL_MOMENT },
	{ "reason", N_("Reason"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_SECOND_STATE },
};

static json_t *act_json(struct cli *cli, const struct second_act *a)
{
	return json_pack("{s:I, s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:s, s:o, s:s, s:s}", "number",
		(json_int_t)a->number, "kind", a->kind, "code", a->object, "act",
		second_sentence(&cli->arena, a), "ground", a->ground, "reason", a->reason,
		"proposed_by", a->proposed_by, "proposed", json_time(a->proposed), "state",
		a->state, "decided", json_time(a->decided), "decided_by", a->decided_by, "answer",
		a->answer);
}

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	json_auto_t *rows = json_array();
	const char *state = option(cli, "all") != NULL ? NULL : "waiting";
	struct error e = second_ids(&cli->ctx, state, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct second_act act;

		e = second_get(&cli->ctx, &cli->arena, ids.ids[i], &act);
		if (e.code == E_OK)
			json_array_append_new(rows, act_json(cli, &act));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
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
	if (strcmp(cli->format, "json") == 0)
		return print_record(cli, json_pack("{s:o}", "limit", json_money(limit)), NULL, 0);
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
