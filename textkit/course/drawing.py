"""What students read for themselves: a few stretches and quotes, drawn so that the lesson is among them.

The first ones of an article may all be alike. So some are drawn that are no speech and some that are
doubtful, and where the article has none, one comes from the companion text.
"""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from textkit.article import Article, project_folder
from textkit.quotes import SPEECH
from textkit.speakers import UNSURE, quote_table

_NOT_SPEECH = 3  # of ten stretches, if there are as many
_SHORT, _MOST_SHORT = 2, 2  # words of a stretch on which readers differ, and how many of them are drawn
_MOST_UNSURE = 2  # of five quotes


def draw_stretches(article: Article, companion: Article, most: int = 10) -> pd.DataFrame:
    """Draw stretches between quotation marks, to be labeled as speech or not.

    They are drawn from the article if a second reader's labels come with it, else from the companion:
    up to three that the tool takes for no speech, one that the second reader calls otherwise, two of
    a word or two, and the others from all over the text.

    Args:
        article: the article of the class.
        companion: the text that is used in its place.
        most: how many to draw.

    Returns:
        A row a stretch, in the order of the text: source (the name of the text's file), second_reader
        (True if the second reader calls it speech), around (the text beside it, and the stretch itself
        between `>>` and `<<`) and the columns of `quote_table(text, all_kinds=True)`.

    >>> from textkit import load_article
    >>> article = load_article("seeds/nato_article.txt")
    >>> debate = load_article("seeds/tarrowmere_debate.txt")
    >>> list(draw_stretches(article, debate)["kind"].head(3))
    ['partial', 'partial', 'partial']
    """
    text, read = article, second_reader(article)
    if read.empty:
        text, read = companion, second_reader(companion)
    found = quote_table(text.text, all_kinds=True).merge(read, how="left", on=["start", "end"])
    speech = found["kind"].isin(SPEECH)
    drawn = _spread(found.index[~speech], _NOT_SPEECH)
    unlike = found.index[speech != found["second_reader"]].difference(drawn)
    drawn += list(unlike[:1])
    short = found[(found["kind"] == "partial") & (found["words"] <= _SHORT)]
    drawn += list(short.sort_values("words", kind="stable").index.difference(drawn, sort=False)[:_MOST_SHORT])
    drawn += _spread(found.index[speech].difference(drawn), most - len(drawn))
    return _shown(found.loc[sorted(drawn)], text, 60, 40)


def draw_quotes(article: Article, companion: Article, most: int = 5) -> pd.DataFrame:
    """Draw quotes whose speakers a student names: the two that the tool is least sure of, and others.

    Where the tool is sure of every quote of the article, one comes from the companion, and so do
    those that are missing if the article has too few.

    Args:
        article: the article of the class.
        companion: the text with a quote that the tool is not sure of.
        most: how many to draw.

    Returns:
        A row a quote, those of the article first, in the order of the text: source (the name of the
        text's file), around (the text beside it, and the quote itself between `>>` and `<<`) and the
        columns of `quote_table`.

    >>> from textkit import load_article
    >>> article = load_article("seeds/nato_article.txt")
    >>> debate = load_article("seeds/tarrowmere_debate.txt")
    >>> drawn = draw_quotes(article, debate)
    >>> len(drawn), bool(min(drawn["confidence"]) < UNSURE)
    (5, True)
    """
    quotes, others = quote_table(article.text), quote_table(companion.text)
    drawn = _least_sure(quotes, _MOST_UNSURE)
    drawn += _spread(quotes.index.difference(drawn), most - len(drawn) - (not drawn))
    missing = most - len(drawn)
    added = _least_sure(others, min(missing, 1))
    added += _spread(others.index.difference(added), missing - len(added))
    parts = [
        _shown(quotes.loc[sorted(drawn)], article, 200, 80),
        _shown(others.loc[sorted(added)], companion, 200, 80),
    ]
    return pd.concat([part for part in parts if len(part)], ignore_index=True)


def second_reader(article: Article) -> pd.DataFrame:
    """Read the labels of a second reader that come with a text of the project, whatever its file is called.

    Args:
        article: the text.

    Returns:
        A row a stretch: start, end (in characters) and second_reader (True if it is speech); no
        rows if nobody has labeled this text.

    >>> from textkit import load_article
    >>> len(second_reader(load_article("seeds/nato_article.txt")))
    24
    """
    for file in sorted((project_folder() / "seeds").glob("*_second_reader.csv")):
        if (labels := _labels_of(file, article)) is not None:
            return labels
    return pd.DataFrame({"start": [], "end": [], "second_reader": []}).astype("int64")


def _labels_of(file: Path, article: Article) -> pd.DataFrame | None:
    """Return the labels in a file, None if they are those of another text."""
    table = pd.read_csv(file, keep_default_na=False)
    begins = zip(table["start"], table["begins"], strict=True)
    if not all(article.text.startswith(words, start) for start, words in begins):
        return None
    return table[["start", "end"]].assign(second_reader=table["speech"] == "yes")


def _least_sure(quotes: pd.DataFrame, most: int) -> list[int]:
    unsure = quotes[quotes["confidence"] < UNSURE].sort_values("confidence", kind="stable")
    return list(unsure.index[:most])


def _spread(rows: Iterable[int], most: int) -> list[int]:
    """Take so many rows from all over, or all if there are fewer."""
    rows = list(rows)
    most = min(most, len(rows))
    return [rows[place * len(rows) // most] for place in range(most)]


def _shown(table: pd.DataFrame, text: Article, before: int, after: int) -> pd.DataFrame:
    """Add the name of the text's file, and each stretch, marked, with so many characters around it."""
    around = []
    for start, end in zip(table["start"], table["end"], strict=True):
        pieces = text.text[max(0, start - before) : start], text.text[start:end], text.text[end : end + after]
        around.append(" ".join("{}>>{}<<{}".format(*pieces).split()))
    return table.assign(source=Path(text.source).name, around=around).reset_index(drop=True)
