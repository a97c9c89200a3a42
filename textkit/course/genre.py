"""What kind of text it is, and in which language: told first, for the chapters are made for English news."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from textkit.article import Article
from textkit.quotes import SPEECH
from textkit.speakers import attributed
from textkit.tokens import tokenize

ENGLISH = "English"
NEWS, TRANSCRIPT, QUESTIONS = "news", "a transcript", "questions and answers"
STORY, NO_QUOTES, LIST, SHORT = (
    "a story with dialogue",
    "a text without quotes",
    "a list",
    "a very short text",
)

# Small words of each language. In running text about one word in five is among its own. (A library that knows
# a hundred languages weighs 5 to 100 megabytes.)
_FUNCTION_WORDS = {
    ENGLISH: "the of and to that is was for it with as his he she by have not they which their would",
    "German": "der die und den das von ist mit dem des im für nicht auf sich eine auch werden aus hat sie zu",
    "French": "le les et des du une est que dans qui pour pas au sur plus par avec sont cette ont aux mais",
    "Spanish": "el los y las del una es que por con para su al como más pero fue está sus este lo han ha",
    "Italian": "il di che la è per non una sono della con del si gli alla nel dei come ha anche più lo le",
    "Portuguese": "o os que do da em um uma não para com na no dos por mais se foi ao são das à é",
    "Dutch": "de het een van en dat is niet op te zijn met voor er aan ook bij heeft worden uit door ze",
    "Swedish": "och att det som är på av för med inte den har till ett om var jag men från vi kan",
    "Danish or Norwegian": "og at det som er på av af for med ikke den har til et om var jeg men fra vi kan",
    "Polish": "i w nie na się z do że jest to o jak po od za są dla przez był ale oraz tym",
    "Czech": "a se v na je že to s z do o jako i ve za po pro by jsou ale byl podle od",
    "Turkish": "ve bir bu için da de ile olarak çok daha olan gibi kadar ne o ama en sonra var değil",
    "Finnish": "ja on ei se että oli hän mutta ovat joka kun niin myös sen kuin ole hänen tai jos vain",
    "Hungarian": "a az és hogy nem is egy ez volt van meg csak de azt mint már még ki el ha",
    "Indonesian": "yang dan di ini itu dengan untuk dari dalam tidak pada akan ke juga oleh ada mereka kata",
}
_WORDS = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_ENOUGH = 0.12  # share of the tokens; running text has .2 to .4 of its own language's, .05 of a neighbor's

_TOKENS = 100  # below, one cannot tell
_LABEL = re.compile(r"(?:Q|A|[A-Z][\w.’'-]*(?: [A-Z(][\w.’')-]*){0,3})(?: \([^)]*\))?: *(?:\S|$)")
_LABELED = 0.3  # share of the lines of a transcript that begin with who speaks
_ASKING = 0.2  # share of the paragraphs that are questions
_LONGEST_QUESTION = 60  # words
_ENTRIES = 0.6  # share of a list's lines that are no sentences
_LONGEST_ENTRY = 8  # words; the lines of wrapped prose have more
_FINAL = ".,;:!?”\"’'"
_DIALOGUE = 6  # quotes at least, none by somebody with two names, make a story of it


@dataclass(frozen=True)
class TextKind:
    """What kind of text it is, and in which language.

    Attributes:
        genre: such as "news" or "a transcript".
        language: its name in English, such as "German"; "an unknown language" where it is none of these.

    >>> print(TextKind("news", "English"))
    news in English
    """

    genre: str
    language: str

    def __str__(self) -> str:
        return f"{self.genre} in {self.language}"

    @property
    def is_english(self) -> bool:
        """Tell whether the words can be read by what the chapters know of English."""
        return self.language == ENGLISH


def text_kind(article: Article) -> TextKind:
    """Tell the kind of a text and its language.

    Args:
        article: what `load_article` returns.

    Returns:
        The TextKind.

    >>> rain = "Der Regen fiel auf die Stadt, und der Fluss stieg, weil es nicht aufhörte."
    >>> print(text_kind(Article(rain, (rain,), (), "regen.txt")))
    a very short text in German
    """
    return TextKind(_genre(article), text_language(article.text))


def text_language(text: str) -> str:
    """Tell the language of a text by its small words, or its script where that says more.

    >>> text_language("Le maire a dit que les ponts sont fermés pour une semaine.")
    'French'
    """
    letters = Counter(unicodedata.name(char, "?").split()[0] for char in text if char.isalpha())
    script = letters.most_common(1)[0][0] if letters else ""
    tokens = tokenize(text, lower=True)
    words = [token for token in tokens if token[:1].isalpha()]
    if not words or len(words) < len(tokens) / 2:
        return "numbers"
    if script != "LATIN":
        return f"an unknown language, in {script.capitalize()} script"
    counts = Counter(words)
    shares = {name: sum(counts[word] for word in own) / len(words) for name, own in _WORDS.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _ENOUGH else "an unknown language"


def _genre(article: Article) -> str:
    """Tell what kind of text it is, by its layout first."""
    lines = [line.strip() for line in article.text.splitlines() if line.strip()]
    labels = Counter(match[0].partition(":")[0] for line in lines if (match := _LABEL.match(line)))
    said = {label: n for label, n in labels.items() if n > 1 or (label.isupper() and len(label) > 1)}
    if sum(said.values()) >= max(3, _LABELED * len(lines)):
        return QUESTIONS if {"Q", "A", "Question", "Answer"} & set(said) else TRANSCRIPT
    paragraphs = article.paragraphs + article.headings
    asking = sum(p.rstrip("”\"’'").endswith("?") and len(p.split()) <= _LONGEST_QUESTION for p in paragraphs)
    if asking >= max(3, _ASKING * len(paragraphs)) and not any(p[0] in "“\"‘'" for p in paragraphs):
        return QUESTIONS
    entries = [line for line in lines if line[-1] not in _FINAL and len(line.split()) <= _LONGEST_ENTRY]
    if len(lines) > 3 and len(entries) >= _ENTRIES * len(lines):
        return LIST
    speech = [quote for quote in attributed(article.text) if quote.kind in SPEECH]
    if len(tokenize(article.text)) < _TOKENS:
        return SHORT
    if not speech:
        return NO_QUOTES
    speakers = [quote.speaker for quote in speech if quote.speaker]
    named = any(speaker[0].isupper() and " " in speaker for speaker in speakers)
    return NEWS if named or len(speech) < _DIALOGUE else STORY
