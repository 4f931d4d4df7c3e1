/* SPDX-License-Identifier: MIT
 * What the log keeps of the values an act has replaced: told as "old -> new", never kept twice, and
 * gone for good when an erasure takes them with their salt. */
#define TEST_NAME "replaced"
#include <jansson.h>
#include <sqlite3.h>

#include "db/hasher.h"
#include "db/store/meta.h"
#include "db/store/round.h"
#include "db/verify.h"
#include "src/base/text.h"
#include "src/roof/journal.h"
#include "src/judging/round.h"
#include "src/registers/account.h"
#include "tests/unit/chain.h"
#include "tests/unit/fixture.h"

/* "virpi", made as a juror and changed twice; all entries from `made` on are of that account. */
struct virpi {
	int64_t id, made;
};

static void set_role(struct fixture *f, int64_t id, const char *role, const char *lang)
{
	struct account account;

	assert_ok(account_get(&f->ctx, &f->arena, id, &account));
	account.role = role;
	account.lang = lang;
	assert_ok(account_update(&f->ctx, &account));
}

static int64_t head_of(struct fixture *f)
{
	int64_t head;

	assert_ok(store_log_head(f->ctx.db, &head));
	return head;
}

static struct virpi make_virpi(struct fixture *f)
{
	struct new_account account = { "virpi", "Virpi Keksitty", "", "juror", "fi" };
	struct virpi virpi;

	assert_ok(account_add(&f->ctx, &account, &virpi.id));
	virpi.made = head_of(f);
	set_role(f, virpi.id, "office", "fi");
	set_role(f, virpi.id, "auditor", "sv");
	return virpi;
}

/* "Role: juror -> office; ..." of an entry. */
static const char *told(struct fixture *f, int64_t seq)
{
	struct journal_changes changes;
	struct buffer text = { 0 };

	assert_ok(journal_changes(&f->ctx, &f->arena, seq, &changes));
	buffer_text(&text, "");
	for (size_t i = 0; i < changes.n; i++) {
		const struct journal_change *c = &changes.rows[i];

		buffer_printf(&text, "%s%s: %s%s%s", i == 0 ? "" : "; ", c->what, c->before,
			*c->before == '\0' ? "" : " -> ", c->after);
	}
	const char *words = arena_text(&f->arena, text.text);
	buffer_clear(&text);
	return words;
}

static char *before_of(struct fixture *f, const char *tbl, int64_t seq)
{
	struct log_items items;

	assert_ok(store_log_changes(f->ctx.db, &f->arena, seq, &items));
	for (size_t i = 0; i < items.n; i++)
		if (strcmp(items.rows[i].table, tbl) == 0)
			return arena_text(&f->arena, items.rows[i].before);
	stop_test("nothing of %s in entry %lld", tbl, (long long)seq);
	return NULL;
}

static void only_what_was_replaced_is_kept(void **state)
{
	struct fixture *f = *state;
	struct virpi virpi = make_virpi(f);

	assert_string_equal(before_of(f, "account", virpi.made), "");
	assert_string_equal(
		before_of(f, "account", virpi.made + 1), "{\"role\":\"juror\",\"v\":1}");
	assert_string_equal(before_of(f, "account", virpi.made + 2),
		"{\"role\":\"office\",\"lang\":\"fi\",\"v\":2}");
	assert_verifies(f);
}

static void text_is_kept_as_it_was(void **state)
{
	static const char odd[] = "a \"quoted\" \\ back\tslash\x01 åäö €";
	struct fixture *f = *state;
	struct competition c;
	json_t *json;

	assert_ok(store_competition_get(f->ctx.db, &f->arena, &c));
	c.name_fi = odd;
	assert_ok(context_begin(&f->ctx));
	assert_ok(context_end(
		&f->ctx, store_competition_update(f->ctx.db, &c), "competition.rename", ""));
	c.name_fi = "Muu";
	c.v++;
	assert_ok(context_begin(&f->ctx));
	assert_ok(context_end(
		&f->ctx, store_competition_update(f->ctx.db, &c), "competition.rename", ""));
	json = json_loads(before_of(f, "competition", head_of(f)), 0, NULL);
	assert_non_null(json);
	assert_string_equal(json_string_value(json_object_get(json, "name_fi")), odd);
	json_decref(json);
	assert_verifies(f);
}

static void old_and_new_are_told_of_every_change(void **state)
{
	struct fixture *f = *state;
	struct virpi virpi = make_virpi(f);

	assert_string_equal(told(f, virpi.made),
		"Language: Finnish; Person: Virpi Keksitty; Role: juror; Language: Finnish; State: active");
	assert_string_equal(told(f, virpi.made + 1), "Role: juror -> office");
	assert_string_equal(
		told(f, virpi.made + 2), "Role: office -> auditor; Language: Finnish -> Swedish");
}

static void seat(struct fixture *f, int64_t round, int64_t account, int64_t *member)
{
	assert_ok(context_begin(&f->ctx));
	assert_ok(context_end(&f->ctx,
		store_member_add(f->ctx.db, round, account, false, false, member), "round.seat",
		"round:r"));
}

/* A row's id can be given again: what its first bearer had is not told of the second. */
static void a_row_that_went_keeps_what_it_had(void **state)
{
	struct fixture *f = *state;
	int64_t round, first, second;

	assert_ok(round_add(&f->ctx, &(struct round){ .key = "r", .kind = "problem" }, &round));
	seat(f, round, f->ctx.account.id, &first);
	int64_t seated = head_of(f);
	assert_ok(context_begin(&f->ctx));
	assert_ok(context_end(&f->ctx, store_member_set_state(f->ctx.db, first, "excused", "", 0),
		"round.seat", "round:r"));
	assert_ok(context_begin(&f->ctx));
	assert_ok(context_end(
		&f->ctx, store_member_delete(f->ctx.db, first), "round.seat", "round:r"));
	seat(f, round, f->ctx.account.id, &second);
	assert_int_equal(first, second);
	assert_string_equal(told(f, seated),
		"Round: Reviews of problems; Juror: Olli Esimerkki; Chair: no; Substitute: no; State: active");
	assert_string_equal(told(f, seated + 1), "State: active -> excused");
	assert_string_equal(told(f, seated + 2), "");
	assert_string_equal(told(f, seated + 3),
		"Round: Reviews of problems; Juror: Olli Esimerkki; Chair: no; Substitute: no; State: active");
	assert_verifies(f);
}

static void erase(struct fixture *f, int64_t seq, const char *what)
{
	outside(f->path,
		arena_printf(&f->arena,
			"PRAGMA ignore_check_constraints = ON; UPDATE log_change SET %s WHERE "
			"tbl = 'account' AND log_seq = %lld",
			what, (long long)seq));
	fixture_reopen(f);
}

/* Nothing is told that is not known, and nothing false. */
static void what_was_erased_is_not_told(void **state)
{
	struct fixture *f = *state;
	struct virpi virpi = make_virpi(f);

	erase(f, virpi.made + 1, "salt = NULL, before = NULL");
	assert_verifies(f);
	assert_string_equal(told(f, virpi.made), "Language: Finnish"); /* of the person */
	assert_string_equal(told(f, virpi.made + 1), "");
	assert_string_equal(
		told(f, virpi.made + 2), "Role: office -> auditor; Language: Finnish -> Swedish");
}

static void assert_fault(struct fixture *f, int64_t seq)
{
	struct verdict v;

	assert_ok(verify_file(f->ctx.db, 0, "", &v));
	assert_false(v.good);
	assert_string_equal(v.fault, "chain");
	assert_string_equal(v.table, "log_change");
	assert_int_equal(v.seq, seq);
	assert_int_equal(chain_first_wrong(f->path), seq);
}

/* In hexadecimal. */
static const char *salt_of(struct fixture *f, int64_t seq)
{
	sqlite3_stmt *row;
	sqlite3 *sqlite;

	assert_int_equal(sqlite3_open(f->path, &sqlite), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(sqlite,
				 "SELECT hex(salt) FROM log_change WHERE tbl = 'account' AND "
				 "log_seq = ?1",
				 -1, &row, NULL),
		SQLITE_OK);
	sqlite3_bind_int64(row, 1, seq);
	assert_int_equal(sqlite3_step(row), SQLITE_ROW);
	const char *salt = arena_text(&f->arena, (const char *)sqlite3_column_text(row, 0));
	sqlite3_finalize(row);
	sqlite3_close(sqlite);
	return salt;
}

static void salt_and_values_go_together_or_not_at_all(void **state)
{
	static const char *const halves[] = {
		"before = NULL",
		"salt = NULL",
		"before = '{}'",
		"salt = randomblob(16)",
		"before = replace(before, 'juror', 'admin')",
	};
	struct fixture *f = *state;
	struct virpi virpi = make_virpi(f);

	const char *salt = salt_of(f, virpi.made + 1);

	for (size_t i = 0; i < LEN(halves); i++) {
		erase(f, virpi.made + 1, halves[i]);
		assert_fault(f, virpi.made + 1);
		erase(f, virpi.made + 1,
			arena_printf(&f->arena,
				"salt = x'%s', before = '{\"role\":\"juror\",\"v\":1}'", salt));
		assert_verifies(f);
	}
	erase(f, virpi.made + 1, "salt = NULL, before = NULL");
	assert_verifies(f);
	assert_int_equal(chain_first_wrong(f->path), 0);
}

/* A new row has replaced nothing: what is written to it there belongs to nobody. */
static void a_new_row_has_nothing_before(void **state)
{
	struct fixture *f = *state;
	struct virpi virpi = make_virpi(f);

	erase(f, virpi.made, "salt = x'00', before = '{}'");
	assert_fault(f, virpi.made);
	erase(f, virpi.made, "salt = NULL, before = NULL, commitment = x'00'");
	assert_fault(f, virpi.made);
}

static const char *const roles[] = { "admin", "office", "custodian", "juror", "auditor" };

static bool commits(const char *json, const void *salt, size_t n, bool raw, const void *commitment)
{
	uint8_t digest[HASH_SIZE];
	struct hasher *hasher = hasher_new();

	if (raw)
		hasher_raw(hasher, salt, n);
	else
		hasher_blob(hasher, salt, n);
	hasher_text(hasher, json);
	hasher_finish(hasher, digest);
	return memcmp(digest, commitment, HASH_SIZE) == 0;
}

/* Tries every blob of the log as the salt, and none. */
static bool guess_with(sqlite3 *sqlite, const char *json, const void *commitment)
{
	sqlite3_stmt *salts;
	bool found =
		commits(json, NULL, 0, false, commitment) || commits(json, "", 0, true, commitment);

	assert_int_equal(
		sqlite3_prepare_v2(sqlite,
			"SELECT salt FROM log UNION SELECT hash FROM log UNION SELECT salt FROM "
			"log_change UNION SELECT digest FROM log_change UNION SELECT commitment "
			"FROM log_change UNION SELECT salt FROM account",
			-1, &salts, NULL),
		SQLITE_OK);
	while (sqlite3_step(salts) == SQLITE_ROW) {
		const void *salt = sqlite3_column_blob(salts, 0);
		size_t n = (size_t)sqlite3_column_bytes(salts, 0);

		found = found || commits(json, salt, n, false, commitment) ||
			commits(json, salt, n, true, commitment);
	}
	sqlite3_finalize(salts);
	return found;
}

/* How many of the few values the role can have had are told by the commitment. */
static int guessed_by_commitment(struct fixture *f, int64_t seq)
{
	sqlite3_stmt *row;
	sqlite3 *sqlite;
	int found = 0;

	assert_int_equal(sqlite3_open(f->path, &sqlite), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(sqlite,
				 "SELECT commitment FROM log_change WHERE tbl = 'account' AND "
				 "log_seq = ?1",
				 -1, &row, NULL),
		SQLITE_OK);
	sqlite3_bind_int64(row, 1, seq);
	assert_int_equal(sqlite3_step(row), SQLITE_ROW);
	for (size_t i = 0; i < LEN(roles); i++)
		found += guess_with(sqlite,
			arena_printf(&f->arena, "{\"role\":\"%s\",\"v\":1}", roles[i]),
			sqlite3_column_blob(row, 0));
	sqlite3_finalize(row);
	sqlite3_close(sqlite);
	return found;
}

/* The same by the digest of the whole row as it was made. */
static int guessed_by_digest(struct fixture *f, const struct virpi *virpi)
{
	uint8_t digest[HASH_SIZE];
	sqlite3_stmt *row;
	sqlite3 *sqlite;
	int found = 0;

	assert_int_equal(sqlite3_open(f->path, &sqlite), SQLITE_OK);
	assert_int_equal(
		sqlite3_prepare_v2(sqlite,
			"SELECT a.salt, a.id, 'virpi', a.person_id, ?1, 'fi', a.state, 1, a.salt, "
			"c.digest FROM account a JOIN log_change c ON c.tbl = 'account' AND "
			"c.row_id = a.id AND c.op = 'I' WHERE a.id = ?2",
			-1, &row, NULL),
		SQLITE_OK);
	for (size_t i = 0; i < LEN(roles); i++) {
		sqlite3_bind_text(row, 1, roles[i], -1, SQLITE_STATIC);
		sqlite3_bind_int64(row, 2, virpi->id);
		assert_int_equal(sqlite3_step(row), SQLITE_ROW);
		chain_row_digest("account", "01000001", row, digest);
		found += memcmp(digest, sqlite3_column_blob(row, 9), HASH_SIZE) == 0;
		sqlite3_reset(row);
	}
	sqlite3_finalize(row);
	sqlite3_close(sqlite);
	return found;
}

/* A role is one of five: while its salt is there, hashing guesses finds it, and so it does in the
 * digest of the row as long as the row's own salt is there. When both are gone it finds nothing. */
static void an_erased_value_cannot_be_guessed(void **state)
{
	struct fixture *f = *state;
	struct virpi virpi = make_virpi(f);

	assert_int_equal(guessed_by_commitment(f, virpi.made + 1), 1);
	assert_int_equal(guessed_by_digest(f, &virpi), 1);
	erase(f, virpi.made + 1, "salt = NULL, before = NULL");
	assert_int_equal(guessed_by_commitment(f, virpi.made + 1), 0);
	outside(f->path, "UPDATE account SET salt = NULL WHERE login = 'virpi'");
	assert_int_equal(guessed_by_digest(f, &virpi), 0);
}

/* The values are named by the classes' order, so that must be the columns' own. */
static void columns_are_classed_in_their_order(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(
		outside_number(f->path,
			"SELECT count(*) FROM (SELECT c.tbl, c.col, row_number() OVER (PARTITION "
			"BY c.tbl ORDER BY c.id) - 1 AS place FROM column_class c) k JOIN "
			"pragma_table_info(k.tbl) i ON i.name = k.col WHERE i.cid <> k.place"),
		0);
	assert_int_equal(
		outside_number(f->path,
			"SELECT count(*) FROM column_class c JOIN pragma_table_info(c.tbl) "
			"i ON i.name = c.col WHERE c.class = 'clear' AND "
			"i.type NOT IN ('INTEGER', 'TEXT')"),
		0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(only_what_was_replaced_is_kept),
		TEST_FILE(text_is_kept_as_it_was),
		TEST_FILE(old_and_new_are_told_of_every_change),
		TEST_FILE(a_row_that_went_keeps_what_it_had),
		TEST_FILE(what_was_erased_is_not_told),
		TEST_FILE(salt_and_values_go_together_or_not_at_all),
		TEST_FILE(a_new_row_has_nothing_before),
		TEST_FILE(an_erased_value_cannot_be_guessed),
		TEST_FILE(columns_are_classed_in_their_order),
	};
	return RUN(tests);
}
