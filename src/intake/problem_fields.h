/* SPDX-License-Identifier: MIT
 * The fields a file of problems can have, shared by judging, saving and correcting its rows. */
#pragma once

#include "src/intake/import.h"

enum problem_field {
	FIELD_MUNICIPALITY,
	FIELD_TITLE,
	FIELD_DESCRIPTION,
	FIELD_THEME,
	FIELD_CONTACT,
	FIELD_EMAIL,
	FIELD_PHONE,
	FIELD_RECEIVED,
	FIELD_LANGUAGE,
	FIELD_CASE,
	FIELD_COUNT,
};

extern const struct table_field problem_fields[FIELD_COUNT];
