"""Checks of Words in context."""

import random
from collections import Counter
from functools import lru_cache
from typing import Any

import pandas as pd

from textkit import STOPWORDS, Article, dispersion, frequency_table, kwic, tokenize
from textkit.course import (
    Verdict,
    Work,
    behaves,
    better_of_two,
    compare,
    exercise,
    expect,
    expects,
    instead,
    multiple_choice,
    not_here,
    question,
    right,
    same,
)
from textkit.course.free_answers import cut, read_labels
from textkit.course.misconceptions import two_values

LABELS = ("good", "bad", "neither")
SHUFFLES = 200
RARE = 10  # of 200 shuffles: one in twenty


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
    spread = dispersion(tokens, words, parts=5).sort_values("gries_dp")
    clustered = list(spread["word"])[-1]
    return {
        "printed": printed,
        "tokens": tokens,
        "node": node,
        "other": other,
        "to_label": kwic(printed, node, window=6, ignore_case=True).head(8),
        "often": often,
        "words": words,
        "spread": spread,
        "clustered": clustered,
        "own": round(max(spread["gries_dp"]), 3),
        "chance": _shuffled_dps(tuple(tokens), clustered),
    }


@lru_cache(maxsize=4)
def _shuffled_dps(tokens: tuple[str, ...], word: str) -> list[float]:
    """The DP of a word in shuffles of the text, as the notebook makes them."""
    dps = []
    for number in range(SHUFFLES):
        shuffled = list(tokens)
        random.Random(number).shuffle(shuffled)
        dps.append(round(max(dispersion(shuffled, [word], parts=5)["gries_dp"]), 3))
    return dps


together = multiple_choice(
    "which_pair",
    "Which pair belongs together?",
    "c",
    {
        "a": "Its two words are very frequent. How often would they stand side by side by chance?",
        "b": "You may well be right about these two words. But does it follow from being content words? "
        "What is a pair's count compared with?",
        "c": "Frequent is not associated: a count has to be compared with what chance would give.",
    },
    kind="recall",
    hints=[
        "In chapter [[words_in_company]], what did we compare the count of a pair with?",
        "If chance alone gives 38 pairs of in the, then 40 are nothing special. What does chance give here?",
    ],
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
        wrong=two_values(
            (1, 2),
            ("the number without the option", "the number with it"),
            ("too much found", 2, 3, "Is `Rain` the token `rain`? And is `rainwater`, in any case?"),
            ("everything found", 3, 3, "Which of the tokens are exactly `rain`?"),
            ("option has no effect", None, 1, "What does the option do with `Rain`?"),
            ("nothing found", 0, 0, "Does `rain` not stand among the tokens, just as it is?"),
        ),
        otherwise="Go through the tokens one by one: which are exactly `rain`, and which in other capitals?",
    )


@exercise(
    "node_lines",
    "Every line holds the node",
    kind="complete",
    answers=["concordance"],
    uses=["printed", "tokens", "node", "other"],
    hints=[
        "The cell before last counted such lines. The word and the window are different now.",
        "Which word, how many tokens on each side, and is the option for capital letters there?",
        "Write: concordance = kwic(printed, other, window=3, ignore_case=True)",
    ],
)
def every_line(concordance: Any, work: Work) -> Verdict:
    other, count = work.other, work.tokens.count(work.other)
    wanted = kwic(work.printed, other, window=3, ignore_case=True)
    expects(concordance, wanted)
    if not hasattr(concordance, "columns"):
        kind = "number for a table" if isinstance(concordance, int) else "no table"
        return question("The exercise asks for the table that `kwic` gives. What is in `concordance`?", kind)
    if not set(wanted.columns) <= set(concordance.columns):
        ask = "The table has other columns than a concordance. Did `kwic` make it?"
        return question(ask, "other columns")
    given = concordance.sort_values("position")
    if _rows(given) == _rows(wanted):
        return right(
            f"{_lines(len(wanted)).capitalize()}, and {other} comes up {_times(count)}: nothing is missing. "
            f"Every line holds the node, and here the node is {other}."
        )
    found = {word.casefold() for word in given["keyword"]}
    has = f"Your table has {_lines(len(given))}, and {other} comes up {_times(count)}."
    if found and found != {other.casefold()}:
        ask = f"Those are the lines of {min(found)}. Is the name `other` there, without quotation marks?"
        return question(ask, "other word")
    if _rows(given) == _rows(kwic(work.tokens, other, window=3)):
        ask = "All your lines are in small letters. Which list has the tokens as printed?"
        return question(ask, "small letters")
    if len(given) < len(wanted):
        ask = "Do capital letters matter to kwic, and is `other` without quotation marks?"
        if found and list(given["position"]) == list(wanted["position"])[: len(given)]:
            ask = "Those are the first ones. What cuts off the others?"
        return question(f"{has} {ask}", "lines missing")
    if same(list(given["position"]), list(wanted["position"])):
        ask = "Every occurrence is there. How many tokens are on each side, and how many should be?"
        return question(ask, "other window")
    return question(f"{has} Which lines do not belong to this article, or are there twice?", "other lines")


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

    def window(first: int, last: int, least: int = 0) -> Any:
        """Give what stands so far from the position, and never before the place `least`."""
        return lambda tokens, at: tokens[max(least, at + first) : max(0, at + last)]

    lost = "The token right before the position is missing. Where does a slice stop?"
    letters = ["a", "b", "c", "d", "e", "f", "g"]
    return behaves(
        left_context,
        solution,
        [(letters, place) for place in (4, 1, 2, 3, 0, 5, 6)] + [(["x", "y", "x", "x", "y", "x", "x"], 6)],
        praise="A negative start would count from the end of the list. Now it never goes below 0.",
        bug=lambda tokens, position: tokens[position - 3 : position],
        exercise="left_context",
        wrong=[
            ("no limit", window(-99, 0), "It gives everything on the left. How many should it give at most?"),
            (
                "position included",
                window(-3, 1),
                "The token at the position is in it. Where does a slice stop?",
            ),
            ("last one lost", window(-3, -1), lost),
            ("last one lost", lambda tokens, at: tokens[max(0, at - 3) : at - 1], lost),
            (
                "first one lost",
                window(-3, 0, 1),
                "The very first token is missing. Which index does it have?",
            ),
            ("two for three", window(-2, 0), "There are never more than two. How many should there be?"),
            ("right for left", window(1, 4), "Those are the tokens on the right. Which side is asked for?"),
            (
                "absolute value",
                lambda tokens, at: tokens[abs(at - 3) : at],
                "A start of -2 has become 2. Where does the text begin?",
            ),
            (
                "backwards",
                lambda tokens, at: solution(tokens, at)[::-1],
                "The tokens are right, but backwards. In which order does one read them?",
            ),
            (
                "glued",
                lambda tokens, at: " ".join(solution(tokens, at)),
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
    node, one = work.node, kwic(work.tokens, work.node, window=1)
    counts = Counter(word for word in one["left"] if word)
    expects(before, counts, trivial=not counts)
    if {"left", "position"} <= set(getattr(before, "columns", [])):
        ask = "That is a whole concordance. Which column has the words before the node?"
        return question(ask, "whole table")
    most = max(counts.values(), default=0)
    top = sorted(word for word, count in counts.items() if count == most)
    words = "One word" if len(counts) == 1 else f"{len(counts)} different words"
    named = ", ".join(top[:4]) + (" …" if len(top) > 4 else "")
    windows = [kwic(work.tokens, node, window=size)["left"] for size in range(2, 9)]
    given = _counts(before)
    if given == {} and counts:
        ask = "Your `Counter` is empty. Is `node` without quotation marks, and does the list have it?"
        return question(ask, "empty")
    if given and any(" " in word for word in given):
        ask = "You have counted pieces of several words. Which window leaves one word on each side?"
        return question(ask, "pieces of several words")
    if given and given != counts and all(count <= counts[word] for word, count in given.items()):
        some = f"Those are {sum(given.values())} of the {counts.total()} words before {node}."
        return question(f"{some} Which are left out?", "some missing")
    return expect(
        before if given is None else given,
        'Counter(word for word in kwic(tokens, node, window=1)["left"] if word)',
        work,
        kwic=kwic,
        praise=f"{words}. Most often: {named} ({_times(most)}{' each' if len(top) > 1 else ''})."
        if top
        else f"Nothing at all: {node} opens the article, and that is its only place.",
        wrong=[
            *(
                (
                    "whole window",
                    Counter(" ".join(left).split()),
                    "You have counted all the words on the left. Which one stands directly before the node?",
                )
                for left in windows
            ),
            (
                "capitals kept",
                Counter(word.lower() for word in kwic(work.printed, node, window=1)["left"] if word),
                f"Only {node} in small letters has been found. Which list has small letters alone?",
            ),
            (
                "right for left",
                Counter(word for word in one["right"] if word),
                "Those are the words after the node. Which column has the ones before it?",
            ),
            (
                "every token",
                Counter(work.tokens),
                "That counts every token. Which stand just before the node?",
            ),
            (
                "not counted",
                [word for word in one["left"] if word],
                "Those are words, but nobody has counted them. What does Counter(…) make of them?",
            ),
            (
                "shares for counts",
                {word: count / sum(counts.values()) for word, count in counts.items()},
                "Those are shares, between 0 and 1. Which counts are they shares of?",
            ),
        ],
        ask=f"Look at the lines above: is each of your words directly before {node}, and none missing?",
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
    def odd(label: Any) -> tuple[str, str] | None:
        if isinstance(label, str) and label.strip().lower() in LABELS:
            return None
        return (
            "no such label",
            f"“{cut(label, 40)}” is no label. Which of good, bad and neither would you give?",
        )

    lines = len(work.to_label)
    expects(labels, ["neither"] * lines, own=True)
    given = read_labels(labels, odd, such_as='["neither", "good"]', of="lines", wanted=lines)
    given = [label.strip().lower() for label in given]
    said = ", ".join(f"{given.count(label)} {label}" for label in LABELS)
    doubt = " All the same: is there one that somebody else would label otherwise?"
    return right(
        f"{said}. On how many lines does your neighbor agree?{doubt if len(set(given)) == 1 < lines else ''}"
    )


@exercise(
    "beyond_shuffles",
    "Would chance do the same?",
    kind="compute",
    answers=["n_as_high"],
    uses=["tokens", "words", "clustered", "own", "chance"],
    hints=[
        "Go through chance with a list comprehension. Which condition keeps a DP?",
        "As high or higher is >=. What gives the length of the list?",
        "Write: n_as_high = len([dp for dp in chance if dp >= own])",
    ],
)
def beyond_shuffles(n_as_high: Any, work: Work) -> Verdict:
    if len(work.often) < 2:
        return not_here(
            "In this article fewer than two content words come up five times. That is too little to compare "
            "how they are spread: try a longer article."
        )
    number = sum(dp >= work.own for dp in work.chance)
    ask = "How many values of `chance` are as high as `own`, or higher?"
    found = (
        f"{number} of 200. For {work.clustered}, with its {work.tokens.count(work.clustered)} occurrences, "
    )
    follows = (
        "that is hardly chance. Would it be if you had looked at a hundred words?"
        if number <= RARE
        else "chance does that often enough: a cluster that one sees is not yet one that one has shown."
    )
    return expect(
        n_as_high,
        "len([dp for dp in chance if dp >= own])",
        work,
        praise=found + follows,
        wrong=instead(
            ask,
            {
                "the number of shuffles with a lower DP": len(work.chance) - number,
                "the number of shuffles": len(work.chance),
                "the share of the shuffles": number / len(work.chance),
                "their share in percent": number / len(work.chance) * 100,
                "the highest DP of the shuffles": max(work.chance),
            },
        ),
        ask=ask,
    )


def _rows(table: pd.DataFrame) -> list[tuple[str, str, str, int]]:
    """Give a concordance as a list of rows."""
    return list(zip(table["left"], table["keyword"], table["right"], table["position"], strict=True))


def _counts(answer: Any) -> dict[str, int] | None:
    """Give counts, in whatever form they come, by words in small letters; None if there are none."""
    if {"token", "count"} <= set(getattr(answer, "columns", [])):
        answer = dict(zip(answer["token"], answer["count"], strict=True))
    elif getattr(getattr(answer, "dtype", None), "kind", "") in "iu" and hasattr(answer, "to_dict"):
        answer = answer.to_dict()  # what value_counts() gives
    elif isinstance(answer, list | tuple) and answer and all(isinstance(item, tuple) for item in answer):
        answer = dict(answer)
    if not isinstance(answer, dict) or not all(isinstance(count, int) for count in answer.values()):
        return None
    counts: Counter[str] = Counter()
    for word, count in answer.items():
        counts[str(word).lower()] += count
    return {word: count for word, count in counts.items() if word}


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _lines(number: int) -> str:
    return "one line" if number == 1 else f"{number} lines"


better_cluster = better_of_two(
    "better_cluster",
    "b",
    {
        "a": "How often does it come up, what do the shuffles do, and is a cluster a sign of importance?",
        "b": "A count, a place, a line, the shuffles, and the word that takes its place.",
    },
)
