/* SPDX-License-Identifier: MIT */
#include "src/intake/language.h"

#include <stddef.h>
#include <string.h>

#include "db/base/arena.h"
#include "db/base/error.h"
#include "db/base/utf8.h"

static const char *const finnish[] = { "ja", "on", "ei", "että", "mutta", "tai", "kun", "jos",
	"ovat", "miten", "kuin", "myös", "joka", "mitä", "voi", "sama", "oma", "vain", "ole",
	"eivät", "yksi", "niin", "kuka" };
static const char *const swedish[] = { "och", "att", "är", "inte", "en", "ett", "som", "på", "för",
	"med", "av", "till", "den", "det", "de", "vi", "hur", "men", "från", "när", "i", "om",
	"har", "utan", "åt" };

enum { LONGEST = sizeof("eivät") - 1 };

static int count(const char *word, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (words[i][0] == word[0] && strcmp(words[i], word) == 0)
			return 1;
	return 0;
}

const char *language_guess(const char *text, const char *otherwise)
{
	struct arena arena = { 0 };
	char *rest = utf8_fold(&arena, text);
	int fi = 0, sv = 0;

	for (char *word; (word = strsep(&rest, " .,;:!?()\"'/-")) != NULL;) {
		if (rest != NULL ? rest - word > LONGEST + 1 : strlen(word) > LONGEST)
			continue;
		fi += count(word, finnish, LEN(finnish));
		sv += count(word, swedish, LEN(swedish));
	}
	arena_clear(&arena);
	if (fi == sv)
		return otherwise;
	return fi > sv ? "fi" : "sv";
}
