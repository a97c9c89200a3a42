"""The two houses, their rooms, and which room may import from which."""

import ast
import inspect
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import textkit
import textkit.course

PACKAGE = Path(textkit.__file__).parent
COURSE = "course."  # before the name of a room of the second house

ANALYSIS = {
    "article", "tokens", "frequency", "concordance", "quotes", "speakers", "evaluation"
}  # fmt: skip
MAY_IMPORT = {
    # the library
    "article": set(),
    "tokens": set(),
    "frequency": {"tokens"},
    "concordance": {"tokens"},
    "lexicon": {"tokens"},
    "marks": {"lexicon"},
    "transcripts": {"lexicon"},
    "quotes": {"lexicon", "marks", "tokens", "transcripts"},
    "weights": set(),
    "speakers": {"lexicon", "quotes", "tokens", "weights"},
    "evaluation": set(),
    "writing": set(),
    "charts": {"writing"},
    "views": ANALYSIS,
    "corpus": ANALYSIS,
    "report": ANALYSIS | {"charts", "views"},
    "cli": ANALYSIS | {"charts", "views", "corpus", "report", "writing"},
    # the course: it imports the library, and the library never imports it
    "course.series": {"article"},
    "course.verdicts": set(),
    "course.rounding": set(),
    "course.misconceptions": {"course.rounding"},
    "course.asking": {"article", "course.exercises", "course.verdicts"},
    "course.reading": {"course.asking", "course.misconceptions", "course.rounding", "course.verdicts"},
    "course.options": {"course.asking", "course.exercises", "course.reading", "course.verdicts"},
    "course.second_look": {
        "article", "tokens", "course.misconceptions", "course.reading", "course.rounding", "course.verdicts",
    },
    "course.expressions": {
        "frequency", "tokens", "course.misconceptions", "course.mutants", "course.reading", "course.rounding",
        "course.verdicts",
    },
    "course.errors": {"course.verdicts"},
    "course.running": {"course.asking", "course.reading", "course.errors"},
    "course.free_answers": {"tokens", "course.errors", "course.reading"},
    "course.mutants": set(),
    "course.behavior": {
        "course.asking", "course.errors", "course.mutants", "course.reading", "course.running",
        "course.second_look",
        "course.verdicts",
    },
    "course.exercises": {"article", "course.verdicts"},
    "course.judging": {
        "article", "course.errors", "course.exercises", "course.reading", "course.running",
        "course.second_look", "course.series", "course.verdicts",
    },
    "course.progress": {"course.verdicts"},
    "course.showing": set(),
    "course.casefile": {"course.progress", "course.series", "course.verdicts", "writing"},
    "course.casepage": ANALYSIS | {
        "charts", "report", "writing", "course.casefile", "course.progress", "course.series",
        "course.verdicts",
    },
    "course.chapters": {
        "course.casefile", "course.errors", "course.exercises", "course.judging", "course.progress",
        "course.series", "course.showing", "course.verdicts",
    },
    "course.prose": set(),
    "course.web": {"article", "course.prose"},
    "course.documents": {"article", "course.web"},
    "course.cleaning": {"tokens", "course.prose"},
    "course.genre": {"article", "quotes", "speakers", "tokens"},
    "course.key": {"article", "quotes", "speakers", "writing"},
    "course.classroom": {"article", "writing", "course.cleaning", "course.documents", "course.key"},
    "course.notebooks": set(),
    "course.folder": {"article", "writing", "course.notebooks", "course.series"},
    "course.lab": {"course.series"},
    "course.voices": {"speakers", "tokens"},
    "course.suitability": ANALYSIS | {
        "course.asking", "course.chapters", "course.genre", "course.key", "course.reading", "course.series",
        "course.voices",
    },
    "course.sheet": {"article", "speakers", "course.key", "course.suitability", "course.verdicts"},
    "course.commands": {
        "article", "cli", "course.classroom", "course.cleaning", "course.folder", "course.grading",
        "course.lab", "course.series", "course.sheet", "course.suitability", "writing",
    },
    "course.grading": {  # inside of the box it puts its own `begin` into the course
        "article", "course", "cli", "writing", "course.chapters", "course.errors", "course.judging",
        "course.notebooks", "course.reading", "course.running", "course.series", "course.verdicts",
    },
    "course.drawing": {"article", "quotes", "speakers"},
    "course.explorers": ANALYSIS | {"charts", "views"},
}  # fmt: skip


def public(package):
    """The public names of a house, each with the room that its stub takes it from."""
    stub = ast.parse(Path(package.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    imports = [node for node in stub.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: node.module or alias.name for node in imports for alias in node.names}


HOUSES = {"textkit": textkit, "textkit.course": textkit.course}
PUBLIC = {house: public(package) for house, package in HOUSES.items()}
PUBLIC_NAMES = [(house, name) for house, names in PUBLIC.items() for name in names]


def room_of(module):
    """The room that a module is in, such as "speakers" or "course.folder"; a house itself is no room."""
    parts = module.split(".")[1:]
    if parts[:1] == ["course"]:
        return COURSE + parts[1] if len(parts) > 1 else "course"
    return parts[0] if parts else "__init__"


def rooms_imported(source):
    """The rooms that the source imports from, wherever in it, under whatever form."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = ".".join(filter(None, ["textkit" if node.level else "", node.module]))
            modules = [module]
            if module in HOUSES:  # from textkit import tokens, or tokenize, which lives there
                names = [alias.name for alias in node.names if not alias.name.startswith("__")]
                modules = [f"{module}.{PUBLIC[module].get(name, name)}" for name in names]
        else:
            continue
        found |= {room_of(m) for m in modules if m.split(".")[0] == "textkit"}
    return found


def imports():
    """Each room with the other rooms that it imports from."""
    found = {}
    for file in PACKAGE.rglob("*.py"):
        module = ".".join(["textkit", *file.relative_to(PACKAGE).with_suffix("").parts])
        room = room_of(module.removesuffix(".__init__"))  # a room may be a folder
        if room not in {"__init__", "__main__", "course"}:
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
        ("from textkit.course import preflight, folder", {"course.suitability", "course.folder"}),
        ("from textkit.course.folder import write_folder", {"course.folder"}),
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


def test_the_library_knows_nothing_of_the_course():
    known = {room: rooms for room, rooms in imports().items() if not room.startswith(COURSE)}
    assert not [room for room, rooms in known.items() if any(other.startswith("course") for other in rooms)]


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


def test_the_course_loads_no_large_library_before_it_is_used():
    assert loaded_after("from textkit.course import begin; begin('frequency', {})") <= {"pandas", "numpy"}
    assert loaded_after("import textkit.course") == set()


@pytest.mark.parametrize(("house", "name"), PUBLIC_NAMES)
def test_public_name_is_there_and_explained(house, name):
    value = getattr(HOUSES[house], name)
    if inspect.isfunction(value) or inspect.isclass(value):
        assert value.__module__.startswith(f"{house}.{PUBLIC[house][name]}")
        assert value.__doc__
        assert ">>>" in value.__doc__ or name in WITHOUT_EXAMPLE, f"{name} has no example"
    if inspect.isfunction(value):
        assert "Returns:" in value.__doc__, f"{name} does not say what it returns"
        assert "Args:" in value.__doc__ or not inspect.signature(value).parameters, name


# What is made by others, or raised: its example is theirs.
WITHOUT_EXAMPLE = {"Chapter", "Exercise", "Misconception", "StudentError", "Work"}


@pytest.mark.parametrize("house", HOUSES)
def test_one_list_of_public_names_is_all_there_is(house):
    assert sorted(HOUSES[house].__all__) == sorted(PUBLIC[house])
    assert dir(HOUSES[house]) == sorted(PUBLIC[house])


@pytest.mark.parametrize(("house", "name"), PUBLIC_NAMES)
def test_every_public_name_is_in_the_readme_or_told_to_those_who_write_checks(house, name):
    files = ["README.md"] + ["CONTRIBUTING.md"] * (house == "textkit.course")
    pages = [(PACKAGE.parent / file).read_text(encoding="utf-8") for file in files]
    assert any(re.search(rf"`(?:textkit\.)?{name}`", page) for page in pages)


@pytest.mark.parametrize("house", HOUSES)
def test_unknown_name_is_an_attribute_error(house):
    with pytest.raises(AttributeError, match="tokenise"):
        HOUSES[house].tokenise  # noqa: B018
