#!/bin/sh
# SPDX-License-Identifier: MIT
# By which law decisions are corrected and appealed against, by command: the rows, what an instruction names,
# service by channel, late complaints, courts, corrections with their kind and number, and what is refused.
. "$(dirname "$0")/tap.sh"

runs 'the demo, at the end' klash demo --at end
gives 'the regimes there are' 'hallinto hallinto hankinta kunta yhdistys none' of '" ".join(r["code"] for r in d)' regime list
gives 'names of the remedies' 'Hankintaoikaisu Upphandlingsrättelse 14' of \
	'" ".join(str(x) for x in (d["correction"]["fi"], d["correction"]["sv"], d["correction_days"]))' regime show hankinta
gives 'as it was on a day' '586/1996 22 §' of 'd["appeal_section"]' regime show hallinto --date 2019-12-31
refuses 'none of that name' 1 'no such regime' klash regime show merioikeus
refuses 'a row has its source' 1 'Source' klash regime add oma --since 2020-01-01 --name-fi Oma --name-sv Egen --holds nothing
runs 'a later row' klash regime add hankinta --since 2027-01-01 --correction-days 21 --source 'Laki 1/2026'
refuses 'once a day' 1 'that day on already' klash regime add hankinta --since 2027-01-01 --source x
refuses 'days without a name' 1 'name in Finnish' klash regime add kunta --since 2027-01-01 --appeal-days 30 --source x
refuses 'a field that there is not' 1 'names a field' klash regime add kunta --since 2027-01-01 --instruction-fi '{merimies}' --source x
runs 'a fee from a day on' klash regime set hankinta court_fee --since 2019-01-01 --value-fi '2 000 €' --value-sv '2 000 €' --source esimerkki
refuses 'nothing else is named' 1 'Setting' klash regime set hankinta moon --since 2019-01-01 --value-fi x --value-sv x --source x

# --- The instruction of a decision
says 'in Finnish' 'B. Valitus markkinaoikeuteen' klash document make instruction D-7 --lang fi
says 'in Swedish' 'A. Upphandlingsrättelse' klash document make instruction D-7 --lang sv
says 'with the address' 'kirjaamo@jarjestaja.example' klash document make instruction D-7 --lang fi
says 'and the fee' '2 000 €' klash document make instruction D-7 --lang fi
gives 'both days apart' '2020-02-03 2020-02-03' of 'd[0]["correction_last"] + " " + d[0]["appeal_last"]' decision served D-7
gives 'the regime and its remedies' 'hankinta Procurement correction, Appeal to the Market Court' of \
	'd["regime"] + " " + d["remedies"]' decision show D-7

# --- A complaint that came too late, and one that did not
gives 'left unexamined' 'True dismissed none' of \
	'" ".join(str(d[0][k]) for k in ("late", "outcome", "effect"))' complaint list
runs 'in time' klash complaint add D-7 --kind appeal --team Opinpolku --received 2020-02-03 --text Kumottava
gives 'not late' 'False 2020-02-03' of 'str(d[1]["late"]) + " " + d[1]["last_day"]' complaint list
says 'by the name of its remedy' 'Appeal to the Market Court' klash complaint show V-2
runs 'the court' klash complaint edit V-2 --court Markkinaoikeus --court-case 2020/17 --interim ordered --interim-day 2020-02-10
refuses 'no such order' 1 'Interim order' klash complaint edit V-2 --interim perhaps
runs 'in part' klash complaint answer V-2 --outcome in_part --text Osin
refuses 'answered: nothing more of the court' 1 'answered' klash complaint edit V-2 --court x
refuses 'the contract waits for the decision' 1 'was accepted' klash contract add "$(of '[t["code"] for t in d if t["state"] == "winner"][2]' team list)" --net 1

# --- The decision that follows from it
refuses 'a correction has its kind' 1 'Kind of correction' klash decision correct D-7 --reason Tuomioistuin
refuses 'of a complaint on its own round' 1 'another round' klash decision correct D-6 --kind court --complaint V-2 --reason x
gives 'because of it' D-8 klash decision correct D-7 --kind court --complaint V-2 --reason Tuomioistuin
says 'as it says' 'Corrects decision D-7 (6/2020): by order of a court (1397/2016 145–147 §).' klash decision show D-8
refuses 'its number is its own' 1 'number' klash decision sign D-8
refuses 'and nobody else has it' 1 'already' klash decision edit D-8 --number 6/2020
runs 'a number' klash decision edit D-8 --number 8/2020
refuses 'without remedies only with a ground' 1 'why nothing can be appealed' sh -c \
	'"$KLASH" decision edit D-8 --regime none && "$KLASH" decision sign D-8'
refuses 'a regime there is' 1 'no such regime' klash decision edit D-8 --regime merioikeus
runs 'its regime' klash decision edit D-8 --regime hankinta
runs 'approved' klash decision sign D-8
refuses 'no complaint before the service' 1 'has not been served' klash complaint add D-8 --team Opinpolku --text x
gives 'the link' D-8 of 'd["correction"]' complaint show V-2
refuses 'not served before it was made' 1 'before the day it was made' klash decision serve D-8 S-007 --channel email --date 2020-01-02
runs 'served with its proof' klash decision serve D-8 S-007 --channel etendering --proof 'HILMA-1'
gives 'the same day' "True HILMA-1" of 'str(d[0]["sent"] == d[0]["deemed"]) + " " + d[0]["proof"]' decision served D-8
runs 'by letter' klash decision serve D-8 S-008 --channel letter
gives 'a week later' 7 of '(__import__("datetime").date.fromisoformat(d[1]["deemed"]) - __import__("datetime").date.fromisoformat(d[1]["sent"])).days' decision served D-8

# --- What is offered, and what the next competition begins with
next=$work/next.db
runs 'an authority' klash --db "$next" init --profile authority --from "$KLASH_DB"
gives 'has the rows that the office added' '2027-01-01' sh -c "\"\$KLASH\" --db $next regime list --format json |
	python3 -c 'import json,sys; print([r[\"since\"] for r in json.load(sys.stdin) if r[\"source\"] == \"Laki 1/2026\"][0])'"
gives 'and the addresses' 'True' sh -c "\"\$KLASH\" --db $next regime show hankinta --format json |
	python3 -c 'import json,sys; print(any(s[\"name\"] == \"court_fee\" for s in json.load(sys.stdin)[\"settings\"]))'"
says 'the log tells' 'added a regime' klash log list
says 'intact' Intact klash verify
runs 'and checks' klash check
finish
