/* SPDX-License-Identifier: MIT
 * A form: labelled fields over one record. Nothing is saved per field: Ctrl-S makes one call, and
 * an error puts the cursor on the field it names. If somebody else saved in between, both versions
 * are shown. */
#pragma once

#include "src/base/text.h"
#include "src/ground/record.h"
#include "ui/toolkit/edit.h"
#include "ui/toolkit/ui.h"

enum { FORM_FIELDS_MAX = 24 };

enum form_kind {
	FORM_LINE,
	FORM_LINES,  /* several lines; Enter is a line end */
	FORM_CHOICE, /* a code of a vocabulary */
	FORM_PICK,   /* a record, chosen from a list */
	FORM_OUTPUT, /* counted from the others, never typed */
};

struct form;

struct form_field {
	const char *name;  /* code of WORDS_FIELD: its label, and what errors call it */
	const char *label; /* N_(): another label than the field's name; may be NULL */
	enum form_kind kind;
	int lines;  /* FORM_LINES; 1 of a record's field: asked for in one line all the same */
	size_t max; /* characters */
	bool required;
	enum vocabulary words; /* FORM_CHOICE */
	const char *hint;      /* N_(): shown while one is in it; may be NULL */
	void (*pick)(struct ui *ui, struct form *form, size_t field);    /* FORM_PICK */
	void (*output)(const struct form *form, char *out, size_t size); /* FORM_OUTPUT */
};

struct form_def {
	const char *title; /* NC_("title", ...) */
	const char *help;  /* N_() */
	const struct form_field *fields;
	size_t n;
	/* Reads the record into the form and its version into arg; also after E_STALE. */
	struct error (*fill)(struct context *ctx, struct form *form, void *arg);
	struct error (*save)(struct ui *ui, struct form *form, void *arg);
	/* What the form is about, where its fields do not say it: a code for the title line, and
	 * the rest for the status line. Data, not translated; may be NULL. */
	const char *code, *about;
	/* A field with the name of one of the record's is that one: what is not said of it here is
	 * taken from there, and the record's others that take part `in` follow. NULL: none. */
	const struct record *record;
	unsigned in;
};

struct form *form_new(struct ui *ui, const struct form_def *def, void *arg);
void *form_arg(const struct form *form);
/* Fills, runs, frees; true if it was saved. */
bool form_run(struct ui *ui, struct form *form);

/* The fields of the record from a row: all but those that are picked or counted. */
void form_fill_row(struct form *form, const void *row);
/* What is in them into it, texts borrowed from the form, also the id of what was picked, and
 * nothing where a field is empty (field_empty). What a field that is no reference has picked is the
 * form's own business. The reader's error, with the name that the form has for the field. */
struct error form_read_row(const struct form *form, void *row);

void form_set(struct form *form, size_t field, const char *text);
void form_set_choice(struct form *form, size_t field, const char *code);
void form_set_id(struct form *form, size_t field, int64_t id, const char *shown);
const char *form_get(const struct form *form, size_t field);
const char *form_choice(const struct form *form, size_t field);
int64_t form_id(const struct form *form, size_t field);
/* The cursor goes to the field of that name, if there is one. */
void form_focus(struct form *form, const char *name);
