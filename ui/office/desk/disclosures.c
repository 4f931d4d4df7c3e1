/* SPDX-License-Identifier: MIT
 * What left with personal data: who took it, from which list, of how many people. */
#include "src/export/disclosure.h"

#include "src/base/i18n.h"
#include "ui/office/place.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("time", 21, 0, -1) },
	{ LIST_FIELD("by", 12, 1, -1) },
	{ LIST_FIELD("list", 11, 0, -1) },
	{ LIST_FIELD("persons", 6, 0, -1) },
	{ LIST_FIELD("data", 12, 2, -1) },
	{ LIST_FIELD("filter", 8, 2, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return disclosure_ids(ctx, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct disclosure d;

	(void)screen;
	(void)look;
	TRY(disclosure_get(ctx, arena, id, &d));
	enum kind kind = kind_of_noun(d.list);
	cells[0] = cell_time(d.at);
	cells[1] = cell_text(d.who);
	cells[2] = kind == KIND_NONE ? cell_text(d.list) :
				       cell_shown(cell_text(d.list), kind_word(kind));
	cells[3] = cell_number(d.persons);
	cells[4] = cell_text(d.data);
	cells[5] = cell_text(d.filter);
	return ok();
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_disclosure,
	.ids = ids,
	.row = row,
	.empty =
		N_("No contact data has left this file: x on a list and Tab there, or --columns on "
		   "the command line, would write them."),
	.file = "disclosures",
};

const struct place_row disclosures_place = {
	.lists = KIND_DISCLOSURE,
	.title = NC_("title", "Disclosures"),
	.help = N_(
		"What left with personal data, the newest first: contacts of a list, or a file for "
		"an outsider. Each was written down before it left."),
	.watches = CHANGED_DISCLOSURES,
	.list = &source,
};
