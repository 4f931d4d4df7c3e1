/* SPDX-License-Identifier: MIT
 * What arrives in a phase that collects: recording and correcting it, life's acts on it, its
 * versions. Nothing that arrived vanishes; what comes after the deadline is marked late and kept
 * out of review until somebody admits it with a reason. */
#pragma once

#include "src/phases/applicant.h"
#include "db/store/submission.h"
#include "src/ground/act.h"
#include "src/phases/phase.h"
#include "src/phases/second.h"
#include "src/registers/municipality.h"

/* For recording: `submission` with its texts as typed, and who takes part besides the applicant. */
struct submission_input {
	struct submission submission;
	const struct applicant *coapplicants;
	size_t n;
	/* For submission_update: why its arrival is corrected so that it is late now, or no more;
	 * NULL: none. */
	const char *reason;
};

/* Checks, gives the next code and says whether it is late. `received` 0 is now. */
struct error submission_add(struct context *ctx, const struct submission_input *input, int64_t *id);
/* Corrects the record; `v` must be the version that was read. E_REASON if that would change whether
 * it came in time. */
struct error submission_update(struct context *ctx, const struct submission_input *input);
/* A new version from the applicant replaces the present content, which is kept; but one that comes
 * late waits beside it until it is admitted. */
struct error submission_replace(struct context *ctx, const struct submission_input *input);

enum act_kind {
	SUBMISSION_WITHDRAW,
	SUBMISSION_EXCLUDE,
	SUBMISSION_RESTORE,
	SUBMISSION_PASS, /* states why no round takes it, or no late version: it stays as it is */
	SUBMISSION_ADMIT,
	SUBMISSION_ACT_COUNT,
};
/* A problem is admitted by a reason alone; what a team sent has another row in the place of that
 * one. */
extern const struct act submission_act_rows[SUBMISSION_ACT_COUNT];
extern const struct act entry_admission;
/* All but withdrawing need a reason. */
struct error submission_act(struct context *ctx, int64_t id, enum act_kind act, const char *reason);
/* Admits a late one. What a team sent needs a ground on the organizer's side (WORDS_LATE_GROUND;
 * "other" only with a reason), and the act of whoever recorded it waits for a second person
 * (src/phases/second.h). A problem needs a reason: ground "other". */
struct error submission_admit(
	struct context *ctx, int64_t id, const char *ground, const char *reason);
/* For second.c. */
struct error submission_admit_confirmed(
	struct context *ctx, struct arena *arena, const struct second_act *act);

struct error submission_get(
	struct context *ctx, struct arena *arena, int64_t id, struct submission *submission);
/* By code, of one kind: E_NOT_FOUND (field = the kind). */
struct error submission_find(struct context *ctx, const char *kind, const char *code, int64_t *id);
/* Of whatever kind. */
struct error submission_find_any(struct context *ctx, const char *code, int64_t *id);
struct error submission_coapplicants(
	struct context *ctx, struct arena *arena, int64_t id, struct applicants *applicants);
struct error submission_versions(
	struct context *ctx, struct arena *arena, int64_t id, struct submission_versions *versions);
struct error submission_acts(
	struct context *ctx, struct arena *arena, int64_t id, struct submission_acts *acts);

/* `words` (may be NULL): only those in which they occur. */
struct error submission_ids(struct context *ctx, const char *kind, enum submission_sort sort,
	const struct submission_filter *filter, const char *words, struct id_list *ids);
/* Ids whose code, applicant or title has these words, in no order. */
struct error submission_search(struct context *ctx, const char *words, struct id_list *ids);

/* What a municipality has sent, alone or with others. */
struct error submission_of_municipality(struct context *ctx, struct arena *arena,
	int64_t municipality_id, struct submission_titles *titles);

struct error submission_count(
	struct context *ctx, const char *kind, struct submission_counts *counts);
struct error submission_municipalities(
	struct context *ctx, const char *kind, struct municipality_counts *counts);

struct error submission_count_state(
	struct context *ctx, const char *kind, const char *state, int64_t *n);

/* The theme's name, or what was written; "" for none. */
const char *submission_theme(
	struct context *ctx, struct arena *arena, const struct submission *submission);

/* For the import, which judges all rows first and opens the transaction itself. */
struct error submission_clean(
	struct context *ctx, struct arena *arena, struct submission *submission);
/* SHA-256 of the cleaned content, in hexadecimal: two that arrive with the same are one. */
const char *submission_fingerprint(struct arena *arena, const struct submission *submission);
/* `late` is the caller's to set. */
struct error submission_insert(struct context *ctx, struct submission *submission,
	const struct applicant *coapplicants, size_t n, int64_t *id);
/* Everything of submission_add but its transaction; fills the code. */
struct error submission_enter(
	struct context *ctx, const struct submission_input *cleaned, char code[16], int64_t *id);
struct error submission_overwrite(struct context *ctx, int64_t id, struct submission *fresh);
/* For what completes it, inside a transaction: `fresh` is the new content, `received` when it came;
 * gets its version's number. Within its time it takes the place of what is there, and is as late or
 * in time as that was; after it, it waits to be admitted. */
struct error submission_complete(
	struct context *ctx, struct arena *arena, struct submission *fresh, bool in_time);
