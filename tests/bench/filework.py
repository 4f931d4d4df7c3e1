# SPDX-License-Identifier: MIT
"""Commands over a whole file, beside the bare tools doing the same: processor seconds, memory, sizes; and how long a
copy takes, and others wait, while somebody writes."""
import hashlib
import os
import sqlite3
import subprocess
import sys
import time

from corpus import CRITERIA, JURORS

COMMITS = 38  # a second, while a copy is made
WRITERS = 50
JOINED = ("SELECT s.code, n.name, s.title, s.theme_text, s.received, s.state, s.late FROM submission s "
          "LEFT JOIN municipality_name n ON n.municipality_id = s.municipality_id AND n.lang = 'fi' "
          "AND n.kind = 'official' ORDER BY s.kind, s.number")


class Cost:
    """The least of several runs: of the processor, of the clock, of memory."""

    def __init__(self, program, folder):
        self.program, self.out, self.least = program, os.path.join(folder, "cost"), {}

    def take(self, what, command):
        subprocess.run([self.program, self.out, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       check=True)
        with open(self.out, encoding="ascii") as cost:
            user, system, wall, peak = map(float, cost.read().split())
        for kind, value in ((what, user + system), (what + ".wall", wall), (what + ".peak", peak / 1024)):
            self.least[kind] = min(value, self.least.get(kind, value))


def remove(path):
    for end in ("", "-wal", "-shm", "-lock"):
        if os.path.exists(path + end):
            os.remove(path + end)


def run(klash, path, *words):
    subprocess.run([klash, "--db", path, *words], check=True, capture_output=True)


def make_round(klash, path, problems):
    remove(path)
    run(klash, path, "init", "--name-fi", "Kasvu")
    run(klash, path, "problem", "import", problems)
    for j in range(JURORS):
        run(klash, path, "account", "add", f"j{j}", "--name", f"Jäsen {j}", "--role", "juror", "--lang", "fi")
    run(klash, path, "round", "add", "r", "--kind", "problems", "--min-reviews", "1", "--select", "4:6", "--method",
        "mean")
    for key, weight in CRITERIA:
        run(klash, path, "round", "criterion", "r", key, "--weight", str(weight), "--scale", "0:10", "--name-fi", key,
            "--name-sv", key)
    run(klash, path, "round", "juror", "r", *(f"j{j}" for j in range(JURORS)))
    run(klash, path, "round", "open", "r", "--reason", "Mittaus")


class Writers:
    """Others who save a key each in turn, so many keys a second together, and how long each waited."""

    def __init__(self, upsert, path, number):
        self.running = [subprocess.Popen([upsert, path, str(n)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
                        for n in range(number)]
        for writer in self.running:
            os.set_blocking(writer.stdout.fileno(), False)
        self.waiting = {}  # which writer since when
        self.waits, self.turn = [], 0

    def hear(self, now):
        for writer in self.running:
            if writer.stdout.read() and writer in self.waiting:
                self.waits.append(now - self.waiting.pop(writer))

    def write_while(self, other):
        began = written = 0
        while other.poll() is None:
            now = time.monotonic()
            began = began or now
            self.hear(now)
            writer = self.running[self.turn % len(self.running)]
            if written < (now - began) * COMMITS and writer not in self.waiting:
                os.write(writer.stdin.fileno(), b"x")
                self.waiting[writer] = now
                self.turn += 1
                written += 1
            elif writer in self.waiting:
                self.turn += 1
            time.sleep(0.002)
        self.hear(time.monotonic())
        return self.waits

    def end(self):
        for writer in self.running:
            writer.stdin.close()
            writer.wait()
            writer.stdout.close()


def while_written(upsert, path, number, command):
    """Seconds the command took by the clock, and how long those who wrote meanwhile waited."""
    writers = Writers(upsert, path, number)
    try:
        began = time.monotonic()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        waits = writers.write_while(child)
        if child.returncode != 0:
            raise RuntimeError(f"{command}: {child.returncode}")
        return time.monotonic() - began, waits
    finally:
        writers.end()


class Build:
    """A build of Klash, and what it costs."""

    def __init__(self, name, klash, tools, folder):
        self.klash, self.upsert = klash, tools["upsert"]
        self.cost = Cost(tools["cost"], folder)
        self.path, self.round, self.written, self.copy = (os.path.join(folder, f"{name}{end}.db")
                                                          for end in ("", "-round", "-written", "-copy"))

    def measure(self, what, *words, path=None):
        self.cost.take(what, [self.klash, "--db", path or self.path, *words])

    def least(self, what, value):
        self.cost.least[what] = min(value, self.cost.least.get(what, value))

    def over_files(self, inputs):
        remove(self.path)
        run(self.klash, self.path, "init", "--name-fi", "Kasvu")
        self.measure("import", "problem", "import", inputs["problems"])
        self.least("file", os.path.getsize(self.path) / 2 ** 20)
        for what, words in (("csv", ("problem", "list", "--format", "csv")),
                            ("json", ("problem", "list", "--format", "json")), ("verify", ("verify",)),
                            ("check", ("check",)), ("log", ("log", "list", "--format", "json"))):
            self.measure(what, *words)
        for what, reviews in (("reviews", inputs["reviews"]), ("reviews/5", inputs["reviews/5"])):
            make_round(self.klash, self.round, inputs["few"])
            self.measure(what, "review", "import", reviews, "--round", "r", "--declared", "Lomakkeet", path=self.round)

    def while_others_write(self, inputs):
        """Into a copy: what the writers leave there is not Klash's."""
        remove(self.copy)
        self.measure("backup", "backup", self.copy)
        remove(self.written)
        run(self.klash, self.path, "backup", self.written)
        remove(self.copy)
        seconds, _ = while_written(self.upsert, self.written, 1,
                                   [self.klash, "--db", self.written, "backup", self.copy])
        self.least("backup.written", seconds)
        remove(self.copy)
        remove(self.written)
        run(self.klash, self.written, "init", "--name-fi", "Kasvu")
        _, waits = while_written(self.upsert, self.written, WRITERS,
                                 [self.klash, "--db", self.written, "problem", "import", inputs["some"]])
        self.least("import.waits", max(waits, default=0))


class Bare:
    def __init__(self, tools, folder):
        self.cost, self.path = Cost(tools["cost"], folder), os.path.join(folder, "plain.db")

    def over_files(self, inputs, path):
        remove(self.path)
        self.cost.take("import", ["sqlite3", self.path, "-cmd", f".import --csv '{inputs['problems']}' t", ""])
        self.cost.take("list", ["sqlite3", "-csv", path, JOINED])
        self.cost.take("check", [sys.executable, os.path.abspath(__file__), path])


def check_bare(path):
    """What SQLite itself finds of a file, and its digest."""
    sqlite = sqlite3.connect(path)
    assert sqlite.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    sqlite.close()
    with open(path, "rb") as file:
        digest = hashlib.sha256()
        while block := file.read(1 << 20):
            digest.update(block)


if __name__ == "__main__":
    check_bare(sys.argv[1])
