#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The verifier on the bundles of make_bundles.py: the good ones pass, each fault is found and named, and whatever it is given,
it says a sentence and no list of calls. Usage: fixtures.py VERIFIER MAKE_BUNDLES FORMAT.md"""

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import traceback


def run(verifier, one):
    """As a program of its own would run, but without starting Python anew for each."""
    said, status = io.StringIO(), None
    sys.argv = ["verify.py", "--lang", "en", one["file"]] + one["arguments"]
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            exec(verifier, {"__name__": "__main__"})
        except SystemExit as end:
            status = end.code
        except BaseException:
            traceback.print_exc()
    return status, said.getvalue()


def fault(one, status, said):
    if "Traceback" in said or "could not go on" in said:
        return "it fell over"
    if status != (0 if one["good"] else 1):
        return "exit status %d" % status
    if not one["good"] and (not said.startswith("OFF: ") or said.count("\n") != 1):
        return "not one sentence"
    if any(not (c.isprintable() or c == "\n") for c in said):
        return "something unprintable"
    for words in one["says"]:
        if words not in said:
            return "does not say: " + words
    return None


def main():
    verifier, maker, page = map(os.path.abspath, sys.argv[1:4])
    with tempfile.TemporaryDirectory() as directory:
        subprocess.run([sys.executable, maker, page, directory], check=True)
        with open(os.path.join(directory, "index.json"), encoding="utf-8") as index:
            tests = json.load(index)
        with open(verifier, encoding="utf-8") as program:
            verifier = compile(program.read(), verifier, "exec")
        os.chdir(directory)
        print("1..%d" % len(tests))
        bad = 0
        for n, one in enumerate(tests, 1):
            status, said = run(verifier, one)
            wrong = fault(one, status, said)
            bad += wrong is not None
            name = " ".join([one["file"]] + one["arguments"])
            print("%s %d - %s" % ("not ok" if wrong else "ok", n, name))
            if wrong:
                print("# %s\n# %s" % (wrong, said[:2000].replace("\n", "\n# ")))
        os.chdir("/")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
