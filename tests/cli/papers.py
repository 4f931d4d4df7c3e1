#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Looks at documents as web pages. `headings FILE`: its headings of the first level, a line each. `words PO FILE...`:
what is English in pages of that catalog's language, a line each."""
import ast
import html.parser
import re
import sys

TEXTS = {'h1', 'h2', 'h3', 'dt', 'th', 'caption', 'p', 'dd', 'td', 'li', 'span'}


class Page(html.parser.HTMLParser):
    """Texts of a page with the tag each stands in, without those in another language than the page."""

    def __init__(self, path):
        super().__init__()
        self.open, self.texts = [], []
        with open(path, encoding='utf-8') as file:
            self.feed(file.read())

    def handle_starttag(self, tag, attributes):
        if tag in ('meta', 'br'):
            return
        within = any(t in TEXTS for t in self.open)
        self.open.append(tag)
        if tag in TEXTS and not (tag == 'span' and within):
            self.texts.append([tag, ''])

    def handle_endtag(self, tag):
        if self.open:
            self.open.pop()

    def handle_data(self, data):
        if self.texts and any(t in TEXTS for t in self.open):
            self.texts[-1][1] += data.replace('\xa0', ' ')

    def of(self, tags):
        return [text.strip() for tag, text in self.texts if tag in tags and text.strip()]


def catalog(path):
    """(English, translation) of everything without plurals."""
    with open(path, encoding='utf-8') as file:
        for entry in file.read().split('\n\n'):
            said = {}
            for key, quoted in re.findall(r'^(msgid|msgstr) ((?:".*"\n?)+)', entry, re.M):
                said[key] = ''.join(ast.literal_eval(q) for q in re.findall(r'".*"', quoted))
            if said.get('msgid') and said.get('msgstr'):
                yield said['msgid'], said['msgstr']


def english(po, paths):
    pairs = list(catalog(po))
    known = {b for _, b in pairs}
    foreign = {a.split('%')[0].strip() for a, b in pairs if a != b} - known
    foreign = {a for a in foreign if len(a) > 3}
    for path in paths:
        for text in Page(path).of(TEXTS):
            if text in foreign or text.split(':')[0] in foreign:
                yield f'{path}: {text}'


if sys.argv[1] == 'words':
    print('\n'.join(sorted(set(english(sys.argv[2], sys.argv[3:])))))
else:
    print('\n'.join(Page(sys.argv[2]).of({'h2'})))
