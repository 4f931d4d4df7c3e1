#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What grows with the competition, beside the bare tools doing the same and, with BEFORE=DIR, beside another build of
Klash: processor seconds of runs in turn (the least of them), memory, sizes. Told, not judged.
ROWS problems (20000; the numbers to compare are those of 100000), ROUNDS runs of each (2).
Usage: growth.py KLASH MUNICIPALITIES.csv"""
import csv
import hashlib
import itertools
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time

ROWS = int(os.environ.get("ROWS", "20000"))
ROUNDS = int(os.environ.get("ROUNDS", "2"))
SUBMISSIONS, JURORS = max(20, ROWS // 50), 10
CRITERIA = (("impact", 40), ("innovativeness", 30), ("scalability", 30))


def make_words(dice, n):
    first, middle = "k t s p v m l r h j n kr tr".split(), "a e i o u y ä ö aa ii uu ai ei ui ie uo".split()
    end = ["", "", "n", "t", "s", "ssa", "lla", "sta", "en"]
    return ["".join(dice.choice(first) + dice.choice(middle) for _ in range(dice.randint(1, 4))) + dice.choice(end)
            for _ in range(n)]


def write_problems(path, rows, names):
    """About 290 bytes a row, of words of which few are common and most rare."""
    dice = random.Random(2018)
    words = make_words(dice, 4000)
    weights = list(itertools.accumulate(1 / (i + 3) for i in range(len(words))))
    with open(path, "w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(["Kunta", "Ongelman otsikko", "Kuvaus", "Yhteyshenkilö", "Sähköposti", "Lähetetty"])
        for n in range(rows):
            title = " ".join(dice.choices(words, cum_weights=weights, k=4)).capitalize() + f" {n}"
            body = " ".join(dice.choices(words, cum_weights=weights, k=20)).capitalize() + "."
            table.writerow([dice.choice(names), title, body, f"Henkilö {n % 977}", f"h{n % 977}@kunta.example",
                            f"2018-10-{1 + n % 30:02d} {n % 24:02d}:{n % 60:02d}"])


def write_reviews(path, submissions):
    dice = random.Random(3)
    with open(path, "w", encoding="utf-8") as out:
        print("juror;submission;" + ";".join(key for key, _ in CRITERIA) + ";notes", file=out)
        for n in range(submissions):
            for j in range(JURORS):
                scores = ";".join(str(dice.randint(0, 10)) for _ in CRITERIA)
                print(f"j{j};P-{n + 1:03d};{scores};huomio {n} {j}", file=out)


class Run:
    """The least of several."""

    def __init__(self):
        self.cpu, self.peak = float("inf"), float("inf")

    def take(self, command, out=subprocess.DEVNULL):
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise RuntimeError(f"{command}: {child.returncode}")
        self.cpu = min(self.cpu, usage.ru_utime + usage.ru_stime)
        self.peak = min(self.peak, usage.ru_maxrss / 1024)

    def call(self, function):
        before = time.process_time()
        function()
        self.cpu = min(self.cpu, time.process_time() - before)


def remove(path):
    for end in ("", "-wal", "-shm", "-lock"):
        if os.path.exists(path + end):
            os.remove(path + end)


class Build:
    def __init__(self, name, klash, directory):
        self.name, self.klash, self.runs = name, klash, {}
        self.path = os.path.join(directory, name + ".db")
        self.round = os.path.join(directory, name + "-round.db")

    def do(self, *words, path=None):
        subprocess.run([self.klash, "--db", path or self.path, *words], check=True, capture_output=True)

    def measure(self, what, *words, path=None):
        self.runs.setdefault(what, Run()).take([self.klash, "--db", path or self.path, *words])

    def make_round(self, problems):
        remove(self.round)
        self.do("init", "--name-fi", "Kasvu", path=self.round)
        self.do("problem", "import", problems, path=self.round)
        for j in range(JURORS):
            self.do("account", "add", f"j{j}", "--name", f"Jäsen {j}", "--role", "juror", "--lang", "fi",
                    path=self.round)
        self.do("round", "add", "r", "--kind", "problems", "--min-reviews", "1", "--select", "4:6", "--method", "mean",
                path=self.round)
        for key, weight in CRITERIA:
            self.do("round", "criterion", "r", key, "--weight", str(weight), "--scale", "0:10", "--name-fi", key,
                    "--name-sv", key, path=self.round)
        self.do("round", "juror", "r", *(f"j{j}" for j in range(JURORS)), path=self.round)
        self.do("round", "open", "r", "--reason", "Mittaus", path=self.round)

    def all(self, problems, few, reviews):
        remove(self.path)
        self.do("init", "--name-fi", "Kasvu")
        self.measure("import", "problem", "import", problems)
        for what, words in (("csv", ("problem", "list", "--format", "csv")),
                            ("json", ("problem", "list", "--format", "json")), ("verify", ("verify",)),
                            ("check", ("check",)), ("log", ("log", "list", "--format", "json"))):
            self.measure(what, *words)
        self.make_round(few)
        self.measure("reviews", "review", "import", reviews, "--round", "r", "--declared", "Lomakkeet",
                     path=self.round)


JOINED = ("SELECT s.code, n.name, s.title, s.theme_text, s.received, s.state, s.late FROM submission s "
          "LEFT JOIN municipality_name n ON n.municipality_id = s.municipality_id AND n.lang = 'fi' "
          "AND n.kind = 'official' ORDER BY s.kind, s.number")


def check_bare(path):
    sqlite = sqlite3.connect(path)
    assert sqlite.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    sqlite.close()
    with open(path, "rb") as file:
        digest = hashlib.sha256()
        while block := file.read(1 << 20):
            digest.update(block)


def bare_runs(runs, problems, build, directory):
    plain = os.path.join(directory, "plain.db")
    remove(plain)
    runs["import"].take(["sqlite3", plain, "-cmd", f".import --csv '{problems}' t", ""])
    runs["list"].take(["sqlite3", "-csv", build.path, JOINED])
    runs["check"].call(lambda: check_bare(build.path))


def tell(what, klash, bare, before, unit="s"):
    beside = f"{klash / bare:8.1f}x" if bare else f"{'-':>9}"
    then = f"{before:9.2f}{unit} {before / klash:6.2f}x" if before else ""
    bare = f"{bare:9.2f}{unit}" if bare else f"{'-':>10}"
    print(f"{what:38}{klash:9.2f}{unit}{bare}{beside}{then}")


def main():
    klash, municipalities = sys.argv[1:3]
    names = [row["name_fi"] for row in csv.DictReader(open(municipalities, encoding="utf-8")) if not row["valid_to"]]
    with tempfile.TemporaryDirectory(prefix="klash-bench-") as directory:
        problems, few, reviews = (os.path.join(directory, name) for name in ("p.csv", "few.csv", "reviews.csv"))
        write_problems(problems, ROWS, names)
        write_problems(few, SUBMISSIONS, names)
        write_reviews(reviews, SUBMISSIONS)
        builds = [Build("now", klash, directory)]
        if "BEFORE" in os.environ:
            builds.append(Build("before", os.path.join(os.environ["BEFORE"], "ui", "klash"), directory))
        bare = {what: Run() for what in ("import", "list", "check")}
        for _ in range(ROUNDS):
            for build in builds:
                build.all(problems, few, reviews)
            bare_runs(bare, problems, builds[0], directory)
        now, then = builds[0].runs, builds[1].runs if len(builds) > 1 else None
        size = {b.name: os.path.getsize(b.path) / 2 ** 20 for b in builds}
        print(f"{ROWS} problems, {SUBMISSIONS * JURORS} reviews; processor seconds, the least of {ROUNDS}")
        print(f"{'':38}{'klash':>10}{'bare':>10}{'ratio':>9}{'before':>10}{'ratio':>8}")
        for what, label, base in (("import", "import of problems | .import --csv", "import"),
                                  ("csv", "problem list, CSV | sqlite3 -csv", "list"),
                                  ("json", "problem list, JSON | sqlite3 -csv", "list"),
                                  ("verify", "verify | integrity_check + SHA-256", "check"),
                                  ("check", "check | integrity_check + SHA-256", "check"),
                                  ("log", "log list, JSON", None), ("reviews", "import of reviews", None)):
            tell(label, now[what].cpu, bare[base].cpu if base else None, then and then[what].cpu)
        tell("the file | the CSV", size["now"], os.path.getsize(problems) / 2 ** 20, size.get("before"), "M")
        for what in ("import", "csv", "json", "verify", "log", "reviews"):
            tell(f"peak memory: {what}", now[what].peak, None, then and then[what].peak, "M")


main()
