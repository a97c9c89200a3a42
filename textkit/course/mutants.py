"""Known mistakes as mutants of a solution: the same function with one thing wrong, and its name.

A mutant is made from the solution's own code, so that every function of the course gets them all, and the
tests can make wrong answers by the hundred.
"""

import ast
import copy
import inspect
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

QUESTIONS = {
    "or for and": "Must both conditions hold, or is one enough?",
    "condition turned round": "Is the condition the right way round?",
    "at most for less": "What should happen when the two are equal?",
    "in for ==": "Is part of a word enough, or does the whole word have to match?",
    "no condition": "Is the condition still there, and does it keep out what it should?",
    "return in the loop": "Is `return` inside the loop?",
    "last round only": "Only the last round is left. Does each round start over instead of adding up?",
    "line missing": "Is a line missing, or does its result get lost?",
    "line in another place": "Are the lines in the order in which things have to happen?",
    "one of each": "Should what comes up twice count twice?",
    "capitals": "What happens to capital letters?",
    "characters for words": "Do you go through words, or through characters?",
    "split for tokenize": "Which function cuts a text into tokens, without the marks?",
    "whole division": "Which sign divides exactly, / or //?",
    "not divided": "What do you divide by?",
    "upside down": "Which number is divided by which?",
    "times for divided": "Do you divide, or multiply?",
    "other number": "Is every number in the code the one that it should be?",
    "other name": "Does every line use the name that it should?",
    "backwards": "In which order should they come?",
    "sorted": "In which order should they come?",
    "other text": "Is every text in quotation marks the one that it should be?",
    "how many for which": "Does the exercise ask how many there are, or which ones?",
    "added for taken away": "Do you add, or take away?",
}


_Tree = TypeVar("_Tree", bound=ast.AST)


class Mutant(NamedTuple):
    """A function with one mistake: the mistake's name, the function, and its code."""

    cause: str
    function: Callable[..., Any]
    code: str


def mutants(solution: Callable[..., Any]) -> list[Mutant]:
    """Make every mutant of a function: the same code with one mistake.

    Args:
        solution: a right function, from a file.

    Returns:
        The mutants that Python can read, without repeats.
    """
    around = {**solution.__globals__, **inspect.getclosurevars(solution).nonlocals}
    return mutants_of_code(textwrap.dedent(inspect.getsource(solution)), solution.__name__, around)


def mutants_of_code(source: str, name: str, around: Mapping[str, Any]) -> list[Mutant]:
    r"""Make every mutant of a function that is given as code.

    Args:
        source: the code that defines the function.
        name: the function's name.
        around: the names that the code may use.

    Returns:
        The mutants that Python can read, without repeats.

    >>> double = "def double(n):\n    return n * 2"
    >>> made = mutants_of_code(double, "double", {})
    >>> [mutant.function(4) for mutant in made if mutant.cause == "other number"]
    [4, 12, 80]
    """
    tree = ast.parse(source)
    made: list[Mutant] = []
    seen = {ast.unparse(tree)}
    for cause, changed in changes(tree):
        try:
            code = ast.unparse(ast.fix_missing_locations(changed))
            if code in seen:
                continue
            seen.add(code)
            names = dict(around)
            exec(compile(code, "<mutant>", "exec"), names)
        except (SyntaxError, ValueError):
            continue
        made.append(Mutant(cause, names[name], code))
    return made


def changes(tree: _Tree) -> Iterator[tuple[str, _Tree]]:
    """Yield code with one thing changed, and the name of the mistake.

    >>> [cause for cause, _ in changes(ast.parse("len(words)", mode="eval").body)]
    ['one of each']
    """
    for number, node in enumerate(ast.walk(tree)):
        for cause, change in _changes_at(node):
            changed = copy.deepcopy(tree)
            twin = list(ast.walk(changed))[number]
            change(twin)
            yield cause, changed


_Change = tuple[str, Callable[[Any], None]]
_TURNED = {ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In}
_TURNED |= {ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt}
_EQUAL = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}


def _changes_at(node: ast.AST) -> Iterator[_Change]:
    if isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield "or for and", lambda n: setattr(n, "op", other)
        for place in range(len(node.values)):
            yield "no condition", _put("values", place, lambda old: ast.Constant(True))
            turned = "condition turned round"
            yield turned, _put("values", place, _not)
    elif isinstance(node, ast.Compare):
        yield from _changes_of_comparison(node)
    elif isinstance(node, ast.If):
        yield "no condition", lambda n: setattr(n, "test", ast.Constant(True))
        yield "condition turned round", lambda n: setattr(n, "test", _not(n.test))
    elif isinstance(node, ast.comprehension):
        if node.ifs:
            yield "no condition", lambda n: n.ifs.clear()
        yield "one of each", lambda n: setattr(n, "iter", _called("set", n.iter))
    elif isinstance(node, ast.BinOp):
        yield from _changes_of_sum(node)
    elif isinstance(node, ast.Call):
        yield from _changes_of_call(node)
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp):
        yield "last round only", lambda n: setattr(n, "value", n.value.right)
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        for other_number in sorted({node.value + 1, node.value - 1, node.value * 10} - {node.value}):
            yield "other number", _set("value", other_number)
    elif isinstance(node, ast.Return) and node.value is not None:
        yield "backwards", lambda n: setattr(n, "value", _called("list", _called("reversed", n.value)))
        yield "sorted", lambda n: setattr(n, "value", _called("sorted", n.value))
        yield "one of each", lambda n: setattr(n, "value", _once(n.value))
        yield "how many for which", lambda n: setattr(n, "value", _called("len", n.value))
    elif isinstance(node, ast.For):
        yield "one of each", lambda n: setattr(n, "iter", _once(n.iter))
    if isinstance(node, ast.FunctionDef):
        yield from _changes_of_names(node)
    if isinstance(node, ast.FunctionDef | ast.For | ast.If):
        yield from _changes_of_lines(node)


def _changes_of_comparison(node: ast.Compare) -> Iterator[_Change]:
    kind = type(node.ops[0])
    yield "condition turned round", lambda n: setattr(n, "ops", [_TURNED.get(kind, ast.Eq)()])
    if kind in _EQUAL:
        yield "at most for less", lambda n: setattr(n, "ops", [_EQUAL[kind]()])
    if kind is ast.Eq:
        yield "in for ==", lambda n: setattr(n, "ops", [ast.In()])

        def swap(n: Any) -> None:
            n.ops, n.left, n.comparators = [ast.In()], n.comparators[0], [n.left]

        yield "in for ==", swap


def _changes_of_sum(node: ast.BinOp) -> Iterator[_Change]:
    others: dict[type, list[tuple[str, type]]] = {
        ast.Div: [("whole division", ast.FloorDiv), ("times for divided", ast.Mult)],
        ast.Mult: [("times for divided", ast.Div)],
        ast.Add: [("added for taken away", ast.Sub)],
        ast.Sub: [("added for taken away", ast.Add)],
    }
    for cause, other in others.get(type(node.op), []):
        yield cause, _set("op", other())
    if isinstance(node.op, ast.Div):

        def turn(n: Any) -> None:
            n.left, n.right = n.right, n.left

        def only_top(n: Any) -> None:
            n.op, n.right = ast.Mult(), ast.Constant(1)

        yield "upside down", turn
        yield "not divided", only_top


def _changes_of_call(node: ast.Call) -> Iterator[_Change]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in ("lower", "upper", "casefold"):
        yield "capitals", lambda n: _become(n, n.func.value)
    elif isinstance(node.func, ast.Attribute) and name in ("strip", "split", "fillna"):
        cause = "characters for words" if name == "split" else "line missing"
        yield cause, lambda n: _become(n, n.func.value)
    for place, keyword in enumerate(node.keywords):
        if keyword.arg == "lower":
            yield "capitals", _leave_out("keywords", place)
    if name == "tokenize":
        lowered = any(keyword.arg == "lower" for keyword in node.keywords)

        def cut(n: Any) -> None:
            text = _method(n.args[0], "lower") if lowered else n.args[0]
            _become(n, _method(text, "split"))

        def go_through(n: Any) -> None:
            _become(n, _called("list", _method(n.args[0], "lower") if lowered else n.args[0]))

        yield "split for tokenize", cut
        yield "characters for words", go_through
    if name == "len":
        yield "one of each", lambda n: n.args.__setitem__(0, _called("set", n.args[0]))
    if name == "append":

        def anew(n: Any) -> None:
            n.func = ast.Attribute(n.func.value, "__init__", ast.Load())
            n.args = [ast.List(n.args, ast.Load())]

        yield "last round only", anew


def _changes_of_names(node: ast.FunctionDef) -> Iterator[_Change]:
    """Put one of the function's names for another, wherever a name is read."""
    names = {argument.arg for argument in node.args.args}
    names |= {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    reads = [n for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]
    grows = [n.value for n in ast.walk(node) if isinstance(n, ast.Attribute) and n.attr == "append"]
    for place, read in enumerate(reads):
        if read.id not in names or read in grows:  # a list that grows while a loop goes through it never ends
            continue
        for name in sorted(names - {read.id}):

            def put(n: Any, place: int = place, name: str = name) -> None:
                found = [m for m in ast.walk(n) if isinstance(m, ast.Name) and isinstance(m.ctx, ast.Load)]
                found[place].id = name

            yield "other name", put


def _changes_of_lines(node: ast.FunctionDef | ast.For | ast.If) -> Iterator[_Change]:
    """Leave a line out, swap it with the next, move it into the loop or to its end."""
    body = node.body
    for place, line in enumerate(body):
        loop = next((i for i, other in enumerate(body) if isinstance(other, ast.For)), None)
        if len(body) > 1 and not isinstance(line, ast.Return | ast.For):
            yield "line missing", _leave_out("body", place)
        if place + 1 < len(body) and not isinstance(body[place + 1], ast.Return):

            def swap(n: Any, place: int = place) -> None:
                n.body[place], n.body[place + 1] = n.body[place + 1], n.body[place]

            yield "line in another place", swap
        if loop is not None and place < loop:
            yield "last round only", _into_loop(place, loop, 0)
        if loop is not None and place > loop and isinstance(line, ast.Return):
            yield "return in the loop", _into_loop(place, loop, None)
            yield "return in the loop", _moved_into_loop(place, loop)
    if isinstance(node, ast.For):
        for place, line in enumerate(body):
            if isinstance(line, ast.If) and len(line.body) == 1 and place + 1 < len(body):
                yield "line in another place", _into_if(place)


def _set(field: str, value: Any) -> Callable[[Any], None]:
    return lambda node: setattr(node, field, value)


def _put(field: str, place: int, make: Callable[[ast.expr], ast.expr]) -> Callable[[Any], None]:
    def change(node: Any) -> None:
        values = getattr(node, field)
        values[place] = make(values[place])

    return change


def _leave_out(field: str, place: int) -> Callable[[Any], None]:
    return lambda node: getattr(node, field).pop(place)


def _into_loop(place: int, loop: int, at: int | None) -> Callable[[Any], None]:
    def change(node: Any) -> None:
        body = node.body[loop].body
        body.insert(len(body) if at is None else at, node.body[place])

    return change


def _moved_into_loop(place: int, loop: int) -> Callable[[Any], None]:
    return lambda node: node.body[loop].body.append(node.body.pop(place))


def _into_if(place: int) -> Callable[[Any], None]:
    return lambda node: node.body[place].body.append(node.body.pop(place + 1))


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _called(name: str, value: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), [value], [])


def _method(value: ast.expr, name: str) -> ast.Call:
    return ast.Call(ast.Attribute(value, name, ast.Load()), [], [])


def _once(value: ast.expr) -> ast.Call:
    return _called("list", _called("dict", ast.Call(ast.Name("zip", ast.Load()), [value, value], [])))


def _become(node: Any, other: ast.expr) -> None:
    """Turn a node into another one, in its place."""
    other = copy.deepcopy(other)
    node.__class__ = other.__class__
    node.__dict__.clear()
    node.__dict__.update(other.__dict__)
