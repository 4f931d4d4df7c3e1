#!/bin/sh
# SPDX-License-Identifier: MIT
# The jury's meeting by command: who is in the room, votes, a dissent, its end, and each refusal with its sentence.
. "$(dirname "$0")/tap.sh"

runs 'the demo, with all reviews in' klash demo --at results
key=solutions-C-3
code() { # the code of the submission in that place of the ranking
	klash rank $key --format json | python3 -c "import json, sys; print(json.load(sys.stdin)['rows'][$1]['code'])"
}
first=$(code 0) second=$(code 1) third=$(code 2)

refuses 'there is none yet' 1 'Meeting' klash meeting show $key
refuses 'nor of a round there is not' 1 'Round' klash meeting open solutions-C-9
refuses 'nor ahead of time' 1 'Opened' klash meeting open $key --starts 2021-01-01T10:00
runs 'it is opened' klash meeting open $key --place Kuntatalo --secretary 'Veera Esimerkki' --examiners 'kokous' \
	--call-sent 2019-12-09 --agenda 'Avaus'
refuses 'once' 1 'opened already' klash meeting open $key
gives 'the chair leads it' 'maija Kuntatalo room 7 True' of \
	'" ".join(map(str, (d["chair"], d["place"], d["form"], d["present"], d["ends"] is None)))' meeting show $key
draft=$(klash meeting show $key --format json | python3 -c 'import json, sys; print(json.load(sys.stdin)["of"])')

# --- Out and back
runs 'one takes part remotely' klash meeting attend $key remote exempla
runs 'one does not come' klash meeting attend $key absent niilo --reason Sairaana
refuses 'who did not come does not go out' 1 'not at the meeting' klash meeting leave $key niilo
refuses 'nor does a stranger' 1 'Juror' klash meeting leave $key aino
runs 'two go out' klash meeting leave $key tapio oiva --reason Puhelu
refuses 'twice they do not' 1 'gone out already' klash meeting leave $key tapio
refuses 'not before the meeting began' 1 'When' klash meeting leave $key helvi --at 2019-12-01T10:00
refuses 'who is in does not come back' 1 'in the room already' klash meeting return $key helvi
runs 'one more' klash meeting leave $key helvi
refuses 'below the quorum nothing is decided' 1 'too few members' klash statement item "$draft" "$first" \
	--outcome selected --reason-fi Paras --reason-sv Bäst
runs 'they come back' klash meeting return $key helvi oiva
runs 'a conflict is told of' klash conflict add $key oiva "$(klash solution list --format json |
	python3 -c 'import json, sys; print([s["code"] for s in json.load(sys.stdin)][-1])')=4" --source 'kokouksessa'
refuses 'who is barred must be out' 1 'barred from this submission is in the room' \
	klash statement item "$draft" "$first" --outcome selected --reason-fi Paras --reason-sv Bäst
gives 'the line says who' 'oiva' of 'd["items"][0]["must_be_out"]' meeting show $key
runs 'they go out for it' klash meeting leave $key oiva --item "$first"
gives 'on the ground they told' "4 self $first" of \
	'["%(ground)s %(decider)s %(item)s" % a for a in d["absences"] if a["juror"] == "oiva"][-1]' meeting show $key
runs 'now it is decided' klash statement item "$draft" "$first" --outcome selected --reason-fi Paras --reason-sv Bäst

# --- Votes and what is said
refuses 'a stranger does not vote' 1 'Juror' klash meeting vote $key --item "$second" --question Varalle? --for aino
refuses 'nor who is out' 1 'not in the room' klash meeting vote $key --item "$second" --question Varalle? --for tapio
refuses 'nor who is barred' 1 'barred' klash meeting vote $key --item "$second" --question Varalle? --for oiva
refuses 'nor anybody twice' 1 'one vote' klash meeting vote $key --item "$second" --question Varalle? --for helvi \
	--against helvi
refuses 'even votes need the chair' 1 'votes are even' klash meeting vote $key --item "$second" --question Varalle? \
	--for helvi --against kaarina
refuses 'something is voted on' 1 'Voted on' klash meeting vote $key --item "$second" --for helvi
runs 'the chair decides' klash meeting vote $key --item "$second" --question 'Varalle?' --for helvi --for maija \
	--against kaarina --against exempla
gives 'as it is told' 'True True helvi, maija' of \
	'"%(passed)s %(casting)s %(for)s" % d["votes"][0]' meeting show $key
refuses 'a dissent has its text' 1 'Dissenting opinion' klash meeting dissent $key kaarina --item "$second"
refuses 'and comes from one who took part' 1 'barred' klash meeting dissent $key oiva --item "$second" --text Ei
runs 'a dissent' klash meeting dissent $key kaarina --item "$second" --text 'Liian varhaista.'
runs 'a point to clarify' klash meeting remark $key --item "$second" --kind clarification --text 'Kuka maksaa?'
runs 'an expert is heard' klash meeting hear $key 'Asta Asiantuntija' --item "$second"
gives 'all is kept' 'Liian varhaista. Kuka maksaa? Asta Asiantuntija' of \
	'" ".join((d["dissents"][0]["text"], d["remarks"][0]["text"], d["persons"][0]["name"]))' meeting show $key
says 'people read it too' 'Liian varhaista.' klash meeting show $key

# --- Its end
refuses 'not without an outcome' 1 'no outcome' klash meeting close $key
runs 'the rest' klash statement item "$draft" "$second" "$third" --outcome not_selected
refuses 'nor without a reason' 1 'no reason' klash meeting close $key
runs 'their reasons' klash statement item "$draft" "$second" "$third" --outcome not_selected --reason-fi Muu --reason-sv Annan
runs 'it ends' klash meeting close $key
refuses 'once' 1 'has been closed' klash meeting close $key
refuses 'then nobody goes' 1 'has been closed' klash meeting leave $key helvi
refuses 'and nothing is decided' 1 'has been closed' klash statement item "$draft" "$second" --outcome reserve
refuses 'it is opened again with a reason' 1 'Reason' klash meeting reopen $key
runs 'as here' klash meeting reopen $key --reason 'Yksi jäi lukematta'
gives 'which is noted' 'Yksi jäi lukematta' of 'd["remarks"][-1]["text"]' meeting show $key
runs 'it ends again' klash meeting close $key
says 'the log says who did what' "closed the jury's meeting" klash log list --of meeting:$key
gives 'both meetings are listed' '2' of 'len(d)' meeting list
refuses 'others do not record it' 1 'rooliin' klash --as tarmo meeting remark $key --text x
runs 'the file is whole' klash verify
runs 'and in order' klash check
finish
