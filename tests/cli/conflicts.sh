#!/bin/sh
# SPDX-License-Identifier: MIT
# Conflicts after the declaration: recorded by the office, decided by the panel, and hints from Klash's own data.
. "$(dirname "$0")/tap.sh"

runs 'init' klash init --name-fi Testi
runs 'a city' klash problem add --municipality 091 --title 'Ongelma 1' --description Kuvaus --contact 'Kaija Yhteys' --contact-email kaija@helsinki.example
runs 'a town' klash problem add --municipality 092 --title 'Ongelma 2' --description Kuvaus --contact 'Ville Yhteys' --contact-email ville@gmail.com
runs 'shares a domain' klash account add j1 --name 'Jaana Domain' --role juror --lang fi --email jaana@Helsinki.example
runs 'works there' klash account add j2 --name 'Teppo Työssä' --role juror --lang fi --email teppo@gmail.com
runs 'worked there once' klash account add j3 --name 'Eino Ennen' --role juror --lang fi
id_of() { klash person list --format json | python3 -c "import json,sys; print(next(p['id'] for p in json.load(sys.stdin) if p['name'] == sys.argv[1]))" "$1"; }
runs 'a role' klash person role "$(id_of 'Teppo Työssä')" --kind other --municipality 092 --title Suunnittelija
runs 'one that ended' klash person role "$(id_of 'Eino Ennen')" --kind other --municipality 092 --title Suunnittelija --from 2010-01-01 --to 2011-12-31
runs 'round' klash round add problems --kind problems --quorum 1 --min-reviews 1
runs 'criterion' klash round criterion problems a --weight 1 --scale 0:10 --name-fi Arvo --name-sv Värde
runs 'panel' klash round juror problems j1 j2 j3 --chair j1

# --- Hints: an own domain and an employer, but neither a public provider nor what has ended
gives 'two hints' "[('problems/j1/P-001/domain', 'helsinki.example'), ('problems/j2/P-002/works', 'Vantaa')]" \
	of 'sorted((h["hint"], h["text"].split(": ")[1]) for h in d)' conflict hints problems
runs 'open' klash round open problems --reason Testi
gives 'the same when it is open' 2 of 'len(d)' conflict hints problems
refuses 'of no round' 1 'other' klash conflict hints other
refuses 'a hint there is not' 1 'j3/P-001/works' klash conflict dismiss problems/j3/P-001/works --reason Ei
refuses 'why?' 1 'Reason' klash conflict dismiss problems/j1/P-001/domain
refuses 'not under another name' 1 '--as' klash --as root conflict dismiss problems/j1/P-001/domain --reason Ei
runs 'set aside' klash conflict dismiss problems/j1/P-001/domain --reason 'Entinen osoite'
refuses 'no such ground' 1 'Ground' klash conflict take-up problems/j2/P-002/works --ground 8 --reason Työ
runs 'taken up' klash conflict take-up problems/j2/P-002/works --ground 4 --reason 'Työsuhde tiedossa'
refuses 'once' 1 'already' klash conflict take-up problems/j2/P-002/works --ground 4 --reason Uudelleen
gives 'with who and why' "[('set_aside', 'Entinen osoite', True), ('taken', 'Työsuhde tiedossa', True)]" \
	of '[(h["state"], h["reason"], h["by"] != "") for h in d]' conflict hints problems
gives 'a doubtful ground' "('doubtful', 'nobody', '4', 'hint:works', 'Työsuhde tiedossa')" \
	of 'next((c["state"], c["decided_by"], c["ground"], c["source"], c["reason"]) for c in d)' conflict list problems
gives 'the desk waits for the panel' problems of 'next(t["code"] for t in d["to_do"] if t["what"] == "conflict_doubtful")' status
for j in j1 j2 j3; do runs "declared $j" klash declaration add problems $j --source Lomake; done
printf 'juror;submission;a\nj2;P-002;5\n' >r.csv
says 'it bars nobody' '1 added' klash review import r.csv --round problems
number=$(klash conflict list problems --format json | json 'd[0]["id"]')
runs 'the panel decides' klash conflict decide "$number" stands --reason 'Raati 12.12.'
gives 'its reason stands beside the first' "('confirmed', 'panel', 'Työsuhde tiedossa', 'Raati 12.12.', True)" \
	of '[(c["state"], c["decided_by"], c["reason"], c["decision"], c["decided"] is not None) for c in d][0]' conflict list problems
gives 'and now it bars' barred of 'next(r["state"] for r in d if r["juror"] == "j2" and r["submission"] == "P-002")' review list problems
refuses 'decided is decided' 1 'already been decided' klash conflict decide "$number" none --reason Uudelleen

# --- What a juror told after declaring
refuses 'on whose word?' 1 'Source' klash conflict add problems j3 P-001=3
refuses 'not under another name either' 1 '--as' klash --as root conflict add problems j3 P-001=3 --source Puhelin
refuses 'a doubt needs its reason' 1 'Reason' klash conflict add problems j3 P-001=3 --source Puhelin --doubtful
runs 'told by telephone' klash conflict add problems j3 P-001=3 --source 'Puhelin 13.12.2018' --reason 'Omistan osakkeita'
refuses 'once' 1 'already' klash conflict add problems j3 P-001=3 --source Puhelin
gives 'it bars at once' "('declared', 'self', 'Puhelin 13.12.2018', True)" \
	of 'next((c["state"], c["decided_by"], c["source"], c["entered_by"] != "") for c in d if c["juror"] == "j3")' conflict list problems
number=$(klash conflict list problems --format json | json 'next(c["id"] for c in d if c["juror"] == "j3")')
runs 'the panel finds none' klash conflict decide "$number" none --reason 'Osuus on vähäinen'
gives 'the juror'"'"'s own reason stays' "('Omistan osakkeita', 'Osuus on vähäinen')" \
	of 'next((c["reason"], c["decision"]) for c in d if c["juror"] == "j3")' conflict list problems
gives 'and may review again' none of 'next(r["state"] for r in d if r["juror"] == "j3" and r["submission"] == "P-001")' review list problems
for what in 'set a hint aside' 'took up a hint' 'recorded a conflict' 'that a conflict stands' 'there is no conflict'; do
	says "in the log: $what" "$what" klash log list
done
runs 'and the file is sound' klash verify

# --- A blind round: risks by name, never beside a code
export KLASH_DB="$work/demo.db"
runs 'the demo' klash demo
runs 'a mentor' klash mentor add --name 'Meri Mentori' --email meri@mentorit.example
runs 'mentors one team, and another did not come' klash session add --date 2019-10-01 --place Helsinki --topic Kysymykset --challenge C-1 --mentor 'Meri Mentori' --team T-1 --team T-2
code=$(klash session list --format json | json 'next(x["code"] for x in d if x["topic"] == "Kysymykset")')
runs 'one came' klash session attend "$code" T-1
runs 'one did not' klash session attend "$code" T-2 --state absent
runs 'on the panel' klash account add meri --name 'Meri Mentori' --role juror --lang fi --email meri@mentorit.example
runs 'somebody of a team' klash team member T-2 add 'Jussi Jäsen' --email jussi@tiimi.example --reason Lisäys
runs 'on the panel too' klash account add jussi --name 'Jussi Jäsen' --role juror --lang fi --email jussi@tiimi.example
runs 'both' klash round juror solutions-C-1 meri jussi
gives 'who mentored whom' "[('KaikkiKyytiin', True)]" \
	of '[(h["applicant"], h["anonymity"]) for h in d if h["juror"] == "meri" and h["kind"] == "mentored"]' conflict hints solutions-C-1
gives 'who is in a team' "[('Rapalasta Raiteille', False)]" \
	of '[(h["applicant"], h["anonymity"]) for h in d if h["kind"] == "member"]' conflict hints solutions-C-1
gives 'who sat where names were known' True of '"tapio" in [h["juror"] for h in d if h["kind"] == "panel" and h["submission"] == ""]' conflict hints solutions-C-1
gives 'none of it where names are known' 0 of 'sum(h["kind"] in ("mentored", "panel") for h in d)' conflict hints applications-C-1
klash conflict hints solutions-C-1 --format csv >hints.csv
gives 'no code of the round' 0 sh -c 'grep -c "K-[2-9A-Z][2-9A-Z]" hints.csv || true'

# --- A juror recognized a team: told by code, noted with what was decided
as_juror() { # the row that the juror's own screen writes
	python3 -c 'import sqlite3, sys
c = sqlite3.connect(sys.argv[1])
c.execute("""INSERT INTO recognition (assignment_id, at, text) SELECT x.id, 1576000000, ? FROM assignment x
    JOIN panel_member m ON m.id = x.panel_member_id JOIN account a ON a.id = m.account_id JOIN round r ON r.id = m.round_id
    WHERE a.login = ? AND r.key = ? ORDER BY x.id LIMIT 1""", sys.argv[2:5])
c.commit()' "$KLASH_DB" "$1" "$2" "$3"
}
gives 'nobody has' '[]' of d conflict recognized solutions-C-2
runs 'one does' as_juror 'Tuttu karttapohja' helvi solutions-C-2
gives 'by code, with the text' "('helvi', True, 'Tuttu karttapohja', None, '')" \
	of '[(g["juror"], g["submission"][:2] == "K-", g["text"], g["noted"], g["decision"]) for g in d][0]' conflict recognized solutions-C-2
gives 'in no other round' '[]' of d conflict recognized solutions-C-1
gives 'the desk waits' 1 of 'sum("ecogni" in t["text"] for t in d["to_do"])' status
id=$(klash conflict recognized solutions-C-2 --format json | json 'd[0]["id"]')
refuses 'what was decided?' 1 'Decision' klash conflict note "$id"
refuses 'no such note' 1 '999' klash conflict note 999 --decision Jatkaa
runs 'noted' klash conflict note "$id" --decision 'Jäsen jatkaa'
gives 'with what was decided, when and by whom' "('Jäsen jatkaa', True, True)" \
	of '[(g["decision"], g["noted"] is not None, g["noted_by"] != "") for g in d][0]' conflict recognized solutions-C-2
gives 'nothing waits' 0 of 'sum("ecogni" in t["text"] for t in d["to_do"])' status
says 'in the log' 'recognized' klash log list

# --- A juror cannot judge one: on their behalf, with the reason and where they said so
round=solutions-C-2
code=$(klash rank $round --format json | json 'd["rows"][0]["alias"]')
refuses 'whose?' 1 'Juror' klash review abstain $round "$code" --reason Ei --source Puhelin
refuses 'why?' 1 'Reason' klash review abstain $round "$code" --juror niilo --source Puhelin
runs 'on their behalf' klash review abstain $round "$code" --juror niilo --reason 'Ei ala' --source Puhelin
refuses 'once' 1 'already' klash review abstain $round "$code" --juror niilo --reason 'Ei ala' --source Puhelin
gives 'the state says it' "('abstained', 'Ei ala')" \
	of "next((r['state'], r['reason']) for r in d if r['juror'] == 'niilo' and r['submission'] == '$code')" review list $round
runs 'taken back' klash review abstain $round "$code" --juror niilo --withdraw
gives 'as before' none of "next(r['state'] for r in d if r['juror'] == 'niilo' and r['submission'] == '$code')" review list $round
finish
