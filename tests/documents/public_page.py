# SPDX-License-Identifier: MIT
"""A public page as a parser that is not ours reads it: what is wrong with it, and what it says in each language."""
import html.parser
import re

VOID = {"meta", "br", "rect", "line"}
INLINE = {"span", "strong", "a"}
KNOWN = VOID | INLINE | {"html", "head", "title", "style", "body", "main", "article", "nav", "div", "p", "h1", "h2", "h3", "ul",
                         "ol", "li", "dl", "dt", "dd", "blockquote", "svg", "text"}
# No paragraph, list or heading stands within one of these.
CLOSED = {"p", "h1", "h2", "h3", "dt", "span", "strong", "a"}


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.faults, self.open, self.ids, self.links, self.texts = [], [], [], [], {}
        self.level, self.style, self.title = 0, "", ""
        self.languages, self.seen = [], set()
        self.feed(text)
        self.close()
        self.look(text)

    def fault(self, what):
        self.faults.append("%d: %s" % (self.getpos()[0], what))

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.seen.add(tag)
        if tag not in KNOWN:
            self.fault("not one of ours: " + tag)
        if tag not in INLINE | {"br", "text", "svg", "rect", "line"} and any(t in CLOSED for t in self.open):
            self.fault("%s within %s" % (tag, "/".join(self.open[-3:])))
        for name, value in attrs:
            if name.startswith("on") or name in ("src", "srcset", "style", "action", "data", "xlink:href"):
                self.fault("%s=%s" % (name, value))
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            self.links.append(given["href"])
        if tag == "svg" and given.get("aria-hidden") != "true" and not (given.get("role") == "img" and given.get("aria-label")):
            self.fault("a drawing without a name")
        if tag in ("html", "article") and given.get("lang", "fi") not in ("fi", "sv"):
            self.fault("language " + str(given.get("lang")))
        if tag == "article" and "id" in given:
            self.languages.append(given["lang"])
            self.level = 0
        if re.fullmatch("h[1-3]", tag):
            if int(tag[1]) > self.level + 1:
                self.fault("%s behind h%d" % (tag, self.level))
            self.level = int(tag[1])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.fault("</%s> closes nothing" % tag)

    def handle_data(self, data):
        if self.open[-1:] == ["style"]:
            self.style += data
        elif self.open[-1:] == ["title"]:
            self.title += data
        elif self.languages and "article" in self.open:
            self.texts[self.languages[-1]] = self.texts.get(self.languages[-1], "") + data + "\n"

    def look(self, text):
        if not text.startswith("<!DOCTYPE html>\n"):
            self.faults.append("no doctype")
        if self.open:
            self.faults.append("left open: %s" % self.open)
        if len(self.ids) != len(set(self.ids)):
            self.faults.append("an id twice: %s" % sorted(i for i in self.ids if self.ids.count(i) > 1))
        for link in self.links:
            if not link.startswith("#") or link[1:] not in self.ids:
                self.faults.append("leads nowhere: " + link)
        for word in ("url(", "@import", "http:", "https:"):
            if word in self.style:
                self.faults.append("the style loads something: " + word)
        for part in ("default-src 'none'", "prefers-color-scheme: dark", "@media print", "max-width: 34rem"):
            if part not in text:
                self.faults.append("without " + part)
        if not self.title.strip():
            self.faults.append("no title")

    def text(self, lang):
        return re.sub(r"\s+", " ", self.texts.get(lang, "").replace("\u00a0", " "))
