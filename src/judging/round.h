/* SPDX-License-Identifier: MIT
 * Rounds: what is judged, by whom and how. The rules are locked when they are announced, at the
 * latest when the round opens; after that only a wording can be corrected, with its reason. */
#pragma once

#include "db/store/draw.h"
#include "db/store/round.h"
#include "src/ground/act.h"
#include "src/phases/phase.h"

/* Numbers left 0 get their defaults; select_min -1: no range. */
struct error round_add(struct context *ctx, const struct round *round, int64_t *id);
/* Method, ties, numbers, scope, closing time; not once locked (but the closing time always). */
struct error round_update(struct context *ctx, const struct round *round);
struct error round_get(struct context *ctx, struct arena *arena, int64_t id, struct round *round);
struct error round_find(struct context *ctx, const char *key, int64_t *id);
/* NULL kind: all. */
struct error round_ids(struct context *ctx, const char *kind, struct id_list *ids);

/* Adds the criterion, or changes the one with its key. NULL bands: as they are, if they still fit
 * the scale; a new criterion on 0-10 gets three. */
struct error round_set_criterion(struct context *ctx, int64_t round_id,
	const struct criterion *criterion, const struct bands *bands);
struct error round_remove_criterion(struct context *ctx, int64_t round_id, const char *key);
struct error round_criteria(
	struct context *ctx, struct arena *arena, int64_t round_id, struct criteria *criteria);
struct error criterion_bands(
	struct context *ctx, struct arena *arena, int64_t criterion_id, struct bands *bands);
/* In the language in use. */
const char *criterion_name(const struct criterion *criterion);
const char *criterion_guidance(const struct criterion *criterion);
const char *band_text(const struct band *band);
/* A wording of a locked criterion or its bands (NULL: as they are), with the reason; the numbers of
 * `criterion` are ignored. */
struct error round_correct_wording(struct context *ctx, int64_t round_id,
	const struct criterion *criterion, const struct bands *bands, const char *reason);

/* The rules as JSON, canonical: what is hashed and published. Into the arena. */
struct error rules_text(struct context *ctx, struct arena *arena, int64_t round_id, char **text);
/* Replaces method, numbers, criteria and bands by those of a JSON text of the same form, all or
 * nothing. */
struct error rules_define(struct context *ctx, int64_t round_id, const char *json);

/* Such a text read; `round` holds what it does not say. */
struct defined_criterion {
	struct criterion criterion;
	struct bands bands;
	bool has_bands;
};

struct rules_definition {
	struct round round;
	struct defined_criterion *criteria;
	size_t n;
};

/* E_INVALID (field "json") for what is no such text. */
struct error rules_parse(struct arena *arena, const char *text, struct rules_definition *rules);

/* What a corrected wording changed between two versions: old and new. */
enum { WORDINGS_MAX = 40 };

struct wording {
	const char *what, *before, *after;
};

struct wordings {
	struct wording rows[WORDINGS_MAX];
	size_t n;
};

void rules_compare(
	struct arena *arena, const char *before, const char *after, struct wordings *out);
struct error round_lock(struct context *ctx, int64_t round_id, const char *notice);
struct error round_rules_versions(struct context *ctx, struct arena *arena, int64_t round_id,
	struct rules_versions *versions);
struct error round_acts(
	struct context *ctx, struct arena *arena, int64_t round_id, struct round_acts *acts);
/* Inside a transaction: the next version of the locked rules, with its hash. */
struct error rules_keep(
	struct context *ctx, int64_t round_id, const char *notice, const char *reason);

struct error round_seat(
	struct context *ctx, int64_t round_id, const char *login, bool chair, bool substitute);
/* All of them or none; `refused` is the one that could not be seated. */
struct seat {
	const char *login;
	bool chair, substitute;
};
struct error round_seat_all(struct context *ctx, int64_t round_id, const struct seat *seats,
	size_t n, const struct seat **refused);
struct error round_unseat(struct context *ctx, int64_t round_id, const char *login);
struct error round_members(
	struct context *ctx, struct arena *arena, int64_t round_id, struct members *members);
/* What is waited for from a member, of WORDS_WAITS: declare, begin, finish, confirm; "ready" or ""
 * when nothing is. The first that stands in the way of the next. */
const char *member_waits(const struct round *round, const struct member *member);
/* So many reviews of each submission, dealt (dealing.h) as the round opens; 0: everybody reviews
 * all. `seed` < 0: Klash draws one, in a blind round always. Before the opening it writes number
 * and seed down; in an open round in which nothing was written yet it deals again by what was
 * written down. E_RULE, and nothing changed, where it cannot be dealt: round_shortages says why. */
struct error round_assign(
	struct context *ctx, int64_t round_id, int64_t per_submission, int64_t seed);
/* One sentence for each submission that would get too few, in the language in use; none: it can be
 * dealt. `per_submission` -1: the round's own number. Into the arena. */
struct shortages {
	const char **sentences;
	size_t n;
};
struct error round_shortages(struct context *ctx, struct arena *arena, int64_t round_id,
	int64_t per_submission, struct shortages *out);
/* What the reviews are dealt by; E_NOT_FOUND if nothing is, and in a blind round before its names
 * are opened. */
struct error round_seed(
	struct context *ctx, struct arena *arena, int64_t round_id, struct draw_seed *seed);
/* A juror who cannot go on; what they have submitted stays. */
struct error round_excuse(
	struct context *ctx, int64_t round_id, const char *login, const char *reason);
/* The same, and `by` (a substitute, or anyone new to the panel) takes over what is not submitted.
 */
struct error round_replace(struct context *ctx, int64_t round_id, const char *login, const char *by,
	const char *reason);

enum round_move { ROUND_OPEN, ROUND_CLOSE, ROUND_REOPEN, ROUND_MOVE_COUNT };
/* The same, as both ends offer it. */
extern const struct act round_act_rows[ROUND_MOVE_COUNT];
struct error round_check(
	struct context *ctx, int64_t round_id, enum round_move move, struct checklist *checklist);
/* Opening fixes the list of submissions and what jurors read. E_REASON as in phase_move. */
struct error round_move(
	struct context *ctx, int64_t round_id, enum round_move move, const char *reason);

struct error round_items(struct context *ctx, int64_t round_id, struct id_list *ids);
struct error item_get(struct context *ctx, struct arena *arena, int64_t id, struct item *item);
/* What jurors declare against: the submissions of the round, before its opening those it would take
 * now. */
struct error round_submissions(
	struct context *ctx, int64_t round_id, struct id_list *submission_ids);
struct error round_progress(struct context *ctx, int64_t round_id, struct progress *progress);
/* Reviews expected and submitted of one submission. */
struct error submission_progress(
	struct context *ctx, int64_t submission_id, struct progress *progress);
