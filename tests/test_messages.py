"""Messages have one grammar: a sentence, with a capital or a name at its beginning and a stop at its end."""

import ast
import inspect
from pathlib import Path

import pytest

import textkit
import textkit.course

PACKAGE = Path(textkit.__file__).parent
HOUSES = (textkit, textkit.course)
PUBLIC = {name: getattr(house, name) for house in HOUSES for name in house.__all__}
FILES = sorted(PACKAGE.rglob("*.py"))
CONSTANTS = ast.parse((PACKAGE / "article.py").read_text(encoding="utf-8")).body  # its advice is one


def messages(source):
    """Every message of an error that the source raises or makes, with the function that it stands in."""
    found = []
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                made = node.exc if isinstance(node, ast.Raise) else getattr(node, "value", None)
                if is_error(made, raised=isinstance(node, ast.Raise)):
                    message = made.args[0]
                    exit_code = isinstance(message, ast.Constant) and isinstance(message.value, int)
                    words = ast.unparse(message)
                    passed_on = words == "sentence" or words.startswith(
                        ("_sentence(", "sentence(")
                    )  # another's
                    if not (exit_code or passed_on):
                        found.append((message, function))
    return found


def is_error(made, *, raised):
    """Tell an error with words of ours: `OSError(number, words)` has the system's."""
    if not isinstance(made, ast.Call) or not made.args or "errno" in ast.unparse(made.args[0]):
        return False
    name = ast.unparse(made.func).rpartition(".")[2].lstrip("_")
    is_class = name[0].isupper()  # else it is a function that makes the error, and is looked at itself
    return is_class and (raised or name.endswith("Error"))


def parts(message):
    """The pieces of a message: texts, and the expressions between them."""
    values = message.values if isinstance(message, ast.JoinedStr) else [message]
    return [
        value.value if isinstance(value, ast.Constant | ast.FormattedValue) else value for value in values
    ]


def begins_well(message, function):
    """Tell a capital, an argument, a public function, an option, or a name that is filled in."""
    first = parts(message)[0]
    if not isinstance(first, str):
        return isinstance(message, ast.JoinedStr)
    word = first.split()[0].rstrip(":")
    arguments = {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}
    return word[0].isupper() or word in arguments | {function.name, *PUBLIC} or word.startswith("--")


def ends_well(message, function):
    """Tell a stop or a question mark; what is filled in at the end must have one of its own."""
    if isinstance(message, ast.IfExp):
        return ends_well(message.body, function) and ends_well(message.orelse, function)
    last = parts(message)[-1]
    if isinstance(last, str):
        return last.endswith((".", "?", ".)"))
    given = [
        node.value
        for node in (*ast.walk(function), *CONSTANTS)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == ast.unparse(last)
    ]
    return bool(given) and all(ends_well(value, function) for value in given)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_message_is_a_sentence(file):
    for message, function in messages(file.read_text(encoding="utf-8")):
        said = f"line {message.lineno}: {ast.unparse(message)}"
        assert begins_well(message, function), said
        assert ends_well(message, function), said


def test_most_messages_are_seen():
    found = [message for file in FILES for message in messages(file.read_text(encoding="utf-8"))]
    assert len(found) > 40


@pytest.mark.parametrize(
    ("raised", "well"),
    [
        ("'The file is empty.'", True),
        ("'the file is empty.'", False),
        ("'The file is empty'", False),
        ("'size is 0: it must be above.'", True),
        ("'sizes must be above 0.'", False),
        ("'tokenize takes a text.'", True),
        ("f'{size!r} is too small. Is it {size}?'", True),
        ("f'{size!r} is too small: {size}'", False),
        ("f'Too small. {advice}'", True),
        ("size", False),
    ],
)
def test_what_is_no_sentence_is_noticed(raised, well):
    source = f"def f(size):\n    advice = 'Try 2.' if size else 'Try 1.'\n    raise ValueError({raised})"
    ((message, function),) = messages(source)
    assert (begins_well(message, function) and ends_well(message, function)) == well


# The function that was called

OTHERS = {  # what a function takes beside its text or its tokens
    "keyword": "war", "n": 2, "number": 1, "quotes": [], "reference": ["war"],
    "speaker": "Ann Lee", "words": ["war"]
}  # fmt: skip
FIRST = {
    name: next(iter(inspect.signature(value).parameters), None)
    for name, value in PUBLIC.items()
    if inspect.isfunction(value)
}
TAKES_TEXT = [name for name, first in FIRST.items() if first == "text"]
TAKES_TOKENS = [name for name, first in FIRST.items() if first == "tokens"] + ["keyness"]


def called_with(name, wrong):
    """Call a public function with a wrong first argument, and give back what its TypeError says."""
    function = PUBLIC[name]
    _, *others = inspect.signature(function).parameters.values()
    needed = [OTHERS[other.name] for other in others if other.default is inspect.Parameter.empty]
    with pytest.raises(TypeError) as caught:
        function(wrong, *needed)
    return str(caught.value)


@pytest.mark.parametrize("wrong", [["war"], 5, None, b"war"], ids=repr)
@pytest.mark.parametrize("name", TAKES_TEXT)
def test_what_is_no_text_is_refused_in_the_name_of_the_function_called(name, wrong):
    assert called_with(name, wrong).startswith(f"{name} takes a text (str), not {type(wrong).__name__}")


@pytest.mark.parametrize("wrong", ["war", 5, None, b"war", {"war": 2}], ids=repr)
@pytest.mark.parametrize("name", TAKES_TOKENS)
def test_what_are_no_tokens_is_refused_in_the_name_of_the_function_called(name, wrong):
    said = called_with(name, wrong)
    assert said.startswith(f"{name} takes a list of tokens")
    assert f"not {type(wrong).__name__}. " in said
    assert called_with(name, ["war", 5]).startswith(f"{name} takes strings, but ")


def test_the_second_argument_is_named():
    with pytest.raises(TypeError, match=r"^keyness takes a list of tokens as reference, not str"):
        textkit.keyness(["war"], "war")
    with pytest.raises(TypeError, match=r"^dispersion takes strings, but words\[0\] is 5 \(int\)\.$"):
        textkit.dispersion(["war"], [5])


def test_there_are_functions_of_both_kinds():
    assert len(TAKES_TEXT) > 8
    assert len(TAKES_TOKENS) > 8
