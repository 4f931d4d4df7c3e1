/* SPDX-License-Identifier: MIT
 * Runs fixed programs of the system by their whole path, with arguments of their own and a clean
 * environment. There is never a shell in between. */
#pragma once

#include <stdbool.h>
#include <sys/types.h>

#include "db/base/arena.h"
#include "db/base/error.h"

struct program_result {
	int status; /* what it ended with; -1: by a signal, or ended by us for lack of patience */
	const char *out; /* standard output and standard error, at most 64 KiB of it */
};

/* argv[0] is the path; `more` (may be NULL) adds NAME=VALUE to an environment of PATH, LC_ALL=C
 * and, unless it names another, HOME=/. Standard input is empty. E_IO if it cannot be started. */
struct error program_run(struct arena *arena, const char *const *argv, const char *const *more,
	int seconds, struct program_result *result);

/* The same with that file on standard input. */
struct error program_feed(struct arena *arena, const char *const *argv, int in, int seconds,
	struct program_result *result);

/* The same for what must not be broken off half-way: Ctrl-C on our terminal does not reach it, and
 * what it leaves running behind it is not waited for. */
struct error program_hand_over(struct arena *arena, const char *const *argv,
	const char *const *more, int in, int seconds, struct program_result *result);

/* The same left running, silent. */
struct error program_start(const char *const *argv, const char *const *more, pid_t *pid);

/* The same from the file `in`: its standard output alone is added to `out`, at most that many bytes
 * of it. `status` as in the result. */
struct error program_read(
	const char *const *argv, int in, int seconds, size_t most, struct buffer *out, int *status);
/* Left running from the one file to the other, complaints unheard. */
struct error program_between(const char *const *argv, int in, int out, pid_t *pid);
/* What it ended with, once it has; -1: by a signal. */
int program_wait(pid_t pid);
/* Ends it and waits until it is gone. */
void program_stop(pid_t pid);
