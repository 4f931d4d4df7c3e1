/* SPDX-License-Identifier: MIT */
#include "src/intake/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/watch.h"
#include "db/store/meta.h"
#include "src/base/i18n.h"
#include "src/base/set.h"
#include "src/intake/holding.h"
#include "src/intake/kinds.h"
#include "src/intake/settling.h"
#include "src/registers/organization.h"

struct remembering {
	struct context *ctx;
	struct import *import;
};

/* What the columns of the same headings were at the last import that stands. */
static const char *remember(void *arg, struct table *table)
{
	struct remembering *r = arg;
	struct import_form form;

	if (store_import_form(r->ctx->db, &table->arena, table->form, r->import->kind->kind, &form)
			.code != E_OK)
		return NULL;
	r->import->remembered_batch = form.batch_id;
	r->import->remembered_order = import_date_order(form.date_order);
	return form.mapping;
}

static enum action right_of(const struct import *import)
{
	return import->kind->of_register != NULL ? ACT_REGISTER : ACT_SUBMISSION;
}

struct error import_prepare(struct context *ctx, const char *kind, const char *path,
	const struct table_options *options, struct import *import)
{
	struct remembering r = { ctx, import };
	struct table_options with = *options;

	*import = (struct import){ .kind = import_kind(kind), .asked_order = options->date_order };
	TRY(require(ctx, right_of(import)));
	TRY(context_may_open(ctx, path));
	with.remembered = remember;
	with.remembered_arg = &r;
	size_t n;
	const struct table_field *fields = import_columns(&import->arena, import->kind, &n);
	struct error e = table_read(path, &with, fields, n, &import->table);
	if (e.code == E_OK)
		e = import_judge(ctx, import);
	else if (e.code == E_NO_COLUMN && options->keep_unmapped)
		return e;
	if (e.code != E_OK)
		import_clear(import);
	return e;
}

static const char *const order_codes[] = {
	[ORDER_UNKNOWN] = "",
	[ORDER_DAY_FIRST] = "dmy",
	[ORDER_MONTH_FIRST] = "mdy",
};

enum date_order import_date_order(const char *code)
{
	for (size_t i = 0; i < LEN(order_codes); i++)
		if (strcmp(order_codes[i], code) == 0)
			return (enum date_order)i;
	return ORDER_UNKNOWN;
}

void import_clear(struct import *import)
{
	free(import->rows);
	free(import->said);
	table_clear(&import->table);
	arena_clear(&import->arena);
	*import = (struct import){ 0 };
}

const char *import_verdict_code(enum verdict verdict)
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

static struct error add_batch(struct context *ctx, const struct import *import, int64_t *id)
{
	char delimiter[2] = { import->table.delimiter, '\0' };
	const struct table *table = &import->table;
	struct buffer mapping = { 0 };

	buffer_text(&mapping, "");
	for (size_t c = 0; c < table->columns; c++)
		buffer_printf(&mapping, "%s%s", c > 0 ? "," : "",
			table->field_of[c] == table->field_count ?
				"-" :
				table->fields[table->field_of[c]].code);
	struct import_batch batch = { .kind = import->kind->kind,
		.file = import->table.file,
		.sha256 = import->table.sha256,
		.charset = import->table.decoded.charset,
		.delimiter = delimiter,
		.form = table->form,
		.mapping = mapping.text,
		.date_order = order_codes[import->asked_order != ORDER_UNKNOWN ?
						  import->asked_order :
						  import->remembered_order],
		.made = context_now(ctx) };

	struct error e = store_import_batch_add(ctx->db, &batch, id);
	buffer_clear(&mapping);
	return e;
}

/* A problem needs no more than was judged; what a team sends is fitted to the team, which an
 * application brings with it. */
static struct error save_good(struct context *ctx, struct arena *arena, struct sifted_row *row)
{
	struct submission *s = &row->submission;
	struct application_input application = { row->team, row->members, row->member_count, *s };
	char code[16];

	if (s->team_id == 0 && row->team.name == NULL)
		return submission_insert(ctx, s, NULL, 0, &s->id);
	if (row->team.name == NULL)
		return submission_enter(
			ctx, &(struct submission_input){ .submission = *s }, code, &s->id);
	TRY(organization_known(
		ctx, arena, row->organization, row->team.kind, &application.team.organization_id));
	return application_insert(ctx, arena, &application, code, &s->id);
}

/* The submission itself tells where it came from. */
static struct error save_simply(struct context *ctx, int64_t batch, struct sifted_row *row)
{
	struct submission *s = &row->submission;
	struct arena arena = { 0 };

	s->batch_id = s->came_batch_id = batch;
	s->came_row = row->row;
	s->came_source = *row->source == '\0' ? NULL : row->source;
	s->came_digest = strcmp(row->digest, s->fingerprint) == 0 ? NULL : row->digest;
	struct error e = save_good(ctx, &arena, row);
	arena_clear(&arena);
	return e;
}

/* As a row that was corrected after it had waited: what came stays beside what it became. */
static struct error save_amended(struct context *ctx, struct import_row *kept,
	const struct row_said *said, struct sifted_row *row)
{
	struct arena arena = { 0 };
	int64_t id;

	kept->reason = said->reason;
	kept->field = said->field;
	kept->candidate = said->candidate;
	kept->verdict = import_verdict_code(said->verdict);
	row->submission.batch_id = kept->batch_id;
	struct error e = save_good(ctx, &arena, row);
	if (e.code == E_OK)
		e = store_import_row_add(ctx->db, kept, &id);
	if (e.code == E_OK)
		e = store_import_row_set(ctx->db, id,
			said->verdict == ROW_HELD ? "added" : "corrected", row->submission.id);
	arena_clear(&arena);
	return e;
}

static struct error save_row(
	struct context *ctx, struct import *import, int64_t batch, size_t index)
{
	struct sifted_row *row = &import->rows[index];
	struct import_row kept = { .batch_id = batch,
		.row = row->row,
		.line = row->line,
		.verdict = import_verdict_code(row->verdict),
		.reason = row->reason,
		.field = row->field,
		.received = row->submission.received,
		.cells = row->cells == NULL ? "" : row->cells,
		.digest = row->digest,
		.candidate = row->candidate,
		.source = row->source };
	struct arena arena = { 0 };
	struct error e = ok();
	int64_t id;

	if (row->verdict == ROW_DUPLICATE)
		return ok();
	if (row->verdict == ROW_ADD && row->amended)
		return save_amended(ctx, &kept, import_said(import, index), row);
	if (row->verdict == ROW_ADD)
		return save_simply(ctx, batch, row);
	if (row->candidate_row != 0) {
		struct submission other;

		e = submission_get(
			ctx, &arena, import->rows[row->candidate_row - 1].submission.id, &other);
		kept.candidate = e.code == E_OK ? other.code : "";
	}
	if (e.code == E_OK)
		e = store_import_row_add(ctx->db, &kept, &id);
	if (e.code == E_OK && row->answer != ANSWER_NONE)
		e = import_settle(ctx, &arena, id, row->answer);
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
		struct sifted_row *row = &import->rows[i];
		int64_t ignored;

		watch_progress(i, import->n);
		if (row->verdict == ROW_ADD || !set_find(&known, row->digest, &ignored))
			e = save_row(ctx, import, *batch, i);
	}
	watch_progress(import->n, import->n);
	set_clear(&known);
	arena_clear(&arena);
	return e;
}

static struct error refuse_incomplete(const struct import *import)
{
	if (import->refused + import->held == import->settled)
		return ok();
	if (import->kind->of_register != NULL)
		return rule(
			N_("Nothing was imported: correct the rows that are listed and import the "
			   "file again, or leave them out (--partial)."));
	return rule(
		N_("Nothing was imported, because some rows need to be corrected or decided on. "
		   "Correct the file, or import the good rows and let the others wait "
		   "(--partial)."));
}

/* The judgement holds only as long as nobody else has written: else it is made again, while nobody
 * can. However many others save meanwhile, that is once. */
static struct error begin_on_judged(struct context *ctx, struct import *import)
{
	int64_t head = 0;

	TRY(context_begin(ctx));
	struct error e = store_log_head(ctx->db, &head);
	if (e.code == E_OK && head != import->sifted_at_seq)
		e = import_judge(ctx, import);
	return e.code == E_OK ? ok() : context_end(ctx, e, NULL, "");
}

static struct error save_register(struct context *ctx, struct import *import)
{
	for (size_t i = 0; i < import->n; i++) {
		struct arena arena = { 0 };
		struct error e = ok();

		watch_progress(i, import->n);
		if (import->rows[i].verdict == ROW_ADD)
			e = import->kind->of_register->save(ctx, &arena, &import->rows[i]);
		arena_clear(&arena);
		TRY(e);
	}
	watch_progress(import->n, import->n);
	return ok();
}

static struct error save(struct context *ctx, struct import *import, int64_t *batch)
{
	return import->kind->of_register != NULL ? save_register(ctx, import) :
						   save_all(ctx, import, batch);
}

static bool holds_anything(const struct import *import)
{
	if (import->kind->of_register != NULL)
		return import->added > 0;
	return import->added > 0 || import->refused + import->held != import->waiting_already;
}

struct error import_commit(struct context *ctx, struct import *import, bool partial, int64_t *batch)
{
	struct reference object = { "" };

	*batch = 0;
	TRY(require(ctx, right_of(import)));
	if (!partial)
		TRY(refuse_incomplete(import));
	if (!holds_anything(import))
		return ok();
	holding_tell(import->n);
	TRY(begin_on_judged(ctx, import));
	struct error e = partial ? ok() : refuse_incomplete(import);
	if (e.code == E_OK && !holds_anything(import))
		e = fail(E_CANCELLED, NULL);
	db_keep_much(ctx->db, true);
	if (e.code == E_OK)
		e = save(ctx, import, batch);
	if (*batch != 0)
		object = reference_number(KIND_BATCH, *batch);
	e = context_end(ctx, e, import->kind->verb, object.text);
	db_keep_much(ctx->db, false);
	return e.code == E_CANCELLED ? ok() : e;
}
