/* SPDX-License-Identifier: MIT
 * Which language is spoken is nobody's to say but ours: neither LANGUAGE nor a locale is asked for
 * a text, so that none of them can load one from elsewhere or has to be installed. */
#include "src/base/i18n.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/error.h"
#include "src/base/beside.h"
#include "src/base/catalog.h"

enum { FINNISH, SWEDISH, ENGLISH, LANGUAGES };

static const char *const languages[LANGUAGES] = { "fi", "sv", "en" };
static struct {
	size_t lang;                      /* of `languages` */
	struct catalog catalogs[ENGLISH]; /* each read when first spoken; English needs none */
	char folder[PATH_MAX];            /* that holds them */
} speech = { .lang = ENGLISH };

void i18n_catalogs(const char *path, const char *below)
{
	snprintf(speech.folder, sizeof(speech.folder), "%s%s", path, below);
	for (size_t i = 0; i < LEN(speech.catalogs); i++)
		speech.catalogs[i] = (struct catalog){ 0 };
}

static void find_catalogs(void)
{
	char path[PATH_MAX];

	if (beside_program("/share/locale", "/po", path))
		i18n_catalogs(path, "");
}

/* Only how letters are written: dates, numbers, order and texts are our own, and each part of a
 * locale is files to be read. */
int i18n_start(void)
{
	if (setlocale(LC_CTYPE, "") == NULL || strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0)
		setlocale(LC_CTYPE, "C.UTF-8");
	find_catalogs();
	i18n_use(i18n_guess());
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0 ? 0 : -1;
}

const char *i18n_known(const char *lang)
{
	for (size_t i = 0; i < LANGUAGES; i++)
		if (lang != NULL && strcmp(languages[i], lang) == 0)
			return languages[i];
	return NULL;
}

/* Without a catalog, English is spoken. */
static void open_catalog(size_t lang)
{
	char path[PATH_MAX + 30];

	if (lang == ENGLISH || speech.catalogs[lang].bytes != NULL)
		return;
	snprintf(path, sizeof(path), "%s/%s/LC_MESSAGES/klash.mo", speech.folder, languages[lang]);
	(void)catalog_open(path, &speech.catalogs[lang]);
}

void i18n_use(const char *lang)
{
	for (size_t i = 0; i < LANGUAGES; i++)
		if (lang != NULL && strcmp(languages[i], lang) == 0) {
			speech.lang = i;
			open_catalog(i);
		}
}

const char *i18n_lang(void)
{
	return languages[speech.lang];
}

const char *i18n_guess(void)
{
	static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < LEN(variables); i++) {
		const char *value = getenv(variables[i]);

		if (value == NULL || *value == '\0')
			continue;
		for (size_t l = 0; l < LANGUAGES; l++)
			if (strncmp(value, languages[l], 2) == 0 && strchr("_.@", value[2]) != NULL)
				return languages[l];
		break;
	}
	return "en";
}

static const char *find(const char *id, unsigned form)
{
	return speech.lang == ENGLISH ? NULL :
					catalog_find(&speech.catalogs[speech.lang], id, form);
}

const char *i18n_text(const char *text)
{
	const char *translated = find(text, 0);

	return translated == NULL ? text : translated;
}

const char *i18n_counted(const char *one, const char *many, unsigned long n)
{
	const char *translated = find(one, n == 1 ? 0 : 1);

	return translated != NULL ? translated : n == 1 ? one : many;
}

const char *i18n_in_context(const char *with_context, const char *text)
{
	const char *translated = find(with_context, 0);

	return translated == NULL ? text : translated;
}

const char *i18n_lookup(const char *context, const char *text)
{
	char key[300];

	snprintf(key, sizeof(key), "%s\004%s", context, text);
	return i18n_in_context(key, text);
}

const char *i18n_pick(const char *fi, const char *sv, const char *en, bool *fallback)
{
	const char *texts[] = { fi, sv, en };
	size_t wanted = speech.lang;
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
