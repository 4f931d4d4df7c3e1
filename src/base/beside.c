/* SPDX-License-Identifier: MIT */
#include "src/base/beside.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool beside_program(const char *installed, const char *built, char *path)
{
	char program[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", program, sizeof(program) - 1);

	if (n <= 0)
		return false;
	program[n] = '\0';
	*strrchr(program, '/') = '\0';
	char *up = strrchr(program, '/');
	if (up == NULL)
		return false;
	const char *below = strcmp(up, "/bin") == 0 ? installed : built;
	*up = '\0';
	return snprintf(path, PATH_MAX, "%s%s", program, below) < PATH_MAX;
}
