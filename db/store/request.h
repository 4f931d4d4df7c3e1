/* SPDX-License-Identifier: MIT
 * The log of requests for information. */
#pragma once

#include "db/db.h"

struct info_request {
	int64_t id, number;
	const char *code;
	int64_t received; /* days, as all here; 0: not */
	const char *channel;
	const char *requester; /* "": nobody by name */
	const char *standing;  /* of WORDS_REQUESTER */
	const char *text;
	const char *object; /* code of the record it concerns; "": of none */
	const char *extent; /* of WORDS_EXTENT */
	int64_t due;
	int64_t handler_id; /* an account */
	const char *handler;
	int64_t answered;
	const char *given;    /* of WORDS_GIVEN; "": nothing was yet */
	const char *withheld; /* "": nothing */
	const char *clause;   /* by which that was */
	int64_t fee;          /* cents */
	const char *purpose;  /* personal data was given: what for, and on what ground */
	int64_t refused;
	const char *reason;
	int64_t decision_day;
	const char *decision_number;
	int64_t v;
};

/* NULL: any. `today` tells what is overdue. */
struct info_request_filter {
	const char *state, *object;
	int64_t today;
};

enum info_request_sort { REQUESTS_BY_DUE, REQUESTS_BY_NUMBER };

struct error store_info_request_add(struct db *db, const struct info_request *request, int64_t *id);
/* E_STALE if `v` has moved on. */
struct error store_info_request_update(struct db *db, const struct info_request *request);
struct error store_info_request_get(
	struct db *db, struct arena *arena, int64_t id, struct info_request *request);
struct error store_info_request_find(struct db *db, const char *code, int64_t *id);
struct error store_info_request_ids(struct db *db, enum info_request_sort sort,
	const struct info_request_filter *filter, struct id_list *ids);
