/* SPDX-License-Identifier: MIT */
#include "src/base/catalog.h"

#include <endian.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC UINT32_C(0x950412de)

enum { HEADER = 28, ROW = 8 };

static uint32_t number_at(const struct catalog *catalog, size_t offset)
{
	uint32_t number;

	memcpy(&number, catalog->bytes + offset, sizeof(number));
	return le32toh(number);
}

static bool table_fits(const struct catalog *catalog, uint32_t start)
{
	return start <= catalog->size && catalog->count <= (catalog->size - start) / ROW;
}

static bool is_catalog(struct catalog *catalog)
{
	if (number_at(catalog, 0) != MAGIC || number_at(catalog, 4) != 0)
		return false;
	catalog->count = number_at(catalog, 8);
	catalog->ids = number_at(catalog, 12);
	catalog->texts = number_at(catalog, 16);
	return table_fits(catalog, catalog->ids) && table_fits(catalog, catalog->texts);
}

/* What is mapped outlives its descriptor. */
static void map_file(int fd, struct catalog *catalog)
{
	struct stat status;

	if (fstat(fd, &status) != 0 || status.st_size < HEADER)
		return;
	void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (bytes == MAP_FAILED)
		return;
	*catalog = (struct catalog){ .bytes = bytes, .size = (size_t)status.st_size };
	if (is_catalog(catalog))
		return;
	munmap(bytes, catalog->size);
	*catalog = (struct catalog){ 0 };
}

bool catalog_open(const char *path, struct catalog *catalog)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	*catalog = (struct catalog){ 0 };
	if (fd < 0)
		return false;
	map_file(fd, catalog);
	close(fd);
	return catalog->bytes != NULL;
}

/* A string of a table: its length and, after its bytes, a NUL. NULL if it is not within the file.
 */
static const char *string_of(
	const struct catalog *catalog, uint32_t table, uint32_t row, uint32_t *n)
{
	uint32_t start = number_at(catalog, table + (size_t)row * ROW + 4);

	*n = number_at(catalog, table + (size_t)row * ROW);
	if (start >= catalog->size || *n >= catalog->size - start ||
		catalog->bytes[start + *n] != '\0')
		return NULL;
	return catalog->bytes + start;
}

/* The forms of one text stand behind one another, each with its NUL. */
static const char *form_of(const struct catalog *catalog, uint32_t row, unsigned form)
{
	uint32_t n;
	const char *text = string_of(catalog, catalog->texts, row, &n);

	if (text == NULL || form == 0)
		return text;
	size_t first = strlen(text);
	return first < n ? text + first + 1 : NULL;
}

const char *catalog_find(const struct catalog *catalog, const char *id, unsigned form)
{
	uint32_t low = 0, high = catalog->bytes == NULL ? 0 : catalog->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2, n;
		const char *there = string_of(catalog, catalog->ids, middle, &n);
		int order = there == NULL ? -1 : strcmp(id, there);

		if (order == 0)
			return form_of(catalog, middle, form);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}
