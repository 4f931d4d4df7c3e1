/* SPDX-License-Identifier: MIT */
#include "documents/package.h"

#include <stdlib.h>
#include <string.h>

#include "documents/limits.h"
#include "documents/memory.h"
#include "documents/xml.h"

/* An archive is read from its end, and a pipe has none: so all of it first. */
static enum line_fault slurp(FILE *in, char **bytes, size_t *n)
{
	size_t room = 1 << 16, got;

	*n = 0;
	*bytes = grow(NULL, room);
	while ((got = fread(*bytes + *n, 1, room - *n, in)) > 0) {
		*n += got;
		if (*n > FILE_MAX)
			return FAULT_LARGE;
		if (*n == room)
			*bytes = grow(*bytes, room *= 2);
	}
	return ferror(in) != 0 ? FAULT_PACKED : FAULT_NONE;
}

enum line_fault package_open(struct package *package, FILE *in)
{
	zip_error_t error;
	size_t n;

	*package = (struct package){ 0 };
	enum line_fault fault = slurp(in, &package->bytes, &n);
	if (fault != FAULT_NONE || n == 0)
		return fault != FAULT_NONE ? fault : FAULT_PACKED;
	zip_error_init(&error);
	zip_source_t *source = zip_source_buffer_create(package->bytes, n, 0, &error);
	if (source != NULL)
		package->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
	if (source != NULL && package->zip == NULL)
		zip_source_free(source);
	zip_error_fini(&error);
	return package->zip == NULL ? FAULT_PACKED : FAULT_NONE;
}

void package_close(struct package *package)
{
	if (package->zip != NULL)
		zip_discard(package->zip);
	free(package->bytes);
	*package = (struct package){ 0 };
}

static enum line_fault read_part(zip_file_t *part, part_take take, void *arg)
{
	char block[1 << 16];
	enum line_fault fault = FAULT_NONE;
	size_t all = 0;

	for (;;) {
		zip_int64_t n = zip_fread(part, block, sizeof(block));

		if (n < 0)
			return FAULT_DAMAGED;
		all += (size_t)n;
		fault = all > PART_MAX ? FAULT_LARGE : take(arg, block, (size_t)n, n == 0);
		if (fault != FAULT_NONE || n == 0)
			return fault;
	}
}

enum line_fault package_read(struct package *package, const char *name, part_take take, void *arg)
{
	zip_int64_t at = zip_name_locate(package->zip, name, ZIP_FL_NOCASE);
	zip_stat_t status;

	if (at < 0 || zip_stat_index(package->zip, (zip_uint64_t)at, 0, &status) != 0)
		return FAULT_WORKBOOK;
	if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
		status.encryption_method != ZIP_EM_NONE)
		return FAULT_LOCKED;
	zip_file_t *part = zip_fopen_index(package->zip, (zip_uint64_t)at, 0);
	if (part == NULL)
		return FAULT_DAMAGED;
	enum line_fault fault = read_part(part, take, arg);
	zip_fclose(part);
	return fault;
}
