"""The engine behind the exercises, and the series that they belong to."""

import csv
import re

import nbclient
import nbformat
import numpy as np
import pandas as pd
import pytest
from course import CHAPTERS, ROOT, shell

from textkit import load_article
from textkit.course import (
    NOT_YET,
    QUESTION,
    RIGHT,
    Chapter,
    StudentError,
    Verdict,
    begin,
    call,
    chapters,
    choose,
    compare,
    exercise,
    not_here,
    not_yet,
    open_chapter,
    points,
    question,
    right,
    run_lines,
    same,
)
from textkit.course.series import checks_file, find_chapter, with_numbers


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (26, 26.0),
        (26.3, 26.3157),
        (np.int64(5), 5),
        (np.float64(0.25), 0.25),
        (5.0, 5),
        ("a  b\n", "a b"),
        (("a", "b"), ["a", "b"]),
        (pd.Series(["a", "b"]), ["a", "b"]),
        (np.array([1, 2]), [1, 2]),
        (["b", "a"], {"a", "b"}),
        ({"a": 1.0}, {"a": 1}),
        (np.bool_(True), True),
        (float("nan"), float("nan")),
        ([], []),
    ],
)
def test_the_same_value_in_another_form_is_the_same(answer, expected):
    assert same(answer, expected)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (26, 26.3157),
        (26.4, 26),
        (True, 1),
        (1, True),
        ("26", 26),
        ("ab", ["a", "b"]),
        (["a"], "a"),
        (["a", "b"], ["b", "a"]),
        (["a", "a", "b"], {"a", "b"}),
        (["a", "a"], ["a", "b"]),
        ({"a": 1}, {"a": 2}),
        (float("nan"), 1.0),
        (None, 0),
        (len, 3),
        (0, 0.004),
        (pd.DataFrame({"a": [1]}), 1),
    ],
)
def test_another_value_is_not_the_same(answer, expected):
    assert not same(answer, expected)


def test_the_order_of_a_list_matters_only_where_it_is_asked():
    assert same(["a", "b", "b"], ["b", "a", "b"], order=False)
    assert not same(["a", "b", "b"], ["a", "a", "b"], order=False)


def test_a_misconception_that_gives_the_right_value_here_is_right():
    assert compare(3, 3, praise="Yes.", wrong=[(3, "No.")], otherwise="?").state == RIGHT


@pytest.mark.parametrize(
    ("answer", "expected", "piece"),
    [
        (None, 3, "`print(…)` and"),
        ((3, 0), 3, "a comma separates them"),
        ("a text of many more letters", 3, "a long text"),
        ([["a", "b"]], ["a", "b"], "a list within a list"),
        ("a b", ["a", "b"], "is a text. The exercise asks for several values"),
        (len, 3, "brackets"),
        ("3", 3, "quotation marks"),
        ([3], 3, "Which single number"),
        (3, "three", "Which text"),
        (3, ["a"], "several values"),
        (4, 3, "Otherwise"),
    ],
)
def test_an_answer_of_the_wrong_kind_is_told_so(answer, expected, piece):
    verdict = compare(answer, expected, praise="", wrong=[], otherwise="Otherwise")
    assert verdict.state == QUESTION
    assert piece in verdict.message


@pytest.mark.parametrize("answer", ["d", "", 1, None, ["a"], "ab"])
def test_an_option_that_is_not_there_is_told_the_options(answer):
    verdict = choose(answer, "a", {"a": "Yes.", "b": "No.", "c": "No."})
    assert verdict == question('The options are "a", "b" and "c". Which one do you choose?')


@pytest.mark.parametrize(
    ("function", "piece"),
    [
        (lambda: 1, "names"),
        (lambda word, more: 1, "names"),
        (lambda word: print(word), "`print` only shows one"),
        ("HELLO", "not a function"),
    ],
)
def test_a_function_that_does_not_fit_is_told_so_without_the_lines_of_the_check(function, piece):
    with pytest.raises(StudentError, match=piece) as stopped:
        call(function, "a")
    assert "copies" not in str(stopped.value)


def test_a_students_function_cannot_change_what_it_is_given():
    words = ["a", "b"]
    assert call(lambda given: given.clear() or 1, words) == 1
    assert words == ["a", "b"]


@pytest.mark.parametrize(
    ("order", "piece"),
    [
        ("ZA", "no line Z"),
        ("AAB", "more than once"),
        ("AB", "At line A the program stops: NameError"),
        ("DC", "cannot read your order"),
        (3, "The order is an int"),
        ([1, 2], "The order is a list"),
    ],
)
def test_an_order_that_does_not_run_says_where(order, piece):
    lines = {"A": "y = x + 1", "B": "x = 1", "C": "for i in [1]:", "D": "    x = i"}
    with pytest.raises(StudentError, match=piece):
        run_lines(lines, order, {})


def test_lines_run_in_the_order_given():
    for order in ("BA", "B, A", "B-A.", ["b", "a"]):
        assert run_lines({"A": "y = x + z", "B": "x = 1"}, order, {"z": 2}) == {"x": 1, "y": 3}


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "a & b", '"quoted"'])
def test_a_verdict_shows_markup_as_text(text):
    shown = Verdict(RIGHT, f"You wrote {text}")._repr_html_()
    assert text not in shown.replace("&quot;", "") or text == '"quoted"'
    assert "<script>" not in shown


def test_a_verdict_says_its_state_in_words():
    assert repr(right("Yes.")).startswith("right ")
    assert "<strong>Right.</strong>" in right("Yes.")._repr_html_()


@pytest.mark.parametrize(
    "given", [{"kind": "quiz"}, {"answers": []}, {"answers": "n"}, {"hints": []}, {"hints": "Use len."}]
)
def test_an_exercise_without_what_it_needs_is_refused(given):
    fields = {"kind": "compute", "answers": ["n"], "hints": ["Count."]} | given
    with pytest.raises(ValueError, match="Exercise count: "):
        exercise("count", "How many?", **fields)


def chapter(**names):
    return open_chapter("frequency", {"article": load_article(), **names})


def test_an_answer_that_is_not_there_is_not_yet():
    assert "run the cell of exercise 3.1" in chapter().judge("lower").message
    assert chapter(answer=...).judge("lower").state == NOT_YET
    assert chapter(order=[..., ...], lines={}).judge("top_three").state == NOT_YET


def test_an_exercise_without_the_article_says_to_load_it():
    assert "`article` is not there" in open_chapter("frequency", {"answer": "b"}).judge("lower").message
    assert "`article` is not there" in chapter(answer="b", article="a text").judge("lower").message


def test_a_stale_name_is_noticed():
    verdict = chapter(tokens=["from", "another", "text"], n_types=3).judge("types")
    assert verdict.state == NOT_YET
    assert "`tokens` was made from another text" in verdict.message
    assert chapter(tokens=np.array(["a", "b"]), n_types=3).judge("types").state == NOT_YET
    assert "There is no `tokens` yet" in chapter(n_types=3).judge("types").message


def test_a_name_that_does_not_exist_is_told_the_ones_that_do():
    said = chapter().judge("rats").message
    assert said.startswith(
        'There is no exercise "rats" in this chapter. Here are its names: "lower", "types"'
    )
    assert "quotation marks, as its cell does" in chapter().judge(len).message


@pytest.mark.parametrize("number", ["3.5", 3.5])
def test_a_number_is_told_the_name(number):
    assert chapter().judge(number).message == 'Exercise 3.5 is called by its name: `check("rate")`.'


class Odd:
    """A value that no check can work with."""

    def __eq__(self, other):
        raise RuntimeError("odd")

    __hash__ = None


def test_a_value_that_no_check_can_read_is_a_question():
    tokens = chapter().state(load_article())["tokens"]
    verdict = chapter(tokens=tokens, n_types=Odd(), hidden=Odd()).judge("types")
    assert verdict.state == QUESTION


def test_hints_go_on_to_the_last_and_stay_there(capsys):
    opened = chapter()
    shown = []
    for _ in range(5):
        opened.hint("types")
        shown.append(capsys.readouterr().out)
    assert "Hint 1 of 3" in shown[0]
    assert "Hint 2 of 3 for exercise 3.2 “How many types?”: " in shown[1]
    assert "Hint 3 of 3, the last, for exercise 3.2" in shown[2]
    assert shown[2] == shown[4]
    opened.hint("rats")
    assert "Here are its names" in capsys.readouterr().out
    opened.hint(3.2)
    assert 'hint("types")' in capsys.readouterr().out


def test_a_forgotten_bracket_does_not_show_the_hints():
    opened = chapter()
    assert not any(hint in repr(opened.progress) for task in opened.exercises.values() for hint in task.hints)


def test_progress_counts_what_is_right(capsys):
    opened = chapter(answer="b")
    opened.check("lower")
    capsys.readouterr()
    opened.progress()
    shown = capsys.readouterr().out
    assert "1 of 7 exercises are right." in shown
    assert "3.1   right" in shown
    assert "3.2   not tried" in shown


def test_a_chapter_that_does_not_exist_is_told_the_ones_that_do():
    with pytest.raises(ValueError, match=r"There is no chapter 'coffee'\. There are start_here, "):
        begin("coffee", {})


def test_checks_are_found_from_any_folder(tmp_path, monkeypatch):
    for folder in (ROOT, ROOT / "notebooks" / "solutions", tmp_path):
        monkeypatch.chdir(folder)
        assert "rate" in open_chapter("frequency", {}).exercises


def test_an_exception_in_an_exercise_becomes_a_sentence_with_its_line():
    cells = [
        'from textkit.course import begin\ncheck, hint, progress = begin("start_here", globals())',
        'seconds = 50 *\\\n    sixty\ncheck("class_length")',
        "1 / 0",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbclient.NotebookClient(
        notebook, kernel_name="python3", allow_errors=True, resources={"metadata": {"path": str(ROOT)}}
    ).execute()
    (shown,) = notebook.cells[1].outputs
    assert shown.output_type == "display_data"
    assert shown.data["text/plain"].startswith("a question  Line 2, `sixty`, stops with NameError")
    assert "quotation marks" in shown.data["text/plain"]
    (elsewhere,) = notebook.cells[2].outputs
    assert elsewhere.ename == "ZeroDivisionError"


def test_an_exception_stays_an_exception_for_whoever_runs_the_cell():
    with shell() as ipython:
        ipython.run_cell('from textkit.course import begin\ncheck, *_ = begin("start_here", globals())')
        result = ipython.run_cell('seconds = sixty\ncheck("class_length")')
        assert isinstance(result.error_in_exec, NameError)


# Points


def graded(monkeypatch, verdict, **options):
    """The points that nbgrader gets for an exercise whose check has said this."""
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    chapter = Chapter(9, {}, dict, {}, verdicts={"count": verdict} if verdict else {})
    monkeypatch.setitem(chapters._opened, "count", chapter)
    return points("count", **options)


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [(right("Yes."), 1), (not_here("None."), 1), (Verdict(QUESTION, "Half?", 0.5), 0.5)],
)
def test_points_follow_the_verdict(monkeypatch, verdict, expected):
    assert graded(monkeypatch, verdict) == expected
    assert graded(monkeypatch, verdict, most=4) == 4 * expected


@pytest.mark.parametrize("verdict", [question("Did you count?"), not_yet("Blank."), None])
def test_no_points_is_an_assertion_that_says_why(monkeypatch, verdict):
    with pytest.raises(AssertionError, match=verdict.message if verdict else "was not reached"):
        graded(monkeypatch, verdict)


def test_in_class_points_say_nothing_whatever_the_verdict(monkeypatch):
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    assert points("count") is None


@pytest.mark.parametrize(
    ("answer", "order", "credit"),
    [
        ([5, 4], True, 0.5),
        ([4, 5], True, 0),
        ([3, 5], False, 1),
        ([3, 9, 9, 9], False, 0.25),
        ("53", True, 0),
        (5, True, 0),
    ],
)
def test_a_list_that_is_right_in_part_has_a_part_of_the_credit(answer, order, credit):
    verdict = compare(answer, [5, 3], praise="Yes.", wrong=[], otherwise="Look again.", order=order)
    assert verdict.credit == credit


def test_a_value_counts_once_however_often_it_is_expected():
    verdict = compare([3, 5], [3, 3], praise="Yes.", wrong=[], otherwise="Look again.", order=False)
    assert verdict.credit == 0.5


# The series


def test_an_exercise_is_named_once_in_the_series_and_no_chapter_has_its_name():
    names = [name for chapter in CHAPTERS for name in open_chapter(chapter, {}).exercises]
    assert len({*names, *CHAPTERS}) == len(names) + len(CHAPTERS)


def test_the_history_leads_from_each_number_of_before_to_an_exercise_that_is_there():
    with open(ROOT / "notebooks" / "chapters" / "history.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {name for chapter in CHAPTERS for name in open_chapter(chapter, {}).exercises}
    assert len({row["old"] for row in rows}) == len(rows) == 109
    leads_to = [row["new"] for row in rows if row["new"]]
    assert set(leads_to) <= names
    assert len(set(leads_to)) == len(leads_to)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_checks_speak_only_of_chapters_and_exercises_that_are_there(chapter):
    said = with_numbers(checks_file(chapter).read_text(encoding="utf-8"))
    assert not re.findall(r"\[\[[a-z]\w*\]\]", said)


def test_a_name_in_double_brackets_becomes_its_number_in_a_message():
    assert with_numbers("as in chapter [[zipf]], exercise [[rate]]") == "as in chapter 04, exercise 3.5"
    assert with_numbers("as in table[[rats]]") == "as in table[[rats]]"


def test_double_brackets_in_a_students_code_are_the_students():
    names = {"article": load_article(), "count_by_speaker": lambda table: table[[column]]}  # noqa: F821
    said = open_chapter("who_said_it", names).judge("count_by_speaker")
    assert said.state == QUESTION
    assert "NameError" in said.message
    assert "[[column]]" in said.message


@pytest.mark.parametrize(
    "called", ["frequency", "03", "3", "03_frequency", "03_frequency.ipynb", "07_frequency", " 03 "]
)
def test_a_chapter_is_found_by_whatever_it_is_called(called):
    assert find_chapter(called) == "frequency"


@pytest.mark.parametrize("called", ["77", "three", "²", "", "frequencies"])
def test_a_chapter_that_is_not_found_is_told_the_ones_that_are_there(called):
    with pytest.raises(ValueError, match=rf"no chapter '{called}'\. There are 00 start_here, 01 "):
        find_chapter(called)
