/* SPDX-License-Identifier: MIT */
#include "tests/unit/full_parts.h"

#include "src/phases/completion.h"
#include "src/phases/eligibility.h"
#include "src/phases/joint.h"
#include "src/registers/municipality.h"

static void ask_questions(struct full *full)
{
	struct eligibility_question question = { .kind = "problem",
		.text_fi = "Onko hakija kunta?",
		.text_sv = "Är sökanden en kommun?",
		.text_en = "" };
	int64_t first, second;

	ACT(eligibility_question_add(full->ctx, &question, &first));
	ACT(eligibility_question_add(full->ctx, &question, &second));
	ACT(eligibility_question_remove(full->ctx, second));
	for (int more = 0; more < 2; more++)
		ACT(eligibility_question_add(full->ctx, &question, &second));
	question.kind = "solution";
	ACT(eligibility_question_add(full->ctx, &question, &second));
	assert_ok(eligibility_question_get(full->ctx, &full->f->arena, first, &question));
	question.text_en = "Is the applicant a municipality?";
	ACT(eligibility_question_update(full->ctx, &question));
	ACT(eligibility_set(full->ctx, full->problem, 1, "yes", ""));
	ACT(eligibility_set(full->ctx, full->problem, 1, "ask", MARK " huomautus"));
}

static int64_t request(struct full *full)
{
	static const char *const missing[] = { MARK " liite", MARK " allekirjoitus" };
	struct completion_input input = { full->problem, missing, LEN(missing), MARK " peruste",
		fixture_now + 100000 };
	int64_t id;

	ACT(completion_add(full->ctx, &input, &id));
	return id;
}

static void request_completions(struct full *full)
{
	struct submission_input version = { .n = 0 };
	struct answers answers = { 0 };
	int64_t id = request(full);

	answers.rows[0].moment.time = fixture_now + 200000;
	ACT(completion_act_rows[COMPLETION_REMIND].run(
		full->ctx, &completion_act_rows[COMPLETION_REMIND], id, &answers));
	assert_ok(submission_get(full->ctx, &full->f->arena, full->problem, &version.submission));
	version.submission.body = MARK " täydennetty";
	ACT(completion_answer(
		full->ctx, id, &(struct completion_answer){ 0, MARK " vastaus", &version }));
	ACT(completion_answer(
		full->ctx, request(full), &(struct completion_answer){ 0, MARK " vastaus", NULL }));
	answers.rows[0].text = MARK " syy";
	ACT(completion_act_rows[COMPLETION_DROP].run(
		full->ctx, &completion_act_rows[COMPLETION_DROP], request(full), &answers));
	request(full);
}

static void join_problems(struct full *full)
{
	struct answers answers = { { { .text = MARK " syy" } } };
	struct submission_input input = {
		.submission = { .kind = "problem", .title = MARK " 10", .body = MARK }
	};
	int64_t id;

	assert_ok(municipality_find(full->ctx, "Rovaniemi", &input.submission.municipality_id));
	ACT(submission_add(full->ctx, &input, &id));
	ACT(joint_join(full->ctx, full->problem, id, MARK " syy"));
	ACT(joint_separation.run(full->ctx, &joint_separation, id, &answers));
	ACT(joint_join(full->ctx, full->problem, id, MARK " syy"));
}

void full_ask(struct full *full)
{
	ask_questions(full);
	request_completions(full);
	join_problems(full);
}
