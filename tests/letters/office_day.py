#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A day of the office, by keys in Finnish in a real terminal and with real files: thirty problems come in from a
workbook, four are selected, the jury's feedback is written and cleared, 26 letters of refusal are made, read, cleared
and written as files, which another reader opens. $KLASH is the program."""
import csv
import datetime
import email
import email.policy
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.dirname(HERE), os.path.join(os.path.dirname(HERE), "jury")]
from tap import case, end, test  # noqa: E402
from terminal import Terminal  # noqa: E402

KLASH, DATA = os.environ["KLASH"], os.path.join(os.environ["DATA"], "office-day")
STRICT = email.policy.default.clone(raise_on_defect=True)
CLEAR_LINE = "\x15"


class Day:
    """The office's home, its file, and the terminal it works in."""

    def __init__(self):
        self.home = tempfile.mkdtemp(prefix="klash-day-")
        self.environment = dict(os.environ, HOME=self.home, KLASH_DB=self.path("k.db"), LC_ALL="C.UTF-8", LANGUAGE="")
        self.terminal = None

    def path(self, name):
        return os.path.join(self.home, name)

    def klash(self, *words):
        return subprocess.run([KLASH, "--lang", "fi", *words], env=self.environment, check=True,
                              stdout=subprocess.PIPE).stdout.decode()

    def read(self, *words):
        return json.loads(self.klash(*words, "--format", "json"))

    def begin(self):
        self.klash("init", "--name-fi", "Kuntien kokeilut", "--name-sv", "Kommunernas försök")
        self.terminal = Terminal([KLASH, "--lang", "fi"], env=self.environment)
        self.terminal.wait("Kuntien kokeilut")

    def press(self, *keys):
        """Keys, and between them in brackets what the screen must then say."""
        for part in keys:
            if isinstance(part, list):
                for words in part:
                    self.terminal.wait(words)
            else:
                self.terminal.send(part)
                self.terminal.settle(0.05)

    def end(self):
        self.terminal.send("q")
        test("q leaves", self.terminal.ended() == 0)

    def clean(self):
        if self.terminal is not None and self.terminal.fd >= 0:
            self.terminal.kill()
        shutil.rmtree(self.home)


def reviews(day):
    """The jury's sheets, with a text for each sender in the language in which they wrote."""
    lang = {row["code"]: row["language"] for row in day.read("problem", "list", "--columns", "code,language")}
    with open(os.path.join(DATA, "reviews.csv"), encoding="utf-8-sig", newline="") as given:
        rows = list(csv.reader(given, delimiter=";"))
    texts = {"fi": "Hyvä, että kunta kertoi tästä: {}.", "sv": "Bra att kommunen berättade om detta: {}."}
    with open(day.path("arviot.csv"), "w", encoding="utf-8", newline="") as out:
        sheet = csv.writer(out, delimiter=";")
        sheet.writerow(rows[0] + ["feedback"])
        for row in rows[1:]:
            sheet.writerow(row + [texts[lang[row[1]]].format(row[1]) if row[0] == "maija" else ""])


def problems_in(day):
    day.press("0<Enter>o16.8.2018<Enter>d31.10.2018 klo 23.59<Enter>0<Enter>m<Enter>", ["Vaihe on avattu."],
              "0g" + "<Down>" * 8 + "<Enter>nmaija<Tab>Maija Malli<Ctrl-S>nniilo<Tab>Niilo Näytelä<Ctrl-S>", ["niilo"],
              f"1i{DATA}/problems.xlsx<Enter>", ["kelpaa 29 (myöhässä 1)"], "<Enter><Enter>", "<Enter><Enter><Enter>",
              "<Enter>", ["29 ongelmaa"], "f<Down><Down><Enter><Enter>", ["P-030"],
              "ALomakkeen palvelin oli nurin.<Ctrl-S>", ["Otettu mukaan"], "<Esc>f<Enter>", ["30 ongelmaa"],
              "0<Enter>m<Enter>", ["suljettu"])


def judged(day):
    due = (datetime.date.today() + datetime.timedelta(days=7)).strftime("%-d.%-m.%Y")
    day.press(f"0<Enter><Tab>impact<Tab>{CLEAR_LINE}2<Tab>{CLEAR_LINE}2<Tab>{CLEAR_LINE}4<Tab><Tab>{due} klo 16<Ctrl-S>",
              f"0<Enter>nimpact<Tab>Vaikuttavuus<Tab>Effekt<Tab><Tab>{CLEAR_LINE}60<Ctrl-S>",
              f"nreach<Tab>Skaalautuvuus<Tab>Skalbarhet<Tab><Tab>{CLEAR_LINE}40<Ctrl-S>",
              "0<Enter>jmaija<Enter><Down><Enter>jniilo<Enter><Enter>",
              "<Up><Up><Up>e<Ctrl-S>Lomake 2.11.2018<Enter><Tab><Enter>",
              "<Down>e<Ctrl-S>Lomake 2.11.2018<Enter><Tab><Enter>",
              "HIlmoitus 15.8.2018, nro 2018-1<Enter>", "0<Enter>m<Enter>", ["Kierros on avattu"])
    reviews(day)
    day.press("i~/arviot.csv<Enter>", "<Enter>", ["60/60"], "m<Enter>", ["suljettu"])


def decided(day):
    """Four are selected, 26 are not."""
    day.press("0<Enter><Tab>Kuntatalo<Ctrl-S>", "vvvvr", "<Ctrl-S>", ["valittu 4 · varalla 0 · ei valittu 26 · auki 0"],
              "H<Tab><Enter><Tab><Enter>", ["hyväksytty"])


def feedback_cleared(day):
    """Taken over as the juror wrote it, and cleared: Enter and H for each, on to the next by itself."""
    day.press("1a", ["60/60"], "b", ["P-001"], "<Enter>")
    for _ in range(30):
        day.press("<Enter>H")
    day.press("<Esc>", ["30/30"])


def letters_written(day):
    os.mkdir(day.path("kirjeet"))
    day.press("1aK", ["Mitkä kirjeet?"], "<Down>" * 5 + "<Enter>", ["ei valittu"], "<Enter>")
    for _ in range(26):
        day.press("a")
    day.press("<Esc>", ["26"], "S", "toimisto@kilpailu.example<Tab>Kilpailutoimisto<Tab>Tävlingskansliet<Ctrl-S>",
              "<Esc>", "w<Enter>~/kirjeet<Enter>", ["26 kirjettä kirjoitettu"])


def check_letters(day):
    paths = sorted(glob.glob(day.path("kirjeet/*.eml")))
    test("26 letters are files", len(paths) == 26, paths)
    places = {row["code"]: row["language"] for row in
              day.read("municipality", "list", "--columns", "code,language")}
    rows = {row["code"]: row for row in day.read("letter", "list")}
    wanted = {row["code"]: row for row in day.read("problem", "list", "--columns", "code,municipality,language")}
    faults, languages = [], set()
    for path in paths:
        with open(path, "rb") as file:
            letter = email.message_from_bytes(file.read(), policy=STRICT)
        row = rows[os.path.basename(path)[:5]]
        text, page = (letter.get_body((kind,)).get_content() for kind in ("plain", "html"))
        lang = letter["Content-Language"]
        languages.add(lang)
        kind = {"fi": "ei tullut valituksi", "sv": "valdes inte"}[lang]
        thanks = {"fi": "Hyvä, että kunta kertoi tästä", "sv": "Bra att kommunen berättade om detta"}[lang]
        sender = {"fi": "Kilpailutoimisto", "sv": "Tävlingskansliet"}[lang]
        faults += [f"{path}: {fault}" for fault, wrong in (
            ("another language than they wrote in", lang != wanted[row["of"]]["language"]),
            ("none of their languages", lang not in places[wanted[row["of"]]["municipality"]]),
            ("no refusal", kind not in text + letter["Subject"]),
            ("without the feedback", f"{thanks}: {row['of']}." not in " ".join(text.split())),
            ("another feedback in the page", f"{thanks}: {row['of']}." not in " ".join(page.split())),
            ("another sender", letter["From"].addresses[0].display_name != sender),
            ("another recipient", letter["To"].addresses[0].addr_spec != row["address"]),
            ("defects", any(part.defects for part in letter.walk())),
            ("is not called written", row["state"] != "written")) if wrong]
    case("each is what it should be, in its municipality's language", faults)
    test("there are Finnish and Swedish ones", languages == {"fi", "sv"}, languages)


def main():
    day = Day()
    begun = time.monotonic()
    try:
        day.begin()
        for part in (problems_in, judged, decided, feedback_cleared, letters_written):
            part(day)
            print(f"# {part.__name__}: {time.monotonic() - begun:.0f} s")
        test("the day goes by keys", True)
        check_letters(day)
        test("the file is intact", "head" in day.read("verify"))
        day.end()
    except AssertionError as error:
        test("the day goes by keys", False, str(error))
    finally:
        day.clean()
    return end()


sys.exit(main())
