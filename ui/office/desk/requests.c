/* SPDX-License-Identifier: MIT
 * Requests for information: what waits and until when, how each was answered or refused. */
#include "src/phases/request.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/roof/kinds.h"
#include "src/roof/lookup.h"
#include "ui/office/act_keys.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("code", 6, 0, REQUESTS_BY_NUMBER) },
	{ LIST_FIELD("due", 10, 0, REQUESTS_BY_DUE) },
	{ NC_("column", "State"), 12, 0, ALIGN_LEFT, -1 },
	{ LIST_FIELD("text", 20, 3, -1) },
	{ LIST_FIELD("requester", 12, 1, -1) },
	{ LIST_FIELD("handler", 10, 1, -1) },
	{ LIST_FIELD("object", 8, 0, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	return request_ids(ctx, (enum info_request_sort)sort,
		&(struct info_request_filter){ .state = NULL }, list);
}

static enum style style_of(const char *state)
{
	switch (request_state_code_of(state)) {
	case REQUEST_STATE_OVERDUE:
		return STYLE_ALERT;
	case REQUEST_STATE_OPEN:
		return STYLE_ACCENT;
	case REQUEST_STATE_ANSWERED:
	case REQUEST_STATE_REFUSED:
	case REQUEST_STATE_DECIDED:
	case REQUEST_STATE_UNKNOWN:
		break;
	}
	return STYLE_PLAIN;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct info_request r;

	(void)screen;
	TRY(request_get(ctx, arena, id, &r));
	cells[0] = cell_text(r.code);
	cells[1] = cell_day(r.due);
	cells[2] = cell_code(WORDS_REQUEST_STATE, request_state(ctx, &r));
	cells[3] = cell_text(r.text);
	cells[4] = cell_text(r.requester);
	cells[5] = cell_text(r.handler);
	cells[6] = cell_text(r.object);
	look->style = style_of(request_state(ctx, &r));
	return ok();
}

/* What the record is called leads to it. */
static struct error add_object(
	struct context *ctx, struct arena *arena, const struct info_request *r, struct page *page)
{
	struct found found;

	if (*r->object == '\0')
		return ok();
	TRY(lookup_code(ctx, arena, r->object, &found));
	page_link(page, text_word(WORDS_FIELD, "request_object"), found.kind, found.id,
		kinds_line(arena, &found));
	return ok();
}

static struct error add_term(
	struct context *ctx, struct arena *arena, const struct info_request *r, struct page *page)
{
	struct request_term term;
	char due[60];

	(void)ctx;
	TRY(request_term(arena, r->received, &term));
	text_day(r->due, due, sizeof(due));
	/* TRANSLATORS: a day, and the section of the law that it follows from. */
	page_printf(page, text_word(WORDS_FIELD, "request_due"), _("%s (%s)"), due, term.source);
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	static const char *const rest[] = { "answered", "given", "withheld", "clause", "purpose",
		"refused", "reason", "decision_day", "decision_number" };
	const struct record *record = &record_of_info_request;
	struct info_request r;

	TRY(request_get(ctx, arena, id, &r));
	snprintf(name, size, "%s", r.code);
	page_styled(
		page, r.code, STYLE_TITLE, text_word(WORDS_REQUEST_STATE, request_state(ctx, &r)));
	TRY(add_term(ctx, arena, &r, page));
	page_value(page, ctx, record, &r, "requester");
	page_value(page, ctx, record, &r, "standing");
	page_value(page, ctx, record, &r, "received");
	page_value(page, ctx, record, &r, "channel");
	page_value(page, ctx, record, &r, "extent");
	page_field(page, text_word(WORDS_FIELD, "handler"), r.handler);
	TRY(add_object(ctx, arena, &r, page));
	page_heading(page, text_word(WORDS_FIELD, "request_text"));
	page_text(page, r.text);
	if (request_closed(&r) != NULL)
		page_gap(page);
	for (size_t i = 0; i < LEN(rest); i++)
		page_value(page, ctx, record, &r, rest[i]);
	if (r.fee != 0)
		page_value(page, ctx, record, &r, "fee");
	return page_notes(ctx, arena, r.code, page);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_info_request,
	.ids = ids,
	.row = row,
	.empty = N_("No requests for information. n records one; its last day follows."),
	.file = "requests",
};

static const struct form_field fields[] = {
	{ .name = "request_text",
		.lines = 4,
		.hint = N_("Which documents or what of them, in the words of who asks.") },
	{ .name = "requester",
		.hint = N_("Who asks for what is public need not say who they are.") },
	{ .name = "standing" },
	{ .name = "request_object",
		.hint = N_("A code, such as P-012, D-1 or T-3; may be empty.") },
	{ .name = "extent",
		.hint = N_(
			"Much to give, or hard to separate what is secret: there is more time.") },
	{ .name = "request_received" },
	{ .name = "request_channel" },
};

struct request_edit {
	int64_t id, v, handler_id;
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct request_edit *edit = arg;
	struct arena arena = { 0 };
	struct info_request r = { .channel = "email",
		.standing = "outsider",
		.extent = "plain",
		.received = day_of_time(context_now(ctx)) };
	struct error e = edit->id == 0 ? ok() : request_get(ctx, &arena, edit->id, &r);

	if (e.code == E_OK) {
		edit->v = r.v;
		edit->handler_id = r.handler_id;
		form_fill_row(form, &r);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct request_edit *edit = arg;
	struct info_request r = { .id = edit->id, .v = edit->v, .handler_id = edit->handler_id };

	TRY(form_read_row(form, &r));
	return edit->id == 0 ? request_add(ui->ctx, &r, kinds_name, &edit->id) :
			       request_update(ui->ctx, &r, kinds_name);
}

static const struct form_def def = { NC_("title", "Request for information"),
	N_("Who asks for what. The last day for the answer follows from the day it arrived."),
	fields, LEN(fields), fill, save, .record = &record_of_info_request };

static const struct form_field answer_fields[] = {
	{ .name = "given" },
	{ .name = "answered" },
	{ .name = "withheld", .lines = 2, .hint = N_("Empty: all of it was given.") },
	{ .name = "clause", .hint = N_("Such as JulkL 24 § 1 mom. 20 k.") },
	{ .name = "fee" },
	{ .name = "purpose",
		.lines = 2,
		.hint = N_("Where personal data of a register was given (16 § 3 mom.).") },
};

static struct error fill_answer(struct context *ctx, struct form *form, void *arg)
{
	struct request_edit *edit = arg;
	struct arena arena = { 0 };
	struct info_request r;
	struct error e = request_get(ctx, &arena, edit->id, &r);

	if (e.code == E_OK) {
		edit->v = r.v;
		r.given = "copy";
		r.answered = day_of_time(context_now(ctx));
		form_fill_row(form, &r);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_answer(struct ui *ui, struct form *form, void *arg)
{
	const struct request_edit *edit = arg;
	struct info_request r = { .id = edit->id, .v = edit->v };

	TRY(form_read_row(form, &r));
	return request_answer(ui->ctx, &r);
}

static const struct form_def answer_def = { NC_("title", "Answer"),
	N_("How it was given. What is withheld is named with its clause."), answer_fields,
	LEN(answer_fields), fill_answer, save_answer, .record = &record_of_info_request };

static void on_new(struct ui *ui, struct screen *screen)
{
	struct request_edit edit = { .id = 0 };

	if (form_run(ui, form_new(ui, &def, &edit)))
		list_expect(screen, edit.id);
}

/* What can still be changed: else why not, before anything is typed. */
static const char *no_open_one(const struct screen *screen, const struct context *ctx)
{
	struct arena arena = { 0 };
	struct info_request r;
	const char *why = needs_record(screen, ctx);

	if (why == NULL &&
		request_get(screen->ui->ctx, &arena, screen_selected(screen), &r).code == E_OK)
		why = request_closed(&r);
	arena_clear(&arena);
	return why;
}

static void run_form(struct ui *ui, struct screen *screen, const struct form_def *form)
{
	struct request_edit edit = { .id = screen_selected(screen) };

	if (form_run(ui, form_new(ui, form, &edit)))
		ui_say(ui, "%s", _("Saved."));
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	run_form(ui, screen, &def);
}

static void on_answer(struct ui *ui, struct screen *screen)
{
	run_form(ui, screen, &answer_def);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_NOTE,
		.label = NC_("command", "new"),
		.help = N_("Record a request for information"),
		.run = on_new },
	{ .keys = { 'a' },
		.action = ACT_NOTE,
		.label = NC_("command", "answer"),
		.help = N_("Record how it was given, and what was withheld"),
		.blocked = no_open_one,
		.run = on_answer },
	REQUEST_ACTS,
	{ .keys = { K_EDIT },
		.action = ACT_NOTE,
		.label = NC_("command", "edit"),
		.help = N_("Correct what was asked"),
		.blocked = no_open_one,
		.run = on_edit },
};

const struct place_row request_place = {
	.shows = KIND_REQUEST,
	.fill = fill_page,
	.commands = { commands + 1, LEN(commands) - 1 },
};

const struct place_row requests_place = {
	.lists = KIND_REQUEST,
	.title = NC_("title", "Requests for information"),
	.help = N_("Who asked for what, and until when it must be answered. What is overdue stands "
		   "first; a refusal is told with its reason, and a decision on it can be had."),
	.go = true,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_REQUESTS | CHANGED_NOTES,
	.list = &source,
};
