/* SPDX-License-Identifier: MIT
 * Where talking begins and ends. */
#include "ui/line/line.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/ground/competition.h"
#include "src/registers/account.h"
#include "ui/line/parts.h"
#include "ui/toolkit/frame.h"

bool line_stands(struct talk *talk)
{
	struct error e = context_standing(talk->ctx);

	if (e.code == E_OK)
		return true;
	talk_refused(talk, e);
	talk->ended = talk->ended || e.code == E_RULE;
	return e.code != E_RULE;
}

void line_language(struct talk *talk)
{
	static const char *const names[] = { "suomi", "svenska", "English" };
	static const char *const codes[] = { "fi", "sv", "en" };

	talk_say(talk, "Kieli, språk, language:");
	int chosen = talk_choose(talk, names, LEN(names), _("Back"));
	if (chosen <= 0)
		return;
	i18n_use(codes[chosen - 1]);
	if (!context_is_readonly(talk->ctx) && !talk->ctx->on_behalf)
		(void)talk_report(talk, account_set_language(talk->ctx, codes[chosen - 1]),
			_("The language is changed."));
}

static void greet(struct talk *talk)
{
	struct arena arena = { 0 };
	struct competition competition = { 0 };
	struct error e = competition_get(talk->ctx, &arena, &competition);

	if (e.code == E_OK)
		talk_printf(talk, "Klash. %s. %s", competition_name(&competition),
			frame_mark(talk->ctx, &arena, true));
	else
		talk_refused(talk, e);
	/* TRANSLATORS: a person's name. */
	talk_printf(talk, _("You are %s."), talk->ctx->account.name);
	talk_say(talk,
		_("Type the number of a choice, then Enter. 0 goes back, Enter alone tells the "
		  "choices again. What you type is saved after each Enter."));
	arena_clear(&arena);
}

int line_main(struct context *ctx, FILE *in, FILE *out)
{
	struct talk talk;

	talk_start(&talk, ctx, in, out);
	greet(&talk);
	if (ctx->role == ROLE_JUROR)
		line_jury(&talk);
	else
		line_office(&talk);
	talk_head(&talk, _("You have left Klash."));
	talk_end(&talk);
	return fflush(out) == 0 && !ferror(out) ? 0 : 1;
}
