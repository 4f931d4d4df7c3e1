/* SPDX-License-Identifier: MIT */
#include "src/export/writer.h"

#include <string.h>

#include "db/base/error.h"
#include "db/base/utf8.h"

/* The first is the one that is meant where nobody says which. */
const struct writer *const writers[] = {
	&table_writer,
	&csv_writer,
	&json_writer,
	&xlsx_writer,
	&addresses_writer,
	&address_list_writer,
};
const size_t writer_count = LEN(writers);

const struct writer *writer_find(const char *name)
{
	for (size_t i = 0; i < LEN(writers); i++)
		if (strcmp(writers[i]->name, name) == 0)
			return writers[i];
	return NULL;
}

const char *writer_names(struct arena *arena)
{
	const char *names = "";

	for (size_t i = 0; i < LEN(writers); i++)
		names = arena_printf(arena, "%s%s%s", names, i > 0 ? "|" : "", writers[i]->name);
	return names;
}

void write_clean(FILE *out, const char *text)
{
	while (*text != '\0') {
		uint32_t code;
		size_t n = utf8_decode(text, &code);

		if (code == '\n' || code == '\t' || code == '\r')
			fputc(' ', out);
		else if (code == 0xFFFD || utf8_unsafe(code)) /* invalid bytes decode to it */
			fputs("\xEF\xBF\xBD", out);
		else
			fwrite(text, 1, n, out);
		text += n;
	}
}
