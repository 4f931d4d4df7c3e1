/* SPDX-License-Identifier: MIT
 * The declaration of interests by name (Administrative Procedure Act, hallintolaki 434/2003,
 * 27-30 §), before any text or code. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/declare.h"
#include "ui/jury/said.h"
#include "ui/line/parts.h"

int64_t line_ground(struct talk *talk, const char *about, char **reason)
{
	const char *choices[GROUNDS + 1];
	int chosen;

	*reason = NULL;
	for (int i = 1; i <= GROUNDS; i++)
		choices[i - 1] = jury_ground(i);
	choices[GROUNDS] = _("Grounds, and who is close");
	do {
		talk_say(talk, about);
		talk_say(talk, _("A conflict of interest: which ground?"));
		chosen = talk_choose(talk, choices, GROUNDS + 1, _("No conflict: go back"));
		if (chosen == GROUNDS + 1) {
			struct page page = { 0 };

			jury_fill_grounds(&page);
			talk_page(talk, &page);
			page_clear(&page);
		}
	} while (chosen == GROUNDS + 1);
	if (chosen <= 0)
		return 0;
	/* The general clause says nothing by itself. */
	const char *text = chosen < GROUNDS ? "" : talk_text(talk, _(JURY_REASON_HINT));
	if (text == NULL)
		return 0;
	*reason = xstrdup(text);
	return chosen;
}

static void mark(struct talk *talk, struct declare *self, size_t i)
{
	struct interest *interest = &self->interests[i];
	const char *name = self->applicants.rows[i].name;
	char *reason;

	if (interest->ground != 0) {
		free(interest->reason);
		*interest = (struct interest){ 0 };
		/* TRANSLATORS: %s is a team or a municipality. */
		talk_printf(talk, _("No tie is marked any more to %s."), name);
		return;
	}
	int64_t ground = line_ground(talk, name, &reason);
	if (ground == 0)
		return;
	*interest = (struct interest){ ground, reason };
	/* TRANSLATORS: %s is a team or a municipality. */
	talk_printf(talk, _("A tie is marked to %s. Nothing is sent yet."), name);
}

/* "Esimerkkitiimi, Malliyritys Oy. Members: A, B. Tie marked: ..." */
static const char *applicant_words(const struct declare *self, struct arena *arena, size_t i)
{
	const struct juror_applicant *a = &self->applicants.rows[i];
	const char *members = declare_members(arena, a);
	const char *tie = self->interests[i].ground == 0 ? "" : declare_ground(self, arena, i);

	return arena_printf(arena, "%s%s%s%s%s%s%s%s%s", a->name,
		*a->organization == '\0' ? "" : ", ", a->organization, *members == '\0' ? "" : ". ",
		*members == '\0' ? "" : C_("label", "Members"), *members == '\0' ? "" : ": ",
		members, *tie == '\0' ? "" : ". ", tie);
}

static bool send(struct talk *talk, struct declare *self)
{
	struct arena arena = { 0 };
	bool sent = false;

	if (talk->ctx->on_behalf)
		talk_say(talk,
			_("Nobody may sign, approve or declare in another's name: leave out --as."));
	else if (talk_confirm(talk, declare_words(self, &arena), C_("button", "Declare")))
		sent = talk_report(talk, declare_send(self, talk->ctx), _("Sent."));
	arena_clear(&arena);
	return sent;
}

/* What was just declared by mistake can be withdrawn. */
static bool go_on(struct talk *talk, struct declare *self)
{
	struct arena arena = { 0 };
	const char *choices[] = { _("On to the reviews"), C_("button", "Withdraw it") };
	char when[60];

	text_time(self->sent, when, sizeof(when));
	talk_printf(talk, _("Your declaration is recorded, %s."), when);
	talk_say(talk, declare_sent(self, &arena));
	arena_clear(&arena);
	int chosen = talk_choose(talk, choices, LEN(choices), _("Back"));
	if (chosen == 2)
		(void)talk_report(talk, juror_undeclare(talk->ctx, self->round_id),
			_("The declaration is withdrawn. Declare anew."));
	return chosen > 0;
}

static int choose(struct talk *talk, const struct declare *self)
{
	struct arena arena = { 0 };
	size_t n = self->applicants.n, ties = declare_marked(self);
	const char **choices = arena_alloc(&arena, (n + 1) * sizeof(*choices));

	for (size_t i = 0; i < n; i++)
		choices[i] = applicant_words(self, &arena, i);
	choices[n] = arena_printf(&arena, "%s: %s", _("Send the declaration"),
		ties == 0 ?
			_("no ties marked") :
			arena_printf(&arena, ngettext("%lu tie marked", "%lu ties marked", ties),
				(unsigned long)ties));
	talk_say(talk, _("The number of one marks a tie to it, or takes the mark away."));
	int chosen = talk_choose(talk, choices, n + 1, _("Back"));
	arena_clear(&arena);
	return chosen;
}

bool line_declare(struct talk *talk, int64_t round_id)
{
	struct declare self = { .round_id = round_id };
	struct error e = declare_read(&self, talk->ctx);
	bool sent = false;
	int chosen = 0;

	if (e.code == E_OK) {
		talk_head(talk, declare_question(&self));
		talk_say(talk, declare_explanation(&self));
		talk_say(talk, declare_consequence(&self));
	} else {
		talk_refused(talk, e);
	}
	while (e.code == E_OK && !sent && (chosen = choose(talk, &self)) > 0) {
		if ((size_t)chosen <= self.applicants.n)
			mark(talk, &self, (size_t)chosen - 1);
		else
			sent = send(talk, &self);
	}
	if (e.code == E_OK && !sent && declare_marked(&self) > 0)
		talk_say(talk, _("The declaration was not sent: what you marked is forgotten."));
	bool on = sent && go_on(talk, &self);
	declare_forget(&self);
	arena_clear(&self.arena);
	return on;
}
