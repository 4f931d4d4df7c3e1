/* SPDX-License-Identifier: MIT
 * What comes next and whom to ask; where it was decided. Whom to ask is always the organizer: no
 * municipality's contact person is told. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/contents.h"
#include "src/letters/sender.h"
#include "src/phases/challenge.h"
#include "src/publish/embargo.h"
#include "src/publish/stage.h"

struct error web_next(struct web *web)
{
	struct letter_sender sender;
	const char *name;

	TRY(letter_sender_get(web->ctx, web->arena, &sender));
	TRY(letter_sender_name(web->ctx, web->arena, &sender, web->lang, &name));
	web_heading(web, "next", C_("web page", "What happens next"));
	web_paragraph(web, "", _(web->stage->next));
	web_facts_begin(web);
	web_fact(web, C_("web page", "Competition office"), name);
	web_fact(web, C_("web page", "E-mail"), sender.address);
	web_facts_end(web);
	return ok();
}

static struct error put_decision(struct web *web, int64_t challenge_id)
{
	const char *label = C_("web page", "Decision");
	struct challenge c;
	struct told told;

	TRY(web_told(web, web->stage->judged, challenge_id, &told));
	if (!told.open)
		return ok();
	if (challenge_id != 0) {
		TRY(challenge_get(web->ctx, web->arena, challenge_id, &c));
		label = challenge_title(&c, NULL);
	}
	const char *number = *told.d.case_number == '\0' ? told.d.code : told.d.case_number;
	/* TRANSLATORS: a decision's number, the day it was made. */
	web_fact(web, label,
		arena_printf(web->arena, _("decision %s, %s"), number, web_day(web, told.d.day)));
	return ok();
}

struct error web_documents(struct web *web)
{
	struct id_list ids = { 0 };
	struct error e = ok();

	web_heading(web, "documents", C_("web page", "Documents"));
	web_paragraph(web, "", _("The competition office gives decisions and minutes on request."));
	web_facts_begin(web);
	if (submission_kind_of(web->stage->judged) == SUBMISSION_KIND_PROBLEM)
		e = put_decision(web, 0);
	else
		e = challenge_ids(web->ctx, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = put_decision(web, ids.ids[i]);
	web_facts_end(web);
	id_list_clear(&ids);
	return e;
}
