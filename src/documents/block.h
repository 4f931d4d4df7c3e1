/* SPDX-License-Identifier: MIT
 * A document as blocks, in the order in which they are read: what it says, not how it looks. A
 * document's own file makes them, all words in them are translated already, and a writer
 * (writer.h) makes a file of them. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/base/arena.h"

enum block_kind {
	BLOCK_HEADING,   /* text, level */
	BLOCK_PARAGRAPH, /* text; lines */
	BLOCK_LITERAL, /* text: to be typed, compared or copied to the letter, its lines as they are
			*/
	BLOCK_LIST,    /* cells, n: an item each */
	BLOCK_FACTS,   /* facts, n: label and value, a row each */
	BLOCK_BOXES,   /* facts, n: their labels, each with an empty box for its value */
	BLOCK_TABLE,   /* columns, n; cells, a row after the other, row_count; text: its caption */
	BLOCK_TICK,    /* text behind a box to be ticked; below; numbered; lines */
	BLOCK_SIGNATURES, /* signatures, n: kept together */
};

struct fact {
	const char *label, *value;
	const char *lang; /* of the label, where it is another than the block's; NULL */
};

struct table_column {
	const char *title;
	bool number; /* stands at the right */
};

/* A line each for day and hand, and below it who signs. */
struct signature {
	const char *day, *hand; /* the words before the lines */
	const char *name;       /* NULL: whose it is stands elsewhere in the document */
	const char *role;       /* behind the name; NULL: none */
	const char *done; /* when and how it was signed, instead of the lines; NULL: not yet */
};

struct block {
	enum block_kind kind;
	bool close; /* directly under the block before it, no space between */
	bool boxed; /* what the eye is to find first; those that follow each other share a box */
	int level;  /* of a heading: 1 a chapter, 2 within it */
	const char *number; /* of a heading, "1 §": it hangs in the margin; NULL: none */
	int depth;          /* how far it is set in; 0 at the margin */
	const char *lang;   /* of its text, where it is another than the document's; NULL */
	const char *text;
	const char *below; /* NULL: none */
	bool numbered;     /* room for a number beside the box */
	int lines;         /* empty ones to write upon */
	const struct fact *facts;
	const struct table_column *columns;
	const char *const *cells;
	const struct signature *signatures;
	size_t n, row_count;
};

/* What stands around the blocks; NULL: nothing. */
struct document {
	struct arena *arena;
	const char *lang;    /* "fi", "sv" or "en" */
	const char *notice;  /* what is said above all else */
	const char *mark;    /* the same in a word, across every page: "EXEMPEL" */
	const char *head;    /* whose it is; on paper at the left of every page's head */
	const char *address; /* of a letter: its lines, at the window of the envelope */
	const char *title;
	const char *name; /* what kind of paper it is, in the middle of every page's head; NULL: its
			     title */
	const char *number;   /* its case number, at the right of it */
	const char *day;      /* its day in words, beside the number */
	const char *foot;     /* the lines of every page's foot: address, who is asked about data */
	const char *hash;     /* of what was frozen or signed, on the last page */
	const char *hash_use; /* the sentence what it is for, the hash's name in it */
	struct block *blocks;
	size_t n, room;
};

/* What one file holds: usually one, or one for each of many people, each on its own pages. */
struct documents {
	const char *about; /* the record they are about, as the log names it */
	int64_t made; /* the day that the file says it was made: UTC seconds; 0: it says none */
	struct document *rows;
	size_t n, room;
};

/* All of them and their texts lie in the arena. Text from outside is copied as it may be shown
 * (utf8_visible): no writer meets a control or a mark that reorders text. */
struct document *document_new(
	struct documents *all, struct arena *arena, const char *lang, const char *title);
/* Of what stands around the blocks, which is set afterwards. */
const char *document_words(const struct document *document, const char *text);
void document_add(struct document *document, const struct block *block);

/* The most usual ones. */
void document_heading(struct document *document, const char *text);
void document_paragraph(struct document *document, const char *text);
void document_literal(struct document *document, const char *text);
void document_facts(struct document *document, const struct fact *facts, size_t n);
