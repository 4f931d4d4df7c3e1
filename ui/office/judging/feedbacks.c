/* SPDX-License-Identifier: MIT
 * Feedback for the senders of a round: how far each is, and what it says beside the list. */
#include "src/judging/feedback.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/judging/feedback_parts.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/judging/veil.h"
#include "ui/office/place.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct feedbacks {
	struct list_screen list;
	int64_t id; /* of the round */
	struct feedback_progress progress;
	const char *blocked; /* why nothing can be written yet */
	struct veil veil;
};

enum { HEAD_ROWS = 2 };

static struct feedbacks *feedbacks_of(const struct screen *screen)
{
	return (struct feedbacks *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Feedback"));
}

static const struct list_column columns[] = {
	{ NC_("column", "Code"), 6, 0, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ NC_("column", "Title"), 20, 3, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ NC_("column", "Jurors"), 6, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Written"), 10, 0, ALIGN_LEFT, -1 },
	{ LIST_FIELD("cleared", 10, 0, -1) },
	{ NC_("column", "Look at"), 7, 0, ALIGN_RIGHT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)sort;
	return feedback_ids(ctx, feedbacks_of(screen)->id, list);
}

/* "fi, sv": in which languages there is a text. */
static const char *written_in(struct arena *arena, const struct feedback *feedback)
{
	const char *out = "", *lang;

	for (size_t i = 0; (lang = text_code(WORDS_LANGUAGE, i)) != NULL; i++)
		if (*feedback_text(feedback, lang) != '\0')
			out = arena_printf(arena, "%s%s%s", out, *out == '\0' ? "" : ", ", lang);
	return out;
}

/* What was found in the texts of all languages. */
static struct error count_findings(
	struct context *ctx, struct arena *arena, const struct feedback_item *item, size_t *n)
{
	const char *lang;

	*n = 0;
	for (size_t i = 0; (lang = text_code(WORDS_LANGUAGE, i)) != NULL; i++) {
		struct findings found;

		TRY(feedback_findings(
			ctx, arena, item, feedback_text(&item->feedback, lang), &found));
		*n += found.n;
	}
	return ok();
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct feedback_item item;
	size_t found;

	TRY(feedback_get(ctx, arena, id, &item));
	TRY(count_findings(ctx, arena, &item, &found));
	list_seal(look, ctx, feedbacks_of(screen)->id, SIDE_JURY);
	cells[0] = cell_text(item.item.code);
	cells[1] = cell_text(item.item.title);
	cells[2] = cell_number((int64_t)item.said.n);
	cells[3] = cell_text(written_in(arena, &item.feedback));
	cells[4] = cell_else(cell_moment(item.feedback.cleared, PRECISION_DAY), "–");
	cells[5] = found == 0 ? cell_none() : cell_number((int64_t)found);
	look->style = item.feedback.cleared != 0 ? STYLE_GOOD :
		      found > 0                  ? STYLE_ALERT :
						   STYLE_PLAIN;
	return ok();
}

static struct error add_text(struct context *ctx, struct arena *arena,
	const struct feedback_item *item, const char *lang, struct page *page)
{
	const char *text = feedback_text(&item->feedback, lang), *warning;

	if (*text == '\0')
		return ok();
	TRY(feedback_warning(ctx, arena, item, text, &warning));
	page_heading(page, text_word(WORDS_LANGUAGE, lang));
	page_text(page, text);
	page_styled(page, C_("label", "Look at"), STYLE_ALERT, warning);
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	struct feedback_item item;
	const char *lang;

	(void)screen;
	TRY(feedback_get(ctx, arena, id, &item));
	page_styled(page, item.item.code, STYLE_TITLE, item.item.title);
	if (!feedback_is_written(&item.feedback))
		page_text(page, _("Nothing has been written to the sender yet."));
	for (size_t i = 0; (lang = text_code(WORDS_LANGUAGE, i)) != NULL; i++)
		TRY(add_text(ctx, arena, &item, lang, page));
	page_heading(page, C_("heading", "What jurors wrote"));
	for (size_t i = 0; i < item.said.n; i++)
		page_field(page, arena_printf(arena, "%zu", i + 1), item.said.rows[i].text);
	return ok();
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	place_open(ui, PLACE_FEEDBACK, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_feedback,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("Nothing was judged in this round, so there is nobody to write to."),
	.file = "feedback",
};

static void layout(struct screen *screen, struct rect body);

static struct error load(struct screen *screen, struct context *ctx)
{
	struct feedbacks *self = feedbacks_of(screen);
	struct arena arena = { 0 };
	struct round round;
	struct error e = round_get(ctx, &arena, self->id, &round);

	self->blocked = e.code == E_OK ? feedback_blocked(&round) : NULL;
	arena_clear(&arena);
	TRY(e);
	TRY(feedback_progress(ctx, self->id, &self->progress));
	TRY(stand_in_round(screen, ctx, self->id, true));
	veil_load(&self->veil, ctx, self->id, false);
	TRY(list_load(screen, ctx));
	layout(screen, screen->body);
	return ok();
}

static void layout(struct screen *screen, struct rect body)
{
	struct feedbacks *self = feedbacks_of(screen);

	self->list.list.top_rows = HEAD_ROWS + veil_rows(&self->veil, body.w);
	list_layout(screen, body);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct feedbacks *self = feedbacks_of(screen);

	if (self->blocked != NULL)
		canvas_put(body, 0, 1, STYLE_HEADING, _(self->blocked));
	else
		feedback_progress_paint(&self->progress, body, 0);
	veil_paint(&self->veil, body, HEAD_ROWS - 1);
	canvas_rule(body, HEAD_ROWS - 1 + veil_rows(&self->veil, body->area.w));
	list_paint(screen, body);
}

/* Beside the list all of it is seen; on a narrow terminal the page is. */
static void on_clear(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct feedback_item item;
	int64_t id = list_selected(screen), next = 0;
	struct error e = feedback_get(ui->ctx, &arena, id, &item);

	if (e.code == E_OK)
		next = feedback_clear_and_go(ui, feedbacks_of(screen)->id, id, item.feedback.v);
	else
		ui_complain(ui, e);
	if (next != 0)
		list_expect(screen, next);
	screen->stale = true;
	arena_clear(&arena);
}

static void on_unclear(struct ui *ui, struct screen *screen)
{
	feedback_take_clearing_back(ui, list_selected(screen));
	screen->stale = true;
}

static const char *not_yet(const struct screen *screen, const struct context *ctx)
{
	return feedbacks_of(screen)->blocked != NULL ? feedbacks_of(screen)->blocked :
						       needs_record(screen, ctx);
}

static const struct command commands[] = {
	{ .keys = { K_SETTLE },
		.action = ACT_FEEDBACK,
		.label = NC_("command", "cleared"),
		.help = N_("The selected one was read and can go; on to the next"),
		.blocked = not_yet,
		.run = on_clear },
	{ .keys = { K_TAKE_BACK },
		.action = ACT_FEEDBACK,
		.label = NC_("command", "take back"),
		.help = N_("The selected one is not cleared after all"),
		.blocked = not_yet,
		.run = on_unclear,
		.quiet = true },
};

static const struct screen_ops ops = {
	.size = sizeof(struct feedbacks),
	.title = title,
	.help = N_(
		"What each sender gets to read of the jury's feedback. Enter opens one: there the jurors' "
		"texts are taken over and the text is written. Cleared is what somebody has read and "
		"found that it can go; names and scores in a text are counted under \"Look at\"."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_ROUNDS | CHANGED_REVIEWS | CHANGED_SUBMISSIONS,
	.load = load,
	.layout = layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = list_close,
};

static struct screen *open_feedbacks(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	feedbacks_of(screen)->id = to->id;
	list_init(&feedbacks_of(screen)->list, &source);
	return screen;
}

const struct place_row feedbacks_place = {
	.open = open_feedbacks,
};
