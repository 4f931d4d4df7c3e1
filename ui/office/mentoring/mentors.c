/* SPDX-License-Identifier: MIT
 * The mentors, and the teams as mentoring sees them: who met whom, and that all are treated alike.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/applicant.h"
#include "src/phases/challenge.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/mentoring/mentoring_pick.h"
#include "ui/office/mentoring/session_form.h"
#include "ui/office/mentoring/session_page.h"
#include "ui/office/place.h"
#include "ui/office/record.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("name", 20, 2, -1) },
	{ NC_("column", "Organization"), 16, 2, ALIGN_LEFT, -1 },
	{ LIST_FIELD("title", 12, 1, -1) },
	{ LIST_FIELD("held", 5, 0, -1), .share = true },
	{ NC_("column", "Teams met"), 5, 0, ALIGN_RIGHT, -1 },
	{ LIST_FIELD("email", 0, 0, -1) },
	{ LIST_FIELD("phone", 0, 0, -1) },
	{ LIST_FIELD("language", 0, 0, -1) },
};
/* Those behind are for an export alone, and only where they are asked for. */
enum { ASKED = 3 };

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return mentor_ids(ctx, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct mentor m;

	(void)screen;
	(void)look;
	TRY(mentor_get(ctx, arena, id, &m));
	cells[0] = cell_text(m.name);
	cells[1] = cell_text(applicant_shown(ctx, arena, m.municipality_id, m.organization_id));
	cells[2] = cell_text(m.title);
	cells[3] = cell_share(m.held, m.sessions);
	cells[4] = cell_number(m.teams);
	cells[5] = cell_text(m.email);
	cells[6] = cell_text(m.phone);
	return ok();
}

static struct error add_teams(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct id_list teams = { 0 };
	struct error e = mentor_teams(ctx, id, &teams);

	if (teams.n > 0)
		page_heading(page, C_("label", "Has mentored"));
	for (size_t i = 0; e.code == E_OK && i < teams.n; i++) {
		struct mentored_team t;

		e = mentored_team_get(ctx, arena, teams.ids[i], &t);
		if (e.code == E_OK)
			page_link(page, t.code, KIND_TEAM, t.id, t.name);
	}
	id_list_clear(&teams);
	return e;
}

static struct error fill_mentor(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct mentor m;

	TRY(mentor_get(ctx, arena, id, &m));
	snprintf(name, size, "%s", m.name);
	page_styled(page, "", STYLE_TITLE, m.name);
	page_field(page, text_word(WORDS_FIELD, "organization"),
		applicant_shown(ctx, arena, m.municipality_id, m.organization_id));
	page_field(page, _("As what"), m.title);
	page_value(page, ctx, &record_of_mentor, &m, "email");
	page_value(page, ctx, &record_of_mentor, &m, "phone");
	page_field(page, text_word(WORDS_FIELD, "language"), text_word(WORDS_LANGUAGE, m.lang));
	TRY(add_teams(ctx, arena, id, page));
	return page_notes(ctx, arena, reference_number(KIND_PERSON, id).text, page);
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	char name[120];

	(void)screen;
	return fill_mentor(ctx, arena, id, page, name, sizeof(name));
}

static void on_new(struct ui *ui, struct screen *screen)
{
	list_expect(screen, mentor_form(ui));
}

static void on_register(struct ui *ui, struct screen *screen)
{
	struct person_role role = { .title = "" };
	int64_t id = choose_mentor(ui, _("Who becomes a mentor? Type a part of the name")),
		made = 0;

	if (id > 0)
		ui_report(ui, mentor_add(ui->ctx, &(struct person){ .id = id }, &role, &made),
			_("Now a mentor."));
	list_expect(screen, made);
}

static void on_sessions(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);
	struct arena arena = { 0 };
	struct mentor m;
	struct error e = mentor_get(ui->ctx, &arena, id, &m);

	ui_complain(ui, e);
	if (e.code == E_OK)
		place_open_at(ui, PLACE_SESSIONS,
			&(struct target){ .kind = KIND_PERSON, .id = id, .text = m.name });
	arena_clear(&arena);
}

static void on_person(struct ui *ui, struct screen *screen)
{
	record_open(ui, KIND_PERSON, screen_selected(screen));
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct reference object = reference_number(KIND_PERSON, screen_selected(screen));

	note_form(ui, object.text);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_MENTORING,
		.label = NC_("command", "new"),
		.help = N_("Add a mentor who is not in the register of people"),
		.run = on_new },
	{ .keys = { 'a' },
		.action = ACT_MENTORING,
		.label = NC_("command", "of register"),
		.help = N_("Make a person of the register a mentor"),
		.run = on_register },
	{ .keys = { 't' },
		.action = ACT_READ,
		.label = NC_("command", "sessions"),
		.help = N_("The sessions of the selected mentor"),
		.blocked = needs_record,
		.run = on_sessions },
	{ .keys = { K_EDIT },
		.action = ACT_READ,
		.label = NC_("command", "person"),
		.help = N_("The record in the register of people: address, roles, spellings"),
		.blocked = needs_record,
		.run = on_person },
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact"),
		.blocked = needs_record,
		.run = on_note },
};
/* On one record: those that act on it. */
static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	place_open(ui, PLACE_MENTOR, id);
}

const struct place_row mentor_place = {
	.fill = fill_mentor,
	.commands = { commands + 2, LEN(commands) - 2 },
};

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns) - ASKED,
	.asked = ASKED,
	.over = &record_of_mentor,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_(
		"No mentors yet. n adds somebody new, a takes somebody from the register of people."),
	.file = "mentors",
	.of = KIND_PERSON,
};

const struct place_row mentors_place = {
	.title = NC_("title", "Mentors"),
	.help = N_(
		"The mentors with the sessions they have held and the number of teams they have met. Who has "
		"mentored a team knows who is behind its proposal and should not judge it."),
	.phase = 3,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_MENTORING | CHANGED_REGISTERS | CHANGED_TEAMS | CHANGED_NOTES,
	.list = &source,
};
