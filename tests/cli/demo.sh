#!/bin/sh
# SPDX-License-Identifier: MIT
# The demo is alive: many people act in it, and it comes with files to try the import with.
. "$(dirname "$0")/tap.sh"

runs 'the demo' klash demo --at end
# --- Reviews in their jurors' own names
for key in problems applications-C-1 applications-C-2 solutions-C-2 solutions-C-3; do
	gives "own reviews: $key" 0 of 'sum(r["entered_on_behalf"] for r in d)' review list $key
done
gives 'two on paper, one of them confirmed' "[('helvi', False), ('oiva', True)]" \
	of 'sorted({(r["juror"], bool(r["confirmed"])) for r in d if r["entered_on_behalf"]})' review list solutions-C-1
gives 'seven jurors submitted in the log' 7 \
	of 'len({r["who"] for r in d if r["what"] == "juror.submit_all"})' log list
gives 'so does the second office person' True of 'sum(r["who"] == "Veera Esimerkki" for r in d) > 30' log list
gives 'and an auditor' True of 'any(r["who"] == "Tarmo Tarkka" for r in d)' log list
gives 'at an hour of their own' 7 of 'len({r["submitted"] for r in d if r["submitted"]})' review list problems

# --- Whom to reach, and why
gives 'applications have addresses' True \
	of 'all(r["contact_email"].endswith(".example") and r["contact_phone"] for r in d)' application list --columns contact_email,contact_phone
gives 'people have addresses' True of 'all(r["email"].endswith(".example") for r in d if r["email"])' person list --columns email
gives 'most of them' True of 'sum(bool(r["email"]) for r in d) > 60' person list --columns email
gives 'reasons differ' True of 'len({i["reason"]["fi"] for i in d["items"]}) > 8' decision show D-1
gives 'long proposals' 2 of 'sum(len(r["description"]) > 9500 for r in d)' solution list --columns description
gives 'none is short' True of 'all(len(r["description"]) > 1000 for r in d)' solution list --columns description
gives '60 texts of 77 are cleared' "(77, 60)" \
	of '(sum(r["written"] for r in d), sum(r["cleared"] is not None for r in d))' feedback list problems
gives 'two have something to be looked at' True \
	of '{"juror)", "score)"} <= {w.split("(")[1] for r in d for w in r["warnings"]}' feedback list problems
gives 'a letter that came back went on paper' "['letter']" of \
	'[r["sent_channel"] for r in d if r["state"] == "sent"]' letter list --columns state,sent_channel
gives 'a tie at the line was decided on' True of '"kokeillut" in d["tie_reason"]' decision show D-3
says 'a file tells who sent it' 'Desperado_Designs_kustannusarvio.docx' klash attachment list S-003
says 'another too' 'tietosuojakuvaus_rapida.pdf' klash attachment list S-007
says 'a juror has recognized a team' 'kuntapäivillä' klash conflict recognized solutions-C-3
says 'the file is whole' 'Intact' klash verify

# --- The situation sheet as a document
says 'as text' 'Budget' klash document make situation competition
runs 'as a web page' klash document make situation competition -o sheet.html
if grep -q '<html lang="en"' sheet.html; then pass 'a page'; else miss 'a page'; fi
refuses 'of nothing else' 1 'other' klash document make situation other
says 'the log has it' 'made a document: competition' klash log list
says 'in another language' 'Budjetti' klash document make situation competition --lang fi
says 'the same without a trace' 'Budget' klash status --sheet

# --- Files to try the import with
runs 'files' klash demo --files try
gives 'three of them' 3 sh -c 'ls try | wc -l'
refuses 'what is there stays' 1 'already there' klash demo --files try
refuses 'where nothing is' 1 'nothing found' klash demo --files none/try
export KLASH_DB="$work/p.db"
runs 'a demo that waits for them' klash demo --at problems
gives 'twelve are in, one of them late, one joined to another' "(12, ['P-012'], ['P-011'])" of \
	'(len(d), [r["code"] for r in d if r["late"]], [r["code"] for r in d if r["state"] == "joined"])' \
	problem list --columns code,late,state
gives 'one is asked for what is missing' "[('P-007', 'open')]" of '[(r["submission"], r["state"]) for r in d]' completion list
gives 'the call has gone to all' "{('call', 'sent'): 311}" of \
	'{k: sum((r["kind"], r["state"]) == k for r in d) for k in {(r["kind"], r["state"]) for r in d}}' letter list
of '"\n".join(sorted({r["municipality"] for r in d}))' problem list --columns municipality >answered
gives 'eleven municipalities have answered it with a problem' 11 sh -c 'wc -l <answered'
gives 'thirty with a word' 30 of 'len({r["of"] for r in d})' note list
says 'that one is whole too' 'Intact' klash verify
says 'the form' '30 added, 0 to be corrected, 0 duplicate, 0 held' klash problem import try/ongelmat-lomake.xlsx
refuses 'Excel' 1 'Kuvitelmala' klash problem import try/ongelmat-excel.csv
says 'the good ones' '19 added, 1 to be corrected, 1 duplicate, 0 held' klash problem import try/ongelmat-excel.csv --partial
says 'corrected' '1 added, 0 to be corrected, 18 duplicate, 1 held' klash problem import try/ongelmat-korjattu.csv --partial
gives 'letters and signs' True of 'any("–" in r["description"] and "ä" in r["description"] for r in d)' problem list --columns description
finish
