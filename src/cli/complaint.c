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
	{ "remedy", N_("Remedy"), CELL_TEXT },
	{ "received", N_("Received") },
	{ "last_day" },
	{ "late" },
	{ "due", N_("Due") },
	{ "answered" },
	{ "outcome" },
	{ "effect" },
	{ "case_number" },
	{ "court" },
	{ "court_case" },
	{ "interim" },
	{ "interim_day" },
	{ "correction", N_("Decision because of it"), CELL_TEXT },
};

/* The code of the decision that corrects because of it. */
static struct error correction_code(
	struct cli *cli, struct arena *arena, int64_t complaint_id, const char **code)
{
	struct decision d;
	int64_t id;

	*code = "";
	TRY(complaint_correction(&cli->ctx, complaint_id, &id));
	if (id == 0)
		return ok();
	TRY(decision_get(&cli->ctx, arena, id, &d));
	*code = d.code;
	return ok();
}

static struct error complaint_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const char *name, *correction;
	struct complaint c;

	(void)arg;
	TRY(complaint_get(&cli->ctx, &row->arena, id, &c));
	TRY(complaint_name(&cli->ctx, &row->arena, &c, &name));
	TRY(correction_code(cli, &row->arena, id, &correction));
	row_record(row, &c);
	row_put(row, "remedy", cell_text(name));
	row_put(row, "correction", cell_text(correction));
	return ok();
}

static const struct listing complaint_listing = { complaint_columns, LEN(complaint_columns),
	"code,decision,by,remedy,received,late,due,answered,outcome,correction", complaint_row,
	&record_of_complaint };

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = complaint_ids(&cli->ctx, 0, &ids);

	return print_listing(cli, &complaint_listing, NULL, e, &ids);
}

static struct error run_add(struct cli *cli)
{
	struct complaint c = { .kind = "correction" };
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

static struct error find(struct cli *cli, struct complaint *c)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(complaint_find(&cli->ctx, cli->argv[0], &id));
	return complaint_get(&cli->ctx, &cli->arena, id, c);
}

static struct error run_show(struct cli *cli)
{
	struct complaint c;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(find(cli, &c));
	return print_one(cli, &complaint_listing, NULL, c.id);
}

static struct error run_edit(struct cli *cli)
{
	struct complaint c;

	TRY(find(cli, &c));
	TRY(cli_record_fields(cli, NULL, &c));
	TRY(complaint_update(&cli->ctx, &c));
	return print_simply(cli);
}

static const struct option_spec add_options[] = {
	{ "kind", "KIND", N_("correction, appeal or other") },
	{ "team", "TEAM", N_("who complains, if it is an entrant") },
	{ "text", "TEXT", N_("what is demanded, and on what grounds") },
	{ "received", "DATE", N_("when it arrived; today unless given") },
	{ "due", "DATE", N_("when it must be answered") },
	{ "case-number", "TEXT", N_("the case number") },
	{ "court", "NAME", N_("the court that examines it") },
	{ "court-case", "TEXT", N_("the court's case number") },
	{ "interim", NULL,
		N_("what the court orders meanwhile: that the decision is not carried out"),
		WORDS_INTERIM },
	{ "interim-day", "DATE", N_("when it was asked for, ordered, refused or lifted") },
};
enum { FIRST_EDITABLE = 4 };
static const struct verb verbs[] = {
	{ .name = "list", .run = run_list, .help = N_("Lists the complaints.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_show,
		.help = N_(
			"Shows one: whether it came in time, the court, orders and what became of "
			"it.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = add_options + FIRST_EDITABLE,
		.option_count = LEN(add_options) - FIRST_EDITABLE,
		.record = &record_of_complaint,
		.run = run_edit,
		.help = N_("Records the court, its case number and orders of one that is open.") },
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
