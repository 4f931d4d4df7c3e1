/* SPDX-License-Identifier: MIT
 * Languages. The source language is English; catalogs are po/fi.po and po/sv.po. Text is translated
 * when it is about to be shown and never stored, so that the language can change while running. */
#pragma once

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text
#define C_(context, text) i18n_in_context(context "\004" text, text)
#define NC_(context, text) text

/* Sets locale and catalogs up; call once, first of all. Needs a UTF-8 character set: falls back to
 * C.UTF-8 where the environment has none. Returns 0, or -1 if the terminal's character set is
 * another one. */
int i18n_start(void);
/* Uses "fi", "sv" or "en" from now on; anything else is ignored. */
void i18n_use(const char *lang);
const char *i18n_lang(void);
/* The language the environment asks for, before an account is known. */
const char *i18n_guess(void);
/* "fi", "sv" or "en" itself if it is one of them, else NULL. */
const char *i18n_known(const char *lang);

const char *i18n_in_context(const char *with_context, const char *text);
/* The same for a table's member marked NC_(context, ...). */
const char *i18n_lookup(const char *context, const char *text);
/* The text in the language in use, or where that is empty, in the first that is not. `fallback`
 * (may be NULL) says whether it had to fall back. */
const char *i18n_pick(const char *fi, const char *sv, const char *en, _Bool *fallback);
