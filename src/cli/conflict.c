/* SPDX-License-Identifier: MIT
 * Conflicts of interest: their list, what is recorded later, the panel's decisions, and Klash's
 * hints. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/judging/hint.h"
#include "src/judging/recognition.h"
#include "src/judging/review.h"
#include "src/phases/submission.h"

static const char *applicant_of(struct cli *cli, int64_t submission_id)
{
	struct submission s;

	if (submission_id == 0 ||
		submission_get(&cli->ctx, &cli->arena, submission_id, &s).code != E_OK)
		return "";
	return submission_applicant(&cli->ctx, &cli->arena, &s);
}

static const struct column conflict_columns[] = {
	{ "id" },
	{ "juror", N_("User name") },
	{ "name", N_("Juror") },
	{ "submission", N_("Submission"), CELL_TEXT },
	{ "applicant", N_("Applicant"), CELL_TEXT },
	{ "ground", N_("Ground"), CELL_CODE, WORDS_GROUND },
	{ "state" },
	{ "decided_by", N_("Decided by"), CELL_TEXT },
	{ "made" },
	{ "source" },
	{ "entered_by" },
	{ "reason", N_("Reason") },
	{ "decision", N_("The panel's reason") },
	{ "decided", N_("Decided") },
};

static struct error conflict_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct conflicts *list = arg;
	const struct conflict *c = &list->rows[id];

	row_record(row, c);
	row_put(row, "submission", cell_text(c->code));
	row_put(row, "applicant", cell_text(c->by_code ? "" : applicant_of(cli, c->submission_id)));
	row_code(row, "ground", arena_printf(&row->arena, "%lld", (long long)c->ground));
	row_put(row, "decided_by", cell_text(c->decided_by));
	return ok();
}

static const struct listing conflict_listing = { conflict_columns, LEN(conflict_columns),
	"id,name,submission,applicant,ground,state,source,entered_by,reason,decision", conflict_row,
	&record_of_conflict };

static struct error run_conflicts(struct cli *cli)
{
	struct conflicts list;
	struct round r = { 0 };

	TRY(require(&cli->ctx, ACT_READ));
	if (cli->argc > 0)
		TRY(cli_round(cli, cli->argv[0], &r));
	TRY(conflict_list(&cli->ctx, &cli->arena, r.id, &list));
	return print_array(cli, &conflict_listing, &list, list.n);
}

static const struct column recognition_columns[] = {
	{ "id" },
	{ "juror" },
	{ "name", N_("Juror") },
	{ "submission", N_("Submission") },
	{ "at" },
	{ "text" },
	{ "noted" },
	{ "noted_by" },
	{ "decision" },
};

static struct error recognition_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct recognitions *list = arg;
	const struct recognition *g = &list->rows[id];

	(void)cli;
	row_record(row, g);
	return ok();
}

static const struct listing recognition_listing = { recognition_columns, LEN(recognition_columns),
	"id,name,submission,at,text,noted,decision", recognition_row, &record_of_recognition };

static struct error run_recognized(struct cli *cli)
{
	struct recognitions list;
	struct round r = { 0 };

	TRY(require(&cli->ctx, ACT_READ));
	if (cli->argc > 0)
		TRY(cli_round(cli, cli->argv[0], &r));
	TRY(recognition_list(&cli->ctx, &cli->arena, r.id, &list));
	return print_array(cli, &recognition_listing, &list, list.n);
}

static struct error run_note(struct cli *cli)
{
	int64_t id;

	TRY(cli_number(cli, 0, "recognition", &id));
	cli->subject = cli->argv[0];
	TRY(recognition_note(&cli->ctx, id, option_text(cli, "decision")));
	return print_simply(cli);
}

static struct error run_decide(struct cli *cli)
{
	bool stands = strcmp(cli->argv[1], "stands") == 0;
	int64_t id;

	TRY(cli_number(cli, 0, "conflict", &id));
	cli->subject = cli->argv[1];
	if (!stands && strcmp(cli->argv[1], "none") != 0)
		return fail(E_INVALID, "state");
	cli->subject = cli->argv[0];
	TRY(conflict_decide(&cli->ctx, id, stands, option_text(cli, "reason")));
	return print_simply(cli);
}

static struct error run_add(struct cli *cli)
{
	struct recorded_conflict conflict = { .doubtful = option(cli, "doubtful") != NULL,
		.source = option_text(cli, "source") };
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	conflict.by_code = r.blind && strncmp(cli->argv[2], "K-", 2) == 0;
	TRY(parse_conflict(cli, &r, cli->argv[2], conflict.by_code, &conflict.conflict));
	conflict.conflict.reason = option_text(cli, "reason");
	cli->subject = cli->argv[1];
	TRY(conflict_add(&cli->ctx, r.id, cli->argv[1], &conflict));
	return print_simply(cli);
}

static const struct column hint_columns[] = {
	{ "hint", N_("Hint"), CELL_TEXT },
	{ "juror", N_("User name") },
	{ "name", N_("Juror") },
	{ "submission", N_("Submission"), CELL_TEXT },
	{ "applicant", N_("Applicant"), CELL_TEXT },
	{ "kind", N_("Kind"), CELL_TEXT },
	{ "anonymity", N_("Anonymity risk"), CELL_FLAG },
	{ "text", N_("Text"), CELL_TEXT },
	{ "state" },
	{ "reason", N_("Reason") },
	{ "by" },
	{ "at" },
};

struct hinted {
	struct round round;
	struct hints list;
};

static struct error hint_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct hinted *hinted = arg;
	const struct hint *h = &hinted->list.rows[id];

	row_record(row, h);
	row_put(row, "submission", cell_text(h->code));
	row_put(row, "hint",
		cell_text(arena_printf(
			&row->arena, "%s/%s", hinted->round.key, hint_name(&row->arena, h))));
	row_put(row, "applicant", cell_text(applicant_of(cli, h->submission_id)));
	row_put(row, "kind", cell_text(h->kind));
	row_put(row, "anonymity", cell_flag(hint_is_risk(h)));
	row_put(row, "text", cell_text(hint_words(&row->arena, h)));
	return ok();
}

static const struct listing hint_listing = { hint_columns, LEN(hint_columns),
	"hint,name,applicant,text,state,reason", hint_row, &record_of_hint };

static struct error run_hints(struct cli *cli)
{
	struct hinted hinted;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &hinted.round));
	TRY(hint_list(&cli->ctx, &cli->arena, hinted.round.id, &hinted.list));
	return print_array(cli, &hint_listing, &hinted, hinted.list.n);
}

/* "ROUND/JUROR/CODE/KIND" */
static struct error read_hint(struct cli *cli, struct round *r, const char **name)
{
	const char *slash = strchr(cli->argv[0], '/');

	cli->subject = cli->argv[0];
	if (slash == NULL)
		return fail(E_INVALID, "hint");
	*name = slash + 1;
	TRY(cli_round(
		cli, arena_bytes(&cli->arena, cli->argv[0], (size_t)(slash - cli->argv[0])), r));
	cli->subject = cli->argv[0];
	return ok();
}

static struct error run_dismiss(struct cli *cli)
{
	const char *name;
	struct round r;

	TRY(read_hint(cli, &r, &name));
	TRY(hint_set_aside(&cli->ctx, r.id, name, option_text(cli, "reason")));
	return print_simply(cli);
}

static struct error run_take_up(struct cli *cli)
{
	const char *name;
	struct round r;

	TRY(read_hint(cli, &r, &name));
	TRY(hint_take(&cli->ctx, r.id, name, ground_of(option_text(cli, "ground")),
		option_text(cli, "reason")));
	return print_simply(cli);
}

static const struct option_spec decide_options[] = {
	{ "reason", "TEXT", N_("the reason") },
};
static const struct option_spec note_options[] = {
	{ "decision", "TEXT", N_("what was decided") },
};
static const struct option_spec add_options[] = {
	{ "source", "TEXT", N_("who told it, and where it is written") },
	{ "reason", "TEXT", N_("the reason") },
	{ "doubtful", NULL, N_("bars nobody until the panel has decided on it (29 §)") },
};
static const struct option_spec take_options[] = {
	{ "ground", "GROUND", N_("the ground of 28 § (1 to 7)") },
	{ "reason", "TEXT", N_("the reason") },
};
static const struct verb conflict_verbs[] = {
	{ .name = "list",
		.operands = "[KEY]",
		.least = 0,
		.most = 1,
		.run = run_conflicts,
		.help = N_("Lists conflicts of interest.") },
	{ .name = "add",
		.operands = "KEY LOGIN CODE=GROUND",
		.least = 3,
		.most = 3,
		.options = add_options,
		.option_count = LEN(add_options),
		.run = run_add,
		.help = N_("Records a conflict that a juror told of after declaring, or a doubtful "
			   "one.") },
	{ .name = "decide",
		.operands = "NUMBER stands|none",
		.least = 2,
		.most = 2,
		.options = decide_options,
		.option_count = LEN(decide_options),
		.run = run_decide,
		.help = N_("Records the panel's decision on a doubtful ground (29 §).") },
	{ .name = "recognized",
		.operands = "[KEY]",
		.least = 0,
		.most = 1,
		.run = run_recognized,
		.help = N_("Lists what jurors noted of teams that they recognized.") },
	{ .name = "note",
		.operands = "NUMBER",
		.least = 1,
		.most = 1,
		.options = note_options,
		.option_count = LEN(note_options),
		.run = run_note,
		.help = N_("Takes note that a juror recognized a team, with what was decided.") },
	{ .name = "hints",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.run = run_hints,
		.help = N_("Lists ties that Klash finds in its own data; they decide nothing.") },
	{ .name = "dismiss",
		.operands = "HINT",
		.least = 1,
		.most = 1,
		.options = decide_options,
		.option_count = LEN(decide_options),
		.run = run_dismiss,
		.help = N_("Sets a hint aside with a reason.") },
	{ .name = "take-up",
		.operands = "HINT",
		.least = 1,
		.most = 1,
		.options = take_options,
		.option_count = LEN(take_options),
		.run = run_take_up,
		.help = N_("Records a hint as a doubtful ground for the panel to decide.") },
};
const struct noun noun_conflict = { "conflict", N_("conflicts of interest and their deciding"),
	conflict_verbs, LEN(conflict_verbs) };
