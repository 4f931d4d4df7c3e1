/* SPDX-License-Identifier: MIT
 * Judging the rows of a file: is each what it must be, is it here already, is a person needed?
 * Changes nothing. */
#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "db/base/watch.h"
#include "db/store/meta.h"
#include "src/base/email.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/intake/language.h"
#include "src/intake/sift.h"
#include "src/ground/sides.h"

void sift_refuse(struct sifting *j, struct sifted_row *row, const char *reason, size_t field)
{
	if (row->verdict == ROW_REFUSED)
		return;
	row->verdict = ROW_REFUSED;
	row->reason = reason;
	row->field = field == FIELD_NONE ? "" : j->import->table.fields[field].code;
	row->column = field == FIELD_NONE ? 0 : table_column(&j->import->table, field);
}

void sift_hold(struct sifting *j, struct sifted_row *row, const char *reason, size_t field)
{
	if (row->verdict == ROW_REFUSED || row->verdict == ROW_HELD)
		return;
	sift_refuse(j, row, reason, field);
	row->verdict = ROW_HELD;
}

/* Every column that is a field of the record, but for those whose rules have read them already. */
static bool read_fields(struct sifting *j, struct sifted_row *row, const char *const *texts)
{
	const struct table *table = &j->import->table;

	for (size_t f = 0; f < table->field_count; f++) {
		const struct field *field =
			table->fields[f].code == NULL || f == FIELD_RECEIVED || f == FIELD_THEME ?
				NULL :
				record_named(&record_of_submission, table->fields[f].code);

		if (field != NULL && *texts[f] != '\0' &&
			field_read(&record_of_submission, field, &row->submission, texts[f]).code !=
				E_OK) {
			sift_refuse(j, row, "value", f);
			return false;
		}
	}
	return true;
}

bool sift_submission(struct sifting *j, struct sifted_row *row, const char *const *texts)
{
	struct submission *s = &row->submission;
	struct buffer both = { 0 };

	record_blank(&record_of_submission, s);
	if (!read_fields(j, row, texts))
		return false;
	if (*texts[FIELD_TITLE] == '\0')
		s->title = texts[FIELD_TEAM];
	if (sift_is_anonymous(j, texts[FIELD_EMAIL]))
		s->contact_email = "";
	s->theme_id = theme_recognize(&j->themes, texts[FIELD_THEME]);
	s->theme_text = s->theme_id == 0 ? texts[FIELD_THEME] : "";
	buffer_printf(&both, "%s %s", s->title, s->body);
	if (*texts[FIELD_LANGUAGE] == '\0')
		s->lang = language_guess(both.text, "fi");
	buffer_clear(&both);
	return true;
}

static bool check_rest(struct sifting *j, struct sifted_row *row)
{
	const struct submission *s = &row->submission;

	if (*s->contact_email != '\0' && !is_email(s->contact_email)) {
		sift_refuse(j, row, email_reason(s->contact_email), FIELD_EMAIL);
		row->candidate = sift_offered_email(s->contact_email);
		return false;
	}
	if (input_code("language", WORDS_LANGUAGE, s->lang).code != E_OK) {
		sift_refuse(j, row, "language", FIELD_LANGUAGE);
		return false;
	}
	return true;
}

static const char *title_key(
	struct sifting *j, const char *title, int64_t municipality_id, int64_t organization_id)
{
	struct arena *arena = &j->import->table.arena;

	return arena_printf(arena, "%lld/%lld|%s", (long long)municipality_id,
		(long long)organization_id, utf8_fold(arena, title));
}

static bool is_of_team(const struct sifting *j)
{
	return j->kind->fields[FIELD_TEAM].code != NULL;
}

/* Two rows with the same key are about the same thing: a municipality's title, or a team, which
 * sends one. */
static const char *who_key(struct sifting *j, const struct sifted_row *row)
{
	return is_of_team(j) ? sift_team_key(j, row) :
			       title_key(j, row->submission.title, row->submission.municipality_id,
				       row->submission.organization_id);
}

static bool same_text(struct sifting *j, const char *a, const char *b)
{
	struct arena *arena = &j->import->table.arena;

	return strcmp(utf8_fold(arena, a), utf8_fold(arena, b)) == 0;
}

/* The text of what is about the same thing: saved already, or earlier in the file. NULL if nothing
 * is. */
static const char *find_like(struct sifting *j, struct sifted_row *row, const char *key)
{
	struct submission sent;
	int64_t other;

	if (is_of_team(j) && sift_team_sent(j, row, &sent)) {
		row->candidate = sent.code;
		return sent.body;
	}
	if (set_find(&j->titles, key, &other)) {
		row->candidate = j->saved.rows[other].code;
		return j->saved.rows[other].body;
	}
	if (!set_find(&j->file_titles, key, &other))
		return NULL;
	row->candidate_row = (size_t)other + 1;
	return j->import->rows[other].submission.body;
}

static const char *like_reason(struct sifting *j, const struct sifted_row *row, const char *body)
{
	int64_t other;

	if (!same_text(j, body, row->submission.body))
		return is_of_team(j) ? "team_version" : "new_version";
	return row->member_count > 0 && set_find(&j->here, row->submission.fingerprint, &other) ?
		       "other_members" :
		       "probable_duplicate";
}

/* The form's own number tells that the row is known, whatever has changed in it. */
static void compare_sources(struct sifting *j, struct sifted_row *row)
{
	int64_t other;

	if (*row->source == '\0' || !set_find(&j->by_source, row->source, &other))
		return;
	sift_hold(j, row, "source_version", FIELD_SOURCE);
	row->candidate = j->sources.rows[other].code;
}

/* Same applicant and title, or same team, as something else: nearly the same, or a new version of
 * it? */
static void compare_titles(struct sifting *j, struct sifted_row *row, size_t index)
{
	const char *key = who_key(j, row), *body = find_like(j, row, key);

	if (body == NULL) {
		(void)set_add(&j->file_titles, key, (int64_t)index);
		return;
	}
	const char *candidate = row->candidate;
	sift_hold(j, row, like_reason(j, row, body), is_of_team(j) ? FIELD_TEAM : FIELD_TITLE);
	row->candidate = candidate;
}

void sift_duplicate(struct sifted_row *row, const char *reason)
{
	row->verdict = ROW_DUPLICATE;
	row->reason = reason;
	row->field = "";
	row->column = 0;
}

/* The digest of a row that could not be read is that of its bytes. */
static const char *raw_digest(struct arena *arena, const struct csv_row *in)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char *hex = arena_alloc(arena, sizeof(digest) * 2 + 1);

	crypto_hash_sha256(digest, (const unsigned char *)in->raw, in->raw_n);
	return sodium_bin2hex(hex, sizeof(digest) * 2 + 1, digest, sizeof(digest));
}

/* What a team has sent already, word for word; other members are no duplicate. */
static bool is_recorded(struct sifting *j, const struct sifted_row *row)
{
	int64_t other;
	bool same = false;

	return row->submission.fingerprint != NULL &&
	       set_find(&j->here, row->submission.fingerprint, &other) &&
	       sift_same_members(j, row, &same).code == E_OK && same;
}

static void find_duplicate(struct sifting *j, struct sifted_row *row, size_t index)
{
	int64_t other;

	if (set_find(&j->here, row->digest, &other) || is_recorded(j, row))
		sift_duplicate(row, "already_here");
	else if (!set_add(&j->in_file, row->digest, (int64_t)index))
		sift_duplicate(row, "same_row");
}

bool sift_applicant(struct sifting *j, struct sifted_row *row, const char *const *texts)
{
	if (!is_of_team(j))
		return sift_place(j, row, texts);
	if (j->kind->fields[FIELD_MEMBER].code != NULL)
		return sift_applicant_team(j, row, texts);
	return sift_solution_team(j, row, texts);
}

static bool sift_content(struct sifting *j, const struct csv_row *in, struct sifted_row *row)
{
	const char **texts = arena_alloc(
		&j->import->table.arena, (j->import->table.field_count + 1) * sizeof(*texts));

	if (in->unterminated) {
		sift_refuse(j, row, "quote", FIELD_NONE);
		return false;
	}
	if (in->n != j->import->table.columns) {
		sift_refuse(j, row, "columns", FIELD_NONE);
		row->value = (int64_t)in->n;
		return false;
	}
	if (!sift_cells(j, in, row, texts) || !sift_received(j, row, texts[FIELD_RECEIVED]) ||
		!sift_applicant(j, row, texts) || !sift_submission(j, row, texts))
		return false;
	return check_rest(j, row);
}

/* What a person will see of a row that waits: nothing is lost but what is no text. */
static const char *cells_json(struct sifting *j, const struct csv_row *in)
{
	struct table *table = &j->import->table;
	json_t *object = json_object();

	for (size_t f = 0; f < table->field_count; f++)
		if (table_cell(table, in, f) != NULL)
			json_object_set_new(object, table->fields[f].code,
				json_string(import_text(table, in, f, true)));
	char *dumped = json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS);
	const char *text = arena_text(&table->arena, dumped);
	free(dumped);
	json_decref(object);
	return text;
}

static const struct csv_row *as_it_came(
	struct csv_row *came, const struct csv_row *in, const struct row_said *said)
{
	*came = *in;
	came->cells = (struct csv_cell *)said->came;
	return came;
}

static void sift_row(struct sifting *j, size_t index)
{
	struct import *import = j->import;
	const struct csv_row *in = &import->table.rows[index];
	struct sifted_row *row = &import->rows[index];
	struct csv_row came;
	int64_t ignored;

	*row = (struct sifted_row){ .row = in->row,
		.line = in->line,
		.reason = "",
		.field = "",
		.candidate = "",
		.organization = "",
		.source = "",
		.submission = { .kind = j->kind->kind, .channel = "form" } };
	sift_arrival(j, in, row);
	sift_source(j, in, row);
	bool readable = sift_content(j, in, row);
	if (readable)
		row->submission.fingerprint =
			submission_fingerprint(&import->table.arena, &row->submission);
	const struct row_said *said = import_said(import, index);
	row->amended = said != NULL && said->came != NULL;
	row->digest = !readable || row->amended || row->verdict != ROW_ADD ?
			      raw_digest(&import->table.arena, in) :
		      is_of_team(j) ? sift_team_digest(j, row) :
				      row->submission.fingerprint;
	find_duplicate(j, row, index);
	if (readable && row->verdict != ROW_DUPLICATE)
		compare_sources(j, row);
	if (row->verdict == ROW_ADD)
		compare_titles(j, row, index);
	if (row->verdict == ROW_REFUSED || row->verdict == ROW_HELD || row->amended)
		row->cells = cells_json(j, row->amended ? as_it_came(&came, in, said) : in);
	if (row->verdict != ROW_REFUSED && row->verdict != ROW_HELD)
		return;
	row->waits = set_find(&j->waiting, row->digest, &ignored);
	row->answer = said == NULL ? ANSWER_NONE : said->answer;
	import->waiting_already += row->waits ? 1 : 0;
}

static void count_row(struct import *import, const struct sifted_row *row)
{
	import->settled += row->answer != ANSWER_NONE ? 1 : 0;
	switch (row->verdict) {
	case ROW_ADD:
		import->added++;
		import->late += row->submission.late ? 1 : 0;
		break;
	case ROW_REFUSED:
		import->refused++;
		break;
	case ROW_HELD:
		import->held++;
		break;
	case ROW_DUPLICATE:
		import->duplicates++;
		break;
	}
}

static struct error load_sets(struct sifting *j)
{
	struct arena *arena = &j->import->table.arena;
	struct text_rows here, fingerprints, waiting;
	const char *kind = j->kind->kind;

	TRY(store_import_digests(j->ctx->db, arena, kind, false, &here));
	TRY(store_submission_fingerprints(
		j->ctx->db, arena, kind, j->ctx->account.id, &fingerprints));
	TRY(store_import_digests(j->ctx->db, arena, kind, true, &waiting));
	if (!is_of_team(j))
		TRY(store_submission_titles(j->ctx->db, arena, kind, &j->saved));
	/* "Already here" of what a blind round hides would tell whose text it is. */
	if (sides_hide_any(j->ctx, kind))
		here.n = 0;
	for (size_t i = 0; i < here.n; i++)
		(void)set_add(&j->here, here.rows[i].text, 0);
	for (size_t i = 0; i < fingerprints.n; i++)
		(void)set_add(&j->here, fingerprints.rows[i].text, 0);
	for (size_t i = 0; i < waiting.n; i++)
		(void)set_add(&j->waiting, waiting.rows[i].text, 0);
	for (size_t i = 0; i < j->saved.n; i++)
		(void)set_add(&j->titles,
			title_key(j, j->saved.rows[i].title, j->saved.rows[i].municipality_id,
				j->saved.rows[i].organization_id),
			(int64_t)i);
	return ok();
}

static struct error load(struct sifting *j)
{
	TRY(store_log_head(j->ctx->db, &j->import->sifted_at_seq));
	if (j->kind->of_register != NULL)
		return j->kind->of_register->load == NULL ? ok() : j->kind->of_register->load(j);
	TRY(deadline_of_kind(j->ctx, j->kind->kind, &j->import->deadline));
	TRY(theme_list(j->ctx, &j->import->table.arena, &j->themes));
	TRY(is_of_team(j) ? sift_teams_load(j) : sift_places_load(j));
	TRY(store_import_sources(j->ctx->db, &j->import->table.arena, j->import->table.form,
		j->kind->kind, &j->sources));
	for (size_t i = 0; i < j->sources.n; i++)
		(void)set_add(&j->by_source, j->sources.rows[i].source, (int64_t)i);
	return load_sets(j);
}

static void sift_rows(struct sifting *j)
{
	struct import *import = j->import;

	sift_date_order(import);
	for (size_t i = 0; i < import->n; i++) {
		watch_progress(i, import->n);
		sift_row(j, i);
	}
	watch_progress(import->n, import->n);
}

static void clear(struct sifting *j)
{
	sift_places_clear(j);
	set_clear(&j->by_source);
	sift_teams_clear(&j->teams);
	set_clear(&j->here);
	set_clear(&j->waiting);
	set_clear(&j->in_file);
	set_clear(&j->titles);
	set_clear(&j->file_titles);
}

struct error import_judge(struct context *ctx, struct import *import)
{
	struct sifting j = {
		.ctx = ctx, .import = import, .kind = import->kind, .now = context_now(ctx)
	};
	struct error e = load(&j);

	import->n = import->table.n;
	import->added = import->late = import->refused = import->held = import->duplicates = 0;
	import->waiting_already = import->serials = import->settled = 0;
	free(import->rows);
	import->rows = xmalloc((import->n + 1) * sizeof(*import->rows));
	if (e.code == E_OK && import->kind->of_register != NULL)
		e = sift_register(&j);
	else if (e.code == E_OK)
		sift_rows(&j);
	for (size_t i = 0; e.code == E_OK && i < import->n; i++)
		count_row(import, &import->rows[i]);
	clear(&j);
	return e;
}
