/* SPDX-License-Identifier: MIT */
#include "db/chain.h"

struct hasher *chain_part(const void *salt, size_t n, int64_t k)
{
	uint8_t derived[DIGEST_SIZE];
	struct hasher *hasher = hasher_new();

	hasher_blob(hasher, salt, n);
	hasher_int(hasher, k);
	hasher_finish(hasher, derived);
	hasher = hasher_new();
	hasher_blob(hasher, derived, sizeof(derived));
	return hasher;
}

void chain_put(struct hasher *entry, struct hasher *part)
{
	uint8_t digest[DIGEST_SIZE];

	hasher_finish(part, digest);
	hasher_blob(entry, digest, sizeof(digest));
}
