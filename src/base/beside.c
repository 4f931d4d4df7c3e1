/* SPDX-License-Identifier: MIT */
#include "src/base/beside.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

bool beside_program(const char *installed, const char *built, char *path)
{
	ssize_t n = readlink("/proc/self/exe", path, PATH_MAX - 1);

	if (n <= 0)
		return false;
	path[n] = '\0';
	*strrchr(path, '/') = '\0';
	char *up = strrchr(path, '/');
	if (up == NULL)
		return false;
	const char *below = strcmp(up, "/bin") == 0 ? installed : built;
	*up = '\0';
	if (strlen(path) + strlen(below) >= PATH_MAX)
		return false;
	strcat(path, below);
	return true;
}
