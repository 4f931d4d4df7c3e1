# SPDX-License-Identifier: MIT
"""A competition of ten problems whose decision is signed, with letters about it, in a folder that goes away."""
import json
import os
import shutil
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PLACES = ["Oulu", "Vaasa", "Espoo", "Turku", "Kuopio", "Lahti", "Pori", "Kotka", "Rauma", "Salo"]


class Office:
    """Its file, and the program that takes its mail; `addresses` are the contacts' in the order of the problems."""

    def __init__(self, addresses=()):
        self.folder = tempfile.mkdtemp(prefix="klash-letters-")
        self.environment = dict(os.environ, HOME=self.folder, KLASH_DB=self.path("k.db"), LC_ALL="C.UTF-8", LANGUAGE="")
        self.addresses = list(addresses) or [f"kirjaamo.{n}@kunta.example" for n in range(1, 11)]
        shutil.copy(os.path.join(HERE, "stand_in.py"), self.path("sendmail"))
        os.chmod(self.path("sendmail"), 0o755)

    def path(self, name):
        return os.path.join(self.folder, name)

    def end(self):
        shutil.rmtree(self.folder)

    def command(self, *words):
        return [os.environ["KLASH"], "--lang", "en", *words]

    def run(self, *words):
        done = subprocess.run(self.command(*words), env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding="utf-8", check=False)
        return done.returncode, done.stdout, done.stderr

    def must(self, *words):
        status, out, err = self.run(*words)
        if status != 0:
            raise RuntimeError(f"{words}: {err}")
        return out

    def read(self, *words):
        return json.loads(self.must(*words, "--format", "json"))

    def refusal(self, *words):
        """What it says when it does not do it; None when it does."""
        status, _, err = self.run(*words)
        return err if status == 1 else None

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as out:
            out.write(text)
        return self.path(name)

    def begin(self):
        """Problems with their contacts; Swedish-speaking ones wrote in Swedish."""
        self.must("init", "--name-fi", "Kuntien kokeilut", "--name-sv", "Kommunernas försök")
        for n, (place, address) in enumerate(zip(PLACES, self.addresses), 1):
            self.must("problem", "add", "--municipality", place, "--title", f"Yhteinen kyyti {n}", "--description",
                      "Kyytiä ei ole.", "--contact", f"Kirjaamo {n}", "--contact-email", address, "--received",
                      f"2018-10-{n:02}", "--language", "sv" if n % 5 == 2 else "fi")

    def decide(self):
        """Two are selected, eight are not."""
        self.must("phase", "set", "problems", "--opens", "2018-08-16", "--closes", "2018-10-31T23:59")
        self.must("phase", "open", "problems")
        self.must("phase", "close", "problems")
        self.must("account", "add", "j1", "--name", "Testi Malli", "--role", "juror", "--lang", "fi")
        self.must("round", "add", "problems", "--kind", "problems", "--min-reviews", "1", "--quorum", "1", "--select",
                  "2:2")
        self.must("round", "criterion", "problems", "a", "--weight", "1", "--scale", "0:10", "--name-fi", "Vaikutus",
                  "--name-sv", "Verkan")
        self.must("round", "juror", "problems", "j1", "--chair", "j1")
        self.must("round", "open", "problems")
        rows = "".join(f"j1;P-{n:03};{11 - n};huom\n" for n in range(1, 11))
        self.must("review", "import", self.write("reviews.csv", "juror;submission;a;notes\n" + rows), "--round",
                  "problems", "--declared", "Lomake")
        self.must("round", "close", "problems")
        self.must("decision", "add", "problems", "--date", "2018-11-20", "--place", "Helsinki", "--lang", "fi")
        self.must("decision", "item", "D-1", "P-001", "P-002", "--outcome", "selected", "--reason-fi", "Vaikuttaa",
                  "--reason-sv", "Har verkan")
        self.must("decision", "item", "D-1", "--rest", "--outcome", "not_selected", "--reason-fi", "Ei vaikuta",
                  "--reason-sv", "Har ingen verkan")
        self.must("decision", "same", "D-1", "10")
        self.must("decision", "sign", "D-1")

    def clear(self, codes):
        for code in codes:
            self.must("letter", "show", code)
            self.must("letter", "clear", code)

    def refusals(self):
        """Eight letters to those that were not selected, cleared; their codes."""
        self.must("letter", "make", "--kind", "not_selected", "--round", "problems")
        codes = [row["code"] for row in self.read("letter", "list")]
        self.clear(codes)
        return codes

    def try_sending(self):
        self.must("person", "edit", "1", "--email", "paakayttaja@kilpailu.example")
        self.must("letter", "sender", "set", "--address", "toimisto@kilpailu.example", "--name-fi", "Kilpailutoimisto",
                  "--name-sv", "Tävlingskansliet", "--program", self.path("sendmail"))
        self.must("letter", "sender", "try")
        os.remove(self.path("taken"))

    def states(self):
        return {row["code"]: row["state"] for row in self.read("letter", "list")}

    def taken(self):
        try:
            with open(self.path("taken"), encoding="utf-8") as lines:
                return [json.loads(line) for line in lines]
        except FileNotFoundError:
            return []

    def served(self):
        """Codes of those on whom the decision was served."""
        return {row["code"]: row for row in self.read("decision", "served", "D-1") if row["channel"]}
