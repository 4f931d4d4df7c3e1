#!/bin/sh
# SPDX-License-Identifier: MIT
# The command that systemd runs every ten minutes, as it stands in the unit: copies in a folder, of which old ones go.
# $UNIT is the unit of the build.
. "$(dirname "$0")/tap.sh"

copies() { ls backups | grep -c '\.db$'; }
newest() { ls -t backups/*.db | head -1; }
# counter FILE: the bytes by which a reader knows whether the file has changed.
counter() { python3 -c 'import sys; b = open(sys.argv[1], "rb").read(96); print(b[24:28].hex(), b[24:28] == b[92:96])' "$1"; }
# made TIME: a copy of this competition as if made then.
made() { cp kept.db "$(echo "$first" | sed "s/-20[0-9-]*T[0-9]*Z-/-$1-/")"; }

runs 'init' klash init --name-fi 'Kilpailu'
sed -n 's/^ExecStart=//p' "${UNIT:?}" >command
says 'the unit runs the installed program' '/klash backup ' cat command
keep=$(sed -n 's/^Environment=KEEP=//p' "$UNIT")
sed "s|^[^ ]*/klash |\"$KLASH\" |; s|\${KEEP}|$keep|; s|\${BACKUPS}|backups|" command >here
refuses 'a folder that is not there' 1 'backups: ' sh here
mkdir -m 700 backups
runs 'the command makes a copy' sh here
cp out printed
first=$(newest)
gives 'one copy' 1 copies
gives 'readable by its maker alone' 600 stat -c %a "$first"
gives 'nothing else but the checkpoints' 2 sh -c 'ls -A backups | wc -l'
runs 'that is a competition' klash --db "$first" verify
runs 'it is named by its head' sh -c '"$KLASH" --db "$1" verify --format json | grep -q "\"head\": *\"$(echo "$1" | sed "s/.*-\(.*\)\.db/\1/")"' sh "$first"
says 'the journal gets the checkpoint' 'klash-checkpoint 1 ' cat printed
runs 'the same as the file' sh -c 'grep -qxF "$(cat backups/checkpoints.txt)" printed'
says 'which holds of the copy' '1 of 1' klash --db "$first" verify --checkpoints backups/checkpoints.txt
says 'without a change none is made' 'Nothing has changed' sh here
gives 'nor a checkpoint' '1 1' sh -c 'echo $(ls backups | grep -c "\.db$") $(wc -l <backups/checkpoints.txt)'
cp "$first" kept.db
sleep 1
runs 'a change' klash problem add --municipality Oulu --title 'Lisää'
runs 'makes another' sh here
says 'both checkpoints hold' '2 of 2' klash verify --checkpoints backups/checkpoints.txt
second=$(newest)
runs 'which is verified' klash --db "$second" verify
runs 'no copy counts its changes as another does' sh -c '[ "$1" != "$2" ]' sh "$(counter kept.db)" "$(counter "$second")"
says 'and its page count holds' True counter "$second"

# What is kept: of each hour, day and month the last, as many as asked.
for time in 2020-01-01T100000Z 2020-01-01T101000Z 2020-01-01T110000Z 2020-01-02T100000Z 2020-02-01T100000Z 2020-03-01T100000Z; do
	made "$time"
done
rm "$second"
cp kept.db backups/elsewhere.db
cp kept.db "$(echo "$first" | sed 's/klash-[0-9a-f]*-/klash-0000000000000000-/')"
sleep 1
runs 'one more change' klash problem add --municipality Oulu --title 'Toinen'
says 'old ones go' 'kept: 3, removed: 4' klash backup --keep 2h,3d,3m backups
gives 'the last of each month is there' '2020-02-01T100000Z 2020-03-01T100000Z' \
	sh -c 'echo $(ls backups | grep -o "2020-.*Z")'
runs 'the strange ones too' sh -c 'test -e backups/elsewhere.db && test -e backups/klash-0000000000000000-*'
for wrong in '' 24 24x 0h 24h, 24h30d 1h,2h 24h,,3d 99999h; do
	refuses "to keep \"$wrong\" is refused" 1 '24h,30d,12m' klash backup --keep "$wrong" backups
done

mv k.db elsewhere.db
refuses 'without a competition' 1 'no such file' sh here
gives 'there is no checkpoint' 3 sh -c 'wc -l <backups/checkpoints.txt'
mv elsewhere.db k.db

# To standard output: the bytes.
runs 'a copy to standard output' sh -c '"$KLASH" backup - >bytes.db && chmod 600 bytes.db'
runs 'is a competition' klash --db bytes.db verify
gives 'and nothing is called -' 0 sh -c 'ls | grep -c "^-" || true'

# Over SSH: an administrator's alone, and it stands among what has left.
if command -v ssh-keygen >/dev/null; then
	for who in boss clerk; do ssh-keygen -q -t ed25519 -N '' -f $who.key; done
	runs 'a clerk' klash account add clerk --name 'Kaisa Kirjaaja' --role office
	runs 'with a key' klash key add clerk clerk.key.pub
	runs 'and the administrator has one' klash key add "$(id -un)" boss.key.pub
	over() { SSH_ORIGINAL_COMMAND="$2" "$KLASH" --db "$work/k.db" --key "$(ssh-keygen -lf $1.key.pub | cut -d' ' -f2)"; }
	refuses 'the office takes no copy home' 1 'klash' over clerk 'backup -'
	runs 'nothing came' sh -c '[ ! -s out ]'
	gives 'nor has anything left' 0 of 'len(d)' disclosure list
	refuses 'no file is made on the server' 1 'SSH' over boss "backup $work/x.db"
	refuses 'nor in a folder' 1 'SSH' over boss "backup --keep 1h $work/backups"
	runs 'an administrator takes one' over boss 'backup -'
	cp out home.db && chmod 600 home.db
	runs 'which is a competition' klash --db home.db verify
	gives 'and it is written down, in the copy too' 'backup' of 'd[0]["list"]' --db home.db disclosure list
	mv k.db first.db
	rm -f k.db-*
	runs 'a jury at its papers' klash demo --at judging
	runs 'the administrator has a key here too' klash key add "$(id -un)" boss.key.pub
	refuses 'while names are sealed not even the administrator takes a copy' 1 'sealed until' over boss 'backup -'
	runs 'nothing came then' sh -c '[ ! -s out ]'
	says 'the server makes its own' 'verified' klash backup --keep 24h backups
	gives 'apart from those of the other' 2 sh -c 'ls backups | grep "^klash-.*-20" | cut -d- -f2 | grep -v "^0000" | sort -u | wc -l'
	rm -f k.db*
	mv first.db k.db
fi

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
