/* SPDX-License-Identifier: MIT
 * Makes this machine's front door, or says what it would do; proves that it is one. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/cli/door.h"
#include "src/cli/door_prove.h"

static struct error check_user(const char *user)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";

	if (*user < 'a' || *user > 'z' || strlen(user) > 32 ||
		strspn(user, letters) != strlen(user))
		return fail(E_INVALID, "ssh_user");
	return ok();
}

/* The file is --db, or klash.db in --dir, or that of /var/lib/klash. */
static struct error fill_paths(struct cli *cli, struct door *door)
{
	const char *directory = option(cli, "dir");

	if (cli->path != NULL && *cli->path != '/')
		return rule(N_("Name the competition by its whole path, as sshd will: --db "
			       "/var/lib/klash/…"));
	if (directory != NULL && *directory != '/')
		return fail(E_INVALID, "directory");
	if (cli->path != NULL) {
		char *folder = arena_text(&cli->arena, cli->path);

		*strrchr(folder, '/') = '\0';
		if (directory != NULL && strcmp(directory, folder) != 0)
			return rule(N_("--db names a file that is not in --dir."));
		directory = folder;
	}
	door->directory = directory == NULL ? "/var/lib/klash" : directory;
	if (*door->directory == '\0' || door->directory[strlen(door->directory) - 1] == '/')
		return fail(E_INVALID, "directory");
	door->file = cli->path != NULL ? cli->path :
					 arena_printf(&cli->arena, "%s/klash.db", door->directory);
	return ok();
}

static struct error fill_meeting(struct cli *cli, struct door *door)
{
	const char *meeting = option(cli, "meeting");

	door->meeting = meeting != NULL && strcmp(meeting, "none") == 0 ? "" : meeting;
	if (meeting == NULL || door->meeting != meeting || door_is_meeting(meeting))
		return ok();
	return rule(
		N_("--meeting takes addresses or networks with commas between them and no blanks, "
		   "such as 192.0.2.7,198.51.100.0/24,2001:db8:1::/56; or: none"));
}

static struct error fill_door(struct cli *cli, struct door *door)
{
	char program[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", program, sizeof(program));
	int64_t port;

	*door = (struct door){ .user = option(cli, "user"),
		.config = option(cli, "config"),
		.apply = option(cli, "apply") != NULL };
	if (door->user == NULL)
		door->user = "klash";
	if (door->config == NULL)
		door->config = "/etc/ssh";
	if (n <= 0)
		return fail(E_ACCESS, NULL);
	door->program = arena_bytes(&cli->arena, program, (size_t)n);
	TRY(check_user(door->user));
	TRY(option_number(cli, "port", "port", 0, &port));
	if (option(cli, "port") != NULL && (port < 1 || port > 65535))
		return (struct error){ .code = E_RANGE, .field = "port", .low = 1, .high = 65535 };
	door->port = option(cli, "port") == NULL ? DOOR_AS_IT_IS : (long)port;
	TRY(fill_meeting(cli, door));
	door_keep(&cli->arena, door);
	return fill_paths(cli, door);
}

static const struct {
	const char *code, *word;
} states[] = {
	[PART_DONE] = { "done", NC_("part of the set-up", "done") },
	[PART_TO_DO] = { "to_do", NC_("part of the set-up", "to do") },
	[PART_LATER] = { "later", NC_("part of the set-up", "for you") },
	[PART_FAULT] = { "fault", NC_("part of the set-up", "fault") },
};

static const char *state_word(enum part_state state)
{
	return i18n_lookup("part of the set-up", states[state].word);
}

static const struct column part_columns[] = {
	{ "state", N_("State"), CELL_TEXT },
	{ "what", N_("What"), CELL_TEXT },
	{ "subject", N_("Which"), CELL_TEXT },
	{ "note", N_("Note"), CELL_TEXT },
};

static struct error part_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct part *part = &((const struct parts *)arg)->rows[id];

	(void)cli;
	row_put(row, "state", cell_text(states[part->state].code));
	row_put(row, "what", cell_text(_(part->what)));
	row_put(row, "subject", cell_text(part->subject));
	row_put(row, "note", cell_text(part->note));
	return ok();
}

static const struct listing part_listing = { part_columns, LEN(part_columns), NULL, part_row };

static void print_parts(struct cli *cli, const struct parts *parts)
{
	int width = 0;

	for (enum part_state s = PART_DONE; s <= PART_FAULT; s++)
		if (utf8_columns(state_word(s)) > width)
			width = utf8_columns(state_word(s));
	for (size_t i = 0; i < parts->n; i++) {
		const struct part *part = &parts->rows[i];
		const char *word = state_word(part->state);

		fprintf(cli->out, "%s%*s  %s: %s\n", word, width - utf8_columns(word), "",
			_(part->what), part->subject);
		if (*part->note != '\0')
			fprintf(cli->out, "%*s  %s\n", width, "", part->note);
		if (part->state == PART_TO_DO && strstr(part->subject, "sshd_config.d") != NULL)
			fprintf(cli->out, "\n%s\n", parts->settings);
	}
}

static bool something_to_do(const struct parts *parts)
{
	for (size_t i = 0; i < parts->n; i++)
		if (parts->rows[i].state == PART_TO_DO)
			return true;
	return false;
}

static struct error set_up(struct cli *cli, const struct door *door)
{
	struct parts parts = { 0 };

	if (door->apply && geteuid() != 0)
		return rule(N_("Only root can change the machine: sudo klash ssh-setup --apply"));
	bool good = door_go_through(&cli->arena, door, &parts);
	cli->status = good ? 0 : 1;
	if (cli_reader(cli) != READ_SHOWN)
		return print_array(cli, &part_listing, &parts, parts.n);
	print_parts(cli, &parts);
	if (!door->apply && something_to_do(&parts))
		print_done(cli, "%s", _("Nothing was changed. With --apply, as root, it is done."));
	return ok();
}

static const char *row_word(const struct proof_row *row, bool first)
{
	if (row->end == PROOF_UNTRIED)
		return C_("proof", "not tried");
	if (first)
		return row->end == PROOF_HELD ? C_("proof", "open") : C_("proof", "NOT OPEN");
	return row->end == PROOF_HELD ? C_("proof", "refused") : C_("proof", "NOT REFUSED");
}

static const char *verdict_words(enum proof_end end)
{
	switch (end) {
	case PROOF_HELD:
		return _("The front door holds.");
	case PROOF_FAILED:
		return _("The front door does NOT hold: let nobody in before it does.");
	case PROOF_UNTRIED:
		break;
	}
	return _("sshd closed the connection before it began, so nothing was proven. It may be "
		 "refusing this address for some seconds: try again in a minute.");
}

static struct error print_proof(struct cli *cli, const struct proof *proof)
{
	for (size_t i = 0; i < proof->n; i++) {
		const struct proof_row *row = &proof->rows[i];

		fprintf(cli->out, "%-12s %s\n", row_word(row, i == 0), _(row->what));
		if (row->end != PROOF_HELD)
			fprintf(cli->out, "%s\n", row->said);
	}
	print_done(cli, "%s", verdict_words(proof->end));
	return ok();
}

static const struct column proof_columns[] = {
	{ "what", N_("What"), CELL_TEXT },
	{ "good", N_("As it should be"), CELL_FLAG },
	{ "said", N_("What was said"), CELL_TEXT },
};

static struct error proof_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct proof_row *tried = &((const struct proof *)arg)->rows[id];

	(void)cli;
	row_put(row, "what", cell_text(_(tried->what)));
	row_put(row, "good", cell_flag(tried->end == PROOF_HELD));
	row_put(row, "said", cell_text(tried->said));
	return ok();
}

static const struct listing proof_listing = { proof_columns, LEN(proof_columns), NULL, proof_row };

/* Without an account in the competition: who may write beside its file may try its door. */
static struct error prove(struct cli *cli, const struct door *door)
{
	struct proof proof;

	cli->subject = door->file;
	TRY(door_prove(&cli->arena, door, &proof));
	cli->status = proof.end == PROOF_HELD ? cli->status : 1;
	return cli_reader(cli) == READ_SHOWN ? print_proof(cli, &proof) :
					       print_array(cli, &proof_listing, &proof, proof.n);
}

static struct error run_ssh_setup(struct cli *cli)
{
	struct door door;

	TRY(fill_door(cli, &door));
	if (option(cli, "prove") == NULL || door.apply)
		TRY(set_up(cli, &door));
	if (option(cli, "prove") == NULL || cli->status != 0)
		return ok();
	return prove(cli, &door);
}

static const struct option_spec setup_options[] = {
	{ "apply", NULL, N_("do it; as root") },
	{ "prove", NULL, N_("log in with a key made for that, and try what must be refused") },
	{ "dir", "DIR", N_("the shared directory (/var/lib/klash, or that of --db)") },
	{ "user", "NAME", N_("the Unix user people log in as (klash)") },
	{ "port", "NUMBER", N_("a second port for sshd, such as 443; it stays until 22 is given") },
	{ "meeting", "ADDRESS,…",
		N_("where the jury meets, for sshd's PerSourcePenaltyExemptList; it stays until "
		   "none is given") },
	{ "config", "DIR", N_("sshd's own directory (/etc/ssh)") },
};
static const struct verb setup_verb[] = { { .options = setup_options,
	.option_count = LEN(setup_options),
	.run = run_ssh_setup,
	.without_file = true,
	.help = N_("Makes the shared directory, the Unix user and the settings of sshd by which "
		   "people get "
		   "into the competition and nowhere else. Says what it would do; does it with "
		   "--apply.") } };
const struct noun noun_ssh_setup = { "ssh-setup", N_("the way in over SSH, on this machine"),
	setup_verb, 1 };
