/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/cursor.h"

#include "ui/toolkit/key.h"

static void keep_visible(struct cursor *c)
{
	if (c->selected < c->top)
		c->top = c->selected;
	if (c->height > 0 && c->selected >= c->top + c->height)
		c->top = c->selected - c->height + 1;
	/* No empty lines below while there are rows above. */
	if (c->top + c->height > c->count)
		c->top = c->count > c->height ? c->count - c->height : 0;
}

void cursor_fit(struct cursor *c, size_t count, size_t height)
{
	c->count = count;
	c->height = height;
	if (c->selected >= count)
		c->selected = count > 0 ? count - 1 : 0;
	keep_visible(c);
}

void cursor_go(struct cursor *c, size_t to)
{
	c->selected = to < c->count ? to : c->count > 0 ? c->count - 1 : 0;
	keep_visible(c);
}

bool cursor_key(struct cursor *c, int key)
{
	size_t page = c->height > 1 ? c->height - 1 : 1;

	switch (key) {
	case K_UP:
		cursor_go(c, c->selected > 0 ? c->selected - 1 : 0);
		return true;
	case K_DOWN:
		cursor_go(c, c->selected + 1);
		return true;
	case K_PAGE_UP:
		cursor_go(c, c->selected > page ? c->selected - page : 0);
		return true;
	case K_PAGE_DOWN:
		cursor_go(c, c->selected + page);
		return true;
	case K_HOME:
		cursor_go(c, 0);
		return true;
	case K_END:
		cursor_go(c, c->count);
		return true;
	default:
		return false;
	}
}
