/* SPDX-License-Identifier: MIT
 * What stands in a juror's own name: the receipts of what they submitted, and when and by which key
 * they were here. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/jury.h"
#include "ui/toolkit/page.h"

struct receipts_screen {
	struct screen base;
	struct page page;
};

static struct receipts_screen *self_of(const struct screen *screen)
{
	return (struct receipts_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Receipts and visits"));
}

static void add_receipts(
	struct page *page, struct arena *arena, const struct juror_receipts *receipts)
{
	if (receipts->n == 0)
		page_text(page, _("You have not submitted anything yet."));
	for (size_t i = 0; i < receipts->n; i++) {
		const struct juror_receipt_row *row = &receipts->rows[i];
		char when[80];

		if (i == 0 || row->round != receipts->rows[i - 1].round)
			page_heading(page, arena_printf(arena, _("Receipts of your reviews: %s"),
						   jury_round_name(arena, row->round)));

		text_time(row->receipt.submitted, when, sizeof(when));
		/* As much of it as was shown when it was submitted. */
		const char *r = row->receipt.receipt;
		page_styled(page, row->receipt.code,
			receipt_state_of(row->receipt.state) == RECEIPT_STANDS ? STYLE_PLAIN :
										 STYLE_QUIET,
			arena_printf(arena, "%.4s %.4s %.4s %.4s  %s · %s", r, r + 4, r + 8, r + 12,
				when, text_word(WORDS_RECEIPT, row->receipt.state)));
	}
}

static const char *hours(struct arena *arena, const struct juror_visit *visit)
{
	char from[80], to[80];

	text_time(visit->from, from, sizeof(from));
	text_time(visit->to, to, sizeof(to));
	if (strcmp(from, to) == 0)
		return arena_text(arena, from);
	struct civil end = civil_of_time(visit->to);
	text_clock((int64_t)end.hour * 60 + end.minute, to, sizeof(to));
	return arena_printf(arena, "%s–%s", from, to);
}

static void add_visits(struct page *page, struct arena *arena, const struct juror_visits *visits)
{
	page_heading(page, _("When something was done in your name, and by which key"));
	for (size_t i = 0; i < visits->n; i++) {
		const struct juror_visit *visit = &visits->rows[i];

		page_text(page, arena_printf(arena,
					/* TRANSLATORS: a day with its hours, how many entries in
					 * the log, and the fingerprint of a key. */
					ngettext("%s: %zu entry, %s", "%s: %zu entries, %s",
						visit->entries),
					hours(arena, visit), visit->entries, visit->via));
	}
	page_text(page, _("If a time or a key is not yours, call the office."));
}

struct error jury_fill_receipts(struct context *ctx, struct page *page)
{
	struct arena arena = { 0 };
	struct juror_receipts receipts;
	struct juror_visits visits;
	struct error e = juror_receipts(ctx, &arena, &receipts);

	if (e.code == E_OK)
		e = juror_visits(ctx, &arena, &visits);
	if (e.code == E_OK) {
		page_clear(page);
		add_visits(page, &arena, &visits);
		page_text(page, jury_contact(&arena, ctx));
		add_receipts(page, &arena, &receipts);
	}
	arena_clear(&arena);
	return e;
}

static struct error load(struct screen *screen, struct context *ctx)
{
	return jury_fill_receipts(ctx, &self_of(screen)->page);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	struct canvas inner = canvas_part(body, 1, 1, body->area.h - 1, body->area.w - 2);

	page_paint(&self_of(screen)->page, &inner);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	(void)ui;
	return page_key(&self_of(screen)->page, key, screen->body.h - 1, screen->body.w - 2);
}

static void on_close(struct screen *screen)
{
	page_clear(&self_of(screen)->page);
}

static const struct screen_ops ops = {
	.size = sizeof(struct receipts_screen),
	.title = title,
	.help = N_(
		"What you submitted, each with its receipt: with one the office can tell whether "
		"that review is what counts. Below it, when you were here and by which key. Nobody "
		"else sees this page. The arrows scroll, Esc goes back."),
	.load = load,
	.paint = paint,
	.key = on_key,
	.close = on_close,
};

void jury_open_receipts(struct ui *ui, struct screen *screen)
{
	(void)screen;
	ui_push(ui, screen_new(ui, &ops));
}
