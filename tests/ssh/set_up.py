# SPDX-License-Identifier: MIT
"""Setting the front door up by `klash ssh-setup`, and its own proof that the door holds."""
import os
import pwd
import signal
import socket
import stat
import subprocess

from server import ROOT, SSHD, Place, Tap, penalizes, run, wait_for

tap = Tap()


def look(path):
    status = os.lstat(path)
    return pwd.getpwuid(status.st_uid).pw_name, stat.S_IMODE(status.st_mode)


def set_up_as_root(place):
    status, out, _ = place.setup()
    tap.ok(status == 0 and "Match User " + place.user in out, "the plan shows the whole drop-in", out)
    missing = not os.path.exists(place.data) and not os.listdir(place.path("ssh/sshd_config.d"))
    tap.ok(missing and subprocess.run(["id", place.user], capture_output=True).returncode != 0,
           "and changes nothing")
    os.chmod(place.path("bin"), 0o777)
    status, out, _ = place.setup("--apply")
    tap.ok(status == 1 and place.path("bin") in out and not os.path.exists(place.data),
           "a program in a directory that others may write is refused, and nothing done", out)
    os.chmod(place.path("bin"), 0o755)
    status, out, err = place.setup("--apply")
    tap.ok(status == 0 and look(place.data) == (place.user, 0o2770), "the directory is made, shared", out + err)
    entry = pwd.getpwnam(place.user)
    tap.ok(entry.pw_shell == "/bin/sh" and entry.pw_dir == "/", "the user is made, at home nowhere", entry)
    status, out, err = place.office("init", "--name-fi", "Testikilpailu")
    tap.ok(status == 0, "the competition is made in it", err)
    status, out, _ = place.setup("--apply")
    tap.ok(status == 0 and look(place.db) == (place.user, 0o660), "and given to the user, mode 660", out)
    before = os.stat(place.path(f"ssh/sshd_config.d/{place.user}.conf")).st_mtime_ns
    status, out, _ = place.setup("--apply")
    after = os.stat(place.path(f"ssh/sshd_config.d/{place.user}.conf")).st_mtime_ns
    tap.ok(status == 0 and "to do" not in out and before == after, "a second time nothing is left to do", out)
    keeps_what_was_set(place)
    penalties(place)
    shut_out_by_lists(place)
    refuse_bad_settings(place)


def refuse_bad_settings(place):
    """What the office must hear of before somebody logs in."""
    drop_in = place.path(f"ssh/sshd_config.d/{place.user}.conf")
    with open(drop_in, encoding="utf-8") as text:
        good = text.read()
    place.write("ssh/sshd_config.d/a.conf", f"Match User {place.user}\n\tAcceptEnv LD_PRELOAD\n")
    status, out, _ = place.setup()
    tap.ok(status == 1 and "LD_PRELOAD" in out, "a setting that lets an environment in is found", out)
    place.write("ssh/sshd_config.d/a.conf", f"Match User {place.user}\n\tPasswordAuthentication yes\n")
    status, out, _ = place.setup()
    tap.ok(status == 1 and "PasswordAuthentication" in out, "one that lets passwords in as well", out)
    os.unlink(place.path("ssh/sshd_config.d/a.conf"))
    place.write_config("NoSuchSetting yes\n")
    os.unlink(drop_in)
    status, out, _ = place.setup("--apply")
    tap.ok(status == 1 and "NoSuchSetting" in out and not os.path.exists(drop_in),
           "settings that sshd refuses are not installed", out)
    place.write_config()
    status, out, _ = place.setup("--apply")
    with open(drop_in, encoding="utf-8") as text:
        tap.ok(status == 0 and text.read() == good, "the drop-in is made anew, the same", out)
    other = place.path("other")
    os.mkdir(other)
    open(other + "/precious", "w").close()
    status, out, _ = run([place.klash, "--db", other + "/k.db", "ssh-setup", "--user", place.user, "--config",
                          place.path("ssh"), "--apply"])
    tap.ok(status == 1 and look(other) == ("root", 0o755), "a directory that holds other things is left alone", out)


def text_of(path):
    with open(path, encoding="utf-8") as text:
        return text.read()


def drop_in(place):
    return place.path(f"ssh/sshd_config.d/{place.user}.conf")


def plain(place, *options, klash=None):
    """ssh-setup as one types it, without a port."""
    return run([klash or place.klash, "--db", place.db, "ssh-setup", "--user", place.user, "--config",
                place.path("ssh"), *options])


def keeps_what_was_set(place):
    """The second port and the meeting's addresses stay when one looks again, and go when one says so."""
    plain(place, "--apply", "--port", "2443")
    status, out, err = plain(place)
    tap.ok(status == 0 and "to do" not in out, "without --port the second port stays", out + err)
    plain(place, "--apply")
    tap.ok("Port 2443\n" in text_of(drop_in(place)), "and is written again")
    plain(place, "--apply", "--port", "22")
    tap.ok("\nPort" not in text_of(drop_in(place)), "22 takes it away")
    for wrong in ("192.0.2.7 ", "192.0.2.1/24", "*", "0.0.0.0/0", "192.0.2.7,", "fe80::1/8", "a.example", "",
                  "1.2.3.4\nPermitRootLogin yes"):
        status, out, err = plain(place, "--apply", "--meeting", wrong)
        tap.ok(status == 1 and "--meeting takes addresses" in err, f"no meeting's address: {wrong!r}", out + err)
    good = "192.0.2.7,198.51.100.0/24,2001:db8:1::/56"
    status, out, err = plain(place, "--apply", "--meeting", good)
    if penalizes():
        tap.ok(status == 0 and f"PerSourcePenaltyExemptList {good}\n" in text_of(drop_in(place)),
               "a meeting's addresses are let off", out + err)
        plain(place, "--apply")
        tap.ok(good in text_of(drop_in(place)), "and stay so")
    else:
        tap.ok(status == 0 and "shuts no address out" in out and "PerSource" not in text_of(drop_in(place)),
               "this sshd shuts no address out: nothing is set, and that is said", out + err)
    plain(place, "--apply", "--meeting", "none")
    tap.ok("ExemptList" not in text_of(drop_in(place)), "none takes them away")
    place.setup("--apply")


def penalties(place):
    """Shutting out for a second only is for machines where nobody logs in by password."""
    if not penalizes():
        tap.skip("PerSourcePenalties", "this sshd has none")
        return
    mild = "\nPerSourcePenalties authfail:1s grace-exceeded:1s\n"
    for name, more, wanted in (
            ("keys only", "KbdInteractiveAuthentication no\n", True),
            ("keyboard-interactive", "KbdInteractiveAuthentication yes\n", False),
            ("a user with a password", "KbdInteractiveAuthentication no\nMatch User pekka\n\tPasswordAuthentication yes\n",
             False),
            ("a user without", "KbdInteractiveAuthentication no\nMatch User pekka\n\tPasswordAuthentication no\n", True),
            ("another file", "KbdInteractiveAuthentication no\nInclude /etc/ssh/more.conf\n", False)):
        place.write_config(more)
        status, out, err = plain(place, "--apply")
        told = "all accounts of the machine" in out if wanted else "half a minute" in out
        tap.ok(status == 0 and (mild in text_of(drop_in(place))) == wanted and told, f"penalties: {name}", out + err)
        status, out, err = plain(place)
        tap.ok(status == 0 and "to do" not in out, f"penalties: {name}, and so it stays", out + err)
    place.write_config()
    plain(place, "--apply")


def shut_out_by_lists(place):
    """A server that says who may log in at all."""
    for line, word in (("AllowUsers pekka aino", f"AllowUsers pekka aino {place.user}"), ("AllowGroups admins", place.user),
                       (f"DenyUsers {place.user}", "keeps out"), ("DenyUsers klash*", "keeps out"),
                       (f"DenyGroups x {place.user}", "keeps out")):
        place.write_config(line + "\n")
        status, out, err = plain(place)
        tap.ok(status == 1 and line.split()[0] in out and word in out and "nobody gets to Klash" in out,
               f"{line.split()[0]} is noticed", out + err)
    for line in (f"AllowUsers pekka {place.user}", "AllowUsers klasht*", f"AllowGroups admins {place.user}", "DenyUsers pekka",
                 "DenyGroups admins"):
        place.write_config(line + "\n")
        status, out, err = plain(place)
        tap.ok(status == 0 and "nobody gets to Klash" not in out, f"{line}: it may", out + err)
    place.write_config()


def says_reload_once(place):
    asks = "must read the settings again"
    status, out, err = place.setup()
    tap.ok(status == 0 and asks not in out, "a running sshd that has read them is left in peace", out + err)
    os.utime(drop_in(place))
    status, out, err = place.setup()
    tap.ok(status == 0 and asks in out, "one that has not is told", out + err)
    before = os.stat(place.path("out/sshd.pid")).st_mtime_ns
    place.sshd.send_signal(signal.SIGHUP)
    tap.ok(wait_for(lambda: os.path.exists(place.path("out/sshd.pid")) and
                    os.stat(place.path("out/sshd.pid")).st_mtime_ns != before) and wait_for(place.answers),
           "sshd reads them again")
    status, out, err = place.setup()
    tap.ok(status == 0 and asks not in out, "and it is no longer asked for", out + err)


def leftovers(place):
    return ({name for name in os.listdir("/tmp") if name.startswith("klash-proof-")},
            {name for name in os.listdir(place.data) if "proof" in name})


def prove(place):
    before = leftovers(place), place.must("verify"), place.must("account", "list"), place.must("key", "list")
    status, out, err = place.setup("--prove")
    tap.ok(status == 0 and out.count("refused") == 11, "ssh-setup --prove: set up as it should be, the door holds",
           out + err)
    member = ["/usr/bin/setpriv", "--reuid=65534", f"--regid={pwd.getpwnam(place.user).pw_gid}", "--clear-groups",
              place.klash, "--db", place.db, "ssh-setup", "--user", place.user, "--config", place.path("ssh"), "--port",
              str(place.port), "--prove"]
    status, out, err = run(member, env={"HOME": "/nonexistent"})
    tap.ok(status == 0 and out.count("refused") == 11, "by a member of the group without an account as well", out + err)
    status, out, err = run([word for word in member if not word.startswith("--regid")] + [], env={"HOME": "/nonexistent"})
    tap.ok(status == 1 and "Traceback" not in err and "NOT" not in out, "who may not write there is told so", out + err)
    after = leftovers(place), place.must("verify"), place.must("account", "list"), place.must("key", "list")
    tap.ok(before == after, "and neither account, key, log line nor file is left of it", (before, after))


def cut_off(place):
    """sshd that closes the connection before it begins, as it does to an address it is angry with."""
    place.stop()
    place.write_config("MaxStartups 1:100:1\n")
    os.rename(drop_in(place), place.path("kept"))
    place.start()
    held = []

    def holds():
        held.append(socket.create_connection(("127.0.0.1", place.port)))
        try:
            return held[-1].recv(100).startswith(b"SSH-")
        except ConnectionError:
            return False
    wait_for(holds)
    status, out, err = place.setup("--prove")
    for connection in held:
        connection.close()
    tap.ok(status == 1 and "not tried" in out and "try again in a minute" in out and "NOT" not in out and
           ("Connection" in out or "kex_exchange" in out), "sshd that does not listen proves nothing", out + err)
    os.rename(place.path("kept"), drop_in(place))
    place.write_config()
    place.restart()
    if penalizes():
        for _ in range(8):
            place.ssh("stranger")
        status, out, err = place.setup("--prove")
        tap.ok(status == 1 and "try again in a minute" in out and "NOT" not in out,
               "nor does one that shuts the address out", out + err)
        place.restart()


def lax_doors(place):
    """The proof can fail: two doors that let in too much, as a careless hand would make them."""
    drop_in = place.path(f"ssh/sshd_config.d/{place.user}.conf")
    with open(drop_in, encoding="utf-8") as text:
        good = text.read()
    ask = f"{place.klash} --db {place.db} authorized-keys"
    place.write("bin/lax", f"#!/bin/sh\n{ask} \"$@\" | sed 's/^restrict,pty,//'\n", 0o755)
    place.write("bin/open", f"#!/bin/sh\n{ask} \"$@\" | sed 's/^.*\" //'\n", 0o755)
    for name, wanted in (("lax", 5), ("open", None)):
        place.write(f"ssh/sshd_config.d/{place.user}.conf",
                    f"MaxStartups 100\nMatch User {place.user}\n"
                    f"\tAuthorizedKeysCommand {place.path('bin/' + name)} %u %f\n"
                    f"\tAuthorizedKeysCommandUser {place.user}\n")
        place.restart()
        status, out, err = run([place.klash, "--db", place.db, "ssh-setup", "--user", place.user, "--config",
                                place.path("ssh"), "--port", str(place.port), "--prove"])
        if wanted is None:
            tap.ok(status == 1 and "NOT OPEN" in out and "does NOT hold" in out,
                   "a door without Klash behind it is found out", out + err)
        else:
            tap.ok(status == 1 and out.count("NOT REFUSED") == wanted, "a door that forwards is found out", out + err)
    place.write(f"ssh/sshd_config.d/{place.user}.conf", good)
    place.restart()


def main():
    if not ROOT or not os.access(SSHD, os.X_OK):
        tap.skip("ssh-setup, and its proof", "not root, or openssh-server is not installed")
        tap.finish()
    place = Place()
    try:
        place.write_config()
        set_up_as_root(place)
        if not tap.ok(place.start(), "sshd starts", place.sshd_said()):
            tap.finish()
        lax_doors(place)
        prove(place)
        place.key("stranger")
        cut_off(place)
        says_reload_once(place)
        status, out, err = place.office("verify")
        tap.ok(status == 0, "the file verifies", err)
    finally:
        place.remove()
    tap.finish()


if __name__ == "__main__":
    main()
