/* SPDX-License-Identifier: MIT
 * The members of a team: persons of the register, from a day to a day. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "db/search.h"
#include "db/store/submission.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/phases/member.h"
#include "src/phases/member_text.h"
#include "src/registers/person.h"

/* The word with an @ is the address; the rest is the name. */
static struct member_input member_of(struct arena *arena, const char *text)
{
	const char *at = strchr(text, '@'), *start = at;

	if (at == NULL)
		return (struct member_input){ .name = utf8_clean(arena, text, TEXT_LINE) };
	while (start > text && strchr(" \t<(", start[-1]) == NULL)
		start--;
	char *name = arena_bytes(arena, text, (size_t)(start - text));
	size_t n = strlen(name);
	while (n > 0 && strchr(" \t<(,:", name[n - 1]) != NULL)
		name[--n] = '\0';
	return (struct member_input){ .name = utf8_clean(arena, name, TEXT_LINE),
		.email = arena_bytes(arena, start, strcspn(start, " \t>),")) };
}

enum member_fault members_pair(struct arena *arena, const char *names, const char *emails,
	struct member_input members[MEMBERS_MAX], size_t *n)
{
	char *rest = arena_text(arena, members_lines(arena, names));
	char *addresses = arena_text(arena, addresses_lines(arena, emails));

	*n = 0;
	while (rest != NULL || addresses != NULL) {
		const char *name = rest == NULL ? "" : strsep(&rest, "\n");
		const char *address = addresses == NULL ? "" : strsep(&addresses, "\n");
		struct member_input member = member_of(arena, name);

		address = utf8_clean(arena, address, TEXT_LINE);
		if (*member.name == '\0' && member.email == NULL && *address == '\0')
			continue;
		if (*member.name == '\0')
			return MEMBERS_NAMELESS;
		if (*n == MEMBERS_MAX)
			return MEMBERS_TOO_MANY;
		if (*address != '\0')
			member.email = address;
		members[(*n)++] = member;
	}
	return MEMBERS_GOOD;
}

size_t members_read(struct arena *arena, const char *text, struct member_input members[MEMBERS_MAX])
{
	size_t n;

	(void)members_pair(arena, text, "", members, &n);
	return n;
}

/* A name alone is no key: two people may share one. An e-mail address is one person's. */
static struct error person_of(struct context *ctx, struct arena *arena,
	const struct member_input *in, const char *lang, int64_t *id)
{
	struct person person = { .name = in->name,
		.email = in->email == NULL ? "" : in->email,
		.phone = "",
		.lang = lang };

	TRY(person_clean(arena, &person));
	if (*person.email != '\0') {
		struct error e = store_person_by_email(ctx->db, person.email, id);
		if (e.code != E_NOT_FOUND)
			return e;
	}
	return person_insert(ctx->db, &person, id);
}

struct error member_insert(struct context *ctx, struct arena *arena, int64_t team_id,
	const struct member_input *in, const char *lang, int64_t day)
{
	struct team_member member = { .team_id = team_id,
		.name = in->name,
		.role = in->role,
		.consent = in->consent,
		.from = day };
	int64_t id;

	TRY(record_clean(arena, &record_of_team_member, &member, IN_ADD));
	TRY(person_of(ctx, arena, in, lang, &member.person_id));
	struct error e = store_team_member_add(ctx->db, &member, &id);
	return e.code == E_EXISTS ? fail(E_EXISTS, "member") : e;
}

struct error team_members(
	struct context *ctx, struct arena *arena, int64_t id, struct team_members *members)
{
	TRY(require(ctx, ACT_READ));
	return store_team_members(ctx->db, arena, id, members);
}

/* The act, and what follows of it for search and versions. */
static struct error finish(
	struct context *ctx, const struct team *t, const char *act, const char *reason)
{
	TRY(store_team_act_add(ctx->db, t->id,
		&(struct team_act){ act, context_now(ctx), t->state, reason, NULL },
		ctx->account.id));
	TRY(store_team_bump(ctx->db, t->id));
	return search_index(ctx->db, SEARCH_TEAM, t->id);
}

static struct error check_reason(
	struct arena *arena, const struct team *t, const char *reason, const char **why)
{
	return input_lines(arena, "reason", reason, REASON_MAX,
		team_state_of(t->state) != TEAM_STATE_APPLIED, why);
}

/* A team is written to in the language of its application. */
static const char *lang_of(struct context *ctx, struct arena *arena, const struct team *t)
{
	struct submission s;

	if (t->application_id == 0 ||
		store_submission_get(ctx->db, arena, t->application_id, &s).code != E_OK)
		return "";
	return s.lang;
}

/* Which seat is meant: by name, by address, or by both where several have the name. */
static bool is_meant(
	struct arena *arena, const struct team_member *member, const char *name, const char *email)
{
	if (member->to != 0 || (*email != '\0' && strcasecmp(member->email, email) != 0))
		return false;
	return *name == '\0' ||
	       strcmp(utf8_fold(arena, member->name), utf8_fold(arena, name)) == 0 ||
	       (*member->email != '\0' && strcasecmp(member->email, name) == 0);
}

struct error team_member_find(struct context *ctx, int64_t team_id, const char *name,
	const char *email, int64_t *member_id)
{
	struct arena arena = { 0 };
	struct team_members members = { 0 };
	size_t found = 0;
	struct error e = team_members(ctx, &arena, team_id, &members);

	for (size_t i = 0; e.code == E_OK && i < members.n; i++)
		if (is_meant(&arena, &members.rows[i], name, email)) {
			*member_id = members.rows[i].id;
			found++;
		}
	arena_clear(&arena);
	if (e.code == E_OK && found > 1)
		return rule(N_("Several members have this name. Add --email with the address of "
			       "the one who is meant."));
	return e.code == E_OK && found == 0 ? fail(E_NOT_FOUND, "member") : e;
}

struct error team_member_add(struct context *ctx, int64_t team_id,
	const struct member_input *member, int64_t day, const char *reason)
{
	struct arena arena = { 0 };
	struct team t = { .code = "" };
	const char *why = "";

	TRY(require(ctx, ACT_TEAM));
	if (day == 0)
		day = day_of_time(context_now(ctx));
	struct error e = context_begin(ctx);
	if (e.code != E_OK)
		return e;
	e = team_get(ctx, &arena, team_id, &t);
	if (e.code == E_OK)
		e = check_reason(&arena, &t, reason, &why);
	if (e.code == E_OK)
		e = member_insert(ctx, &arena, team_id, member, lang_of(ctx, &arena, &t), day);
	if (e.code == E_OK)
		e = finish(ctx, &t, "member_add", why);
	e = context_end(ctx, e, "team.member_add", t.code);
	arena_clear(&arena);
	return e;
}

static struct error find_member(struct context *ctx, struct arena *arena, int64_t team_id,
	int64_t member_id, struct team_member *member)
{
	struct team_members members;

	TRY(store_team_members(ctx->db, arena, team_id, &members));
	for (size_t i = 0; i < members.n; i++)
		if (members.rows[i].id == member_id) {
			*member = members.rows[i];
			return ok();
		}
	return fail(E_NOT_FOUND, "member");
}

static struct error end_member(struct context *ctx, struct arena *arena, const struct team *t,
	int64_t member_id, int64_t day, const char *reason)
{
	struct team_member member;
	const char *why = "";

	TRY(check_reason(arena, t, reason, &why));
	TRY(find_member(ctx, arena, t->id, member_id, &member));
	if (member.to != 0)
		return rule(N_("That member has already left."));
	if (day < member.from)
		return fail(E_INVALID, "valid_to");
	TRY(store_team_member_end(ctx->db, member_id, day));
	return finish(ctx, t, "member_end", why);
}

struct error team_member_end(
	struct context *ctx, int64_t team_id, int64_t member_id, int64_t day, const char *reason)
{
	struct arena arena = { 0 };
	struct team t = { .code = "" };

	TRY(require(ctx, ACT_TEAM));
	if (day == 0)
		day = day_of_time(context_now(ctx));
	struct error e = context_begin(ctx);
	if (e.code != E_OK)
		return e;
	e = team_get(ctx, &arena, team_id, &t);
	if (e.code == E_OK)
		e = end_member(ctx, &arena, &t, member_id, day, reason);
	e = context_end(ctx, e, "team.member_end", t.code);
	arena_clear(&arena);
	return e;
}

struct error team_member_get(struct context *ctx, struct arena *arena, int64_t team_id,
	int64_t member_id, struct team_member *member)
{
	TRY(require(ctx, ACT_READ));
	return find_member(ctx, arena, team_id, member_id, member);
}

static struct error set_member(struct context *ctx, struct arena *arena, int64_t team_id,
	int64_t member_id, const char *role, bool consent)
{
	struct team_member member, changed = { .role = role };

	TRY(record_clean(arena, &record_of_team_member, &changed, IN_EDIT));
	TRY(find_member(ctx, arena, team_id, member_id, &member));
	TRY(store_team_member_set(ctx->db, member_id, changed.role, consent));
	return store_team_bump(ctx->db, team_id);
}

struct error team_member_set(
	struct context *ctx, int64_t team_id, int64_t member_id, const char *role, bool consent)
{
	struct arena arena = { 0 };
	struct team t = { .code = "" };

	TRY(require(ctx, ACT_TEAM));
	struct error e = context_begin(ctx);
	if (e.code != E_OK)
		return e;
	e = team_get(ctx, &arena, team_id, &t);
	if (e.code == E_OK)
		e = set_member(ctx, &arena, team_id, member_id, role, consent);
	e = context_end(ctx, e, "team.member_edit", t.code);
	arena_clear(&arena);
	return e;
}
