/* SPDX-License-Identifier: MIT */
#include "ui/office/desk/figures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/phases/figure.h"
#include "src/phases/range.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"

enum { FIGURE_KEY, FIGURE_VALUE, FIGURE_DAY, FIGURE_SOURCE };

static const struct form_field figure_fields[] = {
	[FIGURE_KEY] = { .name = "figure" },
	[FIGURE_VALUE] = { .name = "value" },
	[FIGURE_DAY] = { .name = "date" },
	[FIGURE_SOURCE] = { .name = "source",
		.hint = N_("Where the number was told: the notice, the press release, the page.") },
};

static struct error fill_figure(struct context *ctx, struct form *form, void *arg)
{
	(void)arg;
	form_fill_row(form, &(struct figure){ .key = text_code(WORDS_FIGURE, 0),
				    .day = day_of_time(context_now(ctx)) });
	form_set(form, FIGURE_VALUE, ""); /* 0 would be a figure, too */
	return ok();
}

static struct error save_figure(struct ui *ui, struct form *form, void *arg)
{
	struct figure figure = { 0 };
	int64_t id;

	(void)arg;
	TRY(form_read_row(form, &figure));
	return figure_publish(ui->ctx, &figure, &id);
}

static const struct form_def figure_def = { NC_("title", "Published figure"),
	N_("A number that was told to the public, with its source. The sheet shows where the records "
	   "give another."),
	figure_fields, LEN(figure_fields), fill_figure, save_figure, .record = &record_of_figure };

void publish_figure(struct ui *ui, struct screen *screen)
{
	(void)screen;
	if (form_run(ui, form_new(ui, &figure_def, NULL)))
		ui_say(ui, "%s", _("Saved."));
}

/* "4–6"; into out. */
static struct error words_of(struct context *ctx, const char *key, char *out, size_t size)
{
	struct arena arena = { 0 };
	struct ranges ranges;
	struct error e = range_list(ctx, &arena, &ranges);

	*out = '\0';
	for (size_t i = 0; e.code == E_OK && i < ranges.n; i++)
		if (strcmp(ranges.rows[i].key, key) == 0)
			snprintf(out, size, "%lld-%lld", (long long)ranges.rows[i].low,
				(long long)ranges.rows[i].high);
	arena_clear(&arena);
	return e;
}

static struct error read_range(const char *text, struct range *range)
{
	char *end, *last;

	range->low = strtoll(text, &end, 10);
	if (end == text || (*end != '-' && *end != ':'))
		return fail(E_INVALID, "range");
	range->high = strtoll(end + 1, &last, 10);
	return last == end + 1 || *last != '\0' || range->low < 0 || range->high < range->low ?
		       fail(E_INVALID, "range") :
		       ok();
}

static void ask_range(struct ui *ui, const char *key)
{
	struct range range = { .key = key };
	char now[60];
	struct error e = words_of(ui->ctx, key, now, sizeof(now));
	char *typed = e.code != E_OK ?
			      NULL :
			      ui_ask(ui, text_word(WORDS_RANGE, key),
				      _("How many are planned, from least to most: 4-6."), now, 1);

	if (typed != NULL)
		e = read_range(typed, &range);
	if (typed != NULL && e.code == E_OK)
		e = range_set(ui->ctx, &range);
	if (typed != NULL || e.code != E_OK)
		ui_report(ui, e, _("Saved."));
	free(typed);
}

void set_range(struct ui *ui, struct screen *screen)
{
	const char *options[20];
	int n = 0;

	(void)screen;
	for (; n < (int)LEN(options) && text_code(WORDS_RANGE, (size_t)n) != NULL; n++)
		options[n] = text_word(WORDS_RANGE, text_code(WORDS_RANGE, (size_t)n));
	int chosen = ui_choose(ui, text_word(WORDS_FIELD, "range"), options, n, 0);
	if (chosen >= 0)
		ask_range(ui, text_code(WORDS_RANGE, (size_t)chosen));
}
