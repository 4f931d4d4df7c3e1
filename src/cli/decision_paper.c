/* SPDX-License-Identifier: MIT */
#include "src/base/i18n.h"
#include "src/cli/decision_content.h"
#include "src/cli/document.h"
#include "src/documents/writer.h"

struct error run_show_decision(struct cli *cli)
{
	struct document_ask ask = { 0 };

	if (document_writer(cli->format) == NULL)
		return cli_decision_shown(cli);
	TRY(require(&cli->ctx, ACT_READ));
	TRY(document_language(cli, &ask.lang));
	cli->subject = cli->argv[0];
	TRY(decision_document_kind.find(&cli->ctx, cli->argv[0], &ask.id));
	return print_document(cli, &decision_document_kind, &ask);
}

const struct option_spec decision_paper_options[1] = {
	{ "lang", "fi|sv|en", N_("of the document; the decision's own unless given") },
};
