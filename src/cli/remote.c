/* SPDX-License-Identifier: MIT */
#include "src/cli/remote.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "src/base/i18n.h"

enum { WORDS_MAX = 200, VALUE_MAX = 64 };

/* Only options before the command count, and --key must be written out. */
static bool asks_for_key(int argc, char **argv)
{
	static const char *const with_value[] = { "--db", "--lang", "--as" };

	for (int i = 1; i < argc && argv[i][0] == '-'; i++) {
		if (strcmp(argv[i], "--key") == 0 || strncmp(argv[i], "--key=", 6) == 0)
			return true;
		for (size_t v = 0; v < LEN(with_value); v++)
			if (strcmp(argv[i], with_value[v]) == 0) {
				i++;
				break;
			}
	}
	return false;
}

/* fi, sv, en or C, perhaps with a country, perhaps in UTF-8: fi_FI.UTF-8. */
static bool is_locale(const char *value)
{
	static const char *const names[] = { "C", "POSIX", "en", "en_FI", "en_GB", "en_US", "fi",
		"fi_FI", "sv", "sv_FI", "sv_SE" };
	static const char *const endings[] = { "", ".UTF-8", ".utf8", ".utf-8" };

	for (size_t n = 0; n < LEN(names); n++)
		for (size_t e = 0; e < LEN(endings); e++) {
			size_t length = strlen(names[n]);

			if (strncmp(value, names[n], length) == 0 &&
				strcmp(value + length, endings[e]) == 0)
				return true;
		}
	return false;
}

static bool is_terminal(const char *value)
{
	static const char letters[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+-";

	return *value != '\0' && *value != '.' && strlen(value) < VALUE_MAX &&
	       strspn(value, letters) == strlen(value);
}

static const struct {
	const char *name;
	bool (*known)(const char *value);
} kept[] = {
	{ "TERM", is_terminal },
	{ "LANG", is_locale },
	{ "LC_ALL", is_locale },
	{ "LC_CTYPE", is_locale },
	{ "LC_MESSAGES", is_locale },
};

static void rebuild_environment(void)
{
	char values[LEN(kept)][VALUE_MAX] = { 0 };

	for (size_t i = 0; i < LEN(kept); i++) {
		const char *value = getenv(kept[i].name);

		if (value != NULL && strlen(value) < VALUE_MAX && kept[i].known(value))
			memcpy(values[i], value, strlen(value) + 1);
	}
	clearenv();
	for (size_t i = 0; i < LEN(kept); i++)
		if (*values[i] != '\0')
			setenv(kept[i].name, values[i], 1);
	setenv("PATH", "/usr/bin:/bin", 1);
	setenv("HOME", "/", 1);
}

void remote_take(int argc, char **argv, struct remote *remote)
{
	*remote = (struct remote){ .asked = asks_for_key(argc, argv) };
	if (!remote->asked)
		return;
	const char *command = getenv("SSH_ORIGINAL_COMMAND");
	if (command != NULL)
		remote->command = xstrdup(command);
	remote->forwarding = getenv("SSH_AUTH_SOCK") != NULL || getenv("DISPLAY") != NULL;
	rebuild_environment();
}

bool remote_asks_line(const struct remote *remote)
{
	return remote->command != NULL && strcmp(remote->command, "line") == 0;
}

/* The letter that ends the word or the quote, or 0 at the text's end. */
static const char *take_quoted(const char *at, struct buffer *word)
{
	char quote = *at++;

	for (; *at != '\0' && *at != quote; at++) {
		if (quote == '"' && *at == '\\' && at[1] != '\0' && strchr("\"\\$`", at[1]) != NULL)
			at++;
		buffer_add(word, at, 1);
	}
	return *at == '\0' ? NULL : at + 1;
}

/* Behind the word; NULL if a quote or backslash is not finished. */
static const char *take_word(const char *at, struct buffer *word)
{
	while (at != NULL && *at != '\0' && strchr(" \t\r\n", *at) == NULL) {
		if (*at == '\'' || *at == '"') {
			at = take_quoted(at, word);
		} else if (*at == '\\') {
			if (at[1] == '\0')
				return NULL;
			buffer_add(word, at + 1, 1);
			at += 2;
		} else {
			buffer_add(word, at++, 1);
		}
	}
	return at;
}

bool remote_split(struct arena *arena, const char *command, int *n, char ***words)
{
	const char *at = command + strspn(command, " \t\r\n");

	*n = 0;
	*words = arena_alloc(arena, (WORDS_MAX + 1) * sizeof(**words));
	while (*at != '\0') {
		struct buffer word = { 0 };

		at = take_word(at, &word);
		if (at != NULL && *n < WORDS_MAX)
			(*words)[(*n)++] =
				arena_bytes(arena, word.length == 0 ? "" : word.text, word.length);
		else
			at = NULL;
		buffer_clear(&word);
		if (at == NULL)
			return false;
		at += strspn(at, " \t\r\n");
	}
	return true;
}

/* Commands name what they take in their help: these words are files. */
static bool names_file(const char *what, size_t n)
{
	return what != NULL &&
	       (memmem(what, n, "FILE", 4) != NULL || memmem(what, n, "DIR", 3) != NULL);
}

/* The i-th operand as the help has it; the last one repeats. */
static bool operand_is_file(const char *operands, int i)
{
	const char *at = operands == NULL ? "" : operands;

	for (; i > 0 && strchr(at, ' ') != NULL; i--)
		at = strchr(at, ' ') + 1;
	return names_file(at, strcspn(at, " "));
}

struct error remote_refusal(const struct cli *cli)
{
	struct error refused = context_may_open(&(struct context){ .over_ssh = true }, "");

	if (cli->verb->without_file || cli->output != NULL)
		return refused;
	for (size_t i = 0; i < cli->verb->option_count; i++) {
		const char *what = cli->verb->options[i].value;

		if (what != NULL && cli->values[i] != NULL && names_file(what, strlen(what)) &&
			strcmp(cli->values[i], "-") != 0)
			return refused;
	}
	for (int i = 0; i < cli->argc; i++)
		if (operand_is_file(cli->verb->operands, i) && strcmp(cli->argv[i], "-") != 0)
			return refused;
	return ok();
}
