/* SPDX-License-Identifier: MIT */
#include "src/publish/page.h"

#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"

const char *web_own(const struct web *web, const char *fi, const char *sv)
{
	return strcmp(web->lang, "sv") == 0 ? sv : fi;
}

struct error web_needs(struct web *web, const char *text, const char *what)
{
	if (*text != '\0')
		return ok();
	return rule(arena_printf(web->arena,
		/* TRANSLATORS: "fi" or "sv", and what is missing: a code and the name of a field.
		 */
		_("The page cannot be made in this language (%s) before this is written in it: "
		  "%s."),
		web->lang, what));
}

static void put_class(struct web *web, const char *class)
{
	if (*class != '\0')
		buffer_printf(web->out, " class=\"%s\"", class);
}

void web_element(
	struct web *web, const char *tag, const char *class, const char *lang, const char *text)
{
	buffer_printf(web->out, "<%s", tag);
	put_class(web, class);
	html_lang(web->out, lang);
	buffer_text(web->out, ">");
	html_lines(web->out, utf8_visible(web->arena, text, strlen(text), TEXT_LINES));
	buffer_printf(web->out, "</%s>\n", tag);
}

void web_heading(struct web *web, const char *key, const char *text)
{
	buffer_printf(web->out, "<h2 id=\"%s-%s\">", web->lang, key);
	html_text(web->out, utf8_visible(web->arena, text, strlen(text), TEXT_LINE));
	buffer_text(web->out, "</h2>\n");
}

void web_minor(struct web *web, const char *text)
{
	web_element(web, "h3", "", NULL, text);
}

void web_paragraph(struct web *web, const char *class, const char *text)
{
	if (*text != '\0')
		web_element(web, "p", class, NULL, text);
}

void web_facts_begin(struct web *web)
{
	buffer_text(web->out, "<dl>\n");
}

void web_fact(struct web *web, const char *label, const char *value)
{
	if (*value == '\0')
		return;
	buffer_text(web->out, "<div>");
	web_element(web, "dt", "", NULL, label);
	web_element(web, "dd", "", NULL, value);
	buffer_text(web->out, "</div>\n");
}

void web_facts_end(struct web *web)
{
	buffer_text(web->out, "</dl>\n");
}

const char *web_number(struct web *web, int64_t number)
{
	char text[40];

	text_count(number, text, sizeof(text));
	return arena_text(web->arena, text);
}

const char *web_day(struct web *web, int64_t day)
{
	char text[40];

	text_day(day, text, sizeof(text));
	return arena_text(web->arena, text);
}

void web_bar(struct web *web, int64_t from, int64_t to)
{
	buffer_printf(web->out,
		"<svg class=\"bar\" viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\" "
		"aria-hidden=\"true\" focusable=\"false\"><rect class=\"track\" width=\"1000\" "
		"height=\"8\"/><rect class=\"ink\" x=\"%lld\" width=\"%lld\" height=\"8\"/></svg>\n",
		(long long)from, (long long)(to - from));
}
