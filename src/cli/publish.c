/* SPDX-License-Identifier: MIT
 * Pages for everybody, and what became of them. */
#include "src/publish/publish.h"

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/ground/record.h"
#include "src/phases/publication.h"

struct being_made {
	struct publication publication;
	struct buffer page;
	int64_t id;
};

/* Written down before the file has its name: none leaves without its trace. */
static struct error write_noted(struct cli *cli, void *arg)
{
	struct being_made *making = arg;

	if (fwrite(making->page.text, 1, making->page.length, cli->out) != making->page.length)
		return fail(E_IO, NULL);
	return publication_add(&cli->ctx, &making->publication, &making->id);
}

/* What was given, over what such a page is otherwise. */
static struct error read_asked(struct cli *cli, struct publication *p)
{
	record_blank(&record_of_publication, p);
	p->lang = option(cli, "lang") == NULL ? "both" : option(cli, "lang");
	p->stage = option_text(cli, "stage");
	if (*p->stage == '\0')
		return fail(E_REQUIRED, "page_stage");
	if (page_stage_of(p->stage) == PAGE_STAGE_UNKNOWN)
		return (struct error){
			.code = E_INVALID, .field = "page_stage", .low = 1 + WORDS_PAGE_STAGE
		};
	if (page_language_of(p->lang) == PAGE_LANGUAGE_UNKNOWN)
		return (struct error){
			.code = E_INVALID, .field = "page_language", .low = 1 + WORDS_PAGE_LANGUAGE
		};
	TRY(publish_until(&cli->ctx, p->stage, &p->until));
	return option(cli, "until") == NULL ? ok() : day_parse(option(cli, "until"), &p->until);
}

static struct error run_publish(struct cli *cli)
{
	struct being_made making = { .id = 0 };

	TRY(read_asked(cli, &making.publication));
	struct error e = publish_page(&cli->ctx, &cli->arena, &making.publication, &making.page);
	if (e.code == E_OK) {
		cli->subject = cli->output;
		e = print_stream(cli, write_noted, &making);
	}
	buffer_clear(&making.page);
	TRY(e);
	cli->subject = NULL;
	if (cli->output != NULL)
		print_done(cli,
			/* TRANSLATORS: a file's path, the number of a page. */
			_("Made %s. The log tells of it; when it has been taken off the web, say "
			  "klash publication take-down %lld."),
			cli->output, (long long)making.id);
	return ok();
}

static const struct column columns[] = {
	{ "id" },
	{ "stage" },
	{ "language" },
	{ "state", N_("State"), CELL_CODE, WORDS_PAGE_STATE },
	{ "time" },
	{ "by" },
	{ "until" },
	{ "down" },
	{ "size" },
	{ "sha256" },
};

static struct error row_of(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct publication p;

	(void)arg;
	TRY(publication_get(&cli->ctx, &row->arena, id, &p));
	row_record(row, &p);
	row_code(row, "state", publication_state(&cli->ctx, &p));
	return ok();
}

static const struct listing listing = { columns, LEN(columns),
	"id,stage,language,state,time,by,until,down", row_of, &record_of_publication };
static const struct listing one = { columns, LEN(columns), NULL, row_of, &record_of_publication };

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = publication_ids(&cli->ctx, &ids);

	return print_listing(cli, &listing, NULL, e, &ids);
}

static struct error run_show(struct cli *cli)
{
	int64_t id;

	TRY(cli_number(cli, 0, "publication", &id));
	return print_one(cli, &one, NULL, id);
}

static const struct option_spec publish_options[] = {
	{ "stage", "", N_("which page; needed"), .codes = WORDS_PAGE_STAGE },
	{ "lang", "", N_("its languages; both unless given"), .codes = WORDS_PAGE_LANGUAGE,
		.field = "language" },
	{ "until", "DATE",
		N_("the day on which it is to be taken off the web; in a year unless given, the "
		   "results in two") },
};
static const struct verb publish_verb[] = {
	{ .options = publish_options,
		.option_count = LEN(publish_options),
		.record = &record_of_publication,
		.run = run_publish,
		.help = N_(
			"Makes a page for everybody as one file of HTML (-o FILE): what is called "
			"for, what was chosen, questions and answers, the teams that go on, the "
			"results. Before the outcome may be told it says that it will be.") },
};
const struct noun noun_publish = { "publish", N_("pages for everybody, as HTML"), publish_verb, 1 };

static const struct verb publication_verbs[] = {
	{ .name = "list",
		.run = run_list,
		.help = N_("Lists the pages that were made, the newest first.") },
	{ .name = "show",
		.operands = "NUMBER",
		.least = 1,
		.most = 1,
		.run = run_show,
		.help = N_("Shows one.") },
};
const struct noun noun_publication = { "publication",
	N_("the pages that were made, and when they are to be taken down"), publication_verbs,
	LEN(publication_verbs) };
