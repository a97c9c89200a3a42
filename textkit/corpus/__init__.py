"""The same helpers over many articles: on one core, on all cores, or on a cluster."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from textkit.corpus.reading import Document, Source, read_corpus
from textkit.corpus.spreading import spread
from textkit.quotes import find_quotes
from textkit.speakers import (
    QUOTE_COLUMNS,
    SPEAKER_COLUMNS,
    UNKNOWN,
    attribute_quotes,
    quote_rows,
    table_of,
)
from textkit.tokens import count_tokens, tokenize

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "Document",
    "corpus_frequency",
    "corpus_keyness",
    "corpus_quotes",
    "corpus_speakers",
    "iter_quotes",
    "read_corpus",
]

_QUOTES = 10  # finding quotes and speakers takes so many times as long as counting, and more


def corpus_frequency(
    source: Source,
    *,
    workers: int | None = None,
    client: Any = None,
    progress: bool | None = None,
    **options: bool,
) -> "pd.DataFrame":
    """Count every type over all documents, as `frequency_table` does in one.

    Memory grows with the vocabulary, about 0.3 GB for a million types, and not with the text.
    Reading is done by one process, so that extra ones speed up counting a few times at most.

    Args:
        source: what `read_corpus` takes, or what it gives.
        workers: how many processes work side by side. None stands for all cores, or for no extra
            process if the corpus is small (below some 8 million characters, or 0.8 where quotes are
            found); 1 for none at any size. In a script, more than one needs
            `if __name__ == "__main__":` around the call.
        client: a `dask.distributed.Client`: its cluster does the work. textkit must be installed
            there; the files are read here.
        progress: True or False shows or hides the progress bar; None shows it in a terminal.
        options: the options of `tokenize`, such as lower=True.

    Returns:
        The columns of `frequency_table` (token, count, per_thousand, rank), in its order, and:

        - documents: the document frequency, in how many documents the type occurs.
        - share_of_documents: the same as a share of all documents, 0 to 1.

    Raises:
        ValueError: workers is below 1, or given together with client.
        RuntimeError: a worker process ended early.
        OSError, ValueError, TypeError, ImportError: see `read_corpus`.

    >>> table = corpus_frequency([("a", "tea and tea"), ("b", "war and peace")])
    >>> print(table.round(2).to_string(index=False))
    token  count  per_thousand  rank  documents  share_of_documents
      and      2        333.33     1          2                 1.0
      tea      2        333.33     1          1                 0.5
    peace      1        166.67     3          1                 0.5
      war      1        166.67     3          1                 0.5
    >>> len(corpus_frequency([]))
    0
    """
    import numpy as np

    from textkit.frequency import frequency_of_counts

    tokenize("", **options)  # an unknown option is found out before the work begins
    counts: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    total = 0
    work = partial(_count, options=options)
    for in_batch, documents_in_batch, size in spread(work, source, workers, client, progress):
        counts.update(in_batch)
        documents.update(documents_in_batch)
        total += size
    table = frequency_of_counts(counts)
    table["documents"] = np.array([documents[token] for token in table["token"]], dtype="int64")
    table["share_of_documents"] = table["documents"] / total
    return table


def _count(batch: list[Document], options: dict[str, bool]) -> tuple[Counter[str], Counter[str], int]:
    return *count_tokens((text for _, text in batch), **options), len(batch)


def corpus_keyness(target: "pd.DataFrame", reference: "pd.DataFrame") -> "pd.DataFrame":
    """Compare two parts of a corpus: the words that the target uses more, or less.

    Args:
        target: the table of `corpus_frequency` (or `frequency_table`) of the part that is studied.
        reference: the table of the part that it is compared with.

    Returns:
        The table of `keyness`, which also explains its formulas.

    Raises:
        TypeError: target or reference is no such table.
        ValueError: one of them is empty.

    >>> spring = corpus_frequency([("a", "flood and rain"), ("b", "flood again")])
    >>> summer = corpus_frequency([("c", "sun and sun and sun")])
    >>> table = corpus_keyness(spring, summer)
    >>> table["token"].iloc[0], table["token"].iloc[-1]
    ('flood', 'sun')
    """
    from textkit.frequency import keyness_of_counts

    counts = []
    for name, table in [("target", target), ("reference", reference)]:
        if not {"token", "count"} <= set(getattr(table, "columns", ())):
            raise TypeError(f"{name} must be a table of corpus_frequency, with the columns token and count.")
        counts.append(Counter(dict(zip(table["token"], table["count"].tolist(), strict=True))))
    return keyness_of_counts(*counts)


def corpus_quotes(
    source: Source,
    *,
    all_kinds: bool = False,
    workers: int | None = None,
    client: Any = None,
    progress: bool | None = None,
) -> "pd.DataFrame":
    """List the quotes of all documents, each with its speaker, as `quote_table` does in one.

    All of them are in memory, about 1 kB each. Where that is too much, take `iter_quotes`.

    Args:
        source: what `read_corpus` takes, or what it gives.
        all_kinds: also list titles, headings and scare quotes, which have no speaker.
        workers: see `corpus_frequency`.
        client: see `corpus_frequency`.
        progress: see `corpus_frequency`.

    Returns:
        The column document, its name, and then the columns of `quote_table`. Their numbers
        begin anew in every document.

    Raises:
        OSError, ValueError, TypeError, ImportError, RuntimeError: see `corpus_frequency`.

    >>> table = corpus_quotes([("a", "“Yes,” said Ann Lee."), ("b", "“No,” said Bo Fox.")])
    >>> table[["document", "quote", "speaker", "text"]]
      document  quote  speaker  text
    0        a      1  Ann Lee  Yes,
    1        b      1   Bo Fox   No,
    >>> len(corpus_quotes([("c", "No quotes here.")]))
    0
    """
    found = spread(partial(_quotes, all_kinds=all_kinds), source, workers, client, progress, _QUOTES)
    return _quote_table(chain.from_iterable(found))


def iter_quotes(
    source: Source,
    *,
    all_kinds: bool = False,
    workers: int | None = None,
    client: Any = None,
    progress: bool | None = None,
) -> "Iterator[pd.DataFrame]":
    """Yield the table of `corpus_quotes` in pieces, so that it need not be in memory as a whole.

    Args:
        source: what `read_corpus` takes, or what it gives.
        all_kinds: also list titles, headings and scare quotes.
        workers: see `corpus_frequency`.
        client: see `corpus_frequency`.
        progress: see `corpus_frequency`.

    Returns:
        An iterator of tables, in the order of the documents. One of them may be empty.

    Raises:
        OSError, ValueError, TypeError, ImportError, RuntimeError: see `corpus_frequency`.

    >>> for piece in iter_quotes([("a", "“Yes,” said Ann Lee."), ("b", "“No,” said Bo Fox.")]):
    ...     print(len(piece))
    2
    >>> list(iter_quotes([]))
    []
    """
    found = spread(partial(_quotes, all_kinds=all_kinds), source, workers, client, progress, _QUOTES)
    return map(_quote_table, found)


_Quoted = tuple[str, list[tuple[Any, ...]]]  # a document's name, and the rows of its quotes


def _quotes(batch: list[Document], all_kinds: bool = False) -> list[_Quoted]:
    # Not `attributed`, which would remember these texts: none of them comes again.
    return [(name, quote_rows(attribute_quotes(text, find_quotes(text)), all_kinds)) for name, text in batch]


def _quote_table(found: Iterable[_Quoted]) -> "pd.DataFrame":
    rows = [(name, *row) for name, rows in found for row in rows]
    return table_of(rows, ["document", *QUOTE_COLUMNS])


def corpus_speakers(
    source: Source,
    *,
    workers: int | None = None,
    client: Any = None,
    progress: bool | None = None,
) -> "pd.DataFrame":
    """Count the quotes and the quoted words of each speaker over all documents.

    Speakers are told apart by name alone: two people who share one are counted as one, and so is
    "a spokesman" of two documents.

    Args:
        source: what `read_corpus` takes, or what it gives.
        workers: see `corpus_frequency`.
        client: see `corpus_frequency`.
        progress: see `corpus_frequency`.

    Returns:
        The columns of `speaker_table` (speaker, quotes, words, share_of_quotes, share_of_words,
        longest), in its order, and documents: in how many of them the speaker is quoted.

    Raises:
        OSError, ValueError, TypeError, ImportError, RuntimeError: see `corpus_frequency`.

    >>> corpus_speakers([("a", "“We won’t go,” said Ann Lee."), ("b", "“No,” said Ann Lee.")])
       speaker  quotes  words  share_of_quotes  share_of_words  longest  documents
    0  Ann Lee       2      4              1.0             1.0        3          2
    >>> len(corpus_speakers([]))
    0
    """
    said: dict[str, tuple[int, int, int, int]] = {}  # quotes, words, longest, documents
    speaker, words = QUOTE_COLUMNS.index("speaker"), QUOTE_COLUMNS.index("words")
    for batch in spread(_quotes, source, workers, client, progress, _QUOTES):
        for _, rows in batch:
            lengths: dict[str, list[int]] = {}
            for row in rows:
                lengths.setdefault(row[speaker] or UNKNOWN, []).append(row[words])
            for name, n in lengths.items():
                before = said.get(name, (0, 0, 0, 0))
                said[name] = (before[0] + len(n), before[1] + sum(n), max(before[2], *n), before[3] + 1)
    all_quotes = sum(row[0] for row in said.values())
    all_words = sum(row[1] for row in said.values()) or 1  # a quote may be all marks
    table = [
        (name, n, words, n / all_quotes, words / all_words, longest, documents)
        for name, (n, words, longest, documents) in sorted(
            said.items(), key=lambda s: (s[0] == UNKNOWN, -s[1][0], s[0])
        )
    ]
    return table_of(table, [*SPEAKER_COLUMNS, "documents"])
