/* SPDX-License-Identifier: MIT
 * What waits in the procurement: negotiations to begin, their next steps, payments that are due. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/desk/desk.h"
#include "src/phases/contract.h"
#include "src/phases/phase.h"
#include "src/phases/procurement.h"
#include "src/phases/second.h"

enum { STEP_DAYS = 7, PAYMENT_DAYS = 14 };

struct waiting {
	struct context *ctx;
	struct arena *arena;
	struct todos *todos;
	int64_t today;
};

typedef struct error (*add_one)(struct waiting *w, int64_t id);

static void add(
	struct waiting *w, const char *what, const char *code, int64_t due, const char *text)
{
	todo_add(w->todos, w->arena,
		&(struct todo){ what, code, text, due < w->today ? URGENT : SOON });
}

static struct error add_start(struct waiting *w, int64_t team_id)
{
	struct negotiation n;

	TRY(negotiation_get(w->ctx, w->arena, team_id, &n));
	/* TRANSLATORS: %s is the name of a team that won. */
	add(w, "negotiation_start", n.team_code, w->today,
		arena_printf(w->arena, _("Begin the negotiation: %s"), n.team_name));
	return ok();
}

static struct error add_step(struct waiting *w, int64_t team_id)
{
	struct negotiation n;
	char due[80];

	TRY(negotiation_get(w->ctx, w->arena, team_id, &n));
	text_due(n.due, w->today, due, sizeof(due));
	/* TRANSLATORS: a team's name, a day with how far it is, and what is to be done until then.
	 */
	add(w, "negotiation_due", n.team_code, n.due,
		arena_printf(w->arena, _("%s by %s: %s"), n.team_name, due,
			*n.next_step == '\0' ? _("next step") : n.next_step));
	return ok();
}

static struct error add_payment(struct waiting *w, int64_t id)
{
	struct payment p;
	char due[80], sum[60];
	int64_t gross = 0, waits = 0;

	TRY(second_waiting(w->ctx, SECOND_PAYMENT, id, &waits));
	if (waits != 0)
		return ok(); /* the list says so in a line of its own, to whoever can confirm it */
	TRY(payment_get(w->ctx, w->arena, id, &p));
	TRY(money_gross(p.net, p.vat, &gross));
	text_due(p.due, w->today, due, sizeof(due));
	money_text_short(gross, sum, sizeof(sum));
	/* TRANSLATORS: a payment's code, its sum with VAT, and the day with how far it is. */
	const char *sentence = payment_state_of(p.state) == PAYMENT_STATE_PLANNED ?
				       _("Approve payment %s, %s: due %s") :
					  /* TRANSLATORS: a payment's code, its sum with VAT,
					     and the day with how far it is. */
					  _("Pay %s, %s: due %s");
	add(w, "payment_due", p.code, p.due, arena_printf(w->arena, sentence, p.code, sum, due));
	return ok();
}

static struct error add_each(struct waiting *w, struct id_list *ids, struct error e, add_one one)
{
	for (size_t i = 0; e.code == E_OK && i < ids->n; i++)
		e = one(w, ids->ids[i]);
	id_list_clear(ids);
	return e;
}

static bool is_open(const struct phases *phases)
{
	for (size_t i = 0; i < phases->n; i++)
		if (phase_key_of(phases->rows[i].key) == PHASE_PROCUREMENT)
			return phase_state_of(phases->rows[i].state) == PHASE_STATE_OPEN;
	return false;
}

struct error procurement_todos(struct context *ctx, struct arena *arena, struct todos *todos)
{
	struct waiting w = { ctx, arena, todos, day_of_time(context_now(ctx)) };
	struct id_list ids = { 0 };

	if (is_open(&todos->phases))
		TRY(add_each(&w, &ids, negotiation_teams(ctx, "not_started", &ids), add_start));
	TRY(add_each(&w, &ids, negotiation_due_teams(ctx, STEP_DAYS, &ids), add_step));
	return add_each(&w, &ids, payment_due_ids(ctx, PAYMENT_DAYS, &ids), add_payment);
}
