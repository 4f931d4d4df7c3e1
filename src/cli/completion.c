/* SPDX-License-Identifier: MIT
 * Requests for completion. */
#include "src/phases/completion.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/fields.h"

static const struct column columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "submission" },
	{ "state", N_("State"), CELL_CODE, WORDS_COMPLETION_STATE },
	{ "missing", N_("Missing"), CELL_LIST, .seen_by = SEEN_BY_OFFICE },
	{ "ground" },
	{ "asked" },
	{ "due" },
	{ "reminded" },
	{ "answered" },
	{ "answer" },
	{ "version" },
	{ "dropped" },
	{ "reason" },
	{ "by" },
};

static struct error row_of(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct completion c;
	struct completion_items items;

	(void)arg;
	TRY(completion_get(&cli->ctx, &row->arena, id, &c));
	TRY(completion_items(&cli->ctx, &row->arena, id, &items));
	const char **missing = arena_alloc(&row->arena, (items.n + 1) * sizeof(*missing));
	for (size_t i = 0; i < items.n; i++)
		missing[i] = items.rows[i].text;
	row_record(row, &c);
	row_put(row, "code", cell_text(completion_code(&row->arena, &c)));
	row_code(row, "state", completion_state(&cli->ctx, &c));
	row_put(row, "missing", cell_list(missing, items.n));
	return ok();
}

static const struct listing listing = { columns, LEN(columns),
	"code,state,missing,asked,due,reminded,answered", row_of, &record_of_completion };
static const struct listing one = { columns, LEN(columns),
	"code,state,missing,ground,asked,due,reminded,answered,answer,version,dropped,reason,by",
	row_of, &record_of_completion };

static struct error run_list(struct cli *cli)
{
	struct completion_filter filter = { .state = option(cli, "state"),
		.kind = option(cli, "kind") };
	struct id_list ids = { 0 };

	if (filter.state != NULL)
		TRY(input_code("state", WORDS_COMPLETION_STATE, filter.state));
	if (filter.kind != NULL)
		TRY(input_code("submission_kind", WORDS_SUBMISSION_KIND, filter.kind));
	if (cli->argc > 0) {
		cli->subject = cli->argv[0];
		TRY(submission_find_any(&cli->ctx, cli->argv[0], &filter.submission_id));
	}
	struct error e = completion_ids(&cli->ctx, COMPLETIONS_BY_DUE, &filter, &ids);
	return print_listing(cli, &listing, NULL, e, &ids);
}

/* "P-001/1", "P-001 1" or "P-001". */
static struct error find(struct cli *cli, int64_t *id)
{
	const char *text = cli->argc < 2 ?
				   cli->argv[0] :
				   arena_printf(&cli->arena, "%s/%s", cli->argv[0], cli->argv[1]);

	cli->subject = text;
	return completion_find(&cli->ctx, text, id);
}

static struct error run_show(struct cli *cli)
{
	int64_t id;

	TRY(find(cli, &id));
	return print_one(cli, &one, NULL, id);
}

static struct error run_add(struct cli *cli)
{
	struct completion_input input = { .ground = option_text(cli, "ground") };
	struct completion c = { .due = 0 };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(submission_find_any(&cli->ctx, cli->argv[0], &input.submission_id));
	TRY(cli_record_fields(cli, NULL, &c));
	input.due = c.due;
	input.n = option_values(cli, "missing", &input.missing);
	TRY(completion_add(&cli->ctx, &input, &id));
	TRY(completion_get(&cli->ctx, &cli->arena, id, &c));
	print_done(cli, "%s", completion_code(&cli->arena, &c));
	return ok();
}

static struct error answer_from(struct cli *cli, const json_t *json, int64_t id)
{
	struct completion c;
	struct submission_input version = { .n = 0 };
	struct submission *s = &version.submission;
	/* Of a note, too, it is told when it came. */
	bool is_version = json != NULL || cli_gives_fields(cli, NULL, "received");

	TRY(completion_get(&cli->ctx, &cli->arena, id, &c));
	TRY(submission_get(&cli->ctx, &cli->arena, c.submission_id, s));
	s->received = 0;
	TRY(cli_submission_fields(cli, json, s));
	cli->subject = completion_code(&cli->arena, &c);
	TRY(completion_answer(&cli->ctx, id,
		&(struct completion_answer){
			s->received, option_text(cli, "text"), is_version ? &version : NULL }));
	TRY(completion_get(&cli->ctx, &cli->arena, id, &c));
	const char *advice = completion_advice(&cli->ctx, &c);
	if (advice != NULL)
		fprintf(stderr, "%s: %s\n", completion_code(&cli->arena, &c), _(advice));
	return print_simply(cli);
}

static struct error run_answer(struct cli *cli)
{
	json_auto_t *json = NULL;
	int64_t id;

	TRY(find(cli, &id));
	struct error e = cli_json_of(cli, "as-version", &json);
	return e.code == E_OK ? answer_from(cli, json, id) : e;
}

static const struct option_spec list_options[] = {
	{ "state", "STATE", N_("open, overdue, answered, late or dropped") },
	{ "kind", "KIND", N_("problem, application or solution") },
};
static const struct option_spec add_options[] = {
	{ "missing", "TEXT",
		N_("what is missing, a line; may be repeated. Without it, the eligibility questions "
		   "that are to be asked for"),
		.field = "" },
	{ "ground", "TEXT", N_("on what ground it is asked for") },
	{ "due", "TIME", N_("until which day, and hour, the answer is to come") },
};
static const struct option_spec answer_options[] = {
	{ "text", "TEXT", N_("what was answered, as a note"), .field = "" },
	{ "as-version", "FILE|-",
		N_("the answer is a new version of the submission: its fields as a JSON object, or "
		   "as options"),
		.field = "" },
};
static const struct verb verbs[] = {
	{ .name = "list",
		.operands = "[CODE]",
		.least = 0,
		.most = 1,
		.options = list_options,
		.option_count = LEN(list_options),
		.run = run_list,
		.help = N_("Lists requests for completion, what waits first.") },
	{ .name = "show",
		.operands = "CODE [N]",
		.least = 1,
		.most = 2,
		.run = run_show,
		.help = N_("Shows one.") },
	{ .name = "add",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = add_options,
		.option_count = LEN(add_options),
		.record = &record_of_completion,
		.run = run_add,
		.help = N_("Asks for what is missing of a submission and prints the request's "
			   "code. It does not change what the submission proposes.") },
	{ .name = "answer",
		.operands = "CODE [N]",
		.least = 1,
		.most = 2,
		.options = answer_options,
		.option_count = LEN(answer_options),
		.record = &record_of_submission,
		.in = IN_EDIT,
		.run = run_answer,
		.help = N_("Records what came: a note, or a new version of the submission.") },
};
const struct noun noun_completion = { "completion", N_("requests to complete what was sent in"),
	verbs, LEN(verbs) };
