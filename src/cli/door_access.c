/* SPDX-License-Identifier: MIT
 * A server often says who may log in at all: then the user of the front door must be among them. */
#include <fnmatch.h>
#include <grp.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/door.h"
#include "src/cli/sshd.h"

enum { GROUPS_MAX = 64 };

/* Its words are patterns; a user's may go on with @ and where from. */
static bool names(struct arena *arena, const char *patterns, const char *name)
{
	for (const char *at = patterns; *at != '\0';) {
		size_t n = strcspn(at, " \t");
		char *pattern = arena_bytes(arena, at, n);

		pattern[strcspn(pattern, "@")] = '\0';
		if (fnmatch(pattern, name, FNM_NOESCAPE) == 0)
			return true;
		at += n + strspn(at + n, " \t");
	}
	return false;
}

/* All that the settings say by that keyword; "" if nothing. */
static const char *list_of(struct arena *arena, const char *settings, const char *keyword)
{
	const char *all = "", *at = settings, *value;

	while ((value = sshd_next(arena, &at, keyword)) != NULL)
		all = arena_printf(arena, "%s%s%s", all, *all == '\0' ? "" : " ", value);
	return all;
}

static bool names_a_group(struct arena *arena, const char *patterns, const char *user)
{
	const struct passwd *entry = getpwnam(user);
	gid_t groups[GROUPS_MAX];
	int n = GROUPS_MAX;

	if (entry == NULL || getgrouplist(user, entry->pw_gid, groups, &n) < 0)
		return false;
	for (int i = 0; i < n; i++) {
		const struct group *group = getgrgid(groups[i]);

		if (group != NULL && names(arena, patterns, group->gr_name))
			return true;
	}
	return false;
}

const char *door_shut_out(struct arena *arena, const char *user, const char *settings)
{
	static const struct {
		const char *keyword;
		bool of_groups, allows;
	} lists[] = {
		{ "DenyUsers", false, false },
		{ "AllowUsers", false, true },
		{ "DenyGroups", true, false },
		{ "AllowGroups", true, true },
	};

	for (size_t i = 0; i < LEN(lists); i++) {
		const char *list = list_of(arena, settings, lists[i].keyword);
		bool named = lists[i].of_groups ? names_a_group(arena, list, user) :
						  names(arena, list, user);

		if (*list == '\0' || named == lists[i].allows)
			continue;
		if (lists[i].allows)
			return arena_printf(arena,
				/* TRANSLATORS: a setting of sshd and its value twice, between them
				 * a user's or a group's name to be added. */
				_("sshd lets in only those that %s %s names, so nobody gets to Klash. "
				  "Where that line stands, write: %s %s %s"),
				lists[i].keyword, list, lists[i].keyword, list, user);
		return arena_printf(arena,
			/* TRANSLATORS: a setting of sshd and its value. */
			_("sshd keeps out whom %s %s names, so nobody gets to Klash. Take this user "
			  "or group out of that line."),
			lists[i].keyword, list);
	}
	return NULL;
}
