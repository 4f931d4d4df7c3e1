/* SPDX-License-Identifier: MIT */
#include "src/intake/review_import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/ratio.h"
#include "db/base/utf8.h"
#include "db/base/watch.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/set.h"
#include "src/base/text.h"
#include "src/intake/holding.h"
#include "src/judging/review.h"
#include "src/judging/abstention.h"
#include "src/judging/review_columns.h"
#include "src/intake/sheet_declaration.h"
#include "src/ground/sides.h"
#include "src/registers/account.h"

struct importing {
	struct context *ctx;
	struct review_import *result;
	struct round round;
	struct criteria criteria;
	struct members members;
	struct table table;
	const char *declared, *over_juror;
	struct sheet_declaration sheet;
	struct member *sheet_juror; /* NULL: the file is no sheet */
	struct entry *entries;      /* of the rows so far that can be taken */
	size_t n;
	struct set entry_of; /* assignment id to index in `entries` */
	struct error failed; /* reading went wrong: no row is to blame */
};

/* Is it there? What is not is the row's fault, any other error is not. */
static bool is_found(struct importing *im, struct error e)
{
	if (e.code != E_OK && e.code != E_NOT_FOUND && im->failed.code == E_OK)
		im->failed = e;
	return e.code == E_OK;
}

static void refuse(
	struct importing *im, const struct csv_row *row, const char *field, const char *sentence)
{
	struct review_import *result = im->result;

	result->faults = xrealloc(result->faults, (result->refused + 1) * sizeof(*result->faults));
	result->faults[result->refused++] =
		(struct review_fault){ row->row, row->line, field, sentence };
}

static const char *cell_text(struct importing *im, const struct csv_row *row, size_t field)
{
	const struct csv_cell *cell = table_cell(&im->table, row, field);

	if (cell == NULL)
		return "";
	if (utf8_check(cell->text, cell->n) != TEXT_GOOD)
		return NULL;
	return utf8_clean(&im->result->arena, cell->text,
		field == COLUMN_NOTES || field == COLUMN_FEEDBACK ? TEXT_LINES : TEXT_LINE);
}

/* The row's words, read and understood. */
struct entry {
	struct member *member;
	int64_t item_id, assignment_id;
	bool submitted, abstains;
	bool abstained; /* already */
	bool left_out;  /* the sheet itself declares a conflict with it */
	int64_t *scores;
	struct review_input input;
};

static struct member *recognize_juror(struct importing *im, const char *who)
{
	struct account account;

	if (who != NULL &&
		is_found(im, account_recognize(im->ctx, &im->result->arena, who, &account)))
		for (size_t i = 0; i < im->members.n; i++)
			if (im->members.rows[i].account_id == account.id)
				return &im->members.rows[i];
	return NULL;
}

/* On a sheet every row is its juror's. */
static bool find_juror(struct importing *im, const struct csv_row *row, struct entry *entry)
{
	entry->member = im->sheet_juror != NULL && table_column(&im->table, COLUMN_JUROR) == 0 ?
				im->sheet_juror :
				recognize_juror(im, cell_text(im, row, COLUMN_JUROR));
	if (entry->member != NULL)
		return true;
	refuse(im, row, "juror", N_("No juror of this panel has that user name or name."));
	return false;
}

static bool find_submission(struct importing *im, const struct csv_row *row, struct entry *entry)
{
	const char *code = cell_text(im, row, COLUMN_SUBMISSION);
	struct db *db = im->ctx->db;

	if (code == NULL ||
		!is_found(im, item_find(im->ctx, im->round.id, code, &entry->item_id))) {
		refuse(im, row, "submission", N_("No submission of this round has that code."));
		return false;
	}
	if (is_found(im, store_assignment_find(
				 db, entry->item_id, entry->member->id, &entry->assignment_id)))
		return true;
	refuse(im, row, "juror", N_("It is not assigned to this juror."));
	return false;
}

static bool read_state(struct importing *im, const struct csv_row *row, struct entry *entry)
{
	const char *state = cell_text(im, row, COLUMN_STATE);

	entry->submitted = state != NULL &&
			   (*state == '\0' || review_state_of(state) == REVIEW_STATE_SUBMITTED ||
				   strcmp(state, text_word(WORDS_REVIEW_STATE, "submitted")) == 0);
	entry->abstains = state != NULL &&
			  (review_state_of(state) == REVIEW_STATE_ABSTAINED ||
				  strcmp(state, text_word(WORDS_REVIEW_STATE, "abstained")) == 0);
	if (entry->submitted || entry->abstains ||
		(state != NULL &&
			(review_state_of(state) == REVIEW_STATE_DRAFT ||
				strcmp(state, text_word(WORDS_REVIEW_STATE, "draft")) == 0)))
		return true;
	refuse(im, row, "state", N_("The state must be draft, submitted or abstained."));
	return false;
}

/* No scores, and the reason in the notes. */
static bool read_abstaining(
	struct importing *im, const struct csv_row *row, const struct entry *entry)
{
	bool scored = false;

	for (size_t i = 0; i < im->criteria.n; i++)
		scored = scored || entry->scores[i] >= 0;
	if (!scored && entry->input.notes != NULL && *entry->input.notes != '\0')
		return true;
	refuse(im, row, "notes",
		N_("Whoever abstains gives no scores, and the reason in the notes."));
	return false;
}

static bool read_scores(struct importing *im, const struct csv_row *row, struct entry *entry)
{
	entry->scores =
		arena_alloc(&im->result->arena, (im->criteria.n + 1) * sizeof(*entry->scores));
	for (size_t i = 0; i < im->criteria.n; i++) {
		const char *text = cell_text(im, row, COLUMN_FIXED + i);

		entry->scores[i] = -1;
		if (text != NULL && *text == '\0')
			continue;
		if (text == NULL || thousandths_parse(text, &entry->scores[i]) != 0) {
			refuse(im, row, im->criteria.rows[i].key, N_("A score is not a number."));
			return false;
		}
	}
	entry->input = (struct review_input){ .scores = entry->scores,
		.n = im->criteria.n,
		.notes = cell_text(im, row, COLUMN_NOTES),
		.feedback = cell_text(im, row, COLUMN_FEEDBACK),
		.over_juror = im->over_juror };
	if (entry->abstains)
		return read_abstaining(im, row, entry);
	for (size_t i = 0; i < im->criteria.n; i++) {
		const struct criterion *c = &im->criteria.rows[i];
		const char *blocked = score_blocked(c, entry->scores[i], entry->submitted);

		if (blocked != NULL) {
			refuse(im, row, c->key, blocked);
			return false;
		}
	}
	if (entry->input.notes != NULL && entry->input.feedback != NULL)
		return true;
	refuse(im, row, "notes", N_("The text contains characters that cannot be taken."));
	return false;
}

static bool may_review(struct importing *im, const struct csv_row *row, struct entry *entry)
{
	struct assignment assignment;

	if (!is_found(im, assignment_get(im->ctx, &im->result->arena, entry->assignment_id,
				  &assignment))) {
		refuse(im, row, "juror", N_("It is not assigned to this juror."));
		return false;
	}
	entry->abstained = assignment.abstained != 0;
	bool declared = entry->member->declared != 0 || im->declared != NULL;
	entry->left_out =
		assignment.barred > 0 && im->sheet.n > 0 && entry->member == im->sheet_juror;
	if (entry->left_out)
		return true;
	const char *blocked = assignment_blocked(&im->round, &assignment, declared);
	if (blocked == NULL)
		return true;
	refuse(im, row, "juror", blocked);
	return false;
}

static bool says_the_same(
	const struct importing *im, const struct entry *entry, const struct review_content *now)
{
	for (size_t i = 0; i < im->criteria.n; i++)
		if (now->scores[i] != entry->scores[i])
			return false;
	return strcmp(now->notes, entry->input.notes) == 0 &&
	       strcmp(now->feedback, entry->input.feedback) == 0;
}

static bool same_review(const struct importing *im, const struct entry *a, const struct entry *b)
{
	return a->submitted == b->submitted && a->abstains == b->abstains &&
	       memcmp(a->scores, b->scores, im->criteria.n * sizeof(*a->scores)) == 0 &&
	       strcmp(a->input.notes, b->input.notes) == 0 &&
	       strcmp(a->input.feedback, b->input.feedback) == 0;
}

/* Two rows that say different things about one review: neither is the one that counts. Those that
 * say the same are one. */
static bool is_only_row(struct importing *im, const struct csv_row *row, const struct entry *entry)
{
	const char *key = arena_printf(&im->result->arena, "%lld", (long long)entry->assignment_id);
	int64_t other;

	if (!set_find(&im->entry_of, key, &other)) {
		(void)set_add(&im->entry_of, key, (int64_t)im->n);
		im->entries[im->n++] = *entry;
		return true;
	}
	if (same_review(im, &im->entries[other], entry))
		return true;
	refuse(im, row, "juror",
		N_("The file has another row of this juror about this submission."));
	return false;
}

/* "None" on behalf of a juror whose signed declaration is where the import says. */
static struct error declare_none(struct importing *im, struct member *member)
{
	if (member->declared != 0)
		return ok();
	TRY(declaration_insert(im->ctx, &im->round, member->id, NULL, 0, im->declared));
	member->declared = context_now(im->ctx);
	return ok();
}

static void hold(struct importing *im, const struct csv_row *row, const struct entry *entry,
	const struct review_own *own)
{
	struct review_import *result = im->result;

	result->holds = xrealloc(result->holds, (result->held + 1) * sizeof(*result->holds));
	result->holds[result->held++] = (struct review_held){ (long)(row - im->table.rows) + 1,
		row->line, entry->member->name, cell_text(im, row, COLUMN_SUBMISSION),
		own->submitted, own->draft };
}

void review_held_words(const struct review_held *held, char *out, size_t size)
{
	char when[60];

	text_time(held->submitted != 0 ? held->submitted : held->draft, when, sizeof(when));
	/* TRANSLATORS: a juror's name, a submission's code, a time. */
	snprintf(out, size,
		held->submitted == 0 ? _("%s has an unfinished draft of %s, saved %s.") :
		held->draft == 0     ? _("%s has submitted %s on %s.") :
				       _("%s has submitted %s on %s, and has begun a draft since."),
		held->juror, held->code, when);
}

static struct error save(struct importing *im, struct entry *entry)
{
	TRY(im->failed);
	TRY(declare_none(im, entry->member));
	if (entry->abstains) {
		im->result->added++;
		return abstention_insert(
			im->ctx, entry->assignment_id, entry->input.notes, im->table.file);
	}
	if (!entry->submitted) {
		im->result->drafts++;
		return draft_insert(im->ctx, &im->criteria, entry->assignment_id, &entry->input);
	}
	im->result->added++;
	return review_insert(
		im->ctx, &im->criteria, entry->assignment_id, &entry->input, im->table.file);
}

/* Counts the row, and saves it if it is new and takes nobody's place unasked. */
static struct error take(struct importing *im, const struct csv_row *row, struct entry *entry)
{
	struct arena *arena = &im->result->arena;
	struct review_content now;
	struct review_own own;

	if (entry->left_out) {
		im->result->barred++;
		return ok();
	}
	TRY(review_content(im->ctx, arena, im->round.id, entry->assignment_id, &now));
	bool same = entry->abstains ? entry->abstained : says_the_same(im, entry, &now);
	if (same && entry->abstains) {
		im->result->duplicates++;
		return ok();
	}
	if (same && (entry->submitted ? now.is_submitted && !now.is_draft : now.is_draft)) {
		im->result->duplicates++;
		return ok();
	}
	TRY(review_own(im->ctx, arena, entry->assignment_id, &own));
	if (!entry->submitted && !entry->abstains)
		own.submitted = 0; /* which a draft leaves as it is */
	if (im->over_juror == NULL && (own.submitted != 0 || (own.draft != 0 && !same)))
		hold(im, row, entry, &own);
	return im->result->held > 0 ? ok() : save(im, entry);
}

/* A row of a sheet that its juror left empty. */
static bool is_blank(struct importing *im, const struct csv_row *row)
{
	static const size_t texts[] = { COLUMN_NOTES, COLUMN_FEEDBACK };

	for (size_t i = 0; i < LEN(texts) + im->criteria.n; i++) {
		const char *text = cell_text(
			im, row, i < LEN(texts) ? texts[i] : COLUMN_FIXED + i - LEN(texts));

		if (text == NULL || *text != '\0')
			return false;
	}
	return im->sheet_juror != NULL;
}

static void refuse_sheet(struct importing *im, const char *field, const char *sentence)
{
	struct review_import *result = im->result;

	result->faults = xrealloc(result->faults, (result->refused + 1) * sizeof(*result->faults));
	result->faults[result->refused++] =
		(struct review_fault){ 0, im->sheet.line, field, sentence };
}

static bool is_known(const struct importing *im, const struct conflicts *all, int64_t submission_id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->rows[i].member_id == im->sheet_juror->id &&
			all->rows[i].submission_id == submission_id &&
			conflict_state_of(all->rows[i].state) != CONFLICT_STATE_WITHDRAWN &&
			(!im->round.blind ||
				conflict_found_of(all->rows[i].found_in) == CONFLICT_FOUND_REVIEW))
			return true;
	return false;
}

/* Conflicts found since the declaration. */
static struct error add_found(struct importing *im, const char *source)
{
	struct conflicts all;

	TRY(store_conflicts(im->ctx->db, &im->result->arena, im->round.id, &all));
	for (size_t i = 0; i < im->sheet.n; i++) {
		struct recorded_conflict found = { .conflict = im->sheet.conflicts[i],
			.by_code = im->round.blind,
			.source = source };

		if (!is_known(im, &all, found.conflict.submission_id))
			TRY(conflict_insert(im->ctx, im->round.id, im->sheet_juror->id, &found));
	}
	return ok();
}

static struct error record_declaration(struct importing *im)
{
	struct member *juror = im->sheet_juror;
	const char *source =
		arena_printf(&im->result->arena, "%s, %s", im->table.file, im->sheet.date);

	im->result->conflicts = im->sheet.n;
	if (juror->declared != 0)
		return add_found(im, source);
	TRY(declaration_insert(
		im->ctx, &im->round, juror->id, im->sheet.conflicts, im->sheet.n, source));
	juror->declared = context_now(im->ctx);
	im->result->declared = juror->name;
	return ok();
}

/* The declaration comes before the reviews: what it bars is no review. */
static struct error take_declaration(struct importing *im)
{
	struct sheet_declaration *sheet = &im->sheet;
	const char *fault = NULL;

	if (!sheet->is_sheet)
		return ok();
	im->sheet_juror = recognize_juror(im, sheet->juror);
	if (*sheet->key != '\0' && strcmp(sheet->key, im->round.key) != 0)
		return rule(N_("The sheet is of another round."));
	TRY(im->failed);
	if (im->sheet_juror == NULL) {
		refuse_sheet(im, "juror", N_("No juror of this panel has that user name or name."));
		return ok();
	}
	bool needed = im->sheet_juror->declared == 0 && im->declared == NULL;
	if (sheet_is_blank(sheet) && !needed)
		return ok();
	if (im->sheet_juror->declared == 0 && im->round.blind)
		fault = N_(
			"In a blind round the juror declares by names first: enter that declaration, "
			"then import the sheet.");
	else if (sheet_is_blank(sheet))
		fault = N_(
			"The declaration at the top of the sheet is not filled in: the juror writes "
			"\"none\" or the codes with a conflict, the date and the signature. Then "
			"import it again.");
	else
		fault = sheet_understand(im->ctx, &im->result->arena, im->round.id,
			im->round.blind && im->sheet_juror != NULL &&
				im->sheet_juror->declared != 0,
			sheet);
	if (fault != NULL) {
		refuse_sheet(im, "declaration", fault);
		return ok();
	}
	TRY(require_self(im->ctx, ACT_REVIEW_ENTER));
	return record_declaration(im);
}

static struct error import_rows(struct importing *im)
{
	struct error e = take_declaration(im);

	im->entries = arena_alloc(&im->result->arena, (im->table.n + 1) * sizeof(*im->entries));
	for (size_t i = 0; e.code == E_OK && i < im->table.n; i++) {
		const struct csv_row *row = &im->table.rows[i];
		struct entry entry = { 0 };

		watch_progress(i, im->table.n);
		if (is_blank(im, row))
			continue;
		if (row->n != im->table.columns || row->unterminated)
			refuse(im, row, "row",
				N_("The row has another number of fields than the heading."));
		else if (find_juror(im, row, &entry) && find_submission(im, row, &entry) &&
			 read_state(im, row, &entry) && read_scores(im, row, &entry) &&
			 may_review(im, row, &entry) && is_only_row(im, row, &entry) &&
			 im->result->refused == 0)
			e = take(im, row, &entry);
		if (im->failed.code != E_OK) {
			im->result->refused = 0; /* whatever was said of the rows */
			return im->failed;
		}
	}
	watch_progress(im->table.n, im->table.n);
	if (e.code == E_OK && im->result->refused > 0)
		e = rule(N_("Nothing was imported: correct the rows that are listed and import the "
			    "file again."));
	if (e.code == E_OK && im->result->held > 0)
		e = rule(
			N_("Nothing was imported: the rows that are listed would take the place of "
			   "what jurors have written themselves. Leave them out, or take them on "
			   "purpose and say why (--over-juror --reason T)."));
	return e;
}

static struct error read_table(
	struct importing *im, const char *path, const struct table_options *options)
{
	struct arena *arena = &im->result->arena;
	size_t n = COLUMN_FIXED + im->criteria.n;
	const struct table_field *fields = review_columns(arena, &im->criteria);
	struct table_options with = *options;
	with.above = true;
	TRY(table_read(path, &with, fields, n, &im->table));
	sheet_read(arena, &im->table, &im->sheet);
	return im->sheet.is_sheet || table_column(&im->table, COLUMN_JUROR) != 0 ?
		       ok() :
		       fail(E_NO_COLUMN, "juror");
}

static struct error prepare(struct importing *im, int64_t round_id, const char *path,
	const struct table_options *options)
{
	struct arena *arena = &im->result->arena;

	TRY(round_get(im->ctx, arena, round_id, &im->round));
	TRY(round_criteria(im->ctx, arena, round_id, &im->criteria));
	return read_table(im, path, options);
}

struct error review_import(struct context *ctx, int64_t round_id, const char *path,
	const struct table_options *options, const char *declared, const char *over_juror,
	struct review_import *result)
{
	struct importing im = { .ctx = ctx, .result = result };
	struct reference object = { "" };

	*result = (struct review_import){ 0 };
	TRY(require(ctx, ACT_REVIEW_ENTER));
	TRY(context_may_open(ctx, path));
	if (declared != NULL) {
		TRY(require_self(ctx, ACT_REVIEW_ENTER));
		TRY(input_line(&result->arena, "source", declared, FIELD_MAX, true, &im.declared));
	}
	if (over_juror != NULL)
		TRY(input_line(
			&result->arena, "reason", over_juror, FIELD_MAX, true, &im.over_juror));
	struct error e = prepare(&im, round_id, path, options);
	holding_tell(im.table.n);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		object = reference_key(KIND_ROUND, im.round.key);
		e = round_members(ctx, &result->arena, round_id, &im.members);
		if (e.code == E_OK)
			e = import_rows(&im);
		e = context_end(ctx, e, "review.import", object.text);
	}
	set_clear(&im.entry_of);
	table_clear(&im.table);
	/* A criterion's key, which the result holds; the error is told after that is cleared. */
	if (e.code == E_NO_COLUMN)
		e.field = arena_text(&ctx->arena, e.field);
	return e;
}

void review_import_clear(struct review_import *result)
{
	free(result->faults);
	free(result->holds);
	arena_clear(&result->arena);
	*result = (struct review_import){ 0 };
}
