/* SPDX-License-Identifier: MIT */
#include "documents/text.h"

#include <ctype.h>
#include <glib.h>
#include <string.h>

enum { LANGUAGE_MAX = 12 };

bool text_is_clean(const char *text)
{
	if (!g_utf8_validate(text, -1, NULL))
		return false;
	for (; *text != '\0'; text = g_utf8_next_char(text)) {
		gunichar letter = g_utf8_get_char(text);

		if ((letter < 0x20 && letter != '\n') || letter == 0x7f || letter == 0xfffe ||
			letter == 0xffff)
			return false;
	}
	return true;
}

bool text_is_language(const char *text)
{
	if (text == NULL || strlen(text) < 2 || strlen(text) > LANGUAGE_MAX)
		return false;
	for (; *text != '\0'; text++)
		if (!isalnum((unsigned char)*text) && *text != '-')
			return false;
	return true;
}
