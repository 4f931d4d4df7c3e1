/* SPDX-License-Identifier: MIT
 * The rows of a bundle, one by one, as the log's last changes left them. */
#include <stdlib.h>

#include "db/opened.h"
#include "db/store/bundle.h"
#include "src/documents/bundle_line.h"

static json_t *value_json(const struct opened_value *value)
{
	switch (value->type) {
	case OPENED_NULL:
		return json_null();
	case OPENED_INT:
		return json_integer(value->number);
	case OPENED_TEXT:
		return json_string(value->text);
	case OPENED_KEPT:
		return json_pack("{s:o}", "sha256", bundle_hex(value->commitment, DIGEST_SIZE));
	case OPENED_SALTED:
		return json_pack("{s:o, s:I}", "salt", bundle_hex(value->salt.bytes, value->salt.n),
			"value", (json_int_t)value->number);
	}
	return NULL;
}

static struct error put_row(struct bundle_out *out, enum bundle_table table, int64_t id)
{
	struct arena arena = { 0 };
	struct opened_row row;
	struct error e = opened_row(out->ctx->db, &arena, bundle_table_name(table), id,
		bundle_table_opens(table), &row);

	if (e.code == E_OK) {
		json_t *values = json_array();

		for (size_t i = 0; i < row.n; i++)
			json_array_append_new(values, value_json(&row.values[i]));
		e = bundle_line(
			out, json_pack("{s:s, s:s, s:I, s:I, s:I, s:o, s:o}", "type", "row",
				     "table", bundle_table_name(table), "id", (json_int_t)id, "seq",
				     (json_int_t)row.seq, "change", (json_int_t)row.change, "salt",
				     bundle_hex(row.salt, DIGEST_SIZE), "values", values));
	}
	arena_clear(&arena);
	return e;
}

static int compare_ids(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* By id over all rounds; two rounds may have judged the same submission. */
static struct error put_table(
	struct bundle_out *out, const struct bundle *bundle, enum bundle_table table)
{
	struct id_list ids = { 0 };
	struct error e = ok();

	for (size_t i = 0; e.code == E_OK && i < bundle->rounds.n; i++)
		e = store_bundle_ids(out->ctx->db, table, bundle->rounds.ids[i], &ids);
	if (ids.n > 1)
		qsort(ids.ids, ids.n, sizeof(*ids.ids), compare_ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		if (i == 0 || ids.ids[i] != ids.ids[i - 1])
			e = put_row(out, table, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}

struct error bundle_rows(struct bundle_out *out, const struct bundle *bundle)
{
	for (int table = 0; table < BUNDLE_TABLES; table++)
		TRY(put_table(out, bundle, (enum bundle_table)table));
	return ok();
}
