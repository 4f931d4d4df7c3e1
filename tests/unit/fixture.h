/* SPDX-License-Identifier: MIT
 * What the unit tests share: cmocka, a directory that goes away, and a competition in it that an
 * administrator "office" has just made, by a clock the test sets. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* After the four it needs; `fail` is ours. */
#include <cmocka.h>
#undef fail
#undef fail_msg
#define stop_test(...) (print_error(__VA_ARGS__), print_error("\n"), _fail(__FILE__, __LINE__))
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/roof/competition.h"
#include "src/ground/context.h"

struct fixture {
	char directory[64], path[96];
	struct context ctx; /* office */
	struct arena arena;
};

/* The clock of every fixture, UTC seconds; starts at 2018-10-01 12:00 in Helsinki. */
extern int64_t fixture_now;
int64_t fixture_clock(void);

/* Catalogs of the build, in English, and Helsinki's clock: for tests without a file. */
void fixture_languages(void);
/* For cmocka's setup and teardown: *state is a struct fixture. */
int fixture_setup(void **state);
int fixture_teardown(void **state);
/* A second user's context on the same file, made with that role. */
void fixture_enter(struct fixture *f, const char *login, const char *role, struct context *ctx);
/* Leaves and opens the file again as office. */
void fixture_reopen(struct fixture *f);
/* The municipality of that name or code. */
int64_t municipality_of(struct fixture *f, const char *name);
/* A problem with that title from there, received now. */
int64_t problem_from(struct fixture *f, const char *municipality, const char *title);
/* The file is what its log says, and its search index what its records say. */
void assert_verifies(struct fixture *f);
/* A time as people write it, or the test fails. */
int64_t at(const char *text);
/* Runs SQL on the file from outside, as someone with the sqlite3 program would. */
void outside(const char *path, const char *sql);
/* What SQLite says against it, to be freed; NULL if nothing. */
char *outside_refusal(const char *path, const char *sql);
/* One number of such a query. */
int64_t outside_number(const char *path, const char *sql);

#define assert_ok(call) assert_int_equal((call).code, E_OK)
/* Refused with that code; `words` are part of the sentence, or the name of the field. */
void check_refusal(
	struct error e, enum errcode code, const char *words, const char *file, int line);
#define assert_refused(code, words, call) check_refusal(call, code, words, __FILE__, __LINE__)
#define assert_fails(code_, call) assert_int_equal((call).code, code_)

/* TAP by default: meson reads it. */
#define RUN(tests) \
	(cmocka_set_message_output(CM_OUTPUT_TAP), \
		cmocka_run_group_tests_name(TEST_NAME, tests, NULL, NULL))
#define TEST(name) cmocka_unit_test(name)
#define TEST_FILE(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
