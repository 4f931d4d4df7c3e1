/* SPDX-License-Identifier: MIT
 * What stands at the end of a decision: when the contract may be made, on whom it was served, and
 * what belongs to it. */
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/decision_paper.h"
#include "src/judging/blind.h"
#include "src/judging/service.h"
#include "src/phases/attachment.h"
#include "src/phases/contract.h"
#include "src/phases/standstill.h"
#include "src/registers/clocks.h"

static bool approved(const struct paper *paper)
{
	return decision_state_of(paper->d.state) == DECISION_STATE_SIGNED;
}

static void put_waiting(const struct paper *paper, const struct standstill *s)
{
	if (!approved(paper) || s->unserved > 0)
		document_paragraph(paper->page,
			_("It may be made once the decision has been served on every entrant and "
			  "the last day of correction and appeal has passed."));
	else
		document_paragraph(paper->page,
			/* TRANSLATORS: %s is a day. */
			arena_printf(paper->arena, _("It may be made on %s at the earliest."),
				paper_day(paper, s->earliest)));
}

/* A contract that was made before its time, by which exception and why. */
static struct error put_exceptions_of(const struct paper *paper, int64_t team_id)
{
	struct id_list ids = { 0 };
	struct error e = contract_ids(paper->ctx, team_id, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct exception exception;
		struct contract c;

		e = contract_get(paper->ctx, paper->arena, ids.ids[i], &c);
		if (e.code != E_OK || *c.exception == '\0' ||
			contract_state_of(c.state) == CONTRACT_STATE_PROPOSED ||
			exception_find(paper->arena, c.exception, &exception).code != E_OK)
			continue;
		document_paragraph(paper->page,
			/* TRANSLATORS: an exception of the law, with why it applies. */
			arena_printf(paper->arena,
				_("Exception to the standstill: %s (%s). Reason: %s"),
				exception.name, exception.source, c.exception_reason));
	}
	id_list_clear(&ids);
	return e;
}

struct error paper_standstill(const struct paper *paper)
{
	struct services services;
	struct standstill s;

	if (submission_kind_of(paper->round.kind) != SUBMISSION_KIND_SOLUTION)
		return ok();
	TRY(standstill_of_decision(paper->ctx, paper->arena, paper->d.id, &s));
	document_heading(paper->page, C_("document", "The contract and its standstill"));
	document_paragraph(paper->page,
		_("The procurement contract does not arise from this decision: it arises when it "
		  "has been made in writing and signed."));
	put_waiting(paper, &s);
	TRY(service_list(paper->ctx, paper->arena, paper->d.id, &services));
	for (size_t i = 0; i < services.n; i++)
		if (item_outcome_of(services.rows[i].outcome) == OUTCOME_SELECTED &&
			services.rows[i].team_id != 0)
			TRY(put_exceptions_of(paper, services.rows[i].team_id));
	return ok();
}

enum { SERVICE_COLUMNS = 5 };

/* As it is called in the rest of the decision. */
static const char *code_of(const struct paper *paper, const struct service *s)
{
	for (size_t i = 0; i < paper->items.n; i++)
		if (paper->items.rows[i].submission_id == s->submission_id)
			return paper->items.rows[i].code;
	return s->code;
}

static void put_row(const struct paper *paper, const struct regime *regime, const struct service *s,
	const char **cells)
{
	struct clocks clocks = clocks_of(regime, s->deemed);

	cells[0] = arena_printf(paper->arena, "%s %s", code_of(paper, s), s->applicant);
	cells[1] = s->deemed == 0 ? C_("document", "Not served yet") :
				    text_word(WORDS_SERVICE, s->channel);
	cells[2] = s->deemed == 0 ? "–" : paper_day(paper, s->sent);
	cells[3] = s->deemed == 0 ? "–" : paper_day(paper, s->deemed);
	cells[4] = clocks.last == 0 ? "–" : paper_day(paper, clocks.last);
}

struct error paper_service(const struct paper *paper)
{
	const struct table_column columns[SERVICE_COLUMNS] = {
		{ C_("document", "Entrant"), false },
		{ C_("document", "How"), false },
		{ C_("document", "Sent"), false },
		{ C_("document", "Counts as received"), false },
		{ C_("document", "Last day"), false },
	};
	struct services services;
	struct regime regime;

	if (!approved(paper) || blind_hides(paper->ctx, paper->round.id))
		return ok();
	TRY(service_list(paper->ctx, paper->arena, paper->d.id, &services));
	TRY(regime_of(paper->ctx, paper->arena, paper->d.regime_id, &regime));
	const char **cells =
		arena_alloc(paper->arena, (services.n + 1) * SERVICE_COLUMNS * sizeof(*cells));
	for (size_t i = 0; i < services.n; i++)
		put_row(paper, &regime, &services.rows[i], &cells[i * SERVICE_COLUMNS]);
	document_heading(paper->page, C_("document", "Service"));
	document_add(paper->page, &(struct block){ .kind = BLOCK_TABLE,
					  .columns = columns,
					  .n = SERVICE_COLUMNS,
					  .cells = cells,
					  .row_count = services.n,
					  .text = C_("document", "On whom, how and when") });
	return ok();
}

/* What came after the approval (the paper that was kept, a scan of it) is no part of what was
 * approved. */
static bool is_annex(const struct paper *paper, const struct attachment *file)
{
	return file->removed == 0 && (paper->d.signed_at == 0 || file->added <= paper->d.signed_at);
}

/* Its own files, by name and hash: whoever has one can tell that it is the same. */
static struct error put_files(const struct paper *paper, const char **lines, size_t *n)
{
	struct attachments files;

	TRY(attachment_list(paper->ctx, paper->arena, KIND_DECISION, paper->d.id, &files));
	for (size_t i = 0; i < files.n && *n < FACTS_MAX; i++)
		if (is_annex(paper, &files.rows[i]))
			lines[(*n)++] = arena_printf(paper->arena, "%s (SHA-256 %.16s…)",
				files.rows[i].name, files.rows[i].sha256);
	return ok();
}

struct error paper_annexes(const struct paper *paper)
{
	const char *lines[FACTS_MAX + 1];
	struct decision statement;
	struct regime regime;
	size_t n = 0;

	TRY(regime_of(paper->ctx, paper->arena, paper->d.regime_id, &regime));
	if (paper->d.statement_id != 0) {
		TRY(decision_get(paper->ctx, paper->arena, paper->d.statement_id, &statement));
		/* TRANSLATORS: a statement's code and day. */
		lines[n++] = arena_printf(paper->arena, _("The jury's statement %s, %s"),
			statement.code, paper_day(paper, statement.day));
	}
	lines[n++] = _("Comparison table: the chapter Evaluation of this decision");
	lines[n++] = *regime_remedies(paper->arena, &regime, i18n_lang()) == '\0' ?
			     _("That there is no appeal, and why: below") :
			     /* TRANSLATORS: the remedies of a decision. */
			     arena_printf(paper->arena, _("Instruction for appeal: %s, below"),
				     regime_remedies(paper->arena, &regime, i18n_lang()));
	TRY(put_files(paper, lines, &n));
	document_heading(paper->page, C_("document", "Annexes"));
	document_add(paper->page, &(struct block){ .kind = BLOCK_LIST, .cells = lines, .n = n });
	return ok();
}
