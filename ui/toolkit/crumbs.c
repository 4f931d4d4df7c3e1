/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/crumbs.h"

#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"

enum { CRUMBS_MAX = 2 * SCREENS_MAX + 1, SHORT_TITLE = 26, SHORT_WORD = 3 };

struct crumbs {
	const char *texts[CRUMBS_MAX];
	size_t n, first;
	size_t about; /* what the screens are about; n: nothing */
};

static void add(struct crumbs *crumbs, const char *text)
{
	if (crumbs->n < CRUMBS_MAX)
		crumbs->texts[crumbs->n++] = text;
}

const struct screen *crumbs_ground(const struct ui *ui)
{
	size_t i = ui->depth;

	while (i > 1 && ui->stack[i - 1]->ops->overlay)
		i--;
	return ui->stack[i - 1];
}

/* "1 Ongelmat" says it already. */
static bool says(const struct crumbs *crumbs, const char *about)
{
	const char *last = crumbs->texts[crumbs->n - 1], *at = strstr(last, about);

	return at != NULL && at[strlen(about)] == '\0';
}

/* What several screens are about stands once, before the first of them. */
static void collect(struct ui *ui, struct arena *arena, struct crumbs *crumbs)
{
	char title[200];
	const char *about = NULL;

	add(crumbs, competition_name(&ui->competition));
	for (size_t i = 0; i < ui->depth; i++) {
		const struct screen *screen = ui->stack[i];

		if (screen->ops->overlay || (i == 0 && crumbs_ground(ui) != screen))
			continue;
		if (screen->about != NULL && (about == NULL || strcmp(about, screen->about) != 0)) {
			about = screen->about;
			crumbs->about = says(crumbs, about) ? crumbs->n - 1 : crumbs->n;
			if (crumbs->about == crumbs->n)
				add(crumbs, about);
		}
		screen->ops->title(screen, title, sizeof(title));
		add(crumbs, arena_text(arena, title));
	}
	if (about == NULL)
		crumbs->about = crumbs->n;
}

/* Those between the first kept and the last go one by one, but not what they are about. */
static const char *join(const struct crumbs *crumbs, struct arena *arena)
{
	struct buffer text = { 0 };

	if (crumbs->first > 0)
		buffer_text(&text, term_glyph(GLYPH_ELLIPSIS));
	for (size_t i = 0; i < crumbs->n; i++) {
		if (i < crumbs->first && i != crumbs->about)
			continue;
		buffer_printf(&text, "%s%s", text.length > 0 ? " › " : "", crumbs->texts[i]);
	}
	const char *joined = arena_text(arena, text.text == NULL ? "" : text.text);
	buffer_clear(&text);
	return joined;
}

static int last_word(const char *text, const char **before)
{
	*before = strrchr(text, ' ');
	return *before == NULL ? 0 : utf8_columns(*before + 1);
}

/* "ja" and "Transport-" do not stand at the end. */
static bool leans_on(const char *word)
{
	return utf8_columns(word) <= SHORT_WORD || word[strlen(word) - 1] == '-';
}

/* Without its last word, nor one that leans on it. False: only the code is left. */
static bool shorten(struct crumbs *crumbs, struct arena *arena)
{
	const char **about = &crumbs->texts[crumbs->about], *space;
	bool code_only;

	if (last_word(*about, &space) == 0)
		return false;
	do {
		*about = arena_bytes(arena, *about, (size_t)(space - *about));
		code_only = last_word(*about, &space) == 0;
	} while (!code_only && leans_on(space + 1));
	return true;
}

const char *crumbs_text(struct ui *ui, struct arena *arena, int width)
{
	struct crumbs crumbs = { 0 };
	char title[200];
	const char *text;

	if (crumbs_ground(ui)->ops->alone) {
		crumbs_ground(ui)->ops->title(crumbs_ground(ui), title, sizeof(title));
		return arena_text(arena, title);
	}
	collect(ui, arena, &crumbs);
	while (utf8_columns(text = join(&crumbs, arena)) > width) {
		bool has_about = crumbs.about < crumbs.n;

		if (has_about && utf8_columns(crumbs.texts[crumbs.about]) > SHORT_TITLE &&
			shorten(&crumbs, arena))
			continue;
		if (crumbs.first + 1 < crumbs.n)
			crumbs.first++;
		else if (!has_about)
			break;
		else if (!shorten(&crumbs, arena))
			crumbs.about = crumbs.n; /* in a window that is too small for it */
	}
	return text;
}
