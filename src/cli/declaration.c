/* SPDX-License-Identifier: MIT
 * Declarations of interest, and conflicts with their deciding. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/judging/review.h"
#include "src/phases/submission.h"

enum { CONFLICTS_MAX = MAPS_MAX };

/* "P-003=4": the submission's code and the ground's number. */
static struct error parse_conflict(
	struct cli *cli, const struct round *r, const char *text, struct declared_conflict *out)
{
	const char *equals = strchr(text, '=');
	struct item item;
	int64_t id;

	cli->subject = text;
	if (equals == NULL)
		return fail(E_INVALID, "ground");
	const char *code = arena_bytes(&cli->arena, text, (size_t)(equals - text));
	out->ground = ground_of(equals + 1);
	out->reason = "";
	if (out->ground == 0)
		return fail(E_INVALID, "ground");
	struct error e = store_item_find(cli->ctx.db, r->id, code, &id);
	if (e.code == E_OK) {
		TRY(item_get(&cli->ctx, &cli->arena, id, &item));
		out->submission_id = item.submission_id;
		return ok();
	}
	return submission_find(&cli->ctx, r->kind, code, &out->submission_id);
}

static struct error run_declare(struct cli *cli)
{
	struct declared_conflict conflicts[CONFLICTS_MAX];
	const char *const *given = NULL;
	size_t n = option_values(cli, "conflict", &given);
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	for (size_t i = 0; i < n; i++)
		TRY(parse_conflict(cli, &r, given[i], &conflicts[i]));
	cli->subject = cli->argv[1];
	TRY(declaration_enter(
		&cli->ctx, r.id, cli->argv[1], conflicts, n, option_text(cli, "source")));
	return print_simply(cli);
}

static struct error run_declarations(struct cli *cli)
{
	static const struct column columns[] = {
		{ "juror", N_("Juror"), SHOW_TEXT, 0 },
		{ "name", N_("Name"), SHOW_TEXT, 0 },
		{ "declared", N_("Declared"), SHOW_TIME, 0 },
		{ "source", N_("Source"), SHOW_TEXT, 0 },
		{ "entered_by", N_("Entered by"), SHOW_TEXT, 0 },
	};
	struct declarations list;
	struct round r;
	json_t *rows = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(declaration_list(&cli->ctx, &cli->arena, r.id, &list));
	for (size_t i = 0; i < list.n; i++)
		json_array_append_new(rows,
			json_pack("{s:s, s:s, s:o, s:s, s:s}", "juror", list.rows[i].login, "name",
				list.rows[i].name, "declared", json_time(list.rows[i].made), "source",
				list.rows[i].source, "entered_by", list.rows[i].entered_by));
	return print_rows(cli, rows, columns, LEN(columns));
}

static const struct option_spec declare_options[] = {
	{ "conflict", "CODE=GROUND", N_("a conflict and its ground of 28 § (1 to 7); may be repeated") },
	{ "source", "TEXT", N_("where the signed declaration is") },
};
static const struct verb declaration_verbs[] = {
	{ .name = "add", .operands = "KEY LOGIN", .least = 2, .most = 2, .options = declare_options,
		.option_count = LEN(declare_options), .run = run_declare,
		.help = N_("Enters a declaration made on paper or by mail; without --conflict it is "
			   "\"none\".") },
	{ .name = "list", .operands = "KEY", .least = 1, .most = 1, .run = run_declarations,
		.help = N_("Lists who has declared.") },
};
const struct noun noun_declaration = { "declaration", N_("declarations of interest"),
	declaration_verbs, LEN(declaration_verbs) };

static struct error run_conflicts(struct cli *cli)
{
	static const struct column columns[] = {
		{ "id", N_("Number"), SHOW_NUMBER, 0 },
		{ "name", N_("Juror"), SHOW_TEXT, 0 },
		{ "submission", N_("Submission"), SHOW_TEXT, 0 },
		{ "ground", N_("Ground"), SHOW_WORD, WORDS_GROUND },
		{ "state", N_("State"), SHOW_WORD, WORDS_CONFLICT_STATE },
		{ "source", N_("Source"), SHOW_TEXT, 0 },
		{ "entered_by", N_("Entered by"), SHOW_TEXT, 0 },
		{ "reason", N_("Reason"), SHOW_TEXT, 0 },
		{ "decision", N_("The panel's reason"), SHOW_TEXT, 0 },
	};
	struct conflicts list;
	struct round r = { 0 };
	json_t *rows = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	if (cli->argc > 0)
		TRY(cli_round(cli, cli->argv[0], &r));
	TRY(conflict_list(&cli->ctx, &cli->arena, r.id, &list));
	for (size_t i = 0; i < list.n; i++) {
		const struct conflict *c = &list.rows[i];

		json_array_append_new(rows,
			json_pack("{s:I, s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:s, s:s, s:s, s:s, s:o}", "id",
				(json_int_t)c->id, "juror", c->login, "name", c->name, "submission",
				c->code, "ground",
				arena_printf(&cli->arena, "%lld", (long long)c->ground), "state",
				c->state, "decided_by", c->decided_by, "made", json_time(c->made),
				"source", c->source, "entered_by", c->entered_by, "reason",
				c->reason, "decision", c->decision, "decided",
				json_time(c->decided)));
	}
	return print_rows(cli, rows, columns, LEN(columns));
}

static struct error run_conflict_decide(struct cli *cli)
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

static const struct option_spec decide_options[] = {
	{ "reason", "TEXT", N_("the reason") },
};
static const struct verb conflict_verbs[] = {
	{ .name = "list", .operands = "[KEY]", .least = 0, .most = 1, .run = run_conflicts,
		.help = N_("Lists conflicts of interest.") },
	{ .name = "decide", .operands = "NUMBER stands|none", .least = 2, .most = 2,
		.options = decide_options, .option_count = LEN(decide_options), .run = run_conflict_decide,
		.help = N_("Records the panel's decision on a doubtful ground (29 §).") },
};
const struct noun noun_conflict = { "conflict", N_("conflicts of interest and their deciding"),
	conflict_verbs, LEN(conflict_verbs) };
