/* SPDX-License-Identifier: MIT
 * Complaints against decisions. */

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/judging/decision.h"
#include "src/judging/service.h"
#include "src/phases/team.h"

static const struct column complaint_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "decision", N_("Decision"), CELL_TEXT },
	{ "by", N_("Made by"), CELL_TEXT },
	{ "kind", N_("Kind"), CELL_CODE, WORDS_COMPLAINT_KIND },
	{ "received", N_("Received"), CELL_DAY },
	{ "due", N_("Due"), CELL_DAY },
	{ "answered", N_("Answered"), CELL_DAY },
	{ "outcome", N_("Outcome"), CELL_CODE, WORDS_COMPLAINT_OUTCOME },
};

static struct error complaint_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct complaint c;

	(void)arg;
	TRY(complaint_get(&cli->ctx, &row->arena, id, &c));
	row_put(row, "code", cell_text(c.code));
	row_put(row, "decision", cell_text(c.decision));
	row_put(row, "by", cell_text(c.by));
	row_code(row, "kind", c.kind);
	row_put(row, "received", cell_day(c.received));
	row_put(row, "due", cell_day(c.due));
	row_put(row, "answered", cell_day(c.answered));
	row_code(row, "outcome", c.outcome);
	return ok();
}

static const struct listing complaint_listing = { complaint_columns, LEN(complaint_columns),
	"code,decision,by,kind,received,due,answered,outcome", complaint_row };

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = complaint_ids(&cli->ctx, 0, &ids);

	return print_listing(cli, &complaint_listing, NULL, e, &ids);
}

static struct error run_add(struct cli *cli)
{
	struct complaint c = { .kind = option(cli, "kind") == NULL ? "correction" :
								     option(cli, "kind"),
		.text = option_text(cli, "text"),
		.case_number = option_text(cli, "case-number") };
	struct team team;
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(decision_find(&cli->ctx, cli->argv[0], &c.decision_id));
	if (option(cli, "team") != NULL) {
		cli->subject = option(cli, "team");
		TRY(team_find(&cli->ctx, option(cli, "team"), &id));
		TRY(team_get(&cli->ctx, &cli->arena, id, &team));
		c.submission_id = team.solution_id != 0 ? team.solution_id : team.application_id;
	}
	TRY(input_day("received", option_text(cli, "received"), &c.received));
	TRY(input_day("due", option_text(cli, "due"), &c.due));
	cli->subject = NULL;
	TRY(complaint_add(&cli->ctx, &c, &id));
	TRY(complaint_get(&cli->ctx, &cli->arena, id, &c));
	print_done(cli, "%s", c.code);
	return ok();
}

static const struct option_spec add_options[] = {
	{ "kind", "KIND", N_("correction, appeal or other") },
	{ "team", "TEAM", N_("who complains, if it is an entrant") },
	{ "text", "TEXT", N_("what is demanded, and on what grounds") },
	{ "received", "DATE", N_("when it arrived; today unless given") },
	{ "due", "DATE", N_("when it must be answered") },
	{ "case-number", "TEXT", N_("the case number") },
};
static const struct verb verbs[] = {
	{ .name = "list", .run = run_list, .help = N_("Lists the complaints.") },
	{ .name = "add",
		.operands = "DECISION",
		.least = 1,
		.most = 1,
		.options = add_options,
		.option_count = LEN(add_options),
		.run = run_add,
		.help = N_("Records a complaint against an approved decision. While it is open, no "
			   "contract is made.") },
};
const struct noun noun_complaint = { "complaint", N_("correction requests and appeals"), verbs,
	LEN(verbs) };
