/* SPDX-License-Identifier: MIT
 * How firm an order is, in words. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/advice_words.h"
#include "src/judging/columns.h"

enum { LABEL = 23, CODE = 9, LEAD = 8, BAR = 14, NAME = 20, SHARE = 8, FLIP = 25 };

/* What is spoken of: who wins, which of many comes first, which are selected. */
enum subject { SUBJECT_WINNER, SUBJECT_FIRST, SUBJECT_SELECTION };
enum end { END_NOTHING, END_FIRM, END_MORE, END_LESS };

/* TRANSLATORS: %zu of %zu comparisons came out the same; %s is the name of a criterion, %s
 * a number. Whole sentences, for people without statistics. */
static const char *const sentences[][4] = {
	[SUBJECT_WINNER] = {
		[END_NOTHING] = N_("Same winner in %zu of %zu comparisons."),
		[END_FIRM] = N_("Same winner in %zu of %zu comparisons; no single weight "
				"changes it."),
		[END_MORE] = N_("Same winner in %zu of %zu comparisons; it changes if “%s” "
				"weighs %s %% or more."),
		[END_LESS] = N_("Same winner in %zu of %zu comparisons; it changes if “%s” "
				"weighs %s %% or less."),
	},
	[SUBJECT_FIRST] = {
		[END_NOTHING] = N_("The same one comes first in %zu of %zu comparisons."),
		[END_FIRM] = N_("The same one comes first in %zu of %zu comparisons; no single "
				"weight changes it."),
		[END_MORE] = N_("The same one comes first in %zu of %zu comparisons; it changes "
				"if “%s” weighs %s %% or more."),
		[END_LESS] = N_("The same one comes first in %zu of %zu comparisons; it changes "
				"if “%s” weighs %s %% or less."),
	},
	[SUBJECT_SELECTION] = {
		[END_NOTHING] = N_("The same ones are above the line in %zu of %zu comparisons."),
		[END_FIRM] = N_("The same ones are above the line in %zu of %zu comparisons; no "
				"single weight changes it."),
		[END_MORE] = N_("The same ones are above the line in %zu of %zu comparisons; it "
				"changes if “%s” weighs %s %% or more."),
		[END_LESS] = N_("The same ones are above the line in %zu of %zu comparisons; it "
				"changes if “%s” weighs %s %% or less."),
	},
};

static enum subject subject_of(const struct advice *a)
{
	return submission_kind_of(a->round.kind) == SUBMISSION_KIND_SOLUTION ? SUBJECT_WINNER :
									       SUBJECT_FIRST;
}

/* A share of the whole in thousandths, as percent: "45", "12,4". */
static void share_text(int64_t share, char *out, size_t size)
{
	text_thousandths(share * 100, out, size);
}

/* The share a weight has, to a tenth of a percent. */
static int64_t share_now(const struct tipping *t)
{
	return ratio_rounded((struct ratio){ t->now.num * 100, t->now.den }, 1);
}

static int64_t flip_of(const struct tipping *t, enum subject subject)
{
	return subject == SUBJECT_SELECTION ? t->selection_at : t->winner_at;
}

/* How far a flip is from the weight as it is, times the whole. */
static int64_t way_to(const struct tipping *t, enum subject subject)
{
	return llabs(flip_of(t, subject) * t->now.den - 1000 * t->now.num);
}

static bool is_upward(const struct tipping *t, enum subject subject)
{
	return flip_of(t, subject) * t->now.den > 1000 * t->now.num;
}

/* The criterion whose weight has the shortest way; -1 where none changes anything. */
static size_t nearest(const struct advice *a, const struct firmness *f, enum subject subject)
{
	size_t found = (size_t)-1;

	for (size_t c = 0; c < a->criteria.n; c++)
		if (flip_of(&f->weights[c], subject) >= 0 &&
			(found == (size_t)-1 || way_to(&f->weights[c], subject) <
							way_to(&f->weights[found], subject)))
			found = c;
	return found;
}

static void write_sentence(const struct advice *a, const struct firmness *f, enum subject subject,
	size_t same, struct buffer *out)
{
	enum end end = f->weights == NULL ? END_NOTHING : END_FIRM;
	const char *name = "";
	char share[40] = "";

	if (f->n == 0) {
		buffer_text(out, f->ranked == 0 ?
					 _("Nothing is ranked: there is nothing to compare.") :
					 _("There is nothing to compare with."));
		return;
	}
	size_t c = f->weights == NULL ? (size_t)-1 : nearest(a, f, subject);
	if (c != (size_t)-1) {
		end = is_upward(&f->weights[c], subject) ? END_MORE : END_LESS;
		name = criterion_name(&a->criteria.rows[c]);
		share_text(flip_of(&f->weights[c], subject), share, sizeof(share));
	}
	if (c == (size_t)-1)
		buffer_printf(out, _(sentences[subject][end]), same, f->n);
	else
		buffer_printf(out, _(sentences[subject][end]), same, f->n, name, share);
}

static bool has_line(const struct firmness *f, const struct advice *a)
{
	return f->has_line && a->standing.rules.line > 1 && f->n > 0;
}

void firmness_sentences(const struct advice *a, const struct firmness *f, struct buffer *out)
{
	if (f->winner == NO_WINNER && f->n > 0)
		/* TRANSLATORS: so many of so many comparisons came out the same. */
		buffer_printf(out,
			_("The first place is shared, by the same ones in %zu of %zu comparisons."),
			f->same, f->n);
	else
		write_sentence(a, f, subject_of(a), f->same, out);
	if (!has_line(f, a))
		return;
	buffer_text(out, "\n");
	write_sentence(a, f, SUBJECT_SELECTION, f->same_selection, out);
}

static const char *code_of(const struct advice *a, size_t item)
{
	/* TRANSLATORS: in the place of a code, at most 9 columns: several share the first place. */
	return item == NO_WINNER ? C_("first place", "shared") : advice_row(a, item)->item.code;
}

/* --- A line a comparison --- */

static const char *left_out(const struct advice *a, const struct variant *v)
{
	switch (v->kind) {
	case VARIANT_JUROR:
		return a->jurors[v->left_out].name;
	case VARIANT_CRITERION:
		return criterion_name(&a->criteria.rows[v->left_out]);
	case VARIANT_METHOD:
		return text_word(WORDS_METHOD, method_code((enum method)v->left_out));
	}
	return "";
}

/* Points by order are no scores: they have no bar beside those. */
static bool has_bar(const struct advice *a, const struct variant *v)
{
	enum method method =
		v->kind == VARIANT_METHOD ? (enum method)v->left_out : a->standing.rules.method;

	return method_by_order(method) == method_by_order(a->standing.rules.method);
}

static void add_bar(const struct advice *a, const struct firmness *f, const struct variant *v,
	struct buffer *out)
{
	int64_t widest = llabs(f->lead), own = llabs(v->lead);

	for (size_t i = 0; i < f->n; i++)
		if (has_bar(a, &f->variants[i]) && llabs(f->variants[i].lead) > widest)
			widest = llabs(f->variants[i].lead);
	int64_t cells = widest == 0 ? 0 : (own * BAR + widest - 1) / widest;
	for (int64_t i = 0; has_bar(a, v) && i < BAR; i++)
		buffer_text(out, i >= cells ? " " : v->lead < 0 ? "░" : "█");
	for (int64_t i = 0; !has_bar(a, v) && i < BAR; i++)
		buffer_text(out, " ");
}

static void add_variant(const struct advice *a, const struct firmness *f, const struct variant *v,
	struct buffer *out)
{
	char lead[40] = "";

	if (f->winner != NO_WINNER)
		advice_points((double)v->lead / 10000, true, lead, sizeof(lead));
	buffer_text(out, v->same_winner ? "  = " : "  ! ");
	column_text(out, left_out(a, v), LABEL, false);
	buffer_text(out, " ");
	column_text(out, code_of(a, v->winner), CODE, false);
	column_text(out, lead, LEAD, true);
	buffer_text(out, "  ");
	add_bar(a, f, v, out);
	if (has_line(f, a) && v->selection_changes) {
		buffer_text(out, "  ");
		/* TRANSLATORS: at most 13 columns: others are selected then. */
		buffer_text(out, C_("comparison", "line moves"));
	}
	column_end(out);
}

static const char *kind_heading(enum variant_kind kind)
{
	switch (kind) {
	case VARIANT_JUROR:
		return _("Without one juror");
	case VARIANT_CRITERION:
		return _("Without one criterion");
	case VARIANT_METHOD:
		return _("By another method");
	}
	return "";
}

static void add_variants(const struct advice *a, const struct firmness *f, struct buffer *out)
{
	for (size_t i = 0; i < f->n; i++) {
		if (i == 0 || f->variants[i].kind != f->variants[i - 1].kind)
			buffer_printf(out, "\n%s\n", kind_heading(f->variants[i].kind));
		add_variant(a, f, &f->variants[i], out);
	}
}

/* --- A line a weight --- */

static void add_flip(
	const struct advice *a, const struct tipping *t, enum subject subject, struct buffer *out)
{
	char share[40];

	if (flip_of(t, subject) < 0) {
		/* TRANSLATORS: beside a weight: nothing else comes out, whatever it is. */
		buffer_text(out, C_("weight", "never"));
		return;
	}
	share_text(flip_of(t, subject), share, sizeof(share));
	buffer_printf(out,
		is_upward(t, subject) ? C_("weight", "at %s %% or more") :
					C_("weight", "at %s %% or less"),
		share);
	if (subject != SUBJECT_SELECTION)
		buffer_printf(out, ": %s", code_of(a, t->then));
}

static void add_weight(
	const struct advice *a, const struct firmness *f, size_t c, struct buffer *out)
{
	const struct tipping *t = &f->weights[c];
	struct buffer flip = { 0 };
	char share[40], now[50];

	share_text(share_now(t), share, sizeof(share));
	snprintf(now, sizeof(now), "%s %%", share);
	buffer_text(out, "    ");
	column_text(out, criterion_name(&a->criteria.rows[c]), NAME, false);
	column_text(out, now, SHARE, true);
	buffer_text(out, "  ");
	add_flip(a, t, subject_of(a), &flip);
	column_text(out, flip.text, has_line(f, a) ? FLIP : FLIP + 13, false);
	buffer_clear(&flip);
	if (has_line(f, a))
		add_flip(a, t, SUBJECT_SELECTION, out);
	column_end(out);
}

static void add_weights(const struct advice *a, const struct firmness *f, struct buffer *out)
{
	if (f->weights == NULL)
		return;
	buffer_printf(
		out, "\n%s\n", _("When one weight moves and the others keep their proportions"));
	buffer_text(out, "    ");
	column_text(out, C_("heading", "Criterion"), NAME, false);
	column_text(out, C_("heading", "Now"), SHARE, true);
	buffer_text(out, "  ");
	column_text(out,
		subject_of(a) == SUBJECT_WINNER ? C_("heading", "Winner changes") :
						  C_("heading", "First changes"),
		has_line(f, a) ? FLIP : FLIP + 13, false);
	if (has_line(f, a))
		buffer_text(out, C_("heading", "Line moves"));
	column_end(out);
	for (size_t c = 0; c < a->criteria.n; c++)
		add_weight(a, f, c, out);
}

/* Ways of counting that are no comparison, because they could not rank all. */
static size_t left_aside(const struct advice *a, const struct firmness *f)
{
	size_t all = 3 + (a->criteria.n > 1 ? a->criteria.n : 0);

	for (size_t j = 0; j < a->cells.jurors; j++)
		all += a->jurors[j].reviews > 0 ? 1 : 0;
	return all - f->n;
}

static void add_explanation(const struct advice *a, const struct firmness *f, struct buffer *out)
{
	struct arena arena = { 0 };
	size_t aside = left_aside(a, f);

	if (f->winner != NO_WINNER)
		column_paragraph(out,
			arena_printf(&arena,
				/* TRANSLATORS: %s is a submission's code. */
				_("In each comparison one thing is otherwise, and the ranking is made "
				  "again: “=” the same comes first, “!” another. The number and the bar "
				  "tell how far %s is ahead of the next one (– and ░: how far behind)."),
				advice_row(a, f->winner)->item.code));
	else
		column_paragraph(out,
			_("In each comparison one thing is otherwise, and the ranking is made "
			  "again: “=” the same ones share the first place, “!” it is otherwise."));
	if (aside > 0)
		column_paragraph(out,
			arena_printf(&arena,
				ngettext(
					"%zu comparison is left out: too few reviews would be left "
					"of a submission.",
					"%zu comparisons are left out: too few reviews would be left "
					"of a submission.",
					aside),
				aside));
	arena_clear(&arena);
}

void firmness_lines(const struct advice *a, const struct firmness *f, struct buffer *out)
{
	if (f->ranked == 0)
		return;
	add_explanation(a, f, out);
	add_variants(a, f, out);
	add_weights(a, f, out);
}

void firmness_page(const struct advice *a, const struct firmness *f, struct buffer *out)
{
	struct buffer text = { 0 };

	firmness_sentences(a, f, &text);
	column_paragraphs(out, text.text);
	buffer_clear(&text);
	buffer_text(out, "\n");
	firmness_lines(a, f, out);
}
