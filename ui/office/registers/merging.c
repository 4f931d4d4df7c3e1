/* SPDX-License-Identifier: MIT */
#include "ui/office/registers/merging.h"

#include <stdio.h>
#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/registers/merge.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"
#include "ui/office/ask.h"
#include "ui/toolkit/dialog.h"

/* What differs between the two registers. */
struct register_kind {
	struct error (*ids)(struct context *ctx, struct id_list *ids);
	struct error (*name)(
		struct context *ctx, struct arena *arena, int64_t id, const char **name);
	struct error (*clashes)(struct context *ctx, struct arena *arena, int64_t keep,
		int64_t gone, struct text_rows *clashes);
	struct error (*merge)(struct context *ctx, int64_t keep, int64_t gone, const char *reason);
};

/* Namesakes are told apart by their address and number. */
static struct error person_name(
	struct context *ctx, struct arena *arena, int64_t id, const char **name)
{
	struct person p;

	TRY(person_get(ctx, arena, id, &p));
	*name = arena_printf(arena, "%s  %s  (%lld)", p.name, p.email, (long long)id);
	return ok();
}

static struct error organization_shown(
	struct context *ctx, struct arena *arena, int64_t id, const char **name)
{
	struct organization o;

	TRY(organization_get(ctx, arena, id, &o));
	*name = arena_printf(
		arena, "%s  %s  (%lld)", organization_name(&o), o.business_id, (long long)id);
	return ok();
}

static struct error all_organizations(struct context *ctx, struct id_list *ids)
{
	return organization_ids(ctx, NULL, ids);
}

static const struct register_kind people = { person_ids, person_name, person_merge_clashes,
	person_merge };
static const struct register_kind organizations = { all_organizations, organization_shown,
	organization_merge_clashes, organization_merge };

/* 0 if nothing was chosen. */
static int64_t pick_other(struct ui *ui, struct arena *arena, const struct register_kind *kind,
	int64_t id, const char **name)
{
	struct id_list ids = { 0 };
	struct error e = kind->ids(ui->ctx, &ids);
	const char **names = arena_alloc(arena, (ids.n + 1) * sizeof(*names));
	int64_t *others = arena_alloc(arena, (ids.n + 1) * sizeof(*others));
	size_t n = 0;

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		if (ids.ids[i] != id) {
			e = kind->name(ui->ctx, arena, ids.ids[i], &names[n]);
			others[n++] = ids.ids[i];
		}
	id_list_clear(&ids);
	ui_complain(ui, e);
	int chosen =
		e.code != E_OK ?
			-1 :
			ui_pick(ui, _("Which record is the same? It becomes this one"), names, n);
	if (chosen < 0)
		return 0;
	*name = names[chosen];
	return others[chosen];
}

/* Both in one team, or with a login each: said before anything is asked. */
static bool is_free(struct ui *ui, struct arena *arena, const struct register_kind *kind,
	int64_t keep, int64_t gone)
{
	struct text_rows clashes = { 0 };
	struct error e = kind->clashes(ui->ctx, arena, keep, gone, &clashes);
	const char *where = "";

	for (size_t i = 0; i < clashes.n; i++)
		where = arena_printf(
			arena, "%s%s%s", where, i > 0 ? ", " : "", clashes.rows[i].text);
	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (clashes.n > 0)
		ui_tell(ui, _("They cannot become one"),
			arena_printf(arena,
				_("Both stand in: %s. Take one of them out there first."), where));
	return e.code == E_OK && clashes.n == 0;
}

static void run(struct ui *ui, const struct register_kind *kind, int64_t id)
{
	struct arena arena = { 0 };
	const char *mine = "", *name = "";
	struct error e = kind->name(ui->ctx, &arena, id, &mine);
	int64_t gone = e.code == E_OK ? pick_other(ui, &arena, kind, id, &name) : 0;

	ui_complain(ui, e);
	if (gone != 0 && is_free(ui, &arena, kind, id, gone) &&
		ui_confirm(ui,
			arena_printf(&arena,
				_("%s becomes %s: everything follows, the name goes on finding "
				  "it, and it cannot be taken back."),
				name, mine),
			C_("button", "Make one"))) {
		char *reason = ask_reason(ui, _("Make two records one"),
			_("How is it known that they are the same?"));
		if (reason != NULL)
			ui_report(ui, kind->merge(ui->ctx, id, gone, reason),
				_("The two records are one now."));
		free(reason);
	}
	arena_clear(&arena);
}

void merge_into_person(struct ui *ui, int64_t id)
{
	run(ui, &people, id);
}

void merge_into_organization(struct ui *ui, int64_t id)
{
	run(ui, &organizations, id);
}
