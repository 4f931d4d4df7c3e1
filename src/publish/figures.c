/* SPDX-License-Identifier: MIT
 * The competition in numbers, as the records have them on the day. */
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/figure.h"
#include "src/publish/stage.h"

struct error web_figures(struct web *web)
{
	web_heading(web, "figures", C_("web page", "In numbers"));
	web_facts_begin(web);
	for (size_t i = 0; web->stage->figures[i] != NULL; i++) {
		int64_t n;

		TRY(figure_count(web->ctx, web->stage->figures[i], &n));
		web_fact(web, text_word(WORDS_FIGURE, web->stage->figures[i]), web_number(web, n));
	}
	web_facts_end(web);
	/* TRANSLATORS: %s is a day. */
	web_paragraph(
		web, "pale", arena_printf(web->arena, _("As of %s."), web_day(web, web->today)));
	return ok();
}
