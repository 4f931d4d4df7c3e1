/* SPDX-License-Identifier: MIT
 * On what the jury's statement rests: which contest, who judged, what came in, how anonymity was
 * kept, who was disqualified, and the criteria as they were locked. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/statement.h"
#include "src/judging/custody.h"
#include "src/judging/recognition.h"
#include "src/judging/round_name.h"

enum { FACTS_MAX = 12, CRITERIA_MAX = 20 };

struct facts {
	struct fact rows[FACTS_MAX];
	size_t n;
};

static void fact(struct facts *facts, const char *label, const char *value)
{
	if (*value != '\0' && facts->n < FACTS_MAX)
		facts->rows[facts->n++] = (struct fact){ .label = label, .value = value };
}

static const char *day_of(const struct stated *s, int64_t day)
{
	char text[60];

	text_day(day, text, sizeof(text));
	return arena_text(s->arena, text);
}

static const char *number_of(const struct stated *s, int64_t number)
{
	char text[40];

	text_count(number, text, sizeof(text));
	return arena_text(s->arena, text);
}

static void put_list(const struct stated *s, const char **lines, size_t n)
{
	document_add(s->page, &(struct block){ .kind = BLOCK_LIST, .cells = lines, .n = n });
}

/* 1: which contest, and when the jury met. */
static struct error put_contest(const struct stated *s)
{
	const struct round *r = &s->round;
	struct facts facts = { .n = 0 };
	const char *name;

	TRY(round_name(s->ctx, s->arena, r, &name));
	document_heading(s->page, C_("document", "The contest"));
	fact(&facts, C_("document", "Challenge and entries"), name);
	if (r->locked != 0)
		fact(&facts, C_("document", "Notice"),
			*r->notice == '\0' ? day_of(s, day_of_time(r->locked)) :
					     arena_printf(s->arena, "%s (%s)", r->notice,
						     day_of(s, day_of_time(r->locked))));
	fact(&facts, C_("document", "Meeting"),
		arena_printf(s->arena, "%s%s%s (%s)", day_of(s, s->d.day),
			*s->d.place == '\0' ? "" : ", ", s->d.place,
			text_word(WORDS_MEETING_FORM, s->d.form)));
	if (s->d.corrects != 0)
		fact(&facts, text_word(WORDS_FIELD, "corrects"),
			arena_printf(
				s->arena, "%s: %s", s->d.corrects_code, s->d.correction_reason));
	document_facts(s->page, facts.rows, facts.n);
	return ok();
}

static const char *presence_of_member(const struct decision_persons *persons, int64_t member_id)
{
	for (size_t i = 0; i < persons->n; i++)
		if (persons->rows[i].member_id == member_id)
			return persons->rows[i].presence;
	return "absent";
}

static const char *task_of(const struct member *m)
{
	if (m->chair)
		return C_("document", "chair");
	return m->substitute ? C_("document", "substitute") : C_("document", "member");
}

/* What has been written down of a member's qualification. */
static struct error qualified(
	const struct stated *s, const struct member *m, const char **words, bool *independent)
{
	struct juror_fitness fitness;

	TRY(juror_fitness(s->ctx, s->arena, m->id, &fitness));
	*independent = strcmp(fitness.independent, "yes") == 0;
	*words = *fitness.note != '\0'      ? fitness.note :
		 *fitness.qualified != '\0' ? text_word(WORDS_KNOWN, fitness.qualified) :
					      "–";
	return ok();
}

/* 2: who judged, and that none of them is an entrant or close to one. */
static struct error put_jury(const struct stated *s)
{
	const struct table_column columns[] = { { C_("document", "Member"), false },
		{ C_("document", "Task"), false }, { C_("document", "At the meeting"), false },
		{ C_("document", "Reviews"), true }, { C_("document", "Qualification"), false } };
	size_t n = LEN(columns), all = 0;
	const char **cells = arena_alloc(s->arena, (s->members.n + 1) * n * sizeof(*cells));
	struct decision_persons persons;

	TRY(decision_persons(s->ctx, s->arena, s->d.id, &persons));
	document_heading(s->page, C_("document", "The jury"));
	for (size_t i = 0; i < s->members.n; i++) {
		const struct member *m = &s->members.rows[i];
		bool independent = false;

		cells[i * n] = m->name;
		cells[i * n + 1] = task_of(m);
		cells[i * n + 2] = text_word(WORDS_PRESENCE, presence_of_member(&persons, m->id));
		cells[i * n + 3] = number_of(s, m->submitted);
		TRY(qualified(s, m, &cells[i * n + 4], &independent));
		all += independent ? 1 : 0;
	}
	document_add(s->page, &(struct block){ .kind = BLOCK_TABLE,
				      .columns = columns,
				      .n = n,
				      .cells = cells,
				      .row_count = s->members.n,
				      .text = C_("document", "Members of the jury") });
	document_paragraph(s->page,
		all == s->members.n ?
			_("No member is an entrant or close to one.") :
			_("It has not been written down of every member that they are "
			  "independent of the entrants; who was disqualified is told below."));
	return ok();
}

static const char *codes_judged(const struct stated *s)
{
	const char **codes = arena_alloc(s->arena, (s->items.n + 1) * sizeof(*codes));
	size_t n = 0;

	for (size_t i = 0; i < s->items.n; i++)
		if (!s->items.rows[i].gone)
			codes[n++] = s->items.rows[i].code;
	return n == 0 ? "–" : text_join(s->arena, codes, n);
}

/* 3: what came in, and what of it was judged. */
static struct error put_received(const struct stated *s)
{
	struct received_count count;
	struct facts facts = { .n = 0 };

	TRY(store_round_received(s->ctx->db, s->arena, s->round.id, &count));
	document_heading(s->page, C_("document", "Entries received"));
	fact(&facts, C_("document", "Received"), number_of(s, count.n));
	fact(&facts, C_("document", "Of them late"), number_of(s, count.late));
	fact(&facts, C_("document", "Rejected for their form"), number_of(s, count.rejected));
	fact(&facts, C_("document", "Withdrawn"), number_of(s, count.withdrawn));
	fact(&facts, C_("document", "Judged"), codes_judged(s));
	document_facts(s->page, facts.rows, facts.n);
	return ok();
}

static const char *custodian_of(const struct stated *s)
{
	const char *custodian = "", *deputy = "";

	if (custody_names(s->ctx, s->arena, s->round.id, &custodian, &deputy).code != E_OK)
		return "";
	return *deputy == '\0'  ? custodian :
				  /* TRANSLATORS: the names of who holds the codes and of the deputy.
				   */
				  arena_printf(s->arena, _("%s, deputy %s"), custodian, deputy);
}

static struct error put_recognitions(const struct stated *s)
{
	struct recognitions all;

	TRY(recognition_list(s->ctx, s->arena, s->round.id, &all));
	if (all.n == 0) {
		document_paragraph(
			s->page, _("No member has told that they recognized an entrant."));
		return ok();
	}
	const char **lines = arena_alloc(s->arena, all.n * sizeof(*lines));
	for (size_t i = 0; i < all.n; i++)
		lines[i] =
			*all.rows[i].decision == '\0' ?
				/* TRANSLATORS: a member's name, a submission's code. */
				arena_printf(s->arena, _("%s recognized the entrant of %s."),
					all.rows[i].name, all.rows[i].code) :
				 /* TRANSLATORS: a member's name, a submission's code, what was
				  * decided. */
				 arena_printf(s->arena,
					 _("%s recognized the entrant of %s. Decided on it: %s"),
					 all.rows[i].name, all.rows[i].code, all.rows[i].decision);
	put_list(s, lines, all.n);
	return ok();
}

/* 4: how nobody could know whose the entries were. */
static struct error put_anonymity(const struct stated *s)
{
	struct blind_releases releases;
	struct facts facts = { .n = 0 };

	document_heading(s->page, C_("document", "Anonymity"));
	if (!s->round.blind) {
		document_paragraph(s->page, _("The entries were judged by their names."));
		return ok();
	}
	TRY(store_blind_releases(s->ctx->db, s->arena, s->round.id, &releases));
	for (size_t i = 0; i < releases.n; i++) {
		fact(&facts, C_("document", "Given to the jury without names"),
			arena_printf(s->arena, "%s, %s",
				day_of(s, day_of_time(releases.rows[i].at)), releases.rows[i].who));
		fact(&facts, C_("document", "Left in the texts, and why"), releases.rows[i].reason);
	}
	fact(&facts, C_("document", "Custodian of the codes"), custodian_of(s));
	document_facts(s->page, facts.rows, facts.n);
	return put_recognitions(s);
}

static const char *name_of_member(const struct stated *s, int64_t member_id)
{
	for (size_t i = 0; i < s->members.n; i++)
		if (s->members.rows[i].id == member_id)
			return s->members.rows[i].name;
	return "–";
}

static const char *code_of_item(const struct stated *s, int64_t item_id)
{
	const struct decision_item *item = decision_item_of(&s->items, item_id);

	return item == NULL ? "–" : item->code;
}

static const char *ground_words(const struct stated *s, int64_t ground)
{
	return text_word(WORDS_GROUND, arena_printf(s->arena, "%lld", (long long)ground));
}

/* 5: who had to be out, for which entry, on what ground. The names declared by are kept apart from
 * the codes until these are opened: then who was out in the meeting tells it (by code). */
static struct error put_barred(const struct stated *s)
{
	struct meeting_bars bars;

	TRY(store_meeting_bars(s->ctx->db, s->arena, s->round.id, s->round.blind, &bars));
	size_t room = bars.n + s->meeting.absences.n, n = 0;
	const char **lines = arena_alloc(s->arena, (room + 1) * sizeof(*lines));

	for (size_t i = 0; i < bars.n; i++)
		/* TRANSLATORS: a member's name, a submission's code, a ground of 28 §. */
		lines[n++] = arena_printf(s->arena, _("%s, %s: %s"),
			name_of_member(s, bars.rows[i].member_id),
			code_of_item(s, bars.rows[i].item_id),
			ground_words(s, bars.rows[i].ground));
	for (size_t i = 0; i < s->meeting.absences.n; i++) {
		const struct meeting_absence *a = &s->meeting.absences.rows[i];

		if (a->ground == 0)
			continue;
		/* TRANSLATORS: a member's name, a submission's code, a ground of 28 §. */
		lines[n++] = arena_printf(s->arena, _("%s left the room for %s: %s"), a->name,
			a->item_id == 0 ? "–" : a->item_code, ground_words(s, a->ground));
	}
	document_heading(s->page, C_("document", "Disqualification"));
	if (n == 0)
		document_paragraph(s->page, _("No member was disqualified."));
	else
		put_list(s, lines, n);
	return ok();
}

/* The criteria that decide a tie, by their names; what is none of them stands as it is. */
static const char *ties_of(const struct stated *s)
{
	const char *words[CRITERIA_MAX];
	size_t n = 0;

	for (const char *key = s->round.ties; *key != '\0' && n < CRITERIA_MAX;) {
		size_t length = strcspn(key, ",");

		words[n] = arena_bytes(s->arena, key, length);
		for (size_t i = 0; i < s->standing.criteria.n; i++)
			if (strcmp(s->standing.criteria.rows[i].key, words[n]) == 0)
				words[n] = criterion_name(&s->standing.criteria.rows[i]);
		n++;
		key += length + (key[length] == ',' ? 1 : 0);
	}
	return n == 0 ? "–" : text_join(s->arena, words, n);
}

/* 6: by what it was judged, as it was locked. */
static void put_criteria(const struct stated *s)
{
	const struct table_column columns[] = { { C_("document", "Criterion"), false },
		{ C_("document", "Weight"), true }, { C_("document", "Scale"), true } };
	const struct criteria *all = &s->standing.criteria;
	const char **cells = arena_alloc(s->arena, (all->n + 1) * LEN(columns) * sizeof(*cells));
	struct facts facts = { .n = 0 };

	document_heading(s->page, C_("document", "Criteria and method"));
	for (size_t i = 0; i < all->n; i++) {
		const struct criterion *c = &all->rows[i];
		char weight[40], low[40], high[40];

		text_thousandths(c->weight, weight, sizeof(weight));
		text_thousandths(c->low, low, sizeof(low));
		text_thousandths(c->high, high, sizeof(high));
		cells[i * LEN(columns)] = criterion_name(c);
		cells[i * LEN(columns) + 1] = arena_text(s->arena, weight);
		cells[i * LEN(columns) + 2] = arena_printf(s->arena, "%s–%s", low, high);
	}
	document_add(s->page, &(struct block){ .kind = BLOCK_TABLE,
				      .columns = columns,
				      .n = LEN(columns),
				      .cells = cells,
				      .row_count = all->n,
				      .text = C_("document", "Criteria as they were locked") });
	fact(&facts, C_("document", "Method"), text_word(WORDS_METHOD, s->round.method));
	fact(&facts, C_("document", "Ties are decided by"), ties_of(s));
	fact(&facts, C_("document", "Hash of the rules"), s->round.rules_hash);
	document_facts(s->page, facts.rows, facts.n);
}

struct error stated_grounds(const struct stated *s)
{
	TRY(put_contest(s));
	TRY(put_jury(s));
	TRY(put_received(s));
	TRY(put_anonymity(s));
	TRY(put_barred(s));
	put_criteria(s);
	return ok();
}
