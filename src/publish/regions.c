/* SPDX-License-Identifier: MIT
 * The regions as tiles that lie as they do on the map, each with its number written in it; the list
 * below says the same. */
#include <string.h>

#include "src/base/i18n.h"
#include "db/store/publication.h"
#include "src/publish/stage.h"

enum { TILE = 100, ROWS = 7, COLUMNS = 6 };

/* Where a region's tile lies, by the code of the region (Statistics Finland's classification). */
static const struct {
	const char *code;
	int row, column;
} places[] = {
	{ "19", 0, 4 }, /* Lapland */
	{ "17", 1, 4 }, { "18", 1, 5 }, { "15", 2, 2 }, { "16", 2, 3 }, { "11", 2, 4 },
	{ "12", 2, 5 }, { "14", 3, 2 }, { "13", 3, 3 }, { "10", 3, 4 }, { "04", 4, 1 },
	{ "06", 4, 2 }, { "07", 4, 3 }, { "08", 4, 4 }, { "09", 4, 5 }, { "02", 5, 1 },
	{ "05", 5, 2 }, { "01", 5, 3 }, { "21", 6, 0 }, /* Åland */
};

static const char *name_of(const struct region_part *part)
{
	return i18n_pick(part->name_fi, part->name_sv, "", NULL);
}

/* A long name breaks after its hyphen or at its blank. */
static void put_name(struct web *web, const char *name, int x, int y)
{
	size_t break_at = strcspn(name, "- ");
	size_t first = name[break_at] == '-' ? break_at + 1 : break_at;

	buffer_printf(web->out, "<text class=\"name\" x=\"%d\" y=\"%d\">", x + TILE / 2, y + 68);
	html_text(web->out, arena_bytes(web->arena, name, first));
	buffer_text(web->out, "</text>");
	if (name[break_at] == '\0')
		return;
	buffer_printf(web->out, "<text class=\"name\" x=\"%d\" y=\"%d\">", x + TILE / 2, y + 84);
	html_text(web->out, name + break_at + 1);
	buffer_text(web->out, "</text>");
}

static void put_tile(struct web *web, const struct region_part *part, int row, int column)
{
	int x = column * TILE, y = row * TILE;

	buffer_printf(web->out,
		"<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>"
		"<text class=\"count\" x=\"%d\" y=\"%d\">%lld</text>",
		part->municipalities == 0 ? "tile none" : "tile", x + 2, y + 2, TILE - 4, TILE - 4,
		x + TILE / 2, y + 44, (long long)part->municipalities);
	put_name(web, name_of(part), x, y);
	buffer_text(web->out, "\n");
}

static void put_map(struct web *web, const struct region_parts *parts)
{
	buffer_printf(web->out,
		"<svg class=\"map\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"",
		COLUMNS * TILE, ROWS * TILE);
	html_text(web->out,
		_("Municipalities that took part, by region: the list below has the same numbers."));
	buffer_text(web->out, "\">\n");
	for (size_t i = 0; i < LEN(places); i++)
		for (size_t k = 0; k < parts->n; k++)
			if (strcmp(parts->rows[k].code, places[i].code) == 0)
				put_tile(web, &parts->rows[k], places[i].row, places[i].column);
	buffer_text(web->out, "</svg>\n");
}

struct error web_regions(struct web *web)
{
	struct region_parts parts;

	TRY(store_region_parts(web->ctx->db, web->arena, web->today, &parts));
	web_heading(web, "regions", C_("web page", "Municipalities by region"));
	web_paragraph(web, "",
		_("So many municipalities of each region have sent in a problem, alone or "
		  "together with others."));
	put_map(web, &parts);
	buffer_text(web->out, "<ul class=\"regions\">\n");
	for (size_t i = 0; i < parts.n; i++) {
		buffer_text(web->out, "<li>");
		web_element(web, "span", "", NULL, name_of(&parts.rows[i]));
		web_element(
			web, "span", "number", NULL, web_number(web, parts.rows[i].municipalities));
		buffer_text(web->out, "</li>\n");
	}
	buffer_text(web->out, "</ul>\n");
	return ok();
}
