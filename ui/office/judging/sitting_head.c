/* SPDX-License-Identifier: MIT
 * The head of the meeting's screen: clock, present and quorum, who is out, outcomes, what is
 * missing. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/judging/sitting.h"

enum { TEXT_AT = 15 };

const char *sitting_clock(struct arena *arena, int64_t time)
{
	struct civil civil = civil_of_time(time);
	char text[24];

	text_clock(civil.hour * 60 + civil.minute, text, sizeof(text));
	return arena_text(arena, text);
}

static void paint_label(const struct canvas *body, int row, const char *label)
{
	canvas_text(body, row, 1, TEXT_AT - 2, STYLE_LABEL, ALIGN_LEFT, label);
}

static void paint_text(const struct canvas *body, int row, enum style style, const char *text)
{
	canvas_text(body, row, TEXT_AT, body->area.w - TEXT_AT - 1, style, ALIGN_LEFT, text);
}

/* The day stands there where it is another than today. */
static const char *when_text(struct arena *arena, const struct meeting *m, int64_t now)
{
	int year = civil_of_time(m->starts).year;
	const char *clock = sitting_clock(arena, m->starts);
	char day[40];

	text_day(day_of_time(m->starts), day, sizeof(day));
	if (m->ends != 0)
		/* TRANSLATORS: a meeting's number, year, day, beginning and end: "2/2020". */
		return arena_printf(arena, _("%lld/%d, %s %s–%s, closed"), (long long)m->number,
			year, day, clock, sitting_clock(arena, m->ends));
	if (day_of_time(m->starts) != day_of_time(now))
		/* TRANSLATORS: a meeting's number, year, day, and when it began. */
		return arena_printf(
			arena, _("%lld/%d, %s, opened %s"), (long long)m->number, year, day, clock);
	/* TRANSLATORS: a meeting's number, year, and when it began today. */
	return arena_printf(arena, _("%lld/%d, opened %s"), (long long)m->number, year, clock);
}

static void paint_when(const struct sitting *self, struct arena *arena, const struct canvas *body)
{
	const struct meeting *m = &self->view.meeting;
	int64_t now = context_now(self->list.base.ui->ctx);
	/* TRANSLATORS: a meeting, and who leads it. */
	const char *left =
		arena_printf(arena, _("%s · chair %s"), when_text(arena, m, now), m->chair_name);

	paint_label(body, 0, C_("label", "Meeting"));
	paint_text(body, 0, STYLE_PLAIN, left);
	if (m->ends != 0)
		return;
	/* TRANSLATORS: what the clock shows: "13.07". */
	const char *clock = arena_printf(arena, _("Now %s"), sitting_clock(arena, now));
	canvas_text(body, 0, body->area.w - 12, 11, STYLE_TITLE, ALIGN_RIGHT, clock);
}

static const char *out_text(const struct sitting *self, struct arena *arena)
{
	struct buffer text = { 0 };

	for (size_t i = 0; i < self->view.members.n; i++) {
		const struct decision_person *p = &self->view.members.rows[i];
		const struct meeting_absence *out = meeting_out(&self->view, p->member_id);

		if (out == NULL || presence_of(p->presence) == PRESENCE_ABSENT)
			continue;
		buffer_printf(&text, "%s%s %s", text.length == 0 ? "" : " · ", p->name,
			sitting_clock(arena, out->since));
	}
	const char *kept = text.length == 0 ? NULL : arena_text(arena, text.text);
	buffer_clear(&text);
	return kept;
}

static void paint_present(
	const struct sitting *self, struct arena *arena, const struct canvas *body)
{
	int64_t present = meeting_present(&self->view, 0), quorum = self->view.meeting.quorum;
	const char *out = out_text(self, arena);
	/* TRANSLATORS: how many members are in the room, and how many there must be. */
	const char *text = arena_printf(
		arena, _("%lld in the room, at least %lld"), (long long)present, (long long)quorum);

	paint_label(body, 1, C_("label", "Present"));
	if (out != NULL)
		/* TRANSLATORS: who has gone out, and when: "Oiva Esimerkki 13.05". */
		text = arena_printf(arena, _("%s · out: %s"), text, out);
	paint_text(body, 1, present < quorum ? STYLE_ALERT : STYLE_PLAIN, text);
}

static void paint_counts(const struct sitting *self, struct arena *arena, const struct canvas *body)
{
	const struct review_of_decision *r = &self->review;

	paint_label(body, 2, C_("label", "Outcomes"));
	paint_text(body, 2, STYLE_PLAIN,
		arena_printf(arena,
			_("%lld selected · %lld in reserve · %lld not selected · %lld open"),
			(long long)r->selected, (long long)r->reserve, (long long)r->not_selected,
			(long long)r->undecided));
}

static void paint_lacks(const struct sitting *self, const struct canvas *body)
{
	bool ready = self->review.blocker == NULL || self->review.undecided == 0;

	if (self->view.meeting.ends != 0)
		canvas_text(body, 3, 1, body->area.w - 2, STYLE_GOOD, ALIGN_LEFT,
			_("The meeting has been closed."));
	else
		canvas_text(body, 3, 1, body->area.w - 2, ready ? STYLE_GOOD : STYLE_HEADING,
			ALIGN_LEFT,
			self->review.undecided == 0 && self->review.without_reason == 0 ?
				_("Every submission has its outcome and reason: H closes the "
				  "meeting.") :
				_(self->review.blocker));
}

void sitting_paint_head(const struct sitting *self, const struct canvas *body)
{
	struct arena arena = { 0 };

	paint_when(self, &arena, body);
	paint_present(self, &arena, body);
	paint_counts(self, &arena, body);
	paint_lacks(self, body);
	arena_clear(&arena);
}
