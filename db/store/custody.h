/* SPDX-License-Identifier: MIT
 * Who holds the codes of a blind round, and what that hides from everybody else. */
#pragma once

#include "db/db.h"

struct custodian {
	int64_t account_id;
	const char *login, *name;
	bool deputy;
	int64_t named;
	const char *by; /* "" is Klash itself */
	int64_t ended;  /* 0: holds the codes now */
	const char *reason;
	int64_t by_id;
};

struct custodians {
	struct custodian *rows;
	size_t n;
};

/* What waits to be carried over to the jury's side. */
struct carry {
	int64_t submission_id;
	const char *code; /* the submission's */
	int64_t item_id;  /* 0: admitted, and no item yet */
	const char *item_code;
	const char *what; /* left, back, version, files, admitted */
};

struct carries {
	struct carry *rows;
	size_t n;
};

struct error store_custodian_name(struct db *db, int64_t round_id, int64_t account_id, bool deputy,
	int64_t now, int64_t named_by, const char *reason);
struct error store_custodian_end(struct db *db, int64_t round_id, bool deputy, int64_t now);
/* 0: nobody. */
struct error store_custodian_now(struct db *db, int64_t round_id, bool deputy, int64_t *account_id);
/* Who holds them first, then who did. */
struct error store_custodians(
	struct db *db, struct arena *arena, int64_t round_id, struct custodians *custodians);
struct error store_custodian_holds(
	struct db *db, int64_t round_id, int64_t account_id, bool *holds);
/* Of any round that is sealed now. */
struct error store_custodian_holds_any(struct db *db, int64_t account_id, bool *holds);
/* Does the person of that account sit on the round's panel? */
struct error store_member_person(struct db *db, int64_t round_id, int64_t account_id, bool *member);

/* Is the round released, not opened, and not held by that account? */
struct error store_sealed_round(struct db *db, int64_t round_id, int64_t account_id, bool *sealed);
/* Is any round released and not opened, whoever holds it? */
struct error store_sealed_any(struct db *db, bool *sealed);
/* The round that hides the submission from that account; 0: none. */
struct error store_sealed_by(
	struct db *db, int64_t submission_id, int64_t account_id, int64_t *round_id);
/* All submissions that are hidden from that account. */
struct error store_sealed_ids(struct db *db, int64_t account_id, struct id_list *ids);

struct error store_to_carry(
	struct db *db, struct arena *arena, int64_t round_id, struct carries *carries);
struct error store_item_carry(struct db *db, int64_t item_id, const char *part, const char *title,
	const char *body, const char *lang, int64_t now);
/* After the opening every submission's own state tells again whether it takes part. */
struct error store_items_unseal(struct db *db, int64_t round_id);
/* By its code in the round alone. */
struct error store_item_find_alias(struct db *db, int64_t round_id, const char *code, int64_t *id);
