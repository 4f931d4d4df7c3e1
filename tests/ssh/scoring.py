# SPDX-License-Identifier: MIT
"""Many jurors at once, each in an SSH session of their own, who score what is theirs by keys, as fast as the screens
allow or with thought between; how long each key took."""
import math
import random
import time

from panel import CRITERIA, Crowd, Sheet, enter_round, submit, type_score


def wanted(login, code):
    """The scores a juror gives: from 0 to 10, those of two digits and those that could begin one among them."""
    dice = random.Random(login + code)
    return tuple(dice.randint(0, 10) for _ in CRITERIA)


class Times:
    """From a key to what it waits for."""

    def __init__(self):
        self.all = {"score": [], "submit": [], "login": []}

    def add(self, kind, times):
        self.all[kind].append(times[1] - times[0])


def quantiles(seconds):
    """The median, 99 of 100, and the most."""
    ordered = sorted(seconds)
    return [ordered[min(math.ceil(len(ordered) * share) - 1, len(ordered) - 1)] for share in (0.5, 0.99, 1)]


def script_of(times, acknowledged, ready, jurors, submissions, pause):
    """What each of so many jurors does: so many submissions, with `pause` seconds of thought before each score on
    average. `ready` gathers those who have come to their first sheet; nobody begins before all are there."""
    def script(juror):
        began = time.monotonic()
        yield from enter_round(juror)
        times.add("login", (began, time.monotonic()))
        ready.append(juror)
        yield lambda screen: len(ready) == jurors
        for _ in range(submissions):
            code = Sheet(juror.screen).code
            scores = wanted(juror.login, code)
            for criterion, value in enumerate(scores):
                yield random.random() * 2 * pause
                times.add("score", (yield from type_score(juror, criterion, value)))
                acknowledged[juror.login, code, criterion] = value
            times.add("submit", (yield from submit(juror)))
            acknowledged[juror.login, code] = scores
            juror.press("n")
            yield lambda screen: Sheet(screen).code != code or "nothing else left" in screen.words()
        juror.press("q")
        yield lambda screen: False  # until the connection ends
    return script


def run_all(jurors):
    """Until every session has ended by itself."""
    crowd, left = Crowd(), list(jurors)
    try:
        for juror in jurors:
            crowd.connect(juror)
        while left:
            for juror in crowd.turn():
                crowd.forget(juror)
                left.remove(juror)
    finally:
        crowd.kill()
