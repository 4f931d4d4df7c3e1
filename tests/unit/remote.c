/* SPDX-License-Identifier: MIT
 * What a client may say over SSH: how a command is split, and what is left of an environment. */
#define TEST_NAME "remote"
#include "tests/unit/fixture.h"

#include <unistd.h>

#include "src/cli/remote.h"

/* The words with '|' between them; NULL if it is refused. */
static const char *split(struct arena *arena, const char *command)
{
	struct buffer joined = { 0 };
	char **words;
	int n;

	if (!remote_split(arena, command, &n, &words))
		return NULL;
	assert_null(words[n]);
	for (int i = 0; i < n; i++)
		buffer_printf(&joined, "%s%s", i > 0 ? "|" : "", words[i]);
	const char *text = arena_text(arena, joined.text);
	buffer_clear(&joined);
	return text;
}

static void words_as_a_shell_has_them(void **state)
{
	static const struct {
		const char *command, *words;
	} cases[] = {
		{ "", "" },
		{ "  \t\n", "" },
		{ "problem list", "problem|list" },
		{ " problem \t list\n--format  csv ", "problem|list|--format|csv" },
		{ "note 'it is' \"a b\"", "note|it is|a b" },
		{ "a'b c'd\"e f\"g", "ab cde fg" },
		{ "'' \"\" x", "||x" },
		{ "a\\ b \\'c \\\\", "a b|'c|\\" },
		{ "\"a\\\"b\\\\c\\$d\\`e\\f\"", "a\"b\\c$d`e\\f" },
		{ "'a\\'", "a\\" },
		{ "$HOME $(id) `id` ~ * ? {a,b} #x !y", "$HOME|$(id)|`id`|~|*|?|{a,b}|#x|!y" },
		{ "a;b&&c|d>e<f&", "a;b&&c|d>e<f&" },
		{ "K=v -- -x", "K=v|--|-x" },
		{ "ää 'öö öö'", "ää|öö öö" },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++)
		assert_string_equal(split(&arena, cases[i].command), cases[i].words);
	arena_clear(&arena);
}

static void the_unfinished_is_refused(void **state)
{
	static const char *const cases[] = { "'", "\"", "a 'b", "a \"b\\\"", "x\\", "'a' \"",
		"\"\\" };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++)
		assert_null(split(&arena, cases[i]));
	arena_clear(&arena);
}

static void too_many_words_are_refused(void **state)
{
	struct arena arena = { 0 };
	char many[1000] = "";

	(void)state;
	for (size_t i = 0; i < 300; i++)
		memcpy(many + 2 * i, "x ", 3);
	assert_null(split(&arena, many));
	arena_clear(&arena);
}

/* main's argv lacks the const that remote_take keeps. */
#define TAKE(remote, ...) \
	remote_take((int)LEN(((const char *[]){ __VA_ARGS__ })), \
		(char **)(uintptr_t)(const char *[]){ __VA_ARGS__, NULL }, (remote))

static void set_hostile(void)
{
	static const char *const hostile[][2] = { { "LANGUAGE", "../../evil" },
		{ "LOCPATH", "/tmp" }, { "KLASH_DB", "/tmp/k.db" }, { "LD_PRELOAD", "/tmp/x.so" },
		{ "TERMINFO", "/tmp" }, { "TZ", "/etc/passwd" }, { "ESCDELAY", "1" },
		{ "XDG_DATA_HOME", "/tmp" }, { "LC_TIME", "fi_FI" }, { "HOME", "/root" },
		{ "SSH_ORIGINAL_COMMAND", "problem list" } };

	for (size_t i = 0; i < LEN(hostile); i++)
		setenv(hostile[i][0], hostile[i][1], 1);
}

static size_t count_environment(void)
{
	size_t n = 0;

	while (environ[n] != NULL)
		n++;
	return n;
}

static void without_a_key_nothing_changes(void **state)
{
	struct remote remote;

	(void)state;
	set_hostile();
	TAKE(&remote, "klash", "--db", "--key", "status");
	assert_false(remote.asked);
	TAKE(&remote, "klash", "round", "add", "--key", "x");
	assert_false(remote.asked);
	TAKE(&remote, "klash", "--keys", "x");
	assert_false(remote.asked);
	assert_string_equal(getenv("KLASH_DB"), "/tmp/k.db");
	assert_null(remote.command);
}

static void with_one_little_is_left(void **state)
{
	struct remote remote;

	(void)state;
	clearenv();
	set_hostile();
	setenv("TERM", "xterm-256color", 1);
	setenv("LANG", "sv_FI.UTF-8", 1);
	setenv("LC_ALL", "../evil", 1);
	setenv("LC_MESSAGES", "fi_FI.UTF-8/../x", 1);
	setenv("LC_CTYPE", "C.UTF-8", 1);
	TAKE(&remote, "klash", "--db", "/k.db", "--key", "SHA256:x");
	assert_true(remote.asked);
	assert_false(remote.forwarding);
	assert_string_equal(remote.command, "problem list");
	free(remote.command);
	assert_string_equal(getenv("TERM"), "xterm-256color");
	assert_string_equal(getenv("LANG"), "sv_FI.UTF-8");
	assert_string_equal(getenv("LC_CTYPE"), "C.UTF-8");
	assert_string_equal(getenv("HOME"), "/");
	assert_int_equal(count_environment(), 5); /* and PATH */
}

static void strange_terminals_are_left_out(void **state)
{
	static const char *const strange[] = { "", "../../x", "/etc/passwd", ".x", "a b", "x\x1b" };
	struct remote remote;

	(void)state;
	for (size_t i = 0; i < LEN(strange); i++) {
		clearenv();
		setenv("TERM", strange[i], 1);
		TAKE(&remote, "klash", "--key=SHA256:x");
		assert_true(remote.asked);
		assert_null(getenv("TERM"));
		assert_null(remote.command);
	}
}

static void forwarding_is_noticed(void **state)
{
	struct remote remote;

	(void)state;
	clearenv();
	setenv("SSH_AUTH_SOCK", "/tmp/ssh-x/agent.1", 1);
	TAKE(&remote, "klash", "--key", "SHA256:x");
	assert_true(remote.forwarding);
	clearenv();
	setenv("DISPLAY", "localhost:10.0", 1);
	TAKE(&remote, "klash", "--key", "SHA256:x");
	assert_true(remote.forwarding);
	assert_null(remote.command);
	assert_null(getenv("DISPLAY"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(words_as_a_shell_has_them),
		TEST(the_unfinished_is_refused),
		TEST(too_many_words_are_refused),
		TEST(without_a_key_nothing_changes),
		TEST(with_one_little_is_left),
		TEST(strange_terminals_are_left_out),
		TEST(forwarding_is_noticed),
	};
	return RUN(tests);
}
