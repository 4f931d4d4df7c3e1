/* SPDX-License-Identifier: MIT
 * Signing the jury's statement, as far as the office has a part in it: it records who signed on
 * paper, and where the paper is kept. */
#include "ui/office/judging/signing.h"

#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/decision.h"
#include "src/judging/signing.h"
#include "ui/toolkit/dialog.h"

/* Those who could sign now. */
struct signers {
	struct arena arena;
	const char **logins, **names;
	size_t n;
};

static bool has_signed(const struct signatures *list, int64_t member_id)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->rows[i].member_id == member_id)
			return true;
	return false;
}

/* The chair first: with their signature the text is final. */
static struct error find_signers(struct context *ctx, int64_t id, struct signers *signers)
{
	struct decision_persons persons;
	struct signatures list;

	TRY(decision_persons(ctx, &signers->arena, id, &persons));
	TRY(statement_signatures(ctx, &signers->arena, id, &list));
	signers->logins = arena_alloc(&signers->arena, (persons.n + 1) * sizeof(char *));
	signers->names = arena_alloc(&signers->arena, (persons.n + 1) * sizeof(char *));
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < persons.n; i++) {
			const struct decision_person *p = &persons.rows[i];

			if (p->chair != (pass == 0) ||
				member_state_of(p->member_state) != MEMBER_STATE_ACTIVE ||
				presence_of(p->presence) == PRESENCE_ABSENT ||
				has_signed(&list, p->member_id))
				continue;
			signers->logins[signers->n] = p->login;
			signers->names[signers->n++] = p->name;
		}
	return ok();
}

/* All who were present, or one of them. */
static bool choose(struct ui *ui, const struct signers *signers, struct paper_signing *paper)
{
	const char **options = calloc(signers->n + 1, sizeof(*options));

	if (options == NULL)
		return false;
	options[0] = _("All who were present");
	memcpy(options + 1, signers->names, signers->n * sizeof(*options));
	int chosen = ui_choose(
		ui, _("Who signed the statement on paper?"), options, (int)signers->n + 1, 0);
	free(options);
	paper->logins = signers->logins + (chosen > 0 ? chosen - 1 : 0);
	paper->n = chosen > 0 ? 1 : signers->n;
	return chosen >= 0;
}

static struct error record(struct ui *ui, int64_t id, const struct signers *signers)
{
	struct paper_signing paper = { .where = "" };

	if (signers->n == 0)
		return rule(
			N_("Nobody is left to sign: all who were present have signed, or nobody "
			   "was marked as present."));
	if (!choose(ui, signers, &paper))
		return fail(E_CANCELLED, NULL);
	char *where = ui_ask(ui, _("Signed on paper"),
		_("Where is the paper kept? After this the statement can only be corrected by "
		  "another."),
		"", 1);
	if (where == NULL)
		return fail(E_CANCELLED, NULL);
	paper.where = where;
	struct error e = statement_sign_paper(ui->ctx, id, &paper, NULL);
	free(where);
	return e;
}

void sign_on_paper(struct ui *ui, int64_t statement_id)
{
	struct signers signers = { 0 };
	struct error e = find_signers(ui->ctx, statement_id, &signers);

	if (e.code == E_OK)
		e = record(ui, statement_id, &signers);
	if (e.code != E_CANCELLED)
		ui_report(ui, e, _("Recorded as signed on paper. The desk says what comes next."));
	arena_clear(&signers.arena);
}
