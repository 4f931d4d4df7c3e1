/* SPDX-License-Identifier: MIT
 * The first of November 2018, in a demo of its own: the call has gone to every municipality, 41 of
 * them have answered, and what came by mail and by letter is in; the form's file waits to be
 * imported. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/demo/asked.h"
#include "src/letters/by_hand.h"
#include "src/letters/make.h"
#include "src/letters/reading.h"
#include "src/phases/joint.h"
#include "src/phases/note.h"
#include "src/phases/submission.h"
#include "src/registers/municipality.h"
#include "src/roof/kinds.h"

/* Rows of the problems: behind those of the files to import, and the one that came late. */
enum { FROM_ROW = 51, TO_ROW = 60, LATE_ROW = 77 };
enum { ANSWERED = 41, WITH_A_PROBLEM = 11, EACH = 10 };

static struct error each_municipality(
	struct story *story, struct error (*act)(struct story *story, int64_t id, size_t at))
{
	int64_t today = day_of_time(context_now(story->ctx));
	struct id_list ids = { 0 };

	TRY(context_begin_series(story->ctx));
	struct error e = municipality_ids(story->ctx, MUNICIPALITY_BY_CODE, today, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = act(story, ids.ids[i], i);
	id_list_clear(&ids);
	return context_end_series(story->ctx, e);
}

/* --- The call */

static struct error add_registry(struct story *story, int64_t id, size_t at)
{
	struct municipality m;

	(void)at;
	TRY(municipality_get(story->ctx, &story->arena, id, &m));
	m.registry_email = story_address(story, "kirjaamo", m.name_fi);
	return municipality_update(story->ctx, &m);
}

static struct error send(struct story *story, const struct id_list *ids)
{
	struct error e = ok();

	TRY(context_begin_series(story->ctx));
	for (size_t i = 0; e.code == E_OK && i < ids->n; i++)
		e = letter_went(story->ctx, ids->ids[i], "email", 0);
	return context_end_series(story->ctx, e);
}

static struct error call(struct story *story)
{
	const struct letter_order order = { .kind = "call" };
	struct letters_made made;
	size_t cleared;

	TRY(story_at(story, "2018-08-16T10:20"));
	TRY(each_municipality(story, add_registry));
	TRY(story_at(story, "2018-08-16T13:05"));
	struct error e = letters_make(story->ctx, &story->arena, &order, &made);
	if (e.code == E_OK)
		e = letters_clear(story->ctx, &made.made, &cleared);
	if (e.code == E_OK)
		e = story_at(story, "2018-08-17T09:15");
	if (e.code == E_OK)
		e = send(story, &made.made);
	id_list_clear(&made.made);
	id_list_clear(&made.again);
	return e;
}

/* --- Who answered without a problem */

static struct error answer(struct story *story, int64_t id, size_t at)
{
	static const char *const texts[] = {
		"Kuittasi kutsun. Asia on valmistelussa, ongelma tulee lomakkeella.",
		"Ei osallistu tänä vuonna: väki on kiinni kuntaliitosselvityksessä.",
		"Pyysi lisätietoa siitä, voiko ongelma olla yhteinen naapurikunnan kanssa.",
		"Kiitti kutsusta, sivistystoimi valmistelee ehdotusta.",
	};
	struct municipality m;
	int64_t note;

	if (at % EACH != 0 || at / EACH >= ANSWERED - WITH_A_PROBLEM)
		return ok();
	TRY(municipality_get(story->ctx, &story->arena, id, &m));
	return note_add(story->ctx,
		&(struct note){ .object = m.code,
			.who = "Kirjaamo",
			.text = texts[at / EACH % LEN(texts)] },
		kinds_name, &note);
}

/* --- What came */

static struct error join_one(struct story *story)
{
	struct submission_input input = { .submission = { .kind = "problem",
						  .lang = "sv",
						  .title = "Bollhallens tomma förmiddagar",
						  .body = "Vår bollhall står låst till klockan "
							  "tre. Pensionärerna skulle komma, "
							  "men ingen öppnar dörren.",
						  .contact_name = "Prov Exempelsson",
						  .contact_email = "prov.exempelsson@kunta.example",
						  .channel = "letter",
						  .case_number = "" } };
	int64_t lead, id;

	TRY(story_at(story, "2018-10-26T10:20"));
	TRY(municipality_find(story->ctx, "599", &input.submission.municipality_id));
	TRY(submission_add(story->ctx, &input, &id));
	TRY(submission_find(story->ctx, "problem", "P-003", &lead));
	return joint_join(story->ctx, lead, id,
		"Kunnat kuvaavat saman ongelman ja haluavat kokeilla yhdessä.");
}

static struct error ask_one(struct story *story)
{
	int64_t problem, id;

	TRY(story_at(story, "2018-10-29T09:10"));
	TRY(submission_find(story->ctx, "problem", "P-007", &problem));
	TRY(asked_judge(story, problem, 2, "Lomakkeella on vain kirjaamon osoite."));
	return asked_request(story, problem, "Hakuilmoituksen kohta 3: yhteyshenkilö on nimettävä.",
		"2018-11-05T16:00", &id);
}

struct error demo_arriving(struct story *story)
{
	TRY(call(story));
	TRY(story_at(story, "2018-09-20T12:00"));
	TRY(each_municipality(story, answer));
	TRY(demo_problem_rows(story, FROM_ROW, TO_ROW));
	TRY(join_one(story));
	TRY(ask_one(story));
	return demo_problem_rows(story, LATE_ROW, LATE_ROW);
}
