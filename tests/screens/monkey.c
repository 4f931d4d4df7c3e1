/* SPDX-License-Identifier: MIT
 * Somebody who understands nothing presses anything, in windows of any size. After every key the
 * screen must be sound, in the end the program must be left by Esc and q and the file be intact.
 * Every session prints its seed: SEED=7 SESSIONS=1 plays that one again; STEPS says how long each
 * lasts. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "src/base/dice.h"
#include "src/base/i18n.h"
#include "tests/screens/driver.h"
#include "tests/screens/image.h"
#include "tests/screens/other.h"
#include "tests/screens/tap.h"

enum {
	LEAST_ROWS = 8, /* below these the program only says that the window is too small */
	LEAST_COLUMNS = 30,
	LAST_KEYS = 40,
	KEY_TEXT = 24,
	WAYS_OUT = 400,
};

struct monkey {
	uint64_t dice;
	struct driver driver;
	struct image image;
	const char *lang;
	bool demo, pause;
	int steps, leaving;
	char last[LAST_KEYS][KEY_TEXT];
	size_t pressed;
	char fault[200];
};

static size_t roll(struct monkey *m, size_t sides)
{
	return (size_t)(dice_roll(&m->dice) % sides);
}

static void remember(struct monkey *m, const char *key)
{
	snprintf(m->last[m->pressed++ % LAST_KEYS], KEY_TEXT, "%.23s", key);
}

static void press(struct monkey *m, const char *key)
{
	remember(m, key);
	(void)driver_press(&m->driver, key);
}

static void type(struct monkey *m, const char *text)
{
	remember(m, text);
	driver_type(&m->driver, text);
}

static void press_letter(struct monkey *m)
{
	static const char letters[] = "abcdefghijklmnoprstuvwxyzACDHLRUWX/?";
	char key[2] = { letters[roll(m, sizeof(letters) - 1)] };

	press(m, key);
}

/* The arrows more often than the rest. */
static void press_named(struct monkey *m)
{
	static const char *const often[] = { "Down", "Up", "Tab", "Right", "PgDn", "Home", "End" };
	size_t n = 0;

	while (driver_key_name(n) != NULL)
		n++;
	const char *name = driver_key_name(roll(m, n));
	bool often_one =
		roll(m, 2) == 0 || strncmp(name, "Paste", 5) == 0; /* no paste without its end */
	press(m, often_one ? often[roll(m, LEN(often))] : name);
}

static void press_control(struct monkey *m)
{
	static const char *const keys[] = { "C-s", "C-s", "C-f", "C-z", "C-y", "C-w", "C-u", "C-k",
		"C-l", "C-a", "C-e", "C-d", "C-c" };

	press(m, keys[roll(m, LEN(keys))]);
}

static void type_something(struct monkey *m)
{
	static const char *const texts[] = { "kitee", "Åbo", "31.10.2018", "klo 23.59", "0:10:0,5",
		"8", "-1", "99999999999999999999", "4-6", "impact", "maija", "P-001",
		"ääääääääääääääääääääää", "日本語", "e\xCC\x81\xCC\x81",
		"👩‍👩‍👧‍👦", "\xE2\x80\xAEtakaperin", "'; DROP TABLE problem;--",
		"%s%n%d", "=1+1", "0 vähäinen", "koulu kylä" };

	type(m, texts[roll(m, LEN(texts))]);
}

static void type_path(struct monkey *m)
{
	static const char *const files[] = { "intake/06-mixed-names.csv", "intake/08-malicious.csv",
		"intake/03-excel-unicode-utf16le.txt", "headings/unknown.csv",
		"reviews/phase1.csv" };
	char path[300];

	snprintf(path, sizeof(path), "%s/%s\r", getenv("DATA"), files[roll(m, LEN(files))]);
	driver_type(&m->driver, path);
	remember(m, files[0]);
}

static void paste(struct monkey *m)
{
	press(m, "PasteBegin");
	type_something(m);
	if (roll(m, 2) == 0)
		type(m, "\r\tq x");
	m->pause = roll(m, 8) ==
		   0; /* the end of a paste was lost on the way: a moment later it is over */
	if (!m->pause)
		press(m, "PasteEnd");
}

static void resize(struct monkey *m)
{
	int rows = 5 + (int)roll(m, 46), columns = 20 + (int)roll(m, 141);
	char text[40];

	if (roll(m, 3) == 0)
		rows = 24, columns = 80;
	snprintf(text, sizeof(text), "size %dx%d", rows, columns);
	remember(m, text);
	driver_resize(&m->driver, rows, columns);
}

static void let_other_write(struct monkey *m)
{
	remember(m, "other");
	if (roll(m, 2) == 0)
		(void)other_writes(&m->driver, "note", "P-001", "Soitettu.");
	else
		(void)other_writes(
			&m->driver, "title", "P-001", roll(m, 2) == 0 ? "Yksi" : "Toinen");
}

static void wait(struct monkey *m)
{
	remember(m, "wait");
	driver_wait((int64_t)roll(m, 100000));
}

static void press_enter(struct monkey *m)
{
	press(m, "Enter");
}

static void press_escape(struct monkey *m)
{
	press(m, "Esc");
}

static void press_digit(struct monkey *m)
{
	char key[2] = { (char)('0' + (int)roll(m, 10)) };

	press(m, key);
}

static void leave(struct monkey *m)
{
	press(m, "q");
}

static const struct {
	unsigned weight;
	void (*act)(struct monkey *m);
} acts[] = {
	{ 300, press_letter },
	{ 200, press_named },
	{ 150, press_enter },
	{ 90, press_escape },
	{ 60, press_digit },
	{ 60, type_something },
	{ 50, press_control },
	{ 25, resize },
	{ 15, paste },
	{ 10, let_other_write },
	{ 10, wait },
	{ 10, type_path },
	{ 1, leave },
};

static void act(struct monkey *m)
{
	unsigned all = 0;
	size_t i = 0;

	for (size_t a = 0; a < LEN(acts); a++)
		all += acts[a].weight;
	for (size_t at = roll(m, all); at >= acts[i].weight; i++)
		at -= acts[i].weight;
	acts[i].act(m);
}

static void blame(struct monkey *m, const char *what)
{
	if (m->fault[0] == '\0')
		snprintf(m->fault, sizeof(m->fault), "%s", what);
}

static void check_cells(struct monkey *m)
{
	for (int y = 0; y < m->image.rows; y++)
		for (int x = 0; x < m->image.columns; x++)
			for (const char *at = m->image.cells[y][x].text; *at != '\0';) {
				uint32_t code;

				at += utf8_decode(at, &code);
				if (utf8_unsafe(code))
					blame(m, "a cell holds what could drive a terminal");
			}
}

static bool row_has(const struct image *image, int y, const char *wanted)
{
	struct buffer row = { 0 };

	image_text(image, y, 0, image->columns, &row);
	bool found = wanted == NULL ? strspn(row.text, " ") < row.length :
				      strstr(row.text, wanted) != NULL;
	buffer_clear(&row);
	return found;
}

static void check(struct monkey *m)
{
	const struct image *image = &m->image;
	const char *mark = strcmp(m->lang, "fi") == 0 ? "ESIT" :
			   strcmp(m->lang, "sv") == 0 ? "EXEM" :
							"DEMO";

	check_cells(m);
	if (image->cursor_shown &&
		(image->cursor_y < 0 || image->cursor_y >= image->rows || image->cursor_x < 0 ||
			image->cursor_x >= image->columns))
		blame(m, "the cursor is not on the screen");
	if (!row_has(image, 0, NULL))
		blame(m, "the title line is empty");
	if (image->rows < LEAST_ROWS || image->columns < LEAST_COLUMNS)
		return;
	if (!row_has(image, image->rows - 1, NULL))
		blame(m, "the hint line is empty");
	if (m->demo && !row_has(image, 0, "ESIT") && !row_has(image, 0, "EXEM") &&
		!row_has(image, 0, mark) && !row_has(image, 0, "DEMO"))
		blame(m, "the title line does not say that it is the demo");
}

/* Out again, as somebody would who wants to: Esc, discarding what was typed, and q at the desk. */
static bool go_out(struct monkey *m)
{
	if (m->leaving++ == 0) {
		driver_resize(&m->driver, 24, 80);
		return true;
	}
	if (m->leaving > WAYS_OUT) {
		blame(m, "neither Esc nor q leaves the program");
		return false;
	}
	/* What throws something away is not where Enter alone would press it. */
	if (image_has(&m->image, C_("button", "Discard")))
		press(m, "Tab");
	if (image_has(&m->image, "[ "))
		press_enter(m);
	else if (m->leaving > WAYS_OUT / 2 || m->leaving % 40 == 0)
		leave(m);
	else
		press_escape(m);
	return true;
}

static bool next(struct driver *driver, void *arg)
{
	struct monkey *m = arg;

	(void)driver;
	image_read(&m->image);
	check(m);
	if (m->fault[0] != '\0')
		return false;
	if (m->pause) {
		m->pause = false;
		return true;
	}
	if (m->steps-- <= 0)
		return go_out(m);
	act(m);
	return true;
}

/* Exports land where the program runs. */
static void empty_directory(const char *path)
{
	DIR *directory = opendir(path);
	char name[400];

	for (struct dirent *entry; directory != NULL && (entry = readdir(directory)) != NULL;) {
		snprintf(name, sizeof(name), "%s/%s", path, entry->d_name);
		if (entry->d_name[0] != '.')
			unlink(name);
	}
	if (directory != NULL)
		closedir(directory);
	rmdir(path);
}

static void note_fault(const struct monkey *m)
{
	struct buffer text = { 0 };

	buffer_printf(&text, "%s\nthe last keys:", m->fault);
	for (size_t i = m->pressed > LAST_KEYS ? m->pressed - LAST_KEYS : 0; i < m->pressed; i++)
		buffer_printf(&text, " %s", m->last[i % LAST_KEYS]);
	buffer_text(&text, "\n");
	image_print(&m->image, &text);
	tap_note(text.text);
	buffer_clear(&text);
}

static void play(struct tap *tap, struct monkey *m, uint64_t seed, int steps)
{
	static const char *const langs[] = { "fi", "sv", "en" };
	static const char *const files[] = { "empty", "demo-problems", "demo-applications",
		"demo-mentoring", "demo-judging", "demo-results", "demo-end" };
	char name[120];

	*m = (struct monkey){ .dice = seed, .steps = steps };
	m->lang = langs[roll(m, LEN(langs))];
	struct driver_setup setup = { .file = files[roll(m, LEN(files))],
		.lang = m->lang,
		.rows = 5 + (int)roll(m, 46),
		.columns = 20 + (int)roll(m, 141) };
	m->demo = setup.file[0] == 'd';
	snprintf(name, sizeof(name), "seed %llu: %d steps on %s in %s, %dx%d",
		(unsigned long long)seed, steps, setup.file, setup.lang, setup.rows, setup.columns);
	printf("# %s\n", name);
	fflush(stdout); /* should it crash, the seed is known */
	driver_start(&m->driver, &setup);
	if (driver_run(&m->driver, next, m) != 0)
		blame(m, "the exit status is not 0");
	const char *fault = driver_fault(&m->driver);
	if (fault != NULL)
		blame(m, fault);
	driver_end(&m->driver);
	if (m->fault[0] != '\0')
		note_fault(m);
	tap_test(tap, m->fault[0] == '\0', name);
}

static uint64_t number(const char *variable, uint64_t otherwise)
{
	const char *text = getenv(variable);

	return text == NULL || *text == '\0' ? otherwise : strtoull(text, NULL, 10);
}

int main(void)
{
	struct tap tap = { 0 };
	struct monkey *m = xmalloc(sizeof(*m));
	char directory[] = "/tmp/klash-monkey-XXXXXX";
	uint64_t seed = number("SEED", 1), sessions = number("SESSIONS", 20);

	if (mkdtemp(directory) == NULL || chdir(directory) != 0)
		return 99;
	for (uint64_t i = 0; i < sessions; i++)
		play(&tap, m, seed + i, (int)number("STEPS", 250));
	free(m);
	empty_directory(directory);
	return tap_end(&tap);
}
