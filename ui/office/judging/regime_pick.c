/* SPDX-License-Identifier: MIT */
#include "ui/office/judging/regime_pick.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/regime_choice.h"
#include "src/registers/regime.h"
#include "ui/toolkit/dialog.h"

enum { REGIMES_MAX = 40 };

struct choices {
	int64_t ids[REGIMES_MAX];
	const char *codes[REGIMES_MAX], *words[REGIMES_MAX];
	int n;
};

/* "✓ Act on Public Procurement: Procurement correction, Appeal to the Market Court". */
static const char *words_of(struct arena *arena, const struct regime *r, const char *offered)
{
	const char *remedies = regime_remedies(arena, r, NULL);

	return arena_printf(arena, "%s%s%s%s", strcmp(r->code, offered) == 0 ? "✓ " : "  ",
		regime_name(r, NULL), *remedies == '\0' ? "" : ": ", remedies);
}

/* Of the versions of one code the last takes the place of those before it. */
static struct error take(struct context *ctx, struct arena *arena, int64_t id, const char *offered,
	struct choices *c)
{
	struct regime r;
	int at = c->n;

	TRY(regime_get(ctx, arena, id, &r));
	if (at > 0 && strcmp(c->codes[at - 1], r.code) == 0)
		at--;
	if (at == REGIMES_MAX)
		return ok();
	c->ids[at] = id;
	c->codes[at] = r.code;
	c->words[at] = words_of(arena, &r, offered);
	c->n = at + 1;
	return ok();
}

static int position(const struct choices *c, int64_t id)
{
	for (int i = 0; i < c->n; i++)
		if (c->ids[i] == id)
			return i;
	return 0;
}

void pick_regime(struct ui *ui, struct form *form, size_t field, int64_t round_id)
{
	struct choices choices = { .n = 0 };
	struct id_list ids = { 0 };
	struct arena arena = { 0 };
	struct regime_offer offer = { "", "" };
	struct error e = regime_offered(ui->ctx, &arena, round_id, &offer);

	if (e.code == E_OK)
		e = regime_ids(ui->ctx, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = take(ui->ctx, &arena, ids.ids[i], offer.code, &choices);
	ui_complain(ui, e);
	/* Why that one is offered is too long for a line. */
	if (e.code == E_OK)
		ui_tell(ui, C_("title", "Correction and appeal"), offer.why);
	int chosen =
		choices.n == 0 ?
			-1 :
			ui_choose(ui, _("By what is it corrected and appealed against?"),
				choices.words, choices.n, position(&choices, form_id(form, field)));
	if (chosen >= 0)
		form_set_id(form, field, choices.ids[chosen], choices.words[chosen]);
	id_list_clear(&ids);
	arena_clear(&arena);
}
