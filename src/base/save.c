/* SPDX-License-Identifier: MIT */
#include "src/base/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t written = write(fd, bytes, n);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return false;
		bytes += written;
		n -= (size_t)written;
	}
	return true;
}

struct error save_file(const char *path, const void *bytes, size_t n, int64_t mtime)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	const struct timespec times[2] = { { .tv_sec = mtime }, { .tv_sec = mtime } };

	if (fd < 0)
		return errno == EEXIST ? fail(E_EXISTS, "file") :
		       errno == ENOENT ? fail(E_NOT_FOUND, "directory") :
					 (struct error){ .code = E_IO, .low = errno };
	bool good = write_all(fd, bytes, n) && (mtime == 0 || futimens(fd, times) == 0);
	int failed = good ? 0 : errno;
	if (close(fd) != 0 && failed == 0)
		failed = errno;
	if (failed == 0)
		return ok();
	unlink(path);
	return failed == ENOSPC ? fail(E_FULL, NULL) :
				  (struct error){ .code = E_IO, .low = failed };
}
