/* SPDX-License-Identifier: MIT
 * The words of the program that are not a screen's own: one table a vocabulary. */
#include "src/base/text.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"

struct word {
	const char *code, *text;
};

static const struct word role_words[] = {
	{ "admin", NC_("role", "administrator") },
	{ "office", NC_("role", "office") },
	{ "custodian", NC_("role", "custodian of the codes") },
	{ "juror", NC_("role", "juror") },
	{ "auditor", NC_("role", "auditor") },
	{ NULL, NULL },
};

static const struct word phase_words[] = {
	{ "problems", NC_("phase", "Problems") },
	{ "applications", NC_("phase", "Applications") },
	{ "mentoring", NC_("phase", "Mentoring") },
	{ "solutions", NC_("phase", "Solutions") },
	{ "results", NC_("phase", "Results") },
	{ "procurement", NC_("phase", "Procurement") },
	{ NULL, NULL },
};

static const struct word phase_state_words[] = {
	{ "planned", NC_("phase state", "planned") },
	{ "open", NC_("phase state", "open") },
	{ "closed", NC_("phase state", "closed") },
	{ "decided", NC_("phase state", "decided") },
	{ NULL, NULL },
};

static const struct word submission_state_words[] = {
	{ "received", NC_("submission state", "received") },
	{ "admitted", NC_("submission state", "admitted") },
	{ "ineligible", NC_("submission state", "ineligible") },
	{ "selected", NC_("submission state", "selected") },
	{ "reserve", NC_("submission state", "in reserve") },
	{ "not_selected", NC_("submission state", "not selected") },
	{ "withdrawn", NC_("submission state", "withdrawn") },
	{ NULL, NULL },
};

static const struct word channel_words[] = {
	{ "email", NC_("channel", "e-mail") },
	{ "form", NC_("channel", "web form") },
	{ "letter", NC_("channel", "letter") },
	{ "hand", NC_("channel", "in person") },
	{ "phone", NC_("channel", "telephone") },
	{ "other", NC_("channel", "other") },
	{ NULL, NULL },
};

static const struct word language_words[] = {
	{ "fi", NC_("language", "Finnish") },
	{ "sv", NC_("language", "Swedish") },
	{ "en", NC_("language", "English") },
	{ NULL, NULL },
};

static const struct word organization_words[] = {
	{ "company", NC_("organization kind", "company") },
	{ "association", NC_("organization kind", "association") },
	{ "joint_authority", NC_("organization kind", "joint municipal authority") },
	{ "county", NC_("organization kind", "wellbeing services county") },
	{ "public", NC_("organization kind", "other public body") },
	{ "other", NC_("organization kind", "other") },
	{ NULL, NULL },
};

static const struct word person_role_words[] = {
	{ "contact", NC_("person's role", "contact person") },
	{ "manager", NC_("person's role", "project manager") },
	{ "juror", NC_("person's role", "juror") },
	{ "expert", NC_("person's role", "expert") },
	{ "mentor", NC_("person's role", "mentor") },
	{ "other", NC_("person's role", "other") },
	{ NULL, NULL },
};

static const struct word partner_words[] = {
	{ "owner", NC_("partner kind", "contracting entity") },
	{ "financier", NC_("partner kind", "financier") },
	{ "partner", NC_("partner kind", "partner") },
	{ NULL, NULL },
};

static const struct word round_state_words[] = {
	{ "planned", NC_("round state", "in preparation") },
	{ "open", NC_("round state", "open") },
	{ "closed", NC_("round state", "closed") },
	{ NULL, NULL },
};

static const struct word method_words[] = {
	{ "mean", NC_("ranking method", "weighted mean") },
	{ "median", NC_("ranking method", "median") },
	{ "trimmed", NC_("ranking method", "trimmed mean") },
	{ "borda", NC_("ranking method", "Borda count") },
	{ NULL, NULL },
};

static const struct word scope_words[] = {
	{ "submission", NC_("conflict scope", "bars that submission") },
	{ "challenge", NC_("conflict scope", "bars the whole comparison") },
	{ NULL, NULL },
};

static const struct word review_words[] = {
	{ "none", NC_("review state", "not begun") },
	{ "draft", NC_("review state", "draft") },
	{ "submitted", NC_("review state", "submitted") },
	{ "taken_back", NC_("review state", "taken back") },
	{ "barred", NC_("review state", "disqualified") },
	{ NULL, NULL },
};

static const struct word member_words[] = {
	{ "active", NC_("panel member", "active") },
	{ "excused", NC_("panel member", "excused") },
	{ "replaced", NC_("panel member", "replaced") },
	{ NULL, NULL },
};

static const struct word ground_words[] = {
	{ "1", NC_("ground of 28 §", "interest of a party") },
	{ "2", NC_("ground of 28 §", "acting for a party") },
	{ "3", NC_("ground of 28 §", "personal interest") },
	{ "4", NC_("ground of 28 §", "employment or commission") },
	{ "5", NC_("ground of 28 §", "position in an organisation") },
	{ "6", NC_("ground of 28 §", "steering and supervision") },
	{ "7", NC_("ground of 28 §", "general clause") },
	{ NULL, NULL },
};

static const struct word conflict_words[] = {
	{ "declared", NC_("conflict state", "declared") },
	{ "confirmed", NC_("conflict state", "confirmed by the panel") },
	{ "dismissed", NC_("conflict state", "not disqualified") },
	{ "withdrawn", NC_("conflict state", "withdrawn") },
	{ NULL, NULL },
};

static const struct word outcome_words[] = {
	{ "selected", NC_("outcome", "selected") },
	{ "reserve", NC_("outcome", "reserve") },
	{ "not_selected", NC_("outcome", "not selected") },
	{ NULL, NULL },
};

static const struct word decision_words[] = {
	{ "draft", NC_("decision state", "draft") },
	{ "signed", NC_("decision state", "approved") },
	{ NULL, NULL },
};

static const struct word form_words[] = {
	{ "room", NC_("meeting form", "in a room") },
	{ "remote", NC_("meeting form", "remotely") },
	{ "email", NC_("meeting form", "by e-mail") },
	{ NULL, NULL },
};

static const struct word presence_words[] = {
	{ "present", NC_("presence", "present") },
	{ "remote", NC_("presence", "remote") },
	{ "absent", NC_("presence", "absent") },
	{ NULL, NULL },
};

static const struct word verdict_words[] = {
	{ "added", NC_("import verdict", "added") },
	{ "late", NC_("import verdict", "late") },
	{ "refused", NC_("import verdict", "to be corrected") },
	{ "held", NC_("import verdict", "held") },
	{ "duplicate", NC_("import verdict", "duplicate") },
	{ "replaced", NC_("import verdict", "replaced the earlier one") },
	{ "skipped", NC_("import verdict", "skipped") },
	{ "corrected", NC_("import verdict", "corrected") },
	{ NULL, NULL },
};

static const struct word reason_words[] = {
	{ "utf8", N_("the bytes are not valid in the file's character set") },
	{ "nul", N_("contains a NUL character") },
	{ "control", N_("contains control characters") },
	{ "bidi", N_("contains characters that reverse the direction of text") },
	{ "invisible", N_("contains invisible characters") },
	{ "marks", N_("too many combining marks on one letter") },
	{ "too_long", N_("too long") },
	{ "required", N_("is missing") },
	{ "municipality_unknown", N_("no municipality has this name") },
	{ "municipality_ended", N_("was no longer a municipality when this arrived") },
	{ "municipality_uncertain", N_("which municipality is meant?") },
	{ "probable_duplicate", N_("nearly the same as one that is already here") },
	{ "new_version", N_("same applicant and title as one that is already here, other text") },
	{ "email", N_("is not an e-mail address") },
	{ "date", N_("is not a possible date and time") },
	{ "columns", N_("the row has another number of fields than the heading") },
	{ "quote", N_("a quotation mark is never closed") },
	{ "same_row", N_("the same row is already in this file") },
	{ "already_here", N_("is already saved") },
	{ "language", N_("is not a language code (fi, sv, en)") },
	{ "person", N_("no account has this login or name") },
	{ "value", N_("is not one of the possible values") },
	{ NULL, NULL },
};

static const struct word field_words[] = {
	{ "file", NC_("field", "File") },
	{ "record", NC_("field", "Record") },
	{ "name", NC_("field", "Name") },
	{ "name_fi", NC_("field", "Name in Finnish") },
	{ "name_sv", NC_("field", "Name in Swedish") },
	{ "name_en", NC_("field", "Name in English") },
	{ "login", NC_("field", "User name") },
	{ "role", NC_("field", "Role") },
	{ "language", NC_("field", "Language") },
	{ "state", NC_("field", "State") },
	{ "email", NC_("field", "E-mail address") },
	{ "phone", NC_("field", "Telephone") },
	{ "person", NC_("field", "Person") },
	{ "organization", NC_("field", "Organization") },
	{ "business_id", NC_("field", "Business ID") },
	{ "kind", NC_("field", "Kind") },
	{ "municipality", NC_("field", "Municipality") },
	{ "coapplicants", NC_("field", "Co-applicants") },
	{ "region", NC_("field", "Region") },
	{ "applicant", NC_("field", "Applicant") },
	{ "title", NC_("field", "Title") },
	{ "title_fi", NC_("field", "Title in Finnish") },
	{ "title_sv", NC_("field", "Title in Swedish") },
	{ "description", NC_("field", "Description") },
	{ "theme", NC_("field", "Theme") },
	{ "contact", NC_("field", "Contact person") },
	{ "contact_email", NC_("field", "Contact's e-mail") },
	{ "contact_phone", NC_("field", "Contact's telephone") },
	{ "received", NC_("field", "Received") },
	{ "channel", NC_("field", "Channel") },
	{ "case_number", NC_("field", "Case number") },
	{ "date", NC_("field", "Date") },
	{ "opens", NC_("field", "Opens") },
	{ "closes", NC_("field", "Closes") },
	{ "valid_from", NC_("field", "Valid from") },
	{ "valid_to", NC_("field", "Valid to") },
	{ "successor", NC_("field", "Merged into") },
	{ "reason", NC_("field", "Reason") },
	{ "text", NC_("field", "Text") },
	{ "due", NC_("field", "Promised until") },
	{ "who", NC_("field", "With whom") },
	{ "problem", NC_("field", "Problem") },
	{ "submission", NC_("field", "Submission") },
	{ "challenge", NC_("field", "Challenge") },
	{ "pilot", NC_("field", "Pilot municipality") },
	{ "round", NC_("field", "Round") },
	{ "key", NC_("field", "Key") },
	{ "criterion", NC_("field", "Criterion") },
	{ "weight", NC_("field", "Weight") },
	{ "scale", NC_("field", "Scale") },
	{ "method", NC_("field", "Ranking method") },
	{ "ties", NC_("field", "Tie rule") },
	{ "min_reviews", NC_("field", "Least number of reviews") },
	{ "quorum", NC_("field", "Quorum") },
	{ "select", NC_("field", "Planned selections") },
	{ "juror", NC_("field", "Juror") },
	{ "ground", NC_("field", "Ground") },
	{ "score", NC_("field", "Score") },
	{ "notes", NC_("field", "Notes") },
	{ "feedback", NC_("field", "Feedback") },
	{ "decision", NC_("field", "Decision") },
	{ "outcome", NC_("field", "Outcome") },
	{ "place", NC_("field", "Place") },
	{ "phase", NC_("field", "Phase") },
	{ "milestone", NC_("field", "Milestone") },
	{ "account", NC_("field", "Account") },
	{ "note", NC_("field", "Contact note") },
	{ "batch", NC_("field", "Import") },
	{ "row", NC_("field", "Row") },
	{ "charset", NC_("field", "Character set") },
	{ "delimiter", NC_("field", "Separator") },
	{ "column", NC_("field", "Column") },
	{ "json", NC_("field", "JSON") },
	{ "partner", NC_("field", "Partner") },
	{ "number", NC_("field", "Number") },
	{ "source", NC_("field", "Source") },
	{ "late", NC_("field", "Late") },
	{ "version", NC_("field", "Version") },
	{ NULL, NULL },
};

static const struct word account_state_words[] = {
	{ "active", NC_("account state", "active") },
	{ "disabled", NC_("account state", "disabled") },
	{ NULL, NULL },
};

static const struct word act_words[] = {
	{ "withdraw", NC_("act on a submission", "withdrawn") },
	{ "exclude", NC_("act on a submission", "found ineligible") },
	{ "admit", NC_("act on a submission", "admitted though late") },
	{ "restore", NC_("act on a submission", "restored") },
	{ NULL, NULL },
};

static const struct {
	const char *context; /* NULL: whole sentences, without one */
	const struct word *words;
} vocabularies[] = {
	[WORDS_ROLE] = { "role", role_words },
	[WORDS_PHASE] = { "phase", phase_words },
	[WORDS_PHASE_STATE] = { "phase state", phase_state_words },
	[WORDS_SUBMISSION_STATE] = { "submission state", submission_state_words },
	[WORDS_CHANNEL] = { "channel", channel_words },
	[WORDS_LANGUAGE] = { "language", language_words },
	[WORDS_ORGANIZATION_KIND] = { "organization kind", organization_words },
	[WORDS_PERSON_ROLE] = { "person's role", person_role_words },
	[WORDS_PARTNER_KIND] = { "partner kind", partner_words },
	[WORDS_ROUND_STATE] = { "round state", round_state_words },
	[WORDS_METHOD] = { "ranking method", method_words },
	[WORDS_SCOPE] = { "conflict scope", scope_words },
	[WORDS_REVIEW_STATE] = { "review state", review_words },
	[WORDS_MEMBER_STATE] = { "panel member", member_words },
	[WORDS_GROUND] = { "ground of 28 §", ground_words },
	[WORDS_CONFLICT_STATE] = { "conflict state", conflict_words },
	[WORDS_OUTCOME] = { "outcome", outcome_words },
	[WORDS_DECISION_STATE] = { "decision state", decision_words },
	[WORDS_MEETING_FORM] = { "meeting form", form_words },
	[WORDS_PRESENCE] = { "presence", presence_words },
	[WORDS_IMPORT_VERDICT] = { "import verdict", verdict_words },
	[WORDS_IMPORT_REASON] = { NULL, reason_words },
	[WORDS_FIELD] = { "field", field_words },
	[WORDS_ACCOUNT_STATE] = { "account state", account_state_words },
	[WORDS_SUBMISSION_ACT] = { "act on a submission", act_words },
};

const char *text_word(enum vocabulary vocabulary, const char *code)
{
	for (const struct word *word = vocabularies[vocabulary].words; word->code != NULL; word++) {
		if (strcmp(word->code, code) != 0)
			continue;
		const char *context = vocabularies[vocabulary].context;
		return context == NULL ? _(word->text) : i18n_lookup(context, word->text);
	}
	return code;
}

const char *text_code(enum vocabulary vocabulary, size_t i)
{
	return vocabularies[vocabulary].words[i].code;
}

/* Sentences that need no insert; NULL for those that do. */
static const char *plain_sentence(enum errcode code)
{
	switch (code) {
	case E_OK:
	case E_CANCELLED:
		return "";
	case E_DENIED:
		return _("Your role does not include this. Ask an administrator of the competition.");
	case E_NO_ACCOUNT:
		return _("You have no account in this competition. Ask its administrator for one.");
	case E_STALE:
		return _("Somebody else saved this in between. Look at both versions and save again.");
	case E_BUSY:
		return _("Another program has been writing to the file for over five seconds. Nothing "
			 "was changed; try again.");
	case E_NO_FILE:
		return _("There is no such file. `klash init` makes a new competition, `klash demo` one "
			 "to try.");
	case E_ACCESS:
		return _("You have no right to open it. Ask the file's owner to add you to its group.");
	case E_FOREIGN:
		return _("This is not a Klash competition. Name another file with --db.");
	case E_TOO_NEW:
		return _("A newer Klash made this file. Install that version; nothing was changed.");
	case E_TOO_OLD:
		return _("A development version that is no longer read made this file. Nothing was "
			 "changed.");
	case E_CORRUPT:
		return _("The file is damaged. Stop working in it and restore the latest backup "
			 "(`klash restore`).");
	case E_READONLY:
		return _("The file or its directory can only be read, so nothing was changed.");
	case E_FULL:
		return _("The disk is full. Nothing was changed; free some space and try again.");
	case E_NETWORK_FS:
		return _("This is a network file system, where the file could be damaged. Choose a "
			 "directory on a local disk.");
	case E_NOT_FOUND:
	case E_EXISTS:
	case E_IN_USE:
	case E_INVALID:
	case E_REQUIRED:
	case E_NO_COLUMN:
	case E_RANGE:
	case E_TOO_LONG:
	case E_RULE:
	case E_REASON:
	case E_MODE:
	case E_IO:
	case E_DB:
		return NULL;
	}
	return NULL;
}

/* Sentences about a field: its name stands before a colon, in the nominative. */
static const char *field_sentence(enum errcode code, const char *field)
{
	if (code == E_EXISTS && field != NULL && strcmp(field, "file") == 0)
		return _("%s: it is already there. Choose another name; nothing was overwritten.");
	if (code == E_NOT_FOUND)
		/* TRANSLATORS: %s is the name of a field or kind of record, such as "Problem". */
		return _("%s: nothing found by that name or code.");
	if (code == E_EXISTS)
		return _("%s: there is already one like this.");
	if (code == E_IN_USE)
		return _("%s: something else still refers to it, so it must stay.");
	if (code == E_INVALID)
		return _("%s: this is not a possible value.");
	if (code == E_NO_COLUMN)
		return _("%s: no column has this heading. Say which one it is (--map COLUMN=FIELD).");
	return _("%s: this must be filled in.");
}

static void sentence_with_numbers(struct error e, const char *field, char *out, size_t size)
{
	char low[40], high[40];

	text_count(e.low, low, sizeof(low));
	text_count(e.high, high, sizeof(high));
	if (e.code == E_RANGE)
		/* TRANSLATORS: the field's name, the lowest and the highest that is possible. */
		snprintf(out, size, _("%s: must be from %s to %s."), field, low, high);
	else if (e.code == E_TOO_LONG)
		/* TRANSLATORS: the field's name, its length, and the longest that is possible. */
		snprintf(out, size, _("%s: %s characters are too many, %s fit. Nothing was cut off."),
			field, low, high);
	else if (e.code == E_MODE)
		/* TRANSLATORS: file modes in octal: as it is, as it should be, and that again. */
		snprintf(out, size,
			_("Its mode is %03o but should be %03o, so that the right people can use it. "
			  "Run: chmod %03o FILE"),
			(unsigned)e.low, (unsigned)e.high, (unsigned)e.high);
	else if (e.code == E_IO)
		/* TRANSLATORS: %s is the operating system's own words. */
		snprintf(out, size, _("Reading or writing failed: %s."),
			e.low == 0 ? "I/O" : strerror((int)e.low));
	else
		snprintf(out, size,
			_("The database reports an unexpected fault (code %d). Nothing was changed."),
			(int)e.low);
}

void text_error(struct error e, char *out, size_t size)
{
	const char *plain = plain_sentence(e.code);
	const char *field = e.field == NULL ? "" : text_word(WORDS_FIELD, e.field);

	if (plain != NULL)
		snprintf(out, size, "%s", plain);
	else if (e.code == E_RULE || e.code == E_REASON)
		snprintf(out, size, "%s",
			e.field == NULL ? _("This is approved and can no longer be changed.") :
					  _(e.field));
	else if (e.code == E_RANGE || e.code == E_TOO_LONG || e.code == E_MODE || e.code == E_IO || e.code == E_DB)
		sentence_with_numbers(e, field, out, size);
	else
		snprintf(out, size, field_sentence(e.code, e.field), field);
}

void text_day(int64_t day, char *out, size_t size)
{
	struct civil c = civil_of_day(day);

	/* TRANSLATORS: a date: day, month, year. */
	snprintf(out, size, C_("date", "%d.%d.%d"), c.day, c.month, c.year);
}

void text_time(int64_t time, char *out, size_t size)
{
	struct civil c = civil_of_time(time);

	/* TRANSLATORS: day, month, year, hour, minute. */
	snprintf(out, size, C_("date and time", "%d.%d.%d at %d.%02d"), c.day, c.month,
		c.year, c.hour, c.minute);
}

void text_time_exact(int64_t time, char *out, size_t size)
{
	struct civil c = civil_of_time(time);

	/* TRANSLATORS: day, month, year, hour, minute, second. */
	snprintf(out, size, C_("date and time", "%d.%d.%d at %d.%02d.%02d"), c.day, c.month,
		c.year, c.hour, c.minute, c.second);
}

static const char *const season_year[] = {
	NC_("season and year", "winter %d"),
	NC_("season and year", "spring %d"),
	NC_("season and year", "summer %d"),
	NC_("season and year", "autumn %d"),
};

static const char *const month_year[] = {
	NC_("month and year", "January %d"),
	NC_("month and year", "February %d"),
	NC_("month and year", "March %d"),
	NC_("month and year", "April %d"),
	NC_("month and year", "May %d"),
	NC_("month and year", "June %d"),
	NC_("month and year", "July %d"),
	NC_("month and year", "August %d"),
	NC_("month and year", "September %d"),
	NC_("month and year", "October %d"),
	NC_("month and year", "November %d"),
	NC_("month and year", "December %d"),
};

static const char *const months_short[] = {
	NC_("month, at most 5 columns", "Jan"),
	NC_("month, at most 5 columns", "Feb"),
	NC_("month, at most 5 columns", "Mar"),
	NC_("month, at most 5 columns", "Apr"),
	NC_("month, at most 5 columns", "May"),
	NC_("month, at most 5 columns", "Jun"),
	NC_("month, at most 5 columns", "Jul"),
	NC_("month, at most 5 columns", "Aug"),
	NC_("month, at most 5 columns", "Sep"),
	NC_("month, at most 5 columns", "Oct"),
	NC_("month, at most 5 columns", "Nov"),
	NC_("month, at most 5 columns", "Dec"),
};

const char *text_month_short(int month)
{
	return i18n_lookup("month, at most 5 columns", months_short[month - 1]);
}

void text_moment(int64_t time, enum precision precision, char *out, size_t size)
{
	struct civil c = civil_of_time(time);

	switch (precision) {
	case PRECISION_SECOND:
	case PRECISION_MINUTE:
		text_time(time, out, size);
		break;
	case PRECISION_DAY:
		text_day(day_of_time(time), out, size);
		break;
	case PRECISION_MONTH:
		snprintf(out, size, i18n_lookup("month and year", month_year[c.month - 1]), c.year);
		break;
	case PRECISION_SEASON:
		snprintf(out, size, i18n_lookup("season and year", season_year[c.month % 12 / 3]),
			c.year);
		break;
	case PRECISION_YEAR:
		snprintf(out, size, "%d", c.year);
		break;
	}
}

enum { DISTANCE_DAYS = 60, HOUR_SECONDS = 3600 };

static void distance_in_hours(int64_t seconds, char *out, size_t size)
{
	unsigned long hours = (unsigned long)(llabs(seconds) / HOUR_SECONDS);
	unsigned long minutes = (unsigned long)(llabs(seconds) / 60);

	if (hours == 0 && seconds >= 0)
		snprintf(out, size, ngettext("in %lu minute", "in %lu minutes", minutes), minutes);
	else if (hours == 0)
		snprintf(out, size, ngettext("%lu minute ago", "%lu minutes ago", minutes), minutes);
	else if (seconds >= 0)
		snprintf(out, size, ngettext("in %lu hour", "in %lu hours", hours), hours);
	else
		snprintf(out, size, ngettext("%lu hour ago", "%lu hours ago", hours), hours);
}

/* Whole calendar days, as people count them; hours only within a day. */
void text_distance(int64_t time, int64_t now, char *out, size_t size)
{
	int64_t days = (day_of_time(time) - day_of_time(now)) / DAY_SECONDS;
	unsigned long n = (unsigned long)llabs(days);

	*out = '\0';
	if (n > DISTANCE_DAYS)
		return;
	if (llabs(time - now) < DAY_SECONDS)
		distance_in_hours(time - now, out, size);
	else if (days > 0)
		snprintf(out, size, ngettext("in %lu day", "in %lu days", n), n);
	else
		snprintf(out, size, ngettext("%lu day ago", "%lu days ago", n), n);
}

void text_deadline(int64_t time, int64_t now, char *out, size_t size)
{
	char when[60], distance[60];

	text_time(time, when, sizeof(when));
	text_distance(time, now, distance, sizeof(distance));
	if (*distance == '\0')
		snprintf(out, size, "%s", when);
	else
		/* TRANSLATORS: a time, and how far it is: "31.10.2018 at 23.59 (in 2 days)". */
		snprintf(out, size, C_("deadline", "%s (%s)"), when, distance);
}

void text_count(int64_t number, char *out, size_t size)
{
	char digits[32];
	size_t at = 0;

	snprintf(digits, sizeof(digits), "%" PRId64, number);
	size_t n = strlen(digits);
	for (size_t i = 0; i < n && at + 4 < size; i++) {
		if (i > 0 && (n - i) % 3 == 0 && digits[i - 1] != '-')
			at += (size_t)snprintf(out + at, size - at, "\302\240");
		out[at++] = digits[i];
	}
	out[at] = '\0';
}

static void localize_point(char *number)
{
	char *point = strchr(number, '.');

	if (point != NULL)
		*point = *C_("decimal sign", ".");
}

void text_ratio(struct ratio value, int decimals, char *out, size_t size)
{
	ratio_format(value, decimals, out, size);
	localize_point(out);
}

void text_thousandths(int64_t value, char *out, size_t size)
{
	thousandths_format(value, out, size);
	localize_point(out);
}
