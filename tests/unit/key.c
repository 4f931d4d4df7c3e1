/* SPDX-License-Identifier: MIT
 * SSH keys in the file: whose they are, what sshd is told, and what ends with them. */
#define TEST_NAME "key"
#include "tests/unit/fixture.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "src/roof/journal.h"
#include "src/registers/account.h"
#include "src/registers/key.h"
#include "src/registers/proof_key.h"

#define ED25519 "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIPFQpraaNXrZjIcB2V6FhF8BJ2AANNxAJvcTJx3TVfp"
#define OTHER "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAID3t90XM4FEYta0Jf7KohsQJBmWOXPbGUuPEfj8GNsMM"
#define ED25519_PRINT "SHA256:8YvcYtlQeDay+0W3MvJX1wqVhGqDoQKBw8M0u6NSJv8"

static void add_juror(struct fixture *f, const char *login)
{
	struct new_account account = { login, "Jaana Malli", "", "juror", "fi" };
	int64_t id;

	assert_ok(account_add(&f->ctx, &account, &id));
}

static struct error add_key(struct context *ctx, const char *login, const char *text)
{
	struct pubkey key;

	return key_add(ctx, login, text, strlen(text), &key);
}

static void a_fingerprint_is_one_accounts_for_ever(void **state)
{
	struct fixture *f = *state;
	struct id_list ids = { 0 };
	struct account_key key;

	add_juror(f, "jaana");
	add_juror(f, "kaisa");
	assert_ok(add_key(&f->ctx, "jaana", ED25519 " koti"));
	assert_fails(E_RULE, add_key(&f->ctx, "kaisa", ED25519));
	assert_fails(E_RULE, add_key(&f->ctx, "jaana", ED25519));
	assert_fails(E_NOT_FOUND, add_key(&f->ctx, "nobody", OTHER));
	fixture_now += 60;
	assert_ok(key_revoke(&f->ctx, ED25519_PRINT));
	assert_fails(E_RULE, key_revoke(&f->ctx, ED25519_PRINT));
	assert_fails(E_RULE, add_key(&f->ctx, "jaana", ED25519));
	assert_fails(E_RULE, add_key(&f->ctx, "kaisa", ED25519));
	assert_fails(E_NOT_FOUND, key_revoke(&f->ctx, "SHA256:none"));
	assert_ok(key_ids(&f->ctx, 0, &ids));
	assert_int_equal(ids.n, 1);
	assert_ok(key_get(&f->ctx, &f->arena, ids.ids[0], &key));
	assert_string_equal(key.login, "jaana");
	assert_string_equal(key.comment, "koti");
	assert_int_equal(key.revoked - key.added, 60);
	id_list_clear(&ids);
}

static void only_administrators_give_and_take_keys(void **state)
{
	static const char *const roles[] = { "office", "custodian", "juror", "auditor" };
	struct fixture *f = *state;

	assert_ok(add_key(&f->ctx, "office", ED25519));
	for (size_t i = 0; i < LEN(roles); i++) {
		struct context ctx;

		fixture_enter(f, roles[i][0] == 'o' ? "clerk" : roles[i], roles[i], &ctx);
		assert_fails(E_DENIED, add_key(&ctx, "office", OTHER));
		assert_fails(E_DENIED, key_revoke(&ctx, ED25519_PRINT));
		context_close(&ctx);
	}
}

static void the_log_tells_of_keys(void **state)
{
	struct fixture *f = *state;
	struct id_list ids = { 0 };
	struct log_entry entry;

	add_juror(f, "jaana");
	assert_ok(add_key(&f->ctx, "jaana", ED25519));
	assert_ok(key_revoke(&f->ctx, ED25519_PRINT));
	assert_ok(journal_ids(&f->ctx, NULL, &ids));
	assert_ok(journal_get(&f->ctx, &f->arena, ids.ids[0], &entry));
	assert_string_equal(journal_sentence(&f->ctx, &f->arena, &entry),
		"Olli Esimerkki revoked an SSH key of an account: Jaana Malli.");
	assert_ok(journal_get(&f->ctx, &f->arena, ids.ids[1], &entry));
	assert_string_equal(journal_sentence(&f->ctx, &f->arena, &entry),
		"Olli Esimerkki added an SSH key to an account: Jaana Malli.");
	id_list_clear(&ids);
}

static size_t count_lines(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += *text == '\n' ? 1 : 0;
	return n;
}

/* As sshd's helper asks: without an account. The file must be somebody's who is not root. */
static void sshd_is_told_live_keys_only(void **state)
{
	struct fixture *f = *state;
	const struct passwd *nobody = getpwnam("nobody");
	struct context ctx;
	const char *lines;

	if (getuid() != 0 || nobody == NULL)
		return; /* the SSH tests try it with the user's own name */
	assert_int_equal(chown(f->path, nobody->pw_uid, nobody->pw_gid), 0);
	add_juror(f, "jaana");
	assert_ok(add_key(&f->ctx, "jaana", ED25519 " \"quoted\""));
	assert_ok(add_key(&f->ctx, "office", OTHER));
	assert_ok(context_open(f->path, &ctx));
	assert_ok(key_authorized(&ctx, &f->arena, "nobody", NULL, &lines));
	assert_int_equal(count_lines(lines), 2);
	assert_null(strstr(lines, "quoted"));
	assert_ok(key_authorized(&ctx, &f->arena, "nobody", ED25519_PRINT, &lines));
	assert_int_equal(count_lines(lines), 1);
	assert_non_null(strstr(lines, "--key " ED25519_PRINT "\" " ED25519 "\n"));
	assert_int_equal(strncmp(lines, "restrict,pty,command=\"exec /", 28), 0);
	assert_ok(key_authorized(&ctx, &f->arena, "root", NULL, &lines));
	assert_string_equal(lines, "");
	assert_ok(key_revoke(&f->ctx, ED25519_PRINT));
	assert_ok(key_authorized(&ctx, &f->arena, "nobody", ED25519_PRINT, &lines));
	assert_string_equal(lines, "");
	context_close(&ctx);
}

/* It stands beside the file, and only for a while. */
static void sshd_is_told_the_key_of_a_proof(void **state)
{
	struct fixture *f = *state;
	const struct passwd *nobody = getpwnam("nobody");
	const char *path = arena_printf(&f->arena, "%s-proof", f->path), *lines;
	struct timespec old[2] = { { .tv_sec = time(NULL) - 3600 },
		{ .tv_sec = time(NULL) - 3600 } };
	struct pubkey key;
	struct context ctx;

	assert_ok(pubkey_parse(&f->arena, OTHER, strlen(OTHER), &key));
	assert_false(proof_key_read(&f->arena, f->path, &key));
	assert_ok(proof_key_put(&f->arena, f->path, &key));
	assert_ok(proof_key_put(&f->arena, f->path, &key)); /* in the place of the other */
	assert_true(proof_key_read(&f->arena, f->path, &key));
	assert_int_equal(chmod(path, 0666), 0);
	assert_false(proof_key_read(&f->arena, f->path, &key));
	assert_int_equal(chmod(path, 0644), 0);
	assert_true(proof_key_read(&f->arena, f->path, &key));
	if (getuid() == 0 && nobody != NULL) {
		assert_int_equal(chown(f->path, nobody->pw_uid, nobody->pw_gid), 0);
		assert_ok(context_open(f->path, &ctx));
		assert_ok(key_authorized(&ctx, &f->arena, "nobody", key.fingerprint, &lines));
		assert_int_equal(count_lines(lines), 1);
		assert_fails(E_NO_ACCOUNT, context_enter_key(&ctx, key.fingerprint));
		assert_ok(key_authorized(&ctx, &f->arena, "nobody", ED25519_PRINT, &lines));
		assert_string_equal(lines, "");
		context_close(&ctx);
	}
	assert_int_equal(utimensat(AT_FDCWD, path, old, 0), 0);
	assert_false(proof_key_read(&f->arena, f->path, &key));
	proof_key_remove(&f->arena, f->path);
	assert_int_equal(access(path, F_OK), -1);
}

static void set_state(struct fixture *f, const char *login, const char *state)
{
	struct account account;

	assert_ok(account_find(&f->ctx, &f->arena, login, &account));
	account.state = state;
	assert_ok(account_update(&f->ctx, &account));
}

static void a_key_enters_as_its_account(void **state)
{
	struct fixture *f = *state;
	struct context ctx;

	add_juror(f, "jaana");
	assert_ok(add_key(&f->ctx, "jaana", ED25519));
	assert_ok(context_open(f->path, &ctx));
	assert_ok(context_enter_key(&ctx, ED25519_PRINT));
	assert_string_equal(ctx.account.login, "jaana");
	assert_int_equal(ctx.role, ROLE_JUROR);
	assert_string_equal(ctx.via, ED25519_PRINT);
	context_close(&ctx);
	assert_ok(context_open(f->path, &ctx));
	assert_fails(E_NO_ACCOUNT,
		context_enter_key(&ctx, "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
	assert_fails(E_NO_ACCOUNT, context_enter_key(&ctx, ""));
	set_state(f, "jaana", "disabled");
	assert_fails(E_NO_ACCOUNT, context_enter_key(&ctx, ED25519_PRINT));
	set_state(f, "jaana", "active");
	assert_ok(key_revoke(&f->ctx, ED25519_PRINT));
	assert_fails(E_NO_ACCOUNT, context_enter_key(&ctx, ED25519_PRINT));
	context_close(&ctx);
}

/* The session goes on; what it writes does not. */
static void rights_end_in_the_middle(void **state)
{
	struct fixture *f = *state;
	struct context ctx;
	int64_t before;

	fixture_enter(f, "virpi", "admin", &ctx);
	context_close(&ctx);
	assert_ok(add_key(&f->ctx, "virpi", ED25519));
	assert_ok(add_key(&f->ctx, "virpi", OTHER));
	assert_ok(context_open(f->path, &ctx));
	assert_ok(context_enter_key(&ctx, ED25519_PRINT));
	assert_ok(account_set_language(&ctx, "sv"));
	assert_ok(key_revoke(&f->ctx, ED25519_PRINT));
	before = outside_number(f->path, "SELECT max(seq) FROM log");
	assert_fails(E_RULE, account_set_language(&ctx, "en"));
	assert_fails(E_RULE, context_standing(&ctx));
	assert_int_equal(outside_number(f->path, "SELECT max(seq) FROM log"), before);
	context_close(&ctx);
	/* another key of hers still holds; without the account it does not */
	assert_ok(context_open(f->path, &ctx));
	assert_ok(context_enter(&ctx, "virpi", "uid 1001"));
	assert_ok(account_set_language(&ctx, "en"));
	set_state(f, "virpi", "disabled");
	assert_fails(E_RULE, account_set_language(&ctx, "fi"));
	context_close(&ctx);
}

static void over_ssh_there_are_no_files(void **state)
{
	struct fixture *f = *state;

	assert_ok(context_may_open(&f->ctx, "/etc/passwd"));
	f->ctx.over_ssh = true;
	assert_fails(E_RULE, context_may_open(&f->ctx, "/etc/passwd"));
	assert_fails(E_RULE, context_may_open(&f->ctx, ""));
	assert_fails(E_RULE, context_may_open(&f->ctx, "./-"));
	assert_ok(context_may_open(&f->ctx, "-"));
	f->ctx.over_ssh = false;
}

static void what_invitations_say(void **state)
{
	struct fixture *f = *state;
	struct front_door door;

	assert_ok(front_door_get(&f->ctx, &f->arena, &door));
	assert_int_equal(door.v, 0);
	door.host = "klash.example";
	assert_fails(E_REQUIRED, front_door_set(&f->ctx, &door));
	door.contact = "Aino Malli, 050 123 4567";
	assert_ok(front_door_set(&f->ctx, &door));
	assert_fails(E_STALE, front_door_set(&f->ctx, &door));
	assert_ok(front_door_get(&f->ctx, &f->arena, &door));
	assert_string_equal(door.user, "klash");
	door.port = 65536;
	assert_fails(E_RANGE, front_door_set(&f->ctx, &door));
	door.port = 443;
	static const char *const bad[] = { "-oProxyCommand=x", "a b", "a\"b", "x;y", "ä.example",
		"a/b" };
	for (size_t i = 0; i < LEN(bad); i++) {
		door.host = bad[i];
		assert_fails(E_INVALID, front_door_set(&f->ctx, &door));
	}
	door.host = "2001:db8::1";
	assert_ok(front_door_set(&f->ctx, &door));
}

static void plain_paths(void **state)
{
	(void)state;
	assert_true(path_is_plain("/var/lib/klash/k-2027_b.db"));
	static const char *const bad[] = { "", "k.db", "/a b", "/a\"b", "/a$b", "/a%u", "/a;b",
		"/a\nb", "/ä" };
	for (size_t i = 0; i < LEN(bad); i++)
		assert_false(path_is_plain(bad[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(a_fingerprint_is_one_accounts_for_ever),
		TEST_FILE(only_administrators_give_and_take_keys),
		TEST_FILE(the_log_tells_of_keys),
		TEST_FILE(sshd_is_told_live_keys_only),
		TEST_FILE(sshd_is_told_the_key_of_a_proof),
		TEST_FILE(a_key_enters_as_its_account),
		TEST_FILE(rights_end_in_the_middle),
		TEST_FILE(over_ssh_there_are_no_files),
		TEST_FILE(what_invitations_say),
		TEST_FILE(plain_paths),
	};
	return RUN(tests);
}
