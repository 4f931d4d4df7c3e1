/* SPDX-License-Identifier: MIT
 * A field of a form that has a code or none: a choice among codes would always say one of them. */
#pragma once

#include "ui/toolkit/form.h"

/* Asks for one of the vocabulary's words, or for none, and keeps it in the field. */
void pick_code(struct ui *ui, struct form *form, size_t field, enum vocabulary words);
/* The code that is kept in the field; "" for none. */
const char *picked_code(const struct form *form, size_t field, enum vocabulary words);
void show_picked_code(struct form *form, size_t field, enum vocabulary words, const char *code);
