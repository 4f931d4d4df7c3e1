/* SPDX-License-Identifier: MIT
 * Several processes in one file: writers take turns, readers do not wait and see whole acts. */
#define TEST_NAME "concurrency"
#include "tests/unit/full.h"

#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/verify.h"
#include "src/judging/round.h"
#include "src/phases/note.h"
#include "src/roof/kinds.h"

enum { CHANGES_SEEN = 30 };

/* What another process does; it ends with the code of the error. */
typedef struct error (*task)(struct context *ctx, int pipe);

struct process {
	pid_t pid;
	int to, from; /* a byte to it lets it go on; a byte from it says it is there */
};

static struct error enter(const char *path, struct context *ctx)
{
	TRY(context_open(path, ctx));
	context_use_clock(ctx, fixture_clock);
	return context_enter(ctx, "office", "uid 1000");
}

/* In a child nothing of cmocka may run on: a failure there is its exit status. */
static struct process start(struct fixture *f, task work)
{
	int down[2], up[2];

	assert_int_equal(pipe(down), 0);
	assert_int_equal(pipe(up), 0);
	pid_t pid = fork();
	if (pid == 0) {
		struct context ctx;
		int both[2] = { down[0], up[1] };

		close(down[1]);
		close(up[0]);
		dup2(both[0], 100);
		dup2(both[1], 101);
		struct error e = enter(f->path, &ctx);
		if (e.code == E_OK)
			e = work(&ctx, 100);
		_exit((int)e.code);
	}
	close(down[0]);
	close(up[1]);
	return (struct process){ pid, down[1], up[0] };
}

/* From the child: "I am here", then waits to be let go. */
static void meet(int pipe)
{
	char byte = 'x';

	if (write(pipe + 1, &byte, 1) != 1 || read(pipe, &byte, 1) != 1)
		_exit(100);
}

static void wait_for(struct process *p)
{
	char byte;

	assert_int_equal(read(p->from, &byte, 1), 1);
}

static void let_go(struct process *p)
{
	assert_int_equal(write(p->to, "x", 1), 1);
}

static void end(struct process *p, int code)
{
	int status;

	close(p->to);
	close(p->from);
	assert_int_equal(waitpid(p->pid, &status, 0), p->pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), code);
}

static struct error add_note(struct context *ctx)
{
	struct note note = { .object = "091", .who = "", .text = "t" };
	int64_t id;

	return note_add(ctx, &note, kinds_name, &id);
}

static int64_t notes_in(struct fixture *f)
{
	return outside_number(f->path, "SELECT count(*) FROM contact_note");
}

static void assert_good(struct db *db)
{
	struct verdict v;

	assert_ok(verify_file(db, 0, "", &v));
	if (!v.good)
		stop_test("%s in %s, row %lld", v.fault, v.table, (long long)v.row);
}

enum { WRITERS = 6, NOTES = 15 };

static struct error write_many(struct context *ctx, int pipe)
{
	meet(pipe);
	for (int i = 0; i < NOTES; i++)
		TRY(add_note(ctx));
	return ok();
}

static void many_writers_all_get_their_turn(void **state)
{
	struct fixture *f = *state;
	struct process writers[WRITERS];

	for (int i = 0; i < WRITERS; i++)
		writers[i] = start(f, write_many);
	for (int i = 0; i < WRITERS; i++)
		wait_for(&writers[i]);
	for (int i = 0; i < WRITERS; i++)
		let_go(&writers[i]);
	for (int i = 0; i < WRITERS; i++)
		end(&writers[i], E_OK);
	assert_int_equal(notes_in(f), WRITERS * NOTES);
	assert_int_equal(
		outside_number(f->path, "SELECT count(*) FROM log WHERE verb = 'note.add'"),
		WRITERS * NOTES);
	assert_good(f->ctx.db);
}

/* Holds the turn until it is let go, and then changes its mind. */
static struct error hold(struct context *ctx, int pipe)
{
	struct note note = { .object = "091", .who = "", .text = "held" };
	int64_t id;

	TRY(context_begin(ctx));
	struct error e = store_note_add(ctx->db, &note, 1, &id);
	meet(pipe);
	return context_end(ctx, e.code == E_OK ? fail(E_CANCELLED, NULL) : e, "note.add", "091");
}

static void a_turn_that_does_not_come_is_busy_and_changes_nothing(void **state)
{
	struct fixture *f = *state;
	struct process holder = start(f, hold);

	wait_for(&holder);
	assert_fails(E_BUSY, add_note(&f->ctx));
	let_go(&holder);
	end(&holder, E_CANCELLED);
	assert_int_equal(notes_in(f), 0);
	assert_ok(add_note(&f->ctx));
	assert_int_equal(notes_in(f), 1);
	assert_good(f->ctx.db);
}

static void a_program_outside_the_queue_makes_busy_too(void **state)
{
	struct fixture *f = *state;
	sqlite3 *outside;

	assert_int_equal(sqlite3_open(f->path, &outside), SQLITE_OK);
	assert_int_equal(sqlite3_exec(outside, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	assert_fails(E_BUSY, add_note(&f->ctx));
	assert_int_equal(sqlite3_exec(outside, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	assert_ok(add_note(&f->ctx));
	sqlite3_close(outside);
	assert_int_equal(notes_in(f), 1);
}

static void on_signal(int signal)
{
	(void)signal;
}

/* A terminal's resize must not cost the turn, and an alarm of our own must be as it was. */
static struct error write_among_signals(struct context *ctx, int pipe)
{
	struct sigaction act = { .sa_handler = on_signal }, after;

	sigaction(SIGWINCH, &act, NULL);
	sigaction(SIGALRM, &act, NULL);
	meet(pipe);
	TRY(add_note(ctx));
	sigaction(SIGALRM, NULL, &after);
	return after.sa_handler == on_signal && alarm(0) == 0 ? ok() : fail(E_INVALID, NULL);
}

static void signals_do_not_cost_the_turn(void **state)
{
	struct fixture *f = *state;
	struct process writer = start(f, write_among_signals);

	wait_for(&writer);
	assert_ok(context_begin(&f->ctx));
	let_go(&writer);
	for (int i = 0; i < 30; i++) {
		usleep(10000);
		kill(writer.pid, SIGWINCH);
	}
	assert_int_equal(notes_in(f), 0);
	assert_ok(context_end(&f->ctx, ok(), "export", "problems"));
	end(&writer, E_OK);
	assert_int_equal(notes_in(f), 1);
}

static void a_killed_writer_leaves_its_turn_and_nothing_else(void **state)
{
	struct fixture *f = *state;
	struct process holder = start(f, hold);
	int status;

	wait_for(&holder);
	kill(holder.pid, SIGKILL);
	waitpid(holder.pid, &status, 0);
	close(holder.to);
	close(holder.from);
	assert_int_equal(notes_in(f), 0);
	assert_ok(add_note(&f->ctx));
	assert_int_equal(notes_in(f), 1);
	assert_good(f->ctx.db);
}

static void readers_do_not_wait_and_see_what_is_committed(void **state)
{
	struct fixture *f = *state;
	struct process holder;
	struct context reader;
	struct id_list ids = { 0 };

	assert_ok(add_note(&f->ctx));
	assert_ok(enter(f->path, &reader));
	holder = start(f, hold);
	wait_for(&holder);
	assert_ok(note_ids(&reader, NULL, &ids));
	assert_int_equal(ids.n, 1);
	assert_good(reader.db);
	let_go(&holder);
	end(&holder, E_CANCELLED);
	id_list_clear(&ids);
	context_close(&reader);
}

/* In the child: let go once more? */
static bool is_let_go(int pipe)
{
	struct pollfd waiting = { .fd = pipe, .events = POLLIN };

	return poll(&waiting, 1, 0) != 0;
}

/* One act sets the weights of all criteria to the same number, over and over until it is let go
 * again. */
static struct error change_weights(struct context *ctx, int pipe)
{
	char json[800];

	meet(pipe);
	for (int i = 1; !is_let_go(pipe); i = i % 900 + 1) {
		int n = 0;

		n += snprintf(json, sizeof(json), "{\"criteria\": [");
		for (int c = 0; c < 4; c++)
			n += snprintf(json + n, sizeof(json) - (size_t)n,
				"%s{\"key\": \"c%d\", \"weight\": \"%d\", \"min\": \"0\", \"max\": "
				"\"10\", "
				"\"name\": {\"fi\": \"a\", \"sv\": \"b\", \"en\": \"\"}}",
				c == 0 ? "" : ",", c, i);
		snprintf(json + n, sizeof(json) - (size_t)n, "]}");
		TRY(rules_define(ctx, 1, json));
	}
	return ok();
}

static void a_reader_sees_whole_acts(void **state)
{
	struct fixture *f = *state;
	int64_t round, last = 0;
	int changes = 0;

	assert_ok(round_add(&f->ctx, &(struct round){ .key = "r", .kind = "problem" }, &round));
	struct process writer = start(f, change_weights);
	wait_for(&writer);
	let_go(&writer);
	while (changes < CHANGES_SEEN) {
		struct arena arena = { 0 };
		struct criteria all;

		assert_ok(round_criteria(&f->ctx, &arena, round, &all));
		assert_true(all.n == 0 || all.n == 4);
		for (size_t i = 1; i < all.n; i++)
			assert_int_equal(all.rows[i].weight, all.rows[0].weight);
		if (all.n > 0 && all.rows[0].weight != last) {
			last = all.rows[0].weight;
			if (++changes % 10 == 1)
				assert_good(f->ctx.db);
		}
		arena_clear(&arena);
	}
	let_go(&writer);
	end(&writer, E_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(many_writers_all_get_their_turn),
		TEST_FILE(a_turn_that_does_not_come_is_busy_and_changes_nothing),
		TEST_FILE(a_program_outside_the_queue_makes_busy_too),
		TEST_FILE(signals_do_not_cost_the_turn),
		TEST_FILE(a_killed_writer_leaves_its_turn_and_nothing_else),
		TEST_FILE(readers_do_not_wait_and_see_what_is_committed),
		TEST_FILE(a_reader_sees_whole_acts),
	};
	return RUN(tests);
}
