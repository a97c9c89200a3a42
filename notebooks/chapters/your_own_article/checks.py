"""Checks of Your own article."""

import re
from collections.abc import Callable
from math import isfinite, nan
from typing import Any

from textkit import STOPWORDS, Article, frequency_table, kwic, speaker_table, tokenize
from textkit.course import (
    Verdict,
    Work,
    as_it_was,
    behaves,
    call,
    choose,
    compare,
    exercise,
    expects,
    not_yet,
    question,
    right,
    run_lines,
    same,
    short,
)


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    tokens = tokenize(article.text, lower=True)
    content = [token for token in tokens if token not in STOPWORDS]
    content_table = frequency_table(content or tokens)
    top_words = list(content_table["token"].head(10))
    big, small = tokens.count(top_words[0]), tokens.count(top_words[-1])
    return {
        "speakers": speaker_table(article.text),
        "printed": tokenize(article.text),
        "tokens": tokens,
        "content_table": content_table,
        "big": big,
        "small": small,
        "start": small * 3 / 4,
        "top_five": content_table.head(5),
    }


@exercise(
    "is_nine_a_lot",
    "Is nine a lot?",
    kind="recall",
    answers=["answer"],
    hints=[
        "In the random splits nobody speaks. What does it mean that they do as well?",
        "Not to see a difference is one thing. To have shown that there is none is another.",
    ],
)
def null(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "c",
        {
            "a": "3.84 is a limit for one word, chosen beforehand. How often does chance alone reach 9 here?",
            "b": "Can samples that are too small to show a difference show that there is none?",
            "c": "A number means something only beside the null. What would you need to be able to tell?",
        },
    )


@exercise(
    "number_to_check",
    "A number to check",
    kind="recall",
    answers=["answer"],
    hints=[
        "How is a rate in every 1,000 tokens computed?",
        "Something is divided by something, and then multiplied by 1,000.",
    ],
)
def what_to_know(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "b",
        {
            "a": "The rank says which place the word has. Can you compute a rate from a place?",
            "b": "Count divided by tokens, times 1,000. A page that gives a rate should give these, too.",
            "c": "Types and tokens are about the whole report. Which number is about *harbor*?",
        },
    )


@exercise(
    "preflight_by_hand",
    "Preflight by hand",
    kind="compute",
    answers=["n_long"],
    uses=["speakers"],
    hints=[
        "Look at the column words, and leave out the row unknown.",
        'Rows are picked by a condition: speakers[speakers["words"] >= 150]. len tells how many they are.',
        'Write: known = speakers[speakers["speaker"] != "unknown"], and then '
        'n_long = len(known[known["words"] >= 150])',
    ],
)
def by_hand(n_long: Any, work: Work) -> Verdict:
    table = work.speakers
    known = table[table["speaker"] != "unknown"]
    long = known[known["words"] >= 150]
    if isinstance(n_long, str) and n_long in list(known["speaker"]):
        return question(
            "That is a name. How many speakers are there with 150 words or more?", "name for a number"
        )
    return compare(
        n_long,
        len(long),
        praise="Nobody is quoted by name here, so there are no two voices to compare."
        if known.empty
        else f"{len(long)} of {len(known)}. Chapter [[comparing_voices]] would like two. "
        + ("So it can go ahead." if len(long) >= 2 else "What could you still say about how they talk?"),
        wrong=[
            ("unknown counted", len(table[table["words"] >= 150]), "Is `unknown` a speaker?"),
            (
                "all speakers",
                len(known),
                "That is all speakers. How many of them have 150 quoted words or more?",
            ),
            ("all rows", len(table), "That is all rows. How many of them have 150 quoted words or more?"),
            (
                "longest for all",
                len(known[known["longest"] >= 150]),
                "Which column has all quoted words of a speaker?",
            ),
            (
                "fewer for more",
                len(known[known["words"] < 150]),
                "Those have fewer. How many have 150 or more?",
            ),
            (
                "words for speakers",
                int(long["words"].sum()),
                "That is how many words they have. How many speakers are they?",
            ),
            ("which for how many", list(long["speaker"]), "Those are the speakers. How many are they?"),
            (
                "truth value for a number",
                len(long) >= 2,
                "That says whether there are two. How many are there?",
            ),
        ],
        otherwise="Go down the column words. In how many rows is the number 150 or more?",
    )


@exercise(
    "bar_looks",
    "How long does it look?",
    kind="compute",
    answers=["looks"],
    uses=["big", "small", "start"],
    hints=[
        "A bar that begins at 10 and ends at 14 is 4 long, not 14.",
        "How many times as long: the length of the one divided by the length of the other.",
        "Write: looks = (big - start) / (small - start)",
    ],
)
def looks_like(looks: Any, work: Work) -> Verdict:
    big, small, start = work.big, work.small, work.start
    expected, really = (big - start) / (small - start), big / small
    expects(looks, expected, trivial=big == small)
    return compare(
        looks,
        expected,
        praise=f"It looks {expected:.1f} times as long, and the count is {really:.1f} times as large."
        if big > small
        else "The two counts are the same, and so are the bars. Equal bars stay equal on any axis.",
        wrong=[
            (
                "counts for bars",
                really,
                "So many times as large is the count. Where do the bars of the second chart begin?",
            ),
            (
                "difference",
                big - small,
                "That is by how much the one bar is longer. How many times as long is it?",
            ),
            ("upside down", 1 / expected, "That is upside down. Which of the two bars is the longer one?"),
            ("first alone", big - start, "That is how long the one bar is. And the other?"),
            (
                "second alone",
                small - start,
                "That is how long the short bar is. How often does it fit into the long one?",
            ),
            (
                "start not taken off",
                big / start,
                "Where does the bar of `big_word` begin, and where does it end?",
            ),
            (
                "brackets missing",
                big - start / small - start,
                "What does Python compute first, / or -? Are there brackets missing?",
            ),
            (
                "overstatement",
                expected / really,
                "That is how much the chart overstates it. How many times as long is the bar?",
            ),
        ],
        otherwise="How long is each of the two bars from `start` to its end?",
    )


@exercise(
    "bar_axis",
    "Find what misleads",
    kind="bug",
    answers=["bar_axis"],
    hints=[
        "Take the values 40 and 30. How long is each bar, from where the axis begins?",
        "From where must bars begin, so that 40 is twice as long as 20?",
        "The line should be: begins = 0",
    ],
)
def honest(bar_axis: Any, work: Work) -> Verdict:
    cases: list[list[float]] = [[40, 30], [9, 8, 2], [0.5, 0.4], [7], [4000, 300], [work.big, work.small]]
    given = [call(bar_axis, list(values)) for values in cases]
    for axis in given:
        if isinstance(axis, str) or not hasattr(axis, "__len__") or len(axis) != 2:
            return question(
                "It should give back two numbers: where the axis begins and where it ends.", "no pair"
            )
    if all(
        same(axis, [min(values) * 3 / 4, max(values) * 1.1])
        for axis, values in zip(given, cases, strict=True)
    ):
        return as_it_was("The axis for [40, 30] still begins at 22.5.", "bar_axis")
    for values, (begins, ends) in zip(cases, given, strict=True):
        if not (isfinite(begins) and isfinite(ends)):
            return question(
                f"For {values} it gives {short(given[0])}. Are both of them numbers that an axis can have?",
                "no finite number",
            )
        if begins != 0 and values != cases[0]:
            return question(
                "It is right for [40, 30]. Does it begin at the same place for all other values?",
                "one case only",
            )
        if begins > ends:
            return question(
                "The axis runs backwards. Which of the two numbers is where it begins?", "other order"
            )
        if begins < 0:
            return question(
                f"For {values} the axis begins at {begins:g}. How long is a bar there that stands for 0?",
                "below zero",
            )
        if ends < max(values):
            return question(
                f"For {values} the axis ends at {ends:g}. Is the longest bar still in the picture?",
                "end too low",
            )
        if begins > 0:
            if begins >= 30:
                return question(
                    f"For [40, 30] the axis begins at {begins:g}. What is left of the bar of 30?",
                    "start too high",
                )
            looks = (40 - begins) / (30 - begins)
            return question(
                f"For [40, 30] the axis begins at {begins:g}: the one bar looks {looks:.2f} times as long "
                "as the other. How many times as large is 40?",
                "start above zero",
            )
    return right(
        "From 0, a bar of twice the length stands for twice the number. Check this first in any chart."
    )


@exercise(
    "alt_text",
    "An alt text",
    kind="explain",
    answers=["alt_text"],
    uses=["top_five"],
    hints=[
        "Imagine you read it out on the phone. What is drawn? And what would you say first about it?",
        "Name the word with the longest bar and its count, such as: … the longest is ferry with 12.",
        "Begin with: Bars of the most frequent content words; the longest is … with …",
    ],
)
def alternative(alt_text: Any, work: Work) -> Verdict:
    top = work.top_five.iloc[0]
    expects(
        alt_text,
        f"Bars of the most frequent words; the longest is {top['token']} with {top['count']}.",
        own=True,
    )
    if not isinstance(alt_text, str):
        return question("An alt text is a text. Is it in quotation marks?", "no text")
    if not alt_text.strip():
        return question("The text is empty. What would you say about the chart on the phone?", "empty text")
    most = int(work.top_five["count"].iloc[0])
    longest = set(work.top_five[work.top_five["count"] == most]["token"])
    named = bool(longest & set(tokenize(alt_text, lower=True)))
    numbered = _has_number(alt_text, most)
    if named and (odd := _says_otherwise(alt_text, longest, list(work.top_five["token"]))):
        return odd
    if not named and not numbered:
        return question("What does one see at a glance? Which bar is the longest, and what is its number?")
    if not named:
        return question("The number is there. Which word does it belong to?", "word missing")
    if not numbered:
        return question(
            "The longest bar is named. Which number does it stand for, in digits?", "number missing"
        )
    if len(alt_text.split()) < 6:
        return question("The largest is there. But what are these bars? Of what are they a count?")
    return right(
        f"It names {_quoted(longest)} and {most:,}. Read it aloud: would a listener know what is drawn?"
    )


_MOST = r"\b(longest|largest|highest|biggest|tallest|most (often|frequent)|first|top)\b"
_LEAST = r"\b(shortest|smallest|lowest|fewest|least|rarest|last)\b"


def _says_otherwise(alt_text: str, longest: set[str], words: list[str]) -> Verdict | None:
    """Return a question if a text takes another word for the longest, or the longest for the shortest."""
    for clause in re.split(r"[,;.:]\s|\band\b|\bbut\b|\bwhile\b", alt_text.lower()):
        said = tokenize(clause, lower=True)
        here = [word for word in words if word in said]
        if re.search(_LEAST, clause) and not re.search(_MOST, clause) and longest & set(here):
            return question(
                f"Your text says that {_quoted(longest & set(here))} is the shortest. Which end is it at?",
                "shortest for longest",
            )
        if re.search(_MOST, clause) and here and not longest & set(here) and not re.search(_LEAST, clause):
            return question(
                f"Your text says that “{here[0]}” is the longest. Which bar is longer still?", "other word"
            )
    return None


@exercise(
    "small_report",
    "A small report",
    kind="complete",
    answers=["facts"],
    uses=["tokens"],
    hints=[
        "It is the rate of chapter [[frequency]]. What is divided by what?",
        "Divide the count by the number of tokens. Then multiply by 1,000.",
        "Write: rate = count / len(tokens) * 1000",
    ],
)
def small_report(facts: Any, work: Work) -> Verdict:
    def solution(word: str, tokens: list[str]) -> list[Any]:
        count = tokens.count(word)
        rate = count / len(tokens) * 1000
        return [word, count, rate]

    def in_place_of_the_rate(rate: Callable[[int, list[str]], Any]) -> Callable[..., Any]:
        return lambda word, tokens: [word, tokens.count(word), rate(tokens.count(word), tokens)]

    top = work.content_table["token"].iloc[0]
    here = work.tokens.count(top) / len(work.tokens) * 1000

    def upside_down(count: int, tokens: list[str]) -> float:
        return len(tokens) / (count or nan)

    upside = "That is upside down. Which is the part, and which is the whole?"
    return behaves(
        facts,
        solution,
        [
            ("rain", ["rain", "sun", "rain", "wind", "rain", "sun", "snow", "fog"]),
            ("sun", ["rain", "sun", "sunny", "sun"]),
            ("rain", ["rain"] * 3),
            ("rain", ["rain", *["sun"] * 6]),
            ("rain", ["sun"]),
        ],
        praise=f"In this text “{top}” has a rate of {here:.1f}. Is that much? Only another text can tell.",
        bug=in_place_of_the_rate(lambda count, tokens: ...),
        exercise="small_report",
        wrong=[
            (
                "for one",
                in_place_of_the_rate(lambda count, tokens: count / len(tokens)),
                "The last one is a share, between 0 and 1. How many is it in every 1,000 tokens?",
            ),
            (
                "in percent",
                in_place_of_the_rate(lambda count, tokens: count / len(tokens) * 100),
                "The last one is right for every 100 tokens. For how many does the exercise ask?",
            ),
            (
                "divided by types",
                in_place_of_the_rate(lambda count, tokens: count / len(set(tokens)) * 1000),
                "You divided by the number of types. By the number of what do you divide for a rate?",
            ),
            (
                "upside down",
                in_place_of_the_rate(lambda *given: upside_down(*given) * 1000),
                upside,
            ),
            ("upside down", in_place_of_the_rate(upside_down), upside),
            (
                "not divided",
                in_place_of_the_rate(lambda count, tokens: count * 1000),
                "The last one is the count times 1,000. By how many tokens do you have to divide?",
            ),
            (
                "count instead of rate",
                in_place_of_the_rate(lambda count, tokens: count),
                "The last one is the count once more. How many is it in every 1,000 tokens?",
            ),
            (
                "once for all",
                in_place_of_the_rate(lambda count, tokens: 1 / len(tokens) * 1000),
                "That is the rate of a word that comes up once. How often does this word come up?",
            ),
            (
                "whole division",
                in_place_of_the_rate(lambda count, tokens: count // len(tokens) * 1000),
                "It is cut off to a whole number. Which sign divides exactly, / or //?",
            ),
            (
                "ignores its input",
                in_place_of_the_rate(lambda count, tokens: count / len(work.tokens) * 1000),
                "You divided by the article's tokens. Which tokens does the function get? Use those.",
            ),
            (
                "rate alone",
                lambda word, tokens: solution(word, tokens)[2],
                "That is the rate alone. Does the last line still give back a list of three?",
            ),
        ],
        ask="It should give the word, its count, and its rate per 1,000 tokens. Which of them is not right?",
    )


@exercise(
    "two_words",
    "Two words at once",
    kind="parsons",
    answers=["order", "lines"],
    hints=[
        "Two things must be there before the loop: the concordance, and a list to append to.",
        "The condition stands inside the loop and asks about the words around the node.",
        "F and D first, then the loop B, and inside it a condition and the line that appends.",
    ],
)
def two_words(order: Any, lines: Any, work: Work) -> Verdict:
    letters = set(str(order).upper())
    if {"C", "E"} <= letters:
        return question(
            "Two of your lines are conditions. Where should the clue be: in the word, or beside it?",
            "both lines",
        )
    sample = tokenize(
        "the old ferry sails. Nobody likes the new boat, but the ferry is old, they say. A ferry waits."
    )
    names = {
        "tokens": sample,
        "word": "ferry",
        "clue": "old",
        "kwic": lambda *a, **k: kwic(*a, **{**k, "window": 2}),
    }
    made = run_lines(lines, order, names)
    if "evidence" not in made:
        return question("Your lines never make `evidence`. Which line does?", "line missing")
    if same(made["evidence"], ["the old ferry sails Nobody", "but the ferry is old"]):
        return right("A concordance, an empty list, a loop, a condition, append: two words at once.")
    if len(made["evidence"]) == 3:
        return question(
            "All lines are in `evidence`, with or without the clue. Which line sorts them out?",
            "no condition",
        )
    if "E" in letters:
        return question(
            "`evidence` stays empty. Is the clue in the word itself, or in the words beside it?",
            "clue in the word",
        )
    return question(
        "`evidence` stays empty, or is emptied again. When should the list be made, and when filled?"
    )


@exercise(
    "claim",
    "A claim and its lines",
    kind="explain",
    answers=["my_claim", "my_lines"],
    uses=["printed"],
    earlier=["my_word"],
    hints=[
        "What do most of the lines have in common? Begin with: In … of its … lines …",
        "The claim names the word and its number of lines, in digits. Each line begins with its number.",
        'Such as: my_claim = "In most of its 12 lines, ferry stands beside old." and my_lines = [0, 3, 4]',
    ],
)
def claim(my_claim: Any, my_lines: Any, work: Work) -> Verdict:
    expects([my_claim, my_lines], [..., ...], own=True)
    word = work.earlier["my_word"]
    if not isinstance(word, str) or not word.strip():
        return not_yet("There is no word in `my_word` yet: put one into the cell above, in quotation marks.")
    table = kwic(work.printed, word, window=8, ignore_case=True)
    total = len(table)
    if total == 0:
        return question(
            f"“{_cut(word)}” does not come up in this text. How is it printed there?", "not in the article"
        )
    if not isinstance(my_claim, str):
        return question("A claim is a text. Is it in quotation marks?", "no text")
    said = " ".join(tokenize(my_claim, lower=True))
    if f" {' '.join(word.lower().split())} " not in f" {said} ":
        return question(
            f"The claim does not name “{_cut(word)}”. What does it say about the word?", "word missing"
        )
    if not _has_number(my_claim, total):
        return question("How many lines has the word? Can the claim say so, in digits?", "number missing")
    if len(my_claim.split()) < 5:
        return question(
            "That is a count. What do the lines say about how the word is used?", "count for a claim"
        )
    if isinstance(my_lines, str) or not hasattr(my_lines, "__len__"):
        return question(
            "`my_lines` should be a list of numbers, such as [0, 3]. Where are its brackets?", "no list"
        )
    chosen = list(my_lines)
    for line in chosen:
        if isinstance(line, str):
            return question(
                f"“{_cut(line)}” is text. Which number stands before that line, without quotation marks?",
                "text for a number",
            )
        if not any(same(line, number) for number in range(total)):
            at = " Is that its position?" if line in list(table["position"]) else ""
            return question(
                f"There is no line {_cut(line)}: they go from 0 to {total - 1}.{at} Which do you mean?",
                "no such line",
            )
    if len(set(chosen)) < len(chosen):
        return question("One of the lines is there twice. Which other line did you mean?", "twice the same")
    wanted = min(2, total)
    if len(chosen) < wanted:
        return question(f"You have chosen {len(chosen)}. Which {wanted} lines support the claim best?")
    left = total - len(chosen)
    return right(
        f"A claim, a count, and {len(chosen)} of {total} lines. "
        + (
            f"And the other {left}: does one of them speak against it?"
            if left
            else "Do all of them support it?"
        )
    )


def _has_number(text: str, number: int) -> bool:
    """Tell whether a text has a number in digits, with or without its comma."""
    return any(re.search(rf"(?<![\d.,]){form}(?![.,]?\d)", text) for form in (f"{number:,}", str(number)))


def _quoted(words: set[str]) -> str:
    return " or ".join(f"“{word}”" for word in sorted(words)[:2])


def _cut(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"
