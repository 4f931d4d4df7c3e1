/* SPDX-License-Identifier: MIT
 * The parts of the front door outside sshd: program, Unix user, directory, file. Modes as db/file.h
 * has them. */
#include "src/cli/door.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <shadow.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/i18n.h"
#include "src/base/program.h"
#include "src/registers/key.h"

enum { SHARED_DIRECTORY = 02770, SHARED_FILE = 0660, PATIENCE = 30 };

static bool is_roots(const struct stat *status)
{
	return status->st_uid == 0 && (status->st_mode & 022) == 0;
}

/* Is it all in its place and written by nobody but root, from the root directory on? Else which is
 * not. */
static bool chain_is_roots(struct arena *arena, const char *path, const char **which)
{
	char *copy = arena_text(arena, path);
	struct stat status;

	for (;;) {
		*which = arena_text(arena, *copy == '\0' ? "/" : copy);
		if (stat(*which, &status) != 0 || !is_roots(&status))
			return false;
		if (*copy == '\0')
			return true;
		*strrchr(copy, '/') = '\0';
	}
}

/* Everybody, and so the user of the front door, must be able to come to it and run it. */
static bool is_reachable(struct arena *arena, const char *path, const char **which)
{
	char *copy = arena_text(arena, path);
	struct stat status;

	for (;;) {
		*which = arena_text(arena, *copy == '\0' ? "/" : copy);
		if (stat(*which, &status) != 0 || (status.st_mode & S_IXOTH) == 0)
			return false;
		if (*copy == '\0')
			return true;
		*strrchr(copy, '/') = '\0';
	}
}

static struct part look_at_program(struct arena *arena, const struct door *door)
{
	struct part part = { N_("Program"), door->program, "", PART_DONE };
	const char *which;

	if (!path_is_plain(door->program)) {
		part.note = _("Its path may have only letters a to z, digits and . _ + - in it.");
		part.state = PART_FAULT;
	} else if (!chain_is_roots(arena, door->program, &which)) {
		part.note = arena_printf(arena,
			/* TRANSLATORS: %s is a path. */
			_("Others than root own or may write %s, so sshd refuses to run the "
			  "program from there. "
			  "Install it (meson install -C build) where that is not so."),
			which);
		part.state = PART_FAULT;
	} else if (!is_reachable(arena, door->program, &which)) {
		/* TRANSLATORS: %s is a path. */
		part.note = arena_printf(arena, _("Not everybody may enter or run %s."), which);
		part.state = PART_FAULT;
	}
	return part;
}

static bool is_locked(const char *user)
{
	const struct spwd *shadow = getspnam(user);

	return shadow != NULL && shadow->sp_pwdp[0] == '!';
}

static bool runs_nothing(const char *shell)
{
	const char *name = strrchr(shell, '/');

	return name != NULL && (strcmp(name, "/nologin") == 0 || strcmp(name, "/false") == 0);
}

static void make_user(struct arena *arena, struct part *part)
{
	const char *argv[] = { "/usr/sbin/useradd", "--system", "--user-group", "--no-create-home",
		"--home-dir", "/", "--shell", "/bin/sh", "--password", "*", "--comment",
		"Klash over SSH", part->subject, NULL };
	struct program_result result;
	struct error e = program_run(arena, argv, NULL, PATIENCE, &result);

	if (e.code == E_OK && result.status == 0) {
		part->state = PART_DONE;
		return;
	}
	part->state = PART_FAULT;
	/* TRANSLATORS: a program's own words. */
	part->note = arena_printf(arena, _("useradd did not make it: %s"), result.out);
}

static struct part look_at_user(struct arena *arena, const struct door *door)
{
	struct part part = { N_("Unix user"), door->user, "", PART_DONE };
	const struct passwd *user = getpwnam(door->user);

	if (user == NULL) {
		part.state = PART_TO_DO;
		part.note = _("To be made, with a group of that name and without a password.");
		if (door->apply)
			make_user(arena, &part);
	} else if (user->pw_uid == 0 || getgrnam(door->user) == NULL ||
		   getgrnam(door->user)->gr_gid != user->pw_gid) {
		part.state = PART_FAULT;
		part.note = _(
			"It must be a user of its own with a group of its own. Choose another with "
			"--user.");
	} else if (runs_nothing(user->pw_shell)) {
		part.state = PART_FAULT;
		/* TRANSLATORS: %s is a user name. */
		part.note = arena_printf(arena,
			_("Its login shell runs nothing. As root: usermod -s /bin/sh %s"),
			door->user);
	} else if (is_locked(door->user)) {
		part.state = PART_FAULT;
		part.note = arena_printf(arena,
			_("It is locked, and sshd may refuse it. As root: usermod -p '*' %s"),
			door->user);
	}
	return part;
}

/* Files of the competition itself: its name, also with -wal, -shm, -lock behind. */
static bool belongs(const struct door *door, const char *name)
{
	const char *file = strrchr(door->file, '/') + 1;

	return strncmp(name, file, strlen(file)) == 0;
}

static bool holds_other_things(const struct door *door)
{
	DIR *directory = opendir(door->directory);
	bool other = false;

	if (directory == NULL)
		return true;
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;)
		other = other ||
			(strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
				!belongs(door, entry->d_name));
	closedir(directory);
	return other;
}

static bool fits(const struct stat *status, const struct passwd *user, mode_t mode)
{
	return user != NULL && status->st_uid == user->pw_uid && status->st_gid == user->pw_gid &&
	       (status->st_mode & 07777) == mode;
}

/* Through a descriptor that is no link, so that nothing can be slipped under the name. chown first:
 * it clears the setgid bit. */
static bool give(const char *path, const struct passwd *user, mode_t mode, bool directory)
{
	char held[40];
	struct stat status;
	int fd = open(path, O_PATH | O_NOFOLLOW | O_CLOEXEC | (directory ? O_DIRECTORY : 0));

	if (fd < 0)
		return false;
	snprintf(held, sizeof(held), "/proc/self/fd/%d", fd);
	bool good = fstat(fd, &status) == 0 &&
		    (directory || (S_ISREG(status.st_mode) && status.st_nlink == 1)) &&
		    fchownat(fd, "", user->pw_uid, user->pw_gid, AT_EMPTY_PATH) == 0 &&
		    chmod(held, mode) == 0;
	close(fd);
	return good;
}

static void mend_directory(const struct door *door, struct part *part)
{
	const struct passwd *user = getpwnam(door->user);

	if (mkdir(door->directory, 0700) != 0 && errno != EEXIST)
		part->note = strerror(errno);
	else if (user == NULL || !give(door->directory, user, SHARED_DIRECTORY, true))
		part->note = strerror(errno);
	else
		part->note = "";
	part->state = *part->note == '\0' ? PART_DONE : PART_FAULT;
}

static struct part look_at_directory(struct arena *arena, const struct door *door)
{
	struct part part = { N_("Directory"), door->directory, "", PART_DONE };
	const struct passwd *user = getpwnam(door->user);
	char *parent = arena_text(arena, door->directory);
	struct stat status;
	const char *which;
	int found = lstat(door->directory, &status);

	*strrchr(parent, '/') = '\0';
	if (found == 0 && fits(&status, user, SHARED_DIRECTORY))
		return part;
	part.state = PART_FAULT;
	if (!path_is_plain(door->directory)) {
		part.note = _("Its path may have only letters a to z, digits and . _ + - in it.");
	} else if (*parent != '\0' && !chain_is_roots(arena, parent, &which)) {
		/* TRANSLATORS: %s is a path. */
		part.note = arena_printf(arena,
			_("%s does not belong to root alone. Choose a place such as /var/lib/klash "
			  "with --dir."),
			which);
	} else if (found == 0 && (!S_ISDIR(status.st_mode) || holds_other_things(door))) {
		part.note = _("It is no directory, or holds other things than the competition. "
			      "Choose one of "
			      "its own with --dir.");
	} else {
		part.state = PART_TO_DO;
		/* TRANSLATORS: %s is a user name, and a group's. */
		part.note = arena_printf(arena,
			_("To be made or given to %s and its group, mode 2770."), door->user);
		if (door->apply)
			mend_directory(door, &part);
	}
	return part;
}

static const char *const suffixes[] = { "", "-wal", "-shm", "-lock" };

static bool files_fit(struct arena *arena, const struct door *door, const struct passwd *user)
{
	struct stat status;

	for (size_t i = 0; i < LEN(suffixes); i++)
		if (lstat(arena_printf(arena, "%s%s", door->file, suffixes[i]), &status) == 0 &&
			!fits(&status, user, SHARED_FILE))
			return false;
	return true;
}

static bool give_files(struct arena *arena, const struct door *door, const struct passwd *user)
{
	struct stat status;

	for (size_t i = 0; i < LEN(suffixes); i++) {
		const char *path = arena_printf(arena, "%s%s", door->file, suffixes[i]);

		if (lstat(path, &status) == 0 && !give(path, user, SHARED_FILE, false))
			return false;
	}
	return true;
}

static struct part look_at_file(struct arena *arena, const struct door *door)
{
	struct part part = { N_("Competition"), door->file, "", PART_DONE };
	const struct passwd *user = getpwnam(door->user);
	struct stat status;

	if (lstat(door->file, &status) != 0) {
		part.state = PART_LATER;
		part.note = arena_printf(arena,
			/* TRANSLATORS: a group's name, a file's path. */
			_("Not there yet. Somebody in the group %s makes it (klash --db %s init) "
			  "or moves it "
			  "there; then run this again."),
			door->user, door->file);
	} else if (!files_fit(arena, door, user)) {
		part.state = PART_TO_DO;
		part.note = arena_printf(
			arena, _("To be given to %s and its group, mode 0660."), door->user);
		if (door->apply && user != NULL) {
			bool given = give_files(arena, door, user);

			part.state = given ? PART_DONE : PART_FAULT;
			part.note = given ? "" : strerror(errno);
		}
	}
	return part;
}

static struct part tell_of_group(struct arena *arena, const struct door *door)
{
	return (struct part){ N_("Group"), door->user,
		arena_printf(arena,
			/* TRANSLATORS: %s is a group's name. */
			_("Office staff who work on this machine itself belong to it. As root, for "
			  "each: usermod "
			  "-aG %s LOGIN"),
			door->user),
		PART_LATER };
}

static bool add(struct parts *parts, struct part part)
{
	parts->rows[parts->n++] = part;
	return part.state != PART_FAULT;
}

/* What comes later may depend on what came before: with `apply` the first fault ends it. */
bool door_go_through(struct arena *arena, const struct door *door, struct parts *parts)
{
	bool good = add(parts, look_at_program(arena, door));

	if (good || !door->apply)
		good = add(parts, look_at_user(arena, door)) && good;
	if (good || !door->apply)
		good = add(parts, look_at_directory(arena, door)) && good;
	if (good || !door->apply)
		good = add(parts, look_at_file(arena, door)) && good;
	if (good || !door->apply)
		good = add(parts, door_config(arena, door, parts)) && good;
	bool in_place = parts->rows[parts->n - 1].state == PART_DONE;
	if (parts->penalties.asked && (parts->penalties.known || *door->meeting != '\0'))
		add(parts, door_meeting(door, &parts->penalties));
	if (!in_place || !good)
		return good;
	good = add(parts, door_in_force(arena, door));
	add(parts, door_reload(arena, door));
	add(parts, tell_of_group(arena, door));
	return good;
}
