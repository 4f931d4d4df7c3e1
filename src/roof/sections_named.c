/* SPDX-License-Identifier: MIT
 * What names a record: letters and contacts, and of those who take part what they sent, where they
 * sit, what was decided on it. */
#include <string.h>

#include "db/store/mention.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/sides.h"
#include "src/judging/decision.h"
#include "src/judging/round_name.h"
#include "src/letters/letter.h"
#include "src/phases/adoption.h"
#include "src/phases/challenge.h"
#include "src/phases/mentoring.h"
#include "src/phases/note.h"
#include "src/phases/request.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/registers/person.h"
#include "src/roof/sections.h"

/* One row of an id. */
typedef struct error (*teller)(struct context *ctx, int64_t id, struct section_found *found);

static struct error tell_all(struct context *ctx, struct error e, struct id_list *ids, teller tell,
	struct section_found *found)
{
	section_begin(found, ids->n);
	for (size_t i = 0; e.code == E_OK && i < ids->n; i++)
		e = tell(ctx, ids->ids[i], found);
	id_list_clear(ids);
	return e;
}

static struct error tell_mentions(struct context *ctx, enum mention mention, int64_t of,
	teller tell, struct section_found *found)
{
	struct id_list ids = { 0 };
	struct error e = store_mention_ids(ctx->db, mention, of, &ids);

	return tell_all(ctx, e, &ids, tell, found);
}

static struct error tell_letter(struct context *ctx, int64_t id, struct section_found *found)
{
	struct letter l;

	TRY(letter_get(ctx, found->arena, id, &l));
	struct row row = section_add(found);
	row_put(&row, "code", cell_text(l.code));
	row_code(&row, "kind", l.kind);
	row_put(&row, "to", cell_text(l.to_name));
	row_code(&row, "state", l.state);
	row_put(&row, "day", cell_day(l.sent_day != 0 ? l.sent_day : day_of_time(l.made)));
	section_tell(found, KIND_LETTER, id);
	return ok();
}

struct error fill_letters(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	struct id_list ids = { 0 };
	struct error e =
		of->kind == KIND_LETTER ? ok() : store_letter_ids_about(ctx->db, of->code, &ids);

	return tell_all(ctx, e, &ids, tell_letter, found);
}

static struct error tell_request(struct context *ctx, int64_t id, struct section_found *found)
{
	struct info_request r;

	TRY(request_get(ctx, found->arena, id, &r));
	struct row row = section_add(found);
	row_put(&row, "code", cell_text(r.code));
	row_code(&row, "state", request_state(ctx, &r));
	row_put(&row, "due", cell_day(r.due));
	row_put(&row, "text", cell_text(r.text));
	section_tell(found, KIND_REQUEST, id);
	return ok();
}

struct error fill_requests(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	const struct info_request_filter filter = { .object = of->code };
	struct id_list ids = { 0 };
	struct error e = request_ids(ctx, REQUESTS_BY_NUMBER, &filter, &ids);

	return tell_all(ctx, e, &ids, tell_request, found);
}

static struct error tell_note(struct context *ctx, int64_t id, struct section_found *found)
{
	struct note n;

	TRY(note_get(ctx, found->arena, id, &n));
	struct row row = section_add(found);
	row_put(&row, "at", cell_time(n.at));
	row_put(&row, "who", cell_text(n.who));
	row_put(&row, "text", cell_text(n.text));
	row_put(&row, "due", cell_day(n.due));
	row_put(&row, "done", cell_day(n.done));
	section_tell(found, KIND_NOTE, id);
	if (n.due != 0) {
		char due[60];

		text_day(n.due, due, sizeof(due));
		section_more(found, "",
			/* TRANSLATORS: %s is a day until which something was promised. */
			arena_printf(found->arena,
				n.done != 0 ? _("promised until %s, kept") : _("promised until %s"),
				due));
	}
	return ok();
}

struct error fill_notes(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	struct id_list ids = { 0 };
	struct error e = note_ids(ctx, of->code, &ids);

	return tell_all(ctx, e, &ids, tell_note, found);
}

static void put_period(struct section_found *found, struct row *row, const struct person_role *r)
{
	char from[60] = "", to[60] = "";

	if (r->valid_from != 0)
		text_day(r->valid_from, from, sizeof(from));
	if (r->valid_to != 0)
		text_day(r->valid_to, to, sizeof(to));
	const char *period = r->valid_from == 0 && r->valid_to == 0 ?
				     "" :
				     arena_printf(found->arena, "%s–%s", from, to);
	row_put(row, "from", cell_shown(cell_day(r->valid_from), period));
	row_put(row, "to", cell_shown(cell_day(r->valid_to), ""));
}

/* Of a person, where; of whoever has people, who. */
struct error fill_roles(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	bool person = of->kind == KIND_PERSON;
	struct person_roles roles;

	TRY(roles_of(ctx, found->arena,
		person                        ? ROLES_OF_PERSON :
		of->kind == KIND_MUNICIPALITY ? ROLES_OF_MUNICIPALITY :
						ROLES_OF_ORGANIZATION,
		of->id, &roles));
	section_begin(found, roles.n);
	for (size_t i = 0; i < roles.n; i++) {
		const struct person_role *r = &roles.rows[i];
		struct row row = section_add(found);
		enum kind at = r->municipality_id != 0 ? KIND_MUNICIPALITY :
			       r->organization_id != 0 ? KIND_ORGANIZATION :
							 KIND_NONE;
		int64_t where = r->municipality_id != 0 ? r->municipality_id : r->organization_id;

		row_code(&row, "role", r->kind);
		row_put(&row, "name",
			cell_text(person ? applicant_shown(ctx, found->arena, r->municipality_id,
						   r->organization_id) :
					   r->person_name));
		row_put(&row, "title", cell_text(r->title));
		put_period(found, &row, r);
		section_tell(found, person ? at : KIND_PERSON, person ? where : r->person_id);
	}
	return ok();
}

static struct error tell_submission(struct context *ctx, int64_t id, struct section_found *found)
{
	struct submission s;

	TRY(submission_get(ctx, found->arena, id, &s));
	struct row row = section_add(found);
	bool problem = submission_kind_of(s.kind) == SUBMISSION_KIND_PROBLEM;

	row_put(&row, "code", cell_text(s.code));
	row_put(&row, "title",
		s.sealed_by != 0 ? cell_shown(cell_null(), sides_cover()) : cell_text(s.title));
	row_put(&row, "state", cell_code(text_states_of(s.kind), s.state));
	row_put(&row, "applicant", cell_text(submission_applicant(ctx, found->arena, &s)));
	section_tell(found, problem ? KIND_PROBLEM : KIND_TEAM, problem ? s.id : s.team_id);
	return ok();
}

static struct error tell_sent_by(
	struct context *ctx, int64_t municipality_id, struct section_found *found)
{
	struct submission_titles sent;

	TRY(submission_of_municipality(ctx, found->arena, municipality_id, &sent));
	section_begin(found, sent.n);
	for (size_t i = 0; i < sent.n; i++)
		TRY(tell_submission(ctx, sent.rows[i].id, found));
	return ok();
}

struct error fill_submissions(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	if (of->kind == KIND_MUNICIPALITY)
		return tell_sent_by(ctx, of->id, found);
	return tell_mentions(ctx,
		of->kind == KIND_ORGANIZATION ? MENTION_PROBLEMS_OF_ORGANIZATION :
						MENTION_SUBMISSIONS_OF_CONTACT,
		of->id, tell_submission, found);
}

static struct error tell_decision(struct context *ctx, int64_t id, struct section_found *found)
{
	struct decision d;
	struct round round;
	const char *name;

	TRY(decision_get(ctx, found->arena, id, &d));
	TRY(round_get(ctx, found->arena, d.round_id, &round));
	TRY(round_name(ctx, found->arena, &round, &name));
	struct row row = section_add(found);
	row_put(&row, "code", cell_text(d.code));
	row_put(&row, "day", cell_day(d.day));
	row_put(&row, "number", cell_text(d.case_number));
	row_put(&row, "round", cell_shown(cell_text(round.key), name));
	section_tell(found, section_kind_of(d.kind), id)->faint = d.corrected_by != 0;
	return ok();
}

struct error fill_decisions(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	return tell_mentions(ctx,
		of->kind == KIND_PERSON ? MENTION_DECISIONS_OF_PERSON :
					  MENTION_DECISIONS_OF_MUNICIPALITY,
		of->id, tell_decision, found);
}

static struct error tell_challenge(struct context *ctx, int64_t id, struct section_found *found)
{
	struct challenge c;

	TRY(challenge_get(ctx, found->arena, id, &c));
	struct row row = section_add(found);
	row_put(&row, "code", cell_text(c.code));
	row_put(&row, "title", cell_text(challenge_title(&c, NULL)));
	section_tell(found, KIND_CHALLENGE, id);
	return ok();
}

struct error fill_challenges(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	return tell_mentions(
		ctx, MENTION_CHALLENGES_OF_MUNICIPALITY, of->id, tell_challenge, found);
}

static struct error tell_team(struct context *ctx, int64_t id, struct section_found *found)
{
	struct team t;

	TRY(team_get(ctx, found->arena, id, &t));
	struct row row = section_add(found);
	row_put(&row, "code", cell_text(t.code));
	row_put(&row, "name", cell_text(t.name));
	row_put(&row, "challenge", cell_text(t.challenge));
	row_code(&row, "state", t.state);
	section_tell(found, KIND_TEAM, id);
	return ok();
}

struct error fill_teams(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	return tell_mentions(ctx,
		of->kind == KIND_PERSON ? MENTION_TEAMS_OF_PERSON : MENTION_TEAMS_OF_ORGANIZATION,
		of->id, tell_team, found);
}

static struct error tell_session(struct context *ctx, int64_t id, struct section_found *found)
{
	struct mentoring_session s;

	TRY(session_get(ctx, found->arena, id, &s));
	struct row row = section_add(found);
	row_put(&row, "date", cell_day(s.day));
	row_put(&row, "code", cell_text(s.code));
	row_put(&row, "topic", cell_text(s.topic));
	row_put(&row, "place", cell_text(s.place));
	row_code(&row, "state", s.state);
	section_tell(found, KIND_SESSION, id);
	return ok();
}

struct error fill_sessions(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	const struct session_filter filter = { .person_id = of->id };
	struct id_list ids = { 0 };
	struct error e = session_ids(ctx, SESSIONS_BY_DAY, &filter, &ids);

	return tell_all(ctx, e, &ids, tell_session, found);
}

static struct error tell_round(struct context *ctx, int64_t id, struct section_found *found)
{
	struct round r;
	const char *name;

	TRY(round_get(ctx, found->arena, id, &r));
	TRY(round_name(ctx, found->arena, &r, &name));
	struct row row = section_add(found);
	row_put(&row, "key", cell_text(r.key));
	row_put(&row, "name", cell_text(name));
	row_code(&row, "state", r.state);
	section_tell(found, KIND_ROUND, id);
	return ok();
}

struct error fill_rounds(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	return tell_mentions(ctx, MENTION_ROUNDS_OF_PERSON, of->id, tell_round, found);
}

static struct error tell_adoption(struct context *ctx, int64_t id, struct section_found *found)
{
	struct adoption a;

	TRY(adoption_get(ctx, found->arena, id, &a));
	struct row row = section_add(found);
	row_put(&row, "team", cell_text(a.team_code));
	row_put(&row, "name", cell_text(a.team_name));
	row_code(&row, "state", a.state);
	row_put(&row, "date", cell_day(a.day));
	section_tell(found, KIND_TEAM, a.team_id);
	return ok();
}

struct error fill_adoptions(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	struct id_list ids = { 0 };
	struct error e = adoption_of_municipality(ctx, of->id, &ids);

	return tell_all(ctx, e, &ids, tell_adoption, found);
}
