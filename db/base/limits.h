/* SPDX-License-Identifier: MIT
 * How long a text may be, in characters. */
#pragma once

enum {
	TITLE_MAX = 200,
	BODY_MAX = 10000,
	FIELD_MAX = 320,
	REASON_MAX = 4000,
	LOGIN_MAX = 32, /* as Unix user names */
	KEY_MAX = 40,   /* of a round, a criterion */
};
