/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"

struct service {
	int64_t id; /* 0: not served */
	int64_t submission_id, team_id;
	const char *code, *applicant, *outcome;
	const char *channel; /* "": not served */
	int64_t sent, deemed;
	const char *proof; /* a message's id, a receipt; may be empty */
};

struct services {
	struct service *rows;
	size_t n;
};

struct complaint {
	int64_t id, number;
	const char *code;
	int64_t decision_id;
	const char *decision; /* its code */
	int64_t submission_id;
	const char *by; /* the entrant's name, "" for somebody else */
	const char *kind;
	int64_t received, due;
	const char *case_number, *text;
	int64_t answered;
	const char *outcome, *answer;
	int64_t v;
	int64_t regime_id; /* of its decision; 0: none */
	int64_t last_day;  /* on which it could have come in time; 0: its time does not run */
	bool late;
	const char *court, *court_case, *interim;
	int64_t interim_day;
	const char *effect; /* "": not answered */
};

struct error store_service_put(
	struct db *db, int64_t decision_id, int64_t submission_id, const struct service *service);
struct error store_service_is(
	struct db *db, int64_t decision_id, int64_t submission_id, bool *served);
/* By that channel, on that day? */
struct error store_service_was(struct db *db, int64_t decision_id, int64_t submission_id,
	const char *channel, int64_t sent, bool *was);
struct error store_service_undo(struct db *db, int64_t decision_id, int64_t submission_id);
struct error store_services(
	struct db *db, struct arena *arena, int64_t decision_id, struct services *services);
struct error store_service_missing(struct db *db, int64_t decision_id, int64_t *n);

struct error store_complaint_add(struct db *db, const struct complaint *complaint, int64_t *id);
struct error store_complaint_answer(struct db *db, const struct complaint *complaint);
struct error store_complaint_get(
	struct db *db, struct arena *arena, int64_t id, struct complaint *complaint);
struct error store_complaint_find(struct db *db, const char *code, int64_t *id);
struct error store_complaint_ids(struct db *db, int64_t decision_id, struct id_list *ids);
/* Court, orders, due day and case number: E_STALE by `v`. */
struct error store_complaint_update(struct db *db, const struct complaint *complaint);
/* The newest decision made because of it. E_NOT_FOUND. */
struct error store_complaint_correction(struct db *db, int64_t complaint_id, int64_t *decision_id);
/* Accepted ones for which the contract still waits. */
struct error store_complaint_upheld(struct db *db, int64_t decision_id, int64_t *n);
/* Against the decision itself or one that it corrects. */
struct error store_complaint_open(struct db *db, int64_t decision_id, int64_t *n);
