#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Real sessions of a juror in a pseudo-terminal. Usage: session.py KLASH WORLD_TOOL; KILLS and CUTS (each 4) and
SEED make it longer."""
import getpass
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from terminal import Screen, Terminal  # noqa: E402

KLASH, TOOL = sys.argv[1:3]
LOGIN = getpass.getuser()
DIRECTORY = tempfile.mkdtemp(prefix="klash-jury-")
RANDOM = random.Random(int(os.environ.get("SEED", "1")))


def tool(*words):
    subprocess.run([TOOL, *words], check=True)


def template(kind):
    path = os.path.join(DIRECTORY, kind + ".template")
    if not os.path.exists(path):
        tool("make", path, LOGIN, *(["long"] if kind == "long" else []))
    return path


class World:
    """A file of its own with what a session does to it."""

    number = 0

    def __init__(self, kind="short"):
        World.number += 1
        self.path = os.path.join(DIRECTORY, "w%d.db" % World.number)
        shutil.copyfile(template(kind), self.path)
        os.chmod(self.path, 0o600)

    def session(self, **kind):
        return Terminal([KLASH, "--db", self.path, "--lang", "fi"], **kind)

    def ask(self, sql):
        with sqlite3.connect("file:%s?mode=ro" % self.path, uri=True) as connection:
            return connection.execute(sql).fetchall()

    def number_of(self, sql):
        return self.ask(sql)[0][0]

    def drafts(self):
        return [row[0] for row in self.ask("SELECT notes FROM draft")]

    def check(self):
        tool("verify", self.path)


def declare_and_open(world, **kind):
    """At the first submission of the blind round, with nothing scored."""
    t = world.session(**kind)
    t.wait("Omat arviot")
    t.wait("▸ Ongelmat")
    t.send("<Down>")
    t.wait("▸ Ongelmat", gone=True)
    t.send("<Enter>")
    t.wait("Oletko esteellinen")
    t.send("<Enter>")
    t.wait("Ilmoitatko, ettet ole esteellinen")
    t.send("<Enter>")
    t.wait("Esteellisyysilmoitus on kirjattu")
    t.send("<Enter>")
    t.wait("0 / 4 lähetetty")
    t.send("<Enter>")
    t.wait("Painotettu keskiarvo")
    return t


def a_screen_cut_anywhere():
    """What stands on the tests' own screen does not hang on where a read ends."""
    data = "\x1b[2J\x1b[H\x1b[1;31mÄäni ▁▂█ │\x1b[0m\x1b(B\x1b[3;5Hx\x1b[K\r\nab\x1b7\x1b[5;5H▸\x1b8d\x1b]0;t\x07k".encode()
    whole = Screen(8, 20)
    whole.feed(data)
    assert "Ääni ▁▂█ │" in whole.text() and "abdk" in whole.text(), whole.text()
    for at in range(1, len(data)):
        cut = Screen(8, 20)
        cut.feed(data[:at])
        cut.feed(data[at:])
        assert cut.text() == whole.text(), (at, cut.text())


def first_path():
    world = World()
    t = declare_and_open(world)
    scores = 0
    for digit in "847":
        t.send(digit + "<Enter>")
        t.settle()
        scores += 1
    t.wait("Lähetetäänkö arvio")
    t.send("<Enter>")
    t.wait("Lähetetty. Kuitti")
    assert t.screen.words().count("? ohje") == 1, t.screen.text()
    assert world.number_of("SELECT count(*) FROM review WHERE state = 'submitted'") == 1
    keys = t.pressed - scores
    assert keys <= 10, "%d keys beside the scores" % keys
    t.send("<Esc>q")
    t.wait("3 arviota on vielä lähettämättä")
    t.send("<Enter>")
    assert t.ended() == 0
    world.check()
    return "%d keys beside the scores" % keys


def four_long_texts():
    world = World("long")
    t = declare_and_open(world)
    for done in range(4):
        t.wait("v lue koko ruudulla")
        t.send("v")
        t.wait("% Space lue lisää")
        pages = 0
        while "luettu 100 %" not in t.screen.words():
            page = t.screen.text()
            t.send("<Space>")
            t.wait_for_another(page)
            pages += 1
            assert pages < 20, t.screen.text()
        t.wait("Loppusana.")
        t.send("v")
        t.wait("Painotettu keskiarvo")
        t.wait("Loppusana.")  # the same place in the text
        for digit in "847":
            t.send(digit + "<Enter>")
            t.settle()
        t.wait("Lähetetäänkö arvio")
        t.send("<Enter>")
        t.wait("Lähetetty. Kuitti")
        if done < 3:
            t.send("n")
            t.wait("(puuttuu: Vaikuttavuus)")
    assert world.number_of("SELECT count(*) FROM review WHERE state = 'submitted'") == 4
    t.send("<Esc>q")
    assert t.ended() is not None
    world.check()
    return "%d pages of a text" % pages


def into_notes(world):
    t = declare_and_open(world)
    t.send("k")
    t.wait("Esc valmis")
    return t


LETTERS = "abcdefghijklmnoprstuvyäöå   "


def typing(t, world, rounds):
    """Types words; what the screen has called saved."""
    typed, acknowledged = "", ""
    for _ in range(rounds):
        part = "".join(RANDOM.choice(LETTERS) for _ in range(RANDOM.randint(1, 6))) + RANDOM.choice("xyz")
        t.send(part)
        typed += part
        pause = RANDOM.random() * 0.9
        end = time.monotonic() + pause
        while time.monotonic() < end:
            whole = not t.read(0.05)  # nothing more of that picture comes
            shown = t.screen.words()
            if whole and "✓ tallennettu" in shown and typed.split()[-1] in shown:
                acknowledged = typed
    return typed, acknowledged


def killed_while_typing():
    kills, acknowledged_all = int(os.environ.get("KILLS", "4")), 0
    for _ in range(kills):
        world = World()
        t = into_notes(world)
        _, acknowledged = typing(t, world, RANDOM.randint(1, 5))
        t.kill()
        assert t.ended() is not None
        kept = (world.drafts() + [""])[0]
        assert kept.startswith(acknowledged.strip()), "acknowledged %r, kept %r" % (acknowledged, kept)
        acknowledged_all += len(acknowledged)
        world.check()
    assert acknowledged_all > 0
    return "%d kills, %d letters acknowledged" % (kills, acknowledged_all)


def line_drops_in_a_word():
    cuts = int(os.environ.get("CUTS", "4"))
    for _ in range(cuts):
        world = World()
        t = into_notes(world)
        words = "".join(RANDOM.choice("abcdefghij") for _ in range(RANDOM.randint(1, 40)))
        t.send(words)
        t.wait(words)  # it has read them
        t.hang_up()
        assert t.ended() is not None, "the session goes on without its terminal"
        assert world.drafts() == [words], (world.drafts(), words)
        # Nobody pressed Enter: it is not submitted. The next login is in the same field.
        assert world.number_of("SELECT count(*) FROM review") == 0
        again = world.session()
        again.wait(words)
        again.wait("Esc valmis")
        again.send("jatkuu")
        again.wait(words + "jatkuu")
        again.send("<Esc>")
        again.wait("✓ tallennettu")
        again.kill()
        again.ended()
        assert world.drafts() == [words + "jatkuu"]
        world.check()
    return "%d cuts" % cuts


def two_windows():
    world = World()
    a = declare_and_open(world)
    a.send("8<Enter>")
    a.wait("✓ tallennettu")
    b = world.session()
    b.wait("(puuttuu: Innovatiivisuus)")  # it lands where the other is
    a.send("kEnsimmäinen<Esc>")
    a.wait("✓ tallennettu")
    b.wait("Ensimmäinen")  # it has read that anew, for nothing was typed there
    # Both now type at once: the second to save is told, and overwrites nothing.
    a.send("pYksi")
    b.send("pKaksi")
    a.until(lambda: world.ask("SELECT feedback FROM draft")[0][0] in ("Yksi", "Kaksi"))
    saved = world.ask("SELECT feedback FROM draft")[0][0]
    late = b if saved == "Yksi" else a
    late.wait("kaksi versiota")
    late.send("!<Esc>")
    late.wait("Kaksi versiota")
    late.wait("Palaute tässä ikkunassa")
    late.wait(saved)
    assert world.ask("SELECT feedback FROM draft")[0][0] == saved
    late.send("m")
    late.wait("✓ tallennettu")
    mine = "Kaksi!" if saved == "Yksi" else "Yksi!"
    assert world.ask("SELECT feedback FROM draft")[0][0] == mine
    for t in (a, b):
        t.kill()
        t.ended()
    world.check()


def a_note_goes_on_at_its_end():
    world = World()
    t = into_notes(world)
    t.send("Alku<Esc>")
    t.wait("✓ tallennettu")
    t.send("<Esc>q")
    t.wait("vielä lähettämättä")
    t.send("<Enter>")
    assert t.ended() == 0
    again = world.session()
    again.wait("▸ Ongelmat")
    again.send("<Down><Enter>")
    again.wait("0 / 4 lähetetty")
    again.send("<Enter>")
    again.wait("Painotettu keskiarvo")
    again.send("k")
    again.wait("Esc valmis")
    again.send(" ja loppu<Esc>")
    again.wait("✓ tallennettu")
    assert world.drafts() == ["Alku ja loppu"], world.drafts()
    again.kill()
    again.ended()


def stopped(how, words):
    def test():
        world = World()
        t = into_notes(world)
        t.send("Kirjoitettu ajoissa")
        t.wait("✓ tallennettu")
        tool(how, world.path, *([] if how == "close" else [LOGIN]))
        t.send(" ja liian myöhään")
        t.wait(words)
        assert "liian" not in world.drafts()[0], world.drafts()
        assert world.drafts() == ["Kirjoitettu ajoissa"]
        # Whoever types on neither closes it nor begins anything; Enter does.
        kept = "Kirjoitettu ajoissa ja liian" if how == "close" else "Kirjoitettu ajoissa"
        t.wait(kept)
        t.wait("Viimeksi kirjoittamaasi ei voitu tallentaa")
        t.send("lopuksi vielä 9 q l n ?")
        t.settle()
        t.wait(kept)
        assert words in t.screen.words(), t.screen.text()
        t.send("<Enter>")
        if how != "disable":  # then all ends with it
            t.wait("Viimeksi kirjoittamaasi", gone=True)
            t.kill()
        assert t.ended() is not None
        world.check()
    return test


def keypad(lang, words):
    """A first review with nothing but what PuTTY's keypad sends."""
    def test():
        world = World()
        t = Terminal([KLASH, "--db", world.path, "--lang", lang], term="putty")
        t.wait(words["rounds"])
        t.send("<Down><PadEnter>")
        t.wait(words["question"])
        t.send("<PadEnter>")
        t.wait(words["asked"])
        t.send("<PadEnter>")
        t.wait(words["declared"])
        t.send("<PadEnter>")
        t.wait(words["list"])
        t.send("<PadEnter>")
        t.wait(words["mean"])
        t.send("<Pad7><PadComma><Pad5>")
        t.wait("[ 7]")
        t.wait(words["whole"])
        t.send("<PadEnter><Pad1><Pad0><TmuxEnter><Pad0>")
        t.wait("[ 10]")
        t.wait("[ 0]")
        t.send("k<Pad5><PadPoint><Pad6><Esc>")
        t.wait("5.6")
        t.send("<PadEnter>")
        t.wait(words["submit"])
        t.send("<PadEnter>")
        t.wait(words["receipt"])
        values = [row[0] for row in world.ask("SELECT value FROM score ORDER BY criterion_id")]
        assert values == [7000, 10000, 0], values
        assert world.ask("SELECT notes FROM review") == [("5.6",)]
        t.kill()
        t.ended()
        world.check()
    return test


def the_file_goes_away():
    """What is typed stays on the screen, and is saved once the file is back."""
    world = World()
    away = world.path + ".away"
    t = into_notes(world)
    t.send("Kirjoitettu ajoissa")
    t.wait("✓ tallennettu")
    os.rename(world.path, away)
    t.wait("siirretty tai korvattu")
    t.send(" ja sen jälkeen")
    t.wait("siirretty tai korvattu")
    t.settle(2.5)
    shown = t.screen.words()
    assert "ja sen jälkeen" in shown and "✓ tallennettu" not in shown, shown
    os.rename(away, world.path)
    t.send("!")
    t.wait("✓ tallennettu")
    assert world.drafts() == ["Kirjoitettu ajoissa ja sen jälkeen!"], world.drafts()
    t.kill()
    t.ended()
    world.check()


def saved_within_two_seconds():
    world = World()
    t = into_notes(world)
    began, typed = time.monotonic(), []
    latest = 0.0
    while time.monotonic() - began < 6:
        t.send("a")
        typed.append(time.monotonic())
        time.sleep(0.1)
        kept = len((world.drafts() + [""])[0])
        waits = [at for at in typed[kept:] if at < typed[-1]]
        latest = max(latest, time.monotonic() - waits[0] if waits else 0)
    assert latest < 2.0, "%.2f s" % latest
    t.kill()
    t.ended()
    return "at the latest %.2f s" % latest


def another_saves_long():
    """Somebody else saves for eight seconds: the screen says that it is saving, and then that it has."""
    world = World()
    t = into_notes(world)
    t.send("Ensin")
    t.wait("✓ tallennettu")
    other = subprocess.Popen(["flock", world.path + "-lock", "-c", "echo has it; sleep 8"], stdout=subprocess.PIPE)
    assert other.stdout.readline() == b"has it\n"
    began = time.monotonic()
    t.send(" ja sitten")
    t.wait("tallennetaan …")
    assert other.poll() is None and world.drafts() == ["Ensin"], world.drafts()
    t.wait("tallennetaan …", gone=True)
    waited = time.monotonic() - began
    t.wait("✓ tallennettu")
    assert other.wait() == 0 and waited > 5, waited
    assert world.drafts() == ["Ensin ja sitten"], world.drafts()
    t.kill()
    t.ended()
    world.check()
    return "waited %.1f s" % waited


def a_paste_is_no_command():
    texts = ["Mielestäni tämä on hyvä hanke.\r\rPisteet 9.\r", "9\r10\r",
             "Selkeä ja hyvin perusteltu ehdotus.\rTarve on todellinen: 9\r", "ellei muuta\r\r\r"]
    for text in texts:
        world = World()
        t = declare_and_open(world)
        before = world.ask("SELECT count(*) FROM log")
        t.paste(text)
        t.wait("Liitetty teksti ohitettiin")
        t.settle(0.5)
        assert world.number_of("SELECT count(*) FROM conflict") == 0
        assert world.number_of("SELECT count(*) FROM review") == 0
        assert world.drafts() == [], world.drafts()
        assert world.ask("SELECT count(*) FROM log") == before
        t.send("8")  # the next key is one again
        t.wait("[ 8]")
        t.kill()
        t.ended()


def scores_are_undone():
    world = World()
    t = declare_and_open(world)
    t.send("8<Down><Up>4")
    t.wait("[ 4]")
    t.send("u")
    t.wait("[ 8]")
    t.send("u")
    t.wait("[ 8]", gone=True)
    t.send("15")
    t.wait("[ 1]")
    t.wait("Pisteet ovat yhä 1")
    t.kill()
    t.ended()


def ties_are_not_declared_by_enter():
    world = World()
    t = declare_and_open(world)
    t.send("e")
    t.wait("Ei esteellisyyttä: takaisin")
    t.send("<Enter>")
    t.wait("Painotettu keskiarvo")
    t.send("e4<Enter>")  # its question preselects to go back
    t.wait("koskee koko vertailua")
    t.send("<Enter>")
    t.wait("Painotettu keskiarvo")
    assert world.number_of("SELECT count(*) FROM conflict") == 0
    t.kill()
    t.ended()


def recognized_and_abstained():
    world = World()
    t = declare_and_open(world)
    t.send("t")
    t.wait("Tunnistin")
    t.send("Tuttu karttapohja<Enter>")
    t.wait("Kirjattu puheenjohtajalle")
    t.send("<Down>")
    t.wait("tiimi tunnistettu")
    assert world.ask("SELECT text, noted FROM recognition") == [("Tuttu karttapohja", None)]
    t.send("x")
    t.wait("vertail")
    t.send("<Enter>")  # not without a reason
    t.settle()
    assert world.number_of("SELECT count(*) FROM abstention") == 0
    t.send("<Down>")
    t.wait("Painotettu keskiarvo")
    t.send("x")
    t.wait("vertail")
    t.send("En tunne alaa<Enter>")
    t.wait("Pidättäydyt arvioimasta")
    assert world.ask("SELECT reason FROM abstention WHERE withdrawn IS NULL") == [("En tunne alaa",)]
    t.send("8")
    t.wait("pidättäytynyt")
    t.send("x")
    t.wait("sittenkin")
    t.send("<Enter>")
    t.wait("voit arvioida")
    assert world.number_of("SELECT count(*) FROM abstention WHERE withdrawn IS NULL") == 0
    t.kill()
    t.ended()
    world.check()


def silent_when_others_act():
    world = World()
    t = declare_and_open(world)
    t.send("8<Enter>4<Enter>")
    t.wait("(puuttuu: Skaalautuvuus)")
    t.wait("▸Skaalautuvuus")
    t.settle(1.5)
    tool("other", world.path)
    tool("other", world.path)
    bytes_written = t.read(1.5)
    assert bytes_written == b"", bytes_written
    t.send("<Esc>")
    t.settle()
    tool("other", world.path)
    bytes_written = t.read(1.5)
    assert bytes_written == b"", bytes_written
    t.kill()
    t.ended()


def terminals():
    for term in ("xterm-256color", "putty", "screen", "linux", "vt100"):
        world = World()
        t = world.session(term=term)
        t.wait("Omat arviot")
        t.send("<Enter>")
        t.wait("Oletko esteellinen")
        t.send("<Enter>")
        t.wait("Ilmoitatko")
        t.send("<Enter>")
        t.wait("Esteellisyysilmoitus on kirjattu")
        t.send("<Enter>")
        t.wait("0 / 4 l")
        t.send("<Enter>")
        t.wait("(puuttuu: Vaikuttavuus)")
        t.send("8<Down>4<Up>")
        t.wait("[ 8]")
        t.wait("[ 4]")
        t.send("kÄiti ja öylätti<Esc>")
        t.until(lambda: world.drafts() == ["Äiti ja öylätti"])
        t.send("q")
        t.wait("vielä lähettämättä")
        t.send("<Enter>")
        assert t.ended() == 0


def beside_each_other():
    t = declare_and_open(World(), rows=24, columns=120)
    t.wait("Huomiot tuomaristolle (ei")
    t.wait("pyynnöstä)")  # what is said of disclosure is not cut
    t.kill()
    t.ended()


FI = {"rounds": "Omat arviot", "question": "Oletko esteellinen", "asked": "Ilmoitatko, ettet ole esteellinen",
      "declared": "Esteellisyysilmoitus on kirjattu", "list": "0 / 4 lähetetty", "mean": "Painotettu keskiarvo",
      "whole": "Vain kokonaisia pisteitä, 0–10", "submit": "Lähetetäänkö arvio", "receipt": "Lähetetty. Kuitti"}
SV = {"rounds": "Dina bedömningar", "question": "Är du jävig", "asked": "Anmäler du att du inte är jävig",
      "declared": "Jävsanmälan är registrerad", "list": "0 / 4", "mean": "medelvärde",
      "whole": "Bara hela poäng, 0–10", "submit": "bedömningen (K-", "receipt": "Kvitto"}
TESTS = [
    ("a screen cut anywhere", a_screen_cut_anywhere),
    ("the first path", first_path),
    ("four texts of 10 000 characters", four_long_texts),
    ("killed while typing", killed_while_typing),
    ("the line drops in a word", line_drops_in_a_word),
    ("a note goes on at its end", a_note_goes_on_at_its_end),
    ("two windows", two_windows),
    ("the round closes", stopped("close", "Kierros on suljettu")),
    ("the juror is excused", stopped("excuse", "Sinut on vapautettu")),
    ("the account is disabled", stopped("disable", "Oikeutesi")),
    ("the file goes away", the_file_goes_away),
    ("silent when others act", silent_when_others_act),
    ("five kinds of terminal", terminals),
    ("text and form beside each other", beside_each_other),
    ("a keypad in application mode, fi", keypad("fi", FI)),
    ("a keypad in application mode, sv", keypad("sv", SV)),
    ("typed words are saved within two seconds", saved_within_two_seconds),
    ("another saves for eight seconds", another_saves_long),
    ("a paste without marks is no command", a_paste_is_no_command),
    ("scores are undone", scores_are_undone),
    ("ties are not declared by Enter", ties_are_not_declared_by_enter),
    ("recognized, and abstained", recognized_and_abstained),
]


def main():
    failed = 0
    chosen = sys.argv[3:]
    tests = [test for test in TESTS if not chosen or test[0] in chosen]
    print("1..%d" % len(tests))
    for i, (name, test) in enumerate(tests, 1):
        try:
            told = test()
            print("ok %d - %s" % (i, name))
            if told:
                print("# %s" % told)
        except Exception:
            failed += 1
            print("".join("# %s\n" % line for line in traceback.format_exc().splitlines()), end="")
            print("not ok %d - %s" % (i, name))
        sys.stdout.flush()
    shutil.rmtree(DIRECTORY)
    return 1 if failed else 0


sys.exit(main())
