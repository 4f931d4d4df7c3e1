/* SPDX-License-Identifier: MIT
 * Runs key scripts and compares what they snap with NAME.fi.txt, NAME.sv.txt and NAME.en.txt beside
 * them; UPDATE=1 writes these anew. Usage: screens DIRECTORY NAME... */
#include <stdlib.h>
#include <string.h>

#include "tests/sanitized.h"
#include "tests/screens/script.h"
#include "tests/screens/tap.h"

static char *read_all(const char *path)
{
	FILE *in = fopen(path, "r");
	struct buffer text = { 0 };
	char bytes[4096];
	size_t n;

	buffer_text(&text, "");
	while (in != NULL && (n = fread(bytes, 1, sizeof(bytes), in)) > 0)
		buffer_add(&text, bytes, n);
	if (in != NULL)
		fclose(in);
	return text.text;
}

static bool write_all(const char *path, const char *text)
{
	FILE *out = fopen(path, "w");

	return out != NULL && fputs(text, out) >= 0 && fclose(out) == 0;
}

/* Lines that differ, as a diff would show them where the two have the same lines elsewhere. */
static void note_differences(const char *wanted, const char *got)
{
	int shown = 0;

	for (int line = 1; (*wanted != '\0' || *got != '\0') && shown < 30; line++) {
		size_t w = strcspn(wanted, "\n"), g = strcspn(got, "\n");

		if (w != g || memcmp(wanted, got, w) != 0) {
			printf("# %d: - %.*s\n# %d: + %.*s\n", line, (int)w, wanted, line, (int)g,
				got);
			shown++;
		}
		wanted += wanted[w] == '\n' ? w + 1 : w;
		got += got[g] == '\n' ? g + 1 : g;
	}
}

static bool compare(const char *directory, const char *name, const char *lang, const char *snaps)
{
	const char *update = getenv("UPDATE");
	char path[400];

	if (snaps == NULL)
		return true;
	snprintf(path, sizeof(path), "%s/%s.%s.txt", directory, name, lang);
	if (update != NULL && strcmp(update, "1") == 0)
		return write_all(path, snaps);
	char *wanted = read_all(path);
	bool same = strcmp(wanted, snaps) == 0;
	if (!same)
		note_differences(wanted, snaps);
	free(wanted);
	return same;
}

static void play(
	struct tap *tap, const char *directory, const struct script *script, const char *lang)
{
	struct script_run run;
	char name[200];

	script_play(&run, script, lang, NULL, NULL);
	bool good = run.fault.length == 0;
	if (!good)
		tap_note(run.fault.text);
	else
		good = compare(directory, script->name, lang, run.snaps.text);
	snprintf(name, sizeof(name), "%s in %s", script->name, lang);
	tap_test(tap, good, name);
	script_run_clear(&run);
}

int main(int argc, char **argv)
{
	static const char *const langs[] = { "fi", "sv", "en" };
	size_t n = sanitized() ? 1 : LEN(langs);
	struct tap tap = { 0 };

	for (int i = 2; i < argc; i++) {
		struct script script;

		if (!script_read(argv[1], argv[i], &script))
			tap_test(&tap, false, argv[i]);
		for (size_t l = 0; l < n; l++)
			if (script.n > 0 && script_in(&script, langs[l]))
				play(&tap, argv[1], &script, langs[l]);
		script_clear(&script);
	}
	return tap_end(&tap);
}
