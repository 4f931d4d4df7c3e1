/* SPDX-License-Identifier: MIT
 * The database file itself is never opened here once SQLite uses it: closing any descriptor of a
 * file drops the POSIX locks SQLite holds on it in this process. */
#include "db/file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <linux/magic.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "db/base/arena.h"
#include "db/base/watch.h"

enum {
	MODE_ALONE = 0600,
	MODE_PUBLIC = 0644,
	MODE_SHARED = 0660,
	UNTOLD_MICROSECONDS = 400000, /* nobody notices such a wait */
	SMB2_MAGIC = (int)0xFE534D42,
	CIFS_MAGIC = (int)0xFF534D42,
};

/* What an earlier write failed for is not known any more: one byte more fails for the same reason.
 * The file comes to nothing anyway. */
int file_stream_fault(FILE *out)
{
	if (fflush(out) != 0)
		return errno;
	if (ferror(out) == 0)
		return 0;
	return write(fileno(out), "", 1) < 0 ? errno : EIO;
}

struct error file_error(int number)
{
	switch (number) {
	case ENOENT:
	case ENOTDIR:
		return fail(E_NO_FILE, NULL);
	case EACCES:
	case EPERM:
		return fail(E_ACCESS, NULL);
	case EEXIST:
		return fail(E_EXISTS, "file");
	case EROFS:
		return fail(E_READONLY, NULL);
	case ENOSPC:
	case EDQUOT:
		return fail(E_FULL, NULL);
	default:
		return (struct error){ .code = E_IO, .low = number };
	}
}

char *file_directory(const char *path)
{
	char *copy = xstrdup(path), *directory = xstrdup(dirname(copy));

	free(copy);
	return directory;
}

static bool is_shared(const struct stat *directory)
{
	return (directory->st_mode & S_ISGID) != 0 && (directory->st_mode & S_IWGRP) != 0;
}

static struct error fitting_mode(const char *path, mode_t *mode)
{
	char *directory = file_directory(path);
	struct stat status;
	int failed = stat(directory, &status) != 0 ? errno : 0;

	free(directory);
	if (failed != 0)
		return file_error(failed);
	*mode = is_shared(&status) ? MODE_SHARED : MODE_ALONE;
	return ok();
}

static struct error refuse_network(const char *path)
{
	char *directory = file_directory(path);
	struct statfs fs;
	int failed = statfs(directory, &fs) != 0 ? errno : 0;

	free(directory);
	if (failed != 0)
		return file_error(failed);
	int kind = (int)fs.f_type;
	if (kind == NFS_SUPER_MAGIC || kind == SMB_SUPER_MAGIC || kind == SMB2_MAGIC ||
		kind == CIFS_MAGIC)
		return fail(E_NETWORK_FS, NULL);
	return ok();
}

static struct error make(const char *path, mode_t mode, int *fd)
{
	int made = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);

	if (made < 0)
		return file_error(errno);
	if (fchmod(made, mode) != 0) {
		struct error e = file_error(errno);

		close(made);
		unlink(path);
		return e;
	}
	*fd = made;
	return ok();
}

struct error file_make(const char *path, int *fd)
{
	mode_t mode;

	TRY(fitting_mode(path, &mode));
	TRY(refuse_network(path));
	return make(path, mode, fd);
}

struct error file_make_private(const char *path, int *fd)
{
	return make(path, MODE_ALONE, fd);
}

struct error file_make_public(const char *path, int *fd)
{
	return make(path, MODE_PUBLIC, fd);
}

struct error file_check_free(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0 ? fail(E_EXISTS, "file") : ok();
}

/* The last is ours: it stays for good, and is only in the way while somebody holds it. */
static const char *const beside[] = { "-wal", "-journal", "-shm", "-lock" };
enum { BESIDE_LOCK = 3 };

static char *name_beside(const char *path, size_t which)
{
	size_t size = strlen(path) + strlen(beside[which]) + 1;
	char *name = xmalloc(size);

	snprintf(name, size, "%s%s", path, beside[which]);
	return name;
}

static bool is_held(const char *lock)
{
	int fd = open(lock, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	bool held = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0;

	if (fd >= 0)
		close(fd);
	return held;
}

struct error file_check_beside(const char *path)
{
	struct error e = fail(E_BESIDE, NULL);

	for (size_t i = 0; i < LEN(beside); i++) {
		char *name = name_beside(path, i);
		struct stat status;

		if (i == BESIDE_LOCK ? is_held(name) : lstat(name, &status) == 0)
			e.low |= (int64_t)1 << i;
		free(name);
	}
	return e.low == 0 ? ok() : e;
}

const char *file_beside_names(struct arena *arena, const char *path, int64_t which)
{
	const char *names = "";

	for (size_t i = 0; i < LEN(beside); i++)
		if ((which >> i & 1) != 0)
			names = arena_printf(arena, "%s%s%s%s", names, *names == '\0' ? "" : ", ",
				path, beside[i]);
	return names;
}

void file_remove_beside(const char *path)
{
	for (size_t i = 0; i < LEN(beside); i++) {
		char *name = name_beside(path, i);

		unlink(name);
		free(name);
	}
}

bool file_is_empty(const char *path)
{
	struct stat status;

	return stat(path, &status) != 0 || status.st_size == 0;
}

bool file_is_writable(const char *path)
{
	char *directory = file_directory(path);
	bool writable = access(path, W_OK) == 0 && access(directory, W_OK | X_OK) == 0;

	free(directory);
	return writable;
}

struct error file_check(const char *path)
{
	struct stat status;
	mode_t fitting;

	if (stat(path, &status) != 0)
		return file_error(errno);
	if (!S_ISREG(status.st_mode))
		return fail(E_FOREIGN, NULL);
	TRY(fitting_mode(path, &fitting));
	mode_t mode = status.st_mode & 0777;
	/* A file without its write bits is an archive: fine to read, if nobody else can. */
	if ((mode & ~fitting) == 0 && (mode == fitting || (mode & 0222) == 0))
		return ok();
	return (struct error){ .code = E_MODE, .low = (int64_t)mode, .high = (int64_t)fitting };
}

/* What root makes beside somebody's file is theirs, as SQLite does with its own: else they would be
 * locked out. */
static void give_to_owner(int fd, const char *path)
{
	struct stat owned;

	if (geteuid() == 0 && stat(path, &owned) == 0)
		(void)!fchown(fd, owned.st_uid, owned.st_gid); /* root can, or it stays root's */
}

struct error lock_open(const char *path, int *fd)
{
	char *name = name_beside(path, BESIDE_LOCK);
	struct error e = ok();

	*fd = open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	if (*fd < 0 && errno == ENOENT) {
		e = file_make(name, fd);
		if (e.code == E_OK)
			give_to_owner(*fd, path);
		else if (e.code == E_EXISTS) { /* another process was faster */
			e = ok();
			*fd = open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
		}
	}
	if (e.code == E_OK && *fd < 0)
		e = file_error(errno);
	free(name);
	return e;
}

static void on_alarm(int signal)
{
	(void)signal; /* its only purpose is to interrupt flock */
}

/* flock queues fairly but cannot time out: an alarm without SA_RESTART interrupts it. False: the
 * time is over, or it failed, and *failed says how. */
static bool lock_within(int fd, struct timeval limit, int *failed)
{
	struct itimerval timer = { .it_value = limit }, none = { 0 };

	setitimer(ITIMER_REAL, &timer, NULL);
	*failed = 0;
	while (watch_stopped() != 0 || flock(fd, LOCK_EX) != 0) {
		*failed = watch_stopped() != 0 ? EINTR : errno;
		getitimer(ITIMER_REAL, &timer);
		bool over = timer.it_value.tv_sec == 0 && timer.it_value.tv_usec == 0;
		if (*failed != EINTR || over || watch_stopped() != 0)
			break;
		*failed = 0; /* some other signal, such as a resize */
	}
	setitimer(ITIMER_REAL, &none, NULL);
	return *failed == 0;
}

/* Once in the queue it stays there, but for the one moment in which the wait is told. */
static int lock_telling(int fd)
{
	int failed;

	if (lock_within(fd, (struct timeval){ .tv_usec = UNTOLD_MICROSECONDS }, &failed) ||
		failed != EINTR || watch_stopped() != 0)
		return failed;
	watch_waiting(true);
	(void)lock_within(fd, (struct timeval){ .tv_sec = LOCK_SECONDS }, &failed);
	watch_waiting(false);
	return failed;
}

struct error lock_take(int fd)
{
	struct sigaction alarm = { .sa_handler = on_alarm }, before;

	sigemptyset(&alarm.sa_mask);
	sigaction(SIGALRM, &alarm, &before);
	int failed = lock_telling(fd);
	sigaction(SIGALRM, &before, NULL);
	if (failed == 0 && watch_stopped() != 0) { /* asked to end just before the wait began */
		lock_release(fd);
		failed = EINTR;
	}
	if (failed == EINTR)
		return fail(watch_stopped() != 0 ? E_INTERRUPTED : E_BUSY, NULL);
	return failed == 0 ? ok() : file_error(failed);
}

void lock_release(int fd)
{
	(void)flock(fd, LOCK_UN); /* cannot fail on a descriptor that holds it */
}

/* A number is given anew once its file is gone, so that its hour of birth belongs to it. */
const char *file_identity(struct arena *arena, const char *path)
{
	struct statx status;

	if (statx(AT_FDCWD, path, 0, STATX_INO | STATX_BTIME, &status) != 0)
		return "";
	bool born = (status.stx_mask & STATX_BTIME) != 0;
	return arena_printf(arena, "%llx-%llx-%x", (unsigned long long)status.stx_ino,
		born ? (unsigned long long)status.stx_btime.tv_sec : 0,
		born ? status.stx_btime.tv_nsec : 0);
}

/* flock and these do not see each other. */
struct error lock_alone(const char *path, int *fd)
{
	struct flock first = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 1 };

	TRY(lock_open(path, fd));
	if (fcntl(*fd, F_OFD_SETLK, &first) == 0)
		return ok();
	int failed = errno;
	close(*fd);
	return failed == EAGAIN || failed == EACCES ? fail(E_BUSY, NULL) : file_error(failed);
}
