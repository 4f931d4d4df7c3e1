# SPDX-License-Identifier: MIT
"""Other ways to the same door: PuTTY's plink with a key that PuTTYgen made, ssh inside tmux and inside screen. By each
a juror who has never been here gets from the login to a submitted review; by ssh itself the keys are counted."""
import os
import shutil
import subprocess

from panel import CRITERIA, Crowd, Juror, enter_round, in_file, make_round, submit, type_score
from server import CLEAN, SSHD, Place, Tap, gives_terminals, run, wait_for
from terminal import Terminal

MOST_KEYS = 8  # from the login to the first submitted review, beside the scores
SCORES = (8, 4, 7)
tap = Tap()


def first_path(place, login):
    done = []

    def script(juror):
        yield from enter_round(juror)
        for criterion, value in enumerate(SCORES):
            yield from type_score(juror, criterion, value)
        yield from submit(juror)
        done.append(juror.keys - len(CRITERIA))
        juror.press("q")
        yield lambda screen: False  # until the connection ends

    juror, crowd = Juror(place, login, script), Crowd()
    crowd.connect(juror)
    crowd.forget_when_ended(juror)
    tap.ok(done and done[0] <= MOST_KEYS, f"the first review is submitted by {done} keys beside its scores", done)
    tap.ok(in_file(place.db, login) == {"P-001": ("submitted", SCORES)}, "it is in the file", in_file(place.db, login))


class Direct:
    """A client on a terminal of its own."""

    def __init__(self, argv, env):
        self.terminal = Terminal(argv, rows=30, columns=100, env=env)

    def press(self, keys):
        self.terminal.send(keys)

    def text(self):
        self.terminal.read(0.05)
        return self.terminal.screen.text()

    def end(self):
        self.terminal.kill()
        self.terminal.ended()


class Tmux:
    def __init__(self, argv, env, path):
        self.path, self.env = path, {**CLEAN, **env}
        self.tell("new-session", "-d", "-x", "100", "-y", "30", " ".join(argv))

    def tell(self, *words):
        return subprocess.run(["/usr/bin/tmux", "-S", self.path, "-f", "/dev/null", *words], env=self.env,
                              capture_output=True, check=True).stdout.decode()

    def press(self, keys):
        for key in keys.replace("<Enter>", "\r"):
            self.tell("send-keys", *(["Enter"] if key == "\r" else ["-l", key]))

    def text(self):
        return self.tell("capture-pane", "-p")

    def resize(self, rows, columns):
        self.tell("resize-window", "-x", str(columns), "-y", str(rows))

    def end(self):
        self.tell("kill-server")


class Screen:
    def __init__(self, argv, env, folder):
        os.mkdir(folder, 0o700)
        self.env, self.shown = {**CLEAN, **env, "SCREENDIR": folder}, folder + "/shown"
        self.tell("-d", "-m", *argv)
        wait_for(lambda: len(os.listdir(folder)) > 0)

    def tell(self, *words):
        return subprocess.run(["/usr/bin/screen", "-c", "/dev/null", "-U", "-S", "klash", *words], env=self.env,
                              capture_output=True, check=False)

    def press(self, keys):
        self.tell("-X", "stuff", keys.replace("<Enter>", "\r"))

    def text(self):
        if os.path.exists(self.shown):
            os.unlink(self.shown)
        self.tell("-X", "hardcopy", self.shown)
        wait_for(lambda: os.path.exists(self.shown), 2)
        if not os.path.exists(self.shown):
            return ""
        with open(self.shown, encoding="utf-8", errors="replace") as text:
            return text.read()

    def end(self):
        self.tell("-X", "quit")


# What is waited for, and the keys then; None: the window changes its size, where it can.
STEPS = (("Are you tied", "<Enter>"), ("Do you declare", "<Enter>"), ("is recorded", "<Enter>"), ("submitted", "<Enter>"), ("is missing", "8"),
         ("[ 8]", None), ("[ 8]", "<Enter>4"), ("[ 4]", "<Enter>7"), ("Weighted mean: 6.3", "<Enter>"),
         ("Submit the review", "<Enter>"))


def walk(window):
    """From the login to the receipt; what was waited for in vain, or None."""
    def has(words):
        return lambda: words in " ".join(window.text().split())

    for words, keys in STEPS:
        if not wait_for(has(words)):
            return words
        if keys:
            window.press(keys)
        elif hasattr(window, "resize"):
            window.resize(24, 72)
            if not wait_for(lambda: any(len(line) == 72 for line in window.text().splitlines() if "──" in line)):
                return "the new width"
    return None if wait_for(has("Receipt")) else "Receipt"


def by(place, login, name, window):
    missed = walk(window)
    tap.ok(missed is None, f"{name}: from the login to a submitted review", f"no {missed!r} in:\n{window.text()}")
    window.end()
    tap.ok(in_file(place.db, login) == {"P-001": ("submitted", SCORES)}, f"{name}: it is in the file",
           in_file(place.db, login))


def has_program(*names):
    missing = [name for name in names if not shutil.which(name)]
    if missing:
        tap.skip(f"by {missing[0]}", "it is not installed")
    return not missing


def by_plink(place, login):
    """The key as PuTTYgen makes it, public and private."""
    private, public = place.path("keys/p.ppk"), place.path("keys/p.pub")
    env = {"HOME": place.path("out")}
    place.write("out/empty", "")
    run(["/usr/bin/puttygen", "-t", "ed25519", "-o", private, "--new-passphrase", place.path("out/empty"), "-q",
         "-C", "eddsa-key"], env=env)
    run(["/usr/bin/puttygen", private, "-p", "-o", public], env=env)
    status, _, err = place.office("key", "add", login, public)
    tap.ok(status == 0, "a public key as PuTTYgen saves it", err)
    place.renew_keys()
    argv = ["/usr/bin/plink", "-batch", "-ssh", "-P", str(place.port), "-i", private, "-hostkey",
            place.fingerprint("host")]
    status, out, err = run([*argv, place.address(), "status"], env=env)
    tap.ok(status == 1 and "refused" in out + err, "plink gets in with it, and runs no command for a juror", out + err)
    by(place, login, "plink", Direct([*argv, "-t", place.address()], env))


def main():
    if not os.access(SSHD, os.X_OK) or not gives_terminals():
        tap.skip("other ways to the same door", "no sshd, or none that gives terminals")
        tap.finish()
    place = Place()
    try:
        place.open_door()
        first, plink, tmux, screen = make_round(place, 4, 1)
        first_path(place, first)
        if has_program("plink", "puttygen"):
            by_plink(place, plink)
        if has_program("tmux"):
            by(place, tmux, "tmux", Tmux(["/usr/bin/ssh", *place.options(tmux), place.address()], {},
                                         place.path("out/tmux")))
        if has_program("screen"):
            by(place, screen, "screen", Screen(["/usr/bin/ssh", *place.options(screen), place.address()], {},
                                               place.path("out/screen")))
    finally:
        place.remove()
    tap.finish()


if __name__ == "__main__":
    main()
