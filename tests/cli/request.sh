#!/bin/sh
# SPDX-License-Identifier: MIT
# Requests for information: their last days, how they were given, withheld or refused; and the page that answers the
# telephone.
. "$(dirname "$0")/tap.sh"

runs 'the demo' klash demo --at end
gives 'one is due in two days' "[('I-3', 'open', '2020-02-16', 'D-6')]" \
	of "[(r['code'], r['state'], r['due'], r['object']) for r in d if r['state'] == 'open']" request list
gives 'it stands on the desk' "['I-3']" of "[t['code'] for t in d['to_do'] if t['what'] == 'request']" status
gives 'and by its record' "['I-3']" of "[r['code'] for r in d]" request list D-6
gives 'a usual one has two weeks' I-4 klash request add --text 'Kaikki lausunnot' --received 2020-01-31
gives 'to the day' "('2020-02-14', 'open')" of "(d['due'], d['state'])" request show I-4
runs 'a large one' klash request edit I-4 --extent large
gives 'has a month, to the last day of a short one' 2020-02-29 of "d['due']" request show I-4
gives 'one late by a day' I-5 klash request add --text 'Pisteet' --received 2020-01-30 --object p-005
gives 'is overdue' "('overdue', 'P-005', '')" of "(d['state'], d['object'], d['requester'] or '')" request show I-5
refuses 'of no record' 1 'nothing found' klash request add --text 'Pisteet' --object P-999
refuses 'nothing asked' 1 'asked' klash request add
refuses 'not from the future' 1 'Arrived' klash request add --text 'x' --received 2021-01-01
refuses 'how was it given?' 1 'given' klash request answer I-5
refuses 'withheld by which clause?' 1 'clause' klash request answer I-5 --given copy --withheld 'Muistiinpanot'
refuses 'what was withheld?' 1 'withheld' klash request answer I-5 --given copy --clause '24 § 1 mom. 17 k.'
runs 'answered' klash request answer I-5 --given copy --withheld 'Muistiinpanot' --clause 'JulkL 24 § 1 mom. 17 k.' --fee 12,50
gives 'with a fee' "('answered', '2020-02-14', 'JulkL 24 § 1 mom. 17 k.')" of "(d['state'], d['answered'], d['clause'])" request show I-5
refuses 'once' 1 'been answered' klash request answer I-5 --given copy
refuses 'nor refused then' 1 'been answered' klash request refuse I-5 --reason 'Ei'
refuses 'no decision without a refusal' 1 'made on a refusal' klash request decide I-4 --number 'HAL 1/2020'
refuses 'why refused?' 1 'eason' klash request refuse I-4
runs 'refused, as was told' klash request refuse I-4 --reason 'Osa ei ole vielä julkinen (6 §).'
gives 'it waits for nothing' refused of "d['state']" request show I-4
refuses 'not before the refusal' 1 'Date' klash request decide I-4 --number 'HAL 1/2020' --date 2020-02-13
runs 'the decision on it' klash request decide I-4 --number 'HAL 1/2020'
gives 'is told' "('decided', 'HAL 1/2020')" of "(d['state'], d['decision_number'])" request show I-4

# --- The record answers
gives 'reason, points and rank of what was not selected' "('not_selected', True, True, 4)" \
	of "(d['decisions'][0]['outcome'], d['decisions'][0]['reason']['fi'] != '', 0 < d['judged'][0]['rank'] <= d['judged'][0]['of'], len(d['judged'][0]['criteria']))" \
	problem show P-048
gives 'who asked about it' "['I-1']" of "[r['code'] for r in d['requests']]" problem show P-048
says 'the same for people' 'rank ' klash problem show P-048
says 'a municipality names its problems' 'P-048' klash municipality show Akaa
gives 'and programs get them' "(['P-048'], ['D-1'])" \
	of "([s['code'] for s in d['submissions']], [s['code'] for s in d['decisions']])" municipality show Akaa
gives 'service of a solution' "('D-6', 'email')" of "(d['services'][0]['decision'], d['services'][0]['channel'])" solution show S-004
says 'a person has teams' 'Teams' klash person show 'Aava Keksitty'
says 'the file is whole' 'Intact' klash verify
finish
