# SPDX-License-Identifier: MIT
# What the command line tests share. Every case is one TAP subtest; $KLASH is the program, $DATA the
# folder of fixtures. The work is done in a directory of its own that goes away.
set -u
umask 077
KLASH=${KLASH:?the program}
DATA=${DATA:?the fixtures}
# What is under test finds its catalogs beside its own build.
export LANGUAGE= LC_ALL=C.UTF-8
work=$(mktemp -d /tmp/klash-cli-XXXXXX)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export KLASH_DB="$work/k.db"
count=0
failed=0

klash() { "$KLASH" "$@"; }

# pass NAME / miss NAME [WANTED]: the two ends of every check; miss shows what there was instead.
pass() { count=$((count + 1)); echo "ok $count - $1"; }
miss() {
	count=$((count + 1)) failed=$((failed + 1))
	{ echo "wanted: ${2-}"; cat out err; } | sed 's/^/# /' | head -40
	echo "not ok $count - $1"
}

# Under the sanitizers faults of memory are looked for, and a refusal or a look changes nothing (a warning and what an
# import reports do): every third of them is taken there, and all in the plain build of the same run.
looks=0
passed_over() {
	looks=$((looks + 1))
	[ -n "${SANITIZED-}" ] && [ $((looks % 3)) -ne 0 ]
}

# runs NAME COMMAND...: it succeeds.
runs() {
	name=$1; shift
	if "$@" >out 2>err; then pass "$name"; else miss "$name" success; fi
}
# refuses NAME STATUS TEXT COMMAND...: it ends with that status and says so on standard error.
refuses() {
	case "$2 $*" in 0\ * | *\ import\ *) ;; *) passed_over && return ;; esac
	refusal "$@"
}
# The same, never passed over: what it said is looked at afterwards.
refusal() {
	name=$1 status=$2 text=$3; shift 3
	"$@" >out 2>err
	got=$?
	if [ $got -eq "$status" ] && grep -qF -- "$text" err; then
		pass "$name"
	else
		miss "$name" "status $status (got $got): $text"
	fi
}
# says NAME TEXT COMMAND...: it succeeds and its output has the text.
says() {
	name=$1 text=$2; shift 2
	if "$@" >out 2>err && grep -qF -- "$text" out; then
		pass "$name"
	else
		miss "$name" "$text"
	fi
}
# gives NAME OUTPUT COMMAND...: it succeeds and its whole output is that.
gives() {
	[ "$3" = of ] && passed_over && return
	name=$1 wanted=$2; shift 2
	if "$@" >out 2>err && [ "$(cat out)" = "$wanted" ]; then
		pass "$name"
	else
		miss "$name" "$wanted"
	fi
}
# json EXPRESSION: of `d`, the JSON on standard input. Python alone, without this machine's additions, starts in half the time.
json() { python3 -I -S -c 'import json,sys; d=json.load(sys.stdin); print(eval(sys.argv[1]))' "$1"; }
# of EXPRESSION COMMAND...: the same of a command's output.
of() { expression=$1; shift; "$KLASH" "$@" --format json | json "$expression"; }
finish() { echo "1..$count"; [ "$failed" -eq 0 ]; }
