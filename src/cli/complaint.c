/* SPDX-License-Identifier: MIT
 * Complaints against decisions. */

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/judging/decision.h"
#include "src/judging/service.h"
#include "src/phases/team.h"

static const struct column complaint_columns[] = {
	{ "code" },
	{ "decision" },
	{ "by" },
	{ "kind" },
	{ "received", N_("Received") },
	{ "due", N_("Due") },
	{ "answered" },
	{ "outcome" },
};

static struct error complaint_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct complaint c;

	(void)arg;
	TRY(complaint_get(&cli->ctx, &row->arena, id, &c));
	row_record(row, &c);
	return ok();
}

static const struct listing complaint_listing = { complaint_columns, LEN(complaint_columns),
	"code,decision,by,kind,received,due,answered,outcome", complaint_row,
	&record_of_complaint };

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = complaint_ids(&cli->ctx, 0, &ids);

	return print_listing(cli, &complaint_listing, NULL, e, &ids);
}

static struct error run_add(struct cli *cli)
{
	struct complaint c = { .kind = "correction", .text = "", .case_number = "" };
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
	cli->subject = NULL;
	TRY(cli_record_fields(cli, NULL, &c));
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
		.record = &record_of_complaint,
		.run = run_add,
		.help = N_("Records a complaint against an approved decision. While it is open, no "
			   "contract is made.") },
};
const struct noun noun_complaint = { "complaint", N_("correction requests and appeals"), verbs,
	LEN(verbs) };
