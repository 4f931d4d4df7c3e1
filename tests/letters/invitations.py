#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Invitations that calendars take in by themselves: what the part of the letter says of itself, and what is in it, by
RFC 6047 and RFC 5546; read by its lines alone and by icalendar (Debian: python3-icalendar), which is not ours. $KLASH
is the program."""
import email
import email.policy
import glob
import json
import os
import subprocess
import sys

sys.path[:0] = [os.path.dirname(os.path.dirname(os.path.abspath(__file__))), os.path.dirname(os.path.abspath(__file__))]
from office import Office  # noqa: E402
from tap import end, test  # noqa: E402

STRICT = email.policy.default.clone(raise_on_defect=True)
READER = """import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
event, = calendar.walk("VEVENT")
who = event["ATTENDEE"]
json.dump([str(calendar["METHOD"]), str(event["ORGANIZER"]), str(event["ORGANIZER"].params["CN"]), str(who),
           str(who.params["CN"]), str(event["UID"]), int(event["SEQUENCE"]), str(event["STATUS"]),
           event["DTSTART"].dt.isoformat()], sys.stdout)
"""


def reader():
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import icalendar"], capture_output=True, check=False).returncode == 0:
            return python
    return None


def part_of(raw):
    """The letter's calendar part: its type's parameters, and its lines unfolded."""
    letter = email.message_from_bytes(raw, policy=STRICT)
    part, = [one for one in letter.walk() if one.get_content_type() == "text/calendar"]
    given = part.get_payload(decode=True)
    return part["Content-Type"].params, given.decode().replace("\r\n ", "").split("\r\n"), given


def has(name, lines, *wanted):
    test(name, all(lines.count(line) == 1 for line in wanted), [line for line in wanted if lines.count(line) != 1])


office = Office()
office.begin()
office.try_sending()
office.must("mentor", "add", "--name", 'Meri "Merri" Ähtäri', "--email", "meri@mentorit.example")
office.must("session", "add", "--date", "2019-10-01", "--starts", "9.00", "--ends", "10.30", "--place", "Helsinki", "--topic",
            "Kysymykset", "--mentor", 'Meri "Merri" Ähtäri')
office.must("letter", "make", "--kind", "invitation", "--of", "M-1")
office.clear(["L-001"])
office.must("letter", "send")
params, lines, given = part_of(office.taken()[0]["letter"].encode())
test("the part says what it is for", (params["method"], params["charset"]) == ("REQUEST", "utf-8"), dict(params))
has("and so does the calendar", lines, "METHOD:REQUEST", "STATUS:CONFIRMED",
    'ORGANIZER;CN="Kilpailutoimisto":mailto:toimisto@kilpailu.example',
    "ATTENDEE;CN=\"Meri 'Merri' Ähtäri\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:meri@mentorit.example",
    "DTSTART;TZID=Europe/Helsinki:20191001T090000", "DTEND;TZID=Europe/Helsinki:20191001T103000")
test("folded as calendars want it", max(map(len, given.split(b"\r\n"))) <= 75)
uid, sequence = (next(line for line in lines if line.startswith(name)) for name in ("UID:", "SEQUENCE:"))
if reader() is None:
    print("# python3-icalendar is not installed: one reader less")
else:
    read = json.loads(subprocess.run([reader(), "-c", READER], input=given, capture_output=True, check=True).stdout)
    test("another program reads the same", read[:5] == [
        "REQUEST", "mailto:toimisto@kilpailu.example", "Kilpailutoimisto", "mailto:meri@mentorit.example",
        "Meri 'Merri' Ähtäri"] and read[5] == uid[4:] and read[8].startswith("2019-10-01T09:00"), read)

# --- It moves, and it goes
office.must("session", "edit", "M-1", "--date", "2019-10-02", "--reason", "Sali")
office.must("letter", "make", "--kind", "invitation", "--of", "M-1")
office.clear(["L-002"])
office.must("letter", "send")
_, moved, _ = part_of(office.taken()[1]["letter"].encode())
test("what moves is the same event, later", uid in moved and "DTSTART;TZID=Europe/Helsinki:20191002T090000" in moved
     and "METHOD:REQUEST" in moved and int(next(line for line in moved if line.startswith("SEQUENCE:"))[9:])
     > int(sequence[9:]), moved)
office.must("session", "cancel", "M-1", "--reason", "Ei tulijoita")
office.must("letter", "make", "--kind", "invitation", "--of", "M-1")
office.clear(["L-003"])
os.mkdir(office.path("out"))
office.must("letter", "send", "--eml", office.path("out"))
path, = glob.glob(office.path("out/*.eml"))
with open(path, "rb") as file:
    raw = file.read()
params, gone, given = part_of(raw)
test("what is cancelled goes, by a file too", params["method"] == "CANCEL" and uid in gone and "METHOD:CANCEL" in gone
     and "STATUS:CANCELLED" in gone, gone)
letter = email.message_from_bytes(raw, policy=STRICT)
text = letter.get_body(("plain",)).get_content()
test("and the letter invites nobody to it", "peruttu" in text and "Kutsumme" not in text and "perutaan" in letter["Subject"],
     (letter["Subject"], text))
if reader() is not None:
    read = json.loads(subprocess.run([reader(), "-c", READER], input=given, capture_output=True, check=True).stdout)
    test("another program is told so", (read[0], read[7]) == ("CANCEL", "CANCELLED"), read)

# --- What is no invitation
office.must("attachment", "add", "M-1", office.write("muu.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))
office.must("letter", "make", "--kind", "free", "--of", "P-001", "--subject-fi", "Aihe", "--text-fi", "Teksti")
office.clear(["L-004"])
office.must("letter", "send")
test("other letters have no such part", b"text/calendar" not in office.taken()[-1]["letter"].encode())
office.end()
sys.exit(end())
