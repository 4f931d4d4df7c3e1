/* SPDX-License-Identifier: MIT */
#include "db/base/sha256.h"

#include <string.h>

#if defined(__x86_64__) && __has_include(<sys/platform/x86.h>)

#include <immintrin.h>
#include <sys/platform/x86.h>

enum { BLOCK = 64, LENGTH_AT = 56 };

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes (4.2.2). */
static const uint32_t constants[64] = { 0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b,
	0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
	0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6,
	0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
	0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
	0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585,
	0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
	0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa,
	0xa4506ceb, 0xbef9a3f7, 0xc67178f2 };

/* The C library has asked the processor once: in a virtual machine that takes microseconds. */
static bool has_instructions(void)
{
	return CPU_FEATURE_ACTIVE(SHA) && CPU_FEATURE_ACTIVE(SSE4_1) && CPU_FEATURE_ACTIVE(SSSE3);
}

/* Four words of the schedule from the sixteen before them. */
__attribute__((target("sha,sse4.1,ssse3"))) static inline __m128i scheduled(const __m128i before[4])
{
	__m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(before[0], before[1]),
		_mm_alignr_epi8(before[3], before[2], 4));

	return _mm_sha256msg2_epu32(sum, before[3]);
}

/* The instructions want the eight words as ABEF and CDGH, of which ours are two halves. */
__attribute__((target("sha,sse4.1,ssse3"))) static void compress(
	uint32_t state[8], const uint8_t *bytes, size_t blocks)
{
	const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
	__m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
	__m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
	__m128i abef = _mm_alignr_epi8(low, high, 8), cdgh = _mm_blend_epi16(high, low, 0xF0);

	for (; blocks > 0; blocks--, bytes += BLOCK) {
		const __m128i abef_before = abef, cdgh_before = cdgh;
		__m128i words[4];

#pragma GCC unroll 16
		for (int i = 0; i < 16; i++) {
			__m128i next;

			if (i < 4) {
				next = _mm_shuffle_epi8(
					_mm_loadu_si128((const __m128i *)(bytes + 16 * i)), swap);
				words[i] = next;
			} else {
				next = scheduled(words);
				words[0] = words[1];
				words[1] = words[2];
				words[2] = words[3];
				words[3] = next;
			}
			next = _mm_add_epi32(
				next, _mm_loadu_si128((const __m128i *)(constants + 4 * i)));
			cdgh = _mm_sha256rnds2_epu32(cdgh, abef, next);
			abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(next, 0x0E));
		}
		abef = _mm_add_epi32(abef, abef_before);
		cdgh = _mm_add_epi32(cdgh, cdgh_before);
	}
	low = _mm_shuffle_epi32(abef, 0x1B);
	high = _mm_shuffle_epi32(cdgh, 0xB1);
	_mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xF0));
	_mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

/* `count` is in bits. */
static void add(crypto_hash_sha256_state *state, const uint8_t *bytes, size_t n)
{
	size_t kept = (size_t)(state->count / 8 % BLOCK);

	state->count += (uint64_t)n * 8;
	if (kept > 0) {
		size_t part = n < BLOCK - kept ? n : BLOCK - kept;

		memcpy(state->buf + kept, bytes, part);
		bytes += part;
		n -= part;
		if (kept + part < BLOCK)
			return;
		compress(state->state, state->buf, 1);
	}
	compress(state->state, bytes, n / BLOCK);
	memcpy(state->buf, bytes + n / BLOCK * BLOCK, n % BLOCK);
}

static void put_big_endian(uint8_t *bytes, uint64_t number, int n)
{
	for (int i = n - 1; i >= 0; i--, number >>= 8)
		bytes[i] = (uint8_t)number;
}

/* A one, zeros, and how many bits there were (5.1.1). */
static void end(crypto_hash_sha256_state *state, uint8_t digest[SHA256_SIZE])
{
	size_t kept = (size_t)(state->count / 8 % BLOCK);

	state->buf[kept++] = 0x80;
	if (kept > LENGTH_AT) {
		memset(state->buf + kept, 0, BLOCK - kept);
		compress(state->state, state->buf, 1);
		kept = 0;
	}
	memset(state->buf + kept, 0, LENGTH_AT - kept);
	put_big_endian(state->buf + LENGTH_AT, state->count, 8);
	compress(state->state, state->buf, 1);
	for (size_t i = 0; i < 8; i++)
		put_big_endian(digest + 4 * i, state->state[i], 4);
}

#else

static bool has_instructions(void)
{
	return false;
}

static void add(crypto_hash_sha256_state *state, const uint8_t *bytes, size_t n)
{
	crypto_hash_sha256_update(state, bytes, n);
}

static void end(crypto_hash_sha256_state *state, uint8_t digest[SHA256_SIZE])
{
	crypto_hash_sha256_final(state, digest);
}

#endif

void sha256_begin(struct sha256 *hash)
{
	crypto_hash_sha256_init(&hash->state);
	hash->by_processor = has_instructions();
}

void sha256_add(struct sha256 *hash, const void *bytes, size_t n)
{
	if (n == 0)
		return;
	if (hash->by_processor)
		add(&hash->state, bytes, n);
	else
		crypto_hash_sha256_update(&hash->state, bytes, n);
}

void sha256_end(struct sha256 *hash, uint8_t digest[SHA256_SIZE])
{
	if (hash->by_processor)
		end(&hash->state, digest);
	else
		crypto_hash_sha256_final(&hash->state, digest);
}

void sha256_of(const void *bytes, size_t n, uint8_t digest[SHA256_SIZE])
{
	struct sha256 hash;

	sha256_begin(&hash);
	sha256_add(&hash, bytes, n);
	sha256_end(&hash, digest);
}
