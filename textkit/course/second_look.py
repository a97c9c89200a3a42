"""A second look at an answer that nothing explains: what it is of the notebook, and what is off.

First it is looked for among what the notebook has at hand: the lengths of its lists, counts of its words, a
list less another one. Then it is compared with what is asked for: what is too much, what is missing.
"""

import functools
import itertools
import math
import numbers
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Set
from typing import Any, NamedTuple

from textkit import STOPWORDS, Article, split_sentences, tokenize
from textkit.course.kinds import np, pd
from textkit.course.misconceptions import COINCIDENCE, Misconception, general, is_telling
from textkit.course.reading import agreement, as_list, beside, same, short, single
from textkit.course.rounding import EXACT, NOISE
from textkit.course.verdicts import QUESTION, Verdict

# Numbers of a text that are taken from each other; with all of them, some two would always fit.
_MAIN = {
    f"the number of {what}"
    for what in ("characters", "chunks", "tokens", "types", "tokens, marks included", "different chunks")
}
_FEW = 4  # values of a list: naming one that is missing would give the answer away
_CLOSE = 0.05  # of a number: how far off a close one is, at most
_MOST_READ = 3000  # values of a list that is compared with others of the notebook


def second_look(verdict: Verdict, article: Article, made: Mapping[str, Any]) -> Verdict:
    """Say what an answer is, or what is off, where a check has only a general question for it.

    Args:
        verdict: the general question; its `about` is the answer, and what was asked for.
        article: the article.
        made: what the chapter's own cells make of it, by name.

    Returns:
        The question with what the answer is before it, and the cause; or the same verdict.
    """
    answer, expected, order, about = verdict.about
    ask = verdict.message.rpartition(". ")[2] if "?" in verdict.message else verdict.message
    one = single(answer)
    if isinstance(one, numbers.Real) and not isinstance(one, bool):
        of_the_text = {**numbers_of(article.text), "the number of paragraphs": len(article.paragraphs)}
        explained = made_of(one, of_the_text, _numbers_in(made), ask)
    else:
        explained = list(_lists_like(answer, made, ask))
    if len({m.what for m in explained}) == 1 or (explained and _is_one_thing(one)):
        return Verdict(QUESTION, explained[0].question, verdict.credit, explained[0].cause)
    off = None if expected is ... else what_is_off(answer, expected, order, about)
    if off:
        return Verdict(QUESTION, f"{off.question} {ask}", verdict.credit, off.cause or None)
    if explained:
        return Verdict(QUESTION, beside(one, explained, ask), verdict.credit)
    return verdict


def _is_one_thing(answer: Any) -> bool:
    """Tell whether all that gives an answer is the same thing under two names: a list that is no accident."""
    return not isinstance(answer, numbers.Real) and is_telling(answer)


def made_of(
    answer: Any, of_the_text: Mapping[str, float], of_the_chapter: Mapping[str, float], ask: str
) -> list[Misconception]:
    """Find which numbers at hand an answer is made of: one of them, or two, divided, added or taken away.

    Args:
        answer: the student's number.
        of_the_text: numbers by what they are, such as "the number of types".
        of_the_chapter: those that the chapter has made, such as "`count`".
        ask: the question that leads on.

    Returns:
        A misconception for each way that gives the very answer, the simplest ways alone.

    >>> made_of(0.4, {"the number of types": 2, "the number of chunks": 5}, {}, "Of what?")[0].question
    'That is the number of types divided by the number of chunks. Of what?'
    """
    if isinstance(answer, bool) or not isinstance(answer, numbers.Real) or not math.isfinite(answer):
        return []
    value = float(answer)
    # The same number under two names is the same thing, unless it is small.
    given: dict[str, float] = {}
    for what, n in [*of_the_text.items(), *of_the_chapter.items()]:
        if n < COINCIDENCE or n not in given.values():
            given[what] = n
    ways = [(what.removeprefix("the "), what) for what, n in given.items() if n and _near(value, n)]
    if not ways and value != round(value):
        ways = list(_of_two(value, given, of_the_chapter))
    elif not ways and abs(value) > COINCIDENCE:  # whole numbers are too easily made of others
        main = {what: n for what, n in given.items() if what in _MAIN or what.startswith("the length of `")}
        for (first, a), (second, b) in itertools.permutations(main.items(), 2):
            if a and b and a != b and _near(value, a - b):
                ways.append(("one number less another", f"{first} less {second}"))
            if a and b and first < second and _near(value, a + b):
                ways.append(("two numbers added", f"{first} and {second}, added"))
    return [Misconception(cause, value, f"That is {what}. {ask}", what) for cause, what in ways]


def _of_two(
    value: float, given: Mapping[str, float], of_the_chapter: Mapping[str, float]
) -> Iterator[tuple[str, str]]:
    """Yield the ratios and logarithms that give a number: the cause's name, and what it is."""
    for (first, a), (second, b) in itertools.permutations(given.items(), 2):
        for times, end in ((1, ""), (100, ", times 100"), (1000, ", times 1,000")):
            if b and _near(value, a / b * times):
                yield "one number divided by another", f"{first} divided by {second}{end}"
    for what, n in given.items():
        if n > 0 and _near(value, math.log2(n)):
            yield "logarithm of another number", f"the binary logarithm of {what}"
    for (first, a), (second, b) in itertools.permutations(of_the_chapter.items(), 2):
        if a > 0 and b > 0 and _near(value, math.log2(a / b)):
            yield "logarithm of another number", f"the binary logarithm of {first} divided by {second}"


def _near(value: float, other: float) -> bool:
    return abs(value - other) <= NOISE * abs(other)


@functools.lru_cache(maxsize=4)
def numbers_of(text: str) -> Mapping[str, float]:
    """Count whatever a student may count in a text, by what it is.

    >>> numbers_of("Rain. Rain again!")["the number of types"]
    2
    """
    tokens, chunks = tokenize(text), text.split()
    small = [token.lower() for token in tokens]
    times = Counter(small)
    return {
        "the number of characters": len(text),
        "the number of characters without spaces": len("".join(chunks)),
        "the number of different characters": len(set(text)),
        "the number of characters in all tokens": len("".join(tokens)),
        "the number of chunks": len(chunks),
        "the number of different chunks": len(set(chunks)),
        "the number of different chunks in small letters": len(set(text.lower().split())),
        "the number of tokens": len(tokens),
        "the number of types": len(times),
        "the number of types with capitals kept apart": len(set(tokens)),
        "the number of tokens, marks included": len(tokenize(text, punctuation=True)),
        "the number of lines": len(text.splitlines()),
        "the number of sentences": len(split_sentences(text)),
        "the number of pieces between periods": len(text.split(".")),
        "the number of stopwords among the tokens": sum(token in STOPWORDS for token in small),
        "the number of content words among the tokens": sum(token not in STOPWORDS for token in small),
        "the number of stopwords among the types": sum(token in STOPWORDS for token in times),
        "the length of the list of stopwords": len(STOPWORDS),
        "the number of hapaxes": sum(count == 1 for count in times.values()),
        "the number of types that come up more than once": sum(count > 1 for count in times.values()),
        "the highest count of a type": max(times.values(), default=0),
        "the length of all types together": sum(map(len, times)),
    }


def _numbers_in(made: Mapping[str, Any]) -> dict[str, float]:
    """List the numbers among what a chapter has made, the lengths of its lists and tables, and their sums."""
    found: dict[str, float] = {}
    for name, value in made.items():
        if isinstance(value, numbers.Real) and not isinstance(value, bool):
            found[f"`{name}`"] = float(value)
        elif isinstance(value, list | Set | Mapping | pd.DataFrame):
            found[f"the length of `{name}`"] = len(value)
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            found[f"the length of `set({name})`"] = len(set(value))
        if isinstance(value, pd.DataFrame):
            for column in value.select_dtypes("integer").columns.intersection(["count", "words"]):
                found[f"the sum of {column} in `{name}`"] = int(value[column].sum())
    return found


class _Listed(NamedTuple):
    """A list at hand, and what it is."""

    values: list[Any]
    what: str


def _lists_like(answer: Any, made: Mapping[str, Any], ask: str) -> Iterator[Misconception]:
    """Yield what of the notebook an answer is, if it holds several values: a name, a part or a mix of two."""
    values = as_list(answer)
    if values is None or len(values) > _MOST_READ:
        return
    try:
        given = Counter(values)
    except TypeError:  # lists in a list
        return
    for cause, listed in _lists_in(made, len(values)):
        readable = all(isinstance(item, Hashable) for item in listed.values)
        if readable and len(listed.values) == len(values) and Counter(listed.values) == given:
            yield Misconception(cause, answer, f"That is {listed.what}. {ask}", listed.what)


def _lists_in(made: Mapping[str, Any], length: int) -> Iterator[tuple[str, _Listed]]:
    """Yield the lists that a chapter's names hold, and what one may make of them."""
    named: dict[str, list[Any]] = {}
    for name, value in made.items():
        if isinstance(value, pd.DataFrame):
            for column in value.columns:
                if value[column].dtype == object or pd.api.types.is_string_dtype(value[column]):
                    named[f'{name}["{column}"]'] = list(value[column])
        elif isinstance(value, list | tuple | Set | pd.Series) and not isinstance(value, str):
            named[name] = list(value)
    texts = {
        name: values
        for name, values in named.items()
        if 0 < len(values) <= _MOST_READ * 4 and all(isinstance(item, str) for item in values)
    }
    for name, values in named.items():
        yield "another list", _Listed(values, f"`{name}`")
    for name, values in texts.items():
        yield "another list", _Listed(list(set(values)), f"`set({name})`, each there once")
        yield "small letters", _Listed([item.lower() for item in values], f"`{name}` in small letters")
        if 1 < length < len(values):
            yield "the first ones", _Listed(values[:length], f"the first {length} of `{name}`")
            yield "the last ones", _Listed(values[-length:], f"the last {length} of `{name}`")
    for (name, values), (other, others) in itertools.permutations(texts.items(), 2):
        known = set(others)
        less = [item for item in values if item not in known]
        both = [item for item in values if item in known]
        yield "one list less another", _Listed(less, f"`{name}` without what is in `{other}`")
        yield "one list less another", _Listed(list(set(less)), f"`set({name}) - set({other})`")
        yield "what two lists share", _Listed(both, f"what of `{name}` is in `{other}` as well")


def what_is_off(
    answer: Any, expected: Any, order: bool = True, about: Callable[[Any], str] | None = None
) -> Misconception | None:
    """Say what is off about an answer beside what is asked for, without a guess at how it came about.

    Args:
        answer: the student's value.
        expected: the right value.
        order: whether the order of a list matters.
        about: says of a value that does not belong what it is.

    Returns:
        A misconception, such as "some missing"; one without a cause if some is too much and some missing;
        None if there is nothing to say.

    >>> what_is_off(["a", "b", "x"], ["a", "b"]).question
    "One is too many: 'x' does not belong there."
    >>> what_is_off(0, 5).cause
    'nothing found'
    """
    if isinstance(expected, str):
        return _off_text(answer, expected)
    if isinstance(expected, numbers.Real) and not isinstance(expected, bool | np.bool_):
        return _off_number(single(answer), expected)
    if isinstance(expected, list | tuple | Set):
        given = as_list(answer)
        return _off_list(given, list(expected), order, about or (lambda value: "")) if given else None
    return None


def _off_number(answer: Any, expected: Any) -> Misconception | None:
    if not isinstance(answer, numbers.Real) or isinstance(answer, bool):
        return None
    given, true = float(answer), float(expected)

    def off(cause: str, says: str) -> Misconception:
        return Misconception(cause, answer, says)

    if given == 0:
        cut = "" if isinstance(expected, numbers.Integral) else " Or is it cut off to a whole number?"
        return off(
            "nothing found", f"0 would mean that there are none. Does your code look in the right place?{cut}"
        )
    if given < 0 < true:
        return off("below 0", "It is below 0. Which number is taken away from which?")
    if isinstance(expected, numbers.Integral) and given != round(given):
        return off(
            "no whole number", f"{short(answer)} is not a whole number, and counting gives whole ones."
        )
    if not is_telling(expected) and isinstance(expected, numbers.Integral):
        return None
    if abs(given - true) <= _CLOSE * abs(true):
        more = given > true
        return off(
            f"a little too {'much' if more else 'little'}",
            f"That is close, but a little too {'much' if more else 'little'}.",
        )
    return None


def _off_text(answer: Any, expected: str) -> Misconception | None:
    if not isinstance(answer, str):
        return None
    given, true = " ".join(answer.split()), " ".join(expected.split())
    if len(given) < 2:
        ask = "That is a single character. Is a text used where a list is needed?"
        return Misconception("single letters", answer, ask) if given and len(true) > 1 else None
    if given.casefold() in true.casefold():
        return Misconception("a part of it", answer, "That is part of it. Where is the rest?")
    if true.casefold() in given.casefold():
        return Misconception("more than it", answer, "The answer is in there, with more around it.")
    return None


def _off_list(
    given: list[Any], expected: list[Any], order: bool, about: Callable[[Any], str]
) -> Misconception | None:
    missing = list(expected)
    extra = []
    for value in given:
        place = next((i for i, wanted in enumerate(missing) if same(value, wanted)), None)
        if place is None:
            extra.append(value)
        else:
            del missing[place]
    said = about(extra[0]) if extra else ""
    first = said or (f"{short(extra[0])} does not belong there" if extra else "")
    if extra and not missing:
        some = "One is" if len(extra) == 1 else f"{len(extra)} are"
        return Misconception("some too many", given, f"{some} too many: {first}.")
    if missing and not extra:
        some = "one is" if len(missing) == 1 else f"{len(missing)} are"
        which = "" if len(expected) <= _FEW else f", such as {short(missing[0])}"
        return Misconception("some missing", given, f"What you have is right, but {some} missing{which}.")
    texts = all(isinstance(value, str) for value in [*given, *expected])
    if texts and len(given) != len(expected) and "".join(given).split() == "".join(expected).split():
        return Misconception(
            "cut elsewhere", given, "The characters are right, but they are cut in other places."
        )
    wrong = [i for i, (a, b) in enumerate(zip(given, expected, strict=False)) if not same(a, b)]
    if len(given) == len(expected) and len(expected) > 1 and order and len(wrong) == 1:
        return _off_at(wrong[0], given[wrong[0]], expected[wrong[0]])
    if len(missing) == len(extra) == 1 and len(expected) > 1:
        return Misconception("one wrong", given, f"All but one are right: {first}.")
    if texts and len(given) > 1 and len(missing) == len(expected):
        return Misconception("none of them", given, f"None of these is asked for: {first}.")
    cause = "condition not met" if said else ""
    return Misconception(cause, given, f"{first[:1].upper()}{first[1:]}.") if texts and extra else None


def _off_at(place: int, given: Any, expected: Any) -> Misconception:
    """Say that one value of a list is wrong, and what is wrong with it, if that is known."""
    what = f"All but one are right. Number {place + 1}, {short(given)}, is not."
    for known in general(given, expected, order=True):
        if agreement(given, known.value) == EXACT:
            return Misconception(known.cause, given, f"{what} {known.question}")
    return Misconception("one wrong", given, what)
