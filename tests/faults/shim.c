/* SPDX-License-Identifier: MIT
 * Loaded before the C library (LD_PRELOAD) into the program as it is: writes down what it does to
 * the files of one directory and to its terminal, and makes the n-th call of a kind fail.
 *
 * FAULT_DIR     the directory, absolute; the program works in it
 * FAULT_KIND    open read write sync truncate rename unlink malloc
 * FAULT_AT      which call of that kind fails, from 1; none: they are only counted
 * FAULT_EVER    set: and every one after it
 * FAULT_ERRNO   with what; malloc always with ENOMEM
 * FAULT_COUNT   file that gets the number of calls of the kind at the end
 * FAULT_RECORD  file that gets the record: a line "KIND PATH [OFFSET LENGTH]", and after a write
 *               its bytes. create write truncate sync unlink rename link paint.
 *               A path is the directory's own name for the file; "." is the directory.
 * FAULT_NOSYNC  files whose name ends so are not synced, and the record does not tell (a mutant).
 */
#undef _FILE_OFFSET_BITS /* with it open and open64 would be one name */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FILES = 1024 };

static char names[FILES][NAME_MAX + 1]; /* of the open files; empty: none of ours */
static const char *directory, *kind;
static long counted, at;
static bool ever, ready;
static int with = EIO, record = -1;

void *__libc_malloc(size_t n);
void *__libc_calloc(size_t count, size_t n);
void *__libc_realloc(void *old, size_t n);

static long number(const char *name, long otherwise)
{
	const char *text = getenv(name);

	return text == NULL ? otherwise : strtol(text, NULL, 10);
}

/* Out of the way of the numbers that the program counts on. */
static int open_record(const char *path)
{
	int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);

	if (fd < 0)
		return -1;
	int high = fcntl(fd, F_DUPFD_CLOEXEC, 900);
	syscall(SYS_close, fd);
	return high;
}

__attribute__((constructor)) static void begin(void)
{
	directory = getenv("FAULT_DIR");
	kind = getenv("FAULT_KIND");
	at = number("FAULT_AT", 0);
	with = (int)number("FAULT_ERRNO", EIO);
	ever = getenv("FAULT_EVER") != NULL;
	if (getenv("FAULT_RECORD") != NULL)
		record = open_record(getenv("FAULT_RECORD"));
	ready = directory != NULL;
	unsetenv("LD_PRELOAD"); /* this program, not those it starts */
}

__attribute__((destructor)) static void end(void)
{
	const char *path = getenv("FAULT_COUNT");
	char text[24];

	ready = false;
	if (path == NULL)
		return;
	int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	int n = snprintf(text, sizeof(text), "%ld\n", counted);
	syscall(SYS_write, fd, text, n);
	syscall(SYS_close, fd);
}

/* Is it the turn of this call to fail? */
static bool fails(const char *what)
{
	if (!ready || kind == NULL || strcmp(kind, what) != 0)
		return false;
	counted++;
	if (at == 0 || (ever ? counted < at : counted != at))
		return false;
	errno = strcmp(what, "malloc") == 0 ? ENOMEM : with;
	return true;
}

/* The directory's own name for it; NULL: none of its files. */
static const char *own(const char *path)
{
	if (!ready || path == NULL)
		return NULL;
	size_t n = strlen(directory);
	if (*path == '/') {
		if (strncmp(path, directory, n) != 0 || (path[n] != '/' && path[n] != '\0'))
			return NULL;
		path += path[n] == '/' ? n + 1 : n;
	}
	while (path[0] == '.' && path[1] == '/')
		path += 2;
	return *path == '\0' ? "." : path;
}

static const char *own_fd(int fd)
{
	return ready && fd >= 0 && fd < FILES && names[fd][0] != '\0' ? names[fd] : NULL;
}

static void note(const char *what, const char *path, long offset, const void *bytes, size_t n)
{
	char line[PATH_MAX];

	if (record < 0)
		return;
	int saved = errno;
	int length = snprintf(line, sizeof(line), "%s\t%s\t%ld\t%zu\n", what, path, offset, n);
	syscall(SYS_write, record, line, length);
	if (bytes != NULL)
		syscall(SYS_write, record, bytes, n);
	errno = saved;
}

static int open_own(int at_fd, const char *path, int flags, mode_t mode)
{
	const char *name = at_fd == AT_FDCWD ? own(path) : NULL;

	if (name == NULL)
		return (int)syscall(SYS_openat, at_fd, path, flags, mode);
	if (fails("open"))
		return -1;
	bool there = access(path, F_OK) == 0;
	int fd = (int)syscall(SYS_openat, at_fd, path, flags, mode);
	if (fd < 0 || fd >= FILES)
		return fd;
	snprintf(names[fd], sizeof(names[fd]), "%s", name);
	if (!there)
		note("create", name, 0, NULL, 0);
	else if (flags & O_TRUNC)
		note("truncate", name, 0, NULL, 0);
	return fd;
}

#define OPENING(name) \
	int name(const char *path, int flags, ...) \
	{ \
		va_list rest; \
		va_start(rest, flags); \
		mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
		va_end(rest); \
		return open_own(AT_FDCWD, path, flags, mode); \
	}
OPENING(open)
OPENING(open64)

int close(int fd)
{
	if (fd == record && ready)
		return 0;
	if (fd >= 0 && fd < FILES)
		names[fd][0] = '\0';
	return (int)syscall(SYS_close, fd);
}

int dup(int old)
{
	int fd = (int)syscall(SYS_dup, old);

	if (fd >= 0 && fd < FILES && own_fd(old) != NULL)
		memcpy(names[fd], names[old], sizeof(names[fd]));
	return fd;
}

ssize_t read(int fd, void *bytes, size_t n)
{
	if (own_fd(fd) != NULL && fails("read"))
		return -1;
	return syscall(SYS_read, fd, bytes, n);
}

static ssize_t read_at(int fd, void *bytes, size_t n, off_t offset)
{
	if (own_fd(fd) != NULL && fails("read"))
		return -1;
	return syscall(SYS_pread64, fd, bytes, n, offset);
}

ssize_t pread(int fd, void *bytes, size_t n, off_t offset)
{
	return read_at(fd, bytes, n, offset);
}

ssize_t pread64(int fd, void *bytes, size_t n, off64_t offset)
{
	return read_at(fd, bytes, n, offset);
}

ssize_t write(int fd, const void *bytes, size_t n)
{
	const char *name = own_fd(fd);

	if (name == NULL) {
		if (ready && record >= 0 && isatty(fd) != 0)
			note("paint", "-", 0, bytes, n);
		return syscall(SYS_write, fd, bytes, n);
	}
	if (fails("write"))
		return -1;
	long offset = lseek(fd, 0, SEEK_CUR);
	ssize_t written = syscall(SYS_write, fd, bytes, n);
	if (written > 0)
		note("write", name, offset, bytes, (size_t)written);
	return written;
}

static ssize_t write_at(int fd, const void *bytes, size_t n, off_t offset)
{
	const char *name = own_fd(fd);

	if (name != NULL && fails("write"))
		return -1;
	ssize_t written = syscall(SYS_pwrite64, fd, bytes, n, offset);
	if (name != NULL && written > 0)
		note("write", name, offset, bytes, (size_t)written);
	return written;
}

ssize_t pwrite(int fd, const void *bytes, size_t n, off_t offset)
{
	return write_at(fd, bytes, n, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t offset)
{
	return write_at(fd, bytes, n, offset);
}

static bool ends_as(const char *name, const char *end)
{
	size_t n = strlen(name), m = end == NULL ? 0 : strlen(end);

	return m > 0 && n >= m && strcmp(name + n - m, end) == 0;
}

static int sync_fd(int fd, long call)
{
	const char *name = own_fd(fd);

	if (name != NULL && ends_as(name, getenv("FAULT_NOSYNC")))
		return 0;
	if (name != NULL && fails("sync"))
		return -1;
	int result = (int)syscall(call, fd);
	if (name != NULL && result == 0)
		note("sync", name, 0, NULL, 0);
	return result;
}

int fsync(int fd)
{
	return sync_fd(fd, SYS_fsync);
}

int fdatasync(int fd)
{
	return sync_fd(fd, SYS_fdatasync);
}

static int truncate_fd(int fd, off_t n)
{
	const char *name = own_fd(fd);

	if (name != NULL && fails("truncate"))
		return -1;
	int result = (int)syscall(SYS_ftruncate, fd, n);
	if (name != NULL && result == 0)
		note("truncate", name, n, NULL, 0);
	return result;
}

int ftruncate(int fd, off_t n)
{
	return truncate_fd(fd, n);
}

int ftruncate64(int fd, off64_t n)
{
	return truncate_fd(fd, n);
}

/* "from" and "to" are two lines of the record. */
static int moved(const char *what, const char *from, const char *to, int result)
{
	if (result != 0 || own(from) == NULL || own(to) == NULL)
		return result;
	note(what, own(from), 0, NULL, 0);
	note("to", own(to), 0, NULL, 0);
	return 0;
}

int renameat2(int from_fd, const char *from, int to_fd, const char *to, unsigned flags)
{
	if (own(to) != NULL && fails("rename"))
		return -1;
	return moved(
		"rename", from, to, (int)syscall(SYS_renameat2, from_fd, from, to_fd, to, flags));
}

int rename(const char *from, const char *to)
{
	return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int link(const char *from, const char *to)
{
	if (own(to) != NULL && fails("rename"))
		return -1;
	return moved("link", from, to, (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int unlink(const char *path)
{
	if (own(path) != NULL && fails("unlink"))
		return -1;
	int result = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
	if (result == 0 && own(path) != NULL)
		note("unlink", own(path), 0, NULL, 0);
	return result;
}

void *malloc(size_t n)
{
	return fails("malloc") ? NULL : __libc_malloc(n);
}

void *calloc(size_t count, size_t n)
{
	return fails("malloc") ? NULL : __libc_calloc(count, n);
}

void *realloc(void *old, size_t n)
{
	return fails("malloc") ? NULL : __libc_realloc(old, n);
}
