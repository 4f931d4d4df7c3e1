/* SPDX-License-Identifier: MIT */
#include "documents/markup.h"

#include <string.h>

void put_escaped(struct piece *out, const char *text)
{
	for (; *text != '\0'; text++) {
		const char *entity = *text == '&'  ? "&amp;" :
				     *text == '<'  ? "&lt;" :
				     *text == '>'  ? "&gt;" :
				     *text == '"'  ? "&quot;" :
				     *text == '\'' ? "&apos;" :
						     NULL;

		if (entity == NULL)
			piece_add(out, text, 1);
		else
			piece_add(out, entity, strlen(entity));
	}
}
