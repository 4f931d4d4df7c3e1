/* SPDX-License-Identifier: MIT
 * Eligibility: the office's questions a kind, and what was judged of each submission by them. */
#include "src/phases/eligibility.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/fields.h"

static const struct column question_columns[] = {
	{ "kind" },
	{ "number" },
	{ "question", N_("Question"), CELL_TEXTS },
	{ "judged" },
};

static struct error question_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct eligibility_question q;

	(void)arg;
	TRY(eligibility_question_get(&cli->ctx, &row->arena, id, &q));
	row_record(row, &q);
	row_put(row, "question", cell_texts(q.text_fi, q.text_sv, q.text_en));
	return ok();
}

static const struct listing question_listing = { question_columns, LEN(question_columns),
	"kind,number,question,judged", question_row, &record_of_eligibility_question };

static struct error question_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e =
		eligibility_question_ids(&cli->ctx, cli->argc > 1 ? cli->argv[1] : NULL, &ids);

	return print_listing(cli, &question_listing, NULL, e, &ids);
}

static struct error question_add(struct cli *cli)
{
	struct eligibility_question q = { .text_fi = "", .text_sv = "", .text_en = "" };
	int64_t id;

	if (cli->argc < 2)
		return fail(E_REQUIRED, "submission_kind");
	q.kind = cli->argv[1];
	TRY(cli_record_fields(cli, NULL, &q));
	TRY(eligibility_question_add(&cli->ctx, &q, &id));
	TRY(eligibility_question_get(&cli->ctx, &cli->arena, id, &q));
	print_done(cli, _("Added as number %lld."), (long long)q.number);
	return ok();
}

/* KIND N. */
static struct error find_question(struct cli *cli, int64_t *id)
{
	int64_t number;

	if (cli->argc < 3)
		return fail(E_REQUIRED, "eligibility_question");
	TRY(cli_number(cli, 2, "eligibility_question", &number));
	return eligibility_question_find(&cli->ctx, cli->argv[1], number, id);
}

static struct error question_edit(struct cli *cli)
{
	struct eligibility_question q;
	int64_t id;

	TRY(find_question(cli, &id));
	TRY(eligibility_question_get(&cli->ctx, &cli->arena, id, &q));
	TRY(cli_record_fields(cli, NULL, &q));
	TRY(eligibility_question_update(&cli->ctx, &q));
	return print_simply(cli);
}

static struct error question_remove(struct cli *cli)
{
	int64_t id;

	TRY(find_question(cli, &id));
	TRY(eligibility_question_remove(&cli->ctx, id));
	return print_simply(cli);
}

static const struct {
	const char *name;
	struct error (*run)(struct cli *cli);
} question_verbs[] = {
	{ "list", question_list },
	{ "add", question_add },
	{ "edit", question_edit },
	{ "remove", question_remove },
};

static struct error run_question(struct cli *cli)
{
	for (size_t i = 0; i < LEN(question_verbs); i++)
		if (strcmp(question_verbs[i].name, cli->argv[0]) == 0)
			return question_verbs[i].run(cli);
	cli->subject = cli->argv[0];
	return rule(N_("Say add, edit, list or remove."));
}

/* A submission of whatever kind, by its code. */
static struct error find_submission(struct cli *cli, int64_t *id)
{
	cli->subject = cli->argv[0];
	TRY(submission_find_any(&cli->ctx, cli->argv[0], id));
	return ok();
}

static struct error run_set(struct cli *cli)
{
	const char *outcome = cli->argv[2];
	int64_t id, number;

	TRY(find_submission(cli, &id));
	TRY(cli_number(cli, 1, "eligibility_question", &number));
	cli->subject = cli->argv[0];
	if (strcmp(outcome, "none") == 0)
		outcome = "";
	else
		TRY(input_code("eligibility", WORDS_ELIGIBILITY, outcome));
	TRY(eligibility_set(&cli->ctx, id, number, outcome, option_text(cli, "note")));
	return print_simply(cli);
}

static const struct column line_columns[] = {
	{ "number" },
	{ "question", N_("Question"), CELL_TEXTS },
	{ "outcome" },
	{ "note" },
	{ "time" },
	{ "by" },
};

static struct error line_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct eligibility_lines *lines = arg;
	const struct eligibility_line *line = &lines->rows[id];

	(void)cli;
	row_record(row, line);
	row_put(row, "question", cell_texts(line->text_fi, line->text_sv, line->text_en));
	if (*line->outcome == '\0')
		row_put(row, "outcome", cell_null());
	return ok();
}

static struct error run_show(struct cli *cli)
{
	static const struct listing listing = { line_columns, LEN(line_columns),
		"number,question,outcome,note,time,by", line_row, &record_of_eligibility_line };
	struct eligibility_lines lines;
	int64_t id;

	TRY(find_submission(cli, &id));
	TRY(eligibility_lines(&cli->ctx, &cli->arena, id, &lines));
	return print_array(cli, &listing, &lines, lines.n);
}

static const struct option_spec question_options[] = {
	{ "question-fi", "TEXT", N_("the question in Finnish") },
	{ "question-sv", "TEXT", N_("in Swedish") },
	{ "question-en", "TEXT", N_("in English, if at all") },
};
static const struct option_spec set_options[] = {
	{ "note", "TEXT", N_("what is missing, or why") },
};
static const struct verb verbs[] = {
	{ .name = "question",
		.operands = "list|add|edit|remove [KIND [N]]",
		.least = 1,
		.most = 3,
		.options = question_options,
		.option_count = LEN(question_options),
		.record = &record_of_eligibility_question,
		.run = run_question,
		.help = N_(
			"The questions asked of every problem, application or solution, three to "
			"eight; fixed once the phase is decided.") },
	{ .name = "set",
		.operands = "CODE N yes|no|ask|none",
		.least = 3,
		.most = 3,
		.options = set_options,
		.option_count = LEN(set_options),
		.run = run_set,
		.help = N_(
			"Judges a submission by question N. A no is a ground to exclude it, what "
			"is to be asked for a line of a request for completion; none takes it "
			"back.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_show,
		.help = N_("Shows the questions and what was judged.") },
};
const struct noun noun_eligibility = { "eligibility",
	N_("the questions that decide what is eligible"), verbs, LEN(verbs) };
