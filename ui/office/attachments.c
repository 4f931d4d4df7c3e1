/* SPDX-License-Identifier: MIT */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/sides.h"
#include "src/phases/attachment.h"
#include "src/roof/kinds.h"
#include "ui/office/ask.h"
#include "ui/office/place.h"
#include "ui/office/record.h"
#include "ui/toolkit/ask_path.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct attached {
	struct list_screen list;
	enum kind kind;
	int64_t id;
	char code[80];
};

static struct attached *attached_of(const struct screen *screen)
{
	return (struct attached *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	snprintf(out, size, "%s %s", C_("title", "Attachments"), attached_of(screen)->code);
}

static const struct list_column columns[] = {
	{ LIST_FIELD("number", 3, 0, -1) },
	{ LIST_FIELD("name", 24, 2, -1), .covered = true },
	{ LIST_FIELD("type", 6, 0, -1) },
	{ LIST_FIELD("size", 8, 0, -1) },
	{ LIST_FIELD("publicity", 17, 0, -1) },
	{ LIST_FIELD("added", 10, 1, -1) },
};

/* Rows are known by their numbers. */
static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	struct attachments all;
	struct arena arena = { 0 };
	struct error e = attachment_list(
		ctx, &arena, attached_of(screen)->kind, attached_of(screen)->id, &all);

	(void)sort;
	for (size_t i = 0; e.code == E_OK && i < all.n; i++)
		id_list_add(list, all.rows[i].number);
	arena_clear(&arena);
	return e;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct attachment a;
	char size[40];

	TRY(attachment_get(ctx, arena, attached_of(screen)->kind, attached_of(screen)->id, id, &a));
	text_size(a.size, size, sizeof(size));
	cells[0] = cell_number(a.number);
	cells[1] = cell_text(a.name);
	cells[2] = cell_text(attachment_ending(a.media));
	cells[3] =
		a.size > 0 ? cell_shown(cell_number(a.size), arena_text(arena, size)) : cell_none();
	cells[4] = a.removed != 0 ? cell_text(C_("attachment", "removed")) :
				    cell_code(WORDS_PUBLICITY, a.publicity);
	cells[5] = cell_moment(a.added, PRECISION_DAY);
	look->sealed_by = a.sealed_by;
	look->style = a.removed != 0 ? STYLE_QUIET : STYLE_PLAIN;
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	struct attachment a;
	char size[40], when[80];

	TRY(attachment_get(ctx, arena, attached_of(screen)->kind, attached_of(screen)->id, id, &a));
	text_size(a.size, size, sizeof(size));
	text_time(a.added, when, sizeof(when));
	page_styled(page, "", STYLE_TITLE, *a.name == '\0' ? sides_cover() : a.name);
	page_field(page, C_("label", "Type"), a.media);
	if (a.size > 0)
		page_field(page, text_word(WORDS_FIELD, "size"), size);
	page_value(page, ctx, &record_of_attachment, &a, "publicity");
	page_printf(page, text_word(WORDS_FIELD, "added"), "%s, %s", when, a.who);
	page_field(page, "SHA-256", a.sha256);
	if (a.removed == 0)
		return ok();
	text_time(a.removed, when, sizeof(when));
	page_styled(page, C_("label", "Removed"), STYLE_ALERT, when);
	page_value(page, ctx, &record_of_attachment, &a, "reason");
	return ok();
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	struct arena arena = { 0 };
	struct attachment a;
	struct error e = attachment_get(
		ui->ctx, &arena, attached_of(screen)->kind, attached_of(screen)->id, id, &a);

	if (e.code == E_OK)
		open_beside(ui, screen, a.name);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_attachment,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("No attachments. n adds a file."),
	.file = "attachments",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct attached *self = attached_of(screen);
	struct found of;
	struct arena arena = { 0 };
	struct error e = kinds_get(ctx, &arena, self->kind, self->id, &of);

	if (e.code == E_OK)
		snprintf(self->code, sizeof(self->code), "%s",
			*of.code != '\0' ? of.code : of.title);
	arena_clear(&arena);
	TRY(e);
	return list_load(screen, ctx);
}

enum { ADD_FILE, ADD_PUBLICITY };

static const struct form_field add_fields[] = {
	/* A path; the file's content is what is kept. */
	[ADD_FILE] = { .name = "file",
		.kind = FORM_LINE,
		.max = 4000,
		.required = true,
		.hint = N_(
			"Where the file is on this machine, such as /home/aino/application.pdf. At most "
			"20 MB.") },
	[ADD_PUBLICITY] = { .name = "publicity" },
};

struct adding {
	enum kind kind;
	int64_t id, number;
};

static struct error fill_add(struct context *ctx, struct form *form, void *arg)
{
	(void)arg;
	form_fill_row(form, &(struct attachment){ .publicity = "undecided" });
	return context_may_open(ctx, "");
}

static struct error save_add(struct ui *ui, struct form *form, void *arg)
{
	struct adding *adding = arg;
	struct attachment a = { 0 };

	TRY(form_read_row(form, &a));
	char *path = path_typed(form_get(form, ADD_FILE));
	struct error e = attachment_add(
		ui->ctx, adding->kind, adding->id, path, NULL, a.publicity, &adding->number);

	free(path);
	return e;
}

static const struct form_def add_def = { NC_("title", "Add an attachment"),
	N_("A file is copied into the competition's file. What is attached before the texts are released "
	   "or the round is opened goes to the jury, under a name that says only the code."),
	add_fields, LEN(add_fields), fill_add, save_add, .record = &record_of_attachment };

static void on_add(struct ui *ui, struct screen *screen)
{
	struct adding adding = { .kind = attached_of(screen)->kind, .id = attached_of(screen)->id };

	if (!form_run(ui, form_new(ui, &add_def, &adding)))
		return;
	ui_say(ui, "%s", _("Saved."));
	list_expect(screen, adding.number);
}

static void on_save(struct ui *ui, struct screen *screen)
{
	struct attached *self = attached_of(screen);
	struct arena arena = { 0 };
	struct attachment a;
	struct error e = context_may_open(ui->ctx, "");

	if (e.code == E_OK)
		e = attachment_get(
			ui->ctx, &arena, self->kind, self->id, screen_selected(screen), &a);
	char *path =
		e.code != E_OK ?
			NULL :
			ui_ask_path(ui, _("Save the attachment"),
				_("Under which name? What is there already is not overwritten."),
				a.name);
	if (path != NULL && *path != '\0')
		e = attachment_save(ui->ctx, self->kind, self->id, a.number, path);
	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (path != NULL && *path != '\0')
		ui_say(ui, _("Saved as %s."), path);
	free(path);
	arena_clear(&arena);
}

static void on_remove(struct ui *ui, struct screen *screen)
{
	char *why = ask_reason(ui, _("Remove the attachment"),
		_("Why? It goes to no jury any more, but stays in the record."));

	if (why != NULL)
		ui_report(ui,
			attachment_remove(ui->ctx, attached_of(screen)->kind,
				attached_of(screen)->id, screen_selected(screen), why),
			_("Removed."));
	free(why);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "add"),
		.help = N_("Add a file from this machine"),
		.run = on_add },
	{ .keys = { 'm' },
		.action = ACT_EXPORT,
		.label = NC_("command", "save to disk"),
		.help = N_("Write the selected attachment to a file"),
		.blocked = needs_record,
		.run = on_save },
	{ .keys = { K_REMOVE },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "remove"),
		.help = N_("Remove the selected attachment, with a reason"),
		.blocked = needs_record,
		.run = on_remove },
};

static const struct screen_ops ops = {
	.size = sizeof(struct attached),
	.title = title,
	.help = N_("Files that came with this record. A removed one stays in the record with its "
		   "reason."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_SUBMISSIONS | CHANGED_NOTES,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = list_close,
};

static struct screen *open_attachments(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	attached_of(screen)->kind = to->kind;
	attached_of(screen)->id = to->id;
	list_init(&attached_of(screen)->list, &source);
	return screen;
}

const struct place_row attachments_place = {
	.open = open_attachments,
};
