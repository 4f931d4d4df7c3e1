/* SPDX-License-Identifier: MIT */
#include "ui/office/desk/publishing.h"

#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/publication.h"
#include "src/publish/publish.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/export.h"

/* The take-down day, with the usual one proposed. false: never mind. */
static bool ask_until(struct ui *ui, struct publication *p, struct error *e)
{
	char proposed[40];

	*e = publish_until(ui->ctx, p->stage, &p->until);
	if (e->code != E_OK)
		return true;
	text_day(p->until, proposed, sizeof(proposed));
	char *day = ui_ask(ui, text_word(WORDS_FIELD, "take_down"),
		_("Until which day does the page stand on the web? When it has come, the desk says "
		  "so."),
		proposed, 1);
	if (day == NULL)
		return false;
	*e = day_parse(day, &p->until);
	free(day);
	return true;
}

static bool ask(struct ui *ui, struct publication *p, struct error *e)
{
	p->stage = ui_choose_word(ui, C_("title", "Page for everybody"), WORDS_PAGE_STAGE, NULL);
	if (p->stage == NULL)
		return false;
	p->lang = ui_choose_word(
		ui, text_word(WORDS_FIELD, "page_language"), WORDS_PAGE_LANGUAGE, "both");
	return p->lang != NULL && ask_until(ui, p, e);
}

void publishing_ask(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct buffer page = { 0 };
	struct publication p = { .id = 0 };
	struct error e = publication_possible(ui->ctx);
	bool go = e.code != E_OK || ask(ui, &p, &e);

	(void)screen;
	if (go && e.code == E_OK)
		e = publish_page(ui->ctx, &arena, &p, &page);
	if (go && e.code == E_OK &&
		export_text(
			ui, C_("title", "Page for everybody"), publish_name(&arena, &p), page.text))
		e = publication_add(ui->ctx, &p, &p.id);
	ui_complain(ui, e);
	buffer_clear(&page);
	arena_clear(&arena);
}
