#!/bin/sh
# SPDX-License-Identifier: MIT
# Acts on several records at once: all of them or none, each with its entry in the log.
. "$(dirname "$0")/tap.sh"

runs 'init' klash init --name-fi 'Klash 2018–2020'
for town in Akaa Alavus Eura Jalasjärvi; do
	runs "a problem from $town" klash problem add --municipality "$town" --title "$town" --description x
done
runs 'one is withdrawn' klash problem withdraw P-002
refuses 'which stops all' 1 'P-002: It has already been withdrawn' klash problem exclude P-001 P-002 P-003 --reason x
gives 'and nothing was done' 'received withdrawn received received' of '" ".join(r["state"] for r in d)' problem list
refuses 'none is named twice' 1 'P-001: It is named twice' klash problem exclude P-001 P-001 --reason x
refuses 'all must be there' 1 'P-099' klash problem exclude P-001 P-099 --reason x
refuses 'a reason is for all of them' 1 'Reason' klash problem exclude P-001 P-003 
gives 'still nothing' 'received withdrawn received received' of '" ".join(r["state"] for r in d)' problem list
runs 'without it all goes' klash problem exclude P-001 P-003 P-004 --reason 'Eivät kuulu kilpailuun'
gives 'they are out' 'ineligible withdrawn ineligible ineligible' of '" ".join(r["state"] for r in d)' problem list
gives 'each has its entry' 'P-004 P-003 P-001' of '" ".join(r["of"] for r in d[:3])' log list
says 'and its sentence' 'recorded as ineligible: P-003' klash log list --of P-003
runs 'a note' klash note add P-001 --text 'Palataan asiaan' --due 2019-01-01
runs 'another' klash note add P-002 --text 'Soitetaan' --due 2019-01-01
runs 'both promises are kept' klash note done 1 2
refuses 'once' 1 '2: The promise has been marked as kept already' klash note done 2
refuses 'one at a time where it says so' 2 'Usage' klash contract end H-1 H-2
says 'the help says where several can be named' 'CODE...' klash problem exclude --help
says 'the file verifies' 'Intact' klash verify
finish
