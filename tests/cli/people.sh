#!/bin/sh
# SPDX-License-Identifier: MIT
# Who is who: namesakes, the same person twice, names that change, and codes however they are typed.
. "$(dirname "$0")/tap.sh"

runs 'a competition with teams' klash demo --at applications
enter() { # CHALLENGE TEAM MEMBER...
	challenge=$1 team=$2; shift 2
	klash application add --team "$team" --challenge "$challenge" --kind company --language "${language:-fi}" \
		--title "Idea $team $challenge" --description Kuvaus "$@" >out 2>err
}
team_of() { klash team list --format json | json "next(t['code'] for t in d if t['name'] == '$1')"; }

# --- Two members of one name in one team
runs 'two of one name' enter C-1 Tuike --member 'Kaisa Keksitty <k1@a.example>' --member 'Kaisa Keksitty <k2@a.example>' \
	--member 'Cher <c@a.example>'
tuike=$(team_of Tuike)
refuses 'a bare name is not enough' 1 'Several members' klash team member "$tuike" end 'kaisa keksitty' --reason Lähti
runs 'by the address' klash team member "$tuike" end 'Kaisa Keksitty' --email K2@A.example --reason Lähti
sql() { python3 -c 'import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall())' "$KLASH_DB" "$1"; }
gives 'the second has left' "[('k1@a.example', 1), ('k2@a.example', 0)]" sql "SELECT p.email, m.valid_to IS NULL
	FROM team_member m JOIN person p ON p.id = m.person_id WHERE p.name = 'Kaisa Keksitty' ORDER BY 1"
runs 'an address alone will do' klash team member "$tuike" end C@a.example --reason Lähti

# --- What a member is in the team is corrected
yksi() { klash team show "$tuike" --format json | json "next((m['role'], m['consent']) for m in d['people'] if m['name'] == 'Uusi Jäsen')"; }
runs 'a new member, mistyped' klash team member "$tuike" add 'Uusi Jäsen' --role Suunittelija --reason Tuli
runs 'the role is corrected' klash team member "$tuike" set 'uusi jäsen' --role Suunnittelija --consent
gives 'role and consent' "('Suunnittelija', True)" yksi
runs 'the consent is taken back' klash team member "$tuike" set 'Uusi Jäsen' --no-consent
gives 'the role stays' "('Suunnittelija', False)" yksi
refuses 'both at once' 1 'only one of them' klash team member "$tuike" set 'Uusi Jäsen' --consent --no-consent
refuses 'a word that is none' 1 'muuta' klash team member "$tuike" muuta 'Uusi Jäsen'

# --- Two teams of one name
for c in C-1 C-2; do
	runs "Usva in $c" enter $c Usva --member "Yksi $c <y@$c.example>" --member "Kaksi $c <k@$c.example>" --member "Kolme $c <l@$c.example>"
done
refuses 'a name that two have' 1 'Several teams have this name' klash team withdraw Usva --reason Ei
refuses 'and for a note' 1 'Several teams have this name' klash note add usva --text Soitti
says 'a code in small letters' Tuike klash team show "$(echo "$tuike" | tr T t)"
says 'a name in capitals' Tuike klash team show TUIKE
says 'a problem by a small code' P-001 klash problem show p-001
says 'a challenge too' C-1 klash challenge show c-1

# --- A login is one, whatever its case
runs 'an account' klash account add vilja --name 'Vilja Väritetty' --role juror --lang fi --email vilja@jury.example
refuses 'not again in capitals' 1 'already' klash account add Vilja --name 'Vilja Toinen' --role juror --lang fi

# --- Jurors who stand in a team: by name, and by an address in other letters
runs 'another juror' klash account add otso --name 'Otso Oletettu' --role juror --lang fi
runs 'a namesake in a team' enter C-1 Alku --member 'Otso Oletettu' --member 'E T <e@m.example>' --member 'K N <k@m.example>'
runs 'an address in capitals' enter C-1 Beta --member 'Vilja Väritetty <VILJA@Jury.Example>' --member 'V K <v@n.example>' \
	--member 'S S <s@n.example>'
gives 'one record, not two' 1 of 'len([p for p in d if p["name"] == "Vilja Väritetty"])' person list
runs 'a round' klash round add x --kind applications --challenge C-1
runs 'its criterion' klash round criterion x a --scale 0:10 --name-fi A --name-sv A
runs 'its panel' klash round juror x otso vilja
runs 'the phase ends' klash phase close applications --reason Testi
runs 'it opens' klash round open X --reason Testi
gives 'both are told' "[('otso', 'name'), ('vilja', 'member')]" \
	of 'sorted({(h["hint"].split("/")[1], h["kind"]) for h in d if h["kind"] in ("name", "member")})' conflict hints x

# --- The language of what they sent, not of who recorded it
language=sv
runs 'a Swedish application' enter C-2 Laget --member 'Sven Provsson <sven@x.example>' --member 'Eva Ek <eva@x.example>' \
	--member 'Bo Bok <bo@x.example>'
language=fi
gives 'its people get Swedish' "{'sv'}" of '{p["language"] for p in d if p["email"].endswith("@x.example")}' person list --columns language,email

# --- Two records of one person become one; everything that named the second names the first
says 'a known name is told' 'Added' klash person add --name 'vilja väritetty' --email vv@koti.example --phone '040 123'
if grep -q 'klash person merge' err; then pass 'with what to do'; else miss 'with what to do' 'klash person merge'; fi
number() { klash person list --columns id,email --format json | json "next(p['id'] for p in d if p['email'] == '$1')"; }
keep=$(number vilja@jury.example) gone=$(number vv@koti.example)
refuses 'a reason' 1 'Reason' klash person merge "$keep" "$gone"
refuses 'not with oneself' 1 'one and the same' klash person merge "$keep" "$keep" --reason Sama
runs 'a role' klash person role "$gone" --kind other --title Kokeilija
runs 'a mentor' klash mentor add "$gone"
runs 'a member' klash team member "$(team_of Laget)" add 'Vilja V' --email vv@koti.example --reason Lisä
runs 'a session' klash session add --topic Aihe --place Testilä --date 2019-06-01 --mentor "$gone"
runs 'a name that changes' klash person edit "$gone" --name 'Vilja Vanha'
cat >references.py <<'P'
"""Rows that refer to a row, table by table: references.py FILE TABLE ID."""
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall():
    for to, column in db.execute('SELECT "table", "from" FROM pragma_foreign_key_list(?)', (table,)).fetchall():
        if to == sys.argv[2]:
            print(table, db.execute(f'SELECT count(*) FROM "{table}" WHERE "{column}" = ?', (sys.argv[3],)).fetchone()[0])
P
referring() { python3 references.py "$KLASH_DB" "$@"; }
# An account is somebody's login: two of them do not become one.
gives 'every table that can names the second, but no account' 'account 0' sh -c \
	"python3 references.py '$KLASH_DB' person $gone | grep ' 0$'"
runs 'made one' klash person merge "$keep" "$gone" --reason 'Sama puhelinnumero'
gives 'nothing names the second' 0 sh -c "python3 references.py '$KLASH_DB' person $gone | grep -vc ' 0$'; :"
says 'found by an earlier name' 'vilja@jury.example' klash person show 'vilja väritetty'
says 'and by what the other was called' 'vilja@jury.example' klash person show 'Vilja Vanha'
says 'what was missing is filled in' '040 123' klash person show "$keep"
runs 'two logins' klash account add vilja2 --name 'Vilja Kakkonen' --role juror --lang fi --email v2@jury.example
refuses 'do not become one' 1 'vilja, vilja2' klash person merge "$keep" "$(number v2@jury.example)" --reason Ei
runs 'still whole' klash verify
says 'and in order' 'order' klash check

# --- Two records of one organization
runs 'one company' klash organization add --name-fi 'Malliyhtiö Oy' --kind company
runs 'twice' klash organization add --name-fi 'Malliyhtiö Oyj' --kind company --business-id 1234567-1
runs 'a spelling' klash organization alias 'Malliyhtiö Oyj' 'Malliyhtiö'
runs 'works there' klash person role "$keep" --kind other --organization 'malliyhtiö oyj' --title Johtaja
runs 'made one too' klash organization merge 'Malliyhtiö Oy' 'Malliyhtiö Oyj' --reason 'Sama yritys'
says 'its names go on finding it' '1234567-1' klash organization show malliyhtiö
runs 'whole after that' klash verify

# --- What was signed keeps the name it was signed with
who=$(of 'd["signed_by"]' decision show D-1)
runs 'the signer is renamed' klash person edit "$who" --name 'Uusi Nimi'
gives 'the decision keeps its name' "$who" of 'd["signed_by"]' decision show D-1
gives 'the log too' 'True' of "any(e['who'] == '$who' for e in d) and d[-1]['who'] != '$who' or d[0]['who'] != '$who'" log list
says 'found by the old name' 'Uusi Nimi' klash person show "$who"

# --- A name that is known is told, by whatever the person comes; an address tells who it is
tells() { if "$@" >out 2>err && grep -qF 'has the same name (' err; then pass "told: $*"; else miss "told: $*" 'has the same name'; fi; }
quiet() { if "$@" >out 2>err && ! grep -qF 'has the same name' err; then pass "not told: $*"; else miss "not told: $*" silence; fi; }
quiet klash person add --name 'Tuttu Testinen' --email tuttu@malli.example
tells klash person add --name 'TUTTU TESTINEN'
quiet klash team member T-1 add 'Tuttu Testinen' --email Tuttu@malli.example --reason Lisäys
tells klash team member T-1 add 'Tuttu Testinen' --email toinen@malli.example --reason Lisäys
tells klash account add tuttu --name 'Tuttu Testinen' --role juror --lang fi --email kolmas@malli.example
tells klash mentor add --name 'Tuttu Testinen'
printf 'nimi;sähköposti\nTuttu Testinen;neljas@malli.example\nUusi Ihminen;uusi@malli.example\n' >people.csv
tells klash person import people.csv
gives 'with each who has it, and nobody else' '5 5' echo "$(grep -c 'Tuttu Testinen' err) $(grep -c . err)"
printf 'Haaste;Tiimin nimi;Tyyppi;Jäsenet;Otsikko;Kuvaus\nC-1;Tutut;muu;"Tuttu Testinen, Aivan Uusi, Vielä Uudempi";Idea;Kuvaus\n' >team.csv
tells klash application import team.csv
number=$(sed -n 's/.*merge \([0-9]*\) \([0-9]*\) .*/\1 \2/p' err | head -1)
runs 'the command it names works' klash person merge $number --reason 'Sama henkilö'
finish
