/* SPDX-License-Identifier: MIT */
#include "src/registers/proof_key.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "src/ground/save.h"

enum { LIFE = 15 * 60, SIZE_MAX_KEY = 4096 };

static const char *place(struct arena *arena, const char *file)
{
	return arena_printf(arena, "%s-proof", file);
}

struct error proof_key_put(struct arena *arena, const char *file, const struct pubkey *key)
{
	/* For sshd's helper to read, whatever the umask. */
	return save_public(
		place(arena, file), arena_printf(arena, "%s %s\n", key->type, key->base64));
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
