/* SPDX-License-Identifier: MIT
 * Who has signed a text with an SSH key (`ssh-keygen -Y sign -n klash-checkpoint FILE`), by
 * ssh-keygen itself. */
#pragma once

#include "src/cli/cli.h"

/* The bytes are those of the file `path`, its signature is in PATH.sig; `signers` is a file of
 * allowed signers (ssh-keygen(1), ALLOWED SIGNERS). Gives the principal; E_RULE if there is no
 * signature or it is nobody's of them, E_NOT_FOUND (field "file"), E_IO. Sets cli->subject to the
 * file that is to blame. */
struct error signer_find(struct cli *cli, const char *path, const char *bytes, size_t n,
	const char *signers, const char **principal);
