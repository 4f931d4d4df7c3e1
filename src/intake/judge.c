/* SPDX-License-Identifier: MIT
 * Judging the rows of a file: is each what it must be, is it here already, is a person needed? Changes
 * nothing. */
#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "db/store/meta.h"
#include "src/base/input.h"
#include "src/base/set.h"
#include "src/intake/language.h"
#include "src/intake/problem_fields.h"
#include "src/registers/municipality.h"

const struct table_field problem_fields[FIELD_COUNT] = {
	[FIELD_MUNICIPALITY] = { "municipality",
		"kunta|kommun|municipality|kunnan nimi|kommunens namn|hakijakunta|sökande kommun", true },
	[FIELD_TITLE] = { "title",
		"otsikko|ongelman otsikko|ongelma|rubrik|problemets rubrik|problem|title|problem title",
		true },
	[FIELD_DESCRIPTION] = { "description",
		"kuvaus|ongelman kuvaus|beskrivning|problemets beskrivning|description", false },
	[FIELD_THEME] = { "theme", "teema|tema|theme|aihe|ämne", false },
	[FIELD_CONTACT] = { "contact",
		"yhteyshenkilö|kontaktperson|contact|contact person|nimi|namn|name", false },
	[FIELD_EMAIL] = { "contact_email",
		"sähköposti|sähköpostiosoite|e-post|e-postadress|epost|email|e-mail|e-mail address",
		false },
	[FIELD_PHONE] = { "contact_phone",
		"puhelin|puhelinnumero|telefon|telefonnummer|tfn|phone|telephone", false },
	[FIELD_RECEIVED] = { "received",
		"lähetetty|aikaleima|saapunut|saapumisaika|vastaanotettu|inlämnad|tidsstämpel|mottagen|"
		"received|submitted|timestamp|completion time|valmistumisaika|slutförandetid",
		false },
	[FIELD_LANGUAGE] = { "language", "kieli|språk|language", false },
	[FIELD_CASE] = { "case_number", "diaarinumero|diarienummer|case number|dnro|dnr", false },
};

static const size_t limits[FIELD_COUNT] = {
	[FIELD_MUNICIPALITY] = FIELD_MAX,
	[FIELD_TITLE] = TITLE_MAX,
	[FIELD_DESCRIPTION] = BODY_MAX,
	[FIELD_THEME] = FIELD_MAX,
	[FIELD_CONTACT] = FIELD_MAX,
	[FIELD_EMAIL] = FIELD_MAX,
	[FIELD_PHONE] = FIELD_MAX,
	[FIELD_RECEIVED] = FIELD_MAX,
	[FIELD_LANGUAGE] = FIELD_MAX,
	[FIELD_CASE] = FIELD_MAX,
};

/* What one judging needs to know besides the row. */
struct judging {
	struct context *ctx;
	struct import *import;
	struct municipality_index *municipalities;
	struct themes themes;
	struct set here;    /* digests of rows and contents that are saved already */
	struct set waiting; /* digests of rows that wait for somebody */
	struct set in_file; /* digest to row index */
	struct set titles;  /* "applicant|title" of what is saved, to index in `saved` */
	struct set file_titles; /* the same of this file's good rows, to row index */
	struct submission_titles saved;
	int64_t now;
};

static void refuse(struct judging *j, struct judged_row *row, const char *reason, size_t field)
{
	row->verdict = ROW_REFUSED;
	row->reason = reason;
	row->field = field < FIELD_COUNT ? problem_fields[field].code : "";
	row->column = field < FIELD_COUNT ? table_column(&j->import->table, field) : 0;
}

static void hold(struct judging *j, struct judged_row *row, const char *reason, size_t field)
{
	refuse(j, row, reason, field);
	row->verdict = ROW_HELD;
}

static const char *fault_reason(enum text_fault fault)
{
	switch (fault) {
	case TEXT_GOOD:
		return NULL;
	case TEXT_BAD_UTF8:
		return "utf8";
	case TEXT_NUL:
		return "nul";
	case TEXT_CONTROL:
		return "control";
	case TEXT_BIDI:
		return "bidi";
	case TEXT_INVISIBLE:
		return "invisible";
	case TEXT_MARKS:
		return "marks";
	}
	return NULL;
}

/* Cleaned text of every field, or the first fault. */
static bool read_cells(struct judging *j, const struct csv_row *in, struct judged_row *row,
	const char *texts[FIELD_COUNT])
{
	struct table *table = &j->import->table;

	for (size_t f = 0; f < FIELD_COUNT; f++) {
		const struct cell *cell = table_cell(table, in, f);

		texts[f] = "";
		if (cell == NULL)
			continue;
		const char *fault = fault_reason(utf8_check(cell->text, cell->n));
		if (fault != NULL) {
			refuse(j, row, fault, f);
			return false;
		}
		texts[f] = utf8_clean(&table->arena, cell->text,
			f == FIELD_DESCRIPTION ? TEXT_LINES : TEXT_LINE);
		size_t length = utf8_length(texts[f]);
		if (length > limits[f]) {
			refuse(j, row, "too_long", f);
			row->value = (int64_t)length;
			return false;
		}
		if (problem_fields[f].required && *texts[f] == '\0') {
			refuse(j, row, "required", f);
			return false;
		}
	}
	return true;
}

static bool read_received(struct judging *j, struct judged_row *row, const char *text)
{
	struct moment moment = { .time = j->now };

	if (*text != '\0' && moment_parse(text, EDGE_START, &moment).code != E_OK) {
		refuse(j, row, "date", FIELD_RECEIVED);
		return false;
	}
	row->submission.received = moment.time;
	row->submission.received_ambiguous = moment.ambiguous;
	row->submission.late =
		j->import->deadline != 0 && moment.time > j->import->deadline;
	return true;
}

/* The time of arrival of a row whatever else is wrong with it: it waits with that, not with the time
 * of its import. */
static void note_arrival(struct judging *j, const struct csv_row *in, struct judged_row *row)
{
	const struct cell *cell = table_cell(&j->import->table, in, FIELD_RECEIVED);
	struct moment moment;

	row->submission.received = j->now;
	if (cell == NULL || utf8_check(cell->text, cell->n) != TEXT_GOOD)
		return;
	const char *text = utf8_clean(&j->import->table.arena, cell->text, TEXT_LINE);
	if (moment_parse(text, EDGE_START, &moment).code == E_OK)
		row->submission.received = moment.time;
}

static const char *code_of(struct judging *j, int64_t municipality_id)
{
	struct arena *arena = &j->import->table.arena;
	struct municipality municipality;

	if (municipality_get(j->ctx, arena, municipality_id, &municipality).code != E_OK)
		return "";
	return municipality.code;
}

/* What an ended municipality had become by that day; the register's successions have no circles, and a
 * chain of them is short. */
static const char *successor_code(struct judging *j, int64_t municipality_id, int64_t day)
{
	struct municipality m = { .successor_id = municipality_id };

	for (int i = 0; i < 10 && m.successor_id != 0; i++) {
		if (municipality_get(j->ctx, &j->import->table.arena, m.successor_id, &m).code != E_OK)
			return "";
		if (day >= m.valid_from && (m.valid_to == 0 || day <= m.valid_to))
			return m.code;
	}
	return "";
}

static bool read_municipality(struct judging *j, struct judged_row *row, const char *text)
{
	int64_t id = 0;

	int64_t day = day_of_time(row->submission.received);

	switch (municipality_match(j->municipalities, text, day, &id)) {
	case MATCH_SURE:
		row->submission.municipality_id = id;
		return true;
	case MATCH_NONE:
		refuse(j, row, "municipality_unknown", FIELD_MUNICIPALITY);
		return false;
	case MATCH_ENDED:
		refuse(j, row, "municipality_ended", FIELD_MUNICIPALITY);
		row->candidate = successor_code(j, id, day);
		return false;
	case MATCH_UNCERTAIN:
		hold(j, row, "municipality_uncertain", FIELD_MUNICIPALITY);
		row->candidate = code_of(j, id);
		row->submission.municipality_id = id;
		return true;
	}
	return false;
}

static void read_rest(struct judging *j, struct judged_row *row, const char *texts[FIELD_COUNT])
{
	struct submission *s = &row->submission;
	struct buffer both = { 0 };

	s->kind = "problem";
	s->channel = "form";
	s->title = texts[FIELD_TITLE];
	s->body = texts[FIELD_DESCRIPTION];
	s->contact_name = texts[FIELD_CONTACT];
	s->contact_email = texts[FIELD_EMAIL];
	s->contact_phone = texts[FIELD_PHONE];
	s->case_number = texts[FIELD_CASE];
	s->theme_id = theme_recognize(&j->themes, texts[FIELD_THEME]);
	s->theme_text = s->theme_id == 0 ? texts[FIELD_THEME] : "";
	buffer_printf(&both, "%s %s", s->title, s->body);
	s->lang = *texts[FIELD_LANGUAGE] != '\0' ? texts[FIELD_LANGUAGE] :
						   language_guess(both.text, "fi");
	buffer_clear(&both);
}

static bool check_rest(struct judging *j, struct judged_row *row)
{
	const struct submission *s = &row->submission;

	if (*s->contact_email != '\0' && !is_email(s->contact_email)) {
		refuse(j, row, "email", FIELD_EMAIL);
		return false;
	}
	if (input_code("language", WORDS_LANGUAGE, s->lang).code != E_OK) {
		refuse(j, row, "language", FIELD_LANGUAGE);
		return false;
	}
	return true;
}

static const char *title_key(struct judging *j, const char *title, int64_t municipality_id)
{
	struct arena *arena = &j->import->table.arena;

	return arena_printf(
		arena, "%lld|%s", (long long)municipality_id, utf8_fold(arena, title));
}

static bool same_text(struct judging *j, const char *a, const char *b)
{
	struct arena *arena = &j->import->table.arena;

	return strcmp(utf8_fold(arena, a), utf8_fold(arena, b)) == 0;
}

/* Same applicant and title as something else: nearly the same, or a new version of it? */
static void compare_titles(struct judging *j, struct judged_row *row, size_t index)
{
	const char *key =
		title_key(j, row->submission.title, row->submission.municipality_id);
	int64_t other;
	const char *body = NULL;

	if (set_find(&j->titles, key, &other)) {
		row->candidate = j->saved.rows[other].code;
		body = j->saved.rows[other].body;
	} else if (set_find(&j->file_titles, key, &other)) {
		row->candidate_row = (size_t)other + 1;
		body = j->import->rows[other].submission.body;
	}
	if (body != NULL && row->verdict == ROW_ADD) {
		const char *candidate = row->candidate;
		bool same = same_text(j, body, row->submission.body);

		hold(j, row, same ? "probable_duplicate" : "new_version", FIELD_TITLE);
		row->candidate = candidate;
	}
	if (row->verdict == ROW_ADD)
		(void)set_add(&j->file_titles, key, (int64_t)index);
}

static void mark_duplicate(struct judged_row *row, const char *reason)
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

static void find_duplicate(struct judging *j, struct judged_row *row, size_t index)
{
	int64_t other;

	if (set_find(&j->here, row->digest, &other))
		mark_duplicate(row, "already_here");
	else if (!set_add(&j->in_file, row->digest, (int64_t)index))
		mark_duplicate(row, "same_row");
}

static bool judge_content(struct judging *j, const struct csv_row *in, struct judged_row *row)
{
	const char *texts[FIELD_COUNT];

	if (in->unterminated) {
		refuse(j, row, "quote", FIELD_COUNT);
		return false;
	}
	if (in->n != j->import->table.columns) {
		refuse(j, row, "columns", FIELD_COUNT);
		row->value = (int64_t)in->n;
		return false;
	}
	if (!read_cells(j, in, row, texts) || !read_received(j, row, texts[FIELD_RECEIVED]) ||
		!read_municipality(j, row, texts[FIELD_MUNICIPALITY]))
		return false;
	read_rest(j, row, texts);
	return check_rest(j, row);
}

/* What a person will see of a row that waits: nothing is lost but what is no text. */
static const char *cells_json(struct judging *j, const struct csv_row *in)
{
	struct table *table = &j->import->table;
	json_t *object = json_object();

	for (size_t f = 0; f < FIELD_COUNT; f++) {
		const struct cell *cell = table_cell(table, in, f);

		if (cell != NULL)
			json_object_set_new(object, problem_fields[f].code,
				json_string(utf8_visible(
					&table->arena, cell->text, cell->n, TEXT_LINES)));
	}
	char *dumped = json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS);
	const char *text = arena_text(&table->arena, dumped);
	free(dumped);
	json_decref(object);
	return text;
}

static void judge_row(struct judging *j, size_t index)
{
	struct import *import = j->import;
	const struct csv_row *in = &import->table.rows[index];
	struct judged_row *row = &import->rows[index];
	int64_t ignored;

	*row = (struct judged_row){ .row = (long)index + 1, .line = in->line, .reason = "",
		.field = "", .candidate = "" };
	note_arrival(j, in, row);
	bool readable = judge_content(j, in, row);
	if (readable)
		row->submission.fingerprint =
			submission_fingerprint(&import->table.arena, &row->submission);
	row->digest = readable && row->verdict == ROW_ADD ? row->submission.fingerprint :
							    raw_digest(&import->table.arena, in);
	find_duplicate(j, row, index);
	if (row->verdict == ROW_ADD)
		compare_titles(j, row, index);
	if (row->verdict == ROW_REFUSED || row->verdict == ROW_HELD) {
		row->cells = cells_json(j, in);
		import->waiting_already += set_find(&j->waiting, row->digest, &ignored) ? 1 : 0;
	}
}

static void count_row(struct import *import, const struct judged_row *row)
{
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

static struct error load_sets(struct judging *j)
{
	struct arena *arena = &j->import->table.arena;
	struct text_rows here, fingerprints, waiting;

	TRY(store_import_digests(j->ctx->db, arena, "problem", false, &here));
	TRY(store_submission_fingerprints(j->ctx->db, arena, "problem", &fingerprints));
	TRY(store_import_digests(j->ctx->db, arena, "problem", true, &waiting));
	TRY(store_submission_titles(j->ctx->db, arena, "problem", &j->saved));
	for (size_t i = 0; i < here.n; i++)
		(void)set_add(&j->here, here.rows[i].text, 0);
	for (size_t i = 0; i < fingerprints.n; i++)
		(void)set_add(&j->here, fingerprints.rows[i].text, 0);
	for (size_t i = 0; i < waiting.n; i++)
		(void)set_add(&j->waiting, waiting.rows[i].text, 0);
	for (size_t i = 0; i < j->saved.n; i++)
		(void)set_add(&j->titles,
			title_key(j, j->saved.rows[i].title, j->saved.rows[i].municipality_id),
			(int64_t)i);
	return ok();
}

static struct error load(struct judging *j)
{
	TRY(store_log_head(j->ctx->db, &j->import->judged_at_seq));
	TRY(deadline_of_kind(j->ctx, "problem", &j->import->deadline));
	TRY(theme_list(j->ctx, &j->import->table.arena, &j->themes));
	TRY(municipality_index_new(j->ctx, &j->municipalities));
	return load_sets(j);
}

struct error import_judge(struct context *ctx, struct import *import)
{
	struct judging j = { .ctx = ctx, .import = import, .now = context_now(ctx) };
	struct error e = load(&j);

	import->n = import->table.n;
	import->added = import->late = import->refused = import->held = import->duplicates = 0;
	import->waiting_already = 0;
	free(import->rows);
	import->rows = xmalloc((import->n + 1) * sizeof(*import->rows));
	for (size_t i = 0; e.code == E_OK && i < import->n; i++) {
		judge_row(&j, i);
		count_row(import, &import->rows[i]);
	}
	municipality_index_free(j.municipalities);
	set_clear(&j.here);
	set_clear(&j.waiting);
	set_clear(&j.in_file);
	set_clear(&j.titles);
	set_clear(&j.file_titles);
	return e;
}
