/* SPDX-License-Identifier: MIT
 * How it is judged: the announced criteria with their weights as bars, how many judge, where it was
 * announced. Rounds with the same criteria are told together. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/round.h"
#include "src/phases/challenge.h"
#include "src/publish/embargo.h"
#include "src/publish/stage.h"

enum { WHOLE = 1000 };

static bool is_same(const struct criteria *a, const struct criteria *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->rows[i].weight != b->rows[i].weight ||
			strcmp(criterion_name(&a->rows[i]), criterion_name(&b->rows[i])) != 0)
			return false;
	return true;
}

static struct error put_criterion(struct web *web, const struct criterion *c, int64_t sum)
{
	int64_t share = (c->weight * WHOLE + sum / 2) / sum;
	char percent[40];

	TRY(web_needs(web, web_own(web, c->name_fi, c->name_sv),
		arena_printf(web->arena, "%s, %s", text_word(WORDS_FIELD, "criterion"), c->key)));
	text_thousandths(share * 100, percent, sizeof(percent));
	buffer_text(web->out, "<li><span class=\"row\">");
	web_element(web, "span", "", NULL, criterion_name(c));
	web_element(web, "span", "number", NULL, arena_printf(web->arena, "%s\u00a0%%", percent));
	buffer_text(web->out, "</span>\n");
	web_bar(web, 0, share);
	web_element(web, "span", "pale", NULL, criterion_guidance(c));
	buffer_text(web->out, "</li>\n");
	return ok();
}

static struct error put_criteria(struct web *web, const struct criteria *criteria)
{
	int64_t sum = 0;

	for (size_t i = 0; i < criteria->n; i++)
		sum += criteria->rows[i].weight;
	buffer_text(web->out, "<ul class=\"bars\">\n");
	for (size_t i = 0; i < criteria->n; i++)
		TRY(put_criterion(web, &criteria->rows[i], sum));
	buffer_text(web->out, "</ul>\n");
	return ok();
}

static struct error count_jurors(struct web *web, int64_t round_id, unsigned long *n)
{
	struct members members;

	*n = 0;
	TRY(round_members(web->ctx, web->arena, round_id, &members));
	for (size_t i = 0; i < members.n; i++)
		*n += member_state_of(members.rows[i].state) == MEMBER_STATE_ACTIVE &&
				      !members.rows[i].substitute ?
			      1 :
			      0;
	return ok();
}

/* Whose round it is, how many judge in it, where its rules were announced. */
static struct error put_round(struct web *web, const struct round *r)
{
	const char *label = C_("web page", "Judged by"), *jurors;
	struct challenge c;
	unsigned long n;

	TRY(count_jurors(web, r->id, &n));
	if (r->challenge_id != 0) {
		TRY(challenge_get(web->ctx, web->arena, r->challenge_id, &c));
		label = challenge_title(&c, NULL);
	}
	jurors = arena_printf(web->arena, ngettext("%lu juror", "%lu jurors", n), n);
	web_fact(web, label,
		*r->notice == '\0' ?
			jurors :
			/* TRANSLATORS: "7 jurors", and the notice in which it was told. */
			arena_printf(web->arena, _("%s; announced: %s"), jurors, r->notice));
	return ok();
}

/* The round and those after it with the same criteria; *i is the first that differs. */
static struct error put_alike(struct web *web, const struct id_list *ids, size_t *i)
{
	struct criteria first, next;
	struct round r;

	TRY(round_criteria(web->ctx, web->arena, ids->ids[*i], &first));
	TRY(put_criteria(web, &first));
	web_facts_begin(web);
	do {
		TRY(round_get(web->ctx, web->arena, ids->ids[*i], &r));
		TRY(put_round(web, &r));
		if (++*i < ids->n)
			TRY(round_criteria(web->ctx, web->arena, ids->ids[*i], &next));
	} while (*i < ids->n && is_same(&first, &next));
	web_facts_end(web);
	return ok();
}

struct error web_criteria(struct web *web)
{
	struct id_list ids = { 0 };
	struct error e = web_rounds(web, web->stage->judged, &ids);
	size_t i = 0;

	if (e.code == E_OK && ids.n > 0)
		web_heading(web, "criteria", C_("web page", "How it is judged"));
	while (e.code == E_OK && i < ids.n)
		e = put_alike(web, &ids, &i);
	id_list_clear(&ids);
	return e;
}
