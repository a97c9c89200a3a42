"""Quotation marks to pairs: which mark opens, which closes, which is an apostrophe."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from textkit.lexicon import FUNCTION_WORDS, SURELY_SAYING


class Pair(NamedTuple):
    """A quoted stretch of a paragraph, by its marks."""

    start: int  # of the opening mark
    inner: int  # where the words begin
    stop: int  # where the words end
    end: int  # after the closing mark
    closed: bool


def pairs(paragraph: str, goes_on: bool = False) -> list[Pair]:
    """Return the quotes of one paragraph that are in no other quote.

    Args:
        paragraph: a text without line breaks.
        goes_on: whether the next paragraph begins with a single mark that opens.

    >>> [(pair.inner, pair.stop) for pair in pairs("‘The dogs’ tails are wet,’ he said.")]
    [(1, 25)]
    """
    found = list(_double_pairs(paragraph))
    if _SINGLE_OPENER.search(paragraph):
        found = sorted([*found, *_single_pairs(paragraph, found, goes_on)])
    outer: list[Pair] = []
    for pair in found:
        if not outer or pair.start >= outer[-1].end:
            outer.append(pair)
    return outer


def has_marks(paragraph: str) -> bool:
    """Tell whether something in a paragraph may be quoted.

    >>> has_marks("the dogs’ tails"), has_marks("the ‘dogs’")
    (False, True)
    """
    return bool(_DOUBLE.search(paragraph) or _SINGLE_OPENER.search(paragraph))


def opens_single(paragraph: str) -> bool:
    """Tell whether a paragraph begins with a single mark that opens.

    >>> opens_single("‘No,’ she said."), opens_single("’Tis late.")
    (True, False)
    """
    return _SINGLE.match(paragraph) is not None and _opens(paragraph, 0) > 0


# --- double marks ----------------------------------------------------------------------------

_DOUBLE = re.compile(r"[“”„‟«»\"″＂]|``|(?<!')''(?!')")
_OPENERS = ("“", "„", "‟", "«", "``")
_CLOSERS = ("”", "»")
_BEFORE_OPENER = "([{—–-/:‘'`…“\""


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


def _begins(mark: str, opens: bool, closes: bool) -> bool:
    """Tell whether a mark begins a quote where none is open; a stray closing mark does not."""
    return opens or not (mark in _CLOSERS or (closes and mark not in _OPENERS))


def _double_pairs(text: str) -> Iterator[Pair]:
    """Pair the double marks of one paragraph; a nested pair is part of the outer one."""
    marks = [(m.start(), m.group()) for m in _DOUBLE.finditer(text)]
    opened: tuple[int, str] | None = None
    depth = 0
    for number, (at, mark) in enumerate(marks):
        opens, closes = _can_open(text, at, len(mark)), _can_close(text, at, len(mark))
        if opened is None:
            if _begins(mark, opens, closes):
                opened, depth = (at, mark), 1
            continue
        ends = _ends(opened[1], mark, opens, closes)
        if ends and depth > 1:
            depth -= 1
        elif ends:
            yield Pair(opened[0], opened[0] + len(opened[1]), at, at + len(mark), True)
            opened = None
        elif [later in _CLOSERS for _, later in marks[number + 1 : number + 3]] == [True, True]:
            depth += 1  # two closing marks follow: this one is nested
        else:  # the closing mark of the one before is missing
            if at > opened[0] + len(opened[1]):
                yield Pair(opened[0], opened[0] + len(opened[1]), at, at, False)
            opened, depth = (at, mark), 1
    if opened is not None:
        yield Pair(opened[0], opened[0] + len(opened[1]), len(text), len(text), False)


# --- single marks ----------------------------------------------------------------------------

# A single mark opens, closes or is an apostrophe, and what is beside it seldom tells for certain:
# ‘The dogs’ tails are wet,’ he said. So each gets points for opening and points for closing, and the
# reading of the paragraph that has the most points is taken.

_SINGLE = re.compile(r"(?:[‘’‚‹›]|(?<!')'(?!'))(?!(?<=\w.)\w)")  # not between two letters
_SINGLE_OPENER = re.compile(r"[‘‚'‹](?<!\w.)")
_SHAPED_TO_OPEN = ("‘", "‚", "‹")
_SHAPED_TO_CLOSE = ("’", "›")
_ENDS_WORDS = frozenset('.,!?;:…—–-”"»)]')
_BEFORE_SENTENCE = frozenset(".!?:,—–-”\"’'")
# Words that begin with an apostrophe: it hardly opens anything, whatever its shape.
_ELIDED = re.compile(r"(?:\d0s|em|tis|twas|til|till|cause|bout|round)\b|n['’]|\d\d(?![\w%]|[.,]\d)", re.I)
_AND = re.compile(r"['‘’]n['’]", re.I)  # rock 'n' roll
_NEXT_WORDS = re.compile(r"\s+([\w'’]+)(?:\s+([\w'’]+))?")
_MAY_BE_POSSESSED = ("number", "person", "particle", "word")
_NOT_POSSESSED = SURELY_SAYING.union(
    word for word, kind in FUNCTION_WORDS.items() if kind not in _MAY_BE_POSSESSED
)

_IMPOSSIBLE = -1_000_000
_OPENS, _SHAPED, _BEGINS_SENTENCE, _ELIDES = 2, 1, 1, -3
_CLOSES, _ENDS_CLAUSE, _POSSESSES, _STANDS_ALONE = 2, 1, -2, 1
_NESTED, _OPEN_AT_END, _OPEN_AND_GOES_ON = -2, -6, -3
_DEEPEST = 2  # a quote within a quote


def _opens(text: str, at: int) -> int:
    """Return the points for a single mark that opens a quote."""
    mark, before, after = text[at], text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    shaped = _SHAPED if mark in _SHAPED_TO_OPEN else 0
    if mark in _SHAPED_TO_CLOSE or before.isalnum():
        return _IMPOSSIBLE
    if after.isspace():  # said, ‘ No
        return shaped if shaped and before.isspace() else _IMPOSSIBLE
    if not before.isspace() and before not in _BEFORE_OPENER:  # said,‘No
        return _SHAPED if before == "," and after.isupper() else _IMPOSSIBLE
    if _ELIDED.match(text, at + 1):
        return _ELIDES
    last = text[max(0, at - 3) : at].rstrip()[-1:]
    begins = after.isupper() and (not last or last in _BEFORE_SENTENCE)
    return _OPENS + shaped + (_BEGINS_SENTENCE if begins else 0)


def _closes(text: str, at: int) -> int:
    """Return the points for a single mark that closes a quote."""
    mark, before, after = text[at], text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if before.isspace():  # no, ’ she said
        alone = after.isspace() and text[max(0, at - 3) : at].rstrip()[-1:] in _ENDS_WORDS
        return _STANDS_ALONE if alone else _IMPOSSIBLE
    if mark in _SHAPED_TO_OPEN:  # ‚nein‘
        return _IMPOSSIBLE if after.isalnum() else _STANDS_ALONE
    if before in _ENDS_WORDS:
        return _CLOSES if after.isalnum() else _CLOSES + _ENDS_CLAUSE
    if after.isalnum() or _AND.match(text, max(0, at - 2)):
        return _IMPOSSIBLE
    if before in "sSxXzZ":
        return _CLOSES + (_POSSESSES if _may_possess(text, at) else 0)
    return _CLOSES + (_ENDS_CLAUSE if after in _ENDS_WORDS else 0)


def _may_possess(text: str, at: int) -> bool:
    """Tell whether what follows a mark may belong to the word before it: the dogs’ tails."""
    following = _NEXT_WORDS.match(text, at + 1)
    if not following:
        return False
    word, next_word = following.groups(default="")
    says = word[0].isupper() and next_word in SURELY_SAYING  # dogs’ Lee said
    return word not in _NOT_POSSESSED and not says


def _single_pairs(text: str, doubles: list[Pair], goes_on: bool) -> Iterator[Pair]:
    """Pair the single marks of one paragraph that stand in no closed pair of double marks."""
    inside = bytearray(len(text))  # 1 between double marks
    for pair in doubles:
        if pair.closed:
            inside[pair.inner : pair.stop] = b"\1" * (pair.stop - pair.inner)
    marks = [m.start() for m in _SINGLE.finditer(text) if not inside[m.start()]]
    opened = depth = 0
    for at, after in zip(marks, _depths(text, marks, goes_on), strict=True):
        if after > depth == 0:
            opened = at
        elif depth > after == 0:
            yield Pair(opened, opened + 1, at, at + 1, True)
        depth = after
    if depth:
        yield Pair(opened, opened + 1, len(text), len(text), False)


def _depths(text: str, marks: list[int], goes_on: bool) -> list[int]:
    """Return how many quotes are open after each mark, in the reading that has the most points."""
    best = [0] + [_IMPOSSIBLE] * _DEEPEST  # the points of the best reading so far, by the depth after it
    came: list[list[int]] = []  # for each mark, by the depth after it: the depth before it
    for at in marks:
        opens, closes = _opens(text, at), _closes(text, at)
        stays = min(0, 1 - max(opens, closes))  # what looks like a mark is seldom an apostrophe
        came.append([])
        points = []
        for depth in range(_DEEPEST + 1):
            ways = {depth: best[depth] + stays}
            if depth < _DEEPEST:
                ways[depth + 1] = best[depth + 1] + closes
            if depth > 0:
                ways[depth - 1] = best[depth - 1] + opens + (_NESTED if depth > 1 else 0)
            came[-1].append(max(ways, key=ways.__getitem__))
            points.append(ways[came[-1][-1]])
        best = points
    at_end = [0, *[_OPEN_AND_GOES_ON if goes_on else _OPEN_AT_END] * _DEEPEST]
    depth = max(range(_DEEPEST + 1), key=lambda depth: best[depth] + at_end[depth])
    depths = []
    for before in reversed(came):
        depths.append(depth)
        depth = before[depth]
    return depths[::-1]
