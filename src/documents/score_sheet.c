/* SPDX-License-Identifier: MIT */
#include "src/documents/score_sheet.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/document.h"
#include "src/ground/competition.h"
#include "src/judging/review.h"
#include "src/registers/account.h"

struct error sheet_bands(
	const struct sheet_data *sheet, const struct criterion *criterion, const char **words)
{
	struct buffer text = { 0 };
	struct bands bands;

	TRY(criterion_bands(sheet->ctx, sheet->arena, criterion->id, &bands));
	buffer_text(&text, "");
	for (size_t i = 0; i < bands.n; i++) {
		int64_t last =
			i + 1 < bands.n ? bands.rows[i + 1].low - criterion->step : criterion->high;
		char low[40], high[40];

		text_thousandths(bands.rows[i].low, low, sizeof(low));
		text_thousandths(last, high, sizeof(high));
		buffer_printf(&text, "%s%s–%s %s", i > 0 ? " · " : "", low, high,
			band_text(&bands.rows[i]));
	}
	*words = arena_text(sheet->arena, text.text);
	buffer_clear(&text);
	return ok();
}

const char *sheet_scale(const struct sheet_data *sheet, const struct criterion *criterion)
{
	char share[40], low[40], high[40];
	int64_t sum = 0;

	for (size_t i = 0; i < sheet->criteria.n; i++)
		sum += sheet->criteria.rows[i].weight;
	text_ratio((struct ratio){ criterion->weight * 100, sum }, 0, share, sizeof(share));
	text_thousandths(criterion->low, low, sizeof(low));
	text_thousandths(criterion->high, high, sizeof(high));
	return arena_printf(sheet->arena, "%s\302\240%%, %s–%s", share, low, high);
}

static void put(struct document *page, int depth, const char *text)
{
	document_add(page,
		&(struct block){
			.kind = BLOCK_PARAGRAPH, .close = true, .depth = depth, .text = text });
}

/* What the juror ticks, and below it lines to write upon. */
static void put_tick(struct document *page, bool apart, const char *text, int lines)
{
	document_add(page, &(struct block){ .kind = BLOCK_TICK,
				   .close = !apart,
				   .depth = 1,
				   .text = text,
				   .lines = lines });
}

static void put_within(struct document *page, bool apart, const char *heading)
{
	document_add(page, &(struct block){ .kind = BLOCK_HEADING,
				   .close = !apart,
				   .level = 2,
				   .depth = 1,
				   .text = heading });
}

static void put_head(const struct sheet_data *sheet, struct document *page)
{
	struct arena *arena = sheet->arena;
	struct fact facts[3];
	size_t n = 0;

	page->head = document_words(
		page, arena_printf(arena, "%s%s", sheet->competition,
			      sheet->ctx->demo ? _(" (demo, invented material)") : ""));
	facts[n++] = (struct fact){ _(sheet_label(SHEET_JUROR)),
		arena_printf(arena, "%s (%s)", sheet->account.name, sheet->account.login), NULL };
	if (sheet->round.closes != 0) {
		char until[80];

		text_time(sheet->round.closes, until, sizeof(until));
		facts[n++] = (struct fact){ _("Return it by"), arena_text(arena, until), NULL };
	}
	if (*sheet->office != '\0')
		facts[n++] = (struct fact){ _("To, and whom to ring"), sheet->office, NULL };
	document_add(page,
		&(struct block){ .kind = BLOCK_FACTS, .close = true, .facts = facts, .n = n });
}

static void put_signing(struct document *page)
{
	const struct signature signature = { _(sheet_label(SHEET_DATE)),
		_(sheet_label(SHEET_SIGNATURE)), NULL };

	document_add(page,
		&(struct block){
			.kind = BLOCK_SIGNATURES, .depth = 1, .signatures = &signature, .n = 1 });
}

static void put_grounds(const struct sheet_data *sheet, struct document *page)
{
	put_within(page, true, _("Grounds (28 §):"));
	for (int i = 1; i <= GROUNDS; i++)
		put(page, 2, arena_printf(sheet->arena, "%d %s", i, _(juror_ground_law(i))));
	put_within(page, true, _("Who is close:"));
	for (int i = 1; i <= CIRCLES; i++)
		put(page, 2, arena_printf(sheet->arena, "%d %s", i, _(juror_circle_words(i))));
	put(page, 2, _(juror_circles_note()));
}

static void put_declaration(const struct sheet_data *sheet, struct document *page)
{
	document_heading(page, _(sheet_label(SHEET_CONFLICTS)));
	put(page, 1,
		sheet->declared ?
			_("You have declared already. Fill this in only if you have found a "
			  "conflict "
			  "since.") :
			_("Without this declaration, dated and signed, no score counts."));
	put_tick(page, true, _("I have no conflict with anything below"), 0);
	put_tick(page, false, _("I have a conflict with (code and number of the ground):"), 1);
	put_signing(page);
	put_grounds(sheet, page);
}

static struct error put_criteria(const struct sheet_data *sheet, struct document *page)
{
	document_heading(page, C_("sheet", "Criteria"));
	for (size_t i = 0; i < sheet->criteria.n; i++) {
		const struct criterion *c = &sheet->criteria.rows[i];
		const char *bands;

		TRY(sheet_bands(sheet, c, &bands));
		put_within(page, false,
			arena_printf(
				sheet->arena, "%s (%s)", criterion_name(c), sheet_scale(sheet, c)));
		if (*criterion_guidance(c) != '\0')
			put(page, 2, criterion_guidance(c));
		if (*bands != '\0')
			put(page, 2, bands);
	}
	return ok();
}

/* A line for each criterion, then what there is to say in words. */
static void put_answers(const struct sheet_data *sheet, struct document *page)
{
	size_t n = sheet->criteria.n;
	struct fact *boxes = arena_alloc(sheet->arena, (n + 1) * sizeof(*boxes));

	for (size_t i = 0; i < n; i++)
		boxes[i].label = criterion_name(&sheet->criteria.rows[i]);
	document_add(
		page, &(struct block){ .kind = BLOCK_BOXES, .depth = 1, .facts = boxes, .n = n });
	put_tick(page, false, _("I abstain from judging this, because (in the notes):"), 0);
	document_add(page, &(struct block){ .kind = BLOCK_PARAGRAPH,
				   .close = true,
				   .depth = 1,
				   .text = _("Notes for the jury (not sent; may be disclosed on "
					     "request):"),
				   .lines = 2 });
	document_add(page, &(struct block){ .kind = BLOCK_PARAGRAPH,
				   .close = true,
				   .depth = 1,
				   .text = _("Feedback to the applicant:"),
				   .lines = 2 });
}

/* Title and text are in the language in which they were sent in. */
static void put_row(
	const struct sheet_data *sheet, const struct sheet_row *row, struct document *page)
{
	document_add(page,
		&(struct block){ .kind = BLOCK_HEADING,
			.level = 1,
			.lang = row->lang,
			.text = arena_printf(sheet->arena, "%s  %s", row->code, row->title) });
	if (*row->applicant != '\0')
		put(page, 1, row->applicant);
	if (*row->body != '\0')
		document_add(page, &(struct block){ .kind = BLOCK_PARAGRAPH,
					   .close = true,
					   .depth = 1,
					   .lang = row->lang,
					   .text = row->body });
	put_answers(sheet, page);
}

static void put_applicant(
	const struct juror_applicant *who, bool first, struct arena *arena, struct document *page)
{
	const char *people = who->organization;

	for (size_t i = 0; i < who->people_count; i++)
		people = arena_printf(
			arena, "%s%s%s", people, *people != '\0' ? ", " : "", who->people[i]);
	document_add(page, &(struct block){ .kind = BLOCK_TICK,
				   .close = !first,
				   .depth = 1,
				   .numbered = true,
				   .text = who->name,
				   .below = *people != '\0' ? people : NULL });
}

/* Before codes exist for the juror: who applied, by name. */
static void put_names(const struct sheet_data *sheet, struct document *page)
{
	document_heading(page, _(sheet_label(SHEET_CONFLICTS)));
	put(page, 1,
		_("Mark everyone with whom you have a conflict, and write the number of the "
		  "ground. The "
		  "texts come to you by code, without names, once the office has this "
		  "declaration."));
	for (size_t i = 0; i < sheet->applicants.n; i++)
		put_applicant(&sheet->applicants.rows[i], i == 0, sheet->arena, page);
	put_tick(page, true, _("I have no other conflicts"), 0);
	put_signing(page);
	put_grounds(sheet, page);
}

static struct error write_page(const struct sheet_data *sheet, struct documents *out)
{
	const char *title = arena_printf(sheet->arena, "%s: %s (%s)", _(sheet_label(SHEET_TITLE)),
		sheet->name, sheet->round.key);
	struct document *page = document_new(out, sheet->arena, i18n_lang(), title);

	put_head(sheet, page);
	if (sheet->names_only) {
		put_names(sheet, page);
		return ok();
	}
	put_declaration(sheet, page);
	TRY(put_criteria(sheet, page));
	for (size_t i = 0; i < sheet->n; i++)
		put_row(sheet, &sheet->rows[i], page);
	return ok();
}

/* The words of the juror's own screen are for the juror; these are for the office. */
static struct error refuse_stopped(enum juror_stop stop)
{
	switch (stop) {
	case JUROR_MAY:
	case JUROR_UNDECLARED:
		return ok();
	case JUROR_EXCUSED:
	case JUROR_REPLACED:
		return rule(N_("This juror has been excused or replaced."));
	case JUROR_BARRED:
		return rule(N_("This juror is disqualified from the whole round."));
	case JUROR_PLANNED:
	case JUROR_UNRELEASED:
	case JUROR_CLOSED:
		return rule(juror_stop_words(stop));
	}
	return ok();
}

static void add_row(struct sheet_data *sheet, size_t room, struct sheet_row row)
{
	if (sheet->rows == NULL)
		sheet->rows = arena_alloc(sheet->arena, (room + 1) * sizeof(*sheet->rows));
	sheet->rows[sheet->n++] = row;
}

/* What the juror's own list shows and is not submitted yet, with its texts, in its order. */
static struct error read_seen(struct sheet_data *sheet, struct context *seen)
{
	struct juror_items items;

	TRY(juror_items(seen, sheet->arena, sheet->round.id, &items));
	for (size_t i = 0; i < items.n; i++) {
		struct criteria criteria;
		struct juror_item item;

		if (items.rows[i].state != JUROR_NONE && items.rows[i].state != JUROR_DRAFT)
			continue;
		TRY(juror_item(seen, sheet->arena, items.rows[i].paper.id, &criteria, &item));
		const struct juror_paper *paper = &item.paper;
		add_row(sheet, items.n,
			(struct sheet_row){ paper->code, paper->title,
				i18n_pick(paper->applicant_fi, paper->applicant_sv, "", NULL),
				paper->body, paper->lang });
	}
	return ok();
}

/* Where names are known: what there is to declare against and to review, without its texts. */
static struct error read_undeclared(struct sheet_data *sheet, int64_t member_id)
{
	struct assignments list;

	TRY(assignment_list(sheet->ctx, sheet->arena, sheet->round.id, 0, member_id, &list));
	for (size_t i = 0; i < list.n; i++) {
		struct item item;

		if (list.rows[i].gone || list.rows[i].review_id != 0)
			continue;
		TRY(item_get(sheet->ctx, sheet->arena, list.rows[i].item_id, &item));
		add_row(sheet, list.n,
			(struct sheet_row){ item.code, item.title,
				i18n_pick(item.applicant_fi, item.applicant_sv, "", NULL), "",
				item.lang });
	}
	return ok();
}

static struct error read_rows(struct sheet_data *sheet, struct context *seen)
{
	struct juror_round round;
	int64_t member;

	TRY(member_find(sheet->ctx, sheet->arena, sheet->round.id, sheet->account.login, &member));
	TRY(juror_round(seen, sheet->arena, sheet->round.id, &round));
	TRY(refuse_stopped(juror_stop(&round)));
	const char *challenge = juror_round_challenge(sheet->arena, &round);
	const char *phase = text_word(WORDS_PHASE,
		submission_kind_of(round.kind) == SUBMISSION_KIND_PROBLEM  ? "problems" :
		submission_kind_of(round.kind) == SUBMISSION_KIND_SOLUTION ? "solutions" :
									     "applications");
	sheet->name =
		*challenge == '\0' ? phase : arena_printf(sheet->arena, "%s, %s", phase, challenge);
	sheet->declared = round.declared != 0;
	sheet->names_only = !sheet->declared && round.blind;
	if (sheet->names_only)
		return juror_applicants(seen, sheet->arena, sheet->round.id, &sheet->applicants);
	TRY(sheet->declared ? read_seen(sheet, seen) : read_undeclared(sheet, member));
	return sheet->n > 0 ? ok() : rule(N_("This juror has nothing left to review."));
}

static struct error read_sheet(struct sheet_data *sheet, int64_t round_id, const char *login)
{
	struct competition competition;
	struct context seen;
	char *office;

	TRY(round_get(sheet->ctx, sheet->arena, round_id, &sheet->round));
	TRY(round_criteria(sheet->ctx, sheet->arena, round_id, &sheet->criteria));
	TRY(competition_get(sheet->ctx, sheet->arena, &competition));
	TRY(store_account_office(sheet->ctx->db, sheet->arena, &office));
	struct error e = account_find(sheet->ctx, sheet->arena, login, &sheet->account);
	if (e.code == E_NOT_FOUND)
		return fail(E_NOT_FOUND, "juror");
	TRY(e);
	i18n_use(sheet->account.lang);
	sheet->competition = competition_name(&competition);
	sheet->office = office;
	TRY(context_seen_by(sheet->ctx, &sheet->account, &seen));
	e = read_rows(sheet, &seen);
	context_close(&seen);
	return e;
}

/* Adds one. */
static struct error make_one(struct context *ctx, struct arena *arena, int64_t round_id,
	const char *login, struct documents *out)
{
	struct sheet_data sheet = { .ctx = ctx, .arena = arena };
	const char *before = i18n_lang();
	struct error e = read_sheet(&sheet, round_id, login);

	if (e.code == E_OK)
		e = write_page(&sheet, out);
	i18n_use(before);
	return e;
}

static struct error make_all(
	struct context *ctx, struct arena *arena, int64_t round_id, struct documents *out)
{
	struct members members;
	struct error e = ok();

	TRY(round_members(ctx, arena, round_id, &members));
	for (size_t i = 0; e.code == E_OK && i < members.n; i++) {
		e = make_one(ctx, arena, round_id, members.rows[i].login, out);
		if (e.code == E_RULE) /* this one gets none now */
			e = ok();
	}
	if (e.code == E_OK && out->n == 0)
		e = rule(N_("Nobody on the panel has anything to review on paper now."));
	return e;
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	struct round round;

	TRY(require(ctx, ACT_EXPORT));
	TRY(round_get(ctx, arena, ask->id, &round));
	out->about = arena_text(arena, reference_key(KIND_ROUND, round.key).text);
	return ask->who == NULL ? make_all(ctx, arena, ask->id, out) :
				  make_one(ctx, arena, ask->id, ask->who, out);
}

const struct document_kind score_sheet_kind = {
	.noun = "sheet",
	.word = NC_("document", "Score sheets for who reviews on paper"),
	.of = "round",
	.own_language = true,
	.told = "review.sheet",
	.find = round_find,
	.make = make,
};

struct error score_sheet_csv(struct context *ctx, struct arena *arena, int64_t round_id,
	const char *login, const char **text)
{
	struct sheet_data sheet = { .ctx = ctx, .arena = arena };
	struct buffer out = { 0 };
	const char *before = i18n_lang();

	TRY(require(ctx, ACT_EXPORT));
	struct error e = read_sheet(&sheet, round_id, login);
	if (e.code == E_OK)
		e = sheet_write_csv(&sheet, &out);
	i18n_use(before);
	if (e.code == E_OK)
		*text = arena_text(arena, out.text);
	buffer_clear(&out);
	return e;
}

struct error score_sheet_xlsx(
	struct context *ctx, struct arena *arena, int64_t round_id, const char *login, int out)
{
	struct sheet_data sheet = { .ctx = ctx, .arena = arena };
	const char *before = i18n_lang();

	TRY(require(ctx, ACT_EXPORT));
	struct error e = read_sheet(&sheet, round_id, login);
	if (e.code == E_OK)
		e = sheet_write_xlsx(&sheet, out);
	i18n_use(before);
	return e;
}

struct error score_sheet_given(struct context *ctx, int64_t round_id)
{
	struct arena arena = { 0 };
	struct round round;
	struct error e = round_get(ctx, &arena, round_id, &round);

	if (e.code == E_OK) {
		struct reference object = reference_key(KIND_ROUND, round.key);

		e = document_given(ctx, &score_sheet_kind, object.text);
	}
	arena_clear(&arena);
	return e;
}
