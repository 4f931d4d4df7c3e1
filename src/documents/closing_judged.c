/* SPDX-License-Identifier: MIT
 * In the closing report: how it was judged, mentored, won and complained about. Recusals are
 * counted by ground, feedback has no team, and of who took part only winners are named. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/closing_report.h"
#include "src/documents/comparison.h"
#include "src/judging/contents.h"
#include "src/judging/decision.h"
#include "src/judging/recognition.h"
#include "src/judging/review.h"
#include "src/judging/round.h"
#include "src/judging/round_name.h"
#include "src/judging/service.h"
#include "src/phases/challenge.h"
#include "src/phases/mentoring.h"
#include "src/phases/team.h"

/* --- 5 */

struct judged {
	struct scribe_table rounds;
	int64_t grounds[8];   /* recusals by ground, 1 to 7 */
	int64_t recognitions; /* "I recognized this team" */
};

static struct error add_round(struct scribe *w, struct judged *j, int64_t id)
{
	struct round round;
	struct members members;
	struct progress progress;
	const char *name;

	TRY(round_get(w->ctx, w->arena, id, &round));
	TRY(round_name(w->ctx, w->arena, &round, &name));
	TRY(round_members(w->ctx, w->arena, id, &members));
	TRY(round_progress(w->ctx, id, &progress));
	const char **cells = scribe_row(w, &j->rounds);

	cells[0] = name;
	cells[1] = text_word(WORDS_ROUND_STATE, round.state);
	cells[2] = scribe_number(w, (int64_t)members.n);
	cells[3] = scribe_number(w, progress.all);
	cells[4] = scribe_number(w, progress.submitted);
	cells[5] = scribe_number(w, progress.all - progress.submitted);
	return ok();
}

static struct error count_conflicts(struct scribe *w, struct judged *j)
{
	struct conflicts all;
	struct recognitions recognitions;

	TRY(conflict_list(w->ctx, w->arena, 0, &all));
	for (size_t i = 0; i < all.n; i++) {
		enum conflict_state state = conflict_state_of(all.rows[i].state);

		if ((state == CONFLICT_STATE_DECLARED || state == CONFLICT_STATE_CONFIRMED) &&
			all.rows[i].ground > 0 && all.rows[i].ground < (int64_t)LEN(j->grounds))
			j->grounds[all.rows[i].ground]++;
	}
	TRY(recognition_list(w->ctx, w->arena, 0, &recognitions));
	j->recognitions = (int64_t)recognitions.n;
	return ok();
}

static void put_grounds(struct scribe *w, const struct judged *j)
{
	struct scribe_table t = { 0 };

	scribe_column(&t, C_("document", "Ground (28 §)"), false);
	scribe_column(&t, C_("document", "Number"), true);
	for (size_t g = 1; g < LEN(j->grounds); g++) {
		char code[8];

		if (j->grounds[g] == 0)
			continue;
		snprintf(code, sizeof(code), "%zu", g);
		const char **cells = scribe_row(w, &t);

		cells[0] = text_word(WORDS_GROUND, code);
		cells[1] = scribe_number(w, j->grounds[g]);
	}
	scribe_table(
		w, &t, C_("document", "Disqualifications"), C_("document", "None was declared."));
	scribe_fact(w, C_("document", "Notes on recognition"), scribe_number(w, j->recognitions));
	scribe_facts(w, NULL);
}

struct error closing_evaluation(struct scribe *w)
{
	struct id_list ids = { 0 };
	struct judged j = { .recognitions = 0 };
	struct error e = round_ids(w->ctx, NULL, &ids);

	scribe_column(&j.rounds, C_("document", "Round"), false);
	scribe_column(&j.rounds, C_("document", "State"), false);
	scribe_column(&j.rounds, C_("document", "Jurors"), true);
	scribe_column(&j.rounds, C_("document", "Reviews expected"), true);
	scribe_column(&j.rounds, C_("document", "Submitted"), true);
	scribe_column(&j.rounds, C_("document", "Missing"), true);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = add_round(w, &j, ids.ids[i]);
	id_list_clear(&ids);
	TRY(e);
	TRY(count_conflicts(w, &j));
	document_heading(w->page, C_("document", "Evaluation"));
	scribe_table(w, &j.rounds, C_("document", "Rounds"), C_("document", "not recorded"));
	put_grounds(w, &j);
	return ok();
}

/* --- 6 */

static struct error put_sessions(struct scribe *w, struct scribe_table *feedback)
{
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	const struct session_filter all = { .challenge_id = 0 };
	struct error e = session_ids(w->ctx, SESSIONS_BY_DAY, &all, &ids);

	scribe_column(&t, C_("document", "Date"), false);
	scribe_column(&t, C_("document", "Topic"), false);
	scribe_column(&t, C_("document", "State"), false);
	scribe_column(&t, C_("document", "Teams invited"), true);
	scribe_column(&t, C_("document", "Came"), true);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct mentoring_session s;
		struct session_notes notes;

		e = session_get(w->ctx, w->arena, ids.ids[i], &s);
		if (e.code == E_OK)
			e = session_notes(w->ctx, w->arena, s.id, 0, &notes);
		if (e.code != E_OK)
			break;
		const char **cells = scribe_row(w, &t);

		cells[0] = scribe_day(w, s.day);
		cells[1] = s.topic;
		cells[2] = text_word(WORDS_SESSION_STATE, s.state);
		cells[3] = scribe_number(w, s.invited);
		cells[4] = scribe_number(w, s.came);
		for (size_t k = 0; k < notes.n; k++)
			if (note_kind_of(notes.rows[k].kind) == NOTE_KIND_FEEDBACK)
				scribe_row(w, feedback)[0] = notes.rows[k].text;
	}
	id_list_clear(&ids);
	TRY(e);
	scribe_table(w, &t, C_("document", "Sessions"), C_("document", "not recorded"));
	return ok();
}

/* Every team is to be treated alike. */
static struct error put_ledger(struct scribe *w)
{
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	struct error e = mentored_team_ids(w->ctx, &ids);

	scribe_column(&t, C_("document", "Team"), false);
	scribe_column(&t, C_("document", "Sessions"), true);
	scribe_column(&t, C_("document", "Held"), true);
	scribe_column(&t, C_("document", "Came"), true);
	scribe_column(&t, C_("document", "Absent"), true);
	scribe_column(&t, C_("document", "Mentors"), true);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct mentored_team m;

		e = mentored_team_get(w->ctx, w->arena, ids.ids[i], &m);
		if (e.code != E_OK)
			break;
		const char **cells = scribe_row(w, &t);

		cells[0] = m.code;
		cells[1] = scribe_number(w, m.sessions);
		cells[2] = scribe_number(w, m.held);
		cells[3] = scribe_number(w, m.came);
		cells[4] = scribe_number(w, m.absent);
		cells[5] = scribe_number(w, m.mentors);
	}
	id_list_clear(&ids);
	TRY(e);
	scribe_table(w, &t, C_("document", "Equal treatment of the teams"), NULL);
	return ok();
}

struct error closing_mentoring(struct scribe *w)
{
	struct scribe_table feedback = { 0 };

	document_heading(w->page, C_("document", "Mentoring"));
	scribe_column(&feedback, C_("document", "Feedback"), false);
	TRY(put_sessions(w, &feedback));
	TRY(put_ledger(w));
	scribe_table(w, &feedback, C_("document", "Feedback of the teams, without names"), NULL);
	return ok();
}

/* --- 7 */

static struct error put_winner(
	struct scribe *w, int64_t team_id, const struct decision_items *items)
{
	struct team team;
	const char *reason = "";

	TRY(team_get(w->ctx, w->arena, team_id, &team));
	for (size_t i = 0; i < items->n; i++)
		if (items->rows[i].submission_id == team.solution_id)
			reason = contents_reason_in(&items->rows[i], i18n_lang());
	scribe_fact(w, C_("document", "Winner"), team.name);
	scribe_fact(w, C_("document", "Reasons"), reason);
	scribe_facts(w, NULL);
	return ok();
}

static struct error put_challenge(struct scribe *w, int64_t id)
{
	struct challenge c;
	struct id_list winners = { 0 };
	struct decision_items items = { 0 };
	int64_t decision_id = 0;

	TRY(challenge_get(w->ctx, w->arena, id, &c));
	scribe_heading(w, arena_printf(w->arena, "%s %s", c.code, challenge_title(&c, NULL)));
	struct error e = team_ids(w->ctx, id, "winner", &winners);
	for (size_t i = 0; e.code == E_OK && i < winners.n; i++) {
		e = store_team_decision(w->ctx->db, winners.ids[i], "solution", &decision_id);
		if (e.code == E_OK && decision_id != 0)
			e = decision_items(w->ctx, w->arena, decision_id, &items);
		if (e.code == E_OK)
			e = put_winner(w, winners.ids[i], &items);
	}
	if (e.code == E_OK && winners.n == 0)
		document_paragraph(w->page, C_("document", "No winner."));
	id_list_clear(&winners);
	return e;
}

struct error closing_results(struct scribe *w)
{
	struct id_list ids = { 0 };
	struct error e = challenge_ids(w->ctx, &ids);

	document_heading(w->page, C_("document", "Results"));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = put_challenge(w, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}

/* --- 8 */

struct error closing_complaints(struct scribe *w)
{
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	struct error e = complaint_ids(w->ctx, 0, &ids);

	scribe_column(&t, C_("document", "Remedy"), false);
	scribe_column(&t, C_("document", "Decision"), false);
	scribe_column(&t, C_("document", "Received on"), false);
	scribe_column(&t, C_("document", "Outcome"), false);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct complaint c;

		e = complaint_get(w->ctx, w->arena, ids.ids[i], &c);
		if (e.code != E_OK)
			break;
		const char **cells = scribe_row(w, &t);

		e = complaint_name(w->ctx, w->arena, &c, &cells[0]);
		cells[1] = c.decision;
		cells[2] = scribe_day(w, c.received);
		cells[3] = *c.outcome == '\0' ? C_("document", "open") :
						text_word(WORDS_COMPLAINT_OUTCOME, c.outcome);
	}
	id_list_clear(&ids);
	TRY(e);
	document_heading(w->page, C_("document", "Complaints"));
	scribe_table(w, &t, NULL, C_("document", "Nobody has complained."));
	return ok();
}
