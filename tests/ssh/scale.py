# SPDX-License-Identifier: MIT
"""Many jurors at once, each in an SSH session of their own, score everything by keys; beside it in the same run what
a bare commit of SQLite takes there. Usage: scale.py COMMITS [JURORS SUBMISSIONS]; $JURORS and $SUBMISSIONS as well.
$PAUSE: seconds a juror thinks before each score, on average; 0 is as fast as the screens allow."""
import os
import resource
import shutil
import subprocess
import sys
import time

from panel import CRITERIA, Juror, in_file, make_round
from scoring import Times, quantiles, run_all, script_of
from server import CLEAN, SSHD, Place, Tap, gives_terminals

COMMITS = sys.argv[1]
JURORS, SUBMISSIONS = (int(os.environ.get(name) or given) for name, given in
                       zip(("JURORS", "SUBMISSIONS"), sys.argv[2:4] or ("8", "5")))
PAUSE = float(os.environ.get("PAUSE", "0"))
tap = Tap()


def compare(place, logins, acknowledged):
    lost, wrong = [], []
    for login in logins:
        there = in_file(place.db, login)
        for code, (state, scores) in there.items():
            if state != "submitted" or acknowledged.get((login, code)) != scores:
                wrong.append((login, code, state, scores))
        for key, value in acknowledged.items():
            if key[0] == login and (there.get(key[1]) is None or (len(key) == 3 and
                                                                 there[key[1]][1][key[2]] != value)):
                lost.append((key, value))
    tap.ok(len(acknowledged) == JURORS * SUBMISSIONS * (len(CRITERIA) + 1),
           f"{len(acknowledged)} scores and reviews were acknowledged", len(acknowledged))
    tap.ok(not lost, "every acknowledged score is in the file", lost)
    tap.ok(not wrong, "every review there is what was typed, and submitted once", wrong)


def bare(place, processes):
    """The same number of commits by a bare program, in the same directory."""
    folder = place.data + "/bare"
    os.mkdir(folder, 0o700)
    rounds = max(JURORS * SUBMISSIONS * len(CRITERIA) // processes, 1)
    for way in ("", "queue"):
        if way and processes == 1:
            continue
        done = subprocess.run([COMMITS, f"{folder}/{way}b.db", str(processes), str(rounds), *([way] if way else [])],
                              env=CLEAN, capture_output=True, check=True)
        yield way, [float(line) for line in done.stdout.split()]
    shutil.rmtree(folder)


def tell(name, seconds):
    p50, p99, most = (found * 1000 for found in quantiles(seconds))
    print(f"# {name:44}{len(seconds):7}{p50:10.1f}{p99:10.1f}{most:10.1f}", flush=True)


def measure(place, times, seconds):
    print(f"# {JURORS} jurors, {SUBMISSIONS} submissions, {len(CRITERIA)} criteria, {PAUSE} s of thought; "
          f"{seconds:.1f} s in all; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"# {'milliseconds':44}{'number':>7}{'p50':>10}{'p99':>10}{'most':>10}")
    tell("ssh until the first sheet", times.all["login"])
    tell("a score's key until \"saved\"", times.all["score"])
    tell("confirming until the receipt", times.all["submit"])
    for processes in (1, JURORS):
        for way, found in bare(place, processes):
            tell(f"bare commit, {processes} process{'es' if processes > 1 else ''}"
                 f"{', queued by flock' if way else ''}", found)


def main():
    if not os.access(SSHD, os.X_OK) or not gives_terminals():
        tap.skip("jurors at once over SSH", "no sshd, or none that gives terminals")
        tap.finish()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    place, times, acknowledged = Place(), Times(), {}
    try:
        place.open_door()
        logins = make_round(place, JURORS, SUBMISSIONS)
        script = script_of(times, acknowledged, [], JURORS, SUBMISSIONS, PAUSE)
        began = time.monotonic()
        run_all([Juror(place, login, script) for login in logins])
        measure(place, times, time.monotonic() - began)
        compare(place, logins, acknowledged)
        for command in ("verify", "check"):
            status, out, err = place.office(command)
            tap.ok(status == 0, f"{command} is good", out + err)
    finally:
        place.remove()
    tap.finish()


if __name__ == "__main__":
    main()
