/* SPDX-License-Identifier: MIT */
#include "db/store/submission.h"

#include "db/base/sortkey.h"

static const struct field co_applicant_fields[] = {
	{ NOWHERE("submission_id"), .name = "submission", .word = NC_("field", "Submission"),
		.meaning = MEANS_REF, .of = "submission", .in = IN_TOLD },
	{ NOWHERE("municipality_id"), .name = "municipality", .word = NC_("field", "Municipality"),
		.meaning = MEANS_REF, .of = "municipality", .in = IN_TOLD },
	{ NOWHERE("organization_id"), .name = "organization", .word = NC_("field", "Organization"),
		.meaning = MEANS_REF, .of = "organization", .in = IN_TOLD },
};
extern const struct record record_of_co_applicant;
const struct record record_of_co_applicant = RECORD_WITHOUT(co_applicant, "co_applicant");

struct error store_submission_add(struct db *db, const struct submission *s, int64_t *id)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, s->title);
	struct error e =
		db_put(db, Q_SUBMISSION_ADD, s, ARGS(BLOB("title_key", key.bytes, key.n)), id);

	arena_clear(&arena);
	return e;
}

struct error store_submission_update(struct db *db, const struct submission *s)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, s->title);
	struct error e =
		db_put(db, Q_SUBMISSION_UPDATE, s, ARGS(BLOB("title_key", key.bytes, key.n)), NULL);

	arena_clear(&arena);
	TRY(e);
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_submission_set_state(struct db *db, int64_t id, const char *state)
{
	return db_run(db, Q_SUBMISSION_SET_STATE, ARGS(TXT("state", state), I64("id", id)));
}

struct error store_submission_delete(struct db *db, int64_t id)
{
	return db_run(db, Q_SUBMISSION_DELETE, ARGS(I64("id", id)));
}

/* Whom to ask about it is told only where it is asked for; its text lies on the jury's side of a
 * blind round, and whose it is on the office's. */
static const struct field submission_fields[] = {
	{ COLUMN(struct submission, id) },
	{ COLUMN(struct submission, kind) },
	{ COLUMN(struct submission, number) },
	{ COLUMN(struct submission, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN_OR_NONE(struct submission, municipality_id), .name = "municipality",
		.word = NC_("field", "Municipality"), .in = IN_TOLD, .meaning = MEANS_REF,
		.of = "municipality", .seen_by = SEEN_BY_SENDER },
	{ COLUMN_OR_NONE(struct submission, organization_id), .name = "organization",
		.word = NC_("field", "Organization"), .in = IN_TOLD, .meaning = MEANS_REF,
		.of = "organization", .seen_by = SEEN_BY_SENDER },
	{ COLUMN_OR_NONE(struct submission, team_id), .name = "team", .word = NC_("field", "Team"),
		.in = IN_TOLD, .meaning = MEANS_REF, .of = "team", .seen_by = SEEN_BY_SENDER },
	{ COLUMN_OR_NONE(struct submission, challenge_id), .name = "challenge",
		.word = NC_("field", "Challenge"), .in = IN_TOLD, .meaning = MEANS_REF,
		.of = "challenge" },
	{ COLUMN_OR_NONE(struct submission, theme_id), .meaning = MEANS_REF, .of = "theme" },
	{ COLUMN(struct submission, title), .name = "title", .word = NC_("field", "Title"),
		.meaning = MEANS_LINE, .max = TITLE_MAX, .headings = "otsikko|rubrik|title",
		.also = { .problem =
				  "ongelman otsikko|ongelma|problemets rubrik|problem|problem title",
			.application =
				"hakemuksen otsikko|ratkaisun nimi|ratkaisun otsikko|ansökans rubrik|"
				"lösningens namn|application title",
			.solution =
				"ratkaisun otsikko|ratkaisun nimi|lösningens rubrik|lösningens namn|"
				"solution title" },
		.in = IN_ADD | IN_EDIT | IN_IMPORT | IN_TOLD | IN_REQUIRED,
		.seen_by = SEEN_BY_JURY },
	{ COLUMN(struct submission, body), .name = "description",
		.word = NC_("field", "Description"), .meaning = MEANS_LINES, .max = BODY_MAX,
		.headings = "kuvaus|beskrivning|description",
		.also = { .problem = "ongelman kuvaus|problemets beskrivning",
			.application =
				"hakemus|hakemuksen teksti|ratkaisuidea|ratkaisun kuvaus|ansökan|"
				"ansökans text|lösningsidé|application",
			.solution =
				"ratkaisu|ratkaisuehdotus|ratkaisun kuvaus|lösning|lösningsförslag|"
				"lösningens beskrivning|solution" },
		.in = IN_ADD | IN_EDIT | IN_IMPORT | IN_TOLD, .seen_by = SEEN_BY_JURY },
	{ COLUMN(struct submission, theme_text), .name = "theme", .word = NC_("field", "Theme"),
		.meaning = MEANS_LINE, .also = { .problem = "teema|tema|theme|aihe|ämne" },
		.in = IN_IMPORT | IN_TOLD, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct submission, contact_name), .name = "contact",
		.word = NC_("field", "Contact person"), .meaning = MEANS_LINE,
		.headings = "yhteyshenkilö|kontaktperson|contact|contact person",
		.also = { .problem = "nimi|namn|name" },
		.in = IN_ADD | IN_EDIT | IN_IMPORT | IN_PAGE | IN_LIST | IN_TOLD,
		.seen_by = SEEN_BY_CONTACT },
	{ COLUMN(struct submission, contact_email), .name = "contact_email",
		.word = NC_("field", "Contact's e-mail"), .brief = NC_("column", "E-mail"),
		.meaning = MEANS_EMAIL,
		.headings =
			"sähköposti|sähköpostiosoite|yhteyshenkilön sähköposti|e-post|e-postadress|epost|"
			"kontaktpersonens e-post|email|e-mail|e-mail address|contact e-mail",
		.in = IN_ADD | IN_EDIT | IN_IMPORT | IN_PAGE | IN_LIST | IN_TOLD,
		.seen_by = SEEN_BY_CONTACT },
	{ COLUMN(struct submission, contact_phone), .name = "contact_phone",
		.word = NC_("field", "Contact's telephone"), .brief = NC_("column", "Telephone"),
		.meaning = MEANS_LINE,
		.headings = "puhelin|puhelinnumero|telefon|telefonnummer|tfn|phone|telephone",
		.in = IN_ADD | IN_EDIT | IN_IMPORT | IN_PAGE | IN_LIST | IN_TOLD,
		.seen_by = SEEN_BY_CONTACT },
	{ COLUMN(struct submission, received), .name = "received", .word = NC_("field", "Received"),
		.brief = NC_("column", "Received"), .meaning = MEANS_TIME,
		.headings =
			"lähetetty|aikaleima|saapunut|saapumisaika|vastaanotettu|inlämnad|tidsstämpel|mottagen|"
			"received|submitted|timestamp|completion time|valmistumisaika|slutförandetid",
		.in = IN_ADD | IN_EDIT | IN_IMPORT | IN_TOLD, .seen_by = SEEN_BY_SENDER },
	{ COLUMN(struct submission, received_ambiguous), .name = "received_ambiguous",
		.word = NC_("field", "Arrival in the hour that autumn repeats"),
		.meaning = MEANS_FLAG, .seen_by = SEEN_BY_SENDER },
	{ COLUMN(struct submission, lang), .name = "language", .word = NC_("field", "Language"),
		.meaning = MEANS_CODE, .words = WORDS_LANGUAGE, .headings = "kieli|språk|language",
		.in = IN_ADD | IN_EDIT | IN_IMPORT | IN_PAGE | IN_LIST | IN_TOLD,
		.seen_by = SEEN_BY_JURY },
	{ COLUMN(struct submission, channel), .name = "channel", .word = NC_("field", "Came by"),
		.meaning = MEANS_CODE, .words = WORDS_CHANNEL, .in = IN_ADD | IN_EDIT | IN_TOLD,
		.seen_by = SEEN_BY_SENDER },
	{ COLUMN(struct submission, late), .name = "late", .word = NC_("field", "Late"),
		.meaning = MEANS_FLAG, .in = IN_TOLD, .seen_by = SEEN_BY_SENDER },
	{ COLUMN(struct submission, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_SUBMISSION_STATE, .in = IN_TOLD },
	{ COLUMN(struct submission, case_number), .name = "case_number",
		.word = NC_("field", "Case number"), .meaning = MEANS_LINE,
		.headings = "diaarinumero|diarienummer|case number|dnro|dnr",
		.in = IN_ADD | IN_EDIT | IN_IMPORT | IN_PAGE | IN_LIST | IN_TOLD,
		.seen_by = SEEN_BY_SENDER },
	{ COLUMN(struct submission, version), .name = "version", .word = NC_("field", "Version"),
		.meaning = MEANS_NUMBER, .in = IN_TOLD, .seen_by = SEEN_BY_SENDER },
	{ COLUMN(struct submission, fingerprint), .seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct submission, batch_id), .meaning = MEANS_REF, .of = "import_batch" },
	{ COLUMN_OR_NONE(struct submission, came_batch_id), .meaning = MEANS_REF,
		.of = "import_batch" },
	{ COLUMN_OR_NONE(struct submission, came_row) },
	{ COLUMN(struct submission, came_source), .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct submission, came_digest), .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct submission, v) },
	{ COLUMN(struct submission, coapplicants) },
	{ COLUMN(struct submission, waiting) },
};
const struct record record_of_submission = RECORD_OF(submission, "submission");

struct error store_submission_get(
	struct db *db, struct arena *arena, int64_t id, struct submission *submission)
{
	return db_row(db, Q_SUBMISSION_GET, ARGS(I64("id", id)), arena, submission);
}

struct error store_submission_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_SUBMISSION_FIND, ARGS(TXT("code", code)), id);
}

struct error store_submission_by_fingerprint(
	struct db *db, const char *kind, const char *fingerprint, int64_t *id)
{
	return db_number(db, Q_SUBMISSION_BY_FINGERPRINT,
		ARGS(TXT("kind", kind), TXT("fingerprint", fingerprint)), id);
}

struct sender {
	int64_t municipality_id, organization_id, team_id;
};

static const struct field sender_fields[] = {
	{ COLUMN(struct sender, municipality_id) },
	{ COLUMN(struct sender, organization_id) },
	{ COLUMN(struct sender, team_id) },
};
const struct record record_of_sender = RECORD(sender);

/* The names are sorted and not what was sent: there are some hundreds of them. */
static struct error ids_by_applicant(struct db *db, const char *kind,
	const struct submission_filter *filter, struct value late, const char *name_lang,
	struct id_list *ids)
{
	struct arena arena = { 0 };
	struct sender *senders = NULL;
	size_t n = 0;
	struct error e = db_rows(db, Q_APPLICANTS_BY_NAME,
		ARGS(TXT("name_lang", name_lang), TXT("kind", kind)), &arena, &senders, &n);

	for (size_t i = 0; e.code == E_OK && i < n && !ids->more; i++)
		e = db_ids(db, Q_SUBMISSION_IDS_OF_APPLICANT,
			ARGS(TXT("kind", kind), REF("municipality_id", senders[i].municipality_id),
				REF("organization_id", senders[i].organization_id),
				REF("team_id", senders[i].team_id), TXT("state", filter->state),
				late, REF("theme_id", filter->theme_id), TXT("lang", filter->lang)),
			ids);
	arena_clear(&arena);
	return e;
}

struct error store_submission_ids(struct db *db, const char *kind, enum submission_sort sort,
	const struct submission_filter *filter, const char *name_lang, struct id_list *ids)
{
	static const enum query queries[] = {
		[SUBMISSIONS_BY_NUMBER] = Q_SUBMISSION_IDS_BY_NUMBER,
		[SUBMISSIONS_BY_TITLE] = Q_SUBMISSION_IDS_BY_TITLE,
		[SUBMISSIONS_BY_THEME] = Q_SUBMISSION_IDS_BY_THEME,
		[SUBMISSIONS_BY_STATE] = Q_SUBMISSION_IDS_BY_STATE,
		[SUBMISSIONS_BY_RECEIVED] = Q_SUBMISSION_IDS_BY_RECEIVED,
	};
	struct value late = value_int(
		"late", filter->late != NULL && *filter->late == '1', filter->late == NULL);

	if (sort == SUBMISSIONS_BY_APPLICANT)
		return ids_by_applicant(db, kind, filter, late, name_lang, ids);
	return db_ids(db, queries[sort],
		ARGS(TXT("kind", kind), TXT("state", filter->state), late,
			REF("theme_id", filter->theme_id), TXT("lang", filter->lang)),
		ids);
}

static const struct field submission_counts_fields[] = {
	{ COLUMN(struct submission_counts, all) },
	{ COLUMN(struct submission_counts, counted) },
	{ COLUMN(struct submission_counts, late) },
};
const struct record record_of_submission_counts = RECORD(submission_counts);

struct error store_submission_counts(
	struct db *db, const char *kind, struct submission_counts *counts)
{
	struct arena arena = { 0 };
	struct error e = db_row(db, Q_SUBMISSION_COUNTS, ARGS(TXT("kind", kind)), &arena, counts);

	arena_clear(&arena);
	return e;
}

struct error store_submission_undecided(struct db *db, const char *kind, int64_t *n)
{
	return db_number(db, Q_SUBMISSION_COUNT_UNDECIDED, ARGS(TXT("kind", kind)), n);
}

static const struct field municipality_counts_fields[] = {
	{ COLUMN(struct municipality_counts, alone) },
	{ COLUMN(struct municipality_counts, with_coapplicants) },
};
const struct record record_of_municipality_counts = RECORD(municipality_counts);

struct error store_submission_municipalities(
	struct db *db, const char *kind, struct municipality_counts *counts)
{
	struct arena arena = { 0 };
	struct error e =
		db_row(db, Q_SUBMISSION_MUNICIPALITIES, ARGS(TXT("kind", kind)), &arena, counts);

	arena_clear(&arena);
	return e;
}

struct error store_submission_count_state(
	struct db *db, const char *kind, const char *state, int64_t *n)
{
	return db_number(db, Q_SUBMISSION_COUNT, ARGS(TXT("kind", kind), TXT("state", state)), n);
}

struct error store_submission_remark_late(struct db *db, const char *kind, int64_t deadline)
{
	if (deadline == 0)
		return db_run(db, Q_SUBMISSION_REMARK_NONE_LATE, ARGS(TXT("kind", kind)));
	return db_run(
		db, Q_SUBMISSION_REMARK_LATE, ARGS(I64("deadline", deadline), TXT("kind", kind)));
}

static const struct field submission_title_fields[] = {
	{ COLUMN(struct submission_title, id) },
	{ COLUMN(struct submission_title, municipality_id) },
	{ COLUMN(struct submission_title, organization_id) },
	{ COLUMN(struct submission_title, code) },
	{ COLUMN(struct submission_title, title) },
	{ COLUMN(struct submission_title, body) },
};
const struct record record_of_submission_title = RECORD(submission_title);

struct error store_submission_titles(
	struct db *db, struct arena *arena, const char *kind, struct submission_titles *titles)
{
	return db_rows(
		db, Q_SUBMISSION_TITLES, ARGS(TXT("kind", kind)), arena, &titles->rows, &titles->n);
}

struct error store_submission_of_municipality(struct db *db, struct arena *arena,
	int64_t municipality_id, struct submission_titles *titles)
{
	return db_rows(db, Q_SUBMISSION_OF_MUNICIPALITY,
		ARGS(I64("municipality_id", municipality_id)), arena, &titles->rows, &titles->n);
}

struct error store_submission_fingerprints(struct db *db, struct arena *arena, const char *kind,
	int64_t account_id, struct text_rows *fingerprints)
{
	return db_rows(db, Q_SUBMISSION_FINGERPRINTS,
		ARGS(TXT("kind", kind), I64("account_id", account_id)), arena, &fingerprints->rows,
		&fingerprints->n);
}

struct error store_submission_keep_version(struct db *db, int64_t id)
{
	return db_run(db, Q_SUBMISSION_VERSION_ADD, ARGS(I64("id", id)));
}

struct error store_submission_restore_version(
	struct db *db, int64_t id, int64_t number, const char *title)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, title);
	struct error e = db_run(db, Q_SUBMISSION_VERSION_RESTORE,
		ARGS(BLOB("title_key", key.bytes, key.n), I64("id", id), I64("number", number)));

	arena_clear(&arena);
	TRY(e);
	return db_run(db, Q_SUBMISSION_VERSION_DELETE, ARGS(I64("id", id), I64("number", number)));
}

struct error store_submission_drop_version(struct db *db, int64_t id, int64_t number)
{
	return db_run(db, Q_SUBMISSION_VERSION_DELETE, ARGS(I64("id", id), I64("number", number)));
}

struct error store_submission_add_waiting(
	struct db *db, int64_t id, int64_t number, const struct submission *s)
{
	return db_put(db, Q_SUBMISSION_VERSION_ADD_WAITING, s,
		ARGS(I64("submission_id", id), I64("number", number)), NULL);
}

struct error store_submission_next_version(struct db *db, int64_t id, int64_t *number)
{
	return db_number(db, Q_SUBMISSION_VERSION_NEXT, ARGS(I64("id", id)), number);
}

struct error store_submission_wait_no_more(struct db *db, int64_t id)
{
	return db_run(db, Q_SUBMISSION_VERSION_WAIT_NO_MORE, ARGS(I64("id", id)));
}

struct error store_submission_version_recorder(
	struct db *db, int64_t id, int64_t number, int64_t *account_id)
{
	return db_number(db, Q_SUBMISSION_VERSION_RECORDER,
		ARGS(I64("id", id), I64("number", number)), account_id);
}

struct error store_submission_undecided_ids(
	struct db *db, const char *kind, int64_t challenge_id, struct id_list *ids)
{
	return db_ids(db, Q_SUBMISSION_UNDECIDED_IDS,
		ARGS(TXT("kind", kind), REF("challenge_id", challenge_id)), ids);
}

struct error store_submission_left_out(
	struct db *db, const char *kind, int64_t challenge_id, struct id_list *ids)
{
	return db_ids(db, Q_SUBMISSION_LEFT_OUT_IDS,
		ARGS(TXT("kind", kind), REF("challenge_id", challenge_id)), ids);
}

static const struct field submission_version_fields[] = {
	{ COLUMN(struct submission_version, number) },
	{ COLUMN(struct submission_version, title) },
	{ COLUMN(struct submission_version, body) },
	{ COLUMN(struct submission_version, theme_text) },
	{ COLUMN(struct submission_version, contact_name) },
	{ COLUMN(struct submission_version, contact_email) },
	{ COLUMN(struct submission_version, contact_phone) },
	{ COLUMN(struct submission_version, received) },
	{ COLUMN(struct submission_version, channel) },
	{ COLUMN(struct submission_version, late) },
	{ COLUMN(struct submission_version, waits) },
	{ COLUMN(struct submission_version, batch_id) },
};
const struct record record_of_submission_version = RECORD(submission_version);

struct error store_submission_versions(
	struct db *db, struct arena *arena, int64_t id, struct submission_versions *versions)
{
	return db_rows(db, Q_SUBMISSION_VERSIONS, ARGS(I64("id", id)), arena, &versions->rows,
		&versions->n);
}

struct error store_submission_act_add(
	struct db *db, int64_t id, const struct submission_act *act, int64_t account_id)
{
	return db_put(db, Q_SUBMISSION_ACT_ADD, act,
		ARGS(I64("submission_id", id), REF("account_id", account_id)), NULL);
}

static const struct field submission_act_fields[] = {
	{ COLUMN(struct submission_act, act) },
	{ COLUMN(struct submission_act, at) },
	{ COLUMN(struct submission_act, before) },
	{ COLUMN(struct submission_act, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct submission_act, who) },
	{ COLUMN(struct submission_act, ground), .name = "ground", .code = "late_ground",
		.word = NC_("field", "Why it is admitted"), .meaning = MEANS_CODE,
		.words = WORDS_LATE_GROUND, .in = IN_TOLD },
	{ NOWHERE("submission_id"), .name = "submission", .word = NC_("field", "Submission"),
		.meaning = MEANS_REF, .of = "submission", .in = IN_TOLD },
};
const struct record record_of_submission_act = RECORD_OF(submission_act, "submission_act");

struct error store_submission_acts(
	struct db *db, struct arena *arena, int64_t id, struct submission_acts *acts)
{
	return db_rows(db, Q_SUBMISSION_ACTS, ARGS(I64("id", id)), arena, &acts->rows, &acts->n);
}

struct error store_co_applicants_set(
	struct db *db, int64_t id, const struct applicant *applicants, size_t n)
{
	TRY(db_run(db, Q_CO_APPLICANTS_CLEAR, ARGS(I64("id", id))));
	for (size_t i = 0; i < n; i++)
		TRY(db_run(db, Q_CO_APPLICANT_ADD,
			ARGS(I64("submission_id", id),
				REF("municipality_id", applicants[i].municipality_id),
				REF("organization_id", applicants[i].organization_id))));
	return ok();
}

static const struct field applicant_fields[] = {
	{ COLUMN(struct applicant, municipality_id) },
	{ COLUMN(struct applicant, organization_id) },
};
const struct record record_of_applicant = RECORD(applicant);

struct error store_co_applicants(
	struct db *db, struct arena *arena, int64_t id, struct applicants *applicants)
{
	return db_rows(
		db, Q_CO_APPLICANTS, ARGS(I64("id", id)), arena, &applicants->rows, &applicants->n);
}
