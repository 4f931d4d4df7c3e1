/* SPDX-License-Identifier: MIT
 * Saving what is typed, and what happens when it cannot be. */
#include <string.h>
#include <time.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/review.h"
#include "ui/jury/unsaved.h"

enum { LATEST_MS = 1500 }; /* with the pause of an idle moment behind it still below two seconds */

struct review_input review_typed(const struct review_screen *self)
{
	return (struct review_input){ self->scores, self->criteria.n, edit_text(&self->notes),
		edit_text(&self->feedback) };
}

static const char *field_now(const struct review_screen *self)
{
	switch (self->part) {
	case PART_SCORES:
		return self->current < self->criteria.n ? self->criteria.rows[self->current].key :
							  "";
	case PART_NOTES:
		return "notes";
	case PART_FEEDBACK:
		return "feedback";
	}
	return "";
}

static struct juror_place place_now(struct review_screen *self)
{
	const struct edit *field = review_field(self);

	return (struct juror_place){ .round_id = self->round.id,
		.assignment_id = self->id,
		.field = field_now(self),
		.offset = field == NULL ? 0 : (int64_t)field->cursor };
}

void review_keep_place(struct ui *ui, struct review_screen *self)
{
	struct juror_place place = place_now(self);

	if (!self->place_moved || ui->ctx->on_behalf || context_is_readonly(ui->ctx) ||
		juror_stop(&self->round) != JUROR_MAY)
		return;
	if (juror_set_place(ui->ctx, &place).code == E_OK)
		self->place_moved = false;
}

/* What is typed and where, by one commit: one wait for the disk, and for the others who write. */
static struct error save(struct ui *ui, struct review_screen *self)
{
	struct review_input input = review_typed(self);
	struct juror_place place = place_now(self);

	return juror_save(ui->ctx, self->id, &input, &place, &self->version);
}

static bool saved(struct ui *ui, struct review_screen *self)
{
	self->unsaved = self->stale_version = self->place_moved = false;
	self->saved = true;
	self->base.stale = true;
	ui->dirty = true;
	return true;
}

/* Both are shown; nothing is overwritten before one is chosen. */
static bool settle_versions(struct ui *ui, struct review_screen *self)
{
	struct arena arena = { 0 };
	struct criteria criteria;
	struct juror_item other;
	struct error e = juror_item(ui->ctx, &arena, self->id, &criteria, &other);
	bool settled = false;

	self->stale_version = true;
	if (e.code == E_OK && !ui->leaving) {
		int choice = review_choose_version(ui, self, &other);

		if (choice == 1) {
			self->version = other.version;
			e = save(ui, self);
			settled = e.code == E_OK && saved(ui, self);
		} else if (choice == 2) {
			self->unsaved = self->stale_version = false;
			self->version = (struct juror_version){ -1, -1 }; /* read again */
			self->base.stale = true;
			settled = true;
		}
	}
	jury_complain(ui, e);
	arena_clear(&arena);
	return settled;
}

/* The right has ended or the round is over: what was typed stays readable, and the list below says
 * the rest. */
static bool refused(struct ui *ui, struct review_screen *self, struct error e)
{
	self->unsaved = false;
	self->missing = true;
	if (!ui->leaving)
		jury_show_unsaved(ui, self, e);
	screen_close(&self->base); /* last: a question takes closed screens away */
	for (size_t i = 0; i < ui->depth; i++)
		ui->stack[i]->stale = true;
	return false;
}

static bool keep(struct ui *ui, struct review_screen *self, bool asks)
{
	if (!self->unsaved)
		return true;
	struct error e = save(ui, self);
	if (e.code == E_OK)
		return saved(ui, self);
	if (e.code == E_STALE && asks)
		return settle_versions(ui, self);
	if (e.code == E_STALE) {
		self->stale_version = true;
		ui->dirty = true;
		return false;
	}
	if (e.code == E_RULE || e.code == E_NOT_FOUND || e.code == E_DENIED)
		return refused(ui, self, e);
	jury_complain(ui, e); /* it stays unsaved and is tried again */
	return false;
}

bool review_keep(struct ui *ui, struct review_screen *self)
{
	return keep(ui, self, true);
}

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void review_changed(struct review_screen *self)
{
	if (!self->unsaved)
		self->unsaved_since = milliseconds();
	self->unsaved = true;
}

void review_keep_in_time(struct ui *ui, struct review_screen *self)
{
	if (self->unsaved && !self->stale_version &&
		milliseconds() - self->unsaved_since >= LATEST_MS)
		(void)review_keep_quietly(ui, self);
}

bool review_keep_quietly(struct ui *ui, struct review_screen *self)
{
	return keep(ui, self, false);
}
