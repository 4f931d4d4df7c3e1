/* SPDX-License-Identifier: MIT */
#include "src/letters/template.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/base/notation.h"
#include "src/base/section.h"
#include "src/letters/value.h"

extern const char data_letters_fi[], data_letters_sv[], data_letters_en[];

/* All that ship in a language: "== KIND", a line with the subject, then the text up to the next. */
static const char *shipped(const char *lang)
{
	return strcmp(lang, "fi") == 0 ? data_letters_fi :
	       strcmp(lang, "sv") == 0 ? data_letters_sv :
					 data_letters_en;
}

void letter_template_shipped(
	struct arena *arena, const char *kind, const char *lang, struct letter_template *t)
{
	const char *text = section_text(arena, shipped(lang), kind);
	size_t subject = strcspn(text, "\n");

	*t = (struct letter_template){ .kind = kind,
		.lang = lang,
		.subject = arena_bytes(arena, text, subject),
		.body = arena_text(arena, text + subject + 1) };
}

static struct error check_which(const char *kind, const char *lang)
{
	if (letter_kind_row(kind) == NULL)
		return (struct error){ E_INVALID, "letter_kind", 1 + WORDS_LETTER_KIND, 0 };
	return input_code("language", WORDS_LANGUAGE, lang);
}

struct error letter_template_get(struct context *ctx, struct arena *arena, const char *kind,
	const char *lang, struct letter_template *t)
{
	TRY(require(ctx, ACT_READ));
	TRY(check_which(kind, lang));
	struct error e = store_letter_template_get(ctx->db, arena, kind, lang, t);

	if (e.code != E_NOT_FOUND)
		return e;
	letter_template_shipped(arena, kind, lang, t);
	return ok();
}

static bool knows(void *arg, const char *name)
{
	return letter_field_named(arg, name) != NULL;
}

const char *letter_text_unknown(struct arena *arena, const struct letter_kind_row *kind,
	const char *subject, const char *body)
{
	void *row = (void *)kind;
	const char *field = notation_unknown(arena, subject, knows, row);

	return field != NULL ? field : notation_unknown(arena, body, knows, row);
}

static struct error save(struct context *ctx, struct arena *arena, const struct letter_template *t)
{
	struct letter_template own;

	letter_template_shipped(arena, t->kind, t->lang, &own);
	if (strcmp(own.subject, t->subject) != 0 || strcmp(own.body, t->body) != 0)
		return store_letter_template_put(ctx->db, t);
	return t->id == 0 ? ok() : store_letter_template_remove(ctx->db, t->id);
}

struct error letter_template_save(struct context *ctx, struct arena *arena,
	const struct letter_template *in, const char **field)
{
	struct letter_template t = *in;
	const char *unknown;

	TRY(require(ctx, ACT_LETTER));
	TRY(check_which(t.kind, t.lang));
	TRY(record_clean(arena, &record_of_letter_template, &t, IN_EDIT));
	unknown = letter_text_unknown(arena, letter_kind_row(t.kind), t.subject, t.body);
	if (unknown != NULL) {
		if (field != NULL)
			*field = unknown;
		return rule(N_("This kind of letter has no such field. The page of the template "
			       "lists those it has."));
	}
	TRY(context_begin(ctx));
	return context_end(ctx, save(ctx, arena, &t), "letter.template",
		arena_printf(arena, "%s-%s", t.kind, t.lang));
}
