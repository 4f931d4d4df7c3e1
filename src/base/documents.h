/* SPDX-License-Identifier: MIT
 * Starts klash-documents, which reads and writes the files of office programs (documents/main.c).
 * It is found beside this program; it gets two files and nothing else: no name, no competition. */
#pragma once

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

#include "db/base/arena.h"
#include "db/base/error.h"

/* Runs it on the file `in`, which is read from where it stands; what it writes is added to `out`,
 * whose `most` bytes are the limit. `argument` may be NULL. E_RULE says what is wrong with the file
 * that was given to it; E_NOT_FOUND (field "sheet"), E_IO. */
struct error documents_read(
	const char *verb, const char *argument, int in, size_t most, struct buffer *out);

/* What a document (DOCX, ODT, PDF, by its media type) says and what it says of itself, added to
 * `out`. `unseen`: something in it no search of that can judge: an author, a picture, pages without
 * text. E_NOT_FOUND (field "file"): it could not be read. */
struct error documents_say(
	const char *media, const void *bytes, size_t n, struct buffer *out, bool *unseen);

/* One that is being fed. */
struct feeding {
	FILE *feed;
	pid_t pid;
	struct sigaction before; /* if it ends early, its status says why, not a signal */
};

/* Leaves it running from feeding->feed to the file `out`. */
struct error documents_start(const char *verb, int out, struct feeding *feeding);
/* Closes what feeds it and waits for its end. E_RULE as above; E_FULL. */
struct error documents_end(struct feeding *feeding);

/* What it makes of what `say` tells it, all of it or nothing, added to `out`. E_RULE says why there
 * is none. */
struct error documents_made(const char *verb, void (*say)(const void *arg, FILE *feed),
	const void *arg, struct buffer *out);

/* For tests, which are not beside it. */
void documents_at(const char *path);
