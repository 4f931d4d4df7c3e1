#!/bin/sh
# SPDX-License-Identifier: MIT
# The command that systemd runs every night, as it stands in the unit. $UNIT is the unit of the build.
. "$(dirname "$0")/tap.sh"

runs 'init' klash init --name-fi 'Kilpailu'
# What ExecStart's shell gets once systemd has undone its own doubling.
sed -n "s/^ExecStart=\/bin\/sh -c '\(.*\)'$/\1/p" "${UNIT:?}" | sed 's/%%/%/g; s/\$\$/$/g' >command
gives 'the unit has one command' 1 sh -c 'wc -l <command'
says 'it runs the installed program' '/klash backup ' cat command
program=$(sed 's|.* \([^ ]*/klash\) backup .*|\1|' command)
sed "s|$program|$KLASH|g" command >here
mkdir backups
export BACKUPS="$work/backups"
runs 'the command makes a copy' sh here
cp out printed
gives 'one copy and the checkpoints' 2 sh -c 'ls backups | wc -l'
runs 'that is a competition' sh -c '"$KLASH" --db backups/klash-*.db verify'
says 'the journal gets the checkpoint' 'klash-checkpoint 1 ' cat printed
runs 'the same as the file' sh -c 'grep -qxF "$(cat backups/checkpoints.txt)" printed'
says 'which holds of the copy' '1 of 1' sh -c '"$KLASH" --db backups/klash-*.db verify --checkpoints backups/checkpoints.txt'
sleep 1
runs 'the next night' sh here
says 'adds its own, and both hold' '2 of 2' "$KLASH" verify --checkpoints backups/checkpoints.txt
rm -f "$(ls -t backups/klash-*.db | head -1)"
mv k.db elsewhere.db
refuses 'a night without a competition' 1 'no such file' sh here
gives 'leaves no checkpoint' 2 sh -c 'wc -l <backups/checkpoints.txt'
mv elsewhere.db k.db
touch -d '90 days ago' backups/klash-2000-01-01-023000.db
sweep=$(sed -n 's/^ExecStartPost=//p' "$UNIT" | sed "s|\${BACKUPS}|$BACKUPS|; s|\${KEEP_DAYS}|60|")
runs 'what is old goes' sh -c "set -f; $sweep"
gives 'and only that' 2 sh -c 'ls backups | wc -l'

# The machine's own user owns the file and has no account in it; anybody else needs one.
if [ "$(id -u)" -eq 0 ]; then
	chmod 755 "$work"
	mkdir -m 777 out.d
	mkdir shared
	mv k.db shared/
	rm -f k.db*
	chown -R 65534:65534 shared
	chmod 2770 shared
	chmod 660 shared/k.db
	cp "$KLASH" program
	chmod 755 program
	as() { uid=$1; shift; setpriv --reuid="$uid" --regid=65534 --clear-groups "$work/program" --db "$work/shared/k.db" "$@"; }
	runs 'the owner copies it without an account' as 65534 backup "$work/out.d/night.db"
	refuses 'and does nothing else' 1 'account' as 65534 problem list
	refuses 'a member of the group needs an account' 1 'account' as 65533 backup "$work/out.d/other.db"
fi
finish
