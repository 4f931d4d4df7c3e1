#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A blind juror's whole path, and the office's calls, line by line: in Finnish and Swedish, through a pipe and on a
terminal that can do nothing. The bytes hold no movement of a cursor; what was answered is in the file."""
import getpass
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(1, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from talker import Talker, moves  # noqa: E402
from tap import end, test  # noqa: E402

KLASH, TOOL = os.environ["KLASH"], sys.argv[1]
ENV = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "TZ": "Europe/Helsinki"}
FOLDER = tempfile.mkdtemp(prefix="klash-line-")
NAMES = ("Alajärvi", "Alavieska", "Tiimi", "Team", "Jäsen")
WORDS = {
    "fi": {"problems": "Ongelmat", "blind": "Haaste C-1, ratkaisut", "ground": "Olet hakijan palveluksessa",
           "send": "Lähetä ilmoitus", "declare": "Ilmoita", "on": "Arvioihin", "read": "Lue teksti", "more": "Lisää",
           "score": "Pisteet", "points": "Pisteet", "wrong": "ei kelpaa", "notes": "Huomiot tuomaristolle",
           "feedback": "Palaute", "line": "Rivi", "know": "Tunnistin tiimin", "text": "Teksti", "submit": "Lähetä$",
           "receipt": "Kuitti", "back": "Ota .*takaisin", "next": "Seuraava", "receipts": "Kuitit ja", "leave": "Poistu",
           "left": "Olet poistunut", "saved": "Tallennettu", "cut": "sitä ei otettu", "unfinished": "kesken",
           "lost": "ei voitu tallentaa", "todo": "Hoidettavaa", "look": "Hae", "call": "Kirjaa puhelu"},
    "sv": {"problems": "Problem", "blind": "Utmaning C-1, lösningar", "ground": "Du är anställd",
           "send": "Skicka anmälan", "declare": "Anmäl", "on": "Till bedömningarna", "read": "Läs texten", "more": "Mera",
           "score": "Poäng", "points": "Poäng", "wrong": "duger inte", "notes": "Anteckningar", "feedback": "Respons",
           "line": "Rad", "know": "Jag kände igen", "text": "Text", "submit": "Lämna in$", "receipt": "Kvitto",
           "back": "Åter", "next": "Nästa", "receipts": "Kvitton", "leave": "Lämna Klash", "left": "Du har lämnat",
           "saved": "Sparat", "cut": "den togs inte emot", "unfinished": "påbörjad",
           "lost": "kunde inte sparas", "todo": "Att göra", "look": "Sök", "call": "Anteckna"},
}


def start(db, lang, term=None):
    return Talker([KLASH, "--db", db, "--lang", lang, *([] if term else ["--line"])], ENV, lang, term)


def ask(db, sql):
    with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as connection:
        return connection.execute(sql).fetchall()


def make(db):
    """A round of problems and a blind one; whoever runs the test sits in both and has not declared."""
    subprocess.run([TOOL, "make", db, getpass.getuser()], check=True)


def declare(t, w):
    """A tie to one of four by name, none to the others; it is marked by its number and asked about once."""
    t.pick(w["problems"])
    t.pick("Alavieska")
    t.pick(w["ground"])
    t.pick(w["send"])
    t.pick(w["declare"])
    t.pick(w["on"])
    text = t.back()
    return text


def declare_none(t, w):
    t.pick(w["blind"])
    t.pick(w["send"])
    t.pick(w["declare"])
    t.pick(w["on"])


def score(t, w):
    t.pick(w["score"])
    t.answer(w["points"], "7,5")
    t.until(w["wrong"])
    for value in ("8", "4", "7"):
        t.answer(w["points"], value)


def write(t, w, field, *lines):
    t.pick(field)
    for line in (*lines, "."):
        t.answer(w["line"], line)


def submit(t, w):
    t.pick(w["submit"])
    t.pick(w["submit"])
    return t.until(w["receipt"] + r" [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}\.")


def path(t, w):
    """From nothing to submitted reviews, with every act a juror has; what it told on the way."""
    told = {"declared": declare(t, w)}
    declare_none(t, w)
    told["blind"] = t.pick(r"K-\w{3} ")
    t.pick(w["read"])
    told["text"] = t.answer(w["more"], "") + t.answer(w["more"], "")
    score(t, w)
    write(t, w, w["notes"], "Ensimmäinen huomio.", "Toinen huomio.")
    write(t, w, w["feedback"], "Palautetta ääkkösin, 50 €.")
    t.pick(w["know"])
    t.answer(w["text"], "Tyylistä.")
    told["receipt"] = submit(t, w)
    t.pick(w["back"])
    t.pick(w["back"])
    t.pick(w["submit"])
    t.pick(w["submit"])
    t.pick(w["next"])
    told["next"] = t.back()
    told["list"] = t.back()
    t.pick(w["receipts"])
    told["receipts"] = t.back()
    t.pick(w["leave"])
    return told


def check_file(db, lang, how):
    reviews = ask(db, "SELECT state, notes, feedback FROM review WHERE state = 'submitted'")
    test(f"{lang}, {how}: the review is submitted, its texts whole",
         reviews == [("submitted", "Ensimmäinen huomio.\nToinen huomio.", "Palautetta ääkkösin, 50 €.")], reviews)
    scores = ask(db, "SELECT value FROM score JOIN review ON review.id = review_id WHERE state = 'submitted' ORDER BY value")
    test(f"{lang}, {how}: with the scores that were typed, and without the one that was refused",
         scores == [(4000,), (7000,), (8000,)], scores)
    test(f"{lang}, {how}: the tie is declared with its ground", ask(db, "SELECT ground FROM conflict") == [(4,)])
    test(f"{lang}, {how}: that the team was recognized goes to the chair",
         ask(db, "SELECT text FROM recognition") == [("Tyylistä.",)])


def check_told(told, data, lang, how):
    test(f"{lang}, {how}: no byte moves a cursor", moves(data) == [], moves(data))
    names = [name for name in NAMES if name in told["blind"] + told["text"] + told["list"] + told["next"]]
    test(f"{lang}, {how}: no name of a team is told beside the codes", not names, names)
    longest = max(map(len, data.decode("utf-8", "replace").splitlines()))
    test(f"{lang}, {how}: lines are short", longest <= 80, longest)


def whole_path(lang, how, term):
    db = f"{FOLDER}/{lang}-{how}.db"
    make(db)
    t = start(db, lang, term)
    told = path(t, WORDS[lang])
    status = t.finish()
    test(f"{lang}, {how}: from the declaration to the receipt, and out", status == 0 and WORDS[lang]["left"] in t.text(),
         t.text())
    check_file(db, lang, how)
    check_told(told, t.all, lang, how)
    return t


def one_printf(answers, lang):
    """The same answers at once, as a script would give them."""
    db = f"{FOLDER}/{lang}-printf.db"
    make(db)
    done = subprocess.run([KLASH, "--db", db, "--lang", lang, "--line"], input="".join(a + "\n" for a in answers).encode(),
                          capture_output=True, env=ENV)
    test(f"{lang}: the same answers by one printf", done.returncode == 0 and done.stderr == b"", done)
    check_file(db, lang, "printf")


def cut_off(lang, term):
    """The line drops in the middle of a text: what had its Enter is saved, the rest was never taken."""
    w, how = WORDS[lang], "hang-up" if term else "end of file"
    db = f"{FOLDER}/{lang}-{how}.db"
    make(db)
    t = start(db, lang, term)
    declare_none(t, w)
    t.pick(r"K-\w{3} ")
    t.pick(w["score"])
    t.answer(w["points"], "8")
    for _ in range(2):
        t.answer(w["points"], "")
    write_on = w["notes"]
    t.pick(write_on)
    t.answer(w["line"], "Tallessa.")
    t.until(w["saved"])
    t.until(w["line"])
    os.write(t.fd, "Kesken jäi".encode())
    t.hang_up()
    drafts = ask(db, "SELECT notes FROM draft")
    test(f"{lang}: at the {how} all that had its Enter is saved", drafts == [("Tallessa.",)], drafts)
    if not term:
        test(f"{lang}: and what had none is said not to be taken", w["cut"] in t.text(), t.text())
    again = start(db, lang)
    again.pick(w["blind"])
    test(f"{lang}: the unfinished review stands in the list", w["unfinished"] in again.until(r"\n0\. "), again.text())
    again.finish()


def revoked(lang):
    """Whose account was disabled meanwhile is told so, and nothing more."""
    db = f"{FOLDER}/{lang}-revoked.db"
    make(db)
    t = start(db, lang)
    declare_none(t, WORDS[lang])
    t.pick(r"K-\w{3} ")
    t.until(r"\n0\. ")
    subprocess.run([TOOL, "close", db], check=True)
    t.pick(WORDS[lang]["score"])
    t.answer(WORDS[lang]["points"], "8")
    text = t.until(WORDS[lang]["lost"])
    test(f"{lang}: a round closed in between: it says that the score was not saved", "Call" not in text, text)
    t.finish()


def office(lang):
    w = WORDS[lang]
    db = f"{FOLDER}/{lang}-office.db"
    subprocess.run([KLASH, "--db", db, "demo", "--at", "judging"], check=True, capture_output=True, env=ENV)
    t = start(db, lang)
    t.pick(w["todo"])
    todos = t.back()
    t.pick(w["look"])
    t.answer(w["text"], "Hämeenlinna")
    t.pick("P-001")
    t.answer(w["more"], "0")
    t.pick(w["call"])
    t.answer(w["text"], "Aava Keksitty")
    t.answer(w["text"], "Kysyi päätöksestä.")
    t.answer(w["text"], "32.13.2019")
    refused = t.answer(w["text"], "20.12.2019")
    t.back()
    t.back()
    t.back()
    status = t.finish()
    notes = ask(db, "SELECT who, text FROM contact_note ORDER BY id DESC LIMIT 1")
    test(f"{lang}: the office finds a problem by its municipality and notes a call",
         status == 0 and notes == [("Aava Keksitty", "Kysyi päätöksestä.")], (notes, t.all[-3000:]))
    test(f"{lang}: and hears what is to be done", "C-2" in todos, todos)
    test(f"{lang}: a day that there is not is refused in words", "32.13.2019" in refused or len(refused) > 40, refused)
    test(f"{lang}: no byte of it moves a cursor", moves(t.all) == [], moves(t.all))


def main():
    for lang in ("fi", "sv"):
        t = whole_path(lang, "pipe", None)
        one_printf(t.sent, lang)
        whole_path(lang, "dumb terminal", "dumb")
        cut_off(lang, None)
        office(lang)
    cut_off("fi", "dumb")
    revoked("fi")
    return end()


try:
    sys.exit(main())
finally:
    shutil.rmtree(FOLDER, ignore_errors=True)
