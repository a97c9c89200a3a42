"""A text as kinds of words, with its sentences, its paragraphs and what may be a source."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from textkit.lexicon import GIVEN, listed
from textkit.quotes import SPEECH, TRANSCRIPT, Quote, Span, flatten
from textkit.speakers.words import kinds, pattern, read_words
from textkit.tokens import STOPWORDS

ORGANIZATION = frozenset(listed("organization_words"))
SPEECH_NOUNS = frozenset(listed("speech_nouns"))

NAME = "<title>* <name> (?: <name|title|particle>* <name>)?"
_MENTION = pattern(
    rf"""
    (?P<noun> (?: <determiner|number> <preposition> (?=<determiner|number>) )?
              (?: <determiner|number> | <name>+ <possessive> )
              <word|name|other|number|title|person|participle|possessive>{{0,6}}
              <person> (?! <person|name> | <word> <verb> )
            | (?: (?<! <word|name|title|person|pronoun|who|possessive> ) <word> )?
              <name|number|title|person>{{0,2}} <person> (?! <person|name> )
            | <determiner> <title>+ (?! <name> ) )
  | (?P<pronoun> <pronoun|who> )
  | (?P<name> {NAME} )
  | (?P<thing> (?: (?<! <preposition|to|verb|participle|word|name|possessive|determiner|number> )
                 | (?<= <according><to> ) | (?<= <comma|speech><verb> ) )
               (?: <determiner|number> <preposition> (?=<determiner|number>) )?
               <determiner|number> <name|number|possessive|other|word|person>{{0,5}} <word>
             | <determiner> (?= <aux>* <verb> ) )
    """
)
_TAIL = pattern("(?: <preposition> <determiner|word|name|title|person|number|other|possessive>+ )+")
_POSSESSED = pattern("<possessive> <word>{1,3}")
_ACCORDING_TO = kinds("according") + kinds("to")
_PREDICATE = tuple(kinds("verb|aux|be"))
_LONG = 13  # words: no noun phrase is longer

_SPEECHES = kinds("speech|other")
_BEFORE_NOUN = pattern("<determiner> (?=<word|verb>)")
_POSSESSIVE, _DETERMINER = kinds("possessive"), kinds("determiner")
OWNERS = {"his": "m", "her": "f", "their": "", "my": "", "our": "", "its": ""}
"""Possessive pronouns, each with the gender that it tells."""
_COLON, _STOP, _NAME, _WORD = map(kinds, ("colon", "stop", "name", "word"))
_SENTENCE_END = pattern("<stop|break|speech|other>")
_OF = pattern("(?<=<name>) <preposition> (?=<name>)")
_ALL_NAMES = pattern("<name>")
_DATELINE = pattern(  # SEOUL, South Korea (AP) —
    "(?: ^ | (?<=<break>) ) (<name>+ (?: <comma> <name>+ )?) (?: <open> <^close|break>{1,5} <close> )? <dash>"
)
_SMALL_KINDS = kinds("determiner|pronoun|who|be|aux|preposition|to|and|that|verb")
_WORD_KINDS = kinds("name|word|person")
_FEW_WORDS, _SMALL_SHARE = 25, 0.12
_OPENING = pattern("<name> (?=<word|preposition|to|determiner|that|number|participle>)")
_AFTER_LAST_SENTENCE = kinds("break|speech|other")
_WHO_SAID = pattern("(?: <title|name>+ | <pronoun> ) <aux>* <verb>")
_WHO_SAID_IT_ALL = pattern(r"(?: <title|name>+ | <pronoun> ) <aux>* <verb> (?: <stop|break> | $ )")
_SUBJECT_VERB = tuple(kinds("pronoun|verb"))


class Mention(NamedTuple):
    """A stretch that may be a source, by its first word and the one after its last."""

    first: int
    last: int
    kind: str  # "name", "pronoun", "noun", "thing" or "label" (Q or A in an interview)


class Reading:
    """A text as kinds of words."""

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self.text = text
        self.parts, self.kinds = read_words(_mask(flatten(text), quotes))
        self.starts = list(accumulate(map(len, self.parts), initial=0))
        self._join_names()
        self.paragraphs = [0, *(m.end() for m in pattern("<break>").finditer(self.kinds))]
        self.sentences = [0, *self._sentence_ends()]
        self._lower_openings()
        self.english = self._is_english()
        self.mentions = sorted([*self._mentions(), *self._owners()])
        self._firsts = [mention.first for mention in self.mentions]

    def word(self, at: int) -> str:
        """Return a word as printed."""
        return self.parts[at].rstrip()

    def place(self, quote: Quote | Span) -> int:
        """Return which word a quote is, or the first of a stretch."""
        return bisect_right(self.starts, quote.start) - 1

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of the text from word `first` up to, without, word `last`."""
        start, end = self.starts[first], self.starts[last - 1] + len(self.word(last - 1))
        return Span(start, end, self.text[start:end])

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the first word of the sentence of a word, and the one after its last."""
        number = bisect_right(self.sentences, at)
        last = self.sentences[number] if number < len(self.sentences) else len(self.kinds)
        return self.sentences[number - 1], last

    def paragraph(self, at: int) -> int:
        """Return the first word of the paragraph of a word."""
        return self.paragraphs[bisect_right(self.paragraphs, at) - 1]

    def mentions_in(self, first: int, last: int) -> list[Mention]:
        """Return the mentions that begin in a stretch of words."""
        return self.mentions[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def mention_number(self, at: int) -> int:
        """Return the number of the first mention that begins at a word or after it."""
        return bisect_left(self._firsts, at)

    def mention_with(self, at: int) -> Mention | None:
        """Return the mention that holds a word."""
        number = bisect_right(self._firsts, at) - 1
        return self.mentions[number] if number >= 0 and at < self.mentions[number].last else None

    def with_tail(self, mention: Mention) -> Mention:
        """Return a description together with "for X" or "of Y" after it."""
        tail = _TAIL.match(self.kinds, mention.last, mention.last + _LONG)
        return mention._replace(last=tail.end()) if tail and mention.kind in ("noun", "thing") else mention

    def _mentions(self) -> Iterator[Mention]:
        for found in _MENTION.finditer(self.kinds):
            mention = Mention(found.start(), found.end(), str(found.lastgroup))
            if mention.kind != "thing":
                yield mention
            elif thing := self._without_verb(mention):
                yield thing
            if mention.kind == "name" and (owned := _POSSESSED.match(self.kinds, mention.last)):
                thing = None if self.owns_words(mention) else Mention(mention.first, owned.end(), "thing")
                if thing and (thing := self._without_verb(thing)):
                    yield thing

    def _owners(self) -> Iterator[Mention]:
        """Yield the "his" of "his plea"."""
        for found in _BEFORE_NOUN.finditer(self.kinds):
            owner = Mention(found.start(), found.end(), "pronoun")
            if self.word(owner.first).lower() in OWNERS and self.owns_words(owner):
                yield owner

    def owns_words(self, mention: Mention) -> bool:
        """Tell whether a mention owns what was said: Lee's blunt answer, his plea."""
        first = mention.last + (self.kinds[mention.last : mention.last + 1] == _POSSESSIVE)
        if first == mention.last and self.kinds[mention.first] != _DETERMINER:
            return False
        return any(self.word(at) in SPEECH_NOUNS for at in range(first, min(first + 2, len(self.kinds))))

    def _without_verb(self, thing: Mention) -> Mention | None:
        """Return "the leaflet" of "the leaflet promises": no list knows all verbs."""
        last = thing.last - 1
        said = self.kinds[thing.last : thing.last + 1] in _PREDICATE
        if said or self.kinds[thing.first - 2 : thing.first] == _ACCORDING_TO:
            return thing
        if last == thing.first or not self.word(last).endswith(("s", "ed")):
            return thing
        if self.kinds[last - 1] == _NAME:  # a tired Lee shrugged
            name = thing.first + len(self.kinds[thing.first : last].rstrip(_NAME))
            return None if self.kinds[name - 1] == _POSSESSIVE else Mention(name, last, "name")
        return Mention(thing.first, last, "thing") if last - thing.first > 1 else None

    def _join_names(self) -> None:
        """Join names with "of" in them: the University of Leeds, the House of Commons."""
        letters = list(self.kinds)
        for found in _OF.finditer(self.kinds):
            at = found.start()
            if self.word(at) == "of" and self.word(at - 1).lower() in ORGANIZATION:
                letters[at] = kinds("particle")
        self.kinds = "".join(letters)

    def _sentence_ends(self) -> Iterator[int]:
        """Yield where sentences end: after a full stop, a line break, a quote that ends one."""
        for found in _SENTENCE_END.finditer(self.kinds):
            at, kind = found.start(), found.group()
            if kind in _SPEECHES:
                ends = self._quote_ends_sentence(at)
            elif kind == _STOP:
                after = self.parts[at + 1][0] if at + 1 < len(self.parts) else "\n"
                ends = not (after.islower() or after in ",;:)")
            else:  # after "Lee said:" the quote is a paragraph of its own
                ends = self.kinds[at - 1 : at] != _COLON
            if ends:
                yield at + 1

    def _quote_ends_sentence(self, at: int) -> bool:
        end = self.starts[at + 1]
        inside = self.text[max(self.starts[at], end - 9) : end].rstrip(" \t\xa0\"”»'’“")
        if inside[-1:] not in (".", "!", "?", "…"):
            return False
        if at + 1 >= len(self.kinds) or self.kinds[at + 1] in _AFTER_LAST_SENTENCE:
            return True
        asks = inside[-1] != "."  # “Really?” Lee said.
        if (_WHO_SAID if asks else _WHO_SAID_IT_ALL).match(self.kinds, at + 1, at + 8):
            return False
        after = self.parts[at + 1][0]
        turns = self.kinds[at + 2 : at + 3] not in _SUBJECT_VERB
        return after.isupper() or (after in "([—–-" and turns)

    def _lower_openings(self) -> None:
        """Take nothing for a name that has its capital from its place: as an opening or in a dateline.

        It is no name if it never has a capital within a sentence and is a participle (Reached by
        phone, ...), or small elsewhere, or stands before what is said (Partial transcript: ...).
        """
        letters = list(self.kinds)
        openings = [at for at in self.sentences if self.kinds[at : at + 1] == _NAME]
        printed = set(self.parts)
        doubtful = [at for at in openings if self._is_doubtful(at, printed)]
        if doubtful:
            places = {m.start() for m in _ALL_NAMES.finditer(self.kinds)}.difference(openings)
            names = GIVEN.keys() | set(map(self.word, places))
            for at in doubtful:
                letters[at] = letters[at] if self.word(at) in names else _WORD
        for dateline in _DATELINE.finditer(self.kinds):
            if self.word(dateline.start(1)).isupper():
                letters[dateline.start(1) : dateline.end(1)] = _WORD * (dateline.end(1) - dateline.start(1))
        self.kinds = "".join(letters)

    def _is_doubtful(self, at: int, printed: set[str]) -> bool:
        """Tell whether an opening looks like no name; `printed` are the text's words with their spaces."""
        word, small = self.word(at), self.word(at).lower()
        if small in STOPWORDS or small in printed or small + " " in printed:
            return True
        participle = word.endswith(("ed", "ing")) and _OPENING.match(self.kinds, at)
        return bool(participle) or "".join(self.parts[at + 1 : at + 2]).rstrip() in SPEECH_NOUNS

    def _is_english(self) -> bool:
        """Tell whether the small words are English: in another language our patterns would only guess."""
        small, words = (sum(map(self.kinds.count, group)) for group in (_SMALL_KINDS, _WORD_KINDS))
        return words < _FEW_WORDS or small > _SMALL_SHARE * (small + words)


_CLOSING = re.compile(r"\s?(?:''|.)")


def _mask(text: str, quotes: Iterable[Quote]) -> str:
    """Return the text with every quote blanked out, marks included, at the same length."""
    out, at = [], 0
    for quote in quotes:
        start, end = _with_marks(text, quote)
        start, end = max(start, at), min(end, len(text))
        out += [text[at:start], ("\0" if quote.kind in SPEECH else "\1") * (end - start)]
        at = end
    return "".join([*out, text[at:]])


def _with_marks(text: str, quote: Quote) -> tuple[int, int]:
    """Return where a quote begins and ends together with its marks, if it has any."""
    start, end = quote.start, quote.end
    if quote.rule != TRANSCRIPT:
        start -= 2 if text[start - 2 : start] in ("''", "``") else 1
    if quote.rule == TRANSCRIPT or not quote.closed:
        return start, end
    mark = _CLOSING.match(text, end)
    return start, mark.end() if mark else end
