"""What an exercise asks for, as an expression over the notebook's names, and how an expression goes wrong.

A check says `expect(rate, "tokens.count(word) / len(tokens) * 1000", work, …)`. From this one line come the
right value and the mistakes: the same expression with one or two things changed, such as another list of the
notebook in the place of `tokens`, a division upside down, a condition turned round. A mistake is told to a
student only if it gives the student's very value.
"""

import ast
import copy
import itertools
import math
import numbers
import operator
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, NamedTuple

from textkit import STOPWORDS, frequency_table, tokenize
from textkit.course.kinds import np, pd
from textkit.course.misconceptions import Misconception, is_telling
from textkit.course.mutants import QUESTIONS, changes
from textkit.course.reading import agreement, compare, odd_kind, single
from textkit.course.rounding import EXACT, NOISE
from textkit.course.verdicts import QUESTION, Verdict

_KNOWN = {
    "Counter": Counter,
    "STOPWORDS": STOPWORDS,
    "frequency_table": frequency_table,
    "log2": math.log2,
    "tokenize": tokenize,
}
_LOOSE = {"another name", "another number", "another value", "another column"}  # they soon fit a small number
_MOST_CHANGES = 2
_MOST_VALUES = 100  # of a column, each of which a condition may name in place of the right one
_MOST_NUMBER = 20  # that stands in the place of another by mistake
_MOST_KEPT = 16  # tables of mistakes in memory


class Change(NamedTuple):
    """One thing that is wrong: its name, how the value comes about ("with `printed`"), and a question."""

    cause: str
    how: str
    ask: str


class Mistake(NamedTuple):
    """What an expression gives with one or two things changed, and these changes."""

    value: Any
    changes: tuple[Change, ...]


_WAYS = ("if ", "with ", "without ")
"""How what is said of a change begins if it says what one does, and not what comes of it."""


def expect(
    answer: Any,
    asked: str,
    work: SimpleNamespace,
    *,
    praise: str,
    ask: str,
    wrong: Iterable[tuple[str, Any, str] | Misconception] = (),
    order: bool = True,
    about: Callable[[Any], str] | None = None,
    **names: Any,
) -> Verdict:
    """Compare an answer with what an expression gives, and with what it gives if something in it is wrong.

    Args:
        answer: the student's value.
        asked: the expression: Python over the names that the chapter's cells make.
        work: what the check gets.
        praise: what to say when the answer is right.
        ask: the question for any other value.
        wrong: misconceptions of this exercise alone; they come first.
        order: whether the order of a list matters.
        about: says of a value that does not belong into a list what it is, such as "“of” comes up 10 times".
        names: more names that the expression uses.

    Returns:
        The Verdict.

    >>> work = SimpleNamespace(words=["a", "b", "a"], names=["Ann"])
    >>> expect(2, "len(words)", work, praise="Yes.", ask="How many?").cause
    'one too few'
    >>> expect(3.0, "words.count('a') / len(words)", work, praise="Yes.", ask="What is the whole?")
    a question  That is `len(words)` alone. What is the whole?
    """
    known = {**_KNOWN, **vars(work), **vars(work).get("earlier", {}), **names}
    expected = eval(asked, dict(known))
    own = [Misconception(*given) for given in wrong]
    verdict = compare(answer, expected, praise=praise, wrong=own, otherwise=ask, order=order)
    given = single(answer)
    if verdict.state != QUESTION or any(agreement(given, m.value, order=order) == EXACT for m in own):
        return verdict
    if verdict.cause and (not is_telling(given) or odd_kind(answer, expected)):
        return verdict
    found = _explain(given, mistakes(asked, known), order)
    if found and not (verdict.cause and (len(found) > 1 or found[0].cause in _LOOSE)):
        return Verdict(QUESTION, _told(found, ask), verdict.credit, _cause(found))
    return replace(verdict, about=verdict.about._replace(about=about)) if verdict.about else verdict


def _told(changes: tuple[Change, ...], ask: str) -> str:
    """Say what an answer is, and then in which way one gets it.

    >>> _told((Change("", "if you divide by 8", ""), Change("", "`count` alone", "")), "What is the whole?")
    'That is `count` alone, if you divide by 8. What is the whole?'
    """
    if len(changes) == 1 and changes[0].ask:
        ask = changes[0].ask
    said = dict.fromkeys(change.how for change in changes)
    named = " and ".join(how for how in said if not how.startswith(_WAYS))
    ways = " and ".join(how for how in said if how.startswith(_WAYS))
    what = f"{named}, {ways}" if named and ways else named or f"what you get {ways}"
    return f"That is {what}. {ask}"


def _cause(changes: tuple[Change, ...]) -> str:
    return " and ".join(dict.fromkeys(change.cause for change in changes))


def _explain(answer: Any, made: list[Mistake], order: bool) -> tuple[Change, ...]:
    """Return the changes that give an answer: the fewest, if no others do; nothing if one cannot tell."""
    if isinstance(answer, numbers.Real) and answer == 0:
        return ()  # too many ways lead to nothing
    telling = is_telling(answer)
    if not telling:
        made = [m for m in made if not any(change.cause in _LOOSE for change in m.changes)]
    if isinstance(answer, numbers.Real) and not isinstance(answer, bool):
        given = float(answer)
        same = [
            m
            for m in made
            if isinstance(m.value, numbers.Real)
            and not isinstance(m.value, bool | np.bool_)
            and abs(float(m.value) - given) <= NOISE * abs(float(m.value))
        ]
    else:
        same = [m for m in made if agreement(answer, m.value, order=order) == EXACT]
    for number in range(1, _MOST_CHANGES + 1):
        fitting = list(dict.fromkeys(m.changes for m in same if len(m.changes) == number))
        best = min((_likely(changes[0].cause) for changes in fitting), default=0)
        if best < 2:  # a name may change nothing, or take a part away
            fitting = [changes for changes in fitting if _likely(changes[0].cause) == best]
        if not fitting:
            continue
        if len({_cause(changes) for changes in fitting}) == 1:
            return fitting[0] if number == 1 or telling else ()
        return fitting[0] if number == 1 and telling else ()
    return ()


_kept: dict[tuple[Any, ...], tuple[Mapping[str, Any], list[Mistake]]] = {}


def mistakes(asked: str, names: Mapping[str, Any]) -> list[Mistake]:
    """List what an expression gives with one or two things changed, the likeliest changes first.

    Args:
        asked: the expression.
        names: the names it may use, and those that may stand in their place by mistake.

    Returns:
        The mistakes.

    >>> names = {"words": ["a", "b", "a"], "others": ["c"]}
    >>> made = mistakes("words.count('a')", names)
    >>> [(m.value, m.changes[0].how) for m in made if m.changes[0].cause == "another name"]
    [(0, 'with `others`'), (2, "with `''.join(words)`")]
    """
    key = (asked, *((name, id(value)) for name, value in names.items()))
    if key not in _kept:
        while len(_kept) >= _MOST_KEPT:
            del _kept[next(iter(_kept))]
        tree = ast.parse(asked, mode="eval").body
        made = [*_parts_alone(tree, names), *(m for m in _ways(tree, names) if m.changes)]
        made.sort(key=lambda m: [_likely(change.cause) for change in m.changes])
        _kept[key] = names, made  # the names too, so that their ids stay theirs
    return _kept[key][1]


def _likely(cause: str) -> int:
    """Rank causes: what is done with the parts says more than a part alone, and that more than a name."""
    if cause in _LOOSE or cause in ("quotation marks", "divided by a round number"):
        return 2
    return int(cause == "a part alone")


def _parts_alone(tree: ast.expr, names: Mapping[str, Any]) -> Iterator[Mistake]:
    """Yield the values of the parts of an expression."""
    for node in ast.walk(tree):
        if node is tree or not isinstance(node, ast.expr) or isinstance(node, ast.Constant):
            continue
        value = _value(node, names)
        if isinstance(value, numbers.Real | str | list | tuple | Set | Mapping | pd.Series):
            code = ast.unparse(node)
            yield Mistake(value, (Change("a part alone", f"`{code}` alone", ""),))


def _ways(node: ast.expr, names: Mapping[str, Any]) -> list[Mistake]:
    """List the values that a part of an expression may have, the right one first."""
    if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
        left, right = _ways(node.left, names), _ways(node.right, names)
        return list(_of_arithmetic(node, left, right))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _OF_A_NUMBER:
        return list(_of_function(node.func.id, _ways(node.args[0], names)))
    return list(_of_leaf(node, names))


_ARITHMETIC: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_OF_A_NUMBER: dict[str, Callable[[Any], Any]] = {"log2": math.log2, "abs": abs, "round": round}

_UPSIDE_DOWN = Change("upside down", "upside down", "Which number goes on top?")
_PART_TO_REST = Change("part to rest", "if you divide by the others alone, without the part itself", "")
_COMPLEMENT = Change("complement", "the share of all the others", "Which ones are asked for?")
_ADDED = Change("added", "if the two are added", "")
_TIMES = Change("multiplied", "if the two are multiplied", "")
_DIVIDED = Change("divided", "if the one is divided by the other", "")
_DIFFERENCE = Change("difference", "a difference, one number less the other", "")
_WHOLE = Change(
    "whole division", "cut off to a whole number too early", "Which sign divides exactly, / or //?"
)
_ALONE = Change("a part alone", "one of the two numbers alone", "")
_ROUND_WHOLES = {
    whole: Change("divided by a round number", f"if you divide by {whole:,}", "What is the whole?")
    for whole in (10, 100, 1000)
}
_SHARE = Change("share for a number", "a share", "How many are they?")
_SIGN = Change("other sign", "right but for its sign", "Which of the two comes first?")
_TIMES_INSTEAD = {
    1: Change("for one", "the number for one", ""),
    100: Change("in percent", "right for every 100: in percent", ""),
    10: Change("per 10", "right for every 10", ""),
    1000: Change("per 1,000", "right for every 1,000", ""),
    10_000: Change("per 10,000", "right for every 10,000", ""),
}


def _of_arithmetic(node: ast.BinOp, left: list[Mistake], right: list[Mistake]) -> Iterator[Mistake]:
    """Yield what a sum, difference, product or ratio gives: with its parts changed, or its sign."""
    kind = type(node.op)
    factor = right[0].value if isinstance(node.right, ast.Constant) and kind is ast.Mult else None
    for a, b in itertools.product(left, right[:1] if factor in _TIMES_INSTEAD else right):
        changes = tuple(dict.fromkeys((*a.changes, *b.changes)))  # the same one in both is one
        if len(changes) > _MOST_CHANGES or not (_is_number(a.value) and _is_number(b.value)):
            continue
        first = "" if a.changes else f"`{ast.unparse(node.left)}`"
        for value, more in _signs(kind, a.value, b.value, factor, first):
            if len(changes) + len(more) <= _MOST_CHANGES and _is_number(value) and math.isfinite(value):
                yield Mistake(value, (*changes, *more))


def _signs(kind: type, a: Any, b: Any, factor: Any, first: str) -> Iterator[tuple[Any, tuple[Change, ...]]]:
    try:
        yield _ARITHMETIC[kind](a, b), ()
        if factor == b and factor in _TIMES_INSTEAD:
            for times, change in _TIMES_INSTEAD.items():
                if times != factor:
                    yield a * times, (change,)
            yield a / b, (Change("divided by it", f"if you divide by {b:,}", ""),)
        elif kind is ast.Mult:
            yield a + b, (_ADDED,)
            yield a - b, (_DIFFERENCE,)
            yield a / b, (_DIVIDED,)
        elif kind is ast.Div:
            yield b / a, (_UPSIDE_DOWN,)
            yield a - b, (_DIFFERENCE,)
            yield b - a, (_DIFFERENCE,)
            yield a * b, (_TIMES,)
            yield a // b, (_WHOLE,)
            yield (
                a,
                (Change("not divided", f"{first or 'the first number'} alone", "What do you divide by?"),),
            )
            for whole in (10, 100, 1000):
                yield a / whole, (_ROUND_WHOLES[whole],)
            for times in (100, 1000) if abs(a) <= abs(b) else ():
                yield a / b * times, (_TIMES_INSTEAD[times],)
            yield 1 - a / b, (_COMPLEMENT,)
            yield a / (b - a), (_PART_TO_REST,)
        elif kind is ast.Sub:
            yield b - a, (_SIGN,)
            yield a, (_ALONE,)
            yield b, (_ALONE,)
            yield a + b, (_ADDED,)
            yield a / b, (_DIVIDED,)
            yield b / a, (_DIVIDED, _UPSIDE_DOWN)
            yield (a - b) / a, (_SHARE,)
            yield (a - b) / a * 100, (_SHARE, _TIMES_INSTEAD[100])
        elif kind is ast.Add:
            yield a, (_ALONE,)
            yield b, (_ALONE,)
            yield a - b, (Change("added for taken away", "with a minus for the plus", ""),)
            yield a * b, (_TIMES,)
    except (ZeroDivisionError, OverflowError):
        return


def _of_function(name: str, inner: list[Mistake]) -> Iterator[Mistake]:
    others: list[tuple[Callable[[Any], Any], Change]] = []
    if name == "log2":
        ask = "Which base is asked for?"
        others = [
            (float, Change("no logarithm", "the number before its logarithm is taken", "")),
            (math.log, Change("natural logarithm", "the natural logarithm", ask)),
            (math.log10, Change("logarithm with base 10", "the logarithm with base 10", ask)),
        ]
    for made in inner:
        for function, change in [(_OF_A_NUMBER[name], None), *others]:
            changes = (*made.changes, *([change] if change else []))
            if len(changes) <= _MOST_CHANGES:
                try:
                    yield Mistake(function(made.value), changes)
                except (ValueError, TypeError):
                    continue


def _of_leaf(node: ast.expr, names: Mapping[str, Any]) -> Iterator[Mistake]:
    """Yield what a part without arithmetic gives: as it is, and with one thing changed in its code."""
    yield Mistake(_value(node, names), ())
    seen = {ast.unparse(node)}
    for change, changed in _changes(node, names):
        code = ast.unparse(changed)
        if code in seen:
            continue
        seen.add(code)
        value = _value(changed, names)
        if value is not None:
            yield Mistake(value, (change,))


def _value(node: ast.expr, names: Mapping[str, Any]) -> Any:
    """Return what a part gives, None if it cannot be run."""
    try:
        code = ast.fix_missing_locations(ast.Expression(copy.deepcopy(node)))
        with warnings.catch_warnings(action="ignore"):  # such as pandas': a student has not written this
            return eval(compile(code, "<asked>", "eval"), dict(names))
    except Exception:  # a changed expression need not make sense
        return None


_Changed = Iterator[tuple[Change, ast.expr]]


def _changes(node: ast.expr, names: Mapping[str, Any]) -> _Changed:
    """Yield a part with one thing changed."""
    places = list(ast.walk(node))
    for place, inner in enumerate(places):
        for change, other in _changes_at(inner, node, names):
            if inner is node:
                yield change, other
                continue
            twin = copy.deepcopy(node)
            _replace(list(ast.walk(twin))[place], other)
            yield change, twin
    for cause, changed in changes(node):
        if cause in _HOW:
            yield Change(cause, _HOW[cause], QUESTIONS[cause]), changed


_HOW = {
    "or for and": "with `or` for `and`",
    "no condition": "without one of the conditions",
    "capitals": "with the capital letters as they are",
    "one of each": "if each is counted once",
    "split for tokenize": "with `split` for `tokenize`",
    "characters for words": "if you go through characters",
}


def _replace(node: Any, other: ast.expr) -> None:
    other = copy.deepcopy(other)
    node.__class__ = other.__class__
    node.__dict__.clear()
    node.__dict__.update(other.__dict__)


def _changes_at(node: ast.AST, whole: ast.expr, names: Mapping[str, Any]) -> _Changed:
    if isinstance(node, ast.Name) and node.id in names and node.id not in _KNOWN:
        yield from _other_names(node.id, names)
    elif isinstance(node, ast.Attribute) and ast.unparse(node) == "article.text":
        yield from _other_names("article.text", names)
    elif isinstance(node, ast.Subscript):
        yield from _other_places(node, names)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield from _other_conditions(node, names)
    elif isinstance(node, ast.ListComp) and len(node.generators) == 1 and node.generators[0].ifs:
        truth = copy.deepcopy(node)
        truth.elt, truth.generators[0].ifs = truth.generators[0].ifs[0], []
        ask = "Is the condition after `if`?"
        yield Change("truth values", "a list of `True` and `False`", ask), truth
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
        yield from _other_functions(node)
    elif isinstance(node, ast.Call) and ast.unparse(node.func) == "''.join":
        yield Change("not joined", f"with `{ast.unparse(node.args[0])}`, not joined", ""), node.args[0]
        glued = ast.Call(_parsed("' '.join"), node.args, [])
        yield Change("glued with a space", "if they are glued with a space", ""), glued
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        for number in range(_MOST_NUMBER + 1):
            if number != node.value:
                how = f"with {number} for {node.value}"
                yield Change("another number", how, ""), ast.Constant(number)


def _other_names(name: str, names: Mapping[str, Any]) -> _Changed:
    """Yield what may stand in the place of a name: the notebook's others of its kind, and the text."""
    value = _value(_parsed(name), names)
    kind = _kind(value)
    if kind == "word":
        yield (
            Change("quotation marks", f"with '{name}' in quotation marks: a text, and no name", ""),
            (ast.Constant(name)),
        )
        yield _with(f"{name}.capitalize()")
    for other, thing in names.items():
        if other == name or (other in _KNOWN and other != "STOPWORDS") or other.startswith("_"):
            continue
        if kind == "list" and _kind(thing) in ("list", "set"):
            yield _with(other)
        elif kind == "set" and _kind(thing) in ("list", "set"):
            yield _with(other if _kind(thing) == "set" else f"set({other})")
        elif kind == _kind(thing) and kind:
            yield _with(other)
    if kind == "list":
        ask = "A set keeps each one only once. Should each count only once here?"
        yield Change("one of each", f"with `set({name})`", ask), _parsed(f"set({name})")
    if kind in ("list", "text") and hasattr(names.get("article"), "text"):
        for code in (
            "article.text",
            "article.text.lower()",
            "article.text.split()",
            "article.text.lower().split()",
            "tokenize(article.text)",
            "tokenize(article.text, lower=True)",
            "tokenize(article.text, punctuation=True)",
            "article.text.split('.')",
            "list(article.paragraphs)",
        ):
            if code != name:
                yield _with(code)
    if kind == "list" and all(isinstance(item, str) for item in list(value)[:20]):
        yield _with(f"''.join({name})")


def _with(code: str) -> tuple[Change, ast.expr]:
    return Change("another name", f"with `{code}`", ""), _parsed(code)


def _parsed(code: str) -> ast.expr:
    return ast.parse(code, mode="eval").body


def _kind(value: Any) -> str:
    if isinstance(value, str):
        return "word" if len(value.split()) == 1 else "text"
    if isinstance(value, Counter):
        return "counts"
    if isinstance(value, pd.DataFrame):
        return "table"
    if isinstance(value, pd.Series):
        return "column" if value.index.dtype.kind in "iu" else "row"
    if isinstance(value, Set):
        return "set"
    if isinstance(value, list | tuple):
        return "list"
    return "number" if _is_number(value) else ""


def _is_number(value: Any) -> bool:
    return isinstance(value, numbers.Real) and not isinstance(value, bool | np.bool_)


def _other_places(node: ast.Subscript, names: Mapping[str, Any]) -> _Changed:
    """Yield another column for a column, the last for the first."""
    if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
        table = _value(node.value, names)
        for column in getattr(table, "columns", getattr(table, "index", [])):
            if isinstance(column, str) and column != node.slice.value:
                other = ast.Subscript(node.value, ast.Constant(column), ast.Load())
                yield Change("another column", f"with the column `{column}`", ""), other
    elif isinstance(node.slice, ast.Compare):
        ask = "Is the condition still there, and does it keep out what it should?"
        yield Change("no condition", "without the condition", ask), node.value
    elif isinstance(node.slice, ast.Constant) and node.slice.value == 0:
        other = ast.Subscript(node.value, ast.parse("-1", mode="eval").body, ast.Load())
        yield Change("last for first", "the one for the last, not the first", ""), other


_COMPARISONS: dict[type, tuple[str, str]] = {
    ast.Gt: (">", "more than"),
    ast.GtE: (">=", "at least"),
    ast.Lt: ("<", "less than"),
    ast.LtE: ("<=", "at most"),
    ast.Eq: ("==", "exactly"),
    ast.NotEq: ("!=", "not equal"),
}


def _other_conditions(node: ast.Compare, names: Mapping[str, Any]) -> _Changed:
    """Yield another comparison, and other values that the same column is compared with."""
    kind = type(node.ops[0])
    if kind in (ast.In, ast.NotIn):
        other: ast.cmpop = ast.NotIn() if kind is ast.In else ast.In()
        turned = ast.Compare(node.left, [other], node.comparators)
        ask = "Which ones are asked for?"
        yield Change("condition turned round", "if the condition is turned round", ask), turned
        return
    if kind not in _COMPARISONS:
        return
    meant = _COMPARISONS[kind][1]
    for other_kind, (sign, meaning) in _COMPARISONS.items():
        if other_kind is not kind:
            changed = ast.Compare(node.left, [other_kind()], node.comparators)
            ask = f"Which sign says {meant}?"
            yield Change(f"{meaning} for {meant}", f"with `{sign}`: {meaning}", ask), changed
    column = _value(node.left, names)
    if kind is ast.Eq and isinstance(column, pd.Series):
        values = column.drop_duplicates().tolist()
        for value in values if len(values) <= _MOST_VALUES else []:
            changed = ast.Compare(node.left, node.ops, [ast.Constant(value)])
            yield Change("another value", f"with {value!r} for the value to compare with", ""), changed


_OF_A_LIST = {
    "max": ("max({})", "the largest"),
    "min": ("min({})", "the smallest"),
    "sum": ("sum({})", "the sum"),
    "len": ("len({})", "how many there are"),
    "first": ("list({})[0]", "the first"),
    "last": ("list({})[-1]", "the last"),
    "average": ("sum({0}) / len({0})", "the average"),
}


def _other_functions(node: ast.Call) -> _Changed:
    """Yield another value of a list: the smallest for the largest, the sum for the number."""
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name in ("max", "min", "sum", "len"):
        inner = ast.unparse(node.args[0])
        for other, (pattern, what) in _OF_A_LIST.items():
            if other == name:
                continue
            changed = _parsed(pattern.format(inner))
            if node.keywords and other in ("max", "min") and isinstance(changed, ast.Call):
                changed.keywords = node.keywords
            meant = _OF_A_LIST[name][1]
            if any(ast.unparse(keyword.value) == "len" for keyword in node.keywords):
                what, meant = (
                    words.replace("larg", "long").replace("small", "short") for words in (what, meant)
                )
            yield Change(f"{other} for {name}", f"with {what} in place of {meant}", ""), changed
        if node.keywords:
            plain = ast.Call(node.func, node.args, [])
            yield Change("no key", "without `key`: by the alphabet", "What tells it to compare?"), plain
