/* SPDX-License-Identifier: MIT
 * Repeatable random numbers where a seed is published or a test needs the same ones again; never
 * for secrets. SplitMix64 (Steele, Lea and Flood 2014). */
#pragma once

#include <stdint.h>

static inline uint64_t dice_roll(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
	return z ^ (z >> 31);
}
