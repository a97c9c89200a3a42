"""Every check is proven: on every article, by right answers, wrong answers and no answer.

The wrong answers are listed in the chapter's answers.py, each with a piece of the question it deserves on the
project's own article; on another one, another misconception may give the same value, or nothing be there.
"""

import pytest
from course import (
    ALL_EXERCISES,
    ARTICLES,
    CHAPTERS,
    answer,
    answers,
    cell_of,
    exercises,
    is_known_cause,
    opened,
    run,
)

from textkit.course import NOT_HERE, NOT_YET, QUESTION, RIGHT, same
from textkit.course.verdicts import LONGEST_MESSAGE

ON_EVERY_ARTICLE = pytest.mark.parametrize("article", ARTICLES)
# What a check takes from the class's key, or asks the preflight to look at.
OF_THE_KEY = {"key", "first_quote", "speakers", "of_the_article", "spoken"}
EVERY_EXERCISE = pytest.mark.parametrize(("chapter", "name"), ALL_EXERCISES)


@ON_EVERY_ARTICLE
@EVERY_EXERCISE
def test_the_solution_is_right_and_the_blank_is_not_yet(chapter, name, article):
    solved, _ = answer(chapter, name, article, cell_of(chapter, name, solutions=True))
    assert solved.state == RIGHT or (solved.state == NOT_HERE and article != "nato"), solved
    blank, _ = answer(chapter, name, article, cell_of(chapter, name, solutions=False))
    assert blank.state == NOT_YET or blank.state == solved.state == NOT_HERE, blank


@ON_EVERY_ARTICLE
@EVERY_EXERCISE
def test_each_wrong_answer_meets_its_own_question(chapter, name, article):
    wrong = answers(chapter).WRONG[name]
    solved, solution = answer(chapter, name, article, cell_of(chapter, name, solutions=True))
    if solved.state == NOT_HERE:
        return
    blank = cell_of(chapter, name, solutions=False)
    names = exercises(chapter)[name].answers
    for code, piece in wrong:
        # What a student leaves in the cell beside the answer stays as it was.
        verdict, given = answer(chapter, name, article, f"{blank}\n{code}")
        if article == "nato":
            assert verdict.state == QUESTION, (code, verdict)
            assert verdict.cause is None or is_known_cause(chapter, verdict.cause), verdict.cause
            assert piece in verdict.message, (code, verdict)
        elif verdict.state == RIGHT:  # here the misconception happens to give the right value
            assert all(same(given[variable], solution[variable], order=False) for variable in names), (
                code,
                verdict,
            )
        else:
            assert verdict.state == QUESTION, (code, verdict)
            assert len(verdict.message) <= LONGEST_MESSAGE


@ON_EVERY_ARTICLE
@EVERY_EXERCISE
def test_another_right_answer_is_right_too(chapter, name, article):
    blank = cell_of(chapter, name, solutions=False)
    for code in answers(chapter).ALSO_RIGHT.get(name, []):
        verdict, _ = answer(chapter, name, article, f"{blank}\n{code}")
        assert verdict.state in (RIGHT, NOT_HERE if article != "nato" else RIGHT), (code, verdict)


@EVERY_EXERCISE
def test_each_exercise_knows_two_misconceptions_or_more(chapter, name):
    pieces = {piece for _, piece in answers(chapter).WRONG[name]}
    assert len(pieces) >= 2


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_has_five_exercises_of_three_kinds(chapter):
    tasks = exercises(chapter).values()
    assert len(tasks) >= 5
    assert len({task.kind for task in tasks}) >= 3


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_a_check_calls_by_name_has_that_name_in_the_notebook(chapter):
    names = run(chapter, "nato", solutions=True)["end"]
    assert set(opened(chapter).state(names["article"])) <= set(names) | OF_THE_KEY


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_listed_answers_are_for_exercises_that_exist(chapter):
    listed = answers(chapter)
    assert set(listed.WRONG) == set(exercises(chapter))
    assert set(listed.ALSO_RIGHT) <= set(exercises(chapter))
