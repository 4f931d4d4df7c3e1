/* SPDX-License-Identifier: MIT
 * Requests for completion: what waits for an answer, what is overdue, what came. */
#include "src/phases/completion.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/sides.h"
#include "ui/office/act_keys.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/office/problems/completion_form.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct completions {
	struct place_list list;
	const char *state; /* the filter's; NULL: all */
};

static struct completions *completions_of(const struct screen *screen)
{
	return (struct completions *)screen;
}

static const struct list_column columns[] = {
	{ NC_("column", "Code"), 8, 0, ALIGN_LEFT, COMPLETIONS_BY_CODE },
	{ NC_("column", "Sender"), 12, 1, ALIGN_LEFT, -1, SEEN_BY_SENDER },
	{ NC_("column", "Missing"), 14, 3, ALIGN_LEFT, -1, SEEN_BY_OFFICE },
	{ LIST_FIELD("due", 20, 0, COMPLETIONS_BY_DUE) },
	{ NC_("column", "State"), 13, 0, ALIGN_LEFT, -1 },
	{ LIST_FIELD("asked", 10, 0, COMPLETIONS_BY_ASKED) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct completions *self = completions_of(screen);
	struct completion_filter filter = { .state = self->state };

	return completion_ids(ctx, (enum completion_sort)sort, &filter, list);
}

static enum style style_of(const char *state)
{
	switch (completion_state_of(state)) {
	case COMPLETION_STATE_OVERDUE:
		return STYLE_ALERT;
	case COMPLETION_STATE_OPEN:
		return STYLE_ACCENT;
	case COMPLETION_STATE_DROPPED:
		return STYLE_QUIET;
	case COMPLETION_STATE_ANSWERED:
	case COMPLETION_STATE_LATE:
	case COMPLETION_STATE_UNKNOWN:
		break;
	}
	return STYLE_PLAIN;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct completion c;
	struct submission s;
	struct completion_items items;

	(void)screen;
	TRY(completion_get(ctx, arena, id, &c));
	TRY(submission_get(ctx, arena, c.submission_id, &s));
	TRY(completion_items(ctx, arena, id, &items));
	cells[0] = cell_text(completion_code(arena, &c));
	cells[1] = cell_text(submission_applicant(ctx, arena, &s));
	cells[2] = items.n == 0 ? cell_none() : cell_text(items.rows[0].text);
	if (items.n > 1)
		cells[2] =
			cell_text(arena_printf(arena, "%s +%zu", items.rows[0].text, items.n - 1));
	cells[3] = cell_moment(c.due, PRECISION_MINUTE);
	cells[4] = cell_code(WORDS_COMPLETION_STATE, completion_state(ctx, &c));
	cells[5] = cell_moment(c.asked, PRECISION_DAY);
	look->style = style_of(completion_state(ctx, &c));
	return ok();
}

static struct error add_lines(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct completion_items items;

	TRY(completion_items(ctx, arena, id, &items));
	page_heading(page, text_word(WORDS_FIELD, "missing"));
	for (size_t i = 0; i < items.n; i++)
		page_text(page, arena_printf(arena, "%zu. %s", i + 1, items.rows[i].text));
	return ok();
}

static void add_answer(
	struct context *ctx, struct arena *arena, const struct completion *c, struct page *page)
{
	const char *advice = completion_advice(ctx, c);

	if (advice != NULL) {
		page_gap(page);
		page_styled(page, "", style_of(completion_state(ctx, c)), _(advice));
	}
	if (c->answered != 0) {
		page_heading(page, text_word(WORDS_FIELD, "completion_answer"));
		page_value(page, ctx, &record_of_completion, c, "answered");
		if (c->version != 0)
			page_link(page, text_word(WORDS_FIELD, "as_version"), kind_of_noun(c->kind),
				c->submission_id,
				arena_printf(arena, "%s, %lld", c->submission_code,
					(long long)c->version));
		page_text(page, c->answer);
	}
	page_value(page, ctx, &record_of_completion, c, "dropped");
	page_field(page, text_word(WORDS_FIELD, "reason"), c->reason);
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct completion c;
	struct submission s;

	TRY(completion_get(ctx, arena, id, &c));
	TRY(submission_get(ctx, arena, c.submission_id, &s));
	snprintf(name, size, "%s", completion_code(arena, &c));
	page_styled(page, completion_code(arena, &c), STYLE_TITLE,
		text_word(WORDS_COMPLETION_STATE, completion_state(ctx, &c)));
	page_link(page, text_word(WORDS_FIELD, "submission"), kind_of_noun(c.kind), s.id,
		arena_printf(arena, "%s %s · %s", s.code,
			s.sealed_by != 0 ? sides_cover() : s.title,
			submission_applicant(ctx, arena, &s)));
	page_field(page, text_word(WORDS_FIELD, "completion_ground"), c.ground);
	page_value(page, ctx, &record_of_completion, &c, "asked");
	page_field(page, text_word(WORDS_FIELD, "written_by"), c.by);
	page_value(page, ctx, &record_of_completion, &c, "due");
	page_value(page, ctx, &record_of_completion, &c, "reminded");
	TRY(add_lines(ctx, arena, id, page));
	add_answer(ctx, arena, &c, page);
	return ok();
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_completion,
	.ids = ids,
	.row = row,
	.empty = N_("No requests for completion. On the page of what was sent in, p makes one. A "
		    "filter may hide some: f changes it."),
	.file = "completions",
};

static void on_answer(struct ui *ui, struct screen *screen)
{
	completion_answer_form(ui, screen_selected(screen));
}

static void on_filter(struct ui *ui, struct screen *screen)
{
	const char *first[] = { _("All requests (no filter)") };
	int chosen = ui_choose_with_words(
		ui, _("Show"), first, LEN(first), WORDS_COMPLETION_STATE, NULL);

	if (chosen < 0)
		return;
	completions_of(screen)->state =
		chosen == 0 ? NULL : text_code(WORDS_COMPLETION_STATE, (size_t)chosen - LEN(first));
	screen->stale = true;
}

static const struct command commands[] = {
	{ .keys = { K_FILTER },
		.action = ACT_COUNT,
		.label = NC_("command", "filter"),
		.help = N_("Show only some of the requests"),
		.run = on_filter },
	{ .keys = { 'a' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "answer"),
		.help = N_("Record what came: a note, or a new version"),
		.blocked = needs_record,
		.run = on_answer },
	COMPLETION_ACTS,
};

const struct place_row completion_place = {
	.shows = KIND_COMPLETION,
	.fill = fill_page,
	.commands = { commands + 1, LEN(commands) - 1 },
};

const struct place_row completions_place = {
	.lists = KIND_COMPLETION,
	.title = NC_("title", "Requests for completion"),
	.help = N_("What was asked for afterwards, and until when. What is overdue stands first; a "
		   "late answer is marked, and a late version waits to be admitted."),
	.go = true,
	.size = sizeof(struct completions),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_SUBMISSIONS,
	.list = &source,
};
