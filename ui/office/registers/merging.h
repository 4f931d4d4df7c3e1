/* SPDX-License-Identifier: MIT
 * Asks which other record is the same person or organization, and makes the two one. */
#pragma once

#include "ui/toolkit/ui.h"

/* `id` stays; the other becomes it. */
void merge_into_person(struct ui *ui, int64_t id);
void merge_into_organization(struct ui *ui, int64_t id);
