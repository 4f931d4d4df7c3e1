#!/bin/sh
# SPDX-License-Identifier: MIT
# Files as spreadsheets, forms and people really make them: what is understood, what is asked, and what
# is said of the rows that cannot be taken as they are.
. "$(dirname "$0")/tap.sh"

# report EXPRESSION: of the rows of the last --report, called d.
report() { json "$1" <report.json; }
# judged FILE OPTIONS...: nothing is saved; the rows that are not simply good go to report.json.
judged() { rm -f report.json; klash problem import "$@" --dry-run --report report.json 2>notes | head -1; }

runs 'an empty competition' klash init --name-fi Klash --name-sv Klash

# --- What stands around the table
printf 'sep=;\r\nKunta;Ongelman otsikko;Kuvaus\r\nVantaa;Jätehuolto;Kallista\r\n' >sep.csv
{ printf '\357\273\277'; cat sep.csv; } >bom-sep.csv
printf 'Kunta;Ongelman otsikko;Kuvaus\r\nVantaa;Jätehuolto;Kallista\r\n;;\r\n;;\r\n' >blank.csv
printf 'Kuntien ongelmat 2026;;\n;;\nKunta;Ongelman otsikko;Kuvaus\nVantaa;Jätehuolto;Kallista\nLähde: lomake;;\n' >titles.csv
printf 'Kunta;Ongelman otsikko*;Kuvaus (enintään 2000 merkkiä):\nVantaa;Jätehuolto;Kallista\n' >marks.csv
for file in sep bom-sep blank marks; do
	gives "$file.csv" '1 added, 0 to be corrected, 0 duplicate, 0 held' judged $file.csv
done
gives 'titles above, a note below' '1 added, 1 to be corrected, 0 duplicate, 0 held' judged titles.csv
says 'where the headings were is said' 'found on row 3' cat notes
gives 'the note by its row in a spreadsheet' '[5]' report '[r["row"] for r in d]'
gives 'said by hand' '1 added, 1 to be corrected, 0 duplicate, 0 held' judged titles.csv --heading-row 3
refuses 'a row there is not' 1 'Row of the headings' klash problem import titles.csv --heading-row 40
refuses 'no row at all' 1 'Row of the headings' klash problem import titles.csv --heading-row x

# --- A column that must not be forgotten
printf 'Kunta;Otsikko;Selitys\nVantaa;Jätehuolto;Kallista\n' >other.csv
refuses 'a description nobody named' 1 'Description: no column has this heading' klash problem import other.csv
refuses 'with the way out' 1 '--without FIELD' klash problem import other.csv
gives 'named' '1 added, 0 to be corrected, 0 duplicate, 0 held' judged other.csv --map Selitys=description
gives 'given up' '1 added, 0 to be corrected, 0 duplicate, 0 held' judged other.csv --without description
refuses 'not just anything is given up' 1 'Field given up' klash problem import other.csv --without municipality
printf 'Kunta;Otsikko;Kuvaus lyhyesti\nVantaa;Jätehuolto;Kallista\n' >begins.csv
gives 'a heading that only begins so' '1 added, 0 to be corrected, 0 duplicate, 0 held' judged begins.csv
says 'is said' '"Kuvaus lyhyesti" was taken for: Description' cat notes

# --- What a spreadsheet has made of cells
cat >cells.csv <<'END'
Kunta;Otsikko;Kuvaus;Sähköposti;Puhelin;Lähetetty
Vantaa;#PUUTTUU!;Kuvaus;;;1.9.2018
Vantaa;Otsikko;#ARVO!;;;1.9.2018
Vantaa;#SAKNAS!;Kuvaus;;;1.9.2018
Vantaa;#N/A;Kuvaus;;;1.9.2018
Vantaa;Virhe:502;Kuvaus;;;1.9.2018
Vantaa;########;Kuvaus;;;1.9.2018
Vantaa;Puhelin;Kuvaus;;3,58401E+11;1.9.2018
Vantaa;Osoite;Kuvaus;mailto:y@esim.example;;1.9.2018
Vantaa;Pisteet;Kuvaus;y..y@esim.example;;1.9.2018
Vantaa;#hashtag;3,5E+3 on luku tekstissä;anonymous;040 123;1.9.2018
END
gives 'none is stored' '1 added, 9 to be corrected, 0 duplicate, 0 held' judged cells.csv
gives 'each with its cell' "['#PUUTTUU!', '#ARVO!', '#SAKNAS!', '#N/A', 'Virhe:502', '########', '3,58401E+11', 'mailto:y@esim.example', 'y..y@esim.example']" \
	report '[r["cell"] for r in d]'
gives 'and its column and row' "[(2, 'Otsikko'), (3, 'Kuvaus'), (8, 'Puhelin'), (9, 'Sähköposti')]" \
	report '[(d[i]["row"], d[i]["column"]) for i in (0, 1, 6, 7)]'
gives 'what is meant is offered' 'y@esim.example' report 'd[7]["suggestion"]'
gives 'the fields are these' "['cell', 'column', 'line', 'reason', 'row', 'sheet', 'suggestion']" report 'sorted(d[0])'

# --- Who it is from
cat >places.csv <<'END'
Kunta;Otsikko;Kuvaus
091;a;x
091 Helsinki;b;x
KU092;c;x
="091";d;x
Helsinki (091);e;x
kainuun hyvinvointialue;f;x
Turku (091);g;x
91;h;x
Hki;i;x
Hämeenlinnan kaupunki;j;x
Tampere ja Nokia;k;x
Atlantis;l;x
END
gives 'codes, names and organizations' '6 added, 2 to be corrected, 0 duplicate, 4 held' judged places.csv
gives 'offered by name' "['Helsinki (091)', 'Helsinki (091)', 'Helsinki (091)', 'Hämeenlinna (109)', 'Tampere (837), Nokia (536)', None]" \
	report '[r["suggestion"] for r in d]'
cat >numbers.csv <<'END'
Kunta;Kuntanumero;Otsikko;Kuvaus
Hämeenlinnan kaupunki;109;a;x
Askola;18;b;x
;091;c;x
Turku;091;d;x
Jossakin;049;e;x
END
gives 'a number decides what a name leaves open' '4 added, 0 to be corrected, 0 duplicate, 1 held' judged numbers.csv
gives 'against each other they are held' "(5, 'Turku (853), Helsinki (091)')" report '(d[0]["row"], d[0]["suggestion"])'

# --- When it came
cat >dates.csv <<'END'
Kunta;Otsikko;Kuvaus;Lähetetty
Vantaa;a;x;keskiviikko 31. lokakuuta 2018 klo 14.05.22 Itä-Euroopan normaaliaika
Vantaa;b;x;31 okt. 2018 14.05.22
Vantaa;c;x;ke 31.10.2018 14.05.22 +0200
Vantaa;d;x;43404,5870601852
Vantaa;e;x;31/10/2018, 14.05.22
END
gives 'as programs print it' '5 added, 0 to be corrected, 0 duplicate, 0 held' judged dates.csv
says 'a number of a day is told' "spreadsheet's number of a day" cat notes
runs 'they come in' klash problem import dates.csv
gives 'all at one moment' "{'2018-10-31T14:05:22+02:00'}" of '{r["received"] for r in d}' problem list
printf 'Kunta;Otsikko;Kuvaus;Lähetetty\nEspoo;a;x;10/31/2018 14:05:00\nEspoo;b;x;11/01/2018 9:30:00\n' >mdy.csv
gives 'one row decides for the column' '2 added, 0 to be corrected, 0 duplicate, 0 held' judged mdy.csv
says 'which is said' 'read month first, as row 2 must be' cat notes
runs 'it comes in' klash problem import mdy.csv
gives '1 November' '2018-11-01T09:30:00+02:00' of '[r["received"] for r in d if r["title"] == "b"][-1]' problem list
printf 'Kunta;Otsikko;Kuvaus;Lähetetty\nKotka;a;x;10/11/2018\nKotka;b;x;11/10/2018\n' >either.csv
gives 'nobody can know' '0 added, 0 to be corrected, 0 duplicate, 2 held' judged either.csv
says 'how to say it' '--date-order dmy' cat notes
gives 'said once for all' '2 added, 0 to be corrected, 0 duplicate, 0 held' judged either.csv --date-order mdy
refuses 'another order there is not' 1 'Order of day and month' klash problem import either.csv --date-order ymd
printf 'Kunta;Otsikko;Kuvaus;Lähetetty\nKotka;a;x;10/31/2018\nKotka;b;x;31/10/2018\nKotka;c;x;10/11/2018\n' >both.csv
gives 'a column of both kinds decides nothing' '2 added, 0 to be corrected, 0 duplicate, 1 held' judged both.csv
cat >missing.csv <<'END'
Kunta;Otsikko;Kuvaus;Saapunut
Kerava;Tyhjä;x;
Keravan kaupunki;Tyhjä kahdesti;x;
END
gives 'an empty arrival is asked about' '0 added, 0 to be corrected, 0 duplicate, 2 held' judged missing.csv
runs 'they wait' klash problem import missing.csv --partial
batch=$(klash import list --format json | json 'd[0]["batch"]')
refuses 'new alone is not enough' 1 'when it arrived' klash import decide "$batch" 2 new
says 'with its time' 'Done.' klash import decide "$batch" 2 '31.10.2018 klo 9.00'
gives 'it came then' '2018-10-31T09:00:00+02:00' of '[r["received"] for r in d if r["title"] == "Tyhjä"][0]' problem list
says 'another doubt is asked next' 'still waits' klash import decide "$batch" 3 '31.10.2018 klo 9.01'
gives 'which is said' "('municipality_uncertain', 'Kerava (245)', 'Keravan kaupunki')" \
	of '[(r["reason"], r["suggestion"], r["cell"]) for r in d][0]' import rows
says 'and settled' 'Done.' klash import decide "$batch" 3 245
gives 'the time was kept' '2018-10-31T09:01:00+02:00' of '[r["received"] for r in d if r["title"] == "Tyhjä kahdesti"][0]' problem list
cat >county.csv <<'END'
Kunta;Otsikko;Kuvaus
Kainuun hyvinvointialue;Etäisyydet;Pitkät.
END
runs 'a county' klash problem import county.csv
says 'is the applicant' 'Kainuun hyvinvointialue' sh -c '"$KLASH" problem show "$("$KLASH" problem list --format json | python3 -c "import json,sys; print([r[\"code\"] for r in json.load(sys.stdin) if r[\"title\"] == \"Etäisyydet\"][0])")"'

# --- The same form again next week
head='Vastaajan numero;Paikkakunta;Kunta;Asia;Selitys'
printf '%s\n1;x;Nokia;Bussit;Ei kulje.\n2;x;Nokia;Tiet;Kuoppia.\n3;x;Oulu;Lumi;Paljon.\n' "$head" >week1.csv
says 'with its columns named' '3 added' klash problem import week1.csv --map Asia=title --map Selitys=description
printf '%s\n1;x;Nokia;Bussit;Ei kulje.\n2;x;Nokia;Kadut;Kuoppia ja routaa.\n3;x;Oulu;Lumi;Aivan liikaa.\n4;x;Oulu;Jää;Liukasta.\n' "$head" >week2.csv
before=$(of 'len(d)' problem list)
says 'known, changed, new: nothing needs to be named again' '1 added, 0 to be corrected, 1 duplicate, 2 held' \
	klash problem import week2.csv --partial --report week2.json
gives 'new versions by code' "[(3, 'new version', True), (4, 'new version', True)]" \
	json '[(r["row"], r["reason"][-11:], r["suggestion"].startswith("P-")) for r in d if r["suggestion"]]' <week2.json
batch=$(klash import list --format json | json 'd[0]["batch"]')
first=$(klash import rows --format json | json '[r["candidate"] for r in d if r["row"] == 3][0]')
runs 'one by its code' klash import decide "$batch" 3 "$first"
says 'the others with one word' '1 replaced' klash import decide "$batch" all replace
gives 'never a new problem' "$((before + 1))" of 'len(d)' problem list
says 'the new title' 'Kadut' klash problem show "$first"
says 'a third time nothing' '0 added, 0 to be corrected, 4 duplicate, 0 held' klash problem import week2.csv
refuses 'nothing is left' 1 'No new version waits' klash import decide "$batch" all replace
printf '%s\n3;x;Oulu;;Vielä enemmän.\n' "$head" >week3.csv
runs 'a row that must be corrected' sh -c '"$KLASH" problem import week3.csv --partial 2>notes'
gives 'what is remembered is said' 1 grep -c 'had the same headings' notes
batch=$(klash import list --format json | json 'd[0]["batch"]')
runs 'is corrected' klash import correct "$batch" 2 --title 'Lumi ja jää'
gives 'and is no new problem either' "$((before + 1))" of 'len(d)' problem list

# --- Score sheets whose criteria are called like other columns
runs 'jurors' klash account add j1 --name 'Jaana Malli' --role juror --lang fi
runs 'a round' klash round add r --kind problems --min-reviews 1
runs 'two criteria of one name' klash round criterion r eka --scale 0:10 --name-fi Vaikutus --name-sv Verkan
for pair in 'toka:Vaikutus' 'kolmas:Palaute' 'neljas:Otsikko' 'viides:Koodi' 'kuudes:-miinus' 'seitsemas:=yhtä' 'kahdeksas:A|B'; do
	runs "a criterion called ${pair#*:}" klash round criterion r "${pair%%:*}" --scale 0:10 "--name-fi=${pair#*:}" "--name-sv=${pair#*:}"
done
refuses 'a key that is another column' 1 'heading of another column' klash round criterion r palaute --scale 0:10 --name-fi Muu --name-sv Annan
for lang in sv en; do runs "a juror in $lang" klash account add j$lang --name "Jaana $lang" --role juror --lang $lang; done
runs 'the jurors' klash round juror r j1 jsv jen
runs 'open' klash round open r --reason Testi
all=$(of 'len(d)' problem list)
for juror in fi:j1 sv:jsv en:jen; do
	lang=${juror%%:*}
	"$KLASH" --lang $lang review sheet r ${juror#*:} --format csv >sheet.csv 2>err
	python3 - $lang <<'PY'
import csv, sys
rows = list(csv.reader(open('sheet.csv', encoding='utf-8-sig'), delimiter=';'))
none = {'fi': 'ei', 'sv': 'inga', 'en': 'none'}[sys.argv[1]]
table = next(i for i, r in enumerate(rows) if r[0] in ('Koodi', 'Kod', 'Code'))
for r in rows[:table]:
    if r[0].startswith(('Esteell', 'Jäv', 'Conflicts')): r[1] = none
    if r[0] in ('Päivämäärä', 'Datum', 'Date'): r[1] = '1.12.2026'
    if r[0] in ('Allekirjoitus', 'Underskrift', 'Signature'): r[1] = 'J'
for r in rows[table + 1:]: r[3:11] = list('12345678')
csv.writer(open('back.csv', 'w', newline=''), delimiter=';').writerows(rows)
PY
	says "the sheet comes back ($lang)" "$all added, 0 to be corrected" klash review import back.csv --round r
done
for lang in fi sv en; do
	"$KLASH" --lang $lang review export r --format csv >export-$lang.csv 2>err
	says "the export comes back ($lang)" "$((all * 3))" klash --lang $lang review import export-$lang.csv --round r
done
# --- A row that waited is recorded as one that came in at once
runs 'another competition' klash --db held.db init --name-fi Toinen --name-sv Annan
printf 'kunta;otsikko;kuvaus;kieli;puhelin;diaarinumero\r\nRaaseporii;Busshållplats;Text;sv;040 1;D/7\r\nRaasepori;Väg;Text;sv;040 2;D/8\r\n' >held.csv
klash --db held.db problem import held.csv --partial >/dev/null 2>&1
gives 'one waits for its municipality' 2 of 'd[0]["row"]' --db held.db import rows
runs 'and is decided' klash --db held.db import decide 1 2 710
gives 'both are as written' "['sv', 'sv']" of '[r["language"] for r in d]' --db held.db problem list
gives 'its telephone and case number too' "['040 1', 'D/7']" of '[d["contact_phone"], d["case_number"]]' --db held.db problem show P-002
says 'the file is whole' 'Intact' klash verify
finish
