/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "src/base/i18n.h"
#include "src/publish/stage.h"

enum { YEAR = 365 };

static const struct web_stage stages[] = {
	{ .code = "call",
		.title = NC_("web page", "Call for problems"),
		.lead = N_("Municipalities send in problems that they cannot solve alone. A jury "
			   "chooses those that become challenges, and teams then solve them."),
		.next = N_(
			"A municipality sends its problem to the competition office before the "
			"closing time, alone or together with others. Everybody who has sent one "
			"is told what became of it and why."),
		.judged = "problem",
		.figures = { NULL },
		.days = YEAR,
		.parts = { web_sought, web_criteria, web_timeline, web_next, web_accessibility } },
	{ .code = "problems",
		.title = NC_("web page", "Chosen challenges"),
		.lead = N_("A jury has chosen the challenges from the problems that municipalities "
			   "sent in. Teams solve them together with the pilot municipalities."),
		.next = N_("Teams apply to one challenge each. What is asked of them, and until "
			   "when, stands in the contest notice; the competition office answers "
			   "questions, and the answers are given to everybody alike."),
		.judged = "problem",
		.figures = { "problems", "municipalities", "municipalities_with_coapplicants",
			"challenges", NULL },
		.days = YEAR,
		.parts = { web_sought, web_challenges, web_criteria, web_regions, web_timeline,
			web_figures, web_next, web_documents, web_corrections,
			web_accessibility } },
	{ .code = "questions",
		.title = NC_("web page", "Questions and answers"),
		.lead = N_(
			"These are all the questions that have been answered. Everybody gets the "
			"same answers, and who asked is not told."),
		.next = N_("Questions go to the competition office. New answers are added to this "
			   "page, and an answer that has been given does not change."),
		.judged = "solution",
		.figures = { NULL },
		.days = YEAR,
		.parts = { web_sought, web_questions, web_timeline, web_next, web_accessibility } },
	{ .code = "finalists",
		.title = NC_("web page", "The teams that go on"),
		.lead = N_("A jury of experts has chosen from the applications the teams that go "
			   "on. The teams are mentored, and each hands in a solution."),
		.next = N_("The solutions are judged without names. The result is published when "
			   "the jury has signed its statement and the decision has been made."),
		.judged = "application",
		.figures = { "applications", "teams", NULL },
		.days = YEAR,
		.parts = { web_sought, web_finalists, web_criteria, web_timeline, web_figures,
			web_next, web_documents, web_corrections, web_accessibility } },
	{ .code = "results",
		.title = NC_("web page", "Results of the competition"),
		.lead = N_(
			"The competition sought solutions to problems of municipalities. The jury "
			"compared the solutions without knowing who had made them."),
		.next = N_("A winner is invited to negotiate; winning is not yet a contract. A "
			   "municipality that wants to take a solution into use gets in touch with "
			   "the competition office."),
		.judged = "solution",
		.figures = { "problems", "municipalities", "municipalities_with_coapplicants",
			"applications", "teams", "mentors", "solutions", NULL },
		.days = 2 * YEAR,
		.parts = { web_sought, web_winners, web_criteria, web_regions, web_timeline,
			web_figures, web_next, web_documents, web_corrections,
			web_accessibility } },
};

const struct web_stage *web_stage(const char *code)
{
	for (size_t i = 0; i < LEN(stages); i++)
		if (strcmp(stages[i].code, code) == 0)
			return &stages[i];
	return NULL;
}
