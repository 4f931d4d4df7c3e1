/* SPDX-License-Identifier: MIT
 * What was asked of the office and of the entrants: requests for information, and the jury's
 * dialogue by code. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/demo/story.h"
#include "src/judging/dialogue.h"
#include "src/judging/round.h"
#include "src/phases/request.h"
#include "src/roof/kinds.h"

/* The codes are of chance; the title tells which one it is. */
static struct error item_titled(struct story *story, const char *round, const char *title_words,
	int64_t *round_id, int64_t *id)
{
	struct id_list items = { 0 };

	*id = 0;
	TRY(round_find(story->ctx, round, round_id));
	struct error e = round_items(story->ctx, *round_id, &items);
	for (size_t i = 0; e.code == E_OK && i < items.n; i++) {
		struct item item;

		e = item_get(story->ctx, &story->arena, items.ids[i], &item);
		if (e.code == E_OK && strstr(item.title, title_words) != NULL)
			*id = items.ids[i];
	}
	id_list_clear(&items);
	return e;
}

/* One has come back masked, another waits for the custodian. */
struct error demo_dialogue(struct story *story)
{
	int64_t round, item, id;

	TRY(story_at(story, "2019-12-09T10:05"));
	TRY(item_titled(story, "solutions-C-2", "Talkoot", &round, &item));
	TRY(dialogue_ask(story->ctx, round, item, 0,
		"Mitä ratkaisun ylläpito maksaa kunnalle kokeilun jälkeen vuodessa?", &id));
	TRY(story_at(story, "2019-12-09T13:20"));
	TRY(story_as(story, "vaula"));
	TRY(dialogue_pass(story->ctx, id, NULL));
	TRY(story_at(story, "2019-12-10T09:30"));
	TRY(dialogue_answer(story->ctx, id,
		"Ylläpito maksaa noin 4 000 euroa vuodessa. Kerromme mielellämme lisää!",
		"Ylläpito maksaa noin 4 000 euroa vuodessa.", ""));
	TRY(story_as(story, NULL));
	TRY(story_at(story, "2019-12-10T14:10"));
	return dialogue_ask(story->ctx, round, item, 0,
		"Voiko ratkaisun ottaa käyttöön ilman erillistä kirjautumista?", &id);
}

static const struct {
	const char *received, *requester, *standing, *text, *object;
} asked[] = {
	{ "2020-01-30", "Akaan kaupunki", "party",
		"Miksi ongelmaa ei valittu, ja mitä pisteitä se sai?", "P-048" },
	{ "2020-01-31", "", "outsider",
		"Kaikkien yhteyshenkilöiden puhelinnumerot suoramarkkinointia varten.", "" },
	{ "2020-02-02", "Toimittaja Esko Esimerkki", "outsider",
		"Tuomariston lausunto ja päätös haasteen C-2 ratkaisuista.", "D-6" },
};

static struct error refuse_it(struct story *story, int64_t id)
{
	struct answers answers = { .rows[0].text =
					   "Henkilötietoja ei luovuteta suoramarkkinointiin "
					   "(julkisuuslaki 16 § 3 mom.)." };
	const struct act *act = &request_act_rows[REQUEST_REFUSE];

	return act->run(story->ctx, act, id, &answers);
}

/* One answered, one refused, and one whose last day is two days after the demo's. */
struct error demo_requests(struct story *story)
{
	int64_t ids[LEN(asked)];

	TRY(story_at(story, "2020-02-04T09:35"));
	for (size_t i = 0; i < LEN(asked); i++) {
		struct info_request r = { .channel = "email",
			.requester = asked[i].requester,
			.standing = asked[i].standing,
			.text = asked[i].text,
			.object = asked[i].object,
			.extent = "plain" };

		TRY(day_parse(asked[i].received, &r.received));
		TRY(request_add(story->ctx, &r, kinds_name, &ids[i]));
	}
	TRY(request_answer(
		story->ctx, &(struct info_request){ .id = ids[0], .v = 1, .given = "email" }));
	return refuse_it(story, ids[1]);
}
