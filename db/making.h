/* SPDX-License-Identifier: MIT
 * A file that is there whole under its name, or not at all, also when the power goes the moment
 * after: it is made under another name beside it (NAME.making-PID), synced, and only then named. */
#pragma once

#include "db/base/error.h"

enum making_kind {
	MAKING_PRIVATE,     /* readable by its maker alone */
	MAKING_PUBLIC,      /* for other programs to read, whatever the umask */
	MAKING_COMPETITION, /* with the mode that fits its directory, and nothing of another beside
			     */
};

struct making {
	char *path, *made; /* `made` is where it is until making_end */
	int fd;            /* of `made`, empty, open for reading and writing */
	enum making_kind kind;
};

/* Fails as file_make, with E_NOT_FOUND (field "directory"), and with E_EXISTS or E_BESIDE if there
 * is something already; then nothing is left and making_end is not called. Also takes away what a
 * maker left that died. */
struct error making_begin(struct making *making, const char *path, enum making_kind kind);
/* With E_OK gives it its name; what came there in the meantime is never replaced (E_EXISTS). On any
 * error nothing is left of it. Returns the first error. */
struct error making_end(struct making *making, struct error e);
