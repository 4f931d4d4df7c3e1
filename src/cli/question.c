/* SPDX-License-Identifier: MIT
 * Questions and answers, published to all alike. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/fields.h"
#include "src/cli/mentoring.h"
#include "src/phases/question.h"

static struct error find_question(struct cli *cli, struct question *q)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(question_find(&cli->ctx, cli->argv[0], &id));
	TRY(question_get(&cli->ctx, &cli->arena, id, q));
	cli->subject = NULL;
	return ok();
}

static const struct column question_columns[] = {
	{ "code" },
	{ "state", N_("State"), CELL_CODE, WORDS_QUESTION_STATE },
	{ "challenge" },
	{ "team" },
	{ "asked" },
	{ "due", N_("Answer by") },
	{ "question", N_("Question"), CELL_TEXTS },
	{ "answer", N_("Answer"), CELL_TEXTS },
	{ "answered" },
	{ "published" },
};

static struct error question_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct question q;

	(void)arg;
	TRY(question_get(&cli->ctx, &row->arena, id, &q));
	row_record(row, &q);
	row_code(row, "state", question_state(&q));
	row_put(row, "question", cell_texts(q.text_fi, q.text_sv, ""));
	row_put(row, "answer", cell_texts(q.answer_fi, q.answer_sv, ""));
	return ok();
}

static const struct listing question_listing = { question_columns, LEN(question_columns),
	"code,state,challenge,team,asked,due,question,answer", question_row, &record_of_question };
static const struct listing question_record = { question_columns, LEN(question_columns),
	"code,state,challenge,team,asked,due,question,answer", question_row, &record_of_question };

static struct error run_list(struct cli *cli)
{
	struct question_filter filter = { .state = option(cli, "state") };
	struct id_list ids = { 0 };

	if (filter.state != NULL)
		TRY(input_code("state", WORDS_QUESTION_STATE, filter.state));
	TRY(cli_challenge(cli, &filter.challenge_id));
	TRY(cli_team_option(cli, &filter.team_id));
	struct error e = question_ids(&cli->ctx, QUESTIONS_BY_NUMBER, &filter, &ids);
	return print_listing(cli, &question_listing, NULL, e, &ids);
}

static struct error run_show(struct cli *cli)
{
	struct question q;

	TRY(find_question(cli, &q));
	return print_one(cli, &question_record, NULL, q.id);
}

static struct error read_question(struct cli *cli, struct question *q)
{
	TRY(cli_record_fields(cli, NULL, q));
	TRY(cli_challenge(cli, &q->challenge_id));
	return cli_team_option(cli, &q->team_id);
}

static struct error run_add(struct cli *cli)
{
	struct question q = { .text_fi = "", .text_sv = "", .answer_fi = "", .answer_sv = "" };
	int64_t id;

	TRY(read_question(cli, &q));
	TRY(question_add(&cli->ctx, &q, &id));
	TRY(question_get(&cli->ctx, &cli->arena, id, &q));
	print_done(cli, "%s", q.code);
	return ok();
}

static struct error run_edit(struct cli *cli)
{
	struct question q;

	TRY(find_question(cli, &q));
	TRY(read_question(cli, &q));
	TRY(question_update(&cli->ctx, &q));
	return print_simply(cli);
}

static struct error run_answer(struct cli *cli)
{
	struct question q;

	TRY(find_question(cli, &q));
	if (option(cli, "text-fi") == NULL && option(cli, "text-sv") == NULL)
		return fail(E_REQUIRED, "answer");
	TRY(cli_record_fields(cli, NULL, &q));
	TRY(question_update(&cli->ctx, &q));
	return print_simply(cli);
}

static const struct column published_columns[] = {
	{ "code" },
	{ "challenge" },
	{ "question", N_("Question"), CELL_TEXTS },
	{ "answer", N_("Answer"), CELL_TEXTS },
	{ "published" },
};

static struct error published_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct published_questions *all = arg;
	const struct published_question *q = &all->rows[id];

	(void)cli;
	row_record(row, q);
	row_put(row, "question", cell_texts(q->text_fi, q->text_sv, ""));
	row_put(row, "answer", cell_texts(q->answer_fi, q->answer_sv, ""));
	return ok();
}

static struct error run_published(struct cli *cli)
{
	static const struct listing listing = { published_columns, LEN(published_columns), NULL,
		published_row, &record_of_published_question };
	struct published_questions all;
	struct moment since = { 0 };
	int64_t challenge_id = 0;

	if (option(cli, "since") != NULL)
		TRY(moment_parse(option(cli, "since"), EDGE_START, &since));
	TRY(cli_challenge(cli, &challenge_id));
	TRY(questions_published(&cli->ctx, &cli->arena, since.time, challenge_id, &all));
	return print_array(cli, &listing, &all, all.n);
}

static const struct option_spec published_options[] = {
	{ "since", "TIME", N_("only those published then or later") },
	{ "challenge", "CODE", N_("only those of this challenge, common ones among them") },
};
static const struct option_spec list_options[] = {
	{ "challenge", "CODE", N_("only those of this challenge, common ones among them") },
	{ "team", "CODE", N_("only those this team asked") },
	{ "state", "STATE", N_("open, answered or published") },
};
static const struct option_spec question_options[] = {
	{ "text-fi", "TEXT", N_("the question in Finnish"), .field = "question_fi" },
	{ "text-sv", "TEXT", N_("in Swedish"), .field = "question_sv" },
	{ "team", "CODE", N_("the team that asks, if it is one") },
	{ "challenge", "CODE", N_("the challenge it is about; common to all unless given") },
	{ "asked", "TIME", N_("when it was asked; now unless given") },
	{ "due", "DATE", N_("until when it is to be answered") },
	{ "answer-fi", "TEXT", N_("the answer in Finnish, if there is one already") },
	{ "answer-sv", "TEXT", N_("in Swedish") },
};
static const struct option_spec answer_options[] = {
	{ "text-fi", "TEXT", N_("the answer in Finnish"), .field = "answer_fi" },
	{ "text-sv", "TEXT", N_("in Swedish"), .field = "answer_sv" },
};
static const struct verb question_verbs[] = {
	{ .name = "list",
		.options = list_options,
		.option_count = LEN(list_options),
		.run = run_list,
		.help = N_("Lists questions with their answers.") },
	{ .name = "published",
		.options = published_options,
		.option_count = LEN(published_options),
		.run = run_published,
		.help = N_("What all are told alike: published questions and answers, in the order "
			   "of their publishing, without who asked.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_show,
		.help = N_("Shows one.") },
	{ .name = "add",
		.options = question_options,
		.option_count = LEN(question_options),
		.record = &record_of_question,
		.run = run_add,
		.help = N_("Records a question and prints its code.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = question_options,
		.option_count = LEN(question_options),
		.record = &record_of_question,
		.run = run_edit,
		.help = N_(
			"Changes a question; of a published one only what is missing in a language.") },
	{ .name = "answer",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = answer_options,
		.option_count = LEN(answer_options),
		.record = &record_of_question,
		.run = run_answer,
		.help = N_("Writes the answer.") },
};
const struct noun noun_question = { "question", N_("questions and answers, the same to all"),
	question_verbs, LEN(question_verbs) };
