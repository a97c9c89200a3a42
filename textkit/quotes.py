"""Quotation marks to quotes, and what kind each is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from textkit.tokens import require_text, word_list

SPEECH = ("full", "partial")
"""The kinds of quote that report somebody's words; the others are "title", "heading", "scare"."""


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


# --- pairing ---------------------------------------------------------------------------------

_DOUBLE = re.compile(r"[“”„‟«»\"″＂]|``|(?<!')''(?!')")
_SINGLE = re.compile(r"[‘’‚'‹›]")
_SINGLE_OPENER = re.compile(r"[‘‚'‹](?<!\w.)")
_OPENERS = ("“", "„", "‟", "«", "``")
_CLOSERS = ("”", "»")
_BEFORE_OPENER = "([{—–-/:‘'`…“\""
# Words that begin with an apostrophe: it opens nothing.
_ELIDED = re.compile(r"\d|(?:em|tis|twas|til|till|cause|bout|round)\b|n['’]", re.I)


class _Pair(NamedTuple):
    start: int  # of the opening mark
    inner: int  # where the words begin
    stop: int  # where the words end
    end: int  # after the closing mark
    closed: bool


def _can_open(text: str, at: int, width: int) -> bool:
    before, after = text[at - 1 : at] or " ", text[at + width : at + width + 1] or " "
    return (before.isspace() or before in _BEFORE_OPENER) and not after.isspace()


def _can_close(text: str, at: int, width: int) -> bool:
    before, after = text[at - 1 : at] or " ", text[at + width : at + width + 1] or " "
    return not before.isspace() and not after.isalnum()


def _ends(opener: str, mark: str, opens: bool, closes: bool) -> bool:
    """Tell whether a mark ends what the opener began, by its shape or by what is beside it."""
    if mark in _CLOSERS or (opener == "„" and mark == "“"):
        return True
    if mark in _OPENERS:
        return closes and not opens  # the wrong way round
    return closes or not opens


def _double_pairs(text: str) -> Iterator[_Pair]:
    """Pair the double marks of one paragraph; a nested pair is part of the outer one."""
    marks = [(m.start(), m.group()) for m in _DOUBLE.finditer(text)]
    opened: tuple[int, str] | None = None
    depth = 0
    for number, (at, mark) in enumerate(marks):
        opens, closes = _can_open(text, at, len(mark)), _can_close(text, at, len(mark))
        if opened is None:
            stray = not opens and (mark in _CLOSERS or (closes and mark not in _OPENERS))
            if not stray:
                opened, depth = (at, mark), 1
            continue
        ends = _ends(opened[1], mark, opens, closes)
        if ends and depth > 1:
            depth -= 1
        elif ends:
            yield _Pair(opened[0], opened[0] + len(opened[1]), at, at + len(mark), True)
            opened = None
        elif [later in _CLOSERS for _, later in marks[number + 1 : number + 3]] == [True, True]:
            depth += 1  # two closing marks follow: this one is nested
        else:  # the closing mark of the one before is missing
            if at > opened[0] + len(opened[1]):
                yield _Pair(opened[0], opened[0] + len(opened[1]), at, at, False)
            opened, depth = (at, mark), 1
    if opened is not None:
        yield _Pair(opened[0], opened[0] + len(opened[1]), len(text), len(text), False)


def _single_pairs(text: str) -> Iterator[_Pair]:
    """Pair the single marks of one paragraph; apostrophes are left alone.

    A mark after the s of a plural (the dogs' tails) closes only if no better one follows.
    """
    opened: int | None = None
    perhaps: int | None = None
    for m in _SINGLE.finditer(text):
        at, mark = m.start(), m.group()
        if mark in "‘‚'‹" and _can_open(text, at, 1) and not _ELIDED.match(text, at + 1):
            if opened is not None and perhaps is not None:
                yield _Pair(opened, opened + 1, perhaps, perhaps + 1, True)
            opened, perhaps = at, None
        elif opened is not None and mark in "’'›" and _can_close(text, at, 1):
            if text[at - 1] == "s" and text[at + 1 : at + 3].strip().islower():
                perhaps = at
            else:
                yield _Pair(opened, opened + 1, at, at + 1, True)
                opened = perhaps = None
    if opened is not None and perhaps is not None:
        yield _Pair(opened, opened + 1, perhaps, perhaps + 1, True)
    elif opened == 0 and text[0] == "‘":  # goes on in the next paragraph, perhaps
        yield _Pair(0, 1, len(text), len(text), False)


def _pairs(text: str) -> list[_Pair]:
    """Return the quotes of one paragraph that are in no other quote."""
    pairs = list(_double_pairs(text))
    if _SINGLE_OPENER.search(text):
        inside = bytearray(len(text) + 1)  # 1 where a double quote is open
        for p in pairs:
            inside[p.start : p.end] = b"\1" * (p.end - p.start)
        singles = [s for s in _single_pairs(text) if not inside[s.start] and not inside[s.stop]]
        pairs = sorted(pairs + singles)
    outer: list[_Pair] = []
    for p in pairs:
        if not outer or p.start >= outer[-1].end:
            outer.append(p)
    return outer


# --- kinds -----------------------------------------------------------------------------------

# Verbs of saying; a form with a question mark is a noun as often ("report").
_FORMS = [form for line in word_list("reporting_verbs") for form in line.split()]
_SAYING = frozenset(form for form in _FORMS if "?" not in form) | {"according"}
_SAYING_OR_NOUN = frozenset(form.rstrip("?") for form in _FORMS)
_SPEECH_VERBS = frozenset({"said", "says", "say", "according", "told", "tells", "wrote", "added"})
_SENTENCE_END = re.compile(r"[.!?](?<!\b[A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{2}.)[”\"’']*\s")
_WORK = "|".join(noun for line in word_list("work_nouns") for noun in line.split())
_WORK_BEFORE = re.compile(rf"\b(?:{_WORK})['’]?s?,?\s*$", re.I)
_WORK_AFTER = re.compile(rf",?\s*(?:an?\s+)?(?:{_WORK})s?\b", re.I)
_CHANNEL_BEFORE = re.compile(r"[A-Z]\w*[’']s\s*$")  # NBC's "Today"
_SMALL = frozenset(word for line in word_list("function_words") for word in line.split()[1:])
_WORD = re.compile(r"[^\W_][\w'’.-]*")
_DASHES = tuple("-‒–—―−")  # a signature follows
_FEW = 3  # words: a quote this short is speech only if it is reported
_CALLED = 4  # words before a quote in which a noun of saying counts too
_NEAR = 300  # characters: further away no word tells what kind a quote is


def _reports(text: str, verbs: frozenset[str] = _SAYING) -> bool:
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
    if words[0][0].islower() or any(w[0].islower() and w not in _SMALL for w in words):
        return False
    near = before[-30:]
    if _WORK_BEFORE.search(near) or _WORK_AFTER.match(after) or _CHANNEL_BEFORE.search(near):
        return True
    told = before.rstrip().endswith((" told", " tells"))  # told "Meet the Press"
    woven = before.rstrip()[-1:].isalnum() and len(words) > 1
    return woven and (told or not _reports(after[:20]))


def _kind(paragraph: str, pair: _Pair, heading: bool, after_title: bool) -> str:
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
    if _is_full(quoted, before.rstrip()[-1:], after, pair.closed):
        return "full"
    return "scare" if len(words) <= _FEW and pair.closed and not _is_reported(before, after) else "partial"


def _is_full(quoted: str, opens: str, after: str, closed: bool) -> bool:
    """Tell whole sentences from words woven in; `opens` is the last mark or letter before them."""
    if not (quoted.lstrip("[(…. ")[:1].isupper() or quoted[0].isdigit() or not opens):
        return False
    ends = quoted.endswith(tuple(".!?,…—–-]")) or not closed
    outside = opens in tuple(".!?") and after[:1] in (",", ".")  # ‘No’, she said
    return ends or outside or opens in ("", ",", ":")


def _is_reported(before: str, after: str) -> bool:
    """Tell whether a verb of saying in its sentence reports a quote of few words."""
    left = _SENTENCE_END.split(before)[-1]
    right = _SENTENCE_END.split(after)[0]
    called = _reports(" ".join(left.split()[-_CALLED:]), _SAYING_OR_NOUN)
    return called or _reports(left) or _reports(right, _SPEECH_VERBS)


def find_quotes(text: str) -> list[Quote]:
    """Find what stands between quotation marks, and tell what kind of quote each is.

    Curly, straight and single marks, `''`, guillemets and „low-high“ marks are paired paragraph by
    paragraph; an apostrophe is no mark. A quote within a quote is part of the outer one. Where a
    closing mark is missing, the quote ends with its paragraph (or before the next opening mark)
    and is not `closed`. The words around a quote tell speech from titles, headings and scare
    quotes.

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
    found: list[Quote] = []
    flat = flatten(text)
    for m in _PARAGRAPH.finditer(flat):
        paragraph, begin = m.group(), m.start()
        if not _DOUBLE.search(paragraph) and not _SINGLE_OPENER.search(paragraph):
            continue
        heading = _may_be_heading(paragraph)
        last_end, last_kind, split = 0, "", False
        for pair in _pairs(paragraph):
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
            found.append(Quote(start, end, text[start:end], kind, closed=pair.closed))
            last_end, last_kind = pair.end, kind
            split = kind == "full" and quoted.rstrip().endswith(",")
    return found
