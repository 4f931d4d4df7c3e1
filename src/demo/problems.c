/* SPDX-License-Identifier: MIT
 * Autumn 2018: 77 problems from 64 municipalities, the last one too late and admitted; and one that
 * was one with another. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/demo/story.h"
#include "src/base/csv.h"
#include "src/phases/note.h"
#include "src/roof/kinds.h"
#include "src/phases/phase.h"
#include "src/phases/submission.h"
#include "src/registers/municipality.h"

enum column { RECEIVED, MUNICIPALITY, LANGUAGE, THEME, TITLE, BODY, CONTACT, EMAIL, ALSO, COLUMNS };
enum { ALSO_MAX = 4 };

/* "244 425": codes of the municipalities that take part besides the applicant. */
static struct error read_coapplicants(
	struct story *story, const char *codes, struct applicant also[ALSO_MAX], size_t *n)
{
	for (*n = 0; *codes != '\0' && *n < ALSO_MAX; (*n)++) {
		size_t length = strcspn(codes, " ");

		also[*n] = (struct applicant){ 0 };
		TRY(municipality_find(story->ctx, arena_bytes(&story->arena, codes, length),
			&also[*n].municipality_id));
		codes += length + strspn(codes + length, " ");
	}
	return ok();
}

struct arriving {
	struct story *story;
	size_t at, from, to; /* rows; `at` is the one before */
};

static struct error add_problem(void *arg, const struct csv_row *row)
{
	struct arriving *arriving = arg;
	struct story *story = arriving->story;
	const struct csv_cell *cells = row->cells;
	struct applicant also[ALSO_MAX];
	struct submission_input input = { .coapplicants = also };
	struct submission *s = &input.submission;
	struct themes themes;
	int64_t id;

	if (++arriving->at < arriving->from || arriving->at > arriving->to)
		return ok();
	*s = (struct submission){ .kind = "problem",
		.lang = cells[LANGUAGE].text,
		.title = cells[TITLE].text,
		.body = cells[BODY].text,
		.theme_text = "",
		.contact_name = cells[CONTACT].text,
		.contact_email = cells[EMAIL].text,
		.contact_phone = story_phone(story, row->line),
		.channel = "form",
		.case_number = "" };
	TRY(story_at(story, cells[RECEIVED].text));
	TRY(theme_list(story->ctx, &story->arena, &themes));
	s->theme_id = theme_recognize(&themes, cells[THEME].text);
	TRY(municipality_find(story->ctx, cells[MUNICIPALITY].text, &s->municipality_id));
	TRY(read_coapplicants(story, cells[ALSO].text, also, &input.n));
	return submission_add(story->ctx, &input, &id);
}

static struct error admit_the_late_one(struct story *story)
{
	int64_t id;

	TRY(story_at(story, "2018-11-01T08:55"));
	TRY(note_add(story->ctx,
		&(struct note){ .object = "P-077",
			.who = "Testi Kuvitelma",
			.text = "Soitti: lomakkeen lähetys oli kaatunut illalla kello 23.50, ja kunta "
				"lähetti uudelleen heti aamulla. Kuvakaappaus on asian liitteenä." },
		kinds_name, &id));
	TRY(submission_find(story->ctx, "problem", "P-077", &id));
	return submission_act(story->ctx, id, SUBMISSION_ADMIT,
		"Lähetys kaatui palvelun häiriöön ennen määräajan päättymistä.");
}

struct error demo_problem_rows(struct story *story, size_t from, size_t to)
{
	struct arriving arriving = { story, 0, from, to };

	return csv_each_row(data_demo_problems, COLUMNS, add_problem, &arriving);
}

struct error demo_problems(struct story *story)
{
	TRY(demo_problem_rows(story, 1, SIZE_MAX));
	TRY(story_at(story, "2018-11-01T08:30"));
	TRY(phase_move(story->ctx, "problems", PHASE_CLOSE, ""));
	TRY(admit_the_late_one(story));
	return demo_asked(story);
}
