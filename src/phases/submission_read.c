/* SPDX-License-Identifier: MIT
 * Reading what has arrived, as far as who asks may see it. */
#include <string.h>

#include "db/search.h"
#include "src/base/i18n.h"
#include "src/base/ids.h"
#include "src/ground/sides.h"
#include "src/phases/submission.h"

struct error submission_get(
	struct context *ctx, struct arena *arena, int64_t id, struct submission *submission)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_submission_get(ctx->db, arena, id, submission);

	if (e.code == E_OK)
		sides_cover_submission(ctx, submission);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "submission") : e;
}

struct error submission_find(struct context *ctx, const char *kind, const char *code, int64_t *id)
{
	struct arena arena = { 0 };
	struct submission s;

	TRY(require(ctx, ACT_READ));
	struct error e = store_submission_find(ctx->db, code, id);

	if (e.code == E_OK)
		e = store_submission_get(ctx->db, &arena, *id, &s);
	if (e.code == E_NOT_FOUND || (e.code == E_OK && strcmp(s.kind, kind) != 0))
		e = fail(E_NOT_FOUND, "submission");
	arena_clear(&arena);
	return e;
}

struct error submission_find_any(struct context *ctx, const char *code, int64_t *id)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_submission_find(ctx->db, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "submission") : e;
}

struct error submission_coapplicants(
	struct context *ctx, struct arena *arena, int64_t id, struct applicants *applicants)
{
	TRY(require(ctx, ACT_READ));
	return store_co_applicants(ctx->db, arena, id, applicants);
}

struct error submission_versions(
	struct context *ctx, struct arena *arena, int64_t id, struct submission_versions *versions)
{
	struct submission s;

	TRY(submission_get(ctx, arena, id, &s));
	TRY(store_submission_versions(ctx->db, arena, id, versions));
	for (size_t i = 0; s.sealed_by != 0 && i < versions->n; i++)
		versions->rows[i].title = versions->rows[i].body = versions->rows[i].theme_text =
			"";
	return ok();
}

struct error submission_acts(
	struct context *ctx, struct arena *arena, int64_t id, struct submission_acts *list)
{
	TRY(require(ctx, ACT_READ));
	return store_submission_acts(ctx->db, arena, id, list);
}

struct error submission_ids(struct context *ctx, const char *kind, enum submission_sort sort,
	const struct submission_filter *filter, const char *words, struct id_list *ids)
{
	const char *name_lang = strcmp(i18n_lang(), "sv") == 0 ? "sv" : "fi";
	struct id_list found = { 0 };

	bool all = words == NULL || *words == '\0';

	TRY(require(ctx, ACT_READ));
	if (!all)
		ids->limit = 0; /* few of the first may have the words */
	/* What is not shown orders nothing. */
	if (sort == SUBMISSIONS_BY_TITLE && sides_hide_any(ctx, kind))
		sort = SUBMISSIONS_BY_NUMBER;
	TRY(store_submission_ids(ctx->db, kind, sort, filter, name_lang, ids));
	if (filter->lang != NULL)
		TRY(sides_drop_hidden(ctx, kind, ids));
	if (all)
		return ok();
	struct error e = search_anywhere(ctx->db, SEARCH_SUBMISSION, words, &found);
	if (e.code == E_OK)
		e = sides_search(ctx, words, &found);
	if (e.code == E_OK)
		ids_keep(ids, &found);
	id_list_clear(&found);
	return e;
}

struct error submission_search(struct context *ctx, const char *words, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	TRY(search_in_list(ctx->db, SEARCH_SUBMISSION, words, ids));
	return sides_search(ctx, words, ids);
}

struct error submission_of_municipality(struct context *ctx, struct arena *arena,
	int64_t municipality_id, struct submission_titles *titles)
{
	TRY(require(ctx, ACT_READ));
	return store_submission_of_municipality(ctx->db, arena, municipality_id, titles);
}

struct error submission_count(
	struct context *ctx, const char *kind, struct submission_counts *counts)
{
	return store_submission_counts(ctx->db, kind, counts);
}

struct error submission_municipalities(
	struct context *ctx, const char *kind, struct municipality_counts *counts)
{
	return store_submission_municipalities(ctx->db, kind, counts);
}

struct error submission_count_state(
	struct context *ctx, const char *kind, const char *state, int64_t *n)
{
	return store_submission_count_state(ctx->db, kind, state, n);
}

const char *submission_theme(struct context *ctx, struct arena *arena, const struct submission *s)
{
	struct themes themes;

	if (s->theme_id == 0 || theme_list(ctx, arena, &themes).code != E_OK)
		return s->theme_text;
	for (size_t i = 0; i < themes.n; i++)
		if (themes.rows[i].id == s->theme_id)
			return theme_name(&themes.rows[i]);
	return s->theme_text;
}
