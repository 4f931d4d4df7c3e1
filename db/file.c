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
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "db/base/arena.h"

enum {
	MODE_ALONE = 0600,
	MODE_SHARED = 0660,
	LOCK_SECONDS = 5,
	SMB2_MAGIC = (int)0xFE534D42,
	CIFS_MAGIC = (int)0xFF534D42,
};

static struct error from_errno(int number)
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

static char *directory_of(const char *path)
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
	char *directory = directory_of(path);
	struct stat status;
	int failed = stat(directory, &status) != 0 ? errno : 0;

	free(directory);
	if (failed != 0)
		return from_errno(failed);
	*mode = is_shared(&status) ? MODE_SHARED : MODE_ALONE;
	return ok();
}

static struct error refuse_network(const char *path)
{
	char *directory = directory_of(path);
	struct statfs fs;
	int failed = statfs(directory, &fs) != 0 ? errno : 0;

	free(directory);
	if (failed != 0)
		return from_errno(failed);
	int kind = (int)fs.f_type;
	if (kind == NFS_SUPER_MAGIC || kind == SMB_SUPER_MAGIC || kind == SMB2_MAGIC ||
		kind == CIFS_MAGIC)
		return fail(E_NETWORK_FS, NULL);
	return ok();
}

static struct error make(const char *path, mode_t mode)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);

	if (fd < 0)
		return from_errno(errno);
	int failed = fchmod(fd, mode) != 0 ? errno : 0;
	if (close(fd) != 0 && failed == 0)
		failed = errno;
	return failed == 0 ? ok() : from_errno(failed);
}

struct error file_make(const char *path)
{
	mode_t mode;

	TRY(fitting_mode(path, &mode));
	TRY(refuse_network(path));
	return make(path, mode);
}

struct error file_make_private(const char *path)
{
	return make(path, MODE_ALONE);
}

struct error file_check_free(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0 ? fail(E_EXISTS, "file") : ok();
}

bool file_is_empty(const char *path)
{
	struct stat status;

	return stat(path, &status) != 0 || status.st_size == 0;
}

bool file_is_writable(const char *path)
{
	char *directory = directory_of(path);
	bool writable = access(path, W_OK) == 0 && access(directory, W_OK | X_OK) == 0;

	free(directory);
	return writable;
}

struct error file_give_name(const char *made, const char *path)
{
	return renameat2(AT_FDCWD, made, AT_FDCWD, path, RENAME_NOREPLACE) == 0 ? ok() :
										  from_errno(errno);
}

struct error file_check(const char *path)
{
	struct stat status;
	mode_t fitting;

	if (stat(path, &status) != 0)
		return from_errno(errno);
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
	size_t size = strlen(path) + sizeof("-lock");
	char *name = xmalloc(size);
	struct error e = ok();

	snprintf(name, size, "%s-lock", path);
	*fd = open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	if (*fd < 0 && errno == ENOENT) {
		e = file_make(name);
		if (e.code == E_EXISTS) /* another process was faster */
			e = ok();
		if (e.code == E_OK)
			*fd = open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
		if (*fd >= 0)
			give_to_owner(*fd, path);
	}
	if (e.code == E_OK && *fd < 0)
		e = from_errno(errno);
	free(name);
	return e;
}

static void on_alarm(int signal)
{
	(void)signal; /* its only purpose is to interrupt flock */
}

/* flock queues fairly but cannot time out: an alarm without SA_RESTART interrupts it. */
struct error lock_take(int fd)
{
	struct sigaction alarm = { .sa_handler = on_alarm }, before;
	struct itimerval limit = { .it_value.tv_sec = LOCK_SECONDS }, none = { 0 };

	sigemptyset(&alarm.sa_mask);
	sigaction(SIGALRM, &alarm, &before);
	setitimer(ITIMER_REAL, &limit, NULL);
	int failed = 0;
	while (flock(fd, LOCK_EX) != 0) {
		struct itimerval left;

		failed = errno;
		getitimer(ITIMER_REAL, &left);
		if (failed != EINTR || (left.it_value.tv_sec == 0 && left.it_value.tv_usec == 0))
			break;
		failed = 0; /* some other signal, such as a resize */
	}
	setitimer(ITIMER_REAL, &none, NULL);
	sigaction(SIGALRM, &before, NULL);
	if (failed == EINTR)
		return fail(E_BUSY, NULL);
	return failed == 0 ? ok() : from_errno(failed);
}

void lock_release(int fd)
{
	(void)flock(fd, LOCK_UN); /* cannot fail on a descriptor that holds it */
}
