/* SPDX-License-Identifier: MIT
 * Rows of imported files that wait for a person: read, decided on, corrected. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "db/search.h"
#include "src/base/i18n.h"
#include "src/base/daytime.h"
#include "src/base/input.h"
#include "src/intake/settling.h"
#include "src/intake/sift.h"
#include "src/phases/applicant.h"
#include "src/registers/organization.h"

struct error import_batches(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_import_batch_ids(ctx->db, ids);
}

struct error import_batch_get(
	struct context *ctx, struct arena *arena, int64_t id, struct import_batch *batch)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_import_batch_get(ctx->db, arena, id, batch);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "batch") : e;
}

struct error import_waiting(struct context *ctx, const char *verdict, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_import_waiting_ids(ctx->db, verdict, ids);
}

struct error import_row_get(
	struct context *ctx, struct arena *arena, int64_t id, struct import_row *row)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_import_row_get(ctx->db, arena, id, row);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "row") : e;
}

static struct error dealt_with(void)
{
	return rule(N_("This row has already been dealt with."));
}

struct error import_row_find(struct context *ctx, int64_t batch, int64_t row, int64_t *id)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_import_row_find(ctx->db, batch, row, id);
	int64_t simply = 0;

	if (e.code != E_NOT_FOUND)
		return e;
	TRY(store_import_is_simply_added(ctx->db, batch, row, &simply));
	return simply > 0 ? dealt_with() : fail(E_NOT_FOUND, "row");
}

const char *import_row_cell(struct arena *arena, const struct import_row *row, const char *field)
{
	json_t *cells = json_loads(row->cells, 0, NULL);
	const char *text = arena_text(arena, json_string_value(json_object_get(cells, field)));

	json_decref(cells);
	return text;
}

/* A waiting row may hold what is not allowed: cleaned where that is possible, else left as it is
 * shown, for the person who corrects it. */
static const char *const *read_texts(
	struct arena *arena, const struct table *table, const struct import_row *row)
{
	json_t *cells = json_loads(row->cells, 0, NULL);
	const char **texts = arena_alloc(arena, (table->field_count + 1) * sizeof(*texts));

	for (size_t f = 0; f < table->field_count; f++) {
		const struct table_field *field = &table->fields[f];
		const char *text = field->code == NULL ?
					   NULL :
					   json_string_value(json_object_get(cells, field->code));

		texts[f] = text == NULL ?
				   "" :
			   field->many ?
				   arena_text(arena, text) :
				   utf8_clean(arena, text, field->lines ? TEXT_LINES : TEXT_LINE);
	}
	json_decref(cells);
	return texts;
}

/* As far as it can be told whose the row is and what it says: what cannot stays empty. What is
 * doubtful about it is left in `row`. */
static struct error sift_again(struct sifting *j, struct sifted_row *row, const char *const *texts)
{
	bool of_team = j->kind->fields[FIELD_TEAM].code != NULL;

	TRY(theme_list(j->ctx, &j->import->table.arena, &j->themes));
	TRY(of_team ? sift_teams_load(j) : sift_places_load(j));
	(void)sift_applicant(j, row, texts);
	/* A municipality that is not certain is asked for, not taken. */
	if (!of_team && row->verdict != ROW_ADD)
		row->submission.municipality_id = 0;
	(void)sift_submission(j, row, texts);
	return ok();
}

static struct error sift_record(struct context *ctx, struct arena *arena,
	const struct import_row *row, struct application_input *record, struct sifted_row *judged)
{
	const struct import_kind *kind = import_kind(row->kind);
	struct import import = { .kind = kind, .table = { .arena = *arena } };
	struct sifting j = { .ctx = ctx, .import = &import, .kind = kind };

	*judged = (struct sifted_row){ .reason = "",
		.field = "",
		.candidate = "",
		.submission = { .kind = kind->kind,
			.channel = "form",
			.state = "received",
			.received = row->received } };
	import.table.fields = import_columns(&import.table.arena, kind, &import.table.field_count);
	struct error e =
		sift_again(&j, judged, read_texts(&import.table.arena, &import.table, row));
	sift_places_clear(&j);
	sift_teams_clear(&j.teams);
	*arena = import.table.arena;
	*record = (struct application_input){ judged->team, judged->members, judged->member_count,
		judged->submission };
	return e;
}

struct error import_row_record(struct context *ctx, struct arena *arena,
	const struct import_row *row, struct application_input *record)
{
	struct sifted_row judged;

	return sift_record(ctx, arena, row, record, &judged);
}

/* Recorded as by a person, in this transaction. */
static struct error record_one(struct context *ctx, struct arena *arena,
	const struct import_row *row, const struct application_input *in, int64_t *id)
{
	struct application_input record = *in;
	char code[16];

	record.submission.batch_id = row->batch_id;
	if (submission_kind_of(row->kind) == SUBMISSION_KIND_APPLICATION) {
		if (record.team.organization_id == 0)
			TRY(organization_known(ctx, arena,
				import_row_cell(arena, row, "organization"), record.team.kind,
				&record.team.organization_id));
		TRY(application_clean(ctx, arena, &record));
		return application_insert(ctx, arena, &record, code, id);
	}
	TRY(submission_clean(ctx, arena, &record.submission));
	return submission_enter(
		ctx, &(struct submission_input){ .submission = record.submission }, code, id);
}

static struct error save_new(struct context *ctx, struct arena *arena, const struct import_row *row,
	const struct application_input *record, const char *verdict, int64_t *id)
{
	TRY(record_one(ctx, arena, row, record, id));
	return store_import_row_set(ctx->db, row->id, verdict, *id);
}

/* The same team, or any municipality, sends it anew. */
static struct error replace_one(struct context *ctx, struct arena *arena,
	const struct import_row *row, struct submission *s, const char *code)
{
	struct submission before;
	int64_t id;

	TRY(submission_find(ctx, row->kind, code, &id));
	TRY(submission_get(ctx, arena, id, &before));
	if (before.team_id != s->team_id)
		return rule(
			N_("That is another team's. A new version replaces only what the same team "
			   "has sent."));
	if (*s->title == '\0')
		s->title = before.title;
	TRY(submission_clean(ctx, arena, s));
	s->batch_id = row->batch_id;
	TRY(submission_overwrite(ctx, id, s));
	return store_import_row_set(ctx->db, row->id, "replaced", id);
}

static bool is_reason(const struct import_row *row, const char *const *reasons, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(row->reason, reasons[i]) == 0)
			return true;
	return false;
}

/* The answer to what is asked of a held row, into the record. */
static struct error answer(struct context *ctx, const struct import_row *row, const char *decision,
	struct submission *s)
{
	static const char *const when[] = { "received_missing", "date_order" };
	static const char *const where[] = { "municipality_uncertain", "municipality_clash" };
	bool is_new = strcmp(decision, "new") == 0;
	struct applicant applicant;
	struct moment moment;

	if (is_reason(row, when, LEN(when))) {
		if (is_new)
			return rule(N_("Say when it arrived: 31.10.2018 14.05."));
		TRY(moment_parse(decision, EDGE_START, &moment));
		s->received = moment.time;
		s->received_ambiguous = moment.ambiguous;
		return ok();
	}
	if (is_reason(row, where, LEN(where))) {
		if (is_new)
			return rule(N_("Say which municipality it is from: its code or name."));
		TRY(applicant_find(ctx, decision, &applicant));
		s->municipality_id = applicant.municipality_id;
		s->organization_id = applicant.organization_id;
		return ok();
	}
	return is_new ? ok() : rule(N_("Say \"new\", \"skip\", or the code of what it replaces."));
}

/* What else is doubtful once one doubt is settled; false if nothing is. */
static bool next_doubt(struct context *ctx, struct arena *arena, const struct import_row *row,
	const struct sifted_row *judged, const struct submission *s, struct import_row *doubt)
{
	const char *code;
	bool by_source = strcmp(row->reason, "source_version") != 0 &&
			 store_import_known_source(ctx->db, arena, row->id, &code).code == E_OK;

	*doubt = *row;
	doubt->received = s->received;
	if (judged->verdict == ROW_HELD && strcmp(judged->reason, row->reason) != 0 &&
		(s->municipality_id == 0 && s->organization_id == 0)) {
		doubt->reason = judged->reason;
		doubt->field = judged->field;
		doubt->candidate = judged->candidate;
		return true;
	}
	if (by_source) {
		doubt->reason = "source_version";
		doubt->field = "form_row";
		doubt->candidate = code;
	}
	return by_source;
}

static struct error decide_held(struct context *ctx, struct arena *arena,
	const struct import_row *row, const char *decision)
{
	struct application_input record;
	struct sifted_row judged;
	struct import_row doubt;
	int64_t id;

	TRY(sift_record(ctx, arena, row, &record, &judged));
	if (decision[0] == import_kind(row->kind)->letter && decision[1] == '-')
		return replace_one(ctx, arena, row, &record.submission, decision);
	TRY(answer(ctx, row, decision, &record.submission));
	if (strcmp(decision, "new") != 0 &&
		next_doubt(ctx, arena, row, &judged, &record.submission, &doubt))
		return store_import_row_doubt(ctx->db, &doubt);
	return save_new(ctx, arena, row, &record, "added", &id);
}

static struct error decide(struct context *ctx, struct arena *arena, const struct import_row *row,
	const char *decision)
{
	bool held = import_verdict_of(row->verdict) == IMPORT_VERDICT_HELD;

	if (!held && import_verdict_of(row->verdict) != IMPORT_VERDICT_REFUSED)
		return dealt_with();
	if (strcmp(decision, "skip") == 0)
		return store_import_row_set(ctx->db, row->id, "skipped", 0);
	if (!held)
		return rule(N_("A refused row has to be corrected (import correct) or skipped."));
	return decide_held(ctx, arena, row, decision);
}

struct error import_settle(
	struct context *ctx, struct arena *arena, int64_t row_id, enum row_answer answer)
{
	struct import_row row;

	TRY(import_row_get(ctx, arena, row_id, &row));
	return decide(ctx, arena, &row,
		answer == ANSWER_SKIP    ? "skip" :
		answer == ANSWER_REPLACE ? row.candidate :
					   "new");
}

struct error import_decide(struct context *ctx, int64_t row_id, const char *decision)
{
	struct arena arena = { 0 };
	struct import_row row;
	struct reference object = { "" };

	TRY(require(ctx, ACT_SUBMISSION));
	TRY(context_begin(ctx));
	struct error e = import_row_get(ctx, &arena, row_id, &row);
	if (e.code == E_OK) {
		object = reference_number(KIND_BATCH, row.batch_id);
		e = decide(ctx, &arena, &row, decision);
	}
	e = context_end(ctx, e, "import.decide", object.text);
	arena_clear(&arena);
	return e;
}

struct error import_take_versions(struct context *ctx, int64_t batch, size_t *n)
{
	struct arena arena = { 0 };
	struct id_list ids = { 0 };
	struct reference object;

	TRY(require(ctx, ACT_SUBMISSION));
	object = reference_number(KIND_BATCH, batch);
	TRY(context_begin(ctx));
	struct error e = store_import_versions_of(ctx->db, batch, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct import_row row;

		e = import_row_get(ctx, &arena, ids.ids[i], &row);
		if (e.code == E_OK)
			e = decide(ctx, &arena, &row, row.candidate);
	}
	*n = ids.n;
	if (e.code == E_OK && ids.n == 0)
		e = rule(N_("No new version waits in this import."));
	id_list_clear(&ids);
	e = context_end(ctx, e, "import.decide", object.text);
	arena_clear(&arena);
	return e;
}

/* A row of a form that has come before is a new version of what it became, not another one. */
static struct error save_corrected(struct context *ctx, struct arena *arena,
	const struct import_row *row, struct application_input *record, int64_t *id)
{
	const char *code;
	struct error e = store_import_known_source(ctx->db, arena, row->id, &code);

	if (e.code == E_NOT_FOUND)
		return save_new(ctx, arena, row, record, "corrected", id);
	TRY(e);
	TRY(replace_one(ctx, arena, row, &record->submission, code));
	return submission_find(ctx, row->kind, code, id);
}

struct error import_correct(
	struct context *ctx, int64_t row_id, const struct application_input *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct import_row row;
	struct application_input record = *in;
	struct reference object = { "" };

	TRY(require(ctx, ACT_SUBMISSION));
	TRY(context_begin(ctx));
	struct error e = import_row_get(ctx, &arena, row_id, &row);
	if (e.code == E_OK) {
		object = reference_number(KIND_BATCH, row.batch_id);
		if (import_verdict_of(row.verdict) != IMPORT_VERDICT_HELD &&
			import_verdict_of(row.verdict) != IMPORT_VERDICT_REFUSED)
			e = dealt_with();
	}
	if (e.code == E_OK) {
		record.submission.kind = row.kind;
		if (record.submission.received == 0)
			record.submission.received = row.received;
		e = save_corrected(ctx, &arena, &row, &record, id);
	}
	e = context_end(ctx, e, "import.correct", object.text);
	arena_clear(&arena);
	return e;
}
