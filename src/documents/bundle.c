/* SPDX-License-Identifier: MIT */
#include "src/documents/bundle.h"

#include "src/export/disclosure.h"

#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/ratio.h"
#include "db/file.h"
#include "src/base/i18n.h"
#include "src/ground/checkpoint.h"
#include "src/ground/competition.h"
#include "src/documents/bundle_line.h"
#include "src/judging/blind.h"
#include "src/judging/round.h"

struct error bundle_line(struct bundle_out *out, json_t *line)
{
	char *text = line == NULL ? NULL : json_dumps(line, JSON_COMPACT);
	struct error e = ok();

	json_decref(line);
	if (text == NULL)
		return (struct error){ .code = E_IO, .low = ENOMEM };
	size_t n = strlen(text);
	if (n >= BUNDLE_LINE_MAX)
		e = (struct error){ .code = E_TOO_LONG,
			.field = "text",
			.low = (int64_t)n,
			.high = BUNDLE_LINE_MAX - 1 };
	else if (fputs(text, out->out) < 0 || fputc('\n', out->out) < 0)
		e = file_error(errno);
	free(text);
	out->lines++;
	return e;
}

json_t *bundle_hex(const void *bytes, size_t n)
{
	char hex[2 * DIGEST_SIZE + 1];

	return json_string(sodium_bin2hex(hex, sizeof(hex), bytes, n));
}

json_t *bundle_points(int64_t thousandths)
{
	char text[32];

	thousandths_format(thousandths, text, sizeof(text));
	return json_string(text);
}

static struct error check_round(struct context *ctx, struct arena *arena, int64_t round_id)
{
	struct round round;
	enum blind_stage stage;

	TRY(round_get(ctx, arena, round_id, &round));
	if (round_state_of(round.state) != ROUND_STATE_CLOSED)
		return rule(N_("A bundle tells how the jury has judged: close the round first."));
	TRY(blind_stage(ctx, round_id, &stage));
	if (stage == BLIND_MASKING || stage == BLIND_RELEASED)
		return rule(N_(
			"The round is judged blind, and a bundle would show which code is whose: it can be "
			"given once the names are opened, after the statement."));
	return ok();
}

static struct error take_round(
	struct context *ctx, struct arena *arena, const char *key, struct bundle *bundle)
{
	int64_t id;

	TRY(round_find(ctx, key, &id));
	if (id_list_find(&bundle->rounds, id) != (size_t)-1)
		return rule(N_("The round is named twice."));
	TRY(check_round(ctx, arena, id));
	id_list_add(&bundle->rounds, id);
	return ok();
}

struct error bundle_take(struct context *ctx, const char *const *keys, size_t n,
	struct bundle *bundle, const char **refused)
{
	struct arena arena = { 0 };
	struct error e = require(ctx, ACT_DISCLOSE);

	*bundle = (struct bundle){ 0 };
	for (size_t i = 0; e.code == E_OK && i < n; i++) {
		*refused = keys[i];
		e = take_round(ctx, &arena, keys[i], bundle);
	}
	arena_clear(&arena);
	return e;
}

void bundle_clear(struct bundle *bundle)
{
	id_list_clear(&bundle->rounds);
}

static struct error write_head(struct bundle_out *out, struct arena *arena,
	const struct bundle *bundle, const struct checkpoint *checkpoint)
{
	struct competition names;
	struct error e = competition_get(out->ctx, arena, &names);
	json_t *keys = json_array();

	for (size_t i = 0; e.code == E_OK && i < bundle->rounds.n; i++) {
		struct round round;

		e = round_get(out->ctx, arena, bundle->rounds.ids[i], &round);
		if (e.code == E_OK)
			json_array_append_new(keys, json_string(round.key));
	}
	if (e.code != E_OK) {
		json_decref(keys);
		return e;
	}
	return bundle_line(
		out, json_pack("{s:i, s:s, s:{s:s, s:s, s:s}, s:b, s:I, s:o}", "klash_bundle",
			     BUNDLE_FORMAT, "competition", checkpoint->competition, "name", "fi",
			     names.name_fi, "sv", names.name_sv, "en", names.name_en, "demo",
			     out->ctx->demo, "made", (json_int_t)checkpoint->time, "rounds", keys));
}

static struct error write_end(
	struct bundle_out *out, const struct bundle_head *head, struct checkpoint *checkpoint)
{
	char line[CHECKPOINT_LINE_SIZE];

	checkpoint->seq = head->seq;
	snprintf(checkpoint->hash, sizeof(checkpoint->hash), "%s", head->hash);
	checkpoint_line(checkpoint, line);
	return bundle_line(out, json_pack("{s:s, s:I, s:s}", "type", "end", "lines",
					(json_int_t)(out->lines + 1), "checkpoint", line));
}

static struct error write_all(struct bundle_out *out, struct arena *arena,
	const struct bundle *bundle, struct checkpoint *checkpoint)
{
	struct bundle_head head = { 0 };

	TRY(write_head(out, arena, bundle, checkpoint));
	for (size_t i = 0; i < bundle->rounds.n; i++)
		TRY(bundle_said(out, bundle->rounds.ids[i]));
	TRY(bundle_rows(out, bundle));
	TRY(bundle_log(out, bundle, &head));
	return write_end(out, &head, checkpoint);
}

struct error bundle_write(struct context *ctx, const struct bundle *bundle, FILE *out)
{
	struct bundle_out lines = { .ctx = ctx, .out = out };
	struct arena arena = { 0 };
	struct checkpoint checkpoint;

	TRY(require(ctx, ACT_DISCLOSE));
	TRY(checkpoint_make(ctx, &checkpoint)); /* for the competition's word and the time */
	context_hold(ctx);
	struct error e = write_all(&lines, &arena, bundle, &checkpoint);
	context_let_go(ctx);
	arena_clear(&arena);
	return e;
}

/* Whose scores leave, by their codes. */
static struct error record_disclosure(
	struct context *ctx, const struct round *round, const struct members *panel)
{
	const struct disclosure disclosure = { .list = "bundle",
		.persons = (int64_t)panel->n,
		.data = "scores,ranking,log",
		.filter = round->key };
	int64_t id;

	return disclosure_add(ctx, &disclosure, &id);
}

static struct error note_round(struct context *ctx, int64_t round_id)
{
	struct arena arena = { 0 };
	struct members panel;
	struct round round;
	struct reference object;
	struct error e = round_get(ctx, &arena, round_id, &round);

	if (e.code == E_OK)
		e = round_members(ctx, &arena, round_id, &panel);

	if (e.code == E_OK) {
		object = reference_key(KIND_ROUND, round.key);
		e = context_begin(ctx);
	}
	if (e.code == E_OK)
		e = context_end(
			ctx, record_disclosure(ctx, &round, &panel), "bundle.make", object.text);
	arena_clear(&arena);
	return e;
}

struct error bundle_given(struct context *ctx, const struct bundle *bundle)
{
	TRY(require(ctx, ACT_DISCLOSE));
	for (size_t i = 0; i < bundle->rounds.n; i++)
		TRY(note_round(ctx, bundle->rounds.ids[i]));
	return ok();
}
