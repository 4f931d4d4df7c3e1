/* SPDX-License-Identifier: MIT
 * Walks every screen that the key scripts reach and presses, at each in turn, every key of the
 * keyboard that gives a character: each must do something or say why not. A key is pressed in a
 * process of its own, which may write no file, so that the walk goes on as if it had not been.
 * Usage: silent SCRIPTS NAME... */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "src/base/i18n.h"
#include "src/base/set.h"
#include "tests/screens/script.h"
#include "tests/screens/tap.h"

enum { FIRST_KEY = 1, LAST_KEY = '~', TYPED_STEP = 19, LEAST_ROWS = 8, LEAST_COLUMNS = 30 };

/* What a key did, told by the process that pressed it. */
enum deed { NOT_PRESSED, SILENT, SAID, ACTED };

struct walk {
	struct script_run run;
	driver_next next; /* the script's own */
	struct set known; /* screens by what they are and can do; texts in the arena */
	struct arena arena;
	struct buffer faults;
	size_t presses;
	/* Of the process that presses. */
	bool presser;
	int key;
	size_t depth; /* of screens, before */
	struct image before, after;
	unsigned char *deeds; /* shared with it, one a key */
};

static struct walk walk;

static bool look_same(const struct image *a, const struct image *b)
{
	for (int y = 0; y < a->rows; y++)
		for (int x = 0; x < a->columns; x++) {
			const struct image_cell *p = &a->cells[y][x], *q = &b->cells[y][x];

			if (strcmp(p->text, q->text) != 0 ||
				memcmp(&p->look, &q->look, sizeof(p->look)) != 0)
				return false;
		}
	return true;
}

static bool is_same_screen(void)
{
	const struct image *a = &walk.before, *b = &walk.after;

	return a->cursor_shown == b->cursor_shown && a->cursor_y == b->cursor_y &&
	       a->cursor_x == b->cursor_x && look_same(a, b);
}

/* The program waits again. A sentence leaves all as it was for the next key. */
static void judge(void)
{
	const struct ui *ui = &walk.run.driver.ui;
	enum deed deed = ACTED;

	image_read(&walk.after);
	if (ui->message[0] != '\0')
		deed = SAID;
	else if (is_same_screen())
		deed = SILENT;
	walk.deeds[walk.key] = (unsigned char)deed;
	if (deed == ACTED || ui->depth != walk.depth)
		_exit(0);
}

static bool press_next(struct driver *driver)
{
	do
		walk.key++;
	while (walk.key <= LAST_KEY && walk.deeds[walk.key] != NOT_PRESSED);
	if (walk.key > LAST_KEY)
		_exit(0);
	driver_type(driver, (char[]){ (char)walk.key, '\0' });
	return true;
}

/* Whoever would leave the program has done enough. */
static bool leave(struct ui *ui)
{
	(void)ui;
	walk.deeds[walk.key] = ACTED;
	_exit(0);
}

static void become_presser(struct driver *driver, int from)
{
	static struct ui_places places;
	const struct rlimit nothing = { 0, 0 };

	places = *driver->ui.places;
	places.leave = leave;
	driver->ui.places = &places;
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &nothing);
	walk.presser = true;
	walk.key = from - 1;
	walk.depth = driver->ui.depth;
	image_read(&walk.before);
}

static void tell(const struct ui *ui, int key)
{
	const struct screen *top = ui->stack[ui->depth - 1];
	char title[200] = "", name[16];

	if (top->ops->title != NULL)
		top->ops->title(top, title, sizeof(title));
	buffer_printf(&walk.faults, "%s.keys:%zu: %s does nothing and says nothing: %s\n",
		walk.run.script->name, walk.run.line, key_words(key, name, sizeof(name)), title);
}

/* A blank and Tab move on, and at the end nowhere, as the arrows do. Ctrl-L paints anew. */
static bool is_movement(int key)
{
	return key == ' ' || key == K_TAB || key == CTRL_KEY('L');
}

/* Where one types, every letter is the same, a few will do; keys that move or delete may find
 * nothing there. */
static bool is_pressed(const struct ui *ui, int key)
{
	return !ui->stack[ui->depth - 1]->typing || key == K_ENTER ||
	       (key > ' ' && key % TYPED_STEP == 2);
}

static int first_left(void)
{
	int key = FIRST_KEY;

	while (key <= LAST_KEY && walk.deeds[key] != NOT_PRESSED)
		key++;
	return key;
}

/* True in the process that is to press. */
static bool press_all(struct driver *driver)
{
	for (int key = FIRST_KEY; key <= LAST_KEY; key++)
		walk.deeds[key] = is_pressed(&driver->ui, key) ? NOT_PRESSED : ACTED;
	for (int key; (key = first_left()) <= LAST_KEY;) {
		pid_t child = fork();
		int status;

		if (child == 0) {
			become_presser(driver, key);
			return true;
		}
		if (waitpid(child, &status, 0) != child || status != 0) {
			buffer_printf(&walk.faults, "%s.keys:%zu: key %d ends it (%d)\n",
				walk.run.script->name, walk.run.line, key, status);
			walk.deeds[key] = ACTED;
		}
		if (walk.deeds[key] == NOT_PRESSED)
			walk.deeds[key] = ACTED;
	}
	for (int key = FIRST_KEY; key <= LAST_KEY; key++) {
		walk.presses += is_pressed(&driver->ui, key) ? 1 : 0;
		if (walk.deeds[key] == SILENT && !is_movement(key))
			tell(&driver->ui, key);
	}
	return false;
}

/* A kind of screen in another state offers other keys. */
static bool is_new(const struct ui *ui, const struct image *image)
{
	const struct screen *top = ui->stack[ui->depth - 1];
	struct buffer what = { 0 };

	buffer_printf(&what, "%p %d ", (void *)(uintptr_t)top->ops->paint, top->typing);
	image_text(image, image->rows - 1, 0, image->columns, &what);
	bool fresh = set_add(&walk.known, arena_text(&walk.arena, what.text), 0);
	buffer_clear(&what);
	return fresh;
}

static bool next(struct driver *driver, void *arg)
{
	if (walk.presser) {
		judge();
		return press_next(driver);
	}
	image_read(&walk.after);
	const struct ui *ui = &driver->ui;
	bool is_shown = walk.after.rows >= LEAST_ROWS && walk.after.columns >= LEAST_COLUMNS;
	if (is_shown && ui->depth > 0 && ui->message[0] == '\0' && is_new(ui, &walk.after) &&
		press_all(driver))
		return press_next(driver);
	return walk.next(driver, arg);
}

/* The script's own next is called first and last, this one in between. */
static void take_over(const struct image *image, void *arg)
{
	(void)image;
	(void)arg;
	if (walk.run.driver.next != next) {
		walk.next = walk.run.driver.next;
		walk.run.driver.next = next;
	}
}

static void walk_script(struct tap *tap, const char *directory, const char *name)
{
	struct script script;
	char sentence[200];

	buffer_clear(&walk.faults);
	buffer_text(&walk.faults, "");
	if (script_read(directory, name, &script) && script_in(&script, "fi")) {
		script_play(&walk.run, &script, "fi", take_over, NULL);
		if (walk.run.fault.length > 0)
			tap_note(walk.run.fault.text);
		script_run_clear(&walk.run);
	}
	script_clear(&script);
	tap_note(walk.faults.text);
	snprintf(sentence, sizeof(sentence), "every key says something in %s", name);
	tap_test(tap, walk.faults.length == 0, sentence);
}

int main(int argc, char **argv)
{
	struct tap tap = { 0 };
	char text[120];

	walk.deeds =
		mmap(NULL, LAST_KEY + 1, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (walk.deeds == MAP_FAILED)
		return 99;
	for (int i = 2; i < argc; i++)
		walk_script(&tap, argv[1], argv[i]);
	snprintf(text, sizeof(text), "%zu keys are pressed on %zu screens", walk.presses,
		walk.known.n);
	tap_test(&tap, walk.presses > 10000, text);
	set_clear(&walk.known);
	arena_clear(&walk.arena);
	buffer_clear(&walk.faults);
	return tap_end(&tap);
}
