/* SPDX-License-Identifier: MIT
 * That a decision was complained about with success: whoever read the page before must see it. Who
 * complained is not told. */
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/decision.h"
#include "src/judging/round.h"
#include "src/judging/service.h"
#include "src/publish/stage.h"

typedef void (*telling)(struct web *web, const struct complaint *c, size_t n);

static bool is_upheld(const struct complaint *c)
{
	enum complaint_outcome outcome = complaint_outcome_of(c->outcome);

	return c->answered != 0 &&
	       (outcome == COMPLAINT_OUTCOME_ACCEPTED || outcome == COMPLAINT_OUTCOME_IN_PART);
}

/* About a decision on what the page tells of? */
static struct error concerns(struct web *web, const struct complaint *c, bool *yes)
{
	struct decision d;
	struct round r;

	TRY(decision_get(web->ctx, web->arena, c->decision_id, &d));
	TRY(round_get(web->ctx, web->arena, d.round_id, &r));
	*yes = submission_kind_of(r.kind) == submission_kind_of(web->stage->judged);
	return ok();
}

static struct error each(struct web *web, telling tell)
{
	struct id_list ids = { 0 };
	struct error e = complaint_ids(web->ctx, 0, &ids);
	size_t n = 0;

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct complaint c;
		bool yes = false;

		e = complaint_get(web->ctx, web->arena, ids.ids[i], &c);
		if (e.code == E_OK && is_upheld(&c))
			e = concerns(web, &c, &yes);
		if (e.code == E_OK && yes)
			tell(web, &c, n++);
	}
	id_list_clear(&ids);
	return e;
}

static void tell_above(struct web *web, const struct complaint *c, size_t n)
{
	(void)c;
	if (n > 0)
		return;
	buffer_text(web->out, "<p class=\"banner\">");
	html_text(web->out, _("A decision told of here has been complained about with success."));
	buffer_printf(web->out, " <a href=\"#%s-corrections\">", web->lang);
	html_text(web->out, _("Read what was corrected"));
	buffer_text(web->out, "</a></p>\n");
}

struct error web_banner(struct web *web)
{
	return each(web, tell_above);
}

static void tell_below(struct web *web, const struct complaint *c, size_t n)
{
	if (n == 0)
		web_heading(web, "corrections", C_("web page", "Corrections"));
	web_paragraph(web, "correction",
		complaint_outcome_of(c->outcome) == COMPLAINT_OUTCOME_ACCEPTED ?
			/* TRANSLATORS: the code of a decision, a day. */
			arena_printf(web->arena,
				_("A complaint about decision %s was accepted on %s. This page "
				  "tells what holds now."),
				c->decision, web_day(web, c->answered)) :
			/* TRANSLATORS: the code of a decision, a day. */
			arena_printf(web->arena,
				_("A complaint about decision %s was accepted in part on %s. This "
				  "page tells what holds now."),
				c->decision, web_day(web, c->answered)));
}

struct error web_corrections(struct web *web)
{
	return each(web, tell_below);
}
