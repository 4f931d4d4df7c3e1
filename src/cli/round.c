/* SPDX-License-Identifier: MIT
 * Rounds: rules, panel, opening and closing. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/cli/cli.h"
#include "src/cli/round_show.h"
#include "src/judging/custody.h"
#include "src/phases/challenge.h"

struct error cli_round(struct cli *cli, const char *key, struct round *round)
{
	int64_t id;

	cli->subject = key;
	TRY(round_find(&cli->ctx, key, &id));
	return round_get(&cli->ctx, &cli->arena, id, round);
}

struct error cli_range(
	struct cli *cli, const char *text, const char *field, int64_t *low, int64_t *high)
{
	char *end;

	if (text == NULL)
		return ok();
	cli->subject = text;
	*low = strtoll(text, &end, 10);
	if (end == text || (*end != ':' && *end != '-'))
		return fail(E_INVALID, field);
	const char *second = end + 1;
	*high = strtoll(second, &end, 10);
	if (end == second || *end != '\0' || *low < 0 || *high < *low)
		return fail(E_INVALID, field);
	return ok();
}

static struct error read_rules(struct cli *cli, struct round *r)
{
	TRY(cli_record_fields(cli, NULL, r));
	return cli_range(cli, option(cli, "select"), "select", &r->select_min, &r->select_max);
}

/* The plural of the command line and the singular of the file. */
static const char *kind_code(const char *kind)
{
	static const char *const kinds[][2] = {
		{ "problems", "problem" },
		{ "applications", "application" },
		{ "solutions", "solution" },
	};

	for (size_t i = 0; kind != NULL && i < LEN(kinds); i++)
		if (strcmp(kind, kinds[i][0]) == 0 || strcmp(kind, kinds[i][1]) == 0)
			return kinds[i][1];
	return "";
}

static struct error run_add(struct cli *cli)
{
	struct round r = { .key = cli->argv[0],
		.kind = kind_code(option(cli, "kind")),
		.select_min = -1,
		.select_max = -1 };
	int64_t id;

	cli->subject = cli->argv[0];
	if (option(cli, "challenge") != NULL)
		TRY(challenge_find(&cli->ctx, option(cli, "challenge"), &r.challenge_id));
	TRY(read_rules(cli, &r));
	TRY(round_add(&cli->ctx, &r, &id));
	return print_simply(cli);
}

static struct error run_edit(struct cli *cli)
{
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(read_rules(cli, &r));
	TRY(round_update(&cli->ctx, &r));
	return print_simply(cli);
}

/* "0:10" or "0:10:0.25" */
static struct error parse_scale(struct cli *cli, const char *text, struct criterion *c)
{
	char *rest = arena_text(&cli->arena, text);
	const char *low = strsep(&rest, ":"), *high = strsep(&rest, ":"),
		   *step = strsep(&rest, ":");

	if (high == NULL || thousandths_parse(low, &c->low) != 0 ||
		thousandths_parse(high, &c->high) != 0 ||
		thousandths_parse(step == NULL ? "1" : step, &c->step) != 0 || rest != NULL)
		return fail(E_INVALID, "scale");
	return ok();
}

/* As it is now, so that an option changes only what it names. */
static struct error present_criterion(struct cli *cli, int64_t round_id, struct criterion *c)
{
	struct criteria all;

	*c = (struct criterion){ .key = cli->argv[1], .weight = 1000, .high = 10000, .step = 1000 };
	TRY(round_criteria(&cli->ctx, &cli->arena, round_id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (strcmp(all.rows[i].key, cli->argv[1]) == 0)
			*c = all.rows[i];
	return ok();
}

static struct error read_criterion(struct cli *cli, struct criterion *c)
{
	TRY(cli_record_fields(cli, NULL, c));
	return option(cli, "scale") == NULL ? ok() : parse_scale(cli, option(cli, "scale"), c);
}

static struct error run_criterion(struct cli *cli)
{
	struct criterion c;
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	cli->subject = cli->argv[1];
	if (option(cli, "remove") != NULL) {
		TRY(round_remove_criterion(&cli->ctx, r.id, cli->argv[1]));
		return print_simply(cli);
	}
	TRY(present_criterion(cli, r.id, &c));
	TRY(read_criterion(cli, &c));
	if (option(cli, "reason") != NULL)
		TRY(round_correct_wording(&cli->ctx, r.id, &c, NULL, option(cli, "reason")));
	else
		TRY(round_set_criterion(&cli->ctx, r.id, &c, NULL));
	return print_simply(cli);
}

static struct error run_define(struct cli *cli)
{
	struct round r;
	char *text;

	TRY(cli_round(cli, cli->argv[0], &r));
	if (option(cli, "json") == NULL)
		return fail(E_REQUIRED, "json");
	cli->subject = option(cli, "json");
	TRY(read_text(cli, option(cli, "json"), &text));
	TRY(rules_define(&cli->ctx, r.id, text));
	return print_simply(cli);
}

static struct error run_juror(struct cli *cli)
{
	const char *chair = option_text(cli, "chair");
	const char *const *substitutes = NULL;
	size_t n = option_values(cli, "substitute", &substitutes), count = 0;
	struct seat *seats = arena_alloc(&cli->arena, ((size_t)cli->argc + n + 1) * sizeof(*seats));
	const struct seat *refused = NULL;
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	for (int i = 1; i < cli->argc; i++)
		seats[count++] = (struct seat){ cli->argv[i], false, false };
	for (size_t i = 0; i < n; i++)
		seats[count++] = (struct seat){ substitutes[i], false, true };
	if (*chair != '\0')
		seats[count++] = (struct seat){ chair, true, false };
	struct error e = round_seat_all(&cli->ctx, r.id, seats, count, &refused);
	if (refused != NULL)
		cli->subject = refused->login;
	TRY(e);
	return print_simply(cli);
}

static struct error run_lock(struct cli *cli)
{
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(round_lock(&cli->ctx, r.id, option_text(cli, "notice")));
	TRY(round_get(&cli->ctx, &cli->arena, r.id, &r));
	/* TRANSLATORS: a SHA-256 in hexadecimal. */
	print_done(cli, _("Locked. The rules' hash: %s"), r.rules_hash);
	return ok();
}

static struct error run_unseat(struct cli *cli)
{
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	cli->subject = cli->argv[1];
	TRY(round_unseat(&cli->ctx, r.id, cli->argv[1]));
	return print_simply(cli);
}

static struct error run_excuse(struct cli *cli)
{
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	cli->subject = cli->argv[1];
	TRY(round_excuse(&cli->ctx, r.id, cli->argv[1], option_text(cli, "reason")));
	return print_simply(cli);
}

static struct error run_replace(struct cli *cli)
{
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	cli->subject = cli->argv[1];
	if (option(cli, "by") == NULL)
		return fail(E_REQUIRED, "juror");
	TRY(round_replace(
		&cli->ctx, r.id, cli->argv[1], option(cli, "by"), option_text(cli, "reason")));
	return print_simply(cli);
}

static struct error run_custodian(struct cli *cli)
{
	const char *warning;
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	cli->subject = cli->argv[1];
	TRY(custody_name(
		&cli->ctx, r.id, cli->argv[1], option(cli, "deputy"), option_text(cli, "reason")));
	TRY(print_simply(cli));
	warning = custody_recorder_warning(&cli->ctx, r.id);
	fprintf(stderr, "%s\n", warning != NULL ? warning : custody_advice());
	return ok();
}

static const struct option_spec custodian_options[] = {
	{ "deputy", "LOGIN", N_("who stands in for the custodian; \"\" for nobody") },
	{ "reason", "TEXT", N_("why another takes over") },
};
static const struct option_spec add_options[] = {
	{ "kind", "KIND", N_("problems, applications or solutions"), .field = "" },
	{ "challenge", "CODE", N_("of one challenge") },
	{ "blind", NULL, N_("jurors see codes instead of names") },
	{ "min-reviews", "N", N_("reviews a submission needs to be ranked") },
	{ "quorum", "N", N_("jurors needed for closing and deciding") },
	{ "select", "MIN:MAX", N_("how many are planned to be selected") },
	{ "method", "METHOD", N_("how it is ranked"), WORDS_METHOD },
	{ "ties", "KEY,KEY[,lot]",
		N_("criteria that decide a tie across the selection line; \"lot\" last draws lots for the rest") },
	{ "conflict-scope", "SCOPE", N_("what a conflict bars: submission or challenge") },
	{ "closes", "TIME", N_("until when reviews are expected") },
};
static const struct option_spec criterion_options[] = {
	{ "weight", "W", N_("the weight, such as 40 or 0.4") },
	{ "scale", "MIN:MAX[:STEP]", N_("the scale, such as 0:10 or 0:5:0.25") },
	{ "name-fi", "NAME", N_("the name in Finnish") },
	{ "name-sv", "NAME", N_("in Swedish") },
	{ "name-en", "NAME", N_("in English") },
	{ "guidance-fi", "TEXT", N_("guidance in Finnish") },
	{ "guidance-sv", "TEXT", N_("in Swedish") },
	{ "guidance-en", "TEXT", N_("in English") },
	{ "reason", "TEXT", N_("why a wording of locked rules is corrected") },
	{ "remove", NULL, N_("take the criterion away") },
};
static const struct option_spec json_option[] = {
	{ "json", "FILE|-", N_("all rules as JSON; `round show --format json` prints them") },
};
static const struct option_spec juror_options[] = {
	{ "chair", "LOGIN", N_("the chair") },
	{ "substitute", "LOGIN", N_("a substitute; may be repeated") },
};
static const struct option_spec assign_options[] = {
	{ "per-submission", "N",
		N_("reviews of each submission; 0: all jurors review everything") },
	{ "seed", "N", N_("the seed of the dealing; drawn unless given, in a blind round always") },
};
static const struct option_spec notice_option[] = {
	{ "notice", "TEXT", N_("date, number and link of the notice") },
};
static const struct option_spec replace_options[] = {
	{ "by", "LOGIN", N_("who takes over") },
	{ "reason", "TEXT", N_("the reason") },
};
static const struct verb round_verbs[] = {
	{ .name = "list", .run = round_run_list, .help = N_("Lists the rounds.") },
	{ .name = "show",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.run = round_run_show,
		.help = N_("Shows a round with its rules and panel.") },
	{ .name = "progress",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.run = round_run_progress,
		.help = N_("Who has declared, begun, submitted, and whom to remind.") },
	{ .name = "add",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.options = add_options,
		.option_count = LEN(add_options),
		.record = &record_of_round,
		.run = run_add,
		.help = N_("Makes a round.") },
	{ .name = "edit",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.options = add_options + 3,
		.option_count = LEN(add_options) - 3,
		.record = &record_of_round,
		.run = run_edit,
		.help = N_("Changes the rules, until they are locked.") },
	{ .name = "criterion",
		.operands = "KEY CRITERION",
		.least = 2,
		.most = 2,
		.options = criterion_options,
		.option_count = LEN(criterion_options),
		.record = &record_of_criterion,
		.run = run_criterion,
		.help = N_("Adds or changes one criterion.") },
	{ .name = "define",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.options = json_option,
		.option_count = 1,
		.run = run_define,
		.help = N_("Sets all rules with guidance and bands at once.") },
	{ .name = "juror",
		.operands = "KEY [LOGIN...]",
		.least = 1,
		.most = -1,
		.options = juror_options,
		.option_count = LEN(juror_options),
		.run = run_juror,
		.help = N_("Puts jurors on the panel.") },
	{ .name = "unseat",
		.operands = "KEY LOGIN",
		.least = 2,
		.most = 2,
		.run = run_unseat,
		.help = N_("Takes a juror off a panel that has not begun.") },
	{ .name = "assign",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.options = assign_options,
		.option_count = LEN(assign_options),
		.record = &record_of_round,
		.run = round_run_assign,
		.help = N_(
			"So many reviews of each submission, dealt evenly and without conflicts as the "
			"round opens, by a seed that is written down now.") },
	{ .name = "lot",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.run = round_run_lot,
		.help = N_("Draws the lot that the locked tie rule leaves a tie to; once.") },
	{ .name = "custodian",
		.operands = "KEY LOGIN",
		.least = 2,
		.most = 2,
		.options = custodian_options,
		.option_count = LEN(custodian_options),
		.run = run_custodian,
		.help = N_("Names who may join code and name in a blind round, and the deputy.") },
	{ .name = "lock",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.options = notice_option,
		.option_count = 1,
		.run = run_lock,
		.help = N_("Locks the rules, when the notice is published.") },
	{ .name = "excuse",
		.operands = "KEY LOGIN",
		.least = 2,
		.most = 2,
		.options = replace_options + 1,
		.option_count = 1,
		.run = run_excuse,
		.help = N_("Excuses a juror; what they have submitted stays.") },
	{ .name = "replace",
		.operands = "KEY LOGIN",
		.least = 2,
		.most = 2,
		.options = replace_options,
		.option_count = LEN(replace_options),
		.run = run_replace,
		.help = N_("Replaces a juror by another.") },
};
const struct noun noun_round = { "round", N_("judging: rules, panel, opening and closing"),
	round_verbs, LEN(round_verbs) };
