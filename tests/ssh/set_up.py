# SPDX-License-Identifier: MIT
"""Setting the front door up by `klash ssh-setup`, and its own proof that the door holds."""
import os
import pwd
import stat
import subprocess

from server import ROOT, SSHD, Place, Tap, rows_of, run, wait_for

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


def leftovers():
    return {name for name in os.listdir("/tmp") if name.startswith("klash-proof-")}


def prove(place):
    before = leftovers()
    status, out, err = place.setup("--prove")
    tap.ok(status == 0 and out.count("refused") == 11, "ssh-setup --prove: set up as it should be, the door holds",
           out + err)
    listed = {row["login"]: row["state"] for row in rows_of(place.office("account", "list", "--format", "json")[1])}
    keys = [row for row in rows_of(place.office("key", "list", "--format", "json")[1]) if row["login"] == "ssh-proof"]
    tap.ok(listed.get("ssh-proof") == "disabled" and keys and all(row["revoked"] for row in keys),
           "its account and key are put away", (listed, keys))
    tap.ok(wait_for(lambda: not leftovers() - before), "and nothing is left in /tmp", leftovers())


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
        status, out, err = place.office("verify")
        tap.ok(status == 0, "the file verifies", err)
    finally:
        place.remove()
    tap.finish()


if __name__ == "__main__":
    main()
