/* SPDX-License-Identifier: MIT
 * Importing problems, applications or solutions from a file: everything is read and judged first,
 * shown, and only then saved, all or nothing or (partial) the good rows. Nothing that arrived
 * vanishes: refused rows wait to be corrected, doubtful ones for a person's decision. An import can
 * be undone as one. */
#pragma once

#include "db/store/import.h"
#include "src/context.h"
#include "src/intake/table.h"
#include "src/phases/application.h"

enum verdict { ROW_ADD, ROW_REFUSED, ROW_HELD, ROW_DUPLICATE };

struct judged_row {
	enum verdict verdict;
	long row, line;        /* from 1, without the heading; line of the file */
	const char *reason;    /* code of WORDS_IMPORT_REASON; "" for a good one */
	const char *field;     /* code of WORDS_FIELD the reason is about */
	size_t column;         /* its column in the file, from 1; 0: none */
	int64_t value;         /* a count the reason is about, such as the length; 0: none */
	const char *candidate; /* what is offered: a municipality's or submission's code */
	size_t candidate_row;  /* or an earlier row of the file, index + 1 */
	struct submission submission;
	struct team team;         /* of an application: a new one, or with its id */
	const char *organization; /* behind that team, as written */
	const struct member_input *members;
	size_t member_count;
	const char *cells; /* JSON of what came, for rows that wait */
	const char *digest;
};

struct import {
	const struct import_kind *kind; /* src/intake/kinds.h */
	struct table table;
	struct judged_row *rows;
	size_t n;
	size_t added, late, refused, held, duplicates;
	size_t waiting_already; /* refused or held rows that wait from an earlier import */
	int64_t deadline, judged_at_seq;
};

/* Reads and judges; `kind` is that of submissions. After E_NO_COLUMN with keep_unmapped the table
 * is there to be shown, nothing is judged. */
struct error import_prepare(struct context *ctx, const char *kind, const char *path,
	const struct table_options *options, struct import *import);
void import_clear(struct import *import);
/* Judges anew, after a column has been mapped otherwise. */
struct error import_judge(struct context *ctx, struct import *import);
/* Saves the good rows and keeps the others waiting. Without `partial`, E_RULE if any row is refused
 * or held. `batch` is 0 if there was nothing to keep. */
struct error import_commit(
	struct context *ctx, struct import *import, bool partial, int64_t *batch);

/* The sentence of a row that is not simply good, with row, line and column. */
void import_row_text(const struct judged_row *row, char *out, size_t size);

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

/* For a held row: "new", "skip", the code of what it replaces, or the municipality it is from. For
 * a refused one only "skip". */
struct error import_decide(struct context *ctx, int64_t row_id, const char *decision);
/* Saves a waiting row as corrected by a person; it keeps its arrival time unless changed. */
struct error import_correct(
	struct context *ctx, int64_t row_id, const struct application_input *record, int64_t *id);
/* Takes a whole import back, with the teams, people and organizations it brought and nothing else
 * has come to need; not once a round holds one of its rows or one has been worked on. */
struct error import_undo(struct context *ctx, int64_t batch);
