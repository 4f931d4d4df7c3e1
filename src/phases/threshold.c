/* SPDX-License-Identifier: MIT */
#include "src/phases/threshold.h"

#include <string.h>

#include "src/base/csv.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/ground/record.h"

extern const char data_thresholds[];

enum { COLUMN_FROM, COLUMN_KIND, COLUMN_OBJECT, COLUMN_FIGURE, COLUMN_SOURCE, THRESHOLD_COLUMNS };
enum { DAYS_MAX = 3650 };

static bool is_amount(const struct threshold_row *row)
{
	switch (threshold_kind_of(row->kind)) {
	case THRESHOLD_KIND_NATIONAL:
	case THRESHOLD_KIND_EU:
		return true;
	case THRESHOLD_KIND_RESULT_NOTICE:
	case THRESHOLD_KIND_AWARD_NOTICE:
	case THRESHOLD_KIND_UNKNOWN:
		break;
	}
	return false;
}

static struct error read_days(struct threshold_row *row, const char *text)
{
	return field_read(&record_of_threshold_row, record_named(&record_of_threshold_row, "days"),
		row, text);
}

static struct error load(void *db, const struct csv_row *row)
{
	struct threshold_row t = { .kind = row->cells[COLUMN_KIND].text,
		.object = row->cells[COLUMN_OBJECT].text,
		.source = row->cells[COLUMN_SOURCE].text };
	const char *figure = row->cells[COLUMN_FIGURE].text;
	int64_t id;

	TRY(day_parse(row->cells[COLUMN_FROM].text, &t.starts));
	TRY(is_amount(&t) ? money_parse("amount", figure, &t.amount) : read_days(&t, figure));
	return store_threshold_add(db, &t, &id);
}

struct error threshold_load_first(struct db *db)
{
	return csv_each_row(data_thresholds, THRESHOLD_COLUMNS, load, db);
}

static struct error check_figure(const struct threshold_row *row)
{
	if (!is_amount(row)) {
		if (row->amount != 0 || *row->object != '\0')
			return rule(N_("This figure is a number of days: give no amount and no "
				       "object."));
		if (row->days == 0)
			return fail(E_REQUIRED, "days");
		return row->days > 0 && row->days <= DAYS_MAX ?
			       ok() :
			       (struct error){ .code = E_RANGE, .field = "days", .high = DAYS_MAX };
	}
	if (row->days != 0)
		return rule(N_("This figure is an amount: give no days."));
	if (*row->object == '\0')
		return fail(E_REQUIRED, "procurement_object");
	if (row->amount < 1)
		return fail(E_REQUIRED, "amount");
	return row->amount <= MONEY_MAX ? ok() :
					  (struct error){ .code = E_RANGE,
						  .field = "amount",
						  .high = MONEY_MAX / 100 };
}

static struct error check(struct context *ctx, const struct threshold_row *row)
{
	int64_t id;

	if (row->starts == 0)
		return fail(E_REQUIRED, "figure_starts");
	TRY(check_figure(row));
	struct error e = store_threshold_known(ctx->db, row, &id);
	if (e.code == E_NOT_FOUND)
		return ok();
	return e.code == E_OK ? rule(N_("That figure is there already, from the same day.")) : e;
}

struct error threshold_add(struct context *ctx, const struct threshold_row *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct threshold_row row = *in;

	TRY(require(ctx, ACT_PLAN));
	row.object = row.object == NULL || *row.object == '\0' ? NULL : row.object;
	struct error e = record_clean(&arena, &record_of_threshold_row, &row, IN_ADD);
	row.object = row.object == NULL ? "" : row.object;
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = check(ctx, &row);
		if (e.code == E_OK)
			e = store_threshold_add(ctx->db, &row, id);
		e = context_end(ctx, e, "threshold.add", "");
	}
	arena_clear(&arena);
	return e;
}

struct error threshold_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_threshold_ids(ctx->db, ids);
}

struct error threshold_get(
	struct context *ctx, struct arena *arena, int64_t id, struct threshold_row *row)
{
	TRY(require(ctx, ACT_READ));
	struct error e =
		store_threshold_get(ctx->db, arena, id, day_of_time(context_now(ctx)), row);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "threshold") : e;
}

struct error threshold_on(struct context *ctx, struct arena *arena, const char *kind,
	const char *object, int64_t day, struct threshold_row *row)
{
	int64_t id;

	TRY(store_threshold_on(ctx->db, kind, object, day, &id));
	return store_threshold_get(ctx->db, arena, id, day, row);
}

const char *threshold_figure(struct arena *arena, const struct threshold_row *row)
{
	char text[60];

	if (row->days != 0)
		return arena_printf(arena,
			ngettext("%lu day", "%lu days", (unsigned long)row->days),
			(unsigned long)row->days);
	money_text_short(row->amount, text, sizeof(text));
	return arena_text(arena, text);
}

struct error threshold_due(struct context *ctx, const char *kind, int64_t from, int64_t *due)
{
	struct arena arena = { 0 };
	struct threshold_row row;
	struct error e = threshold_on(ctx, &arena, kind, "", from, &row);

	*due = e.code == E_OK ? from + row.days * DAY_SECONDS : 0;
	arena_clear(&arena);
	return e.code == E_NOT_FOUND ? ok() : e;
}

struct error threshold_copy(struct db *from, struct db *to, struct arena *arena)
{
	struct id_list ids = { 0 };
	struct error e = store_threshold_ids(from, &ids);

	/* The last written down stands first: of one day it must stay the last. */
	for (size_t i = ids.n; e.code == E_OK && i > 0; i--) {
		struct threshold_row row;
		int64_t id;

		e = store_threshold_get(from, arena, ids.ids[i - 1], 0, &row);
		if (e.code == E_OK)
			e = store_threshold_known(to, &row, &id);
		if (e.code == E_NOT_FOUND)
			e = store_threshold_add(to, &row, &id);
	}
	id_list_clear(&ids);
	return e;
}
