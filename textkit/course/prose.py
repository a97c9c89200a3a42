"""Running sentences, told from menus, lists of titles and the like, by nothing but their form."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_ENDS = (".", "!", "?", "…")
_OPEN = (":", ";", ",", "[", "]", "{", "}")  # how lines of lists and code end, and no menu
_ITEM = re.compile(r"(?:[-+*•–·]|\(?\d{1,2}[.)])\s+\S")

_SENTENCE = 8  # words
_SHORT_SENTENCE = 4
_LONG = 25  # words: it is running text, whatever its last character
_LOWER = 0.5  # share of the words that have to begin in lower case; of a Title in Capitals, few do
_MOST = 50  # words that count: no paragraph outweighs all that is around it
_OF_A_MENU = 8  # what a line of one to three words costs
_OF_A_TITLE = 6  # of four to seven
_LONGER = 2
_IN_A_LIST = 1
_AGAIN = 6  # and more, if it comes three times on the page: "Reply", "Read more"
_WIDEST_GAP = 200  # all that lies between two paragraphs costs no more: a chart's numbers are many lines


def ends_a_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does, a closing quotation mark or bracket aside.

    >>> ends_a_sentence("“It rained.”"), ends_a_sentence("Weather")
    (True, False)
    """
    return line.rstrip("\"'”’»)] ").endswith(_ENDS)


def prose_scores(lines: Iterable[str]) -> list[float]:
    """Say of each line how much it looks like running text: its words, if it does, or else below 0.

    >>> prose_scores(["Home", "The rain came at noon, and it did not stop.", "Photo: Ann Lee", ""])
    [-8, 10, -8, 0]
    """
    lines = list(lines)
    times = Counter(lines)
    return [_prose_score(line, times[line]) if line else 0 for line in lines]


def _prose_score(line: str, times: int) -> float:
    words = re.findall(r"\w+", line)
    lower = sum(not word[0].isupper() for word in words) >= _LOWER * len(words)
    ends = ends_a_sentence(line)
    runs = lower and (len(words) >= _LONG or (ends and len(words) >= _SENTENCE))
    if times > 1 and lower and ends:
        return -_LONGER  # the same sentence twice is a teaser
    if runs:
        return min(len(words), _MOST)
    if lower and ends and len(words) >= _SHORT_SENTENCE:
        return len(words) / 2
    if not any(map(str.isalpha, line)) or _ITEM.match(line) or line.endswith(_OPEN):
        cost = _IN_A_LIST
    elif len(words) < _SHORT_SENTENCE:
        cost = _OF_A_MENU
    else:
        cost = _OF_A_TITLE if len(words) < _SENTENCE else _LONGER
    return -cost - (_AGAIN if times > 2 else 0)


def longest_prose(scores: Sequence[float], barriers: Sequence[float]) -> tuple[int, int]:
    """Find the stretch of lines that holds most running text and least else.

    It is the stretch with the highest sum, as in maximum subsequence segmentation (Pasternack and Roth 2009).

    Args:
        scores: of each line, from `prose_scores`.
        barriers: of each line, what it costs besides to go on beyond it.

    Returns:
        The first line of the stretch, and the line after its last.

    >>> longest_prose([-8, -8, 30, -6, 20, -8, 12, -8], [0] * 8)
    (2, 7)
    >>> longest_prose([-8, -8, 30, -6, 20, -8, 12, -8], [0, 0, 0, 0, 0, 50, 0, 0])
    (2, 5)
    """
    best, at = 0.0, (0, 0)
    total, start, gap, wall = 0.0, 0, 0.0, 0.0
    for n, (score, barrier) in enumerate(zip(scores, barriers, strict=True)):
        wall += barrier
        if score <= 0:
            gap -= score
            continue
        total -= min(gap, _WIDEST_GAP) + wall
        if total <= 0:
            total, start = 0.0, n
        total, gap, wall = total + score, 0.0, 0.0
        if total > best:
            best, at = total, (start, n + 1)
    return at
