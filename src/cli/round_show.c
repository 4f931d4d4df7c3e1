/* SPDX-License-Identifier: MIT */
#include "src/cli/round_show.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/recognition.h"
#include "src/judging/custody.h"

/* As text: it may be larger than what a number in JSON is read as elsewhere. */
static json_t *seed_json(struct cli *cli, const struct round *r)
{
	struct draw_seed seed;

	if (round_seed(&cli->ctx, &cli->arena, r->id, &seed).code != E_OK)
		return json_null();
	return json_string(arena_printf(&cli->arena, "%lld", (long long)seed.value));
}

static json_t *round_json(struct cli *cli, const struct round *r)
{
	struct progress progress = { 0 };
	struct error e = round_progress(&cli->ctx, r->id, &progress);

	(void)e; /* then the counts are 0 */
	return json_pack(
		"{s:s, s:s, s:b, s:s, s:s, s:s, s:I, s:I, s:o, s:I, s:o, s:s, s:b, s:s, s:I, s:I}",
		"key", r->key, "kind", r->kind, "blind", r->blind, "state", r->state, "method",
		r->method, "ties", r->ties, "min_reviews", (json_int_t)r->min_reviews, "quorum",
		(json_int_t)r->quorum, "select",
		r->select_min < 0 ?
			json_null() :
			json_pack("[I, I]", (json_int_t)r->select_min, (json_int_t)r->select_max),
		"per_submission", (json_int_t)r->per_submission, "seed", seed_json(cli, r),
		"conflict_scope", r->conflict_scope, "locked", r->locked != 0, "rules_hash",
		r->rules_hash, "reviews", (json_int_t)progress.all, "submitted",
		(json_int_t)progress.submitted);
}

struct error round_run_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "key", N_("Key"), CELL_TEXT },
		{ "state", N_("State"), CELL_CODE, WORDS_ROUND_STATE },
		{ "method", N_("Ranking method"), CELL_CODE, WORDS_METHOD },
		{ "locked", N_("Locked"), CELL_FLAG },
		{ "submitted", N_("Submitted"), CELL_NUMBER },
		{ "reviews", N_("Expected"), CELL_NUMBER },
	};
	struct id_list ids = { 0 };
	json_auto_t *list = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	struct error e = round_ids(&cli->ctx, NULL, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct round r;

		e = round_get(&cli->ctx, &cli->arena, ids.ids[i], &r);
		if (e.code == E_OK)
			json_array_append_new(list, round_json(cli, &r));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, json_take(&list), columns, LEN(columns));
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
	static const struct column columns[] = {
		{ "key", N_("Key"), CELL_TEXT },
		{ "state", N_("State"), CELL_CODE, WORDS_ROUND_STATE },
		{ "method", N_("Ranking method"), CELL_CODE, WORDS_METHOD },
		{ "ties", N_("Tie rule"), CELL_TEXT },
		{ "min_reviews", N_("Least number of reviews"), CELL_NUMBER },
		{ "quorum", N_("Quorum"), CELL_NUMBER },
		{ "per_submission", N_("Reviews of each"), CELL_NUMBER },
		{ "seed", N_("Seed"), CELL_TEXT },
		{ "conflict_scope", N_("A conflict"), CELL_CODE, WORDS_SCOPE },
		{ "locked", N_("Locked"), CELL_FLAG },
		{ "rules_hash", N_("The rules' hash"), CELL_TEXT },
		{ "submitted", N_("Submitted"), CELL_NUMBER },
		{ "reviews", N_("Expected"), CELL_NUMBER },
	};
	struct round r;
	char *rules;
	json_auto_t *members = json_array(), *custodians = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(custodians_json(cli, r.id, custodians));
	TRY(rules_text(&cli->ctx, &cli->arena, r.id, &rules));
	TRY(members_json(cli, &r, members));
	json_auto_t *record = round_json(cli, &r);
	json_object_set_new(record, "rules", json_loads(rules, 0, NULL));
	json_object_set(record, "jurors", members);
	json_object_set(record, "custodians", custodians);
	const struct table_part parts[] = {
		{ N_("Criteria"), json_object_get(json_object_get(record, "rules"), "criteria"),
			criterion_columns, LEN(criterion_columns) },
		{ N_("Panel"), members, juror_columns, LEN(juror_columns) },
		{ N_("Custodians of the codes"), custodians, custodian_columns,
			LEN(custodian_columns) },
	};
	return print_with_tables(cli, json_take(&record), columns, LEN(columns), parts,
		LEN(parts) - (r.blind ? 0 : 1));
}

struct error round_run_progress(struct cli *cli)
{
	static const struct column columns[] = {
		{ "juror", N_("Juror"), CELL_TEXT },
		{ "name", N_("Name"), CELL_TEXT },
		{ "state", N_("State"), CELL_CODE, WORDS_MEMBER_STATE },
		{ "declared", N_("Declared"), CELL_FLAG },
		{ "conflicts", N_("Conflicts"), CELL_NUMBER },
		{ "assigned", N_("Assigned"), CELL_NUMBER },
		{ "begun", N_("Drafts"), CELL_NUMBER },
		{ "submitted", N_("Submitted"), CELL_NUMBER },
		{ "unconfirmed", N_("Unconfirmed"), CELL_NUMBER },
		{ "waits", N_("Waits for"), CELL_CODE, WORDS_WAITS },
		{ "left", N_("Left"), CELL_NUMBER },
		{ "recognitions", N_("Recognitions"), CELL_NUMBER },
		{ "email", N_("E-mail"), CELL_TEXT },
		{ "phone", N_("Telephone"), CELL_TEXT },
	};
	struct round r;
	json_auto_t *members = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(members_json(cli, &r, members));
	return print_rows(cli, json_take(&members), columns, LEN(columns));
}
