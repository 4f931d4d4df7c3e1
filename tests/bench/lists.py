#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What keys cost in a list of 100,000 problems, beside the demo's 77: milliseconds until the answer is complete,
milliseconds the program worked, bytes sent. Usage: lists.py KLASH MUNICIPALITIES.csv"""
import csv
import os
import random
import subprocess
import sys
import tempfile

from meter import Meter, median

ROWS = int(os.environ.get("ROWS", "100000"))
WORDS = ("koulu kylä tie silta lapsi vanhus digi palvelu kuljetus jäte metsä ranta liikunta kirjasto tuuli valo vesi "
         "talo nuori työ ruoka reitti piha halli tori satama lämpö ääni uusi vanha tyhjä yhteinen hiljainen").split()


def make_many(klash, path, municipalities, directory):
    names = [row["name_fi"] for row in csv.DictReader(open(municipalities, encoding="utf-8")) if not row["valid_to"]]
    dice = random.Random(2018)
    source = os.path.join(directory, "many.csv")
    with open(source, "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["Kunta", "Ongelman otsikko", "Kuvaus", "Lähetetty"])
        for n in range(ROWS):
            title = " ".join(dice.choices(WORDS, k=4)).capitalize() + f" {n}"
            rows.writerow([dice.choice(names), title, " ".join(dice.choices(WORDS, k=30)) + ".",
                           f"2018-10-{1 + n % 30:02d} {n % 24:02d}:{n % 60:02d}"])
    subprocess.run([klash, "--db", path, "init"], check=True, capture_output=True)
    subprocess.run([klash, "--db", path, "problem", "import", source, "--partial"], check=True, capture_output=True)


def several(meter, times, key, before=(), after=()):
    """Medians of the key's time, work and bytes; the others lead there and back."""
    results = []
    for _ in range(times):
        for other in before:
            meter.press(other, patience=2)
        results.append(meter.press(key))
        for other in after:
            meter.press(other, patience=2)
    return [median([r[i] for r in results]) for i in range(3)]


DOWN, UP, PAGE, HOME, END, ENTER, ESC = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[1~", "\x1b[4~", "\r", "\x1b"


def measure(klash, path):
    meter = Meter(klash, "--db", path, "--lang", "en")
    meter.first_screen(b"? help")
    meter.settle()
    results = {"the list opens": several(meter, 5, "1", after="0")}
    meter.press("1")
    results["the cursor moves"] = several(meter, 20, DOWN, after=[UP])
    meter.press(PAGE)
    results["the list scrolls by a row"] = several(meter, 20, DOWN)
    results["a page on"] = several(meter, 10, PAGE, before=[HOME, PAGE])
    results["to the end"] = several(meter, 5, END, after=[HOME])
    by_code = "s" + HOME + ENTER
    for name, steps in (("title", 2), ("municipality", 1)):
        results[f"sort by {name}"] = several(meter, 5, ENTER, before=["s" + HOME + DOWN * steps], after=[by_code])
    meter.press(by_code)
    results["search: the first letter"] = several(meter, 5, "k", before=["/"], after=[ESC])
    results["search: one letter more"] = several(meter, 5, "u", before=["/", "koul"], after=[ESC])
    meter.press("/")
    meter.press("koulu")
    results["search: the next match"] = several(meter, 10, DOWN)
    meter.press(ENTER)
    results["a record opens"] = several(meter, 5, ENTER, after=[ESC])
    meter.leave()
    return results


def main():
    klash, municipalities = sys.argv[1:3]
    with tempfile.TemporaryDirectory(prefix="klash-bench-") as directory:
        few, many = os.path.join(directory, "few.db"), os.path.join(directory, "many.db")
        subprocess.run([klash, "--db", few, "demo"], check=True, capture_output=True)
        make_many(klash, many, municipalities, directory)
        small, large = measure(klash, few), measure(klash, many)
    print(f"{'':28}{'time':>18}{'work':>20}{'ratio':>8}{'bytes':>14}")
    print(f"{'':28}{77:>9}{ROWS:>9}{77:>11}{ROWS:>9}{'work':>8}{77:>8}{ROWS:>8}")
    for name in small:
        (time_s, work_s, bytes_s), (time_l, work_l, bytes_l) = small[name], large[name]
        print(f"{name:28}{time_s * 1000:7.1f}ms{time_l * 1000:7.1f}ms{work_s * 1000:9.2f}ms{work_l * 1000:7.2f}ms"
              f"{work_l / work_s:8.1f}{bytes_s:8.0f}{bytes_l:8.0f}")


main()
