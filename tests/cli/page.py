#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What is wrong with a document as a web page, a line each: tags that do not nest, a passage without its language, a
table whose headings say nothing, anything that is loaded or run. Usage: page.py FILE"""
import html.parser
import re
import sys

VOID = {'meta', 'br'}
BLOCKS = {'p', 'h1', 'h2', 'h3', 'dl', 'table', 'div', 'pre', 'article'}
KNOWN = VOID | BLOCKS | {'html', 'head', 'title', 'style', 'body', 'main', 'span', 'dt', 'dd', 'caption', 'thead', 'tbody',
                         'tr', 'th', 'td'}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.faults, self.open, self.level, self.classes, self.style, self.seen = [], [], 0, set(), '', []

    def handle_decl(self, decl):
        self.seen.append('!' + decl)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.seen.append(tag)
        if tag not in KNOWN:
            self.faults.append(f'{self.getpos()}: not one of ours: {tag}')
        if tag in BLOCKS and any(t in ('p', 'h1', 'h2', 'h3', 'span', 'dt') for t in self.open):
            self.faults.append(f'{self.getpos()}: {tag} within {self.open[-1]}')
        if tag in ('html', 'article') and given.get('lang') not in ('fi', 'sv', 'en'):
            self.faults.append(f'{self.getpos()}: {tag} without a language')
        if given.get('lang', 'fi') not in ('fi', 'sv', 'en'):
            self.faults.append(f'{self.getpos()}: what language is {given["lang"]}')
        if tag == 'th' and given.get('scope') not in ('row', 'col'):
            self.faults.append(f'{self.getpos()}: a heading of nothing')
        for name in given:
            if name not in ('lang', 'class', 'scope', 'charset', 'name', 'content', 'http-equiv'):
                self.faults.append(f'{self.getpos()}: {name}')
        if re.fullmatch('h[1-6]', tag):
            if int(tag[1]) > self.level + 1:
                self.faults.append(f'{self.getpos()}: {tag} behind h{self.level}')
            self.level = int(tag[1])
        self.classes.update((given.get('class') or '').split())
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f'{self.getpos()}: </{tag}> closes nothing')

    def handle_data(self, data):
        if self.open[-1:] == ['style']:
            self.style += data


page = Page()
with open(sys.argv[1], encoding='utf-8') as file:
    page.feed(file.read())
page.close()
for tag, least in (('!DOCTYPE html', 1), ('html', 1), ('title', 1), ('h1', 1), ('main', 1)):
    if page.seen.count(tag) < least:
        page.faults.append(f'no {tag}')
if page.open:
    page.faults.append(f'not closed: {page.open}')
if re.search(r'url\(|@import', page.style) or '@media print' not in page.style:
    page.faults.append('a style sheet that loads something, or has none for paper')
for name in sorted(page.classes):
    if not re.search(r'\.' + name + r'\b', page.style):
        page.faults.append(f'no style for {name}')
print('\n'.join(page.faults) or 'good')
