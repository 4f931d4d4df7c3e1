#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""One letter, one meaning: the table of letters has each once, the office's keys name it, a word of a key is always
the same letter, and what cannot be taken back is on a capital. doc/letters.md is that table, written by UPDATE=1.
Usage: one_letter.py ROOT"""
import collections
import os
import pathlib
import re
import sys

from tap import case, end

TABLE = 'ui/toolkit/letters.h'
LETTER = re.compile(r'X\((\w+), \'(.)\', N_\("((?:[^"\\]|\\.)*)"\)\)')
# What a command begins with, and what follows of it.
COMMAND = re.compile(r"(?:ACT_KEY\(|\.keys\s*=\s*\{\s*)(?:'(.)'|K_(\w+))")
LABEL = re.compile(r'NC_\(\s*"command",\s*"([^"]*)"')
# Letters of the table, and words, that stand for something else: where, and why.
OTHER_MEANING = {
    ('n', 'not selected'): 'the meeting answers by v, a, n: its act of every other second',
}
OTHER_LETTER = {
    'answer': 'a questionnaire is answered by digits',
    'dates': 'in an import it says in what form they are, not when',
    'edit': 'the text of a reason: e is taken there',
}
# What an act does, by the end of its row's name, and its letter.
ACTS = {'WITHDRAW': ('WITHDRAW', 'TOOK_BACK'), 'EXCLUDE': ('INELIGIBLE',), 'RESTORE': ('RESTORE', 'TAKE_BACK'),
        'REOPEN': ('RESTORE',), 'ADMIT': ('ADMIT',), 'PASS': ('PASS',), 'CANCEL': ('CALL_OFF',), 'DROP': ('CALL_OFF',),
        'REFUSE': ('CALL_OFF',), 'APPROVE': ('SETTLE',)}
ACT = re.compile(r"ACT_KEY\((?:'(.)'|K_(\w+)), \w+_rows\[\w+_(\w+)\]")
OTHER_FINAL = {
    'declaration': 'a form that says what it will record, and asks',
    'make one': 'two records chosen one by one, and a question',
    'draw lots': 'the law wants it minuted at once, and it asks',
}


def commands(root, folder):
    for path in sorted((root / 'ui' / folder).rglob('*.[ch]')):
        text = path.read_text(encoding='utf-8')
        starts = list(COMMAND.finditer(text))
        for i, match in enumerate(starts):
            until = starts[i + 1].start() if i + 1 < len(starts) else len(text)
            rest = text[match.end():min(until, match.end() + 700)]
            label = LABEL.search(rest)
            if label:
                yield path.relative_to(root), match[1], match[2], label[1], '.final = true' in rest


def main():
    root = pathlib.Path(sys.argv[1])
    rows = LETTER.findall(re.sub(r'"\s*\\?\n\s*"', '', (root / TABLE).read_text(encoding='utf-8')))
    by_name = {name: key for name, key, _ in rows}
    keys = collections.Counter(key for _, key, _ in rows)
    meanings = collections.Counter(meaning for _, _, meaning in rows)
    case('the table has a letter once and a meaning once',
         [str(k) for k, n in (keys + meanings).items() if n > 1] if len(rows) > 20 else ['the table cannot be read'])
    bare, finals, words = [], [], collections.defaultdict(lambda: collections.defaultdict(list))
    met_meanings, met_finals = set(), set()
    for path, key, name, label, final in [*commands(root, 'office'), *commands(root, 'toolkit')]:
        letter = key or by_name.get(name)
        if letter is None or letter == ' ':
            continue
        if key and (key in keys or key.isupper()):
            met_meanings.add((key, label))
            if (key, label) not in OTHER_MEANING and path.parts[1] == 'office':
                bare.append(f"{path}: '{key}' ({label}) is a letter with a meaning, or a capital without")
        words[label][letter].append(str(path))
        if final and letter.islower():
            met_finals.add(label)
            if label not in OTHER_FINAL:
                finals.append(f"{path}: {letter} ({label}) cannot be taken back: a capital")
    case('a letter of the table has no second meaning, and a capital has one', bare)
    two = {label for label, letters in words.items() if len(letters) > 1}
    case('a word is one letter', [f'{label}: ' + ', '.join(f'{k} ({" ".join(p)})' for k, p in words[label].items())
                                  for label in sorted(two - set(OTHER_LETTER))])
    case('what cannot be taken back is a capital', finals)
    keyed = ACT.findall((root / 'ui' / 'office' / 'act_keys.h').read_text(encoding='utf-8'))
    case('an act that withdraws, excludes, restores, cancels or approves has its letter',
         [f'{act}: {key or name}' for key, name, act in keyed if act in ACTS and name not in ACTS[act]] if len(keyed) > 10
         else ['the acts cannot be read'])
    case('every exception is needed', [str(e) for e in sorted(
        [*(set(OTHER_MEANING) - met_meanings), *(set(OTHER_LETTER) - two), *(set(OTHER_FINAL) - met_finals)], key=str)])
    page = root / 'doc' / 'letters.md'
    text = ('# Letters that mean the same on every screen\n\nThe others are a screen\'s own: its last line names them, '
            'and `?` tells all.\n\n| Key | What it does |\n|---|---|\n' +
            ''.join(f'| `{key}` | {meaning} |\n' for _, key, meaning in rows))
    if os.environ.get('UPDATE'):
        page.write_text(text, encoding='utf-8')
    case('doc/letters.md is the table', [] if page.exists() and page.read_text(encoding='utf-8') == text else
         ['it is not; UPDATE=1 writes it'])
    sys.exit(end())


main()
