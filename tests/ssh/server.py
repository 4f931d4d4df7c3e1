# SPDX-License-Identifier: MIT
"""What the SSH tests share: TAP, a place that goes away, an sshd of one's own on loopback, and clients."""
import fcntl
import functools
import grp
import json
import os
import pty
import pwd
import random
import re
import select
import shutil
import signal
import socket
import string
import struct
import subprocess
import sys
import tempfile
import termios
import time

KLASH = os.environ["KLASH"]
SSHD = "/usr/sbin/sshd"
ROOT = os.geteuid() == 0
# A machine's own settings, as lax as they come: only the drop-in stands between.
LAX = """Include {ssh}/sshd_config.d/*.conf
Port {port}
ListenAddress 127.0.0.1
HostKey {base}/keys/host
PidFile {base}/out/sshd.pid
LogLevel DEBUG1
UsePAM no
StrictModes {strict}
PasswordAuthentication no
AllowTcpForwarding yes
AllowAgentForwarding yes
AllowStreamLocalForwarding yes
X11Forwarding yes
XAuthLocation /bin/true
PermitTunnel yes
GatewayPorts yes
AcceptEnv LANG LC_*
Subsystem sftp /usr/lib/openssh/sftp-server
"""
CLEAN = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
    if name in os.environ:
        CLEAN[name] = os.environ[name]


@functools.cache
def penalizes():
    """Does this sshd shut addresses out from which logins fail? It came with 9.8."""
    done = subprocess.run([SSHD, "-V"], capture_output=True)
    major, minor = re.search(rb"OpenSSH_(\d+)\.(\d+)", done.stdout + done.stderr).groups()
    return (int(major), int(minor)) >= (9, 8)


class Tap:
    """One line a check; a failed one says what there was instead."""

    def __init__(self):
        self.count = self.failed = 0

    def ok(self, good, name, found=""):
        self.count += 1
        if not good:
            self.failed += 1
            for line in str(found).splitlines()[-40:]:
                print("# " + line)
        print(f"{'ok' if good else 'not ok'} {self.count} - {name}", flush=True)
        return good

    def skip(self, name, why):
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {why}", flush=True)

    def finish(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)


def run(argv, stdin=b"", env=None, timeout=120):
    """Runs it; status, standard output and standard error as text."""
    done = subprocess.run(argv, input=stdin, env={**CLEAN, **(env or {})}, capture_output=True,
                          timeout=timeout, cwd="/")
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_for(condition, seconds=60):
    """True as soon as the condition holds; the limit is only there to end a test that fails."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())


def gives_terminals():
    """Without root, sshd can hand out a terminal only where the machine already gives it to the right group."""
    if ROOT:
        return True
    ends = pty.openpty()
    good = os.fstat(ends[1]).st_gid == grp.getgrnam("tty").gr_gid
    for end in ends:
        os.close(end)
    return good


class Place:
    """A directory whose every parent is root's (or one's own), the program in it, and keys."""

    def __init__(self):
        self.turn = open(os.path.dirname(KLASH) + "/ssh-tests.lock", "w", encoding="utf-8")
        fcntl.flock(self.turn, fcntl.LOCK_EX)  # the machine has one list of users; let go when the test ends
        self.base = tempfile.mkdtemp(prefix="klash-test.", dir="/var/lib" if ROOT else None)
        os.chmod(self.base, 0o755)
        for folder in ("bin", "ssh", "ssh/sshd_config.d", "keys", "out"):
            os.mkdir(f"{self.base}/{folder}", 0o700 if folder in ("keys", "out") else 0o755)
        self.klash = f"{self.base}/bin/klash"
        shutil.copy(KLASH, self.klash)
        os.chmod(self.klash, 0o755)
        letters = "".join(random.choice(string.ascii_lowercase) for _ in range(6))
        self.user = "klasht" + letters if ROOT else pwd.getpwuid(os.getuid()).pw_name
        self.data = f"{self.base}/data"
        self.db = f"{self.data}/k.db"
        self.port = free_port()
        self.sshd = None
        if ROOT:
            os.makedirs("/run/sshd", 0o755, exist_ok=True)  # sshd's own; missing where none has run yet
        self.key("host")

    def path(self, name):
        return f"{self.base}/{name}"

    def key(self, name, *options):
        file = f"{self.base}/keys/{name}"
        subprocess.run(["/usr/bin/ssh-keygen", "-q", *(options or ("-t", "ed25519")), "-N", "", "-C",
                        f"{name}@test.example", "-f", file], check=True)
        return file

    def fingerprint(self, name):
        out = subprocess.run(["/usr/bin/ssh-keygen", "-lf", f"{self.base}/keys/{name}.pub"],
                             capture_output=True, check=True).stdout.decode()
        return out.split()[1]

    def write(self, name, text, mode=0o644):
        with open(self.path(name), "w", encoding="utf-8") as out:
            out.write(text)
        os.chmod(self.path(name), mode)

    def office(self, *args, stdin=b""):
        """The program as whoever runs the test: the competition's administrator."""
        return run([self.klash, "--db", self.db, *args], stdin)

    def must(self, *args, stdin=b""):
        """The same, for what only prepares; its output."""
        status, out, err = self.office(*args, stdin=stdin)
        if status != 0:
            raise RuntimeError(f"klash {' '.join(args)}: {err or out}")
        return out

    def write_config(self, more=""):
        if not ROOT:
            more += f"AuthorizedKeysFile {self.path('ssh/authorized_keys')}\nMaxStartups 400:30:800\n"
        self.write("ssh/sshd_config", LAX.format(ssh=self.path("ssh"), base=self.base, port=self.port,
                                                 strict="yes" if ROOT else "no") + more)

    def setup(self, *options):
        return run([self.klash, "--db", self.db, "ssh-setup", "--user", self.user, "--config", self.path("ssh"),
                    "--port", str(self.port), *options])

    def renew_keys(self):
        """Without root sshd cannot ask: the file holds what it would be told."""
        if not ROOT:
            self.write("ssh/authorized_keys", self.must("authorized-keys", self.user), 0o600)

    def open_door(self):
        """For tests of what lies behind: a competition, and an sshd that lets its keys in."""
        self.write_config()
        if ROOT:
            self.setup("--apply")
        else:
            os.mkdir(self.data, 0o700)
        self.must("init", "--name-fi", "Testikilpailu")
        if ROOT:
            status, out, err = self.setup("--apply")
            if status != 0:
                raise RuntimeError(out + err)
        if not self.start():
            raise RuntimeError(self.sshd_said())

    def add_person(self, login, name, role, lang="en"):
        """An account with a key of its own."""
        self.must("account", "add", login, "--name", name, "--role", role, "--lang", lang)
        self.key(login)
        self.must("key", "add", login, self.path(f"keys/{login}.pub"))

    def start(self):
        self.log = open(self.path("out/sshd.log"), "ab")
        self.sshd = subprocess.Popen([SSHD, "-D", "-e", "-f", self.path("ssh/sshd_config")], stdin=subprocess.DEVNULL,
                                     stdout=self.log, stderr=self.log, env=CLEAN)
        return wait_for(lambda: self.answers() or self.sshd.poll() is not None) and self.sshd.poll() is None

    def answers(self):
        with socket.socket() as s:
            s.settimeout(1)
            return s.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        if self.sshd is not None:
            self.sshd.terminate()
            self.sshd.wait()
            self.log.close()
        self.sshd = None

    def restart(self):
        self.stop()
        return self.start()

    def sshd_said(self):
        with open(self.path("out/sshd.log"), encoding="utf-8", errors="replace") as log:
            return log.read()

    def options(self, key):
        return ["-F", "none", "-i", f"{self.base}/keys/{key}", "-o", "IdentitiesOnly=yes",
                "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=accept-new", "-o",
                f"UserKnownHostsFile={self.base}/keys/known", "-o", "LogLevel=ERROR", "-o", f"Port={self.port}"]

    def address(self):
        return f"{self.user}@127.0.0.1"

    def ssh(self, key, *command, options=(), stdin=b"", env=None):
        return run(["/usr/bin/ssh", *self.options(key), *options, "--", self.address(), *command], stdin, env)

    def sessions(self, fingerprint):
        """Processes of Klash that sshd runs for that key."""
        found = []
        for entry in os.listdir("/proc"):
            if not entry.isdigit():
                continue
            try:
                with open(f"/proc/{entry}/cmdline", "rb") as line:
                    words = line.read().split(b"\0")
            except OSError:
                continue
            if words[0] == self.klash.encode() and fingerprint.encode() in words:
                found.append(int(entry))
        return found

    def session(self, fingerprint):
        """The one session of that key: Klash, the sshd it runs in, and that one's; None if there is not one."""
        def parent_of(pid):
            with open(f"/proc/{pid}/stat", encoding="utf-8") as line:
                return int(line.read().rsplit(")", 1)[1].split()[1])
        found = self.sessions(fingerprint)
        if len(found) != 1:
            return None
        server = parent_of(found[0])
        return found[0], server, parent_of(server)

    def remove(self):
        self.stop()
        if ROOT:
            for entry in os.listdir("/proc"):
                try:
                    if entry.isdigit() and os.stat(f"/proc/{entry}").st_uid == pwd.getpwnam(self.user).pw_uid:
                        os.kill(int(entry), signal.SIGKILL)
                except (OSError, KeyError):
                    pass
            subprocess.run(["/usr/sbin/userdel", self.user], capture_output=True)
            subprocess.run(["/usr/sbin/groupdel", self.user], capture_output=True)
        shutil.rmtree(self.base, ignore_errors=True)


class Terminal:
    """A client on a terminal of its own, whose size can change."""

    def __init__(self, argv, rows=24, columns=80, term="xterm-256color"):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.clear()
            os.environ.update({**CLEAN, "TERM": term})
            os.chdir("/")
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execv(argv[0], argv)
        self.text = ""
        self.status = None

    def resize(self, rows, columns):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, keys):
        os.write(self.fd, keys.encode())

    def read(self, seconds=0.1):
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return True
        try:
            block = os.read(self.fd, 65536)
        except OSError:
            return False
        self.text += block.decode("utf-8", "replace")
        return bool(block)

    def until(self, pattern, seconds=60):
        """Reads until the text so far has it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if re.search(pattern, self.text):
                return True
            if not self.read():
                break
        return re.search(pattern, self.text) is not None

    def forget(self):
        self.text = ""

    def wait(self, seconds=60):
        """Its exit status once it has ended; None if it does not."""
        end = time.monotonic() + seconds
        while self.status is None and time.monotonic() < end:
            self.read()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid == self.pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status

    def kill(self, number=signal.SIGKILL):
        if self.status is None:
            os.kill(self.pid, number)
            _, status = os.waitpid(self.pid, 0)
            self.status = os.waitstatus_to_exitcode(status)
        os.close(self.fd)


def rows_of(text):
    return json.loads(text)
