/* SPDX-License-Identifier: MIT */
#include "ui/office/desk/publishing.h"

#include <stdio.h>
#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/publication.h"
#include "src/publish/publish.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/export.h"

/* The take-down day, with the usual one proposed; asked again until it is one. false: never mind.
 */
static bool ask_until(struct ui *ui, struct publication *p)
{
	char shown[60];

	text_day(p->until, shown, sizeof(shown));
	for (;;) {
		char *day = ui_ask(ui, text_word(WORDS_FIELD, "take_down"),
			_("Until which day does the page stand on the web? When it has come, the "
			  "desk says so."),
			shown, 1);

		if (day == NULL)
			return false;
		snprintf(shown, sizeof(shown), "%s", day);
		struct error e = day_parse(day, &p->until);
		free(day);
		if (e.code == E_OK)
			e = publication_until_check(ui->ctx, p->until);
		if (e.code == E_OK)
			return true;
		ui_complain(ui, e);
	}
}

static bool ask(struct ui *ui, struct publication *p)
{
	p->stage = ui_choose_word(ui, C_("title", "Page for everybody"), WORDS_PAGE_STAGE, NULL);
	if (p->stage == NULL || publish_until(ui->ctx, p->stage, &p->until).code != E_OK)
		return false;
	p->lang = ui_choose_word(
		ui, text_word(WORDS_FIELD, "page_language"), WORDS_PAGE_LANGUAGE, "both");
	return p->lang != NULL && ask_until(ui, p);
}

int64_t publishing_make(struct ui *ui)
{
	struct arena arena = { 0 };
	struct buffer page = { 0 };
	struct publication p = { .id = 0 };
	struct error e = publication_possible(ui->ctx);
	bool go = e.code == E_OK && ask(ui, &p);

	if (go)
		e = publish_page(ui->ctx, &arena, &p, &page);
	if (go && e.code == E_OK &&
		export_text(
			ui, C_("title", "Page for everybody"), publish_name(&arena, &p), page.text))
		e = publication_add(ui->ctx, &p, &p.id);
	ui_complain(ui, e);
	buffer_clear(&page);
	arena_clear(&arena);
	return p.id;
}

void publishing_ask(struct ui *ui, struct screen *screen)
{
	(void)screen;
	publishing_make(ui);
}
