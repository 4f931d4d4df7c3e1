/* SPDX-License-Identifier: MIT
 * Several people in one text, as forms and mail programs write them. */
#pragma once

#include "db/base/arena.h"

/* One person a line, "First Surname <address>", from people divided by lines, semicolons or commas,
 * where a comma can be no part of a name: "A A, B B, C C", "A A <a@a.example>, B B". A name in
 * quotation marks or before an address may have its surname first ("Mallikas, Matti"
 * <k@a.example>). Empty places are kept as empty lines. Into the arena. */
const char *members_lines(struct arena *arena, const char *text);
/* The same of addresses alone: every comma divides. */
const char *addresses_lines(struct arena *arena, const char *text);
