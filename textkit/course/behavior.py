"""Judging a function by what it does: beside the solution, on samples that bite."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from textkit.course.asking import expects
from textkit.course.errors import StudentError
from textkit.course.mutants import QUESTIONS, mutants
from textkit.course.reading import compare, same, short
from textkit.course.running import call
from textkit.course.second_look import what_is_off
from textkit.course.verdicts import Verdict, as_it_was, question, right

# Mistakes that say little by themselves: another one that does the same says it better.
_LOOSE = {"other name", "other number", "line missing", "line in another place"}
_LONGEST_SAMPLE = 60  # characters of an argument in a message


def behaves(
    function: Any,
    solution: Callable[..., Any],
    samples: Sequence[tuple[Any, ...]],
    *,
    praise: str,
    ask: str,
    bug: Callable[..., Any] | None = None,
    exercise: str = "",
    wrong: Iterable[tuple[str, Callable[..., Any], str]] = (),
    order: bool = True,
) -> Verdict:
    """Judge a student's function by what it does on samples.

    Args:
        function: the student's.
        solution: a right one; its code is what the known mistakes are made of.
        samples: the arguments of each call, the smallest first; with repeats, parts of words, capitals.
        praise: what to say when it does what the solution does.
        ask: the question for a function that does something else.
        bug: the function as the notebook gives it, if it is one to be mended.
        exercise: the name of the exercise, for its hint.
        wrong: mistakes that belong to this exercise: name, function, question.
        order: whether the order of a list that it gives matters.

    Returns:
        The Verdict; its message shows the smallest sample where the function goes wrong. A cause is claimed
        if one known mistake alone does on every sample what the function does.

    Raises:
        StudentError: the function stops, or gives back nothing.

    >>> behaves(min, max, [([1, 2],)], praise="Yes.", ask="Which is it?", wrong=[("smallest", min, "Is it?")])
    a question  `min([1, 2])` gives 1. Is it?
    """
    expects(function, solution)
    wanted = [solution(*sample) for sample in samples]
    given = [_given(function, sample) for sample in samples]
    odd = [i for i, (a, b) in enumerate(zip(given, wanted, strict=True)) if not _as(a, b, order)]
    if not odd:
        return right(praise)
    if all(value is ... for value in given):
        return question("It still gives back `...`. What belongs in its place?", "still blank")
    if bug and _does_the_same(bug, samples, given):
        return as_it_was(_example(function, samples, given, odd, "still gives"), exercise)
    example = _example(function, samples, given, odd, "gives")
    explained = [(cause, ask) for cause, mistake, ask in wrong if _does_the_same(mistake, samples, given)]
    if not explained and not _alike(wanted) and _alike(given) and len(samples) > 1:
        explained = [
            ("ignores its input", "It gives the same whatever goes in. Which name holds what goes in?")
        ]
    if not explained:
        causes = {m.cause for m in mutants(solution) if _does_the_same(m.function, samples, given)}
        explained = [(cause, QUESTIONS[cause]) for cause in causes - _LOOSE or causes]
    if not explained:
        explained = _of_values(given, wanted, odd, order)
    if len({cause for cause, _ in explained}) == 1:
        return question(f"{example} {explained[0][1]}", explained[0][0])
    if stops := next((value for value in given if isinstance(value, StudentError)), None):
        raise stops
    return question(f"{example} {ask}")


def _given(function: Any, sample: tuple[Any, ...]) -> Any:
    """Call a function; what stops it, or that it gives back nothing, is a value like another."""
    try:
        return call(function, *sample)
    except StudentError as error:
        return error


def _as(value: Any, other: Any, order: bool = True) -> bool:
    if isinstance(value, StudentError) or isinstance(other, StudentError):
        return isinstance(value, StudentError) and isinstance(other, StudentError)
    return same(value, other, order=order)


def _example(
    function: Any, samples: Sequence[tuple[Any, ...]], given: list[Any], odd: list[int], gives: str
) -> str:
    """Show the smallest sample where a function goes wrong, one where it gives something if there is one.

    Raises:
        StudentError: it gives nothing on any of these.
    """
    values = [i for i in odd if not isinstance(given[i], StudentError)]
    if not values:
        raise given[odd[0]]
    first = next((i for i in values if not hasattr(given[i], "__len__") or len(given[i])), values[0])
    shown = ", ".join(short(argument, _LONGEST_SAMPLE) for argument in samples[first])
    return f"`{getattr(function, '__name__', 'It')}({shown})` {gives} {short(given[first])}."


def _of_values(given: list[Any], wanted: list[Any], odd: list[int], order: bool) -> list[tuple[str, str]]:
    """Say what is odd about the values that a function gives, if it is the same wherever it goes wrong."""
    found: list[tuple[str, str]] = []
    for i in odd:
        if isinstance(given[i], StudentError):
            continue
        said = compare(given[i], wanted[i], praise="", wrong=[], otherwise="", order=order)
        off = what_is_off(given[i], wanted[i], order)
        cause, ask = (said.cause, said.message) if said.cause or not off else (off.cause, off.question)
        if cause is None or (found and cause != found[0][0]):
            return []
        found.append((cause, ask))
    return found[:1]


def _alike(values: list[Any]) -> bool:
    return all(_as(value, values[0]) for value in values)


def _does_the_same(mistake: Callable[..., Any], samples: Sequence[tuple[Any, ...]], given: list[Any]) -> bool:
    return all(_as(value, _given(mistake, sample)) for sample, value in zip(samples, given, strict=True))
