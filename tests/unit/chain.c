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
		bool is_null = sqlite3_column_type(row, i + 1) == SQLITE_NULL;

		if (personal[i] == '0' || is_null) {
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

/* The hash before (none for the first), the entry, its changes. */
static void hash_entry(
	sqlite3_stmt *entry, sqlite3_stmt *changes, const uint8_t *before, uint8_t hash[HASH_SIZE])
{
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	if (before != NULL)
		crypto_hash_sha256_update(&state, before, HASH_SIZE);
	for (int i = 0; i < 6; i++)
		add_value(&state, entry, i);
	sqlite3_bind_int64(changes, 1, sqlite3_column_int64(entry, 0));
	while (sqlite3_step(changes) == SQLITE_ROW)
		for (int i = 0; i < 5; i++)
			add_value(&state, changes, i);
	sqlite3_reset(changes);
	crypto_hash_sha256_final(&state, hash);
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
						"verb, object, hash FROM log ORDER BY seq");
	sqlite3_stmt *changes = prepare(sqlite, "SELECT tbl, row_id, op, digest, clear_json FROM "
						"log_change WHERE log_seq = ? ORDER BY id");
	while (sqlite3_step(entries) == SQLITE_ROW) {
		int64_t seq = sqlite3_column_int64(entries, 0);
		const uint8_t *stored = sqlite3_column_blob(entries, 6);

		hash_entry(entries, changes, first ? NULL : before, hash);
		if (wrong == 0 && memcmp(stored, hash, HASH_SIZE) != 0)
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
