/* SPDX-License-Identifier: MIT
 * Writes a letter of what it is given, for tests that read it with something else: from's name and
 * address, to's, the subject, its text and HTML, then the names of what is enclosed, whose content
 * is the name itself. CR LF where the first argument is "file". */
#include <stdio.h>
#include <string.h>

#include "src/letters/message.h"

enum { FIRST_NAME = 9, NAMES_MAX = 20 };

int main(int argc, char **argv)
{
	struct enclosure enclosures[NAMES_MAX];
	struct buffer out = { 0 };

	if (argc < FIRST_NAME || argc - FIRST_NAME > NAMES_MAX)
		return 2;
	struct message message = { .from = { argv[2], argv[3] },
		.to = { argv[4], argv[5] },
		.copy = { "", "" },
		.subject = argv[6],
		.languages = "fi",
		.id = "0123456789abcdef01234567@kilpailu.example",
		.at = 1575000000,
		.text = argv[7],
		.html = argv[8],
		.enclosures = enclosures,
		.n = (size_t)(argc - FIRST_NAME) };
	for (int i = FIRST_NAME; i < argc; i++)
		enclosures[i - FIRST_NAME] =
			(struct enclosure){ argv[i], NULL, argv[i], strlen(argv[i]) };
	struct error e =
		message_write(&message, strcmp(argv[1], "file") == 0 ? END_CRLF : END_LF, &out);
	if (e.code == E_OK)
		fwrite(out.text, 1, out.length, stdout);
	buffer_clear(&out);
	return e.code == E_OK ? 0 : 1;
}
