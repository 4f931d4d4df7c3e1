/* SPDX-License-Identifier: MIT
 * Folders and paths as a person types them: "~" is one's own folder, and what does not begin at the
 * root is in the folder that is shown. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "db/base/arena.h"
#include "db/base/error.h"

struct folder_entry {
	const char *name;
	bool folder;
	int64_t size, changed; /* bytes; UTC seconds */
};

struct folder {
	struct folder_entry *rows;
	size_t n;
};

/* The whole path of what was typed, in `folder` unless it says where it is. */
const char *path_whole(struct arena *arena, const char *folder, const char *typed);
/* As people read it: one's own folder is "~". */
const char *path_shown(struct arena *arena, const char *path);
/* The path up to and with its last slash; "/" for what has none but at its beginning. */
const char *path_folder(struct arena *arena, const char *path);
bool path_is_folder(const char *path);
bool path_is_file(const char *path);
/* The present folder, with a slash behind. */
const char *folder_present(struct arena *arena);
/* Folders and the files with one of the endings (".csv|.xlsx", in any case), without what is
 * hidden: files first, the newest on top, then folders by name. E_NOT_FOUND (field "file"),
 * E_ACCESS, E_IO. */
struct error folder_read(
	struct arena *arena, const char *path, const char *endings, struct folder *folder);
