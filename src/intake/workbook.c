/* SPDX-License-Identifier: MIT */
#include "src/intake/workbook.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "documents/lines.h"
#include "src/base/documents.h"
#include "src/base/i18n.h"

/* Every row is as long as the longest: one cell far out in many rows must not fill the memory. */
enum { LINES_MAX = 300 << 20, CELLS_MAX = 10000000, DAY_LENGTH = 10 };

bool workbook_is(const struct buffer *bytes)
{
	return bytes->length > 4 && memcmp(bytes->text, "PK\3\4", 4) == 0;
}

/* A file without a name: the other program reads it from there, whatever it came from. */
static struct error nameless(const struct buffer *bytes, int *fd)
{
	size_t done = 0;

	*fd = memfd_create("klash", MFD_CLOEXEC);
	while (*fd >= 0 && done < bytes->length) {
		ssize_t n = write(*fd, bytes->text + done, bytes->length - done);

		if (n < 0 && errno != EINTR)
			break;
		done += n > 0 ? (size_t)n : 0;
	}
	if (*fd >= 0 && done == bytes->length && lseek(*fd, 0, SEEK_SET) == 0)
		return ok();
	struct error e = { .code = E_IO, .low = errno };
	if (*fd >= 0)
		close(*fd);
	return e;
}

/* What the cell holds, without the letter that says what it is. */
static struct csv_cell cell_of(char *field)
{
	struct csv_cell cell = { "", 0, *field == 'n' };

	if (*field == '\0')
		return cell;
	if (*field == 'D')
		field[1 + DAY_LENGTH] = '\0';
	cell.text = field + 1;
	cell.n = strlen(cell.text);
	return cell;
}

static size_t count_fields(const char *line)
{
	size_t n = 0;

	for (; (line = strchr(line, '\t')) != NULL; line++)
		n++;
	return n;
}

/* "R", its number, its cells. What the row is known by again is all but where it stands. */
static void add_row(struct arena *arena, struct sheet *sheet, char *line, size_t cells)
{
	struct csv_row *row = &sheet->rows[sheet->n++];
	char *rest = line;

	(void)line_next(&rest);
	const char *number = line_next(&rest);
	*row = (struct csv_row){ .row = strtol(number, NULL, 10) };
	row->line = row->row;
	row->raw_n = rest == NULL ? 0 : strlen(rest);
	row->raw = arena_bytes(arena, rest == NULL ? "" : rest, row->raw_n);
	row->cells = arena_alloc(arena, (cells + 1) * sizeof(*row->cells));
	for (char *field; row->n < cells && (field = line_next(&rest)) != NULL;)
		row->cells[row->n++] = cell_of(field);
	while (row->n < cells)
		row->cells[row->n++] = (struct csv_cell){ .text = "" };
}

/* Its rows up to the next sheet, and how many cells the longest has. */
static void measure(char *const *lines, size_t n, size_t *rows, size_t *cells)
{
	*rows = *cells = 0;
	for (; *rows < n && *lines[*rows] == 'R'; (*rows)++) {
		size_t fields = count_fields(lines[*rows]);

		*cells = fields - 1 > *cells ? fields - 1 : *cells;
	}
}

static struct error add_sheets(
	struct arena *arena, char *const *lines, size_t n, struct workbook *workbook)
{
	size_t all = 0;

	for (size_t at = 0; at < n && *lines[at] == 'S';) {
		struct sheet *sheet = &workbook->sheets[workbook->n++];
		char *rest = lines[at++];
		size_t rows, cells;

		(void)line_next(&rest);
		(void)line_next(&rest);
		const char *name = line_next(&rest);
		measure(lines + at, n - at, &rows, &cells);
		all += rows * cells;
		if (all > CELLS_MAX)
			return rule(N_("The workbook is larger than can be taken. Save the list as "
				       "CSV and import that."));
		*sheet = (struct sheet){ name == NULL ? "" : name,
			.rows = arena_alloc(arena, (rows + 1) * sizeof(*sheet->rows)) };
		for (size_t end = at + rows; at < end; at++)
			add_row(arena, sheet, lines[at], cells);
	}
	return ok();
}

/* The lines without their ends; the last, "." for all, is not among them. */
static char **split(struct arena *arena, char *text, size_t *n, size_t *sheets)
{
	size_t count = 1;

	for (const char *at = text; (at = strchr(at, '\n')) != NULL; at++)
		count++;
	char **lines = arena_alloc(arena, count * sizeof(*lines));
	*n = *sheets = 0;
	for (char *line; (line = strsep(&text, "\n")) != NULL && *line != '.';) {
		*sheets += *line == 'S' ? 1 : 0;
		lines[(*n)++] = line;
	}
	return lines;
}

static struct error take_lines(
	struct arena *arena, const struct buffer *said, struct workbook *workbook)
{
	size_t n, sheets;

	/* Without its last line it was cut off on the way. */
	if (said->length < 2 || memcmp(said->text + said->length - 2, ".\n", 2) != 0)
		return fail(E_IO, NULL);
	char **lines = split(arena, arena_bytes(arena, said->text, said->length), &n, &sheets);
	workbook->sheets = arena_alloc(arena, (sheets + 1) * sizeof(*workbook->sheets));
	return add_sheets(arena, lines, n, workbook);
}

struct error workbook_read(struct arena *arena, const struct buffer *bytes, const char *sheet,
	struct workbook *workbook)
{
	struct buffer said = { 0 };
	int fd;

	*workbook = (struct workbook){ 0 };
	TRY(nameless(bytes, &fd));
	struct error e = documents_read("read-xlsx", sheet, fd, LINES_MAX, &said);
	close(fd);
	if (e.code == E_OK)
		e = take_lines(arena, &said, workbook);
	buffer_clear(&said);
	return e;
}

void workbook_names(const struct workbook *workbook, char *out, size_t size)
{
	struct arena arena = { 0 };
	const char *names = "";

	for (size_t i = 0; i < workbook->n; i++)
		names = arena_printf(&arena, "%s%s%s", names, i > 0 ? "\n" : "",
			utf8_visible(&arena, workbook->sheets[i].name,
				strlen(workbook->sheets[i].name), TEXT_LINE));
	snprintf(out, size, "%s", names);
	arena_clear(&arena);
}
