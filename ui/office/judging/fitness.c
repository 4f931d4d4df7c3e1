/* SPDX-License-Identifier: MIT
 * The jury of a contest: which of its members are independent and have the qualification that is
 * asked of the entrants. */
#include "src/judging/fitness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/place.h"
#include "ui/office/pick_code.h"
#include "ui/office/place_list.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ NC_("column", "Name"), 24, 2, ALIGN_LEFT, -1 },
	{ LIST_FIELD("independent", 12, 0, -1), .title = NC_("column", "Independent") },
	{ LIST_FIELD("qualified", 12, 0, -1), .title = NC_("column", "Qualified") },
	{ LIST_FIELD("note", 20, 3, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	struct arena arena = { 0 };
	struct members members;
	struct error e = round_members(ctx, &arena, place_list_of(screen)->id, &members);

	(void)sort;
	for (size_t i = 0; e.code == E_OK && i < members.n; i++)
		id_list_add(list, members.rows[i].id);
	arena_clear(&arena);
	return e;
}

static struct error member_of(struct context *ctx, struct arena *arena, int64_t round_id,
	int64_t id, struct member *member)
{
	struct members members;

	TRY(round_members(ctx, arena, round_id, &members));
	for (size_t i = 0; i < members.n; i++)
		if (members.rows[i].id == id) {
			*member = members.rows[i];
			return ok();
		}
	return fail(E_NOT_FOUND, "juror");
}

static struct cell known(const char *code)
{
	return *code == '\0' ? cell_else(cell_text(""), "–") : cell_code(WORDS_KNOWN, code);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct juror_fitness f;
	struct member m;

	TRY(member_of(ctx, arena, place_list_of(screen)->id, id, &m));
	TRY(juror_fitness(ctx, arena, id, &f));
	cells[0] = cell_text(m.name);
	cells[1] = known(f.independent);
	cells[2] = known(f.qualified);
	cells[3] = cell_text(f.note);
	if (juror_known_of(f.independent) == KNOWN_NO)
		look->style = STYLE_ALERT;
	else if (member_state_of(m.state) != MEMBER_STATE_ACTIVE)
		look->style = STYLE_QUIET;
	return ok();
}

static void pick_known(struct ui *ui, struct form *form, size_t field)
{
	pick_code(ui, form, field, WORDS_KNOWN);
}

enum { INDEPENDENT, QUALIFIED };

static const struct form_field fields[] = {
	[INDEPENDENT] = { .name = "independent",
		.kind = FORM_PICK,
		.pick = pick_known,
		.hint = N_("Of everybody who takes part, in work and otherwise.") },
	[QUALIFIED] = { .name = "qualified",
		.kind = FORM_PICK,
		.pick = pick_known,
		.hint = N_("The one that is asked of the entrants.") },
	{ .name = "fitness_note", .hint = N_("Such as a degree, and where it is seen from.") },
};

struct editing {
	int64_t round_id, id;
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	const struct editing *editing = arg;
	struct arena arena = { 0 };
	struct juror_fitness f;
	struct error e = juror_fitness(ctx, &arena, editing->id, &f);

	if (e.code == E_OK) {
		form_fill_row(form, &f);
		show_picked_code(form, INDEPENDENT, WORDS_KNOWN, f.independent);
		show_picked_code(form, QUALIFIED, WORDS_KNOWN, f.qualified);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	const struct editing *editing = arg;
	struct juror_fitness f = { .panel_member_id = 0 };
	struct arena arena = { 0 };
	struct member m;

	TRY(form_read_row(form, &f));
	f.independent = picked_code(form, INDEPENDENT, WORDS_KNOWN);
	f.qualified = picked_code(form, QUALIFIED, WORDS_KNOWN);
	struct error e = member_of(ui->ctx, &arena, editing->round_id, editing->id, &m);
	if (e.code == E_OK)
		e = juror_fitness_set(ui->ctx, editing->round_id, m.login, &f);
	arena_clear(&arena);
	return e;
}

static const struct form_def def = { .title = NC_("title", "A juror's fitness"),
	.help = N_("What is known of the juror. At the opening of the round it is held against the "
		   "rule: the jury is independent of the entrants, and where these must have a "
		   "qualification, a third of it has that too."),
	.fields = fields,
	.n = LEN(fields),
	.fill = fill,
	.save = save,
	.record = &record_of_juror_fitness };

static void edit(struct ui *ui, struct screen *screen, int64_t id)
{
	struct editing editing = { place_list_of(screen)->id, id };

	if (form_run(ui, form_new(ui, &def, &editing)))
		ui_say(ui, "%s", _("Saved."));
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	edit(ui, screen, screen_selected(screen));
}

static void on_require(struct ui *ui, struct screen *screen)
{
	int64_t round_id = place_list_of(screen)->id;
	struct arena arena = { 0 };
	struct round_qualification q = { .qualification = "" };

	ui_complain(ui, round_qualification(ui->ctx, &arena, round_id, &q));
	char *asked = ui_ask(ui, _("Qualification asked of the entrants"),
		_("Which qualification must every entrant have? A third of the jury then has it "
		  "too. Empty: none."),
		q.qualification, 1);
	arena_clear(&arena);
	if (asked == NULL)
		return;
	ui_report(ui, round_qualification_set(ui->ctx, round_id, asked), _("Saved."));
	free(asked);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_juror_fitness,
	.ids = ids,
	.row = row,
	.open = edit,
	.empty = N_("The panel is empty."),
	.file = "fitness",
};

static const struct command commands[] = {
	{ .keys = { K_EDIT },
		.action = ACT_ROUND,
		.label = NC_("command", "edit"),
		.help = N_("What is known of the selected juror"),
		.blocked = needs_record,
		.run = on_edit },
	{ .keys = { 'v' },
		.action = ACT_ROUND,
		.label = NC_("command", "qualification"),
		.help = N_("Which qualification the entrants must have, if any"),
		.run = on_require },
};

static void status(const struct screen *screen, char *out, size_t size)
{
	struct arena arena = { 0 };
	struct round_qualification q = { .qualification = "" };

	if (round_qualification(screen->ui->ctx, &arena, place_list_of(screen)->id, &q).code ==
			E_OK &&
		*q.qualification != '\0')
		/* TRANSLATORS: a qualification that entrants must have. */
		snprintf(out, size, _("Asked of the entrants: %s"), q.qualification);
	else
		list_describe(screen, out, size);
	arena_clear(&arena);
}

const struct place_row fitness_place = {
	.lists = KIND_FITNESS,
	.title = NC_("title", "The jury's fitness"),
	.help = N_("The jury of a contest is independent of the entrants; where these must have a "
		   "qualification, at least a third of the jury has it too. What is missing is "
		   "told when the round is opened, and the opening then needs a reason."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_ROUNDS,
	.list = &source,
	.status = status,
};
