/* SPDX-License-Identifier: MIT */
#include "src/cli/door_prove.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "src/base/i18n.h"
#include "src/base/program.h"
#include "src/cli/remote.h"
#include "src/ground/save.h"
#include "src/registers/proof_key.h"

#define SSH "/usr/bin/ssh"
#define SCP "/usr/bin/scp"
#define SFTP "/usr/bin/sftp"
#define SSH_AGENT "/usr/bin/ssh-agent"
#define SSH_KEYGEN "/usr/bin/ssh-keygen"

enum {
	PATIENCE = 20,
	TUNNEL_PATIENCE = 6,
	ARGUMENTS_MAX = 60,
	FAILED_TO_CONNECT = 255,
	USUAL_PORT = 22,
};

struct prover {
	struct arena *arena;
	struct proof *proof;
	const char *folder, *key, *address;
	const char *home; /* HOME=folder: xauth waits long for a lock where it may not write */
	long port;
	int patience;     /* seconds */
	const char *said; /* by the last program */
	bool unheard;     /* sshd closed a connection before it began */
};

static const char *in_folder(struct prover *p, const char *name)
{
	return arena_printf(p->arena, "%s/%s", p->folder, name);
}

/* program, the options that all of them know, then `more`. */
static const char **arguments(struct prover *p, const char *program, const char *const *more)
{
	const char *options[] = { "-F", "none", "-i", p->key, "-o", "IdentitiesOnly=yes", "-o",
		"BatchMode=yes", "-o", "StrictHostKeyChecking=accept-new", "-o",
		arena_printf(p->arena, "UserKnownHostsFile=%s/known", p->folder), "-o",
		"ConnectTimeout=10", "-o", "LogLevel=INFO", "-o",
		arena_printf(p->arena, "Port=%ld", p->port) };
	const char **argv = arena_alloc(p->arena, (ARGUMENTS_MAX + 1) * sizeof(*argv));
	size_t n = 0;

	argv[n++] = program;
	for (size_t i = 0; i < LEN(options); i++)
		argv[n++] = options[i];
	for (size_t i = 0; more[i] != NULL && n < ARGUMENTS_MAX; i++)
		argv[n++] = more[i];
	return argv;
}

#define MORE(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* As sshd does for a while to an address from which logins failed, and when too many come at once;
 * who is refused by their key hears so. Newer clients say the second of these at LogLevel INFO. */
static bool was_cut_off(int status, const char *said)
{
	static const char *const words[] = { "kex_exchange_identification", "Connection closed by",
		"Connection reset by" };

	for (size_t i = 0; i < LEN(words); i++)
		if (status == FAILED_TO_CONNECT && strstr(said, words[i]) != NULL)
			return true;
	return false;
}

/* Without ssh's line on the server's key, which it sees for the first time. */
static const char *without_greeting(const char *said)
{
	const char *end = strchr(said, '\n');

	return strncmp(said, "Warning: Permanently added", 26) == 0 && end != NULL ? end + 1 : said;
}

static int run_with(
	struct prover *p, const char *program, const char *const *more, const char *offer)
{
	const char *const environment[] = { p->home, offer, NULL };
	struct program_result result;
	struct error e = program_run(
		p->arena, arguments(p, program, more), environment, p->patience, &result);

	p->said = e.code != E_OK    ? strerror((int)e.low) :
		  result.status < 0 ? _("no answer in time") :
				      without_greeting(result.out);
	p->unheard = p->unheard || was_cut_off(result.status, p->said);
	return result.status;
}

static int run(struct prover *p, const char *program, const char *const *more)
{
	return run_with(p, program, more, NULL);
}

/* Our own words came back: the key is good, and Klash answered. */
static bool klash_answered(const struct prover *p, int status)
{
	return status >= 0 && status != FAILED_TO_CONNECT && strstr(p->said, "klash: ") != NULL;
}

static bool gets_in(struct prover *p)
{
	return klash_answered(p, run(p, SSH, MORE("-T", p->address)));
}

static bool refuses_shell(struct prover *p)
{
	int status = run(p, SSH, MORE("-T", p->address, "sh -c 'echo klash-$((6*7))'"));

	return klash_answered(p, status) && strstr(p->said, "klash-42") == NULL;
}

static bool refuses_shell_on_terminal(struct prover *p)
{
	int status = run(p, SSH, MORE("-tt", p->address, "/bin/sh -c 'echo klash-$((6*7))'"));

	return klash_answered(p, status) && strstr(p->said, "klash-42") == NULL;
}

static bool is_there(const char *path)
{
	bool there = access(path, F_OK) == 0;

	if (there)
		(void)unlink(path);
	return there;
}

static bool refuses_upload(struct prover *p)
{
	const char *to = arena_printf(p->arena, "/tmp/klash-upload-%ld", (long)getpid());
	const char *target = arena_printf(p->arena, "%s:%s", p->address, to);
	int modern = run(p, SCP, MORE(p->key, target));
	int classic = run(p, SCP, MORE("-O", p->key, target));

	return modern > 0 && classic > 0 && !is_there(to);
}

static bool refuses_download(struct prover *p)
{
	const char *to = in_folder(p, "download");
	const char *source = arena_printf(p->arena, "%s:/etc/passwd", p->address);
	int modern = run(p, SCP, MORE(source, to));
	int classic = run(p, SCP, MORE("-O", source, to));

	return modern > 0 && classic > 0 && !is_there(to);
}

static bool refuses_sftp(struct prover *p)
{
	const char *to = in_folder(p, "sftp"), *script = in_folder(p, "script");
	const char *order = arena_printf(p->arena, "get /etc/passwd %s\n", to);

	if (save_file(script, order, strlen(order), 0).code != E_OK)
		return false;
	int status = run(p, SFTP, MORE("-b", script, p->address));
	return status > 0 && !is_there(to);
}

static struct sockaddr_in loopback(long port)
{
	return (struct sockaddr_in){ .sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr = { htonl(INADDR_LOOPBACK) } };
}

static long free_port(void)
{
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	struct sockaddr_in address = loopback(0);
	socklen_t size = sizeof(address);
	bool good = fd >= 0 && bind(fd, (struct sockaddr *)&address, size) == 0 &&
		    getsockname(fd, (struct sockaddr *)&address, &size) == 0;

	if (fd >= 0)
		close(fd);
	return good ? ntohs(address.sin_port) : 0;
}

/* Waits until ssh listens there; -1 if it never does. */
static int connect_to(long port, pid_t ssh)
{
	struct sockaddr_in address = loopback(port);

	for (int tries = 0; tries < PATIENCE * 10; tries++) {
		int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

		if (connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0)
			return fd;
		close(fd);
		if (kill(ssh, 0) != 0)
			return -1;
		poll(NULL, 0, 100);
	}
	return -1;
}

enum heard { HEARD_SSHD, HEARD_END, HEARD_NOTHING };

/* What comes from the other end: sshd's first words, the end of the connection, or nothing in time.
 */
static enum heard listen_to(int fd)
{
	struct pollfd ready = { .fd = fd, .events = POLLIN };
	char heard[64];
	size_t n = 0;

	while (n < sizeof(heard) && poll(&ready, 1, TUNNEL_PATIENCE * 1000) == 1) {
		ssize_t got = read(fd, heard + n, sizeof(heard) - n);

		if (got <= 0)
			return HEARD_END;
		n += (size_t)got;
		if (memmem(heard, n, "SSH-", 4) != NULL)
			return HEARD_SSHD;
	}
	return HEARD_NOTHING;
}

/* Asks a SOCKS 5 proxy (RFC 1928) for sshd itself, one question after the other. */
static bool ask_socks(int fd, long port)
{
	const uint8_t hello[] = { 5, 1, 0 };
	const uint8_t ask[] = { 5, 1, 0, 1, 127, 0, 0, 1, (uint8_t)(port >> 8), (uint8_t)port };
	uint8_t answer[2];

	return write(fd, hello, sizeof(hello)) == (ssize_t)sizeof(hello) &&
	       recv(fd, answer, sizeof(answer), MSG_WAITALL) == (ssize_t)sizeof(answer) &&
	       write(fd, ask, sizeof(ask)) == (ssize_t)sizeof(ask);
}

/* ssh listens on this side; what it is told to reach on the other must not answer, and that must
 * show. */
static bool refuses_tunnel(struct prover *p, bool socks)
{
	long port = free_port();
	const char *tunnel =
		socks ? arena_printf(p->arena, "127.0.0.1:%ld", port) :
			arena_printf(p->arena, "127.0.0.1:%ld:127.0.0.1:%ld", port, p->port);
	const char **argv = arguments(p, SSH, MORE("-N", socks ? "-D" : "-L", tunnel, p->address));
	pid_t ssh;

	if (port == 0 || program_start(argv, MORE(p->home), &ssh).code != E_OK)
		return false;
	int fd = connect_to(port, ssh);
	p->unheard = p->unheard || fd < 0; /* it listens only once it is let in */
	bool refused = fd >= 0 && (!socks || ask_socks(fd, p->port)) && listen_to(fd) == HEARD_END;
	if (fd >= 0)
		close(fd);
	program_stop(ssh);
	return refused;
}

static bool refuses_local(struct prover *p)
{
	return refuses_tunnel(p, false);
}

static bool refuses_dynamic(struct prover *p)
{
	return refuses_tunnel(p, true);
}

static bool refuses_remote(struct prover *p)
{
	const char *back = arena_printf(p->arena, "127.0.0.1:0:127.0.0.1:%ld", p->port);

	p->patience = TUNNEL_PATIENCE; /* a tunnel that opens stays */
	int status =
		run(p, SSH, MORE("-N", "-o", "ExitOnForwardFailure=yes", "-R", back, p->address));
	p->patience = PATIENCE;
	return status == FAILED_TO_CONNECT;
}

/* Klash itself says so if sshd gave it an agent or a display. */
static bool refuses_offer(struct prover *p, const char *option, const char *offer)
{
	int status = run_with(p, SSH, MORE("-T", option, p->address), offer);

	return klash_answered(p, status) && strstr(p->said, REMOTE_FORWARDING) == NULL;
}

/* Its name is there a moment before it listens; an agent that does not, ssh does not offer, and no
 * door would have to refuse it. */
static bool listens(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
	bool good = fd >= 0 && connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0;
	if (fd >= 0)
		close(fd);
	return good;
}

static bool refuses_agent(struct prover *p)
{
	const char *socket_path = in_folder(p, "agent");
	const char *argv[] = { SSH_AGENT, "-D", "-a", socket_path, NULL };
	pid_t agent;

	if (program_start(argv, MORE(p->home), &agent).code != E_OK)
		return false;
	bool offered = false;
	for (int tries = 0; tries < 50 && !(offered = listens(socket_path)); tries++)
		poll(NULL, 0, 100);
	bool refused =
		refuses_offer(p, "-A", arena_printf(p->arena, "SSH_AUTH_SOCK=%s", socket_path));
	program_stop(agent);
	return offered && refused;
}

static bool refuses_display(struct prover *p)
{
	return refuses_offer(p, "-X", "DISPLAY=127.0.0.1:77");
}

static bool is_shut(struct prover *p)
{
	return run(p, SSH, MORE("-T", p->address)) == FAILED_TO_CONNECT;
}

struct attempt {
	const char *what;
	bool (*holds)(struct prover *p);
};

/* False if there is no use in trying on. */
static bool try_one(struct prover *p, const struct attempt *attempt)
{
	struct proof *proof = p->proof;
	bool first = proof->n == 0;

	p->said = "";
	p->unheard = false;
	bool holds = attempt->holds(p);
	enum proof_end end = p->unheard ? PROOF_UNTRIED : holds ? PROOF_HELD : PROOF_FAILED;
	proof->rows[proof->n++] = (struct proof_row){ attempt->what, end, p->said };
	if (proof->end == PROOF_HELD)
		proof->end = end;
	return end != PROOF_UNTRIED && (holds || !first);
}

static void try_all(struct prover *p)
{
	static const struct attempt attempts[] = {
		{ N_("the key gets in, to Klash"), gets_in },
		{ N_("a command for a shell"), refuses_shell },
		{ N_("a shell on a terminal"), refuses_shell_on_terminal },
		{ N_("copying a file there (scp)"), refuses_upload },
		{ N_("fetching a file (scp)"), refuses_download },
		{ N_("file transfer (sftp)"), refuses_sftp },
		{ N_("a tunnel there (-L)"), refuses_local },
		{ N_("a tunnel back (-R)"), refuses_remote },
		{ N_("a proxy (-D)"), refuses_dynamic },
		{ N_("the client's agent (-A)"), refuses_agent },
		{ N_("the client's display (-X)"), refuses_display },
	};

	for (size_t i = 0; i < LEN(attempts); i++)
		if (!try_one(p, &attempts[i]))
			return;
}

static struct error make_key(struct prover *p, struct pubkey *key)
{
	char text[4096];
	const char *argv[] = { SSH_KEYGEN, "-q", "-t", "ed25519", "-N", "", "-C",
		"ssh-setup --prove", "-f", p->key, NULL };
	struct program_result result;
	FILE *in;

	TRY(program_run(p->arena, argv, MORE(p->home), PATIENCE, &result));
	in = fopen(arena_printf(p->arena, "%s.pub", p->key), "re");
	if (result.status != 0 || in == NULL)
		return rule(N_("No key could be made. Is openssh-client installed?"));
	size_t n = fread(text, 1, sizeof(text), in);
	fclose(in);
	return pubkey_parse(p->arena, text, n, key);
}

static struct error try_out(struct prover *p, const char *file)
{
	static const struct attempt afterwards = { N_("the same key once it is taken away"),
		is_shut };
	struct pubkey key;

	TRY(make_key(p, &key));
	TRY(proof_key_put(p->arena, file, &key));
	try_all(p);
	proof_key_remove(p->arena, file);
	if (p->proof->end == PROOF_HELD)
		try_one(p, &afterwards);
	return ok();
}

/* Programs left files of their own in it, but no folders. */
static void remove_folder(struct prover *p)
{
	DIR *directory = opendir(p->folder);

	if (directory != NULL) {
		for (struct dirent *entry; (entry = readdir(directory)) != NULL;)
			(void)unlinkat(dirfd(directory), entry->d_name, 0);
		closedir(directory);
	}
	(void)rmdir(p->folder);
}

/* Whoever interrupts it must not leave the key behind. */
static void ignore_signals(struct sigaction before[3], bool ignore)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction action = { .sa_handler = SIG_IGN };

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < LEN(signals); i++)
		sigaction(signals[i], ignore ? &action : &before[i], ignore ? &before[i] : NULL);
}

struct error door_prove(struct arena *arena, const struct door *door, struct proof *proof)
{
	char folder[] = "/tmp/klash-proof-XXXXXX";
	struct sigaction before[3];

	*proof = (struct proof){ .end = PROOF_HELD };
	if (mkdtemp(folder) == NULL)
		return (struct error){ .code = E_IO, .low = errno };
	struct prover p = { .arena = arena,
		.proof = proof,
		.folder = folder,
		.home = arena_printf(arena, "HOME=%s", folder),
		.port = door->port == 0 ? USUAL_PORT : door->port,
		.patience = PATIENCE,
		.said = "" };
	p.key = in_folder(&p, "key");
	p.address = arena_printf(arena, "%s@127.0.0.1", door->user);
	ignore_signals(before, true);
	struct error e = try_out(&p, door->file);
	remove_folder(&p);
	ignore_signals(before, false);
	return e;
}
