/* SPDX-License-Identifier: MIT */
#include "src/cli/fields.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/registers/organization.h"

const char *cli_field(struct cli *cli, const json_t *json, const char *name, const char *otherwise)
{
	const char *value = option(cli, name);
	char key[40];

	if (value != NULL)
		return value;
	snprintf(key, sizeof(key), "%s", name);
	for (char *c = key; *c != '\0'; c++)
		if (*c == '-')
			*c = '_';
	const json_t *member = json_object_get(json, key);
	return json_is_string(member) ? arena_text(&cli->arena, json_string_value(member)) :
					otherwise;
}

struct error cli_json(struct cli *cli, json_t **json)
{
	char *text;

	*json = NULL;
	if (option(cli, "json") == NULL)
		return ok();
	TRY(read_text(cli, option(cli, "json"), &text));
	*json = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
	return json_is_object(*json) ? ok() : fail(E_INVALID, "json");
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
	const char *received = cli_field(cli, json, "received", NULL);
	struct moment moment;
	struct applicant who;

	s->title = cli_field(cli, json, "title", s->title);
	s->body = cli_field(cli, json, "description", s->body);
	s->lang = cli_field(cli, json, "language", s->lang);
	s->contact_name = cli_field(cli, json, "contact", s->contact_name);
	s->contact_email = cli_field(cli, json, "contact-email", s->contact_email);
	s->contact_phone = cli_field(cli, json, "contact-phone", s->contact_phone);
	s->channel = cli_field(cli, json, "channel", s->channel);
	s->case_number = cli_field(cli, json, "case-number", s->case_number);
	if (theme != NULL)
		TRY(read_theme(cli, theme, s));
	if (applicant != NULL) {
		cli->subject = applicant;
		TRY(applicant_find(&cli->ctx, applicant, &who));
		s->municipality_id = who.municipality_id;
		s->organization_id = who.organization_id;
	}
	if (received != NULL) {
		cli->subject = received;
		struct error e = moment_parse(received, EDGE_START, &moment);
		if (e.code != E_OK)
			return fail(E_INVALID, "received");
		s->received = moment.time;
		s->received_ambiguous = moment.ambiguous;
	}
	cli->subject = NULL;
	return ok();
}

const struct option_spec submission_options[SUBMISSION_OPTIONS] = {
	{ "municipality", "NAME|CODE",
		N_("the applicant; a joint authority or county by its name") },
	{ "coapplicant", "NAME|CODE", N_("another applicant; may be repeated") },
	{ "title", "TEXT", N_("the title, at most 200 characters") },
	{ "description", "TEXT", N_("the description, at most 10,000 characters") },
	{ "theme", "TEXT", N_("the theme") },
	{ "language", "fi|sv|en", N_("the language of the text") },
	{ "contact", "NAME", N_("the contact person") },
	{ "contact-email", "ADDRESS", N_("their e-mail address") },
	{ "contact-phone", "NUMBER", N_("their telephone number") },
	{ "received", "TIME", N_("when it arrived; now unless given") },
	{ "channel", "CHANNEL", N_("email, form, letter, hand, phone or other") },
	{ "case-number", "TEXT", N_("the case number") },
	{ "json", "FILE|-", N_("the same fields as a JSON object") },
	{ "new-version", NULL,
		N_("the applicant sent it anew: the earlier one is kept as a version") },
	{ "reason", "TEXT", N_("why the arrival is corrected, if it is late or in time by that") },
};
