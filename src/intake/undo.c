/* SPDX-License-Identifier: MIT
 * Taking an import back as a whole, with what it brought into the registers. */
#include <stdio.h>
#include <string.h>

#include "db/store/attachment.h"
#include "db/search.h"
#include "src/base/i18n.h"
#include "src/intake/import.h"
#include "src/phases/note.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"

static struct error worked_on(void)
{
	return rule(
		N_("Somebody has already worked on what this import brought in, so it cannot be "
		   "undone as a whole."));
}

/* Has anybody put a note or a file on the record since? */
static struct error has_more(
	struct context *ctx, struct arena *arena, enum kind kind, int64_t id, bool *more)
{
	struct reference name;
	struct id_list notes = { 0 };
	struct attachments files;

	TRY(reference_of(ctx, kind, id, &name));
	TRY(store_attachments(ctx->db, arena, kind_rows[kind].tables[0], id, &files));
	struct error e = note_ids(ctx, name.text, &notes);
	*more = notes.n > 0 || files.n > 0;
	id_list_clear(&notes);
	return e;
}

static struct error undo_added(struct context *ctx, int64_t id)
{
	TRY(search_remove(ctx->db, SEARCH_SUBMISSION, id));
	struct error e = store_submission_delete(ctx->db, id);
	return e.code == E_IN_USE ? worked_on() : e; /* an attachment, a conflict */
}

static struct error undo_replaced(struct context *ctx, const struct import_row *row,
	const struct submission *s, const struct submission_versions *versions)
{
	TRY(store_import_row_set(ctx->db, row->id, row->verdict, 0));
	TRY(store_submission_restore_version(
		ctx->db, s->id, versions->rows[0].number, versions->rows[0].title));
	return search_index(ctx->db, SEARCH_SUBMISSION, s->id);
}

/* `row` is what waited, or only says which submission was simply added. */
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
	TRY(has_more(ctx, arena, KIND_PROBLEM, s.id, &noted));
	bool replaced = import_verdict_of(row->verdict) == IMPORT_VERDICT_REPLACED;
	if (replaced && versions.n > 0 && versions.rows[0].waits &&
		versions.rows[0].batch_id == row->batch_id) {
		TRY(store_import_row_set(ctx->db, row->id, row->verdict, 0));
		return store_submission_drop_version(ctx->db, s.id, versions.rows[0].number);
	}
	if (s.batch_id != row->batch_id || acts.n > 0 || (!replaced && (s.v != 1 || noted)) ||
		(replaced && versions.n == 0))
		return worked_on();
	if (replaced)
		return undo_replaced(ctx, row, &s, &versions);
	if (row->id != 0)
		TRY(store_import_row_set(ctx->db, row->id, row->verdict, 0));
	return undo_added(ctx, s.id);
}

/* What had waited may stand on what had not: it goes first. */
static struct error undo_rows(struct context *ctx, int64_t batch_id)
{
	struct id_list waited = { 0 }, simple = { 0 };
	struct error e = store_import_rows_of(ctx->db, batch_id, &waited);

	if (e.code == E_OK)
		e = store_import_simply_added(ctx->db, batch_id, &simple);
	for (size_t i = waited.n + simple.n; e.code == E_OK && i-- > 0;) {
		struct import_row row = { .batch_id = batch_id, .verdict = "added" };
		struct arena arena = { 0 };

		if (i < simple.n)
			row.submission_id = simple.ids[simple.n - 1 - i];
		else
			e = store_import_row_get(ctx->db, &arena, waited.ids[i - simple.n], &row);
		if (e.code == E_OK)
			e = undo_row(ctx, &arena, &row);
		arena_clear(&arena);
	}
	id_list_clear(&waited);
	id_list_clear(&simple);
	return e;
}

/* A team lives with its application; if it has been worked on, the application has been too. */
static struct error undo_team(struct context *ctx, struct arena *arena, int64_t id)
{
	struct team team;
	struct team_acts acts;
	bool noted = false;

	TRY(team_get(ctx, arena, id, &team));
	TRY(team_acts(ctx, arena, id, &acts));
	TRY(has_more(ctx, arena, KIND_TEAM, id, &noted));
	if (team.v != 1 || acts.n > 0 || noted || team.application_id != 0 || team.solution_id != 0)
		return worked_on();
	TRY(search_remove(ctx->db, SEARCH_TEAM, id));
	struct error e = store_team_delete(ctx->db, id);
	return e.code == E_IN_USE ? worked_on() : e;
}

/* What has been changed or noted since, or something else has come to need, stays. */
static struct error undo_person(struct context *ctx, struct arena *arena, int64_t id)
{
	struct person person;
	bool noted = false;

	TRY(person_get(ctx, arena, id, &person));
	TRY(has_more(ctx, arena, KIND_PERSON, id, &noted));
	struct error e =
		noted || person.v != 1 ? fail(E_IN_USE, NULL) : store_person_delete(ctx->db, id);
	return e.code == E_OK ? search_remove(ctx->db, SEARCH_PERSON, id) : e;
}

static struct error undo_organization(struct context *ctx, struct arena *arena, int64_t id)
{
	struct organization organization;
	bool noted = false;

	TRY(organization_get(ctx, arena, id, &organization));
	TRY(has_more(ctx, arena, KIND_ORGANIZATION, id, &noted));
	struct error e = noted || organization.v != 1 ? fail(E_IN_USE, NULL) :
							store_organization_delete(ctx->db, id);
	return e.code == E_OK ? search_remove(ctx->db, SEARCH_ORGANIZATION, id) : e;
}

/* What this import, and the decisions on its rows, brought besides submissions. */
static struct error undo_brought(struct context *ctx, struct arena *arena, int64_t batch_id)
{
	static const struct {
		const char *table;
		struct error (*undo)(struct context *ctx, struct arena *arena, int64_t id);
	} brought[] = { { "team", undo_team }, { "person", undo_person },
		{ "organization", undo_organization } };
	struct error e = ok();

	for (size_t t = 0; e.code == E_OK && t < LEN(brought); t++) {
		struct id_list ids = { 0 };

		e = store_import_brought(ctx->db, batch_id, brought[t].table, &ids);
		for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
			e = brought[t].undo(ctx, arena, ids.ids[i]);
			if (e.code == E_IN_USE)
				e = ok();
		}
		id_list_clear(&ids);
	}
	return e;
}

static struct error undo(struct context *ctx, struct arena *arena, int64_t batch_id)
{
	struct import_batch batch;
	int64_t in_rounds = 0;

	TRY(import_batch_get(ctx, arena, batch_id, &batch));
	if (batch.undone != 0)
		return rule(N_("This import has already been undone."));
	TRY(store_import_in_rounds(ctx->db, batch_id, &in_rounds));
	if (in_rounds > 0)
		return rule(N_("A round already reviews what this import brought in, so it can no "
			       "longer be undone."));
	TRY(undo_rows(ctx, batch_id));
	TRY(undo_brought(ctx, arena, batch_id));
	return store_import_batch_undo(ctx->db, batch_id, context_now(ctx));
}

struct error import_undo(struct context *ctx, int64_t batch)
{
	struct arena arena = { 0 };
	struct reference object;

	TRY(require(ctx, ACT_SUBMISSION));
	object = reference_number(KIND_BATCH, batch);
	TRY(context_begin(ctx));
	struct error e =
		context_end(ctx, undo(ctx, &arena, batch), import_undoing.log, object.text);
	arena_clear(&arena);
	return e;
}

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct import_batch batch;

	(void)act;
	TRY(import_batch_get(ctx, arena, id, &batch));
	if (batch.undone != 0)
		*why = N_("This import has already been undone.");
	return ok();
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	(void)act;
	(void)answers;
	return import_undo(ctx, id);
}

const struct act import_undoing = { .verb = "undo",
	.log = "import.undo",
	.told = N_("%s undid an import: %s."),
	.action = ACT_SUBMISSION,
	.help = N_("Takes a whole import back."),
	.title = NC_("title", "Take back the import"),
	.question = N_("Take back everything this import brought in?"),
	.button = NC_("button", "Take back"),
	.done = N_("The import was undone."),
	.blocked = blocked,
	.run = run };
