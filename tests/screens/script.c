/* SPDX-License-Identifier: MIT */
#include "tests/screens/script.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "tests/screens/other.h"

static char *read_file(struct arena *arena, const char *path)
{
	FILE *in = fopen(path, "r");
	struct buffer text = { 0 };
	char bytes[4096];
	size_t n;

	if (in == NULL)
		return NULL;
	while ((n = fread(bytes, 1, sizeof(bytes), in)) > 0)
		buffer_add(&text, bytes, n);
	fclose(in);
	char *copy = arena_text(arena, text.text);
	buffer_clear(&text);
	return copy;
}

/* The argument behind the word if the line begins with it, else NULL. */
static const char *behind(const char *line, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(line, word, n) != 0 || (line[n] != ' ' && line[n] != '\0'))
		return NULL;
	return line[n] == '\0' ? line + n : line + n + 1;
}

static bool set_up(struct script *script, const char *line)
{
	const char *value;

	if (*line == '\0' || *line == '#')
		return true;
	if ((value = behind(line, "file")) != NULL)
		script->setup.file = value;
	else if ((value = behind(line, "clock")) != NULL)
		script->setup.clock = value;
	else if ((value = behind(line, "term")) != NULL)
		script->setup.term = value;
	else if ((value = behind(line, "langs")) != NULL)
		script->langs = value;
	else if ((value = behind(line, "size")) != NULL)
		sscanf(value, "%d %d", &script->setup.rows, &script->setup.columns);
	else
		return false;
	return true;
}

bool script_read(const char *directory, const char *name, struct script *script)
{
	*script = (struct script){ .name = name,
		.langs = "fi sv en",
		.setup = { .file = "empty", .rows = 24, .columns = 80 } };
	char *text = read_file(
		&script->arena, arena_printf(&script->arena, "%s/%s.keys", directory, name));

	if (text == NULL)
		return false;
	script->lines = arena_alloc(&script->arena, (strlen(text) + 1) * sizeof(*script->lines));
	for (char *line; (line = strsep(&text, "\n")) != NULL;)
		script->lines[script->n++] = line;
	while (script->first < script->n && set_up(script, script->lines[script->first]))
		script->first++;
	return true;
}

void script_clear(struct script *script)
{
	arena_clear(&script->arena);
}

bool script_in(const struct script *script, const char *lang)
{
	return strstr(script->langs, lang) != NULL;
}

static void blame(struct script_run *run, const char *what, const char *detail)
{
	buffer_printf(
		&run->fault, "%s.keys:%zu: %s %s\n", run->script->name, run->line, what, detail);
	image_print(&run->image, &run->fault);
}

/* What stands between quotes, with \n, \t, $DATA and $DIR replaced. */
static const char *quoted(struct script_run *run, struct arena *arena, const char *text)
{
	struct buffer out = { 0 };
	const char *end = strrchr(text, '"');

	buffer_text(&out, "");
	if (*text != '"' || end == text)
		end = text;
	for (text++; text < end; text++) {
		if (strncmp(text, "\\n", 2) == 0 || strncmp(text, "\\t", 2) == 0) {
			buffer_text(&out, text[1] == 'n' ? "\r" : "\t");
			text++;
		} else if (strncmp(text, "$DATA", 5) == 0) {
			buffer_text(&out, getenv("DATA"));
			text += 4;
		} else if (strncmp(text, "$DIR", 4) == 0) {
			buffer_text(&out, run->driver.directory);
			text += 3;
		} else {
			buffer_add(&out, text, 1);
		}
	}
	const char *copy = arena_text(arena, out.text);
	buffer_clear(&out);
	return copy;
}

/* expect and absent; with a language in front they hold in that one only. */
static bool look_for(struct script_run *run, const char *text, bool wanted)
{
	struct arena arena = { 0 };

	if (*text != '"') {
		if (strncmp(text, i18n_lang(), 2) != 0)
			return true;
		text += 3;
	}
	const char *words = quoted(run, &arena, text);
	bool good =
		run->script->walks || (*words != '\0' && image_has(&run->image, words) == wanted);
	if (!good)
		blame(run, wanted ? "is not on the screen:" : "is on the screen:", text);
	arena_clear(&arena);
	return good;
}

static void type_text(struct script_run *run, const char *text)
{
	struct arena arena = { 0 };

	driver_type(&run->driver, quoted(run, &arena, text));
	arena_clear(&arena);
}

/* The words between quotes that come next in the line. */
static bool type_next(struct script_run *run)
{
	struct arena arena = { 0 };
	const char *end = strchr(run->rest + 1, '"');

	if (end == NULL) {
		blame(run, "no quote ends", run->rest);
		return false;
	}
	type_text(run, arena_printf(&arena, "%.*s", (int)(end + 1 - run->rest), run->rest));
	run->rest = end[1] == ' ' ? end + 2 : end + 1;
	arena_clear(&arena);
	return true;
}

/* The next of "Down*3 Enter"; false at the end of the line. */
static bool press_next(struct script_run *run)
{
	char name[40];

	if (run->rest == NULL || *run->rest == '\0')
		return false;
	if (*run->rest == '"' && run->rest[1] != '\0')
		return type_next(run);
	size_t n = strcspn(run->rest, " ");
	snprintf(name, sizeof(name), "%.*s", (int)n, run->rest);
	char *star = n > 1 ? strchr(name + 1, '*') : NULL;
	int times = star == NULL ? 1 : atoi(star + 1);
	if (star != NULL)
		*star = '\0';
	if (!driver_press(&run->driver, name))
		blame(run, "there is no key", name);
	if (++run->repeat < times)
		return true;
	run->repeat = 0;
	run->rest += run->rest[n] == ' ' ? n + 1 : n;
	return true;
}

/* "cursor 3,27": the terminal's cursor can be seen there; "cursor hidden". */
static void check_cursor(struct script_run *run, const char *where)
{
	const struct image *image = &run->image;
	char now[40] = "hidden";

	if (image->cursor_shown)
		snprintf(now, sizeof(now), "%d,%d", image->cursor_y, image->cursor_x);
	if (!run->script->walks && strcmp(now, where) != 0)
		blame(run, "the cursor is not at", where);
}

static void take_snap(struct script_run *run, const char *name)
{
	buffer_printf(&run->snaps, "=== %s %dx%d\n", name, run->image.rows, run->image.columns);
	image_print(&run->image, &run->snaps);
	buffer_text(&run->snaps, "\n");
}

/* What was written into the file's folder, byte for byte: what is no text as \\xNN. */
static void take_bytes(struct script_run *run, const char *name)
{
	struct arena arena = { 0 };
	FILE *in = fopen(arena_printf(&arena, "%s/%s", run->driver.directory, name), "r");

	if (in == NULL)
		blame(run, "there is no file", name);
	buffer_printf(&run->snaps, "=== %s\n", name);
	for (int c; in != NULL && (c = fgetc(in)) != EOF;)
		if (c == '\n' || (c >= ' ' && c <= '~'))
			buffer_printf(&run->snaps, "%c", c);
		else
			buffer_printf(&run->snaps, "\\x%02X", (unsigned)c);
	buffer_text(&run->snaps, "\n");
	if (in != NULL)
		fclose(in);
	arena_clear(&arena);
}

/* Not even a part of it under another name. */
static void look_for_none(struct script_run *run, const char *name)
{
	DIR *folder = opendir(run->driver.directory);

	for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;)
		if (strncmp(entry->d_name, name, strlen(name)) == 0)
			blame(run, "was written:", entry->d_name);
	if (folder != NULL)
		closedir(folder);
}

/* Other people's acts go through a connection of their own. */
static void let_other(struct script_run *run, const char *text)
{
	struct arena arena = { 0 };
	char what[20] = "", code[20] = "";

	sscanf(text, "%19s %19s", what, code);
	const char *words = strchr(text, '"');
	if (words == NULL || !other_writes(&run->driver, what, code, quoted(run, &arena, words)))
		blame(run, "nobody else can:", text);
	arena_clear(&arena);
}

static void begin_loop(struct script_run *run, int rounds)
{
	run->loop = run->line;
	run->rounds = rounds;
}

static void end_loop(struct script_run *run)
{
	if (--run->rounds > 0)
		run->line = run->loop;
}

/* One line. True if it gives the program something: a key, or time. */
static bool step(struct script_run *run, const char *line)
{
	const char *rest;
	int rows, columns;

	line += strspn(line, " ");
	if (*line == '\0' || *line == '#')
		return false;
	if ((rest = behind(line, "press")) != NULL) {
		run->rest = rest;
		return press_next(run);
	}
	if ((rest = behind(line, "type")) != NULL) {
		type_text(run, rest);
		return true;
	}
	if ((rest = behind(line, "resize")) != NULL &&
		sscanf(rest, "%d %d", &rows, &columns) == 2) {
		driver_resize(&run->driver, rows, columns);
		return true;
	}
	if ((rest = behind(line, "wait")) != NULL) {
		driver_wait(atol(rest));
		return true;
	}
	if ((rest = behind(line, "clock")) != NULL) {
		driver_set_clock(rest);
		return true;
	}
	if ((rest = behind(line, "other")) != NULL) {
		let_other(run, rest);
		return true;
	}
	if ((rest = behind(line, "repeat")) != NULL)
		begin_loop(run, atoi(rest));
	else if (behind(line, "end") != NULL)
		end_loop(run);
	else if ((rest = behind(line, "snap")) != NULL)
		take_snap(run, rest);
	else if ((rest = behind(line, "expect")) != NULL)
		(void)look_for(run, rest, true);
	else if ((rest = behind(line, "absent")) != NULL)
		(void)look_for(run, rest, false);
	else if ((rest = behind(line, "bytes")) != NULL)
		take_bytes(run, rest);
	else if ((rest = behind(line, "unwritten")) != NULL)
		look_for_none(run, rest);
	else if ((rest = behind(line, "cursor")) != NULL)
		check_cursor(run, rest);
	else
		blame(run, "cannot be done here:", line);
	return false;
}

static bool next(struct driver *driver, void *arg)
{
	struct script_run *run = arg;

	(void)driver;
	image_read(&run->image);
	if (run->watch != NULL)
		run->watch(&run->image, run->arg);
	if (press_next(run))
		return run->fault.length == 0;
	while (run->line < run->script->n) {
		if (step(run, run->script->lines[run->line++]))
			return run->fault.length == 0;
		if (run->fault.length > 0)
			return false;
	}
	return false;
}

static void skip_comments(struct script_run *run)
{
	char **lines = run->script->lines;

	while (run->line < run->script->n &&
		(*lines[run->line] == '\0' || *lines[run->line] == '#'))
		run->line++;
}

/* Who starts the program next, now that it has been left; NULL if nobody does. */
static const char *next_login(struct script_run *run)
{
	skip_comments(run);
	const char *login = run->fault.length > 0 || run->line == run->script->n ?
				    NULL :
				    behind(run->script->lines[run->line], "login");
	if (login != NULL)
		run->line++;
	return login;
}

void script_play(struct script_run *run, const struct script *script, const char *lang,
	script_watch watch, void *arg)
{
	struct driver_setup setup = script->setup;

	*run = (struct script_run){
		.script = script, .line = script->first, .watch = watch, .arg = arg
	};
	setup.lang = lang;
	driver_start(&run->driver, &setup);
	int status = driver_run(&run->driver, next, run);
	for (const char *login; status == 0 && (login = next_login(run)) != NULL;) {
		driver_login(&run->driver, login);
		status = driver_run(&run->driver, next, run);
	}
	const char *fault = driver_fault(&run->driver);
	skip_comments(run);
	bool left = run->line < script->n;
	if (run->fault.length == 0 && left && strcmp(script->lines[run->line], "left") != 0)
		blame(run, "the program has left before", script->lines[run->line]);
	if (fault != NULL)
		blame(run, "the file does not verify:", fault);
	if (status != 0)
		blame(run, "the program's exit status is not 0", "");
	driver_end(&run->driver);
}

void script_run_clear(struct script_run *run)
{
	buffer_clear(&run->snaps);
	buffer_clear(&run->fault);
}
