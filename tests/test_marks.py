"""Which mark opens, which closes, which is an apostrophe: British text against the same in double marks."""

import re
from itertools import product

import pytest
from hypothesis import given, strategies as st

from textkit.marks import pairs
from textkit.quotes import find_quotes

SPEECH = [
    "The dogs' tails are wet",
    "I like both dogs' tails and cats' ears",
    "We're done, and the Joneses' barn isn't",
    "It was the '90s, and rock 'n' roll was all we had",
    "Well, 'twas late, so we told 'em to go",
    "100 barns burned in '87",
    "ITV's film about Ross' boats won",
    'She read "The Hare" to the girls\' choir',
]
REPORTS = [
    "[{},] said Ann Lee. [{}.]",
    "The owners' lawyer told us: [{}.] The judges' clerk said: [{}.]",
    "[{}], said Mr Fox, whose '60s hits the fans' club plays. He added: [{}].",
    "In '97 he wrote: [{}!] Nobody's heard, and [{}?] was the neighbours' answer.",
]
PLAIN = [
    "The dogs' tails and the cats' ears.",
    "It was the '90s, and rock 'n' roll was the players' choice.",
    "In '08 she didn't win; in '12 the voters' choice was the Joneses'.",
    "He told 'em the boys' room was O'Neill's.",
]
BRITISH = [("'", "'", "'"), ("‘", "’", "’")]  # the marks, and the apostrophe beside them

texts = st.text(alphabet="“”\"'‘’‹›‚ .,sSabA1—-", max_size=60)


def marked(report, opening, closing, apostrophe):
    return report.replace("'", apostrophe).replace("[", opening).replace("]", closing)


def spans(text):
    return [(quote.start, quote.end) for quote in find_quotes(text)]


@pytest.mark.parametrize("marks", BRITISH)
@pytest.mark.parametrize("report", REPORTS)
def test_single_marks_hold_what_double_marks_would(report, marks):
    for first, second in product(SPEECH, repeat=2):
        text = report.format(first, second)
        single = marked(text, *marks)
        double = marked(re.sub('"', "'", text), "“", "”", marks[2])
        assert spans(single) == spans(double), single


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘"])
@pytest.mark.parametrize("text", PLAIN)
def test_apostrophes_alone_make_no_quote(text, apostrophe):
    text = re.sub(r"(?<!\w)'", apostrophe, text).replace("'", "’" if apostrophe == "‘" else apostrophe)
    assert find_quotes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'They burned 10 barns,'Lee said. Fox said,'No more.'", ["They burned 10 barns,", "No more."]),
        ("‘We won’t go, ’ Lee said. ‘ Not now.’", ["We won’t go,", "Not now."]),
        ("The 'no to cuts' campaign met the 'safe streets' group.", ["no to cuts", "safe streets"]),
        ("‘I like the dogs’ said Lee.", ["I like the dogs"]),
        ("‘They told me ‘no’ twice,’ said Lee.", ["They told me ‘no’ twice,"]),
        ("‘Fox said “no” to me,’ said Lee, ‘and left.’", ["Fox said “no” to me,", "and left."]),
        ("‚Nein‘, sagte sie. ‹Ja›, sagte er.", ["Nein", "Ja"]),
    ],
)
def test_both_sides_of_a_mark_tell_what_it_is(text, expected):
    assert [quote.text for quote in find_quotes(text)] == expected


@pytest.mark.parametrize("mark", ["'", "‘"])
def test_quote_left_open_in_the_middle_of_a_paragraph_goes_on_in_the_next(mark):
    close = mark.replace("‘", "’")
    text = f"{mark}No,{close} said Lee. {mark}It rained for days.\n{mark}It still rains.{close}"
    assert [(quote.text, quote.closed) for quote in find_quotes(text)] == [
        ("No,", True),
        ("It rained for days.", False),
        ("It still rains.", True),
    ]


@given(texts)
def test_pairs_are_in_order_and_within_the_paragraph(text):
    last = 0
    for pair in pairs(text):
        assert last <= pair.start < pair.inner <= pair.stop <= pair.end <= len(text)
        assert pair.closed or pair.stop == pair.end
        last = pair.end


@pytest.mark.parametrize("stretch", ["'a' ", "'a ", "s' ", "' ", "‘a’s ", "\"'"])
def test_time_grows_with_the_paragraph(stretch):
    assert isinstance(pairs(stretch * (200_000 // len(stretch))), list)
