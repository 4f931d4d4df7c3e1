/* SPDX-License-Identifier: MIT
 * Repeatable random numbers where a seed is published or a test needs the same ones again; never
 * for secrets. SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators,
 * 2014): all arithmetic is modulo 2^64, and the seed is the first state. */
#pragma once

#include <stddef.h>
#include <stdint.h>

static inline uint64_t dice_roll(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
	return z ^ (z >> 31);
}

/* 0 to n - 1, each as likely: a number below 2^64 modulo n is thrown away and rolled again, what is
 * left is taken modulo n. n > 0. */
static inline uint64_t dice_below(uint64_t *state, uint64_t n)
{
	uint64_t z;

	do
		z = dice_roll(state);
	while (z < (0 - n) % n);
	return z % n;
}

/* The numbers 0 to n - 1 in an order of chance: they stand in their order, and from the last place
 * down to the second each changes places with the one at dice_below(its place + 1), counted from 0
 * (Fisher and Yates). */
static inline void dice_order(uint64_t *state, size_t *order, size_t n)
{
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (size_t i = n; i > 1; i--) {
		size_t k = (size_t)dice_below(state, i), kept = order[i - 1];

		order[i - 1] = order[k];
		order[k] = kept;
	}
}
