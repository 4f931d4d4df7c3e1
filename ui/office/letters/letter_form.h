/* SPDX-License-Identifier: MIT
 * Correcting a letter by hand. */
#pragma once

#include "src/letters/letter.h"
#include "ui/toolkit/ui.h"

void letter_form(struct ui *ui, int64_t id);
/* For `blocked`: of the selected letter. */
const char *letter_edit_blocked(const struct screen *screen, const struct context *ctx);
/* Says which field, or which name, stands in the way of a text; then it is E_CANCELLED, else `e`.
 */
struct error letter_tell_field(struct ui *ui, struct error e, const char *field);
