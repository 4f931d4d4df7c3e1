#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes bundles of invented competitions after verifier/FORMAT.md, without Klash and without the verifier: good ones, ones with
one fault each, and rewritten histories in which all hashes were made anew.

    make_bundles.py FORMAT.md DIRECTORY

DIRECTORY/index.json lists them: {"file", "arguments", "good", "says"}; `says` is what must stand in what the verifier prints."""

import copy
import json
import os
import random
import sys

from world import World, add_round, bundle, checkpoint, read_tables


class Index:
    def __init__(self, directory):
        self.directory, self.list = directory, []
        os.makedirs(directory, exist_ok=True)

    def write(self, name, data):
        with open(os.path.join(self.directory, name), "wb") as out:
            out.write(data)
        return name

    def add(self, name, lines, good, says, arguments=()):
        data = lines if isinstance(lines, bytes) else dump(lines)
        self.write(name + ".jsonl", data)
        self.list.append({"file": name + ".jsonl", "arguments": list(arguments), "good": good, "says": [says] if isinstance(says, str) else says})

    def end(self):
        self.write("index.json", json.dumps(self.list, indent=1).encode())


def dump(lines):
    return b"".join(json.dumps(line, separators=(",", ":"), ensure_ascii=False).encode() + b"\n" for line in lines)


RICH = {
    "blind": True, "method": "mean", "ties": "impact,cost", "line": 2, "jurors": 4, "items": 5, "least": 2,
    "conflicts": [(0, 1)], "dismissed": [(1, 1)], "abstentions": [(2, 3)], "unabstained": [(3, 3)], "taken_back": [(1, 0), (2, 2)], "missing": [(3, 4)],
    "documents": [("statement", (0, 2)), ("decision", (0, 2))],
}


def rich(tables, plan=None, seed=1):
    world = World(tables, seed)
    world.other()
    add_round(world, "solutions", {**RICH, **(plan or {})})
    world.other()
    return world


def tie_scores(m, i):
    """Items 0 and 1 tie; impact tells them apart. Items 2 to 4 tie behind, 2 and 3 in each criterion."""
    return [[9000, 5000, 5000], [5000, 5000, 11400 - 0], [1000, 2000, 2000], [1000, 2000, 2000], [2000, 1000, 1600]][i]


LOT = (1, 0, 2)
TIED = [("impact", 40000, 0, 10000, 1000), ("cost", 30000, 0, 10000, 1000), ("plan", 25000, 0, 20000, 200)]


def good_ones(tables, index):
    index.add("good-rich", bundle(rich(tables), [1]), True, ["fits together", "no review is kept back", "solutions"])
    for method in ("mean", "median", "trimmed", "borda"):
        for scope in ("submission", "challenge"):
            world = World(tables, method + scope)
            plan = {"method": method, "scope": scope, "jurors": 6, "items": 6, "line": 3, "ties": "cost,plan", "gone": [2], "conflicts": [(0, 1)], "abstentions": [(1, 3)]}
            rid = add_round(world, "problems", plan)
            index.add("good-%s-%s" % (method, scope), bundle(world, [rid]), True, "fits together")
    world = World(tables, "ties")
    rid = add_round(world, "ties", {"criteria": TIED, "items": 5, "line": 1, "ties": "cost,impact", "scores": lambda m, i: tie_scores(m, i)})
    index.add("good-ties", bundle(world, [rid]), True, ["step 1, by cost", "step 2, by impact"])
    world = World(tables, "left")
    rid = add_round(world, "left", {"criteria": TIED, "items": 5, "line": 4, "ties": "cost", "scores": lambda m, i: [5000, 5000, 5000]})
    index.add("good-tie-left", bundle(world, [rid]), True, "step 1, by cost")
    # SplitMix64 from 5 rolls 7134611160154358618 and 13877614986023876344, which puts three in this order.
    lot = {"criteria": TIED, "items": 3, "line": 1, "ties": "cost,lot", "scores": lambda m, i: [5000, 5000, 5000], "lot": (0, 1, 2), "seed": 5, "order": LOT}
    for name, plan, good, says in (
        ("good-lot", {}, True, "step 2, by lot"),
        ("good-lot-not-drawn", {"lot": ()}, True, "step 1, by cost"),
        ("whole-lot-order", {"order": LOT[::-1]}, False, "gives another order"),
        ("whole-lot-seed", {"seed": 4}, False, "gives another order"),
    ):
        world = World(tables, "lot")
        rid = add_round(world, "lot", {**lot, **plan})
        index.add(name, bundle(world, [rid]), good, says)
    world = World(tables, "part")
    add_round(world, "first", {})
    rid = add_round(world, "second", {"documents": [("decision", (3,))], "gone": [1], "decided_gone": True})
    index.add("good-part", bundle(world, [rid]), True, ["Not all rounds are shown. The log has 12 more reviews", "Note: D-SE1 selects"])
    index.add("good-two", bundle(world, list(world.state["round"])), True, "no review is kept back")
    many = World(tables, "many")
    for n in range(60):
        add_round(many, "r%02d" % n, random_plan(many.dice))
    index.add("good-many", bundle(many, list(many.state["round"])), True, "fits together")
    empty = World(tables, "empty")
    rid = add_round(empty, "few", {"least": 4, "line": 2, "ties": "impact"})
    index.add("good-few", bundle(empty, [rid]), True, "too few reviews")


def random_plan(d):
    jurors, items = d.randrange(1, 7), d.randrange(1, 8)
    criteria = [("c%d" % n, d.choice((1, 500, 1000, 33000, 1000000)), 0, d.choice((2000, 3000, 10000)), d.choice((500, 1000))) for n in range(d.randrange(1, 5))]
    pairs = [(m, i) for m in range(jurors) for i in range(items)]

    def some(share):
        return [pair for pair in pairs if d.random() < share]

    keys = [c[0] for c in criteria]
    d.shuffle(keys)
    return {
        "method": d.choice(("mean", "median", "trimmed", "borda")), "scope": d.choice(("submission", "challenge")), "blind": d.random() < 0.5,
        "jurors": jurors, "items": items, "criteria": criteria, "ties": ",".join(keys[: d.randrange(len(keys) + 1)]), "line": d.choice((None, 0, 1, 2, 3)), "least": d.choice((0, 1, 2)),
        "conflicts": some(0.05), "abstentions": some(0.05), "missing": some(0.05), "taken_back": some(0.05), "gone": [i for i in range(items) if d.random() < 0.1],
    }


# One fault each. An edit gets the lines of a good bundle and changes them in place, or returns bytes.


def find(lines, **wanted):
    """The first line that has these values."""
    for line in lines:
        if all(line.get(k) == v for k, v in wanted.items()):
            return line
    raise KeyError(wanted)


def cell(tables, line, column, value):
    line["values"][[n.rstrip("*") for n in tables[line["table"]]].index(column)] = value


def edits(tables):
    """(name, edit, what the verifier must say)"""

    def value_of(table, column, value):
        return lambda ls: cell(tables, find(ls, type="row", table=table), column, value)

    sealed = "are not those that the log holds"
    for table, column, value in (
        ("score", "value", 10000), ("score", "criterion_id", 9999), ("score", "review_id", 9999), ("criterion", "weight", 41000), ("criterion", "high", 20000), ("criterion", "position", 9),
        ("round", "method", "median"), ("round", "min_reviews", 1), ("round", "select_max", 3), ("round", "ties", "cost,impact"), ("round", "conflict_scope", "challenge"), ("round", "closed", 5),
        ("rules_version", "text", "{}"), ("rules_version", "hash", "0" * 64), ("rules_version", "notice", "1"), ("panel_member", "state", "excused"), ("round_item", "code", "K-XXX"), ("round_item", "part", "out"),
        ("round_item", "submission_id", 99), ("assignment", "panel_member_id", 9999), ("assignment", "round_item_id", 9999), ("review", "state", "taken_back"), ("review", "assignment_id", 9999), ("review", "submitted", 1),
        ("conflict", "state", "dismissed"), ("conflict", "submission_id", None), ("abstention", "withdrawn", 7), ("decision", "state", "draft"), ("decision_item", "outcome", "reserve"), ("blind_act", "act", "carry"),
        ("review", "notes", {"sha256": "0" * 64}), ("round_item", "title", {"sha256": "1" * 64}),
    ):
        yield "row-%s-%s" % (table, column), value_of(table, column, value), sealed
    yield "row-salt", lambda ls: find(ls, type="row", table="score").update(salt="0" * 64), sealed
    yield "row-seq", lambda ls: find(ls, type="row", table="score").update(seq=1), "a later change of this row, in entry"
    yield "row-seq-none", lambda ls: find(ls, type="row", table="score").update(seq=99999), "no such change"
    yield "row-change", lambda ls: find(ls, type="row", table="score").update(change=2), "a later change"
    yield "row-change-none", lambda ls: find(ls, type="row", table="score").update(change=99), "no such change"

    def swap_values(ls):
        scores = [x for x in ls if x.get("type") == "row" and x["table"] == "score"]
        a = scores[0]
        b = [x for x in scores if x["values"][3] != a["values"][3]][0]
        a["values"][3], b["values"][3] = b["values"][3], a["values"][3]

    yield "row-scores-swapped", swap_values, sealed

    def drop(**wanted):
        return lambda ls: ls.remove(find(ls, **wanted))

    # the number of lines would tell first
    def counted(edit):
        def change(ls):
            edit(ls)
            ls[-1]["lines"] = len(ls)

        return change

    yield "row-score-out", counted(drop(type="row", table="score")), "no score for the criterion"
    yield "row-review-out", counted(drop(type="row", table="review")), "which is not shown"
    yield "row-conflict-out", counted(drop(type="row", table="conflict")), "review: counts: false; from the rows follows true"
    yield "row-criterion-out", counted(drop(type="row", table="criterion")), "which is not shown"
    yield "row-juror-out", counted(drop(type="row", table="panel_member")), "which is not shown"
    yield "row-rules-out", counted(drop(type="row", table="rules_version")), "never locked"
    yield "row-opening-out", counted(lambda ls: ls.remove([x for x in ls if x.get("table") == "blind_act" and x["type"] == "row"][1])), "not opened"
    yield "row-abstention-out", counted(drop(type="row", table="abstention")), "review: counts: false; from the rows follows true"
    yield "row-round-out", counted(drop(type="row", table="round")), "which is not shown"
    yield "row-twice", counted(lambda ls: ls.insert(ls.index(find(ls, type="row", table="score")), dict(find(ls, type="row", table="score")))), "wrong place"
    yield "row-order", lambda ls: ls.insert(ls.index(find(ls, type="row", table="round")), ls.pop(ls.index(find(ls, type="row", table="score")))), "wrong place"
    yield "row-short", lambda ls: find(ls, type="row", table="score")["values"].pop(), "values"
    yield "row-uncovered", value_of("review", "notes", "Salaista"), "notes"
    yield "row-covered", value_of("score", "value", {"sha256": "0" * 64}), "value"
    yield "row-id", value_of("score", "id", 77), "not as the format says: id"
    yield "row-type", value_of("score", "value", "8"), "value"
    yield "row-table", lambda ls: find(ls, type="row", table="score").update(table="person"), "table"

    says = "from the rows follows"
    for kind, name, value in (
        ("round", "method", "median"), ("round", "line", 3), ("round", "rules", "0" * 64), ("round", "min_reviews", 9), ("round", "blind", False), ("round", "scope", "challenge"), ("round", "ties", ""), ("round", "kind", "problem"),
        ("criterion", "weight", "41"), ("criterion", "weight", "40.0"), ("criterion", "key", "x"), ("criterion", "max", "11"), ("criterion", "min", "1"), ("criterion", "step", "0.5"),
        ("juror", "code", "J-9"), ("juror", "row", 99), ("item", "code", "K-YYY"), ("item", "in", False), ("item", "row", 99), ("review", "juror", "J-2"), ("review", "item", "K-SO9"), ("review", "counts", False),
        ("review", "why", "gone"), ("review", "row", 999), ("rank", "score", "9.9999"), ("rank", "rank", 2), ("rank", "reviews", 9), ("rank", "tied", True), ("rank", "enough", False), ("rank", "item", "K-SO9"), ("rank", "score", None),
        ("outcome", "outcome", "reserve"), ("outcome", "document", "D-9"), ("outcome", "item", "K-SO9"), ("outcome", "kind", "decision"),
    ):
        yield "said-%s-%s-%s" % (kind, name, str(value)[:6]), (lambda ls, k=kind, n=name, v=value: find(ls, type=k).update({n: v})), says
    yield "said-scores", lambda ls: find(ls, type="review")["scores"].reverse(), says

    def swap_ranks(ls):
        a, b = [i for i, x in enumerate(ls) if x.get("type") == "rank"][:2]
        ls[a], ls[b] = ls[b], ls[a]

    yield "said-ranks-swapped", swap_ranks, says
    yield "said-rank-out", counted(lambda ls: ls.remove([x for x in ls if x.get("type") == "rank"][-1])), "A line is missing"
    yield "said-outcome-more", counted(lambda ls: ls.insert(ls.index([x for x in ls if x.get("type") == "outcome"][-1]), dict([x for x in ls if x.get("type") == "outcome"][-1]))), "does not follow"
    yield "said-tie-made-up", counted(lambda ls: ls.insert(ls.index(find(ls, type="outcome")), {"type": "tie", "round": "solutions", "step": 1, "by": "impact", "among": ["K-SO1"], "ranks": [1]})), "does not follow"
    yield "said-other-round", lambda ls: find(ls, type="criterion").update(round="x"), "wrong place"
    yield "said-order", lambda ls: ls.insert(1, ls.pop(2)), "wrong place"

    chain = "chain is broken"
    for kind, name, value in (
        ("entry", "time", 5), ("entry", "who", "0" * 64), ("entry", "act", "0" * 64), ("entry", "hash", "0" * 64), ("change", "row", 5), ("change", "op", "U"), ("change", "sealed", "0" * 64), ("change", "table", "person2"),
    ):
        def edit(ls, kind=kind, name=name, value=value):
            line = find(ls, type=kind)
            line[name] = value
            if name == "op":
                line["commitment"] = "0" * 64

        yield "log-%s-%s" % (kind, name), edit, [chain, "log entry 1:"]
    yield "log-commitment", lambda ls: find(ls, type="change", op="U").update(commitment="0" * 64), chain
    yield "log-commitment-none", lambda ls: find(ls, type="change", op="U").update(commitment=None), "commitment"
    yield "log-seq", lambda ls: find(ls, type="entry", seq=3).update(seq=4), "jumps from entry 2"
    yield "log-entry-out", counted(lambda ls: [ls.remove(x) for x in entry_of(ls, 5)]), "jumps from entry 4"
    yield "log-first-out", counted(lambda ls: [ls.remove(x) for x in entry_of(ls, 1)]), "jumps from entry 0"

    def last_out(ls):
        n = max(x["seq"] for x in ls if x.get("type") == "entry")
        for x in entry_of(ls, n):
            ls.remove(x)

    yield "log-last-out", counted(last_out), "own checkpoint"

    def last_out_fitted(ls):
        counted(last_out)(ls)
        ls[-1]["checkpoint"] = checkpoint(ls, len([x for x in ls if x.get("type") == "entry"]))

    yield "log-end-off-signing", lambda ls: [last_out_fitted(ls) for _ in range(3)], "no such change"
    yield "log-change-out", counted(lambda ls: ls.remove(find(ls, type="change"))), "changes, but"
    yield "log-change-out-counted", counted(lambda ls: (ls.remove(find(ls, type="change")), find(ls, type="entry").update(changes=0))), chain
    yield "log-change-more", counted(lambda ls: ls.insert(ls.index(find(ls, type="change")), dict(find(ls, type="change")))), "changes, but"
    yield "log-opened-verb", lambda ls: opened(ls)["opened"].update(verb="round.close2"), "not what the log holds"
    yield "log-opened-object", lambda ls: opened(ls)["opened"].update(object="round:x"), "not what the log holds"
    yield "log-swapped", swap_entries, "jumps from entry"

    yield "end-lines", lambda ls: ls[-1].update(lines=3), "there are 3 lines"
    yield "end-checkpoint", lambda ls: ls[-1].update(checkpoint="klash-checkpoint 1 %s 1 %s 2019-01-02T03:04:05Z" % ("0" * 16, "0" * 64)), "own checkpoint"
    yield "end-out", lambda ls: ls.pop(), "cut off"
    yield "end-more", lambda ls: ls.append(ls[-1]), "after the end"
    yield "head-version", lambda ls: ls[0].update(klash_bundle=2), "format 1"
    yield "head-true", lambda ls: ls[0].update(klash_bundle=True), "format 1"
    yield "head-rounds", lambda ls: ls[0].update(rounds=["solutions", "more"]), "wrong place"
    yield "head-no-rounds", lambda ls: ls[0].update(rounds=[]), "rounds"
    yield "head-competition", lambda ls: ls[0].update(competition="0" * 16), "first log entry"
    yield "head-competition-form", lambda ls: ls[0].update(competition="other"), "competition"
    yield "head-extra", lambda ls: ls[0].update(more=1), "more"
    yield "line-unknown-type", lambda ls: ls[3].update(type="name"), "type"
    yield "line-extra-key", lambda ls: ls[3].update(name="Maija"), "name"
    yield "line-missing-key", lambda ls: ls[3].pop("key"), "key"


def entry_of(ls, seq):
    at = ls.index(find(ls, type="entry", seq=seq))
    return [x for x in ls[at : at + 1 + ls[at]["changes"]]]


def opened(ls):
    return [x for x in ls if "opened" in x][0]


def swap_entries(ls):
    a, b = entry_of(ls, 2), entry_of(ls, 3)
    at = ls.index(a[0])
    ls[at : at + len(a) + len(b)] = b + a


def raw_edits(data):
    """(name, bytes, what the verifier must say): input that means harm."""
    lines = data.split(b"\n")
    middle = len(data) // 2

    def with_line(line, at=2):
        return b"\n".join(lines[:at] + [line] + lines[at + 1 :])

    yield "raw-empty", b"", "empty"
    yield "raw-newline", b"\n", "not a JSON object"
    yield "raw-cut", data[:middle], "cut off"
    yield "raw-no-last-newline", data[:-1], "cut off"
    yield "raw-crlf-in-text", data.replace(b"2018-123", b"2018\\u000a123", 1), "are not those"
    yield "raw-not-json", with_line(b"{"), "not a JSON object"
    yield "raw-list", with_line(b"[]"), "not a JSON object"
    yield "raw-number", with_line(b"5"), "not a JSON object"
    yield "raw-nan", with_line(lines[2].replace(b'"40"', b"NaN")), "not a JSON object"
    yield "raw-float", with_line(lines[2].replace(b'"40"', b"40.0")), "not a JSON object"
    yield "raw-exponent", with_line(lines[2].replace(b'"40"', b"4e1")), "not a JSON object"
    yield "raw-huge-number", with_line(lines[2].replace(b'"40"', b"9" * 400000)), "not a JSON object"
    yield "raw-65-bits", with_line(lines[2].replace(b'"40"', b"9223372036854775808")), "not a JSON object"
    yield "raw-twin-key", with_line(lines[2][:-1] + b',"weight":"41"}'), "not a JSON object"
    yield "raw-deep", with_line(b'{"type":' * 60000 + b"1" + b"}" * 60000), "JSON object"
    yield "raw-deep-list", with_line(b"[" * 900000), "JSON object"
    yield "raw-long-line", with_line(b" " * 2000000), "longer than"
    yield "raw-latin1", with_line(lines[2].replace(b'"40"', b'"\xe4"')), "not UTF-8"
    yield "raw-bom", b"\xef\xbb\xbf" + data, "line 1"
    yield "raw-half-character", with_line(lines[2].replace(b'"40"', b'"\\ud800"')), "not a JSON object"
    yield "raw-nul", with_line(b"\0" * 100), "not a JSON object"
    yield "raw-escape", with_line(lines[2].replace(b'"40"', b'"\\u001b[2J\\u0007"')), "u001b[2J"
    yield "raw-bidi", with_line(lines[2].replace(b'"40"', '"\u202e40"'.encode())), "\\u202e40"
    yield "raw-sqlite", b"SQLite format 3\0" + b"\0" * 5000, "line 1"
    yield "raw-zip", b"PK\x03\x04\n" + b"\0" * 5000, "line 1"
    yield "raw-blank-line", with_line(b"", 3), "not a JSON object"
    yield "raw-bool-id", data.replace(b'"type":"item","round":"solutions","code":"K-SO', b'"type":"item","round":true,"code":"K-SO', 1), "round"
    yield "raw-second-bundle", data + data, "after the end"


def whole_faults(tables, index):
    """Histories that have the fault in them, with all hashes right."""

    def add(name, plan, says, change=None, seed=1):
        world = rich(tables, plan, seed)
        if change is not None:
            change(world)
        index.add("whole-" + name, bundle(world, [1]), False, says)

    add("open", {"closed": False}, "not closed")
    add("sealed", {"opened": False}, "not opened")
    add("early-review", {"early": True}, "before the rules were locked")
    add("off-scale", {"scores": lambda m, i: [11000, 1000, 1000]}, "not on the scale")
    add("off-step", {"scores": lambda m, i: [5500, 1000, 1000]}, "not on the scale")

    def later_weight(world):
        world.entry("round.criterion", "", world.set("criterion", 1, weight=90000))

    add("weight-after-lock", {}, "not as in the announced rules", later_weight)

    def later_method(world):
        world.entry("round.edit", "", world.set("round", 1, method="median"))

    add("method-after-lock", {}, "not as in the announced rules", later_method)

    def wrong_hash(world):
        world.entry("round.lock", "", world.set("rules_version", 1, text=world.state["rules_version"][1]["text"] + " "))

    add("rules-text", {}, "does not follow from their text", wrong_hash)

    def jump(world):
        world.entry("round.lock", "", world.set("rules_version", 1, number=2))

    add("rules-number", {}, "version of the rules is missing", jump)

    def second_review(world):
        old = next(iter(world.state["review"].values()))
        review = world.new("review", assignment_id=old["assignment_id"], revision=9, state="submitted")
        world.entry("juror.submit", "", review, *(world.new("score", review_id=review[2]["id"], criterion_id=c, value=10000) for c in world.state["criterion"]))

    add("second-review", {}, "another such row", second_review)

    def unscored(world):
        world.entry("x", "", world.remove("score", next(iter(world.state["score"]))))

    add("score-deleted", {}, "no score for the criterion", unscored)

    def second_assignment(world):
        old = next(iter(world.state["assignment"].values()))
        world.entry("x", "", world.new("assignment", round_item_id=old["round_item_id"], panel_member_id=old["panel_member_id"]))

    add("second-assignment", {}, "another such row", second_assignment)

    world = rich(tables)
    for table in ("review", "conflict", "abstention", "round_item"):
        victim = sorted(world.state[table])[-1]
        hidden = {(table, victim)}
        ids = {"review": {victim}, "round_item": {victim}}
        if table == "round_item":
            ids["assignment"] = {a for a, row in world.state["assignment"].items() if row["round_item_id"] == victim}
            ids["review"] = {v for v, row in world.state["review"].items() if row["assignment_id"] in ids["assignment"]}
            hidden |= {("assignment", a) for a in ids["assignment"]} | {("decision_item", x) for x, row in world.state["decision_item"].items() if row["round_item_id"] == victim}
            hidden |= {("abstention", b) for b, row in world.state["abstention"].items() if row["assignment_id"] in ids["assignment"]}
        if table in ("review", "round_item"):
            hidden |= {("review", v) for v in ids["review"]} | {("score", x) for x, row in world.state["score"].items() if row["review_id"] in ids["review"]}
        index.add("hidden-" + table, hide_whole(world, hidden), False, "is kept back")

    # A row's older state, with the salt and place of that change.
    world = rich(tables)
    score = next(iter(world.state["score"]))
    old_place, old = world.places["score", score], world.state["score"][score]
    world.entry("x", "", world.set("score", score, value=(old["value"] + 1000) % 11000))
    world.state["score"][score], world.places["score", score] = old, old_place
    index.add("older-state", bundle(world, [1]), False, "a later change of this row")
    world = rich(tables)
    gone = world.state["score"][score]
    place = world.places["score", score]
    world.entry("x", "", world.remove("score", score))
    world.state["score"][score], world.places["score", score] = gone, place
    index.add("deleted-row", bundle(world, [1]), False, "was deleted")


def hide_whole(world, hidden):
    """As if these rows were not there, in all but the log."""
    kept = copy.deepcopy(world.state)
    for table, id_ in hidden:
        world.state[table].pop(id_, None)
    try:
        return bundle(world, [1])
    finally:
        world.state = kept


def rewrites(tables, index):
    """The same history told anew from some point on: without fault in itself, found by a checkpoint from outside."""
    true = rich(tables, seed=7)
    lines = bundle(true, [1])
    entries = [x for x in lines if x.get("type") == "entry"]

    def points_of(*seqs):
        return "".join(checkpoint(lines, seq) + "\n" for seq in seqs).encode()

    index.write("outside", points_of(1, 20, len(entries)))
    outside = ["--checkpoints", "outside"]
    index.add("outside-good", lines, True, "all 3 hold", outside)

    def told_anew(name, world, says="history has been rewritten"):
        index.add(name + "-alone", bundle(world, [1]), True, ["fits together", "Not proven"])
        index.add(name + "-outside", bundle(world, [1]), False, says, outside)

    def scored(m, i, d=random.Random(7)):
        return [10000, 10000, 10000] if i == 3 else [2000, 2000, 2000]

    told_anew("rewrite-scores", rich(tables, {"scores": scored}, seed=7))
    admin = rich(tables, seed=7)
    admin.entries[0] = admin.entries[0][:4] + ([("U", "account", 3, admin.bytes(32))],) + admin.entries[0][5:]
    told_anew("rewrite-admin", admin, "rewritten from its first entry")
    back = rich(tables, seed=7)
    back.entries = [(e[0] - 30 * 86400,) + e[1:] for e in back.entries]
    told_anew("rewrite-dates", back, "rewritten from its first entry")
    # An old backup in the place of the file: the same beginning, and nothing after it.
    old = rich(tables, seed=7)
    old.entries = old.entries[:-1]
    told_anew("rewrite-backup", old, "before this checkpoint's entry")
    one = rich(tables, {"documents": [("statement", (0, 2)), ("decision", (1, 2))]}, seed=7)
    told_anew("rewrite-decision", one)
    for name, data, says in (
        ("checkpoint-other", points_of(1).replace(lines[0]["competition"].encode(), b"0" * 16), "another competition"),
        ("checkpoint-hash", points_of(1).replace(entries[0]["hash"].encode(), b"0" * 64), "rewritten"),
        ("checkpoint-time", points_of(5).replace(b"2019-01-02T", b"2.1.2019 "), "not a checkpoint"),
        ("checkpoint-form", points_of(1) + b"klash-checkpoint 1 x\n", "line 2: this is not a checkpoint"),
        ("checkpoint-beyond", points_of(1).replace(b" 1 " + entries[0]["hash"].encode(), b" 99999 " + b"0" * 64), "ends before"),
        ("checkpoint-empty", b"\n\n", "no checkpoint in it"),
        ("checkpoint-binary", bytes(range(256)) * 10, "not a checkpoint"),
        ("checkpoint-long", b"klash-checkpoint 1 " + b"x" * 5000000, "not a checkpoint"),
    ):
        index.write(name, data)
        index.add("with-" + name, lines, False, says, ["--checkpoints", name])
    index.add("with-checkpoint-missing", lines, False, "cannot be read", ["--checkpoints", "none"])
    index.write("checkpoint-crlf", b"\xef\xbb\xbf" + points_of(1, 2).replace(b"\n", b"\r\n"))
    index.add("with-checkpoint-crlf", lines, True, "all 2 hold", ["--checkpoints", "checkpoint-crlf"])


def make(page, directory):
    tables = read_tables(page)
    index = Index(directory)
    good_ones(tables, index)
    lines = bundle(rich(tables), [1])
    for name, edit, says in edits(tables):
        changed = copy.deepcopy(lines)
        edit(changed)
        assert dump(changed) != dump(lines), name
        index.add(name, changed, False, says)
    for name, data, says in raw_edits(dump(lines)):
        assert data != dump(lines), name
        index.add(name, data, False, says)
    whole_faults(tables, index)
    rewrites(tables, index)
    index.end()


if __name__ == "__main__":
    make(sys.argv[1], sys.argv[2])
