#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What each page of advice costs beside the plain ranking, of 77 submissions by 10 jurors on 3 criteria: milliseconds the
program worked, as a command (with its start) and as a key. Each method; told, not judged. Usage: advice.py KLASH"""
import os
import random
import resource
import subprocess
import sys
import tempfile

from meter import Meter, median

ITEMS, JURORS = 77, 10
RUNS = int(os.environ.get("RUNS", "15"))
CRITERIA = (("impact", 40), ("innovativeness", 30), ("scalability", 30))
COMMANDS = ("rank", "advice", "robustness", "agreement")


def make_rounds(klash, path, directory):
    def run(*words):
        subprocess.run([klash, "--db", path, *words], check=True, capture_output=True)

    dice = random.Random(77)
    run("init")
    for n in range(ITEMS):
        run("problem", "add", "--municipality", "091", "--title", f"Ongelma {n}", "--description", "Kuvaus.")
    for j in range(JURORS):
        run("account", "add", f"j{j}", "--name", f"Jäsen {j}", "--role", "juror", "--lang", "fi")
    for method in ("mean", "borda"):
        run("round", "add", method, "--kind", "problems", "--min-reviews", "3", "--select", "4:6", "--method", method)
        for key, weight in CRITERIA:
            run("round", "criterion", method, key, "--weight", str(weight), "--scale", "0:10", "--name-fi", key,
                "--name-sv", key)
        run("round", "juror", method, *(f"j{j}" for j in range(JURORS)))
        run("round", "open", method, "--reason", "Mittaus")
        sheet = os.path.join(directory, "sheet.csv")
        with open(sheet, "w", encoding="utf-8") as out:
            print("juror;submission;" + ";".join(key for key, _ in CRITERIA), file=out)
            for n in range(ITEMS):
                level = dice.uniform(2, 8)
                for j in range(JURORS):
                    scores = (min(10, max(0, round(level + dice.gauss(0, 1.5)))) for _ in CRITERIA)
                    print(f"j{j};P-{n + 1:03d};" + ";".join(map(str, scores)), file=out)
        run("review", "import", sheet, "--round", method, "--declared", "Lomakkeet")
        run("round", "close", method, "--reason", "Mittaus")


def command_work(*command):
    """Seconds of processor time, the start of the program among them."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def key_work(klash, path, times):
    """Of the newest round, on the screens: the ranking, then the pages above it."""
    results = {name: [] for name in COMMANDS}
    meter = Meter(klash, "--lang", "en", "--db", path)
    meter.first_screen(b"help")
    meter.settle()
    meter.press("1")
    meter.press("a")
    for _ in range(times):
        for key, name in (("r", "rank"), ("a", "advice"), ("w", "robustness")):
            results[name].append(meter.press(key)[1])
        meter.press("\x1b", patience=2)
        results["agreement"].append(meter.press("y")[1])
        for _ in range(3):
            meter.press("\x1b", patience=2)
    meter.press("q", patience=1)
    return {name: median(values) for name, values in results.items()}


def tell(where, work):
    print(f"{where:18}" + "".join(f"{name:>12} {work[name] * 1000:6.1f} ms {work[name] / work['rank']:4.1f}x"
                                  for name in COMMANDS))


def main():
    klash = sys.argv[1]
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "k.db")
        make_rounds(klash, path, directory)
        for method in ("mean", "borda"):
            tell(f"{method}, command", {name: median([command_work(klash, "--db", path, name, method)
                                                      for _ in range(RUNS)]) for name in COMMANDS})
        tell("borda, key", key_work(klash, path, RUNS))


main()
