/* SPDX-License-Identifier: MIT
 * What is being typed in a review, and whether it may be: below the files that paint it, save it
 * and take its keys. */
#include <string.h>

#include "src/base/i18n.h"
#include "ui/jury/review.h"

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

void review_adopt(struct review_screen *self)
{
	for (size_t i = 0; i < self->criteria.n; i++)
		self->scores[i] = self->item.scores[i];
	set_field(&self->notes, self->item.notes);
	set_field(&self->feedback, self->item.feedback);
	self->version = self->item.version;
	self->unsaved = self->stale_version = false;
	scoring_end(&self->scoring);
}
