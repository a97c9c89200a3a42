"""Who said it: quotes to speakers, by rules that can be read and questioned."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from textkit.quotes import SPEECH, Quote, find_quotes
from textkit.speakers.people import People
from textkit.speakers.reading import Reading
from textkit.speakers.rules import FAR, RULES, Place, Source, subject_of_sentence
from textkit.tokens import require_text, tokenize

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["UNKNOWN", "attribute_quotes", "quote_table", "speaker_table"]

UNKNOWN = "unknown"
"""The row of `speaker_table` for the quotes without a speaker."""

QUOTE_COLUMNS = ["quote", "start", "end", "kind", "speaker", "mention", "cue", "rule", "words", "text"]
SPEAKER_COLUMNS = ["speaker", "quotes", "words", "share_of_quotes", "share_of_words", "longest"]

_REMEMBERED = 4  # texts: the article on the table, and a few beside it


def attribute_quotes(text: str, quotes: list[Quote]) -> list[Quote]:
    """Find who said each quote: its cue, mention, speaker and the rule that decided.

    The rules look for the source in the quote's own sentence (`rules.RULES`, in that order), then
    around it. Where none answers, the speaker is None. A rule whose name begins with "guess" rests
    on weak evidence; a pronoun that means nobody named leaves the speaker None, with its mention.

    Args:
        text: the text that the quotes were found in.
        quotes: what `find_quotes(text)` returned.

    Returns:
        The same quotes in the same order; those that are speech with cue, mention, speaker and rule
        filled in as far as they are known.

    Raises:
        TypeError: text is not a string.

    >>> text = "Mayor Ann Lee was tired. “We won’t go,” she said. “Not today.”"
    >>> for quote in attribute_quotes(text, find_quotes(text)):
    ...     print(quote.speaker, "|", quote.mention.text, "|", quote.rule)
    Ann Lee | she | speaker verb after
    Ann Lee | she | continues paragraph
    >>> attribute_quotes("No quotes here.", [])
    []
    """
    require_text(text, "attribute_quotes")
    if not any(q.kind in SPEECH for q in quotes):
        return list(quotes)
    r = Reading(text, quotes)
    people = People(r)
    speech = [q for q in quotes if q.kind in SPEECH]
    places = [_place(r, q) for q in speech]
    found = [_in_its_sentence(people, q, p) for q, p in zip(speech, places, strict=True)]
    for n, p in enumerate(places):
        if found[n].rule is None:
            found[n] = _in_its_surroundings(people, found, places, n, p)
    answers = {q.start: q for q in found}
    return [answers.get(q.start, q) for q in quotes]


def _place(r: Reading, q: Quote) -> Place:
    i = r.at(q)
    lo, hi = r.sentence(i)
    comma = q.text.rstrip("'’")[-1:] in tuple(",!?—-")
    return Place(r, i, max(lo, i - FAR), min(hi, i + FAR), q.kind == "partial", comma)


def _answer(people: People, q: Quote, source: Source, rule: str) -> Quote:
    r, (cue, who) = people.r, source
    return replace(
        q,
        cue=r.span(*cue) if cue else None,
        mention=r.span(who.first, who.last),
        speaker=people.who(who),
        rule=rule,
    )


def _in_its_sentence(people: People, q: Quote, p: Place) -> Quote:
    for name, rule in RULES:
        if source := rule(p):
            return _answer(people, q, source, name)
    return q


def _in_its_surroundings(people: People, found: list[Quote], places: list[Place], n: int, p: Place) -> Quote:
    """Find the source of a quote that has none in its sentence."""
    r, q = p.r, found[n]
    begin = r.paragraph(p.i)

    def same(other: Quote, rule: str) -> Quote:
        return replace(q, cue=other.cue, mention=other.mention, speaker=other.speaker, rule=rule)

    before = found[n - 1] if n and found[n - 1].rule else None
    after = found[n + 1] if n + 1 < len(found) and found[n + 1].rule else None
    if before and not before.closed and not r.letters[begin : p.i].strip("-("):
        return same(before, "goes on from an open paragraph")
    if before and places[n - 1].i >= begin:
        return same(before, "continues paragraph")
    if after and places[n + 1].i < r.sentence(p.i)[1]:
        return same(after, "comes before")
    if p.lo > begin:  # an earlier sentence of the paragraph introduces it
        lo, hi = r.sentence(p.lo - 1)
        if source := subject_of_sentence(Place(r, hi, max(lo, hi - FAR), hi, False, False)):
            return _answer(people, q, source, "guess: introduced before")
    if after and r.paragraph(places[n + 1].i) == begin:
        return same(after, "comes before")
    if before and before.speaker:
        return replace(q, speaker=before.speaker, rule="guess: carried over")
    return q


def quote_table(text: str, *, all_kinds: bool = False) -> "pd.DataFrame":
    """Count and list the quotes of a text, each with its speaker.

    Args:
        text: any text.
        all_kinds: also list titles, headings and scare quotes, which have no speaker.

    Returns:
        A row a quote, in the order of the text: quote (its number, from 1), start and end (in
        characters), kind, speaker, mention, cue, rule (None where not known), words (tokens of
        `tokenize`) and text.

    Raises:
        TypeError: text is not a string.

    >>> table = quote_table("“We won’t go,” said Ann Lee, who wrote the novel “Walden”.")
    >>> table[["quote", "kind", "speaker", "cue", "words"]]
       quote  kind  speaker   cue  words
    0      1  full  Ann Lee  said      3
    >>> len(quote_table("No quotes here."))
    0
    """
    require_text(text, "quote_table")
    return table_of(quote_rows(attributed(text), all_kinds), QUOTE_COLUMNS)


def quote_rows(quotes: Iterable[Quote], all_kinds: bool = False) -> list[tuple[Any, ...]]:
    """List the rows of `quote_table` without making a table, which takes longer than finding them.

    >>> quote_rows(attributed("“We won’t go,” said Ann Lee."))[0][:5]
    (1, 1, 13, 'full', 'Ann Lee')
    """
    wanted = (q for q in quotes if all_kinds or q.kind in SPEECH)
    return [
        (number, q.start, q.end, q.kind, q.speaker, q.mention.text if q.mention else None,
         q.cue.text if q.cue else None, q.rule, len(tokenize(q.text)), q.text)
        for number, q in enumerate(wanted, 1)
    ]  # fmt: skip


def speaker_table(text: str) -> "pd.DataFrame":
    """Count the quotes and the quoted words of each speaker.

    Args:
        text: any text.

    Returns:
        A row a speaker: speaker, quotes, words (quoted tokens), share_of_quotes and share_of_words
        (of the whole, 0 to 1), longest (words of the longest quote); most quotes first, then by
        name. Quotes without a speaker are in a row of their own, "unknown", the last, so
        that the columns add up to the whole.

    Raises:
        TypeError: text is not a string.

    >>> speaker_table("“We won’t go,” said Ann Lee. “Not today.” Bo Fox said: “Good.”")
       speaker  quotes  words  share_of_quotes  share_of_words  longest
    0  Ann Lee       2      5         0.666667        0.833333        3
    1   Bo Fox       1      1         0.333333        0.166667        1
    >>> len(speaker_table("No quotes here."))
    0
    """
    require_text(text, "speaker_table")
    said: dict[str, list[int]] = {}
    for q in attributed(text):
        if q.kind in SPEECH:
            said.setdefault(q.speaker or UNKNOWN, []).append(len(tokenize(q.text)))
    quotes = sum(map(len, said.values()))
    words = sum(map(sum, said.values())) or 1  # a quote may be all marks
    rows = [
        (name, len(n), sum(n), len(n) / quotes, sum(n) / words, max(n))
        for name, n in sorted(said.items(), key=lambda s: (s[0] == UNKNOWN, -len(s[1]), s[0]))
    ]
    return table_of(rows, SPEAKER_COLUMNS)


@lru_cache(maxsize=_REMEMBERED)
def attributed(text: str) -> tuple[Quote, ...]:
    """Find the quotes of a text and who said them: once, however many tables and views ask.

    >>> [quote.speaker for quote in attributed("“We won’t go,” said Ann Lee.")]
    ['Ann Lee']
    """
    return tuple(attribute_quotes(text, find_quotes(text)))


def table_of(rows: Iterable[tuple[Any, ...]], columns: list[str]) -> "pd.DataFrame":
    """Return a table whose types are the same for no rows.

    >>> table_of([], SPEAKER_COLUMNS)["quotes"].dtype
    dtype('int64')
    """
    import pandas as pd

    types = dict.fromkeys(["quote", "start", "end", "words", "quotes", "longest", "documents"], "int64")
    types |= dict.fromkeys(["share_of_quotes", "share_of_words"], "float64")
    table = pd.DataFrame(rows, columns=columns, dtype="object")
    return table.astype({column: types[column] for column in columns if column in types})
