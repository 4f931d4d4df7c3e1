/* SPDX-License-Identifier: MIT
 * Files that hold people's data: who may read them, and the side file that queues writers.
 * A directory with the setgid bit that its group may write is a shared office: files in it are
 * 0660. Anywhere else a file is its owner's alone: 0600. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "db/base/arena.h"
#include "db/base/error.h"

/* The operating system's error number as ours. */
/* Writes what the stream still holds; what went wrong with it, then or before, as errno has it, 0
 * if nothing did. */
int file_stream_fault(FILE *out);
struct error file_error(int number);
/* Creates an empty file with the mode that fits its directory, whatever the umask, and opens it.
 * Fails with E_EXISTS, E_NETWORK_FS, E_ACCESS, E_FULL, E_IO. */
struct error file_make(const char *path, int *fd);
/* Like file_make, but always 0600: backups and exports are for their maker. */
struct error file_make_private(const char *path, int *fd);
/* Like file_make, but always 0644: what another program reads for us. */
struct error file_make_public(const char *path, int *fd);
/* The directory a path lies in; free it. */
char *file_directory(const char *path);
/* E_EXISTS if there is anything at the path. */
struct error file_check_free(const char *path);
/* SQLite takes what lies beside a competition (PATH-wal, -journal, -shm) for that file's own,
 * whoever left it. E_BESIDE if something does, or if somebody holds PATH-lock. */
struct error file_check_beside(const char *path);
/* The names of what file_check_beside found, in the arena. */
const char *file_beside_names(struct arena *arena, const char *path, int64_t which);
/* Removes what SQLite and we ourselves may have made beside the path. */
void file_remove_beside(const char *path);
/* Is there nothing at the path, or nothing in it? */
bool file_is_empty(const char *path);
/* Can it be written, and files be made beside it, as writing needs? */
bool file_is_writable(const char *path);
/* Refuses a file whose mode does not fit its directory: E_NO_FILE, E_ACCESS, E_FOREIGN, E_MODE. */
struct error file_check(const char *path);

/* The writers' queue. Opens (and if needed makes) PATH-lock; returns its descriptor. */
struct error lock_open(const char *path, int *fd);
/* How long a writer waits: longer than a large import saves. */
enum { LOCK_SECONDS = 30 };
/* Waits for the lock, at most so long: E_BUSY. Who watches (db/base/watch.h) is told soon that it
 * waits; E_INTERRUPTED. */
struct error lock_take(int fd);
void lock_release(int fd);
/* Which file it is on its disk, also when it is renamed; a copy of it is another. Into the arena,
 * "" if it cannot be known. */
const char *file_identity(struct arena *arena, const char *path);

/* For what only one process may do at a time although others write meanwhile: a lock of its own in
 * the same file, which goes with the process that holds it. E_BUSY at once if another one has it.
 * To be closed. */
struct error lock_alone(const char *path, int *fd);
