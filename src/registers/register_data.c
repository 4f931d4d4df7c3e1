/* SPDX-License-Identifier: MIT
 * Loads the registers that ship with the program (src/registers/data) into a new file: regions,
 * municipalities, their names and regions over time, wellbeing services counties.
 * Sources: Statistics Finland's municipality classification; the counties' names by the Act on
 * Wellbeing Services Counties 611/2021. */
#include <string.h>

#include "db/search.h"
#include "db/store/organization.h"
#include "src/base/daytime.h"
#include "src/base/csv.h"
#include "src/registers/municipality.h"

extern const char data_regions[], data_municipalities[], data_aliases[], data_counties[];

enum municipality_column {
	COLUMN_CODE,
	COLUMN_FI,
	COLUMN_SV,
	COLUMN_REGION,
	COLUMN_LANGUAGE,
	COLUMN_FROM,
	COLUMN_TO,
	COLUMN_SUCCESSOR,
	COLUMN_REGION_BEFORE,
	COLUMN_REGION_SINCE,
	COLUMN_COUNT,
};

static struct error load_region(void *db, const struct csv_row *row)
{
	return store_region_add(db, row->cells[0].text, row->cells[1].text, row->cells[2].text);
}

static struct error day_of_cell(const struct csv_cell *cell, int64_t *day)
{
	*day = 0;
	return cell->n == 0 ? ok() : day_parse(cell->text, day);
}

static struct error load_region_since(
	struct db *db, int64_t municipality, const char *region, int64_t since)
{
	int64_t region_id;

	TRY(store_region_find(db, region, &region_id));
	return store_municipality_region_add(db, municipality, region_id, since);
}

static struct error load_municipality(void *db, const struct csv_row *row)
{
	const struct csv_cell *cells = row->cells;
	struct municipality municipality = { .code = cells[COLUMN_CODE].text,
		.language = cells[COLUMN_LANGUAGE].text };
	int64_t id, since;

	TRY(day_of_cell(&cells[COLUMN_FROM], &municipality.valid_from));
	TRY(day_of_cell(&cells[COLUMN_TO], &municipality.valid_to));
	TRY(day_of_cell(&cells[COLUMN_REGION_SINCE], &since));
	TRY(store_municipality_add(db, &municipality, &id));
	TRY(store_municipality_name_add(
		db, &(struct municipality_name){ id, "fi", "official", cells[COLUMN_FI].text }));
	TRY(store_municipality_name_add(
		db, &(struct municipality_name){ id, "sv", "official", cells[COLUMN_SV].text }));
	if (since == 0)
		return load_region_since(
			db, id, cells[COLUMN_REGION].text, municipality.valid_from);
	TRY(load_region_since(db, id, cells[COLUMN_REGION_BEFORE].text, municipality.valid_from));
	return load_region_since(db, id, cells[COLUMN_REGION].text, since);
}

/* In a second pass, when every successor is there. */
static struct error load_successor(void *db, const struct csv_row *row)
{
	int64_t id, successor, ended;

	if (row->cells[COLUMN_SUCCESSOR].n == 0)
		return ok();
	TRY(store_municipality_by_code(db, row->cells[COLUMN_CODE].text, &id));
	TRY(store_municipality_by_code(db, row->cells[COLUMN_SUCCESSOR].text, &successor));
	TRY(day_of_cell(&row->cells[COLUMN_TO], &ended));
	return store_municipality_end(db, id, ended, successor);
}

static struct error load_alias(void *db, const struct csv_row *row)
{
	int64_t id;

	TRY(store_municipality_by_code(db, row->cells[0].text, &id));
	return store_municipality_name_add(db,
		&(struct municipality_name){ id, row->cells[1].text, "alias", row->cells[2].text });
}

static struct error load_county(void *db, const struct csv_row *row)
{
	struct organization county = { .kind = "county",
		.name_fi = row->cells[0].text,
		.name_sv = row->cells[1].text,
		.registry_email = "",
		.registry_post = "" };
	int64_t id;

	TRY(day_of_cell(&row->cells[2], &county.valid_from));
	TRY(store_organization_add(db, &county, &id));
	return search_index(db, SEARCH_ORGANIZATION, id);
}

static struct error index_municipality(void *db, const struct csv_row *row)
{
	int64_t id;

	TRY(store_municipality_by_code(db, row->cells[COLUMN_CODE].text, &id));
	return search_index(db, SEARCH_MUNICIPALITY, id);
}

struct error municipality_load_register(struct db *db)
{
	TRY(csv_each_row(data_regions, 3, load_region, db));
	TRY(csv_each_row(data_municipalities, COLUMN_COUNT, load_municipality, db));
	TRY(csv_each_row(data_municipalities, COLUMN_COUNT, load_successor, db));
	TRY(csv_each_row(data_aliases, 3, load_alias, db));
	TRY(csv_each_row(data_municipalities, COLUMN_COUNT, index_municipality, db));
	return csv_each_row(data_counties, 3, load_county, db);
}
