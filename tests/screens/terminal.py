#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The real program in a real pseudo-terminal: it starts, answers, gives the terminal back, and ends when the
line drops, whatever the terminal is. $KLASH is the program; nothing but Python's own library is needed."""
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from tap import end, test  # noqa: E402

KLASH = os.environ["KLASH"]
PATIENCE = 20.0  # seconds; under sanitizers, on a busy machine
KEY_SECONDS = 0.05  # between two keys


class Terminal:
    """A window with the program in it. Answers the question where the cursor is as a terminal would that
    shows UTF-8 (column 2 behind an ä) or not (3)."""

    def __init__(self, *arguments, rows=24, columns=80, term="xterm-256color", column=2):
        self.output, self.column, self.status = b"", column, None
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            environment = dict(os.environ, TERM=term, LC_ALL="C.UTF-8", LANGUAGE="")
            environment.pop("COLUMNS", None)
            environment.pop("LINES", None)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(KLASH, [KLASH, *arguments], environment)
        self.before = termios.tcgetattr(self.master)

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, timeout):
        """What comes within the time; False at the end."""
        if not select.select([self.master], [], [], timeout)[0]:
            return True
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.output += data
        if b"\x1b[6n" in data:
            os.write(self.master, b"\x1b[24;%dR" % self.column)
        return len(data) > 0

    def wait_for(self, text):
        end = time.time() + PATIENCE
        while text.encode() not in self.output and time.time() < end and self.read(0.1):
            pass
        return text.encode() in self.output

    def settle(self):
        """Until nothing more comes for a moment."""
        size = -1
        while size != len(self.output):
            size = len(self.output)
            self.read(0.25)

    def press(self, keys):
        """One after the other: many at once, where they would be commands, are a paste."""
        self.output = b""
        for key in keys:
            os.write(self.master, key.encode())
            self.pause(KEY_SECONDS)

    def pause(self, seconds):
        """Takes what comes meanwhile, all of that time."""
        end = time.time() + seconds
        while (left := end - time.time()) > 0 and self.read(left):
            pass

    def end(self):
        """The exit status once it has ended by itself; None if it does not."""
        end = time.time() + PATIENCE
        while self.status is None and time.time() < end:
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid != 0:
                self.status = os.waitstatus_to_exitcode(status)
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        while self.read(0.05) and select.select([self.master], [], [], 0.05)[0]:
            pass
        return self.status

    def wait_gone(self):
        """As end, when nobody reads the terminal any more."""
        end = time.time() + PATIENCE
        while time.time() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid != 0:
                return True
            time.sleep(0.02)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        return False


def verifies(path):
    return subprocess.run([KLASH, "--db", path, "verify"], capture_output=True).returncode == 0


def without_codes(output):
    return re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[()][A-Z0-9]|\x1b[78=>]", b" ", output).decode("utf-8", "replace")


def starting_and_leaving(path):
    t = Terminal("--db", path, "--lang", "fi")
    test("the desk of the demo comes up", t.wait_for("Hoidettavaa") and "ESITTELY" in without_codes(t.output), t.output)
    t.settle()
    t.press("1")
    test("a key opens the problems", t.wait_for("P-001"), t.output)
    t.settle()
    t.output = b""
    t.resize(40, 130)
    test("a wider window shows the record beside the list", t.wait_for("Perustelu"), t.output)
    t.settle()
    t.output = b""
    t.resize(10, 40)
    test("a small one still shows where one is", t.wait_for("ESITTELY"), t.output)
    t.settle()
    t.resize(24, 80)
    t.settle()
    t.press("q")
    test("q leaves with exit status 0", t.end() == 0, t.output)
    test("the terminal is given back: screen, cursor, pasting",
         all(code in t.output for code in (b"\x1b[?1049l", b"\x1b[?2004l", b"\x1b[?25h")), t.output)
    os.close(t.master)


def modes_restored(path):
    """A shell underneath sees the modes that were there before."""
    t = Terminal("--db", path, "--lang", "fi")
    t.wait_for("Hoidettavaa")
    raw = termios.tcgetattr(t.master)
    t.settle()
    t.press("q")
    t.end()
    after = termios.tcgetattr(t.master)
    test("keys are read raw while it runs", raw[3] & (termios.ICANON | termios.ECHO) == 0, raw)
    test("and the terminal's modes are as before", after[:4] == t.before[:4], (t.before, after))
    os.close(t.master)


def typing(path):
    t = Terminal("--db", path, "--lang", "fi")
    t.wait_for("Hoidettavaa")
    t.settle()
    t.press("\x06")
    t.settle()
    t.press("kyläkyyd")
    test("letters beyond ASCII are typed and found", t.wait_for("P-004"), t.output)
    t.settle()
    os.write(t.master, b"\xe4")  # a byte of another character set does not block the keyboard
    t.settle()
    t.press("\x1b")
    t.settle()
    t.press("q")
    test("a stray byte does not block the keys", t.end() == 0, t.output)
    os.close(t.master)


def dropped_line(path):
    t = Terminal("--db", path, "--lang", "fi")
    t.wait_for("Hoidettavaa")
    t.settle()
    os.close(t.master)
    test("a dropped terminal leaves no process behind", t.wait_gone())
    test("and the file is good", verifies(path))


def in_a_form(path, name, act):
    """Ends it by `act` while a form is open, after a note has been saved."""
    t = Terminal("--db", path, "--lang", "fi")
    t.wait_for("Hoidettavaa")
    t.settle()
    t.press("1")
    t.wait_for("P-001")
    t.settle()
    t.press("c\tTallennettu ennen katkosta.\x13")
    saved = t.wait_for("Tallennettu.")
    t.press("c\tEi koskaan tallennettu.")
    t.settle()
    act(t)
    gone = t.wait_gone()
    notes = subprocess.run([KLASH, "--db", path, "note", "list", "--format", "json"], capture_output=True).stdout.decode()
    test(f"{name}: it ends", saved and gone)
    test(f"{name}: what was saved is there, what was not is not",
         "Tallennettu ennen katkosta." in notes and "Ei koskaan" not in notes, notes)
    test(f"{name}: the file verifies", verifies(path))
    os.close(t.master)


def moved_away(path):
    """Somebody moves the file while a form is open: nothing is called saved that is in no file."""
    moved = path + ".moved"
    t = Terminal("--db", path, "--lang", "fi")
    t.wait_for("Hoidettavaa")
    t.settle()
    t.press("1")
    t.wait_for("P-001")
    t.settle()
    os.rename(path, moved)
    test("a file that is moved away is told without a key", t.wait_for("siirretty tai korvattu"), t.output)
    t.settle()
    t.press("c\tJohonkin kadonnut.\x13")
    test("what is saved then is refused in the same words", t.wait_for("siirretty tai korvattu"), t.output)
    t.settle()
    seen = without_codes(t.output).replace(" ", "")  # letter by letter, as it was typed
    test("it is not called saved, and what was typed stays", "Tallennettu" not in seen and "kadonnut" in seen, seen)
    os.kill(t.pid, signal.SIGKILL)
    t.wait_gone()
    os.close(t.master)
    refused = subprocess.run([KLASH, "--db", path, "init"], capture_output=True)
    test("no new one is made beside what it left", refused.returncode == 1 and b"-wal" in refused.stderr, refused)
    os.rename(moved, path)
    notes = subprocess.run([KLASH, "--db", path, "note", "list", "--format", "json"], capture_output=True).stdout.decode()
    test("moved back it is as it was", "Johonkin" not in notes and verifies(path), notes)


def strange_terminals(path):
    t = Terminal("--db", path, "--lang", "fi", rows=5, columns=20)
    test("a window of 20x5 says that it is too small", t.wait_for("liian") and t.wait_for("pieni"), t.output)
    t.settle()
    t.press("q")
    test("and q leaves it", t.end() == 0, t.output)
    os.close(t.master)
    t = Terminal("--db", path, "--lang", "fi", term="dumb")
    asks = t.wait_for("Numero:")
    t.press("0\n")
    status = t.end()
    test("TERM=dumb is asked line by line, and 0 leaves", asks and status == 0 and b"\x1b" not in t.output,
         (status, t.output))
    os.close(t.master)
    t = Terminal("--db", path, "--lang", "fi", term="no-such-terminal")
    test("an unknown terminal is taken for a common one", t.wait_for("Hoidettavaa"), t.output)
    t.settle()
    t.press("q")
    test("and can be left", t.end() == 0, t.output)
    os.close(t.master)
    t = Terminal("--db", path, "--lang", "fi", term="vt100")
    test("a terminal without colours gets plain signs", t.wait_for("Hoidettavaa") and "✓".encode() not in t.output, t.output)
    t.settle()
    t.press("q")
    t.end()
    os.close(t.master)
    t = Terminal("--db", path, "--lang", "fi", column=3)
    status = t.end()
    test("a terminal that does not show UTF-8 is told so in ASCII",
         status == 1 and b"UTF-8" in t.output.split(b"\x1b[?1049l")[-1], (status, t.output))
    os.close(t.master)


def without_terminal(path):
    done = subprocess.run([KLASH, "--db", path, "--lang", "fi"], stdin=subprocess.DEVNULL, capture_output=True)
    test("without a terminal it says what works without one", done.returncode == 1 and b"klash --line" in done.stderr,
         done)


def main():
    directory = tempfile.mkdtemp(prefix="klash-pty-")
    path = os.path.join(directory, "k.db")
    try:
        subprocess.run([KLASH, "--db", path, "demo"], check=True, capture_output=True)
        starting_and_leaving(path)
        modes_restored(path)
        typing(path)
        dropped_line(path)
        in_a_form(path, "kill -9", lambda t: os.kill(t.pid, signal.SIGKILL))
        in_a_form(path, "SIGTERM", lambda t: os.kill(t.pid, signal.SIGTERM))
        in_a_form(path, "SIGHUP", lambda t: os.kill(t.pid, signal.SIGHUP))
        moved_away(path)
        strange_terminals(path)
        without_terminal(path)
    finally:
        shutil.rmtree(directory)
    return end()


sys.exit(main())
