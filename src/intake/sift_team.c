/* SPDX-License-Identifier: MIT
 * Judging whose a row is when a team sends it: its challenge, name and members; which team is
 * meant. */
#include <ctype.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/email.h"
#include "src/base/input.h"
#include "src/intake/sift.h"
#include "src/phases/range.h"

static struct arena *arena_of(struct sifting *j)
{
	return &j->import->table.arena;
}

static const char *name_key(struct sifting *j, int64_t challenge_id, const char *name)
{
	return arena_printf(
		arena_of(j), "%lld|%s", (long long)challenge_id, utf8_fold(arena_of(j), name));
}

static const char *id_key(struct sifting *j, int64_t id)
{
	return arena_printf(arena_of(j), "%lld", (long long)id);
}

static struct error load_challenges(struct sifting *j)
{
	struct sifted_teams *teams = &j->teams;
	struct id_list ids = { 0 };
	struct error e = challenge_ids(j->ctx, &ids);

	teams->challenges = arena_alloc(arena_of(j), (ids.n + 1) * sizeof(*teams->challenges));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = challenge_get(j->ctx, arena_of(j), ids.ids[i],
			&teams->challenges[teams->challenge_count++]);
	id_list_clear(&ids);
	return e;
}

static struct error load_range(struct sifting *j)
{
	struct ranges ranges;

	TRY(range_list(j->ctx, arena_of(j), &ranges));
	for (size_t i = 0; i < ranges.n; i++)
		if (strcmp(ranges.rows[i].key, "members") == 0) {
			j->teams.least_members = ranges.rows[i].low;
			j->teams.most_members = ranges.rows[i].high;
		}
	return ok();
}

struct error sift_teams_load(struct sifting *j)
{
	struct sifted_teams *teams = &j->teams;
	struct id_list ids = { 0 };

	TRY(load_challenges(j));
	TRY(load_range(j));
	struct error e = team_ids(j->ctx, 0, NULL, &ids);
	teams->rows = arena_alloc(arena_of(j), (ids.n + 1) * sizeof(*teams->rows));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct team *team = &teams->rows[teams->n];

		e = team_get(j->ctx, arena_of(j), ids.ids[i], team);
		if (e.code != E_OK)
			break;
		(void)set_add(&teams->by_name, name_key(j, team->challenge_id, team->name),
			(int64_t)teams->n);
		(void)set_add(&teams->by_id, id_key(j, team->id), (int64_t)teams->n++);
	}
	id_list_clear(&ids);
	return e;
}

void sift_teams_clear(struct sifted_teams *teams)
{
	set_clear(&teams->by_name);
	set_clear(&teams->by_id);
}

/* By code or title in any language; a form's choice may have both: "C-2 Hiljaiset kylät". */
static bool is_challenge(struct arena *arena, const struct challenge *c, const char *folded)
{
	const char *titles[] = { c->title_fi, c->title_sv, c->title_en };
	const char *code = utf8_fold(arena, c->code);
	size_t n = strlen(code);

	if (strncmp(folded, code, n) == 0 && !isdigit((unsigned char)folded[n]))
		return true;
	for (size_t i = 0; i < LEN(titles); i++)
		if (*titles[i] != '\0' && strcmp(utf8_fold(arena, titles[i]), folded) == 0)
			return true;
	return false;
}

static const struct challenge *find_challenge(struct sifting *j, const char *text)
{
	const char *folded = utf8_fold(arena_of(j), text);

	for (size_t i = 0; i < j->teams.challenge_count; i++)
		if (is_challenge(arena_of(j), &j->teams.challenges[i], folded))
			return &j->teams.challenges[i];
	return NULL;
}

/* The names and addresses of the row, paired in their order. */
static void read_members(
	struct sifting *j, struct sifted_row *row, const char *names, const char *emails)
{
	struct member_input *members = arena_alloc(arena_of(j), MEMBERS_MAX * sizeof(*members));
	enum member_fault fault =
		members_pair(arena_of(j), names, emails, members, &row->member_count);

	row->members = members;
	if (fault == MEMBERS_NAMELESS)
		sift_refuse(j, row, "required", FIELD_MEMBER);
	else if (fault == MEMBERS_TOO_MANY)
		sift_refuse(j, row, "too_many", FIELD_MEMBER);
	for (size_t i = 0; i < row->member_count; i++)
		if (members[i].email != NULL && !is_email(members[i].email))
			sift_refuse(j, row, email_reason(members[i].email),
				*emails == '\0' ? FIELD_MEMBER : FIELD_MEMBER_EMAIL);
}

/* More or fewer than were planned is for a person to accept. */
static void count_members(struct sifting *j, struct sifted_row *row)
{
	int64_t n = (int64_t)row->member_count;

	if (table_column(&j->import->table, FIELD_MEMBER) == 0 || row->verdict != ROW_ADD)
		return;
	if (n >= j->teams.least_members && n <= j->teams.most_members)
		return;
	sift_hold(j, row, "members", FIELD_MEMBER);
	row->value = n;
}

static void read_organization(struct sifting *j, struct sifted_row *row, const char *text)
{
	struct id_list ids = { 0 };

	row->organization = text;
	if (*text == '\0')
		return;
	struct error e = store_organization_find(j->ctx->db, text, &ids);
	if (e.code == E_OK && ids.n == 1)
		row->team.organization_id = ids.ids[0];
	else if (e.code == E_OK && ids.n > 1)
		sift_refuse(j, row, "organization_several", FIELD_ORGANIZATION);
	id_list_clear(&ids);
}

static void read_kind(struct sifting *j, struct sifted_row *row, const char *text)
{
	const char *kind = *text == '\0' ? "other" : import_team_kind(arena_of(j), text);

	row->team.kind = kind == NULL ? "other" : kind;
	if (kind == NULL)
		sift_refuse(j, row, "kind", FIELD_KIND);
}

static void read_challenge(struct sifting *j, struct sifted_row *row, const char *text)
{
	const struct challenge *challenge = find_challenge(j, text);

	if (challenge == NULL)
		sift_refuse(j, row, "challenge_unknown", FIELD_CHALLENGE);
	else
		row->team.challenge_id = row->submission.challenge_id = challenge->id;
}

bool sift_applicant_team(struct sifting *j, struct sifted_row *row, const char *const *texts)
{
	int64_t known;

	row->team = (struct team){ .name = texts[FIELD_TEAM] };
	read_challenge(j, row, texts[FIELD_CHALLENGE]);
	read_kind(j, row, texts[FIELD_KIND]);
	read_organization(j, row, texts[FIELD_ORGANIZATION]);
	read_members(j, row, texts[FIELD_MEMBER], texts[FIELD_MEMBER_EMAIL]);
	if (set_find(
		    &j->teams.by_name, name_key(j, row->team.challenge_id, row->team.name), &known))
		row->team.id = row->submission.team_id = j->teams.rows[known].id;
	else
		count_members(j, row);
	return row->verdict != ROW_REFUSED;
}

/* By code, or by name in the challenge that is given; in any, if none is, and only one has it. */
static const struct team *find_team(struct sifting *j, const char *text, int64_t challenge_id)
{
	const char *folded = utf8_fold(arena_of(j), text);
	const struct team *found = NULL;

	for (size_t i = 0; i < j->teams.n; i++) {
		const struct team *team = &j->teams.rows[i];
		bool in_it = challenge_id == 0 || team->challenge_id == challenge_id;

		if (!in_it)
			continue;
		if (strcmp(utf8_fold(arena_of(j), team->code), folded) == 0)
			return team;
		if (strcmp(utf8_fold(arena_of(j), team->name), folded) != 0)
			continue;
		if (found != NULL)
			return NULL;
		found = team;
	}
	return found;
}

bool sift_solution_team(struct sifting *j, struct sifted_row *row, const char *const *texts)
{
	if (*texts[FIELD_CHALLENGE] != '\0')
		read_challenge(j, row, texts[FIELD_CHALLENGE]);
	const struct team *team = find_team(j, texts[FIELD_TEAM], row->submission.challenge_id);
	row->team = (struct team){ 0 };
	if (team == NULL) {
		sift_refuse(j, row, "team_unknown", FIELD_TEAM);
		return false;
	}
	row->submission.team_id = team->id;
	row->submission.challenge_id = team->challenge_id;
	if (team->solution_id == 0 && team_state_of(team->state) != TEAM_STATE_SELECTED)
		sift_refuse(j, row, "team_not_selected", FIELD_TEAM);
	return row->verdict != ROW_REFUSED;
}

static const struct team *team_of(struct sifting *j, const struct sifted_row *row)
{
	int64_t index;

	return set_find(&j->teams.by_id, id_key(j, row->submission.team_id), &index) ?
		       &j->teams.rows[index] :
		       NULL;
}

const char *sift_team_key(struct sifting *j, const struct sifted_row *row)
{
	const struct team *team = team_of(j, row);

	return team != NULL ? name_key(j, team->challenge_id, team->name) :
			      name_key(j, row->team.challenge_id, row->team.name);
}

bool sift_team_sent(struct sifting *j, const struct sifted_row *row, struct submission *sent)
{
	const struct team *team = team_of(j, row);
	int64_t id = team == NULL      ? 0 :
		     row->team.id != 0 ? team->application_id :
					 team->solution_id;

	return id != 0 && submission_get(j->ctx, arena_of(j), id, sent).code == E_OK;
}

static bool has_member(
	struct arena *arena, const struct team_members *members, const struct member_input *one)
{
	for (size_t i = 0; i < members->n; i++) {
		const struct team_member *m = &members->rows[i];
		const char *address = one->email == NULL ? "" : one->email;

		if (m->to == 0 && (*address != '\0' ? strcmp(utf8_fold(arena, m->email),
							      utf8_fold(arena, address)) == 0 :
						      strcmp(utf8_fold(arena, m->name),
							      utf8_fold(arena, one->name)) == 0))
			return true;
	}
	return false;
}

struct error sift_same_members(struct sifting *j, const struct sifted_row *row, bool *same)
{
	struct team_members members;
	size_t now = 0;

	*same = true;
	if (row->member_count == 0 || row->team.id == 0)
		return ok();
	TRY(team_members(j->ctx, arena_of(j), row->team.id, &members));
	for (size_t i = 0; i < members.n; i++)
		now += members.rows[i].to == 0 ? 1 : 0;
	*same = now == row->member_count;
	for (size_t i = 0; *same && i < row->member_count; i++)
		*same = has_member(arena_of(j), &members, &row->members[i]);
	return ok();
}

const char *sift_team_digest(struct sifting *j, const struct sifted_row *row)
{
	const struct submission *s = &row->submission;
	unsigned char digest[crypto_hash_sha256_BYTES];
	char *hex = arena_alloc(arena_of(j), sizeof(digest) * 2 + 1);
	struct buffer all = { 0 };

	buffer_printf(&all, "%s\n%s\n%s\n%s\n%s", sift_team_key(j, row), s->title, s->body,
		s->contact_name, s->contact_email);
	for (size_t i = 0; i < row->member_count; i++)
		buffer_printf(&all, "\n%s <%s>", row->members[i].name,
			row->members[i].email == NULL ? "" : row->members[i].email);
	crypto_hash_sha256(digest, (const unsigned char *)all.text, all.length);
	buffer_clear(&all);
	return sodium_bin2hex(hex, sizeof(digest) * 2 + 1, digest, sizeof(digest));
}
