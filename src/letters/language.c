/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "src/base/i18n.h"
#include "src/letters/matter.h"

static struct letter_tongue one(const char *language, const char *rule)
{
	return (struct letter_tongue){ language, language, rule };
}

/* "sv+fi": the majority's comes first; other languages than these two have no letters. */
static struct letter_tongue of_body(const char *languages)
{
	const char *fi = strstr(languages, "fi"), *sv = strstr(languages, "sv");

	if (fi != NULL && sv != NULL)
		return (struct letter_tongue){ "fi,sv", fi < sv ? "fi" : "sv", "municipality" };
	return one(sv != NULL ? "sv" : "fi", fi != NULL || sv != NULL ? "municipality" : "default");
}

static struct letter_tongue of_office(const struct letter_recipient *to, const char *chosen)
{
	if (strcmp(chosen, "fi,sv") != 0)
		return one(chosen, "office");
	struct letter_tongue by_rule = letter_tongue(to, NULL);

	return (struct letter_tongue){ "fi,sv", strcmp(by_rule.leading, "sv") == 0 ? "sv" : "fi",
		"office" };
}

struct letter_tongue letter_tongue(const struct letter_recipient *to, const char *chosen)
{
	if (chosen != NULL && *chosen != '\0')
		return of_office(to, chosen);
	if (i18n_known(to->own_language) != NULL)
		return one(i18n_known(to->own_language), "person");
	if (i18n_known(to->submission_language) != NULL)
		return one(i18n_known(to->submission_language), "submission");
	return of_body(to->body_language);
}
