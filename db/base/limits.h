/* SPDX-License-Identifier: MIT
 * How long a text may be, in characters. */
#pragma once

enum {
	TITLE_MAX = 200,
	BODY_MAX = 10000,
	FIELD_MAX = 320,
	REASON_MAX = 4000,
};
