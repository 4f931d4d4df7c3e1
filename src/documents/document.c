/* SPDX-License-Identifier: MIT */
#include "src/documents/document.h"

#include "src/base/i18n.h"
#include "src/registers/key.h"

/* Where one asks, at the foot of every page. */
static const char *foot_of(struct arena *arena, const struct front_door *door)
{
	const char *foot = door->address;

	if (*door->officer == '\0')
		return *foot == '\0' ? NULL : foot;
	/* TRANSLATORS: at the foot of a page; %s is a name and how to reach it. */
	const char *officer =
		arena_printf(arena, C_("document", "Data protection: %s"), door->officer);
	return *foot == '\0' ? officer : arena_printf(arena, "%s\n%s", foot, officer);
}

/* What says above all else that a document is no real one, or none yet, stands across it too. */
static const char *mark_of(const struct context *ctx, const struct document *document)
{
	if (document->notice == NULL)
		return NULL;
	return ctx->demo ? C_("document", "DEMO") : C_("document", "DRAFT");
}

static void frame(struct context *ctx, const struct front_door *door, struct document *document)
{
	i18n_use(document->lang);
	if (document->mark == NULL)
		document->mark = document_words(document, mark_of(ctx, document));
	if (document->foot == NULL)
		document->foot = document_words(document, foot_of(document->arena, door));
}

struct error document_make(struct context *ctx, struct arena *arena,
	const struct document_kind *kind, const struct document_ask *ask, struct documents *out)
{
	const char *before = i18n_lang();
	struct front_door door;

	TRY(kind->make(ctx, arena, ask, out));
	TRY(front_door_get(ctx, arena, &door));
	for (size_t i = 0; i < out->n; i++)
		frame(ctx, &door, &out->rows[i]);
	i18n_use(before);
	return ok();
}

struct error document_given(
	struct context *ctx, const struct document_kind *kind, const char *about)
{
	if (db_is_readonly(ctx->db))
		return ok();
	TRY(context_begin(ctx));
	return context_end(ctx, ok(), kind->told == NULL ? "document.make" : kind->told, about);
}
