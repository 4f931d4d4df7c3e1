/* SPDX-License-Identifier: MIT */
#include "src/phases/standstill.h"

#include <string.h>

#include "db/store/decision.h"
#include "db/store/service.h"
#include "db/store/team.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/base/csv.h"
#include "src/registers/clocks.h"

extern const char data_exceptions[];

enum { COLUMN_CODE, COLUMN_FI, COLUMN_SV, COLUMN_EN, COLUMN_SOURCE, EXCEPTION_COLUMNS };
enum { EXCEPTIONS_MAX = 20 };

static int64_t today(const struct context *ctx)
{
	return day_of_time(context_now(ctx));
}

/* Where nothing can be complained about, or nothing waits for it, it has run when everyone has been
 * served. */
static int64_t last_day_of(const struct regime *r, int64_t deemed)
{
	struct clocks clocks = clocks_of(r, deemed);
	bool waits = regime_holds_of(r->holds) == HOLDS_CONTRACT && clocks.last != 0;

	return waits ? clocks.last : deemed - DAY_SECONDS;
}

/* If all who are left were served by e-mail today. */
static int64_t earliest_if_served(
	const struct regime *r, const struct services *services, int64_t now)
{
	int64_t latest = 0;

	for (size_t i = 0; i < services->n; i++) {
		int64_t deemed = services->rows[i].deemed;
		int64_t last = last_day_of(r, deemed == 0 ? presumed_day(r, "email", now) : deemed);

		latest = last > latest ? last : latest;
	}
	return latest + DAY_SECONDS;
}

/* Judging leans on this floor: what it decided is read from the file. */
static struct error read_waits(struct context *ctx, struct arena *arena, struct standstill *s)
{
	struct services services;
	struct decision d;
	struct regime r;
	int64_t complaints = 0, upheld = 0;

	TRY(store_decision_get(ctx->db, arena, s->decision_id, &d));
	TRY(store_services(ctx->db, arena, s->decision_id, &services));
	TRY(regime_of(ctx, arena, d.regime_id, &r));
	TRY(store_complaint_open(ctx->db, s->decision_id, &complaints));
	TRY(store_complaint_upheld(ctx->db, s->decision_id, &upheld));
	s->complaint = complaints > 0;
	s->upheld = upheld > 0;
	for (size_t i = 0; i < services.n; i++)
		s->unserved += services.rows[i].deemed == 0 ? 1 : 0;
	s->earliest = earliest_if_served(&r, &services, today(ctx));
	s->last_day = s->unserved == 0 ? s->earliest - DAY_SECONDS : 0;
	return ok();
}

struct error standstill_get(
	struct context *ctx, struct arena *arena, int64_t team_id, struct standstill *s)
{
	*s = (struct standstill){ 0 };
	TRY(require(ctx, ACT_READ));
	struct error e = store_team_decision(ctx->db, team_id, "solution", &s->decision_id);
	if (e.code == E_NOT_FOUND || (e.code == E_OK && s->decision_id == 0))
		return ok();
	TRY(e);
	return read_waits(ctx, arena, s);
}

struct error standstill_of_decision(
	struct context *ctx, struct arena *arena, int64_t decision_id, struct standstill *s)
{
	*s = (struct standstill){ .decision_id = decision_id };
	TRY(require(ctx, ACT_READ));
	return read_waits(ctx, arena, s);
}

const char *standstill_code(const struct context *ctx, const struct standstill *s, int64_t day)
{
	int64_t now = today(ctx);

	if (s->complaint)
		return "complaint";
	if (s->upheld)
		return "upheld";
	if (s->decision_id == 0)
		return "decision";
	if (s->unserved > 0)
		return "service";
	return day < s->earliest || now < s->earliest ? "last_day" : "";
}

struct error standstill_check(const struct context *ctx, const struct standstill *s, int64_t day)
{
	const char *code = standstill_code(ctx, s, day);

	if (strcmp(code, "complaint") == 0)
		return rule(N_("A complaint against the decision that made this team a winner is "
			       "open: no contract before it has been answered."));
	if (strcmp(code, "upheld") == 0)
		return rule(N_("A complaint against the decision that made this team a winner was "
			       "accepted: no contract before the decision that follows from it."));
	if (strcmp(code, "decision") == 0)
		return rule(N_("No approved decision made this team a winner: no contract before "
			       "there is one, it has been served, and the last day of appeal has "
			       "passed."));
	if (strcmp(code, "service") == 0)
		return (struct error){ .code = E_TOO_EARLY,
			/* TRANSLATORS: %s is a day. */
			.field =
				N_("The decision has not been served on every entrant: no contract "
				   "before that and before the last day of appeal. Served today by "
				   "e-mail, the earliest day is %s."),
			.low = s->earliest };
	if (strcmp(code, "last_day") == 0)
		return (struct error){ .code = E_TOO_EARLY,
			/* TRANSLATORS: %s is a day. */
			.field =
				N_("The last day of correction and appeal has not passed for every "
				   "entrant: a contract can be made on %s at the earliest."),
			.low = s->earliest };
	return ok();
}

const char *standstill_words(
	const struct context *ctx, struct arena *arena, const struct standstill *s)
{
	const char *code = standstill_code(ctx, s, s->earliest);
	char day[40];

	if (strcmp(code, "complaint") == 0)
		return _("No contract yet: a complaint against the decision is open");
	if (strcmp(code, "upheld") == 0)
		return _("No contract yet: an accepted complaint waits for its decision");
	if (strcmp(code, "decision") == 0)
		return _("No contract yet: there is no approved decision");
	if (strcmp(code, "service") == 0)
		return _("No contract yet: the decision has not been served on everyone");
	text_day(s->earliest, day, sizeof(day));
	/* TRANSLATORS: %s is the first day on which a contract may be made. */
	return arena_printf(arena, _("Contract %s at the earliest"), day);
}

struct listing {
	struct arena *arena;
	struct exceptions *list;
};

static struct error take(void *arg, const struct csv_row *row)
{
	struct listing *l = arg;
	const struct csv_cell *c = row->cells;

	if (l->list->n == EXCEPTIONS_MAX)
		return ok();
	l->list->rows[l->list->n++] = (struct exception){
		.code = arena_text(l->arena, c[COLUMN_CODE].text),
		.name = arena_text(l->arena,
			i18n_pick(c[COLUMN_FI].text, c[COLUMN_SV].text, c[COLUMN_EN].text, NULL)),
		.source = arena_text(l->arena, c[COLUMN_SOURCE].text),
	};
	return ok();
}

struct error exception_list(struct arena *arena, struct exceptions *exceptions)
{
	struct listing l = { arena, exceptions };

	*exceptions = (struct exceptions){ .rows = arena_alloc(arena,
						   EXCEPTIONS_MAX * sizeof(*exceptions->rows)) };
	return csv_each_row(data_exceptions, EXCEPTION_COLUMNS, take, &l);
}

struct error exception_find(struct arena *arena, const char *code, struct exception *exception)
{
	struct exceptions list;

	TRY(exception_list(arena, &list));
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.rows[i].code, code) == 0) {
			*exception = list.rows[i];
			return ok();
		}
	return fail(E_INVALID, "exception");
}
