/* SPDX-License-Identifier: MIT
 * Letters: what is written to whom, what must be read before it is cleared, and what became of it.
 */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/letters/kind.h"
#include "src/letters/reading.h"
#include "src/letters/sending.h"
#include "ui/office/act_keys.h"
#include "ui/office/letters/letter_form.h"
#include "ui/office/letters/letter_page.h"
#include "ui/office/letters/making.h"
#include "ui/office/letters/outgoing.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"

struct letters {
	struct place_list list;
	struct letter_filter filter;
	struct letter_counts counts;
	bool begun; /* the kind or state that it was opened for has become its filter */
	/* Those that had to be read when all were to be cleared: only these are shown until they
	 * have been gone through. */
	struct id_list to_read;
};

static struct letters *letters_of(const struct screen *screen)
{
	return (struct letters *)screen;
}

static const struct list_column columns[] = {
	{ LIST_FIELD("code", 5, 0, -1) },
	{ LIST_FIELD("kind", 11, 1, -1) },
	{ LIST_FIELD("of", 6, 0, -1) },
	{ LIST_FIELD("to", 11, 2, -1) },
	{ LIST_FIELD("language", 5, 0, -1) },
	{ LIST_FIELD("state", 11, 0, -1) },
	{ NC_("column", "Must be read"), 14, 2, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	struct letters *self = letters_of(screen);

	(void)sort;
	if (self->to_read.n == 0)
		return letter_ids(ctx, &self->filter, list);
	for (size_t i = 0; i < self->to_read.n; i++)
		id_list_add(list, self->to_read.ids[i]);
	return ok();
}

static enum style style_of(const struct letter *l, bool unread)
{
	switch (letter_state_of(l->state)) {
	case LETTER_STATE_MADE:
		return unread ? STYLE_ACCENT : STYLE_PLAIN;
	case LETTER_STATE_SENDING:
	case LETTER_STATE_UNCERTAIN:
	case LETTER_STATE_FAILED:
		return STYLE_ALERT;
	case LETTER_STATE_SENT:
		return STYLE_GOOD;
	case LETTER_STATE_CLEARED:
	case LETTER_STATE_WRITTEN:
	case LETTER_STATE_UNKNOWN:
		break;
	}
	return STYLE_PLAIN;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct letter l;
	struct letter_doubts doubts;

	(void)screen;
	TRY(letter_get(ctx, arena, id, &l));
	TRY(letter_doubts(ctx, arena, &l, &doubts));
	bool made = letter_state_of(l.state) == LETTER_STATE_MADE;
	bool unread = made && l.seen == 0 && doubts.doubts != 0;
	cells[0] = cell_text(l.code);
	cells[1] = cell_code(WORDS_LETTER_KIND, l.kind);
	cells[2] = cell_text(l.object);
	cells[3] = cell_text(l.to_name);
	cells[4] = cell_text(l.language);
	cells[5] = cell_code(WORDS_LETTER_STATE, l.state);
	cells[6] = unread ? cell_text(letter_doubts_brief(arena, &doubts)) : cell_none();
	look->style = style_of(&l, unread);
	return ok();
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_letter,
	.ids = ids,
	.row = row,
	.empty = N_(
		"No letters. n makes those of a kind; K on a list of problems, teams or solutions "
		"or on a round makes those of its rows. A filter may hide some: f changes it."),
	.file = "letters",
};

/* What was given up meanwhile is not shown any more. */
static void drop_gone(struct letters *self, struct context *ctx)
{
	struct id_list kept = { 0 };

	for (size_t i = 0; i < self->to_read.n; i++) {
		struct arena arena = { 0 };
		struct letter l;

		if (letter_get(ctx, &arena, self->to_read.ids[i], &l).code == E_OK)
			id_list_add(&kept, self->to_read.ids[i]);
		arena_clear(&arena);
	}
	id_list_clear(&self->to_read);
	self->to_read = kept;
}

/* Opened for one kind or one state, it shows that alone at first. */
static void begin(struct letters *self)
{
	const struct letter_kind_row *kind = letter_kind_row(self->list.text);

	if (!self->begun && kind != NULL)
		self->filter.kind = kind->code;
	else if (!self->begun && *self->list.text != '\0')
		self->filter.state = self->list.text;
	self->begun = true;
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct letters *self = letters_of(screen);

	begin(self);
	drop_gone(self, ctx);
	TRY(letters_look_after(ctx));
	TRY(list_load(screen, ctx));
	return letter_counts(ctx, &self->counts);
}

static void close_letters(struct screen *screen)
{
	id_list_clear(&letters_of(screen)->to_read);
	list_close(screen);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct letters *self = letters_of(screen);
	char place[40];

	list_describe(screen, place, sizeof(place));
	/* TRANSLATORS: where one is in the list, then numbers of letters. */
	int used = snprintf(out, size, _("%s · %lld made · %lld cleared · %lld sent"), place,
		(long long)self->counts.made, (long long)self->counts.cleared,
		(long long)self->counts.sent);
	const char *shown = self->to_read.n > 0 ? _("only what must be read") :
			    self->filter.state != NULL || self->filter.kind != NULL ?
						  _("filtered") :
						  NULL;
	if (shown != NULL && used > 0 && (size_t)used < size)
		snprintf(out + used, size - (size_t)used, " · %s", shown);
}

/* --- Commands */

static void on_new(struct ui *ui, struct screen *screen)
{
	letters_of_all(ui);
	screen->stale = true;
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	letter_form(ui, screen_selected(screen));
}

static void show_all(struct letters *self)
{
	id_list_clear(&self->to_read);
	self->to_read = (struct id_list){ 0 };
	self->list.list.base.stale = true;
}

static void on_filter(struct ui *ui, struct screen *screen)
{
	struct letters *self = letters_of(screen);
	const char *first[] = { _("All letters (no filter)"), _("Of one kind…") };
	int chosen =
		ui_choose_with_words(ui, _("Show"), first, LEN(first), WORDS_LETTER_STATE, NULL);

	if (chosen == 0)
		self->filter = (struct letter_filter){ 0 };
	else if (chosen == 1)
		self->filter.kind = ui_choose_word(ui, _("Show"), WORDS_LETTER_KIND, NULL);
	else if (chosen > 1)
		self->filter.state = text_code(WORDS_LETTER_STATE, (size_t)chosen - LEN(first));
	if (chosen >= 0)
		show_all(self);
}

static void clear_these(struct ui *ui, struct letters *self, const struct id_list *all)
{
	char question[200];
	size_t cleared;
	unsigned long n = (unsigned long)all->n;

	snprintf(question, sizeof(question),
		ngettext("Clear %lu letter? It can then go out.",
			"Clear %lu letters? They can then go out.", n),
		n);
	if (!ui_confirm(ui, question, C_("button", "Clear")))
		return;
	struct error e = letters_clear(ui->ctx, all, &cleared);
	if (e.code == E_OK)
		ui_say(ui,
			ngettext("%zu letter cleared.", "%zu letters cleared.",
				(unsigned long)cleared),
			cleared);
	else
		ui_complain(ui, e);
	show_all(self);
}

/* First what must be read, as the list; once all of that was opened, one key clears all. */
static void on_clear_all(struct ui *ui, struct screen *screen)
{
	struct letters *self = letters_of(screen);
	struct letter_filter made = self->filter;
	struct id_list all = { 0 }, unread = { 0 };

	made.state = "made";
	struct error e = letter_ids(ui->ctx, &made, &all);
	if (e.code == E_OK)
		e = letters_unread(ui->ctx, &all, &unread);
	if (e.code == E_OK && all.n == 0)
		e = rule(N_("There is no letter to be cleared."));
	ui_complain(ui, e);
	if (e.code == E_OK && unread.n > 0) {
		show_all(self);
		self->to_read = unread;
		unread = (struct id_list){ 0 };
		self->list.list.list.to_top = true;
		ui_say(ui,
			ngettext("%zu letter must be read first: Enter opens it, then A again.",
				"%zu letters must be read first: Enter opens one, → the next, "
				"then A again.",
				(unsigned long)self->to_read.n),
			self->to_read.n);
	} else if (e.code == E_OK) {
		clear_these(ui, self, &all);
	}
	id_list_clear(&all);
	id_list_clear(&unread);
}

static void on_templates(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_LETTER_TEMPLATES, 0);
}

/* On its page: cleared, and on to the next of the list that it was opened from. */
static void on_clear(struct ui *ui, struct screen *screen)
{
	if (do_act(ui, &letter_act_rows[LETTER_CLEAR], screen_selected(screen)) &&
		list_no_neighbour(screen, ui->ctx) == NULL)
		list_on_next(ui, screen);
}

static struct error load_page(struct screen *screen, struct context *ctx)
{
	TRY(letter_read(ctx, screen_selected(screen)));
	return record_load(screen, ctx);
}

#define EDIT_COMMAND \
	{ \
		.keys = { K_EDIT }, .action = ACT_LETTER, .label = NC_("command", "edit"), \
		.help = N_("Correct the letter by hand"), .blocked = letter_edit_blocked, \
		.run = on_edit \
	}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_LETTER,
		.label = NC_("command", "make"),
		.help = N_("Make letters of a kind to all that it is for"),
		.run = on_new },
	{ .keys = { K_FILTER },
		.action = ACT_COUNT,
		.label = NC_("command", "filter"),
		.help = N_("Show only some of the letters"),
		.run = on_filter },
	EDIT_COMMAND,
	{ ACT_KEY('a', letter_act_rows[LETTER_CLEAR], 0, NC_("command", "clear"),
		N_("The letter is right and can go out")) },
	{ .keys = { K_SETTLE },
		.action = ACT_LETTER,
		.label = NC_("command", "clear all"),
		.help = N_("Clear all that are made: first those are shown that must be read"),
		.run = on_clear_all },
	{ .keys = { 't' },
		.action = ACT_COUNT,
		.label = NC_("command", "templates"),
		.help = N_("The templates that letters are made from"),
		.run = on_templates },
	{ .keys = { K_SEND },
		.action = ACT_LETTER,
		.label = NC_("command", "send"),
		.help = N_("Send those that are cleared, or the marked ones, by e-mail"),
		.run = letters_ask_send,
		.final = true },
	{ .keys = { 'w' },
		.action = ACT_LETTER,
		.label = NC_("command", "as files"),
		.help = N_("Write those that are cleared, or the marked ones, as files: for a mail "
			   "program, or for the printer"),
		.run = letters_ask_files },
	{ .keys = { K_SENDER },
		.action = ACT_ACCOUNT,
		.label = NC_("command", "sender"),
		.help = N_("Who letters come from, and trying to send"),
		.run = letters_ask_sender },
	LETTER_ACTS,
};

static const struct command page_commands[] = {
	EDIT_COMMAND,
	{ .keys = { K_SEND },
		.action = ACT_LETTER,
		.label = NC_("command", "send"),
		.help = N_("Send this letter by e-mail; one that failed or may have gone, again"),
		.run = letters_ask_send,
		.final = true },
	{ .keys = { 'a' },
		.label = NC_("command", "clear, next"),
		.help = N_("The letter is right and can go out; the next one is opened"),
		.run = on_clear,
		.act = &letter_act_rows[LETTER_CLEAR] },
	LETTER_ACTS,
};

const struct place_row letter_place = {
	.shows = KIND_LETTER,
	.help = N_("A letter as it will look, why it must be read, and what chose its language. "
		   "From here on it counts as read."),
	.load = load_page,
	.fill = letter_page,
	.commands = { page_commands, LEN(page_commands) },
};

const struct place_row letters_place = {
	.lists = KIND_LETTER,
	.title = NC_("title", "Letters"),
	.help = N_(
		"Letters and what became of them. Each is cleared before it goes out; all at once only "
		"when those were opened that must be read."),
	.go = true,
	.size = sizeof(struct letters),
	.load = load,
	.close = close_letters,
	.status = status,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_LETTERS | CHANGED_DECISIONS | CHANGED_SUBMISSIONS,
	.list = &source,
};
