/* SPDX-License-Identifier: MIT
 * Which municipalities take which solution into use, as each stands now; setting one takes three
 * keys. */
#include "src/phases/adoption.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/text.h"
#include "src/phases/team.h"
#include "src/registers/municipality.h"
#include "ui/office/pick.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct adoptions {
	struct place_list list;
	int64_t team_id; /* filter; 0: all */
	struct arena arena;
	struct adoption_counts counts;
};

static struct adoptions *adoptions_of(const struct screen *screen)
{
	return (struct adoptions *)screen;
}

static const struct list_column columns[] = {
	{ LIST_FIELD("challenge", 6, 0, -1) },
	{ LIST_FIELD("team_name", 15, 2, ADOPTION_BY_TEAM) },
	{ LIST_FIELD("municipality", 13, 2, ADOPTION_BY_MUNICIPALITY) },
	{ LIST_FIELD("state", 12, 0, ADOPTION_BY_STATE) },
	{ LIST_FIELD("date", 10, 0, ADOPTION_BY_DAY) },
	{ LIST_FIELD("source", 10, 1, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	return adoption_ids(ctx, (enum adoption_sort)sort, adoptions_of(screen)->team_id, list);
}

static enum style style_of(const char *state)
{
	switch (adoption_state_of(state)) {
	case ADOPTION_STATE_IN_USE:
		return STYLE_GOOD;
	case ADOPTION_STATE_PILOTING:
		return STYLE_ACCENT;
	case ADOPTION_STATE_DECLINED:
		return STYLE_QUIET;
	case ADOPTION_STATE_INTERESTED:
	case ADOPTION_STATE_UNKNOWN:
		break;
	}
	return STYLE_PLAIN;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct adoption a;
	struct municipality m;

	(void)screen;
	TRY(adoption_get(ctx, arena, id, &a));
	TRY(municipality_get(ctx, arena, a.municipality_id, &m));
	cells[0] = cell_text(a.challenge_code);
	cells[1] = cell_text(a.team_name);
	cells[2] = cell_text(municipality_shown(ctx, arena, &m));
	cells[3] = cell_code(WORDS_ADOPTION_STATE, a.state);
	cells[4] = cell_day(a.day);
	cells[5] = cell_text(a.source);
	look->style = style_of(a.state);
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct adoption a;
	struct adoption_steps steps;
	struct municipality m;

	TRY(adoption_get(ctx, arena, id, &a));
	TRY(municipality_get(ctx, arena, a.municipality_id, &m));
	TRY(adoption_steps(ctx, arena, id, &steps));
	snprintf(name, size, "%s", municipality_name(&m));
	page_styled(page, m.code, STYLE_TITLE, municipality_shown(ctx, arena, &m));
	page_leads_to(page, KIND_MUNICIPALITY, m.id);
	page_printf(page, text_word(WORDS_FIELD, "team"), "%s %s", a.team_code, a.team_name);
	page_leads_to(page, KIND_TEAM, a.team_id);
	page_value(page, ctx, &record_of_adoption, &a, "challenge");
	page_heading(page, _("Steps"));
	for (size_t i = 0; i < steps.n; i++) {
		const struct adoption_step *s = &steps.rows[i];
		char day[40];

		text_day(s->day, day, sizeof(day));
		page_printf(page, day, "%s%s%s", text_word(WORDS_ADOPTION_STATE, s->state),
			*s->source != '\0' ? ", " : "", s->source);
	}
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	char name[100];

	(void)screen;
	return fill_page(ctx, arena, id, page, name, sizeof(name));
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	record_open(ui, KIND_ADOPTION, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_adoption,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("No municipality has shown interest in a solution yet. Press n to record the "
		    "first. A "
		    "filter may hide some: f changes it."),
	.file = "adoption",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct adoptions *self = adoptions_of(screen);

	arena_clear(&self->arena);
	self->counts = (struct adoption_counts){ 0 };
	TRY(adoption_counts(ctx, &self->arena, &self->counts));
	return list_load(screen, ctx);
}

static int64_t count_of(const struct adoption_counts *counts, const char *state)
{
	for (size_t i = 0; i < counts->n; i++)
		if (strcmp(counts->rows[i].state, state) == 0)
			return counts->rows[i].n;
	return 0;
}

/* "2/9 · interested 4 · piloting 2 · in use 3", in the order of the states. */
static void status(const struct screen *screen, char *out, size_t size)
{
	const struct adoptions *self = adoptions_of(screen);
	const char *state;
	size_t used;

	list_describe(screen, out, size);
	for (size_t i = 0; (state = text_code(WORDS_ADOPTION_STATE, i)) != NULL; i++) {
		used = strlen(out);
		if (count_of(&self->counts, state) > 0)
			snprintf(out + used, size - used, " · %s %lld",
				text_word(WORDS_ADOPTION_STATE, state),
				(long long)count_of(&self->counts, state));
	}
	used = strlen(out);
	if (self->team_id != 0)
		snprintf(out + used, size - used, " · %s", _("filtered"));
}

/* Names of the teams whose solution can be adopted; the ids are in `teams`. */
static const char **team_names(struct ui *ui, struct arena *arena, struct id_list *teams)
{
	struct error e = adoption_teams(ui->ctx, teams);
	const char **names = arena_alloc(arena, (teams->n + 2) * sizeof(*names));

	for (size_t i = 0; e.code == E_OK && i < teams->n; i++) {
		struct team team;

		e = team_get(ui->ctx, arena, teams->ids[i], &team);
		names[i] = e.code == E_OK ? arena_printf(arena, "%s %s (%s)", team.code, team.name,
						    team.challenge) :
					    "";
	}
	ui_complain(ui, e);
	return names;
}

static void pick_team(struct ui *ui, struct form *form, size_t field)
{
	struct arena arena = { 0 };
	struct id_list teams = { 0 };
	const char **names = team_names(ui, &arena, &teams);
	int chosen = teams.n == 0 ? -1 : ui_pick(ui, _("Whose solution?"), names, teams.n);

	if (chosen >= 0)
		form_set_id(form, field, teams.ids[chosen], names[chosen]);
	id_list_clear(&teams);
	arena_clear(&arena);
}

enum { STEP_TEAM, STEP_MUNICIPALITY, STEP_STATE, STEP_DAY, STEP_SOURCE };

static const struct form_field fields[] = {
	[STEP_TEAM] = { .name = "team", .kind = FORM_PICK, .pick = pick_team },
	[STEP_MUNICIPALITY] = { .name = "municipality",
		.kind = FORM_PICK,
		.pick = pick_municipality },
	[STEP_STATE] = { .name = "state" },
	[STEP_DAY] = { .name = "date", .hint = N_("The day of the step; today unless given.") },
	[STEP_SOURCE] = { .name = "source",
		.hint = N_("Where it is known from, such as a decision of the council.") },
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	int64_t *team_id = &((struct adoption *)arg)->team_id;
	struct arena arena = { 0 };
	struct team team;

	form_fill_row(form, &(struct adoption){ .day = day_of_time(context_now(ctx)) });
	if (*team_id != 0 && team_get(ctx, &arena, *team_id, &team).code == E_OK)
		form_set_id(form, STEP_TEAM, *team_id,
			arena_printf(&arena, "%s %s (%s)", team.code, team.name, team.challenge));
	if (*team_id != 0)
		form_focus(form, "municipality");
	arena_clear(&arena);
	return ok();
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct adoption *made = arg;
	struct adoption step = { 0 };

	TRY(form_read_row(form, &step));
	return adoption_set(ui->ctx, &step, &made->id);
}

static const struct form_def def = { .title = NC_("title", "Step of adoption"),
	.help = N_("A municipality's step with a solution. Each step is kept; the newest is how it "
		   "stands."),
	.fields = fields,
	.n = LEN(fields),
	.fill = fill,
	.save = save,
	.record = &record_of_adoption };

/* The next of the same solution is likely: its team is filled in. */
static void on_new(struct ui *ui, struct screen *screen)
{
	struct adoptions *self = adoptions_of(screen);
	struct arena arena = { 0 };
	struct adoption a = { .team_id = self->team_id };
	int64_t id = screen_selected(screen);

	if (id != 0 && self->team_id == 0)
		ui_complain(ui, adoption_get(ui->ctx, &arena, id, &a));
	arena_clear(&arena);
	a = (struct adoption){ .team_id = a.team_id };
	if (!form_run(ui, form_new(ui, &def, &a)))
		return;
	list_expect(screen, a.id);
	ui_say(ui, "%s", _("Saved."));
}

/* What mostly comes next; these two are ends. */
static const char *state_after(const char *state)
{
	size_t i = 0;

	if (adoption_state_of(state) == ADOPTION_STATE_IN_USE ||
		adoption_state_of(state) == ADOPTION_STATE_DECLINED)
		return state;
	while (text_code(WORDS_ADOPTION_STATE, i) != NULL &&
		strcmp(text_code(WORDS_ADOPTION_STATE, i), state) != 0)
		i++;
	return text_code(WORDS_ADOPTION_STATE, i) == NULL ? NULL :
							    text_code(WORDS_ADOPTION_STATE, i + 1);
}

/* The state that mostly comes next is already marked, and the day is today's: t Enter Enter. */
static struct error ask_step(struct ui *ui, struct adoption *a, bool *asked)
{
	char today[40];
	const char *state = ui_choose_word(
		ui, _("How does it stand now?"), WORDS_ADOPTION_STATE, state_after(a->state));

	if (state == NULL)
		return ok();
	text_day(day_of_time(context_now(ui->ctx)), today, sizeof(today));
	char *typed =
		ui_ask(ui, text_word(WORDS_ADOPTION_STATE, state), _("Since which day?"), today, 1);
	if (typed == NULL)
		return ok();
	*asked = true;
	a->state = state;
	struct error e = input_day("date", typed, &a->day);
	free(typed);
	return e;
}

static void on_state(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct adoption a;
	bool asked = false;
	int64_t id;
	struct error e = adoption_get(ui->ctx, &arena, screen_selected(screen), &a);

	if (e.code == E_OK)
		e = ask_step(ui, &a, &asked);
	a.source = "";
	if (e.code == E_OK && asked)
		ui_report(ui, adoption_set(ui->ctx, &a, &id), _("Saved."));
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

static void on_filter(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct id_list teams = { 0 };
	const char **names = team_names(ui, &arena, &teams);

	memmove(names + 1, names, teams.n * sizeof(*names));
	names[0] = _("All solutions (no filter)");
	int chosen = ui_choose(ui, _("Show"), names, (int)teams.n + 1, 0);
	if (chosen >= 0) {
		adoptions_of(screen)->team_id = chosen == 0 ? 0 : teams.ids[chosen - 1];
		screen->stale = true;
	}
	id_list_clear(&teams);
	arena_clear(&arena);
}

static void on_close(struct screen *screen)
{
	arena_clear(&adoptions_of(screen)->arena);
	list_close(screen);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_MONEY,
		.label = NC_("command", "new"),
		.help = N_("Record a municipality's step with a solution"),
		.run = on_new },
	{ .keys = { 't' },
		.action = ACT_MONEY,
		.label = NC_("command", "state"),
		.help = N_("The selected municipality's next step"),
		.blocked = needs_record,
		.run = on_state },
	{ .keys = { K_FILTER },
		.action = ACT_COUNT,
		.label = NC_("command", "filter"),
		.help = N_("Show only one solution's municipalities"),
		.run = on_filter },
};

const struct place_row adoption_place = {
	.shows = KIND_ADOPTION,
	.phase = 6,
	.fill = fill_page,
};

const struct place_row adoptions_place = {
	.title = NC_("title", "Adoption"),
	.help = N_("Which municipalities take which solution into use, and since when. Each step "
		   "is kept; "
		   "Enter shows them all."),
	.phase = 6,
	.size = sizeof(struct adoptions),
	.load = load,
	.status = status,
	.close = on_close,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_MONEY | CHANGED_TEAMS | CHANGED_REGISTERS,
	.list = &source,
};
