/* SPDX-License-Identifier: MIT
 * Runs the real screens without a terminal: on a file of its own, by a clock that stands still,
 * with keys from a function that is called whenever the program has painted and waits for one. */
#pragma once

#include <stdio.h>

#include "ui/office/office.h"
#include "ui/toolkit/ui.h"

enum { DRIVER_QUEUE = 4096 };

struct driver_setup {
	const char *file;  /* "empty", "demo-problems" or "demo-applications" */
	const char *lang;  /* "fi", "sv" or "en" */
	const char *clock; /* as people write it; NULL: that of the file's story */
	const char *term;  /* NULL: xterm-256color */
	int rows, columns;
};

struct driver;

/* Presses the next key with the functions below, or none: time passes then. False: nothing more
 * comes, as when the line drops. */
typedef bool (*driver_next)(struct driver *driver, void *arg);

struct driver {
	char directory[64], path[96];
	struct context ctx;
	struct ui ui;
	driver_next next;
	void *arg;
	int queue[DRIVER_QUEUE];
	size_t head, tail;
};

/* Dies with a sentence if the file cannot be made: nothing can be tested then. */
void driver_start(struct driver *driver, const struct driver_setup *setup);
/* Turns the program's loop until somebody leaves it or nothing more comes; its exit status. */
int driver_run(struct driver *driver, driver_next next, void *arg);
/* Somebody else starts the program, after it has been left; driver_run goes on then. */
void driver_login(struct driver *driver, const char *login);
/* What `klash verify` says of the file: NULL if it is intact, else the fault. */
const char *driver_fault(struct driver *driver);
void driver_end(struct driver *driver);

/* One key: "Enter", "Down", "C-s", or a letter. False if there is none of that name. */
bool driver_press(struct driver *driver, const char *name);
/* A text, letter by letter. */
void driver_type(struct driver *driver, const char *text);
void driver_resize(struct driver *driver, int rows, int columns);
/* The clock goes on. */
void driver_wait(int64_t seconds);
void driver_set_clock(const char *when);

/* The names that driver_press knows besides letters and C-x. */
const char *driver_key_name(size_t index); /* NULL behind the last */
