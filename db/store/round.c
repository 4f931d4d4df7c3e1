/* SPDX-License-Identifier: MIT */
#include "db/store/round.h"

#include "db/fence.h"

/* -1 is no range. */
static struct value range(int64_t bound)
{
	return bound < 0 ? value_text(NULL) : I64(bound);
}

struct error store_round_add(struct db *db, const struct round *r, int64_t *id)
{
	return db_insert(db, Q_ROUND_ADD,
		ARGS(TXT(r->key), TXT(r->kind), value_ref(r->challenge_id), I64(r->blind),
			TXT(r->method), TXT(r->ties), I64(r->min_reviews),
			value_ref(r->per_submission), I64(r->quorum), range(r->select_min),
			range(r->select_max), TXT(r->conflict_scope), value_ref(r->closes)),
		id);
}

struct error store_round_update(struct db *db, const struct round *r)
{
	TRY(db_run(db, Q_ROUND_UPDATE,
		ARGS(TXT(r->method), TXT(r->ties), I64(r->min_reviews),
			value_ref(r->per_submission), I64(r->quorum), range(r->select_min),
			range(r->select_max), TXT(r->conflict_scope), value_ref(r->closes),
			I64(r->id), I64(r->v))));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

static const struct row_field round_fields[] = {
	{ FIELD_INT, offsetof(struct round, id) },
	{ FIELD_TEXT, offsetof(struct round, key) },
	{ FIELD_TEXT, offsetof(struct round, kind) },
	{ FIELD_INT, offsetof(struct round, challenge_id) },
	{ FIELD_BOOL, offsetof(struct round, blind) },
	{ FIELD_TEXT, offsetof(struct round, state) },
	{ FIELD_TEXT, offsetof(struct round, method) },
	{ FIELD_TEXT, offsetof(struct round, ties) },
	{ FIELD_INT, offsetof(struct round, min_reviews) },
	{ FIELD_INT, offsetof(struct round, per_submission) },
	{ FIELD_INT, offsetof(struct round, quorum) },
	{ FIELD_INT, offsetof(struct round, select_min) },
	{ FIELD_INT, offsetof(struct round, select_max) },
	{ FIELD_TEXT, offsetof(struct round, conflict_scope) },
	{ FIELD_INT, offsetof(struct round, opened) },
	{ FIELD_INT, offsetof(struct round, closes) },
	{ FIELD_INT, offsetof(struct round, closed) },
	{ FIELD_BOOL, offsetof(struct round, ranking_shown) },
	{ FIELD_INT, offsetof(struct round, rules_version) },
	{ FIELD_INT, offsetof(struct round, locked) },
	{ FIELD_TEXT, offsetof(struct round, notice) },
	{ FIELD_TEXT, offsetof(struct round, rules_hash) },
	{ FIELD_INT, offsetof(struct round, v) },
};
static const struct shape round_shape = { sizeof(struct round), round_fields, LEN(round_fields) };

struct error store_round_get(struct db *db, struct arena *arena, int64_t id, struct round *round)
{
	return db_row(db, Q_ROUND_GET, ARGS(I64(id)), &round_shape, arena, round);
}

struct error store_round_find(struct db *db, const char *key, int64_t *id)
{
	return db_number(db, Q_ROUND_FIND, ARGS(TXT(key)), id);
}

struct error store_round_ids(struct db *db, const char *kind, struct id_list *ids)
{
	return db_ids(db, Q_ROUND_IDS, ARGS(TXT(kind)), ids);
}

static const struct row_field summary_fields[] = {
	{ FIELD_INT, offsetof(struct round_summary, id) },
	{ FIELD_TEXT, offsetof(struct round_summary, key) },
	{ FIELD_TEXT, offsetof(struct round_summary, kind) },
	{ FIELD_INT, offsetof(struct round_summary, challenge_id) },
	{ FIELD_TEXT, offsetof(struct round_summary, challenge_code) },
	{ FIELD_TEXT, offsetof(struct round_summary, state) },
	{ FIELD_INT, offsetof(struct round_summary, closes) },
	{ FIELD_INT, offsetof(struct round_summary, decisions) },
	{ FIELD_INT, offsetof(struct round_summary, drafts) },
};
static const struct shape summary_shape = { sizeof(struct round_summary), summary_fields,
	LEN(summary_fields) };

struct error store_round_summaries(
	struct db *db, struct arena *arena, struct round_summaries *rounds)
{
	return db_rows(
		db, Q_ROUND_SUMMARIES, NO_ARGS, &summary_shape, arena, &rounds->rows, &rounds->n);
}

struct error store_round_set_open(struct db *db, int64_t id, int64_t now)
{
	return db_run(db, Q_ROUND_SET_OPEN, ARGS(I64(now), I64(id)));
}

struct error store_round_set_closed(struct db *db, int64_t id, int64_t now)
{
	return db_run(db, Q_ROUND_SET_CLOSED, ARGS(I64(now), I64(id)));
}

struct error store_round_set_shown(struct db *db, int64_t id)
{
	return db_run(db, Q_ROUND_SET_SHOWN, ARGS(I64(id)));
}

struct error store_round_bump(struct db *db, int64_t id)
{
	return db_run(db, Q_ROUND_BUMP, ARGS(I64(id)));
}

struct error store_round_act_add(
	struct db *db, int64_t round_id, const char *act, int64_t at, const char *reason)
{
	return db_run(db, Q_ROUND_ACT_ADD, ARGS(I64(round_id), TXT(act), I64(at), TXT(reason)));
}

static const struct row_field round_act_fields[] = {
	{ FIELD_TEXT, offsetof(struct round_act, act) },
	{ FIELD_INT, offsetof(struct round_act, at) },
	{ FIELD_TEXT, offsetof(struct round_act, reason) },
};
static const struct shape round_act_shape = { sizeof(struct round_act), round_act_fields,
	LEN(round_act_fields) };

struct error store_round_acts(
	struct db *db, struct arena *arena, int64_t round_id, struct round_acts *acts)
{
	return db_rows(db, Q_ROUND_ACTS, ARGS(I64(round_id)), &round_act_shape, arena, &acts->rows,
		&acts->n);
}

struct error store_rules_version_add(
	struct db *db, int64_t round_id, const struct rules_version *version)
{
	return db_run(db, Q_RULES_VERSION_ADD,
		ARGS(I64(round_id), I64(version->locked), TXT(version->notice),
			TXT(version->reason), TXT(version->text), TXT(version->hash)));
}

static const struct row_field rules_version_fields[] = {
	{ FIELD_INT, offsetof(struct rules_version, number) },
	{ FIELD_INT, offsetof(struct rules_version, locked) },
	{ FIELD_TEXT, offsetof(struct rules_version, notice) },
	{ FIELD_TEXT, offsetof(struct rules_version, reason) },
	{ FIELD_TEXT, offsetof(struct rules_version, text) },
	{ FIELD_TEXT, offsetof(struct rules_version, hash) },
};
static const struct shape rules_version_shape = { sizeof(struct rules_version),
	rules_version_fields, LEN(rules_version_fields) };

struct error store_rules_versions(
	struct db *db, struct arena *arena, int64_t round_id, struct rules_versions *versions)
{
	return db_rows(db, Q_RULES_VERSIONS, ARGS(I64(round_id)), &rules_version_shape, arena,
		&versions->rows, &versions->n);
}

struct error store_criterion_add(
	struct db *db, int64_t round_id, const struct criterion *c, int64_t *id)
{
	return db_insert(db, Q_CRITERION_ADD,
		ARGS(I64(round_id), TXT(c->key), I64(c->weight), I64(c->low), I64(c->high),
			I64(c->step), TXT(c->name_fi), TXT(c->name_sv), TXT(c->name_en),
			TXT(c->guidance_fi), TXT(c->guidance_sv), TXT(c->guidance_en)),
		id);
}

struct error store_criterion_update(struct db *db, const struct criterion *c)
{
	return db_run(db, Q_CRITERION_UPDATE,
		ARGS(I64(c->weight), I64(c->low), I64(c->high), I64(c->step), TXT(c->name_fi),
			TXT(c->name_sv), TXT(c->name_en), TXT(c->guidance_fi), TXT(c->guidance_sv),
			TXT(c->guidance_en), I64(c->id)));
}

struct error store_criterion_find(struct db *db, int64_t round_id, const char *key, int64_t *id)
{
	return db_number(db, Q_CRITERION_FIND, ARGS(I64(round_id), TXT(key)), id);
}

struct error store_criterion_delete(struct db *db, int64_t id)
{
	return db_run(db, Q_CRITERION_DELETE, ARGS(I64(id)));
}

static const struct row_field criterion_fields[] = {
	{ FIELD_INT, offsetof(struct criterion, id) },
	{ FIELD_TEXT, offsetof(struct criterion, key) },
	{ FIELD_INT, offsetof(struct criterion, position) },
	{ FIELD_INT, offsetof(struct criterion, weight) },
	{ FIELD_INT, offsetof(struct criterion, low) },
	{ FIELD_INT, offsetof(struct criterion, high) },
	{ FIELD_INT, offsetof(struct criterion, step) },
	{ FIELD_TEXT, offsetof(struct criterion, name_fi) },
	{ FIELD_TEXT, offsetof(struct criterion, name_sv) },
	{ FIELD_TEXT, offsetof(struct criterion, name_en) },
	{ FIELD_TEXT, offsetof(struct criterion, guidance_fi) },
	{ FIELD_TEXT, offsetof(struct criterion, guidance_sv) },
	{ FIELD_TEXT, offsetof(struct criterion, guidance_en) },
};
static const struct shape criterion_shape = { sizeof(struct criterion), criterion_fields,
	LEN(criterion_fields) };

struct error store_criteria(
	struct db *db, struct arena *arena, int64_t round_id, struct criteria *criteria)
{
	enum query list = db_is_fenced(db) ? Q_JUROR_CRITERIA : Q_CRITERION_LIST;

	return db_rows(db, list, ARGS(I64(round_id)), &criterion_shape, arena, &criteria->rows,
		&criteria->n);
}

struct error store_bands_set(
	struct db *db, int64_t criterion_id, const struct band *bands, size_t n)
{
	TRY(db_run(db, Q_BAND_CLEAR, ARGS(I64(criterion_id))));
	for (size_t i = 0; i < n; i++)
		TRY(db_run(db, Q_BAND_ADD,
			ARGS(I64(criterion_id), I64(bands[i].low), TXT(bands[i].text_fi),
				TXT(bands[i].text_sv), TXT(bands[i].text_en))));
	return ok();
}

static const struct row_field band_fields[] = {
	{ FIELD_INT, offsetof(struct band, low) },
	{ FIELD_TEXT, offsetof(struct band, text_fi) },
	{ FIELD_TEXT, offsetof(struct band, text_sv) },
	{ FIELD_TEXT, offsetof(struct band, text_en) },
};
static const struct shape band_shape = { sizeof(struct band), band_fields, LEN(band_fields) };

struct error store_bands(
	struct db *db, struct arena *arena, int64_t criterion_id, struct bands *bands)
{
	enum query list = db_is_fenced(db) ? Q_JUROR_BANDS : Q_BAND_LIST;

	return db_rows(
		db, list, ARGS(I64(criterion_id)), &band_shape, arena, &bands->rows, &bands->n);
}

struct error store_member_add(struct db *db, int64_t round_id, int64_t account_id, bool chair,
	bool substitute, int64_t *id)
{
	return db_insert(db, Q_MEMBER_ADD,
		ARGS(I64(round_id), I64(account_id), I64(chair), I64(substitute)), id);
}

struct error store_member_set(struct db *db, int64_t id, bool chair, bool substitute)
{
	return db_run(db, Q_MEMBER_SET, ARGS(I64(chair), I64(substitute), I64(id)));
}

struct error store_member_clear_chair(struct db *db, int64_t round_id)
{
	return db_run(db, Q_MEMBER_CLEAR_CHAIR, ARGS(I64(round_id)));
}

struct error store_member_set_state(
	struct db *db, int64_t id, const char *state, const char *reason, int64_t replaced_by)
{
	return db_run(db, Q_MEMBER_SET_STATE,
		ARGS(TXT(state), TXT(reason), value_ref(replaced_by), I64(id)));
}

struct error store_member_delete(struct db *db, int64_t id)
{
	return db_run(db, Q_MEMBER_DELETE, ARGS(I64(id)));
}

struct error store_member_find(struct db *db, int64_t round_id, int64_t account_id, int64_t *id)
{
	return db_number(db, Q_MEMBER_FIND, ARGS(I64(round_id), I64(account_id)), id);
}

static const struct row_field member_fields[] = {
	{ FIELD_INT, offsetof(struct member, id) },
	{ FIELD_INT, offsetof(struct member, round_id) },
	{ FIELD_INT, offsetof(struct member, account_id) },
	{ FIELD_TEXT, offsetof(struct member, login) },
	{ FIELD_TEXT, offsetof(struct member, name) },
	{ FIELD_BOOL, offsetof(struct member, chair) },
	{ FIELD_BOOL, offsetof(struct member, substitute) },
	{ FIELD_TEXT, offsetof(struct member, state) },
	{ FIELD_TEXT, offsetof(struct member, reason) },
	{ FIELD_INT, offsetof(struct member, replaced_by) },
	{ FIELD_INT, offsetof(struct member, declared) },
	{ FIELD_INT, offsetof(struct member, conflicts) },
	{ FIELD_INT, offsetof(struct member, assigned) },
	{ FIELD_INT, offsetof(struct member, submitted) },
	{ FIELD_INT, offsetof(struct member, drafts) },
	{ FIELD_INT, offsetof(struct member, unconfirmed) },
	{ FIELD_TEXT, offsetof(struct member, email) },
	{ FIELD_TEXT, offsetof(struct member, phone) },
};
static const struct shape member_shape = { sizeof(struct member), member_fields,
	LEN(member_fields) };

struct error store_members(
	struct db *db, struct arena *arena, int64_t round_id, struct members *members)
{
	return db_rows(db, Q_MEMBER_LIST, ARGS(I64(round_id)), &member_shape, arena, &members->rows,
		&members->n);
}

static const struct row_field member_name_fields[] = {
	{ FIELD_INT, offsetof(struct member, id) },
	{ FIELD_TEXT, offsetof(struct member, login) },
	{ FIELD_TEXT, offsetof(struct member, name) },
};
static const struct shape member_name_shape = { sizeof(struct member), member_name_fields,
	LEN(member_name_fields) };

struct error store_member_names(
	struct db *db, struct arena *arena, int64_t round_id, struct members *members)
{
	return db_rows(db, Q_MEMBER_NAMES, ARGS(I64(round_id)), &member_name_shape, arena,
		&members->rows, &members->n);
}

struct error store_round_candidates(
	struct db *db, const char *kind, int64_t challenge_id, struct id_list *ids)
{
	return db_ids(db, Q_ROUND_CANDIDATES, ARGS(TXT(kind), value_ref(challenge_id)), ids);
}

struct error store_item_add(struct db *db, const struct item *item, int64_t *id)
{
	return db_insert(db, Q_ITEM_ADD,
		ARGS(I64(item->round_id), I64(item->submission_id), TXT(item->code),
			I64(item->position), TXT(item->applicant_fi), TXT(item->applicant_sv),
			TXT(item->title), TXT(item->body), TXT(item->lang)),
		id);
}

struct error store_item_ids(struct db *db, int64_t round_id, struct id_list *ids)
{
	return db_ids(db, Q_ITEM_IDS, ARGS(I64(round_id)), ids);
}

struct error store_released_item_ids(struct db *db, int64_t round_id, struct id_list *ids)
{
	return db_ids(db, Q_RELEASED_ITEM_IDS, ARGS(I64(round_id)), ids);
}

struct error store_ranked_item_ids(struct db *db, int64_t round_id, struct id_list *ids)
{
	return db_ids(db, Q_RANKED_ITEM_IDS, ARGS(I64(round_id)), ids);
}

static const struct row_field item_fields[] = {
	{ FIELD_INT, offsetof(struct item, id) },
	{ FIELD_INT, offsetof(struct item, round_id) },
	{ FIELD_INT, offsetof(struct item, submission_id) },
	{ FIELD_TEXT, offsetof(struct item, code) },
	{ FIELD_INT, offsetof(struct item, position) },
	{ FIELD_TEXT, offsetof(struct item, applicant_fi) },
	{ FIELD_TEXT, offsetof(struct item, applicant_sv) },
	{ FIELD_TEXT, offsetof(struct item, title) },
	{ FIELD_TEXT, offsetof(struct item, body) },
	{ FIELD_TEXT, offsetof(struct item, lang) },
	{ FIELD_INT, offsetof(struct item, assigned) },
	{ FIELD_INT, offsetof(struct item, submitted) },
};
static const struct shape item_shape = { sizeof(struct item), item_fields, LEN(item_fields) };

struct error store_item_get(struct db *db, struct arena *arena, int64_t id, struct item *item)
{
	return db_row(db, Q_ITEM_GET, ARGS(I64(id)), &item_shape, arena, item);
}

struct error store_item_find(struct db *db, int64_t round_id, const char *code, int64_t *id)
{
	return db_number(db, Q_ITEM_FIND, ARGS(I64(round_id), TXT(code)), id);
}

struct error store_assignment_add(
	struct db *db, int64_t item_id, int64_t member_id, int64_t position)
{
	return db_run(db, Q_ASSIGNMENT_ADD, ARGS(I64(item_id), I64(member_id), I64(position)));
}

struct error store_assignments_delete(struct db *db, int64_t round_id)
{
	return db_run(db, Q_ASSIGNMENTS_DELETE, ARGS(I64(round_id)));
}

struct error store_assignment_find(struct db *db, int64_t item_id, int64_t member_id, int64_t *id)
{
	return db_number(db, Q_ASSIGNMENT_FIND, ARGS(I64(item_id), I64(member_id)), id);
}

struct error store_round_review_count(struct db *db, int64_t round_id, int64_t *n)
{
	return db_number(db, Q_ROUND_REVIEW_COUNT, ARGS(I64(round_id)), n);
}

static const struct row_field progress_fields[] = {
	{ FIELD_INT, offsetof(struct progress, all) },
	{ FIELD_INT, offsetof(struct progress, submitted) },
	{ FIELD_INT, offsetof(struct progress, drafts) },
	{ FIELD_INT, offsetof(struct progress, undeclared) },
};
static const struct shape progress_shape = { sizeof(struct progress), progress_fields,
	LEN(progress_fields) };

struct error store_round_progress(
	struct db *db, struct arena *arena, int64_t round_id, struct progress *progress)
{
	return db_row(db, Q_ROUND_PROGRESS, ARGS(I64(round_id)), &progress_shape, arena, progress);
}

struct error store_submission_reviews(
	struct db *db, struct arena *arena, int64_t submission_id, struct progress *progress)
{
	static const struct row_field two[] = {
		{ FIELD_INT, offsetof(struct progress, all) },
		{ FIELD_INT, offsetof(struct progress, submitted) },
	};
	static const struct shape shape = { sizeof(struct progress), two, LEN(two) };

	return db_row(db, Q_SUBMISSION_REVIEWS, ARGS(I64(submission_id)), &shape, arena, progress);
}
