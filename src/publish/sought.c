/* SPDX-License-Identifier: MIT
 * What was sought, by whom and for whom. */
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/competition.h"
#include "src/phases/challenge.h"
#include "src/phases/phase.h"
#include "src/publish/named.h"
#include "src/publish/stage.h"
#include "src/registers/organization.h"

/* Those whose competition it is on the day; of the others, too, in the order of the register. */
static struct error organizers(struct web *web, bool owners, const char **names)
{
	const char **words;
	struct id_list ids = { 0 };
	struct error e = partner_ids(web->ctx, web->today, &ids);
	size_t n = 0;

	words = arena_alloc(web->arena, (ids.n + 1) * sizeof(*words));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct partner p;

		e = partner_get(web->ctx, web->arena, ids.ids[i], &p);
		if (e.code == E_OK && (partner_kind_of(p.kind) == PARTNER_KIND_OWNER) == owners)
			words[n++] = i18n_pick(p.name_fi, p.name_sv, "", NULL);
	}
	*names = text_join(web->arena, words, n);
	id_list_clear(&ids);
	return e;
}

static struct error themes(struct web *web, const char **names)
{
	struct themes all;

	TRY(theme_list(web->ctx, web->arena, &all));
	const char **words = arena_alloc(web->arena, (all.n + 1) * sizeof(*words));
	for (size_t i = 0; i < all.n; i++)
		words[i] = theme_name(&all.rows[i]);
	*names = text_join(web->arena, words, all.n);
	return ok();
}

struct error web_sought(struct web *web)
{
	const char *owners, *partners, *topics;

	web_heading(web, "sought", C_("web page", "What is sought, and for whom"));
	web_paragraph(web, "", _(web->stage->lead));
	TRY(organizers(web, true, &owners));
	TRY(organizers(web, false, &partners));
	TRY(themes(web, &topics));
	web_facts_begin(web);
	web_fact(web, C_("web page", "Organizer"), owners);
	web_fact(web, C_("web page", "Partners"), partners);
	web_fact(web, C_("web page", "Themes"), topics);
	web_facts_end(web);
	return ok();
}

static struct error put_challenge(struct web *web, int64_t id)
{
	struct challenge c;

	TRY(challenge_get(web->ctx, web->arena, id, &c));
	buffer_text(web->out, "<li class=\"card\">\n");
	TRY(web_challenge_head(web, &c));
	web_paragraph(web, "", web_own(web, c.text_fi, c.text_sv));
	buffer_text(web->out, "</li>\n");
	return ok();
}

struct error web_challenges(struct web *web)
{
	struct id_list ids = { 0 };
	struct error e = challenge_ids(web->ctx, &ids);

	web_heading(web, "challenges", C_("web page", "Challenges"));
	if (e.code == E_OK && ids.n == 0)
		web_paragraph(web, "", _("The challenges have not been chosen yet."));
	if (ids.n > 0)
		buffer_text(web->out, "<ul class=\"cards\">\n");
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = put_challenge(web, ids.ids[i]);
	if (ids.n > 0)
		buffer_text(web->out, "</ul>\n");
	id_list_clear(&ids);
	return e;
}
