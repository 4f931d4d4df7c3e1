/* SPDX-License-Identifier: MIT
 * Every act on regimes of correction and appeal, and on what a court does meanwhile. */
#include "src/judging/service.h"
#include "src/registers/regime.h"
#include "tests/unit/full_parts.h"

void full_regimes(struct full *full, int64_t complaint_id)
{
	struct regime regime;
	struct complaint complaint;
	int64_t id;

	assert_ok(regime_begin(full->ctx, &full->f->arena, "kunta", &regime));
	regime.since = at("2018-01-01T00:00:00Z");
	regime.source = "Esimerkkisääntö 1 §";
	ACT(regime_add(full->ctx, &regime, &id));
	ACT(regime_set(full->ctx, &(struct regime_setting){ .regime = "kunta",
					  .name = "body",
					  .since = regime.since,
					  .value_fi = "Hallitus",
					  .value_sv = "Styrelsen",
					  .source = "Hallintosääntö" }));
	ACT(regime_set(full->ctx, &(struct regime_setting){ .regime = "kunta",
					  .name = "body",
					  .since = regime.since,
					  .value_fi = "Kunnanhallitus",
					  .value_sv = "Kommunstyrelsen",
					  .source = "Hallintosääntö" }));
	assert_ok(complaint_get(full->ctx, &full->f->arena, complaint_id, &complaint));
	complaint.court = "Markkinaoikeus";
	complaint.court_case = "123/2018";
	complaint.interim = "ordered";
	complaint.interim_day = at("2018-02-01T00:00:00Z");
	ACT(complaint_update(full->ctx, &complaint));
}
