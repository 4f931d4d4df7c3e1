/* SPDX-License-Identifier: MIT */
#include "src/ground/sides.h"

#include <assert.h>
#include <string.h>

#include "db/store/custody.h"
#include "src/base/i18n.h"

enum { SENDER = 1 << SIDE_SENDER, JURY = 1 << SIDE_JURY };

static const unsigned sides[] = {
	[SIDED_CODE] = SENDER,
	[SIDED_TEAM] = SENDER,
	[SIDED_ARRIVAL] = SENDER,
	[SIDED_STATE] = SENDER,
	[SIDED_CONTACT] = SENDER,
	[SIDED_FILES] = SENDER,
	[SIDED_ALIAS] = JURY,
	[SIDED_TITLE] = JURY,
	[SIDED_TEXT] = JURY,
	[SIDED_LANGUAGE] = JURY,
	[SIDED_SCORE] = JURY,
	[SIDED_FILE] = 0,
};
static_assert(LEN(sides) == SIDED_COUNT, "every field has its side");

/* Pure. */
static bool sides_have(enum side side, enum sided field)
{
	return (sides[field] >> side & 1) != 0;
}

bool sides_sealed(struct context *ctx, int64_t round_id)
{
	bool sealed = true;
	struct error e = store_sealed_round(ctx->db, round_id, ctx->account.id, &sealed);

	return e.code != E_OK || sealed;
}

bool may_see(struct context *ctx, int64_t round_id, enum side side, enum sided field)
{
	return sides_have(side, field) || !sides_sealed(ctx, round_id);
}

int64_t sides_sealed_by(struct context *ctx, const struct submission *s)
{
	int64_t round = 0;

	/* Only solutions are judged blind; problems are the many. */
	if (submission_kind_of(s->kind) != SUBMISSION_KIND_SOLUTION)
		return 0;
	struct error e = store_sealed_by(ctx->db, s->id, ctx->account.id, &round);
	return e.code == E_OK ? round : -1;
}

struct error sides_hidden_ids(struct context *ctx, struct id_list *ids)
{
	return store_sealed_ids(ctx->db, ctx->account.id, ids);
}

static const char *kept(const char *text, enum side side, enum sided field)
{
	return sides_have(side, field) ? text : "";
}

void sides_cover_submission(struct context *ctx, struct submission *s)
{
	s->sealed_by = sides_sealed_by(ctx, s);
	if (s->sealed_by == 0)
		return;
	s->title = kept(s->title, SIDE_SENDER, SIDED_TITLE);
	s->body = kept(s->body, SIDE_SENDER, SIDED_TEXT);
	s->theme_text = kept(s->theme_text, SIDE_SENDER, SIDED_TEXT);
	s->lang = kept(s->lang, SIDE_SENDER, SIDED_LANGUAGE);
}

void sides_cover_item(struct context *ctx, struct item *item)
{
	int64_t other = 0;

	if (may_see(ctx, item->round_id, SIDE_JURY, SIDED_CODE)) {
		/* Of another round on the same submissions, the text may still be hidden. */
		if (store_sealed_by(ctx->db, item->submission_id, ctx->account.id, &other).code !=
				E_OK ||
			other != 0)
			item->title = item->body = "";
		return;
	}
	/* Not released yet, what it is called is still the sender's. */
	if (strncmp(item->code, "K-", 2) != 0)
		item->code = item->title = item->body = "";
	item->submission_id = 0;
	item->applicant_fi = kept(item->applicant_fi, SIDE_JURY, SIDED_TEAM);
	item->applicant_sv = kept(item->applicant_sv, SIDE_JURY, SIDED_TEAM);
}

void sides_cover_attachment(struct attachment *a, int64_t sealed_by)
{
	a->sealed_by = sealed_by;
	a->name = kept(a->name, SIDE_SENDER, SIDED_FILE);
	a->media = kept(a->media, SIDE_SENDER, SIDED_FILE);
	a->sha256 = kept(a->sha256, SIDE_SENDER, SIDED_FILE);
	a->size = sides_have(SIDE_SENDER, SIDED_FILE) ? a->size : 0;
}

struct error item_find(struct context *ctx, int64_t round_id, const char *code, int64_t *id)
{
	struct error e = may_see(ctx, round_id, SIDE_JURY, SIDED_CODE) ?
				 store_item_find(ctx->db, round_id, code, id) :
				 store_item_find_alias(ctx->db, round_id, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "submission") : e;
}

struct error item_find_sender(
	struct context *ctx, int64_t round_id, const char *code, int64_t *submission_id)
{
	struct arena arena = { 0 };
	struct item item;
	int64_t id;
	struct error e = store_item_find(ctx->db, round_id, code, &id);

	if (e.code == E_OK)
		e = store_item_get(ctx->db, &arena, id, &item);
	if (e.code == E_OK && strcmp(item.code, code) == 0 &&
		!may_see(ctx, round_id, SIDE_SENDER, SIDED_ALIAS))
		e = fail(E_NOT_FOUND, NULL);
	if (e.code == E_OK)
		*submission_id = item.submission_id;
	arena_clear(&arena);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "submission") : e;
}

struct error item_find_judged(
	struct context *ctx, int64_t round_id, const char *code, int64_t *submission_id)
{
	struct arena arena = { 0 };
	struct item item;
	int64_t id;
	struct error e = item_find(ctx, round_id, code, &id);

	if (e.code == E_OK)
		e = store_item_get(ctx->db, &arena, id, &item);
	if (e.code == E_OK)
		*submission_id = item.submission_id;
	arena_clear(&arena);
	return e;
}

const char *sides_cover(void)
{
	return C_("in place of a title", "with the jury");
}

static bool given(const char *text)
{
	return text != NULL && *text != '\0' && strcmp(text, sides_cover()) != 0;
}

struct error sides_keep_hidden(
	struct context *ctx, struct arena *arena, struct submission *s, bool new_version)
{
	struct submission stored;
	struct error e = store_submission_get(ctx->db, arena, s->id, &stored);

	if (e.code == E_NOT_FOUND)
		return fail(E_NOT_FOUND, "submission");
	TRY(e);
	if (sides_sealed_by(ctx, &stored) == 0)
		return ok();
	if (!new_version && (given(s->title) || given(s->body)))
		return rule(N_("The text has been released to the jury and is not shown here: "
			       "record what the team sends now as a new version."));
	s->title = given(s->title) ? s->title : stored.title;
	s->body = given(s->body) ? s->body : stored.body;
	if (!new_version || s->lang == NULL || *s->lang == '\0')
		s->lang = stored.lang;
	return ok();
}
