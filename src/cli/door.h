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
	const char *meeting;   /* addresses where the jury meets, with commas between; "": none */
	bool apply;
};

enum { DOOR_AS_IT_IS = -1 };

/* What sshd does to an address from which logins fail. */
struct penalties {
	bool asked; /* sshd itself was */
	bool known; /* it shuts the address out for a while */
	bool mild;  /* a second is enough: nobody logs in by password */
};

/* What the drop-in depends on. */
struct known {
	bool other_port;     /* some file already names a port: naming a second loses none */
	bool unused_timeout; /* this sshd knows UnusedConnectionTimeout */
	struct penalties penalties;
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
	struct penalties penalties;
};

/* Looks at every part, mends what is to do if door->apply. False if a part is at fault: what comes
 * behind it was not mended. Strings are in the arena. */
bool door_go_through(struct arena *arena, const struct door *door, struct parts *parts);

/* A port DOOR_AS_IT_IS and a meeting NULL become what the drop-in has, or none; 22 is no second
 * port. */
void door_keep(struct arena *arena, struct door *door);
/* Addresses or networks (192.0.2.0/24, 2001:db8::/56), commas between them and nothing else? */
bool door_is_meeting(const char *list);

/* door_config.c: the text of the drop-in. */
const char *door_settings(struct arena *arena, const struct door *door, const struct known *known);
/* door_config.c: the settings themselves, as one part; whether they are in force for the user; and
 * whether the running sshd has read them. */
struct part door_config(struct arena *arena, const struct door *door, struct parts *parts);
struct part door_in_force(struct arena *arena, const struct door *door);
struct part door_reload(struct arena *arena, const struct door *door);
/* door_penalty.c: by its settings without our drop-in `ours`; and what that means. */
struct penalties door_penalties(struct arena *arena, const struct door *door, const char *ours);
struct part door_meeting(const struct door *door, const struct penalties *penalties);
/* door_access.c: why sshd's lists of who may log in, AllowUsers and the like in sshd_config(5),
 * keep the user out, and what to do; NULL if they do not. `settings` as sshd has them for the user.
 */
const char *door_shut_out(struct arena *arena, const char *user, const char *settings);
