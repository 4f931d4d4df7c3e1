/* SPDX-License-Identifier: MIT
 * Reading requests for completion, as far as who asks may see them. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/ground/sides.h"
#include "src/phases/completion.h"

/* What was asked for and answered would tell the text beside its sender. */
static bool is_covered(struct context *ctx, const struct completion *c)
{
	return sides_sealed_by(
		       ctx, &(struct submission){ .id = c->submission_id, .kind = c->kind }) != 0;
}

struct error completion_get(
	struct context *ctx, struct arena *arena, int64_t id, struct completion *c)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_completion_get(ctx->db, arena, id, c);

	if (e.code == E_OK && is_covered(ctx, c))
		c->ground = c->answer = c->reason = "";
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "completion") : e;
}

struct error completion_items(
	struct context *ctx, struct arena *arena, int64_t id, struct completion_items *items)
{
	struct completion c;

	TRY(completion_get(ctx, arena, id, &c));
	TRY(store_completion_items(ctx->db, arena, id, items));
	for (size_t i = 0; is_covered(ctx, &c) && i < items->n; i++)
		items->rows[i].text = sides_cover();
	return ok();
}

struct error completion_missing(
	struct context *ctx, struct arena *arena, int64_t id, const char **lines)
{
	struct completion_items items;
	struct buffer text = { 0 };

	TRY(completion_items(ctx, arena, id, &items));
	buffer_text(&text, "");
	for (size_t i = 0; i < items.n; i++)
		buffer_printf(&text, "%s%s", i > 0 ? "\n" : "", items.rows[i].text);
	*lines = arena_text(arena, text.text);
	buffer_clear(&text);
	return ok();
}

static struct error find_only(struct context *ctx, const char *code, int64_t *id)
{
	struct id_list ids = { 0 };
	int64_t submission;
	struct error e = store_submission_find(ctx->db, code, &submission);

	if (e.code == E_OK)
		e = store_completion_open_of(ctx->db, submission, &ids);
	if (e.code == E_OK && ids.n > 1)
		e = rule(N_("Several wait: name the one, such as P-001/2."));
	if (e.code == E_OK && ids.n == 0)
		e = fail(E_NOT_FOUND, "completion");
	if (e.code == E_OK)
		*id = ids.ids[0];
	id_list_clear(&ids);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "completion") : e;
}

struct error completion_find(struct context *ctx, const char *text, int64_t *id)
{
	struct arena arena = { 0 };
	const char *slash = strchr(text, '/');
	char *end = NULL;

	TRY(require(ctx, ACT_READ));
	if (slash == NULL)
		return find_only(ctx, text, id);
	int64_t number = strtoll(slash + 1, &end, 10);
	struct error e = store_completion_find(
		ctx->db, arena_bytes(&arena, text, (size_t)(slash - text)), number, id);
	arena_clear(&arena);
	if (e.code == E_OK && (*end != '\0' || end == slash + 1))
		e = fail(E_NOT_FOUND, NULL);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "completion") : e;
}

struct error completion_ids(struct context *ctx, enum completion_sort sort,
	const struct completion_filter *filter, struct id_list *ids)
{
	struct completion_filter now = *filter;

	TRY(require(ctx, ACT_READ));
	if (now.now == 0)
		now.now = context_now(ctx);
	return store_completion_ids(ctx->db, sort, &now, ids);
}

struct error completion_open_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_completion_open_ids(ctx->db, ids);
}

const char *completion_state(struct context *ctx, const struct completion *c)
{
	if (c->dropped != 0)
		return "dropped";
	if (c->answered != 0)
		return c->answered > c->due ? "late" : "answered";
	return c->due < context_now(ctx) ? "overdue" : "open";
}

const char *completion_code(struct arena *arena, const struct completion *c)
{
	return arena_printf(arena, "%s/%lld", c->submission_code, (long long)c->number);
}

const char *completion_advice(struct context *ctx, const struct completion *c)
{
	switch (completion_state_of(completion_state(ctx, c))) {
	case COMPLETION_STATE_OVERDUE:
		return N_("Its time is over. Remind with a new due time, record what came, find "
			  "the submission ineligible, or record that nothing more needs to come.");
	case COMPLETION_STATE_LATE:
		return c->version != 0 ?
			       N_("It came after its time: the new version waits to be admitted.") :
			       N_("It came after its time.");
	case COMPLETION_STATE_OPEN:
	case COMPLETION_STATE_ANSWERED:
	case COMPLETION_STATE_DROPPED:
	case COMPLETION_STATE_UNKNOWN:
		break;
	}
	return NULL;
}
