#!/bin/sh
# SPDX-License-Identifier: MIT
# What the office sends out comes back without a question; addresses of registries; what a report says of each row.
. "$(dirname "$0")/tap.sh"

# filled KIT OUT CELL... [| CELL...]: rows below the headings of the kit's first sheet.
filled() { python3 - "$@" <<'END'
import sys, zipfile
from xml.sax.saxutils import escape
kit, out, *cells = sys.argv[1:]
rows = [[]]
for cell in cells:
    rows.append([]) if cell == '|' else rows[-1].append(cell)
xml = ''.join(f'<row r="{r}">' + ''.join(f'<c r="{chr(65 + c)}{r}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
                                        for c, cell in enumerate(row) if cell) + '</row>' for r, row in enumerate(rows, 2))
with zipfile.ZipFile(kit) as old, zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as new:
    for part in old.infolist():
        data = old.read(part).decode()
        new.writestr(part, data.replace('</sheetData>', xml + '</sheetData>') if part.filename == 'xl/worksheets/sheet1.xml' else data)
END
}
# part FILE NAME: a part of a workbook.
part() { python3 -c 'import sys, zipfile; sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())' "$@"; }
limits() { part kit/problem.xlsx xl/worksheets/sheet1.xml | grep -o '<formula1>[0-9]*' | sed 's/<formula1>//' | sort -u | tr '\n' ' ' | sed 's/ $//'; }
# sheet KIT: the text of the kit's sheets.
sheet() { "$KLASH_DOCUMENTS" read-xlsx <"$1"; }
# silent COMMAND...: done, and nothing was said of the columns.
silent() { if "$@" >out 2>err && [ ! -s err ]; then pass "no question: $*"; else miss "no question: $*" "$(cat err)"; fi; }

runs 'applications are open' klash demo --at applications
runs 'the kit' klash intake-kit kit
gives 'a workbook and questions in two languages and two forms, for each of three' 15 sh -c 'ls kit | wc -l'
refuses 'a folder that is there stays' 1 'already' klash intake-kit kit
refuses 'one in a folder that is not there' 1 'Directory' klash intake-kit none/kit
says 'headings in both languages' 'Kunta / Kommun' sheet kit/problem.xlsx
says 'the questions on a sheet of their own' 'Mikä kunta lähettää' sheet kit/problem.xlsx
says 'and in Swedish' 'Vilken kommun skickar' sheet kit/problem.xlsx
gives 'every column has its limit' '10000 200 320' limits
says "a team's kind is chosen" 'yritys,startup' part kit/application.xlsx xl/worksheets/sheet1.xml
says 'for a web form' 'Verkkolomakkeen tekijälle' cat kit/problem.fi.txt
says 'in Swedish' 'För den som gör webbformuläret' cat kit/application.sv.html

KLASH_DB=$work/b.db; export KLASH_DB
runs 'problems are open' klash demo --at call
runs 'a municipality fills it in' filled kit/problem.xlsx problems.xlsx 'Turku' 'Kotihoidon reitit' 'Matkat ovat pitkiä.' 'Hyvinvointi' \
	'Malli Mallinen' 'malli@turku.example' '040 1' '|' '005' 'Toinen ongelma' 'Sen kuvaus.'
silent klash problem import problems.xlsx
gives 'with all that it says' "[('005', 'Toinen ongelma', ''), ('853', 'Kotihoidon reitit', 'malli@turku.example')]" sh -c \
	'"$KLASH" problem list --format json --columns code,municipality,title,contact_email | python3 -c "import json,sys; print(sorted((r[\"municipality\"], r[\"title\"], r[\"contact_email\"] or \"\") for r in json.load(sys.stdin) if r[\"title\"] in (\"Toinen ongelma\", \"Kotihoidon reitit\")))"'
KLASH_DB=$work/k.db
runs 'a team fills it in' filled kit/application.xlsx applications.xlsx 'C-1' 'Kokeilijat' 'yritys' 'Malliyritys Oy' 'Aino A
Eino E
Oili O' 'aino@a.example
eino@e.example
oili@o.example' 'Naapuriapu' 'Näin se toimii.' 'Aino A' 'aino@a.example' '040 2'
silent klash application import applications.xlsx
says 'with its members' 'Eino E' klash team show Kokeilijat

# --- Addresses of registries: none is shipped
gives 'nobody has one' '' sh -c '"$KLASH" municipality show Turku --format csv --columns registry_email --plain | tail -n +2 | tr -d "\",\r\n"'
runs 'one by hand' klash municipality edit 853 --registry-email kirjaamo@turku.example --registry-post 'PL 355
20101 Turku'
says 'is shown' 'kirjaamo@turku.example' klash municipality show Åbo
says 'of several lines' '20101 Turku' klash municipality show Turku
refuses 'what is no address' 1 'e-mail' klash municipality edit Turku --registry-email turku
says 'stays as it was' 'kirjaamo@turku.example' klash municipality show Turku
cat >kunnat.csv <<'END'
Kuntanumero;Kunta;Kirjaamo;Katuosoite;Postinumero;Postitoimipaikka
049;Espoo;kirjaamo@espoo.example;PL 1;02070;ESPOO
;Jakobstad;registrator@jakobstad.example;;;
;Olematon;kirjaamo@olematon.example;;;
;Hämeenlinnan kaupunki;kirjaamo@hameenlinna.example;;;
837;Turku;kirjaamo@sekaisin.example;;;
END
refuses 'with faults none comes in' 1 'row 4' klash municipality import kunnat.csv
cp err faults
says 'each is named by its row' 'row 5' cat faults
says 'with what is meant' 'Hämeenlinna (109)' cat faults
says 'the good ones' '2 added, 3 to be corrected, 0 duplicate, 0 held' klash municipality import kunnat.csv --partial --report report.json
gives 'the report names row, column, cell and offer' "[(4, 'Kunta', 'Olematon', None), (5, 'Kunta', 'Hämeenlinnan kaupunki', 'Hämeenlinna (109)'), (6, 'Kunta', 'Turku', None)]" \
	python3 -c 'import json; print([(r["row"], r["column"], r["cell"], r["suggestion"]) for r in json.load(open("report.json"))])'
says 'an address of several columns' '02070 ESPOO' klash municipality show Espoo
says 'again none' '0 added, 3 to be corrected, 2 duplicate, 0 held' klash municipality import kunnat.csv --partial
runs 'an organization' klash organization add --name-fi 'Mallin kuntayhtymä' --kind joint_authority --business-id 1234567-1 --registry-email vanha@malli.example
printf 'Y-tunnus;Kirjaamon sähköposti\n1234567-1;kirjaamo@malli.example\n7654321-0;x@malli.example\n' >jarjestot.csv
says 'by its business ID' '1 added, 1 to be corrected' klash organization import jarjestot.csv --partial
says 'has the new one' 'kirjaamo@malli.example' klash organization show 'Mallin kuntayhtymä'
runs 'by hand too' klash organization edit 1234567-1 --registry-post 'PL 9'
says 'both stand' 'PL 9' klash organization show 1234567-1
runs 'a record of the same' klash organization add --name-fi 'Mallin ky' --kind joint_authority
runs 'becomes one with it' klash organization merge 'Mallin ky' 1234567-1 --reason 'Sama kuntayhtymä'
says 'and its address is not lost' 'kirjaamo@malli.example' klash organization show 'Mallin ky'
says 'nor the other one' 'PL 9' klash organization show 'Mallin ky'
says 'the log tells it' "registry's address" klash log list

# --- What the report of a workbook says: row and sheet as a spreadsheet shows them
KLASH_DB=$work/b.db
runs 'rows with faults' filled kit/problem.xlsx faults.xlsx 'Turku' 'Hyvä' 'Hyvä.' '|' 'Olematon' 'Otsikko' 'Kuvaus' '|' '49' 'Toinen' 'Kuvaus' '|' 'Turku' 'Osoite' 'Kuvaus' '' '' 'mailto:a@b.example'
refuses 'refused' 1 'Nothing was imported' klash problem import faults.xlsx --report faults.json
gives 'every field of every row' "[(3, 3, 'Klash', 'Kunta / Kommun', 'Olematon', None), (4, 4, 'Klash', 'Kunta / Kommun', '49', 'Espoo (049)'), (5, 5, 'Klash', True, 'mailto:a@b.example', 'a@b.example')]" \
	python3 -c 'import json; print([(r["row"], r["line"], r["sheet"], r["column"] if r["row"] < 5 else " / " in r["column"], r["cell"], r["suggestion"]) for r in json.load(open("faults.json"))])'
gives 'and no other' 'cell column line reason row sheet suggestion' python3 -c 'import json; print(*sorted(json.load(open("faults.json"))[0]))'
says 'with the good one in' '1 added, 2 to be corrected, 0 duplicate, 1 held' klash problem import faults.xlsx --partial
runs 'the number of the report decides' sh -c '"$KLASH" import decide "$("$KLASH" import list --format json | python3 -c "import json,sys; print(json.load(sys.stdin)[0][\"batch\"])")" 4 049'
runs 'the file is whole' klash verify
finish
