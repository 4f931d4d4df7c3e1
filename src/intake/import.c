/* SPDX-License-Identifier: MIT */
#include "src/intake/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/store/meta.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/base/set.h"
#include "src/intake/kinds.h"
#include "src/registers/organization.h"

struct error import_prepare(struct context *ctx, const char *kind, const char *path,
	const struct table_options *options, struct import *import)
{
	*import = (struct import){ .kind = import_kind(kind) };
	TRY(require(ctx, ACT_SUBMISSION));
	TRY(context_may_open(ctx, path));
	TRY(table_read(path, options, import->kind->fields, FIELD_COUNT, &import->table));
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
	struct import_batch batch = { .kind = import->kind->kind,
		.file = import->table.file,
		.sha256 = import->table.sha256,
		.charset = import->table.decoded.charset,
		.delimiter = delimiter,
		.made = context_now(ctx) };

	return store_import_batch_add(ctx->db, &batch, id);
}

/* A problem needs no more than was judged; what a team sends is fitted to the team, which an
 * application brings with it. */
static struct error save_good(struct context *ctx, struct arena *arena, struct judged_row *row)
{
	struct submission *s = &row->submission;
	struct application_input application = { row->team, row->members, row->member_count, *s };
	char code[16];

	if (s->team_id == 0 && row->team.name == NULL)
		return submission_insert(ctx, s, NULL, 0, &s->id);
	if (row->team.name == NULL)
		return submission_record(
			ctx, &(struct submission_input){ .submission = *s }, code, &s->id);
	TRY(organization_known(
		ctx, arena, row->organization, row->team.kind, &application.team.organization_id));
	return application_insert(ctx, arena, &application, code, &s->id);
}

static struct error save_row(
	struct context *ctx, struct import *import, int64_t batch, struct judged_row *row)
{
	struct import_row kept = { .batch_id = batch,
		.row = row->row,
		.line = row->line,
		.verdict = verdict_code(row->verdict),
		.reason = row->reason,
		.field = row->field,
		.received = row->submission.received,
		.cells = row->cells == NULL ? "" : row->cells,
		.digest = row->digest,
		.candidate = row->candidate };
	struct arena arena = { 0 };
	struct error e = ok();
	int64_t id;

	if (row->verdict == ROW_DUPLICATE)
		return ok();
	if (row->verdict == ROW_ADD) {
		row->submission.batch_id = batch;
		e = save_good(ctx, &arena, row);
		kept.submission_id = row->submission.id;
	}
	if (e.code == E_OK && row->candidate_row != 0) {
		struct submission other;

		e = submission_get(
			ctx, &arena, import->rows[row->candidate_row - 1].submission.id, &other);
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
	struct error e = store_import_digests(ctx->db, &arena, import->kind->kind, true, &waiting);

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
	return rule(
		N_("Nothing was imported, because some rows need to be corrected or decided on. "
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

struct error import_commit(struct context *ctx, struct import *import, bool partial, int64_t *batch)
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
	e = context_end(ctx, e, import->kind->verb, object);
	return e.code == E_CANCELLED ? ok() : e;
}
