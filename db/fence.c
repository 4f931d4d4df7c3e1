/* SPDX-License-Identifier: MIT
 * A view's or trigger's name is all an authorizer learns of where an access comes from, and the
 * name of a common table expression passes for it. So the views that may read the file's tables get
 * a random prefix at each login; those that statements name (j_item and so on) only pass on what
 * these give. */
#include "db/fence.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "db/internal.h"
#include "db/log.h"

extern const char fence_sql[];

/* The views that statements may name. */
static const char *const views[] = { "competition", "account", "key", "round", "bar", "criterion",
	"band", "assigned", "item", "file", "draft", "review", "score", "recusal", "recognition",
	"abstention", "dialogue", "place", "act", "statement" };

/* What a juror may ever touch. No column here holds a name of a person, team, organization or
 * municipality, an address, or which of these a submission belongs to; of a submission only whether
 * it still takes part. A statement's frozen text names the jury, and submissions by their codes. */
static const struct {
	const char *table, *columns; /* with a blank on either side of each */
} readable[] = {
	{ "competition", " name_fi name_sv name_en " },
	{ "account", " id role lang state v " },
	{ "account_key", " account_id fingerprint revoked " },
	{ "panel_member", " id round_id account_id state chair reason " },
	{ "round",
		" id key kind blind state conflict_scope per_submission opened closes closed challenge_id " },
	{ "challenge", " id code title_fi title_sv title_en " },
	{ "declaration", " panel_member_id made " },
	{ "conflict",
		" id panel_member_id submission_id ground reason state decided_by found_in made " },
	{ "blind_act", " round_id act " },
	{ "criterion", " id round_id key position weight low high step name_fi name_sv name_en "
		       "guidance_fi "
		       "guidance_sv guidance_en " },
	{ "band", " criterion_id low text_fi text_sv text_en " },
	{ "submission", " id state " },
	{ "assignment", " id round_item_id panel_member_id position " },
	{ "round_item", " id submission_id code lang title body part " },
	{ "round_attachment", " round_item_id name " },
	{ "draft", " id assignment_id scores notes feedback saved entered_by v " },
	{ "review", " id assignment_id revision state submitted taken_back notes feedback "
		    "entered_by confirmed " },
	{ "score", " review_id criterion_id value " },
	{ "recognition", " id assignment_id at text withdrawn " },
	{ "abstention", " id assignment_id at reason entered_by withdrawn " },
	{ "dialogue",
		" id round_id number round_item_id panel_member_id text asked passed answer answered " },
	{ "place", " id account_id round_id assignment_id field offset at " },
	{ "decision", " id code kind round_id state corrects " },
	{ "decision_person", " decision_id panel_member_id presence " },
	{ "statement", " decision_id frozen hash text " },
	{ "signature", " decision_id panel_member_id how day " },
};

static const struct {
	int op;
	const char *table, *columns; /* of an UPDATE */
} writable[] = {
	{ SQLITE_UPDATE, "account", " lang v " },
	{ SQLITE_INSERT, "draft", NULL },
	{ SQLITE_UPDATE, "draft", " scores notes feedback saved entered_by v " },
	{ SQLITE_DELETE, "draft", NULL },
	{ SQLITE_INSERT, "review", NULL },
	{ SQLITE_UPDATE, "review", " state taken_back confirmed " },
	{ SQLITE_INSERT, "score", NULL },
	{ SQLITE_INSERT, "conflict", NULL },
	{ SQLITE_UPDATE, "conflict", " state " },
	{ SQLITE_INSERT, "recognition", NULL },
	{ SQLITE_UPDATE, "recognition", " withdrawn " },
	{ SQLITE_INSERT, "abstention", NULL },
	{ SQLITE_UPDATE, "abstention", " withdrawn " },
	{ SQLITE_INSERT, "dialogue", NULL },
	{ SQLITE_INSERT, "place", NULL },
	{ SQLITE_UPDATE, "place", " assignment_id field offset at " },
};

static const char functions[] = " coalesce count max randomblob fold_contains ";

static bool has_word(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = words; n > 0 && (at = strstr(at, word)) != NULL; at += n)
		if (at[-1] == ' ' && at[n] == ' ')
			return true;
	return false;
}

static bool is_inside(const struct db *db, const char *name)
{
	return name != NULL && strncmp(name, db->fence, strlen(db->fence)) == 0;
}

static bool is_outer_view(const char *name)
{
	for (size_t i = 0; i < LEN(views); i++)
		if (strncmp(name, "j_", 2) == 0 && strcmp(name + 2, views[i]) == 0)
			return true;
	return false;
}

/* From inside the secret views and triggers the listed columns; of the temporary schema the views
 * themselves. Counting a table's rows is reading a column without a name. */
static bool may_read(const struct db *db, const char *table, const char *column, const char *schema,
	const char *source)
{
	if (schema != NULL && strcmp(schema, "temp") == 0)
		return is_outer_view(table) || is_inside(db, table);
	for (size_t i = 0; is_inside(db, source) && i < LEN(readable); i++)
		if (strcmp(readable[i].table, table) == 0)
			return *column == '\0' || has_word(readable[i].columns, column);
	return false;
}

static bool may_write(const struct db *db, int op, const char *table, const char *column,
	const char *schema, const char *source)
{
	if (schema != NULL && strcmp(schema, "temp") == 0)
		return is_outer_view(table);
	for (size_t i = 0; is_inside(db, source) && i < LEN(writable); i++)
		if (writable[i].op == op && strcmp(writable[i].table, table) == 0)
			return writable[i].columns == NULL || has_word(writable[i].columns, column);
	return false;
}

static int decide(bool allowed)
{
	return allowed ? SQLITE_OK : SQLITE_DENY;
}

static int authorize(
	void *handle, int op, const char *a, const char *b, const char *schema, const char *source)
{
	const struct db *db = handle;

	if (db->trusted)
		return SQLITE_OK;
	switch (op) {
	case SQLITE_SELECT:
	case SQLITE_TRANSACTION:
		return SQLITE_OK;
	case SQLITE_READ:
		return decide(may_read(db, a, b, schema, source));
	case SQLITE_INSERT:
	case SQLITE_DELETE:
	case SQLITE_UPDATE:
		return decide(may_write(db, op, a, b, schema, source));
	case SQLITE_FUNCTION:
		return decide(has_word(functions, b));
	case SQLITE_PRAGMA: /* the log's session asks for the columns of a table that changes */
		return decide(db->session != NULL && strcmp(a, "table_info") == 0);
	default:
		return SQLITE_DENY;
	}
}

/* fold_contains(text, words): does the text hold the words, whatever their case? */
static void fold_contains(sqlite3_context *result, int n, sqlite3_value **values)
{
	struct arena arena = { 0 };
	const char *text = (const char *)sqlite3_value_text(values[0]);
	const char *words = (const char *)sqlite3_value_text(values[1]);

	(void)n;
	bool found = text != NULL && words != NULL &&
		     strstr(utf8_fold(&arena, text), utf8_fold(&arena, words)) != NULL;
	sqlite3_result_int(result, found ? 1 : 0);
	arena_clear(&arena);
}

static void choose_prefix(struct db *db)
{
	unsigned char random[12];

	randombytes_buf(random, sizeof(random));
	db->fence[0] = 'f';
	sodium_bin2hex(db->fence + 1, sizeof(db->fence) - 1, random, sizeof(random));
	db->fence[strlen(db->fence)] = '_';
}

static void add_views(struct buffer *sql, const char *prefix)
{
	for (size_t i = 0; i < LEN(views); i++)
		buffer_printf(sql, "CREATE TEMP VIEW j_%s AS SELECT * FROM temp.%s%s;\n", views[i],
			prefix, views[i]);
}

/* Views and triggers, and in them whose they are. */
static struct error make_views(struct db *db, int64_t account_id)
{
	struct buffer sql = { 0 };
	const char *triggers = strstr(fence_sql, "CREATE TEMP TRIGGER");

	for (const char *c = fence_sql; *c != '\0'; c++) {
		if (c == triggers)
			add_views(&sql, db->fence);
		buffer_add(&sql, *c == '@' ? db->fence : c, *c == '@' ? strlen(db->fence) : 1);
	}
	buffer_printf(&sql, "INSERT INTO temp.%sme (account_id) VALUES (%lld);", db->fence,
		(long long)account_id);
	buffer_printf(&sql,
		"INSERT INTO temp.%sapplicant (item_id, name_fi, name_sv) "
		"SELECT i.id, i.applicant_fi, i.applicant_sv FROM main.round_item i "
		"JOIN main.round r ON r.id = i.round_id JOIN main.panel_member m ON m.round_id = "
		"r.id "
		"WHERE r.blind = 0 AND m.account_id = %lld;",
		db->fence, (long long)account_id);
	buffer_printf(&sql,
		"INSERT INTO temp.%sact (at, via) SELECT time, via FROM main.log "
		"WHERE account_id = %lld;",
		db->fence, (long long)account_id);
	struct error e = db_error(db, sqlite3_exec(db->sqlite, sql.text, NULL, NULL, NULL));
	buffer_clear(&sql);
	return e;
}

struct error db_fence(struct db *db, int64_t account_id)
{
	if (db_is_fenced(db) || db->in_transaction)
		return (struct error){ .code = E_DB, .field = "fence" };
	TRY(tables_load(db)); /* the log needs it later */
	choose_prefix(db);
	db->fenced = true;
	TRY(make_views(db, account_id));
	TRY(db_error(db, sqlite3_create_function(db->sqlite, "fold_contains", 2,
				 SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
				 fold_contains, NULL, NULL)));
	return db_error(db, sqlite3_set_authorizer(db->sqlite, authorize, db));
}

bool db_is_fenced(const struct db *db)
{
	return db->fenced;
}

bool fence_trust(struct db *db, bool trusted)
{
	bool was = db->trusted;

	db->trusted = trusted;
	return was;
}

struct error fence_check(const struct db *db, int query)
{
	return !db->fenced || db->trusted || query_for_jurors[query] ? ok() : fail(E_DENIED, NULL);
}

struct error fence_refuse(const struct db *db)
{
	return db->fenced ? fail(E_DENIED, NULL) : ok();
}
