/* SPDX-License-Identifier: MIT
 * LANGUAGE is only ever set here, from a list of three: taken from an environment it can load a
 * catalog from anywhere. */
#include "src/base/i18n.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/base/error.h"

extern int _nl_msg_cat_cntr; /* glibc: tells its cache that LANGUAGE changed */

static const char *const languages[] = { "fi", "sv", "en" };
static const char *current = "en";

/* Installed, the catalogs are in ../share/locale beside bin/; in a build tree, in ../po. */
static void bind_catalogs(void)
{
	char path[PATH_MAX], catalogs[PATH_MAX + 20];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (n <= 0)
		return;
	path[n] = '\0';
	char *slash = strrchr(path, '/');
	*slash = '\0';
	char *up = strrchr(path, '/');
	bool installed = up != NULL && strcmp(up, "/bin") == 0;
	if (up != NULL)
		*up = '\0';
	snprintf(catalogs, sizeof(catalogs), "%s%s", path, installed ? "/share/locale" : "/po");
	bindtextdomain("klash", catalogs);
	bind_textdomain_codeset("klash", "UTF-8");
	textdomain("klash");
}

/* Only how letters are written and which language is spoken: dates, numbers and order are our own,
 * and each part of a locale is files to be read. */
int i18n_start(void)
{
	if (setlocale(LC_CTYPE, "") == NULL)
		setlocale(LC_CTYPE, "C.UTF-8");
	if (setlocale(LC_MESSAGES, "") == NULL)
		setlocale(LC_MESSAGES, "C.UTF-8");
	if (strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0)
		setlocale(LC_CTYPE, "C.UTF-8");
	const char *messages = setlocale(LC_MESSAGES, NULL);
	if (strcmp(messages, "C") == 0 || strcmp(messages, "POSIX") == 0)
		setlocale(LC_MESSAGES, "C.UTF-8");
	bind_catalogs();
	i18n_use(i18n_guess());
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0 ? 0 : -1;
}

const char *i18n_known(const char *lang)
{
	for (size_t i = 0; i < LEN(languages); i++)
		if (lang != NULL && strcmp(languages[i], lang) == 0)
			return languages[i];
	return NULL;
}

void i18n_use(const char *lang)
{
	const char *known = i18n_known(lang);

	if (known == NULL)
		return;
	current = known;
	setenv("LANGUAGE", known, 1);
	_nl_msg_cat_cntr++;
}

const char *i18n_lang(void)
{
	return current;
}

const char *i18n_guess(void)
{
	static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < LEN(variables); i++) {
		const char *value = getenv(variables[i]);

		if (value == NULL || *value == '\0')
			continue;
		for (size_t l = 0; l < LEN(languages); l++)
			if (strncmp(value, languages[l], 2) == 0 && strchr("_.@", value[2]) != NULL)
				return languages[l];
		break;
	}
	return "en";
}

const char *i18n_in_context(const char *with_context, const char *text)
{
	const char *translated = gettext(with_context);

	return translated == with_context ? text : translated;
}

const char *i18n_lookup(const char *context, const char *text)
{
	char key[300];

	snprintf(key, sizeof(key), "%s\004%s", context, text);
	const char *translated = gettext(key);
	return translated == key ? text : translated;
}

const char *i18n_pick(const char *fi, const char *sv, const char *en, bool *fallback)
{
	const char *texts[] = { fi, sv, en };
	size_t wanted = 0;

	while (languages[wanted] != current)
		wanted++;
	bool missing = texts[wanted] == NULL || *texts[wanted] == '\0';
	if (fallback != NULL)
		*fallback = missing;
	if (!missing)
		return texts[wanted];
	for (size_t i = 0; i < LEN(texts); i++)
		if (texts[i] != NULL && *texts[i] != '\0')
			return texts[i];
	return "";
}
