/* SPDX-License-Identifier: MIT */
#include "src/ground/copies.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "db/file.h"
#include "src/base/folder.h"
#include "src/base/i18n.h"

enum { KEEP_MAX = 9999, HASH_SHOWN = 16, NAME_SIZE = 128, TIME_SIZE = 24 };

static int *kept_of(struct keep *keep, char unit)
{
	switch (unit) {
	case 'h':
		return &keep->hours;
	case 'd':
		return &keep->days;
	case 'm':
		return &keep->months;
	default:
		return NULL;
	}
}

struct error keep_parse(const char *text, struct keep *keep)
{
	const char *at = text;

	*keep = (struct keep){ 0 };
	while (*at >= '1' && *at <= '9') {
		char *end;
		long n = strtol(at, &end, 10);
		int *kept = n > KEEP_MAX ? NULL : kept_of(keep, *end);

		if (kept == NULL || *kept != 0)
			break;
		*kept = (int)n;
		at = end + 1;
		if (*at == '\0')
			return ok();
		if (*at++ != ',')
			break;
	}
	return rule(
		N_("Say what is kept as 24h,30d,12m: the last copy of each of 24 hours, 30 days "
		   "and 12 months."));
}

/* --- Names */

struct copy {
	const char *name;
	char competition[CHECKPOINT_ID + 1], time[TIME_SIZE], hash[HASH_SHOWN + 1];
	long long seq;
};

static void name_copy(const struct copy *copy, char out[NAME_SIZE])
{
	snprintf(out, NAME_SIZE, "klash-%s-%s-%lld-%s.db", copy->competition, copy->time, copy->seq,
		copy->hash);
}

/* What is read is written again: only what comes out the same is the name of a copy. */
static bool read_name(const char *name, struct copy *copy)
{
	char again[NAME_SIZE];

	*copy = (struct copy){ .name = name };
	if (sscanf(name, "klash-%16[0-9a-f]-%17[0-9T-]Z-%18lld-%16[0-9a-f].db", copy->competition,
		    copy->time, &copy->seq, copy->hash) != 4)
		return false;
	copy->time[strlen(copy->time)] = 'Z'; /* there is room, and zeros behind */
	name_copy(copy, again);
	return strcmp(name, again) == 0 && strlen(copy->time) == strlen("2026-12-01T022000Z");
}

static void copy_of(const struct checkpoint *checkpoint, struct copy *copy)
{
	time_t time = (time_t)checkpoint->time;
	struct tm utc = { 0 };

	*copy = (struct copy){ .seq = checkpoint->seq };
	memcpy(copy->competition, checkpoint->competition, sizeof(copy->competition));
	snprintf(copy->hash, sizeof(copy->hash), "%.*s", HASH_SHOWN, checkpoint->hash);
	gmtime_r(&time, &utc);
	strftime(copy->time, sizeof(copy->time), "%Y-%m-%dT%H%M%SZ", &utc);
}

/* --- What lies in the folder */

struct copies {
	struct copy *rows; /* the newest first */
	size_t n;
};

static int newest_first(const void *a, const void *b)
{
	const struct copy *x = a, *y = b;
	int order = strcmp(y->time, x->time);

	if (order == 0 && x->seq != y->seq)
		order = x->seq > y->seq ? -1 : 1;
	return order != 0 ? order : strcmp(x->name, y->name);
}

static struct error read_copies(
	struct arena *arena, const char *path, const char *competition, struct copies *copies)
{
	struct folder folder;

	*copies = (struct copies){ 0 };
	TRY(folder_read(arena, path, ".db", &folder));
	copies->rows = arena_alloc(arena, (folder.n + 1) * sizeof(*copies->rows));
	for (size_t i = 0; i < folder.n; i++) {
		struct copy *copy = &copies->rows[copies->n];

		if (!folder.rows[i].folder && read_name(folder.rows[i].name, copy) &&
			strcmp(copy->competition, competition) == 0)
			copies->n++;
	}
	qsort(copies->rows, copies->n, sizeof(*copies->rows), newest_first);
	return ok();
}

/* The last copy of each of the last n hours, days or months that have one: as many letters of the
 * time say which it is. */
static void keep_last(const struct copies *copies, size_t letters, int n, bool *kept)
{
	const char *last = "";

	for (size_t i = 0; i < copies->n && n > 0; i++) {
		if (strncmp(copies->rows[i].time, last, letters) == 0)
			continue;
		last = copies->rows[i].time;
		kept[i] = true;
		n--;
	}
}

static struct error prune(struct arena *arena, const char *folder, const struct copies *copies,
	const struct keep *keep, struct copies_made *made)
{
	bool *kept = arena_alloc(arena, (copies->n + 1) * sizeof(*kept));

	memset(kept, 0, (copies->n + 1) * sizeof(*kept));
	kept[0] = true;
	keep_last(copies, strlen("2026-12-01T02"), keep->hours, kept);
	keep_last(copies, strlen("2026-12-01"), keep->days, kept);
	keep_last(copies, strlen("2026-12"), keep->months, kept);
	for (size_t i = 0; i < copies->n; i++) {
		const char *path = arena_printf(arena, "%s/%s", folder, copies->rows[i].name);

		if (kept[i]) {
			made->kept++;
			continue;
		}
		if (unlink(path) != 0 && errno != ENOENT)
			return file_error(errno);
		file_remove_beside(path);
		made->removed++;
	}
	return ok();
}

/* --- The new one */

struct wanted {
	const struct checkpoint *checkpoint;
	const char *newest; /* the path of the newest copy; NULL: there is none */
	bool same;
};

/* Verified from where it lies, against the head that it was to have. */
static struct error check_copy(const char *made, void *arg)
{
	struct wanted *wanted = arg;
	struct verdict verdict;
	struct context copy;

	if (wanted->newest != NULL)
		TRY(db_copies_equal(made, wanted->newest, &wanted->same));
	if (wanted->same)
		return fail(E_EXISTS, NULL);
	TRY(context_open(made, &copy));
	struct error e =
		verify_file(copy.db, wanted->checkpoint->seq, wanted->checkpoint->hash, &verdict);
	context_close(&copy);
	TRY(e);
	return verdict.good ? ok() : fail(E_CORRUPT, NULL);
}

static struct error open_list(const char *path, int *fd)
{
	struct error e = file_make_private(path, fd);

	if (e.code == E_OK)
		close(*fd);
	if (e.code != E_OK && e.code != E_EXISTS)
		return e;
	*fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
	return *fd < 0 ? file_error(errno) : ok();
}

/* Only ever grows, and is on the disk before the copy is spoken of. */
static struct error note_checkpoint(struct arena *arena, const char *folder, const char *line)
{
	const char *path = arena_printf(arena, "%s/checkpoints.txt", folder);
	const char *text = arena_printf(arena, "%s\n", line);
	int fd;

	TRY(open_list(path, &fd));
	errno = ENOSPC; /* what a write that falls short means */
	bool written = write(fd, text, strlen(text)) == (ssize_t)strlen(text) && fsync(fd) == 0;
	struct error e = written ? ok() : file_error(errno);
	if (close(fd) != 0 && e.code == E_OK)
		e = file_error(errno);
	return e;
}

static struct error add_to(struct context *ctx, struct arena *arena, const char *folder,
	struct copies *copies, struct copies_made *made)
{
	struct checkpoint checkpoint;
	struct copy copy;
	char name[NAME_SIZE];

	TRY(checkpoint_make(ctx, &checkpoint));
	TRY(read_copies(arena, folder, checkpoint.competition, copies));
	copy_of(&checkpoint, &copy);
	name_copy(&copy, name);
	made->path = arena_printf(arena, "%s/%s", folder, name);
	struct wanted wanted = { .checkpoint = &checkpoint };
	if (copies->n > 0)
		wanted.newest = arena_printf(arena, "%s/%s", folder, copies->rows[0].name);
	struct error e = db_backup(ctx->db, made->path, check_copy, &wanted);
	if (wanted.same) {
		made->same = true;
		made->path = wanted.newest;
		return ok();
	}
	TRY(e);
	checkpoint_line(&checkpoint, made->checkpoint);
	TRY(note_checkpoint(arena, folder, made->checkpoint));
	return read_copies(arena, folder, checkpoint.competition, copies);
}

struct error copies_add(struct context *ctx, struct arena *arena, const char *folder,
	const struct keep *keep, struct copies_made *made)
{
	struct copies copies;

	*made = (struct copies_made){ 0 };
	context_hold(ctx); /* name, head and copy are of one state */
	struct error e = add_to(ctx, arena, folder, &copies, made);
	context_let_go(ctx);
	return e.code == E_OK ? prune(arena, folder, &copies, keep, made) : e;
}
