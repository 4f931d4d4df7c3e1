/* SPDX-License-Identifier: MIT */
#include "src/ground/checkpoint.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "db/store/meta.h"
#include "src/base/i18n.h"
#include "src/base/ids.h"

struct error checkpoint_competition(struct context *ctx, char id[CHECKPOINT_ID + 1])
{
	struct arena arena = { 0 };
	char *first = NULL;
	struct error e = store_log_hash(ctx->db, &arena, 1, &first);

	snprintf(id, CHECKPOINT_ID + 1, "%s", e.code == E_OK ? first : "");
	arena_clear(&arena);
	return e.code == E_NOT_FOUND ? ok() : e;
}

static struct error read_head(
	struct context *ctx, struct arena *arena, struct checkpoint *checkpoint)
{
	char *hash;

	TRY(checkpoint_competition(ctx, checkpoint->competition));
	TRY(store_log_head(ctx->db, &checkpoint->seq));
	TRY(store_log_hash(ctx->db, arena, checkpoint->seq, &hash));
	snprintf(checkpoint->hash, sizeof(checkpoint->hash), "%s", hash);
	return ok();
}

struct error checkpoint_make(struct context *ctx, struct checkpoint *checkpoint)
{
	struct arena arena = { 0 };

	*checkpoint = (struct checkpoint){ .time = context_now(ctx) };
	context_hold(ctx);
	struct error e = read_head(ctx, &arena, checkpoint);
	context_let_go(ctx);
	arena_clear(&arena);
	return e;
}

static bool is_signing(const char *verb)
{
	static const char *const verbs[] = { "statement.sign", "statement.record",
		"decision.sign" };

	for (size_t i = 0; i < LEN(verbs); i++)
		if (strcmp(verb, verbs[i]) == 0)
			return true;
	return false;
}

static struct error last_signing(
	struct context *ctx, struct arena *arena, const char *code, struct log_entry *entry)
{
	struct id_list ids = { 0 };
	bool found = false;
	struct error e = store_log_ids(ctx->db, code, &ids);

	for (size_t i = 0; e.code == E_OK && !found && i < ids.n; i++) {
		e = store_log_get(ctx->db, arena, ids.ids[i], entry);
		found = e.code == E_OK && is_signing(entry->verb);
	}
	id_list_clear(&ids);
	return e.code != E_OK || found ? e : fail(E_NOT_FOUND, NULL);
}

struct error checkpoint_of_signing(
	struct context *ctx, const char *code, struct checkpoint *checkpoint)
{
	struct arena arena = { 0 };
	struct log_entry entry;

	*checkpoint = (struct checkpoint){ 0 };
	struct error e = checkpoint_competition(ctx, checkpoint->competition);
	if (e.code == E_OK)
		e = last_signing(ctx, &arena, code, &entry);
	if (e.code == E_OK) {
		checkpoint->seq = entry.seq;
		checkpoint->time = entry.time;
		snprintf(checkpoint->hash, sizeof(checkpoint->hash), "%s", entry.hash);
	}
	arena_clear(&arena);
	return e;
}

void checkpoint_line(const struct checkpoint *checkpoint, char out[CHECKPOINT_LINE_SIZE])
{
	struct tm utc = { 0 };
	char when[40];
	time_t time = (time_t)checkpoint->time;

	gmtime_r(&time, &utc);
	strftime(when, sizeof(when), "%Y-%m-%dT%H:%M:%SZ", &utc);
	snprintf(out, CHECKPOINT_LINE_SIZE, "klash-checkpoint 1 %s %lld %s %s",
		checkpoint->competition, (long long)checkpoint->seq, checkpoint->hash, when);
}

/* What is read is written again: only what comes out the same is a checkpoint. */
static bool parse(const char *line, struct checkpoint *checkpoint)
{
	struct tm utc = { 0 };
	char again[CHECKPOINT_LINE_SIZE];
	long long seq = 0;

	*checkpoint = (struct checkpoint){ 0 };
	if (sscanf(line,
		    "klash-checkpoint 1 %16[0-9a-f] %18lld %64[0-9a-f] %4d-%2d-%2dT%2d:%2d:%2dZ",
		    checkpoint->competition, &seq, checkpoint->hash, &utc.tm_year, &utc.tm_mon,
		    &utc.tm_mday, &utc.tm_hour, &utc.tm_min, &utc.tm_sec) != 9)
		return false;
	utc.tm_year -= 1900;
	utc.tm_mon -= 1;
	checkpoint->seq = seq;
	checkpoint->time = timegm(&utc);
	checkpoint_line(checkpoint, again);
	return seq > 0 && strlen(checkpoint->competition) == CHECKPOINT_ID &&
	       strlen(checkpoint->hash) == 64 && strcmp(line, again) == 0;
}

struct line {
	size_t number;
	enum checkpoint_fault fault;
	struct checkpoint checkpoint;
};

struct lines {
	struct line *rows;
	size_t n;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* One line, without the blanks around it, as mail and editors leave them. */
static enum checkpoint_fault take_line(
	const char *text, size_t n, const char *id, struct checkpoint *checkpoint)
{
	char copy[CHECKPOINT_LINE_SIZE];

	if (n >= sizeof(copy))
		return CHECKPOINT_NONE;
	snprintf(copy, sizeof(copy), "%.*s", (int)n, text);
	if (!parse(copy, checkpoint))
		return CHECKPOINT_NONE;
	return strcmp(checkpoint->competition, id) == 0 ? CHECKPOINT_HOLDS : CHECKPOINT_FOREIGN;
}

static void put_in_report(const struct line *line, struct checkpoint_report *report)
{
	report->lines++;
	if (line->fault == CHECKPOINT_HOLDS) {
		report->hold++;
		if (line->checkpoint.seq > report->proven)
			report->proven = line->checkpoint.seq;
	} else if (report->line == 0 || line->number < report->line) {
		report->fault = line->fault;
		report->line = line->number;
		report->seq = line->fault == CHECKPOINT_NONE ? 0 : line->checkpoint.seq;
	}
}

/* Only those of this competition are kept, to be compared; the others have their fault already. */
static void split(
	const char *text, const char *id, struct lines *lines, struct checkpoint_report *report)
{
	size_t number = 0;

	for (const char *end; *text != '\0'; text = *end == '\0' ? end : end + 1) {
		struct line line = { .number = ++number };

		end = strchrnul(text, '\n');
		size_t n = (size_t)(end - text);
		for (; n > 0 && is_blank(*text); text++)
			n--;
		while (n > 0 && is_blank(text[n - 1]))
			n--;
		if (n == 0)
			continue;
		line.fault = take_line(text, n, id, &line.checkpoint);
		if (line.fault != CHECKPOINT_HOLDS) {
			put_in_report(&line, report);
			continue;
		}
		lines->rows = xrealloc(lines->rows, (lines->n + 1) * sizeof(*lines->rows));
		lines->rows[lines->n++] = line;
	}
}

static int by_seq(const void *a, const void *b)
{
	int64_t x = ((const struct line *)a)->checkpoint.seq;
	int64_t y = ((const struct line *)b)->checkpoint.seq;

	return x < y ? -1 : x > y;
}

static struct error compare(struct context *ctx, struct arena *arena, const struct lines *lines,
	struct verdict *verdict)
{
	struct noted_head *heads = arena_alloc(arena, (lines->n + 1) * sizeof(*heads));

	for (size_t i = 0; i < lines->n; i++)
		heads[i] = (struct noted_head){ .seq = lines->rows[i].checkpoint.seq,
			.hash = lines->rows[i].checkpoint.hash };
	TRY(verify_heads(ctx->db, heads, lines->n, verdict));
	for (size_t i = 0; i < lines->n; i++)
		lines->rows[i].fault = heads[i].state == HEAD_STANDS ? CHECKPOINT_HOLDS :
				       heads[i].state == HEAD_OTHER  ? CHECKPOINT_REWRITTEN :
								       CHECKPOINT_BEYOND;
	return ok();
}

struct error checkpoint_test(struct context *ctx, struct arena *arena, const char *text,
	struct verdict *verdict, struct checkpoint_report *report)
{
	char id[CHECKPOINT_ID + 1];
	struct lines lines = { 0 };

	*report = (struct checkpoint_report){ 0 };
	TRY(checkpoint_competition(ctx, id));
	split(text, id, &lines, report);
	if (report->lines == 0 && lines.n == 0)
		return rule(N_("There is no checkpoint in it."));
	if (lines.n > 0)
		qsort(lines.rows, lines.n, sizeof(*lines.rows), by_seq);
	struct error e = compare(ctx, arena, &lines, verdict);
	for (size_t i = 0; i < lines.n; i++)
		put_in_report(&lines.rows[i], report);
	free(lines.rows);
	return e;
}

static const struct {
	const char *words, *code;
} faults[] = {
	[CHECKPOINT_HOLDS] = { N_("It holds."), "holds" },
	[CHECKPOINT_NONE] = { N_("This is not a checkpoint."), "line" },
	[CHECKPOINT_FOREIGN] = { N_("It is another competition's, or the log was written anew from "
				    "its first entry."),
		"competition" },
	[CHECKPOINT_BEYOND] = { N_("The log ends before it: its end was cut off, or this is an "
				   "older copy of the file."),
		"beyond" },
	[CHECKPOINT_REWRITTEN] = { N_("The log was written anew: that entry or one before it is "
				      "not the one that was there."),
		"hash" },
};

const char *checkpoint_words(enum checkpoint_fault fault)
{
	return faults[fault].words;
}

const char *checkpoint_code(enum checkpoint_fault fault)
{
	return faults[fault].code;
}
