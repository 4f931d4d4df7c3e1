#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Calendar files as others read them: by their lines alone, and by icalendar (Debian: python3-icalendar), which is
not ours. What moves, moves; what is cancelled, goes; the file that came back from a backup is the same competition.

calendars.py KLASH"""
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import zoneinfo

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from tap import end, test  # noqa: E402

KLASH = os.path.abspath(sys.argv[1])
HELSINKI = zoneinfo.ZoneInfo("Europe/Helsinki")
READER = """import icalendar, json, sys
events = []
for e in icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk("VEVENT"):
    starts, ends = e["DTSTART"].dt, e["DTEND"].dt
    events.append({"uid": str(e["UID"]), "title": str(e["SUMMARY"]), "place": str(e.get("LOCATION", "")),
                   "text": str(e.get("DESCRIPTION", "")), "state": str(e["STATUS"]), "sequence": int(e["SEQUENCE"]),
                   "starts": starts.isoformat(), "ends": ends.isoformat()})
json.dump(events, sys.stdout)
"""


def klash(*args, db="k.db", status=0):
    done = subprocess.run([KLASH, "--db", db, "--lang", "en", *args], capture_output=True, check=False)
    if done.returncode != status:
        print("#", args, done.returncode, done.stderr.decode())
    return done


def calendar(*args, db="k.db"):
    return klash("session", "calendar", *args, db=db).stdout


def reader():
    """A Python that has icalendar; None where there is none."""
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import icalendar"], capture_output=True, check=False).returncode == 0:
            return python
    return None


def read_by_other(given):
    return json.loads(subprocess.run([reader(), "-c", READER], input=given, capture_output=True, check=True).stdout)


def read(given):
    """The same by nothing but the lines, as RFC 5545 has them."""
    events, event = [], None
    unfolded = given.decode().replace("\r\n ", "")
    for line in unfolded.split("\r\n"):
        name, _, value = line.partition(":")
        value = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], value)
        name, _, more = name.partition(";")
        if line == "BEGIN:VEVENT":
            event = {}
            events.append(event)
        elif line == "END:VEVENT":
            event = None
        elif event is not None:
            event.setdefault(name, []).append((more, value))
    return [{"uid": e["UID"][0][1], "title": e["SUMMARY"][0][1], "place": e.get("LOCATION", [("", "")])[0][1],
             "text": e["DESCRIPTION"][0][1], "state": e["STATUS"][0][1], "sequence": int(e["SEQUENCE"][0][1]),
             "starts": moment(*e["DTSTART"][0]), "ends": moment(*e["DTEND"][0]),
             "once": all(len(values) == 1 for values in e.values())} for e in events]


def moment(more, value):
    if more == "VALUE=DATE":
        return datetime.datetime.strptime(value, "%Y%m%d").date().isoformat()
    assert more == "TZID=Europe/Helsinki", more
    return datetime.datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=HELSINKI).isoformat()


def lines_are_right(name, given):
    lines = given.split(b"\r\n")
    test(f"{name}: every line ends as it should", b"\n" not in given.replace(b"\r\n", b"") and lines[-1] == b"")
    test(f"{name}: none is longer than 75 octets", max(map(len, lines)) <= 75, max(lines, key=len))
    broken = [line for line in lines if line.decode(errors="replace") != line.decode(errors="ignore")]
    test(f"{name}: none ends inside a character", not broken, broken)
    test(f"{name}: the zone has a name and its rules", given.count(b"BEGIN:VTIMEZONE") == 1 and
         b"TZID:Europe/Helsinki" in given)
    events = read(given)
    test(f"{name}: one title an event, one event a UID",
         all(e["once"] for e in events) and len({e["uid"] for e in events}) == len(events))


SESSIONS = (
    ("2019-03-30", "9.00", "11.30"), ("2019-03-31", "5.00", "6.15"), ("2019-10-26", "23.00", "24.00"),
    ("2019-10-27", "1.00", "9.00"), ("2019-12-24", "8.05", ""), ("2020-02-29", "", ""))


def hours():
    for day, starts, ends in SESSIONS:
        klash("session", "add", "--date", day, "--place", "Åbo, Café; \\ \"Ö\"", "--topic",
              "Päivä, jona kellot; siirtyvät \\ ja teksti on niin pitkä, että rivi taittuu äöäöäöäöäöäöäöäöäöäöäöäöä",
              *(["--starts", starts] if starts else []), *(["--ends", ends] if ends else []))
    given = calendar()
    lines_are_right("six sessions", given)
    events = read(given)
    test("the hours of a wall clock in Finland, summer and winter",
         [(e["starts"], e["ends"]) for e in events] == [
             ("2019-03-30T09:00:00+02:00", "2019-03-30T11:30:00+02:00"),
             ("2019-03-31T05:00:00+03:00", "2019-03-31T06:15:00+03:00"),
             ("2019-10-26T23:00:00+03:00", "2019-10-27T00:00:00+03:00"),
             ("2019-10-27T01:00:00+03:00", "2019-10-27T09:00:00+02:00"),
             ("2019-12-24T08:05:00+02:00", "2019-12-24T09:05:00+02:00"),
             ("2020-02-29", "2020-03-01")], events)
    test("what is typed comes out as it was", events[0]["place"] == "Åbo, Café; \\ \"Ö\"" and
         "jona kellot; siirtyvät \\ ja" in events[0]["title"], events[0])
    test("that an hour is set aside is said", "tunti" in events[4]["text"] and "timme" in events[4]["text"], events[4])
    said = klash("session", "calendar").stderr.decode()
    test("to who makes the file, too", "hour" in said and "whole day" in said, said)
    if reader() is None:
        print("# python3-icalendar is not installed: one reader less")
        return
    other = read_by_other(given)
    for event in events:
        del event["once"]
    test("another program reads the same", other == events, [(a, b) for a, b in zip(other, events) if a != b])


def changes():
    before = read(calendar())[1]
    klash("session", "edit", "M-2", "--date", "2019-04-02", "--starts", "10.00", "--ends", "12.00", "--reason", "Sali")
    moved = next(e for e in read(calendar()) if e["uid"] == before["uid"])
    test("what moved has its new hours under the same name", moved["starts"] == "2019-04-02T10:00:00+03:00" and
         moved["sequence"] > before["sequence"], (before, moved))
    klash("session", "edit", "M-2", "--starts", "10.30")
    later = next(e for e in read(calendar()) if e["uid"] == before["uid"])
    test("also where the day stays", later["sequence"] > moved["sequence"] and "T10:30" in later["starts"], later)
    klash("session", "cancel", "M-2", "--reason", "Ei tulijoita")
    gone = next(e for e in read(calendar()) if e["uid"] == before["uid"])
    test("what is cancelled says so, in its title too", gone["state"] == "CANCELLED" and
         gone["title"].startswith("PERUTTU / INSTÄLLT:") and gone["sequence"] > later["sequence"], gone)
    klash("backup", "copy.db")
    klash("restore", "copy.db", db="back.db")
    test("a restored file is the same competition", read(calendar(db="back.db")) == read(calendar()))
    klash("init", db="other.db")
    klash("session", "add", "--date", "2019-03-30", "--place", "A", "--topic", "B", db="other.db")
    test("another file is another", not {e["uid"] for e in read(calendar(db="other.db"))} &
         {e["uid"] for e in read(calendar())})
    test("one by its code", [e["uid"] for e in read(calendar("M-2"))] == [before["uid"]])


def whose():
    klash("demo", "--at", "solutions", db="d.db")
    of = {e["title"]: e for e in read(calendar(db="d.db"))}
    test("the demo has six sessions, one cancelled, one that moved", len(of) == 6 and
         sum(e["state"] == "CANCELLED" for e in of.values()) == 1, list(of))
    test("and says that it is one", all("keksittyä aineistoa" in e["text"] for e in of.values()))
    team = read(calendar("--for", "T-1", db="d.db"))
    test("a team's", len(team) == 4, [e["title"] for e in team])
    mentor = read(calendar("--for", "Kaino Koeponnistus", db="d.db"))
    test("a mentor's", len(mentor) == 2, [e["title"] for e in mentor])
    challenge = read(calendar("--challenge", "C-2", db="d.db"))
    test("a challenge's, with the common ones", len(challenge) == 4, [e["title"] for e in challenge])
    given = calendar("--all", db="d.db")
    lines_are_right("all of the demo", given)
    every = read(given)
    titles = "\n".join(e["title"] for e in every)
    test("the jury's meetings", "Kokous: Ongelmien arviointi / Sammanträde: Bedömning av problem (D-1)" in titles, titles)
    test("the closing times", "Määräaika päättyy: Ratkaisut / Tiden går ut: Lösningar" in titles, titles)
    refused = klash("session", "calendar", "--for", "T-1", "--all", db="d.db", status=1)
    test("what is the jury's is nobody else's", b"nothing else" in refused.stderr, refused.stderr)
    refused = klash("session", "calendar", db="k2.db", status=1)
    test("no file, no calendar", refused.stdout == b"", refused.stderr)
    klash("session", "calendar", "-o", "k.ics", db="d.db")
    again = klash("session", "calendar", "-o", "k.ics", db="d.db", status=1)
    test("what is there already stays", b"already" in again.stderr, again.stderr)
    log = json.loads(klash("log", "list", "--format", "json", db="d.db").stdout)
    test("that it left is in the log", sum(e["what"] == "export" and e["of"] == "calendar" for e in log) == 6, log[:8])


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        klash("init", "--name-fi", "Kalenteri")
        hours()
        changes()
        whose()
    return end()


if __name__ == "__main__":
    sys.exit(main())
