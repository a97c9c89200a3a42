"""An article as letters, with its sentences, its noun phrases and what may be a source."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from textkit.quotes import SPEECH, Quote, Span, flatten
from textkit.speakers.letters import read_letters
from textkit.tokens import word_list

ORGANIZATION = frozenset(word for line in word_list("organization_words") for word in line.split())
GIVEN = {name: "f" for line in word_list("given_names_female") for name in line.split()}
GIVEN |= {name: "m" for line in word_list("given_names_male") for name in line.split()}

NAME = r"T*C(?:[CTx]*C)?"
_MENTION = re.compile(
    rf"(?P<noun>(?:[dn]|C+')[wCXnThg']{{0,6}}h(?![hC'])|[wCXnThg]{{0,2}}h(?![hwC'])|dT+(?!C))"
    rf"|(?P<pronoun>[pr])|(?P<name>{NAME})"
)
# "the White House press secretary", "conservative activist Ann Lee", "one of the aides"
_PHRASE = re.compile(r"(?:[dn]o)?(?:[dnwCTXhxg']|(?<=[whC])k(?=[wh]*[hC]))+")
_TAIL = re.compile(r"(?:o[dwCTnhX']+)+")  # "for the ministry"
_LONG = 13  # words: no noun phrase is longer


class Mention(NamedTuple):
    """A stretch that may be a source, by its first word and the one after its last."""

    first: int
    last: int
    kind: str  # "name", "pronoun" or "noun"
    head: int  # the noun of a description: "spokesman" in "a spokesman for the ministry"


class Reading:
    """An article as letters."""

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self.text = text
        self.parts, self.letters = read_letters(_mask(flatten(text), quotes))
        self.starts = list(accumulate(map(len, self.parts), initial=0))
        self._join_names()
        self.paragraphs = [0, *(m.end() for m in re.finditer("\n", self.letters))]
        self.sentences = self._sentences()
        self._lower_openings()
        self.mentions = [
            Mention(m.start(), m.end(), str(m.lastgroup), m.end() - 1)
            for m in _MENTION.finditer(self.letters)
        ]
        self.first = [m.first for m in self.mentions]

    def word(self, i: int) -> str:
        """Return word `i` as printed."""
        return self.parts[i].rstrip()

    def at(self, quote: Quote) -> int:
        """Return which word a quote is."""
        return bisect_right(self.starts, quote.start) - 1

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of the text from word `first` up to, without, word `last`."""
        start, end = self.starts[first], self.starts[last - 1] + len(self.word(last - 1))
        return Span(start, end, self.text[start:end])

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the first word of the sentence of word `i`, and the one after its last."""
        n = bisect_right(self.sentences, i)
        last = self.sentences[n] if n < len(self.sentences) else len(self.letters)
        return self.sentences[n - 1], last

    def paragraph(self, i: int) -> int:
        """Return the first word of the paragraph of word `i`."""
        return self.paragraphs[bisect_right(self.paragraphs, i) - 1]

    def mentions_in(self, lo: int, hi: int) -> list[Mention]:
        """Return the mentions that begin in a stretch of words."""
        return self.mentions[bisect_left(self.first, lo) : bisect_left(self.first, hi)]

    def mention_from(self, i: int) -> Mention | None:
        """Return the mention that begins at word `i`."""
        return next(iter(self.mentions_in(i, i + 1)), None)

    def mention_with(self, i: int) -> Mention | None:
        """Return the mention that holds word `i`."""
        n = bisect_right(self.first, i) - 1
        return self.mentions[n] if n >= 0 and i < self.mentions[n].last else None

    def phrase_from(self, i: int, stop: int) -> Mention | None:
        """Return what the noun phrase that begins at word `i` is about."""
        if self.letters[i : i + 1] in ("p", "r"):
            return self.mention_from(i)
        m = _PHRASE.match(self.letters, i, min(stop, i + _LONG))
        return self._head(i, m.end(), stop) if m else None

    def phrase_to(self, i: int, lo: int, stop: int) -> Mention | None:
        """Return what the noun phrase that ends with word `i` is about."""
        if self.letters[i] in "pr":
            return self.mention_from(i)
        first = i + 1
        while first > max(lo, i - _LONG) and _PHRASE.fullmatch(self.letters, first - 1, i + 1):
            first -= 1
            if self.letters[first] == "d" and self.letters[first - 1 : first] not in ("d", "'"):
                if first > lo + 1 and _PHRASE.fullmatch(self.letters, first - 2, i + 1):
                    first -= 2  # one of the ...
                break
        return self._head(first, i + 1, stop) if first <= i else None

    def _head(self, first: int, last: int, stop: int) -> Mention | None:
        """Return what the noun phrase of these words is about: its last name or noun."""
        letters = self.letters[first:last].rstrip("'dg")
        if not letters:
            return None
        if letters[1:2] == "o":  # one of the aides
            return Mention(first, first + len(letters), "noun", first)
        cut = max(letters.rfind("C"), letters.rfind("h"), letters.rfind("T")) + 1
        determined = letters[0] == "d" or "'" in letters or (letters[0] == "n" and not cut)
        if determined and "h" not in letters and letters[-1] == "w":
            cut = len(letters)  # the state authority
        if cut == 0 and not determined:
            return None
        cut = cut or len(letters)
        name = self.mention_with(first + cut - 1)
        if letters[cut - 1] == "C" and name and name.kind == "name":
            return name
        return self.with_tail(Mention(first, first + cut, "noun", first + cut - 1), stop)

    def with_tail(self, m: Mention, stop: int) -> Mention:
        """Return a description together with "for X" or "of Y" after it."""
        if m.kind == "noun":
            tail = _TAIL.match(self.letters, m.last, max(m.last, min(stop, m.last + _LONG)))
            if tail:
                return m._replace(last=tail.end())
        return m

    def _join_names(self) -> None:
        """Join names with "of" in them: the University of Leeds, the House of Commons."""
        letters = list(self.letters)
        for m in re.finditer("(?<=C)o(?=C)", self.letters):
            i = m.start()
            if self.word(i) == "of" and self.word(i - 1).lower() in ORGANIZATION:
                letters[i] = "x"
        self.letters = "".join(letters)

    def _sentences(self) -> list[int]:
        """Return where sentences begin: after a full stop, a line break, a quote that ends one."""
        begin = [0]
        for m in re.finditer(r"[.\nQX]", self.letters):
            i = m.start()
            if m.group() in "QX":
                ends = self._quote_ends_sentence(i)
            elif m.group() == ".":
                after = self.parts[i + 1][0] if i + 1 < len(self.parts) else "\n"
                ends = not (after.islower() or after in ",;:)")
            else:  # after "Lee said:" the quote is a paragraph of its own
                ends = self.letters[i - 1 : i] != ":"
            if ends:
                begin.append(i + 1)
        return begin

    def _quote_ends_sentence(self, i: int) -> bool:
        end = self.starts[i + 1]
        inside = self.text[max(self.starts[i], end - 9) : end].rstrip(" \t\xa0\"”»'’“")
        if inside[-1:] not in (".", "!", "?", "…"):
            return False
        rest = self.letters[i + 1 : i + 8]
        if not rest or rest[0] in "\nQX":
            return True
        if re.match(r"(?:[TC]+|p)a*v" + ("(?:[.\n]|$)" if inside[-1] == "." else ""), rest):
            return False  # "Really?" Lee said.
        after = self.parts[i + 1][0]
        return after.isupper() or (after in "([—–-" and rest[1:2] not in ("p", "v"))

    def _lower_openings(self) -> None:
        """Take no participle that opens a sentence for a name: Reached by phone, ..."""
        letters = [*self.letters, "\n"]
        for i in self.sentences:
            leads = letters[i : i + 1] == ["C"] and letters[i + 1] in "wotdsng"
            if leads and self.word(i).endswith(("ed", "ing")):
                letters[i] = "w"
        self.letters = "".join(letters[:-1])


_CLOSING = re.compile(r"\s?(?:''|.)")


def _mask(text: str, quotes: Iterable[Quote]) -> str:
    """Return the text with every quote blanked out, marks included, at the same length."""
    out, at = [], 0
    for q in quotes:
        start, end = q.start - 1, q.end
        if text[start - 1 : start + 1] in ("''", "``"):
            start -= 1
        if q.closed and (mark := _CLOSING.match(text, end)):
            end = mark.end()
        start, end = max(start, at), min(end, len(text))
        out += [text[at:start], ("\0" if q.kind in SPEECH else "\1") * (end - start)]
        at = end
    return "".join([*out, text[at:]])
