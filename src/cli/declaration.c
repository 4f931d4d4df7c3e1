/* SPDX-License-Identifier: MIT
 * Declarations of interest, and conflicts with their deciding. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/judging/review.h"
#include "src/ground/sides.h"
#include "src/phases/submission.h"

enum { CONFLICTS_MAX = MAPS_MAX };

/* "P-003=4": the submission's code and the ground's number. */
struct error parse_conflict(struct cli *cli, const struct round *r, const char *text, bool by_code,
	struct declared_conflict *out)
{
	const char *equals = strchr(text, '=');

	cli->subject = text;
	if (equals == NULL)
		return fail(E_INVALID, "ground");
	const char *code = arena_bytes(&cli->arena, text, (size_t)(equals - text));
	out->ground = ground_of(equals + 1);
	out->reason = "";
	if (out->ground == 0)
		return fail(E_INVALID, "ground");
	if (by_code)
		return item_find_judged(&cli->ctx, r->id, code, &out->submission_id);
	struct error e = item_find_sender(&cli->ctx, r->id, code, &out->submission_id);
	return e.code == E_NOT_FOUND ?
		       submission_find(&cli->ctx, r->kind, code, &out->submission_id) :
		       e;
}

static struct error run_declare(struct cli *cli)
{
	struct declared_conflict conflicts[CONFLICTS_MAX];
	const char *const *given = NULL;
	size_t n = option_values(cli, "conflict", &given);
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	for (size_t i = 0; i < n; i++)
		TRY(parse_conflict(cli, &r, given[i], false, &conflicts[i]));
	cli->subject = cli->argv[1];
	TRY(declaration_enter(
		&cli->ctx, r.id, cli->argv[1], conflicts, n, option_text(cli, "source")));
	return print_simply(cli);
}

static const struct column declaration_columns[] = {
	{ "juror", N_("Juror") },
	{ "name" },
	{ "declared", N_("Declared") },
	{ "source" },
	{ "entered_by" },
};

static struct error declaration_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct declarations *list = arg;

	(void)cli;
	row_record(row, &list->rows[id]);
	return ok();
}

static const struct listing declaration_listing = { declaration_columns, LEN(declaration_columns),
	"juror,name,declared,source,entered_by", declaration_row, &record_of_declaration };

static struct error run_declarations(struct cli *cli)
{
	struct declarations list;
	struct round r;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(declaration_list(&cli->ctx, &cli->arena, r.id, &list));
	return print_array(cli, &declaration_listing, &list, list.n);
}

static const struct option_spec declare_options[] = {
	{ "conflict", "CODE=GROUND",
		N_("a conflict and its ground of 28 § (1 to 7); may be repeated") },
	{ "source", "TEXT", N_("where the signed declaration is") },
};
static const struct verb declaration_verbs[] = {
	{ .name = "add",
		.operands = "KEY LOGIN",
		.least = 2,
		.most = 2,
		.options = declare_options,
		.option_count = LEN(declare_options),
		.run = run_declare,
		.help = N_(
			"Enters a declaration made on paper or by mail; without --conflict it is "
			"\"none\".") },
	{ .name = "list",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.run = run_declarations,
		.help = N_("Lists who has declared.") },
};
const struct noun noun_declaration = { "declaration", N_("declarations of interest"),
	declaration_verbs, LEN(declaration_verbs) };
