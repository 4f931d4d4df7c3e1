/* SPDX-License-Identifier: MIT
 * The way in over SSH. sshd runs `klash --db FILE --key FINGERPRINT` for a proven key; everything
 * else that reaches us then, the environment and SSH_ORIGINAL_COMMAND, is the client's and hostile.
 */
#pragma once

#include <stdbool.h>

#include "db/base/arena.h"
#include "src/base/i18n.h"
#include "src/cli/cli.h"

struct remote {
	bool asked;      /* --key is among the options */
	bool forwarding; /* sshd gave this login an agent or a display: it is not set up as it must
			    be */
	char *command;   /* what the client asked to be run; NULL: nothing. To be freed */
};

/* What is said of such a login (N_). */
#define REMOTE_FORWARDING \
	N_("klash: sshd forwards an agent or a display here, so this login is not set up as it " \
	   "must be. Tell " \
	   "the competition's office; `klash ssh-setup` has the settings.")

/* First of all in main: before locale, terminal or anything else reads the environment. With --key,
 * takes the command out of it and leaves only TERM, and LANG and LC_* where they name a language we
 * know. */
void remote_take(int argc, char **argv, struct remote *remote);

/* `ssh HOST line`: not a command, but the way to talk. */
bool remote_asks_line(const struct remote *remote);
/* Words as a shell would split them: blanks, quotes and backslashes, and nothing else has a
 * meaning. False for an unfinished quote or too many words. `words` are in the arena, ended by
 * NULL. */
bool remote_split(struct arena *arena, const char *command, int *n, char ***words);

/* What the verb that was parsed would touch outside the file and the standard streams; E_OK if
 * nothing. */
struct error remote_refusal(const struct cli *cli);
