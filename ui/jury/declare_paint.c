/* SPDX-License-Identifier: MIT
 * The declaration's list of names, with what is marked, and what it says once it is sent. */
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/declare.h"

enum { MARK = 4, MEMBERS = 6 /* below a row: its ground, who is in the team */ };

static bool by_team(const struct declare *self)
{
	return submission_kind_of(self->round.kind) != SUBMISSION_KIND_PROBLEM;
}

const char *declare_question(const struct declare *self)
{
	return by_team(self) ? _("Are you tied to any of these teams or to their members?") :
			       _("Are you tied to any of these municipalities or organizations?");
}

const char *declare_explanation(const struct declare *self)
{
	if (self->round.blind)
		return _("You declare by name now; the solutions are then reviewed without names.");
	return _("You declare before you read anything. What you have a tie to is left out of your "
		 "reviews.");
}

const char *declare_consequence(const struct declare *self)
{
	if (conflict_scope_of(self->round.scope) == SCOPE_CHALLENGE)
		return _("A tie bars you from the whole comparison: all of it is weighed together. "
			 "The jury decides on "
			 "doubtful grounds.");
	if (self->round.blind && round_state_of(self->round.state) != ROUND_STATE_PLANNED)
		return _(
			"The reviews have been dealt: a tie now bars you from all of them. The jury "
			"decides on doubtful grounds.");
	return _("A tie bars you from that submission only. The jury decides on doubtful grounds.");
}

static int paint_text(const struct canvas *canvas, int y, enum style style, const char *text)
{
	struct arena arena = { 0 };

	while (text != NULL) {
		const char *next;
		size_t n = text_wrap(text, canvas->area.w - 2, &next);

		canvas_put(canvas, y++, 1, style, arena_bytes(&arena, text, n));
		text = next;
	}
	arena_clear(&arena);
	return y;
}

const char *declare_ground(const struct declare *self, struct arena *arena, size_t i)
{
	/* TRANSLATORS: %s says why one is disqualified, %lld is a point of 28 §. */
	return arena_printf(arena, _("%s (28 § point %lld)"),
		jury_ground(self->interests[i].ground), (long long)self->interests[i].ground);
}

const char *declare_members(struct arena *arena, const struct juror_applicant *a)
{
	struct buffer names = { 0 };

	buffer_text(&names, "");
	for (size_t i = 0; i < a->people_count; i++)
		buffer_printf(&names, "%s%s", i > 0 ? ", " : "", a->people[i]);
	const char *text = arena_text(arena, names.text);
	buffer_clear(&names);
	return text;
}

static int members_height(const struct declare *self, size_t i, int width)
{
	struct arena arena = { 0 };
	const char *text = declare_members(&arena, &self->applicants.rows[i]);
	int lines = *text == '\0' ? 0 : text_wrap_count(text, width - MEMBERS - 1);

	arena_clear(&arena);
	return lines;
}

static int own_height(const struct declare *self, size_t i, int width)
{
	struct arena arena = { 0 };
	int lines = 1;

	if (self->interests[i].ground != 0)
		lines += text_wrap_count(declare_ground(self, &arena, i), width - MEMBERS - 1);
	arena_clear(&arena);
	return lines;
}

/* Everybody's members where they fit, else those of the selected one. */
static bool all_fit(const struct declare *self, int height, int width)
{
	int used = 0;

	for (size_t i = 0; i < self->applicants.n && used <= height; i++)
		used += own_height(self, i, width) + members_height(self, i, width);
	return used <= height;
}

/* Columns of the names and the organization. */
struct columns {
	int name, organization;
	bool all; /* members of all */
};

static struct columns columns_of(const struct declare *self, const struct canvas *canvas)
{
	int room = canvas->area.w - MARK - 1;

	if (!by_team(self))
		return (struct columns){ room, 0, true };
	return (struct columns){ room / 2 - 2, room - room / 2,
		all_fit(self, canvas->area.h, canvas->area.w) };
}

/* Text of a row below its first line; returns the line behind it. */
static int paint_below(const struct canvas *canvas, int y, enum style style, const char *text)
{
	struct canvas part =
		canvas_part(canvas, 0, MEMBERS - 1, canvas->area.h, canvas->area.w - MEMBERS + 2);

	return *text == '\0' ? y : paint_text(&part, y, style, text);
}

static int paint_row(const struct declare *self, const struct canvas *canvas, size_t i, int y,
	struct columns columns)
{
	const struct juror_applicant *a = &self->applicants.rows[i];
	struct arena arena = { 0 };
	bool marked = self->interests[i].ground != 0, selected = i == self->cursor.selected;
	enum style style = selected ? STYLE_SELECTED : STYLE_PLAIN;

	canvas_fill(canvas, y, 0, 1, canvas->area.w, style);
	canvas_put(canvas, y, 1, style, selected ? term_glyph(GLYPH_MARK) : "");
	canvas_put(canvas, y, 2, style, marked ? term_glyph(GLYPH_BARRED) : "");
	canvas_text(canvas, y, MARK, columns.name, style, ALIGN_LEFT, a->name);
	if (columns.organization > 0)
		canvas_text(canvas, y, MARK + columns.name + 2, columns.organization, style,
			ALIGN_LEFT, *a->organization == '\0' ? "–" : a->organization);
	y++;
	if (marked)
		y = paint_below(canvas, y, STYLE_HEADING, declare_ground(self, &arena, i));
	if (columns.all || selected)
		y = paint_below(canvas, y, STYLE_PLAIN, declare_members(&arena, a));
	arena_clear(&arena);
	return y;
}

static int row_height(const struct declare *self, size_t i, int width, bool all)
{
	return own_height(self, i, width) +
	       (all || i == self->cursor.selected ? members_height(self, i, width) : 0);
}

/* The first row that lets the selected one be seen whole. */
static size_t first_row(const struct declare *self, int height, int width, bool all)
{
	size_t first = self->cursor.selected;
	int used = self->applicants.n > 0 ? row_height(self, first, width, all) : 0;

	while (first > 0 && used + row_height(self, first - 1, width, all) <= height)
		used += row_height(self, --first, width, all);
	return first;
}

static void paint_rows(const struct declare *self, const struct canvas *canvas)
{
	struct columns columns = columns_of(self, canvas);
	int y = 0;

	for (size_t i = first_row(self, canvas->area.h, canvas->area.w, columns.all);
		i < self->applicants.n && y < canvas->area.h; i++)
		y = paint_row(self, canvas, i, y, columns);
}

static void paint_head(const struct declare *self, const struct canvas *canvas, int y)
{
	struct columns columns = columns_of(self, canvas);

	canvas_put(canvas, y, MARK, STYLE_LABEL,
		by_team(self) ? C_("column", "Team") :
				C_("column", "Municipality or organization"));
	if (columns.organization > 0)
		canvas_put(canvas, y, MARK + columns.name + 2, STYLE_LABEL,
			C_("column", "Organization"));
}

const char *declare_sent(const struct declare *self, struct arena *arena)
{
	if (self->sent_conflicts == 0)
		return _("You declared: no ties to anybody on the list.");
	return arena_printf(arena,
		ngettext("You declared a tie to %lu of those on the list.",
			"You declared ties to %lu of those on the list.", self->sent_conflicts),
		(unsigned long)self->sent_conflicts);
}

static void paint_sent(const struct declare *self, const struct canvas *body)
{
	struct arena arena = { 0 };
	char when[60];

	text_time(self->sent, when, sizeof(when));
	canvas_put(body, 1, 1, STYLE_GOOD, term_glyph(GLYPH_DONE));
	canvas_put(body, 1, 3, STYLE_HEADING,
		arena_printf(&arena, _("Your declaration is recorded, %s."), when));
	int y = paint_text(body, 3, STYLE_PLAIN, declare_sent(self, &arena));
	paint_text(body, y + 1, STYLE_PLAIN,
		_("Enter goes on to the reviews. If it was a mistake, w withdraws it now; later "
		  "only the panel can "
		  "change it."));
	arena_clear(&arena);
}

void declare_paint(const struct screen *screen, const struct canvas *body)
{
	const struct declare *self = declare_of(screen);

	if (self->round.key == NULL)
		return;
	if (self->sent != 0) {
		paint_sent(self, body);
		return;
	}
	int y = paint_text(body, 1, STYLE_HEADING, declare_question(self));
	y = paint_text(body, y, STYLE_PLAIN, declare_explanation(self));
	canvas_rule(body, y);
	paint_head(self, body, y + 1);
	int below = text_wrap_count(declare_consequence(self), body->area.w - 2);
	struct canvas rows =
		canvas_part(body, y + 2, 0, body->area.h - y - 3 - below, body->area.w);
	paint_rows(self, &rows);
	paint_text(body, body->area.h - below, STYLE_QUIET, declare_consequence(self));
}
