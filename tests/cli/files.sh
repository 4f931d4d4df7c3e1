#!/bin/sh
# SPDX-License-Identifier: MIT
# The file itself: what an earlier one left beside its name, disks that are full, backups copied into place,
# and that whatever fails leaves nothing of a new file.
. "$(dirname "$0")/tap.sh"

head_of() { "$KLASH" --db "$1" verify | sed 's/.*head //'; }
# format FILE: 1 without WAL, 2 with it.
format() { python3 -c 'import sys; print(open(sys.argv[1], "rb").read(20)[18])' "$1"; }
# nothing_of FILE: neither it nor a part of it.
nothing_of() { set -- "$1"*; [ ! -e "$1" ] || { echo "there: $*" >err; false; }; }
# dies FILE TEXT: a note is acknowledged, then the machine dies; its -wal stays.
dies() {
	python3 - "$@" <<'PY'
import os, sqlite3, subprocess, sys
path, text = sys.argv[1:]
connection = sqlite3.connect(path)
connection.execute("SELECT count(*) FROM account").fetchall()
subprocess.run([os.environ["KLASH"], "--db", path, "note", "add", "091", "--text", text], check=True)
os.kill(os.getpid(), 9)
PY
	[ -s "$1-wal" ]
}

# --- What an earlier file left
runs 'init' klash init --name-fi 'Koe' --name-sv 'Prov'
runs 'a backup' klash backup b.db
backed_up=$(head_of b.db)
for n in 1 2 3 4 5; do klash problem add --municipality Oulu --title "Lisää $n" >/dev/null; done
runs 'a machine dies and leaves a -wal' eval 'dies k.db viimeinen || true; [ -s k.db-wal ]'
mv k.db old.db
for lang in en fi sv; do
	case $lang in en) words='left by an earlier file' ;; fi) words='jäänyt aiemmasta' ;; sv) words='är kvar efter en tidigare' ;; esac
	refuses "restore names what is left ($lang)" 1 "/k.db-shm: $words" klash --lang $lang restore b.db
done
refuses 'so does init' 1 'k.db-wal' klash init
refuses 'and one with an earlier set-up' 1 'k.db-wal' klash init --from b.db
refuses 'and the demo' 1 'k.db-wal' klash demo
runs 'nothing was made' test ! -e k.db
mv k.db-wal old.db-wal; rm -f k.db-shm
gives 'moved along, nothing is lost' 'viimeinen' of 'd[0]["text"]' --db old.db note list
says 'and the old file is intact' 'Intact' klash --db old.db verify
touch k.db-journal
refuses 'a journal is in the way as well' 1 'k.db-journal' klash restore b.db
rm k.db-journal
says 'then it is restored' 'Restored' klash restore b.db
gives 'what is restored is the backup' "$backed_up" head_of k.db
gives 'and no more' '0' of 'len(d)' note list
says 'it is in order' 'in order' klash check
says 'the help says that all of it must be moved' 'FILE-wal' klash restore --help

# --- Without WAL
gives 'a backup is a plain file' 1 format b.db
cp b.db copied.db
runs 'copied into place it is read' klash --db copied.db status
runs 'and written' klash --db copied.db note add 091 --text x
gives 'with WAL again, so that readers are in nobody'"'"'s way' 2 format copied.db

# --- What fails leaves nothing
head -c 200000 b.db >torn.db; chmod 600 torn.db
refuses 'a torn backup is not restored' 1 'klash:' klash --db n.db restore torn.db
runs 'nothing of it' nothing_of n.db
refuses 'a directory that is not there' 1 'Directory: nothing found' klash backup none/n.db
refuses 'for a new one neither' 1 'Directory: nothing found' klash --db none/n.db init
"$KLASH" --db n.db demo >out 2>err & maker=$!
n=0; while [ $n -lt 500 ] && [ -z "$(find . -name 'n.db.making-*-wal')" ]; do n=$((n + 1)); sleep 0.01; done
kill -9 $maker; wait $maker 2>/dev/null
runs 'a maker that is killed leaves no file of that name' test ! -e n.db
runs 'but what it had made so far' eval 'ls n.db.making-* >out'
runs 'the next one takes that away' klash --db n.db init
gives 'only its own is there' 'n.db' sh -c 'ls -d n.db*'
rm n.db

# --- Full disks
mkdir -m 700 small
with_disk() { mount -t tmpfs -o "size=$1,mode=700" tmpfs small 2>err; }
# makes_on SIZE COMMAND...: it makes small/n.db, and that is good; or it says that the disk is full and nothing is left.
makes_on() {
	size=$1; shift
	with_disk "${size}k"
	if klash --db small/n.db "$@" >out 2>err; then
		runs "$1 on $size kB: made, and good" klash --db small/n.db check
		made="$made y"
	elif grep -q 'The disk is full' err && [ -z "$(ls -A small)" ]; then
		pass "$1 on $size kB: full, and nothing is left"
		made="$made n"
	else
		ls -la small >>out
		miss "$1 on $size kB" 'made and good, or full and nothing left'
	fi
	umount small
}
if [ "$(id -u)" -eq 0 ] && with_disk 8m; then
	trap 'umount "$work/small" 2>/dev/null; rm -rf "$work"' EXIT
	cp -p k.db small/k.db
	dd if=/dev/zero of=small/fill bs=1k >/dev/null 2>&1
	refuses 'full: said in these words' 1 'The disk is full' \
		klash --db small/k.db problem add --municipality Vantaa --title T --description d
	refuses 'in Finnish' 1 'Levy on täynnä' klash --db small/k.db --lang fi note add 091 --text x
	refuses 'in Swedish' 1 'Disken är full' klash --db small/k.db --lang sv note add 091 --text x
	says 'reading works' 'Koe' klash --db small/k.db --lang fi status
	says 'lists too' 'Vantaa' klash --db small/k.db municipality list
	says 'and checking' 'Intact' klash --db small/k.db verify
	refuses 'a list does not fit on it' 1 'The disk is full' klash --db small/k.db municipality list -o small/list.txt
	runs 'and leaves nothing' nothing_of small/list.txt
	refuses 'nor does a backup' 1 'The disk is full' klash --db small/k.db backup small/b.db
	runs 'and leaves nothing' nothing_of small/b.db
	rm small/fill
	says 'with room again all is intact' 'in order' klash --db small/k.db check
	runs 'and it goes on' klash --db small/k.db note add 091 --text x
	umount small
	made=
	for size in 1000 1400 1600 1800 2000 2200 2400 2800 3200 8000; do makes_on $size init; done
	for size in 2000 4000 6000 8000; do makes_on $size restore b.db; done
	runs 'some disks were too small, some were not' eval 'case $made in *n*y*) ;; *) false ;; esac'
	trap 'rm -rf "$work"' EXIT
else
	pass 'full disks # SKIP needs root and mount'
fi
finish
