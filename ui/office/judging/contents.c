/* SPDX-License-Identifier: MIT
 * What a decision says beside its outcomes: a list of its texts, a form of the rest, and above them
 * what is still lacking. */
#include "src/judging/contents.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/place.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

enum { LACK_ROWS = 4, HEAD_ROWS = LACK_ROWS + 1 /* and the rule below */ };

struct contents {
	struct list_screen list;
	int64_t id;
	struct arena arena;
	struct decision decision;
	struct decision_content content;
	struct decision_texts texts;
	struct lacks lacks;
};

static struct contents *contents_of(const struct screen *screen)
{
	return (struct contents *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct contents *self = contents_of(screen);

	/* TRANSLATORS: %s is a decision's code. */
	snprintf(out, size, C_("title", "What %s says"),
		self->decision.code == NULL ? "" : self->decision.code);
}

static const struct list_column columns[] = {
	{ LIST_FIELD("part", 24, 0, -1) },
	{ NC_("column", "Finnish"), 16, 2, ALIGN_LEFT, -1, SEEN_BY_OFFICE },
	{ NC_("column", "Swedish"), 16, 2, ALIGN_LEFT, -1, SEEN_BY_OFFICE },
};

static const struct decision_text *text_of(const struct contents *self, int64_t id)
{
	return id > 0 && (size_t)id <= self->texts.n ? &self->texts.rows[id - 1] : NULL;
}

/* The parts are no records: they are counted from 1. */
static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < contents_of(screen)->texts.n; i++)
		id_list_add(list, (int64_t)i + 1);
	return ok();
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct decision_text *text = text_of(contents_of(screen), id);

	(void)ctx;
	(void)arena;
	if (text == NULL)
		return ok();
	cells[0] = cell_code(WORDS_DECISION_PART, text->part);
	cells[1] = *text->text_fi == '\0' ? cell_none() : cell_text(text->text_fi);
	cells[2] = *text->text_sv == '\0' ? cell_none() : cell_text(text->text_sv);
	look->style = *contents_text_in(text, contents_of(screen)->decision.lang) == '\0' ?
			      STYLE_QUIET :
			      STYLE_PLAIN;
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct decision_text *text = text_of(contents_of(screen), id);

	(void)arena;
	if (text == NULL)
		return ok();
	page_heading(page, text_word(WORDS_DECISION_PART, text->part));
	page_value(page, ctx, &record_of_decision_text, text, "text_fi");
	page_value(page, ctx, &record_of_decision_text, text, "text_sv");
	page_value(page, ctx, &record_of_decision_text, text, "text_en");
	return ok();
}

struct text_edit {
	int64_t id;
	const char *part;
};

static const struct form_field text_fields[] = {
	{ .name = "text_fi", .lines = 4 },
	{ .name = "text_sv", .lines = 4 },
	{ .name = "text_en", .lines = 2 },
};

static struct error fill_text(struct context *ctx, struct form *form, void *arg)
{
	const struct text_edit *edit = arg;
	struct arena arena = { 0 };
	struct decision_texts texts = { 0 };
	struct error e = contents_texts(ctx, &arena, edit->id, &texts);

	for (size_t i = 0; i < texts.n; i++)
		if (strcmp(texts.rows[i].part, edit->part) == 0)
			form_fill_row(form, &texts.rows[i]);
	arena_clear(&arena);
	return e;
}

static struct error save_text(struct ui *ui, struct form *form, void *arg)
{
	const struct text_edit *edit = arg;
	struct decision_text text = { .part = edit->part };

	TRY(form_read_row(form, &text));
	return contents_set_text(ui->ctx, edit->id, &text);
}

static const struct form_def text_def = { NC_("title", "Text of the decision"),
	N_("What it says there, in each language that the decision is given in."), text_fields,
	LEN(text_fields), fill_text, save_text, .record = &record_of_decision_text };

struct content_edit {
	int64_t id, v;
};

static const struct form_field content_fields[] = {
	{ .name = "entity",
		.lines = 3,
		.hint = N_("The name, the business ID and the address, a line each.") },
	{ .name = "decider_kind" },
	{ .name = "presenter" },
	{ .name = "preparer" },
	{ .name = "contact",
		.hint = N_("Who answers when somebody asks about the decision, with title and "
			   "telephone or e-mail.") },
	{ .name = "contact_title" },
	{ .name = "contact_phone" },
	{ .name = "contact_email" },
	{ .name = "contest_value", .label = N_("Estimated value") },
	{ .name = "notices", .lines = 2, .hint = N_("A line each: number and date.") },
};

static struct error fill_content(struct context *ctx, struct form *form, void *arg)
{
	struct content_edit *edit = arg;
	struct arena arena = { 0 };
	struct decision_content content;
	struct error e = contents_get(ctx, &arena, edit->id, &content);

	if (e.code == E_OK) {
		edit->v = content.v;
		form_fill_row(form, &content);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_content(struct ui *ui, struct form *form, void *arg)
{
	const struct content_edit *edit = arg;
	struct decision_content content = { .decision_id = edit->id };

	TRY(form_read_row(form, &content));
	content.v = edit->v;
	return contents_update(ui->ctx, &content);
}

static const struct form_def content_def = { NC_("title", "What the decision says"),
	N_("Whose decision it is, who prepared it and who tells more about it."), content_fields,
	LEN(content_fields), fill_content, save_content, .record = &record_of_decision_content };

static const char *is_final(const struct screen *screen, const struct context *ctx)
{
	const struct contents *self = contents_of(screen);

	(void)ctx;
	return self->decision.state == NULL ? NULL : decision_is_final(&self->decision);
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	const struct decision_text *text = text_of(contents_of(screen), id);
	const char *why = is_final(screen, ui->ctx);

	if (why != NULL) {
		ui_say(ui, "%s", _(why));
		return;
	}
	struct text_edit edit = { contents_of(screen)->id, text->part };
	struct arena arena = { 0 };

	edit.part = arena_text(&arena, text->part);
	struct form_def def = text_def;
	def.about = text_word(WORDS_DECISION_PART, edit.part);
	if (form_run(ui, form_new(ui, &def, &edit)))
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_decision_text,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("A decision has no texts."),
	.file = "decision-texts",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct contents *self = contents_of(screen);

	arena_clear(&self->arena);
	self->texts = (struct decision_texts){ 0 };
	TRY(decision_get(ctx, &self->arena, self->id, &self->decision));
	TRY(stand_in_round(screen, ctx, self->decision.round_id, true));
	TRY(contents_get(ctx, &self->arena, self->id, &self->content));
	TRY(contents_texts(ctx, &self->arena, self->id, &self->texts));
	TRY(contents_lacks(ctx, &self->arena, &self->decision, &self->lacks));
	return list_load(screen, ctx);
}

static void put_line(const struct canvas *body, int at, enum style style, const char *text)
{
	canvas_text(body, at, 1, body->area.w - 2, style, ALIGN_LEFT, text);
}

/* The last row tells how many more there are, where there are. */
static void paint_lacks(const struct contents *self, const struct canvas *body)
{
	size_t shown = self->lacks.n > LACK_ROWS ? LACK_ROWS - 1 : self->lacks.n;
	char more[120];

	for (size_t i = 0; i < shown; i++)
		put_line(body, (int)i, self->lacks.binding ? STYLE_ALERT : STYLE_PLAIN,
			_(self->lacks.lines[i]));
	if (self->lacks.n == 0)
		put_line(body, 0, STYLE_GOOD, _("Nothing is lacking."));
	if (shown == self->lacks.n)
		return;
	snprintf(more, sizeof(more),
		ngettext("and %zu more", "and %zu more", (unsigned long)(self->lacks.n - shown)),
		self->lacks.n - shown);
	put_line(body, (int)shown, STYLE_QUIET, more);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	if (contents_of(screen)->decision.code == NULL)
		return;
	paint_lacks(contents_of(screen), body);
	canvas_rule(body, LACK_ROWS);
	list_paint(screen, body);
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	struct content_edit edit = { contents_of(screen)->id, 0 };

	if (form_run(ui, form_new(ui, &content_def, &edit)))
		ui_say(ui, "%s", _("Saved."));
}

static void on_close(struct screen *screen)
{
	arena_clear(&contents_of(screen)->arena);
	list_close(screen);
}

static const struct command commands[] = {
	{ .keys = { K_EDIT },
		.action = ACT_DECIDE,
		.label = NC_("command", "people, value"),
		.help = N_("Whose decision it is, who prepared it, who tells more, its value"),
		.blocked = is_final,
		.run = on_edit },
};

static const struct screen_ops ops = {
	.size = sizeof(struct contents),
	.title = title,
	.help = N_(
		"What the decision says beside its outcomes. Enter writes one of its texts, e the people, "
		"the value and the notices. Above stands what is still lacking; an authority cannot "
		"approve the decision before."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_DECISIONS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = on_close,
};

static struct screen *open_contents(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	contents_of(screen)->id = to->id;
	contents_of(screen)->list.list.top_rows = HEAD_ROWS;
	list_init(&contents_of(screen)->list, &source);
	return screen;
}

const struct place_row contents_place = {
	.open = open_contents,
};
