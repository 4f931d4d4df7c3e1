#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Letters on their way out: what the program that takes them is given, which letter is then in which state, and what
must not happen. $KLASH is the program."""
import email
import email.policy
import glob
import os
import re
import sys

sys.path[:0] = [os.path.dirname(os.path.dirname(os.path.abspath(__file__))), os.path.dirname(os.path.abspath(__file__))]
from office import Office  # noqa: E402
from tap import end, test  # noqa: E402

STRICT = email.policy.default.clone(raise_on_defect=True)


def letters_of(raw):
    return email.message_from_bytes(raw, policy=STRICT)


def refuses(name, words, said):
    test(name, said is not None and words in said, said)


# Of the eight that are refused: one is not taken, of one nobody knows, one is written in Swedish, one has a domain with
# letters that are not ASCII.
ADDRESSES = ["kirjaamo.1@kunta.example", "kirjaamo.2@kunta.example", "kirjaamo.3@järvelä.example",
             "refused.4@kunta.example", "lost.5@kunta.example", "kirjaamo.6@kunta.example", "kirjaamo.7@kunta.example",
             "kirjaamo.8@kunta.example", "kirjaamo.9@kunta.example", "kirjaamo.10@kunta.example"]
office = Office(ADDRESSES)
office.begin()
office.decide()
codes = office.refusals()

# --- Before anything may be sent
refuses("no sender, no letter", "who letters come from", office.refusal("letter", "send"))
refuses("nor a file", "who letters come from", office.refusal("letter", "send", "--eml", office.folder))
refuses("an address that mail does not reach is no sender's", "before the @",
        office.refusal("letter", "sender", "set", "--address", "töimisto@kilpailu.example", "--program",
                       office.path("sendmail")))
refuses("a program that is not there", "is not there",
        office.refusal("letter", "sender", "set", "--address", "a@kilpailu.example", "--program", "/nowhere"))
if not os.path.exists("/usr/sbin/sendmail"):
    office.must("letter", "sender", "set", "--address", "a@kilpailu.example")
    refuses("without any program letters still have a sender, but none is sent", "is not there",
            office.refusal("letter", "send"))
os.chmod(office.path("sendmail"), 0o777)
refuses("a program that anybody can change", "changed by others",
        office.refusal("letter", "sender", "set", "--address", "a@kilpailu.example", "--program",
                       office.path("sendmail")))
os.chmod(office.path("sendmail"), 0o755)
office.must("letter", "sender", "set", "--address", "toimisto@kilpailu.example", "--program", office.path("sendmail"))
refuses("nor before it was tried", "not been tried", office.refusal("letter", "send"))
refuses("who tries has an address", "has no e-mail address", office.refusal("letter", "sender", "try"))
office.must("person", "edit", "1", "--email", "refused.admin@kilpailu.example")
refuses("a trial that is not taken tells what was said", "no such user", office.refusal("letter", "sender", "try"))
refuses("and counts for nothing", "not been tried", office.refusal("letter", "send"))
test("no letter left", office.taken() == [] and set(office.states().values()) == {"cleared"}, office.states())
office.try_sending()
test("it can send", office.read("letter", "sender", "show")["ready"] is True)

# --- All that are cleared
status, out, err = office.run("letter", "send")
taken = office.taken()
letters = [letters_of(one["letter"].encode()) for one in taken]
states = office.states()
test("six are sent, one is refused, of one nobody knows", status == 1 and "6 letters sent" in out
     and "1 letter was refused" in err and "of 1 letter nobody knows" in err, (status, out, err))
test("the list says so", [states[code] for code in codes] == ["sent", "failed", "unknown"] + ["sent"] * 5, states)
test("recipients are arguments, and nothing in the letter decides",
     [one["argv"][1:] for one in taken] == [["-i", "-f", "toimisto@kilpailu.example", "--", address] for address in
                                            ["kirjaamo.3@xn--jrvel-grae.example"] + ADDRESSES[5:]],
     [one["argv"] for one in taken])
test("To is the one who gets it", [one["To"].addresses[0].addr_spec for one in letters]
     == [one["argv"][-1] for one in taken] and not any(one["Bcc"] for one in letters))
test("lines end in LF and are short", all("\r" not in one["letter"] and max(map(len, one["letter"].split("\n"))) <= 76
                                          for one in taken))
test("every letter has a Message-ID of its own at the sender's domain",
     len({one["Message-ID"] for one in letters}) == 6
     and all(re.fullmatch(r"<[0-9a-f]{24}@kilpailu\.example>", one["Message-ID"]) for one in letters))
test("Ctrl-C on the terminal does not reach the program", all(one["group"] != os.getpgrp() for one in taken))
finnish, swedish = letters[0], letters[2]
test("each is in its language, and so is its sender",
     (finnish["Content-Language"], finnish["From"].addresses[0].display_name) == ("fi", "Kilpailutoimisto")
     and (swedish["Content-Language"], swedish["From"].addresses[0].display_name) == ("sv", "Tävlingskansliet"),
     (finnish["From"], swedish["From"]))
test("text and HTML say the same", all("P-007" in swedish.get_body((kind,)).get_content() for kind in ("plain", "html")))
served = office.served()
test("what was sent has served the decision, nothing else has",
     sorted(served) == ["P-003", "P-006", "P-007", "P-008", "P-009", "P-010"]
     and {row["channel"] for row in served.values()} == {"email"}, served)
shown = office.must("letter", "list", "--columns", "code,fault", "--state", "failed")
test("what the program said is kept, without its colours", "no such user" in shown and "\x1b" not in shown, shown)

# --- Nothing twice
refuses("all of them are sent", "No letter by e-mail is cleared", office.refusal("letter", "send"))
refuses("one that was sent is not sent again", "has been sent", office.refusal("letter", "send", "L-001", "--again"))
refuses("nor one that was refused, but by a person", "--again", office.refusal("letter", "send", "L-002"))
refuses("nor one of which nobody knows", "Nobody knows", office.refusal("letter", "send", "L-003"))
refuses("again names what it sends", "must be filled in", office.refusal("letter", "send", "--again"))
test("the program was not started for any of these", len(office.taken()) == 6)
refuses("a letter that was sent is not written as a file", "second time",
        office.refusal("letter", "send", "L-001", "--eml", office.folder))

# --- What the office knows
office.must("letter", "edit", "L-002", "--address", "kirjaamo.4@kunta.example")
refuses("a corrected one has to be cleared again", "has not been cleared", office.refusal("letter", "send", "L-002"))
office.clear(["L-002"])
office.must("letter", "send", "L-002")
test("then it goes to the corrected address", office.taken()[-1]["argv"][-1] == "kirjaamo.4@kunta.example")
lost = office.read("letter", "list", "--state", "unknown", "--columns", "code,message_id")[0]["message_id"]
status, out, err = office.run("letter", "send", "L-003", "--again")
test("one that may have gone keeps its Message-ID", office.read("letter", "list", "--state", "unknown", "--columns",
                                                              "code,message_id")[0]["message_id"] == lost, err)
office.must("letter", "sent", "L-003", "--day", "2018-11-22", "--channel", "hand")
test("one that went by another way serves by it, that day",
     (office.served()["P-005"]["channel"], office.served()["P-005"]["sent"]) == ("hand", "2018-11-22"))
refuses("no letter goes tomorrow", "ay of sending", office.refusal("letter", "sent", "L-003", "--day", "2999-01-01"))
refuses("one that was sent does not go again", "has been sent", office.refusal("letter", "sent", "L-003"))
refuses("what comes back has a reason", "must be filled in", office.refusal("letter", "bounce", "L-001"))
status, out, err = office.run("letter", "bounce", "L-001", "--text", "550 no such user")
test("a letter that came back did not serve", status == 0 and "P-003" not in office.served()
     and "counts as not served" in err and office.states()["L-001"] == "failed", err)
status, out, err = office.run("letter", "sent", "L-001", "--channel", "letter")
test("on paper it serves after all", status == 0 and office.served()["P-003"]["channel"] == "letter", err)
office.must("decision", "serve", "D-1", "P-006", "--channel", "hand")
status, out, err = office.run("letter", "bounce", "L-004", "--text", "550")
test("one that was served otherwise stays served", "that stands" in err and "P-006" in office.served(), err)

# --- Files
office.must("letter", "make", "--kind", "free", "--of", "P-001", "--of", "P-002", "--subject-fi", "Hyvää päivää",
            "--text-fi", "Tervetuloa!", "--subject-sv", "God dag", "--text-sv", "Välkommen!")
office.clear(["L-009", "L-010"])
os.mkdir(office.path("out"))
refuses("a folder that is not there", "Directory: nothing found", office.refusal("letter", "send", "--eml", office.path("nowhere")))
office.must("letter", "send", "--eml", office.path("out"))
files = sorted(glob.glob(office.path("out/*")))
test("a file a letter, called by code and recipient", [os.path.basename(one) for one in files]
     == ["L-009-Oulu.eml", "L-010-Vasa.eml"], files)
with open(files[0], "rb") as file:
    raw = file.read()
message = letters_of(raw)
test("a mail reader's lines end in CR LF", raw.count(b"\n") == raw.count(b"\r\n") > 10 and raw.endswith(b"\r\n"))
test("nobody else can read it", os.stat(files[0]).st_mode & 0o777 == 0o600)
test("and Python's strict policy reads it", (message["Subject"], message["To"].addresses[0].addr_spec)
     == ("Hyvää päivää", ADDRESSES[0]) and "Tervetuloa!" in message.get_body(("plain",)).get_content(), raw)
test("a written letter has served nothing and was not sent", "P-001" not in office.served()
     and office.states()["L-009"] == "written" and len(office.taken()) == 7)
refuses("none is written over", "L-009-Oulu.eml", office.refusal("letter", "send", "L-009", "--eml", office.path("out")))
refuses("one that was written is not sent besides", "written as a file", office.refusal("letter", "send", "L-009"))
office.must("letter", "sent", "L-009", "L-010", "--channel", "email")
test("when they went, the office says so", office.states()["L-010"] == "sent")

# --- On paper
office.must("letter", "make", "--kind", "free", "--of", "P-003", "--of", "P-004", "--subject-fi", "Paperilla",
            "--text-fi", "Kirje", "--language", "fi")
for code in ("L-011", "L-012"):
    office.must("letter", "edit", code, "--channel", "letter", "--address", "Torikatu 1\n90100 OULU")
office.clear(["L-011", "L-012"])
refuses("paper is not mailed", "does not go by e-mail", office.refusal("letter", "send", "L-011"))
status, out, err = office.run("letter", "send", "--print", office.path("paper.txt"))
with open(office.path("paper.txt"), encoding="utf-8") as file:
    pages = file.read()
test("one file for the printer, each under its address", status == 0 and pages.count("90100 OULU") == 2
     and pages.count("Paperilla") == 2 and office.states()["L-012"] == "written", (err, pages))
refuses("which is not replaced", "already", office.refusal("letter", "send", "L-011", "--print",
                                                         office.path("paper.txt")))

# --- Another file
office.must("backup", office.path("copy.db"))
office.environment["KLASH_DB"] = office.path("copy.db")
office.must("letter", "make", "--kind", "free", "--of", "P-001", "--subject-fi", "A", "--text-fi", "A")
office.clear(["L-013"])
refuses("a copy sends nothing before it was tried there", "is a copy", office.refusal("letter", "send"))
office.must("letter", "sender", "try")
office.must("letter", "send")
test("then it does", office.states()["L-013"] == "sent")
office.environment["KLASH_DB"] = office.path("demo.db")
office.must("demo", "--at", "call")
office.must("letter", "sender", "set", "--address", "toimisto@kilpailu.example", "--program", office.path("sendmail"))
refuses("a demo sends nothing", "demo", office.refusal("letter", "sender", "try"))
refuses("whatever is cleared", "demo", office.refusal("letter", "sender", "try"))
test("a demo says why", "demo" in office.read("letter", "sender", "show")["reason"])
office.end()
sys.exit(end())
