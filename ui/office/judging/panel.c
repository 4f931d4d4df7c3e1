/* SPDX-License-Identifier: MIT
 * What is done about the people of a panel: seating, declarations on their behalf, reviews from a
 * file, excusing and replacing, the panel's decisions on conflicts. */
#include "ui/office/judging/panel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/score_sheet.h"
#include "src/ground/save.h"
#include "src/judging/juror.h"
#include "src/judging/review.h"
#include "src/intake/review_import.h"
#include "src/judging/round.h"
#include "src/phases/submission.h"
#include "src/registers/account.h"
#include "ui/office/ask.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/export.h"
#include "ui/toolkit/export_document.h"
#include "ui/toolkit/marks.h"

/* An account to be put on the panel; its login, to be freed, or NULL. */
static bool may_hold(const struct account *a)
{
	return role_of_code(a->role) != ROLE_JUROR && role_of_code(a->role) != ROLE_AUDITOR;
}

char *pick_account(struct ui *ui, const char *heading, bool holders)
{
	struct id_list list = { 0 };
	struct arena arena = { 0 };
	char *login = NULL;
	struct error e = account_ids(ui->ctx, &list);
	const char **names = arena_alloc(&arena, (list.n + 1) * sizeof(*names));
	const char **logins = arena_alloc(&arena, (list.n + 1) * sizeof(*logins));
	size_t n = 0;

	for (size_t i = 0; e.code == E_OK && i < list.n; i++) {
		struct account a;

		e = account_get(ui->ctx, &arena, list.ids[i], &a);
		if (e.code != E_OK || account_state_of(a.state) != ACCOUNT_STATE_ACTIVE ||
			(holders && !may_hold(&a)))
			continue;
		names[n] = arena_printf(
			&arena, "%s (%s, %s)", a.name, a.login, text_word(WORDS_ROLE, a.role));
		logins[n++] = a.login;
	}
	ui_complain(ui, e);
	int chosen = ui_pick(ui, heading, names, n);
	if (chosen >= 0)
		login = xstrdup(logins[chosen]);
	id_list_clear(&list);
	arena_clear(&arena);
	return login;
}

void panel_seat(struct ui *ui, int64_t id)
{
	const char *options[] = { _("a juror"), _("the chair"), _("a substitute") };
	char *login = pick_account(
		ui, _("Who comes on the panel? Type the beginning of the name"), false);

	if (login == NULL)
		return;
	int as = ui_choose(ui, _("As what?"), options, 3, 0);
	if (as >= 0)
		ui_report(ui, round_seat(ui->ctx, id, login, as == 1, as == 2), _("Saved."));
	free(login);
}

/* What a juror declares against, all applicants by name. */
struct declarable {
	struct id_list ids; /* submissions */
	struct arena arena;
	const char **names;
};

static void declarable_clear(struct declarable *all)
{
	id_list_clear(&all->ids);
	arena_clear(&all->arena);
}

static struct error name_submission(
	struct ui *ui, struct arena *arena, int64_t id, const char **name)
{
	struct submission s;
	struct applicants co;
	struct buffer text = { 0 };

	TRY(submission_get(ui->ctx, arena, id, &s));
	TRY(submission_coapplicants(ui->ctx, arena, id, &co));
	buffer_printf(&text, "%s  %s", s.code, submission_applicant(ui->ctx, arena, &s));
	for (size_t i = 0; i < co.n; i++)
		buffer_printf(&text, ", %s",
			applicant_shown(ui->ctx, arena, co.rows[i].municipality_id,
				co.rows[i].organization_id));
	buffer_printf(&text, "  %s", s.title);
	*name = arena_text(arena, text.text);
	buffer_clear(&text);
	return ok();
}

static struct error load_declarable(struct ui *ui, int64_t round_id, struct declarable *all)
{
	TRY(round_submissions(ui->ctx, round_id, &all->ids));
	all->names = arena_alloc(&all->arena, (all->ids.n + 1) * sizeof(*all->names));
	for (size_t i = 0; i < all->ids.n; i++)
		TRY(name_submission(ui, &all->arena, all->ids.ids[i], &all->names[i]));
	return all->ids.n > 0 ? ok() :
				rule(N_("Nothing has come in yet that a juror could declare on."));
}

struct declaring {
	int64_t round_id;
	const char *login;
	const struct declarable *all;
	char *where; /* the signed one is; kept if the question is answered by no */
};

static const char *ground_word(int ground)
{
	return ground == 0 ? "" :
			     text_word(WORDS_GROUND, text_code(WORDS_GROUND, (size_t)ground - 1));
}

static int next_ground(struct ui *ui, int ground)
{
	return ground != 0 ? 0 : (int)choose_ground(ui);
}

/* What is declared, in numbers and by name; the members are not left to memory. */
static bool declare_confirmed(struct ui *ui, const struct mark *marks, size_t n, size_t conflicts)
{
	struct buffer text = { 0 };

	if (conflicts == 0)
		buffer_printf(&text,
			ngettext("No conflict with the %zu submission. Enter the declaration?",
				"No conflict with any of the %zu submissions. Enter the "
				"declaration?",
				n),
			n);
	else
		buffer_printf(&text,
			ngettext("A conflict with %zu of %zu submissions:",
				"Conflicts with %zu of %zu submissions:", conflicts),
			conflicts, n);
	for (size_t i = 0; i < n; i++)
		if (marks[i].value != 0)
			buffer_printf(&text, "\n%s %s: %s", term_glyph(GLYPH_BULLET), marks[i].name,
				ground_word(marks[i].value));
	if (conflicts > 0)
		buffer_printf(&text, "\n%s", _("Enter the declaration?"));
	bool yes = ui_confirm(ui, text.text, C_("button", "Enter it"));
	buffer_clear(&text);
	return yes;
}

static struct error save_declaration(struct ui *ui, const struct mark *marks, size_t n, void *arg)
{
	struct declaring *d = arg;
	struct arena arena = { 0 };
	struct declared_conflict *conflicts = arena_alloc(&arena, (n + 1) * sizeof(*conflicts));
	struct error e = fail(E_CANCELLED, NULL);
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		if (marks[i].value != 0)
			conflicts[count++] = (struct declared_conflict){ d->all->ids.ids[i],
				marks[i].value, "" };
	char *where = ui_ask(ui, _("Enter a declaration of interest"),
		_("The juror made it on paper or by mail. Where is the signed one?"), d->where, 1);
	if (where != NULL) {
		free(d->where);
		d->where = where;
		if (declare_confirmed(ui, marks, n, count))
			e = declaration_enter(
				ui->ctx, d->round_id, d->login, conflicts, count, where);
	}
	arena_clear(&arena);
	return e;
}

static const struct marks_def declare_def = { NC_("title", "Declaration"),
	N_("What the juror declared on paper or by mail. Tick with Space what they have a conflict "
	   "with. Nothing is recorded before Ctrl-S."),
	0, ground_word, next_ground, save_declaration };

void panel_declare(struct ui *ui, int64_t round_id, const char *login)
{
	struct declarable all = { 0 };
	struct error e = load_declarable(ui, round_id, &all);
	struct mark *marks = arena_alloc(&all.arena, (all.ids.n + 1) * sizeof(*marks));
	struct declaring declaring = { round_id, login, &all, xstrdup("") };

	for (size_t i = 0; e.code == E_OK && i < all.ids.n; i++)
		marks[i] = (struct mark){ all.names[i], 0 };
	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (ui_marks(ui, &declare_def, marks, all.ids.n, &declaring))
		ui_say(ui, "%s", _("The declaration has been entered."));
	free(declaring.where);
	declarable_clear(&all);
}

static void tell_faults(struct ui *ui, const struct review_import *result)
{
	struct buffer text = { 0 };

	for (size_t i = 0; i < result->refused && i < 12; i++) {
		const struct review_fault *f = &result->faults[i];

		if (f->row == 0)
			buffer_printf(&text, _("line %ld: %s: %s\n"), f->line,
				text_word(WORDS_FIELD, f->field), _(f->sentence));
		else
			buffer_printf(&text, _("row %ld, line %ld: %s: %s\n"), f->row, f->line,
				text_word(WORDS_FIELD, f->field), _(f->sentence));
	}
	if (text.length > 0)
		ui_tell(ui, _("Nothing was imported"), text.text);
	buffer_clear(&text);
}

/* The rows that would take a juror's place, and why they may; NULL: they may not. */
static char *ask_over_jurors(struct ui *ui, const struct review_import *result)
{
	struct buffer text = { 0 };
	char words[400];

	for (size_t i = 0; i < result->held && i < 8; i++) {
		review_held_words(&result->holds[i], words, sizeof(words));
		buffer_printf(&text, "%s %s\n", term_glyph(GLYPH_BULLET), words);
	}
	buffer_text(&text, _("Does the file take the place of it? What is there stays in the "
			     "history. Write the reason:"));
	char *reason = ui_ask(ui, _("What jurors have written themselves"), text.text, "", 3);
	buffer_clear(&text);
	return reason;
}

/* Once more on purpose, if there are rows held for nothing else. */
static struct error import_reviews(struct ui *ui, int64_t id, const char *path,
	const char *declared, struct review_import *result)
{
	struct table_options options = { 0 };
	struct error e = review_import(ui->ctx, id, path, &options, declared, NULL, result);

	if (result->held == 0 || result->refused > 0)
		return e;
	char *reason = ask_over_jurors(ui, result);
	if (reason == NULL)
		return e;
	review_import_clear(result);
	e = review_import(ui->ctx, id, path, &options, declared, reason, result);
	free(reason);
	return e;
}

void panel_import(struct ui *ui, int64_t id)
{
	struct review_import result = { 0 };
	struct error allowed = context_may_open(ui->ctx, "");
	if (allowed.code != E_OK) {
		ui_complain(ui, allowed);
		return;
	}
	char *path = ui_ask(ui, _("Import reviews"),
		_("A score sheet that was filled in, or a workbook (XLSX) or CSV file with the columns juror, submission, "
		  "one a criterion, notes, feedback."),
		"", 1);

	if (path == NULL || *path == '\0') {
		free(path);
		return;
	}
	char *declared = ui_ask(ui, _("Declarations of interest"),
		_("Where are the signed declarations of those in the file who have not declared yet? "
		  "Empty: the score sheet's own declaration counts; other rows are refused."),
		"", 1);
	if (declared != NULL) {
		struct error e =
			import_reviews(ui, id, path, *declared == '\0' ? NULL : declared, &result);

		tell_faults(ui, &result);
		if (e.code == E_OK)
			ui_say(ui, _("%zu added, %zu to be corrected, %zu duplicate, %zu held"),
				result.added + result.drafts, result.refused, result.duplicates,
				result.held);
		else
			ui_complain(ui, e);
		review_import_clear(&result);
	}
	free(declared);
	free(path);
}

static void take_off(struct ui *ui, int64_t id, const char *login)
{
	if (ui_confirm(ui, _("Take the selected juror off the panel?"), C_("button", "Take off")))
		ui_report(ui, round_unseat(ui->ctx, id, login), _("The juror is off the panel."));
}

static void excuse(struct ui *ui, int64_t id, const char *login, const char *name)
{
	const char *options[] = { _("Excuse: go on without"), _("Replace by somebody else") };
	int how = ui_choose(ui, name, options, 2, 0);
	char *by = how == 1 ? pick_account(ui, _("Who takes over?"), false) : NULL;
	char *reason = how < 0 || (how == 1 && by == NULL) ?
			       NULL :
			       ask_reason(ui, _("The reason"), _("It goes into the minutes."));
	if (reason != NULL)
		ui_report(ui,
			how == 1 ? round_replace(ui->ctx, id, login, by, reason) :
				   round_excuse(ui->ctx, id, login, reason),
			how == 1 ? _("The juror has been replaced; what was submitted stays.") :
				   _("The juror has been excused; what was submitted stays."));
	free(reason);
	free(by);
}

void panel_excuse(struct ui *ui, const struct round *round, const struct member *member)
{
	struct arena arena = { 0 };
	const char *login = arena_text(&arena, member->login);

	if (round_state_of(round->state) == ROUND_STATE_PLANNED)
		take_off(ui, round->id, login);
	else
		excuse(ui, round->id, login, arena_text(&arena, member->name));
	arena_clear(&arena);
}

static void export_csv_sheet(struct ui *ui, int64_t round_id, const char *login)
{
	struct arena arena = { 0 };
	const char *text = "";
	struct error e = score_sheet_csv(ui->ctx, &arena, round_id, login, &text);

	if (e.code == E_OK &&
		export_text(ui, _("Score sheet"), arena_printf(&arena, "%s.csv", login), text))
		e = score_sheet_given(ui->ctx, round_id);
	ui_complain(ui, e);
	arena_clear(&arena);
}

static struct error write_book_sheet(
	struct ui *ui, struct arena *arena, int64_t round_id, const char *login, const char *path)
{
	struct saving saving;

	TRY(save_begin(&saving, path));
	struct error e = save_end(
		&saving, score_sheet_xlsx(ui->ctx, arena, round_id, login, fileno(saving.out)));
	return e.code == E_OK ? score_sheet_given(ui->ctx, round_id) : e;
}

static void export_book_sheet(struct ui *ui, int64_t round_id, const char *login)
{
	struct arena arena = { 0 };
	char *path = export_ask_name(ui, _("Score sheet"),
		_("The name of the file. It will be readable only by you."),
		arena_printf(&arena, "%s.xlsx", login));

	if (path != NULL) {
		struct error e = write_book_sheet(ui, &arena, round_id, login, path);

		if (e.code == E_OK)
			/* TRANSLATORS: a file's name. */
			ui_say(ui, _("Written to %s."), path);
		else
			ui_complain(ui, e);
	}
	free(path);
	arena_clear(&arena);
}

void panel_sheet(struct ui *ui, int64_t round_id, const struct member *member)
{
	struct arena arena = { 0 };
	const char *login = arena_text(&arena, member->login), *name = member->name;
	const char *options[] = {
		/* TRANSLATORS: %s is a juror's name. */
		arena_printf(&arena, _("%s: on paper (text)"), name),
		arena_printf(&arena, _("%s: as a workbook (XLSX), to be imported"), name),
		/* TRANSLATORS: %s is a juror's name. */
		arena_printf(&arena, _("%s: for a spreadsheet (CSV), to be imported"), name),
		_("Everybody who has something to review: on paper (text)"),
	};
	int which = ui_choose(ui, _("Score sheet"), options, LEN(options), 0);
	const struct document_ask ask = { .id = round_id, .who = which == 0 ? login : NULL };

	if (which == 1)
		export_book_sheet(ui, round_id, login);
	else if (which == 2)
		export_csv_sheet(ui, round_id, login);
	else if (which >= 0)
		export_document(ui, _("Score sheet"),
			which == 3 ? "sheets.txt" : arena_printf(&arena, "%s.txt", login),
			&score_sheet_kind, &ask);
	arena_clear(&arena);
}

static char *pick_member(struct ui *ui, int64_t round_id)
{
	struct arena arena = { 0 };
	struct members members = { 0 };
	struct error e = round_members(ui->ctx, &arena, round_id, &members);
	const char **names = arena_alloc(&arena, (members.n + 1) * sizeof(*names));
	char *login = NULL;

	ui_complain(ui, e);
	for (size_t i = 0; i < members.n; i++)
		names[i] = members.rows[i].name;
	int chosen =
		ui_pick(ui, _("Which juror? Type the beginning of the name"), names, members.n);
	if (chosen >= 0)
		login = xstrdup(members.rows[chosen].login);
	arena_clear(&arena);
	return login;
}

int64_t choose_ground(struct ui *ui)
{
	const char *none = _("No conflict: go back");
	int chosen = ui_choose_with_words(ui, _("Ground (28 §)"), &none, 1, WORDS_GROUND, NULL);

	return chosen > 0 ? chosen : 0;
}

/* What it is, on whose word, and why. */
static void ask_conflict(
	struct ui *ui, int64_t round_id, const char *login, struct recorded_conflict *conflict)
{
	const char *kinds[] = { _("The juror told of it: it bars at once"),
		_("Doubtful: the panel decides on it (29 §)") };
	int kind = ui_choose(ui, _("A conflict after the declaration"), kinds, 2, 0);
	char *source = kind < 0 ?
			       NULL :
			       ui_ask(ui, _("A conflict after the declaration"),
				       _("Who told of it, when, and where is it written?"), "", 1);
	char *reason = source == NULL ?
			       NULL :
			       ask_reason(ui, _("The reason"),
				       kind == 1 ? _("What speaks for it?") :
						   _("In the juror's own words; it may be left "
						     "empty."));

	conflict->doubtful = kind == 1;
	conflict->source = source;
	conflict->conflict.reason = reason;
	if (reason != NULL)
		ui_report(ui, conflict_add(ui->ctx, round_id, login, conflict), _("Recorded."));
	free(source);
	free(reason);
}

void panel_conflict(struct ui *ui, int64_t round_id)
{
	struct declarable all = { 0 };
	struct recorded_conflict conflict = { 0 };
	struct error e = load_declarable(ui, round_id, &all);
	char *login = e.code == E_OK ? pick_member(ui, round_id) : NULL;
	int which = login == NULL ? -1 :
				    ui_pick(ui, _("A conflict with which submission?"), all.names,
					    all.ids.n);
	int64_t ground = which < 0 ? 0 : choose_ground(ui);

	ui_complain(ui, e);
	if (ground > 0) {
		conflict.conflict = (struct declared_conflict){ .submission_id = all.ids.ids[which],
			.ground = ground };
		ask_conflict(ui, round_id, login, &conflict);
	}
	free(login);
	declarable_clear(&all);
}
