from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from textkit.quotes import SPEECH, Quote, Span, find_quotes, flatten
from textkit.tokens import word_list

MARKS = "“”„‟«»\"'‘’`‚‹›"
texts = st.text(alphabet=MARKS + " .,:?s\n-—[AbNoé5", max_size=80)


def found(text):
    return [quote.text for quote in find_quotes(text)]


def kinds(text):
    return [quote.kind for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won’t go,” she said.", ["We won’t go,"]),
        ('"We won\'t go," she said. "No."', ["We won't go,", "No."]),
        ("''No,'' she said. ``Yes,'' he said.", ["No,", "Yes,"]),
        ("«Non», dit-il. « Oui », dit-elle.", ["Non", "Oui"]),
        ("„Nein“, sagte sie. »Ja«, sagte er.", ["Nein", "Ja"]),
        ("‘We won’t go,’ she said.", ["We won’t go,"]),
        ("'We won't go,' she said.", ["We won't go,"]),
        ("‘The dogs’ tails are wet,’ he said.", ["The dogs’ tails are wet,"]),
        ("“Not now,“ he said, with the wrong mark.", ["Not now,"]),
        ("”Not now”, he said, with two wrong ones.", ["Not now"]),
        ("“A,” “B,” and “C,” she said.", ["A,", "B,", "C,"]),
        ("(“Not now,” she said.)", ["Not now,"]),
    ],
)
def test_every_style_of_marks_is_paired(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No quotes at all.",
        "The dogs’ tails and the cats’ ears.",
        "It was the '90s, rock 'n' roll, and we told 'em.",
        "He is 6'2\" tall.",
        "She didn't, he'd say; they're the Joneses'.",
        '<a href="one two">A link</a>',
        "“” “ ” \"\" '' «»",
    ],
)
def test_what_is_no_quote_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("“She said “no” to me,” he said.", ["She said “no” to me,"]),
        ("She said ‘he told me “no” twice’ and left.", ["he told me “no” twice"]),
    ],
)
def test_a_quote_within_a_quote_is_part_of_it(text, expected):
    assert found(text) == expected


def test_unclosed_quote_ends_with_its_paragraph():
    first, second = find_quotes("“This goes on. And on.\nThe next one, “not this,” is closed.")
    assert (first.text, first.closed) == ("This goes on. And on.", False)
    assert (second.text, second.closed) == ("not this,", True)


def test_quote_with_its_closing_mark_left_out_ends_before_the_next():
    first, second = find_quotes("“No mark here. “Again,” she said.")
    assert (first.text, first.closed) == ("No mark here.", False)
    assert second.text == "Again,"


@pytest.mark.parametrize("marks", ["“”", "‘’"])
def test_quote_over_two_paragraphs_is_two_quotes_the_first_open(marks):
    opening, closing = marks
    text = f"{opening}One.\n{opening}Two,{closing} she said."
    assert [(q.text, q.closed) for q in find_quotes(text)] == [("One.", False), ("Two,", True)]


@pytest.mark.parametrize("mark", ["“", "”", '"', "'", "‘", "«", "„", "``", "''"])
def test_lone_mark_is_no_error(mark):
    assert found(mark) == []
    assert [q.text for q in find_quotes(f"Before {mark}after")] in ([], ["after"])


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_quote_goes_on_over_the_lines_of_a_wrapped_paragraph(newline):
    lines = ["She said “we are", "not here", "now” and left.", "", "He “does not", "care” at all."]
    quotes = find_quotes(newline.join(lines))
    assert [quote.text.split() for quote in quotes] == [
        ["we", "are", "not", "here", "now"],
        ["does", "not", "care"],
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We won’t go,” she said.", "full"),
        ("She said: “We won’t go”", "full"),
        ("“Why?”", "full"),
        ("“She won’t go” is what he said.", "full"),
        ("“Let us be open about it", "full"),
        ("She said they were “not going anywhere.”", "partial"),
        ("She called it “shameful”.", "partial"),
        ("The plan is “a bad joke on all of us here.”", "partial"),
        ("She has read the novel “War and Peace” twice.", "title"),
        ("“The Long Way Home” star Ann Lee was there.", "title"),
        ("“Corvo,” which ended last week, was fun.", "title"),
        ("“Never,” sighed Lee.", "full"),
        ("“Never,” a tired Lee sighed.", "full"),
        ("She told “Morning Live” that she would go.", "title"),
        ("She sang in “The Long Way” and “Back Again” last year.", "title"),
        ("There is a “new normal” in town these days.", "scare"),
        ("‘Bedrock’ of the alliance", "heading"),
        ("“There is no other way”", "heading"),
    ],
)
def test_kind_is_told_by_the_words_around(text, kind):
    assert kinds(text)[0] == kind


def test_other_half_of_a_split_quote_is_of_the_same_kind():
    text = "“We,” she said, “are going.” He was “so glad,” he said."
    assert kinds(text) == ["full", "full", "partial"]


@pytest.mark.parametrize("text", ["Mayor: “We won’t go”", "Ann Lee says she is ‘not going’"])
def test_heading_that_reports_is_speech(text):
    assert kinds(text)[0] in SPEECH


def test_quote_has_its_fields_in_the_agreed_order():
    quote = Quote(0, 2, "No", "full", Span(5, 9, "said"), Span(10, 13, "she"), "Ann Lee", "a rule")
    assert quote.cue.text == "said"
    assert quote.mention == (10, 13, "she")
    assert quote.closed


@given(texts)
def test_offsets_hold_and_quotes_are_in_order(text):
    quotes = find_quotes(text)
    assert all(text[q.start : q.end] == q.text != "" for q in quotes)
    assert all(q.text == q.text.strip() for q in quotes)
    assert all(a.end <= b.start for a, b in pairwise(quotes))
    assert {q.kind for q in quotes} <= {"full", "partial", "title", "heading", "scare"}


@given(texts)
def test_unclosed_quotes_stay_in_their_paragraph(text):
    flat = flatten(text)
    assert len(flat) == len(text)
    assert all("\n" not in flat[q.start : q.end] for q in find_quotes(text))


def test_a_megabyte_of_opening_marks_is_done_in_seconds():
    assert find_quotes("“" * 1_000_000) == []


@pytest.mark.parametrize(
    "stretch", ["“a ", '"', '" ', "'", "‘a ", "”", "''", "‘“", "« a » ", "“a’s ", "<", "a\nb", "a \n"]
)
def test_time_grows_with_the_text_whatever_its_marks(stretch):
    for quote in find_quotes(stretch * (200_000 // len(stretch))):
        assert quote.text


@pytest.mark.parametrize("name", ["reporting_verbs", "titles", "person_nouns", "function_words"])
def test_word_list_begins_with_a_comment_that_is_not_a_word(name):
    assert word_list(name)
    assert not any(line.startswith("#") for line in word_list(name))


def test_no_verb_is_listed_twice():
    verbs = [line.split()[0] for line in word_list("reporting_verbs")]
    assert sorted(verbs) == sorted(set(verbs))


@pytest.mark.parametrize("text", [None, 3, ["“No”"], b"No"])
def test_what_is_no_text_is_named(text):
    with pytest.raises(TypeError, match=f"find_quotes takes a text .*{type(text).__name__}"):
        find_quotes(text)
