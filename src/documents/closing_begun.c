/* SPDX-License-Identifier: MIT
 * In the closing report: what it came to, who arranged it, when what was, and who took part. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/closing_report.h"
#include "src/phases/adoption.h"
#include "src/phases/figure.h"
#include "src/phases/phase.h"
#include "src/phases/procurement.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/registers/municipality.h"
#include "src/registers/organization.h"

static struct error count(struct scribe *w, const char *key, const char **text)
{
	int64_t n;

	TRY(figure_count(w->ctx, key, &n));
	*text = scribe_number(w, n);
	return ok();
}

/* 1 */
struct error closing_summary(struct scribe *w)
{
	struct budget budget;
	static const char *const shown[] = { "problems", "municipalities", "challenges", "teams",
		"solutions", "winners" };
	int64_t users;
	const char *text;

	for (size_t i = 0; i < LEN(shown); i++) {
		TRY(count(w, shown[i], &text));
		scribe_fact(w, text_word(WORDS_FIGURE, shown[i]), text);
	}
	TRY(budget_get(w->ctx, &budget));
	scribe_fact(w, C_("document", "Committed, without VAT"), scribe_money(w, budget.committed));
	TRY(adoption_municipalities(w->ctx, &users));
	scribe_fact(w, C_("document", "Municipalities that pilot or use a solution"),
		scribe_number(w, users));
	scribe_facts(w, C_("document", "Summary"));
	return ok();
}

/* 2 */
struct error closing_organizers(struct scribe *w)
{
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	struct error e = partner_ids(w->ctx, 0, &ids);

	scribe_column(&t, C_("document", "Name"), false);
	scribe_column(&t, C_("document", "Role"), false);
	scribe_column(&t, C_("document", "From"), false);
	scribe_column(&t, C_("document", "Until"), false);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct partner p;

		e = partner_get(w->ctx, w->arena, ids.ids[i], &p);
		if (e.code != E_OK)
			break;
		const char **cells = scribe_row(w, &t);

		cells[0] = i18n_pick(p.name_fi, p.name_sv, NULL, NULL);
		cells[1] = text_word(WORDS_PARTNER_KIND, p.kind);
		cells[2] = scribe_day(w, p.valid_from);
		cells[3] = scribe_day(w, p.valid_to);
	}
	id_list_clear(&ids);
	TRY(e);
	document_heading(w->page, C_("document", "The competition and its organizers"));
	scribe_table(w, &t, NULL, C_("document", "not recorded"));
	return ok();
}

static const char *moment_of(const struct scribe *w, int64_t time, const char *precision)
{
	char text[80] = "";

	if (time != 0)
		text_moment(time, precision_of_code(precision), text, sizeof(text));
	return arena_text(w->arena, text);
}

static bool is_exact(const char *precision)
{
	return precision_of_code(precision) <= PRECISION_DAY;
}

/* Days from the first plan to how it was; where one is known by its season alone, none. */
static const char *slip_of(
	const struct scribe *w, const struct milestone_plan *first, const struct milestone *m)
{
	if (m->actual == 0 || !is_exact(first->precision) || !is_exact(m->actual_precision))
		return "–";
	int64_t days = (day_of_time(m->actual) - day_of_time(first->planned)) / (24 * 60 * 60);

	return arena_printf(w->arena, "%s%lld",
		days > 0 ? "+" :
		days < 0 ? "−" :
			   "",
		(long long)(days < 0 ? -days : days));
}

static struct error put_milestone(struct scribe *w, struct scribe_table *t,
	const struct phase *phase, const struct milestone *m)
{
	struct milestone_plans plans;

	TRY(milestone_history(w->ctx, w->arena, m->id, &plans));
	if (plans.n == 0 && m->actual == 0)
		return ok();
	const char **cells = scribe_row(w, t);

	cells[0] = text_word(WORDS_PHASE, phase->key);
	cells[1] = milestone_name(m);
	if (plans.n > 0) {
		const struct milestone_plan *first = &plans.rows[0];

		for (size_t i = 1; i < plans.n; i++)
			if (plans.rows[i].made < first->made)
				first = &plans.rows[i];
		cells[2] = moment_of(w, first->planned, first->precision);
		cells[5] = slip_of(w, first, m);
	}
	cells[3] = moment_of(w, m->planned, m->planned_precision);
	cells[4] = moment_of(w, m->actual, m->actual_precision);
	return ok();
}

/* 3 */
struct error closing_timetable(struct scribe *w)
{
	struct phases phases;
	struct milestones milestones;
	struct scribe_table t = { 0 };

	TRY(phase_list(w->ctx, w->arena, &phases));
	scribe_column(&t, C_("document", "Phase"), false);
	scribe_column(&t, C_("document", "Milestone"), false);
	scribe_column(&t, C_("document", "First planned"), false);
	scribe_column(&t, C_("document", "Planned last"), false);
	scribe_column(&t, C_("document", "Actual"), false);
	scribe_column(&t, C_("document", "Slip in days"), true);
	for (size_t i = 0; i < phases.n; i++) {
		TRY(milestone_list(w->ctx, w->arena, phases.rows[i].id, &milestones));
		for (size_t k = 0; k < milestones.n; k++)
			TRY(put_milestone(w, &t, &phases.rows[i], &milestones.rows[k]));
	}
	document_heading(w->page, C_("document", "Timetable"));
	scribe_table(w, &t, NULL, C_("document", "not recorded"));
	return ok();
}

/* --- 4 */

/* Counts by a word. */
enum { TALLY_MAX = 40 };

struct counted {
	const char *word;
	int64_t n;
};

struct tally {
	struct counted rows[TALLY_MAX];
	size_t n;
};

static void tally_add(struct tally *tally, const char *word)
{
	size_t i = 0;

	while (i < tally->n && strcmp(tally->rows[i].word, word) != 0)
		i++;
	if (i == LEN(tally->rows))
		return;
	if (i == tally->n) {
		tally->rows[tally->n].word = word;
		tally->rows[tally->n++].n = 0;
	}
	tally->rows[i].n++;
}

/* The most frequent first; what is equal stays as it came. */
static void tally_sort(struct tally *tally)
{
	for (size_t i = 1; i < tally->n; i++)
		for (size_t k = i; k > 0 && tally->rows[k].n > tally->rows[k - 1].n; k--) {
			struct counted row = tally->rows[k];

			tally->rows[k] = tally->rows[k - 1];
			tally->rows[k - 1] = row;
		}
}

static void put_tally(
	struct scribe *w, struct tally *tally, const char *column, const char *caption)
{
	struct scribe_table t = { 0 };

	tally_sort(tally);
	scribe_column(&t, column, false);
	scribe_column(&t, C_("document", "Number"), true);
	for (size_t i = 0; i < tally->n; i++) {
		const char **cells = scribe_row(w, &t);

		cells[0] = tally->rows[i].word;
		cells[1] = scribe_number(w, tally->rows[i].n);
	}
	scribe_table(w, &t, caption, NULL);
}

/* Where a problem came from and in which language. */
static struct error tally_problem(
	struct scribe *w, int64_t id, struct tally *regions, struct tally *languages)
{
	struct submission s;
	struct municipality m;
	const char *region = C_("document", "other body");

	TRY(submission_get(w->ctx, w->arena, id, &s));
	if (s.municipality_id != 0) {
		TRY(municipality_get(w->ctx, w->arena, s.municipality_id, &m));
		region = i18n_pick(m.region_fi, m.region_sv, NULL, NULL);
	}
	tally_add(regions, region);
	tally_add(languages, *s.lang == '\0' ? "–" : text_word(WORDS_LANGUAGE, s.lang));
	return ok();
}

static struct error put_problems(struct scribe *w)
{
	struct id_list ids = { 0 };
	struct tally regions = { .n = 0 }, languages = { .n = 0 };
	const struct submission_filter all = { .state = NULL };
	struct error e = submission_ids(w->ctx, "problem", SUBMISSIONS_BY_NUMBER, &all, NULL, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = tally_problem(w, ids.ids[i], &regions, &languages);
	id_list_clear(&ids);
	TRY(e);
	put_tally(w, &regions, C_("document", "Region"), C_("document", "Problems by region"));
	put_tally(
		w, &languages, C_("document", "Language"), C_("document", "Problems by language"));
	return ok();
}

static struct error put_teams(struct scribe *w)
{
	struct id_list ids = { 0 };
	struct tally states = { .n = 0 };
	int64_t members = 0;
	struct error e = team_ids(w->ctx, 0, NULL, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct team team;

		e = team_get(w->ctx, w->arena, ids.ids[i], &team);
		if (e.code != E_OK)
			break;
		members += team.members;
		tally_add(&states, text_word(WORDS_TEAM_STATE, team.state));
	}
	id_list_clear(&ids);
	TRY(e);
	put_tally(w, &states, C_("document", "State"), C_("document", "Teams"));
	scribe_fact(w, C_("document", "Members of the teams"), scribe_number(w, members));
	scribe_facts(w, NULL);
	return ok();
}

/* What was told to the public beside what the records say. */
static struct error put_published(struct scribe *w)
{
	struct figures figures;
	struct scribe_table t = { 0 };

	TRY(figure_list(w->ctx, w->arena, &figures));
	scribe_column(&t, C_("document", "Figure"), false);
	scribe_column(&t, C_("document", "By the records"), true);
	scribe_column(&t, C_("document", "Published"), true);
	scribe_column(&t, C_("document", "Source"), false);
	for (size_t i = 0; i < figures.n; i++) {
		const struct figure *f = &figures.rows[i];
		const char **cells = scribe_row(w, &t);

		cells[0] = text_word(WORDS_FIGURE, f->key);
		TRY(count(w, f->key, &cells[1]));
		cells[2] = scribe_number(w, f->value);
		cells[3] = f->source;
	}
	scribe_table(w, &t, C_("document", "Published figures beside the records"), NULL);
	return ok();
}

struct error closing_participation(struct scribe *w)
{
	const char *key, *text;

	for (size_t i = 0; (key = text_code(WORDS_FIGURE, i)) != NULL; i++) {
		TRY(count(w, key, &text));
		scribe_fact(w, text_word(WORDS_FIGURE, key), text);
	}
	scribe_facts(w, C_("document", "Participation"));
	TRY(put_published(w));
	TRY(put_problems(w));
	return put_teams(w);
}
