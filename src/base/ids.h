/* SPDX-License-Identifier: MIT
 * Lists of ids, as the store gives them. */
#pragma once

#include "db/base/arena.h"

/* Keeps of `ids` what is also among `wanted`, in the order of `ids`; sorts `wanted`. */
void ids_keep(struct id_list *ids, struct id_list *wanted);
/* Ascending. */
void ids_sort(struct id_list *ids);
