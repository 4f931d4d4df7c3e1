/* SPDX-License-Identifier: MIT
 * The log of a bundle: every entry and change as hashes. Of what was done only the public acts
 * about one of its rounds as a whole are opened; they name neither juror nor submission. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "db/opened.h"
#include "src/documents/bundle_line.h"
#include "src/judging/round.h"

struct log_out {
	struct bundle_out *out;
	struct bundle_head *head;
	const char **objects; /* of the bundle's rounds */
	size_t n;
};

/* What is told of a round anyhow. Other acts would say what somebody did, such as having recognized
 * a team. */
static bool is_public(const char *verb)
{
	static const char *const verbs[] = { "round.lock", "round.wording", "round.open",
		"round.close", "round.reopen", "round.ranking_shown", "blind.release", "names.open",
		"bundle.make" };

	for (size_t i = 0; i < LEN(verbs); i++)
		if (strcmp(verbs[i], verb) == 0)
			return true;
	return false;
}

static bool may_open(const struct log_out *log, const struct opened_entry *entry)
{
	if (!is_public(entry->verb))
		return false;
	for (size_t i = 0; i < log->n; i++)
		if (strcmp(log->objects[i], entry->object) == 0)
			return true;
	return false;
}

static struct error put_entry(void *arg, const struct opened_entry *entry)
{
	struct log_out *log = arg;
	json_t *line = json_pack("{s:s, s:I, s:I, s:o, s:o, s:I, s:o}", "type", "entry", "seq",
		(json_int_t)entry->seq, "time", (json_int_t)entry->time, "who",
		bundle_hex(entry->who, DIGEST_SIZE), "act", bundle_hex(entry->act, DIGEST_SIZE),
		"changes", (json_int_t)entry->changes, "hash",
		bundle_hex(entry->hash, DIGEST_SIZE));

	log->head->seq = entry->seq;
	sodium_bin2hex(log->head->hash, sizeof(log->head->hash), entry->hash, DIGEST_SIZE);
	if (may_open(log, entry))
		json_object_set_new(line, "opened",
			json_pack("{s:o, s:s, s:s}", "salt",
				bundle_hex(entry->act_salt, DIGEST_SIZE), "verb", entry->verb,
				"object", entry->object));
	return bundle_line(log->out, line);
}

static struct error put_change(void *arg, const struct opened_change *change)
{
	struct log_out *log = arg;

	return bundle_line(log->out,
		json_pack("{s:s, s:s, s:I, s:s, s:o, s:o}", "type", "change", "table",
			change->table, "row", (json_int_t)change->row_id, "op", change->op,
			"sealed", bundle_hex(change->sealed, DIGEST_SIZE), "commitment",
			change->commitment == NULL ? json_null() :
						     bundle_hex(change->commitment, DIGEST_SIZE)));
}

static struct error name_rounds(
	struct log_out *log, struct arena *arena, const struct bundle *bundle)
{
	log->objects = arena_alloc(arena, (bundle->rounds.n + 1) * sizeof(*log->objects));
	for (; log->n < bundle->rounds.n; log->n++) {
		struct round round;
		struct reference object;

		TRY(round_get(log->out->ctx, arena, bundle->rounds.ids[log->n], &round));
		object = reference_key(KIND_ROUND, round.key);
		log->objects[log->n] = arena_text(arena, object.text);
	}
	return ok();
}

struct error bundle_log(
	struct bundle_out *out, const struct bundle *bundle, struct bundle_head *head)
{
	struct arena arena = { 0 };
	struct log_out log = { .out = out, .head = head };
	struct opened_reader reader = { put_entry, put_change, &log };
	struct error e = name_rounds(&log, &arena, bundle);

	if (e.code == E_OK)
		e = opened_log(out->ctx->db, &reader);
	arena_clear(&arena);
	return e;
}
