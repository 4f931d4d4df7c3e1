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

static json_t *conflict_json(struct cli *cli, const struct conflict *c)
{
	return json_pack("{s:I, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:s, s:s, s:s, s:s, s:o}",
		"id", (json_int_t)c->id, "juror", c->login, "name", c->name, "submission", c->code,
		"applicant", c->by_code ? "" : applicant_of(cli, c->submission_id), "ground",
		arena_printf(&cli->arena, "%lld", (long long)c->ground), "state", c->state,
		"decided_by", c->decided_by, "made", json_time(c->made), "source", c->source,
		"entered_by", c->entered_by, "reason", c->reason, "decision", c->decision,
		"decided", json_time(c->decided));
}

static struct error run_conflicts(struct cli *cli)
{
	static const struct column columns[] = {
		{ "id", N_("Number"), CELL_NUMBER },
		{ "name", N_("Juror"), CELL_TEXT },
		{ "submission", N_("Submission"), CELL_TEXT },
		{ "applicant", N_("Applicant"), CELL_TEXT },
		{ "ground", N_("Ground"), CELL_CODE, WORDS_GROUND },
		{ "state", N_("State"), CELL_CODE, WORDS_CONFLICT_STATE },
		{ "source", N_("Source"), CELL_TEXT },
		{ "entered_by", N_("Entered by"), CELL_TEXT },
		{ "reason", N_("Reason"), CELL_TEXT },
		{ "decision", N_("The panel's reason"), CELL_TEXT },
	};
	struct conflicts list;
	struct round r = { 0 };
	json_auto_t *rows = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	if (cli->argc > 0)
		TRY(cli_round(cli, cli->argv[0], &r));
	TRY(conflict_list(&cli->ctx, &cli->arena, r.id, &list));
	for (size_t i = 0; i < list.n; i++)
		json_array_append_new(rows, conflict_json(cli, &list.rows[i]));
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
}

static json_t *recognition_json(const struct recognition *g)
{
	return json_pack("{s:I, s:s, s:s, s:s, s:o, s:s, s:o, s:s, s:s}", "id", (json_int_t)g->id,
		"juror", g->login, "name", g->name, "submission", g->code, "at", json_time(g->at),
		"text", g->text, "noted", json_time(g->noted), "noted_by", g->noted_by, "decision",
		g->decision);
}

static struct error run_recognized(struct cli *cli)
{
	static const struct column columns[] = {
		{ "id", N_("Number"), CELL_NUMBER },
		{ "name", N_("Juror"), CELL_TEXT },
		{ "submission", N_("Submission"), CELL_TEXT },
		{ "at", N_("Time"), CELL_MOMENT },
		{ "text", N_("Text"), CELL_TEXT },
		{ "noted", N_("Noted"), CELL_MOMENT },
		{ "decision", N_("What was decided"), CELL_TEXT },
	};
	struct recognitions list;
	struct round r = { 0 };
	json_auto_t *rows = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	if (cli->argc > 0)
		TRY(cli_round(cli, cli->argv[0], &r));
	TRY(recognition_list(&cli->ctx, &cli->arena, r.id, &list));
	for (size_t i = 0; i < list.n; i++)
		json_array_append_new(rows, recognition_json(&list.rows[i]));
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
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

static struct error run_hints(struct cli *cli)
{
	static const struct column columns[] = {
		{ "hint", N_("Hint"), CELL_TEXT },
		{ "name", N_("Juror"), CELL_TEXT },
		{ "applicant", N_("Applicant"), CELL_TEXT },
		{ "text", N_("Text"), CELL_TEXT },
		{ "state", N_("State"), CELL_CODE, WORDS_HINT_STATE },
		{ "reason", N_("Reason"), CELL_TEXT },
	};
	struct arena *arena = &cli->arena;
	struct hints list;
	struct round r;
	json_auto_t *rows = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(hint_list(&cli->ctx, arena, r.id, &list));
	for (size_t i = 0; i < list.n; i++) {
		const struct hint *h = &list.rows[i];

		json_array_append_new(rows,
			json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:b, s:s, s:s, s:s, s:s, s:o}",
				"hint", arena_printf(arena, "%s/%s", r.key, hint_name(arena, h)),
				"juror", h->login, "name", h->name, "submission", h->code,
				"applicant", applicant_of(cli, h->submission_id), "kind", h->kind,
				"anonymity", hint_is_risk(h), "text", hint_words(arena, h), "state",
				h->state, "reason", h->reason, "by", h->by, "at",
				json_time(h->at)));
	}
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
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
