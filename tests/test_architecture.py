"""The rooms of the house, and which room may import from which."""

import ast
import inspect
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import textkit

PACKAGE = Path(textkit.__file__).parent

ANALYSIS = {
    "article", "tokens", "frequency", "concordance", "quotes", "speakers", "evaluation"
}  # fmt: skip
MAY_IMPORT = {
    "article": set(),
    "tokens": set(),
    "frequency": {"tokens"},
    "concordance": {"tokens"},
    "quotes": {"tokens"},
    "speakers": {"quotes", "tokens"},
    "evaluation": set(),
    "charts": set(),
    "views": ANALYSIS,
    "cleaning": {"tokens"},
    "classroom": {"article", "cleaning"},
    "suitability": ANALYSIS,
    "exercises": set(),
    "corpus": ANALYSIS,
    "explorers": ANALYSIS | {"charts", "views"},
    "report": ANALYSIS | {"charts", "views"},
    "cli": ANALYSIS
    | {"charts", "views", "exercises", "corpus", "report", "cleaning", "classroom", "suitability"},
}
HOME = {name: room for room, names in textkit._ROOMS.items() for name in names}


def rooms_imported(source):
    """The rooms that the source imports from, wherever in it, under whatever form."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = ".".join(filter(None, ["textkit" if node.level else "", node.module]))
            modules = [module]
            if module == "textkit":  # from textkit import tokens, or tokenize, which lives there
                modules = [f"textkit.{HOME.get(a.name, a.name)}" for a in node.names]
        else:
            continue
        found |= {(m + ".__init__").split(".")[1] for m in modules if m.split(".")[0] == "textkit"}
    return found


def imports():
    """Each room with the other rooms that it imports from."""
    found = {}
    for file in PACKAGE.rglob("*.py"):
        room = file.relative_to(PACKAGE).parts[0].removesuffix(".py")  # a room may be a folder
        if room not in {"__init__", "__main__"}:
            source = file.read_text(encoding="utf-8")
            found.setdefault(room, set()).update(rooms_imported(source) - {room})
    return found


@pytest.mark.parametrize(
    ("source", "rooms"),
    [
        ("import textkit.tokens", {"tokens"}),
        ("import textkit.tokens as t, re", {"tokens"}),
        ("from textkit.tokens import tokenize", {"tokens"}),
        ("from textkit import tokens, quotes", {"tokens", "quotes"}),
        ("from textkit import tokenize", {"tokens"}),
        ("from . import tokens", {"tokens"}),
        ("from .tokens import tokenize", {"tokens"}),
        ("def f():\n    from textkit.charts import plot", {"charts"}),
        ("import textkit", {"__init__"}),
        ("import re\nfrom textkitchen import tokens", set()),
    ],
)
def test_imports_are_seen_in_every_form(source, rooms):
    assert rooms_imported(source) == rooms


@pytest.mark.parametrize("room", sorted(imports()))
def test_room_imports_only_what_it_may(room):
    assert room in MAY_IMPORT, f"{room}.py is a new room: add it to the table"
    assert imports()[room] <= MAY_IMPORT[room]


def test_rooms_import_in_no_circle():
    assert list(TopologicalSorter(MAY_IMPORT).static_order())  # raises CycleError
    assert list(TopologicalSorter(imports()).static_order())


def test_there_is_no_room_for_odds_and_ends():
    names = {file.stem for file in PACKAGE.rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "common", "misc"}


def loaded_after(statement):
    """Which of the large libraries a fresh Python has loaded after the statement."""
    libraries = "{'matplotlib', 'wordcloud', 'pandas', 'numpy', 'nltk', 'scipy', 'IPython', 'ipywidgets'}"
    code = f"import sys; {statement}; print(*({libraries} & set(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    return set(result.stdout.split())


def test_the_large_libraries_are_noticed_when_loaded():
    assert "pandas" in loaded_after("import pandas")


def test_import_textkit_loads_no_large_library():
    assert loaded_after("import textkit") == set()


@pytest.mark.parametrize("room", ["article", "tokens"])
def test_reading_and_tokenizing_load_no_large_library(room):
    assert loaded_after(f"import textkit.{room}") == set()


@pytest.mark.parametrize("name", textkit.__all__)
def test_public_name_is_there_and_explained(name):
    value = getattr(textkit, name)
    if inspect.isfunction(value) or inspect.isclass(value):
        assert value.__module__.split(".")[1] == HOME[name]
        assert value.__doc__
        assert ">>>" in value.__doc__, f"{name} has no example"


def test_three_lists_of_public_names_agree():
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]  # if TYPE_CHECKING:
    for_types = {node.module: sorted(alias.name for alias in node.names) for node in block.body}
    assert for_types == {f"textkit.{room}": sorted(n) for room, n in textkit._ROOMS.items()}
    assert sorted(textkit.__all__) == sorted(HOME)
    assert dir(textkit) == sorted(textkit.__all__)


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'tokenise'"):
        textkit.tokenise  # noqa: B018
