/* SPDX-License-Identifier: MIT */
#include "src/judging/draft.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"

struct error decision_get(
	struct context *ctx, struct arena *arena, int64_t id, struct decision *decision)
{
	struct error e = store_decision_get(ctx->db, arena, id, decision);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "decision") : e;
}

/* A jury states, an authority decides: the log never says one for the other. */
const char *decision_verb(const char *kind, const char *act)
{
	static const struct {
		const char *act, *decision, *statement;
	} verbs[] = {
		{ "add", "decision.add", "statement.begin" },
		{ "edit", "decision.edit", "statement.edit" },
		{ "item", "decision.item", "statement.item" },
		{ "presence", "decision.presence", "statement.presence" },
		{ "freeze", "statement.freeze", "statement.freeze" },
		{ "sign", "decision.sign", "statement.sign" },
		{ "correct", "decision.correct", "statement.correct" },
		{ "abandon", "decision.abandon", "statement.abandon" },
	};

	for (size_t i = 0; i < LEN(verbs); i++)
		if (strcmp(verbs[i].act, act) == 0)
			return decision_kind_of(kind) == DECISION_KIND_STATEMENT ?
				       verbs[i].statement :
				       verbs[i].decision;
	return act;
}

struct error decision_must_be_signed(struct context *ctx, int64_t id, const char *why)
{
	struct arena arena = { 0 };
	struct decision d = { .state = "" };
	struct error e = decision_get(ctx, &arena, id, &d);

	if (e.code == E_OK && decision_state_of(d.state) != DECISION_STATE_SIGNED)
		e = rule(why);
	arena_clear(&arena);
	return e;
}

const char *decision_is_final(const struct decision *d)
{
	switch (decision_state_of(d->state)) {
	case DECISION_STATE_FROZEN:
		return N_("The text is frozen for its signatures and never changes. Make another "
			  "statement that corrects it.");
	case DECISION_STATE_SIGNED:
		return N_("An approved decision never changes. Make another that corrects it.");
	case DECISION_STATE_ABANDONED:
		return N_("This draft was abandoned. Begin another.");
	case DECISION_STATE_DRAFT:
	case DECISION_STATE_UNKNOWN:
		break;
	}
	return NULL;
}

const struct decision_item *decision_item_of(const struct decision_items *items, int64_t item_id)
{
	for (size_t i = 0; i < items->n; i++)
		if (items->rows[i].item_id == item_id)
			return &items->rows[i];
	return NULL;
}

bool decision_selects(const struct decision_items *items, int64_t item_id)
{
	const struct decision_item *item = decision_item_of(items, item_id);

	return item != NULL && item_outcome_of(item->outcome) == OUTCOME_SELECTED;
}

struct error change_draft(
	struct context *ctx, int64_t id, const char *verb, draft_change change, const void *arg)
{
	struct arena arena = { 0 };
	struct decision d = { .kind = "decision" };
	char code[16] = "";

	TRY(require(ctx, ACT_DECIDE));
	TRY(context_begin(ctx));
	struct error e = decision_get(ctx, &arena, id, &d);
	if (e.code == E_OK) {
		snprintf(code, sizeof(code), "%s", d.code);
		e = decision_is_final(&d) == NULL ? ok() : rule(decision_is_final(&d));
	}
	if (e.code == E_OK)
		e = change(ctx, &arena, &d, arg);
	e = context_end(ctx, e, decision_verb(d.kind, verb), code);
	arena_clear(&arena);
	return e;
}
