#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The pictures of the README, made anew from the demo: the office's desk and a juror's list as drawings (SVG) of what the
terminal shows, and the first page of the minutes as it is printed (PNG; needs pdftoppm of poppler-utils). Run it after a
change of these screens, from the folder of the sources:

    doc/pictures.py build/ui/klash

It writes doc/desk.svg, doc/juror.svg and doc/minutes.png. The minutes are those of the jury's meeting on C-2 in the demo at
its end; where they cannot be made as a PDF, that picture stays as it is, and the program says why."""
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "tests", "jury"))
import terminal  # noqa: E402

WIDTH, HEIGHT = 8.4, 18  # of a cell
PAPER, INK = "#16181d", "#d8dbe2"
# As xterm's, a little softer.
COLORS = ["#2b2f38", "#f0717b", "#8fd18a", "#e8c872", "#7fb2f0", "#d19ae8", "#78d0d8", "#d8dbe2",
          "#8a909c", "#ff8f98", "#aee8a8", "#ffe08f", "#a3c9ff", "#e6baf7", "#9fe8ee", "#ffffff"]
PLAIN = (None, None, False, False, False)  # ink, paper, bold, dim, reversed


class Letter(str):
    """One of the screen, with its look."""

    look = PLAIN


def letter(text, look):
    made = Letter(text)
    made.look = look
    return made


class Screen(terminal.Screen):
    """One that keeps the looks too."""

    look = PLAIN

    def put(self, text):
        super().put(text)
        self.cells[self.y][self.x - 1] = letter(text, self.look)

    def csi(self, n, final):
        if final == "m":
            self.dress(n)
        else:
            super().csi(n, final)

    def dress(self, codes):
        ink, paper, bold, dim, turned = self.look
        i = 0
        while i < len(codes):
            code = codes[i]
            if code == 0:
                ink, paper, bold, dim, turned = PLAIN
            elif code in (1, 2, 22):
                bold, dim = code == 1, code == 2
            elif code in (7, 27):
                turned = code == 7
            elif 30 <= code <= 37 or 90 <= code <= 97:
                ink = code - 30 if code < 90 else code - 82
            elif 40 <= code <= 47 or 100 <= code <= 107:
                paper = code - 40 if code < 100 else code - 92
            elif code in (39, 49):
                ink, paper = (None, paper) if code == 39 else (ink, None)
            elif code in (38, 48):
                value = codes[i + 2] if codes[i + 1:i + 2] == [5] else 0
                ink, paper = (value, paper) if code == 38 else (ink, value)
                i += 2
            i += 1
        self.look = (ink, paper, bold, dim, turned)


def color(index, otherwise):
    if index is None:
        return otherwise
    if index < 16:
        return COLORS[index]
    if index >= 232:
        return "#%02x%02x%02x" % ((8 + (index - 232) * 10,) * 3)
    steps = (0, 95, 135, 175, 215, 255)
    index -= 16
    return "#%02x%02x%02x" % (steps[index // 36], steps[index // 6 % 6], steps[index % 6])


def runs(line):
    """Neighbours of one look: where they begin, the look, the text."""
    start = 0
    for x in range(1, len(line) + 1):
        if x == len(line) or getattr(line[x], "look", PLAIN) != getattr(line[start], "look", PLAIN):
            yield start, getattr(line[start], "look", PLAIN), "".join(line[start:x])
            start = x


def draw_run(y, start, look, text):
    ink, paper, bold, dim, turned = look
    fill, ground = color(ink, INK), color(paper, PAPER)
    if turned:
        fill, ground = ground, fill
    parts = []
    if ground != PAPER:
        parts.append('<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>' %
                     (start * WIDTH, y * HEIGHT, len(text) * WIDTH, HEIGHT, ground))
    # What stands apart is a text of its own: not every viewer keeps several blanks.
    for part in re.finditer(r"\S+(?: \S+)*", text):
        parts.append('<text x="%.1f" y="%.1f" textLength="%.1f" fill="%s"%s%s>%s</text>' %
                     ((start + part.start()) * WIDTH, y * HEIGHT + 13.5, len(part.group()) * WIDTH, fill,
                      ' font-weight="bold"' if bold else "", ' opacity="0.65"' if dim else "", html.escape(part.group())))
    return parts


def drawing(screen, title):
    width, height = screen.columns * WIDTH, screen.rows * HEIGHT
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 %.0f %d" role="img" aria-label="%s" '
             'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">' %
             (width + 24, height + 24, html.escape(title)),
             '<rect x="-12" y="-12" width="%.0f" height="%d" rx="8" fill="%s"/>' % (width + 24, height + 24, PAPER)]
    for y, line in enumerate(screen.cells):
        for start, look, text in runs(line):
            parts += draw_run(y, start, look, text)
    return "\n".join([*parts, "</svg>", ""])


def show(command, wait, keys, title, name, home):
    t = terminal.Terminal(command, env={"HOME": home, "XDG_DATA_HOME": home})
    t.screen = Screen(24, 80)
    t.wait(wait)
    if keys:
        t.send(keys)
    t.settle(0.4)
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as file:
        file.write(drawing(t.screen, title))
    t.hang_up()
    t.ended()


def minutes(klash, folder):
    """The first page, as it is printed."""
    db, pdf = os.path.join(folder, "end.db"), os.path.join(folder, "minutes.pdf")
    subprocess.run([klash, "--db", db, "demo", "--at", "end"], check=True, stdout=subprocess.DEVNULL)
    done = subprocess.run([klash, "--db", db, "document", "make", "minutes", "solutions-C-2", "--lang", "fi", "--format", "pdf", "-o", pdf],
                          capture_output=True, check=False)
    if done.returncode != 0:
        print("doc/minutes.png is as it was: %s" % done.stderr.decode().strip())
        return
    subprocess.run(["pdftoppm", "-png", "-gray", "-r", "60", "-f", "1", "-l", "1", "-singlefile", pdf,
                    os.path.join(HERE, "minutes")], check=True)


def main():
    klash = os.path.abspath(sys.argv[1])
    folder = tempfile.mkdtemp(prefix="klash-pictures-")
    os.environ.update(HOME=folder, XDG_DATA_HOME=folder, LC_ALL="C.UTF-8")
    try:
        db = os.path.join(folder, "demo.db")
        subprocess.run([klash, "--db", db, "demo"], check=True, stdout=subprocess.DEVNULL)
        show([klash, "--db", db, "--lang", "fi"], "Hoidettavaa", "", "Klash: toimiston työpöytä", "desk.svg", folder)
        show([klash, "--db", db, "--lang", "fi", "--as", "maija"], "Omat arviot", "<Enter><Enter>", "Klash: tuomariston jäsenen arvio",
             "juror.svg", folder)
        minutes(klash, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
