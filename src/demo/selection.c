/* SPDX-License-Identifier: MIT
 * November 2018: the jury's declarations and reviews, entered by the office, and its decision. The
 * scores are invented: what was selected stands clearly above the rest. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/demo/story.h"
#include "src/intake/csv.h"
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

struct jury {
	struct story *story;
	int64_t round_id;
	struct members members;
	struct criteria criteria;
	struct assignments assignments;
	struct csv_row *remarks; /* of data/remarks.csv */
	size_t remark_count;
	int64_t *quality; /* of each item, by position */
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
	return declaration_enter(ctx, jury->round_id, login, own, n,
		"Allekirjoitettu lomake, kokous 2.11.2018");
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
		if (e.code == E_OK && strcmp(account.role, "juror") == 0)
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

static struct error keep_remark(void *arg, const struct csv_row *row)
{
	struct jury *jury = arg;
	struct arena *arena = &jury->story->arena;
	struct csv_row *kept = &jury->remarks[jury->remark_count++];

	kept->cells = arena_alloc(arena, row->n * sizeof(*kept->cells));
	for (size_t i = 0; i < row->n; i++)
		kept->cells[i].text = arena_bytes(arena, row->cells[i].text, row->cells[i].n);
	return ok();
}

/* One of those that fit; the juror's language, how good they find it, and for whom it is. */
static const char *remark(
	struct jury *jury, const char *lang, const char *level, const char *kind)
{
	const char *found = "";
	int64_t fitting = 0;

	for (size_t i = 0; i < jury->remark_count; i++) {
		const struct cell *cells = jury->remarks[i].cells;

		if (strcmp(cells[0].text, lang) != 0 || strcmp(cells[1].text, level) != 0 ||
			strcmp(cells[2].text, kind) != 0)
			continue;
		fitting++;
		if (story_roll(jury->story, fitting) == 0)
			found = cells[3].text;
	}
	return found;
}

static int64_t limited(int64_t score)
{
	return score < 0 ? 0 : score > 10 ? 10 : score;
}

static struct error review_one(struct jury *jury, const struct assignment *a, int64_t quality)
{
	int64_t scores[8], bias = (int64_t)(a->login[1] % 3) - 1;
	const char *level = quality >= 7 ? "high" : quality >= 4 ? "middle" : "low";
	const char *lang = strcmp(a->login, "exempla") == 0 ? "sv" : "fi";
	struct review_input input = { .scores = scores, .n = jury->criteria.n };

	for (size_t i = 0; i < jury->criteria.n && i < LEN(scores); i++)
		scores[i] = 1000 *
			limited(quality + (quality < 8 ? bias : 0) + story_roll(jury->story, 3) - 1);
	input.notes = remark(jury, lang, level, "notes");
	input.feedback = remark(jury, lang, level, "feedback");
	return review_insert(jury->story->ctx, &jury->criteria, a->id, &input,
		"Arviointilomakkeet 14.11.2018");
}

/* What was selected is very good, the rest anything from weak to good. */
static void judge_quality(struct jury *jury, size_t items)
{
	static const char *const best[] = { "P-004", "P-005", "P-010" };

	jury->quality = arena_alloc(&jury->story->arena, items * sizeof(*jury->quality));
	for (size_t i = 0; i < items; i++)
		jury->quality[i] = 2 + story_roll(jury->story, 6);
	for (size_t a = 0; a < jury->assignments.n; a++)
		for (size_t b = 0; b < LEN(best); b++)
			if (strcmp(jury->assignments.rows[a].code, best[b]) == 0)
				jury->quality[a / jury->members.n] = 9;
}

static struct error review_all(struct jury *jury)
{
	struct context *ctx = jury->story->ctx;
	struct arena *arena = &jury->story->arena;

	jury->remarks = arena_alloc(arena, 64 * sizeof(*jury->remarks));
	TRY(csv_each_row(data_demo_remarks, 4, keep_remark, jury));
	TRY(round_criteria(ctx, arena, jury->round_id, &jury->criteria));
	TRY(assignment_list(ctx, arena, jury->round_id, 0, 0, &jury->assignments));
	judge_quality(jury, jury->assignments.n / jury->members.n);
	TRY(story_at(jury->story, "2018-11-14T12:20"));
	TRY(context_begin(ctx));
	struct error e = ok();
	for (size_t i = 0; e.code == E_OK && i < jury->assignments.n; i++)
		if (jury->assignments.rows[i].barred == 0)
			e = review_one(jury, &jury->assignments.rows[i],
				jury->quality[i / jury->members.n]);
	return context_end(ctx, e, "review.import", "round:problems");
}

static struct error select_problem(void *arg, const struct csv_row *row)
{
	struct jury *jury = arg;
	struct context *ctx = jury->story->ctx;
	struct id_list decisions = { 0 };
	struct decision_item item = { .outcome = "selected", .reason_fi = row->cells[6].text,
		.reason_sv = row->cells[7].text, .reason_en = "", .deviation_reason = "" };
	struct error e = decision_ids(ctx, jury->round_id, "decision", &decisions);

	for (size_t i = 0; i < jury->assignments.n; i++)
		if (strcmp(jury->assignments.rows[i].code, row->cells[0].text) == 0)
			item.item_id = jury->assignments.rows[i].item_id;
	if (e.code == E_OK)
		e = decision_set_item(ctx, decisions.ids[0], &item);
	id_list_clear(&decisions);
	return e;
}

static struct error decide(struct jury *jury)
{
	struct context *ctx = jury->story->ctx;
	struct decision decision = { .round_id = jury->round_id, .lang = "fi",
		.place = "Kuntatalo, Helsinki", .form = "room", .tie_reason = "",
		/* Why it was three is not known: the text says what it is. */
		.range_reason = "Esimerkkiperustelu: kolme ehdotusta nousi selvästi muiden edelle, ja "
				"tuomaristo halusi keskittää mentoroinnin ja rahoituksen niihin.",
		.correction_reason = "" };
	struct decision_item rest = { .outcome = "not_selected",
		.reason_fi = "Ehdotus jäi vertailussa valittujen taakse. Tuomariston palaute "
			     "lähetetään kunnalle.",
		.reason_sv = "Förslaget placerade sig efter de valda i jämförelsen. Juryns "
			     "respons skickas till kommunen.",
		.reason_en = "", .deviation_reason = "" };
	int64_t id;

	TRY(story_at(jury->story, "2018-11-20T13:00"));
	TRY(day_parse("2018-11-20", &decision.day));
	TRY(decision_add(ctx, &decision, &id));
	TRY(csv_each_row(data_demo_challenges, 8, select_problem, jury));
	TRY(decision_set_rest(ctx, id, &rest));
	TRY(story_at(jury->story, "2018-11-20T15:30"));
	return decision_sign(ctx, id, NULL);
}

struct error demo_selection(struct story *story)
{
	struct jury jury = { .story = story };

	TRY(open_round(&jury));
	TRY(review_all(&jury));
	TRY(story_at(story, "2018-11-16T16:05"));
	TRY(round_move(story->ctx, jury.round_id, ROUND_CLOSE, ""));
	TRY(standing_show(story->ctx, jury.round_id));
	return decide(&jury);
}
