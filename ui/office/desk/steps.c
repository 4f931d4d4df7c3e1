/* SPDX-License-Identifier: MIT */
#include "ui/office/desk/steps.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/round.h"
#include "src/phases/phase.h"

void steps_add(struct steps *steps, enum glyph glyph, const char *name, const char *format, ...)
{
	struct step *step = &steps->rows[steps->n];
	char told[60];
	va_list args;

	if (steps->n == STEPS_MAX)
		return;
	steps->n++;
	va_start(args, format);
	vsnprintf(told, sizeof(told), format, args);
	va_end(args);
	step->glyph = glyph;
	snprintf(step->text, sizeof(step->text), "%s%s%s%s%s", name, *name == '\0' ? "" : " ",
		term_glyph(glyph), *told == '\0' ? "" : " ", told);
}

static enum glyph state_glyph(const char *state)
{
	switch (phase_state_of(state)) {
	case PHASE_STATE_PLANNED:
		return GLYPH_PLANNED;
	case PHASE_STATE_OPEN:
		return GLYPH_OPEN;
	case PHASE_STATE_CLOSED:
	case PHASE_STATE_DECIDED:
	case PHASE_STATE_UNKNOWN:
		break;
	}
	return GLYPH_DONE;
}

static bool is_day(const char *precision)
{
	return precision_of_code(precision) <= PRECISION_DAY;
}

/* Two days as a range, anything coarser as it is known. */
static void period_text(const struct phase *p, char *out, size_t size)
{
	char opens[60] = "", closes[60] = "";

	if (p->opens != 0 && p->closes != 0 && is_day(p->opens_precision) &&
		is_day(p->closes_precision)) {
		text_days(day_of_time(p->opens), day_of_time(p->closes), out, size);
		return;
	}
	if (p->opens != 0)
		text_moment(p->opens, precision_of_code(p->opens_precision), opens, sizeof(opens));
	if (p->closes != 0 && is_day(p->closes_precision))
		text_day(day_of_time(p->closes), closes, sizeof(closes));
	else if (p->closes != 0)
		text_moment(
			p->closes, precision_of_code(p->closes_precision), closes, sizeof(closes));
	snprintf(out, size, "%s%s%s", opens, p->closes != 0 ? "–" : "", closes);
}

struct error steps_add_period(
	struct steps *steps, struct context *ctx, const char *key, const char *name)
{
	struct arena arena = { 0 };
	struct phase phase;
	char text[60];
	struct error e = phase_get(ctx, &arena, key, &phase);

	if (e.code == E_OK) {
		period_text(&phase, text, sizeof(text));
		if (*text == '\0')
			snprintf(text, sizeof(text), "–");
		steps_add(steps, state_glyph(phase.state), name, "%s", text);
	}
	arena_clear(&arena);
	return e;
}

enum glyph step_glyph(int64_t done, int64_t all)
{
	if (all == 0)
		return GLYPH_PLANNED;
	return done == all ? GLYPH_DONE : GLYPH_OPEN;
}

/* What does not fit is left out from the right, never cut. */
void steps_paint(const struct steps *steps, const struct canvas *body)
{
	int x = 1;

	for (size_t i = 0; i < steps->n; i++) {
		const struct step *step = &steps->rows[i];

		if (x + (i > 0 ? 2 : 0) + utf8_columns(step->text) > body->area.w)
			break;
		if (i > 0)
			x += canvas_put(body, 0, x, STYLE_FAINT, term_glyph(GLYPH_VERTICAL)) + 1;
		x += canvas_put(body, 0, x, step->glyph == GLYPH_OPEN ? STYLE_HEADING : STYLE_PLAIN,
			     step->text) +
		     1;
	}
	canvas_rule(body, 1);
}

struct error steps_add_reviews(struct steps *steps, struct context *ctx, const char *kind)
{
	struct id_list rounds = { 0 };
	struct progress sum = { 0 };
	struct error e = round_ids(ctx, kind, &rounds);

	for (size_t i = 0; e.code == E_OK && i < rounds.n; i++) {
		struct progress p;

		e = round_progress(ctx, rounds.ids[i], &p);
		if (e.code == E_OK) {
			sum.all += p.all;
			sum.submitted += p.submitted;
		}
	}
	steps_add(steps, step_glyph(sum.submitted, sum.all), C_("step", "Reviews"), "%lld/%lld",
		(long long)sum.submitted, (long long)sum.all);
	id_list_clear(&rounds);
	return e;
}
