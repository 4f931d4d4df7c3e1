/* SPDX-License-Identifier: MIT */
#include "documents/limits.h"

#include <stdint.h>
#include <sys/resource.h>

enum { MEMORY_MAX = 1 << 30, SECONDS_MAX = 60, WRITTEN_MAX = 512 << 20 };

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
/* A pattern that pango 1.50 asks fontconfig for and forgets: 288 bytes, once. */
const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig.so";
}
#endif

static bool limit(int what, rlim_t most)
{
	struct rlimit limits = { most, most };

	return setrlimit((__rlimit_resource_t)what, &limits) == 0;
}

/* A sanitized program reserves more address space than any limit. */
static bool limit_memory(void)
{
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
	return true;
#else
	return limit(RLIMIT_AS, MEMORY_MAX);
#endif
}

bool limits_set(void)
{
	return limit_memory() && limit(RLIMIT_CPU, SECONDS_MAX) &&
	       limit(RLIMIT_FSIZE, WRITTEN_MAX) && limit(RLIMIT_CORE, 0);
}
