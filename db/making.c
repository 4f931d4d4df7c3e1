/* SPDX-License-Identifier: MIT */
#include "db/making.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "db/base/arena.h"
#include "db/file.h"

static const char mark[] = ".making-";

static void remove_made(const char *made)
{
	unlink(made);
	file_remove_beside(made);
}

/* The part of the name that stands before the mark: a long one is cut, so that the whole fits. */
static size_t stem_length(const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t before = slash == NULL ? 0 : (size_t)(slash + 1 - path), n = strlen(path);
	size_t longest = NAME_MAX - strlen(mark) - strlen("4194304-journal");

	return n - before > longest ? before + longest : n;
}

/* A maker that lives holds its file locked. */
static bool is_abandoned(const char *made, const char *pid)
{
	char *end;
	long number = strtol(pid, &end, 10);

	if (end == pid || *end != '\0' || kill((pid_t)number, 0) == 0 || errno != ESRCH)
		return false;
	int fd = open(made, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	bool free = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0;
	if (fd >= 0)
		close(fd);
	return free;
}

static void sweep(const char *path)
{
	char *directory = file_directory(path);
	const char *slash = strrchr(path, '/');
	const char *base = slash == NULL ? path : slash + 1;
	size_t stem = stem_length(path) - (size_t)(base - path);
	DIR *entries = opendir(directory);

	for (struct dirent *entry; entries != NULL && (entry = readdir(entries)) != NULL;) {
		const char *name = entry->d_name;
		struct buffer made = { 0 };

		if (strncmp(name, base, stem) != 0 || strncmp(name + stem, mark, strlen(mark)) != 0)
			continue;
		buffer_printf(&made, "%s/%s", directory, name);
		if (is_abandoned(made.text, name + stem + strlen(mark)))
			remove_made(made.text);
		buffer_clear(&made);
	}
	if (entries != NULL)
		closedir(entries);
	free(directory);
}

static char *made_name(const char *path)
{
	struct buffer name = { 0 };

	buffer_printf(&name, "%.*s%s%ld", (int)stem_length(path), path, mark, (long)getpid());
	char *made = xstrdup(name.text);
	buffer_clear(&name);
	return made;
}

static struct error make_file(struct making *making)
{
	switch (making->kind) {
	case MAKING_COMPETITION:
		return file_make(making->made, &making->fd);
	case MAKING_PUBLIC:
		return file_make_public(making->made, &making->fd);
	case MAKING_PRIVATE:
		break;
	}
	return file_make_private(making->made, &making->fd);
}

struct error making_begin(struct making *making, const char *path, enum making_kind kind)
{
	TRY(file_check_free(path));
	if (kind == MAKING_COMPETITION)
		TRY(file_check_beside(path));
	sweep(path);
	*making = (struct making){ xstrdup(path), made_name(path), -1, kind };
	struct error e = make_file(making);
	if (e.code == E_NO_FILE)
		e = fail(E_NOT_FOUND, "directory");
	if (e.code == E_OK && flock(making->fd, LOCK_EX | LOCK_NB) != 0)
		e = making_end(making, file_error(errno));
	else if (e.code != E_OK) {
		free(making->path);
		free(making->made);
	}
	return e;
}

/* Not every file system knows how to rename without replacing. */
static struct error give_name(const char *made, const char *path)
{
	if (renameat2(AT_FDCWD, made, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return ok();
	if (errno != EINVAL && errno != ENOSYS)
		return file_error(errno);
	if (link(made, path) != 0)
		return file_error(errno);
	unlink(made);
	return ok();
}

/* Where a directory cannot be opened or synced there is nothing more to be done. */
static struct error sync_directory(const char *path)
{
	char *directory = file_directory(path);
	int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int failed = fd >= 0 && fsync(fd) != 0 && errno != EINVAL ? errno : 0;

	if (fd >= 0)
		close(fd);
	free(directory);
	return failed == 0 ? ok() : file_error(failed);
}

/* Once more what lies beside: somebody may have come while it was made. */
static struct error name_it(struct making *making)
{
	if (making->kind == MAKING_COMPETITION)
		TRY(file_check_beside(making->path));
	TRY(give_name(making->made, making->path));
	struct error e = sync_directory(making->path);
	if (e.code != E_OK)
		unlink(making->path);
	return e;
}

struct error making_end(struct making *making, struct error e)
{
	if (e.code == E_OK && fsync(making->fd) != 0)
		e = file_error(errno);
	if (close(making->fd) != 0 && e.code == E_OK)
		e = file_error(errno);
	if (e.code == E_OK)
		e = name_it(making);
	remove_made(making->made);
	free(making->path);
	free(making->made);
	return e;
}
