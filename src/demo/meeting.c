/* SPDX-License-Identifier: MIT
 * December 2019: the jury meets on the solutions to the second challenge. When the results phase
 * has just begun the meeting is half-way; who said what is invented. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/demo/story.h"
#include "src/judging/meeting.h"
#include "src/judging/standing.h"

static const char key[] = "solutions-C-2";

/* In the order of the ranking. */
static const struct outcome {
	const char *outcome, *fi, *sv;
} outcomes[] = {
	{ "selected", "Vaikutus on osoitettu kokeilussa, ja ratkaisu sopii kaikkiin kuntiin.",
		"Effekten har visats i försöket, och lösningen passar alla kommuner." },
	{ "reserve", "Ansiokas ratkaisu, joka jäi vertailussa voittajan taakse.",
		"En förtjänstfull lösning som placerade sig efter vinnaren." },
	{ "not_selected", "Ansiokas ratkaisu, joka jäi vertailussa voittajan taakse.",
		"En förtjänstfull lösning som placerade sig efter vinnaren." },
	{ "not_selected", "Ansiokas ratkaisu, joka jäi vertailussa voittajan taakse.",
		"En förtjänstfull lösning som placerade sig efter vinnaren." },
};

struct sitting {
	struct story *story;
	int64_t round_id, id, draft;
	struct standing standing;
};

static int64_t item_at(const struct sitting *s, size_t rank)
{
	return s->standing.rows[rank].item.id;
}

static struct error decide(const struct sitting *s, size_t rank)
{
	const struct decision_item item = { .item_id = item_at(s, rank),
		.outcome = outcomes[rank].outcome,
		.reason_fi = outcomes[rank].fi,
		.reason_sv = outcomes[rank].sv,
		.reason_en = "",
		.deviation_reason = "" };

	return decision_set_item(s->story->ctx, s->draft, &item);
}

static struct error find(struct story *story, struct sitting *s)
{
	struct meeting m;

	*s = (struct sitting){ .story = story };
	TRY(round_find(story->ctx, key, &s->round_id));
	TRY(standing_make(story->ctx, &story->arena, s->round_id, NULL, &s->standing));
	struct error e = meeting_of_round(story->ctx, s->round_id, &s->id);
	if (e.code == E_NOT_FOUND)
		return ok();
	TRY(e);
	TRY(meeting_get(story->ctx, &story->arena, s->id, &m));
	s->draft = m.decision_id;
	return ok();
}

static struct error open_it(struct sitting *s)
{
	struct meeting m = { .form = "room",
		.lang = "fi",
		.place = "Kuntatalo, Helsinki",
		.secretary = "Veera Esimerkki",
		.examiners = "Kaarina Kuvitelma, Helvi Harjoitus",
		.agenda =
			"1 Avaus ja päätösvaltaisuus\n2 Esteellisyydet\n3 Haasteen C-2 ratkaisut\n"
			"4 Päättäminen" };
	const char *const remote[] = { "exempla" };

	TRY(day_parse("2019-12-09", &m.call_sent));
	TRY(meeting_open(s->story->ctx, s->round_id, &m, &s->id));
	TRY(meeting_attend(
		s->story->ctx, s->id, &(struct member_names){ remote, LEN(remote) }, "remote", ""));
	TRY(meeting_hear(s->story->ctx, s->id, 0, "presenter", "Veera Esimerkki"));
	return find(s->story, s);
}

static struct error vote(const struct sitting *s, size_t rank, const char *question)
{
	static const struct ballot_given ballots[] = { { "maija", "for" }, { "kaarina", "for" },
		{ "exempla", "for" }, { "helvi", "for" }, { "oiva", "against" },
		{ "tapio", "empty" }, { "niilo", "for" } };

	return meeting_vote(
		s->story->ctx, s->id, item_at(s, rank), question, ballots, LEN(ballots));
}

struct error demo_meeting(struct story *story)
{
	const char *const out[] = { "tapio" };
	struct sitting s;

	TRY(story_at(story, "2019-12-16T09:02"));
	TRY(find(story, &s));
	TRY(open_it(&s));
	TRY(story_at(story, "2019-12-16T09:11"));
	TRY(vote(&s, 0, "Valitaanko ensimmäiseksi sijoittunut voittajaksi?"));
	TRY(decide(&s, 0));
	TRY(meeting_dissent(story->ctx, s.id, item_at(&s, 0), "oiva",
		"Kokeilun tulokset on saatu yhdestä kunnasta. Ratkaisu olisi pitänyt jättää varalle, "
		"kunnes toinen kunta on kokeillut sitä."));
	TRY(story_at(story, "2019-12-16T09:19"));
	TRY(meeting_remark(story->ctx, s.id, item_at(&s, 1), "clarification",
		"Kuka omistaa kalenterin tiedot, kun kokeilu päättyy?"));
	TRY(decide(&s, 1));
	TRY(story_at(story, "2019-12-16T09:25"));
	return meeting_leave(story->ctx, s.id, &(struct member_names){ out, LEN(out) },
		&(struct going){ .reason = "Puhelu" });
}

struct error demo_meeting_ends(struct story *story)
{
	const char *const back[] = { "tapio" };
	struct sitting s;

	TRY(story_at(story, "2019-12-16T09:33"));
	TRY(find(story, &s));
	TRY(meeting_return(story->ctx, s.id, &(struct member_names){ back, LEN(back) }, 0));
	for (size_t rank = 2; rank < LEN(outcomes) && rank < s.standing.n; rank++)
		TRY(decide(&s, rank));
	TRY(story_at(story, "2019-12-16T10:05"));
	return meeting_close(story->ctx, s.id, &(struct meeting_closing){ .at = 0 });
}
