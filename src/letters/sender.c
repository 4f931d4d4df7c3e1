/* SPDX-License-Identifier: MIT */
#include "src/letters/sender.h"

#include <string.h>

#include "db/file.h"
#include "src/base/email.h"
#include "src/base/i18n.h"
#include "src/documents/writer.h"
#include "src/ground/competition.h"
#include "src/ground/record.h"
#include "src/letters/carry.h"

struct error letter_sender_get(
	struct context *ctx, struct arena *arena, struct letter_sender *sender)
{
	TRY(require(ctx, ACT_READ));
	return store_letter_sender_get(ctx->db, arena, sender);
}

/* Who comes over SSH has nothing but Klash on this machine; naming a program would be more. Where
 * none is named, letters can be written as files, with or without such a program: it is looked at
 * again before anything is sent. */
static struct error check_program(struct context *ctx, const struct letter_sender *in)
{
	struct arena arena = { 0 };
	struct letter_sender now;
	struct error e = store_letter_sender_get(ctx->db, &arena, &now);
	bool named = e.code == E_OK && strcmp(now.program, in->program) != 0;

	arena_clear(&arena);
	if (named && ctx->over_ssh)
		return rule(N_("The program that sends mail is named on the server itself, not "
			       "over SSH."));
	return named ? carry_check(in->program) : e;
}

struct error letter_sender_set(struct context *ctx, const struct letter_sender *in)
{
	struct arena arena = { 0 };
	struct letter_sender sender = *in;

	TRY(require(ctx, ACT_ACCOUNT));
	struct error e = record_clean(&arena, &record_of_letter_sender, &sender, IN_EDIT);
	if (e.code == E_OK && *sender.address == '\0')
		e = fail(E_REQUIRED, "sender_address");
	if (e.code == E_OK)
		e = check_program(ctx, &sender);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(
			ctx, store_letter_sender_put(ctx->db, &sender), "letter.sender", "");
	arena_clear(&arena);
	return e;
}

struct error letter_sender_name(struct context *ctx, struct arena *arena,
	const struct letter_sender *sender, const char *lang, const char **name)
{
	struct competition competition;
	const char *before = i18n_lang();

	TRY(competition_get(ctx, arena, &competition));
	i18n_use(lang);
	*name = i18n_pick(sender->name_fi, sender->name_sv, sender->name_en, NULL);
	if (**name == '\0')
		*name = competition_name(&competition);
	i18n_use(before);
	return ok();
}

/* --- What stands in the way */

/* Whether or not it was tried yet. */
static struct error check_sender(struct context *ctx, const struct letter_sender *sender)
{
	if (ctx->rehearsal)
		return rule(N_("This is a rehearsal, from which no letter is sent. The real "
			       "competition is in its own file."));
	if (ctx->demo)
		return rule(N_("This is a demo, from which no letter is sent. Letters can be "
			       "written as files: klash letter send --eml FOLDER"));
	if (*sender->address == '\0')
		return rule(N_("Nobody has said yet who letters come from. An administrator does: "
			       "klash letter sender set --address ADDRESS"));
	return carry_check(sender->program);
}

struct error letter_sender_ready(
	struct context *ctx, struct arena *arena, struct letter_sender *sender)
{
	TRY(store_letter_sender_get(ctx->db, arena, sender));
	TRY(check_sender(ctx, sender));
	if (sender->tried == 0)
		return rule(N_("Sending has not been tried yet. An administrator sends a letter to "
			       "himself first: klash letter sender try"));
	if (strcmp(sender->place, file_identity(arena, db_path(ctx->db))) != 0)
		return rule(N_("This file is a copy, or comes from a backup: what was sent since "
			       "is not known to it. Look in the sender's mail which letters have "
			       "gone and mark them (klash letter sent), then try sending anew: "
			       "klash letter sender try"));
	return ok();
}

/* --- A letter to oneself */

static void write_trial(struct context *ctx, struct arena *arena,
	const struct letter_sender *sender, struct message *message)
{
	struct documents documents = { 0 };
	struct buffer text = { 0 }, html = { 0 };
	const char *subject = _("A trial: letters can be sent");
	struct document *page = document_new(&documents, arena, i18n_lang(), subject);

	document_paragraph(page,
		_("This letter was sent from Klash to see whether letters leave this machine. That "
		  "you read it says that they do: the office can send now."));
	document_paragraph(page,
		_("Look whether sender and name are right, and answer this letter: the answer "
		  "must reach the office, for what cannot be delivered comes back there too."));
	document_write_text(&documents, &text);
	document_write_html(&documents, &html);
	*message = (struct message){ .from = { "", sender->address },
		.to = { ctx->account.name, ctx->account.email },
		.copy = { "", "" },
		.subject = subject,
		.languages = i18n_lang(),
		.id = message_id(arena, sender->address),
		.at = context_now(ctx),
		.text = arena_text(arena, text.text),
		.html = arena_text(arena, html.text) };
	buffer_clear(&text);
	buffer_clear(&html);
}

static struct error keep(struct context *ctx, struct arena *arena, struct letter_sender *sender)
{
	sender->tried = context_now(ctx);
	sender->tried_by = ctx->account.id;
	sender->place = file_identity(arena, db_path(ctx->db));
	TRY(context_begin(ctx));
	return context_end(
		ctx, store_letter_sender_tried(ctx->db, sender), "letter.sender_try", "");
}

struct error letter_sender_try(struct context *ctx, struct arena *arena, const char **said)
{
	struct letter_sender sender;
	struct message message;
	struct carriage carriage;

	*said = "";
	TRY(require_self(ctx, ACT_ACCOUNT));
	TRY(store_letter_sender_get(ctx->db, arena, &sender));
	TRY(check_sender(ctx, &sender));
	if (!is_email(ctx->account.email))
		return rule(N_("Your own account has no e-mail address to send a letter to. Give "
			       "it one: klash person edit"));
	write_trial(ctx, arena, &sender, &message);
	TRY(letter_sender_name(ctx, arena, &sender, i18n_lang(), &message.from.name));
	TRY(carry(arena, sender.program, &message, &carriage));
	*said = carriage.said;
	if (carriage.outcome != CARRIED_TAKEN)
		return fail(E_CANCELLED, NULL);
	return keep(ctx, arena, &sender);
}
