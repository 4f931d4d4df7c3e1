/* SPDX-License-Identifier: MIT
 * What is missing for an act: it does not stand in its way, but then the act needs a reason. */
#pragma once

#include <stddef.h>

struct checklist {
	const char *missing[8]; /* sentences (N_) */
	char about[8][120];     /* which records, by their codes; "" for none */
	size_t n;
};
