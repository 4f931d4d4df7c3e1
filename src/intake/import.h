/* SPDX-License-Identifier: MIT
 * Importing problems, applications or solutions from a file: everything is read and judged first,
 * shown, and only then saved, all or nothing or (partial) the good rows. Nothing that arrived
 * vanishes: refused rows wait to be corrected, doubtful ones for a person's decision. An import can
 * be undone as one. People and the addresses of registries come in the same way, but nobody sent
 * them: of them no row waits, and what is refused is left out. */
#pragma once

#include "db/store/import.h"
#include "src/ground/act.h"
#include "src/intake/table.h"
#include "src/phases/application.h"

enum verdict { ROW_ADD, ROW_REFUSED, ROW_HELD, ROW_DUPLICATE };

/* What a person has said of a row that is not simply good, before anything is saved. */
enum row_answer { ANSWER_NONE, ANSWER_NEW, ANSWER_REPLACE, ANSWER_SKIP };

struct row_said {
	size_t index; /* of the row */
	enum row_answer answer;
	/* Of a row with a cell put right: as it came, and what was wrong with it. */
	const struct csv_cell *came; /* NULL: nothing was put right */
	enum verdict verdict;
	const char *reason, *field, *candidate;
};

struct sifted_row {
	enum verdict verdict;
	long row, line;        /* as a spreadsheet numbers it; line of the file */
	const char *reason;    /* code of WORDS_IMPORT_REASON; "" for a good one */
	const char *field;     /* code of WORDS_FIELD the reason is about */
	size_t column;         /* its column in the file, from 1; 0: none */
	int64_t value;         /* a count the reason is about, such as the length; 0: none */
	const char *candidate; /* what is offered: codes with commas between, or a text; "" */
	size_t candidate_row;  /* or an earlier row of the file, index + 1 */
	struct submission submission;
	struct team team;         /* of an application: a new one, or with its id */
	const char *organization; /* behind that team, as written */
	const struct member_input *members;
	size_t member_count;
	const char *cells; /* JSON of what came, for rows that wait or were put right */
	bool waits;        /* from an earlier import already: it is decided there */
	enum row_answer answer;
	bool amended; /* a cell was put right */
	const char *digest;
	const char *source; /* the form's own number of the row; "" if it has none */
	/* Of a register's row: what its columns say, one text a field, and whose record it is. */
	const char *const *texts;
	int64_t id;
};

struct import {
	const struct import_kind *kind; /* src/intake/kinds.h */
	struct arena arena;             /* its columns */
	struct table table;
	struct sifted_row *rows;
	size_t n;
	size_t added, late, refused, held, duplicates;
	struct row_said *said;
	size_t said_count;
	size_t settled;         /* refused or held rows that a person has answered */
	size_t waiting_already; /* refused or held rows that wait from an earlier import */
	int64_t deadline, sifted_at_seq;
	enum date_order asked_order, remembered_order;
	enum date_order date_order; /* as the dates were read */
	long order_row;             /* the row that decided it; 0: none did */
	size_t serials;             /* arrivals that were a spreadsheet's numbers of days */
	int64_t remembered_batch;   /* whose columns these are; 0: nobody's */
};

/* Reads and judges; `kind` is that of submissions, or a register's: "person", "municipality",
 * "organization" (the last two: addresses of registries). After E_NO_COLUMN with keep_unmapped the
 * table is there to be shown, nothing is judged. */
struct error import_prepare(struct context *ctx, const char *kind, const char *path,
	const struct table_options *options, struct import *import);
void import_clear(struct import *import);
/* "dmy" or "mdy"; ORDER_UNKNOWN for anything else. */
enum date_order import_date_order(const char *code);
const char *import_verdict_code(enum verdict verdict);
/* Judges anew, after a column has been mapped otherwise. */
struct error import_judge(struct context *ctx, struct import *import);
/* Puts a cell of a refused or held row right (`column` from 1) and judges anew. What came is kept
 * beside the record, as of a row that was corrected later. E_RULE for a row that waits already from
 * an earlier import. */
struct error import_amend(
	struct context *ctx, struct import *import, size_t index, size_t column, const char *text);
/* Whether the question about a held row is answered by ANSWER_NEW or ANSWER_REPLACE; any row that
 * is not good can be skipped. */
bool import_asks_version(const struct sifted_row *row);
/* Answers it: taken at the import as import_decide would. ANSWER_NONE takes an answer back. E_RULE
 * as above, or if that is no answer to what is asked. */
struct error import_answer(struct import *import, size_t index, enum row_answer answer);
/* What was said of that row; NULL: nothing. */
const struct row_said *import_said(const struct import *import, size_t index);
/* Saves the good rows and keeps the others waiting. Without `partial`, E_RULE if any row is refused
 * or held. `batch` is 0 if there was nothing to keep, and of a register. */
struct error import_commit(
	struct context *ctx, struct import *import, bool partial, int64_t *batch);

/* What is to be said of a row that is not simply good, in the language in use. */
struct row_words {
	const char *verdict;
	const char *column;     /* its heading in the file; "" if it is about no column */
	const char *cell;       /* all that stands there, with what is no text marked */
	const char *reason;     /* the whole sentence, with its numbers */
	const char *suggestion; /* by name: "Hämeenlinna (109)"; "" if there is none */
};
void import_row_words(struct context *ctx, struct arena *arena, const struct import *import,
	const struct sifted_row *row, struct row_words *words);
/* One code that is offered, as people know it: "Hämeenlinna (109)", "P-007". */
const char *import_offer(struct context *ctx, struct arena *arena, const char *code);
/* The same of a row that waits; `column` is then the field's name. */
void import_waiting_words(struct context *ctx, struct arena *arena, const struct import_row *row,
	struct row_words *words);
/* Nothing is to be said of it. */
bool import_row_is_good(const struct sifted_row *row);
/* Says a line for each row that is not good, in their order; for more than twenty with the same
 * fault in the same column one, which names the first of them. How many rows were told together. In
 * the language in use, into the arena. */
size_t import_report(struct context *ctx, struct arena *arena, const struct import *import,
	void (*say)(void *arg, const char *line), void *arg);
/* One line of all of it, with row, line and column; into the arena. */
const char *import_row_text(struct context *ctx, struct arena *arena, const struct import *import,
	const struct sifted_row *row);

struct error import_batches(struct context *ctx, struct id_list *ids);
struct error import_batch_get(
	struct context *ctx, struct arena *arena, int64_t id, struct import_batch *batch);
/* Rows that wait for somebody; NULL verdict: all. */
struct error import_waiting(struct context *ctx, const char *verdict, struct id_list *ids);
struct error import_row_get(
	struct context *ctx, struct arena *arena, int64_t id, struct import_row *row);
struct error import_row_find(struct context *ctx, int64_t batch, int64_t row, int64_t *id);
/* What stood in the waiting row for that field (code of WORDS_FIELD), with what is no text marked;
 * "" if there was nothing. */
const char *import_row_cell(struct arena *arena, const struct import_row *row, const char *field);
/* Fills what can be recorded from a waiting row's cells, as far as they go: a submission, and for
 * an application its team and members. */
struct error import_row_record(struct context *ctx, struct arena *arena,
	const struct import_row *row, struct application_input *record);

/* For a held row: "new", "skip", the code of what it replaces, the municipality or organization it
 * is from, or when it arrived; another doubt about it keeps it waiting. For a refused one only
 * "skip". */
struct error import_decide(struct context *ctx, int64_t row_id, const char *decision);
/* Takes every row of the import that is a new version by its form's own number; *n of them. */
struct error import_take_versions(struct context *ctx, int64_t batch, size_t *n);
/* Saves a waiting row as corrected by a person; it keeps its arrival time unless changed. */
struct error import_correct(
	struct context *ctx, int64_t row_id, const struct application_input *record, int64_t *id);
/* Takes a whole import back, with the teams, people and organizations it brought and nothing else
 * has come to need; not once a round holds one of its rows or one has been worked on. */
struct error import_undo(struct context *ctx, int64_t batch);
/* The same, as both ends offer it. */
extern const struct act import_undoing;
