/* SPDX-License-Identifier: MIT */
#include "documents/paper.h"

#include <stdlib.h>
#include <string.h>

#include "documents/limits.h"
#include "documents/memory.h"
#include "documents/text.h"

static const char *const names[AROUND_COUNT] = {
	[AROUND_NOTICE] = "notice",
	[AROUND_MARK] = "mark",
	[AROUND_HEAD] = "head",
	[AROUND_ADDRESS] = "address",
	[AROUND_NAME] = "name",
	[AROUND_NUMBER] = "number",
	[AROUND_DAY] = "day",
	[AROUND_FOOT] = "foot",
	[AROUND_HASH] = "hash",
	[AROUND_HASH_USE] = "hash_use",
};

/* The array with room for one more, which is zeroed; it doubles at powers of two. */
static void *one_more(void *rows, size_t n, size_t size)
{
	if ((n & (n - 1)) == 0)
		rows = grow(rows, (n == 0 ? 1 : n * 2) * size);
	memset((char *)rows + n * size, 0, size);
	return rows;
}

/* The next field, which must be there and may be shown; NULL: it is not. */
static char *field(char **rest)
{
	char *text = line_next(rest);

	return text != NULL && text_is_clean(text) ? copy_text(text) : NULL;
}

static bool number(char **rest, int most, int *value)
{
	char *text = line_next(rest), *end;

	if (text == NULL || *text == '\0')
		return false;
	long read = strtol(text, &end, 10);
	*value = (int)read;
	return *end == '\0' && read >= 0 && read <= most;
}

static struct paper *last_paper(struct papers *papers)
{
	return papers->n == 0 ? NULL : &papers->rows[papers->n - 1];
}

static struct paper_block *last_block(struct papers *papers, const char *kinds)
{
	struct paper *paper = last_paper(papers);

	if (paper == NULL || paper->n == 0)
		return NULL;
	struct paper_block *block = &paper->blocks[paper->n - 1];
	return strchr(kinds, (int)block->kind) == NULL ? NULL : block;
}

static bool read_made(struct papers *papers, char **rest)
{
	char *text = line_next(rest), *end;

	if (text == NULL)
		return false;
	papers->made = strtoll(text, &end, 10);
	return *end == '\0' && papers->made >= 0 && papers->made < (int64_t)1 << 40;
}

static bool read_paper(struct papers *papers, char **rest)
{
	papers->rows = one_more(papers->rows, papers->n, sizeof(*papers->rows));
	struct paper *paper = &papers->rows[papers->n++];

	paper->lang = field(rest);
	paper->title = field(rest);
	return paper->title != NULL && text_is_language(paper->lang);
}

static bool read_around(struct papers *papers, char **rest)
{
	struct paper *paper = last_paper(papers);
	char *name = line_next(rest);

	for (size_t i = 0; paper != NULL && name != NULL && i < AROUND_COUNT; i++)
		if (strcmp(names[i], name) == 0) {
			if (paper->around[i] != NULL)
				return false;
			paper->around[i] = field(rest);
			return paper->around[i] != NULL;
		}
	return false;
}

static bool read_flags(struct paper_block *block, const char *flags)
{
	if (flags == NULL)
		return false;
	block->close = strchr(flags, 'c') != NULL;
	block->boxed = strchr(flags, 'x') != NULL;
	block->numbered = strchr(flags, 'n') != NULL;
	return true;
}

static bool read_block(struct papers *papers, char **rest)
{
	struct paper *paper = last_paper(papers);
	char *kind = line_next(rest);

	if (paper == NULL || kind == NULL || strlen(kind) != 1 ||
		strchr("HPLIFBTKS", *kind) == NULL)
		return false;
	paper->blocks = one_more(paper->blocks, paper->n, sizeof(*paper->blocks));
	struct paper_block *block = &paper->blocks[paper->n++];
	block->kind = (enum paper_kind) * kind;
	if (!read_flags(block, line_next(rest)) || !number(rest, 2, &block->level) ||
		!number(rest, PAPER_DEPTH_MAX, &block->depth) ||
		!number(rest, PAPER_LINES_MAX, &block->lines))
		return false;
	block->lang = field(rest);
	block->number = field(rest);
	block->text = field(rest);
	block->below = field(rest);
	return block->below != NULL && block->text != NULL && block->number != NULL &&
	       block->lang != NULL && (*block->lang == '\0' || text_is_language(block->lang));
}

static bool add_item(struct paper_block *block, char *text)
{
	block->items = one_more(block->items, block->item_n, sizeof(*block->items));
	block->items[block->item_n++] = text;
	return text != NULL;
}

static bool read_item(struct papers *papers, char **rest)
{
	struct paper_block *block = last_block(papers, "I");

	return block != NULL && add_item(block, field(rest));
}

static bool read_fact(struct papers *papers, char **rest)
{
	struct paper_block *block = last_block(papers, "FB");

	if (block == NULL)
		return false;
	block->facts = one_more(block->facts, block->fact_n, sizeof(*block->facts));
	struct paper_fact *fact = &block->facts[block->fact_n++];
	fact->label = field(rest);
	fact->value = field(rest);
	fact->lang = field(rest);
	return fact->label != NULL && fact->value != NULL && fact->lang != NULL &&
	       (*fact->lang == '\0' || text_is_language(fact->lang));
}

static bool read_column(struct papers *papers, char **rest)
{
	struct paper_block *block = last_block(papers, "T");
	int is_number;

	if (block == NULL || block->row_n > 0 || block->column_n == PAPER_COLUMNS_MAX ||
		!number(rest, 1, &is_number))
		return false;
	block->columns = one_more(block->columns, block->column_n, sizeof(*block->columns));
	struct paper_column *column = &block->columns[block->column_n++];
	column->number = is_number == 1;
	column->title = field(rest);
	return column->title != NULL;
}

static bool read_row(struct papers *papers, char **rest)
{
	struct paper_block *block = last_block(papers, "T");

	if (block == NULL || block->column_n == 0)
		return false;
	for (size_t c = 0; c < block->column_n; c++)
		if (!add_item(block, field(rest)))
			return false;
	block->row_n++;
	return *rest == NULL;
}

static bool read_signature(struct papers *papers, char **rest)
{
	struct paper_block *block = last_block(papers, "S");

	if (block == NULL)
		return false;
	block->signatures =
		one_more(block->signatures, block->signature_n, sizeof(*block->signatures));
	struct paper_signature *s = &block->signatures[block->signature_n++];
	s->day = field(rest);
	s->hand = field(rest);
	s->name = field(rest);
	s->role = field(rest);
	s->done = field(rest);
	return s->day != NULL && s->hand != NULL && s->name != NULL && s->role != NULL &&
	       s->done != NULL;
}

static bool read_line(struct papers *papers, char *line)
{
	static const struct {
		const char *what;
		bool (*read)(struct papers *papers, char **rest);
	} lines[] = {
		{ "M", read_made },
		{ "D", read_paper },
		{ "K", read_around },
		{ "B", read_block },
		{ "I", read_item },
		{ "F", read_fact },
		{ "C", read_column },
		{ "T", read_row },
		{ "G", read_signature },
	};
	char *rest = line, *what = line_next(&rest);

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		if (strcmp(lines[i].what, what) == 0)
			return lines[i].read(papers, &rest);
	return false;
}

enum line_fault papers_read(struct papers *papers, FILE *in)
{
	enum line_fault fault = FAULT_NONE;
	char *line = NULL;
	size_t room = 0, all = 0;
	ssize_t n;
	bool ended = false;

	*papers = (struct papers){ 0 };
	while (fault == FAULT_NONE && !ended && (n = getline(&line, &room, in)) > 0) {
		all += (size_t)n;
		if (line[n - 1] == '\n')
			line[n - 1] = '\0';
		ended = strcmp(line, ".") == 0;
		fault = all > PAPER_MAX         ? FAULT_LARGE :
			ended                   ? FAULT_NONE :
			read_line(papers, line) ? FAULT_NONE :
						  FAULT_INPUT;
	}
	free(line);
	return fault == FAULT_NONE && (!ended || papers->n == 0) ? FAULT_INPUT : fault;
}

static void clear_block(struct paper_block *block)
{
	char *const texts[] = { block->lang, block->number, block->text, block->below };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		free(texts[i]);
	for (size_t i = 0; i < block->item_n; i++)
		free(block->items[i]);
	for (size_t i = 0; i < block->fact_n; i++) {
		free(block->facts[i].label);
		free(block->facts[i].value);
		free(block->facts[i].lang);
	}
	for (size_t i = 0; i < block->column_n; i++)
		free(block->columns[i].title);
	for (size_t i = 0; i < block->signature_n; i++) {
		free(block->signatures[i].day);
		free(block->signatures[i].hand);
		free(block->signatures[i].name);
		free(block->signatures[i].role);
		free(block->signatures[i].done);
	}
	free(block->items);
	free(block->facts);
	free(block->columns);
	free(block->signatures);
}

void papers_clear(struct papers *papers)
{
	for (size_t i = 0; i < papers->n; i++) {
		struct paper *paper = &papers->rows[i];

		free(paper->lang);
		free(paper->title);
		for (size_t a = 0; a < AROUND_COUNT; a++)
			free(paper->around[a]);
		for (size_t b = 0; b < paper->n; b++)
			clear_block(&paper->blocks[b]);
		free(paper->blocks);
	}
	free(papers->rows);
	*papers = (struct papers){ 0 };
}
