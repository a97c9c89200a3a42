"""A chapter fits its hour, and uses no Python that no card has named."""

import ast
import re
import textwrap

import pytest
from course import CHAPTERS, ROOT, exercises, module

import textkit
import textkit.charts
import textkit.course

BUILD = module(ROOT / "notebooks" / "build.py")
MOST_WORDS, MOST_CELLS, MOST_PIECES = 1500, 26, 4
SIGNS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.BitAnd: "&", ast.BitOr: "|", ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">",
    ast.GtE: ">=", ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not", ast.And: "and",
    ast.Or: "or", ast.Not: "not", ast.Invert: "~",
}  # fmt: skip
ALWAYS = {"check", "hint", "progress", "keep", "case_file", "begin", "globals"}
OURS = {*dir(textkit), *vars(textkit.charts), *dir(textkit.course), *ALWAYS}
CHAPTER = {chapter.name: chapter for chapter in BUILD.series()}


def pieces(code: str) -> set[str]:
    """The pieces of Python that a piece of code is made of, as the cards name them."""
    return {piece for node in ast.walk(ast.parse(code)) for piece in pieces_of(node)}


def pieces_of(node: ast.AST) -> list[str]:
    match node:
        case ast.For(target=ast.Tuple()):
            return ["for …, … in"]
        case ast.For():
            return ["for … in"]
        case ast.If(orelse=[_, *_]):
            return ["if", "else"]
        case ast.If():
            return ["if"]
        case ast.FunctionDef():
            return ["def", "return"]
        case ast.ListComp():
            return ["[… for … in …]"]
        case ast.GeneratorExp() | ast.DictComp() | ast.SetComp():
            return ["another comprehension"]
        case ast.Dict():
            return ["{…: …}"]
        case ast.Set():
            return ["{…}"]
        case ast.List(ctx=ast.Load()):
            return ["[…]"]
        case ast.Assign(targets=[ast.Tuple()]):
            return ["…, … = …"]
        case ast.Assign(targets=[ast.Subscript()]):
            return ['["…"] = …']
        case ast.Assign():
            return ["="]
        case ast.Subscript(value=ast.Attribute(attr="iloc")):
            return [".iloc[…]"]
        case ast.Subscript(slice=ast.Slice()):
            return ["[:3]"]
        case ast.Subscript(slice=ast.Constant(value=str())):
            return ['["…"]']
        case ast.Subscript(slice=ast.List()):
            return ['[["…"]]']
        case ast.Subscript(slice=ast.Constant(value=int()) | ast.UnaryOp(op=ast.USub())):
            return ["[0]"]
        case ast.Subscript(slice=ast.Name()):
            return ["[i]"]
        case ast.Compare(ops=signs):
            return [SIGNS[type(sign)] for sign in signs]
        case ast.BinOp(op=sign) | ast.BoolOp(op=sign):
            return [SIGNS[type(sign)]]
        case ast.UnaryOp(op=ast.Not() | ast.Invert() as sign):
            return [SIGNS[type(sign)]]
        case ast.JoinedStr():
            return ['f"…"']
        case ast.Lambda():
            return ["lambda"]
        case ast.With():
            return ["with"]
        case ast.Call(func=ast.Name(id=name)) if name not in OURS:
            return [f"{name}()"]
        case ast.Call(func=ast.Attribute(attr=name)):
            return [f".{name}()"]
    return []


def code_of(chapter) -> list[str]:
    """The code that a student reads or is led to write: cells, lines to order, the last hints.

    What stands below "Go further" is left out: the quick may meet Python there that no card names.
    """
    found = []
    for cell in chapter.cells:
        if cell.cell_type == "markdown" and re.search("^## Go further", cell.source, re.M):
            break
        if cell.cell_type != "code" or "begin(" in cell.source:  # that cell is to be run, not read
            continue
        code = re.sub(r"^%.*", "", BUILD.without_solutions(cell.source), flags=re.M)
        for lines in re.findall(r"^lines = (\{.*?^\})", code, re.M | re.S):
            found += [textwrap.dedent(line) for line in ast.literal_eval(lines).values()]
        found.append(re.sub(r"^lines = \{.*?^\}", "", code, flags=re.M | re.S))
    for task in exercises(chapter.name).values():
        found += re.findall(r"(?:Write|line should be): (.+)", task.hints[-1])
    return found


def used(chapter) -> set[str]:
    """The pieces of Python that a chapter uses, but for the functions that it makes itself."""
    found = set()
    for code in code_of(chapter):
        for whole in (code, f"{code} pass", f"if True: pass\n{code} pass"):  # a line alone may lack its block
            try:
                found |= pieces(whole) - ({"if", "else"} if whole.startswith("if True") else set())
                break
            except SyntaxError:  # or be a hint that goes on in words
                continue
    source = "\n".join(cell.source for cell in chapter.cells if cell.cell_type == "code")
    made = {name for pair in re.findall(r"^(?:def (\w+)|(\w+) =)", source, re.M) for name in pair}
    return {piece for piece in found if piece.removesuffix("()") not in made}


def named(chapter) -> list[set[str]]:
    """The pieces on a chapter's card, those that belong together in one set."""
    row = chapter.card.get("New Python", "")
    return [set(re.findall(r"`([^`]+)`", group)) for group in row.split(" · ") if group]


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_keeps_its_budget_of_words_cells_and_pieces_of_python(name):
    chapter = CHAPTER[name]
    words = sum(len(cell.source.split()) for cell in chapter.cells if cell.cell_type == "markdown")
    cells = sum(cell.cell_type == "code" for cell in chapter.cells)
    assert words <= MOST_WORDS, f"{words} words"
    assert cells <= MOST_CELLS, f"{cells} code cells"
    assert len(named(chapter)) <= MOST_PIECES


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_python_is_used_before_a_card_has_named_it(name):
    chapter = CHAPTER[name]
    earlier = [other for other in CHAPTER.values() if other.place < chapter.place]
    before = {piece for other in earlier for group in named(other) for piece in group}
    own = {piece for group in named(chapter) for piece in group}
    new = used(chapter) - before
    assert not new - own, f"on no card: {sorted(new - own)}"
    assert not own & before, f"named before: {sorted(own & before)}"
    idle = [
        sorted(group) for group in named(chapter) if not group & new
    ]  # a sign of a group may be told only
    assert not idle, f"named, and not used: {idle}"


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_has_six_to_nine_exercises_of_four_kinds(name):
    tasks = exercises(name).values()
    assert 6 <= len(tasks) <= 9
    assert len({task.kind for task in tasks}) >= 4


def test_there_are_120_exercises_or_more():
    assert sum(len(exercises(name)) for name in CHAPTERS) >= 120
