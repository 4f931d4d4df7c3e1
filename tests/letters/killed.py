#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sending is killed (SIGKILL) at random moments, and begun again: no letter is given away twice, none is called sent
that was not taken, what may have gone is unknown, and a decision is served by what was sent and by nothing else.
KILLS=200 makes a longer run; without it there are 12. $KLASH is the program."""
import os
import random
import signal
import subprocess
import sys
import time

sys.path[:0] = [os.path.dirname(os.path.dirname(os.path.abspath(__file__))), os.path.dirname(os.path.abspath(__file__))]
from office import Office  # noqa: E402
from tap import case, end, test  # noqa: E402

SLOW = [f"slow.{n}@kunta.example" for n in range(1, 11)]


def sending(office, *words):
    return subprocess.Popen(office.command("letter", "send", *words), env=office.environment,
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8")


def faults_of(office, codes, whole):
    """What cannot be; `whole`: whatever was begun has ended."""
    states = office.states()
    rows = {row["code"]: row for row in office.read("letter", "list", "--columns", "code,of,address,state,message_id")}
    times = [one["argv"][-1] for one in office.taken()]
    faults = [f"{address} got it {times.count(address)} times" for address in set(times) if times.count(address) > 1]
    for code in codes:
        taken = times.count(rows[code]["address"])
        if states[code] == "sent" and taken != 1:
            faults.append(f"{code} is called sent and was not taken")
        if states[code] == "cleared" and taken != 0:
            faults.append(f"{code} was taken, but may be sent again")
        if states[code] == "sending" and whole:
            faults.append(f"{code} is still being sent")
    sent = sorted(rows[code]["of"] for code in codes if states[code] == "sent")
    if sorted(office.served()) != sent:
        faults.append(f"sent {sent}, served {sorted(office.served())}")
    return faults


def killed(seed):
    """As many kills as it takes until nothing is left to be sent."""
    dice = random.Random(seed)
    office = Office(SLOW)
    office.begin()
    office.decide()
    codes = office.refusals()
    office.try_sending()
    faults, kills = [], 0
    while "cleared" in office.states().values() and kills < 40:
        process = sending(office)
        time.sleep(dice.random() * 1.5)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stderr.close()
        kills += 1
        time.sleep(0.6)  # what the program has in hand is taken or not
        faults += faults_of(office, codes, True)
    verdict = office.run("verify")
    if verdict[0] != 0:
        faults.append(f"verify: {verdict[1]}")
    unknown = [code for code, state in office.states().items() if state == "unknown"]
    before = len(office.taken())
    office.run("letter", "send")
    if len(office.taken()) != before:
        faults.append("what is unknown was sent by itself")
    office.end()
    return kills, len(unknown), faults


def two_at_once():
    """Somebody else sends meanwhile: refused, and what is being sent is not called unknown."""
    office = Office(SLOW)
    office.begin()
    office.decide()
    codes = office.refusals()
    office.try_sending()
    first = sending(office)
    while first.poll() is None and "sending" not in office.states().values():
        time.sleep(0.02)
    refusal = office.refusal("letter", "send")
    test("a second one is told to wait", refusal is not None and "Somebody else is sending" in refusal, refusal)
    test("being sent is not unknown", "unknown" not in office.states().values(), office.states())
    first.send_signal(signal.SIGINT)
    status = first.wait()
    first.stderr.close()
    states = office.states()
    test("Ctrl-C ends between two letters", status == -signal.SIGINT and set(states.values()) == {"sent", "cleared"},
         (status, states))
    case("and leaves all as it is", faults_of(office, codes, True))
    office.must("letter", "send")
    test("the rest goes later", set(office.states().values()) == {"sent"} and len(office.taken()) == len(codes))
    office.end()


two_at_once()
kills = unknown = seed = 0
faults = []
while kills < int(os.environ.get("KILLS", "3" if "SANITIZED" in os.environ else "12")):
    more, lost, wrong = killed(seed)
    kills, unknown, seed = kills + more, unknown + lost, seed + 1
    faults += [f"seed {seed}: {fault}" for fault in wrong]
case(f"{kills} kills: nothing twice, nothing called sent that was not taken", faults)
test("some were killed in the middle of a letter", unknown > 0, unknown)
sys.exit(end())
