"""Options: which of some answers is right, by its letter, and what each of them gets to hear."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from textkit.course.asking import is_asked, tell
from textkit.course.exercises import Exercise, Work, exercise
from textkit.course.reading import materialize, single
from textkit.course.verdicts import Verdict, question, right


def multiple_choice(
    name: str,
    title: str,
    correct: str,
    reasons: Mapping[str, str],
    *,
    kind: str,
    hints: Sequence[str],
    answer: str = "answer",
) -> Exercise:
    """Make an exercise whose answer is the letter of an option, the same one for every article.

    Args:
        name: what stands in the notebook's `check("…")`.
        title: a few words for the table of progress.
        correct: the right letter.
        reasons: what to say for each letter.
        kind: what the exercise is for, such as "recall".
        hints: from a nudge to nearly the answer.
        answer: the name of the variable that the student fills.

    Returns:
        The Exercise.

    >>> said = {"a": "Yes.", "b": "Is it dry?"}
    >>> task = multiple_choice("rain", "Rain", "a", said, kind="recall", hints=["Look up."])
    >>> task.judge("b", None)
    a question  Is it dry?
    """

    def judge(letter: Any, work: Work) -> Verdict:
        return choose(letter, correct, reasons)

    return exercise(name, title, kind=kind, answers=[answer], hints=hints)(judge)


def better_of_two(
    name: str,
    correct: str,
    reasons: Mapping[str, str],
    *,
    title: str = "Which answer is better?",
    look: str = "Which answer does what it says?",
) -> Exercise:
    """Make an exercise that ranks two sample answers by a rubric; its variable is `better`.

    Args:
        name: what stands in the notebook's `check("…")`.
        correct: the letter of the better answer.
        reasons: for "a" and "b", what is good about it, or a question on what it lacks.
        title: a few words for the table of progress.
        look: the end of the hint: what to look for.

    Returns:
        The Exercise.

    >>> better_of_two("rain", "b", {"a": "How much is *a lot*?", "b": "It has a number."}).answers
    ('better',)
    """
    hints = [f"Go through the rubric point by point. {look}"]
    return multiple_choice(name, title, correct, reasons, kind="explain", hints=hints, answer="better")


def choose(answer: Any, correct: str, reasons: Mapping[str, str]) -> Verdict:
    """Judge the letter of a multiple-choice question; every option has its reason.

    Args:
        answer: the student's letter, in whatever form: "b", "B)", "(b)", ["b"].
        correct: the right letter.
        reasons: what to say for each letter.

    Returns:
        The Verdict with the reason of the letter; for no letter of these, a question that lists them.

    >>> choose("B", "a", {"a": "Yes.", "b": "That is a type. What is a token?"})
    a question  That is a type. What is a token?
    >>> choose("z", "a", {"a": "Yes.", "b": "No."})
    a question  The options are "a" and "b". Which one do you choose?
    """
    if is_asked(answer):
        return tell(answer, correct, reasons[correct])
    letter = read_letter(answer)
    if letter is None or letter not in reasons:
        options = [f'"{option}"' for option in reasons]
        listed = f"{', '.join(options[:-1])} and {options[-1]}"
        return question(f"The options are {listed}. Which one do you choose?", "no option")
    if letter == correct:
        return right(reasons[letter])
    return question(reasons[letter], f"option {letter}")


def read_letter(answer: Any) -> str | None:
    """Read the letter of an option, however it is written; None if there is no single one.

    >>> read_letter(" (B) "), read_letter("option c."), read_letter(["a"]), read_letter("ab")
    ('b', 'c', 'a', None)
    """
    answer = materialize(answer)
    answer = answer[0] if isinstance(answer, list) and len(answer) == 1 else single(answer)
    if not isinstance(answer, str):
        return None
    letter = re.fullmatch(
        r"""(?:(?:the )?(?:option|answer|letter) )?[\s("'“‘\[]*([a-z])(?:[\s)"'”’\].:,]*|[).:][\s].*)""",
        answer.strip().lower(),
        re.DOTALL,
    )
    return letter.group(1) if letter else None
