/* SPDX-License-Identifier: MIT */
#include "src/export/addresses.h"

#include <ctype.h>
#include <string.h>

#include "src/base/csv_out.h"
#include "src/base/i18n.h"
#include "src/base/set.h"
#include "src/base/text.h"

const char address_lack[] = N_(
	"This list has no e-mail addresses. Those of persons, mentors, jurors and of what was sent "
	"in have them.");

static size_t place_of(const char *const *names, size_t n, const char *name)
{
	size_t i = 0;

	while (i < n && strcmp(names[i], name) != 0)
		i++;
	return i;
}

/* A row is about somebody ("name", "email"), or has a contact ("contact", "contact_email"). */
struct address_places address_places(const char *const *names, size_t n)
{
	struct address_places at = { n, place_of(names, n, "email"), n };
	bool contact = at.email == n;

	if (contact)
		at.email = place_of(names, n, "contact_email");
	if (at.email == n)
		return at;
	at.name = place_of(names, n, contact ? "contact" : "name");
	at.language = place_of(names, n, "language");
	return at;
}

/* What both keep meanwhile. */
struct addressing {
	struct address_places at;
	struct set seen;
	size_t n;
};

static void begin(struct writing *w)
{
	struct addressing *kept = arena_alloc(&w->kept, sizeof(*kept));
	const char **names = arena_alloc(&w->kept, (w->n + 1) * sizeof(*names));

	for (size_t i = 0; i < w->n; i++)
		names[i] = w->headings[i].name;
	kept->at = address_places(names, w->n);
	w->state = kept;
}

static char *words_at(struct writing *w, size_t place, const struct cell *cells)
{
	return arena_text(&w->kept, place >= w->n ? "" :
						    cell_words(&w->kept, &cells[place],
							    w->exact ? READ_EXACT : READ_SHEET));
}

/* Who has no address, by name or else by what the row begins with. */
static void note_without(struct writing *w, const char *name, const struct cell *cells)
{
	if (w->without_n == w->without_room) {
		size_t room = w->without_room == 0 ? 16 : w->without_room * 2;
		const char **more = arena_alloc(&w->kept, room * sizeof(*more));

		if (w->without_n > 0)
			memcpy(more, w->without, w->without_n * sizeof(*more));
		w->without = more;
		w->without_room = room;
	}
	w->without[w->without_n++] = *name != '\0' ? name : words_at(w, 0, cells);
}

/* NULL: it has none, or the address has been there. */
static const char *next_address(struct writing *w, const struct cell *cells)
{
	struct addressing *kept = w->state;
	const char *email = words_at(w, kept->at.email, cells);
	char *lower = arena_text(&w->kept, email);

	if (strchr(email, '@') == NULL) {
		note_without(w, words_at(w, kept->at.name, cells), cells);
		return NULL;
	}
	for (char *c = lower; *c != '\0'; c++)
		*c = (char)tolower((unsigned char)*c);
	if (!set_add(&kept->seen, lower, 0))
		return NULL;
	kept->n++;
	return email;
}

static struct error end(struct writing *w, struct error e)
{
	struct addressing *kept = w->state;
	size_t n = kept->n;

	set_clear(&kept->seen);
	return e.code == E_OK && n == 0 ? rule(N_("None of these rows has an e-mail address.")) : e;
}

/* Outlook takes semicolons alone, the standard commas. */
static void row_of_line(struct writing *w, const struct cell *cells)
{
	const struct addressing *kept = w->state;
	const char *email = next_address(w, cells);

	if (email == NULL)
		return;
	if (kept->n > 1)
		fputs(w->exact ? ", " : "; ", w->out);
	fputs(email, w->out);
}

static struct error end_line(struct writing *w, struct error e)
{
	e = end(w, e);
	if (e.code == E_OK)
		fputc('\n', w->out);
	return e;
}

static void put(struct writing *w, const char *name, const char *email, const char *language)
{
	char delimiter = w->exact ? ',' : ';';

	csv_put(w->out, name, w->exact, delimiter);
	fputc(delimiter, w->out);
	csv_put(w->out, email, w->exact, delimiter);
	fputc(delimiter, w->out);
	csv_put(w->out, language, w->exact, delimiter);
	fputs("\r\n", w->out);
}

static void put_head(struct writing *w)
{
	if (!w->exact)
		csv_put_mark(w->out);
	if (w->exact)
		put(w, "name", "email", "language");
	else
		put(w, C_("column", "Name"), C_("column", "E-mail"),
			text_word(WORDS_FIELD, "language"));
}

static void row_of_file(struct writing *w, const struct cell *cells)
{
	const struct addressing *kept = w->state;
	const char *email = next_address(w, cells);

	if (email == NULL)
		return;
	if (kept->n == 1) /* nothing stands there before an address does */
		put_head(w);
	put(w, words_at(w, kept->at.name, cells), email, words_at(w, kept->at.language, cells));
}

const struct writer addresses_writer = { .name = "addresses",
	.ending = "txt",
	.word = NC_("format", "e-mail addresses for Bcc"),
	.reader = READ_SHEET,
	.to_a_file = true,
	.addresses = true,
	.begin = begin,
	.row = row_of_line,
	.end = end_line };

const struct writer address_list_writer = { .name = "address-list",
	.ending = "csv",
	.word = NC_("format", "names, addresses, languages"),
	.reader = READ_SHEET,
	.to_a_file = true,
	.addresses = true,
	.begin = begin,
	.row = row_of_file,
	.end = end };
