"""What the charts say: their labels, lengths and descriptions, read from the axes, not from pixels."""

import base64
import io
import itertools
import re
import subprocess
import sys
from html.parser import HTMLParser
from xml.etree import ElementTree

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings, strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image, ImageFilter

from textkit import charts
from textkit.charts import (
    Chart,
    plot_bars,
    plot_cloud,
    plot_dispersion,
    plot_frequency,
    plot_null,
    plot_quotes,
    plot_sentence_lengths,
    plot_speakers,
    plot_zipf,
    side_by_side,
)
from textkit.frequency import zipf_table


def frequencies(counts):
    table = pd.DataFrame({"token": list(counts), "count": list(counts.values())})
    table["per_thousand"] = table["count"] * 1000 / table["count"].sum()
    table["rank"] = range(1, len(table) + 1)
    return table


def zipf(counts):
    table = frequencies(counts)
    return table.assign(fitted=100 / table["rank"] ** 0.5)[["token", "count", "rank", "fitted"]]


def places(positions):
    return pd.DataFrame({"word": list(positions), "positions": list(positions.values())})


def sentences(lengths):
    numbers = pd.Series(range(1, len(lengths) + 1), dtype="int64")
    return pd.DataFrame({"sentence": numbers, "tokens": pd.Series(lengths, dtype="int64")})


def quotes(rows):
    return pd.DataFrame(rows, columns=["start", "end", "kind", "words", "text"])


def speakers(rows):
    return pd.DataFrame(rows, columns=["speaker", "quotes", "words"])


COUNTS = {"the": 34, "to": 23, "nato": 12, "poland": 6, "rutte": 6, "tusk": 3, "dire": 1}
HOSTILE = {
    "$E=mc^2$": 40,
    "_under": 39,
    "<script>alert(1)</script>": 38,
    '"&amp;': 37,
    "😀🪿": 36,
    "漢字": 35,
    "漢語": 34,
    "שלום": 33,
    "Привет": 32,
    "line\nbreak": 31,
    "a" * 400: 30,
    "a" * 401: 29,
    "$": 28,
    "%s{x}\\frac": 27,
    "\x00\u200b": 26,
}
LENGTHS = [14, 25, 4, 4, 41, 19]
QUOTES = [
    (10, 60, "full", 9, "We will not go to the other town."),
    (100, 101, "scare", 1, "x"),
    (200, 290, "full", 15, "We go."),
    (299, 300, "partial", 1, "y"),
]
SPEAKERS = [("Bo Fox", 2, 90), ("Ann Lee", 5, 31), ("unknown", 9, 4), ("Al Ito", 2, 8)]
PLACES = {"nato": [0, 1, 50, 99], "poland": [98], "zebra": []}

EVERY_CHART = {
    "bars": lambda counts, **options: plot_bars(frequencies(counts), label="token", value="count", **options),
    "frequency": lambda counts, **options: plot_frequency(frequencies(counts), **options),
    "zipf": lambda counts, **options: plot_zipf(zipf(counts), **options),
    "cloud": lambda counts, **options: plot_cloud(frequencies(counts), **options),
    "dispersion": lambda counts, **options: plot_dispersion(
        places({word: range(count) for word, count in counts.items()}), n_tokens=50, **options
    ),
    "sentences": lambda counts, **options: plot_sentence_lengths(sentences(list(counts.values())), **options),
    "quotes": lambda counts, **options: plot_quotes(
        quotes([(i, i + 1, word, count, word) for i, (word, count) in enumerate(counts.items())]),
        n_characters=50,
        **options,
    ),
    "speakers": lambda counts, **options: plot_speakers(
        speakers([(word, count, 7 * count) for word, count in counts.items()]), **options
    ),
}
every_chart = pytest.mark.parametrize("plot", EVERY_CHART.values(), ids=EVERY_CHART)


def names(chart):
    return [label.get_text() for label in chart.ax.get_yticklabels()]


def notes(chart):
    return [text.get_text() for text in chart.ax.texts]


class Tags(HTMLParser):
    """Collects the tags, their attributes and the text of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def images(self):
        return [attributes for tag, attributes in self.tags if tag == "img"]


# What each chart shows


def test_frequency_bars_have_the_length_of_the_counts_with_the_most_frequent_on_top():
    shuffled = frequencies(COUNTS).sample(frac=1, random_state=0)
    chart = plot_frequency(shuffled, top=4)
    assert names(chart) == ["the", "to", "nato", "poland"]
    assert [bar.get_width() for bar in chart.ax.patches] == [34, 23, 12, 6]
    assert notes(chart) == ["34", "23", "12", "6"]
    low, high = chart.ax.get_ylim()
    assert low > high, "the first row is on top"


def test_frequency_description_names_largest_smallest_and_ties_left_out():
    assert plot_frequency(frequencies(COUNTS), top=4).description == (
        "Bar chart: The 4 most frequent tokens. The bars show count. Largest: “the” (34), “to” (23), "
        "“nato” (12). Smallest: “poland” (6). 1 more token is just as frequent as the last one shown."
    )


def test_frequency_can_show_rates():
    chart = plot_frequency(frequencies(COUNTS), top=2, measure="per_thousand")
    assert [bar.get_width() for bar in chart.ax.patches] == pytest.approx([400, 270.588], abs=0.001)
    assert notes(chart) == ["400", "271"]
    assert "The bars show count in every 1,000 tokens" in chart.description


def test_fewer_tokens_than_asked_for_are_counted_in_the_title():
    assert plot_frequency(frequencies(COUNTS)).ax.get_title(loc="left") == "The 7 most frequent tokens"


def test_bars_keep_the_order_of_the_rows_and_show_negative_numbers():
    table = pd.DataFrame({"word": ["he", "we", "nato"], "log_ratio": [-1.05, 3.2, 0.4]})
    chart = plot_bars(table, label="word", value="log_ratio")
    assert names(chart) == ["he", "we", "nato"]
    assert [bar.get_width() for bar in chart.ax.patches] == [-1.05, 3.2, 0.4]
    assert notes(chart) == ["−1.05", "3.20", "0.40"]
    assert chart.description == (
        "Bar chart: Log ratio by word. The bars show log ratio. "
        "Largest: “we” (3.20), “nato” (0.40). Smallest: “he” (−1.05)."
    )


def test_bars_start_at_zero_where_a_line_stands():
    ax = plot_bars(frequencies({"a": 1000, "b": 999}), label="token", value="count").ax
    assert ax.get_xlim()[0] <= 0
    assert [set(line.get_xdata()) for line in ax.lines] == [{0}]


def test_zipf_on_linear_scales_has_the_same_points_and_a_curve():
    chart = plot_zipf(zipf(COUNTS), logarithmic=False)
    points, line = chart.ax.lines
    assert points.get_ydata().tolist() == list(COUNTS.values())
    assert len(line.get_xdata()) == len(COUNTS)
    assert (chart.ax.get_xscale(), chart.ax.get_yscale()) == ("linear", "linear")
    assert chart.description.startswith("Chart: Count against rank.")


def test_zipf_shows_every_type_and_the_line_and_says_the_slope():
    chart = plot_zipf(zipf(COUNTS))
    points, line = chart.ax.lines
    assert points.get_xdata().tolist() == [1, 2, 3, 4, 5, 6, 7]
    assert points.get_ydata().tolist() == list(COUNTS.values())
    assert line.get_ydata() == pytest.approx([100, 100 / 7**0.5])
    assert (chart.ax.get_xscale(), chart.ax.get_yscale()) == ("log", "log")
    assert "fitted line: slope −0.50" in notes(chart)
    assert chart.description == (
        "Log-log chart: Count against rank. 7 different tokens, 1 of them with a count of 1. The most "
        "frequent: “the” (34), “to” (23), “nato” (12). The fitted line has a slope of −0.50."
    )


def test_zipf_of_one_type_has_no_line():
    table = zipf({"the": 3}).assign(fitted=float("nan"))
    chart = plot_zipf(table)
    assert len(chart.ax.lines) == 1
    assert "slope" not in chart.description


@pytest.mark.parametrize("types", [2, 5, 40, 2000])
def test_labels_of_a_zipf_chart_do_not_overlap(types):
    counts = {f"word{rank}": max(1, 9000 // rank) for rank in range(1, types + 1)}
    chart = plot_zipf(zipf(counts))
    chart.figure.canvas.draw()
    boxes = [text.get_window_extent() for text in chart.ax.texts]
    # The labels lean: two of them are apart when their left ends are more than a line apart.
    starts = [box.x0 for box, text in zip(boxes, chart.ax.texts, strict=True) if text.get_rotation()]
    assert starts
    assert all(right - left > 20 for left, right in itertools.pairwise(starts))
    place = chart.ax.get_window_extent()
    (slope,) = [box for box, text in zip(boxes, chart.ax.texts, strict=True) if "slope" in text.get_text()]
    assert place.x0 < slope.x0 < slope.x1 < place.x0 + place.width / 2, "in the lower left, below all points"
    assert place.y0 < slope.y0 < slope.y1 < place.y0 + place.height / 4


def ink_of(chart, kept):
    """Return where the picture has ink when one line or one text is all that is drawn of it."""
    canvas = FigureCanvasAgg(chart.figure)
    chart.figure.set_layout_engine("constrained")
    canvas.draw()  # everything has its place
    chart.figure.set_layout_engine("none")
    hidden = [artist for artist in chart.ax.get_children() if artist is not kept]
    for artist in hidden:
        artist.set_visible(False)
    canvas.draw()
    for artist in hidden:
        artist.set_visible(True)
    return (
        Image.fromarray(np.asarray(canvas.buffer_rgba()))
        .convert("L")
        .point(lambda shade: 255 * (shade < 250))
    )


SHAPES = {
    "three types": [8, 4, 2],
    "as the law has it": [9000 // rank for rank in range(1, 400)],
    "a flat head": [90] * 9 + [900 // rank for rank in range(10, 500)],
    "a head above the line": [4000, 900, *(300 // rank + 1 for rank in range(3, 300))],
    "all alike": [2] * 30,
}


@pytest.mark.parametrize("logarithmic", [True, False])
@pytest.mark.parametrize("counts", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("word", ["a", "gypsyjargon", "Überfülle"])
def test_labels_of_a_zipf_chart_stand_in_it_and_clear_of_the_line(counts, word, logarithmic):
    table = zipf_table([f"{word}{rank}" for rank, count in enumerate(counts) for _ in range(count)])
    chart = plot_zipf(table, logarithmic=logarithmic)
    line = chart.ax.lines[1]
    near_the_line = np.asarray(ink_of(chart, line).filter(ImageFilter.MaxFilter(7)))
    for text in chart.ax.texts:
        ink = np.asarray(ink_of(chart, text))
        assert ink.any(), f"{text.get_text()} is not to be seen"
        assert not (ink & near_the_line).any(), f"{text.get_text()} touches the line"
    assert max(line.get_ydata()) <= chart.ax.get_ylim()[1], "the line begins in the chart"


def layout(monkeypatch, table, **options):
    """Return the words, sizes and places that the cloud was drawn with."""
    made = []

    class Spy(charts.WordCloud):
        def generate_from_frequencies(self, *args, **options):
            made.append(self)
            return super().generate_from_frequencies(*args, **options)

    monkeypatch.setattr(charts, "WordCloud", Spy)
    plot_cloud(table, **options)
    return [(word, size, tuple(place)) for (word, _), size, place, _, _ in made[0].layout_]


def test_cloud_gives_equal_counts_equal_sizes_and_its_letters_an_area_that_follows_the_count(monkeypatch):
    counts = {f"word{i}": 64 if i < 3 else 16 if i < 30 else 4 for i in range(100)}
    sizes = [size for _, size, _ in layout(monkeypatch, frequencies(counts))]
    assert len(sizes) == 100
    assert len(set(sizes[:3])) == len(set(sizes[3:30])) == len(set(sizes[30:])) == 1
    assert sizes[0] / sizes[3] == pytest.approx(2, rel=0.05)
    assert sizes[3] / sizes[30] == pytest.approx(2, rel=0.05)


def test_cloud_is_the_same_every_time_and_another_seed_arranges_it_anew(monkeypatch):
    first, again, other = (layout(monkeypatch, frequencies(COUNTS), seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert sorted(first) != sorted(other)


def test_cloud_keeps_tokens_apart_that_look_the_same_once_cut(monkeypatch):
    drawn = layout(monkeypatch, frequencies({"a" * 400: 3, "a" * 401: 2, "漢字": 2, "漢語": 1}))
    assert [word.strip() for word, _, _ in drawn] == ["a" * 27 + "…"] * 2 + ["□□"] * 2


def test_cloud_description_names_the_largest_and_says_what_size_means():
    assert plot_cloud(frequencies(COUNTS), top=3).description == (
        "Word cloud: The 3 most frequent tokens, larger where the count is higher. "
        "Largest: “the” (34), “to” (23), “nato” (12). It holds 3 tokens; the smallest "
        "count among them is 12."
    )


def test_cloud_says_how_many_tokens_found_no_room(monkeypatch):
    monkeypatch.setattr(charts, "_LABEL", 60)
    counts = {"the": 100_000, **{f"{'long' * 12}{i}": 1 for i in range(40)}}
    drawn = len(layout(monkeypatch, frequencies(counts)))
    assert drawn < 41
    assert f"No room was left for {41 - drawn} token" in plot_cloud(frequencies(counts)).description


def test_dispersion_has_a_tick_for_every_position():
    chart = plot_dispersion(places(PLACES), n_tokens=100)
    ticks = [c for c in chart.ax.collections if hasattr(c, "get_positions")]
    assert [tick.get_positions() for tick in ticks] == [[0, 1, 50, 99], [98], []]
    assert [tick.get_lineoffset() for tick in ticks] == [0, 1, 2]
    assert names(chart) == ["nato", "poland", "zebra"]
    assert notes(chart) == ["4×", "1×", "0×"]
    assert chart.ax.get_xlim() == (0, 100)


def test_dispersion_description_counts_by_thirds():
    assert plot_dispersion(places(PLACES), n_tokens=100).description == (
        "Dispersion plot: Where the words occur. The text has 100 tokens. Occurrences in its first, second "
        "and last third: “nato”: 2, 1, 1; “poland”: 0, 0, 1; “zebra”: 0, 0, 0."
    )


def test_a_position_outside_the_text_names_the_position():
    with pytest.raises(ValueError, match=r"Position 99 lies outside a text of 99 tokens.*len\(tokens\)"):
        plot_dispersion(places(PLACES), n_tokens=99)


def test_sentence_lengths_are_bars_with_the_longest_and_the_median_named():
    chart = plot_sentence_lengths(sentences(LENGTHS))
    assert [bar.get_height() for bar in chart.ax.patches] == LENGTHS
    assert [bar.get_x() + bar.get_width() / 2 for bar in chart.ax.patches] == pytest.approx(range(1, 7))
    assert notes(chart) == ["median:\n16.5 tokens", "longest: sentence 5, 41 tokens"]
    assert list(chart.ax.lines[0].get_ydata()) == [16.5, 16.5]
    assert chart.description == (
        "Bar chart: Sentence lengths along the text. 6 sentences, median length 16.5 tokens. "
        "Longest: sentence 5 (41). Shortest: sentence 3 (4)."
    )


def test_quotes_are_bars_from_start_to_end_on_a_line_a_kind():
    chart = plot_quotes(quotes(QUOTES), n_characters=300)
    assert names(chart) == ["whole sentences", "parts of sentences", "scare quotes"]
    bars = [(bar.get_x(), bar.get_width(), bar.get_y() + bar.get_height() / 2) for bar in chart.ax.patches]
    assert np.array(bars) == pytest.approx(
        np.array([(10, 50, 0), (100, 1.8, 2), (200, 90, 0), (298.2, 1.8, 1)])
    )
    assert notes(chart) == ["longest: 15 words", "2×", "1×", "1×"]
    assert chart.ax.get_xlim() == (0, 300)
    low, high = chart.ax.get_ylim()
    assert low > high, "the first line is on top"


def test_quotes_description_counts_by_kind_and_third_and_names_the_longest():
    assert plot_quotes(quotes(QUOTES), n_characters=300).description == (
        "Quote chart: Quotes along the article. 4 quotes in 300 characters. Its first, second and last third "
        "have: whole sentences: 1, 0, 1; parts of sentences: 0, 0, 1; scare quotes: 0, 1, 0. "
        "The most stand in the last third (2). Longest: “We go.” (15 words)."
    )


def test_thirds_with_equally_many_quotes_are_all_named():
    chart = plot_quotes(quotes([QUOTES[0], QUOTES[2]]), n_characters=300)
    assert "The most stand in the first and last third (1)." in chart.description


def test_a_kind_of_your_own_has_a_line_of_its_own_below_the_others():
    rows = [(0, 3, "slogan", 1, "Go!"), (5, 8, "heading", 1, "New")]
    assert names(plot_quotes(quotes(rows), n_characters=9)) == ["headings", "slogan"]


@pytest.mark.parametrize(("start", "end"), [(290, 301), (-1, 5), (20, 10)])
def test_a_quote_outside_the_text_is_named(start, end):
    with pytest.raises(
        ValueError, match=rf"quote from {start} to {end} lies outside a text of 300 .*len\(text\)"
    ):
        plot_quotes(quotes([(start, end, "full", 1, "a")]), n_characters=300)


def test_speakers_have_a_bar_for_quotes_and_one_for_words_and_unknown_comes_last():
    chart = plot_speakers(speakers(SPEAKERS))
    (words,) = chart.ax.child_axes
    assert names(chart) == ["Ann Lee", "Al Ito", "Bo Fox", "unknown"]
    assert [bar.get_width() for bar in chart.ax.patches] == [5, 2, 2, 9]
    assert [bar.get_width() for bar in words.patches] == [31, 8, 90, 4]
    assert notes(chart) == ["5", "2", "2", "9"]
    assert [text.get_text() for text in words.texts] == ["31", "8", "90", "4"]
    assert (chart.ax.get_xlabel(), words.get_xlabel()) == ("quotes", "quoted words")
    assert chart.ax.get_ylim() == words.get_ylim()


def test_bars_of_quotes_do_not_reach_into_those_of_words():
    chart = plot_speakers(speakers([("Ann Lee", 123456, 1), ("Bo Fox", 1, 1234567)]))
    chart.figure.canvas.draw()
    start = chart.ax.child_axes[0].get_window_extent().x0
    assert all(text.get_window_extent().x1 < start for text in chart.ax.texts)
    end = chart.figure.bbox.x1
    assert all(text.get_window_extent().x1 < end for text in chart.ax.child_axes[0].texts)
    sides = [ax.get_window_extent() for ax in (chart.ax, *chart.ax.child_axes)]
    assert len({(round(side.y0), round(side.y1)) for side in sides}) == 1, (
        "each row is level with its other half"
    )
    assert sides[0].x1 == pytest.approx(sides[1].x1)


def test_speakers_description_has_both_numbers():
    assert plot_speakers(speakers(SPEAKERS)).description == (
        "Bar chart: Quotes and quoted words by speaker. “Ann Lee”: 5 quotes, 31 words; “Al Ito”: 2 quotes, "
        "8 words; “Bo Fox”: 2 quotes, 90 words; speaker unknown: 9 quotes, 4 words."
    )


def test_speakers_left_out_are_counted_and_unknown_is_never_left_out():
    chart = plot_speakers(speakers(SPEAKERS), top=1)
    assert names(chart) == ["Ann Lee", "unknown"]
    assert chart.description.endswith(" Left out: 2 speakers with 4 quotes in all.")


@pytest.mark.parametrize("missing", [None, float("nan"), "unknown"])
def test_quotes_without_a_speaker_alone_are_a_chart(missing):
    chart = plot_speakers(speakers([(missing, 3, 20)]))
    assert names(chart) == ["unknown"]
    assert chart.description.endswith("speaker unknown: 3 quotes, 20 words.")


def test_thirty_long_names_fit():
    chart = plot_speakers(speakers([(f"{i} {'van der Berg ' * 9}", 30 - i, i) for i in range(30)]), top=100)
    assert len(names(chart)) == 30
    assert all(len(name) <= 28 for name in names(chart))


# What all charts have in common


@every_chart
def test_an_empty_table_is_a_chart_that_says_so(plot):
    chart = plot({})
    assert "Nothing to show: the table is empty." in chart.description
    assert any("Nothing to show" in note for note in notes(chart))


@every_chart
def test_one_row_is_enough(plot):
    assert "Nothing" not in plot({"the": 3}).description


DRAWN = {
    **EVERY_CHART,
    "zipf, linear": lambda counts, **options: plot_zipf(zipf(counts), logarithmic=False, **options),
    "null": lambda counts, **options: plot_null([*counts.values()] * 9, real=30, **options),
}
ROWS = ["bars", "frequency", "dispersion", "quotes", "speakers"]


@pytest.mark.parametrize("plot", DRAWN.values(), ids=DRAWN)
def test_what_is_drawn_lies_within_its_axes_and_fills_most_of_them(plot):
    chart = plot(COUNTS)
    chart.figure.canvas.draw()
    beside = chart.ax.child_axes
    for ax in [chart.ax, *beside]:
        place, drawn = ax.get_window_extent(), ax.dataLim.transformed(ax.transData)
        (left, right), (low, high) = sorted([drawn.x0, drawn.x1]), sorted([drawn.y0, drawn.y1])
        row = place.height / len(COUNTS)  # a line of a row may lie on the border, its ticks do not
        assert place.x0 - 1 <= left < right <= place.x1 + 1
        assert place.y0 - row / 2 <= low < high <= place.y1 + row / 2
        assert abs((low - place.y0) - (place.y1 - high)) < 0.22 * place.height, "as much room above as below"
        assert (right - left) / place.width > (0.3 if beside else 0.75)
        assert (high - low) / place.height > 0.75


@pytest.mark.parametrize("kind", ["sentences", "null", "zipf, linear"])
def test_numbers_of_a_chart_begin_at_zero(kind):
    assert DRAWN[kind](COUNTS).ax.get_ylim()[0] == 0


@pytest.mark.parametrize("plot", [EVERY_CHART[kind] for kind in ROWS], ids=ROWS)
def test_a_row_has_room_for_its_name_and_a_chart_grows_with_its_rows(plot):
    heights = []
    for rows in (1, 2, 6, 10):
        chart = plot({f"word{number}": 3 for number in range(rows)})
        chart.figure.canvas.draw()
        name = chart.ax.get_yticklabels()[0].get_window_extent().height
        a_row = chart.ax.get_window_extent().height / rows
        assert 1.3 * name < a_row, "the name fits"
        assert a_row < (12 if rows == 1 else 7) * name, "and is not lost"
        heights.append(chart.figure.get_figheight())
    assert 0.25 < (heights[3] - heights[2]) / 4 == pytest.approx((heights[2] - heights[1]) / 4)


@pytest.mark.parametrize("real", [-30, -1, 0, 1, 20, 30])
def test_the_label_of_the_real_value_lies_within_the_chart_beside_its_line(real):
    chart = plot_null([-30, -2, 0, 1, 30], real=real)
    chart.figure.canvas.draw()
    (label,) = chart.ax.texts
    box, place = label.get_window_extent(), chart.ax.get_window_extent()
    line = chart.ax.transData.transform((real, 0))[0]
    assert place.x0 - 1 <= box.x0 < box.x1 <= place.x1 + 1
    assert place.y0 < box.y0 < box.y1 < place.y1
    assert 2 < max(box.x0 - line, line - box.x1) < 12


@every_chart
def test_hostile_tokens_are_drawn_without_a_warning(plot):
    plot(HOSTILE).figure.canvas.draw()  # a warning would be an error here


def test_labels_are_cut_and_characters_without_a_drawing_are_boxes():
    chart = plot_frequency(frequencies(HOSTILE))
    assert names(chart) == [
        "$E=mc^2$",
        "_under",
        "<script>alert(1)</script>",
        '"&amp;',
        "😀□",
        "□□",
        "□□",
        "שלום",
        "Привет",
        "line break",
        "a" * 27 + "…",
        "a" * 27 + "…",
        "$",
        "%s{x}\\frac",
        "\u200b",
    ]
    assert not any(label.get_parse_math() for label in chart.ax.get_yticklabels())
    assert "“$E=mc^2$” (40)" in chart.description


def test_a_title_with_dollars_is_not_mathematics():
    assert not plot_frequency(frequencies(COUNTS), title="$a$ _b_").ax._left_title.get_parse_math()


@every_chart
def test_settings_of_matplotlib_are_left_alone_and_do_not_darken_a_chart(plot):
    dark = {"figure.facecolor": "black", "axes.facecolor": "black", "text.color": "white"}
    with mpl.rc_context(dark):
        before = dict(mpl.rcParams)
        chart = plot(COUNTS)
        assert dict(mpl.rcParams) == before
    assert mpl.colors.to_hex(chart.figure.get_facecolor()) == "#ffffff"
    assert mpl.colors.to_hex(chart.ax.get_facecolor()) == "#ffffff"
    assert chart.ax._left_title.get_color() == charts.INK


def test_settings_of_matplotlib_are_left_alone_when_a_chart_shows_itself(tmp_path):
    before = dict(mpl.rcParams)
    chart = plot_frequency(frequencies({"a": 1}))
    chart._repr_html_()
    chart.save(tmp_path / "chart.svg")
    assert dict(mpl.rcParams) == before


@every_chart
def test_a_chart_draws_on_the_axes_it_is_given(plot):
    figure = Figure()
    left, right = figure.subplots(1, 2)
    chart = plot(COUNTS, ax=right, title="Mine")
    assert chart.ax is right
    assert chart.figure is figure
    assert right.get_title(loc="left") == "Mine"
    assert not left.has_data()
    assert "Mine" in chart.description


def test_axes_in_a_subfigure_belong_to_the_whole_figure():
    figure = Figure()
    assert plot_frequency(frequencies(COUNTS), ax=figure.subfigures(1, 2)[0].subplots()).figure is figure


@every_chart
def test_the_same_table_gives_the_same_picture(plot, tmp_path):
    plot(COUNTS).save(tmp_path / "a.png")
    plot(COUNTS).save(tmp_path / "b.png")
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


@pytest.mark.parametrize("ending", ["svg", "pdf"])
def test_the_same_table_gives_the_same_file(ending, tmp_path, monkeypatch):
    for name, day in (("a", "1"), ("b", "86400")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        plot_zipf(zipf(COUNTS)).save(tmp_path / f"{name}.{ending}")
    assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()


@every_chart
def test_a_chart_does_not_change_its_table(plot, monkeypatch):
    tables = []
    check = charts._check_columns
    monkeypatch.setattr(
        charts, "_check_columns", lambda t, *rest: (tables.append((t, t.copy(deep=True))), check(t, *rest))
    )
    plot(COUNTS)
    pd.testing.assert_frame_equal(*tables[0])


@settings(max_examples=10, deadline=None)
@given(st.dictionaries(st.text(min_size=1), st.integers(1, 10**9), min_size=1, max_size=8))
def test_any_token_can_be_drawn(counts):
    chart = plot_frequency(frequencies(counts), ax=Figure().subplots())
    chart.figure.canvas.draw()
    assert sorted(bar.get_width() for bar in chart.ax.patches) == sorted(counts.values())


# The chart in a notebook and in a file


def test_in_a_notebook_the_description_is_the_alternative_text_and_can_be_read():
    chart = plot_frequency(frequencies(HOSTILE))
    page = Tags(chart._repr_html_())
    (image,) = page.images()
    assert image["alt"] == chart.description == repr(chart)
    assert page.text == "In words" + chart.description


def test_the_picture_is_twice_as_sharp_as_it_is_wide_and_stands_on_white():
    (image,) = Tags(plot_frequency(frequencies(COUNTS))._repr_html_()).images()
    head, data = image["src"].split(",")
    picture = Image.open(io.BytesIO(base64.b64decode(data)))
    assert head == "data:image/png;base64"
    assert picture.width == 2 * int(image["width"]) == 1600
    assert picture.convert("RGBA").getpixel((0, 0)) == (255, 255, 255, 255)
    assert "max-width:100%" in image["style"]


def test_a_changed_axes_shows_its_change():
    chart = plot_frequency(frequencies(COUNTS))
    before = chart._repr_html_()
    chart.ax.set_xlabel("changed")
    assert chart._repr_html_() != before


def test_saved_files_carry_the_description(tmp_path):
    chart = plot_frequency(frequencies(HOSTILE), title="Häufigkeit, частота")
    for ending in ("png", "svg", "PDF"):
        chart.save(tmp_path / f"chart.{ending}")
    assert Image.open(tmp_path / "chart.png").text == {"Description": chart.description}
    svg = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert "<dc:description>Bar chart: Häufigkeit, частота." in svg
    assert "&lt;script>" in svg or "&lt;script&gt;" in svg
    assert "<script" not in svg
    assert b"/Subject" in (tmp_path / "chart.PDF").read_bytes()


@pytest.mark.parametrize("name", ["chart.jpg", "chart", "chart.png.txt"])
def test_another_kind_of_file_is_refused_with_the_kinds_there_are(tmp_path, name):
    with pytest.raises(ValueError, match=rf"\.png, \.svg or \.pdf, not as .*{re.escape(name)}"):
        plot_frequency(frequencies(COUNTS)).save(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_control_characters_do_not_spoil_a_file(tmp_path):
    chart = plot_frequency(frequencies({"nul\x00l": 2, "bell\x07": 1}))
    for ending in ("png", "svg", "pdf"):
        chart.save(tmp_path / f"chart.{ending}")
    assert "“nul l” (2)" in ElementTree.parse(tmp_path / "chart.svg").find(".//{*}description").text
    assert "“bell” (1)" in chart.description


def test_charts_side_by_side_keep_their_own_descriptions():
    cloud, bars = plot_cloud(frequencies(COUNTS)), plot_frequency(frequencies(COUNTS))
    row = side_by_side(cloud, bars)
    page = Tags(row._repr_html_())
    assert [image["alt"] for image in page.images()] == [cloud.description, bars.description]
    assert page.tags[0][0] == "div"
    assert repr(row) == f"{cloud.description}\n{bars.description}"


def test_only_charts_stand_side_by_side():
    with pytest.raises(TypeError, match="side_by_side takes charts, not DataFrame"):
        side_by_side(plot_frequency(frequencies(COUNTS)), frequencies(COUNTS))


def test_nothing_loads_pyplot():
    program = """
import sys
import pandas as pd
from textkit import charts
table = pd.DataFrame({"token": ["a", "b"], "count": [2, 1], "rank": [1, 2], "fitted": [2.0, 1.0]})
charts.side_by_side(charts.plot_zipf(table), charts.plot_cloud(table))._repr_html_()
print("matplotlib.pyplot" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


# What goes wrong


@pytest.mark.parametrize(
    ("plot", "column", "maker"),
    [
        (plot_frequency, "token", "frequency_table(tokens)"),
        (plot_cloud, "token", "frequency_table(tokens)"),
        (plot_zipf, "token", "zipf_table(tokens)"),
        (lambda table: plot_dispersion(table, n_tokens=9), "word", "dispersion(tokens, words)"),
        (plot_sentence_lengths, "sentence", "sentence_table(text)"),
        (lambda table: plot_quotes(table, n_characters=9), "start", "quote_table(text, all_kinds=True)"),
        (plot_speakers, "speaker", "speaker_table(text)"),
        (lambda table: plot_bars(table, label="name", value="n"), "name", "label= and value="),
    ],
)
def test_a_wrong_table_names_the_missing_column_and_what_makes_the_right_one(plot, column, maker):
    wrong = pd.DataFrame({"left": ["a"], "right": ["b"]})
    with pytest.raises(ValueError, match=rf"no column '{column}'; it has: left, right") as error:
        plot(wrong)
    assert maker in str(error.value)
    with pytest.raises(TypeError, match=r"needs a table .* not list") as error:
        plot(["nato", "poland"])
    assert maker in str(error.value)


def test_an_unknown_measure_lists_the_measures():
    with pytest.raises(ValueError, match="one of count, per_thousand; it is 'percent'"):
        plot_frequency(frequencies(COUNTS), measure="percent")


@pytest.mark.parametrize("top", [0, -1, 101, "ten"])
def test_top_out_of_range_says_the_range(top):
    with pytest.raises(ValueError, match=f"top must be a number from 1 to 100; it is {top!r}"):
        plot_frequency(frequencies(COUNTS), top=top)


def test_a_cloud_takes_500_tokens_and_no_more():
    assert plot_cloud(frequencies(COUNTS), top=500).description.startswith("Word cloud: The 7 most")
    with pytest.raises(ValueError, match="top must be a number from 1 to 500; it is 501"):
        plot_cloud(frequencies(COUNTS), top=501)


def test_too_many_bars_are_refused():
    table = frequencies({f"word{i}": 1 for i in range(101)})
    with pytest.raises(ValueError, match=r"101 bars are too many to read; draw table.head\(100\)"):
        plot_bars(table, label="token", value="count")


@pytest.mark.parametrize("cell", ["many", None, float("nan"), float("inf")])
def test_a_cell_that_is_no_number_is_named(cell):
    table = pd.DataFrame({"name": ["a", "b"], "size": pd.Series([1, cell], dtype="object")})
    with pytest.raises(ValueError, match=f"Column 'size' must hold numbers, but .* is {cell!r}"):
        plot_bars(table, label="name", value="size")


@pytest.mark.parametrize("plot", [plot_cloud, plot_zipf])
def test_a_count_of_zero_has_no_place_on_a_logarithmic_axis_or_in_a_cloud(plot):
    with pytest.raises(ValueError, match=r"Column 'count' must hold numbers above 0, but .* is 0"):
        plot(zipf({"the": 3, "zebra": 0}))


def test_whole_numbers_stay_whole_and_others_get_three_figures():
    assert charts._written(np.array([1234567.0, 0.0])) == ["1,234,567", "0"]
    assert charts._written([0.0412, 0.5, -0.1]) == ["0.041", "0.500", "−0.100"]
    assert charts._written([0.0]) == ["0"]
    assert charts._written([]) == []


def test_a_chart_is_plain_text_where_there_is_no_notebook():
    assert isinstance(plot_frequency(frequencies(COUNTS)), Chart)
    assert str(plot_frequency(frequencies({"a": 1}))) == (
        "Bar chart: The most frequent token. The bars show count. There is one: “a” (1)."
    )


def test_the_real_value_is_marked_beside_the_null_and_counted_against_it():
    chart = plot_null([3.5, 9, 4.25, 5], real=5, measure="log-likelihood")
    assert chart.description.endswith("The real value is 5.00: 2 of the 4 are at least as high.")
    (line,) = [line for line in chart.ax.lines if line.get_color() == "#D55E00"]
    assert set(line.get_xdata()) == {5}
    assert chart.ax.get_xlim()[0] == 0
    assert chart.ax.texts[0].get_text() == "real: 5.00"
    assert plot_null([1, 3], real=9).description.endswith("The real value is 9: all of them are lower.")


def test_a_null_takes_numbers_alone():
    with pytest.raises(ValueError, match="must hold numbers"):
        plot_null([1, "two"], real=3)
