/* SPDX-License-Identifier: MIT
 * The jury's meeting: all that its screen does, by command. */
#include <assert.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/cli/fields.h"
#include "src/ground/sides.h"
#include "src/judging/custody.h"
#include "src/judging/meeting.h"
#include "src/judging/review.h"

static struct error find_meeting(struct cli *cli, struct meeting *m)
{
	struct round round;
	int64_t id;

	TRY(cli_round(cli, cli->argv[0], &round));
	TRY(meeting_of_round(&cli->ctx, round.id, &id));
	return meeting_get(&cli->ctx, &cli->arena, id, m);
}

/* Of --item; 0 without it. */
static struct error find_item(struct cli *cli, int64_t round_id, int64_t *id)
{
	const char *code = option(cli, "item");

	*id = 0;
	if (code == NULL)
		return ok();
	cli->subject = code;
	TRY(item_find(&cli->ctx, round_id, code, id));
	cli->subject = cli->argv[0];
	return ok();
}

static struct error read_time(struct cli *cli, int64_t *at)
{
	struct moment moment;

	*at = 0;
	if (option(cli, "at") == NULL)
		return ok();
	TRY(moment_parse(option(cli, "at"), EDGE_START, &moment));
	*at = moment.time;
	return ok();
}

static void warn_recorder(struct cli *cli, int64_t round_id)
{
	const char *warning = custody_recorder_warning(&cli->ctx, round_id);

	if (warning != NULL)
		fprintf(stderr, "%s\n", warning);
}

static struct error run_open(struct cli *cli)
{
	struct meeting m = { .chair = option(cli, "chair") };
	struct round round;
	int64_t id;

	TRY(cli_round(cli, cli->argv[0], &round));
	TRY(cli_record_fields(cli, NULL, &m));
	TRY(meeting_open(&cli->ctx, round.id, &m, &id));
	TRY(meeting_get(&cli->ctx, &cli->arena, id, &m));
	print_done(cli, "%s", m.decision_code);
	warn_recorder(cli, round.id);
	return ok();
}

static struct error run_edit(struct cli *cli)
{
	struct meeting m;

	TRY(find_meeting(cli, &m));
	TRY(cli_record_fields(cli, NULL, &m));
	if (option(cli, "chair") != NULL)
		m.chair = option(cli, "chair");
	TRY(meeting_update(&cli->ctx, &m));
	return print_simply(cli);
}

static struct member_names names_from(const struct cli *cli, int first)
{
	return (struct member_names){ (const char *const *)cli->argv + first,
		(size_t)(cli->argc - first) };
}

static struct error run_attend(struct cli *cli)
{
	const struct member_names names = names_from(cli, 2);
	struct meeting m;

	TRY(find_meeting(cli, &m));
	TRY(meeting_attend(&cli->ctx, m.id, &names, cli->argv[1], option_text(cli, "reason")));
	return print_simply(cli);
}

static struct error run_leave(struct cli *cli)
{
	const struct member_names names = names_from(cli, 1);
	struct going going = { .reason = option_text(cli, "reason") };
	struct meeting m;

	TRY(find_meeting(cli, &m));
	TRY(find_item(cli, m.round_id, &going.item_id));
	TRY(read_time(cli, &going.at));
	if (option(cli, "ground") != NULL && (going.ground = ground_of(option(cli, "ground"))) == 0)
		return fail(E_INVALID, "ground");
	TRY(meeting_leave(&cli->ctx, m.id, &names, &going));
	return print_simply(cli);
}

static struct error run_return(struct cli *cli)
{
	const struct member_names names = names_from(cli, 1);
	struct meeting m;
	int64_t at;

	TRY(find_meeting(cli, &m));
	TRY(read_time(cli, &at));
	TRY(meeting_return(&cli->ctx, m.id, &names, at));
	return print_simply(cli);
}

static struct error run_vote(struct cli *cli)
{
	static const char *const choices[] = { "for", "against", "empty" };
	struct ballot_given *ballots =
		arena_alloc(&cli->arena, LEN(choices) * MAPS_MAX * sizeof(*ballots));
	struct meeting m;
	int64_t item;
	size_t n = 0;

	for (size_t c = 0; c < LEN(choices); c++) {
		const char *const *logins;
		size_t given = option_values(cli, choices[c], &logins);

		for (size_t i = 0; i < given; i++)
			ballots[n++] = (struct ballot_given){ logins[i], choices[c] };
	}
	TRY(find_meeting(cli, &m));
	TRY(find_item(cli, m.round_id, &item));
	TRY(meeting_vote(&cli->ctx, m.id, item, option_text(cli, "question"), ballots, n));
	return print_simply(cli);
}

static struct error run_dissent(struct cli *cli)
{
	struct meeting m;
	int64_t item;

	TRY(find_meeting(cli, &m));
	TRY(find_item(cli, m.round_id, &item));
	TRY(meeting_dissent(&cli->ctx, m.id, item, cli->argv[1], option_text(cli, "text")));
	return print_simply(cli);
}

static struct error run_remark(struct cli *cli)
{
	const char *kind = option(cli, "kind");
	struct meeting m;
	int64_t item;

	TRY(find_meeting(cli, &m));
	TRY(find_item(cli, m.round_id, &item));
	TRY(meeting_remark(
		&cli->ctx, m.id, item, kind == NULL ? "note" : kind, option_text(cli, "text")));
	return print_simply(cli);
}

static struct error run_hear(struct cli *cli)
{
	const char *role = option(cli, "role");
	struct meeting m;
	int64_t item;

	TRY(find_meeting(cli, &m));
	TRY(find_item(cli, m.round_id, &item));
	TRY(meeting_hear(&cli->ctx, m.id, item, role == NULL ? "expert" : role, cli->argv[1]));
	return print_simply(cli);
}

static struct error run_close(struct cli *cli)
{
	struct meeting_closing closing = { .range_reason = option(cli, "range-reason"),
		.tie_reason = option(cli, "tie-reason") };
	struct meeting m;

	TRY(find_meeting(cli, &m));
	TRY(read_time(cli, &closing.at));
	TRY(meeting_close(&cli->ctx, m.id, &closing));
	print_done(cli, "%s", m.decision_code);
	return ok();
}

static struct error run_reopen(struct cli *cli)
{
	struct meeting m;

	TRY(find_meeting(cli, &m));
	TRY(meeting_reopen(&cli->ctx, m.id, option_text(cli, "reason")));
	return print_simply(cli);
}

static const struct column meeting_columns[] = {
	{ "round", N_("Round"), CELL_TEXT },
	{ "of", N_("Draft"), CELL_TEXT },
	{ "number" },
	{ "starts" },
	{ "ends" },
	{ "chair" },
	{ "place" },
	{ "form" },
	{ "language", N_("Language"), CELL_TEXT },
	{ "secretary" },
	{ "examiners" },
	{ "call_sent" },
	{ "agenda" },
	{ "quorum" },
	{ "present", N_("Present now"), CELL_NUMBER },
	{ "members", N_("Members of the jury"), CELL_ROWS },
	{ "persons", N_("Others"), CELL_ROWS },
	{ "items", N_("Items"), CELL_ROWS },
	{ "absences", N_("Out of the room"), CELL_ROWS },
	{ "votes", N_("Votes"), CELL_ROWS },
	{ "dissents", N_("Dissenting opinions"), CELL_ROWS },
	{ "remarks", N_("Remarks"), CELL_ROWS },
};

/* All there is to one, beside the draft's own items. */
struct whole {
	struct meeting_view view;
	struct decision_items items;
};

static void put_meeting(const struct meeting *m, struct row *row)
{
	row_record(row, m);
	row_put(row, "round", cell_text(m->round_key));
	row_put(row, "of", cell_text(m->decision_code));
	row_put(row, "chair", cell_text(m->chair));
	row_put(row, "language", cell_text(m->lang));
}

static const struct column member_columns[] = {
	{ "juror", N_("Juror"), CELL_TEXT },
	{ "name", N_("Name"), CELL_TEXT },
	{ "presence" },
	{ "out", N_("Out of the room"), CELL_FLAG },
};

static struct error member_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct meeting_view *view = &((const struct whole *)arg)->view;
	const struct decision_person *p = &view->members.rows[id];

	(void)cli;
	row_put(row, "juror", cell_text(p->login));
	row_put(row, "name", cell_text(p->name));
	row_put(row, "presence", cell_code(WORDS_PRESENCE, p->presence));
	row_put(row, "out", cell_flag(meeting_out(view, p->member_id) != NULL));
	return ok();
}

static const struct column item_columns[] = {
	{ "code" },
	{ "title" },
	{ "outcome" },
	{ "decided", N_("Decided"), CELL_MOMENT },
	{ "must_be_out", N_("Must be out"), CELL_TEXT },
	{ "present", N_("May decide"), CELL_NUMBER },
};

/* The logins of those who are barred from it, with commas. */
static const char *barred(struct arena *arena, const struct meeting_view *view, int64_t item_id)
{
	struct buffer text = { 0 };

	for (size_t i = 0; i < view->members.n; i++)
		if (meeting_bar(view, view->members.rows[i].member_id, item_id) != NULL)
			buffer_printf(&text, "%s%s", text.length == 0 ? "" : ", ",
				view->members.rows[i].login);
	const char *kept = text.length == 0 ? "" : arena_text(arena, text.text);
	buffer_clear(&text);
	return kept;
}

static struct error item_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct whole *whole = arg;
	const struct decision_item *item = &whole->items.rows[id];

	(void)cli;
	row_record(row, item);
	row_put(row, "decided", cell_null());
	for (size_t i = 0; i < whole->view.items.n; i++)
		if (whole->view.items.rows[i].item_id == item->item_id)
			row_put(row, "decided", cell_time(whole->view.items.rows[i].decided));
	row_put(row, "must_be_out", cell_text(barred(&row->arena, &whole->view, item->item_id)));
	row_put(row, "present", cell_number(meeting_present(&whole->view, item->item_id)));
	return ok();
}

static const struct column absence_columns[] = {
	{ "juror", N_("Juror"), CELL_TEXT },
	{ "item", N_("Item"), CELL_TEXT },
	{ "left" },
	{ "returned" },
	{ "ground" },
	{ "decider" },
	{ "reason" },
};

static struct error absence_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct meeting_absence *a = &((const struct whole *)arg)->view.absences.rows[id];

	(void)cli;
	row_record(row, a);
	row_put(row, "juror", cell_text(a->login));
	row_put(row, "item", cell_text(a->item_code));
	row_put(row, "ground", a->ground == 0 ? cell_null() : cell_number(a->ground));
	return ok();
}

static const struct column vote_columns[] = {
	{ "item", N_("Item"), CELL_TEXT },
	{ "question" },
	{ "for", N_("For"), CELL_TEXT },
	{ "against", N_("Against"), CELL_TEXT },
	{ "empty", N_("Empty"), CELL_TEXT },
	{ "passed" },
	{ "casting" },
};

/* The logins of those who voted so. */
static const char *voters(
	struct arena *arena, const struct meeting_view *view, int64_t vote_id, const char *choice)
{
	struct buffer text = { 0 };

	for (size_t i = 0; i < view->ballots.n; i++) {
		const struct meeting_ballot *b = &view->ballots.rows[i];

		if (b->vote_id == vote_id && strcmp(b->choice, choice) == 0)
			buffer_printf(&text, "%s%s", text.length == 0 ? "" : ", ", b->login);
	}
	const char *kept = text.length == 0 ? "" : arena_text(arena, text.text);
	buffer_clear(&text);
	return kept;
}

static struct error vote_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct meeting_view *view = &((const struct whole *)arg)->view;
	const struct meeting_vote *v = &view->votes.rows[id];

	(void)cli;
	row_record(row, v);
	row_put(row, "item", cell_text(v->item_code));
	row_put(row, "for", cell_text(voters(&row->arena, view, v->id, "for")));
	row_put(row, "against", cell_text(voters(&row->arena, view, v->id, "against")));
	row_put(row, "empty", cell_text(voters(&row->arena, view, v->id, "empty")));
	return ok();
}

static const struct column dissent_columns[] = {
	{ "item", N_("Item"), CELL_TEXT },
	{ "juror", N_("Juror"), CELL_TEXT },
	{ "text" },
};

static struct error dissent_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct meeting_dissent *d = &((const struct whole *)arg)->view.dissents.rows[id];

	(void)cli;
	row_record(row, d);
	row_put(row, "item", cell_text(d->item_code));
	row_put(row, "juror", cell_text(d->login));
	return ok();
}

static const struct column remark_columns[] = {
	{ "item", N_("Item"), CELL_TEXT },
	{ "kind" },
	{ "text" },
};

static struct error remark_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct meeting_remark *r = &((const struct whole *)arg)->view.remarks.rows[id];

	(void)cli;
	row_record(row, r);
	row_put(row, "item", cell_text(r->item_code));
	return ok();
}

static const struct column person_columns[] = {
	{ "item", N_("Item"), CELL_TEXT },
	{ "role" },
	{ "name" },
};

static struct error person_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct meeting_person *p = &((const struct whole *)arg)->view.persons.rows[id];

	(void)cli;
	row_record(row, p);
	row_put(row, "item", cell_text(p->item_code));
	return ok();
}

/* What hangs on a meeting: nested for programs, and a table each for people. */
static const struct part {
	const char *name, *title;
	struct listing listing;
} parts[] = {
	{ "members", N_("Members of the jury"),
		{ member_columns, LEN(member_columns), NULL, member_row,
			&record_of_decision_person } },
	{ "persons", N_("Others"),
		{ person_columns, LEN(person_columns), NULL, person_row,
			&record_of_meeting_person } },
	{ "items", N_("Items"),
		{ item_columns, LEN(item_columns), NULL, item_row, &record_of_decision_item } },
	{ "absences", N_("Out of the room"),
		{ absence_columns, LEN(absence_columns), NULL, absence_row,
			&record_of_meeting_absence } },
	{ "votes", N_("Votes"),
		{ vote_columns, LEN(vote_columns), NULL, vote_row, &record_of_meeting_vote } },
	{ "dissents", N_("Dissenting opinions"),
		{ dissent_columns, LEN(dissent_columns), NULL, dissent_row,
			&record_of_meeting_dissent } },
	{ "remarks", N_("Remarks"),
		{ remark_columns, LEN(remark_columns), NULL, remark_row,
			&record_of_meeting_remark } },
};

static size_t part_count(const struct whole *whole, size_t i)
{
	const struct meeting_view *v = &whole->view;
	const size_t n[] = { v->members.n, v->persons.n, whole->items.n, v->absences.n, v->votes.n,
		v->dissents.n, v->remarks.n };

	static_assert(LEN(n) == LEN(parts), "one count a part");
	return n[i];
}

static struct error whole_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct whole *whole = arg;
	struct cell cell;

	(void)id;
	put_meeting(&whole->view.meeting, row);
	row_put(row, "present", cell_number(meeting_present(&whole->view, 0)));
	for (size_t i = 0; i < LEN(parts); i++) {
		TRY(nest_rows(
			cli, &row->arena, &parts[i].listing, whole, part_count(whole, i), &cell));
		row_put(row, parts[i].name, cell);
	}
	return ok();
}

#define SHOWN "round,of,number,starts,ends,chair,place,form,secretary,examiners,quorum"

static struct error run_show(struct cli *cli)
{
	static const struct listing listing = { meeting_columns, LEN(meeting_columns),
		SHOWN ",call_sent,agenda,present", whole_row, &record_of_meeting };
	struct whole whole;
	struct meeting m;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(find_meeting(cli, &m));
	TRY(meeting_read(&cli->ctx, &cli->arena, m.id, &whole.view));
	TRY(decision_items(&cli->ctx, &cli->arena, m.decision_id, &whole.items));
	TRY(print_one(cli, &listing, &whole, m.id));
	for (size_t i = 0; cli_reader(cli) == READ_SHOWN && i < LEN(parts); i++)
		if (part_count(&whole, i) > 0)
			TRY(print_below(cli, parts[i].title, &parts[i].listing, &whole,
				part_count(&whole, i)));
	return ok();
}

static struct error meeting_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct meeting_view view;

	(void)arg;
	TRY(meeting_read(&cli->ctx, &row->arena, id, &view));
	put_meeting(&view.meeting, row);
	row_put(row, "present", cell_number(meeting_present(&view, 0)));
	return ok();
}

static struct error run_list(struct cli *cli)
{
	static const struct listing listing = { meeting_columns, 15, SHOWN, meeting_row,
		&record_of_meeting };
	struct id_list ids = { 0 };
	struct error e = meeting_ids(&cli->ctx, &ids);

	return print_listing(cli, &listing, NULL, e, &ids);
}

#define ITEM_OPTION \
	{ \
		"item", "CODE", N_("the submission it is about"), .field = "" \
	}
#define TIME_OPTION \
	{ \
		"at", "TIME", N_("when; now unless given"), .field = "" \
	}

static const struct option_spec meeting_options[] = {
	{ "chair", "LOGIN", N_("who leads it; the round's chair unless given"), .field = "" },
	{ "starts", "TIME", N_("when it begins; now unless given") },
	{ "place", "TEXT", N_("where it is held") },
	{ "form", "FORM", N_("room, remote or email") },
	{ "lang", "fi|sv|en", N_("the language of the meeting: reasons are needed in it"),
		.field = "language" },
	{ "secretary", "NAME", N_("who records it") },
	{ "examiners", "TEXT", N_("who examines the minutes, or how that is done") },
	{ "call-sent", "DATE", N_("when the call was sent"), .field = "call_sent" },
	{ "agenda", "TEXT", N_("what is on the agenda") },
};
static const struct option_spec attend_options[] = {
	{ "reason", "TEXT", N_("why they do not come") },
};
static const struct option_spec leave_options[] = {
	ITEM_OPTION,
	TIME_OPTION,
	{ "ground", "N", N_("1 to 7 of 28 §; the one that bars them unless given") },
	{ "reason", "TEXT", N_("why they go out") },
};
static const struct option_spec return_options[] = { TIME_OPTION };
static const struct option_spec vote_options[] = {
	ITEM_OPTION,
	{ "question", "TEXT", N_("what is voted on") },
	{ "for", "LOGIN", N_("a member who votes for it; may be repeated") },
	{ "against", "LOGIN", N_("one who votes against it; may be repeated") },
	{ "empty", "LOGIN", N_("one who votes empty; may be repeated") },
};
static const struct option_spec dissent_options[] = {
	ITEM_OPTION,
	{ "text", "TEXT", N_("what they hold instead, and why") },
};
static const struct option_spec remark_options[] = {
	ITEM_OPTION,
	{ "kind", NULL, N_("a point to clarify, or a remark"), WORDS_REMARK },
	{ "text", "TEXT", N_("what is noted") },
};
static const struct option_spec hear_options[] = {
	ITEM_OPTION,
	{ "role", NULL, N_("in what role; an expert unless given"), WORDS_HEARD },
};
static const struct option_spec close_options[] = {
	TIME_OPTION,
	{ "range-reason", "TEXT", N_("why the number selected is outside the planned range") },
	{ "tie-reason", "TEXT", N_("how the panel decided between submissions that share a rank") },
};
static const struct option_spec reopen_options[] = {
	{ "reason", "TEXT", N_("why it has to go on") },
};

/* clang-format off */
#define OPTIONS(list) .options = list, .option_count = LEN(list)

static const struct verb verbs[] = {
	{ .name = "list", .run = run_list, .help = N_("Lists the meetings of the jury.") },
	{ .name = "show", .operands = "ROUND", .least = 1, .most = 1, .run = run_show,
		.help = N_("Shows the meeting on a round: who is in the room, and all that has been "
			"noted.") },
	{ .name = "open", .operands = "ROUND", .least = 1, .most = 1, OPTIONS(meeting_options),
		.record = &record_of_meeting, .run = run_open,
		.help = N_("Opens the jury's meeting on a closed round, and prints the code of the "
			"draft that it is about.") },
	{ .name = "edit", .operands = "ROUND", .least = 1, .most = 1, OPTIONS(meeting_options),
		.record = &record_of_meeting, .run = run_edit,
		.help = N_("Changes what is said of the meeting.") },
	{ .name = "attend", .operands = "ROUND present|remote|absent LOGIN...", .least = 3, .most = -1,
		OPTIONS(attend_options), .run = run_attend,
		.help = N_("Marks who came, and how, or did not come.") },
	{ .name = "leave", .operands = "ROUND LOGIN...", .least = 2, .most = -1,
		OPTIONS(leave_options), .run = run_leave,
		.help = N_("Notes who goes out of the room, for which submission and why.") },
	{ .name = "return", .operands = "ROUND LOGIN...", .least = 2, .most = -1,
		OPTIONS(return_options), .run = run_return,
		.help = N_("Notes who comes back.") },
	{ .name = "vote", .operands = "ROUND", .least = 1, .most = 1, OPTIONS(vote_options),
		.run = run_vote,
		.help = N_("Records a vote, and how each member voted. If it is even, the chair's "
			"vote decides.") },
	{ .name = "dissent", .operands = "ROUND LOGIN", .least = 2, .most = 2,
		OPTIONS(dissent_options), .run = run_dissent,
		.help = N_("Records a member's dissenting opinion.") },
	{ .name = "remark", .operands = "ROUND", .least = 1, .most = 1, OPTIONS(remark_options),
		.run = run_remark, .help = N_("Writes a remark or a point to clarify down.") },
	{ .name = "hear", .operands = "ROUND NAME", .least = 2, .most = 2, OPTIONS(hear_options),
		.run = run_hear, .help = N_("Notes an expert who was heard, or who else was there.") },
	{ .name = "close", .operands = "ROUND", .least = 1, .most = 1, OPTIONS(close_options),
		.run = run_close,
		.help = N_("Ends the meeting, once every submission has its outcome and reason.") },
	{ .name = "reopen", .operands = "ROUND", .least = 1, .most = 1, OPTIONS(reopen_options),
		.run = run_reopen, .help = N_("The meeting goes on after all, with a reason.") },
};
/* clang-format on */

const struct noun noun_meeting = { "meeting", N_("the jury's meeting on a round"), verbs,
	LEN(verbs) };
