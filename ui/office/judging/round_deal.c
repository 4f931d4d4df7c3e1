/* SPDX-License-Identifier: MIT
 * How many review each submission, and the seed that they are dealt by. */
#include "ui/office/judging/round_deal.h"

#include <stdio.h>
#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/judging/round.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"

enum { DEAL_NUMBER, DEAL_SEED };

static const struct form_field fields[] = {
	[DEAL_NUMBER] = { .name = "per_submission",
		.required = true,
		.hint = N_("How many jurors review each submission; 0: all review everything") },
	[DEAL_SEED] = { .name = "seed",
		.kind = FORM_LINE,
		.hint = N_("Drawn by Klash if it is left empty, as it must be in a blind round") },
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct arena arena = { 0 };
	struct round r;
	struct error e = round_get(ctx, &arena, *(int64_t *)arg, &r);

	if (e.code == E_OK)
		form_set(form, DEAL_NUMBER,
			arena_printf(&arena, "%lld", (long long)r.per_submission));
	arena_clear(&arena);
	return e;
}

/* No field of the round: it is drawn and kept when the reviews are dealt. */
static struct error read_seed(const char *text, int64_t *seed)
{
	char *end = NULL;

	*seed = -1;
	if (*text == '\0')
		return ok();
	*seed = strtoll(text, &end, 10);
	return *end == '\0' && *seed >= 0 ? ok() : fail(E_INVALID, "seed");
}

/* What would get too few reviews, in a box; nothing if there is nothing. -1: by the round's number.
 */
static void tell_shortages(struct ui *ui, int64_t round_id, int64_t per_submission)
{
	struct arena arena = { 0 };
	struct buffer text = { 0 };
	struct shortages list;

	if (round_shortages(ui->ctx, &arena, round_id, per_submission, &list).code == E_OK &&
		list.n > 0) {
		for (size_t i = 0; i < list.n; i++)
			buffer_printf(&text, "%s%s", i > 0 ? "\n" : "", list.sentences[i]);
		ui_tell(ui, _("Too few reviews"), text.text);
	}
	buffer_clear(&text);
	arena_clear(&arena);
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	int64_t id = *(int64_t *)arg, seed;
	struct round r = { 0 };

	TRY(form_read_row(form, &r));
	TRY(read_seed(form_get(form, DEAL_SEED), &seed));
	struct error e = round_assign(ui->ctx, id, r.per_submission, seed);
	if (e.code == E_RULE)
		tell_shortages(ui, id, r.per_submission);
	return e;
}

static const struct form_def def = { NC_("title", "Reviews of each submission"),
	N_("So many jurors review each submission. They are dealt as the round opens: evenly, without "
	   "conflicts, by a seed that is written down now, so that others can deal the same again. "
	   "Let everybody declare their interests before."),
	fields, LEN(fields), fill, save, .record = &record_of_round };

void deal_round(struct ui *ui, int64_t id)
{
	struct arena arena = { 0 };
	struct draw_seed seed;

	if (!form_run(ui, form_new(ui, &def, &id)))
		return;
	if (round_seed(ui->ctx, &arena, id, &seed).code == E_OK)
		ui_say(ui, _("Written down. The seed: %lld"), (long long)seed.value);
	else
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
}
