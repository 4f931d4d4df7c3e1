/* SPDX-License-Identifier: MIT
 * A clock that jumps: the time never goes back behind the log, the jump is written down, and what
 * binds waits until an administrator has accepted the clock. */
#define TEST_NAME "clock"
#include "tests/unit/acts.h"
#include "tests/unit/fixture.h"

#include "src/base/daytime.h"
#include "src/ground/clock.h"
#include "src/desk/desk.h"
#include "src/phases/phase.h"
#include "src/phases/submission.h"

/* Seconds since the machine started. */
static int64_t running;

static int64_t fixture_running(void)
{
	return running;
}

static void watch(struct context *ctx)
{
	ctx->running = fixture_running;
	ctx->apart = ctx->clock() - ctx->running();
}

/* As when a program is started on the same machine. */
static void start_anew(struct fixture *f)
{
	fixture_reopen(f);
	watch(&f->ctx);
	assert_ok(store_log_last_time(f->ctx.db, &f->ctx.logged));
}

static void pass(int64_t seconds)
{
	fixture_now += seconds;
	running += seconds;
}

/* Problems come in until 31.10.2018; it is 5.11., and one has been recorded. */
static void begin(struct fixture *f)
{
	struct moment opens, closes;

	assert_ok(moment_parse("2018-08-15", EDGE_START, &opens));
	assert_ok(moment_parse("2018-10-31", EDGE_END, &closes));
	assert_ok(phase_plan_both(&f->ctx, "problems", &opens, &closes, "Suunnitelma"));
	assert_ok(phase_move(&f->ctx, "problems", PHASE_OPEN, ""));
	running = 1000;
	fixture_now = at("2018-11-05T12:00");
	problem_from(f, "Vantaa", "Oikeaan aikaan");
	watch(&f->ctx);
}

static struct submission got(struct fixture *f, int64_t id)
{
	struct submission s;

	assert_ok(submission_get(&f->ctx, &f->arena, id, &s));
	return s;
}

static int64_t steps(struct fixture *f)
{
	return outside_number(f->path, "SELECT count(*) FROM log WHERE verb = 'clock.step'");
}

static bool is_on_desk(struct fixture *f)
{
	struct todos todos;

	assert_ok(desk_todos(&f->ctx, &f->arena, &todos));
	for (size_t i = 0; i < todos.n; i++)
		if (strcmp(todos.rows[i].what, "clock") == 0)
			return true;
	return false;
}

static struct error close_phase(struct fixture *f)
{
	return phase_move(&f->ctx, "problems", PHASE_CLOSE, "Aika loppui");
}

static void late_stays_late_when_the_clock_falls_back(void **state)
{
	struct fixture *f = *state;

	begin(f);
	fixture_now = at("2018-10-20T10:00"); /* within the time, if it were so */
	start_anew(f);
	struct submission s = got(f, problem_from(f, "Oulu", "Kello jäljessä"));
	assert_true(s.late);
	assert_int_equal(s.received, at("2018-11-05T12:00"));
	assert_int_equal(steps(f), 1);
	problem_from(f, "Turku", "Vielä jäljessä");
	assert_int_equal(steps(f), 1);
	assert_int_equal(outside_number(f->path, "SELECT count(*) FROM log l JOIN log p ON p.seq = "
						 "l.seq - 1 WHERE l.time < p.time AND l.seq > 4"),
		0);
	assert_true(is_on_desk(f));
	assert_verifies(f);
}

static void what_binds_waits_to_be_accepted(void **state)
{
	struct fixture *f = *state;
	struct context clerk;
	struct clock_state now;

	begin(f);
	fixture_enter(f, "virpi", "office", &clerk);
	fixture_now = at("2018-10-20T10:00");
	start_anew(f);
	assert_refused(E_RULE, "clock has jumped", close_phase(f));
	assert_int_equal(steps(f), 1);        /* written down although the act was refused */
	fixture_now = at("2018-11-06T09:00"); /* set right; the jump still waits */
	start_anew(f);
	assert_refused(E_RULE, "clock has jumped", close_phase(f));
	watch(&clerk);
	assert_fails(E_DENIED, clock_accept(&clerk, "Palvelimen kello"));
	context_close(&clerk);
	assert_refused(E_REQUIRED, "reason", clock_accept(&f->ctx, " "));
	assert_ok(clock_accept(&f->ctx, "Palvelimen paristo vaihdettiin"));
	assert_refused(E_RULE, "nothing to accept", clock_accept(&f->ctx, "Taas"));
	assert_ok(clock_state(&f->ctx, &now));
	assert_false(now.waits);
	assert_false(is_on_desk(f));
	assert_ok(close_phase(f));
	assert_verifies(f);
}

/* It was ahead for an hour, and is now right: the log goes on by the clock that was accepted. */
static void an_accepted_clock_may_be_behind_the_log(void **state)
{
	struct fixture *f = *state;

	begin(f);
	fixture_now = at("2019-11-05T12:00");
	start_anew(f);
	problem_from(f, "Oulu", "Vuoden edellä");
	fixture_now = at("2018-11-05T13:00");
	start_anew(f);
	assert_int_equal(context_now(&f->ctx), at("2019-11-05T12:00"));
	assert_ok(clock_accept(&f->ctx, "Kello oli vuoden edellä"));
	assert_int_equal(context_now(&f->ctx), at("2018-11-05T13:00"));
	pass(60);
	assert_int_equal(got(f, problem_from(f, "Turku", "Oikein")).received, fixture_now);
	assert_ok(close_phase(f));
	assert_verifies(f);
}

static void check_step(struct fixture *f, int64_t seconds, bool seen)
{
	struct clock_state now;

	fixture_now += seconds;
	(void)context_changes(&f->ctx, NULL); /* as the screens ask, twice a second */
	assert_ok(clock_state(&f->ctx, &now));
	assert_int_equal(now.waits, seen);
	assert_int_equal(f->ctx.time_waits, seen);
	assert_int_equal(steps(f), seen ? 1 : 0);
}

static void a_running_program_sees_it_either_way(void **state)
{
	struct fixture *f = *state;

	begin(f);
	pass(60);
	check_step(f, 299, false);
	check_step(f, -299, false);
	check_step(f, 3600, true);
	assert_refused(E_RULE, "clock has jumped", close_phase(f));
	assert_ok(clock_accept(&f->ctx, "Kesäaika asetettiin käsin"));
	assert_ok(close_phase(f));
}

static void a_running_program_sees_it_go_back(void **state)
{
	struct fixture *f = *state;

	begin(f);
	pass(7200); /* the log is two hours old: it alone would not tell */
	check_step(f, -3600, true);
}

static void time_that_passed_is_no_jump(void **state)
{
	struct fixture *f = *state;

	begin(f);
	pass(30 * DAY_SECONDS); /* asleep, with the program open */
	check_step(f, 0, false);
	fixture_now += 40 * DAY_SECONDS; /* nobody had it open, and the machine was off */
	running = 5;
	start_anew(f);
	check_step(f, 0, false);
	assert_ok(close_phase(f));
}

/* In a story, and where a test says what time it is, nothing is a jump. */
static void a_clock_that_is_set_on_purpose_is_none(void **state)
{
	struct fixture *f = *state;

	begin(f);
	context_use_clock(&f->ctx, fixture_clock);
	check_step(f, -90 * DAY_SECONDS, false);
	assert_false(got(f, problem_from(f, "Oulu", "Aiemmin")).late);
}

/* Not by the screens of the office alone. */
static void a_juror_s_session_sees_it_too(void **state)
{
	struct fixture *f = *state;
	struct context juror;

	begin(f);
	fixture_enter(f, "j1", "juror", &juror);
	watch(&juror);
	fixture_now -= 3600;
	(void)context_changes(&juror, NULL);
	assert_true(juror.time_waits);
	assert_int_equal(steps(f), 1);
	assert_int_equal(context_now(&juror), fixture_now + 3600);
	context_close(&juror);
	assert_true(is_on_desk(f));
}

static bool is_named_before(size_t act)
{
	for (size_t i = 0; i < act; i++)
		if (strcmp(acts[i].verb, acts[act].verb) == 0)
			return true;
	return false;
}

/* A slip of the pen in the list would let something through. */
static void the_verbs_that_wait_are_verbs(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < acts_n; i++)
		n += !is_named_before(i) && waits_for_clock(acts[i].verb) ? 1 : 0;
	assert_int_equal(n, 18);
	assert_false(waits_for_clock("problem.add"));
	assert_false(waits_for_clock("juror.submit"));
	assert_false(waits_for_clock("clock.accept"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(late_stays_late_when_the_clock_falls_back),
		TEST_FILE(what_binds_waits_to_be_accepted),
		TEST_FILE(an_accepted_clock_may_be_behind_the_log),
		TEST_FILE(a_running_program_sees_it_either_way),
		TEST_FILE(a_running_program_sees_it_go_back),
		TEST_FILE(time_that_passed_is_no_jump),
		TEST_FILE(a_clock_that_is_set_on_purpose_is_none),
		TEST_FILE(a_juror_s_session_sees_it_too),
		TEST(the_verbs_that_wait_are_verbs),
	};
	return RUN(tests);
}
