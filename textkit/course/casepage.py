"""The page of a case file: the question, the claims and their evidence, in one HTML file to hand in."""

import hashlib
import html
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from textkit.article import Article, load_article
from textkit.charts import Chart, plot_dispersion, plot_frequency, plot_quotes, plot_speakers, plot_zipf
from textkit.concordance import kwic
from textkit.course.casefile import CASE_FILE, QUESTION, CaseFile
from textkit.course.progress import Note
from textkit.course.series import chapter_title
from textkit.course.verdicts import show
from textkit.frequency import dispersion, frequency_table, zipf_table
from textkit.report import STYLE
from textkit.speakers import quote_table, speaker_table
from textkit.tokens import content_words, tokenize
from textkit.writing import write_file

CASE_PAGE = "case_page.html"
"""The name of the page, in the folder of the notebooks."""
CLAIM = "your_own_article"
"""The chapter whose last line is the claim of the page."""
_WINDOW = 8  # tokens to each side of a line's word
_SEAL = re.compile(r"<!-- textkit ([0-9a-f]{16}) -->\n\Z")
_STYLE = """
blockquote {margin: 0.5em 0; padding: 0 1em; border-left: 0.3em solid #888; font-size: 1.1em}
.claim {font-size: 1.3em}
mark {background: none; color: inherit; font-weight: bold; text-decoration: underline}
@media print {body {max-width: none; font-size: 11pt} figure, blockquote, li {break-inside: avoid}
h2, h3 {break-after: avoid} summary {display: none}}
"""


def _frequency(text: str) -> Chart:
    tokens = tokenize(text, lower=True)
    table = frequency_table(content_words(tokens) or tokens)
    return plot_frequency(table, top=10, title="The most frequent content words")


def _dispersion(text: str) -> Chart:
    tokens = tokenize(text, lower=True)
    words = frequency_table(content_words(tokens) or tokens)["token"].head(5)
    return plot_dispersion(dispersion(tokens, list(words)), n_tokens=len(tokens))


def _quotes(text: str) -> Chart:
    return plot_quotes(quote_table(text, all_kinds=True), n_characters=len(text))


def _speakers(text: str) -> Chart:
    return plot_speakers(speaker_table(text))


EVIDENCE: Mapping[str, Callable[[str], Chart]] = {
    "frequency": _frequency,
    "zipf": lambda text: plot_zipf(zipf_table(tokenize(text, lower=True))),
    "words_in_context": _dispersion,
    "quotes": _quotes,
    "who_said_it": _speakers,
}
"""The chart of the class's article that stands below a chapter's line, by the chapter's name."""


def case_page(
    article: Article, *, word: str = "", lines: Iterable[int] = (), against: Iterable[int] = ()
) -> None:
    """Write the page of the case file, `case_page.html` in the notebook's folder.

    The page needs no other file and no network. A page that somebody has edited is never written over:
    the new one gets a name of its own, and you are told.

    Args:
        article: the one that your claim is about, as `load_article` returns it.
        word: the word or phrase of your claim.
        lines: the numbers of its lines that support the claim, as `kwic` counts them, capitals or small.
        against: the numbers of those that speak against it.

    Returns:
        Nothing: a sentence on what happened is shown below the cell.

    Raises:
        TypeError: `article` is not an Article.

    >>> case_page(load_article())  # doctest: +SKIP
    Written: case_page.html. Open it in your browser, read it once more, and hand it in.
    """
    if not isinstance(article, Article):
        raise TypeError(
            f"case_page takes an Article, as load_article returns it, not {type(article).__name__}."
        )
    try:
        kept = CaseFile(Path.cwd()).last_lines()
        if not kept:
            show(Note(f"Nothing has been kept yet, so there is no page: {CASE_FILE} has no line in it."))
            return
        said = write_page(Path.cwd(), page(kept, article, word, _numbers(lines), _numbers(against)))
    except (OSError, ValueError) as error:
        said = f"The page could not be written. {error}"
    show(Note(said))


def page(
    kept: Mapping[str, str],
    article: Article,
    word: str = "",
    lines: Iterable[int] = (),
    against: Iterable[int] = (),
) -> str:
    """Return the page of a case file in HTML.

    Args:
        kept: the last line of each chapter, by the chapter's name.
        article: the one that the claim is about.
        word: the word or phrase of the claim, "" for none.
        lines: the numbers of its lines that support the claim.
        against: the numbers of those that speak against it.

    Raises:
        ValueError: there is no line of that number.

    >>> rain = Article("Rain & wind. No rain.", (), (), "rain.txt")
    >>> made = page({"your_own_article": "It rains <twice>."}, rain, "rain", [0])
    >>> "It rains &lt;twice&gt;." in made, "<mark>Rain</mark> wind" in made
    (True, True)
    """
    claim = kept.get(CLAIM)
    parts = ["<h2>My claim</h2>"]
    parts.append(_said(claim, "claim") if claim else "<p>I have kept no claim of my own yet.</p>")
    parts += [f"<h3>The text: {_name(article)}</h3>", _glance(article)]
    if word:
        table = kwic(tokenize(article.text), word, window=_WINDOW, ignore_case=True)
        rows = [
            f"{html.escape(left)} <mark>{html.escape(node)}</mark> {html.escape(right)}".strip()
            for left, node, right in zip(table["left"], table["keyword"], table["right"], strict=True)
        ]
        rate = f"{len(rows) / len(tokenize(article.text)) * 1000:,.1f} in every 1,000 tokens"
        times = f"{len(rows):,} with “{html.escape(word)}”, {rate}"
        parts.append(f"<h3>The lines: {times}</h3>")
        parts += [_lines("For the claim", rows, lines), _lines("Against it", rows, against)]
    parts += [_speakers(article.text)._repr_html_(), _dispersion(article.text)._repr_html_()]
    others = {chapter: line for chapter, line in kept.items() if chapter != CLAIM}
    if others:
        own = load_article()
        parts += ["<h2>What I found on the way</h2>", f"<p>About {_name(own)}:</p>"]
        for chapter, line in others.items():
            parts += [f"<h3>{html.escape(chapter_title(chapter))}</h3>", _said(line)]
            parts += [EVIDENCE[chapter](own.text)._repr_html_()] if chapter in EVIDENCE else []
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>My case file</title><style>{STYLE}{_STYLE}</style></head>"
        f"<body><main><h1>{QUESTION}</h1>{''.join(parts)}</main></body></html>\n"
    )


def write_page(folder: Path, made: str) -> str:
    """Write a page into a folder, not over one that somebody has edited; return what happened, in words."""
    edited = []
    place = folder / CASE_PAGE
    while place.exists() and _is_edited(place):
        edited.append(place.name)
        place = folder / f"{Path(CASE_PAGE).stem}_{len(edited) + 1}.html"
    write_file(place, f"{made}<!-- textkit {_hash(made)} -->\n".encode())
    kept = f"{' and '.join(edited)} had been edited and was left alone. " if edited else ""
    return f"{kept}Written: {place.name}. Open it in your browser, read it once more, and hand it in."


def _is_edited(file: Path) -> bool:
    """Tell whether a page is not as it was written."""
    text = file.read_bytes().decode("utf-8", errors="replace")
    seal = _SEAL.search(text)
    return seal is None or seal[1] != _hash(text[: seal.start()])


def _hash(made: str) -> str:
    return hashlib.sha256(made.encode()).hexdigest()[:16]


def _numbers(given: object) -> list[int]:
    """Read the numbers of lines as a student gives them; the blank and anything else are none."""
    values = list(given) if isinstance(given, Iterable) and not isinstance(given, str | bytes) else [given]
    return [int(value) for value in values if hasattr(value, "__index__")]


def _name(article: Article) -> str:
    """Return the name of an article's file; the folders before it are nobody's business."""
    return html.escape(Path(article.source).name)


def _glance(article: Article) -> str:
    tokens = tokenize(article.text, lower=True)
    numbers = {
        "tokens": len(tokens),
        "types": len(set(tokens)),
        "paragraphs": len(article.paragraphs),
        "quotes": len(quote_table(article.text)),
    }
    return (
        "<dl>" + "".join(f"<dt>{name}</dt><dd>{number:,}</dd>" for name, number in numbers.items()) + "</dl>"
    )


def _said(line: str, kind: str = "line") -> str:
    return f'<blockquote class="{kind}">{html.escape(line)}</blockquote>'


def _lines(title: str, rows: list[str], numbers: Iterable[int]) -> str:
    """Return the lines of these numbers as a list.

    Raises:
        ValueError: there is no line of that number.
    """
    chosen = list(numbers)
    if missing := [number for number in chosen if not 0 <= number < len(rows)]:
        raise ValueError(f"There is no line {missing[0]}: the lines go from 0 to {len(rows) - 1}.")
    listed = "".join(f"<li>{rows[number]}</li>" for number in chosen) or "<li>None chosen.</li>"
    return f"<p>{title}:</p><ul>{listed}</ul>"
