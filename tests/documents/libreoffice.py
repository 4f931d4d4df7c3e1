#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every list of the demo as a workbook and as CSV, opened by LibreOffice without its screens, saved, and read again by
klash-documents: workbooks must be equal cell by cell, of CSV a day may become a day and a number a number, and nothing
is a formula. (In CSV 005 is 5 to a spreadsheet; that is what the workbook is for.) Takes a minute, and needs libreoffice-calc (skipped without).

libreoffice.py KLASH KLASH_DOCUMENTS"""
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from tap import case, end, test  # noqa: E402

KLASH, DOCUMENTS = map(os.path.abspath, sys.argv[1:3])
LETTERS = {"n": "\n", "t": "\t"}
LISTS = """account list|adoption list|budget list|negotiation list|contract list|payment list|challenge list|complaint list|
log list|declaration list problems|session list|mentor list|question list|partner list|figure list|range list|problem list|
application list|solution list|municipality list|phase list|note list|decision list|statement list|decision served D-1|
review list problems|review receipts problems|import list|organization list|person list|round list|round progress problems|
conflict list|key list|team list|confirm list|disclosure list|rank problems""".replace("\n", "").split("|")


def rows_of(path):
    with open(path, "rb") as file:
        said = subprocess.run([DOCUMENTS, "read-xlsx"], stdin=file, capture_output=True, check=True).stdout.decode()
    rows = {}
    for line in said.splitlines():
        what, *fields = line.split("\t")
        if what == "R":
            rows[int(fields[0])] = [re.sub(r"\\(.)", lambda m: LETTERS.get(m[1], m[1]), f) for f in fields[1:]]
    wide = max(map(len, rows.values()), default=0)
    return [(rows.get(r, []) + [""] * wide)[:wide] for r in range(1, max(rows, default=0) + 1)]


def has_formula(path):
    with zipfile.ZipFile(path) as book:
        return any(b"<f>" in book.read(n) or b"<f " in book.read(n) for n in book.namelist() if "worksheets/" in n)


def convert(folder, names, *more):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{os.getcwd()}/office", "--headless", *more, "--convert-to",
                    "xlsx", "--outdir", folder, *names], capture_output=True, check=True, timeout=600)


def as_typed(cell, seen):
    """Is what a spreadsheet made of the cell what it is?"""
    kind, value = seen[:1], seen[1:]
    if kind in ("", "t"):
        return value == cell.replace("\r\n", "\n")
    if kind == "n":
        return re.fullmatch(r"-?\d+(,\d+)?", cell) is not None and float(value) == float(cell.replace(",", "."))
    day = re.fullmatch(r"(\d+)\.(\d+)\.(\d{4})", cell)
    return kind == "D" and day is not None and value.startswith("%s-%02d-%02d" % (day[3], int(day[2]), int(day[1])))


def lists():
    """The names of the files without their endings."""
    names = [name.replace(" ", "-") for name in LISTS]
    for words, name in zip(LISTS, names):
        for form in ("xlsx", "csv"):
            subprocess.run([KLASH, "--db", "d.db", "--lang", "fi", *words.split(), "--format", form, "-o", f"{name}.{form}"],
                           capture_output=True, check=True)
    return names


def main():
    if shutil.which("soffice") is None:
        print("ok 1 - LibreOffice # SKIP is not installed\n1..1")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        subprocess.run([KLASH, "--db", "d.db", "demo", "--at", "end"], capture_output=True, check=True)
        names = lists()
        convert("books", [f"{n}.xlsx" for n in names])
        convert("texts", [f"{n}.csv" for n in names], "--infilter=CSV:59,34,76,1,,1035,false,true")
        for name in names:
            before, after = rows_of(f"{name}.xlsx"), rows_of(f"books/{name}.xlsx")
            test(f"{name}: the workbook comes back equal", before == after,
                 [(a, b) for a, b in zip(before, after) if a != b][:3])
            with open(f"{name}.csv", encoding="utf-8-sig", newline="") as file:
                typed = list(csv.reader(file, delimiter=";"))[1:]
            seen = rows_of(f"texts/{name}.xlsx")[1:]
            case(f"{name}: CSV is what it was", [f"{c!r}: {s!r}" for row, got in zip(typed, seen)
                                                for c, s in zip(row, got) if not as_typed(c, s)][:3])
            test(f"{name}: no formula", not any(has_formula(f"{of}{name}.xlsx") for of in ("", "books/", "texts/")))
    return end()


if __name__ == "__main__":
    sys.exit(main())
