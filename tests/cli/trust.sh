#!/bin/sh
# SPDX-License-Identifier: MIT
# What is true of a file, asked without an account; copies and archives; a clock that jumps; codes that are
# given once; and files that come back as they went out.
. "$(dirname "$0")/tap.sh"
outside() { python3 -c 'import sqlite3, sys
c = sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.commit(); c.close()' "$@"; }
me=$(id -un 2>/dev/null || echo "uid$(id -u)")
verdict() { "$KLASH" --db "$1" verify --format json; }

runs 'a competition' klash --lang en init --name-fi Koe
runs 'its period' klash phase set problems --opens 2026-01-01 --closes 2046-12-31
runs 'is open' klash phase open problems
for m in Vantaa Joensuu; do
	runs "a problem of $m" klash problem add --municipality $m --title "Ongelma $m" --description "Kuvaus $m"
done
runs 'an auditor' klash account add virpi --name 'Virpi Esimerkki' --role auditor --lang fi

# --- Only the right to read it is asked for
cp k.db other.db
outside other.db "UPDATE account SET login = 'somebodyelse' WHERE login = '$me'"
refuses 'nobody has an account' 1 'no account' klash --db other.db status
refuses 'a changed row of one'"'"'s own account is told as that' 1 'table account, row 1' klash --db other.db verify
refuses 'by check too' 1 'table account, row 1' klash --db other.db check
gives 'in JSON' "False account 1 digest" \
	sh -c 'verdict() { "$KLASH" --db other.db verify --format json; }; verdict | python3 -c "import json,sys; d=json.load(sys.stdin); b=d[\"first_broken\"]; print(d[\"ok\"], b[\"table\"], b[\"row\"], b[\"code\"])"'
cp k.db other.db
outside other.db "UPDATE account SET state = 'disabled' WHERE login = '$me'"
refuses 'so is an account that was disabled' 1 'table account' klash --db other.db verify
cp k.db other.db
outside other.db "UPDATE person SET name = 'Joku Muu' WHERE id = 1"
refuses 'and a person' 1 'table person, row 1' klash --db other.db verify
runs 'one without an account' klash backup plain.db
says 'in the language of the environment' 'Eheä' env LC_ALL=fi_FI.UTF-8 "$KLASH" --db plain.db verify
refuses 'what it is about is not asked' 2 Usage klash --db plain.db verify x

# --- Restored where nobody has an account
outside plain.db "SELECT 1"
other=$(printf 'u%s' "$me")
refuses 'no user name' 1 'User name' klash --db new.db restore plain.db --as-admin '../x'
gives 'nothing was made' no sh -c 'test -e new.db && echo yes || echo no'
if [ "$(id -u)" -eq 0 ] && setpriv --reuid=7001 --regid=7001 --clear-groups true 2>/dev/null; then
	chmod 711 "$work"
	cp "$KLASH" klash; chmod 755 klash
	mkdir theirs; cp plain.db theirs/b.db; chown -R 7001:7001 theirs; chmod 700 theirs
	theirs() { (cd theirs && exec setpriv --reuid=7001 --regid=7001 --clear-groups "$work/klash" "$@"); }
	runs 'verified by somebody else' theirs --db b.db verify
	runs 'restored by somebody else' theirs --db k1.db restore b.db
	refuses 'who is a stranger in it' 1 'no account' theirs --db k1.db status
	refuses 'the owner of a new machine' 0 'is now an administrator' theirs --db k2.db restore b.db --as-admin uid7001
	runs 'is let in' theirs --db k2.db account add j1 --name Juuri --role juror --lang fi
	says 'the log says what it was' 'for whoever restored a backup' theirs --db k2.db log list
	runs 'and the file is what its log says' theirs --db k2.db verify
	refuses 'by the name they had' 0 'uid7001 is now' theirs --db k3.db restore b.db --as-admin virpi
	says 'the account is the same person' 'Virpi Esimerkki' theirs --db k3.db account list
	runs 'with all rights' theirs --db k3.db account add j1 --name Juuri --role juror --lang fi
fi

# --- Other programs
cp plain.db other.db
outside other.db 'ANALYZE'
says 'statistics are no part of a competition' Intact klash --db other.db verify
outside other.db 'CREATE INDEX spy ON note (id)' 2>/dev/null || outside other.db 'CREATE INDEX spy ON person (name)'
refuses 'but what else is there is named' 1 'the tables were changed (spy)' klash --db other.db verify
cp plain.db other.db
outside other.db 'DROP INDEX account_by_person'
refuses 'so is what is missing' 1 '(account_by_person)' klash --db other.db verify
cp plain.db other.db
outside other.db 'PRAGMA application_id = 0; PRAGMA user_version = 0'
refuses 'a copy without its marks' 1 'another program made' klash --db other.db verify
printf 'x' >other.txt
outside foreign.db 'CREATE TABLE a (b)'
refuses 'any other database' 1 'not a Klash competition' klash --db foreign.db verify

# --- Archives
cp plain.db archive.db
chmod 644 archive.db
refuses 'read with a warning' 0 'chmod 600' klash --db archive.db problem list
refuses 'not written to' 1 'chmod 600' klash --db archive.db note add P-001 --text x
gives 'and nothing is left beside it' 'archive.db' sh -c 'ls archive.db*'
mkdir shelf
cp plain.db shelf/a.db
chmod 444 shelf/a.db
chmod 555 shelf
refuses 'a copy in a folder that cannot be written' 0 Intact sh -c '"$KLASH" --db shelf/a.db verify 2>&1 | tee /dev/stderr'
chmod 755 shelf

# --- The clock
if command -v faketime >/dev/null; then
	at() { when=$1; shift; faketime "$when" "$KLASH" --lang en "$@"; }
	runs 'the period is over' klash phase set problems --closes 2026-01-20 --reason x
	runs 'in time is over' klash problem add --municipality Vantaa --title 'Oikea kello' --description x
	refuses 'a clock that fell back is told' 0 'jumped back: it showed 1.1.2020' \
		at '2020-01-01 10:00:00' problem add --municipality Vantaa --title 'Kello taaksepäin' --description x
	gives 'and late stays late' True of 'd[-1]["late"]' problem list
	gives 'the log goes on' True sh -c '"$KLASH" log list --format json | python3 -c "import json,sys; t=[e[\"time\"] for e in json.load(sys.stdin)]; print(t == sorted(t, reverse=True))"'
	says 'the log tells' 'The clock jumped' klash log list
	says 'so does the desk' 'clock has jumped' klash status
	refuses 'so does check' 1 'jumped back' klash check
	refuses 'what binds waits' 1 'clock has jumped' klash phase close problems --reason x
	refuses 'for an administrator with a reason' 1 Reason klash clock accept
	says 'who accepts it' Accepted klash clock accept --reason 'Palvelimen kello'
	refuses 'once' 1 'nothing to accept' klash clock accept --reason x
	says 'then all is in order' 'Everything is in order' klash check
	runs 'and what binds goes on' klash phase close problems --reason x
	runs 'reopened' klash phase reopen problems --reason x
	runs 'set right' klash phase set problems --closes 2046-12-31 --reason x
	mkdir demo
	runs 'a demo' klash --db demo/d.db demo
	gives 'runs on by its own clock a month later' '' sh -c \
		'faketime "+30 days" "$KLASH" --db demo/d.db phase set problems --closes 2019-01-31 --reason x 2>&1 >/dev/null'
fi

# --- Codes are given once
printf 'Kunta;Ongelman otsikko;Kuvaus\nEspoo;Vanha;k\n' >i.csv
runs 'an import' klash problem import i.csv
code=$("$KLASH" problem list --format json | json 'd[-1]["code"]')
runs 'undone' klash import undo 1
runs 'another problem' klash problem add --municipality Kuopio --title Uusi --description k
gives 'has a code of its own' True of "d[-1]['code'] > '$code'" problem list
gives 'under which the log knows nothing else' 1 of 'len(d)' log list --of "$("$KLASH" problem list --format json | json 'd[-1]["code"]')"

# --- Reviews come back as they went
for j in j1 j2; do runs "juror $j" klash account add $j --name "Juuri $j" --role juror --lang fi; done
runs 'a round' klash round add r --kind problems --min-reviews 1
for w in 0 1001; do
	refuses "a weight of $w names the limits" 1 'from 0.001 to 1' klash round criterion r a --weight $w --scale 0:10 --name-fi A --name-sv A
done
refuses 'so does a scale' 1 'from 0 to 1' klash round criterion r a --scale 0:1001 --name-fi A --name-sv A
runs 'a criterion' klash round criterion r a --scale 0:10:0.5 --name-fi A --name-sv A
runs 'jurors' klash round juror r j1 j2
runs 'it opens' klash round open r --reason koe
cat >x.csv <<'X'
juror;submission;a;notes;feedback
j1;P-001;7;- eka;=SUM(A1)
j2;P-001;8;@joku;ok
j1;P-002;8;'=x;''+y
j2;P-002;8;'tavallinen;x'y
X
says 'reviews with signs in front' '4 added' klash review import x.csv --round r --declared s
klash review export r --format json >before.json
for format in --plain '--format csv'; do
	rm -f e.csv
	# shellcheck disable=SC2086
	runs "exported ($format)" klash review export r $format -o e.csv
	says 'taken back unchanged' '0 added, 0 to be corrected, 4 duplicate' klash review import e.csv --round r
done
gives 'the texts are what they were' True sh -c '"$KLASH" review export r --format json | cmp - before.json && echo True'
gives 'also where an apostrophe is their own' "=x '+y 'tavallinen" of \
	"' '.join([d[2]['notes'], d[2]['feedback'], d[3]['notes']])" review export r
runs 'CSV as its help says' klash problem list --plain -o p.csv
gives 'with commas' 'code,applicant,title' sh -c 'head -1 p.csv | cut -d, -f1-3'

# --- Over a juror's own work
printf 'juror;submission;a;notes;feedback;state\nj2;P-003;7,5;omaa;Pitkä palaute;draft\n' >d.csv
printf 'juror;submission;a\nj2;P-003;1\n' >o.csv
says 'a draft' '1 added' klash review import d.csv --round r
refuses 'is not displaced unasked' 1 'row 1, line 2: held: Juuri j2 has an unfinished draft of P-003' \
	klash review import o.csv --round r
says 'which the counts say' '0 added, 0 to be corrected, 0 duplicate, 1 held' \
	sh -c '"$KLASH" review import o.csv --round r || true'
refuses 'on purpose it needs a reason' 1 Reason klash review import o.csv --round r --over-juror
says 'with one it is taken' '1 added' klash review import o.csv --round r --over-juror --reason 'Puhelimessa sovittu'
gives 'and what was there is kept' "[('submitted', '1'), ('displaced', '7.5')] Pitkä palaute Puhelimessa sovittu" of \
	"str([(r['state'], r['scores']['a']) for r in d]) + ' ' + d[1]['feedback'] + ' ' + d[1]['displaced_reason']" \
	review show r P-003 j2
says 'the file is what its log says' Intact klash verify

# --- An index that a newer SQLite wrote (FTS5 secure-delete: version 5 of its format)
export KLASH_DB="$work/newer.db"
runs 'a demo' klash --lang en demo --at problems
refusal 'what is right is not repaired' 1 'nothing to repair' klash check --repair
outside newer.db "UPDATE search_config SET v = 5 WHERE k = 'version'"
refuses 'verify says what wrote it' 1 'a newer SQLite wrote the search index' klash verify
refusal 'so does what would write to it, and names the way out' 1 'klash check --repair' klash note add P-001 --text Huomio
runs 'an administrator has it made anew' klash check --repair
says 'the log says so' 'had the search index made anew' klash log list
says 'the file is what its log says' Intact klash verify
runs 'and writing goes on' klash note add P-001 --text Huomio
outside newer.db "DELETE FROM search_docsize WHERE id = (SELECT max(id) FROM search_docsize)"
refuses 'an index that somebody changed' 1 'the search index does not match' klash verify
runs 'is made anew too' klash check --repair
outside newer.db "UPDATE search_config SET v = 5 WHERE k = 'version'; UPDATE contact_note SET text = 'x'"
refusal 'other faults are not repaired, and not hidden' 1 'table contact_note' klash check --repair
refusal 'for they are another matter' 1 'Only the search index' klash check --repair
finish
