"""What a check says of an answer, in one of four states, and how a notebook shows it."""

import html
from dataclasses import dataclass, field
from typing import Any

NOT_YET, QUESTION, RIGHT, NOT_HERE = "not yet", "a question", "right", "not here"
# A border in a color of its own; the text keeps the color of the reader's theme.
_BORDER = {NOT_YET: "#888888", QUESTION: "#E69F00", RIGHT: "#009E73", NOT_HERE: "#56B4E9"}


LONGEST_MESSAGE = 300  # characters: what a student reads at a glance
_END_KEPT = 120  # of a longer one: the question stands at its end


@dataclass(frozen=True)
class Verdict:
    """What a check says: its state in words, a sentence, how much of the answer is right, and why it is not.

    Attributes:
        state: "not yet", "a question", "right" or "not here".
        message: what the student reads, 300 characters at most: the middle of a longer one is left out.
        credit: how much of the answer is right, 0 to 1.
        cause: the name of the misconception that the question rests on, None for a general question.
        about: the answer that a general question is about and what was asked for, for a second look at it.

    >>> right("26.3 in every 1,000.")
    right       26.3 in every 1,000.
    """

    state: str
    message: str
    credit: float = 0.0
    cause: str | None = None
    about: Any = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if len(self.message) > LONGEST_MESSAGE:
            begin = self.message[: LONGEST_MESSAGE - _END_KEPT - 3].rstrip()
            object.__setattr__(self, "message", f"{begin} … {self.message[-_END_KEPT:].lstrip()}")

    def __repr__(self) -> str:
        return f"{self.state:<11} {self.message}"

    def _repr_html_(self) -> str:
        return (
            f'<div role="status" style="border-left: 5px solid {_BORDER[self.state]}; '
            f'padding: 0.4em 0.8em; margin: 0.3em 0; font-size: 1.1em">'
            f"<strong>{self.state.capitalize()}.</strong> {as_html(self.message)}</div>"
        )


def right(message: str) -> Verdict:
    """Return the verdict for a right answer.

    Args:
        message: what to say: a sentence or two, with something to think about.

    Returns:
        A Verdict with the whole credit.

    >>> right("Yes.").state
    'right'
    """
    return Verdict(RIGHT, message, 1.0)


def question(message: str, cause: str | None = None) -> Verdict:
    """Return the verdict for an answer that is not right: a question that shows where to look.

    Args:
        message: the question.
        cause: the name of the misconception that it rests on, None for a general question.

    Returns:
        A Verdict without credit.

    >>> question("Did you count punctuation marks as words?").state
    'a question'
    """
    return Verdict(QUESTION, message, cause=cause)


def not_yet(message: str) -> Verdict:
    """Return the verdict for an exercise that nobody has started.

    Args:
        message: what is missing, and where to get a nudge.

    Returns:
        A Verdict without credit.

    >>> not_yet("`rate` is still `...`.").state
    'not yet'
    """
    return Verdict(NOT_YET, message)


AS_IT_WAS = "as it was"


def as_it_was(message: str, name: str) -> Verdict:
    """Return the verdict for a function that does what the given one does: not yet, if nobody has changed it.

    The engine knows whether the cell was changed, and makes a question of it then.

    Args:
        message: what it still does.
        name: of the exercise.

    Returns:
        A Verdict without credit.

    >>> as_it_was("It still gives 3.", "average_words")
    not yet     It still gives 3. Want a nudge? `hint("average_words")`
    """
    return Verdict(NOT_YET, f'{message} Want a nudge? `hint("{name}")`', cause=AS_IT_WAS)


def not_here(message: str) -> Verdict:
    """Return the verdict for an article that has nothing for this exercise.

    Args:
        message: what the article lacks.

    Returns:
        A Verdict with the whole credit.

    >>> not_here("No headings here: try another article.").state
    'not here'
    """
    return Verdict(NOT_HERE, message, 1.0)  # what an article does not have costs nobody a point


def as_html(message: str) -> str:
    """Escape a message; what stands between backticks becomes code.

    >>> as_html("Is `n < 3`?")
    'Is <code>n &lt; 3</code>?'
    """
    pieces = html.escape(message).split("`")
    return "".join(f"<code>{p}</code>" if i % 2 else p for i, p in enumerate(pieces))


def show(thing: Any) -> None:
    """Show something below the cell that runs; outside a notebook, print it."""
    try:
        from IPython.display import display
    except ImportError:
        print(thing)
    else:
        display(thing)  # type: ignore[no-untyped-call]
