#!/bin/sh
# SPDX-License-Identifier: MIT
# Procurement and adoption as a script of an office would run them, from the demo's winners on.
. "$(dirname "$0")/tap.sh"
# euros 900 000.00: as people read it, with no-break spaces.
nbsp=$(printf '\302\240')
euros() { echo "$* €" | sed "s/ /$nbsp/g"; }

# What these contracts are not about: a party and the checks of the supplier.
CONTRACT="--persons Testi_Henkilö --unchecked Testi"
runs 'the demo, when procurement begins' klash demo --at procurement

# --- Budget
gives 'a million has been decided' "('1000000.00', '0.00', '0.00', '1000000.00')" \
	of '(d["ceiling"], d["committed"], d["paid"], d["left"])' budget show
gives 'and nothing else is in it' "['ceiling', 'committed', 'left', 'paid']" of 'sorted(d)' budget show
says 'tables have money as people write it' "$(euros 1 000 000.00)" klash budget show
refuses 'a decision needs a reason' 1 'Reason' klash budget decide 1200000
refuses 'an ambiguous amount is refused' 1 '250 000,50' klash budget decide 1.200 --reason x
refuses 'so is one below nothing' 1 '250 000,50' klash budget decide --reason x -- -1
runs 'decided anew' klash budget decide '900 000 €' --reason 'Hallitus 27.1.2020 § 4' --date 2020-01-27
gives 'the earlier one stays' "['900000.00', '1000000.00']" of '[r["ceiling"] for r in d]' budget list

# --- Negotiations
gives 'three winners, no talks yet' "['T-1', 'T-5', 'T-11'] {'not_started'}" \
	of 'str([r["team"] for r in d]) + " " + str(set(r["state"] for r in d))' negotiation list
refuses 'not with just any team' 1 'winner' klash negotiation start T-2
refuses 'nor with one that is not there' 1 'T-99' klash negotiation start T-99
refuses 'what has not begun does not end' 1 'in progress' klash negotiation end T-1 no_contract --reason x
runs 'talks begin' klash negotiation start T-1 --date 2020-02-04
refuses 'once' 1 'already' klash negotiation start T-1
runs 'next step and estimate' klash negotiation edit T-1 --next-step 'Sopimusluonnos' --due 2020-01-30 --estimate '250 000'
refuses 'a day that is none, by its own name' 1 'tomorrow: Due' klash negotiation edit T-1 --due tomorrow
gives 'the contest is above both thresholds of its notice' "['60000.00', '221000.00']" \
	of '[t["limit"] for t in d["thresholds"] if t["past"]]' negotiation show T-1
gives 'the step is on the desk' 1 of 'len([t for t in d["to_do"] if t["what"] == "negotiation_due" and t["code"] == "T-1"])' status
runs 'a contact note about the talks' klash note add T-1 --text 'Odottavat luonnosta'
refuses 'an outcome is one of two' 1 'Outcome' klash negotiation end T-1 started --reason x
refuses 'no contract has been made' 1 'no contract' klash negotiation end T-1 contract

# --- Contracts
refuses 'over the ceiling' 1 "$(euros 900 000.00) left" klash contract add T-1 $CONTRACT --net 900000,01
gives 'nothing was committed' 0.00 of 'd["committed"]' budget show
gives 'a contract' H-1 klash contract add T-1 $CONTRACT --net 600000 --vat 24 --case-number 'KL 12/2020' --licence 'Kaikki kunnat'
refuses 'the next is over the ceiling' 1 "$(euros 300 000.00) left" klash contract add T-5 $CONTRACT --net '300 000,01'
gives 'and leaves no half begun talks' not_started of 'd["state"]' negotiation show T-5
gives 'to the cent it is not' H-2 klash contract add T-5 $CONTRACT --net '300000.00'
gives 'its talks have begun with it' negotiating of 'd["state"]' negotiation show T-5
refuses 'then nothing is left' 1 "$(euros 0.00) left" klash contract add T-11 $CONTRACT --net 0,01
refuses 'the ceiling does not fall below that' 1 'committed' klash budget decide 899999,99 --reason x
gives 'the budget is full' '900000.00 0.00' of 'd["committed"] + " " + d["left"]' budget show
refuses 'not for a team that did not win' 1 'winner' klash contract add T-2 $CONTRACT --net 1
refuses 'not without a sum' 1 'Net' klash contract add T-1
refuses 'nor with a VAT of 101 %' 1 'VAT' klash contract add T-1 $CONTRACT --net 1 --vat 101
gives 'VAT is the rate of the day' '24 372000.00' of 'd["vat"] + " " + d["gross"]' contract show H-2

# --- Payments
gives 'a payment' R-1 klash payment add H-1 --net 200000,50 --due 2020-02-10 --text 'Ensimmäinen erä'
gives 'gross is counted to the cent' 248000.62 of 'd["gross"]' payment show R-1
gives 'another' R-2 klash payment add H-1 --net 399999,50
refuses 'over the contract' 1 "contract has $(euros 0.00)" klash payment add H-1 --net 0,01
refuses 'one that is not approved is not paid' 1 'approve it first' klash payment pay R-1
runs 'a colleague' klash account add virpi --name 'Virpi Esimerkki' --role office --lang fi
refuses 'not approved in another name' 1 '--as' klash --as virpi payment approve R-1
says 'a large one waits for a second person' 'second person' klash payment approve R-1
refuses 'nobody pays it meanwhile' 1 'approve it first' klash payment pay R-1
refuses 'who planned it does not confirm it' 1 'yourself' klash confirm 1
runs 'turned down' klash confirm refuse 1 --reason 'Raja muuttuu'
runs 'the limit is a setting' klash confirm limit 300000 --reason 'Hallintosääntö 5 §'
runs 'approved' klash payment approve R-1
refuses 'once' 1 'already' klash payment approve R-1
refuses 'an approved one does not change' 1 'stays' klash payment edit R-1 --net 1
refuses 'nobody pays tomorrow today' 1 'not come yet' klash payment pay R-1 --date 2030-01-01
runs 'paid' klash payment pay R-1
refuses 'a paid one is not cancelled' 1 'over' klash payment cancel R-1 --reason x
gives 'by name, on its day' "('paid', True, '2020-02-04')" of '(d["state"], d["approved_by"] != "", d["paid"])' payment show R-1
gives 'paid is counted' 200000.50 of 'd["paid"]' budget show
runs 'a planned one changes' klash payment edit R-2 --net 100000
gives 'the rest is free' 299999.50 of 'd["left"]' contract show H-1
says 'a spreadsheet gets numbers' '200000.50' klash payment list --format csv
says 'programs get plain ones' ',200000.50,' klash payment list --format csv --plain

# --- A winner with a contract cannot just leave
refuses 'a winner with a contract does not decline' 1 'H-1 is in force: end or cancel it first' klash team decline T-1 --reason Luopui
refuses 'nobody moves up meanwhile' 1 'declined' klash team promote T-2 --reason Seuraava
refuses 'and gets no contract' 1 'winner' klash contract add T-2 $CONTRACT --net 10
gives 'the earliest day of a contract' "2020-02-04 None" of 'd["contract_earliest"] + " " + str(d["contract_blocked_by"])' negotiation show T-11

# --- Ends
refuses 'payments are planned' 1 'planned' klash contract end H-1
refuses 'calling off needs a reason' 1 'Reason' klash contract cancel H-1
runs 'called off' klash contract cancel H-1 --reason 'Toimitus viivästyi'
gives 'its planned payment with it' cancelled of 'd["state"]' payment show R-2
gives 'only what was paid is committed' '500000.50 200000.50 399999.50' \
	of '" ".join((d["committed"], d["paid"], d["left"]))' budget show
runs 'the talks end' klash negotiation end T-5 contract
refuses 'then no more contracts' 1 'in progress' klash contract add T-5 $CONTRACT --net 1
refuses 'they begin again with a reason only' 1 'why' klash negotiation start T-5
runs 'with one' klash negotiation start T-5 --reason 'Lisätilaus'
gives 'all of it is in the record' "['start', 'contract', 'start']" of '[a["act"] for a in d["acts"]]' negotiation show T-5

# --- A complaint holds the contract
runs 'a complaint about the decision on challenge 1' klash complaint add \
	"$(of '[r["code"] for r in d if r["round"] == "solutions-C-1" and r["code"].startswith("D")][0]' decision list)" \
	--kind correction --text 'Vertailu oli virheellinen'
refuses 'no contract meanwhile' 1 'complaint' klash contract add T-1 $CONTRACT --net 1
gives 'with the others there is' H-3 klash contract add T-5 $CONTRACT --net 1
runs 'answered' klash complaint answer "$(of 'd[0]["code"]' complaint list)" --outcome rejected --text 'Ei aihetta'
gives 'then there is' H-4 klash contract add T-1 $CONTRACT --net 1

# --- Adoption
runs 'interest' klash adoption set Janakkala T-1 interested --date 2020-02-01
runs 'a pilot' klash adoption set janakkala T-1 piloting --date 2020-02-20
runs 'by the Swedish name' klash adoption set Vanda T-11 in_use --date 2020-03-01 --source 'Valtuusto 24.2.2020'
refuses 'a state is one of four' 1 'State' klash adoption set Vantaa T-11 used
refuses 'a municipality is one of Finland' 1 'Ankkalinna' klash adoption set Ankkalinna T-1 in_use
refuses 'a team that was not selected has nothing to adopt' 1 'not selected' klash adoption set Vantaa \
	"$(of '[t["code"] for t in d if t["state"] == "not_selected"][0]' team list)" in_use
gives 'by solution, as it stands' "[('165', 'T-1', 'piloting', '2020-02-20'), ('092', 'T-11', 'in_use', '2020-03-01')]" \
	of '[(r["municipality"], r["team"], r["state"], r["date"]) for r in d]' adoption list
gives 'one state only' "['092']" of '[r["municipality"] for r in d]' adoption list --state in_use

# --- Standstill: not before the decision in force is served and its last day has passed
decision=$(of '[r["code"] for r in d if r["round"] == "solutions-C-3" and r["code"].startswith("D")][0]' decision list)
runs 'a correcting decision' klash decision correct "$decision" --kind clerical --reason Virhe
refuses 'it has no number yet' 1 'own number' klash decision sign D-8
refuses 'not that of another' 1 'already' klash decision edit D-8 --number 6/2020
runs 'a number of its own' klash decision edit D-8 --number 7/2020
runs 'approved' klash decision sign D-8
refuses 'not served on anybody yet' 1 'not been served on every entrant' klash contract add T-11 $CONTRACT --net 1
for team in $(of '" ".join(r["applicant"].replace(" ", "_") for r in d)' decision served D-8); do
	runs "served on $team" klash decision serve D-8 "$(echo "$team" | tr _ ' ')" --channel email
done
refuses 'the last day has not passed' 1 '19.2.2020' klash contract add T-11 $CONTRACT --net 1
refuses 'nor by an earlier day' 1 'earliest' klash contract add T-11 $CONTRACT --net 1 --date 2020-01-25
refuses 'an exception needs its reason' 1 'Reason' klash contract add T-11 $CONTRACT --net 1 --exception sole_entrant
gives 'by an exception it is proposed' 'proposed sole_entrant' sh -c \
	"\"\$KLASH\" contract add T-11 $CONTRACT --net 1 --exception sole_entrant --reason Ainoa 2>/dev/null >/dev/null; \"\$KLASH\" contract list --format json |
	python3 -c 'import json,sys; d = json.load(sys.stdin)[-1]; print(d[\"state\"], d[\"exception\"])'"
refuses 'not approved by who proposed it' 1 'yourself' klash contract approve "$(of 'd[-1]["code"]' contract list)"

says 'the log tells it' 'approved a payment: R-1' klash log list
says 'the file verifies' 'Intact' klash verify
runs 'and checks' klash check
finish
