# SPDX-License-Identifier: MIT
"""What a juror types into a score sheet in a spreadsheet program: fill_sheet.py IN OUT CELL=VALUE...; a number is a
number, YYYY-MM-DD becomes a day."""
import datetime
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEET = "xl/worksheets/sheet1.xml"
ET.register_namespace("", MAIN[1:-1])


def with_day(styles):
    """The styles with one more, that of a day; and its number."""
    tree = ET.fromstring(styles)
    every = tree.find(f"{MAIN}cellXfs")
    ET.SubElement(every, f"{MAIN}xf", numFmtId="14", fontId="0", fillId="0", borderId="0", xfId="0", applyNumberFormat="1")
    every.set("count", str(len(every)))
    return ET.tostring(tree), str(len(every) - 1)


def cell(name, value, style):
    made = ET.Element(f"{MAIN}c", r=name)
    day = re.fullmatch(r"\d{4}-\d\d-\d\d", value)
    if day or re.fullmatch(r"-?\d+(\.\d+)?", value):
        if day:
            value = str((datetime.date.fromisoformat(value) - datetime.date(1899, 12, 30)).days)
            made.set("s", style)
        ET.SubElement(made, f"{MAIN}v").text = value
    else:
        made.set("t", "inlineStr")
        ET.SubElement(ET.SubElement(made, f"{MAIN}is"), f"{MAIN}t").text = value
    return made


def order(made):
    name = re.match(r"[A-Z]+", made.get("r"))[0]
    return len(name), name


def main():
    source, target, *cells = sys.argv[1:]
    with zipfile.ZipFile(source) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["xl/styles.xml"], style = with_day(parts["xl/styles.xml"])
    sheet = ET.fromstring(parts[SHEET])
    for name, value in (given.split("=", 1) for given in cells):
        row = next(r for r in sheet.iter(f"{MAIN}row") if r.get("r") == re.search(r"\d+", name)[0])
        for there in [c for c in row if c.get("r") == name]:
            row.remove(there)
        row.append(cell(name, value, style))
        row[:] = sorted(row, key=order)
    parts[SHEET] = ET.tostring(sheet)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)


main()
