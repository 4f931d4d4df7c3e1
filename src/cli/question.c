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

static json_t *text_or_null(const char *text)
{
	return *text == '\0' ? json_null() : json_string(text);
}

static json_t *question_json(const struct question *q)
{
	return json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "code", q->code,
		"state", question_state(q), "challenge", text_or_null(q->challenge_code), "team",
		text_or_null(q->team_code), "asked", json_time(q->asked), "due", json_day(q->due),
		"question", json_names(q->text_fi, q->text_sv, ""), "answer",
		json_names(q->answer_fi, q->answer_sv, ""), "answered", json_time(q->answered),
		"published", json_time(q->published));
}

static const struct column question_columns[] = {
	{ "code", N_("Code"), SHOW_TEXT, 0 },
	{ "state", N_("State"), SHOW_WORD, WORDS_QUESTION_STATE },
	{ "challenge", N_("Challenge"), SHOW_TEXT, 0 },
	{ "team", N_("Team"), SHOW_TEXT, 0 },
	{ "asked", N_("Asked"), SHOW_TIME, 0 },
	{ "due", N_("Answer by"), SHOW_DATE, 0 },
	{ "question", N_("Question"), SHOW_NAMES, 0 },
	{ "answer", N_("Answer"), SHOW_NAMES, 0 },
};

static struct error run_list(struct cli *cli)
{
	struct question_filter filter = { .state = option(cli, "state") };
	struct id_list ids = { 0 };
	json_auto_t *rows = json_array();

	if (filter.state != NULL)
		TRY(input_code("state", WORDS_QUESTION_STATE, filter.state));
	TRY(cli_challenge(cli, &filter.challenge_id));
	TRY(cli_team_option(cli, &filter.team_id));
	struct error e = question_ids(&cli->ctx, QUESTIONS_BY_NUMBER, &filter, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct question q;

		e = question_get(&cli->ctx, &cli->arena, ids.ids[i], &q);
		if (e.code == E_OK)
			json_array_append_new(rows, question_json(&q));
	}
	id_list_clear(&ids);
	if (e.code == E_OK)
		return print_rows(cli, json_take(&rows), question_columns, LEN(question_columns));
	return e;
}

static struct error run_show(struct cli *cli)
{
	struct question q;

	TRY(find_question(cli, &q));
	return print_record(cli, question_json(&q), question_columns, LEN(question_columns));
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
