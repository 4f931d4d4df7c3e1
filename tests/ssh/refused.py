# SPDX-License-Identifier: MIT
"""What a key must not open: files, shells, other accounts, tunnels, copies, a second session."""
import os
import socket
import struct
import subprocess
from concurrent.futures import ThreadPoolExecutor

from server import ROOT, SSHD, Place, Tap, Terminal, free_port, gives_terminals, rows_of, run, wait_for

tap = Tap()
TERMINALS = gives_terminals()
AT_ONCE = 4


def refuse_escapes(place):
    """None of these may reach a file of the server, a shell, another identity or another competition."""
    marks = [f"/tmp/klash-mark-{os.getpid()}", place.data + "/mark"]
    escapes = (
            ("another file", f"--db {place.db} status"),
            ("another key", "--key " + place.fingerprint("jaana") + " status"),
            ("another account", "--as root status"),
            ("a shell", "sh"),
            ("a path to one", "/bin/sh -c id"),
            ("a second command", f"status; touch {marks[0]}"),
            ("a pipe", f"status | tee {marks[0]}"),
            ("a redirection", f"status > {marks[0]}"),
            ("an expansion", f"status $(touch {marks[0]})"),
            ("a line end", f"status\ntouch {marks[0]}"),
            ("-o", f"problem list -o {marks[1]}"),
            ("-o to the terminal's name", "problem list -o /dev/stdout"),
            ("--output=", f"problem list --output={marks[1]}"),
            ("a report", f"problem import - --report {marks[1]}"),
            ("an import", "problem import /etc/passwd"),
            ("reviews", "review import /etc/passwd --round x"),
            ("JSON", "problem add --json /etc/passwd"),
            ("a key's file", "key add olli /etc/passwd"),
            ("a backup", f"backup {marks[1]}"),
            ("a restore", f"restore {place.db}"),
            ("init", "init"),
            ("demo", "demo"),
            ("the set-up", "ssh-setup --apply"),
            ("the keys", "authorized-keys " + place.user),
            ("an unfinished quote", "problem list 'x"),
            ("a lone backslash", "problem list \\"))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = pool.map(lambda escape: place.ssh("olli", escape[1]), escapes)
        for (name, _), (status, out, err) in zip(escapes, answers):
            tap.ok(status in (1, 2) and "klash" in err + out and "root:" not in out + err and
                   not any(os.path.exists(mark) for mark in marks), f"refused: {name}", f"{status}\n{out}\n{err}")


def every_command(place):
    """Whatever the help lists, now or later: given a path that blocks whoever opens it, none does. Under the
    sanitizers, where each takes ten times as long, a part of them."""
    trap = place.path("data/trap")
    os.mkfifo(trap)
    os.chmod(trap, 0o666)
    out = place.office("--help")[1]
    nouns = [line.split()[0] for line in out.splitlines() if line.startswith("  ") and line.strip()]
    lines = []
    for noun in nouns:
        shown = place.office(noun, "--help")[1].splitlines()
        for usage in [line for line in shown if line.startswith(f"klash {noun}")]:
            words = usage.replace("[", " ").replace("]", " ").split()[1:]
            options = [w for w in words if w.startswith("--")]
            verb = words[:2] if len(words) > 1 and words[1].islower() and words[1] not in options else words[:1]
            operands = [trap] * len([w for w in usage.split("[")[0].split()[1 + len(verb):]])
            for extra in [[]] + [[option, trap] for option in options] + [["-o", trap]]:
                lines.append(" ".join(verb + operands + extra))
    lines = lines[::5] if "SANITIZED" in os.environ else lines
    with ThreadPoolExecutor(AT_ONCE) as pool:
        stuck = [line for line, ended in zip(lines, pool.map(lambda line: ends(place, line), lines)) if not ended]
    os.unlink(trap)
    tap.ok(len(lines) > 100 and not stuck, f"no command of {len(nouns)} opens a path it is given ({len(lines)} tried)",
           "\n".join(stuck) or len(lines))


def ends(place, command):
    """Whether it does, by the key of the office."""
    argv = [place.klash, "--db", place.db, "--key", place.fingerprint("olli")]
    if ROOT:
        argv = ["/usr/bin/setpriv", "--reuid", place.user, "--regid", place.user, "--clear-groups", *argv]
    try:
        run(argv, env={"SSH_ORIGINAL_COMMAND": command})
    except subprocess.TimeoutExpired:
        return False
    return True


def hostile_environment(place):
    for name, value in (("LC_ALL", "../../evil"), ("LC_MESSAGES", "x" * 5000), ("LANG", "fi_FI.UTF-8\nX=1"),
                        ("LC_TIME", "%n%n%n")):
        status, out, err = place.ssh("olli", "status --format json", options=["-o", f"SetEnv={name}={value!r}"]
                                     if "\n" not in value else [])
        tap.ok(status == 0 and "to_do" in out, f"a strange {name} does no harm", out + err)
    hostile = {"LANGUAGE": "../../evil", "LOCPATH": "/tmp", "KLASH_DB": "/etc/passwd", "TERMINFO": "/tmp",
               "XDG_DATA_HOME": "/tmp", "TZ": "/etc/passwd", "HOME": "/root", "NLSPATH": "/tmp/%N"}
    argv = [place.klash, "--db", place.db, "--as", "root", "--key", place.fingerprint("olli")]
    if ROOT:
        argv = ["/usr/bin/setpriv", "--reuid", place.user, "--regid", place.user, "--clear-groups", *argv]
    status, out, err = run(argv, env={**hostile, "SSH_ORIGINAL_COMMAND": "account list --format json"})
    tap.ok(status == 0 and len(rows_of(out)) >= 2, "with --key, $KLASH_DB and --as are ignored", err)
    status, out, err = run(argv + ["status"], env=hostile)
    tap.ok(status == 2, "--key takes no command beside it", err)
    status, out, err = run([place.klash, "--db", place.db, "--ke", place.fingerprint("olli")])
    tap.ok(status == 2, "--key is not abbreviated", err)
    if ROOT:
        status, out, err = run([place.klash, "--db", place.db, "--key", place.fingerprint("olli")],
                               env={"SSH_ORIGINAL_COMMAND": "status"})
        tap.ok(status == 1 and "--key" in err, "--key by anyone but the file's owner is refused, even root", err)


def copying(place, key):
    there, back = f"/tmp/klash-copy-{os.getpid()}", place.path("out/back")
    for how in ([], ["-O"]):
        up = run(["/usr/bin/scp", *place.options(key), *how, place.path("keys/host.pub"), f"{place.address()}:{there}"])
        down = run(["/usr/bin/scp", *place.options(key), *how, f"{place.address()}:/etc/passwd", back])
        tap.ok(up[0] != 0 and down[0] != 0 and not os.path.exists(there) and not os.path.exists(back),
               f"{key}: scp {' '.join(how)} is refused both ways", (up, down))
    status, out, err = run(["/usr/bin/sftp", *place.options(key), "-b", "-", place.address()],
                           f"get /etc/passwd {back}\n".encode())
    tap.ok(status != 0 and not os.path.exists(back), f"{key}: sftp is refused", out + err)
    status, out, err = place.ssh(key, "sh", stdin=b"echo klash-$((6*7))\n")
    tap.ok(status in (1, 2) and "klash-42" not in out + err, f"{key}: ssh host sh runs no shell", out + err)
    if not TERMINALS:
        return
    client = Terminal(["/usr/bin/ssh", *place.options(key), "-tt", place.address(), "exec /bin/sh -i"])
    client.send("echo klash-$((6*7))\r")
    tap.ok(client.wait() in (1, 2) and "klash-42" not in client.text, f"{key}: nor on a terminal", client.text)
    client.kill()


def forwarding(place, key):
    port = free_port()
    tap.ok(tunnel(place, key, "-L", port, f"127.0.0.1:{port}:127.0.0.1:{place.port}") == b"", f"{key}: -L is refused")
    port = free_port()
    socks = bytes([5, 1, 0, 1, 127, 0, 0, 1]) + struct.pack(">H", place.port)
    tap.ok(tunnel(place, key, "-D", port, f"127.0.0.1:{port}", socks) == b"", f"{key}: -D is refused")
    status, out, err = place.ssh(key, options=["-N", "-o", "ExitOnForwardFailure=yes", "-R",
                                               f"127.0.0.1:0:127.0.0.1:{place.port}"])
    tap.ok(status == 255 and "forwarding failed" in err, f"{key}: -R is refused", (status, err))
    status, out, err = place.ssh(key, options=["-W", f"127.0.0.1:{place.port}"])
    tap.ok(status == 255 and "SSH-" not in out, f"{key}: -W is refused", (status, out, err))
    offered(place, key)


def heard(port, socks=None):
    """What an sshd behind the tunnel says: its first words, the end of the connection (b""), or None."""
    def connect():
        s = socket.socket()
        s.settimeout(60)
        if s.connect_ex(("127.0.0.1", port)) == 0:
            return s
        s.close()
        return None
    found = []
    if not wait_for(lambda: found.append(connect()) or found[-1] is not None):
        return None
    with found[-1] as s:
        try:
            if socks:
                s.sendall(bytes([5, 1, 0]))
                s.recv(2)
                s.sendall(socks)
            said = b""
            while b"SSH-" not in said:
                block = s.recv(100)
                if not block:
                    return b""
                said += block
            return said
        except ConnectionError:
            return b""
        except OSError:
            return None


def tunnel(place, key, option, port, spec, socks=None):
    client = subprocess.Popen(["/usr/bin/ssh", *place.options(key), "-N", option, spec, place.address()],
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    said = heard(port, socks)
    client.kill()
    client.wait()
    return said


def offered(place, key):
    """What the client offers of its own: sshd must not take it, and Klash would tell if it did."""
    socket_path = place.path(f"out/agent-{key}")
    agent = subprocess.Popen(["/usr/bin/ssh-agent", "-D", "-a", socket_path], stdout=subprocess.DEVNULL)
    wait_for(lambda: os.path.exists(socket_path))
    at = len(place.sshd_said())
    status, out, err = place.ssh(key, "status", options=["-A"], env={"SSH_AUTH_SOCK": socket_path})
    agent.kill()
    agent.wait()
    said = place.sshd_said()[at:]
    tap.ok("auth-agent-req@openssh.com" in said and status in (0, 1) and "forwards" not in err, f"{key}: -A is refused",
           said[-1500:] + err)
    at = len(place.sshd_said())
    status, out, err = place.ssh(key, "status", options=["-X", "-o", "LogLevel=INFO"], env={"DISPLAY": "127.0.0.1:77"})
    said = place.sshd_said()[at:]
    tap.ok("x11-req" in said and "X11 forwarding request failed" in err and "forwards" not in err,
           f"{key}: -X is refused", said[-1500:] + err)


def second_channel(place):
    path = place.path("out/master")
    first = Terminal(["/usr/bin/ssh", *place.options("olli"), "-tt", "-M", "-S", path, place.address()])
    first.until("Desk")
    status, out, err = run(["/usr/bin/ssh", *place.options("olli"), "-S", path, "-o", "ControlMaster=no",
                            place.address(), "status"])
    tap.ok("administratively prohibited" in place.sshd_said() or "no more sessions" in place.sshd_said(),
           "a second session on one connection is refused", place.sshd_said()[-800:])
    first.kill()


def main():
    if not os.access(SSHD, os.X_OK):
        tap.skip("what a key must not open", "openssh-server is not installed")
        tap.finish()
    place = Place()
    try:
        place.open_door()
        place.add_person("olli", "Olli Esimerkki", "office")
        place.add_person("jaana", "Jaana Malli", "juror")
        place.renew_keys()
        refuse_escapes(place)
        every_command(place)
        hostile_environment(place)
        for key in ("olli", "jaana"):
            copying(place, key)
            forwarding(place, key)
        if ROOT:
            second_channel(place)
        else:
            tap.skip("a second session on one connection is refused", "not root")
        status, out, err = place.office("verify")
        tap.ok(status == 0, "the file verifies", err)
    finally:
        place.remove()
    tap.finish()


if __name__ == "__main__":
    main()
