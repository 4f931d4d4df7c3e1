/* SPDX-License-Identifier: MIT
 * The teams that go on. One is named when a member has agreed to being named; once the result may
 * be told, none is that has not won (621/1999 makes their names public on request, and nothing asks
 * for them on the web). */
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/challenge.h"
#include "src/phases/team.h"
#include "src/publish/embargo.h"
#include "src/publish/named.h"
#include "src/publish/stage.h"

static struct error put_team(struct web *web, int64_t id, bool decided, unsigned long *unnamed)
{
	const char *names;
	struct team t;

	TRY(team_get(web->ctx, web->arena, id, &t));
	TRY(web_members(web, id, &names));
	if (*names == '\0' || (decided && team_state_of(t.state) != TEAM_STATE_WINNER)) {
		++*unnamed;
		return ok();
	}
	buffer_text(web->out, "<li>");
	web_element(web, "strong", "", NULL, t.name);
	web_element(web, "span", "pale", NULL, names);
	buffer_text(web->out, "</li>\n");
	return ok();
}

static struct error put_teams(struct web *web, const struct challenge *c)
{
	struct id_list ids = { 0 };
	struct told told;
	unsigned long unnamed = 0;

	TRY(web_told(web, "solution", c->id, &told));
	struct error e = team_ids(web->ctx, c->id, "going_on", &ids);
	if (ids.n > 0)
		buffer_text(web->out, "<ul class=\"teams\">\n");
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = put_team(web, ids.ids[i], told.open, &unnamed);
	if (unnamed > 0) {
		buffer_text(web->out, "<li>");
		web_element(web, "span", "", NULL,
			arena_printf(web->arena,
				ngettext("%lu team is not named on this page.",
					"%lu teams are not named on this page.", unnamed),
				unnamed));
		buffer_text(web->out, "</li>\n");
	}
	if (ids.n > 0)
		buffer_text(web->out, "</ul>\n");
	id_list_clear(&ids);
	return e;
}

static struct error put_challenge(struct web *web, int64_t id)
{
	struct challenge c;
	struct told told;

	TRY(challenge_get(web->ctx, web->arena, id, &c));
	TRY(web_challenge_head(web, &c));
	TRY(web_told(web, "application", id, &told));
	if (told.open)
		return put_teams(web, &c);
	web_paragraph(web, "", _("The teams are told here when they have been chosen."));
	return ok();
}

struct error web_finalists(struct web *web)
{
	struct id_list ids = { 0 };
	struct error e = challenge_ids(web->ctx, &ids);

	web_heading(web, "teams", C_("web page", "Teams by challenge"));
	if (e.code == E_OK && ids.n == 0)
		web_paragraph(web, "", _("The challenges have not been chosen yet."));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = put_challenge(web, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}
