/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/ui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "ui/toolkit/frame.h"
#include "ui/toolkit/help.h"
#include "ui/toolkit/paste.h"
#include "ui/toolkit/watching.h"

enum { POLL_MS = 500, LIVE_SECONDS = 2, REST_MS = 5000, LEAST_ROWS = 8, LEAST_COLUMNS = 30 };

struct screen *screen_new(struct ui *ui, const struct screen_ops *ops)
{
	struct screen *screen = xmalloc(ops->size);

	memset(screen, 0, ops->size);
	screen->ops = ops;
	screen->ui = ui;
	screen->stale = true;
	screen->typing = ops->typing;
	return screen;
}

void screen_close(struct screen *screen)
{
	screen->closed = true;
}

static void destroy(struct screen *screen)
{
	if (screen->ops->close != NULL)
		screen->ops->close(screen);
	free(screen->about);
	id_list_clear(&screen->marks);
	free(screen);
}

/* The body is what the frame leaves; an overlay lays itself out in it. */
static void lay_out(struct screen *screen)
{
	struct rect body = frame_body(screen);

	screen->body = body;
	if (screen->ops->layout != NULL)
		screen->ops->layout(screen, body);
}

void ui_push(struct ui *ui, struct screen *screen)
{
	if (ui->depth == SCREENS_MAX) {
		destroy(screen);
		ui_say(ui, "%s", _("Too many screens are open. Go back with Esc first."));
		return;
	}
	ui->stack[ui->depth++] = screen;
	lay_out(screen);
	ui->dirty = true;
}

/* What lies below a dialog waits: its handler has asked and will go on with it. */
static bool remove_closed(struct ui *ui)
{
	size_t kept = ui->base;
	bool removed = false;

	for (size_t i = ui->base; i < ui->depth; i++) {
		if (ui->stack[i]->closed) {
			destroy(ui->stack[i]);
			removed = true;
		} else {
			ui->stack[kept++] = ui->stack[i];
		}
	}
	ui->depth = kept;
	ui->dirty = ui->dirty || removed;
	return removed;
}

int64_t screen_selected(const struct screen *screen)
{
	return screen->ops->selected == NULL ? 0 : screen->ops->selected(screen);
}

const char *needs_record(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return screen_selected(screen) == 0 ? N_("There is nothing to choose here yet.") : NULL;
}

enum action command_action(const struct command *command)
{
	return command->act != NULL ? command->act->action : command->action;
}

/* Why an act cannot be done to the selected record. Of those that are marked each is asked when it
 * is done, and what cannot be read is told then. */
static const char *act_obstacle(const struct command *command, const struct screen *screen)
{
	struct context *ctx = screen->ui->ctx;
	int64_t id = screen_selected(screen);
	const char *why = NULL;

	if (screen->marks.n > 0)
		return command->act->many != NULL ?
			       NULL :
			       N_("This is done to one record at a time: Esc takes the marks away.");
	if (command->subject != NULL)
		id = command->subject(screen, id);
	if (id == 0)
		return N_("There is nothing to choose here yet.");
	return act_blocked(ctx, command->act, id, &why).code == E_OK ? why : NULL;
}

const char *command_blocked(
	const struct command *command, const struct screen *screen, const struct context *ctx)
{
	enum action action = command_action(command);
	const char *why = NULL;

	if (action != ACT_COUNT && !may(ctx->role, action))
		return _("Your role does not include this.");
	if (command->act != NULL)
		why = act_obstacle(command, screen);
	else if (command->blocked != NULL)
		why = command->blocked(screen, ctx);
	return why == NULL ? NULL : _(why);
}

/* The topmost that is no overlay: what lies below it is not seen. */
static size_t first_seen(const struct ui *ui)
{
	size_t first = ui->depth > 0 ? ui->depth - 1 : 0;

	while (first > 0 && ui->stack[first]->ops->overlay)
		first--;
	return first;
}

/* Only what is seen: the others are read when they come to light. Fifty jurors watch one file. */
static void reload_seen(struct ui *ui)
{
	for (size_t i = first_seen(ui); i < ui->depth; i++) {
		struct screen *screen = ui->stack[i];

		if (!screen->stale || screen->closed)
			continue;
		screen->stale = false;
		if (screen->ops->load != NULL)
			ui_complain(ui, screen->ops->load(screen, ui->ctx));
		ui->dirty = true;
	}
}

static void load_frame(struct ui *ui)
{
	arena_clear(&ui->frame);
	ui_complain(ui, competition_get(ui->ctx, &ui->frame, &ui->competition));
	if (ui->places->states != NULL)
		ui_complain(ui, ui->places->states(ui->ctx, ui->states));
}

static void be_idle(struct ui *ui)
{
	for (size_t i = ui->depth; i-- > 0;)
		if (i < ui->depth && ui->stack[i]->ops->idle != NULL)
			ui->stack[i]->ops->idle(ui, ui->stack[i]);
}

/* A key was revoked, an account disabled: nothing more is shown to whoever came in by it. */
static void leave_without_rights(struct ui *ui)
{
	struct error e = context_standing(ui->ctx);

	if (e.code != E_RULE || ui->ended.code != E_OK)
		return;
	ui->ended = e;
	be_idle(ui); /* what is typed and cannot be kept is shown */
}

static bool is_held(const struct ui *ui)
{
	for (size_t i = 0; i < ui->depth; i++)
		if (ui->stack[i]->ops->holds && !ui->stack[i]->closed)
			return true;
	return false;
}

/* What others or we ourselves committed marks the screens that watch it. */
static void notice_changes(struct ui *ui)
{
	bool by_others = false;
	unsigned changed = context_changes(ui->ctx, &by_others);

	if (changed == 0)
		return;
	if ((changed & (CHANGED_ACCOUNTS | CHANGED_ANY)) != 0)
		leave_without_rights(ui);
	if ((changed & CHANGED_PLAN) != 0)
		load_frame(ui);
	for (size_t i = 0; i < ui->depth; i++)
		if ((ui->stack[i]->ops->watches & changed) != 0) {
			ui->stack[i]->stale = true;
			ui->changed_by_others = ui->changed_by_others || by_others;
		}
}

/* That the file is gone or damaged is said until it is there again: what is shown cannot be saved.
 */
static void notice_loss(struct ui *ui)
{
	if (ui->message[0] == '\0')
		ui_complain(ui, context_stands(ui->ctx));
}

static void notice_time(struct ui *ui)
{
	int64_t now = context_now(ui->ctx);

	if (now - ui->last_live < LIVE_SECONDS)
		return;
	ui->last_live = now;
	for (size_t i = 0; i < ui->depth; i++)
		ui->stack[i]->stale = ui->stack[i]->stale || ui->stack[i]->live;
}

static bool is_too_small(void)
{
	return term_rows() < LEAST_ROWS || term_columns() < LEAST_COLUMNS;
}

static void paint_too_small(void)
{
	struct canvas all = { { 0, 0, term_rows(), term_columns() } };
	struct arena arena = { 0 };
	const char *text = _("The terminal is too small.");

	for (int y = 0; text != NULL; y++) {
		const char *next;
		size_t n = text_wrap(text, all.area.w, &next);

		canvas_put(&all, y, 0, STYLE_PLAIN, arena_bytes(&arena, text, n));
		text = next;
	}
	arena_clear(&arena);
}

static void paint_screens(struct ui *ui)
{
	for (size_t i = first_seen(ui); i < ui->depth; i++) {
		struct screen *screen = ui->stack[i];
		struct canvas body = { screen->body };

		if (screen->ops->prepare != NULL)
			ui_complain(ui, screen->ops->prepare(screen, ui->ctx));
		term_cursor(-1, 0); /* only the topmost may show it */
		term_rest(body.area.y, body.area.x);
		screen->ops->paint(screen, &body);
	}
}

static void paint(struct ui *ui)
{
	if (ui->depth == 0)
		return;
	term_erase();
	term_cursor(-1, 0);
	if (is_too_small()) {
		paint_too_small();
	} else {
		frame_paint(ui);
		paint_screens(ui);
		frame_paint_status(ui); /* last: preparing may have complained */
	}
	ui->dirty = false;
	term_refresh();
}

static const struct command *find_command(struct commands commands, int key)
{
	for (size_t i = 0; i < commands.n; i++)
		for (size_t k = 0; k < LEN(commands.rows[i].keys); k++)
			if (commands.rows[i].keys[k] == key && key != 0)
				return &commands.rows[i];
	return NULL;
}

static void refuse(struct ui *ui, const char *why)
{
	ui_say(ui, "%s", why);
	ui->is_error = true;
}

static void run_command(struct ui *ui, struct screen *screen, const struct command *command)
{
	const char *blocked = command_blocked(command, screen, ui->ctx);

	if (blocked != NULL) {
		refuse(ui, blocked);
		return;
	}
	const struct command *was = ui->running;
	bool before = ui->final;
	ui->final = before || command->final; /* a form it opened saves for it */
	ui->running = command;
	command->run(ui, screen);
	ui->running = was;
	ui->final = before;
}

static bool may_leave(struct ui *ui, struct screen *screen)
{
	return screen->ops->leave == NULL || screen->ops->leave(ui, screen);
}

static void go_back(struct ui *ui, struct screen *screen)
{
	if (ui->depth <= 1)
		refuse(ui, _("There is nothing to go back to; q leaves Klash."));
	else if (may_leave(ui, screen))
		screen_close(screen);
}

/* No key is simply swallowed. Where one types, the screen's own sentence says which keys there are.
 */
static void tell_unknown(struct ui *ui, const struct screen *screen, int key)
{
	char name[16], text[120];

	if (screen->typing) {
		if (screen->ops->typing && screen->ops->help != NULL)
			refuse(ui, _(screen->ops->help));
		return;
	}
	snprintf(text, sizeof(text),
		/* TRANSLATORS: %s is a key: "Ctrl-B". */
		_("%s does nothing here; ? shows the keys."), key_words(key, name, sizeof(name)));
	refuse(ui, text);
}

/* Screens above the first `kept` go, each asked first. */
static bool unwind(struct ui *ui, size_t kept)
{
	for (size_t i = ui->depth; i-- > kept;) {
		if (!may_leave(ui, ui->stack[i]))
			return false;
		screen_close(ui->stack[i]);
		remove_closed(ui);
	}
	return true;
}

void ui_go_phase(struct ui *ui, int number)
{
	if (!unwind(ui, 1) || number == 0)
		return;
	struct screen *screen = ui->places->phase(ui, number);
	if (screen != NULL)
		ui_push(ui, screen);
}

/* Rows give each screen functions of its own. */
static bool is_same(const struct screen *a, const struct screen *b)
{
	char title[160], other[160];

	a->ops->title(a, title, sizeof(title));
	b->ops->title(b, other, sizeof(other));
	return (a->row != NULL ? a->row == b->row : a->ops == b->ops) && strcmp(title, other) == 0;
}

void ui_go(struct ui *ui, struct screen *screen)
{
	size_t at = 1;

	while (at < ui->depth && !is_same(ui->stack[at], screen))
		at++;
	if (unwind(ui, at))
		ui_push(ui, screen);
	else
		destroy(screen);
}

void ui_leave(struct ui *ui)
{
	if (ui->places->leave != NULL && !ui->places->leave(ui))
		return;
	ui->leaving = unwind(ui, 1);
}

/* Who is there already is told so: nothing else would be seen of it. */
static void go_phase_by_key(struct ui *ui, struct screen *screen, int number)
{
	const struct screen_ops *ops = screen->ops;
	char before[160], after[160];
	size_t depth = ui->depth;

	ops->title(screen, before, sizeof(before));
	ui_go_phase(ui, number);
	const struct screen *top = ui->stack[ui->depth - 1];
	top->ops->title(top, after, sizeof(after));
	if (ui->depth == depth && top->ops == ops && strcmp(before, after) == 0)
		ui_say(ui, "%s", _("You are here already."));
}

static bool global_key(struct ui *ui, struct screen *screen, int key)
{
	const struct command *command = find_command(ui->places->global, key);

	if (ui->places->phase != NULL && key >= '0' && key <= '6') {
		go_phase_by_key(ui, screen, key - '0');
	} else if (key == '?') {
		ui_run(ui, help_new(ui, screen));
	} else if (command != NULL) {
		run_command(ui, screen, command);
	} else if (key == 'q') {
		ui_leave(ui);
	} else {
		return false;
	}
	return true;
}

static void dispatch(struct ui *ui, struct screen *screen, int key)
{
	const struct command *command = find_command(screen->ops->commands, key);

	if (command == NULL && screen->ops->shared != NULL)
		command = find_command(*screen->ops->shared, key);
	if (key == CTRL_KEY('L')) {
		term_redraw();
		return;
	}
	if (screen->typing) {
		bool is_control = key < ' ' && key != K_ESC && key != K_ENTER && key != K_TAB;

		if (command != NULL && is_control)
			run_command(ui, screen, command);
		else if (screen->ops->key == NULL || !screen->ops->key(ui, screen, key))
			key == K_ESC ? go_back(ui, screen) : tell_unknown(ui, screen, key);
		return;
	}
	if (command != NULL) {
		run_command(ui, screen, command);
		return;
	}
	if (screen->ops->key != NULL && screen->ops->key(ui, screen, key))
		return;
	if (key == K_ESC)
		go_back(ui, screen);
	else if ((ui->nesting > 0 && key != '?') || !global_key(ui, screen, key))
		tell_unknown(ui, screen, key);
}

static void resize(struct ui *ui)
{
	for (size_t i = 0; i < ui->depth; i++)
		lay_out(ui->stack[i]);
	term_redraw();
}

static void end_if_latin1(struct ui *ui)
{
	if (term_is_latin1())
		ui->leaving = true;
}

static struct screen *with_rest(const struct ui *ui)
{
	for (size_t i = ui->depth; i-- > 0;)
		if (ui->stack[i]->rest != NULL)
			return ui->stack[i];
	return NULL;
}

/* The topmost says how long a pause is; what is left to read does not wait for one. */
static int wait_of(const struct ui *ui)
{
	int pause = ui->depth > 0 ? ui->stack[ui->depth - 1]->ops->pause : 0;

	if (with_rest(ui) != NULL)
		return 0;
	if (ui->burst)
		return PASTE_GAP_MS;
	return pause > 0 ? pause : POLL_MS;
}

/* Fifty jurors who read on paper need not hold fifty copies of the file's pages. */
static void rest_when_quiet(struct ui *ui, int key, int waited)
{
	if (key != K_NONE)
		ui->quiet_ms = 0;
	else if (ui->quiet_ms < REST_MS && (ui->quiet_ms += waited) >= REST_MS)
		context_rest(ui->ctx);
}

/* One key, or the passing of time. */
static void turn(struct ui *ui)
{
	context_hold(ui->ctx);
	do
		reload_seen(ui);
	while (remove_closed(ui)); /* what is seen then may be stale as well */
	bool shows = ui->depth >
		     ui->base; /* else it could not be loaded: nobody is there to take a key */
	if (shows && ui->dirty && !ui->pasting)
		paint(ui);
	context_let_go(ui->ctx);
	if (!shows)
		return;
	int wait = wait_of(ui);
	int key = paste_key(ui, ui->passed_on != 0 ? ui->passed_on : term_key(wait));
	ui->passed_on = 0;
	rest_when_quiet(ui, key, wait);
	end_if_latin1(ui);
	if (key == K_NONE && with_rest(ui) != NULL) {
		struct screen *screen = with_rest(ui);

		ui_complain(ui, screen->rest(screen, ui->ctx));
	} else if (key == K_NONE) {
		be_idle(ui);
	} else if (key == K_HANGUP) {
		ui->leaving = true; /* first, so that nothing asks any more */
		be_idle(ui);
	} else if (key == K_RESIZE) {
		resize(ui);
		ui->dirty = true;
	} else if (key != K_UNKNOWN && key != K_PASTE_BEGIN && key != K_PASTE_END) {
		ui->message[0] = '\0';
		ui->changed_by_others = false;
		ui->dirty = true;
		if (ui->depth > 0)
			dispatch(ui, ui->stack[ui->depth - 1], key);
	}
	remove_closed(ui);
	context_hold(ui->ctx); /* until the next painting: what is noticed is what is then read */
	notice_changes(ui);
	notice_loss(ui);
	notice_time(ui);
	if (ui->ended.code != E_OK && !is_held(ui))
		ui->leaving = true;
}

bool ui_run(struct ui *ui, struct screen *screen)
{
	if (ui->nesting == NESTING_MAX || ui->depth == SCREENS_MAX) {
		destroy(screen);
		ui_say(ui, "%s", _("Too many screens are open. Go back with Esc first."));
		return false;
	}
	size_t below = ui->base;
	ui->nesting++;
	ui->base = ui->depth;
	ui_push(ui, screen);
	while (!ui->leaving && ui->depth > ui->base)
		turn(ui);
	context_let_go(ui->ctx); /* the handler goes on with what is there then */
	/* On leaving, what is still open unwinds with its handler. */
	while (ui->depth > ui->base) {
		screen_close(ui->stack[ui->depth - 1]);
		remove_closed(ui);
	}
	ui->base = below;
	ui->nesting--;
	return true;
}

int ui_main(struct ui *ui)
{
	term_probe_charset();
	watch_begin(ui);
	context_hold(ui->ctx); /* until the first painting */
	load_frame(ui);
	ui_push(ui, ui->places->desk(ui));
	if (ui->places->land != NULL)
		ui->places->land(ui);
	while (!ui->leaving && ui->depth > 0)
		turn(ui);
	context_let_go(ui->ctx);
	while (ui->depth > 0) {
		screen_close(ui->stack[ui->depth - 1]);
		remove_closed(ui);
	}
	watch_end();
	arena_clear(&ui->frame);
	return ui->ended.code == E_OK ? 0 : 1;
}
