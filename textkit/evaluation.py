"""A table against hand labels: precision, recall and F1; two readers against each other: kappa."""

from collections import Counter, deque
from collections.abc import Hashable, Iterable, Sequence
from math import nan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def match_spans(found: "pd.DataFrame", gold: "pd.DataFrame", *, overlap: float = 0.5) -> "pd.DataFrame":
    """Pair the stretches that were found with those that were labeled by hand.

    Two stretches may be paired if their overlap, that is intersection over union (Jaccard, 1912),
    in characters, is large enough. Each is paired once; the best overlaps go first.

    Args:
        found: a table with the columns start and end, such as `quote_table` returns.
        gold: the hand labels, with the same columns.
        overlap: the smallest overlap of a pair, above 0; with 1 the borders must be the same.

    Returns:
        A row a pair, and a row for each stretch without one: found and gold (row numbers in the two
        tables, from 0; missing where there is no partner) and overlap (0 to 1), in the order
        of the text.

    Raises:
        ValueError: if a column is missing or overlap is not above 0 and at most 1.

    >>> import pandas as pd
    >>> found = pd.DataFrame({"start": [0, 20], "end": [10, 30]})
    >>> gold = pd.DataFrame({"start": [0, 50], "end": [8, 60]})
    >>> match_spans(found, gold)
       found  gold  overlap
    0      0     0      0.8
    1      1  <NA>      0.0
    2   <NA>     1      0.0
    >>> len(match_spans(found, gold, overlap=1).dropna())
    0
    """
    import pandas as pd

    if not 0 < overlap <= 1:
        raise ValueError(f"overlap must be above 0 and at most 1, not {overlap!r}.")
    a, b = _spans(found, "found"), _spans(gold, "gold")
    ahead = deque(sorted(range(len(b)), key=lambda j: b[j]))
    candidates = []
    for i in sorted(range(len(a)), key=lambda i: a[i]):
        while ahead and b[ahead[0]][1] <= a[i][0]:
            ahead.popleft()
        for j in ahead:
            if b[j][0] >= a[i][1]:
                break
            shared = min(a[i][1], b[j][1]) - max(a[i][0], b[j][0])
            union = max(a[i][1], b[j][1]) - min(a[i][0], b[j][0])
            if shared / union >= overlap:
                candidates.append((-shared / union, i, j))
    partner_of_found: dict[int, int] = {}
    partner_of_gold: dict[int, int] = {}
    rows: list[tuple[int, int | None, int | None, float]] = []
    for score, i, j in sorted(candidates):
        if i not in partner_of_found and j not in partner_of_gold:
            partner_of_found[i], partner_of_gold[j] = j, i
            rows.append((a[i][0], i, j, -score))
    rows += [(a[i][0], i, None, 0.0) for i in range(len(a)) if i not in partner_of_found]
    rows += [(b[j][0], None, j, 0.0) for j in range(len(b)) if j not in partner_of_gold]
    rows.sort(key=lambda row: (row[0], row[1] is None, row[1] or 0))
    table = pd.DataFrame([row[1:] for row in rows], columns=["found", "gold", "overlap"])
    return table.astype({"found": "Int64", "gold": "Int64", "overlap": "float64"})


def evaluate(
    found: "pd.DataFrame",
    gold: "pd.DataFrame",
    *,
    overlap: float = 0.5,
    columns: Iterable[str] = ("speaker", "kind"),
) -> "pd.DataFrame":
    """Measure what was found against hand labels.

    Precision is the share of what was found that is right, recall the share of the hand labels that
    was found, and F1 = 2 · right / (found + gold), their harmonic mean (van Rijsbergen, 1979).

    Args:
        found: a table with the columns start and end, such as `quote_table` returns.
        gold: the hand labels, with the same columns.
        overlap: how much of two stretches must be shared (see `match_spans`).
        columns: what else to compare; those that both tables have are used. A pair is right if
            both hold the same (case and outer space aside) or both are empty.

    Returns:
        A row a question: measure ("span": is the stretch right? then "span and speaker" and so on,
        for each column), right, found, gold (counts), precision, recall, f1 (0 to 1; NaN where
        there is nothing to divide by).

    Raises:
        ValueError: if start or end is missing or overlap is not above 0 and at most 1.

    >>> import pandas as pd
    >>> found = pd.DataFrame({"start": [0, 20], "end": [10, 30], "speaker": ["Ann Lee", None]})
    >>> gold = pd.DataFrame({"start": [0, 20], "end": [10, 30], "speaker": ["Ann Lee", "Bo Fox"]})
    >>> evaluate(found, gold)
                measure  right  found  gold  precision  recall   f1
    0              span      2      2     2        1.0     1.0  1.0
    1  span and speaker      1      2     2        0.5     0.5  0.5
    >>> evaluate(found[:0], gold)[["precision", "recall", "f1"]].iloc[0].tolist()
    [nan, 0.0, 0.0]
    """
    import pandas as pd

    pairs = match_spans(found, gold, overlap=overlap).dropna()
    counts = {"span": len(pairs)}
    for column in columns:
        if column in found and column in gold:
            ours, theirs = found[column].map(_plain).tolist(), gold[column].map(_plain).tolist()
            same = (ours[i] == theirs[j] for i, j in zip(pairs["found"], pairs["gold"], strict=True))
            counts[f"span and {column}"] = sum(same)
    table = pd.DataFrame({"measure": list(counts), "right": list(counts.values())})
    table["found"], table["gold"] = len(found), len(gold)
    table["precision"] = table["right"] / table["found"]
    table["recall"] = table["right"] / table["gold"]
    table["f1"] = 2 * table["right"] / (table["found"] + table["gold"])
    return table


def kappa(labels: Sequence[Hashable], others: Sequence[Hashable]) -> float:
    """Measure how far two readers agree beyond what chance would give (Cohen, 1960).

    Kappa = (agreement - expected) / (1 - expected). The expected agreement is that of two readers who
    give each label as often as these two and do not look at the text.

    Args:
        labels: the labels of one reader, one for each item.
        others: those of the other reader, for the same items in the same order.

    Returns:
        1 where they always agree, 0 where they agree as often as by chance, below 0 where less often;
        NaN where both give one and the same label throughout, or there are no labels.

    Raises:
        ValueError: if the lists differ in length.

    >>> kappa([True, True, False, False], [True, False, False, False])
    0.5
    >>> kappa(["yes", "yes"], ["yes", "yes"])
    nan
    """
    n = len(labels)
    if n != len(others):
        raise ValueError(f"labels and others must be equally long, not {n} and {len(others)}.")
    given, given_by_other = Counter(labels), Counter(others)
    expected = sum(given[label] * given_by_other[label] for label in given)  # times n squared, as below
    if expected == n * n:
        return nan
    agreed = sum(a == b for a, b in zip(labels, others, strict=True))
    return (n * agreed - expected) / (n * n - expected)


def _spans(table: "pd.DataFrame", name: str) -> list[tuple[int, int]]:
    missing = [column for column in ("start", "end") if column not in table]
    if missing:
        raise ValueError(f"{name} has no column {missing[0]!r}: add it, in characters.")
    return list(zip(table["start"].tolist(), table["end"].tolist(), strict=True))


def _plain(value: object) -> str:
    import pandas as pd

    return "" if pd.isna(value) else str(value).strip().casefold()  # type: ignore[call-overload]
