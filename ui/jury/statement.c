/* SPDX-License-Identifier: MIT
 * The jury's statement on the juror's own screen: its whole frozen text, and one's signature. It
 * does not show who else has signed. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/frozen.h"
#include "src/documents/writer.h"
#include "src/judging/juror_statement.h"
#include "ui/jury/jury.h"
#include "ui/jury/said.h"
#include "ui/jury/textview.h"
#include "ui/toolkit/dialog.h"

enum { MEASURE = 100, MARGIN = 1, HEAD = 2 };

struct statement_screen {
	struct screen base;
	int64_t id;
	struct arena arena;
	struct juror_statement statement;
	struct textview view;
};

static struct statement_screen *self_of(const struct screen *screen)
{
	return (struct statement_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct statement_screen *self = self_of(screen);

	/* TRANSLATORS: %s is a statement's code. */
	snprintf(out, size, C_("title", "Statement %s"),
		self->statement.code == NULL ? "" : self->statement.code);
}

struct error jury_statement_text(
	struct arena *arena, const struct juror_statement *statement, struct buffer *out)
{
	const char *languages[] = { i18n_lang(), "fi", "sv", "en" };
	struct error e = ok();

	for (size_t i = 0; i < LEN(languages); i++) {
		struct documents all = { 0 };
		struct document *page;

		e = frozen_read(arena, statement->text, languages[i], &all, &page);
		if (e.code == E_OK)
			document_write_text(&all, out);
		if (e.code != E_NOT_FOUND)
			return e;
	}
	return e;
}

static void layout(struct screen *screen, struct rect body)
{
	int width = body.w - 2 * MARGIN;

	textview_layout(&self_of(screen)->view, width < MEASURE ? width : MEASURE, body.h - HEAD);
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct statement_screen *self = self_of(screen);
	struct buffer text = { 0 };

	arena_clear(&self->arena);
	self->statement = (struct juror_statement){ 0 };
	TRY(juror_statement_get(ctx, &self->arena, self->id, &self->statement));
	struct error e = jury_statement_text(&self->arena, &self->statement, &text);
	if (e.code == E_OK) {
		textview_set(&self->view, text.text);
		layout(screen, screen->body);
	}
	buffer_clear(&text);
	return e;
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct statement_screen *self = self_of(screen);
	const struct juror_statement *s = &self->statement;
	char line[200], day[60];

	if (s->code == NULL)
		return;
	text_day(s->signed_on, day, sizeof(day));
	if (s->signed_on != 0)
		/* TRANSLATORS: a day. */
		snprintf(line, sizeof(line), _("You signed it on %s."), day);
	else
		snprintf(line, sizeof(line), "%s",
			juror_sign_blocked(s) != NULL ?
				_(juror_sign_blocked(s)) :
				_("It waits for your signature: read it, then a signs it."));
	canvas_text(body, 0, MARGIN, body->area.w - 2 * MARGIN,
		s->signed_on != 0 ? STYLE_GOOD : STYLE_HEADING, ALIGN_LEFT, line);
	/* TRANSLATORS: a hash of 64 characters. */
	snprintf(line, sizeof(line), _("Hash %s"), s->hash);
	canvas_text(body, 1, MARGIN, body->area.w - 2 * MARGIN, STYLE_QUIET, ALIGN_LEFT, line);
	struct canvas text =
		canvas_part(body, HEAD, MARGIN, body->area.h - HEAD, self->view.width + 2);
	textview_paint(&self->view, &text, -1);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	(void)ui;
	return textview_key(&self_of(screen)->view, key, true);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	/* TRANSLATORS: how much of a text has been shown; %d is the figure. */
	snprintf(out, size, _("%d %% read"), textview_percent(&self_of(screen)->view));
}

static const char *cannot_sign(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return self_of(screen)->statement.code == NULL ?
		       NULL :
		       juror_sign_blocked(&self_of(screen)->statement);
}

static void on_sign(struct ui *ui, struct screen *screen)
{
	if (!ui_confirm(ui, _(JURY_SIGN_QUESTION), C_("button", "Sign the statement")))
		return;
	jury_report(ui, juror_sign(ui->ctx, self_of(screen)->id), _(JURY_SIGNED));
	screen->stale = true;
}

static void on_page(struct ui *ui, struct screen *screen)
{
	(void)ui;
	textview_key(&self_of(screen)->view, K_PAGE_DOWN, true);
}

static void on_close(struct screen *screen)
{
	textview_clear(&self_of(screen)->view);
	arena_clear(&self_of(screen)->arena);
}

static const struct command commands[] = {
	{ .keys = { 'H' },
		.action = ACT_COUNT,
		.label = NC_("command", "sign"),
		.final = true,
		.help = N_("Sign the statement in your own name"),
		.blocked = cannot_sign,
		.run = on_sign },
	{ .keys = { ' ', K_PAGE_DOWN },
		.action = ACT_COUNT,
		.label = NC_("command", "read on"),
		.help = N_("The next page; PgUp goes back, arrows go by lines"),
		.run = on_page },
};

const struct screen_ops jury_statement_ops = {
	.size = sizeof(struct statement_screen),
	.title = title,
	.help = N_(
		"The jury's statement, as its text was frozen. Read it whole; a signs it in your own "
		"name. If something in it is wrong, do not sign: call the office, and another statement "
		"is made."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_ANY,
	.load = load,
	.layout = layout,
	.paint = paint,
	.key = on_key,
	.status = status,
	.close = on_close,
};

struct screen *jury_statement_new(struct ui *ui, int64_t statement_id)
{
	struct screen *screen = screen_new(ui, &jury_statement_ops);

	self_of(screen)->id = statement_id;
	return screen;
}

int64_t jury_statement_waits(struct context *ctx, int64_t round_id)
{
	struct arena arena = { 0 };
	struct juror_statement_list all;
	int64_t id = 0;

	if (juror_statements(ctx, &arena, &all).code == E_OK)
		for (size_t i = 0; id == 0 && i < all.n; i++)
			if (all.rows[i].round_id == round_id &&
				juror_sign_blocked(&all.rows[i]) == NULL)
				id = all.rows[i].id;
	arena_clear(&arena);
	return id;
}

int64_t jury_statement_newest(struct context *ctx, int64_t round_id)
{
	struct arena arena = { 0 };
	struct juror_statement_list all;
	int64_t id = 0;

	if (juror_statements(ctx, &arena, &all).code == E_OK)
		for (size_t i = 0; id == 0 && i < all.n; i++)
			if (all.rows[i].round_id == round_id)
				id = all.rows[i].id;
	arena_clear(&arena);
	return id;
}
