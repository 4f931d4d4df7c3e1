/* SPDX-License-Identifier: MIT
 * One team: its members, what it has sent, and what life did to it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/sides.h"
#include "src/judging/custody.h"
#include "src/phases/challenge.h"
#include "src/phases/submission.h"
#include "src/registers/organization.h"
#include "ui/office/act_keys.h"
#include "ui/office/ask.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/desk/second.h"
#include "ui/office/mentoring/session_page.h"
#include "ui/office/place.h"
#include "ui/office/problems/completion_form.h"
#include "ui/office/problems/eligible.h"
#include "ui/office/record.h"
#include "ui/office/sections_page.h"
#include "ui/office/attachments_page.h"
#include "ui/office/teams/entry_form.h"
#include "ui/office/teams/team_form.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"

static void member_line(struct arena *arena, const struct team_member *m, struct page *page)
{
	char day[60] = "";
	bool left = m->to != 0;

	if (left)
		text_day(m->to, day, sizeof(day));
	const char *role = *m->role == '\0' ? "" : arena_printf(arena, ", %s", m->role);
	page_styled(page, "", left ? STYLE_QUIET : STYLE_PLAIN,
		left ? arena_printf(arena, "%s%s (–%s)", m->name, role, day) :
		       arena_printf(arena, "%s%s%s", m->name, role,
			       m->consent ? _(" (name may be published)") : ""));
	page_leads_to(page, KIND_PERSON, m->person_id);
}

static struct error members_part(
	struct context *ctx, struct arena *arena, const struct team *t, struct page *page)
{
	struct team_members members;

	TRY(team_members(ctx, arena, t->id, &members));
	page_gap(page);
	page_heading(page, C_("heading", "Members"));
	for (size_t i = 0; i < members.n; i++)
		member_line(arena, &members.rows[i], page);
	if (members.n == 0)
		page_text(page, _("No members yet: m adds one."));
	return ok();
}

static struct error sent_part(struct context *ctx, struct arena *arena, int64_t submission_id,
	const char *heading, struct page *page)
{
	struct submission s;
	char received[80];

	if (submission_id == 0)
		return ok();
	TRY(submission_get(ctx, arena, submission_id, &s));
	text_time(s.received, received, sizeof(received));
	page_gap(page);
	page_heading(page, heading);
	page_printf(page, s.code, "%s", s.sealed_by != 0 ? sides_cover() : s.title);
	page_field(page, text_word(WORDS_FIELD, "state"), text_word(WORDS_ENTRY_STATE, s.state));
	page_printf(page, text_word(WORDS_FIELD, "received"), "%s, %s%s", received,
		text_word(WORDS_CHANNEL, s.channel), s.late ? _(" (late)") : "");
	TRY(page_sections(ctx, arena, kind_of_noun(s.kind), s.id, true, page));
	page_record(page, ctx, &record_of_submission, &s, s.sealed_by);
	page_gap(page);
	page_text(page, s.sealed_by != 0 ? sides_reason(ctx, arena, s.sealed_by) : s.body);
	TRY(page_attachments(ctx, arena, KIND_APPLICATION, submission_id, page));
	TRY(page_eligibility(ctx, arena, submission_id, page));
	TRY(page_completions(ctx, arena, submission_id, page));
	return page_sections(ctx, arena, kind_of_noun(s.kind), s.id, false, page);
}

static struct error acts_part(
	struct context *ctx, struct arena *arena, const struct team *t, struct page *page)
{
	struct team_acts acts;

	TRY(team_acts(ctx, arena, t->id, &acts));
	if (acts.n == 0)
		return ok();
	page_gap(page);
	page_heading(page, C_("heading", "What has happened"));
	for (size_t i = 0; i < acts.n; i++) {
		char day[60];

		text_day(day_of_time(acts.rows[i].at), day, sizeof(day));
		page_printf(page, day, "%s (%s). %s", text_word(WORDS_TEAM_ACT, acts.rows[i].act),
			acts.rows[i].who, acts.rows[i].reason);
	}
	return ok();
}

static struct error team_page(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct team t;
	struct challenge c;
	struct organization o;

	TRY(team_get(ctx, arena, id, &t));
	TRY(challenge_get(ctx, arena, t.challenge_id, &c));
	page_styled(page, t.code, STYLE_TITLE, t.name);
	page_printf(page, text_word(WORDS_FIELD, "challenge"), "%s %s", c.code,
		challenge_title(&c, NULL));
	page_leads_to(page, KIND_CHALLENGE, c.id);
	page_value(page, ctx, &record_of_team, &t, "kind");
	if (t.organization_id != 0 &&
		organization_get(ctx, arena, t.organization_id, &o).code == E_OK)
		page_link(page, text_word(WORDS_FIELD, "organization"), KIND_ORGANIZATION, o.id,
			organization_name(&o));
	page_value(page, ctx, &record_of_team, &t, "state");
	TRY(members_part(ctx, arena, &t, page));
	TRY(acts_part(ctx, arena, &t, page));
	TRY(sent_part(ctx, arena, t.solution_id, C_("heading", "Solution"), page));
	TRY(sent_part(ctx, arena, t.application_id, C_("heading", "Application"), page));
	struct session_filter own = { .team_id = id };
	TRY(page_sessions(ctx, arena, &own, page));
	return page_notes(ctx, arena, t.code, page);
}

static struct error fill(struct context *ctx, struct arena *arena, int64_t id, struct page *page,
	char *name, size_t size)
{
	struct team t;

	TRY(team_get(ctx, arena, id, &t));
	snprintf(name, size, "%s", t.code);
	return team_page(ctx, arena, id, page);
}

/* What the team has sent last; 0 if it sent nothing. */
static int64_t sent_last(const struct screen *screen, int64_t team_id)
{
	struct arena arena = { 0 };
	struct team t = { 0 };

	ui_complain(screen->ui, team_get(screen->ui->ctx, &arena, team_id, &t));
	int64_t id = t.solution_id != 0 ? t.solution_id : t.application_id;
	arena_clear(&arena);
	return id;
}

static void on_application(struct ui *ui, struct screen *screen)
{
	int64_t id = sent_last(screen, screen_selected(screen));

	if (id != 0)
		entry_form(ui, "application", id, false);
}

static void on_version(struct ui *ui, struct screen *screen)
{
	int64_t id = sent_last(screen, screen_selected(screen));

	if (id != 0)
		entry_form(ui, "application", id, true);
}

static void on_attachments(struct ui *ui, struct screen *screen)
{
	const char *options[] = { text_word(WORDS_FIELD, "team"),
		text_word(WORDS_FIELD, "application"), text_word(WORDS_FIELD, "solution") };
	struct arena arena = { 0 };
	struct team t = { 0 };

	ui_complain(ui, team_get(ui->ctx, &arena, screen_selected(screen), &t));
	const struct target of[] = { { .kind = KIND_TEAM, .id = t.id },
		{ .kind = KIND_APPLICATION, .id = t.application_id },
		{ .kind = KIND_SOLUTION, .id = t.solution_id } };
	int n = t.solution_id == 0 ? 2 : 3;
	arena_clear(&arena);
	int chosen = t.id == 0 ? -1 : ui_choose(ui, _("Attachments of which?"), options, n, n - 1);
	if (chosen >= 0)
		place_open_at(ui, PLACE_ATTACHMENTS, &of[chosen]);
}

static void on_team(struct ui *ui, struct screen *screen)
{
	team_form(ui, screen_selected(screen));
}

static void on_member(struct ui *ui, struct screen *screen)
{
	member_form(ui, screen_selected(screen));
}

/* Chooses one of the present members; 0 if cancelled. */
static int64_t choose_member(struct ui *ui, int64_t team_id, const char *which)
{
	struct arena arena = { 0 };
	struct team_members members = { 0 };
	const char *names[60];
	int n = 0;

	ui_complain(ui, team_members(ui->ctx, &arena, team_id, &members));
	while ((size_t)n < members.n && n < 60 && members.rows[n].to == 0) {
		names[n] = members.rows[n].name;
		n++;
	}
	int chosen = n == 0 ? -1 : ui_choose(ui, which, names, n, 0);
	int64_t id = chosen < 0 ? 0 : members.rows[chosen].id;
	arena_clear(&arena);
	return id;
}

static void on_member_edit(struct ui *ui, struct screen *screen)
{
	int64_t team_id = screen_selected(screen),
		member = choose_member(ui, team_id, _("Which member?"));

	if (member != 0)
		member_edit_form(ui, team_id, member);
}

static void on_left(struct ui *ui, struct screen *screen)
{
	int64_t team_id = screen_selected(screen),
		member = choose_member(ui, team_id, _("Who left?"));

	if (member == 0)
		return;
	char *why = ask_reason(
		ui, _("A member left"), _("Why? The member stays in the record until today."));
	if (why != NULL)
		ui_report(ui, team_member_end(ui->ctx, team_id, member, 0, why),
			_("Recorded: the member left."));
	free(why);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct team t;
	struct error e = team_get(ui->ctx, &arena, screen_selected(screen), &t);

	if (e.code == E_OK)
		note_form(ui, t.code);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

static void on_eligibility(struct ui *ui, struct screen *screen)
{
	int64_t id = sent_last(screen, screen_selected(screen));

	if (id != 0)
		eligible_judge(ui, id);
}

static void on_completion(struct ui *ui, struct screen *screen)
{
	int64_t id = sent_last(screen, screen_selected(screen));

	if (id != 0)
		completion_form(ui, id);
}

static const struct command commands[] = {
	{ .keys = { 'm' },
		.action = ACT_TEAM,
		.label = NC_("command", "new member"),
		.help = N_("Add a member"),
		.run = on_member },
	{ .keys = { K_REMOVE },
		.action = ACT_TEAM,
		.label = NC_("command", "member left"),
		.help = N_("A member left the team, with the reason"),
		.run = on_left },
	{ .keys = { K_CORRECT },
		.action = ACT_TEAM,
		.label = NC_("command", "correct member"),
		.help = N_("Correct what a member does in the team, and whether the name may be "
			   "published"),
		.run = on_member_edit,
		.quiet = true },
	{ .keys = { K_EDIT },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "edit"),
		.help = N_("Correct what the team sent last"),
		.run = on_application },
	{ .keys = { 'v' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "new version"),
		.help = N_("The team sent it anew: the earlier one is kept"),
		.run = on_version },
	{ .keys = { 'i' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "eligible?"),
		.help = N_("Judge what the team sent last by the eligibility questions"),
		.run = on_eligibility },
	{ .keys = { 'p' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "request"),
		.help = N_("Ask for what is missing of what the team sent last"),
		.run = on_completion },
	ENTRY_ACTS(sent_last, false),
	{ .keys = { K_FILES },
		.action = ACT_COUNT,
		.label = NC_("command", "attachments"),
		.help = N_("The files of the team, its application or its solution"),
		.run = on_attachments },
	{ .keys = { 't' },
		.action = ACT_TEAM,
		.label = NC_("command", "team data"),
		.help = N_("Name, kind and organization"),
		.run = on_team },
	TEAM_ACTS,
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact about this"),
		.run = on_note },
};
const struct place_row team_place = {
	.shows = KIND_TEAM,
	.fill = fill,
	.commands = { commands, LEN(commands) },
};
