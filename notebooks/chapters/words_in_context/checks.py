"""Checks of Words in context."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd

from textkit import STOPWORDS, Article, dispersion, frequency_table, kwic, tokenize
from textkit.course import (
    Verdict,
    Work,
    behaves,
    choose,
    compare,
    exercise,
    expects,
    not_here,
    question,
    right,
    run_lines,
    same,
)

LABELS = ("good", "bad", "neither")


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    printed = tokenize(article.text)
    tokens = tokenize(article.text, lower=True)
    content = [token for token in tokens if token not in STOPWORDS]
    content_table = frequency_table(content or tokens)
    top_two = list(content_table["token"].head(2))
    node, other = top_two[0], top_two[-1]
    often = list(content_table[content_table["count"] >= 5]["token"].head(12))
    words = often or list(content_table["token"].head(5))
    return {
        "printed": printed,
        "tokens": tokens,
        "node": node,
        "other": other,
        "to_label": kwic(printed, node, window=6, ignore_case=True).head(8),
        "often": often,
        "words": words,
        "spread": dispersion(tokens, words, parts=5),
    }


@exercise(
    "which_pair",
    "Which pair belongs together?",
    kind="recall",
    answers=["answer"],
    hints=[
        "In chapter [[words_in_company]], what did we compare the count of a pair with?",
        "If chance alone gives 38 pairs of in the, then 40 are nothing special. What does chance give here?",
    ],
)
def together(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "c",
        {
            "a": "Its two words are very frequent. How often would they stand side by side by chance?",
            "b": "You may well be right about these two words. But does it follow from being content words? "
            "What is a pair's count compared with?",
            "c": "Frequent is not associated: a count has to be compared with what chance would give.",
        },
    )


@exercise(
    "more_often_where",
    "More often where?",
    kind="recall",
    answers=["answer"],
    hints=[
        "The parts differ in length. Which measure of chapter [[frequency]] makes them comparable?",
        "Per 1,000 tokens: 4 / 200 * 1000 and 6 / 600 * 1000.",
    ],
)
def more_often(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "b",
        {
            "a": "The count is higher there. How many tokens does that part have?",
            "b": "20 in every 1,000 tokens against 10. Parts are compared by rates, or made equally long.",
            "c": "Three times as many tokens: are there three times as many occurrences?",
        },
    )


@exercise(
    "how_many_lines",
    "How many lines?",
    kind="predict",
    answers=["prediction"],
    hints=[
        "The tokens are Rain, again, The, rain, came, and, rainwater, filled, the, boats.",
        "kwic compares whole tokens. Is rainwater the token rain? Is Rain the token rain?",
        "Without the option only one token is exactly rain. With it, Rain comes in as well.",
    ],
)
def how_many_lines(prediction: Any, work: Work) -> Verdict:
    return compare(
        prediction,
        [1, 2],
        praise="Whole tokens are compared, so `rainwater` is never found, and `Rain` only with the option.",
        wrong=[
            (
                "capitals ignored",
                [2, 2],
                "Is `Rain` the same as `rain` to Python? Think of exercise [[same_word]].",
            ),
            ("part of a token", [2, 3], "Is a part of a token enough? Look at `rainwater`."),
            (
                "both ignore capitals",
                [3, 3],
                "Which of the three tokens are exactly `rain`? Look at the capital, and at `rainwater`.",
            ),
            (
                "part of a token",
                [1, 3],
                "The first number is right. Is `rainwater` the token `rain` in other capitals?",
            ),
            (
                "option has no effect",
                [1, 1],
                "The first number is right. What does the option do with `Rain`?",
            ),
            (
                "text for a number",
                ["1", "2"],
                "Right numbers, but as text. Does a number need quotation marks?",
            ),
            (
                "other order",
                [2, 1],
                "Those are the two numbers. Which comes first: without the option, or with it?",
            ),
        ],
        otherwise="Go through the tokens one by one: which are exactly `rain`, and which in other capitals?",
    )


@exercise(
    "node_lines",
    "Every line holds the node",
    kind="complete",
    answers=["concordance"],
    uses=["printed", "tokens", "node", "other"],
    hints=[
        "The cell above made `node_lines` in the same way. The word and the window are different now.",
        "Which word, how many tokens on each side, and is the option for capital letters there?",
        "Write: concordance = kwic(printed, other, window=3, ignore_case=True)",
    ],
)
def every_line(concordance: Any, work: Work) -> Verdict:
    other, count = work.other, work.tokens.count(work.other)
    wanted = kwic(work.printed, other, window=3, ignore_case=True)
    expects(concordance, wanted)
    if isinstance(concordance, int):
        return question("That is a number. Which table do you get without len(…)?", "number for a table")
    if not hasattr(concordance, "columns"):
        return question(
            "The exercise asks for the table that `kwic` gives. What is in `concordance`?", "no table"
        )
    if not set(wanted.columns) <= set(concordance.columns):
        return question(
            "The table has other columns than a concordance. Did `kwic` make it?", "other columns"
        )
    given = concordance.sort_values("position")
    if _rows(given) == _rows(wanted):
        return right(
            f"{_lines(len(wanted)).capitalize()}, and {other} comes up {_times(count)}: nothing is missing. "
            f"Every line holds the node, and here the node is {other}."
        )
    found = {word.casefold() for word in given["keyword"]}
    if found and found != {other.casefold()}:
        return question(
            f"Those are the lines of {min(found)}. Is the name `other` there, without quotation marks?",
            "other word",
        )
    if len(given) < len(wanted):
        return question(
            f"Your table has {_lines(len(given))}, and {other} comes up {_times(count)}. Do capital letters "
            "matter to kwic, and does `other` stand there without quotation marks?",
            "lines missing",
        )
    if same(list(given["position"]), list(wanted["position"])):
        if _rows(given) == _rows(kwic(work.tokens, other, window=3)):
            return question(
                "All your lines are in small letters. Which list has the tokens as printed?", "small letters"
            )
        return question(
            "Every occurrence is there. How many tokens are on each side, and how many should be?",
            "other window",
        )
    return question(
        f"Your table has {_lines(len(given))}, and {other} comes up {_times(count)}. "
        "Which lines do not belong to this article, or are there twice?"
    )


@exercise(
    "left_context",
    "Find the bug",
    kind="bug",
    answers=["left_context"],
    hints=[
        "Work it out by hand for position 1: what is start then?",
        "1 - 3 is -2. What does a negative index mean in Python? Think of letters[-1].",
        "Start must never be below 0. max(0, position - 3) is the larger one of the two numbers.",
        "The line should be: start = max(0, position - 3)",
    ],
)
def mend(left_context: Any, work: Work) -> Verdict:
    def solution(tokens: list[str], position: int) -> list[str]:
        start = max(0, position - 3)
        return tokens[start:position]

    letters = ["a", "b", "c", "d", "e", "f", "g"]
    return behaves(
        left_context,
        solution,
        [(letters, place) for place in (4, 1, 2, 3, 0, 5, 6)] + [(["x", "y", "x", "x", "y", "x", "x"], 6)],
        praise="A negative start would count from the end of the list. Now it never goes below 0.",
        bug=lambda tokens, position: tokens[position - 3 : position],
        exercise="left_context",
        wrong=[
            (
                "no limit",
                lambda tokens, position: tokens[:position],
                "It gives everything on the left. How many tokens should it give at most?",
            ),
            (
                "position included",
                lambda tokens, position: tokens[max(0, position - 3) : position + 1],
                "The token at the position itself is in it. Where does a slice stop?",
            ),
            (
                "last one lost",
                lambda tokens, position: tokens[max(0, position - 3) : max(0, position - 1)],
                "The token right before the position is missing. Where does a slice stop?",
            ),
            (
                "last one lost",
                lambda tokens, position: tokens[max(0, position - 3) : position - 1],
                "The token right before the position is missing. Where does a slice stop?",
            ),
            (
                "absolute value",
                lambda tokens, position: tokens[abs(position - 3) : position],
                "A start of -2 has become 2. Where does the text begin?",
            ),
            (
                "first one lost",
                lambda tokens, position: tokens[max(1, position - 3) : position],
                "The very first token is missing. Which index does it have?",
            ),
            (
                "two for three",
                lambda tokens, position: tokens[max(0, position - 2) : position],
                "There are never more than two. How many should there be in the middle of a text?",
            ),
            (
                "right for left",
                lambda tokens, position: tokens[position + 1 : position + 4],
                "Those are the tokens on the right. Which side is asked for?",
            ),
            (
                "backwards",
                lambda tokens, position: solution(tokens, position)[::-1],
                "The tokens are right, but backwards. In which order does one read them?",
            ),
            (
                "glued",
                lambda tokens, position: " ".join(solution(tokens, position)),
                "The tokens are right, but glued together. Can you leave them in a list?",
            ),
        ],
        ask="Which tokens should stand to the left?",
    )


@exercise(
    "stands_before",
    "What stands before it?",
    kind="compute",
    answers=["before"],
    uses=["tokens", "node"],
    hints=[
        "Make a concordance of node from tokens, with a window of one token.",
        'Its column ["left"] has just the word before the node, once for each line. Counter counts them.',
        'Write: before = Counter(kwic(tokens, node, window=1)["left"])',
    ],
)
def stands_before(before: Any, work: Work) -> Verdict:
    tokens, node = work.tokens, work.node
    one = kwic(tokens, node, window=1)
    expects(before, Counter(one["left"]), trivial=not any(one["left"]))
    if isinstance(before, int):
        return question("That is a number. Which words do you count?", "number for counts")
    if before is None or isinstance(before, str | type):
        return question(
            "The exercise asks for each word with its count. What does Counter(…) need in its brackets?",
            "no counts",
        )
    if hasattr(before, "columns") and "token" not in before.columns:
        return question(
            "That is a whole concordance. Which column has the words before the node?", "whole table"
        )
    counts = _counts(before)
    if counts is None and getattr(getattr(before, "dtype", None), "kind", "") == "f":
        return question(
            "Those are shares, between 0 and 1. Which counts are they shares of?", "shares for counts"
        )
    if counts is None:
        return question(
            "Those are words, but nobody has counted them. What does Counter(…) make of them?", "not counted"
        )
    expected = _counts(Counter(one["left"])) or {}
    if counts == expected:
        most = max(expected.values(), default=0)
        top = sorted(word for word, count in expected.items() if count == most)
        if not top:
            return right(f"Nothing at all: {node} opens the article, and that is its only place.")
        words = "One word" if len(expected) == 1 else f"{len(expected)} different words"
        named = ", ".join(top[:4]) + (" …" if len(top) > 4 else "")
        return right(f"{words}. Most often: {named} ({_times(most)}{' each' if len(top) > 1 else ''}).")
    if counts == _counts(Counter(one["right"])):
        return question(
            "Those are the words after the node. Which column has the ones before it?", "right for left"
        )
    if not counts:
        return question(
            "Your `Counter` is empty. Is `node` without quotation marks, and does the list have it?", "empty"
        )
    if any(" " in word for word in counts):
        return question(
            "You have counted pieces of several words. Which window leaves one word on each side?",
            "pieces of several words",
        )
    if any(
        counts == _counts(Counter(" ".join(kwic(tokens, node, window=n)["left"]).split()))
        for n in range(2, 9)
    ):
        return question(
            "You have counted all the words on the left. Which one stands directly before the node?",
            "whole window",
        )
    if counts == _counts(Counter(tokens)):
        return question(
            "That counts every token. How do you get at those just before the node?", "every token"
        )
    if set(counts) == set(expected):
        return question(
            "The words are right, their counts are not. Did a set, or a list, lose some of them?",
            "counts lost",
        )
    return question(
        f"Look at the lines above: is each of your words directly before {node}, and none missing?"
    )


@exercise(
    "label_lines",
    "Label the lines",
    kind="explain",
    answers=["labels"],
    uses=["to_label"],
    hints=[
        "Read the first line aloud. Would you be glad, worried, or neither?",
        "If two labels seem right, take the one that you could defend. There is no key.",
        'The list looks like this: labels = ["neither", "good", …], with one label for each line.',
    ],
)
def label(labels: Any, work: Work) -> Verdict:
    lines = len(work.to_label)
    expects(labels, ["neither"] * lines, own=True)
    if hasattr(labels, "columns"):
        return question(
            "That is a table. Which label do you give its first line? Put yours into a list.",
            "table for a list",
        )
    if isinstance(labels, str):
        return question("That is one text. Can you make it a list, with a label for each line?", "one text")
    if isinstance(labels, Mapping | set):
        return question(
            "Can you write the labels as a list, in the order of the lines? Square brackets make one.",
            "no order",
        )
    if not hasattr(labels, "__len__") or not hasattr(labels, "__iter__"):
        return question("That is no list. Where is the label for each line?", "no list")
    given = [label.strip().lower() if isinstance(label, str) else label for label in labels]
    for number, label in enumerate(given):
        if label not in LABELS:
            return question(
                f"The label of line {number} is {label!r}. Which of good, bad and neither would you give it?",
                "no such label",
            )
    if len(given) != lines:
        return question(
            f"{_lines(lines).capitalize()} to label, and {len(given)} in your list. "
            f"{'Which one has no label?' if len(given) < lines else 'Which label belongs to no line?'}"
        )
    said = ", ".join(f"{given.count(label)} {label}" for label in LABELS)
    doubt = " All the same: is there one that somebody else would label otherwise?"
    return right(
        f"{said}. On how many lines does your neighbor agree?{doubt if len(set(given)) == 1 < lines else ''}"
    )


@exercise(
    "part_by_part",
    "Part by part",
    kind="parsons",
    answers=["order", "lines"],
    uses=["tokens", "node"],
    hints=[
        "The empty list has to be there before the loop.",
        "In the loop, first take the part, then count in it. Which line counts in the part?",
        "The letters are C, E, A, D.",
    ],
)
def part_by_part(order: Any, lines: Any, work: Work) -> Verdict:
    sample = ["w", "w", "w", *["x"] * 197, "w", "x"]
    made = run_lines(lines, order, {"tokens": sample, "node": "w"})
    if "counts" not in made:
        return question("Your lines never make `counts`. Which line does?", "line missing")
    if same(made["counts"], [3, 0, 1]):
        here = run_lines(lines, order, {"tokens": work.tokens, "node": work.node})
        return right(f"For {work.node} they make {here['counts']}. Does it come up in every part?")
    if same(made["counts"], [4, 4, 4]):
        return question(
            "Each part gets the count of the whole text. In what does line B count?", "counted in the whole"
        )
    if len(made["counts"]) == 6:
        return question(
            "Two of your lines append something for each part. Which is not needed?", "both lines"
        )
    return question("From three parts your lines should make a list of three counts. Which line is missing?")


@exercise(
    "most_clustered",
    "The most clustered word",
    kind="compute",
    answers=["clustered"],
    uses=["tokens", "words", "spread"],
    hints=[
        "Which column holds the DP? And is a clustered word high or low in it?",
        'spread.sort_values("gries_dp") puts the lowest DP on top. Where is the highest?',
        'Write: clustered = list(spread.sort_values("gries_dp")["word"])[-1]',
    ],
)
def most_clustered(clustered: Any, work: Work) -> Verdict:
    if len(work.often) < 2:
        return not_here(
            "In this article fewer than two content words come up five times. That is too little to compare "
            "how they are spread: try a longer article."
        )
    values = work.spread["gries_dp"]
    expects(clustered, work.spread["word"][values.idxmax()], trivial=values.min() == values.max())
    if hasattr(clustered, "iloc"):
        return question(
            "That is a table, or a piece of one. Which word is it about? Write it as text.",
            "table for a word",
        )
    if not isinstance(clustered, str):
        if isinstance(clustered, float):
            return question("That is a number. Which word has it?", "number for a word")
        return question("Which single word is it? Write it as text, in quotation marks.", "no text")
    word = clustered.strip().lower()
    spread = work.spread.set_index("word")
    dp, d = spread["gries_dp"], spread["juilland_d"]
    if word in dp.index and dp[word] == dp.max():
        row = spread.loc[word]
        shared = [other for other in dp.index if dp[other] == dp.max() and other != word]
        fifths = Counter(place * 5 // len(work.tokens) for place in row["positions"])
        return right(
            f"{word}, with a DP of {row['gries_dp']:.2f}. Its {row['count']} occurrences in the five parts: "
            f"{', '.join(str(fifths[part]) for part in range(5))}. The chart below shows where."
            + (f" ({', '.join(shared)}: the same DP.)" if shared else "")
        )
    if word not in work.tokens:
        return question(
            f'"{word}" does not come up in the article. Is it spelled as in `spread`?', "not in the article"
        )
    if word not in dp.index:
        return question(
            f'"{word}" comes up {_times(work.tokens.count(word))} and is not in `spread`. '
            "Which of the words in it has the highest DP?",
            "not in the table",
        )
    if dp[word] == dp.min() or d[word] == d.max():
        measure = "DP" if dp[word] == dp.min() else "D"
        return question(
            f"{word} is the most evenly spread word, by its {measure}. Which end means clustered?",
            "evenly spread",
        )
    if d[word] == d.min():
        return question(f"{word} has the lowest D. In which column is the DP?", "lowest D")
    if spread["count"][word] == spread["count"].max():
        return question(f"{word} comes up most often. Is frequent the same as clustered?", "most frequent")
    return question(f"{word} has a DP of {dp[word]:.2f}. Is there a word with a higher one?")


def _rows(table: pd.DataFrame) -> list[tuple[str, str, str, int]]:
    """Give a concordance as a list of rows."""
    return list(zip(table["left"], table["keyword"], table["right"], table["position"], strict=True))


def _counts(answer: Any) -> dict[str, int] | None:
    """Give counts, in whatever form they come, as a dict without empty words; None if there are none."""
    if hasattr(answer, "columns"):
        answer = dict(zip(answer["token"], answer["count"], strict=True))
    elif hasattr(answer, "value_counts") and answer.dtype.kind in "iu":  # what value_counts() gives
        answer = answer.to_dict()
    elif isinstance(answer, list | tuple) and answer and all(isinstance(item, tuple) for item in answer):
        answer = dict(answer)
    if not isinstance(answer, Mapping):
        return None
    counts: Counter[str] = Counter()
    for word, count in answer.items():
        counts[str(word).lower()] += count
    return {word: count for word, count in counts.items() if word}


def _first_difference(given: list[Any], letters: list[str]) -> str:
    for place, value in enumerate(given):
        wanted = letters[max(0, place - 3) : place]
        if not same(value, wanted):
            return (
                f"For position {place} it gives {str(value)[:60]}. "
                f"Which tokens are to the left of {letters[place]}?"
            )
    return "Which tokens should stand to the left?"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _lines(number: int) -> str:
    return "one line" if number == 1 else f"{number} lines"
