/* SPDX-License-Identifier: MIT
 * The individual report on a procurement: as text or a web page, or its facts for programs. */
#include "src/documents/award_report.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/document.h"
#include "src/phases/challenge.h"

/* Facts of one chapter with the same key are a list. */
static void put(json_t *chapter, const char *key, const char *value)
{
	json_t *before = json_object_get(chapter, key);

	if (before == NULL)
		json_object_set_new(chapter, key, json_string(value));
	else if (json_is_array(before))
		json_array_append_new(before, json_string(value));
	else
		json_object_set_new(chapter, key, json_pack("[O, s]", before, value));
}

static struct error print_facts(struct cli *cli, int64_t id)
{
	struct report_facts facts;

	TRY(award_report_facts(&cli->ctx, &cli->arena, id, &facts));
	json_t *all = json_object();
	for (size_t i = 0; i < facts.n; i++) {
		const struct report_fact *f = &facts.rows[i];

		if (json_object_get(all, f->chapter) == NULL)
			json_object_set_new(all, f->chapter, json_object());
		put(json_object_get(all, f->chapter), f->key, f->value);
	}
	char *text = json_dumps(all, JSON_INDENT(2));
	struct error e = print_text(cli, arena_printf(&cli->arena, "%s\n", text));
	free(text);
	json_decref(all);
	return e;
}

static struct error run_report(struct cli *cli)
{
	struct document_ask ask = { 0 };

	TRY(document_language(cli, &ask.lang));
	cli->subject = cli->argv[0];
	TRY(challenge_find(&cli->ctx, cli->argv[0], &ask.id));
	return strcmp(cli->format, "json") == 0 ? print_facts(cli, ask.id) :
						  print_document(cli, &award_report_kind, &ask);
}

static const struct option_spec options[] = {
	{ "lang", "fi|sv|en", N_("in another language than one's own") },
};
static const struct verb verbs[] = {
	{ .operands = "CHALLENGE",
		.least = 1,
		.most = 1,
		.options = options,
		.option_count = LEN(options),
		.document = "json",
		.run = run_report,
		.help = N_(
			"Prints the report on the procurement that a challenge led to, from what "
			"is recorded.") },
};
const struct noun noun_award_report = { "award-report",
	N_("the report on a procurement, from what is recorded"), verbs, LEN(verbs) };
