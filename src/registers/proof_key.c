/* SPDX-License-Identifier: MIT */
#include "src/registers/proof_key.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LIFE = 15 * 60, SIZE_MAX_KEY = 4096 };

static const char *place(struct arena *arena, const char *file)
{
	return arena_printf(arena, "%s-proof", file);
}

struct error proof_key_put(struct arena *arena, const char *file, const struct pubkey *key)
{
	const char *path = place(arena, file);
	const char *line = arena_printf(arena, "%s %s\n", key->type, key->base64);

	(void)unlink(path);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
	if (fd < 0)
		return errno == EACCES || errno == EPERM ?
			       fail(E_ACCESS, NULL) :
			       (struct error){ .code = E_IO, .low = errno };
	/* Public, and for sshd's helper to read whatever the umask. */
	bool good = fchmod(fd, 0644) == 0 && write(fd, line, strlen(line)) == (ssize_t)strlen(line);
	int number = errno;
	if (close(fd) == 0 && good)
		return ok();
	(void)unlink(path);
	return (struct error){ .code = E_IO, .low = number };
}

void proof_key_remove(struct arena *arena, const char *file)
{
	(void)unlink(place(arena, file));
}

static bool is_fresh(const struct stat *status)
{
	time_t now = time(NULL);

	return S_ISREG(status->st_mode) && (status->st_mode & 022) == 0 &&
	       status->st_mtime <= now + LIFE && now - status->st_mtime <= LIFE;
}

bool proof_key_read(struct arena *arena, const char *file, struct pubkey *key)
{
	char text[SIZE_MAX_KEY];
	struct stat status;
	int fd = open(place(arena, file), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0)
		return false;
	ssize_t n = fstat(fd, &status) == 0 && is_fresh(&status) ? read(fd, text, sizeof(text)) : 0;
	close(fd);
	return n > 0 && pubkey_parse(arena, text, (size_t)n, key).code == E_OK;
}
