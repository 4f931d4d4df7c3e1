/* SPDX-License-Identifier: MIT
 * A phase's plan: its dates with their re-plannings, its milestones, and moving it on. */
#include "src/phases/phase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/desk/publishing.h"
#include "ui/office/problems/kit.h"
#include "ui/office/act_keys.h"
#include "ui/office/ask.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct plan {
	struct list_screen list;
	int number;
	const char *key;
	struct arena arena;
	struct phase phase;
	struct milestones milestones;
	struct page page;
};

enum { HEAD_ROWS = 6 };

static struct plan *plan_of(const struct screen *screen)
{
	return (struct plan *)screen;
}

/* The phase's own screen stands before it in the title line. */
static bool is_below_its_phase(const struct screen *screen)
{
	const struct ui *ui = screen->ui;

	for (size_t i = 1; i < ui->depth && ui->stack[i] != screen; i++)
		if (ui->stack[i]->ops->phase == plan_of(screen)->number)
			return true;
	return false;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct plan *self = plan_of(screen);

	if (is_below_its_phase(screen)) {
		snprintf(out, size, "%s", C_("title", "Dates"));
		return;
	}
	/* TRANSLATORS: a phase's number and name. */
	snprintf(out, size, C_("title", "%d %s: dates"), self->number,
		text_word(WORDS_PHASE, self->key));
}

static const struct list_column columns[] = {
	{ NC_("column", "Milestone"), 20, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "Planned"), 18, 1, ALIGN_LEFT, -1 },
	{ LIST_FIELD("actual", 18, 1, -1) },
	{ NC_("column", "Plans"), 5, 0, ALIGN_RIGHT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	struct plan *self = plan_of(screen);

	(void)sort;
	(void)ctx;
	for (size_t i = 0; i < self->milestones.n; i++)
		id_list_add(list, self->milestones.rows[i].id);
	return ok();
}

static const struct milestone *milestone_of(const struct plan *self, int64_t id)
{
	for (size_t i = 0; i < self->milestones.n; i++)
		if (self->milestones.rows[i].id == id)
			return &self->milestones.rows[i];
	return NULL;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct milestone *m = milestone_of(plan_of(screen), id);

	(void)ctx;
	(void)look;
	if (m == NULL)
		return ok();
	cells[0] = cell_text(arena_text(arena, milestone_name(m)));
	cells[1] = cell_else(cell_moment(m->planned, precision_of_code(m->planned_precision)), "–");
	cells[2] = cell_else(cell_moment(m->actual, precision_of_code(m->actual_precision)), "–");
	cells[3] = cell_number(m->plans);
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct milestone_plans plans;
	struct milestone m;

	TRY(milestone_get(ctx, arena, id, &m));
	TRY(milestone_history(ctx, arena, id, &plans));
	snprintf(name, size, "%s", milestone_name(&m));
	page_styled(page, "", STYLE_TITLE, milestone_name(&m));
	for (size_t i = 0; i < plans.n; i++) {
		char planned[80], made[80];

		text_moment(plans.rows[i].planned, precision_of_code(plans.rows[i].precision),
			planned, sizeof(planned));
		text_time(plans.rows[i].made, made, sizeof(made));
		page_printf(page, planned, "%s, %s%s%s", made, plans.rows[i].who,
			*plans.rows[i].reason != '\0' ? ": " : "", plans.rows[i].reason);
	}
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	char name[80];

	(void)screen;
	return fill_page(ctx, arena, id, page, name, sizeof(name));
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	place_open(ui, PLACE_MILESTONE, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_milestone,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = NULL,
	.file = "milestones",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct plan *self = plan_of(screen);

	arena_clear(&self->arena);
	self->milestones = (struct milestones){ 0 };
	TRY(phase_get(ctx, &self->arena, self->key, &self->phase));
	TRY(milestone_list(ctx, &self->arena, self->phase.id, &self->milestones));
	return list_load(screen, ctx);
}

static void paint_date(const struct canvas *body, int y, const char *label, int64_t time,
	const char *precision, int64_t now)
{
	char text[160], distance[80];

	canvas_text(body, y, 1, 20, STYLE_LABEL, ALIGN_LEFT, label);
	if (time == 0) {
		canvas_put(body, y, 22, STYLE_QUIET, _("not set"));
		return;
	}
	if (precision_of_code(precision) <= PRECISION_MINUTE)
		text_time_exact(time, text, sizeof(text));
	else
		text_moment(time, precision_of_code(precision), text, sizeof(text));
	int x = 22 + canvas_put(body, y, 22, STYLE_PLAIN, text) + 2;
	if (precision_of_code(precision) <= PRECISION_MINUTE)
		text_distance(time, now, distance, sizeof(distance));
	else if (precision_of_code(precision) == PRECISION_DAY)
		text_day_distance(day_of_time(time), day_of_time(now), distance, sizeof(distance));
	else
		*distance = '\0';
	canvas_put(body, y, x, STYLE_QUIET, distance);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct plan *self = plan_of(screen);
	int64_t now = context_now(screen->ui->ctx);

	if (self->phase.key == NULL)
		return;
	canvas_text(body, 0, 1, 20, STYLE_LABEL, ALIGN_LEFT, text_word(WORDS_FIELD, "state"));
	canvas_put(body, 0, 22, STYLE_HEADING, text_word(WORDS_PHASE_STATE, self->phase.state));
	paint_date(body, 1, C_("milestone", "Opens"), self->phase.opens,
		self->phase.opens_precision, now);
	paint_date(body, 2, C_("milestone", "Closes"), self->phase.closes,
		self->phase.closes_precision, now);
	canvas_rule(body, 4);
	list_paint(screen, body);
}

static void plan_date(struct ui *ui, struct screen *screen, enum phase_edge edge)
{
	struct plan *self = plan_of(screen);
	int64_t now_set = edge == PHASE_OPENS ? self->phase.opens : self->phase.closes;
	struct moment moment;
	char *why = NULL;
	char *text = ui_ask(ui,
		edge == PHASE_OPENS ? _("When does the phase open?") :
				      _("When does the phase close?"),
		edge == PHASE_OPENS ?
			_("Such as 16.8.2018; as coarse as it is known: 8.2018, autumn 2018, 2018.") :
			_("Such as 31.10.2018 klo 23.59. A day alone reaches to its last second."),
		"", 1);

	if (text == NULL || *text == '\0') {
		free(text);
		return;
	}
	struct error e = moment_parse(text, edge == PHASE_OPENS ? EDGE_START : EDGE_END, &moment);
	free(text);
	if (e.code == E_OK && now_set != 0) {
		why = ask_reason(
			ui, _("The plan changes"), _("Why? The earlier plan is kept with it."));
		if (why == NULL)
			return;
	}
	if (e.code == E_OK)
		e = phase_plan(ui->ctx, self->key, edge, &moment, why);
	free(why);
	char shown[80];
	if (e.code == E_OK) {
		text_time_exact(moment.time, shown, sizeof(shown));
		/* TRANSLATORS: %s is a date and time to the second. */
		ui_say(ui, _("Set: %s"), shown);
	} else {
		ui_complain(ui, e);
	}
}

static void on_opens(struct ui *ui, struct screen *screen)
{
	plan_date(ui, screen, PHASE_OPENS);
}

static void on_closes(struct ui *ui, struct screen *screen)
{
	plan_date(ui, screen, PHASE_CLOSES);
}

/* The one step that is possible from the present state. */
static bool next_move(const struct plan *self, enum phase_act_kind *act)
{
	static const struct {
		const char *state;
		enum phase_act_kind act;
	} moves[] = {
		{ "planned", PHASE_OPEN },
		{ "open", PHASE_CLOSE },
		{ "closed", PHASE_DECIDE },
	};

	for (size_t i = 0; self->phase.state != NULL && i < LEN(moves); i++)
		if (strcmp(moves[i].state, self->phase.state) == 0) {
			*act = moves[i].act;
			return true;
		}
	return false;
}

static const char *cannot_move(const struct screen *screen, const struct context *ctx)
{
	enum phase_act_kind act;

	(void)ctx;
	return next_move(plan_of(screen), &act) ?
		       NULL :
		       N_("The phase has been decided; it goes no further.");
}

static void on_move(struct ui *ui, struct screen *screen)
{
	struct plan *self = plan_of(screen);
	enum phase_act_kind act;

	if (next_move(self, &act))
		do_act(ui, &phase_act_rows[act], self->phase.id);
}

enum { MILESTONE_FI, MILESTONE_SV, MILESTONE_PLANNED };

static const struct form_field milestone_fields[] = {
	[MILESTONE_FI] = { .name = "name_fi" },
	[MILESTONE_SV] = { .name = "name_sv" },
	/* The first of its plans, as coarse as it is given: no field of the milestone itself. */
	[MILESTONE_PLANNED] = { .name = "date",
		.kind = FORM_LINE,
		.required = true,
		.hint = N_("As coarse as it is known: 23.1.2020, 1.2020, autumn 2019, 2020.") },
};

static struct error save_milestone(struct ui *ui, struct form *form, void *arg)
{
	struct milestone m = { 0 };
	struct moment moment;

	TRY(form_read_row(form, &m));
	TRY(moment_parse(form_get(form, MILESTONE_PLANNED), EDGE_START, &moment));
	return milestone_add(ui->ctx, arg, m.name_fi, m.name_sv, &moment);
}

static const struct form_def milestone_def = { NC_("title", "New milestone"),
	N_("Something that happens on a day: an announcement, a meeting, a dinner."),
	milestone_fields, LEN(milestone_fields), NULL, save_milestone,
	.record = &record_of_milestone };

static void on_new(struct ui *ui, struct screen *screen)
{
	form_run(ui, form_new(ui, &milestone_def, (void *)plan_of(screen)->key));
}

static void on_replan(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);
	struct moment moment;
	char *text = ui_ask(ui, _("When is it planned now?"),
		_("As coarse as it is known: 23.1.2020, 1.2020, autumn 2019, 2020."), "", 1);

	if (text == NULL || *text == '\0') {
		free(text);
		return;
	}
	struct error e = moment_parse(text, EDGE_START, &moment);
	char *why = e.code != E_OK ? NULL :
				     ask_reason(ui, _("The plan changes"),
					     _("Why? The earlier plan is kept with it."));
	if (why != NULL)
		e = milestone_replan(ui->ctx, id, &moment, why);
	if (e.code != E_OK || why != NULL)
		ui_report(ui, e, _("Saved."));
	free(why);
	free(text);
}

static int64_t of_page(const struct screen *screen, int64_t milestone_id)
{
	(void)milestone_id;
	return plan_of(screen)->phase.id;
}

static const char *own_milestone(const struct screen *screen, const struct context *ctx)
{
	const struct milestone *m = milestone_of(plan_of(screen), screen_selected(screen));

	(void)ctx;
	return m != NULL && *m->key == '\0' ? NULL :
					      N_("The phase's own dates have the keys o and d.");
}

static void on_close(struct screen *screen)
{
	arena_clear(&plan_of(screen)->arena);
	list_close(screen);
}

static const struct command commands[] = {
	{ .keys = { 'o' },
		.action = ACT_PLAN,
		.label = NC_("command", "opens"),
		.help = N_("Set when the phase opens"),
		.run = on_opens },
	{ .keys = { 'd' },
		.action = ACT_PLAN,
		.label = NC_("command", "closes"),
		.help = N_("Set when the phase closes"),
		.run = on_closes },
	{ .keys = { 'm' },
		.action = ACT_PLAN,
		.label = NC_("command", "move on"),
		.help = N_("Open, close or mark as decided: the next step of the phase"),
		.blocked = cannot_move,
		.run = on_move },
	{ .keys = { K_NEW },
		.action = ACT_PLAN,
		.label = NC_("command", "milestone"),
		.help = N_("Add a milestone"),
		.run = on_new },
	{ .keys = { K_EDIT },
		.action = ACT_PLAN,
		.label = NC_("command", "re-plan"),
		.help = N_("Plan the selected milestone anew"),
		.blocked = own_milestone,
		.run = on_replan },
	MILESTONE_ACTS,
	PHASE_REOPENING(of_page),
	{ .keys = { 'k' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "intake kit"),
		.help = N_("Empty workbooks and lists of questions to send out"),
		.run = kit_ask },
	PUBLISHING,
};

static const struct screen_ops ops = {
	.size = sizeof(struct plan),
	.title = title,
	.help = N_(
		"The dates of a phase. A date that changes keeps its earlier plans, with who, when "
		"and why. Milestones are planned and happen."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_PLAN,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.close = on_close,
};

static struct screen *open_plan(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);
	struct plan *self = plan_of(screen);

	self->number = (int)to->id;
	self->key = text_code(WORDS_PHASE, (size_t)(self->number - 1));
	screen->place = self->number;
	list_init(&self->list, &source);
	self->list.list.top_rows = HEAD_ROWS;
	return screen;
}

const struct place_row milestone_place = {
	.shows = KIND_MILESTONE,
	.fill = fill_page,
};

/* Its own: those of a milestone are on the milestone's page. */
static int64_t phase_here(const struct screen *screen)
{
	return plan_of(screen)->phase.id;
}

/* The target's id is its number. */
const struct place_row phase_place = {
	.files = KIND_PHASE,
	.filed = phase_here,
	.open = open_plan,
};
