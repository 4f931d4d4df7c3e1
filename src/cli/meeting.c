/* SPDX-License-Identifier: MIT
 * The jury's meeting: all that its screen does, by command. */
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/cli/document.h"
#include "src/cli/fields.h"
#include "src/cli/meeting.h"
#include "src/documents/papers.h"
#include "src/ground/sides.h"
#include "src/judging/custody.h"
#include "src/judging/meeting.h"
#include "src/judging/review.h"

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

	TRY(cli_meeting(cli, &m));
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

	TRY(cli_meeting(cli, &m));
	TRY(meeting_attend(&cli->ctx, m.id, &names, cli->argv[1], option_text(cli, "reason")));
	return print_simply(cli);
}

static struct error run_leave(struct cli *cli)
{
	const struct member_names names = names_from(cli, 1);
	struct going going = { .reason = option_text(cli, "reason") };
	struct meeting m;

	TRY(cli_meeting(cli, &m));
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

	TRY(cli_meeting(cli, &m));
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
	TRY(cli_meeting(cli, &m));
	TRY(find_item(cli, m.round_id, &item));
	TRY(meeting_vote(&cli->ctx, m.id, item, option_text(cli, "question"), ballots, n));
	return print_simply(cli);
}

static struct error run_dissent(struct cli *cli)
{
	struct meeting m;
	int64_t item;

	TRY(cli_meeting(cli, &m));
	TRY(find_item(cli, m.round_id, &item));
	TRY(meeting_dissent(&cli->ctx, m.id, item, cli->argv[1], option_text(cli, "text")));
	return print_simply(cli);
}

static struct error run_remark(struct cli *cli)
{
	const char *kind = option(cli, "kind");
	struct meeting m;
	int64_t item;

	TRY(cli_meeting(cli, &m));
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

	TRY(cli_meeting(cli, &m));
	TRY(find_item(cli, m.round_id, &item));
	TRY(meeting_hear(&cli->ctx, m.id, item, role == NULL ? "expert" : role, cli->argv[1]));
	return print_simply(cli);
}

static struct error run_close(struct cli *cli)
{
	struct meeting_closing closing = { .range_reason = option(cli, "range-reason"),
		.tie_reason = option(cli, "tie-reason") };
	struct meeting m;

	TRY(cli_meeting(cli, &m));
	TRY(read_time(cli, &closing.at));
	TRY(meeting_close(&cli->ctx, m.id, &closing));
	print_done(cli, "%s", m.decision_code);
	return ok();
}

static struct error run_reopen(struct cli *cli)
{
	struct meeting m;

	TRY(cli_meeting(cli, &m));
	TRY(meeting_reopen(&cli->ctx, m.id, option_text(cli, "reason")));
	return print_simply(cli);
}

static struct error run_minutes(struct cli *cli)
{
	struct document_ask ask = { 0 };

	TRY(require(&cli->ctx, ACT_READ));
	TRY(document_language(cli, &ask.lang));
	cli->subject = cli->argv[0];
	TRY(minutes_kind.find(&cli->ctx, cli->argv[0], &ask.id));
	return print_document(cli, &minutes_kind, &ask);
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
	{ "kind", NULL, N_("a point to clarify, a remark, a break, or what is proposed"),
		WORDS_REMARK },
	{ "text", "TEXT", N_("what is noted") },
};
static const struct option_spec hear_options[] = {
	ITEM_OPTION,
	{ "role", NULL, N_("in what role; an expert unless given"), WORDS_HEARD },
};
static const struct option_spec minutes_options[] = {
	{ "lang", "fi|sv|en", N_("of the document; the meeting's own unless given") },
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
	{ .name = "list", .run = meeting_list, .help = N_("Lists the meetings of the jury.") },
	{ .name = "show", .operands = "ROUND", .least = 1, .most = 1, .run = meeting_show,
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
	{ .name = "minutes", .operands = "ROUND|CODE", .least = 1, .most = 1,
		OPTIONS(minutes_options), .document = "", .run = run_minutes,
		.help = N_("Prints the minutes of the meeting on a round, or on the draft of that "
			"code.") },
	{ .name = "reopen", .operands = "ROUND", .least = 1, .most = 1, OPTIONS(reopen_options),
		.run = run_reopen, .help = N_("The meeting goes on after all, with a reason.") },
};
/* clang-format on */

const struct noun noun_meeting = { "meeting", N_("the jury's meeting on a round"), verbs,
	LEN(verbs) };
