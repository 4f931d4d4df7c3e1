/* SPDX-License-Identifier: MIT */
#include "src/phases/note.h"

#include "db/search.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/ground/record.h"

struct error note_add(struct context *ctx, const struct note *in, record_finder find, int64_t *id)
{
	struct arena arena = { 0 };
	struct note note = *in;
	struct reference about = { "" };

	TRY(require(ctx, ACT_NOTE));
	if (note.at == 0)
		note.at = context_now(ctx);
	struct error e = record_clean(&arena, &record_of_note, &note, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = find(ctx, note.object, &about);
		note.object = about.text;
		if (e.code == E_OK)
			e = store_note_add(ctx->db, &note, ctx->account.id, id);
		if (e.code == E_OK)
			e = search_index(ctx->db, SEARCH_NOTE, *id);
		e = context_end(ctx, e, "note.add", note.object);
	}
	arena_clear(&arena);
	return e;
}

static struct error update(struct context *ctx, const struct note *in, const char *verb)
{
	struct arena arena = { 0 };
	struct note note = *in;

	TRY(require(ctx, ACT_NOTE));
	struct error e = record_clean(&arena, &record_of_note, &note, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = store_note_update(ctx->db, &note);
		if (e.code == E_OK)
			e = search_index(ctx->db, SEARCH_NOTE, note.id);
		e = context_end(ctx, e, verb, note.object);
	}
	arena_clear(&arena);
	return e;
}

struct error note_update(struct context *ctx, const struct note *note)
{
	return update(ctx, note, "note.edit");
}

struct error note_done(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	struct note note;

	TRY(require(ctx, ACT_NOTE));
	struct error e = note_get(ctx, &arena, id, &note);
	if (e.code == E_OK) {
		note.done = day_of_time(context_now(ctx));
		e = update(ctx, &note, note_keeping.log);
	}
	arena_clear(&arena);
	return e;
}

struct error note_get(struct context *ctx, struct arena *arena, int64_t id, struct note *note)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_note_get(ctx->db, arena, id, note);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "note") : e;
}

struct error note_ids(struct context *ctx, const char *object, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_note_ids(ctx->db, object, ids);
}

struct error note_due_ids(struct context *ctx, int days, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_note_due_ids(
		ctx->db, day_of_time(context_now(ctx)) + (int64_t)days * DAY_SECONDS, ids);
}

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct note n;

	(void)act;
	TRY(note_get(ctx, arena, id, &n));
	if (n.done != 0)
		*why = N_("The promise has been marked as kept already.");
	return ok();
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	(void)act;
	(void)answers;
	return note_done(ctx, id);
}

const struct act note_keeping = { .verb = "done",
	.log = "note.done",
	.told = N_("%s marked a promise as kept: %s."),
	.action = ACT_NOTE,
	.help = N_("Marks a promise as kept."),
	.title = NC_("title", "The promise has been kept"),
	.done = N_("Marked as kept."),
	.many = N_("Mark %lu promises as kept?"),
	.button = NC_("button", "Mark as kept"),
	.blocked = blocked,
	.run = run };
