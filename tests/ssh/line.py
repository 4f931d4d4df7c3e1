#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`ssh HOST line` and TERM=dumb through a real sshd on loopback: a juror gets from the login to a submitted review line
by line, no byte moves a cursor, and nothing else is let in by the word."""
import os
import sys

from panel import in_file, make_round
from server import CLEAN, SSHD, Place, Tap, gives_terminals

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "line"))
from talker import Talker, moves  # noqa: E402

tap = Tap()


def review(t):
    """A new juror, in English."""
    t.pick("Problems")
    t.pick("Send the declaration")
    t.pick("Declare")
    t.pick("On to the reviews")
    t.pick("P-001")
    t.pick("Score")
    for value in ("8", "4", "7"):
        t.answer("Score", value)
    t.pick("Feedback")
    t.answer("Line", "Hyvää työtä, 50 €.")
    t.answer("Line", ".")
    t.pick("Submit$")
    t.pick("Submit$")
    text = t.until(r"Receipt [0-9a-f]{4} ")
    for _ in range(3):
        t.back()
    t.pick("Leave Klash")
    return text


def session(place, login, how, options, command, term):
    argv = ["/usr/bin/ssh", *place.options(login), *options, place.address(), *command]
    t = Talker(argv, {**CLEAN, "TERM": "dumb"}, "en", term)
    try:
        review(t)
        status = t.finish()
    except AssertionError as e:
        tap.ok(False, f"{how}: from the login to a receipt", f"{e}\n{place.sshd_said()[-2000:]}")
        return
    tap.ok(status == 0, f"{how}: from the login to a receipt, and out", t.all.decode())
    tap.ok(in_file(place.db, login) == {"P-001": ("submitted", (8, 4, 7))}, f"{how}: it is in the file",
           in_file(place.db, login))
    tap.ok(moves(t.all) == [], f"{how}: no byte moves a cursor", moves(t.all))


def main():
    place = Place()
    try:
        place.open_door()
        logins = make_round(place, 2, 2)
        session(place, logins[0], "ssh HOST line", ["-T"], ["line"], None)
        if gives_terminals():
            session(place, logins[1], "a dumb terminal", ["-tt"], [], "dumb")
        else:
            tap.skip("a dumb terminal", "sshd cannot give one to whoever runs this")
        for words in (["line", "status"], ["line;", "status"], ["--line"]):
            status, out, err = place.ssh(logins[0], *words)
            tap.ok(status != 0 and "P-001" not in out, f"`{' '.join(words)}` is refused", out + err)
        status, out, err = place.ssh(logins[0])
        tap.ok(status == 1 and "ssh HOST line" in err, "without a terminal it says how to go on", err)
    finally:
        place.remove()
    tap.finish()


if not os.path.exists(SSHD):
    sys.exit("sshd is not installed")
main()
