/* SPDX-License-Identifier: MIT */
#include "src/phases/contract_terms.h"

#include <string.h>

#include "db/store/organization.h"
#include "db/store/team.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"
#include "src/registers/business_id.h"
#include "src/registers/organization.h"

static const char no_person[] =
	N_("A team is no legal person and makes no contract: name the organization behind it with "
	   "its business ID, or the persons themselves.");

struct error contract_party_find(
	struct context *ctx, int64_t team_id, const char *text, int64_t *organization_id)
{
	struct arena arena = { 0 };
	struct team team;

	*organization_id = 0;
	if (*text == '\0')
		return ok();
	struct error e = organization_find(ctx, text, organization_id);
	if (e.code == E_NOT_FOUND && store_team_get(ctx->db, &arena, team_id, &team).code == E_OK &&
		(strcmp(text, team.code) == 0 ||
			strcmp(utf8_fold(&arena, text), utf8_fold(&arena, team.name)) == 0))
		e = rule(no_person);
	arena_clear(&arena);
	return e;
}

static struct error behind_team(struct context *ctx, struct arena *arena, struct contract *c)
{
	struct contract first;
	struct team team;

	if (c->changes != 0) {
		TRY(store_contract_get(ctx->db, arena, c->changes, &first));
		c->organization_id = first.organization_id;
		c->persons = first.persons;
		return ok();
	}
	TRY(store_team_get(ctx->db, arena, c->team_id, &team));
	c->organization_id = team.organization_id;
	return ok();
}

struct error contract_party_settle(struct context *ctx, struct arena *arena, struct contract *c)
{
	struct organization o;

	if (c->organization_id != 0 && *c->persons != '\0')
		return rule(N_("The party is an organization or persons, not both."));
	if (c->organization_id == 0 && *c->persons == '\0')
		TRY(behind_team(ctx, arena, c));
	if (c->organization_id == 0)
		return *c->persons != '\0' ? ok() : rule(no_person);
	TRY(store_organization_get(ctx->db, arena, c->organization_id, &o));
	if (*o.business_id == '\0')
		return rule(N_("The organization has no business ID in the register: add it there, "
			       "or name the persons who are the party."));
	return business_id_holds(o.business_id) ?
		       ok() :
		       rule(N_("The organization's business ID in the register is mistyped: its "
			       "check digit does not fit. Correct it there first."));
}

const char *contract_party(struct arena *arena, const struct contract *c)
{
	const char *name = i18n_pick(c->party_fi, c->party_sv, NULL, NULL);

	return c->organization_id == 0 ? c->persons :
					 arena_printf(arena, "%s (%s)", name, c->party_id);
}

/* The next line, cut at its end, and *rest behind it; NULL behind the last. Empty ones are left
 * out. */
static const char *next_line(struct arena *arena, const char **rest)
{
	while (**rest == '\n')
		(*rest)++;
	if (**rest == '\0')
		return NULL;
	size_t n = strcspn(*rest, "\n");
	char *line = arena_text(arena, *rest);
	line[n] = '\0';
	*rest += n;
	return line;
}

static const char *trimmed(struct arena *arena, const char *text, size_t n)
{
	while (n > 0 && *text == ' ') {
		text++;
		n--;
	}
	while (n > 0 && text[n - 1] == ' ')
		n--;
	return arena_printf(arena, "%.*s", (int)n, text);
}

static bool read_milestone(struct arena *arena, const char *line, struct contract_milestone *m)
{
	const char *sum = strchr(line, ';'), *text = sum == NULL ? NULL : strchr(sum + 1, ';');

	if (text == NULL)
		return false;
	m->text = trimmed(arena, text + 1, strlen(text + 1));
	return *m->text != '\0' &&
	       day_parse(trimmed(arena, line, (size_t)(sum - line)), &m->due).code == E_OK &&
	       money_parse("net", trimmed(arena, sum + 1, (size_t)(text - sum - 1)), &m->net)
			       .code == E_OK &&
	       m->net > 0;
}

struct error contract_milestones_check(struct arena *arena, const struct contract *c)
{
	struct contract_milestone m = { .position = 0 };
	const char *rest = c->milestones, *line;
	int64_t sum = 0;

	for (int64_t n = 1; (line = next_line(arena, &rest)) != NULL; n++) {
		if (!read_milestone(arena, line, &m))
			return (struct error){ .code = E_HELD,
				/* TRANSLATORS: %lld is the number of a line. */
				.field = N_("Milestone %lld is not a day, a sum and what for, with "
					    "semicolons between, such as 13.2.2020; 60 000; "
					    "Beginning."),
				.low = n };
		TRY(money_add(&sum, m.net));
	}
	return sum == 0 || sum == c->net ?
		       ok() :
		       rule(N_("The milestones do not add up to the price: together they must come "
			       "to it to the cent."));
}

static struct error put_persons(
	struct context *ctx, struct arena *arena, int64_t id, const char *part, const char *lines)
{
	const char *line;

	TRY(store_contract_persons_clear(ctx->db, id, part));
	for (int64_t n = 1; (line = next_line(arena, &lines)) != NULL; n++) {
		const char *comma = strchr(line, ',');
		size_t length = comma == NULL ? strlen(line) : (size_t)(comma - line);
		struct contract_person person = { .contract_id = id,
			.part = part,
			.position = n,
			.name = trimmed(arena, line, length),
			.title =
				comma == NULL ? "" : trimmed(arena, comma + 1, strlen(comma + 1)) };

		TRY(store_contract_person_add(ctx->db, &person));
	}
	return ok();
}

struct error contract_persons_put(
	struct context *ctx, struct arena *arena, const struct contract *c)
{
	return put_persons(ctx, arena, c->id, "party", c->persons);
}

static struct error put_milestones(
	struct context *ctx, struct arena *arena, const struct contract *c)
{
	const char *rest = c->milestones, *line;

	TRY(store_contract_milestones_clear(ctx->db, c->id));
	for (int64_t n = 1; (line = next_line(arena, &rest)) != NULL; n++) {
		struct contract_milestone m = { .contract_id = c->id, .position = n };

		if (read_milestone(arena, line, &m))
			TRY(store_contract_milestone_add(ctx->db, &m));
	}
	return ok();
}

struct error contract_lines_put(struct context *ctx, struct arena *arena, const struct contract *c)
{
	TRY(put_persons(ctx, arena, c->id, "signatory", c->signatories));
	return put_milestones(ctx, arena, c);
}

struct error contract_milestones(struct context *ctx, struct arena *arena, int64_t id,
	struct contract_milestones *milestones)
{
	TRY(require(ctx, ACT_READ));
	return store_contract_milestones(ctx->db, arena, id, milestones);
}

struct error contract_uninvited(
	struct context *ctx, struct arena *arena, int64_t team_id, const char **sentence)
{
	struct team other;
	int64_t id;

	TRY(require(ctx, ACT_READ));
	*sentence = "";
	struct error e = store_winner_uninvited(ctx->db, team_id, &id);
	if (e.code == E_NOT_FOUND)
		return ok();
	TRY(e);
	TRY(store_team_get(ctx->db, arena, id, &other));
	/* TRANSLATORS: a team's code and name. */
	*sentence = arena_printf(arena,
		_("%s %s shares the win and has not been invited to negotiate: all winners must "
		  "be."),
		other.code, other.name);
	return ok();
}
