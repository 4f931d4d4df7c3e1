/* SPDX-License-Identifier: MIT
 * From November 2018 to April 2019: the selected problems become challenges, and the dates move. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/demo/story.h"
#include "src/base/csv.h"
#include "src/ground/journal_write.h"
#include "src/phases/challenge.h"
#include "src/phases/figure.h"
#include "src/phases/note.h"
#include "src/roof/kinds.h"
#include "src/phases/phase.h"
#include "src/phases/submission.h"

static struct error add_challenge(void *arg, const struct csv_row *row)
{
	struct story *story = arg;
	struct challenge challenge = { .title_fi = row->cells[1].text,
		.title_sv = row->cells[2].text,
		.title_en = row->cells[3].text,
		.text_fi = row->cells[4].text,
		.text_sv = row->cells[5].text };
	int64_t problem, id;

	TRY(submission_find(story->ctx, "problem", row->cells[0].text, &problem));
	return challenge_add(story->ctx, problem, &challenge, &id);
}

/* The milestone of a phase by its Finnish name. */
static struct error reach(
	struct story *story, const char *phase, const char *name_fi, const char *when)
{
	struct milestones list;
	struct moment actual;
	struct phase row;

	TRY(moment_parse(when, EDGE_START, &actual));
	TRY(phase_get(story->ctx, &story->arena, phase, &row));
	TRY(milestone_list(story->ctx, &story->arena, row.id, &list));
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.rows[i].name_fi, name_fi) == 0)
			return milestone_reached(story->ctx, list.rows[i].id, &actual);
	return fail(E_NOT_FOUND, "milestone");
}

static struct error replan(struct story *story, const char *phase, enum phase_edge edge,
	const char *when, const char *reason)
{
	struct moment moment;

	TRY(moment_parse(when, edge == PHASE_OPENS ? EDGE_START : EDGE_END, &moment));
	return phase_plan(story->ctx, phase, edge, &moment, reason);
}

static struct error add_notes(struct story *story)
{
	struct note note = { .object = "C-1",
		.who = "Keksitty Esimerkkilä",
		.text = "Janakkala lähettää kuljetusten aikataulut ja tyhjät vuorot taulukkona. "
			"Muistuta, jos ei ole tullut." };
	int64_t id;

	TRY(day_parse("2019-04-12", &note.due));
	TRY(note_add(story->ctx, &note, kinds_name, &id));
	note = (struct note){ .object = "C-3",
		.who = "Esimerkki Esimerkkilä",
		.text = "Oppilaitokset nimeävät yhteyshenkilöt huhtikuun loppuun mennessä." };
	TRY(day_parse("2019-04-30", &note.due));
	return note_add(story->ctx, &note, kinds_name, &id);
}

/* The press release counted one municipality more than the records do. */
static struct error publish_figures(struct story *story)
{
	struct figure problems = { .key = "problems", .value = 77, .source = "Tiedote 29.11.2018" };
	struct figure senders = {
		.key = "municipalities", .value = 65, .source = "Tiedote 29.11.2018"
	};
	int64_t id;

	TRY(figure_publish(story->ctx, &problems, &id));
	return figure_publish(story->ctx, &senders, &id);
}

/* Estimated for the contest notice: prizes, fees and the contract that may follow. */
static struct error notify(struct story *story)
{
	static const int64_t euros[] = { 240000, 190000, 55000 };
	struct id_list ids = { 0 };
	struct error e = challenge_ids(story->ctx, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n && i < LEN(euros); i++) {
		struct challenge c;

		e = challenge_get(story->ctx, &story->arena, ids.ids[i], &c);
		c.value = euros[i] * 100;
		if (e.code == E_OK)
			e = day_parse("2019-04-11", &c.notice);
		if (e.code == E_OK)
			e = challenge_update(story->ctx, &c);
	}
	id_list_clear(&ids);
	return e;
}

/* Who looks on took the list of problems along, for the report on how public money is shared. */
static struct error audit(struct story *story)
{
	TRY(story_as(story, "tarmo"));
	TRY(journal_export(story->ctx, "problem"));
	return story_as(story, NULL);
}

struct error demo_challenges(struct story *story)
{
	TRY(story_at(story, "2018-11-29T10:00"));
	TRY(csv_each_row(data_demo_challenges, 8, add_challenge, story));
	TRY(publish_figures(story));
	TRY(reach(story, "problems", "Haasteet valittu", "2018-11-29"));
	TRY(phase_move(story->ctx, "problems", PHASE_DECIDE, ""));
	TRY(story_at(story, "2018-12-03T09:10"));
	TRY(audit(story));
	TRY(story_at(story, "2018-12-19T14:10"));
	TRY(replan(story, "applications", PHASE_OPENS, "2019-04",
		"Haasteita tarkennetaan kuntien kanssa kevääseen asti."));
	TRY(story_at(story, "2019-03-21T11:30"));
	TRY(replan(story, "applications", PHASE_OPENS, "2019-04-11",
		"Hankintailmoitus julkaistaan 11.4.2019."));
	TRY(replan(story, "applications", PHASE_CLOSES, "2019-05-31", ""));
	TRY(story_at(story, "2019-04-09T09:20"));
	TRY(add_notes(story));
	TRY(story_at(story, "2019-04-11T09:00"));
	TRY(notify(story));
	return phase_move(story->ctx, "applications", PHASE_OPEN, "");
}
