/* SPDX-License-Identifier: MIT
 * The accessibility statement (Act on the Provision of Digital Services 306/2019, 9 §; supervised
 * by Traficom since 1.1.2025): its duty is an authority's, what it says is everybody's. */
#include "src/base/i18n.h"
#include "src/ground/competition.h"
#include "src/publish/stage.h"

struct error web_accessibility(struct web *web)
{
	struct competition competition;

	TRY(competition_get(web->ctx, web->arena, &competition));
	web_heading(web, "accessibility", C_("web page", "Accessibility"));
	web_paragraph(web, "",
		_("This page has been made to meet levels A and AA of WCAG 2.1. It works without "
		  "scripts, with the keyboard and with a screen reader, enlarged and in a narrow "
		  "window, and everything that is drawn is said in words too. Nobody outside has "
		  "assessed it."));
	web_paragraph(web, "",
		_("If you cannot use something on it, tell the competition office: what was it, "
		  "and how do you want to have it instead?"));
	if (legal_profile_of(competition.legal_profile) == LEGAL_PROFILE_AUTHORITY)
		web_paragraph(web, "",
			_("The act on the provision of digital services (306/2019) binds this page. "
			  "If there is no answer within two weeks, or it does not help, a complaint "
			  "can be made to the Finnish Transport and Communications Agency Traficom, "
			  "which supervises accessibility."));
	return ok();
}
