/* SPDX-License-Identifier: MIT
 * Money: whole cents in int64_t, never a fraction, never floating point. Reads what a Finn types,
 * refuses what could be read in two ways, and counts VAT by the rule of rounding half a cent up. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "db/base/error.h"

/* Ten thousand million euros: the most that any sum of ours may be. */
static const int64_t MONEY_MAX = INT64_C(1000000000000);
/* VAT in tenths of a percent: 25.5 % is 255. */
enum { VAT_MAX = 1000 };

/* "250 000", "250000,50 €", "0.5", "1 000 000 euroa", "250,-", "250,–", "50e", "+1 250:50" (as in
 * Swedish), "1.234.567,50", "1234567,500". Blanks (also no-break ones), points or commas stand
 * between groups of three; a comma, a point or a colon before cents, further decimals only as
 * zeros. E_MONEY (field) for anything else, as "1.000", which may be a thousand or one; E_RANGE
 * (field) above MONEY_MAX. "" is E_REQUIRED. */
struct error money_parse(const char *field, const char *text, int64_t *cents);
/* "24", "25,5 %", "25,50 %", "0". E_PERCENT (field) for what is no percentage with at most one
 * decimal, E_RANGE (field) for one above 100. */
struct error vat_parse(const char *field, const char *text, int64_t *tenths);

/* net + VAT, half a cent up. E_RANGE (field "gross") if that cannot be stored. */
struct error money_gross(int64_t net, int64_t vat, int64_t *gross);
/* *sum += cents. E_RANGE (field "net") if that cannot be stored. */
struct error money_add(int64_t *sum, int64_t cents);

/* 250 000,00 €, with no-break spaces and the language's decimal sign. */
void money_text(int64_t cents, char *out, size_t size);
/* 250 000 €: without cents where there are none. */
void money_text_short(int64_t cents, char *out, size_t size);
/* For a field of a form: 250 000,50 without the sign, as money_parse reads it. */
void money_field(int64_t cents, char *out, size_t size);
/* 250000.00, for JSON and programs. */
void money_plain(int64_t cents, char *out, size_t size);
/* 25,5 % */
void vat_text(int64_t tenths, char *out, size_t size);
/* 25,5 for a field; 25.5 for programs. */
void vat_field(int64_t tenths, char *out, size_t size);
void vat_plain(int64_t tenths, char *out, size_t size);
