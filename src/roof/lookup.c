/* SPDX-License-Identifier: MIT */
#include "src/roof/lookup.h"

#include <stdlib.h>
#include <string.h>

#include "db/search.h"
#include "db/store/submission.h"
#include "db/store/team.h"
#include "src/judging/service.h"
#include "src/judging/sides.h"
#include "src/phases/challenge.h"
#include "src/phases/mentoring.h"
#include "src/phases/contract.h"
#include "src/phases/note.h"
#include "src/phases/question.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/registers/municipality.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"

static struct error find_submission(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct submission s;

	TRY(submission_get(ctx, arena, id, &s));
	/* What a team has sent is shown on its page. */
	*found = s.team_id != 0 ? (struct found){ KIND_TEAM, s.team_id, s.code, s.title } :
				  (struct found){ KIND_PROBLEM, id, s.code, s.title };
	if (s.sealed_by != 0)
		found->title = sides_cover();
	return ok();
}

static struct error find_municipality(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct municipality m;

	TRY(municipality_get(ctx, arena, id, &m));
	*found =
		(struct found){ KIND_MUNICIPALITY, id, m.code, municipality_shown(ctx, arena, &m) };
	return ok();
}

static struct error find_organization(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct organization o;

	TRY(organization_get(ctx, arena, id, &o));
	*found = (struct found){ KIND_ORGANIZATION, id, "", organization_name(&o) };
	return ok();
}

static struct error find_person(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct person p;

	TRY(person_get(ctx, arena, id, &p));
	*found = (struct found){ KIND_PERSON, id, "", p.name };
	return ok();
}

static struct error find_challenge(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct challenge c;

	TRY(challenge_get(ctx, arena, id, &c));
	*found = (struct found){ KIND_CHALLENGE, id, c.code, challenge_title(&c, NULL) };
	return ok();
}

static struct error find_note(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct note n;

	TRY(note_get(ctx, arena, id, &n));
	*found = (struct found){ KIND_NOTE, id, n.object, n.text };
	return ok();
}

static struct error find_session(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct mentoring_session s;

	TRY(session_get(ctx, arena, id, &s));
	*found = (struct found){ KIND_SESSION, id, s.code,
		arena_printf(arena, "%s: %s", s.place, s.topic) };
	return ok();
}

static struct error find_question(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct question q;

	TRY(question_get(ctx, arena, id, &q));
	*found = (struct found){ KIND_QUESTION, id, q.code, question_text(&q) };
	return ok();
}

static struct error find_complaint(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct complaint c;

	TRY(complaint_get(ctx, arena, id, &c));
	*found = (struct found){ KIND_COMPLAINT, id, c.code,
		arena_printf(arena, "%s %s", c.decision, c.by) };
	return ok();
}

static struct error find_team(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct team t;

	TRY(team_get(ctx, arena, id, &t));
	*found = (struct found){ KIND_TEAM, id, t.code, t.name };
	return ok();
}

static struct error find_contract(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct contract c;

	TRY(contract_get(ctx, arena, id, &c));
	*found = (struct found){ KIND_CONTRACT, id, c.code,
		arena_printf(arena, "%s %s", c.team_code, c.team_name) };
	return ok();
}

static struct error find_payment(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct payment p;

	TRY(payment_get(ctx, arena, id, &p));
	*found = (struct found){ KIND_PAYMENT, id, p.code,
		arena_printf(arena, "%s %s", p.contract_code, p.text) };
	return ok();
}

typedef struct error (*describe)(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found);

static const describe describers[] = {
	[SEARCH_SUBMISSION] = find_submission,
	[SEARCH_MUNICIPALITY] = find_municipality,
	[SEARCH_ORGANIZATION] = find_organization,
	[SEARCH_PERSON] = find_person,
	[SEARCH_CHALLENGE] = find_challenge,
	[SEARCH_NOTE] = find_note,
	[SEARCH_SESSION] = find_session,
	[SEARCH_QUESTION] = find_question,
	[SEARCH_TEAM] = find_team,
	[SEARCH_CONTRACT] = find_contract,
	[SEARCH_COMPLAINT] = find_complaint,
};

/* What a blind round hides is found by the words of its sender's side alone, after all else. */
static struct error without_hidden(struct context *ctx, struct arena *arena, const char *words,
	const struct id_list *hidden, struct search_hits *hits)
{
	struct search_hit *kept = arena_alloc(arena, (hits->n + hidden->n + 1) * sizeof(*kept));
	struct id_list found = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < hits->n; i++)
		if (hits->hits[i].kind != SEARCH_SUBMISSION ||
			id_list_find(hidden, hits->hits[i].id) == (size_t)-1)
			kept[n++] = hits->hits[i];
	struct error e = sides_search(ctx, words, &found);
	for (size_t i = 0; e.code == E_OK && i < found.n; i++)
		kept[n++] = (struct search_hit){ SEARCH_SUBMISSION, found.ids[i] };
	*hits = (struct search_hits){ kept, n };
	id_list_clear(&found);
	return e;
}

static struct error find_hits(struct context *ctx, struct arena *arena, const char *words,
	int64_t limit, struct search_hits *hits)
{
	struct id_list hidden = { 0 };
	struct error e = sides_hidden_ids(ctx, &hidden);

	if (e.code == E_OK)
		e = search_find(ctx->db, arena, words, limit + (int64_t)hidden.n, hits);
	if (e.code == E_OK && hidden.n > 0)
		e = without_hidden(ctx, arena, words, &hidden, hits);
	if (e.code == E_OK && hits->n > (size_t)limit)
		hits->n = (size_t)limit;
	id_list_clear(&hidden);
	return e;
}

struct error lookup(struct context *ctx, struct arena *arena, const char *words, int64_t limit,
	struct founds *founds)
{
	struct search_hits hits;

	TRY(require(ctx, ACT_READ));
	TRY(find_hits(ctx, arena, words, limit, &hits));
	founds->n = 0;
	founds->rows = arena_alloc(arena, (hits.n + 1) * sizeof(*founds->rows));
	for (size_t i = 0; i < hits.n; i++) {
		size_t kind = hits.hits[i].kind;

		if (kind >= LEN(describers) || describers[kind] == NULL)
			continue;
		TRY(describers[kind](ctx, arena, hits.hits[i].id, &founds->rows[founds->n]));
		founds->n++;
	}
	return ok();
}

static struct error find_numbered(
	struct context *ctx, struct arena *arena, const char *code, struct found *found)
{
	static const struct {
		const char *kind;
		describe describe;
	} numbered[] = { { "person:", find_person }, { "organization:", find_organization } };

	for (size_t i = 0; i < LEN(numbered); i++) {
		size_t n = strlen(numbered[i].kind);

		if (strncmp(code, numbered[i].kind, n) != 0 ||
			code[n + strspn(code + n, "0123456789")] != '\0')
			continue;
		return numbered[i].describe(ctx, arena, strtoll(code + n, NULL, 10), found);
	}
	return fail(E_NOT_FOUND, "record");
}

static struct error find_submission_code(struct context *ctx, const char *code, int64_t *id)
{
	return store_submission_find(ctx->db, code, id);
}

static struct error find_municipality_code(struct context *ctx, const char *code, int64_t *id)
{
	return store_municipality_by_code(ctx->db, code, id);
}

/* What a code can be of; a team is found by its name too. */
static const struct {
	struct error (*find)(struct context *ctx, const char *code, int64_t *id);
	describe describe;
} coded[] = {
	{ find_submission_code, find_submission },
	{ challenge_find, find_challenge },
	{ session_find, find_session },
	{ question_find, find_question },
	{ contract_find, find_contract },
	{ payment_find, find_payment },
	{ complaint_find, find_complaint },
	{ team_find, find_team },
	{ find_municipality_code, find_municipality },
};

struct error lookup_code(
	struct context *ctx, struct arena *arena, const char *code, struct found *found)
{
	int64_t id;

	TRY(require(ctx, ACT_READ));
	for (size_t i = 0; i < LEN(coded); i++) {
		struct error e = coded[i].find(ctx, code, &id);

		if (e.code == E_OK)
			return coded[i].describe(ctx, arena, id, found);
		if (e.code != E_NOT_FOUND)
			return e; /* of several that have the name, none is taken */
	}
	struct error e = find_numbered(ctx, arena, code, found);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "record") : e;
}

const char *lookup_shown(struct context *ctx, struct arena *arena, const char *code)
{
	struct found found;

	if (lookup_code(ctx, arena, code, &found).code != E_OK)
		return code;
	return *found.code != '\0' && found.kind != KIND_MUNICIPALITY ? found.code : found.title;
}
