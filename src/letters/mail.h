/* SPDX-License-Identifier: MIT
 * A letter that the office wrote, as mail. */
#pragma once

#include "db/store/letter.h"
#include "src/ground/context.h"
#include "src/letters/message.h"
#include "src/letters/sender.h"

/* As text and as HTML, a language after the other where it is written in two, with what is attached
 * to it and from the sender, under letter->message_id. The arena must outlive it. E_RULE if its
 * address is none that mail can be sent to. */
struct error letter_as_mail(struct context *ctx, struct arena *arena, const struct letter *letter,
	const struct letter_sender *sender, struct message *message);
