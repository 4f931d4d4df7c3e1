/* SPDX-License-Identifier: MIT
 * Each file is made once in a process and copied for every session. */
#include "tests/screens/driver.h"

#include <curses.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "db/fence.h"
#include "db/verify.h"
#include "src/base/daytime.h"
#include "src/base/documents.h"
#include "src/base/i18n.h"
#include "src/demo/demo.h"
#include "src/roof/consistency.h"
#include "tests/screens/meeting_file.h"
#include "ui/jury/jury.h"

enum { WITHIN_A_KEY_MS = 100 }; /* shorter waits ask for the rest of a key that has begun */

/* A context's clock takes no argument. */
static int64_t clock_shows;

static int64_t still_clock(void)
{
	return clock_shows;
}

static void die(const char *what, const char *detail)
{
	fprintf(stderr, "driver: %s: %s\n", what, detail);
	exit(99);
}

static int64_t time_of(const char *text)
{
	struct moment moment;

	if (moment_parse(text, EDGE_START, &moment).code != E_OK)
		die("no time", text);
	return moment.time;
}

void driver_set_clock(const char *when)
{
	clock_shows = time_of(when);
}

void driver_wait(int64_t seconds)
{
	clock_shows += seconds;
}

static const struct {
	const char *file, *phase, *clock;
	/* Instead of the demo at that phase. */
	struct error (*make)(const char *path, const struct setup *user);
} files[] = {
	{ "empty", NULL, "2018-08-01T09:00" },
	{ "demo-problems", "call", "2018-08-16T09:30" },
	{ "demo-applications", "applications", "2019-04-11T09:30" },
	{ "demo-mentoring", "mentoring", "2019-09-23T09:30" },
	{ "demo-solutions", "solutions", "2019-10-23T09:30" },
	{ "demo-judging", "judging", "2019-12-11T12:04" },
	{ "demo-results", "results", "2019-12-16T09:30" },
	{ "demo-procurement", "procurement", "2020-02-04T09:30" },
	{ "demo-end", "end", "2020-02-14T09:30" },
	{ "meeting", NULL, "2019-12-16T09:00", meeting_file_make },
};

static char templates[LEN(files)][64];
static bool cleaning;

static void remove_templates(void)
{
	for (size_t i = 0; i < LEN(files); i++)
		if (templates[i][0] != '\0')
			unlink(templates[i]);
}

static struct error make_file(const char *path, size_t which)
{
	const struct setup user = { .name_fi = "Klash 2018–2020",
		.name_sv = "Klash 2018–2020",
		.name_en = "Klash 2018–2020",
		.login = "toimisto",
		.person = "Olli Esimerkki",
		.lang = "fi",
		.ahead = time_of(files[which].clock) - clock_now() };

	if (files[which].make != NULL)
		return files[which].make(path, &user);
	if (files[which].phase == NULL)
		return competition_make(path, &user, NULL, NULL);
	return demo_make(path, &user, files[which].phase);
}

static const char *template_of(size_t which)
{
	char *path = templates[which];
	int fd;

	if (path[0] != '\0')
		return path;
	if (!cleaning)
		atexit(remove_templates);
	cleaning = true;
	snprintf(path, sizeof(templates[0]), "/tmp/klash-template-XXXXXX");
	fd = mkstemp(path);
	if (fd < 0)
		die("cannot make", path);
	close(fd);
	unlink(path);
	struct error e = make_file(path, which);
	if (e.code != E_OK)
		die("cannot make the file", e.field == NULL ? files[which].file : e.field);
	return path;
}

static void copy_file(const char *from, const char *to)
{
	char bytes[65536];
	int in = open(from, O_RDONLY | O_CLOEXEC),
	    out = open(to, O_WRONLY | O_CREAT | O_EXCL, 0600);
	ssize_t n;

	if (in < 0 || out < 0)
		die("cannot copy", from);
	while ((n = read(in, bytes, sizeof(bytes))) > 0)
		if (write(out, bytes, (size_t)n) != n)
			die("cannot write", to);
	close(in);
	close(out);
}

static void open_file(struct driver *driver, const char *login)
{
	struct error e = context_open(driver->path, &driver->ctx);

	context_use_clock(&driver->ctx, still_clock);
	driver->ctx.ahead = 0;
	if (e.code == E_OK)
		e = context_enter(&driver->ctx, login, "uid 1000");
	if (e.code != E_OK)
		die("cannot open it as", login);
}

/* The role chooses the screens. */
static void set_up_ui(struct driver *driver)
{
	bool juror = driver->ctx.role == ROLE_JUROR;

	driver->ui =
		(struct ui){ .ctx = &driver->ctx, .places = juror ? &jury_places : &office_places };
}

/* What the next call of the program's key reading gets. */
static int read_queue(void *arg, int timeout_ms)
{
	struct driver *driver = arg;

	if (driver->head == driver->tail) {
		if (timeout_ms <= WITHIN_A_KEY_MS)
			return -1;
		driver->head = driver->tail = 0;
		if (!driver->next(driver, driver->arg))
			return -2;
	}
	return driver->head == driver->tail ? -1 : driver->queue[driver->head++];
}

static void start_locale(const char *lang)
{
	i18n_start();
	i18n_catalogs(getenv("KLASH_CATALOGS"), "");
	documents_at(getenv("KLASH_DOCUMENTS"));
	i18n_use(lang);
	daytime_start();
}

void driver_start(struct driver *driver, const struct driver_setup *setup)
{
	size_t which = 0;

	start_locale("en");
	while (which < LEN(files) && strcmp(files[which].file, setup->file) != 0)
		which++;
	if (which == LEN(files))
		die("no such file", setup->file);
	*driver = (struct driver){ 0 };
	snprintf(driver->directory, sizeof(driver->directory), "/tmp/klash-screens-XXXXXX");
	if (mkdtemp(driver->directory) == NULL)
		die("cannot make", driver->directory);
	setenv("HOME", driver->directory, 1);
	snprintf(driver->path, sizeof(driver->path), "%s/k.db", driver->directory);
	copy_file(template_of(which), driver->path);
	driver_set_clock(setup->clock == NULL ? files[which].clock : setup->clock);
	open_file(driver, "toimisto");
	i18n_use(setup->lang);
	if (term_start_hidden(fopen("/dev/null", "w+"),
		    setup->term == NULL ? "xterm-256color" : setup->term, setup->rows,
		    setup->columns, read_queue, driver) != TERM_GOOD)
		die("no terminal", setup->term == NULL ? "xterm-256color" : setup->term);
	set_up_ui(driver);
}

int driver_run(struct driver *driver, driver_next next, void *arg)
{
	driver->next = next;
	driver->arg = arg;
	return ui_main(&driver->ui);
}

void driver_login(struct driver *driver, const char *login)
{
	char lang[8];

	snprintf(lang, sizeof(lang), "%s", i18n_lang());
	context_close(&driver->ctx);
	open_file(driver, login);
	i18n_use(lang);
	set_up_ui(driver);
}

/* What `klash check` says first; NULL: all is in order. */
static const char *inconsistency_of(struct driver *driver)
{
	static char fault[300];
	struct inconsistencies list = { 0 };
	struct arena arena = { 0 };

	/* A juror cannot ask. */
	if (db_is_fenced(driver->ctx.db))
		return NULL;
	struct error e = consistency_list(&driver->ctx, &arena, &list);
	if (e.code != E_OK)
		return "could not be checked";
	if (list.n > 0)
		snprintf(fault, sizeof(fault), "%s", consistency_sentence(&arena, &list.rows[0]));
	arena_clear(&arena);
	return list.n > 0 ? fault : NULL;
}

const char *driver_fault(struct driver *driver)
{
	static char fault[120];
	struct verdict verdict;
	struct error e = verify_file(driver->ctx.db, 0, "", &verdict);

	if (e.code != E_OK)
		return "could not be checked";
	if (verdict.good)
		return inconsistency_of(driver);
	snprintf(fault, sizeof(fault), "%s in %s, row %lld", verdict.fault, verdict.table,
		(long long)verdict.row);
	return fault;
}

void driver_end(struct driver *driver)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-lock" };
	char path[120];

	term_end();
	context_close(&driver->ctx);
	for (size_t i = 0; i < LEN(endings); i++) {
		snprintf(path, sizeof(path), "%s%s", driver->path, endings[i]);
		unlink(path);
	}
	rmdir(driver->directory);
}

static void queue(struct driver *driver, int code)
{
	if (driver->tail == DRIVER_QUEUE)
		die("the queue is full", "");
	driver->queue[driver->tail++] = code;
}

static const struct {
	const char *name;
	int code;
} keys[] = {
	{ "Enter", '\r' },
	{ "Esc", 27 },
	{ "Tab", '\t' },
	{ "S-Tab", KEY_BTAB },
	{ "Backspace", KEY_BACKSPACE },
	{ "Space", ' ' },
	{ "Up", KEY_UP },
	{ "Down", KEY_DOWN },
	{ "Left", KEY_LEFT },
	{ "Right", KEY_RIGHT },
	{ "Home", KEY_HOME },
	{ "End", KEY_END },
	{ "PgUp", KEY_PPAGE },
	{ "PgDn", KEY_NPAGE },
	{ "Ins", KEY_IC },
	{ "Del", KEY_DC },
	{ "F1", KEY_F(1) },
	{ "F12", KEY_F(12) },
	{ "PasteBegin", TERM_PASTE_BEGIN },
	{ "PasteEnd", TERM_PASTE_END },
	{ "Bad", 0xE4 /* ä of a Latin-1 terminal */ },
};

const char *driver_key_name(size_t index)
{
	return index < LEN(keys) ? keys[index].name : NULL;
}

bool driver_press(struct driver *driver, const char *name)
{
	for (size_t i = 0; i < LEN(keys); i++)
		if (strcmp(keys[i].name, name) == 0) {
			queue(driver, keys[i].code);
			return true;
		}
	if (name[0] == 'C' && name[1] == '-' && name[2] != '\0' && name[3] == '\0') {
		queue(driver, CTRL_KEY(name[2]));
		return true;
	}
	if (name[0] == '\0' || (unsigned char)name[0] < ' ' || name[utf8_grapheme(name)] != '\0')
		return false;
	driver_type(driver, name);
	return true;
}

void driver_type(struct driver *driver, const char *text)
{
	for (; *text != '\0'; text++)
		queue(driver, (unsigned char)*text);
}

void driver_resize(struct driver *driver, int rows, int columns)
{
	term_resize_hidden(rows, columns);
	queue(driver, KEY_RESIZE);
}
