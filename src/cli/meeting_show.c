/* SPDX-License-Identifier: MIT
 * What the command line shows of the jury's meeting. */
#include <assert.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/meeting.h"

struct error cli_meeting(struct cli *cli, struct meeting *m)
{
	struct round round;
	int64_t id;

	TRY(cli_round(cli, cli->argv[0], &round));
	TRY(meeting_of_round(&cli->ctx, round.id, &id));
	return meeting_get(&cli->ctx, &cli->arena, id, m);
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

struct error meeting_show(struct cli *cli)
{
	static const struct listing listing = { meeting_columns, LEN(meeting_columns),
		SHOWN ",call_sent,agenda,present", whole_row, &record_of_meeting };
	struct whole whole;
	struct meeting m;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_meeting(cli, &m));
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

struct error meeting_list(struct cli *cli)
{
	static const struct listing listing = { meeting_columns, 15, SHOWN, meeting_row,
		&record_of_meeting };
	struct id_list ids = { 0 };
	struct error e = meeting_ids(&cli->ctx, &ids);

	return print_listing(cli, &listing, NULL, e, &ids);
}
