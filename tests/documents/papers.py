#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Documents in their four forms: the same words in each, in the same order; a PDF that is read in order, whole and equal
each time; what is long, empty or hostile; and what happens where none can be made.

papers.py KLASH KLASH_DOCUMENTS"""
import collections
import glob
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from tap import case, end, test  # noqa: E402

KLASH, DOCUMENTS = map(os.path.abspath, sys.argv[1:3])
INPUT, FONT = 71, 73
# Every kind of document, of the demo at its end; the score sheets of paper are of a jury still at work.
DEMO = [("minutes", "solutions-C-2"), ("decision", "D-3"), ("decision", "D-6"), ("statement", "J-1"),
        ("names", "solutions-C-1"), ("instruction", "D-6"), ("letter", "L-001"), ("ranking", "solutions-C-1"),
        ("feedback", "solutions-C-1"), ("award-report", "C-2"), ("negotiation", "T-1"), ("contract", "H-1"),
        ("day-sheet", "M-1"), ("situation", "competition"), ("closing-report", "competition"), ("invitation", "helvi")]
JUDGING = [("sheet", "solutions-C-2")]
WAY_IN = ("--host", "jury.example", "--contact", "Toini Toimisto, 09 123 456")
SANITIZED = "SANITIZED" in os.environ


def run(*words, **more):
    return subprocess.run(words, capture_output=True, check=False, **more)


def klash(*words, program=KLASH, file="d.db"):
    return run(program, "--db", file, *words)


def said(path, *options, tool="pdfinfo"):
    return run(tool, *options, path, *(["-"] if tool == "pdftotext" else [])).stdout.decode()


def words(text):
    return re.findall(r"\w+", text.replace("_", " "))


def of_html(path, title=False):
    """What is read; from the title, for each of the papers in it."""
    text = re.sub(r"(?s)<style>.*?</style>|<title>.*?</title>", "", open(path, encoding="utf-8").read())
    return html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<article.*?(?=<h1>)", "", text) if title else text))


def of_pdf(path, title=False):
    """What is read, without what stands on its pages beside that; from the title, for each of the papers in it."""
    text = said(path, "-struct-text")
    if title:
        text = re.sub(r"(?ms)^ *(?:Document|Art)\b.*?(?=^ *H1)", "", text)
    return " ".join(re.findall(r'^ *"(.*)"$', text, re.M))


def of_odt(path, part):
    text = zipfile.ZipFile(path).read(part).decode()
    text = re.sub(r"(?s)<text:page-(number|count).*?</text:page-\1>", "", text)
    return html.unescape(re.sub(r"<text:span[^>]*>|</text:span>", "", text).replace("<", " <").replace(">", "> ")
                         if part == "styles.xml" else text)


def bare(text):
    return re.sub(r"<[^>]*>", " ", text)


def marks_of(path):
    """What is painted on a page outside of every mark."""
    run("qpdf", "--qdf", "--object-streams=disable", path, "plain.pdf")
    outside = []
    for stream in re.findall(rb"(?s)stream\n(.*?)\nendstream", open("plain.pdf", "rb").read()):
        if b" BDC" not in stream:
            continue
        depth = 0
        for operator in re.findall(rb"(?<![\w/(<])(BDC|BMC|EMC|BT|f\*?|S|Do)(?![\w*])", re.sub(rb"<[0-9a-f]*>|\([^)]*\)", b"", stream)):
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            if depth == 0 and operator not in (b"EMC",):
                outside.append(operator)
    return outside


def four_forms(name, about, lang, file):
    stem = f"{name}-{about}-{lang}"
    for form in ("text", "html", "pdf", "odt"):
        # A report has the log's head in it, and its making is an entry: so each of the same file.
        shutil.copy(file, "same.db")
        made = klash("document", "make", name, about, *([] if name == "letter" else ["--lang", lang]), "--format", form, "-o",
                     f"{stem}.{form}", file="same.db")
        if made.returncode != 0:
            test(f"{stem} as {form}", False, made.stderr.decode())
            return None
    return stem


def differ(one, other):
    at = next((i for i, pair in enumerate(zip(one, other)) if pair[0] != pair[1]), min(len(one), len(other)))
    return one[at:at + 20], other[at:at + 20]


def same_words(stem):
    page, text = of_html(f"{stem}.html"), open(f"{stem}.text", encoding="utf-8").read()
    # A narrow column of text breaks a word: so the letters.
    test(f"{stem}: text and page", collections.Counter("".join(words(text))) == collections.Counter("".join(words(page))), text)
    read, drawn = words(of_html(f"{stem}.html", True)), words(of_pdf(f"{stem}.pdf", True))
    test(f"{stem}: page and PDF, in order", read == drawn, differ(read, drawn))
    every = collections.Counter(words(of_pdf(f"{stem}.pdf")))
    test(f"{stem}: and what stands before the title", every == collections.Counter(words(page)), every)
    content = of_odt(f"{stem}.odt", "content.xml")
    every = collections.Counter(words(bare(content)) + words(bare(of_odt(f"{stem}.odt", "styles.xml"))))
    test(f"{stem}: page and ODT", collections.Counter(words(page)) == every, every)
    # What stands above the title of the first paper stands above that of the others too.
    above, title, below = content.partition("<text:h")
    if below.count('text:outline-level="1"') > 1:
        for notice in re.findall(r">[^<]+</text:p>", above):
            below = below.replace(notice, ">")
    body = words(bare(title + below))
    test(f"{stem}: and in order", read[:len(body)] == body, differ(read, body))


def whole_pdf(stem, lang):
    path = f"{stem}.pdf"
    # Boxes to write in are tables for the eye alone.
    tables = len(re.findall(r'<table(?! class="boxes)', open(f"{stem}.html", encoding="utf-8").read()))
    structure = said(path, "-struct")
    test(f"{stem}: a table is one table", len(re.findall(r"^ *Table", structure, re.M)) == tables, structure)
    checked = run("qpdf", "--check", path)
    test(f"{stem}: qpdf finds nothing", checked.returncode == 0 and b"No syntax" in checked.stdout, checked)
    test(f"{stem}: all that is painted is text or an artifact", marks_of(path) == [], marks_of(path))
    plain = open("plain.pdf", "rb").read()
    case(f"{stem}: language, title, order of tabs, colours, description",
         [w.decode() for w in (b"/Lang (%s)" % lang.encode(), b"/DisplayDocTitle true", b"/Tabs /S", b"/GTS_PDFA1", b"x:xmpmeta",
                               b"/MarkInfo") if w not in plain])


def in_four_forms(kinds, file):
    for lang in ("fi", "sv"):
        for name, about in kinds:
            if name == "letter" and lang == "sv":
                continue
            stem = four_forms(name, about, lang, file)
            if stem is not None:
                same_words(stem)
                whole_pdf(stem, lang)


def demo():
    klash("demo", "--at", "end")
    if not SANITIZED:
        klash("account", "invite", "helvi", *WAY_IN)
        klash("demo", "--at", "judging", file="judging.db")
        in_four_forms(JUDGING, "judging.db")
        kinds = {row["document"] for row in json.loads(klash("document", "list", "--format", "json").stdout)}
        case("every kind of document is compared", sorted(kinds - {name for name, _ in DEMO + JUDGING}))
    in_four_forms([("decision", "D-6")] if SANITIZED else DEMO, "d.db")
    test("the marks of the demo are a picture: no text but the notice has the word",
         "EXEMPEL" not in of_pdf("decision-D-6-sv.pdf") and "EXEMPEL" not in said("decision-D-6-sv.pdf", tool="pdftotext"))
    for form in ("pdf", "odt"):
        klash("document", "make", "decision", "D-6", "--lang", "fi", "--format", form, "-o", f"again.{form}")
        test(f"the same bytes as {form}", open(f"again.{form}", "rb").read() == open(f"decision-D-6-fi.{form}", "rb").read())
    klash("letter", "show", "L-001", "--format", "pdf", "-o", "shown.pdf")
    test("a letter on paper has whom it goes to in the window, shown too", SANITIZED or
         open("shown.pdf", "rb").read() == open("letter-L-001-fi.pdf", "rb").read())
    kept = [klash("document", "keep", "decision", "D-6", "--lang", "fi") for _ in range(2)]
    klash("attachment", "save", "D-6", "1", "-o", "kept.pdf")
    test("what is final is kept with its record, as it is printed", kept[0].returncode == 0 and os.path.exists("kept.pdf") and
         open("kept.pdf", "rb").read() == open("again.pdf", "rb").read(), kept)
    test("and once", kept[1].returncode == 1 and b"already attached" in kept[1].stderr, kept[1])
    kept = klash("document", "keep", "situation", "competition")
    test("not what nobody signs", kept.returncode == 1 and b"Nobody signs" in kept.stderr, kept)
    kinds = zipfile.ZipFile("again.odt").infolist()
    test("an ODT says first what it is", kinds[0].filename == "mimetype" and kinds[0].compress_type == 0 and len(kinds) == 5, kinds)


# --- What klash-documents makes of lines

def lines(*rows, lang="fi", title="Otsikko"):
    return "\n".join(["M\t1579478400", f"D\t{lang}\t{title}", *rows, ".", ""]).encode()


def block(kind, text="", flags="", lang="", level=1, number=""):
    return f"B\t{kind}\t{flags}\t{level}\t0\t0\t{lang}\t{number}\t{text}\t"


def made(name, given, verb="write-pdf"):
    done = run(DOCUMENTS, verb, input=given)
    if done.returncode == 0:
        with open(name, "wb") as file:
            file.write(done.stdout)
    return done


def table_of(n, long=1):
    return [block("T", "Taulukko"), "C\t0\tNimi", "C\t0\tPerustelu", "C\t1\tPisteet",
            *(f"T\tRivi{i:03}\t{f'alku{i:03} ' + 'sana ' * long + f'loppu{i:03}'}\t{i},5" for i in range(n))]


def long_tables():
    for n in (40, 400):
        made("t.pdf", lines(block("H", "Alku"), *table_of(n, 40)))
        structure = said("t.pdf", "-struct")
        test(f"{n} rows: one table of them and its headings", len(re.findall(r"^ *Table", structure, re.M)) == 1 and
             len(re.findall(r"^ *TR", structure, re.M)) == n + 1, structure.count("TR"))
        pages = said("t.pdf", "-layout", tool="pdftotext").split("\f")[:-1]
        case(f"{n} rows: on every page the headings, and rows that are whole",
             [f"page {i}" for i, p in enumerate(pages) if "Perustelu" not in p or
              sorted(re.findall(r"alku(\d+)", p)) != sorted(re.findall(r"loppu(\d+)", p))])
        test(f"{n} rows are pages", len(pages) > n / 20, len(pages))
    alone = []
    for n in range(38, 52):
        made("t.pdf", lines(*table_of(n)))
        alone += [n for p in said("t.pdf", tool="pdftotext").split("\f")[:-1] if p.count("Rivi") < 2]
    case("the last row is not alone", [f"{n} rows" for n in alone])
    made("t.pdf", lines(*table_of(400)))
    plain = run("qpdf", "--qdf", "--object-streams=disable", "t.pdf", "-").stdout
    test("headings of columns and of rows", plain.count(b"/Scope /Column") == 3 and plain.count(b"/Scope /Row") == 400)
    made("t.odt", lines(*table_of(400)), "write-odt")
    content = zipfile.ZipFile("t.odt").read("content.xml").decode()
    test("an ODT has them too, the headings on every page", content.count("<table:table-row") == 401 and
         content.count("table-header-rows>") == 2)


def right_edge(path):
    return max(float(x) for x in re.findall(r'xMax="([\d.]+)"', said(path, "-bbox", tool="pdftotext")))


def long_texts():
    reason = " ".join(f"sana{i:04}" for i in range(1112))
    name = "Ää" * 100
    made("l.pdf", lines(block("P", reason), block("F"), f"F\tNimi\t{name}\t", f"F\tPerustelu\t{reason}\t", block("T"), "C\t0\tNimi",
                        "C\t0\tPerustelu", f"T\t{name}\t{reason}", block("S"), f"G\tPäiväys\tAllekirjoitus\t{name}\tjäsen\t"))
    read = of_pdf("l.pdf")
    test("a reason of 10,000 characters is whole in text, facts and cell", read.count("sana0000") == 3 and read.count("sana1111") == 3 and
         words(read).count("sana0777") == 3)
    test("so is a name of 200", words(read).count(name) == 2 or read.replace(" ", "").count(name) == 3, words(read)[-3:])
    test("and nothing is beyond the margin", right_edge("l.pdf") <= 595.3 - 56.6, right_edge("l.pdf"))
    made("e.pdf", lines(block("H", "Tyhjä"), block("P"), block("I"), block("F"), block("T", "Ei rivejä"), "C\t0\tNimi", block("T"),
                        block("S"), block("H", "Loppu")))
    test("an empty section is a heading", "Tyhjä" in of_pdf("e.pdf") and "Loppu" in of_pdf("e.pdf"), said("e.pdf", "-struct-text"))
    made("o.pdf", lines())
    test("a document of nothing is a page", "Pages:           1" in said("o.pdf"), said("o.pdf"))


def together():
    """However far down a page it comes, the last two lines of text and all signatures are on one page."""
    long = "Heti perässä on arvo, " + "joka on niin pitkä, että se vie monta riviä, kun sille on vähän tilaa, " * 4
    followed = {"text": [block("P", "Heti perässä.")], "facts": [block("F"), "F\tNimi\tHeti\t", "F\tToinen\tx\t"],
                "ten facts": [block("F"), "F\tNimi\tHeti\t", *["F\tToinen\tx\t"] * 9],
                "long fact": [block("F"), f"F\tNimi\t{long}\t"], "list": [block("I"), "I\tHeti", "I\tx"],
                "table": [block("T"), "C\t0\tNimi", "C\t0\tArvo", "T\tHeti\tx", "T\ty\tz"],
                "signatures": [block("S"), *["G\tPäiväys\tAllekirjoitus\tHeti\tjäsen\t"] * 8],
                "long row": [block("T", "Taulukko"), "C\t0\tNimi", "C\t0\tArvo", f"T\tRivi\t{long}", "T\ty\tz"]}
    faults = []
    for n in range(34, 52, 2):
        made("s.pdf", lines(*[block("P", "Rivi.", "c")] * n, block("P", "toiseksi viimeinen rivi " * 10 + "VIIMEINEN"), block("S"),
                            *["G\tPäiväys\tAllekirjoitus\tMaija Malli\tpuheenjohtaja\t"] * 3))
        last = said("s.pdf", tool="pdftotext").split("\f")[-2]
        if last.count("Maija Malli") != 3 or "VIIMEINEN" not in last or last.count("toiseksi") < 4:
            faults.append(f"{n} lines before: {last}")
        for kind, what in followed.items():
            made("h.pdf", lines("K\thash\t" + "0123456789abcdef" * 4, "K\thash_use\tNäin se tarkistetaan.", *[block("P", "Rivi.", "c")] * n,
                                block("H", "OTSIKKO"), *what))
            pages = said("h.pdf", tool="pdftotext").split("\f")
            faults += [f"{n}: a heading without its {kind}" for p in pages if ("OTSIKKO" in p) != ("Heti" in p)]
            if kind in ("text", "signatures") and "Heti" not in pages[-2]:
                faults.append(f"{n}: a hash without {kind}")
    case("signatures have text with them, headings what follows", faults)


def other_letters():
    """A letter that the documents' own fonts lack is drawn with another's, where the machine has one."""
    if not os.path.exists("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"):
        print("# no other font is installed: none was tried")
        return
    made("k.pdf", lines(block("P", "Ratsu on ♞.")))
    test("a letter that the own fonts lack", "DejaVu" in said("k.pdf", tool="pdffonts"), said("k.pdf", tool="pdffonts"))
    made("k.pdf", lines(block("P", "Ratsu on hevonen.")))
    test("the others are the own fonts'", "DejaVu" not in said("k.pdf", tool="pdffonts"), said("k.pdf", tool="pdffonts"))


def passages():
    made("p.pdf", lines(block("P", "Suomea."), block("P", "På svenska.", lang="sv"), block("F"), "F\tNamn\tarvo\tsv", block("P", "Taas.")))
    plain = run("qpdf", "--qdf", "--object-streams=disable", "p.pdf", "-").stdout
    at = [m[1] for m in re.finditer(rb"/Lang \((\w\w)\)", plain)]
    test("passages have their language", sorted(at) == [b"fi", b"sv", b"sv"], at)
    tags = re.findall(rb"(?s)<<[^<>]*?/Lang \(sv\)[^<>]*?/S /(\w+)", plain)
    test("and it is theirs", sorted(tags) == [b"Lbl", b"P"], tags)
    made("two.pdf", lines(block("P", "Suomea.")).replace(b".\n", b"D\tsv\tP\xc3\xa5 svenska\n.\n"))
    test("each document begins a page", "Pages:           2" in said("two.pdf"))
    test("and counts its own", "1 (1)" in said("two.pdf", "-f", "2", tool="pdftotext"))


def hostile():
    bad = {
        "no end": b"D\tfi\tx\n", "nothing": b"", "no document": b".\n", "a block before it": block("P", "x").encode() + b"\n.\n",
        "no UTF-8": lines(block("P", "x")).replace(b"x", b"\xff"), "a control": lines(block("P", "\x1b[2J")),
        "a kind there is not": lines(block("Z")), "too deep": lines(block("P").replace("\t0\t0", "\t9\t0", 1)),
        "a language that is markup": lines(lang='fi"/><x'), "a row of another table": lines(block("T"), "C\t0\ta", "T\t1\t2"),
        "a row of no table": lines(block("P"), "T\t1"), "an item of no list": lines(block("P"), "I\tx"),
        "too many columns": lines(block("T"), *["C\t0\ta"] * 41), "said twice": lines("K\thead\ta", "K\thead\tb"),
        "a day beyond all": lines().replace(b"M\t", b"M\t99999999999"), "a line there is not": lines("Q\tx"),
    }
    for verb in ("write-pdf", "write-odt"):
        case(f"{verb} refuses what is none of Klash's lines", [f"{name}: {done.returncode}, {len(done.stdout)}" for name, given in bad.items()
             for done in [made("x", given, verb)] if done.returncode != INPUT or done.stdout != b""])
    nasty = "<b>&amp; ]]> (x) \\\\ %s ' BT ET EMC /Artifact"
    made("n.pdf", lines(block("P", nasty), title=nasty))
    test("a text is text in a PDF", run("qpdf", "--check", "n.pdf").returncode == 0 and "BT ET EMC /Artifact" in of_pdf("n.pdf"))
    made("n.odt", lines(block("P", nasty), title=nasty), "write-odt")
    parts = [xml.fromstring(zipfile.ZipFile("n.odt").read(p)) for p in ("content.xml", "styles.xml", "meta.xml")]
    test("and in an ODT", "BT ET EMC /Artifact" in "".join(parts[0].itertext()))


# --- Where none can be made

def beside(helper):
    """A copy of klash with that program beside it."""
    os.makedirs("copy/bin", exist_ok=True)
    os.makedirs("copy/libexec/klash", exist_ok=True)
    shutil.copy(KLASH, "copy/bin/klash")
    path = "copy/libexec/klash/klash-documents"
    if os.path.exists(path):
        os.unlink(path)
    if helper is not None:
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\n{helper}\n")
        os.chmod(path, 0o755)
    return os.path.abspath("copy/bin/klash")


def refused(name, program, sentence, path="none.pdf"):
    before = set(glob.glob("*") + glob.glob("small/*"))
    done = klash("--lang", "fi", "document", "make", "decision", "D-6", "--format", "pdf", "-o", path, program=program)
    left = set(glob.glob("*") + glob.glob("small/*")) - before
    test(name, done.returncode == 1 and sentence in done.stderr.decode() and not left, (done, left))


def refusals():
    refused("no helper", beside(None), "missing beside Klash")
    refused("a helper that is killed", beside("head -c 100 >/dev/null; printf half; kill -9 $$"), "nothing was written")
    refused("one that ends before it has read", beside("exit 1"), "nothing was written")
    with open("no-fonts", "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0"?><fontconfig><dir>/nowhere</dir></fontconfig>')
    refused("no fonts", beside(f"FONTCONFIG_FILE={os.path.abspath('no-fonts')} exec {DOCUMENTS} \"$@\""), "fonts-liberation")
    test("which is what the helper says", run(DOCUMENTS, "write-pdf", input=lines(), env={
        **os.environ, "FONTCONFIG_FILE": os.path.abspath("no-fonts")}).returncode == FONT)
    with open("there.pdf", "w", encoding="utf-8") as file:
        file.write("kept")
    refused("a file that is there stays", KLASH, "on jo", "there.pdf")
    test("as it was", open("there.pdf", encoding="utf-8").read() == "kept")
    os.mkdir("small")
    if os.getuid() == 0 and run("mount", "-t", "tmpfs", "-o", "size=8k,mode=700", "tmpfs", "small").returncode == 0:
        refused("a disk that is full", KLASH, "Levy on täynnä", "small/x.pdf")
        run("umount", "small")
    else:
        print("# no small disk could be mounted: a full one was not tried")


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        demo()
        long_tables()
        long_texts()
        together()
        other_letters()
        passages()
        hostile()
        refusals()
    return end()


if __name__ == "__main__":
    sys.exit(main())
