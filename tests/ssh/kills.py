# SPDX-License-Identifier: MIT
"""Jurors score over SSH, and their sessions are killed (SIGKILL): the program, its sshd, the client, all at once, at
random moments and just when something was acknowledged. They come back and go on, in the same file. After each kill
what the file has of a juror is what was last acknowledged, or what was typed after that. Usage: kills.py [caught];
$KILLS (24) and $SEED make it longer or another one. "caught": the program is a mutant, and must be found out, on a
busy machine too: it has up to 240 kills, and ends at the first that shows it."""
import os
import random
import signal
import sys
import time

from panel import CRITERIA, Crowd, Juror, Sheet, enter_round, in_file, is_gone, make_round, submit, type_score
from server import SSHD, Place, Tap, gives_terminals

JURORS, SUBMISSIONS = 6, 3
LOOK_EVERY = 10  # kills, until the whole file is looked at again
CAUGHT = sys.argv[1:] == ["caught"]
KILLS = int(os.environ.get("KILLS") or ("240" if CAUGHT else "24"))
NOTHING = ("none", (None,) * len(CRITERIA))
dice = random.Random(int(os.environ.get("SEED") or "1"))
tap = Tap()


class Memory:
    """Of one juror: for each code what the file may hold, the last acknowledged first."""

    def __init__(self):
        self.states, self.acknowledged, self.just = {}, 0, False

    def now(self, code):
        return self.states.get(code, [NOTHING])[0]

    def may_be(self, code, state):
        self.states.setdefault(code, [NOTHING]).append(state)

    def is_acknowledged(self, code, state):
        self.states[code] = [state]
        self.acknowledged += 1
        self.just = True

    def compare(self, found):
        """What is not as it may be; from then on it is what was found."""
        wrong = [f"{code}: {found.get(code, NOTHING)}, not one of {states}" for code, states in self.states.items()
                 if found.get(code, NOTHING) not in states]
        wrong += [f"{code}: {found[code]} out of nothing" for code in found if code not in self.states]
        self.states = {code: [state] for code, state in found.items()}
        return wrong


def shown(screen):
    sheet = Sheet(screen)
    return "submitted" if sheet.submitted else "draft" if sheet.saved else "none", sheet.scores


def changed(scores, criterion, value):
    return tuple(value if i == criterion else score for i, score in enumerate(scores))


def score(juror, memory, code, criterion):
    before = memory.now(code)[1]
    value = dice.choice([n for n in range(11) if n != before[criterion]])
    if value == 10:  # its first digit is a score of its own
        memory.may_be(code, ("draft", changed(before, criterion, 1)))
    memory.may_be(code, ("draft", changed(before, criterion, value)))
    yield from type_score(juror, criterion, value)
    memory.is_acknowledged(code, ("draft", changed(before, criterion, value)))


def take_back(juror, memory, code):
    scores = memory.now(code)[1]
    juror.press("o")
    yield lambda screen: Sheet(screen).asks
    memory.may_be(code, ("draft", scores))
    juror.press("<Enter>")
    yield lambda screen: "Taken back." in screen.words()
    memory.is_acknowledged(code, ("draft", scores))


def script_of(memory):
    def script(juror):
        yield from enter_round(juror)
        juror.pids = juror.place.session(juror.fingerprint)
        while True:
            code = Sheet(juror.screen).code
            yield lambda screen: shown(screen) == memory.now(code)
            if memory.now(code)[0] == "submitted":
                yield from take_back(juror, memory, code)
            for criterion in range(len(CRITERIA)):
                yield from score(juror, memory, code, criterion)
            scores = memory.now(code)[1]
            memory.may_be(code, ("submitted", scores))
            yield from submit(juror)
            memory.is_acknowledged(code, ("submitted", scores))
            juror.press("n")
            yield lambda screen: Sheet(screen).code not in (code, None) or "nothing else left" in screen.words()
            juror.press("<Up>")  # the words go, and the state is seen again
    return script


class Killer:
    def __init__(self, place, jurors, memories):
        self.place, self.jurors, self.memories = place, jurors, memories
        self.crowd, self.kills, self.by_kind, self.wrong = Crowd(), 0, {}, []

    def strike(self, kind, juror):
        """Kills what belongs to one session; the first of the three is Klash, then its sshd, then that one's."""
        klash, server, monitor = juror.pids
        targets = {"program": [klash], "sshd": [server, monitor], "client": [juror.pid],
                   "everything": [juror.pid, monitor, server, klash]}[kind]
        juror.stop()
        dice.shuffle(targets)
        for pid in targets:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass  # it went with the one before
        self.kills += 1
        self.by_kind[kind] = self.by_kind.get(kind, 0) + 1

    def until(self, condition):
        while not condition():
            ended = self.crowd.turn(0.02)
            if ended:
                raise AssertionError(f"{ended[0].login} was thrown out:\n{ended[0].screen.text()}")

    def gather(self, juror):
        """After a kill: the session ends, the file is looked at, and the juror logs in again."""
        self.crowd.forget_when_ended(juror)
        if not is_gone(juror.pids[0]):
            raise AssertionError(f"Klash goes on without {juror.login}")
        self.wrong += [f"{juror.login} {line}" for line in self.memories[juror.login].compare(
            in_file(self.place.db, juror.login))]
        juror.pids = None
        self.crowd.connect(juror)

    def ready(self):
        return [juror for juror in self.jurors if juror.pids]

    def one(self):
        self.until(self.ready)
        juror = dice.choice(self.ready())
        kind = dice.choice(["program", "program", "sshd", "client"])
        memory = self.memories[juror.login]
        memory.just = False
        moment = time.monotonic() + dice.random() * 0.3
        if dice.random() < 0.5:
            self.until(lambda: memory.just)
        else:
            self.until(lambda: time.monotonic() > moment)
        self.strike(kind, juror)
        self.gather(juror)

    def all(self):
        kind = dice.choice(["program", "everything"])
        sshd_too = dice.random() < 0.5
        self.until(lambda: len(self.ready()) == len(self.jurors))
        moment = time.monotonic() + dice.random() * 0.3
        self.until(lambda: time.monotonic() > moment)
        if sshd_too:
            self.place.sshd.kill()
        for juror in dice.sample(self.jurors, len(self.jurors)):
            self.strike(kind, juror)
        if sshd_too:
            self.place.restart()
        for juror in self.jurors:
            self.gather(juror)

    def look(self):
        """The whole file, as the office would look at it."""
        for command in ("verify", "check"):
            status, out, err = self.place.office(command)
            if status != 0:
                self.wrong.append(f"{command}: {out}{err}")

    def run(self):
        for juror in self.jurors:
            self.crowd.connect(juror)
        while self.kills < KILLS and not self.wrong:
            before = self.kills
            if dice.random() < 0.1:
                self.all()
            else:
                self.one()
            if not CAUGHT and self.kills // LOOK_EVERY > before // LOOK_EVERY:
                self.look()
        self.crowd.kill()


def report(killer):
    acknowledged = sum(memory.acknowledged for memory in killer.memories.values())
    print(f"# {killer.kills} sessions killed {killer.by_kind}, {acknowledged} acknowledged")
    if CAUGHT:
        tap.ok(killer.wrong, f"it was found out after {killer.kills} kills", "nothing was lost")
        for line in killer.wrong:
            print("# " + line)
        return
    tap.ok(acknowledged > killer.kills / 4, "there was something to lose", acknowledged)
    tap.ok(not killer.wrong, "nothing acknowledged was lost, and nothing is there that nobody typed",
           "\n".join(killer.wrong))
    killer.wrong = []
    killer.look()
    tap.ok(not killer.wrong, "verify and check are good", "\n".join(killer.wrong))


def main():
    if not os.access(SSHD, os.X_OK) or not gives_terminals():
        tap.skip("sessions over SSH are killed", "no sshd, or none that gives terminals")
        tap.finish()
    place = Place()
    try:
        place.open_door()
        logins = make_round(place, JURORS, SUBMISSIONS)
        memories = {login: Memory() for login in logins}
        killer = Killer(place, [Juror(place, login, script_of(memories[login])) for login in logins], memories)
        killer.run()
        report(killer)
    finally:
        place.remove()
    tap.finish()


if __name__ == "__main__":
    main()
