#!/bin/sh
# SPDX-License-Identifier: MIT
# Unix users of one group share a file, whatever their umask; a file or directory with other rights is
# refused with one sentence before anything is made. Needs root, to act as others; they need no accounts
# of the system.
if [ "$(id -u)" -ne 0 ]; then echo '1..0 # SKIP needs root'; exit 0; fi
. "$(dirname "$0")/tap.sh"
program=$work/klash
cp "$KLASH" "$program"
chmod 755 "$program"
chmod 711 "$work"
aino=7001 virpi=7002 stranger=7003 office=7000

# become USER UMASK COMMAND...: with a group of their own, and that of the office unless they are a stranger.
become() {
	user=$1 groups=--groups=$office
	umask "$2"
	shift 2
	[ "$user" = $stranger ] && groups=--clear-groups
	exec setpriv --reuid="$user" --regid="$user" "$groups" "$@"
}
as() (become "$@")
klash_as() { user=$1 mask=$2; shift 2; as "$user" "$mask" "$program" "$@"; }
directory() { rm -rf "$1"; mkdir "$1"; chown "$2" "$1"; chmod "$3" "$1"; }
modes() { (cd "$1" && stat -c '%n %a %g' -- * | sort | tr '\n' ';'); }

# declines NAME TEXT DIRECTORY COMMAND...: status 1, one line with that text, and nothing new in there.
declines() {
	name=$1 text=$2 where=$3; shift 3
	before=$(ls -A "$where")
	"$@" >out 2>err
	status=$?
	made=$(ls -A "$where" | grep -vxF "$before")
	if [ $status -eq 1 ] && [ "$(wc -l <err)" -eq 1 ] && grep -qF -- "$text" err && [ -z "$made" ]; then
		pass "$name"
	else
		miss "$name" "status 1 (got $status), one line: $text; made: $made"
	fi
}

# warns NAME TEXT DIRECTORY COMMAND...: it is read, with one line that has that text, and nothing new in there.
warns() {
	name=$1 text=$2 where=$3; shift 3
	before=$(ls -A "$where")
	"$@" >out 2>err
	status=$?
	made=$(ls -A "$where" | grep -vxF "$before")
	if [ $status -eq 0 ] && [ "$(wc -l <err)" -eq 1 ] && grep -qF -- "$text" err && [ -z "$made" ]; then
		pass "$name"
	else
		miss "$name" "status 0 (got $status), one line: $text; made: $made"
	fi
}

# opens USER UMASK: somebody has the file open and waits, with what SQLite makes beside it.
opens() {
	rm -f wait
	mkfifo wait
	become "$1" "$2" "$program" round define r --json - <wait >/dev/null 2>&1 & holder=$!
	exec 9>wait
	tries=0
	until [ -e office/k.db-shm ] || [ $tries -gt 200 ]; do tries=$((tries + 1)); sleep 0.05; done
}
leaves() { exec 9>&-; wait $holder; }

export KLASH_DB="$work/office/k.db"
for first in 000 022 077; do
	for second in 000 022 077; do
		when="umask $first and $second"
		directory office $aino:$office 2770
		runs "$when: made" klash_as $aino $first init
		runs "$when: a colleague" klash_as $aino $first account add uid$virpi --name Virpi --role office
		runs "$when: what she will have open" klash_as $aino $first round add r --kind problems
		runs "$when: she writes" klash_as $virpi $second note add 091 --text hers
		opens $virpi $second
		gives "$when: what lies beside it is the group's" \
			"k.db 660 $office;k.db-lock 660 $office;k.db-shm 660 $office;k.db-wal 660 $office;" \
			modes office
		runs "$when: he writes while she has it open" klash_as $aino $first note add 091 --text his
		kill -KILL $holder
		wait $holder 2>/dev/null
		runs "$when: he goes on with what she left" klash_as $aino $first note add 091 --text again
		opens $aino $first
		runs "$when: she writes while he has it open" klash_as $virpi $second note add 091 --text last
		leaves
		runs "$when: all is in order for him" klash_as $aino $first check
		runs "$when: and for her" klash_as $virpi $second check
		klash_as $virpi $second note list 091 --format csv --plain | cut -d, -f5 >notes
		gives "$when: nothing is lost" 'text last again his hers ' tr '\n' ' ' <notes
	done
done

# --- Rights that do not fit together
for mode in 600 640 644 664 666; do
	chmod $mode office/k.db
	rm -f office/k.db-*
	warns "an office's file with mode $mode" 'chmod 660' office klash_as $aino 077 note list
	declines "is not written to" 'chmod 660' office klash_as $aino 077 note add 091 --text x
	declines "nor may a colleague write to it" 'klash: ' office klash_as $virpi 077 note add 091 --text x
done
chmod 660 office/k.db
declines 'a stranger' 'no right' office klash_as $stranger 077 status
chmod g-s office
warns 'an office without setgid' 'chmod 600' office klash_as $aino 077 status
chmod 2750 office
warns 'an office its group cannot write' 'chmod 600' office klash_as $virpi 077 status
chmod 2770 office
chown $aino:$aino office/k.db
declines 'a file of another group than its office' 'no right' office klash_as $virpi 077 status
chown $aino:$office office/k.db
runs 'put right, it opens again' klash_as $virpi 077 check

# --- What lies beside it
for beside in wal shm lock; do
	opens $virpi 077
	klash_as $virpi 077 note add 091 --text unsettled >/dev/null
	kill -KILL $holder
	wait $holder 2>/dev/null
	chmod 600 office/k.db-$beside
	declines "a -$beside that is one user's alone" 'klash: ' office klash_as $aino 077 note add 091 --text x
	refuses "check says so of the -$beside" 1 "k.db-$beside: " klash_as $virpi 077 check
	chmod -f 660 office/k.db-$beside
	runs "the -$beside put right" klash_as $aino 077 note add 091 --text fine
done
: >secret
rm office/k.db-lock
ln -s "$work/secret" office/k.db-lock
declines 'a link in place of the lock is not followed' 'klash: ' office klash_as $aino 077 note add 091 --text x
rm office/k.db-lock

# --- One person alone
directory alone $aino:$aino 700
export KLASH_DB="$work/alone/k.db"
for mask in 000 022 077; do
	rm -f alone/*
	runs "alone, umask $mask" klash_as $aino $mask init
	runs "alone, umask $mask: written" klash_as $aino $mask note add 091 --text mine
	gives "alone, umask $mask: nobody else's" "k.db 600 $aino;k.db-lock 600 $aino;" modes alone
done
for mode in 640 644 660 666 604; do
	chmod $mode alone/k.db
	rm -f alone/k.db-*
	warns "alone with mode $mode" 'chmod 600' alone klash_as $aino 077 status
done
chmod 600 alone/k.db
declines 'another person' 'no right' alone klash_as $virpi 077 status
chmod 500 alone
declines 'a directory where nothing can be made' 'klash: ' alone klash_as $aino 077 note add 091 --text x
runs 'but it is read' klash_as $aino 077 note list
runs 'and verified' klash_as $aino 077 verify
chmod 700 alone
for place in alone '100% alone?#'; do
	[ -e "$place" ] || cp -a alone "$place"
	KLASH_DB="$work/$place/k.db"
	rm -f "$place"/k.db-*
	chmod 400 "$place/k.db"
	declines "an archive in $place is not written" 'only be read' "$place" \
		klash_as $aino 077 note add 091 --text x
	runs 'but read' klash_as $aino 077 note list
	gives 'and nothing is left beside it' "k.db 400 $aino;" modes "$place"
	chmod 500 "$place"
	runs 'also where nothing can be made' klash_as $aino 077 note list
	chmod 700 "$place"
	chmod 600 "$place/k.db"
	runs 'an archive no longer' klash_as $aino 077 note add 091 --text x
done
KLASH_DB="$work/alone/k.db"
directory other root:root 755
declines 'no competition where one may not write' 'no right' other \
	klash_as $aino 077 --db "$work/other/k.db" init
directory office $aino:$office 2770
runs 'a backup in the office' klash_as $aino 000 backup "$work/office/backup.db"
gives 'is its maker'"'"'s alone' "backup.db 600 $office;" modes office

# --- Root among them
runs 'root gets an account' klash_as $aino 077 account add root --name Root --role office
rm -f alone/k.db-lock
runs 'and writes' klash note add 091 --text root
runs 'what root made does not lock its owner out' klash_as $aino 077 note add 091 --text after
runs 'all is in order' klash_as $aino 077 check
gives 'and hers' "k.db 600 $aino;k.db-lock 600 $aino;" modes alone
finish
