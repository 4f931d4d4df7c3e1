/* SPDX-License-Identifier: MIT
 * The jury of a design contest: independent, and qualified as its entrants must be. */
#include "src/judging/fitness.h"

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/ground/record.h"

static const struct column columns[] = {
	{ "juror", N_("User name"), CELL_TEXT },
	{ "name", N_("Name"), CELL_TEXT },
	{ "independent" },
	{ "qualified" },
	{ "note" },
};

static struct error row_of(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct member *m = &((const struct members *)arg)->rows[id];
	struct juror_fitness f;

	TRY(juror_fitness(&cli->ctx, &row->arena, m->id, &f));
	row_record(row, &f);
	row_put(row, "juror", cell_text(m->login));
	row_put(row, "name", cell_text(m->name));
	return ok();
}

static const struct listing listing = { columns, LEN(columns), NULL, row_of,
	&record_of_juror_fitness };

static struct error run_list(struct cli *cli)
{
	struct round_qualification q;
	struct members members;
	struct round round;

	TRY(cli_round(cli, cli->argv[0], &round));
	TRY(round_members(&cli->ctx, &cli->arena, round.id, &members));
	TRY(round_qualification(&cli->ctx, &cli->arena, round.id, &q));
	if (*q.qualification != '\0' && cli_reader(cli) == READ_SHOWN)
		TRY(print_text(
			cli, arena_printf(&cli->arena, "%s: %s\n",
				     text_word(WORDS_FIELD, "qualification"), q.qualification)));
	return print_array(cli, &listing, &members, members.n);
}

static struct error run_set(struct cli *cli)
{
	struct juror_fitness f = { .note = "" };
	struct round round;

	TRY(cli_round(cli, cli->argv[0], &round));
	record_blank(&record_of_juror_fitness, &f);
	TRY(cli_record_fields(cli, NULL, &f));
	cli->subject = cli->argv[1];
	TRY(juror_fitness_set(&cli->ctx, round.id, cli->argv[1], &f));
	return print_simply(cli);
}

static struct error run_require(struct cli *cli)
{
	struct round round;

	TRY(cli_round(cli, cli->argv[0], &round));
	TRY(round_qualification_set(&cli->ctx, round.id, option_text(cli, "qualification")));
	return print_simply(cli);
}

static const struct verb verbs[] = {
	{ .name = "list",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.run = run_list,
		.help = N_("Lists what is known of the jurors of a round.") },
	{ .name = "set",
		.operands = "KEY LOGIN",
		.least = 2,
		.most = 2,
		.record = &record_of_juror_fitness,
		.in = IN_EDIT,
		.run = run_set,
		.help = N_("Records whether a juror is independent of the entrants and has the "
			   "qualification that is asked of them.") },
	{ .name = "require",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.record = &record_of_round_qualification,
		.in = IN_EDIT,
		.run = run_require,
		.help = N_("Sets which qualification the entrants of a round must have: a third of "
			   "the jury then has it too.") },
};
const struct noun noun_fitness = { "fitness", N_("a jury that is independent and knows the trade"),
	verbs, LEN(verbs) };
