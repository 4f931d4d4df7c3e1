/* SPDX-License-Identifier: MIT */
#include "src/documents/score_sheet.h"

#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/competition.h"
#include "src/judging/review.h"
#include "src/registers/account.h"

enum { WIDTH = 76 };

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

/* Lines broken between words, each behind so many blanks. */
static void put(const struct sheet_data *sheet, struct buffer *out, int indent, const char *text)
{
	int column = 0;

	for (const char *word = text; *word != '\0';) {
		size_t n = strcspn(word, " \n");
		const char *copy = arena_bytes(sheet->arena, word, n);
		int columns = utf8_columns(copy);

		if (column > 0 && indent + column + 1 + columns > WIDTH) {
			buffer_text(out, "\n");
			column = 0;
		}
		if (n > 0)
			buffer_printf(out, "%*s%s", column > 0 ? 1 : indent, "", copy);
		column += columns + (column > 0 ? 1 : 0);
		word += n;
		if (*word == '\n') {
			buffer_text(out, "\n");
			column = 0;
		}
		word += *word != '\0' ? 1 : 0;
	}
	buffer_text(out, "\n");
}

static void put_heading(struct buffer *out, const char *heading)
{
	buffer_printf(out, "\n%s\n", heading);
	for (int i = utf8_columns(heading); i > 0; i--)
		buffer_text(out, "-");
	buffer_text(out, "\n");
}

static void put_line(struct buffer *out, int indent, int columns)
{
	buffer_printf(out, "%*s", indent, "");
	for (int i = 0; i < columns; i++)
		buffer_text(out, "_");
	buffer_text(out, "\n");
}

static void put_head(const struct sheet_data *sheet, struct buffer *out)
{
	char until[80];

	buffer_printf(out, "%s%s\n", sheet->competition,
		sheet->ctx->demo ? _(" (demo, invented material)") : "");
	buffer_printf(
		out, "%s: %s (%s)\n", _(sheet_label(SHEET_TITLE)), sheet->name, sheet->round.key);
	buffer_printf(out, "%s: %s (%s)\n", _(sheet_label(SHEET_JUROR)), sheet->account.name,
		sheet->account.login);
	if (sheet->round.closes != 0) {
		text_time(sheet->round.closes, until, sizeof(until));
		buffer_printf(out, "%s: %s\n", _("Return it by"), until);
	}
	if (*sheet->office != '\0')
		buffer_printf(out, "%s: %s\n", _("To, and whom to ring"), sheet->office);
}

static void put_signing(struct buffer *out)
{
	buffer_printf(out, "\n  %s ______________   %s ___________________________\n",
		_(sheet_label(SHEET_DATE)), _(sheet_label(SHEET_SIGNATURE)));
}

static void put_grounds(const struct sheet_data *sheet, struct buffer *out)
{
	buffer_printf(out, "\n  %s\n", _("Grounds (28 §):"));
	for (int i = 1; i <= GROUNDS; i++)
		put(sheet, out, 4, arena_printf(sheet->arena, "%d %s", i, _(juror_ground_law(i))));
	buffer_printf(out, "\n  %s\n", _("Who is close:"));
	for (int i = 1; i <= CIRCLES; i++)
		put(sheet, out, 4,
			arena_printf(sheet->arena, "%d %s", i, _(juror_circle_words(i))));
	put(sheet, out, 4, _(juror_circles_note()));
}

static void put_declaration(const struct sheet_data *sheet, struct buffer *out)
{
	put_heading(out, _(sheet_label(SHEET_CONFLICTS)));
	put(sheet, out, 2,
		sheet->declared ?
			_("You have declared already. Fill this in only if you have found a "
			  "conflict "
			  "since.") :
			_("Without this declaration, dated and signed, no score counts."));
	buffer_printf(out, "\n  [ ] %s\n", _("I have no conflict with anything below"));
	buffer_printf(
		out, "  [ ] %s\n", _("I have a conflict with (code and number of the ground):"));
	put_line(out, 6, WIDTH - 6);
	put_signing(out);
	put_grounds(sheet, out);
}

static struct error put_criteria(const struct sheet_data *sheet, struct buffer *out)
{
	put_heading(out, C_("sheet", "Criteria"));
	for (size_t i = 0; i < sheet->criteria.n; i++) {
		const struct criterion *c = &sheet->criteria.rows[i];
		const char *bands;

		TRY(sheet_bands(sheet, c, &bands));
		buffer_printf(out, "  %s (%s)\n", criterion_name(c), sheet_scale(sheet, c));
		if (*criterion_guidance(c) != '\0')
			put(sheet, out, 4, criterion_guidance(c));
		if (*bands != '\0')
			put(sheet, out, 4, bands);
	}
	return ok();
}

static void put_row(const struct sheet_data *sheet, const struct sheet_row *row, struct buffer *out)
{
	int widest = 0;

	put_heading(out, arena_printf(sheet->arena, "%s  %s", row->code, row->title));
	if (*row->applicant != '\0')
		put(sheet, out, 2, row->applicant);
	if (*row->body != '\0')
		put(sheet, out, 2, row->body);
	for (size_t i = 0; i < sheet->criteria.n; i++) {
		int columns = utf8_columns(criterion_name(&sheet->criteria.rows[i]));

		widest = columns > widest ? columns : widest;
	}
	buffer_text(out, "\n");
	for (size_t i = 0; i < sheet->criteria.n; i++) {
		const char *name = criterion_name(&sheet->criteria.rows[i]);

		buffer_printf(out, "  %s%*s  [      ]\n", name, widest - utf8_columns(name), "");
	}
	buffer_printf(out, "  [ ] %s\n", _("I abstain from judging this, because (in the notes):"));
	buffer_printf(
		out, "  %s\n", _("Notes for the jury (not sent; may be disclosed on request):"));
	put_line(out, 2, WIDTH - 2);
	put_line(out, 2, WIDTH - 2);
	buffer_printf(out, "  %s\n", _("Feedback to the applicant:"));
	put_line(out, 2, WIDTH - 2);
	put_line(out, 2, WIDTH - 2);
}

/* Before codes exist for the juror: who applied, by name. */
static void put_names(const struct sheet_data *sheet, struct buffer *out)
{
	put_heading(out, _(sheet_label(SHEET_CONFLICTS)));
	put(sheet, out, 2,
		_("Mark everyone with whom you have a conflict, and write the number of the "
		  "ground. The "
		  "texts come to you by code, without names, once the office has this "
		  "declaration."));
	buffer_text(out, "\n");
	for (size_t i = 0; i < sheet->applicants.n; i++) {
		const struct juror_applicant *who = &sheet->applicants.rows[i];
		struct buffer people = { 0 };

		buffer_text(&people, who->organization);
		for (size_t k = 0; k < who->people_count; k++)
			buffer_printf(
				&people, "%s%s", people.length > 0 ? ", " : "", who->people[k]);
		buffer_printf(out, "  [ ] ____  %s\n", who->name);
		if (people.length > 0)
			put(sheet, out, 12, people.text);
		buffer_clear(&people);
	}
	buffer_printf(out, "\n  [ ] %s\n", _("I have no other conflicts"));
	put_signing(out);
	put_grounds(sheet, out);
}

static struct error write_text(const struct sheet_data *sheet, struct buffer *out)
{
	put_head(sheet, out);
	if (sheet->names_only) {
		put_names(sheet, out);
		return ok();
	}
	put_declaration(sheet, out);
	TRY(put_criteria(sheet, out));
	for (size_t i = 0; i < sheet->n; i++)
		put_row(sheet, &sheet->rows[i], out);
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
				paper->body });
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
				i18n_pick(item.applicant_fi, item.applicant_sv, "", NULL), "" });
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
	const char *phase =
		text_word(WORDS_PHASE, strcmp(round.kind, "problem") == 0  ? "problems" :
				       strcmp(round.kind, "solution") == 0 ? "solutions" :
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

static struct error write_sheet(struct context *ctx, struct arena *arena, int64_t round_id,
	const char *login, bool csv, struct buffer *out)
{
	struct sheet_data sheet = { .ctx = ctx, .arena = arena };
	const char *before = i18n_lang();
	struct error e = read_sheet(&sheet, round_id, login);

	if (e.code == E_OK)
		e = csv ? sheet_write_csv(&sheet, out) : write_text(&sheet, out);
	i18n_use(before);
	return e;
}

struct error score_sheet(struct context *ctx, struct arena *arena, int64_t round_id,
	const char *login, bool csv, const char **text)
{
	struct buffer out = { 0 };

	TRY(require(ctx, ACT_EXPORT));
	struct error e = write_sheet(ctx, arena, round_id, login, csv, &out);
	if (e.code == E_OK)
		*text = arena_text(arena, out.text);
	buffer_clear(&out);
	return e;
}

struct error score_sheets(
	struct context *ctx, struct arena *arena, int64_t round_id, const char **text, size_t *n)
{
	struct buffer out = { 0 };
	struct members members;
	struct error e = ok();

	*n = 0;
	TRY(require(ctx, ACT_EXPORT));
	TRY(round_members(ctx, arena, round_id, &members));
	for (size_t i = 0; e.code == E_OK && i < members.n; i++) {
		struct buffer one = { 0 };

		e = write_sheet(ctx, arena, round_id, members.rows[i].login, false, &one);
		/* A page of its own for each. */
		if (e.code == E_OK)
			buffer_printf(&out, "%s%s", (*n)++ > 0 ? "\n\n\n" : "", one.text);
		else if (e.code == E_RULE)
			e = ok();
		buffer_clear(&one);
	}
	if (e.code == E_OK && *n == 0)
		e = rule(N_("Nobody on the panel has anything to review on paper now."));
	if (e.code == E_OK)
		*text = arena_text(arena, out.text);
	buffer_clear(&out);
	return e;
}

struct error score_sheet_given(struct context *ctx, int64_t round_id)
{
	struct arena arena = { 0 };
	struct round round;
	struct reference object;

	if (db_is_readonly(ctx->db))
		return ok();
	struct error e = round_get(ctx, &arena, round_id, &round);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		object = reference_key(KIND_ROUND, round.key);
		e = context_end(ctx, ok(), "review.sheet", object.text);
	}
	arena_clear(&arena);
	return e;
}
