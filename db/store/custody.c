/* SPDX-License-Identifier: MIT */
#include "db/store/custody.h"

static const struct field round_custodian_fields[] = {
	{ NOWHERE("round_id"), .name = "round", .word = NC_("field", "Round"), .meaning = MEANS_REF,
		.of = "round", .in = IN_TOLD },
	{ NOWHERE("account_id"), .name = "account", .word = NC_("field", "Account"),
		.meaning = MEANS_REF, .of = "account", .in = IN_TOLD },
	{ NOWHERE("deputy"), .name = "deputy", .word = NC_("field", "Deputy"),
		.meaning = MEANS_FLAG, .in = IN_TOLD },
	{ NOWHERE("named"), .name = "named", .word = NC_("field", "Named"), .meaning = MEANS_TIME,
		.in = IN_TOLD },
	{ NOWHERE("named_by"), .name = "named_by", .word = NC_("field", "Named by"),
		.meaning = MEANS_REF, .of = "account", .in = IN_TOLD },
	{ NOWHERE("ended"), .name = "ended", .word = NC_("field", "Until"), .meaning = MEANS_TIME,
		.in = IN_TOLD },
	{ NOWHERE("reason"), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
};
extern const struct record record_of_round_custodian;
const struct record record_of_round_custodian = RECORD_WITHOUT(round_custodian, "round_custodian");

static const struct field blind_act_fields[] = {
	{ NOWHERE("round_id"), .name = "round", .word = NC_("field", "Round"), .meaning = MEANS_REF,
		.of = "round", .in = IN_TOLD },
	{ NOWHERE("reason"), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
};
extern const struct record record_of_blind_act;
const struct record record_of_blind_act = RECORD_WITHOUT(blind_act, "blind_act");

struct error store_custodian_name(struct db *db, int64_t round_id, int64_t account_id, bool deputy,
	int64_t now, int64_t named_by, const char *reason)
{
	return db_run(db, Q_CUSTODIAN_NAME,
		ARGS(I64("round_id", round_id), I64("account_id", account_id),
			I64("deputy", deputy), I64("now", now), REF("named_by", named_by),
			TXT("reason", reason)));
}

struct error store_custodian_end(struct db *db, int64_t round_id, bool deputy, int64_t now)
{
	return db_run(db, Q_CUSTODIAN_END,
		ARGS(I64("now", now), I64("round_id", round_id), I64("deputy", deputy)));
}

/* No row is none. */
static struct error number_or_none(struct error e, int64_t *number)
{
	if (e.code != E_NOT_FOUND)
		return e;
	*number = 0;
	return ok();
}

struct error store_custodian_now(struct db *db, int64_t round_id, bool deputy, int64_t *account_id)
{
	return number_or_none(
		db_number(db, Q_CUSTODIAN_NOW,
			ARGS(I64("round_id", round_id), I64("deputy", deputy)), account_id),
		account_id);
}

static const struct field custodian_fields[] = {
	{ COLUMN(struct custodian, account_id) },
	{ COLUMN(struct custodian, login) },
	{ COLUMN(struct custodian, name) },
	{ COLUMN(struct custodian, deputy) },
	{ COLUMN(struct custodian, named) },
	{ COLUMN(struct custodian, by) },
	{ COLUMN(struct custodian, ended) },
	{ COLUMN(struct custodian, reason) },
	{ COLUMN(struct custodian, by_id) },
};
const struct record record_of_custodian = RECORD(custodian);

struct error store_custodians(
	struct db *db, struct arena *arena, int64_t round_id, struct custodians *custodians)
{
	return db_rows(db, Q_CUSTODIAN_LIST, ARGS(I64("round_id", round_id)), arena,
		&custodians->rows, &custodians->n);
}

static struct error asked(
	struct db *db, enum query query, const struct value *args, size_t n, bool *yes)
{
	int64_t count = 0;
	struct error e = db_number(db, query, args, n, &count);

	*yes = count > 0;
	return e;
}

struct error store_custodian_holds(struct db *db, int64_t round_id, int64_t account_id, bool *holds)
{
	return asked(db, Q_CUSTODIAN_HOLDS,
		ARGS(I64("round_id", round_id), I64("account_id", account_id)), holds);
}

struct error store_sealed_any(struct db *db, bool *sealed)
{
	return asked(db, Q_SEALED_ANY, NO_ARGS, sealed);
}

struct error store_custodian_holds_any(struct db *db, int64_t account_id, bool *holds)
{
	TRY(asked(db, Q_CUSTODIAN_OF_ANY, ARGS(I64("account_id", account_id)), holds));
	return *holds ? asked(db, Q_CUSTODIAN_HOLDS_ANY, ARGS(I64("account_id", account_id)),
				holds) :
			ok();
}

struct error store_member_person(struct db *db, int64_t round_id, int64_t account_id, bool *member)
{
	return asked(db, Q_MEMBER_PERSON,
		ARGS(I64("round_id", round_id), I64("account_id", account_id)), member);
}

struct error store_sealed_round(struct db *db, int64_t round_id, int64_t account_id, bool *sealed)
{
	return asked(db, Q_SEALED_ROUND,
		ARGS(I64("round_id", round_id), I64("account_id", account_id)), sealed);
}

struct error store_sealed_by(
	struct db *db, int64_t submission_id, int64_t account_id, int64_t *round_id)
{
	return number_or_none(
		db_number(db, Q_SEALED_BY,
			ARGS(I64("submission_id", submission_id), I64("account_id", account_id)),
			round_id),
		round_id);
}

struct error store_sealed_ids(struct db *db, int64_t account_id, struct id_list *ids)
{
	return db_ids(db, Q_SEALED_IDS, ARGS(I64("account_id", account_id)), ids);
}

static const struct field carry_fields[] = {
	{ COLUMN(struct carry, submission_id) },
	{ COLUMN(struct carry, code) },
	{ COLUMN(struct carry, item_id) },
	{ COLUMN(struct carry, item_code) },
	{ COLUMN(struct carry, what) },
};
const struct record record_of_carry = RECORD(carry);

struct error store_to_carry(
	struct db *db, struct arena *arena, int64_t round_id, struct carries *carries)
{
	return db_rows(db, Q_TO_CARRY, ARGS(I64("round_id", round_id)), arena, &carries->rows,
		&carries->n);
}

struct error store_item_carry(struct db *db, int64_t item_id, const char *part, const char *title,
	const char *body, const char *lang, int64_t now)
{
	return db_run(db, Q_ITEM_CARRY,
		ARGS(TXT("part", part), TXT("title", title), TXT("body", body), TXT("lang", lang),
			I64("now", now), I64("id", item_id)));
}

struct error store_items_unseal(struct db *db, int64_t round_id)
{
	return db_run(db, Q_ITEMS_UNSEAL, ARGS(I64("round_id", round_id)));
}

struct error store_item_find_alias(struct db *db, int64_t round_id, const char *code, int64_t *id)
{
	return db_number(
		db, Q_ITEM_FIND_ALIAS, ARGS(I64("round_id", round_id), TXT("code", code)), id);
}
