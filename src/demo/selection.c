/* SPDX-License-Identifier: MIT
 * November 2018: the jury's declarations and reviews, entered by the office, and its decision. The
 * scores are invented: what was selected stands clearly above the rest. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/demo/jury.h"
#include "src/base/csv.h"
#include "src/judging/decision.h"
#include "src/judging/review.h"
#include "src/judging/standing.h"
#include "src/phases/submission.h"
#include "src/registers/account.h"

static const struct {
	const char *login, *problem, *reason;
	int64_t ground;
} conflicts[] = {
	{ "maija", "P-019", "Puoliso on kunnan palveluksessa.", 1 },
	{ "maija", "P-047", "Puoliso on kunnan palveluksessa.", 1 },
	{ "oiva", "P-031", "Kuuluu kunnan yhtiön hallitukseen.", 5 },
	{ "kaarina", "P-004", "On antanut neuvoja ongelman kuvauksesta.", 7 },
	{ "exempla", "P-022", "Är kommunens revisor.", 4 },
	{ "tapio", "P-058", "Oli kunnan palveluksessa kevääseen 2018.", 7 },
	{ "niilo", "P-070", "Yritys neuvottelee kunnan kanssa sopimuksesta.", 3 },
};

static struct error declare(struct jury *jury, const char *login)
{
	struct declared_conflict own[LEN(conflicts)];
	struct context *ctx = jury->story->ctx;
	size_t n = 0;

	for (size_t i = 0; i < LEN(conflicts); i++) {
		if (strcmp(conflicts[i].login, login) != 0)
			continue;
		own[n].ground = conflicts[i].ground;
		own[n].reason = conflicts[i].reason;
		TRY(submission_find(ctx, "problem", conflicts[i].problem, &own[n].submission_id));
		n++;
	}
	return declaration_enter(
		ctx, jury->round_id, login, own, n, "Allekirjoitettu lomake, kokous 2.11.2018");
}

static struct error open_round(struct jury *jury)
{
	struct context *ctx = jury->story->ctx;
	struct arena *arena = &jury->story->arena;

	TRY(story_at(jury->story, "2018-11-02T09:00"));
	TRY(round_find(ctx, "problems", &jury->round_id));
	struct id_list jurors = { 0 };
	struct error e = account_ids(ctx, &jurors);
	for (size_t i = 0; e.code == E_OK && i < jurors.n; i++) {
		struct account account;

		e = account_get(ctx, arena, jurors.ids[i], &account);
		if (e.code == E_OK && role_of_code(account.role) == ROLE_JUROR)
			e = round_seat(ctx, jury->round_id, account.login,
				strcmp(account.login, "maija") == 0, false);
	}
	id_list_clear(&jurors);
	TRY(e);
	TRY(round_members(ctx, arena, jury->round_id, &jury->members));
	TRY(round_move(ctx, jury->round_id, ROUND_OPEN, ""));
	for (size_t i = 0; i < jury->members.n; i++)
		TRY(declare(jury, jury->members.rows[i].login));
	return ok();
}

enum { BEST = 9 };

/* What was selected is very good, the rest anything from weak to good. */
static void judge_quality(struct jury *jury, size_t items)
{
	static const char *const best[] = { "P-004", "P-005", "P-010" };

	for (size_t i = 0; i < items; i++)
		jury->quality[i] = 2 + story_roll(jury->story, 6);
	for (size_t a = 0; a < jury->assignments.n; a++)
		for (size_t b = 0; b < LEN(best); b++)
			if (strcmp(jury->assignments.rows[a].code, best[b]) == 0)
				jury->quality[a / jury->members.n] = BEST;
}

static struct error review_all(struct jury *jury)
{
	TRY(jury_prepare(jury));
	judge_quality(jury, jury->assignments.n / jury->members.n);
	TRY(story_at(jury->story, "2018-11-14T12:20"));
	return jury_review(jury, 0, jury->members.n);
}

static struct error select_problem(void *arg, const struct csv_row *row)
{
	struct jury *jury = arg;
	struct context *ctx = jury->story->ctx;
	struct id_list decisions = { 0 };
	struct decision_item item = { .outcome = "selected",
		.reason_fi = row->cells[6].text,
		.reason_sv = row->cells[7].text,
		.reason_en = "",
		.deviation_reason = "" };
	struct error e = decision_ids(ctx, jury->round_id, "decision", &decisions);

	for (size_t i = 0; i < jury->assignments.n; i++)
		if (strcmp(jury->assignments.rows[i].code, row->cells[0].text) == 0)
			item.item_id = jury->assignments.rows[i].item_id;
	if (e.code == E_OK)
		e = decision_set_item(ctx, decisions.ids[0], &item);
	id_list_clear(&decisions);
	return e;
}

/* What the jury said of those that it did not select: of good ones, then of weaker ones. */
static const struct {
	const char *fi, *sv;
} reasons[2][4] = {
	{
		{ "Tärkeä ongelma, johon on jo tarjolla ratkaisuja. Valitut olivat uudempia.",
			"Ett viktigt problem som det redan finns lösningar på. De valda var nyare." },
		{ "Hyvin kuvattu ja rajattu, mutta koskee harvempia kuntia kuin valitut.",
			"Väl beskrivet och avgränsat, men gäller färre kommuner än de valda." },
		{ "Vaikutus olisi suuri, mutta kokeilu ei mahdu kilpailun aikatauluun.",
			"Effekten skulle vara stor, men ett försök ryms inte i tävlingens tidtabell." },
		{ "Kannatettava aihe. Kunnan oma panos kokeiluun jäi avoimeksi.",
			"Ett ämne värt att stödja. Kommunens egen insats i försöket förblev öppen." },
	},
	{
		{ "Ongelma on aito, mutta kuvauksesta ei näe, keitä se koskee ja kuinka usein.",
			"Problemet är verkligt, men beskrivningen visar inte vem det gäller och hur "
			"ofta." },
		{ "Aihe on laaja: ehdotuksessa on useita ongelmia, joita ei voi ratkaista yhdellä "
		  "kokeilulla.",
			"Ämnet är brett: förslaget rymmer flera problem som ett enda försök inte kan "
			"lösa." },
		{ "Asia voidaan ratkaista kunnan omilla päätöksillä ilman kilpailua.",
			"Frågan kan lösas genom kommunens egna beslut utan en tävling." },
		{ "Ongelma on paikallinen, eikä ratkaisu juuri siirtyisi muihin kuntiin.",
			"Problemet är lokalt, och en lösning kunde knappast flyttas till andra "
			"kommuner." },
	},
};

static struct error decline(struct jury *jury, int64_t decision, size_t at)
{
	struct decision_item item = { .outcome = "not_selected",
		.item_id = jury->assignments.rows[at * jury->members.n].item_id,
		.reason_fi = reasons[jury->quality[at] < 5][at % 4].fi,
		.reason_sv = reasons[jury->quality[at] < 5][at % 4].sv,
		.reason_en = "",
		.deviation_reason = "" };

	return decision_set_item(jury->story->ctx, decision, &item);
}

/* Each with a reason of its own, at one sitting. */
static struct error decline_rest(struct jury *jury, int64_t decision)
{
	struct context *ctx = jury->story->ctx;
	size_t items = jury->assignments.n / jury->members.n;
	struct error e = context_begin_series(ctx);

	for (size_t i = 0; e.code == E_OK && i < items; i++)
		if (jury->quality[i] < BEST)
			e = decline(jury, decision, i);
	return context_end_series(ctx, e);
}

static struct error decide(struct jury *jury)
{
	struct context *ctx = jury->story->ctx;
	struct decision decision = { .round_id = jury->round_id,
		.lang = "fi",
		.place = "Kuntatalo, Helsinki",
		.form = "room",
		.tie_reason = "",
		/* Why it was three is not known: the text says what it is. */
		.range_reason =
			"Esimerkkiperustelu: kolme ehdotusta nousi selvästi muiden edelle, ja "
			"tuomaristo halusi keskittää mentoroinnin ja rahoituksen niihin.",
		.correction_reason = "" };
	int64_t id;

	TRY(story_at(jury->story, "2018-11-20T13:00"));
	TRY(day_parse("2018-11-20", &decision.day));
	TRY(decision_add(ctx, &decision, &id));
	TRY(csv_each_row(data_demo_challenges, 8, select_problem, jury));
	TRY(decline_rest(jury, id));
	TRY(story_at(jury->story, "2018-11-20T15:30"));
	TRY(demo_decision(jury->story, id));
	return decision_sign(ctx, id, NULL);
}

struct error demo_selection(struct story *story)
{
	struct jury jury = { .story = story, .key = "problems" };

	TRY(open_round(&jury));
	TRY(review_all(&jury));
	TRY(story_at(story, "2018-11-16T16:05"));
	TRY(round_move(story->ctx, jury.round_id, ROUND_CLOSE, ""));
	TRY(standing_show(story->ctx, jury.round_id));
	TRY(decide(&jury));
	TRY(demo_feedback(&jury));
	return demo_letters(&jury);
}
