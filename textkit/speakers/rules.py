"""The rules that find the source of a quote in its own sentence.

Each takes the place of a quote and answers with a source or None. They are tried in the order of
`RULES`; the name of the first that answers is kept in `Quote.rule`. What a name begins with
"guess" rests on weak evidence.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from textkit.speakers.reading import NAME, Mention, Reading

FAR = 60  # words: no rule looks further


class Place(NamedTuple):
    """Where a rule is applied."""

    r: Reading
    i: int  # the word that is the quote
    lo: int  # the first word of its sentence, and the one after its last
    hi: int
    woven: bool  # only some words of a sentence are quoted
    comma: bool  # the quote ends with a comma, a dash, ! or ?


class Source(NamedTuple):
    """What a rule answers: the first and the last word of the cue (or None), and the source."""

    cue: tuple[int, int] | None
    who: Mention


# --- subjects --------------------------------------------------------------------------------

_AFTER_VERB = re.compile(r"[,-]?a*(v)a?(?=[TCdphXwn])")
_OPENING_NOUN = re.compile(r"[dn][wCTnhX']*w")
_MODALS = frozenset({"would", "could", "should", "might", "may", "must", "can", "will", "not"})


def _main_subject(r: Reading, lo: int, hi: int) -> Mention | None:
    """Return the first mention of a stretch that is no object: not after a preposition or verb."""
    letters, start = r.letters, lo
    while start < hi and letters[start] in "ka,":
        start += 1
    if m := _OPENING_NOUN.match(letters, start, hi):  # The email goes on
        last = m.end()
        if last - start > 2 and r.word(last - 1).endswith(("s", "ed")):
            last -= 1  # a verb, most likely
        if last - start > 1 and not r.mention_from(start):
            return Mention(start, last, "noun", last - 1)
    perhaps = None
    for mention in r.mentions_in(lo, hi):
        before = letters[mention.first - 1] if mention.first > lo else ","
        if mention.kind == "pronoun":
            if letters[mention.first] == "r" or before in "ot":
                continue
        elif before in "otgv(" or letters[mention.last : mention.last + 1] == "'":
            continue
        elif before + letters[mention.first] == ",d" and r.mention_with(mention.first - 2):
            continue  # introduced by Bo Lee, the sheriff, Ann Lee said
        found = r.with_tail(mention, hi)
        if before == "s":  # Asked whether the campaign would go on, Lee said
            comma = letters.find(",", mention.last, hi)
            return (_main_subject(r, comma + 1, hi) if comma > 0 else None) or found
        if before != "w" or mention.kind != "name":
            return found
        perhaps = perhaps or found  # unless it is an object of that word
    return perhaps


def _subject(r: Reading, lo: int, verb: int) -> Mention | None:
    """Return the subject of the verb of saying at word `verb`, looking left as far as `lo`."""
    letters, i = r.letters, verb - 1
    if letters[verb] == "g":
        at = i - (r.word(i) == "as")  # quoted Lee as saying, the video shows Lee saying
        named = r.mention_with(at) if at >= lo and letters[at] == "C" else None
        if named and letters[named.first - 1] not in "ot":
            return named
        earlier = letters.rfind("v", lo, verb)  # Lee said ..., adding ...
        if earlier >= 0 and (found := _subject(r, lo, earlier)):
            return found
    if letters[verb] == "g" or (i >= lo and letters[i] == "t"):
        return _main_subject(r, lo, verb)
    while i >= lo:
        c = letters[i]
        if c in "ab" or (c == "'" and i > lo and letters[i - 1] == "p"):
            i -= 1
        elif c == ")":
            i = letters.rfind("(", lo, i) - 1
        elif c in ",-":  # Lee, a lawyer, said: step over what is between
            opening = letters.rfind(c, lo, i)
            named = r.mention_from(opening + 1)
            role = r.mention_with(opening - 1) if opening > lo else None
            beside = named and role and (named.kind, role.kind) == ("name", "noun")
            if named and beside and (named.last == i or letters[named.last] in ",r("):
                return named  # the mayor, Ann Lee, said
            if opening > lo and letters[opening - 1] == ")":  # Lee (R-Texas), a lawyer, said
                opening = letters.rfind("(", lo, opening)
            if opening <= lo:
                return _main_subject(r, lo, i)
            i = opening - 1
        elif c == "k" and "v" in letters[lo:i]:  # Lee said ... and added
            return _subject(r, lo, letters.rfind("v", lo, i))
        elif c in "ks":
            return _main_subject(r, lo, i)
        elif m := r.phrase_to(i, lo, verb):
            start = m.first
            while m.kind == "name" and start > lo and letters[start - 1] in "wdhC'n":
                start -= 1  # the campaign manager Ann Lee
            before = letters[start - 1] if start - 1 > lo else ""
            if before in ("o", "t"):
                i = start - 2
                continue
            if before == "," and m.kind == "noun" and letters[start] != "d":
                named = r.mention_with(start - 2)  # Ann Lee, president of X said
                if named and named.kind == "name" and letters[named.first - 1] not in "ot":
                    return named
            return m
        else:
            i -= 1
    return None


def _named(r: Reading, who: Mention) -> Mention:
    """Return the name beside a description: the mayor, Ann Lee."""
    if who.kind == "noun" and r.letters[who.head + 1 : who.head + 2] == ",":
        name = r.mention_from(who.head + 2)
        if name and name.kind == "name" and r.letters[name.last : name.last + 1] in (",", ".", "\n"):
            return name
    return who


def _is_passive(r: Reading, i: int) -> bool:
    """Tell "was called" from "called"."""
    return r.letters[i] == "v" and bool(re.search(r"ba*$", r.letters[max(0, i - 4) : i]))


def _is_certain(r: Reading, i: int) -> bool:
    """Tell what was said from what might be: "would say", "to call"."""
    return r.letters[i - 1] != "t" and r.word(i - 1) not in _MODALS


# --- rules -----------------------------------------------------------------------------------


def verb_directly_before(p: Place) -> Source | None:
    """Answer `what Lee called "..."`: a verb, or "that", right before words woven in."""
    if not p.woven or p.i == p.lo:
        return None
    that = p.r.word(p.i - 1) == "that" and "v" in p.r.letters[p.lo : p.i]
    return speaker_verb_before(p) if that or p.r.letters[p.i - 1] == "v" else None


def verb_speaker_after(p: Place) -> Source | None:
    """Answer `"...," said Lee`."""
    m = _AFTER_VERB.match(p.r.letters, p.i + 1, p.hi)
    if m is None and p.comma:  # after "...," any verb will do
        m = re.compile(r"(w)(?=[TCp])").match(p.r.letters, p.i + 1, p.hi)
        m = m if m and p.r.word(m.start()).endswith("ed") else None
    who = p.r.phrase_from(m.end(), p.hi) if m else None
    if m is None or who is None or p.r.letters[who.last : who.last + 1] == "v":
        return None
    if p.woven and p.i > p.lo and who.kind != "name":
        return None  # Lee called it "a farce," denounced the plan
    return Source(m.span(1), _named(p.r, who))


_TO_VERB = re.compile(
    r"(?:o[dwCTnhX']+)*(?:\([^)Q]{1,20}\))?"  # of X (R-Texas)
    r"(?:,[^Q]{1,40}?,|-[^Q]{1,30}?-|r[^Q]{1,25}?)?[abks]*([vg])"  # , a lawyer, said
)
_TO_ANY_VERB = re.compile(r"a*(w)")


def speaker_verb_after(p: Place) -> Source | None:
    """Answer `"...," Lee said`, also with words between: Lee, a lawyer, said."""
    r, at = p.r, p.i + 1
    while at < min(p.i + 4, p.hi) and (r.letters[at] in ",-'a" or r.word(at) == "as"):
        at += 1
    who = r.phrase_from(at, p.hi)
    if who is None or r.letters[at] == "r":
        return None
    m = _TO_VERB.match(r.letters, who.last, min(p.hi, who.last + FAR))
    if m is None and p.comma:  # after "...," he, any verb will do
        m = _TO_ANY_VERB.match(r.letters, who.last, p.hi)
    if m is None or (r.letters[m.end(1) : m.end(1) + 1] == ":" and p.lo < p.i):
        return None  # with a colon the verb belongs to the next quote
    return Source(m.span(1), _named(r, who))


_SIGNATURE = re.compile(rf"\n?-({NAME})(?=[\n,.(]|$)")


def dash_signature(p: Place) -> Source | None:
    """Answer `"..." - Ann Lee`."""
    m = _SIGNATURE.match(p.r.letters, p.i + 1)
    who = p.r.mention_from(m.start(1)) if m else None
    return Source(None, who) if who else None


def speaker_verb_before(p: Place) -> Source | None:
    """Answer `Lee said "..."`: the nearest verb of saying before the quote, and its subject."""
    r = p.r
    verbs = [i for i in range(p.i - 1, p.lo - 1, -1) if r.letters[i] in "vg"]
    for i in [v for v in verbs if _is_certain(r, v)] or verbs:
        after = _AFTER_VERB.match(r.letters, i, p.i)
        who = r.phrase_from(after.end(), p.i) if after else None
        if who and r.letters[i - 1] == "," == r.letters[who.last] and who.last + 1 < p.i:
            return Source((i, i + 1), who)  # The plan, said Lee, is "a farce"
        if _is_passive(r, i):  # was called "a farce" by Lee
            by = next((j for j in range(i + 1, p.i) if r.word(j) == "by"), None)
            if by and (who := r.phrase_from(by + 1, p.i)):
                return Source((i, i + 1), who)
            continue
        if found := _subject(r, p.lo, i):
            return Source((i, i + 1), found)
        if who and (i == p.lo or r.letters[i - 1] in "Q,"):  # Said Lee: "..."
            return Source((i, i + 1), _named(r, who))
    return None


def according_to(p: Place) -> Source | None:
    """Answer "according to Lee", before or after the quote."""
    at = p.r.letters.find("At", p.lo, p.hi)
    who = p.r.phrase_from(at + 2, p.hi) if at >= 0 else None
    return Source((at, at + 2), _named(p.r, who)) if who else None


_LATER = re.compile(r",[^.]{0,2}?[TCdphw][^,.;:]{0,12}?(v)(?=[,.aodgtks\n]|$)")
_LATER_TURNED = re.compile(r",(v)(?=[TCdph])")


def speaker_verb_later(p: Place) -> Source | None:
    """Answer a verb further on in the sentence: "A farce" is what it is, Lee said."""
    if m := _LATER.search(p.r.letters, p.i, p.hi):
        found = _subject(p.r, m.start() + 1, m.start(1))
    elif m := _LATER_TURNED.search(p.r.letters, p.i, p.hi):
        found = p.r.phrase_from(m.end(), p.hi)
    return Source(m.span(1), found) if m and found else None


def possessor_before(p: Place) -> Source | None:
    """Answer `Lee's "over my dead body" line`."""
    m = re.compile(r"C'[wnah]{0,2}$").search(p.r.letters, max(p.lo, p.i - 5), p.i)
    who = p.r.mention_with(m.start()) if m else None
    return Source(None, who) if who and who.kind == "name" else None


def subject_before_colon(p: Place) -> Source | None:
    """Answer `Lee: "..."` and `Lee's answer was blunt: "..."`."""
    if p.i == p.lo or p.r.letters[p.i - 1] not in ":,\n":
        return None
    others = (m for m in p.r.mentions_in(p.lo, p.i) if m.kind != "pronoun")
    who = _main_subject(p.r, p.lo, p.i) or next(others, None)
    return Source(None, who) if who else None


def subject_of_sentence(p: Place) -> Source | None:
    """Answer the subject of the sentence, where no verb of saying is found."""
    r, who = p.r, _main_subject(p.r, p.lo, p.i)
    if who is None or r.word(who.first).lower() in ("it", "they"):
        return None
    if who.last == p.i:  # Lee "spoke too soon": the subject is part of what is said
        return None
    if any(_is_passive(r, i) for i in range(who.last, p.i)):
        return None
    return Source(None, who)


RULES: list[tuple[str, Callable[[Place], Source | None]]] = [
    ("verb directly before", verb_directly_before),
    ("verb speaker after", verb_speaker_after),
    ("speaker verb after", speaker_verb_after),
    ("dash signature", dash_signature),
    ("speaker verb before", speaker_verb_before),
    ("according to", according_to),
    ("speaker verb later", speaker_verb_later),
    ("subject before colon", subject_before_colon),
    ("guess: possessor before", possessor_before),
    ("guess: subject of sentence", subject_of_sentence),
]
