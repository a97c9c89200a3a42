"""The evidence for and against a candidate: small facts that a reader can see in the text.

A table has a pattern for every name of a fact; the first that fits a stretch of words tells the
fact. What a fact weighs is learned from annotated news (words/evidence.csv, which has an example
for each; bench/train_evidence.py learns them); a fact without a weight there does not count.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from textkit.quotes import FEW_WORDS, in_capitals
from textkit.speakers.candidates import FAR, Candidate, Scene
from textkit.speakers.reading import OWNERS, Mention
from textkit.speakers.words import KINDS, kinds, pattern

_PHRASE = "<determiner|word|name|title|person|number|other|possessive|participle>"
_TAIL = f"(?: <word>? (?: <preposition> {_PHRASE}+ )+ )"  # for the union, familiar with the plan
_BRACKET = "(?: <open> <^speech|close>{1,20} <close> )?"
_ANY = f"<{'|'.join(KINDS)}>*"


class Table:
    """Facts by pattern."""

    def __init__(self, facts: dict[str, str]) -> None:
        self._names = list(facts)
        self._pattern = pattern("|".join(f"({source})" for source in facts.values()))
        self.fact = lru_cache(maxsize=10_000)(self._fact)

    def _fact(self, words: str) -> str:
        """Return the fact that a whole stretch of words tells."""
        found = self._pattern.fullmatch(words)
        return self._names[(found.lastindex or 1) - 1] if found else ""

    def begins(self, words: str, first: int, last: int) -> tuple[str, int] | None:
        """Return the fact that a stretch of words tells with its beginning, and where that ends."""
        found = self._pattern.match(words, first, last)
        return (self._names[(found.lastindex or 1) - 1], found.end()) if found else None


# Between a mention and the verb of saying after it, both before the quote.
_ROLE = f"{_BRACKET} {_TAIL}? <comma|dash> <^speech>{{1,40}} <comma|dash> <aux|be>*"
_CLAUSE = "<^verb|that>* <to> | <^speech>* <and> <aux|be>* | <^speech>* <that> <^speech>*"
TO_VERB = Table(
    {
        "right before said": "<aux|be|possessive>* <that>?",
        "of or for, then said": f"{_BRACKET} {_TAIL} {_BRACKET} <aux|be>*",
        "its role, then said": _ROLE,
        "a clause, then said": f"{_CLAUSE} | {_BRACKET} <comma>? <who> <^speech>{{1,40}}",
        "other words, then said": "<^speech>* <comma> <aux|be>* | <^comma|speech>*",
        "far before said": _ANY,
    }
)
# The same for a participle (saying, calling) and for a verb of saying further from the quote.
TO_SAYING = Table(
    {
        "right before saying": f"<aux|be|possessive>* <that>? | {_BRACKET} {_TAIL} {_BRACKET} <aux|be>*",
        "a clause, then saying": f"{_ROLE} | {_BRACKET} <comma>? <who> <^speech>{{1,40}} | {_CLAUSE}",
        "a comma, then saying": "<^speech>* <comma> <aux|be>*",
        "other words, then saying": "<^comma|speech>*",
        "far before saying": _ANY,
    }
)
TO_OTHER_VERB = Table(
    {
        "right before an earlier said": "<aux|be|possessive>* <that>?",
        "of or for, then an earlier said": f"{_BRACKET} {_TAIL} {_BRACKET} <aux|be>*",
        "its role, then an earlier said": _ROLE,
    }
)
# Between the verb of saying and a mention after it, both before the quote.
FROM_VERB = Table(
    {
        "right after its verb": f"<aux>? {_PHRASE}*",
        "after said that": "<that> <^verb|participle>*",
        "after said to, in or of": f"<^comma>* <preposition|to> {_PHRASE}*",
    }
)
_AT_ONCE = "right after the quote"
# Between the quote and a mention after it.
FROM_QUOTE = Table(
    {
        _AT_ONCE: f"<comma|dash|possessive|aux>{{0,3}} {_PHRASE}*",
        "right after said": f"<comma|dash>? <aux>* <verb> <aux>? {_PHRASE}*",
        "after as": f"<comma>? <that> {_PHRASE}*",
        "after according to or by": f"<comma>? <according> <to> {_PHRASE}*",
        "said, further on": f"<^stop>* <comma> <aux>* <verb> <aux>? {_PHRASE}*",
        "after the quote and a comma": f"<^stop>* <comma> {_PHRASE}*",
        "further on after the quote": _ANY,
    }
)
# Between a mention after the quote and the verb of saying after it, with that verb.
THEN_VERB = Table(
    {
        "then says": "<aux>* <verb|participle>",
        "then of or for, then says": f"{_TAIL}? {_BRACKET} <aux|be|possessive|and|that>* <verb|participle>",
        "then a role, then says": f"{_TAIL}? {_BRACKET} (?: <comma> <^speech>{{1,40}}? <comma>"
        " | <dash> <^speech>{1,30}? <dash> ) <aux|be|and|that>* <verb|participle>",
        "then who, then says": f"{_BRACKET} <comma>? <who> <^speech>{{1,25}}? <verb|participle>",
        "then another verb": "<aux>* <word>",
    }
)


def _by_letter(facts: dict[str, str]) -> dict[str, str]:
    return {letter: fact for names, fact in facts.items() for letter in kinds(names)}


LEFT = _by_letter(
    {
        "determiner|number|possessive|person|name|title": "its own phrase before it",
        "and": "and before it",
        "comma|semicolon|dash|colon": "a comma before it",
        "aux|be|pronoun": "an adverb before it",
    }
)
RIGHT = _by_letter(
    {
        "verb": "right before a verb of saying",
        "person|name|title|number": "its own phrase after it",
        "possessive": "'s after it",
        "and": "and after it",
        "comma|semicolon|dash": "a comma after it",
        "speech": "the quote right after it",
    }
)
_PRONOUNS = {"he": "he or she", "she": "he or she", "it": "it or they", "they": "it or they"}
_PRONOUNS |= dict.fromkeys(OWNERS, "his or her")
_PRONOUNS |= {"who": "who or which", "which": "who or which"}
WHAT = frozenset({*_PRONOUNS.values(), "a person's name", "another name", "a description"})
"""The facts that tell what a candidate is, not how it stands to the quote."""

_VERB, _COLON, _WHO, _END, _POSSESSIVE = map(kinds, ("verb", "colon", "who", "break", "possessive"))
_ACCORDING = pattern(f"(<according> <to>) {_PHRASE}* $")
_SAID = pattern(f"(<verb>) <aux>? {_PHRASE}* $")
_LONGER_NAME = pattern("<word|person|number|possessive|participle|name>{1,4} <title>* <name>")
_IN_TAIL = pattern(f"<word>? <preposition>{{1,2}} {_PHRASE}*")
_IN_ROLE = pattern(
    f"{_BRACKET} (?:<comma> <number>)? <comma> <^verb|participle|be|who|that|pronoun|speech|stop|break>*"
)
_REPORTS = pattern("<verb|participle|according>")
_GOES_ON = tuple(kinds("preposition|to|and|that|who"))
_ROLE_MENTIONS = 4  # a name and its role have no more mentions between them
_FAR_FROM_QUOTE = 3  # mentions from the quote


def gather(scene: Scene, candidate: Candidate) -> Iterator[str]:
    """Return the facts about a candidate that is in the text around the quote, and note its cue."""
    return _FACTS[candidate.place](scene, candidate)


def _nobody(scene: Scene, _: Candidate) -> Iterator[str]:
    if scene.verb is None and scene.passive is None:
        yield "nobody says, so nobody is named"
    if scene.first == scene.at:
        yield "the quote opens its sentence"
    if scene.woven:
        yield from _no_speech(scene)


def _no_speech(scene: Scene) -> Iterator[str]:
    """Yield what tells that words woven into a sentence are no speech: a name, a scare quote."""
    letters = scene.reading.kinds
    if scene.quote.kind == "scare":
        yield "few words, and nothing reports them"
    if scene.words <= FEW_WORDS:
        yield "a single word" if scene.words == 1 else "two or three words"
    if in_capitals(scene.quote.text.split()):
        yield "capitals throughout"
    if letters[scene.at + 1 : scene.at + 2] in _GOES_ON:
        yield "the sentence goes on after it"
    if not _REPORTS.search(letters, scene.first, scene.last):
        yield "the sentence reports nothing"


def _sentence_before(scene: Scene, candidate: Candidate) -> Iterator[str]:
    assert candidate.mention is not None
    reading, mention = scene.reading, candidate.mention
    first = max(reading.sentence(scene.first - 1)[0], scene.first - FAR)
    number = reading.mention_number(mention.first) - reading.mention_number(first)
    yield "in the sentence before"
    if number:
        yield "in the sentence before, but not first"


def _here(scene: Scene, candidate: Candidate) -> Iterator[str]:
    assert candidate.mention is not None
    mention, letters = candidate.mention, scene.reading.kinds
    yield _what(scene, mention)
    yield LEFT.get(letters[mention.first - 1], "") if mention.first > scene.first else "opens its sentence"
    after = letters[mention.last : mention.last + 1] or _END
    owner = after == _POSSESSIVE or mention.kind == "pronoun"
    owns = owner and scene.reading.owns_words(mention)
    yield "owns what was said" if owns else RIGHT.get(after, "")
    yield from _belongs(scene, mention)
    if mention.first > scene.at:
        yield from _follows(scene, candidate)
        return
    yield from _order(scene, mention)
    yield from _to_verb(scene, candidate)
    yield from _to_other_verbs(scene, candidate)
    if letters[scene.at - 1] == _COLON:
        yield "a colon leads to the quote"
        if scene.subjects and scene.subjects[-1] == mention:
            yield "the last subject before a colon"
    if found := _ACCORDING.search(letters, max(scene.first, mention.first - 9), mention.first):
        candidate.cue = found.span(1)
        yield "after according to or by"


def _what(scene: Scene, mention: Mention) -> str:
    """Return what kind of mention it is, if its kind tells something."""
    if mention.kind == "pronoun":
        return _PRONOUNS.get(scene.reading.word(mention.first).lower(), "")
    if mention.kind == "name":
        person = scene.people.at.get(mention.first)
        return "a person's name" if person and person.human else "another name"
    return "a description" if mention.kind == "noun" else ""


def _belongs(scene: Scene, mention: Mention) -> Iterator[str]:
    """Yield whether a mention belongs to another one: as its tail or its role."""
    reading = scene.reading
    number = reading.mention_number(mention.first)
    before = [m for m in reading.mentions[max(0, number - _ROLE_MENTIONS) : number] if m.first >= scene.first]
    phrases = (m for m in before[-1:] if m.kind != "pronoun" and m.last <= mention.first)
    if any(_IN_TAIL.fullmatch(reading.kinds, phrase.last, mention.first) for phrase in phrases):
        yield "inside a longer phrase"
    if mention.kind in ("noun", "thing"):
        names = (m for m in before if m.kind == "name" and m.last <= mention.first)
        if any(_IN_ROLE.fullmatch(reading.kinds, name.last, mention.first) for name in names):
            yield "in apposition to a name"


def _order(scene: Scene, mention: Mention) -> Iterator[str]:
    """Yield where a mention stands among those before the quote."""
    number = scene.reading.mention_number
    nearer = number(scene.at) - number(mention.first)
    if nearer >= _FAR_FROM_QUOTE:
        yield "others stand nearer"
    if number(mention.first) - number(scene.first) == 1:
        yield "the second in its sentence"
    subjects = scene.subjects
    if scene.sayer:
        return
    if subjects and subjects[0] == mention:
        yield "the first subject"
        if scene.verb is None:
            yield "the first subject, but nobody says"
        elif scene.reading.kinds[scene.verb] != _VERB:
            yield "the first subject, before saying"
    if scene.verb is not None:
        near = [m for m in subjects if m.last <= scene.verb]
        if near and near[-1] == mention:
            yield "the subject nearest before said"


def _to_verb(scene: Scene, candidate: Candidate) -> Iterator[str]:
    """Yield how a mention stands to the nearest verb of saying before the quote."""
    assert candidate.mention is not None
    letters, mention, verb = scene.reading.kinds, candidate.mention, scene.verb
    if verb is None:
        yield "nobody says"
        return
    candidate.cue = (verb, verb + 1)
    saying = letters[verb] != _VERB
    if scene.sayer:
        yield "right after said"
        return
    if mention.last <= verb:
        yield (TO_SAYING if saying else TO_VERB).fact(letters[mention.last : verb])
    elif not saying:
        yield FROM_VERB.fact(letters[verb + 1 : mention.first])


def _to_other_verbs(scene: Scene, candidate: Candidate) -> Iterator[str]:
    """Yield how a mention stands to another verb of saying and to one in the passive."""
    assert candidate.mention is not None
    letters, mention = scene.reading.kinds, candidate.mention
    if scene.other_verb is not None and not scene.sayer and mention.last <= scene.other_verb:
        yield TO_OTHER_VERB.fact(letters[mention.last : scene.other_verb])
    if scene.passive is None:
        return
    if mention.first < scene.passive:
        yield "before was called"
    elif scene.reading.word(mention.first - 1) == "by":
        candidate.cue = (scene.passive, scene.passive + 1)
        yield "after according to or by"


def _follows(scene: Scene, candidate: Candidate) -> Iterator[str]:
    """Yield how a mention after the quote stands to it and to a verb of saying."""
    assert candidate.mention is not None
    letters, mention = scene.reading.kinds, candidate.mention
    lead = FROM_QUOTE.fact(letters[scene.at + 1 : mention.first])
    near = lead in (_AT_ONCE, "right after said")
    if near and mention.kind == "name" and _LONGER_NAME.match(letters, mention.last):
        return  # the Hill of “said Hill ally Ann Lee”
    yield lead
    for turned in (_SAID, _ACCORDING):
        if found := turned.search(letters, scene.at + 1, mention.first):
            candidate.cue = found.span(1)
            return
    then = THEN_VERB.begins(letters, mention.last, min(scene.last, mention.last + FAR))
    if then is None:
        yield f"{lead}, but does not say"
        return
    fact, end = then
    candidate.cue = (end - 1, end)
    yield fact


_FACTS: dict[str, Callable[[Scene, Candidate], Iterator[str]]] = {
    "here": _here,
    "sentence before": _sentence_before,
    "nobody": _nobody,
}


def like_before(scene: Scene, before: Scene) -> list[str]:
    """Return the evidence that a quote has the speaker of the quote before."""
    if before.at < scene.reading.paragraph(scene.at):
        earlier = ["spoke earlier, and this is a partial quote"] if scene.woven else []
        return ["spoke in an earlier paragraph", *earlier]
    if before.at >= scene.first:
        return ["spoke just before, in the same sentence"]
    full = [] if scene.woven else ["spoke just before, and this is a full quote"]
    return ["spoke just before, in the same paragraph", *full]


def like_after(scene: Scene, after: Scene) -> list[str]:
    """Return the evidence that a quote has the speaker of the quote after."""
    return [] if after.at < scene.last else ["speaks next, in the same paragraph"]
