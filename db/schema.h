/* SPDX-License-Identifier: MIT
 * The schema as embedded at build time from db/schema. Until the first release there is one version
 * of it, told apart by its digest; files made with another one are refused, not upgraded. */
#pragma once

enum {
	SCHEMA_APPLICATION_ID = 0x4B4C5348, /* "KLSH" */
	SCHEMA_VERSION = 2,                 /* log format 2 */
};

extern const char schema_text[];
extern const char schema_digest[]; /* SHA-256 in hexadecimal */
