/* SPDX-License-Identifier: MIT
 * The review of one submission: text, scores, notes, feedback. What is typed is saved at a score,
 * on leaving a field, after a pause or two seconds, and when the line drops; the screen says
 * "saved" only after the commit. */
#include "ui/jury/review.h"
#include "ui/jury/said.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/text.h"

struct review_screen *review_of(const struct screen *screen)
{
	return (struct review_screen *)screen;
}

const char *review_blocked(const struct review_screen *self, const struct context *ctx)
{
	if (ctx->on_behalf)
		return N_("Nobody may sign, approve or declare in another's name: leave out --as.");
	if (!self->read || self->missing)
		return N_("There is nothing to choose here yet.");
	enum juror_stop stop = juror_stop(&self->round);
	if (stop != JUROR_MAY)
		return juror_stop_words(stop);
	if (self->item.state == JUROR_SUBMITTED)
		return N_("This review has been submitted. Take it back to change it (o).");
	if (self->item.state == JUROR_ABSTAINED)
		return N_(
			"You have abstained from this submission. Take that back to review it (x).");
	return NULL;
}

struct edit *review_field(struct review_screen *self)
{
	switch (self->part) {
	case PART_SCORES:
		return NULL;
	case PART_NOTES:
		return &self->notes;
	case PART_FEEDBACK:
		return &self->feedback;
	}
	return NULL;
}

size_t review_missing(const struct review_screen *self)
{
	size_t i = 0;

	while (i < self->criteria.n && self->scores[i] >= 0)
		i++;
	return i;
}

/* Who stood at the end, as in a field not entered yet, goes on there. */
static void set_field(struct edit *edit, const char *text)
{
	size_t cursor = edit->cursor;
	bool at_end = cursor == edit->text.length;

	if (strcmp(edit_text(edit), text) == 0)
		return;
	edit_set(edit, text);
	if (!at_end && cursor < edit->cursor)
		edit->cursor = cursor;
	while (edit->cursor > 0 && ((unsigned char)edit_text(edit)[edit->cursor] & 0xC0) == 0x80)
		edit->cursor--;
}

static void review_adopt(struct review_screen *self)
{
	for (size_t i = 0; i < self->criteria.n; i++)
		self->scores[i] = self->item.scores[i];
	set_field(&self->notes, self->item.notes);
	set_field(&self->feedback, self->item.feedback);
	self->version = self->item.version;
	self->unsaved = self->stale_version = false;
	scoring_end(&self->scoring);
}

enum { PAUSE_MS = 400, TITLE_BESIDE = 45 /* who, language, the mark of a demo */ };

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct review_screen *self = review_of(screen);
	const char *applicant = self->read ? jury_applicant(&self->item.paper) : "";

	out[0] = '\0';
	if (self->read)
		snprintf(out, size, "%s  %s%s%s", self->item.paper.code, applicant,
			*applicant == '\0' ? "" : ": ", self->item.paper.title);
}

/* The criterion or field one was in; the key of a criterion survives a change of their order. */
static void go_to_place(struct review_screen *self)
{
	const struct juror_place *place = &self->place;
	size_t offset = place->offset < 0 ? 0 : (size_t)place->offset;

	self->part = strcmp(place->field, "notes") == 0    ? PART_NOTES :
		     strcmp(place->field, "feedback") == 0 ? PART_FEEDBACK :
							     PART_SCORES;
	for (size_t i = 0; i < self->criteria.n; i++)
		if (strcmp(self->criteria.rows[i].key, place->field) == 0)
			self->current = i;
	if (strcmp(place->field, "text") == 0)
		self->share = (int)offset;
	struct edit *field = review_field(self);
	if (field == NULL)
		return;
	field->cursor = offset < field->text.length ? offset : field->text.length;
	while (field->cursor > 0 && ((unsigned char)edit_text(field)[field->cursor] & 0xC0) == 0x80)
		field->cursor--;
	self->base.typing = true;
	self->base.hints = &review_field_hints;
}

static struct error read_bands(struct context *ctx, struct arena *arena,
	const struct criteria *criteria, struct bands *bands)
{
	for (size_t i = 0; i < criteria->n; i++)
		TRY(criterion_bands(ctx, arena, criteria->rows[i].id, &bands[i]));
	return ok();
}

/* Everything into a fresh arena, so that a failure leaves what was there. */
static struct error read_fresh(struct review_screen *self, struct context *ctx)
{
	struct review_screen fresh = { 0 };
	struct error e = juror_item(ctx, &fresh.arena, self->id, &fresh.criteria, &fresh.item);

	if (e.code == E_OK && fresh.criteria.n > CRITERIA_MAX)
		fresh.criteria.n = CRITERIA_MAX;
	if (e.code == E_OK)
		e = juror_round(ctx, &fresh.arena, fresh.item.paper.round_id, &fresh.round);
	if (e.code == E_OK)
		e = juror_dialogues(ctx, &fresh.arena, self->id, &fresh.dialogues);
	if (e.code == E_OK)
		e = read_bands(ctx, &fresh.arena, &fresh.criteria, fresh.bands);
	if (e.code != E_OK) {
		arena_clear(&fresh.arena);
		return e;
	}
	struct arena old = self->arena;
	self->arena = fresh.arena;
	self->round = fresh.round;
	self->criteria = fresh.criteria;
	self->item = fresh.item;
	self->dialogues = fresh.dialogues;
	memcpy(self->bands, fresh.bands, sizeof(self->bands));
	arena_clear(&old);
	return ok();
}

/* A title that the title line cannot hold stands over the text as well. */
static void set_text(struct review_screen *self)
{
	struct arena arena = { 0 };
	char line[400];

	title(&self->base, line, sizeof(line));
	bool whole = utf8_columns(line) < self->base.body.w - TITLE_BESIDE;
	const char *body = jury_text(&arena, &self->item);
	textview_set(&self->text,
		whole ? body : arena_printf(&arena, "%s\n\n%s", self->item.paper.title, body));
	arena_clear(&arena);
}

/* What is being typed is not read over; the next saving finds out whether it still fits. */
static struct error load(struct screen *screen, struct context *ctx)
{
	struct review_screen *self = review_of(screen);
	struct error e = context_standing(ctx);

	if (e.code == E_OK)
		e = read_fresh(self, ctx);
	bool ended = e.code == E_RULE || e.code == E_NOT_FOUND;
	self->missing =
		ended || self->item.state == JUROR_RECUSED || self->item.state == JUROR_GONE;
	if (ended)
		return ok(); /* the list below says why */
	TRY(e);
	bool first = !self->read;
	bool moved = self->item.version.revision != self->version.revision ||
		     self->item.version.draft != self->version.draft;
	self->read = true;
	if (first || (!self->unsaved && moved))
		review_adopt(self);
	if (!screen->typing)
		screen->hints =
			self->item.state == JUROR_SUBMITTED ? &review_submitted_hints : NULL;
	set_text(self);
	if (first)
		go_to_place(self);
	review_layout(screen, screen->body);
	return ok();
}

/* "Weighted mean 7,4" or what is missing, if there is room; on the right whether all is saved. */
static const char *left_words(const struct review_screen *self, struct arena *arena, int room)
{
	const char *mean = jury_mean_words(arena, &self->criteria, self->scores);
	size_t missing = review_missing(self);

	if (*mean != '\0')
		return mean;
	if (missing == self->criteria.n)
		return "";
	/* TRANSLATORS: %s is a criterion without a score. */
	const char *words = arena_printf(arena, _("Weighted mean: – (%s is missing)"),
		criterion_name(&self->criteria.rows[missing]));
	return utf8_columns(words) <= room ? words :
					     arena_printf(arena, _("Weighted mean: %s"), "–");
}

/* What the juror noted of the team stays in sight. */
static const char *recognized_words(const struct review_screen *self)
{
	return self->item.recognized == NULL ? "" : _("team recognized · ");
}

/* That an answer has come stays in sight as well. */
static const char *answered_words(const struct review_screen *self)
{
	for (size_t i = 0; i < self->dialogues.n; i++)
		if (self->dialogues.rows[i].answered != 0)
			return _("answer: a · ");
	return "";
}

static const char *right_words(const struct review_screen *self, struct arena *arena)
{
	if (self->stale_version)
		return _("! two versions: s shows them");
	if (self->unsaved)
		return C_("review state", "not saved yet");
	if (self->item.state == JUROR_ABSTAINED)
		return arena_printf(
			arena, "%s %s", term_glyph(GLYPH_BARRED), C_("review state", "abstained"));
	if (juror_is_unconfirmed(&self->item))
		return _("entered on your behalf: confirm y, object o");
	if (self->item.state == JUROR_SUBMITTED)
		return arena_printf(arena, "%s %s%s", term_glyph(GLYPH_DONE),
			self->item.late ? C_("review state", "submitted late") :
					  C_("review state", "submitted"),
			self->item.entered ? _(", confirmed by you") : "");
	if (self->item.entered)
		return _("entered by the office");
	return self->saved || self->item.state == JUROR_DRAFT ?
		       arena_printf(arena, "%s %s", term_glyph(GLYPH_DONE), _("saved")) :
		       "";
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct review_screen *self = review_of(screen);
	struct arena arena = { 0 };

	if (!self->read || self->missing)
		return;
	const char *right = arena_printf(&arena, "%s%s%s", recognized_words(self),
		answered_words(self), right_words(self, &arena));
	int room = screen->body.w - 3 - utf8_columns(right);
	const char *left = left_words(self, &arena, room);
	left = arena_bytes(&arena, left, utf8_prefix(left, room > 0 ? room : 0));
	int gap = room + 1 - utf8_columns(left);
	snprintf(out, size, "%s%*s%s", left, gap, "", right);
	arena_clear(&arena);
}

static void idle(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);

	if (!self->read || (self->missing && !self->unsaved))
		return;
	if (!self->stale_version)
		(void)review_keep_quietly(ui, self);
	if (!screen->closed)
		review_keep_place(ui, self);
}

/* Only a juror who goes on purpose is at the list afterwards; who is cut off comes back to here. */
static bool leave(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);
	struct juror_place place = { .round_id = self->round.id, .field = "" };

	if (!self->read || (self->missing && !self->unsaved))
		return true;
	if (!review_keep(ui, self) && !screen->closed)
		return false;
	if (!ui->ctx->on_behalf && !context_is_readonly(ui->ctx))
		(void)juror_set_place(ui->ctx, &place);
	return true;
}

static void on_close(struct screen *screen)
{
	struct review_screen *self = review_of(screen);

	arena_clear(&self->arena);
	edit_clear(&self->notes);
	edit_clear(&self->feedback);
	textview_clear(&self->text);
}

static struct error prepare(struct screen *screen, struct context *ctx)
{
	struct review_screen *self = review_of(screen);

	(void)ctx;
	review_layout(screen, screen->body); /* the reader may have moved the text */
	/* Under a question its handler still needs it; what is typed is shown first. */
	if (self->missing && !self->unsaved && screen->ui->stack[screen->ui->depth - 1] == screen)
		screen_close(screen);
	return ok();
}

const struct screen_ops jury_review_ops = {
	.size = sizeof(struct review_screen),
	.title = title,
	.help = N_("Read, score each criterion, write notes and feedback, submit. Digits score; "
		   "letters are commands, but "
		   "text inside a field, which Esc leaves. Everything is saved as you type."),
	.commands = { 0 },
	.shared = &review_commands,
	.watches = CHANGED_ANY,
	.load = load,
	.layout = review_layout,
	.prepare = prepare,
	.paint = review_paint,
	.key = review_key,
	.status = status,
	.idle = idle,
	.pause = PAUSE_MS,
	.leave = leave,
	.close = on_close,
	.alone = true,
};

struct screen *jury_review_new(
	struct ui *ui, int64_t assignment_id, const struct juror_place *place)
{
	struct screen *screen = screen_new(ui, &jury_review_ops);
	struct review_screen *self = review_of(screen);

	self->id = assignment_id;
	self->place = (struct juror_place){ .assignment_id = assignment_id, .field = "" };
	for (size_t i = 0; i < CRITERIA_MAX; i++)
		self->scores[i] = -1;
	edit_init(&self->notes, "", true, BODY_MAX);
	edit_init(&self->feedback, "", true, BODY_MAX);
	if (place != NULL) {
		self->place.field = arena_text(&ui->ctx->arena, place->field);
		self->place.offset = place->offset;
	} else {
		self->place_moved = true;
	}
	return screen;
}
