# SPDX-License-Identifier: MIT
"""The front door against a real sshd: who gets in, to where, and until when."""
import csv
import fcntl
import io
import os
import re
import sqlite3
import subprocess

from server import ROOT, SSHD, Place, Tap, Terminal, gives_terminals, rows_of, run, wait_for

tap = Tap()
TERMINALS = gives_terminals()
NO_TERMINALS = "sshd without root has no terminals to give here"


def make_accounts(place):
    for login, name, role in (("olli", "Olli Esimerkki", "office"), ("jaana", "Jaana Malli", "juror")):
        status, out, err = place.office("account", "add", login, "--name", name, "--role", role, "--lang", "en")
        tap.ok(status == 0, f"an account: {role}", err)
    place.key("olli")
    place.key("jaana", "-t", "ecdsa", "-b", "384")
    with open(place.path("keys/olli.pub"), "rb") as key:
        status, out, err = place.office("key", "add", "olli", "-", stdin=key.read())
    tap.ok(status == 0 and place.fingerprint("olli") in out, "a key from standard input", err)
    puttygen = subprocess.run(["/usr/bin/ssh-keygen", "-e", "-m", "RFC4716", "-f", place.path("keys/jaana.pub")],
                              capture_output=True, check=True).stdout
    with open(place.path("keys/jaana.4716"), "wb") as out:
        out.write(puttygen.replace(b"\n", b"\r\n"))
    status, out, err = place.office("key", "add", "jaana", place.path("keys/jaana.4716"))
    tap.ok(status == 0 and place.fingerprint("jaana") in out, "one from a file of RFC 4716, as Windows has it", err)
    place.renew_keys()
    found = {row["login"]: row["fingerprint"] for row in rows_of(place.office("key", "list", "--format", "json")[1])}
    tap.ok(found == {"olli": place.fingerprint("olli"), "jaana": place.fingerprint("jaana")},
           "the fingerprints are those ssh-keygen computes", found)


def check_authorized_keys(place):
    with open(place.path("keys/olli.pub"), encoding="utf-8") as key:
        kind, base64 = key.read().split()[:2]
    print_of = place.fingerprint("olli")
    line = f'restrict,pty,command="exec {place.klash} --db {place.db} --key {print_of}" {kind} {base64}\n'
    owner = place.user if ROOT else None
    if owner is not None:
        status, out, err = place.office("authorized-keys", owner, print_of)
        tap.ok((status, out, err) == (0, line, ""), "the line sshd is told, to the letter", out + err)
        status, out, err = place.office("authorized-keys", owner)
        tap.ok(len(out.splitlines()) == 2, "without a fingerprint, every live key", out)
        status, out, err = place.office("authorized-keys", owner, "SHA256:" + "A" * 43)
        tap.ok((status, out, err) == (0, "", ""), "a key nobody has: nothing, and no fault", out + err)
    for user in ("root", "nobody", "no-such-user"):
        status, out, err = place.office("authorized-keys", user, print_of)
        tap.ok((status, out, err) == (0, "", ""), f"for {user}, who does not own the file: nothing", out + err)
    while_locked(place)


def while_locked(place):
    """Somebody else writes, and takes long."""
    other = sqlite3.connect(place.db, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open(place.db + "-lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            status, out, err = run([place.klash, "--db", place.db, "authorized-keys",
                                    place.user if ROOT else "nobody"])
        except subprocess.TimeoutExpired:
            status, out, err = -1, "", "waited for the lock"
    other.execute("ROLLBACK")
    other.close()
    tap.ok(status == 0 and (not ROOT or len(out.splitlines()) == 2), "asked for keys, it waits for no writer", err)


def office_screens(place):
    if not TERMINALS:
        tap.skip("an office's key lands on the desk", NO_TERMINALS)
        return
    argv = ["/usr/bin/ssh", *place.options("olli"), "-tt", place.address()]
    client = Terminal(argv, 30, 100)
    tap.ok(client.until("Testikilpailu") and client.until("Desk"), "an office's key lands on the desk", client.text)
    tap.ok(client.until("(?<!─)─{100}[^─]"), "as wide as the client's terminal", client.text)
    found = place.sessions(place.fingerprint("olli"))
    tap.ok(len(found) == 1, "in one process of Klash", found)
    if found:
        with open(f"/proc/{found[0]}/environ", "rb") as environ:
            names = dict(part.split(b"=", 1) for part in environ.read().split(b"\0") if part)
        tap.ok(names.get(b"TERM") == b"xterm-256color", "TERM arrives", names)
        with open(f"/proc/{found[0]}/stat", encoding="utf-8") as line:
            parent = line.read().rsplit(")", 1)[1].split()[1]
        with open(f"/proc/{parent}/comm", encoding="utf-8") as line:
            name = line.read().strip()
        tap.ok(name.startswith("sshd"), "no shell stays in between", name)
    client.forget()
    client.resize(24, 72)
    tap.ok(client.until("(?<!─)─{72}[^─]"), "a resize arrives", client.text)
    client.forget()
    client.send("\x1a")
    client.send("u")
    tap.ok(client.until(re.escape(place.fingerprint("olli")[:40])), "Ctrl-Z is a key; u says by which key one is in",
           client.text)
    client.send("q")
    tap.ok(client.wait() == 0, "q leaves, and the connection ends", client.status)
    client.kill()
    for term in ("putty", "screen", "vt100"):
        client = Terminal(argv, 24, 80, term)
        tap.ok(client.until("Testikilpailu"), f"under TERM={term} too", client.text)
        client.send("q")
        client.wait()
        client.kill()
    lost_line(place, argv)


def lost_line(place, argv):
    client = Terminal(argv)
    client.until("Desk")
    client.kill()
    tap.ok(wait_for(lambda: not place.sessions(place.fingerprint("olli"))), "the client killed: the session ends",
           place.sessions(place.fingerprint("olli")))


def office_commands(place):
    sent = "Keksitty ongelma; ei $(komentoa) | eikä `toista`"
    status, out, err = place.ssh("olli", "status", "--format", "json")
    tap.ok(status == 0 and rows_of(out)["competition"]["name"]["fi"] == "Testikilpailu", "a command of ours runs", err)
    table = f'kunta;otsikko;kuvaus\r\nAkaa;"{sent}";Kuvaus\r\n'.encode()
    status, out, err = place.ssh("olli", "problem import -", stdin=table)
    tap.ok(status == 0 and "1 added" in out, "a file by standard input", out + err)
    status, out, err = place.ssh("olli", "problem list --format csv")
    rows = list(csv.reader(io.StringIO(out.lstrip("\ufeff")), delimiter=";"))
    tap.ok(status == 0 and len(rows) == 2 and sent in rows[1], "a list by standard output", out + err)
    status, out, err = place.ssh("olli", r'''problem "list" --for\mat 'json' ''')
    tap.ok(status == 0 and rows_of(out)[0]["title"] == sent, "quotes and backslashes as in a shell", out + err)
    status, out, err = place.ssh("olli", "note add P-001 --text 'it\"s; $HOME `id` \\ | > /tmp/x'")
    status, out, err = place.ssh("olli", "note list --format json")
    tap.ok(status == 0 and rows_of(out)[0]["text"] == 'it"s; $HOME `id` \\ | > /tmp/x',
           "nothing in quotes is expanded", out + err)
    status, out, err = place.ssh("olli", "problem list --role x")
    tap.ok(status == 2, "wrong options are wrong usage", err)
    status, out, err = place.ssh("olli", "--lang sv status")
    tap.ok(status == 0, "--lang may stand before the command", err)
    status, out, err = place.ssh("olli", "problem", "show", "P-999")
    tap.ok(status == 1 and err.startswith("klash: P-999"), "faults come as always: status 1 and a line", err)
    via = sqlite3.connect(place.db).execute("SELECT via FROM log ORDER BY seq DESC LIMIT 1").fetchone()[0]
    tap.ok(via == place.fingerprint("olli"), "the log has the key's fingerprint", via)


def jurors(place):
    if TERMINALS:
        client = Terminal(["/usr/bin/ssh", *place.options("jaana"), "-tt", place.address()])
        tap.ok(client.until("Testikilpailu") and client.until("Jaana Malli"),
               "a juror's key lands on the jury's screens", client.text)
        client.kill()
    answers = {place.ssh("jaana", command)[1:] for command in ("status", "sh", "problem list", "--help", "x" * 3000)}
    tap.ok(len(answers) == 1 and "refused" in str(answers), "a juror's commands are refused, in the same words",
           answers)
    status, out, err = place.ssh("jaana", "status")
    tap.ok(status == 1 and out == "", "with status 1 and no output", (status, out))


def revoked(place):
    place.key("spare")
    status, out, err = place.office("key", "add", "olli", place.path("keys/spare.pub"))
    place.renew_keys()
    tap.ok(place.ssh("spare", "status")[0] == 0, "a second key of the same account", err)
    client = Terminal(["/usr/bin/ssh", *place.options("spare"), "-tt", place.address()]) if TERMINALS else None
    if client:
        client.until("Desk")
    tap.ok(place.office("key", "revoke", place.fingerprint("spare"))[0] == 0, "it is revoked")
    if ROOT:
        status, out, err = place.ssh("spare", "status")
        tap.ok(status == 255 and "Permission denied" in err, "a revoked key does not get in, at once", (status, err))
    else:
        tap.skip("a revoked key does not get in, at once", "not root")
        status, out, err = place.ssh("spare", "status")
        tap.ok(status == 1 and "no account" in err, "a revoked key that sshd still knows gets nowhere", err)
        place.renew_keys()
        tap.ok(place.ssh("spare", "status")[0] == 255, "and not even in, once sshd is told")
    if client:
        tap.ok(client.wait() not in (None, 0) and "rights" in client.text, "who is in by it is shown out, and told why",
               client.text[-600:])
        client.kill()
    with open(place.path("keys/spare.pub"), "rb") as key:
        status, out, err = place.office("key", "add", "jaana", "-", stdin=key.read())
    tap.ok(status == 1 and "never comes back" in err, "a revoked key never comes back", err)
    tap.ok(place.office("account", "disable", "olli")[0] == 0, "the account is disabled")
    place.renew_keys()
    tap.ok(place.ssh("olli", "status")[0] == 255, "its keys do not get in")
    place.office("account", "enable", "olli")
    place.renew_keys()
    tap.ok(place.ssh("olli", "status")[0] == 0, "enabled, they do")


def revoked_juror(place):
    """The same on the jury's screens, behind their fence."""
    if not TERMINALS:
        return
    place.key("tablet")
    place.office("key", "add", "jaana", place.path("keys/tablet.pub"))
    place.renew_keys()
    client = Terminal(["/usr/bin/ssh", *place.options("tablet"), "-tt", place.address()])
    landed = client.until("Jaana Malli")
    place.office("key", "revoke", place.fingerprint("tablet"))
    tap.ok(landed and client.wait() not in (None, 0) and "rights" in client.text,
           "a juror whose key is revoked is shown out, and told why", client.text[-600:])
    client.kill()


def main():
    if not os.access(SSHD, os.X_OK):
        tap.skip("the front door against a real sshd", "openssh-server is not installed")
        tap.finish()
    place = Place()
    try:
        place.open_door()
        make_accounts(place)
        check_authorized_keys(place)
        office_screens(place)
        office_commands(place)
        jurors(place)
        revoked(place)
        revoked_juror(place)
        status, out, err = place.office("verify")
        tap.ok(status == 0, "the file verifies", err)
    finally:
        place.remove()
    tap.finish()


if __name__ == "__main__":
    main()
