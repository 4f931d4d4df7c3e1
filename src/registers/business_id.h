/* SPDX-License-Identifier: MIT
 * Business IDs. */
#pragma once

#include <stdbool.h>

/* A Finnish one (1234567-8) whose check digit is right (act on the business information system
 * 244/2001; weights 7 9 10 5 8 4 2, modulo 11), or a foreign number of VAT behind its country's two
 * capital letters (council directive 2006/112/EC, article 215), of which no more is known. */
bool business_id_holds(const char *text);
