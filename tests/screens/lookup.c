/* SPDX-License-Identifier: MIT
 * Walks every screen that the key scripts reach and looks at its keys: none stands twice where a
 * key is looked up, what cannot be taken back is marked so, and its question marks Cancel first,
 * every other question the act. Every place of the office must have been walked, and every act met
 * that has a key.
 * Usage: lookup SCRIPTS SOURCES NAME... */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/roof/acts.h"
#include "tests/screens/script.h"
#include "tests/screens/tap.h"
#include "ui/office/places.h"
#include "ui/toolkit/dialog.h"

enum { KINDS_MAX = 200, KEYS_MAX = 200 };

struct walk {
	struct script_run run;
	struct screen_ops kinds[KINDS_MAX];
	const struct place_row *rows[KINDS_MAX];
	const struct ui_places *places[KINDS_MAX];
	size_t n;
	size_t acts, finals; /* questions seen of either kind */
	const struct screen *asked;
	const struct act *met[KEYS_MAX];
	size_t met_n;
	struct buffer faults;
};

/* What cannot be taken back, by the words of its key. */
static const char *const final_labels[] = { "approve", "freeze", "open names", "release",
	"revoke key", "sign", "serve all", "lock", "publish", "declaration" };

struct taken {
	int keys[KEYS_MAX];
	size_t n;
};

static void tell(struct walk *walk, const char *fault, const char *title, const char *what)
{
	buffer_printf(&walk->faults, "%s: %s (%s)\n", title, fault, what);
}

static void take(struct walk *walk, struct taken *taken, const char *title, int key)
{
	char name[16];

	for (size_t i = 0; i < taken->n; i++)
		if (taken->keys[i] == key)
			tell(walk, "a key stands twice", title, key_words(key, name, sizeof(name)));
	if (taken->n < KEYS_MAX)
		taken->keys[taken->n++] = key;
}

static void take_all(
	struct walk *walk, struct taken *taken, const char *title, struct commands commands)
{
	for (size_t i = 0; i < commands.n; i++)
		for (size_t k = 0; k < LEN(commands.rows[i].keys); k++)
			if (commands.rows[i].keys[k] != 0)
				take(walk, taken, title, commands.rows[i].keys[k]);
}

/* A screen may do itself, and say in its hint, what a global key does of that name. */
static bool is_own(struct commands own, const struct command *global)
{
	for (size_t i = 0; i < own.n; i++)
		if (own.rows[i].keys[0] == global->keys[0] &&
			strcmp(own.rows[i].label, global->label) == 0)
			return true;
	return false;
}

static void take_global(struct walk *walk, struct taken *taken, const char *title,
	struct commands own, struct commands global)
{
	for (size_t i = 0; i < global.n; i++)
		if (!is_own(own, &global.rows[i]))
			take_all(walk, taken, title, (struct commands){ &global.rows[i], 1 });
}

static void check_finals(struct walk *walk, const char *title, struct commands commands)
{
	for (size_t i = 0; i < commands.n; i++)
		for (size_t k = 0; k < LEN(final_labels); k++)
			if (strcmp(commands.rows[i].label, final_labels[k]) == 0 &&
				command_action(&commands.rows[i]) != ACT_COUNT &&
				!commands.rows[i].final)
				tell(walk, "is not marked as final", title, final_labels[k]);
}

static void check_kind(struct walk *walk, const struct screen *screen)
{
	const struct ui_places *places = screen->ui->places;
	struct taken taken = { 0 };
	char title[200];

	screen->ops->title(screen, title, sizeof(title));
	take_all(walk, &taken, title, screen->ops->commands);
	if (screen->ops->shared != NULL)
		take_all(walk, &taken, title, *screen->ops->shared);
	check_finals(walk, title, screen->ops->commands);
	if (screen->ops->typing)
		return;
	take_global(walk, &taken, title, screen->ops->commands, places->global);
	take(walk, &taken, title, CTRL_KEY('L'));
	take(walk, &taken, title, '?');
	if (places->phase == NULL)
		return;
	take(walk, &taken, title, 'q');
	for (int key = '0'; key <= '6'; key++)
		take(walk, &taken, title, key);
}

/* The office and the juror have kinds of the toolkit in common, with other global keys. */
static bool is_known(
	const struct walk *walk, const struct ui_places *places, const struct screen *screen)
{
	const struct screen_ops *ops = screen->ops;

	for (size_t i = 0; i < walk->n; i++)
		if (walk->places[i] == places && walk->rows[i] == screen->row &&
			walk->kinds[i].paint == ops->paint && walk->kinds[i].load == ops->load &&
			walk->kinds[i].title == ops->title)
			return true;
	return false;
}

static void check_question(struct walk *walk, const struct ui *ui)
{
	const struct screen *top = ui->stack[ui->depth - 1];
	bool on_act;

	if (!confirm_asks(top, &on_act)) {
		walk->asked = NULL;
	} else if (walk->asked != top) { /* as it comes up, before any key */
		walk->asked = top;
		walk->acts += ui->final ? 0 : 1;
		walk->finals += ui->final ? 1 : 0;
		if (on_act == ui->final)
			tell(walk, ui->final ? "the act is marked first" : "Cancel is marked first",
				"a question", i18n_lang());
	}
}

/* A record's page has its own, whatever kinds of screens have been walked. */
static void meet_acts(struct walk *walk, struct commands commands)
{
	for (size_t i = 0; i < commands.n; i++) {
		size_t at = 0;

		while (at < walk->met_n && walk->met[at] != commands.rows[i].act)
			at++;
		if (commands.rows[i].act != NULL && at == walk->met_n && at < KEYS_MAX)
			walk->met[walk->met_n++] = commands.rows[i].act;
	}
}

/* One key opens, closes or decides, whatever comes next; another cancels what is selected. */
static const char *const by_state[] = { "phase.open", "phase.close", "phase.decide", "round.open",
	"round.close", "round.reopen", "contract.cancel", "payment.cancel" };

static bool has_key(const struct walk *walk, const struct act *act)
{
	for (size_t i = 0; i < walk->met_n; i++)
		if (walk->met[i] == act)
			return true;
	for (size_t i = 0; i < LEN(by_state); i++)
		if (strcmp(by_state[i], act->log) == 0)
			return true;
	return false;
}

static bool all_have_keys(const struct walk *walk)
{
	const struct act *act;
	bool all = true;

	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (size_t i = 0; (act = acts_of(kind, i)) != NULL; i++)
			if (!has_key(walk, act)) {
				tap_note(act->log);
				all = false;
			}
	return all;
}

static void look(const struct image *image, void *arg)
{
	struct walk *walk = arg;
	const struct ui *ui = &walk->run.driver.ui;

	(void)image;
	for (size_t i = 0; i < ui->depth; i++) {
		const struct screen *screen = ui->stack[i];

		meet_acts(walk, screen->ops->commands);
		if (is_known(walk, ui->places, screen) || walk->n == KINDS_MAX)
			continue;
		walk->places[walk->n] = ui->places;
		walk->rows[walk->n] = screen->row;
		walk->kinds[walk->n++] = *screen->ops;
		check_kind(walk, screen);
	}
	if (ui->depth > 0)
		check_question(walk, ui);
}

/* How many kinds of screens the sources of that folder define. */
static size_t count_in_file(const char *path)
{
	FILE *in = fopen(path, "r");
	char line[400];
	size_t n = 0;

	while (in != NULL && fgets(line, sizeof(line), in) != NULL)
		n += strncmp(line, "static const struct screen_ops ", 31) == 0;
	if (in != NULL)
		fclose(in);
	return n;
}

/* In the folders below it too. */
static size_t count_kinds(const char *directory)
{
	DIR *dir = opendir(directory);
	size_t n = 0;

	for (const struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;) {
		char path[600];

		snprintf(path, sizeof(path), "%s/%s", directory, entry->d_name);
		if (entry->d_type == DT_DIR && entry->d_name[0] != '.')
			n += count_kinds(path);
		n += strstr(entry->d_name, ".c") == NULL ? 0 : count_in_file(path);
	}
	if (dir != NULL)
		closedir(dir);
	return n;
}

static void walk_script(struct tap *tap, struct walk *walk, const char *directory, const char *name)
{
	struct script script;
	char sentence[200];

	walk->faults.length = 0;
	buffer_text(&walk->faults, "");
	if (script_read(directory, name, &script) && script_in(&script, "fi")) {
		script_play(&walk->run, &script, "fi", look, walk);
		if (walk->run.fault.length > 0)
			tap_note(walk->run.fault.text);
		script_run_clear(&walk->run);
	}
	script_clear(&script);
	tap_note(walk->faults.text);
	snprintf(sentence, sizeof(sentence), "the keys of %s", name);
	tap_test(tap, walk->faults.length == 0, sentence);
}

static bool is_walked(const struct walk *walk, const struct place_row *row)
{
	for (size_t i = 0; i < walk->n; i++)
		if (walk->rows[i] == row)
			return true;
	return false;
}

/* A note is its form, which is a screen of the toolkit. */
static void check_places(struct tap *tap, const struct walk *walk)
{
#define X(name, row) #name,
	static const char *const names[] = { PLACES(X) };
#undef X
	size_t missing = 0;

	for (size_t i = 0; i < PLACE_COUNT; i++)
		if (i != PLACE_NOTE && !is_walked(walk, place_rows[i])) {
			tap_note(names[i]);
			missing++;
		}
	tap_test(tap, missing == 0, "every place is walked");
}

/* Told on the page of what they belong to, by a list that is about something else too, or by a
 * picture of their own. */
static const enum kind pageless[] = { KIND_COMPETITION, KIND_RANGE, KIND_FIGURE, KIND_APPLICATION,
	KIND_SOLUTION, KIND_DECLARATION, KIND_CONFLICT, KIND_HINT, KIND_REVIEW, KIND_BLIND,
	KIND_STATEMENT, KIND_SECOND, KIND_ATTACHMENT, KIND_KEY, KIND_DOOR, KIND_CLOCK };

static bool has_page(enum kind kind)
{
	for (size_t i = 0; i < LEN(pageless); i++)
		if (pageless[i] == kind)
			return true;
	for (size_t i = 0; i < PLACE_COUNT; i++)
		if (place_rows[i]->shows == kind || place_rows[i]->lists == kind ||
			place_rows[i]->files == kind)
			return true;
	return false;
}

static void check_kinds_have_pages(struct tap *tap)
{
	size_t missing = 0;

	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		if (!has_page(kind)) {
			tap_note(kind_rows[kind].noun);
			missing++;
		}
	tap_test(tap, missing == 0, "every kind has its page or list");
}

static void check_toolkit(struct tap *tap, const struct walk *walk, const char *sources)
{
	char text[200];
	size_t walked = 0;

	snprintf(text, sizeof(text), "%s/toolkit", sources);
	size_t wanted = count_kinds(text);
	for (size_t i = 0; i < walk->n; i++)
		walked += walk->places[i] == &office_places && walk->rows[i] == NULL &&
			  walk->kinds[i].paint != NULL;
	snprintf(text, sizeof(text), "all %zu kinds of dialogs are walked (%zu are)", wanted,
		walked);
	tap_test(tap, walked >= wanted, text);
}

int main(int argc, char **argv)
{
	static struct walk walk;
	struct tap tap = { 0 };

	for (int i = 3; i < argc; i++)
		walk_script(&tap, &walk, argv[1], argv[i]);
	check_places(&tap, &walk);
	check_kinds_have_pages(&tap);
	check_toolkit(&tap, &walk, argv[2]);
	tap_test(&tap, walk.acts > 0 && walk.finals > 0, "questions of both kinds are asked");
	tap_test(&tap, all_have_keys(&walk), "every act has a key");
	buffer_clear(&walk.faults);
	return tap_end(&tap);
}
