/* SPDX-License-Identifier: MIT
 * Questions and answers: the same to all, and unchanged once they are published. */
#define TEST_NAME "question"
#include "tests/unit/winners.h"

#include "db/verify.h"
#include "src/base/daytime.h"
#include "src/desk/desk.h"
#include "src/roof/journal.h"
#include "src/roof/lookup.h"
#include "src/phases/note.h"
#include "src/phases/question.h"

static struct question asked(const char *fi, const char *sv)
{
	return (struct question){ .text_fi = fi, .text_sv = sv, .answer_fi = "", .answer_sv = "" };
}

static int64_t add(struct fixture *f, struct question q)
{
	int64_t id;

	assert_ok(question_add(&f->ctx, &q, &id));
	return id;
}

static struct question get(struct fixture *f, int64_t id)
{
	struct question q;

	assert_ok(question_get(&f->ctx, &f->arena, id, &q));
	return q;
}

static struct error answer(struct fixture *f, int64_t id, const char *fi, const char *sv)
{
	struct question q = get(f, id);

	if (fi != NULL)
		q.answer_fi = fi;
	if (sv != NULL)
		q.answer_sv = sv;
	return question_update(&f->ctx, &q);
}

static void a_question_is_asked_and_answered(void **state)
{
	struct fixture *f = *state;
	struct question q = asked("Saako dataa käyttää?", "");
	int64_t id;

	q.team_id = make_team(f, 1, "selected");
	id = add(f, q);
	assert_string_equal(get(f, id).code, "Q-1");
	assert_string_equal(get(f, id).team_name, "Tiimi 1");
	assert_int_equal(get(f, id).asked, fixture_now);
	q = get(f, id);
	assert_string_equal(question_state(&q), "open");
	fixture_now += 3600;
	assert_ok(answer(f, id, "Saa.", NULL));
	assert_int_equal(get(f, id).answered, fixture_now);
	assert_int_equal(get(f, id).asked, fixture_now - 3600);
	assert_ok(answer(f, id, "", NULL)); /* it was the answer to another one */
	assert_int_equal(get(f, id).answered, 0);
	struct question stale = q;
	assert_fails(E_STALE, question_update(&f->ctx, &stale));
	q = asked("", " ");
	assert_string_equal(question_add(&f->ctx, &q, &id).field, "question_fi");
	q = asked("x", "");
	q.team_id = 99;
	assert_string_equal(question_add(&f->ctx, &q, &id).field, "team");
	q.team_id = 0;
	q.challenge_id = 99;
	assert_string_equal(question_add(&f->ctx, &q, &id).field, "challenge");
}

static void published_with_an_answer_in_its_language(void **state)
{
	struct fixture *f = *state;
	int64_t id = add(f, asked("Milloin?", ""));

	assert_fails(E_RULE, question_publish(&f->ctx, id));
	assert_ok(answer(f, id, NULL, "I november."));
	assert_fails(
		E_RULE, question_publish(&f->ctx, id)); /* not in the language of the question */
	assert_ok(answer(f, id, "Marraskuussa.", NULL));
	struct question q = get(f, id);
	assert_string_equal(question_missing(&q), "sv");
	assert_ok(question_publish(&f->ctx, id));
	assert_int_equal(get(f, id).published, fixture_now);
	assert_fails(E_RULE, question_publish(&f->ctx, id));
}

static void what_is_published_does_not_change(void **state)
{
	struct fixture *f = *state;
	int64_t id = add(f, asked("Milloin?", "")), challenge = 0;
	struct question q;

	assert_ok(answer(f, id, "Marraskuussa.", NULL));
	int64_t answered = get(f, id).answered;
	assert_ok(question_publish(&f->ctx, id));
	fixture_now += 86400;
	assert_fails(E_RULE, answer(f, id, "Joulukuussa.", NULL));
	assert_fails(E_RULE, answer(f, id, "", NULL));
	q = get(f, id);
	q.text_fi = "Koska?";
	assert_fails(E_RULE, question_update(&f->ctx, &q));
	make_team(f, 1, "selected");
	assert_ok(question_find(&f->ctx, "Q-1", &id));
	challenge = outside_number(f->path, "SELECT id FROM challenge");
	q = get(f, id);
	q.challenge_id = challenge; /* it was published to all */
	assert_fails(E_RULE, question_update(&f->ctx, &q));
	assert_null(question_edit_blocked(&q));
	q = get(f, id);
	q.text_sv = "När?";
	q.answer_sv = "I november.";
	assert_ok(question_update(&f->ctx, &q));
	q = get(f, id);
	assert_string_equal(q.answer_fi, "Marraskuussa.");
	assert_string_equal(q.answer_sv, "I november.");
	assert_int_equal(q.answered, answered);
	assert_null(question_missing(&q));
	assert_non_null(question_edit_blocked(&q));
	q.answer_sv = "I december.";
	assert_fails(E_RULE, question_update(&f->ctx, &q));
	struct verdict verdict;
	assert_ok(verify_file(f->ctx.db, 0, "", &verdict));
	assert_true(verdict.good);
}

static size_t waiting(struct fixture *f, const char *what)
{
	struct todos todos;
	size_t n = 0;

	assert_ok(desk_todos(&f->ctx, &f->arena, &todos));
	for (size_t i = 0; i < todos.n; i++)
		n += strcmp(todos.rows[i].what, what) == 0 ? 1 : 0;
	return n;
}

static void the_desk_knows_what_waits(void **state)
{
	struct fixture *f = *state;
	struct question q = asked("Milloin?", "När?");
	int64_t undated = add(f, q);

	assert_int_equal(waiting(f, "question_open"), 1);
	assert_int_equal(waiting(f, "question_due"), 0);
	assert_ok(day_parse("2018-10-20", &q.due));
	int64_t dated = add(f, q);
	assert_int_equal(waiting(f, "question_due"), 1);
	assert_ok(answer(f, dated, "Pian.", "Snart."));
	assert_int_equal(waiting(f, "question_due"), 0);
	assert_int_equal(waiting(f, "question_unpublished"), 1);
	assert_ok(question_publish(&f->ctx, dated));
	assert_int_equal(waiting(f, "question_unpublished"), 0);
	assert_ok(answer(f, undated, "Pian.", "Snart."));
	assert_int_equal(waiting(f, "question_open"), 0);
}

static void found_listed_and_told(void **state)
{
	struct fixture *f = *state;
	int64_t first = add(f, asked("Saako avointa dataa käyttää?", "")), second, made;
	struct question q = asked("Milloin?", "När?");
	struct question_filter published = { .state = "published" };
	struct note note = { .object = "Q-2", .who = "Aino", .text = "Kysyi puhelimessa" };
	struct id_list ids = { 0 }, log = { 0 };
	struct founds founds;

	assert_ok(day_parse("2018-10-20", &q.due));
	second = add(f, q);
	assert_ok(lookup(&f->ctx, &f->arena, "data", 10, &founds));
	assert_int_equal(founds.n, 1);
	assert_string_equal(founds.rows[0].code, "Q-1");
	assert_ok(note_add(&f->ctx, &note, kinds_name, &made));
	assert_ok(question_ids(&f->ctx, QUESTIONS_BY_DUE, &(struct question_filter){ 0 }, &ids));
	assert_int_equal(ids.ids[0], second); /* dated first */
	assert_ok(answer(f, first, "Vapaasti.", NULL));
	assert_ok(lookup(&f->ctx, &f->arena, "vapaasti", 10, &founds));
	assert_int_equal(founds.n, 1);
	assert_ok(question_publish(&f->ctx, first));
	ids.n = 0;
	assert_ok(question_ids(&f->ctx, QUESTIONS_BY_NUMBER, &published, &ids));
	assert_int_equal(ids.n, 1);
	q = get(f, second);
	q.text_fi = "Mihin mennessä?";
	assert_ok(question_update(&f->ctx, &q));
	size_t told = 0;
	assert_ok(journal_ids(&f->ctx, NULL, &log));
	for (size_t i = 0; i < log.n; i++) {
		struct log_entry entry;

		assert_ok(journal_get(&f->ctx, &f->arena, log.ids[i], &entry));
		if (strncmp(entry.verb, "question.", 9) != 0)
			continue;
		told++;
		assert_null(strstr(journal_sentence(&f->ctx, &f->arena, &entry), entry.verb));
	}
	assert_int_equal(told, 5); /* two added, one answered, published, changed */
	id_list_clear(&ids);
	id_list_clear(&log);
}

static void only_the_office_acts(void **state)
{
	struct fixture *f = *state;
	int64_t id = add(f, asked("Milloin?", "")), made;
	struct question q = get(f, id);
	static const char *const roles[] = { "auditor", "juror" };

	for (size_t i = 0; i < LEN(roles); i++) {
		struct context other;
		struct question read;

		fixture_enter(f, roles[i], roles[i], &other);
		assert_fails(E_DENIED, question_add(&other, &q, &made));
		assert_fails(E_DENIED, question_update(&other, &q));
		assert_fails(E_DENIED, question_publish(&other, id));
		assert_fails(i == 0 ? E_OK : E_DENIED, question_get(&other, &f->arena, id, &read));
		context_close(&other);
	}
	assert_int_equal(get(f, id).v, q.v);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(a_question_is_asked_and_answered),
		TEST_FILE(published_with_an_answer_in_its_language),
		TEST_FILE(what_is_published_does_not_change),
		TEST_FILE(the_desk_knows_what_waits),
		TEST_FILE(found_listed_and_told),
		TEST_FILE(only_the_office_acts),
	};
	return RUN(tests);
}
