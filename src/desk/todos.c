/* SPDX-License-Identifier: MIT */
#include "src/desk/todos.h"

void todos_begin(struct todos *todos, struct arena *arena)
{
	*todos = (struct todos){ .rows = arena_alloc(arena, TODO_MAX * sizeof(*todos->rows)) };
}

void todo_add(struct todos *todos, struct arena *arena, const struct todo *todo)
{
	if (todos->n == TODO_MAX)
		return;
	todos->rows[todos->n] = *todo;
	todos->rows[todos->n++].code = arena_text(arena, todo->code);
}

void todos_sort(struct todos *todos)
{
	for (size_t i = 1; i < todos->n; i++)
		for (size_t k = i; k > 0 && todos->rows[k].urgency < todos->rows[k - 1].urgency;
			k--) {
			struct todo swapped = todos->rows[k];

			todos->rows[k] = todos->rows[k - 1];
			todos->rows[k - 1] = swapped;
		}
}
