#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks a bundle of Klash: python3 verify.py FILE [--checkpoints FILE] [--lang fi|sv|en]

Recomputes the ranking, the ties and the log's chain from the bundle alone, as FORMAT.md describes it (its sections are
cited below as "F 7"). Needs Python 3.9 or newer and nothing else, and opens no other file than those that are named. Exit status: 0, all of it fits
together; 1, something is off, and the first such thing is printed."""

import argparse
import bisect
import datetime
import hashlib
import json
import os
import re
import sys
from fractions import Fraction

LINE_MAX = 1048576
ROUNDS_MAX = 1000
HEAD_LINES_MAX = 2000000
HEAD_BYTES_MAX = 268435456
ENTRIES_MAX = 100000000
CHANGES_MAX = 10000000
CRITERIA_MAX = 100
CHECKPOINTS_BYTES_MAX = 16777216
UNSHOWN_MAX = 5000000

# F 4; a * is a value that is kept back.
TABLES = {
    "round": "id key kind challenge_id blind state method ties min_reviews per_submission quorum select_min select_max"
    " conflict_scope opened closes closed ranking_shown v",
    "rules_version": "id round_id number locked notice reason text hash",
    "criterion": "id round_id key position weight low high step name_fi name_sv name_en guidance_fi guidance_sv"
    " guidance_en",
    "round_act": "id round_id act at reason* salt*",
    "blind_act": "id round_id act at account_id reason* salt*",
    "panel_member": "id round_id account_id chair substitute state replaced_by reason* salt*",
    "submission": "id kind number code municipality_id organization_id team_id challenge_id theme_id theme_text* lang"
    " title* contact_name* contact_email* contact_phone* received received_ambiguous channel late state case_number"
    " version fingerprint* batch_id came_batch_id came_row came_source* came_digest* v salt* body*",
    "round_item": "id round_id submission_id code position applicant_fi* applicant_sv* title* body* lang part version"
    " carried salt*",
    "assignment": "id round_item_id panel_member_id position",
    "review": "id assignment_id revision state submitted taken_back notes* feedback* entered_by source* confirmed"
    " displaced_by displaced_reason* salt*",
    "score": "id review_id criterion_id value",
    "conflict": "id panel_member_id submission_id ground* state decided_by made reason* found_in source* entered_by"
    " decision* decided salt*",
    "abstention": "id assignment_id at reason* source* entered_by withdrawn salt*",
    "decision": "id kind number code round_id state lang day place form statement_id case_number decider* regime_id regime_reason* no_appeal_ground*"
    " range_reason* tie_reason* corrects correction_kind correction_reason* complaint_id signed signed_by abandoned abandon_reason* v"
    " salt*",
    "decision_item": "id decision_id round_item_id outcome reason_fi* reason_sv* reason_en* deviation_reason* salt*",
    "draw_seed": "id round_id purpose value* at salt*",
    "lot_place": "id round_id round_item_id place drawn",
}
TABLES = {table: names.split() for table, names in TABLES.items()}
TABLE_ORDER = {table: i for i, table in enumerate(TABLES)}
# Columns that the checks compute with; null where a ? says so.
NUMBERS = {
    "round": "id blind min_reviews select_min? select_max? closed?",
    "rules_version": "id round_id number locked",
    "criterion": "id round_id position weight low high step",
    "round_act": "id round_id at",
    "blind_act": "id round_id at",
    "panel_member": "id round_id",
    "submission": "id",
    "round_item": "id round_id submission_id position",
    "assignment": "id round_item_id panel_member_id",
    "review": "id assignment_id",
    "score": "id review_id criterion_id value",
    "conflict": "id panel_member_id submission_id?",
    "abstention": "id assignment_id withdrawn?",
    "decision": "id round_id",
    "decision_item": "id decision_id round_item_id",
    "draw_seed": "id round_id",
    "lot_place": "id round_id round_item_id place",
}
TEXTS = {
    "round": "key kind state method ties conflict_scope",
    "rules_version": "notice text hash",
    "criterion": "key",
    "round_act": "act",
    "blind_act": "act",
    "panel_member": "state",
    "submission": "code state",
    "round_item": "code part",
    "review": "state",
    "conflict": "state",
    "decision": "kind code state",
    "decision_item": "outcome",
    "draw_seed": "purpose",
}
WHOLE = ("rules_version", "criterion", "panel_member", "round_item", "assignment", "review", "conflict", "abstention")

WORDS = {
    # what is off
    "unreadable": (
        "{name} cannot be read: {why}.",
        "Tiedostoa {name} ei voi lukea: {why}.",
        "Filen {name} går inte att läsa: {why}.",
    ),
    "empty": ("The file is empty.", "Tiedosto on tyhjä.", "Filen är tom."),
    "long": (
        "The line is longer than {n} bytes.",
        "Rivi on pidempi kuin {n} tavua.",
        "Raden är längre än {n} byte.",
    ),
    "large": (
        "There is more in the file than the format allows ({what}: at most {n}).",
        "Tiedostossa on enemmän kuin muoto sallii ({what}: enintään {n}).",
        "Filen innehåller mer än formatet tillåter ({what}: högst {n}).",
    ),
    "utf8": ("The line is not UTF-8.", "Rivi ei ole UTF-8-koodattu.", "Raden är inte UTF-8."),
    "json": ("The line is not a JSON object.", "Rivi ei ole JSON-olio.", "Raden är inte ett JSON-objekt."),
    "shape": (
        "The line is not as the format says: {what}.",
        "Rivi ei ole muodon mukainen: {what}.",
        "Raden följer inte formatet: {what}.",
    ),
    "version": (
        "This is not a bundle of format 1. If it comes from a newer Klash, use that one's verifier.",
        "Tämä ei ole muodon 1 mukainen paketti. Jos se on uudemmasta Klashista, käytä sen tarkistinta.",
        "Det här är inte ett paket i format 1. Kommer det från en nyare Klash, använd den versionens kontrollprogram.",
    ),
    "order": (
        "A line stands in the wrong place: {what}.",
        "Rivi on väärässä paikassa: {what}.",
        "En rad står på fel plats: {what}.",
    ),
    "cut": (
        "The file ends in the middle: it was cut off.",
        "Tiedosto loppuu kesken: se on katkaistu.",
        "Filen slutar mitt i: den är avhuggen.",
    ),
    "after": (
        "Something stands after the end.",
        "Lopun jälkeen on vielä jotakin.",
        "Något står efter slutet.",
    ),
    "lines": (
        "The end says that there are {said} lines, but there are {n}.",
        "Lopussa sanotaan rivejä olevan {said}, mutta niitä on {n}.",
        "Enligt slutet finns {said} rader, men det finns {n}.",
    ),
    "gap": (
        "The log jumps from entry {n} to entry {seq}.",
        "Loki hyppää merkinnästä {n} merkintään {seq}.",
        "Loggen hoppar från post {n} till post {seq}.",
    ),
    "changes": (
        "The entry says that it has {said} changes, but {n} follow.",
        "Merkinnässä sanotaan olevan {said} muutosta, mutta niitä on {n}.",
        "Posten uppger {said} ändringar, men {n} följer.",
    ),
    "chain": (
        "The chain is broken: the entry's hash does not follow from the entry before it and from what it says.",
        "Ketju on poikki: merkinnän tiiviste ei seuraa edellisestä merkinnästä ja merkinnän sisällöstä.",
        "Kedjan är bruten: postens kontrollsumma följer inte av posten före och av det den säger.",
    ),
    "opened": (
        "What is said to have been done is not what the log holds.",
        "Se, mitä sanotaan tehdyn, ei ole se, mitä lokissa on.",
        "Det som sägs ha gjorts är inte det som loggen innehåller.",
    ),
    "unlogged": (
        "The log has no such change of this row.",
        "Lokissa ei ole tällaista muutosta tähän riviin.",
        "Loggen har ingen sådan ändring av raden.",
    ),
    "sealed": (
        "The values of this row are not those that the log holds.",
        "Tämän rivin arvot eivät ole ne, jotka lokissa ovat.",
        "Radens värden är inte de som loggen innehåller.",
    ),
    "later": (
        "The log has a later change of this row, in entry {seq}: this is an older state of it.",
        "Lokissa on tähän riviin myöhempi muutos, merkinnässä {seq}: tämä on rivin vanhempi tila.",
        "Loggen har en senare ändring av raden, i post {seq}: det här är ett äldre läge.",
    ),
    "deleted": (
        "The log says that this row was deleted.",
        "Lokin mukaan tämä rivi on poistettu.",
        "Enligt loggen är raden borttagen.",
    ),
    "reference": (
        "It refers to row {id} of {to}, which is not shown.",
        "Se viittaa taulun {to} riviin {id}, jota ei näytetä.",
        "Den hänvisar till rad {id} i {to}, som inte visas.",
    ),
    "stray": (
        "This row does not belong to the rounds of the bundle.",
        "Tämä rivi ei kuulu paketin kierroksiin.",
        "Raden hör inte till paketets omgångar.",
    ),
    "rounds": (
        "The rounds shown are not those that line 1 names.",
        "Näytetyt kierrokset eivät ole ne, jotka rivi 1 nimeää.",
        "De omgångar som visas är inte de som rad 1 nämner.",
    ),
    "not_closed": ("The round is not closed.", "Kierrosta ei ole suljettu.", "Omgången är inte stängd."),
    "not_opened": (
        "The round is judged blind and its names are not opened.",
        "Kierros on nimetön, eikä nimiä ole avattu.",
        "Omgången är anonym och namnen är inte öppnade.",
    ),
    "not_locked": (
        "The round's rules were never locked.",
        "Kierroksen sääntöjä ei ole lukittu.",
        "Omgångens regler är inte låsta.",
    ),
    "rules_numbers": (
        "A version of the rules is missing.",
        "Sääntöjen versio puuttuu.",
        "En version av reglerna saknas.",
    ),
    "rules_hash": (
        "The hash of the announced rules does not follow from their text.",
        "Ilmoitettujen sääntöjen tiiviste ei seuraa niiden tekstistä.",
        "De kungjorda reglernas kontrollsumma följer inte av texten.",
    ),
    "rules_text": (
        "The text of the announced rules cannot be read.",
        "Ilmoitettujen sääntöjen tekstiä ei voi lukea.",
        "De kungjorda reglernas text går inte att läsa.",
    ),
    "rules_differ": (
        "{what} is not as in the announced rules: there {there}, here {here}.",
        "{what} ei ole niin kuin ilmoitetuissa säännöissä: siellä {there}, tässä {here}.",
        "{what} är inte som i de kungjorda reglerna: där {there}, här {here}.",
    ),
    "rules_late": (
        "This review came before the rules were locked.",
        "Tämä arvio tuli ennen sääntöjen lukitsemista.",
        "Bedömningen kom innan reglerna låstes.",
    ),
    "twice": (
        "There is another such row: {id}.",
        "Toinen samanlainen rivi on olemassa: {id}.",
        "Det finns en annan likadan rad: {id}.",
    ),
    "unscored": (
        "The review has no score for the criterion {key}.",
        "Arviossa ei ole pisteitä arviointiperusteelle {key}.",
        "Bedömningen saknar poäng för kriteriet {key}.",
    ),
    "overscored": (
        "A score is shown of a review that is not submitted.",
        "Pisteet on näytetty arviosta, jota ei ole lähetetty.",
        "Poäng visas för en bedömning som inte är inlämnad.",
    ),
    "scale": (
        "The score {score} is not on the scale of the criterion {key}.",
        "Pistemäärä {score} ei ole arviointiperusteen {key} asteikolla.",
        "Poängen {score} finns inte på skalan för kriteriet {key}.",
    ),
    "value": (
        "The value of {what} cannot be right.",
        "Sarakkeen {what} arvo ei voi olla oikea.",
        "Värdet i {what} kan inte stämma.",
    ),
    "said": (
        "It says {what}: {said}; from the rows follows {due}.",
        "Siinä sanotaan {what}: {said}; riveistä seuraa {due}.",
        "Där står {what}: {said}; av raderna följer {due}.",
    ),
    "said_less": (
        "A line is missing: {what}.",
        "Rivi puuttuu: {what}.",
        "En rad saknas: {what}.",
    ),
    "said_more": (
        "A line says what does not follow from the rows.",
        "Rivi sanoo sellaista, mikä ei seuraa riveistä.",
        "En rad säger något som inte följer av raderna.",
    ),
    "hidden": (
        "All rounds of the competition are shown, but this row is kept back.",
        "Kilpailun kaikki kierrokset on näytetty, mutta tämä rivi on jätetty pois.",
        "Tävlingens alla omgångar visas, men den här raden är utelämnad.",
    ),
    "competition": (
        "The competition's word is not that of its first log entry.",
        "Kilpailun tunniste ei ole sen ensimmäisen lokimerkinnän.",
        "Tävlingens beteckning hör inte till dess första loggpost.",
    ),
    "head": (
        "The bundle's own checkpoint is not that of its last entry.",
        "Paketin oma tarkistuspiste ei ole sen viimeisen merkinnän.",
        "Paketets egen kontrollpunkt hör inte till dess sista post.",
    ),
    "cp_form": (
        "{name}, line {n}: this is not a checkpoint.",
        "{name}, rivi {n}: tämä ei ole tarkistuspiste.",
        "{name}, rad {n}: det här är ingen kontrollpunkt.",
    ),
    "cp_none": (
        "{name}: there is no checkpoint in it.",
        "{name}: siinä ei ole yhtään tarkistuspistettä.",
        "{name}: den innehåller ingen kontrollpunkt.",
    ),
    "cp_other": (
        "{name}, line {n}: a checkpoint of another competition, or the history was rewritten from its first entry.",
        "{name}, rivi {n}: toisen kilpailun tarkistuspiste, tai historia on kirjoitettu uudelleen alusta alkaen.",
        "{name}, rad {n}: en kontrollpunkt för en annan tävling, eller så har historiken skrivits om från början.",
    ),
    "cp_hash": (
        "{name}, line {n}: the entry was another one when this checkpoint was made. The history has been rewritten.",
        "{name}, rivi {n}: merkintä oli toinen, kun tämä tarkistuspiste tehtiin. Historia on kirjoitettu uudelleen.",
        "{name}, rad {n}: posten var en annan när kontrollpunkten gjordes. Historiken har skrivits om.",
    ),
    "cp_beyond": (
        "{name}, line {n}: the log ends before this checkpoint's entry. Either the bundle is older than the checkpoint,"
        " or entries were cut off: ask for a new bundle.",
        "{name}, rivi {n}: loki loppuu ennen tämän tarkistuspisteen merkintää. Joko paketti on tarkistuspistettä"
        " vanhempi, tai merkintöjä on katkaistu pois: pyydä uusi paketti.",
        "{name}, rad {n}: loggen slutar före kontrollpunktens post. Antingen är paketet äldre än kontrollpunkten, eller"
        " så har poster huggits av: be om ett nytt paket.",
    ),
    "lot": (
        "The lot drawn again gives another order.",
        "Uudelleen suoritettu arvonta antaa toisen järjestyksen.",
        "Dras lotten om blir ordningen en annan.",
    ),
    "trouble": (
        "The verifier could not go on ({what}).",
        "Tarkistin ei voinut jatkaa ({what}).",
        "Kontrollprogrammet kunde inte fortsätta ({what}).",
    ),
    # where
    "off": ("OFF: ", "EI KUNNOSSA: ", "STÄMMER INTE: "),
    "w_line": ("line {n}", "rivi {n}", "rad {n}"),
    "w_round": ("round {key}", "kierros {key}", "omgång {key}"),
    "w_row": ("row {id} of {table}", "taulun {table} rivi {id}", "rad {id} i {table}"),
    "w_seq": ("log entry {seq}", "lokimerkintä {seq}", "loggpost {seq}"),
    # what holds
    "made": (
        "Bundle of {name}, made {time}.",
        "Kilpailun {name} paketti, tehty {time}.",
        "Paket för {name}, gjort {time}.",
    ),
    "demo": (
        "THIS IS A DEMO: everything in it is invented.",
        "TÄMÄ ON ESITTELYAINEISTO: kaikki siinä on keksittyä.",
        "DET HÄR ÄR EN DEMO: allt i den är påhittat.",
    ),
    "round": (
        "Round {key}: closed {closed}. Method {method}, at least {least} reviews each.",
        "Kierros {key}: suljettu {closed}. Menetelmä {method}, vähintään {least} arviota kustakin.",
        "Omgång {key}: stängd {closed}. Metod {method}, minst {least} bedömningar för varje.",
    ),
    "rules": (
        "  Rules locked {time} (notice: {notice}), hash {hash}",
        "  Säännöt lukittu {time} (ilmoitus: {notice}), tiiviste {hash}",
        "  Reglerna låsta {time} (meddelande: {notice}), kontrollsumma {hash}",
    ),
    "weights": ("  Weights: {list}", "  Painot: {list}", "  Vikter: {list}"),
    "reviews": (
        "  {jurors} jurors, {items} ranked, {n} reviews that count, {out} that do not.",
        "  {jurors} tuomariston jäsentä, {items} järjestyksessä, {n} huomioon otettavaa arviota, {out} muuta.",
        "  {jurors} jurymedlemmar, {items} i ordningen, {n} bedömningar som räknas, {out} som inte gör det.",
    ),
    "place": ("  {rank}. {item}  {score}", "  {rank}. {item}  {score}", "  {rank}. {item}  {score}"),
    "few": ("  -  {item}  too few reviews", "  -  {item}  liian vähän arvioita", "  -  {item}  för få bedömningar"),
    "tie": (
        "  Tie across the line, step {n}, by {by}: {list}",
        "  Tasatilanne valintarajalla, vaihe {n}, ratkaisuperuste {by}: {list}",
        "  Lika resultat vid urvalsgränsen, steg {n}, avgjort enligt {by}: {list}",
    ),
    "statement": (
        "  Statement {document}: selected {list}",
        "  Lausunto {document}: valittu {list}",
        "  Utlåtande {document}: utvalda {list}",
    ),
    "decision": (
        "  Decision {document}: selected {list}",
        "  Päätös {document}: valittu {list}",
        "  Beslut {document}: utvalda {list}",
    ),
    "deviates": (
        "  Note: {document} selects {item} before {other}, which ranks higher. Its reasons say why.",
        "  Huomaa: {document} valitsee ehdotuksen {item} ennen ehdotusta {other}, joka on järjestyksessä ylempänä. Syy on perusteluissa.",
        "  Obs: {document} väljer {item} före {other}, som ligger högre i ordningen. Motiveringen säger varför.",
    ),
    "log": (
        "Log: {n} entries with {changes} changes. The chain holds. Last entry {seq}:",
        "Loki: {n} merkintää, {changes} muutosta. Ketju pitää. Viimeinen merkintä {seq}:",
        "Logg: {n} poster med {changes} ändringar. Kedjan håller. Sista posten {seq}:",
    ),
    "whole": (
        "All rounds of the competition are shown: no review is kept back.",
        "Kilpailun kaikki kierrokset on näytetty: yhtään arviota ei ole jätetty pois.",
        "Tävlingens alla omgångar visas: ingen bedömning är utelämnad.",
    ),
    "part": (
        "Not all rounds are shown. The log has {n} more reviews; that they are of other rounds is not proven here.",
        "Kaikkia kierroksia ei ole näytetty. Lokissa on lisäksi {n} arviota; tässä ei todisteta, että ne ovat muista"
        " kierroksista.",
        "Alla omgångar visas inte. Loggen har ytterligare {n} bedömningar; att de hör till andra omgångar bevisas inte"
        " här.",
    ),
    "checkpoints": (
        "Checkpoints from outside: all {n} hold. The newest is of entry {seq}, {time}: up to it the history is the one"
        " that was there then. What came after it is not proven.",
        "Ulkopuoliset tarkistuspisteet: kaikki {n} pitävät. Uusin on merkinnästä {seq}, {time}: siihen asti historia on"
        " sama kuin silloin. Sen jälkeistä tämä ei todista.",
        "Kontrollpunkter utifrån: alla {n} stämmer. Den nyaste gäller post {seq}, {time}: fram till den är historiken"
        " densamma som då. Det som kom efteråt bevisas inte.",
    ),
    "alone": (
        "Not proven: that the history was not rewritten from beginning to end before this bundle was made. Only a"
        " checkpoint that lay elsewhere proves that: give those you have with --checkpoints FILE.",
        "Tämä ei todista, ettei historiaa ole kirjoitettu alusta loppuun uudelleen ennen paketin tekemistä. Sen todistaa"
        " vain muualla säilytetty tarkistuspiste: anna ne, jotka sinulla on: --checkpoints TIEDOSTO.",
        "Det här bevisar inte att historiken inte skrevs om från början till slut innan paketet gjordes. Det bevisar"
        " bara en kontrollpunkt som legat någon annanstans: ange dem du har med --checkpoints FIL.",
    ),
    "good": (
        "Everything in this bundle fits together.",
        "Kaikki tässä paketissa sopii yhteen.",
        "Allt i paketet stämmer överens.",
    ),
}
LANGUAGES = {"en": 0, "fi": 1, "sv": 2}


class Fault(Exception):
    def __init__(self, key, /, line=None, round=None, table=None, row=None, seq=None, **args):
        super().__init__(key)
        self.key, self.args_of = key, args
        self.line, self.round, self.table, self.row, self.seq = line, round, table, row, seq


def safe(value):
    """What came from the file, as one short printable line: nothing of it may drive a terminal."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    short = "".join(c if c.isprintable() else "\\u%04x" % ord(c) for c in text[:200])
    return short + ("..." if len(text) > 200 else "")


class Speaker:
    def __init__(self, language):
        self.at = LANGUAGES[language]

    def words(self, which, /, **args):
        return WORDS[which][self.at].format(**{k: v if type(v) is int else safe(v) for k, v in args.items()})

    def say(self, which, /, **args):
        print(self.words(which, **args))

    def fault(self, fault):
        where = []
        if fault.line is not None:
            where.append(self.words("w_line", n=fault.line))
        if fault.round is not None:
            where.append(self.words("w_round", key=fault.round))
        if fault.row is not None:
            where.append(self.words("w_row", table=fault.table, id=fault.row))
        if fault.seq is not None:
            where.append(self.words("w_seq", seq=fault.seq))
        head = ", ".join(where) + ": " if where else ""
        print(self.words("off") + head + self.words(fault.key, **fault.args_of, seq=fault.seq))


def day(seconds):
    try:
        moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
        return moment.strftime("%Y-%m-%d %H:%M:%S UTC")
    except (OverflowError, ValueError):
        return str(seconds)


# F 2


def int_bytes(n):
    return b"i\x08\0\0\0\0\0\0\0" + n.to_bytes(8, "little", signed=True)


def typed(kind, data):
    return kind + len(data).to_bytes(8, "little") + data


def text_bytes(text):
    return typed(b"t", text.encode("utf-8"))


def blob_bytes(data):
    return typed(b"b", data)


NULL = b"n\0\0\0\0\0\0\0\0"


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


# F 1: reading lines


class NotJson(ValueError):
    pass


def no_twins(pairs):
    result = dict(pairs)
    if len(result) != len(pairs):
        raise NotJson
    return result


def small_int(digits):
    if len(digits) > 20:
        raise NotJson
    number = int(digits)
    if not -(1 << 63) <= number < 1 << 63:
        raise NotJson
    return number


def not_a_number(_):
    raise NotJson


def strict_json(text):
    """Raises NotJson for anything but what F 1 allows."""
    try:
        value = json.loads(
            text, object_pairs_hook=no_twins, parse_int=small_int, parse_float=not_a_number, parse_constant=not_a_number
        )
        if "\\u" in text or "\\U" in text:
            json.dumps(value, ensure_ascii=False).encode("utf-8")  # half a character cannot be hashed
        return value
    except (ValueError, RecursionError) as e:
        raise NotJson from e


class Lines:
    """The objects of the file, one after the other, with `n` the number of the last line."""

    def __init__(self, stream):
        self.stream, self.n, self.bytes = stream, 0, 0

    def next(self):
        line = self.stream.readline(LINE_MAX + 1)
        if line == b"":
            return None
        self.n += 1
        self.bytes += len(line)
        if len(line) > LINE_MAX:
            raise Fault("long", line=self.n, n=LINE_MAX)
        if not line.endswith(b"\n"):
            raise Fault("cut", line=self.n)
        try:
            text = line[:-1].decode("utf-8")
        except UnicodeDecodeError:
            raise Fault("utf8", line=self.n) from None
        try:
            value = strict_json(text)
        except NotJson:
            raise Fault("json", line=self.n) from None
        if not isinstance(value, dict):
            raise Fault("json", line=self.n)
        return value


HASH = re.compile(r"[0-9a-f]{64}\Z")
WORD = re.compile(r"[0-9a-f]{16}\Z")
SALT = re.compile(r"[0-9a-f]{32}\Z")
NAME = re.compile(r"[a-z][a-z0-9_]{0,79}\Z")


def is_int(v):
    return type(v) is int


def is_count(v):
    return type(v) is int and v >= 0


def is_text(v):
    return type(v) is str


def is_bool(v):
    return type(v) is bool


def is_hash(v):
    return type(v) is str and HASH.match(v) is not None


def is_name(v):
    return type(v) is str and NAME.match(v) is not None


def or_null(check):
    return lambda v: v is None or check(v)


def one_of(*words):
    return lambda v: type(v) is str and v in words


def list_of(check):
    return lambda v: type(v) is list and all(check(x) for x in v)


def is_value(v):
    if v is None or is_int(v) or is_text(v):
        return True
    if type(v) is dict and sorted(v) == ["salt", "value"]:
        return type(v["salt"]) is str and SALT.match(v["salt"]) is not None and is_int(v["value"])
    return type(v) is dict and list(v) == ["sha256"] and is_hash(v["sha256"])


def is_names(v):
    return type(v) is dict and sorted(v) == ["en", "fi", "sv"] and all(is_text(x) for x in v.values())


SHAPES = {
    "head": {
        "klash_bundle": is_int,
        "competition": lambda v: is_text(v) and WORD.match(v) is not None,
        "name": is_names,
        "demo": is_bool,
        "made": is_int,
        "rounds": list_of(is_text),
    },
    "round": {
        "round": is_text,
        "kind": one_of("problem", "application", "solution"),
        "blind": is_bool,
        "method": one_of("mean", "median", "trimmed", "borda"),
        "ties": is_text,
        "min_reviews": is_count,
        "line": or_null(is_count),
        "scope": one_of("submission", "challenge"),
        "rules": is_hash,
    },
    "criterion": {"round": is_text, "key": is_text, "weight": is_text, "min": is_text, "max": is_text, "step": is_text},
    "juror": {"round": is_text, "code": is_text, "row": is_int},
    "item": {"round": is_text, "code": is_text, "row": is_int, "in": is_bool},
    "review": {
        "round": is_text,
        "juror": is_text,
        "item": is_text,
        "row": is_int,
        "counts": is_bool,
        "why": one_of("", "gone", "barred", "abstained", "incomplete"),
        "scores": list_of(is_text),
    },
    "rank": {
        "round": is_text,
        "item": is_text,
        "rank": or_null(is_count),
        "score": or_null(is_text),
        "reviews": is_count,
        "enough": is_bool,
        "tied": is_bool,
    },
    "tie": {"round": is_text, "step": is_count, "by": is_text, "among": list_of(is_text), "ranks": list_of(is_count)},
    "outcome": {
        "round": is_text,
        "document": is_text,
        "kind": one_of("statement", "decision"),
        "item": is_text,
        "outcome": one_of("selected", "reserve", "not_selected"),
    },
    "row": {
        "table": one_of(*TABLES),
        "id": is_int,
        "seq": is_count,
        "change": is_count,
        "salt": is_hash,
        "values": list_of(is_value),
    },
    "entry": {
        "seq": is_count,
        "time": is_int,
        "who": is_hash,
        "act": is_hash,
        "changes": is_count,
        "hash": is_hash,
    },
    "change": {
        "table": is_name,
        "row": is_int,
        "op": one_of("I", "U", "D"),
        "sealed": is_hash,
        "commitment": or_null(is_hash),
    },
    "end": {"lines": is_count, "checkpoint": is_text},
}
OPENED = {"salt": is_hash, "verb": is_text, "object": is_text}
# The order of a round's lines, and what comes after all rounds.
SAID = ("round", "criterion", "juror", "item", "review", "rank", "tie", "outcome")


def check_shape(value, shape, n, extra=("type",)):
    for key in value:
        if key not in shape and key not in extra:
            raise Fault("shape", line=n, what=key)
    for key, check in shape.items():
        if key not in value or not check(value[key]):
            raise Fault("shape", line=n, what=key)


class Row:
    __slots__ = ("table", "line", "seq", "change", "sealed", "values", "first")

    def __getitem__(self, name):
        return self.values[name]

    def fault(self, which, /, **args):
        return Fault(which, line=self.line, table=self.table, row=self.values["id"], **args)


class Bundle:
    """All of the file: what it says, its rows, and what of its log is about them."""

    def __init__(self, stream, wanted):
        self.lines = Lines(stream)
        self.wanted = wanted  # entries to remember for the checkpoints
        self.seen = {}  # of those: the hash
        self.said = {}  # round -> type -> [(line, object)]
        self.rows = {table: {} for table in TABLES}
        self.last = {}  # (table, id) of a shown row -> what the log last did to it
        self.unshown = {table: set() for table in WHOLE + ("round",)}
        self.entries = self.changes = 0
        self.hash = b""

    def read(self):
        self.read_head()
        value = self.read_said()
        value = self.read_rows(value)
        value = self.read_log(value)
        self.read_end(value)

    def take(self):
        value = self.lines.next()
        if value is None:
            raise Fault("cut", line=self.lines.n)
        kind = value.get("type")
        if type(kind) is not str or kind not in SHAPES or kind == "head":
            raise Fault("shape", line=self.lines.n, what="type")
        extra = ("type", "opened") if kind == "entry" else ("type",)
        check_shape(value, SHAPES[kind], self.lines.n, extra)
        return value

    def take_early(self):
        """A line before the log, of which there may be so many."""
        value = self.take()
        if self.lines.n > HEAD_LINES_MAX:
            raise Fault("large", line=self.lines.n, what="lines before the log", n=HEAD_LINES_MAX)
        if self.lines.bytes > HEAD_BYTES_MAX and value["type"] not in ("entry", "end"):
            raise Fault("large", line=self.lines.n, what="bytes before the log", n=HEAD_BYTES_MAX)
        return value

    def read_head(self):
        head = self.lines.next()
        if head is None:
            raise Fault("empty")
        if type(head.get("klash_bundle")) is not int or head["klash_bundle"] != 1:
            raise Fault("version", line=1)
        check_shape(head, SHAPES["head"], 1, ())
        if not 1 <= len(head["rounds"]) <= ROUNDS_MAX or len(set(head["rounds"])) != len(head["rounds"]):
            raise Fault("shape", line=1, what="rounds")
        self.head = head

    def read_said(self):
        at = (-1, len(SAID))
        names = self.head["rounds"]
        value = self.take_early()
        while value["type"] in SAID:
            kind = value["type"]
            where = (at[0] + (1 if kind == "round" else 0), SAID.index(kind))
            if where < at or not 0 <= where[0] < len(names) or value["round"] != names[where[0]]:
                raise Fault("order", line=self.lines.n, what=kind)
            if kind == "round":
                self.said[value["round"]] = {k: [] for k in SAID}
            self.said[value["round"]][kind].append((self.lines.n, value))
            at = where
            value = self.take_early()
        if len(self.said) != len(names):
            raise Fault("order", line=self.lines.n, what=value["type"])
        return value

    def read_rows(self, value):
        at = (-1, 0)
        while value["type"] == "row":
            where = (TABLE_ORDER[value["table"]], value["id"])
            if at[0] == where[0] and at[1] >= where[1] or at[0] > where[0]:
                raise Fault("order", line=self.lines.n, what="row", table=value["table"], row=value["id"])
            at = where
            self.add_row(value)
            value = self.take_early()
        return value

    def add_row(self, value):
        table, columns = value["table"], TABLES[value["table"]]
        row = Row()
        row.table, row.line, row.seq, row.change = table, self.lines.n, value["seq"], value["change"]
        row.values, row.first = {"id": value["id"]}, None
        if len(value["values"]) != len(columns):
            raise row.fault("shape", what="values")
        parts = [text_bytes(table)]
        for name, v in zip(columns, value["values"]):
            if isinstance(v, dict) != name.endswith("*") and v is not None:
                raise row.fault("shape", what=name.rstrip("*"))
            if v is None:
                parts.append(NULL)
            elif isinstance(v, dict) and "value" in v:
                if table != "draw_seed" or name != "value*":
                    raise row.fault("shape", what=name.rstrip("*"))
                parts.append(blob_bytes(sha(blob_bytes(bytes.fromhex(v["salt"])), int_bytes(v["value"]))))
                row.values["value"] = v["value"]
            elif isinstance(v, dict):
                parts.append(blob_bytes(bytes.fromhex(v["sha256"])))
            else:
                parts.append(int_bytes(v) if is_int(v) else text_bytes(v))
            if not name.endswith("*"):
                row.values[name] = v
        if value["values"][0] != value["id"]:
            raise row.fault("shape", what="id")
        self.check_types(row)
        row.sealed = sha(blob_bytes(bytes.fromhex(value["salt"])), blob_bytes(sha(*parts)))
        self.rows[table][row["id"]] = row

    def check_types(self, row):
        for names, kind in ((NUMBERS, int), (TEXTS, str)):
            for name in names.get(row.table, "").split():
                v = row[name.rstrip("?")]
                if type(v) is not kind and not (v is None and name.endswith("?")):
                    raise row.fault("shape", what=name.rstrip("?"))

    def read_log(self, value):
        while value["type"] == "entry":
            if self.entries == ENTRIES_MAX:
                raise Fault("large", line=self.lines.n, what="entries", n=ENTRIES_MAX)
            value = self.read_entry(value)
        if value["type"] == "change":
            raise Fault("changes", line=self.lines.n, seq=self.entries, said=0, n=1)
        return value

    def read_entry(self, entry):
        seq, line, n = entry["seq"], self.lines.n, 0
        if seq != self.entries + 1:
            raise Fault("gap", line=line, seq=seq, n=self.entries)
        if entry["changes"] > CHANGES_MAX:
            raise Fault("large", line=line, seq=seq, what="changes", n=CHANGES_MAX)
        who, act = bytes.fromhex(entry["who"]), bytes.fromhex(entry["act"])
        if "opened" in entry:
            self.check_opened(entry, act)
        whole = hashlib.sha256(self.hash + int_bytes(seq) + int_bytes(entry["time"]) + blob_bytes(who) + blob_bytes(act))
        value = self.take()
        while value["type"] == "change" and n < entry["changes"]:
            n += 1
            self.add_change(value, seq, n + 1, whole)
            value = self.take()
        if n != entry["changes"] or value["type"] == "change":
            raise Fault("changes", line=line, seq=seq, said=entry["changes"], n=n + (value["type"] == "change"))
        self.entries, self.hash = seq, whole.digest()
        if self.hash.hex() != entry["hash"]:
            raise Fault("chain", line=line, seq=seq)
        if seq == 1 and self.head["competition"] != entry["hash"][:16]:
            raise Fault("competition", line=1)
        if seq in self.wanted:
            self.seen[seq] = entry["hash"]
        return value

    def check_opened(self, entry, act):
        opened = entry["opened"]
        if type(opened) is not dict:
            raise Fault("shape", line=self.lines.n, what="opened")
        check_shape(opened, OPENED, self.lines.n, ())
        made = sha(blob_bytes(bytes.fromhex(opened["salt"])), text_bytes(opened["verb"]), text_bytes(opened["object"]))
        if made != act:
            raise Fault("opened", line=self.lines.n, seq=entry["seq"])

    def add_change(self, change, seq, k, whole):
        table, row, op = change["table"], change["row"], change["op"]
        sealed = bytes.fromhex(change["sealed"])
        if (change["commitment"] is None) != (op == "I"):
            raise Fault("shape", line=self.lines.n, seq=seq, what="commitment")
        before = NULL if op == "I" else blob_bytes(bytes.fromhex(change["commitment"]))
        whole.update(text_bytes(table) + int_bytes(row) + text_bytes(op) + blob_bytes(sealed) + before)
        self.changes += 1
        shown = self.rows.get(table, {}).get(row)
        if shown is not None:
            if shown.first is None:
                shown.first = seq
            self.last[table, row] = (seq, k, op, sealed)
        elif table in self.unshown:
            self.note_unshown(table, row, op)

    def note_unshown(self, table, row, op):
        if op == "D":
            self.unshown[table].discard(row)
            return
        self.unshown[table].add(row)
        if len(self.unshown[table]) > UNSHOWN_MAX:
            raise Fault("large", line=self.lines.n, what=table, n=UNSHOWN_MAX)

    def read_end(self, value):
        if value["type"] != "end":
            raise Fault("order", line=self.lines.n, what=value["type"])
        if value["lines"] != self.lines.n:
            raise Fault("lines", line=self.lines.n, said=value["lines"], n=self.lines.n)
        mine = checkpoint(value["checkpoint"])
        if mine is None or mine[:3] != (self.head["competition"], self.entries, self.hash.hex()):
            raise Fault("head", line=self.lines.n)
        if self.lines.stream.read(1) != b"":
            raise Fault("after", line=self.lines.n + 1)


# F 6


CHECKPOINT = re.compile(
    r"klash-checkpoint 1 ([0-9a-f]{16}) ([1-9][0-9]{0,17}) ([0-9a-f]{64})"
    r" ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)\Z"
)


def checkpoint(line):
    """Word, entry, hash and when it was printed; None if the line is none."""
    match = CHECKPOINT.match(line)
    if match is None:
        return None
    word, seq, hash_, time = match.groups()
    return (word, int(seq), hash_, time)


def read_checkpoints(path):
    """(line, word, entry, hash, time) of each."""
    found = []
    try:
        with open(path, "rb") as stream:
            data = stream.read(CHECKPOINTS_BYTES_MAX + 1)
    except OSError as e:
        raise Fault("unreadable", name=path, why=e.strerror or str(e)) from None
    if len(data) > CHECKPOINTS_BYTES_MAX:
        raise Fault("large", what=path, n=CHECKPOINTS_BYTES_MAX)
    for n, line in enumerate(data.split(b"\n"), 1):
        text = line.decode("utf-8", "replace").lstrip("\ufeff").strip(" \t\r")
        if text == "":
            continue
        one = checkpoint(text)
        if one is None:
            raise Fault("cp_form", name=path, n=n)
        found.append((n,) + one)
    if not found:
        raise Fault("cp_none", name=path)
    return found


def check_checkpoints(bundle, path, found):
    for n, word, seq, hash_, _ in found:
        if word != bundle.head["competition"]:
            raise Fault("cp_other", name=path, n=n)
        if seq > bundle.entries:
            raise Fault("cp_beyond", name=path, n=n)
        if bundle.seen[seq] != hash_:
            raise Fault("cp_hash", name=path, n=n)


# F 4: the rows against the log and against each other


def check_against_log(bundle):
    for table in TABLES:
        for row in bundle.rows[table].values():
            last = bundle.last.get((table, row["id"]))
            if last is None:
                raise row.fault("unlogged", seq=row.seq)
            seq, k, op, sealed = last
            if op == "D":
                raise row.fault("deleted", seq=seq)
            if (seq, k) > (row.seq, row.change):
                raise row.fault("later", seq=seq)
            if (seq, k) != (row.seq, row.change):
                raise row.fault("unlogged", seq=row.seq)
            if sealed != row.sealed:
                raise row.fault("sealed", seq=seq)


def check_whole(bundle):
    """Are all rounds of the competition shown? Then nothing judged may be kept back."""
    if bundle.unshown["round"]:
        return False
    for table in WHOLE:
        for row in sorted(bundle.unshown[table])[:1]:
            raise Fault("hidden", table=table, row=row)
    return True


def lead(bundle, row, name, table):
    other = bundle.rows[table].get(row[name])
    if other is None:
        raise row.fault("reference", to=table, id=row[name])
    return other


def unique(rows, *names):
    seen = {}
    for row in rows:
        key = tuple(row[name] for name in names)
        if key in seen:
            raise row.fault("twice", id=seen[key]["id"])
        seen[key] = row


def group(rows, name):
    result = {}
    for row in rows:
        result.setdefault(row[name], []).append(row)
    return result


def by_place(row):
    return (row["position"], row["id"])


def points(thousandths):
    whole, rest = divmod(thousandths, 1000)
    return ("%d.%03d" % (whole, rest)).rstrip("0").rstrip(".") if rest else "%d" % whole


class Judged:
    """The rows of the bundle, put together."""

    def __init__(self, bundle):
        self.bundle = bundle
        for table, name, to in (
            ("rules_version", "round_id", "round"),
            ("criterion", "round_id", "round"),
            ("round_act", "round_id", "round"),
            ("blind_act", "round_id", "round"),
            ("panel_member", "round_id", "round"),
            ("round_item", "round_id", "round"),
            ("assignment", "round_item_id", "round_item"),
            ("assignment", "panel_member_id", "panel_member"),
            ("review", "assignment_id", "assignment"),
            ("score", "review_id", "review"),
            ("score", "criterion_id", "criterion"),
            ("conflict", "panel_member_id", "panel_member"),
            ("abstention", "assignment_id", "assignment"),
            ("decision", "round_id", "round"),
            ("decision_item", "decision_id", "decision"),
            ("decision_item", "round_item_id", "round_item"),
            ("draw_seed", "round_id", "round"),
            ("lot_place", "round_id", "round"),
            ("lot_place", "round_item_id", "round_item"),
        ):
            for row in bundle.rows[table].values():
                lead(bundle, row, name, to)
        self.of = {
            (table, name): group(bundle.rows[table].values(), name)
            for table, name in (
                ("rules_version", "round_id"),
                ("criterion", "round_id"),
                ("blind_act", "round_id"),
                ("panel_member", "round_id"),
                ("round_item", "round_id"),
                ("assignment", "round_item_id"),
                ("review", "assignment_id"),
                ("score", "review_id"),
                ("conflict", "panel_member_id"),
                ("abstention", "assignment_id"),
                ("decision", "round_id"),
                ("decision_item", "decision_id"),
                ("decision_item", "round_item_id"),
                ("draw_seed", "round_id"),
                ("lot_place", "round_id"),
            )
        }
        self.check_rows()

    def get(self, table, name, id_):
        return self.of[table, name].get(id_, [])

    def check_rows(self):
        rows = self.bundle.rows
        unique(rows["assignment"].values(), "round_item_id", "panel_member_id")
        unique([r for r in rows["review"].values() if r["state"] == "submitted"], "assignment_id")
        unique(rows["score"].values(), "review_id", "criterion_id")
        unique(rows["round_item"].values(), "round_id", "code")
        unique(rows["criterion"].values(), "round_id", "key")
        for row in rows["assignment"].values():
            item, member = rows["round_item"][row["round_item_id"]], rows["panel_member"][row["panel_member_id"]]
            if item["round_id"] != member["round_id"]:
                raise row.fault("stray")
        for row in rows["decision"].values():
            if row["state"] != "signed" or row["kind"] not in ("statement", "decision"):
                raise row.fault("value", what="state")
        for row in rows["decision_item"].values():
            if rows["decision"][row["decision_id"]]["round_id"] != rows["round_item"][row["round_item_id"]]["round_id"]:
                raise row.fault("stray")
        used = {r["submission_id"] for r in rows["round_item"].values() if r["part"] == ""}
        for row in rows["submission"].values():
            if row["id"] not in used:
                raise row.fault("stray")
        for row in rows["round_item"].values():
            if row["part"] not in ("", "in", "out"):
                raise row.fault("value", what="part")
            if row["part"] == "":
                lead(self.bundle, row, "submission_id", "submission")


class Round:
    """One round, recomputed from its rows."""

    def __init__(self, judged, row):
        self.judged, self.row, self.key = judged, row, row["key"]
        self.rows = judged.bundle.rows
        get = judged.get
        self.criteria = sorted(get("criterion", "round_id", row["id"]), key=by_place)
        self.members = sorted(get("panel_member", "round_id", row["id"]), key=lambda r: r["id"])
        self.items = sorted(get("round_item", "round_id", row["id"]), key=by_place)
        self.documents = sorted(get("decision", "round_id", row["id"]), key=lambda r: r["id"])
        self.code = {m["id"]: "J-%d" % (i + 1) for i, m in enumerate(self.members)}
        self.wide = row["conflict_scope"] == "challenge"
        self.line = row["select_max"] or None
        self.check_numbers()
        self.check_rules()
        self.find_gone()
        self.find_reviews()
        self.rank()

    def fault(self, which, /, row=None, **args):
        row = row or self.row
        return Fault(which, line=row.line, round=self.key, table=row.table, row=row["id"], **args)

    def check_numbers(self):
        r = self.row
        for name, allowed in (
            ("kind", ("problem", "application", "solution")),
            ("method", ("mean", "median", "trimmed", "borda")),
            ("conflict_scope", ("submission", "challenge")),
            ("blind", (0, 1)),
        ):
            if r[name] not in allowed:
                raise self.fault("value", what=name)
        if r["min_reviews"] < 0 or (self.line is not None and self.line < 0):
            raise self.fault("value", what="min_reviews")
        if not 1 <= len(self.criteria) <= CRITERIA_MAX:
            raise self.fault("large", what="criterion", n=CRITERIA_MAX)
        for c in self.criteria:
            if not (c["weight"] > 0 and c["step"] > 0 and 0 <= c["low"] < c["high"]):
                raise self.fault("value", row=c, what="weight")
        if r["state"] != "closed":
            raise self.fault("not_closed")
        if r["blind"] and not any(a["act"] == "open" for a in self.judged.get("blind_act", "round_id", r["id"])):
            raise self.fault("not_opened")
        keys = {c["key"] for c in self.criteria}
        self.ties = r["ties"].split(",") if r["ties"] else []
        if len(set(self.ties)) != len(self.ties) or not set(self.ties) <= keys | {"lot"}:
            raise self.fault("value", what="ties")
        if "lot" in self.ties[:-1]:
            raise self.fault("value", what="ties")

    def check_rules(self):
        versions = sorted(self.judged.get("rules_version", "round_id", self.row["id"]), key=lambda r: r["number"])
        if not versions:
            raise self.fault("not_locked")
        for n, version in enumerate(versions, 1):
            if version["number"] != n:
                raise self.fault("rules_numbers", row=version)
            if hashlib.sha256(version["text"].encode("utf-8")).hexdigest() != version["hash"]:
                raise self.fault("rules_hash", row=version)
            self.compare_rules(version)
        self.rules = versions[-1]
        self.locked = versions[0]

    def compare_rules(self, version):
        try:
            rules = strict_json(version["text"])
        except NotJson:
            raise self.fault("rules_text", row=version) from None
        r = self.row
        here = {
            "round": r["key"],
            "kind": r["kind"],
            "blind": bool(r["blind"]),
            "method": r["method"],
            "ties": r["ties"],
            "min_reviews": r["min_reviews"],
            "conflict_scope": r["conflict_scope"],
            "select": None if r["select_max"] is None else [r["select_min"], r["select_max"]],
            "criteria": [
                {
                    "key": c["key"],
                    "weight": points(c["weight"]),
                    "min": points(c["low"]),
                    "max": points(c["high"]),
                    "step": points(c["step"]),
                }
                for c in self.criteria
            ],
        }
        if type(rules) is not dict:
            raise self.fault("rules_text", row=version)
        criteria = rules.get("criteria")
        if type(criteria) is not list or not all(type(c) is dict for c in criteria):
            raise self.fault("rules_text", row=version)
        rules["criteria"] = [{k: c.get(k) for k in ("key", "weight", "min", "max", "step")} for c in criteria]
        for what, value in here.items():
            if rules.get(what) != value or type(rules[what]) is not type(value):
                raise self.fault("rules_differ", row=version, what=what, there=rules.get(what), here=value)

    def find_gone(self):
        self.inside = {}
        for item in self.items:
            gone = item["part"] == "out"
            if item["part"] == "":
                gone = self.rows["submission"][item["submission_id"]]["state"] in ("withdrawn", "ineligible")
            decided = self.judged.get("decision_item", "round_item_id", item["id"])
            self.inside[item["id"]] = not gone or bool(decided)
        self.ranked = [i for i in self.items if self.inside[i["id"]]]

    def find_barred(self):
        """Jurors barred from all of it, and (juror, submission)."""
        everything, some = set(), set()
        for member in self.members:
            for conflict in self.judged.get("conflict", "panel_member_id", member["id"]):
                if conflict["state"] not in ("declared", "confirmed"):
                    continue
                if self.wide or conflict["submission_id"] is None:
                    everything.add(member["id"])
                else:
                    some.add((member["id"], conflict["submission_id"]))
        return everything, some

    def find_reviews(self):
        everything, some = self.find_barred()
        place = {item["id"]: i for i, item in enumerate(self.items)}
        submitted, passed = [], set()
        for item in self.items:
            for assignment in self.judged.get("assignment", "round_item_id", item["id"]):
                member = assignment["panel_member_id"]
                for one in self.judged.get("abstention", "assignment_id", assignment["id"]):
                    if one["withdrawn"] is None:
                        passed.add(member if self.wide else (member, item["id"]))
                for review in self.judged.get("review", "assignment_id", assignment["id"]):
                    self.check_review(review)
                    if review["state"] == "submitted":
                        submitted.append((member, place[item["id"]], item, review))
        submitted.sort(key=lambda s: s[:2])
        self.reviews = []
        given = {}
        for member, _, item, review in submitted:
            why = ""
            if not self.inside[item["id"]]:
                why = "gone"
            elif member in everything or (member, item["submission_id"]) in some:
                why = "barred"
            elif (member if self.wide else (member, item["id"])) in passed:
                why = "abstained"
            else:
                given[member] = given.get(member, 0) + 1
            self.reviews.append([member, item, review, why, self.scores(review)])
        for one in self.reviews:
            if self.wide and one[3] == "" and given[one[0]] < len(self.ranked):
                one[3] = "incomplete"
        self.counting = [one for one in self.reviews if one[3] == ""]

    def check_review(self, review):
        if review["state"] not in ("submitted", "taken_back", "displaced"):
            raise self.fault("value", row=review, what="state")
        if review.first <= self.locked.first:
            raise self.fault("rules_late", row=review, seq=review.first)
        if review["state"] != "submitted" and self.judged.get("score", "review_id", review["id"]):
            raise self.fault("overscored", row=review)

    def scores(self, review):
        given = {s["criterion_id"]: s for s in self.judged.get("score", "review_id", review["id"])}
        result = []
        for c in self.criteria:
            score = given.pop(c["id"], None)
            if score is None:
                raise self.fault("unscored", row=review, key=c["key"])
            v = score["value"]
            if not c["low"] <= v <= c["high"] or (v - c["low"]) % c["step"] != 0:
                raise self.fault("scale", row=score, key=c["key"], score=points(v))
            result.append(v)
        for score in given.values():
            raise self.fault("stray", row=score)
        return result

    # F 7

    def value(self, item_id, which):
        """The item's score over the criteria `which`, in points."""
        scores = self.scores_of[item_id]
        if self.row["method"] == "borda":
            return self.borda(which)[item_id]
        total = weights = Fraction(0)
        for c in which:
            column = sorted(s[c] for s in scores)
            n, w = len(column), self.criteria[c]["weight"]
            if self.row["method"] == "median":
                middle = Fraction(column[(n - 1) // 2] + column[n // 2], 2)
            elif self.row["method"] == "trimmed":
                middle = Fraction(sum(column[1:-1]), n - 2)
            else:
                middle = Fraction(sum(column), n)
            total += w * middle
            weights += w
        return total / weights / 1000

    def borda(self, which):
        which = tuple(which)
        if which in self.borda_known:
            return self.borda_known[which]
        ballots = {}
        for member, item, _, _, scores in self.counting:
            value = sum(self.criteria[c]["weight"] * scores[c] for c in which)
            ballots.setdefault(member, []).append((value, item["id"]))
        got = {item["id"]: Fraction(0) for item in self.ranked}
        for ballot in ballots.values():
            values = sorted(v for v, _ in ballot)
            for value, item in ballot:
                below = bisect.bisect_left(values, value)
                equal = bisect.bisect_right(values, value) - below - 1
                got[item] += below + Fraction(equal, 2)
        result = {i: g * len(ballots) / len(self.scores_of[i]) for i, g in got.items() if self.scores_of[i]}
        self.borda_known[which] = result
        return result

    def rank(self):
        self.borda_known = {}
        self.scores_of = {item["id"]: [] for item in self.ranked}
        for _, item, _, _, scores in self.counting:
            self.scores_of[item["id"]].append(scores)
        least = max(1, self.row["min_reviews"], 3 if self.row["method"] == "trimmed" else 1)
        everything = range(len(self.criteria))
        enough = [i for i in self.ranked if len(self.scores_of[i["id"]]) >= least]
        self.few = [i for i in self.ranked if len(self.scores_of[i["id"]]) < least]
        self.score = {i["id"]: self.value(i["id"], everything) for i in enough}
        self.order = sorted(enough, key=lambda i: -self.score[i["id"]])
        self.rank_of = {}
        self.number(0, len(self.order), self.score)
        self.break_ties()

    def number(self, start, end, keys):
        rank = start + 1
        for i in range(start, end):
            if i > start and keys[self.order[i]["id"]] != keys[self.order[i - 1]["id"]]:
                rank = i + 1
            self.rank_of[self.order[i]["id"]] = rank

    def break_ties(self):
        self.steps = []
        if self.line is None or self.line >= len(self.order):
            return
        for by in self.ties:
            rank = self.rank_of[self.order[self.line - 1]["id"]]
            start = rank - 1
            end = start
            while end < len(self.order) and self.rank_of[self.order[end]["id"]] == rank:
                end += 1
            if end <= self.line:
                return
            among = self.order[start:end]
            if by == "lot":
                keys = self.draw()
                if any(i["id"] not in keys for i in among):
                    return  # it decides only between those it was drawn among
            else:
                which = [i for i, c in enumerate(self.criteria) if c["key"] == by]
                keys = {i["id"]: self.value(i["id"], which) for i in among}
            self.order[start:end] = sorted(among, key=lambda i: -keys[i["id"]])
            self.number(start, end, keys)
            self.steps.append((by, self.order[start:end], [self.rank_of[i["id"]] for i in self.order[start:end]], keys))

    def draw(self):
        """Item -> place with a minus, of the lot that was drawn, if one was; drawn again from its seed."""
        rows = self.judged.get("lot_place", "round_id", self.row["id"])
        seeds = [s for s in self.judged.get("draw_seed", "round_id", self.row["id"]) if s["purpose"] == "lot"]
        if not rows:
            return {}
        if not seeds:
            raise self.fault("lot")
        seed = max(seeds, key=lambda s: s["id"])
        if "value" not in seed.values or seed.first > self.locked.first:
            raise self.fault("lot", row=seed)
        places = {row["round_item_id"]: row["place"] for row in rows}
        among = sorted(places, key=lambda i: self.rows["round_item"][i]["code"].encode("utf-8"))
        order = dice_order(seed["value"], len(among))
        if any(places[among[k]] != n for n, k in enumerate(order, 1)) or len(places) != len(rows):
            raise self.fault("lot", row=rows[0])
        return {item: -place for item, place in places.items()}

    # F 3

    def due(self):
        r, key = self.row, self.key
        tied = {}
        for rank in self.rank_of.values():
            tied[rank] = tied.get(rank, 0) + 1
        lines = {"round": [], "criterion": [], "juror": [], "item": [], "review": [], "rank": [], "tie": [], "outcome": []}
        lines["round"].append(
            {
                "kind": r["kind"],
                "blind": bool(r["blind"]),
                "method": r["method"],
                "ties": r["ties"],
                "min_reviews": r["min_reviews"],
                "line": self.line,
                "scope": r["conflict_scope"],
                "rules": self.rules["hash"],
            }
        )
        for c in self.criteria:
            lines["criterion"].append(
                {
                    "key": c["key"],
                    "weight": points(c["weight"]),
                    "min": points(c["low"]),
                    "max": points(c["high"]),
                    "step": points(c["step"]),
                }
            )
        for m in self.members:
            lines["juror"].append({"code": self.code[m["id"]], "row": m["id"]})
        for i in self.items:
            lines["item"].append({"code": i["code"], "row": i["id"], "in": self.inside[i["id"]]})
        for member, item, review, why, scores in self.reviews:
            lines["review"].append(
                {
                    "juror": self.code[member],
                    "item": item["code"],
                    "row": review["id"],
                    "counts": why == "",
                    "why": why,
                    "scores": [points(s) for s in scores],
                }
            )
        for i in self.order + self.few:
            rank = self.rank_of.get(i["id"])
            lines["rank"].append(
                {
                    "item": i["code"],
                    "rank": rank,
                    "score": None if rank is None else decimals(self.score[i["id"]]),
                    "reviews": len(self.scores_of[i["id"]]),
                    "enough": rank is not None,
                    "tied": rank is not None and tied[rank] > 1,
                }
            )
        for n, (by, among, ranks, _) in enumerate(self.steps, 1):
            lines["tie"].append({"step": n, "by": by, "among": [i["code"] for i in among], "ranks": ranks})
        for document in self.documents:
            for one in sorted(self.judged.get("decision_item", "decision_id", document["id"]), key=lambda d: d["id"]):
                lines["outcome"].append(
                    {
                        "document": document["code"],
                        "kind": document["kind"],
                        "item": self.rows["round_item"][one["round_item_id"]]["code"],
                        "outcome": one["outcome"],
                    }
                )
        for some in lines.values():
            for line in some:
                line["round"] = key
        return lines

    def check_said(self, said):
        for kind, due in self.due().items():
            for (n, line), wanted in zip(said[kind], due):
                for name, value in wanted.items():
                    if line[name] != value or type(line[name]) is not type(value):
                        raise Fault("said", line=n, round=self.key, what="%s: %s" % (kind, name), said=line[name], due=value)
            if len(said[kind]) < len(due):
                after = said[kind][-1][0] if said[kind] else said["round"][0][0]
                raise Fault("said_less", line=after, round=self.key, what=due[len(said[kind])] | {"type": kind})
            if len(said[kind]) > len(due):
                raise Fault("said_more", line=said[kind][len(due)][0], round=self.key)


def dice_order(seed, n):
    """F 7: the numbers 0 to n - 1 in an order of chance."""
    full = 1 << 64
    state = seed % full

    def below(m):
        nonlocal state
        while True:
            state = (state + 0x9E3779B97F4A7C15) % full
            z = state
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % full
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB % full
            z ^= z >> 31
            if z >= full % m:
                return z % m

    order = list(range(n))
    for i in range(n, 1, -1):
        k = below(i)
        order[i - 1], order[k] = order[k], order[i - 1]
    return order


def decimals(value):
    """Four of them, half up."""
    units = (value * 20000 + 1) // 2
    return "%d.%04d" % divmod(units, 10000)


def check_rounds(bundle):
    judged = Judged(bundle)
    by_key = {row["key"]: row for row in bundle.rows["round"].values()}
    if sorted(by_key) != sorted(bundle.head["rounds"]) or len(by_key) != len(bundle.rows["round"]):
        raise Fault("rounds", line=1)
    rounds = []
    for key in bundle.head["rounds"]:
        one = Round(judged, by_key[key])
        one.check_said(bundle.said[key])
        rounds.append(one)
    return rounds


# What is printed of a good one


def tell_round(speaker, one):
    row = one.row
    speaker.say(
        "round", key=one.key, closed=day(row["closed"] or 0), method=row["method"], least=row["min_reviews"]
    )
    speaker.say("rules", time=day(one.rules["locked"]), notice=one.rules["notice"] or "-", hash=one.rules["hash"])
    speaker.say("weights", list=", ".join("%s %s" % (c["key"], points(c["weight"])) for c in one.criteria))
    speaker.say(
        "reviews",
        jurors=len(one.members),
        items=len(one.ranked),
        n=len(one.counting),
        out=len(one.reviews) - len(one.counting),
    )
    for item in one.order:
        speaker.say("place", rank=one.rank_of[item["id"]], item=item["code"], score=decimals(one.score[item["id"]]))
    for item in one.few:
        speaker.say("few", item=item["code"])
    for n, (by, among, ranks, keys) in enumerate(one.steps, 1):
        told = [
            "%d. %s" % (rank, i["code"]) + ("" if by == "lot" else " (%s)" % decimals(keys[i["id"]]))
            for i, rank in zip(among, ranks)
        ]
        speaker.say("tie", n=n, by=by, list=", ".join(told))
    for document in one.documents:
        tell_document(speaker, one, document)


def tell_document(speaker, one, document):
    items = one.judged.get("decision_item", "decision_id", document["id"])
    chosen = {i["round_item_id"] for i in items if i["outcome"] == "selected"}
    codes = [i["code"] for i in one.order + one.few if i["id"] in chosen]
    speaker.say(document["kind"], document=document["code"], list=", ".join(codes) or "-")
    passed = None
    for item in one.order:
        if item["id"] not in chosen:
            passed = passed or item
        elif passed is not None and one.rank_of[passed["id"]] < one.rank_of[item["id"]]:
            speaker.say("deviates", document=document["code"], item=item["code"], other=passed["code"])
            return


def tell(speaker, bundle, rounds, whole, found):
    names = bundle.head["name"]
    name = names[[k for k, v in LANGUAGES.items() if v == speaker.at][0]] or names["fi"] or names["sv"]
    speaker.say("made", name=name, time=day(bundle.head["made"]))
    if bundle.head["demo"]:
        speaker.say("demo")
    for one in rounds:
        tell_round(speaker, one)
    speaker.say("log", n=bundle.entries, changes=bundle.changes, seq=bundle.entries)
    print("  " + bundle.hash.hex())
    if whole:
        speaker.say("whole")
    else:
        speaker.say("part", n=len(bundle.unshown["review"]))
    if found:
        newest = max(found, key=lambda c: c[2])
        speaker.say("checkpoints", n=len(found), seq=newest[2], time=newest[4])
    else:
        speaker.say("alone")
    speaker.say("good")


def verify(path, checkpoints):
    found = read_checkpoints(checkpoints) if checkpoints is not None else []
    try:
        with open(path, "rb") as stream:
            bundle = Bundle(stream, {c[2] for c in found})
            bundle.read()
    except OSError as e:
        raise Fault("unreadable", name=path, why=e.strerror or str(e)) from None
    check_against_log(bundle)
    rounds = check_rounds(bundle)
    whole = check_whole(bundle)
    check_checkpoints(bundle, checkpoints, found)
    return bundle, rounds, whole, found


def language(wanted):
    if wanted is not None:
        return wanted
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")[:2].lower()
        if value in LANGUAGES:
            return value
    return "en"


def main():
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(description="Checks a bundle of Klash. See FORMAT.md, LUE-MINUT.md, LAS-MIG.md.")
    parser.add_argument("file", metavar="FILE", help="the bundle")
    parser.add_argument("--checkpoints", metavar="FILE", help="lines of `klash checkpoint` that lay elsewhere")
    parser.add_argument("--lang", choices=sorted(LANGUAGES), help="language of what is printed")
    options = parser.parse_args()
    speaker = Speaker(language(options.lang))
    try:
        result = verify(options.file, options.checkpoints)
        tell(speaker, *result)
        sys.stdout.flush()
        return 0
    except Fault as fault:
        speaker.fault(fault)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        speaker.fault(Fault("trouble", what="Ctrl-C"))
    except Exception as e:  # whatever comes: a sentence, no list of calls
        speaker.fault(Fault("trouble", what=type(e).__name__))
    return 1


if __name__ == "__main__":
    sys.exit(main())
