/* SPDX-License-Identifier: MIT
 * The criteria of a round, with weights, scales, guidance and bands in words. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "db/base/ratio.h"
#include "src/base/text.h"
#include "src/judging/round.h"
#include "ui/office/ask.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct rules {
	struct list_screen list;
	int64_t round_id;
	struct arena arena;
	struct round round;
	struct criteria criteria;
};

static struct rules *rules_of(const struct screen *screen)
{
	return (struct rules *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Criteria"));
}

static const struct list_column columns[] = {
	{ LIST_FIELD("key", 12, 0, -1) },
	{ LIST_FIELD("name_fi", 16, 1, -1) },
	{ LIST_FIELD("name_sv", 16, 1, -1) },
	{ LIST_FIELD("weight", 6, 0, -1) },
	{ NC_("column", "Scale"), 9, 0, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct rules *self = rules_of(screen);

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < self->criteria.n; i++)
		id_list_add(list, self->criteria.rows[i].id);
	return ok();
}

static const struct criterion *criterion_of(const struct rules *self, int64_t id)
{
	for (size_t i = 0; i < self->criteria.n; i++)
		if (self->criteria.rows[i].id == id)
			return &self->criteria.rows[i];
	return NULL;
}

static const char *number(struct arena *arena, int64_t thousandths)
{
	char text[40];

	text_thousandths(thousandths, text, sizeof(text));
	return arena_text(arena, text);
}

static const char *scale(struct arena *arena, const struct criterion *c)
{
	if (c->step == 1000)
		return arena_printf(arena, "%s–%s", number(arena, c->low), number(arena, c->high));
	return arena_printf(arena, "%s–%s / %s", number(arena, c->low), number(arena, c->high),
		number(arena, c->step));
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct criterion *c = criterion_of(rules_of(screen), id);

	(void)ctx;
	(void)look;
	if (c == NULL)
		return ok();
	cells[0] = cell_text(c->key);
	cells[1] = cell_text(c->name_fi);
	cells[2] = cell_text(c->name_sv);
	cells[3] = cell_decimal(c->weight);
	cells[4] = cell_text(scale(arena, c));
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct criterion *c = criterion_of(rules_of(screen), id);
	struct bands bands;

	if (c == NULL)
		return ok();
	TRY(criterion_bands(ctx, arena, id, &bands));
	page_styled(page, "", STYLE_TITLE, criterion_name(c));
	page_text(page, criterion_guidance(c));
	for (size_t i = 0; i < bands.n; i++) {
		int64_t last = i + 1 < bands.n ? bands.rows[i + 1].low - c->step : c->high;

		page_field(page,
			arena_printf(arena, "%s–%s", number(arena, bands.rows[i].low),
				number(arena, last)),
			band_text(&bands.rows[i]));
	}
	return ok();
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct rules *self = rules_of(screen);

	arena_clear(&self->arena);
	TRY(stand_in_round(screen, ctx, self->round_id, false));
	self->criteria = (struct criteria){ 0 };
	TRY(round_get(ctx, &self->arena, self->round_id, &self->round));
	TRY(round_criteria(ctx, &self->arena, self->round_id, &self->criteria));
	return list_load(screen, ctx);
}

static void on_close(struct screen *screen)
{
	arena_clear(&rules_of(screen)->arena);
	list_close(screen);
}

enum {
	CRITERION_KEY,
	CRITERION_FI,
	CRITERION_SV,
	CRITERION_EN,
	CRITERION_WEIGHT,
	CRITERION_SCALE,
	CRITERION_GUIDE_FI,
	CRITERION_GUIDE_SV,
	CRITERION_BANDS_FI,
	CRITERION_BANDS_SV,
};

static const struct form_field fields[] = {
	[CRITERION_KEY] = { .name = "key",
		.hint = N_("A short word for files and commands: impact") },
	[CRITERION_FI] = { .name = "name_fi" },
	[CRITERION_SV] = { .name = "name_sv" },
	[CRITERION_EN] = { .name = "name_en" },
	[CRITERION_WEIGHT] = { .name = "weight",
		.hint = N_("Only how weights compare matters: 40, 30, 30 or 0,4, 0,3, 0,3") },
	/* Three fields in one text. */
	[CRITERION_SCALE] = { .name = "scale",
		.kind = FORM_LINE,
		.required = true,
		.hint = N_("Lowest:highest:step, such as 0:10:1 or 0:5:0,25") },
	[CRITERION_GUIDE_FI] = { .name = "guidance",
		.label = N_("Guidance in Finnish"),
		.lines = 2 },
	[CRITERION_GUIDE_SV] = { .name = "guidance",
		.label = N_("Guidance in Swedish"),
		.lines = 2 },
	/* All bands of the criterion, a line each. */
	[CRITERION_BANDS_FI] = { .name = "text",
		.label = N_("Bands in Finnish"),
		.kind = FORM_LINES,
		.lines = 3,
		.max = 1000,
		.hint = N_("A line a band: where it begins and what it means: 7 merkittävä") },
	[CRITERION_BANDS_SV] = { .name = "text",
		.label = N_("Bands in Swedish"),
		.kind = FORM_LINES,
		.lines = 3,
		.max = 1000,
		.hint = N_("The same lines in Swedish: 7 betydande") },
};

struct criterion_edit {
	int64_t round_id, id;
	bool locked;
};

static void show_bands(struct form *form, const struct bands *bands)
{
	struct buffer fi = { 0 }, sv = { 0 };

	buffer_text(&fi, "");
	buffer_text(&sv, "");
	for (size_t i = 0; i < bands->n; i++) {
		char low[40];

		text_thousandths(bands->rows[i].low, low, sizeof(low));
		buffer_printf(&fi, "%s%s %s", i > 0 ? "\n" : "", low, bands->rows[i].text_fi);
		buffer_printf(&sv, "%s%s %s", i > 0 ? "\n" : "", low, bands->rows[i].text_sv);
	}
	form_set(form, CRITERION_BANDS_FI, fi.text);
	form_set(form, CRITERION_BANDS_SV, sv.text);
	buffer_clear(&fi);
	buffer_clear(&sv);
}

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct criterion_edit *edit = arg;
	struct arena arena = { 0 };
	struct criteria all = { 0 };
	struct bands bands = { 0 };
	struct criterion shown = { .weight = 1000, .high = 10000, .step = 1000 };
	struct error e = round_criteria(ctx, &arena, edit->round_id, &all);

	for (size_t i = 0; e.code == E_OK && i < all.n; i++)
		if (all.rows[i].id == edit->id) {
			shown = all.rows[i];
			e = criterion_bands(ctx, &arena, shown.id, &bands);
		}
	form_fill_row(form, &shown);
	form_set(form, CRITERION_SCALE,
		arena_printf(&arena, "%s:%s:%s", number(&arena, shown.low),
			number(&arena, shown.high), number(&arena, shown.step)));
	show_bands(form, &bands);
	arena_clear(&arena);
	return e;
}

/* "0:10:0,25" */
static struct error read_scale(struct arena *arena, const char *text, struct criterion *c)
{
	char *rest = arena_text(arena, text);
	const char *low = strsep(&rest, ":"), *high = strsep(&rest, ":"),
		   *step = strsep(&rest, ":");

	if (high == NULL || thousandths_parse(low, &c->low) != 0 ||
		thousandths_parse(high, &c->high) != 0 ||
		thousandths_parse(step == NULL ? "1" : step, &c->step) != 0)
		return fail(E_INVALID, "scale");
	return ok();
}

/* Lines "7 merkittävä"; the Swedish ones by their order. */
static struct error read_bands(struct arena *arena, const struct form *form, struct bands *bands)
{
	char *fi = arena_text(arena, form_get(form, CRITERION_BANDS_FI));
	char *sv = arena_text(arena, form_get(form, CRITERION_BANDS_SV));

	bands->rows = arena_alloc(arena, 40 * sizeof(*bands->rows));
	for (char *line; (line = strsep(&fi, "\n")) != NULL && bands->n < 40;) {
		char *other = strsep(&sv, "\n");
		char *low = strsep(&line, " ");
		struct band *band = &bands->rows[bands->n];

		if (*low == '\0')
			continue;
		if (thousandths_parse(low, &band->low) != 0 || line == NULL)
			return rule(N_("A band begins with its lowest score: 7 merkittävä"));
		char *swedish = other == NULL ? NULL : strchr(other, ' ');
		band->text_fi = line;
		band->text_sv = swedish == NULL ? line : swedish + 1;
		band->text_en = "";
		bands->n++;
	}
	return ok();
}

/* What the form does not show, the English guidance and bands, stays. */
static struct error keep_english(struct context *ctx, struct arena *arena, int64_t round_id,
	struct criterion *c, struct bands *bands)
{
	struct criteria all;
	struct bands before;

	TRY(round_criteria(ctx, arena, round_id, &all));
	for (size_t i = 0; i < all.n; i++) {
		if (strcmp(all.rows[i].key, c->key) != 0)
			continue;
		c->guidance_en = all.rows[i].guidance_en;
		TRY(criterion_bands(ctx, arena, all.rows[i].id, &before));
		for (size_t b = 0; b < bands->n && b < before.n; b++)
			if (bands->rows[b].low == before.rows[b].low)
				bands->rows[b].text_en = before.rows[b].text_en;
	}
	return ok();
}

static struct error save_criterion(
	struct ui *ui, struct form *form, struct arena *arena, const struct criterion_edit *edit)
{
	struct criterion c = { .guidance_en = "" };
	struct bands bands = { 0 };

	TRY(form_read_row(form, &c));
	TRY(read_scale(arena, form_get(form, CRITERION_SCALE), &c));
	TRY(read_bands(arena, form, &bands));
	TRY(keep_english(ui->ctx, arena, edit->round_id, &c, &bands));
	if (!edit->locked)
		return round_set_criterion(
			ui->ctx, edit->round_id, &c, bands.n > 0 ? &bands : NULL);
	char *why = ask_reason(ui, _("The rules are locked"),
		_("Only a wording can be corrected; numbers stay as announced. Why? Every juror is "
		  "shown the correction."));
	if (why == NULL)
		return fail(E_CANCELLED, NULL);
	struct error e = round_correct_wording(
		ui->ctx, edit->round_id, &c, bands.n > 0 ? &bands : NULL, why);
	free(why);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct arena arena = { 0 };
	struct error e = save_criterion(ui, form, &arena, arg);

	arena_clear(&arena);
	return e;
}

static const struct form_def def = { NC_("title", "Criterion"),
	N_("What is judged, how much it weighs, and what the scores mean in words."), fields,
	LEN(fields), fill, save, .record = &record_of_criterion };

static void edit_criterion(struct ui *ui, struct rules *self, int64_t id)
{
	struct criterion_edit edit = { self->round_id, id, self->round.locked != 0 };

	if (form_run(ui, form_new(ui, &def, &edit)))
		ui_say(ui, "%s", _("Saved."));
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	edit_criterion(ui, rules_of(screen), id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_criterion,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("No criteria yet. Press n to add the first."),
	.file = "criteria",
};

static const char *is_locked(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return rules_of(screen)->round.locked != 0 ?
		       N_("The rules are locked: they have been announced.") :
		       NULL;
}

static void on_new(struct ui *ui, struct screen *screen)
{
	edit_criterion(ui, rules_of(screen), 0);
}

static const char *cannot_remove(const struct screen *screen, const struct context *ctx)
{
	const char *locked = is_locked(screen, ctx);

	return locked != NULL ? locked : needs_record(screen, ctx);
}

static void on_remove(struct ui *ui, struct screen *screen)
{
	struct rules *self = rules_of(screen);
	char key[48];

	snprintf(key, sizeof(key), "%s", criterion_of(self, screen_selected(screen))->key);
	if (ui_confirm(ui, _("Remove the selected criterion?"), C_("button", "Remove")))
		ui_report(ui, round_remove_criterion(ui->ctx, self->round_id, key), _("Removed."));
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_ROUND,
		.label = NC_("command", "new"),
		.help = N_("Add a criterion"),
		.blocked = is_locked,
		.run = on_new },
	{ .keys = { K_REMOVE, K_DELETE },
		.action = ACT_ROUND,
		.label = NC_("command", "remove"),
		.help = N_("Remove the selected criterion"),
		.blocked = cannot_remove,
		.run = on_remove },
};

static const struct screen_ops ops = {
	.size = sizeof(struct rules),
	.title = title,
	.help = N_(
		"The criteria of the round. Enter changes one; once the rules are locked only its "
		"wording, with a reason."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_ROUNDS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = on_close,
};

static struct screen *open_rules(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	rules_of(screen)->round_id = to->id;
	list_init(&rules_of(screen)->list, &source);
	return screen;
}

const struct place_row rules_place = {
	.open = open_rules,
};
