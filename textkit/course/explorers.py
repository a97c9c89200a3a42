"""Explorers for class: a box to type in or tick, and below it what the plain call gives.

Each explorer also writes the call for what it shows, so that anybody can have the same in a cell of
their own, or in a script. ipywidgets is loaded when an explorer is first opened.
"""

import html
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import pandas as pd

from textkit.charts import Chart, plot_frequency
from textkit.frequency import frequency_table
from textkit.speakers import speaker_table
from textkit.tokens import content_words, require_text, require_tokens
from textkit.views import View, show_concordance, show_speaker

# Widgets take their sizes from these variables: large enough for a projector.
_STYLE = """<style>
.textkit-explorer {--jp-widgets-font-size: 16px; --jp-widgets-inline-height: 34px;
  --jp-widgets-inline-width-short: 9em; overflow-x: auto}
.textkit-explorer .widget-label {width: auto; color: inherit}
.textkit-explorer .widget-toggle-buttons {width: auto; align-items: center}
.textkit-explorer .mod-active {text-decoration: underline}
.textkit-explorer .widget-html-content {font-size: 16px; line-height: 1.5; color: inherit}
</style>"""


class Explorer:
    """Controls, and below them what the plain call shows for their values.

    Where no widgets can run (a script, an exported page), it shows the same for the values it
    was opened with.

    Attributes:
        controls: the widgets by the name of the option that they set.
        page: the widget that holds what is shown.
        call: the plain call for the values of the controls, as code.
        shown: what that call gives, or a sentence that says why it gives nothing.
    """

    def __init__(
        self,
        call: str,
        show: Callable[..., Chart | View],
        controls: dict[str, Any],
        *,
        above: Iterable[str] = (),
    ) -> None:
        import ipywidgets

        self._call, self._show = call, show
        self.controls = controls
        self.page = ipywidgets.HTML()
        rows = [*controls.values()]
        if texts := [ipywidgets.HTML(f"<p>{html.escape(text)}</p>") for text in above]:
            rows = [ipywidgets.VBox(pair) for pair in zip(texts, rows, strict=True)]
        self._box = ipywidgets.VBox([ipywidgets.HTML(_STYLE), ipywidgets.HBox(rows), self.page])
        self._box.children[1].layout.flex_flow = "row wrap"
        self._box.add_class("textkit-explorer")
        for control in controls.values():
            control.style.description_width = "initial"
            control.observe(self._update, "value")
        self._update()

    def _update(self, _: Any = None) -> None:
        values = {name: control.value for name, control in self.controls.items()}
        self.call = self._call.format(**{name: repr(value) for name, value in values.items()})
        try:
            self.shown = self._show(**values)
        except ValueError as error:  # an empty box must not end in a red wall
            sentence = f"{str(error)[:1].upper()}{str(error)[1:]}"  # some begin with an argument's name
            self.shown = View(f"<p>{html.escape(sentence)}</p>", sentence)
        self.page.value = self._as_html()

    def _as_html(self) -> str:
        return f"{self.shown._repr_html_()}<p>The same in a cell: <code>{html.escape(self.call)}</code></p>"

    def __repr__(self) -> str:
        return f"{self.shown}\nThe same in a cell: {self.call}"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        # A notebook shows the first of these that it can; a page made of it has no widgets.
        return {
            **self._box._repr_mimebundle_(),
            "text/html": self._as_html(),
            "text/plain": repr(self),
        }


def top_words(tokens: Iterable[str], *, top: int = 20, stopwords: bool = True) -> Chart:
    """Draw the most frequent tokens, with the stopwords or without them.

    Args:
        tokens: the tokens, as `tokenize` gives them.
        top: how many tokens to show, from 1 to 100.
        stopwords: False keeps `content_words` only.

    Returns:
        The Chart of `plot_frequency`.

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or a token is not a string.
        ValueError: `top` is out of range.

    >>> print(top_words(["the", "rain", "the", "rain", "the"], stopwords=False))
    Bar chart: Most frequent tokens without stopwords. The bars show count. There is one: “rain” (2).
    """
    table = frequency_table(require_tokens(tokens, "top_words"))
    if stopwords:
        return plot_frequency(table, top=top, title="Most frequent tokens")
    table = table[table["token"].isin(content_words(table["token"]))]
    return plot_frequency(table, top=top, title="Most frequent tokens without stopwords")


def explore_words(tokens: Iterable[str]) -> Explorer:
    """Open the explorer of the most frequent tokens: how many, with stopwords or without.

    The plain call is `top_words(tokens, top=20, stopwords=True)`.

    Args:
        tokens: the tokens, as `tokenize` gives them.

    Returns:
        An Explorer, which shows itself in a notebook.

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or a token is not a string.

    >>> print(explore_words(["the", "rain", "the"]))
    Bar chart: Most frequent tokens. The bars show count. Largest: “the” (2). Smallest: “rain” (1).
    The same in a cell: top_words(tokens, top=20, stopwords=True)
    """
    import ipywidgets

    return Explorer(
        "top_words(tokens, top={top}, stopwords={stopwords})",
        partial(top_words, require_tokens(tokens, "explore_words")),
        {
            "top": ipywidgets.BoundedIntText(20, min=1, max=100, description="How many tokens"),
            "stopwords": ipywidgets.Checkbox(True, description="Count stopwords, too", indent=False),
        },
    )


def explore_concordance(tokens: Iterable[str], keyword: str = "") -> Explorer:
    """Open the explorer of words in context: a box to search, and how to sort what is found.

    The plain call is `show_concordance(tokens, "peace", sort="position", window=5)`.

    Args:
        tokens: the tokens, as `tokenize` gives them.
        keyword: what to search first.

    Returns:
        An Explorer, which shows itself in a notebook.

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or a token is not a string.

    >>> print(explore_concordance(["no", "rain", "fell"], "rain"))
    1 line with “rain”, in the order of the text.
    1  no  rain  fell
    The same in a cell: show_concordance(tokens, 'rain', sort='position', window=5)
    >>> print(explore_concordance(["no", "rain", "fell"]))
    Keyword is empty: name a word or a phrase to look for.
    The same in a cell: show_concordance(tokens, '', sort='position', window=5)
    """
    import ipywidgets

    orders = {"position": "position", "word to the left": "left", "word to the right": "right"}
    return Explorer(
        "show_concordance(tokens, {keyword}, sort={sort}, window={window})",
        partial(show_concordance, require_tokens(tokens, "explore_concordance")),
        {
            "keyword": ipywidgets.Text(keyword, description="Search for"),
            "sort": _buttons(orders, "Sort by"),
            "window": ipywidgets.BoundedIntText(5, min=0, max=50, description="Tokens on each side"),
        },
    )


def explore_quotes(text: str) -> Explorer:
    """Open the explorer of quotes by speaker.

    The plain call is `show_speaker(text, "Ann Lee")`.

    Args:
        text: any text.

    Returns:
        An Explorer, which shows itself in a notebook. The speakers stand in the order of `speaker_table`.

    Raises:
        TypeError: `text` is not a string.

    >>> print(explore_quotes("“We won’t go,” said Ann Lee."))
    Ann Lee: 1 quote, 3 words.
    “We won’t go,” (quote 1, full; mention “Ann Lee”, cue “said”, rule right after said)
    The same in a cell: show_speaker(text, 'Ann Lee')
    >>> print(explore_quotes("Rain fell."))
    Nobody is quoted in this text, so there is no speaker to choose.
    The same in a cell: show_speaker(text, None)
    """
    require_text(text, "explore_quotes")
    table = speaker_table(text)
    names = {f"{name} ({n})": name for name, n in zip(table["speaker"], table["quotes"], strict=True)}
    return Explorer(
        "show_speaker(text, {speaker})",
        partial(show_speaker, text),
        {"speaker": _buttons(names, "Speaker (quotes)")},
    )


class Labeler(Explorer):
    """An Explorer with two buttons for each stretch: speech, or not.

    It is worked by mouse or keyboard (Tab goes to the next button, the space bar presses it), and below
    the buttons stands the same list as one would type it.
    """

    @property
    def labels(self) -> list[bool | None]:
        """A value for each stretch: True for speech, False, or None where no button has been pressed."""
        return [control.value for control in self.controls.values()]


def label_stretches(stretches: pd.DataFrame) -> Labeler:
    """Open buttons to label stretches with: speech, or not.

    The plain way is to type the list, such as `labels = [True, False]`.

    Args:
        stretches: a table with the columns quote and around, as `draw_stretches` returns.

    Returns:
        A Labeler, which shows itself in a notebook; its `labels` are the list.

    Raises:
        ValueError: there is nothing to label.

    >>> board = label_stretches(pd.DataFrame({"quote": [4, 7], "around": ["a “hub”", "“No,” she said"]}))
    >>> board.controls["label_7"].value = True
    >>> board.labels
    [None, True]
    >>> print(board)
    1 of 2 labeled. Left: 4.
    The same in a cell: labels = [None, True]
    """
    import ipywidgets

    numbers = [int(number) for number in stretches["quote"]]
    if not numbers:
        raise ValueError("stretches is empty: there is nothing to label.")

    def show(**labels: bool | None) -> View:
        left = [str(n) for n, label in zip(numbers, labels.values(), strict=True) if label is None]
        said = f"{len(numbers) - len(left)} of {len(numbers)} labeled."
        said += f" Left: {', '.join(left)}." if left else " You can put them into `labels`."
        return View(f'<p role="status">{html.escape(said)}</p>', said)

    buttons = {
        f"label_{number}": ipywidgets.ToggleButtons(
            options={"speech": True, "not speech": False},
            value=None,
            description=f"Number {number}:",
            tooltips=[f"Number {number} is speech", f"Number {number} is not speech"],
        )
        for number in numbers
    }
    for control in buttons.values():
        control.style.button_width = "auto"
    call = f"labels = [{', '.join(f'{{{name}}}' for name in buttons)}]"
    return Labeler(call, show, buttons, above=stretches["around"])


def _buttons(options: dict[str, str], description: str) -> Any:
    """Return a row of buttons, one an option.

    In JupyterLab a drop-down list or a radio button cannot be worked by keyboard: while it has the
    focus, an arrow moves on to the next cell, and a letter is a command.
    """
    import ipywidgets

    buttons = ipywidgets.ToggleButtons(options=options, description=description)
    buttons.style.button_width = "auto"
    return buttons
