/* SPDX-License-Identifier: MIT */
#include "src/phases/request.h"

#include <stdio.h>

#include "db/store/code.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/text.h"
#include "src/ground/record.h"

static int64_t today(const struct context *ctx)
{
	return day_of_time(context_now(ctx));
}

static struct error clean(struct context *ctx, struct arena *arena, struct info_request *r,
	record_finder find, struct reference *about)
{
	struct request_term term;

	if (r->received == 0)
		r->received = today(ctx);
	if (r->received > today(ctx))
		return fail(E_INVALID, "request_received");
	if (r->handler_id == 0)
		r->handler_id = ctx->account.id;
	TRY(record_clean(arena, &record_of_info_request, r, IN_ADD));
	if (*r->object != '\0') {
		TRY(find(ctx, r->object, about));
		r->object = about->text;
	}
	TRY(request_term(arena, r->received, &term));
	r->due = request_due(&term, r->received, r->extent);
	return ok();
}

static struct error insert(struct context *ctx, struct info_request *r, char code[16], int64_t *id)
{
	TRY(store_code_next(ctx->db, "info_request", &r->number));
	snprintf(code, 16, "I-%d", (int)r->number);
	r->code = code;
	return store_info_request_add(ctx->db, r, id);
}

struct error request_add(
	struct context *ctx, const struct info_request *in, record_finder find, int64_t *id)
{
	struct arena arena = { 0 };
	struct info_request r = *in;
	struct reference about = { "" };
	char code[16] = "";

	TRY(require(ctx, ACT_NOTE));
	TRY(context_begin(ctx));
	struct error e = clean(ctx, &arena, &r, find, &about);
	if (e.code == E_OK)
		e = insert(ctx, &r, code, id);
	e = context_end(ctx, e, "request.add", code);
	arena_clear(&arena);
	return e;
}

const char *request_closed(const struct info_request *r)
{
	return r->answered != 0 ? N_("The request has been answered.") :
	       r->refused != 0  ? N_("The request has been refused.") :
				  NULL;
}

static struct error must_be_open(const struct info_request *r)
{
	const char *why = request_closed(r);

	return why == NULL ? ok() : rule(why);
}

/* `before` as it is kept, but the version that was read. */
static struct error read_open(struct context *ctx, struct arena *arena,
	const struct info_request *in, struct info_request *before)
{
	TRY(request_get(ctx, arena, in->id, before));
	before->v = in->v;
	return must_be_open(before);
}

/* What was asked, by whom and how much; nothing of its answer. */
static void take_asked(const struct info_request *in, struct info_request *r)
{
	r->received = in->received;
	r->channel = in->channel;
	r->requester = in->requester;
	r->standing = in->standing;
	r->text = in->text;
	r->object = in->object;
	r->extent = in->extent;
	r->handler_id = in->handler_id;
}

struct error request_update(struct context *ctx, const struct info_request *in, record_finder find)
{
	struct arena arena = { 0 };
	struct info_request r = { .code = "" };
	struct reference about = { "" };

	TRY(require(ctx, ACT_NOTE));
	TRY(context_begin(ctx));
	struct error e = read_open(ctx, &arena, in, &r);
	if (e.code == E_OK) {
		take_asked(in, &r);
		e = clean(ctx, &arena, &r, find, &about);
	}
	if (e.code == E_OK)
		e = store_info_request_update(ctx->db, &r);
	e = context_end(ctx, e, "request.edit", r.code);
	arena_clear(&arena);
	return e;
}

static struct error check_day(const struct context *ctx, const struct info_request *r, int64_t day)
{
	return day < r->received || day > today(ctx) ? fail(E_INVALID, "date") : ok();
}

static struct error take_answer(struct context *ctx, struct arena *arena,
	const struct info_request *in, struct info_request *r)
{
	TRY(input_code("given", WORDS_GIVEN, in->given == NULL ? "" : in->given));
	TRY(input_lines(arena, "withheld", in->withheld, REASON_MAX, false, &r->withheld));
	TRY(input_line(arena, "clause", in->clause, FIELD_MAX, false, &r->clause));
	TRY(input_lines(arena, "purpose", in->purpose, REASON_MAX, false, &r->purpose));
	if (*r->withheld != '\0' && *r->clause == '\0')
		return fail(E_REQUIRED, "clause");
	if (*r->clause != '\0' && *r->withheld == '\0')
		return fail(E_REQUIRED, "withheld");
	if (in->fee < 0)
		return fail(E_INVALID, "fee");
	r->given = in->given;
	r->fee = in->fee;
	r->answered = in->answered == 0 ? today(ctx) : in->answered;
	return check_day(ctx, r, r->answered);
}

struct error request_answer(struct context *ctx, const struct info_request *in)
{
	struct arena arena = { 0 };
	struct info_request r = { .code = "" };

	TRY(require(ctx, ACT_NOTE));
	TRY(context_begin(ctx));
	struct error e = read_open(ctx, &arena, in, &r);
	if (e.code == E_OK)
		e = take_answer(ctx, &arena, in, &r);
	if (e.code == E_OK)
		e = store_info_request_update(ctx->db, &r);
	e = context_end(ctx, e, "request.answer", r.code);
	arena_clear(&arena);
	return e;
}

struct error request_get(
	struct context *ctx, struct arena *arena, int64_t id, struct info_request *request)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_info_request_get(ctx->db, arena, id, request);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "request") : e;
}

struct error request_find(struct context *ctx, const char *code, int64_t *id)
{
	struct error e = store_info_request_find(ctx->db, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "request") : e;
}

struct error request_ids(struct context *ctx, enum info_request_sort sort,
	const struct info_request_filter *filter, struct id_list *ids)
{
	struct info_request_filter asked = *filter;

	TRY(require(ctx, ACT_READ));
	asked.today = today(ctx);
	return store_info_request_ids(ctx->db, sort, &asked, ids);
}

const char *request_state(const struct context *ctx, const struct info_request *r)
{
	return r->decision_day != 0 ? "decided" :
	       r->refused != 0      ? "refused" :
	       r->answered != 0     ? "answered" :
	       r->due < today(ctx)  ? "overdue" :
				      "open";
}

/* --- Refusing it, and the decision on that */

static const char *not_now(const struct act *act, const struct info_request *r)
{
	if (act->which == REQUEST_REFUSE)
		return request_closed(r);
	return r->refused == 0      ? N_("A decision is made on a refusal: record that first.") :
	       r->decision_day != 0 ? N_("The decision on the refusal has been recorded.") :
				      NULL;
}

static struct error refuse(struct context *ctx, struct arena *arena, struct info_request *r,
	const char *reason, int64_t day)
{
	TRY(input_lines(arena, "reason", reason, REASON_MAX, true, &r->reason));
	r->refused = day == 0 ? today(ctx) : day;
	return check_day(ctx, r, r->refused);
}

static struct error decide(struct context *ctx, struct arena *arena, struct info_request *r,
	const char *number, int64_t day)
{
	TRY(input_line(arena, "decision_number", number, FIELD_MAX, true, &r->decision_number));
	r->decision_day = day == 0 ? today(ctx) : day;
	return r->decision_day < r->refused ? fail(E_INVALID, "date") :
					      check_day(ctx, r, r->decision_day);
}

static struct error move(struct context *ctx, struct arena *arena, const struct act *act,
	const struct answers *answers, struct info_request *r)
{
	const char *why = not_now(act, r);

	if (why != NULL)
		return rule(why);
	TRY(act->which == REQUEST_REFUSE ?
			refuse(ctx, arena, r, answers->rows[0].text, answers->rows[1].day) :
			decide(ctx, arena, r, answers->rows[0].text, answers->rows[1].day));
	return store_info_request_update(ctx->db, r);
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	struct arena arena = { 0 };
	struct info_request r = { .code = "" };

	TRY(require(ctx, ACT_NOTE));
	TRY(context_begin(ctx));
	struct error e = request_get(ctx, &arena, id, &r);
	if (e.code == E_OK)
		e = move(ctx, &arena, act, answers, &r);
	e = context_end(ctx, e, act->log, r.code);
	arena_clear(&arena);
	return e;
}

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct info_request r;

	TRY(request_get(ctx, arena, id, &r));
	*why = not_now(act, &r);
	return ok();
}

static const struct act_ask refuse_asks[] = {
	{ .name = "reason", .required = true, .help = N_("the reason, as it was told") },
	{ .name = "date",
		.kind = ASK_DAY,
		.help = N_("when that and the right to a decision were told; today unless given") },
};
static const struct act_ask decide_asks[] = {
	{ .name = "decision_number",
		.option = "number",
		.required = true,
		.help = N_("the number of the decision") },
	{ .name = "date", .kind = ASK_DAY, .help = N_("its day; today unless given") },
};

const struct act request_act_rows[REQUEST_MOVE_COUNT] = {
	[REQUEST_REFUSE] = { .verb = "refuse",
		.log = "request.refuse",
		.told = N_("%s recorded that a request for information was refused: %s."),
		.action = ACT_NOTE,
		.which = REQUEST_REFUSE,
		.asks = refuse_asks,
		.ask_count = LEN(refuse_asks),
		.help = N_("Records that the requester was told why it is refused, and that a "
			   "decision can be had."),
		.title = NC_("title", "Refusal"),
		.question = N_("Tell the requester the reason, and that a decision can be had. "
			       "Then write here what was told, and when."),
		.done = N_("Recorded as refused."),
		.blocked = blocked,
		.run = run },
	[REQUEST_DECIDE] = { .verb = "decide",
		.log = "request.decide",
		.told = N_("%s recorded the decision on a refusal: %s."),
		.action = ACT_NOTE,
		.which = REQUEST_DECIDE,
		.asks = decide_asks,
		.ask_count = LEN(decide_asks),
		.help = N_("Records the decision that the requester asked for after a refusal."),
		.title = NC_("title", "Decision on a refusal"),
		.question = N_("The requester asked for a decision on the refusal. It is appealed "
			       "against by the general road."),
		.done = N_("Saved."),
		.blocked = blocked,
		.run = run },
};
