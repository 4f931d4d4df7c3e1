/* SPDX-License-Identifier: MIT
 * Problems, applications and solutions: one table, told apart by kind. */
#pragma once

#include "db/db.h"
#include "db/record.h"
#include "db/store/organization.h"

struct submission {
	int64_t id;
	const char *kind; /* problem, application, solution */
	int64_t number;
	const char *code;
	int64_t municipality_id, organization_id; /* a problem's applicant is one of them */
	int64_t team_id, challenge_id; /* of applications and solutions; 0 for problems */
	int64_t theme_id;              /* 0: none of the list; theme_text as written */
	const char *theme_text, *lang, *title, *body;
	const char *contact_name, *contact_email, *contact_phone;
	int64_t received; /* UTC seconds */
	bool received_ambiguous;
	const char *channel;
	bool late;
	const char *state, *case_number;
	int64_t version;
	const char *fingerprint;
	int64_t batch_id, v;
	/* Of what was simply taken in from a file, where it stood there; otherwise 0 and NULL or
	 * "". */
	int64_t came_batch_id, came_row;
	const char *came_source, *came_digest;
	int64_t coapplicants; /* how many */
	int64_t waiting;      /* number of the late version that waits to be admitted; 0: none */
	int64_t sealed_by; /* of submission_get: the round that keeps title, text and language from
			    * who asks, 0 is none (src/ground/sides.h) */
};

struct applicant {
	int64_t municipality_id, organization_id;
};

struct applicants {
	struct applicant *rows;
	size_t n;
};

struct submission_version {
	int64_t number;
	const char *title, *body, *theme_text, *contact_name, *contact_email, *contact_phone;
	int64_t received;
	const char *channel;
	bool late, waits; /* waits: to be admitted beside what came in time */
	int64_t batch_id;
};

struct submission_versions {
	struct submission_version *rows;
	size_t n;
};

struct submission_act {
	const char *act;
	int64_t at;
	const char *before, *reason, *who;
	const char *ground; /* of an admission: what on the organizer's side; NULL is "" */
};

struct submission_acts {
	struct submission_act *rows;
	size_t n;
};

/* NULL members do not filter. `late` is "0" or "1". */
struct submission_filter {
	const char *state, *late, *lang;
	int64_t theme_id;
};

enum submission_sort {
	SUBMISSIONS_BY_NUMBER,
	SUBMISSIONS_BY_APPLICANT,
	SUBMISSIONS_BY_TITLE,
	SUBMISSIONS_BY_THEME,
	SUBMISSIONS_BY_STATE,
	SUBMISSIONS_BY_RECEIVED,
};

struct submission_title {
	int64_t id, municipality_id, organization_id;
	const char *code, *title, *body;
};

struct submission_titles {
	struct submission_title *rows;
	size_t n;
};

struct error store_submission_add(struct db *db, const struct submission *submission, int64_t *id);
struct error store_submission_update(struct db *db, const struct submission *submission);
struct error store_submission_set_state(struct db *db, int64_t id, const char *state);
struct error store_submission_delete(struct db *db, int64_t id);
struct error store_submission_get(
	struct db *db, struct arena *arena, int64_t id, struct submission *submission);
struct error store_submission_find(struct db *db, const char *code, int64_t *id);
/* Present and earlier versions. */
struct error store_submission_by_fingerprint(
	struct db *db, const char *kind, const char *fingerprint, int64_t *id);
/* `name_lang` is the language whose names sort the applicants. */
struct error store_submission_ids(struct db *db, const char *kind, enum submission_sort sort,
	const struct submission_filter *filter, const char *name_lang, struct id_list *ids);

struct submission_counts {
	int64_t all;
	int64_t counted; /* in time or admitted, not withdrawn, not ineligible */
	int64_t late;    /* admitted or not */
};
struct error store_submission_counts(
	struct db *db, const char *kind, struct submission_counts *counts);

/* Late, or with a late version that waits, and neither admitted nor excluded. */
struct error store_submission_undecided(struct db *db, const char *kind, int64_t *n);
/* Of that challenge; 0: all. */
struct error store_submission_undecided_ids(
	struct db *db, const char *kind, int64_t challenge_id, struct id_list *ids);
/* Taken in after their round was opened: no round has them, and nobody has said why not. */
struct error store_submission_left_out(
	struct db *db, const char *kind, int64_t challenge_id, struct id_list *ids);
/* A late version beside the present one, with the next number. */
struct error store_submission_add_waiting(
	struct db *db, int64_t id, int64_t number, const struct submission *version);
struct error store_submission_drop_version(struct db *db, int64_t id, int64_t number);
struct error store_submission_next_version(struct db *db, int64_t id, int64_t *number);
struct error store_submission_wait_no_more(struct db *db, int64_t id);
/* The account that recorded that version. */
struct error store_submission_version_recorder(
	struct db *db, int64_t id, int64_t number, int64_t *account_id);

/* Those from which something counts, alone or also with others. */
struct municipality_counts {
	int64_t alone, with_coapplicants;
};
struct error store_submission_municipalities(
	struct db *db, const char *kind, struct municipality_counts *counts);
struct error store_submission_count_state(
	struct db *db, const char *kind, const char *state, int64_t *n);
/* Deadline 0: nothing is late. */
struct error store_submission_remark_late(struct db *db, const char *kind, int64_t deadline);
struct error store_submission_titles(
	struct db *db, struct arena *arena, const char *kind, struct submission_titles *titles);
/* As applicant or co-applicant. */
struct error store_submission_of_municipality(struct db *db, struct arena *arena,
	int64_t municipality_id, struct submission_titles *titles);
/* Of everything of the kind that is not hidden from the account, earlier versions too. */
struct error store_submission_fingerprints(struct db *db, struct arena *arena, const char *kind,
	int64_t account_id, struct text_rows *fingerprints);

/* Keeps the present content as a version. */
struct error store_submission_keep_version(struct db *db, int64_t id);
/* Puts an earlier version back in place of the present content, and drops it from the versions. */
struct error store_submission_restore_version(
	struct db *db, int64_t id, int64_t number, const char *title);
struct error store_submission_versions(
	struct db *db, struct arena *arena, int64_t id, struct submission_versions *versions);

struct error store_submission_act_add(
	struct db *db, int64_t id, const struct submission_act *act, int64_t account_id);
struct error store_submission_acts(
	struct db *db, struct arena *arena, int64_t id, struct submission_acts *acts);

struct error store_co_applicants_set(
	struct db *db, int64_t id, const struct applicant *applicants, size_t n);
struct error store_co_applicants(
	struct db *db, struct arena *arena, int64_t id, struct applicants *applicants);
