/* SPDX-License-Identifier: MIT
 * The minutes of the jury's meeting: who met when, where and how, by what rules it judged, and of
 * each submission a paragraph with what was found, asked, voted on and concluded (directive
 * 2014/24/EU, article 82(3), (5) and (6); Administrative Procedure Act 434/2003, 27-29 §, and by
 * analogy the Local Government Act 410/2015, 107 §). Read from what was noted in the meeting:
 * nothing is typed into it. */
#include "src/documents/minutes.h"
#include "src/documents/papers.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/abstention.h"
#include "src/judging/reasons.h"
#include "src/judging/round_name.h"
#include "src/phases/attachment.h"

const char *minutes_paragraph(const struct minutes *m, int64_t item_id)
{
	for (size_t i = 0; item_id != 0 && i < m->paragraphs; i++)
		if (m->c.items.rows[m->order[i]].item_id == item_id)
			return arena_printf(m->w->arena, "%zu\302\240§", i + 1);
	return "–";
}

const char *minutes_item_name(const struct minutes *m, const struct decision_item *item)
{
	return *item->title == '\0' ? item->code :
				      arena_printf(m->w->arena, "%s %s", item->code, item->title);
}

const char *minutes_member(const struct minutes *m, int64_t member_id)
{
	for (size_t i = 0; i < m->view.members.n; i++)
		if (m->view.members.rows[i].member_id == member_id)
			return m->view.members.rows[i].name;
	return "";
}

/* "1/2019": numbered within the year in which it begins. */
static const char *number_of(const struct minutes *m)
{
	return arena_printf(m->w->arena, "%lld/%d", (long long)m->view.meeting.number,
		civil_of_time(m->view.meeting.starts).year);
}

static const char *hours_of(const struct minutes *m)
{
	const struct meeting *g = &m->view.meeting;
	const char *starts = scribe_time(m->w, g->starts);

	if (g->ends == 0)
		return starts;
	return day_of_time(g->starts) == day_of_time(g->ends) ?
		       arena_printf(m->w->arena, "%s–%s", starts, scribe_clock(m->w, g->ends)) :
		       arena_printf(m->w->arena, "%s – %s", starts, scribe_time(m->w, g->ends));
}

/* 1 to 3: which body met, on what, when, where and how. */
static struct error put_meeting(struct minutes *m)
{
	const struct meeting *g = &m->view.meeting;
	const char *name;

	TRY(round_name(m->w->ctx, m->w->arena, &m->c.round, &name));
	scribe_fact(m->w, C_("document", "Body"), C_("document", "The jury"));
	scribe_fact(m->w, C_("document", "Matter"), name);
	scribe_fact(m->w, C_("document", "Meeting"), number_of(m));
	scribe_fact(m->w,
		decision_kind_of(m->decision.kind) == DECISION_KIND_STATEMENT ?
			C_("document", "Statement of the jury") :
			C_("document", "Decision"),
		g->decision_code);
	scribe_fact(m->w, C_("document", "Time"), hours_of(m));
	for (size_t i = 0; i < m->view.remarks.n; i++)
		if (meeting_remark_kind_of(m->view.remarks.rows[i].kind) == REMARK_BREAK)
			scribe_fact(m->w, C_("document", "Break"), m->view.remarks.rows[i].text);
	scribe_fact(m->w, text_word(WORDS_FIELD, "place"), g->place);
	scribe_fact(m->w, C_("document", "Form of the meeting"),
		text_word(WORDS_MEETING_FORM, g->form));
	scribe_fact(m->w, C_("document", "Language of the meeting"),
		text_word(WORDS_LANGUAGE, m->lang));
	scribe_facts(m->w, NULL);
	return ok();
}

static int64_t here(const struct minutes *m)
{
	int64_t n = 0;

	for (size_t i = 0; i < m->view.members.n; i++) {
		const struct decision_person *p = &m->view.members.rows[i];

		n += member_state_of(p->member_state) == MEMBER_STATE_ACTIVE &&
				     presence_of(p->presence) != PRESENCE_ABSENT ?
			     1 :
			     0;
	}
	return n;
}

/* 5: called in time, and enough there; for each paragraph its own number stands below it. */
static void put_quorum(struct minutes *m)
{
	const struct meeting *g = &m->view.meeting;

	scribe_fact(m->w, C_("document", "Call sent"), scribe_day(m->w, g->call_sent));
	scribe_fact(m->w, C_("document", "Members needed"), scribe_number(m->w, g->quorum));
	scribe_fact(m->w, C_("document", "Members present"), scribe_number(m->w, here(m)));
	scribe_facts(m->w, C_("document", "Lawfulness and quorum"));
	if (here(m) >= g->quorum && g->call_sent != 0)
		document_paragraph(
			m->w->page, _("The meeting was lawfully called and had its quorum."));
	else if (here(m) >= g->quorum)
		document_paragraph(m->w->page, _("The meeting had its quorum."));
	else
		document_paragraph(m->w->page, _("The meeting did not have its quorum."));
}

/* 6 and 7 */
static void put_agenda(struct minutes *m)
{
	const struct meeting *g = &m->view.meeting;

	document_heading(m->w->page, C_("document", "Examination of the minutes"));
	document_paragraph(
		m->w->page, *g->examiners == '\0' ? C_("document", "not recorded") : g->examiners);
	document_heading(m->w->page, C_("document", "Agenda"));
	if (*g->agenda == '\0')
		document_paragraph(m->w->page, C_("document", "not recorded"));
	scribe_text(m->w, g->agenda, m->lang);
}

/* 12 */
static void put_ranking(struct minutes *m)
{
	struct scribe_table t = { 0 };

	scribe_column(&t, C_("column", "Rank"), true);
	scribe_column(&t, C_("column", "Code"), false);
	scribe_column(&t, C_("column", "Title"), false);
	scribe_column(&t, C_("document", "In all"), true);
	scribe_column(&t, C_("document", "Reviews"), true);
	scribe_column(&t, C_("document", "Outcome"), false);
	for (size_t i = 0; i < m->c.standing.n; i++) {
		const struct standing_row *row = &m->c.standing.rows[i];
		const struct decision_item *item = decision_item_of(&m->c.items, row->item.id);
		const char **cells = scribe_row(m->w, &t);

		cells[0] = row->ranked.enough ? scribe_number(m->w, row->ranked.rank) : "–";
		cells[1] = row->item.code;
		cells[2] = item == NULL ? "" : item->title;
		cells[3] = scribe_points(m->w, row->ranked.score);
		cells[4] = scribe_number(m->w, (int64_t)row->ranked.reviews);
		cells[5] = comparison_outcome(&m->c, row->item.id);
	}
	document_heading(m->w->page, C_("document", "Ranking list"));
	scribe_table(m->w, &t, C_("document", "Everything that was compared"),
		C_("document", "Nothing was compared."));
	scribe_said(m->w, C_("document", "How a tie was decided"), m->decision.tie_reason, m->lang);
	scribe_said(m->w, C_("document", "Why the number differs from what was planned"),
		m->decision.range_reason, m->lang);
}

/* 14: what belongs to the minutes, each with the hash by which it can be told from another. */
static struct error put_annexes(struct minutes *m)
{
	struct scribe_table t = { 0 };
	struct attachments files;
	const char **cells;

	TRY(attachment_list(m->w->ctx, m->w->arena, KIND_MEETING, m->view.meeting.id, &files));
	scribe_column(&t, C_("document", "Annex"), false);
	scribe_column(&t, C_("document", "Hash (SHA-256)"), false);
	cells = scribe_row(m->w, &t);
	/* TRANSLATORS: a number: the rules of a contest have versions. */
	cells[0] = arena_printf(m->w->arena, _("Rules of the contest, version %lld"),
		(long long)m->c.round.rules_version);
	cells[1] = m->c.round.rules_hash;
	for (size_t i = 0; i < files.n; i++) {
		if (files.rows[i].removed != 0)
			continue;
		cells = scribe_row(m->w, &t);
		cells[0] = files.rows[i].name;
		cells[1] = files.rows[i].sha256;
	}
	document_heading(m->w->page, C_("document", "Annexes"));
	scribe_table(m->w, &t, NULL, NULL);
	return ok();
}

/* 15 */
static void put_end(struct minutes *m)
{
	document_heading(m->w->page, C_("document", "End of the meeting"));
	if (m->view.meeting.ends == 0)
		document_paragraph(m->w->page, _("The meeting goes on."));
	else
		/* TRANSLATORS: a day with its time. */
		document_paragraph(
			m->w->page, arena_printf(m->w->arena, _("The meeting was closed: %s."),
					    scribe_time(m->w, m->view.meeting.ends)));
}

enum { SIGNERS_MAX = 12 };

static void add_signer(struct signature *rows, size_t *n, const char *name, const char *role)
{
	if (*name != '\0' && *n < SIGNERS_MAX)
		rows[(*n)++] = (struct signature){ .day = C_("document", "Date"),
			.hand = C_("document", "Signature"),
			.name = name,
			.role = role };
}

/* The examiners that are members, each by name: who examines in another way signs nothing. */
static void add_examiners(const struct minutes *m, struct signature *rows, size_t *n)
{
	for (size_t i = 0; i < m->view.members.n; i++)
		if (strstr(m->view.meeting.examiners, m->view.members.rows[i].name) != NULL)
			add_signer(rows, n, m->view.members.rows[i].name,
				C_("document", "examiner of the minutes"));
}

/* 16 */
static void put_signatures(struct minutes *m)
{
	struct signature rows[SIGNERS_MAX];
	size_t n = 0;

	add_signer(rows, &n, minutes_member(m, m->view.meeting.chair_id), C_("document", "chair"));
	add_signer(rows, &n, m->view.meeting.secretary, C_("document", "secretary"));
	add_examiners(m, rows, &n);
	document_heading(m->w->page, C_("document", "Signatures"));
	document_add(m->w->page,
		&(struct block){ .kind = BLOCK_SIGNATURES, .signatures = rows, .n = n });
}

/* 17 */
static void put_appeal(struct minutes *m)
{
	document_heading(m->w->page, C_("document", "Display of the minutes and appeal"));
	document_paragraph(m->w->page,
		decision_kind_of(m->decision.kind) == DECISION_KIND_STATEMENT ?
			_("The statement of the jury is no decision that can be appealed against. "
			  "The contracting entity decides, and its decision has an instruction "
			  "for appeal.") :
			_("The decision is made separately, and has an instruction for appeal "
			  "where it can be appealed against."));
}

static struct error write_chapters(struct minutes *m)
{
	TRY(put_meeting(m));
	minutes_presence(m);
	put_quorum(m);
	put_agenda(m);
	TRY(minutes_conflicts(m));
	TRY(minutes_recognitions(m));
	comparison_rules(&m->c);
	TRY(minutes_items(m));
	put_ranking(m);
	minutes_missing(m);
	TRY(put_annexes(m));
	put_end(m);
	put_signatures(m);
	put_appeal(m);
	return ok();
}

/* The items that are dealt with: what has gone before it was decided on is no paragraph. */
static void number_paragraphs(struct minutes *m)
{
	const size_t *all = meeting_order(m->w->arena, &m->view, &m->c.items);
	size_t *order = arena_alloc(m->w->arena, (m->c.items.n + 1) * sizeof(*order));

	for (size_t i = 0; i < m->c.items.n; i++)
		if (!m->c.items.rows[all[i]].gone)
			order[m->paragraphs++] = all[i];
	m->order = order;
}

static struct error read_all(struct minutes *m, int64_t id)
{
	struct context *ctx = m->w->ctx;
	struct arena *arena = m->w->arena;

	TRY(meeting_read(ctx, arena, id, &m->view));
	TRY(decision_get(ctx, arena, m->view.meeting.decision_id, &m->decision));
	TRY(comparison_read(&m->c, m->w, m->view.meeting.round_id, m->decision.id));
	TRY(round_members(ctx, arena, m->c.round.id, &m->members));
	m->lang = m->view.meeting.lang;
	number_paragraphs(m);
	return ok();
}

/* The reasons are the jury's own words: where one is missing in this language the minutes are not
 * to be had in it (Language Act 423/2003, 19 §), and the sentence says of which. */
static struct error check_language(const struct minutes *m, const char *lang)
{
	const char *codes;

	TRY(reasons_missing(m->w->ctx, m->w->arena, m->decision.id, lang, &codes));
	return *codes == '\0' ? ok() :
				rule(arena_printf(m->w->arena,
					/* TRANSLATORS: "fi" or "sv", and codes of submissions. */
					_("The minutes cannot be printed in this language (%s) "
					  "before the reasons of these are written in it: %s."),
					lang, codes));
}

static void put_notice(struct minutes *m)
{
	if (m->w->page->notice == NULL &&
		decision_state_of(m->decision.state) != DECISION_STATE_SIGNED)
		m->w->page->notice = document_words(
			m->w->page, _("This is a draft: the minutes are not signed yet."));
	if (strcmp(m->lang, m->w->page->lang) != 0)
		document_paragraph(m->w->page,
			_("Translation: what was said in the meeting stands in the language in "
			  "which it was written down."));
}

static struct error write(struct scribe *w, const struct document_ask *ask, struct documents *out)
{
	struct minutes m = { .w = w };

	TRY(read_all(&m, ask->id));
	TRY(scribe_begin(w, out,
		/* TRANSLATORS: the title of minutes; "1/2019". */
		arena_printf(w->arena, C_("document", "Minutes %s"), number_of(&m))));
	out->about = m.c.round.key;
	w->page->name = C_("document", "Minutes");
	out->made = day_of_time(m.view.meeting.starts);
	w->page->number = document_words(w->page, m.view.meeting.decision_code);
	w->page->day = scribe_day(w, day_of_time(m.view.meeting.starts));
	put_notice(&m);
	return write_chapters(&m);
}

/* In the language of the meeting, unless another is asked for; before anything is written the
 * sentence that refuses it is said in the reader's own. */
static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	struct document_ask in = *ask;
	struct scribe w = { .ctx = ctx, .arena = arena };
	struct minutes m = { .w = &w };

	TRY(require(ctx, ACT_READ));
	TRY(meeting_get(ctx, arena, ask->id, &m.view.meeting));
	TRY(decision_get(ctx, arena, m.view.meeting.decision_id, &m.decision));
	in.lang = ask->lang != NULL ? ask->lang : m.view.meeting.lang;
	TRY(check_language(&m, in.lang));
	return scribe_in(ctx, arena, &in, out, write);
}

/* By its round's key, or the code of the draft that it is about. */
static struct error find(struct context *ctx, const char *code, int64_t *id)
{
	int64_t round_id, decision_id;
	struct error e = decision_find(ctx, code, &decision_id);

	if (e.code == E_OK)
		e = store_meeting_of_decision(ctx->db, decision_id, id);
	else if (round_find(ctx, code, &round_id).code == E_OK)
		return meeting_of_round(ctx, round_id, id);
	return e.code == E_OK || e.code == E_NOT_FOUND ?
		       (e.code == E_OK ? ok() : fail(E_NOT_FOUND, "meeting")) :
		       e;
}

static struct error is_final(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	struct meeting meeting = { .ends = 0 };
	struct error e = meeting_get(ctx, &arena, id, &meeting);

	arena_clear(&arena);
	return e.code == E_OK && meeting.ends == 0 ? rule(N_("The meeting has not been closed.")) :
						     e;
}

const struct document_kind minutes_kind = {
	.noun = "minutes",
	.word = NC_("document", "Minutes of the jury's meeting"),
	.of = "meeting",
	.final = is_final,
	.find = find,
	.make = make,
};
