/* SPDX-License-Identifier: MIT */
#include "src/base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ENTRIES_MAX = 5000 }; /* more nobody looks through; typing the name still finds it */

static const char *home(void)
{
	const char *path = getenv("HOME");

	return path == NULL ? "" : path;
}

static bool is_home(const char *typed)
{
	return typed[0] == '~' && (typed[1] == '/' || typed[1] == '\0') && *home() != '\0';
}

const char *path_whole(struct arena *arena, const char *folder, const char *typed)
{
	if (is_home(typed))
		return arena_printf(arena, "%s%s", home(), typed + 1);
	if (*typed == '/')
		return arena_text(arena, typed);
	return arena_printf(arena, "%s%s", folder, typed);
}

const char *path_shown(struct arena *arena, const char *path)
{
	size_t n = strlen(home());

	if (n > 1 && strncmp(path, home(), n) == 0 && (path[n] == '/' || path[n] == '\0'))
		return arena_printf(arena, "~%s", path + n);
	return path;
}

const char *path_folder(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? "" : arena_bytes(arena, path, (size_t)(slash + 1 - path));
}

static bool is_of_type(const char *path, mode_t type)
{
	struct stat status;

	return stat(path, &status) == 0 && (status.st_mode & S_IFMT) == type;
}

bool path_is_folder(const char *path)
{
	return is_of_type(path, S_IFDIR);
}

bool path_is_file(const char *path)
{
	return is_of_type(path, S_IFREG);
}

const char *folder_present(struct arena *arena)
{
	char *path = getcwd(NULL, 0);
	const char *kept = path == NULL           ? "/" :
			   strcmp(path, "/") == 0 ? "/" :
						    arena_printf(arena, "%s/", path);

	free(path);
	return kept;
}

static bool ends_so(const char *name, const char *endings)
{
	size_t length = strlen(name);

	for (const char *at = endings; at != NULL; at = strchr(at, '|')) {
		at += *at == '|' ? 1 : 0;
		size_t n = strcspn(at, "|");

		if (length > n && strncasecmp(name + length - n, at, n) == 0)
			return true;
	}
	return false;
}

/* Files before folders; the newest file first, folders by name. */
static int in_order(const void *one, const void *other)
{
	const struct folder_entry *a = one, *b = other;

	if (a->folder != b->folder)
		return a->folder ? 1 : -1;
	if (!a->folder && a->changed != b->changed)
		return a->changed > b->changed ? -1 : 1;
	return strcmp(a->name, b->name);
}

static bool read_entry(struct arena *arena, const char *path, const char *name, const char *endings,
	struct folder_entry *entry)
{
	struct stat status;

	if (*name == '.' || stat(arena_printf(arena, "%s/%s", path, name), &status) != 0)
		return false;
	*entry = (struct folder_entry){ arena_text(arena, name), S_ISDIR(status.st_mode),
		status.st_size, status.st_mtime };
	return entry->folder || (S_ISREG(status.st_mode) && ends_so(name, endings));
}

struct error folder_read(
	struct arena *arena, const char *path, const char *endings, struct folder *folder)
{
	DIR *directory = opendir(path);

	*folder = (struct folder){ 0 };
	if (directory == NULL)
		return errno == ENOENT || errno == ENOTDIR ? fail(E_NOT_FOUND, "file") :
		       errno == EACCES                     ? fail(E_ACCESS, NULL) :
					 (struct error){ .code = E_IO, .low = errno };
	folder->rows = arena_alloc(arena, ENTRIES_MAX * sizeof(*folder->rows));
	for (struct dirent *found; folder->n < ENTRIES_MAX && (found = readdir(directory)) != NULL;)
		if (read_entry(arena, path, found->d_name, endings, &folder->rows[folder->n]))
			folder->n++;
	closedir(directory);
	qsort(folder->rows, folder->n, sizeof(*folder->rows), in_order);
	return ok();
}
