/* SPDX-License-Identifier: MIT
 * One problem: its record with everything that happened to it, and the acts on it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/round.h"
#include "src/phases/challenge.h"
#include "src/phases/note.h"
#include "src/phases/submission.h"
#include "ui/office/act_keys.h"
#include "ui/office/ask.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/place.h"
#include "ui/office/problems/challenge_form.h"
#include "ui/office/problems/completion_form.h"
#include "ui/office/problems/eligible.h"
#include "ui/office/problems/joint.h"
#include "ui/office/problems/problem_form.h"
#include "ui/office/record.h"
#include "ui/office/sections_page.h"
#include "ui/office/attachments_page.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"

struct problem {
	struct record_screen record;
	struct arena arena;
	struct submission row; /* as last loaded; texts in the arena */
};

static struct problem *problem_of(const struct screen *screen)
{
	return (struct problem *)screen;
}

static struct error add_coapplicants(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct applicants list;
	struct buffer names = { 0 };

	TRY(submission_coapplicants(ctx, arena, id, &list));
	for (size_t i = 0; i < list.n; i++)
		buffer_printf(&names, "%s%s", i > 0 ? ", " : "",
			applicant_shown(ctx, arena, list.rows[i].municipality_id,
				list.rows[i].organization_id));
	if (list.n > 0)
		page_field(page, text_word(WORDS_FIELD, "coapplicants"), names.text);
	buffer_clear(&names);
	return ok();
}

static struct error add_arrival(struct context *ctx, const struct submission *s, struct page *page)
{
	char when[80];

	(void)ctx;
	text_time_exact(s->received, when, sizeof(when));
	/* TRANSLATORS: when and by which channel it came: "31.10.2018 klo 23.59.59, sähköposti". */
	page_printf(page, text_word(WORDS_FIELD, "received"), C_("arrival", "%s, %s"), when,
		text_word(WORDS_CHANNEL, s->channel));
	if (s->received_ambiguous)
		page_styled(page, "", STYLE_ACCENT,
			_("In the hour that the clocks showed twice that night; the earlier one was "
			  "taken."));
	if (s->late)
		page_styled(page, text_word(WORDS_FIELD, "late"), STYLE_ALERT,
			submission_state_of(s->state) == SUBMISSION_STATE_RECEIVED ?
				_("After the deadline: kept out of review until it is admitted.") :
				_("After the deadline."));
	return ok();
}

static struct error add_acts(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct submission_acts acts;

	TRY(submission_acts(ctx, arena, id, &acts));
	if (acts.n > 0)
		page_heading(page, _("What happened to it"));
	for (size_t i = 0; i < acts.n; i++) {
		char when[80];

		text_time(acts.rows[i].at, when, sizeof(when));
		page_printf(page, when, "%s (%s)%s%s",
			text_word(WORDS_SUBMISSION_ACT, acts.rows[i].act), acts.rows[i].who,
			*acts.rows[i].reason != '\0' ? ": " : "", acts.rows[i].reason);
	}
	return ok();
}

static struct error add_versions(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct submission_versions versions;

	TRY(submission_versions(ctx, arena, id, &versions));
	for (size_t i = 0; i < versions.n; i++) {
		const struct submission_version *v = &versions.rows[i];
		char when[80];

		text_time(v->received, when, sizeof(when));
		/* TRANSLATORS: number of an earlier version, when it came. */
		page_heading(page, arena_printf(arena, _("Version %lld, received %s"),
					   (long long)v->number, when));
		if (v->waits)
			page_styled(page, "", STYLE_ALERT,
				_("It came late: the version above stays in review until this one is "
				  "admitted."));
		page_field(page, text_word(WORDS_FIELD, "title"), v->title);
		page_field(page, text_word(WORDS_FIELD, "description"), v->body);
	}
	return ok();
}

static struct error fill_page(
	struct context *ctx, struct arena *arena, const struct submission *s, struct page *page)
{
	struct progress progress;
	const char *late = s->late && submission_state_of(s->state) == SUBMISSION_STATE_RECEIVED ?
				   C_("short state", "late") :
				   "";

	page_styled(page, s->code, STYLE_TITLE, s->title);
	page_link(page, text_word(WORDS_FIELD, "applicant"),
		s->municipality_id != 0 ? KIND_MUNICIPALITY : KIND_ORGANIZATION,
		s->municipality_id != 0 ? s->municipality_id : s->organization_id,
		submission_applicant(ctx, arena, s));
	TRY(add_coapplicants(ctx, arena, s->id, page));
	page_printf(page, text_word(WORDS_FIELD, "state"), "%s%s%s",
		text_word(WORDS_SUBMISSION_STATE, s->state), *late != '\0' ? ", " : "", late);
	TRY(page_joint(ctx, arena, s->id, page));
	TRY(page_sections(ctx, arena, KIND_PROBLEM, s->id, true, page));
	page_field(page, text_word(WORDS_FIELD, "theme"), submission_theme(ctx, arena, s));
	TRY(add_arrival(ctx, s, page));
	page_record(page, ctx, &record_of_submission, s, s->sealed_by);
	TRY(submission_progress(ctx, s->id, &progress));
	if (progress.all > 0)
		/* TRANSLATORS: submitted and expected reviews. */
		page_printf(page, C_("label", "Reviews"), _("%lld of %lld submitted"),
			(long long)progress.submitted, (long long)progress.all);
	if (*s->body != '\0')
		page_heading(page, text_word(WORDS_FIELD, "description"));
	page_text(page, s->body);
	TRY(page_attachments(ctx, arena, KIND_PROBLEM, s->id, page));
	TRY(page_eligibility(ctx, arena, s->id, page));
	TRY(page_completions(ctx, arena, s->id, page));
	TRY(add_acts(ctx, arena, s->id, page));
	TRY(page_notes(ctx, arena, s->code, page));
	return add_versions(ctx, arena, s->id, page);
}

static struct error fill(struct context *ctx, struct arena *arena, int64_t id, struct page *page,
	char *title, size_t size)
{
	struct submission s;

	TRY(submission_get(ctx, arena, id, &s));
	snprintf(title, size, "%s", s.code);
	return fill_page(ctx, arena, &s, page);
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct problem *self = problem_of(screen);

	arena_clear(&self->arena);
	TRY(submission_get(ctx, &self->arena, self->record.id, &self->row));
	return record_load(screen, ctx);
}

static void on_close(struct screen *screen)
{
	arena_clear(&problem_of(screen)->arena);
	record_close(screen);
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	problem_form(ui, screen_selected(screen), false);
}

static void on_version(struct ui *ui, struct screen *screen)
{
	problem_form(ui, screen_selected(screen), true);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	note_form(ui, problem_of(screen)->row.code);
}

static void on_attachments(struct ui *ui, struct screen *screen)
{
	place_open_at(ui, PLACE_ATTACHMENTS,
		&(struct target){ .kind = KIND_PROBLEM, .id = problem_of(screen)->row.id });
}

static void on_log(struct ui *ui, struct screen *screen)
{
	place_open_at(ui, PLACE_LOG, &(struct target){ .text = problem_of(screen)->row.code });
}

static const char *challenge_blocked(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return submission_state_of(problem_of(screen)->row.state) == SUBMISSION_STATE_SELECTED ?
		       NULL :
		       N_("Only a problem that an approved decision selected becomes a challenge.");
}

static void on_challenge(struct ui *ui, struct screen *screen)
{
	challenge_form(ui, 0, screen_selected(screen));
}

static void on_eligibility(struct ui *ui, struct screen *screen)
{
	eligible_judge(ui, screen_selected(screen));
}

static void on_completion(struct ui *ui, struct screen *screen)
{
	completion_form(ui, screen_selected(screen));
}

static void on_join(struct ui *ui, struct screen *screen)
{
	joint_form(ui, screen_selected(screen));
}

static const struct command commands[] = {
	{ .keys = { K_EDIT },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "edit"),
		.help = N_("Correct the record"),
		.run = on_edit },
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact"),
		.run = on_note },
	{ .keys = { 'v' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "new version"),
		.help = N_("The applicant sent it anew; the earlier text is kept"),
		.run = on_version },
	{ .keys = { K_FILES },
		.action = ACT_COUNT,
		.label = NC_("command", "attachments"),
		.help = N_("The files that came with it"),
		.run = on_attachments },
	{ .keys = { 'i' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "eligible?"),
		.help = N_("Judge it by the eligibility questions, a key for each answer"),
		.run = on_eligibility },
	{ .keys = { 'p' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "request"),
		.help = N_("Ask for what is missing, until a day and hour"),
		.run = on_completion },
	PROBLEM_ACTS(false),
	{ .keys = { 'y' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "join"),
		.help = N_("It is one with another problem, which is judged; both codes live"),
		.quiet = true,
		.run = on_join },
	PROBLEM_SEPARATION,
	{ .keys = { 'h' },
		.action = ACT_CHALLENGE,
		.label = NC_("command", "challenge"),
		.help = N_("Make it a challenge, when it has been selected"),
		.blocked = challenge_blocked,
		.run = on_challenge },
	{ .keys = { 'l' },
		.action = ACT_READ_LOG,
		.label = NC_("command", "log"),
		.help = N_("What was done with it, by whom and when"),
		.run = on_log },
};

const struct place_row problem_place = {
	.shows = KIND_PROBLEM,
	.help = N_("One problem with everything that happened to it. The arrows scroll."),
	.phase = 1,
	.size = sizeof(struct problem),
	.commands = { commands, LEN(commands) },
	.fill = fill,
	.load = load,
	.close = on_close,
};
