/* SPDX-License-Identifier: MIT */
#include "src/cli/fields.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/ground/record.h"
#include "src/registers/organization.h"

const char *cli_field(struct cli *cli, const json_t *json, const char *name, const char *otherwise)
{
	char key[40], dashed[40];

	snprintf(key, sizeof(key), "%s", name);
	snprintf(dashed, sizeof(dashed), "%s", name);
	for (size_t i = 0; key[i] != '\0'; i++) {
		key[i] = key[i] == '-' ? '_' : key[i];
		dashed[i] = dashed[i] == '_' ? '-' : dashed[i];
	}
	const char *value = option(cli, dashed);
	if (value != NULL)
		return value;
	const json_t *member = json_object_get(json, key);
	return json_is_string(member) ? arena_text(&cli->arena, json_string_value(member)) :
					otherwise;
}

struct error cli_json_of(struct cli *cli, const char *name, json_t **json)
{
	char *text;

	*json = NULL;
	if (option(cli, name) == NULL)
		return ok();
	TRY(read_text(cli, option(cli, name), &text));
	*json = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
	return json_is_object(*json) ? ok() : fail(E_INVALID, "json");
}

struct error cli_json(struct cli *cli, json_t **json)
{
	return cli_json_of(cli, "json", json);
}

/* What a message about it names: something that cannot be read, not a text. */
static const char *subject_of(const struct field *field, const char *value)
{
	return field->storage == STORED_TEXT ? NULL : value;
}

/* The option of its own that gives the field; NULL: none. */
static const char *own_option(const struct cli *cli, const char *field)
{
	const struct verb *verb = cli->verb;
	char name[40];

	for (size_t i = 0; i < verb->option_count; i++) {
		const struct option_spec *own = &verb->options[i];

		snprintf(name, sizeof(name), "%s", own->field == NULL ? own->name : own->field);
		for (char *c = name; *c != '\0'; c++)
			*c = *c == '-' ? '_' : *c;
		if (strcmp(name, field) == 0)
			return option(cli, own->name);
	}
	return NULL;
}

static const char *value_of(struct cli *cli, const json_t *json, const struct field *field)
{
	if (field->name == NULL)
		return NULL;
	return (field->in & cli->verb->in) == 0 ? own_option(cli, field->name) :
						  cli_field(cli, json, field->name, NULL);
}

struct error cli_record_fields(struct cli *cli, const json_t *json, void *row)
{
	const struct record *record = cli->verb->record;
	const char *subject = cli->subject;

	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		const char *value = value_of(cli, json, field);

		if (value == NULL)
			continue;
		cli->subject = subject_of(field, value);
		TRY(field_read(record, field, row, value));
	}
	cli->subject = subject;
	return ok();
}

bool cli_gives_fields(struct cli *cli, const json_t *json, const char *but)
{
	const struct record *record = cli->verb->record;

	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];

		if (value_of(cli, json, field) != NULL &&
			(but == NULL || strcmp(field->name, but) != 0))
			return true;
	}
	return false;
}

static struct error read_theme(struct cli *cli, const char *text, struct submission *s)
{
	struct themes themes;

	TRY(theme_list(&cli->ctx, &cli->arena, &themes));
	s->theme_id = theme_recognize(&themes, text);
	s->theme_text = s->theme_id == 0 ? text : "";
	return ok();
}

struct error cli_submission_fields(struct cli *cli, const json_t *json, struct submission *s)
{
	const char *applicant = cli_field(cli, json, "municipality", NULL);
	const char *theme = cli_field(cli, json, "theme", NULL);
	struct applicant who;

	TRY(cli_record_fields(cli, json, s));
	if (theme != NULL)
		TRY(read_theme(cli, theme, s));
	if (applicant != NULL) {
		cli->subject = applicant;
		TRY(applicant_find(&cli->ctx, applicant, &who));
		s->municipality_id = who.municipality_id;
		s->organization_id = who.organization_id;
	}
	cli->subject = NULL;
	return ok();
}
