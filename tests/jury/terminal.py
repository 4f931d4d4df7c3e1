# SPDX-License-Identifier: MIT
"""A program in a pseudo-terminal, and what its screen shows: as much of a terminal as ncurses asks of one."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

TIOCGPTPEER = 0x5441  # Linux: the other end of a pseudo-terminal
KEY_SECONDS = 0.02  # between two keys: faster than fingers, slower than five of them in one read
TOKEN = re.compile(
    rb"\x1b\[([?>]?)([0-9;]*)([@-~])|\x1b[()][A-B0]|\x1b([78=>MDEHc])|\x1b\][^\x07]*\x07|([\x00-\x1a\x1c-\x1f\x7f])"
    rb"|((?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+)"
)  # whole ones only: what a read cut in two waits for its rest


class Screen:
    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.cells = [[" "] * columns for _ in range(rows)]
        self.y = self.x = 0
        self.top, self.bottom = 0, rows - 1
        self.saved = (0, 0)
        self.last = " "
        self.rest = b""

    def feed(self, data):
        data = self.rest + data
        at = 0
        while at < len(data):
            match = TOKEN.match(data, at)
            if match is None:
                break
            if match.end() == len(data) and match.group(6) is None and match.group(5) is None \
                    and match.group(3) is None and match.group(4) is None:
                break
            self.apply(match)
            at = match.end()
        self.rest = data[at:]
        if len(self.rest) > 200:
            raise AssertionError("not a sequence: %r" % self.rest[:40])

    def apply(self, match):
        _, numbers, final, single, control, text = match.groups()
        if text:
            for letter in text.decode():
                self.put(letter)
        elif control:
            self.control(control)
        elif final:
            self.csi([int(n) if n else 0 for n in numbers.split(b";")], final.decode())
        elif single == b"7":
            self.saved = (self.y, self.x)
        elif single == b"8":
            self.y, self.x = self.saved
        elif single == b"M":
            self.reverse_line_feed()
        elif single in (b"D", b"E"):
            self.x = self.x if single == b"D" else 0
            self.line_feed()

    def put(self, letter):
        if self.x >= self.columns:
            self.x = 0
            self.line_feed()
        self.cells[self.y][self.x] = self.last = letter
        self.x += 1

    def line_feed(self):
        if self.y == self.bottom:
            self.scroll(1)
        elif self.y < self.rows - 1:
            self.y += 1

    def reverse_line_feed(self):
        if self.y == self.top:
            self.scroll(-1)
        elif self.y > 0:
            self.y -= 1

    def scroll(self, n):
        blank = [" "] * self.columns
        for _ in range(abs(n)):
            if n > 0:
                del self.cells[self.top]
                self.cells.insert(self.bottom, list(blank))
            else:
                del self.cells[self.bottom]
                self.cells.insert(self.top, list(blank))

    def control(self, control):
        if control == b"\r":
            self.x = 0
        elif control == b"\n":
            self.line_feed()
        elif control == b"\b":
            self.x = max(self.x - 1, 0)
        elif control == b"\t":
            self.x = min((self.x // 8 + 1) * 8, self.columns - 1)

    def csi(self, n, final):
        one = max(n[0], 1)
        if final in "Hf":
            self.y = min(one, self.rows) - 1
            self.x = min(max(n[1] if len(n) > 1 else 1, 1), self.columns) - 1
        elif final in "ABCD":
            self.y = min(max(self.y + {"A": -one, "B": one}.get(final, 0), 0), self.rows - 1)
            self.x = min(max(self.x + {"C": one, "D": -one}.get(final, 0), 0), self.columns - 1)
        elif final == "G":
            self.x = min(one, self.columns) - 1
        elif final == "d":
            self.y = min(one, self.rows) - 1
        elif final == "J":
            self.erase_line(n[0])
            lines = range(self.y + 1, self.rows) if n[0] == 0 else range(self.rows)
            for y in lines if n[0] != 1 else range(self.y):
                self.cells[y] = [" "] * self.columns
        elif final == "K":
            self.erase_line(n[0])
        elif final == "X":
            for x in range(self.x, min(self.x + one, self.columns)):
                self.cells[self.y][x] = " "
        elif final == "P":
            line = self.cells[self.y]
            del line[self.x : self.x + one]
            line.extend([" "] * (self.columns - len(line)))
        elif final == "@":
            line = self.cells[self.y]
            line[self.x : self.x] = [" "] * one
            del line[self.columns :]
        elif final == "b":
            for _ in range(one):
                self.put(self.last)
        elif final == "r":
            self.top, self.bottom = one - 1, (n[1] if len(n) > 1 and n[1] else self.rows) - 1
            self.y = self.x = 0
        elif final in "ST":
            self.scroll(one if final == "S" else -one)
        elif final in "LM":
            top, self.top = self.top, self.y
            self.scroll(-one if final == "L" else one)
            self.top = top

    def erase_line(self, how):
        start, end = (self.x, self.columns) if how == 0 else (0, self.x + 1) if how == 1 else (0, self.columns)
        for x in range(start, end):
            self.cells[self.y][x] = " "

    def text(self):
        return "\n".join("".join(line).rstrip() for line in self.cells)

    def words(self):
        return " ".join(self.text().split())


class Terminal:
    """Keys by name in angle brackets: "8<Enter>k"."""

    # What a keypad sends in application mode (PuTTY, xterm): ESC O and a letter.
    KEYPAD = {"Pad%d" % n: "\x1bO" + chr(ord("p") + n) for n in range(10)}
    KEYPAD.update({"PadEnter": "\x1bOM", "PadComma": "\x1bOl", "PadPoint": "\x1bOn", "PadMinus": "\x1bOm",
                   "PadPlus": "\x1bOk", "TmuxEnter": "\x1b[13;5u"})
    KEYS = {"Enter": "\r", "Esc": "\x1b", "Tab": "\t", "Up": "\x1b[A", "Down": "\x1b[B", "PgDn": "\x1b[6~",
            "PgUp": "\x1b[5~", "Space": " ", "Ctrl-S": "\x13", "Backspace": "\x7f", "End": "\x1b[F"}

    def __init__(self, command, rows=24, columns=80, term="xterm-256color", env=None):
        self.screen = Screen(rows, columns)
        self.pressed = 0
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = {"TERM": term, "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"],
                           "HOME": os.environ.get("HOME", "/")}
            environment.update(env or {})
            os.execve(command[0], command, environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds):
        """Takes what comes within that time; the bytes."""
        taken = b""
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            if left < 0 or not select.select([self.fd], [], [], max(left, 0))[0]:
                return taken
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                return taken
            if not data:
                return taken
            taken += data
            self.screen.feed(data)

    def wait(self, words, seconds=60.0, gone=False):
        end = time.monotonic() + seconds
        while (words in self.screen.words()) == gone:
            if time.monotonic() > end:
                raise AssertionError("%s %r:\n%s" % ("still" if gone else "no", words, self.screen.text()))
            self.read(0.02)

    def wait_for_another(self, text, seconds=60.0):
        """Until the screen shows something else than that text, and then nothing more comes."""
        end = time.monotonic() + seconds
        while self.screen.text() == text:
            if time.monotonic() > end:
                raise AssertionError("still:\n%s" % text)
            self.read(0.02)
        self.settle(0.05)

    def until(self, condition, seconds=60.0):
        """The same for anything that becomes true."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise AssertionError("not yet:\n%s" % self.screen.text())
            self.read(0.05)

    def settle(self, seconds=0.15):
        """Until nothing more comes for a while."""
        while self.read(seconds):
            pass

    def send(self, keys):
        for part in re.findall(r"<[A-Za-z0-9-]+>|.", keys, re.S):
            self.pressed += 1
            name = part[1:-1]
            keys = self.KEYPAD.get(name) or self.KEYS.get(name, part)
            os.write(self.fd, keys.encode() if len(part) > 2 else part.encode())
            if part == "<Esc>":
                self.pause()
            else:
                self.taken()

    def paste(self, text):
        """All at once, as a terminal without marks pastes."""
        os.write(self.fd, text.encode())

    def taken(self):
        """Keys are pressed one after the other: many at once would be a paste. What is written reaches the other end
        a moment later, so that nothing waiting there does not yet mean that it was read."""
        self.read(KEY_SECONDS)
        slave = fcntl.ioctl(self.fd, TIOCGPTPEER, os.O_RDONLY | os.O_NOCTTY)
        end = time.monotonic() + 60
        while struct.unpack("i", fcntl.ioctl(slave, termios.FIONREAD, bytes(4)))[0] and time.monotonic() < end:
            self.read(0.002)
        os.close(slave)

    def pause(self):
        """What follows an Esc at once would be one key with it: first it is read, then there is silence for longer
        than the parts of a key take."""
        slave = fcntl.ioctl(self.fd, TIOCGPTPEER, os.O_RDONLY | os.O_NOCTTY)
        end = time.monotonic() + 60
        while struct.unpack("i", fcntl.ioctl(slave, termios.FIONREAD, bytes(4)))[0] and time.monotonic() < end:
            self.read(0.01)
        os.close(slave)
        time.sleep(0.15)
        self.read(0)

    def hang_up(self):
        os.close(self.fd)
        self.fd = -1

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)

    def ended(self, seconds=60.0):
        """The status once it has ended; None if it has not within that time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid != 0:
                if self.fd >= 0:
                    os.close(self.fd)
                    self.fd = -1
                return status
            if self.fd >= 0:
                self.read(0.02)
            else:
                time.sleep(0.02)
        return None
