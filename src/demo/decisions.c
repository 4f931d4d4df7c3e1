/* SPDX-License-Identifier: MIT
 * What the demo's decisions say beside their outcomes, and a reason for each entrant: invented
 * persons and bodies. */
#include <string.h>

#include "src/demo/story.h"
#include "src/judging/contents.h"
#include "src/judging/reasons.h"
#include "src/judging/round.h"

static const struct decision_text texts[] = {
	{ "authority",
		"Esimerkkijärjestäjän hallintosääntö, 12 § (hankinnat), ja hallituksen delegointipäätös "
		"3/2018.",
		"Exempelarrangörens förvaltningsstadga, 12 § (upphandlingar), och styrelsens "
		"delegeringsbeslut 3/2018.",
		"" },
	{ "matter",
		"Haastekilpailussa etsitään ratkaisuja kuntien omiin ongelmiin. Ehdotukset on arvioitu "
		"ilmoitetuin arviointiperustein.",
		"I utmaningstävlingen söks lösningar på kommunernas egna problem. Förslagen har bedömts "
		"enligt de kriterier som meddelats.",
		"" },
	{ "procedure",
		"Suunnittelukilpailu. Menettely valittiin, koska etsitään uusia ratkaisuja, joita ei voi "
		"kuvata etukäteen.",
		"Projekttävling. Förfarandet valdes eftersom nya lösningar söks, vilka inte kan "
		"beskrivas på förhand.",
		"" },
	{ "provisions",
		"Laki julkisista hankinnoista ja käyttöoikeussopimuksista (1397/2016), hallintolaki "
		"(434/2003) ja kilpailun säännöt.",
		"Lagen om offentlig upphandling och koncession (1397/2016), förvaltningslagen (434/2003) "
		"och tävlingens regler.",
		"" },
	{ "secrecy",
		"Ehdotusten liikesalaisuudet on jätetty pois. Osallistuja saa pyynnöstä ne tiedot, joihin "
		"hänellä on oikeus asianosaisena.",
		"Affärshemligheter i förslagen har utelämnats. En deltagare får på begäran de uppgifter "
		"som deltagaren har rätt till som part.",
		"" },
};

/* What comes next, by what was decided on. */
static const struct {
	const char *kind;
	struct decision_text text;
} follows[] = {
	{ "problem",
		{ "follows", "Valituista ongelmista tehdään haasteet, joihin tiimit voivat hakea.",
			"De valda problemen blir utmaningar som team kan ansöka till.", "" } },
	{ "application",
		{ "follows",
			"Valitut tiimit kutsutaan mentorointiin ja saavat jättää ratkaisuehdotuksen. "
			"Varalla olevat tulevat tilalle järjestyksessä, jos joku jää pois.",
			"De valda teamen kallas till handledning och får lämna ett lösningsförslag. De "
			"på reservplats träder i ordning in om något team faller bort.",
			"" } },
	{ "solution",
		{ "follows",
			"Voittaja kutsutaan neuvottelemaan. Voittaminen ei ole hankintasopimus: sopimus "
			"syntyy vasta allekirjoittamalla, odotusajan jälkeen.",
			"Vinnaren kallas till förhandlingar. Att vinna innebär inget kontrakt: det uppstår "
			"först när det undertecknas, efter väntetiden.",
			"" } },
};

static struct error write_texts(struct story *story, int64_t id, const char *kind)
{
	for (size_t i = 0; i < LEN(texts); i++)
		TRY(contents_set_text(story->ctx, id, &texts[i]));
	for (size_t i = 0; i < LEN(follows); i++)
		if (strcmp(follows[i].kind, kind) == 0)
			TRY(contents_set_text(story->ctx, id, &follows[i].text));
	return ok();
}

static struct error write_content(struct story *story, int64_t id)
{
	struct decision_content content;

	TRY(contents_get(story->ctx, &story->arena, id, &content));
	content.entity = "Esimerkkijärjestäjä ry (keksitty)\n0000000-0\nEsimerkkikatu 1, Helsinki";
	content.decider_kind = "body";
	content.presenter = "Kehitysjohtaja Elli Esittelijä";
	content.preparer = "Hankinta-asiantuntija Veikko Valmistelija";
	content.contact_name = "Aino Malli";
	content.contact_title = "Projektipäällikkö";
	content.contact_phone = story_phone(story, 1);
	content.contact_email = "aino.malli@klash.example";
	content.notices = "Ilmoitus 2019-000123 (esimerkki), 11.4.2019";
	return contents_update(story->ctx, &content);
}

/* What was written of each stays behind the figures. */
struct error demo_decision(struct story *story, int64_t id)
{
	struct composed composed;
	struct decision d;
	struct round round;

	TRY(decision_get(story->ctx, &story->arena, id, &d));
	TRY(round_get(story->ctx, &story->arena, d.round_id, &round));
	struct error e = context_begin_series(story->ctx);
	if (e.code == E_OK)
		e = write_content(story, id);
	if (e.code == E_OK)
		e = write_texts(story, id, round.kind);
	if (e.code == E_OK)
		e = reasons_compose(story->ctx, id, NULL, 0, EDITED_REASON_BEFORE, &composed);
	return context_end_series(story->ctx, e);
}
