/* SPDX-License-Identifier: MIT
 * The clock: what time is used, and going on after a jump. */
#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/ground/clock.h"

static const struct column columns[] = {
	{ "used", N_("Time that is used"), CELL_MOMENT },
	{ "waits", N_("Waits to be accepted"), CELL_FLAG },
	{ "shown", N_("The clock showed"), CELL_MOMENT },
	{ "expected", N_("It should have shown"), CELL_MOMENT },
};

static struct error clock_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct clock_state *state = arg;

	(void)id;
	row_put(row, "used", cell_time(context_now(&cli->ctx)));
	row_put(row, "waits", cell_flag(state->waits));
	row_put(row, "shown", cell_time(state->step.shown));
	row_put(row, "expected", cell_time(state->step.expected));
	return ok();
}

static const struct listing clock_listing = { columns, LEN(columns), NULL, clock_row };

static struct error run_clock_show(struct cli *cli)
{
	struct clock_state state;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(clock_state(&cli->ctx, &state));
	return print_one(cli, &clock_listing, &state, 0);
}

static struct error run_clock_accept(struct cli *cli)
{
	char now[60];

	TRY(clock_accept(&cli->ctx, option_text(cli, "reason")));
	text_time(context_now(&cli->ctx), now, sizeof(now));
	/* TRANSLATORS: %s is a time. */
	print_done(cli, _("Accepted: the time is %s."), now);
	return ok();
}

static const struct option_spec accept_options[] = {
	{ "reason", "TEXT", N_("what happened to the clock; it goes into the log") },
};

static const struct verb verbs[] = {
	{ .name = "show",
		.run = run_clock_show,
		.help = N_("The time that is used, and a jump of the clock that waits.") },
	{ .name = "accept",
		.options = accept_options,
		.option_count = LEN(accept_options),
		.run = run_clock_accept,
		.help = N_(
			"After a jump of the machine's clock: it is right now. What binds goes on, "
			"and so does the log by this time.") },
};
const struct noun noun_clock = { "clock", N_("the clock, when it has jumped"), verbs, LEN(verbs) };
