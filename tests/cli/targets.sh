#!/bin/sh
# SPDX-License-Identifier: MIT
# Whatever Klash writes to a file: what is there already stays, a folder that takes nothing and a full disk are told
# in one line, and nothing half written is left.
. "$(dirname "$0")/tap.sh"

runs 'the demo' klash demo
mkdir small shut
echo 'Hyvää päivää' >there
writers='municipality list --format table
municipality list --format csv
municipality list --format json
municipality list --format xlsx
problem list --format addresses
problem list --format address-list
session calendar --all
review sheet solutions-C-1 tapio
bundle problems
backup'
# writes NAME COMMAND...: to that file; a backup has its file as an operand.
writes() {
	name=$1; shift
	case $1 in backup) klash backup "$name" ;; *) klash "$@" -o "$name" ;; esac
}
# one_line TEXT: the error is one line with that text.
one_line() { [ "$(wc -l <err)" -eq 1 ] && grep -qF -- "$1" err; }
digest() { klash verify --format json | json 'd["head"]'; }

echo "$writers" >list
before=$(digest)
while read -r writer; do
	set -- $writer
	writes there "$@" >out 2>err
	got=$?
	if [ $got -eq 1 ] && one_line 'already' && [ "$(cat there)" = 'Hyvää päivää' ]; then
		pass "$writer: what is there stays"
	else
		miss "$writer: what is there stays" "status 1 (got $got), one line: already"
	fi
	writes none/new "$@" >out 2>err
	got=$?
	if [ $got -eq 1 ] && one_line ':' && [ ! -e none ]; then
		pass "$writer: no such folder"
	else
		miss "$writer: no such folder" "status 1 (got $got), one line"
	fi
done <list
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=4k,mode=700 tmpfs small 2>err; then
	head -c 4096 /dev/zero >small/full
	while read -r writer; do
		set -- $writer
		writes small/new "$@" >out 2>err
		got=$?
		if [ $got -eq 1 ] && one_line 'The disk is full' && [ "$(ls -A small)" = full ]; then
			pass "$writer: a full disk"
		else
			miss "$writer: a full disk" "status 1 (got $got), one line, and nothing in: $(ls -A small)"
		fi
		rm -f small/new*
	done <list
	umount small
	mount -t tmpfs -o ro,size=4k tmpfs shut
	while read -r writer; do
		set -- $writer
		writes shut/new "$@" >out 2>err
		got=$?
		if [ $got -eq 1 ] && one_line 'can only be read' && [ -z "$(ls -A shut)" ]; then
			pass "$writer: a folder that takes nothing"
		else
			miss "$writer: a folder that takes nothing" "status 1 (got $got), one line"
		fi
	done <list
	umount shut
else
	pass 'full disks # SKIP needs root and mount'
fi
gives 'nothing of all that is in the log' "$before" digest
finish
