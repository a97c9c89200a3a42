"""Who said it: quotes to speakers, by evidence that can be read and questioned."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from textkit.quotes import SPEECH, Quote, find_quotes
from textkit.speakers.decision import Decision
from textkit.tokens import require_text, tokenize
from textkit.weights import WEIGHTS

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["UNKNOWN", "UNSURE", "attribute_quotes", "explain_quote", "quote_table", "speaker_table"]

UNKNOWN = "unknown"
"""The row of `speaker_table` for the quotes without a speaker."""

UNSURE = 0.9
"""A quote whose confidence is below this deserves a second look."""

QUOTE_COLUMNS = [
    "quote", "start", "end", "kind", "speaker", "mention", "cue", "rule", "confidence", "words", "text"
]  # fmt: skip
EXPLAIN_COLUMNS = [
    "candidate", "place", "speaker", "evidence", "weight", "total", "probability", "chosen", "meaning"
]  # fmt: skip
SPEAKER_COLUMNS = ["speaker", "quotes", "words", "share_of_quotes", "share_of_words", "longest"]

_REMEMBERED = 4  # texts: the article on the table, and a few beside it


def attribute_quotes(text: str, quotes: list[Quote]) -> list[Quote]:
    """Find who said each quote: its cue, mention, speaker, the rule that decided and how sure it is.

    The candidates are the mentions in the quote's sentence and in the one before, the speakers of
    the quotes before and after, and nobody. The evidence for and against each has weights that were
    learned from annotated news (words/evidence.csv); their sum decides (see `explain_quote`). A
    dash signature and a label such as `Lee: “...”` are certain. A pronoun that means nobody named
    leaves the speaker None, with its mention. Words woven into a sentence are "partial" if
    somebody says them, else "scare".

    Args:
        text: the text that the quotes were found in.
        quotes: what `find_quotes(text)` returned.

    Returns:
        The same quotes in the same order; those that are speech with cue, mention, speaker and rule
        filled in as far as they are known, and with the probability that the speaker (None
        included) is right. Only the kind of words woven into a sentence may differ.

    Raises:
        TypeError: text is not a string.

    >>> text = "Mayor Ann Lee was tired. “We won’t go,” she said. “Not today.”"
    >>> for quote in attribute_quotes(text, find_quotes(text)):
    ...     print(quote.speaker, "|", quote.mention.text, "|", quote.confidence > 0.9)
    Ann Lee | she | True
    Ann Lee | she | True
    >>> attribute_quotes("No quotes here.", [])
    []
    """
    require_text(text, "attribute_quotes")
    if not any(q.kind in SPEECH for q in quotes):
        return list(quotes)
    answers = {quote.start: quote for quote in Decision(text, quotes, WEIGHTS).answers}
    return [answers.get(quote.start, quote) for quote in quotes]


def quote_table(text: str, *, all_kinds: bool = False) -> "pd.DataFrame":
    """Count and list the quotes of a text, each with its speaker.

    Args:
        text: any text.
        all_kinds: also list titles, headings and scare quotes, which have no speaker.

    Returns:
        A row a quote, in the order of the text: quote (its number, from 1), start and end (in
        characters), kind, speaker, mention, cue, rule (None where not known), confidence (the
        probability that the speaker is right, from 0 to 1), words (tokens of `tokenize`) and text.

    Raises:
        TypeError: text is not a string.

    >>> table = quote_table("“We won’t go,” said Ann Lee, who wrote the novel “Walden”.")
    >>> table[["quote", "kind", "speaker", "cue", "words"]]
       quote  kind  speaker   cue  words
    0      1  full  Ann Lee  said      3
    >>> len(quote_table("No quotes here."))
    0
    """
    require_text(text, "quote_table")
    return table_of(quote_rows(attributed(text), all_kinds), QUOTE_COLUMNS)


def quote_rows(quotes: Iterable[Quote], all_kinds: bool = False) -> list[tuple[Any, ...]]:
    """List the rows of `quote_table` without making a table, which takes longer than finding them.

    >>> quote_rows(attributed("“We won’t go,” said Ann Lee."))[0][:5]
    (1, 1, 13, 'full', 'Ann Lee')
    """
    wanted = (q for q in quotes if all_kinds or q.kind in SPEECH)
    return [
        (number, q.start, q.end, q.kind, q.speaker, q.mention.text if q.mention else None,
         q.cue.text if q.cue else None, q.rule, q.confidence, len(tokenize(q.text)), q.text)
        for number, q in enumerate(wanted, 1)
    ]  # fmt: skip


def explain_quote(text: str, number: int, *, without: Iterable[str] = ()) -> "pd.DataFrame":
    """List the evidence for and against everybody who may have said a quote.

    Args:
        text: any text.
        number: which quote, as in `quote_table(text)`, from 1.
        without: names of evidence to take away, in the whole text, to see what they decide.

    Returns:
        A row a candidate and piece of evidence, the most probable candidate and the weightiest
        evidence first: candidate (as printed, or "nobody"), place (where it stands: "here",
        "sentence before", "quote before", "quote after", "nobody", or the layout that is certain),
        speaker, evidence, weight, total (of the candidate's weights), probability (of the
        candidate, 0 to 1), chosen and meaning (of the evidence, in a sentence).

    Raises:
        TypeError: text is not a string.
        ValueError: there is no such quote or no such evidence.

    >>> table = explain_quote("“We won’t go,” said Ann Lee.", 1)
    >>> table.loc[table["chosen"], ["candidate", "evidence"]].head(1)
      candidate          evidence
    0   Ann Lee  right after said
    """
    require_text(text, "explain_quote")
    names = [without] if isinstance(without, str) else list(without)
    if unknown := sorted(set(names) - set(WEIGHTS)):
        raise ValueError(
            f"without: no evidence is named {unknown[0]!r}. Copy a name from the column evidence that "
            "explain_quote gives when nothing is taken away."
        )
    weights = {name: weight for name, weight in WEIGHTS.items() if name not in names}
    spoken = [quote.start for quote in attributed(text) if quote.kind in SPEECH]
    if number not in range(1, len(spoken) + 1):
        raise ValueError(f"number: there is no quote {number}. The text has {len(spoken)}, numbered from 1.")
    decision = Decision(text, find_quotes(text), weights)
    starts = [quote.start for quote in decision.quotes]
    return table_of(decision.explained(starts.index(spoken[number - 1])), EXPLAIN_COLUMNS)


def speaker_table(text: str) -> "pd.DataFrame":
    """Count the quotes and the quoted words of each speaker.

    Args:
        text: any text.

    Returns:
        A row a speaker: speaker, quotes, words (quoted tokens), share_of_quotes and share_of_words
        (of the whole, 0 to 1), longest (words of the longest quote); most quotes first, then by
        name. Quotes without a speaker are in a row of their own, "unknown", the last, so
        that the columns add up to the whole.

    Raises:
        TypeError: text is not a string.

    >>> speaker_table("“We won’t go,” said Ann Lee. “Not today.” Bo Fox said: “Good.”")
       speaker  quotes  words  share_of_quotes  share_of_words  longest
    0  Ann Lee       2      5         0.666667        0.833333        3
    1   Bo Fox       1      1         0.333333        0.166667        1
    >>> len(speaker_table("No quotes here."))
    0
    """
    require_text(text, "speaker_table")
    said: dict[str, list[int]] = {}
    for q in attributed(text):
        if q.kind in SPEECH:
            said.setdefault(q.speaker or UNKNOWN, []).append(len(tokenize(q.text)))
    quotes = sum(map(len, said.values()))
    words = sum(map(sum, said.values())) or 1  # a quote may be all marks
    rows = [
        (name, len(n), sum(n), len(n) / quotes, sum(n) / words, max(n))
        for name, n in sorted(said.items(), key=lambda s: (s[0] == UNKNOWN, -len(s[1]), s[0]))
    ]
    return table_of(rows, SPEAKER_COLUMNS)


@lru_cache(maxsize=_REMEMBERED)
def attributed(text: str) -> tuple[Quote, ...]:
    """Find the quotes of a text and who said them: once, however many tables and views ask.

    >>> [quote.speaker for quote in attributed("“We won’t go,” said Ann Lee.")]
    ['Ann Lee']
    """
    return tuple(attribute_quotes(text, find_quotes(text)))


def table_of(rows: Iterable[tuple[Any, ...]], columns: list[str]) -> "pd.DataFrame":
    """Return a table whose types are the same for no rows.

    >>> table_of([], SPEAKER_COLUMNS)["quotes"].dtype
    dtype('int64')
    """
    import pandas as pd

    types = dict.fromkeys(["quote", "start", "end", "words", "quotes", "longest", "documents"], "int64")
    shares = ["share_of_quotes", "share_of_words", "confidence", "weight", "total", "probability"]
    types |= dict.fromkeys(shares, "float64")
    table = pd.DataFrame(rows, columns=columns, dtype="object")
    return table.astype({column: types[column] for column in columns if column in types})
