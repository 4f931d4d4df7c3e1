/* SPDX-License-Identifier: MIT */
#include "src/cli/round_show.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/regime_choice.h"
#include "src/judging/recognition.h"
#include "src/judging/custody.h"

static int64_t recognitions_of(const struct recognitions *all, const struct member *m)
{
	int64_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += strcmp(all->rows[i].login, m->login) == 0 ? 1 : 0;
	return n;
}

static const struct column progress_columns[] = {
	{ "juror", N_("User name") },
	{ "name" },
	{ "chair" },
	{ "substitute" },
	{ "state" },
	{ "declared", N_("Declared"), CELL_FLAG },
	{ "conflicts" },
	{ "assigned" },
	{ "begun" },
	{ "submitted", N_("Submitted"), CELL_NUMBER },
	{ "unconfirmed" },
	{ "waits", N_("Waits for"), CELL_CODE, WORDS_WAITS },
	{ "left", N_("Left"), CELL_NUMBER },
	{ "recognitions", N_("Recognitions"), CELL_NUMBER },
	{ "email", N_("E-mail") },
	{ "phone" },
};

struct panel {
	struct round round;
	struct members members;
	struct recognitions recognized;
};

static struct error progress_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct panel *panel = arg;
	const struct member *m = &panel->members.rows[id];

	(void)cli;
	row_record(row, m);
	row_put(row, "declared", cell_flag(m->declared != 0));
	row_put(row, "submitted", cell_number(m->submitted));
	row_code(row, "waits", member_waits(&panel->round, m));
	row_put(row, "left", cell_number(m->assigned - m->submitted));
	row_put(row, "recognitions", cell_number(recognitions_of(&panel->recognized, m)));
	return ok();
}

static const struct listing progress_listing = { progress_columns, LEN(progress_columns),
	"juror,name,state,declared,conflicts,assigned,begun,submitted,unconfirmed,waits,left,recognitions",
	progress_row, &record_of_member };

/* The same of a panel by itself. */
static const struct listing panel_listing = { progress_columns, LEN(progress_columns),
	"juror,name,chair,substitute,state,declared,submitted,assigned", progress_row,
	&record_of_member };

static const struct column custodian_columns[] = {
	{ "custodian", N_("User name"), CELL_TEXT },
	{ "name", N_("Name"), CELL_TEXT },
	{ "deputy", N_("Deputy"), CELL_FLAG },
	{ "named", N_("Named"), CELL_MOMENT },
	{ "named_by", N_("Named by"), CELL_TEXT },
	{ "named_oneself", N_("Named oneself"), CELL_FLAG },
	{ "ended", N_("Until"), CELL_MOMENT },
	{ "reason", N_("Reason"), CELL_TEXT },
};

static struct error custodian_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct custodian *c = &((const struct custodians *)arg)->rows[id];

	(void)cli;
	row_put(row, "custodian", cell_text(c->login));
	row_put(row, "name", cell_text(c->name));
	row_put(row, "deputy", cell_flag(c->deputy));
	row_put(row, "named", cell_time(c->named));
	row_put(row, "named_by", cell_text(c->by));
	row_put(row, "named_oneself", cell_flag(c->by_id == c->account_id));
	row_put(row, "ended", cell_time(c->ended));
	row_put(row, "reason", cell_text(c->reason));
	return ok();
}

const struct listing custodian_listing = { custodian_columns, LEN(custodian_columns),
	"name,deputy,named,named_by,ended,reason", custodian_row };

static const struct column criterion_columns[] = {
	{ "key", N_("Key"), CELL_TEXT },
	{ "name", N_("Name"), CELL_TEXTS },
	{ "weight", N_("Weight"), CELL_DECIMAL },
	{ "min", N_("Least"), CELL_DECIMAL },
	{ "max", N_("Most"), CELL_DECIMAL },
	{ "step", N_("Step"), CELL_DECIMAL },
};

static struct error criterion_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct criterion *c = &((const struct criteria *)arg)->rows[id];

	(void)cli;
	row_put(row, "key", cell_text(c->key));
	row_put(row, "name", cell_texts(c->name_fi, c->name_sv, c->name_en));
	row_put(row, "weight", cell_decimal(c->weight));
	row_put(row, "min", cell_decimal(c->low));
	row_put(row, "max", cell_decimal(c->high));
	row_put(row, "step", cell_decimal(c->step));
	return ok();
}

static const struct listing criterion_listing = { criterion_columns, LEN(criterion_columns), NULL,
	criterion_row };

/* As text: it may be larger than what a number in JSON is read as elsewhere. */
static struct cell cell_seed(struct cli *cli, struct row *row, const struct round *r)
{
	struct draw_seed seed;

	if (round_seed(&cli->ctx, &row->arena, r->id, &seed).code != E_OK)
		return cell_null();
	return cell_text(arena_printf(&row->arena, "%lld", (long long)seed.value));
}

static const struct column round_columns[] = {
	{ "key" },
	{ "kind", N_("Kind"), CELL_TEXT },
	{ "blind", N_("Blind") },
	{ "state" },
	{ "method" },
	{ "ties" },
	{ "min_reviews" },
	{ "quorum", N_("Quorum") },
	{ "select", N_("To be selected"), CELL_RANGE },
	{ "per_submission", N_("Reviews of each"), CELL_NUMBER },
	{ "seed", N_("Seed"), CELL_TEXT },
	{ "conflict_scope" },
	{ "regime", N_("Correction and appeal by"), CELL_TEXT },
	{ "offered", N_("Offered by profile and value"), CELL_TEXT },
	{ "locked", N_("Locked"), CELL_FLAG },
	{ "rules_hash" },
	{ "reviews", N_("Expected"), CELL_NUMBER },
	{ "submitted", N_("Submitted"), CELL_NUMBER },
	{ "rules", N_("Rules"), CELL_PARTS },
	{ "jurors", N_("Panel"), CELL_ROWS },
	{ "custodians", N_("Custodians of the codes"), CELL_ROWS },
};

/* By itself: with its rules, its panel, and who holds the codes. */
struct round_parts {
	const char *rules;
	struct criteria criteria;
	struct panel panel;
	struct custodians custodians;
};

static struct error put_parts(struct cli *cli, const struct round_parts *parts, struct row *row)
{
	const struct panel *panel = &parts->panel;
	const struct custodians *custodians = &parts->custodians;
	struct cell cell;

	row_put(row, "rules", cell_parts(json_loads(parts->rules, 0, NULL)));
	TRY(nest_rows(cli, &row->arena, &panel_listing, panel, panel->members.n, &cell));
	row_put(row, "jurors", cell);
	TRY(nest_rows(cli, &row->arena, &custodian_listing, custodians, custodians->n, &cell));
	row_put(row, "custodians", cell);
	return ok();
}

static struct error round_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct round_parts *parts = arg;
	struct progress progress = { 0 };
	struct regime_offer offer;
	struct round r;

	TRY(round_get(&cli->ctx, &row->arena, id, &r));
	TRY(round_progress(&cli->ctx, id, &progress));
	TRY(regime_offered(&cli->ctx, &row->arena, id, &offer));
	row_record(row, &r);
	row_put(row, "kind", cell_text(r.kind));
	row_put(row, "select",
		r.select_min < 0 ? cell_null() : cell_range(r.select_min, r.select_max));
	row_put(row, "per_submission", cell_number(r.per_submission));
	row_put(row, "seed", cell_seed(cli, row, &r));
	row_put(row, "regime", cell_text(offer.code));
	row_put(row, "offered", cell_text(offer.why));
	row_put(row, "locked", cell_flag(r.locked != 0));
	row_put(row, "reviews", cell_number(progress.all));
	row_put(row, "submitted", cell_number(progress.submitted));
	return parts == NULL ? ok() : put_parts(cli, parts, row);
}

static const struct listing round_listing = { round_columns, LEN(round_columns),
	"key,state,method,locked,submitted,reviews", round_row, &record_of_round };

struct error round_run_list(struct cli *cli)
{
	struct id_list ids = { 0 };

	TRY(require(&cli->ctx, ACT_READ));
	struct error e = round_ids(&cli->ctx, NULL, &ids);
	return print_listing(cli, &round_listing, NULL, e, &ids);
}

static struct error read_panel(struct cli *cli, const struct round *r, struct panel *panel)
{
	panel->round = *r;
	TRY(round_members(&cli->ctx, &cli->arena, r->id, &panel->members));
	return recognition_list(&cli->ctx, &cli->arena, r->id, &panel->recognized);
}

static struct error read_parts(struct cli *cli, const struct round *r, struct round_parts *parts)
{
	char *rules;

	TRY(custody_list(&cli->ctx, &cli->arena, r->id, &parts->custodians));
	TRY(rules_text(&cli->ctx, &cli->arena, r->id, &rules));
	parts->rules = rules;
	TRY(round_criteria(&cli->ctx, &cli->arena, r->id, &parts->criteria));
	return read_panel(cli, r, &parts->panel);
}

struct error round_run_show(struct cli *cli)
{
	static const struct listing record = { round_columns, LEN(round_columns),
		"key,state,method,ties,min_reviews,quorum,per_submission,seed,conflict_scope,regime,offered,locked,rules_hash,submitted,reviews",
		round_row, &record_of_round };
	struct round_parts parts;
	struct round r;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(read_parts(cli, &r, &parts));
	TRY(print_one(cli, &record, &parts, r.id));
	TRY(print_below(
		cli, N_("Criteria"), &criterion_listing, &parts.criteria, parts.criteria.n));
	TRY(print_below(cli, N_("Panel"), &panel_listing, &parts.panel, parts.panel.members.n));
	return r.blind ? print_below(cli, N_("Custodians of the codes"), &custodian_listing,
				 &parts.custodians, parts.custodians.n) :
			 ok();
}

struct error round_run_progress(struct cli *cli)
{
	struct panel panel;
	struct round r;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(read_panel(cli, &r, &panel));
	return print_array(cli, &progress_listing, &panel, panel.members.n);
}
