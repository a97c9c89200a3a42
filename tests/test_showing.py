"""What stands below a cell: lists, tables and numbers as people read them; the values stay as they are."""

import pandas as pd
import pytest
from course import shell

from textkit import frequency_table
from textkit.course import begin
from textkit.course.showing import as_table, table_as_html

TOKENS = ["the", "head", "of", "nato", "has", "warned", "that", "the", "military", "alliance", "would"] * 3


@pytest.fixture
def shown():
    """What a notebook with a chapter shows for a value: its plain text and its HTML."""
    with shell() as ipython:
        begin("frequency", {})
        yield lambda value: ipython.display_formatter.format(value)[0]


def test_a_list_of_tokens_stands_on_few_lines_and_none_is_broken(shown):
    text = shown(TOKENS)["text/plain"]
    lines = text.splitlines()
    assert len(lines) == 4
    assert max(map(len, lines)) < 80
    assert eval(text) == TOKENS


def test_a_list_of_lists_and_one_that_holds_itself_are_shown_too(shown):
    assert shown([("a", "b"), []])["text/plain"] == "[('a', 'b'), []]"
    assert shown([])["text/plain"] == "[]"
    itself = [1]
    itself.append(itself)
    assert shown(itself)["text/plain"] == "[1, [1, [...]]]"


def test_a_rate_has_one_decimal_in_the_table_and_all_of_them_in_the_value(shown):
    table = frequency_table(TOKENS)
    html = shown(table)["text/html"]
    assert "<td>181.8</td>" in html
    assert "181.81" not in html
    assert table["per_thousand"][0] == pytest.approx(181.8181818)


def test_a_row_is_a_table_and_a_column_too_without_their_dtype(shown):
    table = frequency_table(TOKENS)
    for series, columns in ((table.iloc[0], ["token", "count"]), (table["count"] > 3, ["count"])):
        html = shown(series)["text/html"]
        assert all(f"<th>{column}</th>" in html for column in columns)
        assert "dtype" not in html
    counts = pd.Series(["Ann", "Bo", "Ann"], name="speaker").value_counts()
    assert list(as_table(counts).index) == ["Ann", "Bo"]


def test_a_number_of_a_table_is_a_plain_number_with_few_decimals(shown):
    table = frequency_table(TOKENS)
    assert shown(table["count"][0])["text/plain"] == "6"
    assert shown(table["per_thousand"][0])["text/plain"] == "181.8182"
    assert shown([table["count"][0], 0.1 + 0.2])["text/plain"] == "[6, 0.3]"


def test_a_share_keeps_the_figures_that_tell_something_and_a_gap_stays_a_gap():
    html = table_as_html(
        pd.DataFrame({"share": [0.66666, None], "score": [70.6553, 0.5], "none": [None, 1.5]})
    )
    assert "<td>0.667</td>" in html
    assert "<td>NaN</td>" in html
    assert "<td>70.7</td>" in html


def test_a_long_table_shows_its_ends_and_says_how_long_it_is():
    html = table_as_html(pd.DataFrame({"n": range(500)}))
    assert "500 rows" in html
    assert html.count("<tr") < 20
