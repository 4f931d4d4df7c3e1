/* SPDX-License-Identifier: MIT */
#include "db/before.h"

#include <stdbool.h>

static void add_string(sqlite3_str *json, const unsigned char *text, int n)
{
	sqlite3_str_appendchar(json, 1, '"');
	for (int i = 0; i < n; i++) {
		if (text[i] < 0x20) {
			sqlite3_str_appendf(json, "\\u%04x", text[i]);
			continue;
		}
		if (text[i] == '"' || text[i] == '\\')
			sqlite3_str_appendchar(json, 1, '\\');
		sqlite3_str_append(json, (const char *)&text[i], 1);
	}
	sqlite3_str_appendchar(json, 1, '"');
}

static int add_value(sqlite3_str *json, sqlite3_value *value)
{
	const unsigned char *text;

	switch (sqlite3_value_type(value)) {
	case SQLITE_NULL:
		sqlite3_str_appendall(json, "null");
		return SQLITE_OK;
	case SQLITE_INTEGER:
		sqlite3_str_appendf(json, "%lld", sqlite3_value_int64(value));
		return SQLITE_OK;
	case SQLITE_TEXT:
		text = sqlite3_value_text(value);
		if (text == NULL)
			return SQLITE_NOMEM;
		add_string(json, text, sqlite3_value_bytes(value));
		return SQLITE_OK;
	default: /* no clear column has anything else */
		return SQLITE_CORRUPT;
	}
}

/* An update names the row's id too, which it has not changed. */
static int add_column(const struct table_class *table, sqlite3_changeset_iter *changes, int op,
	int i, sqlite3_str *json)
{
	sqlite3_value *value = NULL;
	int rc = sqlite3changeset_old(changes, i, &value);

	if (rc != SQLITE_OK || value == NULL || table->columns[i].class != CLASS_CLEAR ||
		(op == SQLITE_UPDATE && i == 0))
		return rc;
	sqlite3_str_appendf(
		json, "%s\"%s\":", sqlite3_str_length(json) > 1 ? "," : "", table->columns[i].name);
	return add_value(json, value);
}

int before_json(
	const struct table_class *table, sqlite3_changeset_iter *changes, int op, char **json)
{
	sqlite3_str *text = sqlite3_str_new(NULL);
	const char *name;
	int columns, ignored,
		rc = sqlite3changeset_op(changes, &name, &columns, &ignored, &ignored);

	if (rc == SQLITE_OK && (size_t)columns != table->n)
		rc = SQLITE_CORRUPT;
	sqlite3_str_appendchar(text, 1, '{');
	for (int i = 0; rc == SQLITE_OK && i < columns; i++)
		rc = add_column(table, changes, op, i, text);
	sqlite3_str_appendchar(text, 1, '}');
	if (rc == SQLITE_OK)
		rc = sqlite3_str_errcode(text);
	*json = sqlite3_str_finish(text);
	return rc == SQLITE_OK && *json == NULL ? SQLITE_NOMEM : rc;
}
