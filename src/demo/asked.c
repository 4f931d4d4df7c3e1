/* SPDX-License-Identifier: MIT
 * What the office asked: the eligibility questions of the call, a completion of a problem, two
 * problems that were one, and what the custodian asked for while solutions were judged blind. */
#include "src/base/daytime.h"
#include "src/demo/asked.h"
#include "src/phases/completion.h"
#include "src/phases/eligibility.h"
#include "src/phases/joint.h"
#include "src/registers/municipality.h"

static const struct eligibility_question questions[] = {
	{ .kind = "problem",
		.text_fi = "Onko lähettäjä kunta, kuntayhtymä tai hyvinvointialue?",
		.text_sv = "Är avsändaren en kommun, en samkommun eller ett välfärdsområde?",
		.text_en = "Is the sender a municipality, a joint authority or a county?" },
	{ .kind = "problem",
		.text_fi = "Onko ongelmalla nimetty yhteyshenkilö, jonka tavoittaa?",
		.text_sv = "Har problemet en namngiven kontaktperson som kan nås?",
		.text_en = "Does it name a contact person who can be reached?" },
	{ .kind = "problem",
		.text_fi = "Voiko ratkaisua kokeilla kunnassa vuoden 2019 aikana?",
		.text_sv = "Kan en lösning prövas i kommunen under år 2019?",
		.text_en = "Can a solution be tried in the municipality during 2019?" },
	{ .kind = "solution",
		.text_fi = "Onko ratkaisun tehnyt jatkoon valittu tiimi?",
		.text_sv = "Är lösningen gjord av ett team som gick vidare?",
		.text_en = "Is it by a team that was selected to go on?" },
	{ .kind = "solution",
		.text_fi = "Ovatko kaikki ilmoituksessa vaaditut liitteet mukana?",
		.text_sv = "Finns alla bilagor som annonsen kräver med?",
		.text_en = "Are all attachments there that the notice demands?" },
	{ .kind = "solution",
		.text_fi = "Onko lähettäjä antanut suostumuksen kilpailun sääntöihin?",
		.text_sv = "Har avsändaren godkänt tävlingens regler?",
		.text_en = "Has the sender agreed to the rules of the competition?" },
};

struct error demo_questions(struct story *story)
{
	int64_t id;

	for (size_t i = 0; i < LEN(questions); i++)
		TRY(eligibility_question_add(story->ctx, &questions[i], &id));
	return ok();
}

struct error asked_judge(struct story *story, int64_t submission, int64_t asked, const char *note)
{
	for (int64_t number = 1; number <= 3; number++)
		TRY(eligibility_set(story->ctx, submission, number, number == asked ? "ask" : "yes",
			number == asked ? note : ""));
	return ok();
}

struct error asked_request(
	struct story *story, int64_t submission, const char *ground, const char *due, int64_t *id)
{
	struct moment until;

	TRY(moment_parse(due, EDGE_END, &until));
	return completion_add(story->ctx,
		&(struct completion_input){ submission, NULL, 0, ground, until.time }, id);
}

static struct error complete_one(struct story *story)
{
	int64_t problem, id;

	TRY(story_at(story, "2018-11-01T09:10"));
	TRY(submission_find(story->ctx, "problem", "P-046", &problem));
	TRY(asked_judge(story, problem, 2, "Lomakkeella on vain kirjaamon osoite."));
	TRY(asked_request(story, problem, "Hakuilmoituksen kohta 3: yhteyshenkilö on nimettävä.",
		"2018-11-02T08:00", &id));
	TRY(story_at(story, "2018-11-01T14:35"));
	return completion_answer(story->ctx, id,
		&(struct completion_answer){
			0, "Yhteyshenkilö on sama, joka lomakkeen täytti.", NULL });
}

/* By letter, and what another municipality had sent as well. */
static struct error join_one(struct story *story)
{
	struct submission_input input = { .submission = { .kind = "problem",
						  .lang = "fi",
						  .title = "Etälääkäri kylätalolle",
						  .body = "Kylältä on viisikymmentä kilometriä "
							  "terveysasemalle. Etävastaanotto "
							  "onnistuisi kylätalolla, mutta kuka "
							  "auttaa laitteen kanssa?",
						  .contact_name = "Koe Keksitty",
						  .contact_email = "koe.keksitty@kunta.example",
						  .channel = "letter" } };
	struct moment received;
	struct themes themes;
	int64_t lead, id;

	TRY(story_at(story, "2018-11-01T10:20"));
	TRY(moment_parse("2018-10-30T12:00", EDGE_START, &received));
	input.submission.received = received.time;
	TRY(theme_list(story->ctx, &story->arena, &themes));
	input.submission.theme_id = theme_recognize(&themes, "wellbeing");
	TRY(municipality_find(story->ctx, "179", &input.submission.municipality_id));
	TRY(submission_add(story->ctx, &input, &id));
	TRY(submission_find(story->ctx, "problem", "P-043", &lead));
	return joint_join(story->ctx, lead, id,
		"Kunnat kuvaavat saman ongelman ja haluavat kokeilla yhdessä.");
}

struct error demo_asked(struct story *story)
{
	TRY(join_one(story));
	return complete_one(story);
}

struct error demo_asked_blind(struct story *story)
{
	int64_t solution, id;

	TRY(story_at(story, "2019-12-05T09:40"));
	TRY(story_as(story, "vaula"));
	TRY(submission_find(story->ctx, "solution", "S-007", &solution));
	TRY(asked_judge(story, solution, 2, "Liite 2, tietosuojakuvaus, puuttuu."));
	TRY(asked_request(story, solution, "Kilpailuilmoituksen kohta 5.2: liite 2 on pakollinen.",
		"2019-12-17T16:00", &id));
	return story_as(story, NULL);
}

struct error demo_answered_blind(struct story *story)
{
	int64_t id;

	TRY(story_at(story, "2019-12-12T13:15"));
	TRY(story_as(story, "vaula"));
	TRY(completion_find(story->ctx, "S-007/1", &id));
	TRY(completion_answer(story->ctx, id,
		&(struct completion_answer){ 0,
			"Liite 2 saapui sähköpostilla. Ehdotuksen sisältö ei muuttunut.", NULL }));
	return story_as(story, NULL);
}
