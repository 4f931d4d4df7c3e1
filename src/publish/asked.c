/* SPDX-License-Identifier: MIT
 * Questions that have been answered to all alike; who asked is not in what is read (directive
 * 2014/24/EU, article 18). */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/question.h"
#include "src/publish/stage.h"

/* A text that is not there in the page's language is told in the one it was given in, and says so.
 */
static const char *given_in(
	const struct web *web, const char *fi, const char *sv, const char **text)
{
	bool swedish = strcmp(web->lang, "sv") == 0;
	const char *own = web_own(web, fi, sv), *other = web_own(web, sv, fi);

	*text = *own != '\0' ? own : other;
	if (*own != '\0' || *other == '\0')
		return NULL;
	return swedish ? "fi" : "sv";
}

static void put_text(struct web *web, const char *tag, const char *fi, const char *sv)
{
	const char *text, *lang = given_in(web, fi, sv, &text);

	web_element(web, tag, "", lang, text);
	if (lang != NULL)
		web_paragraph(web, "pale",
			strcmp(lang, "fi") == 0 ? _("This text is in Finnish only.") :
						  _("This text is in Swedish only."));
}

static void put_question(struct web *web, const struct published_question *q)
{
	buffer_text(web->out, "<article class=\"asked\">\n");
	put_text(web, "h3", q->text_fi, q->text_sv);
	put_text(web, "p", q->answer_fi, q->answer_sv);
	web_paragraph(web, "pale",
		*q->challenge == '\0' ?
			/* TRANSLATORS: a question's code, a day. */
			arena_printf(web->arena, _("%s, answered on %s, about all challenges"),
				q->code, web_day(web, day_of_time(q->published))) :
			/* TRANSLATORS: a question's code, a day, a challenge's code. */
			arena_printf(web->arena, _("%s, answered on %s, about challenge %s"),
				q->code, web_day(web, day_of_time(q->published)), q->challenge));
	buffer_text(web->out, "</article>\n");
}

struct error web_questions(struct web *web)
{
	struct published_questions all;

	TRY(questions_published(web->ctx, web->arena, 0, 0, &all));
	web_heading(web, "questions", C_("web page", "Questions and answers"));
	web_paragraph(web, "",
		arena_printf(web->arena,
			ngettext("%lu question has been answered.",
				"%lu questions have been answered.", (unsigned long)all.n),
			(unsigned long)all.n));
	for (size_t i = 0; i < all.n; i++)
		put_question(web, &all.rows[i]);
	return ok();
}
