/* SPDX-License-Identifier: MIT
 * The money: the budget as it was announced in August 2018, and February 2020 with its
 * negotiations, a first contract and the first municipalities. Sums, dates and words are invented.
 */
#include <string.h>

#include "src/base/daytime.h"
#include "src/demo/story.h"
#include "src/phases/adoption.h"
#include "src/phases/contract.h"
#include "src/phases/procurement.h"
#include "src/registers/municipality.h"

enum { EUR = 100, CEILING = 1000000 * EUR };

struct error demo_budget(struct story *story)
{
	struct budget_decision d = { .ceiling = CEILING,
		.reason = "Tutkimus- ja kehittämisvaiheeseen on varattu enintään miljoona euroa." };
	int64_t id;

	return budget_decide(story->ctx, &d, &id);
}

/* In the order of the challenges, as negotiation_teams gives the winners. */
static const struct {
	const char *begun, *next_step, *due;
	int64_t estimate;
} talks[] = {
	{ "2020-02-04T10:00", "Sopimuksen allekirjoitus", "2020-02-12", 180000 * EUR },
	{ "2020-02-04T13:30", "Sopimusluonnos tiimille", "2020-02-21", 150000 * EUR },
	{ "2020-02-05T09:15", "Tarjouksen täsmennys tiimiltä", "2020-02-13", 52000 * EUR },
};

static struct error begin_talks(struct story *story, int64_t team_id, size_t i)
{
	struct negotiation n;

	TRY(story_at(story, talks[i].begun));
	TRY(negotiation_start(story->ctx, team_id, 0, ""));
	TRY(negotiation_get(story->ctx, &story->arena, team_id, &n));
	n.next_step = talks[i].next_step;
	n.estimate = talks[i].estimate;
	n.procedure = "Suorahankinta suunnittelukilpailun voittajalta (hankintalaki 1397/2016).";
	TRY(day_parse(talks[i].due, &n.due));
	return negotiation_edit(story->ctx, &n);
}

static const struct {
	const char *text, *due;
	int64_t net;
} payments[] = {
	{ "Käynnistyserä", "2020-02-13", 60000 * EUR },
	{ "Pilotti Janakkalassa on käynnissä", "2020-02-28", 60000 * EUR },
	{ "Loppuerä", "2020-06-30", 60000 * EUR },
};

/* A colleague is the second person a payment of that size needs. */
static struct error confirm_last(struct story *story)
{
	struct context colleague;
	struct second_act act;
	struct id_list ids = { 0 };
	struct error e = second_ids(story->ctx, "waiting", &ids);

	if (e.code == E_OK && ids.n > 0)
		e = second_get(story->ctx, &story->arena, ids.ids[ids.n - 1], &act);
	if (e.code == E_OK && ids.n > 0 &&
		(e = story_colleague(story, "veera", &colleague)).code == E_OK) {
		e = second_confirm(&colleague, act.number);
		context_close(&colleague);
	}
	id_list_clear(&ids);
	return e;
}

static struct error plan_payments(struct story *story, int64_t contract_id, int64_t vat)
{
	for (size_t i = 0; i < LEN(payments); i++) {
		struct payment p = { .contract_id = contract_id,
			.net = payments[i].net,
			.vat = vat,
			.text = payments[i].text };
		int64_t id;

		TRY(day_parse(payments[i].due, &p.due));
		TRY(payment_add(story->ctx, &p, &id));
		if (i > 0)
			continue;
		TRY(payment_approve(story->ctx, id));
		TRY(confirm_last(story));
		TRY(story_at(story, "2020-02-13T15:10"));
		TRY(payment_pay(story->ctx, id, 0));
	}
	return ok();
}

static struct error make_contract(struct story *story, int64_t team_id)
{
	struct contract c = { .team_id = team_id,
		.net = talks[0].estimate,
		.case_number = "ESIM/12/2020",
		.licence = "Kunnat voivat käyttää ratkaisua ilman erillisiä kustannuksia." };
	int64_t id;

	TRY(demo_complaint(story));
	TRY(story_at(story, "2020-02-12T14:00"));
	TRY(demo_terms(story, &c));
	TRY(vat_general(day_of_time(context_now(story->ctx)), &c.vat));
	TRY(contract_add(story->ctx, &c, &id));
	TRY(negotiation_end(story->ctx, team_id, "contract", 0, ""));
	TRY(plan_payments(story, id, c.vat));
	return demo_contract(story, id);
}

/* The winner of which challenge, from 0. */
static const struct {
	size_t winner;
	const char *municipality, *state, *day;
} steps[] = {
	{ 0, "Janakkala", "interested", "2020-01-28" },
	{ 0, "Hattula", "interested", "2020-02-03" },
	{ 0, "Loppi", "interested", "2020-02-04" },
	{ 0, "Janakkala", "piloting", "2020-02-12" },
	{ 1, "Joensuu", "interested", "2020-01-29" },
	{ 1, "Kontiolahti", "interested", "2020-02-06" },
	{ 1, "Loppi", "declined", "2020-02-11" },
	{ 2, "Vantaa", "interested", "2020-01-30" },
};

static struct error adopt(struct story *story, const struct id_list *winners)
{
	TRY(story_at(story, "2020-02-13T16:00"));
	for (size_t i = 0; i < LEN(steps) && steps[i].winner < winners->n; i++) {
		struct adoption step = { .team_id = winners->ids[steps[i].winner],
			.state = steps[i].state,
			.source = "Yhteydenotto" };
		int64_t id;

		TRY(municipality_find(story->ctx, steps[i].municipality, &step.municipality_id));
		TRY(day_parse(steps[i].day, &step.day));
		TRY(adoption_set(story->ctx, &step, &id));
	}
	return ok();
}

static struct error negotiate(struct story *story, const struct id_list *winners)
{
	for (size_t i = 0; i < winners->n && i < LEN(talks); i++)
		TRY(begin_talks(story, winners->ids[i], i));
	TRY(demo_suppliers(story, winners));
	if (winners->n > 0)
		TRY(make_contract(story, winners->ids[0]));
	return adopt(story, winners);
}

struct error demo_procurement(struct story *story)
{
	struct id_list winners = { 0 };

	TRY(demo_pages(story));
	TRY(demo_requests(story));
	struct error e = negotiation_teams(story->ctx, "not_started", &winners);

	if (e.code == E_OK)
		e = negotiate(story, &winners);
	id_list_clear(&winners);
	return e;
}
