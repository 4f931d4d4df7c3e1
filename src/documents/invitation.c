/* SPDX-License-Identifier: MIT
 * The privacy notice follows article 13 of the General Data Protection Regulation (EU) 2016/679. */
#include "src/documents/invitation.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/document.h"
#include "src/ground/competition.h"
#include "src/registers/account.h"
#include "src/registers/key.h"
#include "src/registers/organization.h"

enum { HOST_KEY_MAX = 8192 };

struct kit {
	struct context *ctx;
	struct arena *arena;
	struct document *page;
	struct account account;
	struct front_door door;
	struct competition competition;
};

static void put(struct kit *kit, const char *paragraph)
{
	document_paragraph(kit->page, paragraph);
}

/* One that goes on where the one before it ends. */
static void put_on(struct kit *kit, const char *paragraph)
{
	document_add(kit->page,
		&(struct block){ .kind = BLOCK_PARAGRAPH, .close = true, .text = paragraph });
}

/* As one types it: the port only where it is not the usual one. */
static const char *ssh_command(struct kit *kit)
{
	const char *port = kit->door.port == 22 ?
				   "" :
				   arena_printf(kit->arena, "-p %lld ", (long long)kit->door.port);

	return arena_printf(kit->arena, "ssh %s%s@%s", port, kit->door.user, kit->door.host);
}

static const char *port_of(const struct kit *kit)
{
	return arena_printf(kit->arena, "%lld", (long long)kit->door.port);
}

static const char *joined_lines(
	struct arena *arena, const char *const *lines, size_t n, const char *end)
{
	const char *text = "";

	for (size_t i = 0; i < n; i++)
		text = arena_printf(arena, "%s%s%s", text, lines[i], end);
	return text;
}

static bool is_juror(const struct kit *kit)
{
	return role_of_code(kit->account.role) == ROLE_JUROR;
}

static void put_greeting(struct kit *kit)
{
	if (kit->ctx->demo)
		kit->page->notice = document_words(
			kit->page, _("DEMO: an invented competition. This invites nobody."));
	put(kit, kit->account.name);
	if (is_juror(kit))
		put(kit, _("This is how you get to your reviews over an encrypted connection "
			   "(SSH). The first time "
			   "takes about a quarter of an hour, after that a minute. There is "
			   "nothing to learn "
			   "beforehand: what can be pressed stands on the screen."));
	else
		put(kit, _("This is how you get to the competition over an encrypted connection "
			   "(SSH). The first "
			   "time takes about a quarter of an hour, after that a minute."));
}

static struct error live_key(struct kit *kit, const char **fingerprint)
{
	struct id_list ids = { 0 };
	struct error e = key_ids(kit->ctx, kit->account.id, &ids);

	*fingerprint = NULL;
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct account_key key;

		e = key_get(kit->ctx, kit->arena, ids.ids[i], &key);
		if (e.code == E_OK && key.revoked == 0)
			*fingerprint = key.fingerprint;
	}
	id_list_clear(&ids);
	return e;
}

static void put_making_of_key(struct kit *kit)
{
	put(kit, _("You are known by a pair of keys instead of a password. The private one stays "
		   "on your own "
		   "machine and goes to nobody, not even to us. The public one is sent to the "
		   "office."));
	put(kit, _("On Windows with PuTTY: start PuTTYgen, choose EdDSA (Ed25519), press Generate "
		   "and move the "
		   "mouse over the window. Type a passphrase, twice. Save private key: klash.ppk, "
		   "in a place of "
		   "your own. Save public key: klash.pub. Send that file to the office."));
	put(kit, _("In a terminal (macOS, Linux, PowerShell on Windows): type the next line. Press "
		   "Enter at the file that is offered; if there is one already, answer n: that is "
		   "your key. Type a passphrase, twice. Send the file id_ed25519.pub from the "
		   "folder .ssh to the office, never the one without .pub."));
	document_literal(kit->page, "ssh-keygen -t ed25519");
	put(kit, _("On a phone or tablet: let an SSH app make a key of the kind Ed25519, and send "
		   "the office what it calls the public key."));
}

static struct error put_key(struct kit *kit)
{
	const char *fingerprint;

	TRY(live_key(kit, &fingerprint));
	document_heading(kit->page, _("1. Your key, once"));
	if (fingerprint == NULL) {
		put_making_of_key(kit);
		return ok();
	}
	put(kit, _("The office has your public key already; its fingerprint is:"));
	document_literal(kit->page, fingerprint);
	return ok();
}

/* The names of PuTTY's own panels and fields, which speaks English to everybody. */
static void put_putty_fields(struct kit *kit)
{
	const struct fact fields[] = {
		{ "Session, Host Name", kit->door.host, "en" },
		{ "Session, Port", port_of(kit), "en" },
		{ "Terminal, Features, Disable application keypad mode", _("ticked"), "en" },
		{ "Window, Translation, Remote character set", "UTF-8", "en" },
		{ "Connection, Seconds between keepalives", "30", "en" },
		{ "Connection, Data, Auto-login username", kit->door.user, "en" },
		{ "Connection, Data, Terminal-type string", "xterm-256color", "en" },
		{ "Connection, SSH, Auth, Credentials, Private key file", "klash.ppk", "en" },
	};

	put(kit, _("If your machine does not allow klash.reg, fill in these fields of PuTTY "
		   "instead, type Klash under Saved Sessions and press Save:"));
	document_add(kit->page, &(struct block){ .kind = BLOCK_FACTS,
					.close = true,
					.depth = 2,
					.facts = fields,
					.n = LEN(fields) });
}

static void put_login(struct kit *kit)
{
	const struct fact server[] = {
		{ text_word(WORDS_FIELD, "host"), kit->door.host, NULL },
		{ text_word(WORDS_FIELD, "port"), port_of(kit), NULL },
		{ text_word(WORDS_FIELD, "ssh_user"), kit->door.user, NULL },
	};

	document_heading(kit->page, _("2. Logging in"));
	document_facts(kit->page, server, LEN(server));
	put(kit, _("With PuTTY: save the lines under 7 as klash.reg and double-click that file. "
		   "PuTTY then has a "
		   "saved session Klash: load it, choose klash.ppk under Connection, SSH, Auth, "
		   "Credentials, and "
		   "save the session again. From then on a double click on Klash is enough."));
	put_putty_fields(kit);
	put(kit, _("In a terminal:"));
	document_literal(kit->page, ssh_command(kit));
	put(kit,
		_("In an app: the address, port and user name above, and the key that you made. mosh "
		  "does not work here; ordinary SSH does."));
}

static void put_fingerprints(struct kit *kit, const char *const *host_keys, size_t n)
{
	document_heading(kit->page, _("3. Is it the right server?"));
	put(kit,
		_("The first time you are asked whether the server can be trusted, and shown its "
		  "fingerprint. It "
		  "must be one of these, to the letter. If it is another, answer no and ring us."));
	document_literal(kit->page, joined_lines(kit->arena, host_keys, n, "\n"));
	put_on(kit,
		_("You have two minutes to compare. After that the server closes the connection; "
		  "log in again."));
}

static void put_keys(struct kit *kit)
{
	document_heading(kit->page, _("4. On the screen"));
	if (!is_juror(kit)) {
		put(kit, _("The arrows move, Enter opens, Esc goes back, ? explains the screen, q "
			   "leaves. A single "
			   "command can be given to ssh instead; its list comes to your own "
			   "machine:"));
		document_literal(
			kit->page, arena_printf(kit->arena, "%s problem list --format csv > %s.csv",
					   ssh_command(kit), "problems"));
		return;
	}
	put(kit, _("First you say whether you have a conflict of interest; one key says that there "
		   "is none. Then "
		   "comes the list of what is yours to review. The arrows move, Enter opens, "
		   "digits give scores, "
		   "Enter submits, Esc goes back, ? explains the screen, q leaves."));
	put(kit, _("Everything is saved as you type; a review counts once it has been submitted. "
		   "If the line "
		   "drops, log in again: you come back to the same place, and nothing is lost."));
}

static void put_help(struct kit *kit)
{
	document_heading(kit->page, _("5. Whom to ring"));
	document_add(kit->page,
		&(struct block){ .kind = BLOCK_PARAGRAPH, .depth = 2, .text = kit->door.contact });
	put(kit, _("Ring at once if your key is lost or may be in other hands. It is then closed, "
		   "and you get in "
		   "with a new one; what you have saved stays. If you would rather not use SSH, "
		   "ask for a score "
		   "sheet."));
	put(kit,
		_("If all that is said is that the connection was closed (Connection closed), wait "
		  "half a minute and try again: after failed tries the server lets nobody from "
		  "your address in for a moment. If it goes on, ring us."));
}

/* The contracting entities are the controllers; without one the competition's own name stands
 * there. */
static struct error controllers(struct kit *kit, const char **names)
{
	struct buffer text = { 0 };
	struct id_list ids = { 0 };
	struct error e = partner_ids(kit->ctx, day_of_time(context_now(kit->ctx)), &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct partner p;

		e = partner_get(kit->ctx, kit->arena, ids.ids[i], &p);
		if (e.code == E_OK && partner_kind_of(p.kind) == PARTNER_KIND_OWNER)
			buffer_printf(&text, "%s%s", text.length > 0 ? ", " : "",
				i18n_pick(p.name_fi, p.name_sv, p.name_fi, NULL));
	}
	*names = text.length > 0 ? arena_text(kit->arena, text.text) :
				   competition_name(&kit->competition);
	buffer_clear(&text);
	id_list_clear(&ids);
	return e;
}

/* Who receives it, and for how long it is kept (article 13(1)(e), 13(2)(a)). */
static void put_retention(struct kit *kit)
{
	put_on(kit,
		_("Who sees it: the organizing office, the jury once the round has closed, auditors, "
		  "and whoever has a right to the documents by law."));
	if (*kit->door.retention != '\0')
		put_on(kit, arena_printf(kit->arena, _("How long: %s"), kit->door.retention));
	else
		put_on(kit,
			_("How long: declarations and reviews as long as the decision they belong to; "
			  "the log as long as the competition's file; the account and the key until "
			  "the decision is final. After that what the law does not require to be "
			  "archived is destroyed."));
}

/* Article 13(1)(a)-(f) and 13(2)(a), (b), (d)-(f). */
static struct error put_privacy(struct kit *kit)
{
	struct fact facts[4];
	const char *names;
	size_t n = 0;

	TRY(controllers(kit, &names));
	document_heading(kit->page, _("6. Privacy notice"));
	facts[n++] = (struct fact){ C_("privacy notice", "Controller"), names, NULL };
	if (*kit->door.address != '\0')
		facts[n++] =
			(struct fact){ C_("privacy notice", "Address"), kit->door.address, NULL };
	facts[n++] = (struct fact){ C_("privacy notice", "Contact"), kit->door.contact, NULL };
	if (*kit->door.officer != '\0')
		facts[n++] = (struct fact){ C_("privacy notice", "Data protection officer"),
			kit->door.officer, NULL };
	document_facts(kit->page, facts, n);
	if (is_juror(kit))
		put(kit, _("What is stored: your name, e-mail address, language and public key; "
			   "your declarations of "
			   "interest; your scores, notes and feedback; when you did what. It comes "
			   "from you and from "
			   "the organization that named you."));
	else
		put(kit, _("What is stored: your name, e-mail address, language and public key, "
			   "and what you did when. "
			   "It comes from you and from your employer."));
	put_on(kit, _("What for: to decide the competition impartially by the rules that were "
		      "announced, and to be able "
		      "to show afterwards that it was so and that nothing was changed."));
	put_on(kit,
		legal_profile_of(kit->competition.legal_profile) == LEGAL_PROFILE_AUTHORITY ?
			_("Basis: a task carried out in the public interest (GDPR, article "
			  "6(1)(e)).") :
			_("Basis: the organizer's legitimate interest (GDPR, article 6(1)(f))."));
	put_retention(kit);
	put_on(kit,
		_("You need not give any of it, but the task cannot be done without: who gives no "
		  "name, declaration or reviews cannot take part. Nothing is decided about you "
		  "automatically, you are not profiled, and nothing is transferred outside the "
		  "European Economic Area."));
	put_on(kit, _("Your rights: you may ask to see what is stored about you, have errors "
		      "corrected, ask for its "
		      "erasure or restriction or object to its use as far as the law allows, and "
		      "complain to the Data "
		      "Protection Ombudsman."));
	return ok();
}

/* Only letters that front_door_set lets in, so nothing needs quoting. ASCII: what old and new
 * Windows read. */
static const char *session_lines(
	struct arena *arena, const struct front_door *door, const char *end)
{
	const char *lines[] = { "REGEDIT4", "",
		"[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\Klash]",
		arena_printf(arena, "\"HostName\"=\"%s\"", door->host),
		arena_printf(arena, "\"PortNumber\"=dword:%08llx", (unsigned long long)door->port),
		"\"Protocol\"=\"ssh\"", arena_printf(arena, "\"UserName\"=\"%s\"", door->user),
		"\"LineCodePage\"=\"UTF-8\"", "\"TerminalType\"=\"xterm-256color\"",
		"\"PingIntervalSecs\"=dword:0000001e", "\"AgentFwd\"=dword:00000000",
		"\"X11Forward\"=dword:00000000", "\"TryAgent\"=dword:00000001",
		"\"NoApplicationKeys\"=dword:00000001" };

	return joined_lines(arena, lines, LEN(lines), end);
}

static void put_session(struct kit *kit)
{
	document_heading(kit->page, _("7. The session for PuTTY (klash.reg)"));
	document_add(kit->page, &(struct block){ .kind = BLOCK_LITERAL,
					.text = session_lines(kit->arena, &kit->door, "\n") });
}

/* Its words as OpenSSH and PuTTY show them: ED25519 SHA256:... */
static const char *host_key_words(struct arena *arena, const char *path)
{
	char *text = arena_alloc(arena, HOST_KEY_MAX);
	struct pubkey key;
	FILE *in = fopen(path, "re");

	if (in == NULL)
		return NULL;
	size_t n = fread(text, 1, HOST_KEY_MAX, in);
	fclose(in);
	if (pubkey_parse(arena, text, n, &key).code != E_OK)
		return NULL;
	return arena_printf(arena, "%-20s %s", key.type, key.fingerprint);
}

/* Those of this machine: the file lives where people log in. */
static size_t own_host_keys(struct arena *arena, const char **keys, size_t most)
{
	glob_t found = { 0 };
	size_t n = 0;

	if (glob("/etc/ssh/ssh_host_*_key.pub", 0, NULL, &found) == 0)
		for (size_t i = 0; i < found.gl_pathc && n < most; i++) {
			keys[n] = host_key_words(arena, found.gl_pathv[i]);
			n += keys[n] != NULL ? 1 : 0;
		}
	globfree(&found);
	return n;
}

static struct error load(struct kit *kit, int64_t account_id)
{
	TRY(account_get(kit->ctx, kit->arena, account_id, &kit->account));
	TRY(front_door_get(kit->ctx, kit->arena, &kit->door));
	TRY(competition_get(kit->ctx, kit->arena, &kit->competition));
	if (kit->door.v == 0)
		return rule(N_("Nobody has said yet where people log in and whom they may ring: "
			       "klash account "
			       "invite LOGIN --host ADDRESS --contact TEXT"));
	return ok();
}

static struct error write_kit(struct kit *kit, const struct document_ask *ask)
{
	const char *own[8];
	const char *const *keys = ask->host_keys;
	size_t n = ask->host_key_count;

	if (n == 0) {
		n = own_host_keys(kit->arena, own, LEN(own));
		keys = own;
	}
	if (n == 0)
		return rule(N_(
			"The server's fingerprint is not known here. On the server: ssh-keygen -lf "
			"/etc/ssh/ssh_host_ed25519_key.pub; then give it with --host-key."));
	put_greeting(kit);
	TRY(put_key(kit));
	put_login(kit);
	put_fingerprints(kit, keys, n);
	put_keys(kit);
	put_help(kit);
	TRY(put_privacy(kit));
	put_session(kit);
	return ok();
}

/* The page is begun in the reader's language, so that its title is. */
static struct error write_page(
	struct kit *kit, const struct document_ask *ask, struct documents *out)
{
	/* TRANSLATORS: %s is the competition's name. */
	const char *title =
		arena_printf(kit->arena, _("The way in: %s"), competition_name(&kit->competition));

	kit->page = document_new(out, kit->arena, i18n_lang(), title);
	out->about = arena_printf(kit->arena, "account:%lld", (long long)kit->account.id);
	return write_kit(kit, ask);
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	struct kit kit = { .ctx = ctx, .arena = arena };
	const char *before = i18n_lang();

	TRY(require(ctx, ACT_ACCOUNT));
	TRY(load(&kit, ask->id));
	i18n_use(ask->lang != NULL ? ask->lang : kit.account.lang);
	struct error e = write_page(&kit, ask, out);
	i18n_use(before);
	return e;
}

static struct error find(struct context *ctx, const char *login, int64_t *id)
{
	struct arena arena = { 0 };
	struct account account;
	struct error e = account_find(ctx, &arena, login, &account);

	if (e.code == E_OK)
		*id = account.id;
	arena_clear(&arena);
	return e;
}

const struct document_kind invitation_kind = {
	.noun = "invitation",
	.word = NC_("document", "Invitation with the way in"),
	.of = "account",
	.own_language = true,
	.told = "account.invite",
	.find = find,
	.make = make,
};

struct error invitation_session(struct context *ctx, struct arena *arena, const char **text)
{
	struct kit kit = { .ctx = ctx, .arena = arena };

	TRY(require(ctx, ACT_ACCOUNT));
	TRY(load(&kit, ctx->account.id));
	*text = session_lines(arena, &kit.door, "\r\n");
	return ok();
}
