import re

import pytest
from course import ARTICLES, CHAPTERS, notebook, verdicts

from textkit import Article, load_article
from textkit.course import NOT_HERE, preflight, preflight_summary
from textkit.course.series import chapter_place, two_digits


def article(text):
    return Article(text, (text,), (), "made-up.txt")


def row_of(chapter, article=None):
    return preflight(article).iloc[chapter_place(chapter)]


def reason(text, chapter):
    row = row_of(chapter, article(text))
    return bool(row["suits"]), row["because"]


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_in_an_article_that_suits_no_exercise_is_not_here(chapter, name):
    if row_of(chapter, load_article(ARTICLES[name]))["suits"]:
        said = verdicts(chapter, name, solutions=True)
        assert not [number for number, verdict in said.items() if verdict.state == NOT_HERE]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_titles_are_those_of_the_notebooks(chapter):
    row = row_of(chapter)
    assert row["chapter"] == two_digits(chapter_place(chapter))
    assert notebook(chapter, solutions=False).cells[0].source.startswith(f"# {row['chapter']} {row['title']}")


def test_the_projects_own_article_suits_every_chapter():
    table = preflight()
    assert table["chapter"].tolist() == [two_digits(place) for place in range(len(CHAPTERS))]
    assert table["suits"].all()
    assert table["because"][chapter_place("comparing_voices")].endswith(
        "Mark Rutte has 14 and Donald Tusk has 6."
    )


def test_every_reason_is_a_sentence_about_its_chapter():
    for name in ARTICLES:
        for row in preflight(load_article(ARTICLES[name])).itertuples():
            assert re.fullmatch(rf"Chapter {row.chapter} wants [^\n]+\.", row.because)


@pytest.mark.parametrize(
    ("text", "chapter", "suits", "because"),
    [
        ("rain " * 199, "frequency", False, "200 tokens: it has 199."),
        ("rain " * 200, "frequency", True, "200 tokens: it has 200."),
        ("rain " * 4, "words_in_context", False, "“rain”, comes up 4 times."),
        ("rain " * 5, "words_in_context", True, "“rain”, comes up 5 times."),
        ("the of and", "words_in_context", False, "it has no content word at all."),
        (
            "The rain fell on the road.",
            "stopwords_and_clouds",
            True,
            "it has 3, and 3 of its 6 tokens are English stopwords.",
        ),
        (
            "Дощ падав на дорогу.",
            "stopwords_and_clouds",
            False,
            "it has 4, and 0 of its 4 tokens are English stopwords.",
        ),
        ("“No!” he said.", "quotes", False, "it has 0 (stretches in all: 1)."),
        ("“No rain!” he said.", "quotes", True, "it has 1 (stretches in all: 1)."),
        ("“No rain!” he said.", "who_said_it", False, "it has 0 (quotes in all: 1)."),
        ("Ann Lee left. “No rain!” she said.", "who_said_it", True, "it has 1 (quotes in all: 1)."),
    ],
)
def test_what_a_chapter_wants_and_gets(text, chapter, suits, because):
    said = reason(text, chapter)
    assert said[0] == suits
    assert said[1].endswith(because), said


@pytest.mark.parametrize(("sentences", "suits"), [(7, False), (8, True)])
def test_comparing_voices_wants_eight_sentences_where_there_are_no_two_voices(sentences, suits):
    said = reason("Rain fell. " * sentences, "comparing_voices")
    assert said[0] == suits
    assert said[1].endswith(f"no two people have 4 quotes each, and it has {sentences} sentences.")


def test_comparing_voices_takes_two_people_with_four_quotes_each():
    text = "\n".join(f"“Rain {n}.” said Ann Lee.\n“Sun {n}.” said Bo Fox." for n in range(4))
    assert reason(text, "comparing_voices") == (
        True,
        f"Chapter {two_digits(chapter_place('comparing_voices'))} wants two people with 4 quotes each, or "
        "8 sentences to halve: Ann Lee has 4 and Bo Fox has 4.",
    )


def test_the_summary_counts_in_one_line():
    assert preflight_summary() == "3 speakers, 21 quotes, 691 tokens, 21 paragraphs, 3 headings"
    assert preflight_summary(article("Rain.")) == "0 speakers, 0 quotes, 1 token, 1 paragraph, 0 headings"


def test_columns_have_the_same_types_for_any_article():
    types = {name: preflight(load_article(ARTICLES[name])).dtypes.to_dict() for name in ARTICLES}
    assert all(kinds == types["nato"] for kinds in types.values())
    assert str(types["nato"]["suits"]) == "bool"


@pytest.mark.parametrize("check", [preflight, preflight_summary])
def test_a_text_or_a_path_is_refused(check):
    with pytest.raises(TypeError, match="takes an Article, as load_article returns it, not str"):
        check("seeds/nato_article.txt")
