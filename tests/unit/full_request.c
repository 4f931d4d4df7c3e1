/* SPDX-License-Identifier: MIT */
#include "tests/unit/full_parts.h"

#include "src/phases/request.h"
#include "src/roof/kinds.h"

void full_request(struct full *full)
{
	struct answers answers = { { { .text = MARK " syy" } } };
	struct info_request r = { .channel = "email",
		.requester = MARK " Kysyjä",
		.standing = "outsider",
		.text = MARK " pyyntö",
		.object = "P-001",
		.extent = "plain" };
	const struct act *refuse = &request_act_rows[REQUEST_REFUSE];
	const struct act *decide = &request_act_rows[REQUEST_DECIDE];
	int64_t first, second;

	ACT(request_add(full->ctx, &r, kinds_name, &first));
	ACT(request_add(full->ctx, &r, kinds_name, &second));
	r.id = first;
	r.v = 1;
	r.extent = "large";
	ACT(request_update(full->ctx, &r, kinds_name));
	ACT(request_answer(full->ctx, &(struct info_request){ .id = first,
					      .v = 2,
					      .given = "copy",
					      .withheld = MARK " salattu",
					      .clause = "24 §",
					      .purpose = MARK " tutkimus" }));
	ACT(refuse->run(full->ctx, refuse, second, &answers));
	answers.rows[0].text = "HAL 1/2018";
	ACT(decide->run(full->ctx, decide, second, &answers));
}
