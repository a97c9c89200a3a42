import re
from dataclasses import replace

import pandas as pd
import pytest
from course import ALL_EXERCISES, ARTICLES, CHAPTERS, notebook, opened, run, verdicts

from textkit import Article, load_article, quote_table
from textkit.course import NOT_HERE, RIGHT, preflight, preflight_exercises, preflight_summary, same
from textkit.course.asking import Told, ask
from textkit.course.series import chapter_place, two_digits
from textkit.course.sheet import preflight_sheet, require_place_for_sheet
from textkit.speakers import UNSURE


def article(text):
    return Article(text, (text,), (), "made-up.txt")


def row_of(chapter, article=None):
    return preflight(article).iloc[chapter_place(chapter)]


def reason(text, chapter):
    row = row_of(chapter, article(text))
    return bool(row["suits"]), row["because"]


ON_EVERY_ARTICLE = pytest.mark.parametrize("name", ARTICLES)


def asked(chapter: str, name: str) -> dict[str, Told]:
    """What the checks of a chapter expect on an article; the student's own earlier answers are examples."""
    loaded, text, earlier, told = opened(chapter), load_article(ARTICLES[name]), {}, {}
    for task in loaded.exercises.values():
        told[task.name] = ask(task, text, loaded.state(text), earlier)
        earlier |= told[task.name].values
    return told


def judged(chapter: str, name: str, exercise: str, values: dict) -> str:
    """What the check says when it is given these values, by name."""
    text = load_article(ARTICLES[name])
    names = {**run(chapter, name, solutions=True)["end"], **opened(chapter).state(text), **values}
    return replace(opened(chapter), names=names).judge(exercise).state


@ON_EVERY_ARTICLE
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_sheet_agrees_with_what_the_solutions_show(chapter, name):
    solved, names = verdicts(chapter, name, solutions=True), run(chapter, name, solutions=True)
    exercises = list(opened(chapter).exercises)
    for number, (exercise, told) in enumerate(asked(chapter, name).items(), 1):
        assert told.verdict.state == solved[exercise].state, exercise
        own = told.own or set(opened(chapter).exercises[exercise].earlier) & {"my_words", "labels"}
        if own or any(callable(value) for value in told.values.values()):
            continue
        after = names[exercises[number] if number < len(exercises) else "end"]
        for variable, value in told.values.items():
            given = after[variable]
            assert (
                same(given, value)
                or (isinstance(value, pd.DataFrame) and value.equals(given))
                or judged(chapter, name, exercise, told.values) == RIGHT  # one of several that are as good
            ), exercise


@ON_EVERY_ARTICLE
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_an_answer_from_the_sheet_is_right(chapter, name):
    told = asked(chapter, name)
    known = {key: value for one in told.values() for key, value in one.values.items()}
    for exercise, one in told.items():
        task = opened(chapter).exercises[exercise]
        if set(one.values) == set(task.answers) and set(task.earlier) <= set(known):
            assert judged(chapter, name, exercise, {**known, **one.values}) == RIGHT, (exercise, one.values)


def test_every_check_says_what_it_expects():
    table = preflight_exercises()
    assert list(zip(table["chapter"].map(int), table["name"], strict=True)) == [
        (chapter_place(chapter), name) for chapter, name in ALL_EXERCISES
    ]


def test_a_check_that_looks_at_the_answer_first_is_named():
    task = opened("frequency").exercises["types"]
    silent = type(task)(
        "silent", "", "compute", ("n",), (), (), ("",), lambda n, work: 1 / 0 if n == 3 else quiet()
    )

    def quiet():
        from textkit.course import question

        return question("Which one?")

    with pytest.raises(LookupError, match="'silent' does not say what it expects: Which one"):
        ask(silent, article("Rain."), {}, {})


def test_an_answer_of_zero_is_trivial_and_a_truth_value_is_none():
    rain = preflight_exercises(article("Rain fell.")).set_index("name")
    assert rain.loc["ahead", "state"] == "trivial"
    assert rain.loc["same_word", ["state", "answer"]].tolist() == ["live", "prediction = False"]
    assert rain.loc["unsure", ["state", "answer"]].tolist() == ["not here", ""]


def test_a_word_without_a_tie_makes_its_exercise_trivial():
    words = "rain rain rain rain sun sun sun wind wind fog"
    table = preflight_exercises(article(words)).set_index("name")
    assert table.loc["tie", ["state", "because"]].tolist() == ["trivial", "Every attempt comes out the same."]


def test_an_exercise_on_an_uncertain_speaker_is_doubtful_and_says_which():
    text = article("Ann Lee met Bo Fox.\n“It will rain,” said Ann Lee.\nThere it was. “Nobody left.”")
    unsure = quote_table(text.text)["confidence"] < UNSURE
    assert unsure.tolist() == [False, True]
    row = preflight_exercises(text).set_index("name").loc["quotes_or_words"]
    assert row["state"] == "doubtful"
    assert "It rests on quote 2 " in row["because"]


def test_a_text_too_short_for_a_chapters_cells_makes_its_exercises_not_here():
    table = preflight_exercises(article("Rain.")).set_index("name")
    assert table.loc["by_chance", "state"] == NOT_HERE
    assert "too short" in table.loc["by_chance", "because"]


@ON_EVERY_ARTICLE
def test_no_chapter_suits_with_a_dead_exercise(name):
    text = load_article(ARTICLES[name])
    exercises = preflight_exercises(text)
    dead = set(exercises[exercises["state"] == NOT_HERE]["chapter"])
    chapters = preflight(text)
    assert not dead & set(chapters[chapters["suits"]]["chapter"])


def test_the_sheet_is_one_page_without_scripts_and_escapes_what_it_quotes():
    page = preflight_sheet(article("“<script>alert(1)</script> It will rain,” said Ann Lee."))
    assert page.count("<html") == 1
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "color-scheme: light dark" in page
    assert "@media print" in page
    for title in preflight()["title"]:
        assert title.replace("'", "&#x27;") in page


def test_a_sheet_is_written_over_a_sheet_and_over_nothing_else(tmp_path):
    sheet = tmp_path / "sheet.html"
    require_place_for_sheet(sheet)
    sheet.write_text(preflight_sheet(article("Rain fell.")), encoding="utf-8")
    require_place_for_sheet(sheet)
    sheet.write_text("<!doctype html>\n<p>My notes", encoding="utf-8")
    with pytest.raises(FileExistsError, match=r"sheet\.html' is there already, and no preflight sheet"):
        require_place_for_sheet(sheet)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_titles_are_those_of_the_notebooks(chapter):
    row = row_of(chapter)
    assert row["chapter"] == two_digits(chapter_place(chapter))
    assert notebook(chapter, solutions=False).cells[0].source.startswith(f"# {row['chapter']} {row['title']}")


def test_the_projects_own_article_suits_every_chapter():
    table = preflight()
    assert table["chapter"].tolist() == [two_digits(place) for place in range(len(CHAPTERS))]
    assert table["suits"].all()
    assert "Mark Rutte has 14 and Donald Tusk has 6." in table["because"][chapter_place("comparing_voices")]


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
        ("the rain and the sun " * 5, "words_in_context", True, "“rain”, comes up 5 times."),
        ("the of and", "words_in_context", False, "it has no content word at all."),
        ("The ally saw the bridge.", "stems", False, "it has 0 that join another."),
        ("The ally saw the allies.", "stems", True, "it has 1 that join another."),
        ("the rain and the rain and", "ngrams", False, "it has 0."),
        ("rain and sun, rain and sun", "ngrams", True, "it has 1."),
        ("to be and to be and", "words_in_company", False, "that come up twice: it has 2."),
        ("to be and so to be and so", "words_in_company", True, "that come up twice: it has 3."),
        ("Rain.", "meet_the_article", False, "a speaker for its first quote: it has no quote."),
        ("“No rain!”", "meet_the_article", False, "a speaker for its first quote: nobody can be told."),
        (
            "“No rain!” said Bo Fox.",
            "meet_the_article",
            True,
            "a speaker for its first quote: that is Bo Fox.",
        ),
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
        ("We saw “Rain” there.", "quotes", False, "it has 0 quotes (stretches between quotation marks: 1)."),
        ("“No!” he said.", "quotes", True, "it has 1 quote (stretches between quotation marks: 1)."),
        ("“No rain!” he said.", "who_said_it", False, "it has 0 (quotes in all: 1)."),
        ("Ann Lee left. “No rain!” she said.", "who_said_it", True, "it has 1 (quotes in all: 1)."),
    ],
)
def test_what_a_chapter_wants_and_gets(text, chapter, suits, because):
    said = reason(text, chapter)
    assert said[0] == suits
    assert because in said[1], said


@pytest.mark.parametrize(("sentences", "suits"), [(7, False), (8, True)])
def test_comparing_voices_wants_eight_sentences_where_there_are_no_two_voices(sentences, suits):
    said = reason("It was late. " * sentences, "comparing_voices")
    assert said[0] == suits
    assert f"no two people have 4 quotes each, and it has {sentences} sentences." in said[1]


def test_comparing_voices_takes_two_people_with_four_quotes_each():
    text = "\n".join(f"“It was {n}.” said Ann Lee.\n“That is {n}.” said Bo Fox." for n in range(4))
    suits, because = reason(text, "comparing_voices")
    assert suits
    assert because.startswith(
        f"Chapter {two_digits(chapter_place('comparing_voices'))} wants two people with 4 quotes each, or "
        "8 sentences to halve: Ann Lee has 4 and Bo Fox has 4."
    )


def test_the_summary_counts_in_one_line():
    assert preflight_summary() == (
        "news in English: 3 speakers, 21 quotes, 691 tokens, 21 paragraphs, 3 headings"
    )
    assert preflight_summary(article("It was.")) == (
        "a very short text in English: 0 speakers, 0 quotes, 2 tokens, 1 paragraph, 0 headings"
    )


def test_columns_have_the_same_types_for_any_article():
    types = {name: preflight(load_article(ARTICLES[name])).dtypes.to_dict() for name in ARTICLES}
    assert all(kinds == types["nato"] for kinds in types.values())
    assert str(types["nato"]["suits"]) == "bool"


@pytest.mark.parametrize("check", [preflight, preflight_summary])
def test_a_text_or_a_path_is_refused(check):
    with pytest.raises(TypeError, match="takes an Article, as load_article returns it, not str"):
        check("seeds/nato_article.txt")
