/* SPDX-License-Identifier: MIT */
#include "src/base/section.h"

#include <string.h>

const char *section_text(struct arena *arena, const char *file, const char *name)
{
	const char *mark = arena_printf(arena, "== %s\n", name);
	const char *begin = strstr(file, mark);

	if (begin == NULL)
		return NULL;
	begin += strlen(mark);
	const char *end = strstr(begin, "\n== ");
	if (end == NULL)
		end = begin + strlen(begin);
	while (end > begin && end[-1] == '\n')
		end--;
	return arena_bytes(arena, begin, (size_t)(end - begin));
}
