/* SPDX-License-Identifier: MIT
 * The custodian's screen: the texts of a blind round, what in them may give a team away, masking,
 * the release and at last the names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/blind.h"
#include "src/judging/custody.h"
#include "src/judging/names.h"
#include "src/judging/pack.h"
#include "src/judging/round.h"
#include "src/phases/applicant.h"
#include "src/phases/submission.h"
#include "ui/office/ask.h"
#include "ui/office/judging/custody.h"
#include "ui/office/judging/items.h"
#include "ui/office/judging/pack.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/judging/veil.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct masking {
	struct list_screen list;
	int64_t id;
	struct arena arena;
	struct round round;
	enum blind_stage stage;
	struct findings findings;
	const char *blocked; /* why the custodian's work is not theirs */
	struct veil veil;
};

enum { HEAD_ROWS = 2 };

static struct masking *masking_of(const struct screen *screen)
{
	return (struct masking *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Masking"));
}

static const struct list_column columns[] = {
	{ NC_("column", "Code"), 6, 0, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ NC_("column", "Title"), 24, 2, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ NC_("column", "Found"), 5, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Findings, or the team"), 27, 3, ALIGN_LEFT, -1, SEEN_BY_CUSTODIAN },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)sort;
	return round_items(ctx, masking_of(screen)->id, list);
}

static struct error team_name_of(
	struct context *ctx, struct arena *arena, int64_t submission_id, const char **name)
{
	struct submission s;

	TRY(submission_get(ctx, arena, submission_id, &s));
	*name = arena_printf(arena, "%s %s", s.code, submission_applicant(ctx, arena, &s));
	return ok();
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct masking *self = masking_of(screen);
	struct buffer words = { 0 };
	struct item item;
	int n = 0;

	TRY(item_get(ctx, arena, id, &item));
	buffer_text(&words, "");
	for (size_t i = 0; i < self->findings.n; i++)
		if (self->findings.rows[i].item_id == id)
			buffer_printf(
				&words, "%s%s", n++ > 0 ? ", " : "", self->findings.rows[i].text);
	cells[0] = cell_text(item.code);
	cells[1] = cell_text(item.title);
	cells[2] = self->blocked != NULL ? cell_none() : cell_number(n);
	const char *beside = arena_text(arena, words.text);
	buffer_clear(&words);
	if (self->stage != BLIND_MASKING && item.submission_id != 0)
		TRY(team_name_of(ctx, arena, item.submission_id, &beside));
	cells[3] = cell_text(beside);
	list_seal(look, ctx, self->id, SIDE_JURY);
	look->style = n > 0 && self->stage == BLIND_MASKING ? STYLE_ALERT : STYLE_PLAIN;
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct masking *self = masking_of(screen);
	struct item item;

	TRY(item_get(ctx, arena, id, &item));
	page_styled(page, item.code, STYLE_TITLE, item.title);
	for (size_t i = 0; i < self->findings.n; i++) {
		const struct finding *f = &self->findings.rows[i];

		if (f->item_id == id)
			page_styled(page, text_word(WORDS_FINDING, f->kind), STYLE_ALERT,
				*f->file == '\0' || strcmp(f->file, f->text) == 0 ?
					f->text :
					arena_printf(arena, "%s (%s)", f->text, f->file));
	}
	page_gap(page);
	page_text(page, item.body);
	return ok();
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id);

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("No texts yet: r takes those that were handed in, so that they can be masked."),
	.file = "masking",
};

static void layout(struct screen *screen, struct rect body);

static struct error load(struct screen *screen, struct context *ctx)
{
	struct masking *self = masking_of(screen);

	arena_clear(&self->arena);
	TRY(stand_in_round(screen, ctx, self->id, false));
	self->findings = (struct findings){ 0 };
	TRY(round_get(ctx, &self->arena, self->id, &self->round));
	TRY(blind_stage(ctx, self->id, &self->stage));
	self->blocked = custody_blocked(ctx, self->id);
	if (self->blocked == NULL)
		TRY(blind_check(ctx, &self->arena, self->id, 0, &self->findings));
	veil_load(&self->veil, ctx, self->id, false);
	TRY(list_load(screen, ctx));
	layout(screen, screen->body);
	return ok();
}

static void layout(struct screen *screen, struct rect body)
{
	struct masking *self = masking_of(screen);

	self->list.list.top_rows = HEAD_ROWS + veil_rows(&self->veil, body.w);
	list_layout(screen, body);
}

static const char *stage_text(enum blind_stage stage)
{
	switch (stage) {
	case BLIND_NOT:
		return _("This round is not blind.");
	case BLIND_MASKING:
		return _("Being masked: the jury sees nothing yet");
	case BLIND_RELEASED:
		return _("Released: the jury reads the texts under codes");
	case BLIND_OPENED:
		return _("The names have been opened");
	}
	return "";
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct masking *self = masking_of(screen);

	canvas_put(body, 0, 1, STYLE_HEADING, stage_text(self->stage));
	veil_paint(&self->veil, body, HEAD_ROWS - 1);
	canvas_rule(body, HEAD_ROWS - 1 + veil_rows(&self->veil, body->area.w));
	list_paint(screen, body);
}

/* By hand: what the jury will read is a text of its own, beside the team's. */
enum { MASK_TITLE, MASK_TEXT };

static const struct form_field mask_fields[] = {
	[MASK_TITLE] = { .name = "title", .kind = FORM_LINE, .max = 200, .required = true },
	[MASK_TEXT] = { .name = "mask",
		.kind = FORM_LINES,
		.lines = 12,
		.max = 10000,
		.hint = N_("What the jury reads. The team's own text stays as it was handed in.") },
};

static struct error fill_mask(struct context *ctx, struct form *form, void *arg)
{
	struct arena arena = { 0 };
	struct item item;
	struct error e = item_get(ctx, &arena, *(const int64_t *)arg, &item);

	if (e.code == E_OK) {
		form_set(form, MASK_TITLE, item.title);
		form_set(form, MASK_TEXT, item.body);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_mask(struct ui *ui, struct form *form, void *arg)
{
	return blind_mask(ui->ctx, *(const int64_t *)arg, form_get(form, MASK_TITLE),
		form_get(form, MASK_TEXT));
}

static const struct form_def mask_def = { NC_("title", "Mask"),
	N_("Take out what tells who the team is: names, places, addresses, numbers."), mask_fields,
	LEN(mask_fields), fill_mask, save_mask, NULL, NULL };

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	if (masking_of(screen)->stage != BLIND_MASKING || masking_of(screen)->blocked != NULL)
		open_item(ui, id);
	else if (form_run(ui, form_new(ui, &mask_def, &id)))
		ui_say(ui, "%s", _("Saved."));
}

static void on_prepare(struct ui *ui, struct screen *screen)
{
	ui_report(ui, blind_prepare(ui->ctx, masking_of(screen)->id),
		_("The texts are here to be masked. Enter opens one."));
	screen->stale = true;
}

/* What is signed, who will have both, and what nobody can promise. */
static const char *release_question(struct arena *arena, struct context *ctx, int64_t id)
{
	const char *custodian, *deputy;

	if (custody_names(ctx, arena, id, &custodian, &deputy).code != E_OK || *custodian == '\0')
		custodian = ctx->account.name;
	return arena_printf(arena,
		/* TRANSLATORS: a person's name, and a sentence about what Klash cannot do. */
		_("Release the texts to the jury? They get their codes and no longer change. You sign "
		  "it with your name. Custodian of the codes: %s. %s"),
		custodian, custody_limits());
}

static void on_release(struct ui *ui, struct screen *screen)
{
	struct masking *self = masking_of(screen);
	struct arena arena = { 0 };
	int64_t id = self->id;
	char *why = NULL;

	if (self->findings.open > 0) {
		why = ask_reason(ui, _("Release"),
			_("Some words that may give a team away are still there. Why may they stay?"));
		if (why == NULL)
			return;
	}
	if (ui_confirm(ui, release_question(&arena, ui->ctx, id), C_("button", "Release")))
		ui_report(ui, blind_release(ui->ctx, id, why),
			_("Released. The round can now be opened: key a in phase 4."));
	free(why);
	arena_clear(&arena);
}

enum { O_PLACE, O_WITNESS, O_SECOND };

static const struct form_field opening_fields[] = {
	[O_PLACE] = { .name = "place", .required = true },
	[O_WITNESS] = { .name = "witness",
		.required = true,
		.hint = N_("Who is present beside you: a user name, or a name.") },
	[O_SECOND] = { .name = "witness",
		.label = N_("Second witness"),
		.hint = N_("May be left empty.") },
};

static struct error save_opening(struct ui *ui, struct form *form, void *arg)
{
	const char *witnesses[] = { form_get(form, O_WITNESS), form_get(form, O_SECOND) };

	return names_open(ui->ctx, *(int64_t *)arg,
		&(struct names_opening){
			form_get(form, O_PLACE), witnesses, *witnesses[1] == '\0' ? 1 : 2 });
}

static const struct form_def opening_def = { NC_("title", "Open the names"),
	N_("It is done once, before a witness, and has its own record: whose each code is."),
	opening_fields, LEN(opening_fields), NULL, save_opening, .record = &record_of_opening };

static void on_open_names(struct ui *ui, struct screen *screen)
{
	int64_t id = masking_of(screen)->id;

	if (ui_confirm(ui, _("Open the names? It is done once, after the jury's statement."),
		    C_("button", "Open")) &&
		form_run(ui, form_new(ui, &opening_def, &id)))
		ui_say(ui, "%s", _("The names are open. The decision can be made: phase 5."));
}

static const char *not_masking(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	if (masking_of(screen)->stage != BLIND_MASKING)
		return N_("The texts have been released.");
	return masking_of(screen)->blocked;
}

static const char *not_released(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return masking_of(screen)->stage == BLIND_RELEASED ?
		       masking_of(screen)->blocked :
		       N_("Names are opened when texts have been released and the statement is signed.");
}

static const char *nothing_to_carry(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return masking_of(screen)->stage == BLIND_RELEASED ?
		       masking_of(screen)->blocked :
		       N_("Things are carried over between the release and the opening of the names.");
}

static const char *is_opened(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return masking_of(screen)->stage == BLIND_OPENED ?
		       N_("The names have already been opened.") :
		       NULL;
}

static void on_custodian(struct ui *ui, struct screen *screen)
{
	custody_ask(ui, masking_of(screen)->id);
	screen->stale = true;
}

static void on_carry(struct ui *ui, struct screen *screen)
{
	carry_ask(ui, masking_of(screen)->id);
	screen->stale = true;
}

static const char *still_masking(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return masking_of(screen)->stage == BLIND_MASKING ?
		       N_("The texts have not been released: release them first.") :
	       masking_of(screen)->stage == BLIND_RELEASED ? masking_of(screen)->blocked :
							     NULL;
}

static void on_pack(struct ui *ui, struct screen *screen)
{
	pack_ask(ui, masking_of(screen)->id);
}

static void on_close(struct screen *screen)
{
	arena_clear(&masking_of(screen)->arena);
	list_close(screen);
}

static const struct command commands[] = {
	{ .keys = { 'r' },
		.action = ACT_READ,
		.label = NC_("command", "take texts"),
		.help = N_(
			"Take the texts that were handed in, those already masked stay as they are"),
		.blocked = not_masking,
		.run = on_prepare },
	{ .keys = { K_SETTLE },
		.action = ACT_READ,
		.label = NC_("command", "release"),
		.final = true,
		.help = N_("Give the codes and sign the release to the jury"),
		.blocked = not_masking,
		.run = on_release },
	{ .keys = { 'k' },
		.action = ACT_READ,
		.label = NC_("command", "custodian"),
		.help = N_("Name who may join code and name, and the deputy"),
		.blocked = is_opened,
		.run = on_custodian },
	{ .keys = { 'v' },
		.action = ACT_READ,
		.label = NC_("command", "carry over"),
		.help = N_("Let the jury's side know what has happened to a submission since"),
		.blocked = nothing_to_carry,
		.run = on_carry },
	{ .keys = { 'l' },
		.action = ACT_READ,
		.label = NC_("command", "reading pack"),
		.help = N_("Write what the jury reads, with attachments, into a directory"),
		.blocked = still_masking,
		.run = on_pack },
	{ .keys = { K_OPEN_NAMES },
		.action = ACT_READ,
		.label = NC_("command", "open names"),
		.final = true,
		.help = N_(
			"Open the names before a witness, after the jury has signed its statement"),
		.blocked = not_released,
		.run = on_open_names },
};

static const struct screen_ops ops = {
	.size = sizeof(struct masking),
	.title = title,
	.help = N_(
		"The texts of a blind round as the jury will read them. Klash looks for names, places, "
		"addresses and numbers; what it finds is a hint, so read every text yourself. Enter masks "
		"one; H releases all."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_ROUNDS | CHANGED_SUBMISSIONS | CHANGED_DECISIONS,
	.load = load,
	.layout = layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = on_close,
};

static struct screen *open_blind(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	masking_of(screen)->id = to->id;
	list_init(&masking_of(screen)->list, &source);
	masking_of(screen)->list.list.top_rows = HEAD_ROWS;
	return screen;
}

/* Not the selected text: the record of the opening is the round's. */
static int64_t round_here(const struct screen *screen)
{
	return masking_of(screen)->id;
}

const struct place_row blind_place = {
	.files = KIND_ROUND,
	.filed = round_here,
	.open = open_blind,
};
