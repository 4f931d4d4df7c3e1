/* SPDX-License-Identifier: MIT */
#include "src/letters/message.h"

#include <sodium.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "db/base/utf8.h"
#include "src/base/email.h"
#include "src/letters/encode.h"

enum { ID_BYTES = 12 };

/* --- What may go into a header */

static struct error check_line(const char *field, const char *text)
{
	if (utf8_check(text, strlen(text)) != TEXT_GOOD || strpbrk(text, "\r\n\t") != NULL)
		return fail(E_INVALID, field);
	return ok();
}

static struct error check_correspondent(const struct correspondent *who)
{
	TRY(check_line("name", who->name));
	return is_email(who->address) ? ok() : fail(E_INVALID, "email");
}

static bool is_token(const char *text, const char *also)
{
	size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

	while (text[n] != '\0' && strchr(also, text[n]) != NULL)
		n += 1 + strspn(text + n + 1, "abcdefghijklmnopqrstuvwxyz"
					      "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
	return *text != '\0' && text[n] == '\0';
}

static struct error check_enclosure(const struct enclosure *one)
{
	TRY(check_line("file", one->name));
	if (*one->name == '\0' || (one->method != NULL && !is_token(one->method, "")))
		return fail(E_INVALID, "file");
	return ok();
}

static struct error check(const struct message *m)
{
	TRY(check_correspondent(&m->from));
	TRY(check_correspondent(&m->to));
	if (*m->copy.address != '\0')
		TRY(check_correspondent(&m->copy));
	TRY(check_line("subject", m->subject));
	if (!is_token(m->languages, ",") || !is_email(m->id))
		return fail(E_INVALID, "subject");
	for (size_t i = 0; i < m->n; i++)
		TRY(check_enclosure(&m->enclosures[i]));
	return ok();
}

/* --- Headers */

const char *message_id(struct arena *arena, const char *address)
{
	unsigned char bytes[ID_BYTES];
	char text[ID_BYTES * 2 + 1];

	randombytes_buf(bytes, sizeof(bytes));
	sodium_bin2hex(text, sizeof(text), bytes, sizeof(bytes));
	return arena_printf(arena, "%s%s", text, strchr(email_in_ascii(arena, address), '@'));
}

/* RFC 5322, 3.3; its names of days and months are English in every language. */
static void put_date(struct buffer *out, int64_t at)
{
	static const char *const days[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
		"Aug", "Sep", "Oct", "Nov", "Dec" };
	time_t seconds = (time_t)at;
	struct tm tm;

	gmtime_r(&seconds, &tm);
	buffer_printf(out, "Date: %s, %d %s %d %02d:%02d:%02d +0000\n", days[tm.tm_wday],
		tm.tm_mday, months[tm.tm_mon], tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

static void put_languages(struct buffer *out, const char *languages)
{
	buffer_text(out, "Content-Language: ");
	for (; *languages != '\0'; languages++) {
		buffer_add(out, languages, 1);
		if (*languages == ',')
			buffer_text(out, " ");
	}
	buffer_text(out, "\n");
}

/* Its domain in ASCII: other than by SMTPUTF8, which few speak, nothing else is carried. */
static void put_correspondent(
	struct buffer *out, const char *header, const struct correspondent *who)
{
	struct arena arena = { 0 };

	encode_address(out, header, who->name, email_in_ascii(&arena, who->address));
	arena_clear(&arena);
}

static void put_headers(const struct message *m, struct buffer *out)
{
	put_correspondent(out, "From", &m->from);
	put_correspondent(out, "To", &m->to);
	if (*m->copy.address != '\0')
		put_correspondent(out, "Cc", &m->copy);
	encode_header(out, "Subject", m->subject);
	put_date(out, m->at);
	buffer_printf(out, "Message-ID: <%s>\n", m->id);
	buffer_text(out, "MIME-Version: 1.0\n");
	put_languages(out, m->languages);
}

/* --- Parts. A boundary begins with "=_", which stands in no base64 and no quoted-printable text
 * (RFC 2045, 6.7), and goes on with the letter's own id, so that it is in no other letter either.
 */

static void put_container(
	struct buffer *out, const struct message *m, const char *type, const char *boundary)
{
	buffer_printf(out, "Content-Type: multipart/%s;\n boundary=\"=_%s.%.*s\"\n\n", type,
		boundary, (int)strcspn(m->id, "@"), m->id);
}

static void put_boundary(
	struct buffer *out, const struct message *m, const char *boundary, bool last)
{
	buffer_printf(out, "--=_%s.%.*s%s\n", boundary, (int)strcspn(m->id, "@"), m->id,
		last ? "--" : "");
}

static void put_words(struct buffer *out, const char *type, const char *text)
{
	buffer_printf(out,
		"Content-Type: text/%s; charset=utf-8\n"
		"Content-Transfer-Encoding: quoted-printable\n\n",
		type);
	encode_quoted(out, text);
	buffer_text(out, "\n");
}

/* The plainest first: readers show the last that they know (RFC 2046, 5.1.4). */
static void put_alternatives(const struct message *m, struct buffer *out)
{
	put_container(out, m, "alternative", "a");
	put_boundary(out, m, "a", false);
	put_words(out, "plain", m->text);
	put_boundary(out, m, "a", false);
	put_words(out, "html", m->html);
	put_boundary(out, m, "a", true);
}

static const char *media_by_name(const char *name)
{
	static const struct {
		const char *ending, *media;
	} known[] = {
		{ ".pdf", "application/pdf" },
		{ ".txt", "text/plain" },
		{ ".html", "text/html" },
		{ ".ics", "text/calendar" },
		{ ".png", "image/png" },
		{ ".jpg", "image/jpeg" },
		{ ".jpeg", "image/jpeg" },
		{ ".odt", "application/vnd.oasis.opendocument.text" },
		{ ".docx",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
		{ ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
	};
	const char *ending = strrchr(name, '.');

	for (size_t i = 0; ending != NULL && i < LEN(known); i++)
		if (strcasecmp(ending, known[i].ending) == 0)
			return known[i].media;
	return "application/octet-stream";
}

/* A text needs its charset named; of one in another than UTF-8 we do not know which it is. */
static void put_media(const struct enclosure *one, struct buffer *out)
{
	const char *media = media_by_name(one->name);
	bool text = strncmp(media, "text/", 5) == 0;
	enum text_fault fault = text ? utf8_check(one->bytes, one->n) : TEXT_GOOD;

	if (fault == TEXT_BAD_UTF8 || fault == TEXT_NUL) {
		buffer_text(out, "Content-Type: application/octet-stream");
		return;
	}
	buffer_printf(out, "Content-Type: %s%s", media, text ? "; charset=utf-8" : "");
}

static void put_enclosure(const struct enclosure *one, struct buffer *out)
{
	put_media(one, out);
	if (one->method != NULL)
		buffer_printf(out, "; method=%s", one->method);
	buffer_text(out, "\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment");
	encode_parameter(out, "filename", one->name);
	buffer_text(out, "\n\n");
	encode_base64(out, one->bytes, one->n);
}

static void put_body(const struct message *m, struct buffer *out)
{
	if (m->n == 0) {
		put_alternatives(m, out);
		return;
	}
	put_container(out, m, "mixed", "m");
	put_boundary(out, m, "m", false);
	put_alternatives(m, out);
	for (size_t i = 0; i < m->n; i++) {
		put_boundary(out, m, "m", false);
		put_enclosure(&m->enclosures[i], out);
	}
	put_boundary(out, m, "m", true);
}

struct error message_write(const struct message *m, enum line_end end, struct buffer *out)
{
	struct buffer lines = { 0 };

	TRY(check(m));
	put_headers(m, &lines);
	put_body(m, &lines);
	for (const char *line = lines.text; *line != '\0';) {
		size_t n = strcspn(line, "\n");

		buffer_add(out, line, n);
		buffer_text(out, end == END_CRLF ? "\r\n" : "\n");
		line += n + 1;
	}
	buffer_clear(&lines);
	return ok();
}
