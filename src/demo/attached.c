/* SPDX-License-Identifier: MIT
 * What tells a team in a blind round: files with names in them, a PDF and a DOCX as people send
 * them, and a juror who knows whose idea it is. */
#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "src/demo/story.h"
#include "src/judging/juror.h"
#include "src/judging/recognition.h"
#include "src/judging/round.h"
#include "src/phases/attachment.h"
#include "src/phases/team.h"

static const struct {
	const char *team, *name, *hex;
} files[] = {
	{ "Desperado Designs", "Desperado_Designs_kustannusarvio.docx", data_demo_cost },
	{ "Rapida", "tietosuojakuvaus_rapida.pdf", data_demo_privacy },
};

/* A file without a name, with what the hexadecimal text says. */
static struct error nameless(struct story *story, const char *hex, int *fd)
{
	size_t room = strlen(hex) / 2, n = 0;
	unsigned char *bytes = arena_alloc(&story->arena, room + 1);

	sodium_hex2bin(bytes, room, hex, strlen(hex), "\n", &n, NULL);
	*fd = memfd_create("attachment", MFD_CLOEXEC);
	if (*fd >= 0 && write(*fd, bytes, n) == (ssize_t)n && lseek(*fd, 0, SEEK_SET) == 0)
		return ok();
	struct error e = { .code = E_IO, .low = errno };
	if (*fd >= 0)
		close(*fd);
	return e;
}

static struct error attach(struct story *story, const char *team_name, const char *name, int fd)
{
	const char *path = arena_printf(&story->arena, "/proc/self/fd/%d", fd);
	struct team team;
	int64_t id, number;

	TRY(team_find(story->ctx, team_name, &id));
	TRY(team_get(story->ctx, &story->arena, id, &team));
	return attachment_add(
		story->ctx, KIND_SOLUTION, team.solution_id, path, name, "partly", &number);
}

struct error demo_attached(struct story *story)
{
	for (size_t i = 0; i < LEN(files); i++) {
		int fd;

		TRY(nameless(story, files[i].hex, &fd));
		struct error e = attach(story, files[i].team, files[i].name, fd);
		close(fd);
		TRY(e);
	}
	return ok();
}

static int64_t first_of(const struct assignments *list, const char *login)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->rows[i].login, login) == 0 && list->rows[i].barred == 0)
			return list->rows[i].id;
	return 0;
}

static struct error take_note(struct story *story, int64_t round_id)
{
	struct recognitions found;

	TRY(recognition_list(story->ctx, &story->arena, round_id, &found));
	return found.n == 0 ? ok() :
			      recognition_note(story->ctx, found.rows[0].id,
				      "Ei esteellisyyttä: yleinen esittelytilaisuus, ei omaa "
				      "sidettä tiimiin.");
}

struct error demo_recognized(struct story *story)
{
	struct assignments assignments;
	struct context juror;
	int64_t round_id;

	TRY(round_find(story->ctx, "solutions-C-3", &round_id));
	TRY(assignment_list(story->ctx, &story->arena, round_id, 0, 0, &assignments));
	TRY(story_colleague(story, "tapio", &juror));
	struct error e = juror_recognize(
		&juror, first_of(&assignments, "tapio"), "Kuulin ideasta kuntapäivillä keväällä.");
	context_close(&juror);
	TRY(e);
	return take_note(story, round_id);
}
