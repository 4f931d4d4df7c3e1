/* SPDX-License-Identifier: MIT
 * What this machine's sshd says of itself and what its configuration files hold: sshd(8) -T,
 * sshd_config(5). */
#pragma once

#include <stdbool.h>

#include "db/base/arena.h"

#define SSHD "/usr/sbin/sshd"

enum { SSHD_PATIENCE = 30 }; /* seconds */

/* Every setting in force by the configuration in the directory `config`, a line each: for `user`,
 * or NULL for the machine. NULL if sshd does not say, which it does to root alone; *complaint
 * (may be NULL) is then its own words. */
const char *sshd_settings(
	struct arena *arena, const char *config, const char *user, const char **complaint);
/* A file's text; NULL if it cannot be read. */
const char *sshd_read(struct arena *arena, const char *path);
/* The value of the next line from *at on that begins with the keyword, whatever its case; NULL if
 * there is none. *at moves behind it. */
const char *sshd_next(struct arena *arena, const char **at, const char *keyword);
/* The first of the whole text. */
const char *sshd_value(struct arena *arena, const char *text, const char *keyword);
/* Calls `see` with the text of sshd_config and of every file in sshd_config.d but the one at the
 * path `but`, until it says true; says whether it did. */
bool sshd_any_file(struct arena *arena, const char *config, const char *but,
	bool (*see)(struct arena *arena, const char *text));
