/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/key.h"

#include <stdio.h>

#include "db/base/error.h"
#include "db/base/utf8.h"

const char *key_words(int key, char *out, size_t size)
{
	static const struct {
		int key;
		const char *name;
	} names[] = {
		{ K_TAB, "Tab" },
		{ K_ENTER, "Enter" },
		{ K_ESC, "Esc" },
		{ ' ', "Space" },
		{ K_BACKSPACE, "Backspace" },
		{ K_UP, "↑" },
		{ K_DOWN, "↓" },
		{ K_LEFT, "←" },
		{ K_RIGHT, "→" },
		{ K_HOME, "Home" },
		{ K_END, "End" },
		{ K_PAGE_UP, "PgUp" },
		{ K_PAGE_DOWN, "PgDn" },
		{ K_INSERT, "Ins" },
		{ K_DELETE, "Del" },
		{ K_BACKTAB, "Shift-Tab" },
		{ K_F1, "F1" },
	};
	char utf8[5];

	for (size_t i = 0; i < LEN(names); i++)
		if (names[i].key == key)
			return names[i].name;
	if (key > 0 && key < 32) {
		snprintf(out, size, "Ctrl-%c", key + 64);
		return out;
	}
	utf8_encode((uint32_t)key, utf8);
	snprintf(out, size, "%s", utf8);
	return out;
}
