#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What grows with the competition and with those who work in it, beside bare programs doing the same and, with
BEFORE=DIR, beside another build of Klash: one table. Runs take turns, the least counts; told, not judged.
ROWS problems (20000; the numbers to compare are those of 100000), ROUNDS runs of each (2), SESSIONS at once (50),
SCORED submissions by each of them over SSH (4). ONLY=files,written,terminal,door: parts of it.
Usage: growth.py KLASH MUNICIPALITIES.csv CATALOGS COST BARE UPSERT"""
import json
import os
import subprocess
import sys
import tempfile

import sessions
from corpus import JURORS, names_of, write_problems, write_reviews
from filework import Bare, Build, run

PARTS = ("files", "written", "terminal", "door")
ROWS = int(os.environ.get("ROWS", "20000"))
ROUNDS = int(os.environ.get("ROUNDS", "2"))
SESSIONS = int(os.environ.get("SESSIONS", "50"))
SCORED = int(os.environ.get("SCORED", "4"))
ONLY = os.environ.get("ONLY", ",".join(PARTS)).split(",")
SUBMISSIONS = max(20, ROWS // 50)
SOME = min(ROWS, 5000)
STARTS, KEYS = 30, 20
DOOR = os.path.join(os.path.dirname(os.path.abspath(__file__)), "door.py")

# What is measured, in which unit, beside what, and the ratio that is aimed at.
TABLE = {
    "files": (
        (f"import of {ROWS} problems | .import --csv", "s", "import", "import", "32"),
        ("  its memory", "MB", "import.peak", None, ""),
        ("  the file | the CSV", "MB", "file", "csv.file", "5"),
        (f"import of {SUBMISSIONS * JURORS} reviews | of a fifth", "s", "reviews", "reviews/5", "6"),
        ("problem list, CSV | sqlite3 -csv", "s", "csv", "list", "6"),
        ("problem list, JSON | sqlite3 -csv", "s", "json", "list", "6"),
        ("  its memory | the same of 77", "MB", "csv.peak", "few.peak", "+12 MB"),
        ("verify | integrity_check, SHA-256", "s", "verify", "check", "1.8"),
        ("  its memory", "MB", "verify.peak", None, ""),
        ("check | integrity_check, SHA-256", "s", "check", "check", "1.8"),
        ("log list, JSON", "s", "log", None, ""),
        ("  its memory", "MB", "log.peak", None, "30 MB"),
    ),
    "written": (
        ("backup at 38 commits a second | idle", "s", "backup.written", "backup.wall", "1.5"),
        (f"50 who write wait for {SOME} rows, at most", "s", "import.waits", None, "3 s"),
    ),
    "terminal": (
        ("the first screen of the demo", "ms", "start", "start", "1.15"),
        (f"{SESSIONS} idle jury sessions, PSS each", "MB", "memory", "memory", "1.3"),
        ("cursor down in the demo's problems", "ms", "cursor", "cursor", "1.5"),
        ("  its bytes", "", "cursor.bytes", "cursor.bytes", "1.2"),
        ("the list scrolls by a row", "ms", "scroll", "scroll", "1.5"),
        ("  its bytes", "", "scroll.bytes", "scroll.bytes", "1.2"),
        (f"cursor down in {ROWS}", "ms", "many.cursor", "cursor", "1.5"),
        (f"the list of {ROWS} scrolls by a row", "ms", "many.scroll", "scroll", "1.5"),
    ),
    "door": (
        (f"{SESSIONS} over SSH: a key until saved, median", "ms", "key", "key", ""),
        ("  99 of 100", "ms", "key.99", "key.99", "2"),
        ("  refused", "", "refused", None, "0"),
        ("30 logins at once, the last first screen | a line", "s", "logins.30", "logins.30", "1.15"),
        ("50 logins at once, the last first screen | a line", "s", "logins.50", "logins.50", "1.15"),
    ),
}
SCALE = {"ms": 1000}


def write_inputs(folder, names):
    inputs = {name: os.path.join(folder, f"{name.replace('/', '-')}.csv")
              for name in ("problems", "few", "some", "demo-sized", "reviews", "reviews/5")}
    for name, rows in (("problems", ROWS), ("few", SUBMISSIONS), ("some", SOME), ("demo-sized", 77)):
        write_problems(inputs[name], rows, names)
    write_reviews(inputs["reviews"], SUBMISSIONS)
    write_reviews(inputs["reviews/5"], SUBMISSIONS // 5)
    return inputs


def measure_files(builds, bare, inputs, folder):
    few = os.path.join(folder, "few.db")
    run(builds[0].klash, few, "init")
    run(builds[0].klash, few, "problem", "import", inputs["demo-sized"])
    for _ in range(ROUNDS):
        for build in builds:
            build.over_files(inputs)
        bare.over_files(inputs, builds[0].path)
        bare.cost.take("few", [builds[0].klash, "--db", few, "problem", "list", "--format", "csv"])
    bare.cost.least["csv.file"] = os.path.getsize(inputs["problems"]) / 2 ** 20
    bare.cost.least["reviews/5"] = builds[0].cost.least["reviews/5"]


def measure_written(builds, bare, inputs, _):
    for _ in range(ROUNDS):
        for build in builds:
            build.while_others_write(inputs)
    bare.cost.least["backup.wall"] = builds[0].cost.least["backup.wall"]


def measure_terminal(builds, bare, _, folder):
    demo = os.path.join(folder, "demo.db")
    run(builds[0].klash, demo, "demo")
    plain = [bare.program, demo, bare.catalogs]
    own = {}
    for build in builds:
        build.demo = os.path.join(folder, f"demo-{len(own)}.db")
        run(build.klash, build.demo, "demo")
        own[build] = sessions.klash_command(build.klash, build.demo)
    for who, seconds in sessions.start({bare: plain, **own}, STARTS).items():
        who.cost.least["start"] = seconds
    bare.cost.least["memory"] = sessions.memory(plain, SESSIONS)
    bare.cost.least.update(sessions.keys(plain, KEYS))
    for build in builds:
        juror = sessions.klash_command(build.klash, build.demo, "helvi")
        build.cost.least["memory"] = sessions.memory(juror, SESSIONS)
        build.cost.least.update(sessions.keys(own[build], KEYS, "1"))
        if os.path.exists(build.path):
            many = sessions.keys(sessions.klash_command(build.klash, build.path), KEYS, "1")
            build.cost.least.update({f"many.{name}": value for name, value in many.items()})


def measure_door(builds, bare, *_):
    for build in builds:
        done = subprocess.run([sys.executable, DOOR, bare.upsert, str(SESSIONS), str(SCORED)], check=True,
                              stdout=subprocess.PIPE, env=dict(os.environ, KLASH=build.klash))
        found = json.loads(done.stdout)
        build.cost.least.update(found["klash"])
        bare.cost.least.update(found["bare"])


def cell(value, unit):
    if value is None:
        return f"{'-':>11}"
    value *= SCALE.get(unit, 1)
    digits = 0 if unit == "" else 2
    return f"{f'{value:.{digits}f} {unit}'.rstrip():>11}"


def ratio(a, b):
    return f"{a / b:7.2f}x" if a is not None and b else f"{'-':>8}"


def tell(part, now, bare, before):
    for label, unit, name, beside, goal in TABLE[part]:
        value, other, then = now.get(name), bare.get(beside) if beside else None, before.get(name)
        line = f"{label:52}{cell(value, unit)}{cell(other, unit)}{ratio(value, other)}{goal:>8}"
        print(line + (f"{cell(then, unit)}{ratio(then, value)}" if before else ""), flush=True)


def main():
    klash, municipalities, catalogs, cost, program, upsert = sys.argv[1:7]
    with tempfile.TemporaryDirectory(prefix="klash-bench-") as folder:
        inputs = write_inputs(folder, names_of(municipalities))
        tools = {"cost": cost, "upsert": upsert}
        builds, bare = [Build("now", klash, tools, folder)], Bare(tools, folder)
        bare.program, bare.catalogs, bare.upsert = program, catalogs, upsert
        if "BEFORE" in os.environ:
            builds.append(Build("before", os.path.join(os.environ["BEFORE"], "ui", "klash"), tools, folder))
        print(f"seconds of the processor, the least of {ROUNDS} in turn; of backup, waits and SSH by the clock")
        print(f"{'klash | bare':52}{'klash':>11}{'bare':>11}{'ratio':>8}{'goal':>8}" +
              (f"{'before':>11}{'ratio':>8}" if len(builds) > 1 else ""))
        for part, measure in zip(PARTS, (measure_files, measure_written, measure_terminal, measure_door)):
            if part in ONLY:
                if part == "written" and not os.path.exists(builds[0].path):
                    for build in builds:
                        run(build.klash, build.path, "init", "--name-fi", "Kasvu")
                        run(build.klash, build.path, "problem", "import", inputs["problems"])
                measure(builds, bare, inputs, folder)
                tell(part, builds[0].cost.least, bare.cost.least, builds[1].cost.least if len(builds) > 1 else {})


main()
