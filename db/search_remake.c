/* SPDX-License-Identifier: MIT */
#include "db/search_remake.h"

#include <string.h>

#include "db/fence.h"
#include "db/internal.h"
#include "db/schema.h"

/* FTS5_CURRENT_VERSION of SQLite's fts5Int.h: what an index has that no newer option was set in. */
#define INDEX_VERSION "4"

bool search_is_newer(struct db *db)
{
	char other[8] = "";
	bool was = fence_trust(db, true);
	int rc = connection_answer(db->sqlite,
		"SELECT count(*) FROM search_config WHERE NOT (k IS 'version' AND v IS " INDEX_VERSION
		")",
		other, sizeof(other));

	fence_trust(db, was);
	return rc == SQLITE_OK && strcmp(other, "0") != 0;
}

static struct error run(struct db *db, const char *sql)
{
	return db_error(db, sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL));
}

/* FTS5 does not even drop an index of a version it does not know. */
static struct error make_droppable(struct db *db)
{
	int ignored;

	sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 0, &ignored);
	struct error e = run(db,
		"DELETE FROM search_config; INSERT INTO search_config (k, v) VALUES ('version', " INDEX_VERSION
		")");
	sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, &ignored);
	return e;
}

/* As the schema has it, and not as the file does. */
static struct error index_text(char *sql, size_t size)
{
	sqlite3 *pristine = NULL;

	TRY(db_connect(NULL, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, &pristine));
	int rc = sqlite3_exec(pristine, schema_text, NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = connection_answer(
			pristine, "SELECT sql FROM sqlite_schema WHERE name = 'search'", sql, size);
	struct error e = connection_error(pristine, rc);
	sqlite3_close(pristine);
	return e;
}

static struct error make_anew(struct db *db)
{
	char sql[400] = "";

	TRY(index_text(sql, sizeof(sql)));
	TRY(make_droppable(db));
	TRY(run(db, "DROP TABLE search"));
	TRY(run(db, sql));
	return run(db,
		"INSERT INTO search (rowid, head, body) SELECT ref * 32 + kind, head, body FROM "
		"search_source ORDER BY 1");
}

struct error search_remake(struct db *db)
{
	TRY(fence_refuse(db));
	bool was = fence_trust(db, true);
	struct error e = make_anew(db);

	fence_trust(db, was);
	return e;
}
