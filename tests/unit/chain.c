/* SPDX-License-Identifier: MIT */
#include "tests/unit/chain.h"

#include <sodium.h>
#include <stdbool.h>

#include "tests/unit/fixture.h"

/* A type byte (i, t, b, n), eight bytes of length, the bytes; an integer is its eight bytes. */
static void add(crypto_hash_sha256_state *state, char type, const void *bytes, size_t n)
{
	uint8_t head[9] = { (uint8_t)type };

	for (size_t i = 0; i < 8; i++)
		head[i + 1] = (uint8_t)((uint64_t)n >> (8 * i));
	crypto_hash_sha256_update(state, head, sizeof(head));
	if (n > 0)
		crypto_hash_sha256_update(state, bytes, n);
}

static void add_number(crypto_hash_sha256_state *state, int64_t number)
{
	uint8_t bytes[8];

	for (size_t i = 0; i < 8; i++)
		bytes[i] = (uint8_t)((uint64_t)number >> (8 * i));
	add(state, 'i', bytes, sizeof(bytes));
}

static bool is_null(sqlite3_stmt *row, int column)
{
	return sqlite3_column_type(row, column) == SQLITE_NULL;
}

static void add_value(crypto_hash_sha256_state *state, sqlite3_stmt *row, int column)
{
	int type = sqlite3_column_type(row, column);

	if (type == SQLITE_INTEGER)
		add_number(state, sqlite3_column_int64(row, column));
	else
		add(state,
			type == SQLITE_NULL ? 'n' :
			type == SQLITE_TEXT ? 't' :
					      'b',
			sqlite3_column_blob(row, column),
			(size_t)sqlite3_column_bytes(row, column));
}

void chain_row_digest(
	const char *table, const char *personal, sqlite3_stmt *row, uint8_t digest[HASH_SIZE])
{
	crypto_hash_sha256_state state, inner;
	uint8_t hidden[HASH_SIZE];

	crypto_hash_sha256_init(&state);
	add(&state, 't', table, strlen(table));
	for (int i = 0; personal[i] != '\0'; i++) {
		if (personal[i] == '0' || is_null(row, i + 1)) {
			add_value(&state, row, i + 1);
			continue;
		}
		crypto_hash_sha256_init(&inner);
		add_value(&inner, row, 0);
		add_value(&inner, row, i + 1);
		crypto_hash_sha256_final(&inner, hidden);
		add(&state, 'b', hidden, sizeof(hidden));
	}
	crypto_hash_sha256_final(&state, digest);
}

static sqlite3_stmt *prepare(sqlite3 *sqlite, const char *sql)
{
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) != SQLITE_OK)
		stop_test("%s: %s", sql, sqlite3_errmsg(sqlite));
	return statement;
}

enum { E_SEQ, E_TIME, E_ACCOUNT, E_VIA, E_VERB, E_OBJECT, E_HASH, E_SALT };
enum { C_TBL, C_ROW, C_OP, C_DIGEST, C_COMMITMENT, C_SALT, C_BEFORE };

/* Begins what the k-th salt of the entry hides. */
static void begin_part(crypto_hash_sha256_state *part, sqlite3_stmt *entry, int64_t k)
{
	crypto_hash_sha256_state state;
	uint8_t salt[HASH_SIZE];

	crypto_hash_sha256_init(&state);
	add_value(&state, entry, E_SALT);
	add_number(&state, k);
	crypto_hash_sha256_final(&state, salt);
	crypto_hash_sha256_init(part);
	add(part, 'b', salt, sizeof(salt));
}

static void end_part(crypto_hash_sha256_state *state, crypto_hash_sha256_state *part)
{
	uint8_t digest[HASH_SIZE];

	crypto_hash_sha256_final(part, digest);
	add(state, 'b', digest, sizeof(digest));
}

/* Both of salt and values are there and make the commitment, or neither is. */
static bool commitment_holds(sqlite3_stmt *change)
{
	crypto_hash_sha256_state state;
	uint8_t digest[HASH_SIZE];

	if (is_null(change, C_COMMITMENT) || is_null(change, C_SALT))
		return is_null(change, C_SALT) && is_null(change, C_BEFORE);
	crypto_hash_sha256_init(&state);
	add_value(&state, change, C_SALT);
	add_value(&state, change, C_BEFORE);
	crypto_hash_sha256_final(&state, digest);
	return sqlite3_column_bytes(change, C_COMMITMENT) == HASH_SIZE &&
	       memcmp(sqlite3_column_blob(change, C_COMMITMENT), digest, HASH_SIZE) == 0;
}

static void add_change(
	crypto_hash_sha256_state *state, sqlite3_stmt *entry, sqlite3_stmt *change, int64_t k)
{
	crypto_hash_sha256_state part;

	for (int i = C_TBL; i <= C_OP; i++)
		add_value(state, change, i);
	begin_part(&part, entry, k);
	add_value(&part, change, C_DIGEST);
	end_part(state, &part);
	add_value(state, change, C_COMMITMENT);
}

/* The hash before (none for the first), the entry, its changes. False if a commitment is wrong. */
static bool hash_entry(
	sqlite3_stmt *entry, sqlite3_stmt *changes, const uint8_t *before, uint8_t hash[HASH_SIZE])
{
	crypto_hash_sha256_state state, who, act;
	int64_t k = 2;
	bool hold = true;

	crypto_hash_sha256_init(&state);
	if (before != NULL)
		crypto_hash_sha256_update(&state, before, HASH_SIZE);
	add_value(&state, entry, E_SEQ);
	add_value(&state, entry, E_TIME);
	begin_part(&who, entry, 0);
	add_value(&who, entry, E_ACCOUNT);
	add_value(&who, entry, E_VIA);
	end_part(&state, &who);
	begin_part(&act, entry, 1);
	add_value(&act, entry, E_VERB);
	add_value(&act, entry, E_OBJECT);
	end_part(&state, &act);
	sqlite3_bind_int64(changes, 1, sqlite3_column_int64(entry, E_SEQ));
	for (; sqlite3_step(changes) == SQLITE_ROW; k++) {
		hold = hold && commitment_holds(changes);
		add_change(&state, entry, changes, k);
	}
	sqlite3_reset(changes);
	crypto_hash_sha256_final(&state, hash);
	return hold;
}

static void write_hash(sqlite3 *sqlite, int64_t seq, const uint8_t *before, const uint8_t *hash)
{
	sqlite3_stmt *statement =
		prepare(sqlite, "UPDATE log SET prev = ?1, hash = ?2 WHERE seq = ?3");

	sqlite3_bind_blob(statement, 1, before == NULL ? hash : before,
		before == NULL ? 0 : HASH_SIZE, SQLITE_STATIC);
	sqlite3_bind_blob(statement, 2, hash, HASH_SIZE, SQLITE_STATIC);
	sqlite3_bind_int64(statement, 3, seq);
	assert_int_equal(sqlite3_step(statement), SQLITE_DONE);
	sqlite3_finalize(statement);
}

static int64_t walk(const char *path, bool forge)
{
	uint8_t before[HASH_SIZE], hash[HASH_SIZE];
	int64_t wrong = 0;
	bool first = true;
	sqlite3 *sqlite;

	assert_int_equal(sqlite3_open(path, &sqlite), SQLITE_OK);
	sqlite3_stmt *entries = prepare(sqlite, "SELECT seq, time, coalesce(account_id, 0), via, "
						"verb, object, hash, salt FROM log ORDER BY seq");
	sqlite3_stmt *changes =
		prepare(sqlite, "SELECT tbl, row_id, op, digest, commitment, "
				"salt, before FROM log_change WHERE log_seq = ? ORDER BY id");
	while (sqlite3_step(entries) == SQLITE_ROW) {
		int64_t seq = sqlite3_column_int64(entries, 0);
		const uint8_t *stored = sqlite3_column_blob(entries, E_HASH);
		bool hold = hash_entry(entries, changes, first ? NULL : before, hash);

		if (wrong == 0 && (!hold || memcmp(stored, hash, HASH_SIZE) != 0))
			wrong = seq;
		if (forge)
			write_hash(sqlite, seq, first ? NULL : before, hash);
		memcpy(before, hash, HASH_SIZE);
		first = false;
	}
	sqlite3_finalize(entries);
	sqlite3_finalize(changes);
	assert_int_equal(sqlite3_close(sqlite), SQLITE_OK);
	return wrong;
}

int64_t chain_first_wrong(const char *path)
{
	return walk(path, false);
}

void chain_forge(const char *path)
{
	(void)walk(path, true);
}

/* "0001100001" and the columns behind it, for chain_row_digest; false if nothing of it is logged.
 */
static bool classes_of(
	sqlite3 *sqlite, const char *table, char *personal, size_t size, sqlite3_str *list)
{
	sqlite3_stmt *columns = prepare(sqlite,
		"SELECT col, class FROM column_class WHERE tbl = ?1 AND class <> 'derived' ORDER BY "
		"id");
	bool logged = false;
	size_t n = 0;

	sqlite3_bind_text(columns, 1, table, -1, SQLITE_STATIC);
	while (sqlite3_step(columns) == SQLITE_ROW && n + 1 < size) {
		const char *column = (const char *)sqlite3_column_text(columns, 0);
		const char *class = (const char *)sqlite3_column_text(columns, 1);

		logged = logged || strcmp(class, "clear") == 0;
		personal[n++] = strcmp(class, "personal") == 0 ? '1' : '0';
		sqlite3_str_appendf(list, ", \"%w\"", column);
	}
	personal[n] = '\0';
	sqlite3_finalize(columns);
	return logged;
}

static void forge_table(sqlite3 *sqlite, const char *table)
{
	sqlite3_str *list = sqlite3_str_new(NULL);
	char personal[80];
	bool logged = classes_of(sqlite, table, personal, sizeof(personal), list);
	char *columns = sqlite3_str_finish(list);
	bool salted = strstr(columns, "\"salt\"") != NULL;
	char *sql = sqlite3_mprintf(
		"SELECT %s%s FROM \"%w\"", salted ? "salt" : "NULL", columns, table);

	sqlite3_free(columns);
	if (logged) {
		sqlite3_stmt *rows = prepare(sqlite, sql);
		sqlite3_stmt *set = prepare(sqlite,
			"UPDATE log_change SET digest = ?1 WHERE id = (SELECT max(id) FROM "
			"log_change WHERE tbl = ?2 AND row_id = ?3)");

		while (sqlite3_step(rows) == SQLITE_ROW) {
			uint8_t digest[HASH_SIZE];

			chain_row_digest(table, personal, rows, digest);
			sqlite3_bind_blob(set, 1, digest, HASH_SIZE, SQLITE_STATIC);
			sqlite3_bind_text(set, 2, table, -1, SQLITE_STATIC);
			sqlite3_bind_int64(set, 3, sqlite3_column_int64(rows, 1));
			assert_int_equal(sqlite3_step(set), SQLITE_DONE);
			sqlite3_reset(set);
		}
		sqlite3_finalize(rows);
		sqlite3_finalize(set);
	}
	sqlite3_free(sql);
}

void chain_forge_rows(const char *path)
{
	sqlite3 *sqlite;

	assert_int_equal(sqlite3_open(path, &sqlite), SQLITE_OK);
	sqlite3_stmt *tables = prepare(sqlite, "SELECT DISTINCT tbl FROM column_class");
	assert_int_equal(sqlite3_exec(sqlite, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
	while (sqlite3_step(tables) == SQLITE_ROW)
		forge_table(sqlite, (const char *)sqlite3_column_text(tables, 0));
	sqlite3_finalize(tables);
	assert_int_equal(sqlite3_exec(sqlite, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_close(sqlite), SQLITE_OK);
	chain_forge(path);
}
