/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/sequence.h"

#include <stdio.h>
#include <string.h>

#include "ui/toolkit/key.h"

/* Letters and, below each, what stands on the key. */
static const char letters[] = "pqrstuvwxylnmkjoXM";
static const char meanings[] = "0123456789,.-+*/=\r";

int sequence_keypad(int letter)
{
	const char *at = letter > 0 && letter < 0x80 ? strchr(letters, letter) : NULL;

	return at == NULL ? K_UNKNOWN : meanings[at - letters];
}

bool sequence_keypad_bytes(size_t number, char bytes[4])
{
	if (number >= sizeof(letters) - 1)
		return false;
	snprintf(bytes, 4, "\033O%c", letters[number]);
	return true;
}

int sequence_csi(const char *text)
{
	int first = 0, modifier = 0, key = 0, used = 0;

	if (sscanf(text, "13;%du%n", &modifier, &used) == 1 && used > 0 && text[used] == '\0')
		return K_ENTER;
	if (strcmp(text, "13u") == 0)
		return K_ENTER;
	used = 0;
	if (sscanf(text, "%d;%d;%d~%n", &first, &modifier, &key, &used) == 3 && used > 0 &&
		text[used] == '\0' && first == 27 && key == K_ENTER)
		return K_ENTER;
	return K_UNKNOWN;
}
