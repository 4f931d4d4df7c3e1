/* SPDX-License-Identifier: MIT
 * Forms of mentoring: a session, a note about it, a mentor. */
#include "ui/office/mentoring/session_form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/phases/challenge.h"
#include "src/registers/person.h"
#include "ui/office/ask.h"
#include "ui/office/mentoring/mentoring_pick.h"
#include "ui/office/pick.h"
#include "ui/office/registers/known.h"
#include "ui/toolkit/dialog.h"

enum { S_DAY, S_STARTS, S_ENDS, S_PLACE, S_CHALLENGE, S_TOPIC, S_MENTORS, S_REASON };

static void pick_mentors(struct ui *ui, struct form *form, size_t field);

static const struct form_field session_fields[] = {
	[S_DAY] = { .name = "date", .hint = N_("Such as 24.9.2019.") },
	[S_STARTS] = { .name = "starts", .hint = N_("Such as 9.00; may be left empty.") },
	[S_ENDS] = { .name = "ends", .hint = N_("Such as 15.30; may be left empty.") },
	[S_PLACE] = { .name = "place" },
	[S_CHALLENGE] = { .name = "challenge",
		.kind = FORM_PICK,
		.pick = pick_challenge,
		.hint = N_("Empty: common to all challenges. The teams that go on are invited.") },
	[S_TOPIC] = { .name = "topic" },
	[S_MENTORS] = { .name = "mentors",
		.kind = FORM_PICK,
		.pick = pick_mentors,
		.hint = N_("Enter adds a mentor; Backspace empties the field.") },
	[S_REASON] = { .name = "reason",
		.label = N_("Why the day changes"),
		.kind = FORM_LINES,
		.lines = 3,
		.max = 4000,
		.hint = N_("If the session moves: why. The earlier day is kept with it.") },
};

enum { MENTORS_MAX = 40 };

struct session_edit {
	int64_t id, v, day;
	char code[16];
	int64_t mentors[MENTORS_MAX];
	size_t mentor_count;
};

static void show_mentors(struct context *ctx, struct form *form, const struct session_edit *edit)
{
	struct arena arena = { 0 };
	struct buffer names = { 0 };

	buffer_text(&names, "");
	for (size_t i = 0; i < edit->mentor_count; i++) {
		struct person p;

		if (person_get(ctx, &arena, edit->mentors[i], &p).code == E_OK)
			buffer_printf(&names, "%s%s", i > 0 ? ", " : "", p.name);
	}
	form_set_id(form, S_MENTORS, (int64_t)edit->mentor_count, names.text);
	buffer_clear(&names);
	arena_clear(&arena);
}

static void pick_mentors(struct ui *ui, struct form *form, size_t field)
{
	struct session_edit *edit = form_arg(form);

	if (form_id(form, field) == 0)
		edit->mentor_count = 0;
	int64_t id = choose_mentor(ui, _("Mentor: type a part of the name"));
	bool there = id <= 0 || edit->mentor_count == MENTORS_MAX;
	for (size_t i = 0; i < edit->mentor_count; i++)
		there = there || edit->mentors[i] == id;
	if (!there)
		edit->mentors[edit->mentor_count++] = id;
	show_mentors(ui->ctx, form, edit);
}

static struct error read_record(struct context *ctx, struct arena *arena, struct session_edit *edit,
	struct mentoring_session *s)
{
	struct session_mentors mentors;

	if (edit->id == 0)
		return ok();
	TRY(session_get(ctx, arena, edit->id, s));
	TRY(session_mentors(ctx, arena, edit->id, &mentors));
	edit->v = s->v;
	snprintf(edit->code, sizeof(edit->code), "%s", s->code);
	edit->mentor_count = mentors.n < MENTORS_MAX ? mentors.n : MENTORS_MAX;
	for (size_t i = 0; i < edit->mentor_count; i++)
		edit->mentors[i] = mentors.rows[i].person_id;
	return ok();
}

static struct error fill_session(struct context *ctx, struct form *form, void *arg)
{
	struct session_edit *edit = arg;
	struct arena arena = { 0 };
	struct mentoring_session s = { .day = edit->day, .starts = NO_MINUTES, .ends = NO_MINUTES };
	struct challenge c = { 0 };
	struct error e = read_record(ctx, &arena, edit, &s);

	if (e.code == E_OK && s.challenge_id != 0)
		e = challenge_get(ctx, &arena, s.challenge_id, &c);
	if (e.code == E_OK) {
		form_fill_row(form, &s);
		form_set_id(form, S_CHALLENGE, s.challenge_id,
			c.id == 0 ?
				"" :
				arena_printf(&arena, "%s %s", c.code, challenge_title(&c, NULL)));
		show_mentors(ctx, form, edit);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_session(struct ui *ui, struct form *form, void *arg)
{
	struct session_edit *edit = arg;
	struct mentoring_session s = { .id = edit->id, .v = edit->v };
	size_t kept = form_id(form, S_MENTORS) == 0 ? 0 : edit->mentor_count;
	struct id_list mentors = { 0 };

	TRY(form_read_row(form, &s));
	for (size_t i = 0; i < kept; i++)
		id_list_add(&mentors, edit->mentors[i]);
	struct error e = edit->id == 0 ? session_add(ui->ctx, &s, &mentors, NULL, &edit->id) :
					 session_update(ui->ctx, &s, form_get(form, S_REASON),
						 &mentors, NULL);
	id_list_clear(&mentors);
	return e;
}

static const char session_help[] = N_(
	"A session has a day, a place and a topic. It is for the teams of one challenge or common to all; "
	"the teams that go on are invited, and the session's own page changes that.");

/* A new session has no day to change from. */
static const struct form_def new_def = { NC_("title", "New session"), session_help, session_fields,
	S_REASON, fill_session, save_session, .record = &record_of_mentoring_session };
static const struct form_def edit_def = { NC_("title", "Session"), session_help, session_fields,
	LEN(session_fields), fill_session, save_session, .record = &record_of_mentoring_session };

/* What the records now say should be noticed. */
static void tell_warnings(struct ui *ui, int64_t id)
{
	struct arena arena = { 0 };
	struct session_warnings warnings = { 0 };
	struct buffer text = { 0 };

	ui_complain(ui, session_warnings(ui->ctx, &arena, id, &warnings));
	for (size_t i = 0; i < warnings.n; i++)
		buffer_printf(&text, "%s%s %s", i > 0 ? "\n" : "", term_glyph(GLYPH_BULLET),
			session_warning_text(&arena, &warnings.rows[i]));
	if (warnings.n > 0)
		ui_tell(ui, _("Saved. Please notice:"), text.text);
	buffer_clear(&text);
	arena_clear(&arena);
}

int64_t session_form(struct ui *ui, int64_t id, int64_t day)
{
	struct session_edit edit = { .id = id, .day = day };

	if (!form_run_about(
		    ui, id == 0 ? &new_def : &edit_def, &edit, id == 0 ? NULL : edit.code, NULL))
		return 0;
	tell_warnings(ui, edit.id);
	ui_say(ui, "%s", _("Saved."));
	return edit.id;
}

enum { N_TEAM, N_KIND, N_TEXT };

static const struct form_field note_fields[] = {
	[N_TEAM] = { .name = "team",
		.kind = FORM_PICK,
		.pick = pick_team,
		.hint = N_(
			"Enter chooses; Backspace empties it: then it is about the whole session.") },
	[N_KIND] = { .name = "kind" },
	[N_TEXT] = { .name = "text", .lines = 8 },
};

struct note_edit {
	int64_t session_id, team_id, id;
};

static struct error fill_note(struct context *ctx, struct form *form, void *arg)
{
	struct note_edit *edit = arg;
	struct arena arena = { 0 };
	struct mentored_team t;

	if (edit->team_id == 0)
		return ok();
	struct error e = mentored_team_get(ctx, &arena, edit->team_id, &t);
	if (e.code == E_OK)
		form_set_id(form, N_TEAM, t.id, t.name);
	arena_clear(&arena);
	return e;
}

static struct error save_note(struct ui *ui, struct form *form, void *arg)
{
	struct note_edit *edit = arg;
	struct session_note note = { .session_id = edit->session_id };

	TRY(form_read_row(form, &note));
	return session_note_add(ui->ctx, &note, &edit->id);
}

static const struct form_def note_def = { NC_("title", "Note"),
	N_("What was said in the session: a note of the office, or a team's feedback on the mentoring."),
	note_fields, LEN(note_fields), fill_note, save_note, .record = &record_of_session_note };

int64_t session_note_form(struct ui *ui, const struct mentoring_session *session, int64_t team_id)
{
	struct note_edit edit = { session->id, team_id, 0 };
	struct arena arena = { 0 };
	/* Copies: the session's screen reloads under the form. */
	const char *code = arena_text(&arena, session->code),
		   *topic = arena_text(&arena, session->topic);

	if (form_run_about(ui, &note_def, &edit, code, topic))
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
	return edit.id;
}

enum { M_NAME, M_EMAIL, M_PHONE, M_LANG, M_ORGANIZATION, M_TITLE };

static const struct form_field mentor_fields[] = {
	[M_NAME] = { .name = "name" },
	[M_EMAIL] = { .name = "email" },
	[M_PHONE] = { .name = "phone" },
	[M_LANG] = { .name = "language",
		.hint = N_("Letters and documents come in this language.") },
	[M_ORGANIZATION] = { .name = "organization", .kind = FORM_PICK, .pick = pick_organization },
	[M_TITLE] = { .name = "title", .label = N_("As what"), .kind = FORM_LINE },
};

static struct error save_mentor(struct ui *ui, struct form *form, void *arg)
{
	struct person person = { 0 };
	struct person_role role = { .title = form_get(form, M_TITLE),
		.organization_id = form_id(form, M_ORGANIZATION) };

	TRY(form_read_row(form, &person));
	return mentor_add(ui->ctx, &person, &role, arg);
}

static const struct form_def mentor_def = { NC_("title", "New mentor"),
	N_("Somebody who is not in the register of people yet. Who is, is chosen there."),
	mentor_fields, LEN(mentor_fields), NULL, save_mentor, .record = &record_of_person };

int64_t mentor_form(struct ui *ui)
{
	int64_t id = 0, so_far = people_so_far(ui);

	if (form_run(ui, form_new(ui, &mentor_def, &id)))
		say_saved_people(ui, so_far);
	return id;
}
