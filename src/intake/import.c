/* SPDX-License-Identifier: MIT */
#include "src/intake/import.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/search.h"
#include "db/store/meta.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/set.h"
#include "src/intake/language.h"
#include "src/intake/problem_fields.h"
#include "src/phases/note.h"

struct error import_prepare(struct context *ctx, const char *path,
	const struct table_options *options, struct import *import)
{
	*import = (struct import){ 0 };
	TRY(require(ctx, ACT_SUBMISSION));
	TRY(context_may_open(ctx, path));
	TRY(table_read(path, options, problem_fields, FIELD_COUNT, &import->table));
	struct error e = import_judge(ctx, import);
	if (e.code != E_OK)
		import_clear(import);
	return e;
}

void import_clear(struct import *import)
{
	free(import->rows);
	table_clear(&import->table);
	*import = (struct import){ 0 };
}

static const char *verdict_code(enum verdict verdict)
{
	switch (verdict) {
	case ROW_ADD:
		return "added";
	case ROW_REFUSED:
		return "refused";
	case ROW_HELD:
		return "held";
	case ROW_DUPLICATE:
		return "duplicate";
	}
	return "";
}

void import_row_text(const struct judged_row *row, char *out, size_t size)
{
	const char *reason = text_word(WORDS_IMPORT_REASON, row->reason);
	const char *verdict = text_word(WORDS_IMPORT_VERDICT, verdict_code(row->verdict));
	char value[60] = "";

	if (row->value != 0)
		snprintf(value, sizeof(value), " (%lld)", (long long)row->value);
	if (row->column == 0)
		/* TRANSLATORS: row and line of a file, verdict, reason, a number in brackets. */
		snprintf(out, size, _("row %ld, line %ld: %s: %s%s"), row->row, row->line, verdict,
			reason, value);
	else
		/* TRANSLATORS: row, line, column number and name, verdict, reason, a number. */
		snprintf(out, size, _("row %ld, line %ld, column %zu (%s): %s: %s%s"), row->row,
			row->line, row->column, text_word(WORDS_FIELD, row->field), verdict, reason,
			value);
	size_t used = strlen(out);
	if (*row->candidate != '\0')
		/* TRANSLATORS: what is offered for a row: a code; follows a sentence. */
		snprintf(out + used, size - used, _("; is it %s?"), row->candidate);
	else if (row->candidate_row != 0)
		snprintf(out + used, size - used, _("; compare row %zu"), row->candidate_row);
}

static struct error add_batch(struct context *ctx, const struct import *import, int64_t *id)
{
	char delimiter[2] = { import->table.delimiter, '\0' };
	struct import_batch batch = { .kind = "problem",
		.file = import->table.file,
		.sha256 = import->table.sha256,
		.charset = import->table.decoded.charset,
		.delimiter = delimiter,
		.made = context_now(ctx) };

	return store_import_batch_add(ctx->db, &batch, id);
}

static struct error save_row(struct context *ctx, struct import *import, int64_t batch,
	struct judged_row *row)
{
	struct import_row kept = { .batch_id = batch, .row = row->row, .line = row->line,
		.verdict = verdict_code(row->verdict), .reason = row->reason, .field = row->field,
		.received = row->submission.received, .cells = row->cells == NULL ? "" : row->cells,
		.digest = row->digest, .candidate = row->candidate };
	int64_t id;

	if (row->verdict == ROW_DUPLICATE)
		return ok();
	if (row->verdict == ROW_ADD) {
		row->submission.batch_id = batch;
		TRY(submission_insert(ctx, &row->submission, NULL, 0, &row->submission.id));
		kept.submission_id = row->submission.id;
	}
	struct arena arena = { 0 };
	struct error e = ok();
	if (row->candidate_row != 0) {
		struct submission other;

		e = submission_get(ctx, &arena,
			import->rows[row->candidate_row - 1].submission.id, &other);
		kept.candidate = e.code == E_OK ? other.code : "";
	}
	if (e.code == E_OK)
		e = store_import_row_add(ctx->db, &kept, &id);
	arena_clear(&arena);
	return e;
}

/* Rows that wait already from an earlier import of the same file are not put there twice. */
static struct error save_all(struct context *ctx, struct import *import, int64_t *batch)
{
	struct set known = { 0 };
	struct text_rows waiting;
	struct arena arena = { 0 };
	struct error e = store_import_digests(ctx->db, &arena, "problem", true, &waiting);

	if (e.code == E_OK)
		e = add_batch(ctx, import, batch);
	for (size_t i = 0; e.code == E_OK && i < waiting.n; i++)
		(void)set_add(&known, waiting.rows[i].text, 0);
	for (size_t i = 0; e.code == E_OK && i < import->n; i++) {
		struct judged_row *row = &import->rows[i];
		int64_t ignored;

		if (row->verdict == ROW_ADD || !set_find(&known, row->digest, &ignored))
			e = save_row(ctx, import, *batch, row);
	}
	set_clear(&known);
	arena_clear(&arena);
	return e;
}

static struct error refuse_incomplete(const struct import *import)
{
	if (import->refused == 0 && import->held == 0)
		return ok();
	return rule(N_("Nothing was imported, because some rows need to be corrected or decided on. "
		       "Correct the file, or import the good rows and let the others wait "
		       "(--partial)."));
}

/* The judgement holds only as long as nobody else has written: else it is made again. */
static struct error begin_on_judged(struct context *ctx, struct import *import)
{
	for (;;) {
		int64_t head = 0;

		TRY(context_begin(ctx));
		struct error e = store_log_head(ctx->db, &head);
		if (e.code == E_OK && head == import->judged_at_seq)
			return ok();
		e = context_end(ctx, e.code == E_OK ? fail(E_CANCELLED, NULL) : e, NULL, "");
		if (e.code != E_CANCELLED)
			return e;
		TRY(import_judge(ctx, import));
	}
}

static bool holds_anything(const struct import *import)
{
	return import->added > 0 || import->refused + import->held != import->waiting_already;
}

struct error import_commit(
	struct context *ctx, struct import *import, bool partial, int64_t *batch)
{
	char object[32] = "";

	*batch = 0;
	TRY(require(ctx, ACT_SUBMISSION));
	if (!partial)
		TRY(refuse_incomplete(import));
	if (!holds_anything(import))
		return ok();
	TRY(begin_on_judged(ctx, import));
	struct error e = partial ? ok() : refuse_incomplete(import);
	if (e.code == E_OK && !holds_anything(import))
		e = fail(E_CANCELLED, NULL);
	if (e.code == E_OK)
		e = save_all(ctx, import, batch);
	snprintf(object, sizeof(object), "import:%lld", (long long)*batch);
	e = context_end(ctx, e, "import.problems", object);
	return e.code == E_CANCELLED ? ok() : e;
}

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

struct error import_row_find(
	struct context *ctx, int64_t batch, int64_t row, int64_t *id)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_import_row_find(ctx->db, batch, row, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "row") : e;
}

static const char *cell_of(struct arena *arena, const json_t *cells, size_t field)
{
	const char *text =
		json_string_value(json_object_get(cells, problem_fields[field].code));

	return arena_text(arena, text);
}

const char *import_row_cell(struct arena *arena, const struct import_row *row, const char *field)
{
	json_t *cells = json_loads(row->cells, 0, NULL);
	const char *text = arena_text(arena, json_string_value(json_object_get(cells, field)));

	json_decref(cells);
	return text;
}

/* A waiting row may hold what is not allowed: cleaned where that is possible, else left as it is shown, for
 * the person who corrects it. */
struct error import_row_submission(struct context *ctx, struct arena *arena,
	const struct import_row *row, struct submission *s)
{
	json_t *cells = json_loads(row->cells, 0, NULL);
	struct themes themes;
	struct error e = theme_list(ctx, arena, &themes);

	*s = (struct submission){ .kind = "problem", .channel = "form", .received = row->received };
	s->title = utf8_clean(arena, cell_of(arena, cells, FIELD_TITLE), TEXT_LINE);
	s->body = utf8_clean(arena, cell_of(arena, cells, FIELD_DESCRIPTION), TEXT_LINES);
	s->theme_text = cell_of(arena, cells, FIELD_THEME);
	s->contact_name = cell_of(arena, cells, FIELD_CONTACT);
	s->contact_email = cell_of(arena, cells, FIELD_EMAIL);
	s->contact_phone = cell_of(arena, cells, FIELD_PHONE);
	s->case_number = cell_of(arena, cells, FIELD_CASE);
	s->lang = language_guess(s->body, "fi");
	s->state = "received";
	if (e.code == E_OK) {
		int64_t id = theme_recognize(&themes, s->theme_text);

		s->theme_id = id;
		s->theme_text = id == 0 ? s->theme_text : "";
	}
	int64_t municipality = 0;
	if (municipality_find(ctx, cell_of(arena, cells, FIELD_MUNICIPALITY), &municipality).code ==
		E_OK)
		s->municipality_id = municipality;
	json_decref(cells);
	return e;
}

static struct error set_verdict(struct context *ctx, const struct import_row *row,
	const char *verdict, int64_t submission_id)
{
	return store_import_row_set(ctx->db, row->id, verdict, submission_id);
}

static struct error save_new(struct context *ctx, struct arena *arena, const struct import_row *row,
	struct submission *s, const char *verdict, int64_t *id)
{
	int64_t deadline, twin;

	TRY(submission_clean(ctx, arena, s));
	TRY(deadline_of_kind(ctx, "problem", &deadline));
	struct error e = store_submission_by_fingerprint(ctx->db, "problem", s->fingerprint, &twin);
	if (e.code == E_OK)
		return rule(N_("Exactly the same has already been recorded."));
	if (e.code != E_NOT_FOUND)
		return e;
	s->late = deadline != 0 && s->received > deadline;
	s->batch_id = row->batch_id;
	TRY(submission_insert(ctx, s, NULL, 0, id));
	return set_verdict(ctx, row, verdict, *id);
}

static struct error replace_one(struct context *ctx, struct arena *arena,
	const struct import_row *row, struct submission *s, const char *code)
{
	int64_t id;

	TRY(submission_find(ctx, "problem", code, &id));
	TRY(submission_clean(ctx, arena, s));
	s->batch_id = row->batch_id;
	TRY(submission_overwrite(ctx, id, s));
	return set_verdict(ctx, row, "replaced", id);
}

static struct error decide_held(struct context *ctx, struct arena *arena,
	const struct import_row *row, const char *decision)
{
	struct submission s;
	int64_t id;
	bool uncertain = strcmp(row->reason, "municipality_uncertain") == 0;

	TRY(import_row_submission(ctx, arena, row, &s));
	if (strncmp(decision, "P-", 2) == 0)
		return replace_one(ctx, arena, row, &s, decision);
	if (strcmp(decision, "new") != 0) {
		if (!uncertain)
			return rule(N_("Say \"new\", \"skip\", or the code of the problem that it "
				       "replaces."));
		TRY(municipality_find(ctx, decision, &s.municipality_id));
	} else if (uncertain) {
		return rule(N_("Say which municipality it is from: its code or name."));
	}
	return save_new(ctx, arena, row, &s, "added", &id);
}

static struct error decide(struct context *ctx, struct arena *arena,
	const struct import_row *row, const char *decision)
{
	bool held = strcmp(row->verdict, "held") == 0;

	if (!held && strcmp(row->verdict, "refused") != 0)
		return rule(N_("This row has already been dealt with."));
	if (strcmp(decision, "skip") == 0)
		return set_verdict(ctx, row, "skipped", 0);
	if (!held)
		return rule(N_("A refused row has to be corrected (import correct) or skipped."));
	return decide_held(ctx, arena, row, decision);
}

static void object_of_batch(int64_t batch, char object[32])
{
	snprintf(object, 32, "import:%lld", (long long)batch);
}

struct error import_decide(struct context *ctx, int64_t row_id, const char *decision)
{
	struct arena arena = { 0 };
	struct import_row row;
	char object[32] = "";

	TRY(require(ctx, ACT_SUBMISSION));
	TRY(context_begin(ctx));
	struct error e = import_row_get(ctx, &arena, row_id, &row);
	if (e.code == E_OK) {
		object_of_batch(row.batch_id, object);
		e = decide(ctx, &arena, &row, decision);
	}
	e = context_end(ctx, e, "import.decide", object);
	arena_clear(&arena);
	return e;
}

struct error import_correct(
	struct context *ctx, int64_t row_id, const struct submission *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct import_row row;
	struct submission s = *in;
	char object[32] = "";

	TRY(require(ctx, ACT_SUBMISSION));
	TRY(context_begin(ctx));
	struct error e = import_row_get(ctx, &arena, row_id, &row);
	if (e.code == E_OK) {
		object_of_batch(row.batch_id, object);
		if (strcmp(row.verdict, "held") != 0 && strcmp(row.verdict, "refused") != 0)
			e = rule(N_("This row has already been dealt with."));
	}
	if (e.code == E_OK) {
		if (s.received == 0)
			s.received = row.received;
		e = save_new(ctx, &arena, &row, &s, "corrected", id);
	}
	e = context_end(ctx, e, "import.correct", object);
	arena_clear(&arena);
	return e;
}

static struct error has_notes(struct context *ctx, const char *code, bool *noted)
{
	struct id_list notes = { 0 };
	struct error e = note_ids(ctx, code, &notes);

	*noted = notes.n > 0;
	id_list_clear(&notes);
	return e;
}

static struct error undo_row(struct context *ctx, struct arena *arena, const struct import_row *row)
{
	struct submission s;
	struct submission_versions versions;
	struct submission_acts acts;
	bool noted = false;

	if (row->submission_id == 0)
		return ok();
	TRY(submission_get(ctx, arena, row->submission_id, &s));
	TRY(submission_versions(ctx, arena, s.id, &versions));
	TRY(submission_acts(ctx, arena, s.id, &acts));
	TRY(has_notes(ctx, s.code, &noted));
	bool replaced = strcmp(row->verdict, "replaced") == 0;
	if (s.batch_id != row->batch_id || acts.n > 0 || (!replaced && (s.v != 1 || noted)) ||
		(replaced && versions.n == 0))
		return rule(N_("Somebody has already worked on what this import brought in, so it "
			       "cannot be undone as a whole."));
	TRY(set_verdict(ctx, row, row->verdict, 0));
	if (replaced) {
		TRY(store_submission_restore_version(
			ctx->db, s.id, versions.rows[0].number, versions.rows[0].title));
		return search_index(ctx->db, SEARCH_SUBMISSION, s.id);
	}
	TRY(search_remove(ctx->db, SEARCH_SUBMISSION, s.id));
	return store_submission_delete(ctx->db, s.id);
}

static struct error undo(struct context *ctx, struct arena *arena, int64_t batch_id)
{
	struct import_batch batch;
	struct id_list rows = { 0 };
	int64_t in_rounds = 0;

	TRY(import_batch_get(ctx, arena, batch_id, &batch));
	if (batch.undone != 0)
		return rule(N_("This import has already been undone."));
	TRY(store_import_in_rounds(ctx->db, batch_id, &in_rounds));
	if (in_rounds > 0)
		return rule(N_("A round already reviews what this import brought in, so it can no "
			       "longer be undone."));
	struct error e = store_import_rows_of(ctx->db, batch_id, &rows);
	for (size_t i = rows.n; e.code == E_OK && i-- > 0;) {
		struct import_row row;

		e = store_import_row_get(ctx->db, arena, rows.ids[i], &row);
		if (e.code == E_OK)
			e = undo_row(ctx, arena, &row);
	}
	id_list_clear(&rows);
	TRY(e);
	return store_import_batch_undo(ctx->db, batch_id, context_now(ctx));
}

struct error import_undo(struct context *ctx, int64_t batch)
{
	struct arena arena = { 0 };
	char object[32];

	TRY(require(ctx, ACT_SUBMISSION));
	object_of_batch(batch, object);
	TRY(context_begin(ctx));
	struct error e = context_end(ctx, undo(ctx, &arena, batch), "import.undo", object);
	arena_clear(&arena);
	return e;
}
