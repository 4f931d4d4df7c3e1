/* SPDX-License-Identifier: MIT */
#include "src/base/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { OUTPUT_MAX = 65536, MORE_MAX = 8 };

static struct error from_errno(int number)
{
	return number == 0 ? ok() : (struct error){ .code = E_IO, .low = number };
}

/* Signals that we ignore or hold back for a time are not to be so by what we start. `apart`: it is
 * not of those whom Ctrl-C on our terminal ends. */
static void set_attributes(posix_spawnattr_t *attributes, bool apart)
{
	sigset_t set, none;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGPIPE);
	posix_spawnattr_init(attributes);
	posix_spawnattr_setsigdefault(attributes, &set);
	sigemptyset(&none);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setpgroup(attributes, 0);
	posix_spawnattr_setflags(
		attributes, (short)(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK |
				    (apart ? POSIX_SPAWN_SETPGROUP : 0)));
}

/* NULL-terminated, at least MORE_MAX + 4 long. */
static void fill_environment(const char **environment, const char *const *more)
{
	bool at_home = false;
	size_t n = 0;

	environment[n++] = "PATH=/usr/bin:/bin";
	environment[n++] = "LC_ALL=C";
	for (size_t i = 0; more != NULL && more[i] != NULL && i < MORE_MAX; i++) {
		at_home = at_home || strncmp(more[i], "HOME=", 5) == 0;
		environment[n++] = more[i];
	}
	if (!at_home)
		environment[n++] = "HOME=/";
	environment[n] = NULL;
}

/* As a file of the program's own; below 0: as nothing. */
static void connect_to(posix_spawn_file_actions_t *actions, int fd, int as)
{
	if (fd >= 0)
		posix_spawn_file_actions_adddup2(actions, fd, as);
	else
		posix_spawn_file_actions_addopen(
			actions, as, "/dev/null", as == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
}

static struct error spawn(const char *const *argv, const char *const *more, int in, int out,
	int err, bool apart, pid_t *pid)
{
	const char *environment[MORE_MAX + 4];
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;

	fill_environment(environment, more);
	posix_spawn_file_actions_init(&actions);
	connect_to(&actions, in, STDIN_FILENO);
	connect_to(&actions, out, STDOUT_FILENO);
	connect_to(&actions, err, STDERR_FILENO);
	set_attributes(&attributes, apart);
	/* Its prototype lacks the const that it keeps. */
	int failed = posix_spawn(pid, argv[0], &actions, &attributes, (char *const *)argv,
		(char *const *)environment);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return from_errno(failed);
}

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Until it closes its output; false when patience ends first. */
static bool read_output(int fd, int seconds, size_t most, struct buffer *out)
{
	int64_t end = milliseconds() + (int64_t)seconds * 1000;
	char block[4096];

	for (;;) {
		int64_t left = end - milliseconds();
		struct pollfd ready = { .fd = fd, .events = POLLIN };

		int there = left <= 0 ? 0 : poll(&ready, 1, (int)left);
		if (there == 0)
			return false;
		if (there < 0)
			continue;
		ssize_t n = read(fd, block, sizeof(block));
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return true;
		if (out->length + (size_t)n <= most)
			buffer_add(out, block, (size_t)n);
	}
}

int program_wait(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* `err`: are complaints part of what it says? */
static struct error run(const char *const *argv, const char *const *more, int in, bool err,
	int seconds, size_t most, struct buffer *out, int *status)
{
	int ends[2];
	pid_t pid = 0;

	*status = -1;
	if (pipe2(ends, O_CLOEXEC) != 0)
		return from_errno(errno);
	struct error e = spawn(argv, more, in, ends[1], err ? ends[1] : -1, false, &pid);
	close(ends[1]);
	if (e.code == E_OK) {
		if (!read_output(ends[0], seconds, most, out))
			kill(pid, SIGKILL);
		*status = program_wait(pid);
	}
	close(ends[0]);
	return e;
}

static struct error run_and_keep(struct arena *arena, const char *const *argv,
	const char *const *more, int in, int seconds, struct program_result *result)
{
	struct buffer out = { 0 };

	struct error e = run(argv, more, in, true, seconds, OUTPUT_MAX, &out, &result->status);
	result->out = arena_bytes(arena, out.length == 0 ? "" : out.text, out.length);
	buffer_clear(&out);
	return e;
}

struct error program_run(struct arena *arena, const char *const *argv, const char *const *more,
	int seconds, struct program_result *result)
{
	return run_and_keep(arena, argv, more, -1, seconds, result);
}

struct error program_feed(struct arena *arena, const char *const *argv, int in, int seconds,
	struct program_result *result)
{
	return run_and_keep(arena, argv, NULL, in, seconds, result);
}

/* Has it ended within that time? */
static bool ends_within(pid_t pid, int seconds)
{
	int64_t end = milliseconds() + (int64_t)seconds * 1000;
	int handle = pidfd_open(pid, 0), there = -1;

	while (handle >= 0 && there < 0) {
		struct pollfd ended = { .fd = handle, .events = POLLIN };
		int64_t left = end - milliseconds();

		there = poll(&ended, 1, left < 0 ? 0 : (int)left);
		if (there < 0 && errno != EINTR)
			break;
	}
	if (handle >= 0)
		close(handle);
	return there > 0;
}

/* What it said lies in a file and not in a pipe: what it leaves running may hold its end open. */
struct error program_hand_over(struct arena *arena, const char *const *argv,
	const char *const *more, int in, int seconds, struct program_result *result)
{
	char said[OUTPUT_MAX];
	pid_t pid = 0;
	int out = memfd_create("said", MFD_CLOEXEC);

	*result = (struct program_result){ .status = -1, .out = "" };
	if (out < 0)
		return from_errno(errno);
	struct error e = spawn(argv, more, in, out, out, true, &pid);
	if (e.code == E_OK) {
		if (!ends_within(pid, seconds))
			kill(-pid, SIGKILL);
		result->status = program_wait(pid);
		ssize_t n = pread(out, said, sizeof(said), 0);
		result->out = arena_bytes(arena, said, n < 0 ? 0 : (size_t)n);
	}
	close(out);
	return e;
}

struct error program_start(const char *const *argv, const char *const *more, pid_t *pid)
{
	return spawn(argv, more, -1, -1, -1, false, pid);
}

struct error program_read(
	const char *const *argv, int in, int seconds, size_t most, struct buffer *out, int *status)
{
	return run(argv, NULL, in, false, seconds, most, out, status);
}

struct error program_between(const char *const *argv, int in, int out, pid_t *pid)
{
	return spawn(argv, NULL, in, out, -1, false, pid);
}

void program_stop(pid_t pid)
{
	kill(pid, SIGKILL);
	(void)program_wait(pid);
}
