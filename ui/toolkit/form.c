/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/form_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/jump.h"

enum { LABEL_WIDTH = 26, FIELD_WIDTH_MAX = 90, SHORT_FIELD = 30, OPTIONS_MAX = 40 };

static struct form *form_of(const struct screen *screen)
{
	return (struct form *)screen;
}

void *form_arg(const struct form *form)
{
	return form->arg;
}

void form_set(struct form *form, size_t field, const char *text)
{
	edit_set(&form->values[field].edit, text == NULL ? "" : text);
}

void form_set_choice(struct form *form, size_t field, const char *code)
{
	const char *known;

	form->values[field].choice = 0;
	for (int i = 0; (known = text_code(form->fields[field].words, (size_t)i)) != NULL; i++)
		if (code != NULL && strcmp(known, code) == 0)
			form->values[field].choice = i;
}

void form_set_id(struct form *form, size_t field, int64_t id, const char *shown)
{
	form->values[field].id = id;
	edit_set(&form->values[field].edit, shown);
}

const char *form_get(const struct form *form, size_t field)
{
	return edit_text(&form->values[field].edit);
}

const char *form_choice(const struct form *form, size_t field)
{
	return text_code(form->fields[field].words, (size_t)form->values[field].choice);
}

int64_t form_id(const struct form *form, size_t field)
{
	return form->values[field].id;
}

/* What a person reads in the field. */
const char *form_shown(const struct form *form, size_t field)
{
	if (form->fields[field].kind == FORM_CHOICE)
		return text_word(form->fields[field].words, form_choice(form, field));
	return form_get(form, field);
}

const char *form_label(const struct form_field *field)
{
	return field->label != NULL ? _(field->label) : text_word(WORDS_FIELD, field->name);
}

static int height_of(const struct form_field *field)
{
	return field->kind == FORM_LINES ? field->lines : 1;
}

static int field_width(const struct form *form)
{
	int room = form->base.body.w - LABEL_WIDTH - 4;

	return room < FIELD_WIDTH_MAX ? room : FIELD_WIDTH_MAX;
}

static int top_of(const struct form *form, size_t field)
{
	int y = 0;

	for (size_t i = 0; i < field; i++)
		y += height_of(&form->fields[i]) + (form->fields[i].kind == FORM_LINES ? 1 : 0);
	return y;
}

static int body_height(const struct form *form)
{
	return form->base.body.h - 2; /* the hint and its gap */
}

static void keep_visible(struct form *form)
{
	int top = top_of(form, form->current);
	int bottom = top + height_of(&form->fields[form->current]);

	if (top < form->scroll)
		form->scroll = top;
	if (bottom > form->scroll + body_height(form))
		form->scroll = bottom - body_height(form);
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct form_def *def = form_of(screen)->def;

	snprintf(out, size, "%s%s%s", i18n_lookup("title", def->title),
		def->code == NULL ? "" : " ", def->code == NULL ? "" : def->code);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct form_def *def = form_of(screen)->def;

	snprintf(out, size, "%s", def->about == NULL ? "" : def->about);
}

static void layout(struct screen *screen, struct rect body)
{
	(void)body;
	form_of(screen)->scroll = 0;
	keep_visible(form_of(screen));
}

/* Once: reloading would lose what was typed. Somebody else's change shows when saving. */
static struct error load(struct screen *screen, struct context *ctx)
{
	struct form *form = form_of(screen);

	if (form->filled)
		return ok();
	form->filled = true;
	return form->def->fill == NULL ? ok() : form->def->fill(ctx, form, form->arg);
}

static void paint_choice(
	const struct form *form, size_t field, const struct canvas *area, bool focus)
{
	char text[120];

	snprintf(text, sizeof(text), focus ? "< %s >" : "%s", form_shown(form, field));
	canvas_text(area, 0, 0, SHORT_FIELD < area->area.w ? SHORT_FIELD : area->area.w,
		focus ? STYLE_FIELD_FOCUS : STYLE_FIELD, ALIGN_LEFT, text);
}

static void paint_output(
	const struct form *form, const struct form_field *field, const struct canvas *area)
{
	char text[120] = "";

	field->output(form, text, sizeof(text));
	canvas_text(area, 0, 0, area->area.w, STYLE_PLAIN, ALIGN_LEFT, text);
}

static void paint_field(const struct form *form, size_t i, const struct canvas *area)
{
	const struct form_field *field = &form->fields[i];
	bool focus = i == form->current;
	char label[100];

	snprintf(label, sizeof(label), "%s%s", form_label(field), field->required ? " *" : "");
	canvas_text(area, 0, 0, 1, STYLE_PLAIN, ALIGN_LEFT, focus ? term_glyph(GLYPH_MARK) : "");
	canvas_text(
		area, 0, 1, LABEL_WIDTH, focus ? STYLE_HEADING : STYLE_LABEL, ALIGN_LEFT, label);
	struct canvas value =
		canvas_part(area, 0, LABEL_WIDTH + 2, height_of(field), field_width(form));
	if (field->kind == FORM_CHOICE)
		paint_choice(form, i, &value, focus);
	else if (field->kind == FORM_OUTPUT)
		paint_output(form, field, &value);
	else if (field->kind == FORM_PICK)
		canvas_text(&value, 0, 0, value.area.w, focus ? STYLE_FIELD_FOCUS : STYLE_FIELD,
			ALIGN_LEFT, form_shown(form, i));
	else
		edit_paint(&form->values[i].edit, &value, focus);
}

static const char *hint_of(const struct form *form)
{
	const struct form_field *field = &form->fields[form->current];

	if (form->values[form->current].edit.refused)
		return _("The field is full.");
	if (field->hint != NULL)
		return _(field->hint);
	if (field->kind == FORM_CHOICE)
		return _("Change with the arrows left and right, or Space for a list.");
	if (field->kind == FORM_PICK)
		return _("Enter or a letter opens the list; Backspace empties the field.");
	return _("* must be filled in.");
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct form *form = form_of(screen);
	struct canvas area = canvas_part(body, 0, 1, body_height(form), body->area.w - 1);

	for (size_t i = 0; i < form->n; i++) {
		int y = top_of(form, i) - form->scroll, h = height_of(&form->fields[i]);

		if (y < 0 || y + h > area.area.h)
			continue;
		struct canvas part = canvas_part(&area, y, 0, h, area.area.w);
		paint_field(form, i, &part);
	}
	canvas_text(body, body->area.h - 1, 1, body->area.w - 2, STYLE_QUIET, ALIGN_LEFT,
		hint_of(form));
}

static void move(struct form *form, int by)
{
	size_t n = form->n;

	do
		form->current = (form->current + n + (size_t)(by + (int)n)) % n;
	while (form->fields[form->current].kind == FORM_OUTPUT);
	keep_visible(form);
}

static int choice_count(const struct form_field *field)
{
	int n = 0;

	while (text_code(field->words, (size_t)n) != NULL)
		n++;
	return n;
}

static int choice_options(const struct form_field *field, const char *options[OPTIONS_MAX])
{
	int n = choice_count(field);

	for (int i = 0; i < n && i < OPTIONS_MAX; i++)
		options[i] = text_word(field->words, text_code(field->words, (size_t)i));
	return n < OPTIONS_MAX ? n : OPTIONS_MAX;
}

/* A letter leads to the next choice that begins with it. */
static bool choice_jump(struct form *form, int key)
{
	struct form_value *value = &form->values[form->current];
	const char *options[OPTIONS_MAX];
	int n = choice_options(&form->fields[form->current], options);
	int next = (int)jump_to(&form->jump, options, (size_t)n, (size_t)value->choice, key);

	form->changed = form->changed || next != value->choice;
	if (next == value->choice)
		return false;
	value->choice = next;
	return true;
}

static void choose_from_list(struct ui *ui, struct form *form)
{
	const struct form_field *field = &form->fields[form->current];
	struct form_value *value = &form->values[form->current];
	const char *options[OPTIONS_MAX];
	int n = choice_options(field, options);

	int chosen = ui_choose(ui, form_label(field), options, n, value->choice);
	if (chosen < 0 || chosen == value->choice)
		return;
	value->choice = chosen;
	form->changed = true;
}

static bool choice_key(struct ui *ui, struct form *form, int key)
{
	const struct form_field *field = &form->fields[form->current];
	struct form_value *value = &form->values[form->current];
	int n = choice_count(field);

	if (key == ' ') {
		choose_from_list(ui, form);
		return true;
	}
	if (key != K_LEFT && key != K_RIGHT)
		return choice_jump(form, key);
	value->choice = (value->choice + (key == K_LEFT ? n - 1 : 1)) % n;
	form->changed = true;
	return true;
}

static bool pick_key(struct ui *ui, struct form *form, int key)
{
	struct form_value *value = &form->values[form->current];

	if (key == K_BACKSPACE || key == K_DELETE) {
		form->changed = form->changed || value->id != 0;
		form_set_id(form, form->current, 0, "");
		return true;
	}
	bool letter = key > ' ' && key < K_FIRST && key != K_BACKSPACE && !ui->pasting;
	if (key != K_ENTER && key != ' ' && !letter)
		return false;
	int64_t before = value->id;
	ui->passed_on = letter ? key : 0;
	form->fields[form->current].pick(ui, form, form->current);
	ui->passed_on = 0;
	form->changed = form->changed || value->id != before;
	return true;
}

static bool text_key(struct form *form, int key)
{
	struct form_value *value = &form->values[form->current];
	struct arena arena = { 0 };
	const char *before = arena_text(&arena, edit_text(&value->edit));
	bool taken = edit_key(&value->edit, key, field_width(form) - 1);

	form->changed = form->changed || strcmp(before, edit_text(&value->edit)) != 0;
	arena_clear(&arena);
	return taken;
}

static bool field_key(struct ui *ui, struct form *form, int key)
{
	switch (form->fields[form->current].kind) {
	case FORM_CHOICE:
		return choice_key(ui, form, key);
	case FORM_PICK:
		return pick_key(ui, form, key);
	case FORM_LINE:
	case FORM_LINES:
		return text_key(form, key);
	case FORM_OUTPUT:
		return false;
	}
	return false;
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	struct form *form = form_of(screen);

	if (key == K_TAB)
		move(form, 1);
	else if (key == K_BACKTAB)
		move(form, -1);
	else if (field_key(ui, form, key))
		return true;
	else if (key == K_DOWN || key == K_ENTER)
		move(form, 1);
	else if (key == K_UP)
		move(form, -1);
	else
		return false;
	return true;
}

static void on_save(struct ui *ui, struct screen *screen);

static bool on_leave(struct ui *ui, struct screen *screen)
{
	struct form *form = form_of(screen);
	enum ui_left left = !form->changed || ui->leaving ? LEFT_DISCARD : ui_ask_left(ui, true);

	if (left == LEFT_SAVE)
		on_save(ui, screen); /* which closes it, or says what is wrong */
	return left == LEFT_DISCARD;
}

void form_focus(struct form *form, const char *name)
{
	for (size_t i = 0; name != NULL && i < form->n; i++)
		if (strcmp(form->fields[i].name, name) == 0) {
			form->current = i;
			keep_visible(form);
			return;
		}
}

void form_try_save(struct ui *ui, struct form *form)
{
	struct error e = form->def->save(ui, form, form->arg);

	if (e.code == E_OK) {
		*form->saved = true;
		form->changed = false;
		screen_close(&form->base);
	} else if (e.code == E_STALE && form->def->fill != NULL) {
		form_resolve_stale(ui, form);
	} else if (e.code != E_CANCELLED) {
		form_focus(form, e.field);
		ui_complain(ui, e);
	}
}

static void on_save(struct ui *ui, struct screen *screen)
{
	struct form *form = form_of(screen);

	for (size_t i = 0; i < form->n; i++) {
		const struct form_field *field = &form->fields[i];

		if (!field->required || field->kind == FORM_CHOICE || *form_shown(form, i) != '\0')
			continue;
		form_focus(form, field->name);
		ui_complain(ui, fail(E_REQUIRED, field->name));
		return;
	}
	form_try_save(ui, form);
}

static void on_close(struct screen *screen)
{
	struct form *form = form_of(screen);

	for (size_t i = 0; i < form->n; i++)
		edit_clear(&form->values[i].edit);
}

static const struct command rows[] = {
	{ .keys = { CTRL_KEY('S') },
		.action = ACT_COUNT,
		.label = NC_("command", "save"),
		.help = N_("Save the record"),
		.run = on_save },
	{ .keys = { K_TAB },
		.action = ACT_COUNT,
		.label = NC_("command", "next field"),
		.help = N_("Go to the next field"),
		.run = on_save },
	{ .keys = { K_ESC },
		.action = ACT_COUNT,
		.label = NC_("command", "cancel"),
		.help = N_("Leave the form; asks if something was changed"),
		.run = on_save },
};

static const struct screen_ops form_ops = {
	.size = sizeof(struct form),
	.title = title,
	.help = N_("Fill in the fields and save with Ctrl-S."),
	.commands = { rows, LEN(rows) },
	.load = load,
	.layout = layout,
	.paint = paint,
	.key = on_key,
	.status = status,
	.leave = on_leave,
	.close = on_close,
	.typing = true,
};

struct form *form_new(struct ui *ui, const struct form_def *def, void *arg)
{
	struct form *form = form_of(screen_new(ui, &form_ops));

	form->def = def;
	form->arg = arg;
	form_take_fields(form);
	for (size_t i = 0; i < form->n; i++)
		edit_init(&form->values[i].edit, "", form->fields[i].kind == FORM_LINES,
			form->fields[i].max == 0 ? FIELD_MAX : form->fields[i].max);
	return form;
}

bool form_run(struct ui *ui, struct form *form)
{
	bool saved = false;

	form->saved = &saved;
	ui_run(ui, &form->base);
	return saved;
}
