"""Comparing voices: the test succeeds on the debate, and cannot tell where there are too few words."""

import re

import pytest
from course import ARTICLES, SOURCES, module

from textkit import load_article
from textkit.course import two_voices

CHECKS = module(SOURCES / "comparing_voices" / "checks.py")


def made(article):
    return CHECKS.made_from(load_article(ARTICLES[article]).text)


def page(file):
    """A file of the chapter, one space between the words."""
    text = (SOURCES / "comparing_voices" / file).read_text(encoding="utf-8")
    return " ".join(re.sub(r"^#", "", text, flags=re.M).split())


def test_in_the_debate_the_real_value_stands_outside_the_null():
    state = made("nato")
    assert state["real"] > 2 * max(state["highest"])


def test_in_the_article_the_real_value_stands_inside_the_null():
    state = made("nato")
    assert min(state["highest_here"]) < state["real_here"] < max(state["highest_here"])
    assert sum(value >= 3.84 for value in state["highest_here"]) > 180


def test_the_figures_of_the_chapter_and_of_the_teachers_page_are_what_the_deals_give():
    state = made("nato")
    table = state["table"].set_index("token")
    we, i = (
        f"{row.log_likelihood:.1f} ({row.target_count:.0f} against {row.reference_count:.0f})"
        for row in (table.loc["we"], table.loc["i"])
    )
    as_high = sum(value >= state["real_here"] for value in state["highest_here"])
    said = [
        f"In the debate *i* has {i} and *we* {we}, and no deal gets above {max(state['highest']):.1f}.",
        f"the highest is {state['real_here']:.1f}, and {as_high} of 200 deals do as well.",
        f"We look at {len(table)} words of the debate",
        f"from {len(CHECKS.words(state['pieces_1']))} and {len(CHECKS.words(state['pieces_2']))} tokens",
    ]
    assert all(value >= 3.84 for value in state["highest"])
    for words in said:
        assert words in page("teaching.md"), words
    counts = table.loc["we", ["target_count", "reference_count"]].to_list()
    assert "Calloway says *we* {:.0f} times and Pruett {:.0f} times; none".format(*counts) in page(
        "chapter.py"
    )


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
