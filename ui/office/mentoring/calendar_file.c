/* SPDX-License-Identifier: MIT */
#include "ui/office/mentoring/calendar_file.h"

#include "src/base/i18n.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/export.h"

/* Its log entry follows the file: what was not written has no trace. */
static void save(struct ui *ui, const struct buffer *file, const struct calendar_said *said)
{
	struct arena arena = { 0 };
	const char *words = calendar_said_words(&arena, said);

	if (export_text(ui, C_("title", "Calendar file"), "klash.ics", file->text)) {
		ui_complain(ui, calendar_given(ui->ctx));
		if (*words != '\0')
			ui_tell(ui, C_("title", "Calendar file"), words);
	}
	arena_clear(&arena);
}

/* false: never mind. */
static bool ask_how_much(struct ui *ui, struct calendar_filter *filter)
{
	const char *options[] = { _("The sessions"),
		_("The sessions, the jury's meetings and the closing times") };

	if (filter->team_id != 0 || filter->person_id != 0)
		return true;
	int chosen = ui_choose(ui, C_("title", "Calendar file"), options, LEN(options), 0);
	filter->more = chosen == 1;
	return chosen >= 0;
}

void calendar_file(struct ui *ui, const struct calendar_filter *of)
{
	struct calendar_filter filter = *of;
	struct calendar_said said = { 0 };
	struct buffer file = { 0 };

	if (!ask_how_much(ui, &filter))
		return;
	struct error e = calendar_all(ui->ctx, &filter, &file, &said);
	if (e.code == E_OK)
		save(ui, &file, &said);
	else
		ui_complain(ui, e);
	buffer_clear(&file);
}

void calendar_file_of(struct ui *ui, int64_t session_id)
{
	struct calendar_said said = { 0 };
	struct buffer file = { 0 };
	struct error e = calendar_session(ui->ctx, session_id, &file);

	if (e.code == E_OK)
		save(ui, &file, &said);
	else
		ui_complain(ui, e);
	buffer_clear(&file);
}
