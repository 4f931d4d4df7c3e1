#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Paired worlds for the office and the auditor: files that differ in one secret of a blind round only, and the same
commands and keys in each. Which team is behind which code tells nobody anything; the jury's side says nothing of teams,
the sender's side nothing of what was judged. Usage: sides.py KLASH TABLES_TOOL.

Two walls stand in front of most secrets: with one of them taken out the walk still sees nothing, with both it does.
Tried: the title left in sides_cover_submission, and SEEN_BY_JURY always true in gate_may_see (commands_tell_nothing);
the same title, and no gate_cell in the screens' list_fill (screens_tell_nothing); ACT_READ for jurors, and no fence around
their connection (a_juror_is_told_nothing_of_the_office). One wall alone: the name left in sides_cover_attachment, the
submission left in sides_cover_item, nothing in sides_hidden_ids (commands_tell_nothing); SEEN_BY_CUSTODIAN always true
(changes_tell_nothing)."""
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from terminal import Terminal  # noqa: E402

KLASH, TABLES = sys.argv[1:3]
DIRECTORY = tempfile.mkdtemp(prefix="klash-sides-")
ROLES = {"toimi": "office", "tarkka": "auditor"}
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", HOME=DIRECTORY, XDG_DATA_HOME=DIRECTORY)


# The log's last hash is another in every file: a paper that ends with it is compared without.
HEAD = re.compile(r"(Head of the log \(SHA-256\)\S*\s*)[0-9a-f]{64}|(Head of the log \(SHA-256\)</dt><dd>)[0-9a-f]{64}")


def words_of(made):
    """A file by what stands in it: a workbook says besides when it was made, and a paper's bytes are packed."""
    if made.startswith(b"%PDF"):
        made = subprocess.run(["pdftotext", "-", "-"], input=made, capture_output=True, check=True).stdout
    elif made.startswith(b"PK") and b"opendocument.text" in made[:100]:
        with zipfile.ZipFile(io.BytesIO(made)) as paper:
            made = paper.read("content.xml")
    elif made.startswith(b"PK"):
        made = subprocess.run([os.environ["KLASH_DOCUMENTS"], "read-xlsx"], input=made, capture_output=True, check=True).stdout
    return HEAD.sub("", made.decode())


def run(path, *words, login=None):
    """Status, standard output, standard error."""
    who = ["--as", login] if login else []
    done = subprocess.run([KLASH, "--db", path, "--lang", "en", *who, *words], capture_output=True, env=ENVIRONMENT,
                          stdin=subprocess.DEVNULL, check=False)
    made = words_of(done.stdout)
    if words[:1] == ("publication",):
        # When a page was made is when the test did it: in one file, then in the other.
        made = re.sub(r"T\d\d:\d\d:\d\d", "", made)
    return done.returncode, made, done.stderr.decode()


def do(path, *words):
    status, _, wrong = run(path, *words)
    assert status == 0, "%s: %s" % (" ".join(words), wrong)


def changed(path, name, change):
    """A copy in which `change` has been done past Klash."""
    copy = os.path.join(DIRECTORY, name)
    shutil.copyfile(path, copy)
    os.chmod(copy, 0o600)
    with sqlite3.connect(copy) as connection:
        change(connection)
        connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
        connection.execute("INSERT INTO search (rowid, head, body) SELECT ref * 32 + kind, head, body FROM search_source")
    connection.close()
    return copy


SEALED = ("SELECT r.id, s.id FROM sealed_round r JOIN submission s ON s.kind = r.kind AND s.challenge_id = r.challenge_id "
          "ORDER BY r.id, s.id")


def swap(connection):
    """Every text of a sealed round, with its code, scores and files, is another team's."""
    rounds = {}
    for round_id, submission in connection.execute(SEALED).fetchall():
        rounds.setdefault(round_id, []).append(submission)
    for round_id, ids in rounds.items():
        to = dict(zip(ids, ids[1:] + ids[:1]))
        rows = {i: connection.execute("SELECT title, title_key, body, lang FROM submission WHERE id = ?", (i,)).fetchone()
                for i in ids}
        for i in ids:
            connection.execute("UPDATE submission SET title = ?, title_key = ?, body = ?, lang = ? WHERE id = ?",
                               (*rows[i], to[i]))
        files = {i: connection.execute("SELECT id FROM attachment WHERE submission_id = ? ORDER BY number", (i,)).fetchall()
                 for i in ids}
        named = {i: [connection.execute("SELECT name, media, size, sha256 FROM attachment WHERE id = ?", f).fetchone()
                     for f in files[i]] for i in ids}
        for i in ids:
            for row, (target,) in zip(named[i], files[to[i]]):
                connection.execute("UPDATE attachment SET name = ?, media = ?, size = ?, sha256 = ? WHERE id = ?",
                                   (*row, target))
        for table, where in (("round_item", "round_id = %d" % round_id),
                             ("conflict", "found_in = 'review' AND panel_member_id IN (SELECT id FROM panel_member "
                                          "WHERE round_id = %d)" % round_id)):
            connection.execute("UPDATE %s SET submission_id = submission_id + 100000 WHERE %s" % (table, where))
            for i in ids:
                connection.execute("UPDATE %s SET submission_id = ? WHERE submission_id = ? AND %s" % (table, where),
                                   (to[i], i + 100000))


def rename(connection):
    connection.execute("UPDATE team SET name = name || ' Uusi'")


def rescore(connection):
    connection.execute("UPDATE score SET value = 10000 - value WHERE review_id IN (SELECT v.id FROM review v JOIN assignment "
                       "x ON x.id = v.assignment_id JOIN round_item i ON i.id = x.round_item_id JOIN sealed_round r "
                       "ON r.id = i.round_id)")
    connection.execute("UPDATE review SET notes = notes || ' muuta', feedback = feedback || ' muuta'")


def reach_otherwise(connection):
    connection.execute("UPDATE submission SET contact_name = contact_name || ' Toinen', contact_email = 'toinen@muu.example', "
                       "contact_phone = '040 999'")
    connection.execute("UPDATE person SET email = 'toinen' || id || '@muu.example', phone = '040 ' || id")


class Worlds:
    def __init__(self, point):
        self.base = os.path.join(DIRECTORY, point + ".db")
        do(self.base, "demo", "--at", point)
        for login, role in ROLES.items():
            do(self.base, "account", "add", login, "--name", login.title() + " Testi", "--role", role, "--lang", "fi")
        with sqlite3.connect(self.base) as connection:
            self.codes = [c for (c,) in connection.execute(
                "SELECT i.code FROM round_item i JOIN sealed_round r ON r.id = i.round_id ORDER BY i.id")]
            self.sent = [c for (c,) in connection.execute(
                "SELECT s.code FROM submission s WHERE s.kind = 'solution' ORDER BY s.id")]
            self.title = connection.execute("SELECT title FROM submission WHERE kind = 'solution' AND challenge_id = "
                                            "(SELECT id FROM challenge WHERE code = 'C-2') ORDER BY id").fetchone()[0]
        connection.close()
        # Files, and conflicts by name and by code, of which nothing may cross.
        for n, code in enumerate(self.sent):
            # Its name, type, size and digest each say whose it is.
            self.attach(code, "liite%d" % n, ("%PDF-" if n % 2 else "") + "Sisältö\n" * (n + 1))
        do(self.base, "conflict", "add", "solutions-C-2", "maija", self.sent[3] + "=4", "--source", "Puhelin")
        # Who holds the codes knows the last one.
        do(self.base, "conflict", "add", "solutions-C-3", "niilo", self.codes[-1] + "=5", "--source", "Puhelin")
        self.with_files = [*self.sent[:2], "A-004", "T-4", "M-1", "conflict:1", "D-1", "C-2"]
        for code in self.with_files[2:]:
            self.attach(code, "muu", "Muu liite: %s\n" % code)
        do(self.base, "attachment", "remove", self.sent[1], "1", "--reason", "Väärä")
        self.swapped = changed(self.base, point + "-swapped.db", swap)
        self.renamed = changed(self.base, point + "-renamed.db", rename)
        self.rescored = changed(self.base, point + "-rescored.db", rescore)
        self.elsewhere = changed(self.base, point + "-elsewhere.db", reach_otherwise)

    def attach(self, code, name, text):
        path = os.path.join(DIRECTORY, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        do(self.base, "attachment", "add", code, path)


ROUNDS = ["solutions-C-1", "solutions-C-2", "solutions-C-3"]


def jury_side(w):
    """What goes by code."""
    for key in ROUNDS:
        for form in ("json", "csv", "table"):
            yield "rank", key, "--format", form
            yield "review", "list", key, "--format", form
        for method in ("median", "trimmed", "borda"):
            yield "rank", key, "--method", method, "--format", "json"
        yield "round", "progress", key, "--format", "json"
        yield "round", "show", key, "--format", "json"
        yield "review", "export", key
        yield "blind", "check", key
        yield "blind", "carry", key
        yield "feedback", "list", key
        yield "feedback", "list", key, "--format", "json"
    yield "round", "list", "--format", "json"
    yield "meeting", "list", "--format", "json"
    for form in ("json", "table"):
        yield "meeting", "show", ROUNDS[1], "--format", form
    yield "statement", "list", "--format", "json"
    for code in ("J-1", "J-2"):
        yield "statement", "show", code, "--format", "json"
        yield "statement", "signatures", code
        yield "statement", "frozen", code
    for key in ROUNDS:
        yield "names", "show", key
    for code in (w.codes[0], w.codes[4], w.sent[0], w.sent[4], "S-999", "K-000"):
        for key in ROUNDS:
            yield "review", "show", key, code, "maija", "--format", "json"
            yield "feedback", "show", key, code, "--format", "json"


def sender_side(w):
    """What goes by team."""
    for form in ("json", "csv", "table"):
        yield "solution", "list", "--format", form
        yield "team", "list", "--format", form
        yield "letter", "list", "--columns", "code,kind,of,to,channel,language,state,subject", "--format", form
    for words in (w.title.split()[0], "Rapida", "S-003", "K-", "Kyydit"):
        yield "solution", "list", "--words", words, "--format", "json"
    for lang in ("fi", "sv", "en"):
        yield "solution", "list", "--lang", lang, "--format", "json"
    for state in ("received", "selected", "withdrawn"):
        yield "solution", "list", "--state", state, "--format", "json"
    for code in [*w.sent, w.codes[0], "K-000", "S-999"]:
        yield "solution", "show", code, "--format", "json"
        yield "solution", "show", code
        yield "attachment", "list", code, "--format", "json"
        yield "attachment", "save", code, "1", "-o", "-"
        yield "log", "list", "--of", code, "--format", "json"
        yield "note", "list", code
        yield "eligibility", "show", code, "--format", "json"
        yield "completion", "list", code, "--format", "json"
        yield "completion", "show", code + "/1", "--format", "json"
    for team in range(1, 10):
        yield "team", "show", "T-%d" % team, "--format", "json"
    for key in ROUNDS:
        yield "conflict", "hints", key, "--format", "json"
        yield "declaration", "list", key, "--format", "json"


def both_sides(_):
    """Lists that have rows of either side, of one in each row; and all the rest."""
    yield "conflict", "list", "--format", "json"
    for key in ROUNDS:
        yield "conflict", "list", key
        yield "fitness", "list", key
    yield "log", "list", "--format", "json"
    yield ("status",)
    yield "status", "--format", "json"
    yield "status", "--sheet"
    yield "import", "list"
    yield "confirm", "list", "--all", "--format", "json"
    for challenge in ("C-1", "C-2", "C-3"):
        yield "challenge", "show", challenge, "--format", "json"
    for noun in ("phase", "milestone", "range", "figure", "problem", "challenge", "application", "session", "mentor", "question",
                 "decision", "complaint", "budget", "negotiation", "contract", "payment", "adoption", "note",
                 "regime", "notice", "threshold",
                 "completion", "municipality", "organization", "person", "partner", "publication", "account", "key", "disclosure",
                 "document"):
        yield noun, "list", "--format", "json"
    yield "eligibility", "question", "list", "--format", "json"
    yield "request", "list", "--format", "json"
    yield "dialogue", "list", "--format", "json"
    yield "question", "published", "--format", "json"
    for n in range(1, 8):
        yield "session", "show", "M-%d" % n, "--format", "json"
    yield "mentor", "list", "--format", "json"


def writes(_):
    """What leaves an entry in the log each time, so it comes last."""
    for key in ROUNDS:
        yield "review", "sheet", key, "tapio"
    for stage in ("call", "problems", "questions", "finalists", "results"):
        yield "publish", "--stage", stage


def compare(one, other, commands, login):
    different = []
    for words in commands:
        for attempt in range(2):
            # A minute may pass between the two.
            if run(one, *words, login=login) == run(other, *words, login=login):
                break
        else:
            different.append("%s\n%s\n%s" % (" ".join(words), run(one, *words, login=login), run(other, *words, login=login)))
    assert not different, "%s: %d commands tell: %s" % (login, len(different), "\n".join(different)[:6000])


def every_list_is_walked(w):
    known = {tuple(c[:2]) for side in (jury_side, sender_side, both_sides) for c in side(w)}
    known |= {(c[0],) for c in known}
    missing = []
    nouns = re.findall(r"^  ([a-z-]+) ", run(w.base, "--help")[1], re.M)
    for noun in nouns:
        verbs = re.findall(r"^klash %s ([a-z-]+)" % noun, run(w.base, noun, "--help")[1], re.M)
        missing += ["%s %s" % (noun, v) for v in verbs if v in ("list", "hints", "progress") and (noun, v) not in known]
    assert not missing, "not walked: %s" % missing


def there_is():
    """Kinds, writers and forms of documents, as the tables of the program have them."""
    there = {}
    for line in subprocess.run([TABLES], capture_output=True, check=True, text=True).stdout.splitlines():
        there.setdefault(line.split()[0], []).append(line.split()[1])
    return there


# A letter's list says whom it goes to, in JSON unasked; these forms are nothing but addresses. Each is written down.
TELL_UNASKED = ("letter",)
ALL_ADDRESSES = ("addresses", "address-list")


def rows_of_list(path, words):
    status, out, _ = run(path, *words, "--format", "json")
    return json.loads(out) if status == 0 else []


def operands_of(w, noun, verb):
    """What the verb may be asked about, as its help names it; None: the noun has no such verb."""
    use = re.search(r"^klash %s %s(.*)$" % (noun, verb), run(w.base, noun, "--help")[1], re.M)
    if use is None:
        return None
    asked = re.sub(r"\[.*", "", use.group(1)).split()
    if not asked:
        return [()]
    if verb == "list":
        return [(x,) for x in (ROUNDS if asked == ["KEY"] else w.with_files)]
    plainly = ["--columns", "code"] if noun in TELL_UNASKED else []
    keys = [row.get("code") or row.get("key") for row in rows_of_list(w.base, [noun, "list", *plainly])]
    return [(k,) for k in [*keys[:2], *keys[-2:]] if k is not None]


def all_columns(path, words):
    said = re.search(r"columns are ([^)]*)\)", run(path, *words, "--columns", "?")[2])
    return [] if said is None else said.group(1).replace(" ", "").split(",")


def of_contacts(path, words):
    """The columns of it that are contacts."""
    return [name for row in rows_of_list(path, [*words, "--columns", "contact_*"])[:1] for name in row]


def listed(w, there, verb):
    """Words, all columns, those of them that are no contacts: who may not have those has these."""
    probe = alone(w.base, "probe.db")
    for noun in there["kind"]:
        for operands in operands_of(w, noun, verb) or []:
            words = [noun, verb, *operands]
            columns = all_columns(probe, words)
            contacts = of_contacts(probe, words) if verb == "list" and columns else []
            yield words, columns, [c for c in columns if c not in contacts]


def columns_of(names):
    return ["--columns", ",".join(names)] if names else []


def walked(w, there):
    """Every kind in every form, with all columns that there are: contacts too. Of several records of a kind one in every
    form, the others in JSON: a form has the cells that all forms have."""
    shown = set()
    for verb in ("list", "show"):
        for words, columns, plain in listed(w, there, verb):
            forms = ["json"] if (words[0], verb) in shown else there["writer"]
            shown.add((words[0], verb))
            for writer in forms:
                yield [*words, *columns_of(columns), "--format", writer]
                if verb == "show":
                    yield [*words, "--format", writer]
                elif plain != columns:
                    yield [*words, *columns_of(plain), "--format", writer]
    for form in there["document"]:
        for key in ROUNDS:
            for paper in ("sheet", "ranking", "minutes", "feedback"):
                yield ["document", "make", paper, key, "--format", form]
        yield ["document", "make", "invitation", "maija", "--format", form]
        yield ["document", "make", "situation", "competition", "--format", form]
        if form in ("text", "html"):  # where its last hash can be taken out
            yield ["document", "make", "closing-report", "competition", "--format", form]
        yield ["document", "make", "day-sheet", "M-2", "--format", form]


def logged(w):
    """What the newest entries of each act changed, and all that are about files."""
    seen = {}
    for entry in rows_of_list(w.base, ["log", "list"]):
        seen.setdefault(entry["what"], []).append(entry["seq"])
    for act, entries in seen.items():
        for seq in entries if act.startswith("attachment.") else entries[:2]:
            yield ["log", "show", str(seq), "--format", "json"]


def alone(path, name):
    """A copy, for what is written down of who takes contacts."""
    copy = os.path.join(DIRECTORY, name)
    shutil.copyfile(path, copy)
    os.chmod(copy, 0o600)
    return copy


def every_kind_in_every_form(w):
    there = there_is()
    # When contacts left is another second in each: that list comes before any do.
    commands = sorted(walked(w, there), key=lambda words: words[0] != "disclosure")
    for login in (None, *ROLES, "maija"):
        one, other = alone(w.base, "one.db"), alone(w.swapped, "other.db")
        compare(one, other, commands, login)
    assert {words[0] for words in commands if words[1] == "list"} >= {"solution", "team", "round", "review", "person"}
    # It does look where the two differ: who holds the codes sees it, in every form.
    for writer in [w for w in there["writer"] if w not in ALL_ADDRESSES]:
        seen = [words for words in commands if words[-1] == writer and words[0] == "solution"]
        assert any(run(one, *words, login="vaula") != run(other, *words, login="vaula") for words in seen), writer


def changes_tell_nothing(w):
    """The log has files, texts and states of a sealed solution: what it tells of each is the sender's side alone."""
    commands = list(logged(w))
    for login in ROLES:
        compare(w.base, w.swapped, commands, login)
    about_files = [words for words in commands if run(w.base, *words, login="vaula") != run(w.swapped, *words, login="vaula")]
    assert about_files, "who holds the codes sees nothing either"


def contacts_are_told_where_they_are_asked_for(w):
    """A list has none unless it is told so, and a juror never: who reads the lists asks, and that is written down."""
    there = there_is()
    asked = [[*words, *columns_of(columns), "--format", writer] for words, columns, plain in listed(w, there, "list")
             if columns != plain for writer in there["writer"]]
    assert {words[0] for words in asked} >= {"person", "problem", "solution", "account"}, asked
    unasked = [[words[0], words[1], *words[4:]] for words in asked
               if words[2] == "--columns" and words[0] not in TELL_UNASKED and words[-1] not in ALL_ADDRESSES]
    # A juror may ask for none: that is said before anybody looks at the form.
    refused = [words for words in [*asked, *unasked] if words[-1] == "json"]
    for login, commands in (*[(role, unasked) for role in ROLES], ("maija", refused)):
        compare(w.base, w.elsewhere, commands, login)
    one, other = alone(w.base, "one.db"), alone(w.elsewhere, "other.db")
    for words in asked:
        if words[0] in ("person", "problem", "solution") and words[-1] not in ALL_ADDRESSES:
            assert run(one, *words, login="toimi") != run(other, *words, login="toimi"), words


def a_juror_is_told_nothing_of_the_office(w):
    """No list and no record of the office's: not by code, and not who sent anything, how it was reached or scored."""
    strange = changed(w.base, "strange.db", lambda c: (rename(c), rescore(c), reach_otherwise(c)))
    # In which form is asked before anybody's right to it: one of them.
    walk = [words for words in walked(w, there_is()) if words[-1] == "json"]
    commands = [*walk, *jury_side(w), *sender_side(w), *both_sides(w)]
    compare(w.base, strange, commands, "maija")
    tells = [words for words in commands if words[0] in ("team", "review") and run(w.base, *words) != run(strange, *words)]
    assert {words[0] for words in tells} == {"team", "review"}, "the two worlds look alike to the administrator too"


def commands_tell_nothing(w):
    for login in ROLES:
        compare(w.base, w.swapped, [*jury_side(w), *sender_side(w), *both_sides(w)], login)
    for login in ROLES:
        compare(w.base, w.swapped, writes(w), login)


def the_jury_s_side_knows_no_team(w):
    for login in ROLES:
        compare(w.base, w.renamed, jury_side(w), login)


def the_sender_s_side_knows_no_score(w):
    for login in ROLES:
        compare(w.base, w.rescored, sender_side(w), login)


def the_other_side_s_code_is_not_found(w):
    """In the same words as one that there is not, and nothing is done."""
    sheet = os.path.join(DIRECTORY, "sheet.csv")
    reason = ["--source", "Lomake"]
    for login in ROLES:
        for here, nowhere, words in [
                (w.sent[0], "S-999", ["review", "show", ROUNDS[0], "@", "maija"]),
                (w.sent[0], "S-999", ["review", "take-back", ROUNDS[0], "@", "maija"]),
                (w.sent[0], "S-999", ["feedback", "show", ROUNDS[0], "@"]),
                (w.sent[0], "S-999", ["feedback", "set", ROUNDS[0], "@", "--lang", "fi", "--text", "Teksti"]),
                (w.sent[0], "S-999", ["feedback", "clear", ROUNDS[0], "@"]),
                (w.sent[0], "S-999", ["statement", "item", "J-1", "@", "--outcome", "selected"]),
                (w.sent[0], "S-999", ["blind", "mask", ROUNDS[0], "@", "--title", "x"]),
                (w.codes[0], "K-000", ["solution", "show", "@"]),
                (w.codes[0], "K-000", ["solution", "withdraw", "@"]),
                (w.codes[0], "K-000", ["attachment", "list", "@"]),
                (w.codes[0], "K-000", ["note", "add", "@", "--text", "x"]),
                (w.codes[0], "K-000", ["eligibility", "set", "@", "1", "yes"]),
                (w.codes[0], "K-000", ["completion", "add", "@", "--missing", "x", "--ground", "x", "--due", "2030-01-01"]),
                (w.codes[0], "K-000", ["declaration", "add", ROUNDS[0], "maija", "--conflict", "@=4", *reason])]:
            answers = [run(w.base, *[x.replace("@", code) for x in words], login=login) for code in (here, nowhere)]
            assert answers[0][0] != 0, "%s %s" % (words, answers[0])
            assert answers[0][2].replace(here, "@") == answers[1][2].replace(nowhere, "@"), (login, words, answers)
        answers = []
        for code in (w.sent[0], "S-999"):
            with open(sheet, "w", encoding="utf-8") as file:
                file.write("juror;submission;impact;innovativeness;scalability\nmaija;%s;5;5;5\n" % code)
            answers.append(run(w.base, "review", "import", sheet, "--round", ROUNDS[0], "--declared", "Lomake", login=login))
        assert answers[0] == answers[1] and answers[0][0] != 0, answers


WALK = {
    "solutions": "4<Down><Enter><PgDn><PgDn><Esc><Down><Down><Enter><Esc>s<Enter>s<Enter>/%(word)s<Enter><Esc>",
    "masking": "4b<Enter><Down><Enter><PgDn><Esc><Down><Down>s<Esc>",
    "round": "4a<Down><Enter><Enter><Down><Enter><Esc><Esc>o<Down><Down><Enter><Esc><Esc>w<Esc>",
    "ranking": "4a<Down><Enter>r<Enter><PgDn><Esc><Down><Down>/%(word)s<Esc><Esc>",
    "results": "5<Enter><Down><Enter><Esc><Esc>",
    "meeting": "5<Down>M<Down><Enter><PgDn><Esc><Down>Bp<Esc><Esc>",
    "search": "\x06%(word)s<Enter><Esc>\x06S-003<Enter><Esc>\x06K-<Enter><Esc>",
    "log": "L<Down><Enter><Esc><PgDn><PgDn><Esc>",
    "teams": "2<Down><Enter><PgDn><PgDn><Esc>/rapi<Enter><Esc>",
    "mentoring": "3<Enter><PgDn><Esc>",
    "desk": "<Down><Down>t<PgDn><Esc>",
}


def walk(path, login, keys, rows, columns):
    t = Terminal([KLASH, "--db", path, "--lang", "fi", "--as", login], rows=rows, columns=columns,
                 env={"KLASH_CATALOGS": os.environ.get("KLASH_CATALOGS", ""), "HOME": DIRECTORY,
                      "XDG_DATA_HOME": DIRECTORY})
    pictures = []
    t.wait("Klash")
    t.settle(0.1)
    for key in re.findall(r"<[A-Za-z-]+>|.", keys, re.S):
        t.send(key)
        t.settle(0.05)
        pictures.append((key, t.screen.text()))
    t.kill()
    t.ended()
    return pictures


def same_walk(w, login, name, size):
    keys = WALK[name] % {"word": w.title.split()[0].lower()}
    for attempt in range(3):
        one, other = walk(w.base, login, keys, *size), walk(w.swapped, login, keys, *size)
        if one == other:
            return one
    for (key, a), (_, b) in zip(one, other):
        assert a == b, "%s, %s, after %s:\n%s\n--- and ---\n%s" % (login, name, key, a, b)
    return one


def screens_tell_nothing(w):
    seen = {}
    wide = ("solutions", "masking", "ranking", "meeting")
    walks = [("toimi", name, (24, 80)) for name in WALK] + [("tarkka", name, (50, 160)) for name in wide]
    for login, name, size in [walked for walked in walks if walked[0] in ROLES]:
        seen[name] = seen.get(name, "") + "".join(text for _, text in same_walk(w, login, name, size))
    # The walks do go where they are meant to.
    assert w.codes[0] in seen["masking"] + seen["ranking"] + seen["round"]
    assert any(code in seen["meeting"] for code in w.codes), seen["meeting"][-3000:]
    assert "S-003" in seen["solutions"]
    assert "Vaula Vartio" in seen["masking"] and "Vaula Vartio" in seen["ranking"], seen["ranking"][-3000:]


def rows_of(text):
    """Lines; of JSON the objects that hold no other."""
    if text[:1] not in ("[", "{"):
        return text.splitlines()
    return re.findall(r"\{[^{}]*\}", text)


def rows_never_have_both(w):
    """Not a secret of a pair, but plain: no row of any output has a code of either side."""
    for login in ROLES:
        for words in [*jury_side(w), *sender_side(w), *both_sides(w)]:
            given = [x for x in words if x in w.sent or x in w.codes]
            _, out, wrong = run(w.base, *words, login=login)
            for line in rows_of(out) + wrong.splitlines():
                has = [c for c in w.sent if c in line and c not in given], [c for c in w.codes if c in line and c not in given]
                assert not (has[0] and has[1]), "%s: %s" % (" ".join(words), line)


def main():
    made = {}
    checks = [
        # First, while both worlds have the same number of entries in the log: who holds codes leaves one each time.
        ("results", every_list_is_walked), ("results", commands_tell_nothing), ("judging", commands_tell_nothing),
        ("results", every_kind_in_every_form), ("results", changes_tell_nothing),
        ("results", contacts_are_told_where_they_are_asked_for), ("results", a_juror_is_told_nothing_of_the_office),
        ("results", the_jury_s_side_knows_no_team), ("results", the_sender_s_side_knows_no_score),
        ("results", the_other_side_s_code_is_not_found), ("results", rows_never_have_both),
        ("results", screens_tell_nothing),
    ]
    failed = 0
    wanted = os.environ.get("ONLY")
    checks = [c for c in checks if not wanted or c[1].__name__ == wanted]
    print("1..%d" % len(checks), flush=True)
    for n, (point, check) in enumerate(checks, 1):
        try:
            if point not in made:
                made[point] = Worlds(point)
            check(made[point])
            print("ok %d - %s (%s)" % (n, check.__name__, point), flush=True)
        except Exception:  # noqa: BLE001
            failed += 1
            print("".join("# %s\n" % line for line in traceback.format_exc().splitlines()), end="")
            print("not ok %d - %s (%s)" % (n, check.__name__, point), flush=True)
    shutil.rmtree(DIRECTORY, ignore_errors=True)
    return 1 if failed else 0


sys.exit(main())
