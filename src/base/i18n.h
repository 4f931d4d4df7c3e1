/* SPDX-License-Identifier: MIT
 * Languages. The source language is English; catalogs are po/fi.po and po/sv.po. Text is translated
 * when it is about to be shown and never stored, so that the language can change while running. */
#pragma once

#define _(text) i18n_text(text)
#define N_(text) text
/* Finnish, Swedish and English all count alike: one, and more than one. */
#define ngettext(one, many, n) i18n_counted(one, many, n)
#define C_(context, text) i18n_in_context(context "\004" text, text)
#define NC_(context, text) text

/* Sets character set and catalogs up; call once, first of all. Needs UTF-8: falls back to C.UTF-8
 * where the environment has no character set. Returns 0, or -1 if the terminal's is another one. */
int i18n_start(void);
/* Takes the catalogs from there instead of beside the program: the folder `path` with `below`
 * behind it. */
void i18n_catalogs(const char *path, const char *below);
/* Uses "fi", "sv" or "en" from now on; anything else is ignored. */
void i18n_use(const char *lang);
const char *i18n_lang(void);
/* The language the environment asks for, before an account is known. */
const char *i18n_guess(void);
/* "fi", "sv" or "en" itself if it is one of them, else NULL. */
const char *i18n_known(const char *lang);

/* In the language in use; the text itself where it has none. What they return stays valid. */
const char *i18n_text(const char *text) __attribute__((format_arg(1)));
const char *i18n_counted(const char *one, const char *many, unsigned long n)
	__attribute__((format_arg(1), format_arg(2)));
const char *i18n_in_context(const char *with_context, const char *text)
	__attribute__((format_arg(2)));
/* The same for a table's member marked NC_(context, ...). */
const char *i18n_lookup(const char *context, const char *text);
/* The text in the language in use, or where that is empty, in the first that is not. `fallback`
 * (may be NULL) says whether it had to fall back. */
const char *i18n_pick(const char *fi, const char *sv, const char *en, _Bool *fallback);
