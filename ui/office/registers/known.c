/* SPDX-License-Identifier: MIT */
#include "ui/office/registers/known.h"

#include "src/base/i18n.h"
#include "src/registers/person.h"

int64_t people_so_far(struct ui *ui)
{
	int64_t newest = 0;

	ui_complain(ui, person_newest(ui->ctx, &newest));
	return newest;
}

const char *known_names(struct ui *ui, struct arena *arena, int64_t so_far)
{
	struct namesakes all = { 0 };
	struct buffer names = { 0 };

	ui_complain(ui, person_namesakes(ui->ctx, arena, so_far, &all));
	buffer_text(&names, "");
	for (size_t i = 0; i < all.n; i++)
		if (i == 0 || all.rows[i].id != all.rows[i - 1].id)
			buffer_printf(&names, "%s%s", i > 0 ? ", " : "", all.rows[i].name);
	const char *text = arena_text(arena, names.text);
	buffer_clear(&names);
	return text;
}

void say_saved_people(struct ui *ui, int64_t so_far)
{
	struct arena arena = { 0 };
	const char *names = known_names(ui, &arena, so_far);

	if (*names == '\0')
		ui_say(ui, "%s", _("Saved."));
	else
		/* TRANSLATORS: %s is a name, or several with commas; h and y are keys. */
		ui_say(ui,
			_("Saved. The register already has a person of this name: %s. If they are "
			  "one, y in the list of people (h) makes them one."),
			names);
	arena_clear(&arena);
}
