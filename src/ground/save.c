/* SPDX-License-Identifier: MIT */
#include "src/ground/save.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/file.h"

static struct error begin(struct saving *saving, const char *path, enum making_kind kind)
{
	TRY(making_begin(&saving->making, path, kind));
	int fd = dup(saving->making.fd);
	saving->out = fd < 0 ? NULL : fdopen(fd, "w");
	return saving->out != NULL ? ok() : making_end(&saving->making, file_error(errno));
}

struct error save_begin(struct saving *saving, const char *path)
{
	return begin(saving, path, MAKING_PRIVATE);
}

struct error save_flush(struct saving *saving)
{
	int failed = file_stream_fault(saving->out);

	if (failed == 0 && fsync(fileno(saving->out)) != 0)
		failed = errno;
	return failed == 0 ? ok() : file_error(failed);
}

struct error save_end(struct saving *saving, struct error e)
{
	int failed = file_stream_fault(saving->out);

	if (fclose(saving->out) != 0 && failed == 0)
		failed = errno;
	if (e.code == E_OK && failed != 0)
		e = file_error(failed);
	return making_end(&saving->making, e);
}

static struct error write_content(FILE *out, const void *bytes, size_t n, int64_t mtime)
{
	const struct timespec times[2] = { { .tv_sec = mtime }, { .tv_sec = mtime } };

	if (fwrite(bytes, 1, n, out) != n || fflush(out) != 0 ||
		(mtime != 0 && futimens(fileno(out), times) != 0))
		return file_error(errno);
	return ok();
}

struct error save_file(const char *path, const void *bytes, size_t n, int64_t mtime)
{
	struct saving saving;

	TRY(save_begin(&saving, path));
	return save_end(&saving, write_content(saving.out, bytes, n, mtime));
}

struct error save_public(const char *path, const char *text)
{
	struct saving saving;

	(void)unlink(path);
	TRY(begin(&saving, path, MAKING_PUBLIC));
	return save_end(&saving, write_content(saving.out, text, strlen(text), 0));
}
