/* SPDX-License-Identifier: MIT
 * The intake kit: for problems, applications and solutions each an empty workbook to fill in and a
 * list of questions for whoever makes a web form, in Finnish and in Swedish. Their headings and
 * limits are the import's own, so that what comes back maps by itself. */
#pragma once

#include "src/ground/context.h"

/* Makes the folder and fills it, or leaves nothing. E_EXISTS (field "file") if there is one
 * already, E_NOT_FOUND (field "directory"), E_ACCESS, E_FULL, E_IO. */
struct error intake_kit_write(struct context *ctx, const char *directory);
