/* SPDX-License-Identifier: MIT
 * Notices in the public register of procurements: what is to be sent, and what has been. */
#include "src/phases/notice.h"

#include <stdio.h>

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/challenge.h"
#include "src/phases/contract.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("code", 5, 0, -1) },
	{ LIST_FIELD("kind", 19, 2, -1) },
	{ NC_("column", "About"), 6, 0, ALIGN_LEFT, -1 },
	{ LIST_FIELD("register_number", 12, 1, -1), .title = NC_("column", "Number") },
	{ NC_("column", "State"), 13, 0, ALIGN_LEFT, -1 },
	{ LIST_FIELD("due", 10, 0, -1), .title = NC_("column", "Send by") },
	{ LIST_FIELD("sent", 10, 0, -1), .title = NC_("column", "Sent") },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return notice_ids(ctx, list);
}

static const char *about(const struct notice *n)
{
	return *n->contract_code != '\0' ? n->contract_code : n->challenge_code;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct notice n;

	(void)screen;
	TRY(notice_get(ctx, arena, id, &n));
	cells[0] = cell_text(n.code);
	cells[1] = cell_code(WORDS_NOTICE_KIND, n.kind);
	cells[2] = cell_text(about(&n));
	cells[3] = cell_text(n.register_number);
	cells[4] = cell_code(WORDS_NOTICE_STATE, notice_state(ctx, &n));
	cells[5] = cell_day(n.due);
	cells[6] = cell_day(n.sent);
	switch (notice_state_of(notice_state(ctx, &n))) {
	case NOTICE_STATE_OVERDUE:
		look->style = STYLE_ALERT;
		break;
	case NOTICE_STATE_OPEN:
		look->style = STYLE_HEADING;
		break;
	case NOTICE_STATE_SENT:
	case NOTICE_STATE_PUBLISHED:
	case NOTICE_STATE_UNKNOWN:
		break;
	}
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *title, size_t size)
{
	struct notice n;
	char due[80] = "";

	TRY(notice_get(ctx, arena, id, &n));
	snprintf(title, size, "%s", n.code);
	page_styled(page, n.code, STYLE_TITLE, text_word(WORDS_NOTICE_KIND, n.kind));
	page_field(
		page, C_("column", "State"), text_word(WORDS_NOTICE_STATE, notice_state(ctx, &n)));
	if (n.challenge_id != 0)
		page_link(page, text_word(WORDS_FIELD, "challenge"), KIND_CHALLENGE, n.challenge_id,
			n.challenge_code);
	if (n.contract_id != 0)
		page_link(page, text_word(WORDS_FIELD, "contract"), KIND_CONTRACT, n.contract_id,
			n.contract_code);
	page_value(page, ctx, &record_of_notice, &n, "register_number");
	if (n.due != 0 && n.sent == 0)
		text_due(n.due, day_of_time(context_now(ctx)), due, sizeof(due));
	else if (n.due != 0)
		text_day(n.due, due, sizeof(due));
	page_field(page, text_word(WORDS_FIELD, "notice_due"), due);
	page_value(page, ctx, &record_of_notice, &n, "sent");
	page_value(page, ctx, &record_of_notice, &n, "published");
	page_value(page, ctx, &record_of_notice, &n, "link");
	page_value(page, ctx, &record_of_notice, &n, "text");
	return page_notes(ctx, arena, n.code, page);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_notice,
	.ids = ids,
	.row = row,
	.empty = N_("No public notices yet. n writes one down: the contest notice with its number "
		    "and days, later that of the result and of each contract."),
	.file = "notices",
};

enum { CHALLENGE = 1, CONTRACT = 2 };

static void pick_challenge(struct ui *ui, struct form *form, size_t field)
{
	struct id_list ids = { 0 };
	struct arena arena = { 0 };
	struct error e = challenge_ids(ui->ctx, &ids);
	const char **names = arena_alloc(&arena, (ids.n + 1) * sizeof(*names));

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct challenge c;

		e = challenge_get(ui->ctx, &arena, ids.ids[i], &c);
		if (e.code == E_OK)
			names[i] = arena_printf(&arena, "%s %s", c.code, challenge_title(&c, NULL));
	}
	ui_complain(ui, e);
	int chosen = e.code == E_OK ? ui_pick(ui, _("Whose contest?"), names, ids.n) : -1;
	if (chosen >= 0)
		form_set_id(form, field, ids.ids[chosen], names[chosen]);
	id_list_clear(&ids);
	arena_clear(&arena);
}

static void pick_contract(struct ui *ui, struct form *form, size_t field)
{
	struct id_list ids = { 0 };
	struct arena arena = { 0 };
	struct error e = contract_ids(ui->ctx, 0, &ids);
	const char **names = arena_alloc(&arena, (ids.n + 1) * sizeof(*names));

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct contract c;

		e = contract_get(ui->ctx, &arena, ids.ids[i], &c);
		if (e.code == E_OK)
			names[i] = arena_printf(&arena, "%s %s", c.code, c.team_name);
	}
	ui_complain(ui, e);
	int chosen = e.code == E_OK ? ui_pick(ui, _("Which contract?"), names, ids.n) : -1;
	if (chosen >= 0)
		form_set_id(form, field, ids.ids[chosen], names[chosen]);
	id_list_clear(&ids);
	arena_clear(&arena);
}

static const struct form_field fields[] = {
	{ .name = "notice_kind" },
	[CHALLENGE] = { .name = "challenge",
		.kind = FORM_PICK,
		.pick = pick_challenge,
		.hint = N_("Whose contest it is about; of a contract it is found by itself.") },
	[CONTRACT] = { .name = "contract",
		.kind = FORM_PICK,
		.pick = pick_contract,
		.hint = N_("Needed of a contract award notice.") },
	{ .name = "register_number",
		.hint = N_("As the register of notices gave it, such as 2020-031415.") },
	{ .name = "notice_due",
		.hint = N_("Empty: counted from the contract's or the decision's day.") },
	{ .name = "notice_sent", .hint = N_("Empty until it has been sent.") },
	{ .name = "notice_published", .hint = N_("Empty until it can be read there.") },
	{ .name = "link" },
	{ .name = "notice_text", .lines = 3 },
};

struct editing {
	int64_t id, v;
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct editing *editing = arg;
	struct arena arena = { 0 };
	struct notice n = { .kind = "contest" };
	struct error e = editing->id == 0 ? ok() : notice_get(ctx, &arena, editing->id, &n);

	if (e.code == E_OK) {
		editing->v = n.v;
		form_fill_row(form, &n);
		form_set_id(form, CHALLENGE, n.challenge_id,
			n.challenge_id == 0 ? "" : n.challenge_code);
		form_set_id(
			form, CONTRACT, n.contract_id, n.contract_id == 0 ? "" : n.contract_code);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct editing *editing = arg;
	struct notice n = { .id = editing->id, .v = editing->v };

	TRY(form_read_row(form, &n));
	return editing->id == 0 ? notice_add(ui->ctx, &n, &editing->id) :
				  notice_update(ui->ctx, &n);
}

static const struct form_def def = { .title = NC_("title", "Public notice"),
	.help = N_("A notice that was or is to be sent to the register of procurements. One that "
		   "is not sent in time comes to the desk."),
	.fields = fields,
	.n = LEN(fields),
	.fill = fill,
	.save = save,
	.record = &record_of_notice };

static int64_t edit(struct ui *ui, int64_t id)
{
	struct editing editing = { .id = id };

	if (!form_run(ui, form_new(ui, &def, &editing)))
		return 0;
	ui_say(ui, "%s", _("Saved."));
	return editing.id;
}

static void on_new(struct ui *ui, struct screen *screen)
{
	int64_t id = edit(ui, 0);

	if (id != 0)
		list_expect(screen, id);
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	edit(ui, screen_selected(screen));
}

static void on_thresholds(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_THRESHOLDS, 0);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_MONEY,
		.label = NC_("command", "new notice"),
		.help = N_("Write down a notice that was or is to be sent"),
		.run = on_new },
	{ .keys = { K_EDIT },
		.action = ACT_MONEY,
		.label = NC_("command", "edit"),
		.help = N_("Its number, its days, where it can be read"),
		.blocked = needs_record,
		.run = on_edit },
	{ .keys = { 't' },
		.action = ACT_COUNT,
		.label = NC_("command", "thresholds"),
		.help = N_("The thresholds and within how many days notices are sent"),
		.run = on_thresholds },
};

static void on_edit_page(struct ui *ui, struct screen *screen)
{
	edit(ui, record_here(screen).id);
}

static const struct command page_commands[] = {
	{ .keys = { K_EDIT },
		.action = ACT_MONEY,
		.label = NC_("command", "edit"),
		.help = N_("Its number, its days, where it can be read"),
		.run = on_edit_page },
};

const struct place_row notice_place = {
	.shows = KIND_NOTICE,
	.commands = { page_commands, LEN(page_commands) },
	.fill = fill_page,
	.phase = 6,
};

const struct place_row notices_place = {
	.lists = KIND_NOTICE,
	.title = NC_("title", "Public notices"),
	.help = N_(
		"Notices in the register of procurements: of the contest and its corrections, of "
		"its result, of contracts and of direct awards beforehand. What is to be sent "
		"stands first; what is overdue is on the desk too."),
	.go = true,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_MONEY | CHANGED_NOTES,
	.list = &source,
	.phase = 6,
};
