"""What kind of word each word of a text is, and patterns over kinds of words.

    Tusk said     this       reassurance was “very important” for         Poles .
    name reporting determiner word        be  speech           preposition name  stop

Patterns are written in the names of the kinds, `pattern("<reporting> <adverb>* (<name>)")`, and
compiled once to regular expressions over a text in which every word is one letter.
"""

import re
from string import ascii_letters

from textkit.lexicon import FUNCTION_WORDS, SAYING, TITLES, listed

KINDS = {
    "speech": "a quote that is speech",
    "other": "another quoted stretch: a title, a heading",
    "name": "a capitalized word",
    "title": "a title before a name: Mr., Sen.",
    "person": "a noun for a person: judge, spokesman",
    "determiner": "the, a, his",
    "number": "two, 45",
    "pronoun": "he, she, they as subjects",
    "who": "who or which",
    "verb": "a verb of saying: said, calls",
    "participle": "the same as a participle: saying",
    "either": "a verb of saying or a noun, until its neighbors tell: claims",
    "put": "put, a verb of saying after a pronoun only",
    "according": "according",
    "be": "is, was, been",
    "aux": "another auxiliary or an adverb: has, never",
    "preposition": "of, by, with",
    "to": "to",
    "and": "and, or, but",
    "that": "a conjunction that opens a clause: that, because, if",
    "particle": "a small word within a name: van, de",
    "possessive": "the 's of a possessor",
    "word": "any other word",
    "comma": ",",
    "colon": ":",
    "semicolon": ";",
    "dash": "-, –, —",
    "open": "(",
    "close": ")",
    "stop": "the end of a sentence",
    "break": "the end of a paragraph",
}
"""The kinds of words, each with what it stands for."""

_LETTERS = dict(zip(KINDS, ascii_letters, strict=False))
_NAMED = re.compile(r"(?<!\?P)<(\^?)([a-z|]+)>")


def kinds(names: str) -> str:
    """Return the letters of some kinds of words: `kinds("verb|participle")`."""
    return "".join(_LETTERS[name] for name in names.split("|"))


def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern over kinds of words; `<verb|be>` is one word of these kinds, `<^stop>` of any but.

    >>> bool(pattern("<name> (<verb>)").search(read_words("and Lee said")[1]))
    True
    """
    return re.compile(_NAMED.sub(lambda m: f"[{m[1]}{kinds(m[2])}]", re.sub(r"\s+", "", source)))


_BY_NEIGHBORS = [
    (pattern(before), "".join(map(kinds, after.split())))
    for before, after in [
        ("<determiner><that> (?=<name|title|determiner|person>)", "preposition preposition"),  # such as Lee
        ("(?<=<title>) <preposition><name> (?=<name><name>)", "person person"),  # Secretary of State Ann Lee
        ("<either> (?= <aux>* <word|verb|either|be>)", "word"),  # the state said
        ("(?<=<word|name>) <either> (?=<comma|colon>?<speech>|<that>)", "verb"),  # a sign read “…”
        ("<put> (?!<pronoun>)", "word"),
        ("(?<!<name|person|pronoun|who|aux|to|speech|other|comma>) <either>", "word"),  # his claims
        ("<either|put>", "verb"),  # he claims; as she put it
        ("(?<=<determiner>) <verb> | <verb> (?=<aux>*<verb>)", "word"),
        ("(?<!<determiner>) <title> (?!<title|name>)", "name"),  # King won, Mr. King said
        ("<particle> (?=<particle>*<^particle|name>) | (?<!<name|particle>) <particle>", "word"),
    ]
]  # fmt: skip


def _lexicon() -> dict[str, str]:
    """Return the kind of every word in the lists; a later list has the last word."""
    lexicon: dict[str, str] = {}
    for noun in listed("person_nouns"):
        plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeo" else noun + "s"
        lexicon |= {noun: "person", plural: "person", noun + "es": "person"}
    for form, sure in SAYING.items():
        verb = "participle" if form.endswith("ing") else "verb"
        lexicon[form] = verb if sure else "either"
    return lexicon | FUNCTION_WORDS


_LEXICON = _lexicon()
_STOPPED = "|".join(re.escape(title) for title in TITLES if title.endswith("."))
_PART = re.compile(
    rf"""[a-z]+[ ]+                                       # most words, at once
    |\x00+[ \t\xa0]* | \x01+[ \t\xa0]*                  # a quote that is speech, one that is not
    |(?:(?:{_STOPPED}|(?:[A-Z]\.)+(?:[A-Z]\b)?|(?:Jr|No|St|vs|Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept|Oct
        |Nov|Dec)\.)                                     # abbreviations
    |[^\W\d_]+(?:[-.&/][^\W_]+|['’](?!s\b)[^\W_]+)*      # words
    |\d[\w.,:%-]*\w%? | \w+ | ['’]s\b | —|--+ | [^\w\s]) [ \t\xa0]*
    |\s+""",
    re.X,
)
_MARKS = {",": "comma", ":": "colon", ";": "semicolon", "(": "open", ")": "close", "@": "name"}
_MARKS |= dict.fromkeys(".!?…", "stop") | dict.fromkeys("-‒–—―−", "dash")
_MARKS |= {"\0": "speech", "\1": "other"}
_TURNED = frozenset({"said", "says", "added", "wrote"})
_LAST_LATIN = "\u024f"  # in other alphabets our patterns would only guess
_COMPOUND = re.compile(r"-[a-z]{3,}$")  # Texas-based


def _kind(word: str) -> str:
    """Return the kind of a word or mark on its own."""
    if not word:
        return "break"
    lower = word.lower().replace("’", "'")
    if lower in ("'s", "'"):
        return "possessive"
    if word in TITLES:
        return "title"
    if kind := _LEXICON.get(lower):
        return kind if word[0].islower() else _kind_with_capital(word, kind)
    if word[0].isdigit():
        return "number"
    return _unlisted_kind(word) if word[0].isalpha() else _MARKS.get(word[0], "word")


def _kind_with_capital(word: str, kind: str) -> str:
    """Return the kind of a listed word that begins with a capital."""
    if word.isupper() and len(word) > 1:
        return "person" if kind == "person" else "name"  # CEO, but US and WHO
    if kind not in ("verb", "participle", "either"):
        return kind if kind != "particle" else "name"
    # Asked whether ..., Speaking in ...: only "Said Lee" is a verb with its subject.
    if word.lower() in _TURNED:
        return "verb"
    return "word" if word.endswith(("ed", "ing")) else "name"


def _unlisted_kind(word: str) -> str:
    if _COMPOUND.search(word):
        return "word"
    if word[0].isupper() and word[0] <= _LAST_LATIN:
        return "name"
    return "aux" if word.lower().endswith("ly") else "word"


class _Remembered(dict[str, str]):
    """Letters by spelling: an article repeats its words."""

    def __missing__(self, part: str) -> str:
        letter = _LETTERS[_kind(part.rstrip())]
        if len(part) < _LONG and len(self) < _MANY:
            self[part] = letter
        return letter


_LONG, _MANY = 30, 100_000  # characters, words
_REMEMBERED = _Remembered()


def read_words(text: str) -> tuple[list[str], str]:
    """Return the words of a text, each with the space after it, and their kinds as letters."""
    parts = _PART.findall(text)
    letters = "".join(map(_REMEMBERED.__getitem__, parts))
    for before, after in _BY_NEIGHBORS:
        letters = before.sub(after, letters)
    return parts, letters
