/* SPDX-License-Identifier: MIT */
#include "src/documents/scribe.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/ground/competition.h"

struct error scribe_in(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out,
	struct error (*write)(
		struct scribe *w, const struct document_ask *ask, struct documents *out))
{
	struct scribe w = { .ctx = ctx, .arena = arena };
	const char *before = i18n_lang();

	i18n_use(ask->lang != NULL ? ask->lang : before);
	struct error e = write(&w, ask, out);
	i18n_use(before);
	return e;
}

struct error scribe_begin(struct scribe *w, struct documents *out, const char *title)
{
	struct competition c;

	TRY(competition_get(w->ctx, w->arena, &c));
	w->page = document_new(out, w->arena, i18n_lang(), title);
	w->page->head = document_words(w->page, competition_name(&c));
	if (w->ctx->demo)
		w->page->notice =
			document_words(w->page, _("This is a demo: everything in it is invented."));
	return ok();
}

void scribe_fact(struct scribe *w, const char *label, const char *value)
{
	if (value != NULL && *value != '\0' && w->n < LEN(w->facts))
		w->facts[w->n++] = (struct fact){ .label = arena_text(w->arena, label),
			.value = arena_text(w->arena, value) };
}

void scribe_facts(struct scribe *w, const char *heading)
{
	if (w->n > 0 && heading != NULL)
		document_heading(w->page, heading);
	if (w->n > 0)
		document_facts(w->page, w->facts, w->n);
	w->n = 0;
}

void scribe_heading(struct scribe *w, const char *text)
{
	document_add(w->page, &(struct block){ .kind = BLOCK_HEADING, .level = 2, .text = text });
}

/* NULL where it is the document's own: then nothing has to say so. */
static const char *other_lang(const struct scribe *w, const char *lang)
{
	return lang == NULL || *lang == '\0' || strcmp(lang, w->page->lang) == 0 ? NULL : lang;
}

void scribe_text(struct scribe *w, const char *text, const char *lang)
{
	if (text != NULL && *text != '\0')
		document_add(w->page, &(struct block){ .kind = BLOCK_PARAGRAPH,
					      .text = text,
					      .lang = other_lang(w, lang) });
}

void scribe_said(struct scribe *w, const char *label, const char *text, const char *lang)
{
	if (text != NULL && *text != '\0')
		scribe_text(w, arena_printf(w->arena, "%s: %s", label, text), lang);
}

void scribe_column(struct scribe_table *t, const char *title, bool number)
{
	if (t->n < LEN(t->columns))
		t->columns[t->n++] = (struct table_column){ title, number };
}

const char **scribe_row(const struct scribe *w, struct scribe_table *t)
{
	if (t->rows == t->room) {
		size_t room = t->room == 0 ? 16 : t->room * 2;
		const char **wider = arena_alloc(w->arena, room * t->n * sizeof(*wider));

		if (t->rows > 0)
			memcpy(wider, t->cells, t->rows * t->n * sizeof(*wider));
		t->cells = wider;
		t->room = room;
	}
	const char **row = &t->cells[t->rows++ * t->n];

	for (size_t c = 0; c < t->n; c++)
		row[c] = "";
	return row;
}

void scribe_table(
	struct scribe *w, const struct scribe_table *t, const char *caption, const char *none)
{
	if (t->rows == 0 && none != NULL)
		document_paragraph(w->page, none);
	if (t->rows > 0)
		document_add(w->page, &(struct block){ .kind = BLOCK_TABLE,
					      .columns = t->columns,
					      .n = t->n,
					      .cells = t->cells,
					      .row_count = t->rows,
					      .text = caption == NULL ? "" : caption });
}

const char *scribe_day(const struct scribe *w, int64_t day)
{
	char text[60] = "";

	if (day != 0)
		text_day(day, text, sizeof(text));
	return arena_text(w->arena, text);
}

const char *scribe_time(const struct scribe *w, int64_t time)
{
	char text[60] = "";

	if (time != 0)
		text_time(time, text, sizeof(text));
	return arena_text(w->arena, text);
}

const char *scribe_clock(const struct scribe *w, int64_t time)
{
	char text[60] = "";
	struct civil at = civil_of_time(time);

	if (time != 0)
		text_clock(at.hour * 60 + at.minute, text, sizeof(text));
	return arena_text(w->arena, text);
}

const char *scribe_number(const struct scribe *w, int64_t number)
{
	char text[40];

	text_count(number, text, sizeof(text));
	return arena_text(w->arena, text);
}

const char *scribe_money(const struct scribe *w, int64_t cents)
{
	char text[60];

	money_text(cents, text, sizeof(text));
	return arena_text(w->arena, text);
}

const char *scribe_points(const struct scribe *w, struct ratio points)
{
	char text[40];

	if (points.den == 0)
		return "–";
	text_ratio(points, 2, text, sizeof(text));
	return arena_text(w->arena, text);
}
