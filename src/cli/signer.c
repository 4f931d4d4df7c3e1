/* SPDX-License-Identifier: MIT */
#include "src/cli/signer.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "src/base/i18n.h"
#include "src/base/program.h"

#define SSH_KEYGEN "/usr/bin/ssh-keygen"
#define NAMESPACE "klash-checkpoint"

enum { PATIENCE = 20, PRINCIPALS_MAX = 16 };

/* What was read is what is verified, whatever happens to the file meanwhile. */
static struct error keep_bytes(const char *bytes, size_t n, int *fd)
{
	*fd = memfd_create("checkpoints", MFD_CLOEXEC);
	for (size_t at = 0; *fd >= 0 && at < n;) {
		ssize_t put = write(*fd, bytes + at, n - at);

		if (put < 0 && errno != EINTR)
			break;
		at += put < 0 ? 0 : (size_t)put;
		if (at == n && lseek(*fd, 0, SEEK_SET) == 0)
			return ok();
	}
	return (struct error){ .code = E_IO, .low = errno };
}

static struct error verify(struct cli *cli, const char *principal, const char *signature,
	const char *signers, int fd, bool *good)
{
	const char *const argv[] = { SSH_KEYGEN, "-Y", "verify", "-n", NAMESPACE, "-I", principal,
		"-s", signature, "-f", signers, NULL };
	struct program_result result;

	if (lseek(fd, 0, SEEK_SET) != 0)
		return (struct error){ .code = E_IO, .low = errno };
	TRY(program_feed(&cli->arena, argv, fd, PATIENCE, &result));
	*good = result.status == 0;
	return ok();
}

/* The first of the principals, a line each, whose key it is and who may sign checkpoints. */
static struct error first_good(struct cli *cli, const char *principals, const char *signature,
	const char *signers, int fd, const char **principal)
{
	for (int i = 0; i < PRINCIPALS_MAX && *principals != '\0'; i++) {
		size_t n = strcspn(principals, "\n");
		const char *who = arena_bytes(&cli->arena, principals, n);
		bool good = false;

		if (n > 0)
			TRY(verify(cli, who, signature, signers, fd, &good));
		if (good) {
			*principal = who;
			return ok();
		}
		principals += principals[n] == '\0' ? n : n + 1;
	}
	return rule(
		N_("The signature beside it (.sig) is of another text, or its key is none that the "
		   "file of signers allows for checkpoints."));
}

static struct error must_be_there(struct cli *cli, const char *path)
{
	if (access(path, R_OK) == 0)
		return ok();
	cli->subject = path;
	return errno == ENOENT ? fail(E_NOT_FOUND, "file") :
				 (struct error){ .code = E_IO, .low = errno };
}

struct error signer_find(struct cli *cli, const char *path, const char *bytes, size_t n,
	const char *signers, const char **principal)
{
	const char *signature = arena_printf(&cli->arena, "%s.sig", path);
	const char *const argv[] = { SSH_KEYGEN, "-Y", "find-principals", "-s", signature, "-f",
		signers, NULL };
	struct program_result result;
	int fd = -1;

	if (strcmp(path, "-") == 0)
		return rule(N_(
			"A signed list of checkpoints is a file, with its signature beside it."));
	TRY(must_be_there(cli, signers));
	TRY(must_be_there(cli, signature));
	if (program_run(&cli->arena, argv, NULL, PATIENCE, &result).code != E_OK)
		return rule(N_("ssh-keygen cannot be started. Is openssh-client installed?"));
	struct error e = keep_bytes(bytes, n, &fd);
	if (e.code == E_OK)
		e = first_good(cli, result.status == 0 ? result.out : "", signature, signers, fd,
			principal);
	if (fd >= 0)
		close(fd);
	return e;
}
