/* SPDX-License-Identifier: MIT
 * Letters as mail carries them: whole, and what never gets into one. What mail readers make of them
 * is in tests/letters/. */
#define TEST_NAME "message"
#include "tests/unit/fixture.h"

#include "src/letters/encode.h"
#include "src/letters/message.h"

static const struct message plain = {
	.from = { "Kuntien kokeilut 2027", "toimisto@kilpailu.example" },
	.to = { "Järvelän kunta, \"kirjaamo\"", "kirjaamo@järvelä.example" },
	.copy = { "", "aino.malli@jarvela.example" },
	.subject =
		"Päätös ehdotuksestanne P-001: yhteinen kyyti syrjäkyliltä kirjastoon ja takaisin",
	.languages = "fi,sv",
	.id = "0123456789abcdef01234567@kilpailu.example",
	.at = 1575000000,
	.text = "Hyvä vastaanottaja\n.\nFrom meille\nloppu \n",
	.html = "<p lang=\"fi\">Hyv\u00e4</p>\n",
};

static const char golden[] =
	"From: \"Kuntien kokeilut 2027\" <toimisto@kilpailu.example>\n"
	"To: =?utf-8?q?J=C3=A4rvel=C3=A4n_kunta=2C_=22kirjaamo=22?=\n"
	" <kirjaamo@xn--jrvel-grae.example>\n"
	"Cc: aino.malli@jarvela.example\n"
	"Subject: =?utf-8?q?P=C3=A4=C3=A4t=C3=B6s_ehdotuksestanne_P-001=3A_yhtein?=\n"
	" =?utf-8?q?en_kyyti_syrj=C3=A4kylilt=C3=A4_kirjastoon_ja_takaisin?=\n"
	"Date: Fri, 29 Nov 2019 04:00:00 +0000\n"
	"Message-ID: <0123456789abcdef01234567@kilpailu.example>\n"
	"MIME-Version: 1.0\n"
	"Content-Language: fi, sv\n"
	"Content-Type: multipart/alternative;\n"
	" boundary=\"=_a.0123456789abcdef01234567\"\n"
	"\n"
	"--=_a.0123456789abcdef01234567\n"
	"Content-Type: text/plain; charset=utf-8\n"
	"Content-Transfer-Encoding: quoted-printable\n"
	"\n"
	"Hyv=C3=A4 vastaanottaja\n"
	"=2E\n"
	"=46rom meille\n"
	"loppu=20\n"
	"\n"
	"--=_a.0123456789abcdef01234567\n"
	"Content-Type: text/html; charset=utf-8\n"
	"Content-Transfer-Encoding: quoted-printable\n"
	"\n"
	"<p lang=3D\"fi\">Hyv=C3=A4</p>\n"
	"\n"
	"--=_a.0123456789abcdef01234567--\n";

static void a_letter_is_written_like_this(void **state)
{
	struct buffer lines = { 0 }, file = { 0 };
	size_t feeds = 0;

	(void)state;
	assert_ok(message_write(&plain, END_LF, &lines));
	assert_string_equal(golden, lines.text);
	assert_ok(message_write(&plain, END_CRLF, &file));
	for (const char *at = lines.text; *at != '\0'; at++)
		feeds += *at == '\n' ? 1 : 0;
	assert_int_equal(lines.length + feeds, file.length);
	assert_non_null(strstr(file.text, "MIME-Version: 1.0\r\nContent-Language"));
	buffer_clear(&lines);
	buffer_clear(&file);
}

static void nothing_breaks_out_of_its_header(void **state)
{
	static const char *const bad[] = { "a\nBcc: b@c.example", "a\rb", "a\r\n\r\nb", "a\x01",
		"a\tb", "\xff", "a\u202eb",
		("a\xc2\x85"
		 "b") };
	static const struct enclosure odd[] = { { "a\nb.pdf", NULL, "", 0 }, { "", NULL, "", 0 },
		{ "a.ics", "RE QUEST", "", 0 }, { "a.ics", "A\nB", "", 0 } };
	struct buffer out = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(bad); i++) {
		struct message m = plain;

		m.subject = bad[i];
		assert_refused(E_INVALID, "subject", message_write(&m, END_LF, &out));
		m = plain;
		m.from.name = bad[i];
		assert_refused(E_INVALID, "name", message_write(&m, END_LF, &out));
		m = plain;
		m.to.name = bad[i];
		assert_refused(E_INVALID, "name", message_write(&m, END_LF, &out));
		m = plain;
		m.to.address = bad[i];
		assert_refused(E_INVALID, "email", message_write(&m, END_LF, &out));
		m.to.address = "märi@b.example";
		assert_refused(E_INVALID, "email", message_write(&m, END_LF, &out));
		m = plain;
		m.copy.address = bad[i];
		assert_refused(E_INVALID, "email", message_write(&m, END_LF, &out));
	}
	for (size_t i = 0; i < LEN(odd); i++) {
		struct message m = plain;

		m.enclosures = &odd[i];
		m.n = 1;
		assert_refused(E_INVALID, "file", message_write(&m, END_LF, &out));
	}
	assert_int_equal(0, out.length);
}

static void an_id_is_new(void **state)
{
	struct arena arena = { 0 };
	const char *one = message_id(&arena, "toimisto@kilpailu.example");

	(void)state;
	assert_string_equal("@kilpailu.example", strchr(one, '@'));
	assert_string_not_equal(one, message_id(&arena, "toimisto@kilpailu.example"));
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_letter_is_written_like_this),
		TEST(nothing_breaks_out_of_its_header),
		TEST(an_id_is_new),
	};
	return RUN(tests);
}
