"""Judging apart from the notebook: "not here" costs nobody a point, a puzzle never runs a student's lines."""

import pandas as pd
import pytest
from course import ARTICLES, CHAPTERS, opened

from textkit import load_article
from textkit.course import NOT_HERE, QUESTION, begin, exercise, not_here, points, right
from textkit.course.judging import Record, judge, nothing_here

ARTICLE = load_article("seeds/nato_article.txt")


@exercise("nothing", "Nothing", kind="compute", answers=["n"], hints=["Look."])
def nothing(n, work):
    return not_here("There is none in this article.")


@pytest.mark.parametrize("values", [{}, {"n": ...}, {"n": 3}, {"n": [1, ...]}])
def test_not_here_is_said_whatever_the_student_has_done(values):
    verdict = judge(nothing, Record(values), ARTICLE, lambda article: {})
    assert verdict.state == NOT_HERE
    assert verdict.credit == 1


def test_what_goes_on_to_the_answer_is_here():
    @exercise("some", "Some", kind="compute", answers=["n"], hints=["Look."])
    def some(n, work):
        return right("Yes.") if n > 3 else not_here("Small.")

    assert nothing_here(some, ARTICLE, lambda article: {}) is None


def without_headings():
    """An article where a chapter has an exercise that is not here, with the exercise's name."""
    for article in ARTICLES.values():
        loaded = load_article(article)
        for chapter in CHAPTERS:
            for name, task in opened(chapter).exercises.items():
                if nothing_here(task, loaded, opened(chapter).state):
                    return chapter, name, loaded
    raise LookupError("every exercise is live everywhere")


def test_nbgrader_gives_the_point_for_not_here_also_where_no_check_was_reached(monkeypatch):
    chapter, name, article = without_headings()
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    begin(chapter, {"article": article})
    assert points(name) == 1
    live = next(other for other in opened(chapter).exercises if not nothing_here(
        opened(chapter).exercises[other], article, opened(chapter).state))  # fmt: skip
    with pytest.raises(AssertionError, match="was not reached"):
        points(live)


@pytest.mark.parametrize("chapter", [c for c in CHAPTERS if any(
    task.kind == "parsons" for task in opened(c).exercises.values())])  # fmt: skip
def test_a_puzzle_never_runs_lines_that_a_student_has_changed(chapter, tmp_path):
    (task,) = [task for task in opened(chapter).exercises.values() if task.kind == "parsons"]
    mark = tmp_path / "was_here"
    line = f"open({str(mark)!r}, 'w').close()"
    given = f'lines = {{"A": "x = 1"}}\norder = ...\ncheck("{task.name}")'
    for lines in ({"A": line}, pd.Series({"A": line}), pd.DataFrame({"A": [line]}), [line], line):
        made = opened(chapter).state(ARTICLE)
        record = Record({**made, "order": "A", "lines": lines}, given=given)
        verdict = judge(task, record, ARTICLE, opened(chapter).state)
        assert verdict.state == QUESTION
        assert verdict.cause == "lines changed"
    assert not mark.exists()
