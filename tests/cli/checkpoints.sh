#!/bin/sh
# SPDX-License-Identifier: MIT
# Lines that are kept outside the file: made, tested, signed with a key that is not on the server.
. "$(dirname "$0")/tap.sh"
outside() { python3 -c 'import sqlite3, sys
c = sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.commit(); c.close()' "$@"; }

runs 'a competition' klash --lang en init --name-fi Koe
runs 'a checkpoint' klash checkpoint
cp out lines.txt
gives 'is one line of six words' '1 6' sh -c 'wc -lw <lines.txt | tr -s " " | sed "s/^ //"'
gives 'with the head that verify tells' True sh -c \
	'"$KLASH" verify --format json | python3 -c "import json,sys; w=open(\"lines.txt\").read().split(); d=json.load(sys.stdin); print(w[:2] == [\"klash-checkpoint\", \"1\"] and w[4] == d[\"head\"] and int(w[3]) == d[\"rows\"] and w[2] == w[4][:16])"'
runs 'work goes on' klash account add virpi --name 'Virpi Keksitty' --role auditor --lang fi
klash checkpoint >>lines.txt
says 'both hold' '2 of 2 checkpoints hold' klash verify --checkpoints lines.txt
says 'from standard input too' '2 of 2' sh -c '"$KLASH" verify --checkpoints - <lines.txt'
runs 'and again' klash account add maija --name 'Maija Keksitty' --role juror --lang fi
says 'what came later is not proven' 'after log entry 2' klash verify --checkpoints lines.txt
says 'nor is anything without one' 'Only a checkpoint' klash verify
gives 'in JSON the fixed fields stay' "['ok', 'rows', 'head', 'first_broken']" of 'list(d)' verify
gives 'and the others come after them' "['checkpoints'] {'lines': 2, 'hold': 2, 'proven': 2, 'first_broken': None, 'signed_by': None}" \
	of '"%s %s" % (list(d)[4:], d["checkpoints"])' verify --checkpoints lines.txt
cp k.db other.db
outside other.db "UPDATE account SET login = 'somebodyelse' WHERE id = 1"
says 'without an account' '2 of 2' sh -c '"$KLASH" --db other.db verify --checkpoints lines.txt || true'
refuses 'the file itself is verified too' 1 'table account' klash --db other.db verify --checkpoints lines.txt

# --- What does not hold
mkdir two && runs 'another competition' klash --db two/k.db init --name-fi Toinen
klash --db two/k.db checkpoint >foreign.txt
cat lines.txt foreign.txt >mixed.txt
refuses 'another competition' 1 "mixed.txt, line 3: It is another competition's" klash verify --checkpoints mixed.txt
gives 'in JSON' "False 2 {'line': 3, 'seq': 1, 'code': 'competition'}" sh -c \
	'"$KLASH" verify --checkpoints mixed.txt --format json | python3 -c "import json,sys; d=json.load(sys.stdin); c=d[\"checkpoints\"]; print(d[\"ok\"], c[\"hold\"], c[\"first_broken\"])"'
printf '\n# from the printer\n' | cat lines.txt - >noted.txt
refuses 'a line that is none' 1 'noted.txt, line 4: This is not a checkpoint' klash verify --checkpoints noted.txt
sed '2s/ 2 / 9 /' lines.txt >ahead.txt
refuses 'one that the log does not reach' 1 'line 2: The log ends before it' klash verify --checkpoints ahead.txt
refuses 'so says the verdict' 1 'does not lead to the head' klash verify --checkpoints ahead.txt
sed '2s/^\(.* 2 \)\(.\)/\1x\2/; 2s/x0/1/; 2s/x./0/' lines.txt >anew.txt
refuses 'another hash' 1 'line 2: The log was written anew' klash verify --checkpoints anew.txt
gives 'in Finnish' 1 sh -c 'LC_ALL=fi_FI.UTF-8 "$KLASH" verify --checkpoints anew.txt 2>&1 >/dev/null | grep -c "rivi 2: Loki on kirjoitettu uudelleen"'
: >empty.txt
printf 'no line\n' >noise-of-none.txt
gives 'what none of them proves is not told' '' sh -c '"$KLASH" verify --checkpoints noise-of-none.txt 2>/dev/null | grep after; :'
refuses 'nothing' 1 'no checkpoint in it' klash verify --checkpoints empty.txt
printf 'klash-checkpoint\0 1\n' >nul.txt
refuses 'a NUL' 1 'no checkpoint in it' klash verify --checkpoints nul.txt
refuses 'no file' 1 'nowhere.txt' klash verify --checkpoints nowhere.txt
refuses 'without end' 1 'larger than anything' timeout 60 "$KLASH" verify --checkpoints /dev/zero
head -c 4000000 /dev/urandom | tr '\0' 'x' >noise.txt
refuses 'noise' 1 'line 1: This is not' timeout 60 "$KLASH" verify --checkpoints noise.txt
yes | head -c 4000000 >short.txt
# A sanitized program reserves more than any limit.
limit=1000000
sh -c "ulimit -v $limit; \"\$KLASH\" checkpoint" >/dev/null 2>&1 || limit=unlimited
refuses 'many short lines, in little memory' 1 'line 1: This is not' \
	sh -c "ulimit -v $limit; exec timeout 60 \"\$KLASH\" verify --checkpoints short.txt"
refuses 'a head beside them' 1 'one at a time' klash verify --checkpoints lines.txt --head 1:$(printf '%064d' 0)

# --- On signed pages
runs 'a competition with its results' klash --db end.db demo --at end
for page in 'statement J-1' 'decision D-5'; do
	# shellcheck disable=SC2086
	set -- $page
	says "the $1 carries the line of its signing" 'klash-checkpoint 1 ' klash --db end.db "$1" show "$2"
	tail -n 1 out >>pages.txt
done
says 'which anybody can test who has the page' '2 of 2 checkpoints hold' klash --db end.db verify --checkpoints pages.txt
outside end.db "UPDATE log SET object = 'J-9' WHERE seq = $(sed -n '1s/klash-checkpoint 1 [0-9a-f]* \([0-9]*\) .*/\1/p' pages.txt)"
refuses 'also against a log that was changed' 1 'not intact' klash --db end.db verify --checkpoints pages.txt
runs 'one that is not signed' klash --db end.db statement correct J-2 --reason 'Kirjoitusvirhe'
gives 'has none yet' None of 'd["checkpoint"]' --db end.db statement show J-4

# --- Signed
if command -v ssh-keygen >/dev/null; then
	ssh-keygen -q -t ed25519 -N '' -C archive -f archive.key
	ssh-keygen -q -t ed25519 -N '' -C other -f other.key
	sign() { rm -f "$2.sig"; ssh-keygen -q -Y sign -n "${3:-klash-checkpoint}" -f "$1" "$2" 2>/dev/null; }
	key() { cut -d' ' -f1,2 "$1.pub"; }
	echo "registry@city.example namespaces=\"klash-checkpoint\" $(key archive.key)" >signers
	sign archive.key lines.txt
	says 'signed by the registry' 'Signed by registry@city.example' klash verify --checkpoints lines.txt --signers signers
	gives 'in JSON' registry@city.example of 'd["checkpoints"]["signed_by"]' verify --checkpoints lines.txt --signers signers
	mkdir -- '-a b;touch x'
	cp lines.txt lines.txt.sig signers -- '-a b;touch x'
	says 'whatever the folder is called' 'Signed by' klash verify --checkpoints './-a b;touch x/lines.txt' --signers './-a b;touch x/signers'
	says 'also without a dot' 'Signed by' klash verify --checkpoints '-a b;touch x/lines.txt' --signers '-a b;touch x/signers'
	signed='another text, or its key'
	cp lines.txt longer.txt && klash checkpoint >>longer.txt && cp lines.txt.sig longer.txt.sig
	refuses 'a text that is not the signed one' 1 "$signed" klash verify --checkpoints longer.txt --signers signers
	sign other.key longer.txt
	refuses 'a key of somebody else' 1 "$signed" klash verify --checkpoints longer.txt --signers signers
	sign archive.key longer.txt file
	refuses 'signed for something else' 1 "$signed" klash verify --checkpoints longer.txt --signers signers
	echo "registry@city.example namespaces=\"git\" $(key archive.key)" >signers.git
	refuses 'allowed for something else' 1 "$signed" klash verify --checkpoints lines.txt --signers signers.git
	printf -- '-x,b@city.example %s\n' "$(key archive.key)" >signers.odd
	says 'several names, an odd one first' 'Signed by' klash verify --checkpoints lines.txt --signers signers.odd
	head -c 100000 /dev/urandom >longer.txt.sig
	refuses 'noise for a signature' 1 "$signed" klash verify --checkpoints longer.txt --signers signers
	rm longer.txt.sig
	refuses 'no signature' 1 'longer.txt.sig' klash verify --checkpoints longer.txt --signers signers
	refuses 'no signers' 1 'nobody.txt' klash verify --checkpoints lines.txt --signers nobody.txt
	refuses 'signers without checkpoints' 1 '--checkpoints FILE' klash verify --signers signers
	refuses 'nothing beside standard input' 1 'with its signature beside it' sh -c '"$KLASH" verify --checkpoints - --signers signers <lines.txt'
	cp ahead.txt signed.txt && sign archive.key signed.txt
	refuses 'a signature does not make it hold' 1 'The log ends before it' klash verify --checkpoints signed.txt --signers signers

	# --- From the auditor's own machine
	runs 'the auditor has a key' klash key add virpi other.key.pub
	print=$(ssh-keygen -lf other.key.pub | cut -d' ' -f2)
	over() { SSH_ORIGINAL_COMMAND="$1" "$KLASH" --db "$work/k.db" --key "$print"; }
	runs 'who takes a checkpoint home' over checkpoint
	cp out home.txt
	says 'and asks later' '1/1' over 'verify --checkpoints -' <home.txt
	refuses 'no file of the server is read' 1 'SSH' over "verify --checkpoints $work/lines.txt"
	refuses 'nor one of signers' 1 'SSH' over "verify --checkpoints - --signers $work/signers" <home.txt
fi
finish
