/* SPDX-License-Identifier: MIT */
#include "ui/office/judging/feedback_parts.h"

#include <stdio.h>

#include "src/base/i18n.h"

enum { BAR_WIDTH = 24 };

int feedback_progress_paint(
	const struct feedback_progress *progress, const struct canvas *canvas, int y)
{
	char figures[80];

	snprintf(figures, sizeof(figures), _("%lld of %lld cleared"), (long long)progress->cleared,
		(long long)progress->all);
	canvas_bar(canvas, y, 1, BAR_WIDTH, progress->cleared, progress->all);
	return BAR_WIDTH + 3 + canvas_put(canvas, y, BAR_WIDTH + 3, STYLE_PLAIN, figures);
}

int64_t feedback_clear_and_go(struct ui *ui, int64_t round_id, int64_t item_id, int64_t v)
{
	int64_t next = 0;
	struct error e = feedback_clear(ui->ctx, item_id, v);

	if (e.code == E_OK)
		e = feedback_next(ui->ctx, round_id, item_id, &next);
	ui_report(ui, e,
		next == 0 ? _("Cleared. That was the last one.") : _("Cleared. This is the next."));
	return e.code == E_OK ? next : 0;
}

void feedback_take_clearing_back(struct ui *ui, int64_t item_id)
{
	ui_report(ui, feedback_unclear(ui->ctx, item_id, FEEDBACK_ANY_VERSION),
		_("The clearing has been taken back."));
}

struct error feedback_warning(struct context *ctx, struct arena *arena,
	const struct feedback_item *item, const char *text, const char **warning)
{
	struct findings found;
	struct buffer words = { 0 };

	TRY(feedback_findings(ctx, arena, item, text, &found));
	buffer_text(&words, "");
	for (size_t i = 0; i < found.n; i++)
		buffer_printf(
			&words, "%s%s", i > 0 ? ", " : "", finding_words(arena, &found.rows[i]));
	*warning = arena_text(arena, words.text);
	buffer_clear(&words);
	return ok();
}
