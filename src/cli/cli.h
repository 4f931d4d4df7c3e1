/* SPDX-License-Identifier: MIT
 * The command line: a table of nouns with verbs, one file a noun. Exit status 0 done, 1 failed with
 * one line on standard error, 2 wrong usage. */
#pragma once

#include <jansson.h>
#include <stdio.h>

#include "src/cli/progress.h"
#include "src/ground/save.h"
#include "src/base/text.h"
#include "db/base/ratio.h"
#include "src/export/listing.h"
#include "src/ground/context.h"
#include "src/judging/round.h"
#include "src/phases/phase.h"

struct option_spec {
	const char *name;
	const char *value;     /* what it takes, for the help ("CODE"); NULL: a flag */
	const char *help;      /* N_() */
	enum vocabulary codes; /* it takes one of these: the help has them instead of `value` */
	const char *field;     /* of the verb's record, that it gives; NULL: the one of its name;
				* "": the verb reads it itself */
};

enum { OPTIONS_MAX = 40, MAPS_MAX = 20 };

struct act;
struct cli;

struct verb {
	const char *name;     /* NULL: the noun itself is the command */
	const char *operands; /* for the help: "CODE" */
	int least, most;      /* operands; most -1: any number */
	const struct option_spec *options;
	size_t option_count;
	struct error (*run)(struct cli *cli);
	const char *help;     /* N_() */
	bool without_file;    /* makes or needs none */
	bool without_account; /* asks only for the right to read the file, but over SSH for a key */
	/* What its options give the fields of, or NULL: one of its own options with a field's name
	 * says more than the field's word; the fields that take part `in` are options too. */
	const struct record *record;
	unsigned in;
	/* Of a verb that prints a document: what it takes besides the forms of all documents, ""
	 * for none; NULL: it prints lists and records. */
	const char *document;
	const struct act *act; /* that it does (src/cli/act.h) */
};

struct noun {
	const char *name;
	const char *help; /* N_() */
	const struct verb *verbs;
	size_t verb_count;
};

struct municipality;

struct cli {
	struct context ctx;
	struct arena arena;
	const char *path, *as, *lang;
	bool line;       /* --line: without screens, line by line */
	const char *key; /* whose fingerprint sshd has proven; NULL: the Unix user acts */
	bool remote;     /* the command came over SSH: no files but the standard streams */
	bool path_named; /* by --db or $KLASH_DB, not the user's own data directory */
	const struct noun *const *nouns; /* all there are; the last is NULL */
	const struct noun *noun;
	const struct verb *verb;
	struct option_spec options[OPTIONS_MAX]; /* of the verb: its own, then its record's */
	size_t option_count;
	const char *values[OPTIONS_MAX]; /* one an option of the verb; NULL: not given */
	const char *repeated[OPTIONS_MAX][MAPS_MAX]; /* every value of a repeated option */
	size_t repeats[OPTIONS_MAX];
	const char
		*format; /* the name of a writer (src/export/writer.h), or of a document's form */
	const char *columns; /* --columns; NULL: not given */
	bool plain;
	const char *output; /* -o; NULL: standard output */
	FILE *out;
	int argc;
	char **argv;          /* operands */
	struct saving saving; /* where `out` leads, with -o */
	const char *subject;  /* what an error is about, if not obvious; printed before it */
	const struct municipality **municipalities; /* that a list has read, by id; NULL: none */
	struct progress_bar progress;
	int status; /* of a command that did its work and found something wrong */
};

/* Is there a command, or are these only options for the screens? Fills path, lang and as; returns
 * the exit status, or -1 when there is no command and the screens may start. `nouns` are the
 * commands there are, the last NULL: this file knows none of them. */
int cli_start(int argc, char **argv, const struct noun *const *nouns, struct cli *cli);
/* Runs what the client of --key asked for, one command of ours; the exit status. Jurors have none.
 */
int cli_remote(struct cli *cli, const char *command);
/* The path that --db, $KLASH_DB or the data directory names. Into the arena. */
const char *cli_path(struct cli *cli);
/* Opens the file as the Unix user (or --as), or with --key as that key's account. */
struct error cli_enter(struct cli *cli);
/* Opens it without an account: what is printed is in the language of the environment. */
struct error cli_open(struct cli *cli);
/* The Unix user's name. Into the arena. */
const char *cli_login(struct arena *arena);
/* One line on standard error. */
void cli_complain(const struct cli *cli, const char *path, struct error e);

/* The tables of the help, for the manual page and the shell's completion as well: the options of a
 * verb, its own and then its record's, with their help in the language in use; those of every
 * command, and those before a command (help: N_), NULL behind the last. */
size_t cli_options(
	struct arena *arena, const struct verb *verb, struct option_spec options[OPTIONS_MAX]);
const struct option_spec *cli_common_option(size_t i);
const struct option_spec *cli_global_option(size_t i);

/* Value of the verb's option, "" for a given flag, NULL if it was not given. */
const char *option(const struct cli *cli, const char *name);
size_t option_values(const struct cli *cli, const char *name, const char *const **values);
/* "" instead of NULL. */
const char *option_text(const struct cli *cli, const char *name);
/* A whole number; `otherwise` if it was not given. E_INVALID (field). */
struct error option_number(const struct cli *cli, const char *name, const char *field,
	int64_t otherwise, int64_t *number);
/* An amount as money_parse reads it; *cents stays if it was not given. */
struct error option_money(
	const struct cli *cli, const char *name, const char *field, int64_t *cents);

/* A list or a record of the command line. */
struct listing {
	const struct column *columns; /* in the order of JSON's members */
	size_t n;
	/* Those that people are shown, in their order, "code,title"; NULL: all. Others, and those
	 * of contacts, with --columns. */
	const char *shown;
	/* Fills the row of that id; `arg` is the caller's. What it allocates goes into the row's
	 * arena. */
	struct error (*row)(struct cli *cli, const void *arg, int64_t id, struct row *row);
	/* Whose fields the columns are; NULL: of none, every column says all of itself. */
	const struct record *record;
};

/* Prints the rows of these ids as --format and --columns ask, each as soon as it is read, and frees
 * the ids. `e` is how finding them went: with an error nothing is printed. E_INVALID (field
 * "columns") for a column there is not. */
struct error print_listing(struct cli *cli, const struct listing *listing, const void *arg,
	struct error e, struct id_list *ids);
/* The same of an array of n, whose ids are 0 to n-1. */
struct error print_array(struct cli *cli, const struct listing *listing, const void *arg, size_t n);
/* One record: a line a column in a table, one row in CSV, an object in JSON. */
struct error print_one(struct cli *cli, const struct listing *listing, const void *arg, int64_t id);

/* The rows of an array of n as a cell of a record: a list of objects, for programs. What they hold
 * goes into the arena. */
struct error nest_rows(struct cli *cli, struct arena *arena, const struct listing *listing,
	const void *arg, size_t n, struct cell *cell);
/* The same as a table below what has been printed, where it is for people; `title`: N_(), or NULL
 * for none. */
struct error print_below(struct cli *cli, const char *title, const struct listing *listing,
	const void *arg, size_t n);
/* Who reads what --format asks for (src/export/writer.h). */
enum reader cli_reader(const struct cli *cli);
/* Lines of text to where the output goes. */
struct error print_text(struct cli *cli, const char *text);
/* The same byte for byte: for what another program reads. */
struct error print_exactly(struct cli *cli, const char *text);
struct error print_bytes(struct cli *cli, const void *bytes, size_t n);
/* What `write` gives, to where the output goes; on its error a file is not made. */
struct error print_stream(
	struct cli *cli, struct error (*write)(struct cli *cli, void *arg), void *arg);
/* One line of confirmation, unless the format is not table. */
void print_done(struct cli *cli, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Runs the command; whatever it adds people by, whose name was known already is told on standard
 * error, and how to make them one. */
struct error run_telling_namesakes(struct cli *cli);
/* "Done.": where the command has nothing better to tell. Never fails. */
struct error print_simply(struct cli *cli);
/* What a move needs a reason for, a line each on standard error. */
void print_missing(const struct checklist *list);

/* Whole standard input or a file, with a NUL behind, into the arena; "-" is standard input. */
struct error read_bytes(struct cli *cli, const char *path, char **bytes, size_t *n);
/* The same of a file that has a size it cannot exceed: E_RULE. */
struct error read_at_most(struct cli *cli, const char *path, size_t most, char **bytes, size_t *n);
/* The same for what may hold no NUL: E_INVALID (field "text"). */
struct error read_text(struct cli *cli, const char *path, char **text);
/* The round with that key, which an error then names. */
struct error cli_round(struct cli *cli, const char *key, struct round *round);
/* "P-003=4": a code of the round and the number of a ground. `by_code`: by the code that a blind
 * round gave it, else the submission's own. */
struct declared_conflict;
struct error parse_conflict(struct cli *cli, const struct round *r, const char *text, bool by_code,
	struct declared_conflict *out);
/* "4:6" or "4-6"; NULL leaves both as they are. */
struct error cli_range(
	struct cli *cli, const char *text, const char *field, int64_t *low, int64_t *high);
/* Operand `i` as a number above zero. */
struct error cli_number(struct cli *cli, int i, const char *field_code, int64_t *number);
