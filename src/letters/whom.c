/* SPDX-License-Identifier: MIT
 * Official matters go to the registry, with a copy to the contact; what concerns a team to its
 * contact, with a copy to its organization. */
#include <string.h>

#include "src/base/text.h"
#include "src/ground/sides.h"
#include "src/letters/matter.h"

static const char *text_or(const char *text, const char *otherwise)
{
	return text != NULL && *text != '\0' ? text : otherwise;
}

/* A person's own language counts once somebody has chosen it. */
static struct error put_own_language(struct letter_matter *m, const char *email)
{
	struct person person;
	int64_t id;

	if (*email == '\0')
		return ok();
	struct error e = store_person_by_email(m->batch->ctx->db, email, &id);
	if (e.code == E_OK)
		e = store_person_get(m->batch->ctx->db, m->batch->arena, id, &person);
	if (e.code == E_OK)
		m->to.own_language = person.lang;
	return e.code == E_NOT_FOUND ? ok() : e;
}

/* To whom first, and to whom a copy: never twice to the same. */
static void put_addresses(struct letter_recipient *to, const char *first, const char *second)
{
	to->email = *first != '\0' ? first : second;
	to->copy = *first != '\0' && strcmp(first, second) != 0 ? second : "";
}

struct error letter_to_applicant(struct letter_matter *m, const struct applicant *applicant)
{
	struct letter_batch const *b = m->batch;
	const char *contact = m->submission.id == 0 ? "" : m->submission.contact_email;
	const char *registry;

	if (applicant->municipality_id != 0) {
		struct municipality body;

		TRY(store_municipality_get(
			b->ctx->db, b->arena, applicant->municipality_id, 0, &body));
		m->to.name_fi = body.name_fi;
		m->to.name_sv = text_or(body.name_sv, body.name_fi);
		m->to.body_language = body.language;
		m->to.post = body.registry_post;
		registry = body.registry_email;
	} else {
		struct organization body;

		TRY(store_organization_get(
			b->ctx->db, b->arena, applicant->organization_id, &body));
		m->to.name_fi = text_or(body.name_fi, body.name_sv);
		m->to.name_sv = text_or(body.name_sv, body.name_fi);
		m->to.post = body.registry_post;
		registry = body.registry_email;
	}
	if (b->kind->official)
		put_addresses(&m->to, registry, contact);
	else
		put_addresses(&m->to, contact, *contact == '\0' ? registry : "");
	m->to.submission_language = m->submission.id == 0 ? "" : m->submission.lang;
	return put_own_language(m, contact);
}

/* Of a team its solution's contact, else its application's: the language too. */
static struct error read_contact(
	struct letter_matter *m, const char **email, const char **name, const char **lang)
{
	const int64_t ids[] = { m->team.solution_id, m->team.application_id };

	*email = *name = *lang = "";
	for (size_t i = 0; i < LEN(ids); i++) {
		struct submission s;

		if (ids[i] == 0)
			continue;
		TRY(store_submission_get(m->batch->ctx->db, m->batch->arena, ids[i], &s));
		s.sealed_by = sides_sealed_by(m->batch->ctx, &s);
		if (**email == '\0') {
			*email = s.contact_email;
			*name = s.contact_name;
		}
		if (**lang == '\0' && s.sealed_by == 0 && !m->blind)
			*lang = s.lang;
		else if (**lang == '\0' && ids[i] == m->team.application_id)
			*lang = s.lang;
	}
	return ok();
}

struct error letter_to_team(struct letter_matter *m)
{
	const char *email, *name, *lang;

	TRY(read_contact(m, &email, &name, &lang));
	m->to.name_fi = m->to.name_sv = m->team.name;
	m->to.person = name;
	m->to.email = email;
	m->to.submission_language = lang;
	if (m->team.organization_id != 0) {
		struct organization body;

		TRY(store_organization_get(
			m->batch->ctx->db, m->batch->arena, m->team.organization_id, &body));
		m->to.organization_fi = text_or(body.name_fi, body.name_sv);
		m->to.organization_sv = text_or(body.name_sv, body.name_fi);
		m->to.post = body.registry_post;
		put_addresses(&m->to, email, body.registry_email);
	}
	return put_own_language(m, email);
}

struct error letter_to_sender(struct letter_matter *m)
{
	const struct submission *s = &m->submission;

	if (s->team_id == 0)
		return letter_to_applicant(
			m, &(struct applicant){ s->municipality_id, s->organization_id });
	if (m->team.id == 0)
		TRY(store_team_get(m->batch->ctx->db, m->batch->arena, s->team_id, &m->team));
	TRY(letter_to_team(m));
	if (*s->contact_email != '\0')
		put_addresses(&m->to, s->contact_email, m->to.copy);
	return ok();
}

struct error letter_to_person(struct letter_matter *m, int64_t person_id)
{
	struct person person;

	TRY(store_person_get(m->batch->ctx->db, m->batch->arena, person_id, &person));
	m->to.name_fi = m->to.name_sv = m->to.person = person.name;
	m->to.email = text_or(person.email, "");
	m->to.own_language = person.lang;
	return ok();
}
