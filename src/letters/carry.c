/* SPDX-License-Identifier: MIT */
#include "src/letters/carry.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "db/file.h"
#include "src/base/email.h"
#include "src/base/i18n.h"
#include "src/base/program.h"

enum {
	PATIENCE = 120,  /* seconds; one that waits for another server gives up earlier */
	SAID_MAX = 1000, /* bytes of what it said that are kept */
};

struct error carry_check(const char *program)
{
	struct stat status;

	if (*program != '/' || stat(program, &status) != 0 || !S_ISREG(status.st_mode) ||
		access(program, X_OK) != 0)
		return rule(N_("The program that sends mail is not there. Ask whoever looks after "
			       "this machine which one it has, and give its whole path: klash "
			       "letter sender set --program PATH"));
	if ((status.st_uid != 0 && status.st_uid != geteuid()) || (status.st_mode & 022) != 0)
		return rule(N_("The program that sends mail could be changed by others than root "
			       "and you, so Klash does not run it."));
	return ok();
}

/* Its own place in memory: what it reads from is a file, which it may read twice. */
static struct error as_file(const struct message *message, int *fd)
{
	struct buffer bytes = { 0 };
	struct error e = message_write(message, END_LF, &bytes);

	*fd = e.code == E_OK ? memfd_create("letter", MFD_CLOEXEC) : -1;
	if (e.code == E_OK &&
		(*fd < 0 || write(*fd, bytes.text, bytes.length) != (ssize_t)bytes.length ||
			lseek(*fd, 0, SEEK_SET) != 0))
		e = file_error(errno);
	buffer_clear(&bytes);
	if (e.code != E_OK && *fd >= 0)
		close(*fd);
	return e;
}

static const char *visible(struct arena *arena, const char *said)
{
	size_t n = strlen(said);

	return utf8_clean(arena, utf8_visible(arena, said, n > SAID_MAX ? SAID_MAX : n, TEXT_LINES),
		TEXT_LINES);
}

/* Programs read their settings below HOME. */
static const char *home(struct arena *arena)
{
	const char *path = getenv("HOME");

	return arena_printf(arena, "HOME=%s", path == NULL ? "/" : path);
}

struct error carry(struct arena *arena, const char *program, const struct message *message,
	struct carriage *carriage)
{
	bool copied = *message->copy.address != '\0';
	const char *argv[] = { program, "-i", "-f", email_in_ascii(arena, message->from.address),
		"--", email_in_ascii(arena, message->to.address),
		copied ? email_in_ascii(arena, message->copy.address) : NULL, NULL };
	const char *more[] = { home(arena), NULL };
	struct program_result result;
	int fd;

	TRY(carry_check(program));
	TRY(as_file(message, &fd));
	struct error e = program_hand_over(arena, argv, more, fd, PATIENCE, &result);
	close(fd);
	TRY(e);
	*carriage = (struct carriage){ .outcome = result.status == 0 ? CARRIED_TAKEN :
						  result.status > 0  ? CARRIED_REFUSED :
								       CARRIED_UNCERTAIN,
		.said = visible(arena, result.out) };
	return ok();
}
