/* SPDX-License-Identifier: MIT
 * Late November 2018: every municipality is written what became of its problem. What has the jury's
 * feedback in it is read and cleared; the rest waits for it. One that the office sent by its own
 * mail came back. */
#include "src/demo/jury.h"
#include "src/letters/by_hand.h"
#include "src/letters/make.h"
#include "src/letters/reading.h"

static struct error make(struct jury *jury, const char *kind)
{
	struct letter_order order = { .kind = kind, .round_id = jury->round_id };
	struct letters_made made;
	struct error e = letters_make(jury->story->ctx, &jury->story->arena, &order, &made);

	id_list_clear(&made.made);
	id_list_clear(&made.again);
	return e;
}

static struct error clear(struct jury *jury, int64_t id)
{
	static const struct answers none;
	struct context *ctx = jury->story->ctx;
	struct letter letter;
	int64_t failed;

	TRY(letter_get(ctx, &jury->story->arena, id, &letter));
	if (!letter.feedback)
		return ok();
	TRY(letter_read(ctx, id));
	return act_do(ctx, &letter_act_rows[LETTER_CLEAR], &id, 1, &none, &failed);
}

static struct error clear_those_with_feedback(struct jury *jury)
{
	struct letter_filter all = { .round_id = jury->round_id };
	struct context *ctx = jury->story->ctx;
	struct id_list ids = { 0 };

	TRY(context_begin_series(ctx));
	struct error e = letter_ids(ctx, &all, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = clear(jury, ids.ids[i]);
	id_list_clear(&ids);
	return context_end_series(ctx, e);
}

static struct error come_back(struct jury *jury)
{
	struct letter_filter cleared = {
		.round_id = jury->round_id, .kind = "not_selected", .state = "cleared"
	};
	struct context *ctx = jury->story->ctx;
	struct id_list ids = { 0 };
	struct error e = letter_ids(ctx, &cleared, &ids);

	if (e.code == E_OK)
		e = letter_went(ctx, ids.ids[0], "email", 0);
	if (e.code == E_OK)
		e = story_at(jury->story, "2018-11-29T08:20");
	if (e.code == E_OK)
		e = letter_came_back(ctx, ids.ids[0], 0,
			"550 5.1.1 Osoitetta ei ole: henkilö ei ole enää kunnan palveluksessa.");
	id_list_clear(&ids);
	return e;
}

struct error demo_letter_again(struct story *story)
{
	struct letter_filter failed = { .state = "failed" };
	struct id_list ids = { 0 };
	struct error e = letter_ids(story->ctx, &failed, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = letter_went(story->ctx, ids.ids[i], "letter", 0);
	id_list_clear(&ids);
	return e;
}

struct error demo_letters(struct jury *jury)
{
	TRY(story_at(jury->story, "2018-11-28T09:10"));
	TRY(make(jury, "selected"));
	TRY(make(jury, "not_selected"));
	TRY(story_at(jury->story, "2018-11-28T13:40"));
	TRY(clear_those_with_feedback(jury));
	TRY(story_at(jury->story, "2018-11-28T15:10"));
	return come_back(jury);
}
