/* SPDX-License-Identifier: MIT */
#include "src/intake/import.h"

const struct row_said *import_said(const struct import *import, size_t index)
{
	for (size_t i = 0; i < import->said_count; i++)
		if (import->said[i].index == index)
			return &import->said[i];
	return NULL;
}
