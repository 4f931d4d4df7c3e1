/* SPDX-License-Identifier: MIT */
#include "ui/office/place_list.h"

#include <stdio.h>

#include "src/base/i18n.h"
#include "ui/office/place.h"

const struct place_list *place_list_of(const struct screen *screen)
{
	return (const struct place_list *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	snprintf(out, size, "%s", i18n_lookup("title", place_list_of(screen)->place->title));
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	record_open(ui, place_list_of(screen)->place->lists, id);
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	return record_lines(screen->ui, ctx, arena, place_list_of(screen)->place->lists, id, page);
}

static const struct screen_ops list_ops = {
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
};

/* Rows are marked where something can be done to several at once. */
static const struct commands *shared(const struct place_row *place)
{
	for (size_t i = 0; i < place->commands.n; i++) {
		const struct act *act = place->commands.rows[i].act;

		if (act != NULL && act->many != NULL)
			return &marking_commands;
	}
	return &list_commands;
}

/* The screen's own copies, with what is left out filled in. */
static void complete(struct place_list *self, const struct place_row *place)
{
	const struct ui *ui = self->list.base.ui;

	self->place = place;
	self->source = *place->list;
	if (self->source.open == NULL && record_has_place(ui, place->lists))
		self->source.open = open_row;
	if (self->source.record == NULL && record_has_lines(ui, place->lists))
		self->source.record = record;
	self->ops = list_ops;
	self->ops.help = place->help;
	self->ops.shared = shared(place);
	self->ops.commands = place->commands;
	self->ops.watches = place->watches;
	self->ops.phase = place->phase;
	self->ops.title = place->titled != NULL ? place->titled : title;
	self->ops.load = place->load != NULL ? place->load : list_load;
	self->ops.status = place->status != NULL ? place->status : list_describe;
	self->ops.close = place->close != NULL ? place->close : list_close;
	self->list.base.ops = &self->ops;
}

struct screen *place_list_new(struct ui *ui, const struct place_row *place, const struct target *to)
{
	struct screen_ops sized = { .size = place->size == 0 ? sizeof(struct place_list) :
							       place->size };
	struct screen *screen = screen_new(ui, &sized);
	struct place_list *self = (struct place_list *)screen;

	complete(self, place);
	self->id = to->id;
	snprintf(self->text, sizeof(self->text), "%s", to->text == NULL ? "" : to->text);
	list_init(&self->list, &self->source);
	return screen;
}
