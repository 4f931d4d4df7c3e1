/* SPDX-License-Identifier: MIT
 * SSH public keys as people send them: what is taken, and what is refused with which words. */
#define TEST_NAME "pubkey"
#include "tests/unit/fixture.h"

#include <sodium.h>

#include "src/base/text.h"
#include "src/registers/pubkey.h"

#define ED25519 "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIPFQpraaNXrZjIcB2V6FhF8BJ2AANNxAJvcTJx3TVfp"
#define OTHER "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAID3t90XM4FEYta0Jf7KohsQJBmWOXPbGUuPEfj8GNsMM"
#define ED25519_PRINT "SHA256:8YvcYtlQeDay+0W3MvJX1wqVhGqDoQKBw8M0u6NSJv8"
#define PUTTY(comment) \
	"---- BEGIN SSH2 PUBLIC KEY ----\r\n" comment \
	"AAAAC3NzaC1lZDI1NTE5AAAAIIPFQpraaNXrZjIcB2V6FhF8BJ2AANNx\r\nAJvcTJx3TVfp\r\n" \
	"---- END SSH2 PUBLIC KEY ----\r\n"

enum { BLOB_MAX = 4096, LINE_SIZE = 8192, TURNS = 20000 };

static struct error parse_bytes(struct arena *arena, const char *text, size_t n, struct pubkey *key)
{
	return pubkey_parse(arena, text, n, key);
}

static struct error parse(struct arena *arena, const char *text, struct pubkey *key)
{
	return parse_bytes(arena, text, strlen(text), key);
}

/* Each line of a file of keys that is no remark. */
static void each_line(const char *name, void (*check)(const char *line))
{
	char path[600], line[LINE_SIZE];
	size_t n = 0;

	snprintf(path, sizeof(path), "%s/keys/%s", getenv("DATA"), name);
	FILE *in = fopen(path, "r");
	assert_non_null(in);
	while (fgets(line, sizeof(line), in) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (*line == '#')
			continue;
		check(line);
		n++;
	}
	fclose(in);
	assert_true(n > 1);
}

static void check_good(const char *line)
{
	struct arena arena = { 0 };
	struct pubkey key;
	const char *text = strchr(line, ' ') + 1;

	assert_ok(parse(&arena, text, &key));
	assert_memory_equal(key.fingerprint, line, FINGERPRINT_SIZE - 1);
	assert_true(pubkey_is_fingerprint(key.fingerprint));
	assert_string_equal(arena_printf(&arena, "%s %s", key.type, key.base64), text);
	arena_clear(&arena);
}

static void the_kinds_that_are_taken(void **state)
{
	(void)state;
	each_line("good.txt", check_good);
}

static void check_refused(const char *line)
{
	struct arena arena = { 0 };
	struct pubkey key;

	assert_fails(E_RULE, parse(&arena, line, &key));
	arena_clear(&arena);
}

static void kinds_that_are_not(void **state)
{
	(void)state;
	each_line("refused.txt", check_refused);
}

/* Accepted forms of one key, with the comment each gives. */
static void forms_of_one_key(void **state)
{
	static const struct {
		const char *text, *comment;
	} forms[] = {
		{ ED25519, "" },
		{ ED25519 " aino@kone.example", "aino@kone.example" },
		{ "\r\n  " ED25519 "\taino malli  \r\n\r\n", "aino malli" },
		{ "\xEF\xBB\xBF" ED25519 " J\xC3\xA4nis", "Jänis" },
		{ ED25519 " J\xE4nis", "Jänis" },
		{ ED25519 " \x1b[31mred", "" },
		{ ED25519 " \xE2\x80\xAE"
			  "evil",
			"" },
		{ PUTTY(""), "" },
		{ PUTTY("Comment: \"eddsa-key-20270101\"\r\n"), "eddsa-key-20270101" },
		{ PUTTY("comment: aino\r\nx-note: goes on \\\r\nhere\r\n"), "aino" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(forms); i++) {
		struct arena arena = { 0 };
		struct pubkey key;

		assert_ok(parse(&arena, forms[i].text, &key));
		assert_string_equal(key.fingerprint, ED25519_PRINT);
		assert_string_equal(key.comment, forms[i].comment);
		arena_clear(&arena);
	}
}

static void as_windows_saves_text(void **state)
{
	struct arena arena = { 0 };
	struct pubkey key;
	char wide[400] = "\xFF\xFE";
	size_t n = 2;

	(void)state;
	for (const char *c = ED25519 "\r\n"; *c != '\0'; c++) {
		wide[n++] = *c;
		wide[n++] = '\0';
	}
	assert_ok(parse_bytes(&arena, wide, n, &key));
	assert_string_equal(key.fingerprint, ED25519_PRINT);
	arena_clear(&arena);
}

/* Words of a program or a person around the one key, and the form that ssh-keygen cannot read. */
static void found_among_other_lines(void **state)
{
	static const char *const texts[] = {
		"Public key portion is:\n" ED25519 " maija@laptop\n"
		"Fingerprint: SHA256:8YvcYtlQeDay+0W3MvJX1wqVhGqDoQKBw8M0u6NSJv8\n",
		"Hei,\r\n\r\n" ED25519 " maija@laptop\r\n\r\nMaija\r\n",
		"# my key\n" ED25519 "\n",
		"-----BEGIN PUBLIC KEY-----\n"
		"MCowBQYDK2VwAyEAg8VCmtpo1etmMhwHZXoWEXwEnYAA03EAm9xMnHdNV+k=\n"
		"-----END PUBLIC KEY-----\n",
	};

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		struct arena arena = { 0 };
		struct pubkey key;

		assert_ok(parse(&arena, texts[i], &key));
		assert_string_equal(key.fingerprint, ED25519_PRINT);
		arena_clear(&arena);
	}
}

/* What is wrong is said. */
static void refused_with_words(void **state)
{
	static const struct {
		const char *text, *words;
	} cases[] = {
		{ "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n", "private key" },
		{ "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n", "private key" },
		{ "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n", "private key" },
		{ ED25519 "\n" OTHER "\n", "more than one key" },
		{ ED25519 " " OTHER, "more than one key" },
		{ PUTTY("") PUTTY(""), "more than one key" },
		{ PUTTY("") ED25519, "more than one key" },
		{ ED25519 "\n" PUTTY(""), "more than one key" },
		{ "command=\"/bin/sh\" " ED25519, "Options are not taken" },
		{ "cert-authority " ED25519, "Options are not taken" },
		{ "restrict,pty " ED25519, "Options are not taken" },
		{ "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----\n",
			"-m PKCS8 -f FILE" },
		{ "-----BEGIN PUBLIC KEY-----\n"
		  "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE6jBXNP2nRaWiMzYjIV8s5GCaEGaM\n"
		  "-----END PUBLIC KEY-----\n",
			"-m PKCS8 -f FILE" },
		{ "-----BEGIN RSA PUBLIC KEY-----\nMIIBigKCAYEA\n-----END RSA PUBLIC KEY-----\n",
			"-m PEM -f FILE" },
		{ "Public key portion is:\n" ED25519 " a\n" OTHER " b\nFingerprint: x\n",
			"more than one key" },
		{ "Public key portion is:\nssh-ed25519 AAAA a\nFingerprint: x\n", "damaged" },
		{ "Hello,\nhere is my key.\n", "not a kind" },
		{ "Options:\ncommand=\"/bin/sh\" " ED25519 "\n", "Options are not taken" },
		{ "hello", "not a kind" },
		{ "ssh-ed25519", "damaged" },
		{ "ssh-ed25519 ", "damaged" },
		{ "ssh-ed25519 AAAA", "damaged" },
		{ "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIPFQpraaNXrZjIcB2V6FhF8BJ2AANNxAJvcTJx3TVf",
			"damaged" },
		{ ED25519 "=", "damaged" },
		{ ED25519 "\"", "damaged" },
		{ "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIIPFQpraaNXrZjIcB2V6FhF8BJ2AANNxAJvcTJx3TVfp",
			"damaged" },
		{ "ssh-"
		  "ed25519\nAAAAC3NzaC1lZDI1NTE5AAAAIIPFQpraaNXrZjIcB2V6FhF8BJ2AANNxAJvcTJx3TVfp",
			"damaged" },
		{ "---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n", "damaged" },
		{ "---- BEGIN SSH2 PUBLIC KEY ----\n---- END SSH2 PUBLIC KEY ----\n", "damaged" },
		/* a point of small order: its signatures could be anybody's */
		{ "ssh-ed25519 "
		  "AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
			"damaged" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct arena arena = { 0 };
		struct pubkey key;
		char words[600];
		struct error e = parse(&arena, cases[i].text, &key);

		text_error(e, words, sizeof(words));
		if (e.code != E_RULE || strstr(words, cases[i].words) == NULL)
			stop_test("%s: %s", cases[i].text, words);
		arena_clear(&arena);
	}
}

static void nothing_is_missing_not_damaged(void **state)
{
	struct arena arena = { 0 };
	struct pubkey key;

	(void)state;
	assert_fails(E_REQUIRED, parse(&arena, "", &key));
	assert_fails(E_REQUIRED, parse(&arena, " \r\n\t\r\n", &key));
	arena_clear(&arena);
}

static void a_nul_hides_nothing(void **state)
{
	struct arena arena = { 0 };
	struct pubkey key;
	static const char text[] = ED25519 "\0" OTHER;

	(void)state;
	assert_fails(E_RULE, parse_bytes(&arena, text, sizeof(text) - 1, &key));
	assert_fails(E_RULE, parse_bytes(&arena, ED25519 "\0", sizeof(ED25519), &key));
	arena_clear(&arena);
}

/* Whatever came in: what comes out is one clean line, and means the same when it is read again. */
static void check_result(struct arena *arena, const struct pubkey *key)
{
	static const char letters[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
	struct pubkey again;

	assert_int_equal(strspn(key->base64, letters), strlen(key->base64));
	assert_true(pubkey_is_fingerprint(key->fingerprint));
	assert_ok(parse(arena, arena_printf(arena, "%s %s", key->type, key->base64), &again));
	assert_string_equal(again.fingerprint, key->fingerprint);
	assert_string_equal(again.base64, key->base64);
	assert_ptr_equal(again.type, key->type);
}

static bool accepts(const char *type, const uint8_t *blob, size_t n)
{
	struct arena arena = { 0 };
	struct pubkey key;
	size_t room = sodium_base64_encoded_len(n, sodium_base64_VARIANT_ORIGINAL);
	char *base64 = arena_alloc(&arena, room);

	sodium_bin2base64(base64, room, blob, n, sodium_base64_VARIANT_ORIGINAL);
	struct error e = parse(&arena, arena_printf(&arena, "%s %s", type, base64), &key);
	if (e.code == E_OK) {
		check_result(&arena, &key);
		assert_string_equal(key.base64, base64);
		assert_string_equal(key.type, type);
	}
	arena_clear(&arena);
	return e.code == E_OK;
}

/* Bytes cut off, added, or changed where they are a length or a name. */
static void check_damage(const char *line)
{
	uint8_t blob[BLOB_MAX];
	char type[60];
	size_t n = 0;

	line = strchr(line, ' ') + 1;
	snprintf(type, sizeof(type), "%.*s", (int)strcspn(line, " "), line);
	const char *base64 = strchr(line, ' ') + 1;
	assert_int_equal(sodium_base642bin(blob, sizeof(blob) - 8, base64, strlen(base64), NULL, &n,
				 NULL, sodium_base64_VARIANT_ORIGINAL),
		0);
	assert_true(accepts(type, blob, n));
	for (size_t cut = 0; cut < n; cut++)
		assert_false(accepts(type, blob, cut));
	for (size_t more = 1; more <= 8; more++) {
		blob[n + more - 1] = (uint8_t)(more == 8 ? 0xFF : 0);
		assert_false(accepts(type, blob, n + more));
	}
	for (size_t at = 0; at < 4 + strlen(type) + 4; at++)
		for (unsigned bit = 0; bit < 8; bit++) {
			blob[at] ^= (uint8_t)(1U << bit);
			assert_false(accepts(type, blob, n));
			blob[at] ^= (uint8_t)(1U << bit);
		}
	for (size_t at = 0; at < n; at++) {
		blob[at] ^= 0xFF;
		(void)accepts(type, blob, n); /* a good key or none: checked there */
		blob[at] ^= 0xFF;
	}
}

static void damaged_keys(void **state)
{
	(void)state;
	each_line("good.txt", check_damage);
}

static uint32_t next_random(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

/* A text with some bytes changed, left out or doubled. */
static size_t disturb(char *text, size_t n, size_t room, uint32_t *seed)
{
	static const char spice[] = "\n\r\0\"\\ ,=:-A\x1b\xFF";

	for (uint32_t turn = next_random(seed) % 6 + 1; turn > 0; turn--) {
		size_t at = next_random(seed) % n;

		switch (next_random(seed) % 4) {
		case 0:
			text[at] = spice[next_random(seed) % (sizeof(spice) - 1)];
			break;
		case 1:
			text[at] = (char)next_random(seed);
			break;
		case 2:
			memmove(text + at, text + at + 1, n - at - 1);
			n -= n > 1 ? 1 : 0;
			break;
		default:
			if (n + (n - at) < room) {
				memmove(text + at + (n - at), text + at, n - at);
				n += n - at;
			}
		}
	}
	return n;
}

static void disturbed_texts(void **state)
{
	static const char *const texts[] = { ED25519 " aino\n", PUTTY("Comment: \"x\"\r\n"),
		"command=\"/bin/sh\" " ED25519, ED25519 "\n" OTHER };
	uint32_t seed = 20271122;
	size_t taken = 0;

	(void)state;
	for (size_t i = 0; i < TURNS; i++) {
		struct arena arena = { 0 };
		struct pubkey key;
		char text[2000];
		size_t n = strlen(texts[i % LEN(texts)]);

		memcpy(text, texts[i % LEN(texts)], n);
		n = disturb(text, n, sizeof(text), &seed);
		if (parse_bytes(&arena, text, n, &key).code == E_OK) {
			check_result(&arena, &key);
			taken++;
		}
		arena_clear(&arena);
	}
	assert_true(taken > 100 && taken < TURNS / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(the_kinds_that_are_taken),
		TEST_FILE(kinds_that_are_not),
		TEST_FILE(forms_of_one_key),
		TEST_FILE(as_windows_saves_text),
		TEST_FILE(found_among_other_lines),
		TEST_FILE(refused_with_words),
		TEST_FILE(nothing_is_missing_not_damaged),
		TEST_FILE(a_nul_hides_nothing),
		TEST(damaged_keys),
		TEST(disturbed_texts),
	};
	return RUN(tests);
}
