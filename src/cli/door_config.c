/* SPDX-License-Identifier: MIT
 * sshd's side of the front door: a drop-in for its configuration, sshd_config(5). It is tried
 * before it takes its place, and what is in force for the user is asked of sshd itself. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/cli/door.h"
#include "src/base/program.h"
#include "src/cli/sshd.h"
#include "src/ground/save.h"

#define SYSTEMCTL "/usr/bin/systemctl"

enum { USUAL_PORT = 22 };

/* What holds for the user whatever else is set; the same list writes the drop-in and asks sshd for
 * it. */
static const struct {
	const char *name, *value;
} settings[] = {
	{ "AuthenticationMethods", "publickey" },
	{ "PubkeyAuthentication", "yes" },
	{ "PasswordAuthentication", "no" },
	{ "KbdInteractiveAuthentication", "no" },
	{ "GSSAPIAuthentication", "no" },
	{ "HostbasedAuthentication", "no" },
	{ "AuthorizedKeysFile", "none" },
	{ "TrustedUserCAKeys", "none" },
	{ "ForceCommand", "none" },
	{ "DisableForwarding", "yes" },
	{ "AllowTcpForwarding", "no" },
	{ "AllowStreamLocalForwarding", "no" },
	{ "AllowAgentForwarding", "no" },
	{ "X11Forwarding", "no" },
	{ "PermitTunnel", "no" },
	{ "GatewayPorts", "no" },
	{ "PermitUserRC", "no" },
	{ "PermitTTY", "yes" },
	{ "MaxAuthTries", "20" }, /* an agent may offer many keys before the right one */
	{ "MaxSessions", "1" },
	{ "ClientAliveInterval", "15" },
	{ "ClientAliveCountMax", "3" },
};

static void write_penalties(
	struct buffer *text, const struct door *door, const struct penalties *penalties)
{
	if (penalties->known && *door->meeting != '\0')
		buffer_printf(text,
			"# Where the jury meets: one of them who errs must not shut the others out.\n"
			"PerSourcePenaltyExemptList %s\n",
			door->meeting);
	if (penalties->mild)
		buffer_printf(text,
			"# Nobody logs in by password here; for all accounts of the machine.\n"
			"PerSourcePenalties authfail:1s grace-exceeded:1s\n");
}

/* The drop-in for sshd_config.d. */
const char *door_settings(struct arena *arena, const struct door *door, const struct known *known)
{
	struct buffer text = { 0 };

	buffer_printf(&text,
		"# Made by `klash ssh-setup`, which makes it anew: change nothing here.\n"
		"# Many may log in at the same moment, at the beginning of a meeting.\n"
		"MaxStartups 400:30:800\n");
	write_penalties(&text, door, &known->penalties);
	if (door->port != 0 && !known->other_port)
		buffer_printf(&text, "Port %d\n", USUAL_PORT);
	if (door->port != 0)
		buffer_printf(&text, "Port %ld\n", door->port);
	buffer_printf(&text, "\nMatch User %s\n", door->user);
	buffer_printf(&text, "\tAuthorizedKeysCommand %s --db %s authorized-keys %%u %%f\n",
		door->program, door->file);
	buffer_printf(&text, "\tAuthorizedKeysCommandUser %s\n", door->user);
	for (size_t i = 0; i < LEN(settings); i++)
		buffer_printf(&text, "\t%s %s\n", settings[i].name, settings[i].value);
	if (known->unused_timeout)
		buffer_printf(&text, "\tUnusedConnectionTimeout 30\n");
	buffer_printf(&text, "\tAcceptEnv LANG LC_*\n");
	const char *copy = arena_text(arena, text.text);
	buffer_clear(&text);
	return copy;
}

static const char *drop_in(struct arena *arena, const struct door *door)
{
	return arena_printf(arena, "%s/sshd_config.d/%s.conf", door->config, door->user);
}

void door_keep(struct arena *arena, struct door *door)
{
	const char *present = sshd_read(arena, drop_in(arena, door)), *at = present, *value;

	if (door->port == DOOR_AS_IT_IS) {
		door->port = 0;
		while (present != NULL && (value = sshd_next(arena, &at, "Port")) != NULL)
			door->port = strtol(value, NULL, 10);
	}
	if (door->port == USUAL_PORT)
		door->port = 0;
	if (door->meeting == NULL && present != NULL)
		door->meeting = sshd_value(arena, present, "PerSourcePenaltyExemptList");
	if (door->meeting == NULL)
		door->meeting = "";
}

/* The second version is that of UnusedConnectionTimeout. */
static bool knows_unused_timeout(struct arena *arena)
{
	const char *argv[] = { SSHD, "-V", NULL };
	struct program_result result;
	int major = 0, minor = 0;

	if (program_run(arena, argv, NULL, SSHD_PATIENCE, &result).code != E_OK)
		return false;
	const char *version = strstr(result.out, "OpenSSH_");
	if (version == NULL || sscanf(version, "OpenSSH_%d.%d", &major, &minor) != 2)
		return false;
	return major > 9 || (major == 9 && minor >= 2);
}

static bool names_port(struct arena *arena, const char *text)
{
	return sshd_value(arena, text, "Port") != NULL;
}

static struct known look_around(struct arena *arena, const struct door *door, const char *ours)
{
	return (struct known){
		.other_port = sshd_any_file(arena, door->config, ours, names_port),
		.unused_timeout = knows_unused_timeout(arena),
		.penalties = door_penalties(arena, door, ours),
	};
}

static bool includes_folder(struct arena *arena, const struct door *door)
{
	const char *text = sshd_read(arena, arena_printf(arena, "%s/sshd_config", door->config));
	const char *wanted = arena_printf(arena, "%s/sshd_config.d/", door->config);
	const char *include = text == NULL ? NULL : sshd_value(arena, text, "Include");

	return include != NULL && strncmp(include, wanted, strlen(wanted)) == 0;
}

static const char *in_words(struct arena *arena, struct error e)
{
	char words[300];

	text_error(e, words, sizeof(words));
	return arena_text(arena, words);
}

/* sshd reads the new drop-in before all the rest, from a file beside its own. */
static bool sshd_takes(
	struct arena *arena, const struct door *door, const char *candidate, const char **complaint)
{
	const char *trial = arena_printf(arena, "%s/.klash-trial", door->config);
	const char *text = arena_printf(
		arena, "Include %s\nInclude %s/sshd_config\n", candidate, door->config);
	const char *argv[] = { SSHD, "-t", "-f", trial, NULL };
	struct program_result result = { .status = -1, .out = "" };

	struct error e = save_public(trial, text);

	*complaint = in_words(arena, e);
	if (e.code == E_OK && program_run(arena, argv, NULL, SSHD_PATIENCE, &result).code == E_OK)
		*complaint = result.out;
	(void)unlink(trial);
	return result.status == 0;
}

static void write_settings(
	struct arena *arena, const struct door *door, const char *text, struct part *part)
{
	const char *folder = arena_printf(arena, "%s/sshd_config.d", door->config);
	const char *candidate = arena_printf(arena, "%s/.%s.conf.new", folder, door->user);
	const char *complaint;

	part->state = PART_FAULT;
	struct error e = save_public(candidate, text);
	if (e.code != E_OK) {
		part->note = in_words(arena, e);
	} else if (!sshd_takes(arena, door, candidate, &complaint)) {
		/* TRANSLATORS: sshd's own words. */
		part->note = arena_printf(
			arena, _("sshd refuses it, so nothing was changed: %s"), complaint);
	} else if (rename(candidate, part->subject) != 0) {
		part->note = strerror(errno);
	} else {
		part->state = PART_DONE;
		part->note = "";
	}
	if (part->state == PART_FAULT)
		(void)unlink(candidate);
}

struct part door_config(struct arena *arena, const struct door *door, struct parts *parts)
{
	const char *path = drop_in(arena, door);
	struct part part = { N_("Settings of sshd"), path, "", PART_FAULT };

	if (access(SSHD, X_OK) != 0) {
		part.note = _("There is no sshd here. As root: apt-get install openssh-server");
		return part;
	}
	struct known known = look_around(arena, door, path);
	parts->penalties = known.penalties;
	parts->settings = door_settings(arena, door, &known);
	const char *present = sshd_read(arena, path);
	if (!includes_folder(arena, door)) {
		part.note = arena_printf(arena,
			/* TRANSLATORS: a file's path, and a line to be written into it. */
			_("%s/sshd_config does not read it. Put this line at its top: Include "
			  "%s/sshd_config.d/*.conf"),
			door->config, door->config);
	} else if (present != NULL && strcmp(present, parts->settings) == 0) {
		part.state = PART_DONE;
	} else {
		part.state = PART_TO_DO;
		part.note = _("To be written, after sshd has tried it:");
		if (door->apply)
			write_settings(arena, door, parts->settings, &part);
	}
	return part;
}

/* What sshd says of a setting for this user; every value of AcceptEnv must be one of ours. */
static const char *wrong_setting(struct arena *arena, const struct door *door, const char *dump)
{
	for (size_t i = 0; i < LEN(settings); i++) {
		const char *value = sshd_value(arena, dump, settings[i].name);

		if (value != NULL && strcasecmp(value, settings[i].value) != 0)
			return arena_printf(arena, "%s %s", settings[i].name, value);
	}
	const char *command = sshd_value(arena, dump, "AuthorizedKeysCommand");
	if (command == NULL || strstr(command, door->file) == NULL)
		return arena_printf(
			arena, "AuthorizedKeysCommand %s", command == NULL ? "none" : command);
	for (const char *at = strstr(dump, "\nacceptenv "); at != NULL;
		at = strstr(at + 1, "\nacceptenv ")) {
		const char *name = at + strlen("\nacceptenv ");
		const char *value = arena_bytes(arena, name, strcspn(name, "\n"));

		if (strcmp(value, "LANG") != 0 && strcmp(value, "LC_*") != 0)
			return arena_printf(arena, "AcceptEnv %s", value);
	}
	return NULL;
}

struct part door_in_force(struct arena *arena, const struct door *door)
{
	struct part part = { N_("In force for"), door->user, "", PART_FAULT };
	const char *complaint, *wrong;

	if (geteuid() != 0) {
		part.state = PART_LATER;
		part.note = _("Only root can ask sshd.");
		return part;
	}
	const char *dump = sshd_settings(arena, door->config, door->user, &complaint);
	if (dump == NULL)
		part.note = arena_printf(arena, _("sshd does not say: %s"), complaint);
	else if ((wrong = wrong_setting(arena, door, dump)) != NULL)
		part.note = arena_printf(arena,
			/* TRANSLATORS: %s is a setting of sshd and its value. */
			_("sshd has %s: another file sets it for this user. Take that away."),
			wrong);
	else if ((wrong = door_shut_out(arena, door->user, dump)) != NULL)
		part.note = wrong;
	else
		part.state = PART_DONE;
	return part;
}

/* sshd writes the file of its number when it begins and each time it has read its settings. */
static bool has_been_read(struct arena *arena, const struct door *door)
{
	const char *dump = sshd_settings(arena, door->config, NULL, NULL);
	const char *number = dump == NULL ? NULL : sshd_value(arena, dump, "PidFile");
	struct stat written, read;

	return stat(drop_in(arena, door), &written) == 0 &&
	       stat(number == NULL ? "/run/sshd.pid" : number, &read) == 0 &&
	       (read.st_mtim.tv_sec > written.st_mtim.tv_sec ||
		       (read.st_mtim.tv_sec == written.st_mtim.tv_sec &&
			       read.st_mtim.tv_nsec >= written.st_mtim.tv_nsec));
}

static bool reload(struct arena *arena, const struct door *door)
{
	const char *argv[] = { SYSTEMCTL, "reload", "ssh.service", NULL };
	struct program_result result;

	return door->apply && strcmp(door->config, "/etc/ssh") == 0 &&
	       access("/run/systemd/system", F_OK) == 0 &&
	       program_run(arena, argv, NULL, SSHD_PATIENCE, &result).code == E_OK &&
	       result.status == 0;
}

struct part door_reload(struct arena *arena, const struct door *door)
{
	struct part part = { N_("Running sshd"), "ssh", "", PART_DONE };

	if (has_been_read(arena, door) || reload(arena, door))
		return part;
	part.state = PART_LATER;
	part.note = _("It must read the settings again. As root: systemctl reload ssh");
	return part;
}
