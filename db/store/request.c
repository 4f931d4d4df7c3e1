/* SPDX-License-Identifier: MIT */
#include "db/store/request.h"

struct error store_info_request_add(struct db *db, const struct info_request *r, int64_t *id)
{
	return db_put(db, Q_INFO_REQUEST_ADD, r, NO_ARGS, id);
}

struct error store_info_request_update(struct db *db, const struct info_request *r)
{
	TRY(db_put(db, Q_INFO_REQUEST_UPDATE, r, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

static const struct field info_request_fields[] = {
	{ COLUMN(struct info_request, id) },
	{ COLUMN(struct info_request, number) },
	{ COLUMN(struct info_request, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct info_request, received), .name = "received", .code = "request_received",
		.word = NC_("field", "Arrived"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct info_request, channel), .name = "channel", .code = "request_channel",
		.word = NC_("field", "Came by"), .meaning = MEANS_CODE,
		.words = WORDS_REQUEST_CHANNEL, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct info_request, requester), .name = "requester",
		.word = NC_("field", "Who asks"), .meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct info_request, standing), .name = "standing",
		.word = NC_("field", "Party or outsider"), .brief = NC_("column", "Party?"),
		.meaning = MEANS_CODE, .words = WORDS_REQUESTER, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct info_request, text), .name = "text", .code = "request_text",
		.word = NC_("field", "What is asked for"), .meaning = MEANS_LINES, .max = BODY_MAX,
		.in = IN_ADD | IN_EDIT | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct info_request, object), .name = "object", .code = "request_object",
		.word = NC_("field", "Concerns"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct info_request, extent), .name = "extent", .word = NC_("field", "Extent"),
		.meaning = MEANS_CODE, .words = WORDS_EXTENT, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct info_request, due), .name = "due", .code = "request_due",
		.word = NC_("field", "To be answered by"), .brief = NC_("column", "Due"),
		.meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN_AS_OR_NONE(struct info_request, handler_id, "account_id"), .name = "handler",
		.word = NC_("field", "Handled by"), .meaning = MEANS_REF, .of = "account",
		.in = IN_TOLD },
	{ COLUMN(struct info_request, handler), .shows = "handler" },
	{ COLUMN_OR_NONE(struct info_request, answered), .name = "answered",
		.word = NC_("field", "Answered"), .meaning = MEANS_DAY, .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct info_request, given), .name = "given", .word = NC_("field", "How given"),
		.meaning = MEANS_CODE, .words = WORDS_GIVEN, .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct info_request, withheld), .name = "withheld",
		.word = NC_("field", "What was withheld"), .meaning = MEANS_LINES,
		.max = REASON_MAX, .in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct info_request, clause), .name = "clause",
		.word = NC_("field", "By which clause"), .meaning = MEANS_LINE,
		.in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct info_request, fee), .name = "fee", .word = NC_("field", "Fee"),
		.meaning = MEANS_MONEY, .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct info_request, purpose), .name = "purpose",
		.word = NC_("field", "Personal data: purpose"), .meaning = MEANS_LINES,
		.max = REASON_MAX, .in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct info_request, refused), .name = "refused",
		.word = NC_("field", "Refused, reason told"), .meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN(struct info_request, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .max = REASON_MAX, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct info_request, decision_day), .name = "decision_day",
		.word = NC_("field", "Decision on the refusal"), .meaning = MEANS_DAY,
		.in = IN_TOLD },
	{ COLUMN(struct info_request, decision_number), .name = "decision_number",
		.word = NC_("field", "Number of that decision"), .meaning = MEANS_LINE,
		.in = IN_TOLD },
	{ COLUMN(struct info_request, v) },
};
const struct record record_of_info_request = RECORD_OF(info_request, "info_request");

struct error store_info_request_get(
	struct db *db, struct arena *arena, int64_t id, struct info_request *request)
{
	return db_row(db, Q_INFO_REQUEST_GET, ARGS(I64("id", id)), arena, request);
}

struct error store_info_request_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_INFO_REQUEST_FIND, ARGS(TXT("code", code)), id);
}

struct error store_info_request_ids(struct db *db, enum info_request_sort sort,
	const struct info_request_filter *filter, struct id_list *ids)
{
	return db_ids(db, Q_INFO_REQUEST_IDS,
		ARGS(TXT("object", filter->object), TXT("state", filter->state),
			I64("today", filter->today),
			TXT("sort", sort == REQUESTS_BY_DUE ? "due" : "number")),
		ids);
}
