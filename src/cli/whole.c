/* SPDX-License-Identifier: MIT */
#include "src/cli/whole.h"

#include <string.h>

#include "db/base/utf8.h"
#include "src/export/writer.h"
#include "src/roof/sections.h"

enum { SECTIONS_MAX = 20 };

/* The record, and what its sections found. */
struct whole {
	const struct listing *record;
	const void *arg;
	struct section_found found[SECTIONS_MAX];
	size_t n;
};

static struct error find_all(struct cli *cli, enum kind kind, int64_t id, struct whole *whole)
{
	const struct section *section;
	struct section_of of;

	TRY(section_of(&cli->ctx, &cli->arena, kind, id, &of));
	for (; (section = section_at(kind, whole->n)) != NULL; whole->n++)
		TRY(section_find(&cli->ctx, &cli->arena, section, &of, &whole->found[whole->n]));
	return ok();
}

static const struct column *columns_of(struct cli *cli, const struct whole *whole)
{
	size_t n = whole->record->n;
	struct column *columns = arena_alloc(&cli->arena, (n + whole->n) * sizeof(*columns));

	memcpy(columns, whole->record->columns, n * sizeof(*columns));
	for (size_t i = 0; i < whole->n; i++) {
		const struct section *section = whole->found[i].section;

		columns[n + i] = (struct column){ .name = section->name,
			.title = section->title,
			.kind = CELL_ROWS,
			.seen_by = section->seen_by };
	}
	return columns;
}

static struct error whole_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct whole *whole = arg;

	TRY(whole->record->row(cli, whole->arg, id, row));
	for (size_t i = 0; i < whole->n; i++)
		row_put(row, whole->found[i].section->name, cell_rows(whole->found[i].rows));
	return ok();
}

static void write_section(struct cli *cli, const struct section_found *found)
{
	int labels = 0;

	for (size_t i = 0; i < found->n; i++) {
		int width = utf8_columns(found->lines[i].label);

		labels = width > labels ? width : labels;
	}
	fprintf(cli->out, "\n%s\n", section_heading(found));
	for (size_t i = 0; i < found->n; i++) {
		const struct section_line *line = &found->lines[i];

		write_clean(cli->out, line->label);
		fprintf(cli->out, "%*s", labels - utf8_columns(line->label) + 2, "");
		write_clean(cli->out, line->text);
		fputc('\n', cli->out);
	}
}

struct error print_whole(
	struct cli *cli, const struct listing *record, const void *arg, enum kind kind, int64_t id)
{
	struct whole whole = { record, arg, .n = 0 };
	struct listing listing = *record;

	TRY(find_all(cli, kind, id, &whole));
	listing.columns = columns_of(cli, &whole);
	listing.n = record->n + whole.n;
	listing.row = whole_row;
	TRY(print_one(cli, &listing, &whole, id));
	for (size_t i = 0; i < whole.n && cli_reader(cli) == READ_SHOWN; i++)
		if (whole.found[i].n > 0)
			write_section(cli, &whole.found[i]);
	return ok();
}
