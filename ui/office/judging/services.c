/* SPDX-License-Identifier: MIT
 * A decision served on each entrant, with the last days that follow. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/decision.h"
#include "src/judging/service.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/place.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/list.h"

struct serving {
	struct list_screen list;
	int64_t id;
	struct arena arena;
	struct decision decision;
	struct services services;
};

static struct serving *serving_of(const struct screen *screen)
{
	return (struct serving *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct serving *self = serving_of(screen);

	/* TRANSLATORS: %s is a decision's code. */
	snprintf(out, size, C_("title", "Service of %s"),
		self->decision.code == NULL ? "" : self->decision.code);
}

static const struct list_column columns[] = {
	{ NC_("column", "Code"), 6, 0, ALIGN_LEFT, -1, SEEN_BY_SENDER },
	{ NC_("column", "Team"), 18, 2, ALIGN_LEFT, -1, SEEN_BY_SENDER },
	{ LIST_FIELD("outcome", 13, 0, -1), .seen_by = SEEN_BY_JURY },
	{ LIST_FIELD("deemed", 10, 0, -1) },
	{ NC_("column", "Last day"), 10, 0, ALIGN_LEFT, -1 },
	{ LIST_FIELD("channel", 11, 0, -1) },
};

static const struct service *service_of(const struct serving *self, int64_t id)
{
	for (size_t i = 0; i < self->services.n; i++)
		if (self->services.rows[i].submission_id == id)
			return &self->services.rows[i];
	return NULL;
}

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct serving *self = serving_of(screen);

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < self->services.n; i++)
		id_list_add(list, self->services.rows[i].submission_id);
	return ok();
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct serving *self = serving_of(screen);
	const struct service *s = service_of(self, id);

	(void)arena;
	if (s == NULL)
		return ok();
	list_seal(look, ctx, self->decision.round_id, SIDE_SENDER);
	int64_t days = appeal_way_of(self->decision.appeal) == APPEAL_NONE ?
			       0 :
			       self->decision.appeal_days;
	int64_t last_day = service_last_day(s->deemed, days);
	cells[0] = cell_text(s->code);
	cells[1] = cell_text(s->applicant);
	cells[2] = cell_code(WORDS_OUTCOME, s->outcome);
	cells[5] = *s->channel == '\0' ? cell_text(_("not served")) :
					 cell_code(WORDS_SERVICE, s->channel);
	cells[3] = cell_else(cell_day(s->deemed), "–");
	cells[4] = cell_else(cell_day(last_day), "–");
	look->style = *s->channel == '\0' ? STYLE_ALERT : STYLE_PLAIN;
	return ok();
}

static const struct form_field fields[] = {
	{ .name = "service_channel" },
	{ .name = "sent", .required = true },
	{ .name = "served",
		.label = N_("Counts as received"),
		.hint = N_(
			"Empty: the same day by e-mail or in person, a letter on the seventh day.") },
};

struct serve_edit {
	int64_t decision_id, submission_id; /* submission 0: all that are not served */
	const struct services *services;
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	(void)arg;
	form_fill_row(form,
		&(struct service){ .channel = "email", .sent = day_of_time(context_now(ctx)) });
	return ok();
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	const struct serve_edit *edit = arg;
	struct service s = { 0 };

	TRY(form_read_row(form, &s));
	if (edit->submission_id != 0)
		return service_add(ui->ctx, edit->decision_id, edit->submission_id, s.channel,
			s.sent, s.deemed);
	for (size_t i = 0; i < edit->services->n; i++)
		if (*edit->services->rows[i].channel == '\0')
			TRY(service_add(ui->ctx, edit->decision_id,
				edit->services->rows[i].submission_id, s.channel, s.sent,
				s.deemed));
	return ok();
}

static const struct form_def def = { NC_("title", "Serve"),
	N_("How and when the decision reached the entrant. The last days follow from it."), fields,
	LEN(fields), fill, save, .record = &record_of_service };

static void serve(struct ui *ui, const struct serving *self, int64_t submission_id)
{
	struct serve_edit edit = { self->id, submission_id, &self->services };

	if (form_run(ui, form_new(ui, &def, &edit)))
		ui_say(ui, "%s", _("Saved."));
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	serve(ui, serving_of(screen), id);
}

static void on_all(struct ui *ui, struct screen *screen)
{
	serve(ui, serving_of(screen), 0);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_service,
	.ids = ids,
	.row = row,
	.open = open_row,
	.empty = N_("The decision is about nobody."),
	.file = "service",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct serving *self = serving_of(screen);

	arena_clear(&self->arena);
	self->services = (struct services){ 0 };
	TRY(decision_get(ctx, &self->arena, self->id, &self->decision));
	TRY(stand_in_round(screen, ctx, self->decision.round_id, true));
	TRY(service_list(ctx, &self->arena, self->id, &self->services));
	return list_load(screen, ctx);
}

static void on_close(struct screen *screen)
{
	arena_clear(&serving_of(screen)->arena);
	list_close(screen);
}

static const struct command commands[] = {
	{ .keys = { 'T' },
		.action = ACT_DECIDE,
		.label = NC_("command", "serve all"),
		.final = true,
		.help = N_("Served on everyone who has not been, in the same way"),
		.run = on_all },
};

static const struct screen_ops ops = {
	.size = sizeof(struct serving),
	.title = title,
	.help = N_(
		"On whom the decision has been served, how and when. Enter records one, T all that are "
		"missing. The last day of correction and appeal is counted from the day it was received "
		"and moves past weekends and holidays."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_DECISIONS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = on_close,
	.phase = 5,
};

static struct screen *open_services(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	serving_of(screen)->id = to->id;
	list_init(&serving_of(screen)->list, &source);
	return screen;
}

static int64_t service_here(const struct screen *screen)
{
	const struct service *s = service_of(serving_of(screen), screen_selected(screen));

	return s == NULL ? 0 : s->id;
}

const struct place_row services_place = {
	.files = KIND_SERVICE,
	.filed = service_here,
	.open = open_services,
};
