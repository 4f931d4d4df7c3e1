/* SPDX-License-Identifier: MIT
 * The formats: OpenSSH's sshd(8) and PROTOCOL.u2f, RFC 4253 6.6, RFC 5656 3.1, RFC 8709, RFC 4716.
 */
#include "src/registers/pubkey.h"

#include <sodium.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/charset.h"

enum {
	TEXT_MAX = 32768,
	BLOB_MAX = 4096,
	COMMENT_MAX = 200,
	RSA_BITS_MIN = 3072,
	RSA_BITS_MAX = 16384,
	EXPONENT_MAX = 16, /* bytes */
};

#define FINGERPRINT_PREFIX "SHA256:"

static struct error damaged(void)
{
	return rule(N_("The key is damaged or cut off. Copy it again as one line, or ask for the "
		       "file itself."));
}

/* What is left of the blob. */
struct reader {
	const uint8_t *at;
	size_t left;
};

static bool take(struct reader *reader, const uint8_t **bytes, size_t *n)
{
	if (reader->left < 4)
		return false;
	*n = (size_t)reader->at[0] << 24 | (size_t)reader->at[1] << 16 |
	     (size_t)reader->at[2] << 8 | reader->at[3];
	if (*n > reader->left - 4)
		return false;
	*bytes = reader->at + 4;
	reader->at += 4 + *n;
	reader->left -= 4 + *n;
	return true;
}

static bool take_this(struct reader *reader, const char *text)
{
	const uint8_t *bytes;
	size_t n;

	return take(reader, &bytes, &n) && n == strlen(text) && memcmp(bytes, text, n) == 0;
}

/* A positive number without needless zeros; its length in bits, 0 if it is anything else. */
static size_t take_number(struct reader *reader, const uint8_t **bytes, size_t *n)
{
	if (!take(reader, bytes, n) || *n == 0 || ((*bytes)[0] & 0x80) != 0)
		return 0;
	size_t zero = (*bytes)[0] == 0 ? 1 : 0;
	if (zero == 1 && (*n == 1 || ((*bytes)[1] & 0x80) == 0))
		return 0;
	size_t bits = (*n - zero) * 8;
	for (uint8_t top = (*bytes)[zero]; (top & 0x80) == 0; top = (uint8_t)(top << 1))
		bits--;
	return bits;
}

struct key_type;
typedef struct error (*body_check)(const struct key_type *type, struct reader *reader);

struct key_type {
	const char *name;
	body_check check;
	const char *curve; /* of ECDSA */
	size_t point;
	bool security_key;
};

/* A key on a device names the application it was made for. */
static bool take_application(struct reader *reader)
{
	const uint8_t *bytes;
	size_t n;

	if (!take(reader, &bytes, &n) || n == 0 || n > 255)
		return false;
	for (size_t i = 0; i < n; i++)
		if (bytes[i] <= ' ' || bytes[i] > '~')
			return false;
	return true;
}

static struct error check_ed25519(const struct key_type *type, struct reader *reader)
{
	const uint8_t *point;
	size_t n;

	if (!take(reader, &point, &n) || n != crypto_core_ed25519_BYTES ||
		crypto_core_ed25519_is_valid_point(point) != 1)
		return damaged();
	return type->security_key && !take_application(reader) ? damaged() : ok();
}

static struct error check_ecdsa(const struct key_type *type, struct reader *reader)
{
	const uint8_t *point;
	size_t n;

	if (!take_this(reader, type->curve) || !take(reader, &point, &n) || n != type->point ||
		point[0] != 4 /* both coordinates, uncompressed */)
		return damaged();
	return type->security_key && !take_application(reader) ? damaged() : ok();
}

static struct error check_rsa(const struct key_type *type, struct reader *reader)
{
	const uint8_t *exponent, *modulus;
	size_t exponent_n, modulus_n;

	(void)type;
	size_t exponent_bits = take_number(reader, &exponent, &exponent_n);
	if (exponent_bits < 2 || exponent_n > EXPONENT_MAX || (exponent[exponent_n - 1] & 1) == 0)
		return damaged();
	size_t bits = take_number(reader, &modulus, &modulus_n);
	if (bits == 0 || bits > RSA_BITS_MAX || (modulus[modulus_n - 1] & 1) == 0)
		return damaged();
	if (bits < RSA_BITS_MIN)
		return rule(N_(
			"This RSA key is shorter than 3072 bits, which is too weak. Ask for a new "
			"one: EdDSA in PuTTYgen, or ssh-keygen -t ed25519."));
	return ok();
}

static const struct key_type types[] = {
	{ "ssh-ed25519", check_ed25519, NULL, 0, false },
	{ "ecdsa-sha2-nistp256", check_ecdsa, "nistp256", 65, false },
	{ "ecdsa-sha2-nistp384", check_ecdsa, "nistp384", 97, false },
	{ "ecdsa-sha2-nistp521", check_ecdsa, "nistp521", 133, false },
	{ "sk-ssh-ed25519@openssh.com", check_ed25519, NULL, 0, true },
	{ "sk-ecdsa-sha2-nistp256@openssh.com", check_ecdsa, "nistp256", 65, true },
	{ "ssh-rsa", check_rsa, NULL, 0, false },
};

static const struct key_type *type_named(const char *name, size_t n)
{
	for (size_t i = 0; i < LEN(types); i++)
		if (strlen(types[i].name) == n && memcmp(types[i].name, name, n) == 0)
			return &types[i];
	return NULL;
}

static struct error unknown_type(void)
{
	return rule(N_(
		"This is not a kind of public key that is taken here (ssh-ed25519, ecdsa-sha2-…, "
		"sk-…, or ssh-rsa of at least 3072 bits). Ask for a new one: EdDSA in PuTTYgen, or "
		"ssh-keygen -t ed25519."));
}

/* The blob as it is meant to be, byte for byte: the type again, its parts, nothing behind them. */
static struct error check_blob(const struct key_type *type, const uint8_t *blob, size_t n)
{
	struct reader reader = { blob, n };

	if (!take_this(&reader, type->name))
		return damaged();
	TRY(type->check(type, &reader));
	return reader.left == 0 ? ok() : damaged();
}

static void write_fingerprint(const uint8_t *blob, size_t n, char out[FINGERPRINT_SIZE])
{
	uint8_t digest[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(digest, blob, n);
	memcpy(out, FINGERPRINT_PREFIX, sizeof(FINGERPRINT_PREFIX) - 1);
	sodium_bin2base64(out + sizeof(FINGERPRINT_PREFIX) - 1,
		FINGERPRINT_SIZE - (sizeof(FINGERPRINT_PREFIX) - 1), digest, sizeof(digest),
		sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
}

/* A comment is a help to the office and no more: one that cannot be shown is left out. */
static const char *clean_comment(struct arena *arena, const char *comment, size_t n)
{
	const char *clean = "";
	struct error e = input_line(
		arena, "note", arena_bytes(arena, comment, n), COMMENT_MAX, false, &clean);

	return e.code == E_OK ? clean : "";
}

/* `type` NULL: the blob says it. */
static struct error take_key(struct arena *arena, const struct key_type *type, const char *base64,
	size_t n, struct pubkey *key)
{
	uint8_t blob[BLOB_MAX];
	size_t size = 0;

	if (sodium_base642bin(blob, sizeof(blob), base64, n, NULL, &size, NULL,
		    sodium_base64_VARIANT_ORIGINAL) != 0)
		return damaged();
	if (type == NULL) {
		struct reader reader = { blob, size };
		const uint8_t *name;
		size_t length;

		if (!take(&reader, &name, &length))
			return damaged();
		type = type_named((const char *)name, length);
	}
	if (type == NULL)
		return unknown_type();
	TRY(check_blob(type, blob, size));
	size_t room = sodium_base64_encoded_len(size, sodium_base64_VARIANT_ORIGINAL);
	char *rebuilt = arena_alloc(arena, room);
	sodium_bin2base64(rebuilt, room, blob, size, sodium_base64_VARIANT_ORIGINAL);
	key->type = type->name;
	key->base64 = rebuilt;
	write_fingerprint(blob, size, key->fingerprint);
	return ok();
}

/* The lines that are not blank, without the blanks around them. */
struct line {
	const char *text;
	size_t n;
};

enum { LINES_MAX = 400 };

struct lines {
	struct line rows[LINES_MAX];
	size_t n;
	bool too_many;
};

static void add_line(struct lines *lines, const char *text, size_t n)
{
	while (n > 0 && (*text == ' ' || *text == '\t')) {
		text++;
		n--;
	}
	while (n > 0 && (text[n - 1] == ' ' || text[n - 1] == '\t'))
		n--;
	if (n == 0)
		return;
	if (lines->n == LINES_MAX)
		lines->too_many = true;
	else
		lines->rows[lines->n++] = (struct line){ text, n };
}

static void split_lines(const char *text, size_t n, struct lines *lines)
{
	size_t start = 0;

	for (size_t i = 0; i <= n; i++)
		if (i == n || text[i] == '\n' || text[i] == '\r') {
			add_line(lines, text + start, i - start);
			start = i + 1;
		}
}

static bool line_is(const struct line *line, const char *text)
{
	return line->n == strlen(text) && memcmp(line->text, text, line->n) == 0;
}

static size_t word_end(const struct line *line, size_t at)
{
	while (at < line->n && line->text[at] != ' ' && line->text[at] != '\t')
		at++;
	return at;
}

static size_t word_start(const struct line *line, size_t at)
{
	while (at < line->n && (line->text[at] == ' ' || line->text[at] == '\t'))
		at++;
	return at;
}

/* Where behind `at` a known type stands as a word of its own, with something that looks like its
 * key; the length of the line if nowhere. */
static size_t find_key(const struct line *line, size_t at)
{
	while (at < line->n) {
		size_t end = word_end(line, at), next = word_start(line, end);

		if (type_named(line->text + at, end - at) != NULL && line->n - next > 4 &&
			memcmp(line->text + next, "AAAA", 4) == 0)
			return at;
		at = next;
	}
	return at;
}

static struct error two_keys(void)
{
	return rule(N_("There is more than one key here. Add them one at a time."));
}

static struct error parse_line(struct arena *arena, const struct line *line, struct pubkey *key)
{
	size_t type_end = word_end(line, 0), at = word_start(line, type_end);
	size_t end = word_end(line, at), comment = word_start(line, end);
	const struct key_type *type = type_named(line->text, type_end);

	if (type == NULL && find_key(line, at) < line->n)
		return rule(N_("Something stands before the key. Options are not taken: the line "
			       "must begin "
			       "with the type, such as ssh-ed25519."));
	if (type == NULL)
		return unknown_type();
	if (find_key(line, comment) < line->n)
		return two_keys();
	TRY(take_key(arena, type, line->text + at, end - at, key));
	key->comment = clean_comment(arena, line->text + comment, line->n - comment);
	return ok();
}

/* Only the comment is of interest; its value may be quoted. */
static void take_header(struct arena *arena, const struct line *line, struct pubkey *key)
{
	static const char tag[] = "Comment:";
	size_t n = sizeof(tag) - 1;

	if (line->n < n || strncasecmp(line->text, tag, n) != 0)
		return;
	size_t at = word_start(line, n), end = line->n;
	if (end - at >= 2 && line->text[at] == '"' && line->text[end - 1] == '"') {
		at++;
		end--;
	}
	key->comment = clean_comment(arena, line->text + at, end - at);
}

#define RFC4716_BEGIN "---- BEGIN SSH2 PUBLIC KEY ----"
#define RFC4716_END "---- END SSH2 PUBLIC KEY ----"
#define PEM_BEGIN "-----BEGIN PUBLIC KEY-----"
#define PEM_PKCS1_BEGIN "-----BEGIN RSA PUBLIC KEY-----"

static struct error parse_file(struct arena *arena, const struct lines *lines, struct pubkey *key)
{
	char base64[BLOB_MAX * 2];
	size_t n = 0, i = 1;

	for (; i < lines->n && memchr(lines->rows[i].text, ':', lines->rows[i].n) != NULL; i++) {
		take_header(arena, &lines->rows[i], key);
		/* A header goes on behind a backslash at its line's end. */
		while (i + 1 < lines->n && lines->rows[i].text[lines->rows[i].n - 1] == '\\')
			i++;
	}
	for (; i < lines->n && !line_is(&lines->rows[i], RFC4716_END); i++) {
		if (n + lines->rows[i].n > sizeof(base64))
			return damaged();
		memcpy(base64 + n, lines->rows[i].text, lines->rows[i].n);
		n += lines->rows[i].n;
	}
	if (i == lines->n)
		return damaged();
	if (i + 1 < lines->n)
		return two_keys();
	return take_key(arena, NULL, base64, n, key);
}

static bool contains(const char *text, size_t n, const char *word)
{
	return memmem(text, n, word, strlen(word)) != NULL;
}

/* Public keys as TLS and programming libraries write them: RFC 7468, and PKCS #1 for RSA. An
 * Ed25519 key behind the twelve bytes that say so (RFC 8410 4) is taken, since ssh-keygen does not
 * turn it into a line; of the others it does. */
static struct error take_pem(struct arena *arena, const struct lines *lines, struct pubkey *key)
{
	static const uint8_t prefix[] = { 0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0 };
	static const uint8_t head[] = "\0\0\0\x0bssh-ed25519\0\0\0 "; /* 32 bytes follow */
	enum { HEAD = sizeof(head) - 1, POINT = crypto_core_ed25519_BYTES };
	uint8_t der[sizeof(prefix) + POINT], blob[HEAD + POINT];
	char base64[sodium_base64_ENCODED_LEN(sizeof(blob), sodium_base64_VARIANT_ORIGINAL)];
	size_t n = 0;

	if (line_is(&lines->rows[0], PEM_PKCS1_BEGIN))
		return rule(N_("This public key is in the form PEM (PKCS1). Ask for the file that "
			       "ends in .pub, or turn it into one: ssh-keygen -i -m PEM -f FILE"));
	if (lines->n != 3 ||
		sodium_base642bin(der, sizeof(der), lines->rows[1].text, lines->rows[1].n, NULL, &n,
			NULL, sodium_base64_VARIANT_ORIGINAL) != 0 ||
		n != sizeof(der) || memcmp(der, prefix, sizeof(prefix)) != 0)
		return rule(
			N_("This public key is in the form PEM (PKCS8). Ask for the file that "
			   "ends in .pub, or turn it into one: ssh-keygen -i -m PKCS8 -f FILE"));
	memcpy(blob, head, HEAD);
	memcpy(blob + HEAD, der + sizeof(prefix), POINT);
	sodium_bin2base64(
		base64, sizeof(base64), blob, sizeof(blob), sodium_base64_VARIANT_ORIGINAL);
	return take_key(arena, NULL, base64, strlen(base64), key);
}

/* Programs put words around the key, dropbearkey -y for one. Of several lines the one that is a key
 * counts, if there is one only. */
static struct error parse_lines(struct arena *arena, const struct lines *lines, struct pubkey *key)
{
	const struct line *found = NULL;

	for (size_t i = 0; i < lines->n; i++) {
		const struct line *line = &lines->rows[i];
		bool holds = find_key(line, 0) < line->n;

		if ((holds && found != NULL) || line_is(line, RFC4716_BEGIN))
			return two_keys();
		if (holds)
			found = line;
	}
	if (found != NULL)
		return parse_line(arena, found, key);
	return type_named(lines->rows[0].text, word_end(&lines->rows[0], 0)) == NULL ?
		       unknown_type() :
		       damaged();
}

static struct error parse_text(struct arena *arena, const char *text, size_t n,
	const struct lines *lines, struct pubkey *key)
{
	if (contains(text, n, "PRIVATE KEY") || contains(text, n, "PuTTY-User-Key-File"))
		return rule(N_("This is a private key. It must never leave its owner's machine: "
			       "treat it as "
			       "lost, ask for a new pair, and for its public part only (PuTTYgen: "
			       "Save public "
			       "key; otherwise the file that ends in .pub)."));
	if (memchr(text, '\0', n) != NULL || lines->too_many)
		return damaged();
	if (line_is(&lines->rows[0], RFC4716_BEGIN))
		return parse_file(arena, lines, key);
	if (line_is(&lines->rows[0], PEM_BEGIN) || line_is(&lines->rows[0], PEM_PKCS1_BEGIN))
		return take_pem(arena, lines, key);
	return lines->n == 1 ? parse_line(arena, &lines->rows[0], key) :
			       parse_lines(arena, lines, key);
}

struct error pubkey_parse(struct arena *arena, const char *bytes, size_t n, struct pubkey *key)
{
	struct decoded decoded;
	struct lines *lines = arena_alloc(arena, sizeof(*lines));

	*key = (struct pubkey){ .comment = "" };
	if (n > TEXT_MAX)
		return damaged();
	TRY(charset_decode(arena, bytes, n, NULL, &decoded));
	split_lines(decoded.text, decoded.n, lines);
	if (lines->n == 0)
		return fail(E_REQUIRED, "ssh_key");
	return parse_text(arena, decoded.text, decoded.n, lines, key);
}

bool pubkey_is_fingerprint(const char *text)
{
	static const char letters[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t prefix = sizeof(FINGERPRINT_PREFIX) - 1;

	return strncmp(text, FINGERPRINT_PREFIX, prefix) == 0 &&
	       strlen(text) == FINGERPRINT_SIZE - 1 &&
	       strspn(text + prefix, letters) == FINGERPRINT_SIZE - 1 - prefix;
}
