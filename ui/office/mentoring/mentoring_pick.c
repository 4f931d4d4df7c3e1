/* SPDX-License-Identifier: MIT
 * Choosing teams, challenges and mentors; and changing who a session is for. */
#include "ui/office/mentoring/mentoring_pick.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/phases/challenge.h"
#include "src/phases/mentoring.h"
#include "src/phases/team.h"
#include "src/registers/person.h"
#include "ui/toolkit/dialog.h"

/* Names and ids side by side. */
struct offer {
	struct arena arena;
	const char **names;
	int64_t *ids;
	size_t n;
};

static void offer_init(struct offer *offer, size_t capacity)
{
	*offer = (struct offer){ 0 };
	offer->names = arena_alloc(&offer->arena, (capacity + 1) * sizeof(*offer->names));
	offer->ids = arena_alloc(&offer->arena, (capacity + 1) * sizeof(*offer->ids));
}

static void offer_add(struct offer *offer, int64_t id, const char *name)
{
	offer->ids[offer->n] = id;
	offer->names[offer->n++] = arena_text(&offer->arena, name);
}

/* It begins at the record with the id `current`, if that is offered. */
static int64_t offer_from(
	struct ui *ui, struct offer *offer, struct error e, const char *title, int64_t current)
{
	size_t at = offer->n;

	while (at > 0 && offer->ids[at - 1] != current)
		at--;
	ui_complain(ui, e);
	int chosen = e.code == E_OK ?
			     ui_pick_from(ui, title, offer->names, offer->n, at > 0 ? at - 1 : 0) :
			     -1;
	int64_t id = chosen < 0 ? -1 : offer->ids[chosen];
	arena_clear(&offer->arena);
	return id;
}

static int64_t offer_pick(struct ui *ui, struct offer *offer, struct error e, const char *title)
{
	return offer_from(ui, offer, e, title, -1);
}

static struct error offer_teams(struct ui *ui, struct offer *offer, const struct id_list *ids)
{
	for (size_t i = 0; i < ids->n; i++) {
		struct team t;

		TRY(team_get(ui->ctx, &offer->arena, ids->ids[i], &t));
		offer_add(offer, t.id, arena_printf(&offer->arena, "%s  %s", t.code, t.name));
	}
	return ok();
}

int64_t choose_team(struct ui *ui, const char *title, enum team_choice which)
{
	struct id_list ids = { 0 };
	struct offer offer;
	struct error e = which == TEAMS_MENTORED ? mentored_team_ids(ui->ctx, &ids) :
						   team_ids(ui->ctx, 0, NULL, &ids);

	offer_init(&offer, ids.n);
	if (e.code == E_OK)
		e = offer_teams(ui, &offer, &ids);
	id_list_clear(&ids);
	return offer_pick(ui, &offer, e, title);
}

int64_t choose_challenge(struct ui *ui, const char *title, const char *none, int64_t current)
{
	struct id_list ids = { 0 };
	struct offer offer;
	struct error e = challenge_ids(ui->ctx, &ids);

	offer_init(&offer, ids.n + 1);
	if (none != NULL)
		offer_add(&offer, 0, none);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct challenge c;

		e = challenge_get(ui->ctx, &offer.arena, ids.ids[i], &c);
		if (e.code == E_OK)
			offer_add(&offer, c.id,
				arena_printf(
					&offer.arena, "%s  %s", c.code, challenge_title(&c, NULL)));
	}
	id_list_clear(&ids);
	return offer_from(ui, &offer, e, title, current);
}

static struct error offer_people(struct ui *ui, struct offer *offer, const struct id_list *mentors,
	const struct id_list *people)
{
	struct person p;

	for (size_t i = 0; i < mentors->n; i++) {
		TRY(person_get(ui->ctx, &offer->arena, mentors->ids[i], &p));
		offer_add(offer, p.id, p.name);
	}
	for (size_t i = 0; i < people->n; i++) {
		if (id_list_find(mentors, people->ids[i]) != (size_t)-1)
			continue;
		TRY(person_get(ui->ctx, &offer->arena, people->ids[i], &p));
		/* TRANSLATORS: %s is a person's name. */
		offer_add(
			offer, p.id, arena_printf(&offer->arena, _("%s (no mentor yet)"), p.name));
	}
	return ok();
}

int64_t choose_mentor(struct ui *ui, const char *title)
{
	struct id_list mentors = { 0 }, people = { 0 };
	struct offer offer;
	struct error e = mentor_ids(ui->ctx, &mentors);

	if (e.code == E_OK)
		e = person_ids(ui->ctx, &people);
	offer_init(&offer, mentors.n + people.n);
	if (e.code == E_OK)
		e = offer_people(ui, &offer, &mentors, &people);
	id_list_clear(&mentors);
	id_list_clear(&people);
	return offer_pick(ui, &offer, e, title);
}

void pick_team(struct ui *ui, struct form *form, size_t field)
{
	int64_t id = choose_team(ui, _("Team: type a part of its name"), TEAMS_ALL);
	struct arena arena = { 0 };
	struct team t;

	if (id > 0 && team_get(ui->ctx, &arena, id, &t).code == E_OK)
		form_set_id(form, field, id, t.name);
	arena_clear(&arena);
}

void pick_challenge(struct ui *ui, struct form *form, size_t field)
{
	int64_t id = choose_challenge(
		ui, _("Challenge"), _("common to all challenges"), form_id(form, field));
	struct arena arena = { 0 };
	struct challenge c;

	if (id == 0)
		form_set_id(form, field, 0, "");
	if (id > 0 && challenge_get(ui->ctx, &arena, id, &c).code == E_OK)
		form_set_id(form, field, id,
			arena_printf(&arena, "%s %s", c.code, challenge_title(&c, NULL)));
	arena_clear(&arena);
}

/* Takes it off the list, or puts it there. */
static void toggle(struct id_list *ids, int64_t id)
{
	size_t at = id_list_find(ids, id);

	if (at == (size_t)-1) {
		id_list_add(ids, id);
		return;
	}
	for (size_t i = at; i + 1 < ids->n; i++)
		ids->ids[i] = ids->ids[i + 1];
	ids->n--;
}

static const char *marked(struct arena *arena, bool on, const char *name)
{
	return arena_printf(arena, "%s %s", on ? term_glyph(GLYPH_DONE) : " ", name);
}

/* Takes one off or adds somebody; -1 ends it. */
static int64_t choose_change(struct ui *ui, const struct session_mentors *now)
{
	struct arena arena = { 0 };
	const char **names = arena_alloc(&arena, (now->n + 1) * sizeof(*names));

	for (size_t i = 0; i < now->n; i++)
		/* TRANSLATORS: %s is a mentor's name. */
		names[i] = arena_printf(&arena, _("Take off: %s"), now->rows[i].name);
	names[now->n] = _("Add a mentor…");
	int chosen = ui_choose(ui, _("Mentors of the session (Esc when it is right)"), names,
		(int)now->n + 1, (int)now->n);
	arena_clear(&arena);
	if (chosen < 0)
		return -1;
	return (size_t)chosen < now->n ? now->rows[chosen].person_id :
					 choose_mentor(ui, _("Mentor: type a part of the name"));
}

void edit_mentors(struct ui *ui, int64_t session_id)
{
	for (bool more = true; more;) {
		struct arena arena = { 0 };
		struct session_mentors now = { 0 };
		struct id_list ids = { 0 };
		struct error e = session_mentors(ui->ctx, &arena, session_id, &now);

		for (size_t i = 0; i < now.n; i++)
			id_list_add(&ids, now.rows[i].person_id);
		int64_t id = e.code == E_OK ? choose_change(ui, &now) : -1;
		more = id > 0;
		if (more) {
			toggle(&ids, id);
			e = session_set_mentors(ui->ctx, session_id, &ids);
		}
		ui_complain(ui, e);
		id_list_clear(&ids);
		arena_clear(&arena);
	}
}

static void now_invited(const struct session_teams *now, struct id_list *ids)
{
	for (size_t i = 0; i < now->n; i++)
		id_list_add(ids, now->rows[i].team_id);
}

/* All teams that go on or were ever in a session, those of this one marked. */
static int64_t choose_toggle(struct ui *ui, const struct id_list *invited, int *current)
{
	struct id_list all = { 0 };
	struct offer offer;
	struct error e = mentored_team_ids(ui->ctx, &all);

	offer_init(&offer, all.n);
	for (size_t i = 0; e.code == E_OK && i < all.n; i++) {
		struct mentored_team t;

		e = mentored_team_get(ui->ctx, &offer.arena, all.ids[i], &t);
		if (e.code == E_OK)
			offer_add(&offer, t.id,
				marked(&offer.arena, id_list_find(invited, t.id) != (size_t)-1,
					arena_printf(
						&offer.arena, "%s %s", t.challenge_code, t.name)));
	}
	id_list_clear(&all);
	ui_complain(ui, e);
	*current = ui_choose(ui, _("The session is for (Esc when it is right)"), offer.names,
		(int)offer.n, *current);
	int64_t id = *current < 0 ? -1 : offer.ids[*current];
	arena_clear(&offer.arena);
	return id;
}

void edit_teams(struct ui *ui, int64_t session_id)
{
	int current = 0;

	for (bool more = true; more;) {
		struct arena arena = { 0 };
		struct session_teams now = { 0 };
		struct id_list ids = { 0 };
		struct error e = session_teams(ui->ctx, &arena, session_id, &now);

		now_invited(&now, &ids);
		int64_t id = e.code == E_OK ? choose_toggle(ui, &ids, &current) : -1;
		more = id > 0;
		if (more) {
			toggle(&ids, id);
			e = session_set_teams(ui->ctx, session_id, &ids);
		}
		ui_complain(ui, e);
		id_list_clear(&ids);
		arena_clear(&arena);
	}
}
