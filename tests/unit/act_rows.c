/* SPDX-License-Identifier: MIT
 * The rows of acts: each says all that command line, screens and log need of it, in three
 * languages; and several records are acted on together or not at all. */
#define TEST_NAME "act rows"
#include "tests/unit/fixture.h"

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/submission.h"
#include "src/roof/acts.h"

static void check_text(const struct act *act, const char *what, const char *text)
{
	if (text == NULL || *text == '\0')
		stop_test("%s has no %s", act->log, what);
	for (const char *const *lang = (const char *const[]){ "fi", "sv", NULL }; *lang != NULL;
		lang++) {
		i18n_use(*lang);
		if (strcmp(i18n_text(text), text) == 0)
			stop_test("%s: %s is not translated to %s", act->log, what, *lang);
	}
	i18n_use("en");
}

/* %s twice at most in a sentence of the log, %lu once in a question about several. */
static int count(const char *text, const char *what)
{
	int n = 0;

	for (const char *at = text; (at = strstr(at, what)) != NULL; at++)
		n++;
	return n;
}

static void check_asks(const struct act *act)
{
	assert_in_range(act->ask_count, 0, ASKS_MAX);
	for (size_t i = 0; i < act->ask_count; i++) {
		const struct act_ask *ask = &act->asks[i];

		assert_string_not_equal(text_word(WORDS_FIELD, ask->name), ask->name);
		check_text(act, "help of an option", ask->help);
		assert_true((ask->kind == ASK_CODE) == (ask->words != WORDS_NONE));
	}
	if (act->missing != NULL)
		assert_string_equal(act->asks[0].name, "reason");
}

static void check_row(const struct act *act)
{
	check_text(act, "sentence of the log", act->told);
	check_text(act, "help", act->help);
	check_text(act, "word that it is done", act->done);
	assert_int_equal(count(act->told, "%s"), 2);
	if (act->question != NULL)
		check_text(act, "question", act->question);
	if (act->many != NULL) {
		check_text(act, "question about several", act->many);
		assert_int_equal(count(act->many, "%lu"), 1);
		assert_null(act->missing); /* each would have its own reason */
	}
	assert_non_null(act->run);
	check_asks(act);
}

static void every_row_is_whole(void **state)
{
	const struct act *act;
	size_t n = 0;

	(void)state;
	fixture_languages();
	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (size_t i = 0; (act = acts_of(kind, i)) != NULL; i++, n++) {
			check_row(act);
			assert_ptr_equal(acts_named(kind, act->verb), act);
			assert_string_equal(acts_told(act->log), act->told);
			assert_non_null(acts_operand(kind));
		}
	assert_true(n >= 40);
}

static const char *state_of(struct fixture *f, int64_t id)
{
	struct submission s;

	assert_ok(submission_get(&f->ctx, &f->arena, id, &s));
	return s.state;
}

static struct error exclude(struct fixture *f, const int64_t *ids, size_t n, int64_t *failed)
{
	const struct act *act = acts_named(KIND_PROBLEM, "exclude");
	const char *texts[ASKS_MAX] = { "ei kuulu kilpailuun" };
	struct answers answers = { 0 };

	assert_ok(act_answers(act, texts, &answers));
	return act_do(&f->ctx, act, ids, n, &answers, failed);
}

static void several_are_acted_on_or_none(void **state)
{
	struct fixture *f = *state;
	int64_t ids[] = { problem_from(f, "Akaa", "Yksi"), problem_from(f, "Alavus", "Kaksi"),
		problem_from(f, "Eura", "Kolme") };
	int64_t failed, before;

	assert_ok(exclude(f, ids + 1, 1, &failed));
	before = outside_number(f->path, "SELECT max(seq) FROM log");
	assert_refused(E_RULE, "already", exclude(f, ids, 3, &failed));
	assert_int_equal(failed, ids[1]);
	assert_int_equal(outside_number(f->path, "SELECT max(seq) FROM log"), before);
	assert_string_equal(state_of(f, ids[0]), "received");
	ids[1] = ids[2];
	assert_ok(exclude(f, ids, 2, &failed));
	assert_string_equal(state_of(f, ids[0]), "ineligible");
	assert_string_equal(state_of(f, ids[2]), "ineligible");
	assert_int_equal(outside_number(f->path, "SELECT max(seq) FROM log"), before + 2);
	assert_verifies(f);
}

static void who_may_not_does_nothing(void **state)
{
	struct fixture *f = *state;
	int64_t ids[] = { problem_from(f, "Akaa", "Yksi"), problem_from(f, "Alavus", "Kaksi") };
	struct fixture reader = *f;
	int64_t failed;

	fixture_enter(f, "reader", "auditor", &reader.ctx);
	assert_fails(E_DENIED, exclude(&reader, ids, 2, &failed));
	context_close(&reader.ctx);
	assert_string_equal(state_of(f, ids[0]), "received");
}

static void answers_are_read_by_what_they_are(void **state)
{
	const struct act *answer = acts_named(KIND_COMPLAINT, "answer");
	const char *texts[ASKS_MAX] = { "rejected", "31.12.2019", "none", "Ei." };
	struct answers answers = { 0 };

	(void)state;
	fixture_languages();
	assert_ok(act_answers(answer, texts, &answers));
	assert_string_equal(answers.rows[0].text, "rejected");
	assert_true(answers.rows[1].day > 0);
	texts[0] = "perhaps";
	assert_refused(E_INVALID, "outcome", act_answers(answer, texts, &answers));
	texts[0] = "rejected";
	texts[1] = "soon";
	assert_refused(E_INVALID, "date", act_answers(answer, texts, &answers));
	texts[0] = NULL;
	assert_fails(E_REQUIRED, act_answers(acts_named(KIND_PARTNER, "end"), texts, &answers));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_row_is_whole),
		TEST_FILE(several_are_acted_on_or_none),
		TEST_FILE(who_may_not_does_nothing),
		TEST(answers_are_read_by_what_they_are),
	};

	return RUN(tests);
}
