/* SPDX-License-Identifier: MIT */
#include "src/roof/kinds.h"

#include <stdlib.h>
#include <string.h>

#include "db/store/record.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/sides.h"
#include "src/intake/import.h"
#include "src/judging/decision.h"
#include "src/judging/round.h"
#include "src/judging/round_name.h"
#include "src/judging/service.h"
#include "src/letters/letter.h"
#include "src/phases/challenge.h"
#include "src/phases/completion.h"
#include "src/phases/contract.h"
#include "src/phases/eligibility.h"
#include "src/phases/mentoring.h"
#include "src/phases/note.h"
#include "src/phases/notice.h"
#include "src/phases/phase.h"
#include "src/phases/publication.h"
#include "src/phases/question.h"
#include "src/phases/request.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/registers/account.h"
#include "src/registers/municipality.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"
#include "src/registers/regime.h"

static struct error get_submission(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct submission s;

	TRY(submission_get(ctx, arena, id, &s));
	*found = (struct found){ kind_of_noun(s.kind), id, s.code, s.title };
	if (s.sealed_by != 0)
		found->title = sides_cover();
	return ok();
}

static struct error get_completion(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct completion c;

	TRY(completion_get(ctx, arena, id, &c));
	*found = (struct found){ KIND_COMPLETION, id, completion_code(arena, &c),
		kind_word(KIND_COMPLETION) };
	return ok();
}

static struct error get_eligibility(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct eligibility_question q;

	TRY(eligibility_question_get(ctx, arena, id, &q));
	*found = (struct found){ KIND_ELIGIBILITY, id, "",
		i18n_pick(q.text_fi, q.text_sv, q.text_en, NULL) };
	return ok();
}

static struct error get_municipality(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct municipality m;

	TRY(municipality_get(ctx, arena, id, &m));
	*found =
		(struct found){ KIND_MUNICIPALITY, id, m.code, municipality_shown(ctx, arena, &m) };
	return ok();
}

static struct error get_organization(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct organization o;

	TRY(organization_get(ctx, arena, id, &o));
	*found = (struct found){ KIND_ORGANIZATION, id, "", organization_name(&o) };
	return ok();
}

static struct error get_person(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct person p;

	TRY(person_get(ctx, arena, id, &p));
	*found = (struct found){ KIND_PERSON, id, "", p.name };
	return ok();
}

static struct error get_challenge(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct challenge c;

	TRY(challenge_get(ctx, arena, id, &c));
	*found = (struct found){ KIND_CHALLENGE, id, c.code, challenge_title(&c, NULL) };
	return ok();
}

static struct error get_note(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct note n;

	TRY(note_get(ctx, arena, id, &n));
	*found = (struct found){ KIND_NOTE, id, n.object, n.text };
	return ok();
}

static struct error get_publication(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct publication p;

	TRY(publication_get(ctx, arena, id, &p));
	*found = (struct found){ KIND_PUBLICATION, id, "", text_word(WORDS_PAGE_STAGE, p.stage) };
	return ok();
}

static struct error get_session(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct mentoring_session s;

	TRY(session_get(ctx, arena, id, &s));
	*found = (struct found){ KIND_SESSION, id, s.code,
		arena_printf(arena, "%s: %s", s.place, s.topic) };
	return ok();
}

static struct error get_question(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct question q;

	TRY(question_get(ctx, arena, id, &q));
	*found = (struct found){ KIND_QUESTION, id, q.code, question_text(&q) };
	return ok();
}

static struct error get_regime(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct regime r;

	TRY(regime_get(ctx, arena, id, &r));
	*found = (struct found){ KIND_REGIME, id, r.code, regime_name(&r, NULL) };
	return ok();
}

static struct error get_complaint(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct complaint c;

	TRY(complaint_get(ctx, arena, id, &c));
	*found = (struct found){ KIND_COMPLAINT, id, c.code,
		arena_printf(arena, "%s %s", c.decision, c.by) };
	return ok();
}

static struct error get_team(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct team t;

	TRY(team_get(ctx, arena, id, &t));
	*found = (struct found){ KIND_TEAM, id, t.code, t.name };
	return ok();
}

static struct error get_contract(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct contract c;

	TRY(contract_get(ctx, arena, id, &c));
	*found = (struct found){ KIND_CONTRACT, id, c.code,
		arena_printf(arena, "%s %s", c.team_code, c.team_name) };
	return ok();
}

static struct error get_payment(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct payment p;

	TRY(payment_get(ctx, arena, id, &p));
	*found = (struct found){ KIND_PAYMENT, id, p.code,
		arena_printf(arena, "%s %s", p.contract_code, p.text) };
	return ok();
}

static struct error get_request(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct info_request r;

	TRY(request_get(ctx, arena, id, &r));
	*found = (struct found){ KIND_REQUEST, id, r.code, r.text };
	return ok();
}

static struct error get_letter(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct letter l;

	TRY(letter_get(ctx, arena, id, &l));
	*found = (struct found){ KIND_LETTER, id, l.code, letter_subjects(arena, &l) };
	return ok();
}

static struct error get_notice(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct notice n;

	TRY(notice_get(ctx, arena, id, &n));
	*found = (struct found){ KIND_NOTICE, id, n.code,
		arena_printf(
			arena, "%s %s", text_word(WORDS_NOTICE_KIND, n.kind), n.register_number) };
	return ok();
}

static struct error get_round(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct round r;

	TRY(round_get(ctx, arena, id, &r));
	*found = (struct found){ KIND_ROUND, id, "", "" };
	return round_name(ctx, arena, &r, &found->title);
}

static struct error get_decision(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct decision d;
	struct found round;

	TRY(decision_get(ctx, arena, id, &d));
	TRY(get_round(ctx, arena, d.round_id, &round));
	*found = (struct found){ kind_of_noun(d.kind), id, d.code, round.title };
	return ok();
}

static struct error get_account(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct account a;

	TRY(account_get(ctx, arena, id, &a));
	*found = (struct found){ KIND_ACCOUNT, id, "", a.name };
	return ok();
}

static struct error get_partner(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct partner p;

	TRY(partner_get(ctx, arena, id, &p));
	*found = (struct found){ KIND_PARTNER, id, "", *p.name_fi != '\0' ? p.name_fi : p.name_sv };
	return ok();
}

static struct error get_milestone(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct milestone m;

	TRY(milestone_get(ctx, arena, id, &m));
	*found = (struct found){ KIND_MILESTONE, id, "", milestone_name(&m) };
	return ok();
}

static struct error get_batch(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct import_batch b;

	TRY(import_batch_get(ctx, arena, id, &b));
	*found = (struct found){ KIND_BATCH, id, "", b.file };
	return ok();
}

static struct error get_phase(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	char *key;

	TRY(store_record_code(ctx->db, kind_rows[KIND_PHASE].tables[0], id, arena, &key));
	*found = (struct found){ KIND_PHASE, id, "", text_word(WORDS_PHASE, key) };
	return ok();
}

/* What has no title of its own is called by its kind and by what it is told apart by. */
static struct error get_any(
	struct context *ctx, struct arena *arena, enum kind kind, int64_t id, struct found *found)
{
	char *code;

	TRY(store_record_code(ctx->db, kind_rows[kind].tables[0], id, arena, &code));
	*found =
		(struct found){ kind, id, "", arena_printf(arena, "%s %s", kind_word(kind), code) };
	return ok();
}

typedef struct error (*getter)(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found);

static const getter getters[KIND_COUNT] = {
	[KIND_PHASE] = get_phase,
	[KIND_MILESTONE] = get_milestone,
	[KIND_PROBLEM] = get_submission,
	[KIND_APPLICATION] = get_submission,
	[KIND_SOLUTION] = get_submission,
	[KIND_ELIGIBILITY] = get_eligibility,
	[KIND_COMPLETION] = get_completion,
	[KIND_BATCH] = get_batch,
	[KIND_CHALLENGE] = get_challenge,
	[KIND_TEAM] = get_team,
	[KIND_SESSION] = get_session,
	[KIND_QUESTION] = get_question,
	[KIND_ROUND] = get_round,
	[KIND_DECISION] = get_decision,
	[KIND_STATEMENT] = get_decision,
	[KIND_COMPLAINT] = get_complaint,
	[KIND_REGIME] = get_regime,
	[KIND_CONTRACT] = get_contract,
	[KIND_PAYMENT] = get_payment,
	[KIND_LETTER] = get_letter,
	[KIND_NOTICE] = get_notice,
	[KIND_REQUEST] = get_request,
	[KIND_PUBLICATION] = get_publication,
	[KIND_NOTE] = get_note,
	[KIND_MUNICIPALITY] = get_municipality,
	[KIND_ORGANIZATION] = get_organization,
	[KIND_PERSON] = get_person,
	[KIND_PARTNER] = get_partner,
	[KIND_ACCOUNT] = get_account,
};

struct error kinds_get(
	struct context *ctx, struct arena *arena, enum kind kind, int64_t id, struct found *found)
{
	TRY(require(ctx, ACT_READ));
	struct error e = getters[kind] != NULL ? getters[kind](ctx, arena, id, found) :
						 get_any(ctx, arena, kind, id, found);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, kind_rows[kind].noun) : e;
}

/* A municipality by its number, a team by its name. */
static struct error find_unprefixed(
	struct context *ctx, const char *text, enum kind *kind, int64_t *id)
{
	*kind = KIND_MUNICIPALITY;
	struct error e = store_record_id(ctx->db, kind_rows[*kind].noun, text, id);
	if (e.code != E_NOT_FOUND)
		return e;
	*kind = KIND_TEAM;
	return team_find(ctx, text, id);
}

struct error kinds_find(
	struct context *ctx, struct arena *arena, const char *text, struct found *found)
{
	struct reference_read read = reference_read(text);
	struct error e = ok();

	TRY(require(ctx, ACT_READ));
	if (read.kind == KIND_NONE)
		e = find_unprefixed(ctx, text, &read.kind, &read.id);
	else if (kind_rows[read.kind].naming != NAMED_BY_NUMBER)
		e = store_record_id(ctx->db, kind_rows[read.kind].noun, read.rest, &read.id);
	if (e.code == E_OK)
		e = kinds_get(ctx, arena, read.kind, read.id, found);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "record") : e;
}

struct error kinds_ids(struct context *ctx, enum kind kind, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_record_ids(ctx->db, kind_rows[kind].noun, ids);
}

struct error kinds_name(struct context *ctx, const char *text, struct reference *name)
{
	struct arena arena = { 0 };
	struct found found;
	struct error e = kinds_find(ctx, &arena, text, &found);

	if (e.code == E_OK)
		e = reference_of(ctx, found.kind, found.id, name);
	arena_clear(&arena);
	return e;
}

enum kind kinds_of_row(struct context *ctx, const char *table, int64_t id)
{
	struct arena arena = { 0 };
	char *noun;
	struct error e = store_record_kind(ctx->db, table, id, &arena, &noun);
	enum kind kind = e.code == E_OK ? kind_of_noun(noun) : KIND_NONE;

	arena_clear(&arena);
	return kind;
}

const char *kinds_line(struct arena *arena, const struct found *found)
{
	if (*found->code == '\0' || found->kind == KIND_MUNICIPALITY)
		return found->title;
	return arena_printf(arena, "%s %s", found->code, found->title);
}
