/* SPDX-License-Identifier: MIT
 * From 9.8 on sshd shuts a whole address out for a while when logins from it fail or take too long,
 * PerSourcePenalties in sshd_config(5). A jury that meets in one house has one address. */
#include <arpa/inet.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "src/base/i18n.h"
#include "src/cli/door.h"
#include "src/cli/sshd.h"

enum { ADDRESS_MAX = 64, LIST_MAX = 1000, WIDEST_V4 = 8, WIDEST_V6 = 16 };

/* Nothing behind the prefix, as sshd wants it. */
static bool ends_with_prefix(const uint8_t *bytes, size_t size, long prefix)
{
	for (size_t bit = (size_t)prefix; bit < size * 8; bit++)
		if ((bytes[bit / 8] >> (7 - bit % 8) & 1) != 0)
			return false;
	return true;
}

static bool is_address(const char *text, size_t n)
{
	char address[ADDRESS_MAX], *end = NULL;
	uint8_t bytes[16];

	if (n == 0 || n >= sizeof(address))
		return false;
	memcpy(address, text, n);
	address[n] = '\0';
	char *slash = strchr(address, '/');
	if (slash != NULL)
		*slash = '\0';
	bool six = inet_pton(AF_INET6, address, bytes) == 1;
	if (!six && inet_pton(AF_INET, address, bytes) != 1)
		return false;
	long size = six ? 16 : 4, prefix = size * 8;
	if (slash != NULL) {
		prefix = isdigit((unsigned char)slash[1]) ? strtol(slash + 1, &end, 10) : -1;
		if (end == NULL || *end != '\0')
			return false;
	}
	return prefix >= (six ? WIDEST_V6 : WIDEST_V4) && prefix <= size * 8 &&
	       ends_with_prefix(bytes, (size_t)size, prefix);
}

bool door_is_meeting(const char *list)
{
	if (strlen(list) > LIST_MAX)
		return false;
	for (const char *at = list;; at++) {
		size_t n = strcspn(at, ",");

		if (!is_address(at, n))
			return false;
		at += n;
		if (*at == '\0')
			return true;
	}
}

static bool says_no(const char *value)
{
	return value != NULL && strcasecmp(value, "no") == 0;
}

/* Some Match block lets somebody in by password, or something is included that is not looked at. */
static bool may_let_passwords_in(struct arena *arena, const char *text)
{
	static const char *const keywords[] = { "PasswordAuthentication",
		"KbdInteractiveAuthentication", "ChallengeResponseAuthentication" };
	const char *at = text, *block = text, *value;

	while ((value = sshd_next(arena, &at, "Include")) != NULL)
		if (strstr(value, "sshd_config.d/") == NULL || strpbrk(value, " \t") != NULL)
			return true;
	if (sshd_next(arena, &block, "Match") == NULL)
		return false;
	for (size_t i = 0; i < LEN(keywords); i++) {
		at = block;
		while ((value = sshd_next(arena, &at, keywords[i])) != NULL)
			if (!says_no(value))
				return true;
	}
	return false;
}

/* Only who is sure that nobody logs in by password may let them be tried more often. */
static bool keys_only(
	struct arena *arena, const struct door *door, const char *ours, const char *settings)
{
	return says_no(sshd_value(arena, settings, "PasswordAuthentication")) &&
	       says_no(sshd_value(arena, settings, "KbdInteractiveAuthentication")) &&
	       !sshd_any_file(arena, door->config, ours, may_let_passwords_in);
}

struct penalties door_penalties(struct arena *arena, const struct door *door, const char *ours)
{
	const char *settings = sshd_settings(arena, door->config, NULL, NULL);
	const char *present = sshd_read(arena, ours);

	if (settings == NULL) { /* not root, or a configuration with a fault: what we found then */
		bool mild =
			present != NULL && sshd_value(arena, present, "PerSourcePenalties") != NULL;
		bool exempt = present != NULL &&
			      sshd_value(arena, present, "PerSourcePenaltyExemptList") != NULL;
		return (struct penalties){ .known = mild || exempt, .mild = mild };
	}
	const char *value = sshd_value(arena, settings, "PerSourcePenalties");
	bool known = value != NULL && !says_no(value);
	return (struct penalties){
		.asked = true,
		.known = known,
		.mild = known && keys_only(arena, door, ours, settings),
	};
}

struct part door_meeting(const struct door *door, const struct penalties *penalties)
{
	struct part part = { N_("A meeting in one place"), "PerSourcePenalties", "", PART_DONE };

	if (*door->meeting != '\0')
		part.subject = door->meeting;
	if (!penalties->known) {
		part.note = _("This sshd shuts no address out, so nothing has to be set.");
	} else if (penalties->mild) {
		part.note = _("Nobody logs in by password on this machine, so sshd shuts an "
			      "address out for a second a "
			      "failure only. That holds for all accounts of the machine.");
	} else if (*door->meeting == '\0') {
		part.state = PART_LATER;
		part.note =
			_("When a few logins from one address fail, or somebody compares the "
			  "fingerprint for more than "
			  "two minutes, sshd lets nobody from that address in for about half a "
			  "minute. As root: systemctl "
			  "reload ssh ends that at once. If the jury meets in one place, name its "
			  "addresses: "
			  "--meeting ADDRESS,…");
	}
	return part;
}
