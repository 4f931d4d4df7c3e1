#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A program that takes mail, for tests: notes in $HOME/taken the arguments and the bytes that it was given, once for
each letter, and does as its recipient is called."""
import fcntl
import json
import os
import signal
import sys
import time

letter = sys.stdin.buffer.read()
folder = os.path.join(os.environ["HOME"], "taken")
who = sys.argv[-1].split("@")[0]

if who.startswith("refused"):
    sys.exit("550 5.1.1 \x1b[31mno such user: " + who + "\x1b[0m")
if who.startswith("lost"):
    os.kill(os.getpid(), signal.SIGKILL)
if who.startswith("slow"):
    time.sleep(0.4)
with open(folder, "a", encoding="utf-8") as out:
    fcntl.flock(out, fcntl.LOCK_EX)
    out.write(json.dumps({"argv": sys.argv, "letter": letter.decode("ascii"), "group": os.getpgrp()}) + "\n")
    out.flush()
    os.fsync(out.fileno())
