/* SPDX-License-Identifier: MIT */
#include "ui/office/problems/joint.h"

#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/joint.h"
#include "src/phases/submission.h"
#include "ui/office/ask.h"
#include "ui/toolkit/dialog.h"

static const char *words(struct context *ctx, struct arena *arena, const struct submission *s)
{
	return arena_printf(
		arena, "%s %s (%s)", s->code, s->title, submission_applicant(ctx, arena, s));
}

/* Those that could lead; the names beside their ids. */
static struct error leads(
	struct ui *ui, struct arena *arena, int64_t id, const char ***names, struct id_list *found)
{
	struct submission_filter all = { 0 };
	struct id_list ids = { 0 };
	struct error e =
		submission_ids(ui->ctx, "problem", SUBMISSIONS_BY_NUMBER, &all, NULL, &ids);

	*names = arena_alloc(arena, (ids.n + 1) * sizeof(**names));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct submission s;
		const char *why = NULL;

		e = joint_blocked(ui->ctx, ids.ids[i], &why);
		if (e.code != E_OK || why != NULL || ids.ids[i] == id)
			continue;
		e = submission_get(ui->ctx, arena, ids.ids[i], &s);
		if (e.code == E_OK) {
			(*names)[found->n] = words(ui->ctx, arena, &s);
			id_list_add(found, s.id);
		}
	}
	id_list_clear(&ids);
	return e;
}

/* 0: cancelled, or there is none. */
static int64_t choose_lead(struct ui *ui, int64_t id)
{
	struct arena arena = { 0 };
	struct id_list found = { 0 };
	const char **names;
	struct error e = leads(ui, &arena, id, &names, &found);

	if (e.code == E_OK && found.n == 0)
		e = rule(N_("There is no other problem that it could be one with."));
	ui_complain(ui, e);
	int chosen = e.code != E_OK ? -1 :
				      ui_pick(ui, _("One with which problem? That one is judged."),
					      names, found.n);
	int64_t lead = chosen < 0 ? 0 : found.ids[chosen];
	id_list_clear(&found);
	arena_clear(&arena);
	return lead;
}

void joint_form(struct ui *ui, int64_t id)
{
	const char *why = NULL;
	struct error e = joint_blocked(ui->ctx, id, &why);

	if (e.code == E_OK && why != NULL)
		e = rule(why);
	ui_complain(ui, e);
	int64_t lead = e.code == E_OK ? choose_lead(ui, id) : 0;
	if (lead == 0)
		return;
	char *reason = ask_reason(ui, C_("title", "A joint problem"),
		_("Why are they one? Its applicant becomes a co-applicant of the other, and letters "
		  "go to both."));
	if (reason != NULL)
		ui_report(ui, joint_join(ui->ctx, lead, id, reason),
			_("Joined: both codes live, and one problem is judged."));
	free(reason);
}

struct error page_joint(struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct id_list ids = { 0 };
	struct submission s;
	int64_t lead;

	TRY(joint_lead(ctx, id, &lead));
	if (lead != 0) {
		TRY(submission_get(ctx, arena, lead, &s));
		page_link(page, text_word(WORDS_FIELD, "joined_to"), KIND_PROBLEM, lead,
			words(ctx, arena, &s));
	}
	struct error e = joint_ids(ctx, id, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		e = submission_get(ctx, arena, ids.ids[i], &s);
		if (e.code == E_OK)
			page_link(page, C_("label", "One with it"), KIND_PROBLEM, s.id,
				words(ctx, arena, &s));
	}
	id_list_clear(&ids);
	return e;
}

const char *joint_lead_words(struct context *ctx, struct arena *arena, const struct submission *s)
{
	struct submission lead;
	int64_t id = 0;

	if (joint_lead(ctx, s->id, &id).code != E_OK || id == 0 ||
		submission_get(ctx, arena, id, &lead).code != E_OK)
		return text_word(WORDS_SUBMISSION_STATE, s->state);
	return arena_printf(arena, "→ %s", lead.code);
}
