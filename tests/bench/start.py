#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How long klash takes to its first screen, beside a bare program with the same libraries on the same file.
Runs take turns, so that both have the same machine. Usage: start.py KLASH BARE"""
import os
import subprocess
import sys
import tempfile

from meter import Meter, median

RUNS = int(os.environ.get("RUNS", "40"))


def main():
    klash, bare = sys.argv[1:3]
    times = {"bare": [], "klash": []}
    work = {"bare": [], "klash": []}
    with tempfile.TemporaryDirectory(prefix="klash-bench-") as directory:
        path = os.path.join(directory, "k.db")
        subprocess.run([klash, "--db", path, "demo"], check=True, capture_output=True)
        for _ in range(RUNS):
            for name, command in (("bare", [bare, path]), ("klash", [klash, "--db", path, "--lang", "en"])):
                meter = Meter(*command)
                times[name].append(meter.first_screen(b"? help"))
                work[name].append(meter.worked())
                meter.settle()
                meter.leave()
    print(f"{'until the first screen':24}{'median':>10}{'fastest':>10}{'worked':>10}")
    for name in ("bare", "klash"):
        print(f"{name:24}{median(times[name]) * 1000:8.1f}ms{min(times[name]) * 1000:8.1f}ms"
              f"{median(work[name]) * 1000:8.1f}ms")
    ratios = [of(times["klash"]) / of(times["bare"]) for of in (median, min)] + [median(work["klash"]) / median(work["bare"])]
    print(f"{'ratio':24}" + "".join(f"{ratio:10.2f}" for ratio in ratios))


main()
