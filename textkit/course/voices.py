"""Whom an article lets us compare: two people in their own words, or its two halves."""

from textkit.speakers import UNKNOWN, quote_table, speaker_table
from textkit.tokens import require_text, split_sentences, tokenize

FEWEST_QUOTES = 4
"""Of each of two people: of fewer, hardly two deals can be made that differ."""
FEWEST_SENTENCES = 8
"""Of an article that is cut in half: as many pieces as two people have."""


def two_voices(text: str) -> list[tuple[str, list[str]]]:
    """Return the two voices of an article: those who are quoted most often, or else its two halves.

    Args:
        text: of the article.

    Returns:
        Two pairs of a name and a list of texts: a person's quotes, if two people have four or more, else
        "first half" and "second half" with their sentences.

    Raises:
        TypeError: `text` is not a string.

    >>> two_voices("Rain fell. Snow fell.")
    [('first half', ['Rain fell.']), ('second half', ['Snow fell.'])]
    """
    require_text(text, "two_voices")
    speakers = speaker_table(text)
    enough = speakers[(speakers["speaker"] != UNKNOWN) & (speakers["quotes"] >= FEWEST_QUOTES)].head(2)
    if len(enough) == 2:
        quotes = quote_table(text)
        return [(name, list(quotes[quotes["speaker"] == name]["text"])) for name in enough["speaker"]]
    sentences = [sentence for sentence in split_sentences(text) if tokenize(sentence)]
    pieces = sentences if len(sentences) > 1 else tokenize(text)
    if len(pieces) == 1:
        pieces *= 2  # one word is the first half and the last: neither voice may be without a word
    middle = (len(pieces) + 1) // 2
    return [("first half", pieces[:middle]), ("second half", pieces[middle:])]


def are_worth_comparing(text: str) -> tuple[bool, str]:
    """Tell whether the two voices of an article have enough pieces to deal out, and in words what there is.

    >>> are_worth_comparing("Rain fell. Snow fell.")
    (False, 'no two people have 4 quotes each, and it has 2 sentences')
    """
    (first, one), (second, other) = two_voices(text)
    if first != "first half":
        return True, f"{first} has {len(one)} and {second} has {len(other)}"
    number = len(one) + len(other)
    sentences = f"{number:,} sentence{'' if number == 1 else 's'}"
    return (
        number >= FEWEST_SENTENCES,
        f"no two people have {FEWEST_QUOTES} quotes each, and it has {sentences}",
    )
