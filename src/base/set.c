/* SPDX-License-Identifier: MIT
 * Open addressing, at most two thirds full. The texts are chosen by whoever sends a file, so the
 * hash is keyed with random bytes (SipHash of libsodium): nobody can make them collide on purpose.
 */
#include "src/base/set.h"

#include <assert.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/arena.h"

struct set_slot {
	const char *text; /* NULL: empty */
	int64_t value;
};

static_assert(sizeof(((struct set *)0)->key) == crypto_shorthash_KEYBYTES, "SipHash's key");

static uint64_t hash(const struct set *set, const char *text)
{
	uint64_t out;

	crypto_shorthash(
		(unsigned char *)&out, (const unsigned char *)text, strlen(text), set->key);
	return out;
}

static struct set_slot *slot_of(const struct set *set, const char *text)
{
	size_t at = (size_t)hash(set, text) & (set->capacity - 1);

	while (set->slots[at].text != NULL && strcmp(set->slots[at].text, text) != 0)
		at = (at + 1) & (set->capacity - 1);
	return &set->slots[at];
}

static void grow(struct set *set)
{
	struct set larger = { .capacity = set->capacity == 0 ? 256 : set->capacity * 2 };
	size_t size = larger.capacity * sizeof(*larger.slots);

	larger.slots = memset(xmalloc(size), 0, size);
	if (set->capacity == 0)
		crypto_shorthash_keygen(larger.key);
	else
		memcpy(larger.key, set->key, sizeof(larger.key));
	for (size_t i = 0; i < set->capacity; i++)
		if (set->slots[i].text != NULL)
			*slot_of(&larger, set->slots[i].text) = set->slots[i];
	larger.n = set->n;
	free(set->slots);
	*set = larger;
}

bool set_add(struct set *set, const char *text, int64_t value)
{
	if (set->n * 3 >= set->capacity * 2)
		grow(set);
	struct set_slot *slot = slot_of(set, text);
	if (slot->text != NULL)
		return false;
	*slot = (struct set_slot){ text, value };
	set->n++;
	return true;
}

bool set_find(const struct set *set, const char *text, int64_t *value)
{
	if (set->capacity == 0)
		return false;
	const struct set_slot *slot = slot_of(set, text);
	if (slot->text == NULL)
		return false;
	*value = slot->value;
	return true;
}

void set_clear(struct set *set)
{
	free(set->slots);
	*set = (struct set){ 0 };
}
