/* SPDX-License-Identifier: MIT
 * The front door: what a machine needs so that people get into a competition over SSH and nowhere
 * else. Each part is looked at, and with `apply` mended, one after the other; the first that cannot
 * be mended ends it. */
#pragma once

#include <stdbool.h>

#include "db/base/arena.h"
#include "db/base/error.h"

enum part_state {
	PART_DONE,
	PART_TO_DO,
	PART_LATER, /* for somebody to do: not by us */
	PART_FAULT,
};

struct door {
	const char *program;   /* Klash itself */
	const char *file;      /* the competition */
	const char *directory; /* that holds it, shared by user and office */
	const char *user;      /* whom people log in as */
	const char *config;    /* sshd's directory: /etc/ssh */
	long port;             /* a second one for sshd; 0: none */
	bool apply;
};

struct part {
	const char *what;    /* N_(): a word for it */
	const char *subject; /* which one: a path, a name */
	const char *note;    /* a sentence, translated; "" if there is nothing to say */
	enum part_state state;
};

enum { PARTS_MAX = 12 };

struct parts {
	struct part rows[PARTS_MAX];
	size_t n;
	const char *settings; /* the text of the drop-in */
};

/* Looks at every part, mends what is to do if door->apply. False if a part is at fault: what comes
 * behind it was not mended. Strings are in the arena. */
bool door_go_through(struct arena *arena, const struct door *door, struct parts *parts);

/* Is it all in its place and written by nobody but root, from the root directory on? Else which is
 * not. */
bool chain_is_roots(struct arena *arena, const char *path, const char **which);

/* The drop-in for sshd_config.d. `other_port`: some file already names a port, so the usual one is
 * not lost by naming a second. `unused_timeout`: this sshd knows UnusedConnectionTimeout. */
const char *door_settings(
	struct arena *arena, const struct door *door, bool other_port, bool unused_timeout);
/* door_config.c: the settings themselves, as one part; and whether they are in force for the user.
 */
struct part door_config(struct arena *arena, const struct door *door, struct parts *parts);
struct part door_in_force(struct arena *arena, const struct door *door);
struct part door_reload(struct arena *arena, const struct door *door);
