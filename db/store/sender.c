/* SPDX-License-Identifier: MIT */
#include "db/store/sender.h"

static const struct field letter_sender_fields[] = {
	{ COLUMN(struct letter_sender, address), .name = "address", .code = "sender_address",
		.word = NC_("field", "Sender's e-mail address"), .meaning = MEANS_EMAIL,
		.in = IN_EDIT | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter_sender, name_fi), .name = "name_fi", .code = "sender_name_fi",
		.lang = "fi", .word = NC_("field", "Sender's name in Finnish"),
		.meaning = MEANS_LINE, .max = TITLE_MAX, .in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter_sender, name_sv), .name = "name_sv", .code = "sender_name_sv",
		.lang = "sv", .word = NC_("field", "Sender's name in Swedish"),
		.meaning = MEANS_LINE, .max = TITLE_MAX, .in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter_sender, name_en), .name = "name_en", .code = "sender_name_en",
		.lang = "en", .word = NC_("field", "Sender's name in English"),
		.meaning = MEANS_LINE, .max = TITLE_MAX, .in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct letter_sender, program), .name = "program",
		.word = NC_("field", "Program that sends"), .meaning = MEANS_LINE,
		.in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN_OR_NONE(struct letter_sender, tried), .name = "tried",
		.word = NC_("field", "Tried"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct letter_sender, tried_by) },
	{ COLUMN(struct letter_sender, place) },
	{ COLUMN(struct letter_sender, v) },
};
const struct record record_of_letter_sender = RECORD_OF(letter_sender, "letter_sender");

/* Where every program that sends mail puts itself (LSB, 17.2). */
#define USUAL_PROGRAM "/usr/sbin/sendmail"

struct error store_letter_sender_get(
	struct db *db, struct arena *arena, struct letter_sender *sender)
{
	struct error e = db_row(db, Q_LETTER_SENDER_GET, NO_ARGS, arena, sender);

	if (e.code == E_NOT_FOUND) {
		*sender = (struct letter_sender){ .address = "",
			.name_fi = "",
			.name_sv = "",
			.name_en = "",
			.program = USUAL_PROGRAM,
			.place = "" };
		e = ok();
	}
	return e;
}

static struct error one_changed(struct db *db)
{
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_letter_sender_put(struct db *db, const struct letter_sender *sender)
{
	if (sender->v == 0) {
		struct error e = db_put(db, Q_LETTER_SENDER_ADD, sender, NO_ARGS, NULL);

		return e.code == E_EXISTS ? fail(E_STALE, NULL) : e;
	}
	TRY(db_put(db, Q_LETTER_SENDER_UPDATE, sender, NO_ARGS, NULL));
	return one_changed(db);
}

struct error store_letter_sender_tried(struct db *db, const struct letter_sender *sender)
{
	TRY(db_put(db, Q_LETTER_SENDER_TRIED, sender, NO_ARGS, NULL));
	return one_changed(db);
}
