#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Bundles that Klash makes: the verifier agrees with Klash's own ranking on the demo and on rounds of chance, finds what was
changed in a real one, and nothing that is kept back is in it. Usage: real.py KLASH ROUNDS_TOOL VERIFIER"""

import getpass
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

KLASH, ROUNDS_TOOL, VERIFIER = map(os.path.abspath, sys.argv[1:4])
ROUNDS = 200
tests = failed = 0


def ok(good, name, why=""):
    global tests, failed
    tests += 1
    failed += not good
    print("%s %d - %s" % ("ok" if good else "not ok", tests, name))
    if not good:
        print("# " + str(why)[:3000].replace("\n", "\n# "))


def run(*command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600, **options)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def klash(file, *words):
    return run(KLASH, "--db", file, "--lang", "en", *words)


def verify(bundle, *words):
    return run(sys.executable, "-I", VERIFIER, "--lang", "en", bundle, *words)


def lines_of(bundle):
    with open(bundle, encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def write(bundle, lines):
    with open(bundle, "w", encoding="utf-8") as stream:
        for line in lines:
            stream.write(json.dumps(line, separators=(",", ":"), ensure_ascii=False) + "\n")


def rounds_of(file):
    return [r["key"] for r in json.loads(klash(file, "round", "list", "--format", "json")[1])]


def told(said):
    """(round, item) -> (rank, score), as the verifier prints them: its own computation."""
    result, key = {}, None
    for line in said.splitlines():
        if line.startswith("Round "):
            key = line.split(" ")[1].rstrip(":")
        place = re.match(r"  (\d+)\. (\S+)  (\d+\.\d{4})$", line)
        few = re.match(r"  -  (\S+)  too few reviews$", line)
        if place:
            result[key, place.group(2)] = (int(place.group(1)), place.group(3))
        elif few:
            result[key, few.group(1)] = (None, None)
    return result


def kept_back(file):
    """Every text of a column of class personal, but the rules' own words."""
    db = sqlite3.connect(file)
    for table, column in db.execute("SELECT tbl, col FROM column_class WHERE class IN ('personal', 'working')").fetchall():
        for (value,) in db.execute('SELECT DISTINCT "%s" FROM "%s"' % (column, table)):
            if isinstance(value, str) and len(value) >= 8:
                yield table + "." + column, value
            elif isinstance(value, bytes) and len(value) >= 8:
                yield table + "." + column, value.hex()
    for (salt,) in db.execute("SELECT salt FROM log UNION SELECT salt FROM log_change"):
        if salt is not None:
            yield "log.salt", salt.hex()
    db.close()


def of_the_demo(directory):
    file, bundle = os.path.join(directory, "demo.db"), os.path.join(directory, "demo.jsonl")
    klash(file, "demo", "--at", "end")
    keys = rounds_of(file)
    status, said = klash(file, "bundle", *keys, "-o", bundle)
    ok(status == 0, "the demo's rounds in one bundle", said)
    ok(oct(os.stat(bundle).st_mode)[-3:] == "600", "readable by its maker only")
    status, said = verify(bundle)
    ok(status == 0 and "no review is kept back" in said, "the verifier finds it in order", said)
    mine = told(said)
    for key in keys:
        ranked = json.loads(klash(file, "rank", key, "--format", "json")[1])["rows"]
        due = {(key, row["alias"] or row["code"]): (row["rank"], row["score"]) for row in ranked}
        ok(due == {k: v for k, v in mine.items() if k[0] == key}, "the verifier ranks as klash rank does: " + key, due)
    # What was announced, the rules' own words, may speak of anything.
    text = "".join(json.dumps(x, ensure_ascii=False) for x in lines_of(bundle) if x.get("table") not in ("rules_version", "criterion"))
    # A meeting's place is told, and may be called as a municipality that applied.
    places = {row["values"][8] for row in lines_of(bundle) if row.get("table") == "decision" and row["type"] == "row"}
    leaked = [(where, value) for where, value in kept_back(file) if value in text and value not in places]
    # A bundle is itself a disclosure, whose narrowing is the round's key.
    leaked = [(where, value) for where, value in leaked if where != "disclosure.filter" or value not in keys]
    ok(not leaked, "nothing personal and no salt is in it", leaked[:5])
    acts = json.loads(klash(file, "log", "list", "--format", "json")[1])
    made = sorted(a["of"] for a in acts if a["what"] == "bundle.make")
    ok(made == sorted("round:" + key for key in keys), "the log tells of which rounds one was made", made)
    refusals(directory, file, bundle)
    if "SANITIZED" not in os.environ:  # The verifier is the same program there.
        edits(directory, bundle)
    checkpoints(directory, file, bundle, keys)


def refusals(directory, file, bundle):
    other = os.path.join(directory, "refused.jsonl")
    with open(bundle, "rb") as stream:
        before = stream.read()
    status, said = klash(file, "bundle", "problems", "-o", bundle)
    with open(bundle, "rb") as stream:
        ok(status == 1 and "already there" in said and stream.read() == before, "a file that is there stays", said)
    for words, says in (
        (["problems", "problems"], "named twice"),
        (["problems", "nothing"], "nothing: "),
    ):
        status, said = klash(file, "bundle", *words, "-o", other)
        ok(status != 0 and says in said and not os.path.exists(other), "refused: " + " ".join(words), said)
    status, said = klash(file, "bundle", "-o", other)
    ok(status == 2, "a round must be named", said)
    judging = os.path.join(directory, "judging.db")
    klash(judging, "demo")
    status, said = klash(judging, "bundle", "problems", "solutions-C-1", "-o", other)
    ok(status == 1 and "close the round first" in said and not os.path.exists(other), "not before a round is closed", said)
    klash(judging, "round", "close", "solutions-C-1", "--reason", "Koe")
    entries = klash(judging, "log", "list", "--format", "json")[1]
    status, said = klash(judging, "bundle", "problems", "solutions-C-1", "-o", other)
    ok(status == 1 and "names are opened" in said and not os.path.exists(other), "not before the names are opened", said)
    ok(klash(judging, "log", "list", "--format", "json")[1] == entries, "and nothing is noted then")
    status, said = klash(judging, "bundle", "problems")
    ok(status == 0 and said.startswith('{"klash_bundle":1,'), "another round can be given, to standard output", said[:200])
    status, said = klash(judging, "bundle", "problems", "-o", os.path.join(directory, "none", "x"))
    ok(status == 1, "a folder that is not there", said)


def edits(directory, bundle):
    """What somebody changes in a real one is found; what makes it consistent again, too."""
    original = lines_of(bundle)

    def first(**wanted):
        return lambda ls: next(x for x in ls if all(x.get(k) == v for k, v in wanted.items()))

    def score(ls):
        row = first(type="row", table="score")(ls)
        row["values"][3] = 1000 if row["values"][3] != 1000 else 2000

    def drop(table):
        def edit(ls):
            ls.remove(first(type="row", table=table)(ls))
            ls[-1]["lines"] -= 1

        return edit

    def rank(ls):
        a, b = [x for x in ls if x.get("type") == "rank"][2:4]
        a["item"], b["item"] = b["item"], a["item"]

    def entry(ls):
        at = max(i for i, x in enumerate(ls) if x.get("type") == "entry")
        ls[at:-1] = []
        ls[-1]["lines"] = len(ls)

    cases = [
        ("a score", score),
        ("a juror's whole review out", drop("review")),
        ("a score out", drop("score")),
        ("a criterion out", drop("criterion")),
        ("an assignment out", drop("assignment")),
        ("an outcome out", drop("decision_item")),
        ("two places swapped", rank),
        ("a weight", lambda ls: first(type="criterion")(ls).update(weight="99")),
        ("the line", lambda ls: first(type="round")(ls).update(line=77)),
        ("an outcome", lambda ls: first(type="outcome")(ls).update(outcome="reserve")),
        ("the rules' hash", lambda ls: first(type="round")(ls).update(rules="0" * 64)),
        ("a review that does not count", lambda ls: first(type="review")(ls).update(counts=False, why="barred")),
        ("a time", lambda ls: first(type="entry", seq=100)(ls).update(time=1)),
        ("who", lambda ls: first(type="entry", seq=100)(ls).update(who="0" * 64)),
        ("a change's table", lambda ls: first(type="change", table="score")(ls).update(table="note")),
        ("the log's end off", entry),
        ("another competition", lambda ls: ls[0].update(competition="0" * 16)),
        ("an act", lambda ls: next(x for x in ls if "opened" in x)["opened"].update(verb="round.add")),
    ]
    for name, edit in cases:
        changed = [json.loads(json.dumps(line)) for line in original]
        edit(changed)
        path = os.path.join(directory, "edited.jsonl")
        write(path, changed)
        status, said = verify(path)
        ok(changed != original and status == 1 and said.startswith("OFF: ") and "could not go on" not in said, "found: " + name, said)


def checkpoints(directory, file, bundle, keys):
    """A line that the bundle ends with, kept elsewhere, shows what came after and what was made anew."""
    outside = os.path.join(directory, "outside")
    with open(outside, "w", encoding="utf-8") as stream:
        stream.write(lines_of(bundle)[-1]["checkpoint"] + "\n")
    later = os.path.join(directory, "later.jsonl")
    klash(file, "bundle", keys[0], "-o", later)
    status, said = verify(later, "--checkpoints", outside)
    ok(status == 0 and "all 1 hold" in said and "Not all rounds" in said, "a later bundle holds against it", said)
    again = os.path.join(directory, "again.db")
    klash(again, "demo", "--at", "end")
    anew = os.path.join(directory, "anew.jsonl")
    klash(again, "bundle", *keys, "-o", anew)
    status, said = verify(anew)
    ok(status == 0, "the same story told anew is in order in itself", said)
    status, said = verify(anew, "--checkpoints", outside)
    ok(status == 1 and "rewritten" in said, "and is found by the checkpoint", said)


def of_chance(directory):
    file, bundle = os.path.join(directory, "chance.db"), os.path.join(directory, "chance.jsonl")
    status, said = run(ROUNDS_TOOL, file, str(ROUNDS), "20181213", getpass.getuser())
    ok(status == 0, "%d rounds of chance" % ROUNDS, said)
    due, methods = {}, set()
    for line in said.splitlines():
        key, code, rank, score, _, _ = line.split(" ")
        due[key, code] = (int(rank), score) if score != "-" else (None, None)
    status, said = klash(file, "bundle", *sorted({key for key, _ in due}), "-o", bundle)
    ok(status == 0, "all in one bundle", said)
    status, said = verify(bundle)
    ok(status == 0, "the verifier finds it in order", said[-3000:])
    mine = told(said)
    wrong = [key for key in due if mine.get(key) != due[key]]
    ok(mine.keys() == due.keys() and not wrong, "the verifier ranks all %d as the core does" % len(due), wrong[:10])
    lines = lines_of(bundle)
    methods = {line["method"] for line in lines if line.get("type") == "round"}
    why = {line["why"] for line in lines if line.get("type") == "review"}
    ties = [line for line in lines if line.get("type") == "tie"]
    ok(len(methods) == 4 and why == {"", "gone", "barred", "abstained", "incomplete"}, "every method, and every reason not to count", why)
    ok(len(ties) >= 10 and any(line["step"] > 1 for line in ties), "ties across the line, some in two steps", len(ties))


def main():
    with tempfile.TemporaryDirectory() as directory:
        os.environ["HOME"] = os.environ["XDG_DATA_HOME"] = directory
        of_the_demo(directory)
        of_chance(directory)
    print("1..%d" % tests)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
