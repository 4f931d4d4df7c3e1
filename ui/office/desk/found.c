/* SPDX-License-Identifier: MIT */
#include "ui/office/desk/found.h"

#include "ui/office/place.h"

void open_found(struct ui *ui, const struct found *found)
{
	static const enum kind kinds[] = {
		[FOUND_PROBLEM] = KIND_PROBLEM,
		[FOUND_MUNICIPALITY] = KIND_MUNICIPALITY,
		[FOUND_ORGANIZATION] = KIND_ORGANIZATION,
		[FOUND_PERSON] = KIND_PERSON,
		[FOUND_CHALLENGE] = KIND_CHALLENGE,
		[FOUND_NOTE] = KIND_NOTE,
		[FOUND_SESSION] = KIND_SESSION,
		[FOUND_QUESTION] = KIND_QUESTION,
		[FOUND_TEAM] = KIND_TEAM,
		[FOUND_CONTRACT] = KIND_CONTRACT,
		[FOUND_PAYMENT] = KIND_PAYMENT,
		[FOUND_COMPLAINT] = KIND_COMPLAINT,
	};

	record_open(ui, kinds[found->kind], found->id);
}
