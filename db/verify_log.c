/* SPDX-License-Identifier: MIT
 * The log against itself: every hash, every commitment. */
#include <sodium.h>
#include <stdint.h>
#include <string.h>

#include "db/chain.h"
#include "db/verify_check.h"

/* The columns of the two statements of check_log. */
enum {
	ENTRY_SEQ,
	ENTRY_TIME,
	ENTRY_ACCOUNT,
	ENTRY_VIA,
	ENTRY_VERB,
	ENTRY_OBJECT,
	ENTRY_PREV,
	ENTRY_HASH,
	ENTRY_SALT
};
enum {
	CHANGE_ID,
	CHANGE_TBL,
	CHANGE_ROW,
	CHANGE_OP,
	CHANGE_DIGEST,
	CHANGE_COMMITMENT,
	CHANGE_SALT,
	CHANGE_BEFORE
};

/* What a change replaced is as it was committed to, or was erased with its salt. A new row has
 * replaced nothing. */
static bool fits_commitment(sqlite3_stmt *change)
{
	bool salt = sqlite3_column_type(change, CHANGE_SALT) != SQLITE_NULL;
	bool before = sqlite3_column_type(change, CHANGE_BEFORE) != SQLITE_NULL;
	bool inserted = check_same(change, CHANGE_OP, "I", 1);
	uint8_t commitment[DIGEST_SIZE];

	if (inserted != (sqlite3_column_type(change, CHANGE_COMMITMENT) == SQLITE_NULL) ||
		salt != before || (inserted && salt))
		return false;
	if (!salt)
		return true;
	struct hasher *hasher = hasher_new();
	hasher_column(hasher, change, CHANGE_SALT);
	hasher_column(hasher, change, CHANGE_BEFORE);
	hasher_finish(hasher, commitment);
	return check_same(change, CHANGE_COMMITMENT, commitment, sizeof(commitment));
}

static struct hasher *part_of(sqlite3_stmt *entry, int64_t k)
{
	return chain_part(sqlite3_column_blob(entry, ENTRY_SALT),
		(size_t)sqlite3_column_bytes(entry, ENTRY_SALT), k);
}

static void hash_change(struct hasher *hasher, sqlite3_stmt *entry, sqlite3_stmt *change, int64_t k)
{
	struct hasher *sealed = part_of(entry, k);

	hasher_column(sealed, change, CHANGE_DIGEST);
	for (int column = CHANGE_TBL; column <= CHANGE_OP; column++)
		hasher_column(hasher, change, column);
	chain_put(hasher, sealed);
	hasher_column(hasher, change, CHANGE_COMMITMENT);
}

static void hash_head(struct hasher *hasher, sqlite3_stmt *entry)
{
	struct hasher *who = part_of(entry, CHAIN_WHO), *act = part_of(entry, CHAIN_ACT);

	hasher_int(who, sqlite3_column_int64(entry, ENTRY_ACCOUNT));
	hasher_column(who, entry, ENTRY_VIA);
	hasher_column(act, entry, ENTRY_VERB);
	hasher_column(act, entry, ENTRY_OBJECT);
	hasher_column(hasher, entry, ENTRY_SEQ);
	hasher_column(hasher, entry, ENTRY_TIME);
	chain_put(hasher, who);
	chain_put(hasher, act);
}

/* The hash of one entry as log.c made it; changes come from `changes`, which stands before its
 * first. */
static void hash_entry(struct check *check, sqlite3_stmt *entry, sqlite3_stmt *changes,
	const uint8_t *previous, size_t previous_n, int64_t *change_id, uint8_t hash[DIGEST_SIZE])
{
	struct hasher *hasher = hasher_new();
	int64_t seq = sqlite3_column_int64(entry, ENTRY_SEQ), k = CHAIN_FIRST_CHANGE;

	hasher_raw(hasher, previous, previous_n);
	hash_head(hasher, entry);
	sqlite3_bind_int64(changes, 1, seq);
	for (; check_step(check, changes); k++) {
		int64_t id = sqlite3_column_int64(changes, CHANGE_ID);

		if (id != ++*change_id || !fits_commitment(changes))
			check_found(check, "chain", "log_change", id, seq);
		hash_change(hasher, entry, changes, k);
	}
	sqlite3_reset(changes);
	hasher_finish(hasher, hash);
}

/* Compares the heads of that entry; gives the first head of a later one. */
static size_t compare_heads(struct check *check, size_t at, int64_t seq)
{
	for (; at < check->head_count && check->heads[at].seq <= seq; at++)
		if (check->heads[at].seq == seq)
			check->heads[at].state =
				strcmp(check->verdict->head, check->heads[at].hash) == 0 ?
					HEAD_STANDS :
					HEAD_OTHER;
	return at;
}

static void check_chain(struct check *check, sqlite3_stmt *entries, sqlite3_stmt *changes)
{
	uint8_t previous[DIGEST_SIZE];
	size_t previous_n = 0, at = 0;
	int64_t seq = 0, change_id = 0;

	while (check_step(check, entries)) {
		uint8_t hash[DIGEST_SIZE];

		seq++;
		hash_entry(check, entries, changes, previous, previous_n, &change_id, hash);
		int64_t there = sqlite3_column_int64(entries, ENTRY_SEQ);
		if (there != seq || !check_same(entries, ENTRY_PREV, previous, previous_n) ||
			!check_same(entries, ENTRY_HASH, hash, sizeof(hash)))
			check_found(check, "chain", "log", there, there);
		memcpy(previous, hash, sizeof(hash));
		previous_n = sizeof(hash);
		sodium_bin2hex(
			check->verdict->head, sizeof(check->verdict->head), hash, sizeof(hash));
		at = compare_heads(check, at, seq);
		check_tell(check, 1, change_id > 0 ? (size_t)change_id : 0);
	}
	check->verdict->rows = seq;
	check->verdict->head_seq = seq;
	for (size_t i = 0; i < check->head_count; i++)
		if (check->heads[i].state != HEAD_STANDS)
			check_found(check, "head", "log", check->heads[i].seq, check->heads[i].seq);
}

void check_log(struct check *check)
{
	sqlite3_stmt *entries = NULL, *changes = NULL, *orphan = NULL;

	entries = check_prepare(check,
		"SELECT seq, time, account_id, via, verb, object, prev, hash, salt "
		"FROM log ORDER BY seq");
	changes = check_prepare(check,
		"SELECT id, tbl, row_id, op, digest, commitment, salt, before FROM log_change "
		"WHERE log_seq = ?1 ORDER BY id");
	if (entries != NULL && changes != NULL)
		check_chain(check, entries, changes);
	orphan = check_prepare(check,
		"SELECT id, log_seq FROM log_change WHERE log_seq NOT IN (SELECT seq FROM log) LIMIT 1");
	if (check_step(check, orphan))
		check_found(check, "chain", "log_change", sqlite3_column_int64(orphan, 0),
			sqlite3_column_int64(orphan, 1));
	sqlite3_finalize(entries);
	sqlite3_finalize(changes);
	sqlite3_finalize(orphan);
}
