#!/bin/sh
# SPDX-License-Identifier: MIT
# What cppcheck finds wrong; versions differ in what they find, so only Debian 12's (2.10) is asked. What it takes
# for a fault and is none stands in cppcheck.txt beside this, with why.
# Usage: tests/cppcheck.sh SOURCE-ROOT
cd "$1" || exit 1
case $(cppcheck --version 2>/dev/null) in
'Cppcheck 2.10') ;;
*)
	echo '1..0 # SKIP cppcheck 2.10 is needed'
	exit 0
	;;
esac
echo 1..1
if cppcheck --quiet -j2 --std=c11 --max-configs=1 --error-exitcode=1 -D_GNU_SOURCE -I. \
	--library=tests/cppcheck.cfg --suppressions-list=tests/cppcheck.txt src ui db documents >&2; then
	echo 'ok 1 - cppcheck finds nothing wrong'
else
	echo 'not ok 1 - cppcheck finds nothing wrong'
fi
