/* SPDX-License-Identifier: MIT
 * The declaration's list of names, with what is marked, and what it says once it is sent. */
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/declare.h"

enum { MARK = 4 };

static bool by_team(const struct declare *self)
{
	return strcmp(self->round.kind, "problem") != 0;
}

static const char *question(const struct declare *self)
{
	return by_team(self) ? _("Are you tied to any of these teams or to their members?") :
			       _("Are you tied to any of these municipalities or organizations?");
}

static const char *explanation(const struct declare *self)
{
	if (self->round.blind)
		return _("You declare by name now; the solutions are then reviewed without names.");
	return _("You declare before you read anything. What you have a tie to is left out of your "
		 "reviews.");
}

const char *declare_consequence(const struct declare *self)
{
	if (strcmp(self->round.scope, "challenge") == 0)
		return _("A tie bars you from the whole comparison: all of it is weighed together. "
			 "The jury decides on "
			 "doubtful grounds.");
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

static const char *members_text(struct arena *arena, const struct juror_applicant *a, int width)
{
	struct buffer names = { 0 };

	buffer_text(&names, "");
	for (size_t i = 0; i < a->people_count; i++)
		buffer_printf(&names, "%s%s", i > 0 ? ", " : "", a->people[i]);
	const char *text = arena_text(arena, names.text);
	buffer_clear(&names);
	if (utf8_columns(text) <= width || a->people_count == 0)
		return text;
	/* Too many for the column: i shows them. */
	return arena_printf(arena, ngettext("%lu member", "%lu members", a->people_count),
		(unsigned long)a->people_count);
}

/* Columns of the names, the members and the organization. */
struct columns {
	int name, members, organization;
};

static struct columns columns_of(const struct declare *self, int width)
{
	int room = width - MARK - 1;

	if (!by_team(self))
		return (struct columns){ room, 0, 0 };
	return (struct columns){ room * 2 / 5 - 2, room * 3 / 10 - 2,
		room - room * 2 / 5 - room * 3 / 10 };
}

static void paint_row(const struct declare *self, const struct canvas *canvas, size_t i, int *y,
	struct columns columns)
{
	const struct juror_applicant *a = &self->applicants.rows[i];
	struct arena arena = { 0 };
	bool marked = self->interests[i].ground != 0, selected = i == self->cursor.selected;
	enum style style = selected ? STYLE_SELECTED : STYLE_PLAIN;
	int x = MARK;

	canvas_fill(canvas, *y, 0, 1, canvas->area.w, style);
	canvas_put(canvas, *y, 1, style, selected ? term_glyph(GLYPH_MARK) : "");
	canvas_put(canvas, *y, 2, style, marked ? term_glyph(GLYPH_BARRED) : "");
	canvas_text(canvas, *y, x, columns.name, style, ALIGN_LEFT, a->name);
	if (columns.members > 0) {
		x += columns.name + 2;
		canvas_text(canvas, *y, x, columns.members, style, ALIGN_LEFT,
			members_text(&arena, a, columns.members));
		x += columns.members + 2;
		canvas_text(canvas, *y, x, columns.organization, style, ALIGN_LEFT,
			*a->organization == '\0' ? "–" : a->organization);
	}
	(*y)++;
	if (marked)
		canvas_text(canvas, (*y)++, MARK + 2, canvas->area.w - MARK - 3, STYLE_ACCENT,
			ALIGN_LEFT,
			/* TRANSLATORS: %s says why one is disqualified, %lld is a point of 28 §. */
			arena_printf(&arena, _("%s (28 § point %lld)"),
				jury_ground(self->interests[i].ground),
				(long long)self->interests[i].ground));
	arena_clear(&arena);
}

static int row_height(const struct declare *self, size_t i)
{
	return self->interests[i].ground != 0 ? 2 : 1;
}

/* The first row that lets the selected one be seen whole. */
static size_t first_row(const struct declare *self, int height)
{
	size_t first = self->cursor.selected;
	int used = self->applicants.n > 0 ? row_height(self, first) : 0;

	while (first > 0 && used + row_height(self, first - 1) <= height)
		used += row_height(self, --first);
	return first;
}

static void paint_rows(const struct declare *self, const struct canvas *canvas)
{
	struct columns columns = columns_of(self, canvas->area.w);
	int y = 0;

	for (size_t i = first_row(self, canvas->area.h);
		i < self->applicants.n && y < canvas->area.h; i++)
		paint_row(self, canvas, i, &y, columns);
}

static void paint_head(const struct declare *self, const struct canvas *canvas, int y)
{
	struct columns columns = columns_of(self, canvas->area.w);
	int x = MARK;

	canvas_put(canvas, y, x, STYLE_LABEL,
		by_team(self) ? C_("column", "Team") :
				C_("column", "Municipality or organization"));
	if (columns.members == 0)
		return;
	canvas_put(canvas, y, x += columns.name + 2, STYLE_LABEL, C_("column", "Members"));
	canvas_put(canvas, y, x += columns.members + 2, STYLE_LABEL, C_("column", "Organization"));
}

static void paint_sent(const struct declare *self, const struct canvas *body)
{
	struct arena arena = { 0 };
	char when[60];

	text_time(self->sent, when, sizeof(when));
	canvas_put(body, 1, 1, STYLE_GOOD, term_glyph(GLYPH_DONE));
	canvas_put(body, 1, 3, STYLE_HEADING,
		arena_printf(&arena, _("Your declaration is recorded, %s."), when));
	int y = paint_text(body, 3, STYLE_PLAIN,
		self->sent_conflicts == 0 ?
			_("You declared: no ties to anybody on the list.") :
			arena_printf(&arena,
				ngettext("You declared a tie to %lu of those on the list.",
					"You declared ties to %lu of those on the list.",
					self->sent_conflicts),
				(unsigned long)self->sent_conflicts));
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
	int y = paint_text(body, 1, STYLE_HEADING, question(self));
	y = paint_text(body, y, STYLE_PLAIN, explanation(self));
	canvas_rule(body, y);
	paint_head(self, body, y + 1);
	int below = text_wrap_count(declare_consequence(self), body->area.w - 2);
	struct canvas rows =
		canvas_part(body, y + 2, 0, body->area.h - y - 3 - below, body->area.w);
	paint_rows(self, &rows);
	paint_text(body, body->area.h - below, STYLE_DIM, declare_consequence(self));
}
