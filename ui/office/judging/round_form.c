/* SPDX-License-Identifier: MIT
 * The form of a round's rules: how it is judged. */
#include "ui/office/judging/round_form.h"
#include "ui/toolkit/form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/round.h"
#include "src/phases/challenge.h"
#include "src/phases/range.h"

enum { ROUND_METHOD, ROUND_TIES, ROUND_MIN, ROUND_QUORUM, ROUND_SELECT, ROUND_SCOPE, ROUND_CLOSES };

static const struct form_field rule_fields[] = {
	[ROUND_METHOD] = { .name = "method" },
	[ROUND_TIES] = { .name = "ties",
		.hint = N_("What decides a tie across the selection line: impact,commitment,lot") },
	[ROUND_MIN] = { .name = "min_reviews" },
	[ROUND_QUORUM] = { .name = "quorum" },
	/* Two fields in one text. */
	[ROUND_SELECT] = { .name = "select",
		.kind = FORM_LINE,
		.hint = N_("How many are planned to be selected, such as 4-6") },
	[ROUND_SCOPE] = { .name = "conflict_scope" },
	[ROUND_CLOSES] = { .name = "closes",
		.hint = N_("Until when reviews are expected, such as 23.11.2018 klo 16.00") },
};

struct rule_edit {
	int64_t id, v;
	const char *kind;
	int64_t challenge_id;
};

/* What a new round begins with: how many are planned by the plan, and what a conflict bars by what
 * is compared. Solutions are judged blind. */
static struct round first_rules(struct context *ctx, struct arena *arena, const char *kind)
{
	bool problems = submission_kind_of(kind) == SUBMISSION_KIND_PROBLEM;
	const char *key = problems                                             ? "challenges" :
			  submission_kind_of(kind) == SUBMISSION_KIND_SOLUTION ? "winners" :
										 "challenge_teams";
	struct round r = { .method = "mean",
		.ties = "",
		.min_reviews = 1,
		.quorum = 1,
		.select_min = -1,
		.select_max = -1,
		.blind = submission_kind_of(kind) == SUBMISSION_KIND_SOLUTION,
		.conflict_scope = problems ? "submission" : "challenge" };
	struct ranges ranges = { 0 };

	if (range_list(ctx, arena, &ranges).code != E_OK)
		return r;
	for (size_t i = 0; i < ranges.n; i++)
		if (strcmp(ranges.rows[i].key, key) == 0) {
			r.select_min = ranges.rows[i].low;
			r.select_max = ranges.rows[i].high;
		}
	return r;
}

static struct error fill_rules(struct context *ctx, struct form *form, void *arg)
{
	struct rule_edit *edit = arg;
	struct arena arena = { 0 };
	struct round r = first_rules(ctx, &arena, edit->kind == NULL ? "problem" : edit->kind);
	struct error e = edit->id == 0 ? ok() : round_get(ctx, &arena, edit->id, &r);

	if (e.code == E_OK) {
		edit->v = r.v;
		form_fill_row(form, &r);
		if (r.select_min >= 0)
			form_set(form, ROUND_SELECT,
				arena_printf(&arena, "%lld-%lld", (long long)r.select_min,
					(long long)r.select_max));
	}
	arena_clear(&arena);
	return e;
}

static struct error read_range(const char *text, int64_t *low, int64_t *high)
{
	char *end;

	*low = *high = -1;
	if (*text == '\0')
		return ok();
	*low = *high = strtoll(text, &end, 10);
	if (strncmp(end, "–", strlen("–")) == 0)
		end += strlen("–");
	else if (*end == '-' || *end == ':')
		end++;
	else
		return *end == '\0' ? ok() : fail(E_INVALID, "select");
	*high = strtoll(end, &end, 10);
	return *end == '\0' ? ok() : fail(E_INVALID, "select");
}

/* "problems", "applications-C-1" */
static struct error round_key(
	struct context *ctx, struct arena *arena, const struct rule_edit *edit, const char **key)
{
	struct challenge c;

	*key = arena_printf(arena, "%ss", edit->kind);
	if (edit->challenge_id == 0)
		return ok();
	TRY(challenge_get(ctx, arena, edit->challenge_id, &c));
	*key = arena_printf(arena, "%ss-%s", edit->kind, c.code);
	return ok();
}

static struct error save_rules(struct ui *ui, struct form *form, void *arg)
{
	struct rule_edit *edit = arg;
	struct arena arena = { 0 };
	struct round r = { .select_min = -1, .select_max = -1 };

	if (edit->id != 0)
		TRY(round_get(ui->ctx, &arena, edit->id, &r));
	r.id = edit->id;
	r.v = edit->v;
	struct error e = form_read_row(form, &r);
	if (e.code == E_OK)
		e = read_range(form_get(form, ROUND_SELECT), &r.select_min, &r.select_max);
	if (e.code == E_OK && edit->id == 0) {
		r.kind = edit->kind;
		r.challenge_id = edit->challenge_id;
		r.blind = submission_kind_of(edit->kind) == SUBMISSION_KIND_SOLUTION;
		e = round_key(ui->ctx, &arena, edit, &r.key);
		if (e.code == E_OK)
			e = round_add(ui->ctx, &r, &edit->id);
	} else if (e.code == E_OK) {
		e = round_update(ui->ctx, &r);
	}
	arena_clear(&arena);
	return e;
}

static const struct form_def rule_def = { NC_("title", "Rules of the round"),
	N_("How the round is judged. Until the rules are locked everything can be changed; after that "
	   "only the closing time."),
	rule_fields, LEN(rule_fields), fill_rules, save_rules, .record = &record_of_round };

bool round_form(struct ui *ui, const char *kind, int64_t challenge_id, int64_t *id)
{
	struct rule_edit edit = { .id = *id, .kind = kind, .challenge_id = challenge_id };
	bool saved = form_run(ui, form_new(ui, &rule_def, &edit));

	if (saved)
		ui_say(ui, "%s", _("Saved."));
	*id = edit.id;
	return saved;
}
