/* SPDX-License-Identifier: MIT
 * A decision served on each entrant, with the last days that follow. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/decision.h"
#include "src/judging/service.h"
#include "src/registers/clocks.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/place.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct serving {
	struct list_screen list;
	int64_t id;
	struct arena arena;
	struct decision decision;
	struct regime regime;
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
	{ NC_("column", "Team"), 12, 2, ALIGN_LEFT, -1, SEEN_BY_SENDER },
	{ LIST_FIELD("deemed", 10, 0, -1) },
	{ NC_("column", "Corr. by"), 10, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Appeal by"), 10, 0, ALIGN_LEFT, -1 },
	{ LIST_FIELD("channel", 13, 0, -1) },
	{ LIST_FIELD("outcome", 12, 0, -1), .seen_by = SEEN_BY_JURY },
	{ LIST_FIELD("proof", 20, 1, -1) },
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
	struct clocks clocks = clocks_of(&self->regime, s->deemed);
	cells[0] = cell_text(s->code);
	cells[1] = cell_text(s->applicant);
	cells[6] = cell_code(WORDS_OUTCOME, s->outcome);
	cells[2] = cell_else(cell_day(s->deemed), "–");
	cells[3] = cell_else(cell_day(clocks.correction), "–");
	cells[4] = cell_else(cell_day(clocks.appeal), "–");
	cells[5] = *s->channel == '\0' ? cell_text(_("not served")) :
					 cell_code(WORDS_SERVICE, s->channel);
	cells[7] = cell_text(s->proof);
	look->style = *s->channel == '\0' ? STYLE_ALERT : STYLE_PLAIN;
	return ok();
}

static const struct form_field fields[] = {
	{ .name = "service_channel" },
	{ .name = "sent", .required = true },
	{ .name = "served",
		.label = N_("Counts as received"),
		.hint = N_("Empty: as the regime of the decision presumes of that channel.") },
	{ .name = "proof_of_service", .hint = N_("A message's id, a receipt, where it is kept.") },
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
		return service_add(ui->ctx, edit->decision_id, edit->submission_id, &s);
	for (size_t i = 0; i < edit->services->n; i++)
		if (*edit->services->rows[i].channel == '\0')
			TRY(service_add(ui->ctx, edit->decision_id,
				edit->services->rows[i].submission_id, &s));
	return ok();
}

static const struct form_def def = { NC_("title", "Serve"),
	N_("How and when the decision reached the entrant. The last days follow from it."), fields,
	LEN(fields), fill, save, .record = &record_of_service };

static void serve(struct ui *ui, const struct serving *self, int64_t submission_id)
{
	struct serve_edit edit = { self->id, submission_id, &self->services };

	if (!form_run(ui, form_new(ui, &def, &edit)))
		return;
	ui_say(ui, "%s",
		self->regime.consent ?
			_("Saved. By this regime e-mail serves only who has consented to it.") :
			_("Saved."));
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
	TRY(regime_of(ctx, &self->arena, self->decision.regime_id, &self->regime));
	TRY(service_list(ctx, &self->arena, self->id, &self->services));
	return list_load(screen, ctx);
}

/* The two times are apart: the one does not lengthen the other. */
static void status(const struct screen *screen, char *out, size_t size)
{
	const struct serving *self = serving_of(screen);
	struct arena arena = { 0 };
	const char *remedies = regime_remedies(&arena, &self->regime, NULL);

	if (*remedies == '\0')
		snprintf(out, size, "%s", regime_name(&self->regime, NULL));
	else
		snprintf(out, size, "%s: %s", regime_name(&self->regime, NULL), remedies);
	arena_clear(&arena);
}

static void on_close(struct screen *screen)
{
	arena_clear(&serving_of(screen)->arena);
	list_close(screen);
}

static const struct command commands[] = {
	{ .keys = { K_SEND },
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
		"missing. The last days of correction and of appeal are counted apart from the day it was "
		"received, and move past weekends and holidays; a correction does not lengthen the "
		"time of an appeal."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_DECISIONS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.status = status,
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
