/* SPDX-License-Identifier: MIT */
#include "src/roof/kept.h"

#include "src/base/i18n.h"
#include "src/documents/writer.h"
#include "src/phases/attachment.h"
#include "src/roof/kinds.h"

const char *document_file_name(struct context *ctx, struct arena *arena,
	const struct document_kind *kind, const struct document_ask *ask, const char *ending)
{
	enum kind of = kind_of_noun(kind->of);
	struct found found = { 0 };
	const char *code = "";

	if (of != KIND_COMPETITION && kinds_get(ctx, arena, of, ask->id, &found).code == E_OK)
		code = found.code;
	char *name = arena_printf(arena, "%s%s%s%s%s%s", code, *code == '\0' ? "" : "-",
		i18n_lookup("document", kind->word), ask->lang == NULL ? "" : "-",
		ask->lang == NULL ? "" : ask->lang, ending);
	for (char *c = name; *c != '\0'; c++)
		*c = *c == ' ' || *c == '/' || *c == ':' ? '-' : *c;
	return name;
}

struct error document_keepable(struct context *ctx, const struct document_kind *kind, int64_t id)
{
	if (kind->final == NULL)
		return rule(N_("Nobody signs such a document: make it again when it is wanted."));
	return kind->final(ctx, id);
}

static struct error keep(struct context *ctx, struct arena *arena, const struct document_kind *kind,
	const struct document_ask *ask, struct buffer *pdf, int64_t *number)
{
	struct documents documents = { 0 };

	TRY(document_make(ctx, arena, kind, ask, &documents));
	TRY(document_write_pdf(&documents, pdf));
	return attachment_keep(ctx, kind_of_noun(kind->of), ask->id,
		document_file_name(ctx, arena, kind, ask, ".pdf"), pdf, number);
}

struct error document_keep(struct context *ctx, const struct document_kind *kind,
	const struct document_ask *ask, int64_t *number)
{
	struct arena arena = { 0 };
	struct buffer pdf = { 0 };

	TRY(document_keepable(ctx, kind, ask->id));
	struct error e = keep(ctx, &arena, kind, ask, &pdf, number);
	buffer_clear(&pdf);
	arena_clear(&arena);
	return e;
}
