/* SPDX-License-Identifier: MIT
 * Sessions as lines of a page: the record, what was said, what happened. */
#include "ui/office/mentoring/session_page.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/challenge.h"
#include "ui/office/record.h"

const char *session_when(struct arena *arena, const struct mentoring_session *s)
{
	char day[60], hours[40];

	text_weekday(s->day, day, sizeof(day));
	session_hours(s, hours, sizeof(hours));
	if (*hours == '\0')
		return arena_text(arena, day);
	/* TRANSLATORS: a weekday with its date, and a time or two: "Tue 24.9.2019 at 9.00–15.00".
	 */
	return arena_printf(arena, C_("date and time", "%s at %s"), day, hours);
}

static const char *scope_words(
	struct context *ctx, struct arena *arena, const struct mentoring_session *s)
{
	struct challenge c;

	if (s->challenge_id == 0)
		return _("common to all challenges");
	if (challenge_get(ctx, arena, s->challenge_id, &c).code != E_OK)
		return s->challenge_code;
	return arena_printf(arena, "%s %s", c.code, challenge_title(&c, NULL));
}

struct error session_mentor_names(
	struct context *ctx, struct arena *arena, int64_t id, const char **names)
{
	struct session_mentors mentors;
	struct buffer text = { 0 };

	TRY(session_mentors(ctx, arena, id, &mentors));
	for (size_t i = 0; i < mentors.n; i++)
		buffer_printf(&text, "%s%s", i > 0 ? ", " : "", mentors.rows[i].name);
	*names = arena_text(arena, mentors.n == 0 ? "–" : text.text);
	buffer_clear(&text);
	return ok();
}

static struct error add_people(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	const char *mentors;
	struct session_teams teams;

	TRY(session_mentor_names(ctx, arena, id, &mentors));
	page_field(page, text_word(WORDS_FIELD, "mentors"), mentors);
	TRY(session_teams(ctx, arena, id, &teams));
	if (teams.n > 0)
		page_heading(page, text_word(WORDS_FIELD, "teams"));
	for (size_t i = 0; i < teams.n; i++) {
		page_styled(page, text_word(WORDS_ATTENDANCE, teams.rows[i].state),
			attendance_state_of(teams.rows[i].state) == ATTENDANCE_ABSENT ?
				STYLE_ACCENT :
				STYLE_PLAIN,
			arena_printf(arena, "%s %s", teams.rows[i].code, teams.rows[i].name));
		page_leads_to(page, KIND_TEAM, teams.rows[i].team_id);
	}
	return ok();
}

static struct error add_warnings(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct session_warnings warnings;

	TRY(session_warnings(ctx, arena, id, &warnings));
	for (size_t i = 0; i < warnings.n; i++)
		page_styled(page, "", STYLE_ALERT,
			arena_printf(
				arena, "! %s", session_warning_text(arena, &warnings.rows[i])));
	return ok();
}

static struct error add_notes(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct session_notes notes;

	TRY(session_notes(ctx, arena, id, 0, &notes));
	if (notes.n > 0)
		page_heading(page, _("Notes and feedback"));
	for (size_t i = 0; i < notes.n; i++) {
		const struct session_note *n = &notes.rows[i];
		char when[60];

		text_day(day_of_time(n->at), when, sizeof(when));
		page_printf(page, when, "%s%s%s: %s", text_word(WORDS_NOTE_KIND, n->kind),
			n->team_id == 0 ? "" : ", ", n->team_name, n->text);
	}
	return ok();
}

/* "moved from 24.9.2019", or the act alone. */
static const char *act_words(struct arena *arena, const struct session_act *act)
{
	char day[60];
	int64_t before;

	if (strcmp(act->act, "move") != 0 || day_parse(act->before, &before).code != E_OK)
		return text_word(WORDS_SESSION_ACT, act->act);
	text_day(before, day, sizeof(day));
	/* TRANSLATORS: %s is the day on which the session would have been. */
	return arena_printf(arena, _("moved, it was on %s"), day);
}

static struct error add_acts(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct session_acts acts;

	TRY(session_acts(ctx, arena, id, &acts));
	if (acts.n > 0)
		page_heading(page, C_("label", "What happened to it"));
	for (size_t i = 0; i < acts.n; i++) {
		const struct session_act *a = &acts.rows[i];
		char when[60];

		text_time(a->at, when, sizeof(when));
		page_printf(page, when, "%s, %s%s%s", act_words(arena, a), a->who,
			*a->reason == '\0' ? "" : ": ", a->reason);
	}
	return ok();
}

struct error session_story(struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct mentoring_session s;

	TRY(session_get(ctx, arena, id, &s));
	page_styled(page, s.code, STYLE_TITLE, s.topic);
	TRY(add_warnings(ctx, arena, id, page));
	TRY(add_notes(ctx, arena, id, page));
	if (s.notes + s.feedback == 0)
		page_styled(page, "", STYLE_QUIET, _("No notes yet: n writes one."));
	TRY(add_acts(ctx, arena, id, page));
	return page_notes(ctx, arena, s.code, page);
}

struct error session_page(struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct mentoring_session s;

	TRY(session_get(ctx, arena, id, &s));
	page_styled(page, s.code, STYLE_TITLE, s.topic);
	page_field(page, text_word(WORDS_FIELD, "date"), session_when(arena, &s));
	page_value(page, ctx, &record_of_mentoring_session, &s, "place");
	page_value(page, ctx, &record_of_mentoring_session, &s, "state");
	page_field(page, text_word(WORDS_FIELD, "challenge"), scope_words(ctx, arena, &s));
	TRY(add_people(ctx, arena, id, page));
	TRY(add_warnings(ctx, arena, id, page));
	TRY(add_notes(ctx, arena, id, page));
	TRY(add_acts(ctx, arena, id, page));
	return page_notes(ctx, arena, s.code, page);
}

struct error page_sessions(struct context *ctx, struct arena *arena,
	const struct session_filter *filter, struct page *page)
{
	struct id_list ids = { 0 };
	struct error e = session_ids(ctx, SESSIONS_BY_DAY, filter, &ids);

	if (ids.n > 0)
		page_heading(page, C_("label", "Sessions"));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct mentoring_session s;
		char day[60];

		e = session_get(ctx, arena, ids.ids[i], &s);
		if (e.code != E_OK)
			break;
		text_day(s.day, day, sizeof(day));
		page_styled(page, day,
			session_state_of(s.state) == SESSION_STATE_CANCELLED ? STYLE_QUIET :
									       STYLE_PLAIN,
			arena_printf(arena, "%s %s, %s (%s)", s.code, s.place, s.topic,
				text_word(WORDS_SESSION_STATE, s.state)));
		page_leads_to(page, KIND_SESSION, s.id);
	}
	id_list_clear(&ids);
	return e;
}
