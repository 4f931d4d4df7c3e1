/* SPDX-License-Identifier: MIT
 * What may be shown of the log and of its rows to an outsider who has the chain (db/chain.h): every
 * entry with its parts as hashes, and a row as it is now with the salt that opens its last change.
 * Values of class `personal` stay back as their commitments. */
#pragma once

#include "db/chain.h"
#include "db/db.h"

enum opened_type { OPENED_NULL, OPENED_INT, OPENED_TEXT, OPENED_KEPT, OPENED_SALTED };

struct opened_value {
	enum opened_type type;
	int64_t number;
	const char *text;
	uint8_t commitment[DIGEST_SIZE]; /* of what is kept back */
	struct blob salt;                /* opens the commitment to `number` */
};

struct opened_row {
	int64_t seq, change; /* its last change: the entry, and k of salt_k in it */
	uint8_t salt[DIGEST_SIZE];
	struct opened_value *values; /* in the order of the digest */
	size_t n;
};

/* Strings into the arena. `opens`: a column of class personal that is shown with its salt, a
 * number; NULL: none. E_NOT_FOUND (field "record") if there is no such row; E_CORRUPT if the log
 * does not know it. */
struct error opened_row(struct db *db, struct arena *arena, const char *table, int64_t id,
	const char *opens, struct opened_row *row);

struct opened_entry {
	int64_t seq, time, changes;
	uint8_t who[DIGEST_SIZE], act[DIGEST_SIZE], hash[DIGEST_SIZE];
	uint8_t act_salt[DIGEST_SIZE]; /* opens `act`, with verb and object */
	const char *verb, *object;
};

struct opened_change {
	const char *table, *op;
	int64_t row_id;
	uint8_t sealed[DIGEST_SIZE];
	const void *commitment; /* DIGEST_SIZE bytes; NULL: none */
};

/* Called for each entry from the first, and for each of its changes; what they get is valid during
 * the call. An error ends the reading and is returned. */
struct opened_reader {
	struct error (*entry)(void *arg, const struct opened_entry *entry);
	struct error (*change)(void *arg, const struct opened_change *change);
	void *arg;
};

struct error opened_log(struct db *db, const struct opened_reader *reader);
