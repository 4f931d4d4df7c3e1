#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Letters through real programs that take mail, to a server of our own on the loopback: one letter a recipient, whole,
as it was made. Nothing leaves the machine. $KLASH is the program; $CARRIERS names the others by their whole paths,
"/usr/sbin/sendmail:/usr/bin/msmtp", each set up to give mail to 127.0.0.1, port $SINK_PORT (2525), as msmtp is by what
is written here. Without $CARRIERS nothing is tried."""
import email
import email.policy
import os
import socketserver
import sys
import threading
import time

sys.path[:0] = [os.path.dirname(os.path.dirname(os.path.abspath(__file__))), os.path.dirname(os.path.abspath(__file__))]
from office import Office  # noqa: E402
from tap import end, test  # noqa: E402

PORT = int(os.environ.get("SINK_PORT", "2525"))
STRICT = email.policy.default.clone(raise_on_defect=True)
TEXT = "Hyvä vastaanottaja,\n\n.\n..alku\nFrom tästä eteenpäin\n" + "pitkä sana " * 40 + "\n\nYstävällisin terveisin"
taken = []


class Sink(socketserver.StreamRequestHandler):
    """As much of SMTP as it takes (RFC 5321)."""

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def data(self):
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines)

    def handle(self):
        sender, receivers = "", []
        self.say("220 sink.example")
        while line := self.rfile.readline().decode("ascii", "replace").strip():
            verb = line.upper()
            if verb.startswith("MAIL"):
                sender, receivers = line.split("<")[1].split(">")[0], []
            elif verb.startswith("RCPT"):
                receivers.append(line.split("<")[1].split(">")[0])
            elif verb == "DATA":
                taken.append((sender, receivers, self.data()))
            elif verb == "QUIT":
                self.say("221 bye")
                return
            self.say("250 sink.example")


def has_come(n):
    """Within a minute: what takes mail may queue it first."""
    patience = time.monotonic() + 60
    while sum(len(receivers) for _, receivers, _ in taken) < n and time.monotonic() < patience:
        time.sleep(0.2)
    time.sleep(1)  # for what comes too often


def words_of(message):
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n")


def try_carrier(carrier):
    name = os.path.basename(os.path.realpath(carrier))
    office = Office()
    office.write(".msmtprc", f"account default\nhost 127.0.0.1\nport {PORT}\nfrom nobody@kilpailu.example\n")
    os.chmod(office.path(".msmtprc"), 0o600)
    office.begin()
    office.must("person", "edit", "1", "--email", "paakayttaja@kilpailu.example")
    office.must("letter", "sender", "set", "--address", "toimisto@kilpailu.example", "--name-fi", "Kilpailutoimisto",
                "--program", carrier)
    office.must("letter", "sender", "try")
    has_come(1)
    test(f"{name}: a trial arrives", [receivers for _, receivers, _ in taken] == [["paakayttaja@kilpailu.example"]], taken)
    taken.clear()
    words = [word for n in range(1, 11) for word in ("--of", f"P-{n:03}")]
    office.must("letter", "make", "--kind", "free", *words, "--subject-fi", "Päätös: ei valittu", "--text-fi", TEXT,
                "--language", "fi")
    codes = list(office.states())
    office.must("letter", "edit", "L-001", "--copy", "jaljennos@kunta.example")
    office.clear(codes)
    office.must("letter", "send")
    has_come(11)
    rows = office.read("letter", "list", "--columns", "code,address,message_id")
    wanted = sorted([row["address"] for row in rows] + ["jaljennos@kunta.example"])
    test(f"{name}: everybody has it once", sorted(one for _, receivers, _ in taken for one in receivers) == wanted,
         [receivers for _, receivers, _ in taken])
    test(f"{name}: from the office", {sender for sender, _, _ in taken} == {"toimisto@kilpailu.example"})
    letters = [(receivers, email.message_from_bytes(raw, policy=STRICT)) for _, receivers, raw in taken]
    ids = {f"<{row['message_id']}>": row["address"] for row in rows}
    test(f"{name}: with our own Message-ID and Date", all(
        ids[one["Message-ID"]] == one["To"].addresses[0].addr_spec and len(one.get_all("Date")) == 1
        and len(one.get_all("Message-ID")) == 1 for _, one in letters))
    test(f"{name}: nobody sees who else has one", all(
        one["Bcc"] is None and len(one["To"].addresses) == 1 and set(receivers) <=
        {address.addr_spec for field in ("To", "Cc") if one[field] for address in one[field].addresses}
        for receivers, one in letters))
    test(f"{name}: whole, with lone dots and long lines", all(
        one["Subject"] == "Päätös: ei valittu" and "\n.\n" in words_of(one) and "\n..alku" in words_of(one)
        and "\nFrom tästä" in words_of(one) and words_of(one).count("pitkä sana") == 40 for _, one in letters),
        words_of(letters[0][1]) if letters else None)
    test(f"{name}: every line as short as it was made", all(len(line) <= 78 for _, _, raw in taken
                                                          for line in raw.split(b"\r\n\r\n", 1)[1].split(b"\r\n")))
    taken.clear()
    office.end()


if "CARRIERS" not in os.environ:
    print("1..0 # SKIP no $CARRIERS")
    sys.exit(0)
socketserver.ThreadingTCPServer.allow_reuse_address = True
with socketserver.ThreadingTCPServer(("127.0.0.1", PORT), Sink) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for path in os.environ["CARRIERS"].split(":"):
        try_carrier(path)
sys.exit(end())
