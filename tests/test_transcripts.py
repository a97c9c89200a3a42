"""Transcripts and interviews are found where the layout is certain, and nowhere else."""

import re
from itertools import product

import pytest

from textkit.quotes import find_quotes
from textkit.speakers import attribute_quotes

TALK = ["Will you mend the bridge?", "I will, as soon as we have the money.", "And who pays?", "You do."]
NEWS = [
    "Mayor Ann Lee opened the bridge in Leeds.",
    "“We are proud of it,” Lee said.",
    "Bo Fox, a baker, said it was late.",
    "It cost two million pounds.",
]
LABELS = [
    ("LEE", "FOX"),
    ("Lee", "Fox"),
    ("ANN LEE", "MR. FOX"),
    ("Ann Lee", "Bo Fox"),
    ("MAYOR LEE", "FOX (via video)"),
]
LAYOUTS = ["{}: {}", "{}:  {}", "“{}: {}”", "{}:\n{}"]


def attributed(text):
    return attribute_quotes(text, find_quotes(text))


def transcript(labels, layout, lines=TALK, joint="\n\n"):
    return joint.join(layout.format(labels[number % 2], line) for number, line in enumerate(lines))


def spoken(text):
    return [quote for quote in attributed(text) if quote.rule == "transcript"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("labels", LABELS)
def test_turns_are_speech_of_who_is_named_before_them(labels, layout):
    text = "\n\n".join([NEWS[0], NEWS[2], transcript(labels, layout)])
    quotes = attributed(text)
    assert [(quote.text, quote.kind, quote.rule) for quote in quotes] == [
        (line, "full", "transcript") for line in TALK
    ]
    assert [quote.speaker for quote in quotes] == ["Ann Lee", "Bo Fox"] * 2
    assert [quote.mention.text for quote in quotes[:2]] == [re.sub(r" \(.*", "", label) for label in labels]
    assert all(text[quote.start : quote.end] == quote.text for quote in quotes)


def test_turn_runs_on_over_paragraphs_but_not_into_the_report():
    lines = [TALK[0], TALK[1] + "\n\nThe bridge is old.\n\n(Applause.)\n\nWe love it.", *TALK[2:]]
    quotes = attributed(transcript(LABELS[0], LAYOUTS[0], lines) + "\n\n" + "\n\n".join(NEWS))
    turns = [(quote.speaker, quote.text) for quote in quotes if quote.rule == "transcript"]
    assert turns[2:4] == [("Bo Fox", "The bridge is old."), ("Bo Fox", "We love it.")]
    assert turns[-1] == ("Bo Fox", "You do.")
    assert quotes[-1].text == "We are proud of it,"


def test_quote_within_a_turn_is_part_of_it():
    lines = [TALK[0], "My friends said “no” to me.", *TALK[2:]]
    assert "My friends said “no” to me." in [
        quote.text for quote in spoken(transcript(LABELS[0], "{}: {}", lines))
    ]


@pytest.mark.parametrize("dot", [":", "."])
def test_interview_tells_who_asks_and_who_answers(dot):
    talk = transcript(("Q", "A"), "{}" + dot + " {}")
    lead = "By Dana Hill\n\nThe Herald spoke to Tom Baker about the bridge.\n\n"
    assert [quote.speaker for quote in spoken(lead + talk)] == ["Dana Hill", "Tom Baker"] * 2
    alone = spoken(talk)
    assert [quote.speaker for quote in alone] == [None] * 4
    assert [quote.mention.text for quote in alone] == ["Q", "A"] * 2


@pytest.mark.parametrize(
    "label", ["Note", "Update", "Correction", "Ann Lee", "LEE", "Photo", "WASHINGTON", "Q"]
)
@pytest.mark.parametrize("at", range(len(NEWS) + 1))
def test_one_paragraph_with_a_label_is_no_transcript(label, at):
    text = "\n\n".join([*NEWS[:at], f"{label}: We will mend the bridge.", *NEWS[at:]])
    assert not spoken(text)


@pytest.mark.parametrize(
    ("labels", "lines"),
    [
        (("Note", "Update"), ["We are closed.", "We are open."]),
        (("Ann Lee", "Bo Fox"), ["45 points", "38 points"]),
        (("Ann Lee", "Bo Fox"), ["The mayor had a good week.", "The baker had a bad one."]),
        (("Claim", "Fact"), ["We are broke.", "The claim is false, as our books show."]),
        (("The Claim", "The Facts"), ["We are broke.", "You are not."]),
        (("When", "Where"), ["We meet at noon.", "You will find us in Leeds."]),
        (("LEE", "FOX"), ["“We will go.”", "“You will not.”"]),
    ],
)
def test_lists_and_marked_words_are_no_transcript(labels, lines):
    for times, joint in product((1, 3), ("\n", "\n\n")):
        assert not spoken(transcript(labels, "{}: {}", lines * times, joint))


def test_headline_in_another_style_is_no_turn():
    text = "Lee: We Will Mend It\n\n" + transcript(LABELS[0], LAYOUTS[0])
    assert [quote.text for quote in spoken(text)] == TALK


@pytest.mark.parametrize("labels", [("LEE", "FOX"), ("Q", "A")])
def test_time_grows_with_the_number_of_turns(labels):
    assert len(spoken(transcript(labels, "{}: {}", TALK * 1_000))) == 4_000
