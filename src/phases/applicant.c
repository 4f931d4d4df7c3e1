/* SPDX-License-Identifier: MIT */
#include "src/phases/applicant.h"

#include "src/phases/team.h"
#include "src/registers/municipality.h"
#include "src/registers/organization.h"

const char *applicant_shown(
	struct context *ctx, struct arena *arena, int64_t municipality_id, int64_t organization_id)
{
	struct municipality municipality;
	struct organization organization;

	if (municipality_id != 0 &&
		municipality_get(ctx, arena, municipality_id, &municipality).code == E_OK)
		return municipality_shown(ctx, arena, &municipality);
	if (organization_id != 0 &&
		organization_get(ctx, arena, organization_id, &organization).code == E_OK)
		return organization_name(&organization);
	return "";
}

const char *submission_applicant(
	struct context *ctx, struct arena *arena, const struct submission *s)
{
	struct team team;

	if (s->team_id == 0)
		return applicant_shown(ctx, arena, s->municipality_id, s->organization_id);
	return team_get(ctx, arena, s->team_id, &team).code == E_OK ? team.name : "";
}

struct error applicant_names(struct context *ctx, struct arena *arena, const struct submission *s,
	const char **fi, const char **sv)
{
	struct municipality municipality;
	struct organization organization;

	struct team team;

	*fi = *sv = "";
	if (s->team_id != 0) {
		TRY(team_get(ctx, arena, s->team_id, &team));
		*fi = *sv = team.name;
	} else if (s->municipality_id != 0) {
		TRY(municipality_get(ctx, arena, s->municipality_id, &municipality));
		*fi = municipality.name_fi;
		*sv = municipality.name_sv;
	} else if (s->organization_id != 0) {
		TRY(organization_get(ctx, arena, s->organization_id, &organization));
		*fi = organization.name_fi;
		*sv = organization.name_sv;
	}
	return ok();
}

struct error applicant_find(struct context *ctx, const char *text, struct applicant *applicant)
{
	*applicant = (struct applicant){ 0 };
	struct error e = municipality_find(ctx, text, &applicant->municipality_id);
	if (e.code != E_NOT_FOUND)
		return e;
	applicant->municipality_id = 0;
	e = organization_find(ctx, text, &applicant->organization_id);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "municipality") : e;
}
