/* SPDX-License-Identifier: MIT
 * The challenges made of selected problems. */

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/phases/challenge.h"
#include "src/phases/submission.h"

static const char *problem_code(struct cli *cli, int64_t challenge_id)
{
	struct submission_titles problems;

	if (challenge_problems(&cli->ctx, &cli->arena, challenge_id, &problems).code != E_OK ||
		problems.n == 0)
		return "";
	return problems.rows[0].code;
}

static const struct column challenge_columns[] = {
	{ "code" },
	{ "title", N_("Title"), CELL_TEXTS },
	{ "pilot", N_("Code of the pilot municipality"), CELL_TEXT },
	{ "pilot_name", N_("Pilot municipality"), CELL_TEXT },
	{ "problem", N_("Problem"), CELL_TEXT },
	{ "teams", N_("Teams"), CELL_NUMBER },
	{ "procurement" },
	{ "notice", N_("Contest notice") },
	{ "value" },
};

static struct error challenge_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct challenge c;
	struct municipality m;

	(void)arg;
	TRY(challenge_get(&cli->ctx, &row->arena, id, &c));
	TRY(municipality_get(&cli->ctx, &row->arena, c.pilot_id, &m));
	row_record(row, &c);
	row_put(row, "title", cell_texts(c.title_fi, c.title_sv, NULL));
	row_put(row, "pilot", cell_text(m.code));
	row_put(row, "pilot_name", cell_text(municipality_shown(&cli->ctx, &row->arena, &m)));
	row_put(row, "problem", cell_text(problem_code(cli, id)));
	row_put(row, "teams", cell_number(0));
	return ok();
}

static const struct listing challenge_listing = { challenge_columns, LEN(challenge_columns),
	"code,title,pilot_name,problem", challenge_row, &record_of_challenge };
static const struct listing challenge_record = { challenge_columns, LEN(challenge_columns),
	"code,title,pilot_name,problem,procurement,notice,value", challenge_row,
	&record_of_challenge };

static struct error run_challenge_list(struct cli *cli)
{
	struct id_list ids = { 0 };

	TRY(require(&cli->ctx, ACT_READ));
	struct error e = challenge_ids(&cli->ctx, &ids);
	return print_listing(cli, &challenge_listing, NULL, e, &ids);
}

static struct error run_challenge_show(struct cli *cli)
{
	int64_t id;

	TRY(require(&cli->ctx, ACT_READ));
	cli->subject = cli->argv[0];
	TRY(challenge_find(&cli->ctx, cli->argv[0], &id));
	return print_one(cli, &challenge_record, NULL, id);
}

static struct error read_challenge(struct cli *cli, struct challenge *c)
{
	TRY(cli_record_fields(cli, NULL, c));
	if (option(cli, "pilot") != NULL) {
		cli->subject = option(cli, "pilot");
		TRY(municipality_find(&cli->ctx, option(cli, "pilot"), &c->pilot_id));
		cli->subject = NULL;
	}
	return ok();
}

static struct error run_challenge_add(struct cli *cli)
{
	struct challenge c = { .title_fi = "", .title_sv = "", .title_en = "" };
	int64_t problem, id;

	if (option(cli, "problem") == NULL)
		return fail(E_REQUIRED, "problem");
	cli->subject = option(cli, "problem");
	TRY(submission_find(&cli->ctx, "problem", option(cli, "problem"), &problem));
	TRY(read_challenge(cli, &c));
	TRY(challenge_add(&cli->ctx, problem, &c, &id));
	TRY(challenge_get(&cli->ctx, &cli->arena, id, &c));
	print_done(cli, "%s", c.code);
	return ok();
}

static struct error run_challenge_edit(struct cli *cli)
{
	struct challenge c;
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(challenge_find(&cli->ctx, cli->argv[0], &id));
	TRY(challenge_get(&cli->ctx, &cli->arena, id, &c));
	TRY(read_challenge(cli, &c));
	TRY(challenge_update(&cli->ctx, &c));
	return print_simply(cli);
}

static const struct option_spec challenge_options[] = {
	{ "problem", "CODE", N_("the selected problem it is made of") },
	{ "title-fi", "TEXT", N_("the title in Finnish") },
	{ "title-sv", "TEXT", N_("in Swedish") },
	{ "text-fi", "TEXT", N_("the description in Finnish") },
	{ "text-sv", "TEXT", N_("in Swedish") },
	{ "pilot", "NAME|CODE", N_("the pilot municipality; the problem's unless given") },
	{ "procurement", "KIND",
		N_("design_contest (unless given), design_contest_state, social_health or "
		   "special_services") },
	{ "notice", "DATE", N_("the day of the contest notice: its thresholds count") },
	{ "value", "AMOUNT",
		N_("estimated at the notice without VAT: prizes, fees and the contract that may "
		   "follow") },
};
static const struct verb challenge_verbs[] = {
	{ .name = "list", .run = run_challenge_list, .help = N_("Lists the challenges.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_challenge_show,
		.help = N_("Shows one.") },
	{ .name = "add",
		.options = challenge_options,
		.option_count = LEN(challenge_options),
		.record = &record_of_challenge,
		.run = run_challenge_add,
		.help = N_("Makes a selected problem a challenge and prints its code.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = challenge_options + 1,
		.option_count = LEN(challenge_options) - 1,
		.record = &record_of_challenge,
		.run = run_challenge_edit,
		.help = N_("Changes titles, texts or pilot.") },
};
const struct noun noun_challenge = { "challenge", N_("the challenges made of selected problems"),
	challenge_verbs, LEN(challenge_verbs) };
