#!/bin/sh
# SPDX-License-Identifier: MIT
# The formatting is clang-format's; versions differ, so only Debian 12's (14) is asked.
# Usage: tests/format.sh SOURCE-ROOT
cd "$1" || exit 1
for program in clang-format-14 clang-format; do
	case $("$program" --version 2>/dev/null) in
	*' 14.'*) break ;;
	esac
	program=
done
if [ -z "$program" ] || ! git rev-parse --git-dir >/dev/null 2>&1; then
	echo '1..0 # SKIP clang-format 14 and a git checkout are needed'
	exit 0
fi
echo 1..1
if git ls-files -z '*.c' '*.h' | xargs -0 "$program" --dry-run --Werror >&2; then
	echo 'ok 1 - the formatting is clang-format'\''s'
else
	echo 'not ok 1 - the formatting is clang-format'\''s: run git ls-files "*.c" "*.h" | xargs clang-format -i'
fi
