import math
from collections import Counter
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import assume, given, strategies as st
from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder
from nltk.text import ConcordanceIndex

from textkit.concordance import collocations, kwic

words = st.sampled_from(["the", "The", "NATO", "don't", "4.7%", "Zoë", "мир", "平和", "a", "b"])
token_lists = st.lists(words, max_size=60)

NATO = ["NATO", "is", "the", "head", "of", "NATO", "said", "the", "head", "of", "nato"]
ALLIANCE = ["the", "head", "of", "the", "alliance", "met", "the", "head", "of", "the", "army"]
MEASURES = ["count", "pmi", "log_likelihood", "t_score", "log_dice"]


# Input


@pytest.mark.parametrize("function", [lambda tokens: kwic(tokens, "war"), collocations])
@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        ("war and peace", r"takes a list of tokens, not str\. Have a text\? Tokenize it first"),
        (Counter(["war"]), "takes a list of tokens, not Counter"),
        (["war", 2022], r"takes strings, but tokens\[1\] is 2022 \(int\)"),
    ],
)
def test_what_is_no_list_of_tokens_is_refused_by_name(function, tokens, message):
    with pytest.raises(TypeError, match=message):
        function(tokens)


@pytest.mark.parametrize("function", [lambda tokens: kwic(tokens, "NATO"), collocations])
def test_an_empty_text_gives_the_same_columns_and_dtypes(function):
    empty, full = function([]), function(NATO)
    assert len(empty) == 0
    assert len(full) > 0
    assert empty.columns.tolist() == full.columns.tolist()
    assert empty.dtypes.tolist() == full.dtypes.tolist()


@pytest.mark.parametrize("function", [lambda tokens: kwic(tokens, "NATO"), collocations])
def test_tokens_may_come_one_by_one(function):
    pd.testing.assert_frame_equal(function(iter(NATO)), function(NATO))


# kwic


def test_kwic_lines_hold_the_context_of_every_occurrence():
    table = kwic(NATO, "NATO", window=2)
    assert table.values.tolist() == [
        ["", "NATO", "is the", 0],
        ["head of", "NATO", "said the", 5],
    ]


def test_the_context_is_cut_at_the_ends_of_the_text_and_never_wraps():
    table = kwic(NATO, "is", window=99)
    assert table.values.tolist() == [["NATO", "is", " ".join(NATO[2:]), 1]]


def test_neighboring_occurrences_each_get_a_line():
    assert kwic(["ha", "ha", "ha"], "ha", window=1)["position"].tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("keyword", "positions"),
    [
        ("head of", [3, 8]),
        ("head of NATO", [3]),
        ("  head   of ", [3, 8]),
        ("head NATO", []),
        ("of nato is", []),  # would need a token after the last
    ],
)
def test_a_phrase_is_found_as_a_run_of_tokens(keyword, positions):
    assert kwic(NATO, keyword)["position"].tolist() == positions


def test_overlapping_phrases_each_get_a_line():
    assert kwic(["ha"] * 3, "ha ha")["position"].tolist() == [0, 1]


def test_context_of_a_phrase_starts_after_its_last_word():
    assert kwic(NATO, "head of NATO", window=1).values.tolist() == [["the", "head of NATO", "said", 3]]


def test_ignore_case_finds_other_capitals_and_shows_the_text_as_it_stands():
    table = kwic(NATO, "Nato", ignore_case=True)
    assert table["keyword"].tolist() == ["NATO", "NATO", "nato"]
    assert kwic(NATO, "Nato")["keyword"].tolist() == []


def test_part_of_a_token_is_not_found():
    assert len(kwic(NATO, "NAT")) == 0


@pytest.mark.parametrize(
    ("keyword", "window", "error", "message"),
    [
        ("", 5, ValueError, "keyword is empty"),
        ("  ", 5, ValueError, "keyword is empty"),
        ("NATO", -1, ValueError, "window is -1"),
        (["NATO"], 5, TypeError, r"keyword is \['NATO'\]"),
    ],
)
def test_an_impossible_keyword_or_window_is_named(keyword, window, error, message):
    with pytest.raises(error, match=message):
        kwic(NATO, keyword, window=window)


@given(token_lists, words, st.integers(0, 8))
def test_kwic_has_a_line_for_every_occurrence_where_nltk_finds_it(tokens, keyword, window):
    table = kwic(tokens, keyword, window=window)
    assert table["position"].tolist() == ConcordanceIndex(tokens).offsets(keyword)
    assert len(table) == tokens.count(keyword)
    for row in table.itertuples():
        shown = [*row.left.split(), row.keyword, *row.right.split()]
        assert shown == tokens[max(0, row.position - window) : row.position + window + 1]


# collocations


def scores(tokens, word_1, word_2):
    table = collocations(tokens, min_count=1).set_index(["word_1", "word_2"])
    return table.loc[(word_1, word_2)]


def test_a_pair_that_is_always_together_worked_by_hand():
    # N = 11; "head of" 2 times, "head" 2, "of" 2: E = 2 * 2 / 11 = 4/11
    row = scores(ALLIANCE, "head", "of")
    assert row[["count", "count_1", "count_2"]].tolist() == [2, 2, 2]
    assert row["pmi"] == pytest.approx(math.log2(5.5))  # 2 / (4/11)
    # Cells 2, 0, 0, 9, expected 4/11, 18/11, 18/11, 81/11:
    # G2 = 2 * (2 ln(22/4) + 9 ln(99/81)) = 2 * (3.40950 + 1.80604) = 10.43108
    assert row["log_likelihood"] == pytest.approx(10.43108, abs=0.0001)
    assert row["t_score"] == pytest.approx(1.15706, abs=0.0001)  # (2 - 0.36364) / 1.41421
    assert row["log_dice"] == pytest.approx(14)


def test_a_pair_with_a_frequent_word_worked_by_hand():
    # N = 11; "the head" 2 times, "the" 4, "head" 2: E = 4 * 2 / 11 = 8/11
    row = scores(ALLIANCE, "the", "head")
    assert row[["count", "count_1", "count_2"]].tolist() == [2, 4, 2]
    assert row["pmi"] == pytest.approx(math.log2(2.75))  # 2 / (8/11)
    # Cells 2, 2, 0, 7, expected 8/11, 36/11, 14/11, 63/11:
    # G2 = 2 * (2 ln(22/8) + 2 ln(22/36) + 7 ln(77/63)) = 2 * (2.02320 - 0.98495 + 1.40469)
    assert row["log_likelihood"] == pytest.approx(4.88588, abs=0.0001)
    assert row["t_score"] == pytest.approx(0.9, abs=0.0001)  # (2 - 0.72727) / 1.41421
    assert row["log_dice"] == pytest.approx(13.41504, abs=0.0001)  # 14 + log2(4 / 6)


@pytest.mark.parametrize(
    ("measure", "nltk_measure"),
    [
        ("pmi", BigramAssocMeasures.pmi),
        ("log_likelihood", BigramAssocMeasures.likelihood_ratio),
        ("t_score", BigramAssocMeasures.student_t),
    ],
)
@given(tokens=token_lists)
def test_measures_agree_with_nltk(measure, nltk_measure, tokens):
    # NLTK fails on a text that is nearly all one word; that case has a test of its own.
    assume(not any(2 * tokens.count(word) > len(tokens) for word in tokens))
    table = collocations(tokens, measure=measure, min_count=1)
    ours = {(row.word_1, row.word_2): getattr(row, measure) for row in table.itertuples(index=False)}
    theirs = dict(BigramCollocationFinder.from_words(tokens).score_ngrams(nltk_measure))
    assert ours == pytest.approx(theirs, abs=1e-9)


def test_log_likelihood_is_nan_in_a_text_of_one_word_and_other_measures_are_not():
    row = collocations(["ha"] * 3).loc[0]
    # "ha ha" 2 times, "ha" 3, N = 3: of other words beside others there would be -1.
    assert math.isnan(row["log_likelihood"])
    assert row["pmi"] == pytest.approx(math.log2(2 / 3))
    assert row["log_dice"] == pytest.approx(14 + math.log2(4 / 6))


@pytest.mark.parametrize("measure", MEASURES)
def test_the_table_is_sorted_by_the_measure_named(measure):
    table = collocations(ALLIANCE + NATO, measure=measure, min_count=1)
    order = list(zip(-table[measure], -table["count"], table["word_1"], table["word_2"], strict=True))
    assert order == sorted(order)
    assert len(set(table[measure])) > 1


def test_ties_go_by_count_down_then_words_up():
    table = collocations(
        ["a", "b", "x", "a", "b", "y", "c", "d", "z", "c", "e"], measure="count", min_count=1
    )
    pairs = [f"{one} {two}" for one, two in zip(table["word_1"], table["word_2"], strict=True)]
    assert pairs == ["a b", "b x", "b y", "c d", "c e", "d z", "x a", "y c", "z c"]


def test_pairs_below_min_count_are_left_out():
    assert collocations(ALLIANCE, min_count=2)["count"].tolist() == [2, 2, 2]
    assert len(collocations(ALLIANCE, min_count=3)) == 0


def test_an_unknown_measure_is_told_the_options():
    with pytest.raises(ValueError, match="'dice': choose one of count, pmi, log_likelihood"):
        collocations(NATO, measure="dice")


def test_min_count_below_one_is_refused():
    with pytest.raises(ValueError, match="min_count is 0"):
        collocations(NATO, min_count=0)


@given(token_lists)
def test_every_neighboring_pair_is_counted_once(tokens):
    table = collocations(tokens, min_count=1)
    counted = {(row.word_1, row.word_2): row.count for row in table.itertuples(index=False)}
    assert counted == Counter(pairwise(tokens))
    assert table["count"].sum() == max(0, len(tokens) - 1)
    assert (table["log_likelihood"].dropna() >= 0).all()
    assert (table["log_dice"] <= 14).all()
