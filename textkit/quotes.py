"""Quotation marks to quotes, and what kind each is."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from textkit.lexicon import FUNCTION_WORDS, SAYING, SURELY_SAYING, listed
from textkit.marks import Pair, has_marks, opens_single, pairs
from textkit.tokens import require_text
from textkit.transcripts import Turn, turns

SPEECH = ("full", "partial")
"""The kinds of quote that report somebody's words; the others are "title", "heading", "scare"."""

FEW_WORDS = 3
"""No more words than these, woven into a sentence, are speech only where something reports them."""

TRANSCRIPT = "transcript"
"""The rule of what a transcript says after a label, `LEE: We will go.`; it has no marks of its own."""


class Span(NamedTuple):
    """A stretch of a text: `text[start:end]`, with the characters themselves beside it.

    >>> start, end, words = Span(0, 2, "No")
    >>> words
    'No'
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One quoted stretch of a text, without its marks, and what is known about it.

    Attributes:
        start: where it begins, in characters from the start of the text.
        end: where it ends; `text[q.start:q.end] == q.text`.
        text: the words between the marks.
        kind: "full" (whole sentences), "partial" (words woven into the reporter's sentence),
            "title" (of a work), "heading" or "scare" (words held at arm's length).
        cue: the word that reports it ("said"), or None.
        mention: the source as printed ("he"), or None.
        speaker: the resolved name, or a description where no name is known, or None.
        rule: the name of the strongest evidence for the source, or None.
        closed: False where the closing mark is missing.
        confidence: the probability that the speaker, None included, is right, from 0 to 1; None
            before the quote is attributed.

    >>> quote = Quote(1, 4, "No.", "full")
    >>> quote.speaker is None, quote.closed
    (True, True)
    """

    start: int
    end: int
    text: str
    kind: str
    cue: Span | None = None
    mention: Span | None = None
    speaker: str | None = None
    rule: str | None = None
    closed: bool = True
    confidence: float | None = None


# --- paragraphs ------------------------------------------------------------------------------

_WRAP = re.compile(r"\n(?=\S)(?<!\n\n)(?<!\n \n)")  # a line break with words on both sides
_WRAPPED = re.compile(r"\n(?=[a-z])(?<=[a-z, ]\n)")
_PARAGRAPH = re.compile(r"[^\s][^\n\r\u2028\u2029]*")
_TAG = re.compile(r"<[a-zA-Z/][^<>\n]*>")


def flatten(text: str) -> str:
    """Return the text, at the same length, with every paragraph in a line and tags as spaces.

    Lines are joined where a fifth of them or more go on in lower case.
    """
    text = text.replace("\r\n", " \n")
    if 5 * len(_WRAPPED.findall(text)) > len(_WRAP.findall(text)):
        text = _WRAP.sub(" ", text)
    return _TAG.sub(lambda m: " " * len(m.group()), text) if "<" in text else text


# --- kinds -----------------------------------------------------------------------------------

_SAYING = SURELY_SAYING | {"according"}
_SPEECH_VERBS = frozenset({"said", "says", "say", "according", "told", "tells", "wrote", "added"})
_SENTENCE_END = re.compile(r"[.!?](?<!\b[A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{2}.)[”\"’']*\s")
_WORK = "|".join(listed("work_nouns"))
_WORK_BEFORE = re.compile(rf"\b(?:{_WORK})['’]?s?,?\s*$", re.I)
_WORK_AFTER = re.compile(rf",?\s*(?:an?\s+)?(?:{_WORK})s?\b", re.I)
_CHANNEL_BEFORE = re.compile(r"[A-Z]\w*[’']s\s*$")  # NBC's "Today"
_SUBJECTS = frozenset(
    word for word, kind in FUNCTION_WORDS.items() if kind in ("pronoun", "determiner", "number")
)
_GOES_ON = re.compile(r",?\s*([a-z]+)\s+(\S)")
_WORD_BEFORE = re.compile(r"\b([a-z]+) $")
_WORD = re.compile(r"[^\W_][\w'’.-]*")
_MARKS = tuple("“”‘’\"'")
_DASHES = tuple("-‒–—―−")  # a signature follows
_CALLED = 4  # words before a quote in which a noun of saying counts too
_NEAR = 300  # characters: further away no word tells what kind a quote is


def _reports(text: str, verbs: Set[str] = _SAYING) -> bool:
    return not verbs.isdisjoint(re.findall(r"[a-z-]+", text.lower()))


def _may_be_heading(paragraph: str) -> bool:
    """Tell a short line without a full stop."""
    line = paragraph.rstrip().rstrip("”\"’'»“")
    return len(paragraph) <= 100 and not line.endswith(tuple(".!?,:;…"))


def _is_title(words: list[str], quoted: str, before: str, after: str) -> bool:
    """Tell the title of a work: capitals throughout, and a work or a channel beside it."""
    if len(words) > 12 or quoted.endswith(("!", "?")):
        return False
    if re.search(r"[.!?…]\s", quoted) and ":" not in quoted:
        return False
    if not in_capitals(words):
        return False
    near = before[-30:]
    if _WORK_BEFORE.search(near) or _WORK_AFTER.match(after) or _CHANNEL_BEFORE.search(near):
        return True
    if before.rstrip().endswith((" told", " tells")):  # told "Meet the Press"
        return len(words) > 1
    woven = before.rstrip()[-1:].isalnum() and len(words) > 1
    return (woven or (len(words) <= FEW_WORDS and _clause_goes_on(after))) and not _reports(after[:20])


def in_capitals(words: list[str]) -> bool:
    """Tell whether all words but the small ones have capitals, as in a title.

    >>> in_capitals(["War", "and", "Peace"]), in_capitals(["Peace", "came"])
    (True, False)
    """
    return words[0][0].isupper() and not any(
        word[0].islower() and word not in FUNCTION_WORDS for word in words
    )


def _clause_goes_on(after: str) -> bool:
    """Tell whether a clause goes on after a name: “Today” ended. Not: “Never,” he said. “No,” sighed Lee."""
    found = _GOES_ON.match(after)
    if not found or found[1] in _SUBJECTS:
        return False
    return found[1] in FUNCTION_WORDS or not found[2].isupper()


def _kind(paragraph: str, pair: Pair, heading: bool, after_title: bool) -> str:
    """Return what kind of quote a pair of marks holds."""
    quoted = paragraph[pair.inner : pair.stop].strip()
    words = _WORD.findall(quoted)
    before = paragraph[max(0, pair.start - _NEAR) : pair.start]
    after = paragraph[pair.end : pair.end + _NEAR]
    if not words:
        return "scare"
    signed = before.rstrip().endswith(":") or after.lstrip().startswith(_DASHES)
    if heading and pair.closed and not signed and not _reports(before + " " + after):
        return "heading"
    if pair.closed and _is_title(words, quoted, "book " if after_title else before, after):
        return "title"
    if _is_full(quoted, before.rstrip()[-1:], after, pair.closed) and not _is_named(words, before):
        return "full"
    return (
        "scare" if len(words) <= FEW_WORDS and pair.closed and not _is_reported(before, after) else "partial"
    )


def _is_full(quoted: str, opens: str, after: str, closed: bool) -> bool:
    """Tell whole sentences from words woven in; `opens` is the last mark or letter before them."""
    if not (quoted.lstrip("[(…. ")[:1].isupper() or quoted[0].isdigit() or not opens):
        return False
    ends = quoted.endswith(tuple(".!?,…—–-]")) or not closed
    outside = opens in tuple(".!?") and after[:1] in (",", ".")  # ‘No’, she said
    return ends or outside or opens in ("", ",", ":")


def _is_named(words: list[str], before: str) -> bool:
    """Tell a name, “Today,” after a word that reports nothing; not the “No.” of: she said “No.”."""
    word = _WORD_BEFORE.search(before)
    return word is not None and word[1] not in SAYING and in_capitals(words)


def _is_reported(before: str, after: str) -> bool:
    """Tell whether a verb of saying in its sentence reports a quote of few words."""
    left = _SENTENCE_END.split(before)[-1]
    right = _SENTENCE_END.split(after)[0]
    called = _reports(" ".join(left.split()[-_CALLED:]), SAYING.keys())
    return called or _reports(left) or _reports(right, _SPEECH_VERBS)


def find_quotes(text: str) -> list[Quote]:
    """Find what stands between quotation marks, and tell what kind of quote each is.

    Curly, straight and single marks, `''`, guillemets and „low-high“ marks are paired paragraph by
    paragraph; an apostrophe is no mark. A quote within a quote is part of the outer one. Where a
    closing mark is missing, the quote ends with its paragraph (or before the next opening mark)
    and is not `closed`. The words around a quote tell speech from titles, headings and scare
    quotes; who may have said it is not looked at here: `attribute_quotes` has the last word on
    "partial" and "scare". In a transcript or an interview, `LEE: We will go.`, what follows a label
    is a quote without marks, paragraph by paragraph, with its label as `mention` and "transcript"
    as `rule`.

    Args:
        text: any text; a paragraph is a line, or what stands between blank lines.

    Returns:
        The quotes in the order of the text, without speakers (see `attribute_quotes`).

    Raises:
        TypeError: text is not a string.

    >>> for quote in find_quotes("“We won’t go,” said Ann Lee. Bo Fox called that “brave”."):
    ...     print(quote.start, quote.end, quote.kind, quote.text)
    1 13 full We won’t go,
    49 54 partial brave
    >>> find_quotes("“Not closed, she said")[0].closed
    False
    """
    require_text(text, "find_quotes")
    paragraphs = [(m.start(), m.group()) for m in _PARAGRAPH.finditer(flatten(text))]
    spoken = turns(paragraphs)
    found: list[Quote] = []
    for number, ((begin, paragraph), (_, next_one)) in enumerate(pairwise([*paragraphs, (len(text), "")])):
        if number in spoken:
            found += _spoken(text, begin + len(paragraph), spoken[number])
        elif has_marks(paragraph):
            found += _marked(text, begin, paragraph, opens_single(next_one))
    return found


def _spoken(text: str, end: int, turn: Turn) -> Iterator[Quote]:
    """Yield what is said in a paragraph of a transcript, without marks around the whole of it."""
    said = text[turn.start : end].strip()
    label = Span(turn.label_start, turn.label_start + len(turn.label), turn.label)
    if text[turn.label_start - 1 : turn.label_start] in _MARKS and said.endswith(_MARKS):
        said = said[:-1].rstrip()  # “LEE: We will go.”
    if any(map(str.isalnum, said)):
        start = text.index(said, turn.start)
        yield Quote(start, start + len(said), said, "full", mention=label, rule=TRANSCRIPT)


def _marked(text: str, begin: int, paragraph: str, goes_on: bool) -> Iterator[Quote]:
    """Yield what stands between the marks of a paragraph."""
    heading = _may_be_heading(paragraph)
    last_end, last_kind, split = 0, "", False
    for pair in pairs(paragraph, goes_on):
        quoted = paragraph[pair.inner : pair.stop]
        start = begin + pair.inner + len(quoted) - len(quoted.lstrip())
        end = start + len(quoted.strip())
        if start >= end:
            continue
        between = paragraph[last_end : pair.start].strip()
        listed = last_kind == "title" and between in (",", "and", ", and", "")
        kind = _kind(paragraph, pair, heading, listed)
        if split and between.endswith(",") and not _SENTENCE_END.search(between[-80:]):
            kind = "full"  # the other half of “We won’t,” she said, “go.”
        yield Quote(start, end, text[start:end], kind, closed=pair.closed)
        last_end, last_kind = pair.end, kind
        split = kind == "full" and quoted.rstrip().endswith(",")
