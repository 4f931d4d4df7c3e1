# SPDX-License-Identifier: MIT
"""Talks with Klash line by line: reads as far as it asks, answers by the number that stands before a choice."""
import os
import pty
import re
import select
import subprocess
import time

PATIENCE = 60.0  # seconds; only there to end a test that fails
NUMBER = {"fi": "Numero", "sv": "Nummer", "en": "Number"}


class Talker:
    """The program, its lines through a pipe or, with `term`, on a pseudo-terminal in its usual line discipline."""

    def __init__(self, argv, env, lang, term=None):
        self.lang, self.all, self.at, self.sent, self.ended = lang, b"", 0, [], False
        self.term = term
        if term:
            self.pid, self.fd = pty.fork()
            if self.pid == 0:
                os.execve(argv[0], argv, {**env, "TERM": term})
            self.out = self.fd
        else:
            self.process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                            env=env)
            self.out, self.fd = self.process.stdout.fileno(), self.process.stdin.fileno()

    def text(self):
        """What came since the last answer."""
        return self.all[self.at:].decode("utf-8", "replace").replace("\r\n", "\n")

    def read(self):
        if not select.select([self.out], [], [], 0.2)[0]:
            return True
        try:
            block = os.read(self.out, 65536)
        except OSError:
            block = b""
        self.all += block
        self.ended = not block
        return bool(block)

    def until(self, pattern):
        """Waits until it has said that since the last answer; what it has said."""
        end = time.monotonic() + PATIENCE
        while not re.search(pattern, self.text()) and time.monotonic() < end and self.read():
            pass
        if not re.search(pattern, self.text()):
            raise AssertionError(f"{pattern!r} was not said, but:\n{self.text()[-3000:]}")
        return self.text()

    def say(self, line):
        """Answers."""
        self.at = len(self.all)
        self.sent.append(line)
        os.write(self.fd, (line + "\n").encode())

    def answer(self, prompt, line):
        text = self.until(prompt + r".*:[ \n]$")
        self.say(line)
        return text

    def pick(self, words):
        """Chooses the first choice with these words."""
        text = self.until(r"\n0\. .*\n" + NUMBER[self.lang] + r":[ \n]$")
        lines = re.sub(r"\n(?!\d+\. |\w+:)", " ", text).split("\n")
        for line in lines:
            match = re.match(r"(\d+)\. .*" + words, line)
            if match:
                self.say(match.group(1))
                return text
        raise AssertionError(f"there is no choice {words!r} in:\n{text}")

    def back(self):
        return self.answer(NUMBER[self.lang], "0")

    def hang_up(self):
        """The line drops in the middle of whatever it is."""
        os.close(self.fd)
        if self.term:
            os.waitpid(self.pid, 0)
        else:
            self.finish()

    def finish(self):
        """Reads on to the end; the exit status."""
        if self.term:
            while self.read():
                pass
            return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        try:
            self.process.stdin.close()
        except OSError:
            pass
        while self.read():
            pass
        return self.process.wait(PATIENCE)


def moves(data):
    """What in the bytes would move a cursor or ask a terminal for anything."""
    bare = data.replace(b"\r\n", b"\n")
    return sorted({byte for byte in bare if byte < 32 and byte != 10} | ({127} & set(bare)))
