import math
import random
from collections import Counter

import pandas as pd
import pytest
from hypothesis import given, strategies as st
from nltk import FreqDist
from nltk.collocations import BigramAssocMeasures
from nltk.text import ConcordanceIndex

from textkit.frequency import (
    dispersion,
    frequency_table,
    keyness,
    lexical_diversity,
    zipf_slope,
    zipf_table,
)

# A few words, so that they repeat and tie; some in other scripts and with marks of their own.
words = st.sampled_from(["the", "The", "NATO", "don't", "4.7%", "Zoë", "мир", "平和", "a", "b"])
token_lists = st.lists(words, max_size=60)
some_tokens = st.lists(words, min_size=1, max_size=60)

# The counts of a 12-token text: 5, 3, 3 and 1.
TWELVE = ["war", "and", "peace"] * 3 + ["and", "and", "tea"]

EVERY_TABLE = [
    frequency_table,
    lexical_diversity,
    zipf_table,
    lambda tokens: dispersion(tokens, ["war"]),
    lambda tokens: keyness(tokens, ["war"]),
    lambda tokens: keyness(["war"], tokens),
]


# Input


@pytest.mark.parametrize("function", [*EVERY_TABLE, zipf_slope])
def test_a_text_instead_of_tokens_is_told_to_tokenize(function):
    with pytest.raises(TypeError, match=r"not str\. Have a text\? Tokenize it first"):
        function("war and peace")


@pytest.mark.parametrize("function", [*EVERY_TABLE, zipf_slope])
def test_a_token_that_is_no_string_is_named_with_its_place(function):
    with pytest.raises(TypeError, match=r"takes strings, but \w+\[1\] is 2022 \(int\)"):
        function(["war", 2022])


@pytest.mark.parametrize("counted", [Counter(["war"]), pd.DataFrame({"token": ["war"]})])
def test_counts_instead_of_tokens_are_refused_rather_than_counted_again(counted):
    with pytest.raises(TypeError, match=r"takes a list of tokens, not (Counter|DataFrame)"):
        frequency_table(counted)


@pytest.mark.parametrize("make", [tuple, iter, pd.Series])
def test_any_run_of_tokens_gives_the_same_table(make):
    pd.testing.assert_frame_equal(frequency_table(make(TWELVE)), frequency_table(TWELVE))


@pytest.mark.parametrize("function", EVERY_TABLE[:4])
def test_an_empty_text_gives_the_same_columns_and_dtypes(function):
    empty, full = function([]), function(TWELVE)
    assert empty.columns.tolist() == full.columns.tolist()
    assert empty.dtypes.tolist() == full.dtypes.tolist()


# frequency_table


def test_frequency_table_of_a_text_worked_by_hand():
    table = frequency_table(TWELVE)
    assert table["token"].tolist() == ["and", "peace", "war", "tea"]
    assert table["count"].tolist() == [5, 3, 3, 1]
    # 5 / 12 * 1000, 3 / 12 * 1000, 1 / 12 * 1000
    assert table["per_thousand"].tolist() == pytest.approx([416.667, 250, 250, 83.333], abs=0.001)


@pytest.mark.parametrize(
    ("counts", "ranks"),
    [
        ([5, 3, 3, 1], [1, 2, 2, 4]),
        ([2, 2, 1], [1, 1, 3]),
        ([1, 1, 1], [1, 1, 1]),
        ([4], [1]),
    ],
)
def test_ties_share_the_lowest_rank_and_leave_a_gap(counts, ranks):
    tokens = [f"w{i}" for i, count in enumerate(counts) for _ in range(count)]
    assert frequency_table(tokens)["rank"].tolist() == ranks


def test_the_same_word_in_other_capitals_is_another_type():
    assert frequency_table(["The", "the"])["token"].tolist() == ["The", "the"]


@given(token_lists)
def test_frequency_table_agrees_with_nltk_and_loses_no_token(tokens):
    table = frequency_table(tokens)
    assert dict(zip(table["token"], table["count"], strict=True)) == dict(FreqDist(tokens))
    assert table["count"].sum() == len(tokens)
    assert table["per_thousand"].sum() == pytest.approx(1000 if tokens else 0)


@given(some_tokens, st.randoms())
def test_frequency_table_does_not_depend_on_the_order_of_the_text(tokens, rng):
    shuffled = rng.sample(tokens, len(tokens))
    pd.testing.assert_frame_equal(frequency_table(tokens), frequency_table(shuffled))


@given(some_tokens)
def test_frequency_table_goes_by_count_down_then_token_up(tokens):
    table = frequency_table(tokens)
    order = [(-count, token) for token, count in zip(table["token"], table["count"], strict=True)]
    assert order == sorted(order)


# lexical_diversity


def test_counts_types_and_hapaxes():
    row = lexical_diversity(TWELVE).loc[0]
    assert row[["tokens", "types", "hapaxes"]].tolist() == [12, 4, 1]
    assert row["ttr"] == pytest.approx(4 / 12)


@pytest.mark.parametrize(
    ("text", "window", "expected"),
    [
        ("a b a a", 2, (1 + 1 + 1 / 2) / 3),  # windows: ab, ba, aa
        ("a b a a", 3, (2 / 3 + 2 / 3) / 2),  # windows: aba, baa
        ("a b a a", 4, 2 / 4),  # one window: the whole text
        ("a b a a", 1, 1),
    ],
)
def test_mattr_is_the_mean_ttr_of_all_windows(text, window, expected):
    mattr = lexical_diversity(text.split(), window=window)["mattr"]
    assert mattr.tolist() == pytest.approx([expected])


def test_mattr_is_nan_where_no_window_fits():
    assert math.isnan(lexical_diversity(["a", "b"], window=3).loc[0, "mattr"])


@given(some_tokens, st.integers(1, 60))
def test_mattr_equals_its_definition(tokens, window):
    windows = [tokens[i : i + window] for i in range(len(tokens) - window + 1)]
    ratios = [len(set(part)) / window for part in windows]
    expected = sum(ratios) / len(ratios) if ratios else math.nan
    mattr = lexical_diversity(tokens, window=window).loc[0, "mattr"]
    assert mattr == pytest.approx(expected, nan_ok=True)


def test_mtld_worked_by_hand():
    tokens = ["the", "cat", "saw", "the", "dog", "and", "the", "dog", "saw", "the", "cat"]
    # Forward:  the cat saw the dog and the: TTR 5/7 = 0.714 < 0.72, a factor.
    #           dog saw the cat: TTR 1, no part of a factor.          11 / 1 = 11
    # Backward: cat the saw dog the and dog: TTR 5/7, a factor.
    #           the saw cat the: TTR 3/4, (1 - 0.75) / (1 - 0.72) = 0.892857 of a factor.
    #                                                                 11 / 1.892857 = 5.811321
    assert lexical_diversity(tokens).loc[0, "mtld"] == pytest.approx((11 + 5.811321) / 2)


def test_mtld_ends_a_factor_where_the_threshold_is_reached():
    # Forward: at the second a the TTR is 3/4, a factor; d is no part of another. 5 / 1 = 5
    # Backward, d a c b a: TTR 4/5, (1 - 0.8) / (1 - 0.75) = 0.8 of a factor. 5 / 0.8 = 6.25
    mtld = lexical_diversity(["a", "b", "c", "a", "d"], threshold=0.75).loc[0, "mtld"]
    assert mtld == pytest.approx((5 + 6.25) / 2)


def test_mtld_of_one_word_over_and_over_is_two_tokens_a_factor():
    assert lexical_diversity(["ha"] * 10).loc[0, "mtld"] == 2


def test_mtld_is_nan_where_nothing_is_repeated():
    assert math.isnan(lexical_diversity(["a", "b", "c"]).loc[0, "mtld"])


@given(some_tokens)
def test_mtld_is_the_same_read_backward(tokens):
    forward, backward = lexical_diversity(tokens), lexical_diversity(tokens[::-1])
    assert forward.loc[0, "mtld"] == pytest.approx(backward.loc[0, "mtld"], nan_ok=True)


@given(some_tokens)
def test_ratios_lie_between_0_and_1_and_hapaxes_are_nltks(tokens):
    row = lexical_diversity(tokens, window=5).loc[0]
    assert 0 < row["ttr"] <= 1
    assert math.isnan(row["mattr"]) or 0 < row["mattr"] <= 1
    assert row["hapaxes"] == len(FreqDist(tokens).hapaxes())


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"window": 0}, "window is 0"),
        ({"threshold": 72}, "threshold is 72"),
        ({"threshold": 0}, "threshold is 0"),
    ],
)
def test_impossible_options_of_lexical_diversity_are_named(option, message):
    with pytest.raises(ValueError, match=message):
        lexical_diversity(TWELVE, **option)


# zipf


def test_counts_that_follow_zipf_exactly_have_slope_minus_one_and_fit_exactly():
    # 12 / rank: 12, 6, 4, 3
    tokens = ["a"] * 12 + ["b"] * 6 + ["c"] * 4 + ["d"] * 3
    assert zipf_slope(tokens) == pytest.approx(-1)
    table = zipf_table(tokens)
    assert table["fitted"].tolist() == pytest.approx(table["count"].tolist())


def test_zipf_line_worked_by_hand():
    # x = log10 of 1, 2, 3 = 0, 0.30103, 0.47712, mean 0.25938
    # y = log10 of 4, 2, 1 = 0.60206, 0.30103, 0, mean 0.30103
    # slope = sum(dx * dy) / sum(dx * dx)
    #       = (-0.25938 * 0.30103 + 0 - 0.21774 * 0.30103) / (0.06728 + 0.00173 + 0.04741)
    #       = -0.14363 / 0.11642 = -1.2337
    # intercept = 0.30103 + 1.2337 * 0.25938 = 0.62102, so the count at rank 1 is 4.1785
    tokens = ["a"] * 4 + ["b"] * 2 + ["c"]
    assert zipf_slope(tokens) == pytest.approx(-1.2337, abs=0.0005)
    assert zipf_table(tokens).loc[0, "fitted"] == pytest.approx(4.1785, abs=0.002)


def test_two_types_are_enough_for_a_line_and_one_is_not():
    assert zipf_slope(["a", "a", "b"]) == pytest.approx(-1)
    assert math.isnan(zipf_slope(["a", "a"]))


def test_zipf_ranks_are_distinct_also_for_ties():
    table = zipf_table(TWELVE)
    assert table["token"].tolist() == ["and", "peace", "war", "tea"]
    assert table["rank"].tolist() == [1, 2, 3, 4]


def test_equal_counts_give_a_flat_line():
    assert zipf_slope(["a", "b", "c"]) == pytest.approx(0)


@pytest.mark.parametrize("tokens", [[], ["a"], ["a", "a"]])
def test_no_line_through_fewer_than_two_types(tokens):
    assert math.isnan(zipf_slope(tokens))
    assert zipf_table(tokens)["fitted"].isna().all()


@given(some_tokens)
def test_zipf_table_has_the_rows_of_the_frequency_table(tokens):
    columns = ["token", "count"]
    pd.testing.assert_frame_equal(zipf_table(tokens)[columns], frequency_table(tokens)[columns])


# dispersion


def test_dispersion_worked_by_hand():
    # Three parts of three tokens; "war" occurs 2, 1 and 0 times.
    tokens = ["war", "war", "x", "war", "x", "x", "x", "x", "x"]
    row = dispersion(tokens, ["war"], parts=3).loc[0]
    assert row["positions"] == [0, 1, 3]
    # DP: shares of the word 2/3, 1/3, 0; of the tokens 1/3 each:
    # (1/3 + 0 + 1/3) / 2 = 1/3, which is also the example of Gries.
    assert row["gries_dp"] == pytest.approx(1 / 3)
    # D: 2, 1 and 0 have mean 1 and population standard deviation sqrt(2/3) = 0.81650;
    # 1 - 0.81650 / sqrt(2) = 0.42265
    assert row["juilland_d"] == pytest.approx(0.42265, abs=0.00001)


def test_parts_of_unequal_size_count_by_their_exact_size():
    # Two parts, "war x x" and "war x". DP: |3/5 - 1/2| and |2/5 - 1/2|, sum 0.2, half 0.1.
    # D: rates 1/3 and 1/2 have mean 5/12 and population standard deviation 1/12; V = 0.2.
    row = dispersion(["war", "x", "x", "war", "x"], "war", parts=2).loc[0]
    assert row["gries_dp"] == pytest.approx(0.1)
    assert row["juilland_d"] == pytest.approx(0.8)


def test_evenly_spread_and_all_in_one_part_are_the_ends_of_both_scales():
    table = dispersion(["a", "b", "a", "b", "a", "c", "a", "b"], ["a", "c"], parts=4)
    assert table["juilland_d"].tolist() == pytest.approx([1, 0])
    assert table["gries_dp"].tolist() == pytest.approx([0, 3 / 4])  # c: 1/4 of the tokens, not 0


def test_words_keep_the_order_asked_for_and_get_one_row_each():
    table = dispersion(TWELVE, ["war", "and", "war"])
    assert table["word"].tolist() == ["war", "and"]


def test_a_single_word_is_a_word_and_not_its_letters():
    assert dispersion(["w", "war", "a"], "war")["word"].tolist() == ["war"]


def test_an_absent_word_is_kept_with_no_positions():
    row = dispersion(TWELVE, ["coffee"]).loc[0]
    assert (row["count"], row["positions"]) == (0, [])
    assert math.isnan(row["juilland_d"])
    assert math.isnan(row["gries_dp"])


def test_a_text_shorter_than_its_parts_has_positions_but_no_measure():
    row = dispersion(["war"] * 9, ["war"], parts=10).loc[0]
    assert row["positions"] == list(range(9))
    assert math.isnan(row["juilland_d"])
    assert math.isnan(row["gries_dp"])


def test_fewer_than_two_parts_are_refused():
    with pytest.raises(ValueError, match="parts is 1: cut the text into 2 parts or more"):
        dispersion(TWELVE, ["war"], parts=1)


@given(some_tokens, st.integers(2, 12))
def test_positions_are_nltks_and_measures_stay_on_their_scales(tokens, parts):
    index = ConcordanceIndex(tokens)
    for row in dispersion(tokens, set(tokens), parts=parts).itertuples():
        assert row.positions == index.offsets(row.word)
        assert row.count == len(row.positions)
        if len(tokens) >= parts:
            assert 0 <= row.gries_dp <= 1
            assert 0 <= row.juilland_d <= 1


# keyness


def test_keyness_worked_by_hand():
    target = ["war"] * 4 + ["and"] * 6
    reference = ["war"] * 2 + ["and"] * 18
    table = keyness(target, reference).set_index("token")
    # war: 4 in 10 against 2 in 20. Expected at equal rates: 6 * 10/30 = 2 and 6 * 20/30 = 4.
    # G2 = 2 * (4 ln(4/2) + 2 ln(2/4)) = 4 ln 2; log ratio = log2(0.4 / 0.1) = 2
    assert table.loc["war", "log_likelihood"] == pytest.approx(4 * math.log(2))
    assert table.loc["war", "log_ratio"] == pytest.approx(2)
    assert table.loc["war", "target_per_thousand"] == pytest.approx(400)
    assert table.loc["war", "reference_per_thousand"] == pytest.approx(100)
    # and: 6 against 18, expected 8 and 16. G2 = 2 * (6 ln(6/8) + 18 ln(18/16)) = 0.78800;
    # log ratio = log2(0.6 / 0.9) = -0.58496
    assert table.loc["and", "log_likelihood"] == pytest.approx(0.78800, abs=0.00001)
    assert table.loc["and", "log_ratio"] == pytest.approx(-0.58496, abs=0.00001)


def test_the_two_cells_of_a_word_and_of_its_rest_make_nltks_four():
    # With just two types, each is the other's "all other words".
    table = keyness(["war"] * 4 + ["and"] * 6, ["war"] * 2 + ["and"] * 18)
    four_cells = BigramAssocMeasures.likelihood_ratio(4, (6, 10), 30)
    assert table["log_likelihood"].sum() == pytest.approx(four_cells)


def test_a_missing_word_counts_as_half_an_occurrence_in_the_log_ratio_only():
    row = keyness(["a"] * 4, ["a", "a", "tea", "tea"]).set_index("token").loc["tea"]
    assert row["log_ratio"] == pytest.approx(-2)  # log2((0.5 / 4) / (2 / 4))
    # Expected 1 and 1. G2 = 2 * (0 + 2 ln(2/1)) = 4 ln 2
    assert row["log_likelihood"] == pytest.approx(4 * math.log(2))
    assert row["target_count"] == 0


def test_keyness_puts_the_marks_of_the_target_first_and_of_the_reference_last():
    target = ["war"] * 5 + ["nato"] * 2 + ["and", "b", "a"]
    reference = ["tea"] * 5 + ["cup"] * 2 + ["and", "b", "a"]
    expected = ["war", "nato", "a", "and", "b", "cup", "tea"]
    assert keyness(target, reference)["token"].tolist() == expected


def test_the_side_of_a_word_follows_its_rates_also_where_the_log_ratio_cannot():
    # "war" is in the reference only, but half an occurrence in 2 tokens is a high rate.
    table = keyness(["a", "a"], ["a"] * 99 + ["war"]).set_index("token")
    assert table.index.tolist() == ["a", "war"]
    assert table.loc["war", "log_ratio"] > 0


def test_the_side_of_a_word_that_both_texts_use_follows_its_rates():
    target = ["x"] * 5 + ["y"] * 3 + ["z"] * 2
    reference = ["x"] * 2 + ["y"] * 2 + ["z"] * 6
    assert keyness(target, reference)["token"].tolist() == ["x", "y", "z"]
    assert keyness(reference, target)["token"].tolist() == ["z", "y", "x"]
    # Twice the text changes no rate, and so no side.
    assert keyness(target * 2, reference)["token"].tolist() == ["x", "y", "z"]
    assert keyness(target, reference * 3)["token"].tolist() == ["x", "y", "z"]


def test_equal_texts_have_nothing_key():
    table = keyness(TWELVE, TWELVE * 3)
    assert table["log_likelihood"].tolist() == [0, 0, 0, 0]
    assert table["log_ratio"].tolist() == pytest.approx([0, 0, 0, 0])
    assert table["token"].tolist() == ["and", "peace", "war", "tea"]


@pytest.mark.parametrize(
    ("target", "reference", "empty"),
    [([], ["a"], "target"), (["a"], [], "reference"), ([], [], "target")],
)
def test_an_empty_side_is_named(target, reference, empty):
    with pytest.raises(ValueError, match=f"{empty} is empty"):
        keyness(target, reference)


@given(some_tokens, some_tokens)
def test_swapping_the_sides_flips_the_sign_and_keeps_the_likelihood(target, reference):
    table = keyness(target, reference).set_index("token")
    swapped = keyness(reference, target).set_index("token").loc[table.index]
    assert (-swapped["log_ratio"]).tolist() == pytest.approx(table["log_ratio"].tolist())
    assert swapped["log_likelihood"].tolist() == pytest.approx(table["log_likelihood"].tolist())


@given(some_tokens, some_tokens)
def test_keyness_counts_every_token_of_both_sides(target, reference):
    table = keyness(target, reference)
    assert table["target_count"].sum() == len(target)
    assert table["reference_count"].sum() == len(reference)
    assert (table["log_likelihood"] >= 0).all()


def test_keyness_does_not_depend_on_the_order_of_the_texts():
    rng = random.Random(1)
    target, reference = rng.choices("abcdefgh", k=50), rng.choices("abcdefgh", k=70)
    expected = keyness(target, reference)
    pd.testing.assert_frame_equal(keyness(sorted(target), sorted(reference)), expected)
