/* SPDX-License-Identifier: MIT */
#include "src/roof/lookup.h"

#include "db/search.h"
#include "db/store/submission.h"
#include "src/ground/sides.h"

/* What a team has sent is shown on its page. */
static struct error at_home(struct context *ctx, struct arena *arena, struct found *found)
{
	struct submission s;

	if (found->kind != KIND_APPLICATION && found->kind != KIND_SOLUTION)
		return ok();
	TRY(store_submission_get(ctx->db, arena, found->id, &s));
	if (s.team_id != 0)
		*found = (struct found){ KIND_TEAM, s.team_id, found->code, found->title };
	return ok();
}

static struct error get_at_home(
	struct context *ctx, struct arena *arena, enum kind kind, int64_t id, struct found *found)
{
	TRY(kinds_get(ctx, arena, kind, id, found));
	return at_home(ctx, arena, found);
}

/* What a blind round hides is found by the words of its sender's side alone, after all else. */
static struct error without_hidden(struct context *ctx, struct arena *arena, const char *words,
	const struct id_list *hidden, struct search_hits *hits)
{
	struct search_hit *kept = arena_alloc(arena, (hits->n + hidden->n + 1) * sizeof(*kept));
	struct id_list found = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < hits->n; i++)
		if (hits->hits[i].kind != SEARCH_SUBMISSION ||
			id_list_find(hidden, hits->hits[i].id) == (size_t)-1)
			kept[n++] = hits->hits[i];
	struct error e = sides_search(ctx, words, &found);
	for (size_t i = 0; e.code == E_OK && i < found.n; i++)
		kept[n++] = (struct search_hit){ SEARCH_SUBMISSION, found.ids[i] };
	*hits = (struct search_hits){ kept, n };
	id_list_clear(&found);
	return e;
}

static struct error find_hits(struct context *ctx, struct arena *arena, const char *words,
	int64_t limit, struct search_hits *hits)
{
	struct id_list hidden = { 0 };
	struct error e = sides_hidden_ids(ctx, &hidden);

	if (e.code == E_OK)
		e = search_find(ctx->db, arena, words, limit + (int64_t)hidden.n, hits);
	if (e.code == E_OK && hidden.n > 0)
		e = without_hidden(ctx, arena, words, &hidden, hits);
	if (e.code == E_OK && hits->n > (size_t)limit)
		hits->n = (size_t)limit;
	id_list_clear(&hidden);
	return e;
}

struct error lookup(struct context *ctx, struct arena *arena, const char *words, int64_t limit,
	struct founds *founds)
{
	struct search_hits hits;

	TRY(require(ctx, ACT_READ));
	TRY(find_hits(ctx, arena, words, limit, &hits));
	founds->n = 0;
	founds->rows = arena_alloc(arena, (hits.n + 1) * sizeof(*founds->rows));
	for (size_t i = 0; i < hits.n; i++) {
		TRY(get_at_home(ctx, arena, kind_searched(hits.hits[i].kind), hits.hits[i].id,
			&founds->rows[i]));
		founds->n++;
	}
	return ok();
}

struct error lookup_code(
	struct context *ctx, struct arena *arena, const char *code, struct found *found)
{
	TRY(kinds_find(ctx, arena, code, found));
	return at_home(ctx, arena, found);
}

const char *lookup_shown(struct context *ctx, struct arena *arena, const char *code)
{
	struct found found;

	if (lookup_code(ctx, arena, code, &found).code != E_OK)
		return code;
	return *found.code != '\0' && found.kind != KIND_MUNICIPALITY ? found.code : found.title;
}
