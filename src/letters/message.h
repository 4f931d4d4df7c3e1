/* SPDX-License-Identifier: MIT
 * A letter as mail carries it (RFC 5322, RFC 2045): what it says as plain text and as HTML, and the
 * files that go with it. Nothing in it depends on the carrier: From, Date and Message-ID are its
 * own, every line is short ASCII, and there is no Bcc line, which some carriers would show. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "db/base/arena.h"
#include "db/base/error.h"

struct correspondent {
	const char *name; /* "": none */
	const char *address;
};

struct enclosure {
	const char *name;   /* its ending says what it is */
	const char *method; /* of a calendar: "REQUEST"; NULL: none */
	const void *bytes;
	size_t n;
};

struct message {
	struct correspondent from, to;
	struct correspondent copy; /* address "": none */
	const char *subject;
	const char *languages; /* "fi,sv" */
	const char *id;        /* message_id(); without the angle brackets */
	int64_t at;            /* UTC seconds */
	const char *text, *html;
	const struct enclosure *enclosures;
	size_t n;
};

enum line_end { END_LF, END_CRLF };

/* A new one that nobody else has, at the domain of that address. Into the arena. */
const char *message_id(struct arena *arena, const char *address);

/* For a carrier of this machine lines end in LF, in a file that a mail reader opens in CR LF.
 * E_INVALID (field "email", "name", "subject", "file") for what could break out of its place: a
 * control character, or what is no address. */
struct error message_write(const struct message *message, enum line_end end, struct buffer *out);
