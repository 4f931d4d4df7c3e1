/* SPDX-License-Identifier: MIT */
#include "src/lookup.h"

#include <stdlib.h>
#include <string.h>

#include "db/search.h"
#include "db/store/submission.h"
#include "src/phases/challenge.h"
#include "src/phases/note.h"
#include "src/phases/submission.h"
#include "src/registers/municipality.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"

static struct error find_submission(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct submission s;

	TRY(submission_get(ctx, arena, id, &s));
	*found = (struct found){ FOUND_PROBLEM, id, s.code, s.title };
	return ok();
}

static struct error find_municipality(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct municipality m;

	TRY(municipality_get(ctx, arena, id, &m));
	*found = (struct found){ FOUND_MUNICIPALITY, id, m.code, municipality_shown(ctx, arena, &m) };
	return ok();
}

static struct error find_organization(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct organization o;

	TRY(organization_get(ctx, arena, id, &o));
	*found = (struct found){ FOUND_ORGANIZATION, id, "", organization_name(&o) };
	return ok();
}

static struct error find_person(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct person p;

	TRY(person_get(ctx, arena, id, &p));
	*found = (struct found){ FOUND_PERSON, id, "", p.name };
	return ok();
}

static struct error find_challenge(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct challenge c;

	TRY(challenge_get(ctx, arena, id, &c));
	*found = (struct found){ FOUND_CHALLENGE, id, c.code, challenge_title(&c, NULL) };
	return ok();
}

static struct error find_note(
	struct context *ctx, struct arena *arena, int64_t id, struct found *found)
{
	struct note n;

	TRY(note_get(ctx, arena, id, &n));
	*found = (struct found){ FOUND_NOTE, id, n.object, n.text };
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
};

struct error lookup(struct context *ctx, struct arena *arena, const char *words, int64_t limit,
	struct founds *founds)
{
	struct search_hits hits;

	TRY(require(ctx, ACT_READ));
	TRY(search_find(ctx->db, arena, words, limit, &hits));
	founds->n = 0;
	founds->rows = arena_alloc(arena, (hits.n + 1) * sizeof(*founds->rows));
	for (size_t i = 0; i < hits.n; i++) {
		if (hits.hits[i].kind < SEARCH_SUBMISSION || hits.hits[i].kind > SEARCH_NOTE)
			continue;
		TRY(describers[hits.hits[i].kind](
			ctx, arena, hits.hits[i].id, &founds->rows[founds->n]));
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

struct error lookup_code(struct context *ctx, struct arena *arena, const char *code, struct found *found)
{
	int64_t id;
	struct error e = ok();

	TRY(require(ctx, ACT_READ));
	if (store_submission_find(ctx->db, code, &id).code == E_OK)
		e = find_submission(ctx, arena, id, found);
	else if (challenge_find(ctx, code, &id).code == E_OK)
		e = find_challenge(ctx, arena, id, found);
	else if (store_municipality_by_code(ctx->db, code, &id).code == E_OK)
		e = find_municipality(ctx, arena, id, found);
	else
		e = find_numbered(ctx, arena, code, found);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "record") : e;
}

const char *lookup_shown(struct context *ctx, struct arena *arena, const char *code)
{
	struct found found;

	if (lookup_code(ctx, arena, code, &found).code != E_OK)
		return code;
	return found.kind == FOUND_PROBLEM || found.kind == FOUND_CHALLENGE ? found.code : found.title;
}
