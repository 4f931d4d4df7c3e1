/* SPDX-License-Identifier: MIT
 * The jury's dialogue with the entrants of a blind round. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/ground/sides.h"
#include "src/judging/dialogue.h"
#include "src/judging/review.h"

static const struct column columns[] = {
	{ "round" },
	{ "number" },
	{ "code" },
	{ "state", N_("State"), CELL_CODE, WORDS_DIALOGUE_STATE },
	{ "asked" },
	{ "asker" },
	{ "question" },
	{ "passed" },
	{ "answered" },
	{ "answer" },
	{ "submission" },
	{ "team" },
	{ "passed_text" },
	{ "received_text" },
	{ "reason" },
};

static struct error row_of(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct dialogue d;

	(void)arg;
	TRY(dialogue_get(&cli->ctx, &row->arena, id, &d));
	row_record(row, &d);
	row_code(row, "state", dialogue_state(&d));
	row->side = SIDE_JURY;
	row->sealed_by = sides_sealed(&cli->ctx, d.round_id) ? d.round_id : 0;
	return ok();
}

static const struct listing listing = { columns, LEN(columns),
	"round,number,code,state,asked,asker,question,passed,answered,answer", row_of,
	&record_of_dialogue };

static struct error run_list(struct cli *cli)
{
	struct round round = { .id = 0 };
	struct id_list ids = { 0 };
	int64_t item_id = 0;

	if (cli->argc > 0)
		TRY(cli_round(cli, cli->argv[0], &round));
	if (cli->argc > 1) {
		cli->subject = cli->argv[1];
		TRY(item_find(&cli->ctx, round.id, cli->argv[1], &item_id));
	}
	struct error e = dialogue_ids(&cli->ctx, round.id, item_id, &ids);
	return print_listing(cli, &listing, NULL, e, &ids);
}

static struct error run_ask(struct cli *cli)
{
	struct round round;
	struct dialogue d;
	int64_t item_id, member_id = 0, id;

	TRY(cli_round(cli, cli->argv[0], &round));
	cli->subject = cli->argv[1];
	TRY(item_find(&cli->ctx, round.id, cli->argv[1], &item_id));
	if (option(cli, "member") != NULL) {
		cli->subject = option(cli, "member");
		TRY(member_find(
			&cli->ctx, &cli->arena, round.id, option(cli, "member"), &member_id));
	}
	cli->subject = NULL;
	TRY(dialogue_ask(&cli->ctx, round.id, item_id, member_id, option_text(cli, "text"), &id));
	TRY(dialogue_get(&cli->ctx, &cli->arena, id, &d));
	print_done(cli, "%lld", (long long)d.number);
	return ok();
}

static struct error find(struct cli *cli, int64_t *id)
{
	struct round round;
	int64_t number;

	TRY(cli_round(cli, cli->argv[0], &round));
	TRY(cli_number(cli, 1, "number", &number));
	cli->subject = cli->argv[1];
	TRY(dialogue_find(&cli->ctx, round.id, number, id));
	cli->subject = NULL;
	return ok();
}

static struct error run_pass(struct cli *cli)
{
	int64_t id;

	TRY(find(cli, &id));
	TRY(dialogue_pass(&cli->ctx, id, option(cli, "text")));
	return print_simply(cli);
}

/* On standard error: why a reason is asked for. */
static void tell_findings(struct cli *cli, int64_t id, const char *text)
{
	struct findings findings;

	if (dialogue_check(&cli->ctx, &cli->arena, id, text, &findings).code != E_OK)
		return;
	for (size_t i = 0; i < findings.n; i++)
		fprintf(stderr, "%s\n", finding_words(&cli->arena, &findings.rows[i]));
}

static struct error run_answer(struct cli *cli)
{
	const char *received = option_text(cli, "text"), *masked = option(cli, "masked");
	int64_t id;

	TRY(find(cli, &id));
	struct error e =
		dialogue_answer(&cli->ctx, id, received, masked, option_text(cli, "reason"));
	if (e.code == E_REASON)
		tell_findings(cli, id, masked == NULL ? received : masked);
	return e.code == E_OK ? print_simply(cli) : e;
}

static const struct option_spec ask_options[] = {
	{ "text", "TEXT", N_("the question") },
	{ "member", "LOGIN", N_("who of the jury asks; the jury as a whole unless given") },
};
static const struct option_spec pass_options[] = {
	{ "text", "TEXT", N_("what the entrant is asked; as the jury asked unless given") },
};
static const struct option_spec answer_options[] = {
	{ "text", "TEXT", N_("the answer as it came") },
	{ "masked", "TEXT", N_("what the jury reads of it; the same unless given") },
	{ "reason", "TEXT", N_("why words that may give the team away may stay"), .field = "" },
};
static const struct verb verbs[] = {
	{ .name = "list",
		.operands = "[ROUND [CODE]]",
		.least = 0,
		.most = 2,
		.run = run_list,
		.help = N_("Lists what the jury asked by code and what was answered, in order.") },
	{ .name = "ask",
		.operands = "ROUND CODE",
		.least = 2,
		.most = 2,
		.options = ask_options,
		.option_count = LEN(ask_options),
		.run = run_ask,
		.help = N_("Records what the jury asks of an item of a blind round and prints its "
			   "number.") },
	{ .name = "pass",
		.operands = "ROUND NUMBER",
		.least = 2,
		.most = 2,
		.options = pass_options,
		.option_count = LEN(pass_options),
		.run = run_pass,
		.help = N_("The custodian has handed the question on to the entrant.") },
	{ .name = "answer",
		.operands = "ROUND NUMBER",
		.least = 2,
		.most = 2,
		.options = answer_options,
		.option_count = LEN(answer_options),
		.run = run_answer,
		.help = N_("The custodian brings the answer back, masked.") },
};
const struct noun noun_dialogue = { "dialogue",
	N_("the jury's questions to the entrants of a blind round, by code"), verbs, LEN(verbs) };
