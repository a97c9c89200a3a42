"""Whether an article suits the chapters, in words and numbers."""

import pandas as pd

from textkit.article import Article, load_article
from textkit.concordance import collocations
from textkit.course.series import chapter_names, chapter_title, two_digits
from textkit.course.voices import FEWEST_QUOTES, FEWEST_SENTENCES, are_worth_comparing
from textkit.frequency import frequency_table
from textkit.quotes import SPEECH
from textkit.speakers import UNKNOWN, quote_table, speaker_table
from textkit.tokens import content_words, tokenize

# What a chapter wants of an article, to be worth its hour. Most exercises can do with less.
_TOKENS = 200  # below, nearly every count is 1
_STOPWORDS = 0.2  # share of the tokens; of English news it is nearly half
_PAIRS = 10  # different ones
_TIMES = 5  # occurrences of a word: enough lines to compare
_PRONOUNS = ("he", "she", "they")


def preflight(article: Article | None = None) -> pd.DataFrame:
    """Say for each chapter whether an article suits it, and why.

    In an article that suits a chapter, none of its exercises is "not here". A chapter that it does not suit
    runs all the same, with some exercises that say so, or with numbers too small to mean much.

    Args:
        article: what `load_article` returns; None stands for the article that it loads by itself.

    Returns:
        A row a chapter: chapter (its two digits), title, suits (True or False) and because (a sentence).

    Raises:
        TypeError: `article` is not an Article.

    >>> rain = Article("Rain fell.", ("Rain fell.",), (), "rain.txt")
    >>> table = preflight(rain)
    >>> table[["title", "suits"]].head(4)
                  title  suits
    0        Start here   True
    1  Meet the article   True
    2            Tokens  False
    3         Frequency  False
    >>> table["because"][7]
    'Chapter 07 wants a content word that comes up 5 times: the most frequent one, “fell”, comes up 1 time.'
    """
    text = _article(article, "preflight").text
    needs = {**_about_words(text), **_about_quotes(text)}
    rows = []
    for place, name in enumerate(chapter_names()):
        suits, wants = needs.get(name, (True, "an article, and any will do"))
        number = two_digits(place)
        rows.append((number, chapter_title(name), suits, f"Chapter {number} wants {wants}."))
    table = pd.DataFrame(rows, columns=["chapter", "title", "suits", "because"])
    return table.astype({"chapter": "str", "title": "str", "suits": "bool", "because": "str"})


def preflight_summary(article: Article | None = None) -> str:
    """Say in a line what is in an article.

    Args:
        article: what `load_article` returns; None stands for the article that it loads by itself.

    Returns:
        Its speakers with a name or description, quotes that are speech, tokens, paragraphs and headings.

    Raises:
        TypeError: `article` is not an Article.

    >>> text = "“It will rain,” said Ann Lee."
    >>> preflight_summary(Article(text, (text,), (), "rain.txt"))
    '1 speaker, 1 quote, 6 tokens, 1 paragraph, 0 headings'
    """
    article = _article(article, "preflight_summary")
    speakers = speaker_table(article.text)
    counts = {
        "speaker": sum(speakers["speaker"] != UNKNOWN),
        "quote": sum(speakers["quotes"]),
        "token": len(tokenize(article.text)),
        "paragraph": len(article.paragraphs),
        "heading": len(article.headings),
    }
    return ", ".join(_count(number, noun) for noun, number in counts.items())


def _article(article: Article | None, function: str) -> Article:
    if article is None:
        return load_article()
    if not isinstance(article, Article):
        raise TypeError(
            f"{function} takes an Article, as load_article returns it, not {type(article).__name__}."
        )
    return article


def _about_words(text: str) -> dict[str, tuple[bool, str]]:
    """Return by chapter whether the words suit it, and what it wants and gets."""
    tokens = tokenize(text, lower=True)
    content = content_words(tokens)
    odd = len(set(text.split()) - set(tokenize(text)))
    removed = len(tokens) - len(content)
    pairs = len(collocations(tokens))
    long = len(tokens) >= _TOKENS, f"{_TOKENS} tokens: it has {len(tokens):,}"
    wants_word = f"a content word that comes up {_TIMES} times: "
    words = frequency_table(content)
    if words.empty:
        top = 0
        wants_word += "it has no content word at all"
    else:
        top = int(words["count"].iloc[0])
        times = _count(top, "time")
        wants_word += f"the most frequent one, “{words['token'].iloc[0]}”, comes up {times}"
    return {
        "tokens": (odd >= 3, f"three pieces between spaces that are not tokens: it has {odd:,}"),
        "frequency": long,
        "zipf": long,
        "stopwords_and_clouds": (
            len(words) >= 3 and removed >= _STOPWORDS * len(tokens),
            f"an English text with three content words: it has {len(words):,}, and {removed:,} of its "
            f"{len(tokens):,} tokens are English stopwords",
        ),
        "words_in_company": (
            pairs >= _PAIRS,
            f"{_PAIRS} pairs of neighbors that come up twice: it has {pairs:,}",
        ),
        "words_in_context": (top >= _TIMES, wants_word),
    }


def _about_quotes(text: str) -> dict[str, tuple[bool, str]]:
    """Return by chapter whether the quotes suit it, and what it wants and gets."""
    found, speech = quote_table(text, all_kinds=True), quote_table(text)
    first = found.head(10)
    long = int((first["kind"].isin(SPEECH) & (first["words"] > 1)).sum())
    resolved = int((speech["mention"].str.lower().isin(_PRONOUNS) & speech["speaker"].notna()).sum())
    enough, have = are_worth_comparing(text)
    return {
        "quotes": (
            long > 0,
            "speech of two words or more among the first ten stretches between quotation marks: "
            f"it has {long:,} (stretches in all: {len(found):,})",
        ),
        "who_said_it": (
            resolved > 0,
            "a quote whose speaker is a pronoun that stands for somebody (“he said”): "
            f"it has {resolved:,} (quotes in all: {len(speech):,})",
        ),
        "comparing_voices": (
            enough,
            f"two people with {FEWEST_QUOTES} quotes each, or {FEWEST_SENTENCES} sentences to halve: {have}",
        ),
    }


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
