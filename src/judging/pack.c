/* SPDX-License-Identifier: MIT */
#include "src/judging/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/i18n.h"
#include "src/ground/save.h"
#include "src/base/text.h"
#include "src/ground/journal_write.h"
#include "src/judging/blind.h"
#include "src/judging/custody.h"
#include "src/judging/round.h"
#include "src/phases/attachment.h"

/* 1.1.2000 at 0.00 UTC, of every file of every pack: when a file was made could tell whose it is.
 */
static const int64_t pack_time = 946684800;

struct error pack_name_files(struct context *ctx, struct arena *arena, int64_t item_id,
	int64_t submission_id, const char *code)
{
	struct attachments list;
	int given = 0;

	TRY(store_attachments(ctx->db, arena, "submission", submission_id, &list));
	for (size_t i = 0; i < list.n; i++) {
		const struct attachment *a = &list.rows[i];

		if (a->removed == 0)
			TRY(store_given_file_add(ctx->db, item_id, a->id,
				arena_printf(arena, "%s-%d.%s", code, ++given,
					attachment_ending(a->media))));
	}
	return ok();
}

/* The attachments of an item as the jury gets them. */
static struct error pack_files(
	struct context *ctx, struct arena *arena, int64_t item_id, struct given_files *files)
{
	TRY(require(ctx, ACT_READ));
	return store_given_files(ctx->db, arena, item_id, files);
}

struct packing {
	struct context *ctx;
	struct arena arena;
	const char *directory;
	struct round round;
	const char **written; /* paths */
	size_t n, capacity;
	struct buffer contents;
};

static struct error write_file(struct packing *p, const char *name, const void *bytes, size_t n)
{
	const char *path = arena_printf(&p->arena, "%s/%s", p->directory, name);

	TRY(save_file(path, bytes, n, pack_time));
	if (p->n == p->capacity) {
		p->capacity = p->capacity == 0 ? 32 : p->capacity * 2;
		p->written = xrealloc(p->written, p->capacity * sizeof(*p->written));
	}
	p->written[p->n++] = path;
	return ok();
}

static struct error write_text(struct packing *p, const struct item *item)
{
	const char *applicant = i18n_pick(item->applicant_fi, item->applicant_sv, "", NULL);
	const char *text = arena_printf(&p->arena, "%s\n%s%s%s\n\n%s\n", item->code, applicant,
		*applicant == '\0' ? "" : "\n", item->title, item->body);

	return write_file(p, arena_printf(&p->arena, "%s.txt", item->code), text, strlen(text));
}

static struct error write_item(struct packing *p, const struct item *item)
{
	struct given_files files;

	TRY(write_text(p, item));
	TRY(pack_files(p->ctx, &p->arena, item->id, &files));
	buffer_printf(&p->contents, "%s  %s\n", item->code, item->title);
	for (size_t i = 0; i < files.n; i++) {
		struct arena content_arena = { 0 };
		struct blob content;
		struct error e = store_attachment_content(
			p->ctx->db, &content_arena, files.rows[i].attachment_id, &content);

		if (e.code == E_OK)
			e = write_file(p, files.rows[i].name, content.bytes, content.n);
		arena_clear(&content_arena);
		TRY(e);
		buffer_printf(&p->contents, "    %s\n", files.rows[i].name);
	}
	return ok();
}

static int by_code(const void *a, const void *b)
{
	const struct item *one = a, *other = b;

	return strcmp(one->code, other->code);
}

static struct error write_items(struct packing *p)
{
	struct id_list ids = { 0 };
	struct error e = round_items(p->ctx, p->round.id, &ids);
	struct item *items = arena_alloc(&p->arena, (ids.n + 1) * sizeof(*items));
	size_t n = ids.n;

	for (size_t i = 0; e.code == E_OK && i < n; i++)
		e = item_get(p->ctx, &p->arena, ids.ids[i], &items[i]);
	id_list_clear(&ids);
	TRY(e);
	if (n == 0)
		return rule(N_("The round has nothing to read yet: open it first."));
	qsort(items, n, sizeof(*items), by_code);
	for (size_t i = 0; i < n; i++)
		TRY(write_item(p, &items[i]));
	return write_file(p, "index.txt", p->contents.text, p->contents.length);
}

static void take_back(struct packing *p)
{
	for (size_t i = 0; i < p->n; i++)
		unlink(p->written[i]);
	rmdir(p->directory);
}

/* Until the names are opened a pack ties nothing to a name, but its contents beside the
 * submissions would. */
static struct error check_round(struct packing *p, int64_t round_id)
{
	enum blind_stage stage;

	TRY(round_get(p->ctx, &p->arena, round_id, &p->round));
	TRY(blind_stage(p->ctx, round_id, &stage));
	if (stage == BLIND_MASKING)
		return rule(N_("The texts have not been released: release them first."));
	if (stage == BLIND_RELEASED)
		TRY(custody_require(p->ctx, round_id));
	if (!p->round.blind && round_state_of(p->round.state) == ROUND_STATE_PLANNED)
		return rule(N_("The round has nothing to read yet: open it first."));
	return ok();
}

static struct error make(struct packing *p)
{
	const struct timespec times[2] = { { .tv_sec = pack_time }, { .tv_sec = pack_time } };

	if (mkdir(p->directory, 0700) != 0)
		return errno == EEXIST ? fail(E_EXISTS, "file") :
		       errno == ENOENT ? fail(E_NOT_FOUND, "directory") :
		       errno == EACCES ? fail(E_ACCESS, NULL) :
					 (struct error){ .code = E_IO, .low = errno };
	struct error e = write_items(p);
	if (e.code == E_OK)
		e = journal_note(
			p->ctx, "round.pack", reference_key(KIND_ROUND, p->round.key).text);
	if (e.code != E_OK)
		take_back(p);
	else
		(void)utimensat(AT_FDCWD, p->directory, times, 0);
	return e;
}

struct error pack_write(struct context *ctx, int64_t round_id, const char *directory)
{
	struct packing p = { .ctx = ctx, .directory = directory };

	TRY(require(ctx, ACT_EXPORT));
	TRY(context_may_open(ctx, directory));
	buffer_text(&p.contents, "");
	struct error e = check_round(&p, round_id);
	if (e.code == E_OK)
		e = make(&p);
	free(p.written);
	buffer_clear(&p.contents);
	arena_clear(&p.arena);
	return e;
}
