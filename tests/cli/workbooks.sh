#!/bin/sh
# SPDX-License-Identifier: MIT
# Workbooks (XLSX) in and out: for all that CSV is taken for, and of every list.
. "$(dirname "$0")/tap.sh"
tests=$(cd "$(dirname "$0")" && pwd)
intake=$DATA/intake xlsx=$DATA/xlsx

# --- In: what eight files of municipalities give, one of them a form's workbook
runs 'init' klash init --name-fi 'Klash 2018–2020'
runs 'the deadline is set' klash phase set problems --opens 2018-08-16 --closes 2018-10-31T23:59
for file in 01-clean-utf8.csv 02-excel-fi-cp1252.csv 03-excel-unicode-utf16le.txt \
	04-multiline-quoted-utf8bom.csv 05-latin9-euro.csv 06-mixed-names.csv; do
	case $file in *latin9*) set -- --charset ISO-8859-15 ;; *) set -- ;; esac
	runs "import of $file" klash problem import "$intake/$file" --partial "$@"
done
runs 'Hämeenlinnan kaupunki is 109' klash import decide 6 8 109
runs 'Helsinki/Helsingfors is 091' klash import decide 6 9 091
runs '"49" is 049' klash import decide 6 13 049
says 'a form as a workbook: all nine' '9 added, 0 to be corrected, 0 duplicate, 0 held' \
	klash problem import "$xlsx/07-forms-export.xlsx"
says 'again none' '0 added, 0 to be corrected, 9 duplicate, 0 held' klash problem import "$xlsx/07-forms-export.xlsx"
runs 'file 08' klash problem import "$intake/08-malicious.csv" --partial
# In the eighth file one is late, and one more is recorded that its fixture counts as a copy.
runs 'the rows are those expected' python3 "$tests/expected.py" "$KLASH" "$intake/expected.json" 01-clean-utf8.csv \
	02-excel-fi-cp1252.csv 03-excel-unicode-utf16le.txt 04-multiline-quoted-utf8bom.csv 05-latin9-euro.csv \
	06-mixed-names.csv 07-forms-export.xlsx 08-malicious.csv
gives '77 problems in time from 64 municipalities' '77 64' of \
	'"%d %d" % (sum(not r["late"] for r in d), len({r["municipality"] for r in d if not r["late"]}))' problem list
gives 'the import names its form' XLSX of '[b["charset"] for b in d if "07" in b["file"]][0]' import list

# --- By other programs; a clock's time even where a Z stands behind it
KLASH_DB=$work/b.db; export KLASH_DB
runs 'another' klash init --name-fi Toinen
runs 'its deadline' klash phase set problems --opens 2018-08-16 --closes 2019-12-31
says 'below a title, behind a hidden sheet' '1 added' klash problem import "$xlsx/layout-openpyxl.xlsx"
says 'the zone of a workbook means nothing' '4 added' klash problem import "$xlsx/openpyxl-iso.xlsx"
gives 'the time that the clock showed' 2018-10-31T14:05:00+02:00 of 'min(r["received"] for r in d if r["code"] != "P-001")' problem list
says 'two visible sheets, of which one has such a list' '0 added, 0 to be corrected, 1 duplicate' klash problem import "$xlsx/layout-gnumeric.xlsx" --dry-run
says 'the sheet is named' '0 added' klash problem import "$xlsx/layout-gnumeric.xlsx" --sheet Vastaukset
refuses 'a sheet that is not there' 1 'nothing found' klash problem import "$xlsx/layout-gnumeric.xlsx" --sheet Puuttuu
refuses 'two sheets with such a list' 1 'The sheets are: Yksi|Kaksi' klash problem import "$xlsx/two-lists.xlsx"
says 'one of them named' '1 added' klash problem import "$xlsx/two-lists.xlsx" --sheet Kaksi --dry-run
says 'a code that became a number has its zeros again' '1 added' klash problem import "$xlsx/two-lists.xlsx" --sheet Yksi
gives 'it is Alajärvi' 005 of '[r["municipality"] for r in d if r["title"] == "Yksi"][0]' problem list

# --- No workbook
head -c 3000 "$xlsx/exceljs.xlsx" >cut.xlsx
refuses 'cut off' 1 'or the file is damaged' klash problem import cut.xlsx
printf 'PK\003\004nothing' >not.xlsx
refuses 'not one at all' 1 'This is no workbook' klash problem import not.xlsx
gives 'nothing came of them' 6 of 'len(d)' problem list

# --- Out: of every list, and taken in again
runs 'a list as a workbook' klash problem list --format xlsx -o out.xlsx
refuses 'which is read again: each is known' 1 'is it P-006?' klash problem import out.xlsx --map Applicant=municipality --without description
runs 'through a pipe' sh -c '"$KLASH" problem list --format xlsx | cmp -n 4 - out.xlsx'
refuses 'a file that is there stays' 1 'already there' klash problem list --format xlsx -o out.xlsx
runs 'a single record, too' klash problem show P-001 --format xlsx -o one.xlsx

# --- The same road for teams, people and reviews
KLASH_DB=$work/c.db; export KLASH_DB
runs 'a competition that judges' klash demo --at judging
runs 'reviews as a workbook' klash review export solutions-C-1 --format xlsx -o reviews.xlsx
says 'come back as those that are there' '0 added, 0 to be corrected, 10 duplicate, 0 held' \
	klash review import reviews.xlsx --round solutions-C-1
runs 'people as a workbook' klash person list --columns 'name,contact_*' --format xlsx -o people.xlsx
says 'are known again' '0 added, 0 to be corrected,' klash person import people.xlsx
runs 'applications, too' klash application list --format xlsx -o applications.xlsx
says 'are read in their columns' '0 added, 0 to be corrected, 0 duplicate, 14 held' klash application import applications.xlsx --dry-run --partial --without title --without description
finish
