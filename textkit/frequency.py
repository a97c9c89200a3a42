"""Counting tokens: frequency tables, lexical diversity, Zipf's law, dispersion and keyness.

Every function takes tokens, the list that `tokenize` gives; every table is a plain DataFrame.
"""

import math
import statistics
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textkit.tokens import require_tokens

if TYPE_CHECKING:
    import pandas as pd


def frequency_table(tokens: Iterable[str]) -> "pd.DataFrame":
    """Count every type, the most frequent first.

    Args:
        tokens: the tokens, as `tokenize` gives them.

    Returns:
        One row a type, by count down, then by token up:

        - token: the type.
        - count: how often it occurs.
        - per_thousand: occurrences in every 1,000 tokens, count / number of tokens * 1000.
        - rank: 1 is the most frequent. Ties share the lowest rank of their group, and the next
          rank leaves a gap: counts of 5, 3, 3 and 1 have the ranks 1, 2, 2 and 4.

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or a token is not a string.

    >>> print(frequency_table(["to", "be", "or", "not", "to", "be"]).to_string(index=False))
    token  count  per_thousand  rank
       be      2    333.333333     1
       to      2    333.333333     1
      not      1    166.666667     3
       or      1    166.666667     3
    >>> len(frequency_table([]))
    0
    """
    return frequency_of_counts(Counter(require_tokens(tokens, "frequency_table")))


def frequency_of_counts(counts: Counter[str]) -> "pd.DataFrame":
    """Do what `frequency_table` does with tokens that have been counted already.

    >>> frequency_of_counts(Counter(tea=3, war=1))["per_thousand"].tolist()
    [750.0, 250.0]
    """
    import numpy as np
    import pandas as pd

    ordered = _in_order(counts)
    number = np.array([count for _, count in ordered], dtype="int64")
    columns = {
        "token": pd.Series([token for token, _ in ordered], dtype="object"),
        "count": number,
        "per_thousand": number / max(counts.total(), 1) * 1000,
        "rank": np.searchsorted(-number, -number) + 1,  # how many are more frequent, and one
    }
    return pd.DataFrame(columns)


def lexical_diversity(tokens: Iterable[str], *, window: int = 50, threshold: float = 0.72) -> "pd.DataFrame":
    """Measure how varied the vocabulary of a text is.

    Args:
        tokens: the tokens, as `tokenize` gives them.
        window: the length in tokens of MATTR's moving window.
        threshold: the type-token ratio at which MTLD ends a factor.

    Returns:
        One row:

        - tokens, types: how many tokens, and how many different ones.
        - ttr: the type-token ratio, types / tokens. It falls as a text grows, so it compares only
          texts of equal length; the next two measures were made to be rid of that.
        - mattr: the moving-average type-token ratio, the mean of the TTRs of all stretches of
          `window` tokens (Covington & McFall 2010). NaN for a text shorter than the window.
        - mtld: the measure of textual lexical diversity, the mean length in tokens of a factor
          (McCarthy & Jarvis 2010). A factor is a stretch that ends when its TTR has fallen to the
          threshold; the rest of the text counts as the part (1 - TTR) / (1 - threshold) of a
          factor; the result is the mean of reading forward and reading backward. NaN if no token
          is repeated. Texts of under 100 tokens are too short for it.
        - hapaxes: the number of types that occur once.

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or a token is not a string.
        ValueError: window is below 1, or threshold is not between 0 and 1.

    >>> diversity = lexical_diversity(["a", "rose", "is", "a", "rose"], window=3)
    >>> print(diversity.round(2).to_string(index=False))
     tokens  types  ttr  mattr  mtld  hapaxes
          5      3  0.6    1.0   5.0        1
    >>> print(lexical_diversity([]).to_string(index=False))
     tokens  types  ttr  mattr  mtld  hapaxes
          0      0  NaN    NaN   NaN        0
    """
    import pandas as pd

    if window < 1:
        raise ValueError(f"window is {window}: it must be 1 token or more.")
    if not 0 < threshold < 1:
        raise ValueError(f"threshold is {threshold}: it must lie between 0 and 1, as 0.72 does.")
    tokens = require_tokens(tokens, "lexical_diversity")
    counts = Counter(tokens)
    row = {
        "tokens": len(tokens),
        "types": len(counts),
        "ttr": len(counts) / len(tokens) if tokens else math.nan,
        "mattr": _mattr(tokens, window),
        "mtld": (_mtld(tokens, threshold) + _mtld(tokens[::-1], threshold)) / 2,
        "hapaxes": sum(count == 1 for count in counts.values()),
    }
    return pd.DataFrame([row])


def zipf_table(tokens: Iterable[str]) -> "pd.DataFrame":
    """Set the count of every type beside the count that Zipf's law expects at its rank.

    Zipf (1949): the count falls with the rank as count = C * rank^slope, a straight line once both
    are logarithms, with a slope near -1. The line is fitted by ordinary least squares through
    log10(count) on log10(rank). That is a classroom measure: it gives the many rare types, with
    their long steps of equal counts, as much say as the few frequent ones, and so is biased.

    Args:
        tokens: the tokens, as `tokenize` gives them.

    Returns:
        One row a type, in the order of `frequency_table`:

        - token, count: the type and how often it occurs.
        - rank: 1, 2, 3 … to the number of types. Ties do not share a rank, as they do in
          `frequency_table`: the curve needs a place of its own for every type.
        - fitted: the count on the fitted line, NaN if there are fewer than two types.

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or a token is not a string.

    >>> print(zipf_table(["a"] * 4 + ["b"] * 2 + ["c"]).round(2).to_string(index=False))
    token  count  rank  fitted
        a      4     1    4.18
        b      2     2    1.78
        c      1     3    1.08
    >>> zipf_table([]).columns.tolist()
    ['token', 'count', 'rank', 'fitted']
    """
    import pandas as pd

    rows = _in_order(Counter(require_tokens(tokens, "zipf_table")))
    slope, intercept = _zipf_line([count for _, count in rows])
    table = pd.DataFrame(
        [
            (token, count, rank, 10 ** (intercept + slope * math.log10(rank)))
            for rank, (token, count) in enumerate(rows, start=1)
        ],
        columns=["token", "count", "rank", "fitted"],
        dtype="object",
    )
    return table.astype({"count": "int64", "rank": "int64", "fitted": "float64"})


def zipf_slope(tokens: Iterable[str]) -> float:
    """Fit the slope of Zipf's law, which is near -1 for natural text.

    Args:
        tokens: the tokens, as `tokenize` gives them.

    Returns:
        The slope of the line that `zipf_table` fits and explains (Zipf 1949); NaN if there are
        fewer than two types.

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or a token is not a string.

    >>> round(zipf_slope(["a"] * 4 + ["b"] * 2 + ["c"]), 2)
    -1.23
    >>> zipf_slope(["a", "a"])
    nan
    """
    slope, _ = _zipf_line([count for _, count in _in_order(Counter(require_tokens(tokens, "zipf_slope")))])
    return slope


def dispersion(tokens: Iterable[str], words: str | Iterable[str], *, parts: int = 10) -> "pd.DataFrame":
    """Find where words occur in a text and measure how evenly they are spread over it.

    The text is cut into `parts` parts of equal length, or as near to it as tokens allow.

    Args:
        tokens: the tokens, as `tokenize` gives them.
        words: the words to look for, or a single one, spelled as in tokens.
        parts: into how many parts to cut the text.

    Returns:
        One row a word, in the order asked for:

        - word: the word.
        - count: how often it occurs.
        - positions: the list of its positions; the first token has position 0.
        - juilland_d: Juilland's D, from 0 (all in one part) to 1 (as often in every part):
          1 - V / sqrt(parts - 1), where V is the population standard deviation of the word's
          rates in the parts, divided by their mean (Juilland & Chang-Rodríguez 1964).
        - gries_dp: Gries' DP, the other way round, from 0 (even) to nearly 1 (all in one part):
          half the sum over the parts of |share of the tokens - share of the word's occurrences|
          (Gries 2008).

        Both are NaN for a word that does not occur and for a text with fewer tokens than parts.

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or a token is not a string.
        ValueError: parts is below 2.

    >>> text = ["peace", "and", "war", "and", "war", "and"]
    >>> print(dispersion(text, ["and", "war", "tea"], parts=3).round(2).to_string(index=False))
    word  count positions  juilland_d  gries_dp
     and      3 [1, 3, 5]         1.0      0.00
     war      2    [2, 4]         0.5      0.33
     tea      0        []         NaN       NaN
    >>> dispersion(text, []).columns.tolist()
    ['word', 'count', 'positions', 'juilland_d', 'gries_dp']
    """
    import pandas as pd

    if parts < 2:
        raise ValueError(f"parts is {parts}: cut the text into 2 parts or more.")
    tokens = require_tokens(tokens, "dispersion")
    words = [words] if isinstance(words, str) else require_tokens(words, "dispersion", "words")
    positions: dict[str, list[int]] = {word: [] for word in words}
    for position, token in enumerate(tokens):
        if token in positions:
            positions[token].append(position)

    part_of = [position * parts // len(tokens) for position in range(len(tokens))]
    sizes = Counter(part_of)
    rows = []
    for word, places in positions.items():
        juilland_d = gries_dp = math.nan
        if places and len(tokens) >= parts:
            counts = Counter(part_of[position] for position in places)
            juilland_d = _juilland_d(counts, sizes)
            gries_dp = _gries_dp(counts, sizes)
        rows.append((word, len(places), places, juilland_d, gries_dp))
    columns = ["word", "count", "positions", "juilland_d", "gries_dp"]
    table = pd.DataFrame(rows, columns=columns, dtype="object")
    return table.astype({"count": "int64", "juilland_d": "float64", "gries_dp": "float64"})


def keyness(target: Iterable[str], reference: Iterable[str]) -> "pd.DataFrame":
    """Compare two texts: the words that the target uses more, or less, than the reference.

    Args:
        target: the tokens of the text that is studied.
        reference: the tokens of the text that it is compared with.

    Returns:
        One row a type of either text:

        - token: the type.
        - target_count, reference_count: how often it occurs in each.
        - target_per_thousand, reference_per_thousand: occurrences in every 1,000 tokens of each.
        - log_likelihood: how sure the difference is, never below 0; 3.84 or more is significant
          at 5 % for a word chosen beforehand. G² = 2 * (a * ln(a / E1) + b * ln(b / E2)), with a
          and b the two counts, and E1 and E2 what they would be at equal rates: (a + b) shared
          out by the lengths of the texts (Dunning 1993, in the form with two cells of Rayson &
          Garside 2000).
        - log_ratio: how large the difference is: the binary logarithm of the rate in the target
          over the rate in the reference, so +1 is twice as often, -1 half as often (Hardie 2014).
          A count of 0 stands as 0.5 here. Where one text is much the shorter, that can turn the
          sign for a rare word which the shorter text lacks: look at the counts.

        Words that the target uses more come first, the surest on top; words that the reference
        uses more come last, the surest at the bottom. So `head` shows what marks the target and
        `tail` what marks the reference. Ties: target_count down, then token up.

    Raises:
        TypeError: a text is given instead of tokens, or a token is not a string.
        ValueError: target or reference is empty.

    >>> table = keyness(["war", "war", "and"], ["and", "tea", "and", "tea", "tea"])
    >>> table[["token", "target_count", "reference_count", "log_ratio"]].round(2)
      token  target_count  reference_count  log_ratio
    0   war             2                0       2.74
    1   and             1                2      -0.26
    2   tea             0                3      -1.85
    >>> keyness(["war"], [])
    Traceback (most recent call last):
    ValueError: reference is empty: there are no tokens to compare.
    """
    target = require_tokens(target, "keyness", "target")
    reference = require_tokens(reference, "keyness", "reference")
    return keyness_of_counts(Counter(target), Counter(reference))


def keyness_of_counts(target: Counter[str], reference: Counter[str]) -> "pd.DataFrame":
    """Do what `keyness` does with tokens that have been counted already.

    Raises:
        ValueError: target or reference is empty.

    >>> table = keyness_of_counts(Counter(war=2, tea=1), Counter(tea=3))
    >>> table["token"].tolist()
    ['war', 'tea']
    """
    import numpy as np
    import pandas as pd

    n1, n2 = target.total(), reference.total()
    for name, total in [("target", n1), ("reference", n2)]:
        if not total:
            raise ValueError(f"{name} is empty: there are no tokens to compare.")
    rows = []
    for token in target | reference:
        a, b = target[token], reference[token]
        log_ratio = math.log2(((a or 0.5) / n1) / ((b or 0.5) / n2))
        rows.append((token, a, b, a / n1 * 1000, b / n2 * 1000, _log_likelihood(a, b, n1, n2), log_ratio))

    def by_side_and_strength(row: tuple[str, int, int, float, float, float, float]) -> tuple[float, int, str]:
        # Whole numbers tell the side exactly; rates that are equal may differ in the last digit.
        token, a, b, *_, log_likelihood, _ = row
        side = 1 if a * n2 > b * n1 else -1
        return -side * log_likelihood, -a, token

    rows.sort(key=by_side_and_strength)
    tokens, *numbers = zip(*rows, strict=True)
    names = ["target_count", "reference_count", "target_per_thousand", "reference_per_thousand",
             "log_likelihood", "log_ratio"]  # fmt: skip
    columns = {name: np.array(column) for name, column in zip(names, numbers, strict=True)}
    return pd.DataFrame({"token": pd.Series(tokens, dtype="object"), **columns})


def _in_order(counts: Counter[str]) -> list[tuple[str, int]]:
    """Sort the counts: count down, then token up."""
    by_token = sorted(counts)  # words alone are sorted much quicker than pairs; ties keep their order
    return [(token, counts[token]) for token in sorted(by_token, key=counts.__getitem__, reverse=True)]


def _mattr(tokens: list[str], window: int) -> float:
    """Average the TTR of all windows: a token enters, and the one that falls out is uncounted."""
    if len(tokens) < window:
        return math.nan
    inside = Counter(tokens[:window])
    types = [len(inside)]
    for leaving, entering in zip(tokens, tokens[window:], strict=False):
        inside[entering] += 1
        inside[leaving] -= 1
        if inside[leaving] == 0:
            del inside[leaving]
        types.append(len(inside))
    return sum(types) / len(types) / window


def _mtld(tokens: list[str], threshold: float) -> float:
    """Compute MTLD in one direction: the number of tokens divided by the number of factors."""
    factors = 0.0
    seen: set[str] = set()
    length = 0
    for token in tokens:
        seen.add(token)
        length += 1
        if len(seen) / length <= threshold:
            factors += 1
            seen, length = set(), 0
    if length:
        factors += (1 - len(seen) / length) / (1 - threshold)
    return len(tokens) / factors if factors else math.nan


def _zipf_line(counts: list[int]) -> tuple[float, float]:
    """Fit log10(count) on log10(rank): the slope and the intercept."""
    if len(counts) < 2:
        return math.nan, math.nan
    log_ranks = [math.log10(rank) for rank in range(1, len(counts) + 1)]
    log_counts = [math.log10(count) for count in counts]
    line = statistics.linear_regression(log_ranks, log_counts)
    return line.slope, line.intercept


def _juilland_d(counts: Counter[int], sizes: Counter[int]) -> float:
    """Compute D from the word's count and the size of every part."""
    # Rates, since the parts may differ by a token.
    rates = [counts[part] / size for part, size in sizes.items()]
    variation = statistics.pstdev(rates) / statistics.mean(rates)
    # Rounding can carry a word that is in one part only a hair below 0.
    return max(0.0, 1 - variation / math.sqrt(len(rates) - 1))


def _gries_dp(counts: Counter[int], sizes: Counter[int]) -> float:
    """Compute DP from the word's count and the size of every part."""
    tokens, occurrences = sizes.total(), counts.total()
    return sum(abs(size / tokens - counts[part] / occurrences) for part, size in sizes.items()) / 2


def _log_likelihood(a: int, b: int, n1: int, n2: int) -> float:
    """Compute G² of a occurrences in n1 tokens against b in n2, with two cells."""
    terms = [
        count * math.log(count * (n1 + n2) / (size * (a + b)))
        for count, size in [(a, n1), (b, n2)]
        if count > 0  # x * ln(x) goes to 0 with x
    ]
    # Rounding can carry nearly equal rates a hair below 0.
    return max(0.0, 2 * sum(terms))
