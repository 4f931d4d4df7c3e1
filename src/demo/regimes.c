/* SPDX-License-Identifier: MIT
 * How the demo's decisions are corrected and appealed against: what the instruction names, and one
 * complaint that came too late and was left unexamined. */
#include <string.h>

#include "src/demo/story.h"
#include "src/judging/decision.h"
#include "src/judging/service.h"
#include "src/registers/regime.h"

static const struct {
	const char *name, *fi, *sv;
} settings[] = {
	{ "body", "Kilpailun järjestäjä (esimerkki), kirjaamo",
		"Tävlingens arrangör (exempel), registratorskontoret" },
	{ "address", "PL 1, 00001 Esimerkkilä", "PB 1, 00001 Exempelby" },
	{ "visiting", "Esimerkkikatu 1, Esimerkkilä", "Exempelgatan 1, Exempelby" },
	{ "email", "kirjaamo@jarjestaja.example", "registrator@arrangor.example" },
	{ "hours", "maanantaista perjantaihin klo 8.00–16.15", "måndag–fredag kl. 8.00–16.15" },
};

struct error demo_regimes(struct story *story)
{
	int64_t since;

	TRY(day_parse("2018-08-16", &since));
	for (size_t i = 0; i < LEN(settings); i++)
		TRY(regime_set(story->ctx, &(struct regime_setting){ .regime = "hankinta",
						   .name = settings[i].name,
						   .since = since,
						   .value_fi = settings[i].fi,
						   .value_sv = settings[i].sv,
						   .source = "Järjestäjän ilmoitus" }));
	return ok();
}

/* The entrant of the decision that was not selected. */
static struct error find_unselected(struct story *story, struct complaint *c)
{
	struct services services;

	TRY(decision_find(story->ctx, "D-7", &c->decision_id));
	TRY(service_list(story->ctx, &story->arena, c->decision_id, &services));
	for (size_t i = 0; i < services.n; i++)
		if (item_outcome_of(services.rows[i].outcome) == OUTCOME_NOT_SELECTED)
			c->submission_id = services.rows[i].submission_id;
	return ok();
}

struct error demo_complaint(struct story *story)
{
	struct complaint c = { .kind = "correction",
		.case_number = "ESIM/14/2020",
		.text = "Tiimi pyytää, että voittaja valitaan uudelleen: sen mielestä kokeilun "
			"tuloksia ei otettu huomioon." };
	int64_t id;

	TRY(story_at(story, "2020-02-06T09:20"));
	TRY(find_unselected(story, &c));
	TRY(complaint_add(story->ctx, &c, &id));
	TRY(story_at(story, "2020-02-10T13:00"));
	return complaint_answer(story->ctx, id,
		&(struct answer_to_complaint){ .outcome = "dismissed",
			.text = "Hankintaoikaisu saapui määräajan 3.2.2020 jälkeen. Se jätetään "
				"tutkimatta." });
}
