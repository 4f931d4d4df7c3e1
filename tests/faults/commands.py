# SPDX-License-Identifier: MIT
"""The commands that are run with faults, what each begins from, and what it has done in the end."""
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile

KLASH = os.environ["KLASH"]
SHIM = os.environ.get("FAULT_SHIM", "")
ERRORS = {"EIO": 5, "ENOSPC": 28}
KEPT = re.compile(r"k\.db(-wal|-shm|-lock)?$")  # what the program keeps beside a competition

# Name, words of the command, what is made before it (or None: nothing but the competition).
COMMANDS = [
    ("init", ["--db", "n.db", "init"], []),
    ("demo", ["--db", "n.db", "demo"], []),
    ("init-from", ["--db", "n.db", "init", "--from", "k.db"], []),
    ("backup", ["backup", "b.db"], []),
    ("restore", ["--db", "n.db", "restore", "b.db"], [["backup", "b.db"]]),
    ("import", ["problem", "import", "rows.csv"], []),
    ("partial", ["problem", "import", "some.csv", "--partial"], []),
    ("undo", ["import", "undo", "1"], [["problem", "import", "rows.csv"]]),
    ("people", ["person", "import", "people.csv"], []),
    ("note", ["note", "add", "091", "--text", "Soitettu"], []),
    ("account", ["account", "add", "uusi", "--name", "Uusi Esimerkki", "--role", "office"], []),
    ("invite", ["account", "invite", "maija", "--host", "klash.example", "--contact", "Aino Malli",
                "--host-key", "SHA256:abc", "-o", "o.txt"], []),
    ("key", ["key", "add", "maija", "one.pub"], []),
    ("attachment", ["attachment", "add", "P-001", "rows.csv"], []),
    ("sheet", ["review", "sheet", "solutions-C-1", "niilo", "--format", "csv", "-o", "o.csv"], []),
    ("reviews", ["review", "import", "sheet.csv", "--round", "problems"], []),
    ("pack", ["blind", "pack", "solutions-C-1", "-o", "pack"], []),
    ("close", ["round", "close", "solutions-C-3"], []),
    ("list", ["problem", "list", "--format", "csv", "-o", "o.csv"], []),
    ("log", ["log", "list", "--format", "json"], []),
    ("rank", ["rank", "problems", "--format", "json"], []),
    ("verify", ["verify"], []),
    ("check", ["check"], []),
]
ROWS = "kunta;otsikko;kuvaus;lähetetty\n" + "".join(
    f"{town};Otsikko {n};Rivi {n};1.10.2018\n" for n, town in enumerate(["Oulu", "Salo", "Turku", "Pori"]))
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0r6qBbIQZ1oGgSWpCPlHvRLsvhdSmcfcVJYGMpTe4Y x\n"


class World:
    """A directory with a competition, and the same again for each run."""

    def __init__(self, before, base=None):
        self.root = tempfile.mkdtemp(prefix="faults-")
        self.base, self.at = os.path.join(self.root, "base"), os.path.join(self.root, "w")
        os.mkdir(self.base)
        for name, text in [("rows.csv", ROWS), ("some.csv", ROWS + "Eioo;x;y;1.10.2018\n"), ("one.pub", KEY),
                           ("people.csv", "nimi;sähköposti\nPekka Esimerkki;pekka@kunta.example\n")]:
            with open(os.path.join(self.base, name), "w", encoding="utf-8") as out:
                out.write(text)
        os.chmod(self.base, 0o700)
        self.environment = dict(os.environ, HOME=self.root, KLASH_DB="k.db", LANGUAGE="", LC_ALL="C.UTF-8",
                                TZ="Europe/Helsinki", COLUMNS="80")
        if base is None:
            self.must(["demo", "--at", "judging"])
            self.must(["review", "export", "problems", "--format", "csv", "-o", "sheet.csv"])
        else:
            shutil.copytree(base.base, self.base, dirs_exist_ok=True)
        for words in before:
            self.must(words)

    def must(self, words):
        done = subprocess.run([KLASH, *words], cwd=self.base, env=self.environment, capture_output=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"{words}: {done.stderr.decode()}")

    def run(self, words, **fault):
        """In a fresh copy. Status, what it wrote, what it complained of."""
        shutil.rmtree(self.at, ignore_errors=True)
        shutil.copytree(self.base, self.at)
        environment = dict(self.environment)
        if fault:
            environment.update(LD_PRELOAD=SHIM, FAULT_DIR=self.at, **{k: str(v) for k, v in fault.items()})
        try:
            done = subprocess.run([KLASH, *words], cwd=self.at, env=environment, capture_output=True, timeout=120,
                                  check=False)
        except subprocess.TimeoutExpired:
            return "hangs", b"", b""
        return done.returncode, done.stdout, done.stderr

    def calls(self, words, kind):
        """How many calls of that kind a good run makes."""
        path = os.path.join(self.root, "count")
        self.run(words, FAULT_KIND=kind, FAULT_COUNT=path)
        with open(path, encoding="ascii") as count:
            return int(count.read())

    def intact(self, name):
        done = subprocess.run([KLASH, "--db", name, "check"], cwd=self.at, env=self.environment, capture_output=True,
                              check=False)
        return b"" if done.returncode == 0 else done.stdout + done.stderr

    def files(self):
        found = {}
        for directory, _, names in os.walk(self.at):
            for name in names:
                path = os.path.join(directory, name)
                own = os.path.relpath(path, self.at)
                if not KEPT.match(own) and not own.endswith(("-shm", "-lock", ".db-wal")):
                    found[own] = path
        return found

    def end(self):
        shutil.rmtree(self.root)


def rows_of(path):
    """Every cell of every table: {table: rows}, each row a tuple, in the order of the rows' ids."""
    db = sqlite3.connect(path)
    db.text_factory = bytes
    tables = [name.decode() for (name,) in db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE "
        "'CREATE VIRTUAL%' ORDER BY name")]
    found = {table: list(db.execute(f'SELECT * FROM "{table}"')) for table in tables}
    db.close()
    return found


def state(world, status, out):
    """All that a run has left: tables, files and output, by name, each as a list of words to compare."""
    found = {"status": [status], "output": re.findall(rb"[^\s,;\"]+", out)}
    for own, path in world.files().items():
        if own.endswith(".db"):
            continue
        with open(path, "rb") as content:
            found["file " + own] = re.findall(rb"[^\s,;\"]+", content.read())
    for own in ("k.db", "n.db", "b.db"):
        path = os.path.join(world.at, own)
        if os.path.exists(path):
            for table, rows in rows_of(path).items():
                found[f"{own} {table}"] = [cell for row in rows for cell in row] + [len(rows)]
    return found


def differs(good, other, seen, exact=True):
    """What is not as in the good run, but for what two good runs do not share (times, lots, salts). Not
    `exact`: how much there is, not what."""
    if good.keys() != seen.keys():
        return "not the same files: " + ", ".join(sorted(set(good) ^ set(seen)))
    for name, words in good.items():
        same = other.get(name, [])
        if len(same) != len(words):
            continue  # a good run's own length differs: nothing can be said of it
        if len(seen[name]) != len(words):
            return f"{name}: {len(seen[name])} words, not {len(words)}"
        for word, once_more, now in zip(words, same, seen[name]):
            if exact and word == once_more and word != now:
                return f"{name}: {now!r}, not {word!r}"
    return ""
