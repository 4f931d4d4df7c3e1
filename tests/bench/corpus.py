# SPDX-License-Identifier: MIT
"""Problems and reviews as files, of words of which few are common and most rare; the same in every run."""
import csv
import itertools
import random

JURORS = 10
CRITERIA = (("impact", 40), ("innovativeness", 30), ("scalability", 30))


def names_of(municipalities):
    with open(municipalities, encoding="utf-8") as rows:
        return [row["name_fi"] for row in csv.DictReader(rows) if not row["valid_to"]]


def make_words(dice, n):
    first, middle = "k t s p v m l r h j n kr tr".split(), "a e i o u y ä ö aa ii uu ai ei ui ie uo".split()
    end = ["", "", "n", "t", "s", "ssa", "lla", "sta", "en"]
    return ["".join(dice.choice(first) + dice.choice(middle) for _ in range(dice.randint(1, 4))) + dice.choice(end)
            for _ in range(n)]


def write_problems(path, rows, names):
    """About 290 bytes a row."""
    dice = random.Random(2018)
    words = make_words(dice, 4000)
    weights = list(itertools.accumulate(1 / (i + 3) for i in range(len(words))))
    with open(path, "w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(["Kunta", "Ongelman otsikko", "Kuvaus", "Yhteyshenkilö", "Sähköposti", "Lähetetty"])
        for n in range(rows):
            title = " ".join(dice.choices(words, cum_weights=weights, k=4)).capitalize() + f" {n}"
            body = " ".join(dice.choices(words, cum_weights=weights, k=20)).capitalize() + "."
            table.writerow([dice.choice(names), title, body, f"Henkilö {n % 977}", f"h{n % 977}@kunta.example",
                            f"2018-10-{1 + n % 30:02d} {n % 24:02d}:{n % 60:02d}"])


def write_reviews(path, submissions):
    dice = random.Random(3)
    with open(path, "w", encoding="utf-8") as out:
        print("juror;submission;" + ";".join(key for key, _ in CRITERIA) + ";notes", file=out)
        for n in range(submissions):
            for j in range(JURORS):
                scores = ";".join(str(dice.randint(0, 10)) for _ in CRITERIA)
                print(f"j{j};P-{n + 1:03d};{scores};huomio {n} {j}", file=out)
