"""Show the text itself, with what was found in it marked in place."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby

from textkit.concordance import kwic
from textkit.quotes import SPEECH, Quote, flatten
from textkit.speakers import UNKNOWN, UNSURE, attributed
from textkit.tokens import require_text, require_tokens, tokenize

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_NOT_IN_HTML = re.compile(r"[\x00\ud800-\udfff]")
_COLORS = 5  # of speakers; the sixth has the first one's again, and the label says who it is
_SHORT = 60  # characters of a quote or a name: more are not repeated
_SORTED = {
    "position": "in the order of the text",
    "left": "sorted by the word to the left",
    "right": "sorted by the word to the right",
}

# The colors of the text are those of the page, light or dark. Only a mark has a background, and so
# a color of its own. All of it holds within a view, and nowhere else on the page.
_STYLE = """<style>
.textkit-view {font-size: 1.1em; line-height: 1.8; overflow-wrap: break-word}
.textkit-view :is(p, ul) {max-width: 48em}
.textkit-view article p {white-space: pre-wrap; margin: 0 0 0.7em}
.textkit-view mark {background: #ffe08a; color: #1a1a1a; padding: 0.1em 0}
.textkit-view mark.speaker-1 {background: #a8d8f0}
.textkit-view mark.speaker-2 {background: #f7cfa3}
.textkit-view mark.speaker-3 {background: #b8e6c1}
.textkit-view mark.speaker-4 {background: #e3c8f2}
.textkit-view mark.speaker-5 {background: #f5c2c7}
.textkit-view mark.other {background: #d5dbe5}
.textkit-view sup {display: inline-block; max-width: 100%; padding: 0 0.2em}
.textkit-view sup {font-size: 0.8em; line-height: 1.2}
.textkit-view u {text-decoration-thickness: 0.12em; text-underline-offset: 0.2em}
.textkit-view summary {cursor: pointer}
.textkit-view ul {list-style: none; padding: 0}
.textkit-view li {margin-bottom: 0.5em}
.textkit-view .kwic {border-collapse: collapse; font-size: 1em; line-height: 1.5; margin: 0}
.textkit-view .kwic :is(th, td) {padding: 0.1em 0.5em; text-align: left; vertical-align: baseline}
.textkit-view .kwic :is(th, td):nth-child(-n + 2) {text-align: right}
.textkit-view .kwic th {font-weight: normal; font-size: 0.9em}
</style>"""
_LEGEND = (
    "A quote looks like <mark>these words</mark><sup>1 who said it (kind)</sup>, and what is not speech "
    'like <mark class="other">these</mark><sup>2 kind</sup>. Where it is not certain '
    "who spoke, a probability stands beside the name. Each speaker also has a color. "
    "The <b>mention</b> of the source is bold, the <u>cue</u> that reports the quote underlined."
)


class View:
    """A text with marks, as a page in a notebook and as plain text elsewhere.

    >>> View("<p>1 &lt; 2</p>", "1 < 2")
    1 < 2
    """

    def __init__(self, page: str, plain: str) -> None:
        self._page = page
        self._plain = plain

    def __repr__(self) -> str:
        return self._plain

    def _repr_html_(self) -> str:
        return self._page


def show_quotes(text: str, *, all_kinds: bool = True) -> View:
    """Show a text with its quotes marked, each with its number, its speaker and its kind.

    In a notebook the mention and the cue of the quotes are marked too. A list below the text says all
    of it in words, the deciding rule included.

    Args:
        text: any text.
        all_kinds: also mark titles, headings and scare quotes. The quotes are numbered as in
            `quote_table` with the same `all_kinds`.

    Returns:
        A View, which shows itself in a notebook; `print` shows it as plain text.

    Raises:
        TypeError: `text` is not a string.

    >>> show_quotes("“We won’t go,” said Ann Lee.")
    “[1 We won’t go, | Ann Lee (full)]” said Ann Lee.
    <BLANKLINE>
    1 quote: 1 full.
    Quote 1: full, said by Ann Lee (mention “Ann Lee”, cue “said”, rule right after said): “We won’t go,”
    >>> show_quotes("Rain fell.")
    Rain fell.
    <BLANKLINE>
    0 quotes.
    """
    require_text(text, "show_quotes")
    quotes = [q for q in attributed(text) if all_kinds or q.kind in SPEECH]
    summary = _summary(quotes)
    words = [f"Quote {number}: {_in_words(q)}" for number, q in enumerate(quotes, 1)]
    return View(
        _page(_paragraphs(text, quotes), summary, words),
        "\n".join([_plain(text, quotes), "", summary, *words]),
    )


def show_speaker(text: str, speaker: str) -> View:
    """Show all that a speaker is quoted with, one quote below the other.

    Args:
        text: any text.
        speaker: a name as `speaker_table` writes it; "unknown" for the quotes without a speaker.

    Returns:
        A View: every quote in full, with its number in `quote_table`, its kind, and what decided.

    Raises:
        TypeError: `text` is not a string.
        ValueError: the text has no quotes of this speaker.

    >>> show_speaker("“We won’t go,” said Ann Lee. “No.”", "Ann Lee")
    Ann Lee: 2 quotes, 4 words.
    “We won’t go,” (quote 1, full; mention “Ann Lee”, cue “said”, rule right after said)
    “No.” (quote 2, full; mention “Ann Lee”, cue “said”, rule spoke just before, and this is a full quote)
    >>> show_speaker("Rain fell.", "Ann Lee")
    Traceback (most recent call last):
    ValueError: Nobody is quoted in this text, so there is no speaker to choose.
    """
    require_text(text, "show_speaker")
    quotes = [q for q in attributed(text) if q.kind in SPEECH]
    names = sorted({q.speaker or UNKNOWN for q in quotes})
    if not names:
        raise ValueError("Nobody is quoted in this text, so there is no speaker to choose.")
    if speaker not in names:
        raise ValueError(f"{speaker!r} has no quote in this text; choose one of: {', '.join(names)}.")
    rows = []
    for number, q in enumerate(quotes, 1):
        if (q.speaker or UNKNOWN) == speaker:
            why = _why(q)
            rows.append((q.text, f"(quote {number}, {_kind(q)}{f'; {why}' if why else ''})"))
    n_words = sum(len(tokenize(words)) for words, _ in rows)
    summary = f"{_line(speaker)}: {_number(len(rows), 'quote')}, {_number(n_words, 'word')}."
    items = "".join(
        f'<li dir="auto">“<mark>{_escape(words)}</mark>” <small>{_escape(label)}</small></li>'
        for words, label in rows
    )
    return View(
        f'{_STYLE}<section class="textkit-view" aria-label="Quotes of a speaker">'
        f"<p>{_escape(summary)}</p><ul>{items}</ul></section>",
        "\n".join([summary, *(f"“{' '.join(words.split())}” {label}" for words, label in rows)]),
    )


def show_concordance(tokens: Iterable[str], keyword: str, *, sort: str = "position", window: int = 5) -> View:
    """Show every occurrence of a keyword in its context, in whatever capitals, below each other.

    Args:
        tokens: the tokens, as `tokenize` gives them.
        keyword: a word, or a phrase with spaces between its words.
        sort: "position" for the order of the text; "left" or "right" for the alphabetical order of
            the words to that side, the nearest word first.
        window: how many tokens to show on each side.

    Returns:
        A View: the rows of `kwic` with their positions. It says so if there is none.

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or the keyword is not a string.
        ValueError: the keyword is empty, the window is negative, or `sort` is another word.

    >>> tokens = "War is peace and Peace is war".split()
    >>> show_concordance(tokens, "peace", window=2, sort="left")
    2 lines with “peace”, sorted by the word to the left.
    4  peace and  Peace  is war
    2     War is  peace  and Peace
    >>> show_concordance(tokens, "tea")
    “tea” does not occur.
    """
    if sort not in _SORTED:
        raise ValueError(f"sort must be one of {', '.join(_SORTED)}; it is {sort!r}.")
    tokens = require_tokens(tokens, "show_concordance")
    table = kwic(tokens, keyword, window=window, ignore_case=True)
    lines = list(table[["position", "left", "keyword", "right"]].itertuples(index=False, name=None))
    if sort == "left":
        lines.sort(key=lambda line: line[1].casefold().split()[::-1])
    elif sort == "right":
        lines.sort(key=lambda line: line[3].casefold().split())
    word = _line(keyword)
    if not lines:
        summary = f"“{word}” does not occur."
        return View(f'{_STYLE}<section class="textkit-view"><p>{_escape(summary)}</p></section>', summary)
    summary = f"{_number(len(lines), 'line')} with “{word}”, {_SORTED[sort]}."
    rows = "".join(
        f'<tr><th scope="row">{position}</th><td>{_escape(left)}</td>'
        f"<td><mark>{_escape(found)}</mark></td><td>{_escape(right)}</td></tr>"
        for position, left, found, right in lines
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in ("position", "left", "keyword", "right"))
    widths = [max(len(str(line[column])) for line in lines) for column in (0, 1, 2)]
    return View(
        f'{_STYLE}<section class="textkit-view" aria-label="Concordance"><p>{_escape(summary)}</p>'
        f'<table class="kwic"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>',
        "\n".join(
            [
                summary,
                *(
                    f"{p:>{widths[0]}}  {left:>{widths[1]}}  {found:<{widths[2]}}  {right}".rstrip()
                    for p, left, found, right in lines
                ),
            ]
        ),
    )


def _label(q: Quote) -> str:
    """Return what stands beside a quote: its speaker and kind."""
    if q.kind not in SPEECH:
        return q.kind
    unsure = q.confidence is not None and q.confidence < UNSURE
    probability = f" {q.confidence:.0%}" if unsure else ""
    return f"{_line(q.speaker or 'unknown')}{probability} ({q.kind})"


def _in_words(q: Quote) -> str:
    """Return everything that is known about a quote, and how it begins."""
    said = _kind(q)
    if q.kind in SPEECH:
        said += f", said by {_line(q.speaker)}" if q.speaker else ", speaker unknown"
    why = _why(q)
    return f"{said}{f' ({why})' if why else ''}: “{_line(q.text)}”"


def _kind(q: Quote) -> str:
    return q.kind if q.closed else f"{q.kind}, its closing mark is missing"


def _why(q: Quote) -> str:
    """Return what decided about the speaker, as far as it is known."""
    why = [f"{name} “{_line(span.text)}”" for name, span in (("mention", q.mention), ("cue", q.cue)) if span]
    return ", ".join([*why, f"rule {q.rule}"] if q.rule else why)


def _line(words: str) -> str:
    """Return the beginning of the words, on one line."""
    line = " ".join(words[: 2 * _SHORT].split())
    return line if len(line) <= _SHORT and len(words) <= 2 * _SHORT else line[: _SHORT - 1] + "…"


def _summary(quotes: list[Quote]) -> str:
    kinds = ", ".join(f"{n:,} {kind}" for kind, n in Counter(q.kind for q in quotes).most_common())
    return f"{_number(len(quotes), 'quote')}{f': {kinds}' if kinds else ''}."


def _number(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def _with_quotes(
    start: int,
    end: int,
    quotes: Iterable[tuple[int, Quote]],
    write: Callable[[int, int], str],
    mark: Callable[[int, Quote], str],
    end_of: Callable[[Quote], int],
) -> str:
    """Return a stretch of the text: quotes, up to `end_of`, as `mark` has them, the rest as `write` has."""
    parts, at = [], start
    for number, q in quotes:
        parts += [write(at, q.start), mark(number, q)]
        at = end_of(q)
    return "".join([*parts, write(at, end)])


def _plain(text: str, quotes: list[Quote]) -> str:
    def write(start: int, end: int) -> str:
        return text[start:end]

    def mark(number: int, q: Quote) -> str:
        return f"[{number} {q.text} | {_label(q)}]"

    return _with_quotes(0, len(text), enumerate(quotes, 1), write, mark, lambda q: q.end)


def _paragraphs(text: str, quotes: list[Quote]) -> str:
    """Return the text as HTML: each of its characters once, and only labels besides."""
    tags = bytearray(len(text))  # of each character: 1 in a mention, 2 in a cue, 3 in both
    for bit, spans in ((1, {q.mention for q in quotes}), (2, {q.cue for q in quotes})):
        for span in filter(None, spans):
            for place in range(span.start, span.end):
                tags[place] |= bit

    def write(start: int, end: int) -> str:
        parts = []
        for tag, run in groupby(range(start, end), tags.__getitem__):
            places = list(run)
            words = _escape(text[places[0] : places[-1] + 1])
            words = f"<u>{words}</u>" if tag & 2 else words
            parts.append(f"<b>{words}</b>" if tag & 1 else words)
        return "".join(parts)

    speakers = list(dict.fromkeys(q.speaker for q in quotes if q.speaker and q.kind in SPEECH))
    colors = {name: f"speaker-{place % _COLORS + 1}" for place, name in enumerate(speakers)}
    starts = {q.start for q in quotes}

    def end_of(q: Quote) -> int:
        """Return where a quote ends, its closing mark included: the label stands behind that."""
        follows = text[q.end : q.end + 1]
        is_mark = follows and not follows.isspace() and not follows.isalnum()
        return q.end + 1 if q.closed and is_mark and q.end not in starts else q.end

    def mark(number: int, q: Quote) -> str:
        color = colors.get(q.speaker or "", "") if q.kind in SPEECH else "other"
        label = f"<sup>{number} <bdi>{_escape(_label(q))}</bdi></sup>"
        marked = f'<mark class="{color}">' if color else "<mark>"
        return f"{marked}{write(q.start, q.end)}</mark>{write(q.end, end_of(q))}{label}"

    parts, at = [], 0
    left = list(enumerate(quotes, 1))[::-1]
    for line in _LINE.finditer(flatten(text)):  # flatten: a quote never crosses its line breaks
        if not text[line.start() : line.end()].strip():
            continue
        inside = []
        while left and left[-1][1].start < line.end():
            inside.append(left.pop())
        words = _with_quotes(line.start(), line.end(), inside, write, mark, end_of)
        parts += [_escape(text[at : line.start()]), f'<p dir="auto">{words}</p>']
        at = line.end()
    return "".join([*parts, _escape(text[at:])])


def _page(article: str, summary: str, words: list[str]) -> str:
    items = "".join(f"<li>{_escape(line)}</li>" for line in words)
    listed = f"<details><summary>Every quote in words</summary><ul>{items}</ul></details>" if words else ""
    legend = f"<p>{_LEGEND}</p>" if words else ""
    return (
        f'{_STYLE}<section class="textkit-view" aria-label="Quotes in the text"><p>{summary}</p>{legend}'
        f"<article>{article}</article>{listed}</section>"
    )


def _escape(words: str) -> str:
    """Return the words as HTML; what HTML cannot hold is shown as �."""
    return html.escape(_NOT_IN_HTML.sub("\ufffd", words)).replace("\r", "&#13;")
