/* SPDX-License-Identifier: MIT
 * A key script: what somebody types, and what they must see. Plain text, one step a line:
 *
 *   file demo-applications    size 24 80    clock 2019-04-11T09:30    langs fi sv    term linux
 *   press 1 Down*3 Enter C-s  keys by name or letter, each with a repaint; "words" between them are
 * typed type "Kävelyreitit"       letters; \n is Enter, \t Tab, $DATA the fixtures, $DIR a
 * directory that goes away snap NAME                 the screen goes into the snapshot file expect
 * "words"            they stand on the screen; `expect fi "sana"` in one language only absent
 * "words"            they do not cursor 3,27               the terminal's cursor is seen in that
 * row and column; or: cursor hidden resize 10 40              rows and columns wait 3, clock WHEN
 * time passes other note P-001 "text"   somebody else writes into the same file; other title P-001
 * "text" repeat 12 ... end         the steps between, so many times login niilo               after
 * q: somebody else starts the program left                      the program has ended; at the end
 * of a script
 *
 * bytes people.csv stands in the snapshot file as $DIR has it; unwritten people.csv: $DIR has
 * nothing whose name begins so.
 *
 * The first line's five stand at the top, each in a line of its own; # begins a comment. */
#pragma once

#include "tests/screens/driver.h"
#include "tests/screens/image.h"

struct script {
	struct arena arena;
	const char *name;
	char **lines;
	size_t n, first; /* the first step */
	struct driver_setup setup;
	const char *langs;
	bool walks; /* on another terminal than it was written for: what it expects is not asked */
};

/* Called at every painted screen; may be NULL. */
typedef void (*script_watch)(const struct image *image, void *arg);

struct script_run {
	const struct script *script;
	struct driver driver;
	struct image image;
	size_t line;
	const char *rest; /* of a line with several keys */
	size_t loop;      /* the line behind repeat */
	int rounds;
	int repeat;
	struct buffer snaps, fault; /* fault is empty if all went as it should */
	script_watch watch;
	void *arg;
};

/* Reads DIRECTORY/NAME.keys; false if there is none. */
bool script_read(const char *directory, const char *name, struct script *script);
void script_clear(struct script *script);
bool script_in(const struct script *script, const char *lang);

/* Runs it in that language. */
void script_play(struct script_run *run, const struct script *script, const char *lang,
	script_watch watch, void *arg);
void script_run_clear(struct script_run *run);
