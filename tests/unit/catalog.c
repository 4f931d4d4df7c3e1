/* SPDX-License-Identifier: MIT
 * Catalogs as msgfmt writes them, and every way in which one can be cut off or changed. */
#define TEST_NAME "catalog"
#include "tests/unit/fixture.h"

#include <unistd.h>

#include "src/base/catalog.h"

static const struct {
	const char *id, *text;
	size_t id_size, text_size; /* without the last NUL */
} entries[] = {
#define ENTRY(id, text) \
	{ \
		id, text, sizeof(id) - 1, sizeof(text) - 1 \
	}
	ENTRY("", "Content-Type: text/plain; charset=UTF-8\n"),
	ENTRY("Close", "Sulje"),
	ENTRY("one round", "yksi kierros"),
	ENTRY("panel\004Close", "Sulje tuomaristo"),
	ENTRY("%d row\0%d rows", "%d rivi\0%d riviä"),
};

enum { COUNT = LEN(entries), HEADER = 28 };

static void put_number(char *at, size_t number)
{
	for (int i = 0; i < 4; i++)
		at[i] = (char)(number >> (8 * i));
}

/* In the order of their ids, as msgfmt has them. */
static size_t write_catalog(char *out)
{
	static const int order[COUNT] = { 0, 4, 1, 2, 3 };
	size_t at = HEADER + 2 * 8 * COUNT;

	memset(out, 0, HEADER);
	put_number(out, 0x950412de);
	put_number(out + 8, COUNT);
	put_number(out + 12, HEADER);
	put_number(out + 16, HEADER + 8 * COUNT);
	for (size_t table = 0; table < 2; table++)
		for (size_t i = 0; i < COUNT; i++) {
			const char *text =
				table == 0 ? entries[order[i]].id : entries[order[i]].text;
			size_t n = table == 0 ? entries[order[i]].id_size :
						entries[order[i]].text_size;
			char *row = out + HEADER + (table * COUNT + i) * 8;

			put_number(row, n);
			put_number(row + 4, at);
			memcpy(out + at, text, n + 1);
			at += n + 1;
		}
	return at;
}

static bool open_bytes(const char *bytes, size_t n, struct catalog *catalog)
{
	char path[] = "/tmp/klash-catalog-XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(n, write(fd, bytes, n));
	close(fd);
	bool good = catalog_open(path, catalog);
	unlink(path);
	return good;
}

static void finds_what_is_in_it(void **state)
{
	char bytes[2000];
	struct catalog catalog;

	(void)state;
	assert_true(open_bytes(bytes, write_catalog(bytes), &catalog));
	assert_string_equal("Sulje", catalog_find(&catalog, "Close", 0));
	assert_string_equal("Sulje tuomaristo", catalog_find(&catalog, "panel\004Close", 0));
	assert_string_equal("yksi kierros", catalog_find(&catalog, "one round", 0));
	assert_string_equal("%d rivi", catalog_find(&catalog, "%d row", 0));
	assert_string_equal("%d riviä", catalog_find(&catalog, "%d row", 1));
	assert_null(catalog_find(&catalog, "Close", 1));
	assert_null(catalog_find(&catalog, "Clos", 0));
	assert_null(catalog_find(&catalog, "Closed", 0));
	assert_null(catalog_find(&catalog, "zzz", 0));
	assert_false(catalog_open("/nowhere/klash.mo", &catalog));
	assert_null(catalog_find(&catalog, "Close", 0));
}

static void ask_everything(const struct catalog *catalog)
{
	for (size_t i = 0; i < COUNT; i++)
		for (unsigned form = 0; form < 2; form++) {
			const char *text = catalog_find(catalog, entries[i].id, form);

			assert_true(text == NULL || strlen(text) < 2000);
		}
}

/* Nothing is read outside of it: the sanitized build would say so, and often the kernel. */
static void bears_any_damage(void **state)
{
	static const size_t numbers[] = { 0, 1, 27, 4096, 0x7fffffff, 0xfffffff0, 0xffffffff };
	char good[2000], bad[2000];
	size_t n = write_catalog(good);
	struct catalog catalog;

	(void)state;
	for (size_t cut = 0; cut < n; cut++)
		if (open_bytes(good, cut, &catalog))
			ask_everything(&catalog);
	for (size_t at = 0; at < HEADER + 16 * COUNT; at += 4)
		for (size_t i = 0; i < LEN(numbers); i++) {
			memcpy(bad, good, n);
			put_number(bad + at, numbers[i]);
			if (open_bytes(bad, n, &catalog))
				ask_everything(&catalog);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(finds_what_is_in_it),
		TEST(bears_any_damage),
	};

	return RUN(tests);
}
