/* SPDX-License-Identifier: MIT
 * One record on a page of its own, and what every record has: contact notes, a way to open it. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/roof/lookup.h"
#include "src/phases/note.h"
#include "ui/office/teams/attachments.h"
#include "ui/office/teams/entries.h"
#include "ui/office/procurement/procurement.h"
#include "ui/toolkit/list.h"

struct record_screen {
	struct screen base;
	struct page page;
	record_fill fill;
	struct list_screen *from; /* instead of fill: the list that shows it beside itself */
	int64_t id;
	char title[120];
	struct screen_ops ops; /* with the commands of its kind */
};

static struct record_screen *record_of(const struct screen *screen)
{
	return (struct record_screen *)screen;
}

static void record_title(const struct screen *screen, char *out, size_t size)
{
	snprintf(out, size, "%s", record_of(screen)->title);
}

static struct error record_load(struct screen *screen, struct context *ctx)
{
	struct record_screen *self = record_of(screen);

	struct arena arena = { 0 };

	page_clear(&self->page);
	struct error e = self->from != NULL ? self->from->list.source->record(&self->from->base,
						      ctx, &arena, self->id, &self->page) :
					      self->fill(ctx, &arena, self->id, &self->page,
						      self->title, sizeof(self->title));
	arena_clear(&arena);
	return e;
}

static void record_paint(const struct screen *screen, const struct canvas *body)
{
	struct canvas inner = canvas_part(body, 0, 1, body->area.h, body->area.w - 1);

	page_paint(&record_of(screen)->page, &inner);
}

static bool record_key(struct ui *ui, struct screen *screen, int key)
{
	(void)ui;
	return page_key(&record_of(screen)->page, key, screen->body.h, screen->body.w - 1);
}

static int64_t record_selected(const struct screen *screen)
{
	return record_of(screen)->id;
}

static void record_close(struct screen *screen)
{
	page_clear(&record_of(screen)->page);
}

static const struct screen_ops record_ops = {
	.size = sizeof(struct record_screen),
	.title = record_title,
	.help = N_("One record. The arrows scroll, Esc goes back."),
	.watches = CHANGED_LOG,
	.load = record_load,
	.paint = record_paint,
	.key = record_key,
	.selected = record_selected,
	.close = record_close,
};

struct screen *record_new(
	struct ui *ui, record_fill fill, int64_t id, const struct commands *commands)
{
	struct screen *screen = screen_new(ui, &record_ops);
	struct record_screen *self = record_of(screen);

	self->fill = fill;
	self->id = id;
	self->ops = record_ops;
	if (commands != NULL)
		self->ops.commands = *commands;
	screen->ops = &self->ops;
	return screen;
}

void open_beside(struct ui *ui, struct screen *list, const char *name)
{
	struct screen *screen = record_new(ui, NULL, screen_selected(list), NULL);

	record_of(screen)->from = (struct list_screen *)list;
	snprintf(record_of(screen)->title, sizeof(record_of(screen)->title), "%s", name);
	ui_push(ui, screen);
}

/* A submission's stand among what it sent; its own page has them there. */
static struct error page_files(
	struct context *ctx, struct arena *arena, const char *code, struct page *page)
{
	struct found found;

	TRY(kinds_find(ctx, arena, code, &found));
	if (kind_rows[found.kind].search == SEARCH_SUBMISSION)
		return ok();
	return page_attachments(ctx, arena, found.kind, found.id, page);
}

struct error page_notes(
	struct context *ctx, struct arena *arena, const char *code, struct page *page)
{
	struct id_list ids = { 0 };

	TRY(page_files(ctx, arena, code, page));
	struct error e = note_ids(ctx, code, &ids);

	if (ids.n > 0)
		page_heading(page, _("Contacts"));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct note note;
		char when[80], due[80] = "";

		e = note_get(ctx, arena, ids.ids[i], &note);
		if (e.code != E_OK)
			break;
		text_time(note.at, when, sizeof(when));
		if (note.due != 0)
			text_day(note.due, due, sizeof(due));
		page_printf(
			page, when, "%s%s%s", note.who, *note.who != '\0' ? ": " : "", note.text);
		if (note.due != 0)
			/* TRANSLATORS: %s is a day until which something was promised. */
			page_styled(page, "", note.done != 0 ? STYLE_DIM : STYLE_ACCENT,
				arena_printf(arena,
					note.done != 0 ? _("promised until %s, kept") :
							 _("promised until %s"),
					due));
	}
	id_list_clear(&ids);
	return e;
}

static void (*const pages[KIND_COUNT])(struct ui *ui, int64_t id) = {
	[KIND_PROBLEM] = open_problem,
	[KIND_MUNICIPALITY] = open_municipality,
	[KIND_ORGANIZATION] = open_organization,
	[KIND_PERSON] = open_person,
	[KIND_CHALLENGE] = open_challenge,
	[KIND_NOTE] = open_note,
	[KIND_CONTRACT] = open_contract,
	[KIND_PAYMENT] = open_payment,
	[KIND_SESSION] = open_session,
	[KIND_QUESTION] = open_question,
	[KIND_TEAM] = open_team,
	[KIND_COMPLAINT] = open_complaint,
};

void open_found(struct ui *ui, enum kind kind, int64_t id)
{
	if (pages[kind] != NULL)
		pages[kind](ui, id);
}
