"""An explorer shows what its plain call gives, whatever is typed or pressed."""

import re
import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import given, settings, strategies as st

from textkit import STOPWORDS, frequency_table, load_article, tokenize
from textkit.charts import plot_frequency
from textkit.course.explorers import (
    Explorer,
    explore_concordance,
    explore_quotes,
    explore_words,
    label_stretches,
    top_words,
)
from textkit.speakers import speaker_table
from textkit.views import show_concordance, show_speaker

TEXT = load_article("seeds/nato_article.txt").text
TOKENS = tokenize(TEXT)


def page(explorer):
    """What stands below the controls, without the line that says the call."""
    return explorer.page.value.split("<p>The same in a cell:")[0]


# What is shown


@pytest.mark.parametrize("top", [1, 5])
@pytest.mark.parametrize("stopwords", [True, False])
def test_words_are_those_of_the_plain_call(top, stopwords):
    explorer = explore_words(TOKENS)
    explorer.controls["top"].value = top
    explorer.controls["stopwords"].value = stopwords
    assert page(explorer) == top_words(TOKENS, top=top, stopwords=stopwords)._repr_html_()


@settings(max_examples=40)
@given(st.text(max_size=8) | st.sampled_from(TOKENS), st.sampled_from(["position", "left", "right"]))
def test_a_concordance_is_that_of_the_plain_call(keyword, sort):
    explorer = explore_concordance(TOKENS[:200])
    explorer.controls["keyword"].value = keyword
    explorer.controls["sort"].value = sort
    explorer.controls["window"].value = 3
    if keyword.strip():
        view = show_concordance(TOKENS[:200], keyword, sort=sort, window=3)
        assert page(explorer) == view._repr_html_()
    else:
        assert "<p>Keyword is empty: name a word or a phrase to look for.</p>" in page(explorer)


def test_quotes_are_those_of_the_plain_call():
    explorer = explore_quotes(TEXT)
    for speaker in speaker_table(TEXT)["speaker"]:
        explorer.controls["speaker"].value = speaker
        assert page(explorer) == show_speaker(TEXT, speaker)._repr_html_()


@pytest.mark.parametrize(
    ("explorer", "names"),
    [
        (explore_words(TOKENS), {"tokens": TOKENS}),
        (explore_concordance(TOKENS, "it's <b>"), {"tokens": TOKENS}),
        (explore_quotes(TEXT), {"text": TEXT}),
    ],
)
def test_the_call_that_is_written_gives_what_is_shown(explorer, names):
    calls = {"top_words": top_words, "show_concordance": show_concordance, "show_speaker": show_speaker}
    assert eval(explorer.call, calls | names)._repr_html_() == page(explorer)
    assert repr(explorer).endswith(f"\nThe same in a cell: {explorer.call}")


def test_top_words_are_a_frequency_chart():
    content = [token for token in TOKENS if token.lower() not in STOPWORDS]
    plain = plot_frequency(frequency_table(content), top=7, title="Most frequent tokens without stopwords")
    assert str(top_words(TOKENS, top=7, stopwords=False)) == str(plain)


def test_an_iterator_is_not_used_up_by_the_first_search():
    explorer = explore_concordance(iter(TOKENS), "nato")
    explorer.controls["keyword"].value = "Poland"
    assert str(explorer.shown) == str(show_concordance(TOKENS, "Poland"))


# Labels by buttons

STRETCHES = pd.DataFrame({"quote": [2, 3, 9], "around": ["a “hub”", "“No,” <b>", "the “Ode”"]})


def test_buttons_give_the_list_that_one_would_type():
    board = label_stretches(STRETCHES)
    assert board.labels == [None, None, None]
    for control, value in zip(board.controls.values(), [True, False, True], strict=True):
        control.value = value
    assert eval(board.call.removeprefix("labels = ")) == board.labels == [True, False, True]


def test_what_is_left_to_label_is_said():
    board = label_stretches(STRETCHES)
    board.controls["label_3"].value = False
    assert str(board.shown) == "1 of 3 labeled. Left: 2, 9."
    assert 'role="status"' in board.page.value


def test_each_stretch_stands_above_its_own_buttons_and_they_say_whose_they_are():
    board = label_stretches(STRETCHES)
    rows = board._box.children[1].children
    assert [row.children[0].value for row in rows] == [
        "<p>a “hub”</p>", "<p>“No,” &lt;b&gt;</p>", "<p>the “Ode”</p>"
    ]  # fmt: skip
    assert [row.children[1] for row in rows] == [*board.controls.values()]
    assert board.controls["label_9"].description == "Number 9:"
    assert board.controls["label_9"].tooltips == ("Number 9 is speech", "Number 9 is not speech")


def test_nothing_to_label_is_said_at_once():
    with pytest.raises(ValueError, match="there is nothing to label"):
        label_stretches(STRETCHES.head(0))


# What goes wrong


@pytest.mark.parametrize("blank", ["", " ", "\t"])
def test_an_empty_search_is_answered_by_a_sentence(blank):
    assert str(explore_concordance(TOKENS, blank).shown) == (
        "Keyword is empty: name a word or a phrase to look for."
    )


def test_a_text_without_quotes_is_answered_by_a_sentence():
    assert str(explore_quotes("").shown) == (
        "Nobody is quoted in this text, so there is no speaker to choose."
    )


def test_words_of_an_empty_text_are_answered_by_a_sentence():
    assert "Nothing to show: the table is empty." in str(explore_words([]).shown)


@pytest.mark.parametrize("explore", [explore_words, explore_concordance])
def test_a_text_in_place_of_tokens_is_refused_at_once(explore):
    with pytest.raises(TypeError, match="Tokenize it first"):
        explore(*[TEXT, "nato"][: 1 + (explore is explore_concordance)])


def test_tokens_in_place_of_a_text_are_refused_at_once():
    with pytest.raises(TypeError, match="explore_quotes takes a text"):
        explore_quotes(TOKENS)


def test_what_is_typed_shows_as_text():
    explorer = explore_concordance(["<script>alert(1)</script>"], "<script>alert(1)</script>")
    assert "<script" not in explorer.page.value


# Where it is shown


@pytest.mark.parametrize(
    "explorer",
    [explore_words(TOKENS), explore_concordance(TOKENS), explore_quotes(TEXT), label_stretches(STRETCHES)],
)
def test_every_control_has_a_label_and_none_is_lost_to_the_keyboard(explorer):
    assert isinstance(explorer, Explorer)
    for control in explorer.controls.values():
        assert control.description
        assert type(control).__name__ in {"Text", "BoundedIntText", "Checkbox", "ToggleButtons"}


def test_a_page_without_widgets_has_the_same_and_the_call():
    explorer = explore_concordance(TOKENS, "nato")
    bundle = explorer._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert bundle["text/html"] == explorer.page.value
    assert bundle["text/plain"] == repr(explorer)
    assert "show_concordance(tokens, &#x27;nato&#x27;" in bundle["text/html"]


def test_nothing_is_asked_from_elsewhere():
    for explorer in (explore_words(TOKENS), explore_quotes(TEXT)):
        assert not re.search(r"https?:|url\(|@import|<script", explorer.page.value)


def test_widgets_are_loaded_by_an_explorer_and_not_before():
    code = "import sys; import textkit.course.explorers; print('ipywidgets' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
