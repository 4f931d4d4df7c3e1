#!/bin/sh
# SPDX-License-Identifier: MIT
# The offline score sheet: what stands on it, how it comes back filled in, and what is done with its declaration.
tests=$(cd "$(dirname "$0")" && pwd)
. "$(dirname "$0")/tap.sh"

# fill FILE ANSWER DATE SIGNATURE SCORE...: what a juror types into a sheet that lies in sheet.csv, one SCORE a row
# ("7,5;2" into the criteria's cells).
fill() {
	python3 - "$@" <<'PY'
import csv, sys
name, answer, date, signature, *scores = sys.argv[1:]
rows = list(csv.reader(open('sheet.csv', encoding='utf-8-sig', newline=''), delimiter=';'))
heading = next(i for i, r in enumerate(rows) if r[0] in ('Code', 'Koodi', 'Kod'))
head = [r for r in rows[:heading] if r[0]]
head[2][1], head[3][1], head[4][1] = answer, date, signature
first = 2 if rows[heading][2].startswith('Arvo') else 3
for row, cells in zip(rows[heading + 1:], scores):
    cells = cells.split(';')
    row[first:first + len(cells)] = cells
with open(name, 'w', encoding='utf-8-sig', newline='') as out:
    csv.writer(out, delimiter=';').writerows(rows)
PY
}
# head_of LABEL: the cells behind a label of sheet.csv.
head_of() { sed -n "s/^\(\xEF\xBB\xBF\)\?$1;//p" sheet.csv | tr -d '\r'; }

runs 'init' klash init --name-fi Testi
for n in 1 2 3; do
	runs "problem $n" klash problem add --municipality "09$((n % 2))" --title "Ongelma $n" --description "Kuvaus $n"
done
runs 'juror fi' klash account add aapo --name 'Aapo Arvioija' --role juror --lang fi
runs 'juror sv' klash account add saga --name 'Saga Svensk' --role juror --lang sv
runs 'juror en' klash account add eve --name 'Eve English' --role juror --lang en
runs 'round' klash round add problems --kind problems --min-reviews 1 --quorum 2
runs 'criterion a' klash round criterion problems a --weight 40 --scale 0:10:0.5 --name-fi Arvo --name-sv Värde --name-en Value
runs 'criterion b' klash round criterion problems b --weight 60 --scale 0:10 --name-fi Hyöty --name-sv Nytta --name-en Use
runs 'panel' klash round juror problems aapo saga eve --chair aapo
refuses 'no sheet before the opening' 1 'has not been opened' klash review sheet problems aapo
runs 'open' klash round open problems --reason Testi
refuses 'of nobody' 1 'nobody' klash review sheet problems nobody
refuses 'a spreadsheet is one person'"'"'s' 1 'Juror' klash review sheet problems --format csv

# --- What stands on it
klash review sheet problems aapo >text
for words in 'Aapo Arvioija (aapo)' 'P-001  Ongelma 1' 'Helsinki' 'Arvo (40 %, 0–10)' 'vähäinen'; do
	gives "it has: $words" 1 sh -c "tr '\302\240' '  ' <text | tr -s ' ' | grep -cm1 -F '$(echo "$words" | tr -s ' ')'"
done
gives 'no text before the declaration' 0 sh -c "grep -c 'Kuvaus 1' text || true"
klash review sheet problems >all
gives 'all of them at once' 3 sh -c "grep -cE '\((aapo|saga|eve)\)$' all"
gives 'each in its language' '1 1 1' sh -c 'echo $(grep -c "Arviointilomake" all) $(grep -c "Bedömningsblankett" all) $(grep -c "Score sheet" all)'
says 'it is in the log' 'review.sheet' sh -c '"$KLASH" log list --format json'

# --- Back with its declaration
for who in aapo saga eve; do klash review sheet problems $who --format csv >$who.csv; done
cp aapo.csv sheet.csv
gives 'whose it is' 'Aapo Arvioija;aapo;;;;;' head_of Jäsen
refuses 'empty' 1 'The declaration at the top of the sheet is not filled in' klash review import aapo.csv --round problems
fill half.csv ei '' 'Aapo Arvioija' '7,5;2' '3;4' '1;1'
refuses 'without a date' 1 'has no date' klash review import half.csv --round problems
fill half.csv ei 12.12.2018 '' '7,5;2'
refuses 'unsigned' 1 'has no signature' klash review import half.csv --round problems
fill half.csv '' 12.12.2018 'Aapo Arvioija' '7,5;2'
refuses 'signed but says nothing' 1 'does not say whether' klash review import half.csv --round problems
fill half.csv 'P-003' 12.12.2018 'Aapo Arvioija' '7,5;2'
refuses 'a conflict without its ground' 1 'number of a ground' klash review import half.csv --round problems
fill half.csv 'P-009=4' 12.12.2018 'Aapo Arvioija' '7,5;2'
refuses 'a code there is not' 1 'not in this round' klash review import half.csv --round problems
fill half.csv ei 12.12.2018 'Aapo Arvioija' '7,5;2' '3;'
refuses 'a row half filled in, by its place' 1 'row 19, line 19: b: Every criterion' klash review import half.csv --round problems
gives 'nobody has declared by all that' '[None, None, None]' of '[r["declared"] for r in d]' declaration list problems
fill aapo-back.csv ei 12.12.2018 'Aapo Arvioija' '7,5;2' '' '1;1'
says 'none' '2 added, 0 to be corrected, 0 duplicate' klash review import aapo-back.csv --round problems
gives 'declared with its source' "('aapo-back.csv, 12.12.2018', True)" \
	of 'next((r["source"], r["entered_by"] != "") for r in d if r["juror"] == "aapo")' declaration list problems
gives 'scored as written' "{'a': '7.5', 'b': '2'}" of 'd[0]["scores"]' review show problems P-001 aapo
gives 'an empty row is no review' none of 'next(r["state"] for r in d if r["juror"] == "aapo" and r["submission"] == "P-002")' review list problems
says 'twice adds nothing' '0 added, 0 to be corrected, 2 duplicate' klash review import aapo-back.csv --round problems
klash review sheet problems aapo >text
gives 'the next sheet has what is left, with its text' '0 1' sh -c 'echo $(grep -c "Kuvaus 1" text) $(grep -c "Kuvaus 2" text)'

# --- The same as a workbook, in a file of its own
main=$KLASH_DB KLASH_DB="$work/book.db"
runs 'another competition' klash init --name-fi Työkirja
for n in 1 2 3; do
	runs "its problem $n" klash problem add --municipality "09$((n % 2))" --title "Ongelma $n" --description "Kuvaus $n"
done
runs 'its juror' klash account add aapo --name 'Aapo Arvioija' --role juror --lang fi
runs 'its round' klash round add problems --kind problems --min-reviews 1 --quorum 1
runs 'its criterion' klash round criterion problems a --weight 40 --scale 0:10:0.5 --name-fi Arvo --name-sv Värde
runs 'its panel' klash round juror problems aapo --chair aapo
runs 'its opening' klash round open problems --reason Testi
refuses 'a workbook is one person'"'"'s' 1 'Juror' klash review sheet problems --format xlsx -o all.xlsx
runs 'a sheet as a workbook' klash review sheet problems aapo --format xlsx -o sheet.xlsx
says 'it is in the log' 'review.sheet' sh -c '"$KLASH" log list --format json'
refuses 'it comes back empty' 1 'The declaration at the top of the sheet is not filled in' \
	klash review import sheet.xlsx --round problems
typed() { python3 "$tests/fill_sheet.py" sheet.xlsx "$@"; }
typed half.xlsx B4=ei B6='Aapo Arvioija' D17=7.5
refuses 'without a date' 1 'has no date' klash review import half.xlsx --round problems
typed half.xlsx B4=ei B5=2018-12-12 B6='Aapo Arvioija' D17=77
refuses 'by the row of the workbook' 1 'row 17' klash review import half.xlsx --round problems
typed back.xlsx B4='P-003=4' B5=2018-12-12 B6='Aapo Arvioija' D17=7.5 E17='Tärkeä' D18=8 F18='_x0041_ =1+1' D19=1
says 'filled in' '2 added, 0 to be corrected, 0 duplicate' klash review import back.xlsx --round problems
gives 'with its declaration' "[('P-003', '4', 'declared')]" \
	of '[(r["submission"], r["ground"], r["state"]) for r in d]' conflict list problems
gives 'its source and day' "back.xlsx, 12.12.2018" of 'd[0]["source"]' declaration list problems
gives 'scores, notes and feedback as typed' "7.5 Tärkeä _x0041_ =1+1" sh -c \
	'(klash() { "$KLASH" "$@" --format json; }; klash review show problems P-001 aapo; klash review show problems P-002 aapo) |
	python3 -c "import json,sys; a,i=json.JSONDecoder().raw_decode(t:=sys.stdin.read()); b=json.loads(t[i:]); print(a[0][\"scores\"][\"a\"], a[0][\"notes\"], b[0][\"feedback\"])"'
KLASH_DB=$main

# --- A conflict on the sheet bars as a declaration would; in Swedish, as a spreadsheet saves it
cp saga.csv sheet.csv
fill saga-back.csv 'P-003 (4), P-001=7' 13.12.2018 'Saga Svensk' '9;9' '5,5;6' '8;8'
iconv -f UTF-8 -t WINDOWS-1252 saga-back.csv -c >saga-1252.csv
says 'rows it bars are left out' '1 added, 0 to be corrected, 0 duplicate' klash review import saga-1252.csv --round problems
gives 'recorded with their grounds' "[('P-003', '4', 'declared'), ('P-001', '7', 'declared')]" \
	of '[(r["submission"], r["ground"], r["state"]) for r in d if r["juror"] == "saga"]' conflict list problems
gives 'not reviewed' "['barred', 'submitted', 'barred']" of '[r["state"] for r in d if r["juror"] == "saga"]' review list problems
says 'twice adds nothing' '0 added, 0 to be corrected, 1 duplicate' klash review import saga-1252.csv --round problems
gives 'not a conflict either' 2 of 'len(d)' conflict list problems

# --- Found since: the sheet of who has declared already
klash review sheet problems aapo --format csv >sheet.csv
fill since.csv 'P-002=5' 14.12.2018 'Aapo Arvioija' '4;4'
says 'a conflict found since' '0 added' klash review import since.csv --round problems
gives 'with who recorded it and where it stands' "('P-002', '5', 'since.csv, 14.12.2018', True)" \
	of '[(r["submission"], r["ground"], r["source"], r["entered_by"] != "") for r in d if r["juror"] == "aapo"][0]' conflict list problems
refuses 'nothing left' 1 'nothing left to review' klash review sheet problems aapo

# --- Declared elsewhere, another round, in another's name
cp eve.csv sheet.csv
fill eve-back.csv '' '' '' '1;1' '2;2' '3;3'
refuses 'not under another name' 1 '--as' sh -c 'sed "s/^Conflicts of interest;/&none/; s/^Date;/&1.1.2019/; s/^Signature;/&Eve/" eve-back.csv >eve-named.csv; "$KLASH" --as root review import eve-named.csv --round problems'
runs 'another round' klash round add other --kind problems
refuses 'a sheet of another round' 1 'of another round' klash review import eve-back.csv --round other
says 'declared on a form of its own' '3 added' klash review import eve-back.csv --round problems --declared 'Lomakekansio 3'
gives 'with that source' 'Lomakekansio 3' of 'next(r["source"] for r in d if r["juror"] == "eve")' declaration list problems

# --- A blind round: names before codes, never on one sheet
export KLASH_DB="$work/demo.db"
runs 'the demo' klash demo
klash review sheet solutions-C-1 tapio >text
gives 'codes' 2 sh -c 'grep -c "^K-" text'
gives 'no team' 0 sh -c '"$KLASH" team list --format json | python3 -c "import json,sys; t=open(\"text\").read(); print(sum(x[\"name\"] in t for x in json.load(sys.stdin)))"'
runs 'somebody new' klash account add uusi --name 'Uusi Jäsen' --role juror --lang fi
runs 'on the panel' klash round juror solutions-C-1 uusi
klash review sheet solutions-C-1 uusi >text
gives 'names without a code' '0 True' sh -c 'echo $(grep -c "K-" text) $("$KLASH" team list --format json | python3 -c "import json,sys; t=open(\"text\").read(); print(any(x[\"name\"] in t for x in json.load(sys.stdin)))")'
refuses 'not as a spreadsheet' 1 'by names comes first' klash review sheet solutions-C-1 uusi --format csv
runs 'declared' klash declaration add solutions-C-1 uusi --source 'Lomake'
klash review sheet solutions-C-1 uusi >text
gives 'then codes without a name' '2 0' sh -c 'echo $(grep -c "^K-" text) $("$KLASH" team list --format json | python3 -c "import json,sys; t=open(\"text\").read(); print(sum(x[\"name\"] in t for x in json.load(sys.stdin)))")'
finish
