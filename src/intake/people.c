/* SPDX-License-Identifier: MIT */
#include "src/intake/people.h"

#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "db/base/watch.h"
#include "src/base/i18n.h"
#include "src/base/email.h"
#include "src/base/input.h"
#include "src/base/set.h"
#include "src/intake/holding.h"
#include "src/registers/person.h"

enum { PEOPLE_NAME, PEOPLE_EMAIL, PEOPLE_PHONE, PEOPLE_LANGUAGE, PEOPLE_FIELDS };

static const struct table_field fields[PEOPLE_FIELDS] = {
	[PEOPLE_NAME] = { "name", "nimi|namn|name|koko nimi|yhteyshenkilö|kontaktperson", true },
	[PEOPLE_EMAIL] = { "email",
		"sähköposti|sähköpostiosoite|e-post|e-postadress|epost|e-mail|e-mail address",
		false },
	[PEOPLE_PHONE] = { "phone", "puhelin|puhelinnumero|telefon|telefonnummer|tfn|telephone",
		false },
	[PEOPLE_LANGUAGE] = { "language", "kieli|språk", false },
};

struct reading {
	struct people_import *result;
	struct table table;
	struct set seen; /* e-mail addresses and names in this file */
};

static bool refuse(
	struct reading *r, const struct csv_row *row, const char *field, const char *reason)
{
	struct people_import *result = r->result;

	result->faults = xrealloc(result->faults, (result->refused + 1) * sizeof(*result->faults));
	result->faults[result->refused++] =
		(struct people_fault){ row->row, row->line, field, reason };
	return false;
}

static bool read_cell(struct reading *r, const struct csv_row *row, size_t field, const char **text)
{
	const struct csv_cell *cell = table_cell(&r->table, row, field);

	*text = "";
	if (cell == NULL)
		return true;
	if (utf8_check(cell->text, cell->n) != TEXT_GOOD)
		return refuse(r, row, fields[field].code, "control");
	*text = utf8_clean(&r->result->arena, cell->text, TEXT_LINE);
	if (utf8_length(*text) > FIELD_MAX)
		return refuse(r, row, fields[field].code, "too_long");
	return true;
}

static bool read_person(struct reading *r, const struct csv_row *row, struct person *person)
{
	*person = (struct person){ 0 };
	if (row->unterminated || row->n != r->table.columns)
		return refuse(r, row, "row", row->unterminated ? "quote" : "columns");
	if (!read_cell(r, row, PEOPLE_NAME, &person->name) ||
		!read_cell(r, row, PEOPLE_EMAIL, &person->email) ||
		!read_cell(r, row, PEOPLE_PHONE, &person->phone) ||
		!read_cell(r, row, PEOPLE_LANGUAGE, &person->lang))
		return false;
	if (*person->lang == '\0')
		person->lang = "fi";
	if (*person->name == '\0')
		return refuse(r, row, "name", "required");
	if (*person->email != '\0' && !is_email(person->email))
		return refuse(r, row, "email", email_reason(person->email));
	if (input_code("language", WORDS_LANGUAGE, person->lang).code != E_OK)
		return refuse(r, row, "language", "language");
	return true;
}

static struct error is_known(
	struct context *ctx, struct reading *r, const struct person *person, bool *known)
{
	const char *key = *person->email != '\0' ? person->email : person->name;
	struct id_list ids = { 0 };
	struct error e = store_person_find(ctx->db, key, &ids);

	bool repeated = !set_add(&r->seen, utf8_fold(&r->result->arena, key), 0);
	*known = ids.n > 0 || repeated;
	id_list_clear(&ids);
	return e;
}

static struct error read_rows(struct context *ctx, struct reading *r)
{
	for (size_t i = 0; i < r->table.n; i++) {
		struct person person;
		bool known;
		int64_t id;

		watch_progress(i, r->table.n);
		if (!read_person(r, &r->table.rows[i], &person))
			continue;
		TRY(is_known(ctx, r, &person, &known));
		if (known) {
			r->result->duplicates++;
			continue;
		}
		r->result->added++;
		TRY(person_insert(ctx->db, &person, &id));
	}
	watch_progress(r->table.n, r->table.n);
	if (r->result->refused > 0)
		return rule(
			N_("Nothing was imported: correct the rows that are listed and import the "
			   "file again."));
	return ok();
}

struct error people_import(struct context *ctx, const char *path,
	const struct table_options *options, bool dry_run, struct people_import *result)
{
	struct reading r = { .result = result };

	*result = (struct people_import){ 0 };
	TRY(require(ctx, ACT_REGISTER));
	TRY(context_may_open(ctx, path));
	TRY(table_read(path, options, fields, PEOPLE_FIELDS, &r.table));
	if (!dry_run)
		holding_tell(r.table.n);
	struct error e = context_begin(ctx);
	if (e.code == E_OK) {
		e = read_rows(ctx, &r);
		if (e.code == E_OK && dry_run)
			e = fail(E_CANCELLED, NULL);
		e = context_end(ctx, e, "person.import", "");
	}
	set_clear(&r.seen);
	table_clear(&r.table);
	return e.code == E_CANCELLED ? ok() : e;
}

void people_import_clear(struct people_import *result)
{
	free(result->faults);
	arena_clear(&result->arena);
	*result = (struct people_import){ 0 };
}
