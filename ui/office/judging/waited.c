/* SPDX-License-Identifier: MIT
 * Whom to remind: the jurors of a round who have not declared, not begun, not finished or not
 * confirmed, with how they are reached. Loaded anew while they work. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/round.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/place.h"
#include "ui/toolkit/list.h"

struct waited_screen {
	struct list_screen list;
	int64_t round_id;
	struct arena arena;
	struct round round;
	struct members members;
};

static struct waited_screen *self_of(const struct screen *screen)
{
	return (struct waited_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Whom to remind"));
}

static const struct list_column columns[] = {
	{ LIST_FIELD("name", 16, 1, -1) },
	{ NC_("column", "Waits for"), 13, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Left"), 8, 0, ALIGN_RIGHT, -1 },
	{ LIST_FIELD("email", 24, 2, -1) },
	{ LIST_FIELD("phone", 12, 0, -1) },
};

static bool is_waited(const struct waited_screen *self, const struct member *m)
{
	const char *waits = member_waits(&self->round, m);

	return *waits != '\0' && waits_of(waits) != WAITS_READY;
}

/* In the order of what is waited for: who is furthest from being ready first. */
static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct waited_screen *self = self_of(screen);
	const char *code;

	(void)ctx;
	(void)sort;
	for (size_t w = 0; (code = text_code(WORDS_WAITS, w)) != NULL; w++)
		for (size_t i = 0; i < self->members.n; i++) {
			const struct member *m = &self->members.rows[i];

			if (is_waited(self, m) && strcmp(member_waits(&self->round, m), code) == 0)
				id_list_add(list, m->id);
		}
	return ok();
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct waited_screen *self = self_of(screen);

	(void)arena;
	(void)ctx;
	(void)look;
	for (size_t i = 0; i < self->members.n; i++) {
		const struct member *m = &self->members.rows[i];

		if (m->id != id)
			continue;
		bool confirms = waits_of(member_waits(&self->round, m)) == WAITS_CONFIRM;

		cells[0] = cell_text(m->name);
		cells[1] = cell_code(WORDS_WAITS, member_waits(&self->round, m));
		cells[2] = cell_number((confirms ? m->unconfirmed : m->assigned - m->submitted));
		cells[3] = *m->email != '\0' ? cell_text(m->email) : cell_text(m->phone);
		cells[4] = cell_text(m->phone);
	}
	return ok();
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	place_open_at(
		ui, PLACE_REVIEWS, &(struct target){ .id = self_of(screen)->round_id, .with = id });
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_member,
	.ids = ids,
	.row = row,
	.open = open_row,
	.empty = N_("Nobody needs to be reminded: nothing is waited for in this round now. Esc "
		    "goes back."),
	.file = "reminders",
	.of = KIND_ROUND,
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct waited_screen *self = self_of(screen);

	arena_clear(&self->arena);
	TRY(stand_in_round(screen, ctx, self->round_id, false));
	self->members = (struct members){ 0 };
	TRY(round_get(ctx, &self->arena, self->round_id, &self->round));
	TRY(round_members(ctx, &self->arena, self->round_id, &self->members));
	return list_load(screen, ctx);
}

static void on_close(struct screen *screen)
{
	arena_clear(&self_of(screen)->arena);
	list_close(screen);
}

static const struct screen_ops ops = {
	.size = sizeof(struct waited_screen),
	.title = title,
	.help = N_("Jurors who have not declared, not begun, not finished, or not confirmed what "
		   "the office "
		   "entered for them. Enter shows their reviews; x exports the list with the "
		   "addresses."),
	.shared = &list_commands,
	.watches = CHANGED_ROUNDS | CHANGED_REVIEWS | CHANGED_REGISTERS | CHANGED_ACCOUNTS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = on_close,
};

static struct screen *open_waited(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	self_of(screen)->round_id = to->id;
	list_init(&self_of(screen)->list, &source);
	screen->live = true; /* drafts are not in the log */
	return screen;
}

const struct place_row waited_place = {
	.open = open_waited,
};
