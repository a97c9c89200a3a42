"""Comparing voices: the test succeeds on the debate, and cannot tell where there are too few words."""

import pytest
from course import ARTICLES, SOURCES, module

from textkit import load_article
from textkit.course import two_voices

CHECKS = module(SOURCES / "comparing_voices" / "checks.py")


def made(article):
    return CHECKS.made_from(load_article(ARTICLES[article]).text)


def test_in_the_debate_the_real_value_stands_outside_the_null():
    state = made("nato")
    assert state["real"] > 2 * max(state["highest"])


def test_in_the_article_the_real_value_stands_inside_the_null():
    state = made("nato")
    assert min(state["highest_here"]) < state["real_here"] < max(state["highest_here"])
    assert sum(value >= state["real_here"] for value in state["highest_here"]) == 55
    assert sum(value >= 3.84 for value in state["highest_here"]) > 180


def test_the_words_that_the_sample_answer_names_have_its_counts():
    table = made("nato")["table"].set_index("token")
    assert table.loc["we", ["target_count", "reference_count"]].to_list() == [66, 4]
    assert table.loc["i", ["target_count", "reference_count"]].to_list() == [11, 90]
    assert len(table) == 421


def test_quotes_are_dealt_out_whole():
    one, other = ["tea tea tea", "rain"], ["war war"]
    for number in range(20):
        counts = CHECKS.deal(one, other, number)[["target_count", "reference_count"]]
        assert (counts.min(axis=1) == 0).all()


@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_has_two_voices_with_words_of_their_own(article):
    (first, one), (second, other) = two_voices(load_article(ARTICLES[article]).text)
    assert first != second
    assert CHECKS.words(one)
    assert CHECKS.words(other)


def test_two_people_need_four_quotes_each_or_the_text_is_halved():
    said = [f"“Rain {n}.” said Ann Lee.\n“Sun {n}.” said Bo Fox." for n in range(4)]
    assert [name for name, _ in two_voices("\n".join(said))] == ["Ann Lee", "Bo Fox"]
    assert [name for name, _ in two_voices("\n".join(said[:3]))] == ["first half", "second half"]


def test_a_text_of_one_sentence_is_halved_by_its_words():
    assert two_voices("Rain fell.") == [("first half", ["Rain"]), ("second half", ["fell"])]
