/* SPDX-License-Identifier: MIT
 * Documents as klash says them (lines.h), read into memory and checked: whoever writes a file of
 * them meets nothing that is not bounded and UTF-8 without controls. */
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "documents/lines.h"

enum { PAPER_COLUMNS_MAX = 40, PAPER_DEPTH_MAX = 4, PAPER_LINES_MAX = 60 };

/* What stands around the blocks of a document. */
enum around {
	AROUND_NOTICE,
	AROUND_MARK,
	AROUND_HEAD,
	AROUND_ADDRESS,
	AROUND_NAME,
	AROUND_NUMBER,
	AROUND_DAY,
	AROUND_FOOT,
	AROUND_HASH,
	AROUND_HASH_USE,
	AROUND_COUNT,
};

struct paper_fact {
	char *label, *value, *lang; /* lang: of the label; "": the block's */
};

struct paper_column {
	char *title;
	bool number;
};

struct paper_signature {
	char *day, *hand, *name, *role, *done;
};

enum paper_kind {
	PAPER_HEADING = 'H',
	PAPER_PARAGRAPH = 'P',
	PAPER_LITERAL = 'L',
	PAPER_LIST = 'I',
	PAPER_FACTS = 'F',
	PAPER_BOXES = 'B',
	PAPER_TABLE = 'T',
	PAPER_TICK = 'K',
	PAPER_SIGNATURES = 'S',
};

/* Texts are "" where there is none. */
struct paper_block {
	enum paper_kind kind;
	bool close, boxed, numbered;
	int level, depth, lines;
	char *lang, *number, *text, *below;
	char **items; /* of a list; of a table its cells, a row after the other */
	struct paper_fact *facts;
	struct paper_column *columns;
	struct paper_signature *signatures;
	size_t item_n, fact_n, column_n, row_n, signature_n;
};

struct paper {
	char *lang, *title;
	char *around[AROUND_COUNT];
	struct paper_block *blocks;
	size_t n;
};

struct papers {
	struct paper *rows;
	size_t n;
	int64_t made; /* 0: not said */
};

/* FAULT_INPUT, FAULT_LARGE; what was read is to be cleared then too. */
enum line_fault papers_read(struct papers *papers, FILE *in);
void papers_clear(struct papers *papers);
