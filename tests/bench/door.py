# SPDX-License-Identifier: MIT
"""Jurors over SSH, beside forced commands over the same sshd that do the least: from a key to its line painted, for all
at once without a pause; and from logins in one moment until the last first screen stands. Numbers as JSON.
Usage: door.py UPSERT SESSIONS SCORED"""
import copy
import json
import os
import pwd
import shutil
import subprocess
import sys
import time

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "ssh"))
from panel import CRITERIA, WAYS, Crowd, Juror, make_round  # noqa: E402
from scoring import Times, quantiles, script_of  # noqa: E402
from server import CLEAN, LAX, ROOT, SSHD, Place, free_port, wait_for  # noqa: E402

ASSIGNED = 20
LOGINS = (30, 50)
ROUNDS = int(os.environ.get("ROUNDS", "2"))
UPSERT, SESSIONS, SCORED = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
JURORS = max(SESSIONS, *LOGINS)
KEYS_EACH = SCORED * len(CRITERIA)


class BareDoor:
    """An sshd with the same settings beside the other, whose keys open a command of `upsert`."""

    def __init__(self, place, name, words_of):
        self.place, self.sshd = copy.copy(place), None
        self.place.port = free_port()
        keys, config = place.path(f"ssh/{name}-keys"), place.path(f"ssh/{name}-config")
        with open(keys, "w", encoding="utf-8") as out:
            for n in range(1, JURORS + 1):
                with open(place.path(f"keys/j{n:02d}.pub"), encoding="utf-8") as key:
                    out.write(f'restrict,pty,command="{place.path("bin/upsert")} {words_of(n)}" {key.read()}')
        os.chmod(keys, 0o644)
        with open(config, "w", encoding="utf-8") as out:
            out.write(LAX.format(ssh=place.path("nowhere"), base=place.base, port=self.place.port,
                                 strict="yes" if ROOT else "no").replace("sshd.pid", f"{name}.pid") +
                      f"AuthorizedKeysFile {keys}\nMaxStartups 400:30:800\n")
        with open(place.path(f"out/{name}.log"), "wb") as log:
            self.sshd = subprocess.Popen([SSHD, "-D", "-e", "-f", config], stdin=subprocess.DEVNULL, stdout=log,
                                         stderr=log, env=CLEAN)
        if not wait_for(self.place.answers):
            raise RuntimeError(f"no sshd for {name}")

    def close(self):
        self.sshd.terminate()
        self.sshd.wait()


def until_first_screen(place, logins, stands):
    """Seconds until the last one's stands; None where one was refused."""
    there, crowd = [], Crowd()

    def script(_):
        yield stands
        there.append(time.monotonic())
        yield lambda screen: False

    began, refused = time.monotonic(), 0
    try:
        for login in logins:
            crowd.connect(Juror(place, login, script))
        while len(there) < len(logins) and not refused:
            refused = len(crowd.turn())
    finally:
        crowd.kill()
    wait_for(lambda: not has_sessions(place))
    return None if refused else max(there) - began


def has_sessions(place):
    """Of the program or of the bare one."""
    found = subprocess.run(["/usr/bin/pgrep", "-f", f"^{place.path('bin')}/"], stdout=subprocess.DEVNULL)
    return found.returncode == 0


def shows_klash(screen):
    words = screen.words()
    return any(known in words for known in WAYS)


def shows_line(screen):
    return "ready" in screen.words()


def run_until(jurors, waits):
    """Until all have saved their keys; what is open then is cut off."""
    crowd = Crowd()
    try:
        for juror in jurors:
            crowd.connect(juror)
        while len(waits) < len(jurors) * KEYS_EACH:
            if crowd.turn():
                raise RuntimeError("a session has ended before its keys were saved")
    finally:
        crowd.kill()
    return waits


def keys_of_klash(place, logins):
    times, ready = Times(), []
    script = script_of(times, {}, ready, len(logins), SCORED, 0)
    return run_until([Juror(place, login, script) for login in logins], times.all["score"])


def keys_of_bare(place, logins):
    """As many keys, each shown as saved."""
    waits, ready = [], []

    def script(juror):
        yield shows_line
        ready.append(juror)
        yield lambda screen: len(ready) == len(logins)
        for n in range(1, KEYS_EACH + 1):
            pressed = juror.press("x")
            waits.append((yield lambda screen, n=n: f"saved {n} " in screen.words() + " ") - pressed)
        yield lambda screen: False

    return run_until([Juror(place, login, script) for login in logins], waits)


def measure_logins(place, line, logins):
    found = {"klash": {"refused": 0}, "bare": {}}
    for number in LOGINS:
        for _ in range(ROUNDS):
            for who, door, stands in (("bare", line.place, shows_line), ("klash", place, shows_klash)):
                seconds = until_first_screen(door, logins[:number], stands)
                if seconds is None:
                    found["klash"]["refused"] += who == "klash"
                    continue
                name = f"logins.{number}"
                found[who][name] = min(seconds, found[who].get(name, seconds))
    return found


def make_folder(place):
    folder = place.data + "/bare"
    os.mkdir(folder, 0o700)
    if ROOT:
        owner = pwd.getpwnam(place.user)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    return folder


def measure(place):
    place.open_door()
    logins = make_round(place, JURORS, ASSIGNED)
    shutil.copy(UPSERT, place.path("bin/upsert"))
    os.chmod(place.path("bin/upsert"), 0o755)
    folder = make_folder(place)
    line = BareDoor(place, "line", lambda n: "line")
    saving = BareDoor(place, "saving", lambda n: f"{folder}/b.db {n}")
    try:
        found = measure_logins(place, line, logins)
        for who, waits in (("bare", keys_of_bare(saving.place, logins[:SESSIONS])),
                           ("klash", keys_of_klash(place, logins[:SESSIONS]))):
            found[who]["key"], found[who]["key.99"], _ = quantiles(waits)
        return found
    finally:
        line.close()
        saving.close()


def main():
    place = Place()
    try:
        print(json.dumps(measure(place)))
    finally:
        place.remove()


if __name__ == "__main__":
    main()
