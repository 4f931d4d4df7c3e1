/* SPDX-License-Identifier: MIT */
#include "src/publish/named.h"

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/team.h"
#include "src/registers/municipality.h"

struct error web_title(struct web *web, const struct challenge *challenge, const char **title)
{
	*title = web_own(web, challenge->title_fi, challenge->title_sv);
	return web_needs(web, *title,
		arena_printf(
			web->arena, "%s, %s", challenge->code, text_word(WORDS_FIELD, "title")));
}

struct error web_challenge_head(struct web *web, const struct challenge *challenge)
{
	struct municipality m;
	const char *title;

	TRY(web_title(web, challenge, &title));
	TRY(municipality_get(web->ctx, web->arena, challenge->pilot_id, &m));
	web_minor(web, title);
	/* TRANSLATORS: %s is a municipality. */
	web_paragraph(web, "place",
		arena_printf(web->arena, _("Pilot municipality: %s"),
			municipality_shown(web->ctx, web->arena, &m)));
	return ok();
}

struct error web_members(struct web *web, int64_t team_id, const char **names)
{
	struct team_members members;
	size_t n = 0;

	TRY(team_members(web->ctx, web->arena, team_id, &members));
	const char **words = arena_alloc(web->arena, (members.n + 1) * sizeof(*words));
	for (size_t i = 0; i < members.n; i++)
		if (members.rows[i].consent && members.rows[i].to == 0)
			words[n++] = members.rows[i].name;
	*names = text_join(web->arena, words, n);
	return ok();
}
