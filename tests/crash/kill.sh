#!/bin/sh
# SPDX-License-Identifier: MIT
# Kills writing processes (SIGKILL) at random moments. After each kill the file is good, everything that was
# acknowledged is there, and of the rest each act is there as a whole or not at all. A file that was being
# made is there as a whole under its name or not at all.
# KILLS=1000 makes a longer run; without it there are 40.

# What is killed: notes one by one, or imports of twenty rows. What ended with status 0 is acknowledged.
writing() {
	n=0
	while :; do
		n=$((n + 1))
		case $1 in
		notes)
			"$KLASH" note add 091 --text "$2-$n" && echo "$2-$n" >>acknowledged ;;
		imports)
			"$0" rows "$2-$n" >"$2.csv"
			"$KLASH" problem import "$2.csv" && echo "$2-$n" >>acknowledged ;;
		esac >/dev/null 2>&1
	done
}
case ${1-} in
notes | imports) writing "$1" "$2" ;;
rows)
	echo 'kunta;otsikko;kuvaus;lähetetty'
	for row in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20; do
		echo "Oulu;$2;Rivi $row;1.10.2018"
	done
	exit ;;
esac

script=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")
. "$(dirname "$0")/../cli/tap.sh"
# From 0 to 0.255 s, or a part of that; under the sanitizers a program takes three times as long to do anything.
slower=${SANITIZED:+3}
moment() {
	ms=$(($(od -An -N1 -tu1 /dev/urandom) * ${slower:-1} / ${1:-1}))
	printf '0.%03d' $ms
}

# In a session of its own, so that the shell and the program it runs die together.
begin() { setsid "$script" "$@" & }
strike() {
	kill -KILL -- "-$1" || kill -KILL "$1"
	kill -KILL -- "-$1"
	wait "$1"
} 2>/dev/null

is_good() { klash check && klash verify; }

# Everything acknowledged is there; no import is there in part.
is_complete() {
	klash note list 091 --format csv --plain | cut -d, -f5 >there
	klash problem list --format csv --plain | cut -d, -f3 | sort | uniq -c >imports
	awk '$2 != "title" && $1 != 20 { print "in part: " $0; bad = 1 } END { exit bad }' imports || return
	awk '{ print $2 }' imports >>there
	sort -u acknowledged | grep -vxFf there >lost
	if [ -s lost ]; then echo 'acknowledged and lost:'; cat lost; return 1; fi
}

# makes NAME FILE PART COMMAND...: a command that makes a file, killed within that part of 0.255 s.
makes() {
	name=$1 file=$2 part=$3; shift 3
	rm -f "$file" "$file"?*
	setsid "$KLASH" "$@" >/dev/null 2>&1 & made=$!
	sleep "$(moment "$part")"
	strike $made
	if [ ! -e "$file" ]; then
		pass "$name: not there"
	else
		runs "$name: there, and good" klash --db "$file" verify
	fi
}

runs 'a competition' klash init
: >acknowledged
kill=0 unfinished=0
while [ $kill -lt "${KILLS:-40}" ]; do
	kill=$((kill + 1))
	begin notes "a$kill"; first=$!
	begin notes "b$kill"; second=$!
	begin imports "c$kill"; third=$!
	sleep "$(moment)"
	strike $first
	strike $second
	strike $third
	if [ -s k.db-wal ]; then unfinished=$((unfinished + 1)); fi
	runs "kill $kill: the file is good" is_good
	runs "kill $kill: nothing acknowledged is lost, nothing is there in part" is_complete
done
runs 'there was something to lose' test "$(wc -l <acknowledged)" -gt 4
runs 'some were killed while they had the file open' test $unfinished -gt 4
runs 'a backup' klash backup whole.db
while [ $kill -gt 0 ]; do
	kill=$((kill - 4))
	makes "making $kill" new.db 2 --db new.db init
	makes "backup $kill" backup.db 4 backup backup.db
	makes "restoring $kill" restored.db 2 --db restored.db restore whole.db
done
finish
