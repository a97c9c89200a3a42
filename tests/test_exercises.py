"""The engine behind the exercises."""

import nbclient
import nbformat
import numpy as np
import pandas as pd
import pytest
from course import ROOT, shell

from textkit import exercises, load_article
from textkit.exercises import (
    NOT_YET,
    QUESTION,
    RIGHT,
    Chapter,
    StudentError,
    Verdict,
    begin,
    call,
    choose,
    compare,
    exercise,
    not_here,
    not_yet,
    open_chapter,
    question,
    right,
    run_lines,
    same,
)


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
    with pytest.raises(ValueError, match=r"exercise 9\.1"):
        exercise("9.1", "Count", **fields)


def chapter(**names):
    return open_chapter("03", {"article": load_article(), **names})


def test_an_answer_that_is_not_there_is_not_yet():
    assert "run the cell of exercise 3.1" in chapter().judge("3.1").message
    assert chapter(answer=...).judge("3.1").state == NOT_YET
    assert chapter(order=[..., ...], lines={}).judge("3.3").state == NOT_YET


def test_an_exercise_without_the_article_says_to_load_it():
    assert "`article` is not there" in open_chapter("03", {"answer": "b"}).judge("3.1").message
    assert "`article` is not there" in chapter(answer="b", article="a text").judge("3.1").message


def test_a_stale_name_is_noticed():
    verdict = chapter(tokens=["from", "another", "text"], n_types=3).judge("3.2")
    assert verdict.state == NOT_YET
    assert "`tokens` was made from another text" in verdict.message
    assert chapter(tokens=np.array(["a", "b"]), n_types=3).judge("3.2").state == NOT_YET
    assert "There is no `tokens` yet" in chapter(n_types=3).judge("3.2").message


def test_a_number_that_does_not_exist_is_told_the_ones_that_do():
    assert "This chapter has 3.1, 3.2" in chapter().judge("3.99").message
    assert 'check("3.1")' in chapter().judge(3.1).message


class Odd:
    """A value that no check can work with."""

    def __eq__(self, other):
        raise RuntimeError("odd")

    __hash__ = None


def test_a_value_that_no_check_can_read_is_a_question():
    tokens = chapter().state(load_article())["tokens"]
    verdict = chapter(tokens=tokens, n_types=Odd(), hidden=Odd()).judge("3.2")
    assert verdict.state == QUESTION


def test_hints_go_on_to_the_last_and_stay_there(capsys):
    opened = chapter()
    shown = []
    for _ in range(5):
        opened.hint("3.2")
        shown.append(capsys.readouterr().out)
    assert "Hint 1 of 3" in shown[0]
    assert "last hint" not in shown[1]
    assert "Hint 3 of 3" in shown[2]
    assert shown[2] == shown[4]
    opened.hint("3.99")
    assert "This chapter has" in capsys.readouterr().out
    opened.hint(3.2)
    assert 'hint("3.2")' in capsys.readouterr().out


def test_a_forgotten_bracket_does_not_show_the_hints():
    opened = chapter()
    assert not any(hint in repr(opened.progress) for task in opened.exercises.values() for hint in task.hints)


def test_progress_counts_what_is_right(capsys):
    opened = chapter(answer="b")
    opened.check("3.1")
    capsys.readouterr()
    opened.progress()
    shown = capsys.readouterr().out
    assert "1 of 7 exercises are right." in shown
    assert "3.1   right" in shown
    assert "3.2   not tried" in shown


def test_a_chapter_without_checks_says_where_it_looked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match="checks of chapter '99'"):
        begin("99", {})


def test_checks_are_found_from_any_folder(tmp_path, monkeypatch):
    for folder in (ROOT, ROOT / "notebooks" / "solutions", tmp_path):
        monkeypatch.chdir(folder)
        assert "3.1" in open_chapter("03", {}).exercises


def test_an_exception_in_an_exercise_becomes_a_sentence_with_its_line():
    cells = [
        'from textkit.exercises import begin\ncheck, hint, progress = begin("00", globals())',
        'seconds = 50 *\\\n    sixty\ncheck("0.1")',
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
        ipython.run_cell('from textkit.exercises import begin\ncheck, *_ = begin("00", globals())')
        result = ipython.run_cell('seconds = sixty\ncheck("0.1")')
        assert isinstance(result.error_in_exec, NameError)


# Points


def graded(monkeypatch, verdict, **options):
    """The points that nbgrader gets for an exercise whose check has said this."""
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    chapter = Chapter({}, dict, {}, verdicts={"9.1": verdict} if verdict else {})
    monkeypatch.setitem(exercises._opened, "9.1", chapter)
    return exercises.points("9.1", **options)


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
    assert exercises.points("9.1") is None


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
