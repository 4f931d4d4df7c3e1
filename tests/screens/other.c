/* SPDX-License-Identifier: MIT */
#include "tests/screens/other.h"

#include <string.h>

#include "src/phases/note.h"
#include "src/roof/kinds.h"
#include "src/phases/submission.h"

static struct error add_note(struct context *ctx, const char *code, const char *text)
{
	struct note note = { .object = code, .who = "Virpi Esimerkki", .text = text };
	int64_t id;

	return note_add(ctx, &note, kinds_name, &id);
}

static struct error change_title(
	struct context *ctx, struct arena *arena, const char *code, const char *text)
{
	struct submission_input input = { 0 };
	struct applicants co;
	int64_t id;

	TRY(submission_find(ctx, "problem", code, &id));
	TRY(submission_get(ctx, arena, id, &input.submission));
	TRY(submission_coapplicants(ctx, arena, id, &co));
	input.submission.title = text;
	input.coapplicants = co.rows;
	input.n = co.n;
	return submission_update(ctx, &input);
}

bool other_writes(const struct driver *driver, const char *what, const char *code, const char *text)
{
	struct context ctx;
	struct arena arena = { 0 };
	struct error e = context_open(driver->path, &ctx);

	if (e.code != E_OK)
		return false;
	context_use_clock(&ctx, driver->ctx.clock);
	ctx.ahead = driver->ctx.ahead;
	e = context_enter(&ctx, "toimisto", "uid 1001");
	if (e.code == E_OK && strcmp(what, "note") == 0)
		e = add_note(&ctx, code, text);
	else if (e.code == E_OK && strcmp(what, "title") == 0)
		e = change_title(&ctx, &arena, code, text);
	else if (e.code == E_OK)
		e = fail(E_NOT_FOUND, "record");
	context_close(&ctx);
	arena_clear(&arena);
	return e.code == E_OK;
}
