/* SPDX-License-Identifier: MIT */
#include "src/calendar/said.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/calendar/calendar.h"
#include "src/ground/competition.h"
#include "src/judging/round_name.h"
#include "src/phases/challenge.h"

/* What is said of a record in the language in use. */
typedef struct error (*saying)(
	struct context *ctx, struct arena *arena, const void *record, const char **words);

/* In both languages; once where they are the same. */
static struct error say_in_both(struct context *ctx, struct arena *arena, saying say,
	const void *record, const char *between, const char **words)
{
	const char *before = i18n_lang(), *fi = "", *sv = "";

	i18n_use("fi");
	struct error e = say(ctx, arena, record, &fi);
	i18n_use("sv");
	if (e.code == E_OK)
		e = say(ctx, arena, record, &sv);
	i18n_use(before);
	*words = strcmp(fi, sv) == 0 ? fi : arena_printf(arena, "%s%s%s", fi, between, sv);
	return e;
}

static struct error say_cancelled(
	struct context *ctx, struct arena *arena, const void *record, const char **words)
{
	(void)ctx, (void)arena, (void)record;
	*words = C_("calendar", "CANCELLED");
	return ok();
}

static struct error say_mentoring(
	struct context *ctx, struct arena *arena, const void *record, const char **words)
{
	(void)ctx, (void)arena, (void)record;
	*words = text_word(WORDS_PHASE, "mentoring");
	return ok();
}

struct error said_session_title(struct context *ctx, struct arena *arena,
	const struct mentoring_session *s, const char **title)
{
	bool cancelled = session_state_of(s->state) == SESSION_STATE_CANCELLED;
	const char *kind;

	TRY(say_in_both(ctx, arena, cancelled ? say_cancelled : say_mentoring, NULL, " / ", &kind));
	*title = arena_printf(arena, "%s: %s (%s)", kind, s->topic, s->code);
	return ok();
}

static struct error say_meeting(
	struct context *ctx, struct arena *arena, const void *record, const char **words)
{
	const struct decision *decision = record;
	const char *name;
	struct round round;

	TRY(round_get(ctx, arena, decision->round_id, &round));
	TRY(round_name(ctx, arena, &round, &name));
	/* TRANSLATORS: %s is a round: "Reviews of problems". */
	*words = arena_printf(arena, C_("calendar", "Meeting: %s"), name);
	return ok();
}

struct error said_meeting_title(struct context *ctx, struct arena *arena,
	const struct decision *decision, const char **title)
{
	const char *words, *cancelled;

	TRY(say_in_both(ctx, arena, say_meeting, decision, " / ", &words));
	*title = arena_printf(arena, "%s (%s)", words, decision->code);
	if (decision->abandoned == 0)
		return ok();
	TRY(say_in_both(ctx, arena, say_cancelled, NULL, " / ", &cancelled));
	*title = arena_printf(arena, "%s: %s", cancelled, *title);
	return ok();
}

static struct error say_round(
	struct context *ctx, struct arena *arena, const void *record, const char **words)
{
	const char *name;

	TRY(round_name(ctx, arena, record, &name));
	/* TRANSLATORS: %s is a round: "Reviews of problems". */
	*words = arena_printf(arena, C_("calendar", "Reviewing ends: %s"), name);
	return ok();
}

struct error said_round_title(
	struct context *ctx, struct arena *arena, const struct round *round, const char **title)
{
	return say_in_both(ctx, arena, say_round, round, " / ", title);
}

static struct error say_phase(
	struct context *ctx, struct arena *arena, const void *record, const char **words)
{
	const struct phase *phase = record;

	(void)ctx;
	/* TRANSLATORS: %s is a phase: "Problems". */
	*words = arena_printf(
		arena, C_("calendar", "Time runs out: %s"), text_word(WORDS_PHASE, phase->key));
	return ok();
}

struct error said_phase_title(
	struct context *ctx, struct arena *arena, const struct phase *phase, const char **title)
{
	return say_in_both(ctx, arena, say_phase, phase, " / ", title);
}

/* The competition, and whom to ask. */
static struct error say_office(
	struct context *ctx, struct arena *arena, const void *record, const char **words)
{
	struct competition competition;
	char *office;

	(void)record;
	TRY(competition_get(ctx, arena, &competition));
	TRY(store_account_office(ctx->db, arena, &office));
	const char *name = arena_printf(arena, "%s%s", competition_name(&competition),
		ctx->demo ? _(" (demo, invented material)") : "");
	*words = *office == '\0' ? name :
				   arena_printf(arena, "%s\n%s: %s", name,
					   C_("calendar", "More information"), office);
	return ok();
}

struct error said_text(struct context *ctx, struct arena *arena, const char **text)
{
	return say_in_both(ctx, arena, say_office, NULL, "\n\n", text);
}

static struct error say_for_whom(struct context *ctx, struct arena *arena,
	const struct mentoring_session *s, struct buffer *out)
{
	struct challenge c;

	if (s->challenge_id == 0) {
		buffer_printf(out, "%s\n", C_("calendar", "Common to all challenges"));
		return ok();
	}
	TRY(challenge_get(ctx, arena, s->challenge_id, &c));
	buffer_printf(out, "%s: %s %s\n", text_word(WORDS_FIELD, "challenge"), c.code,
		challenge_title(&c, NULL));
	return ok();
}

static struct error say_mentors(struct context *ctx, struct arena *arena,
	const struct mentoring_session *s, struct buffer *out)
{
	struct session_mentors mentors;

	TRY(session_mentors(ctx, arena, s->id, &mentors));
	for (size_t i = 0; i < mentors.n; i++)
		buffer_printf(out, "%s%s%s", i > 0 ? ", " : text_word(WORDS_FIELD, "mentors"),
			i > 0 ? "" : ": ", mentors.rows[i].name);
	buffer_text(out, mentors.n > 0 ? "\n" : "");
	return ok();
}

static struct error say_session(
	struct context *ctx, struct arena *arena, const void *record, const char **words)
{
	const struct mentoring_session *s = record;
	struct buffer out = { 0 };
	const char *office;
	struct error e = say_for_whom(ctx, arena, s, &out);

	if (e.code == E_OK)
		e = say_mentors(ctx, arena, s, &out);
	if (e.code == E_OK)
		e = say_office(ctx, arena, NULL, &office);
	if (e.code == E_OK && s->starts == NO_MINUTES)
		buffer_printf(&out, "%s\n", _("The time of day is not known yet."));
	else if (e.code == E_OK && s->ends == NO_MINUTES)
		buffer_printf(
			&out, "%s\n", _("When it ends is not known: an hour is set aside for it."));
	if (e.code == E_OK)
		*words = arena_printf(arena, "%s%s", out.text, office);
	buffer_clear(&out);
	return e;
}

struct error said_session_text(struct context *ctx, struct arena *arena,
	const struct mentoring_session *session, const char **text)
{
	return say_in_both(ctx, arena, say_session, session, "\n\n", text);
}

const char *calendar_said_words(struct arena *arena, const struct calendar_said *said)
{
	const char *words = "";
	size_t n = said->hour_set_aside, days = said->whole_days;

	if (n > 0)
		words = arena_printf(arena,
			ngettext("An hour is set aside for %zu session whose end is not known.",
				"An hour is set aside for each of %zu sessions whose end is "
				"not known.",
				n),
			n);
	if (days > 0)
		words = arena_printf(arena, "%s%s%s", words, n > 0 ? " " : "",
			arena_printf(arena,
				ngettext("%zu session without a time is there for the whole "
					 "day.",
					"%zu sessions without a time are there for the whole "
					"day.",
					days),
				days));
	return words;
}
