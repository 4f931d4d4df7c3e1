/* SPDX-License-Identifier: MIT
 * November 2018: the office's two write what the municipalities get to read of the jury's feedback,
 * and clear what the other wrote. Seventeen wait until somebody has read them; in two of those is
 * something that should not go out. */
#include <string.h>

#include "src/demo/jury.h"
#include "src/judging/feedback.h"

enum { CLEARED = 60, NAMED = 64, SCORED = 70, WORDINGS_FROM = 3 };

static const char *lang_of(const struct feedback_item *item)
{
	return strcmp(item->item.lang, "sv") == 0 ? "sv" : "fi";
}

/* What may be said on that level, in that language: every wording of every remark. */
static size_t sayings(const struct jury *jury, const char *lang, const char *level,
	const char **texts, size_t most)
{
	size_t n = 0;

	for (size_t i = 0; i < jury->remark_count; i++) {
		const struct csv_cell *cells = jury->remarks[i].cells;

		if (strcmp(cells[0].text, lang) != 0 || strcmp(cells[1].text, level) != 0 ||
			strcmp(cells[2].text, "feedback") != 0)
			continue;
		for (size_t w = WORDINGS_FROM; w < jury->remarks[i].n && n < most; w++)
			texts[n++] = cells[w].text;
	}
	return n;
}

static const char *text_for(const struct jury *jury, const struct feedback_item *item, size_t at)
{
	static const char *const slips[] = {
		[0] = "",
		[1] = "\n\nMaija kertoo mielellään lisää puhelimessa.",
		[2] = "\n\nVertailussa ehdotus sai keskiarvon 5,25.",
	};
	int64_t quality = jury->quality[at];
	const char *level = quality >= 7 ? "high" : quality >= 4 ? "middle" : "low", *texts[24];
	size_t n = sayings(jury, lang_of(item), level, texts, LEN(texts));
	size_t first = at % n, second = (at + 1 + at / n % (n - 1)) % n;
	const char *slip = slips[at == NAMED ? 1 : at == SCORED ? 2 : 0];

	return arena_printf(&jury->story->arena, "%s\n\n%s%s", texts[first], texts[second], slip);
}

/* One of the two at work on the texts in one language. */
struct desk_work {
	const char *login, *lang;
	bool clears;
};

static struct error work_on(struct jury *jury, const struct id_list *ids, const struct desk_work *w)
{
	struct context *ctx = jury->story->ctx;

	for (size_t i = 0; i < ids->n; i++) {
		struct feedback_item item;

		TRY(feedback_get(ctx, &jury->story->arena, ids->ids[i], &item));
		if (strcmp(lang_of(&item), w->lang) != 0 || (w->clears && i >= CLEARED))
			continue;
		TRY(w->clears ? feedback_clear(ctx, ids->ids[i], item.feedback.v) :
				feedback_set(ctx, ids->ids[i], w->lang, text_for(jury, &item, i),
					item.feedback.v));
	}
	return ok();
}

static struct error work(struct jury *jury, const struct id_list *ids, const struct desk_work *w)
{
	struct context *ctx = jury->story->ctx;

	TRY(story_as(jury->story, w->login));
	TRY(context_begin_series(ctx));
	TRY(context_end_series(ctx, work_on(jury, ids, w)));
	return story_as(jury->story, NULL);
}

struct error demo_feedback(struct jury *jury)
{
	static const struct {
		const char *when;
		struct desk_work work;
	} days[] = {
		{ "2018-11-21T10:05", { NULL, "fi", false } },
		{ "2018-11-21T13:40", { "veera", "sv", false } },
		{ "2018-11-22T09:15", { "veera", "fi", true } },
		{ "2018-11-22T14:30", { NULL, "sv", true } },
	};
	struct id_list ids = { 0 };
	struct error e = feedback_ids(jury->story->ctx, jury->round_id, &ids);

	for (size_t i = 0; e.code == E_OK && i < LEN(days); i++) {
		e = story_at(jury->story, days[i].when);
		if (e.code == E_OK)
			e = work(jury, &ids, &days[i].work);
	}
	id_list_clear(&ids);
	return e;
}
