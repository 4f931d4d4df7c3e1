/* SPDX-License-Identifier: MIT */
#include "src/publish/publish.h"

#include <string.h>

#include "db/base/utf8.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/ground/competition.h"
#include "src/judging/contents.h"
#include "src/phases/publication.h"
#include "src/publish/stage.h"

extern const char data_public_style[];

/* The languages of a page; each is told in itself. */
static const struct {
	const char *lang, *self;
} languages[] = {
	{ "fi", "fi, suomeksi" },
	{ "sv", "sv, på svenska" },
};

static bool has(const struct publication *p, const char *lang)
{
	return page_language_of(p->lang) == PAGE_LANGUAGE_BOTH || strcmp(p->lang, lang) == 0;
}

static void put_switch(struct web *web)
{
	buffer_text(web->out, "<nav class=\"switch\" aria-label=\"");
	html_text(web->out, C_("web page", "Language"));
	buffer_text(web->out, "\">");
	for (size_t i = 0; i < LEN(languages); i++) {
		const char *lang = languages[i].lang;

		if (i > 0)
			buffer_text(web->out, " <span aria-hidden=\"true\">|</span> ");
		buffer_printf(web->out,
			"<a href=\"#%s\" lang=\"%s\" hreflang=\"%s\" aria-label=\"%s\"%s>%s</a>",
			lang, lang, lang, languages[i].self,
			strcmp(lang, web->lang) == 0 ? " aria-current=\"true\"" : "", lang);
	}
	buffer_text(web->out, "</nav>\n");
}

static void put_foot(struct web *web)
{
	buffer_text(web->out, "<div class=\"foot\">\n");
	/* TRANSLATORS: two days. */
	web_paragraph(web, "",
		arena_printf(web->arena,
			_("This page was made on %s. It is taken off the web on %s at the latest."),
			web_day(web, web->today), web_day(web, web->until)));
	buffer_text(web->out, "</div>\n");
}

static struct error put_parts(struct web *web)
{
	TRY(web_banner(web));
	for (const web_part *part = web->stage->parts; *part != NULL; part++)
		TRY((*part)(web));
	put_foot(web);
	return ok();
}

static struct error put_language(struct web *web, bool both)
{
	struct competition c;

	TRY(competition_get(web->ctx, web->arena, &c));
	buffer_printf(web->out, "<article id=\"%s\" lang=\"%s\">\n", web->lang, web->lang);
	buffer_printf(web->out, "<a class=\"skip\" href=\"#%s-content\">", web->lang);
	html_text(web->out, _("Skip to the contents"));
	buffer_text(web->out, "</a>\n<div class=\"head\">\n");
	web_paragraph(web, "whose", competition_name(&c));
	if (both)
		put_switch(web);
	buffer_text(web->out, "</div>\n");
	if (web->ctx->demo)
		web_paragraph(web, "banner", _("This is a demo: everything in it is invented."));
	buffer_printf(web->out, "<h1 id=\"%s-content\" tabindex=\"-1\">", web->lang);
	html_text(web->out, i18n_lookup("web page", web->stage->title));
	buffer_text(web->out, "</h1>\n");
	TRY(put_parts(web));
	buffer_text(web->out, "</article>\n");
	return ok();
}

/* "Kilpailun tulokset / Tävlingens resultat – Klash 2018–2020" */
static struct error put_title(
	struct web *web, const struct publication *p, const struct competition *c)
{
	bool first = true;

	buffer_text(web->out, "<title>");
	for (size_t i = 0; i < LEN(languages); i++) {
		if (!has(p, languages[i].lang))
			continue;
		i18n_use(languages[i].lang);
		if (!first)
			buffer_text(web->out, " / ");
		html_text(web->out, i18n_lookup("web page", web->stage->title));
		first = false;
	}
	buffer_text(web->out, " – ");
	const char *name = competition_name(c);
	html_text(web->out, utf8_visible(web->arena, name, strlen(name), TEXT_LINE));
	buffer_text(web->out, "</title>\n");
	return ok();
}

static struct error put_head(struct web *web, const struct publication *p)
{
	struct competition c;

	TRY(competition_get(web->ctx, web->arena, &c));
	buffer_printf(web->out,
		"<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		"style-src 'unsafe-inline'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta name=\"color-scheme\" content=\"light dark\">\n",
		has(p, "fi") ? "fi" : "sv");
	TRY(put_title(web, p, &c));
	buffer_printf(
		web->out, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", data_public_style);
	return ok();
}

static struct error write_page(struct web *web, const struct publication *p)
{
	bool both = page_language_of(p->lang) == PAGE_LANGUAGE_BOTH;

	TRY(put_head(web, p));
	for (size_t i = 0; i < LEN(languages); i++) {
		if (!has(p, languages[i].lang))
			continue;
		i18n_use(languages[i].lang);
		web->lang = languages[i].lang;
		TRY(put_language(web, both));
	}
	buffer_text(web->out, "</main>\n</body>\n</html>\n");
	return ok();
}

static int64_t today(const struct context *ctx)
{
	return day_of_time(context_now(ctx));
}

struct error publish_until(const struct context *ctx, const char *stage, int64_t *until)
{
	const struct web_stage *row = web_stage(stage);

	if (row == NULL)
		return fail(E_NOT_FOUND, "page_stage");
	*until = today(ctx) + (int64_t)row->days * DAY_SECONDS;
	return ok();
}

struct error publish_page(struct context *ctx, struct arena *arena, struct publication *publication,
	struct buffer *out)
{
	const char *before = i18n_lang();
	struct web web = { .ctx = ctx,
		.arena = arena,
		.out = out,
		.stage = web_stage(publication->stage),
		.today = today(ctx),
		.until = publication->until };
	char hash[CONTENTS_HASH_SIZE];

	TRY(publication_possible(ctx));
	if (web.stage == NULL)
		return fail(E_NOT_FOUND, "page_stage");
	TRY(publication_until_check(ctx, publication->until));
	context_hold(ctx);
	struct error e = write_page(&web, publication);
	context_let_go(ctx);
	i18n_use(before);
	TRY(e);
	contents_hash_text(out, hash);
	publication->sha256 = arena_text(arena, hash);
	publication->size = (int64_t)out->length;
	return ok();
}

const char *publish_name(struct arena *arena, const struct publication *publication)
{
	return arena_printf(arena, "klash-%s.html", publication->stage);
}
