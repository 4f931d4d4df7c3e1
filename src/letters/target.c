/* SPDX-License-Identifier: MIT
 * Which letters an order makes: one for each record that it is about and each who gets it. */
#include <stdio.h>
#include <string.h>

#include "db/store/account.h"
#include "db/store/joint.h"
#include "db/store/letter.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/sides.h"
#include "src/judging/blind.h"
#include "src/judging/custody.h"
#include "src/judging/decision.h"
#include "src/judging/round.h"
#include "src/letters/matter.h"
#include "src/phases/mentoring.h"
#include "src/phases/procurement.h"
#include "src/phases/question.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/registers/municipality.h"

struct target {
	struct letter_batch *batch;
	struct letter_matters *matters;
};

/* --- A blind round */

/* The round that judges what teams hand in for that challenge; 0: none yet. */
static struct error solution_round(
	struct letter_batch *b, int64_t challenge_id, struct round *round)
{
	struct id_list ids = { 0 };
	struct error e = round_ids(b->ctx, "solution", &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n && round->id == 0; i++) {
		struct round r;

		e = round_get(b->ctx, b->arena, ids.ids[i], &r);
		if (e.code == E_OK && (r.challenge_id == 0 || r.challenge_id == challenge_id))
			*round = r;
	}
	id_list_clear(&ids);
	return e;
}

/* Who is to be judged without a name gets no letter that has name and text in it: the office reads
 * them after the release too. Until the opening, and where it is not known yet how it will be
 * judged. */
static struct error set_blind(struct letter_matter *m, int64_t challenge_id, bool handed_in)
{
	struct letter_batch *b = (struct letter_batch *)m->batch;
	struct round round = { 0 };
	enum blind_stage stage;

	if (!handed_in)
		return ok();
	TRY(solution_round(b, challenge_id, &round));
	if (round.id == 0) {
		m->blind = true;
		return ok();
	}
	TRY(blind_stage(b->ctx, round.id, &stage));
	m->blind = stage == BLIND_MASKING || stage == BLIND_RELEASED;
	if (stage == BLIND_RELEASED && (b->kind->fields & FIELDS_COMPLETION) != 0 &&
		(b->kind->fields & FIELDS_REVIEWS) == 0)
		TRY(custody_require(b->ctx, round.id));
	return ok();
}

/* --- Submissions */

static struct error read_challenge(struct letter_matter *m, int64_t challenge_id)
{
	return challenge_id == 0 ? ok() :
				   store_challenge_get(m->batch->ctx->db, m->batch->arena,
					   challenge_id, &m->challenge);
}

static struct error read_open_completion(struct letter_matter *m)
{
	struct context *ctx = m->batch->ctx;
	struct id_list ids = { 0 };
	struct error e = store_completion_open_of(ctx->db, m->submission.id, &ids);

	if (e.code == E_OK && ids.n > 0)
		e = store_completion_get(ctx->db, m->batch->arena, ids.ids[0], &m->completion);
	if (e.code == E_OK && ids.n > 0)
		e = store_completion_items(ctx->db, m->batch->arena, m->completion.id, &m->missing);
	id_list_clear(&ids);
	return e;
}

static struct error read_phase(struct letter_matter *m, const char *key)
{
	return phase_get(m->batch->ctx, m->batch->arena, key, &m->phase);
}

static const char *phase_of(const char *kind)
{
	switch (submission_kind_of(kind)) {
	case SUBMISSION_KIND_APPLICATION:
		return "applications";
	case SUBMISSION_KIND_SOLUTION:
		return "solutions";
	case SUBMISSION_KIND_PROBLEM:
	case SUBMISSION_KIND_UNKNOWN:
		break;
	}
	return "problems";
}

static void put_standing(struct letter_matter *m)
{
	const struct standing *standing = &m->batch->standing;

	for (size_t i = 0; i < standing->n; i++)
		if (m->item != NULL && standing->rows[i].item.id == m->item->item_id)
			m->row = &standing->rows[i];
}

static struct error read_outcome(struct letter_matter *m)
{
	const struct letter_batch *b = m->batch;

	for (size_t i = 0; i < b->items.n; i++)
		if (b->items.rows[i].submission_id == m->submission.id && !b->items.rows[i].gone)
			m->item = &b->items.rows[i];
	if (m->item == NULL || *m->item->outcome == '\0')
		return rule(N_("The decision says nothing about it."));
	put_standing(m);
	struct error e = store_feedback_get(b->ctx->db, b->arena, m->item->item_id, &m->feedback);
	return e.code == E_NOT_FOUND ? ok() : e;
}

static struct error fill_submission(struct letter_matter *m, const struct submission *s)
{
	const struct letter_batch *b = m->batch;

	m->submission = *s;
	m->submission.sealed_by = sides_sealed_by(b->ctx, s);
	TRY(set_blind(m, s->challenge_id, submission_kind_of(s->kind) == SUBMISSION_KIND_SOLUTION));
	if (m->submission.sealed_by != 0 || m->blind)
		m->submission.lang = m->submission.title = m->submission.body = "";
	TRY(read_challenge(m, s->challenge_id));
	TRY(read_phase(m, phase_of(s->kind)));
	if ((b->kind->fields & FIELDS_COMPLETION) != 0)
		TRY(read_open_completion(m));
	if (letter_kind_of(b->kind->code) == LETTER_KIND_RECEIPT && !m->blind)
		TRY(store_attachments(b->ctx->db, b->arena, "submission", s->id, &m->files));
	return b->kind->tells != TELLS_NOTHING ? read_outcome(m) : ok();
}

/* Does this kind of letter go to who has that outcome? In reserve is not selected. */
static bool is_for_outcome(const struct letter_kind_row *kind, const char *outcome)
{
	bool selected = item_outcome_of(outcome) == OUTCOME_SELECTED;

	return kind->tells == TELLS_NOTHING || kind->tells == TELLS_ANY ||
	       (kind->tells == TELLS_SELECTED) == selected;
}

/* Of those with another outcome a list has many: only what stands alone is refused. To who sent it,
 * and of a joint problem to each whose problem became a part of it. */
static struct error add_submission(struct target *t, int64_t id, bool alone)
{
	struct letter_batch *b = t->batch;
	struct submission s;

	TRY(store_submission_get(b->ctx->db, b->arena, id, &s));
	struct letter_matter *m = letter_matter_new(b, t->matters, s.code);
	TRY(fill_submission(m, &s));
	if (m->item != NULL && !is_for_outcome(b->kind, m->item->outcome)) {
		t->matters->n--;
		return alone ? rule(N_("Its outcome is another than this kind of letter tells.")) :
			       ok();
	}
	TRY(letter_to_sender(m));
	size_t first = t->matters->n - 1;
	struct id_list joined = { 0 };
	struct error e = store_joint_ids(b->ctx->db, id, &joined);
	for (size_t i = 0; e.code == E_OK && i < joined.n; i++) {
		struct submission other;

		e = store_submission_get(b->ctx->db, b->arena, joined.ids[i], &other);
		if (e.code != E_OK)
			break;
		struct letter_matter *copy = letter_matter_new(b, t->matters, other.code);
		struct letter_recipient nobody = copy->to;
		*copy = t->matters->rows[first];
		copy->object = other.code;
		copy->to = nobody;
		copy->submission.contact_email = other.contact_email;
		copy->submission.contact_name = other.contact_name;
		copy->submission.lang = other.lang;
		e = letter_to_applicant(
			copy, &(struct applicant){ other.municipality_id, other.organization_id });
	}
	id_list_clear(&joined);
	return e;
}

static struct error add_submissions(struct target *t, const struct id_list *ids)
{
	for (size_t i = 0; i < ids->n; i++)
		TRY(add_submission(t, ids->ids[i], false));
	return ok();
}

/* --- Others */

static struct error add_team(struct target *t, int64_t id)
{
	struct letter_batch *b = t->batch;
	struct team team;

	TRY(team_get(b->ctx, b->arena, id, &team));
	struct letter_matter *m = letter_matter_new(b, t->matters, team.code);
	m->team = team;
	TRY(read_challenge(m, team.challenge_id));
	TRY(set_blind(m, team.challenge_id, team.solution_id != 0));
	TRY(read_phase(m, "solutions"));
	if ((b->kind->fields & FIELDS_OCCASION) != 0)
		TRY(negotiation_get(b->ctx, b->arena, id, &m->negotiation));
	return letter_to_team(m);
}

static struct error add_applicant(struct target *t, const char *object, struct applicant applicant)
{
	struct letter_matter *m = letter_matter_new(t->batch, t->matters, object);

	TRY(read_phase(m, "problems"));
	return letter_to_applicant(m, &applicant);
}

static struct error add_municipality(struct target *t, int64_t id)
{
	struct municipality body;

	TRY(store_municipality_get(t->batch->ctx->db, t->batch->arena, id, 0, &body));
	return add_applicant(t, body.code, (struct applicant){ .municipality_id = id });
}

static const char *reference_in(struct letter_batch *b, enum kind kind, int64_t id)
{
	struct reference reference;

	return reference_of(b->ctx, kind, id, &reference).code == E_OK ?
		       arena_text(b->arena, reference.text) :
		       "";
}

static struct letter_matter *add_to(struct target *t, enum kind kind, int64_t id)
{
	return letter_matter_new(t->batch, t->matters, reference_in(t->batch, kind, id));
}

static struct error add_session(struct target *t, int64_t id)
{
	struct letter_batch *b = t->batch;
	struct mentoring_session session;
	struct session_mentors mentors;
	struct session_teams teams;

	TRY(session_get(b->ctx, b->arena, id, &session));
	TRY(session_mentors(b->ctx, b->arena, id, &mentors));
	TRY(session_teams(b->ctx, b->arena, id, &teams));
	for (size_t i = 0; i < mentors.n; i++) {
		struct letter_matter *m = letter_matter_new(b, t->matters, session.code);

		m->session = session;
		TRY(read_challenge(m, session.challenge_id));
		TRY(letter_to_person(m, mentors.rows[i].person_id));
	}
	for (size_t i = 0; i < teams.n; i++) {
		struct letter_matter *m = letter_matter_new(b, t->matters, session.code);

		m->session = session;
		TRY(team_get(b->ctx, b->arena, teams.rows[i].team_id, &m->team));
		TRY(read_challenge(m, session.challenge_id));
		TRY(letter_to_team(m));
	}
	return ok();
}

/* The jury's meeting: to everybody active on its panel. */
static struct error add_meeting(struct target *t, enum kind kind, int64_t id)
{
	struct letter_batch *b = t->batch;
	struct decision meeting;
	struct members members;

	TRY(decision_get(b->ctx, b->arena, id, &meeting));
	TRY(round_members(b->ctx, b->arena, meeting.round_id, &members));
	for (size_t i = 0; i < members.n; i++) {
		struct account account;

		if (member_state_of(members.rows[i].state) != MEMBER_STATE_ACTIVE)
			continue;
		struct letter_matter *m = add_to(t, kind, id);
		m->meeting = meeting;
		TRY(round_get(b->ctx, b->arena, meeting.round_id, &b->round));
		TRY(store_account_get(b->ctx->db, b->arena, members.rows[i].account_id, &account));
		TRY(letter_to_person(m, account.person_id));
		m->to.own_language = account.lang;
	}
	return ok();
}

/* A reminder to the jurors of whom something is waited for. */
static struct error add_jurors(struct target *t)
{
	struct letter_batch *b = t->batch;
	struct members members;

	TRY(round_members(b->ctx, b->arena, b->round.id, &members));
	for (size_t i = 0; i < members.n; i++) {
		const struct member *member = &members.rows[i];
		const char *waits = member_waits(&b->round, member);
		struct account account;

		if (*waits == '\0' || strcmp(waits, "ready") == 0)
			continue;
		struct letter_matter *m = add_to(t, KIND_ROUND, b->round.id);
		m->reviews_missing = member->assigned - member->submitted;
		TRY(read_challenge(m, b->round.challenge_id));
		TRY(store_account_get(b->ctx->db, b->arena, member->account_id, &account));
		TRY(letter_to_person(m, account.person_id));
		m->to.own_language = account.lang;
	}
	return ok();
}

/* --- Questions and answers */

static bool is_asked_for(const struct letter_order *order, int64_t question_id)
{
	bool any = false;

	for (size_t i = 0; i < order->n; i++) {
		if (order->about[i].kind != KIND_QUESTION)
			continue;
		any = true;
		if (order->about[i].id == question_id)
			return true;
	}
	return !any;
}

/* The published ones that concern a challenge: the same text to all. */
static struct error put_questions(struct letter_matter *m)
{
	struct letter_batch *b = (struct letter_batch *)m->batch;
	struct question_filter filter = { .challenge_id = m->team.challenge_id,
		.state = "published" };
	struct id_list ids = { 0 };
	struct error e = question_ids(b->ctx, QUESTIONS_BY_NUMBER, &filter, &ids);
	struct question *rows = arena_alloc(b->arena, (ids.n + 1) * sizeof(*rows));

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		if (!is_asked_for(b->order, ids.ids[i]))
			continue;
		e = question_get(b->ctx, b->arena, ids.ids[i], &rows[m->question_count]);
		m->question_count += e.code == E_OK ? 1 : 0;
	}
	m->questions = rows;
	id_list_clear(&ids);
	return e;
}

static struct error add_teams_going_on(struct target *t)
{
	struct letter_batch *b = t->batch;
	struct id_list ids = { 0 };
	struct error e = team_ids(b->ctx, b->round.challenge_id, "going_on", &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		e = add_team(t, ids.ids[i]);
		struct letter_matter *m = &t->matters->rows[t->matters->n - 1];

		if (e.code == E_OK && (b->kind->fields & FIELDS_ANSWERS) != 0) {
			e = put_questions(m);
			if (m->question_count == 0)
				t->matters->n--;
		}
	}
	id_list_clear(&ids);
	return e;
}

/* --- What the kind is for by itself */

static struct error add_municipalities(struct target *t)
{
	struct letter_batch *b = t->batch;
	struct id_list ids = { 0 };
	struct error e = municipality_ids(
		b->ctx, MUNICIPALITY_BY_CODE, day_of_time(context_now(b->ctx)), &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = add_municipality(t, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}

static struct error has_letter(struct letter_batch *b, int64_t id, bool *has)
{
	struct submission s;
	struct id_list letters = { 0 };

	TRY(store_submission_get(b->ctx->db, b->arena, id, &s));
	struct letter_filter filter = { .kind = b->kind->code, .object = s.code };
	struct error e = store_letter_ids(b->ctx->db, &filter, &letters);
	*has = letters.n > 0;
	id_list_clear(&letters);
	return e;
}

static struct error add_unanswered(struct target *t)
{
	struct submission_filter all = { 0 };
	const char *kind;

	for (size_t k = 0; (kind = text_code(WORDS_SUBMISSION_KIND, k)) != NULL; k++) {
		struct id_list ids = { 0 };
		struct error e = submission_ids(
			t->batch->ctx, kind, SUBMISSIONS_BY_NUMBER, &all, NULL, &ids);

		for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
			bool has = true;

			e = has_letter(t->batch, ids.ids[i], &has);
			if (e.code == E_OK && !has)
				e = add_submission(t, ids.ids[i], false);
		}
		id_list_clear(&ids);
		TRY(e);
	}
	return ok();
}

static struct error add_incomplete(struct target *t)
{
	struct id_list ids = { 0 };
	struct error e = store_completion_open_ids(t->batch->ctx->db, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct completion c;

		e = store_completion_get(t->batch->ctx->db, t->batch->arena, ids.ids[i], &c);
		if (e.code == E_OK)
			e = add_submission(t, c.submission_id, false);
	}
	id_list_clear(&ids);
	return e;
}

static struct error add_own(struct target *t)
{
	switch (t->batch->kind->to) {
	case TO_MUNICIPALITIES:
		return add_municipalities(t);
	case TO_TEAMS:
		return add_teams_going_on(t);
	case TO_UNANSWERED:
		return add_unanswered(t);
	case TO_INCOMPLETE:
		return add_incomplete(t);
	case TO_NOBODY:
		letter_matter_new(t->batch, t->matters, "");
		return ok();
	case TO_NAMED:
		break;
	}
	return rule(N_("Name the records that the letters are about, or their round."));
}

/* --- What is named */

/* Everything that the decision says something about. */
static struct error add_decided(struct target *t)
{
	const struct decision_items *items = &t->batch->items;

	for (size_t i = 0; i < items->n; i++)
		if (!items->rows[i].gone && *items->rows[i].outcome != '\0')
			TRY(add_submission(t, items->rows[i].submission_id, false));
	return ok();
}

static struct error add_round(struct target *t)
{
	const struct letter_kind_row *kind = t->batch->kind;
	struct id_list ids = { 0 };

	if (kind->tells != TELLS_NOTHING)
		return add_decided(t);
	if ((kind->fields & FIELDS_REVIEWS) != 0)
		return add_jurors(t);
	if (kind->to == TO_TEAMS || (kind->fields & FIELDS_PHASE) != 0)
		return add_teams_going_on(t);
	struct error e = round_submissions(t->batch->ctx, t->batch->round.id, &ids);
	if (e.code == E_OK)
		e = add_submissions(t, &ids);
	id_list_clear(&ids);
	return e;
}

static bool takes_submissions(const struct letter_kind_row *kind)
{
	return (kind->fields & (FIELDS_SUBMISSION | FIELDS_TEXT)) != 0;
}

static struct error not_about(void)
{
	return rule(N_("This kind of letter is not about such a record."));
}

static struct error add_body(struct target *t, const struct letter_about *about)
{
	if ((t->batch->kind->fields & (FIELDS_TEXT | FIELDS_PHASE | FIELDS_SITUATION)) == 0)
		return not_about();
	if (about->kind == KIND_MUNICIPALITY)
		return add_municipality(t, about->id);
	if (about->kind == KIND_PERSON)
		return letter_to_person(add_to(t, KIND_PERSON, about->id), about->id);
	return add_applicant(t, reference_in(t->batch, about->kind, about->id),
		(struct applicant){ .organization_id = about->id });
}

static struct error add_occasion(struct target *t, const struct letter_about *about)
{
	if ((t->batch->kind->fields & FIELDS_OCCASION) == 0)
		return not_about();
	return about->kind == KIND_SESSION ? add_session(t, about->id) :
					     add_meeting(t, about->kind, about->id);
}

static struct error add_named(struct target *t, const struct letter_about *about)
{
	const struct letter_kind_row *kind = t->batch->kind;

	if (strcmp(kind_rows[about->kind].tables[0], "submission") == 0)
		return takes_submissions(kind) ?
			       add_submission(t, about->id, t->batch->order->n == 1) :
			       not_about();
	if (about->kind == KIND_TEAM)
		return kind->tells == TELLS_NOTHING ? add_team(t, about->id) : not_about();
	if (about->kind == KIND_SESSION || about->kind == KIND_DECISION ||
		about->kind == KIND_STATEMENT)
		return add_occasion(t, about);
	if (about->kind == KIND_MUNICIPALITY || about->kind == KIND_ORGANIZATION ||
		about->kind == KIND_PERSON)
		return add_body(t, about);
	return not_about();
}

/* Of an outcome the round decides whom; questions say what, not whom. */
static bool names_records(const struct letter_batch *b)
{
	return b->order->n > 0 && b->order->about[0].kind != KIND_QUESTION;
}

struct error letter_matters_read(struct letter_batch *batch, struct letter_matters *matters)
{
	struct target t = { batch, matters };

	*matters = (struct letter_matters){ 0 };
	if (names_records(batch)) {
		for (size_t i = 0; i < batch->order->n; i++)
			TRY(add_named(&t, &batch->order->about[i]));
		return ok();
	}
	return batch->round.id != 0 ? add_round(&t) : add_own(&t);
}
