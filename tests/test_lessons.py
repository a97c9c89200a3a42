"""The lessons happen: on the project's article and on the companion there is something to see."""

import random

import pytest
from course import ARTICLES, SOURCES, verdicts

from textkit import (
    content_words,
    dispersion,
    explain_quote,
    frequency_table,
    kappa,
    load_article,
    quote_table,
    tokenize,
)
from textkit.course import RIGHT, draw_quotes, draw_stretches
from textkit.course.drawing import second_reader
from textkit.speakers import UNSURE

ARTICLE = load_article(ARTICLES["nato"])
DEBATE = load_article("seeds/tarrowmere_debate.txt")
SPEECH = {"full", "partial"}


def drawn_labels(article):
    """What the tool and the second reader say of the ten stretches."""
    stretches = draw_stretches(article, DEBATE)
    return [kind in SPEECH for kind in stretches["kind"]], list(stretches["second_reader"])


def compared_with_shuffles(tokens, word):
    """A word's DP, and in how many of 200 shuffles of the text it is as high."""

    def dp(some):
        return round(dispersion(some, [word], parts=5)["gries_dp"][0], 3)

    shuffles = []
    for number in range(200):
        shuffled = list(tokens)
        random.Random(number).shuffle(shuffled)
        shuffles.append(dp(shuffled))
    return dp(tokens), sum(value >= dp(tokens) for value in shuffles), max(shuffles)


# Words in context


def test_a_word_of_the_debate_is_clustered_beyond_chance_and_the_articles_most_clustered_is_not():
    debate, tokens = (tokenize(text.text, lower=True) for text in (DEBATE, ARTICLE))
    own, as_high, highest = compared_with_shuffles(debate, "ferry")
    assert as_high == 0
    source = (SOURCES / "words_in_context" / "chapter.py").read_text(encoding="utf-8")
    page = " ".join(source.replace("\n#", "").split())
    assert f"Its DP is {own:.2f}; no shuffle gets beyond {highest:.2f}." in page
    counts = frequency_table(content_words(tokens))
    words = list(counts[counts["count"] >= 5]["token"].head(12))
    most = dispersion(tokens, words, parts=5).sort_values("gries_dp")["word"].iloc[-1]
    _, as_high, _ = compared_with_shuffles(tokens, most)
    assert most == "russia"
    assert as_high > 10
    assert f"in {as_high} of 200 shuffles it is as clustered" in page


# Quotes


@pytest.mark.parametrize("article", [ARTICLE, DEBATE], ids=["article", "debate"])
def test_the_second_reader_has_labeled_every_stretch_of_a_text(article):
    found = quote_table(article.text, all_kinds=True)
    labels = second_reader(article)
    assert labels[["start", "end"]].equals(found[["start", "end"]])


@pytest.mark.parametrize("article", [ARTICLE, DEBATE], ids=["article", "debate"])
def test_both_classes_and_a_doubtful_stretch_are_among_the_ten(article):
    tool, second = drawn_labels(article)
    assert len(tool) == 10
    assert len(set(tool)) == len(set(second)) == 2
    assert tool != second
    assert 0 < kappa(tool, second) < 1


def test_the_tools_recall_is_below_1_by_the_second_readers_labels_on_the_article():
    tool, second = drawn_labels(ARTICLE)
    both = sum(map(min, tool, second))
    assert both / sum(second) < 1
    assert both / sum(tool) < 1
    page = (SOURCES / "quotes" / "teaching.md").read_text(encoding="utf-8")
    assert (
        f"precision and recall are {both / sum(tool):.2f}, and her kappa with it is {kappa(tool, second):.2f}"
        in page
    )
    assert both / sum(tool) == both / sum(second)


@pytest.mark.parametrize("name", [name for name in ARTICLES if name != "nato"])
def test_an_article_that_nobody_has_labeled_gives_way_to_the_debate(name):
    stretches = draw_stretches(load_article(ARTICLES[name]), DEBATE)
    assert set(stretches["source"]) == {"tarrowmere_debate.txt"}
    assert stretches["second_reader"].isin([True, False]).all()


def test_labels_of_another_text_are_not_taken_for_those_of_this_one():
    changed = load_article(ARTICLES["nato"])
    object.__setattr__(changed, "text", "!" + changed.text)
    assert second_reader(changed).empty


# Who said it?


@pytest.mark.parametrize("name", ARTICLES)
def test_one_at_least_of_the_five_is_unsure_on_every_article(name):
    five = draw_quotes(load_article(ARTICLES[name]), DEBATE)
    assert len(five) == 5
    assert (five["confidence"] < UNSURE).any()


def test_the_teachers_page_names_the_articles_unsure_quotes():
    quotes = quote_table(ARTICLE.text)
    *first, last = (str(number) for number in quotes[quotes["confidence"] < UNSURE]["quote"])
    page = (SOURCES / "who_said_it" / "teaching.md").read_text(encoding="utf-8")
    assert f"of the {len(quotes)} are below 0.9 (numbers {', '.join(first)} and {last})" in page


def test_the_five_of_the_article_are_its_own_and_more_than_one_person_speaks():
    five = draw_quotes(ARTICLE, DEBATE)
    assert set(five["source"]) == {"nato_article.txt"}
    assert five["speaker"].nunique() > 1


def test_taking_evidence_away_changes_the_answer_and_not_every_piece_does():
    quotes = quote_table(DEBATE.text)
    number = int(quotes["confidence"].argmin()) + 1

    def chosen(*without):
        table = explain_quote(DEBATE.text, number, without=without)
        return str(table[table["chosen"]]["speaker"].iloc[0])

    after = {chosen(name) for name in set(explain_quote(DEBATE.text, number)["evidence"])}
    assert chosen() in after
    assert len(after) > 1


def test_in_the_debate_the_tool_is_sure_and_wrong():
    quotes = quote_table(DEBATE.text)
    row = quotes[quotes["text"] == "I said it, and I was tired, and I am sorry,"].iloc[0]
    assert row["mention"] == "he"
    assert row["speaker"] == "Nell Foss"
    assert row["confidence"] > UNSURE
    page = (SOURCES / "who_said_it" / "chapter.py").read_text(encoding="utf-8")
    assert list(quotes["text"])[41] == "I was young on that bridge myself."
    assert "**b** Quote 42." in page
    assert "[39:42]" in page
    assert f"One more beside his {sum(quotes['speaker'] == 'Dale Pruett')}:" in page


@pytest.mark.parametrize("chapter", ["words_in_context", "quotes", "who_said_it"])
def test_every_exercise_is_live_on_the_projects_article(chapter):
    said = verdicts(chapter, "nato", solutions=True)
    assert {name: verdict.state for name, verdict in said.items()} == dict.fromkeys(said, RIGHT)
