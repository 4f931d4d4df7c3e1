/* SPDX-License-Identifier: MIT
 * Bytes come from wgetch and are decoded here: get_wch would freeze the keyboard after one invalid
 * byte. Unknown escape sequences are swallowed whole, so that none of them types letters. */
#include "ui/toolkit/term_keys.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "db/base/error.h"
#include "db/base/utf8.h"
#include "ui/toolkit/sequence.h"

enum {
	ESCAPE_DELAY_MS = 100, /* over SSH an arrow key can arrive in two pieces */
	FOLLOW_MS = 5,         /* a paste that trickles in is there by then */
	SEQUENCE_MAX = 32,
	AHEAD_MAX = 64,
	BURST_LEAST = 5, /* nobody's fingers are so fast; a line that stalls may join two keys */
};

static struct {
	bool latin1, probing;
	term_reader read;
	void *read_arg;
	int ahead[AHEAD_MAX], ahead_count; /* bytes read ahead, the next one first */
} keys;

static volatile sig_atomic_t hung_up;
static volatile sig_atomic_t continued;

static void on_hangup(int signal)
{
	(void)signal;
	hung_up = 1;
}

static void on_continued(int signal)
{
	(void)signal;
	continued = 1;
}

/* All that would end the program where it stands, and leave the terminal as it is then. SIGALRM is
 * borrowed by db/file.c while it waits for a lock. */
void term_keys_watch_signals(void)
{
	static const int ending[] = { SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM };
	struct sigaction action = { .sa_handler = on_hangup };
	struct sigaction again = { .sa_handler = on_continued };

	sigemptyset(&action.sa_mask);
	sigemptyset(&again.sa_mask);
	sigaction(SIGCONT, &again, NULL);
	for (size_t i = 0; i < LEN(ending); i++)
		sigaction(ending[i], &action, NULL);
	signal(SIGPIPE, SIG_IGN);
}

struct sequence {
	const char *keys;
	int code;
};

/* The plain arrows mean arrows everywhere: some descriptions, PuTTY's for one, have other keys for
 * them. */
static void define_arrows(void)
{
	static const struct sequence arrows[] = {
		{ "\033[A", KEY_UP },
		{ "\033[B", KEY_DOWN },
		{ "\033[C", KEY_RIGHT },
		{ "\033[D", KEY_LEFT },
	};

	for (size_t i = 0; i < LEN(arrows); i++)
		define_key(arrows[i].keys, arrows[i].code);
}

/* Some descriptions have function keys for the keypad: what stands on a key is what it types. */
static void forget_keypad(void)
{
	char bytes[4];

	for (size_t i = 0; sequence_keypad_bytes(i, bytes); i++)
		define_key(bytes, 0);
}

static void define_extra_keys(void)
{
	static const struct sequence extra[] = {
		{ "\033[200~", TERM_PASTE_BEGIN },
		{ "\033[201~", TERM_PASTE_END },
		{ "\033[11~", KEY_F(1) },
		{ "\033[1~", KEY_HOME },
		{ "\033[4~", KEY_END },
		{ "\033OH", KEY_HOME },
		{ "\033OF", KEY_END },
		{ "\033[H", KEY_HOME },
		{ "\033[F", KEY_END },
		{ "\033[Z", KEY_BTAB },
	};

	for (size_t i = 0; i < LEN(extra); i++)
		if (key_defined(extra[i].keys) <= 0)
			define_key(extra[i].keys, extra[i].code);
}

void term_keys_define(void)
{
	set_escdelay(ESCAPE_DELAY_MS);
	define_arrows();
	forget_keypad();
	define_extra_keys();
}

void term_keys_from(term_reader read, void *arg)
{
	keys.read = read;
	keys.read_arg = arg;
	keys.ahead_count = 0;
}

bool term_is_latin1(void)
{
	return keys.latin1;
}

/* Whoever had the terminal meanwhile has left their modes and their letters on it. */
static int come_back(void)
{
	continued = 0;
	term_come_back();
	return KEY_RESIZE;
}

/* One byte or curses code; -1: none within the time; -2: the terminal is gone. */
static int read_new_code(int timeout_ms)
{
	if (hung_up)
		return -2;
	if (keys.read != NULL)
		return keys.read(keys.read_arg, timeout_ms);
	if (continued)
		return come_back();
	wtimeout(stdscr, timeout_ms);
	errno = 0;
	int code = wgetch(stdscr);
	if (code != ERR)
		return code;
	if (hung_up || errno == EIO)
		return -2;
	if (continued)
		return come_back();
	if (errno == EINTR)
		return -1;
	/* No key in time, or no terminal any more: only the latter is readable at once. */
	struct pollfd in = { STDIN_FILENO, POLLIN, 0 };
	if (poll(&in, 1, 0) == 1 && (in.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
		return -2;
	return -1;
}

/* The same, what was read ahead first. */
static int read_code(int timeout_ms)
{
	if (keys.ahead_count == 0)
		return read_new_code(timeout_ms);
	int code = keys.ahead[0];
	keys.ahead_count--;
	memmove(keys.ahead, keys.ahead + 1, (size_t)keys.ahead_count * sizeof(*keys.ahead));
	return code;
}

static void push_back(int code)
{
	if (keys.ahead_count == AHEAD_MAX)
		return;
	memmove(keys.ahead + 1, keys.ahead, (size_t)keys.ahead_count * sizeof(*keys.ahead));
	keys.ahead[0] = code;
	keys.ahead_count++;
}

static bool is_text(int code)
{
	return (code >= ' ' && code <= 0xFF && code != K_BACKSPACE) || code == K_ENTER ||
	       code == '\n' || code == K_TAB;
}

/* A key held down repeats; empty lines are nobody's key. */
static bool is_held(int key)
{
	for (int i = 0; i < keys.ahead_count; i++)
		if (keys.ahead[i] != key || key == K_ENTER)
			return false;
	return true;
}

/* Waits a moment for what follows a key, and reads as much of it as tells. */
static void look_ahead(void)
{
	struct pollfd in = { STDIN_FILENO, POLLIN, 0 };
	int waiting = 0;

	if (keys.ahead_count == 0 && poll(&in, 1, FOLLOW_MS) != 1)
		return;
	if (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 ||
		waiting + keys.ahead_count < BURST_LEAST - 1)
		return;
	while (keys.ahead_count < BURST_LEAST - 1) {
		int code = read_new_code(0);

		if (code < 0)
			return;
		keys.ahead[keys.ahead_count++] = code;
	}
}

bool term_is_burst(int key)
{
	int text = 0;

	if (key >= K_FIRST || (key < 0x80 && !is_text(key)))
		return false;
	if (keys.read == NULL)
		look_ahead();
	while (text < keys.ahead_count && is_text(keys.ahead[text]))
		text++;
	return text >= BURST_LEAST - 1 && !is_held(key);
}

/* The answer to the probe: ESC [ row ; column R. Behind "ä" at column 1 it is 2 in UTF-8, 3
 * otherwise. */
static void take_position(const char *sequence)
{
	int row, column;

	if (!keys.probing || sscanf(sequence, "%d;%dR", &row, &column) != 2)
		return;
	keys.probing = false;
	keys.latin1 = column == 3;
}

/* Behind ESC: a sequence curses does not know is read to its end and dropped. */
static int read_escape(void)
{
	char sequence[SEQUENCE_MAX + 1];
	int n = 0, code = read_code(0);

	if (code < 0)
		return K_ESC;
	if (code == 'O')
		return sequence_keypad(read_code(ESCAPE_DELAY_MS));
	if (code != '[') {
		push_back(code); /* Esc, and then another key */
		return K_ESC;
	}
	while (n < SEQUENCE_MAX && (code = read_code(ESCAPE_DELAY_MS)) >= 0 && code < 0x80) {
		sequence[n++] = (char)code;
		if (code >= 0x40 && code <= 0x7E)
			break;
	}
	sequence[n] = '\0';
	if (n > 0 && sequence[n - 1] == 'R')
		take_position(sequence);
	return sequence_csi(sequence);
}

static int decode_utf8(int first)
{
	char bytes[5] = { (char)first };
	int need = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
	uint32_t code;

	if (first < 0xC2 || first > 0xF4)
		return K_UNKNOWN;
	for (int i = 1; i <= need; i++) {
		int next = read_code(ESCAPE_DELAY_MS);

		if (next < 0x80 || next > 0xBF) {
			if (next >= 0)
				push_back(next); /* it begins something else */
			return K_UNKNOWN;
		}
		bytes[i] = (char)next;
	}
	return utf8_decode(bytes, &code) == (size_t)need + 1 ? (int)code : K_UNKNOWN;
}

static int key_of_code(int code)
{
	static const struct {
		int code, key;
	} known[] = {
		{ KEY_UP, K_UP },
		{ KEY_DOWN, K_DOWN },
		{ KEY_LEFT, K_LEFT },
		{ KEY_RIGHT, K_RIGHT },
		{ KEY_HOME, K_HOME },
		{ KEY_END, K_END },
		{ KEY_PPAGE, K_PAGE_UP },
		{ KEY_NPAGE, K_PAGE_DOWN },
		{ KEY_IC, K_INSERT },
		{ KEY_DC, K_DELETE },
		{ KEY_BTAB, K_BACKTAB },
		{ KEY_BACKSPACE, K_BACKSPACE },
		{ KEY_ENTER, K_ENTER },
		{ KEY_RESIZE, K_RESIZE },
		{ KEY_F(1), K_F1 },
		{ TERM_PASTE_BEGIN, K_PASTE_BEGIN },
		{ TERM_PASTE_END, K_PASTE_END },
	};

	for (size_t i = 0; i < LEN(known); i++)
		if (known[i].code == code)
			return known[i].key;
	return K_UNKNOWN;
}

int term_key(int timeout_ms)
{
	int code = read_code(timeout_ms);

	if (code == -2)
		return K_HANGUP;
	if (code < 0)
		return K_NONE;
	if (code == 27)
		return read_escape();
	if (code == 8)
		return K_BACKSPACE;
	if (code < 0x80)
		return code;
	return code > 0xFF ? key_of_code(code) : decode_utf8(code);
}

void term_probe_charset(void)
{
	if (keys.read != NULL)
		return;
	keys.probing = true;
	printf("\0337\033[%d;1H\303\244\033[6n\r\033[K\0338", LINES);
	fflush(stdout);
}
