/* SPDX-License-Identifier: MIT
 * The first step of an import: the file, from a list of a folder or typed. What was typed stays
 * until a file could be read. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/folder.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/intake/kinds.h"
#include "ui/office/judging/panel.h"
#include "ui/office/place.h"
#include "ui/office/problems/importing.h"
#include "ui/toolkit/cursor.h"

enum { PATH_MAX_CHARACTERS = 1000, FILE_HEAD = 5, SIZE_COLUMNS = 10, TIME_COLUMNS = 22 };

static const char endings[] = ".xlsx|.csv|.txt|.tsv";

struct choosing {
	struct screen base;
	const char *kind; /* of import_kind(), or "review" */
	int64_t round;    /* of the reviews */
	struct edit path;
	struct arena arena; /* of the folder that is shown */
	const char *folder; /* its path, with a slash behind */
	struct folder entries;
	size_t *shown;
	struct cursor cursor;
	bool chosen; /* with the arrows */
};

static struct choosing *choosing_of(const struct screen *screen)
{
	return (struct choosing *)screen;
}

static const char *title_of(const char *kind)
{
	static const struct {
		const char *kind, *title;
	} titles[] = {
		{ "application", NC_("title", "Import applications") },
		{ "solution", NC_("title", "Import solutions") },
		{ "person", NC_("title", "Import people") },
		{ "municipality", NC_("title", "Import addresses") },
		{ "organization", NC_("title", "Import addresses") },
		{ "review", NC_("title", "Import reviews") },
	};

	for (size_t i = 0; i < LEN(titles); i++)
		if (strcmp(titles[i].kind, kind) == 0)
			return i18n_lookup("title", titles[i].title);
	return C_("title", "Import problems");
}

static bool of_reviews(const struct choosing *self)
{
	return strcmp(self->kind, "review") == 0;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	snprintf(out, size, "%s", title_of(choosing_of(screen)->kind));
}

/* What the name must contain: what stands behind the last slash of what is typed. */
static const char *words_of(const struct choosing *self)
{
	const char *typed = edit_text(&self->path), *slash = strrchr(typed, '/');

	return slash == NULL ? typed : slash + 1;
}

static void narrow(struct choosing *self)
{
	struct arena arena = { 0 };
	const char *words = utf8_fold(&arena, words_of(self));
	size_t n = 0;

	self->shown = xrealloc(self->shown, (self->entries.n + 1) * sizeof(*self->shown));
	for (size_t i = 0; i < self->entries.n; i++)
		if (strstr(utf8_fold(&arena, self->entries.rows[i].name), words) != NULL)
			self->shown[n++] = i;
	arena_clear(&arena);
	cursor_fit(&self->cursor, n, self->cursor.height);
	cursor_go(&self->cursor, 0);
	self->chosen = false;
}

/* The folder of what is typed, in the one where files were last. */
static const char *folder_of(const struct choosing *self, struct arena *arena)
{
	const char *start = self->base.ui->folder;

	if (*start != '/')
		start = folder_present(arena);
	return path_folder(arena, path_whole(arena, start, edit_text(&self->path)));
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct choosing *self = choosing_of(screen);
	struct arena arena = { 0 };
	const char *folder = folder_of(self, &arena);

	(void)ctx;
	if (self->folder == NULL || strcmp(self->folder, folder) != 0) {
		arena_clear(&self->arena);
		self->folder = arena_text(&self->arena, folder);
		/* One that is not there has nothing to show: that is said when it is chosen. */
		if (folder_read(&self->arena, folder, endings, &self->entries).code != E_OK)
			self->entries.n = 0;
	}
	arena_clear(&arena);
	narrow(self);
	return ok();
}

static void layout(struct screen *screen, struct rect body)
{
	int height = body.h - FILE_HEAD;

	cursor_fit(&choosing_of(screen)->cursor, choosing_of(screen)->cursor.count,
		(size_t)(height > 0 ? height : 0));
}

static void paint_entry(const struct choosing *self, const struct canvas *body, int y, size_t at)
{
	const struct folder_entry *entry = &self->entries.rows[self->shown[at]];
	bool selected = at == self->cursor.selected;
	enum style style = selected ? STYLE_SELECTED : STYLE_PLAIN;
	int width = body->area.w - SIZE_COLUMNS - TIME_COLUMNS - 6;
	char name[400], size[40], when[60];

	snprintf(name, sizeof(name), "%s%s", entry->name, entry->folder ? "/" : "");
	text_size(entry->size, size, sizeof(size));
	text_time(entry->changed, when, sizeof(when));
	canvas_fill(body, y, 0, 1, body->area.w, style);
	canvas_put(body, y, 0, style, selected ? term_glyph(GLYPH_MARK) : "");
	canvas_text(body, y, 2, width, style, ALIGN_LEFT, name);
	if (entry->folder)
		return;
	canvas_text(body, y, width + 3, SIZE_COLUMNS, style, ALIGN_RIGHT, size);
	canvas_text(body, y, width + SIZE_COLUMNS + 5, TIME_COLUMNS, style, ALIGN_LEFT, when);
}

/* The steps, and what a file of that kind must have that is not plain. */
static void paint_top(const struct choosing *self, const struct canvas *body)
{
	int y = 0;

	if (of_reviews(self)) {
		import_paint_wrapped(body, &y, STYLE_QUIET,
			_("A score sheet that was filled in, or a list: juror, submission, one column "
			  "a criterion, notes, feedback."));
		return;
	}
	import_paint_ribbon(body, STEP_FILE);
	if (submission_kind_of(self->kind) == SUBMISSION_KIND_APPLICATION)
		canvas_text(body, 1, 1, body->area.w - 2, STYLE_QUIET, ALIGN_LEFT,
			_("Members: a column each, or in one cell a line each or with ; or , "
			  "between."));
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct choosing *self = choosing_of(screen);
	struct arena arena = { 0 };

	int y = FILE_HEAD + 1;

	paint_top(self, body);
	canvas_text(body, 2, 1, 10, STYLE_LABEL, ALIGN_LEFT, C_("label", "Folder"));
	canvas_text(body, 2, 12, body->area.w - 13, STYLE_PLAIN, ALIGN_LEFT,
		path_shown(&arena, self->folder == NULL ? "" : self->folder));
	canvas_text(body, 3, 1, 10, STYLE_LABEL, ALIGN_LEFT, text_word(WORDS_FIELD, "file"));
	struct canvas field = canvas_part(body, 3, 12, 1, body->area.w - 13);
	edit_paint(&self->path, &field, true);
	canvas_rule(body, 4);
	for (size_t i = 0; i < self->cursor.height; i++)
		if (self->cursor.top + i < self->cursor.count)
			paint_entry(self, body, FILE_HEAD + (int)i, self->cursor.top + i);
	if (self->cursor.count == 0)
		import_paint_wrapped(body, &y, STYLE_PLAIN,
			self->entries.n == 0 ?
				_("No workbook (XLSX), CSV or TSV file is here. Type a folder: "
				  "~/Downloads/") :
				_("No file here has that in its name."));
	arena_clear(&arena);
}

/* A name can be chosen that cannot be typed: one of another character set, or with controls. */
static void type(struct screen *screen, const char *text)
{
	if (utf8_check(text, strlen(text)) != TEXT_GOOD) {
		ui_say(screen->ui, "%s",
			_("This name has characters that cannot be shown. Give it another name "
			  "first."));
		return;
	}
	edit_set(&choosing_of(screen)->path, text);
	screen->stale = true;
}

/* What Enter and Tab are about: what is typed, or the selected row. */
static const char *wanted(const struct choosing *self, struct arena *arena)
{
	const char *whole = path_whole(arena, self->folder, words_of(self));
	bool typed = *words_of(self) != '\0' && !self->chosen &&
		     (path_is_file(whole) || path_is_folder(whole));

	if (strchr(edit_text(&self->path), '/') == NULL && edit_text(&self->path)[0] == '~')
		return path_whole(arena, self->folder, edit_text(&self->path));
	if (typed || self->cursor.count == 0)
		return whole;
	return arena_printf(arena, "%s%s", self->folder,
		self->entries.rows[self->shown[self->cursor.selected]].name);
}

static void go_into(struct screen *screen, struct arena *arena, const char *path)
{
	size_t n = strlen(path);

	type(screen, arena_printf(arena, "%s%s", path_shown(arena, path),
			     n > 0 && path[n - 1] == '/' ? "" : "/"));
}

static void remember_folder(struct ui *ui, const struct choosing *self)
{
	snprintf(ui->folder, sizeof(ui->folder), "%s", self->folder);
}

/* Reviews come in whole or not at all: their file is read and told of at once. */
static void open_file(struct ui *ui, struct screen *screen, const char *path)
{
	struct choosing *self = choosing_of(screen);
	struct arena arena = { 0 };
	size_t depth = ui->depth;

	if (of_reviews(self)) {
		if (!panel_import_file(ui, self->round, path))
			return;
		remember_folder(ui, self);
		screen_close(screen);
		return;
	}
	place_open_at(ui, PLACE_IMPORT_STEPS,
		&(struct target){ .text = arena_printf(&arena, "%s\n%s", self->kind, path) });
	if (ui->depth > depth)
		remember_folder(ui, self);
	arena_clear(&arena);
}

static void take(struct ui *ui, struct screen *screen, bool open)
{
	struct arena arena = { 0 };
	const char *path = wanted(choosing_of(screen), &arena);

	if (path_is_folder(path))
		go_into(screen, &arena, path);
	else if (open)
		open_file(ui, screen, path);
	else if (choosing_of(screen)->cursor.count > 0)
		type(screen, path_shown(&arena, path));
	arena_clear(&arena);
}

static bool key(struct ui *ui, struct screen *screen, int key)
{
	struct choosing *self = choosing_of(screen);

	if (key == K_ESC)
		return false;
	if (key == K_ENTER || key == K_TAB) {
		take(ui, screen, key == K_ENTER);
		return true;
	}
	if ((key == K_UP || key == K_DOWN || key == K_PAGE_UP || key == K_PAGE_DOWN) &&
		cursor_key(&self->cursor, key)) {
		self->chosen = true;
		return true;
	}
	if (!edit_key(&self->path, key, 60))
		return false;
	screen->stale = true;
	return true;
}

static void on_close(struct screen *screen)
{
	struct choosing *self = choosing_of(screen);

	edit_clear(&self->path);
	arena_clear(&self->arena);
	free(self->shown);
}

static const struct screen_ops ops = {
	.size = sizeof(struct choosing),
	.title = title,
	.help = N_("Choose a file with the arrows or type its name; ~ is your own folder. Tab "
		   "completes, Enter goes on, Esc goes back. You will see what it holds before "
		   "anything is saved."),
	.load = load,
	.layout = layout,
	.paint = paint,
	.key = key,
	.close = on_close,
	.typing = true,
};

static const struct command keys[] = {
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "go on") },
	{ .keys = { K_TAB }, .action = ACT_COUNT, .label = NC_("command", "complete") },
	{ .keys = { K_DOWN }, .action = ACT_COUNT, .label = NC_("command", "choose") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "back") },
};
static const struct commands hints = { keys, LEN(keys) };

/* The target's text is the kind. */
static struct screen *open_import(struct ui *ui, const struct target *to)
{
	struct error e = context_may_open(ui->ctx, "");

	if (e.code != E_OK) {
		ui_complain(ui, e);
		return NULL;
	}
	struct screen *screen = screen_new(ui, &ops);
	struct choosing *self = choosing_of(screen);

	self->kind = to->text;
	self->round = to->id;
	screen->place = import_phase(to->text);
	screen->hints = &hints;
	edit_init(&self->path, "", false, PATH_MAX_CHARACTERS);
	return screen;
}

const struct place_row import_place = {
	.open = open_import,
};
