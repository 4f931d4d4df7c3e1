/* SPDX-License-Identifier: MIT
 * The log as sentences; Enter shows what an entry changed. */
#include "src/roof/journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ NC_("column", "When"), 21, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "What"), 40, 1, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const char *object = place_list_of(screen)->text;

	(void)sort;
	return journal_ids(ctx, *object == '\0' ? NULL : object, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct log_entry entry;

	(void)screen;
	(void)look;
	TRY(journal_get(ctx, arena, id, &entry));
	cells[0] = cell_time(entry.time);
	cells[1] = cell_text(journal_sentence(ctx, arena, &entry));
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct log_entry entry;
	struct journal_changes changes;
	char when[80];

	TRY(journal_get(ctx, arena, id, &entry));
	TRY(journal_changes(ctx, arena, id, &changes));
	snprintf(name, size, "%lld", (long long)id);
	text_time_exact(entry.time, when, sizeof(when));
	page_styled(page, "", STYLE_TITLE, journal_sentence(ctx, arena, &entry));
	page_field(page, C_("label", "When"), when);
	page_field(page, C_("label", "From"), entry.via);
	for (size_t i = 0; i < changes.n; i++) {
		const struct journal_change *c = &changes.rows[i];

		if (*c->before == '\0')
			page_field(page, c->what, c->after);
		else
			page_printf(page, c->what, "%s %s %s", c->before, term_glyph(GLYPH_RIGHT),
				c->after);
	}
	page_gap(page);
	page_field(page, C_("label", "Hash"), entry.hash);
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	char name[100];

	(void)screen;
	return fill_page(ctx, arena, id, page, name, sizeof(name));
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	place_open(ui, PLACE_LOG_ENTRY, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("Nothing has been done with it yet."),
	.file = "log",
};

static void on_disclosures(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_DISCLOSURES, 0);
}

static const struct command commands[] = {
	{ .keys = { 'd' },
		.action = ACT_READ_LOG,
		.label = NC_("command", "disclosures"),
		.help = N_("What left with personal data"),
		.run = on_disclosures },
};

const struct place_row log_entry_place = {
	.fill = fill_page,
};

/* Of one record, if the target's text names one. */
const struct place_row journal_place = {
	.title = NC_("title", "Log"),
	.help = N_(
		"Who did what and when, the newest first. Every entry holds the hash of the one before "
		"it: `klash verify` checks that nothing was changed afterwards."),
	.go = true,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_LOG,
	.list = &source,
};
