/* SPDX-License-Identifier: MIT
 * The loop, the stack of screens, the frame around them. A screen is a table of functions and its
 * own state; painting changes nothing; handlers change state and never draw. */
#pragma once

#include "db/base/watch.h"
#include "src/base/pace.h"
#include "src/ground/act.h"
#include "src/ground/competition.h"
#include "src/ground/context.h"
#include "ui/toolkit/canvas.h"

struct ui;
struct screen;
struct place_row;

/* One row says everything about a command: its keys, its words, whether it is possible now, and
 * what it does. Hint line, help and dispatch are made from it. */
struct command {
	int keys[3];
	enum action action; /* the right it needs; ACT_COUNT: none */
	const char *label;  /* NC_("command", ...), at most 14 columns */
	const char *help;   /* N_() */
	/* NULL, or why not now (N_); may be NULL itself. */
	const char *(*blocked)(const struct screen *screen, const struct context *ctx);
	void (*run)(struct ui *ui, struct screen *screen);
	bool quiet; /* not in the hint line, only in the help */
	/* Cannot be taken back: what its question marks first is Cancel. */
	bool final;
	/* How its keys are written: for what is many keys in one, such as "0–9", which the screen
	 * itself takes; NULL: by their names. */
	const char *written;
	/* What it does, if that is an act (src/ground/act.h): then the right is that one's, and so
	 * is why not now. */
	const struct act *act;
	/* The record that the act is done to, of the selected one; 0: there is none. NULL: the
	 * same. */
	int64_t (*subject)(const struct screen *screen, int64_t selected);
};

struct commands {
	const struct command *rows;
	size_t n;
};

struct screen_ops {
	size_t size; /* of the screen's struct */
	/* What the title line says of it, translated. */
	void (*title)(const struct screen *screen, char *out, size_t size);
	const char *help; /* N_(): one or two sentences on top of the help */
	struct commands commands;
	const struct commands *shared; /* those of its widget; may be NULL */
	size_t leading;   /* so many of the shared stand before its own in the hint line; 0 is 1 */
	unsigned watches; /* enum changed */
	struct error (*load)(struct screen *screen, struct context *ctx);
	void (*layout)(struct screen *screen, struct rect body); /* after opening and resizing */
	/* Fetches what the next painting shows. */
	struct error (*prepare)(struct screen *screen, struct context *ctx);
	void (*paint)(const struct screen *screen, const struct canvas *body);
	/* Keys that are no command: movement, typing. True if it was for the screen. */
	bool (*key)(struct ui *ui, struct screen *screen, int key);
	/* What the list holds, for the status line; may be NULL. */
	void (*status)(const struct screen *screen, char *out, size_t size);
	/* Before it is left by Esc, a phase key or `q`: false keeps it; may be NULL. */
	bool (*leave)(struct ui *ui, struct screen *screen);
	/* The record that commands act on, 0 for none; may be NULL. */
	int64_t (*selected)(const struct screen *screen);
	void (*close)(struct screen *screen); /* frees what it owns, not itself */
	/* When no key came for `pause` milliseconds, and when the terminal is gone: the moment to
	 * keep what was typed. May be NULL. */
	void (*idle)(struct ui *ui, struct screen *screen);
	int pause;    /* 0: whenever the loop looks for changes */
	bool alone;   /* its title stands without the way there */
	bool typing;  /* letters are text: no commands but control keys, no digits to phases */
	bool holds;   /* it must be read first, even where all rights have ended */
	bool overlay; /* painted over the screen below, in a box of its own */
	int phase;    /* 1 to 6: the ribbon marks it; 0: the one below says */
};

struct screen {
	const struct screen_ops *ops;
	const struct place_row *row; /* that it was opened by; NULL: by none */
	int64_t shows;               /* the record of the row's kind whose page it is; 0: of none */
	struct ui *ui;
	struct rect body;
	bool stale;          /* to be loaded before the next painting */
	bool closed;         /* to be taken off the stack */
	bool typing;         /* as ops->typing, or for as long as a search runs */
	bool live;           /* asks to be loaded every other second */
	int place;           /* phase of screens that any phase can open; 0: ops->phase */
	struct screen *from; /* the list, below, whose row it was opened by; NULL: by none */
	/* What it and the screens above it are about, code first: "C-1 Kotihoidon reitit". The way
	 * there never loses it. Owned; NULL: nothing. */
	char *about;
	/* Of a list: ids of the rows that are marked, which acts on several records are done to.
	 */
	struct id_list marks;
	/* What is read when no key waits, once: NULL is nothing. */
	struct error (*rest)(struct screen *screen, struct context *ctx);
	/* What the hint line says instead of the commands, where those cannot say it: dialogs, a
	 * search. Only keys and label count. */
	const struct commands *hints;
};

enum { SCREENS_MAX = 24, NESTING_MAX = 7 };

struct ui {
	struct context *ctx;
	struct screen *stack[SCREENS_MAX];
	size_t depth;
	size_t base; /* the first screen of the innermost ui_run: those below have handlers that
			still run */
	int nesting;
	bool leaving, dirty, pasting;
	bool pasted_return; /* the last key of the paste was a CR */
	bool burst;         /* pasting without the terminal's marks: a short silence ends it */
	bool final;         /* of the command that runs */
	const struct command *running;
	/* What the frame shows, read when the plan changes. */
	struct arena frame;
	struct competition competition;
	enum glyph states[6];
	bool changed_by_others; /* the mark in the title line */
	int passed_on;          /* a key that opened a list is typed in it; 0: none */
	char message[400];
	bool is_error;
	int64_t last_live;          /* seconds */
	int quiet_ms;               /* without a key, up to REST_MS */
	const char *language_asked; /* --lang: over the account's */
	char folder[1024]; /* where the last export went, with a slash behind; "": the working one
			    */
	struct error
		ended; /* why it was left, if nobody chose to: said on the terminal afterwards */
	struct watcher watcher; /* of what takes its time (watching.c) */
	struct pace pace;
	/* Screens that the toolkit itself cannot know. */
	const struct ui_places *places;
};

/* What the global keys open. */
struct ui_places {
	/* Of the screens that are rows, by their names; NULL: there are none. */
	const struct place_row *const *rows;
	struct screen *(*desk)(struct ui *ui);
	/* NULL: there are no phases, no ribbon of them and no keys to them. */
	struct screen *(*phase)(struct ui *ui, int number);
	struct commands global; /* of every screen that does not take typing */
	/* The ribbon's states, one a phase; keys of the phases. */
	struct error (*states)(struct context *ctx, enum glyph glyphs[6]);
	void (*land)(struct ui *ui);  /* opens what one comes for, above the desk; may be NULL */
	bool (*leave)(struct ui *ui); /* before `q`: false stays; may be NULL */
	int hint_lines;               /* 0 is 1 */
};

/* Runs the screens from the desk on until somebody leaves, or their rights end; returns the exit
 * status. */
int ui_main(struct ui *ui);

/* A zeroed screen of that kind. */
struct screen *screen_new(struct ui *ui, const struct screen_ops *ops);
/* Puts it on the stack; it is loaded before the next painting. */
void ui_push(struct ui *ui, struct screen *screen);
/* Pushes it and turns the loop until it is closed. False, with a message, when too deep. */
bool ui_run(struct ui *ui, struct screen *screen);
void screen_close(struct screen *screen);
/* Back to the desk, and from there to a phase (1 to 6; 0 is the desk itself). */
void ui_go_phase(struct ui *ui, int number);
/* Opens a place as ui_push does; if it is open already, what lies above it goes first. */
void ui_go(struct ui *ui, struct screen *screen);
/* Ends the program, unless a screen or the places say no. */
void ui_leave(struct ui *ui);

/* The status line: errors stay until the next key. */
void ui_say(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
void ui_complain(struct ui *ui, struct error e);
/* The error, or the text when there was none; false on error. */
bool ui_report(struct ui *ui, struct error e, const char *done);

/* The record its commands act on; 0 if there is none. */
int64_t screen_selected(const struct screen *screen);
/* For `blocked` of commands that act on it. */
const char *needs_record(const struct screen *screen, const struct context *ctx);

/* The right that it needs; ACT_COUNT: none. */
enum action command_action(const struct command *command);
/* Why the command cannot be run now, translated; NULL if it can. */
const char *command_blocked(
	const struct command *command, const struct screen *screen, const struct context *ctx);
