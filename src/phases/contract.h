/* SPDX-License-Identifier: MIT
 * Contracts with winners, and their payments. Commitments never pass the budget's ceiling, payments
 * never pass their contract; all of it is checked inside the write transaction, so that it holds
 * however many write at once. A contract's sum never changes: more money is another contract. */
#pragma once

#include "db/store/contract.h"
#include "src/ground/act.h"
#include "src/phases/second.h"

/* With a winner whose negotiation is in progress, after the standstill (src/phases/standstill.h):
 * E_TOO_EARLY, E_RULE before it, unless `exception` names one, with `exception_reason`; then it is
 * proposed and waits for a second person. E_HELD while another team that does not share the win has
 * a contract in the same challenge. day 0: today. E_CEILING (field "net") past the ceiling. Its
 * party is settled as contract_terms.h says; every check of the supplier must hold on its day
 * (src/phases/supplier.h), unless `unchecked` says why not. One that `changes` another has its
 * ground and reason. */
struct error contract_add(struct context *ctx, const struct contract *contract, int64_t *id);
/* The same, beginning the negotiation in the same act if none has begun yet; for what was agreed
 * before anybody recorded that there were talks. */
struct error contract_add_outright(
	struct context *ctx, const struct contract *contract, int64_t *id);
/* As the second person, of a proposed one. */
struct error contract_approve(struct context *ctx, int64_t id);
/* E_RULE unless it is in force. */
struct error contract_check_active(const struct contract *contract);
/* For second.c: what happens to a proposed contract inside the second person's transaction. */
struct error contract_confirmed(
	struct context *ctx, struct arena *arena, const struct second_act *act);
struct error contract_dropped(struct context *ctx, const struct second_act *act);
/* All but sum, party and what it changes, of one in force. E_STALE by `v`. */
struct error contract_update(struct context *ctx, const struct contract *contract);
/* It has run its course; what was not paid of it is free again. Refused while payments are open. */
struct error contract_end(struct context *ctx, int64_t id, int64_t day, const char *reason);
/* It is called off, with a reason: planned payments are cancelled with it. Refused while an
 * approved one is not paid. */
struct error contract_cancel(struct context *ctx, int64_t id, int64_t day, const char *reason);
struct error contract_get(
	struct context *ctx, struct arena *arena, int64_t id, struct contract *contract);
/* By code: H-1. */
struct error contract_find(struct context *ctx, const char *code, int64_t *id);
/* Of a team; 0: all. */
struct error contract_ids(struct context *ctx, int64_t team_id, struct id_list *ids);
/* What its payments may still come to. */
int64_t contract_left(const struct contract *contract);

/* Planned, of a contract in force. E_CONTRACT_SUM (field "net") past what the contract has left. */
struct error payment_add(struct context *ctx, const struct payment *payment, int64_t *id);
/* Sum, VAT, due day and text of a planned one. E_STALE by `v`. */
struct error payment_update(struct context *ctx, const struct payment *payment);
/* By the one who does it, never in another's name; what was approved does not change any more.
 * Above the limit (src/phases/second.h) the act of whoever recorded it waits for a second person.
 * Nothing is approved or paid to a team that is no longer a winner. */
struct error payment_approve(struct context *ctx, int64_t id);
/* For second.c. */
struct error payment_confirmed(
	struct context *ctx, struct arena *arena, const struct second_act *act);
/* An approved one has been paid; day 0 is today, a later one is refused. */
struct error payment_pay(struct context *ctx, int64_t id, int64_t day);
/* A planned or approved one is not paid after all, with a reason; an approved one not in another's
 * name. */
struct error payment_cancel(struct context *ctx, int64_t id, const char *reason);
struct error payment_get(
	struct context *ctx, struct arena *arena, int64_t id, struct payment *payment);
/* By code: R-1. */
struct error payment_find(struct context *ctx, const char *code, int64_t *id);
/* Of a contract; 0: all. */
struct error payment_ids(struct context *ctx, int64_t contract_id, struct id_list *ids);
/* Neither paid nor cancelled, and due within so many days. */
struct error payment_due_ids(struct context *ctx, int days, struct id_list *ids);

/* What both ends offer; the rules are in the functions above. */
enum contract_act_kind { CONTRACT_END, CONTRACT_CANCEL, CONTRACT_ACT_COUNT };
extern const struct act contract_act_rows[CONTRACT_ACT_COUNT];
enum payment_act_kind { PAYMENT_APPROVE, PAYMENT_PAY, PAYMENT_CANCEL, PAYMENT_ACT_COUNT };
extern const struct act payment_act_rows[PAYMENT_ACT_COUNT];
