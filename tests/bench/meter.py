# SPDX-License-Identifier: MIT
"""A program in a pseudo-terminal, with a watch: when its first screen was there, how long a key took, how much
of that the program worked, and how many bytes came. The work is what can be compared on a busy machine."""
import fcntl
import os
import pty
import select
import statistics
import struct
import termios
import time

SILENCE = 0.06  # nothing more came: the answer is complete


class Meter:
    def __init__(self, *command, rows=24, columns=80):
        self.started = time.perf_counter()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(command[0], command, dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", LANGUAGE=""))
        os.set_inheritable(self.master, False)  # else those started later would hold it open

    def read(self, timeout):
        if not select.select([self.master], [], [], timeout)[0]:
            return b""
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return b""
        if b"\x1b[6n" in data:
            os.write(self.master, b"\x1b[24;2R")
        return data

    def first_screen(self, last_words):
        """Seconds from the start until the last line had come."""
        output = b""
        while last_words not in output:
            data = self.read(20)
            if not data:
                raise RuntimeError(f"no screen: {output[-300:]!r}")
            output += data
        return time.perf_counter() - self.started

    def worked(self):
        """Seconds of processor time so far."""
        with open(f"/proc/{self.pid}/schedstat", encoding="ascii") as file:
            return int(file.read().split()[0]) / 1e9

    def proportional(self):
        """Kilobytes of memory, what is shared with others divided among them."""
        with open(f"/proc/{self.pid}/smaps_rollup", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("Pss:"))

    def settle(self):
        while self.read(4 * SILENCE):
            pass

    def press(self, keys, patience=30):
        """Seconds until the last byte of the answer, seconds worked, bytes; a key that changes nothing has
        none."""
        before, start = self.worked(), time.perf_counter()
        os.write(self.master, keys.encode())
        data = self.read(patience)
        count, last = len(data), time.perf_counter()
        while True:
            data = self.read(SILENCE)
            if not data:
                return last - start, self.worked() - before, count
            count, last = count + len(data), time.perf_counter()

    def hang_up(self):
        """As a closed window does; whatever is asked on leaving."""
        os.close(self.master)
        os.waitpid(self.pid, 0)

    def leave(self, keys="q"):
        os.write(self.master, keys.encode())
        while self.read(1):
            pass
        os.waitpid(self.pid, 0)
        os.close(self.master)


def median(values):
    return statistics.median(values)
