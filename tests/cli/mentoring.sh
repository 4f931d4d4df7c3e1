#!/bin/sh
# SPDX-License-Identifier: MIT
# The mentoring as a script of an office would run it: sessions, mentors, attendance, questions.
. "$(dirname "$0")/tap.sh"
# warns NAME TEXT COMMAND...: it succeeds, and says so on standard error.
warns() { name=$1 text=$2; shift 2; refuses "$name" 0 "$text" "$@"; }

runs 'the demo on the eve of the mentoring' klash demo --at mentoring
gives 'five sessions as they were announced' \
	'2019-09-24 Janakkala C-1|2019-10-01 Joensuu C-2|2019-10-08 Vantaa C-3|2019-10-15 Helsinki None|2019-10-22 Kuntatalo, Helsinki None' \
	of '"|".join("%s %s %s" % (r["date"], r["place"], r["challenge"]) for r in d)' session list
gives 'the fields scripts rely on' "['challenge', 'code', 'date', 'mentors', 'place', 'teams', 'topic']" \
	of 'sorted(set(d[0]) & {"code","date","place","challenge","topic","mentors","teams"})' session list
gives 'by default a session is for the teams that go on' "['T-1', 'T-2'] 9" \
	of '"%s %d" % (d[0]["teams"], len(d[3]["teams"]))' session list
gives 'ten mentors' 10 of 'len(d)' mentor list
gives 'nobody has mentored yet' 0 of 'sum(len(r["mentored"]) for r in d)' mentor list
gives 'counted in the status' 5 of 'd["counts"]["sessions"]' status
gives 'the session of tomorrow is to be done' M-1 \
	of '[t["code"] for t in d["to_do"] if t["what"] == "session_coming"][0]' status

# --- Planning
refuses 'a session needs a day' 1 'Date' klash session add --place Oulu --topic X
refuses 'and a place' 1 'Place' klash session add --date 2019-09-30 --topic X
refuses 'a day that exists' 1 '31.9.2019' klash session add --date 31.9.2019 --place Oulu --topic X
refuses 'an unknown mentor is named' 1 'Eipä Löydy' klash session add --date 2019-09-30 --place Oulu \
	--topic X --mentor 'Eipä Löydy'
gives 'nothing was added' 5 of 'len(d)' session list
runs 'a new mentor' klash mentor add --name 'Uuno Uusi' --email uuno@esimerkki.example --title Tutkija
refuses 'is one already' 1 'already' klash mentor add 'Uuno Uusi'
says 'a session with two mentors' M-6 klash session add --date '24.9.2019 klo 9.00' --ends 12.30 \
	--place Riihimäki --challenge C-1 --topic 'Kuljetusten data' --mentor 'Uuno Uusi' --mentor 'Taimi Kuviteltu'
warns 'who is booked twice is warned of, not refused' 'Taimi Kuviteltu is also in the session M-1' \
	klash session edit M-6 --place Riihimäki
gives 'its hours' '09:00-12:30' of '"%s-%s" % (d["starts"], d["ends"])' session show M-6
runs 'moved' klash session edit M-6 --date 2019-09-26 --reason 'Taimi on Janakkalassa'
klash session edit M-6 --place Riihimäki 2>err >out
gives 'no longer booked twice' '' cat err
gives 'the earlier day is kept' 'move 2019-09-24 Taimi on Janakkalassa' \
	of '(lambda a: "%s %s %s" % (a["act"], a["before"], a["reason"]))(d["acts"][0])' session show M-6
warns 'one team is left out' 'T-2' klash session edit M-6 --team T-1
gives 'as it was asked' "['T-1']" of 'd["teams"]' session show M-6
refuses 'cancelling needs a reason' 1 'Reason' klash session cancel M-6
runs 'cancelled' klash session cancel M-6 --reason 'Liian vähän ilmoittautumisia'
refuses 'a cancelled one does not change' 1 'cancelled' klash session edit M-6 --place Oulu
gives 'it counts no more' 5 of 'd["counts"]["sessions"]' status

# --- The day itself
refuses 'not before its day' 1 'has not come yet' klash session held M-1
runs 'a session that was yesterday' klash session add --date 2019-09-22 --place Espoo --topic 'Aloitus' \
	--mentor 'Uuno Uusi'
runs 'two came' klash session attend M-7 T-1 'Grannhjälpen'
runs 'one remotely' klash session attend M-7 T-11 --state remote
runs 'the rest did not' klash session attend M-7 --rest --state absent
refuses 'no such state' 1 'Attendance' klash session attend M-7 T-1 --state late
refuses 'no such team' 1 'T-99' klash session attend M-7 T-99
runs 'feedback' klash session note M-7 --team T-1 --feedback --text '=1+1 oli hyvä vitsi'
runs 'held' klash session held M-7
gives 'who came' 'absent 6 present 2 remote 1' \
	of '" ".join("%s %d" % (s, sum(a["state"] == s for a in d["attendance"])) for s in ("absent", "present", "remote"))' \
	session show M-7
gives 'who came is mentored' "['T-1', 'T-7', 'T-11']" \
	of '[r["mentored"] for r in d if r["name"] == "Uuno Uusi"][0]' mentor list
gives 'a mentor off a list' 1 of 'len(d)' session list --mentor 'Taimi Kuviteltu' --state planned
gives 'the sessions of a team' 'M-7 M-2 M-4 M-5' of '" ".join(r["code"] for r in d)' session list --team Grannhjälpen
says 'for a spreadsheet' 'M-7;22.9.2019;' klash session list --format csv

# --- Questions
refuses 'a shortened option fits one' 2 '--text-fi, --text-sv, --team' klash question add --te x --due 2019-09-30
says 'a question' Q-1 klash question add --team T-1 --challenge C-1 --text-fi 'Saako dataa käyttää?' --due 2019-09-30
refuses 'a time that is none, by its own name' 1 'soon: Asked' klash question edit Q-1 --asked soon
refuses 'not published without an answer' 1 'answer' klash question publish Q-1
runs 'answered' klash question answer Q-1 --text-fi 'Saa.'
gives 'answered, not published' 'answered None' of '"%s %s" % (d[0]["state"], d[0]["published"])' question list
warns 'published, one language missing' 'Swedish' klash question publish Q-1
refuses 'then it does not change' 1 'published' klash question answer Q-1 --text-fi 'Ei saa.'
runs 'but the other language can be added' klash question edit Q-1 --text-sv 'Får data användas?' --answer-sv 'Ja.'
refuses 'once' 1 'published' klash question edit Q-1 --answer-sv 'Nej.'
gives 'in both' 'Saa. Ja.' of '"%(fi)s %(sv)s" % d["answer"]' question show Q-1
runs 'a contact note on a question' klash note add Q-1 --text 'Soitti tarkennuksesta'
runs 'and on a session' klash note add M-1 --text 'Tila vahvistettu'
gives 'the log knows them' 'question.add question.answer question.publish question.answer' \
	of '" ".join(r["what"] for r in sorted(d, key=lambda r: r["seq"]) if r["what"][:9] == "question.")' log list --of Q-1

# --- Who may
runs 'an auditor' klash account add tarkka --name 'Tarkka Esimerkki' --role auditor --lang en
refuses 'reads but does not plan' 1 'does not include' klash --as tarkka session add --date 2019-10-02 --place X --topic Y
runs 'reads' klash --as tarkka session list
runs 'a team has another name' klash team edit T-2 --name 'Uusi Nimi' --kind startup --organization ''
gives 'and only that' 'Uusi Nimi startup' of '[r["name"] + " " + r["kind"] for r in d if r["code"] == "T-2"][0]' team list
refuses 'of kinds there are five' 1 'startup' klash team edit T-2 --kind guild
says 'the file verifies' 'Intact' klash verify

# --- A team that leaves is in no planned session any more
export KLASH_DB="$work/leaving.db"
runs 'the same eve' klash demo --at mentoring
runs 'a team withdraws' klash team withdraw T-1 --reason Vetäytyi
gives 'it is asked to none' 0 of 'sum("T-1" in s["teams"] for s in d)' session list
refuses 'and cannot be marked' 1 'withdrawn or declined' klash session attend M-4 T-1
finish
