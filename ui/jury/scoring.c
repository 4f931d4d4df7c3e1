/* SPDX-License-Identifier: MIT */
#include "ui/jury/scoring.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "db/base/ratio.h"

/* Is there a score whose figures begin with the text; and one that has more of them? */
static bool begins_a_score(const struct criterion *c, const char *text, bool *longer)
{
	size_t n = strlen(text);
	bool begins = false;

	*longer = false;
	for (int64_t value = c->low; value <= c->high; value += c->step) {
		char figures[24];

		thousandths_format(value, figures, sizeof(figures));
		if (strncmp(figures, text, n) != 0)
			continue;
		begins = true;
		*longer = *longer || figures[n] != '\0';
	}
	return begins;
}

int64_t scoring_read(const struct criterion *c, const char *text)
{
	int64_t value;
	char figures[16];
	size_t n = strlen(text);

	if (n > 0 && text[n - 1] == '.')
		n--;
	snprintf(figures, sizeof(figures), "%.*s", (int)n, text);
	if (n == 0 || thousandths_parse(figures, &value) != 0)
		return -1;
	return value < c->low || value > c->high || (value - c->low) % c->step != 0 ? -1 : value;
}

void scoring_end(struct scoring *scoring)
{
	*scoring = (struct scoring){ .refused = SCORED_NOT };
}

/* What was refused is forgotten with it. */
static enum scored erase(struct scoring *scoring, const struct criterion *c, int64_t *value)
{
	size_t n = strlen(scoring->text);

	scoring->refused = SCORED_NOT;
	if (n > 0)
		scoring->text[n - 1] = '\0';
	*value = scoring_read(c, scoring->text);
	return n > 1 ? SCORED_ON : SCORED_TAKEN;
}

static enum scored refuse(struct scoring *scoring, enum scored why)
{
	scoring->refused = why;
	return why;
}

enum scored scoring_key(struct scoring *scoring, const struct criterion *c, int key, int64_t *value)
{
	char text[sizeof(scoring->text) + 2];
	bool digit = key >= '0' && key <= '9', sign = key == ',' || key == '.', longer;

	if (key == K_BACKSPACE || key == K_DELETE)
		return erase(scoring, c, value);
	if (!digit && !sign)
		return SCORED_NOT;
	if (scoring->refused != SCORED_NOT)
		return scoring->refused;
	if (sign && c->step % 1000 == 0)
		return refuse(scoring, SCORED_WHOLE);
	snprintf(text, sizeof(text), "%s%c", scoring->text, sign ? '.' : key);
	if (strlen(text) >= sizeof(scoring->text) || !begins_a_score(c, text, &longer))
		return refuse(scoring, SCORED_OFF);
	memcpy(scoring->text, text, strlen(text) + 1);
	*value = scoring_read(c, text);
	return longer ? SCORED_ON : SCORED_TAKEN;
}
