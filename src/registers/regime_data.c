/* SPDX-License-Identifier: MIT
 * Loads the regimes that ship with the program into a new file: one table with a row a regime and
 * day, and beside it the instructions by their codes. */
#include "src/registers/regime.h"

#include <string.h>

#include "src/base/csv.h"
#include "src/base/daytime.h"
#include "src/base/section.h"
#include "src/ground/record.h"

extern const char data_regimes[], data_regime_settings[];
extern const char data_instructions_fi[], data_instructions_sv[], data_instructions_en[];

/* Instructions are long: they stand in files of their own. */
static bool is_column(const struct field *field)
{
	return (field->in & IN_ADD) != 0 && field->meaning != MEANS_LINES;
}

/* The table's columns are the record's fields, in their order. */
static size_t count_columns(void)
{
	size_t n = 0;

	for (size_t i = 0; i < record_of_regime.n; i++)
		n += is_column(&record_of_regime.fields[i]) ? 1 : 0;
	return n;
}

static struct error read_cells(const struct csv_row *row, struct regime *regime)
{
	size_t column = 0;

	for (size_t i = 0; i < record_of_regime.n; i++) {
		const struct field *field = &record_of_regime.fields[i];

		if (!is_column(field))
			continue;
		if (row->cells[column].n > 0)
			TRY(field_read(&record_of_regime, field, regime, row->cells[column].text));
		column++;
	}
	return ok();
}

static const char *instruction(struct arena *arena, const char *file, const char *code)
{
	const char *text = section_text(arena, file, code);

	return text == NULL ? "" : text;
}

static struct error load(void *db, const struct csv_row *row)
{
	struct arena arena = { 0 };
	struct regime r = { 0 };
	int64_t id;

	record_blank(&record_of_regime, &r);
	struct error e = read_cells(row, &r);
	r.instruction_fi = instruction(&arena, data_instructions_fi, r.code);
	r.instruction_sv = instruction(&arena, data_instructions_sv, r.code);
	r.instruction_en = instruction(&arena, data_instructions_en, r.code);
	if (e.code == E_OK)
		e = store_regime_add(db, &r, &id);
	arena_clear(&arena);
	return e;
}

enum {
	SETTING_REGIME,
	SETTING_NAME,
	SETTING_SINCE,
	SETTING_FI,
	SETTING_SV,
	SETTING_EN,
	SETTING_SOURCE,
	SETTING_COLUMNS
};

static struct error load_setting(void *db, const struct csv_row *row)
{
	const struct csv_cell *cells = row->cells;
	struct regime_setting s = { .regime = cells[SETTING_REGIME].text,
		.name = cells[SETTING_NAME].text,
		.value_fi = cells[SETTING_FI].text,
		.value_sv = cells[SETTING_SV].text,
		.value_en = cells[SETTING_EN].text,
		.source = cells[SETTING_SOURCE].text };

	TRY(day_parse(cells[SETTING_SINCE].text, &s.since));
	return store_regime_setting_put(db, &s);
}

struct error regime_load_register(struct db *db)
{
	TRY(csv_each_row(data_regimes, count_columns(), load, db));
	return csv_each_row(data_regime_settings, SETTING_COLUMNS, load_setting, db);
}
