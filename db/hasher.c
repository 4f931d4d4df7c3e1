/* SPDX-License-Identifier: MIT */
#include "db/hasher.h"

#include <assert.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/arena.h"

static_assert(DIGEST_SIZE == crypto_hash_sha256_BYTES, "the chain is SHA-256");

/* Values are many and short: they go to SHA-256 some at a time. */
enum { PENDING = 256 };

struct hasher {
	crypto_hash_sha256_state state;
	size_t n;
	uint8_t pending[PENDING];
};

struct hasher *hasher_new(void)
{
	struct hasher *hasher = xmalloc(sizeof(*hasher));

	crypto_hash_sha256_init(&hasher->state);
	hasher->n = 0;
	return hasher;
}

void hasher_raw(struct hasher *hasher, const void *bytes, size_t n)
{
	if (n == 0)
		return;
	if (n > PENDING - hasher->n) {
		crypto_hash_sha256_update(&hasher->state, hasher->pending, hasher->n);
		hasher->n = 0;
	}
	if (n > PENDING) {
		crypto_hash_sha256_update(&hasher->state, bytes, n);
		return;
	}
	memcpy(hasher->pending + hasher->n, bytes, n);
	hasher->n += n;
}

static void put_number(struct hasher *hasher, uint64_t number)
{
	uint8_t bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (uint8_t)(number >> (8 * i));
	hasher_raw(hasher, bytes, sizeof(bytes));
}

static void put_typed(struct hasher *hasher, char type, const void *bytes, size_t n)
{
	hasher_raw(hasher, &type, 1);
	put_number(hasher, n);
	hasher_raw(hasher, bytes, n);
}

void hasher_int(struct hasher *hasher, int64_t value)
{
	hasher_raw(hasher, "i", 1);
	put_number(hasher, 8);
	put_number(hasher, (uint64_t)value);
}

void hasher_text(struct hasher *hasher, const char *text)
{
	if (text == NULL)
		put_typed(hasher, 'n', NULL, 0);
	else
		put_typed(hasher, 't', text, strlen(text));
}

void hasher_blob(struct hasher *hasher, const void *bytes, size_t n)
{
	put_typed(hasher, bytes == NULL ? 'n' : 'b', bytes, bytes == NULL ? 0 : n);
}

void hasher_column(struct hasher *hasher, sqlite3_stmt *row, int column)
{
	size_t n;

	switch (sqlite3_column_type(row, column)) {
	case SQLITE_INTEGER:
		hasher_int(hasher, sqlite3_column_int64(row, column));
		break;
	case SQLITE_TEXT: {
		const void *text = sqlite3_column_text(row, column);
		n = (size_t)sqlite3_column_bytes(row, column);
		put_typed(hasher, 't', text, n);
		break;
	}
	case SQLITE_NULL:
		put_typed(hasher, 'n', NULL, 0);
		break;
	default: {
		const void *bytes = sqlite3_column_blob(row, column);
		n = (size_t)sqlite3_column_bytes(row, column);
		put_typed(hasher, 'b', bytes, n);
		break;
	}
	}
}

void hasher_finish(struct hasher *hasher, uint8_t digest[DIGEST_SIZE])
{
	crypto_hash_sha256_update(&hasher->state, hasher->pending, hasher->n);
	crypto_hash_sha256_final(&hasher->state, digest);
	free(hasher);
}
