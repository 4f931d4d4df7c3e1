#!/bin/sh
# SPDX-License-Identifier: MIT
# The two sides of a blind round: who holds the codes, what is carried over, what the office still sees of a team.
. "$(dirname "$0")/tap.sh"

runs 'the demo' klash demo --at results
round=solutions-C-2
runs 'one of the office' klash account add toimi --name 'Toimi Toimisto' --role office --lang en
runs 'another' klash account add toinen --name 'Toini Toinen' --role office --lang en
runs 'an auditor' klash account add tarkka --name 'Tarkka Tilintarkastaja' --role auditor --lang en
alias_of() { klash --as vaula rank "$1" --format json | json "next(r['alias'] for r in d['rows'] if r['code'] == '$2')"; }
kalias=$(alias_of $round S-004)

# --- Who has both
gives 'the custodian has both' "('S-', 'K-')" of '(d["rows"][0]["code"][:2], d["rows"][0]["alias"][:2])' --as vaula rank $round
gives 'and the deputy' "S-" of 'd["rows"][0]["code"][:2]' --as dag rank $round
for who in toimi tarkka toinen; do
	gives "not $who" True of 'all(r["code"] == r["alias"] and r["code"][:2] == "K-" for r in d["rows"])' --as $who rank $round
	gives "no title for $who" True of 'all(r["title"] is None and r["language"] is None for r in d)' --as $who solution list
	gives "no text for $who" "None" of 'd["description"]' --as $who solution show S-004
done
gives 'an administrator has not either' True of 'all(r["code"] == r["alias"] for r in d["rows"])' rank $round
refuses 'it says who has both' 0 'Vaula Vartio' klash --as toimi rank $round
says 'acting for who holds them leaves a trace' 'Vaula Vartio was entered by an administrator' klash log list
gives 'a team that rings is answered' "('Kylätalojen verkko', 'form', False)" \
	of '(d["applicant"], d["channel"], d["late"])' --as toimi solution show S-004
gives 'what was received, and when' True of 'd["received"].startswith("2019-11-29T14:05")' --as toimi solution show S-004
gives 'nothing by a word of a text' 0 of 'len(d)' --as toimi solution list --words Kyydit
gives 'by the name of a team' 1 of 'len(d)' --as toimi solution list --words Rapida
gives 'nothing by a hidden language' 0 of 'len(d)' --as toimi solution list --lang sv

# --- Naming and taking over
refuses 'the office names nobody' 1 'role does not include' klash --as toimi round custodian $round toimi --reason Haluan
refuses 'never under another name' 1 '--as' klash --as vaula round custodian $round toimi --reason Lomalla
refuses 'a juror holds no codes' 1 'office' klash round custodian $round maija --reason Lomalla
refuses 'why?' 1 'write why' klash round custodian $round toimi
refuses 'not both' 1 'somebody else' klash round custodian $round toimi --deputy toimi --reason Lomalla
refuses 'nobody of that name' 1 'nemo' klash round custodian $round nemo --reason Lomalla
refuses 'only the custodian opens the names' 1 'custodian' klash names open $round
me=$(id -un)
runs 'an administrator names oneself' klash round custodian $round "$me" --reason 'Vaula on sairaana'
gives 'it is in the minutes, with who was before' "[(True, 'Vaula on sairaana', None), (False, '', True)]" \
	of '[(c["named_oneself"], c["reason"], c["ended"] and True) for c in d["custodians"] if not c["deputy"]]' round show $round
gives 'now they have both' S- of 'd["rows"][0]["code"][:2]' rank $round
gives 'and who was before has not' K- of 'd["rows"][0]["code"][:2]' --as vaula rank $round
says 'the log says it' 'named who holds the codes' klash log list
draft=$(of 'd["of"]' meeting show $round)
refuses 'who records the meeting should be another' 0 'let somebody else record' klash statement edit "$draft" --place Vantaa
says 'also in the statement' 'Vaula on sairaana' klash statement show "$draft" --format json
runs 'another of the office is not told so' klash --as toimi statement edit "$draft" --place Kuntatalo
if grep -q 'let somebody' err; then miss 'no warning'; else pass 'no warning'; fi

# --- What happens after the release stays on the sender's side until it is carried over
klash --as toimi rank $round --format json >before
runs 'the team withdraws' klash --as toimi solution withdraw S-004 --reason 'Ei resursseja'
gives 'the office sees it' withdrawn of 'd["state"]' --as toimi solution show S-004
klash --as toimi rank $round --format json >after
if cmp -s before after; then pass 'the jury side is unchanged'; else miss 'the jury side is unchanged'; fi
gives 'it waits for the custodian' "[('blind_carry', '$round')]" of '[(t["what"], t["code"]) for t in d["to_do"] if t["what"] == "blind_carry"]' status
gives 'for nobody else' 0 of 'sum(t["what"] == "blind_carry" for t in d["to_do"])' --as toimi status
gives 'what waits' "[('S-004', '$kalias', 'left')]" of '[(c["code"], c["alias"], c["what"]) for c in d]' blind carry $round
refuses 'not for the office' 1 'role does not include' klash --as toimi blind carry $round S-004 --reason x
refuses 'with a reason' 1 'Reason' klash blind carry $round S-004
runs 'carried over' klash blind carry $round S-004 --reason 'Tiimi perui'
gives 'it has left' False of "any(r['alias'] == '$kalias' for r in d['rows'])" rank $round
refuses 'once' 1 'Nothing' klash blind carry $round S-004 --reason 'Uudelleen'
runs 'it was a mistake' klash --as toimi solution restore S-004 --reason 'Väärä tiimi'
gives 'it waits again' "['back']" of '[c["what"] for c in d]' blind carry $round
runs 'back' klash blind carry $round "$kalias" --reason 'Peruminen oli virhe'
gives 'it is there again' True of "any(r['alias'] == '$kalias' for r in d['rows'])" rank $round

# --- New versions and files
refuses 'no correction of a text one does not see' 1 'new version' klash --as toimi solution edit S-004 --title 'Toinen otsikko'
runs 'other fields are corrected' klash --as toimi solution edit S-004 --contact 'Uusi Yhteys'
gives 'the text stays' True of '"Kyl" in d["title"] or len(d["title"]) > 3' --as "$me" solution show S-004
runs 'a new version' klash --as toimi solution edit S-004 --new-version --title 'Uusi otsikko' --description 'Uusi teksti'
gives 'unseen by the office' None of 'd["title"]' --as toimi solution show S-004
gives 'it waits too' "['version']" of '[c["what"] for c in d]' blind carry $round
echo 'Peitetty uusi teksti' >masked.txt
refuses 'reviewing is over' 1 'closed' klash blind carry $round S-004 --title Peitetty --text masked.txt --reason x
runs 'so it is put aside' klash blind carry $round S-004 --reason 'Saapui arvioinnin jälkeen'
gives 'nothing waits' 0 of 'len(d)' blind carry $round
echo sisältö >liite.txt
runs 'a file' klash --as toimi attachment add S-004 liite.txt
runs 'the same again: no refusal that would tell' klash --as toimi attachment add S-004 liite.txt
gives 'how many, no names' "[(1, '', 0), (2, '', 0)]" of '[(a["number"], a["name"], a["size"]) for a in d]' --as toimi attachment list S-004
refuses 'not to be saved' 1 'custodian' klash --as toimi attachment save S-004 1
gives 'files wait' "['files']" of '[c["what"] for c in d]' blind carry $round
runs 'given' klash blind carry $round S-004 --reason 'Täydennys'

# --- A new one comes in while the round is open
export KLASH_DB="$work/open.db"
runs 'a round that is being judged' klash demo
runs 'its custodian' klash round custodian solutions-C-1 "$me" --reason Testi
runs 'a new version, masked' klash solution edit S-001 --new-version --title 'KaikkiKyytiin uusiksi' --description 'Uusi teksti'
echo 'Peitetty uusi teksti' >m.txt
runs 'reaches the jury' klash blind carry solutions-C-1 S-001 --title 'Peitetty otsikko' --text m.txt --reason 'Täydennyspyyntö'
gives 'under its code' True of 'any(r["title"] == "Peitetty otsikko" for r in d["rows"])' rank solutions-C-1
says 'the file is whole' 'Intact' klash verify
export KLASH_DB="$work/k.db"
says 'this one too' 'Intact' klash verify
finish
