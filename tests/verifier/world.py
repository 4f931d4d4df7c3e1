#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""An invented competition with its history, and the lines of its bundle, after verifier/FORMAT.md."""

import hashlib
import json
import random
import re
from fractions import Fraction

def read_tables(path):
    """The columns of each table, from the block of the page that lists them."""
    with open(path, encoding="utf-8") as page:
        block = re.search(r"```tables\n(.*?)```", page.read(), re.S).group(1)
    return {line.split(":")[0]: line.split(":")[1].split() for line in block.splitlines()}


def enc(value):
    if value is None:
        kind, data = b"n", b""
    elif isinstance(value, bytes):
        kind, data = b"b", value
    elif isinstance(value, int):
        kind, data = b"i", (value & (1 << 64) - 1).to_bytes(8, "little")
    else:
        kind, data = b"t", value.encode()
    return kind + len(data).to_bytes(8, "little") + data


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def points(thousandths):
    text = "%d.%03d" % (thousandths // 1000, thousandths % 1000)
    return text.rstrip("0").rstrip(".")


class World:
    """A competition: rows as they are, and every entry that made them so."""

    def __init__(self, tables, seed):
        self.tables, self.dice = tables, random.Random(seed)
        self.state = {table: {} for table in tables}
        self.entries = []  # (time, account, verb, object, [(op, table, row, digest)])
        self.next = {}
        self.made = 1544400000
        self.opened = {}  # seeds of lots: what opens their commitment
        self.places = {}  # (table, id) -> (seq, change)

    def bytes(self, n):
        return bytes(self.dice.getrandbits(8) for _ in range(n))

    def new(self, table, **values):
        self.next[table] = self.next[table] + self.dice.choice((1, 1, 1, 2)) if table in self.next else 1
        row = {"id": self.next[table], **values}
        for name in self.tables[table]:
            plain = name.rstrip("*")
            if plain in row:
                continue
            if name.endswith("*"):
                row[plain] = None if self.dice.random() < 0.2 else self.bytes(32)
            else:
                row[plain] = None if plain.endswith(("_id", "_by")) else self.dice.choice((0, 1, "", "x"))
        return ("I", table, row)

    def set(self, table, id_, **values):
        return ("U", table, {**self.state[table][id_], **values})

    def remove(self, table, id_):
        return ("D", table, self.state[table][id_])

    def digest(self, table, row):
        return sha(enc(table), *(enc(row[name.rstrip("*")]) for name in self.tables[table]))

    def entry(self, verb, what, *changes, opened=False):
        self.made += self.dice.choice((0, 1, 60, 3600))
        kept = []
        for op, table, row in changes:
            if op == "D":
                self.state[table].pop(row["id"], None) if table in self.state else None
            elif table in self.state:
                self.state[table][row["id"]] = row
            kept.append((op, table, row["id"], None if op == "D" else self.digest(table, row) if table in self.tables else self.bytes(32)))
            self.places[table, row["id"]] = (len(self.entries) + 1, len(kept) + 1)
        self.entries.append((self.made, self.dice.randrange(9), verb, what, kept, opened))
        return changes[0][2]["id"] if changes else None

    def other(self):
        """Something that is not of the bundle."""
        self.next["person"] = self.next.get("person", 0) + 1
        self.entry("person.add", "", ("I", "person", {"id": self.next["person"]}))


def add_round(world, key, plan):
    """plan: see PLAN. Every name in it has a default."""
    d = world.dice
    p = {**PLAN, **plan}
    rid = world.entry(
        "round.add",
        "round:" + key,
        world.new(
            "round",
            key=key,
            kind=p["kind"],
            challenge_id=None,
            blind=int(p["blind"]),
            state="planned",
            method=p["method"],
            ties=p["ties"],
            min_reviews=p["least"],
            per_submission=None,
            quorum=1,
            select_min=None if p["line"] is None else 0,
            select_max=p["line"],
            conflict_scope=p["scope"],
            opened=None,
            closes=None,
            closed=None,
            ranking_shown=0,
            v=1,
        ),
    )
    criteria = []
    for i, (name, weight, low, high, step) in enumerate(p["criteria"]):
        criteria.append(
            world.entry(
                "round.criterion",
                "round:" + key,
                world.new("criterion", round_id=rid, key=name, position=i + 1, weight=weight, low=low, high=high, step=step),
            )
        )
    text = rules_text(world, rid)
    locked = world.new(
        "rules_version",
        round_id=rid,
        number=1,
        locked=world.made,
        notice="2018-123",
        reason="",
        text=text,
        hash=hashlib.sha256(text.encode()).hexdigest(),
    )
    early = p.get("early")
    if not early:
        world.entry("round.lock", "round:" + key, locked, *seed_of(world, rid, p), opened=True)
    members = [
        world.entry("round.seat", "round:" + key, world.new("panel_member", round_id=rid, account_id=10 + j, state="active", chair=int(j == 0), substitute=0, replaced_by=None))
        for j in range(p["jurors"])
    ]
    items = []
    for i in range(p["items"]):
        world.other()
        sub = world.entry(
            "solution.add", "", world.new("submission", kind=p["kind"], number=i + 1, code="S-%03d" % (len(world.state["submission"]) + 1), state="received", late=0)
        )
        items.append(
            world.entry(
                "round.open", "round:" + key,
                world.new("round_item", round_id=rid, submission_id=sub, code="K-%s%d" % (key[:2].upper(), i + 1), position=d.randrange(100), part="in" if p["blind"] else "", version=1),
            )
        )
    if p["blind"]:
        world.entry("blind.release", "round:" + key, world.new("blind_act", round_id=rid, act="release", at=world.made))
    pairs = [world.new("assignment", round_item_id=i, panel_member_id=m, position=n) for m in members for n, i in enumerate(items)]
    world.entry("round.open", "round:" + key, world.set("round", rid, state="open", opened=world.made), *pairs, opened=True)
    assigned = {(row["panel_member_id"], row["round_item_id"]): row["id"] for _, _, row in pairs}
    for m in members:
        for i in items:
            world.other() if d.random() < 0.2 else None
            add_review(world, p, criteria, members.index(m), items.index(i), assigned[m, i])
    if early:
        world.entry("round.lock", "round:" + key, locked)
    for m, i in p["conflicts"]:
        sub = None if i is None else world.state["round_item"][items[i]]["submission_id"]
        world.entry("conflict.add", "round:" + key, world.new("conflict", panel_member_id=members[m], submission_id=sub, state="declared", decided_by="self"))
    for m, i in p["dismissed"]:
        sub = world.state["round_item"][items[i]]["submission_id"]
        c = world.entry("conflict.doubt", "round:" + key, world.new("conflict", panel_member_id=members[m], submission_id=sub, state="doubtful", decided_by="nobody"))
        world.entry("conflict.dismiss", "", world.set("conflict", c, state="dismissed", decided_by="panel"))
    for m, i in p["abstentions"]:
        world.entry("review.abstain", "", world.new("abstention", assignment_id=assigned[members[m], items[i]], at=world.made, withdrawn=None))
    for m, i in p["unabstained"]:
        world.entry("review.abstain", "", world.new("abstention", assignment_id=assigned[members[m], items[i]], at=world.made, withdrawn=world.made))
    for i in p["gone"]:
        if p["blind"]:
            world.entry("blind.carry", "", world.set("round_item", items[i], part="out"))
        else:
            world.entry("submission.withdraw", "", world.set("submission", world.state["round_item"][items[i]]["submission_id"], state="withdrawn"))
    if p["closed"]:
        world.entry("round.close", "round:" + key, world.set("round", rid, state="closed", closed=world.made), opened=True)
    if p["blind"] and p["opened"]:
        world.entry("names.open", "round:" + key, world.new("blind_act", round_id=rid, act="open", at=world.made), opened=True)
    if p["lot"]:
        codes = sorted((world.state["round_item"][i]["code"], i) for i in items if items.index(i) in p["lot"])
        world.entry("round.lot", "", *(world.new("lot_place", round_id=rid, round_item_id=codes[k][1], place=n, drawn=world.made) for n, k in enumerate(p["order"], 1)))
    for n, (kind, chosen) in enumerate(p["documents"]):
        doc = world.new("decision", kind=kind, number=n + 1, code="%s-%s%d" % ("L" if kind == "statement" else "D", key[:2].upper(), n + 1), round_id=rid, state="draft", lang="fi", signed=None, abandoned=None)
        did = world.entry("decision.add", "", doc)
        world.entry("decision.item", "", *(world.new("decision_item", decision_id=did, round_item_id=i, outcome="selected" if items.index(i) in chosen else "not_selected") for i in items if items.index(i) not in p["gone"] or p["decided_gone"]))
        world.entry("decision.sign", "", world.set("decision", did, state="signed", signed=world.made))
    return rid


PLAN = {
    "kind": "solution", "blind": False, "method": "mean", "ties": "", "least": 1, "line": None, "scope": "submission",
    "criteria": [("impact", 40000, 0, 10000, 1000), ("cost", 35000, 0, 10000, 1000), ("plan", 25000, 0, 10000, 500)],
    "jurors": 3, "items": 4, "conflicts": [], "dismissed": [], "abstentions": [], "unabstained": [], "gone": [], "documents": [],
    "lot": (), "order": (), "seed": 0, "closed": True, "opened": True, "missing": [], "taken_back": [], "scores": None, "decided_gone": False,
}


def seed_of(world, rid, p):
    """The seed of a lot, committed to."""
    if not p["lot"]:
        return []
    salt = world.bytes(16)
    seed = world.new("draw_seed", round_id=rid, purpose="lot", value=sha(enc(salt), enc(p["seed"])), at=world.made, salt=world.bytes(32))
    world.opened[seed[2]["id"]] = {"salt": salt.hex(), "value": p["seed"]}
    return [seed]


def rules_text(world, rid):
    r = world.state["round"][rid]
    criteria = [
        {"key": c["key"], "weight": points(c["weight"]), "min": points(c["low"]), "max": points(c["high"]), "step": points(c["step"]), "name": {"fi": "Ä", "sv": "Å", "en": "A"}, "bands": []}
        for c in sorted(world.state["criterion"].values(), key=lambda c: c["position"])
        if c["round_id"] == rid
    ]
    select = None if r["select_max"] is None else [r["select_min"], r["select_max"]]
    rules = {
        "round": r["key"], "kind": r["kind"], "blind": bool(r["blind"]), "method": r["method"], "ties": r["ties"], "min_reviews": r["min_reviews"],
        "per_submission": 0, "quorum": 1, "select": select, "conflict_scope": r["conflict_scope"], "criteria": criteria,
    }
    return json.dumps(rules, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def add_review(world, p, criteria, m, i, assignment):
    d = world.dice
    if (m, i) in p["missing"]:
        return
    revisions = 2 if (m, i) in p["taken_back"] else 1
    for revision in range(1, revisions + 1):
        values = [low + step * d.randrange((high - low) // step + 1) for _, _, low, high, step in p["criteria"]]
        values = p["scores"](m, i) if p["scores"] else values
        review = world.new("review", assignment_id=assignment, revision=revision, state="submitted", submitted=world.made, taken_back=None)
        scores = [world.new("score", review_id=review[2]["id"], criterion_id=c, value=v) for c, v in zip(criteria, values)]
        world.entry("juror.submit", "round:x", review, *scores)
        if revision < revisions:
            world.entry("juror.take_back", "round:x", world.set("review", review[2]["id"], state="taken_back", taken_back=world.made))


# The ranking, told plainly.


class Told:
    def __init__(self, world, rid):
        s = world.state
        self.s, self.r = s, s["round"][rid]
        self.criteria = sorted((c for c in s["criterion"].values() if c["round_id"] == rid), key=lambda c: (c["position"], c["id"]))
        self.members = sorted(m["id"] for m in s["panel_member"].values() if m["round_id"] == rid)
        self.items = sorted((i for i in s["round_item"].values() if i["round_id"] == rid), key=lambda i: (i["position"], i["id"]))
        self.wide = self.r["conflict_scope"] == "challenge"
        self.documents = [x for x in s["decision"].values() if x["round_id"] == rid and x["state"] == "signed"]
        self.inside = [i for i in self.items if not self.is_gone(i)]
        self.judge_reviews()
        self.rank()

    def is_gone(self, item):
        docs = {x["id"] for x in self.documents}
        if any(x["round_item_id"] == item["id"] and x["decision_id"] in docs for x in self.s["decision_item"].values()):
            return False
        return item["part"] == "out" or (item["part"] == "" and self.s["submission"][item["submission_id"]]["state"] in ("withdrawn", "ineligible"))

    def judge_reviews(self):
        self.reviews = []
        for m in self.members:
            for item in self.items:
                for a in self.s["assignment"].values():
                    if (a["panel_member_id"], a["round_item_id"]) != (m, item["id"]):
                        continue
                    for v in self.s["review"].values():
                        if v["assignment_id"] == a["id"] and v["state"] == "submitted":
                            scores = {x["criterion_id"]: x["value"] for x in self.s["score"].values() if x["review_id"] == v["id"]}
                            self.reviews.append({"m": m, "item": item, "id": v["id"], "scores": [scores.get(c["id"], 0) for c in self.criteria], "why": self.why(m, item)})
        if self.wide:
            for m in self.members:
                left = [v for v in self.reviews if v["m"] == m and v["why"] == ""]
                if len(left) < len(self.inside):
                    for v in left:
                        v["why"] = "incomplete"

    def why(self, m, item):
        if item not in self.inside:
            return "gone"
        for c in self.s["conflict"].values():
            if c["panel_member_id"] == m and c["state"] in ("declared", "confirmed") and (self.wide or c["submission_id"] in (None, item["submission_id"])):
                return "barred"
        for b in self.s["abstention"].values():
            a = self.s["assignment"][b["assignment_id"]]
            if b["withdrawn"] is None and a["panel_member_id"] == m and (self.wide or a["round_item_id"] == item["id"]):
                return "abstained"
        return ""

    def weight(self, which, scores):
        return sum(Fraction(self.criteria[c]["weight"] * scores[c]) for c in which) / sum(self.criteria[c]["weight"] for c in which) / 1000

    def value(self, item, which):
        mine = [v for v in self.reviews if v["why"] == "" and v["item"] is item]
        if self.r["method"] == "borda":
            total = Fraction(0)
            for v in mine:
                for w in self.reviews:
                    if w["why"] == "" and w["m"] == v["m"] and w is not v:
                        a, b = self.weight(which, v["scores"]), self.weight(which, w["scores"])
                        total += 1 if b < a else Fraction(1, 2) if a == b else 0
            return total / len(mine) * len({v["m"] for v in self.reviews if v["why"] == ""})
        middles = []
        for c in range(len(self.criteria)):
            column = sorted(v["scores"][c] for v in mine)
            if self.r["method"] == "trimmed":
                column = column[1:-1]
            if self.r["method"] == "median":
                column = column[(len(column) - 1) // 2 : len(column) // 2 + 1]
            middles.append(Fraction(sum(column), len(column)))
        return self.weight(which, middles)

    def rank(self):
        count = {i["id"]: sum(1 for v in self.reviews if v["why"] == "" and v["item"] is i) for i in self.inside}
        least = max(self.r["min_reviews"], 3 if self.r["method"] == "trimmed" else 1)
        good = [i for i in self.inside if count[i["id"]] >= least]
        every = range(len(self.criteria))
        score = {i["id"]: self.value(i, every) for i in good}
        keys = {i["id"]: (-score[i["id"]],) for i in good}
        place = {i["id"]: n for n, i in enumerate(self.items)}
        line, self.ties = self.r["select_max"] or None, []

        def rank_of(i):
            return 1 + sum(1 for o in good if keys[o["id"]] < keys[i["id"]])

        for by in [t for t in self.r["ties"].split(",") if t]:
            crossing = [i for i in good if line and rank_of(i) <= line and rank_of(i) + sum(1 for o in good if keys[o["id"]] == keys[i["id"]]) - 1 > line]
            if not crossing:
                break
            which = [n for n, c in enumerate(self.criteria) if c["key"] == by]
            if by == "lot":
                drawn = {row["round_item_id"]: -row["place"] for row in self.s["lot_place"].values()}
                if any(i["id"] not in drawn for i in crossing):
                    break
                values = {i["id"]: drawn[i["id"]] for i in crossing}
            else:
                values = {i["id"]: self.value(i, which) for i in crossing}
            for i in crossing:
                keys[i["id"]] += (-values[i["id"]],)
            crossing.sort(key=lambda i: (keys[i["id"]], place[i["id"]]))
            self.ties.append({"by": by, "among": [i["code"] for i in crossing], "ranks": [rank_of(i) for i in crossing]})
        good.sort(key=lambda i: (keys[i["id"]], place[i["id"]]))
        self.ranks = []
        for i in good + [i for i in self.inside if i not in good]:
            n = rank_of(i) if i in good else None
            units = None if n is None else int(score[i["id"]] * 10000 + Fraction(1, 2))
            self.ranks.append({
                "item": i["code"], "rank": n, "score": None if n is None else "%d.%04d" % (units // 10000, units % 10000), "reviews": count[i["id"]],
                "enough": n is not None, "tied": n is not None and sum(1 for o in good if keys[o["id"]] == keys[i["id"]]) > 1,
            })

    def lines(self):
        r, key = self.r, self.r["key"]
        version = max((v for v in self.s["rules_version"].values() if v["round_id"] == r["id"]), key=lambda v: v["number"])
        out = [{"type": "round", "round": key, "kind": r["kind"], "blind": bool(r["blind"]), "method": r["method"], "ties": r["ties"], "min_reviews": r["min_reviews"], "line": r["select_max"] or None, "scope": r["conflict_scope"], "rules": version["hash"]}]
        for c in self.criteria:
            out.append({"type": "criterion", "round": key, "key": c["key"], "weight": points(c["weight"]), "min": points(c["low"]), "max": points(c["high"]), "step": points(c["step"])})
        code = {m: "J-%d" % (n + 1) for n, m in enumerate(self.members)}
        out += [{"type": "juror", "round": key, "code": code[m], "row": m} for m in self.members]
        out += [{"type": "item", "round": key, "code": i["code"], "row": i["id"], "in": i in self.inside} for i in self.items]
        for v in self.reviews:
            out.append({"type": "review", "round": key, "juror": code[v["m"]], "item": v["item"]["code"], "row": v["id"], "counts": v["why"] == "", "why": v["why"], "scores": [points(s) for s in v["scores"]]})
        out += [{"type": "rank", "round": key, **rank} for rank in self.ranks]
        out += [{"type": "tie", "round": key, "step": n + 1, **tie} for n, tie in enumerate(self.ties)]
        for doc in sorted(self.documents, key=lambda x: x["id"]):
            for x in sorted(self.s["decision_item"].values(), key=lambda x: x["id"]):
                if x["decision_id"] == doc["id"]:
                    out.append({"type": "outcome", "round": key, "document": doc["code"], "kind": doc["kind"], "item": self.s["round_item"][x["round_item_id"]]["code"], "outcome": x["outcome"]})
        return out


def shown(world, rids):
    s = world.state

    def having(table, name, ids):
        return {i for i, row in s[table].items() if row[name] in ids}

    of = {"round": set(rids)}
    for table in ("rules_version", "criterion", "round_act", "blind_act", "panel_member", "round_item"):
        of[table] = having(table, "round_id", of["round"])
    of["submission"] = {s["round_item"][i]["submission_id"] for i in of["round_item"] if s["round_item"][i]["part"] == ""}
    of["assignment"] = having("assignment", "round_item_id", of["round_item"])
    of["review"] = having("review", "assignment_id", of["assignment"])
    of["score"] = having("score", "review_id", {i for i in of["review"] if s["review"][i]["state"] == "submitted"})
    of["conflict"] = having("conflict", "panel_member_id", of["panel_member"])
    of["abstention"] = having("abstention", "assignment_id", of["assignment"])
    of["decision"] = having("decision", "round_id", of["round"]) & {i for i, row in s["decision"].items() if row["state"] == "signed"}
    of["decision_item"] = having("decision_item", "decision_id", of["decision"])
    of["lot_place"] = having("lot_place", "round_id", of["round"])
    drawn = {row["round_id"] for row in s["lot_place"].values()}
    of["draw_seed"] = having("draw_seed", "round_id", of["round"] & drawn)
    return of


def bundle(world, rids, hide=()):
    """The lines of the whole file, as objects. `hide`: (table, id) that are left out."""
    dice = random.Random("salts")  # a rewritten history keeps the ones it can
    salts = [bytes(dice.getrandbits(8) for _ in range(16)) for _ in world.entries]

    def salt(seq, k):
        return sha(enc(salts[seq - 1]), enc(k))

    keys = [world.state["round"][rid]["key"] for rid in rids]
    lines = [{"klash_bundle": 1, "competition": None, "name": {"fi": "Koekilpailu", "sv": "Provtävling", "en": "Trial"}, "demo": False, "made": world.made, "rounds": keys}]
    for rid in rids:
        lines += Told(world, rid).lines()
    of = shown(world, rids)
    for table in world.tables:
        for id_ in sorted(of[table]):
            if (table, id_) in hide:
                continue
            row, (seq, k) = world.state[table][id_], world.places[table, id_]
            values = [row[n.rstrip("*")] for n in world.tables[table]]
            if table == "draw_seed":
                values[3] = world.opened[id_]
            lines.append({"type": "row", "table": table, "id": id_, "seq": seq, "change": k, "salt": salt(seq, k).hex(), "values": [{"sha256": v.hex()} if isinstance(v, bytes) else v for v in values]})
    before = b""
    for n, (time, account, verb, what, changes, opened) in enumerate(world.entries, 1):
        who = sha(enc(salt(n, 0)), enc(account), enc("uid 1000"))
        act = sha(enc(salt(n, 1)), enc(verb), enc(what))
        entry = {"type": "entry", "seq": n, "time": time, "who": who.hex(), "act": act.hex(), "changes": len(changes)}
        if opened:
            entry["opened"] = {"salt": salt(n, 1).hex(), "verb": verb, "object": what}
        parts, after = [before, enc(n), enc(time), enc(who), enc(act)], []
        for k, (op, table, row, digest) in enumerate(changes, 2):
            sealed = sha(enc(salt(n, k)), enc(digest))
            commitment = None if op == "I" else sha(b"%d %d" % (n, k))
            parts += [enc(table), enc(row), enc(op), enc(sealed), enc(commitment)]
            after.append({"type": "change", "table": table, "row": row, "op": op, "sealed": sealed.hex(), "commitment": None if commitment is None else commitment.hex()})
        before = sha(*parts)
        entry["hash"] = before.hex()
        lines += [entry] + after
    lines[0]["competition"] = [x for x in lines if x.get("type") == "entry"][0]["hash"][:16]
    lines.append({"type": "end", "lines": len(lines) + 1, "checkpoint": checkpoint(lines, len(world.entries))})
    return lines


def checkpoint(lines, seq):
    """Of that entry of the bundle."""
    entry = [x for x in lines if x.get("type") == "entry"][seq - 1]
    return "klash-checkpoint 1 %s %d %s 2019-01-02T03:04:05Z" % (lines[0]["competition"], seq, entry["hash"])
