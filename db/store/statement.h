/* SPDX-License-Identifier: MIT
 * The jury's statement as it was frozen, who signed it, and the opening of the names after it. */
#pragma once

#include "db/db.h"

struct frozen_statement {
	int64_t decision_id;
	const char *text; /* its blocks in each language (src/documents/frozen.h) */
	const char *hash; /* SHA-256 of it, hex */
	int64_t frozen;   /* UTC seconds */
	const char *frozen_by;
};

/* How a member signed, or that they did not. */
struct jury_signature {
	int64_t member_id;
	const char *name;
	bool chair;
	const char *how;             /* own, paper, service; none */
	const char *place;           /* where the paper is kept */
	const char *service, *level; /* of an electronic signature */
	int64_t at;                  /* when it was given there, UTC seconds; 0: of another kind */
	int64_t attachment_id;       /* the file that the service gave; 0: none */
	const char *file;            /* its name */
	const char *reason;          /* why they did not sign */
	int64_t day;
	const char *recorded_by;
};

struct jury_signatures {
	struct jury_signature *rows;
	size_t n;
};

/* The opening of the names of a blind round. */
struct opening {
	int64_t id, round_id;
	const char *round_key;
	int64_t decision_id;
	const char *statement, *hash; /* its code, and the hash of its frozen text */
	int64_t at;
	const char *place, *custodian;
};

struct opening_witness {
	int64_t account_id; /* 0: without a user account */
	const char *name;
};

struct opening_witnesses {
	struct opening_witness *rows;
	size_t n;
};

/* Whose a code turned out to be. */
struct opening_name {
	int64_t item_id;
	const char *code, *title, *submission, *team, *organization;
	const char *members, *other_members; /* may be named in public; may not */
};

struct opening_names {
	struct opening_name *rows;
	size_t n;
};

/* When the texts of a blind round were given to the jury, and what was left in them. */
struct blind_release {
	int64_t at;
	const char *who, *reason;
};

struct blind_releases {
	struct blind_release *rows;
	size_t n;
};

/* How much was sent in for a round, and what of it was not judged. */
struct received_count {
	int64_t n, late, rejected, withdrawn;
};

/* The draft's text becomes final. */
struct error store_statement_freeze(
	struct db *db, const struct frozen_statement *frozen, int64_t account_id);
/* E_NOT_FOUND as long as it is a draft. */
struct error store_statement_frozen(
	struct db *db, struct arena *arena, int64_t decision_id, struct frozen_statement *frozen);

/* E_EXISTS if that member has signed already, or it is known already why not. */
struct error store_signature_add(struct db *db, int64_t decision_id,
	const struct jury_signature *signature, int64_t account_id);
/* The chair first. */
struct error store_signatures(struct db *db, struct arena *arena, int64_t decision_id,
	struct jury_signatures *signatures);

struct error store_opening_add(
	struct db *db, const struct opening *opening, int64_t account_id, int64_t *id);
struct error store_opening_witness_add(
	struct db *db, int64_t id, const struct opening_witness *witness);
/* Whose the round's codes are now. */
struct error store_opening_names_add(struct db *db, int64_t id);
/* Of the round; E_NOT_FOUND. */
struct error store_opening_get(
	struct db *db, struct arena *arena, int64_t round_id, struct opening *opening);
struct error store_opening_witnesses(
	struct db *db, struct arena *arena, int64_t id, struct opening_witnesses *witnesses);
/* In the order of the codes. */
struct error store_opening_names(
	struct db *db, struct arena *arena, int64_t id, struct opening_names *names);
struct error store_blind_releases(
	struct db *db, struct arena *arena, int64_t round_id, struct blind_releases *releases);
struct error store_round_received(
	struct db *db, struct arena *arena, int64_t round_id, struct received_count *count);
