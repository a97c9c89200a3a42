"""Wrong answers by the hundred: none is accepted unless its value is right, and right ones are in every form.

The values are made from the solution's own: what the vocabulary of misconceptions makes of it, its mutants,
and whatever else one may count in the article. Run with `-s` to see, chapter by chapter, how many of them get
only a general question.
"""

import collections
import math
import numbers
import random
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from course import (
    ALL_EXERCISES,
    CHAPTERS,
    FOR_MUTANTS,
    article_in_use,
    cell_of,
    exercises,
    is_known_cause,
    opened,
    run,
)

from textkit.course import QUESTION, RIGHT, StudentError, call, same
from textkit.course.free_answers import read_labels, says_otherwise
from textkit.course.misconceptions import general, picked
from textkit.course.mutants import QUESTIONS, mutants_of_code
from textkit.course.second_look import numbers_of

ON_EVERY_SHAPE = pytest.mark.parametrize("article", ["nato", "long_report", *FOR_MUTANTS])
# An answer of these is a choice of the student's: the check has no single right value.
FREE = {"guess_words", "three_disagreements", "three_words", "label_quotes", "label_lines", "own_speakers"}
FREE |= {"tool_errors", "minimum", "take_away"}
FREE |= {"article_beside_the_deals"}  # k / n and (k + 1) / (n + 1) are too near to round
general_questions: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)


def solved(chapter, article):
    """The variables of each exercise once it is solved, by its name."""
    snapshots = run(chapter, article, solutions=True)
    after = list(snapshots.values())[1:]
    return {
        name: {variable: later.get(variable) for variable in exercises(chapter)[name].answers}
        for name, later in zip(list(snapshots)[:-1], after, strict=True)
    }


def judged(chapter, name, article, answers):
    """What the check says of other answers, on an article where all before the exercise is solved."""
    names = {**run(chapter, article, solutions=True)[name], **answers}
    with article_in_use(article):
        return replace(opened(chapter), names=names).judge(name)


def live(chapter, article, kinds):
    """The exercises of a chapter with one answer of these kinds, which is right on this article."""
    for name, answers in solved(chapter, article).items():
        ((variable, value), *more) = answers.items()
        fits = isinstance(value, kinds) and not isinstance(value, bool) and not more and name not in FREE
        if not fits or exercises(chapter)[name].kind == "parsons":
            continue
        if judged(chapter, name, article, answers).state == RIGHT:
            yield name, variable, value


@ON_EVERY_SHAPE
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_right_number_is_right_in_every_form_and_another_one_is_not(chapter, article):
    for name, variable, value in live(chapter, article, numbers.Real):
        forms = [float(value), np.float64(value), np.array(value), pd.Series([value]), Fraction(float(value))]
        forms += [Decimal(repr(float(value)))] + [float(f"{value:.3g}")] * (abs(value) < 1000)
        for form in forms:
            assert judged(chapter, name, article, {variable: form}).state == RIGHT, (name, form)
        text = run(chapter, article, solutions=True)[name]["article"].text
        others = [m.value for m in general(math.pi, value, True)]
        others += [*numbers_of("Rain. Rain, sun!").values(), *numbers_of(text).values()]
        others += [value + 0.37, value * 1.004 + 1, str(value), [value], None]
        check_wrong(chapter, name, article, variable, value, others)


@ON_EVERY_SHAPE
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_right_list_is_right_in_every_form_and_another_one_is_not(chapter, article):
    for name, variable, value in live(chapter, article, list):
        forms = [tuple(value), (item for item in value)]
        forms += [pd.Series(value), pd.Index(value)] if all(isinstance(item, str) for item in value) else []
        for form in forms:
            assert judged(chapter, name, article, {variable: form}).state == RIGHT, (name, form)
        others = [m.value for m in general(None, value, True)]
        others += [value + value[:1], value[1:-1], value[::2], value[:1] * len(value)]
        others += [[*value, "harbor"], len(value)]
        check_wrong(chapter, name, article, variable, value, others)


def check_wrong(chapter, name, article, variable, value, others):
    """None of these values is accepted, unless it is the right one, and each gets a question."""
    for other in others:
        if isinstance(other, numbers.Real) and other != other:
            continue
        said = judged(chapter, name, article, {variable: other})
        if said.state == RIGHT:
            assert same(other, value, order=False), (name, article, other, value)
        else:
            assert said.state == QUESTION, (name, other, said)
            assert said.cause is None or is_known_cause(chapter, said.cause), (name, other, said.cause)
            general_questions[chapter][said.cause is None] += 1


WORDS = ["rain", "Rain,", "rainy", "the", "The", "and", "sun", "“Sun”", "a", "Ann", "it's", "no."]


def some_words(dice, most=6):
    return [dice.choice(WORDS) for _ in range(dice.randint(1, most))]


INPUTS = {
    "shout": lambda dice: (" ".join(some_words(dice)),),
    "average_words": lambda dice: ([" ".join(some_words(dice)) for _ in range(dice.randint(1, 4))],),
    "clean_words": lambda dice: (some_words(dice),),
    "count_word": lambda dice: (dice.choice(WORDS), some_words(dice)),
    "running_total": lambda dice: ([dice.randint(0, 5) for _ in range(dice.randint(0, 5))],),
    "content_words": lambda dice: (" ".join(some_words(dice)),),
    "sentence_bigrams": lambda dice: ([" ".join(some_words(dice)) for _ in range(dice.randint(0, 3))],),
    "left_context": lambda dice: (some_words(dice, 9), dice.randint(0, 5)),
    "count_marks": lambda dice: ("".join(dice.choice("ab“”\"'’") for _ in range(9)),),
    "who_says_more": lambda dice: ("rain", some_words(dice), some_words(dice)),
    "small_report": lambda dice: ("rain", some_words(dice)),
    "count_all": lambda dice: ([(str(n), " ".join(some_words(dice))) for n in range(dice.randint(1, 3))],),
}
FUNCTIONS = [(chapter, name) for chapter, name in ALL_EXERCISES if name in INPUTS]


@pytest.mark.parametrize(("chapter", "name"), FUNCTIONS)
def test_a_mutant_of_a_solution_is_accepted_only_where_it_does_the_same(chapter, name):
    names = run(chapter, "nato", solutions=True)[name]
    (variable,) = exercises(chapter)[name].answers
    code = cell_of(chapter, name, solutions=True).split("### BEGIN SOLUTION")[-1].split("### END SOLUTION")[0]
    if f"def {variable}" not in code:  # only the blank is filled in there
        code = "\n".join(
            line for line in cell_of(chapter, name, solutions=True).splitlines() if "= ..." not in line
        ).split("\n\n\n")[0]
    around = dict(names)
    exec(code, around)
    right = around[variable]
    dice = random.Random(name)
    inputs = [INPUTS[name](dice) for _ in range(200)]
    made = mutants_of_code(code, variable, names)
    assert len(made) > 3
    for mutant in made:
        said = judged(chapter, name, "nato", {variable: mutant.function})
        if said.state == RIGHT:
            for values in inputs:
                try:
                    does = call(mutant.function, *values)
                except StudentError:
                    does = None
                assert same(does, call(right, *values)), (name, mutant.cause, mutant.code, values)
        else:
            assert said.cause is None or is_known_cause(chapter, said.cause), (name, said.cause)
            general_questions[chapter][said.cause is None] += 1


def test_each_mistake_of_the_mutants_has_its_question():
    code = (
        "def f(words, n):\n    total = 0\n    for word in words:\n        if len(word) > n and word == 'a':\n"
    )
    code += "            total = total + 1 / 2\n    return total"
    assert {mutant.cause for mutant in mutants_of_code(code, "f", {})} <= set(QUESTIONS)
    assert all(ask.endswith("?") for ask in QUESTIONS.values())


def test_the_share_that_gets_only_a_general_question_is_small():
    shares = {chapter: seen[True] / sum(seen.values()) for chapter, seen in general_questions.items()}
    for chapter, share in shares.items():
        print(f"{chapter:22} {share:4.0%} of {sum(general_questions[chapter].values()):5,}")
    assert all(share <= 0.35 for share in shares.values())


def test_the_other_rows_of_a_table_are_told_by_the_end_that_they_stand_at_alone():
    table = pd.DataFrame({"word": ["a", "b", "c", "d", "e"], "dp": [2, 1, 9, 3, 2], "count": [5, 4, 4, 4, 3]})
    told = {m.value: m.cause for m in picked(table, "word", "dp")}
    assert told == {
        "a": "highest count",
        "b": "lowest for highest",
        "d": "another row",
        "e": "lowest count",
    }


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Bars: the longest is rain with 3.", None),
        ("Bars: the longest is sun with 2, rain has 3.", "other word"),
        ("Bars: the shortest is rain with 3.", "shortest for longest"),
        ("Bars: rain with 3 and sun with 30.", "other number"),
    ],
)
def test_an_alt_text_says_what_the_chart_shows(text, cause):
    said = says_otherwise(text, {"rain": 3, "sun": 2})
    assert (said and said[0]) == cause


def test_a_list_of_labels_is_read_in_every_form_and_told_what_is_odd():
    def read(answer):
        return read_labels(answer, lambda label: None, such_as="[True]", of="quotes", wanted=2)

    assert read((True, False)) == read(pd.DataFrame({"label": [True, False]})) == [True, False]
    for odd, cause in [
        (True, "no list"),
        ({1: 2}, "no order"),
        ([True], "too few"),
        ([[True], 1], "list in a list"),
    ]:
        with pytest.raises(StudentError) as error:
            read(odd)
        assert error.value.cause == cause
