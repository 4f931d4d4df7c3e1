#!/bin/sh
# SPDX-License-Identifier: MIT
# Finnish and Swedish are spoken whatever the locale: a bare machine, a service and PuTTY have C.UTF-8 or
# none, and what LANG asks for is seldom installed. From the build, and as installed.
. "$(dirname "$0")/tap.sh"

runs 'init' klash init --name-fi 'Kilpailu' --name-sv 'Tävling'
mkdir -p "$work/place/bin" "$work/place/share/locale"
cp "$KLASH" "$work/place/bin/klash"
for lang in fi sv; do
	mkdir -p "$work/place/share/locale/$lang/LC_MESSAGES"
	cp "$KLASH_CATALOGS/$lang/LC_MESSAGES/klash.mo" "$work/place/share/locale/$lang/LC_MESSAGES/"
done

# speaks NAME PROGRAM WORD SETTING...: with --lang, or where LANG asks for it, in an environment of that alone.
speaks() {
	name=$1 program=$2 text=$3 lang=$4; shift 4
	env -i PATH="$PATH" HOME="$HOME" "$@" "$program" --db none.db ${lang:+--lang "$lang"} status >out 2>err </dev/null
	if grep -qF -- "$text" err; then pass "$name"; else miss "$name" "$text"; fi
}
fi='Tiedostoa ei ole' sv='Filen finns inte' en='There is no such file'
for place in build installed; do
	program=$KLASH
	[ $place = build ] || program=$work/place/bin/klash
	for setting in LC_ALL=C.UTF-8 LC_ALL=C LC_ALL=POSIX LC_ALL= LC_ALL=fi_FI.UTF-8 LC_ALL=sv_SE.UTF-8 \
		LC_MESSAGES=C LANG=en_GB.UTF-8 LC_CTYPE=C.UTF-8; do
		speaks "fi, $place, $setting" "$program" "$fi" fi "$setting"
		speaks "sv, $place, $setting" "$program" "$sv" sv "$setting"
		speaks "en, $place, $setting" "$program" "$en" en "$setting"
	done
	speaks "fi, $place, no environment" "$program" "$fi" fi
	speaks "sv, $place, no environment" "$program" "$sv" sv
	speaks "LANG=fi_FI.UTF-8 asks for Finnish, $place" "$program" "$fi" '' LANG=fi_FI.UTF-8
	speaks "LC_ALL=sv_SE.UTF-8 asks for Swedish, $place" "$program" "$sv" '' LC_ALL=sv_SE.UTF-8 LANG=fi_FI.UTF-8
done

# Nobody's environment brings words of their own in.
mkdir -p evil/fi/LC_MESSAGES evil/klash/LC_MESSAGES
printf 'msgid "There is no such file: %%s"\nmsgstr "EVIL"\n' >evil.po
msgfmt -o evil/fi/LC_MESSAGES/klash.mo evil.po
speaks 'LANGUAGE leads nowhere' "$KLASH" "$fi" fi LANGUAGE="../../../../../../..$work/evil/fi"
speaks 'LOCPATH leads nowhere' "$KLASH" "$fi" fi LOCPATH="$work/evil" LC_ALL=fi_FI.UTF-8
speaks 'TEXTDOMAINDIR leads nowhere' "$KLASH" "$fi" fi TEXTDOMAINDIR="$work/evil" NLSPATH="$work/evil/%L"

# A catalog that is cut off or is none: English, and no more than that.
for size in 0 10 27 28 5000; do
	head -c $size "$KLASH_CATALOGS/fi/LC_MESSAGES/klash.mo" >"$work/place/share/locale/fi/LC_MESSAGES/klash.mo"
	speaks "a catalog of $size bytes" "$work/place/bin/klash" "$en" fi
done
head -c 9000 /dev/zero >"$work/place/share/locale/fi/LC_MESSAGES/klash.mo"
speaks 'a catalog of zeros' "$work/place/bin/klash" "$en" fi
finish
