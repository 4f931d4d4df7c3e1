#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pages for everybody: what each says at its stage and what none says, read by a parser that is not ours; who may make one,
and what of it is written down. Under embargo a page is the same byte for byte in two worlds that differ in the winner.
Usage: public_pages.py KLASH

Tried: served left out of web_told, names_open always true, is_in_force always true (each makes its worlds differ); the
consent left out of web_members; the result's openness left out of put_team."""
import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from public_page import Page  # noqa: E402
from tap import case, end, test  # noqa: E402

KLASH = sys.argv[1]
FOLDER = tempfile.mkdtemp(prefix="klash-pages-")
STAGES = ("call", "problems", "questions", "finalists", "results")
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", HOME=FOLDER, XDG_DATA_HOME=FOLDER)
LOSERS = ("Rapalasta Raiteille", "Kylätalojen verkko", "Grannhjälpen", "Osallistujat", "Opinpolku", "Studieresan", "Pedalisti",
          "Linja-auto 2.0", "Ideapankki", "Kuntasovellus")
WINNERS = ("KaikkiKyytiin", "Desperado Designs", "Rapida")


def run(path, *words, login=None):
    who = ["--as", login] if login else []
    return subprocess.run([KLASH, "--db", path, "--lang", "en", *who, *words], capture_output=True, env=ENVIRONMENT,
                          stdin=subprocess.DEVNULL, check=False)


def do(path, *words):
    done = run(path, *words)
    assert done.returncode == 0, "%s: %s" % (" ".join(words), done.stderr.decode())
    return done.stdout.decode()


def rows(path, *words):
    return json.loads(do(path, *words, "--format", "json"))


def made(path, stage, *words):
    """The page's text; by standard output, which leaves no file."""
    return do(path, "publish", "--stage", stage, *words)


def refused(name, text, path, *words, login=None):
    done = run(path, *words, login=login)
    test(name, done.returncode == 1 and text in done.stderr.decode(), (done.returncode, done.stderr.decode()))


def copy(path, name):
    to = os.path.join(FOLDER, name)
    shutil.copyfile(path, to)
    os.chmod(to, 0o600)
    return to


def changed(path, name, *sql):
    """A copy in which that has been done past Klash: its walls are put up again afterwards."""
    to = copy(path, name)
    connection = sqlite3.connect(to)
    walls = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    with connection:
        for wall, _ in walls:
            connection.execute("DROP TRIGGER " + wall)
        for line in sql:
            connection.execute(line)
        for _, wall in walls:
            connection.execute(wall)
    connection.close()
    return to


SOLVED = "(SELECT id FROM decision WHERE kind = 'decision' AND round_id IN (SELECT id FROM round WHERE kind = 'solution'))"
# Whoever was second has won: in the decision, in its reasons and among the teams.
OTHER_WINNER = (
    "UPDATE decision_item SET outcome = CASE outcome WHEN 'selected' THEN 'reserve' ELSE 'selected' END, "
    "reason_fi = 'Toinen ' || reason_fi, reason_sv = 'En annan ' || reason_sv WHERE decision_id IN " + SOLVED +
    " AND outcome IN ('selected', 'reserve')",
    "UPDATE decision_reason SET words_fi = 'Muu', words_sv = 'Annat' WHERE decision_id IN " + SOLVED,
    "UPDATE team SET state = 'selected' WHERE state = 'winner'",
    "UPDATE team SET state = 'winner' WHERE id IN (SELECT s.team_id FROM decision_item t JOIN round_item i "
    "ON i.id = t.round_item_id JOIN submission s ON s.id = i.submission_id WHERE t.outcome = 'selected' "
    "AND t.decision_id IN " + SOLVED + ")",
)
EMBARGOES = {
    "it has not been served on everybody": (
        "DELETE FROM service WHERE decision_id IN " + SOLVED + " AND id NOT IN (SELECT max(id) FROM service "
        "GROUP BY decision_id)",),
    "the decision is a draft": (
        "UPDATE decision SET state = 'draft', signed = NULL, signed_by = NULL WHERE id IN " + SOLVED,),
    "the names are not open": (
        "DELETE FROM blind_act WHERE act = 'open'",),
}


def embargo(base):
    for why, sql in EMBARGOES.items():
        here = changed(base, "here.db", *sql)
        there = changed(base, "there.db", *sql, *OTHER_WINNER)
        for stage in STAGES:
            one, other = made(here, stage), made(there, stage)
            test("%s: %s is the same whoever won" % (why, stage), one == other, (len(one), len(other)))
        page = Page(made(here, "results"))
        test("%s: it says that it will be told" % why, page.text("fi").count("Tulos kerrotaan tässä") == 3 and
             page.text("sv").count("Resultatet berättas här") == 3, page.text("fi"))
        test("%s: and nobody is named" % why, not [w for w in WINNERS + LOSERS if w in page.text("fi")], page.text("fi"))
    told = made(changed(base, "there.db", *OTHER_WINNER), "results")
    test("once it may be told, the pages differ", told != made(base, "results"))


SAYS = {
    "call": (("Ongelmahaku kunnille", "Vaikuttavuus", "25 %", "16.8.–31.10.2018"),
             ("Upprop till kommunerna", "Effekt", "25 %", "16.8–31.10.2018")),
    "problems": (("Valitut haasteet", "Nuoret opintopolulle", "Pilottikunta: Vantaa", "Varsinais-Suomi", "77"),
                 ("Valda utmaningar", "Unga på studievägen", "Pilotkommun: Vanda", "Egentliga Finland", "77")),
    "questions": (("Kysymykset ja vastaukset", "Vastattuja kysymyksiä on 3."), ("Frågor och svar", "3 frågor har besvarats.")),
    "finalists": (("Jatkoon päässeet tiimit", "Rapida", "33,3 %"), ("Teamen som går vidare", "Rapida", "33,3 %")),
    "results": (("Kilpailun tulokset", "KaikkiKyytiin", "Desperado Designs", "Rapida", "Vaikutus on osoitettu kokeilussa",
                 "Aino Kuvitelma, Leevi Keksitty ja Oona Malliharju", "7 tuomariston jäsentä", "päätös 4/2020, 20.1.2020"),
                ("Tävlingens resultat", "KaikkiKyytiin", "Effekten har visats i försöket",
                 "Aino Kuvitelma, Leevi Keksitty och Oona Malliharju", "7 jurymedlemmar", "beslut 4/2020, 20.1.2020")),
}


def contents(base):
    with sqlite3.connect(base) as connection:
        contacts = {w for row in connection.execute("SELECT CASE kind WHEN 'problem' THEN contact_name END, contact_email, "
                                                    "contact_phone FROM submission") for w in row if w}
        people = {w for row in connection.execute("SELECT email, phone FROM person") for w in row if w}
        jurors = {n for (n,) in connection.execute("SELECT p.name FROM panel_member m JOIN account a ON a.id = m.account_id "
                                                   "JOIN person p ON p.id = a.person_id")}
    connection.close()
    for stage in STAGES:
        text = made(base, stage)
        page = Page(text)
        case("%s is a page" % stage, page.faults)
        for lang, words in zip(("fi", "sv"), SAYS[stage]):
            case("%s says in %s what it is about" % (stage, lang), [w for w in words if w not in page.text(lang)])
        test("%s is a demo's, in both languages" % stage, "esittely" in page.text("fi") and "exempel" in page.text("sv"))
        case("%s has no contact, no losing team, no juror" % stage,
             [w for w in (contacts | people | jurors | set(LOSERS)) if w in text])
        for lang in ("fi", "sv"):
            one = Page(made(base, stage, "--lang", lang))
            case("%s in %s alone" % (stage, lang), one.faults + [x for x in one.languages if x != lang])
        test("%s says when it goes, and that it is accessible" % stage,
             "viimeistään 13.2.202" in page.text("fi") and "Saavutettavuus" in page.text("fi") and
             "Tillgänglighet" in page.text("sv"))
    page = made(base, "results")
    order = [page.index('id="fi-%s"' % part) for part in
             ("sought", "winners", "criteria", "regions", "timeline", "figures", "next", "documents", "accessibility")]
    test("the results stand in their order", order == sorted(order), order)
    tiles = re.findall(r'class="count"[^>]*>(\d+)<', page)
    test("nineteen tiles in each language, their numbers those of the list", len(tiles) == 38 and tiles[:19] == tiles[19:] and
         sorted(tiles[:19]) == sorted(re.findall(r'<span class="number">(\d+)</span>\s*</li>', page[:page.index('id="sv"')])), tiles)


def consent(base):
    path = copy(base, "consent.db")
    do(path, "team", "member", "T-11", "set", "Aino Kuvitelma", "--no-consent")
    text = made(path, "results")
    test("who has not agreed is not named", "Aino Kuvitelma" not in text and "Leevi Keksitty" in text)
    for name in ("Leevi Keksitty", "Oona Malliharju"):
        do(path, "team", "member", "T-11", "set", name, "--no-consent")
    page = Page(made(path, "results"))
    test("a winner stays one where nobody has", "Rapida" in page.text("fi") and page.text("fi").count("Tiimin jäsenet") == 2)
    test("and does not go on by name", "Rapida" not in made(path, "finalists"))


def corrected(base):
    path = copy(base, "corrected.db")
    test("nothing was corrected", "fi-corrections" not in made(path, "results"))
    code = do(path, "complaint", "add", "D-5", "--team", "T-2", "--text", "Väärin laskettu").split()[0].rstrip(".")
    test("a complaint alone is not told of", "Väärin" not in made(path, "results") and
         "fi-corrections" not in made(path, "results"))
    do(path, "complaint", "answer", code, "--outcome", "accepted", "--text", "Hyväksytty")
    page = Page(made(path, "results"))
    case("a page with a banner is one", page.faults)
    test("an accepted one is, above and below, and not by whom", page.text("fi").count("ja vaatimus hyväksyttiin") == 1 and
         page.text("fi").count("muutosvaatimus hyväksyttiin") == 1 and "Rättelser" in page.text("sv") and
         "Rapalasta" not in page.text("fi"), page.text("fi"))


def written_down(base):
    path, file = copy(base, "written.db"), os.path.join(FOLDER, "results.html")
    before = len(rows(path, "publication", "list"))
    refused("an auditor makes none", "role", path, "publish", "--stage", "results", login="tarmo")
    refused("nor does who holds codes", "role", path, "publish", "--stage", "call", login="vaula")
    refused("a stage is needed", "Page", path, "publish")
    refused("one there is", "Page", path, "publish", "--stage", "winners")
    refused("a day to come", "taken down", path, "publish", "--stage", "call", "--until", "1.1.2020")
    test("and nothing is written down", len(rows(path, "publication", "list")) == before)
    do(path, "publish", "--stage", "results", "-o", file, "--until", "14.2.2020")
    with open(file, "rb") as made_file:
        bytes_ = made_file.read()
    kept = rows(path, "publication", "list")[0]
    test("a page is written down by its bytes", (kept["stage"], kept["language"], kept["sha256"], kept["size"], kept["state"]) ==
         ("results", "both", hashlib.sha256(bytes_).hexdigest(), len(bytes_), "due"), kept)
    told = do(path, "log", "list", "--of", "publication:%d" % kept["id"])
    test("the log tells of it", "made a page for everybody" in told, told)
    refused("a file that is there stays", "already", path, "publish", "--stage", "results", "-o", file)
    test("and is no page made", len(rows(path, "publication", "list")) == before + 1)
    todos = [t for t in rows(path, "status")["to_do"] if t["what"] == "publication_due"]
    test("the desk says that its day has come", [t["code"] for t in todos] == ["publication:%d" % kept["id"]], todos)
    do(path, "publication", "take-down", str(kept["id"]))
    test("taken down, it says nothing more", not [t for t in rows(path, "status")["to_do"] if t["what"] == "publication_due"])
    refused("that is done once", "already", path, "publication", "take-down", str(kept["id"]))
    test("the file and its history are intact", "intact" in do(path, "verify") or run(path, "verify").returncode == 0)


def languages(base):
    path = changed(base, "untranslated.db", "UPDATE challenge SET title_sv = '' WHERE code = 'C-2'")
    refused("what is not translated stops that language", "C-2", path, "publish", "--stage", "results", "--lang", "sv")
    refused("and both", "C-2", path, "publish", "--stage", "problems")
    test("but not the other", "Alusta kuntalaisten" in made(path, "results", "--lang", "fi"))
    path = changed(base, "hostile.db", "UPDATE challenge SET title_fi = '</h3><script>alert(1)</script>', "
                   "text_fi = '<img src=x onerror=alert(1)>' WHERE code = 'C-1'",
                   "UPDATE team SET name = 'A\" onload=\"x' WHERE code = 'T-1'")
    for stage in ("problems", "results", "finalists"):
        page = Page(made(path, stage))
        case("%s: what somebody wrote is text" % stage, page.faults)
    test("and is shown", "</h3><script>alert(1)</script>" in page.text("fi"))


def main():
    base = os.path.join(FOLDER, "end.db")
    do(base, "demo", "--at", "end")
    contents(base)
    consent(base)
    corrected(base)
    written_down(base)
    languages(base)
    embargo(base)
    early = os.path.join(FOLDER, "call.db")
    do(early, "demo", "--at", "call")
    for stage in STAGES:
        case("%s is a page before there is anything to tell" % stage, Page(made(early, stage)).faults)
    return end()


try:
    status = main()
finally:
    shutil.rmtree(FOLDER, ignore_errors=True)
sys.exit(status)
