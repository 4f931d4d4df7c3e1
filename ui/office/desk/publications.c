/* SPDX-License-Identifier: MIT
 * The pages that were made for everybody, and when each is to be taken down. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/publication.h"
#include "ui/office/act_keys.h"
#include "ui/office/desk/publishing.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("stage", 22, 2, -1) },
	{ LIST_FIELD("language", 19, 0, -1) },
	{ NC_("column", "State"), 16, 0, ALIGN_LEFT, -1 },
	{ LIST_FIELD("until", 10, 0, -1) },
	{ LIST_FIELD("time", 21, 0, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return publication_ids(ctx, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct publication p;

	(void)screen;
	TRY(publication_get(ctx, arena, id, &p));
	cells[0] = cell_code(WORDS_PAGE_STAGE, p.stage);
	cells[1] = cell_code(WORDS_PAGE_LANGUAGE, p.lang);
	cells[2] = cell_code(WORDS_PAGE_STATE, publication_state(ctx, &p));
	cells[3] = cell_day(p.until);
	cells[4] = cell_time(p.at);
	switch (page_state_of(publication_state(ctx, &p))) {
	case PAGE_STATE_DUE:
		look->style = STYLE_ALERT;
		break;
	case PAGE_STATE_DOWN:
		look->style = STYLE_QUIET;
		break;
	case PAGE_STATE_PUBLISHED:
	case PAGE_STATE_UNKNOWN:
		break;
	}
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *title, size_t size)
{
	struct publication p;

	TRY(publication_get(ctx, arena, id, &p));
	snprintf(title, size, "%lld", (long long)id);
	page_styled(page, "", STYLE_TITLE, text_word(WORDS_PAGE_STAGE, p.stage));
	page_field(page, C_("column", "State"),
		text_word(WORDS_PAGE_STATE, publication_state(ctx, &p)));
	page_value(page, ctx, &record_of_publication, &p, "language");
	page_value(page, ctx, &record_of_publication, &p, "time");
	page_value(page, ctx, &record_of_publication, &p, "by");
	page_value(page, ctx, &record_of_publication, &p, "until");
	page_value(page, ctx, &record_of_publication, &p, "down");
	page_value(page, ctx, &record_of_publication, &p, "size");
	page_value(page, ctx, &record_of_publication, &p, "sha256");
	return page_notes(ctx, arena, reference_number(KIND_PUBLICATION, id).text, page);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_publication,
	.ids = ids,
	.row = row,
	.empty = N_("No pages have been made for everybody yet. E makes one: the call, the "
		    "challenges, questions and answers, the teams that go on, the results."),
	.file = "pages",
};

static void on_new(struct ui *ui, struct screen *screen)
{
	int64_t id = publishing_make(ui);

	if (id != 0)
		list_expect(screen, id);
}

static const struct command commands[] = {
	{ .keys = { K_NEW, 'E' },
		.action = ACT_PUBLISH,
		.label = NC_("command", "new page"),
		.help = N_("Make a page for everybody: the call, the challenges, questions, teams, "
			   "results"),
		.run = on_new },
	PUBLICATION_ACTS,
};

static const struct command page_commands[] = {
	PUBLICATION_ACTS,
};

const struct place_row publication_place = {
	.shows = KIND_PUBLICATION,
	.commands = { page_commands, LEN(page_commands) },
	.fill = fill_page,
};

const struct place_row publications_place = {
	.lists = KIND_PUBLICATION,
	.title = NC_("title", "Public pages"),
	.help = N_(
		"Pages for everybody, as one file each: somebody puts it on the web and takes it "
		"down when its day has come. Until the outcome may be told, a page says nothing "
		"of it."),
	.go = true,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_PUBLICATIONS | CHANGED_NOTES,
	.list = &source,
};
