"""Words in company: keyword in context and collocations."""

import math
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from textkit.tokens import require_tokens

if TYPE_CHECKING:
    import pandas as pd

MEASURES = ("count", "pmi", "log_likelihood", "t_score", "log_dice")
"""The columns that `collocations` can sort by."""


def kwic(
    tokens: Iterable[str], keyword: str, *, window: int = 5, ignore_case: bool = False
) -> "pd.DataFrame":
    """Show every occurrence of a keyword in its context.

    Args:
        tokens: the tokens, as `tokenize` gives them.
        keyword: a word, or a phrase with spaces between its words, spelled as in tokens.
        window: how many tokens to show on each side.
        ignore_case: also find the keyword in other capitals.

    Returns:
        One row an occurrence, in the order of the text; no row if the keyword does not occur:

        - left: the tokens before it, joined by spaces.
        - keyword: the keyword as it stands in the text.
        - right: the tokens after it, joined by spaces.
        - position: where it begins; the first token has position 0.

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or a token or keyword is not a
            string.
        ValueError: keyword is empty or window is negative.

    >>> tokens = "War is peace and peace is war".split()
    >>> print(kwic(tokens, "peace", window=2).to_string(index=False))
         left keyword     right  position
       War is   peace and peace         2
    peace and   peace    is war         4
    >>> kwic(tokens, "peace and peace", window=0)["keyword"].tolist()
    ['peace and peace']
    >>> len(kwic(tokens, "tea"))
    0
    """
    import pandas as pd

    if not isinstance(keyword, str):
        raise TypeError(f"keyword is {keyword!r}: it must be a string, a word or a phrase.")
    if not keyword.strip():
        raise ValueError("keyword is empty: name a word or a phrase to look for.")
    if window < 0:
        raise ValueError(f"window is {window}: it must be 0 tokens or more.")
    tokens = require_tokens(tokens, "kwic")
    phrase = keyword.split()
    searched = tokens
    if ignore_case:
        phrase = [word.casefold() for word in phrase]
        searched = [token.casefold() for token in tokens]
    rows = []
    for start, token in enumerate(searched):
        end = start + len(phrase)
        if token == phrase[0] and searched[start:end] == phrase:
            left = tokens[max(0, start - window) : start]
            right = tokens[end : end + window]
            rows.append((" ".join(left), " ".join(tokens[start:end]), " ".join(right), start))
    table = pd.DataFrame(rows, columns=["left", "keyword", "right", "position"], dtype="object")
    return table.astype({"position": "int64"})


def collocations(
    tokens: Iterable[str], *, measure: str = "log_likelihood", min_count: int = 2
) -> "pd.DataFrame":
    """Score how strongly neighboring words are associated.

    With f12 the count of the pair, f1 and f2 the counts of its words and N the number of tokens,
    chance alone would give a pair E = f1 * f2 / N times. As in NLTK's `BigramCollocationFinder`,
    f1, f2 and N are counts of tokens, not of pairs, although N tokens make only N - 1 pairs: so
    they are the counts that `frequency_table` shows, and the difference is negligible.

    Args:
        tokens: the tokens, as `tokenize` gives them. Pairs also reach across the ends of
            sentences, where tokens do not show one.
        measure: the column to sort by: count, pmi, log_likelihood, t_score or log_dice.
        min_count: leave out pairs that occur less often.

    Returns:
        One row a pair, the strongest by `measure` first; ties by count down, then words up:

        - word_1, word_2: two neighbors, in this order.
        - count, count_1, count_2: f12, f1 and f2.
        - pmi: pointwise mutual information in bits, log2(f12 / E) (Church & Hanks 1990). It
          favors rare words.
        - log_likelihood: G² = 2 * the sum of observed * ln(observed / expected) over the four
          cells of the table "first word or another, second word or another" (Dunning 1993). It
          is high also for a pair that is rarer than chance: such a pair has a negative pmi. NaN
          in a text that is nearly all one word, which beside itself makes no such table.
        - t_score: (f12 - E) / sqrt(f12) (Church, Gale, Hanks & Hindle 1991). It favors
          frequent pairs.
        - log_dice: 14 + log2(2 * f12 / (f1 + f2)), at most 14, the same in texts of any size
          (Rychlý 2008).

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or a token is not a string.
        ValueError: measure is not one of the five, or min_count is below 1.

    >>> tokens = "the head of the alliance met the head of the army".split()
    >>> table = collocations(tokens)
    >>> print(table[["word_1", "word_2", "count", "pmi", "log_dice"]].round(2))
      word_1 word_2  count   pmi  log_dice
    0   head     of      2  2.46     14.00
    1     of    the      2  1.46     13.42
    2    the   head      2  1.46     13.42
    >>> len(collocations(["alone"]))
    0
    """
    import pandas as pd

    if measure not in MEASURES:
        raise ValueError(f"measure is {measure!r}: choose one of {', '.join(MEASURES)}.")
    if min_count < 1:
        raise ValueError(f"min_count is {min_count}: it must be 1 or more.")
    tokens = require_tokens(tokens, "collocations")
    n = len(tokens)
    words = Counter(tokens)
    rows = []
    for (word_1, word_2), f12 in Counter(pairwise(tokens)).items():
        if f12 < min_count:
            continue
        f1, f2 = words[word_1], words[word_2]
        expected = f1 * f2 / n
        rows.append(
            {
                "word_1": word_1,
                "word_2": word_2,
                "count": f12,
                "count_1": f1,
                "count_2": f2,
                "pmi": math.log2(f12 / expected),
                "log_likelihood": _log_likelihood(f12, f1, f2, n),
                "t_score": (f12 - expected) / math.sqrt(f12),
                "log_dice": 14 + math.log2(2 * f12 / (f1 + f2)),
            }
        )
    types = {
        "word_1": "object",
        "word_2": "object",
        "count": "int64",
        "count_1": "int64",
        "count_2": "int64",
        "pmi": "float64",
        "log_likelihood": "float64",
        "t_score": "float64",
        "log_dice": "float64",
    }
    table = pd.DataFrame(rows, columns=list(types), dtype="object").astype(types)
    table = table.sort_values(["count", "word_1", "word_2"], ascending=[False, True, True])
    # A stable sort keeps the order above among ties.
    return table.sort_values(measure, ascending=False, kind="stable", ignore_index=True)


def _log_likelihood(f12: int, f1: int, f2: int, n: int) -> float:
    """Compute G² of a pair from its four cells, or NaN if the counts leave a cell below 0."""
    cells = [
        (f12, f1 * f2),  # both words
        (f1 - f12, f1 * (n - f2)),  # the first before another word
        (f2 - f12, (n - f1) * f2),  # another word before the second
        (n - f1 - f2 + f12, (n - f1) * (n - f2)),  # neither
    ]
    if min(observed for observed, _ in cells) < 0:
        return math.nan
    terms = [
        observed * math.log(observed * n / expected_times_n)
        for observed, expected_times_n in cells
        if observed > 0  # x * ln(x) goes to 0 with x
    ]
    # Rounding can carry counts that are as chance has them a hair below 0.
    return max(0.0, 2 * sum(terms))
