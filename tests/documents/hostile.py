#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Two hundred files that mean harm, or were harmed on their way, brought in as problems, people and reviews: a clear
message and no more lines than fit on a screen, nothing added, not even to the log, and within limits of time and
memory. The same files in every run (SEED).

hostile.py KLASH"""
import io
import itertools
import json
import os
import random
import re
import resource
import struct
import subprocess
import sys
import tempfile
import time
import warnings
import zipfile
import zlib

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from tap import case, end, test  # noqa: E402

KLASH = os.path.abspath(sys.argv[1])
SANITIZED = "SANITIZED" in os.environ
DICE = random.Random(int(os.environ.get("SEED", "7")))
SECONDS, MEGABYTES, LINES = (120, 100_000, 25) if SANITIZED else (10, 1_300, 25)
ROWS = [("Kunta", "Otsikko", "Kuvaus"), ("Vaasa", "Bussit", "Ei kulje"), ("Espoo", "Älykäs tie", "Pimeä"),
        ("Oulu", "Pyörät", "Jää"), ("Turku", "Satama", "Melu")]
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HARMFUL = ["\0", "\x1b[2J\x1b]0;x\x07", "\x1b[31m", "\x9b31m", "\u202e", "\u2066", "\u200b", "\ufeff\u202d", "\x07\x08", "\x7f"]
# A file of which nothing is wrong but what nobody reads may come in; then it is only looked at.
REFUSED, EITHER = True, False


def csv_of(rows):
    return "".join(";".join(row) + "\r\n" for row in rows).encode()


def changed(row, column, text):
    rows = [list(r) for r in ROWS]
    rows[row][column] = text
    return rows


def csv_files():
    whole = csv_of(ROWS)
    for i, harm in enumerate(HARMFUL):
        for column in (1, 2):
            text = "Ennen" + harm + "jälkeen"
            yield f"CSV with {harm!r} in column {column}", REFUSED, csv_of(changed(1 + i % 4, column, text))
    for n in range(8):
        at = DICE.randrange(len(whole))
        yield f"CSV with a quote at {at} that does not end", EITHER, whole[:at] + b'"' + whole[at:]
    yield "CSV that begins with a quote", REFUSED, b'"' + whole
    yield "CSV of a million quotes", REFUSED, b'"' * 1_000_001
    for n in range(12):
        at = len(whole) * n // 12
        yield f"CSV cut at {at}", EITHER, whole[:at]
    for n in range(12):
        yield f"bytes by chance, {n}", REFUSED, DICE.randbytes(DICE.randrange(1, 5000))
    for n in range(4):
        wide = "\n".join(";".join(r) for r in ROWS).encode("utf-16")
        yield f"UTF-16 cut at an odd place, {n}", EITHER, wide[:9 + 2 * DICE.randrange(len(wide) // 2 - 6)]
    yield "a surrogate by itself", EITHER, b"\xff\xfe" + csv_of(ROWS).decode().encode("utf-16-le") + b"\x00\xd8"
    yield "a million columns", REFUSED, b"Kunta;Otsikko;Kuvaus" + b";" * 1_000_000 + b"\r\nVaasa;A;B\r\n"
    yield "a million columns in a row", REFUSED, csv_of(ROWS) + b"Vaasa;A;B" + b";x" * 1_000_000 + b"\r\n"
    yield "a million columns of the same name", REFUSED, b"Kunta;Otsikko" + b";Kuvaus" * 1_000_000 + b"\r\nVaasa;A;B\r\n"
    yield "a million empty lines", REFUSED, b"\n" * 1_000_000
    yield "nothing", REFUSED, b""
    yield "a heading and nothing below", EITHER, csv_of(ROWS[:1])
    yield "a cell of 100 MB", REFUSED, csv_of(ROWS) + b"Vaasa;A;" + b"a" * 100_000_000 + b"\r\n"
    yield "a cell of 10 MB", REFUSED, csv_of(ROWS) + b"Vaasa;A;" + b"a" * 10_000_000 + b"\r\n"
    yield "a quoted cell of 10 MB that does not end", REFUSED, csv_of(ROWS) + b'Vaasa;A;"' + b"a\n" * 5_000_000
    yield "many rows, one of a million cells", REFUSED, csv_of(ROWS) + b"x;" * 1_000_000 + b"\n"
    yield "nine hundred columns of the same name", REFUSED, b"Kunta;Otsikko" + b";Kuvaus" * 900 + b"\r\nVaasa;A;B\r\n"


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as book:
        for name, data in parts:
            with warnings.catch_warnings():  # a name twice is meant
                warnings.simplefilter("ignore")
                book.writestr(name, data)
    return out.getvalue()


def parts_of(sheet, doctype="", shared=None, styles=None, book=None, more=()):
    one = '<Relationship Id="%s" Type="' + REL + '%s" Target="%s"/>'
    related = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
    parts = [("_rels/.rels", related % (one % ("r", "officeDocument", "w.xml"))),
             ("_rels/w.xml.rels", related % (one % ("s", "worksheet", "a.xml") + one % ("t", "sharedStrings", "b.xml") +
                                             one % ("u", "styles", "c.xml"))),
             ("w.xml", book or f'<workbook {MAIN} xmlns:r="{REL[:-1]}"><sheets><sheet name="A" sheetId="1" r:id="s"/></sheets></workbook>'),
             ("a.xml", f"{doctype}<worksheet {MAIN}><sheetData>{sheet}</sheetData></worksheet>")]
    parts += [("b.xml", f"<sst {MAIN}>{shared}</sst>")] if shared is not None else []
    parts += [("c.xml", f"<styleSheet {MAIN}>{styles}</styleSheet>")] if styles is not None else []
    return parts + list(more)


def row_of(cells):
    return "<row>%s</row>" % "".join(f'<c t="inlineStr"><is><t>{c}</t></is></c>' for c in cells)


def sheet_of(rows):
    return "".join(row_of(r) for r in rows)


def bomb(megabytes):
    """A part of that many blanks, packed a thousand times; made of one block again and again."""
    block = b" " * (1 << 20)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    tail = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    head = f"<worksheet {MAIN}><sheetData>".encode()
    first = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = first.compress(head) + first.flush(zlib.Z_FULL_FLUSH) + packed * megabytes + tail
    crc = zlib.crc32(head)
    for _ in range(megabytes):
        crc = zlib.crc32(block, crc)
    return data, crc, len(head) + megabytes * len(block)


def with_raw(parts, name, data, crc, size):
    """An archive whose part of that name is there already packed; what its sizes say may be untrue."""
    out, directory = io.BytesIO(), b""
    everything = [(n, zlib.crc32(d.encode()), len(d.encode()), d.encode(), 0) for n, d in parts if n != name]
    for part, sum_, whole, packed, method in everything + [(name, crc, size, data, 8)]:
        at = out.tell()
        common = struct.pack("<HHHHHIIIHH", 20, 0, method, 0, 33, sum_, len(packed), whole, len(part), 0)
        out.write(b"PK\3\4" + common + part.encode() + packed)
        directory += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, at) + part.encode()
    start = out.tell()
    count = len(everything) + 1
    out.write(directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), start, 0))
    return out.getvalue()


def sheets_with(name, wanted, cells, **more):
    head = '<row r="1"><c t="inlineStr"><is><t>Kunta</t></is></c><c t="inlineStr"><is><t>Otsikko</t></is></c></row>'
    return name, wanted, zipped(parts_of(head + cells, **more))


def entities():
    good = sheet_of(ROWS[:2])
    laughs = "".join(f'<!ENTITY e{n} "{("&e%d;" % (n - 1)) * 10}">' for n in range(1, 10))
    for name, doctype in (
            ("that grow", f'<!DOCTYPE w [<!ENTITY e0 "ha">{laughs}]>'),
            ("that are long", '<!DOCTYPE w [<!ENTITY e9 "%s">]>' % ("a" * 100_000)),
            ("that are files", '<!DOCTYPE w [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>'),
            ("that are pages", '<!DOCTYPE w [<!ENTITY e9 SYSTEM "http://127.0.0.1:9/">]>'),
            ("of parameters", '<!DOCTYPE w [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]>'),
            ("that are themselves", '<!DOCTYPE w [<!ENTITY e9 "&e8;"><!ENTITY e8 "&e9;">]>'),
            ("elsewhere", '<!DOCTYPE w SYSTEM "../../../etc/passwd">')):
        yield f"entities {name}", REFUSED, zipped(parts_of(good + "<row><c><v>&e9;</v></c></row>", doctype=doctype))


def archives():
    good = parts_of(sheet_of(ROWS))
    for name in ("../../../../tmp/klash-was-here", "/tmp/klash-was-here", "..\\..\\klash-was-here", "a\0b", "x" * 60_000, "con",
                 "w.xml/../w.xml", "%2e%2e/x"):
        yield f"a part named {name[:40]!r}", EITHER, zipped(good + [(name, "harm")])
    for target in ("../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "a.xml#x", "", "." * 5000, "_rels/.rels", "w.xml"):
        parts = [(n, d.replace('Target="a.xml"', f'Target="{target}"')) for n, d in good]
        yield f"a relation to {target[:40]!r}", EITHER if target.startswith("a.xml") else REFUSED, zipped(parts)
    yield "a part twice", EITHER, zipped(good + [("a.xml", f"<worksheet {MAIN}/>")])
    yield "ten thousand parts", EITHER, zipped(good + [(f"p{n}", "") for n in range(10_000)], zipfile.ZIP_STORED)
    data, crc, size = bomb(20 if SANITIZED else 1000)
    yield "a sheet of a gigabyte of nothing", REFUSED, with_raw(good, "a.xml", data, crc, size)
    data, crc, size = bomb(20)
    yield "a sheet larger than it says", REFUSED, with_raw(good, "a.xml", data, crc, 100)
    yield "a sheet of another sum", REFUSED, with_raw(good, "a.xml", data, crc ^ 1, size)
    locked = bytearray(zipped(good))
    for mark, flag in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = -1
        while (at := locked.find(mark, at + 1)) >= 0:
            locked[at + flag] |= 1
    yield "a password", REFUSED, bytes(locked)
    yield "an archive inside", REFUSED, zipped([("inner.xlsx", zipped(good))])
    yield "a long comment behind", EITHER, zipped(good)[:-2] + struct.pack("<H", 60_000) + b"c" * 60_000


def cells():
    yield sheets_with("a sheet of a thousand thousand tags", REFUSED, "<row>" * 1_000_000)
    yield sheets_with("one wide row over many", REFUSED, '<row><c r="XFD2"><v>1</v></c></row>' + "<row><c><v>1</v></c></row>" * 100_000)
    yield sheets_with("a cell of 100 MB", REFUSED, row_of(["Vaasa", "a" * (2_000_000 if SANITIZED else 100_000_000)]))
    yield sheets_with("a text that is said often", REFUSED, '<row>%s</row>' % ('<c t="s"><v>0</v></c>' * 1000),
                      shared="<si><t>%s</t></si>" % ("a" * 1_000_000))
    for where in ("A0", "ZZZZZ9", "1A", "XFE1", "A99999999999", "-A1", "A1:B2", "", "Ä1"):
        yield sheets_with(f"a cell at {where!r}", EITHER, f'<row><c r="{where}" t="inlineStr"><is><t>Vaasa</t></is></c></row>')
    for number in ("0", "-1", "99999999999999999999", "x", "1048577"):
        yield sheets_with(f"a row number {number}", EITHER, f'<row r="{number}"><c><v>1</v></c></row>')
    for value in ("-1", "1", "x", "1e9", "18446744073709551616"):
        yield sheets_with(f"shared text {value}", REFUSED, f'<row><c t="s"><v>{value}</v></c></row>', shared="<si><t>Oulu</t></si>")
    for value in ("1e308", "nan", "-inf", "1e-320", "0x10", "9" * 400, "1,5", "--1"):
        yield sheets_with(f"the number {value[:12]}", REFUSED, f"<row><c><v>{value}</v></c><c><v>{value}</v></c></row>")
    for n, harm in enumerate(HARMFUL):
        escaped = "".join(c if ord(c) > 31 and c != "\x7f" else f"_x{ord(c):04X}_" for c in harm)
        yield sheets_with(f"{harm!r} in a cell", EITHER if n == 0 else REFUSED,
                          row_of(["Vaasa", "Ennen" + escaped + "jälkeen"]))
    yield "a sheet with a name that drives a terminal", EITHER, zipped(parts_of(
        sheet_of(ROWS), book=f'<workbook {MAIN} xmlns:r="{REL[:-1]}"><sheets><sheet name="&#x9b;31m&#x202e;" sheetId="1" r:id="s"/>'
        '<sheet name="B" sheetId="2" r:id="s"/></sheets></workbook>'))
    yield "five thousand sheets", REFUSED, zipped(parts_of(
        sheet_of(ROWS), book=f'<workbook {MAIN} xmlns:r="{REL[:-1]}"><sheets>%s</sheets></workbook>' %
        "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="s"/>' for n in range(1, 5001))))
    yield sheets_with("a style that is not there", EITHER, '<row><c s="999999999"><v>1</v></c></row>', styles="<cellXfs/>")


def damaged():
    whole = zipped(parts_of(sheet_of(ROWS)))
    for n in range(38):
        yield f"a workbook cut at {n}/38", REFUSED, whole[:len(whole) * n // 38]
    for n in range(20):
        at = DICE.randrange(len(whole))
        yield f"a workbook with a wrong byte at {at}", EITHER, whole[:at] + bytes([whole[at] ^ (1 << n % 8)]) + whole[at + 1:]


def files():
    """One at a time: memory that this program holds would count as klash's."""
    every = itertools.chain(csv_files(), entities(), archives(), cells(), damaged())
    return itertools.islice(every, 0, None, 5 if SANITIZED else 1)


def klash(*args):
    return subprocess.run([KLASH, "--db", "k.db", "--lang", "en", *args], capture_output=True, check=True).stdout


def head():
    return json.loads(klash("verify", "--format", "json"))["head"]


def run(args):
    """(status, what it said, seconds of work, megabytes)."""
    with open("out", "wb") as out, open("err", "wb") as err, subprocess.Popen(
            [KLASH, "--db", "k.db", "--lang", "en", *args], stdin=subprocess.DEVNULL, stdout=out, stderr=err) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    with open("out", "rb") as out, open("err", "rb") as err:
        return child.returncode, out.read(), err.read(), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def is_text(said):
    """Characters that drive no terminal and hide nothing."""
    try:
        return not re.search("[\0-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", said.decode())
    except UnicodeDecodeError:
        return False


def faults_of(wanted, path, verb):
    args = [*verb, path] if wanted == REFUSED else [*verb, path, "--dry-run"]
    status, out, err, seconds, megabytes = run(args)
    faults = [] if status == 1 or (wanted == EITHER and status == 0) else [f"status {status}: {err[:300]!r}"]
    faults += [] if status == 0 or err.strip() else ["no message"]
    faults += [] if is_text(out + err) else [f"not as text: {(out + err)[:300]!r}"]
    faults += [] if err.count(b"\n") <= LINES and len(err) <= 400 * LINES else [f"{err.count(10)} lines, {len(err)} bytes: {err[:300]!r}"]
    faults += [] if seconds <= SECONDS else [f"{seconds:.1f} s"]
    faults += [] if megabytes <= MEGABYTES else [f"{megabytes:.0f} MB"]
    return faults


def import_all():
    """One after the other; the log is asked once behind them, and where it grew, behind each."""
    before, n, slowest = head(), 0, (0, "")
    for name, wanted, data in files():
        path = f"f{n}.csv"
        with open(path, "wb") as file:
            file.write(data)
        del data
        begun = time.monotonic()
        faults = faults_of(wanted, path, ("problem", "import"))
        slowest = max(slowest, (time.monotonic() - begun, name))
        if faults or n % 25 == 0:
            faults += [] if head() == before else ["something was added"]
        case(name, faults)
        os.unlink(path)
        n += 1
    test("nothing came in with any of them", head() == before)
    print(f"# the slowest took {slowest[0]:.1f} s: {slowest[1]}")
    test("nothing was written elsewhere", not os.path.exists("/tmp/klash-was-here") and not os.path.exists("../klash-was-here"))
    return n


def others():
    """People and reviews come in by the same way."""
    before = head()
    klash_sheet = zipped(parts_of(sheet_of([("Nimi", "Sähköposti"), ("Ma\u202eija", "a@b.example")])))
    for verb, name, data in (
            (("person", "import"), "a person who drives a terminal", b"Nimi;E-mail\r\nMa\x1b[2Jija;a@b.example\r\n"),
            (("person", "import"), "a person in a workbook", klash_sheet),
            (("person", "import"), "people cut in the middle of an archive", klash_sheet[:300]),
            (("review", "import", "--round", "problems"), "reviews in a broken workbook", klash_sheet[:500]),
            (("review", "import", "--round", "problems"), "reviews with a NUL", b"juror;submission;a\r\nmaija;P-001;\0\r\n")):
        with open("o.csv", "wb") as file:
            file.write(data)
        case(name, faults_of(REFUSED, "o.csv", verb))
    test("nothing of them came in", head() == before)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        klash("init", "--name-fi", "Vihamieliset")
        klash("round", "add", "problems", "--kind", "problems")
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        n = import_all()
        test("two hundred of them", n >= (40 if SANITIZED else 200), n)
        others()
    return end()


if __name__ == "__main__":
    sys.exit(main())
