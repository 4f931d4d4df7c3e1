/* SPDX-License-Identifier: MIT
 * Questions and answers, published to all alike. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
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

static struct cell text_or_null(const char *text)
{
	return *text == '\0' ? cell_null() : cell_text(text);
}

static const struct column question_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_QUESTION_STATE },
	{ "challenge", N_("Challenge"), CELL_TEXT },
	{ "team", N_("Team"), CELL_TEXT },
	{ "asked", N_("Asked"), CELL_MOMENT },
	{ "due", N_("Answer by"), CELL_DAY },
	{ "question", N_("Question"), CELL_TEXTS },
	{ "answer", N_("Answer"), CELL_TEXTS },
	{ "answered", N_("Answered"), CELL_MOMENT },
	{ "published", N_("Published"), CELL_MOMENT },
};

static struct error question_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct question q;

	(void)arg;
	TRY(question_get(&cli->ctx, &row->arena, id, &q));
	row_put(row, "code", cell_text(q.code));
	row_code(row, "state", question_state(&q));
	row_put(row, "challenge", text_or_null(q.challenge_code));
	row_put(row, "team", text_or_null(q.team_code));
	row_put(row, "asked", cell_time(q.asked));
	row_put(row, "due", cell_day(q.due));
	row_put(row, "question", cell_texts(q.text_fi, q.text_sv, ""));
	row_put(row, "answer", cell_texts(q.answer_fi, q.answer_sv, ""));
	row_put(row, "answered", cell_time(q.answered));
	row_put(row, "published", cell_time(q.published));
	return ok();
}

static const struct listing question_listing = { question_columns, LEN(question_columns),
	"code,state,challenge,team,asked,due,question,answer", question_row };
static const struct listing question_record = { question_columns, LEN(question_columns),
	"code,state,challenge,team,asked,due,question,answer", question_row };

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

static void read_texts(const struct cli *cli, struct question *q)
{
	if (option(cli, "text-fi") != NULL)
		q->text_fi = option(cli, "text-fi");
	if (option(cli, "text-sv") != NULL)
		q->text_sv = option(cli, "text-sv");
	if (option(cli, "answer-fi") != NULL)
		q->answer_fi = option(cli, "answer-fi");
	if (option(cli, "answer-sv") != NULL)
		q->answer_sv = option(cli, "answer-sv");
}

static struct error read_question(struct cli *cli, struct question *q)
{
	struct moment moment;

	read_texts(cli, q);
	if (option(cli, "asked") != NULL) {
		struct error e = moment_parse(option(cli, "asked"), EDGE_START, &moment);
		if (e.code != E_OK)
			return e;
		q->asked = moment.time;
	}
	if (option(cli, "due") != NULL)
		TRY(input_day("due", option(cli, "due"), &q->due));
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
	if (option(cli, "text-fi") != NULL)
		q.answer_fi = option(cli, "text-fi");
	if (option(cli, "text-sv") != NULL)
		q.answer_sv = option(cli, "text-sv");
	TRY(question_update(&cli->ctx, &q));
	return print_simply(cli);
}

static const struct option_spec list_options[] = {
	{ "challenge", "CODE", N_("only those of this challenge, common ones among them") },
	{ "team", "CODE", N_("only those this team asked") },
	{ "state", "STATE", N_("open, answered or published") },
};
static const struct option_spec question_options[] = {
	{ "text-fi", "TEXT", N_("the question in Finnish") },
	{ "text-sv", "TEXT", N_("in Swedish") },
	{ "team", "CODE", N_("the team that asks, if it is one") },
	{ "challenge", "CODE", N_("the challenge it is about; common to all unless given") },
	{ "asked", "TIME", N_("when it was asked; now unless given") },
	{ "due", "DATE", N_("until when it is to be answered") },
	{ "answer-fi", "TEXT", N_("the answer in Finnish, if there is one already") },
	{ "answer-sv", "TEXT", N_("in Swedish") },
};
static const struct option_spec answer_options[] = {
	{ "text-fi", "TEXT", N_("the answer in Finnish") },
	{ "text-sv", "TEXT", N_("in Swedish") },
};
static const struct verb question_verbs[] = {
	{ .name = "list",
		.options = list_options,
		.option_count = LEN(list_options),
		.run = run_list,
		.help = N_("Lists questions with their answers.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_show,
		.help = N_("Shows one.") },
	{ .name = "add",
		.options = question_options,
		.option_count = LEN(question_options),
		.run = run_add,
		.help = N_("Records a question and prints its code.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = question_options,
		.option_count = LEN(question_options),
		.run = run_edit,
		.help = N_(
			"Changes a question; of a published one only what is missing in a language.") },
	{ .name = "answer",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = answer_options,
		.option_count = LEN(answer_options),
		.run = run_answer,
		.help = N_("Writes the answer.") },
};
const struct noun noun_question = { "question", N_("questions and answers, the same to all"),
	question_verbs, LEN(question_verbs) };
