#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Letters of every kind of text, read by Python's email in its strict policy: what comes out is what went in.
Usage: messages.py MESSAGE_TOOL"""
import email
import email.header
import email.policy
import email.utils
import os
import random
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from tap import case, end  # noqa: E402

TOOL = sys.argv[1]
STRICT = email.policy.default.clone(raise_on_defect=True)
ALPHABET = "aäöåÅÄÖ €漢😀ñ=?_.,;:<>()[]\"\\'@%&+-/ beFrom09"


def text(dice, longest):
    return "".join(dice.choice(ALPHABET) for _ in range(dice.randrange(longest + 1))).strip()


def lines(dice):
    """With lone dots, "From ", blanks at ends, empty lines and lines without a blank."""
    kinds = [lambda: ".", lambda: "From here", lambda: "", lambda: text(dice, 200), lambda: text(dice, 30) + "  ",
             lambda: "x" * dice.randrange(300), lambda: "ä" * dice.randrange(100), lambda: ".x", lambda: "\t=\t",
             lambda: "a" * 75 + ".", lambda: "b" * dice.randrange(70, 80) + dice.choice([" ", "ä", "="])]
    return "".join(dice.choice(kinds)() + "\n" for _ in range(dice.randrange(12)))


def person(raw, header):
    """Name and address. The name's encoded words are joined by email.header: the newer parser leaves the fold between
    two of them as a blank in a name, which it does in no other header (Python 3.11)."""
    name, address = email.utils.parseaddr(email.message_from_bytes(raw)[header])
    return str(email.header.make_header(email.header.decode_header(name))), address


def faults_of(seed):
    dice = random.Random(seed)
    names = [f"{i}{text(dice, dice.choice([10, 150]))}".replace("/", "") + dice.choice([".pdf", ".ics", ".txt", ""])
             for i in range(dice.randrange(4))]
    given = [text(dice, 60), "toimisto@kilpailu.example", text(dice, 300), "o'neil+x@kunta.example", text(dice, 300),
             lines(dice), lines(dice)]
    kind = dice.choice(["file", "carrier"])
    done = subprocess.run([TOOL, kind, *given, *names], stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        return [f"seed {seed}: refused {given} {names}"]
    raw = done.stdout
    ends = b"\r\n" if kind == "file" else b"\n"
    faults = []
    if any(len(line) > 78 or not line.isascii() for line in raw.split(ends)):
        faults.append("a line that is long or not ASCII")
    if raw.replace(ends, b"").count(b"\r") or raw.replace(ends, b"").count(b"\n"):
        faults.append("another end of a line")
    if b"\nFrom " in raw or ends + b"." + ends in raw or b"bcc" in raw.lower().split(ends + ends)[0]:
        faults.append("a line that a carrier changes")
    message = email.message_from_bytes(raw, policy=STRICT)
    words = [part.get_content() for part in message.walk() if part.get_content_maintype() == "text"
             and part.get_content_disposition() is None]
    files = list(message.iter_attachments()) if names else []
    got = [*person(raw, "From"), *person(raw, "To"), str(message["Subject"]),
           *[word.replace("\r\n", "\n") for word in words]]
    faults += [f"wanted {one}, got {other}"[:300] for one, other in zip(given, got) if one != other]
    if len(got) != len(given):
        faults.append("parts are missing")
    if [one.get_filename() for one in files] != names:
        faults.append(f"wanted {names}, got {[one.get_filename() for one in files]}")
    if [one.get_payload(decode=True).decode() for one in files] != names:
        faults.append("another content")
    if any(part.defects for part in message.walk()):
        faults.append("defects")
    return [f"seed {seed}: {fault}" for fault in faults]


case("300 letters come out as they went in", [fault for seed in range(300) for fault in faults_of(seed)])
sys.exit(end())
