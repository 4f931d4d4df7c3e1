#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""While a letter is in the hands of the program that takes it: it is on disk that it may have gone, under the
Message-ID that the letter has; and that it went is on disk together with the service of its decision, or neither.
$KLASH is the program."""
import email
import os
import sqlite3
import sys

sys.path[:0] = [os.path.dirname(os.path.dirname(os.path.abspath(__file__))), os.path.dirname(os.path.abspath(__file__))]
from office import Office  # noqa: E402
from tap import end, test  # noqa: E402

# Looks into the file while it has the letter; for one address it makes service impossible from then on.
PROGRAM = """#!/usr/bin/python3
import json, os, sqlite3, sys
letter = sys.stdin.buffer.read().decode("ascii")
base = sqlite3.connect(os.path.join(os.environ["HOME"], "k.db"))
rows = base.execute("SELECT code, state, message_id FROM letter WHERE to_address = ?", [sys.argv[-1]]).fetchall()
with open(os.path.join(os.environ["HOME"], "taken"), "a", encoding="utf-8") as out:
    out.write(json.dumps({"argv": sys.argv, "letter": letter, "rows": rows}) + "\\n")
if sys.argv[-1].startswith("stopped"):
    base.execute("CREATE TRIGGER stop BEFORE INSERT ON service BEGIN SELECT RAISE(ABORT, 'stopped'); END")
    base.commit()
"""

addresses = [f"kirjaamo.{n}@kunta.example" for n in range(1, 10)] + ["stopped.10@kunta.example"]
office = Office(addresses)
with open(office.path("sendmail"), "w", encoding="utf-8") as out:
    out.write(PROGRAM)
office.begin()
office.decide()
codes = office.refusals()
office.try_sending()
status, out, err = office.run("letter", "send")
taken = office.taken()
test("each was in hand once", len(taken) == 8, len(taken))
ids = [email.message_from_string(one["letter"])["Message-ID"].strip("<>") for one in taken]
test("on disk it was being sent then, under that Message-ID",
     [one["rows"] for one in taken] == [[[code, "sending", own]] for code, own in zip(codes, ids)],
     [one["rows"] for one in taken])
test("what could not be kept is an error", status == 1 and "L-008" in err, (status, err))


def on_disk(sql):
    base = sqlite3.connect(office.path("k.db"))
    rows = base.execute(sql).fetchall()
    base.close()
    return rows


test("without its service no letter is sent", on_disk("SELECT state FROM letter WHERE code = 'L-008'") == [("sending",)])
test("and nothing of it is in the log", on_disk(
    "SELECT count(*) FROM log WHERE verb = 'letter.send' AND object = 'L-008'") == [(0,)])
base = sqlite3.connect(office.path("k.db"))
base.execute("DROP TRIGGER stop")
base.commit()
base.close()
states = office.states()
test("it is uncertain afterwards, the others are sent", states["L-008"] == "unknown"
     and {states[code] for code in codes[:7]} == {"sent"}, states)
test("and served", sorted(office.served()) == [f"P-{n:03}" for n in range(3, 10)], sorted(office.served()))
test("the file is good", office.run("verify")[0] == 0, office.run("verify"))
office.end()
sys.exit(end())
