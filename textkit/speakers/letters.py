"""The words of an article as letters, one a word: what kind of word each is.

    Tusk said this reassurance was "very important" for Poles.
    C    v    d    w           b   Q                 o   C    .

The rules for speakers (see `rules`) are patterns over these letters.
"""

import re

from textkit.tokens import word_list

LEGEND = {
    "Q": "a quote that is speech",
    "X": "another quoted stretch (a title, a heading)",
    "C": "a capitalized word",
    "T": "a title before a name (Mr., Sen.)",
    "h": "a noun for a person (judge, spokesman)",
    "d": "a determiner (the, a, his)",
    "n": "a number",
    "p": "a subject pronoun",
    "r": "who or which",
    "v": "a verb of saying",
    "g": "the same as a participle (saying)",
    "A": "according",
    "b": "a form of be",
    "a": "another auxiliary or an adverb",
    "o": "a preposition",
    "t": "to",
    "k": "and, or, but",
    "s": "a conjunction that opens a clause (that, because)",
    "x": "a small word within a name (van, de, of)",
    "'": "the possessive 's",
    "w": "any other word",
    ".": "the end of a sentence",
    "\n": "the end of a paragraph",
}
"""What each letter stands for; other marks stand for themselves."""

# Forms that are verbs or nouns ("claims") are u, put is P, until their neighbors tell.
_BY_NEIGHBORS: list[tuple[re.Pattern[str], str]] = [
    (re.compile(r"ds(?=[CTdh])"), "oo"),  # critics such as Lee
    (re.compile(r"(?<=T)oC(?=CC)"), "hh"),  # Secretary of State Ann Lee
    (re.compile(r"u(?=a*[wvub])"), "w"),  # the state said
    (re.compile(r"(?<=[wC])u(?=[,:]?Q|s)"), "v"),  # a sign read "..."
    (re.compile(r"P(?!p)|(?<![ChpratQX,])u"), "w"),  # the report, his claims
    (re.compile(r"[uP]"), "v"),  # he claims; as she put it
    (re.compile(r"(?<=d)v|v(?=a*v)"), "w"),
    (re.compile(r"(?<![dT])T(?![TC])"), "C"),  # King won
    (re.compile(r"x(?=x*[^xC])|(?<![Cx])x"), "w"),  # only within a name
]


def _lexicon() -> dict[str, str]:
    """Return the letter of every word in the lists; a later list has the last word."""
    letters: dict[str, str] = {}
    for line in word_list("person_nouns"):
        for noun in line.split():
            plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeo" else noun + "s"
            letters |= {noun: "h", plural: "h", noun + "es": "h"}
    for line in word_list("reporting_verbs"):
        for form in line.split():
            participle = "g" if form.endswith("ing") else "v"
            letters[form.rstrip("?")] = "u" if "?" in form else participle
    for line in word_list("function_words"):
        letter, *words = line.split()
        letters |= dict.fromkeys(words, letter)
    return letters


_LEXICON = _lexicon()
TITLES = {
    printed: (noun.strip(), gender.strip())
    for printed, noun, gender in (line.split(",") for line in word_list("titles"))
}
"""Every title as printed, with the noun that it stands for and the gender that it gives."""

_STOPPED = "|".join(re.escape(title) for title in TITLES if title.endswith("."))
PART = re.compile(
    rf"""[a-z]+[ ]+                                       # most words, at once
    |\x00+[ \t\xa0]* | \x01+[ \t\xa0]*                  # a quote that is speech, one that is not
    |(?:(?:{_STOPPED}|(?:[A-Z]\.)+(?:[A-Z]\b)?|(?:Jr|No|St|vs|Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept|Oct
        |Nov|Dec)\.)                                     # abbreviations
    |[^\W\d_]+(?:[-.&/][^\W_]+|['’](?!s\b)[^\W_]+)*      # words
    |\d[\w.,:%-]*\w%? | \w+ | ['’]s\b | —|--+ | [^\w\s]) [ \t\xa0]*
    |\s+""",
    re.X,
)
"""The words and marks of a text, each with the space after it."""


def _letter(word: str) -> str:
    """Return the letter of a word or mark on its own."""
    if not word:
        return "\n"
    first, lower = word[0], word.lower().replace("’", "'")
    if first in "\0\1":
        return "Q" if first == "\0" else "X"
    if lower in ("'s", "'"):
        return "'"
    if word in TITLES:
        return "T"
    if letter := _LEXICON.get(lower):
        if first.islower():
            return letter
        if word.isupper() and len(word) > 1:
            return "h" if letter == "h" else "C"  # CEO, but US and WHO
        if letter not in "vgu":
            return letter if letter != "x" else "C"
        # Asked whether ..., Speaking in ...: only "Said Lee" is a verb with its subject.
        if lower in ("said", "says", "added", "wrote"):
            return "v"
        return "w" if lower.endswith(("ed", "ing")) else "C"
    if first.isdigit():
        return "n"
    if first.isalpha():
        if re.search(r"-[a-z]{3,}$", word):
            return "w"  # Texas-based
        if first.isupper() and first < "\u0250":  # Latin: in other alphabets our rules would only guess
            return "C"
        return "a" if lower.endswith("ly") else "w"
    if first in ".!?…":
        return "."
    return "-" if first in "—–-" else first if first in ",:;()" else "C" if first == "@" else "w"


class _Remembered(dict[str, str]):
    """Letters by spelling: an article repeats its words."""

    def __missing__(self, part: str) -> str:
        letter = _letter(part.rstrip())
        if len(part) < 30 and len(self) < 100_000:
            self[part] = letter
        return letter


_LETTERS = _Remembered()


def read_letters(text: str) -> tuple[list[str], str]:
    """Return the words of a text, each with the space after it, and their letters."""
    parts = PART.findall(text)
    letters = "".join(map(_LETTERS.__getitem__, parts))
    for pattern, letter in _BY_NEIGHBORS:
        letters = pattern.sub(letter, letters)
    return parts, letters
