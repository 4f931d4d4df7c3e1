/* SPDX-License-Identifier: MIT
 * What belongs to the program and is a file of its own. */
#pragma once

#include <stdbool.h>

/* Where it is: `installed` is its path beside the folder bin that the program is in, `built` beside
 * the program's folder in a build tree; both begin with a slash. `path` is PATH_MAX bytes. False if
 * the program does not know where it is itself. */
bool beside_program(const char *installed, const char *built, char *path);
