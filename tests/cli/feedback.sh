#!/bin/sh
# SPDX-License-Identifier: MIT
# What goes to the senders: what jurors wrote is told by number, put together, read and cleared.
. "$(dirname "$0")/tap.sh"

runs 'init' klash init --name-fi Testi
runs 'a city' klash problem add --municipality 091 --title 'Ongelma 1' --description Kuvaus --contact 'Kaija Yhteys' --lang fi
runs 'a town' klash problem add --municipality 092 --title 'Ongelma 2' --description Kuvaus --contact 'Pekka Toinen' --lang sv
runs 'a third' klash problem add --municipality 049 --title 'Ongelma 3' --description Kuvaus --lang fi
runs 'a juror' klash account add maija --name 'Maija Nurminen' --role juror --lang fi
runs 'another' klash account add bo --name 'Bo Holm' --role juror --lang sv
runs 'a third juror' klash account add satu --name 'Satu Saari' --role juror --lang fi
runs 'one of the office' klash account add toimi --name 'Toimi Toimisto' --role office --lang en
runs 'an auditor' klash account add tarkka --name 'Tarkka Tilintarkastaja' --role auditor --lang en
runs 'round' klash round add problems --kind problems --quorum 1 --min-reviews 1
runs 'criterion' klash round criterion problems a --weight 1 --scale 0:10 --name-fi Vaikuttavuus --name-sv Effekt
runs 'panel' klash round juror problems maija bo satu --chair maija
runs 'opened' klash round open problems --reason Testi
cat >r.csv <<'END'
juror;submission;a;feedback;state
maija;P-001;8;Rajatkaa aihetta;submitted
bo;P-001;7;Hyvin kuvattu;submitted
satu;P-001;6;Kesken jäänyt;draft
maija;P-002;5;Kertokaa mittarit;submitted
bo;P-002;5;;submitted
maija;P-003;9;Puolisoni kunta;submitted
bo;P-003;4;Rajatkaa aihetta;submitted
END
runs 'reviews' klash review import r.csv --round problems --declared Lomake
runs 'a conflict that bars' klash conflict add problems maija P-003=4 --source Puhelin

# --- Not before the round is closed
gives 'nothing is read before' "[0, 0, 0]" of '[r["jurors"] for r in d]' feedback list problems
refuses 'and it says why' 0 'once the round is closed' klash feedback list problems
refuses 'nothing is written before' 1 'once the round is closed' klash feedback set problems P-001 --lang fi --text Teksti
runs 'closed' klash round close problems --reason Testi

# --- By number, and never by name
gives 'of reviews that count, not in the order of the panel' "[['Hyvin kuvattu', 'Rajatkaa aihetta'], ['Kertokaa mittarit'], ['Rajatkaa aihetta']]" \
	of '[r["said"] for r in d]' feedback list problems
says 'one with them' 'Hyvin kuvattu' klash feedback show problems P-001
if grep -q 'Maija\|maija\|Holm' out; then miss 'no name of a juror'; else pass 'no name of a juror'; fi
first=$(klash feedback show problems P-001 --format json | json 'd["said"][0]')
gives 'the same order each time' "$first" of 'd["said"][0]' --as toimi feedback show problems P-001

# --- Written in a language
refuses 'which language?' 1 'Language' klash feedback set problems P-001 --text Teksti
refuses 'not that one' 1 'Language' klash feedback set problems P-001 --lang de --text Teksti
refuses 'which text?' 1 'Feedback' klash feedback set problems P-001 --lang fi
refuses 'of what?' 1 'P-009' klash feedback set problems P-009 --lang fi --text Teksti
refuses 'an auditor reads only' 1 'role does not include' klash --as tarkka feedback set problems P-001 --lang fi --text Teksti
says 'an auditor reads' 'P-001' klash --as tarkka feedback list problems
runs 'taken over' klash --as toimi feedback take problems P-001 1
gives 'in its own language' "$first" of 'd["text"]["fi"]' feedback show problems P-001
refuses 'once' 1 'already' klash feedback take problems P-001 1
refuses 'no such juror' 1 '1' klash feedback take problems P-001 3
runs 'another juror' klash feedback take problems P-001 2
gives 'as a paragraph of its own' True of '"\n\n".join(d["said"]) == d["text"]["fi"]' feedback show problems P-001
runs 'into the Swedish one' klash feedback take problems P-002 1
gives 'as the submission is' "('', 'Kertokaa mittarit')" of '(d["text"]["fi"], d["text"]["sv"])' feedback show problems P-002
runs 'or another' klash feedback take problems P-002 1 --lang en
refuses 'too long is refused' 1 'too many' klash feedback set problems P-001 --lang fi --text "$(python3 -c 'print("x" * 10001)')"

# --- Cleared
refuses 'nothing to clear' 1 'write it first' klash feedback clear problems P-001 P-003
says 'and then none was' '0 of 3 cleared' klash feedback list problems
says 'cleared' '2 of 3 cleared' klash --as toimi feedback clear problems P-001 P-002
gives 'by whom' 'Toimi Toimisto' of 'd["cleared_by"]' feedback show problems P-001
refuses 'once' 1 'already' klash feedback clear problems P-001
runs 'the same again' klash feedback set problems P-002 --lang sv --text 'Kertokaa mittarit'
says 'changes nothing' '2 of 3 cleared' klash feedback list problems
runs 'another text' klash feedback set problems P-002 --lang sv --text 'Berätta om mätarna'
gives 'is not cleared' "(None, '')" of '(d["cleared"], d["cleared_by"])' feedback show problems P-002
refuses 'an auditor clears nothing' 1 'role does not include' klash --as tarkka feedback clear problems P-002
says 'taken back' '0 of 3 cleared' klash feedback clear problems P-001 --withdraw
refuses 'there is none' 1 'not been cleared' klash feedback clear problems P-001 --withdraw
for what in 'wrote feedback for' 'cleared the feedback for' 'took back the clearing of the feedback for'; do
	says "the log: $what" "$what the sender of a submission: problems/P-001" klash log list
done

# --- Names and scores are warned of, and never refused
found() { runs "warned: $1" klash feedback set problems P-001 --lang fi --text "$1"; gives "of: $1" "$2" of 'd["warnings"]' feedback show problems P-001; }
found 'Maijan mielestä aihe on mainio. Mainio aihe!' "['Maijan (juror)']"
found 'Nurmisen ja Holmin kanta' "['Nurmisen (juror)', 'Holmin (juror)']"
found 'Kysykää Kaijalta, Pekalta ei' "['Kaijalta (person)']"
found 'Satelliitti ja Ainainen Hyvä idea' '[]'
found 'Soittakaa 040 1234567 tai a@b.example' "['040 1234567 (telephone number)', 'a@b.example (e-mail address)']"
found 'Vaikuttavuudesta 7 ja 8/10, pisteet 7–8, keskiarvo 7,5.' \
	"['7 (score)', '8/10 (score)', '7 (score)', '8 (score)', '7,5 (score)']"
found 'Kunnista 1/3, 7 kuntaa, 1,5 miljoonaa ja 2,5 % vuonna 2018' '[]'
refuses 'it is said when it is cleared too' 0 'Maija (juror)' sh -c \
	"\"$KLASH\" feedback set problems P-001 --lang fi --text 'Maija kehui' && \"$KLASH\" feedback clear problems P-001"

# --- As files
says 'as CSV' ';Written;Cleared;' klash feedback list problems --format csv
runs 'as a workbook' klash feedback list problems --format xlsx -o f.xlsx
gives 'the texts by choice' "Maija kehui" of 'd[0]["text"]["fi"]' feedback list problems --columns code,text

# --- A withdrawn one is not written to
runs 'withdrawn' klash problem withdraw P-002 --reason 'Ei enää ajankohtainen'
says 'it leaves the list' '1 of 2 cleared' klash feedback list problems
says 'the file is whole' 'are in order' sh -c "\"$KLASH\" verify && echo are in order"

# --- A blind round whose two sides are apart: by the jury's code, and nobody learns whose it is
rm -f k.db
runs 'the demo' klash demo --at results
runs 'one of the office' klash account add toimi --name 'Toimi Toimisto' --role office --lang en
round=solutions-C-2
kalias=$(klash --as vaula rank $round --format json | json "next(r['alias'] for r in d['rows'] if r['code'] == 'S-004')")
gives 'by codes of the round' True of 'all(r["code"][:2] == "K-" and r["title"] for r in d)' --as toimi feedback list $round
refuses 'whose code nobody has' 1 'S-004' klash --as toimi feedback set $round S-004 --lang fi --text Teksti
runs 'by the code' klash --as toimi feedback set $round "$kalias" --lang fi --text Teksti
says 'the log has the code' "$round/$kalias" klash --as toimi log list
member=$(klash --as vaula team show T-6 --format json | json 'd["people"][0]["name"].split()[0]')
for code in $(klash --as toimi feedback list $round --format json | json '" ".join(r["code"] for r in d)'); do
	runs "a name in $code" klash --as toimi feedback set $round "$code" --lang fi --text "$member kehui"
	gives "a name says the same of every code: $code" True of 'len(d["warnings"]) == 1' --as toimi feedback show $round "$code"
done
finish
