/* SPDX-License-Identifier: MIT
 * Documents: lines that are broken in one place, blocks, and what each writer makes of them. */
#define TEST_NAME "documents"
#include "tests/unit/fixture.h"

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/wrap.h"
#include "src/documents/document.h"
#include "src/documents/writer.h"
#include "src/roof/papers.h"
#include "src/roof/journal.h"

static const char *lines_of(struct arena *arena, const char *text, int width, bool words)
{
	const char *all = "";

	for (const char *next = text; next != NULL;) {
		text = next;
		size_t n =
			words ? text_wrap_words(text, width, &next) : text_wrap(text, width, &next);

		all = arena_printf(arena, "%s%.*s|", all, (int)n, text);
	}
	return all;
}

static void lines_break_between_words(void **state)
{
	struct arena arena = { 0 };
	static const struct {
		const char *text, *screen, *paper;
	} cases[] = {
		{ "", "|", "|" },
		{ "one two three", "one two|three|", "one two|three|" },
		{ "one two\nthree", "one two|three|", "one two|three|" },
		{ "one\n\ntwo\n", "one||two||", "one||two||" },
		{ "exactly", "exactly|", "exactly|" },
		{ "exactly more", "exactly|more|", "exactly|more|" },
		{ "a longerword b", "a|longerw|ord b|", "a|longerword|b|" },
		{ "longerword\nb", "longerw|ord|b|", "longerword|b|" },
		{ "ääääää ö", "ääääää|ö|", "ääääää|ö|" },
		{ "one two   three", "one two|  three|", "one two|three|" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		assert_string_equal(lines_of(&arena, cases[i].text, 7, false), cases[i].screen);
		assert_string_equal(lines_of(&arena, cases[i].text, 7, true), cases[i].paper);
	}
	assert_int_equal(text_wrap_count("one two three", 7), 2);
	assert_int_equal(text_wrap_count("", 7), 1);
	arena_clear(&arena);
}

/* Controls, marks that turn text round, a tag, quotes, a word without end. */
#define HOSTILE "<script>alert(1)</script> \033[2J \"a\" 'b' & \xE2\x80\xAEx\t\x01 \xFF"
#define LONG "ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"

static const struct fact facts[] = { { HOSTILE, HOSTILE, "en" },
	{ "Short", "A " LONG " z", NULL } };
static const struct table_column columns[] = { { "Name", false }, { HOSTILE, false },
	{ "Points", true } };
static const char *const cells[] = { "Alpha", HOSTILE, "7,5", "B",
	"many words that go on and on until no line of paper could hold them all", "10" };
static const struct signature signatures[] = { { "Date", "Signature", NULL },
	{ "Date", "Signature", HOSTILE } };

/* One of every kind, all of them hostile. */
static void fill(struct documents *all, struct arena *arena)
{
	static const struct block blocks[] = {
		{ .kind = BLOCK_HEADING, .level = 1, .text = HOSTILE },
		{ .kind = BLOCK_HEADING, .level = 2, .depth = 1, .lang = "sv", .text = HOSTILE },
		{ .kind = BLOCK_PARAGRAPH, .lines = 2, .lang = "sv", .text = HOSTILE "\n\n" LONG },
		{ .kind = BLOCK_LITERAL, .depth = 2, .text = "a  " LONG "\n" HOSTILE },
		{ .kind = BLOCK_FACTS, .depth = 2, .facts = facts, .n = LEN(facts) },
		{ .kind = BLOCK_BOXES, .depth = 1, .facts = facts, .n = LEN(facts) },
		{ .kind = BLOCK_TABLE,
			.text = HOSTILE,
			.columns = columns,
			.n = LEN(columns),
			.cells = cells,
			.row_count = 2 },
		{ .kind = BLOCK_TICK,
			.depth = 1,
			.numbered = true,
			.text = HOSTILE,
			.below = HOSTILE },
		{ .kind = BLOCK_TICK, .close = true, .depth = 1, .text = LONG, .lines = 1 },
		{ .kind = BLOCK_SIGNATURES,
			.depth = 1,
			.signatures = signatures,
			.n = LEN(signatures) },
	};

	for (int i = 0; i < 2; i++) {
		struct document *page =
			document_new(all, arena, i == 0 ? "fi" : "sv", HOSTILE " title");

		page->notice = document_words(page, HOSTILE);
		page->head = document_words(page, HOSTILE);
		for (size_t b = 0; b < LEN(blocks); b++)
			document_add(page, &blocks[b]);
	}
}

static const char *written(const char *format, struct arena *arena)
{
	struct documents all = { 0 };
	struct buffer out = { 0 };

	fill(&all, arena);
	assert_int_equal(all.n, 2);
	assert_ok(document_writer(format)->write(&all, &out));
	const char *text = arena_text(arena, out.text);
	buffer_clear(&out);
	return text;
}

static void no_writer_passes_on_what_acts(void **state)
{
	struct arena arena = { 0 };
	static const char *const formats[] = { "text", "html" };

	(void)state;
	for (size_t i = 0; i < LEN(formats); i++) {
		const char *text = written(formats[i], &arena);

		assert_int_equal(utf8_check(text, strlen(text)), TEXT_GOOD);
		for (const char *c = text; *c != '\0'; c++)
			assert_true((unsigned char)*c >= ' ' || *c == '\n');
		assert_non_null(strstr(text, "\xEF\xBF\xBD"));
	}
	arena_clear(&arena);
}

static size_t count(const char *text, const char *word)
{
	size_t n = 0;

	for (text = strstr(text, word); text != NULL; text = strstr(text + 1, word))
		n++;
	return n;
}

static void html_shows_a_tag_as_text(void **state)
{
	struct arena arena = { 0 };
	const char *text = written("html", &arena);

	(void)state;
	assert_null(strstr(text, "<script"));
	assert_null(strstr(text, "\"a\""));
	assert_null(strstr(text, "'b'"));
	assert_true(count(text, "&lt;script&gt;") > 20);
	assert_true(count(text, "&quot;a&quot; &#39;b&#39; &amp; ") > 20);
	assert_int_equal(count(text, "<html lang=\"fi\">"), 1);
	assert_int_equal(count(text, "<article lang="), 2);
	assert_int_equal(count(text, "<p lang=\"sv\">"), 4); /* two paragraphs in each */
	assert_int_equal(count(text, "<dt lang=\"en\">"), 2);
	assert_int_equal(count(text, "<th scope=\"col\""), 6);
	arena_clear(&arena);
}

/* Only what must stay whole is longer than a line. */
static void text_fits_a_letter(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (const char *line = written("text", &arena); *line != '\0';) {
		size_t n = strcspn(line, "\n");
		const char *copy = arena_bytes(&arena, line, n);

		if (strstr(copy, LONG) == NULL && utf8_columns(copy) > 76 &&
			strspn(copy, "-") != n) /* the line below a heading is as long as it */
			stop_test("too wide: %s", copy);
		assert_true(n == 0 || copy[n - 1] != ' ');
		line += n + (line[n] == '\n' ? 1 : 0);
	}
	arena_clear(&arena);
}

static void a_table_is_aligned(void **state)
{
	static const struct table_column two[] = { { "Team", false }, { "Points", true } };
	static const char *const rows[] = { "Älykkäät", "7,5", "B", "10" };
	struct arena arena = { 0 };
	struct documents all = { 0 };
	struct buffer out = { 0 };

	(void)state;
	struct document *page = document_new(&all, &arena, "en", "Title");
	document_add(page, &(struct block){ .kind = BLOCK_TABLE,
				   .columns = two,
				   .n = 2,
				   .cells = rows,
				   .row_count = 2 });
	document_write_text(&all, &out);
	assert_string_equal(out.text, "Title\n\n"
				      "Team      Points\n"
				      "--------  ------\n"
				      "Älykkäät     7,5\n"
				      "B             10\n");
	buffer_clear(&out);
	arena_clear(&arena);
}

static void the_ending_chooses_the_writer(void **state)
{
	(void)state;
	assert_string_equal(document_writer_of("maija.HTML")->format, "html");
	assert_string_equal(document_writer_of("maija.txt")->format, "text");
	assert_string_equal(document_writer_of("maija")->format, "text");
	assert_string_equal(document_writer_of(".html")->format, "text");
	assert_string_equal(document_writer_of("")->format, "text");
	assert_string_equal(document_writer_of("D-1.PDF")->format, "pdf");
	assert_string_equal(document_writer_of("D-1.odt")->format, "odt");
	assert_null(document_writer("docx"));
}

/* Every document has what the command line and the log want of it, in three languages. */
static void every_document_is_whole(void **state)
{
	struct fixture *f = *state;
	const struct document_kind *kind;
	size_t n = 0;

	for (; (kind = document_kind(n)) != NULL; n++) {
		const struct document_kind *found;
		int64_t id;

		assert_ok(document_kind_find(kind->noun, &found));
		assert_ptr_equal(found, kind);
		assert_true(*kind->word != '\0' && *kind->of != '\0');
		assert_fails(E_NOT_FOUND, kind->find(&f->ctx, "no-such-one", &id));
		i18n_use("fi");
		assert_string_not_equal(i18n_lookup("document", kind->word), kind->word);
		i18n_use("sv");
		assert_string_not_equal(i18n_lookup("document", kind->word), kind->word);
		i18n_use("en");
	}
	assert_true(n >= 2);
	assert_refused(E_NOT_FOUND, "document", document_kind_find("nothing", &kind));
}

/* One without a verb of its own in the log is told by the one that all have. */
static void what_is_given_is_in_the_log(void **state)
{
	struct fixture *f = *state;
	static const struct document_kind letter = { .noun = "letter" };
	struct id_list seqs = { 0 };
	struct log_entry entry;

	assert_ok(document_given(&f->ctx, &letter, "account:1"));
	assert_ok(journal_ids(&f->ctx, NULL, &seqs));
	assert_ok(journal_get(&f->ctx, &f->arena, seqs.ids[0], &entry));
	assert_string_equal(entry.verb, "document.make");
	assert_non_null(strstr(journal_sentence(&f->ctx, &f->arena, &entry), " made a document: "));
	id_list_clear(&seqs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(lines_break_between_words),
		TEST(no_writer_passes_on_what_acts),
		TEST(html_shows_a_tag_as_text),
		TEST(text_fits_a_letter),
		TEST(a_table_is_aligned),
		TEST(the_ending_chooses_the_writer),
		TEST_FILE(every_document_is_whole),
		TEST_FILE(what_is_given_is_in_the_log),
	};
	fixture_languages();
	return RUN(tests);
}
