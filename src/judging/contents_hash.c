/* SPDX-License-Identifier: MIT
 * All that a decision says as one text, in a form that two different ones never share: a name, the
 * length of its value, the value. Its hash is frozen with the approval. */
#include <sodium.h>
#include <string.h>

#include "src/ground/record.h"
#include "src/judging/contents.h"

static void add(struct buffer *out, const char *name, const char *value)
{
	buffer_printf(out, "%s %zu %s\n", name, strlen(value), value);
}

/* Every field that somebody can give: one that is added to the record is in the hash. */
static void add_fields(struct buffer *out, const struct record *record, const void *row)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];

		if (field->name == NULL || (field->in & (IN_ADD | IN_EDIT)) == 0)
			continue;
		if (field->storage == STORED_TEXT)
			add(out, field->name, field_text(field, row));
		else
			buffer_printf(
				out, "%s %lld\n", field->name, (long long)field_number(field, row));
	}
}

static struct error write_contents(
	struct context *ctx, struct arena *arena, const struct decision *d, struct buffer *out)
{
	struct decision_content content;
	struct decision_texts texts;
	struct decision_items items;

	TRY(store_content_get(ctx->db, arena, d->id, &content));
	TRY(store_decision_texts(ctx->db, arena, d->id, &texts));
	TRY(store_decision_items(ctx->db, arena, d->id, &items));
	add(out, "decision", d->code);
	add(out, "round", d->round_key);
	add_fields(out, &record_of_decision, d);
	add_fields(out, &record_of_decision_content, &content);
	for (size_t i = 0; i < texts.n; i++) {
		add(out, "part", texts.rows[i].part);
		add_fields(out, &record_of_decision_text, &texts.rows[i]);
	}
	for (size_t i = 0; i < items.n; i++) {
		if (items.rows[i].id == 0)
			continue;
		add(out, "item", items.rows[i].code);
		add_fields(out, &record_of_decision_item, &items.rows[i]);
	}
	return ok();
}

void contents_hash_text(const struct buffer *text, char hash[CONTENTS_HASH_SIZE])
{
	unsigned char digest[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(digest, (const unsigned char *)text->text, text->length);
	sodium_bin2hex(hash, CONTENTS_HASH_SIZE, digest, sizeof(digest));
}

struct error contents_hash(struct context *ctx, struct arena *arena, const struct decision *d,
	char hash[CONTENTS_HASH_SIZE])
{
	struct buffer text = { 0 };
	struct error e = write_contents(ctx, arena, d, &text);

	if (e.code == E_OK)
		contents_hash_text(&text, hash);
	buffer_clear(&text);
	return e;
}

struct error contents_freeze(struct context *ctx, struct arena *arena, const struct decision *d)
{
	char hash[CONTENTS_HASH_SIZE];

	if (decision_kind_of(d->kind) != DECISION_KIND_DECISION)
		return ok();
	TRY(contents_hash(ctx, arena, d, hash));
	return store_content_freeze(ctx->db, d->id, hash);
}
