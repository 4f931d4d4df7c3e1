/* SPDX-License-Identifier: MIT
 * Documents as PDF and ODT: said in lines (documents/lines.h) to klash-documents, which knows how
 * such files are made. */
#include "documents/lines.h"
#include "src/base/documents.h"
#include "src/documents/writer.h"

static void put_field(FILE *out, const char *text)
{
	line_field(out, '\0', text == NULL ? "" : text);
}

static void put_number(FILE *out, long long number)
{
	fprintf(out, "\t%lld", number);
}

static void end(FILE *out)
{
	putc('\n', out);
}

static void put_around(const struct document *document, FILE *out)
{
	const struct {
		const char *name, *text;
	} rows[] = {
		{ "notice", document->notice },
		{ "mark", document->mark },
		{ "head", document->head },
		{ "address", document->address },
		{ "name", document->name },
		{ "number", document->number },
		{ "day", document->day },
		{ "foot", document->foot },
		{ "hash", document->hash },
		{ "hash_use", document->hash_use },
	};

	for (size_t i = 0; i < LEN(rows); i++) {
		if (rows[i].text == NULL)
			continue;
		putc('K', out);
		put_field(out, rows[i].name);
		put_field(out, rows[i].text);
		end(out);
	}
}

static void put_facts(const struct block *block, FILE *out)
{
	for (size_t i = 0; i < block->n; i++) {
		putc('F', out);
		put_field(out, block->facts[i].label);
		put_field(out, block->facts[i].value);
		put_field(out, block->facts[i].lang);
		end(out);
	}
}

static void put_table(const struct block *block, FILE *out)
{
	for (size_t c = 0; c < block->n; c++) {
		putc('C', out);
		put_number(out, block->columns[c].number ? 1 : 0);
		put_field(out, block->columns[c].title);
		end(out);
	}
	for (size_t r = 0; r < block->row_count; r++) {
		putc('T', out);
		for (size_t c = 0; c < block->n; c++)
			put_field(out, block->cells[r * block->n + c]);
		end(out);
	}
}

static void put_list(const struct block *block, FILE *out)
{
	for (size_t i = 0; i < block->n; i++) {
		putc('I', out);
		put_field(out, block->cells[i]);
		end(out);
	}
}

static void put_signatures(const struct block *block, FILE *out)
{
	for (size_t i = 0; i < block->n; i++) {
		putc('G', out);
		put_field(out, block->signatures[i].day);
		put_field(out, block->signatures[i].hand);
		put_field(out, block->signatures[i].name);
		put_field(out, block->signatures[i].role);
		put_field(out, block->signatures[i].done);
		end(out);
	}
}

/* What belongs to the block, in lines of its own. */
static void put_parts(const struct block *block, FILE *out)
{
	switch (block->kind) {
	case BLOCK_LIST:
		put_list(block, out);
		break;
	case BLOCK_FACTS:
	case BLOCK_BOXES:
		put_facts(block, out);
		break;
	case BLOCK_TABLE:
		put_table(block, out);
		break;
	case BLOCK_SIGNATURES:
		put_signatures(block, out);
		break;
	case BLOCK_HEADING:
	case BLOCK_PARAGRAPH:
	case BLOCK_LITERAL:
	case BLOCK_TICK:
		break;
	}
}

static void put_block(const struct block *block, FILE *out)
{
	static const char *const letters[] = {
		[BLOCK_HEADING] = "H",
		[BLOCK_PARAGRAPH] = "P",
		[BLOCK_LITERAL] = "L",
		[BLOCK_LIST] = "I",
		[BLOCK_FACTS] = "F",
		[BLOCK_BOXES] = "B",
		[BLOCK_TABLE] = "T",
		[BLOCK_TICK] = "K",
		[BLOCK_SIGNATURES] = "S",
	};

	fprintf(out, "B\t%s\t%s%s%s", letters[block->kind], block->close ? "c" : "",
		block->boxed ? "x" : "", block->numbered ? "n" : "");
	put_number(out, block->level);
	put_number(out, block->depth);
	put_number(out, block->lines);
	put_field(out, block->lang);
	put_field(out, block->number);
	put_field(out, block->text);
	put_field(out, block->below);
	end(out);
	put_parts(block, out);
}

static void put_documents(const struct documents *all, FILE *out)
{
	putc('M', out);
	put_number(out, all->made);
	end(out);
	for (size_t i = 0; i < all->n; i++) {
		const struct document *document = &all->rows[i];

		putc('D', out);
		put_field(out, document->lang);
		put_field(out, document->title);
		end(out);
		put_around(document, out);
		for (size_t b = 0; b < document->n; b++)
			put_block(&document->blocks[b], out);
	}
	fputs(".\n", out);
}

static void say(const void *arg, FILE *out)
{
	put_documents(arg, out);
}

struct error document_write_pdf(const struct documents *all, struct buffer *out)
{
	return documents_made("write-pdf", say, all, out);
}

struct error document_write_odt(const struct documents *all, struct buffer *out)
{
	return documents_made("write-odt", say, all, out);
}
