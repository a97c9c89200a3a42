"""The notes that a chapter shows beside its verdicts: a hint, and how far a student has come."""

import html
from collections.abc import Iterable

from textkit.course.verdicts import RIGHT, as_html


class Note:
    """A sentence that is no verdict, such as a hint."""

    def __init__(self, message: str):
        self.message = message

    def __repr__(self) -> str:
        return self.message

    def _repr_html_(self) -> str:
        return (
            f'<div role="note" style="padding: 0.4em 0.8em; font-size: 1.1em">{as_html(self.message)}</div>'
        )


class Progress:
    """A table of exercises with what their checks said last.

    >>> Progress([("3.1", "What lower=True does", "right"), ("3.2", "How many types?", "not tried")])
    1 of 2 exercises are right.
    3.1   right       What lower=True does
    3.2   not tried   How many types?
    """

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Take a number, a title and a state for each exercise."""
        self.rows = list(rows)
        done = sum(state == RIGHT for *_, state in self.rows)
        self.summary = f"{done} of {len(self.rows)} exercises are right."

    def __repr__(self) -> str:
        return "\n".join([self.summary, *(f"{n:<6}{state:<12}{t}" for n, t, state in self.rows)])

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr><th scope="row">{number}</th><td style="text-align: left">{html.escape(title)}</td>'
            f"<td>{state}</td></tr>"
            for number, title, state in self.rows
        )
        head = (
            '<tr><th scope="col">Exercise</th><th scope="col" style="text-align: left">Title</th>'
            '<th scope="col">State</th></tr>'
        )
        return (
            f'<table style="font-size: 1.1em"><caption>{self.summary}</caption>'
            f"<thead>{head}</thead><tbody>{rows}</tbody></table>"
        )
