/* SPDX-License-Identifier: MIT
 * December 2019: the jury meets on the solutions to the second challenge. When the results phase
 * has just begun the meeting is half-way; who said what is invented. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/demo/story.h"
#include "src/ground/sides.h"
#include "src/judging/meeting.h"
#include "src/judging/review.h"
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
	{ "not_selected",
		"Ratkaisu tukee päätöksentekoa, mutta vastaa vain osittain haasteen ytimeen, "
		"kuntalaisten omaehtoiseen toimintaan. Sitä ei ole kokeiltu.",
		"Lösningen stöder beslutsfattandet men svarar bara delvis mot utmaningens kärna, "
		"invånarnas egen verksamhet. Den har inte prövats." },
	{ "not_selected",
		"Ajatus on selkeä, mutta ehdotuksesta puuttuu suunnitelma laajentamisesta muihin "
		"kuntiin. Pisteet olivat kaikissa arviointiperusteissa alimmat.",
		"Tanken är klar, men förslaget saknar en plan för hur lösningen införs i andra "
		"kommuner. Poängen var lägst i alla kriterier." },
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

/* Before the third in the ranking somebody doubts whether they may deal with it, and the panel
 * decides that they may (hallintolaki 434/2003, 29 §). */
static struct error doubt(const struct sitting *s, const char *login)
{
	struct context *ctx = s->story->ctx;
	struct recorded_conflict conflict = {
		.conflict = { .ground = 7, .reason = "Tuntee työkalun aiemmasta työstään." },
		.doubtful = true,
		.by_code = true,
		.source = "Kerrottu kokouksessa 16.12.2019",
	};
	struct conflicts all;

	TRY(item_find_judged(
		ctx, s->round_id, s->standing.rows[2].item.code, &conflict.conflict.submission_id));
	TRY(conflict_add(ctx, s->round_id, login, &conflict));
	TRY(conflict_list(ctx, &s->story->arena, s->round_id, &all));
	return conflict_decide(ctx, all.rows[all.n - 1].id, false,
		"Työ päättyi vuonna 2016. Asianomainen ei osallistunut tähän ratkaisuun.");
}

struct error demo_meeting_ends(struct story *story)
{
	const char *const back[] = { "tapio" };
	struct sitting s;

	TRY(story_at(story, "2019-12-16T09:27"));
	TRY(find(story, &s));
	TRY(doubt(&s, "helvi"));
	TRY(meeting_remark(story->ctx, s.id, item_at(&s, 2), "proposal",
		"Esittelijä ehdottaa, ettei ratkaisua valita."));
	TRY(meeting_hear(story->ctx, s.id, item_at(&s, 2), "expert", "Asta Asiantuntija"));
	TRY(meeting_remark(story->ctx, s.id, item_at(&s, 2), "note",
		"Asiantuntijan mukaan työkalu on käytössä muualla, mutta ei tähän tarkoitukseen."));
	TRY(decide(&s, 2));
	TRY(story_at(story, "2019-12-16T09:33"));
	TRY(meeting_return(story->ctx, s.id, &(struct member_names){ back, LEN(back) }, 0));
	TRY(story_at(story, "2019-12-16T09:52"));
	TRY(meeting_remark(story->ctx, s.id, 0, "break", "klo 9.35–9.50"));
	TRY(decide(&s, 3));
	TRY(story_at(story, "2019-12-16T10:05"));
	return meeting_close(story->ctx, s.id, &(struct meeting_closing){ .at = 0 });
}
