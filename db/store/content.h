/* SPDX-License-Identifier: MIT
 * What a decision says beside its outcomes, and what its reasons were composed of. */
#pragma once

#include "db/db.h"

struct decision_content {
	int64_t decision_id;
	const char *entity; /* the contracting entity: name, business id, address */
	const char *decider_kind, *presenter, *preparer;
	const char *contact_name, *contact_title, *contact_phone, *contact_email;
	int64_t value;          /* estimated, in cents without VAT; 0: not known */
	const char *notices;    /* that it refers to, a line each */
	int64_t same_confirmed; /* for so many entrants one reason is meant; 0: nobody said so */
	const char *same_hash;  /* of those reasons; "" */
	const char *frozen;     /* hash of what it says, as hex; "" while it is a draft */
	int64_t v;
};

struct decision_text {
	const char *part; /* of WORDS_DECISION_PART */
	const char *text_fi, *text_sv, *text_en;
};

struct decision_texts {
	struct decision_text *rows;
	size_t n;
};

struct decision_reason {
	int64_t item_id;
	const char *words_fi, *words_sv, *words_en;
	const char *composed_fi, *composed_sv, *composed_en;
};

struct decision_reasons {
	struct decision_reason *rows;
	size_t n;
};

/* Of a new decision, with what `from` says (0: nothing). */
struct error store_content_begin(struct db *db, int64_t id, int64_t from);
/* What its reasons were composed of, of a new decision that corrects `from`. */
struct error store_reasons_begin(struct db *db, int64_t id, int64_t from);
/* The newest approved decision on the same kind of submissions; E_NOT_FOUND. */
struct error store_content_before(struct db *db, int64_t id, int64_t *before);
/* E_NOT_FOUND of a statement. */
struct error store_content_get(
	struct db *db, struct arena *arena, int64_t id, struct decision_content *content);
/* E_STALE */
struct error store_content_update(struct db *db, const struct decision_content *content);
struct error store_content_same(struct db *db, int64_t id, int64_t n, const char *hash);
struct error store_content_freeze(struct db *db, int64_t id, const char *hash);
/* Only those parts that have been written. */
struct error store_decision_texts(
	struct db *db, struct arena *arena, int64_t id, struct decision_texts *texts);
struct error store_decision_text_put(
	struct db *db, int64_t decision_id, const struct decision_text *text);
/* Only of those that were composed. */
struct error store_decision_reasons(
	struct db *db, struct arena *arena, int64_t id, struct decision_reasons *reasons);
struct error store_decision_reason_put(
	struct db *db, int64_t decision_id, const struct decision_reason *reason);
