/* SPDX-License-Identifier: MIT
 * Under the sanitizers all takes several times as long. What a long test looks for there are faults
 * of memory, and those do not hide in every hundredth case: it takes a part of them, and all in the
 * plain build of the same run. */
#pragma once

#include <stdbool.h>

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

/* Is this the build with the sanitizers? */
static inline bool sanitized(void)
{
#ifdef __SANITIZE_ADDRESS__
	return true;
#else
	return __has_feature(address_sanitizer);
#endif
}
