/* SPDX-License-Identifier: MIT
 * SQLite's result codes as errors of ours: below the handle's other files, which all ask it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "db/internal.h"

static struct error constraint_error(int rc)
{
	switch (rc) {
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
		return fail(E_EXISTS, "record");
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return fail(E_IN_USE, "record");
	case SQLITE_CONSTRAINT_TRIGGER:
		return fail(E_RULE, NULL);
	default:
		return fail(E_INVALID, "record");
	}
}

static struct error error_of_code(int rc)
{
	if (rc == SQLITE_IOERR_NOMEM)
		rc = SQLITE_NOMEM;
	switch (rc & 0xFF) {
	case SQLITE_OK:
	case SQLITE_ROW:
	case SQLITE_DONE:
		return ok();
	case SQLITE_CONSTRAINT:
		return constraint_error(rc);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return fail(E_BUSY, NULL);
	case SQLITE_INTERRUPT:
		return fail(E_INTERRUPTED, NULL);
	case SQLITE_FULL:
		return fail(E_FULL, NULL);
	case SQLITE_READONLY:
		return fail(rc == SQLITE_READONLY_DBMOVED ? E_MOVED : E_READONLY, NULL);
	case SQLITE_NOTADB:
		return fail(E_FOREIGN, NULL);
	case SQLITE_CORRUPT:
		return fail(E_CORRUPT, NULL);
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		return fail(E_ACCESS, NULL);
	case SQLITE_IOERR:
		return fail(E_IO, NULL);
	case SQLITE_NOMEM:
		return (struct error){ .code = E_IO, .low = ENOMEM };
	case SQLITE_TOOBIG:
		return fail(E_INVALID, "record");
	default:
		return (struct error){ .code = E_DB, .low = rc };
	}
}

/* SQLite tells a full disk apart only where it writes pages; it also makes files and maps them. */
struct error connection_error(sqlite3 *sqlite, int rc)
{
	struct error e = error_of_code(rc);

	if ((e.code != E_IO && e.code != E_ACCESS) || e.low == ENOMEM)
		return e;
	int number = sqlite == NULL ? 0 : sqlite3_system_errno(sqlite);
	if (number == ENOSPC || number == EDQUOT)
		return fail(E_FULL, NULL);
	if (e.code == E_IO)
		e.low = number;
	return e;
}

/* Others were in the way, or somebody broke it off: it can be tried again. */
static bool is_passing(struct error e)
{
	return e.code == E_BUSY || e.code == E_INTERRUPTED;
}

static void remember(struct db *db, int rc, struct error e)
{
	bool refused = (rc & 0xFF) == SQLITE_CONSTRAINT;

	db->damaged = db->damaged || e.code == E_CORRUPT || e.code == E_FOREIGN;
	if (db->in_transaction && db->failed.code == E_OK && !refused)
		db->failed = e;
	if (!db->in_transaction && db->unread.code == E_OK && !refused && !is_passing(e))
		db->unread = e;
}

/* FTS5 has no code of its own for it, only these words. */
static bool is_newer_index(const char *message)
{
	return strncmp(message, "invalid fts5 file format", strlen("invalid fts5 file format")) ==
	       0;
}

struct error db_error(struct db *db, int rc)
{
	struct error e = connection_error(db->sqlite, rc);

	if (e.code == E_OK)
		return e;
	snprintf(db->message, sizeof(db->message), "%s", sqlite3_errmsg(db->sqlite));
	if (rc == SQLITE_ERROR && is_newer_index(db->message))
		e = fail(E_INDEX, NULL);
	if (rc == SQLITE_CONSTRAINT_TRIGGER && strcmp(db->message, "ceiling") == 0)
		e = fail(E_CEILING, NULL);
	remember(db, rc, e);
	return e;
}

struct error db_sound(const struct db *db)
{
	if (db->failed.code != E_OK)
		return db->failed;
	if (sqlite3_get_autocommit(db->sqlite) != 0)
		return (struct error){ .code = E_DB, .field = "ended", .low = SQLITE_ABORT };
	return ok();
}
