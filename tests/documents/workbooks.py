#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""klash-documents as klash uses it: workbooks by eleven programs, the same with everything renamed, files that mean
harm or are broken, and what it writes, read by nobody but zipfile and expat.

workbooks.py KLASH_DOCUMENTS FOLDER"""
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from tap import end, test  # noqa: E402

PROGRAM, FOLDER = sys.argv[1:3]
PACKED, LOCKED, WORKBOOK, DAMAGED, LARGE, SHEET, TEXT, INPUT = range(64, 72)
LETTERS = {"n": "\n", "t": "\t"}


def run(verb, given, *more):
    made = subprocess.run([PROGRAM, verb, *more], input=given, capture_output=True, check=False)
    return made.returncode, made.stdout


def unguarded(field):
    return re.sub(r"\\(.)", lambda m: LETTERS.get(m[1], m[1]), field)


def rows_of(said):
    """From A1 to the last that holds anything."""
    rows = {}
    for line in said.decode().splitlines():
        what, *fields = line.split("\t")
        if what == "R":
            rows[int(fields[0])] = [unguarded(field)[1:] for field in fields[1:]]
    wide = max((len(row) for row in rows.values()), default=0)
    return [(rows.get(r, []) + [""] * wide)[:wide] for r in range(1, max(rows, default=0) + 1)]


def content(name):
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()


def as_expected(name, wanted, given, what):
    status, said = run("read-xlsx", given, *([wanted["sheet"]] if wanted["sheet"] else []))
    got = rows_of(said)
    test(f"{name} {what}", status == 0 and got == wanted["rows"] and said.endswith(b".\n"),
       "\n".join(f"{a!r} where {b!r} was wanted" for a, b in zip(got, wanted["rows"]) if a != b) or (status, len(got)))


def packed(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as book:
        for name, data in parts:
            book.writestr(name, data)
    return out.getvalue()


def renamed(given):
    """Another name for every part that a relation leads to, from the top with a slash, and the parts in turn."""
    with zipfile.ZipFile(io.BytesIO(given)) as book:
        parts = {name: book.read(name) for name in book.namelist() if not name.endswith("/")}
    names = {name: name if name.endswith(".rels") or name == "[Content_Types].xml" else f"osa/{n}.bin"
             for n, name in enumerate(parts)}
    out = []
    for name, data in parts.items():
        if name.endswith(".rels"):
            folder = os.path.dirname(os.path.dirname(name))
            of = os.path.join(folder, os.path.basename(name)[:-len(".rels")])

            def target(match):
                whole = os.path.normpath(os.path.join("/", folder, match[2].decode())).lstrip("/")
                return match[1] + ("/" + names.get(whole, whole)).encode() + match[3]

            data = re.sub(rb'(\bTarget=")([^"]*)(")', target, data)
            where = names.get(of, of)
            name = os.path.join(os.path.dirname(where), "_rels", os.path.basename(where) + ".rels") if of in names else name
            out.append((name, data))
        else:
            out.append((names[name], data))
    return packed(reversed(out), zipfile.ZIP_STORED)


def made(sheet, shared=None, styles=None, doctype=""):
    """The least that is a workbook."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    related = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
    one = '<Relationship Id="%s" Type="' + kind + '%s" Target="%s"/>'
    parts = [("_rels/.rels", related % (one % ("r", "officeDocument", "a.xml"))),
             ("_rels/a.xml.rels", related % (one % ("s1", "worksheet", "b.xml") + one % ("s2", "sharedStrings", "c.xml") +
                                             one % ("s3", "styles", "d.xml"))),
             ("a.xml", f'<workbook {main} xmlns:r="{kind[:-1]}"><sheets><sheet name="Yksi" sheetId="1" r:id="s1"/></sheets>'
                       '</workbook>'),
             ("b.xml", f"{doctype}<worksheet {main}><sheetData>{sheet}</sheetData></worksheet>")]
    if shared is not None:
        parts.append(("c.xml", f"<sst {main}>{shared}</sst>"))
    if styles is not None:
        parts.append(("d.xml", f"<styleSheet {main}>{styles}</styleSheet>"))
    return packed(parts)


def cells(sheet, **more):
    status, said = run("read-xlsx", made(sheet, **more))
    return [line.split("\t")[2:] for line in said.decode().splitlines() if line.startswith("R")] if status == 0 else status


def small_ones():
    test("pieces of a text are one, how it is pronounced is none of it", cells('<row><c t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c></row>')
       == [["ta b"]])
    test("cells with a name and without", cells('<row r="7"><c r="C7"><v>1</v></c></row><row><c><v>2.50</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>')
       == [["", "", "n1"], ["n2.5", "b1", "e#N/A"]])
    test("escapes of what XML cannot hold, and no others", cells('<row><c t="str"><v>_x000D_\n_x005F_x0041_ _x0041_ _x0000_</v></c></row>')
       == [["t\\n_x0041_ _x0041_ _x0000_"]])
    test("numbers as people know them", cells('<row><c><v>4.0999999999999996</v></c><c><v>1E3</v></c><c><v>123456789012</v></c></row>')
       == [["n4.1", "n1000", "n123456789012"]])
    formats = ('<numFmts><numFmt numFmtId="60" formatCode="&quot;dm&quot;0.0"/><numFmt numFmtId="61" formatCode="[$-40B]d\\.m\\.yyyy"/>'
               '<numFmt numFmtId="62" formatCode="h\\.mm"/><numFmt numFmtId="63" formatCode="d.m. \\k\\l\\o h.mm"/>'
               '<numFmt numFmtId="64" formatCode="[Red]#,##0.00\\ [$kr-41D]"/></numFmts><cellXfs>%s</cellXfs>' %
               "".join(f'<xf numFmtId="{n}"/>' for n in range(60, 65)))
    test("a day is known by what its format shows",
       cells("<row>%s</row>" % "".join(f'<c s="{s}"><v>{v}</v></c>' for s, v in
                                       ((0, 1.5), (1, 43404), (1, 43404.5), (2, 0.375), (3, 43404.586805555), (4, 2))), styles=formats)
       == [["n1.5", "D2018-10-31T00:00:00", "d2018-10-31T12:00:00", "c09:00:00", "d2018-10-31T14:05:00", "n2"]])


def hostile_ones():
    for name, status, given in (
            ("nothing", PACKED, b""),
            ("a text", PACKED, b"Kunta;Otsikko\nVaasa;A\n"),
            ("a beginning and nothing behind it", PACKED, b"PK\3\4" + bytes(200)),
            ("an archive of something else", WORKBOOK, packed([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")])),
            ("a relation to a part that is not there", DAMAGED,
             packed([("_rels/.rels", '<r><Relationship Id="a" Type="x/officeDocument" Target="../../w.xml"/></r>'),
                     ("w.xml", '<w><sheets><sheet name="A" id="s"/></sheets></w>'),
                     ("_rels/w.xml.rels", '<r><Relationship Id="s" Type="x/worksheet" Target="../../../../etc/passwd"/></r>')])),
            ("a document type", DAMAGED, made("<row><c><v>&a;</v></c></row>", doctype='<!DOCTYPE w [<!ENTITY a "1">]>')),
            ("tags that do not close", DAMAGED, made("<row><c>")),
            ("a column beyond the last", DAMAGED, made('<row><c r="XFE1"><v>1</v></c></row>')),
            ("a row beyond the last", DAMAGED, made('<row r="1048577"><c><v>1</v></c></row>')),
            ("a text that is not there", DAMAGED, made('<row><c t="s"><v>1</v></c></row>', shared="<si><t>a</t></si>")),
            ("more than is taken", LARGE,
             made("<row>%s</row>" % ('<c t="s"><v>0</v></c>' * 600), shared="<si><t>%s</t></si>" % ("a" * 500000)))):
        got, said = run("read-xlsx", given)
        test(f"refused: {name}", got == status and not said.endswith(b".\n"), (got, said[-200:]))
    whole = content("exceljs.xlsx")
    ends = {run("read-xlsx", whole[:len(whole) * n // 40])[0] for n in range(40)}
    test("cut off at forty places", ends <= {PACKED, DAMAGED, WORKBOOK}, ends)
    ends = set()
    for n in range(0, len(whole), len(whole) // 150):
        status, said = run("read-xlsx", whole[:n] + bytes([whole[n] ^ 0x55]) + whole[n + 1:])
        ends.add(status if status != 0 or said.endswith(b".\n") else "cut")
    test("a byte wrong at 150 places", ends <= {0, PACKED, DAMAGED, WORKBOOK, LOCKED, LARGE, SHEET}, ends)
    test("no sheet of that name", run("read-xlsx", whole, "Ei ole")[0] == SHEET)


def spread(book, part):
    return ET.fromstring(book.read(part))


def written_ones():
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    lines = ("H\tKoodi\tSumma\tPäivä\tAika\tTeksti\n"
             "R\tt007\tm-1234.50\tD2020-02-29\td2018-10-31T14:05:00\tt=1+1\n"
             "R\tt7/7\tn0.1\t\t\tt_x0041_ å\\n\\t\\\\\n.\n")
    status, said = run("write-xlsx", lines.encode())
    test("a list becomes a workbook", status == 0, status)
    book = zipfile.ZipFile(io.BytesIO(said))
    sheet = spread(book, "xl/worksheets/sheet1.xml")
    test("no formula in it", sheet.find(f".//{name}f") is None)
    test("the heading stays in sight", sheet.find(f".//{name}pane").get("state") == "frozen")
    test("and has a filter", sheet.find(f".//{name}autoFilter").get("ref") == "A1:E3")
    texts = ["".join(t.text or "" for t in si.iter(f"{name}t")) for si in spread(book, "xl/sharedStrings.xml")]
    test("texts are texts", "_x005F_x0041_ å\n\t\\" in texts and "007" in texts and "=1+1" in texts and "7/7" in texts, texts)
    values = [c.find(f"{name}v").text for c in sheet.iter(f"{name}c") if c.get("t") is None and c.find(f"{name}v") is not None]
    test("numbers and days are numbers", values == ["-1234.5", "43890", "43404.586805555555", "0.1"] or [round(float(v), 6) for v in values] ==
       [-1234.5, 43890, 43404.586806, 0.1], values)
    formats = {f.get("formatCode") for f in spread(book, "xl/styles.xml").iter(f"{name}numFmt")}
    used = {x.get("numFmtId") for x in spread(book, "xl/styles.xml").find(f"{name}cellXfs")}
    test("days as the reader's country has them, amounts in euros", {"14", "22"} <= used and any("€" in f for f in formats),
       (used, formats))
    back = rows_of(run("read-xlsx", said)[1])
    test("and come back as they were", back == [["Koodi", "Summa", "Päivä", "Aika", "Teksti"],
                ["007", "-1234.5", "2020-02-29T00:00:00", "2018-10-31T14:05:00", "=1+1"],
                ["7/7", "0.1", "", "", "_x0041_ å\n\t\\"]], back)
    said = run("write-xlsx", b"A\tOtsake\t\nA\nH\tKoodi\tTila\nR\tt7/7\t\n.\n")[1]
    sheet = spread(zipfile.ZipFile(io.BytesIO(said)), "xl/worksheets/sheet1.xml")
    test("rows above the headings stay above them", rows_of(run("read-xlsx", said)[1]) ==
         [["Otsake", ""], ["", ""], ["Koodi", "Tila"], ["7/7", ""]] and
         sheet.find(f".//{name}autoFilter").get("ref") == "A3:B4" and sheet.find(f".//{name}pane").get("ySplit") == "3")
    test("and none stands below them", run("write-xlsx", b"H\tA\nA\tx\n.\n") == (INPUT, b""))
    test("nothing is written of a list that does not end", run("write-xlsx", lines[:-2].encode()) == (INPUT, b""))
    test("nor of one without headings", run("write-xlsx", b"R\ttx\n.\n") == (INPUT, b""))
    test("a text too long for a cell is not cut", run("write-xlsx", f"H\tA\nR\tt{'x' * 32768}\n.\n".encode()) == (TEXT, b""))


def main():
    with open(os.path.join(FOLDER, "expected.json"), encoding="utf-8") as file:
        expected = json.load(file)["files"]
    for name, wanted in expected.items():
        as_expected(name, wanted, content(name), "as its program wrote it")
        as_expected(name, wanted, renamed(content(name)), "with other names of its parts")
    small_ones()
    hostile_ones()
    written_ones()
    return end()


if __name__ == "__main__":
    sys.exit(main())
