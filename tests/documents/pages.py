#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The pages for everybody in a browser: axe-core and two validators find no fault at 320, 800 and 1600 pixels, light and
dark, in both languages, and nothing is asked for from outside. Needs chromium, node and npm (and java for vnu), and the
registry of npm: so it is a benchmark and no test of every day. PICTURES=DIR keeps what was seen, with the printed pages.
Usage: pages.py KLASH"""
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from tap import case, end  # noqa: E402

KLASH = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGES = ["playwright-core@1.48.2", "axe-core@4.10.2", "html-validate@8.24.2", "vnu-jar@24.10.17"]
STAGES = ("call", "problems", "questions", "finalists", "results")


def said(*command, folder, **more):
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True, **more)
    faults = [line for line in done.stdout.split("\n") if line.strip()]
    return faults if done.returncode == 0 or faults else ["ended with %d" % done.returncode]


def make(folder, pages):
    for point, stages in (("end", STAGES), ("results", ("results",)), ("call", STAGES)):
        db = os.path.join(folder, point + ".db")
        subprocess.run([KLASH, "--db", db, "demo", "--at", point], check=True, stdout=subprocess.DEVNULL)
        for stage in stages:
            subprocess.run([KLASH, "--db", db, "publish", "--stage", stage, "-o", os.path.join(pages, "%s-%s.html" % (point, stage))],
                           check=True, stdout=subprocess.DEVNULL)


def main():
    for tool in ("node", "npm", os.environ.get("CHROMIUM", "chromium")):
        if shutil.which(tool) is None:
            print("1..0 # SKIP no %s here" % tool)
            return 0
    folder = tempfile.mkdtemp(prefix="klash-pages-")
    pages, pictures = os.path.join(folder, "pages"), os.environ.get("PICTURES", os.path.join(folder, "pictures"))
    os.environ.update(LC_ALL="C.UTF-8")
    try:
        os.makedirs(pages)
        os.makedirs(pictures, exist_ok=True)
        make(folder, pages)
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", folder, *PACKAGES], check=True)
        shutil.copy(os.path.join(HERE, "pages.js"), folder)
        files = sorted(os.path.join(pages, name) for name in os.listdir(pages))
        case("html-validate finds nothing", said("npx", "html-validate", *files, folder=folder))
        if shutil.which("java") is not None:
            case("vnu finds nothing", said("java", "-jar", "node_modules/vnu-jar/build/dist/vnu.jar", *files, folder=folder))
        case("nor does axe-core; nothing is too wide, nothing is asked for",
             said("node", "pages.js", pages, pictures, folder=folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return end()


sys.exit(main())
