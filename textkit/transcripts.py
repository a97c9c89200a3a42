"""Transcripts and interviews: paragraphs that begin with who speaks, as in `LEE: We go`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textkit.lexicon import FUNCTION_WORDS, GIVEN, SURELY_SAYING, TITLES, listed


class Turn(NamedTuple):
    """The label of who speaks in a paragraph, and where the words begin, in characters of the text."""

    label: str
    label_start: int
    start: int

    @property
    def key(self) -> str:
        """The last word, in small letters: ANN LEE and LEE are one."""
        return self.label.lower().split()[-1]


_LABEL = re.compile(
    r"""[“"‘']?\s*
    (?P<label> [QA](?=[.:]) | [A-Z][\w.'’-]* (?:[ ](?:[A-Z][\w.'’-]*|de|van|von|der)){0,4} )
    (?:\s*\([^()]{1,40}\))?
    (?: : | (?<=\b[QA])\. ) (?:\s+|$)""",
    re.X,
)
_MARKS = tuple("“‘\"'«„`")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
_OF_I_AND_YOU = re.compile(r"\?|\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Yy]our|[Oo]ur|us|me)\b")
_SENTENCE = re.compile(r"[.!?…—–-][)\]”\"’']*$")
_ASIDE = re.compile(r"[(\[].*[)\]]$")  # (Applause.)
_SMALL_WORD = re.compile(r"\b[a-z][\w'’-]*")
_NAMED = re.compile(r"(?<=[\w,] )[A-Z][\w'’-]*")  # not at the beginning of a sentence
_INTERVIEW = frozenset("qa")
_GIVEN, _TITLES = (frozenset(map(str.lower, names)) for names in (GIVEN, TITLES))
_PEOPLE = frozenset(listed("person_nouns"))
_SMALL = frozenset(word for word, kind in FUNCTION_WORDS.items() if kind not in ("particle", "person"))
_NOT_NAMES = SURELY_SAYING | _SMALL


def turns(paragraphs: Sequence[tuple[int, str]]) -> dict[int, Turn]:
    """Return whose turn it is in a transcript or an interview, by the number of the paragraph.

    A paragraph that happens to begin with `Name:` makes no transcript. Several must, with the labels
    of at least two people, and what follows must be sentences, and half of it about I and you. A
    turn goes on in the paragraphs after it until one reports instead, or is a heading.

    Args:
        paragraphs: where each begins, and its text.

    >>> turns([(0, "LEE: Will you go?"), (18, "FOX: I will."), (31, "LEE: So will I.")])[1]
    Turn(label='FOX', label_start=18, start=23)
    >>> turns([(0, "Note: We will go."), (18, "Ann Lee: 45 points")])
    {}
    """
    labeled = dict(_labeled(paragraphs))
    people = _people(labeled, paragraphs) if len(labeled) > 1 else frozenset()
    spoken = _in_one_style({number: turn for number, turn in labeled.items() if turn.key in people})
    if not _is_transcript(spoken, paragraphs):
        return {}
    speaking: Turn | None = None
    found: dict[int, Turn] = {}
    for number in range(min(spoken), len(paragraphs)):
        start, paragraph = paragraphs[number]
        if number in labeled:
            speaking = spoken.get(number)
            if speaking:
                found[number] = speaking
        elif speaking and _goes_on(paragraph, number > max(spoken)):
            found[number] = speaking._replace(start=start)
        elif not _ASIDE.match(paragraph):
            speaking = None
    return found


def _labeled(paragraphs: Sequence[tuple[int, str]]) -> Iterator[tuple[int, Turn]]:
    """Yield the paragraphs that begin with a label; `LEE: “We will go.”` needs no transcript."""
    for number, (at, paragraph) in enumerate(paragraphs):
        found = _LABEL.match(paragraph)
        if found and not (found.start("label") == 0 and paragraph.startswith(_MARKS, found.end())):
            yield number, Turn(found["label"], at + found.start("label"), at + found.end())


def _people(labeled: dict[int, Turn], paragraphs: Sequence[tuple[int, str]]) -> frozenset[str]:
    """Return the labels of people: known for such, or in capitals where one comes back."""
    text = " ".join(paragraph for _, paragraph in paragraphs)
    small = _NOT_NAMES.union(_SMALL_WORD.findall(text))
    named = {name.lower() for name in _NAMED.findall(text)}
    labels = {turn.key: turn.label for turn in labeled.values() if not _has_small_word(turn.label)}
    times = Counter(turn.key for turn in labeled.values())
    known = {key for key in labels if key in named - small}
    known |= {key for key, label in labels.items() if _is_person(label)}
    capitals = {key for key, label in labels.items() if label.split()[-1].isupper() and key not in small}
    if any(times[key] > 1 for key in capitals):  # LEE: ... FOX: ... LEE: ...
        known |= capitals
    return frozenset(known - _INTERVIEW | (_INTERVIEW if times.keys() >= _INTERVIEW else frozenset()))


def _has_small_word(label: str) -> bool:
    """Tell The Facts and What Next, which are nobody."""
    return not _SMALL.isdisjoint(label.lower().split())


def _is_person(label: str) -> bool:
    """Tell a title, a given name before another, or a noun for a person: Mr. Lee, Ann Lee, Moderator."""
    words = label.lower().split()
    return words[0] in _TITLES or (len(words) > 1 and words[0] in _GIVEN) or words[-1] in _PEOPLE


def _in_one_style(spoken: dict[int, Turn]) -> dict[int, Turn]:
    """Return the turns with labels in capitals, or those without: a headline is in another style."""
    capitals = {number: turn for number, turn in spoken.items() if turn.label.split()[-1].isupper()}
    if 2 * len(capitals) >= len(spoken):
        return capitals
    return {number: turn for number, turn in spoken.items() if number not in capitals}


def _is_transcript(spoken: dict[int, Turn], paragraphs: Sequence[tuple[int, str]]) -> bool:
    """Tell whether what follows the labels is what people say to each other."""
    if len({turn.key for turn in spoken.values()}) < 2:
        return False
    words = [paragraphs[number][1][turn.start - paragraphs[number][0] :] for number, turn in spoken.items()]
    sentences = sum(bool(not said or _SENTENCE.search(said.rstrip())) for said in words)
    personal = sum(bool(not said or _OF_I_AND_YOU.search(said)) for said in words)
    return 2 * sentences > len(words) and 2 * personal >= len(words)


def _goes_on(paragraph: str, after_last: bool) -> bool:
    """Tell whether a paragraph without a label is speech still."""
    if _ASIDE.match(paragraph) or not _SENTENCE.search(paragraph.rstrip()):
        return False
    told = _QUOTED.sub("", paragraph)
    if _OF_I_AND_YOU.search(told):
        return True
    return not after_last and SURELY_SAYING.isdisjoint(_SMALL_WORD.findall(told))
