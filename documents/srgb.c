/* SPDX-License-Identifier: MIT
 * What the colours of a document are colours of: sRGB as a profile of three primaries and one curve
 * (IEC 61966-2-1; ICC.1:2004-10, version 4.2). The numbers are those of the standards, the
 * primaries adapted to D50 as the profile's space asks for it. */
#include <stdint.h>
#include <string.h>

#include "documents/finish.h"

enum { HEADER = 128, TAGS = 9, ENTRY = 12 };

static void put32(struct piece *out, uint32_t value)
{
	const unsigned char bytes[] = { (unsigned char)(value >> 24), (unsigned char)(value >> 16),
		(unsigned char)(value >> 8), (unsigned char)value };

	piece_add(out, (const char *)bytes, sizeof(bytes));
}

/* 15 bits of whole number with sign, 16 behind the point. */
static void put_fixed(struct piece *out, double value)
{
	put32(out, (uint32_t)(int32_t)(value * 65536 + (value < 0 ? -0.5 : 0.5)));
}

static void put_xyz(struct piece *out, double x, double y, double z)
{
	piece_add(out, "XYZ \0\0\0", 8);
	put_fixed(out, x);
	put_fixed(out, y);
	put_fixed(out, z);
}

/* A text of ASCII letters in one language. */
static void put_words(struct piece *out, const char *text)
{
	size_t n = strlen(text);

	piece_add(out, "mluc\0\0\0", 8);
	put32(out, 1);
	put32(out, 12);
	piece_add(out, "enUS", 4);
	put32(out, (uint32_t)n * 2);
	put32(out, 28);
	for (size_t i = 0; i < n; i++)
		piece_add(out, (const char[]){ '\0', text[i] }, 2);
	while (out->n % 4 != 0)
		piece_add(out, "", 1);
}

/* The curve: above d a power of g, below it a line (function type 3). */
static void put_curve(struct piece *out)
{
	piece_add(out, "para\0\0\0\0\0\3\0", 12);
	put_fixed(out, 2.4);
	put_fixed(out, 1 / 1.055);
	put_fixed(out, 0.055 / 1.055);
	put_fixed(out, 1 / 12.92);
	put_fixed(out, 0.04045);
}

/* From the standard's white, D65, to D50 (Bradford). */
static void put_adaptation(struct piece *out)
{
	static const double rows[] = { 1.047882, 0.022918, -0.050217, 0.029587, 0.990479, -0.017059,
		-0.009247, 0.015076, 0.751678 };

	piece_add(out, "sf32\0\0\0", 8);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		put_fixed(out, rows[i]);
}

static void put_header(struct piece *out, size_t size)
{
	put32(out, (uint32_t)size);
	put32(out, 0);
	put32(out, 0x04200000);
	piece_add(out, "mntrRGB XYZ ", 12);
	piece_add(out, "\x07\xd4\0\1\0\1\0\0\0\0\0\0", 12); /* the year of the standard */
	piece_add(out, "acsp", 4);
	for (int i = 0; i < 7; i++)
		put32(out, 0);
	put_fixed(out, 0.9642);
	put_fixed(out, 1);
	put_fixed(out, 0.8249);
	while (out->n < HEADER)
		piece_add(out, "", 1);
}

void srgb_profile(struct piece *out)
{
	static const char names[TAGS][5] = { "desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ",
		"rTRC", "gTRC" };
	struct piece body = { 0 };
	size_t at[TAGS + 1], first = HEADER + 4 + (TAGS + 1) * ENTRY;

	at[0] = body.n;
	put_words(&body, "sRGB");
	at[1] = body.n;
	put_words(&body, "No copyright");
	at[2] = body.n;
	put_xyz(&body, 0.9642, 1, 0.8249);
	at[3] = body.n;
	put_adaptation(&body);
	at[4] = body.n;
	put_xyz(&body, 0.436066, 0.222488, 0.013916);
	at[5] = body.n;
	put_xyz(&body, 0.385147, 0.716873, 0.097076);
	at[6] = body.n;
	put_xyz(&body, 0.143066, 0.060608, 0.714096);
	at[7] = at[8] = body.n;
	put_curve(&body);
	at[TAGS] = body.n;
	put_header(out, first + body.n);
	put32(out, TAGS + 1);
	for (size_t i = 0; i <= TAGS; i++) {
		size_t which = i == TAGS ? TAGS - 1 : i;
		size_t end = which >= 7 ? at[TAGS] : at[which + 1];

		piece_add(out, i == TAGS ? "bTRC" : names[i], 4);
		put32(out, (uint32_t)(first + at[which]));
		put32(out, (uint32_t)(end - at[which]));
	}
	piece_add(out, body.text, body.n);
	piece_clear(&body);
}
