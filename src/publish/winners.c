/* SPDX-License-Identifier: MIT
 * The winners, a card each: challenge, municipality, team, the jury's reason in a sentence, and the
 * members who agreed to being named. */
#include <string.h>

#include "db/store/content.h"
#include "db/store/team.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/contents.h"
#include "src/judging/decision.h"
#include "src/phases/challenge.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/publish/embargo.h"
#include "src/publish/named.h"
#include "src/publish/stage.h"

enum { SENTENCE_MAX = 320 }; /* bytes; what is longer is cut after its first sentence */

/* Its first sentence where it is long: up to a full stop with a blank and a capital behind. */
static const char *shortened(struct web *web, const char *text)
{
	size_t n = strlen(text);

	if (n <= SENTENCE_MAX)
		return text;
	for (const char *at = text; (at = strpbrk(at, ".!?")) != NULL; at++)
		if (at[1] == ' ' && at[2] >= 'A' && at[2] <= 'Z')
			return arena_bytes(web->arena, text, (size_t)(at + 1 - text));
	return text;
}

/* The jury's words, without what the figures say; the whole reason where it was not composed. */
static struct error find_reason(struct web *web, const struct decision *d,
	const struct decision_item *item, const char **reason)
{
	struct decision_reasons all;

	*reason = "";
	TRY(store_decision_reasons(web->ctx->db, web->arena, d->id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.rows[i].item_id == item->item_id)
			*reason = web_own(web, all.rows[i].words_fi, all.rows[i].words_sv);
	if (**reason == '\0')
		*reason = web_own(web, item->reason_fi, item->reason_sv);
	TRY(web_needs(web, *reason,
		arena_printf(web->arena, "%s, %s", item->code, text_word(WORDS_FIELD, "reason"))));
	*reason = shortened(web, *reason);
	return ok();
}

static struct error reason_of(
	struct web *web, const struct decision *d, const struct team *team, const char **reason)
{
	struct decision_items items;

	*reason = "";
	TRY(decision_items(web->ctx, web->arena, d->id, &items));
	for (size_t i = 0; i < items.n; i++)
		if (items.rows[i].submission_id == team->solution_id)
			return find_reason(web, d, &items.rows[i], reason);
	return ok();
}

static struct error put_winner(struct web *web, const struct decision *d, int64_t team_id)
{
	const char *reason, *names;
	struct team team;

	TRY(team_get(web->ctx, web->arena, team_id, &team));
	TRY(reason_of(web, d, &team, &reason));
	TRY(web_members(web, team_id, &names));
	web_paragraph(web, "team", team.name);
	web_element(web, "blockquote", "", NULL, reason);
	if (*names != '\0')
		/* TRANSLATORS: %s are names of people. */
		web_paragraph(web, "members",
			arena_printf(web->arena, _("Members of the team: %s"), names));
	return ok();
}

static struct error put_winners(
	struct web *web, const struct decision *d, const struct challenge *c)
{
	struct id_list ids = { 0 };
	struct error e = team_ids(web->ctx, c->id, "winner", &ids);

	if (e.code == E_OK && ids.n == 0)
		web_paragraph(web, "", _("No winner was chosen in this challenge."));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = put_winner(web, d, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}

static struct error put_card(struct web *web, int64_t challenge_id)
{
	struct challenge c;
	struct told told;

	TRY(challenge_get(web->ctx, web->arena, challenge_id, &c));
	TRY(web_told(web, "solution", challenge_id, &told));
	buffer_text(web->out, "<li class=\"card\">\n");
	struct error e = web_challenge_head(web, &c);
	if (e.code != E_OK)
		return e;
	if (told.open)
		e = put_winners(web, &told.d, &c);
	else
		web_paragraph(web, "",
			_("The result is told here when the decision has been made and every "
			  "entrant has been notified of it."));
	buffer_text(web->out, "</li>\n");
	return e;
}

struct error web_winners(struct web *web)
{
	struct id_list ids = { 0 };
	struct error e = challenge_ids(web->ctx, &ids);

	web_heading(web, "winners", C_("web page", "Winners"));
	if (e.code == E_OK && ids.n == 0)
		web_paragraph(web, "", _("The challenges have not been chosen yet."));
	if (ids.n > 0)
		buffer_text(web->out, "<ul class=\"cards\">\n");
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = put_card(web, ids.ids[i]);
	if (ids.n > 0)
		buffer_text(web->out, "</ul>\n");
	id_list_clear(&ids);
	return e;
}
