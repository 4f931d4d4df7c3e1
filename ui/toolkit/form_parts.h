/* SPDX-License-Identifier: MIT
 * What the parts of a form share: its fields and keys (form.c), and two versions of one record
 * (form_stale.c). */
#pragma once

#include "ui/toolkit/form.h"
#include "ui/toolkit/jump.h"

struct form_value {
	struct edit edit; /* of a pick: what is shown */
	int choice;
	int64_t id;
};

struct form {
	struct screen base;
	const struct form_def *def;
	void *arg;
	struct form_value values[FORM_FIELDS_MAX];
	size_t current;
	int scroll;
	bool changed, filled;
	struct jump jump; /* what has been typed in a choice */
	bool *saved;
};

/* What a person reads in the field, and before it. */
const char *form_shown(const struct form *form, size_t field);
const char *form_label(const struct form_field *field);
void form_try_save(struct ui *ui, struct form *form);
/* Somebody else saved in between: shows both versions and asks which stays. */
void form_resolve_stale(struct ui *ui, struct form *form);
