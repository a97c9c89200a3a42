"""Whether an article suits the chapters, in words and numbers, and what each exercise finds in it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from numbers import Real
from typing import Any

import pandas as pd
from nltk.stem import PorterStemmer

from textkit.article import Article, load_article
from textkit.concordance import collocations
from textkit.course.asking import Told, ask
from textkit.course.chapters import open_chapter
from textkit.course.genre import text_kind
from textkit.course.key import class_key
from textkit.course.reading import short
from textkit.course.series import chapter_names, chapter_title, two_digits, with_numbers
from textkit.course.voices import FEWEST_QUOTES, FEWEST_SENTENCES, are_worth_comparing
from textkit.frequency import frequency_table
from textkit.quotes import SPEECH, Quote
from textkit.speakers import UNKNOWN, UNSURE, quote_table, speaker_table
from textkit.tokens import STOPWORDS, content_words, ngrams, tokenize

LIVE, TRIVIAL, NOT_HERE, DOUBTFUL = "live", "trivial", "not here", "doubtful"
"""What an exercise is on an article."""

# What a chapter wants of an article, to be worth its hour. Most exercises can do with less.
_TOKENS = 200  # below, nearly every count is 1
_STOPWORDS = 0.2  # share of the tokens; of English news it is nearly half
_PAIRS = 3  # different ones: the rest of the chapter has the debate
_RUNS = (2, 3, 4, 5)  # lengths of the runs that may be phrases
_TIMES = 5  # occurrences of a word: enough lines to compare
_PRONOUNS = ("he", "she", "they")

_ENGLISH = (  # chapters that rest on lists of English words, or on how English news reports speech
    "stopwords_and_clouds", "stems", "ngrams", "words_in_context", "quotes", "who_said_it",
    "comparing_voices", "your_own_article", "from_one_to_thousands",
)  # fmt: skip
_REMEMBERED = 4  # articles, as the library remembers the quotes of the last few texts
_DIGITS = 4  # significant ones of a number on the sheet
_LONGEST_ANSWER = 60  # characters


def preflight(article: Article | None = None) -> pd.DataFrame:
    """Say for each chapter whether an article suits it, and why.

    In an article that suits a chapter, none of its exercises is "not here". A chapter that it does not suit
    runs all the same, with some exercises that say so, or with numbers too small to mean much.

    Args:
        article: what `load_article` returns; None stands for the article that it loads by itself.

    Returns:
        A row a chapter: chapter (its two digits), title, suits (True or False) and because (a sentence, and
        more if some of its exercises are trivial or doubtful).

    Raises:
        TypeError: `article` is not an Article.

    >>> rain = Article("Rain fell.", ("Rain fell.",), (), "rain.txt")
    >>> table = preflight(rain)
    >>> table[["title", "suits"]].head(4)
                  title  suits
    0        Start here   True
    1  Meet the article  False
    2   A little Python   True
    3            Tokens  False
    >>> table["because"][10].split(". ")[0]
    'Chapter 10 wants a content word that comes up 5 times: the most frequent one, “fell”, comes up 1 time'
    """
    article = _article(article, "preflight")
    needs = {**_about_words(article.text), **_about_quotes(article.text), **_about_the_first_voice(article)}
    kind = text_kind(article)
    exercises = preflight_exercises(article)
    rows = []
    for place, name in enumerate(chapter_names()):
        suits, wants = needs.get(name, (True, "an article, and any will do"))
        number = two_digits(place)
        states = exercises[exercises["chapter"] == number]
        because = f"Chapter {number} wants {wants}."
        if name in _ENGLISH and not kind.is_english:
            suits = False
            because += f" It wants English, and this text is in {kind.language}."
        for state in (NOT_HERE, TRIVIAL, DOUBTFUL):
            if some := list(states[states["state"] == state]["exercise"]):
                because += f" {state.capitalize()}: {', '.join(some)}."
        rows.append((number, chapter_title(name), suits and NOT_HERE not in set(states["state"]), because))
    table = pd.DataFrame(rows, columns=["chapter", "title", "suits", "because"])
    return table.astype({"chapter": "str", "title": "str", "suits": "bool", "because": "str"})


def preflight_exercises(article: Article | None = None) -> pd.DataFrame:
    """Say for each exercise of the series what it finds in an article, and what its answer is.

    Its own check is asked what it expects. An exercise is "live", or "trivial" (its answer is 0 or empty, or
    every attempt comes out the same), "not here" (the article has nothing for it), or "doubtful" (its answer
    rests on quotes whose speaker is uncertain).

    Args:
        article: what `load_article` returns; None stands for the article that it loads by itself.

    Returns:
        A row an exercise, in the order of the series: chapter (its two digits), exercise (its number), name,
        title, state, answer (as text: an example where it is the student's own, "" if it is not here) and
        because (a sentence, "" for a live one).

    Raises:
        TypeError: `article` is not an Article.

    >>> rain = Article("Rain fell.", ("Rain fell.",), (), "rain.txt")
    >>> preflight_exercises(rain)[["exercise", "state", "answer"]].iloc[[2, 8]]
      exercise state                                   answer
    2      0.3  live                        n_characters = 10
    8      1.3  live  the student's own, such as estimate = 2
    """
    article = _article(article, "preflight_exercises")
    rows = _exercise_rows(article, tuple(class_key(article)))
    columns = ["chapter", "exercise", "name", "title", "state", "answer", "because"]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns, "str"))


@lru_cache(maxsize=_REMEMBERED)
def _exercise_rows(article: Article, key: tuple[Quote, ...]) -> tuple[tuple[str, ...], ...]:
    """Ask the check of every exercise; the key is looked up by the checks, and tells what is certain."""
    rows = []
    sure = {quote.start for quote in key if (quote.confidence or 0) >= UNSURE}
    for name in chapter_names():
        chapter = open_chapter(name, {})
        try:
            made = chapter.state(article)
        except (IndexError, KeyError, ValueError):  # the chapter's own cells stop as well
            rows += [
                (two_digits(chapter.place), chapter.number(task.name), task.name, task.title, NOT_HERE, "",
                 "The article is too short for the chapter.")
                for task in chapter.exercises.values()
            ]  # fmt: skip
            continue
        earlier: dict[str, Any] = {}
        own: set[str] = set()  # names whose values are the student's own
        for task in chapter.exercises.values():
            told = ask(task, article, made, earlier)
            earlier |= told.values
            is_own = told.own or bool(own & set(task.earlier))
            own |= set(task.answers) if is_own else set()
            unsure = _unsure([made[table] for table in task.rests_on], sure)
            state, because = _state(told, unsure)
            answer = _answer(told.values, is_own) if told.is_here else ""
            number = chapter.number(task.name)
            rows.append((two_digits(chapter.place), number, task.name, task.title, state, answer, because))
    return tuple(rows)


def _state(told: Told, unsure: list[int]) -> tuple[str, str]:
    """Return the state of an exercise and a sentence on it."""
    if not told.is_here:
        return NOT_HERE, with_numbers(told.verdict.message)
    if told.is_trivial:
        if told.trivial:
            return TRIVIAL, "Every attempt comes out the same."
        return TRIVIAL, "There is nothing to find: an answer is 0, or empty."
    if unsure:
        quotes = f"quote {unsure[0]}" if len(unsure) == 1 else f"quotes {', '.join(map(str, unsure))}"
        return DOUBTFUL, f"It rests on {quotes} (by the number in quote_table), whose speaker is uncertain."
    return LIVE, ""


def _unsure(tables: Iterable[pd.DataFrame], sure: set[int]) -> list[int]:
    """List the numbers of the quotes in some tables whose speaker is not sure by the key, or by the tool."""
    return sorted({int(n) for table in tables for n in table["quote"][~table["start"].isin(sure)]})


def _answer(values: Mapping[str, Any], own: bool) -> str:
    """Write an answer for the sheet, with the names of its variables."""
    written = ", ".join(f"{name} = {_written(value)}" for name, value in values.items())
    if not written or any(callable(value) for value in values.values()):
        return "the student's own" if own else "any that does the task: the text does not decide it"
    return f"the student's own, such as {written}" if own else written


class _Shown(str):
    """A value that is written already, for a list of such."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _written(value: Any) -> str:
    if isinstance(value, list):
        return short([_Shown(_written(one)) for one in value], _LONGEST_ANSWER)
    if isinstance(value, Real) and not isinstance(value, bool | int):
        return f"{float(value):.{_DIGITS}g}"
    if isinstance(value, pd.DataFrame):
        return f"a table of {_count(len(value), 'row')}"
    return short(value, _LONGEST_ANSWER)


def preflight_summary(article: Article | None = None) -> str:
    """Say in a line what kind of text an article is, and what is in it.

    Args:
        article: what `load_article` returns; None stands for the article that it loads by itself.

    Returns:
        Its kind and language, then how many speakers with a name or description, quotes that are speech,
        tokens, paragraphs and headings it has.

    Raises:
        TypeError: `article` is not an Article.

    >>> text = "“It will be,” said Ann Lee."
    >>> preflight_summary(Article(text, (text,), (), "rain.txt"))
    'a very short text in English: 1 speaker, 1 quote, 6 tokens, 1 paragraph, 0 headings'
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
    counted = ", ".join(_count(number, noun) for noun, number in counts.items())
    return f"{text_kind(article)}: {counted}"


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
    joined = len(set(content)) - len(set(map(PorterStemmer().stem, content)))
    runs = Counter(run for size in _RUNS for run in ngrams(tokens, size))
    phrases = sum(n > 1 and not {run[0], run[-1]} & STOPWORDS for run, n in runs.items())
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
        "stems": (
            joined > 0,
            f"a content word in two forms, such as “ally” and “allies”: it has {joined:,} that join another",
        ),
        "ngrams": (
            phrases > 0,
            "a run of two to five words that comes up twice, with content words at both ends: "
            f"it has {phrases:,}",
        ),
        "words_in_company": (
            pairs >= _PAIRS,
            f"{_PAIRS} pairs of neighbors that come up twice: it has {pairs:,}",
        ),
        "words_in_context": (top >= _TIMES, wants_word),
    }


def _about_the_first_voice(article: Article) -> dict[str, tuple[bool, str]]:
    """Return whether the first quote suits the chapter in which students read, by the class's key."""
    speech = [quote for quote in class_key(article) if quote.kind in SPEECH]
    speaker = speech[0].speaker if speech else None
    has = f"that is {speaker}" if speaker else "nobody can be told" if speech else "it has no quote"
    return {"meet_the_article": (speaker is not None, f"a speaker for its first quote: {has}")}


def _about_quotes(text: str) -> dict[str, tuple[bool, str]]:
    """Return by chapter whether the quotes suit it, and what it wants and gets."""
    found, speech = len(quote_table(text, all_kinds=True)), quote_table(text)
    resolved = int((speech["mention"].str.lower().isin(_PRONOUNS) & speech["speaker"].notna()).sum())
    enough, have = are_worth_comparing(text)
    return {
        "quotes": (
            len(speech) > 0,
            "speech between quotation marks, to measure its share of the words: "
            f"it has {_count(len(speech), 'quote')} (stretches between quotation marks: {found:,})",
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
