"""The preflight on one page, for the instructor: to read on a screen, or to print and take to class."""

import os
from html import escape
from typing import Any

import pandas as pd

from textkit.article import Article
from textkit.course.key import class_key
from textkit.course.suitability import (
    DOUBTFUL,
    NOT_HERE,
    TRIVIAL,
    preflight,
    preflight_exercises,
    preflight_summary,
)
from textkit.course.verdicts import as_html
from textkit.speakers import UNKNOWN, UNSURE, quote_table

_STYLE = """
:root { color-scheme: light dark; --line: #8888; --quiet: GrayText; }
body { font: 16px/1.45 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .6rem .25rem 0; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
th[scope=row], td:first-child { white-space: nowrap; }
caption { text-align: left; font-weight: bold; font-size: 1.1rem; padding: .4rem 0; }
caption small { display: block; font-weight: normal; }
.state { white-space: nowrap; }
.state b { border: 1px solid; border-radius: .3rem; padding: 0 .3rem; }
@media print { body { font-size: 9.5pt; max-width: none; margin: 0; } tr { break-inside: avoid; } }
"""
_HEAD = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width">\n<title>Preflight of '
)
_TOLD = {
    NOT_HERE: ("Leave out", "The article has nothing for them. Their check says so, and gives the point."),
    TRIVIAL: ("Little to find", "They can be done, but their answer is 0 or empty, or comes by itself."),
    DOUBTFUL: ("Look at first", "Their answer rests on quotes whose speaker is uncertain: see below."),
}


def preflight_sheet(article: Article) -> str:
    """Return the preflight of an article as an HTML page: what to leave out, what to look at, all answers.

    Args:
        article: what `load_article` returns.

    Returns:
        The page, complete and without scripts.

    >>> rain = Article("Rain fell.", ("Rain fell.",), (), "rain.txt")
    >>> "<h1>Preflight of rain.txt</h1>" in preflight_sheet(rain)
    True
    """
    chapters, exercises = preflight(article), preflight_exercises(article)
    parts = [
        f"<h1>Preflight of {escape(article.source)}</h1>",
        f"<p>This is {escape(preflight_summary(article))}.</p>",
        *(_group(exercises, state) for state in _TOLD),
        _uncertain(article),
        "<h2>All exercises</h2>",
        *(_chapter(row, exercises) for row in chapters.itertuples()),
    ]
    return (
        f"{_HEAD}{escape(article.source)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(filter(None, parts))
        + "\n</body>\n</html>\n"
    )


def require_place_for_sheet(file: str | os.PathLike[str]) -> None:
    """Make sure that a sheet may be written to a file: there is none yet, or it is such a sheet.

    Args:
        file: where the sheet is to go.

    Raises:
        FileExistsError: something else is there.

    >>> require_place_for_sheet("seeds/nato_article.txt")
    Traceback (most recent call last):
    FileExistsError: 'seeds/nato_article.txt' is there already, and no preflight sheet. Name another file.
    """
    head = _HEAD.encode()
    if not os.path.isfile(file):
        return
    with open(file, "rb") as there:
        if there.read(len(head)) not in (head, b""):
            raise FileExistsError(
                f"{os.fspath(file)!r} is there already, and no preflight sheet. Name another file."
            )


def _group(exercises: pd.DataFrame, state: str) -> str:
    """List the exercises of a state, with what to know about them."""
    rows = exercises[exercises["state"] == state]
    if rows.empty:
        return ""
    heading, what = _TOLD[state]
    items = (
        f"<li>{row.exercise} {escape(str(row.title))}: {as_html(str(row.because))}</li>"
        for row in rows.itertuples()
    )
    return f"<h2>{heading}</h2>\n<p>{what}</p>\n<ul>\n" + "\n".join(items) + "\n</ul>"


def _uncertain(article: Article) -> str:
    """List the quotes whose speaker is uncertain, with the words around the speaker."""
    quotes = quote_table(article.text)
    sure = [quote.start for quote in class_key(article) if (quote.confidence or 0) >= UNSURE]
    unsure = quotes[~quotes["start"].isin(sure)]
    if unsure.empty:
        return ""
    rows = (
        f"<tr><th scope=row>{row.quote}</th><td>{escape(str(row.speaker or UNKNOWN))}</td>"
        f"<td>{row.confidence:.2f}</td><td>{escape(str(row.text))}</td></tr>"
        for row in unsure.itertuples()
    )
    return (
        "<h2>Uncertain speakers</h2>\n<table>\n<tr><th scope=col>quote</th><th scope=col>speaker</th>"
        "<th scope=col>confidence</th><th scope=col>text</th></tr>\n" + "\n".join(rows) + "\n</table>"
    )


def _chapter(chapter: Any, exercises: pd.DataFrame) -> str:
    """Write the table of a chapter."""
    rows = (
        f"<tr><th scope=row>{row.exercise}</th><td>{escape(row.title)}</td>"
        f"<td class=state>{row.state if row.state == 'live' else f'<b>{row.state}</b>'}</td>"
        f"<td>{escape(row.answer)}</td></tr>"
        for row in exercises[exercises["chapter"] == chapter.chapter].itertuples()
    )
    suits = "suits" if chapter.suits else "lacks something"
    return (
        f"<table>\n<caption>{chapter.chapter} {escape(chapter.title)}: {suits}"
        f"<small>{escape(chapter.because)}</small></caption>\n"
        "<tr><th scope=col>exercise</th><th scope=col>title</th><th scope=col>state</th>"
        "<th scope=col>answer</th></tr>\n" + "\n".join(rows) + "\n</table>"
    )
