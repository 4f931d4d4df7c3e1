/* SPDX-License-Identifier: MIT
 * The whole of the jury's statement on the screen. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/documents/statement.h"
#include "src/documents/writer.h"
#include "ui/office/place.h"
#include "ui/toolkit/page.h"

struct paper_screen {
	struct screen base;
	struct page page;
	int64_t id;
	char code[16];
};

static struct paper_screen *self_of(const struct screen *screen)
{
	return (struct paper_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	/* TRANSLATORS: %s is a statement's code. */
	snprintf(out, size, C_("title", "Text of %s"), self_of(screen)->code);
}

/* Where it was not frozen in the language in use, as the jury wrote it. */
static struct error write_text(
	struct context *ctx, struct arena *arena, int64_t id, struct documents *out)
{
	struct document_ask ask = { .id = id, .lang = i18n_lang() };
	struct error e = statement_kind.make(ctx, arena, &ask, out);

	if (e.code != E_RULE)
		return e;
	ask.lang = NULL;
	*out = (struct documents){ 0 };
	return statement_kind.make(ctx, arena, &ask, out);
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct paper_screen *self = self_of(screen);
	struct documents all = { 0 };
	struct arena arena = { 0 };
	struct buffer text = { 0 };
	int scroll = self->page.scroll;
	struct error e = write_text(ctx, &arena, self->id, &all);

	if (e.code == E_OK) {
		snprintf(self->code, sizeof(self->code), "%s", all.about);
		document_write_text(&all, &text);
		page_clear(&self->page);
		page_text(&self->page, text.text);
		self->page.scroll = scroll;
	}
	buffer_clear(&text);
	arena_clear(&arena);
	return e;
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	struct canvas inner = canvas_part(body, 0, 1, body->area.h, body->area.w - 2);

	page_paint(&self_of(screen)->page, &inner);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	(void)ui;
	return page_key(&self_of(screen)->page, key, screen->body.h, screen->body.w - 2);
}

static void on_close(struct screen *screen)
{
	page_clear(&self_of(screen)->page);
}

static const struct screen_ops ops = {
	.size = sizeof(struct paper_screen),
	.title = title,
	.help = N_("The whole statement. The arrows and PgDn scroll, Esc goes back."),
	.watches = CHANGED_DECISIONS,
	.load = load,
	.paint = paint,
	.key = on_key,
	.close = on_close,
};

static struct screen *open_text(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	self_of(screen)->id = to->id;
	return screen;
}

const struct place_row statement_text_place = {
	.open = open_text,
};
