#!/bin/sh
# SPDX-License-Identifier: MIT
# Before and in the contract, by commands: figures of the law, notices, checks, party, milestones, change, report.
. "$(dirname "$0")/tap.sh"

runs 'the demo, when procurement begins' klash demo --at procurement

# --- Thresholds by date
gives 'the EU threshold of the contest notice, and that of the next years' "['2026-01-01', '2024-01-01', '2022-01-01', '2020-01-01', '2018-01-01']" \
	of '[r["starts"] for r in d if r["kind"] == "eu" and r["object"] == "design_contest"]' threshold list
gives 'which of them holds' '214000.00' \
	of '[r["amount"] for r in d if r["kind"] == "eu" and r["object"] == "design_contest" and r["holds"]][0]' threshold list
gives 'works, concessions, social and special services' '150000.00 500000.00 400000.00 300000.00' \
	of '" ".join([r["amount"] for r in d if r["object"] == o][0] for o in ("works", "concession", "social_health", "special_services"))' threshold list
refuses 'a figure needs its source' 1 'Source' klash threshold add --kind eu --object design_contest --starts 2028-01-01 --amount 219000
runs 'one for the next years' klash threshold add --kind eu --object design_contest --starts 2028-01-01 --amount 219000 --source 'Keksitty asetus'
refuses 'not twice' 1 'already' klash threshold add --kind eu --object design_contest --starts 2028-01-01 --amount 219000 --source 'Keksitty asetus'
refuses 'days are no amount' 1 'number of days' klash threshold add --kind award_notice --starts 2028-01-01 --amount 5 --source x

runs 'next year begins from here' klash --db next.db init --from k.db
gives 'with what this office has added' 1 of 'len([r for r in d if r["amount"] == "219000.00"])' --db next.db threshold list
gives 'and nothing twice' 19 of 'len(d)' --db next.db threshold list

# --- Checks of the winner
runs 'talks begin' klash negotiation start T-1
gives 'nothing has been looked into' "{'missing'}" of 'str(set(r["standing"] for r in d))' supplier check T-1
refuses 'no contract without the checks' 1 'grounds for exclusion' klash contract add T-1 --net 50000 --persons 'Aava Keksitty'
refuses 'a check has its source' 1 'Source' klash supplier add T-1 --kind exclusion
refuses 'only of a winner' 1 'Only a winner' klash supplier add T-2 --kind exclusion --source x
for kind in exclusion criminal_record contractor sanctions; do
	runs "recorded: $kind" klash supplier add T-1 --kind $kind --source Rekisteri --date 2020-02-03
done
refuses 'one is still missing' 1 'Tax debt' klash contract add T-1 --net 50000 --persons 'Aava Keksitty'
runs 'that one has run out' klash supplier add T-1 --kind tax_debt --source Rekisteri --date 2020-01-02 --valid-until 2020-02-03
refuses 'and does not hold' 1 'Tax debt' klash contract add T-1 --net 50000 --persons 'Aava Keksitty'
gives 'which the check shows' expired of '[r["standing"] for r in d if r["kind"] == "tax_debt"][0]' supplier check T-1
gives 'on its last day it held' valid of '[r["standing"] for r in d if r["kind"] == "tax_debt"][0]' supplier check T-1 --date 2020-02-03

# --- The party
WITHOUT="--unchecked Kiire"
refuses 'a team is no party' 1 'no legal person' klash contract add T-1 --net 50000 $WITHOUT
refuses 'nor by its code' 1 'no legal person' klash contract add T-1 --net 50000 $WITHOUT --party T-1
refuses 'nor by its name' 1 'no legal person' klash contract add T-1 --net 50000 $WITHOUT --party kaikkikyytiin
runs 'an organization whose number is mistyped' klash organization add --name-fi 'Malli Oy' --kind company --business-id 0000001-8
refuses 'is none yet' 1 'check digit' klash contract add T-1 --net 50000 $WITHOUT --party 'Malli Oy'
runs 'put right' klash organization edit 0000001-8 --business-id 0000001-9
refuses 'milestones add up' 1 'add up' klash contract add T-1 --net 50000 $WITHOUT --party 0000001-9 --milestones '13.2.2020; 49 999,99; Alku'
refuses 'and each is a line' 1 'Milestone 2' klash contract add T-1 --net 50000 $WITHOUT --party 0000001-9 --milestones '13.2.2020; 40 000; Alku
loppu'
gives 'then there is a contract' H-1 klash contract add T-1 --net 50000 $WITHOUT --party 0000001-9 --licence-kind free --signatories 'Aava Keksitty, johtaja' \
	--term-from 2020-02-04 --term-until 2020-12-31 --milestones '13.2.2020; 40 000; Alku
30.6.2020; 10 000; Loppu'
gives 'with party, reason and milestones' "('Malli Oy (0000001-9)', 'Kiire', ['40000.00', '10000.00'], 'free', '2020-12-31')" \
	of '(d["party"], d["unchecked"], [m["net"] for m in d["milestones"]], d["licence_kind"], d["term_until"])' contract show H-1

# --- A change of it
refuses 'a change has its ground' 1 'Ground of the change' klash contract add T-1 --net 10000 $WITHOUT --changes H-1
refuses 'and its reason' 1 'Why it is changed' klash contract add T-1 --net 10000 $WITHOUT --changes H-1 --change-ground additional
gives 'which says what both come to' 'below the national' \
	sh -c "\"\$KLASH\" contract add T-1 --net 10000 $WITHOUT --changes H-1 --change-ground additional --change-reason Lis 2>&1 >/dev/null | grep -o 'below the national'"
gives 'the party is the first one'"'"'s' 'Malli Oy (0000001-9)' of 'd["party"]' contract show H-2
gives 'at least the national threshold together' True of '"together they are at least that" in d["change_found"]' contract show H-2

# --- Notices
gives 'one is overdue' 'N-6' of '[r["code"] for r in d if r["state"] == "overdue"][0]' notice list
gives 'and on the desk' 1 of 'len([t for t in d["to_do"] if t["what"] == "notice_due" and t["code"] == "N-6"])' status
refuses 'an award is of a contract' 1 'Contract' klash notice add --kind award
gives 'its days are counted from there' N-7 klash notice add --kind award --contract H-1
gives 'thirty of them' 2020-03-05 of 'd["due"]' notice show N-7
refuses 'what is to come has not been sent' 1 'not come yet' klash notice edit N-7 --sent 2030-01-01
runs 'sent' klash notice edit N-6 --sent 2020-02-03 --register-number 2020-009911
gives 'no longer on the desk' 0 of 'len([t for t in d["to_do"] if t["code"] == "N-6"])' status

# --- The report, from the rows
gives 'the report has the contracts with their party' 'Malli Oy (0000001-9)' of 'd["contracts"]["party"][0]' award-report C-1
says 'nobody had a conflict' 'None was declared' klash award-report C-1
runs 'one is recorded' klash conflict add applications-C-1 tapio A-002=4 --source 'Sähköposti 3.2.2020' --reason 'Työskennellyt yhtiössä'
gives 'who was barred from what, and on what ground' True of '"A-002: employment or commission (28 § 1 mom. 4). Barred" in d["conflicts"]["conflict"]' award-report C-1
runs 'what is subcontracted' klash contract edit H-1 --subcontracting '20 %, Karttapalvelu Malli Oy'
gives 'is told' '20 %, Karttapalvelu Malli Oy' of 'd["contracts"]["subcontracting"]' award-report C-1
says 'and reads as a page' 'Report on the procurement: C-1' klash award-report C-1
says 'in Finnish too' 'Hankintaa koskeva kertomus: C-1' klash award-report C-1 --lang fi

# --- The jury
runs 'what entrants must be' klash fitness require solutions-C-1 --qualification 'arkkitehti'
gives 'is not known of its jurors' "{''}" of 'str(set(r["qualified"] for r in d))' fitness list solutions-C-1
runs 'a juror of next year' klash --db next.db account add j1 --name Jurori --role juror --lang fi
runs 'sits on the panel' klash --db next.db round juror problems j1
runs 'entrants must be architects' klash --db next.db fitness require problems --qualification arkkitehti
refuses 'a third of the jury is not' 1 'Less than a third' klash --db next.db round open problems
runs 'the juror is, but not independent' klash --db next.db fitness set problems j1 --qualified yes --independent no
refuses 'which is told' 1 'not independent of the entrants' klash --db next.db round open problems
if grep -q 'Less than a third' err; then miss 'the third is there now' 'no such line'; else pass 'the third is there now'; fi
runs 'everything is in order' klash check
runs 'and intact' klash verify
finish
