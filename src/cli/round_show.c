/* SPDX-License-Identifier: MIT */
#include "src/cli/round_show.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/recognition.h"
#include "src/judging/custody.h"

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
	{ "select", N_("To be selected"), CELL_PARTS },
	{ "per_submission", N_("Reviews of each"), CELL_NUMBER },
	{ "seed", N_("Seed"), CELL_TEXT },
	{ "conflict_scope" },
	{ "locked", N_("Locked"), CELL_FLAG },
	{ "rules_hash" },
	{ "reviews", N_("Expected"), CELL_NUMBER },
	{ "submitted", N_("Submitted"), CELL_NUMBER },
	{ "rules", N_("Rules"), CELL_PARTS },
	{ "jurors", N_("Panel"), CELL_PARTS },
	{ "custodians", N_("Custodians of the codes"), CELL_PARTS },
};

/* By itself: with its rules, its panel, and who holds the codes. */
struct round_parts {
	json_t *rules, *members, *custodians;
};

static struct error round_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct round_parts *parts = arg;
	struct progress progress = { 0 };
	struct round r;

	TRY(round_get(&cli->ctx, &row->arena, id, &r));
	TRY(round_progress(&cli->ctx, id, &progress));
	row_record(row, &r);
	row_put(row, "kind", cell_text(r.kind));
	row_put(row, "select",
		r.select_min < 0 ? cell_null() :
				   cell_parts(json_pack("[I, I]", (json_int_t)r.select_min,
					   (json_int_t)r.select_max)));
	row_put(row, "per_submission", cell_number(r.per_submission)); /* 0: all of them */
	row_put(row, "seed", cell_seed(cli, row, &r));
	row_put(row, "locked", cell_flag(r.locked != 0));
	row_put(row, "reviews", cell_number(progress.all));
	row_put(row, "submitted", cell_number(progress.submitted));
	if (parts == NULL)
		return ok();
	row_put(row, "rules", cell_parts(json_incref(parts->rules)));
	row_put(row, "jurors", cell_parts(json_incref(parts->members)));
	row_put(row, "custodians", cell_parts(json_incref(parts->custodians)));
	return ok();
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

static json_int_t recognitions_of(const struct recognitions *all, const struct member *m)
{
	json_int_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += strcmp(all->rows[i].login, m->login) == 0 ? 1 : 0;
	return n;
}

/* Who holds the codes of a blind round, and who did: for the minutes. */
struct error custodians_json(struct cli *cli, int64_t round_id, json_t *list)
{
	struct custodians all;

	TRY(custody_list(&cli->ctx, &cli->arena, round_id, &all));
	for (size_t i = 0; i < all.n; i++) {
		const struct custodian *c = &all.rows[i];

		json_array_append_new(list,
			json_pack("{s:s, s:s, s:b, s:o, s:s, s:b, s:o, s:s}", "custodian", c->login,
				"name", c->name, "deputy", c->deputy, "named", json_time(c->named),
				"named_by", c->by, "named_oneself", c->by_id == c->account_id,
				"ended", json_time(c->ended), "reason", c->reason));
	}
	return ok();
}

static const struct column custodian_columns[] = {
	{ "name", N_("Name"), CELL_TEXT },
	{ "deputy", N_("Deputy"), CELL_FLAG },
	{ "named", N_("Named"), CELL_MOMENT },
	{ "named_by", N_("Named by"), CELL_TEXT },
	{ "ended", N_("Until"), CELL_MOMENT },
	{ "reason", N_("Reason"), CELL_TEXT },
};

static struct error members_json(struct cli *cli, const struct round *round, json_t *list)
{
	struct members members;
	struct recognitions recognized;

	TRY(round_members(&cli->ctx, &cli->arena, round->id, &members));
	TRY(recognition_list(&cli->ctx, &cli->arena, round->id, &recognized));
	for (size_t i = 0; i < members.n; i++) {
		const struct member *m = &members.rows[i];

		json_array_append_new(list,
			json_pack("{s:s, s:s, s:b, s:b, s:s, s:b, s:I, s:I, s:I, s:I, s:I, s:s, "
				  "s:I, s:I, s:s, "
				  "s:s}",
				"juror", m->login, "name", m->name, "chair", m->chair, "substitute",
				m->substitute, "state", m->state, "declared", m->declared != 0,
				"conflicts", (json_int_t)m->conflicts, "assigned",
				(json_int_t)m->assigned, "begun", (json_int_t)m->drafts,
				"submitted", (json_int_t)m->submitted, "unconfirmed",
				(json_int_t)m->unconfirmed, "waits", member_waits(round, m), "left",
				(json_int_t)(m->assigned - m->submitted), "recognitions",
				recognitions_of(&recognized, m), "email", m->email, "phone",
				m->phone));
	}
	return ok();
}

static const struct column criterion_columns[] = {
	{ "key", N_("Key"), CELL_TEXT },
	{ "name", N_("Name"), CELL_TEXTS },
	{ "weight", N_("Weight"), CELL_NUMBER },
	{ "min", N_("Least"), CELL_NUMBER },
	{ "max", N_("Most"), CELL_NUMBER },
	{ "step", N_("Step"), CELL_NUMBER },
};

static const struct column juror_columns[] = {
	{ "juror", N_("User name"), CELL_TEXT },
	{ "name", N_("Name"), CELL_TEXT },
	{ "chair", N_("Chair"), CELL_FLAG },
	{ "substitute", N_("Substitute"), CELL_FLAG },
	{ "state", N_("State"), CELL_CODE, WORDS_MEMBER_STATE },
	{ "declared", N_("Declared"), CELL_FLAG },
	{ "submitted", N_("Submitted"), CELL_NUMBER },
	{ "assigned", N_("Assigned"), CELL_NUMBER },
};

struct error round_run_show(struct cli *cli)
{
	static const struct listing record = { round_columns, LEN(round_columns),
		"key,state,method,ties,min_reviews,quorum,per_submission,seed,conflict_scope,locked,rules_hash,submitted,reviews",
		round_row, &record_of_round };
	struct round r;
	char *text;
	json_auto_t *members = json_array(), *custodians = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(custodians_json(cli, r.id, custodians));
	TRY(rules_text(&cli->ctx, &cli->arena, r.id, &text));
	TRY(members_json(cli, &r, members));
	json_auto_t *rules = json_loads(text, 0, NULL);
	const struct round_parts parts = { rules, members, custodians };
	const struct table_part tables[] = {
		{ N_("Criteria"), json_object_get(rules, "criteria"), criterion_columns,
			LEN(criterion_columns) },
		{ N_("Panel"), members, juror_columns, LEN(juror_columns) },
		{ N_("Custodians of the codes"), custodians, custodian_columns,
			LEN(custodian_columns) },
	};
	TRY(print_one(cli, &record, &parts, r.id));
	return print_tables(cli, tables, LEN(tables) - (r.blind ? 0 : 1));
}

static const struct column progress_columns[] = {
	{ "juror", N_("Juror") },
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
	row_put(row, "left", cell_number((m->assigned - m->submitted)));
	row_put(row, "recognitions", cell_number(recognitions_of(&panel->recognized, m)));
	return ok();
}

static const struct listing progress_listing = { progress_columns, LEN(progress_columns),
	"juror,name,state,declared,conflicts,assigned,begun,submitted,unconfirmed,waits,left,recognitions",
	progress_row, &record_of_member };

struct error round_run_progress(struct cli *cli)
{
	struct panel panel;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &panel.round));
	TRY(round_members(&cli->ctx, &cli->arena, panel.round.id, &panel.members));
	TRY(recognition_list(&cli->ctx, &cli->arena, panel.round.id, &panel.recognized));
	return print_array(cli, &progress_listing, &panel, panel.members.n);
}
