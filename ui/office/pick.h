/* SPDX-License-Identifier: MIT
 * Form fields that are chosen from registers. */
#pragma once

#include "ui/toolkit/form.h"

void pick_applicant(struct ui *ui, struct form *form, size_t field);
void pick_municipality(struct ui *ui, struct form *form, size_t field);
void pick_organization(struct ui *ui, struct form *form, size_t field);
void pick_theme(struct ui *ui, struct form *form, size_t field);
/* Applicants that are organizations are kept as negative ids in form fields. */
const char *applicant_field_text(struct context *ctx, struct arena *arena, int64_t id);
