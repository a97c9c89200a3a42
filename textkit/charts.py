"""Draw the tables as charts, each with a description in words that is made from its data."""

import base64
import functools
import html
import io
import math
import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, ParamSpec

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font
from matplotlib.ticker import LogLocator, MaxNLocator, NullFormatter
from wordcloud import WordCloud

from textkit.writing import write_file

# Colors that color-blind readers can tell apart (Okabe and Ito, 2008). They only support what
# place, length or a label already says.
BLUE, ORANGE, INK, GRAY, PALE = "#0072B2", "#D55E00", "#222222", "#808080", "#D0D0D0"

# The house style holds while a chart is drawn or saved, and never longer.
_STYLE: Any = {
    "font.size": 13,
    "text.color": INK,
    "text.usetex": False,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "axes.facecolor": "white",
    "axes.grid": False,
    "axes.unicode_minus": True,
    "xtick.color": INK,
    "ytick.color": INK,
    "figure.dpi": 100,
    "figure.facecolor": "white",
    "savefig.facecolor": "auto",
    "savefig.bbox": None,
    "svg.hashsalt": "textkit",  # ids in an SVG file are random without it
}

FORMATS = ("png", "svg", "pdf")
"""What a chart can be saved as."""

_MEASURES = {"count": "count", "per_thousand": "count in every 1,000 tokens"}
_MOST_BARS = 100
_KINDS = {
    "full": "whole sentences",
    "partial": "parts of sentences",
    "title": "titles of works",
    "heading": "headings",
    "scare": "scare quotes",
}
_UNKNOWN = "unknown"  # what speaker_table calls the row of the quotes without a speaker
_LABEL, _QUOTE = 28, 60  # the longest label in a picture and in a description, in characters

_Options = ParamSpec("_Options")


class Chart:
    """A picture of a table, together with its description in words.

    In a notebook a chart shows itself. Its description is the alternative text of the picture,
    opens below it under "In words", and is what `print` shows. A character that the font lacks
    is drawn as a box; matplotlib's setting `font.family` names the fonts.

    Attributes:
        figure: the matplotlib figure.
        ax: the axes in it that hold this chart, for changes of your own.
        description: what the picture shows, as text.
    """

    def __init__(self, ax: Axes, description: str) -> None:
        self.ax = ax
        self.figure: Figure = ax.figure.canvas.figure
        self.description = _whole(description)

    def __repr__(self) -> str:
        return self.description

    def _repr_html_(self) -> str:
        picture = base64.b64encode(self._bytes("png")).decode("ascii")
        width = round(self.figure.get_figwidth() * 100)
        words = html.escape(self.description)
        # A screen reader reads the alternative text and passes over the closed details, so that
        # nobody hears the same words twice, and everybody can read them.
        return (
            '<figure style="margin:0.5em 0">'
            f'<img alt="{words}" src="data:image/png;base64,{picture}" width="{width}"'
            ' style="max-width:100%;height:auto;background:white;padding:0.5em;box-sizing:border-box">'
            f"<figcaption><details><summary>In words</summary>{words}</details></figcaption>"
            "</figure>"
        )

    def save(self, path: str | Path) -> None:
        """Save the chart's whole figure, the description included.

        The same chart gives the same bytes every time: no dates, no versions.

        Args:
            path: where to, ending in .png, .svg or .pdf.

        Raises:
            ValueError: the path has another ending.
        """
        kind = Path(path).suffix.lower().removeprefix(".")
        if kind not in FORMATS:
            raise ValueError(f"A chart can be saved as .png, .svg or .pdf, not as {str(path)!r}.")
        write_file(path, self._bytes(kind))

    def _bytes(self, kind: str) -> bytes:
        metadata = {
            "png": {"Description": self.description, "Software": None},
            "svg": {"Description": self.description, "Creator": None, "Date": None},
            "pdf": {
                "Subject": self.description,
                "Creator": None,
                "Producer": None,
                "CreationDate": None,
            },
        }
        file = io.BytesIO()
        with mpl.rc_context(_STYLE):
            self.figure.savefig(file, format=kind, dpi=200, metadata=metadata[kind])
        return file.getvalue()


class ChartRow:
    """Charts that show themselves side by side; `side_by_side` makes it."""

    def __init__(self, charts: Sequence[Chart]) -> None:
        self.charts = tuple(charts)

    def __repr__(self) -> str:
        return "\n".join(chart.description for chart in self.charts)

    def _repr_html_(self) -> str:
        cells = "".join(
            f'<div style="flex:1 1 30em;min-width:0">{chart._repr_html_()}</div>' for chart in self.charts
        )
        return f'<div style="display:flex;flex-wrap:wrap;gap:1em">{cells}</div>'


def side_by_side(*charts: Chart) -> ChartRow:
    """Show charts next to each other, or below each other where the window is narrow.

    Args:
        charts: two charts or more; each keeps its own description.

    Returns:
        A row that shows itself in a notebook.
    """
    for chart in charts:
        if not isinstance(chart, Chart):
            raise TypeError(f"side_by_side takes charts, not {type(chart).__name__}.")
    return ChartRow(charts)


def _house_style(plot: Callable[_Options, Chart]) -> Callable[_Options, Chart]:
    """Draw in the house style, and leave matplotlib's settings as they were."""

    @functools.wraps(plot)
    def styled(*args: _Options.args, **options: _Options.kwargs) -> Chart:
        with mpl.rc_context(_STYLE):
            return plot(*args, **options)

    return styled


@_house_style
def plot_bars(
    table: pd.DataFrame, *, label: str, value: str, title: str | None = None, ax: Axes | None = None
) -> Chart:
    """Draw a small table as horizontal bars in the order of its rows, each with its number.

    Args:
        table: any table with a column of names and a column of numbers, at most 100 rows.
        label: the column with the names.
        value: the column with the numbers.
        title: what stands above the chart; by default made from the names of the columns.
        ax: draw here instead of in a figure of its own.

    Returns:
        A Chart; its description names the largest bars and the smallest.

    Raises:
        TypeError: `table` is not a DataFrame.
        ValueError: a column is missing or does not hold numbers, or there are too many rows.

    >>> sizes = pd.DataFrame({"tokenizer": ["split", "tokenize"], "tokens": [581, 604]})
    >>> plot_bars(sizes, label="tokenizer", value="tokens")  # doctest: +NORMALIZE_WHITESPACE
    Bar chart: Tokens by tokenizer. The bars show tokens. Largest: “tokenize” (604). Smallest:
    “split” (581).
    >>> plot_bars(sizes.head(0), label="tokenizer", value="tokens")  # doctest: +NORMALIZE_WHITESPACE
    Bar chart: Tokens by tokenizer. Nothing to show: the table is empty. Look at the
    text or the words that it was made from.
    """
    _check_columns(table, [label, value], "Name two of its columns with label= and value=")
    title = title or f"{value[:1].upper()}{value[1:]} by {label}".replace("_", " ")
    return _bars(_words(table, label), _numbers(table, value), value, title, "", ax)


@_house_style
def plot_frequency(
    table: pd.DataFrame,
    *,
    top: int = 20,
    measure: str = "count",
    title: str | None = None,
    ax: Axes | None = None,
) -> Chart:
    """Draw the most frequent tokens as horizontal bars, the most frequent on top.

    Args:
        table: what `frequency_table` returns; its columns token and `measure` are used.
        top: how many tokens to show, from 1 to 100.
        measure: "count", or "per_thousand" (occurrences in every 1,000 tokens).
        title: what stands above the chart.
        ax: draw here instead of in a figure of its own.

    Returns:
        A Chart; its description names the largest bars and the smallest, and says how many
        tokens are just as frequent as the last one shown.

    Raises:
        TypeError: `table` is not a DataFrame.
        ValueError: a column is missing or does not hold numbers, or an option is unknown.

    >>> table = pd.DataFrame({"token": ["the", "nato", "of"], "count": [5, 3, 3]})
    >>> plot_frequency(table, top=2)  # doctest: +NORMALIZE_WHITESPACE
    Bar chart: The 2 most frequent tokens. The bars show count. Largest: “the” (5). Smallest:
    “nato” (3). 1 more token is just as frequent as the last one shown.
    >>> plot_frequency(table.head(0))  # doctest: +NORMALIZE_WHITESPACE
    Bar chart: The most frequent tokens. Nothing to show: the table is empty. Look at the
    text or the words that it was made from.
    """
    if measure not in _MEASURES:
        raise ValueError(f"measure must be one of {', '.join(_MEASURES)}; it is {measure!r}.")
    _check_columns(table, ["token", measure], "frequency_table(tokens) makes the right table")
    _check_top(top, _MOST_BARS)
    table = _by_size(table, measure)
    tokens, values = _words(table, "token"), _numbers(table, measure)
    number = min(top, len(table))
    title = title or _most_frequent(number)
    ties = int((values[number:] == values[number - 1]).sum()) if number else 0
    more = "token is" if ties == 1 else "tokens are"
    note = f" {ties:,} more {more} just as frequent as the last one shown." if ties else ""
    return _bars(tokens[:number], values[:number], _MEASURES[measure], title, note, ax)


@_house_style
def plot_zipf(
    table: pd.DataFrame, *, logarithmic: bool = True, title: str | None = None, ax: Axes | None = None
) -> Chart:
    """Draw count against rank and the line fitted to them, both on logarithmic scales or both on linear ones.

    Zipf's law (Zipf, 1949) says that the points lie near a straight line with a slope of -1.

    Args:
        table: what `zipf_table` returns; its columns token, count, rank and fitted are used.
        logarithmic: False draws linear scales, on which the fitted line is a curve.
        title: what stands above the chart.
        ax: draw here instead of in a figure of its own.

    Returns:
        A Chart; its description names the most frequent tokens, how many tokens
        occur once, and the slope of the line.

    Raises:
        TypeError: `table` is not a DataFrame.
        ValueError: a column is missing or does not hold numbers.

    >>> table = pd.DataFrame({"token": ["the", "of"], "count": [8, 4], "rank": [1, 2],
    ...                       "fitted": [8.0, 4.0]})
    >>> plot_zipf(table)  # doctest: +NORMALIZE_WHITESPACE
    Log-log chart: Count against rank. 2 different tokens, 0 of them with a count of 1.
    The most frequent: “the” (8), “of” (4). The fitted line has a slope of −1.00.
    >>> plot_zipf(table.head(0))  # doctest: +NORMALIZE_WHITESPACE
    Log-log chart: Count against rank. Nothing to show: the table is empty. Look at the
    text or the words that it was made from.
    """
    needed = ["token", "count", "rank", "fitted"]
    _check_columns(table, needed, "zipf_table(tokens) makes the right table")
    title = title or "Count against rank"
    intro = f"{'Log-log chart' if logarithmic else 'Chart'}: {title}."
    table = table.sort_values("rank", kind="stable")
    tokens, ranks = _words(table, "token"), _numbers(table, "rank", above=0)
    counts = _numbers(table, "count", above=0)
    if not tokens:
        return _nothing(intro, title, ax)
    ax = _start(ax, title, 5.5)
    ax.plot(ranks, counts, "o", color=BLUE, markersize=6, alpha=0.6)
    tops = counts  # of the points and the line: the labels stand above both
    once = int((counts == 1).sum())
    description = (
        f"{intro} {_plural(len(tokens), 'different token')}, {once:,} of them with a count of 1. "
        f"The most frequent: {', '.join(_named(tokens[:3], counts[:3]))}."
    )
    if len(tokens) > 1:
        fitted = _numbers(table, "fitted", above=0)
        slope = math.log(fitted[-1] / fitted[0]) / math.log(ranks[-1] / ranks[0])
        said = f"{slope:.2f}".replace("-", "−")  # a screen reader says "minus" to this sign only
        ends = [0, -1] if logarithmic else slice(None)  # a straight line needs no more
        ax.plot(ranks[ends], fitted[ends], color=ORANGE, linewidth=2.5)
        place = (0, 0) if logarithmic else (0.5, 0.5)  # of the axes: where no point is
        _note(ax, f"fitted line: slope {said}", place, (12, 12), xycoords="axes fraction")
        tops = np.maximum(counts, fitted)
        description += f" The fitted line has a slope of {said}."
    if not logarithmic:  # one label: the others would stand on each other
        ax.set(xlabel="rank", ylabel="count", ylim=(0, tops.max() * 1.1))
        below = int(np.argmax(tops <= counts[0]))  # from here on the line is below the first point
        _note(ax, _labels(tokens[:1], most=12)[0], (ranks[below], counts[0]), (8, 4), va="bottom")
        return Chart(ax, description)
    _logarithmic_scales(ax, ranks.max(), tops.max())
    chosen = _spread(ranks)
    stems = [[(ranks[index], counts[index]), (ranks[index], tops[index])] for index in chosen]
    ax.add_collection(LineCollection(stems, colors=GRAY, linewidths=1), autolim=False)  # from point to label
    for index, label in zip(chosen, _labels([tokens[i] for i in chosen], most=12), strict=True):
        _note(ax, label, (ranks[index], tops[index]), (3, 7), rotation=40, rotation_mode="anchor")
    return Chart(ax, description)


def _logarithmic_scales(ax: Axes, most_rank: float, most_count: float) -> None:
    ax.set(xscale="log", yscale="log", xlabel="rank (logarithmic)", ylabel="count (logarithmic)")
    ax.set(xlim=(0.8, most_rank * 1.3), ylim=(0.7, most_count * 3))
    for axis, largest in ((ax.xaxis, most_rank), (ax.yaxis, most_count)):
        axis.set_major_locator(LogLocator(subs=(1, 2, 5) if largest < 2000 else (1,)))
        axis.set_major_formatter(lambda number, _: f"{number:,.0f}")
        axis.set_minor_formatter(NullFormatter())


@_house_style
def plot_cloud(
    table: pd.DataFrame,
    *,
    top: int = 100,
    seed: int = 1,
    title: str | None = None,
    ax: Axes | None = None,
) -> Chart:
    """Draw the most frequent tokens as a word cloud: the more frequent, the larger.

    The same table, options and font give the same cloud every time. A letter's area, not its
    height, follows the count, so that small words stay legible.

    Args:
        table: what `frequency_table` returns; its columns token and count are used.
        top: how many tokens to show, from 1 to 500.
        seed: another whole number arranges the same words in another way.
        title: what stands above the chart.
        ax: draw here instead of in a figure of its own.

    Returns:
        A Chart; its description names the largest tokens with their counts, and says how many
        found no room.

    Raises:
        TypeError: `table` is not a DataFrame.
        ValueError: a column is missing or does not hold numbers, or `top` is out of range.

    >>> table = pd.DataFrame({"token": ["nato", "poland"], "count": [16, 9]})
    >>> plot_cloud(table)  # doctest: +NORMALIZE_WHITESPACE
    Word cloud: The 2 most frequent tokens, larger where the count is higher. Largest:
    “nato” (16), “poland” (9). It holds 2 tokens; the smallest count among them is 9.
    >>> plot_cloud(table.head(0))  # doctest: +NORMALIZE_WHITESPACE
    Word cloud: The most frequent tokens. Nothing to show: the table is empty. Look at the
    text or the words that it was made from.
    """
    _check_columns(table, ["token", "count"], "frequency_table(tokens) makes the right table")
    _check_top(top, 500)
    table = _by_size(table, "count").head(top)
    tokens, counts = _words(table, "token"), _numbers(table, "count", above=0)
    title = title or _most_frequent(len(tokens))
    intro = f"Word cloud: {title}"
    if not tokens:
        return _nothing(f"{intro}.", title, ax)
    heights: dict[str, float] = {}
    for label, count in zip(_labels(tokens), counts, strict=True):
        while label in heights:  # two long tokens may have been cut to the same label
            label += " "
        heights[label] = math.sqrt(count)
    # Choose the largest letter so that the words cover about half of the picture: WordCloud
    # shrinks what finds no room, and then equal counts would come out in unequal sizes.
    width, height = 1600, 900
    longest = max(len(label) * size for label, size in heights.items())
    inked = sum(len(label) * size**2 for label, size in heights.items())
    scale = min(1.5 * width / longest, math.sqrt(width * height / inked))
    cloud = WordCloud(
        font_path=findfont(FontProperties()),
        width=width,
        height=height,
        background_color="white",
        prefer_horizontal=1,
        relative_scaling=1,
        max_font_size=min(300, int(scale * max(heights.values()))),
        min_font_size=14,
        margin=8,
        max_words=len(heights),
        color_func=lambda *_, random_state, **__: random_state.choice((BLUE, INK)),
        random_state=seed,
    ).generate_from_frequencies(heights)
    ax = _start(ax, title, 5)
    ax.imshow(cloud.to_array(), interpolation="bilinear")
    ax.set_axis_off()
    drawn = len(cloud.layout_)
    description = (
        f"{intro}, larger where the count is higher. "
        f"Largest: {', '.join(_named(tokens[:5], counts[:5]))}. "
        f"It holds {_plural(drawn, 'token')}; the smallest count among them is {counts[drawn - 1]:,.0f}."
    )
    if drawn < len(tokens):
        description += f" No room was left for {_plural(len(tokens) - drawn, 'token')}."
    return Chart(ax, description)


@_house_style
def plot_dispersion(
    table: pd.DataFrame, *, n_tokens: int, title: str | None = None, ax: Axes | None = None
) -> Chart:
    """Draw a line a word, with a tick wherever the word occurs in the text.

    Args:
        table: what `dispersion` returns; its columns word and positions are used.
        n_tokens: how many tokens the text has: `len(tokens)`.
        title: what stands above the chart.
        ax: draw here instead of in a figure of its own.

    Returns:
        A Chart; its description says how often each word occurs in the text's first, second and
        last third.

    Raises:
        TypeError: `table` is not a DataFrame.
        ValueError: a column is missing, or a position lies outside the text.

    >>> table = pd.DataFrame({"word": ["nato", "tusk"], "positions": [[0, 7, 8], []]})
    >>> plot_dispersion(table, n_tokens=9)  # doctest: +NORMALIZE_WHITESPACE
    Dispersion plot: Where the words occur. The text has 9 tokens. Occurrences in its first,
    second and last third: “nato”: 1, 0, 2; “tusk”: 0, 0, 0.
    >>> plot_dispersion(table.head(0), n_tokens=9)  # doctest: +NORMALIZE_WHITESPACE
    Dispersion plot: Where the words occur. Nothing to show: the table is empty. Look at the
    text or the words that it was made from.
    """
    _check_columns(table, ["word", "positions"], "dispersion(tokens, words) makes the right table")
    title = title or "Where the words occur"
    words, positions = _words(table, "word"), [list(places) for places in table["positions"]]
    intro = f"Dispersion plot: {title}."
    if not words:
        return _nothing(intro, title, ax)
    outside = [place for places in positions for place in places if not 0 <= place < n_tokens]
    if outside:
        raise ValueError(
            f"Position {outside[0]} lies outside a text of {_plural(n_tokens, 'token')}: "
            "n_tokens must be len(tokens) of the same tokens that dispersion() was given."
        )
    ax = _start(ax, title, 1.5 + 0.45 * len(words))
    rows = range(len(words))
    ax.hlines(rows, 0, n_tokens, color=PALE, linewidth=1)
    ax.eventplot(positions, lineoffsets=rows, linelengths=0.7, linewidths=2, colors=BLUE, clip_on=False)
    for row, places in enumerate(positions):
        at_the_end = {"xycoords": ax.get_yaxis_transform(), "va": "center_baseline"}
        _note(ax, f"{len(places):,}×", (1, row), (6, 0), **at_the_end)
    ax.set_yticks(rows, _labels(words), parse_math=False)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.set(xlim=(0, max(n_tokens, 1)), ylim=(len(words) - 0.5, -0.5))
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.set_xlabel("position in the text, in tokens")
    thirds = [[place * 3 // n_tokens for place in places] for places in positions]
    spread = "; ".join(
        f"“{_cut(word, _QUOTE)}”: {third.count(0)}, {third.count(1)}, {third.count(2)}"
        for word, third in zip(words, thirds, strict=True)
    )
    return Chart(
        ax,
        f"{intro} The text has {_plural(n_tokens, 'token')}. Occurrences in its first, second "
        f"and last third: {spread}.",
    )


@_house_style
def plot_sentence_lengths(table: pd.DataFrame, *, title: str | None = None, ax: Axes | None = None) -> Chart:
    """Draw the length of every sentence in the order of the text, with their median.

    Args:
        table: what `sentence_table` returns; its columns sentence and tokens are used.
        title: what stands above the chart.
        ax: draw here instead of in a figure of its own.

    Returns:
        A Chart; its description names the median, the longest and the shortest sentence.

    Raises:
        TypeError: `table` is not a DataFrame.
        ValueError: a column is missing or does not hold numbers.

    >>> table = pd.DataFrame({"sentence": [1, 2, 3], "tokens": [25, 4, 19]})
    >>> plot_sentence_lengths(table)  # doctest: +NORMALIZE_WHITESPACE
    Bar chart: Sentence lengths along the text. 3 sentences, median length 19 tokens.
    Longest: sentence 1 (25). Shortest: sentence 2 (4).
    >>> plot_sentence_lengths(table.head(0))  # doctest: +NORMALIZE_WHITESPACE
    Bar chart: Sentence lengths along the text. Nothing to show: the table is empty. Look at the
    text or the words that it was made from.
    """
    _check_columns(table, ["sentence", "tokens"], "sentence_table(text) makes the right table")
    title = title or "Sentence lengths along the text"
    intro = f"Bar chart: {title}."
    numbers, lengths = _numbers(table, "sentence"), _numbers(table, "tokens")
    if len(table) == 0:
        return _nothing(intro, title, ax)
    ax = _start(ax, title, 4.5)
    longest, shortest, median = lengths.argmax(), lengths.argmin(), float(np.median(lengths))
    bars = ax.bar(numbers, lengths, color=BLUE)
    bars[longest].set_color(ORANGE)
    ax.axhline(median, color=INK, linewidth=1.5, linestyle="--")
    end = {"xycoords": ax.get_yaxis_transform(), "va": "center"}
    _note(ax, f"median:\n{_plural(median, 'token')}", (1, median), (6, 0), **end)
    long, short = (f"sentence {numbers[at]:.0f}" for at in (longest, shortest))
    side = "left" if longest < len(lengths) / 2 else "right"
    top = (numbers[longest], lengths[longest])
    _note(ax, f"longest: {long}, {_plural(lengths[longest], 'token')}", top, (0, 5), ha=side)
    ax.set_ylim(0, max(lengths.max(), 1) * 1.12)
    ax.set_xlim(numbers.min() - 0.6, numbers.max() + 0.6)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1))
    ax.yaxis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1))
    ax.set(xlabel="sentence", ylabel="tokens")
    return Chart(
        ax,
        f"{intro} {_plural(len(lengths), 'sentence')}, median length {_plural(median, 'token')}. "
        f"Longest: {long} ({lengths[longest]:.0f}). "
        f"Shortest: {short} ({lengths[shortest]:.0f}).",
    )


@_house_style
def plot_quotes(
    table: pd.DataFrame, *, n_characters: int, title: str | None = None, ax: Axes | None = None
) -> Chart:
    """Draw a line a kind of quote, with a bar from the start to the end of every quote.

    A short quote is drawn a little wider than it is, so that it can be seen.

    Args:
        table: what `quote_table(text, all_kinds=True)` returns; its columns start, end, kind, words
            and text are used. A kind that `find_quotes` does not know gets a line under its own name.
        n_characters: how long the text is: `len(text)`.
        title: what stands above the chart.
        ax: draw here instead of in a figure of its own.

    Returns:
        A Chart; its description says how many quotes of each kind stand in the text's first, second
        and last third, and which quote is the longest.

    Raises:
        TypeError: `table` is not a DataFrame.
        ValueError: a column is missing or does not hold numbers, or a quote lies outside the text.

    >>> table = pd.DataFrame({"start": [1, 70], "end": [30, 79], "kind": ["full", "scare"],
    ...                       "words": [6, 1], "text": ["We will not go to Rome again.", "expertise"]})
    >>> plot_quotes(table, n_characters=90)  # doctest: +NORMALIZE_WHITESPACE
    Quote chart: Quotes along the article. 2 quotes in 90 characters. Its first, second and last third
    have: whole sentences: 1, 0, 0; scare quotes: 0, 0, 1. The most stand in the first and last third (1).
    Longest: “We will not go to Rome again.” (6 words).
    >>> plot_quotes(table.head(0), n_characters=90)  # doctest: +NORMALIZE_WHITESPACE
    Quote chart: Quotes along the article. Nothing to show: the table is empty. Look at the
    text or the words that it was made from.
    """
    needed = ["start", "end", "kind", "words", "text"]
    _check_columns(table, needed, "quote_table(text, all_kinds=True) makes the right table")
    title = title or "Quotes along the article"
    intro = f"Quote chart: {title}."
    starts, ends, words = (_numbers(table, column) for column in ("start", "end", "words"))
    for start, end in zip(starts, ends, strict=True):
        if not 0 <= start <= end <= n_characters:
            raise ValueError(
                f"The quote from {start:.0f} to {end:.0f} lies outside a text of "
                f"{_plural(n_characters, 'character')}: n_characters must be len(text) of the same text "
                "that quote_table() was given."
            )
    if len(table) == 0:
        return _nothing(intro, title, ax)
    of_quotes = _words(table, "kind")
    others = sorted(set(of_quotes) - set(_KINDS))
    kinds = [kind for kind in [*_KINDS, *others] if kind in of_quotes]
    lanes = np.array([kinds.index(kind) for kind in of_quotes])
    ax = _start(ax, title, 1.8 + 0.6 * len(kinds))
    ax.hlines(range(len(kinds)), 0, n_characters, color=PALE, linewidth=1, zorder=0)
    widths = np.maximum(ends - starts, 0.006 * n_characters)
    lefts = np.minimum(starts, n_characters - widths)  # the last bar stays inside
    bars = ax.barh(lanes, widths, left=lefts, height=0.5, color=BLUE, edgecolor="white", linewidth=0.5)
    longest = int(words.argmax())
    bars[longest].set_facecolor(ORANGE)
    side = "left" if starts[longest] < n_characters / 2 else "right"
    top = (lefts[longest] + (side == "right") * widths[longest], lanes[longest] - 0.25)
    _note(ax, f"longest: {_plural(words[longest], 'word')}", top, (0, 4), ha=side)
    for lane in range(len(kinds)):
        at_the_end = {"xycoords": ax.get_yaxis_transform(), "va": "center_baseline"}
        _note(ax, f"{(lanes == lane).sum():,}×", (1, lane), (6, 0), **at_the_end)
    names = [_KINDS.get(kind, kind) for kind in kinds]
    ax.set_yticks(range(len(kinds)), _labels(names), parse_math=False)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.set(xlim=(0, max(n_characters, 1)), ylim=(len(kinds) - 0.5, -0.75))
    ax.xaxis.set_major_locator(MaxNLocator(nbins=5, steps=[1, 2, 5, 10], integer=True))
    ax.xaxis.set_major_formatter(lambda number, _: f"{number:,.0f}")
    ax.set_xlabel("place in the article, in characters")
    thirds = np.minimum(starts * 3 // max(n_characters, 1), 2).astype(int)
    spread = "; ".join(
        f"{_cut(name, _QUOTE)}: {', '.join(str(((lanes == lane) & (thirds == n)).sum()) for n in range(3))}"
        for lane, name in enumerate(names)
    )
    most = np.bincount(thirds, minlength=3)
    fullest = [third for third, n in zip(("first", "second", "last"), most, strict=True) if n == max(most)]
    longest_words = _cut(_words(table, "text")[longest], _QUOTE)
    return Chart(
        ax,
        f"{intro} {_plural(len(table), 'quote')} in {_plural(n_characters, 'character')}. Its first, "
        f"second and last third have: {spread}. "
        f"The most stand in the {' and '.join(fullest)} third ({max(most)}). "
        f"Longest: “{longest_words}” ({_plural(words[longest], 'word')}).",
    )


@_house_style
def plot_speakers(
    table: pd.DataFrame, *, top: int = 10, title: str | None = None, ax: Axes | None = None
) -> Chart:
    """Draw two bars a speaker, side by side: how many quotes, and how many quoted words.

    Quotes and words have different units, so each has its own scale, from 0. The quotes without a
    speaker are always the last row, in gray.

    Args:
        table: what `speaker_table` returns; its columns speaker, quotes and words are used.
        top: how many speakers to show, from 1 to 100; those with the most quotes come first.
        title: what stands above the chart.
        ax: draw here instead of in a figure of its own: the quotes in the left half of it, the words
            in axes that are set into its right half.

    Returns:
        A Chart; its `ax` holds the quotes, `ax.child_axes[0]` the words. Its description names both
        numbers for every speaker shown, and says how many speakers are left out.

    Raises:
        TypeError: `table` is not a DataFrame.
        ValueError: a column is missing or does not hold numbers, or `top` is out of range.

    >>> table = pd.DataFrame({"speaker": ["Ann Lee", "unknown"], "quotes": [2, 1], "words": [31, 4]})
    >>> plot_speakers(table)  # doctest: +NORMALIZE_WHITESPACE
    Bar chart: Quotes and quoted words by speaker. “Ann Lee”: 2 quotes, 31 words; speaker unknown:
    1 quote, 4 words.
    >>> plot_speakers(table.head(0))  # doctest: +NORMALIZE_WHITESPACE
    Bar chart: Quotes and quoted words by speaker. Nothing to show: the table is empty. Look at the
    text or the words that it was made from.
    """
    needed = ["speaker", "quotes", "words"]
    _check_columns(table, needed, "speaker_table(text) makes the right table")
    _check_top(top, _MOST_BARS)
    title = title or "Quotes and quoted words by speaker"
    intro = f"Bar chart: {title}."
    names = [_UNKNOWN if pd.isna(name) else str(name) for name in table["speaker"]]
    rows = list(zip(names, _numbers(table, "quotes"), _numbers(table, "words"), strict=True))
    if not rows:
        return _nothing(intro, title, ax)
    known = sorted((row for row in rows if row[0] != _UNKNOWN), key=lambda row: (-row[1], row[0]))
    left_out = known[top:]
    rows = known[:top] + [row for row in rows if row[0] == _UNKNOWN]
    ax = _start(ax, title, 1.4 + 0.35 * len(rows))
    colors = [GRAY if name == _UNKNOWN else BLUE for name, _, _ in rows]
    beside = ax.inset_axes((0.52, 0, 0.48, 1), sharey=ax)
    quotes, words = [row[1] for row in rows], [row[2] for row in rows]
    for axes, values, measure in ((ax, quotes, "quotes"), (beside, words, "quoted words")):
        _horizontal(axes, values, measure, colors)
        axes.set_xlim(0, max(*values, 1) * 1.4)
    ax.set_xlim(0, ax.get_xlim()[1] / 0.48)  # the quotes keep to the left half
    beside.tick_params(axis="y", labelleft=False)
    ax.set_yticks(range(len(rows)), _labels(row[0] for row in rows), parse_math=False)
    said = [
        f"{'speaker unknown' if name == _UNKNOWN else f'“{_cut(name, _QUOTE)}”'}: "
        f"{_plural(n_quotes, 'quote')}, {_plural(n_words, 'word')}"
        for name, n_quotes, n_words in rows
    ]
    note = ""
    if left_out:
        rest = _plural(sum(row[1] for row in left_out), "quote")
        note = f" Left out: {_plural(len(left_out), 'speaker')} with {rest} in all."
    return Chart(ax, f"{intro} {'; '.join(said)}.{note}")


@_house_style
def plot_null(
    values: Iterable[float],
    *,
    real: float,
    measure: str = "value",
    title: str | None = None,
    ax: Axes | None = None,
) -> Chart:
    """Draw what a measure gives when only chance is at work, as a histogram, with the real value beside it.

    Args:
        values: what the measure gave in each random deal or shuffle.
        real: what it gives for the real text.
        measure: what the values are; it stands below the chart.
        title: what stands above the chart.
        ax: draw here instead of in a figure of its own.

    Returns:
        A Chart; its description says from where to where the values go, and how many of them are at
        least as high as the real one.

    Raises:
        ValueError: one of the values is not a number.

    >>> plot_null([3, 5, 4], real=5, measure="difference")  # doctest: +NORMALIZE_WHITESPACE
    Histogram: What chance alone gives. 3 values of difference by chance, from 3 to 5, with a median
    of 4. The real value is 5: 1 of the 3 is at least as high.
    >>> plot_null([], real=5)  # doctest: +NORMALIZE_WHITESPACE
    Histogram: What chance alone gives. Nothing to show: the table is empty. Look at the
    text or the words that it was made from.
    """
    numbers = _numbers(pd.DataFrame({measure: [*values, real]}), measure)
    by_chance = numbers[:-1]
    title = title or "What chance alone gives"
    intro = f"Histogram: {title}."
    if len(by_chance) == 0:
        return _nothing(intro, title, ax)
    ax = _start(ax, title, 4)
    low, high = min(0, numbers.min()), max(numbers.max(), 1)
    edges = MaxNLocator(nbins=40).tick_values(low, high)
    top = np.histogram(by_chance, edges)[0].max()
    ax.hist(by_chance, bins=list(edges), color=BLUE, edgecolor="white", linewidth=0.5)
    lowest, middle, highest, marked = _written(
        [round(float(number), 1) for number in (by_chance.min(), np.median(by_chance), by_chance.max(), real)]
    )
    ax.axvline(real, color=ORANGE, linewidth=3)
    side, offset = ("right", -6) if real > (low + high) / 2 else ("left", 6)
    _note(ax, f"real: {marked}", (real, top * 1.12), (offset, 0), ha=side, va="center")
    ax.set(xlim=(low, high * 1.02), ylim=(0, top * 1.25))
    ax.yaxis.set_major_locator(MaxNLocator(integer=True))
    ax.set(xlabel=measure, ylabel=f"how many of the {len(by_chance):,}")
    number = int((by_chance >= real).sum())
    as_high = f"{number:,} of the {len(by_chance):,} {'is' if number == 1 else 'are'} at least as high"
    beside = as_high if number else "all of them are lower"
    return Chart(
        ax,
        f"{intro} {len(by_chance):,} values of {measure} by chance, from {lowest} to {highest}, with a "
        f"median of {middle}. The real value is {marked}: {beside}.",
    )


def _check_columns(table: pd.DataFrame, columns: Iterable[str], maker: str) -> None:
    """Raise an error that says what is wrong with the table, and what makes the right one."""
    if not isinstance(table, pd.DataFrame):
        raise TypeError(f"A chart needs a table (a DataFrame), not {type(table).__name__}. {maker}.")
    missing = [column for column in columns if column not in table.columns]
    if missing:
        has = ", ".join(map(str, table.columns)) or "none"
        raise ValueError(f"The table has no column {missing[0]!r}; it has: {has}. {maker}.")


def _check_top(top: int, most: int) -> None:
    if top not in range(1, most + 1):
        raise ValueError(f"top must be a number from 1 to {most}; it is {top!r}.")


def _words(table: pd.DataFrame, column: str) -> list[str]:
    return [str(word) for word in table[column]]


def _numbers(table: pd.DataFrame, column: str, *, above: float = -math.inf) -> Any:
    """Return a column as an array of numbers, or say which cell does not fit."""
    numbers = pd.to_numeric(table[column], errors="coerce").to_numpy(dtype=float)
    for cell, number in zip(table[column], numbers, strict=True):
        if not above < number < math.inf:
            kind = "numbers above 0" if above == 0 else "numbers"
            raise ValueError(f"Column {column!r} must hold {kind}, but one of its cells is {cell!r}.")
    return numbers


def _most_frequent(number: int) -> str:
    if number < 2:
        return "The most frequent token" + ("" if number else "s")
    return f"The {number} most frequent tokens"


def _by_size(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return the table with the largest number first, ties by token."""
    return table.sort_values([column, "token"], ascending=[False, True], kind="stable")


def _cut(words: str, most: int) -> str:
    """Return the words on one line, without control characters, and no longer than `most`."""
    words = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", words).split())
    return words if len(words) <= most else words[: most - 1] + "…"


def _whole(words: str) -> str:
    """Return the words with a question mark for each half of a character (a lone surrogate)."""
    return words.encode("utf-8", "replace").decode("utf-8")


def _labels(words: Iterable[str], *, most: int = _LABEL) -> list[str]:
    """Return the words as the picture can draw them: cut, and with a box for what it can't."""
    families = mpl.rcParams["font.family"]
    known = {
        code
        for family in families
        for code in FT2Font(findfont(FontProperties(family=[family]))).get_charmap()
    }
    return ["".join(char if ord(char) in known else "□" for char in _cut(word, most)) for word in words]


def _written(numbers: Sequence[float]) -> list[str]:
    """Return numbers as text: whole ones whole, others with three figures of the largest.

    >>> _written([1234.0, 5.0]), _written([26.316, 0.5])
    (['1,234', '5'], ['26.3', '0.5'])
    """
    largest = max((abs(number) for number in numbers), default=0)
    whole = largest == 0 or all(float(number).is_integer() for number in numbers)
    places = 0 if whole else max(0, 2 - math.floor(math.log10(largest)))
    return [f"{number:,.{places}f}".replace("-", "−") for number in numbers]


def _named(words: Sequence[str], numbers: Any) -> list[str]:
    """Return words with their numbers, for a description."""
    pairs = zip(words, _written(numbers), strict=True)
    return [f"“{_cut(word, _QUOTE)}” ({number})" for word, number in pairs]


def _plural(number: float, noun: str) -> str:
    written = f"{number:,.1f}".removesuffix(".0")  # a median may lie half-way
    return f"{written} {noun}" if number == 1 else f"{written} {noun}s"


def _spread(ranks: Any) -> list[int]:
    """Return the first few indexes whose logarithms leave room for a label at each."""
    room = math.log(ranks[-1] * 1.6) / 18
    chosen = [0]
    for index, rank in enumerate(ranks[:50]):
        if math.log(rank / ranks[chosen[-1]]) >= room and len(chosen) < 7:
            chosen.append(index)
    return chosen


def _note(
    ax: Axes, words: str, point: tuple[float, float], offset: tuple[float, float], **options: Any
) -> None:
    """Write words beside a point, as many points of type away from it as `offset` says."""
    ax.annotate(words, point, offset, textcoords="offset points", parse_math=False, **options)


def _start(ax: Axes | None, title: str, height: float) -> Axes:
    """Return axes in the house style: `ax`, or new ones in a figure of their own."""
    if ax is None:
        ax = Figure(figsize=(8, height), layout="constrained").add_subplot()
    ax.spines[["top", "right"]].set_visible(False)
    ax.tick_params(labelsize=13)
    ax.xaxis.label.set_fontsize(13)
    ax.yaxis.label.set_fontsize(13)
    title = textwrap.fill(_whole(title), 40)
    ax.set_title(title, loc="left", pad=12, size=16, weight="bold", parse_math=False)
    return ax


def _nothing(intro: str, title: str, ax: Axes | None) -> Chart:
    """Return the chart of an empty table, which says so."""
    ax = _start(ax, title, 2)
    ax.set_axis_off()
    what, why = (
        "Nothing to show: the table is empty.",
        "Look at the text or the words that it was made from.",
    )
    ax.text(0.5, 0.5, f"{what}\n{why}", ha="center", va="center", transform=ax.transAxes)
    return Chart(ax, f"{intro} {what} {why}")


def _horizontal(ax: Axes, values: Any, measure: str, color: str | list[str]) -> None:
    """Draw horizontal bars, the first on top, each with its number; the names are still to come."""
    bars = ax.barh(range(len(values)), values, color=color, height=0.75)
    for number in ax.bar_label(bars, _written(values), padding=4):
        number.set_verticalalignment("center_baseline")  # level with the name at the other end
    ax.tick_params(axis="y", length=0)
    ax.set_ylim(len(values) - 0.4, -0.6)
    ax.set_xticks([])
    ax.spines[:].set_visible(False)
    ax.axvline(0, color=INK, linewidth=1)
    ax.set_xlabel(measure, loc="left", fontsize=13)


def _bars(names: list[str], values: Any, measure: str, title: str, note: str, ax: Axes | None) -> Chart:
    """Return horizontal bars, the first name on top."""
    measure = measure.replace("_", " ")
    intro = f"Bar chart: {title}."
    if not names:
        return _nothing(intro, title, ax)
    if len(names) > _MOST_BARS:
        raise ValueError(f"{len(names):,} bars are too many to read; draw table.head({_MOST_BARS}).")
    ax = _start(ax, title, 1.2 + 0.3 * len(names))
    _horizontal(ax, values, measure, BLUE)
    ax.set_yticks(range(len(names)), _labels(names), parse_math=False)
    if min(values) < 0:
        ax.margins(x=0.15)  # room for the numbers to the left of the bars
    said = _named(names, values)
    order = [said[index] for index in np.argsort(-values, kind="stable")]
    summary = f"Largest: {', '.join(order[:-1][:3])}. Smallest: {order[-1]}."
    if len(names) == 1:
        summary = f"There is one: {said[0]}."
    return Chart(ax, f"{intro} The bars show {measure}. {summary}{note}")
