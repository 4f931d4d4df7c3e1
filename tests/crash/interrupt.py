#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Ctrl-C, and waiting for another, on a real terminal: what takes its time shows how far it is, and what is broken
off leaves nothing behind. $KLASH is the program."""
import glob
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from tap import end, test  # noqa: E402

KLASH = os.environ["KLASH"]
PATIENCE = 120.0  # seconds; under sanitizers, on a busy machine
BAR = re.compile(rb"\[[#.]{24}\] \d+ %, j\xc3\xa4ljell\xc3\xa4 noin \d+ s")


class Command:
    """One in a terminal of its own."""

    def __init__(self, *words):
        self.output = b""
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.execve(KLASH, [KLASH, "--lang", "fi", *words], dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE=""))

    def until(self, reached):
        """Reads on until that is so; False if it ends before, or never."""
        end = time.monotonic() + PATIENCE
        while not reached():
            if time.monotonic() > end or not self.read(0.001):
                return False
        return True

    def read(self, seconds):
        if not select.select([self.master], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.output += data
        return len(data) > 0

    def slowly_until(self, reached):
        """The same, of one to whom time passes more quickly: held for a second, and again, wherever it is just then,
        so that the fastest machine takes its time."""
        end = time.monotonic() + PATIENCE
        while not reached() and time.monotonic() < end:
            held = time.monotonic() + 0.05
            while time.monotonic() < held:
                if not self.read(0.005):
                    return False
            self.hold(1.1)
        return reached()

    def hold(self, seconds):
        os.kill(self.pid, signal.SIGSTOP)
        time.sleep(seconds)
        os.kill(self.pid, signal.SIGCONT)

    def press(self, key):
        """It comes while the program stands still, and so before whatever it does next."""
        os.kill(self.pid, signal.SIGSTOP)
        os.write(self.master, key)
        os.kill(self.pid, signal.SIGCONT)

    def ended(self):
        self.until(lambda: False)
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self.master)
        return status


def klash(path, *words):
    return subprocess.run([KLASH, "--db", path, *words], capture_output=True, text=True)


def rows(path, n):
    with open(path, "w", encoding="utf-8") as out:
        out.write("kunta;otsikko;kuvaus;lähetetty\n")
        for i in range(n):
            out.write("Oulu;Ongelma numero %d;Kyläläinen %d ei pääse kirjastoon, koska linja %d loppui.;1.10.2018\n"
                      % (i, i * 7, i % 90))


def beside(path):
    """All that lies there, but for the queue's own file, which stays."""
    return sorted(set(glob.glob(path + "*")) - {path, path + "-lock"})


def an_import(path, directory):
    many = os.path.join(directory, "many.csv")
    rows(many, 30000)
    before = klash(path, "log", "list", "--format", "csv").stdout
    t = Command("--db", path, "problem", "import", many)
    seen = t.until(lambda: b"30000 rivin" in t.output) and t.slowly_until(
        lambda: BAR.search(t.output.split(b"30000 rivin")[1]))
    test("a large import says that others wait, and then how far it is", seen, t.output)
    t.press(b"\x03")
    status = t.ended()
    test("Ctrl-C ends it as always", status == -signal.SIGINT and "Keskeytetty".encode() in t.output, (status, t.output))
    test("nothing lies beside the file", beside(path) == [], beside(path))
    test("no row and no entry of the log is there",
         klash(path, "log", "list", "--format", "csv").stdout == before)
    test("and the file verifies", klash(path, "verify").returncode == 0)


def a_backup(path, directory):
    copy = os.path.join(directory, "copy.db")
    t = Command("--db", path, "backup", copy)
    begun = t.until(lambda: any(os.path.getsize(f) > 0 for f in glob.glob(copy + ".making-*[0-9]")))
    t.press(b"\x03")
    status = t.ended()
    test("a backup is broken off by Ctrl-C", begun and status == -signal.SIGINT, (status, t.output))
    test("no part of it stays", glob.glob(copy + "*") == [], glob.glob(copy + "*"))
    test("nothing lies beside the file after it", beside(path) == [], beside(path))
    test("and the next is whole", klash(path, "backup", copy).returncode == 0 and klash(copy, "verify").returncode == 0)


def a_command_waits(path):
    other = subprocess.Popen(["flock", path + "-lock", "-c", "echo has it; sleep 7"], stdout=subprocess.PIPE)
    other.stdout.readline()
    piped = subprocess.Popen([KLASH, "--db", path, "note", "add", "091", "--text", "Putkesta"], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE)
    t = Command("--db", path, "note", "add", "091", "--text", "Odottaja")
    test("a command says that it waits for another",
         t.until(lambda: "tallennetaan …".encode() in t.output) and other.poll() is None, t.output)
    test("and saves in its turn", t.ended() == 0, t.output)
    out, err = piped.communicate()
    test("where nobody looks it says nothing of it", piped.returncode == 0 and err == b"" and b"\x1b" not in out,
         (out, err))
    other.wait()
    notes = klash(path, "note", "list").stdout
    test("both are saved", "Odottaja" in notes and "Putkesta" in notes, notes)


def a_command_gives_up_waiting(path):
    other = subprocess.Popen(["flock", path + "-lock", "-c", "echo has it; sleep 7"], stdout=subprocess.PIPE)
    other.stdout.readline()
    t = Command("--db", path, "note", "add", "091", "--text", "Luopuja")
    t.until(lambda: "tallennetaan …".encode() in t.output)
    t.press(b"\x03")
    test("who waits can be ended too", t.ended() == -signal.SIGINT and other.poll() is None, t.output)
    other.wait()
    test("and has saved nothing", "Luopuja" not in klash(path, "note", "list").stdout)


def main():
    directory = tempfile.mkdtemp(prefix="klash-interrupt-")
    path = os.path.join(directory, "k.db")
    some = os.path.join(directory, "some.csv")
    try:
        klash(path, "demo", "--at", "call")
        rows(some, 3000)
        done = klash(path, "problem", "import", some)
        test("an import in a pipe has neither bar nor word", done.returncode == 0 and "\x1b" not in done.stderr
             and "[#" not in done.stderr, done)
        an_import(path, directory)
        a_backup(path, directory)
        a_command_waits(path)
        a_command_gives_up_waiting(path)
    finally:
        shutil.rmtree(directory)
    return end()


sys.exit(main())
