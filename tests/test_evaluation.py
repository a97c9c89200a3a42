import ast
import math
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, strategies as st

import textkit
from textkit.evaluation import evaluate, kappa, match_spans


def spans(*pairs, **columns):
    table = pd.DataFrame(pairs, columns=["start", "end"]).astype("int64")
    return table.assign(**columns)


tables = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1])), max_size=8
).map(lambda rows: spans(*rows))


def row(found, gold, measure="span", **options):
    table = evaluate(found, gold, **options)
    return table[table["measure"] == measure].iloc[0]


def test_two_of_three_found_and_one_false_alarm():
    # by hand: 2 right of 3 found, of 4 in gold
    result = row(spans((0, 10), (20, 30), (40, 50)), spans((0, 10), (20, 30), (60, 70), (80, 90)))
    assert (result["right"], result["found"], result["gold"]) == (2, 3, 4)
    assert result["precision"] == pytest.approx(2 / 3)
    assert result["recall"] == pytest.approx(2 / 4)
    assert result["f1"] == pytest.approx(2 * (2 / 3) * (2 / 4) / (2 / 3 + 2 / 4))


@pytest.mark.parametrize(
    ("overlap", "right"),
    [(0.5, 1), (0.8, 1), (0.81, 0), (1, 0)],  # 8 of 10 characters are shared
)
def test_overlap_decides_what_counts_as_the_same_stretch(overlap, right):
    assert row(spans((0, 10)), spans((0, 8)), overlap=overlap)["right"] == right


def lines_run(function, table):
    """How many lines of the function's own code Python runs to compare a table with itself."""
    lines = 0

    def note(frame, event, _):
        nonlocal lines
        lines += event == "line"
        return note if frame.f_code is function.__code__ else None

    before = sys.gettrace()  # whoever measures coverage traces, too
    sys.settrace(note)
    try:
        function(table, table)
    finally:
        sys.settrace(before)
    return lines


def test_thousands_of_stretches_are_paired_without_comparing_all_with_all():
    few, many = (
        spans(*((10 * number, 10 * number + 9) for number in range(size))) for size in (1_000, 2_000)
    )
    assert match_spans(many, many)["overlap"].tolist() == [1] * len(many)
    assert lines_run(match_spans, many) < 2.5 * lines_run(match_spans, few)


def test_labels_agree_if_they_are_equal_however_many_and_from_wherever():
    first, second = ([f"kind {number % 3}" for number in range(1_000)] for _ in range(2))
    assert kappa(first, second) == 1


@pytest.mark.parametrize("found", [(0, 10), (2, 12), (4, 10), (2, 8)])
def test_overlap_is_what_both_share_of_what_either_covers(found):
    gold = (2, 10)
    shared = set(range(*found)) & set(range(*gold))
    either = set(range(*found)) | set(range(*gold))
    assert match_spans(spans(found), spans(gold))["overlap"].tolist() == [len(shared) / len(either)]


def test_a_stretch_is_paired_once_and_with_its_best_partner():
    pairs = match_spans(spans((0, 10), (0, 9)), spans((0, 9)))
    assert pairs["gold"].tolist() == [pd.NA, 0] or pairs["gold"].isna().tolist() == [True, False]
    assert pairs["overlap"].tolist() == [0.0, 1.0]


def test_what_is_missed_and_what_is_false_is_listed():
    pairs = match_spans(spans((0, 10), (20, 30)), spans((0, 10), (40, 50)))
    assert pairs["found"].isna().tolist() == [False, False, True]
    assert pairs["gold"].isna().tolist() == [False, True, False]


def test_speaker_counts_only_where_the_stretch_is_right():
    found = spans((0, 10), (20, 30), speaker=["Ann Lee", "Bo Fox"])
    gold = spans((0, 10), (50, 60), speaker=["ann lee ", "Bo Fox"])
    assert row(found, gold, "span and speaker")["right"] == 1


def test_no_speaker_agrees_with_no_speaker_alone():
    found = spans((0, 10), (20, 30), speaker=[None, None])
    gold = spans((0, 10), (20, 30), speaker=[float("nan"), "Bo Fox"])
    assert row(found, gold, "span and speaker")["right"] == 1


def test_column_of_the_student_is_compared_when_asked_for():
    found = spans((0, 10), mood=["calm"])
    table = evaluate(found, spans((0, 10), mood=["calm"]), columns=["mood"])
    assert table["measure"].tolist() == ["span", "span and mood"]


def test_nothing_found_has_no_precision_but_a_recall_of_zero():
    result = row(spans(), spans((0, 10)))
    assert math.isnan(result["precision"])
    assert (result["recall"], result["f1"]) == (0, 0)


def test_nothing_to_find_and_nothing_found_has_no_measure():
    result = row(spans(), spans())
    assert all(math.isnan(result[name]) for name in ("precision", "recall", "f1"))


@pytest.mark.parametrize(
    ("found", "gold", "options", "message"),
    [
        (pd.DataFrame({"start": [1]}), spans(), {}, "found has no column 'end'"),
        (spans(), pd.DataFrame({"end": [1]}), {}, "gold has no column 'start'"),
        (spans(), spans(), {"overlap": 0}, "overlap must be above 0"),
        (spans(), spans(), {"overlap": 1.5}, "at most 1, not 1.5"),
    ],
)
def test_bad_input_is_named(found, gold, options, message):
    with pytest.raises(ValueError, match=message):
        evaluate(found, gold, **options)


def test_kappa_of_three_labels_is_what_one_computes_by_hand():
    # rows: one reader's labels, columns: the other's; they agree 50 + 4 + 4 times in 200
    counts = [[50, 26, 24], [24, 4, 32], [6, 30, 4]]
    pairs = [(i, j) for i, row in enumerate(counts) for j, n in enumerate(row) for _ in range(n)]
    one, other = zip(*pairs, strict=True)
    agreement, expected = 58 / 200, (100 * 80 + 60 * 60 + 40 * 60) / 200**2
    assert kappa(one, other) == pytest.approx((agreement - expected) / (1 - expected))


labels = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=20)


@given(labels)
def test_kappa_is_the_same_from_either_side_and_1_only_for_agreement(pairs):
    one, other = zip(*pairs, strict=True)
    value = kappa(one, other)
    assert value == pytest.approx(kappa(other, one), nan_ok=True)
    assert math.isnan(value) == (len({*one, *other}) == 1)
    assert math.isnan(value) or (value == 1) == (one == other)


def test_kappa_needs_two_labels_for_each():
    with pytest.raises(ValueError, match="equally long, not 2 and 1"):
        kappa([True, False], [True])
    assert math.isnan(kappa([], []))


@given(tables)
def test_a_table_against_itself_is_right(table):
    assert row(table, table, overlap=1)["right"] == len(table)


@given(tables, tables)
def test_swapping_the_tables_swaps_precision_and_recall(a, b):
    one, other = row(a, b, overlap=0.01), row(b, a, overlap=0.01)
    if one["right"] == other["right"]:  # ties may be broken in another way
        assert one[["precision", "recall"]].tolist() == pytest.approx(
            other[["recall", "precision"]].tolist(), nan_ok=True
        )


@given(tables, tables, st.floats(0.01, 1))
def test_every_stretch_is_listed_once(a, b, overlap):
    pairs = match_spans(a, b, overlap=overlap)
    assert sorted(pairs["found"].dropna()) == list(range(len(a)))
    assert sorted(pairs["gold"].dropna()) == list(range(len(b)))


def test_columns_and_types_are_the_same_for_empty_tables():
    assert match_spans(spans(), spans()).dtypes.equals(match_spans(spans((0, 1)), spans()).dtypes)
    assert evaluate(spans(), spans()).dtypes.equals(evaluate(spans((0, 1)), spans()).dtypes)


def test_evaluation_knows_nothing_of_the_rest_of_the_package():
    source = (Path(textkit.__file__).parent / "evaluation.py").read_text(encoding="utf-8")
    modules = [node.module for node in ast.walk(ast.parse(source)) if hasattr(node, "module")]
    assert not any((module or "").startswith("textkit") for module in modules)


@pytest.mark.parametrize(("ours", "theirs"), [("Ann", "Bo"), ("Bo", "Ann"), (None, "Ann"), ("Ann", None)])
def test_another_name_is_wrong_on_whichever_side(ours, theirs):
    result = row(spans((0, 10), speaker=[ours]), spans((0, 10), speaker=[theirs]), "span and speaker")
    assert result["right"] == 0


def test_of_two_that_begin_together_a_pair_comes_first_and_then_what_was_found():
    pairs = match_spans(spans((0, 10), (0, 30)), spans((0, 10), (0, 90)))
    assert pairs[["found", "gold"]].astype(object).where(pairs.notna(), None).to_numpy().tolist() == [
        [0, 0],
        [1, None],
        [None, 1],
    ]
