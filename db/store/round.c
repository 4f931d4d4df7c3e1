/* SPDX-License-Identifier: MIT */
#include "db/store/round.h"

#include "db/fence.h"

static const struct field panel_member_fields[] = {
	{ NOWHERE("round_id"), .name = "round", .word = NC_("field", "Round"), .meaning = MEANS_REF,
		.of = "round", .in = IN_TOLD },
	{ NOWHERE("account_id"), .name = "juror", .word = NC_("field", "Juror"),
		.meaning = MEANS_REF, .of = "account", .in = IN_TOLD },
	{ NOWHERE("chair"), .name = "chair", .word = NC_("field", "Chair"), .meaning = MEANS_FLAG,
		.in = IN_TOLD },
	{ NOWHERE("substitute"), .name = "substitute", .word = NC_("field", "Substitute"),
		.meaning = MEANS_FLAG, .in = IN_TOLD },
	{ NOWHERE("state"), .name = "state", .word = NC_("field", "State"), .meaning = MEANS_CODE,
		.words = WORDS_MEMBER_STATE, .in = IN_TOLD },
	{ NOWHERE("replaced_by"), .name = "replaced_by", .word = NC_("field", "Replaced by"),
		.meaning = MEANS_REF, .of = "panel_member", .in = IN_TOLD },
	{ NOWHERE("reason"), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
};
extern const struct record record_of_panel_member;
const struct record record_of_panel_member = RECORD_WITHOUT(panel_member, "panel_member");

/* -1 is no range. */
static struct value range(const char *name, int64_t bound)
{
	return value_int(name, bound, bound < 0);
}

struct error store_round_add(struct db *db, const struct round *r, int64_t *id)
{
	return db_put(db, Q_ROUND_ADD, r,
		ARGS(range("select_min", r->select_min), range("select_max", r->select_max)), id);
}

struct error store_round_update(struct db *db, const struct round *r)
{
	TRY(db_put(db, Q_ROUND_UPDATE, r,
		ARGS(range("select_min", r->select_min), range("select_max", r->select_max)),
		NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

static const struct field round_fields[] = {
	{ COLUMN(struct round, id) },
	{ COLUMN(struct round, key), .name = "key", .word = NC_("field", "Key"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct round, kind), .name = "kind", .word = NC_("field", "Kind"),
		.meaning = MEANS_CODE, .words = WORDS_FIELD, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct round, challenge_id), .name = "challenge",
		.word = NC_("field", "Challenge"), .meaning = MEANS_REF, .of = "challenge",
		.in = IN_TOLD },
	{ COLUMN(struct round, blind), .name = "blind", .word = NC_("field", "Blind round"),
		.meaning = MEANS_FLAG, .in = IN_TOLD },
	{ COLUMN(struct round, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_ROUND_STATE, .in = IN_TOLD },
	{ COLUMN(struct round, method), .name = "method", .word = NC_("field", "Ranking method"),
		.meaning = MEANS_CODE, .words = WORDS_METHOD,
		.in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct round, ties), .name = "ties", .word = NC_("field", "Tie rule"),
		.meaning = MEANS_LINE, .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct round, min_reviews), .name = "min_reviews",
		.word = NC_("field", "Least number of reviews"), .meaning = MEANS_NUMBER,
		.in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN_OR_NONE(struct round, per_submission), .name = "per_submission",
		.word = NC_("field", "Reviews of each"), .meaning = MEANS_NUMBER,
		.in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct round, quorum), .name = "quorum", .word = NC_("field", "Quorum"),
		.meaning = MEANS_NUMBER, .in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	/* Given as one range, "4-6". */
	{ COLUMN(struct round, select_min), .name = "select_min", .code = "select",
		.word = NC_("field", "Planned selections"), .meaning = MEANS_NUMBER,
		.in = IN_TOLD },
	{ COLUMN(struct round, select_max), .name = "select_max", .code = "select",
		.word = NC_("field", "Planned selections"), .meaning = MEANS_NUMBER,
		.in = IN_TOLD },
	{ COLUMN(struct round, conflict_scope), .name = "conflict_scope",
		.word = NC_("field", "A conflict"), .meaning = MEANS_CODE, .words = WORDS_SCOPE,
		.in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct round, opened), .name = "opened", .code = "opens",
		.word = NC_("field", "Opens"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct round, closes), .name = "closes", .word = NC_("field", "Closes"),
		.meaning = MEANS_TIME, .until = true, .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct round, closed), .name = "closed", .word = NC_("field", "Closed"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct round, ranking_shown) },
	{ COLUMN(struct round, rules_version) },
	{ COLUMN(struct round, locked) },
	{ COLUMN(struct round, notice) },
	{ COLUMN(struct round, rules_hash), .name = "rules_hash",
		.word = NC_("field", "The rules' hash"), .meaning = MEANS_LINE },
	{ COLUMN(struct round, v) },
};
const struct record record_of_round = RECORD_OF(round, "round");

struct error store_round_get(struct db *db, struct arena *arena, int64_t id, struct round *round)
{
	return db_row(db, Q_ROUND_GET, ARGS(I64("id", id)), arena, round);
}

struct error store_round_find(struct db *db, const char *key, int64_t *id)
{
	return db_number(db, Q_ROUND_FIND, ARGS(TXT("key", key)), id);
}

struct error store_round_ids(struct db *db, const char *kind, struct id_list *ids)
{
	return db_ids(db, Q_ROUND_IDS, ARGS(TXT("kind", kind)), ids);
}

static const struct field round_summary_fields[] = {
	{ COLUMN(struct round_summary, id) },
	{ COLUMN(struct round_summary, key) },
	{ COLUMN(struct round_summary, kind) },
	{ COLUMN(struct round_summary, challenge_id) },
	{ COLUMN(struct round_summary, challenge_code) },
	{ COLUMN(struct round_summary, state) },
	{ COLUMN(struct round_summary, closes) },
	{ COLUMN(struct round_summary, decisions) },
	{ COLUMN(struct round_summary, drafts) },
};
const struct record record_of_round_summary = RECORD(round_summary);

struct error store_round_summaries(
	struct db *db, struct arena *arena, struct round_summaries *rounds)
{
	return db_rows(db, Q_ROUND_SUMMARIES, NO_ARGS, arena, &rounds->rows, &rounds->n);
}

struct error store_round_set_open(struct db *db, int64_t id, int64_t now)
{
	return db_run(db, Q_ROUND_SET_OPEN, ARGS(I64("now", now), I64("id", id)));
}

struct error store_round_set_closed(struct db *db, int64_t id, int64_t now)
{
	return db_run(db, Q_ROUND_SET_CLOSED, ARGS(I64("now", now), I64("id", id)));
}

struct error store_round_set_shown(struct db *db, int64_t id)
{
	return db_run(db, Q_ROUND_SET_SHOWN, ARGS(I64("id", id)));
}

struct error store_round_bump(struct db *db, int64_t id)
{
	return db_run(db, Q_ROUND_BUMP, ARGS(I64("id", id)));
}

struct error store_round_act_add(
	struct db *db, int64_t round_id, const char *act, int64_t at, const char *reason)
{
	return db_run(db, Q_ROUND_ACT_ADD,
		ARGS(I64("round_id", round_id), TXT("act", act), I64("at", at),
			TXT("reason", reason)));
}

static const struct field round_act_fields[] = {
	{ COLUMN(struct round_act, act) },
	{ COLUMN(struct round_act, at) },
	{ COLUMN(struct round_act, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ NOWHERE("round_id"), .name = "round", .word = NC_("field", "Round"), .meaning = MEANS_REF,
		.of = "round", .in = IN_TOLD },
};
const struct record record_of_round_act = RECORD_OF(round_act, "round_act");

struct error store_round_acts(
	struct db *db, struct arena *arena, int64_t round_id, struct round_acts *acts)
{
	return db_rows(
		db, Q_ROUND_ACTS, ARGS(I64("round_id", round_id)), arena, &acts->rows, &acts->n);
}

struct error store_rules_version_add(
	struct db *db, int64_t round_id, const struct rules_version *version)
{
	return db_put(db, Q_RULES_VERSION_ADD, version, ARGS(I64("round_id", round_id)), NULL);
}

static const struct field rules_version_fields[] = {
	{ COLUMN(struct rules_version, number), .name = "version", .word = NC_("field", "Version"),
		.meaning = MEANS_NUMBER, .in = IN_TOLD },
	{ COLUMN(struct rules_version, locked), .name = "locked", .word = NC_("field", "Locked"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct rules_version, notice), .name = "notice", .word = NC_("field", "Notice"),
		.meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct rules_version, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES },
	{ COLUMN(struct rules_version, text), .name = "text", .word = NC_("field", "Text"),
		.meaning = MEANS_LINES, .in = IN_TOLD },
	{ COLUMN(struct rules_version, hash), .name = "rules_hash",
		.word = NC_("field", "The rules' hash"), .meaning = MEANS_LINE, .in = IN_TOLD },
	{ NOWHERE("round_id"), .name = "round", .word = NC_("field", "Round"), .meaning = MEANS_REF,
		.of = "round", .in = IN_TOLD },
};
const struct record record_of_rules_version = RECORD_OF(rules_version, "rules_version");

struct error store_rules_versions(
	struct db *db, struct arena *arena, int64_t round_id, struct rules_versions *versions)
{
	return db_rows(db, Q_RULES_VERSIONS, ARGS(I64("round_id", round_id)), arena,
		&versions->rows, &versions->n);
}

struct error store_criterion_add(
	struct db *db, int64_t round_id, const struct criterion *c, int64_t *id)
{
	return db_put(db, Q_CRITERION_ADD, c, ARGS(I64("round_id", round_id)), id);
}

struct error store_criterion_update(struct db *db, const struct criterion *c)
{
	return db_put(db, Q_CRITERION_UPDATE, c, NO_ARGS, NULL);
}

struct error store_criterion_find(struct db *db, int64_t round_id, const char *key, int64_t *id)
{
	return db_number(
		db, Q_CRITERION_FIND, ARGS(I64("round_id", round_id), TXT("key", key)), id);
}

struct error store_criterion_delete(struct db *db, int64_t id)
{
	return db_run(db, Q_CRITERION_DELETE, ARGS(I64("id", id)));
}

static const struct field criterion_fields[] = {
	{ COLUMN(struct criterion, id) },
	{ COLUMN(struct criterion, key), .name = "key", .word = NC_("field", "Key"),
		.meaning = MEANS_LINE, .max = KEY_MAX, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct criterion, position) },
	{ COLUMN(struct criterion, weight), .name = "weight", .word = NC_("field", "Weight"),
		.meaning = MEANS_THOUSANDTHS, .in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	/* Given as one scale, "0:10:1". */
	{ COLUMN(struct criterion, low), .name = "min", .code = "low",
		.word = NC_("field", "Least"), .meaning = MEANS_THOUSANDTHS, .in = IN_TOLD },
	{ COLUMN(struct criterion, high), .name = "max", .code = "high",
		.word = NC_("field", "Most"), .meaning = MEANS_THOUSANDTHS, .in = IN_TOLD },
	{ COLUMN(struct criterion, step), .name = "step", .word = NC_("field", "Step"),
		.meaning = MEANS_THOUSANDTHS, .in = IN_TOLD },
	{ COLUMN(struct criterion, name_fi), .name = "name_fi", .lang = "fi",
		.word = NC_("field", "Name in Finnish"), .brief = NC_("column", "In Finnish"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct criterion, name_sv), .name = "name_sv", .lang = "sv",
		.word = NC_("field", "Name in Swedish"), .brief = NC_("column", "In Swedish"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct criterion, name_en), .name = "name_en", .lang = "en",
		.word = NC_("field", "Name in English"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct criterion, guidance_fi), .name = "guidance_fi", .code = "guidance",
		.lang = "fi", .word = NC_("field", "Guidance"), .meaning = MEANS_LINES,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct criterion, guidance_sv), .name = "guidance_sv", .code = "guidance",
		.lang = "sv", .word = NC_("field", "Guidance"), .meaning = MEANS_LINES,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct criterion, guidance_en), .name = "guidance_en", .code = "guidance",
		.lang = "en", .word = NC_("field", "Guidance"), .meaning = MEANS_LINES,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ NOWHERE("round_id"), .name = "round", .word = NC_("field", "Round"), .meaning = MEANS_REF,
		.of = "round", .in = IN_TOLD },
};
const struct record record_of_criterion = RECORD_OF(criterion, "criterion");

struct error store_criteria(
	struct db *db, struct arena *arena, int64_t round_id, struct criteria *criteria)
{
	enum query list = db_is_fenced(db) ? Q_JUROR_CRITERIA : Q_CRITERION_LIST;

	return db_rows(
		db, list, ARGS(I64("round_id", round_id)), arena, &criteria->rows, &criteria->n);
}

struct error store_bands_set(
	struct db *db, int64_t criterion_id, const struct band *bands, size_t n)
{
	TRY(db_run(db, Q_BAND_CLEAR, ARGS(I64("criterion_id", criterion_id))));
	for (size_t i = 0; i < n; i++)
		TRY(db_run(db, Q_BAND_ADD,
			ARGS(I64("criterion_id", criterion_id), I64("low", bands[i].low),
				TXT("text_fi", bands[i].text_fi), TXT("text_sv", bands[i].text_sv),
				TXT("text_en", bands[i].text_en))));
	return ok();
}

static const struct field band_fields[] = {
	{ COLUMN(struct band, low), .name = "low", .word = NC_("field", "Least"),
		.meaning = MEANS_THOUSANDTHS, .in = IN_TOLD },
	{ COLUMN(struct band, text_fi), .name = "text_fi", .code = "bands", .lang = "fi",
		.word = NC_("field", "Bands in words"), .meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct band, text_sv), .name = "text_sv", .code = "bands", .lang = "sv",
		.word = NC_("field", "Bands in words"), .meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct band, text_en), .name = "text_en", .code = "bands", .lang = "en",
		.word = NC_("field", "Bands in words"), .meaning = MEANS_LINE, .in = IN_TOLD },
	{ NOWHERE("criterion_id"), .name = "criterion", .word = NC_("field", "Criterion"),
		.meaning = MEANS_REF, .of = "criterion", .in = IN_TOLD },
};
const struct record record_of_band = RECORD_OF(band, "band");

struct error store_bands(
	struct db *db, struct arena *arena, int64_t criterion_id, struct bands *bands)
{
	enum query list = db_is_fenced(db) ? Q_JUROR_BANDS : Q_BAND_LIST;

	return db_rows(
		db, list, ARGS(I64("criterion_id", criterion_id)), arena, &bands->rows, &bands->n);
}

struct error store_member_add(struct db *db, int64_t round_id, int64_t account_id, bool chair,
	bool substitute, int64_t *id)
{
	return db_insert(db, Q_MEMBER_ADD,
		ARGS(I64("round_id", round_id), I64("account_id", account_id), I64("chair", chair),
			I64("substitute", substitute)),
		id);
}

struct error store_member_set(struct db *db, int64_t id, bool chair, bool substitute)
{
	return db_run(db, Q_MEMBER_SET,
		ARGS(I64("chair", chair), I64("substitute", substitute), I64("id", id)));
}

struct error store_member_clear_chair(struct db *db, int64_t round_id)
{
	return db_run(db, Q_MEMBER_CLEAR_CHAIR, ARGS(I64("round_id", round_id)));
}

struct error store_member_set_state(
	struct db *db, int64_t id, const char *state, const char *reason, int64_t replaced_by)
{
	return db_run(db, Q_MEMBER_SET_STATE,
		ARGS(TXT("state", state), TXT("reason", reason), REF("replaced_by", replaced_by),
			I64("id", id)));
}

struct error store_member_delete(struct db *db, int64_t id)
{
	return db_run(db, Q_MEMBER_DELETE, ARGS(I64("id", id)));
}

struct error store_member_find(struct db *db, int64_t round_id, int64_t account_id, int64_t *id)
{
	return db_number(db, Q_MEMBER_FIND,
		ARGS(I64("round_id", round_id), I64("account_id", account_id)), id);
}

static const struct field member_fields[] = {
	{ COLUMN(struct member, id) },
	{ COLUMN(struct member, round_id) },
	{ COLUMN(struct member, account_id) },
	{ COLUMN(struct member, login), .name = "juror", .word = NC_("field", "Juror"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct member, name), .name = "name", .word = NC_("field", "Name"),
		.brief = NC_("column", "Juror"), .meaning = MEANS_LINE },
	{ COLUMN(struct member, chair), .name = "chair", .word = NC_("field", "Chair"),
		.meaning = MEANS_FLAG },
	{ COLUMN(struct member, substitute), .name = "substitute",
		.word = NC_("field", "Substitute"), .meaning = MEANS_FLAG },
	{ COLUMN(struct member, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_MEMBER_STATE },
	{ COLUMN(struct member, reason) },
	{ COLUMN(struct member, replaced_by) },
	{ COLUMN(struct member, declared) },
	{ COLUMN(struct member, conflicts), .name = "conflicts", .word = NC_("field", "Conflicts"),
		.brief = NC_("column", "Conflicts"), .meaning = MEANS_NUMBER },
	{ COLUMN(struct member, assigned), .name = "assigned", .word = NC_("field", "Assigned"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct member, submitted) },
	{ COLUMN(struct member, drafts), .name = "begun", .word = NC_("field", "Drafts"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct member, unconfirmed), .name = "unconfirmed",
		.word = NC_("field", "Unconfirmed"), .meaning = MEANS_NUMBER },
	{ COLUMN(struct member, email), .name = "email", .word = NC_("field", "E-mail address"),
		.brief = NC_("column", "E-mail"), .meaning = MEANS_EMAIL,
		.seen_by = SEEN_BY_CONTACT },
	{ COLUMN(struct member, phone), .name = "phone", .word = NC_("field", "Telephone"),
		.meaning = MEANS_LINE, .seen_by = SEEN_BY_CONTACT },
};
const struct record record_of_member = RECORD(member);

struct error store_members(
	struct db *db, struct arena *arena, int64_t round_id, struct members *members)
{
	return db_rows(db, Q_MEMBER_LIST, ARGS(I64("round_id", round_id)), arena, &members->rows,
		&members->n);
}

struct error store_member_names(
	struct db *db, struct arena *arena, int64_t round_id, struct members *members)
{
	return db_rows(db, Q_MEMBER_NAMES, ARGS(I64("round_id", round_id)), arena, &members->rows,
		&members->n);
}

struct error store_round_candidates(
	struct db *db, const char *kind, int64_t challenge_id, struct id_list *ids)
{
	return db_ids(db, Q_ROUND_CANDIDATES,
		ARGS(TXT("kind", kind), REF("challenge_id", challenge_id)), ids);
}

struct error store_item_add(struct db *db, const struct item *item, int64_t *id)
{
	return db_put(db, Q_ITEM_ADD, item, NO_ARGS, id);
}

struct error store_item_ids(struct db *db, int64_t round_id, struct id_list *ids)
{
	return db_ids(db, Q_ITEM_IDS, ARGS(I64("round_id", round_id)), ids);
}

struct error store_released_item_ids(struct db *db, int64_t round_id, struct id_list *ids)
{
	return db_ids(db, Q_RELEASED_ITEM_IDS, ARGS(I64("round_id", round_id)), ids);
}

struct error store_ranked_item_ids(struct db *db, int64_t round_id, struct id_list *ids)
{
	return db_ids(db, Q_RANKED_ITEM_IDS, ARGS(I64("round_id", round_id)), ids);
}

static const struct field item_fields[] = {
	{ COLUMN(struct item, id) },
	{ COLUMN(struct item, round_id) },
	{ COLUMN(struct item, submission_id) },
	{ COLUMN(struct item, code) },
	{ COLUMN(struct item, position) },
	{ COLUMN(struct item, applicant_fi) },
	{ COLUMN(struct item, applicant_sv) },
	{ COLUMN(struct item, title) },
	{ COLUMN(struct item, body) },
	{ COLUMN(struct item, lang) },
	{ COLUMN(struct item, assigned) },
	{ COLUMN(struct item, submitted) },
};
const struct record record_of_item = RECORD(item);

struct error store_item_get(struct db *db, struct arena *arena, int64_t id, struct item *item)
{
	return db_row(db, Q_ITEM_GET, ARGS(I64("id", id)), arena, item);
}

struct error store_item_find(struct db *db, int64_t round_id, const char *code, int64_t *id)
{
	return db_number(db, Q_ITEM_FIND, ARGS(I64("round_id", round_id), TXT("code", code)), id);
}

struct error store_assignment_add(
	struct db *db, int64_t item_id, int64_t member_id, int64_t position)
{
	return db_run(db, Q_ASSIGNMENT_ADD,
		ARGS(I64("round_item_id", item_id), I64("panel_member_id", member_id),
			I64("position", position)));
}

struct error store_assignments_delete(struct db *db, int64_t round_id)
{
	return db_run(db, Q_ASSIGNMENTS_DELETE, ARGS(I64("round_id", round_id)));
}

struct error store_assignment_find(struct db *db, int64_t item_id, int64_t member_id, int64_t *id)
{
	return db_number(db, Q_ASSIGNMENT_FIND,
		ARGS(I64("round_item_id", item_id), I64("panel_member_id", member_id)), id);
}

struct error store_round_review_count(struct db *db, int64_t round_id, int64_t *n)
{
	return db_number(db, Q_ROUND_REVIEW_COUNT, ARGS(I64("round_id", round_id)), n);
}

static const struct field progress_fields[] = {
	{ COLUMN(struct progress, all) },
	{ COLUMN(struct progress, submitted) },
	{ COLUMN(struct progress, drafts) },
	{ COLUMN(struct progress, undeclared) },
};
const struct record record_of_progress = RECORD(progress);

struct error store_round_progress(
	struct db *db, struct arena *arena, int64_t round_id, struct progress *progress)
{
	return db_row(db, Q_ROUND_PROGRESS, ARGS(I64("round_id", round_id)), arena, progress);
}

struct error store_submission_reviews(
	struct db *db, struct arena *arena, int64_t submission_id, struct progress *progress)
{
	return db_row(db, Q_SUBMISSION_REVIEWS, ARGS(I64("submission_id", submission_id)), arena,
		progress);
}
