/* SPDX-License-Identifier: MIT */
#include "src/cli/sshd.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "src/base/program.h"

enum { CONFIG_MAX = 1 << 20 };

const char *sshd_settings(
	struct arena *arena, const char *config, const char *user, const char **complaint)
{
	const char *argv[] = { SSHD, "-T", "-f", arena_printf(arena, "%s/sshd_config", config),
		user == NULL ? NULL : "-C",
		user == NULL ? NULL :
			       arena_printf(arena, "user=%s,host=localhost,addr=127.0.0.1", user),
		NULL };
	struct program_result result;
	struct error e = program_run(arena, argv, NULL, SSHD_PATIENCE, &result);

	if (complaint != NULL)
		*complaint = e.code == E_OK ? result.out : strerror((int)e.low);
	return e.code == E_OK && result.status == 0 ? result.out : NULL;
}

const char *sshd_read(struct arena *arena, const char *path)
{
	FILE *in = fopen(path, "re");

	if (in == NULL)
		return NULL;
	char *text = arena_alloc(arena, CONFIG_MAX + 1);
	text[fread(text, 1, CONFIG_MAX, in)] = '\0';
	fclose(in);
	return text;
}

const char *sshd_next(struct arena *arena, const char **at, const char *keyword)
{
	size_t n = strlen(keyword);

	for (const char *line = *at; line != NULL; line = strchr(line, '\n')) {
		line += strspn(line, " \t\r\n");
		if (strncasecmp(line, keyword, n) != 0 || strchr(" \t=", line[n]) == NULL ||
			line[n] == '\0')
			continue;
		const char *value = line + n + strspn(line + n, " \t=");
		size_t length = strcspn(value, "\r\n");
		*at = value + length;
		return arena_bytes(arena, value, length);
	}
	return NULL;
}

const char *sshd_value(struct arena *arena, const char *text, const char *keyword)
{
	return sshd_next(arena, &text, keyword);
}

bool sshd_any_file(struct arena *arena, const char *config, const char *but,
	bool (*see)(struct arena *arena, const char *text))
{
	const char *folder = arena_printf(arena, "%s/sshd_config.d", config);
	const char *main = sshd_read(arena, arena_printf(arena, "%s/sshd_config", config));
	bool seen = main != NULL && see(arena, main);
	DIR *directory = opendir(folder);

	if (directory == NULL)
		return seen;
	for (struct dirent *entry; !seen && (entry = readdir(directory)) != NULL;) {
		const char *path = arena_printf(arena, "%s/%s", folder, entry->d_name);
		size_t n = strlen(entry->d_name);

		if (n < 5 || strcmp(entry->d_name + n - 5, ".conf") != 0 || strcmp(path, but) == 0)
			continue;
		const char *text = sshd_read(arena, path);
		seen = text != NULL && see(arena, text);
	}
	closedir(directory);
	return seen;
}
