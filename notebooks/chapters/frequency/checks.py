"""Checks of Frequency."""

from collections import Counter
from typing import Any

import pandas as pd

from textkit import Article, frequency_table, tokenize
from textkit.course import (
    Verdict,
    Work,
    behaves,
    choose,
    compare,
    exercise,
    expects,
    instead,
    question,
    ratio,
    right,
    run_lines,
    same,
)


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    tokens = tokenize(article.text, lower=True)
    table = frequency_table(tokens)
    long_tokens = [token for token in tokens if len(token) >= 5]
    return {
        "tokens": tokens,
        "printed": tokenize(article.text),
        "table": table,
        "row": table.iloc[min(9, len(table) - 1)],
        "keyword": frequency_table(long_tokens or tokens)["token"][0],
    }


@exercise(
    "lower",
    "What lower=True does",
    kind="recall",
    answers=["answer"],
    hints=[
        'Try it: tokenize("The dog and the cat", lower=True)',
        "Compare the number of tokens with and without it. Did it change?",
    ],
)
def lower(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "b",
        {
            "a": 'Try `tokenize("The dog", lower=True)`. Is a token missing?',
            "b": "The number of tokens stays the same; what changes is which of them count as the same word.",
            "c": "Count them: is `len(tokenize(article.text))` another number than `len(tokens)`?",
        },
    )


@exercise(
    "types",
    "How many types?",
    kind="complete",
    answers=["n_types"],
    uses=["tokens"],
    hints=[
        "Every word counts once, however often it comes up.",
        "set(tokens) keeps one of each. How do you count what is in it?",
        "Write: n_types = len(set(tokens))",
    ],
)
def types(n_types: Any, work: Work) -> Verdict:
    tokens = work.tokens
    number = len(set(tokens))
    return compare(
        n_types,
        number,
        praise=f"{number:,} types for {len(tokens):,} tokens: on average a word comes up "
        f"{len(tokens) / number:.1f} times.",
        wrong=[
            (
                "tokens for types",
                len(tokens),
                "That is the number of tokens. How many are left when each word counts once?",
            ),
            (
                "capitals kept",
                len(set(work.printed)),
                "That counts The and the as two types. Which list has small letters only?",
            ),
            (
                "characters",
                len(set(work.article.text)),
                "That is the number of different characters. Which list holds the words?",
            ),
            (
                "hapaxes for types",
                sum(count == 1 for count in Counter(tokens).values()),
                "Those are the words that come up exactly once. Are the others no types?",
            ),
            ("the example", 6, "That is the small list. Which list has the article's tokens?"),
            ("the example", 4, "That is the small list. Which list has the article's tokens?"),
            (
                "the example",
                12,
                "Those are the twelve tokens that the first cell shows. Which list has all of them?",
            ),
            ("repeats", len(tokens) - number, "So many tokens are repeats. How many types are there?"),
            (
                "average",
                len(tokens) / number,
                "So often a word comes up on average. How many types are there?",
            ),
            (
                "chunks for tokens",
                len(set(work.article.text.split())),
                "Those are chunks, with their marks. Which list has tokens?",
            ),
        ],
        otherwise="What does `set(tokens)` hold, and how many are in it?",
    )


@exercise(
    "top_three",
    "Put the lines in order",
    kind="parsons",
    answers=["order", "lines"],
    uses=["tokens"],
    hints=[
        "Which line uses a name that another line has to make first?",
        "One of the two lines that begin with counts = is not needed: what does a set do to the counts?",
        "Count first (B), then take the pairs, then the words of the pairs.",
    ],
)
def top_three(order: Any, lines: Any, work: Work) -> Verdict:
    # Two samples with the same words in other numbers: a set gives the same three words for both.
    made, again = (
        run_lines(lines, order, {"Counter": Counter, "tokens": ["d", "c", "b", "a", *more]})
        for more in ("aaabbc", "dddccb")
    )
    if "top_three" not in made:
        return question("Your lines never make `top_three`. Which line does?", "line missing")
    if "C" in order and "B" in order:
        return question(
            "Two of your lines make `counts`, so the later one wins. Which is not needed?", "both lines"
        )
    if same([made["top_three"], again["top_three"]], [["a", "b", "c"], ["d", "c", "b"]]):
        words = ", ".join(word for word, count in Counter(work.tokens).most_common(3))
        return right(f"Count, take the pairs, keep the words. Here they are: {words}.")
    return question("In a set each word is there once. What counts does line C give, then?", "set for counts")


@exercise(
    "tie",
    "A tie",
    kind="compute",
    answers=["tied"],
    uses=["tokens", "table"],
    hints=[
        'The count of that row is row["count"].',
        'Pick the rows of the table whose count equals it: table[table["count"] == …]',
        'Write: tied = list(table[table["count"] == row["count"]]["token"])',
    ],
)
def tie(tied: Any, work: Work) -> Verdict:
    table, row = work.table, work.row
    expected = list(table[table["count"] == row["count"]]["token"])
    others = [token for token in expected if token != row["token"]]
    expects(tied, expected, trivial=not others)
    if hasattr(tied, "columns") and tied.shape[1] > 1:
        return question('That is a whole table. Which column holds the words? Add ["token"].', "whole table")
    if same(tied, table["count"] == row["count"]):
        return question(
            "Those are `True` and `False`. Which brackets pick the rows where it is true?", "truth values"
        )
    return compare(
        tied,
        expected,
        order=False,
        praise=f"{len(expected)} with a count of {row['count']}. "
        + ("Which of them comes first in the table is only the alphabet." if others else "No tie here!"),
        wrong=[
            ("itself left out", others, f"Almost: does {row['token']} itself not have that count?"),
            ("itself alone", [row["token"]], "That is the row itself. Which other rows have the same count?"),
            (
                "at least for equal",
                list(table[table["count"] >= row["count"]]["token"]),
                "Those have that count or a higher one. Does the exercise ask for exactly the same?",
            ),
            (
                "top ten",
                list(table["token"][:10]),
                "Those are the ten rows on top. Do they all have the same count?",
            ),
            (
                "the example",
                list(table[table["count"] == 5]["token"]),
                "That is the example with a count of 5. Which count does `row` have?",
            ),
            ("count for the words", row["count"], "That is the count. Which words have it?"),
            (
                "itself as text",
                row["token"],
                "That is the word itself, as text. What makes a list of it, and of the others?",
            ),
            (
                "column names",
                table.columns,
                "Those are the names of the columns. Which column holds the words?",
            ),
        ],
        otherwise=_odd(tied, expected, table),
    )


def _odd(tied: Any, expected: list[str], table: pd.DataFrame) -> str:
    """Say which value should not be in the list, or that some are missing."""
    counts = dict(zip(table["token"], table["count"], strict=True))
    for word in tied if isinstance(tied, list | tuple) else []:
        if not isinstance(word, str) or word not in counts:
            return f"{word!r} is no word of the table. Is it spelled as in the column `token`?"
        if word not in expected:
            return f"“{word}” has a count of {counts[word]}. Which count does `row` have?"
    return 'Does every word in your list have the count `row["count"]`, and is none missing?'


@exercise(
    "rate",
    "Rate per 1,000 tokens",
    kind="compute",
    answers=["rate"],
    uses=["tokens", "keyword"],
    hints=[
        "Begin with the count of keyword, then divide.",
        "Divide by the number of tokens, len(tokens). Then multiply by 1,000.",
        "Write: rate = tokens.count(keyword) / len(tokens) * 1000",
    ],
)
def per_thousand(rate: Any, work: Work) -> Verdict:
    count, total = work.tokens.count(work.keyword), len(work.tokens)
    expected = count / total * 1000
    return compare(
        rate,
        expected,
        praise=f"{expected:.1f} in every 1,000: about one word in {total / count:.0f}. "
        f"How does that compare with *{work.table['token'][0]}*?",
        wrong=[
            *ratio(
                count,
                total,
                part_is="the count of the word",
                whole_is="the number of tokens",
                per=1000,
                wholes={
                    "the number of types": len(set(work.tokens)),
                    "the number of chunks": len(work.article.text.split()),
                    "the number of characters": len(work.article.text),
                    "the number of long tokens": sum(len(token) >= 5 for token in work.tokens),
                },
                parts={
                    "its count as printed, in small letters alone": work.printed.count(work.keyword),
                    "the highest count": int(work.table["count"].iloc[0]),
                },
            ),
        ],
        otherwise="Which number do you divide by which, and what do you multiply with?",
    )


@exercise(
    "count_word",
    "Find the bug",
    kind="bug",
    answers=["count_word"],
    hints=[
        'Follow it by hand with the tokens ["a", "b", "a"] and the word "a". What is count after each step?',
        "When the word comes up again, count should grow by one. What does it do instead?",
        "The line should be: count = count + 1",
    ],
)
def mend(count_word: Any, work: Work) -> Verdict:
    def solution(word: str, tokens: list[str]) -> int:
        count = 0
        for token in tokens:
            if token == word:
                count = count + 1
        return count

    samples = [
        ("b", ["b"]),
        ("x", ["a", "b"]),
        ("a", ["a", "b", "a"]),
        ("cat", ["cats", "cat", "at", "Cat", "catcat"]),
        ("a", []),
    ]
    return behaves(
        count_word,
        solution,
        samples,
        praise="It counts every time now. A list can do this by itself, too: tokens.count(word).",
        bug=lambda word, tokens: int(word in tokens),
        exercise="count_word",
        wrong=[
            (
                "counts every token",
                lambda word, tokens: len(tokens),
                "It counts every token. Does it still compare each with the word?",
            ),
            ("never counts", lambda word, tokens: 0, "It is 0 for every list. What keeps `count` and 1?"),
            (
                "letters for tokens",
                lambda word, tokens: " ".join(tokens).count(word),
                "It finds the word inside of longer ones, too. Do you go through tokens, or a text?",
            ),
            (
                "capitals",
                lambda word, tokens: [token.lower() for token in tokens].count(word),
                "Is a word with a capital letter the same word here?",
            ),
        ],
        ask="How often is the word in that list?",
    )


@exercise(
    "capitals",
    "What the capitals hide",
    kind="compute",
    answers=["hidden"],
    uses=["tokens", "printed", "table"],
    hints=[
        "tokens has every spelling in small letters; printed has the words as they stand in the article.",
        "How much smaller is the count in printed?",
        "Write: hidden = tokens.count(word) - printed.count(word)",
    ],
)
def capitals(hidden: Any, work: Work) -> Verdict:
    word = work.table["token"][0]
    every, small = work.tokens.count(word), work.printed.count(word)
    if every == small and same(hidden, 0):
        return right(f"None: “{word}” never has a capital here. With another word it would matter.")
    return compare(
        hidden,
        every - small,
        praise=f"{every - small} of {every}: the table with capitals counts them elsewhere.",
        wrong=[
            *instead(
                f"How many more of “{word}” are in `tokens` than in `printed`?",
                {
                    "the count in `tokens`": every,
                    "the count in `printed`, in small letters alone": small,
                    "both counts, added": every + small,
                    "the one count divided by the other": every / small if small else None,
                    "a share": (every - small) / every,
                    "the difference for `keyword`": work.tokens.count(work.keyword)
                    - work.printed.count(work.keyword),
                },
            ),
            (
                "all tokens",
                len(work.tokens) - len(work.printed),
                "Those are all tokens. How many of them are the one word?",
            ),
        ],
        otherwise=f"How often is “{word}” in `tokens`, and how often in `printed`?",
    )
