#!/bin/sh
# SPDX-License-Identifier: MIT
# Whatever is wrong with a file, a word, a disk or a terminal: one clear sentence in the reader's language,
# nothing on the terminal but text, and everything as it was.
. "$(dirname "$0")/tap.sh"

# What everything is, to the byte; settle takes note of it, unchanged compares.
digest() { find . -type f ! -name out ! -name err ! -name '*-lock' -exec sha256sum {} + | LC_ALL=C sort | sha256sum; }
settle() { known=$(digest); }
unchanged() { before=$known; settle; [ "$before" = "$known" ]; }

# harmless FILE...: valid UTF-8 without controls, reversals and invisible characters.
harmless() {
	! LC_ALL=C grep -qP '[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa0-\xaf]' "$@" &&
		cat "$@" | iconv -f UTF-8 -t UTF-8 >/dev/null 2>&1
}

# declines NAME ENGLISH FINNISH SWEDISH OPTIONS...: status 1 in each language, with that text, as text, and
# nothing has changed.
declines() {
	name=$1 in_en=$2 in_fi=$3 in_sv=$4; shift 4
	for lang in en fi sv; do
		eval "text=\$in_$lang"
		"$KLASH" --lang $lang "$@" >out 2>err </dev/null
		got=$?
		if [ $got -eq 1 ] && grep -qF -- "$text" err && harmless out err && unchanged; then
			pass "$name ($lang)"
		else
			miss "$name ($lang)" "status 1 (got $got), as text, nothing changed: $text"
		fi
	done
}
# survives NAME COMMAND...: it fails with a message, is not killed, and nothing has changed.
survives() {
	name=$1; shift
	"$@" >out 2>err </dev/null
	got=$?
	if [ $got -ge 1 ] && [ $got -le 2 ] && [ -s err ] && harmless out err && unchanged; then
		pass "$name"
	else
		miss "$name" "status 1 or 2 (got $got), a message as text, nothing changed"
	fi
}
# sql FILE STATEMENTS: as somebody with the sqlite3 program would; the file is then its owner's alone.
sql() { python3 -c 'import sqlite3,sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])' "$@"; chmod 600 "$1"; }

runs 'init' klash init --name-fi 'Klash' --name-sv 'Klash'
runs 'a problem' klash problem add --municipality Vaasa --title 'Liikenne'
settle

# --- Files that are no competition
missing='There is no such file' puuttuu='Tiedostoa ei ole' saknas='Filen finns inte'
declines 'a file that is not there' "$missing" "$puuttuu" "$saknas" --db none.db status
declines 'in a directory that is not there' "$missing" "$puuttuu" "$saknas" --db none/k.db status
foreign='not a Klash competition' vieras='ei ole Klash-kilpailu' annan='inte en Klash-tävling'
echo 'Hyvää päivää' >text.db; : >empty.db; mkdir -m 700 dir.db; mkfifo pipe.db; chmod 600 ./*.db
head -c 4096 /dev/urandom >noise.db; chmod 600 noise.db; chmod 700 dir.db
sql other.db 'CREATE TABLE t(a); PRAGMA application_id = 42'
settle
for file in text empty noise other dir pipe; do
	declines "$file.db is another thing" "$foreign" "$vieras" "$annan" --db $file.db problem list
done
rm -f pipe.db noise.db other.db empty.db
cp k.db new.db; sql new.db 'PRAGMA user_version = 99'; settle
declines 'made by a newer Klash' 'A newer Klash' 'uudemmalla Klash-versiolla' 'En nyare version' --db new.db status
mv new.db old.db; sql old.db "PRAGMA user_version = 1; UPDATE meta SET value = 'x' WHERE key = 'schema'"; settle
declines 'made by a development version' 'development version' 'kehitysversio' 'utvecklingsversion' --db old.db status
mv old.db wide.db; chmod 644 wide.db; settle
declines 'a file that everybody may read' 'should be 600' 'pitäisi olla 600' 'borde vara 600' --db wide.db status
mv wide.db short.db; head -c 20000 k.db >short.db; chmod 600 short.db; settle
survives 'a file that was cut off' klash --db short.db check
mv short.db torn.db; cp k.db torn.db; dd if=/dev/zero of=torn.db bs=4096 seek=5 count=60 conv=notrunc 2>/dev/null; settle
survives 'a file with a hole: check' klash --db torn.db check
survives 'a file with a hole: list' klash --db torn.db municipality list
refuses 'init never replaces a file' 1 'already' klash --db text.db init
gives 'it is still there' 'Hyvää päivää' cat text.db
rm torn.db

# --- Files to import
tieto='tällä nimellä tai koodilla' inget='inget hittades'
printf 'Kunta,Otsikko,Kuvaus\nVaasa,Uusi,\n' >good.csv; settle
declines 'a file to import that is not there' 'no file of that name' 'tällä nimellä ei ole tiedostoa' 'ingen fil med det namnet' problem import none.csv
declines 'a directory' 'not a possible value' 'ei ole mahdollinen' 'inte möjligt' problem import dir.db
declines 'an unknown character set' 'Character set: this is not' 'Merkistö: tämä arvo ei' 'Teckenkodning: värdet är inte' \
	problem import good.csv --charset KLINGON-8
declines 'no separator' 'Separator: this is not' 'Erotin: tämä arvo ei' 'Avskiljare: värdet är inte' \
	problem import good.csv --delimiter '::'
declines 'a column that is not there' 'Column: nothing found' 'Sarake: tällä' 'Kolumn: inget' problem import good.csv --map 9=title
: >empty.csv; printf 'PK\003\004rest' >sheet.csv; printf 'Nimi;Sivu\nA;B\n' >columns.csv; settle
declines 'an empty file' 'is empty' 'on tyhjä' 'är tom' problem import empty.csv
declines 'a spreadsheet' 'This is no workbook' 'Tämä ei ole työkirja' 'Det här är ingen arbetsbok' problem import sheet.csv
declines 'columns nobody knows' 'no column has this heading' 'sarakkeella' 'ingen kolumn' problem import columns.csv
printf 'Kunta,Otsikko,Kuvaus\nVaasa,A,' | iconv -f UTF-8 -t UTF-16LE >wide.csv; settle
survives 'UTF-16 that does not say so' klash problem import wide.csv
python3 -c 'print("Kunta,Otsikko,Kuvaus\nVaasa,Pitkä,\"" + "ä" * 20000 + "\"")' >long.csv; settle
declines 'a cell of 20,000 characters' 'too long (20000)' 'liian pitkä (20000)' 'för lång (20000)' problem import long.csv
printf 'Kunta,Otsikko,Kuvaus\nVaasa,A\000B,\nVaasa,\033]0;x\007,\nVaasa,a\342\200\256b,\nVaasa,\233x,\n' >nul.csv; settle
declines 'a NUL, an escape, a reversal' 'contains a NUL' 'NUL-merkin' 'NUL-tecken' problem import nul.csv --charset UTF-8
printf 'Kunta,Otsikko,Kuvaus,x\033[2J\302\233\nVaasa,A,,b\n' >heading.csv
says 'a heading with controls is not shown' 'Nothing was saved' klash problem import heading.csv --dry-run
runs 'nothing of it on the terminal' harmless out err
cp good.csv "$(printf 'p\344iv\344\033[2J.csv')"
runs 'a file name in Latin-1' klash problem import "$(printf 'p\344iv\344\033[2J.csv')"
gives 'is listed as text' 'True' of '"iv" in d[0]["file"]' import list
says 'and shown' 'iv' klash import list
runs 'nothing of it on the terminal' harmless out err

# --- Words
escape=$(printf 'A\033[2Jb') c1=$(printf 'A\302\233b') bidi=$(printf 'a\342\200\256b') latin1=$(printf 'p\344iv\344')
settle
declines 'an escape in a title' 'control characters' 'ohjausmerkkejä' 'styrtecken' \
	problem add --municipality Vaasa --title "$escape"
declines 'a reversal in a title' 'invisible characters' 'näkymättömiä' 'osynliga' \
	problem add --municipality Vaasa --title "$bidi"
declines 'a title in Latin-1' 'Title: this is not' 'Otsikko: tämä arvo ei' 'Rubrik: värdet är inte' \
	problem add --municipality Vaasa --title "$latin1"
declines 'a title too long' '201 characters are too many' '201' '201' \
	problem add --municipality Vaasa --title "$(printf '%0201d' 0)"
for bad in "$escape" "$c1" "$bidi" "$latin1"; do
	survives 'as a municipality' klash municipality show "$bad"
	survives 'as a command' klash "$bad"
	survives 'as a subcommand' klash problem "$bad"
	survives 'as a file' klash --db "$bad" status
	survives 'as a file to import' klash problem import "$bad"
	survives 'as a name' klash person add --name "$bad"
	survives 'as an address' klash person add --name A --email "$bad@example.fi"
	survives 'as a login' klash account add "$bad" --name A --role juror
	survives 'as somebody to act for' klash --as "$bad" status
	survives 'as an organization' klash organization add --name-fi "$bad"
	survives 'as a spelling' klash municipality name Vaasa "$bad" --alias
	survives 'as a description' klash problem edit P-001 --description "$bad"
	survives 'as a case number' klash problem edit P-001 --case-number "$bad"
	survives 'as a reason' klash problem exclude P-001 --reason "$bad"
	survives 'as a note' klash note add P-001 --text "$bad"
	survives 'as a round' klash round add "$bad" --kind problem
	survives 'as a date' klash phase set problems --opens "$bad"
	survives 'as a state' klash problem list --state "$bad"
done
for junk in 3x 1e3 0x10 '' ' ' -1 99999999999999999999; do
	survives "\"$junk\" is no number: import" klash import undo "$junk"
	survives "\"$junk\" is no number: reviews" klash round add r --kind problem --min-reviews "$junk"
	survives "\"$junk\" is no number: note" klash note done "$junk"
	survives "\"$junk\" is no date" klash phase set problems --closes "$junk"
done
printf '{"title": ' >half.json; printf '["title"]' >list.json; settle
survives 'half a JSON' klash problem edit P-001 --json half.json
survives 'another JSON' klash problem edit P-001 --json list.json
survives 'an unknown command' klash nonsense
survives 'an unknown option' klash problem list --nonsense
survives 'an output that is there' klash problem list --output good.csv
survives 'a full output' sh -c '"$KLASH" municipality list >/dev/full'

# Every command that reads, asked for what there is not: one sentence, and nothing else on standard error.
klash --help | sed -n 's/^  \([a-z-]*\)  *.*/\1/p' | while read -r noun; do
	klash "$noun" --help | sed -n "s/^klash $noun \\(\\(list\\|show\\|hints\\|progress\\|rows\\|served\\|check\\|export\\)[^[]*\\).*/\\1/p" |
		sed "s/^/$noun /"
done >reading
klash --help >/dev/null && echo 'rank KEY' >>reading
while read -r noun verb rest; do
	[ "$noun" != rank ] || { rest=$verb verb=; }
	# shellcheck disable=SC2046,SC2086
	set -- $noun $verb $(echo "$rest" | sed 's/[^ ][^ ]*/nope/g')
	for format in json table; do
		klash "$@" --format $format >out 2>err </dev/null
		got=$?
		[ $got -le 2 ] && [ "$(wc -l <err)" -le 1 ] && harmless out err || echo "$* --format $format: $got" >>loud
	done
done <reading
if [ "$(wc -l <reading)" -gt 40 ] && [ ! -e loud ]; then
	pass 'what is not there is told in one sentence by every command that reads'
else
	miss 'what is not there is told in one sentence' "$(wc -l <reading) $(cat loud)"
fi

# --- Disks
cat >big.py <<'PY'
print('Kunta,Otsikko,Kuvaus')
for n in range(400):
    print(f'Vaasa,Ongelma {n},' + 'kuvaus ' * 700)
PY
python3 big.py >big.csv
mkdir -m 700 small
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=4m,mode=700 tmpfs small 2>err; then
	trap 'umount "$work/small"; rm -rf "$work"' EXIT
	cp -p k.db small/k.db; settle
	declines 'a full disk' 'The disk is full' 'Levy on täynnä' 'Disken är full' --db small/k.db problem import big.csv
	says 'the file is intact' 'Intact' klash --db small/k.db verify
	# Room for what opening a file needs beside it, and for no second file.
	head -c "$(($(df --output=avail -B1 small | tail -1) - 600000))" /dev/zero >small/ballast; settle
	declines 'no room for a new one' 'The disk is full' 'Levy on täynnä' 'Disken är full' --db small/new.db init
	declines 'nor for a backup' 'The disk is full' 'Levy on täynnä' 'Disken är full' --db small/k.db backup small/copy.db
	rm small/ballast
	runs 'with room again it goes on' klash --db small/k.db problem add --municipality Turku --title Tilaa
	umount small
	trap 'rm -rf "$work"' EXIT
else
	pass 'a full disk # SKIP needs root'
fi
cp -p k.db limited.db; settle
survives 'a limit on the size of files' sh -c 'ulimit -f 2000; exec "$KLASH" --db limited.db problem import big.csv'
says 'the file is intact' 'Intact' klash --db limited.db verify
survives 'nothing is left of a new one' sh -c 'ulimit -f 500; exec "$KLASH" --db half.db init'

# --- Terminals
cat >inside.py <<'PY'
import os, pty, sys
os.environ['TERM'] = sys.argv[1]
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[2:])))
PY
settle
declines 'no terminal' 'the screens need a terminal' 'tarvitsevat päätteen' 'kräver en terminal'
for lang in 'en Number:' 'fi Numero:' 'sv Nummer:'; do
	asks_in() { printf "0\\n" | python3 inside.py dumb "$KLASH" --lang "$1" --db dumb.db >out 2>&1; }
	[ -f dumb.db ] || "$KLASH" --db dumb.db init >/dev/null
	asks_in "${lang%% *}"
	if grep -qF -- "${lang#* }" out; then pass "TERM=dumb (${lang%% *})"; else miss "TERM=dumb" "$lang"; fi
done
gives 'the environment names the language' 1 \
	sh -c 'LC_ALL= LANG=fi_FI.UTF-8 "$KLASH" --db none.db status 2>&1 | grep -c "Tiedostoa ei ole"'
gives 'no locale is needed' 1 \
	sh -c 'env -i LC_ALL=C "$KLASH" --lang sv --db none.db status 2>&1 | grep -c "Filen finns inte"'
gives 'catalogs come from nowhere else' 1 \
	sh -c 'LANGUAGE=../../..$PWD/evil "$KLASH" --db none.db status 2>&1 | grep -c "no such file"'
mkdir locales
if localedef --no-archive -i fi_FI -f ISO-8859-1 locales/fi_FI.iso88591 2>err; then
	export LOCPATH="$work/locales" LC_ALL=fi_FI.iso88591
	python3 inside.py xterm "$KLASH" </dev/null >err 2>&1
	echo $? >out
	if [ "$(cat out)" = 1 ] && grep -q 'does not use UTF-8' err && grep -q 'ei kayta' err && grep -q 'anvander inte' err &&
		! LC_ALL=C grep -q '[^ -~[:space:]]' err; then
		pass 'a Latin-1 terminal: told in plain letters'
	else
		miss 'a Latin-1 terminal' 'told in plain letters'
	fi
	gives 'commands write UTF-8 all the same' 'Åbo' of '[r["name_sv"] for r in d if r["code"] == "853"][0]' municipality list
	refuses 'an error too, in Finnish' 1 'Tiedostoa ei ole' klash --db none.db status
	unset LOCPATH
	export LC_ALL=C.UTF-8
else
	pass 'a Latin-1 terminal # SKIP localedef cannot make one'
fi
says 'after all this the file is intact' 'Intact' klash verify
finish
