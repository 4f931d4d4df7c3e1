# SPDX-License-Identifier: MIT
"""A panel of jurors, each with an account, a key and an `ssh` on a terminal of its own, driven by one loop. What a
screen has acknowledged is what a juror has seen there: a score in its cell with "saved" below, or a receipt."""
import errno
import fcntl
import os
import pty
import re
import selectors
import signal
import sqlite3
import struct
import sys
import termios
import time

from server import CLEAN, wait_for

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "jury"))
from terminal import Screen  # noqa: E402

CRITERIA = (("impact", "Vaikuttavuus"), ("novelty", "Uutuus"), ("scaling", "Laajuus"))
KEYS = {"Enter": "\r", "Esc": "\x1b", "Up": "\x1b[A", "Down": "\x1b[B"}
SECONDS = 120  # only there to end a test that fails


def make_round(place, jurors, submissions):
    """The jurors j01 and so on, each with a key, and an open round of that many problems."""
    rows = "".join(f"091;Ongelma {n};Kuvaus {n}\r\n" for n in range(1, submissions + 1))
    place.must("problem", "import", "-", stdin=("kunta;otsikko;kuvaus\r\n" + rows).encode())
    place.must("round", "add", "problems", "--kind", "problems", "--closes", "2099-12-31")
    for key, name in CRITERIA:
        place.must("round", "criterion", "problems", key, "--weight", "0,3", "--scale", "0:10:1", "--name-fi", name,
                   "--name-sv", name)
    logins = [f"j{n:02d}" for n in range(1, jurors + 1)]
    for login in logins:
        place.add_person(login, f"Jäsen {login}", "juror")
    place.renew_keys()
    place.must("round", "juror", "problems", *logins)
    place.must("round", "open", "problems")
    return logins


class Sheet:
    """What a screen shows of a review: its code, the scores (None: none), the marked criterion, the last words."""

    ROW = re.compile(r"^([ ▸])(\w+) .*\[ *(\d*)\]")

    def __init__(self, screen):
        lines = ["".join(cells) for cells in screen.cells]
        code = re.match(r" (P-\d+) ", lines[0])
        rows = [match for match in map(self.ROW.match, lines) if match]
        self.code = code.group(1) if code and len(rows) == len(CRITERIA) else None
        self.scores = tuple(int(row.group(3)) if row.group(3) else None for row in rows) if self.code else ()
        self.at = next((i for i, row in enumerate(rows) if row.group(1) == "▸"), None)
        words = " ".join(" ".join(lines).split())
        self.saved = "✓ saved" in words
        self.submitted = "✓ submitted" in words or "Submitted. Receipt" in words
        self.asks = "[ " + "Submit" in words or "[ Take back" in words


class Juror:
    """A session at a time. `script(juror)` is a generator that yields what it waits for: a function of the screen, or
    seconds; it is told when that came true."""

    def __init__(self, place, login, script):
        self.place, self.login, self.script = place, login, script
        self.fingerprint = place.fingerprint(login)
        self.pid = self.fd = self.pids = None
        self.sessions = self.keys = 0

    def connect(self):
        argv = ["/usr/bin/ssh", *self.place.options(self.login), "-tt", self.place.address()]
        self.screen = Screen(24, 80)
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.chdir("/")
            os.execve(argv[0], argv, CLEAN)
        os.set_blocking(self.fd, False)
        self.sessions += 1
        self.generator = self.script(self)
        self.condition, self.since = next(self.generator), time.monotonic()

    def press(self, keys):
        """Keys by name in angle brackets; when they were sent."""
        bytes_ = b"".join(KEYS.get(part[1:-1], part).encode() for part in re.findall(r"<\w+>|.", keys))
        self.keys += len(re.findall(r"<\w+>|.", keys))
        at = time.monotonic()
        try:
            os.write(self.fd, bytes_)
        except OSError as e:  # the session has been killed; its end is read next
            if e.errno != errno.EIO:
                raise
        return at

    def advance(self, now):
        """Goes on as far as what it waits for has come."""
        while self.condition is not None:
            if isinstance(self.condition, float):
                if now < self.since + self.condition:
                    return
            elif not self.condition(self.screen):
                if now > self.since + SECONDS:
                    raise AssertionError(f"{self.login} waits in vain:\n{self.screen.text()}")
                return
            try:
                self.condition, self.since = self.generator.send(now), now
            except StopIteration:
                self.condition = None

    def stop(self):
        """Nothing more is pressed, and nothing shown from now on counts: once the program is gone, the terminal it
        leaves echoes the last keys, and a digit lands just where a score stands."""
        self.condition = None

    def end(self):
        """Forgets a session that is over."""
        self.generator.close()
        os.close(self.fd)
        os.waitpid(self.pid, 0)
        self.pid = self.fd = self.condition = None


class Crowd:
    """All of them in one loop."""

    def __init__(self):
        self.selector = selectors.DefaultSelector()
        self.swept = 0  # when those were asked as well whose screen did not change

    def connect(self, juror):
        juror.connect()
        self.selector.register(juror.fd, selectors.EVENT_READ, juror)

    def forget(self, juror):
        if juror.fd is not None:
            self.selector.unregister(juror.fd)
            juror.end()

    def forget_when_ended(self, juror):
        """The others go on meanwhile."""
        end = time.monotonic() + SECONDS
        while juror not in self.turn(0.02):
            if time.monotonic() > end:
                raise AssertionError(f"the session of {juror.login} does not end:\n{juror.screen.text()}")
        self.forget(juror)

    def here(self):
        return [key.data for key in list(self.selector.get_map().values())]

    def turn(self, seconds=0.05):
        """Takes what came; those whose session has ended."""
        ready = [key.data for key, _ in self.selector.select(seconds)]
        now, ended = time.monotonic(), []
        for juror in ready:
            try:
                data = os.read(juror.fd, 65536)
            except OSError:
                data = b""
            if data:
                juror.screen.feed(data)
            else:
                ended.append(juror)
        all_too = now > self.swept + 0.1
        self.swept = now if all_too else self.swept
        for juror in self.here() if all_too else ready:
            if juror not in ended:
                juror.advance(now)
        return ended

    def kill(self):
        for juror in self.here():
            os.kill(juror.pid, signal.SIGKILL)
            self.forget(juror)


def shows(words):
    return lambda screen: words in screen.words()


# What the screens on the way say that Enter goes on from; the question of the declaration covers its list's keys.
WAYS = ("is recorded", "[ Declare ]", "Enter send", "Enter review")


def enter_round(juror):
    """From wherever a login lands: the first sheet that is left to do, or the one the juror was at."""
    def somewhere(screen):
        words = screen.words()
        return Sheet(screen).code or any(known in words for known in WAYS)

    while True:
        yield somewhere
        sheet, words = Sheet(juror.screen), juror.screen.words()
        if sheet.code:
            return
        known = next(known for known in WAYS if known in words)
        juror.press("<Enter>")
        yield lambda screen: known not in screen.words()


def type_score(juror, criterion, value):
    """Types it where the mark is moved to; when the key was pressed and when it was shown as saved. A lone 1 waits for
    a second digit: the next arrow ends that."""
    def there(screen):
        return Sheet(screen).at == criterion

    def saved(screen):
        sheet = Sheet(screen)
        return sheet.code and sheet.saved and sheet.scores[criterion] == value and sheet.at == end

    at = Sheet(juror.screen).at
    juror.press("<Down>" * (criterion - at) + "<Up>" * (at - criterion))
    yield there
    end = criterion if value != 1 else criterion + 1 if criterion + 1 < len(CRITERIA) else criterion - 1
    pressed = juror.press(f"{value}" + ("" if end == criterion else "<Down>" if end > criterion else "<Up>"))
    return pressed, (yield saved)


def submit(juror):
    """From a sheet with every score; when it was confirmed and when the receipt was shown."""
    juror.press("<Enter>")
    yield lambda screen: Sheet(screen).asks
    pressed = juror.press("<Enter>")
    return pressed, (yield shows("Submitted. Receipt"))


def in_file(path, login):
    """What the file has of a juror: code -> ("submitted" or "draft", scores), each at most once."""
    criteria = [key for key, _ in CRITERIA]
    found, mine = {}, ("FROM assignment x JOIN round_item i ON i.id = x.round_item_id JOIN panel_member m "
                       "ON m.id = x.panel_member_id JOIN account a ON a.id = m.account_id ")
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30) as db:
        db.execute("BEGIN")
        for code, scores in db.execute(f"SELECT i.code, d.scores {mine} JOIN draft d ON d.assignment_id = x.id "
                                       "WHERE a.login = ?", (login,)):
            kept = {key: int(value) // 1000 for key, value in re.findall(r'"(\w+)": ?(\d+)', scores)}
            found[code] = ("draft", tuple(kept.get(key) for key in criteria))
        for code, review in db.execute(f"SELECT i.code, r.id {mine} JOIN review r ON r.assignment_id = x.id "
                                       "WHERE a.login = ? AND r.state = 'submitted'", (login,)).fetchall():
            rows = db.execute("SELECT c.key, s.value FROM score s JOIN criterion c ON c.id = s.criterion_id "
                              "WHERE s.review_id = ?", (review,)).fetchall()
            if code in found or len(rows) != len(criteria):
                raise AssertionError(f"{login} {code}: {found.get(code)} and {rows}")
            found[code] = ("submitted", tuple(dict(rows)[key] // 1000 for key in criteria))
    db.close()
    return found


def is_gone(pid):
    return wait_for(lambda: not os.path.exists(f"/proc/{pid}"), SECONDS)
