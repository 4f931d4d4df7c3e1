/* SPDX-License-Identifier: MIT
 * A competition's file: opening, transactions, and named statements with bound values. Nothing
 * outside db/ sees sqlite3.h. Every write transaction leaves one log entry, written by db_end. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "db/base/arena.h"
#include "db/base/error.h"
#include "db/record.h"
#include "queries.h"

struct db;

/* Makes a competition without contents of an empty file and opens it. */
struct error db_create(const char *path, struct db **db);
/* Once nobody has it open: everything is in the file itself, and nothing lies beside it. */
struct error db_settle(const char *path);
/* Opens an existing one; read-only if the file or its directory cannot be written, if the disk is
 * full, or if its mode does not fit (then writing fails with E_MODE). Fails with E_NO_FILE,
 * E_ACCESS, E_FOREIGN (field "copy": another program's copy of one), E_TOO_NEW, E_TOO_OLD,
 * E_CORRUPT. */
struct error db_open(const char *path, struct db **db);
void db_close(struct db *db);
bool db_is_readonly(const struct db *db);
/* E_MODE of a file that is only read because its mode does not fit its directory; else E_OK. */
struct error db_mode_fault(const struct db *db);
/* The first statement outside of a transaction that failed since this was asked last, whatever its
 * caller took the failure for; E_OK if none did. Nothing that was read since may be given away as
 * the whole. That nothing was found, or that others were in the way, is no failure. */
struct error db_unread(struct db *db);
const char *db_path(const struct db *db);

/* Who acts, as the log will have it. `account` 0 is the program itself. `now` gives UTC seconds. */
struct db_actor {
	int64_t account;
	const char *via; /* "uid 1000" or a key's fingerprint; borrowed */
	int64_t (*now)(const void *clock);
	const void *clock;
};
void db_set_actor(struct db *db, struct db_actor actor);

/* Waits its turn among the writers (E_BUSY after LOCK_SECONDS; db/file.h) and begins. Does not
 * nest. Puts WAL back where the file is without it. Fails with E_MOVED if the file is no longer at
 * its path, with E_CORRUPT if it is known to be damaged. */
struct error db_begin(struct db *db);
/* With E_OK: writes the log entry `verb` about `object` (a code such as "P-001", or "") and
 * commits. Otherwise rolls back. Returns the first error. A NULL verb is for working data that the
 * log does not hold. A transaction in which a statement failed, but for a constraint, has failed,
 * whatever the caller took that for; its other statements fail as that one did. */
struct error db_end(struct db *db, struct error e, const char *verb, const char *object);

/* Several acts or none: from here to db_series_end every act's db_begin and db_end belong to one
 * transaction, in which each act leaves its own log entry. Once one has failed, nothing of the
 * series is kept. Errors as db_begin. */
struct error db_series_begin(struct db *db);
/* Commits with E_OK, otherwise rolls all of it back; returns the first error. */
struct error db_series_end(struct db *db, struct error e);

/* From here until db_let_go, or until something is written, everything that is read is read from
 * one state of the file: what belongs together fits together, and the file is locked once and not
 * for each statement. Both may be called twice. */
void db_hold(struct db *db);
void db_let_go(struct db *db);

/* Gives the memory back in which pages of the file are kept: of a session that waits. They are read
 * again when they are needed. */
void db_rest(struct db *db);

/* For a transaction that changes a large part of the file: until `much` is false again, pages are
 * kept in memory rather than written and read again while it lasts. */
void db_keep_much(struct db *db, bool much);

/* E_MOVED if the file was moved, replaced or deleted, E_CORRUPT if it was found damaged, E_TOO_NEW
 * if db_moved has seen that a newer Klash has upgraded it: nothing more can be written. Cheap. */
struct error db_stands(struct db *db);
/* Has another process committed since the last call? */
bool db_moved(struct db *db);
/* Looks at a copy before it gets its name: any error, and there is none. */
typedef struct error db_copy_check(const char *made, void *arg);
/* Copies the whole file, consistently, while others write. The copy is private to its maker, has a
 * change counter of its own, and is checked by `check` unless that is NULL. */
struct error db_backup(struct db *db, const char *path, db_copy_check *check, void *arg);
/* The bytes of such a copy, all in memory meanwhile. E_FULL, E_IO as the stream has them. */
struct error db_backup_to(struct db *db, FILE *out);
/* Do two copies hold the same, whatever their counters? */
struct error db_copies_equal(const char *path, const char *other, bool *equal);

/* Makes a competition file of a checked copy, with the mode that fits its directory. E_EXISTS if
 * there is one, E_BESIDE if there are parts of one. */
struct error db_restore(struct db *copy, const char *path);

/* Values for :parameters, by their names; every one of a statement is given, in any order. */
enum value_type { VALUE_NULL, VALUE_INT, VALUE_TEXT, VALUE_BLOB };

struct value {
	const char *name;
	enum value_type type;
	int64_t number;
	const void *bytes;
	size_t n;
};

static inline struct value value_text(const char *name, const char *text)
{
	return (struct value){
		.name = name, .type = text == NULL ? VALUE_NULL : VALUE_TEXT, .bytes = text
	};
}

static inline struct value value_int(const char *name, int64_t number, bool none)
{
	return (struct value){
		.name = name, .type = none ? VALUE_NULL : VALUE_INT, .number = number
	};
}

/* 0 is no id: references that are not there are NULL in the file. */
static inline struct value value_ref(const char *name, int64_t id)
{
	return value_int(name, id, id == 0);
}

static inline struct value value_blob(const char *name, const void *bytes, size_t n)
{
	return (struct value){ .name = name,
		.type = bytes == NULL ? VALUE_NULL : VALUE_BLOB,
		.bytes = bytes,
		.n = n };
}

#define I64(name_, value_) value_int((name_), (value_), false)
#define TXT(name_, text_) value_text((name_), (text_))
#define REF(name_, id_) value_ref((name_), (id_))
#define BLOB(name_, bytes_, n_) value_blob((name_), (bytes_), (n_))
#define ARGS(...) \
	(const struct value[]){ __VA_ARGS__ }, LEN(((const struct value[]){ __VA_ARGS__ }))
#define NO_ARGS NULL, 0

/* Runs a statement that returns no rows. */
struct error db_run(struct db *db, enum query query, const struct value *args, size_t n);
/* The same, giving the id of the inserted row. */
struct error db_insert(
	struct db *db, enum query query, const struct value *args, size_t n, int64_t *id);
/* Runs a statement with the members of `row`, a struct of the statement's record, as parameters;
 * for what is no member, or another value than it, there are `args`. `id`, if not NULL, gets the id
 * of an inserted row. */
struct error db_put(struct db *db, enum query query, const void *row, const struct value *args,
	size_t n, int64_t *id);
/* Rows changed by the last db_run or db_put. */
int64_t db_changes(const struct db *db);
/* One number; E_NOT_FOUND (field "record") if there is no row; NULL gives 0. */
struct error db_number(
	struct db *db, enum query query, const struct value *args, size_t n, int64_t *number);
/* One text into the arena; E_NOT_FOUND if there is no row; NULL gives "". */
struct error db_text(struct db *db, enum query query, const struct value *args, size_t n,
	struct arena *arena, char **text);
/* First column of every row, up to the list's limit. */
struct error db_ids(
	struct db *db, enum query query, const struct value *args, size_t n, struct id_list *ids);

/* One row into `row`, a struct of the statement's record: each column into the member of its name,
 * the others 0; strings into the arena; E_NOT_FOUND (field "record") if there is none. */
struct error db_row(struct db *db, enum query query, const struct value *args, size_t n,
	struct arena *arena, void *row);
/* All rows, as an array in the arena. */
struct error db_rows(struct db *db, enum query query, const struct value *args, size_t n,
	struct arena *arena, void *rows, size_t *count);
/* One row after the other, for what is too much to hold: `each` gets a row that is gone when it
 * returns; its first error ends the reading and is returned. It may run other statements. */
struct error db_each(struct db *db, enum query query, const struct value *args, size_t n,
	struct error (*each)(void *arg, const void *row), void *arg);
/* Prepares every statement, on a fenced handle (db/fence.h) those for jurors, else the others; the
 * first that fails, or has a column that is no member of its record, is reported with its name on
 * standard error. For tests. */
struct error db_prepare_all(struct db *db);
