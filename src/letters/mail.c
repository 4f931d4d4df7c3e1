/* SPDX-License-Identifier: MIT */
#include "src/letters/mail.h"

#include <string.h>

#include "db/store/attachment.h"
#include "src/base/email.h"
#include "src/base/i18n.h"
#include "src/calendar/request.h"
#include "src/documents/writer.h"
#include "src/letters/letter.h"

/* An invitation's calendar goes into the calendar of who is invited by itself. */
static void make_request(struct arena *arena, const struct letter *letter,
	const struct message *message, const struct blob *content, struct enclosure *enclosure)
{
	const struct calendar_party organizer = { message->from.name, message->from.address };
	const struct calendar_party attendee = { message->to.name, message->to.address };
	struct buffer out = { 0 };

	if (letter_kind_of(letter->kind) != LETTER_KIND_INVITATION)
		return;
	enclosure->method = calendar_request(
		arena_bytes(arena, content->bytes, content->n), &organizer, &attendee, &out);
	if (enclosure->method != NULL) {
		enclosure->bytes = arena_bytes(arena, out.text, out.length);
		enclosure->n = out.length;
	}
	buffer_clear(&out);
}

static struct error enclose(struct context *ctx, struct arena *arena, const struct letter *letter,
	struct message *message)
{
	struct attachments list;

	TRY(store_attachments(ctx->db, arena, "letter", letter->id, &list));
	struct enclosure *rows = arena_alloc(arena, (list.n + 1) * sizeof(*rows));
	for (size_t i = 0; i < list.n; i++) {
		struct blob content;

		if (list.rows[i].removed != 0)
			continue;
		TRY(store_attachment_content(ctx->db, arena, list.rows[i].id, &content));
		rows[message->n] = (struct enclosure){
			.name = list.rows[i].name, .bytes = content.bytes, .n = content.n
		};
		make_request(arena, letter, message, &content, &rows[message->n++]);
	}
	message->enclosures = rows;
	return ok();
}

static const char *written_by(struct arena *arena, const struct documents *documents,
	void (*write)(const struct documents *all, struct buffer *out))
{
	struct buffer out = { 0 };

	write(documents, &out);
	const char *text = arena_text(arena, out.text);
	buffer_clear(&out);
	return text;
}

struct error letter_as_mail(struct context *ctx, struct arena *arena, const struct letter *letter,
	const struct letter_sender *sender, struct message *message)
{
	struct documents documents = { 0 };

	if (!is_email(letter->to_address) ||
		(*letter->copy_address != '\0' && !is_email(letter->copy_address)))
		return rule(N_("The letter has no e-mail address that mail can be sent to. Correct "
			       "the address (klash letter edit), or print the letter."));
	TRY(letter_documents(ctx, arena, letter, &documents));
	*message = (struct message){ .from = { "", sender->address },
		.to = { letter->to_name, letter->to_address },
		.copy = { "", letter->copy_address },
		.subject = letter_subjects(arena, letter),
		.languages = letter->language,
		.id = letter->message_id,
		.at = context_now(ctx),
		.text = written_by(arena, &documents, document_write_text),
		.html = written_by(arena, &documents, document_write_html) };
	TRY(letter_sender_name(ctx, arena, sender, letter->leading, &message->from.name));
	return enclose(ctx, arena, letter, message);
}
