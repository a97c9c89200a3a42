"""The engine behind the exercises, and the series that they belong to."""

import csv
import re
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import nbclient
import nbformat
import numpy as np
import pandas as pd
import pytest
from course import CHAPTERS, ROOT, cell_of, opened, run, shell
from IPython.utils.capture import capture_output

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
    expect,
    not_here,
    not_yet,
    open_chapter,
    points,
    question,
    right,
    run_lines,
    same,
)
from textkit.course.judging import Record, asked_names, judge
from textkit.course.misconceptions import instead
from textkit.course.second_look import second_look, what_is_off
from textkit.course.series import checks_file, find_chapter, with_numbers


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (26, 26.0),
        (26, 26.3157),
        (26.3, 26.3157),
        (0.67, 2 / 3),
        (0.3, 0.2998),
        (Fraction(2, 3), 2 / 3),
        (Decimal("0.25"), 0.25),
        (np.array(5), 5),
        (pd.Series([5]), 5),
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
        ((word for word in ["a", "b"]), ["a", "b"]),
        ({"a": 1, "b": 2}.keys(), ["a", "b"]),
        (pd.DataFrame({"token": ["a", "b"]}), ["a", "b"]),
        (pd.DataFrame({"first": ["a"], "second": ["b"]}), ["a", "b"]),
        (pd.Index(["a", "b"]), ["a", "b"]),
        ([("a", 1)], {"a": 1}),
        (pd.Series({"a": 1}), {"a": 1}),
        (pd.DataFrame({"token": ["a"], "count": [1]}), {"a": 1}),
    ],
)
def test_the_same_value_in_another_form_is_the_same(answer, expected):
    assert same(answer, expected)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (26.4, 26.3157),
        (26.31, 26.3157),
        (0.7, 2 / 3),
        (26.4, 26),
        ([26], 26),
        ({"a", "b"}, ["a", "b"]),
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
    assert compare(3, 3, praise="Yes.", wrong=[("three", 3, "No.")], otherwise="?").state == RIGHT


@pytest.mark.parametrize(
    ("answer", "expected", "piece"),
    [
        (None, 3, "`print(…)` and"),
        ((3, 0), 3, "because of a comma"),
        ("a text of many more letters", 3, "a long text"),
        ([["a", "b"]], ["a", "b"], "a list within a list"),
        ("a c", ["a", "b"], "is a text. The exercise asks for several values"),
        (len, 3, "brackets"),
        ("3", 3, "quotation marks"),
        ([3], 3, "Which single number"),
        (3, "three", "Which text"),
        (3, ["a"], "several values"),
        (4, 3, "one too many"),
        (47, 3, "Otherwise"),
    ],
)
def test_an_answer_of_the_wrong_kind_is_told_so(answer, expected, piece):
    verdict = compare(answer, expected, praise="", wrong=[], otherwise="Otherwise")
    assert verdict.state == QUESTION
    assert piece in verdict.message


@pytest.mark.parametrize("answer", ["d", "", 1, None, ("a",), ["a", "b"], "ab"])
def test_an_option_that_is_not_there_is_told_the_options(answer):
    verdict = choose(answer, "a", {"a": "Yes.", "b": "No.", "c": "No."})
    assert verdict.state == QUESTION
    assert verdict.message == 'The options are "a", "b" and "c". Which one do you choose?'


@pytest.mark.parametrize(
    "answer",
    ["B", " b ", "(b)", "b.", "b)", '"b"', ["b"], "option b", "b) The notebook keeps it.", np.array("b")],
)
def test_a_letter_is_read_however_it_is_written(answer):
    assert choose(answer, "b", {"a": "No.", "b": "Yes."}).state == RIGHT


def asked(answer, expected=26.3157, **options):
    """What compare() says of an answer, with two misconceptions of the same value and one of its own."""
    wrong = [
        ("types", 26.0, "Types?"),
        ("chunks", 30.5, "Chunks?"),
        ("lines", 30.5, "Lines?"),
        ("words", 12.3456, "Words?"),
    ]
    return compare(answer, expected, praise="Yes.", wrong=wrong, otherwise="Otherwise?", **options)


def test_a_misconception_that_gives_the_very_answer_comes_before_a_rounded_right_value():
    assert asked(26).cause == "types"
    assert asked(26.32).state == RIGHT


def test_a_cause_is_claimed_only_where_it_alone_gives_the_very_answer():
    assert asked(12.3456).cause == "words"
    for answer in (30.5, 12.35):  # two explain it; one by rounding only
        assert asked(answer).cause is None
        assert asked(answer).state == QUESTION


def test_a_number_is_shown_beside_what_it_is_of_where_two_causes_explain_it():
    wrong = [
        *instead("As a share?", {"the count": 2}),
        *instead("?", {"the rank": 2}),
    ]
    said = compare(2, 0.5, praise="Yes.", wrong=wrong, otherwise="What is divided by what?")
    assert said.cause is None
    assert "2 is the count" in said.message
    assert "and here also the rank" in said.message


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        (0.7, "too few digits"),
        (0.66, "cut off"),
        (0.0, "whole division"),
        (-2 / 3, "other sign"),
        (200 / 3, "in percent"),
        (1.5, "upside down"),
        (1 / 3, "half"),
        (float("inf"), "no finite number"),
    ],
)
def test_a_number_that_nothing_special_explains_is_asked_what_goes_wrong_with_numbers(answer, cause):
    assert compare(answer, 2 / 3, praise="Yes.", wrong=[], otherwise="Otherwise?").cause == cause


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        (["a", "b"], "one of each"),
        (["b", "a", "b", "c", "a"], "capitals"),
        (5, "how many for which"),
        ([], "empty"),
        (["b"], "the first alone"),
        ("b A b C a", "one text"),
        (["a", "C", "b", "A", "b"], "backwards"),
        ([["b", "A", "b", "C", "a"]], "list in a list"),
        (["b", "A", "b", "C"], "the last missing"),
        (None, "nothing"),
        ({"b": 1}, "dict for a list"),
    ],
)
def test_a_list_that_nothing_special_explains_is_asked_what_goes_wrong_with_lists(answer, cause):
    expected = ["b", "A", "b", "C", "a"] if cause != "one of each" else ["b", "a", "b"]
    assert compare(answer, expected, praise="Yes.", wrong=[], otherwise="Otherwise?").cause == cause


def test_a_verdict_is_never_longer_than_300_characters_and_keeps_its_question():
    said = question("a" * 500 + " Which word is wrong?")
    assert len(said.message) <= 300
    assert said.message.endswith("Which word is wrong?")


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


START = """
from textkit import load_article
from textkit.course import begin
article = load_article()
check, hint, progress = begin("start_here", globals())
"""


def test_a_function_that_ends_python_or_is_interrupted_is_a_sentence():
    def leaves(word):
        quit()

    def runs_on(word):
        raise KeyboardInterrupt

    with shell() as ipython:
        ipython.run_cell("def leaves_the_notebook(word):\n    quit()")
        for function in (leaves, runs_on, ipython.user_ns["leaves_the_notebook"]):
            with pytest.raises(StudentError, match=r"SystemExit|stopped from outside"):
                call(function, "a")
        assert not getattr(ipython, "exit_now", False)


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
        (["AB"], "one text"),
        ([1, 2], "The order is a list"),
    ],
)
def test_an_order_that_does_not_run_says_where(order, piece):
    lines = {"A": "y = x + 1", "B": "x = 1", "C": "for i in [1]:", "D": "    x = i"}
    with pytest.raises(StudentError, match=piece):
        run_lines(lines, order, {})


def test_lines_run_in_the_order_given():
    for order in ("BA", "B, A", "B-A.", "B → A", "b and a", "(B, A)", ["b", "a"], ["B ", " A"], ("B", "A")):
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
    assert "run the cell of exercise 4.1" in chapter().judge("lower").message
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


def test_lines_of_a_puzzle_that_were_changed_are_not_run():
    chapter = open_chapter("frequency", dict(run("frequency", "nato", solutions=True)["top_three"]))
    chapter.names |= {"order": "BDA", "lines": {"A": "top_three = 1 / 0", "B": "", "D": ""}}
    assert chapter.judge("top_three").cause == "lines changed"


TIE = 'tied = ...\ncheck("tie")'


@pytest.mark.parametrize(
    ("cell", "cause"),
    [
        ('second = 3\ncheck("tie")', "another name made"),
        ('for other in [1]:\n    pass\ncheck("tie")', "another name made"),
        ('def tied_words():\n    tied = 3\ncheck("tie")', None),  # it may be called later: judged as it is
        ('tied.append("x")\nother = 1\ncheck("tie")', None),
        ('print(tied)\ncheck("tie")', None),
        ('check("tie")', None),
    ],
)
def test_a_cell_that_makes_another_name_does_not_judge_an_old_answer(cell, cause):
    chapter = opened("frequency")
    names = {**run("frequency", "nato", solutions=True)["rate"]}
    given = Record(names, source=cell, given=TIE)
    verdict = judge(chapter.exercises["tie"], given, load_article(), chapter.state)
    assert verdict.cause == cause
    assert (verdict.state == RIGHT) == (cause is None)


def test_a_name_changed_in_the_exercises_own_cell_is_not_told_to_run_that_cell_again():
    chapter = opened("frequency")
    names = {**run("frequency", "nato", solutions=True)["rate"], "tokens": ["a"], "n_types": 1}
    given = Record(names, source='tokens = ["a"]\nn_types = 1', given="n_types = ...")
    verdict = judge(chapter.exercises["types"], given, load_article(), chapter.state)
    assert verdict.cause == "name of the notebook's changed"
    assert "a new `tokens`" in verdict.message


def test_the_error_of_the_first_chapter_is_told_twice_and_then_fixed():
    cell = cell_of("start_here", "cause_an_error", solutions=False)
    broken = cell.replace("# ", "") + '\ncheck("cause_an_error")'
    with shell() as ipython:
        for line in (
            "from textkit.course import begin\nfrom textkit import load_article\narticle = load_article()",
            'check, hint, progress = begin("start_here", globals())',
        ):
            ipython.run_cell(line, store_history=False)
        verdicts = ipython.user_ns["check"].__self__.verdicts
        for old, new, cause in [
            ("", "", "missing bracket"),
            ("upper(", "upper()", "NameError"),
            ("artcle", "article", None),
        ]:
            broken = broken.replace(old, new) if old else broken
            with capture_output():
                ipython.run_cell(broken, store_history=False)
            assert verdicts["cause_an_error"].cause == cause, verdicts["cause_an_error"]
        assert verdicts["cause_an_error"].state == RIGHT


_TURNED, _VALUE = "condition turned round", "another value"


@pytest.mark.parametrize(
    ("asked", "wrong", "cause"),
    [
        ("len(words) / len(few)", "len(few) / len(words)", "upside down"),
        ("len(words) / len(few) * 1000", "len(words) / len(few) * 100", "in percent"),
        ("len(words) / len(few) * 1000", "len(few) / len(words) * 100", "upside down and in percent"),
        ("len(few) / len(words)", "len(few) / len(set(words))", "one of each"),
        ("len(words)", "len(few)", "another name"),
        ("len(words) - len(few)", "len(words)", "a part alone"),
        ("len([word for word in words if word in few])", "len([w for w in words if w not in few])", _TURNED),
        ("[word for word in words if word in few]", "[word in few for word in words]", "truth values"),
        ("[word for word in words if word in few]", "words", "no condition"),
        ("max(few, key=len)", "min(few, key=len)", "min for max"),
        ("max(few, key=len)", "max(few)", "no key"),
        ('len(table[table["count"] == 1])', 'len(table[table["count"] >= 1])', "no condition"),
        ('list(table[table["count"] == 1]["token"])', 'list(table[table["count"] == 7]["token"])', _VALUE),
        ('sum(table["count"])', 'sum(table["rank"])', "another column"),
        ("len(words) / len(few)", "0", "nothing found"),
    ],
)
def test_what_an_expression_gives_with_something_changed_is_claimed(asked, wrong, cause):
    words = [f"word{n}" for n in range(301)] + ["word7"] * 50
    few = [f"word{n}" for n in range(7, 48)] + ["zebra", "a longer one", "bb"]
    table = pd.DataFrame({"token": words[:90], "count": [1, 7, 3] * 30, "rank": range(90)})
    names = {"words": words, "few": few, "table": table}
    answer = eval(wrong, {**names})
    verdict = expect(answer, asked, SimpleNamespace(**names), praise="Yes.", ask="Which one?")
    if verdict.cause is None:
        verdict = second_look(verdict, load_article(), names)
    assert (verdict.state, verdict.cause) == (QUESTION, cause)


@pytest.mark.parametrize(
    ("answer", "expected", "cause"),
    [
        (["a", "b", "x"], ["a", "b"], "some too many"),
        (["a"], ["a", "b"], "some missing"),
        (["a", "x"], ["a", "b"], "one wrong"),
        ([5, 4], [5, 3], "one too many"),
        (["ab", "c"], ["a", "bc", ""], "cut elsewhere"),
        (["x", "y"], ["a", "b"], "none of them"),
        (-3, 40, "below 0"),
        (2.5, 40, "no whole number"),
        (399, 400, "a little too little"),
        (0, 40, "nothing found"),
        ("the second", "the second of them", "a part of it"),
        ("a", "the second of them", "single letters"),
    ],
)
def test_what_is_off_is_told_where_nothing_explains_it(answer, expected, cause):
    assert what_is_off(answer, expected).cause == cause


@pytest.mark.parametrize(
    ("answer", "expected"), [(7, 40), (["a", "x", "y"], ["a", "b", "c"]), ("x", "y"), (9, 8)]
)
def test_nothing_is_claimed_of_an_answer_that_is_all_wrong(answer, expected):
    assert not (off := what_is_off(answer, expected)) or not off.cause


def test_an_answer_can_be_judged_from_its_record_alone():
    chapter = opened("frequency")
    record = Record({**run("frequency", "nato", solutions=True)["rate"], "rate": 2.6})
    judged = judge(chapter.exercises["rate"], record, load_article(), chapter.state)
    assert judged.state == QUESTION
    assert set(asked_names(chapter.exercises["rate"])) == {"rate", "tokens", "keyword"}


def test_a_name_that_does_not_exist_is_told_the_ones_that_do():
    said = chapter().judge("rats").message
    assert said.startswith(
        'There is no exercise "rats" in this chapter. Here are its names: "lower", "types"'
    )
    assert "quotation marks, as its cell does" in chapter().judge(len).message


@pytest.mark.parametrize("number", ["4.5", 4.5])
def test_a_number_is_told_the_name(number):
    assert chapter().judge(number).message == 'Exercise 4.5 is called by its name: `check("rate")`.'


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
    assert "Hint 2 of 3 for exercise 4.2 “How many types?”: " in shown[1]
    assert "Hint 3 of 3, the last, for exercise 4.2" in shown[2]
    assert shown[2] == shown[4]
    opened.hint("rats")
    assert "Here are its names" in capsys.readouterr().out
    opened.hint(4.2)
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
    assert "1 of 8 exercises are right." in shown
    assert "4.1   right" in shown
    assert "4.2   not tried" in shown


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


@pytest.mark.parametrize(
    ("code", "cause", "place"),
    [
        ("seconds = 50 x 60", "x for *", "at `x`"),
        ("seconds = 50x60", "x for *", "line 1"),
        ("seconds = 50 × 60", "printed sign", "line 1"),
        ("seconds = (50 * 60", "missing bracket", "at `(`"),
        ("seconds = min(50 * 60,", "missing bracket", "line 1, `seconds = min(50 * 60,`, at `(`"),
        ("seconds = 50 * 60)", "bracket too many", "at `)`"),
        ("seconds = [50 * 60)", "mixed brackets", "line 1"),
        ("seconds = '50", "missing quotation mark", "line 1"),
        ("seconds = “50”", "curly quotation marks", "line 1"),
        ("if seconds = 50:\n    pass", "= for ==", "line 1"),
        ("50 * 60 = seconds", "= for ==", "line 1"),
        ("print seconds", "print without brackets", "line 1"),
        ("def double(word)\n    return word", "missing colon", "line 1"),
        ("for word in []:\nseconds = 50", "missing indentation", "line 2"),
        ("seconds = 50\n  seconds = 60", "too much indentation", "line 2"),
        ("if True:\n        a = 1\n    b = 2", "uneven indentation", "line 3"),
        ("return 50", "return outside the function", "line 1"),
        ("seconds = fifty times sixty", "words side by side", "line 1"),
        ("seconds = max([50] key=len)", "missing comma", "line 1"),
        ("seconds = [50; 60]", "semicolon for comma", "at `;`"),
        ("class = 50", "keyword as a name", "line 1"),
    ],
)
def test_code_that_python_cannot_read_is_told_its_place_and_an_old_right_does_not_stay(code, cause, place):
    with shell() as ipython:
        ipython.run_cell(START)
        ipython.run_cell('seconds = 3000\ncheck("class_length")')
        verdicts = ipython.user_ns["check"].__self__.verdicts
        assert verdicts["class_length"].state == RIGHT
        ipython.run_cell(f'{code}\ncheck("class_length")')
        said = verdicts["class_length"]
        assert said.state == QUESTION
        assert said.cause == cause, said
        assert place in said.message


@pytest.mark.parametrize(
    ("code", "piece"),
    [
        ("seconds = true", "Python writes `True`"),
        ("minutes = 50\nseconds = minuts * 60", "Did you mean `minutes`?"),
        ("seconds = upper('a')", "`upper` is a method"),
        ("seconds = Len('a')", "`len`, in small letters"),
        ("seconds = fifty", "quotation marks"),
    ],
)
def test_a_name_that_python_does_not_know_is_told_what_it_may_be(code, piece):
    with shell() as ipython:
        ipython.run_cell(START)
        ipython.run_cell(f'{code}\ncheck("class_length")')
        said = ipython.user_ns["check"].__self__.verdicts["class_length"]
        assert piece in said.message
        assert said.cause == "NameError"


def test_an_error_in_a_cell_without_a_check_stays_as_it_is(capsys):
    with shell() as ipython:
        ipython.run_cell('from textkit.course import begin\ncheck, *_ = begin("start_here", globals())')
        ipython.run_cell("seconds = (50")
        assert "SyntaxError" in capsys.readouterr().out
        assert not ipython.user_ns["check"].__self__.verdicts


def test_an_exception_stays_an_exception_for_whoever_runs_the_cell():
    with shell() as ipython:
        ipython.run_cell('from textkit.course import begin\ncheck, *_ = begin("start_here", globals())')
        result = ipython.run_cell('seconds = sixty\ncheck("class_length")')
        assert isinstance(result.error_in_exec, NameError)


@pytest.mark.parametrize("asked", ["check(class_length)", "hint(class_length)", "check( class_length )"])
def test_an_exercises_name_without_its_quotation_marks_is_told_so(asked):
    with shell() as ipython:
        ipython.run_cell('from textkit.course import begin\ncheck, hint, _ = begin("start_here", globals())')
        ipython.run_cell(asked)
        verdict = ipython.user_ns["check"].__self__.verdicts["class_length"]
    assert verdict.message == '`check("class_length")` has quotation marks around the name. Does yours?'


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
    assert with_numbers("as in chapter [[zipf]], exercise [[rate]]") == "as in chapter 05, exercise 4.5"
    assert with_numbers("as in table[[rats]]") == "as in table[[rats]]"


def test_double_brackets_in_a_students_code_are_the_students():
    given = lambda table: table[[column]]  # noqa: E731, F821
    names = {"article": load_article(), "count_by_speaker": given}
    said = open_chapter("who_said_it", names).judge("count_by_speaker")
    assert said.state == QUESTION
    assert "NameError" in said.message
    assert "[[column]]" in said.message


@pytest.mark.parametrize(
    "called", ["frequency", "04", "4", "04_frequency", "04_frequency.ipynb", "07_frequency", " 04 "]
)
def test_a_chapter_is_found_by_whatever_it_is_called(called):
    assert find_chapter(called) == "frequency"


@pytest.mark.parametrize("called", ["77", "three", "²", "", "frequencies"])
def test_a_chapter_that_is_not_found_is_told_the_ones_that_are_there(called):
    with pytest.raises(ValueError, match=rf"no chapter '{called}'\. There are 00 start_here, 01 "):
        find_chapter(called)
