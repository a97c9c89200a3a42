"""Text to tokens and sentences: the choices that every count stands on."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    from nltk.tokenize.punkt import PunktSentenceTokenizer


def word_list(name: str) -> list[str]:
    """Return the entries of a file in words/: its lines without the comments.

    >>> word_list("stopwords")[:2]
    ['a', 'about']
    """
    lines = files("textkit").joinpath("words", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


STOPWORDS: frozenset[str] = frozenset(word_list("stopwords"))
"""English function words, in lower case, as `tokenize(text, lower=True)` gives them: words/stopwords.txt."""

# Abbreviations without their last stop, each with what the file says of it: "", "never" or "number".
_ABBREVIATIONS = {
    word: rule for word, _, rule in (line.partition(" ") for line in word_list("abbreviations"))
}

# Before 's these make "is", "has" or "us", so the word stays whole. After any other word 's is a possessive.
_CONTRACTED = frozenset(
    ["he", "she", "it", "that", "this", "what", "who", "where", "when", "why", "how", "here", "there", "let"]
)


# --- Tokens -------------------------------------------------------------------------------------
#
# A text is cut at its spaces into chunks, and each chunk into tokens. Texts repeat their chunks, so
# the tokens of a chunk are remembered: that is what makes tokenize fast.

_REMEMBERED = 200_000  # chunks for one set of options, some 50 MB; then the memory starts afresh
_STRETCH = 1_000_000  # characters that are cut into chunks at a time where tokens are counted
_A_SPACE = re.compile(r"\s")
_LONGEST = 64  # characters: longer chunks (URLs, mostly) hardly ever come again


class _Shapes(dict[int, str]):
    """A stand-in for every character, so that the pattern below need not know all alphabets.

    Letters become a or A, digits 0, currency signs $, and all that belongs to the letter before it
    (accents, vowel marks, joiners) becomes _. Other marks stand for themselves.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kind = unicodedata.category(character)
        if kind in ("Lu", "Lt"):
            shape = "A"
        elif kind[0] == "L":
            shape = "a"
        elif kind[0] == "N":
            shape = "0"
        elif kind == "Sc":
            shape = "$"
        elif kind[0] == "M" or character in "\u00ad\u200c\u200d":  # soft hyphen, zero-width joiners
            shape = "_"
        else:
            shape = character
        self[code] = shape
        return shape


_SHAPES = _Shapes({code: chr(code) for code in range(128)})
_SHAPES |= {ord("_"): "&", ord("’"): "'", ord("\u02bc"): "'", ord("‐"): "-", ord("‑"): "-"}
_STRAIGHT = str.maketrans("’‘\u02bc", "'''")
_LONE_MARKS = ',;:?!)"”'  # after a word: always a token of their own

_PART = r"(?: (?:Ph|Ed|[A-Za-z]) (?:\.(?:Sc|Phil|[A-Za-z]))+ (?!\w) \.?  |  [A-Za-z0-9]\w* )"  # U.S. or word
_PIECE = re.compile(
    rf"""
    (?P<address>
      (?:https?://|www\.) [^\s<>"“”—]* [^\s<>"“”—.,;:!?()\[\]'’»…]      # a URL without the mark after it
    | [A-Za-z0-9][\w.+&-]{{0,63}} @ [A-Za-z0-9][\w-]* (?:\.[A-Za-z0-9][\w-]*)+                 # an e-mail
    )
    | (?P<word>
      ['‘](?i:em|tis|twas|til)\b  |  ['‘][nN]\b'?  |  (?i:n|o|ol)'(?![A-Za-z])    # 'em, 'tis, 'n', ol'
    | ['‘]\d\ds\b  |  '\d\d(?!\w)                                                 # the '90s
    | (?: [@#]  |  [A-Z]{{0,3}}\$(?=\d)  |  (?<![\w)\]])[-+−]\$?(?=\d) )?          # @name #tag US$5 -5
      {_PART}
      (?: ['‘&] [A-Za-z0-9]\w*                    # don't, AT&T
        | (?<=\d) [.,:/–] (?=\d) \w*              # 4.7, 1,000, 10:30, 9/11, 1990–95
        | \. (?=[a-z]) \w*                        # example.org; but not end.Start
        | - \$?{_PART}                            # full-scale, mid-$50s, non-U.S.
      )*
      (?: (?<=\d)(?:[%$]|°[CF]?) )?               # 4.7%, 20°C
      (?: \.(?!\.) )?                             # Mr. keeps it; other words lose it in _word
    )
    | (?P<mark> ([-.!?…*=~&—–])\4* | . _* )       # ... and -- are one token
    """,
    re.VERBOSE | re.DOTALL | re.ASCII,
)
_DOTTED = re.compile(r"(?:^|\W)[^\W\d_](?:\.[^\W\d_])+$")  # U.S, a.m, non-U.S
_HYPHENS = "-–‐‑"
_AT_HYPHEN = re.compile(rf"(?<!^)([{_HYPHENS}])")


class _Memory(dict[str, tuple[str, ...]]):
    """The tokens of every chunk seen so far, with one set of options."""

    def __init__(
        self,
        *,
        lower: bool = False,
        punctuation: bool = False,
        split_hyphens: bool = False,
        keep_possessives: bool = False,
        numbers: bool = True,
    ) -> None:
        self.lower = lower
        self.punctuation = punctuation
        self.split_hyphens = split_hyphens
        self.keep_possessives = keep_possessives
        self.numbers = numbers

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        word, mark = (chunk, "") if chunk[-1].isalnum() else (chunk[:-1], chunk[-1])
        tokens: tuple[str, ...]
        # Most of what is met first is a word alone, or with one mark after it.
        if word.isascii() and word.isalpha() and (mark in _LONE_MARKS or _is_final_stop(mark, word)):
            tokens = (word, mark) if mark and self.punctuation else (word,)
        else:
            tokens = self._cut(chunk)
        if self.lower:
            tokens = tuple(map(str.lower, tokens))
        if len(chunk) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[chunk] = tokens
        return tokens

    def _cut(self, chunk: str) -> tuple[str, ...]:
        pieces: list[tuple[str, bool]] = []  # each with whether it is a word
        for match in _PIECE.finditer(chunk.translate(_SHAPES)):
            piece = chunk[match.start() : match.end()]
            if match.lastgroup == "word":
                pieces += self._word(piece.translate(_STRAIGHT))
            else:
                pieces.append((piece, match.lastgroup == "address"))
        return tuple(
            token for token, is_word in pieces if (self._wanted(token) if is_word else self.punctuation)
        )

    def _wanted(self, word: str) -> bool:
        return self.numbers or any(map(str.isalpha, word))

    def _word(self, word: str) -> list[tuple[str, bool]]:
        """Take the final stop and the possessive off a word, and split it at hyphens if that is asked."""
        marks = []
        if _is_final_stop(word[-1], word[:-1]):
            word = word[:-1]
            marks = [(".", False)]
        if word[-2:] in ("'s", "'S") and not self.keep_possessives and word[:-2].lower() not in _CONTRACTED:
            marks.insert(0, (word[-2:], False))
            word = word[:-2]
        parts = _AT_HYPHEN.split(word) if self.split_hyphens else [word]
        return [(part, part not in _HYPHENS) for part in parts if part] + marks


def _rule(word: str) -> str | None:
    """Tell what the list of abbreviations says of a word, None if it is not there."""
    return _ABBREVIATIONS.get(word, _ABBREVIATIONS.get(word.lower()))


def _keeps_stop(word: str) -> bool:
    """Tell whether a full stop after this word belongs to it: Mr., U.S., the J. of J. Smith."""
    initial = len(word) == 1 and word.isupper() and word != "I"
    return initial or _rule(word) in ("", "never") or _DOTTED.search(word[-12:]) is not None


def _is_final_stop(mark: str, word: str) -> bool:
    return mark == "." and not _keeps_stop(word)


@cache
def _memory(**options: bool) -> _Memory:
    return _Memory(**options)


def require_text(text: Any, function: str) -> None:
    """Raise a TypeError that says what to do, unless text is a string.

    >>> require_text(["a"], "tokenize")
    Traceback (most recent call last):
    TypeError: tokenize takes a text (str), not list: these may be tokens already; take one text at a time.
    """
    if isinstance(text, str):
        return
    if isinstance(getattr(text, "text", None), str):
        advice = "pass article.text"
    elif isinstance(text, list | tuple):
        advice = "these may be tokens already; take one text at a time"
    elif isinstance(text, bytes):
        advice = "decode it first: text.decode('utf-8')"
    else:
        advice = "pass a string"
    raise TypeError(f"{function} takes a text (str), not {type(text).__name__}: {advice}.")


def require_tokens(tokens: Any, function: str, name: str = "tokens") -> list[str]:
    """Return the tokens as a list, or raise a TypeError that says what is wrong with them.

    >>> require_tokens(["war", 2022], "frequency_table")
    Traceback (most recent call last):
    TypeError: frequency_table takes strings, but tokens[1] is 2022 (int).
    """
    # A dict or a DataFrame (the one with columns) would give its keys, as if they were the tokens.
    given_keys = isinstance(tokens, dict) or hasattr(tokens, "columns")
    if isinstance(tokens, str | bytes) or given_keys or not isinstance(tokens, Iterable):
        as_what = "" if name == "tokens" else f" as {name}"
        raise TypeError(
            f"{function} takes a list of tokens{as_what}, not {type(tokens).__name__}. "
            "Have a text? Tokenize it first, as in tokenize(text)."
        )
    listed = list(tokens)
    if set(map(type, listed)) <= {str}:  # nearly always, and told much quicker than one by one
        return listed
    for position, token in enumerate(listed):
        if not isinstance(token, str):
            raise TypeError(
                f"{function} takes strings, but {name}[{position}] is {token!r} ({type(token).__name__})."
            )
    return listed


def tokenize(
    text: str,
    *,
    lower: bool = False,
    punctuation: bool = False,
    split_hyphens: bool = False,
    keep_possessives: bool = False,
    numbers: bool = True,
) -> list[str]:
    """Cut a text into its tokens: words, numbers, names and addresses.

    One token each: `don't`, `full-scale`, `U.S.`, `4.7%`, `$1,000`, `3.5bn`, a URL, an e-mail
    address, `@name`, `#tag`. Dashes and slashes separate (`and/or`), except between digits
    (`1990–95`, `9/11`). A full stop at the end comes off, unless the word is an abbreviation.
    Apostrophes inside words become straight, so that both spellings count together.

    Limits: a script without spaces between words (Chinese, Japanese, Thai) gives one token for
    each run of letters. A name before `'s` that means "is" is taken for a possessive.

    Args:
        text: the text.
        lower: turn the tokens into lower case.
        punctuation: keep punctuation marks as tokens, and the possessive `'s` as a token of its
            own; then nothing but white space is lost.
        split_hyphens: cut `full-scale` into `full` and `scale`.
        keep_possessives: leave `Poland's` whole. (`States'` always becomes `States`: its
            apostrophe cannot be told from a closing quotation mark.)
        numbers: False leaves out the words without a letter, such as `2022` and `4.7%`.

    Returns:
        The tokens in the order of the text.

    Raises:
        TypeError: text is not a string.

    >>> tokenize("Poland's full-scale plan—4.7% of GDP—isn’t new.")
    ['Poland', 'full-scale', 'plan', '4.7%', 'of', 'GDP', "isn't", 'new']
    >>> tokenize("Poland's plan isn’t new.", lower=True, punctuation=True)
    ['poland', "'s", 'plan', "isn't", 'new', '.']
    >>> tokenize("...")
    []
    """
    require_text(text, "tokenize")
    memory = _memory(
        lower=lower,
        punctuation=punctuation,
        split_hyphens=split_hyphens,
        keep_possessives=keep_possessives,
        numbers=numbers,
    )
    return list(chain.from_iterable(map(memory.__getitem__, text.split())))


def count_tokens(texts: Iterable[str], **options: bool) -> tuple[Counter[str], Counter[str]]:
    """Count the tokens of texts as `tokenize` cuts them, and in how many of the texts each occurs.

    >>> counts, documents = count_tokens(["Tea, tea.", "War."], lower=True)
    >>> dict(counts), dict(documents)
    ({'tea': 2, 'war': 1}, {'tea': 1, 'war': 1})
    """
    import numpy as np

    memory = _memory(**options)
    # Chunks and tokens become numbers, from 0 as they are met: numpy counts these the fastest.
    chunks: defaultdict[str, int] = defaultdict(count().__next__)
    tokens: defaultdict[str, int] = defaultdict(count().__next__)
    read = [
        np.fromiter(map(chunks.__getitem__, chain.from_iterable(map(str.split, _stretches(text)))), np.int64)
        for text in texts
    ]
    cut = list(map(memory.__getitem__, chunks))  # each only once
    lengths = np.fromiter(map(len, cut), np.int64)
    all_cut = np.fromiter(map(tokens.__getitem__, chain.from_iterable(cut)), np.int64)
    first = np.cumsum(lengths) - lengths  # where the tokens of a chunk begin in all_cut

    of_chunks = np.bincount(np.concatenate([np.empty(0, np.int64), *read]), minlength=len(chunks))
    counts = np.zeros(len(tokens), np.int64)
    np.add.at(counts, all_cut, np.repeat(of_chunks, lengths))

    documents = np.zeros(len(tokens), np.int64)
    last_place = np.zeros(len(tokens), np.int64)
    for of_text in read:
        many = lengths[of_text]
        places = np.arange(many.sum())
        # The tokens of the text: those of its first chunk, then of its second, and so on.
        found = all_cut[places + np.repeat(first[of_text] - np.cumsum(many) + many, many)]
        last_place[found] = places
        documents[found[last_place[found] == places]] += 1
    return Counter(dict(zip(tokens, counts.tolist(), strict=True))), Counter(
        dict(zip(tokens, documents.tolist(), strict=True))
    )


def _stretches(text: str) -> Iterator[str]:
    """Cut a text at spaces, so that the chunks of a long one are not all in memory at a time."""
    start = 0
    while start < len(text):
        space = _A_SPACE.search(text, start + _STRETCH)
        end = space.start() if space else len(text)
        yield text[start:end]
        start = end


def ngrams(tokens: Iterable[str], n: int) -> list[tuple[str, ...]]:
    """List every run of n neighboring tokens.

    Args:
        tokens: the tokens, as `tokenize` gives them.
        n: how many tokens a run has: 2 for bigrams, 3 for trigrams.

    Returns:
        The runs in the order of the text: len(tokens) - n + 1 of them, none if there are fewer
        than n tokens.

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or a token is not a string.
        ValueError: n is below 1.

    >>> ngrams(["to", "be", "or", "not"], 2)
    [('to', 'be'), ('be', 'or'), ('or', 'not')]
    >>> ngrams(["to", "be"], 3)
    []
    """
    tokens = require_tokens(tokens, "ngrams")
    if n < 1:
        raise ValueError(f"n is {n}: a run has 1 token or more.")
    return list(zip(*(tokens[first:] for first in range(n)), strict=False))


def content_words(tokens: Iterable[str]) -> list[str]:
    """Leave out the stopwords, in whatever capitals.

    Args:
        tokens: the tokens, as `tokenize` gives them.

    Returns:
        The tokens that are not in `STOPWORDS`, in the order of the text, as they are spelled there.

    Raises:
        TypeError: tokens is a text instead of a list of tokens, or a token is not a string.

    >>> content_words(["The", "rain", "and", "the", "Rain"])
    ['rain', 'Rain']
    >>> content_words(["of", "THE"])
    []
    """
    tokens = require_tokens(tokens, "content_words")
    return [token for token in tokens if token.casefold() not in STOPWORDS]


# --- Sentences ----------------------------------------------------------------------------------
#
# The text is cut into paragraphs. In each, every . ! ? or … before a space may end a sentence: our
# rules decide where the marks and the next word tell, and Punkt decides about full stops.

_NARROW, _WIDE = 40, 100  # characters: the margin of hard-wrapped text lies between these
_NEAR = 60  # characters to look at before and after a possible end

_END = re.compile(
    r"""
    [.!?…。！？؟।॥]+
    (?: [.!?…"'”’“‘»›)\]}」』*_]+ | \s[.!?…)\]”’»]++(?=\s|$) )*    # closing marks, more marks: "! !"
    (?: \s?\[(?:\d+|…|\.\.\.)\] )*                         # a note [3] belongs to the sentence before it,
    (?: \s[:;=]['’]?-?[)(DPp/|*]+(?=\s|$) )*               # and so does a smiley :-)
    """,
    re.VERBOSE,
)
_SPACE = re.compile(r"\s*")
_NEXT_WORD = re.compile(r"\W*(\w\S*)")
_LAST_WORD = re.compile(r"[^\W_][^\s—–]*$")
_ITEM = re.compile(r"(?:[-*•‣◦]|\(?\d{1,2}[.)])\s")
_ITEM_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])")


@cache
def _punkt() -> "PunktSentenceTokenizer":
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = {word.lower() for word, rule in _ABBREVIATIONS.items() if rule != "number"}
    parameters.sent_starters = STOPWORDS - {"may", "will"}  # these are names too
    parameters.ortho_context = Counter()  # Punkt's defaultdict would keep every word it is ever asked about
    return PunktSentenceTokenizer(parameters)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Find where each sentence begins and ends.

    A blank line always ends a sentence, so a heading is one of its own. A line break does too,
    unless the line was broken at a margin: its block is 40 to 100 characters wide, and the next
    line goes on in lower case or its first word would not have fitted. Closing quotation marks,
    brackets and notes like [3] belong to the sentence before them. Full stops are judged by NLTK's
    `PunktSentenceTokenizer` (Kiss and Strunk, 2006) with our own abbreviations.

    Limit: an abbreviation such as U.S. ends a sentence only if a function word follows ("The", "He").

    Args:
        text: the text.

    Returns:
        A pair (start, end) for each sentence, in the order of the text: `text[start:end]` is the
        sentence without the white space around it. Every other character is in exactly one.

    Raises:
        TypeError: text is not a string.

    >>> sentence_spans("Mr. Rutte left. “Who stayed?” he asked.")
    [(0, 15), (16, 39)]
    >>> sentence_spans("")
    []
    """
    require_text(text, "sentence_spans")
    spans = []
    for start, end in _paragraph_spans(text):
        for match in _END.finditer(text, start, end):
            following = _space_end(text, match.end(), end)
            if _is_end(text, start, match, following, end):
                spans.append((start, match.end()))
                start = following
        if start < end:
            spans.append((start, end))
    return spans


def _space_end(text: str, start: int, end: int) -> int:
    space = _SPACE.match(text, start, end)
    return space.end() if space else start


def _is_end(text: str, start: int, match: re.Match[str], following: int, end: int) -> bool:
    """Tell whether the sentence that begins at start ends with these marks."""
    marks = match.group()
    before = text[max(start, match.start() - _NEAR) : match.start()]
    after = _NEXT_WORD.match(text, following, min(end, following + _NEAR))
    if following == end:
        return True
    if following == match.end():  # no space
        return marks[0] in "。！？"
    if before.endswith(("[", "(")):  # […] (?)
        return False
    if after is None:
        return True
    next_word = after.group(1)
    goes_on = next_word[0].islower()
    if "!" in marks or "?" in marks:
        return not goes_on or marks[-1] in "!?"  # “Why?” he asked
    if marks[0] != "." or marks.startswith(".."):
        return not goes_on
    if _ITEM_NUMBER.fullmatch(text, start, match.start()):  # 1. An item of a list
        return False
    last = _LAST_WORD.search(before)
    word = last.group().rpartition("-")[2] if last else ""  # R-Calif.
    rule = _rule(word)
    letters = (len(word) == 1 and word.isalpha()) or _DOTTED.search(word) is not None  # J., U.N.
    if rule == "never" or (rule == "number" and next_word[0].isdigit()):
        return False
    if goes_on and (rule is not None or letters or marks[-1] != "."):
        return False
    if letters:
        word = "U.S"  # Punkt knows this one, and the others go the same way
    return _punkt_ends(word, next_word)


# Older versions of NLTK take a curly quote for part of the word; all of them know the straight one.
_QUOTES_FOR_PUNKT = str.maketrans("‘’“”«»", "'" * 6)


@lru_cache(maxsize=10_000)  # the same pairs come again: "U.S. The"
def _punkt_ends(word: str, next_word: str) -> bool:
    pair = f"{word}. {next_word}".translate(_QUOTES_FOR_PUNKT)
    return bool(_punkt().text_contains_sentbreak(pair))


def _paragraph_spans(text: str) -> Iterator[tuple[int, int]]:
    block: list[tuple[int, int]] = []  # the lines since the last blank one
    position = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = position + line.index(bare[0])
            block.append((start, start + len(bare)))
        else:
            yield from _unwrap(text, block)
            block = []
        position += len(line)
    yield from _unwrap(text, block)


def _unwrap(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the lines of a block that were broken at a margin."""
    if not block:
        return
    width = max(end - start for start, end in block)
    begin, end = block[0]
    length = end - begin
    for next_start, next_end in block[1:]:
        line = text[next_start : min(next_end, next_start + _WIDE)]
        fitted = length + 1 + len(line.split()[0]) <= width
        wrapped = _NARROW <= width <= _WIDE and not _ITEM.match(line) and (line[0].islower() or not fitted)
        if not wrapped:
            yield begin, end
            begin = next_start
        end = next_end
        length = next_end - next_start
    yield begin, end


def split_sentences(text: str) -> list[str]:
    """Split a text into its sentences, found as `sentence_spans` does.

    Args:
        text: the text.

    Returns:
        The sentences in the order of the text, as they stand there.

    Raises:
        TypeError: text is not a string.

    >>> split_sentences("It grew by 4.7% in the U.S. last year. Why?")
    ['It grew by 4.7% in the U.S. last year.', 'Why?']
    >>> split_sentences("")
    []
    """
    require_text(text, "split_sentences")
    return [text[start:end] for start, end in sentence_spans(text)]


def sentence_table(text: str) -> "pd.DataFrame":
    """List the sentences of a text with their lengths.

    Args:
        text: the text.

    Returns:
        One row a sentence, in the order of the text:

        - sentence: its number, from 1.
        - start, end: where it stands in the text, in characters: `text[start:end]`.
        - tokens: how many tokens `tokenize` finds in it, punctuation not counted.
        - text: the sentence.

    Raises:
        TypeError: text is not a string.

    >>> print(sentence_table("Who stayed? Nobody did.").to_string(index=False))
     sentence  start  end  tokens        text
            1      0   11       2 Who stayed?
            2     12   23       2 Nobody did.
    >>> len(sentence_table(""))
    0
    """
    import pandas as pd

    require_text(text, "sentence_table")
    rows = [
        (number, start, end, len(tokenize(text[start:end])), text[start:end])
        for number, (start, end) in enumerate(sentence_spans(text), start=1)
    ]
    table = pd.DataFrame(rows, columns=["sentence", "start", "end", "tokens", "text"], dtype="object")
    return table.astype(dict.fromkeys(["sentence", "start", "end", "tokens"], "int64"))
