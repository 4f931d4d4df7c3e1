#!/bin/sh
# SPDX-License-Identifier: MIT
# A file that is wrong throughout is told in a few lines; one that is no workbook but called so is refused.
. "$(dirname "$0")/tap.sh"

runs 'a competition' klash init --name-fi 'Kuntien kokeilut'
# import FILE OPTION...: nothing is saved; what is said of the rows is in `err`.
import() { klash problem import "$@" --partial >out 2>said; }
counted() { grep -c "$@" said || true; }

{
	echo 'Kunta;Otsikko;Kuvaus'
	for i in $(seq 60); do echo "Olematon $i;Otsikko $i;Kuvaus"; done
	for i in $(seq 20); do echo "Oulu;;Kuvaus $i"; done
	echo 'Vaasa;Bussit;Ei kulje'
} >wrong.csv
import wrong.csv --dry-run
gives 'sixty rows with the same fault are one line' 1 counted 'Municipality'
gives 'which counts them and names the first' 1 counted '^60 rows, column 1 (Municipality): to be corrected: no municipality has this name; the first are rows 2, 3, 4, 5, 6$'
gives 'of twenty each has its line' 20 counted 'column 2 (Title): to be corrected: is missing'
gives 'and it says where each of them stands' 1 counted -- '--report FILE'
import wrong.csv --dry-run --report all.json
gives 'the report has every row' 80 sh -c 'python3 -c "import json; print(len(json.load(open(\"all.json\"))))"'
gives 'and nothing of it is on the screen' 0 counted 'rows, column'
head -24 wrong.csv >few.csv
sed -i '22,24d' few.csv
import few.csv --dry-run
gives 'twenty alike are twenty lines' 20 counted '^row [0-9]*, line [0-9]*, column 1'
gives 'and nothing is said of a report' 0 counted -- '--report'

# --- Called a workbook
head -c 3000 /dev/urandom >chance.xlsx
refuses 'bytes by chance' 1 'By its name the file is a workbook (XLSX)' klash problem import chance.xlsx
cp wrong.csv text.XLSX
refuses 'a text' 1 'By its name the file is a workbook (XLSX)' klash problem import text.XLSX
refuses 'for whatever is imported' 1 'By its name the file is a workbook (XLSX)' klash person import text.XLSX
cp wrong.csv xlsx.csv
gives 'a text that is called so else is read' 80 sh -c '"$KLASH" problem import xlsx.csv --dry-run --report r.json >/dev/null 2>&1; python3 -c "import json; print(len(json.load(open(\"r.json\"))))"'
gives 'nothing came in' 0 sh -c '"$KLASH" problem list --format json | python3 -c "import json,sys; print(len(json.load(sys.stdin)))"'

# --- What a spreadsheet would take for a day
runs 'a case number' klash problem add --municipality Oulu --title Kyyti --description Ei --case-number 5/2019
gives 'is guarded for Excel' "'5/2019" sh -c '"$KLASH" problem list --format csv --columns case_number | tail -1 | tr -d "\r"'
gives 'and exact for a program' 5/2019 sh -c '"$KLASH" problem list --format csv --plain --columns case_number | tail -1 | tr -d "\r"'
gives 'a day is a day' "$(TZ=Europe/Helsinki date +%-d.%-m.%Y)" sh -c '"$KLASH" problem list --format csv --columns received | tail -1 | cut -d" " -f1'
klash problem list --format csv --columns municipality,title,description,case_number >back.csv 2>/dev/null
sed -i 's/Kyyti/Toinen kyyti/' back.csv
runs 'taken in again' klash problem import back.csv
gives 'it is the number that it was' 5/2019 sh -c '"$KLASH" problem show P-002 --format json | python3 -c "import json,sys; print(json.load(sys.stdin)[\"case_number\"])"'
finish
