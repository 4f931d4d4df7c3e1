/* SPDX-License-Identifier: MIT
 * What the parts of a form share: its fields and keys (form.c), and two versions of one record
 * (form_stale.c), and what a record says of its fields (form_record.c). */
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
	struct form_field fields[FORM_FIELDS_MAX];
	const struct field *of[FORM_FIELDS_MAX]; /* the record's that each is; NULL: none */
	size_t n;
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
/* The fields of its definition, completed and followed by those of its record. */
void form_take_fields(struct form *form);
void form_try_save(struct ui *ui, struct form *form);
/* Somebody else saved in between: shows both versions and asks which stays. */
void form_resolve_stale(struct ui *ui, struct form *form);
