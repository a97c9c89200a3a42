"""Who may have said a quote: the mentions around it, the speakers of its neighbors, nobody."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from textkit.quotes import TRANSCRIPT, Quote
from textkit.speakers.people import People
from textkit.speakers.reading import NAME, Mention, Reading
from textkit.speakers.words import kinds, pattern

FAR = 60  # words: nobody looks further
_MOST_HERE = 8  # mentions on either side of the quote
_LABEL_WORDS = 14
_MOST_BEFORE = 3  # mentions in the sentence before

_VERBS, _VERB, _TO, _POSSESSIVE, _WHO = map(kinds, ("verb|participle", "verb", "to", "possessive", "who"))
_NO_SUBJECT_AFTER = kinds("preposition|to|verb|participle|open")
_PASSIVE = pattern("<be> <aux>* $")
_SAID_X = pattern(
    "<verb> <aux>? (<determiner|number|word|name|title|person|possessive>* <name|person>)<comma|colon|speech>"
)
_BEFORE_SAID = kinds("comma|speech")
_UNCERTAIN = frozenset({"would", "could", "should", "might", "may", "must", "can", "will", "not"})
_PLAIN = frozenset({"said", "says", "say", "told", "tells", "wrote", "writes", "added", "adds", "asked"})
_SIGNATURE = pattern(f"<break>? <dash> ({NAME}) (?= <break|comma|stop|open|speech> | $ )")


class Scene(NamedTuple):
    """A quote and the sentence around it, in words."""

    reading: Reading
    people: People
    quote: Quote
    words: int  # how many the quote has
    at: int  # the word that is the quote
    first: int  # the first word of its sentence, and the one after its last
    last: int
    woven: bool  # only some words of a sentence are quoted: they may be nobody's
    verb: int | None  # the verb of saying before the quote, the nearest
    other_verb: int | None  # another one, "said" if there is one
    passive: int | None  # a nearer one in the passive: was called
    sayer: Mention | None  # the subject of that verb, where its place tells: “said Lee,” “Lee as saying”
    subjects: tuple[Mention, ...]  # the mentions before the quote that may be a subject


@dataclass(slots=True, eq=False)
class Candidate:
    """Somebody who may have said a quote, with the evidence for and against it.

    Attributes:
        place: "here" (in the sentence of the quote), "sentence before", "quote before" or "quote
            after" (the same speaker as that quote's), "signature", "label" or "nobody".
        mention: the source as printed, if the text around the quote has it.
        copied: the number of the quote whose speaker it is.
        cue: the first and the last word of what reports the quote.
        evidence: the names of the facts.
        score: the sum of their weights.
        probability: that this candidate's speaker is right.
    """

    place: str
    mention: Mention | None = None
    copied: int | None = None
    cue: tuple[int, int] | None = None
    evidence: list[str] = field(default_factory=list)
    score: float = 0.0
    probability: float = 0.0


def scene_of(reading: Reading, people: People, quote: Quote) -> Scene:
    """Return what is around a quote."""
    at = reading.place(quote)
    first, last = reading.sentence(at)
    first, last = max(first, at - FAR), min(last, at + FAR)
    verb, other_verb, passive = _verbs_before(reading, first, at)
    sayer = _sayer(reading, first, at, verb) if verb is not None else None
    subjects = tuple(_subjects(reading, first, at))
    woven, words = reading.english and quote.closed and quote.kind != "full", len(quote.text.split())
    return Scene(
        reading, people, quote, words, at, first, last, woven, verb, other_verb, passive, sayer, subjects
    )


def _verbs_before(reading: Reading, first: int, at: int) -> tuple[int | None, int | None, int | None]:
    """Return the verb of saying before a quote, another one, and one in the passive (was called)."""
    letters = reading.kinds
    certain: list[int] = []
    uncertain: list[int] = []
    passive = None
    for verb in range(at - 1, first - 1, -1):
        if letters[verb] not in _VERBS:
            continue
        if letters[verb] == _VERB and _PASSIVE.search(letters, max(first, verb - 4), verb):
            passive = passive or (None if certain else verb)
        elif letters[verb - 1] == _TO or reading.word(verb - 1) in _UNCERTAIN:
            uncertain.append(verb)
        else:
            certain.append(verb)
    nearest, *others = [*certain, *uncertain, None]
    plain = (verb for verb in others if verb is not None and reading.word(verb) in _PLAIN)
    return nearest, next(plain, next(iter(others), None)), passive


def _sayer(reading: Reading, first: int, at: int, verb: int) -> Mention | None:
    """Return the subject of a verb where its place tells: said Lee, quoted Lee as saying."""
    if verb - 2 >= first and reading.word(verb - 1) == "as":
        return reading.mention_with(verb - 2)
    if verb > first and reading.kinds[verb - 1] not in _BEFORE_SAID:
        return None
    found = _SAID_X.match(reading.kinds, verb, at + 1)
    leads = verb == first or (found and found.end() <= at)  # said Lee, ...; not: called Lee “...”
    return reading.mention_with(found.end(1) - 1) if found and leads else None


def _subjects(reading: Reading, first: int, last: int) -> Iterator[Mention]:
    """Yield the mentions that may be a subject: not after a preposition or verb, no possessor."""
    letters = reading.kinds
    for mention in reading.mentions_in(first, last):
        governed = mention.first > first and letters[mention.first - 1] in _NO_SUBJECT_AFTER
        owner = letters[mention.last : mention.last + 1] == _POSSESSIVE
        if not governed and not owner and letters[mention.first] != _WHO:
            yield mention


def around(scene: Scene) -> Iterator[Candidate]:
    """Yield the candidates that do not depend on what other quotes were given to."""
    reading = scene.reading
    yield Candidate("nobody")
    if not reading.english:
        return
    before = reading.mentions_in(scene.first, scene.at)
    if scene.sayer:
        before = [scene.sayer]
    for mention in before[:1] + before[1:][1 - _MOST_HERE :]:  # the first is often the subject, however far
        yield Candidate("here", mention)
    for mention in reading.mentions_in(scene.at + 1, scene.last)[:_MOST_HERE]:
        if reading.kinds[mention.first] != _WHO:  # “...,” said a man who knows
            yield Candidate("here", mention)
    if scene.first > reading.paragraph(scene.at):
        first, last = reading.sentence(scene.first - 1)
        for mention in reading.mentions_in(max(first, last - FAR), last)[:_MOST_BEFORE]:
            yield Candidate("sentence before", mention)


_LABEL = pattern(f"({NAME}) (?: <open> <^close>{{1,9}} <close> )? <colon> <break>? <speech>")
_LABEL_AFTER_DASH = pattern(f"<dash> {NAME} <colon> $")


def label(scene: Scene) -> Candidate | None:
    """Return the name of `Lee: “...”`, also at the end of a digest line: `Rain again - Lee: “...”`."""
    letters, found = scene.reading.kinds, None
    if scene.at - scene.first <= _LABEL_WORDS:
        found = _LABEL.fullmatch(letters, scene.first, scene.at + 1)
    place = scene.first if found else None
    if dashed := _LABEL_AFTER_DASH.search(letters, max(scene.first, scene.at - _LABEL_WORDS), scene.at):
        place = dashed.start() + 1
    mention = scene.reading.mention_with(place) if place is not None else None
    return Candidate("label", mention) if mention and mention.kind == "name" else None


def signature(scene: Scene) -> Candidate | None:
    """Return the name after the dash of `“...” - Ann Lee`: it is certain."""
    found = _SIGNATURE.match(scene.reading.kinds, scene.at + 1)
    mention = scene.reading.mention_with(found.start(1)) if found else None
    return Candidate("signature", mention) if mention else None


def turn(scene: Scene, quote: Quote) -> Candidate | None:
    """Return whose turn it is in a transcript."""
    if quote.rule != TRANSCRIPT or not quote.mention:
        return None
    reading, first = scene.reading, scene.reading.place(quote.mention)
    label = Mention(first, first + 1, "label")
    if quote.mention.text in ("Q", "A"):
        return Candidate(TRANSCRIPT, label)
    named = reading.mentions_in(first, bisect_left(reading.starts, quote.mention.end))  # MAYOR LEE: Lee
    return Candidate(TRANSCRIPT, named[-1] if named else label._replace(kind="name"))
